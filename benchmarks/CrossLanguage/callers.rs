//! Rust that calls the addresses which it is given: a `usize` arrives and is transmuted. The loops are
//! those of callers.c.

use std::mem::transmute;
use std::os::raw::c_int;

type ScalarFunction = unsafe extern "C" fn(x: f64) -> f64;
type MatrixTransform = unsafe extern "C" fn(input: *const f64, output: *mut f64, m: c_int, n: c_int);

/// # Safety
/// `function` is the address of a `ScalarFunction`; `input` and `output` hold `count` numbers each.
#[no_mangle]
pub unsafe extern "C" fn scalar_loop(function: usize, input: *const f64, output: *mut f64, count: c_int, repeats: c_int) {
    let function: ScalarFunction = transmute(function);
    for _ in 0..repeats {
        for i in 0..count as usize {
            *output.add(i) = function(*input.add(i));
        }
    }
}

#[inline(never)]
unsafe fn call_once(function: usize, x: f64) -> f64 {
    let function: ScalarFunction = transmute(function);
    function(x)
}

/// # Safety
/// As for `scalar_loop`.
#[no_mangle]
pub unsafe extern "C" fn scalar_own_frame(function: usize, input: *const f64, output: *mut f64, count: c_int, repeats: c_int) {
    for _ in 0..repeats {
        for i in 0..count as usize {
            *output.add(i) = call_once(function, *input.add(i));
        }
    }
}

/// # Safety
/// `function` is the address of a `MatrixTransform`; `input` and `output` hold `m * n` numbers each.
#[no_mangle]
pub unsafe extern "C" fn matrix_loop(
    function: usize, input: *const f64, output: *mut f64, m: c_int, n: c_int, repeats: c_int,
) {
    let function: MatrixTransform = transmute(function);
    for _ in 0..repeats {
        function(input, output, m, n);
    }
}
