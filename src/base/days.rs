//! Days within the calendar: stretches of them, and counting on and back.

use chrono::{Days, NaiveDate};

use super::payload::payload;

payload! {
    /// A stretch of days, first and last included. One whose last day lies before its first has no
    /// day.
    #[derive(Copy, PartialOrd, Ord, Hash)]
    pub struct DaySpan {
        required {
            /// The first day.
            from: NaiveDate,
            /// The last day.
            until: NaiveDate,
        }
        may {}
    }
}

impl DaySpan {
    /// One day.
    #[must_use]
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            from: day,
            until: day,
        }
    }

    /// Whether a day lies within.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }
}

/// So many days later; the last day of the calendar where there is none.
pub(crate) fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// So many days earlier; the first day of the calendar where there is none.
pub(crate) fn earlier(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MIN)
}

/// The days from one day to another; none if it lies before.
pub(crate) fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}
