//! A report as text for people.

use alloc::vec::Vec;
use core::fmt;

use super::{
    Conformance, Counts, Finding, Language, Place, Regrading, Report, RuleCode, RuleKind, RuleMeta, Severity, Status,
    Unknown, explain,
    language::{Said, Say, fill},
};
use crate::{course::Course, source::Citation, topic::Topic};

/// A report as text: what it was checked against, the verdict, the two tallies, safety first, then what was found place by place,
/// then what cannot be told and why.
///
/// It names dates, scores and codes, and never what anybody said.
///
/// ```
/// # use interpersonal::{ProblemArea, exemplar::Exemplar, protocol::preset, rule::{Language, Validator}, chrono::NaiveDate};
/// # let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// # let course = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).course()?;
/// let report = Validator::new().validate(&course, course.state().last_day());
/// let german = report.text(&course).in_language(&Language::GERMAN).to_string();
/// assert_ne!(german, report.text(&course).to_string());
/// # Ok::<(), interpersonal::ReplayError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    report: &'a Report,
    course: &'a Course,
    custom: &'a [&'a RuleMeta],
    language: &'a Language,
}

impl Report {
    /// The report as text, with the days of the course's entries and the protocol's own labels.
    #[must_use]
    pub const fn text<'a>(&'a self, course: &'a Course) -> Text<'a> {
        Text { report: self, course, custom: &[], language: &Language::ENGLISH }
    }

    /// One line: verdict, what stands, what could be decided.
    #[must_use]
    pub const fn summary(&self) -> Summary<'_> {
        Summary { report: self, language: &Language::ENGLISH }
    }
}

/// Columns after which a list of codes goes on in a new line.
const WIDTH: usize = 100;

