//! Planning again: what is left of a plan after sessions were held, missed, moved or added, or the
//! contract was changed.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    CoursePlan, DaySpan, Milestone, Milestones, PlanError, PlannedSession, PlannedWork,
    SessionStatus, Terms, Why, Window,
    availability::{Calendar, merged},
    course_plan::{main_sessions, steps, within_limits},
    past::{Past, Used},
    place,
    schedule::{self, Schedule, Slot, asked},
};
use crate::{
    base::days::{earlier, later},
    course::Course,
    machine::CourseState,
    pace::Pace,
    protocol::{Format, Protocol},
    record::Fact,
    rule::{
        codes::{DEFICITS_EVENTS_REASKED, STEP_IS_JUDGED},
        needed::Needed,
    },
    vocabulary::{EndingTaskSet, InitialTaskSet, Phase, ProblemArea, StrategySet, Track},
};

impl CoursePlan {
    /// What is left of the plan as of a day: after sessions were held on other days, missed,
    /// cancelled or added, after a pause or a break, after the contract was agreed, extended or
    /// shortened.
    ///
    /// Sessions that were missed and do not count come after one more interval; sessions that count
    /// are gone. Where the rest cannot be held by the book, a session is [`SessionStatus::Against`]
    /// and names the rule: see [`first_not_kept`](CoursePlan::first_not_kept). If no day and no
    /// phase changed, and no session was lost, the plan keeps its revision and its day.
    ///
    /// Facts after the day are not looked at.
    ///
    /// # Errors
    ///
    /// [`PlanError`] when no day is left: nothing is available, or the end that may not be passed
    /// is.
    ///
    /// ```
    /// use interpersonal::{chrono::{Days, NaiveDate}, ProblemArea, protocol::preset, testing::exemplar::Exemplar};
    /// use interpersonal::plan::{Availability, CoursePlan, Terms};
    ///
    /// let (protocol, start) = (&preset::ACUTE_16, NaiveDate::from_ymd_opt(2026, 1, 5).unwrap());
    /// let plan = CoursePlan::new(protocol, Terms::typical(protocol), start, Availability::every_day())?;
    /// let course = Exemplar::following(protocol, &plan, ProblemArea::Grief).course().unwrap();
    /// let revised = plan.revise(&course, start + Days::new(30))?;
    /// assert_eq!((revised.revision, revised.last_day()), (0, plan.last_day()));
    /// assert_eq!(revised.next().unwrap().ordinal, 6);
    /// # Ok::<(), interpersonal::plan::PlanError>(())
    /// ```
    pub fn revise(&self, course: &Course, as_of: NaiveDate) -> Result<Self, PlanError> {
        let protocol = course.protocol_on(as_of);
        let past = Past::of(self, protocol, course, as_of);
        let Some(state) = past.state else {
            return Ok(self.clone());
        };
        let mut availability = self.availability.clone();
        let known = merged(availability.breaks.clone());
        let is_new = |span: &&DaySpan| {
            !known
                .iter()
                .any(|old| old.from <= span.from && span.until <= old.until)
        };
        availability
            .breaks
            .extend(past.breaks.iter().filter(is_new));
        let calendar = Calendar::new(&availability, &past.covered);

        let mut total = past.total(&state);
        let mut revised =
            self.laid_out(protocol, &past, &state, &calendar, (total, true), as_of)?;
        // Sessions or weeks, whichever is reached first: what comes after the weeks does not take
        // place.
        if let Some(until) = past.weeks_until(protocol, &calendar) {
            let is_beyond = |session: &&PlannedSession| {
                let is_covered =
                    session.track == Track::Main && (past.own || session.phase.is_acute());
                is_covered && session.status.is_ahead() && session.target > until
            };
            let beyond = |sessions: &[PlannedSession]| {
                u16::try_from(sessions.iter().filter(is_beyond).count()).unwrap_or(u16::MAX)
            };
            while beyond(&revised) > 0 {
                // Days of the plan so far may be later than they have to be.
                let anew =
                    self.laid_out(protocol, &past, &state, &calendar, (total, false), as_of)?;
                let too_many = beyond(&anew);
                if too_many == 0 {
                    revised = anew;
                    break;
                }
                total = total.saturating_sub(too_many);
                revised =
                    self.laid_out(protocol, &past, &state, &calendar, (total, true), as_of)?;
            }
        }
        let main: Vec<NaiveDate> = revised
            .iter()
            .filter(|session| session.track == Track::Main)
            .map(|session| session.target)
            .collect();
        let is_ahead = revised
            .iter()
            .any(|session| session.track == Track::Main && session.status.is_ahead());
        if let (Some(end), true) = (availability.not_after, is_ahead) {
            if main.last().is_some_and(|&last| last > end) {
                let phases: Vec<Phase> = revised.iter().map(|session| session.phase).collect();
                let track = past.track(protocol, &calendar, &phases, (as_of, &[]), as_of);
                within_limits(&track, &availability, &main)?;
            }
        }
        number(&mut revised, course);
        let focus = state.active_areas().iter().next().or(self.focus);
        let plan = Self {
            revision: self.revision,
            from: self.from,
            protocol: protocol.id(),
            terms: past.terms,
            availability,
            focus,
            opens_on: state.opened_on(),
            sessions: revised,
        };
        let changed = !same_days(&self.sessions, &plan.sessions) || self.protocol != plan.protocol;
        Ok(if changed {
            Self {
                revision: self.revision.saturating_add(1),
                from: as_of,
                ..plan
            }
        } else {
            plan
        })
    }

