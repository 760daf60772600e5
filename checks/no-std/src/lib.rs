//! Uses `interpersonal` where there is no std. See the README beside it.
#![no_std]

use core::{
    alloc::{GlobalAlloc, Layout},
    panic::PanicInfo,
    ptr,
};

use interpersonal::{FreeText, vocabulary::Precision};

/// Has nothing to give: this library is built and never run.
struct NoMemory;

// SAFETY: a null pointer says that there is no memory, and what was never given is never taken
// back.
unsafe impl GlobalAlloc for NoMemory {
    unsafe fn alloc(&self, _: Layout) -> *mut u8 {
        ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static NO_MEMORY: NoMemory = NoMemory;

/// std brings a panic handler of its own; two in one program are an error.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// Reads a table of the library.
#[unsafe(no_mangle)]
pub extern "C" fn interpersonal_precisions() -> usize {
    Precision::ALL.len()
}

/// Calls code of the library that allocates.
#[unsafe(no_mangle)]
pub extern "C" fn interpersonal_free_text() -> usize {
    FreeText::from("a note").reveal().len()
}
