//! A concern that stands while days pass: a question that was declined, a day on which it was to be
//! looked at again, a therapist who leaves, contact that is lost, sessions that are missed or
//! cancelled.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::shared::{
    Happened, Stay, asked_after, died_by, hand_overs, in_hospital_on, looked_at_again, next_held,
    remedied, sought_from,
};
use crate::{
    machine::region::SafetyRegion,
    record::{
        contact::{
            Admission, AdmissionEvent, Contact, ContactPurpose, EngagementDecided,
            EngagementDecision, Paused, Transferred,
        },
        ending::EndMode,
        safety::{Enquiry, Receiver, SafetyHandedOver, SafetyReassessed, SafetyResponse},
        session::Attendance,
    },
    rule::{Ctx, SessionRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{Place, Seq, Stated, Topic},
};

rules! {
    kind: Safety;

    /// A patient who did not want to answer the direct question should be asked again.
    ///
    /// ## Why
    /// Who does not want to answer has been asked, and nobody knows the answer. It is no sign of
    /// danger and no sign of its absence; the question stays open until it is put again.
    ///
    /// ## When it does not apply
    /// Until the next session has been held it is an open question and no more. A hand-over of the
    /// care to a named receiver, and the patient's death, end it.
    DECLINED_IS_ASKED_AGAIN = {
        code: "IPT-026", severity: Warning, clause: Integrity, since: SECOND,
        topics: [Safety, Sessions], looks_for: [Safety],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: a declined answer")],
        remedies: [AskDirectly, RecordIt], record: ["session.enquiry"],
        says: {
            calls_for DECLINED: "On {day} the patient did not want to answer the direct question about safety, and by {to} it had not been put again \
                on record."
                asks "On {day} the patient did not want to answer the direct question about safety. Has it been put again since?";
            calls_for RUN: "From {day} to {to} the patient did not want to answer the direct question about safety {declined:time|times} in a row, \
                and no answer to it is on record since."
                asks "From {day} to {to} the patient did not want to answer the direct question about safety {declined:time|times} in a row. How \
                was the patient's safety looked after?";
        },
        check: |ctx, out| {
            for run in declined(ctx) {
                out.applies();
                let (on, place) = (run.on, run.place);
                if run.times > 1 {
                    let handed = hand_overs(ctx).find(|&(day, _)| day >= on);
                    if !died_by(ctx, ctx.as_of()) {
                        let values = values! { to: run.to, declined: run.times };
                        let finding = out.calls_for(RUN, Topic::Safety, place, values);
                        remedied(finding, [run.answered, handed].into_iter().flatten().min());
                    }
                    continue;
                }
                let handed = hand_overs(ctx).find(|&(day, _)| day >= on);
                let again = [asked_after(ctx, on), handed].into_iter().flatten().min();
                if died_by(ctx, ctx.as_of()) {
                    continue;
                }
                let next = next_held(ctx, on);
                let to = next.map_or(ctx.as_of(), |next| next.on);
                if again.is_none_or(|(day, _)| day > to) {
                    let values = values! { to };
                    let finding = out.calls_for_unless(next.is_none(), DECLINED, Topic::Safety, place, values);
                    remedied(finding, again);
                }
            }
        },
    };

    /// On the day named for it, a concern must be looked at again.
    ///
    /// ## Why
    /// Who names a day for a second look has judged that it cannot wait longer. The day passes
    /// whether or not a session falls on it.
    ///
    /// ## When it does not apply
    /// Until the day has passed. A look before that day counts: a reassessment, a new response, a
    /// direct question, a contact about safety, a hand-over. Where the next session was held before
    /// that day or on it without a look, another rule speaks. A concern that no longer stands; the
    /// patient's death.
    REVIEW_DAY_KEPT = {
        code: "IPT-027", severity: Error, clause: Integrity, since: SECOND,
        topics: [Safety, Contacts], looks_for: [Safety],
        basis: Guideline, sources: [SourceId::NHS_STAYING_SAFE.at("review of the safety plan"), SourceId::DESIGN.at("safety loop: the named day")],
        remedies: [AskDirectly, RecordIt, DocumentResponse], record: ["safety_reassessed"],
        follows_here: ["IPT-193"],
        says: {
            calls_for PASSED: "The safety concern that was spoken of on {day} was to be looked at again on {review}, and no look at it is on record \
                by then."
                asks "A safety concern was to be looked at again on {review}. How was the patient?";
        },
        check: |ctx, out| {
            for (on, seq, review) in review_days(ctx) {
                if review <= on {
                    continue;
                }
                out.applies();
                if review >= ctx.as_of() || died_by(ctx, review) {
                    continue;
                }
                // An emergency of the same day may have been handed over and looked at since.
                let looked = [looked_at_again(ctx, on), contact_after(ctx, on)].into_iter().flatten().min();
                let missed_before = next_held(ctx, on)
                    .is_some_and(|next| next.on <= review && looked.is_none_or(|(day, _)| day > next.on));
                let is_response = ctx.all::<SafetyResponse>().any(|(row, _)| row.seq == seq);
                if looked.is_some_and(|(day, _)| day <= review) || missed_before && is_response {
                    continue;
                }
                let topics = [Topic::Safety, Topic::Contacts];
                remedied(out.calls_for(PASSED, topics, Place::Entry(seq), values! { review }), looked);
            }
        },
    };

    /// A concern that stands when contact is lost, the therapist changes or a pause begins should be in somebody's care.
    ///
    /// ## Why
    /// These are the days on which a concern is dropped between two pairs of hands.
    ///
    /// ## When it does not apply
    /// A concern that was resolved or handed over; the patient's death. With another therapist, a
    /// summary that was handed over; with a pause, a day on which the concern or the pause is looked
    /// at and a contact for a crisis. A look at the concern on that day, or a contact about safety,
    /// counts each time.
    STANDING_CONCERN_IN_CARE = {
        code: "IPT-028", severity: Warning, clause: Integrity, since: SECOND,
        topics: [Safety, Contacts], looks_for: [Safety],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: standing concerns")],
        remedies: [HandOver, SeekPatient, RecordIt], record: ["safety_handed_over", "transferred.summary"],
        follows_here: ["IPT-189"],
        says: {
            calls_for LOST: "A safety concern stood when contact was given up as lost on {day}, and the record names nobody who looks after it."
                asks "A safety concern stood when contact was given up as lost on {day}. Who looks after it?";
            calls_for TRANSFERRED: "A safety concern stood when another therapist took over on {day}, and it is not on record that it was handed \
                over."
                asks "A safety concern stood when another therapist took over on {day}. Who looks after it?";
            calls_for PAUSED: "A safety concern stood when a pause began on {day}, and the record says of nobody that they look after it meanwhile."
                asks "A safety concern stood when a pause began on {day}. Who looks after it meanwhile?";
        },
        check: |ctx, out| {
            for event in events(ctx) {
                let on = event.on;
                if !ctx.safety_on(on).is_active() || died_by(ctx, on) {
                    continue;
                }
                out.applies();
                if event.is_covered || watched_from(ctx, on) {
                    continue;
                }
                let handed = hand_overs(ctx).find(|&(day, _)| day >= on);
                let looked = ctx.all::<SafetyReassessed>().find(|(row, _)| row.on >= on);
                let looked = looked.map(|(row, _)| (row.on, row.seq));
                let asked = asked_after(ctx, on);
                let told = [handed, looked, contact_from(ctx, on), asked].into_iter().flatten().min();
                if told.is_none_or(|(day, _)| day > on) {
                    let topics = [Topic::Safety, Topic::Contacts];
                    let case = match event.what {
                        Leaving::Lost => LOST,
                        Leaving::Transferred => TRANSFERRED,
                        Leaving::Paused => PAUSED,
                    };
                    remedied(out.calls_for(case, topics, Place::Entry(event.seq), values! {}), told);
                }
            }
        },
    };

    /// While a concern is open, somebody should speak with a patient who stays away repeatedly.
    ///
    /// ## Why
    /// A session missed or cancelled keeps everybody from asking; several in a row while a concern
    /// is open do so for weeks. The weeks after a stay in hospital are among the most dangerous.
    ///
    /// ## When it does not apply
    /// Fewer such sessions in a row than the protocol names, and protocols that name none. A session
    /// held, or a contact or an attempt to reach the patient since the first of them; a stay in
    /// hospital; a concern that a named receiver has taken over, as long as the hospital that did
    /// has not discharged the patient; the patient's death.
    CANCELLED_WHILE_ACTIVE = {
        code: "IPT-029", severity: Warning, clause: Integrity, since: SECOND,
        topics: [Contacts, Safety, Sessions], looks_for: [Safety, Sessions],
        parameters: ["safety.cancelled_run"],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: cancellations"), SourceId::ZERO_SUICIDE.at("missed appointments")],
        remedies: [SeekPatient, AskDirectly], follows_here: ["IPT-194"],
        says: {
            calls_for NOT_SPOKEN: "From {from} to {day} the patient cancelled {missed:session|sessions} in a row while a safety concern was \
                open, and no contact with the patient is on record in that time."
                asks "From {from} to {day} the patient cancelled {missed:session|sessions} in a row while a safety concern was open. Did \
                anybody speak with the patient?";
            calls_for STAYED_AWAY: "From {from} to {day} the patient missed or cancelled {missed:session|sessions} in a row while a safety concern \
                was open, and no contact with the patient is on record in that time."
                asks "From {from} to {day} the patient missed or cancelled {missed:session|sessions} in a row while a safety concern was open. Did \
                anybody speak with the patient?";
            calls_for AFTER_STAY: "From {from} to {day} the patient missed or cancelled {missed:session|sessions} in a row, after the discharge from \
                hospital of {discharged}; a safety concern had been handed over before it, and no contact with the patient is on record in that time."
                asks "From {from} to {day} the patient missed or cancelled {missed:session|sessions} in a row, after the discharge from \
                hospital of {discharged}; a safety concern had been handed over before it. Did anybody speak with the patient?";
        },
        check: |ctx, out| {
            let Some(most) = ctx.spec().safety.cancelled_run else { return out.does_not_apply() };
            let mut run: Option<Away<'_>> = None;
            for row in ctx.sessions() {
                let open = open_on(ctx, row.on);
                let without_a_word = row.attendance == Attendance::DidNotAttend;
                let is_away = without_a_word || row.attendance == Attendance::CancelledByPatient;
                if row.held || open == Open::No {
                    run = None;
                } else if is_away {
                    let away = Away::after(run, row, without_a_word);
                    run = Some(away);
                    if away.missed != most.value.max(1) || died_by(ctx, row.on) {
                        continue;
                    }
                    out.applies();
                    let sought = sought_from(ctx, away.first.on);
                    if sought.is_none_or(|(day, _)| day > row.on) {
                        let (from, missed) = (away.first.on, away.missed);
                        let (case, values) = match open {
                            Open::SinceStay(discharged) => (AFTER_STAY, values! { from, missed, discharged }),
                            _ if away.without_a_word => (STAYED_AWAY, values! { from, missed }),
                            _ => (NOT_SPOKEN, values! { from, missed }),
                        };
                        let topics = [Topic::Contacts, Topic::Safety];
                        let finding = out.calls_for(case, topics, ctx.place(row), values);
                        remedied(finding.see(ctx.place(away.first)), sought);
                    }
                }
            }
        },
    };
}

/// Whether a concern is open on a day for the therapist to look after.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    No,
    Yes,
    /// The hospital that had taken it over discharged the patient on this day, and nobody has found
    /// since that it no longer stands.
    SinceStay(NaiveDate),
}

