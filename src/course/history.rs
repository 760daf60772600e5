//! The record folded once into compact rows: what rules and plans read.

use alloc::vec::Vec;
use core::marker::PhantomData;

use chrono::NaiveDate;

use super::{Course, Step};
use crate::{
    course::{
        cover::{self, Stretch},
        due::{self, Beginning, Due},
        entry::{Content, WaiverScope},
    },
    machine::{
        self, Answer, CourseState, Guard, GuardCtx, GuardSet, Trigger, judge,
        region::{SafetyRegion, SafetySignal, SafetySignals},
    },
    measure::{Score, ScoreSource},
    protocol::Protocol,
    record::{
        Fact, FactKind, FactKinds, Payload,
        contract::ContractScope,
        safety::ConcernKinds,
        session::{Attendance, Session, SessionKind},
    },
    vocabulary,
    vocabulary::{
        EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, Phase, Reporting, RuleCode, Seq,
        Track,
    },
};

/// A fact that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FactRow {
    /// Its entry.
    pub seq: Seq,
    /// Its day.
    pub on: NaiveDate,
    /// Which fact it is.
    pub kind: FactKind,
    /// The phase after it.
    pub phase: Phase,
}

/// A session, held or missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionRow {
    /// Its entry.
    pub seq: Seq,
    /// Its day.
    pub on: NaiveDate,
    /// The phase to which it belongs.
    pub phase: Phase,
    /// Its track.
    pub track: Track,
    /// Its kind.
    pub kind: SessionKind,
    /// Whether the patient attended, or how it came not to be held.
    pub attendance: Attendance,
    /// Whether it was held.
    pub held: bool,
    /// Whether it is an acute session of the main track.
    pub acute: bool,
    /// Its number among the acute sessions held; 0 if it is none.
    pub ordinal: u16,
    /// Its number for people: the one that the application gave, else its place among the held
    /// sessions of its track. None for a session that was not held and has no number.
    pub number: Option<u16>,
    /// The slots of the acute contract that are used up with it.
    pub slots: u16,
    /// The sessions of the contract in force; 0 if it fixes no number.
    pub planned: u16,
    /// Sessions held in the same phase so far, this one included.
    pub in_phase: u16,
    /// The day of the session held before it.
    pub previous: Option<NaiveDate>,
    /// Whether it used up a slot of a contract: it was held, or counts although it was missed.
    pub(crate) counts: bool,
    /// Whether its day is known to the day.
    pub(crate) dated: bool,
}

impl SessionRow {
    /// Sessions left under the contract after it, if it fixes a number.
    #[must_use]
    pub const fn remaining(&self) -> Option<u16> {
        if self.planned == 0 {
            None
        } else {
            Some(self.planned.saturating_sub(self.slots))
        }
    }

    /// Its note, if it was held: a session that was not held has no content.
    pub(crate) fn note<'a>(&self, course: &'a Course) -> Option<&'a Session> {
        self.written(course)?.content()
    }

    /// Its note as it was written, whether or not it was held.
    pub(crate) fn written<'a>(&self, course: &'a Course) -> Option<&'a Session> {
        match course.entry(self.seq)?.stated()? {
            (_, Fact::Session(session)) => Some(session),
            _ => None,
        }
    }
}

/// A step of the machine that conditions were judged for: a change of phase, a session, the
/// closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepRow {
    /// The entry that took it.
    pub seq: Seq,
    /// Its day.
    pub on: NaiveDate,
    /// What moved.
    pub trigger: Trigger,
    /// The phase before.
    pub from: Phase,
    /// The phase afterwards.
    pub to: Phase,
    /// The conditions judged.
    pub judged: GuardSet,
    /// Those not met at the end of the day.
    pub unmet: GuardSet,
    /// Those of which it cannot be told.
    pub unknown: GuardSet,
    /// The initial tasks that were open.
    pub open_tasks: InitialTaskSet,
    /// The tasks of the ending that were open.
    pub open_ending: EndingTaskSet,
    /// The slots of the acute contract that were used up before it.
    pub slots: u16,
    /// The sessions that were left under the acute contract before it, if it fixes a number.
    pub left: Option<u16>,
}

