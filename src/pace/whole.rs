//! How long a whole course takes.

use super::{Bound, Bounds, Interval, Nth, Pace, code};
use crate::record::contract::TimeFrame;

const fn weeks(weeks: u16) -> u32 {
    weeks as u32 * 7
}

impl Pace<'_> {
    /// The days that acute treatment is planned to take: by the frame that was agreed, at the
    /// interval in force before its last session, or as is usual.
    pub(crate) fn planned_days(self, frame: Option<TimeFrame>, last: Nth) -> u32 {
        match frame {
            Some(TimeFrame::Weeks(n) | TimeFrame::SessionsWithinWeeks(_, n)) => weeks(n),
            Some(TimeFrame::Sessions(n)) => self.interval(last).of(n).limit_once(),
            Some(TimeFrame::UntilReview(days)) => days.into(),
            None => weeks(self.protocol.spec().dose.weeks.value.typical),
        }
    }

    /// The most days from the first to the last acute session, when so many were planned: with a
    /// margin in weeks and one in proportion, whichever is reached first.
    pub(crate) fn overrun(self, planned_days: u32) -> Bound {
        let timing = &self.protocol.spec().timing;
        let most = timing.overrun_most.value;
        let in_proportion =
            u64::from(planned_days) * u64::from(most.num) / u64::from(most.den.max(1));
        let in_weeks = planned_days.saturating_add(weeks(timing.overrun_weeks.value));
        Bound::uncovered(
            u32::try_from(in_proportion)
                .unwrap_or(u32::MAX)
                .min(in_weeks),
            code::TIME_LIMIT_KEPT,
        )
    }

    /// The days from the first to the last of so many sessions at an interval that was agreed, and
    /// at the wider ones of a protocol that widens the spacing.
    pub(crate) fn span(self, sessions: u16, agreed: Interval) -> u32 {
        if !self.protocol.spec().timing.taper.value {
            return agreed.of(sessions.saturating_sub(1)).limit_once();
        }
        let interval = |number| {
            let agreed = Some(agreed);
            self.interval(Nth { number, agreed }).limit_once()
        };
        (2..=sessions).map(interval).fold(0, u32::saturating_add)
    }

    /// The least and the most days from the first session to a planned end that fits so many
    /// sessions at an interval.
    pub(crate) fn planned_end(self, sessions: u16, agreed: Interval) -> Bounds {
        let span = self.span(sessions, agreed);
        let margin = weeks(self.protocol.spec().timing.planned_end_weeks.value);
        Bounds {
            least: Bound::every(span.saturating_sub(margin), code::END_FITS_NUMBERS),
            most: Bound::uncovered(span.saturating_add(margin), code::END_FITS_NUMBERS),
        }
    }

    /// The most days from the first session that treats to any other of the main track, where the
    /// weeks of the protocol are a limit. Days of breaks count.
    pub(crate) fn weeks(self) -> Option<Bound> {
        let dose = &self.protocol.spec().dose;
        let days = weeks(dose.weeks.value.max);
        dose.weeks_are_cap
            .value
            .then_some(Bound::every(days, code::WITHIN_WEEKS))
    }

    /// The least days from the first session that treats to the last, where the protocol says after
    /// how many weeks a course is completed.
    pub(crate) fn completed(self) -> Option<Bound> {
        let least = self.protocol.spec().ending.completion_weeks?;
        Some(Bound::every(weeks(least.value), code::COMPLETED))
    }
}
