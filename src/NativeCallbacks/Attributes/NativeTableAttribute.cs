using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Makes an interface the declaration of a table of native functions. The generator adds a struct that reads such a table, and a
/// member by which native code calls a C# implementation of the interface.
/// </summary>
/// <remarks>
/// <para>
/// <b>Reading.</b> For <c>ISqliteModule</c>, the struct <c>SqliteModuleTable</c> has the address of a table and implements the interface
/// by calls of its functions, with the same code and the same checks as an <c>Invoke</c>. With <see cref="TableKind.Object"/> it is
/// <c>…Object</c>, and has the address of an object. Each <c>Has…</c> property says whether a function is there.
/// </para>
/// <para>
/// <b>Slots.</b> Each member has <see cref="SlotAttribute"/> with its place among the members of the C struct. Members of the struct that
/// are not declared are taken for pointers, so all data that is not as wide as a pointer has to be declared.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var table = Marshal.AllocHGlobal(2 * nint.Size); // from a library, as a rule
/// Marshal.WriteInt32(table, 3);
/// using var math = NativeModule.Load("libm.so.6");
/// Marshal.WriteIntPtr(table, nint.Size, math.GetAddress("cos"));
///
/// var functions = new FunctionsTable(table);
/// Console.WriteLine(functions.Version); // 3
/// Console.WriteLine(functions.Cosine(0)); // 1
///
/// [NativeTable]
/// interface IFunctions // struct functions { int version; double (*cosine)(double); };
/// {
///     [Slot(0)] int Version { get; }
///     [Slot(1)] double Cosine(double x);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class NativeTableAttribute : Attribute
{
    /// <summary>Declares a table.</summary>
    /// <param name="kind">How native code finds it.</param>
    public NativeTableAttribute(TableKind kind = TableKind.Functions)
    {
        Kind = kind;
    }

    /// <summary>How native code finds the table.</summary>
    public TableKind Kind { get; }

    /// <inheritdoc cref="NativeSignatureAttribute.CallingConvention"/>
    /// <remarks>It holds for each function that sets none by <see cref="SlotAttribute"/>.</remarks>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <inheritdoc cref="NativeSignatureAttribute.SuppressGCTransition"/>
    /// <remarks>It holds for each function that does not set it by <see cref="SlotAttribute"/>.</remarks>
    public bool SuppressGCTransition { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.ThrowsFaults"/>
    /// <remarks>It holds for each function that does not set it by <see cref="SlotAttribute"/>.</remarks>
    public bool ThrowsFaults { get; set; } = true;

    /// <inheritdoc cref="NativeSignatureAttribute.SetLastError"/>
    /// <remarks>It holds for each function that does not set it by <see cref="SlotAttribute"/>.</remarks>
    public bool SetLastError { get; set; }
}
