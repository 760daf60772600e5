//! The typed facade: a course whose phase is known when the program is compiled.
//!
//! The record is the truth and its phase a value: a course comes from a database, and what it holds
//! is known when it is read. Where a function is about one phase, [`In`] says so in its signature,
//! and the compiler sees to it that the ending is not begun from the initial phase. Types carry the
//! phase, never the conditions of the protocol: those are asked when the step is taken, and a step
//! that is not by the book gives the course back with the reason. What leaves the protocol is
//! recorded all the same, by [`Course::record`].
//!
//! Nobody has to write the types out, and nobody has to use them: whatever the facade does,
//! [`Course`] does.
//!
//! ```
//! use interpersonal::{
//!     ActorRef, At, Course, machine::GuardSet, Phase, protocol::preset,
//!     record::{ending::{ClinicalResult, Closed, Disposition, EndMode}, setting::{Opened, Suitability, SuitabilityDecided}},
//!     typed::{In, stage::{Assessment, Initial}, Staged},
//! };
//!
//! // A function that is about one phase says so.
//! fn assess(mut course: In<Assessment>, at: At) -> Result<In<Initial>, Box<dyn std::error::Error>> {
//!     course.record(at, SuitabilityDecided::new(Suitability::Suitable))?;
//!     Ok(course.begin_initial(at)?)
//! }
//!
//! let by = ActorRef::new("therapist-1")?;
//! let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), by, "2026-01-05".parse().unwrap());
//! let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Assessment))?;
//! let course: In<Initial> = assess(In::try_from(course)?, at)?;
//!
//! // A step that is not by the book gives the course back, with every condition in the way.
//! let refused = course.begin_middle(at).unwrap_err();
//! assert!(refused.to_string().starts_with("the step was not taken, and the course stays in the initial phase: "));
//! let course: In<Initial> = refused.course;
//!
//! // This record is an excerpt: what it cannot tell may be confirmed. Then the middle phase begins.
//! let course = course.confirming(GuardSet::ALL).begin_middle(at)?;
//!
//! // A course that was stored is asked for its phase when it is read.
//! let stored: Course = course.into_course();
//! let Staged::Middle(course) = Staged::from(stored) else { unreachable!() };
//! let closed = Closed::new(EndMode::EndedByPatientDecision, ClinicalResult::Responded, Disposition::Discharge);
//! let course = course.close(at, closed)?;
//! assert_eq!(course.state().phase(), Phase::Closed);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;

use core::{fmt, marker::PhantomData, ops::Deref};

pub use error::{StageError, StepError};

use super::{At, Course, ProposeError, RecordError, Recorded, entry::Waive};
use crate::{
    machine::{GuardSet, leads},
    record::{Fact, ending::Closed, setting::PhaseBegun},
    vocabulary::{Label, Phase},
};
use stage::Stage;

/// A course that stands in a phase, as a type.
///
/// It reads like a [`Course`] and changes only by what its phase has a place for. It is neither
/// stored nor cloned: an application stores the course, and asks for the phase when it reads it
/// back.
pub struct In<S: Stage> {
    course: Course,
    confirmed: GuardSet,
    stage: PhantomData<fn() -> S>,
}

/// A step that the typed facade has a method for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Step {
    /// The phase before.
    pub from: Phase,
    /// The phase afterwards.
    pub to: Phase,
    /// The method of [`In`].
    pub method: &'static str,
}

