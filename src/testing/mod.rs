//! For testing an application that embeds the crate: exemplary courses, and strategies for
//! proptest.

pub mod exemplar;
#[cfg(feature = "proptest1")]
pub mod strategy;
