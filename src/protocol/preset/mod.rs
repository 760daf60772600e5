//! The published variants, one `static` each.

mod acute;

pub use acute::{ACUTE_16, ACUTE_16_SPEC};

use super::Protocol;

/// Every preset, in the order of their identifiers' families.
pub static ALL: &[&Protocol] = &[&ACUTE_16];
