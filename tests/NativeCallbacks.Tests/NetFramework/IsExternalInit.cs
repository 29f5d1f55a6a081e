namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants for <c>init</c> and records.</summary>
internal static class IsExternalInit;
