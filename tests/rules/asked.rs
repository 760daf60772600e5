//! IPT-277 to IPT-284: measures, diary, work, tasks, techniques and specialisations that a protocol lists.

use std::borrow::Cow;

use interpersonal::{
    Fact, FocusItem, FocusStatus, FreeText, InstrumentId, Label, Phase, ProblemArea, Severity, SourceId,
    Specialisation, Task, TaskNote, TaskToken, Technique, Topic, WorkKind,
    protocol::{
        Cadence, DeclaredTask, Level, MeasureSpec, ProtocolSpec, TechniqueSpec,
        preset::{SR, UK_16},
    },
    record::{
        focus::{FocusAgreed, FocusTrigger, FormulationAnswered, FormulationGiven, FormulationParts, PatientResponse},
        session::Session,
    },
    rule::Outcome,
    source::Basis,
};

use crate::{
    Case, Proof, at, edit_facts, edit_session, flawless, insert,
    population::{acute, under, weighs},
    session_day, transition,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of(
        "IPT-277",
        Severity::Error,
        || measured(Level::Must, Cadence::EverySession, None),
        |case| {
            each_note(case, |note| note.scores.iter_mut().for_each(|score| score.instrument = InstrumentId::BDI_II));
        },
    )
    .silent(Topic::Measures),
    Proof::of("IPT-278", Severity::Error, || diary(Level::Must, Basis::Practice), unkept).silent(Topic::Measures),
    Proof::of("IPT-279", Severity::Warning, transition, |case| {
        for session in [5, 6] {
            agreed(case, session, WorkKind::Structured);
        }
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-280", Severity::Warning, parked, |case| {
        let day = session_day(&case.entries, 6);
        let item =
            |area| FocusItem::area(area).with_link(text("keeps the symptoms up")).with_goals(vec![text("settle it")]);
        let items = vec![item(ProblemArea::RoleTransition), item(ProblemArea::RoleDispute)];
        let on = items.iter().map(|item| item.on).collect::<Vec<_>>();
        let given = FormulationGiven::new(on).with_parts(FormulationParts::ALL).with_wording(text("both now"));
        insert(&mut case.entries, at(day, given));
        insert(&mut case.entries, at(day, FormulationAnswered::new(PatientResponse::Accepted)));
        let agreed =
            FocusAgreed::new(items).with_trigger(FocusTrigger::NewLifeEvent).with_reason(text("it came to a head"));
        insert(&mut case.entries, at(day, agreed));
    })
    // What a new active area needs, and an agreed change of focus.
    .along(&["IPT-061", "IPT-062", "IPT-074", "IPT-151"])
    .silent(Topic::Agreements),
    Proof::of(
        "IPT-281",
        Severity::Warning,
        || declared(Level::Must, Some(2), Basis::Practice),
        |case| {
            undone(case);
            edit_session(&mut case.entries, 3, |note| note.tasks.push(TaskNote::done(PLAN)));
        },
    )
    .silent(Topic::InitialTasks),
    Proof::of("IPT-282", Severity::Error, || declared(Level::Must, None, Basis::Practice), undone)
        .silent(Topic::InitialTasks),
    Proof::of(
        "IPT-283",
        Severity::Warning,
        || favoured(Level::Must),
        |case| {
            each_note(case, |note| note.techniques = note.techniques.without(Technique::ProblemSolving));
        },
    )
    .silent(Topic::SessionContent),
    Proof::of(
        "IPT-284",
        Severity::Warning,
        || Case::new(&SR, flawless(&SR, ProblemArea::RoleTransition)),
        |case| specialised(case, "complicated_pregnancy"),
    )
    .silent(Topic::Agreements),
];

const PLAN: TaskToken = TaskToken::from_static("safety_plan");
const SRM: InstrumentId = InstrumentId::from_static("srm-5");

fn text(words: &str) -> FreeText {
    FreeText::from(words)
}

fn each_note(case: &mut Case, mut edit: impl FnMut(&mut Session)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            edit(note);
        }
    });
}

const fn measure(instrument: InstrumentId, level: Level, cadence: Cadence, every: Option<u16>) -> MeasureSpec {
    MeasureSpec { instrument, level, cadence, every, source: SourceId::RAFAELI_2021, basis: Basis::Trial }
}

fn measured(level: Level, cadence: Cadence, every: Option<u16>) -> Case {
    let measures = vec![measure(InstrumentId::PHQ_9, level, cadence, every)];
    under(ProtocolSpec { measures: Cow::Owned(measures), ..acute() })
}

fn diary(level: Level, basis: Basis) -> Case {
    let mood = measure(InstrumentId::PHQ_9, Level::Must, Cadence::EverySession, None);
    let diary = MeasureSpec { basis, ..measure(SRM, level, Cadence::Daily, None) };
    under(ProtocolSpec { measures: Cow::Owned(vec![mood, diary]), ..acute() })
}

fn unkept(case: &mut Case) {
    each_note(case, |note| note.scores.retain(|score| score.instrument != SRM));
}

