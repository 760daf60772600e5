//! The work without which the middle phase of an area is over too soon. One table, for the rules that ask for it and the plans that
//! provide for it.

use crate::{
    area::{ProblemArea, Strategy as S, StrategySet},
    record::{focus::DeficitsDetailed, session::Session},
    rule::RuleCode,
    technique::{Technique, TechniqueSet},
};

/// Strategies of an area that one rule asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needed {
    pub(crate) area: ProblemArea,
    pub(crate) strategies: StrategySet,
    /// The rule.
    pub(crate) code: RuleCode,
}

impl Needed {
    const fn new(area: ProblemArea, strategies: &[S], code: &'static str) -> Self {
        Self { area, strategies: StrategySet::of(strategies), code: RuleCode::from_static(code) }
    }

    /// The rules of an area.
    pub(crate) fn of(area: ProblemArea) -> impl Iterator<Item = &'static Self> {
        ALL.iter().copied().filter(move |needed| needed.area == area)
    }
}

/// Both sides of what is felt about the person.
pub(crate) const GRIEF_FEELINGS: Needed =
    Needed::new(ProblemArea::Grief, &[S::GriefPositiveFeelings, S::GriefNegativeFeelings], "IPT-131");
/// The way back to people.
pub(crate) const GRIEF_RECONNECTION: Needed = Needed::new(ProblemArea::Grief, &[S::GriefReconnection], "IPT-132");
/// Past ties, patterns, and the tie to the therapist.
pub(crate) const DEFICITS_PATTERNS: Needed = Needed::new(
    ProblemArea::InterpersonalDeficits,
    &[S::DeficitsPastTies, S::DeficitsPatterns, S::DeficitsTherapyRelationship],
    "IPT-144",
);
/// Contact with people.
pub(crate) const DEFICITS_CONTACT: Needed =
    Needed::new(ProblemArea::InterpersonalDeficits, &[S::DeficitsContact], "IPT-145");

const ALL: &[&Needed] = &[&GRIEF_FEELINGS, &GRIEF_RECONNECTION, &DEFICITS_PATTERNS, &DEFICITS_CONTACT];

/// What was worked with, as far as it shows needed strategies.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shown {
    pub(crate) strategies: StrategySet,
    pub(crate) techniques: TechniqueSet,
    /// Whether something was agreed for the time between sessions.
    pub(crate) agreed: bool,
    /// Whether it was reviewed.
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
        self.agreed |= !note.agreed.is_empty();
        self.reviewed |= note.reviewed.is_done();
    }

    /// Adds what the detail of deficits shows.
    pub(crate) fn add_detail(&mut self, detail: &DeficitsDetailed) {
        self.patterns |= detail.patterns.as_ref().is_some_and(|text| !text.is_blank());
        self.contacts |= detail.contacts.as_ref().is_some_and(|text| !text.is_blank());
    }

    /// The strategies that were taken up, and those that something else shows as well. Contact with people is one that was tried
    /// and looked at afterwards.
    pub(crate) fn strategies(self) -> StrategySet {
        let mut shown = self.strategies;
        if self.patterns {
            shown = shown.with(S::DeficitsPatterns);
        }
        if self.techniques.contains(Technique::UseOfTherapeuticRelationship) {
            shown = shown.with(S::DeficitsTherapyRelationship);
        }
        let tried = shown.contains(S::DeficitsContact) || self.agreed;
        if self.contacts || (tried && self.reviewed) {
            shown.with(S::DeficitsContact)
        } else {
            shown.without(S::DeficitsContact)
        }
    }
}
