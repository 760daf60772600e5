//! How the focus was chosen: after a look at people and events, and beside which other areas.

use chrono::NaiveDate;

use super::shared::{active, agreements, chosen, said};
use crate::{
    record::{
        focus::{AreaConsidered, FocusAgreed},
        inventory::{LifeEventRecorded, PersonInventoried},
    },
    rule::{
        Ctx, FactRow,
        catalogue::{
            due::{none_shown, topic_of},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{AreaSet, InitialTask, InitialTaskSet, Place, ProblemArea, Seq, Topic},
};

rules! {
    kind: Content;

    /// Interpersonal deficits should be chosen only when no other area of the protocol has evidence, or for a reason.
    ///
    /// ## Why
    /// They are the focus of last resort: the absence of an event, and the hardest area to work in.
    /// It is a preference of the manuals and no bound, and even trained raters differ.
    ///
    /// ## When it does not apply
    /// Other areas, also beside deficits; protocols that have deficits as an area like the others.
    /// What was considered after the choice is not held against it.
    DEFICITS_LAST = {
        code: "IPT-064", severity: Warning, clause: Deviation,
        topics: [InitialTasks, Agreements], holds_if_reported: [InitialTasks],
        parameters: ["focus.areas", "focus.deficits_last_resort"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("interpersonal deficits"), SourceId::WEISSMAN_2018.at("ch. 2"),
            SourceId::MARKOWITZ_WEISSMAN_2004.at("problem areas"), SourceId::MARKOWITZ_2017.at("ch. 3"),
        ],
        remedies: [RecordIt, ReviewFormulation, CorrectEntry, JustifyByWaiver],
        record: ["area_considered.exclusion_note", "focus_agreed.reason"],
        says: {
            calls_for NO_REASON: "The only focus agreed on {day} was {deficits}, there had been evidence for {areas}, and no reason for the choice \
                is on record."
                asks "The only focus agreed on {day} was {deficits}, although there had been evidence for {areas}. Why was it chosen?";
            finds REASONED Note: "The only focus agreed on {day} was {deficits}, although there had been evidence for {areas}; a reason is on record.";
        },
        check: |ctx, out| {
            let deficits = ProblemArea::InterpersonalDeficits;
            if !ctx.spec().focus.deficits_last_resort.value {
                return out.does_not_apply();
            }
            let Some((row, agreed)) = deficits_alone(ctx) else {
                let _ = agreements(ctx, out);
                return out.does_not_apply();
            };
            let evident = evident(ctx, row.on, ctx.spec().focus.areas.value.without(deficits));
            let place = Place::Entry(row.seq);
            let open = if said(agreed.reason.as_ref()) { AreaSet::EMPTY } else { without_reason(ctx, evident) };
            if !open.is_empty() {
                let topics = [Topic::InitialTasks, Topic::Agreements];
                out.calls_for(NO_REASON, topics, place, values! { deficits, areas: open });
            } else if !evident.is_empty() {
                out.finds(REASONED, place, values! { deficits, areas: evident });
            }
        },
    };

    /// Why other areas were not chosen as the focus should be on record.
    ///
    /// ## Why
    /// Checking the other areas is how the choice is made, and a reader sees what else was there,
    /// should the focus prove wrong.
    ///
    /// ## When it does not apply
    /// When no focus is agreed. An area that was considered and without evidence needs no more
    /// words. Where deficits are the only focus of a protocol that has them as the last resort,
    /// each area of the protocol is asked about, and for one with evidence a rule of its own asks
    /// more; otherwise those with evidence alone.
    OTHERS_EXCLUDED = {
        code: "IPT-065", severity: Note, clause: Deviation,
        topics: [InitialTasks, Agreements],
        parameters: ["focus.areas", "focus.deficits_last_resort"],
        basis: Manual,
        sources: [SourceId::CASEBOOK_2012.at("interpersonal deficits"), SourceId::DESIGN.at("candidates")],
        remedies: [RecordIt, ReviewFormulation], record: ["area_considered.exclusion_note"],
        says: {
            lacks NOT_CONSIDERED: "The only focus agreed on {day} was {deficits}, and this was not on record as considered: {areas}.";
            lacks PASSED_OVER: "There had been evidence for {areas} when the focus was agreed on {day}, and no reason for choosing another focus is on \
                record.";
        },
        check: |ctx, out| {
            let deficits = ProblemArea::InterpersonalDeficits;
            let Some((last, agreed)) = ctx.last::<FocusAgreed>() else { return none_shown(Topic::Agreements, ctx, out) };
            if let Some((row, _)) = deficits_alone(ctx).filter(|_| ctx.spec().focus.deficits_last_resort.value) {
                let considered: AreaSet = ctx.all::<AreaConsidered>().map(|(_, candidate)| candidate.area).collect();
                let areas = ctx.spec().focus.areas.value.without(deficits).difference(considered);
                if !areas.is_empty() {
                    out.lacks(NOT_CONSIDERED, Topic::InitialTasks, Place::Entry(row.seq), values! { deficits, areas });
                }
                return;
            }
            let other = AreaSet::ALL.iter().filter(|&area| chosen(ctx, area).is_none()).collect();
            let evident = evident(ctx, last.on, other);
            if evident.is_empty() {
                return none_shown(Topic::InitialTasks, ctx, out);
            }
            let areas = if said(agreed.reason.as_ref()) { AreaSet::EMPTY } else { without_reason(ctx, evident) };
            if !areas.is_empty() {
                out.lacks(PASSED_OVER, Topic::InitialTasks, Place::Entry(last.seq), values! { areas });
            }
        },
    };

    /// Problem area and formulation should come only after inventory and timeline.
    ///
    /// ## Why
    /// Both are what the choice rests on, and what the formulation draws together.
    ///
    /// ## When it does not apply
    /// Tasks that the protocol does not ask for, or that were never done: those have findings of
    /// their own. Within one day no order is assumed. People and events that were on record by that
    /// day count, whether or not inventory and timeline were complete.
    CHOSEN_AFTER_INVENTORY = {
        code: "IPT-069", severity: Warning, clause: Deviation, kind: Order,
        topics: [InitialTasks, Agreements],
        parameters: ["initial.tasks"],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("inventory"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        remedies: [CorrectEntry, ReviewFormulation],
        says: {
            lacks SELECTED_BEFORE: "When the problem area was selected on {day}, nothing of this was on record yet: {open}.";
            lacks FORMULATED_BEFORE: "When the formulation was given on {day}, nothing of this was on record yet: {open}.";
        },
        check: |ctx, out| {
            let first = InitialTaskSet::of(&[InitialTask::Inventory, InitialTask::OnsetTimeline]);
            let due = ctx.spec().initial.tasks.value.intersection(first);
            if due.is_empty() {
                return out.does_not_apply();
            }
            let steps = [(SELECTED_BEFORE, InitialTask::ProblemAreaSelection), (FORMULATED_BEFORE, InitialTask::Formulation)];
            let done = steps.map(|(case, task)| Some((case, ctx.initial_task(task)?)));
            if done.iter().flatten().next().is_none() {
                return none_shown(Topic::Agreements, ctx, out);
            }
            if !due.iter().any(|task| begun(task, ctx).is_some()) {
                return none_shown(Topic::InitialTasks, ctx, out);
            }
            // Focus and formulation mostly come on one day: whichever was first speaks for both.
            let early = done.into_iter().flatten().filter_map(|(case, (day, seq))| {
                let later = |task| begun(task, ctx).filter(|&(begun, _)| begun > day);
                let open: InitialTaskSet = due.iter().filter(|&task| later(task).is_some()).collect();
                let last = open.iter().filter_map(later).max()?;
                Some((day, seq, case, open, last))
            });
            let Some((_, seq, case, open, (_, last))) = early.min_by_key(|&(day, ..)| day) else { return };
            let place = ctx.place_of(seq);
            let topic = open.iter().next().map_or(Topic::InitialTasks, |task| topic_of(task, Some(seq), ctx));
            if ctx.began_midway() {
                return out.cannot_tell(topic, place);
            }
            out.lacks(case, topic, place, values! { open }).see(ctx.place_of(last));
        },
    };
}

/// The agreement by which deficits became the only focus.
fn deficits_alone<'a>(ctx: &Ctx<'a>) -> Option<(FactRow, &'a FocusAgreed)> {
    let (row, _) = chosen(ctx, ProblemArea::InterpersonalDeficits)?;
    ctx.all::<FocusAgreed>()
        .find(|(at, agreed)| at.seq == row.seq && active(agreed).count() == 1)
}

/// Those of the areas that were last seen by a day as having evidence.
fn evident(ctx: &Ctx<'_>, by: NaiveDate, areas: AreaSet) -> AreaSet {
    let last = |area| {
        ctx.all::<AreaConsidered>()
            .rfind(|(row, candidate)| candidate.area == area && row.on <= by)
    };
    areas
        .iter()
        .filter(|&area| last(area).is_some_and(|(_, candidate)| candidate.evidence))
        .collect()
}

/// Those of the areas of which it is not said why they were not chosen.
fn without_reason(ctx: &Ctx<'_>, areas: AreaSet) -> AreaSet {
    let reasoned = |area| {
        ctx.all::<AreaConsidered>()
            .any(|(_, candidate)| candidate.area == area && said(candidate.exclusion_note.as_ref()))
    };
    areas.iter().filter(|&area| !reasoned(area)).collect()
}

/// When the record first showed something of inventory or timeline.
fn begun(task: InitialTask, ctx: &Ctx<'_>) -> Option<(NaiveDate, Seq)> {
    let first = match task {
        InitialTask::Inventory => ctx.first::<PersonInventoried>().map(|(row, _)| row),
        _ => ctx.first::<LifeEventRecorded>().map(|(row, _)| row),
    };
    first
        .map(|row| (row.on, row.seq))
        .into_iter()
        .chain(ctx.initial_task(task))
        .min()
}
