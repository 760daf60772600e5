//! Every sentence for people, in every language.
//!
//! A finding, a plan, a condition hold values; sentences are made when somebody reads them. English
//! sentences of rules stand with the rules; another language is one more [`Language`], and
//! [`Language::missing`] says what it lacks.

mod day;
mod diagram;
pub mod form;
mod german;
mod language;
mod phrases;
mod plan_words;
mod plans;
mod report;
#[cfg(feature = "serde")]
mod report_data;
mod say;
mod sentence;
mod statements;
mod steps;
mod words;

pub(crate) use day::Day;
pub use diagram::{dot, mermaid, region_dot, region_mermaid};
pub use language::{CaseText, Language, RuleText};
pub use phrases::Phrases;
pub use plans::PlanPhrases;
pub use report::{Summary, Text};
#[cfg(feature = "serde")]
pub use report_data::InLanguage;
pub(crate) use say::{List, Said, Say, capital, fill};
pub use sentence::Sentence;
pub use statements::StatementPhrases;
pub use steps::StepPhrases;
pub use words::Words;

pub use crate::base::set::{Nameable, Named, Names, Vocabulary};
