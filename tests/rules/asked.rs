//! Measures, diary, work, tasks and techniques that a protocol names.

use std::borrow::Cow;

use interpersonal::{
    Fact, Phase, ProblemArea, Severity, TaskNote, Topic,
    measure::InstrumentId,
    protocol::{
        Cadence, DeclaredTask, Level, MeasureSpec, ProtocolSpec, TechniqueSpec,
        preset::{UK_16, WHO_G8},
    },
    record::{contract::ContractTerm, session::Session},
    rule::Outcome,
    source::{Basis, SourceId},
    vocabulary::{Task, TaskToken, Technique, WorkKind},
};

use crate::{
    Case, Proof, edit_facts, edit_session, flawless,
    population::{acute, under, weighs},
    session_day, transition,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of(
        "IPT-277",
        Severity::Error,
        || measured(Level::Must, Cadence::EverySession, None),
        |case| {
            each_note(case, |note| {
                note.scores
                    .iter_mut()
                    .for_each(|score| score.instrument = InstrumentId::BDI_II);
            });
        },
    )
    .silent(Topic::Measures)
    .says(&[
        ("missed", |case| unscored(case, 7..=8)),
        ("run", |case| {
            *case = measured(Level::Should, Cadence::EverySessions, Some(4));
            unscored(case, 6..=9);
        }),
        ("weeks", |case| {
            *case = measured(Level::Should, Cadence::EveryWeeks, Some(4));
            unscored(case, 6..=9);
        }),
        ("before", |case| {
            *case = measured(Level::Should, Cadence::BeforeAndAfter, None);
            unscored(case, [1]);
        }),
        ("after", |case| {
            *case = measured(Level::Should, Cadence::BeforeAndAfter, None);
            unscored(case, 15..=16);
        }),
    ]),
    Proof::of(
        "IPT-278",
        Severity::Error,
        || diary(Level::Must, Basis::Practice),
        unkept,
    )
    .silent(Topic::Measures)
    .says(&[("late", |case| {
        unkept(case);
        agreed(case, 8, WorkKind::Diary);
    })]),
    Proof::of("IPT-279", Severity::Note, transition, |case| {
        for session in [5, 6] {
            agreed(case, session, WorkKind::Structured);
        }
    })
    .silent(Topic::SessionContent)
    .says(&[("promised", homework_promised)]),
    Proof::of(
        "IPT-281",
        Severity::Warning,
        || declared(Level::Must, Some(2), Basis::Practice),
        |case| {
            undone(case);
            edit_session(&mut case.entries, 3, |note| {
                note.tasks.push(TaskNote::done(PLAN));
            });
        },
    )
    .silent(Topic::InitialTasks)
    .says(&[("stated", |case| {
        undone(case);
        edit_session(&mut case.entries, 2, |note| {
            note.tasks.push(TaskNote::not_done(PLAN));
        });
        let fifth = session_day(&case.entries, 5);
        case.entries
            .retain(|entry| entry.day().is_none_or(|on| on < fifth));
    })]),
    Proof::of(
        "IPT-282",
        Severity::Error,
        || declared(Level::Must, None, Basis::Practice),
        undone,
    )
    .silent(Topic::InitialTasks)
    .says(&[
        ("stated", |case| {
            undone(case);
            edit_session(&mut case.entries, 2, |note| {
                note.tasks.push(TaskNote::not_done(PLAN));
            });
        }),
        ("left_out", |case| {
            *case = declared(Level::MustNot, None, Basis::Practice);
            edit_session(&mut case.entries, 3, |note| {
                note.tasks.push(TaskNote::done(PLAN));
            });
        }),
    ]),
    Proof::of(
        "IPT-283",
        Severity::Note,
        || favoured(Level::Must),
        |case| {
            each_note(case, |note| {
                note.techniques = note.techniques.without(Technique::ProblemSolving);
            });
        },
    )
    .silent(Topic::SessionContent)
    .says(&[("left_out", |case| {
        *case = favoured(Level::MustNot);
        edit_session(&mut case.entries, 5, |note| {
            note.techniques = note.techniques.with(Technique::ProblemSolving);
        });
    })]),
];

const PLAN: TaskToken = TaskToken::from_static("safety_plan");
const SRM: InstrumentId = InstrumentId::from_static("srm-5");

fn each_note(case: &mut Case, mut edit: impl FnMut(&mut Session)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            edit(note);
        }
    });
}

