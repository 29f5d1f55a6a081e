using Microsoft.CodeAnalysis;

namespace NativeCallbacks.Generators.Descriptors;

/// <summary>
/// All diagnostics: each message names the cause, one fact and one remedy, and each id has a page
/// <c>docs/diagnostics/NCBnnnn.md</c>.
/// </summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "NCB0001",
        "The type has no C equivalent",
        "{0} is '{1}', which {2}: {3}");

    public static readonly DiagnosticDescriptor StructField = Error(
        "NCB0002",
        "A field of the struct has no C equivalent",
        "{0} is the struct '{1}', whose field '{2}' is '{3}', which {4}: {5}");

    public static readonly DiagnosticDescriptor BooleanWidth = Error(
        "NCB0003",
        "The native width of a bool is not specified",
        "{0} is 'bool', whose native width is not specified: add [MarshalAs(UnmanagedType.U1)] for C's bool, or [MarshalAs(UnmanagedType.I4)] for Win32's BOOL");

    public static readonly DiagnosticDescriptor MarshalAs = Error(
        "NCB0004",
        "Unsupported marshalling",
        "{0} has {1}, but {2}: remove it");

    public static readonly DiagnosticDescriptor SpanWithoutShape = Error(
        "NCB0005",
        "A span or tensor has no [Shape]",
        "'{0}' is a {1} without [Shape]: add it with the integer parameters that give {2}");

    public static readonly DiagnosticDescriptor ShapeDimension = Error(
        "NCB0006",
        "A dimension of a shape is not an integer parameter",
        "The shape of '{0}' has the dimension '{1}', which {2}: name an integer parameter of the delegate, or specify a positive constant");

    public static readonly DiagnosticDescriptor ShapeMisuse = Error(
        "NCB0007",
        "A shape is not valid",
        "{0}: {1}");

    public static readonly DiagnosticDescriptor StatusCode = Error(
        "NCB0008",
        "StatusCode cannot distinguish failures from success",
        "[StatusCode] cannot distinguish failures because {0}: {1}");

    public static readonly DiagnosticDescriptor CallingConvention = Error(
        "NCB0009",
        "The calling convention cannot be used",
        "The calling convention of '{0}' is {1}: {2}");

    public static readonly DiagnosticDescriptor CallbackWithoutTransition = Error(
        "NCB0010",
        "A call without GC transition takes a callback",
        "'{0}' suppresses the GC transition, but takes the callback '{1}', and a call back into .NET would crash the process: remove SuppressGCTransition");

    public static readonly DiagnosticDescriptor NotOnThisTarget = Error(
        "NCB0011",
        "The target framework does not support the signature",
        "'{0}' requires {1}, which this target framework does not support: {2}");

    public static readonly DiagnosticDescriptor OpenGeneric = Error(
        "NCB0012",
        "A signature has type parameters",
        "'{0}' has type parameters, but generated calls need concrete types: declare a delegate without type parameters, or name the closed type in [assembly: NativeSignature(typeof(…))]");

    public static readonly DiagnosticDescriptor Inaccessible = Error(
        "NCB0013",
        "Generated code cannot name the delegate",
        "'{0}' {1}, so generated code cannot name it: {2}");

    public static readonly DiagnosticDescriptor DeclaredTwice = Error(
        "NCB0014",
        "A signature is declared twice",
        "'{0}' is already declared as a signature {1}: remove this declaration");

    public static readonly DiagnosticDescriptor MisplacedSignature = Error(
        "NCB0015",
        "[NativeSignature] is applied to the wrong target",
        "[NativeSignature] is not valid here: {0} {1}");

    public static readonly DiagnosticDescriptor UnsafeBlocks = Error(
        "NCB0016",
        "The project does not allow unsafe blocks",
        "The generated calls of '{0}' are unsafe code, which this project does not allow: add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "NCB0017",
        "The language version is below C# 9",
        "The generated calls of '{0}' require C# 9, but this project uses C# {1}: set <LangVersion> to 9 or later");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "NCB0018",
        "A parameter or a type has a reserved name",
        "{0} {1}, which is reserved for generated code: rename it");

    public static readonly DiagnosticDescriptor NoSuchMember = Error(
        "NCB0019",
        "The signature of a callback has no such member",
        "'{0}' has no '{1}' because {2}: {3}");

    public static readonly DiagnosticDescriptor UserData = Error(
        "NCB0020",
        "The parameter cannot be a context argument",
        "'{0}' cannot be a context argument because {1}: {2}");

    public static readonly DiagnosticDescriptor FaultResult = Error(
        "NCB0021",
        "The fault result does not fit the signature",
        "{0} cannot be the fault result because {1}: specify a failing value that the result can hold");

    public static readonly DiagnosticDescriptor StaticCallback = Error(
        "NCB0022",
        "The member cannot be a static callback",
        "'{0}' cannot be a static callback because {1}: {2}");

    public static readonly DiagnosticDescriptor OwnerLost = Warning(
        "NCB0023",
        "The owner of a managed callback is discarded",
        "{0}, so the {1} cannot be disposed: store it, and dispose it once native code no longer uses the function");

    public static readonly DiagnosticDescriptor NeverDisposed = Warning(
        "NCB0024",
        "A managed callback is never disposed",
        "The {0} '{1}' is neither disposed nor passed on, so its {2} lives as long as the process: declare it with 'using', store it where it can be disposed, or pass its DestroyNotify to native code");

    public static readonly DiagnosticDescriptor Marshalled = Info(
        "NCB0025",
        "A native address is called through the runtime's marshaller",
        "Marshal.GetDelegateForFunctionPointer of '{0}' {1}: {2}call the address through NativeCallback<{0}>");

    public static readonly DiagnosticDescriptor UnwrittenOutput = Warning(
        "NCB0030",
        "A handler that throws would look like success",
        "When a handler of '{0}' throws, native code gets 0, which looks like success, although '{1}' was not written: add [return: StatusCode] or [return: FaultResult(…)] to the {2}");

    public static readonly DiagnosticDescriptor AsyncHandler = Error(
        "NCB0031",
        "A handler is async void",
        "{0} is async void, so an exception after its first await would crash the process: use a method that is not async, and catch the exceptions of the task that it starts");

    public static readonly DiagnosticDescriptor CallScoped = Error(
        "NCB0035",
        "The parameter cannot be call-scoped",
        "'{0}' cannot be [CallScoped] because {1}: {2}");

    public static readonly DiagnosticDescriptor HandlerForCallback = Error(
        "NCB0036",
        "A handler is passed where native code needs an address",
        "{0} is passed for '{1}', which is a NativeCallback<{2}>: {3}");

    public static readonly DiagnosticDescriptor NotExported = Warning(
        "NCB0037",
        "The entry point is not exported",
        "'{0}' has the entry point '{1}', but only NativeAOT exports it, and this project does not compile a native library: set PublishAot to true and NativeLib to Shared, or name the assembly in the UnmanagedEntryPointsAssembly items of the project that does");

    public static readonly DiagnosticDescriptor OtherContext = Warning(
        "NCB0038",
        "The context of another callback is passed",
        "'{0}' is passed with '{1}', which is not its context, so native code cannot find its handler: pass '{0}.UserData'");

    public static readonly DiagnosticDescriptor HandleCreation = Error(
        "NCB0040",
        "A call cannot create the safe handle",
        "{0} is the safe handle '{1}', which {2}: {3}");

    public static readonly DiagnosticDescriptor NotALiteral = Error(
        "NCB0041",
        "Utf8Pointer.FromLiteral is given something other than a literal",
        "The argument of FromLiteral is not a UTF-8 literal, so its memory can move or be freed while the pointer is used: pass a literal like \"text\"u8, or declare the parameter as string");

    public static readonly DiagnosticDescriptor NativeApi = Error(
        "NCB0045",
        "The class cannot be a native API",
        "'{0}' cannot be a native API because {1}: {2}");

    public static readonly DiagnosticDescriptor ApiFunction = Error(
        "NCB0046",
        "The method cannot be a function of a native API",
        "'{0}' cannot be a function of a native API because {1}: {2}");

    public static readonly DiagnosticDescriptor NativeTable = Error(
        "NCB0047",
        "The interface cannot be a native table",
        "'{0}' cannot be a native table because {1}: {2}");

    public static readonly DiagnosticDescriptor TableSlot = Error(
        "NCB0048",
        "The member cannot be a slot of a native table",
        "'{0}' cannot be a slot of a native table because {1}: {2}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Describe(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Describe(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Describe(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Describe(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        "NativeCallbacks",
        severity,
        isEnabledByDefault: true,
        description: $"See docs/diagnostics/{id}.md in the project's repository.");
}
