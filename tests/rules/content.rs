//! Proofs of IPT-110 to IPT-127.

use interpersonal::{
    EndingTask, Entry, Extent, FactKind, FocusItem, FocusOn, FreeText, Label, OffModel, OffModelActivity, ProblemArea,
    Severity, Stated, Strategy, StrategySet, Task, TaskNote, Technique, TechniqueSet, Topic, WorkKind, WorkSet,
    protocol::preset::{ACUTE_16, PTSD_14},
    record::{
        focus::FocusAgreed,
        inventory::Relation,
        review::ReviewHeld,
        session::{Participant, Session, SessionKind},
    },
    rule::Outcome,
};

use crate::{at, day, edit_session, finds, flawless, insert, of, outcome, report, unreported};

fn course() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The course with one session note changed.
fn edited(n: usize, edit: impl FnOnce(&mut Session)) -> Vec<Entry> {
    let mut entries = course();
    edit_session(&mut entries, n, edit);
    entries
}

/// The course with several session notes changed.
fn each(sessions: impl IntoIterator<Item = usize>, edit: impl Fn(&mut Session)) -> Vec<Entry> {
    let mut entries = course();
    for n in sessions {
        edit_session(&mut entries, n, &edit);
    }
    entries
}

/// A fault found where content is reported, and untold where it is not.
#[track_caller]
fn found_and_untold(mut entries: Vec<Entry>, code: &'static str) {
    finds(&ACUTE_16, entries.clone(), &[code]);
    unreported(&mut entries, Topic::SessionContent);
    assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell);
}

#[test]
fn the_flawless_course_meets_every_rule_on_content() {
    let report = report(&ACUTE_16, course());
    for found in &report.findings {
        assert!(!("IPT-110"..="IPT-127").contains(&found.code.as_str()), "{found:#?}");
    }
}

#[test]
fn a_middle_session_without_an_opening_is_found() {
    found_and_untold(edited(5, |note| note.opening = Stated::NotReported), "IPT-110");
    // A stated "not done" counts whatever the record reports.
    let mut stated = edited(5, |note| note.opening = Stated::NotDone);
    unreported(&mut stated, Topic::SessionContent);
    assert_eq!(of(&report(&ACUTE_16, stated), "IPT-110").len(), 1);
    // In a crisis the skeleton is put aside.
    let crisis = edited(5, |note| {
        note.opening = Stated::NotReported;
        note.kind = SessionKind::Crisis;
    });
    assert!(of(&report(&ACUTE_16, crisis), "IPT-110").is_empty());
}

#[test]
fn a_session_without_symptom_check_and_score_is_a_warning() {
    let unasked = |note: &mut Session| {
        note.symptom_check = Stated::NotReported;
        note.scores.clear();
    };
    let report = finds(&ACUTE_16, edited(6, unasked), &["IPT-111"]);
    assert_eq!(of(&report, "IPT-111")[0].severity, Severity::Warning);
    found_and_untold(edited(6, unasked), "IPT-111");
    // The score alone is enough.
    finds(&ACUTE_16, edited(6, |note| note.symptom_check = Stated::NotReported), &[]);
}

#[test]
fn a_course_that_never_follows_symptoms_is_an_error() {
    let mut entries = each(1..=16, |note| {
        note.symptom_check = Stated::NotReported;
        note.scores.clear();
    });
    let found = report(&ACUTE_16, entries.clone());
    let found = of(&found, "IPT-111");
    assert_eq!((found.len(), found[0].severity), (1, Severity::Error));
    unreported(&mut entries, Topic::SessionContent);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-111"), Outcome::CannotTell);
}

#[test]
fn a_middle_session_that_links_nothing_is_found() {
    let unlinked = edited(7, |note| {
        note.mood_event_link = Stated::NotReported;
        note.techniques = note.techniques.without(Technique::LinkingMoodEvent);
    });
    found_and_untold(unlinked, "IPT-112");
    finds(&ACUTE_16, edited(7, |note| note.mood_event_link = Stated::NotReported), &[]);
}

#[test]
fn a_middle_session_off_the_focus_is_found() {
    found_and_untold(edited(9, |note| note.strategies = StrategySet::EMPTY), "IPT-113");
    // A focus item that the note names counts too.
    finds(
        &ACUTE_16,
        edited(9, |note| {
            note.strategies = StrategySet::EMPTY;
            note.worked_on = vec![FocusItem::area(ProblemArea::RoleTransition)];
        }),
        &[],
    );
}

#[test]
fn a_focus_outside_the_four_is_worked_on_by_name() {
    let label = FocusOn::Unlisted(Label::from_static("faith"));
    let named = |entries: &mut Vec<Entry>| {
        for n in 4..=13 {
            edit_session(entries, n, |note| {
                note.strategies = StrategySet::EMPTY;
                note.worked_on = vec![FocusItem::new(label)];
            });
        }
    };
    let mut entries = course();
    named(&mut entries);
    insert(&mut entries, at(day(14), FocusAgreed::new([FocusItem::new(label)])));
    let report = report(&ACUTE_16, entries);
    assert!(of(&report, "IPT-113").is_empty() && of(&report, "IPT-114").is_empty());
}

