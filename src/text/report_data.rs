//! Reports and rules as data for other programs. They are written, never read back: a report is
//! made anew from its course.

use alloc::{format, string::String, vec::Vec};

use chrono::NaiveDate;
use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};

use crate::rule::{
    Case, Cause, Due, Evidence, Finding, Place, Question, Regrading, Report, RuleMeta, Status,
    Unknown, Value,
};
use crate::{
    base::set::Names,
    source::Citation,
    text::{Language, Say},
    vocabulary::{Phase, Seq},
};

/// A report, a finding or a question as data, with its words in a language. By itself each is
/// written in English.
#[derive(Debug, Clone, Copy)]
pub struct InLanguage<'a, T> {
    what: &'a T,
    language: &'a Language,
}

impl Report {
    /// The report as data, with its words in a language.
    #[must_use]
    pub const fn data<'a>(&'a self, language: &'a Language) -> InLanguage<'a, Self> {
        InLanguage {
            what: self,
            language,
        }
    }
}

macro_rules! english {
    ($($Type:ty),+) => {
        $(impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                InLanguage { what: self, language: &Language::ENGLISH }.serialize(serializer)
            }
        })+
    };
}

english!(Report, Finding, Question, Place);

/// What is known of a rule, for catalogues of other programs.
impl Serialize for RuleMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rule = serializer.serialize_struct("RuleMeta", 20)?;
        rule.serialize_field("code", &self.code)?;
        rule.serialize_field("name", &self.name)?;
        rule.serialize_field("must", &self.must)?;
        rule.serialize_field("cases", &self.cases)?;
        rule.serialize_field("why", &self.why)?;
        rule.serialize_field("unless", &self.unless)?;
        rule.serialize_field("severity", &self.severity)?;
        rule.serialize_field("clause", &self.clause)?;
        rule.serialize_field("kind", &self.kind)?;
        rule.serialize_field("topics", &self.topics)?;
        rule.serialize_field("holds_if_reported", &self.holds_if_reported)?;
        rule.serialize_field("looks_for", &self.looks_for)?;
        rule.serialize_field("parameters", &self.parameters)?;
        rule.serialize_field("basis", &self.basis)?;
        rule.serialize_field("sources", &sources(&self.sources))?;
        rule.serialize_field("since", &format!("{}", self.since))?;
        rule.serialize_field("waivable", &self.is_waivable())?;
        rule.serialize_field("remedies", &self.remedies)?;
        rule.serialize_field("record", &self.record)?;
        rule.serialize_field(
            "follows",
            &self
                .follows
                .iter()
                .chain(self.follows_here.iter())
                .collect::<Vec<_>>(),
        )?;
        rule.end()
    }
}

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut case = serializer.serialize_struct("Case", 5)?;
        case.serialize_field("name", &self.name)?;
        case.serialize_field("verb", &self.verb)?;
        case.serialize_field("severity", &self.severity)?;
        case.serialize_field("says", &self.says)?;
        match &self.asks {
            Some(asks) => case.serialize_field("asks", asks)?,
            None => case.skip_field("asks")?,
        }
        case.end()
    }
}

/// A paragraph without the line breaks of the source.
/// Sources in short, as people read them.
fn sources(sources: &[Citation]) -> Vec<String> {
    sources.iter().map(|source| format!("{source}")).collect()
}

/// A place is written as words, with the number of its entry and the JSON Pointer into the stored
/// form where it is one.
impl Serialize for InLanguage<'_, Place> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        place(
            *self.what,
            &format!("{}", Say(self.language, None, *self.what)),
            serializer,
        )
    }
}

fn place<S: Serializer>(place: Place, words: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut data = serializer.serialize_struct("Place", 4)?;
    data.serialize_field("words", words)?;
    match place.entry() {
        Some(entry) => data.serialize_field("entry", &entry)?,
        None => data.skip_field("entry")?,
    }
    match place {
        Place::Session {
            number: Some(number),
            ..
        } => data.serialize_field("session", &number)?,
        _ => data.skip_field("session")?,
    }
    match place.pointer() {
        Some(pointer) => data.serialize_field("pointer", &pointer)?,
        None => data.skip_field("pointer")?,
    }
    data.end()
}

