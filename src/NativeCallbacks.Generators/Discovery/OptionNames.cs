namespace NativeCallbacks.Generators.Discovery;

/// <summary>The named arguments of attributes that are read.</summary>
internal static class OptionNames
{
    public const string CallingConvention = nameof(CallingConvention);
    public const string SuppressGCTransition = nameof(SuppressGCTransition);
    public const string SetLastError = nameof(SetLastError);
    public const string ThrowsFaults = nameof(ThrowsFaults);
    public const string OnFault = nameof(OnFault);
    public const string ReportOnly = nameof(ReportOnly);
    public const string EntryPoint = nameof(EntryPoint);
    public const string IsSize = nameof(IsSize);
    public const string MainProgram = nameof(MainProgram);
    public const string CharSet = nameof(CharSet);
    public const string Optional = nameof(Optional);
    public const string InBytes = nameof(InBytes);
    public const string Order = nameof(Order);
}
