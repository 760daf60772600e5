//! What rules on the work of the middle phase have in common: its sessions, the focus of a day, and
//! when something is due.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::{
    record::{
        focus::{DisputeDetailed, DisputeStaged, FocusAgreed},
        inventory::PersonInventoried,
        session::Session,
    },
    rule::{Ctx, Evidence, FactRow, Finding, SessionRow, Sink, needed::Shown},
    vocabulary::{
        AreaSet, DisputeStage, FocusStatus, Phase, ProblemArea, Reporting, Stated, Topic,
    },
};

/// The middle sessions that were not given to a crisis, with their notes.
pub(super) fn notes<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (&'a SessionRow, &'a Session)> + Clone + use<'a> {
    let ctx = *ctx;
    ctx.ordinary_middle()
        .filter_map(move |row| Some((row, ctx.note(row)?)))
}

/// The acute sessions held, with their notes.
pub(super) fn held_notes<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (&'a SessionRow, &'a Session)> + Clone + use<'a> {
    let ctx = *ctx;
    ctx.held()
        .filter_map(move |row| Some((row, ctx.note(row)?)))
}

/// The acute sessions held, and those of continuation and maintenance, with their notes.
pub(super) fn treatment_notes<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (&'a SessionRow, &'a Session)> + Clone + use<'a> {
    let ctx = *ctx;
    let held = ctx
        .sessions()
        .iter()
        .filter(|row| row.held && (row.acute || row.phase.has_own_contract()));
    held.filter_map(move |row| Some((row, ctx.note(row)?)))
}

/// Whether the middle phase lies behind.
pub(super) fn is_over(ctx: &Ctx<'_>) -> bool {
    is_behind(ctx, Phase::Middle)
}

/// Whether a phase lies behind: a later one began, or the course ran to an agreed end. A course
/// that was broken off has no end of its last phase.
fn is_behind(ctx: &Ctx<'_>, phase: Phase) -> bool {
    let later = |other| other > phase && other != Phase::Closed;
    ctx.completion().is_some()
        || later(ctx.state().phase())
        || ctx.steps().iter().any(|step| later(step.to))
}

/// Whether so many sessions of a phase are more than the share that says what the phase was. While
/// it lasts that can be told of the middle phase alone, by the number of sessions that it usually
/// has.
pub(super) fn is_most_of(ctx: &Ctx<'_>, phase: Phase, part: u32, whole: u32) -> bool {
    let all = match phase {
        _ if is_behind(ctx, phase) => whole,
        Phase::Middle => whole.max(expected(ctx).into()),
        _ => return false,
    };
    part > 1
        && ctx
            .spec()
            .middle
            .late_share
            .value
            .of_is_exceeded_by(all, part)
}

/// The number of middle sessions by which the ground of an area is explored.
pub(super) fn half(ctx: &Ctx<'_>) -> u16 {
    ctx.spec().middle.explored_by.value.part(expected(ctx))
}

/// The number of middle sessions with which mid-course is reached: from the usual length of the
/// initial phase to the review of progress.
pub(super) fn mid_course(ctx: &Ctx<'_>) -> u16 {
    ctx.spec()
        .measurement
        .review_by
        .value
        .saturating_sub(before_middle(ctx))
        .max(1)
}

/// The sessions that lie before the middle phase: as the protocol numbers them, or as is usual;
/// none where it has no initial phase.
fn before_middle(ctx: &Ctx<'_>) -> u16 {
    let usual = ctx.spec().initial.sessions_usual.value;
    match ctx.protocol().phase(Phase::Initial) {
        None => 0,
        Some(initial) => initial
            .typical
            .map_or(usual, |numbers| usual.min(numbers.value.1)),
    }
}

/// The number of middle sessions that a course usually has: what the contract leaves beside the
/// initial phase and the shortest ending.
pub(super) fn expected(ctx: &Ctx<'_>) -> u16 {
    let spec = ctx.spec();
    let planned = ctx
        .state()
        .planned()
        .unwrap_or(spec.dose.sessions.value.typical);
    let beside = before_middle(ctx).saturating_add(spec.ending.sessions_min.value);
    planned.saturating_sub(beside).max(1)
}