    /// The sessions anew, with so many slots on the main track, and whether the days of the plan so
    /// far are kept.
    fn laid_out(
        &self,
        protocol: &Protocol,
        past: &Past,
        state: &CourseState,
        calendar: &Calendar,
        (total, keeps): (u16, bool),
        as_of: NaiveDate,
    ) -> Result<Vec<PlannedSession>, PlanError> {
        // Sessions held keep their days and phases; slots that were missed have no place among
        // them.
        let ahead = past.phases_ahead(protocol, state, total);
        let held: Vec<Used> = past.used.iter().filter(|used| used.held).copied().collect();
        let given: Vec<NaiveDate> = held.iter().map(|used| used.on).collect();
        let mut phases: Vec<Phase> = held.iter().map(|used| used.phase).collect();
        phases.extend(&ahead);

        // The cadence: from where the plan so far stood, in slots of the contract.
        let bare = past.track(protocol, calendar, &phases, (as_of, &[]), as_of);
        let missed = past.used.len() - given.len();
        let number = u16::try_from(missed + 1).unwrap_or(u16::MAX);
        let steps = steps(
            protocol,
            &past.terms,
            bare.agreed_from + missed,
            number,
            phases.len(),
        );
        let first = self.due_next(past, &bare, steps.get(given.len()).copied(), keeps);
        let kept: Vec<Option<(NaiveDate, NaiveDate)>> = (number..)
            .take(phases.len())
            .map(|number| self.session(Track::Main, number).filter(|_| keeps))
            .map(|session| session.map(|session| (session.cadence, session.target)))
            .collect();

        // The days: with the sessions of other tracks between them, and the end still open where no
        // contract was agreed. Where no day is left within the rules, past them.
        let open = past.agreed_on.is_none();
        let ahead = self
            .sessions
            .iter()
            .filter(|session| session.track != Track::Main && session.status.is_ahead());
        let beside: Vec<NaiveDate> = past
            .beside
            .iter()
            .map(|(_, used)| used.on)
            .chain(ahead.map(|session| session.target))
            .collect();
        let track = place::Track {
            kept: &kept,
            beside: &beside,
            planned_end: place::planned_end(protocol, &past.terms, &phases, &steps)
                .filter(|_| open),
            ..past.track(protocol, calendar, &phases, (first, &steps), as_of)
        };
        let placed = track.place(&given).or_else(|_| track.late(&given))?;

        let mut laid = self.behind(protocol, past);
        laid.ahead(&track, &placed, given.len());
        let focus = state.active_areas().iter().next().or(self.focus);
        let mut sessions = laid.sessions(protocol, past.terms, state.opened_on(), focus);

        // What the sessions bring hangs on what was done and missed, and what cannot be done any
        // more is said of them.
        carry_over(protocol, &mut sessions, past, state);
        people_come(protocol, &mut sessions, past);
        too_few_are_left(protocol, &mut sessions, state.planned().unwrap_or(0));
        judged_too_late(protocol, &mut sessions, past);
        if let Some(area) = focus {
            work_is_left(area, protocol.spec().format, &mut sessions, past, state);
        }

        // The other tracks follow the end of the main one, and end gaps in it.
        let moved = sessions
            .last()
            .map_or(0, |last| (last.target - self.last_day()).num_days());
        let beside = self.beside_ahead(past, state, calendar, moved, as_of);
        gaps_end_with(&beside, &mut sessions, &track);
        sessions.extend(beside);
        sessions.sort_by_key(|session| (session.target, session.track != Track::Main));
        Ok(sessions)
    }

