using System;

namespace NativeCallbacks.Tests.Upcalls;

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double CellFunction([Shape(nameof(m), nameof(n))] ReadOnlySpan<double> cells, int m, long n);

/// <summary>The same with a constant dimension and one that the callers' signature calls 64 bits wide.</summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double CubeFunction([Shape(nameof(m), 2, nameof(n))] ReadOnlySpan<double> cells, int m, long n);

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double OptionalCellFunction([Shape(nameof(m), nameof(n), Optional = true)] ReadOnlySpan<double> cells, int m, long n);

/// <summary>One dimension alone, which is a signed 64-bit number; the other is ignored.</summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double LongFunction([Shape(nameof(n))] ReadOnlySpan<double> cells, int m, long n);

/// <summary>One dimension alone, of 32 bits.</summary>
[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double RowFunction([Shape(nameof(m))] ReadOnlySpan<double> cells, int m, long n);

[NativeSignature]
[return: FaultResult(double.NaN)]
internal delegate double FixedFunction([Shape(3)] ReadOnlySpan<double> cells, int m, long n);

/// <summary>Calls with 60 cells, or NULL.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate double CallCells(nint f, int isNull, int m, long n);

/// <summary>A dimension by reference, as MPI has it.</summary>
[NativeSignature]
[return: FaultResult(-3)]
internal delegate int CountedFunction([Shape(nameof(n))] ReadOnlySpan<byte> values, in int n, out int written, long rest);

/// <summary>The mask makes arguments of the callback NULL.</summary>
[NativeSignature(ThrowsFaults = false)]
internal delegate int CallCounted(nint f, int mask, int n, long rest, ref int written);

/// <summary>NLopt's objective.</summary>
[NativeSignature]
[return: FaultResult(double.PositiveInfinity)]
internal delegate double UpcallObjective(
    uint n, [Shape(nameof(n))] ReadOnlySpan<double> x, [Shape(nameof(n), Optional = true)] Span<double> gradient, [UserData] nint data);

[NativeSignature(ThrowsFaults = false)]
internal unsafe delegate double CallObjective(nint f, uint n, double* x, double* gradient, nint data);
