//! The fold: how a state follows from facts, and what the machine says to each on the way.
//!
//! Facts come in the order in which they take effect. The state of the whole record, the state of a
//! day, what was known at a moment, the rows that rules read, a fact that comes last and one that
//! comes late: all of them are this one fold, over other facts or from another state.

use core::convert::Infallible;

use chrono::NaiveDate;

use super::{Attempt, Course, Mention, Others, RecordError, Recorded, timeline::Timeline};
use crate::{
    course::entry::Entry,
    machine::{self, CourseState, Decision, GuardSet, RefusalError},
    record::Fact,
    vocabulary::Seq,
};

/// A fact as the fold meets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step<'a> {
    pub(crate) seq: Seq,
    pub(crate) on: NaiveDate,
    pub(crate) fact: &'a Fact,
    /// The state before; none for the opening.
    pub(crate) before: Option<CourseState>,
    pub(crate) after: CourseState,
}

/// A fact that stands, with its entry and its day.
pub(super) type Stated<'a> = (Seq, NaiveDate, &'a Fact);

/// Folds facts onto a state. Before the opening there is none, and no other fact makes one.
///
/// Each fact is shown with the state before it and the state after it; an error ends the fold.
pub(super) fn fold<'a, E>(
    onto: Option<CourseState>,
    facts: impl IntoIterator<Item = Stated<'a>>,
    mut visit: impl FnMut(Stated<'a>, Option<&CourseState>, Option<&CourseState>) -> Result<(), E>,
) -> Result<Option<CourseState>, E> {
    let mut state = onto;
    for (seq, on, fact) in facts {
        let before = state;
        match (&mut state, fact) {
            (Some(state), fact) => state.apply(on, fact),
            (none, Fact::Opened(opened)) => *none = Some(CourseState::opened(on, opened)),
            (None, _) => {}
        }
        visit((seq, on, fact), before.as_ref(), state.as_ref())?;
    }
    Ok(state)
}

/// The state that follows from facts, if one of them opens the course.
pub(super) fn state_after<'a>(facts: impl IntoIterator<Item = Stated<'a>>) -> Option<CourseState> {
    let Ok(state) = fold(None, facts, |_, _, _| Ok::<_, Infallible>(()));
    state
}

/// What changes the order of the facts that stand.
#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    /// The entry that is struck or corrected, or the new one itself.
    pub(super) about: Seq,
    /// The new fact, which is not among the entries yet; none for a strike.
    pub(super) new: Option<Stated<'a>>,
}

impl Course {
    /// Walks the standing facts in the order in which they take effect, with the state before and
    /// after each.
    pub(crate) fn walk<'a>(&'a self, mut visit: impl FnMut(Step<'a>)) {
        let Ok(_) = fold(
            None,
            self.standing_facts(),
            |(seq, on, fact), before, after| {
                if let Some(&after) = after {
                    visit(Step {
                        seq,
                        on,
                        fact,
                        before: before.copied(),
                        after,
                    });
                }
                Ok::<_, Infallible>(())
            },
        );
    }