    /// The slots that are used up: sessions on the days on which they were held or missed, each
    /// with the window that it had.
    fn behind(&self, protocol: &Protocol, past: &Past) -> Laid {
        let mut laid = Laid::default();
        let why = past.terms.why_interval(protocol);
        for (number, used) in (1..).zip(&past.used) {
            let day = (used.on, why);
            let old = self.session(Track::Main, number);
            let status = if used.held {
                SessionStatus::Held(used.seq)
            } else {
                SessionStatus::Missed(used.seq)
            };
            laid.push(
                (used.on, used.phase),
                old.map_or(used.on, |session| session.cadence),
                old.map_or(Window::new(day, day), |session| session.window),
                status,
            );
        }
        laid
    }

    /// How many sessions of the main track the plan has in each phase that follows acute treatment;
    /// if it was made for another protocol, as many as that has.
    pub(super) fn following(&self, protocol: &Protocol) -> [(Phase, u16); 2] {
        let phases: Vec<Phase> = if self.protocol == protocol.id() {
            self.main().map(|session| session.phase).collect()
        } else {
            schedule::phases(protocol, protocol.spec().dose.sessions.value.typical)
        };
        let count = |phase| {
            u16::try_from(phases.iter().filter(|&&other| other == phase).count())
                .unwrap_or(u16::MAX)
        };
        [Phase::Continuation, Phase::Maintenance].map(|phase| (phase, count(phase)))
    }

    /// The day at the cadence of the next session: that of the plan so far, moved by whole
    /// intervals with a session that was held on another day, and past what lies behind.
    fn due_next(
        &self,
        past: &Past,
        track: &place::Track<'_>,
        step: Option<u32>,
        keeps: bool,
    ) -> NaiveDate {
        let used = u16::try_from(past.used.len()).unwrap_or(u16::MAX);
        let index = track
            .phases
            .len()
            .min(past.used.iter().filter(|used| used.held).count());
        let interval = track.interval(index).limit_once().max(1);
        let last = past.used.last();
        let planned = |number: u16| self.session(Track::Main, number);
        let same_interval = self.terms.interval_days == past.terms.interval_days;
        let next = planned(used.saturating_add(1)).filter(|_| keeps && same_interval);
        let mut due = match (next, last, planned(used)) {
            (Some(next), Some(last), Some(before)) if last.held => {
                // As far as the last one was moved since it was planned.
                let by = (track.moved(index.saturating_sub(1), before.target, last.on)
                    - before.target)
                    .num_days();
                let days = u32::try_from(by.unsigned_abs()).unwrap_or(u32::MAX);
                if by < 0 {
                    earlier(next.cadence, days)
                } else {
                    later(next.cadence, days)
                }
            }
            (Some(next), _, _) => next.cadence,
            (None, Some(last), before) => {
                let from = before.map_or(last.on, |before| {
                    track.moved(index.saturating_sub(1), before.cadence, last.on)
                });
                later(from, step.unwrap_or(interval))
            }
            (None, None, _) => track.not_before,
        };
        // A day that lies behind comes again; one that availability has moved past is still ahead.
        let behind = next.is_none_or(|next| next.target < track.not_before);
        if due < track.not_before && behind {
            let days = u32::try_from((track.not_before - due).num_days()).unwrap_or(u32::MAX);
            due = later(due, days.div_ceil(interval).saturating_mul(interval));
        }
        due
    }

