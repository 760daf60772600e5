//! Where a rule writes.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    Case, Ctx, Due, Evidence, Finding, Place, Question, Severity, Status, StepRow, Unknown, Verb,
    finding::Speaker,
};
use crate::{
    course::due::{Beginning, conditions},
    machine::Guard,
    vocabulary::{Reporting, Stated, Topic},
};

/// How a rule came out for a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[expect(
    clippy::exhaustive_enums,
    reason = "the four answers, and a rule that was not asked"
)]
pub enum Outcome {
    /// It applies, and found nothing.
    Holds,
    /// It found something, whatever became of that.
    Found,
    /// What it asks about did not occur, or the protocol has none of it.
    DoesNotApply,
    /// The record does not report in full what would decide it.
    CannotTell,
    /// It was not asked: the protocol, the site or the edition leaves it out.
    Off,
}

/// Where a rule writes what it saw.
///
/// A rule has three verbs. It [`finds`](Sink::finds) what the record shows. It
/// [`lacks`](Sink::lacks) what the record does not show. It [`calls_for`](Sink::calls_for) an
/// answer that something on record demands. Each names the case of the rule that it is, whose
/// sentence says it. Whether silence is a finding, an open question or cannot be told is not the
/// rule's to say.
#[derive(Debug)]
pub struct Sink<'a> {
    pub(crate) ctx: Ctx<'a>,
    pub(crate) rule: &'a Speaker,
    /// What the rule weighs here, by protocol and site.
    pub(crate) severity: Severity,
    pub(crate) findings: &'a mut Vec<Finding>,
    /// How many of the findings were there before the rules that read findings.
    pub(crate) found: usize,
    pub(crate) unknown: &'a mut Vec<Unknown>,
    pub(crate) questions: &'a mut Vec<Question>,
    pub(crate) outcome: Outcome,
    pub(crate) applies: bool,
    /// What the next thing weighs, if the rule says so.
    pub(crate) weighs: Option<Severity>,
    /// What becomes of a finding that is none, so that a rule can go on as if it were one.
    pub(crate) dropped: Option<Finding>,
}