    /// The facts that stand, in the order in which they take effect.
    pub(super) fn standing_facts(&self) -> impl Iterator<Item = Stated<'_>> + Clone {
        self.facts_at(self.timeline.iter())
    }

    /// The facts of some entries, in the order of those.
    pub(super) fn facts_at(
        &self,
        order: impl Iterator<Item = (Seq, NaiveDate)> + Clone,
    ) -> impl Iterator<Item = Stated<'_>> + Clone {
        order.filter_map(|(seq, on)| Some((seq, on, self.entry(seq)?.stated()?.1)))
    }

    /// Takes a fact that comes last: the common case, in constant time.
    pub(super) fn append(
        &mut self,
        seq: Seq,
        on: NaiveDate,
        fact: &Fact,
        rank: u8,
    ) -> Result<Recorded, RecordError> {
        let new = (seq, on, fact);
        let change = Change {
            about: seq,
            new: Some(new),
        };
        let opened_on = Some(self.state.opened_on());
        let (state, taken) = self.judged(Some(self.state), [new], opened_on, change)?;
        self.state = state;
        self.timeline.push(seq, on, rank);
        Ok(taken)
    }

    /// Folds a changed timeline anew and adopts it, unless a fact can then not stand.
    pub(super) fn refold(
        &mut self,
        timeline: Timeline,
        change: Change<'_>,
    ) -> Result<Recorded, RecordError> {
        let stated = |(seq, on)| match change.new {
            Some(new) if new.0 == seq => Some(new),
            _ => Some((seq, on, self.entry(seq).and_then(Entry::stated)?.1)),
        };
        let facts = timeline.iter().filter_map(stated);
        let opened_on = facts
            .clone()
            .find_map(|(_, on, fact)| matches!(fact, Fact::Opened(_)).then_some(on));
        let (state, taken) = self.judged(None, facts, opened_on, change)?;
        self.state = state;
        self.timeline = timeline;
        Ok(taken)
    }

    /// Folds facts onto a state while the machine says to each whether it stands, and what it says
    /// to the new one.
    fn judged<'a>(
        &self,
        onto: Option<CourseState>,
        facts: impl IntoIterator<Item = Stated<'a>>,
        opened_on: Option<NaiveDate>,
        change: Change<'_>,
    ) -> Result<(CourseState, Recorded), RecordError> {
        let (mut answer, mut prevented) = (None, None::<(Mention, RefusalError, Others)>);
        let state = fold(onto, facts, |(seq, on, fact), before, _| {
            let decision = match opened_on {
                Some(opened_on) if on < opened_on => {
                    Decision::Refused(RefusalError::BeforeOpening {
                        kind: fact.kind(),
                        on,
                        opened_on,
                    })
                }
                _ => machine::decide(before, self.protocol_on(on), fact, on),
            };
            if change.new.is_some_and(|(new, ..)| new == seq) {
                if prevented.is_none() {
                    answer = Some(taken(decision, seq)?);
                }
            } else if let Decision::Refused(refusal) = decision {
                // All that stand in the way are told at once.
                if let Some((_, _, others)) = &mut prevented {
                    others.add(seq);
                } else {
                    let later = Mention {
                        entry: seq,
                        kind: fact.kind(),
                        on,
                    };
                    prevented = Some((later, refusal, Others::default()));
                }
            }
            Ok(())
        })?;
        if let Some((later, refusal, others)) = prevented {
            return Err(change.prevented_by(later, refusal, others));
        }
        let Some(state) = state else {
            return Err(RecordError::OpeningStruck {
                entry: change.about,
            });
        };
        let taken = answer.unwrap_or(Recorded::Taken {
            entry: change.about,
            to: state.phase(),
            unmet: GuardSet::EMPTY,
            unknown: GuardSet::EMPTY,
        });
        Ok((state, taken))
    }
}

impl Change<'_> {
    /// The error that a later fact could then not stand.
    fn prevented_by(self, later: Mention, refusal: RefusalError, others: Others) -> RecordError {
        let attempt = match self.new {
            None => Attempt::Strike(self.about),
            Some((new, on, fact)) => {
                let fact = Mention {
                    entry: self.about,
                    kind: fact.kind(),
                    on,
                };
                if new == self.about {
                    Attempt::Fact(fact)
                } else {
                    Attempt::Correction(fact)
                }
            }
        };
        RecordError::RestsOnIt {
            attempt,
            later,
            refusal,
            others,
        }
    }
}

fn taken(decision: Decision, entry: Seq) -> Result<Recorded, RecordError> {
    match decision {
        Decision::Taken { to, unmet, unknown } => Ok(Recorded::Taken {
            entry,
            to,
            unmet,
            unknown,
        }),
        Decision::Refused(refusal) => Err(RecordError::Refused { entry, refusal }),
    }
}
