//! Which session lies on which day and in which phase, at the cadence of the protocol.

use alloc::vec::Vec;
use core::convert::Infallible;

use chrono::NaiveDate;

use super::{DaySpan, Milestones, PlannedWork, Terms};
use crate::{
    base::days::{earlier, later},
    pace::{WEEKLY, offsets},
    protocol::{Level, Protocol},
    record::inventory::Relation,
    vocabulary::{Phase, Track},
};

/// Days between sessions after the main track, where the protocol does not say. Our design, from
/// the trials of maintenance.
pub(crate) const MONTHLY: u16 = 28;
/// Sessions of continuation or maintenance where the protocol does not number them. Our design: a
/// short stretch that shows it.
const AFTERCARE: u16 = 6;

/// A session of the main track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) number: u16,
    pub(crate) day: NaiveDate,
    pub(crate) phase: Phase,
}

/// A phase after the main track, under a contract of its own.
#[derive(Debug, Clone)]
pub(crate) struct Aftercare {
    pub(crate) phase: Phase,
    pub(crate) days: Vec<NaiveDate>,
}

/// The main track, and what surrounds it.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    /// The terms on which it rests.
    pub(crate) terms: Terms,
    /// The day of the opening, on which the assessment takes place if the course begins with one.
    pub(crate) opened: NaiveDate,
    /// The phase in which the course opens.
    pub(crate) opens_in: Phase,
    pub(crate) slots: Vec<Slot>,
    /// Sessions of the tracks before, within and after the main one, by day.
    pub(crate) beside: Vec<(Track, NaiveDate)>,
    /// Whether acute treatment is concluded by a phase of its own.
    pub(crate) concludes: bool,
    pub(crate) aftercare: Vec<Aftercare>,
    /// What each session brings, where a plan says so; otherwise it follows from the place of the
    /// session.
    pub(crate) planned: Vec<Planned>,
    /// The days of sessions that were missed and count.
    pub(crate) missed: Vec<NaiveDate>,
    /// Breaks that are announced.
    pub(crate) breaks: Vec<DaySpan>,
}

/// What a session of the main track brings by a plan.
#[derive(Debug, Clone)]
pub(crate) struct Planned {
    pub(crate) number: u16,
    pub(crate) participants: Vec<Relation>,
    pub(crate) is_ahead: bool,
    pub(crate) work: PlannedWork,
    pub(crate) milestones: Milestones,
}

/// A session beside the main track that looks for its day: the day at the cadence, and the days
/// between which it may lie.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish {
    pub(crate) track: Track,
    pub(crate) ordinal: u16,
    pub(crate) day: NaiveDate,
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
}

/// Whether a protocol that asks for something at this level gets it in a plan.
pub(crate) const fn asked(level: Level) -> bool {
    matches!(level, Level::Must | Level::Should)
}

impl Schedule {
    /// A course at the cadence and the typical length of its protocol, whatever day that is.
    pub(crate) fn by_cadence(protocol: &Protocol, start: NaiveDate) -> Self {
        let terms = Terms::typical(protocol);
        let phases = phases(protocol, terms.sessions);
        let days = offsets(&protocol.spec().cadence, phases.len())
            .into_iter()
            .map(|offset| later(start, offset));
        let slots = numbered(phases, days);
        match Self::around(protocol, terms, slots, start, |wish| {
            Ok::<_, Infallible>(wish.day)
        }) {
            Ok(schedule) => schedule,
        }
    }

    /// What surrounds a main track, each session on the day that `place` finds for it.
    pub(crate) fn around<E>(
        protocol: &Protocol,
        terms: Terms,
        slots: Vec<Slot>,
        start: NaiveDate,
        mut place: impl FnMut(Wish) -> Result<NaiveDate, E>,
    ) -> Result<Self, E> {
        let last = slots.last().map_or(start, |slot| slot.day);
        let first_phase = slots.first().map_or(Phase::Assessment, |slot| slot.phase);
        let assessed = protocol.phase(Phase::Assessment).is_some()
            || first_phase != Phase::Initial
            || sessions_of(protocol, Track::PreTreatment) > 0;
        let mut schedule = Self {
            terms,
            opened: start,
            opens_in: if assessed {
                Phase::Assessment
            } else {
                Phase::Initial
            },
            slots,
            beside: Vec::new(),
            concludes: protocol
                .phase(Phase::Concluded)
                .is_some_and(|spec| !spec.optional),
            aftercare: Vec::new(),
            planned: Vec::new(),
            missed: Vec::new(),
            breaks: Vec::new(),
        };
        // In the order of the days, since what follows hangs on where the one before came to lie.
        if assessed {
            schedule.before(protocol, start, &mut place)?;
        }
        schedule.within(protocol, &mut place)?;
        let end = schedule.after(protocol, last, &mut place)?;
        schedule.follow(protocol, end, &mut place)?;
        Ok(schedule)
    }