const fn measure(
    instrument: InstrumentId,
    level: Level,
    cadence: Cadence,
    every: Option<u16>,
) -> MeasureSpec {
    MeasureSpec {
        instrument,
        level,
        cadence,
        every,
        source: SourceId::RAFAELI_2021.whole(),
        basis: Basis::Trial,
    }
}

fn measured(level: Level, cadence: Cadence, every: Option<u16>) -> Case {
    let measures = vec![measure(InstrumentId::PHQ_9, level, cadence, every)];
    under(ProtocolSpec {
        measures: Cow::Owned(measures),
        ..acute()
    })
}

fn diary(level: Level, basis: Basis) -> Case {
    let mood = measure(
        InstrumentId::PHQ_9,
        Level::Must,
        Cadence::EverySession,
        None,
    );
    let diary = MeasureSpec {
        basis,
        ..measure(SRM, level, Cadence::Daily, None)
    };
    under(ProtocolSpec {
        measures: Cow::Owned(vec![mood, diary]),
        ..acute()
    })
}

fn unkept(case: &mut Case) {
    each_note(case, |note| {
        note.scores.retain(|score| score.instrument != SRM);
    });
}

fn unscored(case: &mut Case, sessions: impl IntoIterator<Item = usize>) {
    for session in sessions {
        edit_session(&mut case.entries, session, |note| note.scores.clear());
    }
}

fn agreed(case: &mut Case, session: usize, kind: WorkKind) {
    edit_session(&mut case.entries, session, |note| {
        note.agreed = note.agreed.with(kind);
    });
}

/// The contract names systematic homework.
fn homework_promised(case: &mut Case) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.terms = contract
                .terms
                .map(|terms| terms.with(ContractTerm::SystematicHomework));
        }
    });
}

fn declared(level: Level, by_session: Option<u16>, basis: Basis) -> Case {
    let task = DeclaredTask {
        token: PLAN,
        label: Cow::Borrowed("Safety plan"),
        phase: Phase::Initial,
        by_session,
        level,
        source: if basis == Basis::Design {
            SourceId::DESIGN.whole()
        } else {
            SourceId::IPT_A_SCI.whole()
        },
        basis,
    };
    under(ProtocolSpec {
        tasks: Cow::Owned(vec![task]),
        ..acute()
    })
}

fn undone(case: &mut Case) {
    each_note(case, |note| {
        note.tasks.retain(|note| note.task != Task::Declared(PLAN));
    });
}

fn favoured(level: Level) -> Case {
    let spec = TechniqueSpec {
        technique: Technique::ProblemSolving,
        level,
        source: SourceId::CEBC_IPT_A.whole(),
        basis: Basis::Practice,
    };
    under(ProtocolSpec {
        techniques: Cow::Owned(vec![spec]),
        ..acute()
    })
}

#[test]
fn a_measure_that_is_missed_is_found_where_it_was_due() {
    let mut each = measured(Level::Must, Cadence::EverySession, None);
    unscored(&mut each, [7]);
    assert_eq!(weighs(&each, "IPT-277").0, Some(Severity::Warning));
    let mut fourth = measured(Level::Should, Cadence::EverySessions, Some(4));
    unscored(&mut fourth, 6..=8);
    assert_eq!(weighs(&fourth, "IPT-277"), (None, Outcome::Holds));
    unscored(&mut fourth, [9]);
    assert_eq!(weighs(&fourth, "IPT-277").0, Some(Severity::Warning));
    let mut weeks = measured(Level::Should, Cadence::EveryWeeks, Some(4));
    unscored(&mut weeks, 6..=8);
    assert_eq!(weighs(&weeks, "IPT-277"), (None, Outcome::Holds));
    unscored(&mut weeks, [9]);
    assert_eq!(weighs(&weeks, "IPT-277").0, Some(Severity::Warning));
}

#[test]
fn sessions_without_a_measure_that_each_has_are_one_finding() {
    let mut case = measured(Level::Must, Cadence::EverySession, None);
    unscored(&mut case, [7, 8, 12]);
    let report = crate::report(case.protocol, case.entries);
    let [finding] = crate::of(&report, "IPT-277")[..] else {
        panic!("{:#?}", report.findings)
    };
    assert_eq!(
        finding.to_string(),
        "For 3 of 16 sessions, first on 16 February, no score on the PHQ-9 was on record; acute-16 has one in each session."
    );
}

#[test]
fn a_measure_before_and_after_is_taken_at_both_ends() {
    for missing in [1..=1, 15..=16] {
        let mut case = measured(Level::Should, Cadence::BeforeAndAfter, None);
        assert_eq!(weighs(&case, "IPT-277"), (None, Outcome::Holds));
        unscored(&mut case, missing.clone());
        assert_eq!(
            weighs(&case, "IPT-277").0,
            Some(Severity::Warning),
            "{missing:?}"
        );
    }
}

