//! The interpersonal inventory: that it is made, whom it holds, and what it says of them.

use super::super::{
    due::{Beginning, beginning, came_too_late, none_shown, open_when_beginning_was_over},
    focus::said,
    rules,
};
use crate::{
    record::inventory::{Closeness, InventoryCompleted, PersonInventoried},
    rule::{Ctx, Matter, Matters, Sink, values},
    source::SourceId,
    vocabulary::{InitialTask as T, Place, Severity, Topic},
};

rules! {
    kind: Content;

    /// Before the middle phase begins, an interpersonal inventory must be made.
    ///
    /// ## Why
    /// All variants look at relationships before they work on a focus. With nobody in it, or only
    /// when much of the middle phase lay behind, it is an error. Begun and not marked as complete,
    /// or marked as complete with nobody in it, it is a warning.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts.
    INVENTORY_MADE = {
        code: "IPT-040", severity: Error, clause: Shared,
        topics: [InitialTasks], parameters: ["initial.tasks", "middle.late_share"],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("inventory"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["person_inventoried", "inventory_completed"],
        says: {
            finds NOT_MADE: "By the note of {noted} no interpersonal inventory was made, and there was none {due}.";
            finds NOT_COMPLETED Warning: "By the note of {noted} the interpersonal inventory was not completed, nor was it {due}.";
            lacks NOBODY: "{due}, nobody was on record in the interpersonal inventory.";
            lacks EMPTY Warning: "The interpersonal inventory was marked as complete on {day}, and no person in it is on record.";
            lacks INCOMPLETE Warning: "{due}, the interpersonal inventory had been begun and was not marked as complete.";
        },
        check: |ctx, out| {
            let first = ctx.first::<PersonInventoried>().map(|(row, _)| row);
            let begun = matches!((beginning(ctx), first), (Beginning::Over(step), Some(row)) if row.on <= step.on);
            let cases = if begun { [NOT_COMPLETED, INCOMPLETE] } else { [NOT_MADE, NOBODY] };
            let in_time = first.is_some_and(|row| !came_too_late(ctx, row.seq));
            let never = if in_time { Severity::Warning } else { Severity::Error };
            open_when_beginning_was_over(T::Inventory, never, cases, ctx, out);
            let done = ctx.initial_task(T::Inventory).filter(|_| ctx.spec().initial.tasks.value.contains(T::Inventory));
            if let (Some((_, by)), None, Beginning::Over(_)) = (done, first, beginning(ctx)) {
                out.lacks(EMPTY, Topic::InitialTasks, ctx.place_of(by), values! {});
            }
        },
    };

    /// The inventory should hold as many people as the protocol asks for, or say that the network is small.
    ///
    /// ## Why
    /// Few people in an inventory mean a small network, which is worth knowing, or an inventory
    /// that stopped early.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done or holds nobody, which is
    /// another finding.
    INVENTORY_LARGE_ENOUGH = {
        code: "IPT-041", severity: Note, clause: OwnNumber,
        topics: [InitialTasks], parameters: ["initial.inventory_min"],
        basis: Design, sources: [SourceId::DESIGN.at("size of the inventory")],
        remedies: [RecordIt, DoItNext], record: ["person_inventoried", "inventory_completed.small_network"],
        says: {
            calls_for FEW: "The inventory completed on {day} held {found:person|people}, and nothing on record says that the network was that small; \
                {protocol} asks for {least}."
                asks "The inventory completed on {day} held {found:person|people}. Is the patient's network that small?";
        },
        check: |ctx, out| {
            let Some(place) = completed(ctx, out) else { return };
            let small = ctx.all::<InventoryCompleted>().any(|(_, completed)| completed.small_network);
            let (found, least) = (people(ctx).count(), ctx.spec().initial.inventory_min.value);
            if found > 0 && found < usize::from(least) && !small {
                out.calls_for(FEW, Topic::InitialTasks, place, values! { found, least });
            }
        },
    };

    /// Each person of the inventory should be described: living, contact, what is good, what is not, what should change.
    ///
    /// ## Why
    /// What is not asked about a relationship cannot become a focus, and a change of a close tie
    /// near the onset guides the choice of one.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done. Of people who have died
    /// neither contact nor change is asked; whether the tie changed around the onset is asked of
    /// the inner ring alone.
    PEOPLE_DESCRIBED = {
        code: "IPT-042", severity: Note, clause: Deviation,
        topics: [InitialTasks],
        basis: Practice,
        sources: [
            SourceId::SLIDES_DEPRESSION.at("inventory"), SourceId::DIETZ_2018.at("relationships"), SourceId::DESIGN.at("fields"),
            SourceId::IPT_UK.at("stages of IPT"),
        ],
        remedies: [RecordIt, DoItNext], record: ["person_inventoried"],
        says: {
            lacks GAPS: "In the inventory completed on {day}, {count} of {found:person|people} {count|was|were} described with gaps; not on record: \
                {missing}.";
        },
        check: |ctx, out| {
            let Some(place) = completed(ctx, out) else { return };
            let gaps = || people(ctx).map(gaps_of).filter(|gaps| !gaps.is_empty());
            let missing = gaps().fold(Matters::EMPTY, Matters::union);
            if !missing.is_empty() {
                let values = values! { count: gaps().count(), found: people(ctx).count(), missing };
                out.lacks(GAPS, Topic::InitialTasks, place, values);
            }
        },
    };

    /// The inventory should say who gives support, or that no support was found.
    ///
    /// ## Why
    /// Support is what a patient draws on while changing things, and what is built where it is
    /// missing.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done. Where the protocol asks for
    /// an overview of support as one of its initial tasks, it is asked for with these.
    SUPPORT_ASSESSED = {
        code: "IPT-043", severity: Warning, clause: Deviation,
        topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::ISIPT_STRATEGIES.at("inventory"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        remedies: [RecordIt, DoItNext], record: ["person_inventoried.support", "inventory_completed.no_support_found"],
        says: {
            lacks NOT_SAID: "In the inventory completed on {day} it was not on record who gave the patient support, nor that nobody did.";
        },
        check: |ctx, out| {
            if ctx.spec().initial.tasks.value.contains(T::SupportMapping) {
                return out.does_not_apply();
            }
            let Some(place) = completed(ctx, out) else { return };
            let said = people(ctx).any(|person| person.support.is_some())
                || ctx.all::<InventoryCompleted>().any(|(_, completed)| completed.no_support_found)
                || ctx.initial_task(T::SupportMapping).is_some();
            if !said {
                out.lacks(NOT_SAID, Topic::InitialTasks, place, values! {});
            }
        },
    };
}

/// Where the inventory was done, once the middle phase has begun; without it there is nothing to
/// ask.
fn completed(ctx: &Ctx<'_>, out: &mut Sink<'_>) -> Option<Place> {
    if matches!(beginning(ctx), Beginning::Lasts) {
        out.does_not_apply();
        return None;
    }
    let done = ctx.initial_task(T::Inventory);
    if done.is_none() {
        none_shown(Topic::InitialTasks, ctx, out);
    }
    done.map(|(_, seq)| ctx.place_of(seq))
}

/// The people of the inventory, each as described last.
fn people<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a PersonInventoried> + use<'a> {
    let all = ctx.all::<PersonInventoried>();
    all.clone()
        .filter(move |(row, person)| {
            let mut later = all
                .clone()
                .rev()
                .take_while(|(other, _)| other.seq != row.seq);
            !later.any(|(_, other)| other.person == person.person)
        })
        .map(|(_, person)| person)
}

/// What the description of a person leaves open.
fn gaps_of(person: &PersonInventoried) -> Matters {
    let lives = person.alive != Some(false);
    [
        (person.alive.is_none(), Matter::Alive),
        (lives && !said(person.contact.as_ref()), Matter::Contact),
        (!said(person.satisfying.as_ref()), Matter::Satisfying),
        (!said(person.unsatisfying.as_ref()), Matter::Unsatisfying),
        (
            lives && !said(person.desired_change.as_ref()),
            Matter::DesiredChange,
        ),
        (
            person.closeness == Some(Closeness::Inner) && person.changed_near_onset.is_none(),
            Matter::ChangedNearOnset,
        ),
    ]
    .into_iter()
    .filter_map(|(is_open, matter)| is_open.then_some(matter))
    .collect()
}
