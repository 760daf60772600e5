//! Variants as data: the presets against what was published, their faults, order, words, and how a
//! course looks to each.

mod choosing;
#[cfg(feature = "serde")]
mod extends;
mod faults;
#[path = "../shared/generated.rs"]
mod generated;
mod groups;
mod languages;
mod order;
mod page;
#[path = "../shared/plain.rs"]
mod plain;
mod plain_words;
mod presets;
#[cfg(feature = "serde")]
mod schema;
#[cfg(feature = "serde")]
#[path = "../shared/schema.rs"]
mod schemas;
#[cfg(feature = "serde")]
mod table;
mod variants;
