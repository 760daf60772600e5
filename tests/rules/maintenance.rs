//! IPT-220 to IPT-229.

use interpersonal::{
    Criterion, Entry, Fact, FactKind, Phase, ProblemArea, Protocol, Severity, StrategySet, Topic,
    protocol::preset::{ACUTE_16, MAINT_07M},
    record::{
        contract::{ContractAgreed, ContractScope, TimeFrame},
        patient::HistoryTaken,
        review::JudgementMade,
        session::{Session, Track},
        setting::PhaseBegun,
    },
    rule::{Outcome, Status},
};

use crate::{at, day, edit_facts, finds, flawless, insert, of, outcome, report, unreported, without};

/// A course of maintenance that follows its protocol.
fn maintained() -> Vec<Entry> {
    flawless(&MAINT_07M, ProblemArea::RoleTransition)
}

/// An acute course that goes on, monthly and under a contract of its own, for three sessions of maintenance.
pub(crate) fn goes_on() -> Vec<Entry> {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleTransition);
    without(&mut entries, FactKind::Closed);
    insert(&mut entries, at(day(105), JudgementMade::new(Criterion::REMISSION, true)));
    let contract = ContractAgreed::new(TimeFrame::Sessions(3))
        .with_scope(ContractScope::Maintenance)
        .with_interval_days(28)
        .with_aim(Some("to stay well".into()));
    insert(&mut entries, at(day(112), contract));
    insert(&mut entries, at(day(112), PhaseBegun::new(Phase::Maintenance)));
    let last = entries.iter().rev().find_map(|entry| match entry.stated() {
        Some((_, Fact::Session(note))) => Some((**note).clone()),
        _ => None,
    });
    for n in 0..3 {
        let mut note =
            last.clone().unwrap().with_track(Track::Maintenance).with_number(n + 1).with_phase(Phase::Maintenance);
        note.tasks.clear();
        insert(&mut entries, at(day(112 + 28 * u64::from(n)), note));
    }
    entries
}

fn edit_maintenance(entries: &mut [Entry], mut edit: impl FnMut(&mut Session)) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.phase == Some(Phase::Maintenance) {
                edit(note);
            }
        }
    });
}

#[track_caller]
fn cannot_tell(protocol: &'static Protocol, mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(protocol, entries);
    assert_eq!(outcome(&report, code), Outcome::CannotTell, "{:#?}", of(&report, code));
}

#[test]
fn an_acute_course_that_goes_on_under_its_own_contract_has_no_findings() {
    finds(&ACUTE_16, goes_on(), &[]);
}

#[test]
fn maintenance_without_a_contract_of_its_own_is_found() {
    let mut entries = goes_on();
    entries.retain(|entry| {
        !matches!(entry.stated(), Some((_, Fact::ContractAgreed(contract))) if contract.scope == ContractScope::Maintenance)
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-108", "IPT-220"]);
    cannot_tell(&ACUTE_16, entries, Topic::Agreements, "IPT-220");
}

#[test]
fn a_contract_of_maintenance_that_leaves_frequency_or_aim_open_is_a_warning() {
    let mut entries = goes_on();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.aim = None;
        }
    });
    let report = finds(&ACUTE_16, entries, &["IPT-220"]);
    assert!(matches!(of(&report, "IPT-220")[..], [f] if f.severity == Severity::Warning));
}

#[test]
fn maintenance_before_remission_weighs_as_the_protocol_says() {
    let mut entries = goes_on();
    without(&mut entries, FactKind::JudgementMade);
    finds(&ACUTE_16, entries.clone(), &["IPT-221"]);
    cannot_tell(&ACUTE_16, entries, Topic::Measures, "IPT-221");

    let mut entries = maintained();
    without(&mut entries, FactKind::JudgementMade);
    let report = report(&MAINT_07M, entries);
    assert!(matches!(of(&report, "IPT-221")[..], [f] if f.severity == Severity::Error), "{:#?}", report.findings);
}

#[test]
fn maintenance_in_the_middle_of_acute_treatment_is_out_of_order() {
    let mut entries = crate::safety::until(goes_on(), day(63));
    insert(&mut entries, at(day(63), JudgementMade::new(Criterion::REMISSION, true)));
    let contract = ContractAgreed::new(TimeFrame::Sessions(3))
        .with_scope(ContractScope::Maintenance)
        .with_interval_days(28)
        .with_aim(Some("to stay well".into()));
    insert(&mut entries, at(day(63), contract));
    insert(&mut entries, at(day(63), PhaseBegun::new(Phase::Maintenance)));
    // The middle phase is left without assessing how far its area is worked through.
    finds(&ACUTE_16, entries, &["IPT-011", "IPT-150", "IPT-222"]);
}