impl<'a> Text<'a> {
    /// Titles of rules of one's own.
    #[must_use]
    pub const fn with_rules(mut self, custom: &'a [&'a RuleMeta]) -> Self {
        self.custom = custom;
        self
    }

    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }

    fn meta(&self, code: RuleCode) -> Option<&'a RuleMeta> {
        explain(code).or_else(|| self.custom.iter().copied().find(|meta| meta.code == code))
    }

    fn is_safety(&self, code: RuleCode) -> bool {
        self.meta(code).is_some_and(|meta| meta.kind == RuleKind::Safety)
    }

    fn say<T>(&self, what: T) -> Say<'_, T> {
        Say(self.language, Some(self.course.protocol()), what)
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (report, phrases) = (self.report, self.language.phrases);
        let values: [(&str, &dyn fmt::Display); 4] = [
            ("protocol", &report.protocol),
            ("version", &report.protocol_version),
            ("edition", &report.edition),
            ("day", &report.as_of),
        ];
        fill(f, phrases.checked, &values)?;
        writeln!(f)?;
        for regrading in &report.regraded {
            let Regrading { code, severity, source } = regrading;
            let severity_word = severity.map(|severity| self.language.word(severity.name()));
            let work = source.map(|(work, _)| Citation::from(work));
            let template = match (&severity_word, &work) {
                (Some(_), Some(_)) => phrases.graded_by_protocol,
                (None, Some(_)) => phrases.off_by_protocol,
                (Some(_), None) => phrases.graded_by_site,
                (None, None) => phrases.off_by_site,
            };
            let mut values: Vec<(&str, &dyn fmt::Display)> = [("code", code as &dyn fmt::Display)].to_vec();
            values.extend(severity_word.as_ref().map(|word| ("severity", word as &dyn fmt::Display)));
            values.extend(work.as_ref().map(|work| ("source", work as &dyn fmt::Display)));
            f.write_str("  ")?;
            fill(f, template, &values)?;
            writeln!(f)?;
        }
        writeln!(f, "{}", verdict(report, self.language))?;
        told(report, self.language, f)?;
        writeln!(f)?;
        self.tally(&report.counts(), f)
    }

    /// What was found, by severity and by whether it stands.
    fn tally(&self, counts: &Counts, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrases = self.language.phrases;
        let columns = [phrases.standing, phrases.remedied, phrases.waived];
        let rows =
            [(phrases.errors, Severity::Error), (phrases.warnings, Severity::Warning), (phrases.notes, Severity::Note)];
        let first = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        write!(f, "  {:first$}", "")?;
        for column in columns {
            write!(f, "  {column}")?;
        }
        for (label, severity) in rows {
            write!(f, "\n  {label:first$}")?;
            for (column, tally) in columns.iter().zip([counts.standing, counts.remedied, counts.waived]) {
                write!(f, "  {:>width$}", tally.of(severity), width = column.chars().count())?;
            }
        }
        writeln!(f)
    }

    fn finding(&self, finding: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrases = self.language.phrases;
        write!(f, "  {:<8} {}  ", self.language.word(finding.severity.name()), finding.code)?;
        let meta = self.meta(finding.code);
        f.write_str(meta.map_or(phrases.own_rule, |meta| self.language.title(meta)))?;
        if finding.evidence != (super::Evidence::Nothing {}) {
            f.write_str(" ")?;
            fill(f, phrases.rests_on, &[("evidence", &self.say(finding.evidence))])?;
        }
        if let Status::Remedied { by } | Status::Waived { by } = finding.status {
            let remedied = matches!(finding.status, Status::Remedied { .. });
            let how = if remedied { phrases.remedied_by } else { phrases.waived_by };
            f.write_str(" – ")?;
            fill(f, how, &[("entry", &self.say(Place::Entry(by)))])?;
        }
        if let Some(related) = finding.related {
            f.write_str("; ")?;
            fill(f, phrases.see, &[("place", &self.say(related))])?;
        }
        if let Some(key) = finding.key {
            f.write_str(" (")?;
            fill(f, phrases.key, &[("key", &key)])?;
            f.write_str(")")?;
        }
        writeln!(f)?;
        let Some(meta) = meta.filter(|_| finding.severity > Severity::Note) else { return Ok(()) };
        if let Some(source) = meta.sources.first() {
            let basis = self.language.word(meta.basis.name());
            write!(f, "{:20}", "")?;
            fill(f, phrases.source, &[("source", source), ("basis", &basis)])?;
            writeln!(f)?;
        }
        if finding.stands() && !meta.remedies.is_empty() {
            let remedies = Joined(self.language, &meta.remedies);
            write!(f, "{:20}", "")?;
            fill(f, phrases.consider, &[("remedies", &remedies)])?;
            writeln!(f)?;
        }
        Ok(())
    }

    /// Findings under the places where they lie.
    fn findings(&self, safety: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut place = None;
        for finding in self.report.findings.iter().filter(|finding| self.is_safety(finding.code) == safety) {
            if place != Some(finding.place) {
                place = Some(finding.place);
                let day = finding.place.entry().and_then(|seq| self.course.entry(seq)).and_then(crate::Entry::day);
                write!(f, "\n{}", self.say(finding.place))?;
                if let Some(day) = day {
                    write!(f, ", {day}")?;
                }
                writeln!(f)?;
            }
            self.finding(finding, f)?;
        }
        Ok(())
    }

    /// Questions that the record does not answer, under the topic that it does not report.
    fn unknown(&self, safety: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = || self.report.unknown.iter().filter(|unknown| self.is_safety(unknown.code) == safety);
        let mut first = true;
        for &topic in Topic::ALL {
            let mut codes: Vec<RuleCode> =
                unknown().filter(|Unknown { topic: other, .. }| *other == topic).map(|unknown| unknown.code).collect();
            codes.dedup();
            if codes.is_empty() {
                continue;
            }
            if first {
                writeln!(f, "\n{}", self.language.phrases.unknown)?;
                first = false;
            }
            f.write_str("  ")?;
            fill(f, self.language.phrases.not_reported, &[("topic", &self.language.word(topic.name()))])?;
            if safety {
                for meta in codes.iter().filter_map(|&code| self.meta(code)) {
                    write!(f, "\n    {}  {}", meta.code, self.language.title(meta))?;
                }
            } else {
                let mut column = WIDTH;
                for (i, code) in codes.iter().enumerate() {
                    if column + code.as_str().len() + 2 > WIDTH {
                        f.write_str(if i == 0 { "\n    " } else { ",\n    " })?;
                        column = 4;
                    } else {
                        f.write_str(", ")?;
                        column += 2;
                    }
                    write!(f, "{code}")?;
                    column += code.as_str().len();
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// Remedies, one after the other.
struct Joined<'a>(&'a Language, &'a [super::Remedy]);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, remedy) in self.1.iter().enumerate() {
            write!(f, "{}{}", if i == 0 { "" } else { ", " }, self.0.word(remedy.name()))?;
        }
        Ok(())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        let report = self.report;
        if report
            .findings
            .iter()
            .map(|finding| finding.code)
            .chain(report.unknown.iter().map(|unknown| unknown.code))
            .any(|code| self.is_safety(code))
        {
            writeln!(f, "\n== {} ==", self.language.phrases.safety)?;
            self.unknown(true, f)?;
            self.findings(true, f)?;
            writeln!(f, "\n== {} ==", self.language.phrases.protocol)?;
        }
        self.findings(false, f)?;
        self.unknown(false, f)
    }
}

fn verdict(report: &Report, language: &Language) -> &'static str {
    let phrases = language.phrases;
    match report.conformance {
        Conformance::Conforms => phrases.conforms,
        Conformance::ConformsWithDeviations => phrases.conforms_with_deviations,
        Conformance::DoesNotConform => phrases.does_not_conform,
        Conformance::CannotTell => phrases.cannot_tell,
    }
}

fn told(report: &Report, language: &Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let coverage = report.coverage;
    let values: [(&str, &dyn fmt::Display); 5] = [
        ("decided", &coverage.decided),
        ("asked", &coverage.asked),
        ("not_applicable", &coverage.not_applicable),
        ("cannot_tell", &coverage.cannot_tell),
        ("off", &coverage.off),
    ];
    fill(f, language.phrases.told, &values)
}

/// A report in one line.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'a> {
    report: &'a Report,
    language: &'a Language,
}

impl<'a> Summary<'a> {
    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { report, language } = *self;
        let counts = report.counts();
        let values: [(&str, &dyn fmt::Display); 5] = [
            ("errors", &counts.standing.errors),
            ("warnings", &counts.standing.warnings),
            ("notes", &counts.standing.notes),
            ("remedied", &counts.remedied.all()),
            ("waived", &counts.waived.all()),
        ];
        write!(f, "{} {} ", verdict(report, language), Said(language.phrases.stand, &values))?;
        told(report, language, f)
    }
}
