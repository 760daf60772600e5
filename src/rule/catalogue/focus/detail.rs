//! What is known of the focus: who died, with whom the dispute is, from which role to which.

use chrono::{Datelike, NaiveDate};

use super::shared::{chosen, focus_on, inventoried, is_after, open, said};
use crate::{
    base::{
        date::{ApproxDate, Precision},
        text::FreeText,
    },
    record::{
        focus::{
            AreaConsidered, DeficitsDetailed, DisputeDetailed, GriefDetailed, TransitionDetailed,
        },
        inventory::{LifeEvent, LifeEventRecorded, OnsetDated, PersonInventoried},
    },
    rule::{
        Ctx, FactRow, Matter, Matters, Sink,
        catalogue::{
            due::{bound, none_shown},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{Place, ProblemArea, Topic},
};

rules! {
    kind: Content;

    /// A focus on grief must be about the death of a person, with the person and the day on record.
    ///
    /// ## Why
    /// In these protocols grief is about a death; other losses are worked on as transitions. A
    /// stated absence of a death is an error where the protocol's source asks for one; a person or
    /// day that is not recorded is a warning.
    ///
    /// ## When it does not apply
    /// Other areas; protocols whose grief asks for no death; specialisations of grief that the
    /// protocol declares.
    GRIEF_AFTER_DEATH = {
        code: "IPT-059", severity: Error, clause: PublishedBound,
        topics: [InitialTasks, Agreements],
        parameters: ["focus.grief_requires_death", "specialisations"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("ch. 2"),
            SourceId::ISIPT_STRATEGIES.at("grief"),
            SourceId::GUIDE_NOTES.at("grief"),
        ],
        remedies: [RecordIt, CorrectEntry, ReviewFormulation, JustifyByWaiver],
        record: ["grief_detailed.person", "grief_detailed.died", "grief_detailed.when"],
        says: {
            finds OTHER_LOSS: "The focus on {area} was agreed on {day}, and the loss on record was not a death ({loss}).";
            finds NOBODY_DIED: "The focus on {area} was agreed on {day}, and by the record the person concerned had not died.";
            lacks INCOMPLETE Warning: "For the focus on {area}, agreed on {day}, this was not on record: {missing}.";
        },
        check: |ctx, out| {
            let area = ProblemArea::Grief;
            let required = ctx.spec().focus.grief_requires_death;
            let Some((row, item)) = focus_on(area, ctx, out) else { return };
            let declared = |token| ctx.spec().specialisations.iter().any(|known| known.area == area && known.token == token);
            if !required.value || item.specialisation.is_some_and(declared) {
                return out.does_not_apply();
            }
            let place = Place::Entry(row.seq);
            let Some((at, grief)) = ctx.last::<GriefDetailed>() else {
                let missing = Matters::of(&[Matter::Person, Matter::Death, Matter::Day]);
                out.lacks(INCOMPLETE, Topic::InitialTasks, place, values! { area, missing });
                return;
            };
            let person = grief.person.and_then(|person| inventoried(ctx, person));
            let died = grief.died.or(person.and_then(|person| person.alive).map(|alive| !alive));
            let loss = grief.other_loss.filter(|loss| *loss != LifeEvent::Death);
            let finding = match (died, loss) {
                (Some(false) | None, Some(loss)) => {
                    out.weighing(bound(required.basis)).finds(OTHER_LOSS, place, values! { area, loss })
                }
                (Some(false), None) => out.weighing(bound(required.basis)).finds(NOBODY_DIED, place, values! { area }),
                (Some(true) | None, _) => {
                    let dated = grief.when.is_some() || person.is_some_and(|person| person.died.is_some());
                    let gaps = [(Matter::Person, grief.person.is_none()), (Matter::Death, died.is_none()), (Matter::Day, !dated)];
                    let missing = open(gaps);
                    if missing.is_empty() {
                        return;
                    }
                    out.lacks(INCOMPLETE, Topic::InitialTasks, place, values! { area, missing })
                }
            };
            finding.see(Place::Entry(at.seq));
        },
    };

    /// Where the death came after the onset, or long before it, something on record should tie the grief to the episode.
    ///
    /// ## Why
    /// Then the death did not plainly bring the episode about: the further apart they lie, the less
    /// plain is the tie.
    ///
    /// ## When it does not apply
    /// Other areas; a death shortly before the onset; when onset or death is not dated, or not
    /// exactly enough to tell. The link of the focus item is such a tie.
    DISTANT_DEATH_IS_LINKED = {
        code: "IPT-060", severity: Note, clause: Deviation,
        topics: [InitialTasks, Agreements],
        parameters: ["focus.onset_window_months"],
        basis: Manual,
        sources: [
            SourceId::ISIPT_STRATEGIES.at("grief"), SourceId::DESIGN.at("the link of a later death"),
            SourceId::GRIEF_TRIAL_1999.at("onset of the episode"),
        ],
        remedies: [RecordIt, ReviewFormulation], record: ["grief_detailed.maintaining_link", "focus_agreed.items.link"],
        says: {
            calls_for AFTER: "The focus on {area} was agreed on {day}, the death on record came after the onset of the episode, and what tied \
                the grief to the episode is not on record."
                asks "The death on record came after the onset of the episode. What tied the grief to the episode?";
            calls_for LONG_BEFORE: "The focus on {area} was agreed on {day}, the death on record lay at least {months:month|months} before the onset \
                of the episode, and what tied the grief to the episode is not on record."
                asks "The death on record lay at least {months:month|months} before the onset of the episode. What tied the grief to the \
                episode?";
        },
        check: |ctx, out| {
            let Some((row, link, died)) = dated_grief(ctx, out) else { return };
            let dated = ctx.last::<OnsetDated>().and_then(|(_, dated)| dated.onset);
            let Some(onset) = dated else { return none_shown(Topic::InitialTasks, ctx, out) };
            let most = ctx.spec().focus.onset_window_months.value;
            let months = least_months(died, onset);
            let (area, place, topics) =
                (ProblemArea::Grief, Place::Entry(row.seq), [Topic::InitialTasks, Topic::Agreements]);
            let after = is_after(died, onset);
            if !after && months <= most.into() {
                out.does_not_apply();
            } else if !link {
                if after {
                    out.calls_for(AFTER, topics, place, values! { area });
                } else {
                    out.calls_for(LONG_BEFORE, topics, place, values! { area, months });
                }
            }
        },
    };

    /// A focus on a role dispute should name a living person who is part of the patient's life now.
    ///
    /// ## Why
    /// Expectations can be made to meet only with somebody who is there. A tie that is over is
    /// grief or a transition.
    ///
    /// ## When it does not apply
    /// Other areas. What was known by the choice counts: a tie that ended during treatment, or a
    /// death, does not make the focus wrong.
    DISPUTE_WITH_SOMEBODY = {
        code: "IPT-061", severity: Warning, clause: Deviation,
        topics: [InitialTasks, Agreements],
        basis: Manual,
        sources: [SourceId::ISIPT_QUESTIONS.at("disputes"), SourceId::SLIDES_ROLE_DISPUTES.at("definition")],
        remedies: [RecordIt, CorrectEntry, ReviewFormulation, JustifyByWaiver],
        record: ["dispute_detailed.person", "dispute_detailed.currently_involved"],
        says: {
            finds DEAD: "The focus on {area} was agreed on {day}, and by the record the other person had died.";
            finds NOT_INVOLVED: "The focus on {area} was agreed on {day}, and by the record the other person was not part of the patient's life \
                any more.";
            lacks WITH_WHOM: "For the focus on {area}, agreed on {day}, the other person is not on record.";
            lacks INVOLVED Note: "The focus on {area} was agreed on {day}, and whether the other person was still part of the patient's life is \
                not on record.";
        },
        check: |ctx, out| {
            let area = ProblemArea::RoleDispute;
            let Some((row, _)) = focus_on(area, ctx, out) else { return };
            let place = Place::Entry(row.seq);
            let Some((at, dispute)) = ctx.last::<DisputeDetailed>() else {
                out.lacks(WITH_WHOM, Topic::InitialTasks, place, values! { area });
                return;
            };
            let listed = || ctx.all::<PersonInventoried>().filter(|(_, entry)| Some(entry.person) == dispute.person);
            let detailed = ctx.all::<DisputeDetailed>().filter(|(_, detail)| detail.person == dispute.person);
            let alive = by_choice(row, listed().filter_map(|(at, entry)| Some((at, entry.alive?))));
            let involved = by_choice(row, detailed.filter_map(|(at, detail)| Some((at, detail.currently_involved?))))
                .or_else(|| by_choice(row, listed().filter_map(|(at, entry)| Some((at, entry.currently_involved?)))));
            let finding = match (alive, involved, dispute.person) {
                (Some(false), ..) => out.finds(DEAD, place, values! { area }),
                (_, Some(false), _) => out.finds(NOT_INVOLVED, place, values! { area }),
                (_, _, None) => out.lacks(WITH_WHOM, Topic::InitialTasks, place, values! { area }),
                (_, None, _) => out.lacks(INVOLVED, Topic::InitialTasks, place, values! { area }),
                (_, Some(true), Some(_)) => return,
            };
            finding.see(Place::Entry(at.seq));
        },
    };

    /// For a role dispute, the expectations of both sides should be on record.
    ///
    /// ## Why
    /// Expectations that do not meet are the core of a dispute; knowing one side is half of it.
    ///
    /// ## When it does not apply
    /// Other areas. What the inventory says of the person counts.
    BOTH_SIDES_EXPECT = {
        code: "IPT-062", severity: Warning, clause: Deviation,
        topics: [InitialTasks, Agreements],
        basis: Manual,
        sources: [SourceId::ISIPT_QUESTIONS.at("disputes"), SourceId::SLIDES_ROLE_DISPUTES.at("expectations")],
        remedies: [RecordIt, DoItNext],
        record: ["dispute_detailed.expectations_of_other", "dispute_detailed.expectations_by_other"],
        says: {
            lacks INCOMPLETE: "For the focus on {area}, agreed on {day}, this was not on record: {missing}.";
        },
        check: |ctx, out| {
            let area = ProblemArea::RoleDispute;
            let Some((row, _)) = focus_on(area, ctx, out) else { return };
            let dispute = ctx.last::<DisputeDetailed>().map(|(_, dispute)| dispute);
            let person = dispute.and_then(|dispute| inventoried(ctx, dispute.person?));
            let said_of = |told: fn(&DisputeDetailed) -> Option<&FreeText>, listed: fn(&PersonInventoried) -> Option<&FreeText>| {
                said(dispute.and_then(told)) || said(person.and_then(listed))
            };
            let of_other = said_of(|it| it.expectations_of_other.as_ref(), |it| it.expectations_of_other.as_ref());
            let by_other = said_of(|it| it.expectations_by_other.as_ref(), |it| it.expectations_by_other.as_ref());
            let missing = open([(Matter::ExpectationsOfOther, !of_other), (Matter::ExpectationsByOther, !by_other)]);
            if !missing.is_empty() {
                out.lacks(INCOMPLETE, Topic::InitialTasks, Place::Entry(row.seq), values! { area, missing });
            }
        },
    };

    /// A focus on a role transition should name the old role, the new role and when the change came.
    ///
    /// ## Why
    /// The work is to take leave of the one and to master the other; without both there is nothing
    /// to cross between. A change that came gradually has no day, so that a missing day alone is a
    /// note.
    ///
    /// ## When it does not apply
    /// Other areas.
    TRANSITION_HAS_ROLES = {
        code: "IPT-063", severity: Warning, clause: Deviation,
        topics: [InitialTasks, Agreements],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("role transitions"), SourceId::CITC_TORONTO.at("role transition")],
        remedies: [RecordIt, ReviewFormulation],
        record: ["transition_detailed.old_role", "transition_detailed.new_role", "transition_detailed.changed"],
        says: {
            lacks ROLES: "For the focus on {area}, agreed on {day}, this was not on record: {missing}.";
            lacks WHEN Note: "For the focus on {area}, agreed on {day}, both roles were on record, and when the change came is not.";
        },
        check: |ctx, out| {
            let area = ProblemArea::RoleTransition;
            let Some((row, _)) = focus_on(area, ctx, out) else { return };
            let detail = ctx.last::<TransitionDetailed>().map(|(_, detail)| detail);
            let missing = open([
                (Matter::OldRole, !said(detail.and_then(|detail| detail.old_role.as_ref()))),
                (Matter::NewRole, !said(detail.and_then(|detail| detail.new_role.as_ref()))),
                (Matter::Changed, detail.is_none_or(|detail| detail.changed.is_none())),
            ]);
            let place = Place::Entry(row.seq);
            if missing == Matter::Changed.into() {
                out.lacks(WHEN, Topic::InitialTasks, place, values! { area });
            } else if !missing.is_empty() {
                out.lacks(ROLES, Topic::InitialTasks, place, values! { area, missing });
            }
        },
    };

    /// Where a role transition began with a death, grief should have been considered as the focus.
    ///
    /// ## Why
    /// Where grief is about deaths, a death that hurts is grief. Life after a death can rightly be
    /// a transition too, which is for those to say who considered both.
    ///
    /// ## When it does not apply
    /// Other areas; protocols without grief, or whose grief asks for no death; when the kind of the
    /// event is not recorded.
    TRANSITION_AFTER_DEATH = {
        code: "IPT-067", severity: Note, clause: Deviation,
        topics: [InitialTasks, Agreements], holds_if_reported: [InitialTasks],
        parameters: ["focus.areas", "focus.grief_requires_death"],
        basis: Practice, sources: [SourceId::GUIDE_NOTES.at("problem areas")],
        remedies: [RecordIt, CorrectEntry, ReviewFormulation, JustifyByWaiver], record: ["area_considered"],
        says: {
            calls_for DEATH: "The focus on {area} was agreed on {day}, its event on record was a death, and whether {grief} was considered as the \
                focus is not on record."
                asks "The event behind the focus on {area}, agreed on {day}, was a death. Was {grief} considered as the focus?";
        },
        check: |ctx, out| {
            let (area, grief) = (ProblemArea::RoleTransition, ProblemArea::Grief);
            let focus = &ctx.spec().focus;
            if !focus.areas.value.contains(grief) || !focus.grief_requires_death.value {
                return out.does_not_apply();
            }
            let Some((row, _)) = focus_on(area, ctx, out) else { return };
            let event = ctx.last::<TransitionDetailed>().and_then(|(at, detail)| Some((at, detail.event?)));
            let Some((at, event)) = event else { return none_shown(Topic::InitialTasks, ctx, out) };
            let considered = ctx.all::<AreaConsidered>().any(|(_, candidate)| candidate.area == grief);
            if event == LifeEvent::Death && !considered {
                let values = values! { area, grief };
                out.calls_for(DEATH, Topic::InitialTasks, Place::Entry(row.seq), values).see(Place::Entry(at.seq));
            }
        },
    };

    /// The person or the change that the focus is about should stand in the inventory or on the timeline.
    ///
    /// ## Why
    /// The focus grows out of both; who or what is missing there may have been missed.
    ///
    /// ## When it does not apply
    /// Deficits; when the detail of the area names nobody and nothing. A change counts as found on
    /// the timeline when an event there is of its kind or of its month.
    FOCUS_IN_INVENTORY = {
        code: "IPT-068", severity: Note, clause: Deviation,
        topics: [InitialTasks, Agreements],
        basis: Design, sources: [SourceId::DESIGN.at("inventory and focus agree")],
        remedies: [RecordIt, CorrectEntry], record: ["person_inventoried", "life_event_recorded"],
        says: {
            lacks PERSON: "The focus on {area} was agreed on {day}, and the person whom it was about is on record neither in the inventory \
                nor on the timeline.";
            lacks CHANGE: "The focus on {area} was agreed on {day}, and no event of the timeline on record matches the change that it was about.";
        },
        check: |ctx, out| {
            let on_timeline = || ctx.all::<LifeEventRecorded>().map(|(_, recorded)| recorded);
            let people = [
                (ProblemArea::Grief, ctx.last::<GriefDetailed>().and_then(|(_, grief)| grief.person)),
                (ProblemArea::RoleDispute, ctx.last::<DisputeDetailed>().and_then(|(_, dispute)| dispute.person)),
            ];
            let mut any = false;
            for (area, person) in people {
                let (Some((row, _)), Some(person)) = (chosen(ctx, area), person) else { continue };
                any = true;
                if inventoried(ctx, person).is_none() && !on_timeline().any(|recorded| recorded.person == Some(person)) {
                    out.lacks(PERSON, Topic::InitialTasks, Place::Entry(row.seq), values! { area });
                }
            }
            let area = ProblemArea::RoleTransition;
            let change = ctx.last::<TransitionDetailed>().and_then(|(_, detail)| Some((detail.event?, detail.changed)));
            if let (Some((row, _)), Some((event, changed))) = (chosen(ctx, area), change) {
                any = true;
                let same_month = |recorded: &LifeEventRecorded| {
                    recorded.when.zip(changed).is_some_and(|(when, changed)| when.months_until(changed) == 0)
                };
                if !on_timeline().any(|recorded| recorded.event == event || same_month(recorded)) {
                    out.lacks(CHANGE, Topic::InitialTasks, Place::Entry(row.seq), values! { area });
                }
            }
            if !any {
                let named = [ProblemArea::Grief, ProblemArea::RoleDispute, area];
                match named.into_iter().find(|&area| chosen(ctx, area).is_some()) {
                    Some(_) => none_shown(Topic::InitialTasks, ctx, out),
                    None => _ = focus_on(area, ctx, out),
                }
            }
        },
    };

    /// Isolation that began with the episode or after it
    ///
    /// ## Why
    /// Isolation that began with the episode or after it may be its consequence; a reader should
    /// see that.
    ///
    /// ## When it does not apply
    /// Areas other than interpersonal deficits; when onset or isolation is not dated, or not
    /// exactly enough to tell.
    DEFICITS_AFTER_ONSET = {
        code: "IPT-073", severity: Note, clause: Event,
        topics: [InitialTasks, Agreements], holds_if_reported: [InitialTasks],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("interpersonal deficits")],
        remedies: [ReviewFormulation, ForInformation],
        says: {
            finds BY_DAY: "The focus on {area} was agreed on {day}, and by the record the isolation began on {since}, not before the onset of the \
                episode ({onset}).";
            finds BY_MONTH: "The focus on {area} was agreed on {day}, and by the dates on record the isolation began after the onset of the \
                episode.";
        },
        check: |ctx, out| {
            let area = ProblemArea::InterpersonalDeficits;
            let Some((row, _)) = focus_on(area, ctx, out) else { return };
            let dated = ctx.last::<OnsetDated>().and_then(|(_, dated)| dated.onset);
            let Some(onset) = dated else { return none_shown(Topic::InitialTasks, ctx, out) };
            let isolation = ctx
                .all::<LifeEventRecorded>()
                .filter(|(_, recorded)| recorded.event == LifeEvent::Isolation)
                .filter_map(|(at, recorded)| Some((at, recorded.when?)));
            let detail = ctx.last::<DeficitsDetailed>().and_then(|(at, detail)| Some((at, detail.since?)));
            let place = Place::Entry(row.seq);
            let mut any = false;
            for (at, since) in isolation.chain(detail) {
                any = true;
                let finding = match (exactly(since), exactly(onset)) {
                    (Some(since), Some(onset)) if since >= onset => {
                        out.finds(BY_DAY, place, values! { area, since, onset })
                    }
                    _ if is_after(since, onset) => out.finds(BY_MONTH, place, values! { area }),
                    _ => continue,
                };
                finding.see(Place::Entry(at.seq));
                return;
            }
            if !any {
                none_shown(Topic::InitialTasks, ctx, out);
            }
        },
    };
}

