//! Planning again: what is left of a plan after sessions were held, missed, moved or added, or the
//! contract was changed.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    Collision, CoursePlan, DaySpan, Milestone, Milestones, PlannedSession, PlannedWork,
    SessionStatus, Terms, Why, Window,
    availability::{Calendar, merged},
    course_plan::{main_sessions, phases, steps, within_limits},
    place,
    schedule::{self, Schedule, Slot, asked},
};
use crate::{
    base::days::{earlier, later},
    course::{
        Course,
        cover::{Cover, Stretch},
        history::{History, SessionRow},
    },
    machine::{CourseState, Mark, region::ContractRegion},
    pace::Pace,
    protocol::{Format, Protocol},
    record::{
        Fact, FactKind,
        contact::Anchor,
        contract::ContractScope,
        inventory::Relation,
        session::{Session, SessionKind},
    },
    rule::{
        codes::DEFICITS_EVENTS_REASKED,
        needed::{Needed, Shown},
    },
    vocabulary::{EndingTaskSet, InitialTaskSet, Phase, ProblemArea, Seq, StrategySet, Track},
};

/// A session of the main track that used up a slot.
#[derive(Debug, Clone, Copy)]
struct Used {
    seq: Seq,
    on: NaiveDate,
    phase: Phase,
    held: bool,
    crisis: bool,
}

