//! Spacing as the record has it: which interval was agreed, and which days are covered.

use chrono::NaiveDate;

pub(super) use crate::base::days::between;
use crate::{
    base::days::DaySpan,
    course::cover::Stretch,
    pace::{Interval, Nth, Pace, covered as count},
    rule::{Ctx, SessionRow},
    vocabulary::Seq,
};

/// What the protocol allows.
pub(super) fn of<'a>(ctx: &Ctx<'a>) -> Pace<'a> {
    Pace::of(ctx.protocol())
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

/// A session with the interval that was agreed for it.
pub(super) fn nth(ctx: &Ctx<'_>, row: &SessionRow) -> Nth {
    Nth {
        number: row.ordinal,
        agreed: agreed_interval(ctx, row.on).map(|(_, agreed)| agreed),
    }
}

/// What a pause, an admission or an announced break covers.
pub(super) fn cover<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = DaySpan> + Clone + use<'a> {
    ctx.history.covered.iter().copied().map(Stretch::span)
}

/// The days of a stretch of time that are covered.
pub(super) fn covered(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> u32 {
    count::days(cover(ctx), from, to)
}
