//! IPT-220 to IPT-229, IPT-267: how what follows acute treatment begins, is agreed, and goes.

use interpersonal::{
    Entry, Fact, Phase, ProblemArea, Reporting, Severity, Topic,
    measure::{InstrumentId, Score},
    protocol::preset::{ACUTE_16, MAINT_07M},
    record::{
        FactKind,
        contact::BreakAnnounced,
        contract::{ContractAgreed, ContractAmended, ContractScope, TimeFrame},
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        patient::{HistoryTaken, MedicationChange, MedicationNoted},
        review::{JudgementMade, ReviewHeld},
        session::{Session, SessionKind, Track},
        setting::{PhaseBegun, ReportingChanged},
    },
    rule::{Outcome, Status},
    vocabulary::{Criterion, StrategySet},
};

use crate::{
    Case, Proof, add, assert_outcome, cannot_tell, day, edit_facts, finds, flawless, of, outcome,
    report, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-220", Severity::Error, acute_then_monthly, |case| {
        no_own_contract(&mut case.entries);
    })
    .says(&[
        ("open", |case| {
            edit_own_contract(&mut case.entries, |own| {
                (own.interval_days, own.aim) = (None, None);
            });
        }),
        ("no_focus", |case| {
            *case = maintained();
            without(&mut case.entries, FactKind::FocusAgreed);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-221", Severity::Note, maintained, |case| {
        without(&mut case.entries, FactKind::JudgementMade);
    })
    .says(&[
        ("not_reached", |case| {
            without(&mut case.entries, FactKind::JudgementMade);
            let first = crate::session_day(&case.entries, 1);
            case.add(first, JudgementMade::new(Criterion::NEAR_REMISSION, false));
        }),
        ("not_judged", |case| {
            without(&mut case.entries, FactKind::JudgementMade);
            without_totals(&mut case.entries);
        }),
        ("ill_by_score", |case| {
            case.protocol = &ACUTE_16;
            case.entries = ill_at_entry();
        }),
    ])
    .silent(Topic::Measures),
    Proof::of("IPT-223", Severity::Warning, acute_then_monthly, |case| {
        interpersonal::testing::exemplar::postpone(&mut case.entries, day(168), 29);
    })
    .says(&[
        ("since", |case| {
            case.entries = crate::safety::until(goes_on(), day(140));
            case.as_of = Some(day(300));
        }),
        ("covered_in_part", |case| {
            interpersonal::testing::exemplar::postpone(&mut case.entries, day(168), 60);
            case.add(day(139), BreakAnnounced::new(day(150), day(160)));
        }),
    ])
    .silent(Topic::Sessions),
    Proof::of("IPT-225", Severity::Warning, assessed_anew, |case| {
        case.entries.retain(|entry| entry.day() != Some(day(131)));
    })
    .silent(Topic::Measures),
    Proof::of("IPT-226", Severity::Warning, acute_then_monthly, |case| {
        edit_maintenance(&mut case.entries, 2, off_interpersonal_matters);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-228", Severity::Warning, acute_then_monthly, |case| {
        every(&mut case.entries, 43);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-229", Severity::Note, well_without_medication, |case| {
        remission(&mut case.entries, true);
    })
    .says(&[("none_taken", |case| {
        remission(&mut case.entries, true);
        case.add(day(105), MedicationNoted::new(MedicationChange::NoneTaken));
    })])
    .silent(Topic::Medication),
    Proof::of("IPT-267", Severity::Warning, acute_then_monthly, |case| {
        edit_own_contract(&mut case.entries, |contract| {
            contract.frame = TimeFrame::Sessions(2);
        });
    })
    .silent(Topic::Agreements),
];

/// The contract of maintenance is another one.
fn edit_own_contract(entries: &mut [Entry], edit: impl Fn(&mut ContractAgreed)) {
    edit_facts(entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            if contract.scope == ContractScope::Maintenance {
                edit(contract);
            }
        }
    });
}

/// Maintenance begins with a score as high as before treatment, and nobody judged remission.
fn ill_at_entry() -> Vec<Entry> {
    let mut entries = goes_on();
    without(&mut entries, FactKind::JudgementMade);
    edit_maintenance(&mut entries, 1, |note| {
        note.scores = vec![Score::new(InstrumentId::PHQ_9, 22)];
    });
    entries
}