#[test]
fn gaps_of_maintenance_are_measured_in_the_interval_of_its_contract() {
    let moved_by = |days: u64| {
        let mut entries = goes_on();
        interpersonal::exemplar::postpone(&mut entries, day(168), i64::try_from(days).unwrap());
        report(&ACUTE_16, entries)
    };
    for (days, severity) in [(0, None), (13, None), (15, Some(Severity::Note)), (29, Some(Severity::Warning))] {
        let report = moved_by(days);
        assert_eq!(of(&report, "IPT-223").first().map(|f| f.severity), severity, "{days}");
    }
    let mut entries = goes_on();
    interpersonal::exemplar::postpone(&mut entries, day(168), 29);
    finds(&ACUTE_16, entries.clone(), &["IPT-223"]);
    cannot_tell(&ACUTE_16, entries, Topic::Sessions, "IPT-223");
}

#[test]
fn a_session_of_maintenance_without_a_score_is_found() {
    let mut entries = goes_on();
    let mut first = true;
    edit_maintenance(&mut entries, |note| {
        if core::mem::take(&mut first) {
            note.scores.clear();
        }
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-224"]);
    cannot_tell(&ACUTE_16, entries, Topic::Measures, "IPT-224");
}

#[test]
fn maintenance_that_goes_on_after_a_recurrence_is_found() {
    let mut entries = goes_on();
    insert(&mut entries, at(day(141), JudgementMade::new(Criterion::RECURRENCE, true)));
    finds(&ACUTE_16, entries.clone(), &["IPT-225"]);
    insert(&mut entries, at(day(150), JudgementMade::new(Criterion::RECURRENCE, false)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn two_sessions_of_maintenance_in_a_row_off_interpersonal_matters_are_found_once() {
    let mut entries = goes_on();
    let mut left = 2;
    edit_maintenance(&mut entries, |note| {
        if left > 0 {
            left -= 1;
            note.strategies = StrategySet::EMPTY;
            note.worked_on.clear();
            note.mood_event_link = interpersonal::Stated::NotReported;
            note.incident = interpersonal::Stated::NotReported;
        }
    });
    let report = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&report, "IPT-226").len(), 1);
    cannot_tell(&ACUTE_16, entries, Topic::SessionContent, "IPT-226");
}

#[test]
fn maintenance_without_a_focus_on_record_is_a_note() {
    let mut entries = maintained();
    assert!(of(&report(&MAINT_07M, entries.clone()), "IPT-227").is_empty());
    without(&mut entries, FactKind::FocusAgreed);
    without(&mut entries, FactKind::FormulationGiven);
    without(&mut entries, FactKind::FormulationAnswered);
    let report = report(&MAINT_07M, entries.clone());
    assert!(matches!(of(&report, "IPT-227")[..], [f] if f.severity == Severity::Note));
    cannot_tell(&MAINT_07M, entries, Topic::Agreements, "IPT-227");
}

#[test]
fn maintenance_sessions_lie_between_weekly_and_every_six_weeks() {
    for (days, outside) in [(6, true), (7, false), (42, false), (43, true)] {
        let mut entries = goes_on();
        edit_facts(&mut entries, |_, fact| {
            if let Fact::ContractAgreed(contract) = fact {
                if contract.scope == ContractScope::Maintenance {
                    contract.interval_days = Some(days);
                }
            }
        });
        assert_eq!(of(&report(&ACUTE_16, entries), "IPT-228").len(), usize::from(outside), "{days}");
    }
}

#[test]
fn that_remission_needed_medication_is_a_note_where_maintenance_goes_without() {
    let mut entries = goes_on();
    without(&mut entries, FactKind::MedicationNoted);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::HistoryTaken(taken) = fact {
            *taken = HistoryTaken::new().with_remitted_only_with_medication(true);
        }
    });
    let report = report(&ACUTE_16, entries);
    assert!(matches!(of(&report, "IPT-229")[..], [f] if f.severity == Severity::Note && f.status == Status::Standing));
}
