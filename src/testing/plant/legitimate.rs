//! What is legitimate, however unusual it looks.

use chrono::Days;

use super::{Legitimate, bed::Bed};
use crate::{
    base::text::FreeText,
    measure::{Informant, InstrumentId, ItemAnswer, Score},
    record::{
        contact::{
            Admission, AdmissionEvent, BreakAnnounced, Channel, Contact, ContactPurpose,
            ContactWith,
        },
        patient::{AgeRecorded, DiagnosisMade, DiagnosisRole},
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryResult, SafetyAction, SafetyActions,
            SafetyResponse,
        },
        session::{AbsenceReason, Attendance, Modality, Session, SessionKind},
        setting::SupervisionHeld,
    },
    vocabulary::{ActorRef, DiagnosisCode, Label, Stated},
};

/// Legitimate things: `"name" => how it is planted`.
macro_rules! legitimate {
    ($($name:literal => $plant:expr,)+) => {
        &[$(Legitimate { name: $name, plant: $plant }),+]
    };
}

/// A colleague of the therapist.
const COLLEAGUE: ActorRef = ActorRef::from_static("therapist-2");

/// Who was asked in the next session too, of the same track.
fn asked_next(bed: &Bed<'_>) -> Option<()> {
    bed.goes_on()?;
    let next = bed.session(1)?.enquiry.as_ref()?;
    next.was_direct().then_some(())
}

pub(super) const ALL: &[Legitimate] = legitimate! {
    "interpreter" => |bed| bed.edit(0, |session| {
        session.interpreter = Stated::Done;
        session.language = Some(Label::from_static("fa"));
    }),
    "co_therapist" => |bed| bed.edit(0, |session| session.co_therapists.push(COLLEAGUE)),
    "several_observers" => |bed| bed.edit(0, |session| {
        let names = ["trainee-1", "trainee-2"].map(ActorRef::from_static);
        session.co_therapists.extend(names);
    }),
    // The first session makes acquaintance, and the last ones of a course are nobody's stand-in's.
    "stand_in" => |bed| {
        (bed.index() > 0).then_some(())?;
        bed.goes_on()?;
        bed.edit(0, |session| {
            session.therapist = Some(COLLEAGUE);
            session.stand_in = true;
        })
    },
    "two_ways_of_meeting" => |bed| {
        let ways = bed.protocol.spec().channels.value;
        let both = [Modality::InPerson, Modality::Video];
        both.iter().all(|&way| ways.contains(way)).then_some(())?;
        bed.edit(0, |session| session.modality = both.into())
    },
    "moved_from_an_earlier_day" => |bed| {
        let from = bed.day().checked_sub_days(Days::new(2))?;
        (bed.day_of(-1)? < from).then_some(())?;
        let moved = Session::rescheduled(bed.day()).with_track(bed.session(0)?.track);
        bed.add(from, moved.with_notice_hours(48_u16));
        Some(())
    },
    "cancelled_by_the_service" => |bed| {
        let on = bed.between(2)?;
        let cancelled = Session::new(Attendance::CancelledByService)
            .with_track(bed.session(0)?.track)
            .with_absence(AbsenceReason::Illness);
        bed.add(on, cancelled);
        Some(())
    },
    "crisis_session" => |bed| {
        let on = bed.between(2)?;
        let (session, next) = (bed.session(0)?, bed.session(1)?);
        (session.phase == next.phase).then_some(())?;
        let crisis = Session::attended()
            .with_track(session.track)
            .with_kind(SessionKind::Crisis)
            .with_phase(session.phase)
            .with_modality(session.modality)
            .with_minutes(session.minutes)
            .with_enquiry(Enquiry::no_concern());
        bed.add(on, crisis);
        Some(())
    },
    "account_of_a_parent" => |bed| {
        let score = Score::without_total(InstrumentId::GAD_7).with_informant(Informant::Parent);
        bed.edit(0, |session| {
            session.scores.push(Score { total: Some(4), ..score });
        })
    },
    "form_half_answered" => |bed| {
        let is_used = |score: &Score| score.instrument == InstrumentId::PHQ_9;
        (!bed.session(0)?.scores.iter().any(is_used)).then_some(())?;
        let half = Score::without_total(InstrumentId::PHQ_9);
        bed.edit(0, |session| session.scores.push(half.with_self_harm_item(ItemAnswer::Denied)))
    },
    "announced_break" => |bed| {
        let (from, until) = (bed.between(1)?, bed.between(3)?);
        bed.add(bed.day(), BreakAnnounced::new(from, until).with_crisis_contact(Stated::Done));
        Some(())
    },
    "telephone_call" => |bed| {
        let on = bed.between(2)?;
        let call = Contact::new(ContactWith::Patient).with_channel(Channel::Telephone);
        bed.add(on, call.with_reached(Stated::Done));
        Some(())
    },
    "message" => |bed| {
        let on = bed.between(1)?;
        let message = Contact::new(ContactWith::Patient).with_channel(Channel::Message);
        bed.add(on, message.with_purpose(ContactPurpose::FollowUp));
        Some(())
    },
    "supervision" => |bed| {
        bed.add(bed.day(), SupervisionHeld::new());
        Some(())
    },
    "diagnosis_ruled_out" => |bed| {
        let made = DiagnosisMade::new(DiagnosisCode::from_static("F31.4"), Label::from_static("icd-10"));
        bed.add(bed.day(), made.with_role(DiagnosisRole::RuledOut));
        Some(())
    },
    "age_estimated_again" => |bed| {
        let age = bed.facts().find_map(|fact| match fact {
            crate::record::Fact::AgeRecorded(recorded) => Some(recorded.years),
            _ => None,
        })?;
        bed.add(bed.day(), AgeRecorded::new(age).with_about(true));
        Some(())
    },
    "short_stay_in_hospital" => |bed| {
        let (from, until) = (bed.between(1)?, bed.between(2)?);
        bed.add(from, Admission::new(AdmissionEvent::Admitted).with_psychiatric(false));
        bed.add(until, Admission::new(AdmissionEvent::Discharged).with_psychiatric(false));
        Some(())
    },
    "concern_met_with_care" => |bed| {
        asked_next(bed)?;
        let actions = [SafetyAction::SafetyPlan, SafetyAction::ExtraContact, SafetyAction::Consultation];
        let response = SafetyResponse::new(SafetyActions::of(&actions))
            .with_rationale(FreeText::from("talked over; no intent"))
            .with_patient_involved(Stated::Done)
            .with_patient_holds_plan(Stated::Done);
        bed.add(bed.day(), ConcernRaised::new(ConcernKind::SuicidalIdeation));
        bed.add(bed.day(), response);
        Some(())
    },
    "declined_and_asked_again" => |bed| {
        (bed.index() > 0).then_some(())?;
        asked_next(bed)?;
        bed.edit(0, |session| session.enquiry = Some(Enquiry::new(EnquiryResult::Declined)))
    },
    "follow_up_after_the_end" => |bed| {
        let end = bed.entries.last()?.day()?.checked_add_days(Days::new(30))?;
        bed.add(end, Contact::new(ContactWith::Patient).with_purpose(ContactPurpose::FollowUp));
        bed.add(end, Score::without_total(InstrumentId::PHQ_9).with_self_harm_item(ItemAnswer::Denied));
        Some(())
    },
};
