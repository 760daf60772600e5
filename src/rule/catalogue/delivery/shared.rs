//! What the rules about delivery read: the sessions of the main treatment and beside it, and what
//! was agreed about the end.

use super::super::pace;
use crate::{
    protocol::GroupEntry,
    record::{contract::ContractAmended, session::SessionKind},
    rule::{Ctx, FactRow, SessionRow},
    vocabulary::{Phase, Track},
};

/// The sessions held of the main treatment: those of acute treatment, and those of later phases
/// that the protocol numbers with them. What was held in the assessment lies before it.
pub(super) fn main_track<'a>(
    ctx: &Ctx<'a>,
) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
    let protocol = ctx.protocol();
    let within = move |row: &SessionRow| {
        row.acute && row.phase != Phase::Assessment
            || row.track == Track::Main
                && protocol
                    .phase(row.phase)
                    .is_some_and(|phase| phase.typical.is_some())
    };
    ctx.sessions()
        .iter()
        .filter(move |row| row.held && within(row))
}

/// The amendments by which a frame or a last day was agreed anew, in order.
pub(super) fn amendments<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = FactRow> + use<'a> {
    ctx.all::<ContractAmended>()
        .filter(|(_, amended)| amended.moves_the_end())
        .map(|(row, _)| row)
}

/// The sessions beyond the weeks after which the protocol ends treatment. One given to a crisis is
/// not held against them.
pub(super) fn beyond_weeks<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    let until = pace::of(ctx).weeks().zip(main_track(ctx).next());
    let until = until.map(|(weeks, first)| weeks.last(first.on, pace::cover(ctx)));
    main_track(ctx).filter(move |row| {
        until.is_some_and(|until| row.on > until) && row.kind != SessionKind::Crisis
    })
}

/// The first of them, if nothing that was agreed by then covers it.
pub(in crate::rule::catalogue) fn past_weeks<'a>(ctx: &Ctx<'a>) -> Option<&'a SessionRow> {
    let late = beyond_weeks(ctx).next()?;
    (!amendments(ctx).any(|row| row.on <= late.on)).then_some(late)
}

/// The first session of a group that is on record for a member. One who missed the first sessions
/// had joined all the same.
pub(super) fn first_of_group<'a>(track: Track, ctx: &Ctx<'a>) -> Option<&'a SessionRow> {
    // A member who missed the first sessions had joined all the same.
    let is_treatment = |row: &SessionRow| {
        let named = row.written(ctx.course).and_then(|note| note.phase);
        row.phase != Phase::Assessment || named.is_some_and(|phase| phase != Phase::Assessment)
    };
    ctx.sessions()
        .iter()
        .find(|row| row.track == track && is_treatment(row))
}

/// The sessions of a group that lay before its member's first: the member's treatment is the rest.
/// None where members come and go, each with a count of their own.
pub(in crate::rule::catalogue) fn before_member(ctx: &Ctx<'_>) -> u16 {
    let ends_together = ctx.spec().format.is_group()
        && ctx
            .spec()
            .group
            .is_some_and(|group| group.entry.value != GroupEntry::Rolling);
    if !ends_together || ctx.began_midway() {
        return 0;
    }
    first_of_group(Track::Main, ctx)
        .and_then(|first| first.written(ctx.course)?.group_number)
        .map_or(0, |number| number.saturating_sub(1))
}