/// A day on which the safety region heard something other than a direct enquiry without concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SafetyRow {
    pub(crate) on: NaiveDate,
    /// The first entry of the day that raised a concern: an endorsed item, an enquiry that confirms
    /// one, a concern itself.
    pub(crate) raised: Option<Seq>,
    /// The first entry of the day in which a direct question found a concern.
    pub(crate) found: Option<Seq>,
    /// The entry of the day after which no concern lacked a response any more.
    pub(crate) answered: Option<Seq>,
    /// What was heard.
    pub(crate) signals: SafetySignals,
    /// The kinds of concern that lacked a response at the end of the day, where the record says
    /// which.
    pub(crate) unanswered: ConcernKinds,
    /// The kinds of concern of which the one response of the day does not say which it answered,
    /// where they were of several matters.
    pub(crate) unclear: ConcernKinds,
    /// Where the region stood at the end of the day.
    pub(crate) after: SafetyRegion,
}

/// A score, taken in a session or outside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ScoreRow {
    pub(crate) on: NaiveDate,
    pub(crate) seq: Seq,
    pub(crate) score: Score,
    pub(crate) source: ScoreSource,
    /// The total to compare with others from the source. None where there is none, where the form
    /// was incomplete, and where the day has another total from the same source: which of them
    /// holds is not known.
    pub(crate) total: Option<u16>,
}

/// An interval between acute sessions that a contract or an amendment names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IntervalRow {
    pub(crate) on: NaiveDate,
    pub(crate) seq: Seq,
    pub(crate) days: u16,
}

/// A waiver that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WaiverRow {
    pub(crate) seq: Seq,
    pub(crate) code: RuleCode,
    pub(crate) scope: WaiverScope,
}

/// The record folded once.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    pub(crate) facts: Vec<FactRow>,
    pub(crate) sessions: Vec<SessionRow>,
    pub(crate) steps: Vec<StepRow>,
    pub(crate) waivers: Vec<WaiverRow>,
    pub(crate) safety: Vec<SafetyRow>,
    /// By day.
    pub(crate) scores: Vec<ScoreRow>,
    /// Of the acute contract, by day.
    pub(crate) intervals: Vec<IntervalRow>,
    /// Changes of protocol that stand, with their day.
    pub(crate) protocols: Vec<(NaiveDate, Seq)>,
    pub(crate) reporting: Vec<(NaiveDate, Reporting)>,
    /// What covers days, in the order of the facts that say so.
    pub(crate) covered: Vec<Stretch>,
    /// Positions in `facts`, grouped by kind.
    by_kind: Vec<u32>,
    starts: Vec<u32>,
    pub(crate) kinds: FactKinds,
    pub(crate) judged: GuardSet,
    /// Where the beginning of treatment was over.
    pub(crate) beginning: Option<Beginning>,
    initial: [Option<(NaiveDate, Seq)>; InitialTask::ALL.len()],
    ending: [Option<(NaiveDate, Seq)>; EndingTask::ALL.len()],
    pub(crate) state: Option<CourseState>,
}

impl History {
    /// The record up to a day, under its own protocol.
    pub(crate) fn of(course: &Course, as_of: NaiveDate) -> Self {
        let mut history = Self::default();
        history.build(course, None, as_of);
        history
    }