/// A course of maintenance that follows its protocol.
fn maintained() -> Case {
    Case::new(
        &MAINT_07M,
        flawless(&MAINT_07M, ProblemArea::RoleTransition),
    )
}

/// An acute course that goes on, monthly and under a contract of its own, for three sessions of
/// maintenance.
pub(crate) fn goes_on() -> Vec<Entry> {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleTransition);
    without(&mut entries, FactKind::Closed);
    add(
        &mut entries,
        day(105),
        JudgementMade::new(Criterion::REMISSION, true),
    );
    add(&mut entries, day(112), own_contract());
    add(&mut entries, day(112), PhaseBegun::new(Phase::Maintenance));
    let last = entries.iter().rev().find_map(|entry| match entry.stated() {
        Some((_, Fact::Session(note))) => Some((**note).clone()),
        _ => None,
    });
    for n in 0..3 {
        let mut note = last
            .clone()
            .unwrap()
            .with_track(Track::Maintenance)
            .with_number(n + 1)
            .with_phase(Phase::Maintenance);
        note.tasks.clear();
        add(&mut entries, day(112 + 28 * u64::from(n)), note);
    }
    entries
}

fn own_contract() -> ContractAgreed {
    ContractAgreed::new(TimeFrame::Sessions(3))
        .with_scope(ContractScope::Maintenance)
        .with_interval_days(28)
        .with_aim("to stay well")
}

fn acute_then_monthly() -> Case {
    Case::new(&ACUTE_16, goes_on())
}

/// Between the first and the second session of maintenance the illness comes back, and progress is
/// reviewed.
fn assessed_anew() -> Case {
    let mut entries = goes_on();
    add(
        &mut entries,
        day(130),
        JudgementMade::new(Criterion::RECURRENCE, true),
    );
    add(&mut entries, day(131), ReviewHeld::new());
    Case::new(&ACUTE_16, entries)
}

fn well_without_medication() -> Case {
    let mut entries = goes_on();
    without(&mut entries, FactKind::MedicationNoted);
    remission(&mut entries, false);
    Case::new(&ACUTE_16, entries)
}

/// What the history says of how an earlier remission came.
fn remission(entries: &mut [Entry], only_with_medication: bool) {
    edit_facts(entries, |_, fact| {
        if let Fact::HistoryTaken(taken) = fact {
            taken.remitted_only_with_medication = Some(only_with_medication);
        }
    });
}

pub(crate) fn no_own_contract(entries: &mut Vec<Entry>) {
    entries.retain(|entry| {
        !matches!(entry.stated(), Some((_, Fact::ContractAgreed(contract))) if contract.scope == ContractScope::Maintenance)
    });
}

/// The contract of maintenance has another interval.
fn every(entries: &mut [Entry], days: u16) {
    edit_own_contract(entries, |contract| contract.interval_days = Some(days));
}

/// Edits the first sessions of maintenance.
fn edit_maintenance(entries: &mut [Entry], first: usize, edit: impl Fn(&mut Session)) {
    let mut left = first;
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.phase == Some(Phase::Maintenance) && left > 0 {
                left -= 1;
                edit(note);
            }
        }
    });
}

fn off_interpersonal_matters(note: &mut Session) {
    note.strategies = StrategySet::EMPTY;
    note.worked_on.clear();
    note.mood_event_link = interpersonal::Stated::NotReported;
    note.incident = interpersonal::Stated::NotReported;
}

#[test]
fn a_contract_of_maintenance_that_leaves_frequency_or_aim_open_is_a_warning() {
    let mut entries = goes_on();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.aim = None;
        }
    });
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-220"]);
    assert!(matches!(of(&report, "IPT-220")[..], [f] if f.severity == Severity::Warning));
    cannot_tell(entries, Topic::Agreements, "IPT-220");
}

#[test]
fn a_contract_of_maintenance_from_before_the_record_begins_cannot_be_told() {
    let mut entries = crate::phases::midway(goes_on(), day(113), Phase::Maintenance, 16);
    no_own_contract(&mut entries);
    assert_outcome(&ACUTE_16, entries, "IPT-220", Outcome::CannotTell);
}

#[test]
fn a_contract_of_maintenance_that_was_agreed_after_it_began_is_late_once() {
    let mut entries = goes_on();
    no_own_contract(&mut entries);
    add(&mut entries, day(120), own_contract());
    let found = report(&ACUTE_16, entries);
    let [finding] = of(&found, "IPT-220")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert!(
        matches!(finding.status, Status::Remedied { .. }) && finding.severity == Severity::Warning
    );
}

