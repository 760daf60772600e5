//! What the blocks about assessment and initial phase share: by when something is due, and what its
//! absence weighs.

use chrono::NaiveDate;

use super::{Ctx, Sink, middle::expected};
use crate::{
    course::{due::Due, entry::Entry},
    machine::initial_topics,
    protocol::Level,
    record::{session::SessionKind, setting::Opened},
    rule::{Evidence, FactRow, SessionRow, StepRow, values},
    source::Basis,
    vocabulary::{
        InitialTask, InitialTaskSet, Phase, Place, Reporting, Seq, Severity, Stated, Task, Topic,
        Track,
    },
};

/// Where the record stands with the beginning of treatment, which is over by what comes first of a
/// later phase, of more sessions than the protocol has for it, and of the closing.
pub(super) enum Beginning<'a> {
    /// It lasts.
    Lasts,
    /// It was over with this step, taken or owed.
    Over(&'a StepRow),
    /// It lies before the record.
    BeforeRecord,
}

pub(super) fn beginning<'a>(ctx: &Ctx<'a>) -> Beginning<'a> {
    match &ctx.history.beginning {
        Some(over) => Beginning::Over(&over.step),
        None if ctx.protocol().phase(Phase::Middle).is_some()
            && ctx.state().phase() > Phase::Initial =>
        {
            if is_left_early(ctx) {
                Beginning::Lasts
            } else {
                Beginning::BeforeRecord
            }
        }
        None => Beginning::Lasts,
    }
}

/// Whether the course was broken off while the beginning lasted: nothing of it was due by then.
fn is_left_early(ctx: &Ctx<'_>) -> bool {
    ctx.steps()
        .iter()
        .any(|step| step.from <= Phase::Initial && step.to == Phase::Closed)
}

/// Whether what had to be there when the beginning was over came only when more than the protocol's
/// share of the middle phase lay behind, or in the last session of a completed course. While the
/// phase lasts, it has at least the sessions that it usually has.
pub(in crate::rule) fn came_too_late(ctx: &Ctx<'_>, by: Seq) -> bool {
    let (Some(day), Some(over)) = (ctx.day_of(Place::Entry(by)), &ctx.history.beginning) else {
        return false;
    };
    let is_of_middle = |row: &&SessionRow| {
        row.kind != SessionKind::Crisis
            && (row.phase == Phase::Middle || row.phase < Phase::Middle && over.step.on <= row.on)
    };
    let sessions = || ctx.held().filter(is_of_middle);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let whole = if is_over(ctx) || ctx.state().phase() > Phase::Middle {
        count(sessions().count())
    } else {
        count(sessions().count()).max(expected(ctx).into())
    };
    let behind = count(sessions().filter(|row| row.on < day).count());
    let last = ctx
        .held()
        .next_back()
        .filter(|_| ctx.completion().is_some());
    ctx.spec()
        .middle
        .late_share
        .value
        .of_is_exceeded_by(whole, behind)
        || last.is_some_and(|last| over.step.on < last.on && last.on <= day)
}

/// With what the beginning was over, for the sentence: where it lies before the record, with the
/// opening.
fn with_due(evidence: &Evidence, ctx: &Ctx<'_>) -> Evidence {
    let before_record = || {
        let (row, opened) = ctx.first::<Opened>()?;
        let (phase, on) = (opened.phase, row.on);
        Some(Due::Opening { phase, on })
    };
    let due = ctx.history.beginning.as_ref().map(|over| over.due);
    due.or_else(before_record)
        .map_or(*evidence, |due| evidence.with("due", due))
}

/// What passing a bound of the protocol weighs: an error where its source publishes the bound, a
/// warning where the number is our own.
pub(super) const fn bound(basis: Basis) -> Severity {
    if basis.is_published() {
        Severity::Error
    } else {
        Severity::Warning
    }
}

/// What it weighs that a task is never done which the protocol asks for.
pub(super) fn indispensable(ctx: &Ctx<'_>) -> Severity {
    bound(ctx.spec().initial.tasks.basis)
}

/// The record shows nothing of what a rule asks about. There was nothing only where the topic is
/// reported in full, and since the beginning.
pub(super) fn none_shown(topic: Topic, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    if ctx.began_midway() {
        out.cannot_tell(topic, Place::Course);
    } else {
        out.has_none(topic);
    }
}

