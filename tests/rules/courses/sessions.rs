//! Formulation, agreement and the content of sessions.

use interpersonal::{
    ActorRef, Entry, Fact, FocusItem, Phase, ProblemArea, RecordError, Severity, Stated, Strategy,
    course::ProposeError,
    machine::Trigger,
    protocol::preset::ACUTE_16,
    record::{
        FactKind,
        contract::{AmendmentReason, ContractAmended, TimeFrame},
        focus::FocusAgreed,
        setting::PhaseBegun,
    },
    rule::{Conformance, Outcome, Status},
    vocabulary::{Extent, OffModel, TechniqueSet},
};

use crate::{
    add, agreement, assert_outcome, at, base, codes, content, course, day, edit_facts,
    edit_session, of, report, safety, transition, without,
};

/// Asserts that rules are among what stands as a warning or error.
#[track_caller]
fn names(entries: Vec<Entry>, expected: &[&str]) -> interpersonal::rule::Report {
    let report = report(&ACUTE_16, entries);
    let codes = codes(&report);
    for code in expected {
        assert!(codes.contains(code), "{code} is not among {codes:?}");
    }
    report
}

#[test]
fn a_middle_phase_without_the_patients_agreement() {
    let mut entries = base();
    without(&mut entries, FactKind::FormulationAnswered);
    let mut course = course(&ACUTE_16, safety::until(entries.clone(), day(20)));
    let why = course
        .why_not(Trigger::BeginsMiddle)
        .expect("something stands in the way")
        .to_string();
    assert!(why.contains("IPT-077") && why.contains("IPT-100"), "{why}");
    let step = at(day(21), PhaseBegun::new(Phase::Middle));
    let refused = course.propose_entry(step.clone());
    assert!(matches!(refused, Err(ProposeError::NotByTheBook(_))));
    assert!(course.record_entry(step).is_ok());
    // An agreed focus is the patient's yes; without it nothing shows an agreement.
    let report = names(entries.clone(), &["IPT-077"]);
    assert_eq!(report.conformance, Conformance::ConformsWithDeviations);
    without(&mut entries, FactKind::FocusAgreed);
    assert_eq!(
        of(&names(entries, &["IPT-077"]), "IPT-077")[0].severity,
        Severity::Error
    );
}

#[test]
fn extended_by_four_in_session_14_with_reason_and_agreement() {
    let amended = ContractAmended::new()
        .with_frame(TimeFrame::Sessions(20))
        .with_reason(AmendmentReason::MoreWork)
        .with_patient_agreed(Stated::Done);
    let mut entries = safety::until(base(), day(91));
    entries.push(at(day(91), amended));
    assert_eq!(codes(&report(&ACUTE_16, entries.clone())), [""; 0]);
    let mut course = course(&ACUTE_16, entries.clone());
    assert!(
        !course.state().end_announced(),
        "the new end is announced again"
    );
    let back = at(day(92), PhaseBegun::new(Phase::Middle));
    assert!(course.propose_entry(back.clone()).is_ok());
    entries.push(back);
    assert_outcome(&ACUTE_16, entries, "IPT-105", Outcome::Holds);
}

#[test]
fn communication_in_a_coercive_relationship() {
    let mut case = agreement::assessed();
    agreement::assess(&mut case, None);
    let report = names(case.entries, &["IPT-094"]);
    assert_eq!(of(&report, "IPT-094")[0].severity, Severity::Error);
    assert_eq!(report.conformance, Conformance::DoesNotConform);
    let waive = interpersonal::course::Waive::new(
        of(&report, "IPT-094")[0].code,
        interpersonal::course::WaiverScope::Course {},
        interpersonal::record::setting::DeviationCategory::PatientPreference,
    );
    let mut course = course(&ACUTE_16, base());
    let refused = course.record_entry(Entry::waive(
        crate::evening(day(105)),
        ActorRef::from_static("therapist-1"),
        waive,
    ));
    assert!(matches!(refused, Err(RecordError::NotWaivable { .. })));
}

#[test]
fn middle_work_without_a_focus() {
    let mut entries = base();
    edit_session(&mut entries, 2, |note| {
        note.strategies = Strategy::TransitionLoss.into();
    });
    let early = names(entries.clone(), &["IPT-101"]);
    assert_eq!(
        of(&early, "IPT-101")[0].severity,
        Severity::Warning,
        "a single session, and a focus was agreed the week after"
    );
    // No focus ever, and the history is missing too, which has no finding of its own.
    without(&mut entries, FactKind::FocusAgreed);
    crate::phases::leave_out(
        &mut entries,
        interpersonal::vocabulary::InitialTask::SymptomReview,
    );
    names(entries, &["IPT-055", "IPT-100", "IPT-101"]);
}

#[test]
fn a_formulation_that_was_never_said_aloud_or_agreed() {
    let mut entries = base();
    without(&mut entries, FactKind::FormulationGiven);
    without(&mut entries, FactKind::FormulationAnswered);
    let report = names(entries, &["IPT-075", "IPT-077"]);
    assert_eq!(report.conformance, Conformance::DoesNotConform);

    let mut rejected = base();
    agreement::answered(
        &mut rejected,
        interpersonal::record::focus::PatientResponse::Rejected,
    );
    names(rejected, &["IPT-077"]);
}

