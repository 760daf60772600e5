//! German words, a file for each part of the crate.

mod care;
mod machine;
mod plan;
mod protocol;
mod record;
mod rule;

use super::Words;

/// What the members of all vocabularies are called.
pub(crate) static WORDS: &[&[Words]] =
    &[care::WORDS, machine::WORDS, plan::WORDS, protocol::WORDS, record::WORDS, rule::WORDS];
