//! The typed facade: a course whose phase is known when the program is compiled.
//!
//! The record is the truth and its phase a value: a course comes from a database, and what it holds
//! is known when it is read. Where a function is about one phase, [`In`] says so in its signature,
//! and the compiler sees to it that the ending is not begun from the initial phase. Types carry the
//! phase, never the conditions of the protocol: those are asked when the step is taken, and a step
//! that is not by the book gives the course back with the reason. What leaves the protocol is
//! recorded all the same, by [`In::record`] or [`Course::record`].
//!
//! Nobody has to write the types out, and nobody has to use them: whatever the facade does,
//! [`Course`] does.
//!
//! ```
//! use interpersonal::{
//!     ActorRef, At, Course, Entry, In, Phase, Reporting, Staged,
//!     chrono::{DateTime, NaiveDate},
//!     machine::{Guard, GuardSet},
//!     protocol::preset,
//!     record::{
//!         ending::{ClinicalResult, Closed, Disposition, EndMode},
//!         setting::{Opened, Suitability, SuitabilityDecided},
//!     },
//!     stage::{Assessment, Initial},
//! };
//!
//! let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
//! let written: DateTime<_> = "2026-01-05T17:00:00Z".parse().unwrap();
//! let at = At::new(written, ActorRef::from_static("therapist-1"), day);
//!
//! // A function that is about one phase says so.
//! fn assess(mut course: In<Assessment>, at: At) -> Result<In<Initial>, Box<dyn std::error::Error>> {
//!     course.record_within(at.entry(SuitabilityDecided::new(Suitability::Suitable)))?;
//!     Ok(course.begin_initial(at, GuardSet::EMPTY)?)
//! }
//!
//! let opening = at.entry(Opened::new(Phase::Assessment, Reporting::EXCERPT));
//! let course = In::<Assessment>::try_from(Course::open(&preset::ACUTE_16, opening)?)?;
//! let course: In<Initial> = assess(course, at)?;
//!
//! // A step that is not by the book gives the course back, with every condition in the way.
//! let refused = course.begin_middle(at, GuardSet::EMPTY).unwrap_err();
//! assert!(refused.to_string().starts_with("the step was not taken, and the course stays in the initial phase: "));
//! let course: In<Initial> = refused.course;
//!
//! // This record is an excerpt: what it cannot tell may be confirmed. Then the middle phase begins.
//! let course = course.begin_middle(at, GuardSet::ALL)?;
//!
//! // A course that was stored is asked for its phase when it is read.
//! let stored: Course = course.into_course();
//! let Staged::Middle(course) = Staged::from(stored) else { unreachable!() };
//! let closed = Closed::new(EndMode::EndedByPatientDecision, ClinicalResult::Responded, Disposition::Discharge);
//! let course = course.close(at, closed, GuardSet::EMPTY)?;
//! assert_eq!(course.state().phase(), Phase::Closed);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::{fmt, marker::PhantomData, ops::Deref};

use chrono::{DateTime, NaiveDate, Utc};
use thiserror::Error;

use crate::machine::{GuardSet, leads};
use crate::{
    base::day_words::long,
    course::{
        Course, NotByTheBook, RecordError, Recorded,
        entry::{Content, Entry, Origin},
    },
    record::{Fact, ending::Closed, setting::PhaseBegun},
    vocabulary::{ActorRef, AppKey, Label, Phase, Seq},
};
use stage::Stage;

/// A course that stands in a phase, as a type.
///
/// It reads like a [`Course`] and changes only by what its phase has a place for. It is neither
/// stored nor cloned: an application stores the course, and asks for the phase when it reads it
/// back.
#[repr(transparent)]
pub struct In<S: Stage> {
    course: Course,
    stage: PhantomData<fn() -> S>,
}

const _: () = assert!(
    size_of::<In<stage::Middle>>() == size_of::<Course>(),
    "a phase as a type costs nothing"
);

/// When a step is taken, when it was written down, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct At {
    /// When it was written.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub by: ActorRef,
    /// The day on which it happened.
    pub on: NaiveDate,
    /// The application's own key for the entry.
    pub key: Option<AppKey>,
    /// How it came into the record.
    pub origin: Origin,
}

impl At {
    /// Written live at that moment, by that person, about that day.
    #[must_use]
    pub const fn new(recorded_at: DateTime<Utc>, by: ActorRef, on: NaiveDate) -> Self {
        Self {
            recorded_at,
            by,
            on,
            key: None,
            origin: Origin::Live,
        }
    }

