using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks;

/// <summary>
/// Declares an interface as a table of native functions. The generator adds a struct that reads such a table, and a member that
/// lets native code call a C# implementation of the interface.
/// </summary>
/// <remarks>
/// <para>
/// <b>Reading.</b> For <c>ISqliteModule</c>, the struct <c>SqliteModuleTable</c> holds the address of a table and implements the
/// interface by calling its functions, with the same code and the same checks as an <c>Invoke</c>. With <see
/// cref="TableKind.Object"/> it is <c>…Object</c>, and holds the address of an object. Each <c>Has…</c> property reports whether the table has a function.
/// </para>
/// <para>
/// <b>Slots.</b> Each member has a <see cref="SlotAttribute"/> with its position in the C struct. Members of the struct that are
/// not declared are assumed to be pointers, so all data that is not as wide as a pointer must be declared.
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
    /// <remarks>It applies to each function whose <see cref="SlotAttribute"/> does not set it.</remarks>
    public CallingConvention CallingConvention { get; set; } = CallingConvention.Cdecl;

    /// <inheritdoc cref="NativeSignatureAttribute.SuppressGCTransition"/>
    /// <remarks>It applies to each function whose <see cref="SlotAttribute"/> does not set it.</remarks>
    public bool SuppressGCTransition { get; set; }

    /// <inheritdoc cref="NativeSignatureAttribute.ThrowsFaults"/>
    /// <remarks>It applies to each function whose <see cref="SlotAttribute"/> does not set it.</remarks>
    public bool ThrowsFaults { get; set; } = true;

    /// <inheritdoc cref="NativeSignatureAttribute.SetLastError"/>
    /// <remarks>It applies to each function whose <see cref="SlotAttribute"/> does not set it.</remarks>
    public bool SetLastError { get; set; }
}
