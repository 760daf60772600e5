//! Words for reports and plans: one table a language.
//!
//! A finding holds a code and typed evidence; sentences are made when somebody reads it. English takes the titles of the
//! catalogue and the words of the wire names; another language is one more [`Language`], and [`Language::missing`] says what it
//! lacks.

mod english;
mod german;
mod german_plans;
mod plans;
mod say;

use alloc::{format, string::String, vec::Vec};
use core::fmt;

pub use english::Phrases;
pub use plans::PlanPhrases;
pub(super) use say::Say;
pub(crate) use say::{List, Said, fill};

use super::{CATALOGUE, Conformance, Region, Remedy, RuleMeta, Severity};
use crate::{
    area::{ProblemArea, Strategy},
    machine::region::{EngagementRegion, SafetyRegion},
    measure::Direction,
    phase::Phase,
    plan::{AgendaSlot, Milestone, Weekday},
    record::{
        FactKind,
        contact::{Anchor, ContactWith},
        contract::{ContractTerm, TimeFrameKind},
        ending::{ClinicalResult, EndMode},
        focus::FormulationPart,
        inventory::Relation,
        patient::MedicationChange,
        safety::ConcernKind,
        session::{Modality, Track},
        setting::{Document, ScreenItem},
    },
    source::Basis,
    task::{EndingTask, InitialTask},
    technique::{OffModel, Technique, WorkKind},
    topic::Topic,
};

/// What reports and plans say in one language.
///
/// ```
/// use interpersonal::rule::{Language, explain};
/// use interpersonal::RuleCode;
///
/// let german = Language::find("de-AT").unwrap();
/// assert_eq!(german.missing(), Vec::<String>::new());
/// let meta = explain(RuleCode::from_static("IPT-109")).unwrap();
/// assert_ne!(german.title(meta), meta.title);
/// ```
#[derive(Debug, Clone, Copy)]
#[allow(clippy::exhaustive_structs, reason = "an application's own language is written with struct update")]
pub struct Language {
    /// Its tag (BCP 47), such as `de`.
    pub tag: &'static str,
    /// Titles of rules by code. A rule without one is shown with the catalogue's own.
    pub titles: &'static [(&'static str, &'static str)],
    /// Words for the names of vocabularies, such as `role_dispute`. A name without one is shown in its own words.
    pub words: &'static [(&'static str, &'static str)],
    /// Sentences and headings of reports.
    pub phrases: &'static Phrases,
    /// Sentences and headings of plans.
    pub plans: &'static PlanPhrases,
}

impl Language {
    /// English: the titles of the catalogue, the words of the wire names.
    pub const ENGLISH: Self =
        Self { tag: "en", titles: &[], words: &[], phrases: &Phrases::ENGLISH, plans: &PlanPhrases::ENGLISH };
    /// German.
    pub const GERMAN: Self = Self {
        tag: "de",
        titles: german::TITLES,
        words: german::WORDS,
        phrases: &german::PHRASES,
        plans: &german_plans::PHRASES,
    };
    /// The languages that the crate ships.
    pub const ALL: &'static [Self] = &[Self::ENGLISH, Self::GERMAN];

