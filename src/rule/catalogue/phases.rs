//! Changes of phase: IPT-100 to IPT-109.

use super::{condition, due::topic_of, middle::lacks_both, old_rules};
use crate::{
    machine::{Guard, initial_topics},
    phase::Phase,
    record::{ending::EndMode, session::SessionKind},
    rule::{Ctx, OldEvidence, Place, SessionRow, Severity, Sink},
    source::SourceId,
    task::{InitialTask, InitialTaskSet, Stated},
    topic::Topic,
};

old_rules! {
    /// The initial tasks of the protocol are done before the middle phase begins.
    ///
    /// ## Why
    /// History, diagnosis, inventory, formulation and agreement are what the middle phase works on.
    ///
    /// ## When it does not apply
    /// Tasks that the protocol does not ask for. Where each open task has a finding of its own, this one is not counted
    /// beside them. What was done before a record that begins in mid-course cannot be told.
    INITIAL_TASKS_DONE = {
        code: "IPT-100", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [InitialTasks, Agreements, Measures, Safety, Medication],
        parameters: ["initial.tasks"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("first phase"), SourceId::MARKOWITZ_HANDBOOK.at("phases of treatment"),
            SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_2017.at("ch. 3"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| condition(Guard::InitialTasksDone, Topic::InitialTasks, ctx, out),
    };

    /// Work on a focus waits until the focus is agreed and the initial tasks are done.
    ///
    /// ## Why
    /// Strategies need the focus that patient and therapist agreed on. Before any focus was agreed it is an error,
    /// since all variants agree on a focus first. Before the other initial tasks are done it is a sign that middle work
    /// began early, and a warning.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis. Reviewing symptoms and linking them with events belong to every phase; so do the
    /// stage of a dispute, what each side expects, and the ties of the past, which the choice of a focus rests on. What
    /// was agreed or done before a record that begins in mid-course cannot be told.
    FOCUS_WORK_AFTER_AGREEMENT = {
        code: "IPT-101", severity: Error, clause: Shared, kind: Order,
        moments: [Recording], topics: [SessionContent, Agreements, InitialTasks, Measures, Safety, Medication],
        holds_if_reported: [SessionContent], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_HANDBOOK.at("formulation"), SourceId::ISIPT_STRATEGIES.at("problem areas"),
            SourceId::DESIGN.at("early middle work, after the order of initial tasks"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let agreed = ctx.initial_task(InitialTask::ProblemAreaSelection);
            let early = |row: &&SessionRow| row.phase <= Phase::Initial && row.kind != SessionKind::Crisis;
            for row in ctx.held().filter(early) {
                let Some(note) = ctx.note(row) else { continue };
                let specific = note.strategies.iter().any(|strategy| !is_general(strategy));
                if !specific && note.worked_on.is_empty() {
                    continue;
                }
                let denied = agreed.is_none()
                    && ctx.initial_stated(InitialTask::ProblemAreaSelection) == Stated::NotDone;
                if agreed.is_some_and(|(day, _)| day <= row.on) {
                    before_the_tasks(ctx, out, row);
                } else if denied {
                    out.old_finds(ctx.place(row), OldEvidence::Matter { name: "no_focus_agreed" });
                } else if ctx.began_midway() {
                    out.cannot_tell(Topic::Agreements, ctx.place(row));
                } else {
                    let evidence = OldEvidence::Matter { name: "no_focus_agreed" };
                    out.old_lacks(Topic::Agreements, ctx.place(row), evidence);
                }
            }
        },
    };

    /// The end has been announced before the ending begins.
    ///
    /// ## Why
    /// The ending is work on an end that both know of. Announced later, the finding stays and is marked as remedied.
    ///
    /// ## When it does not apply
    /// Courses that end without an ending. An end that may have been announced before a record that begins in
    /// mid-course cannot be told.
    END_ANNOUNCED_FIRST = {
        code: "IPT-102", severity: Warning, clause: Deviation, kind: Ending,
        moments: [PhaseChange], topics: [Ending], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| condition(Guard::EndIsAnnounced, Topic::Ending, ctx, out),
    };

    /// The ending begins when no more sessions are left than the ending is long.
    ///
    /// ## Why
    /// An ending that begins earlier takes sessions from the work on the focus.
    ///
    /// ## When it does not apply
    /// When an early end was agreed, or the contract fixes no number of sessions, or ends with weeks if these are reached
    /// first. What was agreed on the day itself counts.
    ENDING_NEAR_THE_END = {
        code: "IPT-103", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [PhaseChange], topics: [Sessions], parameters: ["ending.sessions_max"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::MARKOWITZ_WEISSMAN_2004.at("phases")],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| condition(Guard::EndIsNear, Topic::Sessions, ctx, out),
    };

    /// A completed course has the number of ending sessions that the protocol asks for.
    ///
    /// ## Why
    /// Feelings about the end, a look back and plans for what comes take more than a last hour. After an early end that
    /// was agreed, fewer may be enough.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and protocols without an ending. Where agreements are not reported in
    /// full, the ending may have begun unwritten.
    ENDING_LONG_ENOUGH = {
        code: "IPT-104", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Sessions, Agreements],
        parameters: ["phases", "ending.sessions_min", "ending.sessions_min_early"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::STUART_ROBERTSON_2012.at("ch. 3"),
            SourceId::DESIGN.at("ending of an early end"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, JustifyByWaiver],
        check: |ctx, out| {
            let Some((_, closed)) = ctx.completion() else { return out.does_not_apply() };
            if ctx.protocol().phase(Phase::Termination).is_none() {
                return out.does_not_apply();
            }
            let ending = &ctx.spec().ending;
            let least = match closed.mode {
                EndMode::CompletedEarlyByAgreement => ending.sessions_min.value.min(ending.sessions_min_early.value),
                _ => ending.sessions_min.value,
            };
            let found = ctx.state().ending_held();
            if found < least {
                let evidence = OldEvidence::TooFew { found: found.into(), least: least.into() };
                let topics = [Topic::Agreements, Topic::Sessions];
                lacks_both(ctx, out, topics, Place::Phase(Phase::Termination), evidence);
            }
        },
    };

    /// Treatment goes back from the ending to the middle phase only after an agreed extension.
    ///
    /// ## Why
    /// The contract keeps the end; moving it is agreed openly. Sessions beyond the contract have a rule of their own.
    ///
    /// ## When it does not apply
    /// Courses that do not go back. An extension on the day itself counts, one to which the patient did not agree does
    /// not, and a frame that fixes no number of sessions counts as longer. What was agreed before a record that begins in
    /// mid-course cannot be told.
    BACK_FROM_ENDING = {
        code: "IPT-105", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| condition(Guard::ExtendedBefore, Topic::Agreements, ctx, out),
    };

    /// A course that is closed as contracted has no sessions left.
    ///
    /// ## Why
    /// Ended before the contract is a different end: early by agreement, or by one side.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions, or end with weeks if these are reached first; other ways to end.
    END_MODE_FITS_CONTRACT = {
        code: "IPT-106", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("end modes")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment],
        check: |ctx, out| condition(Guard::EndModeFits, Topic::Sessions, ctx, out),
    };

    /// No counted session lies beyond the contract.
    ///
    /// ## Why
    /// The time limit is part of the treatment; more sessions are agreed before they are held.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions; sessions that did not take place, that lie beside the main track, or that
    /// were given to a crisis. More sessions that were agreed on the day itself count.
    WITHIN_CONTRACT = {
        code: "IPT-107", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], holds_if_reported: [Sessions], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| condition(Guard::WithinContract, Topic::Sessions, ctx, out),
    };

    /// Sessions of continuation and maintenance run on a contract of their own.
    ///
    /// ## Why
    /// What was agreed for acute treatment ends with it; frequency, aim and length of what follows are agreed anew.
    /// Agreed later, it is late: a warning that stands remedied.
    ///
    /// ## When it does not apply
    /// Courses without such sessions. A contract that may have been agreed before a record that begins in mid-course
    /// cannot be told.
    OWN_CONTRACT = {
        code: "IPT-108", severity: Error, clause: Shared, kind: Maintenance,
        moments: [Recording], topics: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("maintenance is contracted separately")], since: FIRST,
        remedies: [RecordIt, AgreeAmendment],
        check: |ctx, out| condition(Guard::OwnContractRuns, Topic::Agreements, ctx, out),
    };
}