macro_rules! stages {
    ($( $(#[doc = $doc:literal])+ $Stage:ident $as_stage:literal; )+) => {
        /// The phases as types. They have no values: they stand in signatures alone.
        pub mod stage {
            use crate::vocabulary::Phase;

            mod sealed {
                #[allow(unnameable_types, reason = "a trait that cannot be named cannot be implemented elsewhere")]
                pub trait Sealed {}
            }

            /// A phase as a type.
            pub trait Stage: sealed::Sealed + 'static {
                /// The phase.
                const PHASE: Phase;
            }

            $(
                $(#[doc = $doc])+
                #[derive(Debug)]
                #[allow(clippy::exhaustive_enums, reason = "a type that stands for a phase has no values")]
                pub enum $Stage {}

                impl sealed::Sealed for $Stage {}

                impl Stage for $Stage {
                    const PHASE: Phase = Phase::$Stage;
                }
            )+
        }

        /// A course with its phase, for a `match`: what a stored course becomes when it is read.
        ///
        /// ```
        /// use interpersonal::{
        ///     ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened,
        ///     typed::Staged,
        /// };
        /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        /// # let written = "2026-01-05T17:00:00Z".parse().unwrap();
        /// # let at = At::new(written, ActorRef::from_static("therapist-1"), day);
        /// # let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
        ///
        /// let text = match Staged::from(course) {
        ///     Staged::Initial(course) => format!("{} initial tasks are done", course.state().tasks_done().len()),
        ///     other => format!("the {} phase", other.phase()),
        /// };
        /// assert_eq!(text, "0 initial tasks are done");
        /// # Ok::<(), interpersonal::RecordError>(())
        /// ```
        #[derive(Debug, PartialEq, Eq)]
        #[allow(clippy::exhaustive_enums, reason = "the field has closed the set of phases")]
        pub enum Staged {
            $( #[doc = $as_stage] $Stage(In<stage::$Stage>), )+
        }

        impl Staged {
            /// The phase.
            #[must_use]
            pub const fn phase(&self) -> Phase {
                match self { $( Self::$Stage(_) => Phase::$Stage, )+ }
            }

            /// The course, to read.
            #[must_use]
            pub const fn course(&self) -> &Course {
                match self { $( Self::$Stage(staged) => &staged.course, )+ }
            }

            /// The course, as it is stored.
            #[must_use]
            pub fn into_course(self) -> Course {
                match self { $( Self::$Stage(staged) => staged.course, )+ }
            }
        }

        impl From<Course> for Staged {
            fn from(course: Course) -> Self {
                match course.state().phase() {
                    $( Phase::$Stage => Self::$Stage(In::trust(course)), )+
                }
            }
        }
    };
}

stages! {
    /// Before treatment.
    Assessment "In assessment.";
    /// The initial phase.
    Initial "In the initial phase.";
    /// The middle phase.
    Middle "In the middle phase.";
    /// The ending.
    Termination "In the ending.";
    /// Acute treatment is over.
    Concluded "After acute treatment.";
    /// Continuation.
    Continuation "In continuation.";
    /// Maintenance.
    Maintenance "In maintenance.";
    /// The course is over.
    Closed "Over.";
}

/// Declares the methods that take a step. Each row is a step of the table, or it does not compile.
macro_rules! steps {
    ($( $From:ident { $(
        $(#[doc = $doc:literal])+ $method:ident($($arg:ident: $Arg:ty)?) -> $To:ident = $fact:expr;
    )+ } )+) => {
        $( $( const _: () = assert!(
            leads(Phase::$From, Phase::$To),
            "the table has no step from that phase to that one which can be by the book",
        ); )+ )+

        /// The steps that the facade has methods for: every change of phase that can be by the
        /// book.
        pub const STEPS: &[Step] = &[
            $( $( Step { from: Phase::$From, to: Phase::$To, method: stringify!($method) }, )+ )+
        ];

        $(
            #[allow(clippy::result_large_err, reason = "success and failure both hold the course, so they are one size")]
            impl In<stage::$From> { $(
                $(#[doc = $doc])+
                ///
                /// # Errors
                ///
                /// [`StepError`] gives the course back, unchanged, with every reason at once.
                pub fn $method(self, at: At $(, $arg: $Arg)?) -> Result<In<stage::$To>, StepError<Self>> {
                    self.step(at, $fact.into())
                }
            )+ }
        )+
    };
}

steps! {
    Assessment {
        /// Begins the initial phase.
        begin_initial() -> Initial = PhaseBegun::new(Phase::Initial);
        /// Begins the middle phase, under a protocol without an initial phase.
        begin_middle() -> Middle = PhaseBegun::new(Phase::Middle);
        /// Begins continuation, under a protocol for people who come from acute treatment
        /// elsewhere.
        begin_continuation() -> Continuation = PhaseBegun::new(Phase::Continuation);
        /// Begins maintenance, under a protocol that consists of it.
        begin_maintenance() -> Maintenance = PhaseBegun::new(Phase::Maintenance);
        /// Closes a course of which no treatment came.
        close(closed: Closed) -> Closed = closed;
    }
    Initial {
        /// Begins the middle phase.
        begin_middle() -> Middle = PhaseBegun::new(Phase::Middle);
        /// Closes the course early.
        close(closed: Closed) -> Closed = closed;
    }
    Middle {
        /// Begins a module of the middle phase, by its name.
        begin_module(module: Label) -> Middle = PhaseBegun::new(Phase::Middle).with_module(module);
        /// Begins the ending.
        begin_termination() -> Termination = PhaseBegun::new(Phase::Termination);
        /// Concludes acute treatment, under a protocol without an ending of its own.
        conclude() -> Concluded = PhaseBegun::new(Phase::Concluded);
        /// Begins continuation, under a protocol without an ending of its own.
        begin_continuation() -> Continuation = PhaseBegun::new(Phase::Continuation);
        /// Begins maintenance, under a protocol without an ending of its own.
        begin_maintenance() -> Maintenance = PhaseBegun::new(Phase::Maintenance);
        /// Closes the course.
        close(closed: Closed) -> Closed = closed;
    }
    Termination {
        /// Goes back to the middle phase after an agreed extension.
        return_to_middle() -> Middle = PhaseBegun::new(Phase::Middle);
        /// Concludes acute treatment.
        conclude() -> Concluded = PhaseBegun::new(Phase::Concluded);
        /// Begins continuation straight from the ending.
        begin_continuation() -> Continuation = PhaseBegun::new(Phase::Continuation);
        /// Begins maintenance straight from the ending.
        begin_maintenance() -> Maintenance = PhaseBegun::new(Phase::Maintenance);
        /// Closes the course.
        close(closed: Closed) -> Closed = closed;
    }
    Concluded {
        /// Begins continuation.
        begin_continuation() -> Continuation = PhaseBegun::new(Phase::Continuation);
        /// Begins maintenance.
        begin_maintenance() -> Maintenance = PhaseBegun::new(Phase::Maintenance);
        /// Closes the course.
        close(closed: Closed) -> Closed = closed;
    }
    Continuation {
        /// Begins maintenance.
        begin_maintenance() -> Maintenance = PhaseBegun::new(Phase::Maintenance);
        /// Closes the course.
        close(closed: Closed) -> Closed = closed;
    }
    Maintenance {
        /// Closes the course.
        close(closed: Closed) -> Closed = closed;
    }
}

#[allow(
    clippy::result_large_err,
    reason = "success and failure both hold the course, so they are one size"
)]
impl<S: Stage> In<S> {
    /// Writes down what keeps the phase: a session, any other fact of care, a score.
    ///
    /// What could move the phase is not taken here, so that the type stays true: the beginning of a
    /// phase, the closing, a session that names another phase. Those are for the methods that take
    /// a step, and, like strikes and corrections, for [`Course::record`].
    ///
    /// # Errors
    ///
    /// [`StageError`] says that it could move the phase, or what it contradicts; the course is
    /// unchanged.
    pub fn record(&mut self, at: At, fact: impl Into<Fact>) -> Result<Recorded, StageError> {
        let fact = fact.into();
        if could_move(&fact, S::PHASE) {
            return Err(StageError::CouldMove { phase: S::PHASE });
        }
        Ok(self.course.record(at, fact)?)
    }

    /// Gives the reason for departing from the protocol in one respect, as [`Course::waive`] does.
    ///
    /// # Errors
    ///
    /// Those of [`Course::waive`].
    pub fn waive(&mut self, at: At, waive: Waive) -> Result<Recorded, RecordError> {
        self.course.waive(at, waive)
    }

    /// Confirms conditions of which the record cannot tell, for the step that is taken next.
    #[must_use]
    pub fn confirming(mut self, conditions: impl Into<GuardSet>) -> Self {
        self.confirmed = conditions.into();
        self
    }

    /// The course, as it is stored.
    #[must_use]
    pub fn into_course(self) -> Course {
        self.course
    }

    /// Only for a course whose phase was looked at just now.
    fn trust(course: Course) -> Self {
        debug_assert!(
            course.state().phase() == S::PHASE,
            "the type says where the course stands"
        );
        Self {
            course,
            confirmed: GuardSet::EMPTY,
            stage: PhantomData,
        }
    }

    fn step<To: Stage>(self, at: At, fact: Fact) -> Result<In<To>, StepError<Self>> {
        let Self {
            mut course,
            confirmed,
            ..
        } = self;
        // A step of an earlier day may be overtaken by later ones; only then is there something to
        // go back to.
        let before = (at.day < course.state().last_day()).then(|| course.clone());
        let reason = match course.confirming(confirmed).propose(at, fact) {
            Err(ProposeError::NotByTheBook(why)) => StageError::NotByTheBook(why),
            Err(ProposeError::Record(error)) => StageError::Record(error),
            Ok(Recorded::Ignored { first }) => StageError::KnownKey { first },
            Ok(Recorded::Taken { .. }) if course.state().phase() == To::PHASE => {
                return Ok(In::trust(course));
            }
            Ok(Recorded::Taken { .. }) => StageError::Overtaken {
                to: To::PHASE,
                phase: course.state().phase(),
                last_day: course.state().last_day(),
            },
        };
        let course = Self::trust(before.unwrap_or(course));
        Err(StepError { course, reason })
    }
}

/// Whether a fact could move a course out of its phase.
///
/// A session that names this phase cannot, whatever its day: the phase is what the last fact that
/// sets it says, and if this becomes the last, it says the same.
fn could_move(fact: &Fact, phase: Phase) -> bool {
    match fact {
        Fact::PhaseBegun(_) | Fact::Closed(_) => true,
        Fact::Session(session) => session
            .content()
            .and_then(|held| held.phase)
            .is_some_and(|named| named != phase),
        _ => false,
    }
}

/// Reads alone: whatever changes the course says what becomes of its phase.
impl<S: Stage> Deref for In<S> {
    type Target = Course;

    fn deref(&self) -> &Course {
        &self.course
    }
}

impl<S: Stage> AsRef<Course> for In<S> {
    fn as_ref(&self) -> &Course {
        &self.course
    }
}

impl<S: Stage> From<In<S>> for Course {
    fn from(staged: In<S>) -> Self {
        staged.course
    }
}

#[allow(
    clippy::result_large_err,
    reason = "success and failure both hold the course, so they are one size"
)]
impl<S: Stage> TryFrom<Course> for In<S> {
    type Error = StepError<Course>;

    fn try_from(course: Course) -> Result<Self, StepError<Course>> {
        let found = course.state().phase();
        if found == S::PHASE {
            return Ok(Self::trust(course));
        }
        let reason = StageError::OtherPhase {
            expected: S::PHASE,
            found,
        };
        Err(StepError { course, reason })
    }
}

impl<S: Stage> PartialEq for In<S> {
    fn eq(&self, other: &Self) -> bool {
        self.course == other.course
    }
}

impl<S: Stage> Eq for In<S> {}

/// Shows counts and the phase, as the course does.
impl<S: Stage> fmt::Debug for In<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("In").field(&self.course).finish()
    }
}

#[cfg(test)]
mod tests;
