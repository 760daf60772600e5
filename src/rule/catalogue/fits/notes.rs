//! What a note holds against what it says of itself.

use crate::{
    measure::ItemAnswer,
    record::session::{NotePart, Session, SessionKind},
    rule::{SessionRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{
        EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, Phase, Severity, Stated, Task,
        TaskNote,
    },
};

/// Tasks of the ending that come at no other time. The end is named early on, and what to do if
/// things get worse is talked about throughout.
const OF_THE_ENDING: EndingTaskSet = EndingTaskSet::of(&[
    EndingTask::FeelingsAboutEnding,
    EndingTask::ReviewFocusGoals,
    EndingTask::CreditToPatient,
    EndingTask::RelapsePlan,
    EndingTask::Goodbye,
]);

/// Tasks with which treatment begins, and which nobody leaves for the ending.
const OF_THE_BEGINNING: InitialTaskSet = InitialTaskSet::of(&[
    InitialTask::Inventory,
    InitialTask::ProblemAreaSelection,
    InitialTask::Formulation,
    InitialTask::ExplainIpt,
]);

rules! {
    kind: Record;

    /// The note of a session that was not held should hold nothing that only a session can hold.
    ///
    /// ## Why
    /// Forms keep their values when somebody ticks that the patient did not come. What stands there
    /// counts nowhere, so that what was meant to be recorded is lost. An answer about suicide weighs
    /// most.
    ///
    /// ## When it does not apply
    /// What belongs to an appointment: its number, who was to hold it and how, the notice given,
    /// remarks, and what is stated as not done. A length alone is a note.
    NOT_HELD_NO_CONTENT = {
        code: "IPT-312", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("a session that was not held")],
        remedies: [CorrectEntry, RecordIt], record: ["session.attendance", "scored", "enquiry_made"],
        says: {
            finds SAFETY: "The session of {day} was not held ({attendance}), and its note holds an answer about suicide or self-harm; all it \
                holds: {parts}.";
            finds CONTENT: "The session of {day} was not held ({attendance}), and its note holds what belongs to a session: {parts}.";
        },
        check: |ctx, out| {
            for row in ctx.sessions().iter().filter(|row| !row.held) {
                let Some(note) = row.written(ctx.course) else { continue };
                let parts = note.happened();
                if parts.is_empty() {
                    continue;
                }
                let endorsed = note.scores.iter().any(|score| score.self_harm_item == Some(ItemAnswer::Endorsed));
                let case = if endorsed || parts.contains(NotePart::Enquiry) { SAFETY } else { CONTENT };
                // Calendars keep the length that was planned.
                let weight = if parts == NotePart::Minutes.into() { Severity::Note } else { Severity::Warning };
                out.weighing(weight).finds(case, ctx.place(row), values! { attendance: note.attendance, parts });
            }
        },
    };

    /// The phase that a note names should go with the tasks in it.
    ///
    /// ## Why
    /// The label decides what the session is asked for. A goodbye under the label of the beginning
    /// means that one of the two is wrong, and so does one after which the middle phase goes on.
    ///
    /// ## When it does not apply
    /// Notes that name no phase, and tasks that belong to more than one. Continuation and
    /// maintenance, which have a beginning of their own. A course so short that it
    /// has its beginning and its end in one session.
    LABEL_FITS_TASKS = {
        code: "IPT-314", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("label and tasks")],
        remedies: [CorrectEntry], record: ["session.phase", "session.tasks"],
        says: {
            finds EARLY: "The note of the session of {day} named the {phase}, and it has tasks of the ending as done: {tasks}.";
            finds GOODBYE: "The note of the session of {day} named the {phase}, it has the goodbye as done, and {found:session|sessions} that named \
                the {phase} followed it.";
            finds LATE: "The note of the session of {day} named the {phase}, and it has tasks of the beginning as done: {tasks}.";
        },
        check: |ctx, out| {
            let held = || ctx.sessions().iter().filter(|row| row.held);
            if held().count() < 2 {
                return;
            }
            for row in held() {
                let Some((note, phase)) = row.written(ctx.course).and_then(|note| Some((note, note.phase?))) else { continue };
                if matches!(phase, Phase::Assessment | Phase::Initial) {
                    let tasks: EndingTaskSet = done(note).filter_map(ending).collect();
                    let tasks = tasks.intersection(OF_THE_ENDING);
                    if !tasks.is_empty() {
                        out.finds(EARLY, ctx.place(row), values! { phase, tasks });
                    }
                } else if phase == Phase::Middle {
                    let bids_goodbye = done(note).filter_map(ending).any(|task| task == EndingTask::Goodbye);
                    let goes_on = |later: &&SessionRow| {
                        later.on > row.on
                            && later.kind != SessionKind::Crisis
                            && later.written(ctx.course).is_some_and(|note| note.phase == Some(phase))
                    };
                    let found = held().filter(goes_on).count();
                    // One session more than was agreed is another matter.
                    if bids_goodbye && found > 1 {
                        out.finds(GOODBYE, ctx.place(row), values! { phase, found });
                    }
                } else if matches!(phase, Phase::Termination | Phase::Concluded) {
                    let tasks: InitialTaskSet = done(note).filter_map(initial).collect();
                    let tasks = tasks.intersection(OF_THE_BEGINNING);
                    if !tasks.is_empty() {
                        out.finds(LATE, ctx.place(row), values! { phase, tasks });
                    }
                }
            }
        },
    };
}

fn done(note: &Session) -> impl Iterator<Item = &TaskNote> {
    note.tasks.iter().filter(|task| task.status == Stated::Done)
}

const fn ending(note: &TaskNote) -> Option<EndingTask> {
    match note.task {
        Task::Ending(task) => Some(task),
        _ => None,
    }
}

const fn initial(note: &TaskNote) -> Option<InitialTask> {
    match note.task {
        Task::Initial(task) => Some(task),
        _ => None,
    }
}
