//! Sessions that were not held, and patients who stay away.

use chrono::NaiveDate;

use super::missed::{self, Answer, Missed, after_working_days, in_a_row, is_covered, one_by_one};
use crate::{
    base::days::later,
    record::{Fact, contract::MissedSessionPolicy, session::Attendance},
    rule::{Ctx, Sink, catalogue::rules, values},
    source::SourceId,
    vocabulary::Topic,
};

rules! {
    kind: DoseAndTiming;

    /// A planned session that was not held
    ///
    /// ## Why
    /// A session that was missed or cancelled is an event that a reader wants to see. Whether it
    /// counts, the contract says; whether the patient was sought has rules of its own.
    ///
    /// ## When it does not apply
    /// It always applies; a session that was put off and held on another day is no missed one
    /// unless the record says so.
    SLOT_MISSED_OR_CANCELLED = {
        code: "IPT-154", severity: Note, clause: Event,
        topics: [Sessions], holds_if_reported: [Sessions],
        basis: Practice, sources: [SourceId::NONATTENDANCE_STUDY.at("missed sessions")],
        remedies: [ForInformation],
        says: {
            finds DID_NOT_ATTEND: "The planned session of {day} was not held: the patient did not attend.";
            finds CANCELLED_BY_PATIENT: "The planned session of {day} was not held: the patient cancelled it.";
            finds CANCELLED_BY_THERAPIST: "The planned session of {day} was not held: the therapist cancelled it.";
            finds CANCELLED_BY_SERVICE: "The planned session of {day} was not held: the service cancelled it.";
            finds RESCHEDULED: "The planned session of {day} was moved to {to}.";
            finds SAME_DAY: "The planned session of {day} was moved to another hour of the day.";
            calls_for NOT_HELD Note: "The planned session of {day} was moved to {to}, and no session of that day is on record."
                asks "The planned session of {day} was moved to {to}, and no session of that day is on record. Was it held, or what became of it?";
            finds MOVED: "The planned session of {day} was moved to another day.";
        },
        check: |ctx, out| {
            for row in ctx.sessions().iter().filter(|row| !row.held) {
                let case = match row.attendance {
                    Attendance::DidNotAttend => DID_NOT_ATTEND,
                    Attendance::CancelledByPatient => CANCELLED_BY_PATIENT,
                    Attendance::CancelledByTherapist => CANCELLED_BY_THERAPIST,
                    Attendance::CancelledByService => CANCELLED_BY_SERVICE,
                    Attendance::Rescheduled => match row.written(ctx.course).and_then(|note| note.moved_to) {
                        Some(to) => {
                            let place = ctx.place(row);
                            let mut others = ctx.sessions().iter().filter(|other| other.seq != row.seq);
                            if to == row.on {
                                out.finds(SAME_DAY, place, values! {});
                            } else if to >= ctx.as_of() || others.any(|other| other.on == to) {
                                out.finds(RESCHEDULED, place, values! { to });
                            } else {
                                out.calls_for(NOT_HELD, Topic::Sessions, place, values! { to });
                            }
                            continue;
                        }
                        None => MOVED,
                    },
                    Attendance::Attended | Attendance::Late => continue,
                };
                out.finds(case, ctx.place(row), values! {});
            }
        },
    };

    /// A patient who stays away should be sought.
    ///
    /// ## Why
    /// Sessions missed one after another are how most courses are lost.
    ///
    /// ## When it does not apply
    /// Fewer missed sessions in a row than the protocol names; cancellations by therapist or
    /// service; runs of sessions that the patient cancelled, who is in touch; a patient who came
    /// back meanwhile, or died; a pause, a stay in hospital or an announced break. Telephoning
    /// after the first missed session counts.
    OUTREACH_AFTER_MISSED_SESSIONS = {
        code: "IPT-164", severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts], holds_if_reported: [Sessions],
        parameters: ["timing.outreach_after", "timing.outreach_days"],
        basis: Design, sources: [SourceId::DESIGN.at("outreach"), SourceId::NONATTENDANCE_STUDY.at("missed sessions")],
        remedies: [SeekPatient, RecordIt, JustifyByWaiver], record: ["outreach_made", "contact"],
        follows_here: ["IPT-194", "IPT-029", "IPT-166"],
        says: {
            calls_for NOT_SOUGHT: "From {from} to {day}, {missed:session|sessions} in a row were missed or cancelled by the patient, and no attempt \
                to reach the patient is on record by {to}, {days:day|days} later."
                asks "From {from} to {day}, {missed:session|sessions} in a row were missed or cancelled by the patient. Did anybody try to \
                reach the patient by {to}?";
            lacks SOUGHT_LATE Note: "From {from} to {day}, {missed:session|sessions} in a row were missed or cancelled by the patient, and the first \
                attempt to reach the patient that is on record was made on {made}; {protocol} expects one within {days:day|days}.";
        },
        check: |ctx, out| {
            let days = ctx.spec().timing.outreach_days.value;
            for run in in_a_row(ctx, ctx.spec().timing.outreach_after.value).filter(|run| run.without_a_word) {
                let to = later(run.last.on, days.into());
                unanswered(ctx, out, &run, (days, to), missed::sought(ctx, &run, to), [NOT_SOUGHT, SOUGHT_LATE]);
            }
        },
    };

    /// When a patient stays away, it should be decided how to go on.
    ///
    /// ## Why
    /// A course that nobody ended and nobody pursues leaves the patient without an answer.
    ///
    /// ## When it does not apply
    /// Fewer missed sessions in a row than the protocol names; time that a pause, a stay in
    /// hospital or an announced break covers; the time after a death. A time without sessions and
    /// without a word is a long gap, which has a rule of its own.
    DECISION_WHEN_CONTACT_BREAKS = {
        code: "IPT-165", severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts], holds_if_reported: [Sessions],
        parameters: ["timing.missed_run", "timing.decision_days"],
        basis: Design, sources: [SourceId::DESIGN.at("decision on how to go on")],
        remedies: [SeekPatient, RecordIt, JustifyByWaiver], record: ["engagement_decided", "paused", "closed"],
        follows_here: ["IPT-194", "IPT-166", "IPT-164"],
        says: {
            calls_for UNDECIDED: "From {from} to {day}, {missed:session|sessions} in a row were missed or cancelled by the patient, and no decision \
                on how to go on is on record by {to}, {days:day|days} later."
                asks "From {from} to {day}, {missed:session|sessions} in a row were missed or cancelled by the patient. What was decided on how to \
                go on?";
            lacks DECIDED_LATE Note: "From {from} to {day}, {missed:session|sessions} in a row were missed or cancelled by the patient, and the \
                decision on how to go on was made on {made}; {protocol} expects it within {days:day|days}.";
        },
        check: |ctx, out| {
            let days = ctx.spec().timing.decision_days.value;
            for run in in_a_row(ctx, ctx.spec().timing.missed_run.value) {
                let to = later(run.last.on, days.into());
                unanswered(ctx, out, &run, (days, to), missed::settled(ctx, &run, to), [UNDECIDED, DECIDED_LATE]);
            }
        },
    };

    /// A patient who misses an early session without a word should be contacted within days.
    ///
    /// ## Why
    /// Most of those who leave do so in the first sessions, and a missed session without a word is
    /// the sign.
    ///
    /// ## When it does not apply
    /// Later sessions; cancellations; a patient who came back or died meanwhile; a pause, a stay in
    /// hospital or an announced break. Days are those from Monday to Friday: of holidays nothing is
    /// known.
    EARLY_NO_SHOW_IS_FOLLOWED = {
        code: "IPT-166", severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts], holds_if_reported: [Sessions],
        parameters: ["timing.early_session", "timing.early_outreach_days"],
        basis: Trial,
        sources: [
            SourceId::NONATTENDANCE_STUDY.at("no-shows before session 3"),
            SourceId::DESIGN.at("within how many days"),
        ],
        remedies: [SeekPatient, RecordIt, JustifyByWaiver], record: ["outreach_made", "contact"],
        follows_here: ["IPT-194"],
        says: {
            calls_for NOT_SOUGHT: "The patient missed the session of {day}, one of the first, without a word, and no attempt to reach the patient \
                is on record by {to}, {days:working day|working days} later."
                asks "The patient missed the session of {day}, one of the first, without a word. Was the patient contacted by {to}?";
            lacks SOUGHT_LATE Note: "The patient missed the session of {day}, one of the first, without a word, and the first attempt to reach the \
                patient that is on record was made on {made}; {protocol} expects one within {days:working day|working days}.";
        },
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let days = timing.early_outreach_days.value;
            for run in one_by_one(ctx).filter(|run| run.without_a_word) {
                // It would have been the next after those held by then.
                let held = ctx.held().take_while(|held| held.on <= run.last.on).last();
                if held.map_or(1, |held| held.ordinal + 1) < timing.early_session.value {
                    let to = after_working_days(run.last.on, days);
                    unanswered(ctx, out, &run, (days, to), missed::sought(ctx, &run, to), [NOT_SOUGHT, SOUGHT_LATE]);
                }
            }
        },
    };

    /// Where late cancellations count, it should be on record how long before the session a cancellation came.
    ///
    /// ## Why
    /// The crate counts by the policy of the contract in force, and by nothing else. Where only
    /// late cancellations count, a note says how late the cancellation came. That the contract says
    /// what late is has a rule of its own.
    ///
    /// ## When it does not apply
    /// Contracts without a policy, policies that do not ask how late a cancellation came, and
    /// contracts that do not say what late is.
    CANCELLATION_SAYS_HOW_LATE = {
        code: "IPT-167", severity: Note, clause: Deviation,
        topics: [Sessions, Agreements], holds_if_reported: [Sessions],
        basis: Design,
        sources: [SourceId::DESIGN.at("slots"), SourceId::PSYCHIATRIC_TIMES.at("initial arrangements")],
        remedies: [CorrectEntry, RecordIt], record: ["session.notice_hours"],
        says: {
            calls_for HOW_LATE: "The patient cancelled the session of {day}, and how many hours before is not on record; by the contract, a late \
                cancellation counts as one of the sessions."
                asks "By the contract, a late cancellation counts as one of the sessions. How many hours before the session of {day} did the patient \
                cancel it?";
        },
        check: |ctx, out| {
            let (mut policy, mut says_what_late_is) = (None, false);
            for (row, fact) in ctx.all_facts() {
                match fact {
                    Fact::ContractAgreed(agreed) => {
                        says_what_late_is |= agreed.notice_hours.is_some();
                        policy = agreed.missed_sessions.or(policy);
                    }
                    Fact::ContractAmended(amended) => policy = amended.missed_sessions.or(policy),
                    Fact::Session(note) => {
                        let counts = policy == Some(MissedSessionPolicy::LateCancelAndNoShow) && says_what_late_is;
                        if counts && note.attendance == Attendance::CancelledByPatient && note.notice_hours.is_none() {
                            out.calls_for(HOW_LATE, Topic::Sessions, ctx.place_of(row.seq), values! {});
                        }
                    }
                    _ => {}
                }
            }
            if policy != Some(MissedSessionPolicy::LateCancelAndNoShow) {
                out.has_none(Topic::Agreements);
            }
        },
    };
}

/// Says that an absence was answered late, or not before the patient came again; nothing where it
/// was answered in time.
fn unanswered(
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    run: &Missed<'_>,
    (days, to): (u16, NaiveDate),
    answer: Answer,
    [never, late]: [&str; 2],
) {
    let (place, from, missed) = (ctx.place(run.last), run.first.on, run.many);
    if to >= ctx.as_of() || is_covered(ctx, run.last.on) {
        return;
    }
    let finding = match answer {
        Answer::InTime => return,
        Answer::Late(made) => out.lacks(
            late,
            Topic::Contacts,
            place,
            values! { from, missed, days, made },
        ),
        Answer::Never => out.calls_for(
            never,
            Topic::Contacts,
            place,
            values! { from, missed, days, to },
        ),
    };
    if run.many > 1 {
        finding.see(ctx.place(run.first));
    }
}
