//! Spacing: what is least and most between two sessions, over a stretch of several and over a whole
//! course, and which rule finds it passed.
//!
//! This is the one account of it. A rule compares the record with a [`Bound`]; a plan looks for
//! days within it, and names the rule of the bound where it finds none. Which sessions there are
//! and which interval was agreed comes from whoever asks: a rule reads it from the record, a plan
//! assumes it.
//!
//! - [`Pace::before`] is about one session: the gap before it.
//! - [`Pace::over`] is about a stretch: as many gaps as the pace is looked at over.
//! - [`whole`] is about a course: its length in days, and [`number`] about its sessions.
//! - [`covered`] counts days without those of a break, a pause or a stay in hospital.

mod bound;
mod cadence;
pub(crate) mod code;
pub(crate) mod covered;
mod interval;
mod number;
mod whole;

pub(crate) use bound::{Bound, Bounds};
pub(crate) use cadence::{WEEKLY, offsets};
pub(crate) use interval::Interval;

use crate::protocol::Protocol;

/// What a protocol allows in spacing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace<'a> {
    protocol: &'a Protocol,
}

/// A session as far as spacing hangs on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nth {
    /// Its number among those held, from 1.
    pub(crate) number: u16,
    /// The interval that a contract agreed on for it, if one did.
    pub(crate) agreed: Option<Interval>,
}

/// How long a gap is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rung {
    /// Worth a note.
    Slight,
    Long,
    /// As long as a break in treatment.
    Break,
}

impl<'a> Pace<'a> {
    pub(crate) const fn of(protocol: &'a Protocol) -> Self {
        Self { protocol }
    }

    /// The interval in force before a session: the one agreed, else the protocol's own. Where the
    /// protocol widens the spacing, the wider.
    pub(crate) fn interval(self, session: Nth) -> Interval {
        let usual = self.usual(session.number);
        match session.agreed {
            Some(agreed) if self.protocol.spec().timing.taper.value => agreed.wider(usual),
            Some(agreed) => agreed,
            None => usual,
        }
    }

    /// Whether sessions closer together than the protocol has them were agreed on.
    pub(crate) fn is_closer_by_agreement(self, session: Nth) -> bool {
        let usual = self.usual(session.number);
        session.agreed.is_some_and(|agreed| usual.is_wider(agreed))
    }

    /// The gap before a session, in an acute course. The least is without a number where sessions
    /// closer together were agreed on; beside a crisis it does not hold at all.
    pub(crate) fn before(self, session: Nth) -> Bounds {
        let timing = &self.protocol.spec().timing;
        let least = if self.is_closer_by_agreement(session) {
            0
        } else {
            timing.gap_min_days.value.into()
        };
        Bounds {
            least: Bound::every(least, code::SESSIONS_NOT_CROWDED),
            most: self.gap(Rung::Long, self.interval(session)),
        }
    }

    /// The days up to which the gap before a session is no higher than each rung, from the highest.
    pub(crate) fn rungs(self, session: Nth) -> [(Rung, Bound); 3] {
        let interval = self.interval(session);
        [Rung::Break, Rung::Long, Rung::Slight].map(|rung| (rung, self.gap(rung, interval)))
    }

    fn gap(self, rung: Rung, interval: Interval) -> Bound {
        let timing = &self.protocol.spec().timing;
        let times = match rung {
            Rung::Slight => timing.gap_note.value,
            Rung::Long => timing.gap_warn.value,
            Rung::Break => timing.gap_break.value,
        };
        Bound::uncovered(interval.limit(times), code::LONG_GAP)
    }

    /// The gap before a session of continuation or maintenance, at the interval of its contract: up
    /// to where it is worth a note, and up to where it is long.
    pub(crate) fn after_acute(self, interval: Interval) -> [Bound; 2] {
        let timing = &self.protocol.spec().timing;
        [timing.gap_note.value, timing.gap_warn.value]
            .map(|times| Bound::uncovered(interval.limit(times), code::MAINTENANCE_GAPS))
    }

    /// The number of gaps over which the pace is looked at.
    pub(crate) fn gaps(self) -> u16 {
        self.protocol.spec().timing.pace_gaps.value.max(1)
    }

    /// A stretch of as many gaps as the pace is looked at over, from one session to another. The
    /// least does not hold where one of its sessions was given to a crisis. The most does not hold
    /// where a gap in it is long by itself: see [`long_within`](Self::long_within).
    pub(crate) fn over(self, first: Nth, last: Nth) -> Bounds {
        let timing = &self.protocol.spec().timing;
        let (from, to) = (self.interval(first), self.interval(last));
        let slow = to.wider(from).of(self.gaps());
        let fast = timing.pace_fast.value;
        // As many days as a fast pace takes, and one more.
        let parts = u64::from(self.expected_over(first, last)) * u64::from(fast.den);
        let enough = parts
            .checked_div(fast.num.into())
            .map_or(0, |days| u32::try_from(days + 1).unwrap_or(u32::MAX));
        Bounds {
            least: Bound::every(enough, code::FASTER_PACE_IS_AGREED),
            most: Bound::uncovered(
                slow.limit(timing.gap_note.value),
                code::SPACING_DOES_NOT_DRIFT,
            ),
        }
    }

    /// The days that such a stretch takes at the pace in force: at the closer of the intervals at
    /// its ends, and no more than at the protocol's own pace.
    pub(crate) fn expected_over(self, first: Nth, last: Nth) -> u32 {
        let (from, to) = (self.interval(first), self.interval(last));
        let agreed = to.narrower(from).of(self.gaps()).limit_once();
        agreed.min(self.usual_days(first.number, last.number))
    }

    /// The days above which a gap within such a stretch is long by itself, so that the stretch says
    /// nothing about the pace.
    pub(crate) fn long_within(self, first: Nth, last: Nth) -> Bound {
        let widest = self.interval(last).wider(self.interval(first));
        self.gap(Rung::Long, widest)
    }
}
