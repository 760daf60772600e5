//! Which of two protocols asks for more, and in what they differ.

use interpersonal::{
    ProblemArea, RuleCode, Severity,
    measure::InstrumentId,
    protocol::{
        Adjustment, Cited, Format, Level, MaintenanceOffer, MeasureSpec, MedicationPolicy,
        Proscription, Protocol, ProtocolSpec, Span, Stretch, preset,
    },
    record::contract::{ContractTerm, TimeFrameKind},
    source::{Basis, SourceId},
    vocabulary::{AreaSet, EndingTask, InitialTask, OffModel, SickRole, WorkKind, WorkSet},
};
use proptest::prelude::*;

/// Small changes, each of one parameter: stricter, laxer, or neither.
#[derive(Debug, Clone, Copy)]
struct Change {
    what: u8,
    to: u8,
}

fn changed(mut spec: ProtocolSpec, changes: &[Change]) -> ProtocolSpec {
    for Change { what, to } in changes.iter().copied() {
        let even = to % 2 == 0;
        let at = usize::from(to);
        let few = u16::from(to);
        match what {
            0 => spec.version = few,
            1 => spec.dose.sessions.value.min = 12 + few,
            2 => spec.dose.minutes.value = Span::new(45 + few, 50, 60 - few),
            3 => spec.focus.max_active.value = 1 + to,
            4 => {
                spec.focus.areas.value = if even {
                    AreaSet::ALL
                } else {
                    AreaSet::ALL.without(ProblemArea::Grief)
                }
            }
            5 => spec.focus.grief_requires_death.value = even,
            6 => spec.initial.sessions_most.value = 3 + few,
            7 => spec.ending.announce_note_below.value = 4 + few,
            8 => spec.ending.completion.value.den = 3 + few,
            9 => spec.timing.taper.value = even,
            10 => spec.timing.gap_break.value.num = 4 + few,
            11 => {
                spec.work.between_sessions.value = if even {
                    WorkSet::ALL
                } else {
                    WorkSet::of(&[WorkKind::Attempt])
                }
            }
            12 => spec.measures.to_mut()[0].level = Level::ALL[at],
            13 => spec.population.age_max = even.then(|| Cited::design(60 + to)),
            14 => spec.proscribed.to_mut()[0].outright = even,
            15 => {
                let severity = [
                    None,
                    Some(Severity::Note),
                    Some(Severity::Warning),
                    Some(Severity::Error),
                ];
                let code = RuleCode::from_static("IPT-161");
                let (source, basis) = (SourceId::DESIGN.whole(), Basis::Design);
                spec.adjustments = vec![Adjustment {
                    code,
                    severity: severity[at],
                    source,
                    basis,
                }]
                .into();
            }
            16 => spec.participants.to_mut()[0].level = Level::ALL[at],
            17 => spec.phases.to_mut()[5].optional = even,
            18 => spec.title = ["A", "B", "C", "D"][at].into(),
            19 => spec.measures.to_mut().rotate_left(at % 3),
            20 => {
                spec.dose.weeks = if even {
                    Cited::unseen(spec.dose.weeks.value)
                } else {
                    spec.dose.weeks
                }
            }
            _ => spec.ending.maintenance_with_all.value = even,
        }
    }
    spec
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(
        (0..22_u8, 0..4_u8).prop_map(|(what, to)| Change { what, to }),
        0..4,
    )
}

fn protocol() -> impl Strategy<Value = Protocol> {
    let base = prop::sample::select(vec![
        preset::ACUTE_16.spec(),
        preset::PTSD_14.spec(),
        preset::UK_16.spec(),
    ]);
    let valid = |(base, changes): (&ProtocolSpec, Vec<Change>)| {
        Protocol::new(changed(base.clone(), &changes)).ok()
    };
    (base, changes()).prop_filter_map("the changes contradict each other", valid)
}

/// A chain of protocols, each a few changes from the one before: near enough to be comparable
/// often.
fn chain() -> impl Strategy<Value = (Protocol, Protocol, Protocol)> {
    (changes(), changes(), changes()).prop_filter_map(
        "the changes contradict each other",
        |(a, b, c)| {
            let first = changed(preset::ACUTE_16.spec().clone(), &a);
            let second = changed(first.clone(), &b[..b.len().min(1)]);
            let third = changed(second.clone(), &c[..c.len().min(1)]);
            Some((
                Protocol::new(first).ok()?,
                Protocol::new(second).ok()?,
                Protocol::new(third).ok()?,
            ))
        },
    )
}