fn unscored(case: &mut Case, sessions: impl IntoIterator<Item = usize>) {
    for session in sessions {
        edit_session(&mut case.entries, session, |note| note.scores.clear());
    }
}

fn agreed(case: &mut Case, session: usize, kind: WorkKind) {
    edit_session(&mut case.entries, session, |note| note.agreed = note.agreed.with(kind));
}

/// A dispute is set aside until maintenance.
fn parked() -> Case {
    let mut case = transition();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            agreed.items.push(
                FocusItem::area(ProblemArea::RoleDispute)
                    .with_status(FocusStatus::Parked)
                    .with_until(Label::from_static("maintenance"))
                    .with_link(text("keeps the symptoms up")),
            );
            agreed.reason = Some(text("both began with the episode"));
        }
    });
    case
}

fn declared(level: Level, by_session: Option<u16>, basis: Basis) -> Case {
    let task = DeclaredTask {
        token: PLAN,
        label: Cow::Borrowed("Safety plan"),
        phase: Phase::Initial,
        by_session,
        level,
        source: if basis == Basis::Design { SourceId::DESIGN } else { SourceId::IPT_A_SCI },
        basis,
    };
    under(ProtocolSpec { tasks: Cow::Owned(vec![task]), ..acute() })
}

fn undone(case: &mut Case) {
    each_note(case, |note| note.tasks.retain(|note| note.task != Task::Declared(PLAN)));
}

fn favoured(level: Level) -> Case {
    let spec = TechniqueSpec {
        technique: Technique::ProblemSolving,
        level,
        source: SourceId::CEBC_IPT_A,
        basis: Basis::Practice,
    };
    under(ProtocolSpec { techniques: Cow::Owned(vec![spec]), ..acute() })
}

fn specialised(case: &mut Case, token: &'static str) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            agreed.items[0].specialisation = Some(Specialisation::from_static(token));
        }
    });
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
fn a_measure_before_and_after_is_taken_at_both_ends() {
    for missing in [1..=1, 15..=16] {
        let mut case = measured(Level::Should, Cadence::BeforeAndAfter, None);
        assert_eq!(weighs(&case, "IPT-277"), (None, Outcome::Holds));
        unscored(&mut case, missing.clone());
        assert_eq!(weighs(&case, "IPT-277").0, Some(Severity::Warning), "{missing:?}");
    }
}

#[test]
fn a_usual_measure_whose_source_was_not_read_is_a_note() {
    let mut case = Case::new(&UK_16, flawless(&UK_16, ProblemArea::RoleTransition));
    unscored(&mut case, [7]);
    assert_eq!(weighs(&case, "IPT-277").0, Some(Severity::Note));
}

#[test]
fn a_diary_counts_from_when_it_was_agreed() {
    let mut case = diary(Level::Must, Basis::Practice);
    unkept(&mut case);
    let mut late = case.clone();
    agreed(&mut case, 2, WorkKind::Diary);
    assert_eq!(weighs(&case, "IPT-278"), (None, Outcome::Holds));
    assert_eq!(weighs(&case, "IPT-279"), (None, Outcome::Holds), "the diary is a measure of the protocol");
    agreed(&mut late, 8, WorkKind::Diary);
    assert_eq!(weighs(&late, "IPT-278").0, Some(Severity::Warning));
    let mut ours = diary(Level::Must, Basis::Unseen);
    unkept(&mut ours);
    assert_eq!(weighs(&ours, "IPT-278").0, Some(Severity::Warning));
}

#[test]
fn a_single_session_with_other_work_is_a_note() {
    let mut case = transition();
    agreed(&mut case, 5, WorkKind::Structured);
    assert_eq!(weighs(&case, "IPT-279").0, Some(Severity::Note));
}

#[test]
fn a_task_that_was_never_done_is_found_once() {
    let mut case = declared(Level::Must, Some(2), Basis::Practice);
    undone(&mut case);
    assert_eq!(weighs(&case, "IPT-281"), (None, Outcome::Holds));
    assert_eq!(weighs(&case, "IPT-282").0, Some(Severity::Error));
    let fifth = session_day(&case.entries, 5);
    case.entries.retain(|entry| entry.day().is_none_or(|on| on < fifth));
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
    edit_session(&mut case.entries, 3, |note| note.tasks.push(TaskNote::done(PLAN)));
    assert_eq!(weighs(&case, "IPT-282").0, Some(Severity::Warning));
}

#[test]
fn a_technique_that_is_only_usual_is_a_note_and_one_that_is_left_out_a_warning() {
    let mut usual = favoured(Level::Should);
    each_note(&mut usual, |note| note.techniques = note.techniques.without(Technique::ProblemSolving));
    assert_eq!(weighs(&usual, "IPT-283").0, Some(Severity::Note));
    let mut left_out = favoured(Level::MustNot);
    assert_eq!(weighs(&left_out, "IPT-283"), (None, Outcome::Holds));
    edit_session(&mut left_out.entries, 5, |note| note.techniques = note.techniques.with(Technique::ProblemSolving));
    assert_eq!(weighs(&left_out, "IPT-283").0, Some(Severity::Warning));
}
