//! Whether the patient was asked directly: in the sessions, and after an item about self-harm.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::shared::{
    asked_after, asked_between, asked_on, died_by, hand_overs, handed_over_on, in_touch_on, items,
    remedied,
};
use crate::{
    measure::ItemAnswer,
    record::{
        patient::{MedicationChange, MedicationNoted},
        safety::{Enquiry, EnquiryBasis, EnquiryResult, EnquirySubject},
    },
    rule::{Ctx, Evidence, SessionRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{Place, Topic},
};

rules! {
    kind: Safety;

    /// In each session held, the patient must be asked directly about safety.
    ///
    /// ## Why
    /// Depression carries a risk that shows only to those who ask. An answer on a questionnaire is
    /// no question, and some people who deny its item go on to attempt suicide. What the patient
    /// answered, also that they declined, is recorded.
    ///
    /// ## When it does not apply
    /// Sessions that were not held. A question recorded by itself on the day of the session counts.
    /// One session without a question is a deviation; while a concern is active, in more sessions
    /// in a row than the protocol lets pass, and in more than half of the sessions it weighs more.
    /// In the first weeks and after a change of medication the questions are to be about thoughts
    /// of suicide.
    ASKED_IN_EACH_SESSION = {
        code: "IPT-186", severity: Error, clause: Integrity,
        topics: [Safety, Sessions], looks_for: [Sessions], parameters: ["safety.close_days", "safety.enquiry_run"],
        basis: Guideline,
        sources: [
            SourceId::NICE_NG222.at("1.2.10, 1.2.11, 1.4.3"),
            SourceId::PHQ9_ITEM9_STUDY.at("attempts after a denial"),
            SourceId::DESIGN.at("each session, how many in a row"),
        ],
        remedies: [AskDirectly, RecordIt], record: ["session.enquiry"],
        follows_here: ["IPT-032", "IPT-187"],
        says: {
            finds NOT_ASKED Warning: "In the session of {day}, by its note, the patient was not asked directly about safety.";
            finds ITEM_ALONE Warning: "In the session of {day} an item of a questionnaire stood in for the question about safety, and by its note \
                nobody asked the patient directly.";
            finds NOT_ASKED_THEN: "In the session of {day}, by its note, the patient was not asked directly about safety, although a safety \
                concern was active.";
            finds MOSTLY_NOT_ASKED: "In {part} of the {whole} sessions held, from {from} to {day}, by their notes, the patient was not asked \
                directly about safety.";
            lacks SILENT Warning: "No direct question about safety is on record for the session of {day}.";
            lacks SILENT_THEN: "No direct question about safety is on record for the session of {day}, although a safety concern was active.";
            lacks RUN: "From {from} to {day}, {found:session|sessions} in a row had no direct question about safety on record; the protocol allows at most {most}.";
            lacks NOT_ABOUT_THOUGHTS Warning: "From {from} to {day}, early in treatment or after a change of medication, {found:session|sessions} \
                in a row had no question about thoughts of suicide on record; the protocol allows at most {most}.";
            lacks MOSTLY_SILENT: "For {part} of the {whole} sessions held, from {from} to {day}, no direct question about safety is on record.";
        },
        check: |ctx, out| {
            let held = || ctx.sessions().iter().filter(|row| row.held);
            let unasked = |row: &&SessionRow| !asked_on(ctx, row.on);
            let whole = held().count();
            if whole > 0 {
                out.applies();
            }
            let told = ctx.reporting().contains(Topic::Safety);
            let stated = |row: &&SessionRow| unasked(row) && enquiry_of(ctx, row).is_some();
            // Of sessions that nobody can tell of, those that say so themselves are left.
            let mostly = |part: usize| whole > 1 && part * 2 > whole;
            let (part, all_say_so) = (held().filter(unasked).count(), held().filter(stated).count());
            if mostly(all_say_so) || told && mostly(part) {
                let which = |row: &&SessionRow| if mostly(all_say_so) { stated(row) } else { unasked(row) };
                let (Some(first), Some(last)) = (held().find(which), held().rev().find(which)) else { return };
                let place = ctx.place(last);
                let finding = if mostly(all_say_so) {
                    out.finds(MOSTLY_NOT_ASKED, place, values! { part: all_say_so, whole, from: first.on })
                } else {
                    out.lacks(MOSTLY_SILENT, Topic::Safety, place, values! { part, whole, from: first.on })
                };
                return remedied(finding.see(ctx.place(first)), asked_after(ctx, last.on));
            }
            let long = if told { long_runs(ctx, ctx.held(), |row| unasked(&row)) } else { Vec::new() };
            let within = |runs: &[Run], day: NaiveDate| runs.iter().any(|run| run.from <= day && day <= run.until);
            for run in &long {
                let finding = out.lacks(RUN, Topic::Safety, run.place, run.values(ctx));
                remedied(finding, asked_after(ctx, run.until));
            }
            for row in held().filter(unasked).filter(|row| !within(&long, row.on)) {
                let (place, then) = (ctx.place(row), ctx.safety_on(row.on).is_active());
                let finding = match enquiry_of(ctx, row) {
                    Some(EnquiryBasis::QuestionnaireItem) if !then => out.finds(ITEM_ALONE, place, values! {}),
                    Some(_) => out.finds(if then { NOT_ASKED_THEN } else { NOT_ASKED }, place, values! {}),
                    None => out.lacks(if then { SILENT_THEN } else { SILENT }, Topic::Safety, place, values! {}),
                };
                remedied(finding, asked_after(ctx, row.on));
            }
            let close = ctx.held().filter(|row| is_close(ctx, row.on));
            for run in long_runs(ctx, close, |row| !asked_about_thoughts(ctx, row)) {
                if !within(&long, run.until) {
                    out.lacks(NOT_ABOUT_THOUGHTS, [Topic::Safety, Topic::Medication], run.place, run.values(ctx));
                }
            }
        },
    };

    /// When an item about self-harm is endorsed, the patient must be asked directly on the same day.
    ///
    /// ## Why
    /// An endorsed item is a question to the clinician, not an answer. It opens a provisional
    /// concern that lasts until somebody asks. An item that was left out is neither a yes nor a no,
    /// and only the patient can say which.
    ///
    /// ## When it does not apply
    /// Records without such an item; the day of the patient's death; an item on whose day the care
    /// was handed over. For an item that was left out, a contact with the patient or about safety
    /// on that day counts as well. A form that was filled in at home is in time on the day on which
    /// it came in: the day that the score names, else the day of its writing, and no later than the
    /// next session held.
    ENDORSED_ITEM_IS_FOLLOWED = {
        code: "IPT-187", severity: Error, clause: Integrity,
        topics: [Safety, Contacts, Measures], looks_for: [Measures],
        basis: Design,
        sources: [SourceId::DESIGN.at("safety loop: items"), SourceId::ZERO_SUICIDE.at("same-day access")],
        remedies: [AskDirectly, RecordIt], record: ["session.enquiry"],
        says: {
            finds NOT_ASKED: "The self-harm item of the {instrument} was endorsed on {day}, and by the note of that day the patient was not asked \
                directly.";
            calls_for ENDORSED: "The self-harm item of the {instrument} was endorsed on {day}, and no direct question is on record for that day."
                asks "The self-harm item of the {instrument} was endorsed on {day}. Was the patient asked directly on that day?";
            calls_for AT_HOME: "The self-harm item of the {instrument} of {day}, a form filled in between sessions, was endorsed, and by {due}, \
                when it had come in, no direct question is on record."
                asks "The self-harm item of the {instrument} of {day}, a form filled in between sessions, was endorsed, and it had come in by \
                {due}. Was the patient asked directly by then?";
            calls_for LEFT_OUT Warning: "The self-harm item of the {instrument} was left unanswered on {day}, and no direct question is on record \
                for that day."
                asks "The self-harm item of the {instrument} was left unanswered on {day}. Was the patient asked directly on that day?";
        },
        check: |ctx, out| {
            for item in items(ctx, ItemAnswer::Endorsed) {
                out.applies();
                let handed = hand_overs(ctx).any(|(day, _)| item.on <= day && day <= item.due);
                if asked_between(ctx, item.on, item.due) || handed || died_by(ctx, item.due) {
                    continue;
                }
                let (instrument, due) = (item.instrument, item.due);
                let finding = if due > item.on {
                    out.calls_for(AT_HOME, Topic::Safety, item.place, values! { instrument, due })
                } else if says_not_asked(ctx, item.place) && !hand_overs_unknown(ctx, item.on) {
                    out.finds(NOT_ASKED, item.place, values! { instrument })
                } else {
                    out.calls_for(ENDORSED, Topic::Safety, item.place, values! { instrument })
                };
                remedied(finding, asked_after(ctx, item.due));
            }
            for item in items(ctx, ItemAnswer::NotAnswered) {
                out.applies();
                let attended = asked_between(ctx, item.on, item.due) || in_touch_on(ctx, item.on) || handed_over_on(ctx, item.on);
                if attended || died_by(ctx, item.on) {
                    continue;
                }
                let topics = [Topic::Safety, Topic::Contacts];
                let finding = out.calls_for(LEFT_OUT, topics, item.place, values! { instrument: item.instrument });
                remedied(finding, asked_after(ctx, item.on));
            }
        },
    };
}

/// On what the note of a session says that it rests, where it says that nobody asked directly. None
/// where it says nothing.
fn enquiry_of(ctx: &Ctx<'_>, row: &SessionRow) -> Option<EnquiryBasis> {
    let enquiry = ctx.note(row)?.enquiry.as_ref()?;
    let denied = enquiry.basis == EnquiryBasis::QuestionnaireItem
        && enquiry.result == EnquiryResult::NoConcern;
    (denied || enquiry.result == EnquiryResult::NotAsked).then_some(enquiry.basis)
}

/// Whether the note of a session says that nobody asked.
fn says_not_asked(ctx: &Ctx<'_>, place: Place) -> bool {
    let row = ctx
        .sessions()
        .iter()
        .find(|row| Some(row.seq) == place.entry());
    row.is_some_and(|row| enquiry_of(ctx, row).is_some())
}

/// Whether the care may have been handed over on a day without a word in the record.
fn hand_overs_unknown(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    !ctx.reports(Topic::Safety, day)
}

/// Sessions in a row without something, more than the protocol lets pass.
struct Run {
    from: NaiveDate,
    until: NaiveDate,
    found: u32,
    place: Place,
}

impl Run {
    fn values(&self, ctx: &Ctx<'_>) -> Evidence {
        values! { from: self.from, found: self.found, most: ctx.spec().safety.enquiry_run.value }
    }
}

/// The runs that are too long, each at its last session.
fn long_runs<'a>(
    ctx: &Ctx<'a>,
    sessions: impl Iterator<Item = &'a SessionRow>,
    is_gap: impl Fn(&SessionRow) -> bool,
) -> Vec<Run> {
    let most = u32::from(ctx.spec().safety.enquiry_run.value);
    let mut runs: Vec<Run> = Vec::new();
    let mut run: Option<Run> = None;
    for row in sessions {
        if is_gap(row) {
            let mut next = run.take().unwrap_or(Run {
                from: row.on,
                until: row.on,
                found: 0,
                place: ctx.place(row),
            });
            (next.until, next.found, next.place) = (row.on, next.found + 1, ctx.place(row));
            run = Some(next);
        } else {
            runs.extend(run.take().filter(|run| run.found > most));
        }
    }
    runs.extend(run.filter(|run| run.found > most));
    runs
}

/// Whether a day lies within the first weeks, or those after a change of medication.
fn is_close(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let days = i64::from(ctx.spec().safety.close_days.value);
    let within = |from: NaiveDate| from <= day && (day - from).num_days() <= days;
    let first = if ctx.began_midway() {
        None
    } else {
        ctx.held().next()
    };
    first.is_some_and(|row| within(row.on))
        || ctx.all::<MedicationNoted>().any(|(row, noted)| {
            !matches!(
                noted.change,
                MedicationChange::AtEntry | MedicationChange::NoneTaken
            ) && within(row.on)
        })
}

/// Whether thoughts of suicide were asked about in a session or beside it. A question whose
/// subjects are not written counts.
fn asked_about_thoughts(ctx: &Ctx<'_>, row: &SessionRow) -> bool {
    let about = |enquiry: &Enquiry| {
        enquiry.was_direct()
            && (enquiry.subjects.is_empty() || enquiry.subjects.contains(EnquirySubject::Ideation))
    };
    ctx.note(row)
        .and_then(|note| note.enquiry.as_ref())
        .is_some_and(about)
        || ctx
            .all::<Enquiry>()
            .any(|(made, enquiry)| made.on == row.on && about(enquiry))
}
