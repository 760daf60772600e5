//! IPT-005, IPT-008, IPT-011, and the promises of the record: IPT-001 to IPT-009.

use interpersonal::{
    ActorRef, Entry, Fact, Phase, ProblemArea, RecordError, RuleCode, Severity, Stated, TaskNote,
    Topic,
    chrono::{Days, NaiveDate},
    course::{ChangeProtocol, Content, Correct, Origin},
    measure::{InstrumentId, Score},
    protocol::{
        Protocol,
        preset::{ACUTE_16, B_8, WEB_SELF, WHO_G8},
    },
    record::{
        FactKind,
        contract::{AmendmentReason, ContractAmended, ContractScope},
        patient::{DiagnosisMade, DiagnosisRole, MedicationChange, MedicationNoted},
        review::JudgementMade,
        safety::{ConcernKind, ConcernRaised, SafetyAction},
        session::{Attendance, Session, SessionKind, Track},
        setting::PhaseBegun,
    },
    rule::{self, Finding, Outcome, Place, Status, Validator},
    vocabulary::{CodeSystem, Criterion, DiagnosisCode, MedicationClass, TaskToken},
};

use crate::{
    Case, Proof, add, assert_outcome, at, base, course, day, edit_facts, edit_session, evening,
    finds, flawless, of, outcome, phases, report, safety, transition, unreported,
};

/// The latest session, in the middle phase, was given to a crisis: nothing was done on the focus.
fn crisis_in_the_middle() -> Case {
    let mut case = until(day(63));
    edit_session(&mut case.entries, 10, |note| {
        note.kind = SessionKind::Crisis;
        note.strategies = interpersonal::vocabulary::StrategySet::EMPTY;
    });
    case
}

fn in_the_initial_phase() -> Case {
    until(day(14))
}

/// The ending begins where the middle phase would.
fn passed_over(case: &mut Case) {
    case.add(day(14), PhaseBegun::new(Phase::Termination));
}

fn until(last: NaiveDate) -> Case {
    Case::new(&ACUTE_16, safety::until(base(), last))
}

const OTHER: ActorRef = ActorRef::from_static("therapist-2");

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-005", Severity::Warning, answered, |case| {
        edit_entries(&mut case.entries, FactKind::SafetyResponse, |entry| {
            entry.recorded_at = evening(day(72));
        });
    })
    .says(&[
        ("late", |case| written(case, 8, Origin::Live)),
        ("many_late", |case| {
            edit_entries(&mut case.entries, FactKind::SupervisionHeld, |entry| {
                entry.recorded_at = evening(day(170));
            });
        }),
    ]),
    Proof::of("IPT-008", Severity::Note, transition, |case| {
        edit_session(&mut case.entries, 7, |note| note.minutes = Some(61));
    })
    .says(&[
        ("mostly_outside", |case| {
            for n in 2..=12 {
                edit_session(&mut case.entries, n, |note| note.minutes = Some(30));
            }
        }),
        ("very_short", |case| {
            edit_session(&mut case.entries, 8, |note| note.minutes = Some(24));
        }),
        ("beside", |case| *case = meeting_of(120)),
    ])
    .silent(Topic::Agreements),
    Proof::of(
        "IPT-011",
        Severity::Warning,
        in_the_initial_phase,
        passed_over,
    )
    .along(&["IPT-103", "IPT-200"])
    .says(&[
        ("foreign", |case| {
            *case = Case::new(
                &WEB_SELF,
                safety::until(flawless(&WEB_SELF, ProblemArea::RoleTransition), day(14)),
            );
            case.add(day(14), PhaseBegun::new(Phase::Continuation));
        }),
        ("back", |case| {
            *case = crisis_in_the_middle();
            case.add(day(63), PhaseBegun::new(Phase::Initial));
        }),
        ("labelled_back", |case| {
            *case = crisis_in_the_middle();
            edit_session(&mut case.entries, 10, |note| {
                note.phase = Some(Phase::Initial);
            });
        }),
        ("begun_anew", |case| {
            *case = transition();
            crate::without(&mut case.entries, FactKind::Closed);
            case.add(day(112), PhaseBegun::new(Phase::Initial));
            case.add(day(112), Session::attended());
            case.add(day(119), Session::attended());
        }),
        ("again", |case| {
            case.add(day(14), PhaseBegun::new(Phase::Initial));
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-290", Severity::Note, in_the_ending, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::Opened(opened) = fact {
                opened.sessions_before = None;
            }
        });
    })
    .along(&["IPT-019", "IPT-020", "IPT-086", "IPT-201", "IPT-211"])
    .silent(Topic::Sessions),
    Proof::of("IPT-298", Severity::Warning, transition, |case| {
        scored(case, "phq9");
    })
    .says(&[
        ("task", |case| declared(case, "Interpersonal-Inventory")),
        ("criterion", |case| judged(case, "remision")),
        ("medication", |case| took(case, "SSRI")),
        ("system", |case| diagnosed(case, "snomd-ct")),
    ]),
    Proof::of("IPT-299", Severity::Note, transition, |case| {
        scored(case, "local-scale");
    })
    .says(&[
        ("task", |case| declared(case, "genogram")),
        ("criterion", |case| judged(case, "back_at_work")),
        ("medication", |case| took(case, "herbal")),
        ("system", |case| diagnosed(case, "house-list")),
    ]),
];

