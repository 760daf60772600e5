//! How many sessions a phase or a course has at least or at most.

use super::{Pace, code};
use crate::vocabulary::RuleCode;

/// A number of sessions as the least or the most, and the rule that finds it passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) sessions: u16,
    pub(crate) code: RuleCode,
}

impl Pace<'_> {
    /// The most sessions that the initial phase usually has.
    pub(crate) fn initial_usual(self) -> Number {
        Number {
            sessions: self.protocol.spec().initial.sessions_usual.value,
            code: code::INITIAL_PHASE_USUAL,
        }
    }

    /// The least sessions of the ending of a course that is completed, as contracted or early by
    /// agreement.
    pub(crate) fn ending_least(self, is_early: bool) -> Number {
        let ending = &self.protocol.spec().ending;
        let least = ending.sessions_min.value;
        Number {
            sessions: if is_early {
                least.min(ending.sessions_min_early.value)
            } else {
                least
            },
            code: code::ENDING_LONG_ENOUGH,
        }
    }

    /// The least sessions that are left when the end is announced, from which on it is no longer
    /// late.
    pub(crate) fn announced_with(self) -> Number {
        Number {
            sessions: self.protocol.spec().ending.announce_warn_below.value,
            code: code::END_ANNOUNCED_EARLY,
        }
    }

    /// The least sessions that are held of so many that were agreed on, where the protocol does not
    /// say from how many on a course is completed.
    pub(crate) fn completed_of(self, agreed: u16) -> Option<Number> {
        let ending = &self.protocol.spec().ending;
        ending.completion_sessions.is_none().then_some(Number {
            sessions: ending.completion.value.part(agreed),
            code: code::COMPLETED,
        })
    }
}
