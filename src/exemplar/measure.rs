//! The scores of an exemplary course: they fall, and stay low.

use alloc::vec::Vec;

use super::{
    Draft,
    plan::{Slot, asked},
};
use crate::{
    measure::{Instrument, InstrumentId, ItemAnswer, Score},
    protocol::{Cadence, MeasureSpec},
    task::Stated,
};

/// Taken where the protocol names no measure: free, and in use for depression everywhere.
const PHQ_9: InstrumentId = InstrumentId::from_static("phq-9");

/// The range of an instrument that the registry does not know.
const UNKNOWN: (u16, u16) = (0, 27);

impl Draft<'_> {
    /// The scores of a session of the main track. The first measure is taken in each session, the others when they are due.
    pub(super) fn scores(&self, slot: Slot) -> Vec<Score> {
        let mut scores = Vec::new();
        for (i, measure) in self.measures().enumerate() {
            if i == 0 || self.is_due(measure, slot) {
                scores.push(self.score(measure.instrument, slot));
            }
        }
        if scores.is_empty() {
            scores.push(self.score(PHQ_9, slot));
        }
        scores
    }

    /// The score of a session after the main track.
    pub(super) fn low_score(&self) -> Score {
        let instrument = self.instrument();
        written(instrument, low(range(instrument)))
    }

    /// The measure that is taken throughout.
    fn instrument(&self) -> InstrumentId {
        self.measures().next().map_or(PHQ_9, |measure| measure.instrument)
    }

    fn measures(&self) -> impl Iterator<Item = &MeasureSpec> {
        self.protocol.spec().measures.iter().filter(|measure| asked(measure.level))
    }

    fn is_due(&self, measure: &MeasureSpec, slot: Slot) -> bool {
        let last = self.plan.slots.len();
        if slot.number == 1 || usize::from(slot.number) == last {
            return true;
        }
        let every = measure.every.unwrap_or(1).max(1);
        match measure.cadence {
            Cadence::EverySession | Cadence::Daily => true,
            Cadence::BeforeAndAfter => false,
            Cadence::EverySessions => (slot.number - 1) % every == 0,
            Cadence::EveryWeeks => {
                // Due in the session after which the next would come too late.
                let first = self.plan.slots.first().map_or(slot.day, |first| first.day);
                let next = self.plan.slots.get(usize::from(slot.number)).map_or(slot.day, |next| next.day);
                let periods = |day: chrono::NaiveDate| (day - first).num_days() / (7 * i64::from(every));
                periods(next) > periods(slot.day) || (slot.day - first).num_days() % (7 * i64::from(every)) == 0
            }
        }
    }

    fn score(&self, instrument: InstrumentId, slot: Slot) -> Score {
        let range = range(instrument);
        let (low, high) = (low(range), if self.begins_in_remission() { low(range) } else { high(range) });
        // Half of the way is gone by the review, so that the review finds a response; the rest by the end.
        let half = low + (high - low) / 2;
        let last = u16::try_from(self.plan.slots.len()).unwrap_or(u16::MAX);
        let review = self.review_in().unwrap_or(last);
        let total = if slot.number <= review {
            between(high, half, slot.number - 1, review.saturating_sub(1))
        } else {
            between(half, low, slot.number - review, last.saturating_sub(review))
        };
        written(instrument, total)
    }

    /// The session in which progress is reviewed, in a course that has room for a review.
    pub(super) fn review_in(&self) -> Option<u16> {
        let last = u16::try_from(self.plan.slots.len()).unwrap_or(u16::MAX);
        let by = self.protocol.spec().measurement.review_by.value;
        let before_ending = self.ending_slots().first().map_or(last, |slot| slot.number).saturating_sub(1);
        Some(by.min(before_ending)).filter(|&session| session > 1)
    }
}

fn written(instrument: InstrumentId, total: u16) -> Score {
    let score = Score::new(instrument, total).with_fed_back(Stated::Done);
    if instrument == PHQ_9 { score.with_self_harm_item(ItemAnswer::Denied) } else { score }
}

fn range(instrument: InstrumentId) -> (u16, u16) {
    Instrument::find(instrument).map_or(UNKNOWN, |instrument| (instrument.min, instrument.max))
}

/// Two thirds of the range: 18 of 27.
fn high((min, max): (u16, u16)) -> u16 {
    min + (max - min) / 3 * 2
}

/// Three twentieths of the range: 4 of 27.
fn low((min, max): (u16, u16)) -> u16 {
    let width = u32::from(max - min) * 3 / 20;
    min + u16::try_from(width).unwrap_or(0)
}

/// The number that lies `step` of `steps` on the way down from one to another.
fn between(from: u16, to: u16, step: u16, steps: u16) -> u16 {
    let fall = u32::from(from - to) * u32::from(step.min(steps)) / u32::from(steps.max(1));
    from - u16::try_from(fall).unwrap_or(0)
}