    /// The sessions of the other tracks: held, and ahead by as many days as the end of the main
    /// track moved.
    fn beside_ahead(
        &self,
        past: &Past,
        state: &CourseState,
        calendar: &Calendar,
        moved: i64,
        as_of: NaiveDate,
    ) -> Vec<PlannedSession> {
        let mut sessions = Vec::new();
        let last = self.last_day();
        for session in self
            .sessions
            .iter()
            .filter(|session| session.track != Track::Main)
        {
            let mut of_track = past
                .beside
                .iter()
                .filter(|&&(track, _)| track == session.track);
            let held = of_track
                .nth(usize::from(session.ordinal).saturating_sub(1))
                .map(|&(_, used)| used);
            let mut session = session.clone();
            if let Some(used) = held {
                session.target = used.on;
                session.status = SessionStatus::Held(used.seq);
            } else if state.phase() == Phase::Closed {
                continue;
            } else {
                let follows = session.target > last;
                let by = if follows { moved } else { 0 };
                let days = u32::try_from(by.unsigned_abs()).unwrap_or(u32::MAX);
                let wish = if by < 0 {
                    earlier(session.target, days)
                } else {
                    later(session.target, days)
                };
                let overdue = wish < as_of;
                if by != 0 || overdue {
                    let until = later(wish.max(as_of), u32::from(schedule::MONTHLY));
                    let Some(day) = calendar.nearest(wish, as_of, until) else {
                        continue;
                    };
                    let shift = |day: NaiveDate| {
                        if by < 0 {
                            earlier(day, days)
                        } else {
                            later(day, days)
                        }
                    };
                    session.window.not_before = shift(session.window.not_before).min(day);
                    session.window.not_after = shift(session.window.not_after).max(day);
                    session.target = day;
                }
                session.status = SessionStatus::Ahead;
            }
            sessions.push(session);
        }
        sessions
    }
}

/// The main track while it is laid out, slot by slot.
#[derive(Default)]
struct Laid {
    slots: Vec<Slot>,
    cadence: Vec<NaiveDate>,
    windows: Vec<Window>,
    statuses: Vec<SessionStatus>,
}

impl Laid {
    fn push(
        &mut self,
        (day, phase): (NaiveDate, Phase),
        cadence: NaiveDate,
        window: Window,
        status: SessionStatus,
    ) {
        let number = u16::try_from(self.slots.len() + 1).unwrap_or(u16::MAX);
        self.slots.push(Slot { number, day, phase });
        self.cadence.push(cadence);
        self.windows.push(window);
        self.statuses.push(status);
    }

    /// Adds the sessions ahead, which come after those held. One that lies past its window names
    /// the rule that it cannot keep.
    fn ahead(&mut self, track: &place::Track<'_>, placed: &place::Placed, held: usize) {
        let days = placed
            .days
            .iter()
            .copied()
            .zip(track.phases.iter().copied());
        let ahead = days.enumerate().skip(held).zip(&placed.cadence);
        for ((index, (day, phase)), &cadence) in ahead {
            let mut window = track.window(placed.days.get(..index).unwrap_or(&[]));
            let late = placed.late.iter().find(|&&(at, _)| at == index);
            let rule = match late {
                Some(&(_, Why::Rule(code))) => Some(code),
                _ => None,
            };
            if rule.is_none() {
                // What covers a gap may answer for more than its days.
                window.not_after = window.not_after.max(day);
            }
            let status = rule.map_or(SessionStatus::Ahead, SessionStatus::Against);
            self.push((day, phase), cadence, window, status);
        }
    }

