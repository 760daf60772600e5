//! What validation says: findings, what cannot be told, the verdict, and against what.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Edition, Finding, Outcome, RuleCode, Severity, Status, Unknown};
use crate::{
    base::set::vocabulary,
    id::ProtocolId,
    source::{Basis, SourceId},
};

vocabulary! {
    /// The verdict of a report. It comes from what was found, never from what could not be told.
    pub closed enum Conformance {
        /// Nothing but notes was found.
        Conforms = "conforms",
        /// Warnings, waived errors or remedied findings were found.
        ConformsWithDeviations = "conforms_with_deviations",
        /// An error stands.
        DoesNotConform = "does_not_conform",
        /// Nothing was found, and no rule about treatment whose breach is an error could be decided.
        CannotTell = "cannot_tell",
    }
}

/// How many rules could be decided. Never a percentage, never a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Coverage {
    /// Rules that were asked.
    pub asked: u32,
    /// Rules that hold or found something.
    pub decided: u32,
    /// Rules that do not apply to the record.
    pub not_applicable: u32,
    /// Rules of which it cannot be told.
    pub cannot_tell: u32,
    /// Rules that were left out by the protocol, the site or the edition.
    pub off: u32,
}

impl Coverage {
    pub(super) fn count(&mut self, outcome: Outcome) {
        let kind = match outcome {
            Outcome::Holds | Outcome::Found => &mut self.decided,
            Outcome::DoesNotApply => &mut self.not_applicable,
            Outcome::CannotTell => &mut self.cannot_tell,
            Outcome::Off => &mut self.off,
        };
        *kind += 1;
        if outcome != Outcome::Off {
            self.asked += 1;
        }
    }
}

/// Findings by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Tally {
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Notes.
    pub notes: u32,
}

impl Tally {
    /// Those of one severity.
    #[must_use]
    pub const fn of(self, severity: Severity) -> u32 {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Note => self.notes,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.errors + self.warnings + self.notes
    }

    fn count(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        } += 1;
    }
}

/// How many findings stand, were remedied, were waived, by severity: a view without places, dates or codes, for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Counts {
    /// Findings that stand.
    pub standing: Tally,
    /// Findings that were remedied later.
    pub remedied: Tally,
    /// Findings that are waived.
    pub waived: Tally,
    /// Questions that the record does not answer.
    pub unknown: u32,
}

/// A rule that is not graded as the catalogue has it, and by whose decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Regrading {
    /// The rule.
    pub code: RuleCode,
    /// Its severity here; none switches it off.
    pub severity: Option<Severity>,
    /// The protocol's source; none if the site decided.
    pub source: Option<(SourceId, Basis)>,
}

/// What validation says of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The day as of which the course was checked.
    pub as_of: NaiveDate,
    /// The protocol against which it was checked.
    pub protocol: ProtocolId,
    /// The version of its description.
    pub protocol_version: u16,
    /// The edition of the rules.
    pub edition: Edition,
    /// Rules that the protocol or the site grades otherwise.
    pub regraded: Vec<Regrading>,
    /// The verdict.
    pub conformance: Conformance,
    /// How many rules could be decided.
    pub coverage: Coverage,
    /// What was found, by place, then code.
    pub findings: Vec<Finding>,
    /// What cannot be told: questions of safety first, then by code.
    pub unknown: Vec<Unknown>,
    /// How each rule came out, in the order of codes.
    pub outcomes: Vec<(RuleCode, Outcome)>,
}

impl Report {
    /// The weightiest severity among the findings that stand.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.standing().map(|finding| finding.severity).max()
    }

    /// The findings that stand.
    pub fn standing(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.stands())
    }

    /// The findings under a code.
    pub fn of(&self, code: RuleCode) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.code == code)
    }

    /// How a rule came out.
    #[must_use]
    pub fn outcome(&self, code: RuleCode) -> Option<Outcome> {
        self.outcomes.iter().find(|(other, _)| *other == code).map(|&(_, outcome)| outcome)
    }

    /// Counts alone: what may go into a log.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { unknown: u32::try_from(self.unknown.len()).unwrap_or(u32::MAX), ..Counts::default() };
        for finding in &self.findings {
            let tally = match finding.status {
                Status::Standing => &mut counts.standing,
                Status::Remedied { .. } => &mut counts.remedied,
                Status::Waived { .. } => &mut counts.waived,
            };
            tally.count(finding.severity);
        }
        counts
    }
}

/// The verdict from the findings and from whether a rule about treatment could be decided.
pub(super) fn conformance(findings: &[Finding], decided: bool) -> Conformance {
    let mut verdict = Conformance::Conforms;
    for finding in findings {
        match (finding.status, finding.severity) {
            (Status::Standing, Severity::Error) => return Conformance::DoesNotConform,
            (_, Severity::Note) => {}
            _ => verdict = Conformance::ConformsWithDeviations,
        }
    }
    if verdict == Conformance::Conforms && !decided && findings.is_empty() { Conformance::CannotTell } else { verdict }
}
