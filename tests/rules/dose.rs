//! How much of it counts, and when it is due: what belongs to the beginning, by label, by number and
//! by the closing; a claim of completion; where a record begins.

use interpersonal::{
    Entry, Fact, Phase, ProblemArea, Protocol, Reporting, Severity,
    protocol::preset::{self, ACUTE_16, CHCH_16WK, MAINT_90},
    record::{FactKind, contract::TimeFrame, ending::EndMode, setting::Opened},
    rule::{Conformance, Finding, Outcome, Report, Status},
};

use crate::{
    at, base, day, edit_facts, edit_session, finds, flawless, of, outcome, phases, report, without,
};

/// The same course while nobody writes that the beginning is over.
fn unlabelled(entries: &mut Vec<Entry>) {
    let begins = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::PhaseBegun(begun))) if begun.phase > Phase::Initial);
    entries.retain(|entry| !begins(entry));
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.phase = note.phase.filter(|&phase| phase <= Phase::Initial);
        }
    });
}

/// Nothing was agreed.
fn without_agreement(entries: &mut Vec<Entry>) {
    for kind in [
        FactKind::FocusAgreed,
        FactKind::FormulationGiven,
        FactKind::FormulationAnswered,
        FactKind::FrameAnnounced,
        FactKind::ContractAgreed,
        FactKind::ContractAmended,
    ] {
        without(entries, kind);
    }
}

/// The rules about what belongs to the beginning.
const BEGINNING: &[&str] = &[
    "IPT-016", "IPT-017", "IPT-031", "IPT-035", "IPT-037", "IPT-040", "IPT-045", "IPT-048",
    "IPT-055", "IPT-070", "IPT-075", "IPT-077", "IPT-085", "IPT-090", "IPT-100",
];

fn of_the_beginning(report: &Report) -> Vec<&Finding> {
    BEGINNING
        .iter()
        .flat_map(|&code| of(report, code))
        .filter(|finding| finding.severity > Severity::Note)
        .collect()
}

fn with_a_middle_phase() -> impl Iterator<Item = &'static Protocol> {
    preset::ALL
        .iter()
        .copied()
        .filter(|protocol| protocol.phase(Phase::Middle).is_some())
}

fn area(protocol: &Protocol) -> ProblemArea {
    let areas = protocol.spec().focus.areas.value;
    let transition = ProblemArea::RoleTransition;
    if areas.contains(transition) {
        transition
    } else {
        areas.iter().next().expect("a protocol works on something")
    }
}

#[test]
fn a_whole_course_without_focus_does_not_escape_while_nobody_writes_a_label() {
    for protocol in with_a_middle_phase() {
        let mut entries = flawless(protocol, area(protocol));
        unlabelled(&mut entries);
        without_agreement(&mut entries);
        let report = report(protocol, entries);
        let missing = of(&report, "IPT-055");
        assert!(
            matches!(missing[..], [f] if f.severity == Severity::Error && f.status == Status::Standing),
            "{}: {missing:?}",
            protocol.id()
        );
        assert_eq!(report.conformance, Conformance::DoesNotConform);
    }
}

#[test]
fn faithful_care_without_labels_is_not_blamed_for_its_beginning() {
    for protocol in with_a_middle_phase() {
        let mut entries = flawless(protocol, area(protocol));
        unlabelled(&mut entries);
        let report = report(protocol, entries);
        let blamed = of_the_beginning(&report);
        assert!(blamed.is_empty(), "{}: {blamed:?}", protocol.id());
    }
}

#[test]
fn where_nothing_is_reported_in_full_nothing_is_missing() {
    for protocol in with_a_middle_phase() {
        let mut entries = flawless(protocol, area(protocol));
        unlabelled(&mut entries);
        without_agreement(&mut entries);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Opened(opened) = fact {
                opened.reporting = Reporting::EXCERPT;
            }
        });
        let report = report(protocol, entries);
        let blamed = of_the_beginning(&report);
        assert!(blamed.is_empty(), "{}: {blamed:?}", protocol.id());
    }
}

