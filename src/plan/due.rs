//! What becomes due as days pass.

use alloc::vec::Vec;
use chrono::{Days, NaiveDate};

use super::preview::{Changed, Difference};
use crate::{
    course::{
        Course,
        entry::{Content, WaiverScope},
    },
    record::Fact,
    rule::{Finding, Scratch, Validator, codes},
    vocabulary::RuleCode,
};

/// How many days ahead is looked, some ten years. No protocol has a limit that long; the number is
/// this crate's own.
pub const HORIZON_DAYS: u64 = 3660;

/// The rules that ask for something on the day itself.
const SAME_DAY: &[RuleCode] = &[
    codes::URGENT_ACTION_IN_DANGER,
    codes::DANGER_IN_SCREEN,
    codes::CONCERN_HAS_RESPONSE,
    codes::ENDORSED_ITEM_IS_FOLLOWED,
    codes::SOUGHT_THE_SAME_DAY,
];

/// The next day on which something is found that was not found before, if nothing more is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Due {
    /// The day: the first on which it is late. What is asked for can be done in time on the day
    /// before.
    pub on: NaiveDate,
    /// What is found on that day and was not, by place, then code.
    pub appear: Vec<Finding>,
    /// What was found before and now weighs more, or stands again.
    pub graver: Vec<Changed>,
}

impl Due {
    /// The last day on which it is not late yet.
    #[must_use]
    pub fn in_time_until(&self) -> NaiveDate {
        self.on.pred_opt().unwrap_or(self.on)
    }

    /// What is found on the day: what appears and what weighs more.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.appear
            .iter()
            .chain(self.graver.iter().map(|changed| &changed.after))
    }

    /// The rules that find it.
    pub fn codes(&self) -> impl Iterator<Item = RuleCode> + '_ {
        self.findings().map(|finding| finding.code)
    }
}

impl Course {
    /// The next day on which something becomes late if nothing more is recorded, and what: the
    /// whole catalogue, seen from a day.
    ///
    /// ```
    /// use interpersonal::{ActorRef, At, Course, Phase, Reporting, chrono::Days, protocol::preset};
    /// use interpersonal::record::{session::Session, setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// let mut course = Course::open(&preset::ACUTE_16, at, Opened::new(Phase::Initial, Reporting::COMPLETE))?;
    /// course.record(at, Session::attended())?;
    ///
    /// // Sessions are weekly, and a gap of more than one and a half intervals is worth a note.
    /// let due = course.next_due(day).unwrap();
    /// assert_eq!(due.in_time_until(), day + Days::new(10));
    /// assert!(due.to_string().starts_with("In time until 15 January 2026; if nothing more is recorded, the report will say afterwards: "));
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    #[must_use]
    pub fn next_due(&self, as_of: NaiveDate) -> Option<Due> {
        Validator::new().next_due(self, as_of)
    }
}

impl Validator {
    /// The next day after a day on which this validator finds something that it does not find as of
    /// that day, if nothing more is recorded. `None` if there is none within [`HORIZON_DAYS`].
    ///
    /// The rules themselves are asked, not a copy of their numbers: between two days on which
    /// something in the record begins or ends, a rule changes its answer in one direction only as
    /// days pass, so the first day on which it does is found by halving. A rule of one's own that
    /// answers otherwise may be found late, never wrongly: what is returned is what the report of
    /// that day holds.
    ///
    /// What is asked for on the day itself, such as the answer to a concern or a patient who stayed
    /// away, is in time until that day is over: it is due on the next, although the report of the
    /// day has it already.
    ///
    /// Entries of later days that the record holds already come into sight on their days; what they
    /// bring is due then.
    #[must_use]
    pub fn next_due(&self, course: &Course, as_of: NaiveDate) -> Option<Due> {
        let mut days = Looks {
            validator: self,
            course,
            scratch: Scratch::default(),
        };
        let mut base = days.on(as_of);
        // What is asked for on the day itself is in time until the day is over.
        base.findings
            .retain(|finding| !(finding.on == Some(as_of) && SAME_DAY.contains(&finding.code)));
        let mut start = base.clone();
        for stop in turning_points(course, as_of) {
            // Within one stretch there may be several changes, and the first of them may be that
            // something vanishes.
            while start.day < stop {
                let end = days.on(stop);
                let next = if start.is_as_on(&end) {
                    end
                } else {
                    days.first_change(&start, end)
                };
                if let Some(due) = next.due_since(&base) {
                    return Some(due);
                }
                start = next;
            }
        }
        None
    }
}

