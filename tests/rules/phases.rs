//! IPT-100 to IPT-108.

use std::sync::LazyLock;

use interpersonal::{
    Entry, Fact, Phase, ProblemArea, Reporting, Severity, Stated, Strategy, TaskNote, Topic,
    chrono::NaiveDate,
    protocol::{
        Cited, Dose, Protocol, ProtocolSpec, Span,
        preset::{ACUTE_16, LATE_LIFE, MAINT_07M},
    },
    record::{
        FactKind,
        contract::{
            AmendmentReason, ContractAmended, MissedSessionPolicy, TimeFrame, TimeFrameKinds,
        },
        ending::EndMode,
        review::JudgementMade,
        safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyActions, SafetyResponse},
        session::{Attendance, Session, SessionKind},
        setting::{Opened, PhaseBegun, ScreenItem, ScreenSet},
    },
    rule::Outcome,
    source::{Basis, SourceId},
    vocabulary::{Criterion, EndingTask, InitialTask, InitialTaskSet, Task},
};

use crate::{
    Case, Proof, add, assert_outcome, at, base, day, edit_facts, edit_session, ending, flawless,
    of, outcome, report, safety, transition, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-100", Severity::Warning, transition, |case| {
        leave_out(&mut case.entries, InitialTask::SymptomReview);
    })
    .says(&[("not_done", |case| {
        leave_out(&mut case.entries, InitialTask::SymptomReview);
        edit_session(&mut case.entries, 2, |note| {
            note.tasks
                .push(TaskNote::not_done(InitialTask::SymptomReview));
        });
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-101", Severity::Warning, transition, |case| {
        works_on_a_loss(case, &[1]);
    })
    .says(&[
        ("denied", |case| {
            works_on_a_loss(case, &[1]);
            without(&mut case.entries, FactKind::FocusAgreed);
            let none = TaskNote::not_done(InitialTask::ProblemAreaSelection);
            edit_session(&mut case.entries, 2, |note| note.tasks.push(none));
        }),
        ("never", |case| {
            works_on_a_loss(case, &[1]);
            without(&mut case.entries, FactKind::FocusAgreed);
        }),
        ("mostly", |case| works_on_a_loss(case, &[1, 2])),
    ])
    .silent(Topic::SessionContent),
    Proof::of("IPT-103", Severity::Note, transition, |case| {
        ends_from(case, 10);
    })
    .silent(Topic::Sessions),
    Proof::of("IPT-104", Severity::Warning, transition, |case| {
        ends_in_one_session(&mut case.entries);
    })
    .silent(Topic::Sessions),
    Proof::of(
        "IPT-105",
        Severity::Warning,
        back_after_an_extension,
        |case| {
            without(&mut case.entries, FactKind::ContractAmended);
        },
    )
    .silent(Topic::Agreements),
    Proof::of("IPT-106", Severity::Warning, transition, |case| {
        contract(case, 18);
    })
    .along(&["IPT-083", "IPT-103"])
    .says(&[
        ("most_left", |case| contract(case, 40)),
        ("weeks_left", |case| frame(case, TimeFrame::Weeks(22))),
        ("most_weeks_left", |case| frame(case, TimeFrame::Weeks(40))),
    ])
    .silent(Topic::Sessions),
    Proof::of("IPT-107", Severity::Error, transition, |case| {
        contract(case, 14);
    })
    .along(&["IPT-200"])
    .says(&[
        ("one_beyond", |case| contract(case, 15)),
        ("beyond_counted", |case| {
            edit_facts(&mut case.entries, |_, fact| {
                if let Fact::ContractAgreed(contract) = fact {
                    contract.missed_sessions = Some(MissedSessionPolicy::All);
                }
            });
            case.add(day(38), Session::new(Attendance::DidNotAttend));
        }),
        ("beyond_range", |case| {
            *case = Case::new(&FLOATS, seventeen(TimeFrame::Weeks(16)));
        }),
    ])
    .silent(Topic::Agreements),
];

/// Weeks are a frame that this protocol allows; how many sessions they hold is published: sixteen
/// at most.
static FLOATS: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        dose: Dose {
            sessions: Cited::new(
                Span::new(12, 16, 16),
                SourceId::WEISSMAN_2000,
                Basis::Manual,
            ),
            time_frames: Cited::design(TimeFrameKinds::ALL),
            ..ACUTE_16.spec().dose
        },
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

/// A session more, between the last two, under a contract of that frame.
fn seventeen(frame_now: TimeFrame) -> Vec<Entry> {
    let mut case = transition();
    frame(&mut case, frame_now);
    let mut more = None;
    edit_session(&mut case.entries, 15, |note| more = Some(note.clone()));
    let mut more = more.unwrap();
    (more.number, more.tasks) = (None, Vec::new());
    edit_session(&mut case.entries, 16, |last| last.number = None);
    case.add(day(101), more);
    case.entries
}

fn works_on_a_loss(case: &mut Case, sessions: &[usize]) {
    for &n in sessions {
        edit_session(&mut case.entries, n, |note| {
            note.strategies = Strategy::TransitionLoss.into();
        });
    }
}

fn until_the_middle_began() -> Case {
    Case::new(&ACUTE_16, safety::until(base(), day(21)))
}

fn goes_on_in_the_middle(note: &mut Session) {
    note.phase = Some(Phase::Middle);
    note.strategies = Strategy::TransitionSkills.into();
}

/// The middle phase goes on until the last session, which holds all tasks of the ending.
fn ends_in_one_session(entries: &mut [Entry]) {
    let mut tasks = Vec::new();
    for n in 14..=15 {
        edit_session(entries, n, |note| {
            goes_on_in_the_middle(note);
            tasks.append(&mut note.tasks);
        });
    }
    edit_session(entries, 16, |note| note.tasks.append(&mut tasks));
}

/// In session 15 the middle phase goes on, since two more sessions were agreed; it is asked that
/// day.
fn back_after_an_extension() -> Case {
    let mut entries = safety::until(base(), day(98));
    edit_session(&mut entries, 15, |note| {
        goes_on_in_the_middle(note);
        note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd));
    });
    let amended = ContractAmended::new().with_frame(Some(TimeFrame::Sessions(18)));
    let amended = amended
        .with_reason(AmendmentReason::MoreWork)
        .with_patient_agreed(Stated::Done);
    add(&mut entries, day(92), amended);
    Case::new(&ACUTE_16, entries)
}