fn scored(case: &mut Case, instrument: &'static str) {
    let score = Score::new(InstrumentId::from_static(instrument), 9);
    case.add(day(16), score.with_fed_back(Stated::Done));
}

fn declared(case: &mut Case, token: &'static str) {
    case.add(day(16), TaskNote::done(TaskToken::from_static(token)));
}

fn judged(case: &mut Case, criterion: &'static str) {
    case.add(
        day(16),
        JudgementMade::new(Criterion::from_static(criterion), false),
    );
}

fn took(case: &mut Case, class: &'static str) {
    let noted = MedicationNoted::new(MedicationChange::AtEntry);
    case.add(
        day(1),
        noted.with_class(MedicationClass::from_static(class)),
    );
}

fn diagnosed(case: &mut Case, system: &'static str) {
    let made = DiagnosisMade::new(
        DiagnosisCode::from_static("1"),
        CodeSystem::from_static(system),
    );
    case.add(day(1), made.with_role(DiagnosisRole::Comorbid));
}

#[test]
fn a_name_that_is_known_is_not_named_however_the_system_writes_it() {
    let mut case = transition();
    for system in [
        "icd-10",
        "ICD10",
        "icd-10-cm",
        "http://hl7.org/fhir/sid/icd-10",
        "urn:oid:2.16.840.1.113883.6.90",
        "http://snomed.info/sct",
        "dsm-5-tr",
    ] {
        diagnosed(&mut case, system);
    }
    for instrument in ["phq-9", "ham-d-17", "ces-dc"] {
        scored(&mut case, instrument);
    }
    judged(&mut case, "stabilised");
    took(&mut case, "mood_stabiliser");
    let found = report(&ACUTE_16, case.entries);
    for code in ["IPT-298", "IPT-299"] {
        assert!(of(&found, code).is_empty(), "{:#?}", found.findings);
    }
}

#[test]
fn a_name_is_named_once_where_it_first_stands() {
    let mut case = transition();
    scored(&mut case, "hrsd-17");
    scored(&mut case, "hrsd-17");
    let found = report(&ACUTE_16, case.entries);
    let [finding] = of(&found, "IPT-298")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        finding.to_string(),
        "A score of 21 January was recorded under the name “hrsd-17”, which is not known; the nearest known one is HAM-D-17."
    );
}

/// The record begins with the ending, and says how many sessions came before.
fn in_the_ending() -> Case {
    let entries = phases::midway(base(), day(91), Phase::Termination, 13);
    Case::new(&ACUTE_16, entries)
}

/// A concern on the day of session 10, answered on its day, as the course stands then.
fn answered() -> Case {
    let mut case = until(day(63));
    case.add(day(63), ConcernRaised::new(ConcernKind::SelfHarm));
    case.add(day(63), safety::response(&[SafetyAction::ExtraContact]));
    case
}