/// A place in the words of a language, with the labels of a protocol.
struct Worded<'a>(Place, &'a Finding, &'a Language);

impl Serialize for Worded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        place(
            self.0,
            &format!("{}", Say(self.2, Some(&self.1.protocol), self.0)),
            serializer,
        )
    }
}

/// The values that a finding rests on, each under its name.
impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => number.serialize(serializer),
            Self::Day(day) => day.serialize(serializer),
            Self::Names(names) => names.serialize(serializer),
            Self::Instrument(id) => id.serialize(serializer),
            Self::Task(task) => task.serialize(serializer),
            Self::Criterion(name) => name.serialize(serializer),
            Self::Module(name) => name.serialize(serializer),
            Self::Specialisation(name) => name.serialize(serializer),
            Self::Diagnosis(code) => code.serialize(serializer),
            Self::Medication(class) => class.serialize(serializer),
            Self::Rule(code) => code.serialize(serializer),
            Self::Protocol(id) => id.serialize(serializer),
            Self::Place(place) => place.serialize(serializer),
            Self::Due(Due::Phase { phase, .. } | Due::Opening { phase, .. }) => {
                phase.serialize(serializer)
            }
            Self::Due(Due::Sessions { most, .. }) => most.serialize(serializer),
            Self::Due(Due::Closing { .. }) => Phase::Closed.serialize(serializer),
        }
    }
}

/// One member is its wire name, several are a list.
impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.iter().next() {
            Some(name) if !self.is_set() => serializer.serialize_str(name),
            _ => serializer.collect_seq(self.iter()),
        }
    }
}

/// An option: its words, and the fact that settles the finding where one does.
struct Options<'a>(&'a RuleMeta, &'a Language);

impl Serialize for Options<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Consider(String, Option<&'static str>);
        impl Serialize for Consider {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut option = serializer.serialize_map(None)?;
                option.serialize_entry("words", &self.0)?;
                if let Some(fact) = self.1 {
                    option.serialize_entry("fact", fact)?;
                }
                option.end()
            }
        }
        let Self(rule, language) = *self;
        serializer.collect_seq(rule.remedies.iter().flat_map(|&remedy| {
            let words = format!("{}", language.word(remedy));
            let facts = remedy.records(&rule.record);
            let facts: Vec<Option<&'static str>> = if facts.is_empty() {
                [None].to_vec()
            } else {
                facts.iter().map(|&fact| Some(fact)).collect()
            };
            facts
                .into_iter()
                .map(move |fact| Consider(words.clone(), fact))
        }))
    }
}

/// A finding carries what a reader needs to judge it: what was found, what must be, what it rests
/// on, the sources, the options.
impl Serialize for InLanguage<'_, Finding> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            what: found,
            language,
        } = *self;
        let rule = found.rule();
        let mut finding = serializer.serialize_struct("Finding", 17)?;
        finding.serialize_field("code", &found.code)?;
        finding.serialize_field("message", &format!("{}", found.in_language(language)))?;
        finding.serialize_field("must", language.must(rule))?;
        finding.serialize_field("severity", &found.severity)?;
        // What was made good too late stands; what was done is said beside it.
        if let Status::RemediedLate { by, on } = found.status {
            finding.serialize_field("status", &Status::Standing)?;
            finding.serialize_field("made_good_late", &MadeGood { by, on })?;
        } else {
            finding.serialize_field("status", &found.status)?;
        }
        finding.serialize_field("place", &Worded(found.place, found, language))?;
        if let Some(on) = &found.on {
            finding.serialize_field("on", on)?;
        }
        if let Some(key) = &found.key {
            finding.serialize_field("key", key)?;
        }
        if let Some(case) = found.case() {
            finding.serialize_field("case", &case.name)?;
        }
        finding.serialize_field("evidence", &found.evidence)?;
        if let Some(related) = found.related {
            finding.serialize_field("related", &Worded(related, found, language))?;
        }
        if let Some(cause) = &found.follows {
            finding.serialize_field("follows", cause)?;
        }
        finding.serialize_field("kind", &rule.kind)?;
        finding.serialize_field("basis", &rule.basis)?;
        finding.serialize_field("sources", &sources(&rule.sources))?;
        finding.serialize_field("consider", &Options(rule, language))?;
        finding.end()
    }
}

