//! Reports and rules as data for other programs. They are written, never read back: a report is made anew from its course.

use alloc::vec::Vec;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Finding, Place, Regrading, Report, RuleMeta, Unknown};
use crate::source::Citation;

/// What is known of a rule, for catalogues of other programs.
impl Serialize for RuleMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rule = serializer.serialize_struct("RuleMeta", 18)?;
        rule.serialize_field("code", &self.code)?;
        rule.serialize_field("name", &self.name)?;
        rule.serialize_field("title", &self.title)?;
        rule.serialize_field("why", &OneLine(&self.why))?;
        rule.serialize_field("unless", &OneLine(&self.unless))?;
        rule.serialize_field("severity", &self.severity)?;
        rule.serialize_field("clause", &self.clause)?;
        rule.serialize_field("kind", &self.kind)?;
        rule.serialize_field("moments", &self.moments)?;
        rule.serialize_field("topics", &self.topics)?;
        rule.serialize_field("holds_if_reported", &self.holds_if_reported)?;
        rule.serialize_field("parameters", &self.parameters)?;
        rule.serialize_field("basis", &self.basis)?;
        rule.serialize_field("sources", &Sources(&self.sources))?;
        rule.serialize_field("since", &alloc::format!("{}", self.since))?;
        rule.serialize_field("waivable", &self.is_waivable())?;
        rule.serialize_field("remedies", &self.remedies)?;
        rule.serialize_field("guaranteed_by", &self.guaranteed_by)?;
        rule.end()
    }
}

/// A paragraph without the line breaks of the source.
struct OneLine<'a>(&'a str);

impl Serialize for OneLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words: Vec<&str> = self.0.split_whitespace().collect();
        serializer.serialize_str(&words.join(" "))
    }
}

/// A place is written as words, with the number of its entry and the JSON Pointer into the stored form where it is one.
impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut place = serializer.serialize_struct("Place", 3)?;
        place.serialize_field("words", &alloc::format!("{self}"))?;
        match self.entry() {
            Some(entry) => place.serialize_field("entry", &entry)?,
            None => place.skip_field("entry")?,
        }
        match self.pointer() {
            Some(pointer) => place.serialize_field("pointer", &pointer)?,
            None => place.skip_field("pointer")?,
        }
        place.end()
    }
}

/// A finding carries what a reader needs to judge it: the sentence, what it rests on, the sources, the options.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut finding = serializer.serialize_struct("Finding", 13)?;
        finding.serialize_field("code", &self.code)?;
        finding.serialize_field("severity", &self.severity)?;
        finding.serialize_field("status", &self.status)?;
        finding.serialize_field("place", &self.place)?;
        if let Some(on) = &self.on {
            finding.serialize_field("on", on)?;
        }
        if let Some(key) = &self.key {
            finding.serialize_field("key", key)?;
        }
        finding.serialize_field("evidence", &self.evidence)?;
        if let Some(related) = &self.related {
            finding.serialize_field("related", related)?;
        }
        if let Some(meta) = super::explain(self.code) {
            finding.serialize_field("title", &meta.title)?;
            finding.serialize_field("kind", &meta.kind)?;
            finding.serialize_field("basis", &meta.basis)?;
            finding.serialize_field("sources", &Sources(&meta.sources))?;
            finding.serialize_field("remedies", &meta.remedies)?;
        }
        finding.end()
    }
}

/// Sources in short, as people read them.
struct Sources<'a>(&'a [Citation]);

impl Serialize for Sources<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|source| alloc::format!("{source}")))
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
        let mut regrading = serializer.serialize_struct("Regrading", 4)?;
        regrading.serialize_field("code", &self.code)?;
        regrading.serialize_field("severity", &self.severity)?;
        regrading.serialize_field("source", &self.source.map(|(source, _)| source))?;
        regrading.serialize_field("basis", &self.source.map(|(_, basis)| basis))?;
        regrading.end()
    }
}

/// How each rule came out, by code.
struct Outcomes<'a>(&'a Report);

impl Serialize for Outcomes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.outcomes.iter().map(|(code, outcome)| (code, outcome)))
    }
}

/// The name and version of the form in which a report is written; `docs/report.schema.json` describes it.
const FORM: &str = "ipt-report/1";

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 12)?;
        report.serialize_field("form", FORM)?;
        report.serialize_field("as_of", &self.as_of)?;
        report.serialize_field("protocol", &self.protocol)?;
        report.serialize_field("protocol_version", &self.protocol_version)?;
        report.serialize_field("edition", &alloc::format!("{}", self.edition))?;
        report.serialize_field("regraded", &self.regraded)?;
        report.serialize_field("conformance", &self.conformance)?;
        report.serialize_field("coverage", &self.coverage)?;
        report.serialize_field("counts", &self.counts())?;
        report.serialize_field("findings", &self.findings)?;
        report.serialize_field("unknown", &self.unknown)?;
        report.serialize_field("outcomes", &Outcomes(self))?;
        report.end()
    }
}