pub(crate) fn leave_out(entries: &mut [Entry], task: InitialTask) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.tasks.retain(|note| note.task != Task::Initial(task));
        }
    });
}

/// The ending begins with session `n`, and is announced there.
fn ends_from(case: &mut Case, n: usize) {
    edit_session(&mut case.entries, n, |note| {
        note.phase = Some(Phase::Termination);
        note.tasks.push(TaskNote::done(EndingTask::AnnounceEnd));
    });
    for n in n + 1..=13 {
        edit_session(&mut case.entries, n, |note| {
            note.phase = Some(Phase::Termination);
        });
    }
}

/// The same course under a contract of another length.
fn contract(case: &mut Case, sessions: u16) {
    frame(case, TimeFrame::Sessions(sessions));
}

fn frame(case: &mut Case, frame: TimeFrame) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = frame;
        }
    });
}

/// The record of a course from a day on: it begins in mid-course, in a phase and after so many
/// sessions.
pub(crate) fn midway(
    mut entries: Vec<Entry>,
    from: NaiveDate,
    phase: Phase,
    sessions: u16,
) -> Vec<Entry> {
    entries.retain(|entry| entry.day().is_some_and(|on| on >= from));
    entries.insert(
        0,
        at(
            from,
            Opened::new(phase, Reporting::COMPLETE).with_sessions_before(sessions),
        ),
    );
    entries
}

fn extended(to: TimeFrame) -> ContractAmended {
    ContractAmended::new()
        .with_frame(Some(to))
        .with_reason(AmendmentReason::MoreWork)
        .with_patient_agreed(Stated::Done)
}

/// The course as it stood at the end of a day, with facts of that day written after everything
/// else.
fn on_the_last_day(
    entries: Vec<Entry>,
    last: NaiveDate,
    facts: impl IntoIterator<Item = Fact>,
) -> Vec<Entry> {
    let mut entries = safety::until(entries, last);
    entries.extend(facts.into_iter().map(|fact| at(last, fact)));
    entries
}