/// What the record says up to a day, as far as a plan hangs on it.
struct Past {
    state: Option<CourseState>,
    terms: Terms,
    /// The day of the contract that is in force, if one was agreed.
    agreed_on: Option<NaiveDate>,
    used: Vec<Used>,
    /// The first day on which treatment was to begin.
    starts: NaiveDate,
    /// The last day with a session of the main track, held or missed.
    last_main: Option<NaiveDate>,
    /// Who took part in the sessions held, once for each session.
    came: Vec<Relation>,
    /// Whether the protocol has no acute treatment, so that its contract is that of what follows.
    own: bool,
    /// How many sessions of the main track the plan has in phases that follow acute treatment.
    follow: [(Phase, u16); 2],
    beside: Vec<(Track, Used)>,
    /// Days on which nothing is held and which do not count: announced breaks, and pauses with a
    /// day of review.
    breaks: Vec<DaySpan>,
    /// Days which do not count: pauses and stays in hospital.
    covered: Vec<DaySpan>,
    shown: Shown,
    events_reasked: bool,
    assessed: bool,
    reviewed: bool,
    voiced: bool,
    /// Whether the end was agreed anew.
    moved_end: bool,
    /// Events outside treatment since whose day became known no end was agreed anew.
    over_by: Vec<(Anchor, Phase, NaiveDate)>,
}

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
    /// [`Collision`] when no day is left: nothing is available, or the end that may not be passed
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
    /// # Ok::<(), interpersonal::plan::Collision>(())
    /// ```
    pub fn revise(&self, course: &Course, as_of: NaiveDate) -> Result<Self, Collision> {
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
    ) -> Result<Vec<PlannedSession>, Collision> {
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

    /// The slots that are used up: sessions on the days on which they were held or missed, each with
    /// the window that it had.
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
    fn following(&self, protocol: &Protocol) -> [(Phase, u16); 2] {
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
        Milestone::EndAnnounced => state.shows(Mark::EndAnnounced),
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
    let rare = completed.filter(|least| held < least.sessions);
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

impl Past {
    fn of(plan: &CoursePlan, protocol: &Protocol, course: &Course, as_of: NaiveDate) -> Self {
        let own = !protocol
            .phases()
            .iter()
            .any(|phase| matches!(phase, Phase::Initial | Phase::Middle | Phase::Termination));
        let history = History::of(course, as_of);
        let mut past = Self {
            state: history.state,
            terms: plan.terms,
            agreed_on: None,
            used: Vec::new(),
            starts: plan
                .session(Track::Main, 1)
                .map_or(as_of, |session| session.window.not_before),
            last_main: None,
            came: Vec::new(),
            own,
            follow: plan.following(protocol),
            beside: Vec::new(),
            breaks: Vec::new(),
            covered: Vec::new(),
            shown: Shown::default(),
            events_reasked: false,
            assessed: history.kinds.contains(FactKind::MarkersAssessed),
            reviewed: history.kinds.contains(FactKind::ReviewHeld),
            voiced: history.kinds.contains(FactKind::FrameAnnounced),
            moved_end: false,
            over_by: Vec::new(),
        };
        for (row, fact) in history.all_facts(course) {
            match fact {
                Fact::ContractAgreed(agreed) if own || agreed.scope == ContractScope::Acute => {
                    past.terms = Terms::agreed(protocol, agreed, row.seq);
                    past.agreed_on = Some(row.on);
                }
                Fact::ContractAmended(amended) => {
                    if amended.moves_the_end() {
                        past.moved_end = true;
                        past.over_by.clear();
                    }
                    if own || row.phase.is_acute() {
                        past.terms = past.terms.amended(protocol, amended, row.seq);
                    }
                }
                Fact::ExternalDate(date) => {
                    let anchor = protocol
                        .spec()
                        .anchors
                        .iter()
                        .find(|anchor| anchor.anchor == date.anchor);
                    past.over_by.retain(|&(known, ..)| known != date.anchor);
                    past.over_by
                        .extend(anchor.map(|anchor| (anchor.anchor, anchor.over, date.date)));
                }
                _ => {}
            }
        }
        for (row, session) in history.notes(course) {
            past.session(row, session);
        }
        history
            .all(course)
            .for_each(|(_, detail)| past.shown.add_detail(detail));
        for &stretch in &history.covered {
            past.cover(stretch, as_of);
        }
        past.breaks.retain(|span| span.from <= span.until);
        past.voiced |= past
            .state
            .is_some_and(|state| state.contract() != ContractRegion::None);
        past
    }

    fn session(&mut self, row: &SessionRow, session: &Session) {
        let crisis = row.kind == SessionKind::Crisis;
        let used = Used {
            seq: row.seq,
            on: row.on,
            phase: row.phase,
            held: row.held,
            crisis,
        };
        if row.held {
            self.came
                .extend(session.participants.iter().map(|person| person.relation));
        }
        if row.track != Track::Main {
            if row.held {
                self.beside.push((row.track, used));
            }
            return;
        }
        self.last_main = Some(row.on);
        if row.held {
            self.shown.add(session);
            self.events_reasked |= session.events_reasked.is_done();
        }
        if row.counts {
            self.used.push(used);
        }
    }

    /// Takes up days that are covered. What goes on still: a pause until the day on which it is
    /// looked at again, a stay in hospital until now.
    fn cover(&mut self, stretch: Stretch, as_of: NaiveDate) {
        let Stretch { by, from, until } = stretch;
        match (by, until) {
            (Cover::Break, _) => self.breaks.push(stretch.span()),
            (_, Some(until)) => self.covered.push(DaySpan::new(from, until)),
            (Cover::Pause(review), None) => {
                let until = earlier(review.filter(|&day| day > as_of).unwrap_or(as_of), 1);
                self.covered.push(DaySpan::new(from, until));
                self.breaks.push(DaySpan::new(as_of, until));
            }
            (Cover::Hospital, None) => self.covered.push(DaySpan::new(from, as_of)),
        }
    }

    /// The last day of a contract that ends after weeks as well as after sessions, once treatment
    /// has begun. Weeks that the protocol ends treatment with go on in a break.
    fn weeks_until(&self, protocol: &Protocol, calendar: &Calendar) -> Option<NaiveDate> {
        let (weeks, first) = (self.terms.weeks?, self.used.first()?.on);
        let agreed = calendar.after(first, u32::from(weeks) * 7);
        let weeks = Pace::of(protocol).weeks().filter(|_| !self.moved_end);
        let own = weeks.map(|weeks| weeks.last(first, calendar.covered().iter().copied()));
        Some(own.map_or(agreed, |own| own.min(agreed)))
    }

    /// Whether the sessions of the terms are all there are. The contract of acute treatment does
    /// not cover what follows it.
    const fn covers_all(&self) -> bool {
        self.terms.agreed.is_none() || self.own
    }

    /// The slots of the main track: those of the contract, and those of phases that have one of
    /// their own.
    fn total(&self, state: &CourseState) -> u16 {
        let own = self
            .follow
            .iter()
            .fold(0, |sum: u16, &(_, sessions)| sum.saturating_add(sessions));
        let many = |used: usize| u16::try_from(used).unwrap_or(u16::MAX);
        // What went beyond the contract of acute treatment takes nothing from what follows it.
        let acute = many(
            self.used
                .iter()
                .filter(|used| used.phase.is_acute())
                .count(),
        );
        let total = if self.covers_all() {
            self.terms.sessions
        } else {
            self.terms.sessions.max(acute).saturating_add(own)
        };
        let used = many(self.used.len());
        match state.phase() {
            Phase::Closed => used,
            Phase::Concluded | Phase::Continuation | Phase::Maintenance if own == 0 => used,
            _ => total.max(used),
        }
    }

    /// The phases of the sessions ahead: what is left of the initial phase, as much of the ending
    /// as the protocol has, and middle phase between them.
    fn phases_ahead(&self, protocol: &Protocol, state: &CourseState, total: u16) -> Vec<Phase> {
        let used = u16::try_from(self.used.len()).unwrap_or(u16::MAX);
        let left = total.saturating_sub(used);
        if left == 0 {
            return Vec::new();
        }
        let terms = Terms {
            sessions: total,
            ..self.terms
        };
        let whole = phases(protocol, &terms).unwrap_or_else(|_| schedule::phases(protocol, total));
        let count = |phase| {
            u16::try_from(whole.iter().filter(|&&other| other == phase).count()).unwrap_or(u16::MAX)
        };
        let held = |phase| {
            self.used
                .iter()
                .filter(|used| used.held && used.phase == phase)
                .count()
        };
        let held = |phase| u16::try_from(held(phase)).unwrap_or(u16::MAX);
        let open = protocol
            .spec()
            .initial
            .tasks
            .value
            .difference(state.tasks_done());
        let has = |phase| protocol.phase(phase).is_some();
        let mut lengths = Vec::from([
            (
                Phase::Initial,
                count(Phase::Initial)
                    .saturating_sub(held(Phase::Initial))
                    .max(u16::from(!open.is_empty())),
            ),
            (Phase::Middle, 0),
            (
                Phase::Termination,
                count(Phase::Termination).saturating_sub(held(Phase::Termination)),
            ),
        ]);
        lengths.extend(self.follow.map(|(phase, sessions)| {
            let sessions = if self.covers_all() {
                count(phase)
            } else {
                sessions
            };
            (phase, sessions.saturating_sub(held(phase)))
        }));
        // Nothing goes back: a phase that is over has no session left.
        for (phase, length) in &mut lengths {
            if *phase < state.phase() || !has(*phase) {
                *length = 0;
            }
        }
        let taken = lengths
            .iter()
            .fold(0, |sum: u16, &(_, length)| sum.saturating_add(length));
        let fills = if has(Phase::Middle) && state.phase() <= Phase::Middle {
            Phase::Middle
        } else {
            let on = lengths
                .iter()
                .map(|&(phase, _)| phase)
                .find(|&phase| has(phase) && phase >= state.phase());
            on.unwrap_or_else(|| state.phase())
        };
        for (phase, length) in &mut lengths {
            if *phase == fills {
                *length = length.saturating_add(left.saturating_sub(taken));
            }
        }
        // Too few are left: the end keeps its sessions, and what comes before is shorter.
        let mut over = taken.saturating_sub(left);
        for (_, length) in &mut lengths {
            let less = over.min(*length);
            *length -= less;
            over -= less;
        }
        let ahead = lengths
            .into_iter()
            .flat_map(|(phase, length)| core::iter::repeat_n(phase, length.into()));
        let mut ahead: Vec<Phase> = ahead.take(left.into()).collect();
        // A phase that the protocol does not have: what is left belongs to where the course stands.
        ahead.resize(left.into(), state.phase());
        ahead
    }

    /// The main track as it looks for days.
    fn track<'a>(
        &'a self,
        protocol: &'a Protocol,
        calendar: &'a Calendar,
        phases: &'a [Phase],
        (first, steps): (NaiveDate, &'a [u32]),
        as_of: NaiveDate,
    ) -> place::Track<'a> {
        let held = self.used.iter().filter(|used| used.held);
        let agreed_from = match self.agreed_on {
            Some(agreed) => held.take_while(|used| used.on < agreed).count(),
            None => super::course_plan::agreed_from(&self.terms, phases),
        };
        let crises = self
            .used
            .iter()
            .filter(|used| used.held)
            .enumerate()
            .filter(|(_, used)| used.crisis);
        let tomorrow = self.last_main.map_or(self.starts, |day| later(day, 1));
        place::Track {
            protocol,
            terms: &self.terms,
            calendar,
            phases,
            agreed_from,
            first,
            steps,
            kept: &[],
            not_before: tomorrow.max(as_of),
            last_crisis: crises.last().map(|(index, _)| index),
            planned_end: None,
            weeks_hold: !self.moved_end,
            over_by: &self.over_by,
            beside: &[],
        }
    }
}

/// The plans of a course, one after another: what was planned on which day stays readable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Plans {
    first: CoursePlan,
    later: Vec<CoursePlan>,
}

