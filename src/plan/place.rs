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

use super::{Collision, Terms, Why, Window, availability::Calendar};
use crate::{
    base::days::{earlier, later},
    protocol::{Fraction, Interval, Protocol},
    record::contact::Anchor,
    rule::codes::{
        COMPLETED, END_FITS_NUMBERS as PLANNED_END, FASTER_PACE_IS_AGREED as FAST, LONG_GAP,
        MAINTENANCE_GAPS as GAP_AFTER_ACUTE, OVER_BY_THE_EVENT, SESSIONS_NOT_CROWDED as CROWDED,
        SPACING_DOES_NOT_DRIFT as DRIFT, TIME_LIMIT_KEPT as OVERRUN, WITHIN_WEEKS,
    },
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
    pub(super) planned_end: Option<(u32, u32)>,
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
) -> Option<(u32, u32)> {
    let acute = phases.partition_point(|phase| phase.is_acute());
    let expected = protocol.days_of(
        u16::try_from(acute).unwrap_or(u16::MAX),
        Interval::every(terms.interval_days?),
    );
    let tolerance = u32::from(protocol.spec().timing.planned_end_weeks.value) * 7;
    let cadence = steps
        .iter()
        .take(acute)
        .skip(1)
        .fold(0, |sum: u32, &step| sum.saturating_add(step));
    let fits = (
        expected.saturating_sub(tolerance),
        expected.saturating_add(tolerance),
    );
    (fits.0 <= cadence && cadence <= fits.1).then_some(fits)
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
type Bound = (NaiveDate, Why);

fn least(a: Bound, b: Bound) -> Bound {
    if b.0 < a.0 { b } else { a }
}

fn most(a: Bound, b: Bound) -> Bound {
    if b.0 > a.0 { b } else { a }
}

impl Track<'_> {
    fn is_acute(&self, index: usize) -> bool {
        self.phases.get(index).is_some_and(|phase| phase.is_acute())
    }

    /// The number of acute sessions, which come before the others.
    fn acute(&self) -> usize {
        self.phases.partition_point(|phase| phase.is_acute())
    }

    /// The interval that the rules measure the gap before a session in.
    pub(super) fn interval(&self, index: usize) -> Interval {
        let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
        if index < self.agreed_from {
            self.protocol.interval(number)
        } else {
            self.terms.interval_before(self.protocol, number)
        }
    }

    /// The least number of days from the session before.
    fn gap_min(&self, index: usize) -> (u32, Why) {
        let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
        if self
            .protocol
            .interval(number)
            .is_wider(self.interval(index))
        {
            // More than the usual pace is agreed: sessions may follow each other day by day.
            (1, self.why_interval())
        } else {
            (
                u32::from(self.protocol.spec().timing.gap_min_days.value).max(1),
                Why::Rule(CROWDED),
            )
        }
    }

    pub(super) fn why_interval(&self) -> Why {
        self.terms.why_interval(self.protocol)
    }

    /// The number of gaps over which the pace is looked at.
    fn pace_gaps(&self) -> u16 {
        self.protocol.spec().timing.pace_gaps.value.max(1)
    }

    /// The least number of days over as many gaps as the pace is looked at, up to a session.
    fn pace_min(&self, index: usize) -> u32 {
        let gaps = self.pace_gaps();
        let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
        let first = self.interval(index.saturating_sub(gaps.into()));
        let agreed = self
            .interval(index)
            .narrower(first)
            .narrower(self.protocol.interval(number));
        let Fraction { num, den } = self.protocol.spec().timing.pace_fast.value;
        let fast = u64::from(agreed.of(gaps).limit_once()) * u64::from(den);
        fast.checked_div(num.into())
            .map_or(0, |days| u32::try_from(days + 1).unwrap_or(u32::MAX))
    }

    /// The days that acute treatment is planned to take.
    fn planned_days(&self) -> u32 {
        let acute = u16::try_from(self.acute()).unwrap_or(u16::MAX);
        if let Some(weeks) = self.terms.weeks {
            return u32::from(weeks) * 7;
        }
        // Sessions that were missed and count are gone, and the contract is as long as it was.
        let sessions = self
            .terms
            .agreed
            .map_or(acute, |_| acute.max(self.terms.sessions));
        self.interval(self.acute().saturating_sub(1))
            .of(sessions)
            .limit_once()
    }

    /// The most days before an overrun is long.
    fn overrun_most(&self) -> u32 {
        let most = self.protocol.spec().timing.overrun_most.value;
        let days = u64::from(self.planned_days()) * u64::from(most.num) / u64::from(most.den);
        u32::try_from(days).unwrap_or(u32::MAX)
    }

    /// The day that the last acute session may not pass.
    fn end(&self, first: NaiveDate) -> Option<Bound> {
        self.acute().checked_sub(1)?;
        let weeks = u32::from(self.protocol.spec().timing.overrun_weeks.value);
        let days = self
            .planned_days()
            .saturating_add(weeks * 7)
            .min(self.overrun_most());
        let mut end = (self.calendar.after(first, days), Why::Rule(OVERRUN));
        if let Some((_, fits)) = self.planned_end {
            end = least(
                end,
                (self.calendar.after(first, fits), Why::Rule(PLANNED_END)),
            );
        }
        Some(end)
    }

    /// The day of the first session that treats.
    fn treats_from(&self, days: &[NaiveDate]) -> Option<NaiveDate> {
        let mut treats = days
            .iter()
            .zip(self.phases)
            .filter(|&(_, phase)| *phase != Phase::Assessment);
        treats.next().map(|(&day, _)| day)
    }

    /// The day before which the last session may not lie, where the protocol says after how many
    /// weeks a course is completed, and no other end was agreed.
    fn completed(&self, days: &[NaiveDate]) -> Option<Bound> {
        let weeks = self.protocol.spec().ending.completion_weeks?.value;
        let first = self
            .treats_from(days)
            .filter(|_| self.weeks_hold && days.len() + 1 == self.phases.len())?;
        Some((later(first, u32::from(weeks) * 7), Why::Rule(COMPLETED)))
    }

    /// The day that a session may not pass, so that the last one lies within the weeks after which
    /// the protocol ends treatment. They begin with the first session that treats.
    fn weeks_end(&self, days: &[NaiveDate]) -> Option<Bound> {
        let end = self
            .protocol
            .ends_by_weeks(self.treats_from(days).filter(|_| self.weeks_hold)?)?;
        let index = days.len();
        let acute = if self.is_acute(index) {
            self.least_from(index)
        } else {
            0
        };
        let follow =
            (self.acute().max(index + 1)..self.phases.len()).map(|index| self.gap_min(index).0);
        Some((
            earlier(end, follow.fold(acute, u32::saturating_add)),
            Why::Rule(WITHIN_WEEKS),
        ))
    }

    /// The day that a session may not pass so that the last one of its phase lies before an event
    /// outside treatment.
    fn event(&self, index: usize) -> Option<Bound> {
        let ends = self.over_by.iter().filter_map(|&(_, over, day)| {
            let until = self.phases.partition_point(|&phase| phase <= over);
            let follow = (index + 1..until)
                .map(|index| self.gap_min(index).0)
                .fold(0, u32::saturating_add);
            (index < until).then(|| (earlier(day, follow), Why::Rule(OVER_BY_THE_EVENT)))
        });
        ends.reduce(least)
    }

    /// The day that a session may not pass, whatever lies before it but the first.
    fn limit(&self, days: &[NaiveDate]) -> Option<Bound> {
        self.weeks_end(days)
            .into_iter()
            .chain(self.event(days.len()))
            .reduce(least)
    }

    /// Where the next session after these may lie.
    pub(super) fn window(&self, days: &[NaiveDate]) -> Window {
        let index = days.len();
        let timing = &self.protocol.spec().timing;
        let mut early: Bound = (self.not_before, Why::Availability);
        let Some((&first, &before)) = days.first().zip(days.last()) else {
            let limit = self.interval(0).limit(timing.gap_warn.value);
            let latest = self.calendar.after(self.not_before, limit);
            return Window::new(early, (latest, Why::Parameter("timing.gap_warn")));
        };
        let (gap, why) = if self.last_crisis == Some(index - 1) {
            (1, Why::Rule(CROWDED))
        } else {
            self.gap_min(index)
        };
        early = most(early, (later(before, gap), why));
        let interval = self.interval(index);
        let limit = interval.limit(timing.gap_warn.value);
        if !self.is_acute(index) {
            let late = (
                self.calendar.after(before, limit),
                Why::Rule(GAP_AFTER_ACUTE),
            );
            return Window::new(early, self.limit(days).map_or(late, |end| least(late, end)));
        }
        let mut late: Bound = (self.calendar.after(before, limit), Why::Rule(LONG_GAP));
        let gaps = self.pace_gaps();
        let stretch = index
            .checked_sub(gaps.into())
            .and_then(|since| days.get(since..));
        if let Some((since, stretch)) =
            stretch.and_then(|stretch| Some((*stretch.first()?, stretch)))
        {
            if self
                .last_crisis
                .is_none_or(|crisis| crisis + usize::from(gaps) < index)
            {
                early = most(early, (later(since, self.pace_min(index)), Why::Rule(FAST)));
            }
            let widest = interval.wider(self.interval(index - usize::from(gaps)));
            let is_long = |gap: &[NaiveDate]| match gap {
                [from, to] => {
                    let from = self.gap_from(*from, *to);
                    *to > self
                        .calendar
                        .after(from, widest.limit(timing.gap_warn.value))
                }
                _ => false,
            };
            // A gap that is long by itself is not made up for by sessions that crowd.
            if !stretch.windows(2).any(is_long) {
                late = least(
                    late,
                    (
                        self.calendar.after(since, self.drift(index)),
                        Why::Rule(DRIFT),
                    ),
                );
            }
        }
        if let Some((days, _)) = self.planned_end.filter(|_| index + 1 == self.acute()) {
            early = most(early, (later(first, days), Why::Rule(PLANNED_END)));
        }
        if let Some((end, why)) = self.end(first) {
            late = least(late, (earlier(end, self.least_from(index)), why));
        }
        if let Some(day) = self.completed(days) {
            early = most(early, day);
        }
        if let Some(end) = self.limit(days) {
            late = least(late, end);
        }
        Window::new(early, late)
    }

    /// The least number of days from a session to the last acute one.
    fn least_from(&self, index: usize) -> u32 {
        let gaps = u32::from(self.pace_gaps());
        let left = u32::try_from(self.acute().saturating_sub(index + 1)).unwrap_or(u32::MAX);
        let (gap, _) = self.gap_min(index);
        let paced = self.pace_min(index).max(gap.saturating_mul(gaps));
        (left / gaps)
            .saturating_mul(paced)
            .saturating_add((left % gaps).saturating_mul(gap))
    }

    /// Days for the sessions after those given.
    pub(super) fn place(&self, given: &[NaiveDate]) -> Result<Placed, Collision> {
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
    fn nearest(&self, given: &[NaiveDate]) -> Result<Placed, Collision> {
        self.each(given, |placed, window, due| {
            let found = self.within(placed.days.len(), window, due);
            found.ok_or_else(|| Self::collision(placed.days.len(), window))
        })
    }

    /// The nearest day, session after session, past the window where no day in it is available.
    pub(super) fn late(&self, given: &[NaiveDate]) -> Result<Placed, Collision> {
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
            Why::Rule(LONG_GAP | DRIFT) => Some(
                self.long_gap(days.len(), before, day)
                    .map_or(why, Why::Rule),
            ),
            Why::Rule(GAP_AFTER_ACUTE) if self.is_acute(days.len().saturating_sub(1)) => None,
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
        let most = self
            .interval(index)
            .limit(self.protocol.spec().timing.gap_warn.value);
        (to > self.calendar.after(from, most)).then_some(LONG_GAP)
    }

    /// The most days over as many gaps as the pace is looked at, up to a session.
    fn drift(&self, index: usize) -> u32 {
        let gaps = self.pace_gaps();
        let first = self.interval(index.saturating_sub(gaps.into()));
        self.interval(index)
            .wider(first)
            .of(gaps)
            .limit(self.protocol.spec().timing.gap_note.value)
    }

    /// What a session cannot keep, if it was long after the one before and a session of another
    /// track lies between: that ends a gap.
    pub(super) fn not_kept_since(
        &self,
        days: &[NaiveDate],
        between: NaiveDate,
        day: NaiveDate,
    ) -> Option<RuleCode> {
        let index = days.len();
        self.long_gap(index, between, day).or_else(|| {
            let since = index
                .checked_sub(self.pace_gaps().into())
                .and_then(|since| days.get(since));
            since
                .filter(|&&since| day > self.calendar.after(since, self.drift(index)))
                .map(|_| DRIFT)
        })
    }

    /// Whether a rule is one on the length of gaps between acute sessions.
    pub(super) fn is_on_gaps(code: RuleCode) -> bool {
        code == LONG_GAP
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
        mut take: impl FnMut(&Placed, Window, NaiveDate) -> Result<NaiveDate, Collision>,
    ) -> Result<Placed, Collision> {
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
            let window = self.window(&days);
            let from = window
                .not_before
                .max(pushed.get(index).copied().unwrap_or(NaiveDate::MIN));
            let found = self.calendar.first(from, window.not_after);
            if let Some(day) = found {
                days.push(day);
                continue;
            }
            // Which earlier session has to lie later, if one may.
            let back = match window.why_not_after {
                Why::Rule(DRIFT) => index.saturating_sub(self.pace_gaps().into()),
                Why::Rule(LONG_GAP | GAP_AFTER_ACUTE) => index.saturating_sub(1),
                // The end hangs on the first session alone.
                Why::Rule(OVERRUN | PLANNED_END | WITHIN_WEEKS) => 0,
                _ => return false,
            };
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

    /// The day at the cadence of a session that was due on one day and lies on another: it goes
    /// along by whole intervals, so that the day of the week stays.
    pub(super) fn moved(&self, index: usize, due: NaiveDate, day: NaiveDate) -> NaiveDate {
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

    fn collision(index: usize, window: Window) -> Collision {
        let session = u16::try_from(index + 1).unwrap_or(u16::MAX);
        if window.not_after == NaiveDate::MAX {
            Collision::CalendarEnds { session }
        } else if window.days().is_none() {
            Collision::NoRoom { session, window }
        } else {
            Collision::NoDay { session, window }
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
