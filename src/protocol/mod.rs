//! A protocol: a variant of IPT as data.
//!
//! A [`ProtocolSpec`] is the open form, with public fields: phases, number and spacing of sessions,
//! problem areas, measures, tasks, rules that are switched off or re-graded. Each number is a
//! [`Cited`] value with its source and its basis. A [`Protocol`] is a specification whose parts
//! have been checked against each other. [`preset`] holds the published variants; [`Search`] finds
//! one, and [`Comparison`] says how two differ.

mod check;
mod diff;
mod disagree;
mod fault;
mod lineage;
mod number;
mod order;
pub mod preset;
mod search;
mod shared;
mod spec;
mod words;

pub use crate::source::Cited;
pub(crate) use diff::Leaf;
pub use diff::{Difference, Parameter};
pub use fault::{Disagreement, Fault, FaultSet, ProtocolError};
pub use lineage::Lineage;
pub use number::{Fraction, Span};
pub use search::Search;
pub use shared::SharedProtocol;
pub use spec::{
    Adjustment, AnchorSpec, AreaLabel, Cadence, ContactSpec, DeclaredTask, Dose, EndingPolicy,
    EntryScore, FocusPolicy, Format, GroupEntry, GroupPolicy, Indication, InitialPolicy, Level,
    MaintenanceOffer, MaintenancePolicy, MeasurePolicy, MeasureSpec, MedicationPolicy,
    MiddlePolicy, ModuleSpec, ParticipantSpec, PhaseSpec, Population, Proscription, ProtocolSpec,
    SafetyPolicy, SpecialisationSpec, StepSpec, Stretch, TechniqueSpec, TimingPolicy, TrackSpec,
    WorkPolicy,
};
pub(crate) use words::label_paths;
pub use words::{Change, Comparison, Explanation, Statement};

use crate::{
    base::unknown::NameError,
    record::patient::DiagnosisMade,
    vocabulary::{Classification, Phase, PhaseSet, ProblemArea, ProtocolId, lies_under},
};

/// A variant of IPT whose parts have been checked against each other.
///
/// Presets are `static`s, and a test checks each of them. For a protocol of your own, change the
/// [`ProtocolSpec`] of the nearest one; [`Protocol::new`] checks it in the same way.
///
/// ```
/// use interpersonal::protocol::{Protocol, ProtocolSpec, preset};
///
/// let spec = ProtocolSpec { version: 2, ..preset::ACUTE_16.spec().clone() };
/// let mine = Protocol::new(spec)?;
/// assert_eq!(mine.spec().dose.sessions.value.typical, 16);
/// # Ok::<(), interpersonal::protocol::ProtocolError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(into = "ProtocolSpec")
)]
pub struct Protocol(ProtocolSpec);

impl Protocol {
    /// Checks a specification and makes it a protocol.
    ///
    /// # Errors
    ///
    /// [`ProtocolError`] names every place where the parts disagree.
    pub fn new(spec: ProtocolSpec) -> Result<Self, ProtocolError> {
        let faults = spec.faults();
        if faults.is_empty() {
            Ok(Self(spec))
        } else {
            Err(spec.error(faults))
        }
    }

