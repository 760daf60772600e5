//! What the examples share: output that ends quietly when nobody reads on.

use std::{
    fmt,
    io::{self, Write as _},
    process,
};

/// Prints a line; where the reader has closed the pipe, the program is done.
pub(crate) fn line(text: fmt::Arguments<'_>) {
    match writeln!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => process::exit(0),
        other => other.expect("the output can be written"),
    }
}

/// `println!` for the examples.
macro_rules! say {
    ($($text:tt)*) => { $crate::support::line(format_args!($($text)*)) };
}