fn edit_entries(entries: &mut [Entry], kind: FactKind, edit: impl Fn(&mut Entry)) {
    let is = |entry: &Entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == kind);
    entries.iter_mut().filter(|entry| is(entry)).for_each(edit);
}

/// A course with a meeting before its group, which takes so many minutes.
fn meeting_of(minutes: u16) -> Case {
    beside(&WHO_G8, minutes)
}

/// A course with a session before its main track, which takes so many minutes.
fn beside(protocol: &'static Protocol, minutes: u16) -> Case {
    let mut entries = flawless(protocol, ProblemArea::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.track == Track::PreTreatment {
                note.minutes = Some(minutes);
            }
        }
    });
    Case::new(protocol, entries)
}

#[test]
fn where_a_protocol_gives_no_minutes_for_sessions_beside_the_main_track_none_are_asked_for() {
    for (case, expected) in [
        (beside(&B_8, 120), Outcome::Holds),
        (meeting_of(90), Outcome::Holds),
        (meeting_of(120), Outcome::Found),
    ] {
        let report = report(case.protocol, case.entries);
        assert_eq!(outcome(&report, "IPT-008"), expected);
    }
}

#[test]
fn a_course_names_its_protocol_and_so_does_a_report() {
    let mut course = course(&ACUTE_16, until(day(63)).entries);
    let change = Content::ChangeProtocol {
        on: day(64),
        change: ChangeProtocol::new(&B_8),
    };
    course
        .record_entry(Entry::new(evening(day(64)), OTHER, change))
        .unwrap();
    assert_eq!(course.protocol_on(day(63)), &ACUTE_16);
    assert_eq!(course.protocol_on(day(64)), &B_8);
    let report = |as_of| Validator::new().validate(&course, as_of);
    let against = |as_of| (report(as_of).protocol, report(as_of).protocol_version);
    assert_eq!(against(day(63)), (ACUTE_16.id(), ACUTE_16.spec().version));
    assert_eq!(against(day(64)), (B_8.id(), B_8.spec().version));
}

#[test]
fn a_number_stands_for_one_session_of_its_track() {
    refused(
        until(day(63)).entries,
        at(day(66), Session::attended().with_number(10)),
        "IPT-002",
    );
}

#[test]
fn nothing_lies_before_the_opening_or_after_its_writing() {
    refused(
        until(day(63)).entries,
        at(crate::start() - Days::new(8), Session::attended()),
        "IPT-003",
    );
    let early = Entry::fact(evening(day(64)), OTHER, day(66), Session::attended());
    refused(until(day(63)).entries, early, "IPT-003");
}

#[test]
fn no_session_is_recorded_after_the_closing() {
    refused(base(), at(day(112), Session::attended()), "IPT-004");
}

#[test]
fn a_correction_keeps_what_it_corrects_and_who_corrected_it() {
    let mut course = course(&ACUTE_16, until(day(63)).entries);
    let place = interpersonal::testing::exemplar::held(course.entries(), 9).unwrap();
    let before = course.entries()[place].clone();
    let seq = course.facts().nth(place).unwrap().0;
    let correct = || Correct::new(seq, day(57), Session::attended());
    course
        .record_entry(Entry::correct(evening(day(66)), OTHER, correct()))
        .unwrap();
    assert_eq!(
        course.entries()[place],
        before,
        "what was corrected is there as it was"
    );
    assert!(course.is_struck(seq));
    let last = course.entries().last().unwrap();
    assert_eq!((last.by, last.recorded_at), (OTHER, evening(day(66))));
    let again = course.record_entry(Entry::correct(evening(day(67)), OTHER, correct()));
    assert!(matches!(again, Err(RecordError::AlreadyStruck { entry }) if entry == seq));
}

#[test]
fn a_session_has_its_day_who_came_and_its_kind() {
    // Who came is asked for, the kind is never open, and an entry of a session has its day.
    let new: fn(Attendance) -> Session = Session::new;
    let note = new(Attendance::Late);
    assert_eq!(
        (note.attendance, note.kind),
        (Attendance::Late, SessionKind::Ordinary)
    );
    assert_eq!(at(day(66), note.clone()).day(), Some(day(66)));
    let mut course = course(&ACUTE_16, until(day(63)).entries);
    let before = course.state().held();
    course.record_entry(at(day(66), note)).unwrap();
    assert_eq!(
        (course.state().phase(), course.state().held()),
        (Phase::Middle, before + 1)
    );
}

