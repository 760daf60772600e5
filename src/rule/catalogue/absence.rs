//! Sessions missed in a row, silence, and what was done about it.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::pace;
use crate::{
    phase::Phase,
    record::{
        Fact, FactKind,
        contact::{AdmissionEvent, ContactWith},
        safety::Incident,
        session::Attendance,
    },
    rule::{Ctx, Place, SessionRow},
    task::Stated,
};

/// Sessions that the patient missed in a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Missed<'a> {
    /// The day of the first.
    pub(super) since: NaiveDate,
    /// The one that makes the run as long as was asked for.
    pub(super) row: &'a SessionRow,
}

/// The day that lies so many days later.
pub(super) fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// The day that lies so many working days later, Monday to Friday. Of holidays nothing is known.
pub(super) fn after_working_days(day: NaiveDate, days: u16) -> NaiveDate {
    let mut left = days;
    let mut day = day;
    while left > 0 {
        let Some(next) = day.succ_opt() else { return day };
        day = next;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    day
}

/// The runs of so many acute sessions that the patient missed or cancelled. What therapist or service cancelled neither
/// counts nor ends a run.
pub(super) fn runs_of_missed<'a>(ctx: &Ctx<'a>, length: u16) -> impl Iterator<Item = Missed<'a>> + use<'a> {
    let ctx = *ctx;
    let mut run = 0_u16;
    let mut since = None;
    ctx.sessions().iter().filter(|row| row.acute).filter_map(move |row| {
        if row.held {
            (run, since) = (0, None);
            return None;
        }
        if !matches!(ctx.note(row)?.attendance, Attendance::DidNotAttend | Attendance::CancelledByPatient) {
            return None;
        }
        run = run.saturating_add(1);
        let first = *since.get_or_insert(row.on);
        (run == length).then_some(Missed { since: first, row })
    })
}

/// Whether a pause, a stay in hospital or an announced break covers a day.
pub(super) fn is_covered(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    pace::covered(ctx, day, after(day, 1)) > 0
}

/// Whether the patient was sought, spoken to, or care was otherwise taken of the absence between two days, both
/// included.
pub(super) fn was_sought(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> bool {
    let within = |on: NaiveDate| from <= on && on <= to;
    ctx.facts(FactKind::OutreachMade).any(|(row, _)| within(row.on))
        || ctx.facts(FactKind::Contact).any(|(row, _)| within(row.on))
        || was_decided(ctx, from, to)
}

/// Whether it was decided between two days, both included, how to go on. After a death there is nothing to decide.
pub(super) fn was_decided(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> bool {
    let kinds = [FactKind::EngagementDecided, FactKind::Paused, FactKind::Transferred, FactKind::Closed];
    let within = |on: NaiveDate| from <= on && on <= to;
    kinds.into_iter().any(|kind| ctx.facts(kind).any(|(row, _)| within(row.on)))
        || ctx.facts(FactKind::IncidentRecorded).any(|(row, fact)| {
            row.on <= to && matches!(fact, Fact::IncidentRecorded(recorded) if recorded.incident == Incident::Death)
        })
        || ctx.facts(FactKind::Admission).any(|(row, fact)| {
            within(row.on) && matches!(fact, Fact::Admission(admission) if admission.event == AdmissionEvent::Admitted)
        })
}

/// The times without any contact that are longer than the protocol lets pass: from, to, the most days, and where.
pub(super) fn silences(ctx: &Ctx<'_>, mut found: impl FnMut(NaiveDate, NaiveDate, u32, Place)) {
    let days = u32::from(ctx.spec().timing.silence_days.value);
    let counts = |phase: Phase| phase.is_acute() || phase.has_own_contract();
    let mut last: Option<&SessionRow> = None;
    for row in ctx.sessions() {
        // A patient who cancels is in touch.
        let in_touch = row.held || ctx.note(row).is_some_and(|note| note.attendance == Attendance::CancelledByPatient);
        if !in_touch {
            continue;
        }
        if let Some(before) = last.filter(|_| counts(row.phase)) {
            stretch(ctx, before.on, row.on, days, ctx.place(row), &mut found);
        }
        last = Some(row);
    }
    let runs = counts(ctx.state().phase()) && ctx.state().remaining() != Some(0);
    if let Some(before) = last.filter(|_| runs) {
        stretch(ctx, before.on, ctx.as_of(), days, ctx.place(before), &mut found);
    }
}

/// The silences between two sessions.
fn stretch(
    ctx: &Ctx<'_>,
    from: NaiveDate,
    to: NaiveDate,
    days: u32,
    place: Place,
    found: &mut impl FnMut(NaiveDate, NaiveDate, u32, Place),
) {
    if pace::between(from, to) <= days {
        return;
    }
    // Where sessions are far apart by agreement, silence is longer too.
    let interval = pace::longest_interval(ctx, to);
    let limit = days.max(interval.limit(ctx.spec().timing.gap_break.value));
    let mut from = from;
    while from < to {
        let next = next_contact(ctx, from).filter(|&day| day < to).unwrap_or(to);
        if pace::between(from, next).saturating_sub(pace::covered(ctx, from, next)) > limit {
            found(from, next, limit, place);
        }
        from = next;
    }
}

/// The first day after another on which somebody was in touch.
fn next_contact(ctx: &Ctx<'_>, after: NaiveDate) -> Option<NaiveDate> {
    let contacts = ctx.facts(FactKind::Contact).filter(|(_, fact)| {
        matches!(fact, Fact::Contact(contact)
            if contact.with == ContactWith::Patient && contact.reached != Stated::NotDone)
    });
    let outreach = ctx
        .facts(FactKind::OutreachMade)
        .filter(|(_, fact)| matches!(fact, Fact::OutreachMade(made) if made.reached == Stated::Done));
    contacts.chain(outreach).map(|(row, _)| row.on).filter(|&on| on > after).min()
}
