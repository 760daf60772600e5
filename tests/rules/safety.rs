//! IPT-185 to IPT-199.

use interpersonal::{
    Entry, Fact, FactKind, InstrumentId, ItemAnswer, ProblemArea, Score, Stated, Topic,
    chrono::NaiveDate,
    protocol::preset::ACUTE_16,
    record::{
        contact::OutreachMade,
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryBasis, EnquiryResult, EnquirySubject, EnquirySubjects,
            Receiver, SafetyAction, SafetyActions, SafetyHandedOver, SafetyReassessed, SafetyResponse,
        },
        session::{Attendance, Session, SessionKind},
    },
    rule::{Outcome, RuleCode, Status},
    shape::Documented,
};

use crate::{at, day, edit_session, finds, flawless, insert, of, outcome, report, unreported, without};

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The course as it stood at the end of a day.
pub(crate) fn until(mut entries: Vec<Entry>, last: NaiveDate) -> Vec<Entry> {
    entries.retain(|entry| entry.day().is_none_or(|on| on <= last));
    entries
}

fn response(actions: &[SafetyAction]) -> SafetyResponse {
    SafetyResponse::new(SafetyActions::of(actions))
}

fn endorsed() -> Score {
    Score::new(InstrumentId::PHQ_9, 4).with_self_harm_item(ItemAnswer::Endorsed)
}

/// A concern on the day of session 15, answered by `actions`, reassessed in session 16.
fn answered(concern: ConcernRaised, actions: &[SafetyAction]) -> Vec<Entry> {
    let mut entries = base();
    insert(&mut entries, at(day(98), concern));
    insert(&mut entries, at(day(98), response(actions)));
    insert(&mut entries, at(day(105), SafetyReassessed::new(false)));
    entries
}

#[track_caller]
fn cannot_tell(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, code), Outcome::CannotTell);
    assert!(of(&report, code).is_empty());
}

#[test]
fn a_safety_plan_without_a_copy_for_the_patient_is_found_at_closing() {
    let entries = answered(ConcernRaised::new(ConcernKind::SuicidalIdeation), &[SafetyAction::SafetyPlan]);
    finds(&ACUTE_16, entries.clone(), &["IPT-185"]);
    cannot_tell(entries, Topic::Safety, "IPT-185");

    let mut entries = base();
    insert(&mut entries, at(day(98), ConcernRaised::new(ConcernKind::SuicidalIdeation)));
    let plan = response(&[SafetyAction::SafetyPlan]).with_patient_holds_plan(Stated::Done);
    insert(&mut entries, at(day(98), plan));
    insert(&mut entries, at(day(105), SafetyReassessed::new(false)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_session_without_an_enquiry_is_found_and_remedied_by_the_next_one() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| note.enquiry = None);
    finds(&ACUTE_16, entries.clone(), &["IPT-186"]);
    cannot_tell(entries, Topic::Safety, "IPT-186");

    let mut entries = base();
    edit_session(&mut entries, 1, |note| note.enquiry = None);
    let report = finds(&ACUTE_16, entries, &[]);
    let findings = of(&report, "IPT-186");
    assert!(matches!(findings[..], [f] if matches!(f.status, Status::Remedied { .. })));
}

#[test]
fn each_session_without_an_enquiry_is_a_finding_of_its_own() {
    let mut entries = base();
    for n in [2, 6, 7] {
        edit_session(&mut entries, n, |note| note.enquiry = None);
    }
    let report = report(&ACUTE_16, entries);
    assert_eq!(of(&report, "IPT-186").len(), 3);
}

#[test]
fn that_nobody_asked_is_found_even_where_safety_is_not_reported() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked)));
    unreported(&mut entries, Topic::Safety);
    finds(&ACUTE_16, entries, &["IPT-186"]);
}

