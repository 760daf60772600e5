//! Finding days: each session of the main track as near to its day at the cadence as availability
//! and rules allow.
//!
//! What the rules about spacing leave open is a window between the sessions before. The first
//! attempt takes the nearest day, session after session. Only where that leads into a dead end is
//! it asked, before each step, whether the rest can still be placed: all demands say that one
//! session lies at least or at most so far from an earlier one, so taking the earliest day that
//! each allows, and moving a session later where its successor would come too late, finds days
//! whenever there are any.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{PlanError, Terms, Why, Window, availability::Calendar};
use crate::{
    base::days::{earlier, later},
    pace::{Bound, Bounds, Interval, Nth, Pace, code},
    protocol::Protocol,
    record::{contact::Anchor, contract::TimeFrame},
    vocabulary::{Phase, RuleCode},
};

/// Days after which the search for a late day is given up. Our design: a year.
const LATE_SEARCH: u32 = 366;

/// A main track whose sessions look for their days.
pub(super) struct Track<'a> {
    pub(super) protocol: &'a Protocol,
    pub(super) terms: &'a Terms,
    pub(super) calendar: &'a Calendar,
    /// The phase of each session, those held included.
    pub(super) phases: &'a [Phase],
    /// The first session before which the interval of the terms is in force; before that it is the
    /// protocol's.
    pub(super) agreed_from: usize,
    /// The day at the cadence of the first session that is ahead.
    pub(super) first: NaiveDate,
    /// The days from one session to the next at the cadence, for each session the one before it.
    pub(super) steps: &'a [u32],
    /// For each session the day on which it was due and the day that was found, by the plan so far.
    pub(super) kept: &'a [Option<(NaiveDate, NaiveDate)>],
    /// The first day on which a session that is ahead can lie.
    pub(super) not_before: NaiveDate,
    /// The last session held that was given to a crisis: days around a crisis are not measured by
    /// the pace.
    pub(super) last_crisis: Option<usize>,
    /// The least and the most days from the first to the last acute session, while the day of the
    /// last is still to be agreed.
    pub(super) planned_end: Option<Bounds>,
    /// Whether the weeks of a protocol that ends treatment with them are in force: nothing else was
    /// agreed.
    pub(super) weeks_hold: bool,
    /// Days of events outside treatment, each with the phase that is to be over by then.
    pub(super) over_by: &'a [(Anchor, Phase, NaiveDate)],
    /// Days of sessions of other tracks, which end a gap.
    pub(super) beside: &'a [NaiveDate],
}

/// The least and the most days from the first to the last acute session for which the planned end
/// fits sessions and interval. A protocol whose own cadence does not fit has that finding whatever
/// is planned.
pub(super) fn planned_end(
    protocol: &Protocol,
    terms: &Terms,
    phases: &[Phase],
    steps: &[u32],
) -> Option<Bounds> {
    let acute = phases.partition_point(|phase| phase.is_acute());
    let fits = Pace::of(protocol).planned_end(
        u16::try_from(acute).unwrap_or(u16::MAX),
        Interval::every(terms.interval_days?),
    );
    let cadence = steps
        .iter()
        .take(acute)
        .skip(1)
        .fold(0, |sum: u32, &step| sum.saturating_add(step));
    (fits.least.days <= cadence && cadence <= fits.most.days).then_some(fits)
}

/// The days that were found.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// Those of all sessions, held ones included.
    pub(super) days: Vec<NaiveDate>,
    /// The days at the cadence of the sessions ahead.
    pub(super) cadence: Vec<NaiveDate>,
    /// The sessions ahead that lie past their window, by index, with what they cannot keep.
    pub(super) late: Vec<(usize, Why)>,
}

/// A day that may not be passed, and why.
#[derive(Debug, Clone, Copy)]
struct Limit {
    day: NaiveDate,
    why: Why,
    /// The session from which it is counted: a later day for that one makes it later. `None` where
    /// nothing does.
    since: Option<usize>,
}

impl Limit {
    const fn new(day: NaiveDate, why: Why) -> Self {
        let since = None;
        Self { day, why, since }
    }

