//! Work on interpersonal deficits.

use super::shared::{due_by, ended_without, tells};
use crate::{
    record::{FactKind, focus::DeficitsDetailed, inventory::LifeEventRecorded},
    rule::{
        catalogue::{
            middle::{self, worked_by},
            rules,
        },
        needed, values,
    },
    source::SourceId,
    vocabulary::{Place, ProblemArea::InterpersonalDeficits, Topic},
};

rules! {
    kind: Content;

    /// With deficits, life events should be asked about again by mid-course.
    ///
    /// ## Why
    /// Deficits are chosen when no event explains the episode. By when to ask again is our own
    /// number, so that a question asked later is a note.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far.
    DEFICITS_EVENTS_REASKED = {
        code: "IPT-143", severity: Warning, clause: OwnNumber,
        topics: [SessionContent], parameters: ["measurement.review_by", "initial.sessions_usual"],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("deficits"), SourceId::DESIGN.at("by when")],
        remedies: [DoItNext, RecordIt], record: ["session.events_reasked"],
        says: {
            lacks BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, it was not on record that life events had been asked about \
                again.";
            lacks NEVER: "The {middle} ended, and it was not on record that life events had been asked about again.";
        },
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, InterpersonalDeficits) {
                return out.does_not_apply();
            }
            let by = middle::mid_course(ctx);
            let due = (InterpersonalDeficits.into(), by);
            due_by(ctx, out, [BY_THEN, NEVER], due, Topic::SessionContent, &[FactKind::Session], |day, held| {
                (!worked_by(ctx, day).events_reasked).then(|| values! { held })
            });
        },
    };

    /// With deficits, a new life event should make the focus a question.
    ///
    /// ## Why
    /// Deficits are chosen when no event explains the episode. An event that comes up changes that.
    ///
    /// ## When it does not apply
    /// Other areas; until another session was held. A focus agreed anew, a formulation, an area
    /// considered, or a review counts from the day of the event on.
    NEW_EVENT_REOPENS_FOCUS = {
        code: "IPT-152", severity: Warning, clause: Deviation, since: SECOND,
        topics: [Agreements, Measures, InitialTasks], holds_if_reported: [InitialTasks],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("deficits")],
        remedies: [ReviewFormulation, RecordIt], record: ["focus_agreed", "review_held"],
        says: {
            calls_for NOT_LOOKED_AT: "A life event was recorded on {day} ({event}), and no later look at the focus on {area} is on record."
                asks "A life event was recorded on {day} ({event}). Does the focus on {area} still hold?";
        },
        check: |ctx, out| {
            let since = middle::agreed_since(ctx, InterpersonalDeficits);
            let Some(since) = since.filter(|_| middle::is_worked_on(ctx, InterpersonalDeficits)) else {
                return out.does_not_apply();
            };
            let looks = [FactKind::FocusAgreed, FactKind::FormulationGiven, FactKind::AreaConsidered, FactKind::ReviewHeld];
            for (row, recorded) in ctx.all::<LifeEventRecorded>().filter(|(row, _)| row.on > since) {
                let looked = looks.into_iter().any(|kind| ctx.facts(kind).any(|(later, _)| later.on >= row.on));
                if !looked && ctx.held().any(|session| session.on > row.on) {
                    let topics = [Topic::Measures, Topic::Agreements, Topic::InitialTasks];
                    let values = values! { event: recorded.event, area: InterpersonalDeficits };
                    out.calls_for(NOT_LOOKED_AT, topics, Place::Entry(row.seq), values);
                }
            }
        },
    };

    /// With deficits, past ties, patterns and the tie to the therapist should be looked at before the middle phase ends.
    ///
    /// ## Why
    /// Where no event explains the episode, the way in which the patient deals with people,
    /// therapist included, is the material.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off. In a group, and where the
    /// patient works alone, the tie to the therapist is not asked for.
    DEFICITS_PATTERNS_NAMED = {
        code: "IPT-144", severity: Warning, clause: Deviation,
        topics: [SessionContent, InitialTasks], parameters: ["format"],
        basis: Practice,
        sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies"), SourceId::TEXTBOOK_TABLES.at("deficits")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies", "deficits_detailed.patterns"],
        says: {
            lacks NEVER: "The {middle} ended without work on record on {missing|this topic|these topics}: {missing}.";
        },
        check: |ctx, out| {
            let named = tells(ctx, |detail: &DeficitsDetailed| detail.patterns.as_ref());
            ended_without(ctx, out, NEVER, &needed::DEFICITS_PATTERNS, Some(named));
        },
    };

    /// With deficits, contact should be tried and looked at before the middle phase ends.
    ///
    /// ## Why
    /// Isolation does not yield to talk; an attempt that was looked at afterwards does more.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off. What was agreed for the time
    /// between sessions counts where it was something to try with people, and no diary or
    /// assignment.
    DEFICITS_CONTACT_TRIED = {
        code: "IPT-145", severity: Warning, clause: Deviation,
        topics: [SessionContent, InitialTasks],
        basis: Practice,
        sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("new ties"), SourceId::DESIGN.at("tried and reviewed")],
        remedies: [RecordIt, DoItNext], record: ["session.agreed", "session.reviewed", "deficits_detailed.contacts"],
        says: {
            lacks NEVER: "The {middle} ended, and it is not on record that the patient tried a contact with other people and that it was talked over afterwards.";
        },
        check: |ctx, out| {
            let contacts = tells(ctx, |detail: &DeficitsDetailed| detail.contacts.as_ref());
            ended_without(ctx, out, NEVER, &needed::DEFICITS_CONTACT, Some(contacts));
        },
    };
}
