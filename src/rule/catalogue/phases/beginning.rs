//! How the middle phase is reached: after how many sessions, with which tasks done, and not before
//! a focus is agreed.

use super::super::{
    due::{Beginning, beginning, open_when_beginning_was_over},
    pace, rules,
};
use crate::{
    Strategy,
    machine::initial_task_code,
    record::session::SessionKind,
    rule::{Ctx, SessionRow, values},
    source::SourceId,
    vocabulary::{InitialTask, InitialTaskSet, Phase, Place, Severity, Stated, Topic},
};

rules! {
    kind: Order;

    /// The initial phase should have no more sessions than is usual in the protocol.
    ///
    /// ## Why
    /// A short therapy has little time to spare for its beginning. Beyond the protocol's greatest
    /// number the work that treats has hardly begun; that number is ours, and a protocol whose
    /// source forbids more may grade the rule as an error.
    ///
    /// ## When it does not apply
    /// Records without an initial phase. Sessions given to a crisis are not counted, and those of an
    /// initial phase that begins anew after a later one are not added.
    INITIAL_PHASE_USUAL = {
        code: INITIAL_PHASE_USUAL, severity: Warning, clause: Deviation, kind: DoseAndTiming,
        topics: [Sessions], holds_if_reported: [Sessions],
        parameters: ["initial.sessions_usual", "initial.sessions_most"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("at most three sessions"), SourceId::IPT_UK.at("sessions 1 to 4"),
            SourceId::IPTINSTITUTE_BRIEF.at("two sessions"), SourceId::FORGE_PSYCHOLOGY.at("first three to five"),
            SourceId::DESIGN.at("most initial sessions"),
        ],
        remedies: [ReviewProgress, DiscussInSupervision, JustifyByWaiver],
        says: {
            finds BEYOND_USUAL: "By the record, {found:session was|sessions were} held before any later phase than the {initial}; {protocol} expects {most} as a rule, and the session of {day} was the first beyond that.";
            finds BEYOND_MOST: "By the record, {found:session was|sessions were} held before any later phase than the {initial}; {protocol} allows at most {most}, and the session of {day} was the first beyond that.";
        },
        check: |ctx, out| {
            // What begins anew after a later phase is another beginning.
            let later = ctx.held().find(|row| row.phase > Phase::Initial).map(|row| row.on);
            let is_first = |row: &&SessionRow| row.kind != SessionKind::Crisis && later.is_none_or(|later| row.on <= later);
            let ordinary = || ctx.held_in(Phase::Initial).filter(is_first);
            let found = ordinary().count();
            let (usual, most) = (pace::of(ctx).initial_usual().sessions, ctx.spec().initial.sessions_most.value);
            let (case, most) = if found > most.into() { (BEYOND_MOST, most) } else { (BEYOND_USUAL, usual) };
            if let Some(first) = ordinary().nth(most.into()) {
                out.finds(case, ctx.place(first), values! { found, most });
            } else if found == 0 && ctx.protocol().phase(Phase::Initial).is_none() {
                out.does_not_apply();
            } else if ctx.began_midway() {
                out.cannot_tell(Topic::Sessions, Place::Phase(Phase::Initial));
            } else if found == 0 {
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// Before the middle phase begins, the initial tasks of the protocol should be done.
    ///
    /// ## Why
    /// History, inventory, formulation and agreement are what the middle phase works on. Tasks that
    /// matter by themselves have rules of their own; the others are asked for here together.
    ///
    /// ## When it does not apply
    /// Tasks that the protocol does not ask for, or that another rule asks for; while the initial
    /// phase lasts. What was done before a record that begins in mid-course cannot be told.
    INITIAL_TASKS_DONE = {
        code: "IPT-100", severity: Warning, clause: Deviation,
        topics: [InitialTasks], parameters: ["initial.tasks", "middle.late_share"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("first phase"), SourceId::MARKOWITZ_HANDBOOK.at("phases of treatment"),
            SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_2017.at("ch. 3"),
            SourceId::SLIDES_DEPRESSION.at("introduction to IPT"), SourceId::KAPLAN_SADOCK_SYNOPSIS.at("28.10"),
        ],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.tasks", "history_taken"],
        says: {
            finds NOT_DONE: "By the notes up to {noted}, {open:initial task was|initial tasks were} not done, and still open {due}: {open}.";
            lacks OPEN: "{due}, {open:initial task was|initial tasks were} not on record as done: {open}.";
        },
        check: |ctx, out| {
            let without_a_rule = |task: &InitialTask| initial_task_code(*task).is_none();
            let tasks: InitialTaskSet = ctx.spec().initial.tasks.value.iter().filter(without_a_rule).collect();
            open_when_beginning_was_over(tasks, Severity::Warning, [NOT_DONE, OPEN], ctx, out);
        },
    };

    /// Work on a focus must wait until the focus is agreed.
    ///
    /// ## Why
    /// Strategies need the focus that patient and therapist agreed on. A session that goes ahead of
    /// the agreement is a warning; that no focus was agreed at all, or that most of the beginning
    /// went to one that was not, is an error, since all variants agree on a focus first.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis. Reviewing symptoms and linking them with events belong to every
    /// phase; so do the stage of a dispute, what each side expects, and the ties of the past, which
    /// the choice of a focus rests on. What was agreed before a record that begins in mid-course
    /// cannot be told.
    FOCUS_WORK_AFTER_AGREEMENT = {
        code: "IPT-101", severity: Error, clause: Shared,
        topics: [SessionContent, Agreements], holds_if_reported: [SessionContent], parameters: ["middle.late_share"],
        basis: Manual,
        sources: [SourceId::MARKOWITZ_HANDBOOK.at("formulation"), SourceId::ISIPT_STRATEGIES.at("problem areas")],
        remedies: [CorrectEntry, ReviewFormulation, JustifyByWaiver],
        follows: ["IPT-055"],
        says: {
            finds DENIED: "The session of {day} worked on a problem area, and the record says that no focus had been chosen.";
            lacks EARLY Warning: "The session of {day} worked on a problem area, and no agreed focus was on record by then.";
            lacks NEVER: "The session of {day} worked on a problem area, and no agreed focus is on record at all.";
            lacks MOSTLY: "In {part} of the {whole} sessions before the {middle}, the last on {day}, a problem area was worked on before an agreed \
                focus was on record.";
        },
        check: |ctx, out| {
            let before_middle = || ctx.held().filter(|row| row.phase <= Phase::Initial && row.kind != SessionKind::Crisis);
            let agreed = ctx.initial_task(InitialTask::ProblemAreaSelection).map(|(day, _)| day);
            let early = || before_middle().filter(|row| agreed.is_none_or(|day| day > row.on) && works_on_a_focus(ctx, row));
            let (part, whole, share) = (early().count(), before_middle().count(), ctx.spec().middle.late_share.value);
            let is_over = !matches!(beginning(ctx), Beginning::Lasts) || ctx.closing().is_some();
            let mostly = is_over && part > 1 && part * usize::from(share.den) > whole * usize::from(share.num);
            let is_denied = ctx.initial_stated(InitialTask::ProblemAreaSelection) == Stated::NotDone;
            for (n, row) in early().enumerate() {
                let (place, is_last) = (ctx.place(row), n + 1 == part);
                if is_denied {
                    out.finds(DENIED, place, values! {});
                } else if ctx.began_midway() {
                    out.cannot_tell(Topic::Agreements, place);
                } else if !mostly {
                    let case = if agreed.is_none() && is_over { NEVER } else { EARLY };
                    out.lacks(case, Topic::Agreements, place, values! {});
                } else if is_last {
                    out.lacks(MOSTLY, Topic::Agreements, place, values! { part, whole });
                }
            }
        },
    };
}

/// Whether the note of a session holds work on a problem area that belongs to the middle phase.
fn works_on_a_focus(ctx: &Ctx<'_>, row: &SessionRow) -> bool {
    ctx.note(row).is_some_and(|note| {
        !note.worked_on.is_empty() || note.strategies.iter().any(|strategy| !is_general(strategy))
    })
}

/// Whether a strategy belongs to every phase: reviewing symptoms, and what the choice of a focus
/// rests on.
const fn is_general(strategy: Strategy) -> bool {
    use Strategy as S;
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
