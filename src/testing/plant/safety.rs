//! Safety that was passed over.

use super::{Fault, bed::Bed, faults};
use crate::{
    base::text::FreeText,
    measure::{InstrumentId, ItemAnswer, Score},
    record::{
        Fact,
        contact::{EngagementDecided, EngagementDecision, Paused, Transferred},
        safety::{
            ConcernKind, ConcernKinds, ConcernRaised, Enquiry, EnquiryResult, Incident,
            IncidentRecorded, SafetyAction, SafetyActions, SafetyResponse,
        },
        session::{Attendance, Session},
        setting::{ConsentRecorded, ConsentState, ScreenItem, ScreenSet, ScreeningDone},
    },
    vocabulary::{ActorRef, Stated},
};

/// An item about self-harm that was endorsed, without the total.
fn item() -> Score {
    Score::without_total(InstrumentId::PHQ_9).with_self_harm_item(ItemAnswer::Endorsed)
}

/// A concern that came up in the session and was answered there as the protocol asks.
fn answered(bed: &mut Bed<'_>) -> SafetyResponse {
    bed.add(bed.day(), ConcernRaised::new(ConcernKind::SuicidalIdeation));
    let actions = [
        SafetyAction::SafetyPlan,
        SafetyAction::ExtraContact,
        SafetyAction::Consultation,
    ];
    SafetyResponse::new(SafetyActions::of(&actions))
        .with_rationale(FreeText::from("talked over; no intent"))
        .with_patient_involved(Stated::Done)
        .with_patient_holds_plan(Stated::Done)
}

pub(super) const SAFETY: &[Fault] = faults!(Safety {
    "attempt_without_answer": "189" "219"; beside "190" "192" "197" "215" => |bed| {
        bed.add(bed.day(), IncidentRecorded::new(Incident::Attempt));
        Some(())
    },
    "attempt_between_sessions_without_answer": "189" "219"; beside "190" "192" "197" "215" => |bed| {
        let on = bed.between(2)?;
        bed.add(on, IncidentRecorded::new(Incident::Attempt));
        Some(())
    },
    "serious_incident_without_answer": "189" "219"; beside "190" "215" => |bed| {
        bed.day_of(1)?;
        bed.add(bed.day(), IncidentRecorded::new(Incident::Serious));
        Some(())
    },
    "concern_without_response": "189" "215"; beside "190" => |bed| {
        bed.add(bed.day(), ConcernRaised::new(ConcernKind::SuicidalIdeation));
        Some(())
    },
    "concern_about_others_without_response": "189" "215"; beside "190" "197" => |bed| {
        bed.add(bed.day(), ConcernRaised::new(ConcernKind::HarmToOthers));
        Some(())
    },
    "declined_and_not_asked_again": "026"; beside "032" "186" => |bed| {
        bed.goes_on()?;
        bed.edit(0, |session| session.enquiry = Some(Enquiry::new(EnquiryResult::Declined)))?;
        bed.edit(1, |session| session.enquiry = None)
    },
    "not_asked": "186" "032" => |bed| {
        bed.asks_alone()?;
        bed.edit(0, |session| session.enquiry = None)
    },
    "said_not_to_have_asked": "186" "032" => |bed| {
        bed.asks_alone()?;
        bed.edit(0, |session| session.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked)))
    },
    "item_endorsed_and_not_asked": "187"; beside "186" "032" => |bed| {
        bed.asks_alone()?;
        bed.edit(0, |session| {
            session.enquiry = None;
            session.scores.push(item());
        })
    },
    "item_endorsed_at_home": "187" => |bed| {
        let on = bed.between(2)?;
        bed.add(on, item());
        Some(())
    },
    "review_day_passed": "027" => |bed| {
        let day = bed.between(2)?;
        let response = answered(bed).with_review_on(day);
        bed.add(bed.day(), response);
        Some(())
    },
    "contact_lost_while_a_concern_stands": "028"; beside "193" "212" "165" => |bed| {
        let on = bed.between(1)?;
        let response = answered(bed);
        bed.add(bed.day(), response);
        let lost = EngagementDecided::new(EngagementDecision::ContactLost);
        bed.add(on, lost.with_reason(FreeText::from("no answer")));
        Some(())
    },
    "pause_while_a_concern_stands": "028" => |bed| {
        let on = bed.between(1)?;
        let review = bed.day_of(1)?;
        let response = answered(bed);
        bed.add(bed.day(), response);
        bed.add(on, Paused::new().with_review_on(review));
        Some(())
    },
    "therapist_changed_while_a_concern_stands": "028"; beside "020" "216" => |bed| {
        let on = bed.between(1)?;
        let response = answered(bed);
        bed.add(bed.day(), response);
        let handed = Transferred::new(ActorRef::from_static("therapist-2"))
            .with_patient_agreed(Stated::Done)
            .with_reagreed(Stated::Done);
        bed.add(on, handed);
        Some(())
    },
    "care_without_consent": "025"; beside "019" => |bed| {
        bed.day_of(1)?;
        bed.add(bed.day(), ConsentRecorded::new(ConsentState::Withdrawn));
        Some(())
    },
    "danger_in_the_screen": "024"; beside "017" "189" "190" "191" "193" "215" "271" "310" => |bed| {
        let danger = ScreeningDone::new()
            .with_present(ScreenSet::of(&[ScreenItem::ImminentDanger]))
            .with_absent(ScreenSet::ALL.without(ScreenItem::ImminentDanger));
        bed.add(bed.day(), danger);
        Some(())
    },
    "danger_met_by_less_than_urgent_help": "191"; beside "310" => |bed| {
        let response = answered(bed);
        bed.retain(|entry| !matches!(
            entry.stated(),
            Some((_, Fact::ConcernRaised(_)))
        ));
        let raised = ConcernRaised::new(ConcernKind::SuicidalIdeation);
        bed.add(bed.day(), raised.with_immediate_danger(true));
        bed.add(bed.day(), response);
        Some(())
    },
    "plan_without_safety_plan": "192"; beside "193" => |bed| {
        bed.add(bed.day(), ConcernRaised::new(ConcernKind::SuicidalPlan));
        let actions = [SafetyAction::ExtraContact, SafetyAction::Consultation];
        bed.add(bed.day(), SafetyResponse::new(SafetyActions::of(&actions)));
        Some(())
    },
    "concern_not_reassessed": "193"; beside "186" => |bed| {
        bed.goes_on()?;
        let response = answered(bed);
        bed.add(bed.day(), response);
        bed.edit(1, |session| session.enquiry = None)
    },
    "missed_while_a_concern_stands": "194"; beside "107" "164" "166" "200" => |bed| {
        let on = bed.between(2)?;
        let track = bed.session(0)?.track;
        let response = answered(bed);
        bed.add(bed.day(), response);
        bed.add(on, Session::new(Attendance::DidNotAttend).with_track(track));
        Some(())
    },
    "response_to_another_concern": "189" "190"; beside "192" "197" "215" => |bed| {
        bed.add(bed.day(), ConcernRaised::new(ConcernKind::SuicidalPlan));
        let response = answered(bed).with_answers(ConcernKinds::of(&[ConcernKind::HarmToOthers]));
        bed.retain(|entry| !matches!(
            entry.stated(),
            Some((_, Fact::ConcernRaised(raised)))
                if raised.kind == ConcernKind::SuicidalIdeation
        ));
        bed.add(bed.day(), response);
        Some(())
    },
});
