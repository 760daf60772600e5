//! A protocol that says only in what it differs from another.
//!
//! The short form names its base under `extends` and holds the fields that differ. It is put
//! together with its base before anything else is asked of it, and what comes out is a protocol
//! like any other: it is stored whole, with the base as its parent.

mod bases;
mod difference;
mod file;
mod lists;
mod merge;
mod tree_of;

pub use bases::Bases;
pub use file::ProtocolFile;

pub(super) use merge::is_short;
pub(super) use tree_of::tree_of;

use crate::{
    base::shape::{Documented, Field, Shape},
    protocol::ProtocolSpec,
};

/// The field that names the base.
const EXTENDS: &str = "extends";

/// The fields that cite, once for the whole file, what stands without a source of its own.
const SOURCE: &str = "source";
const BASIS: &str = "basis";

/// The fields of a protocol.
const FIELDS: &[Field] = match ProtocolSpec::SHAPE {
    Shape::Object(_, _, fields) => fields,
    _ => panic!("a protocol is an object"),
};