#[test]
fn a_problem_of_the_week() {
    // Each session another area, of which one was agreed.
    let weekly = [
        Strategy::DisputeParallels,
        Strategy::GriefReconnection,
        Strategy::DeficitsContact,
    ];
    let mut entries = base();
    for (n, strategy) in (6..=8).zip(weekly) {
        edit_session(&mut entries, n, |note| note.strategies = strategy.into());
    }
    let report = names(entries.clone(), &["IPT-113"]);
    let [weekly] = of(&report, "IPT-113")[..] else {
        panic!("one fault is said once: {:#?}", report.findings)
    };
    assert_eq!(
        weekly.to_string(),
        "For 3 sessions of the middle phase in a row, from 9 February to 23 February, no work on an agreed focus is on record, but work on \
         other areas (grief, role dispute and interpersonal deficits); the protocol allows at most 2."
    );
    // The same with the areas agreed one after the other.
    for (on, area) in [(35, ProblemArea::RoleDispute), (42, ProblemArea::Grief)] {
        add(
            &mut entries,
            day(on),
            FocusAgreed::new([FocusItem::area(area)]),
        );
    }
    names(entries, &["IPT-148"]);
}

#[test]
fn symptom_talk_without_an_interpersonal_link() {
    let drift = |last| {
        content::each(6..=last, |note| {
            content::unlinked(note);
            content::general(note);
        })
    };
    // Three sessions without a link are each worth a look; more than half of the phase is a
    // deviation.
    let report = names(drift(8), &["IPT-117"]);
    assert_eq!(of(&report, "IPT-112").len(), 3);
    let report = names(drift(11), &["IPT-112", "IPT-117"]);
    assert_eq!(of(&report, "IPT-112").len(), 1);
}

#[test]
fn supportive_chat_without_any_movement_to_action() {
    names(content::each(1..=16, content::passive), &["IPT-116"]);
    names(content::each(8..=16, content::passive), &["IPT-119"]);
}

#[test]
fn a_passive_stance() {
    let entries = content::each(1..=16, |note| {
        content::passive(note);
        note.techniques = TechniqueSet::EMPTY;
    });
    names(entries, &["IPT-116"]);
}

#[test]
fn drift_into_cognitive_therapy() {
    // Six of ten middle sessions.
    let mut entries = content::each(7..=12, |note| {
        note.off_model = content::off_model(OffModel::CognitiveRestructuring, Extent::Main);
    });
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.terms = Some(interpersonal::record::contract::ContractTerms::ALL);
        }
    });
    let report = names(entries, &["IPT-120"]);
    assert_eq!(of(&report, "IPT-120")[0].severity, Severity::Error);
    assert_eq!(of(&report, "IPT-279")[0].severity, Severity::Note);
}

#[test]
fn drift_into_psychodynamic_work() {
    for activity in [
        OffModel::TransferenceInterpretation,
        OffModel::ChildhoodReconstruction,
    ] {
        let entries = content::each([7], |note| {
            note.off_model = content::off_model(activity, Extent::Main);
        });
        let report = names(entries, &["IPT-120"]);
        assert_eq!(
            of(&report, "IPT-120")[0].severity,
            Severity::Warning,
            "{activity}"
        );
    }
}

#[test]
fn avoiding_affect() {
    names(content::each(4..=13, content::flat), &["IPT-118"]);
}

#[test]
fn becoming_couple_therapy() {
    // In more than half of the sessions.
    let entries = content::each(5..=13, |note| {
        content::with_partner(note);
        note.participants[0].consent = Stated::NotReported;
    });
    names(entries, &["IPT-124", "IPT-125"]);
}

#[test]
fn a_time_limit_that_is_not_stated_or_silently_extended() {
    let mut silent = base();
    agreement::nothing_said(&mut silent);
    let report = names(silent, &["IPT-085", "IPT-086"]);
    assert_eq!(of(&report, "IPT-085")[0].severity, Severity::Error);
    assert!(of(&report, "IPT-086")[0].follows.is_some());

    // Sessions beyond the contract, and an amendment afterwards to which nobody is said to have
    // agreed.
    let mut beyond = transition().entries;
    edit_facts(&mut beyond, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(14);
        }
    });
    let mut after = beyond.clone();
    without(&mut after, FactKind::Closed);
    after.push(at(
        day(106),
        ContractAmended::new().with_frame(TimeFrame::Sessions(16)),
    ));
    let report = names(beyond, &["IPT-107"]);
    assert!(matches!(of(&report, "IPT-107")[..], [both] if both.severity == Severity::Error));
    names(after, &["IPT-088", "IPT-107", "IPT-172"]);
}

#[test]
fn negotiating_with_a_violent_partner() {
    let mut case = agreement::assessed();
    agreement::assess(&mut case, Some(false));
    names(case.entries.clone(), &["IPT-094"]);
    // Assessed later, it stands remedied: work went on before.
    let detail = case.entries.iter().find_map(|entry| match entry.stated() {
        Some((_, Fact::DisputeDetailed(detail))) => Some(detail.clone()),
        _ => None,
    });
    case.add(day(49), detail.unwrap().with_safety_assessed(true));
    let report = report(&ACUTE_16, case.entries);
    assert!(
        matches!(of(&report, "IPT-094")[..], [f] if matches!(f.status, Status::RemediedLate { .. }))
    );
}
