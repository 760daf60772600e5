//! A report as text for people.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use chrono::Datelike as _;

use super::{Day, Language, List, Said, Say, capital, fill};
use crate::{
    rule::{
        Conformance, Counts, Finding, Line, Outcome, Question, Regrading, Remedy, Report, RuleKind,
        Status, Tally,
    },
    vocabulary::{Place, Severity, Topic},
};

/// A report as text: what was checked against what, the verdict, then what was found, safety first
/// and place by place, then the open questions, then how much could not be decided.
///
/// It names dates, scores and codes, and never what anybody said.
///
/// ```
/// # use interpersonal::{chrono::NaiveDate, ProblemArea, protocol::preset, rule::Validator, testing::exemplar::Exemplar, text::Language};
/// # let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// # let course = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).course()?;
/// let report = Validator::new().validate(&course, course.state().last_day());
/// assert!(report.text().to_string().contains("as of 20 April 2026"));
/// assert!(report.text().in_language(&Language::GERMAN).to_string().contains("Stand 20. April 2026"));
/// # Ok::<(), interpersonal::course::ReplayError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    report: &'a Report,
    language: &'a Language,
    all: bool,
}

/// A report in one line.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'a> {
    report: &'a Report,
    language: &'a Language,
}

impl Report {
    /// The report as text.
    #[must_use]
    pub const fn text(&self) -> Text<'_> {
        Text {
            report: self,
            language: &Language::ENGLISH,
            all: false,
        }
    }

    /// One line: the verdict, what stands, how much could be decided.
    #[must_use]
    pub const fn summary(&self) -> Summary<'_> {
        Summary {
            report: self,
            language: &Language::ENGLISH,
        }
    }
}

/// Columns after which a paragraph goes on in a new line.
const WIDTH: usize = 120;