#[test]
fn work_on_the_agreed_focus_is_not_early_while_other_initial_tasks_are_open() {
    let mut case = transition();
    works_on_a_loss(&mut case, &[3]);
    crate::focus::moved(&mut case.entries, FactKind::ContractAgreed, day(20));
    let found = report(&ACUTE_16, case.entries);
    assert_eq!(
        outcome(&found, "IPT-101"),
        Outcome::Holds,
        "it was agreed that day"
    );
}

#[test]
fn open_tasks_are_those_without_a_rule_of_their_own_and_said_once() {
    let mut entries = base();
    edit_session(&mut entries, 3, |note| {
        note.strategies = Strategy::TransitionLoss.into();
    });
    without(&mut entries, FactKind::ContractAgreed);
    without(&mut entries, FactKind::HistoryTaken);
    leave_out(&mut entries, InitialTask::SymptomReview);
    leave_out(&mut entries, InitialTask::ExplainIpt);
    let report = report(&ACUTE_16, entries);
    let [finding] = of(&report, "IPT-100")[..] else {
        panic!("{:#?}", report.findings)
    };
    let open = InitialTaskSet::of(&[
        InitialTask::PsychiatricHistory,
        InitialTask::SymptomReview,
        InitialTask::ExplainIpt,
    ]);
    assert_eq!(finding.evidence.get("open"), Some(open.into()));
    // The contract is asked for by its own rule.
    assert_eq!(of(&report, "IPT-085").len(), 1);
}

#[test]
fn early_work_weighs_more_when_no_focus_was_ever_agreed_or_most_of_the_beginning_went_to_it() {
    let weights = |sessions: &[usize], agreed: bool| {
        let mut case = transition();
        works_on_a_loss(&mut case, sessions);
        if !agreed {
            without(&mut case.entries, FactKind::FocusAgreed);
        }
        let found = report(&ACUTE_16, case.entries);
        of(&found, "IPT-101")
            .iter()
            .map(|finding| (finding.severity, finding.follows.is_some()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        weights(&[1], true),
        [(Severity::Warning, false)],
        "one session"
    );
    assert_eq!(
        weights(&[1, 2], true),
        [(Severity::Error, false)],
        "two of three, said once"
    );
    assert_eq!(
        weights(&[1], false),
        [(Severity::Error, true)],
        "it follows from the focus that was never agreed"
    );
    // While the beginning lasts, nobody knows yet what will become of it.
    let mut case = transition();
    works_on_a_loss(&mut case, &[1]);
    let first = report(&ACUTE_16, safety::until(case.entries, day(0)));
    assert_eq!(of(&first, "IPT-101")[0].severity, Severity::Warning);
}

#[test]
fn work_on_a_focus_is_early_in_the_assessment_too_and_not_in_a_crisis() {
    let mut entries = base();
    edit_session(&mut entries, 1, |note| {
        note.strategies = Strategy::TransitionLoss.into();
    });
    let early = safety::until(entries.clone(), day(0));
    let mut assessed = early.clone();
    edit_facts(&mut assessed, |_, fact| {
        if let Fact::Opened(opened) = fact {
            opened.phase = Phase::Assessment;
        }
    });
    edit_session(&mut assessed, 1, |note| {
        note.phase = Some(Phase::Assessment);
    });
    for entries in [early, assessed] {
        assert_eq!(of(&report(&ACUTE_16, entries), "IPT-101").len(), 1);
    }
    edit_session(&mut entries, 1, |note| note.kind = SessionKind::Crisis);
    assert_outcome(&ACUTE_16, entries, "IPT-101", Outcome::Holds);
}

#[test]
fn work_on_a_focus_that_is_stated_as_not_chosen_is_found_in_an_excerpt_too() {
    let mut entries = base();
    edit_session(&mut entries, 1, |note| {
        note.strategies = Strategy::TransitionLoss.into();
    });
    without(&mut entries, FactKind::FocusAgreed);
    unreported(&mut entries, Topic::Agreements);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-101", Outcome::CannotTell);
    edit_session(&mut entries, 2, |note| {
        note.tasks
            .push(TaskNote::not_done(InitialTask::ProblemAreaSelection));
    });
    assert_outcome(&ACUTE_16, entries, "IPT-101", Outcome::Found);
}

#[test]
fn what_the_choice_of_a_focus_rests_on_is_no_work_on_it() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    edit_session(&mut entries, 1, |note| {
        note.strategies = Strategy::DisputeStaging.into();
    });
    assert!(of(&report(&ACUTE_16, entries), "IPT-101").is_empty());
}

#[test]
fn a_focus_that_was_agreed_before_the_record_begins_cannot_be_told() {
    let mut entries = base();
    edit_session(&mut entries, 2, |note| {
        note.strategies = Strategy::TransitionLoss.into();
    });
    let entries = midway(entries, day(7), Phase::Initial, 1);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, "IPT-101"), Outcome::CannotTell);
}

