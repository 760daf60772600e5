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

    /// The least sessions that a completed course holds: the number that the protocol says, or else
    /// its share of those that were agreed on.
    pub(crate) fn completed_of(self, agreed: u16) -> Number {
        let ending = &self.protocol.spec().ending;
        Number {
            sessions: ending
                .completion_sessions
                .map_or_else(|| ending.completion.value.part(agreed), |least| least.value),
            code: code::COMPLETED,
        }
    }
}
