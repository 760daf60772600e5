//! The work without which the middle phase of an area is over too soon. One table, for the rules
//! that ask for it and the plans that provide for it.

use crate::{
    protocol::Format,
    record::{focus::DeficitsDetailed, session::Session},
    rule::codes,
    vocabulary::{
        ProblemArea, RuleCode, Strategy as S, StrategySet, Technique, TechniqueSet, WorkKind,
        WorkSet,
    },
};

/// Work between sessions that is something tried with people: neither a diary nor an assignment.
const WITH_PEOPLE: WorkSet = WorkSet::of(&[WorkKind::Attempt, WorkKind::WorkAtHome]);

/// Strategies of an area that one rule asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needed {
    pub(crate) area: ProblemArea,
    strategies: StrategySet,
    /// The rule.
    pub(crate) code: RuleCode,
}

impl Needed {
    const fn new(area: ProblemArea, strategies: &[S], code: RuleCode) -> Self {
        Self {
            area,
            strategies: StrategySet::of(strategies),
            code,
        }
    }

    /// Those of the strategies that a format has room for: in a group, and where nobody sits
    /// opposite, the tie to the therapist is no topic.
    pub(crate) const fn asked(&self, format: Format) -> StrategySet {
        match format {
            Format::Group | Format::SelfGuided => {
                self.strategies.without(S::DeficitsTherapyRelationship)
            }
            _ => self.strategies,
        }
    }

    /// The rules of an area.
    pub(crate) fn of(area: ProblemArea) -> impl Iterator<Item = &'static Self> {
        ALL.iter()
            .copied()
            .filter(move |needed| needed.area == area)
    }
}

/// Both sides of what is felt about the person.
pub(crate) const GRIEF_FEELINGS: Needed = Needed::new(
    ProblemArea::Grief,
    &[S::GriefPositiveFeelings, S::GriefNegativeFeelings],
    codes::GRIEF_BOTH_FEELINGS,
);
/// The way back to people.
pub(crate) const GRIEF_RECONNECTION: Needed = Needed::new(
    ProblemArea::Grief,
    &[S::GriefReconnection],
    codes::GRIEF_RECONNECTION,
);
/// Past ties, patterns, and the tie to the therapist.
pub(crate) const DEFICITS_PATTERNS: Needed = Needed::new(
    ProblemArea::InterpersonalDeficits,
    &[
        S::DeficitsPastTies,
        S::DeficitsPatterns,
        S::DeficitsTherapyRelationship,
    ],
    codes::DEFICITS_PATTERNS_NAMED,
);
/// Contact with people.
pub(crate) const DEFICITS_CONTACT: Needed = Needed::new(
    ProblemArea::InterpersonalDeficits,
    &[S::DeficitsContact],
    codes::DEFICITS_CONTACT_TRIED,
);

const ALL: &[&Needed] = &[
    &GRIEF_FEELINGS,
    &GRIEF_RECONNECTION,
    &DEFICITS_PATTERNS,
    &DEFICITS_CONTACT,
];

/// What was worked with, as far as it shows needed strategies.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shown {
    pub(crate) strategies: StrategySet,
    pub(crate) techniques: TechniqueSet,
    /// Whether something to try with people was agreed for the time between sessions.
    pub(crate) tried: bool,
    /// Whether what was agreed was reviewed.
    pub(crate) reviewed: bool,
    /// Whether the detail of the area names patterns.
    pub(crate) patterns: bool,
    /// Whether the detail of the area names contacts.
    pub(crate) contacts: bool,
}

impl Shown {
    /// Adds what a session that was held shows.
    pub(crate) fn add(&mut self, note: &Session) {
        self.strategies = self.strategies.union(note.strategies);
        self.techniques = self.techniques.union(note.techniques);
        self.tried |= !note.agreed.intersection(WITH_PEOPLE).is_empty();
        self.reviewed |= note.reviewed.is_done();
    }

    /// Adds what the detail of deficits shows.
    pub(crate) fn add_detail(&mut self, detail: &DeficitsDetailed) {
        self.patterns |= detail
            .patterns
            .as_ref()
            .is_some_and(|text| !text.is_blank());
        self.contacts |= detail
            .contacts
            .as_ref()
            .is_some_and(|text| !text.is_blank());
    }

    /// The strategies that were taken up, and those that something else shows as well. Support that
    /// was sought from people, and something tried with them that was looked at afterwards, are a
    /// way back to people. Contact with people is one that was tried and looked at afterwards.
    pub(crate) fn strategies(self) -> StrategySet {
        let mut shown = self.strategies;
        if self.patterns {
            shown = shown.with(S::DeficitsPatterns);
        }
        if self
            .techniques
            .contains(Technique::UseOfTherapeuticRelationship)
        {
            shown = shown.with(S::DeficitsTherapyRelationship);
        }
        if self.techniques.contains(Technique::SupportMobilisation) || self.tried && self.reviewed {
            shown = shown.with(S::GriefReconnection);
        }
        let tried = shown.contains(S::DeficitsContact) || self.tried;
        if self.contacts || (tried && self.reviewed) {
            shown.with(S::DeficitsContact)
        } else {
            shown.without(S::DeficitsContact)
        }
    }
}
