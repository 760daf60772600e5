//! The spacing of sessions: so many in so many days, and which spacing is in force.

use chrono::{Days, NaiveDate};

use super::{Fraction, Protocol};

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

    /// Whether a number of days is more than so many intervals.
    pub(crate) const fn is_exceeded(self, times: Fraction, days: u32) -> bool {
        times.of_is_exceeded_by(self.days, days.saturating_mul(self.sessions))
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

impl Protocol {
    /// The interval before a session of the main track: that of its stretch, or the weeks spread
    /// over the sessions where the protocol gives no cadence.
    pub(crate) fn interval(&self, session: u16) -> Interval {
        if let Some(stretch) = self.stretch(session) {
            return Interval {
                sessions: stretch.sessions.max(1).into(),
                days: stretch.days.into(),
            };
        }
        let dose = self.spec().dose;
        Interval {
            sessions: dose.sessions.value.typical.max(1).into(),
            days: u32::from(dose.weeks.value.typical) * 7,
        }
    }

    /// The last day on which a session of the main track may lie, where the weeks of the protocol
    /// are a limit and the first one was held on that day. Days of breaks count.
    pub(crate) fn ends_by_weeks(&self, first: NaiveDate) -> Option<NaiveDate> {
        let dose = self.spec().dose;
        let days = Days::new(u64::from(dose.weeks.value.max) * 7);
        dose.weeks_are_cap
            .value
            .then(|| first.checked_add_days(days).unwrap_or(NaiveDate::MAX))
    }

    /// The days from the first to the last of so many sessions at an interval that was agreed, and
    /// at the wider ones of a protocol that widens the spacing.
    pub(crate) fn days_of(&self, sessions: u16, agreed: Interval) -> u32 {
        if !self.spec().timing.taper.value {
            return agreed.of(sessions.saturating_sub(1)).limit_once();
        }
        let each = (2..=sessions)
            .map(|session| self.interval_in_force(session, Some(agreed)).limit_once());
        each.fold(0, u32::saturating_add)
    }

    /// The interval in force before a session: the one agreed, else the protocol's own. Where the
    /// protocol widens the spacing, the wider.
    pub(crate) fn interval_in_force(&self, session: u16, agreed: Option<Interval>) -> Interval {
        match agreed {
            Some(agreed) if self.spec().timing.taper.value => agreed.wider(self.interval(session)),
            Some(agreed) => agreed,
            None => self.interval(session),
        }
    }
}
