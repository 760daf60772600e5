//! What a finding of a rule that is not yet rewritten rests on.

use core::fmt;

use chrono::NaiveDate;

use super::RuleCode;
use crate::text::{Language, Say};
use crate::{
    area::{AreaSet, ProblemArea},
    measure::InstrumentId,
    phase::Phase,
    record::{
        FactKind,
        contract::ContractTerms,
        ending::{ClinicalResult, EndMode},
        focus::FormulationParts,
        safety::ConcernKind,
        setting::ScreenSet,
    },
    task::{EndingTaskSet, InitialTaskSet},
    technique::{OffModel, WorkSet},
};

/// What a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum OldEvidence {
    /// The place says it all.
    Nothing {},
    /// A number that is too small.
    TooFew {
        /// What was found.
        found: u32,
        /// The least.
        least: u32,
    },
    /// A number that is too great.
    TooMany {
        /// What was found.
        found: u32,
        /// The most.
        most: u32,
    },
    /// A number outside a range.
    Outside {
        /// What was found.
        found: u32,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Sessions left.
    SessionsLeft {
        /// How many.
        left: u32,
        /// The number below which that is worth saying.
        below: u32,
    },
    /// Days between two days.
    Days {
        /// From.
        from: NaiveDate,
        /// To.
        to: NaiveDate,
        /// How many days are the most, or the least.
        limit: u32,
    },
    /// One day.
    On {
        /// Which.
        day: NaiveDate,
    },
    /// A share of a whole.
    Share {
        /// The part.
        part: u32,
        /// The whole.
        whole: u32,
        /// The limit's numerator.
        num: u32,
        /// The limit's denominator.
        den: u32,
    },
    /// The phase that was written and the one that follows from the record.
    Phases {
        /// Written.
        written: Phase,
        /// From the record.
        derived: Phase,
    },
    /// An area.
    Area {
        /// Which.
        area: ProblemArea,
    },
    /// Areas found and allowed.
    Areas {
        /// Found.
        found: AreaSet,
        /// Allowed.
        allowed: AreaSet,
    },
    /// Initial tasks that are open.
    InitialTasks {
        /// Which.
        open: InitialTaskSet,
    },
    /// Tasks of the ending that are open.
    EndingTasks {
        /// Which.
        open: EndingTaskSet,
    },
    /// Parts that are missing from a formulation.
    FormulationParts {
        /// Which.
        missing: FormulationParts,
    },
    /// Matters that a contract leaves open.
    ContractTerms {
        /// Which.
        missing: ContractTerms,
    },
    /// Questions of the screen.
    Screen {
        /// Which.
        items: ScreenSet,
    },
    /// An activity off the model, and in how many sessions it was the main work, or came up.
    OffModel {
        /// Which.
        activity: OffModel,
        /// In how many sessions.
        sessions: u32,
    },
    /// Work between sessions.
    Work {
        /// Of which kinds.
        kinds: WorkSet,
    },
    /// A score.
    Score {
        /// The instrument.
        instrument: InstrumentId,
        /// The total.
        total: u16,
    },
    /// A change of score.
    Change {
        /// The instrument.
        instrument: InstrumentId,
        /// From.
        from: u16,
        /// To.
        to: u16,
    },
    /// An instrument.
    Instrument {
        /// Which.
        instrument: InstrumentId,
    },
    /// A safety concern.
    Concern {
        /// What it is about.
        kind: ConcernKind,
    },
    /// A kind of fact.
    Fact {
        /// Which.
        kind: FactKind,
    },
    /// How the course ended.
    Ended {
        /// How.
        mode: EndMode,
        /// With which result.
        result: ClinicalResult,
    },
    /// Another rule.
    Rule {
        /// Which.
        code: RuleCode,
    },
    /// A particular matter, by a name that the message table knows.
    Matter {
        /// Which.
        name: &'static str,
    },
}

impl fmt::Display for OldEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Say(&Language::ENGLISH, None, *self), f)
    }
}