    /// Folds the record up to a day.
    pub(crate) fn build(&mut self, course: &Course, under: Option<&Protocol>, as_of: NaiveDate) {
        self.facts.clear();
        self.sessions.clear();
        self.steps.clear();
        self.waivers.clear();
        self.safety.clear();
        self.scores.clear();
        self.intervals.clear();
        self.protocols.clear();
        self.reporting.clear();
        self.covered.clear();
        self.kinds = FactKinds::EMPTY;
        self.judged = GuardSet::EMPTY;
        self.beginning = None;
        self.initial = [None; InitialTask::ALL.len()];
        self.ending = [None; EndingTask::ALL.len()];
        self.state = None;
        let mut fold = Fold {
            history: self,
            course,
            under,
            previous_held: None,
            in_phase: [0; Phase::ALL.len()],
            in_track: [0; Track::ALL.len()],
            sessions: due::Count::default(),
            due: None,
        };
        course.walk(|step| {
            if step.on <= as_of {
                fold.take(&step);
            }
        });
        fold.end_of_day();
        self.compare();
        self.group();
        self.cover(course);
        for (position, entry) in course.entries().iter().enumerate() {
            let seq = Seq::at(position);
            match &entry.content {
                Content::Waive(waive) if !course.is_struck(seq) => {
                    self.waivers.push(WaiverRow {
                        seq,
                        code: vocabulary::current(waive.code),
                        scope: waive.scope,
                    });
                }
                Content::ChangeProtocol { on, .. } if *on <= as_of && !course.is_struck(seq) => {
                    self.protocols.push((*on, seq));
                }
                _ => {}
            }
        }
    }

    /// Takes totals out of comparison that contradict each other within a day.
    fn compare(&mut self) {
        for day in self.scores.chunk_by_mut(|one, next| one.on == next.on) {
            for at in 0..day.len() {
                let one = day[at];
                let differs = |other: &ScoreRow| {
                    other.source == one.source
                        && one.score.comparable().is_some()
                        && other.score.comparable().is_some()
                        && one.score.total != other.score.total
                };
                if day.iter().any(differs) {
                    day[at].total = None;
                }
            }
        }
    }

    fn cover(&mut self, course: &Course) {
        let rows = self.facts.iter().filter(|row| COVERS.contains(row.kind));
        let facts = rows.filter_map(|row| Some((row.on, course.entry(row.seq)?.stated()?.1)));
        self.covered.extend(cover::stretches(facts));
    }

