//! A number of days, and the rule that finds it passed.

use chrono::NaiveDate;

use super::covered;
use crate::{
    base::days::{DaySpan, between, later},
    vocabulary::RuleCode,
};

/// Which days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// Every day of the calendar.
    Every,
    /// Those that no announced break, pause or stay in hospital covers.
    Uncovered,
}

/// So many days from one day to another, as the least or the most, and the rule that finds it
/// passed.
///
/// What covers days is given where it is asked for; a bound that counts every day does not look at
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) days: u32,
    pub(crate) code: RuleCode,
    counts: Counts,
}

/// The least and the most days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) least: Bound,
    pub(crate) most: Bound,
}

impl Bound {
    /// So many days of the calendar.
    pub(crate) const fn every(days: u32, code: RuleCode) -> Self {
        Self {
            days,
            code,
            counts: Counts::Every,
        }
    }

    /// So many days that nothing covers.
    pub(crate) const fn uncovered(days: u32, code: RuleCode) -> Self {
        Self {
            days,
            code,
            counts: Counts::Uncovered,
        }
    }

    /// Whether there are fewer days from one to another.
    pub(crate) fn is_undercut(self, from: NaiveDate, to: NaiveDate) -> bool {
        (to - from).num_days() < i64::from(self.days)
    }

    /// Whether there are more days from one to another.
    pub(crate) fn is_exceeded(
        self,
        from: NaiveDate,
        to: NaiveDate,
        cover: impl Iterator<Item = DaySpan> + Clone,
    ) -> bool {
        let days = between(from, to);
        // Most stretches are short, whatever covers them.
        days > self.days
            && match self.counts {
                Counts::Every => true,
                Counts::Uncovered => {
                    days.saturating_sub(covered::days(cover, from, to)) > self.days
                }
            }
    }

    /// The first day that is not too early, counted from another.
    pub(crate) fn first(self, from: NaiveDate) -> NaiveDate {
        later(from, self.days)
    }

    /// The last day that is not too late, counted from another.
    pub(crate) fn last(
        self,
        from: NaiveDate,
        cover: impl Iterator<Item = DaySpan> + Clone,
    ) -> NaiveDate {
        match self.counts {
            Counts::Every => later(from, self.days),
            Counts::Uncovered => covered::after(cover, from, self.days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace::code;

    /// A rule asks whether a day is too late, a plan for the last day that is not: they agree.
    #[test]
    fn the_last_day_is_the_last_that_does_not_exceed() {
        let day = |n| later(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(), n);
        let breaks = [DaySpan::new(day(4), day(9)), DaySpan::new(day(8), day(15))];
        let cover = || breaks.iter().copied();
        for days in 0..20 {
            for bound in [
                Bound::every(days, code::LONG_GAP),
                Bound::uncovered(days, code::LONG_GAP),
            ] {
                let last = bound.last(day(0), cover());
                assert!(!bound.is_exceeded(day(0), last, cover()), "{bound:?}");
                assert!(
                    bound.is_exceeded(day(0), later(last, 1), cover()),
                    "{bound:?}"
                );
                assert!(!bound.is_undercut(day(0), bound.first(day(0))));
                let too_early = bound.first(day(0)).pred_opt().unwrap();
                assert!(bound.is_undercut(day(0), too_early));
            }
        }
    }
}
