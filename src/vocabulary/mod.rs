//! What everybody speaks: phases, problem areas, tasks, techniques, topics, identifiers, and the
//! codes of rules.

mod area;
mod classification;
mod code;
mod id;
mod phase;
mod place;
mod seq;
mod task;
mod technique;
mod topic;
mod track;

pub use crate::base::{
    date::{ApproxDate, DayKnown, Precision},
    token::TokenError,
    unknown::NameError,
};
pub use area::{
    AreaSet, DisputeStage, FocusItem, FocusOn, FocusStatus, ProblemArea, Strategy, StrategySet,
};
pub use classification::Classification;
pub(crate) use classification::lies_under;
pub use code::{Edition, Retired, RuleCode, Severities, Severity, Unwaivable, retired, split};
pub(crate) use code::{current, may_be_waived, registry};
pub use id::{
    ActorRef, AppKey, CodeSystem, Criterion, DiagnosisCode, Label, MedicationClass, PersonRef,
    ProtocolId, Specialisation, TaskToken,
};
pub use phase::{Phase, PhaseSet};
pub use place::{Place, Region};
pub use seq::Seq;
pub use task::{
    EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, MedicationDecision, SickRole, Stated,
    Task, TaskNote,
};
pub use technique::{
    Extent, OffModel, OffModelActivity, OffModelSet, Technique, TechniqueSet, WorkKind, WorkSet,
};
pub use topic::{Reporting, Topic};
pub use track::Track;