    fn group(&mut self) {
        self.starts.clear();
        self.starts.resize(FactKind::ALL.len() + 1, 0);
        for row in &self.facts {
            self.starts[row.kind.index() + 1] += 1;
        }
        for kind in 0..FactKind::ALL.len() {
            self.starts[kind + 1] += self.starts[kind];
        }
        self.by_kind.clear();
        self.by_kind.resize(self.facts.len(), 0);
        let mut next = [0_u32; FactKind::ALL.len()];
        next.copy_from_slice(&self.starts[..FactKind::ALL.len()]);
        for (position, row) in self.facts.iter().enumerate() {
            let slot = &mut next[row.kind.index()];
            #[allow(
                clippy::cast_possible_truncation,
                reason = "a record has fewer than 2^32 entries"
            )]
            {
                self.by_kind[*slot as usize] = position as u32;
            }
            *slot += 1;
        }
    }

    /// The facts of one kind, with their day and entry.
    pub(crate) fn facts_of<'a>(&'a self, course: &'a Course, kind: FactKind) -> FactsOf<'a> {
        let range = match self.starts.get(kind.index()..=kind.index() + 1) {
            Some(&[start, end]) => start as usize..end as usize,
            _ => 0..0,
        };
        FactsOf {
            positions: self.by_kind[range].iter(),
            rows: &self.facts,
            course,
        }
    }

    /// The facts with a payload, with their day and entry.
    pub(crate) fn all<'a, T: Payload>(&'a self, course: &'a Course) -> All<'a, T> {
        All {
            facts: self.facts_of(course, T::KIND),
            payload: PhantomData,
        }
    }

    /// The first of them.
    pub(crate) fn first<'a, T: Payload>(&'a self, course: &'a Course) -> Option<(FactRow, &'a T)> {
        self.all(course).next()
    }

    /// The last of them.
    pub(crate) fn last<'a, T: Payload>(&'a self, course: &'a Course) -> Option<(FactRow, &'a T)> {
        self.all(course).next_back()
    }

    /// The sessions that were held, with their notes.
    pub(crate) fn notes<'a>(
        &'a self,
        course: &'a Course,
    ) -> impl DoubleEndedIterator<Item = (&'a SessionRow, &'a Session)> + Clone + use<'a> {
        self.sessions
            .iter()
            .filter_map(move |row| Some((row, row.note(course)?)))
    }

    /// All facts in order, with their day and entry.
    pub(crate) fn all_facts<'a>(
        &'a self,
        course: &'a Course,
    ) -> impl DoubleEndedIterator<Item = (FactRow, &'a Fact)> + Clone + use<'a> {
        self.facts
            .iter()
            .filter_map(move |row| Some((*row, course.entry(row.seq)?.stated()?.1)))
    }

    pub(crate) fn initial_task(&self, task: InitialTask) -> Option<(NaiveDate, Seq)> {
        self.initial[task.index()]
    }

    pub(crate) fn ending_task(&self, task: EndingTask) -> Option<(NaiveDate, Seq)> {
        self.ending[task.index()]
    }

    /// What the record reports in full on a day.
    pub(crate) fn reporting_on(&self, day: NaiveDate) -> Reporting {
        self.reporting
            .iter()
            .rev()
            .find(|(from, _)| *from <= day)
            .map_or(Reporting::EXCERPT, |&(_, topics)| topics)
    }

    /// What it reports in full throughout.
    pub(crate) fn reporting_throughout(&self) -> Reporting {
        let mut topics = self.reporting.iter().map(|&(_, topics)| topics);
        let first = topics.next().unwrap_or(Reporting::EXCERPT);
        topics.fold(first, Reporting::intersection)
    }
}

/// The facts of one kind in order.
///
/// It and [`All`] have names because nearly every rule begins with one of them: each adapter of a
/// chain would be compiled once more for each closure that a rule hands to it.
#[derive(Clone)]
pub(crate) struct FactsOf<'a> {
    positions: core::slice::Iter<'a, u32>,
    rows: &'a [FactRow],
    course: &'a Course,
}

impl<'a> FactsOf<'a> {
    fn at(&self, position: u32) -> Option<(FactRow, &'a Fact)> {
        let row = self.rows[position as usize];
        Some((row, self.course.entry(row.seq)?.stated()?.1))
    }
}

impl<'a> Iterator for FactsOf<'a> {
    type Item = (FactRow, &'a Fact);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let &position = self.positions.next()?;
            if let Some(fact) = self.at(position) {
                return Some(fact);
            }
        }
    }
}

impl DoubleEndedIterator for FactsOf<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            let &position = self.positions.next_back()?;
            if let Some(fact) = self.at(position) {
                return Some(fact);
            }
        }
    }
}

/// The facts with one payload in order.
pub(crate) struct All<'a, T> {
    facts: FactsOf<'a>,
    payload: PhantomData<fn() -> T>,
}

// A derived one would ask for payloads that can be cloned.
impl<T> Clone for All<'_, T> {
    fn clone(&self) -> Self {
        Self {
            facts: self.facts.clone(),
            payload: PhantomData,
        }
    }
}

impl<'a, T: Payload> Iterator for All<'a, T> {
    type Item = (FactRow, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (row, fact) = self.facts.next()?;
            if let Some(payload) = T::of(fact) {
                return Some((row, payload));
            }
        }
    }
}

impl<T: Payload> DoubleEndedIterator for All<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            let (row, fact) = self.facts.next_back()?;
            if let Some(payload) = T::of(fact) {
                return Some((row, payload));
            }
        }
    }
}

/// The kinds of facts that cover days or end what does.
const COVERS: FactKinds = FactKinds::of(&[
    FactKind::BreakAnnounced,
    FactKind::Paused,
    FactKind::EngagementDecided,
    FactKind::Resumed,
    FactKind::Admission,
    FactKind::Session,
]);