proptest! {
    #[test]
    fn every_protocol_entails_itself(a in protocol()) {
        prop_assert!(a.entails(&a));
    }

    #[test]
    fn what_entails_what_entails_a_third_entails_the_third((a, b, c) in chain()) {
        for (a, b, c) in [(&a, &b, &c), (&c, &b, &a), (&a, &c, &b), (&b, &a, &c), (&b, &c, &a), (&c, &a, &b)] {
            prop_assert!(!(a.entails(b) && b.entails(c)) || a.entails(c));
        }
    }

    #[test]
    fn no_difference_means_equal_and_the_other_way_round(a in protocol(), b in protocol()) {
        prop_assert_eq!(a.diff(&b).is_empty(), a == b);
    }

    #[test]
    fn a_small_change_is_seen((a, b, _) in chain()) {
        prop_assert_eq!(a.diff(&b).is_empty(), a == b);
    }

    #[test]
    fn a_difference_read_from_the_other_side_is_mirrored(a in protocol(), b in protocol()) {
        let there = a.diff(&b);
        let back = b.diff(&a);
        prop_assert_eq!(there.len(), back.len());
        for (there, back) in there.iter().zip(&back) {
            prop_assert_eq!(&there.parameter, &back.parameter);
            prop_assert_eq!((&there.left, &there.right), (&back.right, &back.left));
            prop_assert_ne!(&there.left, &there.right);
        }
    }
}

