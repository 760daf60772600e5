//! What there is to do between sessions, what is due and what is not, and the number of a session.

use interpersonal::{
    ActorRef, At, Course, Phase, ProblemArea, Reporting, RuleCode, Topic,
    chrono::{Days, NaiveDate},
    machine::{Guard, WhyNot},
    plan::{AgendaItem, Availability, CoursePlan, Terms, ToDo, What},
    protocol::preset::ACUTE_16,
    record::{
        contact::{Admission, AdmissionEvent, OutreachMade, Paused},
        contract::{ContractAgreed, MissedSessionPolicy, TimeFrame},
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryResult, Incident, IncidentRecorded,
            Receiver, SafetyAction, SafetyHandedOver, SafetyReassessed, SafetyResponse,
        },
        session::{Attendance, Session},
        setting::Opened,
    },
    rule::{Place, Validator},
    testing::exemplar::Exemplar,
    text::Language,
    vocabulary::{InitialTask, TaskNote},
};

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn day(n: u64) -> NaiveDate {
    monday() + Days::new(n)
}

fn at(n: u64) -> At {
    let moment = day(n).and_hms_opt(18, 0, 0).unwrap().and_utc();
    At::new(moment, ActorRef::from_static("therapist-1"), day(n))
}

fn opened(topics: Reporting) -> Course {
    Course::open(&ACUTE_16, at(0), Opened::new(Phase::Initial, topics)).unwrap()
}

/// A concern of the first session that was answered, and the patient who stays away a week later.
fn stays_away() -> Course {
    let mut course = opened(Reporting::COMPLETE);
    let note = Session::attended().with_enquiry(Enquiry::new(EnquiryResult::Concern));
    let response = SafetyResponse::new(SafetyAction::SafetyPlan);
    course
        .record_all(at(0).with_response(note, response))
        .unwrap();
    let missed = course
        .record(at(7), Session::new(Attendance::DidNotAttend))
        .unwrap();
    assert!(!missed.is_by_the_book());
    let Some(WhyNot::Conditions { unknown, .. }) = missed.why_not(&course) else {
        panic!("the answer to the absence says nothing");
    };
    assert_eq!(unknown[0].guard, Guard::PatientSought);
    course
}

fn codes(course: &Course, on: NaiveDate) -> Vec<RuleCode> {
    course
        .next_due(on)
        .map_or_else(Vec::new, |due| due.codes().collect())
}

#[test]
fn who_stays_away_while_a_concern_is_active_is_sought_today() {
    let mut course = stays_away();
    let sought = RuleCode::from_static("IPT-194");
    let due = course.next_due(day(7)).unwrap();
    assert_eq!(due.in_time_until(), day(7));
    assert!(due.codes().any(|code| code == sought));

    let today = course.today(day(7));
    let item = &today.items[0];
    assert_eq!((item.what, item.until), (ToDo::SeekPatient, Some(day(7))));
    for (language, word) in [
        (&Language::ENGLISH, "reach"),
        (&Language::GERMAN, "Kontakt"),
    ] {
        assert!(today.in_language(language).to_string().contains(word));
    }
    // On the next day it is late, and still to be done.
    assert_eq!(course.today(day(8)).items[0].until, None);

    course.record(at(7), OutreachMade::new()).unwrap();
    assert!(!codes(&course, day(7)).contains(&sought));
    let sought_since = course.today(day(7));
    assert!(
        sought_since
            .items
            .iter()
            .all(|item| item.what != ToDo::SeekPatient),
        "{sought_since}"
    );
}