    /// The opening, and the sessions before the main track: a week apart, and a week before it. One
    /// without a successor still lies before the first session.
    fn before<E>(
        &mut self,
        protocol: &Protocol,
        start: NaiveDate,
        mut place: impl FnMut(Wish) -> Result<NaiveDate, E>,
    ) -> Result<(), E> {
        let before = sessions_of(protocol, Track::PreTreatment);
        let week = u32::from(WEEKLY);
        let yesterday = earlier(start, 1);
        let wish = |ordinal: u16, day: NaiveDate, from: NaiveDate| Wish {
            track: Track::PreTreatment,
            ordinal,
            day: day.min(yesterday),
            from,
            until: yesterday,
        };
        let day = earlier(start, week * u32::from(before.max(1)));
        self.opened = place(wish(1, day, earlier(day, u32::from(MONTHLY))))?;
        let mut reached = self.opened;
        for i in 0..before {
            // The first lies on the day of the opening.
            if i > 0 {
                let day = later(self.opened, week * u32::from(i));
                reached = place(wish(i + 1, day, later(reached, 1)))?;
            }
            self.beside.push((Track::PreTreatment, reached));
        }
        Ok(())
    }

    /// The sessions of other tracks while the main one runs: spread over it, the day after a
    /// session and not too close to the next, one of a track a day.
    fn within<E>(
        &mut self,
        protocol: &Protocol,
        mut place: impl FnMut(Wish) -> Result<NaiveDate, E>,
    ) -> Result<(), E> {
        let apart = u32::from(protocol.spec().timing.gap_min_days.value);
        for track in [Track::MidTreatment, Track::AddedGroup] {
            let spread = spread(&self.slots, sessions_of(protocol, track));
            let mut earliest = NaiveDate::MIN;
            for (ordinal, (day, next)) in (1..).zip(spread) {
                let until = next
                    .map_or(later(day, apart), |next| earlier(next, apart))
                    .max(day);
                let (from, day_after) = (day.max(earliest), later(day, 1).max(earliest));
                let day = place(Wish {
                    track,
                    ordinal,
                    day: day_after,
                    from,
                    until: until.max(day_after),
                })?;
                earliest = later(day, 1);
                self.beside.push((track, day));
            }
        }
        Ok(())
    }

    /// The sessions after the main track, month by month. Returns the day of the last.
    fn after<E>(
        &mut self,
        protocol: &Protocol,
        last: NaiveDate,
        mut place: impl FnMut(Wish) -> Result<NaiveDate, E>,
    ) -> Result<NaiveDate, E> {
        let mut end = last;
        for track in [Track::PostTreatment, Track::Booster, Track::FollowUp] {
            for ordinal in 1..=sessions_of(protocol, track) {
                end = place(a_month_after(protocol, end, track, ordinal))?;
                self.beside.push((track, end));
                self.concludes |= protocol.phase(Phase::Concluded).is_some();
            }
        }
        Ok(end)
    }

    /// Continuation and maintenance, where the protocol asks for them and does not number them with
    /// the main track: month by month.
    fn follow<E>(
        &mut self,
        protocol: &Protocol,
        mut end: NaiveDate,
        mut place: impl FnMut(Wish) -> Result<NaiveDate, E>,
    ) -> Result<(), E> {
        for (phase, track) in [
            (Phase::Continuation, Track::Continuation),
            (Phase::Maintenance, Track::Maintenance),
        ] {
            let is_asked = protocol.phase(phase).is_some_and(|spec| !spec.optional);
            if !is_asked || self.slots.iter().any(|slot| slot.phase == phase) {
                continue;
            }
            let sessions = match sessions_of(protocol, track) {
                0 => AFTERCARE,
                sessions => sessions,
            };
            let mut days = Vec::new();
            for ordinal in 1..=sessions {
                end = place(a_month_after(protocol, end, track, ordinal))?;
                days.push(end);
            }
            self.aftercare.push(Aftercare { phase, days });
        }
        Ok(())
    }

