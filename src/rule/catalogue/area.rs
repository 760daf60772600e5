//! Problem areas: IPT-055 to IPT-074.

use super::{
    condition,
    due::{Middle, bound, comes_after, each, middle, none_shown},
    old_rules,
};
use crate::{
    area::{AreaSet, FocusItem, FocusStatus, ProblemArea},
    base::{
        date::{ApproxDate, Precision},
        text::FreeText,
    },
    entry::Seq,
    id::PersonRef,
    machine::Guard,
    record::{
        FactKind,
        focus::{AreaConsidered, FocusAgreed, FormulationPart},
        inventory::{LifeEvent, PersonInventoried},
    },
    rule::{Ctx, OldEvidence, FactRow, Severity, Sink},
    source::SourceId,
    task::InitialTask,
    topic::Topic,
};

old_rules! {
    /// A focus is agreed before the middle phase begins, with one active item as its primary one.
    ///
    /// ## Why
    /// All variants of IPT work on a focus taken from their list and agreed with the patient. The first active item
    /// is the primary one, so that there is exactly one. Agreed later, it is late: a warning that stands remedied.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts, and in records that begin in a later one.
    FOCUS_AGREED = {
        code: "IPT-055", severity: Error, clause: Shared, kind: Order,
        moments: [PhaseChange], topics: [Agreements], parameters: [],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("problem areas"), SourceId::MARKOWITZ_HANDBOOK.at("formulation")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| condition(Guard::FocusIsAgreed, Topic::Agreements, ctx, out),
    };

    /// No more items of the focus are active than the protocol provides for.
    ///
    /// ## Why
    /// A short therapy lives by a narrow focus. Passing the number is an error where the protocol's source publishes
    /// it, and a warning where the number is ours; a later agreement within it remedies that.
    ///
    /// ## When it does not apply
    /// When no focus is agreed. Parked and ended items are not counted, and several people within one item are one
    /// focus. That more items than advised are active, within the number, is noted under IPT-074.
    FOCUS_IS_NARROW = {
        code: "IPT-056", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: ["focus.max_active"],
        basis: Manual, sources: [SourceId::WEISSMAN_2018.at("ch. 2"), SourceId::VA_IPT.at("one or two areas")],
        since: FIRST,
        remedies: [ReviewFormulation, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let max = ctx.spec().focus.max_active;
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed) {
                any = true;
                let found = active_items(agreed);
                if found > max.value.into() {
                    let evidence = OldEvidence::TooMany { found, most: max.value.into() };
                    let finding = out.old_finds_as(bound(max.basis), ctx.place_of(row.seq), evidence);
                    if let Some(by) = agreed_later(ctx, row, |agreed| active_items(agreed) <= max.value.into()) {
                        finding.remedied_by(by);
                    }
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// A second item of the focus has a reason and a link to the same episode.
    ///
    /// ## Why
    /// What does not belong to the episode can wait; what does is easier to work on when the tie is said.
    ///
    /// ## When it does not apply
    /// A focus of one item. Where deficits are one of two, a rule of its own asks for the reason, and the link of the
    /// primary item has one too.
    SECOND_ITEM_HAS_REASON = {
        code: "IPT-057", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Agreements], parameters: ["focus.deficits_last_resort"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("primary and secondary areas")], since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed).filter(|(_, agreed)| active(agreed).count() > 1) {
                any = true;
                let place = ctx.place_of(row.seq);
                if !said(agreed.reason.as_ref()) && !deficits_beside_another(ctx, agreed) {
                    out.old_lacks(Topic::Agreements, place, OldEvidence::Matter { name: "reason" });
                }
                // The link of the primary item is asked for by IPT-070.
                if active(agreed).skip(1).any(|item| !said(item.link.as_ref())) {
                    out.old_lacks(Topic::Agreements, place, OldEvidence::Matter { name: "link" });
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// Each active item of the focus belongs to an area of the protocol.
    ///
    /// ## Why
    /// A focus taken from the variant's own list is shared by all of them. What was agreed is recorded as it was
    /// agreed. Where the list is our own reading of a variant, one of the four areas outside it is a warning.
    ///
    /// ## When it does not apply
    /// When no focus is agreed. Parked and ended items are not asked about.
    AREA_OF_PROTOCOL = {
        code: "IPT-058", severity: Error, clause: Shared, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: ["focus.areas"],
        basis: Manual,
        sources: [SourceId::MARKOWITZ_HANDBOOK.at("problem areas"), SourceId::STUART_ROBERTSON_2012.at("ch. 3")],
        since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let areas = ctx.spec().focus.areas;
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed) {
                any = true;
                let found: AreaSet = active(agreed).filter_map(|item| item.on.area()).collect();
                let unlisted = active(agreed).any(|item| item.on.area().is_none());
                let fits = |agreed: &FocusAgreed| {
                    active(agreed).all(|item| item.on.area().is_some_and(|area| areas.value.contains(area)))
                };
                if !fits(agreed) {
                    // A list that is our own reading of a variant is no ground for an error.
                    let weight = if unlisted { Severity::Error } else { bound(areas.basis) };
                    let evidence = OldEvidence::Areas { found, allowed: areas.value };
                    let finding = out.old_finds_as(weight, ctx.place_of(row.seq), evidence);
                    if let Some(by) = agreed_later(ctx, row, fits) {
                        finding.remedied_by(by);
                    }
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// A focus on grief names a person who has died, and when.
    ///
    /// ## Why
    /// In these protocols grief is about a death; other losses are worked on as transitions. A stated absence of a
    /// death is an error where the protocol's source asks for one; a person or day that is not recorded is a warning.
    ///
    /// ## When it does not apply
    /// Other areas; protocols whose grief asks for no death; specialisations of grief that the protocol declares.
    GRIEF_AFTER_DEATH = {
        code: "IPT-059", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements],
        parameters: ["focus.grief_requires_death", "specialisations"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("ch. 2"),
            SourceId::ISIPT_STRATEGIES.at("grief"),
            SourceId::GUIDE_NOTES.at("grief"),
        ],
        since: FIRST,
        remedies: [RecordIt, CorrectEntry, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let required = ctx.spec().focus.grief_requires_death;
            let Some((row, item)) = chosen(ctx, ProblemArea::Grief) else { return no_such_focus(ctx, out) };
            let special = ctx.spec().specialisations.iter().any(|known| {
                known.area == ProblemArea::Grief && item.specialisation == Some(known.token)
            });
            if !required.value || special {
                return out.does_not_apply();
            }
            let place = ctx.place_of(row.seq);
            let Some((at, grief)) = each!(ctx, GriefDetailed).next_back() else {
                out.old_lacks_as(Severity::Warning, Topic::InitialTasks, place, OldEvidence::Matter { name: "person" });
                return;
            };
            let person = grief.person.and_then(|person| inventoried(ctx, person));
            let alive = person.and_then(|person| person.alive);
            let died = grief.died.or(alive.map(|alive| !alive));
            let missing = if died == Some(false) || died.is_none() && grief.other_loss.is_some() {
                out.old_finds_as(bound(required.basis), place, OldEvidence::Area { area: ProblemArea::Grief })
                    .see(ctx.place_of(at.seq));
                return;
            } else if grief.person.is_none() {
                "person"
            } else if died.is_none() {
                "death"
            } else if grief.when.is_none() && person.is_none_or(|person| person.died.is_none()) {
                "day"
            } else {
                return;
            };
            out.old_lacks_as(Severity::Warning, Topic::InitialTasks, place, OldEvidence::Matter { name: missing })
                .see(ctx.place_of(at.seq));
        },
    };

    /// Where the death came after the onset, it is said why the grief keeps the episode going.
    ///
    /// ## Why
    /// Then the death did not bring the episode about, and the tie between them is not plain.
    ///
    /// ## When it does not apply
    /// Other areas; a death before the onset; when onset or death is not dated, or not exactly enough to tell.
    LATER_DEATH_IS_LINKED = {
        code: "IPT-060", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: [],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("grief"), SourceId::DESIGN.at("the link of a later death")],
        since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let Some((row, grief, when)) = grief_dated(ctx, out) else { return };
            let Some((_, onset)) = each!(ctx, OnsetDated).next_back() else {
                return none_shown(Topic::InitialTasks, ctx, out);
            };
            if !is_after(when, onset.onset) {
                return out.does_not_apply();
            }
            if !said(grief) {
                out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::On { day: when.on });
            }
        },
    };

    /// A focus on a role dispute names a living person who is part of the patient's life now.
    ///
    /// ## Why
    /// Expectations can be made to meet only with somebody who is there. A tie that is over is grief or a transition.
    ///
    /// ## When it does not apply
    /// Other areas. What was known by the choice counts: a tie that ended during treatment, or a death, does not make
    /// the focus wrong.
    DISPUTE_WITH_SOMEBODY = {
        code: "IPT-061", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: [],
        basis: Manual,
        sources: [SourceId::ISIPT_QUESTIONS.at("disputes"), SourceId::SLIDES_ROLE_DISPUTES.at("definition")],
        since: FIRST,
        remedies: [RecordIt, CorrectEntry, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let Some((row, _)) = chosen(ctx, ProblemArea::RoleDispute) else { return no_such_focus(ctx, out) };
            let place = ctx.place_of(row.seq);
            let Some((at, dispute)) = each!(ctx, DisputeDetailed).next_back() else {
                out.old_lacks(Topic::InitialTasks, place, OldEvidence::Matter { name: "person" });
                return;
            };
            let listed = || each!(ctx, PersonInventoried).filter(|(_, entry)| Some(entry.person) == dispute.person);
            let alive = by_choice(row, listed().filter_map(|(at, entry)| Some((at, entry.alive?))));
            let involved = each!(ctx, DisputeDetailed)
                .filter(|(_, detail)| detail.person == dispute.person)
                .filter_map(|(at, detail)| Some((at, detail.currently_involved?)));
            let involved = by_choice(row, involved).or_else(|| {
                by_choice(row, listed().filter_map(|(at, entry)| Some((at, entry.currently_involved?))))
            });
            if alive == Some(false) || involved == Some(false) {
                out.old_finds(place, OldEvidence::Area { area: ProblemArea::RoleDispute }).see(ctx.place_of(at.seq));
            } else if dispute.person.is_none() || involved.is_none() {
                let name = if dispute.person.is_none() { "person" } else { "currently_involved" };
                out.old_lacks(Topic::InitialTasks, place, OldEvidence::Matter { name }).see(ctx.place_of(at.seq));
            }
        },
    };

    /// For a role dispute, the expectations of both sides are recorded.
    ///
    /// ## Why
    /// Expectations that do not meet are the core of a dispute; knowing one side is half of it.
    ///
    /// ## When it does not apply
    /// Other areas. What the inventory says of the person counts.
    BOTH_SIDES_EXPECT = {
        code: "IPT-062", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: [],
        basis: Manual,
        sources: [SourceId::ISIPT_QUESTIONS.at("disputes"), SourceId::SLIDES_ROLE_DISPUTES.at("expectations")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let Some((row, _)) = chosen(ctx, ProblemArea::RoleDispute) else { return no_such_focus(ctx, out) };
            let dispute = each!(ctx, DisputeDetailed).next_back().map(|(_, dispute)| dispute);
            let person = dispute.and_then(|dispute| dispute.person).and_then(|person| inventoried(ctx, person));
            let own = said(dispute.and_then(|dispute| dispute.expectations_of_other.as_ref()))
                || said(person.and_then(|person| person.expectations_of_other.as_ref()));
            let others = said(dispute.and_then(|dispute| dispute.expectations_by_other.as_ref()))
                || said(person.and_then(|person| person.expectations_by_other.as_ref()));
            if !own || !others {
                let name = if own { "expectations_by_other" } else { "expectations_of_other" };
                out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Matter { name });
            }
        },
    };

    /// A focus on a role transition names the old role, the new role and when the change came.
    ///
    /// ## Why
    /// The work is to take leave of the one and to master the other; without both there is nothing to cross between.
    ///
    /// ## When it does not apply
    /// Other areas.
    TRANSITION_HAS_ROLES = {
        code: "IPT-063", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: [],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("role transitions"), SourceId::CITC_TORONTO.at("role transition")],
        since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let Some((row, _)) = chosen(ctx, ProblemArea::RoleTransition) else { return no_such_focus(ctx, out) };
            let detail = each!(ctx, TransitionDetailed).next_back().map(|(_, detail)| detail);
            let missing = if !said(detail.and_then(|detail| detail.old_role.as_ref())) {
                "old_role"
            } else if !said(detail.and_then(|detail| detail.new_role.as_ref())) {
                "new_role"
            } else if detail.is_none_or(|detail| detail.changed.is_none()) {
                "changed"
            } else {
                return;
            };
            out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Matter { name: missing });
        },
    };

    /// Interpersonal deficits are chosen only when no other area of the protocol has evidence.
    ///
    /// ## Why
    /// They are the focus of last resort: the absence of an event, and the hardest area to work in.
    ///
    /// ## When it does not apply
    /// Other areas, also beside deficits; protocols that have deficits as an area like the others. What was
    /// considered after the choice is not held against it.
    DEFICITS_LAST = {
        code: "IPT-064", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], holds_if_reported: [InitialTasks],
        parameters: ["focus.areas", "focus.deficits_last_resort"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("interpersonal deficits"), SourceId::WEISSMAN_2018.at("ch. 2"),
            SourceId::MARKOWITZ_WEISSMAN_2004.at("problem areas"), SourceId::MARKOWITZ_2017.at("ch. 3"),
        ],
        since: FIRST,
        remedies: [ReviewFormulation, CorrectEntry, JustifyByWaiver],
        check: |ctx, out| {
            let last = ctx.spec().focus.deficits_last_resort;
            let Some(row) = deficits_alone(ctx, out) else { return };
            for area in other_areas(ctx) {
                let Some((at, candidate)) = candidate(ctx, area, row) else { continue };
                if candidate.evidence {
                    let evidence = OldEvidence::Area { area };
                    out.old_finds_as(bound(last.basis), ctx.place_of(row.seq), evidence).see(ctx.place_of(at.seq));
                }
            }
        },
    };

    /// Where interpersonal deficits are chosen, it is said why each other area was not.
    ///
    /// ## Why
    /// Checking the other areas is how the choice is made.
    ///
    /// ## When it does not apply
    /// Other areas, also beside deficits; protocols that have deficits as an area like the others. An area that was
    /// considered and without evidence needs no more words.
    OTHERS_EXCLUDED = {
        code: "IPT-065", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements],
        parameters: ["focus.areas", "focus.deficits_last_resort"],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("interpersonal deficits")], since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let Some(row) = deficits_alone(ctx, out) else { return };
            for area in other_areas(ctx) {
                let mut considered = each!(ctx, AreaConsidered).filter(|(_, candidate)| candidate.area == area);
                if !considered.any(|(_, candidate)| !candidate.evidence || said(candidate.exclusion_note.as_ref())) {
                    out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Area { area });
                }
            }
        },
    };

    /// Interpersonal deficits beside another area have a reason.
    ///
    /// ## Why
    /// Where another area fits, isolation often goes with it and needs no focus of its own.
    ///
    /// ## When it does not apply
    /// A focus of one item; protocols that have deficits as an area like the others.
    DEFICITS_BESIDE_ANOTHER = {
        code: "IPT-066", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Agreements], parameters: ["focus.deficits_last_resort"],
        basis: Design,
        sources: [SourceId::DESIGN.at("after the place of deficits"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            if !ctx.spec().focus.deficits_last_resort.value {
                return out.does_not_apply();
            }
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed).filter(|(_, agreed)| deficits_beside_another(ctx, agreed)) {
                any = true;
                if !said(agreed.reason.as_ref()) {
                    out.old_lacks(Topic::Agreements, ctx.place_of(row.seq), OldEvidence::Matter { name: "reason" });
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// The event of a role transition is not a death.
    ///
    /// ## Why
    /// Where grief is about deaths, a death that hurts is grief.
    ///
    /// ## When it does not apply
    /// Other areas; protocols without grief, or whose grief asks for no death; when the kind of the event is not
    /// recorded.
    TRANSITION_IS_NO_DEATH = {
        code: "IPT-067", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], holds_if_reported: [InitialTasks],
        parameters: ["focus.areas", "focus.grief_requires_death"],
        basis: Practice, sources: [SourceId::GUIDE_NOTES.at("problem areas")], since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let focus = &ctx.spec().focus;
            let told_apart = focus.areas.value.contains(ProblemArea::Grief) && focus.grief_requires_death.value;
            if !told_apart {
                return out.does_not_apply();
            }
            let Some((row, _)) = chosen(ctx, ProblemArea::RoleTransition) else { return no_such_focus(ctx, out) };
            let detail = each!(ctx, TransitionDetailed).next_back();
            let Some((at, event)) = detail.and_then(|(at, detail)| Some((at, detail.event?))) else {
                return none_shown(Topic::InitialTasks, ctx, out);
            };
            if event == LifeEvent::Death {
                let evidence = OldEvidence::Area { area: ProblemArea::RoleTransition };
                out.old_finds(ctx.place_of(row.seq), evidence).see(ctx.place_of(at.seq));
            }
        },
    };

    /// The person or the event of the focus stands in the inventory or on the timeline.
    ///
    /// ## Why
    /// The focus grows out of both; who or what is missing there may have been missed.
    ///
    /// ## When it does not apply
    /// Deficits; when the detail of the area names nobody and nothing.
    FOCUS_IN_INVENTORY = {
        code: "IPT-068", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("inventory and focus agree")], since: FIRST,
        remedies: [RecordIt, CorrectEntry],
        check: |ctx, out| {
            let grief = chosen(ctx, ProblemArea::Grief)
                .and_then(|(row, _)| Some((row, each!(ctx, GriefDetailed).next_back()?.1.person?)));
            let dispute = chosen(ctx, ProblemArea::RoleDispute)
                .and_then(|(row, _)| Some((row, each!(ctx, DisputeDetailed).next_back()?.1.person?)));
            let change = chosen(ctx, ProblemArea::RoleTransition)
                .and_then(|(row, _)| Some((row, each!(ctx, TransitionDetailed).next_back()?.1.event?)));
            if grief.is_none() && dispute.is_none() && change.is_none() {
                let named = [ProblemArea::Grief, ProblemArea::RoleDispute, ProblemArea::RoleTransition];
                return if named.into_iter().any(|area| chosen(ctx, area).is_some()) {
                    none_shown(Topic::InitialTasks, ctx, out);
                } else {
                    no_such_focus(ctx, out);
                };
            }
            for (row, person) in grief.into_iter().chain(dispute) {
                let on_timeline = each!(ctx, LifeEventRecorded).any(|(_, recorded)| recorded.person == Some(person));
                if inventoried(ctx, person).is_none() && !on_timeline {
                    let evidence = OldEvidence::Fact { kind: FactKind::PersonInventoried };
                    out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), evidence);
                }
            }
            if let Some((row, event)) = change {
                if !each!(ctx, LifeEventRecorded).any(|(_, recorded)| recorded.event == event) {
                    let evidence = OldEvidence::Fact { kind: FactKind::LifeEventRecorded };
                    out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), evidence);
                }
            }
        },
    };

    /// The problem area is selected only after inventory and timeline are done.
    ///
    /// ## Why
    /// Both are what the selection rests on.
    ///
    /// ## When it does not apply
    /// Tasks that the protocol does not ask for, or that were never done: those have findings of their own.
    AREA_AFTER_INVENTORY = {
        code: "IPT-069", severity: Warning, clause: Deviation, kind: Order,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("inventory"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation],
        check: |ctx, out| {
            let first = [InitialTask::Inventory, InitialTask::OnsetTimeline];
            if comes_after(InitialTask::ProblemAreaSelection, &first, ctx, out) {
                return;
            }
            if !first.into_iter().any(|task| ctx.spec().initial.tasks.value.contains(task)) {
                out.does_not_apply();
            } else if ctx.initial_task(InitialTask::ProblemAreaSelection).is_some() {
                none_shown(Topic::InitialTasks, ctx, out);
            } else {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// The primary item of the focus is linked to the onset or the persistence of the episode.
    ///
    /// ## Why
    /// That the illness is tied to what happens between people is what all variants of IPT build on. The link need not
    /// be a cause. Where the formulation states it, or does not list its parts, a focus without its own words for it is
    /// a warning; where neither has one, an error.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when no focus is agreed. Of further items a rule of its own asks the same.
    FOCUS_IS_LINKED = {
        code: "IPT-070", severity: Error, clause: Shared, kind: Content,
        moments: [PhaseChange], topics: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_2006.at("formulation"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            if matches!(middle(ctx), Middle::Ahead) {
                return out.does_not_apply();
            }
            // A formulation whose parts are not listed, or that lies before the record, may have stated it.
            let noted = ctx.initial_task(InitialTask::Formulation).is_some();
            let unlisted = ctx.began_midway() || noted && !ctx.kinds().contains(FactKind::FormulationGiven);
            let stated = unlisted
                || each!(ctx, FormulationGiven)
                    .any(|(_, given)| given.parts.is_none_or(|parts| parts.contains(FormulationPart::Link)));
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed) {
                any = true;
                let linked = |agreed: &FocusAgreed| {
                    active(agreed).next().is_none_or(|primary| said(primary.link.as_ref()))
                };
                if !linked(agreed) {
                    let weight = if stated { Severity::Warning } else { Severity::Error };
                    let (place, evidence) = (ctx.place_of(row.seq), OldEvidence::Matter { name: "link" });
                    let finding = out.old_lacks_as(weight, Topic::Agreements, place, evidence);
                    if let Some(by) = agreed_later(ctx, row, linked) {
                        finding.remedied_by(by);
                    }
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };

    /// Where a death lies long before the onset, it is said why the grief keeps the episode going.
    ///
    /// ## Why
    /// The further apart they lie, the less plain is the tie.
    ///
    /// ## When it does not apply
    /// Disputes, transitions and deficits: there the link of the focus item is that explanation, and IPT-070 asks for
    /// it. When onset or death is not dated, or no focus is agreed.
    EARLY_EVENT_IS_LINKED = {
        code: "IPT-071", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks, Agreements], parameters: ["focus.onset_window_months"],
        basis: Design, sources: [SourceId::DESIGN.at("onset window")], since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let Some((row, link, when)) = grief_dated(ctx, out) else { return };
            let Some((_, onset)) = each!(ctx, OnsetDated).next_back() else {
                return none_shown(Topic::InitialTasks, ctx, out);
            };
            let window = ctx.spec().focus.onset_window_months.value;
            let months = when.months_until(onset.onset);
            if months > i32::from(window) && !said(link) {
                let evidence = OldEvidence::TooMany { found: months.unsigned_abs(), most: window.into() };
                out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// A candidate with evidence that was not chosen has a reason.
    ///
    /// ## Why
    /// A reader sees what else was there, should the focus prove wrong.
    ///
    /// ## When it does not apply
    /// When no focus is agreed, or no other candidate has evidence. Where deficits were chosen, other rules ask more.
    CANDIDATES_ANSWERED = {
        code: "IPT-072", severity: Note, clause: Event, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks, Agreements], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("candidates")], since: FIRST,
        remedies: [RecordIt, ForInformation],
        check: |ctx, out| {
            if !ctx.kinds().contains(FactKind::FocusAgreed) {
                return none_shown(Topic::Agreements, ctx, out);
            }
            if chosen(ctx, ProblemArea::InterpersonalDeficits).is_some() {
                return out.does_not_apply();
            }
            let mut any = false;
            for &area in ProblemArea::ALL.iter().filter(|&&area| chosen(ctx, area).is_none()) {
                let considered = || each!(ctx, AreaConsidered).filter(move |(_, candidate)| candidate.area == area);
                let Some((row, candidate)) = considered().next_back() else { continue };
                if !candidate.evidence {
                    continue;
                }
                any = true;
                if !considered().any(|(_, candidate)| said(candidate.exclusion_note.as_ref())) {
                    out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Area { area });
                }
            }
            if !any {
                none_shown(Topic::InitialTasks, ctx, out);
            }
        },
    };

    /// Interpersonal deficits were there before the episode.
    ///
    /// ## Why
    /// Isolation that began with the episode or after it may be its consequence; a reader should see that.
    ///
    /// ## When it does not apply
    /// Other areas; when onset or isolation is not dated.
    DEFICITS_BEFORE_ONSET = {
        code: "IPT-073", severity: Note, clause: Event, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks, Agreements], holds_if_reported: [InitialTasks], parameters: [],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("interpersonal deficits")], since: FIRST,
        remedies: [ReviewFormulation, ForInformation],
        check: |ctx, out| {
            let Some((row, _)) = chosen(ctx, ProblemArea::InterpersonalDeficits) else {
                return no_such_focus(ctx, out);
            };
            let Some((_, onset)) = each!(ctx, OnsetDated).next_back() else {
                return none_shown(Topic::InitialTasks, ctx, out);
            };
            let isolation = each!(ctx, LifeEventRecorded)
                .filter(|(_, recorded)| recorded.event == LifeEvent::Isolation)
                .filter_map(|(row, recorded)| Some((row, recorded.when?)));
            let detail = each!(ctx, DeficitsDetailed).next_back().and_then(|(row, detail)| Some((row, detail.since?)));
            let mut any = false;
            for (at, since) in isolation.chain(detail) {
                any = true;
                if !is_after(onset.onset, since) {
                    out.old_finds(ctx.place_of(row.seq), OldEvidence::On { day: since.on }).see(ctx.place_of(at.seq));
                    return;
                }
            }
            if !any {
                none_shown(Topic::InitialTasks, ctx, out);
            }
        },
    };

    /// No more items of the focus are active at once than are advised.
    ///
    /// ## Why
    /// The Guide advises trying for one. Two are common and no fault; a reader wants to see that the time is shared.
    ///
    /// ## When it does not apply
    /// When no focus is agreed. Parked and ended items are not counted. Beyond the greatest number that the protocol
    /// provides for, IPT-056 speaks alone.
    FOCUS_AS_ADVISED = {
        code: "IPT-074", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["focus.advised", "focus.max_active"],
        basis: Manual, sources: [SourceId::WEISSMAN_2018.at("ch. 2")], since: FIRST,
        remedies: [ReviewFormulation, ForInformation],
        check: |ctx, out| {
            let advised = ctx.spec().focus.advised.value.into();
            let most = u32::from(ctx.spec().focus.max_active.value);
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed) {
                let found = active_items(agreed);
                if found > most {
                    continue;
                }
                any = true;
                if found > advised {
                    let evidence = OldEvidence::TooMany { found, most: advised };
                    let finding = out.old_finds(ctx.place_of(row.seq), evidence);
                    if let Some(by) = agreed_later(ctx, row, |agreed| active_items(agreed) <= advised) {
                        finding.remedied_by(by);
                    }
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };
}

/// The active items of a focus, the primary one first.
pub(super) fn active(agreed: &FocusAgreed) -> impl Iterator<Item = &FocusItem> + Clone {
    agreed.items.iter().filter(|item| item.status == FocusStatus::Active)
}

fn active_items(agreed: &FocusAgreed) -> u32 {
    u32::try_from(active(agreed).count()).unwrap_or(u32::MAX)
}

/// The agreed focus is none that the rule is about; without one on record, that is known only where agreements are
/// reported.
fn no_such_focus(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    if ctx.kinds().contains(FactKind::FocusAgreed) {
        out.does_not_apply();
    } else {
        none_shown(Topic::Agreements, ctx, out);
    }
}

/// What was said last by the day of a choice, or else first afterwards.
fn by_choice<T>(choice: FactRow, mut said: impl Iterator<Item = (FactRow, T)>) -> Option<T> {
    let mut known = None;
    said.find_map(|(row, what)| {
        if row.on <= choice.on {
            known = Some(what);
            None
        } else {
            known.take().or(Some(what))
        }
    })
    .or(known)
}

/// The first later agreement on the focus of which something holds.
fn agreed_later(ctx: &Ctx<'_>, than: FactRow, holds: impl Fn(&FocusAgreed) -> bool) -> Option<Seq> {
    let mut later = each!(ctx, FocusAgreed).filter(|(row, _)| (row.on, row.seq) > (than.on, than.seq));
    later.find(|(_, agreed)| holds(agreed)).map(|(row, _)| row.seq)
}

/// Whether a text says something.
pub(super) fn said(text: Option<&FreeText>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}

/// The agreement by which an area first became active.
pub(super) fn chosen<'a>(ctx: &Ctx<'a>, area: ProblemArea) -> Option<(FactRow, &'a FocusItem)> {
    each!(ctx, FocusAgreed).find_map(|(row, agreed)| {
        let item = active(agreed).find(|item| item.on.area() == Some(area))?;
        Some((row, item))
    })
}

/// What the inventory says last of a person.
pub(super) fn inventoried<'a>(ctx: &Ctx<'a>, person: PersonRef) -> Option<&'a PersonInventoried> {
    let mut people = each!(ctx, PersonInventoried).rev();
    people.find(|(_, entry)| entry.person == person).map(|(_, entry)| &**entry)
}

