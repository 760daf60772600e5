//! What the rules about safety read: questions asked, items answered, concerns raised, and what was
//! done about them.

use chrono::NaiveDate;

use crate::{
    base::days::later,
    machine::region::{SafetyRegion, SafetySignal},
    measure::{InstrumentId, ItemAnswer, Score},
    record::{
        contact::{Admission, AdmissionEvent, Contact, ContactPurpose, ContactWith, OutreachMade},
        ending::EndMode,
        focus::DisputeDetailed,
        inventory::Relation,
        patient::HistoryTaken,
        safety::{
            ConcernKind, ConcernKinds, ConcernRaised, Enquiry, Incident, IncidentRecorded,
            Receiver, SafetyAction, SafetyActions, SafetyHandedOver, SafetyReassessed,
            SafetyResponse,
        },
        setting::{ScreenItem, ScreeningDone},
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
    /// The last day on which a question is in time: that of the session, or the one on which a form
    /// that was filled in at home came in.
    pub(super) due: NaiveDate,
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
            due: score.came_in.map_or(row.on, |day| day.max(row.on)),
            place: ctx.place(row),
            instrument: score.instrument,
        })
    });
    let between = ctx.all::<Score>().filter(move |(_, score)| answered(score));
    in_sessions.chain(between.map(move |(row, score)| {
        Item {
            on: row.on,
            due: score
                .came_in
                .unwrap_or_else(|| heard_by(&ctx, row.seq, row.on))
                .max(row.on),
            place: Place::Entry(row.seq),
            instrument: score.instrument,
        }
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

/// Whether the patient was asked directly between two days, both included.
pub(super) fn asked_between(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> bool {
    asked_on(ctx, from) || asked_after(ctx, from).is_some_and(|(day, _)| day <= to)
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

/// The first urgent action on a day or later, unless it was for another concern. For a child or a
/// dependent adult it may be a hand-over to those who protect them; for them and for a threat to
/// others what the law asks for.
pub(super) fn urgent_from(ctx: &Ctx<'_>, day: NaiveDate, concern: ConcernKind) -> Happened {
    let for_it =
        |answers: Option<ConcernKinds>| answers.is_none_or(|kinds| kinds.alike().contains(concern));
    let by_law = matches!(
        concern,
        ConcernKind::Safeguarding | ConcernKind::HarmToOthers
    );
    let urgent = if by_law {
        URGENT.with(SafetyAction::LegalDuty)
    } else {
        URGENT
    };
    let acted = ctx.all::<SafetyResponse>().find(|(row, response)| {
        row.on >= day
            && for_it(response.answers)
            && !response.actions.intersection(urgent).is_empty()
    });
    let handed = ctx.all::<SafetyHandedOver>().find(|(row, handed)| {
        row.on >= day
            && for_it(handed.answers)
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
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    /// Not by the record.
    No,
    /// Admitted and not discharged.
    InHospital,
    /// Admitted and not discharged, and a session was held since: nobody may have written down the
    /// discharge.
    Unclear,
}

pub(super) fn in_hospital_on(ctx: &Ctx<'_>, day: NaiveDate) -> Stay {
    match ctx.all::<Admission>().rfind(|(row, _)| row.on <= day) {
        Some((admitted, stay)) if stay.event == AdmissionEvent::Admitted => {
            let mut sessions = ctx.sessions().iter();
            if sessions.any(|row| row.held && admitted.on < row.on && row.on <= day)
                && !treats_on_the_ward(ctx)
            {
                Stay::Unclear
            } else {
                Stay::InHospital
            }
        }
        _ => Stay::No,
    }
}

/// Whether the patient was cared for in hospital on a day, after an act against themselves or a
/// serious incident. A stay for another reason is no care for that; where the record does not say
/// what it was for, it may be.
pub(super) fn cared_for_on(ctx: &Ctx<'_>, day: NaiveDate) -> Stay {
    let admitted = ctx.all::<Admission>().rfind(|(row, _)| row.on <= day);
    let psychiatric = admitted.and_then(|(_, stay)| stay.psychiatric);
    match (in_hospital_on(ctx, day), psychiatric) {
        (Stay::No, _) | (_, Some(false)) => Stay::No,
        (stay, Some(true)) => stay,
        (_, None) => Stay::Unclear,
    }
}

/// Whether the protocol is for patients in hospital: the ward team takes part.
pub(in crate::rule::catalogue) fn treats_on_the_ward(ctx: &Ctx<'_>) -> bool {
    let mut participants = ctx.spec().participants.iter();
    participants.any(|person| person.relation == Relation::WardTeam)
}

/// The last day on which a response to something that was heard of later is in time: the day of
/// its writing, and no later than the next session held. What was written on its day is due on it.
pub(super) fn heard_by(ctx: &Ctx<'_>, seq: Seq, on: NaiveDate) -> NaiveDate {
    let written = ctx
        .entry(seq)
        .map_or(on, |entry| entry.recorded_at.date_naive());
    let next = next_held(ctx, on).map_or(written, |next| next.on);
    written.min(next).max(on)
}

/// How a concern came up that needs a response.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// It was raised.
    Raised,
    /// A direct question found it.
    Found,
    /// A suicide attempt was recorded as an incident.
    Attempt,
    /// So was another serious incident.
    Serious,
    /// The screen found violence or coercion.
    Violence,
    /// A history named a suicide attempt within treatment.
    Heard,
}

/// A concern that needs a response.
#[derive(Clone, Copy)]
pub(super) struct Concern {
    pub(super) on: NaiveDate,
    /// The last day on which a response is in time.
    pub(super) due: NaiveDate,
    pub(super) place: Place,
    pub(super) how: How,
    /// What it is about, where the record says so.
    pub(super) kind: Option<ConcernKind>,
}

impl Concern {
    /// Whether an answer that names these kinds is one to it.
    pub(super) fn is_answered_by(&self, answers: Option<ConcernKinds>) -> bool {
        match (self.kind, answers) {
            (Some(kind), Some(kinds)) => kinds.alike().contains(kind),
            _ => true,
        }
    }

    /// The first of the earlier concerns, none of which was answered, that a direct question found
    /// again with this one.
    pub(super) fn found_again_after(&self, unanswered: &[Self]) -> Option<Self> {
        let is_it = |other: &&Self| {
            self.how == How::Found
                && other.on < self.on
                && (other.kind.zip(self.kind))
                    .is_some_and(|(other, ours)| other.alike().contains(ours))
        };
        (unanswered.iter().filter(is_it).copied()).min_by_key(|it| it.on)
    }

    /// Whether it had its answer by the end of the day on which one is in time.
    pub(super) fn is_answered(&self, ctx: &Ctx<'_>) -> bool {
        let at_first = ctx.safety().iter().find(|row| row.on == self.on);
        let on_its_day = at_first.is_some_and(|row| match self.kind {
            Some(kind) if row.after.lacks_response() => !row.unanswered.contains(kind),
            Some(_) => true,
            None => {
                !row.after.lacks_response()
                    || row.signals.contains(SafetySignal::Response)
                    || row.signals.contains(SafetySignal::HandOver)
            }
        });
        on_its_day || self.answer(ctx).is_some_and(|(on, _)| on <= self.due)
    }

    /// The first answer after its day. What answered a concern of its own, when the time to make
    /// this one good had passed, does not answer this one as well.
    pub(super) fn answer(&self, ctx: &Ctx<'_>) -> Happened {
        let within = later(self.on, ctx.spec().safety.remedy_days.value.into());
        let next = next_held(ctx, self.on).map_or(within, |next| next.on);
        let in_time = within.min(next);
        let has_its_own =
            |day: NaiveDate| day > in_time && concerns(ctx).any(|other| other.on == day);
        answers(ctx)
            .filter(|&(on, _, kinds)| on > self.on && self.is_answered_by(kinds))
            .filter(|&(on, ..)| !has_its_own(on))
            .map(|(on, seq, _)| (on, seq))
            .min()
    }
}

/// The responses and hand-overs, with the kinds of concern that they name.
pub(super) fn answers<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (NaiveDate, Seq, Option<ConcernKinds>)> + use<'a> {
    let responses = ctx
        .all::<SafetyResponse>()
        .map(|(row, response)| (row.on, row.seq, response.answers));
    let handed = ctx
        .all::<SafetyHandedOver>()
        .map(|(row, handed)| (row.on, row.seq, handed.answers));
    let violence = Some(ConcernKind::Victimisation.into());
    let looked_at = ctx
        .all::<DisputeDetailed>()
        .filter(|(_, detail)| detail.safety_assessed == Some(true))
        .map(move |(row, _)| (row.on, row.seq, violence));
    responses.chain(handed).chain(looked_at)
}

/// The concerns that need a response: raised, found by a direct question or by the screen, or known
/// from an incident. Of what is told twice on one day the concern is taken. Immediate danger that
/// the screen finds has a rule of its own.
pub(super) fn concerns<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Concern> + use<'a> {
    let ctx = *ctx;
    let one = move |on, seq, how, kind| Concern {
        on,
        due: if matches!(how, How::Attempt | How::Serious) {
            heard_by(&ctx, seq, on)
        } else {
            on
        },
        place: ctx.place_of(seq),
        how,
        kind,
    };
    let raised_on = move |day: NaiveDate| {
        ctx.all::<ConcernRaised>()
            .filter(move |(at, _)| at.on == day)
    };
    let raised = ctx
        .all::<ConcernRaised>()
        .map(move |(row, concern)| one(row.on, row.seq, How::Raised, Some(concern.kind)));
    let mut before = SafetyRegion::NoOpenConcern;
    let found = ctx.safety().iter().filter_map(move |row| {
        let known = core::mem::replace(&mut before, row.after).is_known();
        let found = row.signals.contains(SafetySignal::EnquiryConfirms);
        let seq = row.found.filter(|_| found && !known)?;
        let told = raised_on(row.on).next().is_some();
        let kind = Some(ConcernKind::SuicidalIdeation);
        (!told).then(|| one(row.on, seq, How::Found, kind))
    });
    let incidents = ctx.all::<IncidentRecorded>().filter_map(move |(row, it)| {
        let (how, kind) = match it.incident {
            Incident::Attempt => (How::Attempt, Some(ConcernKind::Attempt)),
            Incident::Serious => (How::Serious, None),
            Incident::Death => return None,
        };
        let told = raised_on(row.on).any(|(_, concern)| {
            kind.is_none_or(|kind: ConcernKind| kind.alike().contains(concern.kind))
        });
        (!told).then(|| one(row.on, row.seq, how, kind))
    });
    let opened = ctx.history.facts.first().map(|row| row.on);
    let heard = ctx.all::<HistoryTaken>().filter_map(move |(row, history)| {
        let attempt = history.last_attempt?;
        let told = |on: NaiveDate| (attempt.earliest()..=row.on).contains(&on);
        let is_told = ctx
            .all::<IncidentRecorded>()
            .any(|(at, it)| it.incident == Incident::Attempt && told(at.on))
            || ctx
                .all::<ConcernRaised>()
                .any(|(at, it)| told(at.on) && it.kind.alike().contains(ConcernKind::Attempt))
            || ctx
                .all::<HistoryTaken>()
                .any(|(at, it)| at.on < row.on && it.last_attempt == Some(attempt));
        let is_within = opened.is_some_and(|opened| attempt.earliest() > opened);
        (is_within && !is_told)
            .then(|| one(row.on, row.seq, How::Heard, Some(ConcernKind::Attempt)))
    });
    let screened = ctx.all::<ScreeningDone>().filter_map(move |(row, screen)| {
        let is_found = screen.present.contains(ScreenItem::OngoingViolence);
        let kind = ConcernKind::Victimisation;
        let told = raised_on(row.on).any(|(_, concern)| concern.kind == kind);
        (is_found && !told).then(|| one(row.on, row.seq, How::Violence, Some(kind)))
    });
    raised
        .chain(found)
        .chain(incidents)
        .chain(screened)
        .chain(heard)
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