#[test]
fn the_sentence_says_with_what_it_was_due() {
    let bare = || {
        let mut entries = base();
        without_agreement(&mut entries);
        entries
    };
    let said = |entries| of(&report(&ACUTE_16, entries), "IPT-055")[0].to_string();
    assert_eq!(
        said(bare()),
        "No agreed focus was on record when the middle phase began on 26 January."
    );
    let mut silent = bare();
    unlabelled(&mut silent);
    assert_eq!(
        said(silent.clone()),
        "No agreed focus was on record when more than 5 sessions had been held by 9 February."
    );
    // Before there were too many, the closing of a course that is said to be completed.
    silent.retain(|entry| entry.day().is_none_or(|on| on <= day(21)));
    let closed = interpersonal::record::ending::Closed::new(
        EndMode::CompletedAsContracted,
        interpersonal::record::ending::ClinicalResult::Remitted,
        interpersonal::record::ending::Disposition::Discharge,
    );
    let open = silent.clone();
    silent.push(at(day(28), closed.clone()));
    assert_eq!(
        said(silent),
        "No agreed focus was on record when the course was closed as completed on 2 February."
    );
    // Who stays away after four sessions owes nothing of it.
    let mut left = open;
    let mut lost = closed;
    lost.mode = EndMode::EndedByPatientDecision;
    left.push(at(day(28), lost));
    assert!(of_the_beginning(&report(&ACUTE_16, left)).is_empty());
}

/// What makes it good only in the last session keeps its weight, with a label and without.
#[test]
fn what_came_in_the_last_session_stays_an_error() {
    let kinds = [
        FactKind::FocusAgreed,
        FactKind::FormulationGiven,
        FactKind::FormulationAnswered,
        FactKind::PersonInventoried,
        FactKind::InventoryCompleted,
    ];
    for labelled in [true, false] {
        for (last, weighs) in [(105, Severity::Error), (36, Severity::Warning)] {
            let mut entries = base();
            let (mut late, rest): (Vec<_>, Vec<_>) = entries.drain(..).partition(|entry| {
                entry
                    .stated()
                    .is_some_and(|(_, fact)| kinds.contains(&fact.kind()))
            });
            entries = rest;
            for entry in &mut late {
                if let interpersonal::course::Content::Fact { on, fact } = &entry.content {
                    assert!(*on < day(22), "{fact:?} belongs to the beginning");
                    *entry = at(day(last), fact.clone());
                }
            }
            entries.extend(late);
            entries.sort_by_key(|entry| (entry.recorded_at, entry.day()));
            if !labelled {
                unlabelled(&mut entries);
            }
            let report = report(&ACUTE_16, entries);
            for code in ["IPT-040", "IPT-055", "IPT-075"] {
                let found = of(&report, code);
                let heaviest = found.iter().map(|finding| finding.severity).max();
                assert_eq!(
                    heaviest,
                    Some(weighs),
                    "{code}, {labelled}, {last}: {found:?}"
                );
            }
        }
    }
}

fn framed(protocol: &'static Protocol, frame: TimeFrame, until: u64) -> Report {
    let mut entries = flawless(protocol, ProblemArea::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = frame;
            contract.ends_on = None;
        }
    });
    let is_late = |entry: &Entry| entry.day().is_some_and(|on| on > day(until));
    let is_closing = |entry: &Entry| matches!(entry.stated(), Some((_, fact)) if fact.kind() == FactKind::Closed);
    let closing = entries.iter().find(|entry| is_closing(entry)).cloned();
    entries.retain(|entry| !is_late(entry) && !is_closing(entry));
    if let Some((_, fact)) = closing.as_ref().and_then(Entry::stated) {
        entries.push(at(day(until), fact.clone()));
    }
    report(protocol, entries)
}