fn stretch(from: u16, to: u16, sessions: u16, days: u16) -> Stretch {
    Stretch {
        from,
        to,
        sessions,
        days,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

fn edited(edit: Edit) -> Protocol {
    let mut spec = preset::ACUTE_16.spec().clone();
    edit(&mut spec);
    Protocol::new(spec).unwrap()
}

type Edit = fn(&mut ProtocolSpec);

fn graded(severity: Severity) -> Adjustment {
    let (source, basis) = (SourceId::DESIGN.whole(), Basis::Design);
    Adjustment {
        code: RuleCode::from_static("IPT-161"),
        severity: Some(severity),
        source,
        basis,
    }
}

/// Ways of asking for more than acute treatment does, one for each parameter that can be put in an
/// order.
const STRICTER: &[(&str, Edit)] = &[
    ("a phase that may not be passed over", |spec| {
        spec.phases.to_mut()[0].optional = false;
    }),
    ("no one below twenty", |spec| {
        spec.population.age_min = Some(Cited::design(20));
    }),
    ("no one above seventy", |spec| {
        spec.population.age_max = Some(Cited::design(70));
    }),
    ("remission at entry", |spec| {
        spec.population.remission_at_entry.value = true;
    }),
    ("more sessions at least", |spec| {
        spec.dose.sessions.value.min = 14;
    }),
    ("fewer minutes at most", |spec| {
        spec.dose.minutes.value.max = 55;
    }),
    ("a first session no longer than the others", |spec| {
        spec.dose.first_minutes = None;
    }),
    ("fewer weeks at most", |spec| spec.dose.weeks.value.max = 18),
    ("one kind of time frame", |spec| {
        spec.dose.time_frames.value = TimeFrameKind::Sessions.into();
    }),
    ("fewer areas", |spec| {
        spec.focus.areas.value = AreaSet::ALL.without(ProblemArea::Grief);
    }),
    ("fewer items without a note", |spec| {
        spec.focus.advised.value = 0;
    }),
    ("one focus", |spec| spec.focus.max_active.value = 1),
    ("less of the second focus", |spec| {
        spec.focus.secondary_share.value.den = 3;
    }),
    ("a shorter run off the focus", |spec| {
        spec.focus.off_focus_run.value = 1;
    }),
    ("a nearer event", |spec| {
        spec.focus.onset_window_months.value = 6;
    }),
    ("a shorter initial phase as a rule", |spec| {
        spec.initial.sessions_usual.value = 2;
    }),
    ("a shorter initial phase at most", |spec| {
        spec.initial.sessions_most.value = 4;
    }),
    ("a further initial task", |spec| {
        spec.initial.tasks.value = spec.initial.tasks.value.with(InitialTask::ClosenessCircle);
    }),
    ("a longer inventory", |spec| {
        spec.initial.inventory_min.value = 4;
    }),
    ("the frame voiced at once", |spec| {
        spec.initial.frame_by_session.value = 1;
    }),
    ("a further matter that the contract settles", |spec| {
        let terms = &mut spec.initial.contract_terms.value;
        *terms = terms.with(ContractTerm::FeesAndCancellation);
    }),
    ("a longer ending at least", |spec| {
        spec.ending.sessions_min.value = 3;
    }),
    ("a longer ending after an early end", |spec| {
        spec.ending.sessions_min_early.value = 2;
    }),
    ("a shorter ending at most", |spec| {
        spec.ending.sessions_max.value = 3;
    }),
    ("a note before the end comes as near", |spec| {
        spec.ending.announce_note_below.value = 5;
    }),
    ("the end announced earlier", |spec| {
        spec.ending.announce_warn_below.value = 3;
    }),
    ("a shorter run without an incident", |spec| {
        spec.middle.incident_run.value = 1;
    }),
    ("affect sooner", |spec| spec.middle.affect_by.value = 2),
    ("the stage of a dispute sooner", |spec| {
        spec.middle.stage_by.value = 1;
    }),
    ("communication analysed sooner", |spec| {
        spec.middle.analysis_by.value = 2;
    }),
    ("ground explored sooner", |spec| {
        spec.middle.explored_by.value.den = 3;
    }),
    ("acting sooner", |spec| spec.middle.acting_by.value.num = 1),
    ("a focus that settles sooner", |spec| {
        spec.middle.settled_by.value.num = 1;
    }),
    ("a focus that stays", |spec| {
        spec.middle.changes_max.value = 0;
    }),
    ("the end mentioned each time", |spec| {
        spec.middle.unmentioned_run.value = 0;
    }),
    ("fewer crises", |spec| {
        spec.middle.crisis_share.value.den = 5;
    }),
    ("fewer joint sessions", |spec| {
        spec.middle.joint_max.value = 1;
    }),
    ("late sooner", |spec| spec.middle.late_share.value.den = 3),
    ("nothing new for longer", |spec| {
        spec.ending.settled_sessions.value = 3;
    }),
    ("a final score in the last session", |spec| {
        spec.ending.final_score_within.value = 1;
    }),
    ("more attempts to reach somebody", |spec| {
        spec.ending.outreach_min.value = 3;
    }),
    ("maintenance no rarer than monthly", |spec| {
        spec.maintenance.interval_days.value.max = 30;
    }),
    ("interpersonal content each time", |spec| {
        spec.maintenance.off_focus_run.value = 0;
    }),
    ("close enquiry for longer", |spec| {
        spec.safety.close_days.value = 42;
    }),
    ("made good sooner", |spec| spec.safety.remedy_days.value = 3),
    ("closer enquiry", |spec| spec.safety.enquiry_run.value = 1),
    ("early absences for longer", |spec| {
        spec.timing.early_session.value = 4;
    }),
    ("early absences answered sooner", |spec| {
        spec.timing.early_outreach_days.value = 1;
    }),
    ("a planned end that fits better", |spec| {
        spec.timing.planned_end_weeks.value = 1;
    }),
    ("more sessions supervised", |spec| {
        spec.work.supervised_share.value.num = 14;
    }),
    ("a higher rating", |spec| {
        spec.work.adherence_min.value.num = 4;
    }),
    ("fewer waivers", |spec| spec.work.waivers_max.value = 2),
    ("fewer diagnoses", |spec| {
        spec.indications.to_mut().truncate(1);
    }),
    ("a further task of the ending", |spec| {
        spec.ending.tasks.value = spec.ending.tasks.value.with(EndingTask::Goodbye);
    }),
    ("more sessions for completion", |spec| {
        spec.ending.completion.value.num = 4;
    }),
    ("maintenance discussed with everyone", |spec| {
        spec.ending.maintenance_with_all.value = true;
    }),
    ("a shorter gap worth a note", |spec| {
        spec.timing.gap_note.value.den = 3;
    }),
    ("a shorter long gap", |spec| {
        spec.timing.gap_warn.value = spec.timing.gap_note.value;
    }),
    ("a shorter break", |spec| {
        spec.timing.gap_break.value.num = 3;
    }),
    ("more days between sessions", |spec| {
        spec.timing.gap_min_days.value = 3;
    }),
    ("no second session a week", |spec| {
        spec.timing.twice_weekly.value = false;
    }),
    ("less overrun", |spec| spec.timing.overrun_weeks.value = 3),
    ("less overrun at most", |spec| {
        spec.timing.overrun_most.value.den = 3;
    }),
    ("no extension", |spec| spec.timing.extensions_max.value = 0),
    ("shorter extensions", |spec| {
        spec.timing.extension_sessions_max.value = 2;
    }),
    ("a pace that is fast sooner", |spec| {
        spec.timing.pace_fast.value.den = 3;
    }),
    ("outreach after one missed session", |spec| {
        spec.timing.outreach_after.value = 1;
    }),
    ("earlier outreach", |spec| {
        spec.timing.outreach_days.value = 6;
    }),
    ("fewer sessions missed", |spec| {
        spec.timing.missed_run.value = 2;
    }),
    ("a shorter silence", |spec| {
        spec.timing.silence_days.value = 21;
    }),
    ("an earlier decision", |spec| {
        spec.timing.decision_days.value = 5;
    }),
    ("earlier entries", |spec| {
        spec.timing.late_entry_days.value = 2;
    }),
    ("an earlier word with the prescriber", |spec| {
        spec.timing.prescriber_days.value = 7;
    }),
    ("a session rated each time", |spec| {
        spec.measurement.max_gap.value = 1;
    }),
    ("an earlier review", |spec| {
        spec.measurement.review_by.value = 6;
    }),
    ("an option recorded more often", |spec| {
        spec.measurement.review_response.value.den = 3;
    }),
    ("a measure that is indispensable", |spec| {
        spec.measures.to_mut()[0].level = Level::Must;
    }),
    ("a further measure", |spec| {
        let further = MeasureSpec {
            instrument: InstrumentId::from_static("wsas"),
            ..spec.measures[0]
        };
        spec.measures.to_mut().push(MeasureSpec {
            level: Level::Should,
            ..further
        });
    }),
    ("no work between sessions", |spec| {
        spec.work.between_sessions.value = WorkSet::EMPTY;
    }),
    ("no second session off the model", |spec| {
        spec.work.proscribed_error_from.value = 1;
    }),
    ("more minutes of contact", |spec| {
        spec.work.contact_minutes_min.value = 30;
    }),
    ("medication that is expected", |spec| {
        spec.work.medication.value = MedicationPolicy::Expected;
    }),
    ("supervision each time", |spec| {
        spec.work.supervision_gap.value = 1;
    }),
    ("an activity forbidden outright", |spec| {
        spec.proscribed.to_mut()[0].outright = true;
    }),
    ("a further activity off the model", |spec| {
        let further = Proscription {
            activity: OffModel::DietAdvice,
            ..spec.proscribed[0]
        };
        spec.proscribed.to_mut().push(further);
    }),
    ("somebody who comes as a rule", |spec| {
        spec.participants.to_mut()[0].level = Level::Should;
    }),
    ("nobody who comes along", |spec| {
        spec.participants = vec![].into();
    }),
    ("a rule graded as an error", |spec| {
        spec.adjustments = vec![graded(Severity::Error)].into();
    }),
];

#[test]
fn a_stricter_protocol_entails_the_laxer_one_and_not_the_other_way_round() {
    for (what, edit) in STRICTER {
        let ours = edited(*edit);
        assert!(ours.entails(&preset::ACUTE_16), "{what}");
        assert!(!preset::ACUTE_16.entails(&ours), "{what}");
    }
}

#[test]
fn another_title_version_or_source_binds_nobody() {
    let ours = edited(|spec| {
        spec.version = 9;
        spec.title = "Ours".into();
        spec.dose.weeks = Cited::unseen(spec.dose.weeks.value);
    });
    assert!(ours.entails(&preset::ACUTE_16) && preset::ACUTE_16.entails(&ours));
    let differing: Vec<_> = ours
        .diff(&preset::ACUTE_16)
        .into_iter()
        .map(|it| it.parameter)
        .collect();
    assert_eq!(
        differing,
        [
            "dose.weeks.at",
            "dose.weeks.basis",
            "dose.weeks.source",
            "title",
            "version"
        ]
    );
}

#[test]
fn what_can_be_asked_for_in_no_order_entails_nothing_when_it_differs() {
    let unlike: &[Edit] = &[
        |spec| spec.format = Format::Group,
        |spec| spec.phases.to_mut().truncate(6),
        |spec| {
            let other = spec.initial.tasks.value.without(InitialTask::SickRole);
            spec.initial.tasks.value = other.with(InitialTask::MedicalCheck);
        },
        |spec| spec.initial.sick_role.value = Some(SickRole::Limited),
        |spec| spec.ending.maintenance.value = MaintenanceOffer::None,
        |spec| spec.participants.to_mut()[0].sessions = Some(2),
        |spec| spec.cadence.to_mut()[0].days = 6,
        |spec| spec.measures.to_mut()[0].level = Level::MustNot,
    ];
    for (at, edit) in unlike[..7].iter().enumerate() {
        let ours = edited(*edit);
        assert!(
            !ours.entails(&preset::ACUTE_16) && !preset::ACUTE_16.entails(&ours),
            "{at}"
        );
    }
    // Not to be used says more than may be used.
    assert!(edited(unlike[7]).entails(&preset::ACUTE_16));
}

#[test]
fn a_rule_graded_lightly_or_switched_off_entails_only_what_grades_it_as_lightly() {
    let with = |adjustments: Vec<Adjustment>| {
        Protocol::new(ProtocolSpec {
            adjustments: adjustments.into(),
            ..preset::ACUTE_16.spec().clone()
        })
        .unwrap()
    };
    let off = with(vec![Adjustment {
        severity: None,
        ..graded(Severity::Note)
    }]);
    let [note, warning, error] = Severity::ALL else {
        panic!("three severities")
    };
    let [note, warning, error] =
        [*note, *warning, *error].map(|severity| with(vec![graded(severity)]));
    let as_is = with(vec![]);
    let ladder = [&error, &as_is, &note, &off];
    for (at, heavier) in ladder.iter().enumerate() {
        for (below, lighter) in ladder.iter().enumerate() {
            assert_eq!(heavier.entails(lighter), at <= below, "{at} and {below}");
        }
    }
    assert!(error.entails(&warning) && warning.entails(&note) && warning.entails(&off));
    assert!(
        !warning.entails(&as_is) && !as_is.entails(&warning),
        "how much it weighs as it is, is not known"
    );
}

/// Presets that lie within another: each asks for all that the other asks for.
const WITHIN: &[(&str, &str)] = &[
    // Twelve sessions are one of the lengths of the standard form, and nothing else differs.
    ("acute-12", "acute-16"),
];

#[test]
fn among_the_presets_one_lies_within_another_and_one_more_would_if_it_rated_as_often() {
    let pairs = preset::ALL
        .iter()
        .flat_map(|a| preset::ALL.iter().map(move |b| (a, b)));
    let within = pairs.filter(|(a, b)| a != b && a.entails(b));
    let within: Vec<_> = within
        .map(|(a, b)| (a.spec().id.as_str(), b.spec().id.as_str()))
        .collect();
    assert_eq!(within, WITHIN);
    // Six to eight sessions, a diagnosis and a score at entry, where the other asks for none; its
    // ratings lie further apart.
    let spec = preset::IPC_DEPICS.spec().clone();
    let rated_as_often = ProtocolSpec {
        measurement: preset::IPC_6.spec().measurement,
        ..spec
    };
    assert!(
        Protocol::new(rated_as_often)
            .unwrap()
            .entails(&preset::IPC_6)
    );
}

#[test]
fn spacing_is_the_same_however_it_is_cut_and_written() {
    let cut = edited(|spec| {
        spec.cadence = vec![stretch(1, 6, 1, 7), stretch(7, 16, 2, 14)].into();
    });
    assert!(cut.entails(&preset::ACUTE_16) && preset::ACUTE_16.entails(&cut));
    let wider = edited(|spec| {
        spec.cadence = vec![stretch(1, 15, 1, 7), stretch(16, 16, 1, 14)].into();
    });
    assert!(!wider.entails(&preset::ACUTE_16) && !preset::ACUTE_16.entails(&wider));
}

#[test]
fn a_difference_names_the_parameter_and_both_values_in_words() {
    let diff = preset::ACUTE_16.diff(&preset::B_8);
    let line = |parameter: &str| {
        let it = diff.iter().find(|it| it.parameter == parameter);
        it.map(|it| format!("{}: {} | {}", it.parameter, it.left, it.right))
    };
    let expected = [
        "dose.sessions.typical: 16 | 8",
        "dose.first_minutes.max: 90 | none",
        "focus.areas: grief, role dispute, role transition, interpersonal deficits | grief, role dispute, role transition",
        "focus.deficits_last_resort: true | false",
        "focus.secondary_share: 1/2 | 0/1",
        "phases.middle.typical: 4 to 13 | 3 to 7",
        "tracks: none | pre_treatment",
        "tracks.pre_treatment.level: none | should",
        "measures: phq-9, bdi-ii, ham-d-17 | ham-d-17, gaf, bdi",
        "initial.sessions_usual.source: markowitz-2006 | swartz-2014",
    ];
    for expected in expected {
        let parameter = expected.split(':').next().unwrap();
        assert_eq!(line(parameter).as_deref(), Some(expected));
    }
    assert_eq!(line("timing.gap_warn"), None);
}

#[test]
fn a_second_entry_about_the_same_thing_is_seen() {
    let twice = edited(|spec| {
        let first = spec.participants[0];
        spec.participants.to_mut().push(first);
    });
    assert_ne!(twice, preset::ACUTE_16);
    let differing: Vec<_> = twice
        .diff(&preset::ACUTE_16)
        .into_iter()
        .map(|it| it.parameter)
        .collect();
    assert!(
        differing.contains(&"participants.partner#2.level".to_string()),
        "{differing:?}"
    );
}
