//! The record, the beginning of treatment and the choice of the focus.

use interpersonal::{
    Entry, Fact, ProblemArea as A, RecordError, Severity, Strategy,
    chrono::Months,
    course::{Correct, Origin},
    protocol::preset::{ACUTE_16, SR, UK_16},
    record::{
        FactKind,
        inventory::{LifeEvent, LifeEventRecorded, PersonInventoried},
        session::Session,
    },
    rule::{Outcome, Report},
    vocabulary::{ApproxDate, InitialTask as T},
};

use crate::{
    ActorRef, add, codes, course, day, edit_facts, edit_session, evening, finds, flawless, focus,
    initial, of, outcome, record, report, start, transition, without,
};

fn treated(area: A) -> Vec<Entry> {
    flawless(&ACUTE_16, area)
}

/// Asserts that each of these stands, whatever stands beside them.
#[track_caller]
fn among(report: &Report, expected: &[&str]) {
    let codes = codes(report);
    for code in expected {
        assert!(codes.contains(code), "{code} is not among {codes:?}");
    }
}

#[test]
fn an_initial_phase_of_four_sessions() {
    let mut entries = treated(A::RoleTransition);
    initial::lengthen(&mut entries, 1);
    finds(&ACUTE_16, entries, &["IPT-046"]);
    let mut entries = flawless(&UK_16, A::RoleTransition);
    edit_session(&mut entries, 4, |note| {
        assert_eq!(note.phase, Some(interpersonal::Phase::Initial));
    });
    finds(&UK_16, entries, &[]);
}

#[test]
fn grief_after_a_divorce() {
    let mut entries = treated(A::Grief);
    focus::divorced(&mut entries);
    let found = finds(&ACUTE_16, entries, &["IPT-059"]);
    assert_eq!(of(&found, "IPT-059")[0].severity, Severity::Error);
    let mut entries = flawless(&SR, A::Grief);
    focus::divorced(&mut entries);
    finds(&SR, entries, &[]);
}

#[test]
fn deficits_although_a_dispute_has_evidence() {
    let mut entries = treated(A::InterpersonalDeficits);
    focus::considered(&mut entries, A::RoleDispute, |candidate| {
        candidate.evidence = true;
    });
    // The reason is on record: a note. Without one, one rule asks why.
    let reasoned = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&reasoned, "IPT-064")[0].severity, Severity::Note);
    focus::considered(&mut entries, A::RoleDispute, |candidate| {
        candidate.exclusion_note = None;
    });
    finds(&ACUTE_16, entries, &["IPT-064"]);
}

#[test]
fn endless_assessment() {
    let mut entries = treated(A::RoleTransition);
    initial::lengthen(&mut entries, 3);
    for n in 4..=6 {
        edit_session(&mut entries, n, |note| note.tasks.clear());
    }
    finds(&ACUTE_16, entries, &["IPT-046"]);
}

#[test]
fn middle_work_without_a_focus() {
    let mut entries = treated(A::RoleTransition);
    edit_session(&mut entries, 1, |note| {
        note.strategies = Strategy::TransitionLoss.into();
    });
    among(&report(&ACUTE_16, entries), &["IPT-101"]);
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    // The contract settled the goals, so that they are not missing with the focus.
    finds(&ACUTE_16, entries, &["IPT-055"]);
}

#[test]
fn an_inventory_that_was_skipped_and_a_bare_list_of_names() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::InventoryCompleted);
    without(&mut entries, FactKind::PersonInventoried);
    let found = finds(&ACUTE_16, entries, &["IPT-040"]);
    assert_eq!(of(&found, "IPT-040")[0].severity, Severity::Error);

    let mut entries = treated(A::RoleTransition);
    initial::never(&mut entries, T::SupportMapping);
    let mut people = 0_u32;
    edit_facts(&mut entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            **person = PersonInventoried::new(person.person, person.relation);
            people += 1;
        }
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-043"]);
    let [finding] = of(&found, "IPT-042")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(finding.evidence.get("count"), Some(people.into()));
    let person = |entry: &Entry| {
        entry
            .stated()
            .is_some_and(|(_, fact)| fact.kind() == FactKind::PersonInventoried)
    };
    entries.remove(entries.iter().position(person).unwrap());
    // How many people there are, and how much is told of each, is noted.
    let found = finds(&ACUTE_16, entries, &["IPT-043"]);
    assert!(
        ["IPT-041", "IPT-042"]
            .iter()
            .all(|code| of(&found, code).len() == 1)
    );
}

