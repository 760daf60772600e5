//! How fast sessions follow each other: the interval in force, what covers days, and how days are
//! counted.

use chrono::{Days, NaiveDate};

use crate::{
    course::cover::{self, Stretch},
    protocol::Interval,
    rule::{Ctx, SessionRow},
    vocabulary::Seq,
};

/// The interval that the protocol has before a session.
pub(super) fn of_protocol(ctx: &Ctx<'_>, session: u16) -> Interval {
    ctx.protocol().interval(session)
}

/// The days that the protocol has from one session to another, stretch by stretch.
pub(super) fn days_of_protocol(ctx: &Ctx<'_>, first: u16, last: u16) -> u32 {
    let (mut days, mut run) = (0_u32, 0);
    for session in first.saturating_add(1)..=last {
        run += 1;
        let interval = of_protocol(ctx, session);
        // Within a stretch intervals are added up before they are rounded.
        if session == last || of_protocol(ctx, session.saturating_add(1)) != interval {
            days = days.saturating_add(interval.of(run).limit_once());
            run = 0;
        }
    }
    days
}

/// The interval that the acute contract in force on a day names, and the entry that does.
pub(super) fn agreed_interval(ctx: &Ctx<'_>, day: NaiveDate) -> Option<(Seq, Interval)> {
    let latest = ctx
        .history
        .intervals
        .iter()
        .rev()
        .find(|row| row.on <= day)?;
    Some((latest.seq, Interval::every(latest.days)))
}

/// The interval in force before a session: the contract's, else the protocol's. Where the protocol
/// widens the spacing, the wider.
pub(super) fn interval(ctx: &Ctx<'_>, row: &SessionRow) -> Interval {
    ctx.protocol().interval_in_force(
        row.ordinal,
        agreed_interval(ctx, row.on).map(|(_, agreed)| agreed),
    )
}

/// The days of a stretch of time that a pause, an admission or an announced break covers.
pub(super) fn covered(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> u32 {
    cover::covered_days(
        ctx.history.covered.iter().copied().map(Stretch::span),
        from,
        to,
    )
}

/// Days from one day to another; none if it lies before.
pub(super) fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// The day that lies so many days later.
pub(super) fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}
