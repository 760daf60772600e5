//! One error for `?`.

use thiserror::Error as ThisError;

#[cfg(feature = "serde")]
use crate::wire::{AmendError, WireError};
use crate::{
    base::{shape::UnfitError, token::TokenError, unknown::NameError},
    course::{
        BatchError, ImportError, ProposeError, RecordError, ReplayError,
        typed::{StageError, StepError},
    },
    machine::RefusalError,
    plan::{PlanError, WayError},
    protocol::ProtocolError,
    rule::RegisterError,
    source::PassageError,
    vocabulary::RuleCode,
};

/// Any error of this crate, for functions that do several things.
///
/// ```
/// use interpersonal::{Course, Error, chrono::NaiveDate, prelude::*, protocol::preset};
///
/// fn opened(written: chrono::DateTime<chrono::Utc>, day: NaiveDate) -> Result<Course, Error> {
///     let at = At::new(written, ActorRef::new("therapist-1")?, day);
///     let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
///     course.record(at, Session::attended())?;
///     Ok(course)
/// }
/// # use interpersonal::chrono;
/// let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// assert!(opened("2026-01-05T17:00:00Z".parse().unwrap(), day).is_ok());
/// // What was written a week before it happened is refused.
/// let error = opened("2025-12-29T17:00:00Z".parse().unwrap(), day).unwrap_err();
/// assert!(matches!(error, Error::Record(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// An entry contradicts the record.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// An entry contradicts the record, or is not by the book.
    #[error(transparent)]
    Propose(#[from] ProposeError),
    /// A list of entries makes no course.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// Rows make no course.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A course with its phase as a type did not take a step.
    #[error(transparent)]
    Stage(#[from] StageError),
    /// The parts of a protocol disagree.
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
    /// A rule cannot be added or re-graded.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// Two demands on a plan collide.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// No way leads to a step.
    #[error(transparent)]
    Way(#[from] WayError),
    /// One of several entries contradicts the record.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A fact contradicts the record by itself.
    #[error(transparent)]
    Refusal(#[from] RefusalError),
    /// A text is no name of a vocabulary.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A text is no identifier.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// A text is no place in a work.
    #[error(transparent)]
    Passage(#[from] PassageError),
    /// What was typed does not fit the field of a form.
    #[error(transparent)]
    Unfit(#[from] UnfitError),
    /// A stored form makes no course.
    #[cfg(feature = "serde")]
    #[error(transparent)]
    Wire(#[from] WireError),
    /// A fact cannot be changed in one field.
    #[cfg(feature = "serde")]
    #[error(transparent)]
    Amend(#[from] AmendError),
}

/// The course that did not take the step is let go.
impl<C> From<StepError<C>> for Error {
    fn from(error: StepError<C>) -> Self {
        Self::Stage(error.reason)
    }
}

impl Error {
    /// The rule that stands behind the error, if there is one.
    #[must_use]
    pub fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Record(error) => error.code(),
            Self::Propose(error) => error.code(),
            Self::Replay(error) => error.code(),
            Self::Import(error) => error.code(),
            Self::Stage(error) => error.code(),
            Self::Protocol(error) => error.code(),
            Self::Register(error) => error.code(),
            Self::Plan(error) => error.code(),
            Self::Way(error) => error.code(),
            Self::Batch(error) => error.code(),
            Self::Refusal(error) => error.code(),
            Self::Name(error) => error.code(),
            Self::Token(error) => error.code(),
            Self::Passage(error) => error.code(),
            Self::Unfit(error) => error.code(),
            #[cfg(feature = "serde")]
            Self::Wire(error) => error.code(),
            #[cfg(feature = "serde")]
            Self::Amend(error) => error.code(),
        }
    }
}

impl NameError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        None
    }
}

impl TokenError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        None
    }
}

impl UnfitError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        None
    }
}
