//! Where a rule writes.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Ctx, Evidence, Finding, Place, RuleCode, Severity, Status, Unknown};
use crate::topic::{Reporting, Topic};

/// How a rule came out for a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(clippy::exhaustive_enums, reason = "the four answers, and a rule that was not asked")]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It found something.
    Found,
    /// It does not apply.
    DoesNotApply,
    /// It cannot be told.
    CannotTell,
    /// It was not asked: the protocol, the site or the edition leaves it out.
    Off,
}

/// Where a rule writes what it saw.
///
/// A rule has two verbs. It [`finds`](Sink::finds) what the record shows. It [`lacks`](Sink::lacks) what the record does not
/// show; whether that is a finding or cannot be told is not the rule's to say.
#[derive(Debug)]
pub struct Sink<'a> {
    pub(crate) ctx: Ctx<'a>,
    pub(crate) code: RuleCode,
    pub(crate) severity: Severity,
    pub(crate) default: Severity,
    pub(crate) findings: &'a mut Vec<Finding>,
    /// How many of the findings were there before the rules that read findings.
    pub(crate) found: usize,
    pub(crate) unknown: &'a mut Vec<Unknown>,
    pub(crate) outcome: Outcome,
    /// What becomes of a finding that is none, so that a rule can go on as if it were one.
    pub(crate) dropped: Option<Finding>,
}

impl Sink<'_> {
    /// The record shows it.
    pub fn finds(&mut self, place: Place, evidence: Evidence) -> &mut Finding {
        self.push(self.default, place, evidence)
    }

    /// The record shows it, and it weighs less, or more within what the rule's documentation says, than usual.
    pub fn finds_as(&mut self, severity: Severity, place: Place, evidence: Evidence) -> &mut Finding {
        self.push(severity, place, evidence)
    }

    /// The record does not show it. A finding where the topic is reported in full; otherwise it cannot be told.
    pub fn lacks(&mut self, topic: Topic, place: Place, evidence: Evidence) -> &mut Finding {
        self.lacks_as(self.default, topic, place, evidence)
    }

    /// The same, with a weight of its own.
    pub fn lacks_as(&mut self, severity: Severity, topic: Topic, place: Place, evidence: Evidence) -> &mut Finding {
        let day = self.day(place);
        let told = match day {
            Some(day) => self.ctx.reports(topic, day),
            // What may have happened before a record that begins in mid-course is unknown.
            None => !self.ctx.began_midway() && self.ctx.reporting().contains(topic),
        };
        if told {
            return self.push(severity, place, evidence);
        }
        self.cannot_tell(topic, place);
        let finding = self.finding(severity, place, evidence);
        self.dropped.insert(finding)
    }

    /// It cannot be told, for a reason of the rule's own.
    pub fn cannot_tell(&mut self, topic: Topic, place: Place) {
        if self.outcome != Outcome::Found {
            self.outcome = Outcome::CannotTell;
        }
        self.unknown.push(Unknown { code: self.code, place, topic });
    }

    /// The record holds nothing of what the rule asks about. It does not apply where the topic is reported in full; otherwise it
    /// cannot be told whether there is anything.
    pub fn has_none(&mut self, topic: Topic) {
        if self.ctx.reporting().contains(topic) {
            self.does_not_apply();
        } else {
            self.cannot_tell(topic, Place::Course);
        }
    }

    /// The rule does not apply to this record.
    pub fn does_not_apply(&mut self) {
        if self.outcome == Outcome::Holds {
            self.outcome = Outcome::DoesNotApply;
        }
    }

    /// What the rules found that look at the record alone. Empty for those rules themselves.
    pub(crate) fn found(&self) -> &[Finding] {
        self.findings.get(..self.found).unwrap_or_default()
    }

    /// That a rule found nothing says something only where the topics are reported in full throughout.
    pub(super) fn close(&mut self, needed: Reporting) {
        if self.outcome == Outcome::Holds && !self.ctx.reporting().includes(needed) {
            for topic in needed.difference(self.ctx.reporting()).iter() {
                self.cannot_tell(topic, Place::Course);
            }
        }
    }

    fn day(&self, place: Place) -> Option<NaiveDate> {
        match place {
            Place::Day(day) => Some(day),
            Place::Session { entry, .. } | Place::Entry(entry) => {
                self.ctx.entry(entry).and_then(|entry| entry.day().or(Some(entry.recorded_at.date_naive())))
            }
            Place::Course | Place::Phase(_) | Place::Region(_) | Place::Task(_) => None,
        }
    }

    fn push(&mut self, severity: Severity, place: Place, evidence: Evidence) -> &mut Finding {
        self.outcome = Outcome::Found;
        // A protocol or a site that grades the rule lower caps its findings; one that grades it higher raises those that weigh as
        // much as the rule usually does. What the rule itself finds lighter stays so.
        let severity = if severity == self.default { self.severity } else { severity.min(self.severity) };
        let finding = self.finding(severity, place, evidence);
        self.findings.push(finding);
        match self.findings.last_mut() {
            Some(finding) => finding,
            None => self.dropped.insert(finding),
        }
    }

    fn finding(&self, severity: Severity, place: Place, evidence: Evidence) -> Finding {
        let key = place.entry().and_then(|entry| self.ctx.entry(entry)).and_then(|entry| entry.key);
        Finding {
            code: self.code,
            severity,
            place,
            on: self.day(place),
            evidence,
            related: None,
            status: Status::Standing,
            key,
        }
    }
}
