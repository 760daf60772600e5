//! Days as people remember them.

use chrono::{Datelike, NaiveDate};

use super::{payload::payload, set::vocabulary, shape::HeldDay};

vocabulary! {
    /// How exactly a day is known.
    pub closed enum Precision {
        /// To the day.
        Day = "day",
        /// To the month: the day written is a stand-in.
        Month = "month",
        /// To the year: month and day written are stand-ins.
        Year = "year",
    }
}

vocabulary! {
    /// How little is known of the day on which something happened.
    pub closed enum DayKnown {
        /// The month is known: the day written is a stand-in.
        Month = "month",
        /// The year is known: month and day written are stand-ins.
        Year = "year",
        /// Nothing is known: the day written is the one on which it was learnt.
        NotKnown = "not_known",
    }
}

payload! {
    /// A day that may be known only to the month or the year.
    #[derive(Copy, PartialOrd, Ord, Hash)]
    pub struct ApproxDate [remembered] {
        required {
            /// The day, or a stand-in within the month or year.
            on: NaiveDate,
            /// How exactly it is known.
            precision: Precision,
        }
        may {}
    }
}

impl ApproxDate {
    const fn remembered(self) -> HeldDay {
        HeldDay::Remembered(self)
    }

    /// The first day that it may be.
    #[must_use]
    pub fn earliest(self) -> NaiveDate {
        let first = match self.precision {
            Precision::Day => Some(self.on),
            Precision::Month => self.on.with_day(1),
            Precision::Year => NaiveDate::from_ymd_opt(self.on.year(), 1, 1),
        };
        first.unwrap_or(self.on)
    }

    /// The last day that it may be.
    #[must_use]
    pub fn latest(self) -> NaiveDate {
        let next = match self.precision {
            Precision::Day => return self.on,
            Precision::Month if self.on.month0() == 11 => {
                NaiveDate::from_ymd_opt(self.on.year() + 1, 1, 1)
            }
            Precision::Month => NaiveDate::from_ymd_opt(self.on.year(), self.on.month() + 1, 1),
            Precision::Year => NaiveDate::from_ymd_opt(self.on.year() + 1, 1, 1),
        };
        next.and_then(|next| next.pred_opt()).unwrap_or(self.on)
    }

    /// A day known to the day.
    #[must_use]
    pub fn exactly(on: NaiveDate) -> Self {
        Self::new(on, Precision::Day)
    }

    #[allow(clippy::cast_possible_truncation, reason = "a year has twelve months")]
    fn month(self) -> u8 {
        self.on.month0() as u8
    }

    /// Whole months from this day to another, negative when the other is earlier. Days within the
    /// month do not count.
    #[must_use]
    pub fn months_until(self, other: Self) -> i32 {
        (other.on.year() - self.on.year()) * 12 + i32::from(other.month()) - i32::from(self.month())
    }
}

impl From<NaiveDate> for ApproxDate {
    fn from(on: NaiveDate) -> Self {
        Self::exactly(on)
    }
}