    /// The sessions of one phase.
    pub(crate) fn of(&self, phase: Phase) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(move |slot| slot.phase == phase)
    }

    /// The sessions under one contract: those of acute treatment, or those of a phase that has a
    /// contract of its own.
    pub(crate) fn under_contract(&self, own: Option<Phase>) -> Vec<Slot> {
        let within = |slot: &&Slot| own.map_or(slot.phase.is_acute(), |phase| slot.phase == phase);
        self.slots.iter().filter(within).copied().collect()
    }

    /// The sessions over which the tasks of the ending are spread: those of the ending, or the last
    /// ones of a protocol without.
    pub(crate) fn ending(&self, at_least: u16) -> &[Slot] {
        let first = self
            .slots
            .iter()
            .position(|slot| slot.phase == Phase::Termination);
        let from = first.unwrap_or_else(|| self.slots.len().saturating_sub(at_least.max(1).into()));
        let until = self
            .slots
            .iter()
            .rposition(|slot| slot.phase == Phase::Termination);
        let until = until.map_or(self.slots.len(), |last| last + 1);
        self.slots.get(from..until).unwrap_or(&[])
    }

    /// The day of the last session of the main track.
    pub(crate) fn last_day(&self) -> NaiveDate {
        self.slots.last().map_or(self.opened, |slot| slot.day)
    }

    /// The day on which everything is over.
    pub(crate) fn closes(&self) -> NaiveDate {
        let beside = self.beside.iter().map(|&(_, day)| day);
        let after = self
            .aftercare
            .iter()
            .filter_map(|care| care.days.last().copied());
        beside.chain(after).fold(self.last_day(), NaiveDate::max)
    }
}

/// A session a month after another: not too close to it, and two months after it at most.
fn a_month_after(protocol: &Protocol, end: NaiveDate, track: Track, ordinal: u16) -> Wish {
    let month = u32::from(MONTHLY);
    let apart = u32::from(protocol.spec().timing.gap_min_days.value);
    Wish {
        track,
        ordinal,
        day: later(end, month),
        from: later(end, apart.max(1)),
        until: later(end, 2 * month),
    }
}

fn sessions_of(protocol: &Protocol, track: Track) -> u16 {
    let mut tracks = protocol.spec().tracks.iter();
    tracks
        .find(|spec| spec.track == track && asked(spec.level))
        .map_or(0, |spec| spec.sessions.value.typical)
}

/// The minutes of a session beside the main track, where the protocol has a length of its own for
/// it.
pub(crate) fn minutes_beside(protocol: &Protocol, track: Track) -> Option<u16> {
    let mut tracks = protocol
        .spec()
        .tracks
        .iter()
        .filter(|spec| spec.track == track && track != Track::Main);
    Some(tracks.next()?.minutes?.value.typical)
}

/// So many sessions of the main track, spread over it, each with the day of the one that follows.
fn spread(slots: &[Slot], sessions: u16) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let many = usize::from(sessions);
    let at = |i: usize| (2 * i + 1) * slots.len() / (2 * many);
    let days = |i: usize| {
        Some((
            slots.get(at(i))?.day,
            slots.get(at(i) + 1).map(|next| next.day),
        ))
    };
    (0..many).filter_map(days).collect()
}

/// Sessions of the main track on these days.
pub(crate) fn numbered(phases: Vec<Phase>, days: impl IntoIterator<Item = NaiveDate>) -> Vec<Slot> {
    phases
        .into_iter()
        .zip(days)
        .zip(1..)
        .map(|((phase, day), number)| Slot { number, day, phase })
        .collect()
}