    /// The preset of that identifier.
    #[must_use]
    pub fn get(id: ProtocolId) -> Option<&'static Self> {
        preset::ALL
            .iter()
            .copied()
            .find(|protocol| protocol.id() == id)
    }

    /// The preset that somebody named, such as `acute-16`. White space around the name is passed
    /// over.
    ///
    /// ```
    /// use interpersonal::Protocol;
    ///
    /// assert!(Protocol::parse("acute-16").is_ok());
    /// assert_eq!(Protocol::parse("acute16").unwrap_err().nearest()[0], "acute-16");
    /// ```
    ///
    /// # Errors
    ///
    /// [`NameError`] names the presets whose identifiers are nearest.
    pub fn parse(id: &str) -> Result<&'static Self, NameError> {
        let presets = || preset::ALL.iter().copied();
        let id = id.trim();
        presets()
            .find(|protocol| protocol.id().as_str() == id)
            .ok_or_else(|| {
                let ids = presets().map(|protocol| protocol.spec().id.as_str());
                NameError::among("preset", ids, id)
            })
    }

    /// The specification, with all its fields.
    #[must_use]
    pub const fn spec(&self) -> &ProtocolSpec {
        &self.0
    }

    /// The identifier of the protocol, such as `acute-16`.
    #[must_use]
    pub const fn id(&self) -> ProtocolId {
        self.0.id
    }

    /// The phase as the protocol has it, if it has it.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> Option<&PhaseSpec> {
        self.0.phases.iter().find(|spec| spec.phase == phase)
    }

    /// What the protocol calls a phase; the crate's word for one that it does not have.
    #[must_use]
    pub fn label(&self, phase: Phase) -> &str {
        self.phase(phase).map_or(phase.name(), |spec| &spec.label)
    }

    /// The protocol's own word for a problem area, if it has one: `who-g8` calls interpersonal
    /// deficits "Loneliness". [`Language::area`](crate::text::Language::area) falls back on the
    /// word of the language.
    ///
    /// ```
    /// use interpersonal::{ProblemArea, protocol::preset};
    ///
    /// let deficits = ProblemArea::InterpersonalDeficits;
    /// assert_eq!(preset::WHO_G8.area_label(deficits), Some("Loneliness"));
    /// assert_eq!(preset::ACUTE_16.area_label(deficits), None);
    /// ```
    #[must_use]
    pub fn area_label(&self, area: ProblemArea) -> Option<&str> {
        let own = self.0.area_labels.iter().find(|own| own.area == area)?;
        Some(&own.label)
    }

    /// Whether maintenance is talked over with every patient.
    pub(crate) fn offers_maintenance_to_all(&self) -> bool {
        let ending = &self.0.ending;
        ending.maintenance_with_all.value
            || matches!(
                ending.maintenance.value,
                MaintenanceOffer::Standard | MaintenanceOffer::Defining
            )
    }

    /// The phases of the protocol.
    #[must_use]
    pub fn phases(&self) -> PhaseSet {
        self.0.phases.iter().map(|spec| spec.phase).collect()
    }

    /// Whether a step from one phase to another follows the protocol's list: forward, from a phase
    /// of the list or from the assessment, in which every course may open, and passing over
    /// optional phases alone.
    #[must_use]
    pub fn follows(&self, from: Phase, to: Phase) -> bool {
        (from == Phase::Assessment || self.phase(from).is_some()) && self.goes_on(from, to)
    }

    /// The same from any phase: a course may stand in one that the protocol does not have.
    pub(crate) fn goes_on(&self, from: Phase, to: Phase) -> bool {
        from < to
            && self.phase(to).is_some()
            && self
                .0
                .phases
                .iter()
                .all(|spec| spec.optional || spec.phase <= from || spec.phase >= to)
    }

    /// The interval before a session of the main track at the protocol's own cadence: so many
    /// sessions in so many days.
    #[must_use]
    pub fn stretch(&self, session: u16) -> Option<Stretch> {
        let stretches = &self.0.cadence;
        stretches
            .iter()
            .find(|stretch| session <= stretch.to)
            .or(stretches.last())
            .copied()
    }
}

impl Indication {
    /// Whether a diagnosis in a classification of the same family lies within it: `F31.4` of
    /// `icd-10-cm` within `F31` of `icd-10`, written with its dot or without.
    #[must_use]
    pub fn covers(&self, diagnosis: &DiagnosisMade) -> bool {
        lies_under(diagnosis.code.as_str(), self.stem.as_str()) && self.is_told_by(diagnosis)
    }

    /// Whether a diagnosis is told in a classification of the same family.
    pub(crate) fn is_told_by(&self, diagnosis: &DiagnosisMade) -> bool {
        match (
            Classification::named(self.system.as_str()),
            diagnosis.classification(),
        ) {
            (Some(ours), Some(theirs)) => ours.of_code(self.stem.as_str()) == theirs,
            _ => self.system == diagnosis.system,
        }
    }
}

impl TryFrom<ProtocolSpec> for Protocol {
    type Error = ProtocolError;

    fn try_from(spec: ProtocolSpec) -> Result<Self, ProtocolError> {
        Self::new(spec)
    }
}

impl From<Protocol> for ProtocolSpec {
    fn from(protocol: Protocol) -> Self {
        protocol.0
    }
}
