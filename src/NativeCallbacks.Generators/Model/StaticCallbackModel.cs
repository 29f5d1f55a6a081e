namespace NativeCallbacks.Generators.Model;

/// <summary>A static method that native code can call, and the partial member that gives its address.</summary>
/// <param name="Signature">The signature; null if a diagnostic rejects the declaration: the member then throws.</param>
/// <param name="Type">The type that the member is in.</param>
/// <param name="Modifiers">The modifiers of the member: <c>internal static partial</c>.</param>
/// <param name="MemberType">The type of the member: <c>global::NativeCallbacks.NativeCallback&lt;…&gt;</c>.</param>
/// <param name="Name">The member's name.</param>
/// <param name="IsProperty">Whether it is a property; otherwise a method without parameters.</param>
/// <param name="Method">The name of the method that native code calls.</param>
/// <param name="State">The type that the method takes in place of the context argument: <c>global::MyApp.Parser</c>; null if it takes the argument itself.</param>
/// <param name="EntryPoint">The name of the exported function; null if it is not exported.</param>
/// <param name="IsReportOnly">Whether no <c>Invoke</c> throws its faults.</param>
/// <param name="Report">The method that reports a fault at the boundary; null if there is none.</param>
internal sealed record StaticCallbackModel(
    SignatureModel? Signature,
    PartialTypeModel Type,
    string Modifiers,
    string MemberType,
    string Name,
    bool IsProperty,
    string Method,
    string? State,
    string? EntryPoint,
    bool IsReportOnly,
    ReportModel? Report);

/// <summary>A method that reports a fault to native code.</summary>
/// <param name="Method">Its name.</param>
/// <param name="TakesArguments">Whether it takes, behind the exception, what native code passed.</param>
/// <param name="TakesState">Whether it takes the state in place of the context argument.</param>
/// <param name="ReturnsResult">Whether its result is what native code gets.</param>
internal sealed record ReportModel(string Method, bool TakesArguments, bool TakesState, bool ReturnsResult);
