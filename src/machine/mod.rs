//! The state machine: phases and regions, one table of steps, one list of conditions.
//!
//! [`TRANSITIONS`] is the table: which fact is possible in which phase, and to which phase it
//! leads. [`Guard`] lists the conditions under which a step is by the book; each is also a rule,
//! which reports a step that was taken without it. The five [regions](region) are small state
//! machines of their own, for contract, focus, safety, engagement and consent.
//!
//! Most programs use the machine through [`Course`](crate::Course). `docs/MACHINE.md` is generated
//! from these tables.

mod decide;
mod explain;
mod guard;
pub mod region;
mod state;
mod table;

pub use decide::{Decision, RefusalError};
pub use explain::{Choice, Condition, WhyNot};
pub use guard::{Answer, Guard, GuardSet};
pub use state::CourseState;
pub use table::{TRANSITIONS, Transition, Trigger, TriggerSet, possible_in, row};

pub(crate) use decide::{decide, entered_by, judge};
pub(crate) use explain::{choices, conditions_of, initial_task_code, why_not};
pub(crate) use guard::{GuardCtx, initial_topics};
pub(crate) use table::leads;