/// The conditions that ask whether a concern has its response.
const CONCERNS: GuardSet = GuardSet::of(&[Guard::NoUnansweredConcern, Guard::NoOrdinaryWork]);

struct Fold<'h, 'c> {
    history: &'h mut History,
    course: &'c Course,
    under: Option<&'c Protocol>,
    previous_held: Option<NaiveDate>,
    in_phase: [u16; Phase::ALL.len()],
    in_track: [u16; Track::ALL.len()],
    /// Those of the beginning.
    sessions: due::Count,
    /// With what the beginning was over this day, and the entry.
    due: Option<(Due, Seq, Phase)>,
}

impl Fold<'_, '_> {
    fn take(&mut self, step: &Step<'_>) {
        if self
            .history
            .state
            .is_some_and(|state| state.last_day() != step.on)
        {
            self.end_of_day();
        }
        let after = step.after;
        let kind = step.fact.kind();
        self.history.kinds = self.history.kinds.with(kind);
        self.history.facts.push(FactRow {
            seq: step.seq,
            on: step.on,
            kind,
            phase: after.phase(),
        });
        match step.fact {
            Fact::Opened(opened) => {
                self.history.reporting.push((step.on, opened.reporting));
                self.in_track[Track::Main.index()] = opened.sessions_before.unwrap_or(0);
            }
            Fact::ReportingChanged(changed) => {
                self.history.reporting.push((step.on, changed.reporting));
            }
            Fact::Session(session) => session
                .content()
                .into_iter()
                .flat_map(|held| &held.scores)
                .for_each(|&score| self.score(step, score)),
            &Fact::Scored(score) => self.score(step, score),
            Fact::ContractAgreed(agreed) if agreed.scope == ContractScope::Acute => {
                self.interval(step, agreed.interval_days);
            }
            Fact::ContractAmended(amended) if !after.phase().has_own_contract() => {
                self.interval(step, amended.interval_days);
            }
            _ => {}
        }
        if let Some(before) = step.before {
            if matches!(
                step.fact,
                Fact::Session(_) | Fact::PhaseBegun(_) | Fact::Closed(_)
            ) {
                self.judge(step, &before);
            }
        }
        if self.history.beginning.is_none() {
            self.look_for_end_of_beginning(step);
        }
        if let Some(before) = step.before {
            self.hear(step, &before);
        }
        let shown = step.fact.tasks_shown();
        for task in shown.initial.iter() {
            self.history.initial[task.index()].get_or_insert((step.on, step.seq));
        }
        for task in shown.ending.iter() {
            self.history.ending[task.index()].get_or_insert((step.on, step.seq));
        }
        if let Fact::Session(session) = step.fact {
            self.session(step, session);
        }
        self.history.state = Some(after);
    }

    /// Adds the row of a session.
    fn session(&mut self, step: &Step<'_>, session: &Session) {
        let after = step.after;
        let held = session.attendance.is_held();
        let acute = session.track == Track::Main && after.phase().is_acute();
        if acute
            && step
                .before
                .is_some_and(|before| before.makes_up(step.on, session))
        {
            // The two use one slot, which is that of the session held.
            let earlier = self.history.sessions.iter_mut();
            if let Some(cancelled) = earlier
                .rev()
                .find(|row| row.acute && !row.held && row.counts)
            {
                cancelled.counts = false;
            }
        }
        if held {
            self.in_phase[after.phase().index()] += 1;
            self.in_track[session.track.index()] += 1;
        }
        self.history.sessions.push(SessionRow {
            seq: step.seq,
            on: step.on,
            phase: after.phase(),
            track: session.track,
            kind: session.kind,
            attendance: session.attendance,
            held,
            acute,
            ordinal: if held && acute { after.held() } else { 0 },
            number: session
                .number
                .or(held.then_some(self.in_track[session.track.index()])),
            slots: after.slots(),
            planned: after.planned().unwrap_or(0),
            in_phase: self.in_phase[after.phase().index()],
            previous: self.previous_held,
            dated: session.day_known.is_none(),
            counts: held || step.before.is_some_and(|before| before.counts(session)),
        });
        if held {
            self.previous_held = Some(step.on);
        }
    }

