//! Whole courses that go well, or go wrong in a way that a supervisor knows, and all that is said
//! of each.

mod beginning;
mod ending;
mod sessions;
pub(crate) mod whole;
mod work;
