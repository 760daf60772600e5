//! On which days sessions can be held.

use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate};

use crate::{
    base::{
        days::DaySpan,
        payload::payload,
        set::{enum_set, vocabulary},
    },
    pace::covered,
    record::contact::Anchor,
};

vocabulary! {
    /// A day of the week.
    pub closed enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

enum_set! {
    /// Days of the week.
    pub struct Weekdays(u8) of Weekday;
}

impl Weekday {
    /// The day of the week of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        day.weekday().into()
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

payload! {
    /// On which days sessions can be held, for patient and therapist alike.
    ///
    /// A day off is a day without a session. A break is one that is announced to the patient
    /// beforehand, as a holiday is: the rules about gaps between sessions do not count its days, so
    /// a plan may bridge a break where it may not bridge as many days off.
    ///
    /// ```
    /// use interpersonal::{chrono::NaiveDate, plan::{Availability, DaySpan, Weekday}};
    ///
    /// let day = |day| NaiveDate::from_ymd_opt(2026, 4, day).unwrap();
    /// let easter = DaySpan::new(day(3), day(12));
    /// let availability = Availability::on([Weekday::Monday]).with_breaks([easter].to_vec());
    /// assert!(!availability.allows(day(6)) && availability.allows(day(13)) && !availability.allows(day(14)));
    /// ```
    pub struct Availability {
        required {
            /// The days of the week on which sessions can be held.
            weekdays: Weekdays,
        }
        may {
            /// Days without a session that nobody announces, such as public holidays.
            off, with_off: Vec<DaySpan>,
            /// Breaks that are announced.
            breaks, with_breaks: Vec<DaySpan>,
            /// The day that the last session of the main track may not pass.
            not_after, with_not_after: Option<NaiveDate>,
            /// What that day hangs on: a birth, a release, the end of a term.
            anchor, with_anchor: Option<Anchor>,
        }
    }
}

impl Default for Availability {
    fn default() -> Self {
        Self::every_day()
    }
}

impl Availability {
    /// Any day.
    #[must_use]
    pub fn every_day() -> Self {
        Self::new(Weekdays::ALL)
    }

    /// These days of the week.
    #[must_use]
    pub fn on(weekdays: impl IntoIterator<Item = Weekday>) -> Self {
        Self::new(weekdays.into_iter().collect::<Weekdays>())
    }

    /// Whether a session can be held on a day. The day that the last session may not pass is not
    /// asked.
    #[must_use]
    pub fn allows(&self, day: NaiveDate) -> bool {
        let out = |spans: &[DaySpan]| spans.iter().any(|span| span.contains(day));
        self.weekdays.contains(Weekday::of(day)) && !out(&self.off) && !out(&self.breaks)
    }
}

/// An availability made ready for many questions: spans in order, none touching the next.
#[derive(Debug, Clone)]
pub(crate) struct Calendar {
    weekdays: Weekdays,
    out: Vec<DaySpan>,
    /// What covers a gap: announced breaks, and in a course under way pauses and stays in hospital.
    covered: Vec<DaySpan>,
}

impl Calendar {
    /// The calendar of an availability, with further stretches that cover gaps.
    pub(crate) fn new(availability: &Availability, covered: &[DaySpan]) -> Self {
        let both = availability
            .off
            .iter()
            .chain(&availability.breaks)
            .copied()
            .collect();
        let covers = availability.breaks.iter().chain(covered).copied().collect();
        Self {
            weekdays: availability.weekdays,
            out: merged(both),
            covered: merged(covers),
        }
    }

    /// The last stretch out of so many that begins on a day or before.
    fn at(spans: &[DaySpan], day: NaiveDate) -> Option<&DaySpan> {
        let after = spans.partition_point(|span| span.from <= day);
        spans.get(after.checked_sub(1)?)
    }

    pub(crate) fn allows(&self, day: NaiveDate) -> bool {
        self.weekdays.contains(Weekday::of(day))
            && Self::at(&self.out, day).is_none_or(|span| span.until < day)
    }

    /// The announced breaks and what else covers gaps, in order, none touching the next.
    pub(crate) fn covered(&self) -> &[DaySpan] {
        &self.covered
    }

    /// The day that lies so many days after another, not counting the days that are covered. The
    /// last one of several.
    pub(crate) fn after(&self, from: NaiveDate, days: u32) -> NaiveDate {
        covered::after(self.covered.iter().copied(), from, days)
    }

    /// The first available day between two, both included.
    pub(crate) fn first(&self, from: NaiveDate, until: NaiveDate) -> Option<NaiveDate> {
        let mut day = from;
        while day <= until {
            if self.allows(day) {
                return Some(day);
            }
            day = match Self::at(&self.out, day) {
                Some(span) if day <= span.until => span.until.succ_opt()?,
                _ if self.weekdays.is_empty() => return None,
                _ => day.succ_opt()?,
            };
        }
        None
    }

    /// The last available day between two, both included.
    pub(crate) fn last(&self, from: NaiveDate, until: NaiveDate) -> Option<NaiveDate> {
        let mut day = until;
        while from <= day {
            if self.allows(day) {
                return Some(day);
            }
            day = match Self::at(&self.out, day) {
                Some(span) if day <= span.until => span.from.pred_opt()?,
                _ if self.weekdays.is_empty() => return None,
                _ => day.pred_opt()?,
            };
        }
        None
    }

    /// The available day nearest to a wish within two days, both included; of two as near, the
    /// earlier.
    pub(crate) fn nearest(
        &self,
        wish: NaiveDate,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Option<NaiveDate> {
        if until < from {
            return None;
        }
        let wish = wish.clamp(from, until);
        let before = self.last(from, wish);
        // A later day matters only if it is nearer.
        let reach = before.map_or(until, |before| {
            let near = u32::try_from((wish - before).num_days()).unwrap_or(u32::MAX);
            crate::base::days::later(wish, near.saturating_sub(1)).min(until)
        });
        match before {
            Some(day) if day == wish => before,
            _ => self.first(wish, reach).or(before),
        }
    }
}

/// Stretches in order, those that overlap or touch made one. Empty ones are left out.
pub(crate) fn merged(mut spans: Vec<DaySpan>) -> Vec<DaySpan> {
    spans.retain(|span| span.from <= span.until);
    spans.sort_unstable();
    let mut merged: Vec<DaySpan> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if last.until.succ_opt().is_none_or(|next| span.from <= next) => {
                last.until = last.until.max(span.until);
            }
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        crate::base::days::later(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(), n)
    }

    #[test]
    fn of_two_days_as_near_the_earlier_is_taken() {
        let availability = Availability::on([Weekday::Monday, Weekday::Friday]);
        let calendar = Calendar::new(&availability, &[]);
        assert_eq!(calendar.nearest(day(9), day(0), day(30)), Some(day(7)));
        assert_eq!(calendar.nearest(day(10), day(0), day(30)), Some(day(11)));
        assert_eq!(calendar.nearest(day(9), day(8), day(30)), Some(day(11)));
        assert_eq!(calendar.nearest(day(9), day(8), day(10)), None);
    }

    #[test]
    fn days_of_a_break_do_not_count_and_days_off_do() {
        let availability = Availability::every_day()
            .with_off([DaySpan::new(day(2), day(3))].to_vec())
            .with_breaks(
                [
                    DaySpan::new(day(10), day(12)),
                    DaySpan::new(day(12), day(13)),
                ]
                .to_vec(),
            );
        let calendar = Calendar::new(&availability, &[]);
        assert_eq!(calendar.after(day(0), 9), day(9));
        assert_eq!(calendar.after(day(0), 10), day(14));
        assert_eq!(calendar.after(day(11), 1), day(15));
        assert_eq!(calendar.covered().len(), 1);
    }

    #[test]
    fn the_next_day_skips_what_is_out() {
        let availability = Availability::on([Weekday::Monday])
            .with_breaks([DaySpan::new(day(1), day(20))].to_vec());
        let calendar = Calendar::new(&availability, &[]);
        assert_eq!(calendar.first(day(1), day(40)), Some(day(21)));
        assert_eq!(calendar.last(day(1), day(20)), None);
        assert_eq!(
            Calendar::new(&Availability::new(Weekdays::EMPTY), &[]).first(day(0), NaiveDate::MAX),
            None
        );
    }
}