#[test]
fn a_claim_of_completion_is_held_to_the_protocols_own_least_whatever_the_contract_fixes() {
    let error = |report: &Report, code| {
        of(report, code)
            .iter()
            .any(|f| f.severity == Severity::Error && f.stands())
    };
    for frame in [
        TimeFrame::Sessions(16),
        TimeFrame::Weeks(16),
        TimeFrame::SessionsWithinWeeks(16, 16),
        TimeFrame::SessionsWithinWeeks(16, 20),
    ] {
        // Four of sixteen, and eleven, one below the least of the protocol.
        for until in [21, 70] {
            let report = framed(&ACUTE_16, frame, until);
            assert!(error(&report, "IPT-211"), "{frame:?}, {until}");
        }
        let whole = framed(&ACUTE_16, frame, 105);
        assert!(
            !error(&whole, "IPT-211") && !error(&whole, "IPT-106"),
            "{frame:?}"
        );
        // The contract itself, where most of it was left.
        let report = framed(&ACUTE_16, frame, 21);
        assert!(error(&report, "IPT-106"), "{frame:?}");
    }
    // A protocol that fixes weeks has its least in weeks and sessions both.
    let report = framed(&CHCH_16WK, TimeFrame::Weeks(16), 63);
    assert!(!error(&report, "IPT-211") && of(&report, "IPT-106").len() == 1);
}

#[test]
fn an_end_that_was_agreed_early_or_by_one_side_claims_nothing() {
    for mode in [
        EndMode::CompletedEarlyByAgreement,
        EndMode::EndedByPatientDecision,
        EndMode::DroppedOut,
    ] {
        let mut entries = base();
        for n in (5..=12).rev() {
            let on = crate::session_day(&entries, n);
            entries.retain(
                |entry| !matches!(entry.stated(), Some((at, Fact::Session(_))) if at == on),
            );
        }
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Closed(closed) = fact {
                closed.mode = mode;
            }
            if let Fact::Session(note) = fact {
                note.number = None;
            }
        });
        let report = report(&ACUTE_16, entries);
        assert!(
            of(&report, "IPT-211").is_empty() && of(&report, "IPT-106").is_empty(),
            "{mode}"
        );
    }
}

#[test]
fn an_ending_worked_through_is_one_whatever_phase_its_sessions_name() {
    let mut entries = base();
    for n in 14..=16 {
        edit_session(&mut entries, n, |note| note.phase = Some(Phase::Middle));
    }
    let is_ending = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::PhaseBegun(begun))) if begun.phase == Phase::Termination);
    entries.retain(|entry| !is_ending(entry));
    assert!(of(&report(&ACUTE_16, entries), "IPT-104").is_empty());
}

/// The record from a day on, opened in a later phase.
fn later(opened: Opened) -> Report {
    let mut entries = phases::midway(base(), day(42), Phase::Middle, 6);
    entries[0] = at(day(42), opened);
    report(&ACUTE_16, entries)
}

#[test]
fn where_a_record_begins_is_said_by_the_record_and_not_by_the_phase() {
    let middle = || Opened::new(Phase::Middle, Reporting::COMPLETE);
    // Nothing said: an entry, and a word on it.
    let unsaid = later(middle());
    assert_eq!(of(&unsaid, "IPT-290").len(), 1);
    assert_eq!(
        of(&unsaid, "IPT-055")[0].to_string(),
        "No agreed focus was on record when the record began on 16 February in the middle phase."
    );
    // No session came before: an entry, and nothing to ask.
    let entry = later(middle().with_sessions_before(Some(0)));
    assert!(of(&entry, "IPT-290").is_empty());
    assert_eq!(of(&entry, "IPT-055")[0].severity, Severity::Error);
    // In mid-course, with a number or without: what came before is unknown.
    for midway in [
        middle().with_sessions_before(Some(6)),
        middle().with_midway(true),
    ] {
        let report = later(midway);
        assert!(of(&report, "IPT-290").is_empty() && of(&report, "IPT-055").is_empty());
        assert_eq!(outcome(&report, "IPT-180"), Outcome::CannotTell);
    }
}

#[test]
fn a_form_that_begins_in_its_own_first_phase_begins_there() {
    let entries = flawless(&MAINT_90, area(&MAINT_90));
    let report = finds(&MAINT_90, entries, &[]);
    assert_eq!(outcome(&report, "IPT-290"), Outcome::DoesNotApply);
}
