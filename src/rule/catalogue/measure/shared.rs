//! The scores of a course, scale by scale.

use chrono::NaiveDate;

use crate::{
    course::history::ScoreRow,
    measure::{Instrument, InstrumentId, ScoreSource},
    rule::Ctx,
};

/// All scores by day, those of session notes and those outside sessions.
pub(super) fn scores<'a>(ctx: &Ctx<'a>) -> core::slice::Iter<'a, ScoreRow> {
    ctx.history.scores.iter()
}

/// Those on one instrument.
pub(super) fn scores_on<'a>(
    ctx: &Ctx<'a>,
    instrument: InstrumentId,
) -> impl Iterator<Item = &'a ScoreRow> + use<'a> {
    scores(ctx).filter(move |row| row.score.instrument == instrument)
}

/// A total, with the score that it is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Total<'a> {
    pub(super) total: u16,
    pub(super) row: &'a ScoreRow,
}

/// The totals from one source, which can be compared.
pub(super) fn totals<'a>(
    ctx: &Ctx<'a>,
    source: ScoreSource,
) -> impl Iterator<Item = Total<'a>> + use<'a> {
    let total = |row: &'a ScoreRow| {
        Some(Total {
            total: row.total?,
            row,
        })
    };
    scores(ctx)
        .filter(move |row| row.source == source)
        .filter_map(total)
}

/// From where there are totals on instruments that the crate knows, in the order in which they
/// were first used.
pub(super) fn sources<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (ScoreSource, &'static Instrument)> + use<'a> {
    let ctx = *ctx;
    let is_first = move |row: &&ScoreRow| {
        totals(&ctx, row.source)
            .next()
            .is_some_and(|first| core::ptr::eq(first.row, *row))
    };
    scores(&ctx)
        .filter(is_first)
        .filter_map(|row| Some((row.source, Instrument::get(row.score.instrument)?)))
}

/// The first and the last total from one source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change<'a> {
    pub(super) instrument: &'static Instrument,
    pub(super) first: Total<'a>,
    pub(super) last: Total<'a>,
}

/// The changes until a day, from each source of which one can be told.
pub(super) fn changes<'a>(
    ctx: &Ctx<'a>,
    day: NaiveDate,
) -> impl Iterator<Item = Change<'a>> + use<'a> {
    let ctx = *ctx;
    sources(&ctx).filter_map(move |(source, instrument)| {
        let mut totals = totals(&ctx, source).take_while(|it| it.row.on <= day);
        let (first, last) = (totals.next()?, totals.last()?);
        instrument.reduction(first.total, last.total)?;
        Some(Change {
            instrument,
            first,
            last,
        })
    })
}