/// The areas of the protocol beside deficits.
fn other_areas<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = ProblemArea> + use<'a> {
    ctx.spec().focus.areas.value.without(ProblemArea::InterpersonalDeficits).iter()
}

/// How an area was seen last by the day of a choice.
fn candidate<'a>(ctx: &Ctx<'a>, area: ProblemArea, choice: FactRow) -> Option<(FactRow, &'a AreaConsidered)> {
    let mut considered = each!(ctx, AreaConsidered).rev();
    considered
        .find(|(row, candidate)| candidate.area == area && row.on <= choice.on)
        .map(|(row, candidate)| (row, &**candidate))
}

/// The agreement by which deficits became the only focus, where the protocol has them as the last resort.
fn deficits_alone(ctx: &Ctx<'_>, out: &mut Sink<'_>) -> Option<FactRow> {
    if !ctx.spec().focus.deficits_last_resort.value {
        out.does_not_apply();
        return None;
    }
    let alone = chosen(ctx, ProblemArea::InterpersonalDeficits)
        .map(|(row, _)| row)
        .filter(|row| each!(ctx, FocusAgreed).any(|(at, agreed)| at.seq == row.seq && active(agreed).count() == 1));
    if alone.is_none() {
        no_such_focus(ctx, out);
    }
    alone
}

