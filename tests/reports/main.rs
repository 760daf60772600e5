//! Reports: the laws of validation, site policy, and the published schema.

#[cfg(feature = "serde")]
mod bundled;
#[cfg(feature = "serde")]
#[path = "../shared/generated.rs"]
mod generated;
mod head;
#[cfg(feature = "serde")]
mod kinds;
#[cfg(all(feature = "proptest1", feature = "serde"))]
mod laws;
#[cfg(all(feature = "proptest1", feature = "serde"))]
mod planted;
#[cfg(all(feature = "proptest1", feature = "serde"))]
mod questions;
#[cfg(feature = "serde")]
mod schema;
mod validator;
#[cfg(feature = "serde")]
mod words;
