namespace NativeCallbacks.Generators.Model;

/// <summary>The names of the generated members that users call.</summary>
internal static class MemberNames
{
    public const string Invoke = nameof(Invoke);
    public const string AsPointer = nameof(AsPointer);
    public const string ToDelegate = nameof(ToDelegate);
    public const string Map = nameof(Map);
    public const string ToNativeTable = nameof(ToNativeTable);
    public const string ToNativeObject = nameof(ToNativeObject);
    public const string ToManagedCallback = nameof(ToManagedCallback);
}
