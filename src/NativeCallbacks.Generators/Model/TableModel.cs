namespace NativeCallbacks.Generators.Model;

/// <summary>An interface that describes a table of native functions.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Reader">The name of the struct that reads such a table: <c>SqliteModuleTable</c>.</param>
/// <param name="Accessibility">The modifier of that struct: <c>public</c>.</param>
/// <param name="IsPublic">Whether code outside the assembly can use it.</param>
/// <param name="IsObject">Whether an address is that of an object, whose first word points to the table.</param>
/// <param name="AllowsUnsafe">Whether the project allows unsafe code.</param>
/// <param name="IsRejected">Whether a diagnostic rejects the table, whose members then throw.</param>
/// <param name="Layout">The members of the C struct up to the last slot, in order.</param>
/// <param name="Slots">The declared slots, in the order of the interface.</param>
/// <param name="Size">The data slot that has the size of the table in bytes; null if there is none.</param>
/// <param name="Implementation">How native code calls a C# implementation; null if it cannot.</param>
internal sealed record TableModel(
    PartialTypeModel Type,
    string Reader,
    string Accessibility,
    bool IsPublic,
    bool IsObject,
    bool AllowsUnsafe,
    bool IsRejected,
    EquatableArray<TableMemberModel> Layout,
    EquatableArray<SlotModel> Slots,
    string? Size,
    ImplementationModel? Implementation);

/// <summary>One member of the C struct.</summary>
/// <param name="Name">Its name in generated code.</param>
/// <param name="Type">Its type: that of a data slot, or <c>nint</c>.</param>
internal sealed record TableMemberModel(string Name, string Type);

/// <summary>One declared slot.</summary>
/// <param name="Method">The method or the property.</param>
/// <param name="Index">Its place in the C struct.</param>
/// <param name="Data">The type of a data slot; null for a function.</param>
/// <param name="HasProperty">Whether the reader can say by <c>Has…</c> if the function is there.</param>
/// <param name="IsParams">Whether the last parameter is <c>params</c>.</param>
/// <param name="Parameters">The parameters of the method, in order, as far as they could be read.</param>
/// <param name="Result">The type of the result in .NET.</param>
/// <param name="Call">The call, with the instance of an object as its first parameter; null for data, and if a diagnostic rejects the table.</param>
internal sealed record SlotModel(
    MethodModel Method,
    int Index,
    string? Data,
    bool HasProperty,
    bool IsParams,
    EquatableArray<ParameterModel> Parameters,
    ReturnTypeModel Result,
    SignatureModel? Call);

/// <summary>How native code calls a C# implementation of a table.</summary>
/// <param name="IsStatic">Whether it can call static methods; otherwise each function is the thunk of a delegate.</param>
internal sealed record ImplementationModel(bool IsStatic);