    /// The sessions, with what is done in each.
    fn sessions(
        self,
        protocol: &Protocol,
        terms: Terms,
        opened: NaiveDate,
        focus: Option<ProblemArea>,
    ) -> Vec<PlannedSession> {
        let schedule = Schedule {
            terms,
            opened,
            opens_in: Phase::Assessment,
            slots: self.slots,
            beside: Vec::new(),
            concludes: false,
            aftercare: Vec::new(),
            planned: Vec::new(),
            missed: Vec::new(),
            breaks: Vec::new(),
        };
        let mut sessions = main_sessions(protocol, &schedule, &self.windows, &self.cadence, focus);
        for (session, status) in sessions.iter_mut().zip(self.statuses) {
            session.status = status;
        }
        sessions
    }
}

/// Gives each session its number for people: of those held the one that the application gave, else
/// their place in the track; missed ones have none, and those ahead go on from there.
fn number(sessions: &mut [PlannedSession], course: &Course) {
    let mut last = [0_u16; Track::ALL.len()];
    let before = course.facts().find_map(|(_, _, fact)| match fact {
        Fact::Opened(opened) => opened.sessions_before,
        _ => None,
    });
    last[Track::Main.index()] = before.unwrap_or(0);
    for session in sessions {
        let last = &mut last[session.track.index()];
        let next = last.saturating_add(1);
        session.number = match session.status {
            SessionStatus::Missed(_) => None,
            SessionStatus::Held(seq) => {
                let note = course.entry(seq).and_then(crate::Entry::stated);
                let given = match note {
                    Some((_, Fact::Session(session))) => session.number,
                    _ => None,
                };
                Some(given.unwrap_or(next))
            }
            SessionStatus::Ahead | SessionStatus::Against(_) => Some(next),
        };
        *last = session.number.unwrap_or(*last);
    }
}

/// Whether the sessions lie on the same days, in the same phases, are as long, and none was lost or
/// won back.
fn same_days(a: &[PlannedSession], b: &[PlannedSession]) -> bool {
    let seen = |session: &PlannedSession| {
        let PlannedSession {
            track,
            ordinal,
            phase,
            target,
            minutes,
            status,
            ..
        } = *session;
        (
            track,
            ordinal,
            phase,
            target,
            minutes,
            matches!(status, SessionStatus::Missed(_)),
        )
    };
    a.iter().map(seen).eq(b.iter().map(seen))
}

/// Looks again at gaps that were long on the main track and have a session of another track in
/// them.
fn gaps_end_with(beside: &[PlannedSession], main: &mut [PlannedSession], track: &place::Track<'_>) {
    let mut days: Vec<NaiveDate> = Vec::new();
    for session in main
        .iter_mut()
        .filter(|session| !matches!(session.status, SessionStatus::Missed(_)))
    {
        let last = days.last().copied();
        let between = beside
            .iter()
            .map(|other| other.target)
            .filter(|&day| Some(day) > last && day < session.target);
        match (session.status, between.max()) {
            (SessionStatus::Against(code), Some(between)) if place::Track::is_on_gaps(code) => {
                let not_kept = track.not_kept_since(&days, between, session.target);
                session.status = not_kept.map_or(SessionStatus::Ahead, SessionStatus::Against);
                if not_kept.is_none() {
                    session.window.not_after = session.window.not_after.max(session.target);
                }
            }
            _ => {}
        }
        days.push(session.target);
    }
}

