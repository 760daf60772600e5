//! Sessions missed in a row, and what was done about them.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::{
    base::days::later,
    record::{
        FactKind,
        contact::{Admission, AdmissionEvent, Contact, ContactPurpose, ContactWith, OutreachMade},
        ending::EndMode,
        safety::{Incident, IncidentRecorded},
        session::Attendance,
    },
    rule::{Ctx, SessionRow, catalogue::pace},
    vocabulary::Stated,
};

/// Sessions that the patient missed or cancelled in a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Missed<'a> {
    /// The first of them.
    pub(super) first: &'a SessionRow,
    /// The one that makes the run as long as was asked for.
    pub(super) last: &'a SessionRow,
    /// How many they are.
    pub(super) many: u16,
    /// Whether one of them was missed without a word.
    pub(super) without_a_word: bool,
}

/// What became of an absence by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It was answered by then, or nothing was to be answered.
    InTime,
    /// On this day, later.
    Late(NaiveDate),
    /// Not before the patient came again, or not at all.
    Never,
}

/// The day that lies so many working days later, Monday to Friday. Of holidays nothing is known.
pub(super) fn after_working_days(day: NaiveDate, days: u16) -> NaiveDate {
    let mut left = days;
    let mut day = day;
    while left > 0 {
        let Some(next) = day.succ_opt() else {
            return day;
        };
        day = next;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    day
}

/// The acute sessions that the patient missed or cancelled.
pub(super) fn one_by_one<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Missed<'a>> + use<'a> {
    let ctx = *ctx;
    ctx.sessions()
        .iter()
        .filter(|row| row.acute && !row.held)
        .filter_map(move |row| {
            let without_a_word = match row.attendance {
                Attendance::DidNotAttend => true,
                Attendance::CancelledByPatient => false,
                _ => return None,
            };
            Some(Missed {
                first: row,
                last: row,
                many: 1,
                without_a_word,
            })
        })
}

/// The runs of so many of them, one at least. What therapist or service cancelled neither counts
/// nor ends a run.
pub(super) fn in_a_row<'a>(
    ctx: &Ctx<'a>,
    length: u16,
) -> impl Iterator<Item = Missed<'a>> + use<'a> {
    let mut sessions = ctx.sessions().iter().filter(|row| row.acute).peekable();
    let mut run: Option<Missed<'a>> = None;
    one_by_one(ctx).filter_map(move |one| {
        // A session held before this one ended the run.
        while let Some(row) = sessions.next_if(|row| row.seq != one.last.seq) {
            run = run.filter(|_| !row.held);
        }
        let many = run.map_or(1, |run| run.many.saturating_add(1));
        let without_a_word = one.without_a_word || run.is_some_and(|run| run.without_a_word);
        let next = Missed {
            first: run.map_or(one.first, |run| run.first),
            many,
            without_a_word,
            ..one
        };
        run = Some(next);
        (many == length.max(1)).then_some(next)
    })
}

/// Whether a pause, a stay in hospital or an announced break covers a day.
pub(super) fn is_covered(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    pace::covered(ctx, day, later(day, 1)) > 0
}

/// Whether the patient came back or was sought, or care was otherwise taken of an absence: in time
/// by a day.
pub(super) fn sought(ctx: &Ctx<'_>, run: &Missed<'_>, due: NaiveDate) -> Answer {
    let (first, last) = (run.first.on, run.last.on);
    // Somebody who was seen on the same day does not stay away, whatever the other note means.
    let back = ctx.held().any(|row| last <= row.on && row.on <= due);
    let in_touch = ctx
        .all::<Contact>()
        .any(|(row, _)| first <= row.on && row.on <= due);
    let seeks = |contact: &Contact| {
        contact.with == ContactWith::Patient || contact.purpose == Some(ContactPurpose::Outreach)
    };
    let contacts = ctx
        .all::<Contact>()
        .filter(|(_, contact)| seeks(contact))
        .map(|(row, _)| row.on);
    let made = ctx
        .all::<OutreachMade>()
        .map(|(row, _)| row.on)
        .chain(contacts);
    if back || in_touch || was_decided(ctx, first, due) {
        Answer::InTime
    } else {
        answer(ctx, run, due, made)
    }
}

/// Whether it was decided how to go on after an absence: in time by a day.
pub(super) fn settled(ctx: &Ctx<'_>, run: &Missed<'_>, due: NaiveDate) -> Answer {
    if was_decided(ctx, run.first.on, due) {
        Answer::InTime
    } else {
        answer(ctx, run, due, decisions(ctx))
    }
}

/// How an absence was answered, given the days on which it may have been. What came after the next
/// session held answers nothing any more.
fn answer(
    ctx: &Ctx<'_>,
    run: &Missed<'_>,
    due: NaiveDate,
    made: impl Iterator<Item = NaiveDate>,
) -> Answer {
    let back = ctx.held().map(|row| row.on).find(|&on| on > run.last.on);
    match made.filter(|&on| run.first.on <= on).min() {
        Some(on) if on <= due => Answer::InTime,
        Some(on) if back.is_none_or(|back| on <= back) => Answer::Late(on),
        _ => Answer::Never,
    }
}

/// Whether it was decided between two days, both included, how to go on, or the patient came into
/// hospital. After a death there is nothing to decide.
pub(super) fn was_decided(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> bool {
    let within = |on: NaiveDate| from <= on && on <= to;
    let died = |it: &IncidentRecorded| it.incident == Incident::Death;
    let admitted = |it: &Admission| it.event == AdmissionEvent::Admitted;
    decisions(ctx).any(within)
        || ctx.closing().is_some_and(|(row, _)| within(row.on))
        || ctx
            .all::<IncidentRecorded>()
            .any(|(row, it)| row.on <= to && died(it))
        || ctx
            .all::<Admission>()
            .any(|(row, it)| within(row.on) && admitted(it))
}

/// The days on which it was decided how to go on. That a course was closed since the patient had
/// died decided nothing.
fn decisions<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = NaiveDate> + use<'a> {
    let ctx = *ctx;
    let kinds = [
        FactKind::EngagementDecided,
        FactKind::Paused,
        FactKind::Transferred,
    ];
    let closed = ctx
        .closing()
        .filter(|(_, closed)| closed.mode != EndMode::Died)
        .map(|(row, _)| row.on);
    kinds
        .into_iter()
        .flat_map(move |kind| ctx.facts(kind))
        .map(|(row, _)| row.on)
        .chain(closed)
}

/// The first day after another on which somebody was in touch with the patient. A patient who
/// cancels is.
pub(super) fn next_contact(ctx: &Ctx<'_>, after: NaiveDate) -> Option<NaiveDate> {
    let reached = |contact: &Contact| {
        contact.with == ContactWith::Patient && contact.reached != Stated::NotDone
    };
    let contacts = ctx
        .all::<Contact>()
        .filter(|(_, contact)| reached(contact))
        .map(|(row, _)| row.on);
    let outreach = ctx
        .all::<OutreachMade>()
        .filter(|(_, made)| made.reached == Stated::Done)
        .map(|(row, _)| row.on);
    let cancels = |row: &&SessionRow| row.attendance == Attendance::CancelledByPatient;
    let cancelled = ctx.sessions().iter().filter(cancels).map(|row| row.on);
    contacts
        .chain(outreach)
        .chain(cancelled)
        .filter(|&on| on > after)
        .min()
}
