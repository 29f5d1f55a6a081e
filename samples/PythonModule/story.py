import ctypes
import numpy as np
from numba import cfunc, carray, types

from callback import compute_from_dotnet

c_sig = types.void(types.CPointer(types.double),
                   types.CPointer(types.double),
                   types.intc,
                   types.intc)

@cfunc(c_sig)
def my_callback(in_, out, m, n):
    in_array = carray(in_, (m, n))
    out_array = carray(out, (m, n))
    for i in range(m):
        for j in range(n):
            out_array[i, j] = 2 * in_array[i, j]

# Call `my_callback` within Rust using FFI
result = compute_from_dotnet(my_callback.address)
print(f"Rust output: {result}")
