//! Changes of focus, and the share of a second item.

use chrono::NaiveDate;

use super::shared::{MIDDLE, is_blank};
use crate::{
    record::{
        contract::{ContractAgreed, ContractScope},
        focus::{
            FocusAgreed, FocusTrigger, FormulationAnswered, FormulationGiven, PatientResponse,
        },
    },
    rule::{
        Ctx, FactRow, Matter, Matters,
        catalogue::{
            middle::{self, agreements, areas_of, focus_on, notes},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{AreaSet, FocusItem, FocusStatus, Phase, Place, Seq, Severity, Topic},
};

rules! {
    kind: Content;

    /// A second item should take no more than its share of the sessions on the focus.
    ///
    /// ## Why
    /// The first item carries the formulation; when most of the work is elsewhere, the focus is
    /// another one. Both were agreed, two areas often make one story, and the share is our own
    /// number: a note.
    ///
    /// ## When it does not apply
    /// One item alone, and courses that did not get to mid-course. A session on both counts for the
    /// first.
    SECOND_ITEM_HAS_ITS_SHARE = {
        code: "IPT-146", severity: Note, clause: OwnNumber,
        topics: [SessionContent],
        parameters: ["focus.secondary_share", "measurement.review_by", "initial.sessions_usual"],
        basis: Design, sources: [SourceId::DESIGN.at("share of a second item")],
        remedies: [ReviewFormulation, RecordIt],
        says: {
            lacks MOSTLY_SECOND: "Of the {whole} sessions on the focus, {part} took up {second} alone, and not the first item of the focus.";
        },
        check: |ctx, out| {
            let (mut part, mut whole, mut second) = (0_u32, 0_u32, AreaSet::EMPTY);
            for (row, note) in notes(ctx) {
                let Some(focus) = focus_on(ctx, row.on) else { continue };
                let areas = areas_of(note).intersection(focus.areas);
                let Some(primary) = focus.primary.filter(|_| !areas.is_empty()) else { continue };
                second = second.union(focus.areas.without(primary));
                whole += 1;
                part += u32::from(!areas.contains(primary));
            }
            if second.is_empty() || !middle::is_due(ctx, middle::mid_course(ctx)) {
                return out.does_not_apply();
            }
            if ctx.spec().focus.secondary_share.value.of_is_exceeded_by(whole, part) {
                out.lacks(MOSTLY_SECOND, Topic::SessionContent, MIDDLE, values! { part, whole, second });
            }
        },
    };

    /// The focus should not be changed when most of the sessions are over.
    ///
    /// ## Why
    /// A new focus needs time that is no longer there. What comes up at the door is named and held;
    /// it is not begun. With three sessions left a therapist may well ask what remains a concern.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions. Ending an item, or setting one aside, is no
    /// change. A new life event may make another focus the right one: until the last sessions that
    /// is a note.
    NO_LATE_CHANGE_OF_FOCUS = {
        code: "IPT-147", severity: Warning, clause: OwnNumber,
        topics: [Agreements, Sessions], holds_if_reported: [Agreements],
        parameters: ["middle.settled_by", "ending.settled_sessions"],
        basis: Design,
        sources: [
            SourceId::DESIGN.at("late change of focus"), SourceId::KNOWLEDGE.at("last-minute topics"),
            SourceId::CASEBOOK_2012.at("session 13 of 16, in a copy"),
        ],
        remedies: [ReviewFormulation, AgreeAmendment, JustifyByWaiver], record: ["focus_agreed"],
        says: {
            finds LATE: "The focus was changed on {day}, when {part} of the {whole} sessions agreed were used.";
            finds AFTER_EVENT Note: "The focus was changed on {day} because of a new life event, when {part} of the {whole} sessions agreed were \
                used.";
            finds LAST: "The focus was changed on {day}, with {left:session|sessions} left of the {whole} agreed.";
        },
        check: |ctx, out| {
            let share = ctx.spec().middle.settled_by.value;
            let last = ctx.spec().ending.settled_sessions.value;
            for change in changes(ctx).filter(|change| change.row.phase.is_acute()) {
                let place = Place::Entry(change.row.seq);
                let by = |day: NaiveDate| ctx.sessions().iter().rev().find(move |row| row.acute && row.on <= day);
                let Some(row) = by(change.row.on).filter(|row| row.planned > 0) else { continue };
                let (part, whole) = (row.slots, row.planned);
                // The session of the day is one of those that are left.
                let before = change.row.on.pred_opt().and_then(by).map_or(0, |row| row.slots);
                let left = whole.saturating_sub(before);
                let finding = if left <= last {
                    out.finds(LAST, place, values! { left, whole })
                } else if share.of_is_exceeded_by(whole.into(), part.into()) {
                    let event = change.agreed.trigger == Some(FocusTrigger::NewLifeEvent);
                    out.finds(if event { AFTER_EVENT } else { LATE }, place, values! { part, whole })
                } else {
                    if !ctx.reports(Topic::Sessions, change.row.on) {
                        // More of them may have been held.
                        out.cannot_tell(Topic::Sessions, place);
                    }
                    continue;
                };
                finding.see(ctx.place(row));
            }
            if ctx.state().planned().is_none() {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The focus should be changed no more often than the protocol provides for.
    ///
    /// ## Why
    /// A short treatment carries one formulation; a change can be a good decision, one after
    /// another is a sign to take stock.
    ///
    /// ## When it does not apply
    /// Ending an item, setting one aside, taking one up in the phase until which it was set aside,
    /// or moving on from one that is worked through, is no change. How often the focus was changed
    /// before a record that begins in mid-course cannot be told.
    FEW_CHANGES_OF_FOCUS = {
        code: "IPT-148", severity: Warning, clause: OwnNumber,
        topics: [Agreements], holds_if_reported: [Agreements], parameters: ["middle.changes_max"],
        basis: Design, sources: [SourceId::DESIGN.at("changes of focus")],
        remedies: [ReviewFormulation, DiscussInSupervision, JustifyByWaiver], record: ["focus_agreed"],
        says: {
            finds OFTEN: "The focus was changed {found} times, the last time on {day}; the protocol provides for {most:change|changes} at most.";
        },
        check: |ctx, out| {
            let most = u32::from(ctx.spec().middle.changes_max.value);
            let counts = |change: &Change<'_>| {
                change.agreed.trigger != Some(FocusTrigger::WorkedThrough)
                    && taken_up(ctx, change).is_none_or(|it| !it.in_time)
            };
            let changes = changes(ctx).filter(counts);
            let (found, last) = changes.fold((0_u32, None), |(found, _), change| (found + 1, Some(change.row.seq)));
            if let Some(last) = last.filter(|_| found > most) {
                out.finds(OFTEN, Place::Entry(last), values! { found, most });
            } else if ctx.began_midway() {
                out.cannot_tell(Topic::Agreements, Place::Course);
            }
        },
    };

    /// A change of focus must be founded: on a trigger or a reason, a new formulation, and the patient's agreement to it.
    ///
    /// ## Why
    /// The focus is agreed on the basis of a formulation, and so is another one. What is missing is
    /// a deviation; a focus that was changed although the patient rejected its formulation weighs
    /// more, since all variants agree on their focus.
    ///
    /// ## When it does not apply
    /// Ending an item, or setting one aside, is no change. An item that was set aside until a later
    /// phase was part of the formulation; taken up in that phase it needs nothing more, and taken
    /// up before it a trigger or a reason. Where what is missing follows later, it weighs as a
    /// deviation and is made good.
    CHANGE_OF_FOCUS_IS_FOUNDED = {
        code: "IPT-149", severity: Error, clause: Shared,
        topics: [Agreements], holds_if_reported: [Agreements],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated"),
            SourceId::MARKOWITZ_HANDBOOK.at("formulation"),
        ],
        remedies: [RecordIt, ReviewFormulation, AgreeAmendment, JustifyByWaiver],
        record: ["focus_agreed.trigger", "focus_agreed.reason", "formulation_given", "formulation_answered"],
        says: {
            finds REJECTED: "The focus was changed on {day}, and the patient rejected the formulation for it on {other}.";
            calls_for UNFOUNDED Warning: "The focus was changed on {day}; for this change the record lacks: {missing}."
                asks "The focus was changed on {day}. Can {missing|this|these} be added to the record: {missing}?";
        },
        check: |ctx, out| {
            for change in changes(ctx) {
                let place = Place::Entry(change.row.seq);
                let Founding { rejected, missing, later } = founding(ctx, &change);
                let accepted = rejected.and_then(|(_, accepted)| accepted);
                if let Some((rejected, _)) = rejected {
                    let weight = if accepted.is_some() { Severity::Warning } else { Severity::Error };
                    let finding = out.weighing(weight).finds(REJECTED, place, values! {}).see(Place::Entry(rejected));
                    accepted.map(|by| finding.remedied_by(by));
                }
                // Of one change one thing is said that stands.
                if !missing.is_empty() && rejected.is_some() == accepted.is_some() {
                    let finding = out.calls_for(UNFOUNDED, Topic::Agreements, place, values! { missing });
                    later.map(|by| finding.remedied_by(by));
                }
            }
        },
    };

    /// A change of focus by agreement
    ///
    /// ## Why
    /// A change of focus that was talked over and agreed is good practice, and an event that a
    /// reader of the course wants to see.
    ///
    /// ## When it does not apply
    /// A change that lacks what it rests on has a rule of its own. Ending an item, or setting one
    /// aside, is no change.
    FOCUS_CHANGED_BY_AGREEMENT = {
        code: "IPT-151", severity: Note, clause: Event,
        topics: [Agreements], holds_if_reported: [Agreements], parameters: ["focus.parked_until"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated"),
            SourceId::IPTINSTITUTE_MAINTENANCE.at("further problems in maintenance"),
        ],
        remedies: [ForInformation],
        follows_here: ["IPT-147", "IPT-148"],
        says: {
            finds MOVED: "The focus was changed by agreement on {day}, from {before} to {after} ({trigger}).";
            finds CHANGED: "The focus was changed by agreement on {day} ({trigger}).";
            finds WITH_REASON: "The focus was changed by agreement on {day}, with a reason on record.";
            finds TAKEN_UP: "{area} was taken up as a focus by agreement on {day}; on {other} it had been set aside until a later phase ({until}).";
            finds AS_PLANNED: "{area} was taken up as a focus on {day}, as had been agreed on {other}, when it was set aside until then ({until}).";
        },
        check: |ctx, out| {
            for change in changes(ctx) {
                let Founding { rejected, missing, .. } = founding(ctx, &change);
                if rejected.is_some() || !missing.is_empty() {
                    out.does_not_apply();
                    continue;
                }
                let areas = |agreed: &FocusAgreed| active(agreed).filter_map(|item| item.on.area()).collect::<AreaSet>();
                let (before, after) = (areas(change.old), areas(change.agreed));
                let (case, values) = match (taken_up(ctx, &change), change.agreed.trigger) {
                    (Some(TakenUp { area, until, in_time: false }), _) => (TAKEN_UP, values! { area, until }),
                    (Some(TakenUp { area, until, in_time: true }), None) => (AS_PLANNED, values! { area, until }),
                    (None, None) => (WITH_REASON, values! {}),
                    (_, Some(trigger)) if before == after || before.is_empty() || after.is_empty() => {
                        (CHANGED, values! { trigger })
                    }
                    (_, Some(trigger)) => (MOVED, values! { before, after, trigger }),
                };
                out.finds(case, Place::Entry(change.row.seq), values).see(Place::Entry(change.before.seq));
            }
        },
    };
}

/// The focus is changed: an item is active that was not before.
struct Change<'a> {
    before: FactRow,
    old: &'a FocusAgreed,
    row: FactRow,
    agreed: &'a FocusAgreed,
}

fn changes<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Change<'a>> + use<'a> {
    agreements(ctx)
        .zip(agreements(ctx).skip(1))
        .filter_map(|((before, old), (row, agreed))| {
            let changed = active(agreed).any(|item| !active(old).any(|known| same(known, item)));
            changed.then_some(Change {
                before,
                old,
                row,
                agreed,
            })
        })
}

fn active(agreed: &FocusAgreed) -> impl Iterator<Item = &FocusItem> {
    agreed
        .items
        .iter()
        .filter(|item| item.status == FocusStatus::Active)
}

fn same(a: &FocusItem, b: &FocusItem) -> bool {
    a.on == b.on && a.specialisation == b.specialisation
}

/// An area that had been set aside until a phase and was taken up.
struct TakenUp {
    area: crate::ProblemArea,
    /// The phase that was named with it, or the protocol's.
    until: Phase,
    /// Whether that phase had come.
    in_time: bool,
}

/// Whether a change of focus takes up what had been set aside, and nothing else.
fn taken_up(ctx: &Ctx<'_>, change: &Change<'_>) -> Option<TakenUp> {
    let mut new =
        active(change.agreed).filter(|item| !active(change.old).any(|known| same(known, item)));
    let first = new.next()?;
    let until = set_aside(ctx, change, first)?;
    // Of several the one that had to wait longest tells.
    let until = new.try_fold(until, |latest, item| {
        Some(latest.max(set_aside(ctx, change, item)?))
    })?;
    let begun = ctx
        .steps()
        .iter()
        .any(|step| step.to >= until && step.on <= change.row.on);
    let of = |contract: &ContractAgreed| match contract.scope {
        ContractScope::Acute => Phase::Initial,
        ContractScope::Continuation => Phase::Continuation,
        ContractScope::Maintenance => Phase::Maintenance,
    };
    let agreed = ctx
        .all::<ContractAgreed>()
        .any(|(row, contract)| row.on <= change.row.on && of(contract) >= until);
    Some(TakenUp {
        area: first.on.area()?,
        until,
        in_time: change.row.phase >= until || begun || agreed,
    })
}

/// The phase until which an item had been set aside, if it was.
fn set_aside(ctx: &Ctx<'_>, change: &Change<'_>, item: &FocusItem) -> Option<Phase> {
    let before = agreements(ctx).take_while(|(row, _)| row.seq != change.row.seq);
    let known = before
        .flat_map(|(_, agreed)| &agreed.items)
        .filter(|known| known.on == item.on)
        .last()
        .filter(|known| known.status == FocusStatus::Parked)?;
    let named = known.until.and_then(|label| {
        Phase::ALL
            .iter()
            .copied()
            .find(|phase| phase.name() == label.as_str())
    });
    named.or(ctx.spec().focus.parked_until.map(|phase| phase.value))
}

/// What a change of focus rests on.
struct Founding {
    /// The answer by which the patient rejected its formulation, and the one by which they accepted
    /// it later.
    rejected: Option<(Seq, Option<Seq>)>,
    /// What is not on record of what carries it.
    missing: Matters,
    /// What made all of that good later.
    later: Option<Seq>,
}

fn founding(ctx: &Ctx<'_>, change: &Change<'_>) -> Founding {
    let taken_up = taken_up(ctx, change);
    let stated = change.agreed.trigger.is_some()
        || !is_blank(change.agreed.reason.as_ref())
        || taken_up.as_ref().is_some_and(|it| it.in_time);
    let missing = if stated {
        Matters::EMPTY
    } else {
        Matter::Trigger.into()
    };
    let lacks = |matter: Matter, later: Option<FactRow>| Founding {
        rejected: None,
        missing: missing.with(matter),
        later: later.filter(|_| stated).map(|row| row.seq),
    };
    let given = |from: FactRow, until: NaiveDate| {
        let mut given = ctx.all::<FormulationGiven>().map(|(row, _)| row);
        given.rfind(|row| (row.on, row.seq) > (from.on, from.seq) && row.on <= until)
    };
    let Some(formulation) = given(change.before, change.row.on) else {
        if taken_up.is_some() {
            // It was part of the formulation that stands.
            return Founding {
                rejected: None,
                missing,
                later: None,
            };
        }
        return lacks(Matter::NewFormulation, given(change.row, ctx.as_of()));
    };
    let answers = || {
        ctx.all::<FormulationAnswered>()
            .filter(|(row, _)| row.on >= formulation.on)
    };
    // The last answer by the day of the change, or the first that came later.
    let by_then = answers()
        .take_while(|(row, _)| row.on <= change.row.on)
        .last();
    let Some((row, answer)) = by_then.or_else(|| answers().next()) else {
        return lacks(Matter::AgreementToTheNewFormulation, None);
    };
    let accepts = |answer: &FormulationAnswered| {
        matches!(
            answer.response,
            PatientResponse::Accepted | PatientResponse::AcceptedWithChanges
        )
    };
    let mut later =
        answers().filter(|(at, later)| (at.on, at.seq) > (row.on, row.seq) && accepts(later));
    match answer.response {
        PatientResponse::Pending => lacks(
            Matter::AgreementToTheNewFormulation,
            later.next().map(|(row, _)| row),
        ),
        PatientResponse::Rejected => Founding {
            rejected: Some((row.seq, later.next().map(|(row, _)| row.seq))),
            missing,
            later: None,
        },
        PatientResponse::Accepted | PatientResponse::AcceptedWithChanges => Founding {
            rejected: None,
            missing,
            later: None,
        },
    }
}