fn open_on(ctx: &Ctx<'_>, day: NaiveDate) -> Open {
    let region = ctx.safety_on(day);
    let stay = ctx.all::<Admission>().rfind(|(row, _)| row.on <= day);
    let (discharged, is_in_hospital) = match stay {
        Some((row, it)) if it.event == AdmissionEvent::Discharged => (Some(row.on), false),
        other => (None, other.is_some()),
    };
    if is_in_hospital && in_hospital_on(ctx, day) == Stay::InHospital {
        return Open::No;
    }
    if region.is_active() {
        return Open::Yes;
    }
    let taken_over = ctx
        .all::<SafetyHandedOver>()
        .rfind(|(row, _)| row.on <= day)
        .filter(|(_, it)| {
            matches!(
                it.receiver,
                Receiver::Hospital | Receiver::EmergencyServices
            )
        });
    match (region, taken_over, discharged) {
        (SafetyRegion::HandedOver, Some((row, _)), Some(on)) if row.on <= on => Open::SinceStay(on),
        _ => Open::No,
    }
}

/// Sessions in a row that the patient missed or cancelled.
#[derive(Clone, Copy)]
struct Away<'a> {
    first: &'a SessionRow,
    missed: u16,
    /// Whether one of them was missed without a word.
    without_a_word: bool,
}