#[test]
fn an_enquiry_recorded_beside_the_note_or_declined_by_the_patient_counts() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| note.enquiry = None);
    insert(&mut entries, at(day(105), Enquiry::no_concern()));
    edit_session(&mut entries, 9, |note| note.enquiry = Some(Enquiry::new(EnquiryResult::Declined)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn an_endorsed_item_without_a_question_is_a_concern_that_nobody_answered() {
    let mut entries = base();
    insert(&mut entries, at(day(103), endorsed()));
    // Session 16, two days later, asks and finds nothing.
    let report = finds(&ACUTE_16, entries.clone(), &[]);
    for code in ["IPT-187", "IPT-189"] {
        assert!(matches!(of(&report, code)[..], [f] if matches!(f.status, Status::Remedied { .. })), "{code}");
    }
    cannot_tell(entries, Topic::Safety, "IPT-187");

    let mut entries = base();
    insert(&mut entries, at(day(103), endorsed()));
    insert(&mut entries, at(day(103), Enquiry::no_concern()));
    let report = finds(&ACUTE_16, entries, &[]);
    assert!(of(&report, "IPT-187").is_empty() && of(&report, "IPT-189").is_empty());
}

#[test]
fn a_denied_item_stored_as_an_enquiry_is_found_and_is_no_question() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| {
        note.enquiry = Some(Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem));
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-186", "IPT-188"]);
    unreported(&mut entries, Topic::Safety);
    finds(&ACUTE_16, entries, &["IPT-188"]);
}

#[test]
fn a_concern_without_a_response_on_its_day_is_found_where_it_was_raised() {
    let mut entries = base();
    insert(&mut entries, at(day(103), ConcernRaised::new(ConcernKind::SelfHarm)));
    insert(&mut entries, at(day(105), response(&[SafetyAction::ExtraContact])));
    let report = finds(&ACUTE_16, entries.clone(), &[]);
    let findings = of(&report, "IPT-189");
    assert!(matches!(findings[..], [f] if matches!(f.status, Status::Remedied { .. }) && f.on == Some(day(103))));
    cannot_tell(entries, Topic::Safety, "IPT-189");
}

#[test]
fn a_response_of_the_same_day_answers_a_concern_whichever_was_written_first() {
    let mut entries = base();
    insert(&mut entries, at(day(105), response(&[SafetyAction::ExtraContact])));
    insert(&mut entries, at(day(105), ConcernRaised::new(ConcernKind::SelfHarm)));
    let report = finds(&ACUTE_16, entries, &[]);
    assert_eq!(outcome(&report, "IPT-189"), Outcome::Holds);
}

#[test]
fn ordinary_work_beside_an_open_concern_is_found() {
    let mut entries = until(base(), day(63));
    insert(&mut entries, at(day(63), ConcernRaised::new(ConcernKind::SelfHarm)));
    finds(&ACUTE_16, entries.clone(), &["IPT-189", "IPT-190"]);
    cannot_tell(entries.clone(), Topic::Safety, "IPT-190");

    edit_session(&mut entries, 10, |note| note.kind = SessionKind::Crisis);
    finds(&ACUTE_16, entries, &["IPT-189"]);
}

#[test]
fn immediate_danger_without_an_urgent_action_is_found() {
    let danger = || ConcernRaised::new(ConcernKind::SuicidalIdeation).with_immediate_danger(true);
    let entries = answered(danger(), &[SafetyAction::SupportsContacted]);
    finds(&ACUTE_16, entries.clone(), &["IPT-191"]);
    cannot_tell(entries, Topic::Safety, "IPT-191");

    finds(&ACUTE_16, answered(danger(), &[SafetyAction::CrisisTeam]), &[]);

    let mut entries = base();
    insert(&mut entries, at(day(98), danger()));
    insert(&mut entries, at(day(98), SafetyHandedOver::new(Receiver::EmergencyServices)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_response_to_a_plan_without_a_written_safety_plan_is_found() {
    let plan = || ConcernRaised::new(ConcernKind::SuicidalPlan);
    let entries = answered(plan(), &[SafetyAction::MeansSafety]);
    finds(&ACUTE_16, entries.clone(), &["IPT-192"]);
    cannot_tell(entries, Topic::Safety, "IPT-192");

    let mut entries = base();
    insert(&mut entries, at(day(98), plan()));
    let reason = response(&[SafetyAction::Hospital]).with_rationale(Some("the ward writes it".into()));
    insert(&mut entries, at(day(98), reason));
    insert(&mut entries, at(day(105), SafetyReassessed::new(false)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_concern_that_is_not_reassessed_in_the_next_session_is_found() {
    let mut entries = base();
    insert(&mut entries, at(day(98), ConcernRaised::new(ConcernKind::SelfHarm)));
    insert(&mut entries, at(day(98), response(&[SafetyAction::ExtraContact])));
    finds(&ACUTE_16, entries.clone(), &["IPT-193"]);
    cannot_tell(entries, Topic::Safety, "IPT-193");

    let entries = answered(ConcernRaised::new(ConcernKind::SelfHarm), &[SafetyAction::ExtraContact]);
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_patient_who_stays_away_with_an_active_concern_is_sought_the_same_day() {
    let mut entries = until(base(), day(70));
    insert(&mut entries, at(day(63), ConcernRaised::new(ConcernKind::SelfHarm)));
    insert(&mut entries, at(day(63), response(&[SafetyAction::ExtraContact])));
    edit_session(&mut entries, 11, |note| *note = Session::new(Attendance::DidNotAttend));
    finds(&ACUTE_16, entries.clone(), &["IPT-194"]);
    cannot_tell(entries.clone(), Topic::Contacts, "IPT-194");

    insert(&mut entries, at(day(70), OutreachMade::new()));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn three_early_sessions_without_a_question_about_thoughts_are_found() {
    let mut entries = base();
    for n in 2..=4 {
        edit_session(&mut entries, n, |note| {
            note.enquiry = Some(Enquiry::no_concern().with_subjects(EnquirySubjects::from([EnquirySubject::Means])));
        });
    }
    finds(&ACUTE_16, entries.clone(), &["IPT-195"]);
    cannot_tell(entries, Topic::Safety, "IPT-195");
}

#[test]
fn a_serious_concern_that_is_talked_over_with_nobody_is_found() {
    let mut entries = answered(ConcernRaised::new(ConcernKind::Attempt), &[SafetyAction::MeansSafety]);
    let plan = response(&[SafetyAction::SafetyPlan]).with_patient_holds_plan(Stated::Done);
    insert(&mut entries, at(day(98), plan));
    without(&mut entries, FactKind::SupervisionHeld);
    finds(&ACUTE_16, entries.clone(), &["IPT-197"]);
    cannot_tell(entries.clone(), Topic::Safety, "IPT-197");

    insert(&mut entries, at(day(98), response(&[SafetyAction::Consultation])));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_concern_for_others_needs_a_response() {
    for (kind, code) in [(ConcernKind::Safeguarding, "IPT-198"), (ConcernKind::HarmToOthers, "IPT-199")] {
        let mut entries = base();
        insert(&mut entries, at(day(105), ConcernRaised::new(kind)));
        finds(&ACUTE_16, entries.clone(), &["IPT-189", code, "IPT-215"]);
        cannot_tell(entries.clone(), Topic::Safety, code);

        insert(&mut entries, at(day(105), response(&[SafetyAction::LegalDuty])));
        finds(&ACUTE_16, entries, &[]);
    }
}

#[test]
fn no_fact_of_the_record_has_a_level_of_risk() {
    let meta = interpersonal::rule::explain(RuleCode::from_static("IPT-196")).unwrap();
    assert!(meta.guaranteed_by.is_some());
    let shapes = format!("{:?}", <Fact as Documented>::SHAPE);
    for level in ["low_risk", "medium_risk", "high_risk", "risk_level", "level_of_risk"] {
        assert!(!shapes.contains(level), "{level}");
    }
}
