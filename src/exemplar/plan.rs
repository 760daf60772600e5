//! Which session of an exemplary course lies on which day and in which phase.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use crate::{
    phase::Phase,
    protocol::{Level, Protocol, Stretch},
    record::session::Track,
};

/// Days between sessions where the protocol gives no cadence.
const WEEKLY: u16 = 7;
/// Days between sessions after the main track, where the protocol does not say.
pub(super) const MONTHLY: u16 = 28;
/// Sessions of continuation or maintenance where the protocol does not number them. Our design: a short stretch that shows it.
const AFTERCARE: u16 = 6;

/// A session of the main track.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) number: u16,
    pub(super) day: NaiveDate,
    pub(super) phase: Phase,
}

/// A phase after the main track, under a contract of its own.
#[derive(Debug, Clone)]
pub(super) struct Aftercare {
    pub(super) phase: Phase,
    pub(super) days: Vec<NaiveDate>,
}

/// The main track, and what surrounds it.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The day of the opening, on which the assessment takes place if the course begins with one.
    pub(super) opened: NaiveDate,
    /// The phase in which the course opens.
    pub(super) opens_in: Phase,
    pub(super) slots: Vec<Slot>,
    /// Sessions of the tracks before, within and after the main one, by day.
    pub(super) beside: Vec<(Track, NaiveDate)>,
    /// Whether acute treatment is concluded by a phase of its own.
    pub(super) concludes: bool,
    pub(super) aftercare: Vec<Aftercare>,
}

pub(super) fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

pub(super) fn earlier(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
}

/// Whether a protocol that asks for something at this level gets it in an exemplary course.
pub(super) const fn asked(level: Level) -> bool {
    matches!(level, Level::Must | Level::Should)
}

impl Plan {
    pub(super) fn new(protocol: &Protocol, start: NaiveDate) -> Self {
        let slots = main_track(protocol, start);
        let last = slots.last().map_or(start, |slot| slot.day);
        let before = sessions_of(protocol, Track::PreTreatment);
        let first_phase = slots.first().map_or(Phase::Assessment, |slot| slot.phase);
        let assessed = protocol.phase(Phase::Assessment).is_some() || first_phase != Phase::Initial || before > 0;
        let opened = if assessed { earlier(start, u32::from(WEEKLY) * u32::from(before.max(1))) } else { start };

        let mut beside = Vec::new();
        for i in 0..before {
            beside.push((Track::PreTreatment, later(opened, u32::from(WEEKLY) * u32::from(i))));
        }
        for track in [Track::MidTreatment, Track::AddedGroup] {
            beside.extend(spread(&slots, sessions_of(protocol, track)).map(|day| (track, day)));
        }
        let mut end = last;
        let mut concludes = protocol.phase(Phase::Concluded).is_some_and(|spec| !spec.optional);
        for track in [Track::PostTreatment, Track::Booster, Track::FollowUp] {
            for _ in 0..sessions_of(protocol, track) {
                end = later(end, MONTHLY.into());
                beside.push((track, end));
                concludes |= protocol.phase(Phase::Concluded).is_some();
            }
        }

        let mut aftercare = Vec::new();
        for (phase, track) in [(Phase::Continuation, Track::Continuation), (Phase::Maintenance, Track::Maintenance)] {
            let Some(spec) = protocol.phase(phase) else { continue };
            if spec.optional || slots.iter().any(|slot| slot.phase == phase) {
                continue;
            }
            let sessions = match sessions_of(protocol, track) {
                0 => AFTERCARE,
                sessions => sessions,
            };
            let mut days = Vec::new();
            for _ in 0..sessions {
                end = later(end, MONTHLY.into());
                days.push(end);
            }
            aftercare.push(Aftercare { phase, days });
        }
        Self {
            opened,
            opens_in: if assessed { Phase::Assessment } else { Phase::Initial },
            slots,
            beside,
            concludes,
            aftercare,
        }
    }

    /// The sessions of one phase.
    pub(super) fn of(&self, phase: Phase) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(move |slot| slot.phase == phase)
    }

    /// The sessions under one contract: those of acute treatment, or those of a phase that has a contract of its own.
    pub(super) fn under_contract(&self, own: Option<Phase>) -> Vec<Slot> {
        let within = |slot: &&Slot| own.map_or(slot.phase.is_acute(), |phase| slot.phase == phase);
        self.slots.iter().filter(within).copied().collect()
    }

    /// The sessions over which the tasks of the ending are spread: those of the ending, or the last ones of a protocol without.
    pub(super) fn ending(&self, at_least: u16) -> Vec<Slot> {
        let ending: Vec<Slot> = self.of(Phase::Termination).copied().collect();
        if !ending.is_empty() {
            return ending;
        }
        let from = self.slots.len().saturating_sub(at_least.max(1).into());
        self.slots.iter().skip(from).copied().collect()
    }

    /// The day of the last session of the main track.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.slots.last().map_or(self.opened, |slot| slot.day)
    }

    /// The day on which everything is over.
    pub(super) fn closes(&self) -> NaiveDate {
        let beside = self.beside.iter().map(|&(_, day)| day);
        let after = self.aftercare.iter().filter_map(|care| care.days.last().copied());
        beside.chain(after).fold(self.last_day(), NaiveDate::max)
    }
}

