//! Courses as a whole, waivers, and courses that end early or by an incident.

use interpersonal::{
    Entry, Fact, Phase, RecordError, RuleCode, Severity, Stated, TaskNote,
    course::{Waive, WaiverScope},
    measure::{InstrumentId, ItemAnswer, Score},
    protocol::preset::ACUTE_16,
    record::{
        FactKind,
        contract::{ContractAmended, MissedSessionPolicy, TimeFrame},
        ending::EndMode,
        safety::{ConcernKind, ConcernRaised, Enquiry, EnquiryBasis, Incident, IncidentRecorded},
        session::{Attendance, Session, Track},
        setting::{DeviationCategory, PhaseBegun},
    },
    rule::{Conformance, Outcome},
    vocabulary::{EndingTask, Task},
};

use crate::{
    add, at, base, codes, course, day, edit_facts, edit_session, ending, evening, finds, of,
    outcome, report, safety,
};

#[test]
fn sixteen_weekly_sessions_with_all_tasks_conform() {
    let report = report(&ACUTE_16, base());
    assert_eq!(report.conformance, Conformance::Conforms);
    assert!(
        report.findings.is_empty() && report.unknown.is_empty(),
        "{:#?}",
        report.findings
    );
}

#[test]
fn the_end_is_announced_in_session_15_after_the_ending_began() {
    // One late announcement is one finding: that the ending had begun says nothing more.
    let report = finds(&ACUTE_16, ending::announced_in(15), &["IPT-200"]);
    assert!(matches!(of(&report, "IPT-200")[..], [f] if f.severity == Severity::Warning));
    assert_eq!(report.conformance, Conformance::ConformsWithDeviations);
}

#[test]
fn the_end_is_announced_in_session_13_of_16() {
    let report = report(&ACUTE_16, ending::announced_in(13));
    assert!(
        matches!(&report.findings[..], [f] if f.code.as_str() == "IPT-200" && f.severity == Severity::Note)
    );
    assert_eq!(report.conformance, Conformance::Conforms);
}

#[test]
fn an_endorsed_item_and_nobody_asked() {
    let endorsed = Score::new(InstrumentId::PHQ_9, 9).with_self_harm_item(ItemAnswer::Endorsed);
    let mut entries = safety::until(base(), day(63));
    edit_session(&mut entries, 10, |note| {
        note.enquiry = None;
        note.scores = [endorsed].to_vec();
    });
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-186", "IPT-187"]);
    assert!(
        of(&report, "IPT-186")[0].follows.is_some(),
        "one omission, with what follows from it"
    );
    assert_eq!(report.conformance, Conformance::DoesNotConform);

    // A step proposed while the concern is open is not by the book; what happened is recorded all
    // the same.
    let mut course = course(&ACUTE_16, entries.clone());
    let step = || at(day(64), PhaseBegun::new(Phase::Termination));
    assert!(
        course
            .confirming(interpersonal::machine::GuardSet::ALL)
            .propose_entry(step())
            .is_err()
    );
    assert!(course.record_entry(step()).is_ok());
    entries.push(step());
    assert!(codes(&crate::report(&ACUTE_16, entries)).contains(&"IPT-187"));
}

#[test]
fn a_denied_item_and_nobody_asked() {
    let denied = Score::new(InstrumentId::PHQ_9, 9).with_self_harm_item(ItemAnswer::Denied);
    let mut entries = safety::until(base(), day(63));
    edit_session(&mut entries, 10, |note| {
        note.enquiry = None;
        note.scores = [denied].to_vec();
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-186"]);
    edit_session(&mut entries, 10, |note| {
        note.enquiry = Some(Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem));
    });
    let report = finds(&ACUTE_16, entries, &["IPT-186"]);
    assert!(
        of(&report, "IPT-186")[0]
            .to_string()
            .contains("an item of a questionnaire stood in for the question")
    );
}

#[test]
fn maintenance_on_the_acute_contract() {
    let mut entries = crate::maintenance::goes_on();
    crate::maintenance::no_own_contract(&mut entries);
    finds(&ACUTE_16, entries.clone(), &["IPT-220"]);

    // The acute contract is used up: sessions that are booked on its track, without a phase of
    // their own, lie beyond it.
    crate::without(&mut entries, FactKind::PhaseBegun);
    edit_facts(&mut entries, |on, fact| {
        if let Fact::Session(note) = fact {
            if on > day(105) {
                (note.track, note.phase, note.number) = (Track::Main, None, None);
            }
        }
    });
    let report = report(&ACUTE_16, entries);
    let [finding] = of(&report, "IPT-107")[..] else {
        panic!("{:#?}", report.findings)
    };
    assert_eq!(finding.evidence.get("found"), Some(3_u32.into()));
}

#[test]
fn a_safety_rule_is_waived() {
    let mut course = course(&ACUTE_16, base());
    let code = RuleCode::from_static("IPT-189");
    let waive = Waive::new(
        code,
        WaiverScope::Course {},
        DeviationCategory::PatientPreference,
    );
    let refused = course.record_entry(Entry::waive(
        evening(day(105)),
        at(day(0), Session::attended()).by,
        waive,
    ));
    assert!(matches!(refused, Err(RecordError::NotWaivable { .. })));
    assert_eq!(
        refused.unwrap_err().code(),
        Some(RuleCode::from_static("IPT-241"))
    );
}

/// The patient is well, and it is agreed in session `agreed` to end with session 12; the ending
/// takes the last three sessions that are left, and its tasks are done.
pub(crate) fn ends_early(agreed: usize) -> Vec<Entry> {
    let mut entries = base();
    let mut tasks = Vec::new();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            let ending = |note: &TaskNote| matches!(note.task, Task::Ending(_));
            tasks.extend(note.tasks.iter().filter(|note| ending(note)).cloned());
            note.tasks.retain(|note| !ending(note));
        }
    });
    tasks.retain(|note| note.task != Task::Ending(EndingTask::AnnounceEnd));
    let closing: Vec<Entry> = entries
        .iter()
        .filter(|entry| closes(entry))
        .cloned()
        .collect();
    // By then the scores are where they would have been at the end.
    let mut well = Vec::new();
    edit_session(&mut entries, 16, |note| well.clone_from(&note.scores));
    let mut entries = safety::until(entries, day(77));
    edit_session(&mut entries, 12, |note| note.scores = well);
    let amended = ContractAmended::new()
        .with_frame(Some(TimeFrame::Sessions(12)))
        .with_reason(interpersonal::record::contract::AmendmentReason::WellEnough)
        .with_patient_agreed(Stated::Done);
    let agreed_on = day(7 * (u64::try_from(agreed).unwrap() - 1));
    let before_note = entries
        .iter()
        .position(|entry| entry.day() == Some(agreed_on))
        .unwrap();
    entries.insert(before_note, at(agreed_on, amended));
    edit_session(&mut entries, agreed, |note| {
        note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd));
    });
    let (first, second) = tasks.split_at(tasks.len() / 2);
    for (n, tasks) in [(11, first), (12, second)] {
        edit_session(&mut entries, n, |note| {
            note.phase = Some(Phase::Termination);
            note.tasks.extend(tasks.iter().cloned());
            // The patient is well, and the scores say so.
            note.scores
                .iter_mut()
                .for_each(|score| score.total = Some(4));
        });
    }
    for entry in closing {
        let (_, fact) = entry.stated().unwrap();
        entries.push(at(day(77), fact.clone()));
    }
    ending::edit_closing(&mut entries, |closed| {
        closed.mode = EndMode::CompletedEarlyByAgreement;
    });
    entries
}

