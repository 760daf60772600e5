//! What is agreed for continuation and maintenance.

use chrono::NaiveDate;

use super::shared::{came_there, maintained, none_held, own_contracts, phase_of, was_in};
use crate::{
    machine::{Guard, region::FocusRegion},
    record::{
        contract::{ContractAgreed, ContractAmended, ContractScope},
        session::SessionKind,
    },
    rule::{Ctx, FactRow, Matter, Matters, StepRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{Phase, Place, Topic},
};

rules! {
    kind: Maintenance;

    /// Continuation and maintenance must begin with a contract of their own, which says how often, how long, and what for.
    ///
    /// ## Why
    /// Acute treatment keeps its end when what follows is agreed anew. A contract that leaves
    /// frequency or aim open is a warning; its length is part of every contract. A focus says what
    /// the sessions are for: it may be another than in acute treatment, and it may be several.
    ///
    /// ## When it does not apply
    /// Courses without continuation or maintenance.
    OWN_CONTRACT_COMPLETE = {
        code: "IPT-220", severity: Error, clause: Shared,
        topics: [Agreements],
        basis: Manual,
        sources: [
            SourceId::TITLE_IV_E.at("maintenance has its own contract"), SourceId::TITLE_IV_E.at("focus of maintenance"),
            SourceId::MAINTENANCE_REVIEW.at("focus"),
        ],
        remedies: [RecordIt, AgreeAmendment, JustifyByWaiver], record: ["contract_agreed", "focus_agreed"],
        says: {
            lacks NO_CONTRACT: "{phase} began on {day}, and no contract of its own is on record.";
            lacks OPEN Warning: "The contract for {phase} of {day} left open {missing}.";
            lacks NO_FOCUS Note: "{phase} had its first session on {first}, and no focus is on record.";
        },
        check: |ctx, out| {
            if !came_there(ctx) {
                return out.does_not_apply();
            }
            if ctx.history.judged.contains(Guard::OwnContractAgreed) {
                let says = |step: &StepRow| (NO_CONTRACT, values! { phase: step.to });
                out.condition(Guard::OwnContractAgreed, Topic::Agreements, says);
            }
            // A record that begins in the phase has no step into it; its contract may be older.
            let from_before = |step: &&StepRow| {
                step.unknown.contains(Guard::OwnContractRuns) && ctx.entered(step.to).is_none()
            };
            if let Some(step) = ctx.steps().iter().find(from_before) {
                out.cannot_tell(Topic::Agreements, ctx.place_of(step.seq));
            }
            for (row, contract) in own_contracts(ctx) {
                let parts =
                    [(contract.interval_days.is_some(), Matter::IntervalDays), (contract.aim.is_some(), Matter::Aim)];
                let missing: Matters = parts.into_iter().filter(|&(there, _)| !there).map(|(_, part)| part).collect();
                if !missing.is_empty() {
                    let values = values! { phase: phase_of(contract.scope), missing };
                    out.lacks(OPEN, Topic::Agreements, Place::Entry(row.seq), values);
                }
            }
            if let Some(row) = maintained(ctx).next().filter(|_| ctx.state().focus() != FocusRegion::Agreed) {
                let place = if ctx.began_midway() { Place::Course } else { ctx.place(row) };
                out.lacks(NO_FOCUS, Topic::Agreements, place, values! { phase: row.phase, first: row.on });
            }
        },
    };

    /// Maintenance sessions should be agreed neither closer together nor further apart than the protocol provides for.
    ///
    /// ## Why
    /// Trials met weekly to monthly and found no difference; closer, it is acute treatment again,
    /// and further apart a relapse is seen late. The widest interval is our own number.
    ///
    /// ## When it does not apply
    /// Courses without maintenance, and contracts and amendments of maintenance that name no
    /// interval.
    MAINTENANCE_FREQUENCY = {
        code: "IPT-228", severity: Warning, clause: OwnNumber,
        topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["maintenance.interval_days"],
        basis: Trial, sources: [SourceId::FRANK_2007.at("frequencies"), SourceId::DESIGN.at("the widest interval")],
        remedies: [AgreeAmendment, JustifyByWaiver],
        says: {
            finds OUTSIDE: "By what was agreed on {day}, the sessions of maintenance were to be {found:day|days} apart; the protocol provides for \
                {least} to {most} days.";
        },
        check: |ctx, out| {
            let within = ctx.spec().maintenance.interval_days.value;
            let agreed = own_contracts(ctx)
                .filter(|(_, contract)| contract.scope == ContractScope::Maintenance)
                .filter_map(|(row, contract)| Some((row, contract.interval_days?)));
            let amended = ctx.all::<ContractAmended>().filter(|(row, _)| row.phase == Phase::Maintenance);
            let amended = amended.filter_map(|(row, amended)| Some((row, amended.interval_days?)));
            let mut intervals = agreed.chain(amended).peekable();
            if intervals.peek().is_none() {
                return if was_in(ctx, Phase::Maintenance) { out.has_none(Topic::Agreements) } else { out.does_not_apply() };
            }
            for (row, found) in intervals.filter(|&(_, days)| !within.contains(days)) {
                out.finds(OUTSIDE, Place::Entry(row.seq), values! { found, least: within.min, most: within.max });
            }
        },
    };

    /// No session of continuation or maintenance should lie beyond its contract.
    ///
    /// ## Why
    /// What follows acute treatment has a length of its own, which is agreed and may be agreed
    /// anew; more of it than was agreed is not decided by anybody. No source sets that length, as
    /// it does for acute treatment, so that it is a warning.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions, sessions given to a crisis, and sessions without a
    /// contract of their own, which have a rule for that. Agreed anew after the session, the
    /// finding stays and is marked as remedied.
    WITHIN_OWN_CONTRACT = {
        code: "IPT-267", severity: Warning, clause: Deviation,
        topics: [Agreements, Sessions], holds_if_reported: [Sessions],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("maintenance has its own contract")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        says: {
            lacks BEYOND: "The session of {day} was number {found} under the contract for {phase} of {agreed}, which provided for {most}.";
        },
        check: |ctx, out| {
            let mut any = false;
            for (at, contract) in own_contracts(ctx) {
                let phase = phase_of(contract.scope);
                let next = own_contracts(ctx).find(|(later, other)| later.seq > at.seq && other.scope == contract.scope);
                let within = maintained(ctx)
                    .filter(|row| row.phase == phase && row.kind != SessionKind::Crisis && row.on >= at.on)
                    .filter(|row| next.is_none_or(|(next, _)| row.on < next.on));
                let planned = |day| length_on(ctx, contract, at, day);
                let mut numbered = (1_u16..).zip(within).filter_map(|(n, row)| Some((n, row, planned(row.on)?))).peekable();
                any |= numbered.peek().is_some();
                let Some((found, row, most)) = numbered.find(|&(n, _, most)| n > most) else { continue };
                let values = values! { found, most, phase, agreed: at.on };
                let finding = out.lacks(BEYOND, Topic::Agreements, ctx.place(row), values);
                let later = ctx.all::<ContractAmended>().find(|(amended, _)| {
                    amended.on > row.on && planned(amended.on).is_some_and(|most| found <= most)
                });
                if let Some((amended, _)) = later {
                    finding.remedied_by(amended.seq);
                }
            }
            if !any {
                none_held(ctx, out);
            }
        },
    };
}

/// The number of sessions of a contract as it was amended until a day, if it fixes one.
fn length_on(ctx: &Ctx<'_>, contract: &ContractAgreed, at: FactRow, day: NaiveDate) -> Option<u16> {
    let amended = ctx
        .all::<ContractAmended>()
        .filter(|(row, _)| row.seq > at.seq && row.phase.has_own_contract() && row.on <= day);
    let frame = amended.filter_map(|(_, amended)| amended.frame).next_back();
    frame.unwrap_or(contract.frame).sessions()
}