#[test]
fn an_end_that_was_brought_nearer_on_the_day_the_ending_begins_is_near() {
    // Session 11 is the first of the ending; six sessions are left, and it is agreed to end with
    // session 13.
    let mut case = transition();
    ends_from(&mut case, 11);
    let early = safety::until(case.entries.clone(), day(70));
    assert_eq!(of(&report(&ACUTE_16, early), "IPT-103").len(), 1);
    let shorter = extended(TimeFrame::Sessions(13));
    let written_after = on_the_last_day(case.entries, day(70), [shorter.into()]);
    assert!(of(&report(&ACUTE_16, written_after), "IPT-103").is_empty());
}

#[test]
fn the_session_with_which_the_ending_begins_does_not_count_against_itself() {
    // With session 12 five sessions are left when the ending begins, and four after it.
    let mut case = transition();
    ends_from(&mut case, 12);
    assert_eq!(of(&report(&ACUTE_16, case.entries), "IPT-103").len(), 1);
}

/// The case that refuted a law of plans: which session is the last is open where weeks end the
/// contract as well.
#[test]
fn an_ending_under_a_contract_of_sessions_or_weeks_is_not_early_by_its_sessions() {
    let mut case = transition();
    ends_from(&mut case, 11);
    assert_eq!(
        of(&report(&ACUTE_16, case.entries.clone()), "IPT-103").len(),
        1
    );
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::SessionsWithinWeeks(16, 16);
        }
    });
    let found = report(&ACUTE_16, case.entries);
    assert_eq!(
        (of(&found, "IPT-103").len(), outcome(&found, "IPT-103")),
        (0, Outcome::Holds)
    );
}

#[test]
fn an_ending_of_one_session_is_short_by_one_unless_an_early_end_was_agreed() {
    let mut entries = base();
    ends_in_one_session(&mut entries);
    let found = report(&ACUTE_16, entries.clone());
    let said = of(&found, "IPT-104")[0].to_string();
    assert!(
        said.contains(
            "with 1 session of the termination phase on record; acute-16 asks for 2 at least"
        ),
        "{said}"
    );
    ending::edit_closing(&mut entries, |closed| {
        closed.mode = EndMode::CompletedEarlyByAgreement;
    });
    assert!(of(&report(&ACUTE_16, entries), "IPT-104").is_empty());
}

#[test]
fn an_ending_that_may_have_begun_unwritten_cannot_be_told_to_be_short() {
    let mut entries = base();
    ends_in_one_session(&mut entries);
    for topic in [Topic::Agreements, Topic::Sessions] {
        let mut silent = entries.clone();
        unreported(&mut silent, topic);
        assert_eq!(
            outcome(&report(&ACUTE_16, silent), "IPT-104"),
            Outcome::CannotTell,
            "{topic}"
        );
    }
}

#[test]
fn an_extension_to_which_the_patient_did_not_agree_opens_no_way_back() {
    let mut entries = back_after_an_extension().entries;
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAmended(amended) = fact {
            amended.patient_agreed = Stated::NotDone;
        }
    });
    assert_outcome(&ACUTE_16, entries, "IPT-105", Outcome::Found);
}

#[test]
fn an_extension_counts_whichever_was_written_first_that_day() {
    let back = || {
        let mut entries = base();
        edit_session(&mut entries, 15, goes_on_in_the_middle);
        entries
    };
    let found = report(&ACUTE_16, safety::until(back(), day(98)));
    assert_eq!(of(&found, "IPT-105").len(), 1);
    // Also where the frame fixes no number of sessions any more.
    for frame in [TimeFrame::Sessions(18), TimeFrame::Weeks(20)] {
        let written_after = on_the_last_day(back(), day(98), [extended(frame).into()]);
        assert!(
            of(&report(&ACUTE_16, written_after), "IPT-105").is_empty(),
            "{frame:?}"
        );
        let mut before_it = safety::until(back(), day(98));
        add(&mut before_it, day(97), extended(frame));
        assert!(
            of(&report(&ACUTE_16, before_it), "IPT-105").is_empty(),
            "{frame:?}"
        );
    }
    // No extension at all: the contract was made shorter.
    let shorter = on_the_last_day(back(), day(98), [extended(TimeFrame::Sessions(15)).into()]);
    assert_eq!(of(&report(&ACUTE_16, shorter), "IPT-105").len(), 1);
}

