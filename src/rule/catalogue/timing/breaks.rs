//! Breaks and pauses: announced before, with somebody to call, and looked at again.

use chrono::NaiveDate;

use crate::{
    record::{
        FactKind,
        contact::{Admission, AdmissionEvent, BreakAnnounced, Paused},
        safety::{SafetyAction, SafetyResponse},
    },
    rule::{
        Ctx,
        catalogue::{
            pace::{self, between},
            rules,
            safety::shared::treats_on_the_ward,
        },
        values,
    },
    source::SourceId,
    vocabulary::{InitialTask, Place, Seq, Stated, Topic},
};

rules! {
    kind: DoseAndTiming;

    /// A long planned break should be announced in a session before it, with a contact for a crisis.
    ///
    /// ## Why
    /// Who knows of a break beforehand can prepare for it, and knows whom to call.
    ///
    /// ## When it does not apply
    /// Breaks shorter than a long gap, and breaks before the first session. Whom to call may have
    /// been agreed before: in the contract, in the initial phase, or in a safety plan.
    BREAK_IS_ANNOUNCED = {
        code: "IPT-168", severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts, InitialTasks, Agreements, Safety],
        looks_for: [Contacts], holds_if_reported: [Contacts],
        parameters: ["timing.gap_warn", "cadence", "timing.taper", "dose.sessions", "dose.weeks"],
        basis: Manual,
        sources: [SourceId::MARKOWITZ_2017.at("p. 138, in a copy"), SourceId::DESIGN.at("how long a break is long")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["break_announced.crisis_contact"],
        says: {
            lacks LATE: "The break from {from} to {until} was announced on {day}, after the last session before it, that of {other}.";
            finds NO_CONTACT: "The break from {from} to {until} was announced on {day}, by the record without a contact for a crisis.";
            calls_for CONTACT_UNKNOWN: "The break from {from} to {until} was announced on {day}, and no contact for a crisis is on record."
                asks "Whom could the patient call in a crisis during the break from {from} to {until}?";
        },
        check: |ctx, out| {
            for (row, announced) in ctx.all::<BreakAnnounced>() {
                let (from, until) = (announced.from, announced.until);
                let Some(last) = ctx.held().take_while(|held| held.on < from).last() else { continue };
                let limit = pace::of(ctx).before(pace::nth(ctx, last)).most.days;
                // The last day of the break belongs to it.
                if between(from, until) + 1 < limit {
                    continue;
                }
                out.applies();
                let place = Place::Entry(row.seq);
                if last.on < row.on {
                    out.lacks(LATE, Topic::Sessions, place, values! { from, until }).see(ctx.place(last));
                }
                if announced.crisis_contact == Stated::NotReported && knows_whom_to_call(ctx, from) {
                    continue;
                }
                let topics = [Topic::Contacts, Topic::InitialTasks, Topic::Agreements, Topic::Safety];
                out.stated(announced.crisis_contact, [NO_CONTACT, CONTACT_UNKNOWN], topics, place, values! { from, until });
            }
        },
    };

    /// A pause should have a day on which it is looked at again, and on that day it should be.
    ///
    /// ## Why
    /// A pause without an end is a course that stops without an ending.
    ///
    /// ## When it does not apply
    /// Courses without a pause. A session, another pause, a decision, a transfer or the closing
    /// shows that the pause was looked at again, whenever it came; until the day has passed,
    /// nothing is asked.
    PAUSE_IS_REVIEWED = {
        code: "IPT-169", severity: Warning, clause: Deviation,
        topics: [Contacts, Sessions], looks_for: [Contacts], holds_if_reported: [Contacts],
        basis: Design, sources: [SourceId::DESIGN.at("pauses")],
        remedies: [SeekPatient, RecordIt], record: ["paused.review_on", "resumed", "engagement_decided"],
        says: {
            lacks PASSED: "The pause that began on {day} was to be looked at again on {review}, and neither a session nor a decision has been on record \
                since.";
            calls_for NO_DAY: "The pause that began on {day} has not ended on record, and no day on which it is looked at again is on record."
                asks "When is the pause that began on {day} to be looked at again?";
        },
        check: |ctx, out| {
            for (row, paused) in ctx.all::<Paused>() {
                out.applies();
                if went_on(ctx, row.on, row.seq) {
                    continue;
                }
                let place = Place::Entry(row.seq);
                match paused.review_on {
                    None => {
                        out.calls_for(NO_DAY, [Topic::Contacts, Topic::Sessions], place, values! {});
                    }
                    Some(review) if review < ctx.as_of() => {
                        out.lacks(PASSED, [Topic::Contacts, Topic::Sessions], place, values! { review });
                    }
                    Some(_) => {}
                }
            }
        },
    };

    /// Where sessions are held again after an admission to hospital, the discharge should be on record.
    ///
    /// ## Why
    /// A stay that nobody ended explains every later gap and every later absence.
    ///
    /// ## When it does not apply
    /// Protocols for patients in hospital; a session on the day of the admission. Where contacts are
    /// not reported in full it is an open question.
    DISCHARGE_ON_RECORD = {
        code: "IPT-286", severity: Note, clause: Deviation, since: SECOND,
        topics: [Contacts, Sessions], looks_for: [Contacts],
        basis: Design, sources: [SourceId::DESIGN.at("how states end")],
        remedies: [RecordIt, CorrectEntry], record: ["admission"],
        says: {
            calls_for NOT_DISCHARGED: "The patient was admitted to hospital on {admitted}, and the session of {day} was held without a discharge on \
                record by then."
                asks "The patient was admitted to hospital on {admitted}, and a session was held on {day}. Had the patient been discharged by then?";
        },
        check: |ctx, out| {
            if treats_on_the_ward(ctx) {
                return out.does_not_apply();
            }
            for (row, _) in ctx.all::<Admission>().filter(|(_, stay)| stay.event == AdmissionEvent::Admitted) {
                out.applies();
                let mut ends = ctx.all::<Admission>().filter(|(end, stay)| {
                    end.on >= row.on && stay.event == AdmissionEvent::Discharged
                });
                let end = ends.next().map(|(end, _)| end);
                let next = ctx.sessions().iter().find(|held| held.held && held.on > row.on);
                let Some(next) = next.filter(|next| end.is_none_or(|end| end.on > next.on)) else { continue };
                let finding = out.calls_for(NOT_DISCHARGED, Topic::Contacts, ctx.place(next), values! { admitted: row.on });
                finding.see(Place::Entry(row.seq));
                if let Some(end) = end {
                    finding.remedied_by(end.seq);
                }
            }
        },
    };
}

/// Whether the patient knew by a day whom to call: it was agreed, or stood in a safety plan.
fn knows_whom_to_call(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let agreed = ctx
        .initial_task(InitialTask::ContingencyTalk)
        .is_some_and(|(on, _)| on <= day);
    let is_plan = |response: &SafetyResponse| response.actions.contains(SafetyAction::SafetyPlan);
    agreed
        || ctx
            .all::<SafetyResponse>()
            .any(|(row, response)| row.on <= day && is_plan(response))
}

/// Whether something shows that a pause was looked at again.
fn went_on(ctx: &Ctx<'_>, day: NaiveDate, pause: Seq) -> bool {
    let shows = [
        FactKind::Resumed,
        FactKind::Paused,
        FactKind::EngagementDecided,
        FactKind::Transferred,
        FactKind::Closed,
    ];
    let mut later = shows
        .into_iter()
        .flat_map(|kind| ctx.facts(kind))
        .filter(|(row, _)| row.on >= day && row.seq != pause);
    later.next().is_some()
        || ctx
            .sessions()
            .iter()
            .any(|session| session.held && session.on >= day)
}