fn deficits_beside_another(ctx: &Ctx<'_>, agreed: &FocusAgreed) -> bool {
    let deficits = |item: &FocusItem| item.on.area() == Some(ProblemArea::InterpersonalDeficits);
    ctx.spec().focus.deficits_last_resort.value && active(agreed).any(deficits) && active(agreed).count() > 1
}

/// A focus on grief whose loss is dated: where it was agreed, the maintaining link, and the day.
fn grief_dated<'a>(ctx: &Ctx<'a>, out: &mut Sink<'_>) -> Option<(FactRow, Option<&'a FreeText>, ApproxDate)> {
    let Some((row, _)) = chosen(ctx, ProblemArea::Grief) else {
        no_such_focus(ctx, out);
        return None;
    };
    let dated = each!(ctx, GriefDetailed).next_back().and_then(|(_, grief)| {
        let died = || inventoried(ctx, grief.person?)?.died;
        Some((row, grief.maintaining_link.as_ref(), grief.when.or_else(died)?))
    });
    if dated.is_none() {
        none_shown(Topic::InitialTasks, ctx, out);
    }
    dated
}

/// Whether a day lies after another for certain, as exactly as both are known.
fn is_after(day: ApproxDate, than: ApproxDate) -> bool {
    use chrono::Datelike;
    let year = |date: ApproxDate| date.on.year();
    let month = |date: ApproxDate| (date.on.year(), date.on.month());
    match day.precision.max(than.precision) {
        Precision::Day => day.on > than.on,
        Precision::Month => month(day) > month(than),
        Precision::Year => year(day) > year(than),
    }
}