#[test]
fn a_code_that_a_refusal_names_says_what_it_promises() {
    for code in ["IPT-002", "IPT-003", "IPT-004", "IPT-241"] {
        let old = rule::Retired::parse(code).unwrap();
        assert!(rule::RuleMeta::parse(code).is_err(), "{code} is a promise");
        assert!(old.reason.starts_with("A promise: "), "{}", old.reason);
    }
}

#[track_caller]
fn refused(entries: Vec<Entry>, entry: Entry, code: &'static str) {
    let mut course = course(&ACUTE_16, entries);
    let before = course.clone();
    let refused = course.record_entry(entry).unwrap_err();
    assert_eq!(
        refused.code(),
        Some(RuleCode::from_static(code)),
        "{refused}"
    );
    assert!(matches!(refused, RecordError::Refused { .. }));
    assert!(course == before, "a refusal changes nothing");
}

/// The note of session 9 is written so many days after it.
pub(crate) fn written(case: &mut Case, late: u64, origin: Origin) {
    let place = interpersonal::testing::exemplar::held(&case.entries, 9).unwrap();
    case.entries[place].recorded_at = evening(day(56 + late));
    case.entries[place].origin = origin;
}

#[test]
fn a_note_written_a_week_after_its_session_or_imported_later_is_in_time() {
    for (late, origin) in [(7, Origin::Live), (8, Origin::Imported)] {
        let mut case = transition();
        written(&mut case, late, origin);
        finds(&ACUTE_16, case.entries, &[]);
    }
}

#[test]
fn going_back_to_an_earlier_phase_is_shown_whatever_is_reported() {
    let mut entries = until(day(63)).entries;
    edit_session(&mut entries, 10, |note| note.phase = Some(Phase::Initial));
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-011").len(), 1);
}

#[test]
fn a_phase_that_is_passed_over_says_from_where_to_where() {
    let mut case = in_the_initial_phase();
    passed_over(&mut case);
    let report = report(&ACUTE_16, case.entries);
    let findings = of(&report, "IPT-011");
    assert!(matches!(findings[..], [f] if f.status == Status::Standing));
    let said = "On 19 January the termination phase began straight after the initial phase; not on record between them: middle phase.";
    assert_eq!(findings[0].to_string(), said);
}

#[test]
fn minutes_within_protocol_or_contract_are_by_the_book() {
    for (n, minutes, expected) in [
        (7, 60, Outcome::Holds),
        (7, 44, Outcome::Found),
        (1, 90, Outcome::Holds),
    ] {
        let mut entries = base();
        edit_session(&mut entries, n, |note| note.minutes = Some(minutes));
        assert_eq!(
            outcome(&finds(&ACUTE_16, entries, &[]), "IPT-008"),
            expected,
            "one session is a note"
        );
    }
    let mut entries = base();
    edit_session(&mut entries, 7, |note| note.minutes = Some(40));
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.minutes = Some(40);
        }
    });
    assert_outcome(&ACUTE_16, entries, "IPT-008", Outcome::Holds);
}

#[test]
fn a_length_that_may_have_been_agreed_before_the_record_begins_cannot_be_told() {
    let midway = |minutes| {
        let mut entries = base();
        edit_session(&mut entries, 7, |note| note.minutes = Some(minutes));
        outcome(
            &report(
                &ACUTE_16,
                phases::midway(entries, day(35), Phase::Middle, 5),
            ),
            "IPT-008",
        )
    };
    assert_eq!(midway(40), Outcome::CannotTell);
    assert_eq!(midway(50), Outcome::Holds);
}

