//! Types, a state machine, protocols and rules for Interpersonal Psychotherapy (IPT).
//!
//! - A [`Course`] is a log of dated [facts](Fact) and the [state](CourseState) that follows from them.
//! - [`Course::record`] writes down what happened. [`Course::propose`] takes only what is by the book.
//!   [`Course::choices`] and [`Course::why_not`] say what may come next, and which conditions are unmet.
//! - A [`Protocol`] is a variant of IPT as data. [`protocol::preset`] holds published ones.
//! - A [`rule::Validator`] checks a course against its protocol. Its [`rule::Report`] says what was found, what cannot
//!   be told, and which protocol, edition and day the check was for.
//! - [`plan`] puts sessions on days, plans again after changes, previews the effect of an entry, and says what a step
//!   still needs.
//! - [`In`] is a course whose phase is a type.
//!
//! The crate reads no clock, no file and no network: the day is an argument. Errors, findings and `Debug` contain no
//! free text of the record and no reference to a person. Findings hold dates, scores and codes, so they are health
//! data.
//!
//! The crate checks a record against a protocol. It does not diagnose or treat. It does not grade therapists. It
//! neither rates nor predicts suicide risk.
#![no_std]
#![forbid(unsafe_code)]
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc, clippy::alloc_instead_of_core)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod area;
mod base;
mod course;
mod cover;
mod entry;
pub mod exemplar;
mod id;
pub mod machine;
pub mod measure;
mod needed;
mod phase;
pub mod plan;
pub mod protocol;
pub mod record;
pub mod rule;
pub mod shape;
pub mod source;
#[cfg(feature = "proptest1")]
pub mod strategy;
mod task;
mod technique;
pub mod text;
mod topic;
#[cfg(feature = "serde")]
pub mod wire;

pub use area::{AreaSet, DisputeStage, FocusItem, FocusOn, FocusStatus, ProblemArea, Strategy, StrategySet};
pub use base::{
    date::{ApproxDate, Precision},
    text::FreeText,
    token::InvalidToken,
};
pub use course::{
    Attempt, Course, ImportError, Imported, Mention, NotByTheBook, RecordError, Recorded, ReplayError, SetAside,
};
pub use entry::{ChangeProtocol, Content, Correct, Entry, Origin, Seq, Strike, Waive, WaiverScope};
pub use id::{
    ActorRef, AppKey, Criterion, DiagnosisCode, Label, MedicationClass, PersonRef, ProtocolId, Specialisation,
    TaskToken,
};
pub use machine::{
    CourseState, Decision, Refusal,
    typed::{At, In, NotTaken, Staged, WrongPhase, stage},
};
pub use measure::{Direction, Instrument, InstrumentId, ItemAnswer, Rater, Score};
pub use phase::{Phase, PhaseSet};
pub use protocol::Protocol;
pub use record::{Fact, FactClass, FactKind, FactKinds};
pub use rule::{Place, RuleCode, Severity};
pub use source::{Basis, Citation, SourceId, Work};
pub use task::{
    EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, MedicationDecision, SickRole, Stated, Task, TaskNote,
};
pub use technique::{Extent, OffModel, OffModelActivity, OffModelSet, Technique, TechniqueSet, WorkKind, WorkSet};
pub use topic::{Reporting, Topic};

pub use chrono;

/// The examples of the README, as tests.
#[cfg(all(doctest, feature = "serde"))]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct ReadmeDoctests;