#[test]
fn a_usual_measure_whose_source_was_not_read_is_a_note() {
    for (protocol, weight) in [(&WHO_G8, Severity::Note), (&UK_16, Severity::Warning)] {
        let mut case = Case::new(protocol, flawless(protocol, ProblemArea::RoleTransition));
        unscored(&mut case, [7]);
        assert_eq!(weighs(&case, "IPT-277").0, Some(weight));
    }
}

#[test]
fn a_diary_counts_from_when_it_was_agreed() {
    let mut case = diary(Level::Must, Basis::Practice);
    unkept(&mut case);
    let mut late = case.clone();
    agreed(&mut case, 2, WorkKind::Diary);
    assert_eq!(weighs(&case, "IPT-278"), (None, Outcome::Holds));
    assert_eq!(
        weighs(&case, "IPT-279"),
        (None, Outcome::Holds),
        "the diary is a measure of the protocol"
    );
    agreed(&mut late, 8, WorkKind::Diary);
    assert_eq!(weighs(&late, "IPT-278").0, Some(Severity::Warning));
    let mut ours = diary(Level::Must, Basis::Unseen);
    unkept(&mut ours);
    assert_eq!(weighs(&ours, "IPT-278").0, Some(Severity::Warning));
}

#[test]
fn work_of_another_kind_is_one_note_and_what_a_contract_promised_is_noted_where_nothing_came_of_it()
{
    let said = |case: Case| {
        let report = crate::report(case.protocol, case.entries);
        let found: Vec<_> = crate::of(&report, "IPT-279")
            .iter()
            .map(|it| (it.severity, it.to_string()))
            .collect();
        found
    };
    let mut case = transition();
    homework_promised(&mut case);
    let promised = "The contract of 19 January named systematic homework, which acute-16 does not provide for.";
    assert_eq!(said(case.clone()), [(Severity::Note, promised.into())]);
    agreed(&mut case, 5, WorkKind::Structured);
    agreed(&mut case, 6, WorkKind::Structured);
    let given = "In 2 sessions, the last on 9 February, tasks for the time between sessions were agreed (structured \
                 assignments); acute-16 does not provide for such tasks.";
    assert_eq!(said(case), [(Severity::Note, given.into())]);
}

#[test]
fn a_task_that_was_never_done_is_found_once() {
    let mut case = declared(Level::Must, Some(2), Basis::Practice);
    undone(&mut case);
    assert_eq!(weighs(&case, "IPT-281"), (None, Outcome::Holds));
    assert_eq!(weighs(&case, "IPT-282").0, Some(Severity::Error));
    let fifth = session_day(&case.entries, 5);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on < fifth));
    assert_eq!(weighs(&case, "IPT-281").0, Some(Severity::Warning));
    assert_eq!(weighs(&case, "IPT-282").0, None);
}

#[test]
fn a_task_weighs_what_the_protocol_says_of_it() {
    for (level, basis, weight) in [
        (Level::Must, Basis::Design, Some(Severity::Warning)),
        (Level::Should, Basis::Practice, Some(Severity::Warning)),
        (Level::May, Basis::Practice, None),
        (Level::MustNot, Basis::Practice, None),
    ] {
        let mut case = declared(level, None, basis);
        undone(&mut case);
        assert_eq!(weighs(&case, "IPT-282").0, weight, "{level} {basis}");
    }
    let mut case = declared(Level::MustNot, None, Basis::Practice);
    edit_session(&mut case.entries, 3, |note| {
        note.tasks.push(TaskNote::done(PLAN));
    });
    assert_eq!(weighs(&case, "IPT-282").0, Some(Severity::Warning));
}

#[test]
fn a_favoured_technique_that_was_never_used_is_a_note_and_one_that_is_left_out_a_warning() {
    let mut usual = favoured(Level::Should);
    each_note(&mut usual, |note| {
        note.techniques = note.techniques.without(Technique::ProblemSolving);
    });
    assert_eq!(weighs(&usual, "IPT-283").0, Some(Severity::Note));
    let mut left_out = favoured(Level::MustNot);
    assert_eq!(weighs(&left_out, "IPT-283"), (None, Outcome::Holds));
    edit_session(&mut left_out.entries, 5, |note| {
        note.techniques = note.techniques.with(Technique::ProblemSolving);
    });
    assert_eq!(weighs(&left_out, "IPT-283").0, Some(Severity::Warning));
}
