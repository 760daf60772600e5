//! Totals, the item about self-harm, and totals of one day.

use crate::{
    course::history::ScoreRow,
    measure::{Instrument, ItemAnswer, ScoreStatus},
    rule::{catalogue::rules, values},
    source::SourceId,
};

rules! {
    kind: Record;

    /// A total and the answer to the self-harm item of the same form must be possible together.
    ///
    /// ## Why
    /// A total that cannot be reached with the item denied means that the item may have been
    /// endorsed, and nobody was asked. One too low for an endorsed item means that one of the two is
    /// wrong.
    ///
    /// ## When it does not apply
    /// Scores without an answer to the item, instruments that have none, and those of which the
    /// points of the item are not known.
    TOTAL_FITS_ITEM = {
        code: "IPT-304", severity: Error, clause: Integrity, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("total and item")],
        remedies: [CorrectEntry, AskDirectly],
        says: {
            finds DENIED: "The total on {instrument} was {found} on {day} with the self-harm item denied; with that answer the total is at \
                most {most}.";
            finds ENDORSED Warning: "The total on {instrument} was {found} on {day} with the self-harm item endorsed; with that answer the \
                total is at least {least}.";
            finds LEFT_OUT Warning: "The total on {instrument} was {found} on {day} with the self-harm item left out; the other items give \
                at most {most}.";
        },
        check: |ctx, out| {
            for row in &ctx.history.scores {
                let (Some(found), Some(answer)) = (row.score.total, row.score.self_harm_item) else { continue };
                let instrument = row.score.instrument;
                let Some((least, most)) = Instrument::get(instrument).and_then(|it| it.totals_with(answer)) else { continue };
                let case = match answer {
                    ItemAnswer::Endorsed if found < least => ENDORSED,
                    ItemAnswer::Denied if found > most => DENIED,
                    // A total that was worked out for the whole makes up for the item.
                    ItemAnswer::NotAnswered if found > most && row.score.status != Some(ScoreStatus::Prorated) => LEFT_OUT,
                    _ => continue,
                };
                out.finds(case, ctx.place_of(row.seq), values! { instrument, found, least, most });
            }
        },
    };

    /// On one day one rater should have given one total on a scale.
    ///
    /// ## Why
    /// Where two totals stand side by side, the course of symptoms hangs on which of them is read.
    ///
    /// ## When it does not apply
    /// Scores that do not say who gave the ratings, for two people may have. Scales that are known
    /// not to be validated, which are often given at the beginning and at the end of a session.
    ONE_TOTAL_A_DAY = {
        code: "IPT-315", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("totals of one day")],
        remedies: [CorrectEntry],
        says: {
            finds TWO: "For {day} two totals on {instrument} were recorded with the same kind of rater ({rater}): {before} and {found}.";
        },
        check: |ctx, out| {
            let rows = &ctx.history.scores;
            for (at, row) in rows.iter().enumerate() {
                let (Some(rater), Some(found)) = (row.score.rater, row.score.total) else { continue };
                let instrument = row.score.instrument;
                if Instrument::get(instrument).is_some_and(|known| !known.validated) {
                    continue;
                }
                let mut same_day = rows[..at].iter().rev().take_while(|other| other.on == row.on);
                if let Some((other, before)) = same_day.find_map(|other| Some((other, differ_in_total(other, row)?))) {
                    let values = values! { instrument, rater, before, found };
                    out.finds(TWO, ctx.place_of(row.seq), values).see(ctx.place_of(other.seq));
                }
            }
        },
    };
}

/// The total of another score of one scale, one version, one rater and one informant, if it differs.
fn differ_in_total(other: &ScoreRow, one: &ScoreRow) -> Option<u16> {
    let is_of_one =
        other.score.rater == one.score.rater && other.score.source() == one.score.source();
    other
        .score
        .total
        .filter(|total| is_of_one && Some(*total) != one.score.total)
}