    /// Makes a note of what the beginning is over with. Within one day the label is named, where
    /// there is one.
    fn look_for_end_of_beginning(&mut self, step: &Step<'_>) {
        let protocol = self
            .under
            .unwrap_or_else(|| self.course.protocol_on(step.on));
        let from = step.before.map_or(Phase::Initial, |before| before.phase());
        if let Some(due) = self.sessions.take(step, protocol) {
            if self.due.is_none() || matches!(due, Due::Phase { .. }) {
                self.due = Some((due, step.seq, from));
            }
        }
    }

    fn score(&mut self, step: &Step<'_>, score: Score) {
        self.history.scores.push(ScoreRow {
            on: step.on,
            seq: step.seq,
            score,
            source: score.source(),
            total: score.comparable(),
        });
    }

    fn interval(&mut self, step: &Step<'_>, days: Option<u16>) {
        self.history.intervals.extend(days.map(|days| IntervalRow {
            on: step.on,
            seq: step.seq,
            days,
        }));
    }

    /// Makes a note of what a fact says about safety.
    fn hear(&mut self, step: &Step<'_>, before: &CourseState) {
        const RAISING: SafetySignals = SafetySignals::of(&[
            SafetySignal::ItemEndorsed,
            SafetySignal::Concern,
            SafetySignal::EnquiryConfirms,
        ]);
        let heard = step.after.safety_signals();
        let same_day = before.last_day() == step.on;
        let new = if same_day {
            heard.difference(before.safety_signals())
        } else {
            heard
        };
        let answered = before.safety().lacks_response() && !step.after.safety().lacks_response();
        let kinds = step.after.unanswered_concerns() != before.unanswered_concerns()
            || same_day && step.after.answered_unclearly() != before.answered_unclearly();
        let is_new = !new.is_empty() && new != SafetySignal::EnquiryClears.into();
        if !is_new && !answered && !kinds {
            return;
        }
        let last = self
            .history
            .safety
            .last()
            .is_some_and(|row| row.on == step.on);
        if !last {
            let after = step.after.safety();
            self.history.safety.push(SafetyRow {
                on: step.on,
                raised: None,
                found: None,
                answered: None,
                signals: heard,
                unanswered: ConcernKinds::EMPTY,
                unclear: ConcernKinds::EMPTY,
                after,
            });
        }
        if let Some(row) = self.history.safety.last_mut() {
            row.signals = heard;
            row.after = step.after.safety();
            row.unanswered = step.after.unanswered_concerns();
            row.unclear = step.after.answered_unclearly();
            if !new.intersection(RAISING).is_empty() {
                row.raised.get_or_insert(step.seq);
            }
            if new.contains(SafetySignal::EnquiryConfirms) {
                row.found.get_or_insert(step.seq);
            }
            if answered {
                row.answered = Some(step.seq);
            }
        }
    }

