//! Types, a state machine, protocols and rules for Interpersonal Psychotherapy (IPT).
//!
//! - A [`Course`] is a log of dated [facts](Fact) and the [state](CourseState) that follows from
//!   them.
//! - [`Course::record`] writes down what happened; [`Course::strike`] and [`Course::correct`] change
//!   what counts. [`Course::propose`] takes only what is by the book. [`Course::choices`] and
//!   [`Course::why_not`] say what may come next, and which conditions are unmet.
//! - A [`Protocol`] is a variant of IPT as data. [`protocol::preset`] holds published ones.
//! - [`Course::check`] checks a course against its protocol. The [`rule::Report`] says what was
//!   found, what cannot be told, and which protocol, edition and day the check was for. A
//!   [`rule::Validator`] is for a site's own policy and rules.
//! - [`plan`] puts sessions on days, plans again after changes, previews the effect of an entry,
//!   and says what a step still needs.
//! - [`In`] is a course whose phase is a type.
//!
//! The crate reads no clock, no file and no network: the day is an argument. Errors, findings and
//! `Debug` contain no free text of the record and no reference to a person. Findings hold dates,
//! scores and codes, so they are health data.
//!
//! The crate checks a record against a protocol. It does not diagnose or treat. It does not grade
//! therapists. It neither rates nor predicts suicide risk.
#![no_std]
#![forbid(unsafe_code)]
#![warn(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    clippy::alloc_instead_of_core
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod base;
mod course;
pub mod machine;
pub mod measure;
mod pace;
pub mod plan;
pub mod protocol;
pub mod record;
pub mod rule;
pub mod source;
pub mod testing;
pub mod text;
mod vocabulary;
#[cfg(feature = "serde")]
pub mod wire;

pub use base::{
    date::{ApproxDate, Precision},
    shape,
    text::FreeText,
    token::InvalidToken,
    unknown::NameError,
};
pub use course::{
    At, Attempt, Confirming, Course, Differs, ImportError, Imported, Mention, ProposeError,
    RecordError, Recorded, ReplayError, SetAside,
    entry::{ChangeProtocol, Content, Correct, Entry, Origin, Strike, Waive, WaiverScope},
    typed::{self, In, StageError, Staged, StepError, stage},
};
pub use machine::{CourseState, Decision, Refusal};
pub use measure::{Direction, Instrument, InstrumentId, ItemAnswer, Rater, Score};
pub use protocol::Protocol;
pub use record::{Fact, FactClass, FactKind, FactKinds};
pub use source::{Basis, Citation, SourceId, Work};
pub use vocabulary::{
    ActorRef, AppKey, AreaSet, Criterion, DiagnosisCode, DisputeStage, EndingTask, EndingTaskSet,
    Extent, FocusItem, FocusOn, FocusStatus, InitialTask, InitialTaskSet, Label, MedicationClass,
    MedicationDecision, OffModel, OffModelActivity, OffModelSet, PersonRef, Phase, PhaseSet, Place,
    ProblemArea, ProtocolId, Reporting, RuleCode, Seq, Severity, SickRole, Specialisation, Stated,
    Strategy, StrategySet, Task, TaskNote, TaskToken, Technique, TechniqueSet, Topic, WorkKind,
    WorkSet,
};

pub use chrono;

/// The examples of the README, as tests.
#[cfg(all(doctest, feature = "serde"))]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct ReadmeDoctests;
