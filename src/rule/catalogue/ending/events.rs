//! What may happen before the end: another therapist takes over; a death, or another serious
//! incident.

use chrono::NaiveDate;

use crate::{
    record::{
        Fact, FactClass, FactKind,
        contact::Transferred,
        safety::{Incident, IncidentRecorded},
        session::SessionKind,
        setting::TherapistAssigned,
    },
    rule::{Ctx, FactRow, Matter, Matters, SessionRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{ActorRef, Place, Reporting, Seq, Stated, Topic},
};

rules! {
    kind: Ending;

    /// When another therapist takes over, a summary should be handed over, the patient agree, and contract and focus be agreed again.
    ///
    /// ## Why
    /// What was agreed was agreed with a person; the next one takes it up with the patient, or
    /// changes it.
    ///
    /// ## When it does not apply
    /// No transfer within the course; a stand-in for a single session or for several after which
    /// the therapist came back, and whoever is on duty in a crisis. A contract or a focus agreed on
    /// the day of the transfer or later counts; until a session was held after it, agreement anew
    /// is not asked for.
    TRANSFER_COMPLETE = {
        code: "IPT-216", severity: Warning, clause: Deviation,
        topics: [Contacts, Agreements, Sessions], looks_for: [Contacts],
        basis: Design, sources: [SourceId::DESIGN.at("transfer")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["transferred"],
        says: {
            finds NOT_DONE: "Treatment went to another therapist on {day}, and {missing|this was|these were} recorded as not done: {missing}.";
            calls_for SILENT: "Treatment went to another therapist on {day}, and {missing|this is|these are} not on record: {missing}."
                asks "Treatment went to another therapist on {day}. {missing|Was this|Were these} settled: {missing}?";
            calls_for NO_TRANSFER: "Another therapist held {found:session|sessions} from {day} on, and no change of therapist is on record."
                asks "Another therapist held {found:session|sessions} from {day} on: a stand-in, or a change of therapist?";
        },
        check: |ctx, out| {
            for (row, transfer) in ctx.all::<Transferred>() {
                out.applies();
                let place = Place::Entry(row.seq);
                let since = |kind| ctx.facts(kind).any(|(agreed, _)| agreed.on >= row.on);
                let contract = since(FactKind::ContractAgreed) || since(FactKind::ContractAmended);
                let reagreed = if contract && since(FactKind::FocusAgreed) { Stated::Done } else { transfer.reagreed };
                // The next therapist agrees anew with a patient whom they have met.
                let met = ctx.sessions().iter().any(|session| session.held && session.on > row.on);
                if !met && !reagreed.is_done() && !ctx.reporting().contains(Topic::Sessions) {
                    out.cannot_tell(Topic::Sessions, place);
                }
                let matters = [
                    (transfer.summary, Matter::Summary),
                    (transfer.patient_agreed, Matter::PatientAgreed),
                    (if met { reagreed } else { Stated::Done }, Matter::ContractAndFocusAgreedAnew),
                ];
                let stated_as = |stated| matters.into_iter().filter(move |(said, _)| *said == stated).map(|(_, matter)| matter);
                let (not_done, silent): (Matters, Matters) =
                    (stated_as(Stated::NotDone).collect(), stated_as(Stated::NotReported).collect());
                if !not_done.is_empty() {
                    out.finds(NOT_DONE, place, values! { missing: not_done });
                }
                if !silent.is_empty() {
                    // What was agreed again may also stand among agreements.
                    let contacts = Reporting::of(&[Topic::Contacts]);
                    let anew = silent.contains(Matter::ContractAndFocusAgreedAnew);
                    let topics = if anew { contacts.with(Topic::Agreements) } else { contacts };
                    out.calls_for(SILENT, topics, place, values! { missing: silent });
                }
            }
            if let Some((row, found)) = change_without_transfer(ctx) {
                out.applies();
                out.calls_for(NO_TRANSFER, Topic::Contacts, ctx.place(row), values! { found });
            }
        },
    };

    /// After a death no treatment must be recorded; after another serious incident something must be done before treatment goes on.
    ///
    /// ## Why
    /// After a death there is no more treatment; a later note stands in the wrong course or under a
    /// wrong day. After another serious incident treatment rests until somebody has documented a
    /// response, a reassessment or a review.
    ///
    /// ## When it does not apply
    /// The closing itself, and what lies on the day of the incident; sessions that were missed;
    /// reviews and judgements; and, after an incident other than a death, sessions given to the
    /// crisis.
    FROZEN_AFTER_INCIDENT = {
        code: "IPT-219", severity: Error, clause: Integrity, kind: Safety,
        topics: [Safety, Sessions, Measures], looks_for: [Safety], holds_if_reported: [Sessions],
        basis: Design, sources: [SourceId::DESIGN.at("record rests after an incident")],
        remedies: [CorrectEntry, DocumentResponse],
        says: {
            finds AFTER_DEATH: "The patient's death was recorded for {other}, and the record has {found:entry|entries} of treatment after it, from \
                {day} on.";
            calls_for WENT_ON: "A serious incident was recorded for {other}, and treatment continued on {day} with no response, reassessment or \
                review on record in between."
                asks "A serious incident was recorded for {other}. What was done about it before treatment continued on {day}?";
        },
        check: |ctx, out| {
            for (row, it) in ctx.all::<IncidentRecorded>().filter(|(_, it)| it.incident != Incident::Attempt) {
                out.applies();
                let is_death = it.incident == Incident::Death;
                let taken_up = if is_death { None } else { taken_up_from(ctx, row.on) };
                let after = |later: &FactRow| later.on > row.on && taken_up.is_none_or(|(day, _)| later.on < day);
                let mut treated = ctx.all_facts().filter(|(later, fact)| after(later) && treats(fact, it.incident));
                let Some((first, _)) = treated.next() else { continue };
                let place = ctx.place_of(first.seq);
                let finding = if is_death {
                    out.finds(AFTER_DEATH, place, values! { found: 1 + treated.count() })
                } else {
                    out.calls_for(WENT_ON, [Topic::Safety, Topic::Measures], place, values! {})
                };
                finding.see(Place::Entry(row.seq));
                if let Some((_, by)) = taken_up {
                    finding.remedied_by(by);
                }
            }
        },
    };
}

/// The first session of a therapist who took over without a transfer on record, and how many they
/// held. Whoever stood in, once or by the note of each session, or is on duty in a crisis, did not
/// take over; nor is coming back a change. Nobody stood in who held the last sessions of a course
/// that is over.
fn change_without_transfer<'a>(ctx: &Ctx<'a>) -> Option<(&'a SessionRow, usize)> {
    // A handover often lies on the day of the last session before it.
    let handed_over = |to: ActorRef, since: NaiveDate, day: NaiveDate| {
        let within = |row: FactRow| since <= row.on && row.on <= day;
        ctx.all::<Transferred>().any(|(row, _)| within(row))
            || ctx
                .all::<TherapistAssigned>()
                .any(|(row, new)| new.therapist == to && within(row))
    };
    let by = || {
        let ordinary = ctx.held().filter(|row| row.kind != SessionKind::Crisis);
        let came_back = |row: &SessionRow| {
            let later = ctx.held().filter(|later| later.on > row.on);
            ctx.closing().is_none()
                || later
                    .filter_map(|row| ctx.note(row))
                    .any(|note| !note.stand_in)
        };
        let own = move |row| {
            ctx.note(row)
                .filter(|note| !note.stand_in || !came_back(row))
        };
        ordinary.filter_map(move |row| Some((row, own(row)?.therapist?)))
    };
    let (first, mut therapist) = by().next()?;
    let mut since = first.on;
    for (row, who) in by() {
        if who != therapist && !handed_over(who, since, row.on) {
            let is_back = by().any(|(before, other)| other == who && before.on < row.on);
            let found = by()
                .filter(|(later, other)| *other == who && later.on >= row.on)
                .count();
            if found > 1 && !is_back {
                return Some((row, found));
            }
            continue;
        }
        (therapist, since) = (who, row.on);
    }
    None
}

/// The first response, reassessment or review on a day or later: treatment is taken up again
/// knowingly.
fn taken_up_from(ctx: &Ctx<'_>, day: NaiveDate) -> Option<(NaiveDate, Seq)> {
    let kinds = [
        FactKind::SafetyResponse,
        FactKind::SafetyReassessed,
        FactKind::SafetyHandedOver,
        FactKind::ReviewHeld,
    ];
    let first = |kind| {
        ctx.facts(kind)
            .map(|(row, _)| row)
            .find(|row| row.on >= day)
    };
    kinds
        .into_iter()
        .filter_map(first)
        .map(|row| (row.on, row.seq))
        .min()
}

/// Whether a fact shows that treatment went on. A session that did not take place does not, nor
/// does a look back; and after an incident other than a death neither does a session that was given
/// to the crisis.
fn treats(fact: &Fact, incident: Incident) -> bool {
    match fact {
        Fact::Session(note) => {
            note.attendance.is_held()
                && (incident == Incident::Death || note.kind != SessionKind::Crisis)
        }
        Fact::ReviewHeld(_) | Fact::JudgementMade(_) => false,
        other => matches!(other.kind().class(), FactClass::Care | FactClass::Step),
    }
}