/// What happens when a course comes to its end, outside session notes.
fn closes(entry: &Entry) -> bool {
    let kinds = [
        FactKind::MarkersAssessed,
        FactKind::RelapsePlanMade,
        FactKind::MaintenanceDecided,
        FactKind::DocumentFiled,
        FactKind::Closed,
    ];
    entry
        .stated()
        .is_some_and(|(on, fact)| on > day(77) && kinds.contains(&fact.kind()))
}

#[test]
fn an_early_end_agreed_in_good_time() {
    let report = finds(&ACUTE_16, ends_early(8), &[]);
    assert_eq!(outcome(&report, "IPT-211"), Outcome::DoesNotApply);
    assert!(of(&report, "IPT-200").is_empty() && of(&report, "IPT-203").is_empty());
    assert_eq!(of(&report, "IPT-236").len(), 1);
    assert_eq!(report.conformance, Conformance::Conforms);
}

#[test]
fn an_early_end_agreed_in_the_last_session_but_one() {
    let report = finds(&ACUTE_16, ends_early(11), &["IPT-200"]);
    assert_eq!(of(&report, "IPT-200")[0].severity, Severity::Warning);
}

#[test]
fn eleven_of_sixteen_sessions_attended() {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.missed_sessions = Some(MissedSessionPolicy::All);
        }
    });
    for _ in 0..5 {
        // The sixth session that is still held, five times over.
        edit_session(&mut entries, 6, |note| {
            *note = Session::new(Attendance::DidNotAttend);
        });
    }
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-211").len(), 1);
    let sentence = of(&report, "IPT-211")[0].to_string();
    assert!(
        sentence.contains("11 of 16 agreed sessions held")
            && sentence.contains("expected to have 12"),
        "{sentence}"
    );

    let mut entries = base();
    for _ in 0..4 {
        edit_session(&mut entries, 6, |note| {
            *note = Session::new(Attendance::DidNotAttend);
        });
    }
    assert!(
        of(&crate::report(&ACUTE_16, entries), "IPT-211").is_empty(),
        "twelve of sixteen are enough"
    );
}

#[test]
fn a_death_while_a_concern_is_open() {
    let mut entries = safety::until(base(), day(63));
    add(
        &mut entries,
        day(63),
        ConcernRaised::new(ConcernKind::SuicidalIdeation),
    );
    let mut course = course(&ACUTE_16, entries.clone());
    let death = at(day(65), IncidentRecorded::new(Incident::Death));
    assert!(course.record_entry(death.clone()).is_ok());
    assert!(course.state().is_frozen());
    entries.push(death);
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(outcome(&report, "IPT-219"), Outcome::Holds);
    assert_eq!(
        of(&report, "IPT-189").len(),
        1,
        "the concern was raised two days before"
    );

    // Nothing is refused: a note of later treatment is recorded, and found.
    entries.push(at(day(70), Session::attended()));
    assert!(codes(&crate::report(&ACUTE_16, entries.clone())).contains(&"IPT-219"));

    entries.pop();
    let closed = interpersonal::record::ending::Closed::new(
        EndMode::Died,
        interpersonal::record::ending::ClinicalResult::NotAssessed,
        interpersonal::record::ending::Disposition::None,
    );
    entries.push(at(day(66), closed));
    let report = crate::report(&ACUTE_16, entries);
    assert!(of(&report, "IPT-215").is_empty() && of(&report, "IPT-203").is_empty());
}