#[test]
fn a_run_off_the_focus_is_found_beside_its_sessions() {
    let off = |note: &mut Session| note.strategies = StrategySet::EMPTY;
    finds(&ACUTE_16, each([9, 10], off), &["IPT-113"]);
    let report = finds(&ACUTE_16, each([9, 10, 11], off), &["IPT-113", "IPT-114"]);
    assert_eq!((of(&report, "IPT-113").len(), of(&report, "IPT-114").len()), (3, 1));
    assert_eq!(of(&report, "IPT-114")[0].severity, Severity::Warning);
    let mut untold = each([9, 10, 11], off);
    unreported(&mut untold, Topic::SessionContent);
    assert_eq!(outcome(&crate::report(&ACUTE_16, untold), "IPT-114"), Outcome::CannotTell);
}

#[test]
fn work_on_an_area_that_was_not_agreed_is_found() {
    let strayed = || edited(9, |note| note.strategies = note.strategies.with(Strategy::DisputeParallels));
    finds(&ACUTE_16, strayed(), &["IPT-115"]);
    for topic in [Topic::Agreements, Topic::SessionContent] {
        let mut untold = strayed();
        unreported(&mut untold, topic);
        let report = report(&ACUTE_16, untold);
        assert!(report.unknown.iter().any(|unknown| unknown.code.as_str() == "IPT-115"), "{topic}");
    }
}

#[test]
fn exploring_without_any_option_is_found_late_in_the_middle_phase() {
    let passive = |note: &mut Session| {
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
    };
    found_and_untold(each(1..=16, passive), "IPT-116");
    // Begun in time, in the first middle sessions.
    finds(&ACUTE_16, each(6..=16, passive), &["IPT-119"]);
    assert_eq!(outcome(&report(&ACUTE_16, flawless(&ACUTE_16, ProblemArea::Grief)), "IPT-116"), Outcome::DoesNotApply);
}

#[test]
fn three_middle_sessions_without_an_incident_are_found() {
    let general = |note: &mut Session| note.incident = Stated::NotReported;
    finds(&ACUTE_16, each([6, 7, 9], general), &[]);
    found_and_untold(each([6, 7, 8], general), "IPT-117");
}

#[test]
fn affect_that_does_not_come_up_in_the_first_middle_sessions_is_found() {
    let flat = |note: &mut Session| {
        note.affect = Stated::NotReported;
        note.techniques = note.techniques.without(Technique::EncouragementOfAffect);
    };
    finds(&ACUTE_16, each([4, 5], flat), &[]);
    finds(&ACUTE_16, each([6, 7, 8], flat), &[]);
    found_and_untold(each([4, 5, 6], flat), "IPT-118");
}

#[test]
fn an_attempt_that_nobody_asks_about_is_found() {
    found_and_untold(edited(8, |note| note.reviewed = Stated::NotReported), "IPT-119");
    finds(&ACUTE_16, edited(8, |note| note.reviewed = Stated::NotDone), &["IPT-119"]);
    // A crisis puts the review off.
    let crisis = edited(8, |note| {
        note.reviewed = Stated::NotReported;
        note.kind = SessionKind::Crisis;
    });
    assert!(of(&report(&ACUTE_16, crisis), "IPT-119").is_empty());
}

#[test]
fn proscribed_main_work_is_a_warning_once_and_an_error_from_the_second_session() {
    let main =
        |activity| move |note: &mut Session| note.off_model = vec![OffModelActivity::new(activity, Extent::Main)];
    let restructuring = main(OffModel::CognitiveRestructuring);
    let once = finds(&ACUTE_16, each([7], restructuring), &["IPT-120"]);
    assert_eq!(of(&once, "IPT-120")[0].severity, Severity::Warning);
    let twice = finds(&ACUTE_16, each([7, 8], restructuring), &["IPT-120"]);
    assert_eq!(of(&twice, "IPT-120").len(), 1);
    assert_eq!(of(&twice, "IPT-120")[0].severity, Severity::Error);

    // What nobody was read to forbid is never an error.
    let dreams = finds(&ACUTE_16, each([7, 8], main(OffModel::DreamInterpretation)), &["IPT-120"]);
    assert_eq!(of(&dreams, "IPT-120")[0].severity, Severity::Warning);

    // In passing, or between sessions, is another matter.
    let passing = |note: &mut Session| {
        note.off_model = vec![OffModelActivity::new(OffModel::CognitiveRestructuring, Extent::InPassing)];
        note.agreed = WorkSet::of(&[WorkKind::Attempt]);
    };
    finds(&ACUTE_16, each([7, 8], passing), &[]);

    let mut untold = course();
    unreported(&mut untold, Topic::SessionContent);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-120"), Outcome::CannotTell);
}

