//! The axis of days.

use chrono::NaiveDate;

use crate::base::days::later;

/// Pixels left of the axis, for the names of the lanes.
pub(super) const LEFT: i64 = 190;
/// Pixels right of the axis.
pub(super) const RIGHT: i64 = 24;
/// Pixels between the edge of the lanes and the first day.
const PAD: i64 = 14;
/// Pixels of a week.
const WEEK: i64 = 44;
/// Weeks that have that width; where there are more, a week is narrower. Our design: ten years.
const WEEKS_MOST: i64 = 520;

/// Days from left to right, a week as wide as the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    first: NaiveDate,
    weeks: i64,
    step: i64,
    width: i64,
}

/// One stretch of the axis: a week, or several where weeks are narrow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// The number of its first week, from 1.
    pub(super) week: i64,
    pub(super) from: NaiveDate,
    pub(super) x: i64,
    pub(super) until_x: i64,
}

impl Axis {
    /// The axis on which all these days lie.
    pub(super) fn over(first: NaiveDate, last: NaiveDate) -> Self {
        let weeks = (last - first).num_days().max(0) / 7 + 1;
        let step = (weeks + WEEKS_MOST - 1) / WEEKS_MOST;
        Self {
            first,
            weeks,
            step,
            width: weeks.min(WEEKS_MOST) * WEEK,
        }
    }

    /// Where a day lies; one beyond the axis lies at its end.
    pub(super) fn x(&self, day: NaiveDate) -> i64 {
        let days = self.weeks * 7;
        LEFT + PAD + (day - self.first).num_days().clamp(0, days) * self.width / days
    }

    /// Where the lanes end.
    pub(super) const fn end(&self) -> i64 {
        LEFT + PAD + self.width + PAD
    }

    /// The weeks, or stretches of weeks, from left to right.
    pub(super) fn cells(self) -> impl Iterator<Item = Cell> {
        let day = move |week: i64| later(self.first, u32::try_from(week * 7).unwrap_or(u32::MAX));
        let steps = (self.weeks + self.step - 1) / self.step;
        (0..steps).map(move |step| {
            let week = step * self.step;
            let next = (week + self.step).min(self.weeks);
            let x = |week: i64| LEFT + PAD + week * self.width / self.weeks;
            Cell {
                week: week + 1,
                from: day(week),
                x: x(week),
                until_x: x(next),
            }
        })
    }

    /// The number of the cell in which a day lies, from 0.
    pub(super) fn cell_of(&self, day: NaiveDate) -> i64 {
        (day - self.first).num_days().max(0) / 7 / self.step
    }
}
