//! Gaps between acute sessions, and stretches of several.

use chrono::NaiveDate;

use super::missed;
use crate::{
    pace::{Interval, Rung},
    record::contract::{ContractAgreed, ContractAmended},
    rule::{
        Ctx, SessionRow,
        catalogue::pace::{self, between, covered},
    },
    vocabulary::{Phase, Place},
};

/// The time between two sessions, or from the last one until now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap<'a> {
    /// The session before it.
    pub(super) after: &'a SessionRow,
    /// The session that ends it; none if it is still open.
    pub(super) before: Option<&'a SessionRow>,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Gap<'_> {
    pub(super) fn days(&self) -> u32 {
        between(self.from, self.to)
    }

    pub(super) fn place(&self, ctx: &Ctx<'_>) -> Place {
        ctx.place(self.before.unwrap_or(self.after))
    }

    pub(super) fn covered(&self, ctx: &Ctx<'_>) -> u32 {
        covered(ctx, self.from, self.to)
    }

    /// The highest rung that the days reach which nothing covers, and the days up to which it is
    /// not reached.
    pub(super) fn rung(&self, ctx: &Ctx<'_>) -> Option<(Rung, u32)> {
        let session = pace::nth(ctx, self.before.unwrap_or(self.after));
        let (rung, most) = pace::of(ctx)
            .rungs(session)
            .into_iter()
            .find(|(_, most)| most.is_exceeded(self.from, self.to, pace::cover(ctx)))?;
        Some((rung, most.days))
    }

    /// The days that the protocol lets pass in silence, if more of them did in a row, and nothing
    /// was decided.
    pub(super) fn silence(&self, ctx: &Ctx<'_>) -> Option<u32> {
        let timing = &ctx.spec().timing;
        // Where sessions are far apart by agreement, silence is longer too.
        let apart = widest_interval(ctx, self.to).limit(timing.gap_break.value);
        let limit = apart.max(timing.silence_days.value.into());
        let mut from = self.from;
        while from < self.to && !missed::was_decided(ctx, self.from, self.to) {
            let next = missed::next_contact(ctx, from)
                .filter(|&day| day < self.to)
                .unwrap_or(self.to);
            if between(from, next).saturating_sub(covered(ctx, from, next)) > limit {
                return Some(limit);
            }
            from = next;
        }
        None
    }
}

/// The gaps between acute sessions. What lies between the assessment and treatment is a wait, not a
/// gap; a session of another track ends a gap.
pub(super) fn gaps<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Gap<'a>> + use<'a> {
    stretches(ctx, 1).map(
        |Stretch {
             first: after,
             last: before,
             ..
         }| {
            let from = before.previous.unwrap_or(after.on);
            Gap {
                after,
                before: Some(before),
                from,
                to: before.on,
            }
        },
    )
}

/// The time since the last session, while acute treatment runs and more sessions are due.
pub(super) fn open_gap<'a>(ctx: &Ctx<'a>) -> Option<Gap<'a>> {
    let state = ctx.state();
    let after = ctx.held().next_back()?;
    let runs = state.phase().is_acute()
        && after.phase != Phase::Assessment
        && state.remaining() != Some(0);
    let from = state.last_held().unwrap_or(after.on);
    (runs && from < ctx.as_of()).then(|| Gap {
        after,
        before: None,
        from,
        to: ctx.as_of(),
    })
}

/// Several acute sessions in a row, as many gaps as the pace is looked at over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) first: &'a SessionRow,
    pub(super) last: &'a SessionRow,
    pub(super) gaps: u16,
}

/// The stretches of so many gaps.
pub(super) fn stretches<'a>(
    ctx: &Ctx<'a>,
    gaps: u16,
) -> impl Iterator<Item = Stretch<'a>> + use<'a> {
    let pairs = ctx.held().zip(ctx.held().skip(gaps.into()));
    pairs
        .filter(|(first, _)| first.phase != Phase::Assessment)
        // A day that stands in for a month is no measure of time.
        .filter(|(first, last)| first.dated && last.dated)
        .map(move |(first, last)| Stretch { first, last, gaps })
}

/// Those over which the pace is looked at.
pub(super) fn paced<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Stretch<'a>> + use<'a> {
    stretches(ctx, ctx.spec().timing.pace_gaps.value.max(1))
}

impl Stretch<'_> {
    pub(super) fn days(&self) -> u32 {
        between(self.first.on, self.last.on)
    }

    pub(super) fn covered(&self, ctx: &Ctx<'_>) -> u32 {
        covered(ctx, self.first.on, self.last.on)
    }

    pub(super) fn holds(&self, gap: &Gap<'_>) -> bool {
        self.first.on <= gap.from && gap.before.is_some() && gap.to <= self.last.on
    }

    /// The most days at the pace in force, if the stretch took more and no gap in it is long by
    /// itself.
    pub(super) fn drift(&self, ctx: &Ctx<'_>) -> Option<u32> {
        let [first, last] = [self.first, self.last].map(|row| pace::nth(ctx, row));
        let most = pace::of(ctx).over(first, last).most;
        let long = pace::of(ctx).long_within(first, last);
        let drifts = most.is_exceeded(self.first.on, self.last.on, pace::cover(ctx))
            && !gaps(ctx)
                .filter(|gap| self.holds(gap))
                .any(|gap| long.is_exceeded(gap.from, gap.to, pace::cover(ctx)));
        drifts.then_some(most.days)
    }
}

/// The widest interval that applies on a day: the protocol's or that of any contract.
fn widest_interval(ctx: &Ctx<'_>, day: NaiveDate) -> Interval {
    let agreed = ctx
        .all::<ContractAgreed>()
        .map(|(row, agreed)| (row.on, agreed.interval_days));
    let amended = ctx
        .all::<ContractAmended>()
        .map(|(row, amended)| (row.on, amended.interval_days));
    let days = agreed
        .chain(amended)
        .filter(|&(on, _)| on <= day)
        .filter_map(|(_, days)| days)
        .max();
    let protocol = pace::of(ctx).usual(ctx.state().held().max(1));
    days.map_or(protocol, |days| protocol.wider(Interval::every(days)))
}