#[test]
fn too_many_foci() {
    let mut entries = focus::two_items().entries;
    focus::refocus(&mut entries, |agreed| {
        agreed.items.push(focus::linked(A::RoleTransition));
    });
    finds(&ACUTE_16, entries, &["IPT-056"]);
}

#[test]
fn defaulting_to_deficits() {
    let mut entries = treated(A::InterpersonalDeficits);
    focus::considered(&mut entries, A::RoleDispute, |candidate| {
        candidate.evidence = true;
        candidate.exclusion_note = None;
    });
    let lately = ApproxDate::exactly(start().checked_sub_months(Months::new(1)).unwrap());
    add(
        &mut entries,
        day(7),
        LifeEventRecorded::new(LifeEvent::Isolation).with_when(lately),
    );
    let found = finds(&ACUTE_16, entries, &["IPT-064"]);
    assert_eq!(of(&found, "IPT-073")[0].severity, Severity::Note);
}

#[test]
fn grief_without_a_death_and_a_death_without_grief() {
    let mut entries = treated(A::Grief);
    focus::divorced(&mut entries);
    finds(&ACUTE_16, entries, &["IPT-059"]);
    // Life after a death can rightly be a transition: that grief was not considered is noted.
    let mut entries = treated(A::RoleTransition);
    focus::after_a_death(&mut entries);
    let found = finds(&ACUTE_16, entries, &[]);
    assert_eq!(of(&found, "IPT-067")[0].severity, Severity::Note);
}

#[test]
fn a_dispute_with_nobody_named_and_one_sided_expectations() {
    let mut entries = treated(A::RoleDispute);
    focus::disputed(&mut entries, |detail| {
        detail.person = None;
        detail.expectations_by_other = None;
    });
    among(&report(&ACUTE_16, entries), &["IPT-061", "IPT-062"]);
}

#[test]
fn a_transition_without_old_and_new_role() {
    let mut entries = treated(A::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::TransitionDetailed(detail) = fact {
            detail.old_role = None;
            detail.new_role = None;
        }
    });
    among(&report(&ACUTE_16, entries), &["IPT-063"]);
}

#[test]
fn dropping_the_illness_frame() {
    let mut entries = treated(A::RoleTransition);
    initial::never(&mut entries, T::NameTheIllness);
    initial::never(&mut entries, T::SickRole);
    without(&mut entries, FactKind::Scored);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.scores.clear();
        }
    });
    among(&report(&ACUTE_16, entries), &["IPT-033", "IPT-035"]);
}

#[test]
fn medication_was_never_considered_or_a_referral_was_not_followed_up() {
    let mut entries = treated(A::RoleTransition);
    initial::never(&mut entries, T::MedicationEvaluation);
    finds(&ACUTE_16, entries, &["IPT-037"]);
    let mut entries = initial::referred().entries;
    without(&mut entries, FactKind::Contact);
    finds(&ACUTE_16, entries, &["IPT-038"]);
}

#[test]
fn a_note_that_was_written_long_after_or_rewritten() {
    let mut case = transition();
    record::written(&mut case, 30, Origin::Live);
    // One note written late is a note; it weighs more where it is about safety.
    let found = finds(&ACUTE_16, case.entries, &[]);
    assert_eq!(outcome(&found, "IPT-005"), Outcome::Found);

    // What is rewritten stays in the record, and it is not asked when the correction was written.
    let mut course = course(&ACUTE_16, treated(A::RoleTransition));
    let (seq, on, note) = course
        .facts()
        .find_map(|(seq, on, fact)| match fact {
            Fact::Session(note) if note.number == Some(9) => Some((seq, on, (**note).clone())),
            _ => None,
        })
        .unwrap();
    let correct = |note: Session| Correct::new(seq, on, note.with_minutes(55));
    let by = ActorRef::from_static("therapist-1");
    course
        .record_entry(Entry::correct(evening(day(200)), by, correct(note.clone())))
        .unwrap();
    assert!(course.is_struck(seq) && course.entry(seq).unwrap().stated().is_some());
    let again = course.record_entry(Entry::correct(evening(day(201)), by, correct(note)));
    assert!(matches!(again, Err(RecordError::AlreadyStruck { .. })));
    let report = interpersonal::rule::Validator::new().validate(&course, day(105));
    assert_eq!(outcome(&report, "IPT-005"), Outcome::Holds);
}