impl<'a> Text<'a> {
    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }

    /// The same with every rule that could not be decided, by its norm.
    #[must_use]
    pub const fn with_all(mut self) -> Self {
        self.all = true;
        self
    }

    fn say<T>(&self, what: T) -> Say<'a, T> {
        Say(self.language, Some(&self.report.labels), what)
    }

    fn day(&self, day: chrono::NaiveDate) -> Day<'a> {
        Day {
            language: self.language,
            day,
            year: self.year(),
        }
    }

    /// The year that goes without saying: that of the report, if whatever it names lies in it.
    fn year(&self) -> Option<i32> {
        let report = self.report;
        let findings = report.findings.iter().map(|finding| finding.on);
        let questions = report.questions.iter().map(Question::on);
        let year = report.as_of.year();
        (findings.chain(questions).flatten())
            .all(|day| day.year() == year)
            .then_some(year)
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (report, phrases) = (self.report, self.language.phrases);
        f.write_str("  ")?;
        fill(
            f,
            phrases.checked,
            &[
                ("protocol", &report.protocol),
                ("version", &report.protocol_version),
                ("edition", &report.edition),
                ("day", &Day::whole(self.language, report.as_of)),
            ],
        )?;
        writeln!(f)?;
        if let Some(own) = &report.instead_of {
            f.write_str("  ")?;
            fill(f, phrases.another_protocol, &[("protocol", own)])?;
            writeln!(f)?;
        }
        for regrading in &report.regraded {
            let Regrading {
                code,
                severity,
                source,
            } = regrading;
            let severity_word = severity.map(|severity| self.say(severity).word(severity));
            let work = source.map(|(source, _)| source);
            // A protocol gives its source, a site decides for itself: a reader must see which of
            // them it was.
            let template = match (&severity_word, &work) {
                (Some(_), Some(_)) => phrases.graded_by_protocol,
                (None, Some(_)) => phrases.off_by_protocol,
                (Some(_), None) => phrases.graded_by_site,
                (None, None) => phrases.off_by_site,
            };
            let mut values: Vec<(&str, &dyn fmt::Display)> =
                [("code", code as &dyn fmt::Display)].to_vec();
            values.extend(
                severity_word
                    .as_ref()
                    .map(|word| ("severity", word as &dyn fmt::Display)),
            );
            values.extend(
                work.as_ref()
                    .map(|work| ("source", work as &dyn fmt::Display)),
            );
            f.write_str("  ")?;
            fill(f, template, &values)?;
            writeln!(f)?;
        }
        writeln!(
            f,
            "\n  {}",
            Verdict {
                report,
                language: self.language,
                loud: true
            }
        )?;
        // Who reads no further than the verdict must not take silence for safety.
        let asked = report.questions().filter(|it| it.is_about_safety()).count();
        let open = safety_open(report);
        let lines = [(phrases.safety_asked, asked), (phrases.safety_open, open)];
        for (template, n) in lines.into_iter().filter(|&(_, n)| n > 0) {
            writeln!(f, "  {}", Said(template, &[("n", &n)]))?;
        }
        Ok(())
    }

    /// Where something lies: the place, its day, its entry, the application's own key.
    fn place(&self, finding: &Finding) -> String {
        let (place, phrases) = (finding.place, self.language.phrases);
        let mut text = alloc::format!("{}", self.say(place));
        if let (Some(day), false) = (finding.on, matches!(place, Place::Day(_))) {
            text.extend([", ", &self.day(day).to_string()]);
        }
        let entry = place
            .entry()
            .map(|entry| alloc::format!("{}", self.say(Place::Entry(entry))));
        // A place that is nothing but an entry says so already.
        let entry = entry.filter(|_| {
            matches!(
                place,
                Place::Session {
                    number: Some(_),
                    held: true,
                    ..
                }
            )
        });
        let key = finding
            .key
            .map(|key| alloc::format!("{}", Said(phrases.key, &[("key", &key)])));
        let beside: Vec<String> = entry.into_iter().chain(key).collect();
        if !beside.is_empty() {
            text.extend([" (", &beside.join(", "), ")"]);
        }
        text
    }

    /// Lines under the places where they lie.
    fn lines(&self, lines: &[&Line<'_>], heading: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut place = None;
        for line in lines {
            if place != Some(line.finding.place) {
                place = Some(line.finding.place);
                let words = self.place(line.finding);
                if heading {
                    write!(f, "\n{}\n", capital(&words))?;
                } else {
                    writeln!(f, "  {words}")?;
                }
            }
            self.line(line, 2, f)?;
        }
        Ok(())
    }

    /// One line, what was made of it, what may be done, and what follows from it.
    fn line(&self, line: &Line<'_>, indent: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (finding, phrases) = (line.finding, self.language.phrases);
        let hang = self.sentence(line, indent, f)?;
        let rule = finding.rule();
        if let Some(source) = rule
            .sources
            .first()
            .filter(|_| finding.severity > Severity::Note)
        {
            let mut beside = String::new();
            let is_possible =
                |remedy: &&Remedy| !(self.report.is_closed && **remedy == Remedy::DoItNext);
            let mut remedies = rule.remedies.iter().filter(is_possible).peekable();
            if finding.stands() && remedies.peek().is_some() {
                let options = Joined(remedies.map(|&remedy| self.remedy(remedy, &rule.record)));
                beside = Said(phrases.consider, &[("remedies", &options)]).owned() + " · ";
            }
            let basis = self.language.word(rule.basis);
            beside += &Said(phrases.source, &[("source", source), ("basis", &basis)]).owned();
            write!(f, "{:hang$}", "")?;
            wrapped(&beside, hang, f)?;
        }
        if !line.follows.is_empty() {
            writeln!(f, "{:hang$}{}", "", phrases.follows)?;
        }
        // What may be done is said where the cause is.
        for line in &line.follows {
            if line.finding.place != finding.place {
                writeln!(f, "{:hang$}{}", "", self.place(line.finding))?;
            }
            self.sentence(line, hang, f)?;
        }
        Ok(())
    }

    /// What a line says, with what was made of it and where else it was found. Answers where the
    /// sentence begins.
    fn sentence(
        &self,
        line: &Line<'_>,
        indent: usize,
        f: &mut fmt::Formatter<'_>,
    ) -> Result<usize, fmt::Error> {
        let finding = line.finding;
        let column = self.severity_column();
        let severity = alloc::format!("{}", self.language.word(finding.severity));
        let lead = alloc::format!(
            "{:indent$}{severity:<column$} {:<8} ",
            "",
            finding.code.as_str()
        );
        let hang = lead.chars().count();
        f.write_str(&lead)?;
        let also = (!line.also.is_empty()).then(|| {
            let places = List(
                self.language,
                line.also.iter().map(|other| self.place(other)),
            );
            Said(
                self.language.phrases.also,
                &[("n", &line.also.len()), ("places", &places)],
            )
            .owned()
        });
        let mut sentence = alloc::format!("{}", finding.in_language(self.language));
        for more in self.status(finding).into_iter().chain(also) {
            sentence = sentence + " " + &more;
        }
        // A sentence stays in one line, so that a line by itself says all.
        writeln!(f, "{sentence}")?;
        Ok(hang)
    }

    fn severity_column(&self) -> usize {
        let width = |&severity: &Severity| {
            alloc::format!("{}", self.language.word(severity))
                .chars()
                .count()
        };
        Severity::ALL.iter().map(width).max().unwrap_or(0)
    }

    /// What was made of a finding.
    fn status(&self, finding: &Finding) -> Option<String> {
        let phrases = self.language.phrases;
        let (template, by, on) = match finding.status {
            Status::Standing => return None,
            Status::Remedied { by, on } if finding.on == Some(on) => {
                (phrases.remedied_same_day, by, Some(on))
            }
            Status::Remedied { by, on } if finding.rule().kind == RuleKind::Safety => {
                (phrases.made_up_for, by, Some(on))
            }
            Status::Remedied { by, on } => (phrases.remedied, by, Some(on)),
            Status::RemediedLate { by, on } => (phrases.remedied_late, by, Some(on)),
            Status::Waived { by, until: None } => (phrases.waived_by, by, None),
            Status::Waived {
                by,
                until: Some(day),
            } => (phrases.waived_until, by, Some(day)),
        };
        let entry = self.say(Place::Entry(by));
        let day = on.map(|on| self.day(on));
        let days = on
            .zip(finding.on)
            .map_or(0, |(on, since)| (on - since).num_days());
        let mut values: Vec<(&str, &dyn fmt::Display)> =
            [("entry", &entry as &dyn fmt::Display), ("days", &days)].to_vec();
        values.extend(day.as_ref().map(|day| ("day", day as &dyn fmt::Display)));
        Some(Said(template, &values).owned())
    }

    /// An option, with the fact that settles the finding where one does.
    fn remedy(&self, remedy: Remedy, record: &[&'static str]) -> String {
        let words = alloc::format!("{}", self.language.word(remedy));
        let facts = remedy.records(record);
        if facts.is_empty() {
            words
        } else {
            alloc::format!("{words} ({})", facts.join(", "))
        }
    }

    /// What came later than a question asks for.
    fn answered_since(&self, question: &Question) -> Option<String> {
        let (Status::Remedied { by, on } | Status::RemediedLate { by, on }) = question.status()
        else {
            return None;
        };
        let days = (on - question.on()?).num_days();
        let (day, entry) = (self.day(on), self.say(Place::Entry(by)));
        let values: [(&str, &dyn fmt::Display); 3] =
            [("days", &days), ("day", &day), ("entry", &entry)];
        Some(Said(self.language.phrases.answered_since, &values).owned())
    }

    fn questions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.report.questions.is_empty() {
            return Ok(());
        }
        let phrases = self.language.phrases;
        writeln!(f, "\n{}", phrases.open_questions)?;
        // One question about several places is one line.
        let mut shown: Vec<(&Question, Vec<&Question>)> = Vec::new();
        for question in &self.report.questions {
            let same = |other: &&mut (&Question, Vec<&Question>)| {
                other.0.code() == question.code()
                    && other.0.finding.case == question.finding.case
                    && other.0.evidence() == question.evidence()
                    && other.0.status() == question.status()
                    && alloc::format!("{}", other.0.in_language(self.language))
                        == alloc::format!("{}", question.in_language(self.language))
            };
            match shown.iter_mut().find(same) {
                Some((_, also)) => also.push(question),
                None => shown.push((question, Vec::new())),
            }
        }
        for (question, also) in shown {
            let mut places = self.place(&question.finding);
            for other in also {
                places += "; ";
                places += &self.place(&other.finding);
            }
            let topics = self.say(question.topics()).word(question.topics());
            let (template, code) = (
                phrases.asked_by,
                ("code", &question.code() as &dyn fmt::Display),
            );
            // What is asked although everything is reported has nothing to be named beside it.
            let why = if question.topics().is_empty() {
                Said(phrases.asked_all_the_same, &[code]).owned()
            } else {
                Said(template, &[code, ("topics", &topics)]).owned()
            };
            writeln!(f, "  {places}")?;
            writeln!(f, "    {} {why}", question.in_language(self.language))?;
            if let Some(since) = self.answered_since(question) {
                writeln!(f, "    {since}")?;
            }
        }
        Ok(())
    }

    /// How many rules wait for which topic.
    fn not_decided(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (report, phrases) = (self.report, self.language.phrases);
        let codes = |topic: Topic| {
            let mut codes: Vec<_> = report
                .unknown
                .iter()
                .filter(|unknown| unknown.topic == topic)
                .map(|unknown| unknown.code)
                .collect();
            codes.sort_unstable();
            codes.dedup();
            codes
        };
        let topics: Vec<_> = Topic::ALL
            .iter()
            .map(|&topic| (topic, codes(topic)))
            .filter(|(_, codes)| !codes.is_empty())
            .collect();
        if topics.is_empty() {
            return Ok(());
        }
        // A page says how much waits for a topic; which rules these are stands in the full report
        // alone, since a short record leaves most of the catalogue open.
        if !self.all {
            let counted = topics.iter().map(|(topic, codes)| {
                alloc::format!(
                    "{} {}",
                    self.language.word(*topic),
                    Said(phrases.rules, &[("n", &codes.len())])
                )
            });
            writeln!(f)?;
            return wrapped(
                &alloc::format!("{} {}", phrases.not_decided, Joined(counted)),
                0,
                f,
            );
        }
        writeln!(f, "\n{}", phrases.not_decided)?;
        for (topic, codes) in topics {
            writeln!(f, "  {}", self.language.word(topic))?;
            for code in codes {
                let must = report
                    .rule(code)
                    .map_or("", |rule| self.language.must(rule));
                writeln!(f, "    {:<8} {must}", code.as_str())?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        let lines = self.report.lines();
        let is_safety = |line: &&Line<'_>| line.finding.rule().kind == RuleKind::Safety;
        let (safety, others): (Vec<_>, Vec<_>) = lines.iter().partition(is_safety);
        if !safety.is_empty() {
            writeln!(f, "\n{}", self.language.phrases.safety)?;
            self.lines(&safety, false, f)?;
        }
        self.lines(&others, true, f)?;
        self.questions(f)?;
        self.not_decided(f)
    }
}

/// How many rules about safety could not be decided.
fn safety_open(report: &Report) -> usize {
    let is_safety = |code| {
        report
            .rule(code)
            .is_some_and(|rule| rule.kind == RuleKind::Safety)
    };
    let open = report
        .outcomes
        .iter()
        .filter(|&&(_, outcome)| outcome == Outcome::CannotTell);
    open.filter(|&&(code, _)| is_safety(code)).count()
}

/// The verdict, what stands, and how much could be decided.
struct Verdict<'a> {
    report: &'a Report,
    language: &'a Language,
    /// In capital letters, with columns.
    loud: bool,
}

impl Verdict<'_> {
    /// What stands, then what follows from it, then what no longer stands, then what is open: each
    /// as far as there is any.
    fn found(&self, counts: &Counts) -> String {
        let phrases = self.language.phrases;
        let said = |template: &str, n: u32| (n > 0).then(|| Said(template, &[("n", &n)]).owned());
        let tally = |tally: Tally| {
            [
                said(phrases.errors, tally.errors),
                said(phrases.warnings, tally.warnings),
                said(phrases.notes, tally.notes),
            ]
        };
        let mut parts: Vec<String> = tally(counts.standing).into_iter().flatten().collect();
        parts.extend(said(phrases.following, counts.following.all()));
        if counts.standing.all() == 0 {
            parts.push(phrases.nothing_found.into());
        }
        parts.extend(said(phrases.made_good, counts.remedied.all()));
        parts.extend(said(phrases.waived, counts.waived.all()));
        parts.extend(said(phrases.questions, counts.questions));
        parts.join(", ")
    }
}