    /// The shipped language of that tag; a region after the language is passed over.
    #[must_use]
    pub fn find(tag: &str) -> Option<&'static Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.iter().find(|known| known.tag.eq_ignore_ascii_case(language))
    }

    /// The title of a rule.
    #[must_use]
    pub fn title<'a>(&self, meta: &'a RuleMeta) -> &'a str {
        let own = self.titles.iter().find(|(code, _)| *code == meta.code.as_str());
        own.map_or(&meta.title, |(_, title)| title)
    }

    /// What a name of a vocabulary is called.
    #[must_use]
    pub fn word(&self, name: &'static str) -> impl fmt::Display + use<> {
        Word { own: self.words.iter().find(|(known, _)| *known == name).map(|(_, word)| *word), name }
    }

    /// What the table lacks, or has and should not: rules without a title, titles without a rule, names without a word, sentences
    /// that leave out a value or name one that is not there. Empty for a complete table.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        if !self.titles.is_empty() {
            let has = |code: &str| self.titles.iter().filter(|(known, _)| *known == code).count();
            for rule in CATALOGUE {
                match has(rule.meta.code.as_str()) {
                    1 => {}
                    titles => missing.push(format!("{} has {titles} titles", rule.meta.code)),
                }
            }
            let known = |code: &str| CATALOGUE.iter().any(|rule| rule.meta.code.as_str() == code);
            missing.extend(
                self.titles.iter().filter(|(code, _)| !known(code)).map(|(code, _)| format!("there is no rule {code}")),
            );
        }
        if !self.words.is_empty() {
            for name in names() {
                if !self.words.iter().any(|(known, word)| *known == name && !word.is_empty()) {
                    missing.push(format!("there is no word for {name}"));
                }
            }
        }
        let of_reports = self.phrases.all().into_iter().zip(Phrases::ENGLISH.all());
        let of_plans = self.plans.all().into_iter().zip(PlanPhrases::ENGLISH.all());
        for ((name, ours), (_, theirs)) in of_reports.chain(of_plans) {
            if placeholders(ours) != placeholders(theirs) {
                missing.push(format!("the phrase {name} has other values than \"{theirs}\""));
            }
        }
        missing
    }
}

/// A word of a language, or the name's own words.
struct Word {
    own: Option<&'static str>,
    name: &'static str,
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.own {
            Some(word) => f.pad(word),
            None if !self.name.contains('_') => f.pad(self.name),
            None => crate::base::set::words(self.name, f),
        }
    }
}

/// Every name that a report or a plan may show.
fn names() -> Vec<&'static str> {
    macro_rules! all {
        ($($Vocabulary:ident),+ $(,)?) => {{
            let mut names = Vec::new();
            $(names.extend($Vocabulary::ALL.iter().map(|member| member.name()));)+
            names
        }};
    }
    let mut names = all!(
        Severity,
        Basis,
        Topic,
        Region,
        Phase,
        InitialTask,
        EndingTask,
        ProblemArea,
        FormulationPart,
        ContractTerm,
        ScreenItem,
        OffModel,
        WorkKind,
        ConcernKind,
        FactKind,
        EndMode,
        ClinicalResult,
        Document,
        TimeFrameKind,
        Remedy,
        Conformance,
        Direction,
        Modality,
        Strategy,
        Technique,
        Relation,
        AgendaSlot,
        Milestone,
        SafetyRegion,
        EngagementRegion,
        Track,
        Weekday,
        Anchor,
        MedicationChange,
        ContactWith,
    );
    names.extend(super::evidence::MATTERS);
    names.sort_unstable();
    names.dedup();
    names
}

/// The names in braces of a sentence, in order of the alphabet.
fn placeholders(template: &str) -> Vec<&str> {
    let mut found: Vec<_> =
        template.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name).collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn every_shipped_language_has_everything() {
        for language in Language::ALL {
            assert_eq!(language.missing(), Vec::<String>::new(), "{}", language.tag);
        }
    }

    #[test]
    fn a_table_with_holes_is_told_of_each() {
        let phrases = Phrases { session: "séance {held}", ..Phrases::ENGLISH };
        let phrases: &'static Phrases = alloc::boxed::Box::leak(alloc::boxed::Box::new(phrases));
        let titles: &[(&str, &str)] = &[("IPT-001", "Un protocole"), ("IPT-000", "Rien")];
        let french =
            Language { tag: "fr", titles, words: &[("grief", "deuil")], phrases, plans: &PlanPhrases::ENGLISH };
        let missing = french.missing();
        assert!(missing.iter().any(|hole| hole == "IPT-002 has 0 titles"));
        assert!(missing.iter().any(|hole| hole == "there is no rule IPT-000"));
        assert!(missing.iter().any(|hole| hole == "there is no word for role_dispute"));
        assert!(missing.iter().any(|hole| hole.starts_with("the phrase session has other values")));
        assert_eq!(french.word("grief").to_string(), "deuil");
        assert_eq!(french.word("role_dispute").to_string(), "role dispute");
    }

    #[test]
    fn a_region_does_not_hide_a_language() {
        assert_eq!(Language::find("de-CH").map(|language| language.tag), Some("de"));
        assert!(Language::find("xx").is_none());
    }
}
