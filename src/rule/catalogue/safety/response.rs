//! What a response holds, and the second look at the concern.

use super::shared::{concerns, died_by, hand_overs, looked_at_again, next_held, remedied};
use crate::{
    machine::region::{SafetyRegion, SafetySignal},
    record::safety::{SafetyAction, SafetyActions, SafetyResponse},
    rule::{FactRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{Place, Topic},
};

/// What brings the patient to others at once, so that a plan is written afterwards.
const TO_OTHERS: SafetyActions = SafetyActions::of(&[
    SafetyAction::Hospital,
    SafetyAction::EmergencyServices,
    SafetyAction::CrisisTeam,
]);

rules! {
    kind: Safety;

    /// The response to a plan, an intent, a preparatory act or an attempt must hold a written safety plan, or say why not.
    ///
    /// ## Why
    /// A plan that the patient helped to write says what to do when the thoughts come back. Where
    /// something else was better, a word on why lets others understand it.
    ///
    /// ## When it does not apply
    /// Other concerns, the patient's death, and a concern that a named receiver took over before
    /// any response. A concern without any response has a rule of its own. Where the response
    /// brought in a hospital, an emergency service or a crisis team, the plan is due by the next
    /// session held.
    WRITTEN_SAFETY_PLAN = {
        code: "IPT-192", severity: Error, clause: Integrity,
        topics: [Safety], looks_for: [Safety],
        basis: Guideline,
        sources: [SourceId::NHS_STAYING_SAFE.at("safety plans"), SourceId::IPT_A_SCI.at("safety plan in crisis"), SourceId::MARKOWITZ_2017.at("p. 130-131, in a copy")],
        remedies: [DocumentResponse],
        says: {
            calls_for NO_PLAN: "The safety concern of {day} ({kind}) was answered on {other}, and neither a written safety plan nor a reason for \
                having none is on record."
                asks "The safety concern of {day} ({kind}) was answered on {other}. Was a safety plan written, or why not?";
        },
        check: |ctx, out| {
            let asked_for = concerns(ctx).filter_map(|concern| {
                Some((concern, concern.kind.filter(|kind| kind.asks_for_safety_plan())?))
            });
            for (concern, kind) in asked_for {
                let answers = |(at, it): &(FactRow, &SafetyResponse)| {
                    at.on >= concern.on && concern.is_answered_by(it.answers)
                };
                let Some((first, response)) = ctx.all::<SafetyResponse>().find(answers) else { continue };
                if hand_overs(ctx).any(|(on, _)| concern.on <= on && on < first.on) {
                    continue;
                }
                out.applies();
                let planned = ctx.all::<SafetyResponse>().find(|(at, it)| {
                    at.on >= concern.on && (it.actions.contains(SafetyAction::SafetyPlan) || it.rationale.is_some())
                });
                let due = if response.actions.intersection(TO_OTHERS).is_empty() {
                    Some(first.on)
                } else {
                    next_held(ctx, first.on).map(|next| next.on)
                };
                let Some(due) = due else { continue };
                if planned.is_some_and(|(plan, _)| plan.on <= due) || died_by(ctx, first.on) {
                    continue;
                }
                let finding = out.calls_for(NO_PLAN, Topic::Safety, concern.place, values! { kind });
                remedied(finding.see(Place::Entry(first.seq)), planned.map(|(plan, _)| (plan.on, plan.seq)));
            }
        },
    };

    /// After a response, the concern must be reassessed by the next session.
    ///
    /// ## Why
    /// Concern, response, reassessment: the loop closes when somebody looks again.
    ///
    /// ## When it does not apply
    /// No session has been held since, or the care was handed over. A direct question, a new
    /// response or a hand-over is a second look as well.
    REASSESSED_NEXT_TIME = {
        code: "IPT-193", severity: Error, clause: Integrity,
        topics: [Safety], looks_for: [Safety],
        basis: Guideline, sources: [SourceId::NHS_STAYING_SAFE.at("review of the safety plan"), SourceId::MARKOWITZ_2017.at("p. 130-131, in a copy")],
        remedies: [RecordIt, AskDirectly, DocumentResponse], record: ["safety_reassessed"],
        says: {
            calls_for NOT_AGAIN: "The safety concern that was answered on {answered} had not been reassessed on record by the session of {day}."
                asks "A safety concern was answered on {answered}. Did it still stand by the session of {day}?";
        },
        check: |ctx, out| {
            for row in ctx.safety() {
                if !row.signals.contains(SafetySignal::Response) || row.after != SafetyRegion::ResponseDocumented {
                    continue;
                }
                let Some(next) = next_held(ctx, row.on) else { continue };
                out.applies();
                let again = looked_at_again(ctx, row.on);
                if again.is_none_or(|(day, _)| day > next.on) {
                    let values = values! { answered: row.on };
                    remedied(out.calls_for(NOT_AGAIN, Topic::Safety, ctx.place(next), values), again);
                }
            }
        },
    };
}