#[test]
fn an_extension_of_a_contract_in_weeks_opens_the_way_back() {
    let mut entries = flawless(&LATE_LIFE, ProblemArea::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Weeks(16);
        }
    });
    let mut last = None;
    let ends = entries.iter().position(|entry| match entry.stated() {
        Some((on, Fact::Session(note))) if note.phase == Some(Phase::Termination) => {
            last = Some(on);
            true
        }
        _ => false,
    });
    let mut entries: Vec<Entry> = entries.into_iter().take(ends.unwrap() + 1).collect();
    let last = last.unwrap();
    entries.push(at(last.succ_opt().unwrap(), extended(TimeFrame::Weeks(20))));
    entries.push(at(last.succ_opt().unwrap(), PhaseBegun::new(Phase::Middle)));
    assert_outcome(&LATE_LIFE, entries, "IPT-105", Outcome::Holds);
}

#[test]
fn an_extension_before_the_record_begins_cannot_be_told() {
    let mut entries = base();
    edit_session(&mut entries, 15, goes_on_in_the_middle);
    let entries = midway(entries, day(92), Phase::Termination, 14);
    assert_outcome(&ACUTE_16, entries, "IPT-105", Outcome::CannotTell);
}

#[test]
fn an_extension_opens_the_way_back_from_the_ending_in_which_it_was_agreed() {
    // Back with session 15 after an extension, and once more on the day after the ending began anew
    // with session 16.
    let mut entries = back_after_an_extension().entries;
    let sixteenth = base()
        .into_iter()
        .find(|entry| matches!(entry.stated(), Some((on, Fact::Session(_))) if on == day(105)));
    entries.extend(sixteenth);
    entries.push(at(day(106), PhaseBegun::new(Phase::Middle)));
    let found = report(&ACUTE_16, entries);
    assert!(matches!(of(&found, "IPT-105")[..], [f] if f.on == Some(day(106))));
}

#[test]
fn sessions_beyond_the_contract_are_said_once_and_one_alone_weighs_less() {
    for (sessions, found, weight) in [
        (15, None, Severity::Warning),
        (13, Some(3_u32), Severity::Error),
    ] {
        let mut case = transition();
        contract(&mut case, sessions);
        let report = report(&ACUTE_16, case.entries);
        let [finding] = of(&report, "IPT-107")[..] else {
            panic!("{:#?}", report.findings)
        };
        assert_eq!((finding.on, finding.severity), (Some(day(105)), weight));
        assert_eq!(finding.evidence.get("found"), found.map(Into::into));
        assert_eq!(finding.evidence.get("planned"), Some(sessions.into()));
    }
}

#[test]
fn an_extension_that_may_be_written_elsewhere_is_asked_for() {
    let mut case = transition();
    contract(&mut case, 15);
    unreported(&mut case.entries, Topic::Agreements);
    let report = report(&ACUTE_16, case.entries);
    assert!(of(&report, "IPT-107").is_empty());
    let asked: Vec<_> = report
        .questions()
        .filter(|asked| asked.code().as_str() == "IPT-107")
        .collect();
    assert!(
        matches!(asked[..], [one] if one.to_string().ends_with("Was an extension agreed?")),
        "{asked:#?}"
    );
}