#[test]
fn minutes_that_were_agreed_for_maintenance_do_not_cover_acute_sessions() {
    let mut entries = crate::maintenance::goes_on();
    edit_session(&mut entries, 7, |note| note.minutes = Some(70));
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::ContractAgreed(contract) if contract.scope != ContractScope::Acute => {
            contract.minutes = Some(90);
        }
        _ => {}
    });
    let amended = ContractAmended::new()
        .with_minutes(90)
        .with_reason(AmendmentReason::Other);
    add(&mut entries, day(120), amended);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-008").len(), 1);
}

#[test]
fn a_session_is_short_without_a_fault_when_the_patient_came_late() {
    let late = |minutes| {
        let mut entries = base();
        edit_session(&mut entries, 7, |note| {
            note.minutes = Some(minutes);
            note.attendance = Attendance::Late;
        });
        outcome(&report(&ACUTE_16, entries), "IPT-008")
    };
    assert_eq!(late(35), Outcome::Holds);
    assert_eq!(late(61), Outcome::Found, "late or not, it was long");
}

#[test]
fn a_course_without_minutes_is_not_asked_how_long_its_sessions_were() {
    let mut entries = base();
    for n in 1..=16 {
        edit_session(&mut entries, n, |note| note.minutes = None);
    }
    assert_outcome(&ACUTE_16, entries, "IPT-008", Outcome::DoesNotApply);
}

#[test]
fn one_or_some_sessions_of_another_length_are_notes_and_more_than_half_of_them_one_warning() {
    let with_short = |sessions: usize| {
        let mut entries = base();
        for n in 1..=sessions {
            edit_session(&mut entries, n, |note| note.minutes = Some(30));
        }
        let report = report(&ACUTE_16, entries);
        of(&report, "IPT-008")
            .iter()
            .map(|finding| finding.severity)
            .collect::<Vec<_>>()
    };
    assert_eq!(with_short(8), [Severity::Note; 8]);
    assert_eq!(with_short(9), [Severity::Warning]);
}

#[test]
fn a_session_shorter_than_the_least_contact_is_found_once_and_weighs_more() {
    for (minutes, severity) in [(24, Severity::Warning), (25, Severity::Note)] {
        let mut entries = base();
        edit_session(&mut entries, 8, |note| note.minutes = Some(minutes));
        let report = report(&ACUTE_16, entries);
        assert!(
            matches!(of(&report, "IPT-008")[..], [finding] if finding.severity == severity),
            "{minutes}"
        );
    }
}

#[test]
fn the_length_of_a_session_beside_is_that_of_its_track() {
    for (minutes, expected) in [(29, 1), (30, 0), (90, 0), (91, 1)] {
        assert_eq!(
            of(&report(&WHO_G8, meeting_of(minutes).entries), "IPT-008").len(),
            expected,
            "{minutes}"
        );
    }
    let mut late = meeting_of(20);
    edit_facts(&mut late.entries, |_, fact| match fact {
        Fact::Session(note) if note.track == Track::PreTreatment => {
            note.attendance = Attendance::Late;
        }
        _ => {}
    });
    assert_eq!(
        of(&report(&WHO_G8, late.entries), "IPT-008"),
        [] as [&Finding; 0]
    );
}

#[test]
fn what_was_written_late_on_one_day_is_one_note_and_what_concerns_safety_a_warning_each() {
    let mut case = answered();
    let late = evening(day(80));
    for entry in &mut case.entries {
        entry.recorded_at = entry.recorded_at.max(late);
    }
    let report = report(&ACUTE_16, case.entries);
    let weights: Vec<_> = of(&report, "IPT-005")
        .iter()
        .map(|finding| finding.severity)
        .collect();
    let notes = weights
        .iter()
        .filter(|severity| **severity == Severity::Note)
        .count();
    assert_eq!((notes, weights.len()), (1, 3), "{weights:?}");
}

#[test]
fn a_session_label_that_goes_back_is_found_once() {
    let mut case = crisis_in_the_middle();
    edit_session(&mut case.entries, 10, |note| {
        note.phase = Some(Phase::Initial);
    });
    let report = finds(&ACUTE_16, case.entries, &["IPT-011"]);
    assert!(
        matches!(of(&report, "IPT-011")[..], [f] if matches!(f.place, Place::Session { number: Some(10), .. }))
    );
}