#[test]
fn maintenance_before_remission_is_a_warning_where_remission_is_no_condition_of_entry() {
    let mut entries = goes_on();
    without(&mut entries, FactKind::JudgementMade);
    // A score within the level of remission leaves a note.
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&found, "IPT-221")[0].severity, Severity::Note);
    without_totals(&mut entries);
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&found, "IPT-221")[0].severity, Severity::Warning);
    cannot_tell(entries, Topic::Measures, "IPT-221");
}

/// Whatever was measured has no total.
pub(crate) fn without_totals(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| match fact {
        Fact::Session(note) => note.scores.iter_mut().for_each(|score| score.total = None),
        Fact::Scored(score) => score.total = None,
        _ => {}
    });
}

/// What was judged before maintenance began, in place of remission.
fn judged(judgements: &[(u64, Criterion, bool)]) -> Vec<Entry> {
    let mut entries = goes_on();
    without(&mut entries, FactKind::JudgementMade);
    for (on, criterion, met) in judgements.iter().copied() {
        add(&mut entries, day(on), JudgementMade::new(criterion, met));
    }
    entries
}

#[test]
fn near_remission_holds_beside_a_judgement_that_remission_is_not_reached() {
    let near = (105, Criterion::NEAR_REMISSION, true);
    for later in [105, 110] {
        let not_yet = (later, Criterion::REMISSION, false);
        for order in [[near, not_yet], [not_yet, near]] {
            assert_outcome(&ACUTE_16, judged(&order), "IPT-221", Outcome::Holds);
        }
    }
    let lost = [
        (105, Criterion::REMISSION, true),
        (110, Criterion::NEAR_REMISSION, false),
    ];
    assert_outcome(&ACUTE_16, judged(&lost), "IPT-221", Outcome::Found);
    let reached = [
        (105, Criterion::NEAR_REMISSION, false),
        (110, Criterion::REMISSION, true),
    ];
    assert_outcome(&ACUTE_16, judged(&reached), "IPT-221", Outcome::Holds);
}

#[test]
fn that_a_patient_is_not_near_remission_is_found_where_it_is_stated() {
    let mut entries = judged(&[(105, Criterion::NEAR_REMISSION, false)]);
    unreported(&mut entries, Topic::Measures);
    assert_outcome(&ACUTE_16, entries, "IPT-221", Outcome::Found);
    // Who is not in remission may be near it.
    cannot_tell(
        judged(&[(105, Criterion::REMISSION, false)]),
        Topic::Measures,
        "IPT-221",
    );
}

#[test]
fn maintenance_in_the_middle_of_acute_treatment_is_out_of_order() {
    let mut entries = crate::safety::until(goes_on(), day(63));
    add(
        &mut entries,
        day(63),
        JudgementMade::new(Criterion::REMISSION, true),
    );
    add(&mut entries, day(63), own_contract());
    add(&mut entries, day(63), PhaseBegun::new(Phase::Maintenance));
    let found = report(&ACUTE_16, entries);
    assert!(!of(&found, "IPT-011").is_empty());
}

#[test]
fn gaps_of_maintenance_are_measured_in_the_interval_of_its_contract() {
    let moved_by = |days: i64| {
        let mut entries = goes_on();
        interpersonal::testing::exemplar::postpone(&mut entries, day(168), days);
        report(&ACUTE_16, entries)
    };
    for (days, severity) in [
        (0, None),
        (13, None),
        (15, Some(Severity::Note)),
        (29, Some(Severity::Warning)),
    ] {
        let report = moved_by(days);
        assert_eq!(
            of(&report, "IPT-223").first().map(|f| f.severity),
            severity,
            "{days}"
        );
    }
}

/// The last session comes 29 days late.
fn late() -> Vec<Entry> {
    let mut entries = goes_on();
    interpersonal::testing::exemplar::postpone(&mut entries, day(168), 29);
    entries
}

#[test]
fn a_break_in_a_gap_of_maintenance_counts_whenever_it_was_announced() {
    for announced in [139, 150] {
        let mut entries = late();
        add(
            &mut entries,
            day(announced),
            BreakAnnounced::new(day(150), day(185)),
        );
        assert_eq!(
            outcome(&report(&ACUTE_16, entries), "IPT-223"),
            Outcome::Holds,
            "{announced}"
        );
    }
    let mut entries = late();
    add(
        &mut entries,
        day(150),
        BreakAnnounced::new(day(200), day(210)),
    );
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-223").len(),
        1,
        "a break that comes later"
    );
    cannot_tell(late(), Topic::Contacts, "IPT-223");
    cannot_tell(late(), Topic::Agreements, "IPT-223");
}