#[test]
fn without_a_number_in_the_contract_the_range_of_the_protocol_holds() {
    let weights = |entries: &[Entry]| {
        let found = report(&FLOATS, entries.to_vec());
        of(&found, "IPT-107")
            .iter()
            .map(|finding| finding.severity)
            .collect::<Vec<_>>()
    };
    let entries = seventeen(TimeFrame::Weeks(16));
    assert_eq!(weights(&entries), [Severity::Error]);
    let amended = |agreed| extended(TimeFrame::Weeks(20)).with_patient_agreed(agreed);
    for (agreed, weighs) in [
        (Stated::Done, vec![]),
        (Stated::NotDone, vec![Severity::Error]),
    ] {
        let mut entries = entries.clone();
        add(&mut entries, day(98), amended(agreed));
        assert_eq!(weights(&entries), weighs);
    }
    // A number that was agreed is what counts.
    assert_eq!(
        weights(&seventeen(TimeFrame::Sessions(16))),
        [Severity::Warning],
        "one beyond it"
    );
    assert!(weights(&seventeen(TimeFrame::Sessions(17))).is_empty());
}

#[test]
fn a_session_that_did_not_take_place_is_none_too_many() {
    let mut case = transition();
    contract(&mut case, 15);
    edit_session(&mut case.entries, 16, |note| {
        *note = Session::new(Attendance::DidNotAttend);
    });
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-107").is_empty());
}

#[test]
fn a_session_in_a_crisis_is_not_held_against_the_contract() {
    let mut case = transition();
    contract(&mut case, 15);
    edit_session(&mut case.entries, 16, |note| {
        note.kind = SessionKind::Crisis;
    });
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-107").is_empty());
}

#[test]
fn more_sessions_agreed_on_the_day_of_a_session_cover_it() {
    let mut case = transition();
    contract(&mut case, 15);
    let more = on_the_last_day(case.entries.clone(), day(105), []);
    assert_eq!(of(&report(&ACUTE_16, more), "IPT-107").len(), 1);
    without(&mut case.entries, FactKind::Closed);
    let more = on_the_last_day(
        case.entries,
        day(105),
        [extended(TimeFrame::Sessions(16)).into()],
    );
    assert!(of(&report(&ACUTE_16, more), "IPT-107").is_empty());
}

#[test]
fn a_judgement_of_remission_counts_whichever_was_written_first_that_day() {
    let mut entries = flawless(&MAINT_07M, ProblemArea::RoleTransition);
    without(&mut entries, FactKind::JudgementMade);
    let found = report(&MAINT_07M, entries.clone());
    let [finding] = of(&found, "IPT-221")[..] else {
        panic!("{:#?}", found.findings)
    };
    let on = finding.on.unwrap();
    let place = entries
        .iter()
        .rposition(|entry| entry.day() == Some(on))
        .unwrap();
    entries.insert(
        place + 1,
        at(on, JudgementMade::new(Criterion::REMISSION, true)),
    );
    assert!(of(&report(&MAINT_07M, entries), "IPT-221").is_empty());
}

#[test]
fn a_screen_without_a_word_on_a_specialist_plan_cannot_be_told_of_an_excerpt() {
    let screened = |plan| {
        let mut entries = base();
        edit_facts(&mut entries, |_, fact| {
            if let Fact::ScreeningDone(screen) = fact {
                screen.present = ScreenSet::from(ScreenItem::Psychosis);
                screen.absent = screen.absent.without(ScreenItem::Psychosis);
                screen.specialist_plan = plan;
            }
        });
        let reported = report(&ACUTE_16, entries.clone());
        unreported(&mut entries, Topic::InitialTasks);
        (
            outcome(&reported, "IPT-017"),
            outcome(&report(&ACUTE_16, entries), "IPT-017"),
        )
    };
    assert_eq!(
        screened(Stated::NotReported),
        (Outcome::Found, Outcome::CannotTell)
    );
    assert_eq!(screened(Stated::NotDone), (Outcome::Found, Outcome::Found));
}

#[test]
fn a_phase_that_changes_on_an_open_concern_is_found_whichever_was_written_first() {
    // The middle phase begins with session 4.
    let concern = || ConcernRaised::new(ConcernKind::SelfHarm);
    for on in [21, 20] {
        let mut entries = until_the_middle_began().entries;
        add(&mut entries, day(on), concern());
        assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-189").len(), 1);
        add(
            &mut entries,
            day(21),
            SafetyResponse::new(SafetyActions::from([SafetyAction::ExtraContact])),
        );
        // A response of the same day answers it, one of the next day makes it good.
        assert!(
            of(&report(&ACUTE_16, entries), "IPT-189")
                .iter()
                .all(|finding| !finding.stands())
        );
    }
}