    /// The application's own key for the entry.
    #[must_use]
    pub const fn with_key(mut self, key: AppKey) -> Self {
        self.key = Some(key);
        self
    }

    /// How it came into the record.
    #[must_use]
    pub const fn with_origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// The entry that records a fact then.
    #[must_use]
    pub fn entry(self, fact: impl Into<Fact>) -> Entry {
        let mut entry =
            Entry::fact(self.recorded_at, self.by, self.on, fact).with_origin(self.origin);
        entry.key = self.key;
        entry
    }
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
        /// use interpersonal::{ActorRef, At, Course, Phase, Reporting, Staged, protocol::preset, record::setting::Opened};
        /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        /// # let written = "2026-01-05T17:00:00Z".parse().unwrap();
        /// # let at = At::new(written, ActorRef::from_static("therapist-1"), day);
        /// # let course = Course::open(&preset::ACUTE_16, at.entry(Opened::new(Phase::Initial, Reporting::COMPLETE)))?;
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

        $( impl From<In<stage::$Stage>> for Staged {
            fn from(staged: In<stage::$Stage>) -> Self {
                Self::$Stage(staged)
            }
        } )+
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
                /// Conditions of which the record cannot tell are the caller's to confirm: name
                /// them in `confirmed`.
                ///
                /// # Errors
                ///
                /// [`NotTaken`] gives the course back, unchanged, with every reason at once.
                pub fn $method(
                    self,
                    at: At,
                    $($arg: $Arg,)?
                    confirmed: GuardSet,
                ) -> Result<In<stage::$To>, NotTaken<stage::$From>> {
                    self.step(at.entry($fact), confirmed)
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
    /// Writes down what keeps the phase: a session, any other fact of care, a score, a waiver, a
    /// change of protocol.
    ///
    /// What could move the phase is not taken here, so that the type stays true: the beginning of a
    /// phase, the closing, a session that names another phase, a strike, a correction. Those are
    /// for the methods that take a step, and for [`record`](Self::record).
    ///
    /// # Errors
    ///
    /// [`NotWithin`] says what could move the phase, or what contradicts the record; the course is
    /// unchanged.
    pub fn record_within(&mut self, entry: Entry) -> Result<Recorded, NotWithin> {
        match moves(&entry.content, S::PHASE) {
            Some(mover) => Err(NotWithin::CouldMove {
                mover,
                phase: S::PHASE,
            }),
            None => Ok(self.course.record(entry)?),
        }
    }

    /// Writes down what happened, whatever it is, and says where the course stands then.
    ///
    /// # Errors
    ///
    /// [`NotRecorded`] gives the course back, unchanged, with what contradicts the record.
    pub fn record(mut self, entry: Entry) -> Result<(Staged, Recorded), NotRecorded<S>> {
        match self.course.record(entry) {
            Ok(recorded) => Ok((Staged::from(self.course), recorded)),
            Err(error) => Err(NotRecorded {
                course: self,
                error,
            }),
        }
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
            stage: PhantomData,
        }
    }

    fn step<To: Stage>(mut self, entry: Entry, confirmed: GuardSet) -> Result<In<To>, NotTaken<S>> {
        // A step of an earlier day may be overtaken by later ones; only then is there something to
        // go back to.
        let late = entry.day().is_some_and(|on| on < self.state().last_day());
        let before = late.then(|| self.course.clone());
        let reason = match self.course.propose(entry, confirmed) {
            Err(reason) => Untaken::NotByTheBook(reason),
            Ok(Recorded::Ignored { first }) => Untaken::Known { first },
            Ok(Recorded::Taken { .. }) if self.state().phase() == To::PHASE => {
                return Ok(In::trust(self.course));
            }
            Ok(Recorded::Taken { .. }) => Untaken::Overtaken {
                to: To::PHASE,
                phase: self.state().phase(),
                last_day: self.state().last_day(),
            },
        };
        if let Some(before) = before {
            self.course = before;
        }
        Err(NotTaken {
            course: self,
            reason,
        })
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
    type Error = WrongPhase;

    fn try_from(course: Course) -> Result<Self, WrongPhase> {
        let found = course.state().phase();
        if found == S::PHASE {
            Ok(Self::trust(course))
        } else {
            Err(WrongPhase {
                course,
                expected: S::PHASE,
                found,
            })
        }
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

/// What could move the phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mover {
    /// A phase begins.
    Step,
    /// The course is closed.
    Closing,
    /// A session names another phase.
    SessionOf(Phase),
    /// An earlier entry is struck.
    Strike,
    /// An earlier fact is corrected.
    Correction,
}

impl fmt::Display for Mover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step => f.write_str("the beginning of a phase"),
            Self::Closing => f.write_str("the closing"),
            Self::SessionOf(phase) => write!(f, "a session of the {phase} phase"),
            Self::Strike => f.write_str("a strike"),
            Self::Correction => f.write_str("a correction"),
        }
    }
}

