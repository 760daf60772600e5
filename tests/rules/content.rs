//! IPT-110 to IPT-128.

use interpersonal::{
    DisputeStage, EndingTask, Entry, Extent, FactKind, FocusItem, FocusOn, FreeText, Label, OffModel, OffModelActivity,
    ProblemArea, Severity, Stated, Strategy, StrategySet, Task, TaskNote, Technique, TechniqueSet, Topic, WorkKind,
    WorkSet,
    protocol::preset::{ACUTE_16, FB_14, PTSD_14},
    record::{
        focus::{DisputeStaged, FocusAgreed},
        inventory::Relation,
        review::ReviewHeld,
        session::{Participant, Session, SessionKind},
    },
    rule::{Outcome, Status},
};

use crate::{
    Case, Proof, acute, at, day, edit_session, finds, flawless, insert, of, outcome, report, safety, transition,
    unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-110", Severity::Warning, transition, |case| {
        edit(case, [5], |note| note.opening = Stated::NotReported);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-111", Severity::Error, transition, |case| edit(case, 1..=16, unasked))
        .along(&["IPT-033", "IPT-177", "IPT-182"])
        .silent(Topic::SessionContent),
    Proof::of("IPT-112", Severity::Warning, transition, |case| edit(case, [7], unlinked)).silent(Topic::SessionContent),
    Proof::of("IPT-113", Severity::Warning, transition, |case| edit(case, [9], off_the_focus))
        .silent(Topic::SessionContent),
    Proof::of("IPT-114", Severity::Warning, transition, |case| edit(case, 9..=11, off_the_focus))
        .along(&["IPT-113"])
        .silent(Topic::SessionContent),
    Proof::of("IPT-115", Severity::Warning, transition, |case| edit(case, [9], strayed)).silent(Topic::Agreements),
    Proof::of("IPT-116", Severity::Warning, transition, |case| edit(case, 1..=16, passive))
        .silent(Topic::SessionContent),
    Proof::of("IPT-117", Severity::Warning, transition, |case| edit(case, 6..=8, general))
        .silent(Topic::SessionContent),
    Proof::of("IPT-118", Severity::Warning, transition, |case| edit(case, 4..=6, flat)).silent(Topic::SessionContent),
    Proof::of("IPT-119", Severity::Warning, transition, |case| {
        edit(case, [8], |note| note.reviewed = Stated::NotReported);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-120", Severity::Error, transition, |case| {
        edit(case, 7..=8, |note| note.off_model = off_model(OffModel::CognitiveRestructuring, Extent::Main));
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-121", Severity::Note, transition, |case| {
        edit(case, [8], |note| note.summary = Stated::NotReported);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-122", Severity::Warning, transition, |case| {
        edit(case, 9..=10, |note| note.sessions_left = Stated::NotReported);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-123", Severity::Warning, crises, |case| edit(case, [13], crisis)).silent(Topic::Measures),
    Proof::of("IPT-124", Severity::Warning, joint, |case| {
        edit(case, [6], |note| note.participants = vec![partner().with_consent(Stated::NotReported)]);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-125", Severity::Warning, joint, |case| edit(case, [8], with_partner)).silent(Topic::SessionContent),
    Proof::of("IPT-126", Severity::Note, transition, |case| {
        edit(case, [8], |note| note.techniques = TechniqueSet::EMPTY);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-127", Severity::Warning, transition, |case| edit(case, [8], |note| note.minutes = Some(24)))
        .along(&["IPT-008"])
        .silent(Topic::SessionContent),
    Proof::of("IPT-128", Severity::Note, transition, |case| {
        edit(case, [7], |note| note.off_model = off_model(OffModel::CognitiveRestructuring, Extent::InPassing));
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
pub(crate) fn each(sessions: impl IntoIterator<Item = usize>, change: impl Fn(&mut Session)) -> Vec<Entry> {
    let mut case = transition();
    edit(&mut case, sessions, change);
    case.entries
}

fn unasked(note: &mut Session) {
    note.symptom_check = Stated::NotReported;
    note.scores.clear();
}

pub(crate) fn unlinked(note: &mut Session) {
    note.mood_event_link = Stated::NotReported;
    note.techniques = note.techniques.without(Technique::LinkingMoodEvent);
}

pub(crate) fn off_the_focus(note: &mut Session) {
    note.strategies = StrategySet::EMPTY;
}

pub(crate) fn strayed(note: &mut Session) {
    note.strategies = note.strategies.with(Strategy::DisputeParallels);
}

/// Nothing is weighed, decided, rehearsed or tried.
pub(crate) fn passive(note: &mut Session) {
    note.options = None;
    note.decided_by = None;
    note.agreed = WorkSet::EMPTY;
    note.reviewed = Stated::NotReported;
    for technique in
        [Technique::DecisionAnalysis, Technique::RolePlay, Technique::ProblemSolving, Technique::BetweenSessionAttempt]
    {
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
    let mut entries = each([5], |note| note.opening = Stated::NotDone);
    unreported(&mut entries, Topic::SessionContent);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-110").len(), 1);
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
    for code in ["IPT-110", "IPT-112", "IPT-113"] {
        assert!(of(&report, code).is_empty(), "{code}");
    }
}

#[test]
fn a_session_without_symptom_check_and_score_is_a_warning() {
    let report = finds(&ACUTE_16, each([6], unasked), &["IPT-111"]);
    assert_eq!(of(&report, "IPT-111")[0].severity, Severity::Warning);
    let stated = each([6], |note| {
        note.symptom_check = Stated::NotDone;
        note.scores.clear();
    });
    finds(&ACUTE_16, stated, &["IPT-111"]);
    // The score alone is enough.
    finds(&ACUTE_16, each([6], |note| note.symptom_check = Stated::NotReported), &[]);
}

#[test]
fn until_the_initial_phase_is_over_symptoms_that_nobody_followed_are_late() {
    let initial = safety::until(each(1..=16, unasked), day(14));
    let found = report(&ACUTE_16, initial);
    let severities: Vec<_> = of(&found, "IPT-111").iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Warning; 3]);
    // Under a protocol that asks for a score in each session too.
    let uk = &interpersonal::protocol::preset::UK_16;
    let mut entries = flawless(uk, ProblemArea::RoleTransition);
    for n in 1..=16 {
        edit_session(&mut entries, n, unasked);
    }
    let weights = |entries: Vec<Entry>| -> Vec<Severity> {
        of(&report(uk, entries), "IPT-111").iter().map(|finding| finding.severity).collect()
    };
    assert!(!weights(safety::until(entries.clone(), day(21))).contains(&Severity::Error));
    assert_eq!(weights(entries), [Severity::Error]);
}

#[test]
fn the_link_of_mood_and_events_is_a_slot_or_a_technique() {
    finds(&ACUTE_16, each([7], |note| note.mood_event_link = Stated::NotReported), &[]);
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
    insert(&mut entries, at(day(14), FocusAgreed::new([FocusItem::new(label)])));
    let report = report(&ACUTE_16, entries);
    assert!(of(&report, "IPT-113").is_empty() && of(&report, "IPT-114").is_empty());
}

#[test]
fn two_sessions_off_the_focus_are_no_run() {
    finds(&ACUTE_16, each([9, 10], off_the_focus), &["IPT-113"]);
    let report = finds(&ACUTE_16, each([9, 10, 11], off_the_focus), &["IPT-113", "IPT-114"]);
    assert_eq!((of(&report, "IPT-113").len(), of(&report, "IPT-114").len()), (3, 1));
}

#[test]
fn in_a_dispute_in_dissolution_work_on_the_transition_is_work_on_the_focus() {
    let dissolving = |stage| {
        let mut case = acute(ProblemArea::RoleDispute);
        insert(&mut case.entries, at(day(49), DisputeStaged::new(stage)));
        edit(&mut case, 9..=11, |note| note.strategies = Strategy::TransitionLoss.into());
        report(&ACUTE_16, case.entries)
    };
    let codes = ["IPT-113", "IPT-114", "IPT-115"];
    let dissolution = dissolving(DisputeStage::Dissolution);
    let impasse = dissolving(DisputeStage::Impasse);
    for code in codes {
        assert!(of(&dissolution, code).is_empty(), "{code}");
        assert!(!of(&impasse, code).is_empty(), "{code}");
    }
}

#[test]
fn which_areas_were_agreed_cannot_be_told_where_no_agreement_is_recorded() {
    let mut entries = course();
    without(&mut entries, FactKind::FocusAgreed);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-115"), Outcome::DoesNotApply);
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-115"), Outcome::CannotTell);
}

#[test]
fn exploring_that_led_to_options_late_stands_remedied() {
    let late = report(&ACUTE_16, each(1..=12, passive));
    assert!(matches!(of(&late, "IPT-116")[..], [f] if matches!(f.status, Status::Remedied { .. })));
    // Begun in time, in the first middle sessions.
    finds(&ACUTE_16, each(6..=16, passive), &["IPT-119"]);
    assert_eq!(outcome(&report(&ACUTE_16, flawless(&ACUTE_16, ProblemArea::Grief)), "IPT-116"), Outcome::DoesNotApply);
}

#[test]
fn a_run_without_an_incident_ends_with_one() {
    finds(&ACUTE_16, each([6, 7, 9], general), &[]);
}

#[test]
fn affect_in_one_of_the_first_middle_sessions_is_enough() {
    finds(&ACUTE_16, each([4, 5], flat), &[]);
    finds(&ACUTE_16, each([6, 7, 8], flat), &[]);
}

#[test]
fn a_crisis_puts_the_review_of_an_attempt_off() {
    finds(&ACUTE_16, each([8], |note| note.reviewed = Stated::NotDone), &["IPT-119"]);
    let entries = each([8], |note| {
        note.reviewed = Stated::NotReported;
        crisis(note);
    });
    assert!(of(&report(&ACUTE_16, entries), "IPT-119").is_empty());
}

#[test]
fn proscribed_main_work_of_one_session_is_a_warning() {
    let main = |activity| move |note: &mut Session| note.off_model = off_model(activity, Extent::Main);
    let once = finds(&ACUTE_16, each([7], main(OffModel::CognitiveRestructuring)), &["IPT-120"]);
    assert_eq!(of(&once, "IPT-120")[0].severity, Severity::Warning);
    assert!(of(&once, "IPT-128").is_empty(), "it did not come up in passing");
    let twice = report(&ACUTE_16, each([7, 8], main(OffModel::CognitiveRestructuring)));
    assert_eq!(of(&twice, "IPT-120").len(), 1);
    // What nobody was read to forbid is never an error.
    let dreams = finds(&ACUTE_16, each([7, 8], main(OffModel::DreamInterpretation)), &["IPT-120"]);
    assert_eq!(of(&dreams, "IPT-120")[0].severity, Severity::Warning);
}

#[test]
fn what_came_up_in_passing_is_a_note_and_an_attempt_between_sessions_is_none() {
    let passing = |note: &mut Session| {
        note.off_model = off_model(OffModel::CognitiveRestructuring, Extent::InPassing);
        note.agreed = WorkSet::of(&[WorkKind::Attempt]);
    };
    let report = finds(&ACUTE_16, each([7, 8], passing), &[]);
    let [note] = of(&report, "IPT-128")[..] else { panic!("{:#?}", report.findings) };
    assert_eq!((note.severity, note.on), (Severity::Note, Some(day(49))));
    assert_eq!(note.old.to_string(), "cognitive restructuring in 2 sessions");
    assert!(note.related.is_some());
    // What the protocol does not count as off its model is nothing to note.
    let diet = each([7], |note| note.off_model = off_model(OffModel::DietAdvice, Extent::InPassing));
    assert!(of(&crate::report(&ACUTE_16, diet), "IPT-128").is_empty());
}

#[test]
fn what_a_source_forbids_outright_is_an_error_at_once() {
    let mut entries = flawless(&PTSD_14, ProblemArea::RoleTransition);
    edit_session(&mut entries, 6, |note| note.off_model = off_model(OffModel::Exposure, Extent::Main));
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
        note.tasks.push(TaskNote::done(Task::Ending(EndingTask::AnnounceEnd)));
    });
    assert!(of(&report(&ACUTE_16, announced), "IPT-122").is_empty());
}

#[test]
fn a_share_of_crises_asks_for_a_review_after_the_first_of_them() {
    let many = || each(9..=13, crisis);
    assert_eq!(of(&report(&ACUTE_16, many()), "IPT-123")[0].old.to_string(), "5 of 16, limit 1/4");
    let mut reviewed = many();
    insert(&mut reviewed, at(day(77), ReviewHeld::new()));
    assert!(of(&report(&ACUTE_16, reviewed), "IPT-123").is_empty());
    let mut some = many();
    unreported(&mut some, Topic::Sessions);
    assert_eq!(outcome(&report(&ACUTE_16, some), "IPT-123"), Outcome::CannotTell, "of how many is unknown");
}

#[test]
fn consent_that_was_not_given_and_a_purpose_that_says_nothing_are_found() {
    let with = |participant: Participant| {
        each([6], |note| {
            note.kind = SessionKind::Joint;
            note.participants = vec![participant.clone()];
        })
    };
    for participant in [partner().with_consent(Stated::NotDone), partner().with_purpose(FreeText::from(" "))] {
        finds(&ACUTE_16, with(participant), &["IPT-124"]);
    }
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