/// What is found on a day.
#[derive(Debug, Clone)]
struct Look {
    day: NaiveDate,
    findings: Vec<Finding>,
}

impl Look {
    fn difference(&self, later: &Self) -> Difference {
        Difference::between((self.day, &self.findings), (later.day, &later.findings))
    }

    /// Whether the same is found on another day. That a number of days grows with the days is no
    /// change.
    fn is_as_on(&self, later: &Self) -> bool {
        let difference = self.difference(later);
        let alike = |changed: &Changed| {
            let weighs = |finding: &Finding| (finding.case, finding.severity, finding.status);
            weighs(&changed.before) == weighs(&changed.after)
        };
        difference.appear.is_empty()
            && difference.vanish.is_empty()
            && difference.change.iter().all(alike)
    }

    fn due_since(&self, base: &Self) -> Option<Due> {
        let Difference {
            appear, mut change, ..
        } = base.difference(self);
        change.retain(Changed::is_graver);
        (!appear.is_empty() || !change.is_empty()).then_some(Due {
            on: self.day,
            appear,
            graver: change,
        })
    }
}

struct Looks<'a> {
    validator: &'a Validator,
    course: &'a Course,
    scratch: Scratch,
}

impl Looks<'_> {
    fn on(&mut self, day: NaiveDate) -> Look {
        self.validator
            .validate_into(self.course, day, &mut self.scratch);
        Look {
            day,
            findings: self.scratch.findings().to_vec(),
        }
    }

    /// The first day after the start on which something else is found, given a day on which it is.
    fn first_change(&mut self, start: &Look, changed: Look) -> Look {
        let (mut same, mut changed) = (start.day, changed);
        while let Some(days) = changed
            .day
            .signed_duration_since(same)
            .num_days()
            .checked_div(2)
            .filter(|&days| days > 0)
        {
            let Some(middle) = same.checked_add_days(Days::new(days.unsigned_abs())) else {
                break;
            };
            let look = self.on(middle);
            if start.is_as_on(&look) {
                same = middle;
            } else {
                changed = look;
            }
        }
        changed
    }
}

/// The days after a day between which only days pass: those on which an entry comes into sight, a
/// break or a waiver begins or ends, each with the day before, and the horizon.
fn turning_points(course: &Course, as_of: NaiveDate) -> Vec<NaiveDate> {
    let horizon = as_of
        .checked_add_days(Days::new(HORIZON_DAYS))
        .unwrap_or(NaiveDate::MAX);
    let next = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let mut days = Vec::new();
    for (_, on, fact) in course.facts() {
        days.push(on);
        if let Fact::BreakAnnounced(announced) = fact {
            days.extend([announced.from, next(announced.until)]);
        }
    }
    for entry in course.entries() {
        match &entry.content {
            Content::Waive(waive) => {
                if let WaiverScope::Until(day) = waive.scope {
                    days.push(next(day));
                }
            }
            Content::ChangeProtocol { on, .. } => days.push(*on),
            Content::Fact { .. } | Content::Strike(_) | Content::Correct(_) => {}
        }
    }
    let before: Vec<NaiveDate> = days.iter().filter_map(NaiveDate::pred_opt).collect();
    days.extend(before);
    days.push(horizon);
    days.retain(|&day| as_of < day && day <= horizon);
    days.sort_unstable();
    days.dedup();
    days
}