/// Says of those of the tasks that the protocol asks for and that were open when the middle phase
/// began: the first case of those that are stated as not done, the second of those on which the
/// record is silent. The place is the step into the middle phase. The values are `open`, the tasks,
/// and with the first case `noted`, the day on which that was stated last.
///
/// What was done later weighs a warning at most and is made good; what was done only when more of
/// the middle phase than the protocol's share lay behind keeps its weight.
pub(super) fn open_when_beginning_was_over(
    tasks: impl Into<InitialTaskSet>,
    never: Severity,
    cases: [&str; 2],
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
) {
    let due = ctx.spec().initial.tasks.value.intersection(tasks.into());
    let step = match beginning(ctx) {
        Beginning::Lasts => return out.does_not_apply(),
        _ if due.is_empty() => return out.does_not_apply(),
        Beginning::Over(step) => Some(step),
        Beginning::BeforeRecord => None,
    };
    let is_open = |task: &InitialTask| match (ctx.initial_task(*task), step) {
        (None, _) => true,
        (Some((day, _)), Some(step)) => day > step.on,
        (Some(_), None) => false,
    };
    open(
        due.iter().filter(is_open).collect(),
        step.map(|step| ctx.place_of(step.seq)),
        never,
        cases,
        ctx,
        out,
    );
}

/// Says of a task of the protocol that was open after the first session: the first case where it is
/// stated as not done, the second where the record is silent. The place is that session, the values
/// are those of [`open_when_beginning_was_over`]. Until the middle phase begins it weighs a warning at
/// most.
pub(super) fn open_after_first_session(
    task: InitialTask,
    never: Severity,
    cases: [&str; 2],
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
) {
    if !ctx.spec().initial.tasks.value.contains(task) {
        return out.does_not_apply();
    }
    let Some(first) = first_or_none(task, ctx, out) else {
        return;
    };
    if ctx.initial_task(task).is_none_or(|(day, _)| day > first.on) {
        let weight = if matches!(beginning(ctx), Beginning::Lasts) {
            never.min(Severity::Warning)
        } else {
            never
        };
        open(task.into(), Some(ctx.place(first)), weight, cases, ctx, out);
    }
}

/// Says of tasks that were open where they were due: of those stated as not done, and of those on
/// which the record is silent, which came never, late, or too late to weigh less. Without a place
/// the record begins after it.
fn open(
    tasks: InitialTaskSet,
    place: Option<Place>,
    never: Severity,
    [stated, silent]: [&str; 2],
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
) {
    if tasks.is_empty() {
        return;
    }
    // A task that was denied first and done later was done: only what was never done counts as
    // denied.
    let is_denied =
        |task| ctx.initial_task(task).is_none() && ctx.initial_stated(task) == Stated::NotDone;
    let denied: InitialTaskSet = tasks.iter().filter(|&task| is_denied(task)).collect();
    if let Some((noted, note)) = denial(denied, ctx) {
        let place = place.unwrap_or(ctx.place_of(note));
        out.weighing(never).finds(
            stated,
            place,
            with_due(&values! { open: denied, noted }, ctx),
        );
    }
    let silent_on = tasks.difference(denied);
    let Some(place) = place.filter(|_| !ctx.began_midway()) else {
        for task in silent_on.iter() {
            let place = place.unwrap_or(Place::Task(Task::Initial(task)));
            out.cannot_tell(topic_of(task, place.entry(), ctx), place);
        }
        return;
    };
    let came = |task| {
        ctx.initial_task(task)
            .map(|(_, by)| (came_too_late(ctx, by), by))
    };
    // One finding for each weight: the tasks that never came, those that came late, and those that
    // came when so much of the middle phase was over that lateness no longer excuses.
    for is_too_late in [None, Some(false), Some(true)] {
        let these = |task: &InitialTask| came(*task).map(|(too_late, _)| too_late) == is_too_late;
        let open: InitialTaskSet = silent_on.iter().filter(these).collect();
        if open.is_empty() {
            continue;
        }
        let weight = if is_too_late == Some(false) {
            never.min(Severity::Warning)
        } else {
            never
        };
        let topics = open
            .iter()
            .map(initial_topics)
            .fold(Reporting::EXCERPT, Reporting::union);
        let finding =
            out.weighing(weight)
                .lacks(silent, topics, place, with_due(&values! { open }, ctx));
        match (
            is_too_late,
            open.iter().filter_map(came).map(|(_, by)| by).max(),
        ) {
            (Some(true), Some(by)) => finding.remedied_late_by(by),
            (_, Some(by)) => finding.remedied_by(by),
            (_, None) => finding,
        };
    }
}

/// The day and entry that last stated one of the tasks as not done.
fn denial(tasks: InitialTaskSet, ctx: &Ctx<'_>) -> Option<(NaiveDate, Seq)> {
    if tasks.is_empty() {
        return None;
    }
    let of = |row: &FactRow| {
        ctx.entry(row.seq)
            .and_then(Entry::stated)
            .map(|(_, fact)| fact.tasks_shown().initial_not)
    };
    let denies =
        |row: &&FactRow| of(row).is_some_and(|denied| !denied.intersection(tasks).is_empty());
    ctx.history
        .facts
        .iter()
        .rfind(denies)
        .map(|row| (row.on, row.seq))
}

