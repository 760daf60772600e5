//! IPT-015 to IPT-022, IPT-025.

use std::sync::LazyLock;

use interpersonal::{
    Entry, Fact, ProblemArea, Protocol, Severity, Stated, TaskNote, Topic,
    protocol::{
        Cited, Population, ProtocolSpec,
        preset::{ACUTE_16, FB_14},
    },
    record::{
        FactKind,
        patient::{AgeRecorded, DiagnosisMade, DiagnosisRole},
        session::SessionKind,
        setting::{
            ConsentRecorded, ConsentState, ScreenItem, ScreenSet, ScreeningDone, Suitability,
        },
    },
    rule::{Outcome, Status},
    vocabulary::{DiagnosisCode, InitialTask, Label, ProtocolId},
};

use crate::{
    Case, Proof, add, assert_outcome, codes, day, edit_facts, edit_session, finds, flawless,
    initial, of, outcome, report, safety, session_day, transition, unreported, without,
};

fn treated() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-015", Severity::Note, transition, |case| {
        without(&mut case.entries, FactKind::SuitabilityDecided);
    })
    .says(&[("unsuitable", |case| unsuitable(&mut case.entries))])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-016", Severity::Warning, transition, |case| {
        screened(&mut case.entries, |screen| {
            screen.absent = screen.absent.without(ScreenItem::Psychosis);
        });
    })
    .says(&[
        ("no_screen", |case| {
            without(&mut case.entries, FactKind::ScreeningDone);
        }),
        ("not_screened", |case| {
            without(&mut case.entries, FactKind::ScreeningDone);
            edit_session(&mut case.entries, 1, |note| {
                note.tasks.push(TaskNote::not_done(InitialTask::Screening));
            });
        }),
        ("no_check", |case| {
            *case = initial::checked();
            initial::never(&mut case.entries, InitialTask::MedicalCheck);
        }),
        ("not_considered", |case| {
            *case = initial::checked();
            initial::never(&mut case.entries, InitialTask::MedicalCheck);
            edit_session(&mut case.entries, 1, |note| {
                note.tasks
                    .push(TaskNote::not_done(InitialTask::MedicalCheck));
            });
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of(
        "IPT-017",
        Severity::Error,
        || covered(ScreenItem::Bipolar),
        |case| {
            screened(&mut case.entries, |screen| {
                screen.specialist_plan = Stated::NotReported;
            });
        },
    )
    .says(&[
        ("no_plan", |case| {
            screened(&mut case.entries, |screen| {
                screen.specialist_plan = Stated::NotDone;
            });
        }),
        ("plan_beside_unknown", |case| {
            *case = covered(ScreenItem::MedicalMimic);
            screened(&mut case.entries, |screen| {
                screen.specialist_plan = Stated::NotReported;
            });
        }),
        ("no_plan_beside", |case| {
            *case = covered(ScreenItem::MedicalMimic);
            screened(&mut case.entries, |screen| {
                screen.specialist_plan = Stated::NotDone;
            });
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-018", Severity::Warning, chronic, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::SuitabilityDecided(decided) = fact {
                decided.reason = None;
            }
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-019", Severity::Warning, transition, |case| {
        without(&mut case.entries, FactKind::ConsentRecorded);
    })
    .says(&[
        ("not_given", |case| {
            without(&mut case.entries, FactKind::ConsentRecorded);
            edit_session(&mut case.entries, 1, |note| {
                note.tasks
                    .push(TaskNote::not_done(InitialTask::ConsentAndLimits));
            });
        }),
        ("limits_silent", |case| {
            limits(&mut case.entries, Stated::NotReported);
        }),
        ("limits_not_explained", |case| {
            limits(&mut case.entries, Stated::NotDone);
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-021", Severity::Error, transition, |case| {
        aged(&mut case.entries, 17);
    })
    .says(&[
        ("outside", |case| {
            *case = Case::new(&FB_14, flawless(&FB_14, ProblemArea::RoleTransition));
            aged(&mut case.entries, 15);
        }),
        ("too_old", |case| {
            *case = Case::new(&UP_TO_60, treated());
            aged(&mut case.entries, 88);
        }),
    ]),
    Proof::of("IPT-022", Severity::Warning, transition, |case| {
        diagnosed(&mut case.entries, "F41.1", "icd-10");
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-025", Severity::Error, consented_again, |case| {
        let mut consents = 0;
        case.entries.retain(|entry| {
            let is_consent = matches!(entry.stated(), Some((_, Fact::ConsentRecorded(_))));
            consents += usize::from(is_consent);
            !is_consent || consents < 3
        });
    })
    .silent(Topic::Agreements),
];

/// The adult manual with an upper bound of age of our own.
static UP_TO_60: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: ProtocolId::from_static("up-to-60"),
        population: Population {
            age_min: None,
            age_max: Some(Cited::design(60)),
            ..ACUTE_16.spec().population
        },
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

/// Consent is withdrawn before the last session and given again.
fn consented_again() -> Case {
    let mut case = transition();
    case.add(day(99), ConsentRecorded::new(ConsentState::Withdrawn));
    let again = ConsentRecorded::new(ConsentState::Limited).with_limits_explained(Stated::Done);
    case.add(day(104), again);
    case
}

fn unsuitable(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::SuitabilityDecided(decided) = fact {
            decided.decision = Suitability::Unsuitable;
        }
    });
}

fn limits(entries: &mut [Entry], explained: Stated) {
    edit_facts(entries, |_, fact| {
        if let Fact::ConsentRecorded(consent) = fact {
            consent.limits_explained = explained;
        }
    });
}

fn screened(entries: &mut [Entry], mut edit: impl FnMut(&mut ScreeningDone)) {
    edit_facts(entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            edit(screen);
        }
    });
}

fn positive(entries: &mut [Entry], item: ScreenItem) {
    screened(entries, |screen| {
        screen.present = item.into();
        screen.absent = ScreenSet::ALL.without(item);
    });
}

/// The screen found something, and a specialist plan covers it.
fn covered(item: ScreenItem) -> Case {
    let mut case = transition();
    positive(&mut case.entries, item);
    screened(&mut case.entries, |screen| {
        screen.specialist_plan = Stated::Done;
    });
    case
}

/// Chronic depression, with a reason for offering IPT in the decision on suitability.
fn chronic() -> Case {
    let mut case = transition();
    positive(&mut case.entries, ScreenItem::ChronicDepression);
    case
}

fn aged(entries: &mut [Entry], years: u8) {
    edit_facts(entries, |_, fact| {
        if let Fact::AgeRecorded(age) = fact {
            *age = AgeRecorded::new(years);
        }
    });
}

fn diagnosed(entries: &mut [Entry], code: &'static str, system: &'static str) {
    edit_facts(entries, |_, fact| {
        if let Fact::DiagnosisMade(diagnosis) = fact {
            **diagnosis =
                DiagnosisMade::new(DiagnosisCode::from_static(code), Label::from_static(system));
        }
    });
}

#[test]
fn treatment_that_began_against_the_decision_is_found_whatever_is_reported() {
    let mut entries = treated();
    unsuitable(&mut entries);
    finds(&ACUTE_16, entries.clone(), &["IPT-015"]);
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(codes(&report(&ACUTE_16, entries)), ["IPT-015"]);
}

#[test]
fn an_open_question_of_the_screen_is_found_where_the_middle_phase_begins() {
    let mut entries = treated();
    screened(&mut entries, |screen| {
        screen.absent = screen.absent.without(ScreenItem::Psychosis);
    });
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(of(&found, "IPT-016")[0].on, Some(session_day(&entries, 4)));
}

#[test]
fn a_screen_that_is_stated_as_not_done_counts_in_an_excerpt_too() {
    let mut entries = treated();
    without(&mut entries, FactKind::ScreeningDone);
    unreported(&mut entries, Topic::InitialTasks);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-016", Outcome::CannotTell);
    edit_session(&mut entries, 1, |note| {
        note.tasks.push(TaskNote::not_done(InitialTask::Screening));
    });
    assert_outcome(&ACUTE_16, entries, "IPT-016", Outcome::Found);
}

#[test]
fn a_plan_that_is_denied_counts_everywhere_and_one_that_came_later_remedies() {
    let mut entries = covered(ScreenItem::Bipolar).entries;
    screened(&mut entries, |screen| {
        screen.specialist_plan = Stated::NotDone;
    });
    let mut silent = entries.clone();
    unreported(&mut silent, Topic::InitialTasks);
    assert_eq!(
        of(&report(&ACUTE_16, silent), "IPT-017")[0].severity,
        Severity::Error
    );

    let planned = ScreeningDone::new()
        .with_present(ScreenItem::Bipolar)
        .with_absent(ScreenSet::ALL.without(ScreenItem::Bipolar))
        .with_specialist_plan(Stated::Done);
    add(&mut entries, day(30), planned);
    let found = finds(&ACUTE_16, entries, &[]);
    let late = of(&found, "IPT-017")[0];
    assert_eq!(late.severity, Severity::Warning);
    assert!(matches!(late.status, Status::Remedied { .. }));
}

#[test]
fn a_physical_mimic_alone_is_a_warning() {
    let mut entries = covered(ScreenItem::MedicalMimic).entries;
    screened(&mut entries, |screen| {
        screen.specialist_plan = Stated::NotReported;
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-017"]);
    assert_eq!(of(&found, "IPT-017")[0].severity, Severity::Warning);
    screened(&mut entries, |screen| {
        screen.present = screen.present.with(ScreenItem::Psychosis);
    });
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-017")[0].severity,
        Severity::Error
    );
}

#[test]
fn without_a_positive_answer_nothing_is_asked_and_without_a_screen_it_is_not_known() {
    let mut entries = treated();
    let codes = ["IPT-017", "IPT-018"];
    let outcomes =
        |entries: &[Entry]| codes.map(|code| outcome(&report(&ACUTE_16, entries.to_vec()), code));
    unreported(&mut entries, Topic::InitialTasks);
    assert_eq!(outcomes(&entries), [Outcome::DoesNotApply; 2]);
    without(&mut entries, FactKind::ScreeningDone);
    assert_eq!(outcomes(&entries), [Outcome::CannotTell; 2]);
}

#[test]
fn the_reason_for_offering_ipt_may_stand_with_the_screen() {
    let mut entries = chronic().entries;
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::SuitabilityDecided(decided) => decided.reason = None,
        Fact::ScreeningDone(screen) => screen.reason = Some("nothing else was ever tried".into()),
        _ => {}
    });
    assert_outcome(&ACUTE_16, entries, "IPT-018", Outcome::Holds);
}

#[test]
fn consent_after_the_first_session_is_late() {
    let mut entries = treated();
    without(&mut entries, FactKind::ConsentRecorded);
    // While the initial phase lasts it can still be made good.
    let found = report(&ACUTE_16, safety::until(entries.clone(), day(13)));
    assert_eq!(of(&found, "IPT-019")[0].severity, Severity::Warning);

    let consent = ConsentRecorded::new(ConsentState::Given).with_limits_explained(Stated::Done);
    add(&mut entries, day(7), consent);
    let found = finds(&ACUTE_16, entries, &[]);
    let late = of(&found, "IPT-019")[0];
    assert_eq!(late.severity, Severity::Warning);
    assert!(matches!(late.status, Status::Remedied { .. }));
}

#[test]
fn consent_without_a_word_on_the_limits_is_thin_and_limits_that_were_not_explained_are_missing() {
    let weighs = |explained| {
        let mut entries = treated();
        limits(&mut entries, explained);
        of(&finds(&ACUTE_16, entries, &["IPT-019"]), "IPT-019")[0].severity
    };
    assert_eq!(weighs(Stated::NotReported), Severity::Warning);
    assert_eq!(weighs(Stated::NotDone), Severity::Error);
}

#[test]
fn consent_stated_as_not_given_counts_in_an_excerpt_too() {
    let mut entries = treated();
    without(&mut entries, FactKind::ConsentRecorded);
    unreported(&mut entries, Topic::Agreements);
    edit_session(&mut entries, 1, |note| {
        note.tasks
            .push(TaskNote::not_done(InitialTask::ConsentAndLimits));
    });
    assert_outcome(&ACUTE_16, entries, "IPT-019", Outcome::Found);
}

#[test]
fn limits_that_were_stated_as_not_explained_count_in_an_excerpt_too() {
    let told = |explained| {
        let mut entries = treated();
        unreported(&mut entries, Topic::Agreements);
        limits(&mut entries, explained);
        outcome(&report(&ACUTE_16, entries), "IPT-019")
    };
    assert_eq!(told(Stated::NotReported), Outcome::CannotTell);
    assert_eq!(told(Stated::NotDone), Outcome::Found);
}

#[test]
fn that_treatment_has_not_begun_is_known_only_where_sessions_are_reported() {
    let mut entries = safety::until(treated(), day(0));
    entries.retain(|entry| entry.day() < Some(day(0)));
    without(&mut entries, FactKind::ConsentRecorded);
    let codes = ["IPT-019", "IPT-020", "IPT-032", "IPT-033", "IPT-052"];
    let outcomes =
        |entries: &[Entry]| codes.map(|code| outcome(&report(&ACUTE_16, entries.to_vec()), code));
    assert_eq!(outcomes(&entries), [Outcome::DoesNotApply; 5]);
    unreported(&mut entries, Topic::Sessions);
    assert_eq!(outcomes(&entries), [Outcome::CannotTell; 5]);
}

#[test]
fn an_age_outside_the_range_is_a_warning_where_the_range_is_ours() {
    let mut spec = ACUTE_16.spec().clone();
    spec.population.age_min = Some(Cited::design(18));
    let of_our_own: &'static Protocol = Box::leak(Box::new(Protocol::new(spec).unwrap()));
    let mut entries = treated();
    aged(&mut entries, 17);
    let found = finds(of_our_own, entries, &["IPT-021"]);
    assert_eq!(of(&found, "IPT-021")[0].severity, Severity::Warning);
}

#[test]
fn an_age_is_compared_with_the_range_of_the_protocol() {
    let mut entries = flawless(&FB_14, ProblemArea::RoleTransition);
    aged(&mut entries, 15);
    let found = finds(&FB_14, entries, &["IPT-021"]);
    let finding = of(&found, "IPT-021")[0];
    assert_eq!(finding.severity, Severity::Error);
    assert!(
        finding
            .to_string()
            .ends_with("was 15 years; fb-14 is for people of 7 to 12 years."),
        "{finding}"
    );

    let mut entries = treated();
    aged(&mut entries, 88);
    finds(&ACUTE_16, entries.clone(), &[]);
    without(&mut entries, FactKind::AgeRecorded);
    assert_outcome(&ACUTE_16, entries, "IPT-021", Outcome::CannotTell);
}

#[test]
fn one_diagnosis_of_the_protocol_is_enough() {
    let mut entries = treated();
    let beside = DiagnosisMade::new(
        DiagnosisCode::from_static("F41.1"),
        Label::from_static("icd-10"),
    );
    add(
        &mut entries,
        day(0),
        beside.with_role(DiagnosisRole::Target),
    );
    assert_outcome(&ACUTE_16, entries, "IPT-022", Outcome::Holds);
}

#[test]
fn a_diagnosis_of_an_unknown_classification_or_none_cannot_be_compared() {
    let mut entries = treated();
    diagnosed(&mut entries, "296.2", "dsm-iv");
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-022", Outcome::CannotTell);
    without(&mut entries, FactKind::DiagnosisMade);
    assert_outcome(&ACUTE_16, entries, "IPT-022", Outcome::CannotTell);
}

#[test]
fn each_session_after_consent_was_withdrawn_is_found_and_help_in_an_emergency_is_not() {
    let withdrawn_on = |after| {
        let mut entries = treated();
        add(
            &mut entries,
            day(after),
            ConsentRecorded::new(ConsentState::Withdrawn),
        );
        entries
    };
    let found = |entries: Vec<Entry>| of(&report(&ACUTE_16, entries), "IPT-025").len();
    assert_eq!(
        [
            found(withdrawn_on(105)),
            found(withdrawn_on(98)),
            found(withdrawn_on(90))
        ],
        [0, 1, 3]
    );
    let mut entries = withdrawn_on(98);
    edit_session(&mut entries, 16, |note| note.kind = SessionKind::Crisis);
    assert_eq!(found(entries), 0);
    assert_outcome(&ACUTE_16, treated(), "IPT-025", Outcome::DoesNotApply);
}

#[test]
fn whether_the_patient_consented_again_is_an_open_question_where_agreements_are_not_reported() {
    let mut entries = treated();
    add(
        &mut entries,
        day(98),
        ConsentRecorded::new(ConsentState::Withdrawn),
    );
    unreported(&mut entries, Topic::Agreements);
    let report = report(&ACUTE_16, entries);
    let asked: Vec<_> = report
        .questions()
        .filter(|question| question.code().as_str() == "IPT-025")
        .collect();
    assert_eq!(asked.len(), 1);
    let says = "Consent was withdrawn on 13 April, and a session was held on 20 April. Had the patient consented again by then?";
    assert_eq!(asked[0].to_string(), says);
}

#[test]
fn immediate_danger_that_the_screen_found_is_no_matter_of_a_specialist_plan() {
    let mut entries = covered(ScreenItem::ImminentDanger).entries;
    screened(&mut entries, |screen| {
        screen.specialist_plan = Stated::NotDone;
    });
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, "IPT-017"), Outcome::DoesNotApply);
    assert_eq!(of(&report, "IPT-024").len(), 1);
}