#[test]
fn a_day_that_is_covered_excuses_no_other() {
    let with_break = |until: u64| {
        let mut entries = late();
        add(
            &mut entries,
            day(139),
            BreakAnnounced::new(day(150), day(until)),
        );
        of(&report(&ACUTE_16, entries), "IPT-223")
            .iter()
            .map(|f| f.severity)
            .collect::<Vec<_>>()
    };
    assert_eq!(with_break(151), [Severity::Note], "55 of 57 days are left");
    assert_eq!(with_break(175), [], "31 of 57 days are left");
}

#[test]
fn a_long_gap_whose_only_excuse_is_not_reported_is_a_question() {
    let mut entries = late();
    unreported(&mut entries, Topic::Contacts);
    let open = report(&ACUTE_16, entries);
    let asked: Vec<_> = open
        .questions()
        .filter(|question| question.code().as_str() == "IPT-223")
        .collect();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].to_string().ends_with("What lay between?"));
}

#[test]
fn a_score_of_illness_at_the_beginning_of_maintenance_is_found_in_an_excerpt_too() {
    let mut entries = ill_at_entry();
    unreported(&mut entries, Topic::Measures);
    let found = report(&ACUTE_16, entries.clone());
    let [finding] = of(&found, "IPT-221")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        (finding.case().unwrap().name.as_ref(), finding.severity),
        ("ill_by_score", Severity::Warning)
    );

    add(
        &mut entries,
        day(105),
        JudgementMade::new(Criterion::NEAR_REMISSION, true),
    );
    assert!(
        of(&report(&ACUTE_16, entries), "IPT-221").is_empty(),
        "a clinician's judgement decides"
    );
}

#[test]
fn a_gap_of_maintenance_is_measured_by_what_was_agreed_while_it_ran() {
    let amended = |mut entries: Vec<Entry>, on: u64, days: u16| {
        add(
            &mut entries,
            day(on),
            ContractAmended::new().with_interval_days(days),
        );
        of(&report(&ACUTE_16, entries), "IPT-223").len()
    };
    assert_eq!(
        amended(goes_on(), 168, 7),
        0,
        "early signs in the session that ends it"
    );
    assert_eq!(
        amended(goes_on(), 150, 7),
        0,
        "early signs between the sessions"
    );
    assert_eq!(amended(late(), 150, 56), 0, "further apart by agreement");
    assert_eq!(amended(late(), 197, 56), 1, "agreed when it was over");
}

#[test]
fn that_no_session_of_maintenance_was_held_cannot_be_told_where_sessions_are_not_reported() {
    let mut entries = goes_on();
    add(
        &mut entries,
        day(112),
        JudgementMade::new(Criterion::RECURRENCE, true),
    );
    entries.retain(
        |entry| !matches!(entry.stated(), Some((_, Fact::Session(note))) if note.phase == Some(Phase::Maintenance)),
    );
    for code in ["IPT-223", "IPT-225", "IPT-226", "IPT-267"] {
        assert_eq!(
            outcome(&report(&ACUTE_16, entries.clone()), code),
            Outcome::DoesNotApply,
            "{code}"
        );
        cannot_tell(entries.clone(), Topic::Sessions, code);
    }
    no_own_contract(&mut entries);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-228", Outcome::DoesNotApply);
    cannot_tell(entries, Topic::Agreements, "IPT-228");
}

#[test]
fn a_session_of_maintenance_given_to_a_crisis_neither_counts_nor_ends_a_run() {
    let crisis_in_second = |off: usize| {
        let mut entries = goes_on();
        edit_maintenance(&mut entries, 2, |note| note.kind = SessionKind::Crisis);
        edit_maintenance(&mut entries, 1, |note| note.kind = SessionKind::Ordinary);
        edit_maintenance(&mut entries, off, off_interpersonal_matters);
        outcome(&report(&ACUTE_16, entries), "IPT-226")
    };
    assert_eq!(
        (crisis_in_second(2), crisis_in_second(3)),
        (Outcome::Holds, Outcome::Found)
    );
}