impl fmt::Display for Verdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (report, phrases) = (self.report, self.language.phrases);
        let verdict = match report.conformance {
            Conformance::Conforms => phrases.conforms,
            Conformance::ConformsWithDeviations => phrases.conforms_with_deviations,
            Conformance::DoesNotConform => phrases.does_not_conform,
            Conformance::CannotTell if report.is_record_alone => phrases.record_alone,
            Conformance::CannotTell => phrases.cannot_tell,
        };
        let (verdict, gap) = if self.loud {
            (verdict.to_uppercase(), "    ")
        } else {
            (capital(verdict), "; ")
        };
        let coverage = report.coverage;
        let apply = coverage.asked.saturating_sub(coverage.not_applicable);
        let told = Said(
            phrases.told,
            &[("decided", &coverage.decided), ("apply", &apply)],
        )
        .owned();
        write!(
            f,
            "{verdict}{}{}{gap}{told}",
            if self.loud { gap } else { ": " },
            self.found(&report.counts())
        )?;
        match safety_open(report) {
            n if n > 0 && !self.loud => {
                write!(f, ", {}", Said(phrases.safety_open_short, &[("n", &n)]))
            }
            _ => Ok(()),
        }
    }
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
        write!(
            f,
            "{}.",
            Verdict {
                report: self.report,
                language: self.language,
                loud: false
            }
        )
    }
}

/// Things one after the other, with commas.
struct Joined<I>(I);

impl<I: Iterator<Item: fmt::Display> + Clone> fmt::Display for Joined<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, item) in self.0.clone().enumerate() {
            write!(f, "{}{item}", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// Writes a paragraph that goes on under its first word; the first line has begun already.
fn wrapped(text: &str, hang: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut column = hang;
    for (i, word) in text.split(' ').enumerate() {
        let width = word.chars().count();
        if i > 0 && column + 1 + width > WIDTH {
            write!(f, "\n{:hang$}", "")?;
            column = hang;
        } else if i > 0 {
            f.write_str(" ")?;
            column += 1;
        }
        f.write_str(word)?;
        column += width;
    }
    writeln!(f)
}
