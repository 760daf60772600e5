//! What the types of the record look like on the wire, as data: the guide to recording is generated from it.

pub use crate::base::payload::{Documented, Field, Plain, Shape};