#[test]
fn what_a_source_forbids_outright_is_an_error_at_once() {
    let mut entries = flawless(&PTSD_14, ProblemArea::RoleTransition);
    edit_session(&mut entries, 6, |note| {
        note.off_model = vec![OffModelActivity::new(OffModel::Exposure, Extent::Main)];
    });
    let report = finds(&PTSD_14, entries, &["IPT-120"]);
    assert_eq!(of(&report, "IPT-120")[0].severity, Severity::Error);
}

#[test]
fn a_missing_summary_is_a_note() {
    let mut entries = edited(8, |note| note.summary = Stated::NotReported);
    let report = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&report, "IPT-121")[0].severity, Severity::Note);
    unreported(&mut entries, Topic::SessionContent);
    assert_eq!(outcome(&crate::report(&ACUTE_16, entries), "IPT-121"), Outcome::CannotTell);
}

#[test]
fn an_end_that_is_not_mentioned_for_three_sessions_is_found() {
    let silent = |note: &mut Session| note.sessions_left = Stated::NotReported;
    finds(&ACUTE_16, each([9, 10], silent), &[]);
    found_and_untold(each([9, 10, 11], silent), "IPT-122");
}

#[test]
fn many_crises_ask_for_a_review() {
    let crisis = |note: &mut Session| note.kind = SessionKind::Crisis;
    let many = || {
        let mut entries = each([9, 10, 11, 12, 13], crisis);
        crate::without(&mut entries, FactKind::ReviewHeld);
        insert(&mut entries, at(day(48), ReviewHeld::new()));
        entries
    };
    assert_eq!(of(&report(&ACUTE_16, many()), "IPT-123").len(), 1);
    assert!(of(&report(&ACUTE_16, each([9, 10, 11, 12], crisis)), "IPT-123").is_empty());
    let mut reviewed = many();
    insert(&mut reviewed, at(day(77), ReviewHeld::new()));
    assert!(of(&report(&ACUTE_16, reviewed), "IPT-123").is_empty());
    let mut untold = many();
    unreported(&mut untold, Topic::Measures);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-123"), Outcome::CannotTell);
}

/// Scenario 3 of the reference: the end is announced with three sessions left.
#[test]
fn an_end_announced_with_three_sessions_left_is_no_deviation() {
    let announcement = Task::Ending(EndingTask::AnnounceEnd);
    let mut entries = course();
    edit_session(&mut entries, 12, |note| note.tasks.retain(|task| task.task != announcement));
    edit_session(&mut entries, 13, |note| note.tasks.push(TaskNote::done(announcement)));
    finds(&ACUTE_16, entries, &[]);
}

fn partner() -> Participant {
    Participant::new(Relation::Partner)
        .with_consent(Stated::Done)
        .with_purpose(FreeText::from("to hear how the partner sees the new post"))
}

#[test]
fn a_joint_session_has_the_patients_consent_and_a_purpose() {
    let joint = |participant: Participant| {
        edited(6, |note| {
            note.kind = SessionKind::Joint;
            note.participants = vec![participant];
        })
    };
    finds(&ACUTE_16, joint(partner()), &[]);
    found_and_untold(joint(partner().with_consent(Stated::NotReported)), "IPT-124");
    finds(&ACUTE_16, joint(partner().with_consent(Stated::NotDone)), &["IPT-124"]);
    found_and_untold(joint(partner().with_purpose(FreeText::from(" "))), "IPT-124");
}

#[test]
fn individual_treatment_with_somebody_else_in_many_sessions_is_found() {
    let joint = |note: &mut Session| {
        note.kind = SessionKind::Joint;
        note.participants = vec![partner()];
    };
    finds(&ACUTE_16, each(5..=8, joint), &[]);
    finds(&ACUTE_16, each(5..=9, joint), &["IPT-125"]);
    let mut untold = course();
    unreported(&mut untold, Topic::SessionContent);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-125"), Outcome::CannotTell);
    let dyadic = flawless(&interpersonal::protocol::preset::FB_14, ProblemArea::RoleTransition);
    let dyadic = report(&interpersonal::protocol::preset::FB_14, dyadic);
    assert_eq!(outcome(&dyadic, "IPT-125"), Outcome::DoesNotApply);
}

#[test]
fn a_focus_session_that_names_no_technique_is_noted() {
    let mut entries = edited(8, |note| note.techniques = TechniqueSet::EMPTY);
    let report = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&report, "IPT-126").len(), 1);
    unreported(&mut entries, Topic::SessionContent);
    assert_eq!(outcome(&crate::report(&ACUTE_16, entries), "IPT-126"), Outcome::CannotTell);
}

#[test]
fn a_very_short_session_that_counts_is_found() {
    // Above the least contact a short session is still short; below it only this rule speaks.
    finds(&ACUTE_16, edited(8, |note| note.minutes = Some(25)), &["IPT-008"]);
    finds(&ACUTE_16, edited(8, |note| note.minutes = Some(24)), &["IPT-127"]);
    let mut untold = edited(8, |note| note.minutes = None);
    unreported(&mut untold, Topic::SessionContent);
    assert_eq!(outcome(&report(&ACUTE_16, untold), "IPT-127"), Outcome::CannotTell);
}
