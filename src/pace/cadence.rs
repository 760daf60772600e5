//! The spacing that a protocol has of its own, stretch by stretch.

use alloc::vec::Vec;

use super::{Interval, Pace};
use crate::protocol::Stretch;

/// Days between sessions where the protocol gives no cadence.
pub(crate) const WEEKLY: u16 = 7;

impl Pace<'_> {
    /// The protocol's interval before a session of the main track: that of its stretch, or the
    /// weeks spread over the sessions where the protocol gives no cadence.
    pub(crate) fn usual(self, session: u16) -> Interval {
        if let Some(stretch) = self.protocol.stretch(session) {
            return Interval {
                sessions: stretch.sessions.max(1).into(),
                days: stretch.days.into(),
            };
        }
        let dose = self.protocol.spec().dose;
        Interval {
            sessions: dose.sessions.value.typical.max(1).into(),
            days: u32::from(dose.weeks.value.typical) * 7,
        }
    }

    /// The sessions that the protocol's first stretch puts into so many weeks; a part of one counts
    /// as one.
    pub(crate) fn sessions_within_weeks(self, weeks: u16) -> u16 {
        let Interval { sessions, days } = self.usual(1);
        let within = (u32::from(weeks) * 7)
            .saturating_mul(sessions)
            .div_ceil(days.max(1));
        u16::try_from(within).unwrap_or(u16::MAX)
    }

    /// The days that the protocol has from one session to another.
    pub(super) fn usual_days(self, first: u16, last: u16) -> u32 {
        let (mut days, mut run) = (0_u32, 0);
        for session in first.saturating_add(1)..=last {
            run += 1;
            let interval = self.usual(session);
            // Within a stretch intervals are added up before they are rounded.
            if session == last || self.usual(session.saturating_add(1)) != interval {
                days = days.saturating_add(interval.of(run).limit_once());
                run = 0;
            }
        }
        days
    }

    /// The days from one session to the next that most of the sessions have.
    pub(crate) fn prevailing(self) -> u16 {
        let prevailing = self
            .protocol
            .spec()
            .cadence
            .iter()
            .max_by_key(|stretch| stretch.to - stretch.from);
        prevailing.map_or(WEEKLY, |stretch| {
            (stretch.days / stretch.sessions.max(1)).max(1)
        })
    }
}

/// The days from the first session to each, at the cadence of a protocol.
pub(crate) fn offsets(cadence: &[Stretch], sessions: usize) -> Vec<u32> {
    let mut offsets: Vec<u32> = Vec::with_capacity(sessions);
    // The day on which the stretch begins, and how many sessions of it came before.
    let (mut begins, mut since) = (0_u32, 0_u32);
    let mut stretches = cadence.iter();
    let mut stretch = stretches.next();
    for number in (1_u16..).take(sessions) {
        if stretch.is_some_and(|stretch| number > stretch.to) {
            // What lies beyond the last stretch goes on like it.
            if let Some(next) = stretches.next() {
                begins = offsets.last().copied().unwrap_or(0);
                stretch = Some(next);
                since = 0;
            }
        }
        let (so_many, in_days) = stretch.map_or((1, WEEKLY), |stretch| {
            (stretch.sessions.max(1), stretch.days)
        });
        if number > 1 {
            since += 1;
        }
        offsets
            .push(begins.saturating_add(since.saturating_mul(in_days.into()) / u32::from(so_many)));
    }
    offsets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Basis, SourceId};

    #[test]
    fn sessions_are_spaced_stretch_by_stretch() {
        let stretch = |from, to, sessions, days| Stretch {
            from,
            to,
            sessions,
            days,
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design,
        };
        let twice = [stretch(1, 3, 2, 7), stretch(4, 5, 1, 14)];
        assert_eq!(offsets(&twice, 5), [0, 3, 7, 21, 35]);
        assert_eq!(offsets(&[], 3), [0, 7, 14]);
    }
}
