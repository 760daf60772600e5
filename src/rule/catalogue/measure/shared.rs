//! The scores of a course, scale by scale.

use chrono::NaiveDate;

use crate::{
    course::history::ScoreRow,
    measure::{Instrument, InstrumentId},
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

/// The instruments that the crate knows, in the order in which they were first used.
pub(super) fn instruments<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = &'static Instrument> + use<'a> {
    let ctx = *ctx;
    let is_first = move |row: &&ScoreRow| {
        scores_on(&ctx, row.score.instrument)
            .next()
            .is_some_and(|first| core::ptr::eq(first, *row))
    };
    scores(&ctx)
        .filter(is_first)
        .filter_map(|row| Instrument::get(row.score.instrument))
}

/// The first and the last score on an instrument.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change<'a> {
    pub(super) instrument: &'static Instrument,
    pub(super) first: &'a ScoreRow,
    pub(super) last: &'a ScoreRow,
}

/// The changes until a day, on each instrument on which one can be told.
pub(super) fn changes<'a>(
    ctx: &Ctx<'a>,
    day: NaiveDate,
) -> impl Iterator<Item = Change<'a>> + use<'a> {
    let ctx = *ctx;
    instruments(&ctx).filter_map(move |instrument| {
        let mut scores = scores_on(&ctx, instrument.id).take_while(|row| row.on <= day);
        let (first, last) = (scores.next()?, scores.last()?);
        instrument.reduction(first.score.total, last.score.total)?;
        Some(Change {
            instrument,
            first,
            last,
        })
    })
}
