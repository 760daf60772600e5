//! What the rules about safety read: questions asked, items answered, concerns raised, and what was
//! done about them.

use chrono::NaiveDate;

use crate::{
    machine::region::SafetyRegion,
    measure::{InstrumentId, ItemAnswer, Score},
    record::{
        contact::{Admission, AdmissionEvent, Contact, ContactPurpose, ContactWith, OutreachMade},
        ending::EndMode,
        safety::{
            ConcernKind, Enquiry, Incident, IncidentRecorded, Receiver, SafetyAction,
            SafetyActions, SafetyHandedOver, SafetyReassessed, SafetyResponse,
        },
    },
    rule::{Ctx, Finding, SessionRow},
    vocabulary::{Place, Seq, Stated},
};

/// What happened first, and on which day.
pub(in crate::rule::catalogue) type Happened = Option<(NaiveDate, Seq)>;

/// Makes a note of what made a finding good, if something did.
pub(in crate::rule::catalogue) fn remedied(finding: &mut Finding, by: Happened) {
    if let Some((_, by)) = by {
        finding.remedied_by(by);
    }
}

/// A score whose item about self-harm was endorsed, or left unanswered.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) on: NaiveDate,
    pub(super) place: Place,
    pub(super) instrument: InstrumentId,
}

/// The scores with such an answer: one a session, then those between sessions.
pub(super) fn items<'a>(ctx: &Ctx<'a>, answer: ItemAnswer) -> impl Iterator<Item = Item> + use<'a> {
    let ctx = *ctx;
    let answered = move |score: &&Score| score.self_harm_item == Some(answer);
    let in_sessions = ctx.sessions().iter().filter_map(move |row| {
        let score = ctx.note(row)?.scores.iter().find(answered)?;
        Some(Item {
            on: row.on,
            place: ctx.place(row),
            instrument: score.instrument,
        })
    });
    let between = ctx.all::<Score>().filter(move |(_, score)| answered(score));
    in_sessions.chain(between.map(|(row, score)| Item {
        on: row.on,
        place: Place::Entry(row.seq),
        instrument: score.instrument,
    }))
}

/// Whether the note of a session holds a direct question.
pub(super) fn asks_directly(ctx: &Ctx<'_>, row: &SessionRow) -> bool {
    row.held
        && ctx
            .note(row)
            .and_then(|note| note.enquiry.as_ref())
            .is_some_and(Enquiry::was_direct)
}

/// Direct questions outside sessions.
fn asked_beside<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (NaiveDate, Seq)> + use<'a> {
    ctx.all::<Enquiry>()
        .filter(|(_, enquiry)| enquiry.was_direct())
        .map(|(row, _)| (row.on, row.seq))
}

/// The sessions of a day.
fn sessions_on<'a>(ctx: &Ctx<'a>, day: NaiveDate) -> &'a [SessionRow] {
    let sessions = ctx.sessions();
    let from = sessions.partition_point(|row| row.on < day);
    let to = sessions.partition_point(|row| row.on <= day);
    sessions.get(from..to).unwrap_or_default()
}

/// Whether the patient was asked directly on a day.
pub(super) fn asked_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    sessions_on(ctx, day)
        .iter()
        .any(|row| asks_directly(ctx, row))
        || asked_beside(ctx).any(|(on, _)| on == day)
}

/// The first direct question after a day.
pub(in crate::rule::catalogue) fn asked_after(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    let after = ctx.sessions().partition_point(|row| row.on <= day);
    let session = ctx.sessions()[after..]
        .iter()
        .find(|row| asks_directly(ctx, row))
        .map(|row| (row.on, row.seq));
    session
        .into_iter()
        .chain(asked_beside(ctx).find(|&(on, _)| on > day))
        .min()
}

/// Whether the patient had died by the end of a day.
pub(super) fn died_by(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    ctx.all::<IncidentRecorded>()
        .any(|(row, it)| row.on <= day && it.incident == Incident::Death)
        || ctx
            .closing()
            .is_some_and(|(row, closed)| row.on <= day && closed.mode == EndMode::Died)
}

/// What brings urgent help: a referral or a service that acts at once.
const URGENT: SafetyActions = SafetyActions::of(&[
    SafetyAction::UrgentReferral,
    SafetyAction::CrisisTeam,
    SafetyAction::EmergencyServices,
    SafetyAction::Hospital,
]);

/// The first urgent action on a day or later. For a child or a dependent adult it may be a
/// hand-over to those who protect them; for them and for a threat to others what the law asks for.
pub(super) fn urgent_from(ctx: &Ctx<'_>, day: NaiveDate, concern: ConcernKind) -> Happened {
    let by_law = matches!(
        concern,
        ConcernKind::Safeguarding | ConcernKind::HarmToOthers
    );
    let urgent = if by_law {
        URGENT.with(SafetyAction::LegalDuty)
    } else {
        URGENT
    };
    let acted = ctx
        .all::<SafetyResponse>()
        .find(|(row, response)| row.on >= day && !response.actions.intersection(urgent).is_empty());
    let handed = ctx.all::<SafetyHandedOver>().find(|(row, handed)| {
        row.on >= day
            && match handed.receiver {
                Receiver::CrisisTeam
                | Receiver::EmergencyServices
                | Receiver::Hospital
                | Receiver::Specialist => true,
                Receiver::Safeguarding => concern == ConcernKind::Safeguarding,
                _ => false,
            }
    });
    [acted.map(|(row, _)| row), handed.map(|(row, _)| row)]
        .into_iter()
        .flatten()
        .map(|row| (row.on, row.seq))
        .min()
}

