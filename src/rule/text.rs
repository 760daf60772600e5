//! A report as text for people.

use alloc::vec::Vec;
use core::fmt;

use super::{Finding, Outcome, Place, Report, RuleMeta, Severity, Status, Unknown, explain};
use crate::{course::Course, rule::RuleKind};

/// A report as text: what it was checked against, the verdict, what cannot be told about safety, then what was found, place by
/// place.
///
/// It names dates, scores and codes, and never what anybody said.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    report: &'a Report,
    course: &'a Course,
    custom: &'a [&'a RuleMeta],
}

impl Report {
    /// The report as text, with the days of the course's entries and the protocol's own labels.
    #[must_use]
    pub const fn text<'a>(&'a self, course: &'a Course) -> Text<'a> {
        Text { report: self, course, custom: &[] }
    }

    /// One line: verdict, what stands, what could be decided.
    #[must_use]
    pub const fn summary(&self) -> Summary<'_> {
        Summary(self)
    }
}

impl<'a> Text<'a> {
    /// Titles of rules of one's own.
    #[must_use]
    pub const fn with_rules(mut self, custom: &'a [&'a RuleMeta]) -> Self {
        self.custom = custom;
        self
    }

    fn meta(&self, code: super::RuleCode) -> Option<&'a RuleMeta> {
        explain(code).or_else(|| self.custom.iter().copied().find(|meta| meta.code == code))
    }

    fn place(&self, place: Place, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = place.entry().and_then(|seq| self.course.entry(seq)).and_then(crate::Entry::day);
        match (place, day) {
            (Place::Phase(phase), _) => write!(f, "{}", self.course.protocol().label(phase)),
            (place, Some(day)) => write!(f, "{place}, {day}"),
            (place, None) => write!(f, "{place}"),
        }
    }

    fn finding(&self, finding: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  {:<7} {}  ", Weight(finding), finding.code)?;
        let meta = self.meta(finding.code);
        f.write_str(meta.map_or("a rule of one's own", |meta| &meta.title))?;
        if finding.evidence != (super::Evidence::Nothing {}) {
            write!(f, " [{}]", finding.evidence)?;
        }
        if let Status::Remedied { by } | Status::Waived { by } = finding.status {
            let how = if matches!(finding.status, Status::Remedied { .. }) { "remedied" } else { "waived" };
            write!(f, " {how} by {by}")?;
        }
        if let Some(related) = finding.related {
            write!(f, "; see {related}")?;
        }
        if let Some(key) = finding.key {
            write!(f, " (key {key})")?;
        }
        writeln!(f)?;
        let Some(meta) = meta else { return Ok(()) };
        if finding.severity == Severity::Note {
            return Ok(());
        }
        if let Some(source) = meta.sources.first() {
            writeln!(f, "          source: {source} ({})", meta.basis)?;
        }
        for (i, remedy) in meta.remedies.iter().enumerate() {
            write!(f, "{}{remedy}", if i == 0 { "          consider: " } else { ", " })?;
        }
        if meta.remedies.is_empty() { Ok(()) } else { writeln!(f) }
    }

    /// Questions that the record does not answer, one line a rule.
    fn unknown(&self, unknown: &[&Unknown], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = unknown;
        while let Some(first) = left.first() {
            let same = left.iter().take_while(|other| other.code == first.code).count();
            let (these, others) = left.split_at(same);
            write!(f, "  {}  {}", first.code, self.meta(first.code).map_or("", |meta| &meta.title))?;
            write!(f, " The record does not report {} in full", first.topic)?;
            match these.len() {
                1 => writeln!(f, " ({}).", first.place)?,
                2 => writeln!(f, " ({} and one more place).", first.place)?,
                places => writeln!(f, " ({} and {} more places).", first.place, places - 1)?,
            }
            left = others;
        }
        Ok(())
    }
}

struct Weight<'a>(&'a Finding);

impl fmt::Display for Weight<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.0.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        writeln!(
            f,
            "Checked against {} (version {}), rules {}, as of {}.",
            report.protocol, report.protocol_version, report.edition, report.as_of
        )?;
        for regrading in &report.regraded {
            let by = if regrading.source.is_some() { "the protocol" } else { "the site" };
            match regrading.severity {
                Some(severity) => writeln!(f, "  {} is graded {severity} by {by}.", regrading.code)?,
                None => writeln!(f, "  {} is switched off by {by}.", regrading.code)?,
            }
        }
        writeln!(f, "{}", report.summary())?;

        let is_safety = |code| explain(code).is_some_and(|meta| meta.kind == RuleKind::Safety);
        let (safety, other): (Vec<_>, Vec<_>) = report.unknown.iter().partition(|unknown| is_safety(unknown.code));
        if !safety.is_empty() {
            writeln!(f, "\nSafety: cannot be told")?;
            self.unknown(&safety, f)?;
        }

        let mut left = report.findings.as_slice();
        while let Some(first) = left.first() {
            let same = left.iter().take_while(|other| other.place == first.place).count();
            let (here, others) = left.split_at(same);
            writeln!(f)?;
            self.place(first.place, f)?;
            writeln!(f)?;
            for finding in here {
                self.finding(finding, f)?;
            }
            left = others;
        }

        if !other.is_empty() {
            writeln!(f, "\nCannot be told from this record")?;
            self.unknown(&other, f)?;
        }
        Ok(())
    }
}

/// A report in one line.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'a>(&'a Report);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(report) = self;
        let counts = report.counts();
        let coverage = report.coverage;
        write!(f, "The record {}: ", Verdict(report))?;
        write!(f, "{}, ", Number(counts.errors, "error"))?;
        write!(f, "{} and ", Number(counts.warnings, "warning"))?;
        write!(f, "{} stand", Number(counts.notes, "note"))?;
        if counts.remedied + counts.waived > 0 {
            write!(f, "; {} remedied, {} waived", counts.remedied, counts.waived)?;
        }
        write!(f, ". {} of {} rules decided", coverage.decided, coverage.asked)?;
        write!(f, ", {} do not apply, {} cannot be told", coverage.not_applicable, coverage.cannot_tell)?;
        let off = report.outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Off).count();
        if off > 0 {
            write!(f, ", {off} left out")?;
        }
        f.write_str(".")
    }
}

struct Verdict<'a>(&'a Report);

impl fmt::Display for Verdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.conformance {
            super::Conformance::Conforms => "conforms in what it tells",
            super::Conformance::ConformsWithDeviations => "conforms with deviations in what it tells",
            super::Conformance::DoesNotConform => "does not conform",
            super::Conformance::CannotTell => "does not tell enough",
        })
    }
}

struct Number(u32, &'static str);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number, what) = self;
        write!(f, "{number} {what}{}", if *number == 1 { "" } else { "s" })
    }
}
