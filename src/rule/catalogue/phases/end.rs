//! How acute treatment ends: when the ending begins, how long it is, whether it is left again, and
//! what the contract leaves over.

use super::super::{
    dose::{self, Weeks},
    due::bound,
    pace, rules,
};
use crate::{
    machine::Guard,
    record::{
        contract::{ContractAgreed, ContractAmended, TimeFrame},
        ending::{Closed, EndMode},
        session::SessionKind,
    },
    rule::{Ctx, SessionRow, Sink, values},
    source::SourceId,
    vocabulary::{EndingTask, Phase, Place, Severity, Task, Topic, Track},
};

rules! {
    kind: Ending;

    /// The ending should begin when no more sessions are left than the ending is long.
    ///
    /// ## Why
    /// An ending that begins earlier takes sessions from the work on the focus. It harms nobody.
    ///
    /// ## When it does not apply
    /// When an early end was agreed, or the contract fixes no number of sessions, or ends with
    /// weeks if these are reached first. What was agreed on the day itself counts.
    ENDING_NEAR_THE_END = {
        code: "IPT-103", severity: Note, clause: Deviation, kind: DoseAndTiming,
        topics: [Sessions], parameters: ["ending.sessions_max"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::MARKOWITZ_WEISSMAN_2004.at("phases")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        follows_here: ["IPT-011"],
        says: {
            finds EARLY: "The {ending} began on {day} with {left:session|sessions} of the contract left; {protocol} allows at most {most}.";
        },
        check: |ctx, out| {
            let most = ctx.spec().ending.sessions_max.value;
            out.condition(Guard::EndIsNear, Topic::Sessions, |step| (EARLY, values! { left: step.left.unwrap_or(0), most }));
        },
    };

    /// A completed course should have the number of ending sessions that the protocol asks for.
    ///
    /// ## Why
    /// Feelings about the end, a look back and plans for what comes take more than a last hour.
    /// After an early end that was agreed, fewer may be enough.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and protocols without an ending. A session whose
    /// note holds tasks of the ending is one of it, whatever phase it names. Where agreements are
    /// not reported in full, the ending may have begun unwritten.
    ENDING_LONG_ENOUGH = {
        code: ENDING_LONG_ENOUGH, severity: Warning, clause: Deviation,
        topics: [Sessions, Agreements],
        parameters: ["phases", "ending.sessions_min", "ending.sessions_min_early"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::STUART_ROBERTSON_2012.at("ch. 3"),
            SourceId::DESIGN.at("ending of an early end"),
        ],
        remedies: [CorrectEntry, JustifyByWaiver],
        says: {
            lacks SHORT: "The course was closed as completed on {day} with {found:session|sessions} of the {ending} on record; {protocol} asks for \
                {least} at least.";
        },
        check: |ctx, out| {
            let ends = ctx.protocol().phase(Phase::Termination).is_some();
            let Some((closing, closed)) = ctx.completion().filter(|_| ends) else { return out.does_not_apply() };
            let least = pace::of(ctx).ending_least(closed.mode == EndMode::CompletedEarlyByAgreement).sessions;
            let by_content = ctx.held().filter(|row| works_on_the_end(ctx, row)).count();
            let found = usize::from(ctx.state().ending_held()).max(by_content);
            if found < least.into() {
                let topics = [Topic::Agreements, Topic::Sessions];
                out.lacks(SHORT, topics, Place::Entry(closing.seq), values! { found, least });
            }
        },
    };

    /// Treatment should go back from the ending to the middle phase only after an agreed extension.
    ///
    /// ## Why
    /// The contract keeps the end; moving it is agreed openly. Sessions beyond the contract have a
    /// rule of their own.
    ///
    /// ## When it does not apply
    /// Courses that do not go back. An extension on the day itself counts, one to which the patient
    /// did not agree does not, and a frame that fixes no number of sessions counts as longer.
    BACK_FROM_ENDING = {
        code: "IPT-105", severity: Warning, clause: Deviation, kind: Order,
        topics: [Agreements],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        says: {
            calls_for WENT_BACK: "On {day} treatment went back from the {ending} to the {middle}, and no agreed extension was on record by then."
                asks "On {day} treatment went back from the {ending} to the {middle}. Was an extension agreed?";
        },
        check: |_, out| out.condition(Guard::ExtendedBefore, Topic::Agreements, |_| (WENT_BACK, values! {})),
    };

    /// A course that is closed as contracted must have used what was contracted.
    ///
    /// ## Why
    /// Ended before the contract is a different end: early by agreement, or by one side. With more
    /// than the protocol's share of the contract left, the agreed time frame, which all variants
    /// share, was not the frame of this course. Of sessions and weeks the first one reached ends a
    /// contract that fixes both.
    ///
    /// ## When it does not apply
    /// Other ways to end; contracts that lead to a review. Weeks that were nearly over are over.
    END_MODE_FITS_CONTRACT = {
        code: "IPT-106", severity: Error, clause: Shared,
        topics: [Sessions], parameters: ["middle.late_share", "timing.planned_end_weeks"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::DESIGN.at("end modes")],
        remedies: [CorrectEntry, AgreeAmendment],
        says: {
            lacks SESSIONS_LEFT Warning: "The course was closed on {day} as completed as agreed, with {left} of the {planned} sessions of the contract not used.";
            lacks MOST_LEFT: "The course was closed on {day} as completed as agreed, with {left} of the {planned} sessions of the contract not used.";
            lacks WEEKS_LEFT Warning: "The course was closed on {day} as completed as agreed, {days:day|days} after its first session; the contract was \
                for {weeks:week|weeks}.";
            lacks MOST_WEEKS_LEFT: "The course was closed on {day} as completed as agreed, {days:day|days} after its first session; the contract was \
                for {weeks:week|weeks}.";
        },
        check: |ctx, out| {
            let as_contracted = |closed: &Closed| closed.mode == EndMode::CompletedAsContracted;
            let closing = ctx.closing().filter(|(_, closed)| as_contracted(closed));
            let from_acute = |seq| ctx.steps().iter().any(|step| step.seq == seq && step.from.is_acute());
            let Some((row, _)) = closing.filter(|(row, _)| from_acute(row.seq)) else { return out.does_not_apply() };
            if dose::used(ctx).is_none() {
                return out.cannot_tell(Topic::Sessions, Place::Entry(row.seq));
            }
            let weeks = dose::weeks_reached(ctx);
            if weeks.as_ref().is_some_and(|weeks| weeks.reached) {
                return;
            }
            let share = ctx.spec().middle.late_share.value;
            let place = Place::Entry(row.seq);
            let (left, planned) = (ctx.state().remaining(), ctx.state().planned());
            if let (Some(left), Some(planned)) = (left, planned) {
                if left > 0 {
                    let case = if share.of_is_exceeded_by(planned.into(), left.into()) { MOST_LEFT } else { SESSIONS_LEFT };
                    out.lacks(case, Topic::Sessions, place, values! { left, planned });
                }
            } else if let Some(Weeks { agreed: weeks, first, .. }) = weeks {
                let (days, whole) = (pace::between(first, row.on), u32::from(weeks) * 7);
                let is_most = share.of_is_exceeded_by(whole, whole.saturating_sub(days));
                let case = if is_most { MOST_WEEKS_LEFT } else { WEEKS_LEFT };
                out.lacks(case, Topic::Sessions, place, values! { days, weeks });
            } else {
                out.does_not_apply();
            }
        },
    };

    /// No session that counts must lie beyond the contract or, where that fixes no number, beyond the protocol's range.
    ///
    /// ## Why
    /// The time limit is part of the treatment; more sessions are agreed before they are held. One
    /// beyond it is a warning.
    ///
    /// ## When it does not apply
    /// Sessions that did not take place, that lie beside the main track, or that were given to a
    /// crisis. More sessions that were agreed on the day itself count.
    WITHIN_CONTRACT = {
        code: "IPT-107", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        topics: [Sessions, Agreements], holds_if_reported: [Sessions], parameters: ["dose.sessions", "phases"],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::LUTY_2007.at("16 weeks, 8 to 19 sessions")],
        remedies: [CorrectEntry, AgreeAmendment, ConsiderOtherProtocol, JustifyByWaiver], record: ["contract_amended"],
        follows: ["IPT-291"],
        says: {
            calls_for ONE_BEYOND Warning: "The session of {day} lay beyond the {planned} sessions of the contract, and no extension was on record by then."
                asks "The session of {day} lay beyond the {planned} sessions of the contract. Was an extension agreed?";
            calls_for BEYOND: "From {from} to {day}, {found:session|sessions} lay beyond the {planned} sessions of the contract, and no extension was on \
                record when they were held."
                asks "From {from} to {day}, {found:session|sessions} lay beyond the {planned} sessions of the contract. Was an extension agreed?";
            calls_for BEYOND_COUNTED: "By {day}, {held:session|sessions} had been held and {counted:session|sessions} not held that {counted|counts|count} by \
                the contract: {found} more than its {planned}, and no extension was on record by then."
                asks "By {day}, {held:session|sessions} had been held and {counted:session|sessions} not held that {counted|counts|count} by the \
                contract: {found} more than its {planned}. Was an extension agreed?";
            calls_for BEYOND_RANGE: "By {day}, {found:session|sessions} had been held, and neither a number of sessions nor a later end was agreed on \
                record; {protocol} has {most} at most."
                asks "By {day}, {found:session|sessions} had been held; {protocol} has {most} at most. What was agreed about the number?";
        },
        check: |ctx, out| {
            let is_fixed = ctx.all::<ContractAgreed>().any(|(_, contract)| contract.frame.sessions().is_some())
                || ctx.all::<ContractAmended>().any(|(_, amended)| amended.frame.and_then(TimeFrame::sessions).is_some());
            if !is_fixed {
                return beyond_the_range(BEYOND_RANGE, ctx, out);
            }
            // What was given to a crisis before is not taken from the sessions that were agreed.
            let unmet = || ctx.steps().iter().filter(|step| step.unmet.contains(Guard::WithinContract));
            let has_crises = dose::crises_by(ctx, ctx.as_of()) > 0;
            let is_beyond = |nth: usize, on| !has_crises || nth > dose::crises_by(ctx, on).into();
            let beyond = || unmet().zip(1..).filter(|&(step, nth)| is_beyond(nth, step.on)).map(|(step, _)| step);
            let row = |seq| ctx.sessions().iter().find(|row| row.seq == seq);
            let (Some(first), Some(last)) = (beyond().next(), beyond().last()) else { return };
            let (found, planned) = (beyond().count(), row(last.seq).map_or(0, |row| row.planned));
            let place = ctx.place_of(last.seq);
            let by_then = || ctx.sessions().iter().filter(|row| row.acute && row.counts && row.kind != SessionKind::Crisis && row.on <= last.on);
            let (counted, held) = (by_then().filter(|row| !row.held).count(), by_then().filter(|row| row.held).count());
            if counted > 0 {
                let weight = if found == 1 { Severity::Warning } else { Severity::Error };
                let values = values! { held, counted, found, planned };
                out.weighing(weight).calls_for(BEYOND_COUNTED, Topic::Agreements, place, values);
            } else if found == 1 {
                out.calls_for(ONE_BEYOND, Topic::Agreements, place, values! { planned });
            } else {
                let values = values! { from: first.on, found, planned };
                out.calls_for(BEYOND, Topic::Agreements, place, values).see(ctx.place_of(first.seq));
            }
        },
    };
}

