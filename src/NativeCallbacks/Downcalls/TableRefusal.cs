using System;
using System.ComponentModel;
using System.Globalization;

namespace NativeCallbacks.CompilerServices;

/// <summary>
/// For generated code: the exceptions of calls through a table that were rejected before native code ran. A member that is named after
/// a mistake returns null if there is none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TableRefusal
{
    /// <summary>A table or an object cannot be at zero.</summary>
    public static Exception NullAddress(Type table, nint address) => new ArgumentException(
        $"A {Name(table)} requires a non-zero address. Check where the address came from, or use default for null.", nameof(address));

    /// <summary>The table is <see langword="default"/>.</summary>
    public static Exception? NullTable(Type table, nint address) => address == 0
        ? new InvalidOperationException($"This {Name(table)} is null. Check IsNull first, or check where the address should have come from.")
        : null;

    /// <summary>A function that the table does not have.</summary>
    /// <param name="table">The interface.</param>
    /// <param name="function">The method.</param>
    /// <param name="slot">Its place in the table.</param>
    /// <param name="address">The table.</param>
    /// <param name="offset">Where the slot is, in bytes.</param>
    /// <param name="size">The size of the table in bytes; negative if it is not declared.</param>
    public static Exception? MissingFunction(Type table, string function, int slot, nint address, int offset, long size = -1) =>
        NullTable(table, address) ?? TooShort(table, function, slot, offset, size) ?? NullSlot(table, function, slot, ReadPointer(address + offset));

    /// <summary>Data that the table does not have.</summary>
    /// <inheritdoc cref="MissingFunction"/>
    public static Exception? MissingData(Type table, string function, int slot, nint address, int offset, long size) =>
        NullTable(table, address) ?? TooShort(table, function, slot, offset, size);

    /// <summary>A method that an object does not have.</summary>
    /// <param name="table">The interface.</param>
    /// <param name="method">The method.</param>
    /// <param name="slot">Its place in the table.</param>
    /// <param name="address">The object.</param>
    public static Exception? MissingMethod(Type table, string method, int slot, nint address)
    {
        if (NullTable(table, address) is { } isNull)
        {
            return isNull;
        }

        var functions = ReadPointer(address);
        return functions == 0
            ? new InvalidOperationException($"The first word of this {Name(table)} is null instead of the address of a table. Check where the object came from.")
            : NullSlot(table, method, slot, ReadPointer(functions + (slot * IntPtr.Size)));
    }

    private static EntryPointNotFoundException? TooShort(Type table, string member, int slot, int offset, long size) => size >= 0 && size < offset + IntPtr.Size
        ? new EntryPointNotFoundException(
            $"This {Name(table)} has {Number(size)} bytes, but {member} (slot {Number(slot)}) is at byte {Number(offset)}. It comes from an older version; check its size before the call.")
        : null;

    private static EntryPointNotFoundException? NullSlot(Type table, string function, int slot, nint address) => address == 0
        ? new EntryPointNotFoundException($"{function} (slot {Number(slot)}) of this {Name(table)} is null: native code does not implement it. Check Has{function} before the call.")
        : null;

    private static nint ReadPointer(nint address) => System.Runtime.InteropServices.Marshal.ReadIntPtr(address);

    private static string? Name(Type table) => table is null ? null : CSharpTypeName.Of(table);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