impl<'a> Away<'a> {
    fn after(run: Option<Self>, row: &'a SessionRow, without_a_word: bool) -> Self {
        run.map_or(
            Self {
                first: row,
                missed: 1,
                without_a_word,
            },
            |run| Self {
                missed: run.missed.saturating_add(1),
                without_a_word: run.without_a_word || without_a_word,
                ..run
            },
        )
    }
}

/// Direct questions that the patient did not want to answer, one after the other.
struct Declined {
    /// The day and the place of the first.
    on: NaiveDate,
    place: Place,
    /// The day of the last.
    to: NaiveDate,
    times: u16,
    /// The first that was answered after them.
    answered: Happened,
}

fn declined(ctx: &Ctx<'_>) -> Vec<Declined> {
    let in_sessions = ctx
        .sessions()
        .iter()
        .filter(|row| row.held)
        .filter_map(|row| {
            let enquiry = ctx.note(row)?.enquiry.as_ref()?;
            Some((row.on, row.seq, ctx.place(row), enquiry))
        });
    let beside = ctx
        .all::<Enquiry>()
        .map(|(row, enquiry)| (row.on, row.seq, Place::Entry(row.seq), enquiry));
    let direct = in_sessions
        .chain(beside)
        .filter(|(.., enquiry)| enquiry.was_direct());
    let mut runs: Vec<Declined> = Vec::new();
    // Hardly any course has one, and a list costs.
    if !direct
        .clone()
        .any(|(.., enquiry)| enquiry.result.is_declined())
    {
        return runs;
    }
    let mut asked: Vec<_> = direct.collect();
    asked.sort_by_key(|&(on, seq, ..)| (on, seq));
    let mut goes_on = false;
    for (on, seq, place, enquiry) in asked {
        match runs.last_mut() {
            Some(run) if goes_on && enquiry.result.is_declined() => {
                run.to = on;
                run.times = run.times.saturating_add(1);
            }
            _ if enquiry.result.is_declined() => runs.push(Declined {
                on,
                place,
                to: on,
                times: 1,
                answered: None,
            }),
            Some(run) if goes_on => run.answered = Some((on, seq)),
            _ => {}
        }
        goes_on = enquiry.result.is_declined();
    }
    runs
}