fn sessions_of(protocol: &Protocol, track: Track) -> u16 {
    let mut tracks = protocol.spec().tracks.iter();
    tracks.find(|spec| spec.track == track && asked(spec.level)).map_or(0, |spec| spec.sessions.value.typical)
}

/// So many days spread over the main track, each the day after one of its sessions.
fn spread(slots: &[Slot], sessions: u16) -> impl Iterator<Item = NaiveDate> + '_ {
    let many = usize::from(sessions);
    (0..many).filter_map(move |i| slots.get((2 * i + 1) * slots.len() / (2 * many)).map(|slot| later(slot.day, 1)))
}

fn main_track(protocol: &Protocol, start: NaiveDate) -> Vec<Slot> {
    let phases = phases(protocol);
    let days = days(&protocol.spec().cadence, start, phases.len());
    phases.into_iter().zip(days).zip(1..).map(|((phase, day), number)| Slot { number, day, phase }).collect()
}

/// The phase of each session: as the protocol numbers them, with an initial phase that is not long and an ending of the length
/// that the protocol asks for.
fn phases(protocol: &Protocol) -> Vec<Phase> {
    let spec = protocol.spec();
    let total = spec.dose.sessions.value.typical;
    let numbered = |phase| {
        let span = protocol.phase(phase)?.typical?;
        Some(span.1.saturating_sub(span.0).saturating_add(1))
    };
    let has = |phase| protocol.phase(phase).is_some();
    let usual = spec.initial.sessions_usual.value;
    let ending = spec.ending.sessions_min.value..=spec.ending.sessions_max.value;

    let initial = if has(Phase::Initial) { numbered(Phase::Initial).map_or(usual, |n| n.min(usual)) } else { 0 };
    let ending = if has(Phase::Termination) {
        let number = numbered(Phase::Termination).unwrap_or(*ending.start());
        number.clamp(*ending.start(), *ending.end()).max(1)
    } else {
        0
    };
    let own = |phase| if has(phase) { numbered(phase).unwrap_or(0) } else { 0 };
    let mut lengths = Vec::from([
        (Phase::Initial, initial),
        (Phase::Middle, 0),
        (Phase::Termination, ending),
        (Phase::Continuation, own(Phase::Continuation)),
        (Phase::Maintenance, own(Phase::Maintenance)),
    ]);
    // What the others leave is middle phase; of a protocol without one, the first of its phases that treats.
    let taken = lengths.iter().fold(0, |sum: u16, &(_, length)| sum.saturating_add(length));
    let treats = lengths.iter().map(|&(phase, _)| phase).find(|&phase| has(phase)).unwrap_or(Phase::Middle);
    let rest = if has(Phase::Middle) { Phase::Middle } else { treats };
    for (phase, length) in &mut lengths {
        if *phase == rest {
            *length = length.saturating_add(total.saturating_sub(taken));
        }
    }
    let sequence = lengths.into_iter().flat_map(|(phase, length)| core::iter::repeat_n(phase, length.into()));
    sequence.take(total.into()).collect()
}

/// The day of each session at the cadence of the protocol.
fn days(cadence: &[Stretch], start: NaiveDate, sessions: usize) -> Vec<NaiveDate> {
    let mut days = Vec::with_capacity(sessions);
    let mut reached = start;
    let mut stretches = cadence.iter();
    let mut stretch = stretches.next();
    let mut since = 0;
    for number in (1_u16..).take(sessions) {
        if stretch.is_some_and(|stretch| number > stretch.to) {
            if let Some(next) = stretches.next() {
                reached = days.last().copied().unwrap_or(start);
                stretch = Some(next);
                since = 0;
            }
        }
        let (so_many, in_days) = stretch.map_or((1, WEEKLY), |stretch| (stretch.sessions.max(1), stretch.days));
        if number > 1 {
            since += 1;
        }
        days.push(later(reached, since * u32::from(in_days) / u32::from(so_many)));
    }
    days
}

/// Days from one session to the next at the cadence that most of the sessions have.
pub(super) fn interval(protocol: &Protocol) -> u16 {
    let prevailing = protocol.spec().cadence.iter().max_by_key(|stretch| stretch.to - stretch.from);
    prevailing.map_or(WEEKLY, |stretch| (stretch.days / stretch.sessions.max(1)).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::preset;

    fn day(n: u32) -> NaiveDate {
        later(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(), n)
    }

    #[test]
    fn the_sixteen_sessions_of_acute_treatment_lie_three_ten_three() {
        let plan = Plan::new(&preset::ACUTE_16, day(0));
        let count = |phase| plan.of(phase).count();
        assert_eq!((count(Phase::Initial), count(Phase::Middle), count(Phase::Termination)), (3, 10, 3));
        assert_eq!((plan.opened, plan.opens_in, plan.last_day()), (earlier(day(0), 7), Phase::Assessment, day(105)));
    }

    #[test]
    fn sessions_are_spaced_stretch_by_stretch() {
        let stretch = |from, to, sessions, days| Stretch { from, to, sessions, days };
        let twice = [stretch(1, 3, 2, 7), stretch(4, 5, 1, 14)];
        assert_eq!(days(&twice, day(0), 5), [day(0), day(3), day(7), day(21), day(35)]);
        assert_eq!(days(&[], day(0), 3), [day(0), day(7), day(14)]);
    }
}
