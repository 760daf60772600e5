//! Totals and the item about self-harm.

use crate::{
    measure::{Instrument, ItemAnswer},
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
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("the record fits together: total and item")],
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
                let (instrument, found) = (row.score.instrument, row.score.total);
                let Some(answer) = row.score.self_harm_item else { continue };
                let Some((least, most)) = Instrument::get(instrument).and_then(|it| it.totals_with(answer)) else { continue };
                let case = match answer {
                    ItemAnswer::Endorsed if found < least => ENDORSED,
                    ItemAnswer::Denied if found > most => DENIED,
                    ItemAnswer::NotAnswered if found > most => LEFT_OUT,
                    _ => continue,
                };
                out.finds(case, ctx.place_of(row.seq), values! { instrument, found, least, most });
            }
        },
    };
}
