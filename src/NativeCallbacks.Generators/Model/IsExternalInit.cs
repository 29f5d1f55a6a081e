namespace System.Runtime.CompilerServices;

/// <summary>The type that the compiler requires for records; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
