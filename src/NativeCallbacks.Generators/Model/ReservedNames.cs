namespace NativeCallbacks.Generators.Model;

/// <summary>The names that users leave to generated code.</summary>
internal static class ReservedNames
{
    /// <summary>The end of every name that generated code makes up. Parameters of users must not end in it.</summary>
    public const string Suffix = "__";
}
