//! The state machine: phases and regions, one table of steps, one list of conditions.

mod decide;
mod diagram;
mod explain;
mod guard;
pub mod region;
mod state;
mod table;
pub mod typed;

pub use decide::{Decision, Refusal};
pub use diagram::{dot, mermaid, region_dot, region_mermaid};
pub use explain::{Choice, Condition, WhyNot};
pub use guard::{Answer, Guard, GuardSet};
pub use state::{CourseState, Mark, Marks};
pub use table::{TRANSITIONS, Transition, Trigger, TriggerSet, possible_in, row};

pub(crate) use decide::{decide, entered_by, judge};
pub(crate) use explain::{choices, conditions_of, initial_task_code, why_not};
pub(crate) use guard::{GuardCtx, initial_topics};
