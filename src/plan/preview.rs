//! What if: how the report would change if something were recorded.

use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;

use crate::{
    course::{BatchError, Course, Recorded, entry::Entry},
    rule::{Conformance, Finding, Outcome, Report, Validator},
    vocabulary::{Place, RuleCode},
};

/// A finding that weighs, stands or rests on something otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changed {
    /// As it is.
    pub before: Finding,
    /// As it would be.
    pub after: Finding,
}

impl Changed {
    /// Whether it weighs more than before, stands again after it was waived or made good, or says
    /// something else: a gap that was long is by now as long as a break.
    #[must_use]
    pub fn is_graver(&self) -> bool {
        let says_else = self.after.case != self.before.case;
        self.after.severity > self.before.severity
            || (self.after.stands() && (says_else || !self.before.stands()))
    }
}

/// A rule that would come out otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turned {
    /// The rule.
    pub code: RuleCode,
    /// How it comes out.
    pub before: Outcome,
    /// How it would come out.
    pub after: Outcome,
}

/// What would change in the report if entries were recorded.
///
/// Findings are matched by code and place: those of a session or another entry by the number of the
/// entry, which never changes, as a record only grows. That the number of a session among those
/// held moves is no change. Where several findings share code and place, those that rest on the
/// same kind of evidence are matched first.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Preview {
    /// The day as of which both reports are made. What would be recorded of a later day is not in
    /// sight.
    pub as_of: NaiveDate,
    /// What recording would answer, one for each entry in their order.
    pub recorded: Vec<Recorded>,
    /// The verdict as it is.
    pub conformance_before: Conformance,
    /// The verdict as it would be.
    pub conformance_after: Conformance,
    /// What would be found that is not found now, by place, then code.
    pub appear: Vec<Finding>,
    /// What is found now and would not be found any more.
    pub vanish: Vec<Finding>,
    /// What would be found as now, but with another severity, status or evidence.
    pub change: Vec<Changed>,
    /// The rules that would come out otherwise, in the order of codes.
    pub outcomes: Vec<Turned>,
}

impl Preview {
    /// Whether nothing in the report would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.appear.is_empty()
            && self.vanish.is_empty()
            && self.change.is_empty()
            && self.outcomes.is_empty()
    }
}

impl Course {
    /// What would change in the report if entries were recorded: the whole catalogue, as of a day.
    /// The course stays as it is.
    ///
    /// ```
    /// use interpersonal::{ActorRef, At, Course, Phase, Reporting, protocol::preset};
    /// use interpersonal::record::{safety::{ConcernKind, ConcernRaised, SafetyAction, SafetyResponse},
    /// setting::Opened};
    /// use interpersonal::rule::Finding;
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// let mut course = Course::open(&preset::ACUTE_16, at, Opened::new(Phase::Initial, Reporting::COMPLETE))?;
    /// course.record(at, ConcernRaised::new(ConcernKind::SuicidalIdeation))?;
    ///
    /// let response = at.entry(SafetyResponse::new(SafetyAction::SafetyPlan));
    /// let preview = course.preview(&[response], day)?;
    /// let codes = |findings: &[Finding]| findings.iter().map(|finding| finding.code.to_string()).collect::<Vec<_>>();
    /// assert_eq!(codes(&preview.vanish), ["IPT-189"]);
    /// assert_eq!(codes(&preview.appear), ["IPT-234"], "a note: a concern was raised and answered");
    /// assert_eq!(course.entries().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BatchError`] names the first entry that [`record`](Self::record) would refuse, and why.
    pub fn preview(&self, entries: &[Entry], as_of: NaiveDate) -> Result<Preview, BatchError> {
        Validator::new().preview(self, entries, as_of)
    }
}

impl Validator {
    /// What would change in this validator's report on a course if entries were recorded, as of a
    /// day. The course stays as it is.
    ///
    /// # Errors
    ///
    /// [`BatchError`] names the first entry that [`Course::record`] would refuse, and why.
    pub fn preview(
        &self,
        course: &Course,
        entries: &[Entry],
        as_of: NaiveDate,
    ) -> Result<Preview, BatchError> {
        let mut copy = course.clone();
        let mut recorded = Vec::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            let answer = copy.record_entry(entry.clone());
            recorded.push(answer.map_err(|why| BatchError {
                position: at + 1,
                why,
            })?);
        }
        let (before, after) = (self.validate(course, as_of), self.validate(&copy, as_of));
        let Difference {
            appear,
            vanish,
            change,
        } = Difference::between((as_of, &before.findings), (as_of, &after.findings));
        Ok(Preview {
            as_of,
            recorded,
            conformance_before: before.conformance,
            conformance_after: after.conformance,
            appear,
            vanish,
            change,
            outcomes: turned(&before, &after),
        })
    }
}