#[test]
fn who_cancels_twice_after_the_hospital_discharged_them_is_reached_today() {
    let mut course = opened(Reporting::COMPLETE);
    course.record(at(0), Session::attended()).unwrap();
    let concern = ConcernRaised::new(ConcernKind::SuicidalIdeation);
    course.record(at(0), concern).unwrap();
    let response = SafetyResponse::new(SafetyAction::Hospital);
    course.record(at(0), response).unwrap();
    let hospital = SafetyHandedOver::new(Receiver::Hospital);
    course.record(at(0), hospital).unwrap();
    for (on, event) in [
        (0, AdmissionEvent::Admitted),
        (3, AdmissionEvent::Discharged),
    ] {
        let stay = Admission::new(event).with_psychiatric(true);
        course.record(at(on), stay).unwrap();
    }
    let cancelled = || Session::new(Attendance::CancelledByPatient);
    course.record(at(7), cancelled()).unwrap();
    assert_eq!(course.today(day(7)).items, []);
    course.record(at(14), cancelled()).unwrap();

    let today = course.today(day(14));
    assert_eq!(today.items[0].what, ToDo::SeekPatient);
    assert!(
        today
            .to_string()
            .contains("discharge from hospital of 8 January"),
        "{today}"
    );
    // That the care was handed over stays on the agenda until somebody has looked.
    let session = course.next_session(day(14));
    assert!(
        session
            .agenda
            .iter()
            .any(|item| item.what == What::HandOverFollowUp)
    );

    course.record(at(14), OutreachMade::new()).unwrap();
    assert_eq!(course.today(day(14)).items, []);
}

#[test]
fn today_has_what_cannot_wait_for_the_next_session_and_no_more() {
    let mut course = opened(Reporting::COMPLETE);
    course.record(at(0), Session::attended()).unwrap();
    assert!(course.today(day(0)).items.is_empty());
    assert!(
        course
            .today(day(0))
            .to_string()
            .contains("nothing is to be done")
    );

    // A concern, and an incident that is one.
    course
        .record(at(1), ConcernRaised::new(ConcernKind::Safeguarding))
        .unwrap();
    assert_eq!(course.today(day(1)).items[0].what, ToDo::AnswerConcern);
    let response = SafetyResponse::new(SafetyAction::LegalDuty).with_review_on(day(4));
    course.record(at(1), response).unwrap();
    let what = |course: &Course, n| -> Vec<ToDo> {
        course
            .today(day(n))
            .items
            .iter()
            .map(|item| item.what)
            .collect()
    };
    assert_eq!(what(&course, 1), []);
    assert_eq!(what(&course, 3), []);
    assert_eq!(what(&course, 4), [ToDo::LookAgain]);
    course.record(at(4), SafetyReassessed::new(true)).unwrap();
    assert_eq!(what(&course, 4), []);

    // A pause that begins while the concern stands.
    course
        .record(at(5), Paused::new().with_review_on(day(30)))
        .unwrap();
    assert_eq!(what(&course, 5), [ToDo::HandOn]);
    course
        .record(at(6), IncidentRecorded::new(Incident::Attempt))
        .unwrap();
    assert_eq!(what(&course, 6)[0], ToDo::AnswerConcern);
}

/// Four sessions of a record that reports some topics alone.
fn excerpt(topics: impl Into<Reporting>) -> Course {
    let mut course = opened(topics.into());
    for week in 0..4 {
        course.record(at(week * 7), Session::attended()).unwrap();
    }
    course
}

#[test]
fn an_item_whose_rule_merely_cannot_tell_is_not_due() {
    let course = excerpt([Topic::Sessions, Topic::Measures]);
    let plan = course.next_session(day(28));
    let initial = |item: &&AgendaItem| matches!(item.what, What::Initial(_));
    let due: Vec<_> = plan.due().filter(initial).map(|item| item.what).collect();
    assert!(due.is_empty(), "{due:?}");

    // One topic that is not reported makes nothing due either.
    let medication = What::Initial(InitialTask::MedicationEvaluation);
    let course = opened(Reporting::COMPLETE.without(Topic::Medication));
    let plan = course.next_session(day(0));
    assert!(plan.due().all(|item| item.what != medication));
}

#[test]
fn the_agenda_of_an_excerpt_follows_the_order_in_which_tasks_build_on_each_other() {
    for topics in [
        Reporting::EXCERPT,
        [Topic::Sessions, Topic::Measures].into(),
        Topic::Agreements.into(),
        Topic::InitialTasks.into(),
        Reporting::COMPLETE,
    ] {
        let plan = excerpt(topics).next_session(day(28));
        let place = |task| {
            plan.agenda
                .iter()
                .position(|item| item.what == What::Initial(task))
        };
        let in_order = [
            InitialTask::Diagnosis,
            InitialTask::Inventory,
            InitialTask::OnsetTimeline,
            InitialTask::ProblemAreaSelection,
            InitialTask::Formulation,
            InitialTask::TreatmentContract,
        ]
        .map(|task| place(task).expect("an open task is on the agenda"));
        assert!(in_order.is_sorted(), "{in_order:?}");
        // What is due has nothing before it, of those it builds on, that may wait.
        let first_due = plan.agenda.iter().position(AgendaItem::is_due);
        assert!(first_due.is_none_or(|first| first <= in_order[5]));
    }
}

