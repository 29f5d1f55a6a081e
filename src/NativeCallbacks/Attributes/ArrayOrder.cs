namespace NativeCallbacks;

/// <summary>Which of two neighbours in an array lie side by side in memory.</summary>
public enum ArrayOrder
{
    /// <summary>Those of a row: the last index counts fastest (C, Rust, NumPy's default, Numba's <c>carray</c>).</summary>
    RowMajor,

    /// <summary>Those of a column: the first index counts fastest (Fortran, BLAS, R, Matlab, Numba's <c>farray</c>).</summary>
    ColumnMajor,
}