    fn judge(&mut self, step: &Step<'_>, before: &CourseState) {
        let protocol = self
            .under
            .unwrap_or_else(|| self.course.protocol_on(step.on));
        let from = before.phase();
        let rows = [
            // A session that names a phase which has not begun takes that step with it.
            machine::entered_by(step.fact, from)
                .map(|entered| (from, entered, Trigger::begins(entered))),
            Trigger::of(step.fact).map(|trigger| {
                let within = machine::entered_by(step.fact, from).unwrap_or(from);
                (within, trigger.leads_into().unwrap_or(within), trigger)
            }),
        ];
        for (from, to, trigger) in rows.into_iter().flatten() {
            let Some(transition) = machine::row(from, trigger) else {
                continue;
            };
            let ctx = GuardCtx {
                on: step.on,
                from,
                to,
                state: before,
                protocol,
                fact: Some(step.fact),
            };
            let (unmet, unknown) = judge(*transition, &ctx);
            self.history.judged = self.history.judged.union(transition.guards);
            self.history.steps.push(StepRow {
                seq: step.seq,
                on: step.on,
                trigger,
                from,
                to,
                judged: transition.guards,
                unmet,
                unknown,
                open_tasks: ctx.open_initial_tasks().0,
                open_ending: ctx.open_ending_tasks().0,
                slots: before.slots(),
                left: before.remaining(),
            });
        }
    }

    /// Judges the conditions of the beginning at the end of the day on which it was over.
    fn end_beginning(&mut self, state: &CourseState) {
        let Some((due, seq, from)) = self.due.take() else {
            return;
        };
        let on = state.last_day();
        let protocol = self.under.unwrap_or_else(|| self.course.protocol_on(on));
        let fact = self
            .course
            .entry(seq)
            .and_then(|entry| entry.stated())
            .map(|(_, fact)| fact);
        let ctx = GuardCtx {
            on,
            from,
            to: Phase::Middle,
            state,
            protocol,
            fact,
        };
        let judged = due::conditions();
        let those = |wanted| {
            judged
                .iter()
                .filter(|guard| guard.answer(&ctx) == wanted)
                .collect()
        };
        let step = StepRow {
            seq,
            on,
            trigger: Trigger::begins(Phase::Middle),
            from,
            to: Phase::Middle,
            judged,
            unmet: those(Answer::Fails),
            unknown: those(Answer::CannotTell),
            open_tasks: ctx.open_initial_tasks().0,
            open_ending: ctx.open_ending_tasks().0,
            slots: state.slots(),
            left: state.remaining(),
        };
        self.history.judged = self.history.judged.union(judged);
        self.history.beginning = Some(Beginning { due, step });
    }

    /// Within one day no order is assumed: what was written later that day answers a condition too.
    fn end_of_day(&mut self) {
        let Some(state) = self.history.state else {
            return;
        };
        let today = state.last_day();
        self.end_beginning(&state);
        for row in self
            .history
            .steps
            .iter_mut()
            .rev()
            .take_while(|row| row.on == today)
        {
            // A concern raised later that day counts as well as a response.
            let raised = if state.safety().lacks_response() {
                row.judged.intersection(CONCERNS)
            } else {
                GuardSet::EMPTY
            };
            let open = row.unmet.union(row.unknown).union(raised);
            if open.is_empty() {
                continue;
            }
            let protocol = self.under.unwrap_or_else(|| self.course.protocol_on(today));
            let fact = self
                .course
                .entry(row.seq)
                .and_then(|entry| entry.stated())
                .map(|(_, fact)| fact);
            // A session does not count against itself.
            let state = if matches!(fact, Some(Fact::Session(_))) {
                state.with_slots(row.slots)
            } else {
                state
            };
            let ctx = GuardCtx {
                on: today,
                from: row.from,
                to: row.to,
                state: &state,
                protocol,
                fact,
            };
            for guard in open.iter() {
                match guard.answer(&ctx) {
                    Answer::Holds | Answer::DoesNotApply => {
                        row.unmet = row.unmet.without(guard);
                        row.unknown = row.unknown.without(guard);
                    }
                    Answer::Fails => {
                        row.unmet = row.unmet.with(guard);
                        row.unknown = row.unknown.without(guard);
                    }
                    Answer::CannotTell => {
                        if !row.unmet.contains(guard) {
                            row.unknown = row.unknown.with(guard);
                        }
                    }
                }
            }
            row.open_tasks = ctx.open_initial_tasks().0;
            row.open_ending = ctx.open_ending_tasks().0;
            row.left = state.remaining();
        }
    }
}
