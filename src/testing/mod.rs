//! For testing an application that embeds the crate: exemplary courses, things planted in them, and
//! strategies for proptest.

pub mod exemplar;
pub mod plant;
#[cfg(feature = "proptest1")]
pub mod strategy;
