//! A report as data for other programs. It is written, never read back: a report is made anew from its course.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Finding, Place, Regrading, Report, Unknown};

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

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut finding = serializer.serialize_struct("Finding", 9)?;
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
        }
        finding.end()
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

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 10)?;
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
        report.end()
    }
}