/// The days on which a concern was to be looked at again, with the day and the entry that name
/// them.
fn review_days<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (NaiveDate, Seq, NaiveDate)> + use<'a> {
    let ctx = *ctx;
    let responses = ctx
        .all::<SafetyResponse>()
        .filter_map(|(row, response)| Some((row.on, row.seq, response.review_on?)));
    let looks = ctx
        .all::<SafetyReassessed>()
        .filter(|(_, looked)| looked.concern_stands)
        .filter_map(|(row, looked)| Some((row.on, row.seq, looked.review_on?)));
    // What was resolved or handed over on its day is looked at by nobody here.
    let stands = move |&(on, ..): &(NaiveDate, Seq, NaiveDate)| {
        !matches!(
            ctx.safety_on(on),
            SafetyRegion::NoOpenConcern | SafetyRegion::HandedOver
        )
    };
    responses.chain(looks).filter(stands)
}

fn is_about_safety(contact: &Contact) -> bool {
    contact.purpose == Some(ContactPurpose::Safety) && contact.reached != Stated::NotDone
}

/// The first contact about safety on a day or later.
fn contact_from(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    ctx.all::<Contact>()
        .find(|(row, contact)| row.on >= day && is_about_safety(contact))
        .map(|(row, _)| (row.on, row.seq))
}

/// The first contact about safety after a day.
fn contact_after(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    contact_from(ctx, day.succ_opt()?)
}

/// Whether a day was named, by that day, on which the concern is looked at again.
fn watched_from(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let last = review_days(ctx).filter(|&(on, ..)| on <= day).last();
    last.is_some_and(|(_, _, review)| review >= day)
}

/// How a concern goes out of the therapist's hands.
#[derive(Clone, Copy)]
enum Leaving {
    Lost,
    Transferred,
    Paused,
}

/// Something that takes a concern out of the therapist's hands.
struct Event {
    on: NaiveDate,
    seq: Seq,
    what: Leaving,
    /// What goes with it says that somebody has the concern in sight.
    is_covered: bool,
}

fn events<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Event> + use<'a> {
    let ctx = *ctx;
    let decided = ctx.all::<EngagementDecided>().filter_map(|(row, decided)| {
        let what = match decided.decision {
            EngagementDecision::ContactLost => Leaving::Lost,
            EngagementDecision::Pause => Leaving::Paused,
            EngagementDecision::Continue | EngagementDecision::End => return None,
        };
        Some((row, what, false))
    });
    let transferred = ctx
        .all::<Transferred>()
        .map(|(row, it)| (row, Leaving::Transferred, it.summary.is_done()));
    let paused = ctx.all::<Paused>().map(|(row, it)| {
        let is_watched = it.review_on.is_some() && it.crisis_contact.is_done();
        (row, Leaving::Paused, is_watched)
    });
    // A course that is closed since contact was lost lost it then, unless that was written before.
    let was_lost = move || {
        ctx.all::<EngagementDecided>()
            .any(|(_, it)| it.decision == EngagementDecision::ContactLost)
    };
    let closed = ctx
        .closing()
        .filter(|(_, closed)| closed.mode == EndMode::DroppedOut && !was_lost())
        .map(|(row, _)| (row, Leaving::Lost, false));
    decided
        .chain(transferred)
        .chain(paused)
        .chain(closed)
        .map(|(row, what, is_covered)| Event {
            on: row.on,
            seq: row.seq,
            what,
            is_covered,
        })
}