#[expect(
    clippy::large_types_passed_by_value,
    reason = "a rule hands over the values that it has just put together"
)]
impl Sink<'_> {
    /// The record shows it.
    pub fn finds(&mut self, case: &str, place: Place, evidence: Evidence) -> &mut Finding {
        let (case, severity) = self.case(case, &[Verb::Finds]);
        self.push(case, severity, place, evidence)
    }

    /// The record does not show it: a finding where the topics are all reported in full, otherwise
    /// it cannot be told.
    pub fn lacks(
        &mut self,
        case: &str,
        topics: impl Into<Reporting>,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        let (case, severity) = self.case(case, &[Verb::Lacks]);
        self.silent(case, severity, topics.into(), place, evidence)
    }

    /// Something on record demands an answer, and the record does not show it: a finding where the
    /// topics are all reported in full, otherwise an open question.
    pub fn calls_for(
        &mut self,
        case: &str,
        topics: impl Into<Reporting>,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        let (case, severity) = self.case(case, &[Verb::CallsFor]);
        self.silent(case, severity, topics.into(), place, evidence)
    }

    /// The same; an open question, whatever the record reports, where it is not certain that anything
    /// is demanded.
    pub(crate) fn calls_for_unless(
        &mut self,
        is_uncertain: bool,
        case: &str,
        topics: impl Into<Reporting>,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        if is_uncertain {
            self.asks(case, topics, place, evidence)
        } else {
            self.calls_for(case, topics, place, evidence)
        }
    }

    /// The same where the answer may lie before the record begins: an open question, whatever the
    /// record reports.
    pub(crate) fn asks(
        &mut self,
        case: &str,
        topics: impl Into<Reporting>,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        let (case, severity) = self.case(case, &[Verb::CallsFor]);
        self.cannot_tell_or_asks(case, severity, topics.into(), place, evidence)
    }

    /// What the record says of something that should be done: nothing to see where it was done, the
    /// first case where it is stated as not done, the second, which lacks it or calls for it, where
    /// the record does not say.
    pub fn stated(
        &mut self,
        stated: Stated,
        [not_done, silent]: [&str; 2],
        topics: impl Into<Reporting>,
        place: Place,
        evidence: Evidence,
    ) -> Option<&mut Finding> {
        match stated {
            Stated::Done => None,
            Stated::NotDone => Some(self.finds(not_done, place, evidence)),
            Stated::NotReported => {
                let (case, severity) = self.case(silent, &[Verb::Lacks, Verb::CallsFor]);
                Some(self.silent(case, severity, topics.into(), place, evidence))
            }
        }
    }

    /// Each step of the machine at which a condition was not met, or cannot be told to have been
    /// met. The case and its values come from the step; where the record cannot tell, the condition
    /// is open, or a question if the case calls for an answer.
    ///
    /// Met later it is late and no longer absent: a warning at most, unless a condition of the
    /// beginning was met only when more of the middle phase than the protocol's share lay behind.
    /// Integrity and safety keep their weight. A condition of the beginning has the value `due`.
    pub fn condition(
        &mut self,
        guard: Guard,
        topics: impl Into<Reporting>,
        says: impl Fn(&StepRow) -> (&'static str, Evidence),
    ) {
        let topics = topics.into();
        if !self.ctx.history.judged.contains(guard) {
            return self.does_not_apply();
        }
        let ctx = self.ctx;
        let over = ctx
            .history
            .beginning
            .as_ref()
            .filter(|over| over.step.judged.contains(guard));
        // What was found when the beginning was over is not found again when its label comes.
        let is_again = |step: &&StepRow| {
            over.is_some_and(|over| {
                step.seq == over.step.seq || !matches!(over.due, Due::Phase { .. })
            })
        };
        let others = ctx.steps().iter().filter(|step| !is_again(step));
        for step in over.map(|over| &over.step).into_iter().chain(others) {
            let is_unmet = step.unmet.contains(guard);
            if !is_unmet && !step.unknown.contains(guard) {
                continue;
            }
            let (case, mut evidence) = says(step);
            if over.is_some() || conditions().contains(guard) {
                evidence = evidence.with("due", due_of(step, over));
            }
            let (case, usual) = self.case(case, &[Verb::Finds, Verb::Lacks, Verb::CallsFor]);
            let place = ctx.place_of(step.seq);
            if !is_unmet {
                self.cannot_tell_or_asks(case, usual, topics, place, evidence);
                continue;
            }
            let later = ctx.met_later(guard, step);
            let waivable = self.rule.is_waivable();
            let too_late =
                later.is_some_and(|by| over.is_some() && super::catalogue::came_too_late(&ctx, by));
            let weight = if later.is_some() && waivable && !too_late {
                usual.min(Severity::Warning)
            } else {
                usual
            };
            let finding = self.push(case, weight, place, evidence);
            match later {
                Some(by) if too_late => finding.remedied_late_by(by),
                Some(by) => finding.remedied_by(by),
                None => finding,
            };
        }
    }

    /// What the next thing weighs, where that is less than its case usually does.
    #[must_use = "it is about the next thing that the rule says"]
    pub const fn weighing(&mut self, severity: Severity) -> &mut Self {
        self.weighs = Some(severity);
        self
    }

    /// The record holds something of what the rule asks about.
    pub const fn applies(&mut self) {
        self.applies = true;
    }

    /// It cannot be told, for a reason of the rule's own.
    pub fn cannot_tell(&mut self, topic: Topic, place: Place) {
        if self.outcome != Outcome::Found {
            self.outcome = Outcome::CannotTell;
        }
        self.unknown.push(Unknown {
            code: self.rule.code,
            place,
            topic,
        });
    }

    /// The record holds nothing of what the rule asks about. It does not apply where the topic is
    /// reported in full; otherwise it cannot be told whether there is anything.
    pub fn has_none(&mut self, topics: impl Into<Reporting>) {
        let reported = self.ctx.reporting();
        match topics
            .into()
            .iter()
            .find(|&topic| !reported.contains(topic))
        {
            None => self.does_not_apply(),
            Some(topic) => self.cannot_tell(topic, Place::Course),
        }
    }

    /// The rule does not apply to this record.
    pub const fn does_not_apply(&mut self) {
        if matches!(self.outcome, Outcome::Holds) {
            self.outcome = Outcome::DoesNotApply;
        }
    }

    /// What the rules found that look at the record alone. Empty for those rules themselves.
    pub(crate) fn found(&self) -> &[Finding] {
        self.findings.get(..self.found).unwrap_or_default()
    }

    /// What becomes of a rule that found nothing: it may not have applied, and that it found
    /// nothing may say nothing.
    pub(crate) fn close(&mut self) {
        if self.outcome != Outcome::Holds {
            return;
        }
        if !self.applies && !self.rule.looks_for.is_empty() {
            return self.has_none(self.rule.looks_for);
        }
        let reported = self.ctx.reporting();
        if let Some(topic) = self
            .rule
            .holds_if_reported
            .iter()
            .find(|&topic| !reported.contains(topic))
        {
            self.cannot_tell(topic, Place::Course);
        }
    }

    /// The case of that name, and what it weighs now.
    fn case(&mut self, name: &str, verbs: &[Verb]) -> (u8, Severity) {
        let at = self.rule.case(name);
        debug_assert!(
            at.and_then(|at| self.rule.cases.get(usize::from(at)))
                .is_some_and(|case| verbs.contains(&case.verb)),
            "{} has no such case {name}",
            self.rule.code
        );
        let usual = at
            .and_then(|at| self.rule.cases.get(usize::from(at)))
            .map_or(self.rule.severity, |case: &Case| case.severity);
        (at.unwrap_or(0), self.weighs.take().unwrap_or(usual))
    }

    /// What silence comes to.
    fn silent(
        &mut self,
        case: u8,
        severity: Severity,
        topics: Reporting,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        if self.not_reported(topics, place).is_empty() {
            return self.push(case, severity, place, evidence);
        }
        self.cannot_tell_or_asks(case, severity, topics, place, evidence)
    }

    fn cannot_tell_or_asks(
        &mut self,
        case: u8,
        severity: Severity,
        topics: Reporting,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        let silent = self.not_reported(topics, place);
        let finding = self.finding(case, self.capped(severity), place, evidence);
        if self
            .rule
            .cases
            .get(usize::from(case))
            .is_some_and(|case| case.verb == Verb::CallsFor)
        {
            if self.outcome != Outcome::Found {
                self.outcome = Outcome::CannotTell;
            }
            self.questions.push(Question {
                finding,
                topics: silent,
            });
            return match self.questions.last_mut() {
                Some(question) => &mut question.finding,
                None => unreachable!("it was pushed just now"),
            };
        }
        // A condition may be open although its topic is reported: the record began after it.
        if let Some(topic) = silent.iter().chain(topics.iter()).next() {
            self.cannot_tell(topic, place);
        }
        self.dropped.insert(finding)
    }

    /// Those of the topics that are not reported in full at a place.
    fn not_reported(&self, topics: Reporting, place: Place) -> Reporting {
        match self.day(place) {
            Some(day) => topics.difference(self.ctx.history.reporting_on(day)),
            // What may have happened before a record that begins in mid-course is unknown.
            None if self.ctx.began_midway() => topics,
            None => topics.difference(self.ctx.reporting()),
        }
    }

    fn day(&self, place: Place) -> Option<NaiveDate> {
        self.ctx.day_of(place)
    }

    /// A protocol or a site that grades the rule lower caps its findings; one that grades it higher
    /// raises those that weigh as much as the rule usually does. What the rule itself finds lighter
    /// stays so.
    fn capped(&self, severity: Severity) -> Severity {
        if severity == self.rule.severity {
            self.severity
        } else {
            severity.min(self.severity)
        }
    }

    fn push(
        &mut self,
        case: u8,
        severity: Severity,
        place: Place,
        evidence: Evidence,
    ) -> &mut Finding {
        self.outcome = Outcome::Found;
        let finding = self.finding(case, self.capped(severity), place, evidence);
        self.findings.push(finding);
        match self.findings.last_mut() {
            Some(finding) => finding,
            None => unreachable!("it was pushed just now"),
        }
    }

    fn finding(&self, case: u8, severity: Severity, place: Place, evidence: Evidence) -> Finding {
        let key = place
            .entry()
            .and_then(|entry| self.ctx.entry(entry))
            .and_then(|entry| entry.key);
        Finding {
            code: self.rule.code,
            severity,
            place,
            on: self.day(place),
            evidence,
            related: None,
            related_on: None,
            status: Status::Standing,
            key,
            follows: None,
            case,
            rule: self.rule.clone(),
            protocol: self.ctx.protocol.clone(),
            as_of: self.ctx.as_of,
        }
    }
}

/// With what a step of the beginning fell due: one that was taken again later, or in a record that
/// begins after the beginning, with its phase.
fn due_of(step: &StepRow, over: Option<&Beginning>) -> Due {
    match over {
        Some(over) if step.seq == over.step.seq => over.due,
        _ => Due::Phase {
            phase: step.to,
            on: step.on,
        },
    }
}
