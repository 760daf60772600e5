//! IPT-015 to IPT-023.

use interpersonal::{
    Entry, Fact, FactKind, InitialTask, Phase, ProblemArea, Protocol, Severity, Stated, TaskNote, Topic,
    protocol::{
        Cited,
        preset::{ACUTE_16, B_8, FB_14},
    },
    record::{
        patient::AgeRecorded,
        session::{Session, Track},
        setting::{ConsentRecorded, ConsentState, ScreenItem, ScreenSet, Suitability, TherapistKind},
    },
    rule::{Evidence, Outcome, RuleCode, Status, explain},
};

use crate::{
    at, codes, day, edit_facts, edit_session, finds, flawless, insert, of, outcome, report, session_day, unreported,
    without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

#[test]
fn treatment_that_began_without_a_decision_on_suitability_is_found() {
    let mut entries = treated();
    without(&mut entries, FactKind::SuitabilityDecided);
    finds(&ACUTE_16, entries.clone(), &["IPT-015"]);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-015"), Outcome::CannotTell);
}

#[test]
fn treatment_that_began_against_the_decision_is_found_whatever_is_reported() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::SuitabilityDecided(decided) = fact {
            decided.decision = Suitability::Unsuitable;
        }
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-015"]);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(codes(&report(&ACUTE_16, entries)), ["IPT-015"]);
}

#[test]
fn an_open_question_of_the_screen_is_found_at_the_middle_phase() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.absent = screen.absent.without(ScreenItem::Psychosis);
        }
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-016"]);
    assert_eq!(of(&found, "IPT-016")[0].on, Some(session_day(&entries, 4)));
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-016"), Outcome::CannotTell);
}

#[test]
fn what_the_screen_found_needs_a_specialist_plan() {
    let mut entries = treated();
    let mut plan = Stated::NotReported;
    let screen = |entries: &mut Vec<Entry>, plan: Stated| {
        edit_facts(entries, |_, fact| {
            if let Fact::ScreeningDone(screen) = fact {
                screen.present = ScreenSet::of(&[ScreenItem::Bipolar]);
                screen.absent = ScreenSet::ALL.without(ScreenItem::Bipolar);
                screen.specialist_plan = plan;
            }
        });
    };
    screen(&mut entries, plan);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-017"]);
    assert_eq!(of(&found, "IPT-017")[0].severity, Severity::Error);
    plan = Stated::Done;
    screen(&mut entries, plan);
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn chronic_depression_asks_for_a_reason() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::ScreeningDone(screen) => {
            screen.present = ScreenSet::of(&[ScreenItem::ChronicDepression]);
            screen.absent = ScreenSet::ALL.without(ScreenItem::ChronicDepression);
        }
        Fact::SuitabilityDecided(decided) => decided.reason = None,
        _ => {}
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-018"]);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-018"), Outcome::CannotTell);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.reason = Some("nothing else was ever tried".into());
        }
    });
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-018"), Outcome::Holds);
}

#[test]
fn consent_after_the_first_session_is_late_and_never_is_an_error() {
    let mut entries = treated();
    without(&mut entries, FactKind::ConsentRecorded);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-019"]);
    assert_eq!(of(&found, "IPT-019")[0].severity, Severity::Error);

    // While the initial phase lasts it can still be made good.
    let early: Vec<Entry> = entries.iter().take_while(|entry| entry.day() < Some(day(14))).cloned().collect();
    let found = report(&ACUTE_16, early);
    assert_eq!(of(&found, "IPT-019")[0].severity, Severity::Warning);

    let consent = ConsentRecorded::new(ConsentState::Given).with_limits_explained(Stated::Done);
    insert(&mut entries, at(day(7), consent));
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    let late = of(&found, "IPT-019")[0];
    assert_eq!(late.severity, Severity::Warning);
    assert!(matches!(late.status, Status::Remedied { .. }));
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-019"), Outcome::CannotTell);
}

#[test]
fn consent_stated_as_not_given_counts_in_an_excerpt_too() {
    let mut entries = treated();
    without(&mut entries, FactKind::ConsentRecorded);
    unreported(&mut entries, Topic::Agreements);
    edit_session(&mut entries, 1, |note| note.tasks.push(TaskNote::not_done(InitialTask::ConsentAndLimits)));
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-019"), Outcome::Found);
}

#[test]
fn a_therapist_without_training_or_supervision_on_record_is_found() {
    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::TherapistAssigned(therapist) = fact {
            therapist.training = None;
        }
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-020"]);
    unreported(&mut entries, Topic::Supervision);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-020"), Outcome::CannotTell);

    let mut entries = treated();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::TherapistAssigned(therapist) = fact {
            therapist.kind = Some(TherapistKind::Software);
            therapist.training = None;
            therapist.supervision = Stated::NotReported;
        }
    });
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-020"), Outcome::Holds);
}

#[test]
fn an_age_outside_the_range_is_an_error_only_where_the_range_is_published() {
    let aged = |protocol, years| {
        let mut entries = flawless(protocol, ProblemArea::RoleTransition);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::AgeRecorded(age) = fact {
                *age = AgeRecorded::new(years);
            }
        });
        entries
    };
    let mut spec = ACUTE_16.spec().clone();
    spec.population.age_min = Some(Cited::design(18));
    let of_our_own: &'static Protocol = Box::leak(Box::new(Protocol::new(spec).unwrap()));
    let found = finds(of_our_own, aged(of_our_own, 17), &["IPT-021"]);
    assert_eq!(of(&found, "IPT-021")[0].severity, Severity::Warning);
    let found = finds(&ACUTE_16, aged(&ACUTE_16, 17), &["IPT-021"]);
    assert_eq!(of(&found, "IPT-021")[0].severity, Severity::Error);
    let found = finds(&FB_14, aged(&FB_14, 15), &["IPT-021"]);
    let finding = of(&found, "IPT-021")[0];
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.evidence, Evidence::Outside { found: 15, least: 7, most: 12 });
    finds(&ACUTE_16, aged(&ACUTE_16, 88), &[]);

    let mut entries = treated();
    without(&mut entries, FactKind::AgeRecorded);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-021"), Outcome::CannotTell);
}

#[test]
fn an_engagement_session_takes_none_of_the_acute_ones() {
    assert!(explain(RuleCode::from_static("IPT-023")).unwrap().guaranteed_by.is_some());
    let mut entries = flawless(&B_8, ProblemArea::RoleTransition);
    let before = crate::course(&B_8, entries.clone()).state().held();
    let engagement = Session::attended().with_track(Track::PreTreatment).with_phase(Phase::Assessment);
    let place =
        entries.iter().position(|entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == FactKind::Session));
    let on = entries[place.unwrap()].day().unwrap();
    entries.insert(place.unwrap(), at(on, engagement));
    assert_eq!(crate::course(&B_8, entries).state().held(), before);
}
