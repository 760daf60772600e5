//! Recording only what is by the book.

use super::{
    At, Course, ProposeError, Recorded,
    entry::{Content, Entry},
    timeline::rank,
};
use crate::{
    machine::{self, Decision, GuardSet},
    record::Fact,
};

impl Course {
    /// Records a fact only if it is by the book.
    ///
    /// A condition that is not met prevents this unless a waiver covers its code. If the record
    /// cannot tell whether a condition is met, that prevents it too, unless the caller
    /// [confirms](Self::confirming) the condition.
    ///
    /// ```
    /// use interpersonal::{
    ///     course::ProposeError, machine::GuardSet, Phase, record::setting::PhaseBegun,
    /// };
    /// # use interpersonal::{ActorRef, At, Course, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// // This record is an excerpt: it cannot tell whether the initial work was done.
    /// let begun = PhaseBegun::new(Phase::Middle);
    /// assert!(matches!(course.propose(at, begun), Err(ProposeError::NotByTheBook(_))));
    ///
    /// // Somebody who knows says that it was.
    /// course.confirming(GuardSet::ALL).propose(at, begun)?;
    /// assert_eq!(course.state().phase(), Phase::Middle);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ProposeError`] lists every condition that prevents it, not just the first, or says what it
    /// contradicts; the course is unchanged.
    pub fn propose(&mut self, at: At, fact: impl Into<Fact>) -> Result<Recorded, ProposeError> {
        self.propose_entry(at.entry(fact))
    }

    /// Records an entry only if it is by the book, as [`propose`](Self::propose) does. A correction
    /// is judged by the fact that it gives; strikes, waivers and changes of protocol have no
    /// conditions.
    ///
    /// # Errors
    ///
    /// Those of [`propose`](Self::propose).
    pub fn propose_entry(&mut self, entry: Entry) -> Result<Recorded, ProposeError> {
        self.confirming(GuardSet::EMPTY).propose_entry(entry)
    }

    /// Confirms conditions of which the record cannot tell, for one proposal. What the record shows
    /// not to be met is not made good by this; a [waiver](Self::waive) is for that.
    pub fn confirming(&mut self, conditions: impl Into<GuardSet>) -> Confirming<'_> {
        Confirming {
            course: self,
            confirmed: conditions.into(),
        }
    }
}

/// A course with the conditions that somebody confirms for one proposal: what
/// [`Course::confirming`] gives.
#[derive(Debug)]
#[must_use = "a confirmation is for the proposal that follows"]
pub struct Confirming<'a> {
    course: &'a mut Course,
    confirmed: GuardSet,
}

impl Confirming<'_> {
    /// Records a fact only if it is by the book, but for what is confirmed.
    ///
    /// # Errors
    ///
    /// Those of [`Course::propose`].
    pub fn propose(self, at: At, fact: impl Into<Fact>) -> Result<Recorded, ProposeError> {
        self.propose_entry(at.entry(fact))
    }

    /// Records an entry only if it is by the book, but for what is confirmed.
    ///
    /// # Errors
    ///
    /// Those of [`Course::propose`].
    pub fn propose_entry(self, entry: Entry) -> Result<Recorded, ProposeError> {
        let Self { course, confirmed } = self;
        // What is on record already is not judged again by what came after it.
        let known = matches!(entry.content, Content::Fact { .. })
            && entry.key.is_some_and(|key| course.keys.contains_key(&key));
        if let Some((on, fact)) = entry.stated().filter(|_| !known) {
            let before = course.state_before(on, rank(fact));
            let protocol = course.protocol_on(on);
            let decision = machine::decide(
                Some(before.as_ref().unwrap_or(&course.state)),
                protocol,
                fact,
                on,
            );
            if let (Decision::Taken { unmet, unknown, .. }, Some(state)) = (decision, before) {
                let unmet: GuardSet = unmet
                    .iter()
                    .filter(|guard| !course.is_waived(*guard, on))
                    .collect();
                let unknown = unknown.difference(confirmed);
                if let Some(why) = machine::conditions_of(&state, protocol, fact, unmet, unknown) {
                    return Err(ProposeError::NotByTheBook(why));
                }
            }
        }
        Ok(course.record_entry(entry)?)
    }
}