/// What in an entry could move a course out of its phase.
///
/// A session that names this phase cannot, whatever its day: the phase is what the last fact that
/// sets it says, and if this becomes the last, it says the same.
fn moves(content: &Content, phase: Phase) -> Option<Mover> {
    match content {
        Content::Fact {
            fact: Fact::PhaseBegun(_),
            ..
        } => Some(Mover::Step),
        Content::Fact {
            fact: Fact::Closed(_),
            ..
        } => Some(Mover::Closing),
        Content::Fact {
            fact: Fact::Session(session),
            ..
        } => session
            .phase
            .filter(|&named| named != phase)
            .map(Mover::SessionOf),
        Content::Strike(_) => Some(Mover::Strike),
        Content::Correct(_) => Some(Mover::Correction),
        Content::Fact { .. } | Content::Waive(_) | Content::ChangeProtocol { .. } => None,
    }
}

/// A course stands in another phase than was asked for. It holds the course.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("the course is in the {found} phase; the {expected} phase was expected")]
#[non_exhaustive]
pub struct WrongPhase {
    /// The course, unchanged.
    pub course: Course,
    /// The phase that was asked for.
    pub expected: Phase,
    /// The phase in which it stands.
    pub found: Phase,
}

/// A step was not taken. It holds the course.
#[derive(PartialEq, Eq, Error)]
#[error(
    "the step was not taken, and the course stays in the {} phase: {reason}",
    S::PHASE
)]
#[non_exhaustive]
pub struct NotTaken<S: Stage> {
    /// The course, unchanged.
    pub course: In<S>,
    /// Why.
    pub reason: Untaken,
}

impl<S: Stage> fmt::Debug for NotTaken<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotTaken")
            .field("course", &self.course)
            .field("reason", &self.reason)
            .finish()
    }
}

/// Why a step was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Untaken {
    /// It is not by the book, or contradicts the record.
    #[error(transparent)]
    NotByTheBook(#[from] NotByTheBook),
    /// The record holds an entry with the same application key.
    #[error("{first} has the same application key; each key must be used only once")]
    Known {
        /// The entry with the same application key.
        first: Seq,
    },
    /// Later facts lead elsewhere.
    #[error(
        "it would begin the {to} phase, but later facts up to {} put the course into the {phase} phase; it must be recorded \
         as a fact, with `record`",
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
}

/// An entry cannot stand in the record. It holds the course.
#[derive(PartialEq, Eq, Error)]
#[error("{error}")]
#[non_exhaustive]
pub struct NotRecorded<S: Stage> {
    /// The course, unchanged.
    pub course: In<S>,
    /// Why.
    pub error: RecordError,
}

impl<S: Stage> fmt::Debug for NotRecorded<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotRecorded")
            .field("course", &self.course)
            .field("error", &self.error)
            .finish()
    }
}

/// Why an entry was not written down within a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NotWithin {
    /// It could move the phase.
    #[error(
        "{mover} could end the {phase} phase; it must be taken as a step, or recorded with `record`, which tells the phase afterwards"
    )]
    CouldMove {
        /// What.
        mover: Mover,
        /// The phase of the course.
        phase: Phase,
    },
    /// It contradicts the record.
    #[error(transparent)]
    Record(#[from] RecordError),
}

#[cfg(test)]
mod tests {
    use alloc::{borrow::Cow, string::ToString, vec, vec::Vec};

    use super::{
        stage::{Assessment, Initial, Middle, Termination},
        *,
    };
    use crate::{
        machine::{Guard, Trigger, row},
        protocol::{PhaseSpec, Protocol, ProtocolSpec, preset},
        record::{
            Fact,
            ending::{ClinicalResult, Disposition, EndMode},
            session::Session,
            setting::{Opened, Suitability, SuitabilityDecided},
        },
        vocabulary::Reporting,
    };

    fn at(day: u32) -> At {
        let on = NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
        At::new(
            on.and_hms_opt(17, 0, 0).unwrap().and_utc(),
            ActorRef::from_static("therapist-1"),
            on,
        )
    }

