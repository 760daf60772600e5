//! What a rule sees.

use chrono::NaiveDate;

use super::Place;
use crate::{
    course::{
        Course,
        entry::Entry,
        history::{FactRow, History, SafetyRow, SessionRow, StepRow, WaiverRow},
    },
    machine::{Answer, CourseState, Guard, GuardCtx, region::SafetyRegion},
    protocol::{Protocol, ProtocolSpec, SharedProtocol},
    record::{
        Fact, FactKind, FactKinds, Payload,
        ending::Closed,
        session::{Session, SessionKind},
    },
    vocabulary::{EndingTask, InitialTask, Phase, Reporting, Seq, Stated, Topic},
};

/// What a rule sees: the protocol, the record folded once, and the day as of which it is asked.
///
/// Rules ask here and answer into a [`Sink`](super::Sink). Nothing here depends on a clock.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    pub(crate) course: &'a Course,
    pub(crate) protocol: &'a SharedProtocol,
    pub(crate) history: &'a History,
    pub(crate) state: &'a CourseState,
    pub(crate) as_of: NaiveDate,
}

impl<'a> Ctx<'a> {
    /// The day as of which the question is asked. Nothing later is in sight.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The protocol against which the record is checked.
    #[must_use]
    pub fn protocol(&self) -> &'a Protocol {
        self.protocol
    }

    /// The parameters of that protocol.
    #[must_use]
    pub fn spec(&self) -> &'a ProtocolSpec {
        self.protocol.spec()
    }

    /// Where the course stands.
    #[must_use]
    pub const fn state(&self) -> &'a CourseState {
        self.state
    }

    /// Whether the record begins after the beginning of treatment: what came before is unknown.
    #[must_use]
    pub const fn began_midway(&self) -> bool {
        self.state.began_midway()
    }

    /// Whether a topic is reported in full on a day.
    #[must_use]
    pub fn reports(&self, topic: Topic, day: NaiveDate) -> bool {
        self.history.reporting_on(day).contains(topic)
    }

    /// The topics that are reported in full throughout.
    #[must_use]
    pub fn reporting(&self) -> Reporting {
        self.history.reporting_throughout()
    }

    /// The kinds of fact that occur.
    #[must_use]
    pub const fn kinds(&self) -> FactKinds {
        self.history.kinds
    }

    /// The facts with a payload, such as `ConcernRaised`, with their day and entry, in the order in
    /// which they took effect.
    ///
    /// ```
    /// use interpersonal::{record::safety::ConcernRaised, rule::Ctx};
    ///
    /// fn days_of_danger(ctx: &Ctx<'_>) -> usize {
    ///     ctx.all::<ConcernRaised>().filter(|(_, concern)| concern.immediate_danger).count()
    /// }
    /// ```
    #[must_use]
    pub fn all<T: Payload>(
        &self,
    ) -> impl DoubleEndedIterator<Item = (FactRow, &'a T)> + Clone + use<'a, T> {
        self.history.all(self.course)
    }

    /// The first of them.
    #[must_use]
    pub fn first<T: Payload>(&self) -> Option<(FactRow, &'a T)> {
        self.history.first(self.course)
    }

    /// The last of them.
    #[must_use]
    pub fn last<T: Payload>(&self) -> Option<(FactRow, &'a T)> {
        self.history.last(self.course)
    }

    /// The facts of one kind, with their day and entry, in the order in which they took effect.
    #[must_use]
    pub fn facts(
        &self,
        kind: FactKind,
    ) -> impl DoubleEndedIterator<Item = (FactRow, &'a Fact)> + Clone + use<'a> {
        self.history.facts_of(self.course, kind)
    }

    /// All facts in the order in which they took effect.
    #[must_use]
    pub fn all_facts(&self) -> impl DoubleEndedIterator<Item = (FactRow, &'a Fact)> + use<'a> {
        self.history.all_facts(self.course)
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, seq: Seq) -> Option<&'a Entry> {
        self.course.entry(seq)
    }

    /// All sessions, held and missed, of every track, in order.
    #[must_use]
    pub fn sessions(&self) -> &'a [SessionRow] {
        &self.history.sessions
    }

    /// The acute sessions of the main track that were held.
    #[must_use]
    pub fn held(&self) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
        Held::of(self.history)
    }

    /// Those of one phase.
    #[must_use]
    pub fn held_in(
        &self,
        phase: Phase,
    ) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
        Held {
            phase: Some(phase),
            ..Held::of(self.history)
        }
    }

    /// Those of the middle phase that were not given to a crisis.
    #[must_use]
    pub fn ordinary_middle(
        &self,
    ) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
        Held {
            phase: Some(Phase::Middle),
            ordinary: true,
            ..Held::of(self.history)
        }
    }

    /// The note of a session, if it was held. A session that was not held has no content, whatever
    /// its note holds; how it came not to be held says its row.
    #[must_use]
    pub fn note(&self, row: &SessionRow) -> Option<&'a Session> {
        row.note(self.course)
    }

    /// The place of a session.
    #[must_use]
    pub const fn place(&self, row: &SessionRow) -> Place {
        Place::Session {
            entry: row.seq,
            number: row.number,
            track: row.track,
            held: row.held,
        }
    }

    /// The place of an entry: a session's, if it is one.
    #[must_use]
    pub fn place_of(&self, seq: Seq) -> Place {
        match self.history.sessions.iter().find(|row| row.seq == seq) {
            Some(row) => self.place(row),
            None => Place::Entry(seq),
        }
    }

    /// The day of a place, if it has one: that of a fact is the day on which it happened.
    #[must_use]
    pub fn day_of(&self, place: Place) -> Option<NaiveDate> {
        match place {
            Place::Day(day) => Some(day),
            _ => self
                .entry(place.entry()?)
                .map(|entry| entry.day().unwrap_or(entry.recorded_at.date_naive())),
        }
    }

    /// The day and entry by which an initial task was done.
    #[must_use]
    pub fn initial_task(&self, task: InitialTask) -> Option<(NaiveDate, Seq)> {
        self.history.initial_task(task)
    }

    /// The day and entry by which a task of the ending was done.
    #[must_use]
    pub fn ending_task(&self, task: EndingTask) -> Option<(NaiveDate, Seq)> {
        self.history.ending_task(task)
    }

    /// What the record says of an initial task by now.
    #[must_use]
    pub const fn initial_stated(&self, task: InitialTask) -> Stated {
        if self.state.tasks_done().contains(task) {
            Stated::Done
        } else if self.state.tasks_not_done().contains(task) {
            Stated::NotDone
        } else {
            Stated::NotReported
        }
    }

    /// What the record says of a task of the ending by now.
    #[must_use]
    pub const fn ending_stated(&self, task: EndingTask) -> Stated {
        if self.state.ending_tasks_done().contains(task) {
            Stated::Done
        } else if self.state.ending_tasks_not_done().contains(task) {
            Stated::NotDone
        } else {
            Stated::NotReported
        }
    }

    /// The steps for which conditions were judged.
    #[must_use]
    pub fn steps(&self) -> &'a [StepRow] {
        &self.history.steps
    }

    /// The first step into a phase.
    #[must_use]
    pub fn entered(&self, phase: Phase) -> Option<&'a StepRow> {
        self.history
            .steps
            .iter()
            .find(|row| row.to == phase && row.from != phase)
    }

    /// The closing, if the course is closed.
    #[must_use]
    pub fn closing(&self) -> Option<(FactRow, &'a Closed)> {
        self.first()
    }

    /// The closing of a course that ran to an agreed end.
    #[must_use]
    pub fn completion(&self) -> Option<(FactRow, &'a Closed)> {
        self.closing()
            .filter(|(_, closed)| closed.mode.is_completed())
    }

    /// The first later entry after which a condition of a step would have been met.
    pub(crate) fn met_later(&self, guard: Guard, step: &StepRow) -> Option<Seq> {
        if !guard.can_be_met_later() {
            return None;
        }
        let fact = self
            .course
            .entry(step.seq)
            .and_then(Entry::stated)
            .map(|(_, fact)| fact);
        let mut found = None;
        self.course.walk(|later| {
            // The step was judged at the end of its day.
            if found.is_some() || later.on > self.as_of || later.on <= step.on {
                return;
            }
            let ctx = GuardCtx {
                on: later.on,
                from: step.from,
                to: step.to,
                state: &later.after,
                protocol: self.protocol,
                fact,
            };
            if guard.answer(&ctx) == Answer::Holds {
                found = Some(later.seq);
            }
        });
        found
    }

    /// The days on which the safety region heard something.
    pub(crate) fn safety(&self) -> &'a [SafetyRow] {
        &self.history.safety
    }

    /// Where the safety region stood at the end of a day.
    pub(crate) fn safety_on(&self, day: NaiveDate) -> SafetyRegion {
        let before = self.history.safety.partition_point(|row| row.on <= day);
        before
            .checked_sub(1)
            .and_then(|last| self.history.safety.get(last))
            .map_or(SafetyRegion::NoOpenConcern, |row| row.after)
    }

    /// The entries by which the course went on under another protocol, with the day.
    pub(crate) fn protocol_changes(&self) -> &'a [(NaiveDate, Seq)] {
        &self.history.protocols
    }

    pub(crate) fn waivers(&self) -> &'a [WaiverRow] {
        &self.history.waivers
    }
}

/// Acute sessions of the main track that were held; one type for all, so that what a rule does with
/// them is compiled once a rule and not once a condition.
#[derive(Clone)]
struct Held<'a> {
    rows: core::slice::Iter<'a, SessionRow>,
    /// Those of this phase alone.
    phase: Option<Phase>,
    /// Those alone that were not given to a crisis.
    ordinary: bool,
}

impl<'a> Held<'a> {
    fn of(history: &'a History) -> Self {
        Self {
            rows: history.sessions.iter(),
            phase: None,
            ordinary: false,
        }
    }

    fn takes(&self, row: &SessionRow) -> bool {
        row.held
            && row.acute
            && self.phase.is_none_or(|phase| row.phase == phase)
            && !(self.ordinary && row.kind == SessionKind::Crisis)
    }
}

impl<'a> Iterator for Held<'a> {
    type Item = &'a SessionRow;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let row = self.rows.next()?;
            if self.takes(row) {
                return Some(row);
            }
        }
    }
}

impl DoubleEndedIterator for Held<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            let row = self.rows.next_back()?;
            if self.takes(row) {
                return Some(row);
            }
        }
    }
}