/// A day that is known to the day.
fn exactly(date: ApproxDate) -> Option<NaiveDate> {
    (date.precision == Precision::Day).then_some(date.on)
}

/// The least number of months from one day to another: of a day that is known only to the year,
/// eleven months may be missing.
fn least_months(from: ApproxDate, to: ApproxDate) -> i32 {
    match from.precision.max(to.precision) {
        Precision::Day | Precision::Month => from.months_until(to),
        Precision::Year => (to.on.year() - from.on.year()) * 12 - 11,
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

/// A focus on grief whose loss is dated: where it was agreed, whether something ties it to the
/// episode, and the day of the loss.
fn dated_grief(ctx: &Ctx<'_>, out: &mut Sink<'_>) -> Option<(FactRow, bool, ApproxDate)> {
    let (row, item) = focus_on(ProblemArea::Grief, ctx, out)?;
    let dated = ctx.last::<GriefDetailed>().and_then(|(_, grief)| {
        let died = || inventoried(ctx, grief.person?)?.died;
        Some((
            row,
            said(grief.maintaining_link.as_ref()) || said(item.link.as_ref()),
            grief.when.or_else(died)?,
        ))
    });
    if dated.is_none() {
        none_shown(Topic::InitialTasks, ctx, out);
    }
    dated
}
