using System;
using System.Runtime.InteropServices;

namespace NativeCallbacks.Tests.Tables;

/// <summary>C: <c>dispatch_functions</c>. The fourth member is not declared.</summary>
[NativeTable]
internal interface IFunctions
{
    [Slot(0)]
    public int Version { get; }

    [Slot(1)]
    public byte Flag { get; }

    [Slot(2)]
    public double Minus(double a, double b);

    [Slot(4)]
    public long Weigh([Shape(nameof(n))] ReadOnlySpan<int> values, int n);

    [Slot(5)]
    public double Absent(double x);
}

/// <summary>C: <c>dispatch_versioned</c>.</summary>
[NativeTable]
internal interface IVersioned
{
    [Slot(0, IsSize = true)]
    public uint Size { get; }

    [Slot(1)]
    public int First(int a);

    [Slot(2)]
    public int Second(int a, int b);
}

/// <summary>C: <c>dispatch_methods</c>, up to its first method.</summary>
[NativeTable(TableKind.Object)]
internal interface IAdding
{
    [Slot(0)]
    public int Add(int n);
}

/// <summary>C: <c>dispatch_methods</c>.</summary>
[NativeTable(TableKind.Object)]
internal interface ICounter : IAdding
{
    [Slot(1)]
    public int Minus(int a, int b);

    [Slot(2)]
    public void Absent();

#if NET
    /// <summary>Not of the table: it has a body.</summary>
    public int Twice(int n) => Add(n) + Add(n);
#endif
}

/// <summary>C: <c>dispatch_methods</c>, as C++ calls methods on 32-bit Windows; on other platforms, the convention is that of C.</summary>
[NativeTable(TableKind.Object, CallingConvention = CallingConvention.ThisCall)]
internal interface IThisCallCounter
{
    [Slot(0)]
    public int Add(int n);

    [Slot(1)]
    public int Minus(int a, int b);
}

/// <summary>C: <c>double_pair</c>.</summary>
internal readonly record struct DoublePair(double X, double Y);

/// <summary>C: <c>dispatch_turn</c>, whose result is a struct.</summary>
[NativeTable(TableKind.Object, CallingConvention = CallingConvention.ThisCall)]
internal interface IRotor
{
    [Slot(0)]
    public DoublePair Turn(double by);
}

[NativeApi("ncbshim")]
internal static partial class TableApi
{
    [Symbol("dispatch_table")]
    public static partial nint Functions();

    [Symbol("dispatch_use")]
    public static partial double Use(nint table, double a, double b);

    [Symbol("dispatch_of_version")]
    public static partial nint OfVersion(int version);

    [Symbol("dispatch_object_at")]
    public static partial nint Object(int index);

    [Symbol("dispatch_object_use")]
    public static partial int UseObject(nint instance, int n);

    [Symbol("dispatch_rotor_at")]
    public static partial nint Rotor();

    [Symbol("dispatch_rotor_use")]
    public static partial DoublePair UseRotor(nint instance, double by);
}
