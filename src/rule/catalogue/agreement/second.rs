//! A second contract for acute treatment after the first had come to its end.

use crate::{
    record::contract::{ContractAgreed, ContractAmended, ContractScope, TimeFrame},
    rule::{
        Ctx, FactRow, SessionRow,
        catalogue::{focus::comes_later, pace, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Phase, Place},
};

rules! {
    kind: DoseAndTiming;

    /// When the contract has come to its end, acute treatment must not go on in the same course under another without an end.
    ///
    /// ## Why
    /// An end that was stated at the outset is shared by all variants of IPT. A contract that only
    /// leads to a review, agreed once the first had run out or its ending had begun, takes it back.
    /// With an end of its own, after a break in treatment, it is a second treatment: another
    /// course, which names the first.
    ///
    /// ## When it does not apply
    /// Contracts for what follows acute treatment; while the first runs; an extension without a
    /// break; when no session followed.
    ENDED_ONCE = {
        code: "IPT-291", severity: Error, clause: Shared, since: SECOND,
        topics: [Agreements, Sessions], looks_for: [Agreements], holds_if_reported: [Agreements], parameters: ["timing.gap_break"],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated"), SourceId::ISIPT_STRATEGIES.at("time frame")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver], record: ["opened.follows", "contract_amended"],
        says: {
            finds WITHOUT_END: "After the ending under the contract of {other}, it was agreed on {day} to go on without an end, and \
                {found:session|sessions} followed in the same course.";
            finds AFTER_BREAK Warning: "After the ending under the contract of {other}, another contract was agreed on {day}; the session before it was on \
                {last}, {days:day|days} before the next, and {found:session|sessions} followed in the same course.";
        },
        check: |ctx, out| {
            let contracts = ctx.all::<ContractAgreed>().filter(|(_, contract)| contract.scope == ContractScope::Acute);
            let contracts = || contracts.clone().map(|(row, contract)| (row, contract.frame));
            let amended = ctx.all::<ContractAmended>().filter(|(row, _)| !row.phase.has_own_contract());
            let amended = amended.filter_map(|(row, amended)| Some((row, amended.frame?))).filter(|(_, frame)| is_open(*frame));
            for (row, frame) in contracts().chain(amended) {
                out.applies();
                let Some((first, _)) = contracts().rfind(|(other, _)| comes_later(row, *other)) else { continue };
                let since = || ctx.held().filter(|session| row.on <= session.on);
                let (Some(next), Some(last)) = (since().next(), ctx.held().rfind(|session| session.on < row.on)) else { continue };
                if !had_ended(ctx, last, row) {
                    continue;
                }
                let (place, found) = (Place::Entry(row.seq), since().count());
                let finding = if is_open(frame) {
                    out.finds(WITHOUT_END, place, values! { found })
                } else if is_break(ctx, last, next) {
                    let days = pace::between(last.on, next.on);
                    out.finds(AFTER_BREAK, place, values! { last: last.on, days, found })
                } else {
                    continue;
                };
                finding.see(Place::Entry(first.seq));
            }
        },
    };
}

/// Whether a frame sets no end.
const fn is_open(frame: TimeFrame) -> bool {
    matches!(frame, TimeFrame::UntilReview(_))
}

/// Whether acute treatment had come to its end when a contract was agreed: the one before was used
/// up with the last session, or the ending had begun.
fn had_ended(ctx: &Ctx<'_>, last: &SessionRow, contract: FactRow) -> bool {
    last.remaining() == Some(0)
        || ctx
            .steps()
            .iter()
            .any(|step| step.to == Phase::Termination && step.on < contract.on)
}

/// Whether two sessions lie as far apart as a break in treatment.
fn is_break(ctx: &Ctx<'_>, last: &SessionRow, next: &SessionRow) -> bool {
    let [(_, most), ..] = pace::of(ctx).rungs(pace::nth(ctx, last));
    most.is_exceeded(last.on, next.on, pace::cover(ctx))
}