/// The first look at a concern after a response of that day: a reassessment or a hand-over, which
/// may be of the same day, a new response, or a direct question.
pub(super) fn looked_at_again(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    let reassessed = ctx
        .all::<SafetyReassessed>()
        .map(|(row, _)| row)
        .find(|row| row.on >= day);
    let answered = ctx
        .all::<SafetyResponse>()
        .map(|(row, _)| row)
        .find(|row| row.on > day);
    let handed = ctx
        .all::<SafetyHandedOver>()
        .map(|(row, _)| row)
        .find(|row| row.on >= day);
    let again = [reassessed, answered, handed]
        .into_iter()
        .flatten()
        .map(|row| (row.on, row.seq));
    again.chain(asked_after(ctx, day)).min()
}

/// Whether a concern is on the therapist's hands.
pub(super) const fn is_active(region: SafetyRegion) -> bool {
    match region {
        SafetyRegion::ProvisionalConcern
        | SafetyRegion::ConcernOpen
        | SafetyRegion::ResponseDocumented => true,
        SafetyRegion::NoOpenConcern | SafetyRegion::HandedOver => false,
    }
}

/// What a response does to reach the patient, or to have others reach them.
const REACHING: SafetyActions = URGENT
    .with(SafetyAction::ExtraContact)
    .with(SafetyAction::SupportsContacted);

/// The first time on a day or later that the patient was sought or contacted.
pub(super) fn sought_from(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    let outreach = ctx
        .all::<OutreachMade>()
        .map(|(row, _)| row)
        .find(|row| row.on >= day);
    let seeks = |contact: &Contact| {
        contact.with == ContactWith::Patient
            || matches!(
                contact.purpose,
                Some(ContactPurpose::Outreach | ContactPurpose::Safety)
            )
    };
    let contact = ctx
        .all::<Contact>()
        .find(|(row, contact)| row.on >= day && seeks(contact))
        .map(|(row, _)| row);
    let reaches = |response: &SafetyResponse| !response.actions.intersection(REACHING).is_empty();
    let response = ctx
        .all::<SafetyResponse>()
        .find(|(row, response)| row.on >= day && reaches(response))
        .map(|(row, _)| row);
    let session = ctx
        .sessions()
        .iter()
        .find(|row| row.held && row.on >= day)
        .map(|row| (row.on, row.seq));
    let made = [outreach, contact, response]
        .into_iter()
        .flatten()
        .map(|row| (row.on, row.seq));
    made.chain(session)
        .chain(asked_beside(ctx).find(|&(on, _)| on >= day))
        .min()
}

/// Whether somebody was in touch with the patient, or with others about their safety, on a day.
pub(super) fn in_touch_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    ctx.all::<Contact>().any(|(row, contact)| {
        let about =
            contact.with == ContactWith::Patient || contact.purpose == Some(ContactPurpose::Safety);
        row.on == day && contact.reached != Stated::NotDone && about
    })
}

/// The days on which the care for a concern was handed to a named receiver.
pub(super) fn hand_overs<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (NaiveDate, Seq)> + use<'a> {
    ctx.all::<SafetyHandedOver>()
        .map(|(row, _)| (row.on, row.seq))
}

/// Whether it was on a day.
pub(super) fn handed_over_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    hand_overs(ctx).any(|(on, _)| on == day)
}

/// Whether the patient was in hospital on a day.
pub(super) fn in_hospital_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let last = ctx.all::<Admission>().rfind(|(row, _)| row.on <= day);
    last.is_some_and(|(_, stay)| stay.event == AdmissionEvent::Admitted)
}

/// Whether supervisor or team were consulted on a day or later.
pub(super) fn consulted_from(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    use crate::record::setting::SupervisionHeld;
    ctx.all::<SafetyResponse>()
        .any(|(row, it)| row.on >= day && it.actions.contains(SafetyAction::Consultation))
        || ctx.all::<SupervisionHeld>().any(|(row, _)| row.on >= day)
        || ctx
            .all::<Contact>()
            .any(|(row, contact)| row.on >= day && contact.with == ContactWith::Team)
}

/// The first session held after a day.
pub(in crate::rule::catalogue) fn next_held<'a>(
    ctx: &Ctx<'a>,
    day: NaiveDate,
) -> Option<&'a SessionRow> {
    let after = ctx.sessions().partition_point(|row| row.on <= day);
    ctx.sessions()[after..].iter().find(|row| row.held)
}