    const fn since(self, session: usize) -> Self {
        let since = Some(session);
        Self { since, ..self }
    }

    /// The earlier of two limits, the first where they are the same day.
    fn earlier(self, other: Self) -> Self {
        if other.day < self.day { other } else { self }
    }

    /// The later of two limits, the first where they are the same day.
    fn later(self, other: Self) -> Self {
        if other.day > self.day { other } else { self }
    }
}

impl Track<'_> {
    fn pace(&self) -> Pace<'_> {
        Pace::of(self.protocol)
    }

    fn is_acute(&self, index: usize) -> bool {
        self.phases.get(index).is_some_and(|phase| phase.is_acute())
    }

    /// The number of acute sessions, which come before the others.
    fn acute(&self) -> usize {
        self.phases.partition_point(|phase| phase.is_acute())
    }

    /// A session with the interval that the terms have for it.
    fn nth(&self, index: usize) -> Nth {
        Nth {
            number: u16::try_from(index + 1).unwrap_or(u16::MAX),
            agreed: self.terms.interval().filter(|_| index >= self.agreed_from),
        }
    }

    /// The interval that the rules measure the gap before a session in.
    pub(super) fn interval(&self, index: usize) -> Interval {
        self.pace().interval(self.nth(index))
    }

    pub(super) fn why_interval(&self) -> Why {
        self.terms.why_interval(self.protocol)
    }

    /// The day that a bound allows as the last, counted from another.
    fn last(&self, bound: Bound, from: NaiveDate) -> NaiveDate {
        bound.last(from, self.calendar.covered().iter().copied())
    }

    /// The limit that a bound sets, counted from the session of that index on that day.
    fn no_later(&self, bound: Bound, (since, from): (usize, NaiveDate)) -> Limit {
        Limit::new(self.last(bound, from), Why::Rule(bound.code)).since(since)
    }

    /// The least number of days from the session before, and why. Two sessions never lie on one
    /// day.
    fn gap_least(&self, index: usize) -> (u32, Why) {
        let session = self.nth(index);
        let least = self.pace().before(session).least;
        if self.pace().is_closer_by_agreement(session) {
            (1, self.why_interval())
        } else {
            (least.days.max(1), Why::Rule(least.code))
        }
    }

    /// What holds from as many sessions before as the pace is looked at over, and the index of the
    /// first of them.
    fn stretch(&self, index: usize) -> Option<(usize, Bounds)> {
        let first = index.checked_sub(self.pace().gaps().into())?;
        Some((first, self.pace().over(self.nth(first), self.nth(index))))
    }

    /// The day of the first session that treats, and its index.
    fn treats_from(&self, days: &[NaiveDate]) -> Option<(usize, NaiveDate)> {
        let mut treats = days
            .iter()
            .copied()
            .zip(self.phases)
            .enumerate()
            .filter(|(_, (_, phase))| **phase != Phase::Assessment);
        treats.next().map(|(index, (day, _))| (index, day))
    }

    /// Where the next session after these may lie.
    pub(super) fn window(&self, days: &[NaiveDate]) -> Window {
        let (early, late) = (self.no_earlier_than(days), self.no_later_than(days));
        Window::new((early.day, early.why), (late.day, late.why))
    }

    /// The first day on which the next session after these may lie.
    fn no_earlier_than(&self, days: &[NaiveDate]) -> Limit {
        let index = days.len();
        let mut early = Limit::new(self.not_before, Why::Availability);
        let Some((&first, &before)) = days.first().zip(days.last()) else {
            return early;
        };
        let after_crisis = self.last_crisis == index.checked_sub(1);
        let (gap, why) = if after_crisis {
            (1, Why::Rule(code::SESSIONS_NOT_CROWDED))
        } else {
            self.gap_least(index)
        };
        early = early.later(Limit::new(later(before, gap), why));
        if !self.is_acute(index) {
            return early;
        }
        let paced = self.stretch(index).filter(|&(since, _)| {
            // A stretch with a crisis in it says nothing about the pace.
            self.last_crisis.is_none_or(|crisis| crisis < since)
        });
        if let Some((from, (_, bounds))) =
            paced.and_then(|paced| Some((*days.get(paced.0)?, paced)))
        {
            let day = bounds.least.first(from);
            early = early.later(Limit::new(day, Why::Rule(bounds.least.code)));
        }
        if let Some(fits) = self.planned_end.filter(|_| index + 1 == self.acute()) {
            let day = fits.least.first(first);
            early = early.later(Limit::new(day, Why::Rule(fits.least.code)));
        }
        // The last session of all, where nothing but the protocol says when the course is over.
        let is_last = self.weeks_hold && index + 1 == self.phases.len();
        let completed = self.pace().completed().filter(|_| is_last);
        if let Some((least, (_, treats))) = completed.zip(self.treats_from(days)) {
            early = early.later(Limit::new(least.first(treats), Why::Rule(least.code)));
        }
        early
    }

    /// The last day on which the next session after these may lie.
    fn no_later_than(&self, days: &[NaiveDate]) -> Limit {
        let index = days.len();
        let Some((&first, &before)) = days.first().zip(days.last()) else {
            // No rule asks when treatment begins; a plan does not put it off longer than it would
            // put off the second session.
            let gap = self.pace().before(self.nth(0)).most;
            let why = Why::Parameter("timing.gap_warn");
            return Limit::new(self.last(gap, self.not_before), why);
        };
        let gap = if self.is_acute(index) {
            self.pace().before(self.nth(index)).most
        } else {
            let [_, long] = self.pace().after_acute(self.interval(index));
            long
        };
        let mut late = self.no_later(gap, (index - 1, before));
        if self.is_acute(index) {
            late = self.drifts(days).into_iter().fold(late, Limit::earlier);
            late = late.earlier(self.acute_end(index, first));
        }
        let ends = self.weeks_end(days).into_iter().chain(self.event(index));
        ends.fold(late, Limit::earlier)
    }

    /// The day after which the spacing would drift. A gap that is long by itself is not made up for
    /// by sessions that crowd.
    fn drifts(&self, days: &[NaiveDate]) -> Option<Limit> {
        let index = days.len();
        let (since, bounds) = self.stretch(index)?;
        let stretch = days.get(since..)?;
        let from = *stretch.first()?;
        let long = self.pace().long_within(self.nth(since), self.nth(index));
        let is_long = |gap: &[NaiveDate]| match *gap {
            [from, to] => to > self.last(long, self.gap_from(from, to)),
            _ => false,
        };
        let has_long = stretch.windows(2).any(is_long);
        (!has_long).then(|| self.no_later(bounds.most, (since, from)))
    }

    /// The day that an acute session may not pass so that the last one lies within the time that
    /// was planned, and near the end that is to be agreed.
    fn acute_end(&self, index: usize, first: NaiveDate) -> Limit {
        let mut end = self.no_later(self.pace().overrun(self.planned_days()), (0, first));
        if let Some(fits) = self.planned_end {
            end = end.earlier(self.no_later(fits.most, (0, first)));
        }
        Limit {
            day: earlier(end.day, self.least_from(index)),
            ..end
        }
    }

    /// The days that acute treatment is planned to take.
    fn planned_days(&self) -> u32 {
        let acute = u16::try_from(self.acute()).unwrap_or(u16::MAX);
        // Sessions that were missed and count are gone, and the contract is as long as it was.
        let sessions = self
            .terms
            .agreed
            .map_or(acute, |_| acute.max(self.terms.sessions));
        let frame = match self.terms.weeks {
            Some(weeks) => TimeFrame::SessionsWithinWeeks(sessions, weeks),
            None => TimeFrame::Sessions(sessions),
        };
        let last = self.nth(self.acute().saturating_sub(1));
        self.pace().planned_days(Some(frame), last)
    }

    /// The day that a session may not pass, so that the last one lies within the weeks after which
    /// the protocol ends treatment. They begin with the first session that treats.
    fn weeks_end(&self, days: &[NaiveDate]) -> Option<Limit> {
        let weeks = self.pace().weeks().filter(|_| self.weeks_hold)?;
        let end = self.no_later(weeks, self.treats_from(days)?);
        let index = days.len();
        let acute = if self.is_acute(index) {
            self.least_from(index)
        } else {
            0
        };
        let follow = self.acute().max(index + 1)..self.phases.len();
        let least = follow.map(|index| self.gap_least(index).0);
        Some(Limit {
            day: earlier(end.day, least.fold(acute, u32::saturating_add)),
            ..end
        })
    }

    /// The day that a session may not pass so that the last one of its phase lies before an event
    /// outside treatment.
    fn event(&self, index: usize) -> Option<Limit> {
        let ends = self.over_by.iter().filter_map(|&(_, over, day)| {
            let until = self.phases.partition_point(|&phase| phase <= over);
            let follow = (index + 1..until)
                .map(|index| self.gap_least(index).0)
                .fold(0, u32::saturating_add);
            let why = Why::Rule(code::OVER_BY_THE_EVENT);
            (index < until).then(|| Limit::new(earlier(day, follow), why))
        });
        ends.reduce(Limit::earlier)
    }

    /// The least number of days from a session to the last acute one.
    fn least_from(&self, index: usize) -> u32 {
        let gaps = u32::from(self.pace().gaps());
        let left = u32::try_from(self.acute().saturating_sub(index + 1)).unwrap_or(u32::MAX);
        let (gap, _) = self.gap_least(index);
        // The first whole stretch, where there is none before.
        let last = index.max(self.pace().gaps().into());
        let paced = self.stretch(last).map(|(_, bounds)| bounds.least.days);
        let paced = paced.unwrap_or(0).max(gap.saturating_mul(gaps));
        (left / gaps)
            .saturating_mul(paced)
            .saturating_add((left % gaps).saturating_mul(gap))
    }

    /// Days for the sessions after those given.
    pub(super) fn place(&self, given: &[NaiveDate]) -> Result<Placed, PlanError> {
        match self.nearest(given) {
            Ok(placed) => Ok(placed),
            Err(collision) => self.looking_ahead(given).ok_or(collision),
        }
    }

    /// The day for a session within its window: that of the plan so far, if nothing moved it, or
    /// the nearest.
    fn within(&self, index: usize, window: Window, due: NaiveDate) -> Option<NaiveDate> {
        match self.kept.get(index).copied().flatten() {
            Some((was_due, day))
                if was_due == due && window.contains(day) && self.calendar.allows(day) =>
            {
                Some(day)
            }
            _ => self
                .calendar
                .nearest(due, window.not_before, window.not_after),
        }
    }

    /// The nearest day, session after session.
    fn nearest(&self, given: &[NaiveDate]) -> Result<Placed, PlanError> {
        self.each(given, |placed, window, due| {
            let found = self.within(placed.days.len(), window, due);
            found.ok_or_else(|| Self::collision(placed.days.len(), window))
        })
    }

    /// The nearest day, session after session, past the window where no day in it is available.
    pub(super) fn late(&self, given: &[NaiveDate]) -> Result<Placed, PlanError> {
        let mut late = Vec::new();
        let placed = self.each(given, |placed, window, due| {
            let index = placed.days.len();
            if let Some(day) = self.within(index, window, due) {
                return Ok(day);
            }
            let until = later(window.not_before.max(due), LATE_SEARCH);
            let found = self.calendar.nearest(due, window.not_before, until);
            let day = found.ok_or_else(|| Self::collision(index, window))?;
            let not_kept = self.not_kept(&placed.days, day, window.why_not_after);
            late.extend(not_kept.map(|why| (index, why)));
            Ok(day)
        })?;
        Ok(Placed { late, ..placed })
    }

    /// What a session past its window cannot keep. A gap that is long has the rule of its length,
    /// whatever it does to the pace; the first gap after acute treatment is none.
    fn not_kept(&self, days: &[NaiveDate], day: NaiveDate, why: Why) -> Option<Why> {
        let before = days.last().copied().unwrap_or(day);
        match why {
            Why::Rule(code::LONG_GAP | code::SPACING_DOES_NOT_DRIFT) => {
                let long = self.long_gap(days.len(), before, day);
                Some(long.map_or(why, Why::Rule))
            }
            Why::Rule(code::MAINTENANCE_GAPS) if self.is_acute(days.len().saturating_sub(1)) => {
                None
            }
            _ => Some(why),
        }
    }

    /// The day on which a gap between two sessions of the main track begins.
    fn gap_from(&self, from: NaiveDate, to: NaiveDate) -> NaiveDate {
        self.beside
            .iter()
            .copied()
            .filter(|&day| from < day && day < to)
            .max()
            .unwrap_or(from)
    }

    /// The rule on the length of a gap from one day to a session on another, if it is long.
    fn long_gap(&self, index: usize, from: NaiveDate, to: NaiveDate) -> Option<RuleCode> {
        let most = self.pace().before(self.nth(index)).most;
        (to > self.last(most, from)).then_some(most.code)
    }

    /// What a session that came long after the one before cannot keep, if a session of another
    /// track lies between: that ends a gap, and what is left is the time since then and the pace.
    pub(super) fn not_kept_since(
        &self,
        days: &[NaiveDate],
        between: NaiveDate,
        day: NaiveDate,
    ) -> Option<RuleCode> {
        let index = days.len();
        self.long_gap(index, between, day).or_else(|| {
            let (since, Bounds { most, .. }) = self.stretch(index)?;
            (day > self.last(most, *days.get(since)?)).then_some(most.code)
        })
    }

    /// Whether a rule is one on the length of gaps between acute sessions.
    pub(super) fn is_on_gaps(code: RuleCode) -> bool {
        code == code::LONG_GAP
    }

    /// The same, taking only days after which the rest can be placed. `None` if there are none.
    fn looking_ahead(&self, given: &[NaiveDate]) -> Option<Placed> {
        if !self.can_go_on(given) {
            return None;
        }
        let placed = self.each(given, |placed, window, due| {
            let mut candidates = Vec::new();
            let mut from = window.not_before;
            while let Some(day) = self.calendar.first(from, window.not_after) {
                candidates.push(day);
                let Some(next) = day.succ_opt() else { break };
                from = next;
            }
            let kept = self.within(placed.days.len(), window, due);
            candidates.sort_by_key(|&day| (kept != Some(day), (day - due).num_days().abs()));
            let mut days = placed.days.clone();
            let found = candidates.into_iter().find(|&day| {
                days.truncate(placed.days.len());
                days.push(day);
                self.can_go_on(&days)
            });
            found.ok_or_else(|| Self::collision(placed.days.len(), window))
        });
        placed.ok()
    }

    /// Each session on the day that `take` takes for it, given those before, its window, and the
    /// day on which it is due.
    fn each(
        &self,
        given: &[NaiveDate],
        mut take: impl FnMut(&Placed, Window, NaiveDate) -> Result<NaiveDate, PlanError>,
    ) -> Result<Placed, PlanError> {
        let mut placed = Placed {
            days: given.to_vec(),
            ..Placed::default()
        };
        let mut due = self.first;
        while placed.days.len() < self.phases.len() {
            let index = placed.days.len();
            let day = take(&placed, self.window(&placed.days), due)?;
            placed.days.push(day);
            placed.cadence.push(due);
            let step = self.steps.get(index + 1).copied().unwrap_or(0);
            due = later(self.moved(index, due, day), step);
        }
        Ok(placed)
    }

    /// Whether the sessions after these can be placed.
    fn can_go_on(&self, given: &[NaiveDate]) -> bool {
        let many = self.phases.len();
        let mut days = given.to_vec();
        let mut pushed: Vec<NaiveDate> = Vec::new();
        pushed.resize(many, NaiveDate::MIN);
        while days.len() < many {
            let index = days.len();
            let (early, late) = (self.no_earlier_than(&days), self.no_later_than(&days));
            let from = early
                .day
                .max(pushed.get(index).copied().unwrap_or(NaiveDate::MIN));
            let found = self.calendar.first(from, late.day);
            if let Some(day) = found {
                days.push(day);
                continue;
            }
            // The session from which the last day is counted has to lie later, if it may.
            let Some(back) = late.since else { return false };
            if back < given.len() || back >= index {
                return false;
            }
            let Some(&day) = days.get(back) else {
                return false;
            };
            if let Some(least) = pushed.get_mut(back) {
                *least = later(day, 1);
            }
            days.truncate(back);
        }
        true
    }

    /// The day from which the cadence goes on after a session that was due on one day and lies on
    /// another. The first session sets the day of the week; with a later one the cadence goes along
    /// by whole intervals, so that the day of the week stays.
    pub(super) fn moved(&self, index: usize, due: NaiveDate, day: NaiveDate) -> NaiveDate {
        if index == 0 {
            return day;
        }
        let interval = self.interval(index).limit_once().max(1);
        let by = u32::try_from((day - due).num_days().unsigned_abs()).unwrap_or(u32::MAX);
        // More than half an interval is one.
        let by = (by / interval + u32::from(by % interval > interval / 2)).saturating_mul(interval);
        if day < due {
            earlier(due, by)
        } else {
            later(due, by)
        }
    }

    fn collision(index: usize, window: Window) -> PlanError {
        let session = u16::try_from(index + 1).unwrap_or(u16::MAX);
        if window.not_after == NaiveDate::MAX {
            PlanError::CalendarEnds { session }
        } else if window.days().is_none() {
            PlanError::NoRoom { session, window }
        } else {
            PlanError::NoDay { session, window }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        plan::{Availability, DaySpan, Weekday, Weekdays, course_plan},
        protocol::preset,
    };

    /// Whether days can be found at all, by trying each.
    fn exhaustive(track: &Track<'_>, days: &mut Vec<NaiveDate>) -> bool {
        if days.len() == track.phases.len() {
            return true;
        }
        let window = track.window(days);
        let mut from = window.not_before;
        while let Some(day) = track.calendar.first(from, window.not_after) {
            days.push(day);
            if exhaustive(track, days) {
                return true;
            }
            days.pop();
            from = later(day, 1);
        }
        false
    }

    #[test]
    fn days_are_found_whenever_there_are_any() {
        let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let mut state = 1_u64;
        let mut random = |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let (mut found, mut not, mut ahead) = (0, 0, 0);
        for _ in 0..4_000 {
            let weekdays: Weekdays = Weekday::ALL
                .iter()
                .copied()
                .filter(|_| random(5) == 0)
                .collect();
            let mut span = |longest: u64| {
                let from = later(start, u32::try_from(random(60)).unwrap());
                DaySpan::new(from, later(from, u32::try_from(random(longest)).unwrap()))
            };
            let off = [span(9), span(9), span(9), span(9)];
            let availability = Availability::new(weekdays)
                .with_off(off.to_vec())
                .with_breaks([span(9)].to_vec());
            let protocol = &preset::ACUTE_16;
            let terms = Terms::new(6).with_interval_days(7);
            let phases = course_plan::phases(protocol, &terms).unwrap();
            let steps = course_plan::steps(protocol, &terms, 0, 1, phases.len());
            let calendar = Calendar::new(&availability, &[]);
            let track = Track {
                protocol,
                terms: &terms,
                calendar: &calendar,
                phases: &phases,
                agreed_from: 0,
                first: start,
                steps: &steps,
                kept: &[],
                not_before: start,
                last_crisis: None,
                planned_end: planned_end(protocol, &terms, &phases, &steps),
                weeks_hold: true,
                over_by: &[],
                beside: &[],
            };
            let there_are = exhaustive(&track, &mut Vec::new());
            assert_eq!(track.place(&[]).is_ok(), there_are, "{availability:?}");
            found += u32::from(there_are);
            not += u32::from(!there_are);
            ahead += u32::from(there_are && track.nearest(&[]).is_err());
        }
        // Each of the cases comes up.
        assert!(
            found > 100 && not > 100 && ahead > 10,
            "{found} {not} {ahead}"
        );
    }
}
