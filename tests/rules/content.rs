//! What sessions hold: IPT-111 to IPT-128.

use interpersonal::{
    Entry, FocusItem, FreeText, ProblemArea, Severity, Stated, Strategy, TaskNote, Topic,
    measure::{InstrumentId, Score},
    protocol::preset::{ACUTE_16, BN_19, FB_14, PTSD_14},
    record::{
        FactKind,
        focus::{DisputeStaged, FocusAgreed},
        inventory::Relation,
        review::ReviewHeld,
        session::{Participant, Session, SessionKind},
    },
    rule::{Outcome, Status, Value},
    vocabulary::{
        DisputeStage, EndingTask, Extent, FocusOn, Label, OffModel, OffModelActivity, StrategySet,
        Task, Technique, WorkKind, WorkSet,
    },
};

use crate::{
    Case, Proof, acute, add, assert_outcome, day, edit_facts, edit_session, finds, flawless, of,
    outcome, report, safety, transition, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-111", Severity::Error, transition, |case| {
        edit(case, 1..=16, unasked);
    })
    .along(&["IPT-033", "IPT-177", "IPT-182"])
    .says(&[
        ("not_asked", |case| edit(case, [6], not_asked)),
        ("silent", |case| edit(case, [6], unasked)),
        ("run_not_asked", |case| edit(case, 5..=9, not_asked)),
        ("run_silent", |case| edit(case, 5..=9, unasked)),
        ("never_asked", |case| edit(case, 1..=16, not_asked)),
    ])
    .silent(Topic::SessionContent),
    Proof::of("IPT-112", Severity::Warning, transition, |case| {
        edit(case, 6..=11, unlinked);
    })
    .says(&[
        ("not_linked", |case| edit(case, [7], not_linked)),
        ("silent", |case| edit(case, [7], unlinked)),
        ("no_opening", |case| {
            edit(case, [7], |note| note.opening = Stated::NotDone);
        }),
        ("mostly_not_linked", |case| edit(case, 6..=11, not_linked)),
    ])
    .silent(Topic::SessionContent),
    Proof::of("IPT-113", Severity::Error, transition, |case| {
        edit(case, 8..=13, off_the_focus);
    })
    .says(&[
        ("one", |case| edit(case, [9], off_the_focus)),
        ("run", |case| edit(case, 9..=11, off_the_focus)),
        ("run_elsewhere", |case| edit(case, 9..=11, strayed)),
        ("mostly_elsewhere", |case| edit(case, 8..=13, strayed)),
    ])
    .silent(Topic::SessionContent),
    Proof::of("IPT-115", Severity::Warning, transition, |case| {
        edit(case, [9], strayed);
    })
    .says(&[("elsewhere_unlisted", |case| {
        let label = FocusOn::Unlisted(Label::from_static("faith"));
        case.add(day(14), FocusAgreed::new([FocusItem::new(label)]));
        edit(case, 4..=13, |note| {
            note.worked_on = vec![FocusItem::new(label)];
        });
        edit(case, [9], |note| note.worked_on.clear());
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-116", Severity::Warning, transition, |case| {
        edit(case, 1..=16, passive);
    })
    .says(&[
        ("by_then", |case| edit(case, 1..=12, passive)),
        ("one_by_then", |case| {
            *case = acute(ProblemArea::RoleDispute);
            edit(case, 1..=12, of_one_mind);
        }),
        ("one_alone", |case| {
            *case = acute(ProblemArea::RoleDispute);
            edit(case, 1..=16, of_one_mind);
        }),
    ])
    .silent(Topic::SessionContent),
    Proof::of("IPT-117", Severity::Warning, transition, |case| {
        edit(case, 6..=8, general);
    })
    .says(&[("general", |case| {
        edit(case, 6..=8, |note| note.incident = Stated::NotDone);
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-118", Severity::Warning, transition, |case| {
        edit(case, 4..=13, flat);
    })
    .says(&[("flat", |case| {
        edit(case, 4..=6, |note| {
            flat(note);
            note.affect = Stated::NotDone;
        });
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-119", Severity::Warning, transition, |case| {
        edit(case, [8], |note| note.reviewed = Stated::NotReported);
    })
    .says(&[("not_reviewed", |case| {
        edit(case, [8], |note| note.reviewed = Stated::NotDone);
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-120", Severity::Error, transition, |case| {
        edit(case, 8..=13, restructured);
    })
    .says(&[
        ("another_treatment", |case| edit(case, 7..=9, restructured)),
        ("once", |case| edit(case, [7], restructured)),
        ("several", |case| edit(case, 7..=8, restructured)),
        ("after", |case| {
            *case = Case::new(&BN_19, flawless(&BN_19, ProblemArea::RoleTransition));
            edit(case, [9], |note| {
                note.off_model = off_model(OffModel::EatingTalk, Extent::Main);
            });
        }),
    ])
    .silent(Topic::SessionContent),
    Proof::of("IPT-122", Severity::Note, transition, |case| {
        edit(case, 9..=10, |note| {
            note.sessions_left = Stated::NotReported;
        });
    })
    .says(&[("not_mentioned", |case| {
        edit(case, 9..=10, |note| note.sessions_left = Stated::NotDone);
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-123", Severity::Warning, crises, |case| {
        edit(case, [13], crisis);
    })
    .silent(Topic::Measures),
    Proof::of("IPT-124", Severity::Warning, joint, |case| {
        edit(case, [6], |note| {
            note.participants = vec![partner().with_consent(Stated::NotReported)];
        });
    })
    .says(&[("no_consent", |case| {
        edit(case, [6], |note| {
            note.participants = vec![partner().with_consent(Stated::NotDone)];
        });
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-125", Severity::Warning, joint, |case| {
        edit(case, 6..=14, with_partner);
    })
    .says(&[("some", |case| edit(case, [8], with_partner))])
    .silent(Topic::SessionContent),
    Proof::of("IPT-128", Severity::Note, transition, |case| {
        edit(case, 6..=11, touched);
    })
    .silent(Topic::SessionContent),
];

fn edit(case: &mut Case, sessions: impl IntoIterator<Item = usize>, edit: impl Fn(&mut Session)) {
    for n in sessions {
        edit_session(&mut case.entries, n, &edit);
    }
}

fn course() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The course with several session notes changed.
pub(crate) fn each(
    sessions: impl IntoIterator<Item = usize>,
    change: impl Fn(&mut Session),
) -> Vec<Entry> {
    let mut case = transition();
    edit(&mut case, sessions, change);
    case.entries
}

fn unasked(note: &mut Session) {
    note.symptom_check = Stated::NotReported;
    note.scores.clear();
}

fn not_asked(note: &mut Session) {
    note.symptom_check = Stated::NotDone;
    note.scores.clear();
}

fn not_linked(note: &mut Session) {
    unlinked(note);
    note.mood_event_link = Stated::NotDone;
}

/// Cognitive restructuring is the main work.
fn restructured(note: &mut Session) {
    note.off_model = off_model(OffModel::CognitiveRestructuring, Extent::Main);
}

/// It comes up in passing.
fn touched(note: &mut Session) {
    note.off_model = off_model(OffModel::CognitiveRestructuring, Extent::InPassing);
}

/// One option is weighed and no other.
fn of_one_mind(note: &mut Session) {
    note.options = note.options.map(|_| 1);
}

pub(crate) fn unlinked(note: &mut Session) {
    note.mood_event_link = Stated::NotReported;
    note.techniques = note.techniques.without(Technique::LinkingMoodEvent);
}

pub(crate) fn off_the_focus(note: &mut Session) {
    note.strategies = StrategySet::EMPTY;
}

pub(crate) fn strayed(note: &mut Session) {
    note.strategies = Strategy::DisputeParallels.into();
}

/// Nothing is weighed, decided, rehearsed or tried.
pub(crate) fn passive(note: &mut Session) {
    note.options = None;
    note.decided_by = None;
    note.agreed = WorkSet::EMPTY;
    note.reviewed = Stated::NotReported;
    for technique in [
        Technique::DecisionAnalysis,
        Technique::RolePlay,
        Technique::ProblemSolving,
        Technique::BetweenSessionAttempt,
    ] {
        note.techniques = note.techniques.without(technique);
    }
}

pub(crate) fn general(note: &mut Session) {
    note.incident = Stated::NotReported;
}

pub(crate) fn flat(note: &mut Session) {
    note.affect = Stated::NotReported;
    note.techniques = note.techniques.without(Technique::EncouragementOfAffect);
}

pub(crate) fn off_model(activity: OffModel, extent: Extent) -> Vec<OffModelActivity> {
    vec![OffModelActivity::new(activity, extent)]
}

fn crisis(note: &mut Session) {
    note.kind = SessionKind::Crisis;
}

fn partner() -> Participant {
    Participant::new(Relation::Partner)
        .with_consent(Stated::Done)
        .with_purpose(FreeText::from("to hear how the partner sees the new post"))
}

pub(crate) fn with_partner(note: &mut Session) {
    note.kind = SessionKind::Joint;
    note.participants = vec![partner()];
}

/// Four of the sessions are given to crises, and progress was reviewed before the first of them.
fn crises() -> Case {
    let mut case = transition();
    edit(&mut case, 9..=12, crisis);
    case
}

/// The partner takes part in two sessions.
fn joint() -> Case {
    let mut case = transition();
    edit(&mut case, 6..=7, with_partner);
    case
}

#[test]
fn what_a_note_states_as_not_done_counts_whatever_the_record_reports() {
    for change in [
        |note: &mut Session| note.opening = Stated::NotDone,
        not_linked,
    ] {
        let mut entries = each([5], change);
        unreported(&mut entries, Topic::SessionContent);
        assert_eq!(of(&report(&ACUTE_16, entries), "IPT-112").len(), 1);
    }
    // Also several times, where nobody knows of the other sessions.
    let mut entries = each(6..=11, not_linked);
    unreported(&mut entries, Topic::SessionContent);
    let report = report(&ACUTE_16, entries);
    let [found] = of(&report, "IPT-112")[..] else {
        panic!("{:#?}", report.findings)
    };
    assert_eq!(
        (found.severity, found.on),
        (Severity::Warning, Some(day(70)))
    );
}

#[test]
fn a_session_that_was_linked_to_events_needs_no_opening_on_record() {
    finds(
        &ACUTE_16,
        each(4..=13, |note| note.opening = Stated::NotReported),
        &[],
    );
    let report = report(
        &ACUTE_16,
        each(4..=13, |note| note.opening = Stated::NotReported),
    );
    assert_eq!(outcome(&report, "IPT-112"), Outcome::Holds);
}

#[test]
fn more_than_half_of_a_phase_is_told_of_the_phase_as_it_will_be_or_was() {
    // Ten middle sessions are usual. Five of the first five are none that say what the phase was;
    // six are.
    let until = |n: usize, last| safety::until(each(4..4 + n, off_the_focus), day(last));
    let weights = |entries| -> Vec<Severity> {
        of(&report(&ACUTE_16, entries), "IPT-113")
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert_eq!(weights(until(1, 21)), [Severity::Warning]);
    assert_eq!(weights(until(2, 28)), [Severity::Warning; 2]);
    assert_eq!(weights(until(5, 49)), [Severity::Warning]);
    assert_eq!(weights(until(6, 56)), [Severity::Error]);
    assert_eq!(
        weights(each(4..=8, off_the_focus)),
        [Severity::Warning],
        "five of ten are no more than half"
    );
}

#[test]
fn in_a_crisis_the_skeleton_of_a_session_is_put_aside() {
    let entries = each([5], |note| {
        note.opening = Stated::NotReported;
        unlinked(note);
        off_the_focus(note);
        crisis(note);
    });
    let report = report(&ACUTE_16, entries);
    for code in ["IPT-112", "IPT-113"] {
        assert!(of(&report, code).is_empty(), "{code}");
    }
}

#[test]
fn a_session_without_symptom_check_and_score_is_a_note_and_a_run_of_them_a_warning() {
    for change in [unasked, not_asked] {
        let report = finds(&ACUTE_16, each([6], change), &[]);
        assert_eq!(of(&report, "IPT-111")[0].severity, Severity::Note);
    }
    // The score alone is enough, in the note or beside it.
    let alone = each([6], |note| note.symptom_check = Stated::NotReported);
    assert!(of(&report(&ACUTE_16, alone), "IPT-111").is_empty());
    let mut beside = each([6], unasked);
    add(
        &mut beside,
        day(35),
        Score::new(InstrumentId::PHQ_9, 12_u16),
    );
    assert!(of(&report(&ACUTE_16, beside), "IPT-111").is_empty());
    // As many may pass in a row as without a score.
    let weights = |last| -> Vec<Severity> {
        of(&report(&ACUTE_16, each(5..=last, unasked)), "IPT-111")
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert_eq!(
        (weights(8), weights(9)),
        (vec![Severity::Note; 4], vec![Severity::Warning])
    );
}

#[test]
fn until_the_initial_phase_has_had_its_time_symptoms_that_nobody_followed_are_late() {
    let initial = safety::until(each(1..=16, unasked), day(14));
    let found = report(&ACUTE_16, initial);
    let severities: Vec<_> = of(&found, "IPT-111")
        .iter()
        .map(|finding| finding.severity)
        .collect();
    assert_eq!(severities, [Severity::Note; 3]);
    // Under a protocol that asks for a score in each session too.
    let uk = &interpersonal::protocol::preset::UK_16;
    let mut entries = flawless(uk, ProblemArea::RoleTransition);
    for n in 1..=16 {
        edit_session(&mut entries, n, unasked);
    }
    let weights = |entries: Vec<Entry>| -> Vec<Severity> {
        of(&report(uk, entries), "IPT-111")
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert!(!weights(safety::until(entries.clone(), day(21))).contains(&Severity::Error));
    assert_eq!(weights(entries), [Severity::Error]);
    // A label that nobody wrote does not put it off: twelve sessions are no initial phase.
    let mut unlabelled = each(1..=16, |note| {
        unasked(note);
        note.phase = None;
    });
    without(&mut unlabelled, FactKind::PhaseBegun);
    let found = report(&ACUTE_16, safety::until(unlabelled, day(77)));
    assert!(
        of(&found, "IPT-111")
            .iter()
            .any(|finding| finding.severity == Severity::Error),
        "{:#?}",
        found.findings
    );
}

#[test]
fn sessions_after_acute_treatment_follow_the_symptoms_too() {
    let stages = &interpersonal::protocol::preset::BPD_34;
    let weights = |sessions: std::ops::RangeInclusive<usize>| -> Vec<Severity> {
        let mut entries = flawless(stages, ProblemArea::RoleTransition);
        for n in sessions {
            edit_session(&mut entries, n, unasked);
        }
        let report = report(stages, entries);
        assert!(
            report
                .of(interpersonal::RuleCode::from_static("IPT-111"))
                .all(|f| f.on > Some(day(7 * 18)))
        );
        of(&report, "IPT-111")
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert_eq!(
        (weights(25..=25), weights(25..=30)),
        (vec![Severity::Note], vec![Severity::Warning])
    );
}

#[test]
fn the_link_of_mood_and_events_is_a_slot_or_a_technique() {
    finds(
        &ACUTE_16,
        each([7], |note| note.mood_event_link = Stated::NotReported),
        &[],
    );
}

#[test]
fn a_focus_item_that_the_note_names_counts_as_work_on_it() {
    let named = each([9], |note| {
        off_the_focus(note);
        note.worked_on = vec![FocusItem::area(ProblemArea::RoleTransition)];
    });
    finds(&ACUTE_16, named, &[]);
}

#[test]
fn a_focus_outside_the_four_is_worked_on_by_name() {
    let label = FocusOn::Unlisted(Label::from_static("faith"));
    let mut entries = each(4..=13, |note| {
        off_the_focus(note);
        note.worked_on = vec![FocusItem::new(label)];
    });
    add(
        &mut entries,
        day(14),
        FocusAgreed::new([FocusItem::new(label)]),
    );
    let report = report(&ACUTE_16, entries);
    assert!(of(&report, "IPT-113").is_empty());
}

#[test]
fn sessions_off_the_focus_are_said_one_by_one_until_they_are_a_run() {
    let two = finds(&ACUTE_16, each([9, 10], off_the_focus), &["IPT-113"]);
    assert_eq!(of(&two, "IPT-113").len(), 2);
    let three = finds(&ACUTE_16, each([9, 10, 11], off_the_focus), &["IPT-113"]);
    let [run] = of(&three, "IPT-113")[..] else {
        panic!("{:#?}", three.findings)
    };
    assert_eq!(
        (run.evidence.get("found"), run.on),
        (Some(Value::Number(3)), Some(day(70)))
    );
}

#[test]
fn a_session_on_another_area_is_said_once_and_one_that_also_kept_to_the_focus_is_not() {
    finds(&ACUTE_16, each([9], strayed), &["IPT-115"]);
    let run = finds(&ACUTE_16, each(9..=11, strayed), &["IPT-113"]);
    assert_eq!(of(&run, "IPT-113").len(), 1);
    // A parallel beside the work, and a review of symptoms under the name of another area.
    finds(
        &ACUTE_16,
        each([9], |note| {
            note.strategies = note.strategies.with(Strategy::DisputeParallels);
        }),
        &[],
    );
    finds(
        &ACUTE_16,
        each([9], |note| {
            note.strategies = Strategy::DisputeSymptoms.into();
        }),
        &["IPT-113"],
    );
}

#[test]
fn work_on_another_area_that_may_have_been_agreed_is_off_the_focus_nowhere() {
    let mut entries = each(8..=13, strayed);
    unreported(&mut entries, Topic::Agreements);
    let report = report(&ACUTE_16, entries);
    for code in ["IPT-113", "IPT-115"] {
        assert_eq!(outcome(&report, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn in_a_dispute_in_dissolution_work_on_the_transition_is_work_on_the_focus() {
    let dissolving = |stage, sessions: std::ops::RangeInclusive<usize>| {
        let mut case = acute(ProblemArea::RoleDispute);
        case.add(day(49), DisputeStaged::new(stage));
        edit(&mut case, sessions, |note| {
            note.strategies = Strategy::TransitionLoss.into();
        });
        report(&ACUTE_16, case.entries)
    };
    for (code, sessions) in [("IPT-113", 9..=11), ("IPT-115", 9..=9)] {
        assert!(
            of(
                &dissolving(DisputeStage::Dissolution, sessions.clone()),
                code
            )
            .is_empty(),
            "{code}"
        );
        assert!(
            !of(&dissolving(DisputeStage::Impasse, sessions), code).is_empty(),
            "{code}"
        );
    }
}

#[test]
fn which_areas_were_agreed_cannot_be_told_where_no_agreement_is_recorded() {
    let mut entries = course();
    without(&mut entries, FactKind::FocusAgreed);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-115", Outcome::DoesNotApply);
    unreported(&mut entries, Topic::Agreements);
    assert_outcome(&ACUTE_16, entries, "IPT-115", Outcome::CannotTell);
}

#[test]
fn exploring_that_led_to_options_late_stands_remedied() {
    let late = report(&ACUTE_16, each(1..=12, passive));
    let late = of(&late, "IPT-116");
    assert!(
        matches!(late[..], [f] if matches!(f.status, Status::Remedied { .. }) && f.severity == Severity::Note)
    );
    // Begun in time, in the first middle sessions.
    finds(&ACUTE_16, each(6..=16, passive), &["IPT-119"]);
    assert_eq!(
        outcome(
            &report(&ACUTE_16, flawless(&ACUTE_16, ProblemArea::Grief)),
            "IPT-116"
        ),
        Outcome::DoesNotApply
    );
}

/// A dispute under which the exchange with the other person is not worked on.
fn silent_dispute(change: impl Fn(&mut Case)) -> Vec<String> {
    let mut case = acute(ProblemArea::RoleDispute);
    edit(&mut case, 1..=16, |note| {
        passive(note);
        note.techniques = note.techniques.without(Technique::CommunicationAnalysis);
    });
    change(&mut case);
    let report = report(&ACUTE_16, case.entries);
    crate::codes(&report)
        .into_iter()
        .filter(|code| ["IPT-116", "IPT-136"].contains(code))
        .map(String::from)
        .collect()
}

#[test]
fn nobody_is_asked_to_talk_to_a_violent_partner_or_across_a_relationship_that_is_over() {
    let coerced = |safe: Option<bool>| {
        move |case: &mut Case| {
            edit_facts(&mut case.entries, |_, fact| {
                if let interpersonal::Fact::DisputeDetailed(detail) = fact {
                    (detail.coercion, detail.safety_assessed) = (Some(true), safe);
                }
            });
        }
    };
    assert_eq!(silent_dispute(|_| {}), ["IPT-116", "IPT-136"]);
    assert_eq!(silent_dispute(coerced(None)), [""; 0]);
    assert_eq!(silent_dispute(coerced(Some(false))), [""; 0]);
    assert_eq!(
        silent_dispute(coerced(Some(true))),
        ["IPT-116", "IPT-136"],
        "it was found safe to raise"
    );
    let dissolved = |case: &mut Case| {
        case.add(day(49), DisputeStaged::new(DisputeStage::Dissolution));
    };
    assert_eq!(silent_dispute(dissolved), [""; 0]);
}

#[test]
fn a_run_without_an_incident_ends_with_one() {
    finds(&ACUTE_16, each([6, 7, 9], general), &[]);
}

#[test]
fn who_tells_of_a_death_needs_no_incident_of_the_last_days() {
    let told = |strategy: Strategy| {
        let mut case = acute(ProblemArea::Grief);
        edit(&mut case, 6..=9, |note| {
            general(note);
            note.strategies = strategy.into();
        });
        of(&report(&ACUTE_16, case.entries), "IPT-117").len()
    };
    assert_eq!(
        (
            told(Strategy::GriefDeathSequence),
            told(Strategy::GriefNegativeFeelings)
        ),
        (0, 1)
    );
}

#[test]
fn affect_in_one_of_the_first_middle_sessions_is_enough() {
    finds(&ACUTE_16, each([4, 5], flat), &[]);
    finds(&ACUTE_16, each([6, 7, 8], flat), &[]);
    // Expressed later it is a note, and made good.
    let late = finds(&ACUTE_16, each(4..=6, flat), &[]);
    assert!(matches!(of(&late, "IPT-118")[..], [f] if !f.stands() && f.severity == Severity::Note));
}

#[test]
fn a_crisis_puts_the_review_of_an_attempt_off() {
    finds(
        &ACUTE_16,
        each([8], |note| note.reviewed = Stated::NotDone),
        &["IPT-119"],
    );
    let entries = each([8], |note| {
        note.reviewed = Stated::NotReported;
        crisis(note);
    });
    assert!(of(&report(&ACUTE_16, entries), "IPT-119").is_empty());
}

#[test]
fn proscribed_main_work_is_a_warning_and_an_error_as_most_of_a_phase() {
    let main =
        |activity| move |note: &mut Session| note.off_model = off_model(activity, Extent::Main);
    let once = finds(
        &ACUTE_16,
        each([7], main(OffModel::CognitiveRestructuring)),
        &["IPT-120"],
    );
    assert_eq!(of(&once, "IPT-120")[0].severity, Severity::Warning);
    assert!(
        of(&once, "IPT-128").is_empty(),
        "it did not come up in passing"
    );
    let apart = each([7, 8, 10, 11], main(OffModel::CognitiveRestructuring));
    let several = finds(&ACUTE_16, apart, &["IPT-120"]);
    assert!(matches!(of(&several, "IPT-120")[..], [f] if f.severity == Severity::Warning));
    // So many in a row that they were another treatment, whichever of what is told from IPT each of
    // them took. What is only known in the field, or ours, needs more than half of a phase.
    let mut mixed = each(7..=8, main(OffModel::Exposure));
    edit_session(&mut mixed, 9, main(OffModel::TraumaNarrative));
    let stretch = finds(&ACUTE_16, mixed, &["IPT-120"]);
    let [said] = of(&stretch, "IPT-120")[..] else {
        panic!("one finding for the whole of it: {stretch:?}")
    };
    assert_eq!(said.severity, Severity::Error);
    assert_eq!(
        said.to_string(),
        "The main work of 3 sessions in a row, from 16 February to 2 March, was what acute-16 does not provide for: exposure and \
         repeated recounting of the trauma."
    );
    let ours = each(7..=9, main(OffModel::DreamInterpretation));
    assert_eq!(
        of(&finds(&ACUTE_16, ours, &["IPT-120"]), "IPT-120")[0].severity,
        Severity::Warning
    );
    // More than half of a phase says what the phase was, whoever forbids it.
    let exposed = finds(
        &ACUTE_16,
        each(7..=12, main(OffModel::Exposure)),
        &["IPT-120"],
    );
    assert_eq!(
        of(&exposed, "IPT-120")[0].to_string(),
        "Exposure was the main work of 6 of the 10 sessions of the middle phase, from 16 February to 23 March; acute-16 does not provide for \
         it there."
    );
    for activity in [
        OffModel::CognitiveRestructuring,
        OffModel::DreamInterpretation,
    ] {
        let most = finds(&ACUTE_16, each(8..=13, main(activity)), &["IPT-120"]);
        assert!(
            matches!(of(&most, "IPT-120")[..], [f] if f.severity == Severity::Error),
            "{activity}"
        );
    }
}

#[test]
fn what_came_up_in_passing_is_a_note_once_it_is_most_of_a_phase() {
    let passing = |note: &mut Session| {
        touched(note);
        note.agreed = WorkSet::of(&[WorkKind::Attempt]);
    };
    let few = finds(&ACUTE_16, each([7, 8], passing), &[]);
    assert!(
        of(&few, "IPT-128").is_empty(),
        "what a patient brings along"
    );
    let report = finds(&ACUTE_16, each(6..=11, passing), &[]);
    let [note] = of(&report, "IPT-128")[..] else {
        panic!("{:#?}", report.findings)
    };
    assert_eq!((note.severity, note.on), (Severity::Note, Some(day(70))));
    assert_eq!(
        note.to_string(),
        "Cognitive restructuring came up in passing in 6 of the 10 sessions of the middle phase, the last on 16 March."
    );
    assert!(note.related.is_some());
    // What the protocol does not count as off its model is nothing to note.
    let diet = each(6..=11, |note| {
        note.off_model = off_model(OffModel::DietAdvice, Extent::InPassing);
    });
    assert!(of(&crate::report(&ACUTE_16, diet), "IPT-128").is_empty());
}

#[test]
fn what_a_source_forbids_outright_is_an_error_at_once() {
    let mut entries = flawless(&PTSD_14, ProblemArea::RoleTransition);
    edit_session(&mut entries, 6, |note| {
        note.off_model = off_model(OffModel::Exposure, Extent::Main);
    });
    let report = finds(&PTSD_14, entries, &["IPT-120"]);
    assert_eq!(of(&report, "IPT-120")[0].severity, Severity::Error);
}

#[test]
fn an_end_that_every_second_session_mentions_is_in_sight() {
    let silent = |note: &mut Session| note.sessions_left = Stated::NotReported;
    finds(&ACUTE_16, each([9, 11], silent), &[]);
    // Announcing it counts.
    let announced = each([9, 10], |note| {
        silent(note);
        note.tasks
            .push(TaskNote::done(Task::Ending(EndingTask::AnnounceEnd)));
    });
    assert!(of(&report(&ACUTE_16, announced), "IPT-122").is_empty());
}

#[test]
fn a_share_of_crises_asks_for_a_review_once_it_was_passed() {
    let many = || each(9..=13, crisis);
    let found = report(&ACUTE_16, many());
    let [found] = of(&found, "IPT-123")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        (found.evidence.get("part"), found.evidence.get("whole")),
        (Some(Value::Number(5)), Some(Value::Number(16)))
    );
    // With the third of them, on day 70, more than a quarter of the sessions so far went to crises.
    for (on, found) in [(77, 0), (70, 0), (63, 1)] {
        let mut reviewed = many();
        add(&mut reviewed, day(on), ReviewHeld::new());
        assert_eq!(
            of(&report(&ACUTE_16, reviewed), "IPT-123").len(),
            found,
            "{on}"
        );
    }
    let mut some = many();
    unreported(&mut some, Topic::Sessions);
    assert_eq!(
        outcome(&report(&ACUTE_16, some), "IPT-123"),
        Outcome::CannotTell,
        "of how many is unknown"
    );
}

#[test]
fn consent_is_asked_of_people_who_are_close_and_not_of_professionals() {
    let with = |participant: Participant| {
        each([6], |note| {
            note.kind = SessionKind::Joint;
            note.participants = vec![participant.clone()];
        })
    };
    finds(
        &ACUTE_16,
        with(partner().with_consent(Stated::NotDone)),
        &["IPT-124"],
    );
    // What for is the therapist's to know.
    finds(
        &ACUTE_16,
        with(partner().with_purpose(FreeText::from(" "))),
        &[],
    );
    let interpreter = report(&ACUTE_16, with(Participant::new(Relation::Professional)));
    assert_eq!(outcome(&interpreter, "IPT-124"), Outcome::DoesNotApply);
    let with_interpreter = each(1..=16, |note| {
        note.participants = vec![Participant::new(Relation::Professional)];
    });
    assert!(of(&report(&ACUTE_16, with_interpreter), "IPT-125").is_empty());
}

#[test]
fn joint_sessions_are_a_note_and_in_more_than_half_of_the_sessions_a_warning() {
    let weights = |last| -> Vec<Severity> {
        of(&report(&ACUTE_16, each(6..=last, with_partner)), "IPT-125")
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert_eq!((weights(7), weights(8)), (vec![], vec![Severity::Note]));
    assert_eq!(
        (weights(13), weights(14)),
        (vec![Severity::Note], vec![Severity::Warning])
    );
}

#[test]
fn whom_the_protocol_asks_for_takes_part_by_the_contract() {
    let mut entries = flawless(&FB_14, ProblemArea::RoleTransition);
    for n in 1..=14 {
        edit_session(&mut entries, n, |note| {
            for participant in &mut note.participants {
                participant.consent = Stated::NotReported;
                participant.purpose = None;
            }
        });
    }
    let report = report(&FB_14, entries);
    assert_eq!(outcome(&report, "IPT-124"), Outcome::DoesNotApply);
    assert_eq!(outcome(&report, "IPT-125"), Outcome::DoesNotApply);
}

#[test]
fn a_short_session_above_the_least_contact_is_short_and_no_more() {
    finds(&ACUTE_16, each([8], |note| note.minutes = Some(25)), &[]);
}