/// Whether the note of a session holds work on the end beyond announcing it.
fn works_on_the_end(ctx: &Ctx<'_>, row: &SessionRow) -> bool {
    let announced = EndingTask::AnnounceEnd;
    ctx.note(row).is_some_and(|note| {
        note.tasks.iter().any(|task| {
            matches!(task.task, Task::Ending(of) if of != announced && task.status.is_done())
        })
    })
}

/// Calls for an agreement where no contract fixes a number and more sessions were held than the
/// protocol's range has.
fn beyond_the_range(case: &str, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    // Later phases may be numbered with the main track, and what was held in the assessment lies
    // before it.
    let is_numbered = |row: &SessionRow| {
        row.acute && row.phase != Phase::Assessment
            || row.track == Track::Main
                && ctx
                    .protocol()
                    .phase(row.phase)
                    .is_some_and(|phase| phase.typical.is_some())
    };
    let counted = || {
        ctx.sessions()
            .iter()
            .filter(|row| row.held && row.kind != SessionKind::Crisis && is_numbered(row))
    };
    let range = ctx.spec().dose.sessions;
    let (found, most) = (counted().count(), range.value.max);
    let Some(last) = counted().next_back() else {
        return out.has_none(Topic::Sessions);
    };
    let moved = ctx
        .all::<ContractAmended>()
        .any(|(_, amended)| amended.moves_the_end());
    if found > usize::from(most) && !moved {
        out.weighing(bound(range.basis)).calls_for(
            case,
            Topic::Agreements,
            ctx.place(last),
            values! { found, most },
        );
    }
}
