//! The machine's answer to one fact.

use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use super::{
    guard::{Answer, Guard, GuardCtx, GuardSet},
    state::CourseState,
    table::{Transition, Trigger, possible_in, row},
};
use crate::{
    base::day_words::long,
    measure::InstrumentId,
    protocol::Protocol,
    record::{Fact, FactKind},
    vocabulary::{Phase, PhaseSet, RuleCode, Track},
};

/// What the machine says to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
#[allow(
    clippy::exhaustive_enums,
    reason = "taken and refused are the answers there are"
)]
pub enum Decision {
    /// It stands in the record. By the book means that nothing is unmet and nothing unknown.
    Taken {
        /// The phase afterwards.
        to: Phase,
        /// The conditions that were not met.
        unmet: GuardSet,
        /// The conditions of which it cannot be told whether they were met.
        unknown: GuardSet,
    },
    /// It contradicts the record.
    Refused(RefusalError),
}

impl Decision {
    /// Whether the fact is by the book: taken, with nothing unmet and nothing unknown.
    #[must_use]
    pub const fn is_by_the_book(&self) -> bool {
        matches!(self, Self::Taken { unmet, unknown, .. } if unmet.is_empty() && unknown.is_empty())
    }

    /// Whether the fact stands in the record.
    #[must_use]
    pub const fn is_taken(&self) -> bool {
        matches!(self, Self::Taken { .. })
    }
}

/// Why a fact contradicts the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RefusalError {
    /// Nothing is recorded yet.
    #[error(
        "the first fact of a record must open the course; the first one here is of another kind ({kind})"
    )]
    NotOpened {
        /// What was offered.
        kind: FactKind,
    },
    /// A course is opened once.
    #[error(
        "the course was already opened on {}; a recurrence must be recorded as a new course that refers to this one",
        long(*.opened_on)
    )]
    OpenedTwice {
        /// When it was opened.
        opened_on: NaiveDate,
    },
    /// A course is not opened in its last phase.
    #[error(
        "the opening names the closed phase; a course must be opened in one of the phases assessment to maintenance"
    )]
    OpenedClosed,
    /// Nothing happens before the course is opened.
    #[error(
        "the fact ({kind}) is dated {} and the course was opened on {}; a fact must not be dated before the opening",
        long(*.on),
        long(*.opened_on)
    )]
    BeforeOpening {
        /// What was offered.
        kind: FactKind,
        /// Its day.
        on: NaiveDate,
        /// The day of the opening.
        opened_on: NaiveDate,
    },
    /// Nothing is written before it happens.
    #[error(
        "the fact ({kind}) is dated {} and was written on {}; a fact must be written on its day or later",
        long(*.on),
        long(*.written)
    )]
    BeforeItHappened {
        /// What was offered.
        kind: FactKind,
        /// Its day.
        on: NaiveDate,
        /// The day of writing.
        written: NaiveDate,
    },
    /// The phase has no place for it.
    #[error("{}", NoStep { kind: *.kind, from: *.from, possible_in: *.possible_in })]
    NoStep {
        /// What was offered.
        kind: FactKind,
        /// The phase.
        from: Phase,
        /// The phases that have a place for it.
        possible_in: PhaseSet,
    },
    /// A course closes with its outcome.
    #[error(
        "the closed phase is named without an outcome; a closing must be recorded as `closed`, with its outcome"
    )]
    ClosedWithoutOutcome,
    /// A number stands for one session of a track.
    #[error(
        "session {number} of the {track} track is already recorded, in {first}; each number must be used only once in a track"
    )]
    NumberTaken {
        /// The track.
        track: Track,
        /// The number.
        number: u16,
        /// The entry that holds it.
        first: crate::vocabulary::Seq,
    },
    /// A score lies in the range of its instrument.
    #[error("the total on {instrument} is {total}; it must be between {min} and {max}")]
    ScoreOutOfRange {
        /// The instrument.
        instrument: InstrumentId,
        /// What was offered.
        total: u16,
        /// The least total.
        min: u16,
        /// The greatest total.
        max: u16,
    },
    /// A focus has one to four items.
    #[error("the focus has {items} items; it must have 1 to 4")]
    FocusItems {
        /// How many were offered.
        items: usize,
    },
    /// A time frame has a length.
    #[error("the time frame has 0 sessions, weeks or days; it must have at least 1")]
    EmptyFrame,
    /// A break ends after it begins.
    #[error(
        "the break begins on {} and ends on {}; its last day must not be before its first",
        long(*.from),
        long(*.until)
    )]
    BreakReversed {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        until: NaiveDate,
    },
}

