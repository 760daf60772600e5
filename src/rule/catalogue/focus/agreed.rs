//! What was agreed: a focus in time, of few items, from the protocol's list, tied to the episode.

use super::shared::{active, agreed_later, agreements, comes_later, mended, open, said};
use crate::{
    base::near::changes,
    machine::Guard,
    record::{
        FactKind,
        focus::{FocusAgreed, FormulationGiven, FormulationPart},
    },
    rule::{
        Ctx, FactRow, Matter,
        catalogue::{
            due::{Beginning, beginning, bound, came_too_late, none_shown},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{AreaSet, FocusOn, InitialTask, Place, ProblemArea, Severity, Stated, Topic},
};

rules! {
    kind: Content;

    /// A focus with an active item must be agreed before the middle phase begins.
    ///
    /// ## Why
    /// All variants of IPT work on a focus taken from their list and agreed with the patient. The
    /// first active item is the primary one, so that there is exactly one. Agreed later, it is
    /// late, and a deviation; agreed only when more than the protocol's share of the middle phase
    /// lay behind, it weighs as if it had never been agreed.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts, and in records that begin in a later one.
    FOCUS_AGREED = {
        code: "IPT-055", severity: Error, clause: Shared, kind: Order,
        topics: [Agreements],
        parameters: ["middle.late_share"],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("problem areas"), SourceId::MARKOWITZ_HANDBOOK.at("formulation")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["focus_agreed"],
        says: {
            finds NOT_SELECTED: "The record says that no problem area had been selected {due}.";
            finds NONE_ACTIVE: "A focus had been agreed {due}, and none of its items was active.";
            lacks NONE: "No agreed focus was on record {due}.";
        },
        check: |ctx, out| out.condition(Guard::FocusIsAgreed, Topic::Agreements, |step| {
            let agreed = ctx.all::<FocusAgreed>().any(|(row, _)| row.on <= step.on);
            let denied = ctx.initial_stated(InitialTask::ProblemAreaSelection) == Stated::NotDone;
            (if agreed { NONE_ACTIVE } else if denied { NOT_SELECTED } else { NONE }, values! {})
        }),
    };

    /// No more items of the focus must be active than the protocol provides for.
    ///
    /// ## Why
    /// A short therapy lives by a narrow focus. Passing the number is an error where the protocol's
    /// source publishes it, and a warning where the number is ours; a later agreement within it
    /// remedies that. The Guide advises trying for one: two are common and no fault, and a note
    /// shows that the time is shared.
    ///
    /// ## When it does not apply
    /// When no focus is agreed. Parked and ended items are not counted, and several people within
    /// one item are one focus.
    FOCUS_IS_NARROW = {
        code: "IPT-056", severity: Error, clause: PublishedBound,
        topics: [Agreements], holds_if_reported: [Agreements], parameters: ["focus.max_active", "focus.advised"],
        basis: Manual, sources: [SourceId::WEISSMAN_2018.at("ch. 2"), SourceId::VA_IPT.at("one or two areas")],
        remedies: [ReviewFormulation, AgreeAmendment, JustifyByWaiver],
        says: {
            finds TOO_MANY: "On {day}, {found:active focus was|active foci were} agreed; {protocol} provides for {most} at most.";
            finds MORE_THAN_ADVISED Note: "On {day}, {found:active focus was|active foci were} agreed; {protocol} recommends {most}.";
        },
        check: |ctx, out| {
            let (greatest, advised) = (ctx.spec().focus.max_active, ctx.spec().focus.advised.value);
            for (row, agreed) in agreements(ctx, out) {
                let found = active(agreed).count();
                let (case, most, weight) = if found > greatest.value.into() {
                    (TOO_MANY, greatest.value, bound(greatest.basis))
                } else if found > advised.into() {
                    (MORE_THAN_ADVISED, advised, Severity::Note)
                } else {
                    continue;
                };
                let narrower = agreed_later(ctx, row, |later| active(later).count() <= most.into());
                mended(out.weighing(weight).finds(case, Place::Entry(row.seq), values! { found, most }), narrower);
            }
        },
    };

    /// A further item of the focus should have a reason and a link to the same episode.
    ///
    /// ## Why
    /// What does not belong to the episode can wait; what does is easier to work on when the tie is
    /// said. Where another area fits, isolation often goes with it and needs no focus of its own.
    ///
    /// ## When it does not apply
    /// A focus of one item. The link of the primary item has a rule of its own.
    FURTHER_ITEM_HAS_REASON = {
        code: "IPT-057", severity: Note, clause: Deviation,
        topics: [Agreements], parameters: ["focus.deficits_last_resort"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("primary and secondary areas"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        remedies: [RecordIt, ReviewFormulation], record: ["focus_agreed.reason"],
        says: {
            lacks FURTHER_ITEM: "For the further items of the focus agreed on {day}, {found} active in all, this was not on record: {missing}.";
            lacks DEFICITS_BESIDE: "For {area}, agreed on {day} as part of the focus beside another problem area, this was not on record: {missing}.";
        },
        check: |ctx, out| {
            let area = ProblemArea::InterpersonalDeficits;
            let mut any = false;
            for (row, agreed) in ctx.all::<FocusAgreed>().filter(|(_, agreed)| active(agreed).count() > 1) {
                any = true;
                let missing = open([
                    (Matter::Reason, !said(agreed.reason.as_ref())),
                    (Matter::Link, active(agreed).skip(1).any(|item| !said(item.link.as_ref()))),
                ]);
                if missing.is_empty() {
                    continue;
                }
                let deficits = active(agreed).any(|item| item.on.area() == Some(area));
                if deficits && ctx.spec().focus.deficits_last_resort.value && missing.contains(Matter::Reason) {
                    out.lacks(DEFICITS_BESIDE, Topic::Agreements, Place::Entry(row.seq), values! { area, missing });
                } else {
                    let found = active(agreed).count();
                    out.lacks(FURTHER_ITEM, Topic::Agreements, Place::Entry(row.seq), values! { found, missing });
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// Each active item of the focus must belong to an area of the protocol.
    ///
    /// ## Why
    /// A focus taken from the variant's own list is shared by all of them. What was agreed is
    /// recorded as it was agreed. Where the list is our own reading of a variant, one of the four
    /// areas outside it is a warning. A named specialisation changes what the work on an area is,
    /// and belongs to the variant that describes it.
    ///
    /// ## When it does not apply
    /// When no focus is agreed. Parked and ended items are not asked about, nor are specialisations
    /// where the protocol names none.
    AREA_OF_PROTOCOL = {
        code: "IPT-058", severity: Error, clause: Shared,
        topics: [Agreements], holds_if_reported: [Agreements], parameters: ["focus.areas", "specialisations"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_HANDBOOK.at("problem areas"), SourceId::STUART_ROBERTSON_2012.at("ch. 3"),
            SourceId::STUART_ROBERTSON_2012.at("grief and loss"),
        ],
        remedies: [CorrectEntry, ReviewFormulation, ConsiderOtherProtocol, JustifyByWaiver],
        says: {
            finds OUTSIDE: "The focus agreed on {day} included {outside}; {protocol} works on {areas}.";
            finds NO_AREA: "The focus agreed on {day} had an active item that was none of the problem areas of IPT; {protocol} works on {areas}.";
            finds MISNAMED Warning: "The name of an active item of the focus agreed on {day} was nearly, but not exactly, that of a problem area \
                ({area}).";
            finds SPECIALISED Warning: "The focus agreed on {day} named a form of {area} that {protocol} does not have: “{specialisation}”.";
        },
        check: |ctx, out| {
            let (areas, known) = (ctx.spec().focus.areas, &ctx.spec().specialisations);
            for (row, agreed) in agreements(ctx, out) {
                let place = Place::Entry(row.seq);
                let outside = areas_of(agreed).difference(areas.value);
                if !outside.is_empty() {
                    // A list that is our own reading of a variant is no ground for an error.
                    let finding = out.weighing(bound(areas.basis)).finds(OUTSIDE, place, values! { outside, areas: areas.value });
                    mended(finding, agreed_later(ctx, row, |later| areas.value.includes(areas_of(later))));
                }
                let unlisted = active(agreed).filter(|item| item.on.area().is_none());
                if let Some(meant) = unlisted.map(|item| nearly(item.on)).min() {
                    let finding = match meant {
                        Some(area) => out.finds(MISNAMED, place, values! { area }),
                        None => out.finds(NO_AREA, place, values! { areas: areas.value }),
                    };
                    mended(finding, agreed_later(ctx, row, |later| active(later).all(|item| item.on.area().is_some())));
                }
                for item in active(agreed).filter(|_| !known.is_empty()) {
                    let (Some(specialisation), Some(area)) = (item.specialisation, item.on.area()) else { continue };
                    if areas.value.contains(area) && !known.iter().any(|known| known.token == specialisation && known.area == area) {
                        out.finds(SPECIALISED, place, values! { area, specialisation });
                    }
                }
            }
        },
    };

    /// The primary item of the focus must be linked to the onset or the course of the episode.
    ///
    /// ## Why
    /// That the illness is tied to what happens between people is what all variants of IPT build
    /// on. The link need not be a cause. Where the formulation may have stated it, because its
    /// parts are not listed, a focus without words of its own is a warning; where it had no link
    /// either, an error.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when no focus is agreed; when the formulation had the link as
    /// one of its parts. What an earlier agreement said of the same item counts. Of further items a
    /// rule of its own asks the same.
    FOCUS_IS_LINKED = {
        code: "IPT-070", severity: Error, clause: Shared,
        topics: [Agreements],
        parameters: ["middle.late_share"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2006.at("formulation"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        remedies: [RecordIt, ReviewFormulation], record: ["focus_agreed.items.link", "formulation_given.parts"],
        says: {
            lacks NOT_LINKED: "No link to the onset or the course of the episode is on record, neither for the focus agreed on {day} nor in a formulation.";
            lacks NO_WORDS Warning: "For the focus agreed on {day} no link to the onset or the course of the episode is on record, and the record \
                does not say which parts the formulation had.";
        },
        check: |ctx, out| {
            let began = match beginning(ctx) {
                Beginning::Lasts => return out.does_not_apply(),
                Beginning::Over(step) => Some(step.on),
                Beginning::BeforeRecord => None,
            };
            let formulated = || ctx.all::<FormulationGiven>();
            let stated = formulated().any(|(_, given)| given.parts.is_some_and(|parts| parts.contains(FormulationPart::Link)));
            // A formulation whose parts are not listed, or that lies before the record, may have
            // stated it.
            let noted = ctx.initial_task(InitialTask::Formulation).is_some() && !ctx.kinds().contains(FactKind::FormulationGiven);
            let maybe = ctx.began_midway() || noted || formulated().any(|(_, given)| given.parts.is_none());
            for (row, _) in agreements(ctx, out).filter(|(row, agreed)| !stated && !is_linked(ctx, *row, agreed)) {
                let linked = |later: &FocusAgreed| active(later).next().is_none_or(|primary| said(primary.link.as_ref()));
                let by = agreed_later(ctx, row, linked);
                let case = if maybe { NO_WORDS } else { NOT_LINKED };
                let due = began.is_some_and(|began| row.on <= began);
                let place = Place::Entry(row.seq);
                match by {
                    Some(by) if due && came_too_late(ctx, by) => {
                        out.lacks(case, Topic::Agreements, place, values! {}).remedied_late_by(by);
                    }
                    Some(by) => {
                        out.weighing(Severity::Warning).lacks(case, Topic::Agreements, place, values! {}).remedied_by(by);
                    }
                    None => {
                        out.lacks(case, Topic::Agreements, place, values! {});
                    }
                }
            }
        },
    };
}

/// The areas of the active items.
fn areas_of(agreed: &FocusAgreed) -> AreaSet {
    active(agreed).filter_map(|item| item.on.area()).collect()
}

/// The area whose name an item was probably meant to have.
fn nearly(on: FocusOn) -> Option<ProblemArea> {
    let FocusOn::Unlisted(label) = on else {
        return None;
    };
    ProblemArea::ALL
        .iter()
        .copied()
        .find(|area| changes(area.name(), label.as_str()) <= 1)
}

/// Whether the primary item of an agreement has a link, there or in an agreement before it.
fn is_linked(ctx: &Ctx<'_>, row: FactRow, agreed: &FocusAgreed) -> bool {
    let Some(primary) = active(agreed).next() else {
        return true;
    };
    let mut known = ctx
        .all::<FocusAgreed>()
        .filter(|(at, _)| !comes_later(*at, row));
    known.any(|(_, known)| {
        known
            .items
            .iter()
            .any(|item| item.on == primary.on && said(item.link.as_ref()))
    })
}
