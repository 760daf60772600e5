//! Work on transitions.

use super::shared::{IN_NOTE_OR_DETAIL, MIDDLE, due_by, has_ended, is_blank, tells};
use crate::{
    base::text::FreeText,
    record::{FactKind, focus::TransitionDetailed},
    rule::{
        catalogue::{
            middle::{self, held_notes, worked_by},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{ProblemArea::RoleTransition, Strategy, StrategySet, Technique, Topic},
};

rules! {
    kind: Content;

    /// In a transition, both sides of both roles should be reviewed early in the middle phase.
    ///
    /// ## Why
    /// What was hard about the old role and what is good about the new one are both easily
    /// overlooked. By when is our own number, so that a review that came later is a note.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. The strategy that reviews a role counts
    /// for both its sides, and so does the detail of the transition.
    BOTH_SIDES_OF_BOTH_ROLES = {
        code: "IPT-140", severity: Warning, clause: OwnNumber,
        topics: [SessionContent, InitialTasks],
        parameters: ["middle.explored_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min"],
        basis: Practice,
        sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies"), SourceId::DESIGN.at("by when")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies", "transition_detailed"],
        says: {
            lacks BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, {missing|this was|these were} not on record: {missing}.";
            lacks NEVER: "The {middle} ended, and {missing|this was|these were} not on record: {missing}.";
        },
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, RoleTransition) {
                return out.does_not_apply();
            }
            let by = middle::half(ctx);
            let shows = [FactKind::Session, FactKind::TransitionDetailed];
            let due = (RoleTransition.into(), by);
            due_by(ctx, out, [BY_THEN, NEVER], due, IN_NOTE_OR_DETAIL, &shows, |day, held| {
                let told = |sides: fn(&TransitionDetailed) -> [Option<&FreeText>; 2]| {
                    let mut by_then = ctx.all::<TransitionDetailed>().filter(|(row, _)| day.is_none_or(|day| row.on <= day));
                    by_then.any(|(_, detail)| !sides(detail).into_iter().any(is_blank))
                };
                let mut missing = StrategySet::of(&[Strategy::TransitionOldRole, Strategy::TransitionNewRole]);
                missing = missing.difference(worked_by(ctx, day).shown.strategies);
                if told(|detail| [detail.old_positive.as_ref(), detail.old_negative.as_ref()]) {
                    missing = missing.without(Strategy::TransitionOldRole);
                }
                if told(|detail| [detail.new_positive.as_ref(), detail.new_negative.as_ref()]) {
                    missing = missing.without(Strategy::TransitionNewRole);
                }
                (!missing.is_empty()).then(|| values! { held, missing })
            });
        },
    };

    /// In a transition, skills for the new role should not come before any work on what is lost.
    ///
    /// ## Why
    /// The source has the old role taken leave of before the new one is begun. It is a page for
    /// self-help, and no manual orders the two: who has just become a parent needs help first.
    ///
    /// ## When it does not apply
    /// Other areas. Both in one session are in order; so is mobilising support. Feelings about the
    /// change, and feelings that were let out, are work on what is lost.
    LOSS_BEFORE_SKILLS = {
        code: "IPT-141", severity: Note, clause: Deviation,
        topics: [SessionContent], holds_if_reported: [SessionContent],
        basis: Practice, sources: [SourceId::NICEDAY.at("letting go before starting anew")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies"],
        says: {
            lacks SKILLS_FIRST: "Work on skills for the new role began on {day}, and no earlier work on what was lost is on record.";
        },
        check: |ctx, out| {
            const LOST: StrategySet = StrategySet::of(&[
                Strategy::TransitionOldRole,
                Strategy::TransitionLoss,
                Strategy::TransitionChange,
                Strategy::TransitionAppraisal,
                Strategy::TransitionAffect,
            ]);
            if !middle::is_worked_on(ctx, RoleTransition) {
                return out.does_not_apply();
            }
            for (row, note) in held_notes(ctx).take_while(|(_, note)| note.strategies.intersection(LOST).is_empty()) {
                // The strategy stands for support as well as for skills.
                let support = note.techniques.contains(Technique::SupportMobilisation);
                if !note.strategies.contains(Strategy::TransitionSkills) || support {
                    continue;
                }
                // It may have come before the record begins, or in a session whose content is not
                // reported.
                let mut before = ctx.held().take_while(|held| held.on <= row.on);
                if ctx.began_midway() || before.any(|held| !ctx.reports(Topic::SessionContent, held.on)) {
                    out.cannot_tell(Topic::SessionContent, ctx.place(row));
                } else {
                    out.lacks(SKILLS_FIRST, Topic::SessionContent, ctx.place(row), values! {});
                }
                return;
            }
        },
    };

    /// In a transition, a step towards support or skills should be taken or planned before the middle phase ends.
    ///
    /// ## Why
    /// The new role is lived with people and skills that the old one did not ask for.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    TRANSITION_STEP = {
        code: "IPT-142", severity: Warning, clause: Deviation,
        topics: [SessionContent, InitialTasks],
        basis: Practice, sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies", "session.techniques", "transition_detailed.steps"],
        follows: ["IPT-116"],
        says: {
            lacks NEVER: "The {middle} ended without a step towards support or skills for the new role on record.";
        },
        check: |ctx, out| {
            if !has_ended(ctx, RoleTransition) {
                return out.does_not_apply();
            }
            let shown = worked_by(ctx, None).shown;
            let step = shown.strategies.contains(Strategy::TransitionSkills)
                || shown.techniques.contains(Technique::SupportMobilisation)
                || tells(ctx, |detail: &TransitionDetailed| detail.steps.as_ref());
            if !step {
                out.lacks(NEVER, IN_NOTE_OR_DETAIL, MIDDLE, values! {});
            }
        },
    };
}