/// The phase of each session: as the protocol numbers them, with an initial phase that is not long
/// and an ending of the length that the protocol asks for.
pub(crate) fn phases(protocol: &Protocol, total: u16) -> Vec<Phase> {
    let spec = protocol.spec();
    let numbered = |phase| {
        let (first, last) = protocol.phase(phase)?.typical?.value;
        Some(last.saturating_sub(first).saturating_add(1))
    };
    let has = |phase| protocol.phase(phase).is_some();
    let usual = spec.initial.sessions_usual.value;
    let ending = spec.ending.sessions_min.value..=spec.ending.sessions_max.value;

    let initial = if has(Phase::Initial) {
        numbered(Phase::Initial).map_or(usual, |n| n.min(usual))
    } else {
        0
    };
    let concluding = if has(Phase::Termination) {
        let number = numbered(Phase::Termination).unwrap_or(*ending.start());
        number.clamp(*ending.start(), *ending.end()).max(1)
    } else {
        0
    };
    // Fewer sessions than typical are fewer of those that follow acute treatment: that has a length
    // of its own.
    let acute = protocol
        .spec()
        .phases
        .iter()
        .filter(|phase| phase.phase.is_acute());
    let acute = acute
        .filter_map(|phase| phase.typical)
        .map(|typical| typical.value.1)
        .max()
        .unwrap_or(0);
    let mut room = total.saturating_sub(acute);
    let mut own = |phase| {
        let sessions = if has(phase) {
            numbered(phase).unwrap_or(0)
        } else {
            0
        };
        let sessions = sessions.min(room);
        room -= sessions;
        sessions
    };
    let mut lengths = Vec::from([
        (Phase::Initial, initial),
        (Phase::Middle, 0),
        (Phase::Termination, concluding),
        (Phase::Continuation, own(Phase::Continuation)),
        (Phase::Maintenance, own(Phase::Maintenance)),
    ]);
    // In fewer sessions than typical the phases at both ends are shorter, down to their least.
    let least = u16::from(has(Phase::Middle));
    for (phase, least_of) in [
        (Phase::Initial, 1),
        (Phase::Termination, (*ending.start()).max(1)),
    ] {
        let taken = lengths
            .iter()
            .fold(least, |sum: u16, &(_, length)| sum.saturating_add(length));
        let over = taken.saturating_sub(total);
        for (other, length) in &mut lengths {
            if *other == phase && *length > least_of {
                *length = length.saturating_sub(over).max(least_of);
            }
        }
    }
    // What the others leave is middle phase; of a protocol without one, the first of its phases
    // that treats.
    let taken = lengths
        .iter()
        .fold(0, |sum: u16, &(_, length)| sum.saturating_add(length));
    let treats = lengths
        .iter()
        .map(|&(phase, _)| phase)
        .find(|&phase| has(phase))
        .unwrap_or(Phase::Middle);
    let rest = if has(Phase::Middle) {
        Phase::Middle
    } else {
        treats
    };
    for (phase, length) in &mut lengths {
        if *phase == rest {
            *length = length.saturating_add(total.saturating_sub(taken));
        }
    }
    let sequence = lengths
        .into_iter()
        .flat_map(|(phase, length)| core::iter::repeat_n(phase, length.into()));
    sequence.take(total.into()).collect()
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
        let schedule = Schedule::by_cadence(&preset::ACUTE_16, day(0));
        let count = |phase| schedule.of(phase).count();
        assert_eq!(
            (
                count(Phase::Initial),
                count(Phase::Middle),
                count(Phase::Termination)
            ),
            (3, 10, 3)
        );
        assert_eq!(
            (schedule.opened, schedule.opens_in, schedule.last_day()),
            (earlier(day(0), 7), Phase::Assessment, day(105))
        );
    }

    #[test]
    fn in_fewer_sessions_both_ends_are_shorter_and_the_middle_stays() {
        let count = |total, phase| {
            phases(&preset::ACUTE_16, total)
                .into_iter()
                .filter(|&other| other == phase)
                .count()
        };
        let lengths = |total| {
            [Phase::Initial, Phase::Middle, Phase::Termination].map(|phase| count(total, phase))
        };
        assert_eq!(lengths(20), [3, 14, 3]);
        assert_eq!(lengths(12), [3, 6, 3]);
        assert_eq!(lengths(6), [2, 1, 3]);
        assert_eq!(lengths(4), [1, 1, 2]);
    }
}
