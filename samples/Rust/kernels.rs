//! The native side of the Rust sample: callbacks that C# knows only by their addresses, and a function that
//! receives such an address itself. No crates; Rust 1.63 or later.
//!
//! No function here panics: with `panic=abort` (.build/rustc.targets) that would abort the process, because C# frames cannot
//! be unwound. Errors are returned as a status.

use std::any::type_name;
use std::ffi::CStr;
use std::os::raw::{c_char, c_double, c_int};

/// The matrix example: `output = 2 * input`, both `m * n` numbers.
pub type MatrixTransform =
    unsafe extern "C" fn(input: *const c_double, output: *mut c_double, m: c_int, n: c_int);

pub type ScalarFunction = extern "C" fn(x: c_double) -> c_double;

/// # Safety
/// `input` and `output` hold `m * n` numbers each.
#[no_mangle]
pub unsafe extern "C" fn matrix_double(input: *const c_double, output: *mut c_double, m: c_int, n: c_int) {
    for i in 0..m as usize * n as usize {
        *output.add(i) = 2.0 * *input.add(i);
    }
}

/// Row by row, `output[i][j] = (i + 1) * input[i][j] - j`: every index counts.
unsafe extern "C" fn matrix_weigh(input: *const c_double, output: *mut c_double, m: c_int, n: c_int) {
    for i in 0..m as usize {
        for j in 0..n as usize {
            let at = i * n as usize + j;
            *output.add(at) = (i + 1) as c_double * *input.add(at) - j as c_double;
        }
    }
}

#[no_mangle]
pub extern "C" fn square_minus_one(x: c_double) -> c_double {
    x * x - 1.0
}

/// A function pointer by its number, or null: `Option` is what a nullable function pointer is in Rust.
#[no_mangle]
pub extern "C" fn find_transform(number: c_int) -> Option<MatrixTransform> {
    match number {
        0 => Some(matrix_double),
        1 => Some(matrix_weigh),
        _ => None,
    }
}

/// A table of functions, as a C library would hand it out. The fields differ in type, so that none can stand for another.
#[repr(C)]
pub struct KernelTable {
    version: c_int,
    weigh: MatrixTransform,
    square_minus_one: ScalarFunction,
}

#[no_mangle]
pub extern "C" fn kernel_table() -> KernelTable {
    KernelTable { version: 1, weigh: matrix_weigh, square_minus_one }
}

/// The other direction: an address arrives as a plain number, and becomes a function again.
/// Returns 0, or 1 without calling anything if the number is zero, which is not the address of a function.
///
/// # Safety
/// `callback` is zero or the address of a `MatrixTransform`; `output` holds six numbers.
#[no_mangle]
pub unsafe extern "C" fn compute_from_rust(callback: usize, output: *mut c_double) -> c_int {
    let callback: Option<MatrixTransform> = std::mem::transmute(callback);
    let input = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    match callback {
        Some(callback) => {
            callback(input.as_ptr(), output, 3, 2);
            0
        }
        None => 1,
    }
}

/// The type of an exported function, as Rust itself writes it. Copies at most `capacity` bytes of the text, and returns its
/// length, which is 0 for a name that is not that of an exported function.
///
/// The arms give the number of parameters; the types are those of the functions, which the compiler fills in.
///
/// # Safety
/// `name` is a C string; `text` holds `capacity` bytes.
#[no_mangle]
pub unsafe extern "C" fn signature_text(name: *const c_char, text: *mut u8, capacity: usize) -> usize {
    let signature = match CStr::from_ptr(name).to_bytes() {
        b"matrix_double" => type_of(matrix_double as unsafe extern "C" fn(_, _, _, _) -> _),
        b"square_minus_one" => type_of(square_minus_one as extern "C" fn(_) -> _),
        b"find_transform" => type_of(find_transform as extern "C" fn(_) -> _),
        b"kernel_table" => type_of(kernel_table as extern "C" fn() -> _),
        b"compute_from_rust" => type_of(compute_from_rust as unsafe extern "C" fn(_, _) -> _),
        _ => "",
    };
    std::ptr::copy_nonoverlapping(signature.as_ptr(), text, signature.len().min(capacity));
    signature.len()
}

fn type_of<T>(_: T) -> &'static str {
    type_name::<T>()
}