#[test]
fn a_session_has_one_number_for_people_in_report_agenda_and_plan() {
    let plan = CoursePlan::new(
        &ACUTE_16,
        Terms::typical(&ACUTE_16),
        monday(),
        Availability::every_day(),
    )
    .unwrap();
    let mut course = opened(Reporting::COMPLETE);
    let contract =
        ContractAgreed::new(TimeFrame::Sessions(16)).with_missed_sessions(MissedSessionPolicy::All);
    course.record(at(0), contract).unwrap();
    course.record(at(0), Session::attended()).unwrap();
    course
        .record(at(7), Session::new(Attendance::DidNotAttend))
        .unwrap();

    // The missed one used up a slot, and is no session that anybody came to.
    let next = course.next_session(day(14));
    assert_eq!((next.number, next.ordinal), (2, 3));
    assert!(
        next.in_language(&Language::ENGLISH)
            .to_string()
            .contains("Session 2 on")
    );
    let revised = plan.revise(&course, day(14)).unwrap();
    let planned = revised.next().unwrap();
    assert_eq!((planned.number, planned.ordinal), (Some(2), 3));
    assert_eq!(course.next_session_in(&revised, day(14)).number, 2);

    let held = course.record(at(14), Session::attended()).unwrap();
    let report = Validator::new().validate(&course, day(14));
    let place = report
        .findings
        .iter()
        .map(|finding| finding.place)
        .find(|place| place.entry() == Some(held.entry()))
        .expect("a session without anything has findings");
    assert!(
        matches!(
            place,
            Place::Session {
                number: Some(2),
                ..
            }
        ),
        "{place}"
    );

    // The number that the application gave counts in each of them.
    course
        .record(at(21), Session::attended().with_number(40))
        .unwrap();
    assert_eq!(course.next_session(day(28)).number, 41);
    let revised = revised.revise(&course, day(28)).unwrap();
    assert_eq!(revised.next().unwrap().number, Some(41));
}

#[test]
fn every_attended_session_of_every_track_is_called_attended() {
    let course = Exemplar::new(
        &interpersonal::protocol::preset::LATE_LIFE,
        ProblemArea::Grief,
        monday(),
    )
    .entries();
    let course = Course::replay(&interpersonal::protocol::preset::LATE_LIFE, course).unwrap();
    let last = course.state().last_day();
    let bare = |entry: &interpersonal::Entry| matches!(entry.stated(), Some((_, interpersonal::Fact::Session(note))) if note.attendance.is_held());
    let held: Vec<_> = course
        .numbered()
        .filter(|(_, entry)| bare(entry))
        .map(|(seq, _)| seq)
        .collect();
    let report = Validator::new().validate(&course, last);
    for finding in &report.findings {
        if finding
            .place
            .entry()
            .is_some_and(|entry| held.contains(&entry))
        {
            assert!(
                !finding.place.to_string().contains("not held"),
                "{finding:?}"
            );
        }
    }
}

#[test]
fn a_session_that_was_not_held_has_no_content() {
    for &attendance in Attendance::ALL {
        if attendance.is_held() {
            continue;
        }
        let mut course = opened(Reporting::COMPLETE);
        let filled = Session::new(attendance)
            .with_minutes(50)
            .with_phase(Phase::Middle)
            .with_enquiry(Enquiry::new(EnquiryResult::Concern))
            .with_tasks(vec![
                TaskNote::done(InitialTask::Inventory),
                TaskNote::done(InitialTask::SuicideEnquiry),
            ]);
        let mut bare = course.clone();
        course.record(at(0), filled).unwrap();
        bare.record(at(0), Session::new(attendance)).unwrap();
        assert_eq!(course.state(), bare.state(), "{attendance}");
        assert_eq!(course.state().phase(), Phase::Initial);
        assert!(course.state().tasks_done().is_empty());
        assert_eq!(course.next_session(day(7)), bare.next_session(day(7)));
    }
}
