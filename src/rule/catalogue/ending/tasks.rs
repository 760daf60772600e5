//! What the ending holds: its tasks, and the plan against relapse.

use super::shared::{goes_on, has_ending};
use crate::{
    machine::Guard,
    record::{
        contact::{Contact, ContactPurpose},
        ending::{EndMode, RelapsePlanMade},
    },
    rule::{Ctx, Matter, Matters, StepRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{EndingTask, EndingTaskSet, Phase, Place, Seq, Severity, Topic},
};

rules! {
    kind: Ending;

    /// The tasks of the ending that the protocol asks for should be done.
    ///
    /// ## Why
    /// Feelings about the end, what changed, whose doing it was, the plan for later and the way
    /// back are what the patient takes along. Goodbyes are easily avoided by staying away from the
    /// last session; a call or a letter still makes an end of it.
    ///
    /// ## When it does not apply
    /// Protocols without an ending, courses that did not run to an agreed end, and a task whose
    /// absence has a rule of its own: the announcement, the outcome, and the decision on
    /// maintenance where it is a standing part. With an early end by agreement the tasks are
    /// shortened, and what is open is a note. A contact for the tasks of the ending makes up for a
    /// last session that was not held.
    ENDING_TASKS_DONE = {
        code: "IPT-203", severity: Warning, clause: Deviation,
        topics: [Ending, Contacts],
        parameters: ["phases", "ending.tasks", "ending.maintenance", "ending.maintenance_with_all"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::MARKOWITZ_2017.at("termination"),
            SourceId::CAMBRIDGE_HANDBOOK.at("termination"), SourceId::KNOWLEDGE.at("the last session is missed"),
        ],
        remedies: [RecordIt, DoItNext, SeekPatient, JustifyByWaiver], record: ["session.tasks", "task_recorded"],
        says: {
            finds STATED: "When acute treatment ended on {day}, {stated|this was|these were} recorded as not done: {stated}.";
            finds STATED_AND_SILENT: "When acute treatment ended on {day}, {stated|this was|these were} recorded as not done: {stated}; and \
                {open|this was|these were} not on record: {open}.";
            lacks SILENT: "When acute treatment ended on {day}, {open|this task of the ending was|these tasks of the ending were} not on record: \
                {open}.";
            lacks MISSED: "The last session on record, planned for {missed}, was not held, and by the closing on {day} {open|this task of the ending \
                was|these tasks of the ending were} not on record, from another contact either: {open}.";
        },
        check: |ctx, out| {
            let Some(end) = end_of_acute_treatment(ctx) else { return out.does_not_apply() };
            let stated = end.open.intersection(ctx.state().ending_tasks_not_done());
            let missed = ctx.sessions().iter().rfind(|row| row.acute).filter(|row| !row.held);
            let completes = |contact: &Contact| contact.purpose == Some(ContactPurpose::EndingTasks);
            let is_made_up =
                missed.is_some_and(|row| ctx.all::<Contact>().any(|(made, it)| made.on >= row.on && completes(it)));
            let open = if is_made_up { EndingTaskSet::EMPTY } else { end.open.difference(stated) };
            let place = ctx.place_of(end.seq);
            let early = ctx.closing().is_some_and(|(_, closed)| closed.mode == EndMode::CompletedEarlyByAgreement);
            let weight = if early { Severity::Note } else { Severity::Warning };
            let told = ctx.day_of(place).is_some_and(|day| ctx.reports(Topic::Ending, day));
            let finding = match (stated.is_empty(), open.is_empty(), missed) {
                (true, true, _) => return,
                (true, false, Some(row)) if end.step.is_none() => {
                    out.lacks(MISSED, [Topic::Contacts, Topic::Ending], place, values! { missed: row.on, open })
                }
                (true, false, _) => out.weighing(weight).lacks(SILENT, Topic::Ending, place, values! { open }),
                (false, false, _) if told => out.weighing(weight).finds(STATED_AND_SILENT, place, values! { stated, open }),
                (false, ..) => out.weighing(weight).finds(STATED, place, values! { stated }),
            };
            if let Some(by) = end.step.and_then(|step| ctx.met_later(Guard::EndingTasksDone, step)) {
                finding.remedied_by(by);
            }
        },
    };

    /// The tasks of the ending should be spread over its sessions.
    ///
    /// ## Why
    /// Feelings about an end take time to be felt; a list gone through in one hour leaves none.
    /// Where a list was ticked at the closing it says little, so that it is a note.
    ///
    /// ## When it does not apply
    /// Protocols whose ending may be a single session, an early end by agreement, and tasks that
    /// are open, which have a rule of their own.
    ENDING_TASKS_SPREAD = {
        code: "IPT-204", severity: Note, clause: Deviation,
        topics: [Ending], parameters: ["ending.tasks", "ending.sessions_min"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")],
        remedies: [ForInformation, JustifyByWaiver],
        says: {
            lacks ONE_DAY: "All tasks of the ending were recorded on one day, {day}.";
        },
        check: |ctx, out| {
            let contracted = ctx.completion().is_some_and(|(_, closed)| closed.mode == EndMode::CompletedAsContracted);
            let due = ctx.spec().ending.tasks.value.without(EndingTask::AnnounceEnd).without(EndingTask::OutcomeRecorded);
            if !contracted || due.iter().nth(1).is_none() || ctx.spec().ending.sessions_min.value < 2 {
                return out.does_not_apply();
            }
            if due.iter().any(|task| ctx.ending_task(task).is_none()) {
                return out.has_none(Topic::Ending);
            }
            let mut done = due.iter().filter_map(|task| ctx.ending_task(task));
            let Some((first, seq)) = done.next() else { return };
            if done.all(|(day, _)| day == first) {
                out.lacks(ONE_DAY, Topic::Ending, ctx.place_of(seq), values! {});
            }
        },
    };

    /// The plan against relapse should name a warning sign, a step, and somebody to turn to.
    ///
    /// ## Why
    /// A plan without one of these leaves open when it is meant for, what to do, or with whom.
    ///
    /// ## When it does not apply
    /// No plan with its parts is on record; that the task is open is said elsewhere.
    RELAPSE_PLAN_COMPLETE = {
        code: "IPT-205", severity: Warning, clause: Deviation,
        topics: [Ending], looks_for: [Ending], holds_if_reported: [Ending],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("termination"), SourceId::CAMBRIDGE_HANDBOOK.at("termination"),
            SourceId::TURNING_POINT.at("relapse plan"),
        ],
        remedies: [DoItNext, CorrectEntry, JustifyByWaiver], record: ["relapse_plan_made"],
        says: {
            finds THIN: "The plan against relapse of {day} was recorded without {missing}.";
        },
        check: |ctx, out| {
            let Some((row, plan)) = ctx.last::<RelapsePlanMade>() else { return };
            out.applies();
            let parts = [
                (plan.warning_signs, Matter::WarningSigns),
                (plan.steps, Matter::Steps),
                (plan.contacts, Matter::PeopleOrServices),
            ];
            let missing: Matters = parts.into_iter().filter(|&(number, _)| number == 0).map(|(_, part)| part).collect();
            if !missing.is_empty() {
                out.finds(THIN, Place::Entry(row.seq), values! { missing });
            }
        },
    };
}

/// Where acute treatment ended, and the tasks that were open then and have no rule of their own.
struct End<'a> {
    seq: Seq,
    /// The step that ended it; none if the closing did.
    step: Option<&'a StepRow>,
    open: EndingTaskSet,
}

/// Where acute treatment was concluded by a step, the step is judged; otherwise the closing is.
fn end_of_acute_treatment<'a>(ctx: &Ctx<'a>) -> Option<End<'a>> {
    let standing = ctx.protocol().offers_maintenance_to_all();
    let due = |open: EndingTaskSet| {
        let open = open
            .without(EndingTask::AnnounceEnd)
            .without(EndingTask::OutcomeRecorded);
        if standing {
            open.without(EndingTask::MaintenanceDecision)
        } else {
            open
        }
    };
    match (ctx.entered(Phase::Concluded), ctx.completion()) {
        _ if !has_ending(ctx) => None,
        (Some(step), _) => Some(End {
            seq: step.seq,
            step: Some(step),
            open: due(step.open_ending),
        }),
        (None, Some((row, _))) if !goes_on(ctx) => {
            let open = ctx
                .spec()
                .ending
                .tasks
                .value
                .difference(ctx.state().ending_tasks_done());
            Some(End {
                seq: row.seq,
                step: None,
                open: due(open),
            })
        }
        _ => None,
    }
}