impl RefusalError {
    /// The promise about the integrity of the record that the refusal keeps, if it has a code: a
    /// retired one, of which [`Retired::get`](crate::rule::Retired::get) says what it stands for.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        Some(RuleCode::from_static(match self {
            Self::BeforeOpening { .. } | Self::BeforeItHappened { .. } => "IPT-003",
            Self::NoStep { .. } | Self::ClosedWithoutOutcome => "IPT-004",
            Self::NumberTaken { .. } => "IPT-002",
            Self::ScoreOutOfRange { .. } => "IPT-178",
            _ => return None,
        }))
    }
}

/// Why a phase has no place for a fact, in words. After the closing few facts have one, so that
/// these are named instead.
struct NoStep {
    kind: FactKind,
    from: Phase,
    possible_in: PhaseSet,
}

impl fmt::Display for NoStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kind,
            from,
            possible_in,
        } = self;
        match from {
            Phase::Closed => f.write_str(
                "the course is closed; scores, safety and administration can still be recorded",
            ),
            _ => write!(
                f,
                "the course is in the {from} phase; a fact of this kind ({kind}) can be recorded only in one of the phases \
                 {possible_in}"
            ),
        }
    }
}

/// Judges the conditions of a row.
pub(crate) fn judge(transition: Transition, ctx: &GuardCtx<'_>) -> (GuardSet, GuardSet) {
    let mut unmet = GuardSet::EMPTY;
    let mut unknown = GuardSet::EMPTY;
    for guard in transition.guards.iter() {
        match guard.answer(ctx) {
            Answer::Fails => unmet = unmet.with(guard),
            Answer::CannotTell => unknown = unknown.with(guard),
            Answer::Holds | Answer::DoesNotApply => {}
        }
    }
    (unmet, unknown)
}

/// What the machine says to a fact, given the state before it. It looks at the phase, the
/// conditions, and what the fact says by itself; what other entries contradict is the course's to
/// find.
pub(crate) fn decide(
    state: Option<&CourseState>,
    protocol: &Protocol,
    fact: &Fact,
    on: NaiveDate,
) -> Decision {
    if let Err(refusal) = sound(fact) {
        return Decision::Refused(refusal);
    }
    let kind = fact.kind();
    let Some(state) = state else {
        return match fact {
            Fact::Opened(opened) if opened.phase == Phase::Closed => {
                Decision::Refused(RefusalError::OpenedClosed)
            }
            Fact::Opened(opened) => Decision::Taken {
                to: opened.phase,
                unmet: GuardSet::EMPTY,
                unknown: GuardSet::EMPTY,
            },
            _ => Decision::Refused(RefusalError::NotOpened { kind }),
        };
    };
    if on < state.opened_on() {
        return Decision::Refused(RefusalError::BeforeOpening {
            kind,
            on,
            opened_on: state.opened_on(),
        });
    }
    let Some(trigger) = Trigger::of(fact) else {
        return Decision::Refused(RefusalError::OpenedTwice {
            opened_on: state.opened_on(),
        });
    };
    let from = state.phase();
    let Some(transition) = row(from, trigger) else {
        return Decision::Refused(RefusalError::NoStep {
            kind,
            from,
            possible_in: possible_in(trigger),
        });
    };

    // A session that names a phase which has not begun takes that step with it.
    if let Some(entered) = entered_by(fact, from) {
        let step = Trigger::begins(entered);
        let (Some(beginning), Some(session)) = (row(from, step), row(entered, trigger)) else {
            return Decision::Refused(RefusalError::NoStep {
                kind,
                from,
                possible_in: possible_in(step),
            });
        };
        let ctx = GuardCtx {
            on,
            from,
            to: entered,
            state,
            protocol,
            fact: Some(fact),
        };
        let (unmet, unknown) = judge(*beginning, &ctx);
        let within = GuardCtx {
            on,
            from: entered,
            to: entered,
            state,
            protocol,
            fact: Some(fact),
        };
        let (more_unmet, more_unknown) = judge(*session, &within);
        return Decision::Taken {
            to: entered,
            unmet: unmet.union(more_unmet),
            unknown: unknown.union(more_unknown),
        };
    }

    let to = transition.to.unwrap_or(from);
    let (unmet, unknown) = judge(
        *transition,
        &GuardCtx {
            on,
            from,
            to,
            state,
            protocol,
            fact: Some(fact),
        },
    );
    Decision::Taken { to, unmet, unknown }
}

