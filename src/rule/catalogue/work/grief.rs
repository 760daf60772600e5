//! Work on grief.

use chrono::{Datelike as _, NaiveDate};

use super::shared::{due_by, ended_without, is_blank};
use crate::{
    base::date::Precision,
    record::{
        FactKind,
        contract::{ContractAgreed, ContractAmended},
        focus::GriefDetailed,
    },
    rule::{
        Ctx,
        catalogue::{middle, rules},
        needed, values,
    },
    source::SourceId,
    vocabulary::{Place, ProblemArea, Strategy, StrategySet, Topic},
};

rules! {
    kind: Content;

    /// In grief, the relationship and what happened around the death should be told early in the middle phase.
    ///
    /// ## Why
    /// Mourning goes through the whole story; feelings and new ties come after it. By when is our
    /// own number, so that a story told later is a note.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far.
    GRIEF_STORY_TOLD = {
        code: "IPT-130", severity: Warning, clause: OwnNumber,
        topics: [SessionContent],
        parameters: ["middle.explored_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min"],
        basis: Practice,
        sources: [SourceId::SLIDES_MIDDLE_SESSIONS.at("grief"), SourceId::DESIGN.at("by when")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies"],
        says: {
            lacks BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, work on {missing|this topic|these topics} of the grief was \
                not on record: {missing}.";
            lacks NEVER: "The {middle} ended without work on record on {missing|this topic|these topics} of the grief: {missing}.";
        },
        check: |ctx, out| {
            const STORY: StrategySet = StrategySet::of(&[Strategy::GriefRelationship, Strategy::GriefDeathSequence]);
            if !middle::is_worked_on(ctx, ProblemArea::Grief) {
                return out.does_not_apply();
            }
            let by = middle::half(ctx);
            let due = (ProblemArea::Grief.into(), by);
            due_by(ctx, out, [BY_THEN, NEVER], due, Topic::SessionContent, &[FactKind::Session], |day, held| {
                let missing = STORY.difference(middle::worked_by(ctx, day).shown.strategies);
                (!missing.is_empty()).then(|| values! { held, missing })
            });
        },
    };

    /// In grief, good and difficult feelings about the person should be explored before the middle phase ends.
    ///
    /// ## Why
    /// Where only one side can be felt, mourning stands still.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    GRIEF_BOTH_FEELINGS = {
        code: "IPT-131", severity: Warning, clause: Deviation,
        topics: [SessionContent],
        basis: Practice,
        sources: [SourceId::SLIDES_MIDDLE_SESSIONS.at("grief"), SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies"],
        says: {
            lacks NEVER: "The {middle} ended without work on record on {missing|one side|both sides} of the grief: {missing}.";
        },
        check: |ctx, out| ended_without(ctx, out, NEVER, &needed::GRIEF_FEELINGS, None),
    };

    /// In grief, the way back to people should be begun before the middle phase ends.
    ///
    /// ## Why
    /// Mourning and finding people and interests again are the two goals of work on grief.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off. Support that was sought from
    /// people counts, and so does something that was tried with them and looked at afterwards.
    GRIEF_RECONNECTION = {
        code: "IPT-132", severity: Warning, clause: Deviation,
        topics: [SessionContent],
        basis: Manual, sources: [SourceId::WEISSMAN_2018.at("grief, its two goals")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies", "session.techniques"],
        says: {
            lacks NEVER: "The {middle} ended without a step back towards people or interests on record.";
        },
        check: |ctx, out| ended_without(ctx, out, NEVER, &needed::GRIEF_RECONNECTION, None),
    };

    /// In grief, an anniversary that falls within the contract should have a plan.
    ///
    /// ## Why
    /// Grief often comes back on such a day; a plan made beforehand makes it easier to bear.
    ///
    /// ## When it does not apply
    /// Other areas, losses whose day or month is not known, and anniversaries before or after
    /// treatment.
    ANNIVERSARY_PLANNED = {
        code: "IPT-133", severity: Note, clause: Deviation,
        topics: [InitialTasks],
        basis: Design, sources: [SourceId::DESIGN.at("anniversaries")],
        remedies: [DoItNext, RecordIt], record: ["grief_detailed.anniversary_plan"],
        says: {
            calls_for NO_PLAN: "An anniversary of the loss, on {anniversary}, fell within the agreed treatment, and no plan for it is on record."
                asks "An anniversary of the loss, on {anniversary}, falls within the agreed treatment. What is planned for that day?";
        },
        check: |ctx, out| {
            if !ctx.state().active_areas().contains(ProblemArea::Grief) {
                return out.does_not_apply();
            }
            let told = ctx.last::<GriefDetailed>().and_then(|(row, detail)| Some((row, detail, detail.when?)));
            let Some((row, detail, when)) = told else { return out.has_none(Topic::InitialTasks) };
            if when.precision == Precision::Year {
                return out.does_not_apply();
            }
            let from = ctx.held().next().map_or(ctx.state().opened_on(), |first| first.on);
            let until = contract_end(ctx).or(ctx.held().next_back().map(|last| last.on)).unwrap_or(from);
            let mut days = (from.year()..=until.year()).filter_map(|year| when.on.with_year(year));
            match days.find(|&day| day > when.on && from <= day && day <= until) {
                None => out.does_not_apply(),
                Some(anniversary) if is_blank(detail.anniversary_plan.as_ref()) => {
                    out.calls_for(NO_PLAN, Topic::InitialTasks, Place::Entry(row.seq), values! { anniversary });
                }
                Some(_) => {}
            }
        },
    };
}

/// The planned day of the last session under the acute contract in force.
fn contract_end(ctx: &Ctx<'_>) -> Option<NaiveDate> {
    let agreed = ctx
        .all::<ContractAgreed>()
        .filter_map(|(row, agreed)| Some((row, agreed.ends_on?)));
    let amended = ctx
        .all::<ContractAmended>()
        .filter_map(|(row, amended)| Some((row, amended.ends_on?)));
    let acute = agreed
        .chain(amended)
        .filter(|(row, _)| row.phase.is_acute());
    acute
        .max_by_key(|(row, _)| (row.on, row.seq))
        .map(|(_, end)| end)
}