#[test]
fn sessions_of_maintenance_from_before_their_content_was_reported_cannot_be_told() {
    let asked = |off: usize| {
        let mut entries = goes_on();
        edit_maintenance(&mut entries, off, off_interpersonal_matters);
        unreported(&mut entries, Topic::SessionContent);
        add(
            &mut entries,
            day(130),
            ReportingChanged::new(Reporting::COMPLETE),
        );
        outcome(&report(&ACUTE_16, entries), "IPT-226")
    };
    assert_eq!((asked(2), asked(3)), (Outcome::CannotTell, Outcome::Found));
}

#[test]
fn the_time_after_the_last_session_of_the_contract_is_no_gap() {
    let asked = |last: u64| {
        let course = crate::course(&ACUTE_16, crate::safety::until(goes_on(), day(last)));
        interpersonal::rule::Validator::new().validate(&course, day(300))
    };
    assert!(of(&asked(168), "IPT-223").is_empty());
    assert_eq!(of(&asked(140), "IPT-223").len(), 1);
}

#[test]
fn gaps_cannot_be_told_where_no_interval_is_on_record_and_agreements_are_not_reported() {
    let mut entries = goes_on();
    no_own_contract(&mut entries);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-223", Outcome::DoesNotApply);
    cannot_tell(entries.clone(), Topic::Agreements, "IPT-223");
    cannot_tell(entries, Topic::Agreements, "IPT-228");
}

#[test]
fn a_recurrence_is_answered_by_the_session_that_assesses_anew_or_later_or_taken_back() {
    let mut entries = goes_on();
    add(
        &mut entries,
        day(141),
        JudgementMade::new(Criterion::RECURRENCE, true),
    );
    for topic in [Topic::Measures, Topic::InitialTasks] {
        cannot_tell(entries.clone(), topic, "IPT-225");
    }
    let with = |on: u64, fact: Fact| {
        let mut entries = entries.clone();
        add(&mut entries, day(on), fact);
        entries
    };
    finds(&ACUTE_16, entries.clone(), &["IPT-225"]);
    finds(&ACUTE_16, with(168, ReviewHeld::new().into()), &[]);
    finds(
        &ACUTE_16,
        with(150, JudgementMade::new(Criterion::RECURRENCE, false).into()),
        &[],
    );

    let closed = Closed::new(
        EndMode::TransferredToOtherTreatment,
        ClinicalResult::Deteriorated,
        Disposition::SpecialistCare,
    );
    for fact in [ReviewHeld::new().into(), closed.into()] {
        let late = report(&ACUTE_16, with(175, fact));
        assert!(
            matches!(of(&late, "IPT-225")[..], [f] if matches!(f.status, Status::Remedied { .. }))
        );
    }
}

#[test]
fn a_single_session_of_maintenance_off_interpersonal_matters_is_no_matter() {
    let mut entries = goes_on();
    edit_maintenance(&mut entries, 1, off_interpersonal_matters);
    assert_outcome(&ACUTE_16, entries, "IPT-226", Outcome::Holds);
}

#[test]
fn the_interval_of_maintenance_lies_within_what_the_protocol_provides_for() {
    for (days, outside) in [(6, true), (7, false), (42, false), (43, true)] {
        let mut entries = goes_on();
        every(&mut entries, days);
        assert_eq!(
            of(&report(&ACUTE_16, entries), "IPT-228").len(),
            usize::from(outside),
            "{days}"
        );
    }
    let mut entries = goes_on();
    add(
        &mut entries,
        day(140),
        ContractAmended::new().with_interval_days(90),
    );
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-228").len(),
        1,
        "an amendment counts"
    );
}

#[test]
fn a_course_without_maintenance_has_no_interval_of_it() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleTransition);
    unreported(&mut entries, Topic::Agreements);
    assert_outcome(&ACUTE_16, entries, "IPT-228", Outcome::DoesNotApply);
}

#[test]
fn that_remission_needed_medication_says_nothing_of_a_patient_who_takes_some() {
    let mut case = well_without_medication();
    remission(&mut case.entries, true);
    case.add(day(100), MedicationNoted::new(MedicationChange::Started));
    assert_outcome(&ACUTE_16, case.entries, "IPT-229", Outcome::DoesNotApply);

    let mut entries = goes_on();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::HistoryTaken(taken) = fact {
            *taken = HistoryTaken::new();
        }
    });
    without(&mut entries, FactKind::MedicationNoted);
    cannot_tell(entries, Topic::InitialTasks, "IPT-229");
}
