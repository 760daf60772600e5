//! What is known of an instrument, and the questions it answers about totals.

use super::{Change, InstrumentId, ItemAnswer, Rater};
use crate::{
    base::{set::vocabulary, unknown::NameError},
    source::{Basis, Citation, Cited},
};

/// Where a number stands, and what kind of text that is.
pub(super) type Ground = (Citation, Basis);

const fn cited<T: Copy>(value: T, (source, basis): Ground) -> Cited<T> {
    Cited {
        value,
        source,
        basis,
    }
}

vocabulary! {
    /// Which end of an instrument is the better one.
    pub closed enum Direction {
        /// A higher total means more symptoms or more impairment.
        HigherIsWorse = "higher_is_worse",
        /// A higher total means better functioning.
        HigherIsBetter = "higher_is_better",
    }
}

vocabulary! {
    /// What an instrument is about.
    pub open enum Domain {
        /// Depressive symptoms, low mood included.
        Depression = "depression",
        /// Symptoms of anxiety.
        Anxiety = "anxiety",
        /// Posttraumatic symptoms.
        PosttraumaticStress = "ptsd",
        /// Manic symptoms.
        Mania = "mania",
        /// Eating-disorder symptoms.
        Eating = "eating",
        /// General psychological distress.
        Distress = "distress",
        /// Work, social or global functioning.
        Function = "function",
    }
}

/// The item of an instrument that asks about self-harm or suicide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SelfHarmItem {
    /// The number of the item in the instrument, from 1.
    pub number: u8,
    /// The lowest answer that asks for an enquiry.
    pub asks_from: u8,
    /// The lowest and the highest answer, where the total is the sum of the items.
    pub points: Option<(u8, u8)>,
    /// Whether the recorded answer may also be that of a question beside the total.
    pub beside_total: bool,
}

/// What is known of an instrument: numbers, each with its citation, and no item text.
///
/// Every question takes totals as they were scored. A total out of range is never clamped: what
/// depends on it cannot be told and is `None`, as is everything for which no number was found.
///
/// ```
/// use interpersonal::measure::{Instrument, InstrumentId};
///
/// let phq = Instrument::get(InstrumentId::PHQ_9).unwrap();
/// assert_eq!((phq.min(), phq.max()), (0, 27));
/// assert_eq!(phq.responded(20, 10), Some(true));
/// assert_eq!(phq.remitted(10), Some(false));
/// assert_eq!(phq.remitted(31), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Instrument {
    /// The identifier by which records and protocols name it.
    pub id: InstrumentId,
    /// The short name by which people know it, such as PHQ-9.
    pub short: &'static str,
    /// The title that its authors gave it.
    pub title: &'static str,
    /// What it is about.
    pub domain: Domain,
    /// Which end is the better one.
    pub direction: Direction,
    /// Who usually gives the ratings.
    pub rater: Rater,
    /// Whether its properties as a scale have been studied and published.
    pub validated: bool,
    /// The lowest and the highest possible total.
    pub range: Cited<(u16, u16)>,
    /// The item about self-harm, if there is one.
    pub self_harm: Option<Cited<SelfHarmItem>>,
    /// The total of remission level that lies nearest to illness: remission level is at most this,
    /// or at least this where higher is better.
    pub remission: Option<Cited<u16>>,
    /// The share of the room to improve that counts as response: numerator and denominator.
    pub response: Option<Cited<(u16, u16)>>,
    /// The points in the worse direction from which a change counts as worsening.
    pub worsening: Option<Cited<u16>>,
}