    fn course_in(phase: Phase) -> Course {
        Course::open(
            &preset::ACUTE_16,
            at(5).entry(Opened::new(phase, Reporting::EXCERPT)),
        )
        .unwrap()
    }

    fn ended(mode: EndMode) -> Closed {
        Closed::new(mode, ClinicalResult::NotAssessed, Disposition::None)
    }

    /// The lists of phases that published variants have: acute treatment with an ending of its own
    /// or without, modules alone, maintenance alone.
    fn shapes() -> Vec<Protocol> {
        let list = |phases: &[(Phase, bool)]| {
            let spec = |&(phase, optional): &(Phase, bool)| PhaseSpec {
                phase,
                label: Cow::Borrowed(phase.name()),
                typical: None,
                ends_on: None,
                optional,
            };
            let phases = Cow::Owned(phases.iter().map(spec).collect());
            Protocol::new(ProtocolSpec {
                phases,
                ..preset::ACUTE_16.spec().clone()
            })
            .unwrap()
        };
        vec![
            list(&[
                (Phase::Initial, false),
                (Phase::Middle, false),
                (Phase::Concluded, true),
                (Phase::Continuation, true),
            ]),
            list(&[
                (Phase::Initial, false),
                (Phase::Middle, false),
                (Phase::Maintenance, false),
            ]),
            list(&[(Phase::Assessment, true), (Phase::Middle, false)]),
            list(&[(Phase::Assessment, true), (Phase::Maintenance, false)]),
        ]
    }

    #[test]
    fn every_change_of_phase_that_can_be_by_the_book_has_a_method_and_no_other_has() {
        let shapes = shapes();
        let protocols = || preset::ALL.iter().copied().chain(&shapes);
        let mut possible = Vec::new();
        for &from in Phase::ALL {
            for &to in Phase::ALL.iter().filter(|&&to| to != from) {
                let Some(transition) = row(from, Trigger::begins(to)) else {
                    continue;
                };
                let has = |protocol: &Protocol| {
                    from == Phase::Assessment || protocol.phase(from).is_some()
                };
                if !transition.guards.contains(Guard::PhaseOrder)
                    || protocols().any(|protocol| has(protocol) && protocol.follows(from, to))
                {
                    possible.push((from, to));
                }
            }
        }
        let mut methods: Vec<_> = STEPS
            .iter()
            .filter(|step| step.from != step.to)
            .map(|step| (step.from, step.to))
            .collect();
        methods.sort_unstable();
        assert_eq!(methods, possible);
        let within: Vec<_> = STEPS
            .iter()
            .filter(|step| step.from == step.to)
            .map(|step| step.method)
            .collect();
        assert_eq!(within, ["begin_module"]);
    }

    #[test]
    fn a_phase_as_a_type_is_the_phase_of_the_course() {
        for &phase in Phase::ALL.iter().filter(|&&phase| phase != Phase::Closed) {
            let staged = Staged::from(course_in(phase));
            assert_eq!(
                (staged.phase(), staged.course().state().phase()),
                (phase, phase)
            );
            assert_eq!(staged.into_course(), course_in(phase));
        }
        let course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
        let course = course
            .close(at(6), ended(EndMode::DroppedOut), GuardSet::EMPTY)
            .unwrap();
        assert!(matches!(
            Staged::from(course.into_course()),
            Staged::Closed(_)
        ));
    }

    #[test]
    fn the_wrong_phase_gives_the_course_back_and_shows_no_content() {
        let error = In::<Middle>::try_from(course_in(Phase::Initial)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the course is in the initial phase; the middle phase was expected"
        );
        let debug = alloc::format!("{error:?}");
        assert!(
            debug.contains("entries: 1") && !debug.contains("2026"),
            "{debug}"
        );
        assert_eq!(error.course, course_in(Phase::Initial));
    }

    #[test]
    fn a_step_that_is_not_by_the_book_leaves_the_course_as_it_was() {
        let course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
        let error = course.begin_middle(at(6), GuardSet::EMPTY).unwrap_err();
        assert!(matches!(
            error.reason,
            Untaken::NotByTheBook(NotByTheBook::Conditions(_))
        ));
        assert_eq!(error.course.into_course(), course_in(Phase::Initial));
    }