/// Work that was planned for sessions gone by and is not done comes in the next; what is done is
/// not planned again.
fn carry_over(
    protocol: &Protocol,
    sessions: &mut [PlannedSession],
    past: &Past,
    state: &CourseState,
) {
    let next = sessions
        .iter()
        .position(|session| session.status.is_ahead());
    let Some(next) = next else { return };
    let (mut initial, mut ending) = (InitialTaskSet::EMPTY, EndingTaskSet::EMPTY);
    let mut strategies = StrategySet::EMPTY;
    let mut missing = Milestones::EMPTY;
    for session in sessions.iter().take(next) {
        match session.work {
            PlannedWork::Initial(tasks) => initial = initial.union(tasks),
            PlannedWork::Ending(tasks) => ending = ending.union(tasks),
            PlannedWork::Middle(planned) => {
                strategies = strategies.union(planned.difference(past.shown.strategies));
            }
            _ => {}
        }
        missing = missing.union(session.milestones);
    }
    // All initial sessions are gone, and there is one more because tasks are open.
    initial = initial.union(protocol.spec().initial.tasks.value);
    let later: InitialTaskSet =
        sessions
            .iter()
            .skip(next + 1)
            .fold(InitialTaskSet::EMPTY, |tasks, session| {
                if let PlannedWork::Initial(more) = session.work {
                    tasks.union(more)
                } else {
                    tasks
                }
            });
    initial = initial.difference(later);
    let happened = |milestone: Milestone| match milestone {
        Milestone::FrameVoiced => past.voiced,
        Milestone::ContractAgreed => past.agreed_on.is_some(),
        Milestone::ProgressReviewed => past.reviewed,
        Milestone::MarkersAssessed => past.assessed,
        Milestone::EndAnnounced => state.end_announced(),
        Milestone::SessionsLeft | Milestone::LastSession => false,
    };
    let missing: Milestones = missing
        .iter()
        .filter(|&milestone| !happened(milestone))
        .filter(|milestone| !matches!(milestone, Milestone::SessionsLeft | Milestone::LastSession))
        .collect();
    for (index, session) in sessions.iter_mut().enumerate().skip(next) {
        let first = index == next;
        match &mut session.work {
            PlannedWork::Initial(tasks) => {
                let more = if first { tasks.union(initial) } else { *tasks };
                *tasks = more.difference(state.tasks_done());
            }
            PlannedWork::Ending(tasks) => {
                let more = if first { tasks.union(ending) } else { *tasks };
                *tasks = more.difference(state.ending_tasks_done());
            }
            PlannedWork::Middle(planned) if first => *planned = planned.union(strategies),
            _ => {}
        }
        let milestones = if first {
            session.milestones.union(missing)
        } else {
            session.milestones
        };
        session.milestones = milestones
            .iter()
            .filter(|&milestone| !happened(milestone))
            .collect();
    }
}

/// Whoever was to come to a session that was missed comes to one of the next.
fn people_come(protocol: &Protocol, sessions: &mut [PlannedSession], past: &Past) {
    let held = sessions
        .iter()
        .filter(|session| !matches!(session.status, SessionStatus::Missed(_)))
        .count();
    for spec in protocol
        .spec()
        .participants
        .iter()
        .filter(|spec| asked(spec.level))
    {
        let came = past
            .came
            .iter()
            .filter(|&&relation| relation == spec.relation)
            .count();
        let comes = |session: &PlannedSession| session.participants.contains(&spec.relation);
        let ahead = sessions
            .iter()
            .filter(|session| session.status.is_ahead() && comes(session))
            .count();
        let missing = usize::from(spec.sessions.unwrap_or(1))
            .min(held)
            .saturating_sub(came + ahead);
        let free = sessions
            .iter_mut()
            .filter(|session| session.status.is_ahead() && !comes(session));
        free.take(missing)
            .for_each(|session| session.participants.push(spec.relation));
    }
}

