namespace NativeCallbacks;

/// <summary>The memory order of a multidimensional array.</summary>
public enum ArrayOrder
{
    /// <summary>The elements of a row are adjacent: the last index varies fastest (C, Rust, NumPy's default, Numba's <c>carray</c>).</summary>
    RowMajor,

    /// <summary>The elements of a column are adjacent: the first index varies fastest (Fortran, BLAS, R, Matlab, Numba's <c>farray</c>).</summary>
    ColumnMajor,
}
