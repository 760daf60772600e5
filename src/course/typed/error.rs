//! Why a course in a phase stays as it is.

use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    base::day_words::long,
    course::{Course, RecordError},
    machine::WhyNot,
    vocabulary::{Phase, RuleCode, Seq},
};

/// A step was not taken, or a course does not stand in the phase that was asked for. It gives the
/// course back.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepError<C> {
    /// The course, unchanged.
    pub course: C,
    /// Why.
    pub reason: StageError,
}

impl<C: AsRef<Course>> fmt::Display for StepError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { course, reason } = self;
        if !matches!(reason, StageError::OtherPhase { .. }) {
            let phase = course.as_ref().state().phase();
            write!(
                f,
                "the step was not taken, and the course stays in the {phase} phase: "
            )?;
        }
        fmt::Display::fmt(reason, f)
    }
}

impl<C: AsRef<Course> + fmt::Debug> core::error::Error for StepError<C> {}

impl<C> StepError<C> {
    /// The rule behind it, as of its reason.
    #[must_use]
    pub fn code(&self) -> Option<RuleCode> {
        self.reason.code()
    }
}

/// Why a course in a phase stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum StageError {
    /// The step is not by the book: conditions are not met, or are to be confirmed.
    #[error("{0}")]
    NotByTheBook(WhyNot),
    /// It contradicts the record.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The record holds the step already, under the same application key.
    #[error("{first} has the same application key; each key must be used only once")]
    KnownKey {
        /// The entry with the same application key.
        first: Seq,
    },
    /// Later facts lead elsewhere.
    #[error(
        "it would begin the {to} phase, but later facts up to {} put the course into the {phase} phase; it must be recorded \
         as a fact, with `Course::record`",
        long(*.last_day)
    )]
    Overtaken {
        /// The phase that the step begins.
        to: Phase,
        /// The phase in which the course would stand.
        phase: Phase,
        /// The latest day of the record.
        last_day: NaiveDate,
    },
    /// A fact begins a phase, closes the course, or is a session of another phase.
    #[error(
        "the fact could end the {phase} phase; it must be taken as a step, or recorded with `Course::record`"
    )]
    CouldMove {
        /// The phase of the course.
        phase: Phase,
    },
    /// The course stands in another phase than was asked for.
    #[error("the course is in the {found} phase; the {expected} phase was expected")]
    OtherPhase {
        /// The phase that was asked for.
        expected: Phase,
        /// The phase in which it stands.
        found: Phase,
    },
}

impl StageError {
    /// The rule behind it, if one stands there: of several conditions, the first one's.
    #[must_use]
    pub fn code(&self) -> Option<RuleCode> {
        match self {
            Self::NotByTheBook(why) => why.code(),
            Self::Record(error) => error.code(),
            _ => None,
        }
    }
}
