//! What the record says up to a day, as far as a plan hangs on it.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    CoursePlan, DaySpan, Terms,
    availability::Calendar,
    course_plan::{agreed_from, phases},
    place, schedule,
};
use crate::{
    base::days::{earlier, later},
    course::{
        Course,
        cover::{Cover, Stretch},
        history::{History, SessionRow},
    },
    machine::{CourseState, region::ContractRegion},
    pace::Pace,
    protocol::Protocol,
    record::{
        Fact, FactKind,
        contact::Anchor,
        contract::ContractScope,
        inventory::Relation,
        session::{Session, SessionKind},
    },
    rule::needed::Shown,
    vocabulary::{Criterion, Phase, Seq, Track},
};

/// A session of the main track that used up a slot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Used {
    pub(super) seq: Seq,
    pub(super) on: NaiveDate,
    pub(super) phase: Phase,
    pub(super) held: bool,
    pub(super) crisis: bool,
}

/// What the record says up to a day, as far as a plan hangs on it.
pub(super) struct Past {
    pub(super) state: Option<CourseState>,
    pub(super) terms: Terms,
    /// The day of the contract that is in force, if one was agreed.
    pub(super) agreed_on: Option<NaiveDate>,
    pub(super) used: Vec<Used>,
    /// The first day on which treatment was to begin.
    pub(super) starts: NaiveDate,
    /// The last day with a session of the main track, held or missed.
    pub(super) last_main: Option<NaiveDate>,
    /// Who took part in the sessions held, once for each session.
    pub(super) came: Vec<Relation>,
    /// Whether the protocol has no acute treatment, so that its contract is that of what follows.
    pub(super) own: bool,
    /// How many sessions of the main track the plan has in phases that follow acute treatment.
    pub(super) follow: [(Phase, u16); 2],
    pub(super) beside: Vec<(Track, Used)>,
    /// Days on which nothing is held and which do not count: announced breaks, and pauses with a
    /// day of review.
    pub(super) breaks: Vec<DaySpan>,
    /// Days which do not count: pauses and stays in hospital.
    pub(super) covered: Vec<DaySpan>,
    pub(super) shown: Shown,
    pub(super) events_reasked: bool,
    pub(super) assessed: bool,
    pub(super) reviewed: bool,
    pub(super) voiced: bool,
    /// What was judged, and when.
    pub(super) judged: Vec<(Criterion, NaiveDate)>,
    /// Whether the end was agreed anew.
    pub(super) moved_end: bool,
    /// Events outside treatment since whose day became known no end was agreed anew.
    pub(super) over_by: Vec<(Anchor, Phase, NaiveDate)>,
}

impl Past {
    pub(super) fn of(
        plan: &CoursePlan,
        protocol: &Protocol,
        course: &Course,
        as_of: NaiveDate,
    ) -> Self {
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
            judged: Vec::new(),
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
                Fact::JudgementMade(made) => past.judged.push((made.criterion, row.on)),
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
        for row in &history.sessions {
            past.session(row, row.note(course));
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

    fn session(&mut self, row: &SessionRow, held: Option<&Session>) {
        let crisis = row.kind == SessionKind::Crisis;
        let used = Used {
            seq: row.seq,
            on: row.on,
            phase: row.phase,
            held: row.held,
            crisis,
        };
        if let Some(session) = held {
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
        if let Some(session) = held {
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
    pub(super) fn weeks_until(
        &self,
        protocol: &Protocol,
        calendar: &Calendar,
    ) -> Option<NaiveDate> {
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
    pub(super) fn total(&self, state: &CourseState) -> u16 {
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
    pub(super) fn phases_ahead(
        &self,
        protocol: &Protocol,
        state: &CourseState,
        total: u16,
    ) -> Vec<Phase> {
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
    pub(super) fn track<'a>(
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
            None => agreed_from(&self.terms, phases),
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
