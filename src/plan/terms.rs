//! The terms of a plan: how much, how often, how long.

use crate::{
    base::payload::payload,
    pace::{Interval, Nth, Pace},
    plan::Why,
    protocol::Protocol,
    record::contract::{ContractAgreed, ContractAmended, MissedSessionPolicy, TimeFrame},
    vocabulary::Seq,
};

payload! {
    /// What a course is planned on: a protocol's typical numbers before anything is agreed, the
    /// contract afterwards.
    #[derive(Copy)]
    pub struct Terms {
        required {
            /// Sessions of the main track.
            sessions(plain): u16,
        }
        may {
            /// Days from one session to the next: 7 is weekly. Left out, the cadence of the
            /// protocol.
            interval_days, with_interval_days: Option<u16>,
            /// Minutes of a session. Left out, those typical of the protocol.
            minutes, with_minutes: Option<u16>,
            /// Weeks from the first session after which treatment is over, however many sessions
            /// were held.
            weeks, with_weeks: Option<u16>,
            /// Which missed sessions count. Left out, none.
            missed_sessions, with_missed_sessions: Option<MissedSessionPolicy>,
            /// The entry by which they were agreed, if they were.
            agreed, with_agreed: Option<Seq>,
        }
    }
}

impl Terms {
    /// The typical numbers of a protocol: sessions, and the interval that most of them have. Missed
    /// sessions do not count.
    #[must_use]
    pub fn typical(protocol: &Protocol) -> Self {
        Self::new(protocol.spec().dose.sessions.value.typical)
            .with_interval_days(Pace::of(protocol).prevailing())
    }

    /// What a contract agrees on. What it leaves out is as the protocol has it; a frame in weeks
    /// alone holds as many sessions as fit into it.
    #[must_use]
    pub fn agreed(protocol: &Protocol, contract: &ContractAgreed, entry: Seq) -> Self {
        Self {
            interval_days: contract.interval_days,
            minutes: contract.minutes,
            missed_sessions: contract.missed_sessions,
            agreed: Some(entry),
            ..Self::new(0)
        }
        .framed(protocol, contract.frame)
    }

    /// The terms after an amendment of that entry.
    #[must_use]
    pub fn amended(self, protocol: &Protocol, amended: &ContractAmended, entry: Seq) -> Self {
        let terms = Self {
            interval_days: amended.interval_days.or(self.interval_days),
            minutes: amended.minutes.or(self.minutes),
            missed_sessions: amended.missed_sessions.or(self.missed_sessions),
            agreed: Some(entry),
            ..self
        };
        match amended.frame {
            Some(frame) => terms.framed(protocol, frame),
            None => terms,
        }
    }

    /// The same with sessions and weeks of a frame.
    fn framed(self, protocol: &Protocol, frame: TimeFrame) -> Self {
        let days = match frame {
            TimeFrame::UntilReview(days) => u32::from(days),
            _ => u32::from(frame.weeks().unwrap_or(0)) * 7,
        };
        let fit = || {
            let first = Nth {
                number: 1,
                agreed: self.interval(),
            };
            let interval = Pace::of(protocol).interval(first).limit_once().max(1);
            u16::try_from(days / interval).unwrap_or(u16::MAX).max(1)
        };
        Self {
            sessions: frame.sessions().unwrap_or_else(fit),
            weeks: frame.weeks(),
            ..self
        }
    }

    /// What makes one of these numbers: what was agreed, or the protocol where the number is its
    /// own.
    fn why(&self, of_protocol: Option<Why>) -> Why {
        self.agreed
            .map_or(of_protocol.unwrap_or(Why::Terms), Why::Agreed)
    }

    /// What makes the number of sessions.
    pub(super) fn why_sessions(&self, protocol: &Protocol) -> Why {
        let typical = protocol.spec().dose.sessions.value.typical;
        self.why((self.sessions == typical).then_some(Why::Parameter("dose.sessions")))
    }

    /// What makes the interval.
    pub(super) fn why_interval(&self, protocol: &Protocol) -> Why {
        let usual = Pace::of(protocol).prevailing();
        let is_usual = self
            .interval_days
            .is_none_or(|days| days == 0 || days == usual);
        self.why(is_usual.then_some(Why::Parameter("cadence")))
    }

    /// What makes the weeks, which no protocol sets by itself.
    pub(super) fn why_weeks(&self) -> Why {
        self.why(None)
    }

    /// The minutes of a session of the main track.
    pub(crate) fn minutes_of(&self, protocol: &Protocol, session: u16) -> u16 {
        let dose = protocol.spec().dose;
        match dose.first_minutes {
            Some(first) if session == 1 => first.value.typical,
            _ => self.minutes.unwrap_or(dose.minutes.value.typical),
        }
    }

    /// The interval that they name, if they name one.
    pub(crate) fn interval(&self) -> Option<Interval> {
        self.interval_days
            .filter(|&days| days > 0)
            .map(Interval::every)
    }
}