/// The entry that made something good, and its day.
#[derive(Serialize)]
struct MadeGood {
    by: Seq,
    on: NaiveDate,
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cause = serializer.serialize_struct("Cause", 2)?;
        cause.serialize_field("code", &self.code)?;
        cause.serialize_field("place", &self.place)?;
        cause.end()
    }
}

/// An open question: what is asked, where, what it rests on, and what would answer it.
impl Serialize for InLanguage<'_, Question> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            what: asked,
            language,
        } = *self;
        let mut question = serializer.serialize_struct("Question", 10)?;
        question.serialize_field("code", &asked.code())?;
        question.serialize_field("message", &format!("{}", asked.in_language(language)))?;
        question.serialize_field("place", &Worded(asked.place(), &asked.finding, language))?;
        if let Some(on) = asked.on() {
            question.serialize_field("on", &on)?;
        }
        if let Some(key) = asked.key() {
            question.serialize_field("key", &key)?;
        }
        if asked.status() != Status::Standing {
            question.serialize_field("status", &asked.status())?;
        }
        question.serialize_field("evidence", asked.evidence())?;
        question.serialize_field("topics", &asked.topics())?;
        question.serialize_field("kind", &asked.rule().kind)?;
        question.serialize_field("consider", &Options(asked.rule(), language))?;
        question.end()
    }
}

impl Serialize for Unknown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut unknown = serializer.serialize_struct("Unknown", 3)?;
        unknown.serialize_field("code", &self.code)?;
        unknown.serialize_field("place", &self.place)?;
        unknown.serialize_field("topic", &self.topic)?;
        unknown.end()
    }
}

impl Serialize for Regrading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let source = self.source.map(|(source, _)| source);
        let at = source.and_then(|source| source.at);
        let mut regrading =
            serializer.serialize_struct("Regrading", 4 + usize::from(at.is_some()))?;
        regrading.serialize_field("code", &self.code)?;
        regrading.serialize_field("severity", &self.severity)?;
        regrading.serialize_field("source", &source.map(|source| source.work))?;
        match at {
            Some(at) => regrading.serialize_field("at", &at)?,
            None => regrading.skip_field("at")?,
        }
        regrading.serialize_field("basis", &self.source.map(|(_, basis)| basis))?;
        regrading.end()
    }
}

/// How each rule came out, by code.
struct Outcomes<'a>(&'a Report);

impl Serialize for Outcomes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0
                .outcomes
                .iter()
                .map(|(code, outcome)| (code, outcome)),
        )
    }
}

/// The name and version of the form in which a report is written; `docs/report.schema.json`
/// describes it.
const FORM: &str = "ipt-report/2";

impl Serialize for InLanguage<'_, Report> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { what, language } = *self;
        let findings: Vec<_> = what
            .findings
            .iter()
            .map(|what| InLanguage { what, language })
            .collect();
        let questions: Vec<_> = what
            .questions
            .iter()
            .map(|what| InLanguage { what, language })
            .collect();
        let mut report = serializer.serialize_struct("Report", 16)?;
        report.serialize_field("form", FORM)?;
        report.serialize_field("language", language.tag)?;
        report.serialize_field("as_of", &what.as_of)?;
        report.serialize_field("protocol", &what.protocol)?;
        report.serialize_field("protocol_version", &what.protocol_version)?;
        report.serialize_field("instead_of", &what.instead_of)?;
        report.serialize_field("edition", &format!("{}", what.edition))?;
        report.serialize_field("regraded", &what.regraded)?;
        report.serialize_field("conformance", &what.conformance)?;
        report.serialize_field(
            "summary",
            &format!("{}", what.summary().in_language(language)),
        )?;
        report.serialize_field("coverage", &what.coverage)?;
        report.serialize_field("counts", &what.counts())?;
        report.serialize_field("findings", &findings)?;
        report.serialize_field("questions", &questions)?;
        report.serialize_field("unknown", &what.unknown)?;
        report.serialize_field("outcomes", &Outcomes(what))?;
        report.end()
    }
}