/// The rules that came out otherwise.
fn turned(before: &Report, after: &Report) -> Vec<Turned> {
    // A report without any outcome is one of a day before the opening.
    let outcome = |report: &Report, code| report.outcome(code).unwrap_or(Outcome::Off);
    let mut codes: Vec<RuleCode> = before
        .outcomes
        .iter()
        .chain(&after.outcomes)
        .map(|&(code, _)| code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let turned = codes.into_iter().map(|code| Turned {
        code,
        before: outcome(before, code),
        after: outcome(after, code),
    });
    turned
        .filter(|turned| turned.before != turned.after)
        .collect()
}

/// How two lists of findings differ.
#[derive(Debug, Default)]
pub(super) struct Difference {
    pub(super) appear: Vec<Finding>,
    pub(super) vanish: Vec<Finding>,
    pub(super) change: Vec<Changed>,
}

/// Findings, each list with the day as of which they were found.
pub(super) type Found<'a> = (NaiveDate, &'a [Finding]);

impl Difference {
    pub(super) fn between(before: Found<'_>, after: Found<'_>) -> Self {
        let mut difference = Self::default();
        let (before, after) = (Keyed::new(before), Keyed::new(after));
        let (mut b, mut a) = (before.0.as_slice(), after.0.as_slice());
        loop {
            let key = match (b.first(), a.first()) {
                (None, None) => break,
                (Some(one), None) | (None, Some(one)) => one.0,
                (Some(b), Some(a)) => b.0.min(a.0),
            };
            let (these, others) = (split(&mut b, key), split(&mut a, key));
            difference.group(these, others);
        }
        difference
            .appear
            .sort_by_key(|finding| (finding.place.rank(), finding.code));
        difference
            .vanish
            .sort_by_key(|finding| (finding.place.rank(), finding.code));
        difference
    }

    /// Matches findings of one code that lie in the same place.
    fn group(&mut self, before: &[(Key, Finding)], after: &[(Key, Finding)]) {
        let mut before: Vec<Option<Finding>> = before
            .iter()
            .map(|(_, finding)| Some(finding.clone()))
            .collect();
        let mut after: Vec<Option<Finding>> = after
            .iter()
            .map(|(_, finding)| Some(finding.clone()))
            .collect();
        let nearness: [fn(&Finding, &Finding) -> bool; 4] = [
            is_the_same,
            |b, a| b.case == a.case && b.related == a.related,
            |b, a| b.case == a.case,
            |_, _| true,
        ];
        for near in nearness {
            for one in &mut before {
                let Some(found) = one else { continue };
                let other = after.iter_mut().find(|other| {
                    other.as_ref().is_some_and(|other| {
                        is_same_place(found.place, other.place) && near(found, other)
                    })
                });
                if let Some(now) = other.and_then(Option::take) {
                    if !is_the_same(found, &now) {
                        self.change.push(Changed {
                            before: found.clone(),
                            after: now,
                        });
                    }
                    *one = None;
                }
            }
        }
        self.vanish.extend(before.into_iter().flatten());
        self.appear.extend(after.into_iter().flatten());
    }
}

/// The order in which findings are laid side by side: by place, then code. The day as of which a
/// report is made is the same place in each of them.
type Key = ((u8, u32), RuleCode);

struct Keyed(Vec<(Key, Finding)>);

impl Keyed {
    const TODAY: (u8, u32) = (u8::MAX, 0);

    fn new((as_of, findings): Found<'_>) -> Self {
        let key = |finding: &Finding| match finding.place {
            Place::Day(day) if day == as_of => (Self::TODAY, finding.code),
            place => (place.rank(), finding.code),
        };
        let mut keyed: Vec<(Key, Finding)> = findings
            .iter()
            .map(|finding| (key(finding), finding.clone()))
            .collect();
        keyed.sort_by_key(|&(key, _)| key);
        Self(keyed)
    }
}

/// Takes what lies under a key from the front.
fn split<'a>(rest: &mut &'a [(Key, Finding)], key: Key) -> &'a [(Key, Finding)] {
    let count = rest
        .iter()
        .take_while(|(other, _)| other.cmp(&key) == Ordering::Equal)
        .count();
    let (taken, left) = rest.split_at(count);
    *rest = left;
    taken
}

/// Whether two places under one key are one: the tasks that a protocol declares share a key.
fn is_same_place(one: Place, other: Place) -> bool {
    match (one, other) {
        (Place::Task(one), Place::Task(other)) => one == other,
        _ => true,
    }
}

fn is_the_same(one: &Finding, other: &Finding) -> bool {
    (one.severity, one.status, one.case) == (other.severity, other.status, other.case)
        && one.evidence == other.evidence
}
