//! From what somebody has in mind to the protocols that fit it.

use alloc::{format, string::String, vec::Vec};

use super::{Format, Protocol, preset};
use crate::{
    record::{patient::DiagnosisMade, session::Modality},
    vocabulary::{DiagnosisCode, Label, ProblemArea},
};

/// What a protocol is to be like. What is not said is left open.
///
/// ```
/// use interpersonal::{protocol::{Format, Search}, vocabulary::{DiagnosisCode, Label}};
///
/// let child = Search::new().age(9).format(Format::Dyadic).presets();
/// assert!(child.iter().any(|protocol| protocol.id().as_str() == "fb-14"));
///
/// let (icd, code) = (Label::from_static("icd-10"), DiagnosisCode::from_static("F43.1"));
/// let trauma = Search::new().words("trauma").diagnosis(icd, code).presets();
/// assert!(trauma.iter().any(|protocol| protocol.id().as_str() == "ptsd-14"));
/// assert!(trauma.iter().all(|protocol| protocol.id().as_str() != "acute-16"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Search {
    words: Vec<String>,
    format: Option<Format>,
    sessions: Option<u16>,
    weeks: Option<u16>,
    minutes: Option<u16>,
    area: Option<ProblemArea>,
    age: Option<u8>,
    diagnosis: Option<(Label, DiagnosisCode)>,
    channel: Option<Modality>,
}

impl Search {
    /// A search that every protocol fits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Each word stands in the identifier, the title, the words on whom it is for, or the
    /// protocol's own words for areas and their specialisations, whatever the case.
    #[must_use]
    pub fn words(mut self, words: &str) -> Self {
        self.words
            .extend(words.split_whitespace().map(str::to_lowercase));
        self
    }

    /// Who meets with whom.
    #[must_use]
    pub fn format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// So many sessions lie within its range.
    #[must_use]
    pub fn sessions(mut self, sessions: u16) -> Self {
        self.sessions = Some(sessions);
        self
    }

    /// So many weeks from first to last session lie within its range.
    #[must_use]
    pub fn weeks(mut self, weeks: u16) -> Self {
        self.weeks = Some(weeks);
        self
    }

    /// Sessions of so many minutes lie within its range.
    #[must_use]
    pub fn minutes(mut self, minutes: u16) -> Self {
        self.minutes = Some(minutes);
        self
    }

    /// The focus may be in this area.
    #[must_use]
    pub fn area(mut self, area: ProblemArea) -> Self {
        self.area = Some(area);
        self
    }

    /// Somebody of this age in years is within its ages. A protocol that gives no age is for every
    /// one.
    #[must_use]
    pub fn age(mut self, age: u8) -> Self {
        self.age = Some(age);
        self
    }

    /// A diagnosis that it is for and does not exclude. A protocol that is tied to no diagnosis is
    /// for every one.
    #[must_use]
    pub fn diagnosis(mut self, system: Label, code: DiagnosisCode) -> Self {
        self.diagnosis = Some((system, code));
        self
    }

    /// Sessions may be held this way.
    #[must_use]
    pub fn channel(mut self, channel: Modality) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Whether a protocol is like that.
    #[must_use]
    pub fn fits(&self, protocol: &Protocol) -> bool {
        let spec = protocol.spec();
        let people = &spec.population;
        let (least, most) = (
            people.age_min.map_or(0, |age| age.value),
            people.age_max.map_or(u8::MAX, |age| age.value),
        );
        self.format.is_none_or(|format| spec.format == format)
            && self
                .sessions
                .is_none_or(|sessions| spec.dose.sessions.value.contains(sessions))
            && self
                .weeks
                .is_none_or(|weeks| spec.dose.weeks.value.contains(weeks))
            && self
                .minutes
                .is_none_or(|minutes| spec.dose.minutes.value.contains(minutes))
            && self
                .area
                .is_none_or(|area| spec.focus.areas.value.contains(area))
            && self.age.is_none_or(|age| (least..=most).contains(&age))
            && self
                .diagnosis
                .is_none_or(|(system, code)| is_for(protocol, system, code))
            && self
                .channel
                .is_none_or(|channel| spec.channels.value.contains(channel))
            && self.is_named_in(protocol)
    }

    fn is_named_in(&self, protocol: &Protocol) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let spec = protocol.spec();
        let mut text = format!(
            "{} {} {} {}",
            spec.id, spec.title, spec.for_whom, spec.format
        );
        let areas = spec.area_labels.iter().map(|it| &it.label);
        for label in areas.chain(spec.specialisations.iter().map(|it| &it.label)) {
            text.push(' ');
            text.push_str(label);
        }
        let text = text.to_lowercase();
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// The presets that fit, in the order of [`preset::ALL`].
    #[must_use]
    pub fn presets(&self) -> Vec<&'static Protocol> {
        preset::ALL
            .iter()
            .copied()
            .filter(|protocol| self.fits(protocol))
            .collect()
    }
}

fn is_for(protocol: &Protocol, system: Label, code: DiagnosisCode) -> bool {
    let spec = protocol.spec();
    let diagnosis = DiagnosisMade::new(code, system);
    let lies_in = |it: &super::Indication| it.covers(&diagnosis);
    (spec.indications.is_empty() || spec.indications.iter().any(lies_in))
        && !spec.contraindications.iter().any(lies_in)
}