/// Whether something is due that is asked for by so many middle sessions: so many were held, or the
/// phase is over.
pub(super) fn is_due(ctx: &Ctx<'_>, sessions: u16) -> bool {
    due_session(ctx, sessions).is_some() || (is_over(ctx) && ctx.ordinary_middle().next().is_some())
}

/// The middle session with which something is due; none if the phase ended before.
pub(super) fn due_session<'a>(ctx: &Ctx<'a>, sessions: u16) -> Option<&'a SessionRow> {
    ctx.ordinary_middle().nth(usize::from(sessions.max(1)) - 1)
}

/// What was worked with by a day, in all acute sessions.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worked {
    pub(super) shown: Shown,
    /// Whether options were weighed or something was decided.
    pub(super) options: bool,
    /// Whether more than one option was listed.
    pub(super) choice: bool,
    /// Whether something was agreed for the time between sessions.
    pub(super) agreed: bool,
    /// Whether life events were asked about anew.
    pub(super) events_reasked: bool,
}

/// What was worked with until the end of a day, or until now.
pub(super) fn worked_by(ctx: &Ctx<'_>, day: Option<NaiveDate>) -> Worked {
    let mut worked = Worked::default();
    for (_, note) in held_notes(ctx).take_while(|(row, _)| day.is_none_or(|day| row.on <= day)) {
        worked.shown.add(note);
        worked.options |=
            note.options.is_some_and(|options| options > 0) || note.decided_by.is_some();
        worked.choice |= note.options.is_some_and(|options| options > 1);
        worked.agreed |= !note.agreed.is_empty();
        worked.events_reasked |= note.events_reasked.is_done();
    }
    worked
}

/// Whether an area was active and worked on in the middle phase, as the focus stood with its last
/// session: it is that of the first item, or a note shows work on it. A second item that was never
/// taken up is not asked for its strategies, and neither is one that was taken up afterwards.
pub(super) fn is_worked_on(ctx: &Ctx<'_>, area: ProblemArea) -> bool {
    let Some(last) = ctx.ordinary_middle().next_back() else {
        return false;
    };
    focus_on(ctx, last.on).is_some_and(|focus| {
        focus.areas.contains(area)
            && (focus.primary == Some(area)
                || notes(ctx).any(|(_, note)| areas_of(note).contains(area)))
    })
}

/// The day since which an area has been on the focus of the middle phase without a break.
pub(super) fn agreed_since(ctx: &Ctx<'_>, area: ProblemArea) -> Option<NaiveDate> {
    let last = ctx.ordinary_middle().next_back()?;
    let is_active = |agreed: &FocusAgreed| {
        let mut items = agreed.items.iter();
        items.any(|item| item.status == FocusStatus::Active && item.on.area() == Some(area))
    };
    let mut since = None;
    for (row, agreed) in agreements(ctx).take_while(|(row, _)| row.on <= last.on) {
        since = if is_active(agreed) {
            since.or(Some(row.on))
        } else {
            None
        };
    }
    since
}

/// When something is due that is asked for by so many middle sessions, counted from the day on
/// which the first of some areas was agreed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Due<'a> {
    /// With this session, after so many of the middle phase.
    With(&'a SessionRow, u16),
    /// The phase ended with fewer sessions.
    AtTheEnd,
    /// It is not.
    Not,
}

pub(super) fn due_in<'a>(
    ctx: &Ctx<'a>,
    areas: impl IntoIterator<Item = ProblemArea>,
    sessions: u16,
) -> Due<'a> {
    let since = areas
        .into_iter()
        .filter_map(|area| agreed_since(ctx, area))
        .min();
    let counts = |row: &&SessionRow| since.is_none_or(|since| row.on >= since);
    let before = ctx.ordinary_middle().filter(|row| !counts(row)).count();
    match ctx
        .ordinary_middle()
        .filter(counts)
        .nth(usize::from(sessions.max(1)) - 1)
    {
        Some(row) => {
            let before = u16::try_from(before).unwrap_or(u16::MAX);
            Due::With(row, before.saturating_add(sessions.max(1)))
        }
        // What was agreed in the course of the phase had less time than the rule gives.
        None if before > 0 || !is_over(ctx) => Due::Not,
        None if ctx.ordinary_middle().next().is_none() => Due::Not,
        None => Due::AtTheEnd,
    }
}

