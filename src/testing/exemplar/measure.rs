//! The scores of an exemplary course: the patient gets well, and stays well.

use alloc::vec::Vec;

use super::Draft;
use crate::{
    measure::{Direction, Instrument, InstrumentId, ItemAnswer, Score},
    plan::{schedule::Slot, work},
    protocol::MeasureSpec,
    vocabulary::Stated,
};

/// Taken where the protocol names no measure: free, and in use for depression everywhere.
const PHQ_9: InstrumentId = InstrumentId::PHQ_9;

/// The range of an instrument that the registry does not know.
const UNKNOWN: (u16, u16) = (0, 27);

impl Draft<'_> {
    /// The scores of a session of the main track. The first measure is taken in each session, the
    /// others when they are due.
    pub(super) fn scores(&self, slot: Slot) -> Vec<Score> {
        let mut scores = Vec::new();
        for (i, measure) in self.measures().enumerate() {
            if i == 0 || self.plan.is_due(measure, slot) {
                scores.push(self.score(measure.instrument, slot));
            }
        }
        if scores.is_empty() {
            scores.push(self.score(PHQ_9, slot));
        }
        if slot.number == 1 {
            self.scores_at_entry(&mut scores);
        }
        scores
    }

    /// What the protocol asks of scores at entry, met.
    fn scores_at_entry(&self, scores: &mut Vec<Score>) {
        for entry in &*self.protocol.spec().entry_scores {
            if !scores
                .iter()
                .any(|score| score.instrument == entry.instrument)
            {
                scores.push(written(
                    entry.instrument,
                    self.at_entry(entry.instrument, ill(entry.instrument)),
                ));
            }
        }
    }

    /// A total, moved into what the protocol asks of that instrument at entry.
    fn at_entry(&self, instrument: InstrumentId, total: u16) -> u16 {
        let asked = self
            .protocol
            .spec()
            .entry_scores
            .iter()
            .filter(|entry| entry.instrument == instrument);
        asked.fold(total, |total, entry| {
            total
                .max(entry.min.unwrap_or(0))
                .min(entry.max.unwrap_or(u16::MAX))
        })
    }

    /// The score of a session after the main track.
    pub(super) fn score_when_well(&self) -> Score {
        let instrument = self.instrument();
        written(instrument, well(instrument))
    }

    /// The measure that is taken throughout.
    fn instrument(&self) -> InstrumentId {
        self.measures()
            .next()
            .map_or(PHQ_9, |measure| measure.instrument)
    }

    fn measures(&self) -> impl Iterator<Item = &MeasureSpec> {
        work::measures(self.protocol)
    }

    fn score(&self, instrument: InstrumentId, slot: Slot) -> Score {
        let end = well(instrument);
        let start = if self.begins_in_remission() {
            end
        } else {
            self.at_entry(instrument, ill(instrument))
        };
        // Half of the way is gone by the review, more where that is no response yet; the rest by
        // the end.
        let response = self.protocol.spec().measurement.review_response.value;
        let responds =
            |total: &u16| response.is_reached_by(start.abs_diff(*total).into(), start.into());
        let half = [between(start, end, 1, 2), between(start, end, 3, 4)]
            .into_iter()
            .find(responds)
            .unwrap_or(end);
        let last = u16::try_from(self.plan.slots.len()).unwrap_or(u16::MAX);
        let review = self.review_in().unwrap_or(last);
        let total = if slot.number >= last && last > 1 {
            // The course is closed as remitted, however few its sessions are.
            end
        } else if slot.number <= review {
            between(start, half, slot.number - 1, review.saturating_sub(1))
        } else {
            between(half, end, slot.number - review, last.saturating_sub(review))
        };
        written(instrument, total)
    }

    /// The session in which progress is reviewed, in a course that has room for a review.
    pub(super) fn review_in(&self) -> Option<u16> {
        self.plan.review_in(self.protocol)
    }
}

fn written(instrument: InstrumentId, total: u16) -> Score {
    let score = Score::new(instrument, total).with_fed_back(Stated::Done);
    let asks_of_self_harm =
        Instrument::get(instrument).is_some_and(|instrument| instrument.self_harm.is_some());
    if asks_of_self_harm {
        score.with_self_harm_item(ItemAnswer::Denied)
    } else {
        score
    }
}

/// The total of somebody ill: two thirds of the way to the worst, 18 of 27.
fn ill(instrument: InstrumentId) -> u16 {
    at(instrument, 2, 3)
}

/// The total of somebody well: three twentieths of the way to the worst, 4 of 27, and better than
/// what remission asks for.
fn well(instrument: InstrumentId) -> u16 {
    let total = at(instrument, 3, 20);
    let Some(known) = Instrument::get(instrument) else {
        return total;
    };
    match (known.remission, known.direction) {
        (Some(remission), Direction::HigherIsWorse) => total.min(remission.value),
        (Some(remission), Direction::HigherIsBetter) => total.max(remission.value),
        (None, _) => total,
    }
}

/// The total that lies so far from the best end of the range towards the worst.
fn at(instrument: InstrumentId, part: u32, of: u32) -> u16 {
    let known = Instrument::get(instrument);
    let (min, max) = known.map_or(UNKNOWN, |known| (known.min(), known.max()));
    let way = u16::try_from(u32::from(max - min) * part / of).unwrap_or(0);
    match known.map(|known| known.direction) {
        Some(Direction::HigherIsBetter) => max - way,
        _ => min + way,
    }
}

/// The number that lies `step` of `steps` on the way from one to another.
fn between(from: u16, to: u16, step: u16, steps: u16) -> u16 {
    let way = u32::from(from.abs_diff(to)) * u32::from(step.min(steps)) / u32::from(steps.max(1));
    let way = u16::try_from(way).unwrap_or(0);
    if to < from { from - way } else { from + way }
}