impl Plans {
    /// The plans of a course that has one.
    #[must_use]
    pub const fn new(first: CoursePlan) -> Self {
        Self {
            first,
            later: Vec::new(),
        }
    }

    /// The plan that holds now.
    #[must_use]
    pub fn latest(&self) -> &CoursePlan {
        self.later.last().unwrap_or(&self.first)
    }

    /// The plan that held on a day: the last one made by then, and the first before that.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &CoursePlan {
        self.later
            .iter()
            .rev()
            .find(|plan| plan.from <= day)
            .unwrap_or(&self.first)
    }

    /// All plans, in the order in which they were made.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &CoursePlan> {
        core::iter::once(&self.first).chain(&self.later)
    }

    /// Plans again. A plan in which days or phases changed, or a session was lost, is a new one;
    /// otherwise the latest is brought up to date.
    ///
    /// # Errors
    ///
    /// [`Collision`], as of [`CoursePlan::revise`]; nothing is changed then.
    pub fn revise(&mut self, course: &Course, as_of: NaiveDate) -> Result<&CoursePlan, Collision> {
        let revised = self.latest().revise(course, as_of)?;
        if revised.revision == self.latest().revision {
            match self.later.last_mut() {
                Some(latest) => *latest = revised,
                None => self.first = revised,
            }
        } else {
            self.later.push(revised);
        }
        Ok(self.latest())
    }
}
