//! The treatment protocol of Interpersonal Psychotherapy as types.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod area;
mod base;
mod course;
mod entry;
pub mod exemplar;
mod id;
pub mod machine;
pub mod measure;
mod phase;
pub mod protocol;
pub mod record;
pub mod rule;
pub mod shape;
pub mod source;
#[cfg(feature = "proptest1")]
pub mod strategy;
mod task;
mod technique;
mod topic;
#[cfg(feature = "serde")]
pub mod wire;

pub use area::{AreaSet, DisputeStage, FocusItem, FocusOn, FocusStatus, ProblemArea, Strategy, StrategySet};
pub use base::{
    date::{ApproxDate, Precision},
    text::FreeText,
    token::InvalidToken,
};
pub use course::{Course, ImportError, Imported, NotByTheBook, RecordError, Recorded, ReplayError, SetAside};
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