/// The focus of a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct FocusOfDay {
    /// The active areas.
    pub(super) areas: AreaSet,
    /// Areas that are not active and whose work counts: a transition, where a dispute is in
    /// dissolution.
    pub(super) also: AreaSet,
    /// The area of the first active item, if it is one of the four.
    pub(super) primary: Option<ProblemArea>,
    /// Whether an active item is none of the four.
    pub(super) unlisted: bool,
}

impl FocusOfDay {
    /// The areas on which work is work on the focus.
    pub(super) fn allowed(self) -> AreaSet {
        self.areas.union(self.also)
    }
}

/// The focus of a day: what was agreed by its end, and what was replaced on it. None if nothing was
/// agreed yet.
pub(super) fn focus_on(ctx: &Ctx<'_>, day: NaiveDate) -> Option<FocusOfDay> {
    let mut focus: Option<FocusOfDay> = None;
    for (row, agreed) in agreements(ctx).take_while(|(row, _)| row.on <= day) {
        let mut next = FocusOfDay {
            areas: AreaSet::EMPTY,
            also: AreaSet::EMPTY,
            primary: None,
            unlisted: false,
        };
        let active = agreed
            .items
            .iter()
            .filter(|item| item.status == FocusStatus::Active);
        for (place, item) in active.enumerate() {
            match item.on.area() {
                Some(area) => next.areas = next.areas.with(area),
                None => next.unlisted = true,
            }
            if place == 0 {
                next.primary = item.on.area();
            }
        }
        // Within a day no order is assumed: the session may have worked on what was replaced that
        // evening.
        if let Some(before) = focus.filter(|_| row.on == day) {
            next.areas = next.areas.union(before.areas);
            next.unlisted |= before.unlisted;
        }
        focus = Some(next);
    }
    if let Some(focus) = focus
        .as_mut()
        .filter(|focus| focus.areas.contains(ProblemArea::RoleDispute))
    {
        // A relationship that is given up is mourned, as after any loss: the strategies of a
        // transition are then work on the dispute.
        let staged = ctx
            .all::<DisputeStaged>()
            .take_while(|(row, _)| row.on <= day)
            .last();
        if staged.is_some_and(|(_, staged)| staged.stage == DisputeStage::Dissolution) {
            focus.also = ProblemArea::RoleTransition.into();
        }
    }
    focus
}

/// The agreements on a focus, in order.
pub(super) fn agreements<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (FactRow, &'a FocusAgreed)> + use<'a> {
    ctx.all::<FocusAgreed>()
}

/// Whether work with the other person of a dispute gives way to their safety: violence or coercion
/// is on record, and nobody has found that the matter may be raised.
pub(super) fn is_unsafe_to_raise(ctx: &Ctx<'_>) -> bool {
    let details = || ctx.all::<DisputeDetailed>().map(|(_, detail)| detail);
    let person = details().next_back().and_then(|detail| detail.person);
    let listed = |(_, entry): (FactRow, &PersonInventoried)| {
        person == Some(entry.person) && entry.coercion == Some(true)
    };
    (details().any(|detail| detail.coercion == Some(true))
        || ctx.all::<PersonInventoried>().any(listed))
        && details()
            .filter_map(|detail| detail.safety_assessed)
            .next_back()
            != Some(true)
}

/// The areas that a note shows work on.
pub(super) fn areas_of(note: &Session) -> AreaSet {
    note.strategies.areas().union(areas_named(note))
}

/// The areas of the focus items that a note names.
pub(super) fn areas_named(note: &Session) -> AreaSet {
    note.worked_on
        .iter()
        .filter_map(|item| item.on.area())
        .collect()
}

/// Whether a note shows work on the focus: a strategy of an active area, or an active item named.
/// Before a focus was agreed, any.
pub(super) fn works_on(note: &Session, focus: Option<FocusOfDay>) -> bool {
    match focus {
        None => !note.strategies.is_empty() || !note.worked_on.is_empty(),
        Some(focus) => {
            !areas_of(note).intersection(focus.allowed()).is_empty()
                || (focus.unlisted && note.worked_on.iter().any(|item| item.on.area().is_none()))
        }
    }
}

/// Sessions of which the same is said, together: that they are without something, or with it.
#[derive(Clone, Copy)]
pub(super) struct Several<'a> {
    pub(super) first: &'a SessionRow,
    pub(super) last: &'a SessionRow,
    /// Their number.
    pub(super) found: u32,
    /// Whether each note says so itself, and none is silent.
    all_say_so: bool,
}

