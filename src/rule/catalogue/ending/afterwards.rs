//! What follows the course: another treatment, maintenance, medication.

use super::shared::{evaluated_as_taking, goes_on, hands_over, takes_medication};
use crate::{
    protocol::MaintenanceOffer,
    record::{
        ending::{ClinicalResult, Closed, Disposition},
        patient::HistoryTaken,
    },
    rule::{Ctx, catalogue::rules, values},
    source::SourceId,
    vocabulary::{EndingTask, Severity, Topic},
};

rules! {
    kind: Ending;

    /// A patient who did not respond should hear that the treatment failed and not they, and should be offered an alternative.
    ///
    /// ## Why
    /// Depressed patients take the failure upon themselves, and other treatments may well help.
    ///
    /// ## When it does not apply
    /// A partial response, and courses that did not run to an agreed end.
    NONRESPONSE_ANSWERED = {
        code: "IPT-206", severity: Warning, clause: Deviation,
        topics: [Ending],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("non-response"), SourceId::MARKOWITZ_2021.at("ending")],
        remedies: [RecordIt, ReviewProgress, JustifyByWaiver], record: ["closed.offered", "session.tasks"],
        says: {
            calls_for NOTHING_OFFERED: "The course was closed on {day} without improvement ({result}), and no offer of another treatment is on \
                record."
                asks "The course was closed on {day} without improvement ({result}). What was offered to the patient?";
            finds NOT_TALKED_OVER: "The course was closed on {day} without improvement ({result}), and the record says that this was not talked over \
                with the patient.";
            lacks SILENT: "The course was closed on {day} without improvement ({result}), and no talk with the patient about it is on record.";
        },
        check: |ctx, out| {
            let unhelped = |closed: &Closed| matches!(closed.result, ClinicalResult::NoChange | ClinicalResult::Deteriorated);
            let Some((row, closed)) = ctx.completion().filter(|(_, closed)| unhelped(closed)) else {
                return out.does_not_apply();
            };
            let (place, values) = (ctx.place_of(row.seq), values! { result: closed.result });
            if !closed.disposition.is_alternative() && !closed.offered.iter().any(Disposition::is_alternative) {
                out.calls_for(NOTHING_OFFERED, Topic::Ending, place, values);
            }
            let talked_over = ctx.ending_stated(EndingTask::NonresponseReview);
            out.stated(talked_over, [NOT_TALKED_OVER, SILENT], Topic::Ending, place, values);
        },
    };

    /// At the end of a completed course, it must be decided whether maintenance follows.
    ///
    /// ## Why
    /// Where a published source discusses maintenance with everyone, leaving it out is an error;
    /// where it is a standing part, a warning. That none is needed is a decision too.
    ///
    /// ## When it does not apply
    /// Protocols that say nothing of maintenance, and those that offer it by need, for which
    /// another rule looks at the need.
    MAINTENANCE_DECIDED = {
        code: "IPT-207", severity: Error, clause: PublishedBound,
        topics: [Ending], parameters: ["ending.maintenance", "ending.maintenance_with_all"],
        basis: Manual,
        sources: [SourceId::STUART_ROBERTSON_2012.at("conclusion of acute treatment"), SourceId::MARKOWITZ_2017.at("maintenance")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["maintenance_decided"],
        says: {
            finds NOT_DECIDED: "The course was closed as completed on {day}, and a decision on maintenance was recorded as not made.";
            lacks SILENT: "The course was closed as completed on {day}, and no decision on maintenance is on record.";
        },
        check: |ctx, out| {
            let due = ctx.completion().filter(|_| ctx.protocol().offers_maintenance_to_all());
            let Some((row, closed)) = due else { return out.does_not_apply() };
            if was_considered(ctx, closed) {
                return;
            }
            let with_all = ctx.spec().ending.maintenance_with_all;
            let weight = if with_all.value && with_all.basis.is_published() { Severity::Error } else { Severity::Warning };
            let decided = ctx.ending_stated(EndingTask::MaintenanceDecision);
            let place = ctx.place_of(row.seq);
            out.weighing(weight).stated(decided, [NOT_DECIDED, SILENT], Topic::Ending, place, values! {});
        },
    };

    /// Maintenance should be considered with a patient who is well again and has been ill before or for long.
    ///
    /// ## Why
    /// The more episodes lie behind somebody, the likelier is another, and maintenance is what was
    /// found to put it off.
    ///
    /// ## When it does not apply
    /// A single episode, or a history that was not taken; protocols that discuss maintenance
    /// anyway.
    MAINTENANCE_BY_NEED = {
        code: "IPT-208", severity: Warning, clause: Deviation,
        topics: [Ending, InitialTasks],
        parameters: ["ending.maintenance", "ending.maintenance_with_all"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("maintenance"), SourceId::FRANK_2007.at("introduction")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["maintenance_decided"],
        says: {
            finds NOT_CONSIDERED: "The course was closed in remission on {day}, after earlier episodes or a chronic illness, and a decision on \
                maintenance was recorded as not made.";
            calls_for AFTER_EPISODES: "The course was closed in remission on {day}, with {episodes:earlier episode|earlier episodes} on record, and \
                no word on maintenance is on record."
                asks "The course was closed in remission on {day}, with {episodes:earlier episode|earlier episodes} on record. Was maintenance \
                considered with the patient?";
            calls_for AFTER_CHRONIC: "The course was closed in remission on {day}, after an illness recorded as chronic, and no word on maintenance \
                is on record."
                asks "The course was closed in remission on {day}, after an illness recorded as chronic. Was maintenance considered with the \
                patient?";
        },
        check: |ctx, out| {
            let ending = &ctx.spec().ending;
            let by_need = ending.maintenance.value == MaintenanceOffer::Optional && !ending.maintenance_with_all.value;
            let due = ctx.completion().filter(|(_, closed)| by_need && closed.result == ClinicalResult::Remitted);
            let Some((row, closed)) = due else { return out.does_not_apply() };
            let episodes = ctx.all::<HistoryTaken>().filter_map(|(_, taken)| taken.earlier_episodes).max().unwrap_or(0);
            if episodes == 0 && !ctx.all::<HistoryTaken>().any(|(_, taken)| taken.chronic == Some(true)) {
                return out.has_none(Topic::InitialTasks);
            }
            if !was_considered(ctx, closed) {
                let silent = if episodes > 0 { AFTER_EPISODES } else { AFTER_CHRONIC };
                let decided = ctx.ending_stated(EndingTask::MaintenanceDecision);
                let place = ctx.place_of(row.seq);
                out.stated(decided, [NOT_CONSIDERED, silent], Topic::Ending, place, values! { episodes });
            }
        },
    };

    /// For a patient on medication, the end should have a plan for it.
    ///
    /// ## Why
    /// When IPT ends, somebody else goes on prescribing, and the patient should know who and for
    /// how long.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and patients who take none.
    MEDICATION_PLAN_AT_END = {
        code: "IPT-217", severity: Warning, clause: Deviation,
        topics: [Ending, Medication],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("medication at the end")],
        remedies: [RecordIt, JustifyByWaiver], record: ["session.tasks", "task_recorded"],
        says: {
            finds NOT_PLANNED: "The patient was taking medication when the course was closed on {day}, and a plan for it was recorded as not made.";
            calls_for SILENT: "The patient was taking medication when the course was closed on {day}, and no plan for it is on record."
                asks "The patient was taking medication when the course was closed on {day}. Who goes on prescribing, and for how long?";
        },
        check: |ctx, out| {
            let Some((row, _)) = ctx.completion() else { return out.does_not_apply() };
            if !takes_medication(ctx, row.on).unwrap_or_else(|| evaluated_as_taking(ctx)) {
                return out.has_none(Topic::Medication);
            }
            let planned = ctx.ending_stated(EndingTask::MedicationPlan);
            out.stated(planned, [NOT_PLANNED, SILENT], Topic::Ending, ctx.place_of(row.seq), values! {});
        },
    };
}

/// Whether maintenance was decided on, offered, or begun.
fn was_considered(ctx: &Ctx<'_>, closed: &Closed) -> bool {
    let goes_further = |next| matches!(next, Disposition::Continuation | Disposition::Maintenance);
    ctx.ending_stated(EndingTask::MaintenanceDecision).is_done()
        || hands_over(closed)
        || closed.offered.iter().any(goes_further)
        || goes_on(ctx)
}
