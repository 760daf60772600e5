//! So many sessions in so many days.

use crate::protocol::Fraction;

/// So many sessions in so many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) sessions: u32,
    pub(crate) days: u32,
}

impl Interval {
    pub(crate) const fn every(days: u16) -> Self {
        Self {
            sessions: 1,
            days: days as u32,
        }
    }

    /// The whole days in so many intervals.
    pub(crate) const fn limit(self, times: Fraction) -> u32 {
        match self
            .days
            .saturating_mul(times.num as u32)
            .checked_div(times.den as u32 * self.sessions)
        {
            Some(days) => days,
            None => 0,
        }
    }

    /// The days that so many intervals take.
    pub(crate) const fn of(self, times: u16) -> Self {
        Self {
            sessions: self.sessions,
            days: self.days.saturating_mul(times as u32),
        }
    }

    /// The whole days in it.
    pub(crate) const fn limit_once(self) -> u32 {
        self.limit(Fraction::new(1, 1))
    }

    /// The wider of two.
    pub(crate) const fn wider(self, other: Self) -> Self {
        if other.is_wider(self) { other } else { self }
    }

    /// The narrower of two.
    pub(crate) const fn narrower(self, other: Self) -> Self {
        if self.is_wider(other) { other } else { self }
    }

    /// Whether sessions lie further apart than in another interval.
    pub(crate) const fn is_wider(self, other: Self) -> bool {
        self.days as u64 * other.sessions as u64 > other.days as u64 * self.sessions as u64
    }
}