impl<'a> Several<'a> {
    fn one(row: &'a SessionRow, said: Stated) -> Self {
        Self {
            first: row,
            last: row,
            found: 1,
            all_say_so: said == Stated::NotDone,
        }
    }

    fn and(self, next: Self) -> Self {
        Self {
            last: next.last,
            found: self.found + 1,
            all_say_so: self.all_say_so && next.all_say_so,
            ..self
        }
    }

    /// Those sessions, if there are any.
    pub(super) fn of(sessions: impl Iterator<Item = &'a SessionRow>) -> Option<Self> {
        sessions
            .map(|row| Self::one(row, Stated::NotDone))
            .reduce(Self::and)
    }

    /// Whether it can be told of them.
    pub(super) fn is_told(&self, ctx: &Ctx<'_>, topics: impl Into<Reporting>) -> bool {
        self.all_say_so
            || topics
                .into()
                .iter()
                .all(|topic| ctx.reports(topic, self.last.on))
    }

    /// Whether a session lies between the first and the last of them.
    pub(super) fn contains(&self, row: &SessionRow) -> bool {
        let at = |row: &SessionRow| (row.on, row.seq);
        at(self.first) <= at(row) && at(row) <= at(self.last)
    }

    /// Says so at the last of them: the first case where every note says so, the second where some
    /// are silent.
    #[expect(
        clippy::large_types_passed_by_value,
        reason = "a rule hands over the values that it has just put together"
    )]
    pub(super) fn say<'s>(
        &self,
        ctx: &Ctx<'_>,
        out: &'s mut Sink<'_>,
        [stated, silent]: [&str; 2],
        topics: impl Into<Reporting>,
        values: Evidence,
    ) -> &'s mut Finding {
        let place = ctx.place(self.last);
        let finding = if self.all_say_so {
            out.finds(stated, place, values)
        } else {
            out.lacks(silent, topics, place, values)
        };
        if self.found > 1 {
            finding.see(ctx.place(self.first))
        } else {
            finding
        }
    }
}

/// All sessions without something.
pub(super) fn without<'a>(
    sessions: impl Iterator<Item = (&'a SessionRow, Stated)>,
) -> Option<Several<'a>> {
    let without = sessions
        .filter(|(_, said)| !said.is_done())
        .map(|(row, said)| Several::one(row, said));
    without.reduce(Several::and)
}

/// Those that follow one another, run by run.
pub(super) fn runs<'a>(
    sessions: impl Iterator<Item = (&'a SessionRow, Stated)>,
) -> Vec<Several<'a>> {
    let mut runs: Vec<Several<'a>> = Vec::new();
    let mut goes_on = false;
    for (row, said) in sessions {
        if !said.is_done() {
            let one = Several::one(row, said);
            match runs.last_mut().filter(|_| goes_on) {
                Some(run) => *run = run.and(one),
                None => runs.push(one),
            }
        }
        goes_on = !said.is_done();
    }
    runs
}

/// Says of each run of sessions without something that is longer than the limit, at its last
/// session: the first case where every note says so, the second where some are silent. The values
/// are `found`, `most`, and `from`, the day of the first.
pub(super) fn runs_without<'a>(
    ctx: &Ctx<'a>,
    out: &mut Sink<'_>,
    cases: [&str; 2],
    limit: u16,
    sessions: impl Iterator<Item = (&'a SessionRow, Stated)>,
) {
    for run in runs(sessions).iter().filter(|run| run.found > limit.into()) {
        let values = crate::values! { found: run.found, most: limit, from: run.first.on };
        run.say(ctx, out, cases, Topic::SessionContent, values);
    }
}