/// Marks what the sessions that are left cannot bring any more, whatever their days.
fn too_few_are_left(protocol: &Protocol, sessions: &mut [PlannedSession], agreed: u16) {
    let pace = Pace::of(protocol);
    let is_missed = |session: &PlannedSession| matches!(session.status, SessionStatus::Missed(_));
    let count = |matches: &dyn Fn(&PlannedSession) -> bool| {
        u16::try_from(sessions.iter().filter(|session| matches(session)).count())
            .unwrap_or(u16::MAX)
    };
    let whole = count(&|session| session.phase.is_acute());
    let held = count(&|session| session.phase.is_acute() && !is_missed(session));
    let ending = count(&|session| session.phase == Phase::Termination && !is_missed(session));
    let has_ending = protocol.phase(Phase::Termination).is_some();
    let ending_least = Some(pace.ending_least(false));
    let short = ending_least.filter(|least| has_ending && ending < least.sessions);
    // Those count that weeks left no room for.
    let completed = pace.completed_of(whole.max(agreed));
    let rare = (held < completed.sessions).then_some(completed);
    let (announced, usual) = (pace.announced_with(), pace.initial_usual());
    let mut initial = 0_u16;
    let mut last = None;
    for session in sessions.iter_mut() {
        if has_ending
            && session.status == SessionStatus::Ahead
            && session.milestones.contains(Milestone::EndAnnounced)
        {
            let left = whole.saturating_sub(session.ordinal);
            if left == 0 || left < announced.sessions {
                session.status = SessionStatus::Against(announced.code);
            }
        }
        initial += u16::from(
            session.phase == Phase::Initial && !matches!(session.status, SessionStatus::Missed(_)),
        );
        let is_long = session.phase == Phase::Initial && initial > usual.sessions;
        if session.status == SessionStatus::Ahead && is_long {
            session.status = SessionStatus::Against(usual.code);
        }
        if session.status == SessionStatus::Ahead && session.phase.is_acute() {
            last = Some(session);
        }
    }
    if let (Some(last), Some(least)) = (last, short.or(rare)) {
        last.status = SessionStatus::Against(least.code);
    }
}

/// Marks the next session if it comes after the week in which the protocol expects a judgement that
/// is not on record: it can be made without a session, and somebody has to think of it.
fn judged_too_late(protocol: &Protocol, sessions: &mut [PlannedSession], past: &Past) {
    let was_missed = |session: &PlannedSession| matches!(session.status, SessionStatus::Missed(_));
    let Some(first) = sessions.iter().find(|session| !was_missed(session)) else {
        return;
    };
    let (first, last) = (first.target, sessions.last().map(|session| session.target));
    for step in protocol.spec().steps.iter() {
        let Some(week) = step.by_week else { continue };
        let by = later(first, u32::from(week) * 7);
        let judged = past
            .judged
            .iter()
            .any(|&(criterion, on)| criterion == step.criterion && on <= by);
        // A course that ends before is asked for nothing.
        if judged || last.is_none_or(|last| last <= by) {
            continue;
        }
        let next = sessions
            .iter_mut()
            .find(|session| session.status.is_ahead());
        if let Some(next) = next.filter(|next| next.target > by) {
            if next.status == SessionStatus::Ahead {
                next.status = SessionStatus::Against(STEP_IS_JUDGED);
            }
        }
    }
}

/// Marks the end of a middle phase that comes before the work without which it is over too soon.
fn work_is_left(
    area: ProblemArea,
    format: Format,
    sessions: &mut [PlannedSession],
    past: &Past,
    state: &CourseState,
) {
    let has_middle = sessions
        .iter()
        .any(|session| session.status.is_ahead() && session.phase == Phase::Middle);
    if state.phase() != Phase::Middle || has_middle {
        return;
    }
    let shown = past.shown.strategies();
    let open = Needed::of(area)
        .find(|needed| !shown.includes(needed.asked(format)))
        .map(|needed| needed.code);
    let is_unasked = area == ProblemArea::InterpersonalDeficits && !past.events_reasked;
    let next = sessions
        .iter_mut()
        .find(|session| session.status == SessionStatus::Ahead);
    if let (Some(code), Some(next)) = (open.or(is_unasked.then_some(DEFICITS_EVENTS_REASKED)), next)
    {
        next.status = SessionStatus::Against(code);
    }
}