impl Instrument {
    /// What the crate knows of an instrument; `None` when it has no data on it.
    #[must_use]
    pub fn get(id: InstrumentId) -> Option<&'static Self> {
        let at = Self::ALL
            .binary_search_by_key(&id, |instrument| instrument.id)
            .ok()?;
        Self::ALL.get(at)
    }

    /// The instrument that somebody named, such as `phq-9`. White space around the name is passed
    /// over.
    ///
    /// A record may hold scores of instruments that the crate does not know; this is for input in
    /// which only a known one will do.
    ///
    /// # Errors
    ///
    /// [`NameError`] names the nearest.
    pub fn parse(id: &str) -> Result<&'static Self, NameError> {
        let id = id.trim();
        let named = |known: &&Self| known.id.as_str() == id;
        Self::ALL.iter().find(named).ok_or_else(|| {
            let ids = Self::ALL.iter().map(|known| known.id.as_str());
            NameError::among("known instrument", ids, id)
        })
    }

    /// The lowest possible total.
    #[must_use]
    pub const fn min(&self) -> u16 {
        self.range.value.0
    }

    /// The highest possible total.
    #[must_use]
    pub const fn max(&self) -> u16 {
        self.range.value.1
    }

    /// Whether the instrument can have this total.
    #[must_use]
    pub const fn in_range(&self, total: u16) -> bool {
        self.min() <= total && total <= self.max()
    }

    /// The way gone from a first total towards the best possible one.
    ///
    /// The room to improve is measured from the best possible total, so that the lowest total of a
    /// scale that starts at 17 counts as no symptoms; where a scale starts at zero this is the
    /// usual share of the first total. `None` when either total is out of range and when the first
    /// leaves no room to improve.
    #[must_use]
    pub const fn reduction(&self, baseline: u16, last: u16) -> Option<Change> {
        let (Some(before), Some(after)) = (self.room(baseline), self.room(last)) else {
            return None;
        };
        if before == 0 {
            return None;
        }
        Some(Change::new(before as i32 - after as i32, before))
    }

    /// Whether at least `num / den` of the room to improve was gained. `None` where
    /// [`reduction`](Self::reduction) is, and when `den` is zero.
    #[must_use]
    pub const fn improved_by_at_least(
        &self,
        baseline: u16,
        last: u16,
        num: u16,
        den: u16,
    ) -> Option<bool> {
        match self.reduction(baseline, last) {
            Some(change) => change.is_at_least(num, den),
            None => None,
        }
    }

    /// Whether the change is a response by the instrument's own share.
    #[must_use]
    pub const fn responded(&self, baseline: u16, last: u16) -> Option<bool> {
        match self.response {
            Some(share) => self.improved_by_at_least(baseline, last, share.value.0, share.value.1),
            None => None,
        }
    }

    /// Whether the total is of remission level. One total shows a level; whether a person is in
    /// remission is a judgement over time.
    #[must_use]
    pub const fn remitted(&self, total: u16) -> Option<bool> {
        match self.remission {
            Some(threshold) if self.in_range(total) => Some(match self.direction {
                Direction::HigherIsWorse => total <= threshold.value,
                Direction::HigherIsBetter => total >= threshold.value,
            }),
            _ => None,
        }
    }

    /// The totals that go with an answer to the self-harm item, the least and the greatest. `None`
    /// without such an item, and where its answer says nothing about the total.
    ///
    /// An item that was left out adds nothing: a total above that was estimated, or belongs to
    /// another form.
    ///
    /// ```
    /// use interpersonal::measure::{Instrument, InstrumentId, ItemAnswer};
    ///
    /// let phq = Instrument::get(InstrumentId::PHQ_9).unwrap();
    /// assert_eq!(phq.totals_with(ItemAnswer::Endorsed), Some((1, 27)));
    /// assert_eq!(phq.totals_with(ItemAnswer::Denied), Some((0, 24)));
    /// ```
    #[must_use]
    pub fn totals_with(&self, answer: ItemAnswer) -> Option<(u16, u16)> {
        let item = self.self_harm?.value;
        let (least, most) = item.points?;
        // The others of a scale on which more is worse, as all with such an item are.
        if self.direction == Direction::HigherIsBetter {
            return None;
        }
        let others = (
            self.min().checked_sub(least.into())?,
            self.max().checked_sub(most.into())?,
        );
        let (from, to) = match answer {
            ItemAnswer::Endorsed if item.beside_total => (least, most),
            ItemAnswer::Endorsed => (item.asks_from, most),
            ItemAnswer::Denied => (least, item.asks_from.saturating_sub(1)),
            ItemAnswer::NotAnswered => (0, 0),
        };
        Some((others.0 + u16::from(from), others.1 + u16::from(to)))
    }

    /// Whether the second total is worse than the first by at least the points that count as
    /// worsening.
    #[must_use]
    pub const fn worsened(&self, from: u16, to: u16) -> Option<bool> {
        match (self.worsening, self.room(from), self.room(to)) {
            (Some(points), Some(before), Some(after)) => {
                Some(after >= before && after - before >= points.value)
            }
            _ => None,
        }
    }

    /// The points from a total to the best possible one; `None` when the total is out of range.
    const fn room(&self, total: u16) -> Option<u16> {
        if !self.in_range(total) {
            return None;
        }
        Some(match self.direction {
            Direction::HigherIsWorse => total - self.min(),
            Direction::HigherIsBetter => self.max() - total,
        })
    }
}

/// How the registry writes a row.
impl Instrument {
    pub(super) const fn scale(
        id: InstrumentId,
        short: &'static str,
        title: &'static str,
        domain: Domain,
        range: (u16, u16),
        ground: Ground,
    ) -> Self {
        Self {
            id,
            short,
            title,
            domain,
            direction: Direction::HigherIsWorse,
            rater: Rater::SelfReport,
            validated: true,
            range: cited(range, ground),
            self_harm: None,
            remission: None,
            response: None,
            worsening: None,
        }
    }

    pub(super) const fn higher_is_better(mut self) -> Self {
        self.direction = Direction::HigherIsBetter;
        self
    }

    pub(super) const fn clinician_rated(mut self) -> Self {
        self.rater = Rater::Clinician;
        self
    }

    pub(super) const fn not_validated(mut self) -> Self {
        self.validated = false;
        self
    }

    pub(super) const fn self_harm(mut self, number: u8, asks_from: u8, ground: Ground) -> Self {
        self.self_harm = Some(cited(
            SelfHarmItem {
                number,
                asks_from,
                points: None,
                beside_total: false,
            },
            ground,
        ));
        self
    }

    /// The lowest and the highest answer to the item, which count in the total.
    pub(super) const fn item_points(mut self, least: u8, most: u8) -> Self {
        if let Some(item) = &mut self.self_harm {
            item.value.points = Some((least, most));
        }
        self
    }

    /// The recorded answer may also be that of a question which does not count in the total.
    pub(super) const fn item_beside_total(mut self) -> Self {
        if let Some(item) = &mut self.self_harm {
            item.value.beside_total = true;
        }
        self
    }

    pub(super) const fn remission(mut self, threshold: u16, ground: Ground) -> Self {
        self.remission = Some(cited(threshold, ground));
        self
    }

    pub(super) const fn response(mut self, num: u16, den: u16, ground: Ground) -> Self {
        self.response = Some(cited((num, den), ground));
        self
    }

    pub(super) const fn worsening(mut self, points: u16, ground: Ground) -> Self {
        self.worsening = Some(cited(points, ground));
        self
    }
}