/// The phase that a session enters by naming it. One that was not held enters none.
pub(crate) fn entered_by(fact: &Fact, from: Phase) -> Option<Phase> {
    match fact {
        Fact::Session(session) => session.content()?.phase.filter(|&phase| phase != from),
        _ => None,
    }
}

/// What a fact must be by itself.
fn sound(fact: &Fact) -> Result<(), RefusalError> {
    match fact {
        Fact::PhaseBegun(begun) if begun.phase == Phase::Closed => {
            Err(RefusalError::ClosedWithoutOutcome)
        }
        Fact::Session(session) => {
            if session.phase == Some(Phase::Closed) {
                return Err(RefusalError::ClosedWithoutOutcome);
            }
            session.scores.iter().try_for_each(in_range)
        }
        Fact::Scored(score) => in_range(score),
        Fact::FocusAgreed(agreed) if agreed.items.is_empty() || agreed.items.len() > 4 => {
            Err(RefusalError::FocusItems {
                items: agreed.items.len(),
            })
        }
        Fact::FrameAnnounced(announced) => frame(announced.frame),
        Fact::ContractAgreed(agreed) => frame(agreed.frame),
        Fact::ContractAmended(amended) => amended.frame.map_or(Ok(()), frame),
        Fact::BreakAnnounced(announced) if announced.until < announced.from => {
            Err(RefusalError::BreakReversed {
                from: announced.from,
                until: announced.until,
            })
        }
        _ => Ok(()),
    }
}

fn frame(frame: crate::record::contract::TimeFrame) -> Result<(), RefusalError> {
    use crate::record::contract::TimeFrame;
    let empty = match frame {
        TimeFrame::Sessions(number) | TimeFrame::Weeks(number) | TimeFrame::UntilReview(number) => {
            number == 0
        }
        TimeFrame::SessionsWithinWeeks(sessions, weeks) => sessions == 0 || weeks == 0,
    };
    if empty {
        Err(RefusalError::EmptyFrame)
    } else {
        Ok(())
    }
}

fn in_range(score: &crate::measure::Score) -> Result<(), RefusalError> {
    let known = crate::measure::Instrument::get(score.instrument);
    match known.zip(score.total) {
        // A range that was not read in a source refuses nothing. An incomplete form may lie below.
        Some((instrument, total))
            if instrument.range.basis.is_published()
                && !instrument.in_range(total)
                && (score.comparable().is_some() || total > instrument.max()) =>
        {
            Err(RefusalError::ScoreOutOfRange {
                instrument: score.instrument,
                total,
                min: instrument.min(),
                max: instrument.max(),
            })
        }
        _ => Ok(()),
    }
}

impl Guard {
    /// The condition of that rule code, if the rule is one.
    #[must_use]
    pub fn of_code(code: RuleCode) -> Option<Self> {
        Self::ALL.iter().copied().find(|guard| guard.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::table::taken_in;

    #[test]
    fn after_the_closing_scores_safety_and_administration_have_their_place() {
        let still = [Trigger::Score, Trigger::Safety, Trigger::Administration];
        assert!(
            taken_in(Phase::Closed).iter().eq(still),
            "the sentence on a closed course names these"
        );
    }
}