    #[test]
    fn a_step_that_the_record_holds_already_is_not_taken_twice() {
        let key = AppKey::from_static("row-7");
        let mut course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
        course
            .record_within(at(6).with_key(key).entry(Session::attended()))
            .unwrap();
        let error = course
            .begin_middle(at(7).with_key(key), GuardSet::ALL)
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the step was not taken, and the course stays in the initial phase: entry 2 has the same application key; each \
             key must be used only once"
        );
    }

    #[test]
    fn a_late_step_that_later_facts_overtake_is_not_taken_and_leaves_the_course_as_it_was() {
        let mut course = course_in(Phase::Assessment);
        course
            .record(at(5).entry(SuitabilityDecided::new(Suitability::Suitable)))
            .unwrap();
        course
            .record(at(9).entry(PhaseBegun::new(Phase::Assessment)))
            .unwrap();
        let before = course.clone();
        let course = In::<Assessment>::try_from(course).unwrap();
        let error = course.begin_initial(at(6), GuardSet::ALL).unwrap_err();
        assert_eq!(
            error.reason,
            Untaken::Overtaken {
                to: Phase::Initial,
                phase: Phase::Assessment,
                last_day: at(9).on
            }
        );
        assert_eq!(
            error.to_string(),
            "the step was not taken, and the course stays in the assessment phase: it would begin the initial phase, but \
             later facts up to 9 January 2026 put the course into the assessment phase; it must be recorded as a fact, with \
             `record`"
        );
        assert_eq!(*error.course, before);
    }

    #[test]
    fn a_late_step_that_nothing_overtakes_is_taken() {
        let mut course = In::<Initial>::try_from(course_in(Phase::Initial)).unwrap();
        course
            .record_within(at(9).entry(Session::attended()))
            .unwrap();
        let course: In<Middle> = course.begin_middle(at(6), GuardSet::ALL).unwrap();
        assert_eq!(course.state().phase(), Phase::Middle);
    }

    #[test]
    fn within_a_phase_nothing_is_recorded_that_could_end_it() {
        let mut course = In::<Middle>::try_from(course_in(Phase::Middle)).unwrap();
        course
            .record_within(at(6).entry(Session::attended().with_phase(Phase::Middle)))
            .unwrap();
        let before = course.into_course();
        let mut course = In::<Middle>::try_from(before.clone()).unwrap();
        let correct =
            crate::course::entry::Correct::new(Seq::new(2), at(6).on, Session::attended());
        let movers = [
            (
                at(7).entry(PhaseBegun::new(Phase::Termination)),
                Mover::Step,
            ),
            (at(7).entry(ended(EndMode::DroppedOut)), Mover::Closing),
            (
                at(7).entry(Session::attended().with_phase(Phase::Initial)),
                Mover::SessionOf(Phase::Initial),
            ),
            (
                Entry::strike(
                    at(7).recorded_at,
                    at(7).by,
                    crate::course::entry::Strike::new(Seq::new(2)),
                ),
                Mover::Strike,
            ),
            (
                Entry::correct(at(7).recorded_at, at(7).by, correct),
                Mover::Correction,
            ),
        ];
        for (entry, mover) in movers {
            assert_eq!(
                course.record_within(entry),
                Err(NotWithin::CouldMove {
                    mover,
                    phase: Phase::Middle
                })
            );
        }
        assert_eq!(*course, before);
    }

    #[test]
    fn whatever_is_recorded_the_answer_says_where_the_course_stands() {
        let course = In::<Middle>::try_from(course_in(Phase::Middle)).unwrap();
        let (staged, recorded) = course
            .record(at(6).entry(PhaseBegun::new(Phase::Initial)))
            .unwrap();
        assert!(!recorded.is_by_the_book());
        let Staged::Initial(course) = staged else {
            panic!("in the initial phase")
        };
        let error = course.record(at(4).entry(Session::attended())).unwrap_err();
        assert_eq!(
            error.to_string(),
            "entry 3 cannot be recorded: the fact (session) is dated 4 January 2026 and the course was opened on 5 January \
             2026; a fact must not be dated before the opening"
        );
        assert_eq!(error.course.entries().len(), 2);
    }

    #[test]
    fn a_method_records_the_step_that_it_is_named_after() {
        let course = In::<Termination>::try_from(course_in(Phase::Termination)).unwrap();
        let course = course.return_to_middle(at(6), GuardSet::ALL).unwrap();
        let course = course
            .begin_module(at(6), Label::from_static("module-2"), GuardSet::ALL)
            .unwrap();
        let begun: Vec<_> = course
            .facts()
            .filter_map(|(_, _, fact)| match fact {
                Fact::PhaseBegun(begun) => Some((begun.phase, begun.module)),
                _ => None,
            })
            .collect();
        assert_eq!(
            begun,
            [
                (Phase::Middle, None),
                (Phase::Middle, Some(Label::from_static("module-2")))
            ]
        );
    }
}
