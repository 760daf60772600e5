//! The numbers of a contract: how the end is fixed, how many sessions, how far apart, until when.

use super::contract::{acute, amendments};
use crate::{
    pace::Interval,
    record::contract::{ContractAmended, TimeFrame},
    rule::{
        catalogue::{delivery, dose::acute_dose, due::bound, focus::mended, pace, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Place, Stated, Topic},
};

rules! {
    kind: DoseAndTiming;

    /// The contract must fix the end in a way that the protocol provides for.
    ///
    /// ## Why
    /// A stated time frame is shared by all variants of IPT; how it is stated is theirs. A contract
    /// that only leads to a review has no end, and where the protocol has one that is an error.
    /// Another way of fixing it is an error where the protocol's source publishes how, and a
    /// warning where that is our reading.
    ///
    /// ## When it does not apply
    /// Without an acute contract.
    FRAME_OF_PROTOCOL = {
        code: "IPT-082", severity: Error, clause: PublishedBound,
        topics: [Agreements], looks_for: [Agreements], holds_if_reported: [Agreements], parameters: ["dose.time_frames"],
        basis: Manual, sources: [SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::TITLE_IV_E.at("fixed length")],
        remedies: [CorrectEntry, AgreeAmendment, ConsiderOtherProtocol, JustifyByWaiver], record: ["contract_amended.frame"],
        says: {
            finds NO_END: "The contract of {day} set no end, only a review after {days:day|days}; in {protocol}, any one of these would set it: {allowed}.";
            finds ANOTHER_WAY: "The contract of {day} set the end in a way ({frame}) that is not one of those in {protocol}: {allowed}.";
        },
        check: |ctx, out| {
            let allowed = ctx.spec().dose.time_frames;
            let Some((row, contract)) = acute(ctx) else { return };
            out.applies();
            let fits = |frame: TimeFrame| allowed.value.contains(frame.kind());
            if fits(contract.frame) {
                return;
            }
            let place = Place::Entry(row.seq);
            let finding = match contract.frame {
                TimeFrame::UntilReview(days) => out.finds(NO_END, place, values! { days, allowed: allowed.value }),
                frame => {
                    let values = values! { frame: frame.kind(), allowed: allowed.value };
                    out.weighing(bound(allowed.basis)).finds(ANOTHER_WAY, place, values)
                }
            };
            mended(finding, amendments(ctx, row).find(|(_, amended)| amended.frame.is_some_and(fits)).map(|(at, _)| at.seq));
        },
    };

    /// The number of sessions agreed on, or of weeks, must lie within the protocol's range.
    ///
    /// ## Why
    /// The dose is part of what was tested. A contract outside the range is a warning; a course
    /// that is said to be completed on it is an error where the source publishes the range and no
    /// agreed amendment covers it.
    ///
    /// ## When it does not apply
    /// Contracts that fix neither a number of sessions nor weeks. Weeks beside a number of sessions
    /// follow from the spacing. Amendments have rules of their own. Who joins a group after its
    /// start agrees on the rest of it.
    DOSE_OF_PROTOCOL = {
        code: "IPT-083", severity: Error, clause: PublishedBound,
        topics: [Agreements], looks_for: [Agreements], holds_if_reported: [Agreements], parameters: ["dose.sessions", "dose.weeks"],
        basis: Manual,
        sources: [
            SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::WEISSMAN_2000.at("ch. 7"),
            SourceId::IPS_2020.at("12 to 20"),
        ],
        remedies: [CorrectEntry, AgreeAmendment, ConsiderOtherProtocol, JustifyByWaiver], record: ["contract_amended.frame"],
        says: {
            finds OUTSIDE Warning: "The contract of {day} was for {found:session|sessions}; {protocol} provides for {range}.";
            finds OUTSIDE_WEEKS Warning: "The contract of {day} was for {found:week|weeks}; {protocol} provides for {range}.";
            finds COMPLETED_WEEKS: "The course was closed as completed, and its contract, that of {day}, was for {found:week|weeks}; {protocol} provides for {range}.";
            finds COMPLETED: "The course was closed as completed, and its contract, that of {day}, was for {found:session|sessions}; {protocol} provides for {range}.";
        },
        check: |ctx, out| {
            let range = acute_dose(ctx.spec());
            let Some((row, contract)) = acute(ctx) else { return };
            out.applies();
            let (range, cases, in_unit): (_, _, fn(TimeFrame) -> Option<u16>) = match contract.frame {
                TimeFrame::Weeks(_) => (ctx.spec().dose.weeks, [OUTSIDE_WEEKS, COMPLETED_WEEKS], TimeFrame::weeks),
                _ => (range, [OUTSIDE, COMPLETED], TimeFrame::sessions),
            };
            let Some(found) = in_unit(contract.frame) else { return out.does_not_apply() };
            let is_in_weeks = matches!(contract.frame, TimeFrame::Weeks(_));
            let rest = found.saturating_add(if is_in_weeks { 0 } else { delivery::before_member(ctx) });
            // Where a later phase is numbered with the main track, one contract may be for both.
            let whole = if is_in_weeks { range.value } else { ctx.spec().dose.sessions.value };
            if [range.value, whole].iter().any(|span| span.contains(found) || span.contains(rest)) {
                return;
            }
            let agreed = |amended: &ContractAmended| amended.frame.is_some() && amended.patient_agreed != Stated::NotDone;
            let covering = || amendments(ctx, row).filter(|(_, amended)| agreed(amended));
            // That nothing covers it is known only where agreements are reported.
            let uncovered = covering().next().is_none() && ctx.reporting().contains(Topic::Agreements);
            let (place, values) = (Place::Entry(row.seq), values! { found, least: range.value.min, most: range.value.max });
            let finding = if ctx.completion().is_some() && uncovered {
                out.weighing(bound(range.basis)).finds(cases[1], place, values)
            } else {
                out.finds(cases[0], place, values)
            };
            let within = |amended: &ContractAmended| amended.frame.and_then(in_unit).is_some_and(|n| range.value.contains(n));
            mended(finding, covering().find(|(_, amended)| within(amended)).map(|(at, _)| at.seq));
        },
    };

    /// The spacing agreed on should be that of the protocol.
    ///
    /// ## Why
    /// Acute treatment is weekly, in some protocols twice weekly as well: close enough to keep the
    /// thread.
    ///
    /// ## When it does not apply
    /// Contracts without a spacing; protocols without a cadence.
    SPACING_OF_PROTOCOL = {
        code: "IPT-084", severity: Warning, clause: Deviation,
        topics: [Agreements], looks_for: [Agreements], holds_if_reported: [Agreements],
        parameters: ["cadence", "timing.twice_weekly"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        says: {
            finds OUTSIDE: "The contract of {day} set the sessions {found:day|days} apart; {protocol} provides for a spacing of {range} \
                days.";
        },
        check: |ctx, out| {
            let Some((row, contract)) = acute(ctx) else { return };
            let cadence = &ctx.spec().cadence;
            let closest = cadence.iter().map(|stretch| stretch.days / stretch.sessions.max(1)).min();
            let widest = cadence.iter().map(|stretch| stretch.days.div_ceil(stretch.sessions.max(1))).max();
            let (Some(least), Some(most)) = (closest, widest) else { return out.does_not_apply() };
            let Some(found) = contract.interval_days else { return };
            out.applies();
            let least = if ctx.spec().timing.twice_weekly.value { least / 2 } else { least };
            if found < least || found > most {
                out.finds(OUTSIDE, Place::Entry(row.seq), values! { found, least, most });
            }
        },
    };

    /// The planned end should fit the number of sessions and their spacing.
    ///
    /// ## Why
    /// A day that does not follow from the numbers is a slip, or something that was not said.
    ///
    /// ## When it does not apply
    /// Contracts without a day, a number of sessions or a spacing; those agreed before the first
    /// session; records that begin in mid-course. Days of an announced break, a pause or a stay in
    /// hospital do not count. In a protocol that widens the spacing, the wider intervals do.
    END_FITS_NUMBERS = {
        code: END_FITS_NUMBERS, severity: Note, clause: OwnNumber,
        topics: [Agreements, Sessions, Contacts], looks_for: [Agreements], holds_if_reported: [Agreements, Sessions],
        parameters: ["timing.planned_end_weeks", "timing.taper", "cadence"],
        basis: Design, sources: [SourceId::DESIGN.at("planned end")],
        remedies: [CorrectEntry, AgreeAmendment],
        says: {
            lacks EARLIER: "The contract of {day} planned the last session for {ends}, {days:day|days} before the day to which its \
                {sessions:session|sessions} led ({expected}).";
            lacks LATER: "The contract of {day} planned the last session for {ends}, {days:day|days} after the day to which its \
                {sessions:session|sessions} led ({expected}), and no break that explains it is on record.";
        },
        check: |ctx, out| {
            let Some((row, contract)) = acute(ctx) else { return };
            let Some(sessions) = contract.frame.sessions().filter(|_| !ctx.began_midway()) else {
                return out.does_not_apply();
            };
            let (Some(ends), Some(interval)) = (contract.ends_on, contract.interval_days) else { return };
            out.applies();
            let Some(first) = ctx.held().next() else { return out.has_none(Topic::Sessions) };
            // Before treatment began, nobody knew on which day it would.
            if row.on < first.on {
                return out.does_not_apply();
            }
            let pace = pace::of(ctx);
            let span = pace.span(sessions, Interval::every(interval));
            let Some(expected) = first.on.checked_add_days(chrono::Days::new(span.into())) else { return };
            let fits = pace.planned_end(sessions, Interval::every(interval));
            let (place, days) = (Place::Entry(row.seq), (ends - expected).num_days().abs());
            // The first session on record is the first only where sessions are reported.
            if fits.least.is_undercut(first.on, ends) {
                out.lacks(EARLIER, Topic::Sessions, place, values! { ends, days, sessions, expected });
            // A break that is known beforehand moves the end.
            } else if fits.most.is_exceeded(first.on, ends, pace::cover(ctx)) {
                out.lacks(LATER, [Topic::Contacts, Topic::Sessions], place, values! { ends, days, sessions, expected });
            }
        },
    };
}