/// Finds work on the focus in a session by whose day initial tasks were open: those that are stated as not done, and those
/// whose topics are reported. What other topics would show is left open.
fn before_the_tasks(ctx: &Ctx<'_>, out: &mut Sink<'_>, row: &SessionRow) {
    let done = |task: &InitialTask| ctx.initial_task(*task).is_some_and(|(day, _)| day <= row.on);
    let denied = |task| ctx.initial_task(task).is_none() && ctx.initial_stated(task) == Stated::NotDone;
    let reported = |task| {
        let topics = initial_topics(task);
        !ctx.began_midway() && topics.iter().all(|topic| ctx.reports(topic, row.on))
    };
    let open: InitialTaskSet = ctx.spec().initial.tasks.value.iter().filter(|task| !done(task)).collect();
    let told: InitialTaskSet = open.iter().filter(|&task| denied(task) || reported(task)).collect();
    if !told.is_empty() {
        out.old_finds_as(Severity::Warning, ctx.place(row), OldEvidence::InitialTasks { open: told });
    } else if let Some(first) = open.iter().next() {
        out.cannot_tell(topic_of(first, Some(row.seq), ctx), ctx.place(row));
    }
}

/// Whether a strategy belongs to every phase: reviewing symptoms, and what the choice of a focus rests on.
fn is_general(strategy: crate::Strategy) -> bool {
    use crate::Strategy as S;
    matches!(
        strategy,
        S::GriefSymptoms
            | S::GriefLink
            | S::DisputeSymptoms
            | S::DisputeLink
            | S::DisputeStaging
            | S::DisputeExpectations
            | S::TransitionSymptoms
            | S::TransitionLink
            | S::DeficitsSymptoms
            | S::DeficitsLink
            | S::DeficitsPastTies
    )
}
