//! When what belongs to the beginning of treatment falls due: by what comes first of a later phase,
//! of more sessions than the protocol has for the beginning, and of the closing. A label alone
//! would let a record escape that never writes it.

use chrono::NaiveDate;

use super::{Step, history::StepRow};
use crate::{
    machine::{GuardSet, Trigger, row},
    protocol::Protocol,
    record::{
        Fact,
        session::{Session, SessionKind},
    },
    vocabulary::{Phase, Track},
};

/// With what it fell due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Due {
    /// With the beginning of a later phase.
    Phase {
        /// The phase.
        phase: Phase,
        /// The day.
        on: NaiveDate,
    },
    /// With the first session beyond those that the protocol has for the beginning at most.
    Sessions {
        /// So many it has at most.
        most: u16,
        /// The day of that session.
        on: NaiveDate,
    },
    /// With the closing of a course that is said to be completed.
    Closing {
        /// The day.
        on: NaiveDate,
    },
    /// With the opening of a record in a later phase, before which no session was held.
    Opening {
        /// The phase.
        phase: Phase,
        /// The day.
        on: NaiveDate,
    },
}

impl Due {
    /// The day.
    #[must_use]
    pub const fn on(self) -> NaiveDate {
        match self {
            Self::Phase { on, .. }
            | Self::Sessions { on, .. }
            | Self::Closing { on }
            | Self::Opening { on, .. } => on,
        }
    }
}

/// The moment at which the beginning is over, and the conditions of it as they stood then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beginning {
    pub(crate) due: Due,
    /// The step into the middle phase, taken or owed.
    pub(crate) step: StepRow,
}

/// The conditions of the beginning: those of the step into the middle phase that ask for what was
/// done before it.
pub(crate) fn conditions() -> GuardSet {
    use crate::machine::Guard as G;
    let step = row(Phase::Initial, Trigger::begins(Phase::Middle));
    step.map_or(GuardSet::EMPTY, |step| {
        step.guards
            .without(G::PhaseOrder)
            .without(G::NoUnansweredConcern)
    })
}

/// Counts the sessions of the beginning until there are too many.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    /// Held before the record begins.
    before: u16,
    assessment: u16,
    initial: u16,
}

impl Count {
    /// Takes a fact, and says whether the beginning is over with it. A protocol without a middle
    /// phase has no such moment.
    pub(crate) fn take(&mut self, step: &Step<'_>, protocol: &Protocol) -> Option<Due> {
        protocol.phase(Phase::Middle)?;
        let (on, phase) = (step.on, step.after.phase());
        let Some(before) = step.before else {
            return self.open(step);
        };
        if before.phase() > Phase::Initial {
            return None;
        }
        if let Fact::Closed(closed) = step.fact {
            return closed.mode.is_completed().then_some(Due::Closing { on });
        }
        if phase > Phase::Initial && phase != Phase::Closed {
            return Some(Due::Phase { phase, on });
        }
        match step.fact {
            Fact::Session(session) if is_counted(session) => {
                let most = protocol.spec().initial.sessions_most.value;
                let count = match phase {
                    Phase::Assessment => &mut self.assessment,
                    _ => &mut self.initial,
                };
                *count = count.saturating_add(1);
                let found = self
                    .assessment
                    .max(self.initial.saturating_add(self.before));
                (found > most).then_some(Due::Sessions { most, on })
            }
            _ => None,
        }
    }

    /// An opening in the middle phase, or later where the record says that no session came before,
    /// has the beginning behind it.
    fn open(&mut self, step: &Step<'_>) -> Option<Due> {
        let Fact::Opened(opened) = step.fact else {
            return None;
        };
        self.before = opened.sessions_before.unwrap_or(0);
        let phase = opened.phase;
        let is_over = match phase {
            Phase::Middle => true,
            Phase::Termination => opened.sessions_before == Some(0),
            _ => false,
        };
        (is_over && !step.after.began_midway()).then_some(Due::Opening { phase, on: step.on })
    }
}

/// A session given to a crisis is none of the beginning, nor is one that was not held.
fn is_counted(session: &Session) -> bool {
    session.track == Track::Main
        && session.kind != SessionKind::Crisis
        && session.attendance.is_held()
}