/// The first session of treatment, if the record has it.
pub(super) fn first_session<'a>(ctx: &Ctx<'a>) -> Option<&'a SessionRow> {
    if ctx.began_midway() {
        return None;
    }
    ctx.sessions()
        .iter()
        .find(|row| row.held && (row.acute || row.phase.has_own_contract()))
}

/// The day and place by which something of the initial phase is due: the step into the middle phase
/// or, where the protocol has none, a session. None while it is not due, and where it was there
/// before the record began or that cannot be told.
pub(super) fn due_with_middle(
    topic: Topic,
    is_there: bool,
    session: Option<&SessionRow>,
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
) -> Option<(NaiveDate, Place)> {
    match (beginning(ctx), session) {
        (Beginning::Over(step), _) => return Some((step.on, ctx.place_of(step.seq))),
        (Beginning::BeforeRecord, _) if is_there => {}
        (Beginning::BeforeRecord, _) => out.cannot_tell(topic, Place::Course),
        (Beginning::Lasts, _) if ctx.protocol().phase(Phase::Middle).is_some() => {
            out.does_not_apply();
        }
        (Beginning::Lasts, Some(row)) => return Some((row.on, ctx.place(row))),
        (Beginning::Lasts, None) if ctx.began_midway() => out.cannot_tell(topic, Place::Course),
        (Beginning::Lasts, None) => out.has_none(Topic::Sessions),
    }
    None
}

/// The same for a task that is due by it: without one it cannot be told, where the record begins
/// later, or there is nothing to ask.
pub(super) fn first_or_none<'a>(
    task: InitialTask,
    ctx: &Ctx<'a>,
    out: &mut Sink<'_>,
) -> Option<&'a SessionRow> {
    let first = first_session(ctx);
    if first.is_none() && ctx.began_midway() {
        out.cannot_tell(topic_of(task, None, ctx), Place::Task(Task::Initial(task)));
    } else if first.is_none() {
        out.has_none(Topic::Sessions);
    }
    first
}

/// The topic on which it depends whether an initial task was done: one that is not reported on the
/// day of an entry, or throughout, if there is one.
pub(super) fn topic_of(task: InitialTask, at: Option<Seq>, ctx: &Ctx<'_>) -> Topic {
    let topics = initial_topics(task);
    let day = at.and_then(|seq| ctx.entry(seq)).and_then(Entry::day);
    let reported = |topic: &Topic| match day {
        Some(day) => ctx.reports(*topic, day),
        None => ctx.reporting().contains(*topic),
    };
    let silent = topics.iter().find(|topic| !reported(topic));
    silent
        .or_else(|| topics.iter().next())
        .unwrap_or(Topic::InitialTasks)
}

/// Whether a protocol asks for something at that level.
pub(super) const fn is_asked(level: Level) -> bool {
    matches!(level, Level::Must | Level::Should)
}

/// What it weighs that something came late or thin which a protocol asks for: a warning, and a note
/// where it is only usual and no source that was read says so.
pub(crate) const fn thin(level: Level, basis: Basis) -> Severity {
    if matches!(level, Level::Must) || basis.is_published() {
        Severity::Warning
    } else {
        Severity::Note
    }
}

/// What it weighs that something never came which a protocol asks for: an error where its source
/// was read and makes it indispensable.
pub(super) const fn never(level: Level, basis: Basis) -> Severity {
    if matches!(level, Level::Must) {
        bound(basis)
    } else {
        thin(level, basis)
    }
}

/// The sessions of the main track that were held, whatever their phase.
pub(super) fn main_track<'a>(
    ctx: &Ctx<'a>,
) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
    ctx.sessions()
        .iter()
        .filter(|row| row.held && row.track == Track::Main)
}

/// Whether treatment is over: the course is closed, or what follows acute treatment has begun.
pub(super) fn is_over(ctx: &Ctx<'_>) -> bool {
    ctx.closing().is_some()
        || ctx.state().phase() > Phase::Termination && ctx.held().next().is_some()
}

/// How much it can weigh by now that something never came which a protocol asks for at some time in
/// the course. None while it may still come; less than an error where the course is not over, or
/// ended early.
pub(super) fn at_most(ctx: &Ctx<'_>) -> Option<Severity> {
    let least = usize::from(ctx.spec().dose.sessions.value.min.max(1));
    match (is_over(ctx), main_track(ctx).nth(least - 1).is_some()) {
        (true, true) => Some(Severity::Error),
        (false, true) => Some(Severity::Warning),
        (_, false) => ctx.completion().map(|_| Severity::Warning),
    }
}
