//! The identifiers of the crate and of the application.

use crate::base::token::token;

token! {
    /// A person in the patient's life or at the application's site, under a short opaque label that
    /// the application chose.
    ///
    /// Never a name. `Debug` does not show it, and no finding or error holds one.
    pub struct PersonRef(16), "person reference", hidden;
}

token! {
    /// Who wrote an entry or held a session, under the application's own short label, such as a
    /// UUID.
    pub struct ActorRef(36), "reference to an actor", hidden;
}

token! {
    /// The application's own key of an entry, such as a row number or a UUID. Findings echo it.
    pub struct AppKey(36), "key", shown;
}

token! {
    /// The identifier of a protocol, such as `acute-16`.
    pub struct ProtocolId(24), "protocol id", shown;
}

token! {
    /// A task that a protocol declares beyond those of every protocol, such as `safety_plan`.
    pub struct TaskToken(32), "task token", shown;
}

token! {
    /// A named specialisation of one of the four problem areas, such as `complicated_pregnancy`.
    pub struct Specialisation(32), "specialisation", shown;
}

token! {
    /// The named criterion of a dated clinical judgement, such as `stabilised`.
    pub struct Criterion(32), "criterion", shown;
}

token! {
    /// A class of medication, such as `ssri`.
    pub struct MedicationClass(24), "medication class", shown;
}

token! {
    /// A code of a classification of diagnoses, such as `F32.1` or a SNOMED CT identifier.
    pub struct DiagnosisCode(24), "diagnosis code", shown;
}

token! {
    /// A classification of diagnoses: a short name such as `icd-10`, the address under which FHIR
    /// knows it, or its OID.
    pub struct CodeSystem(64), "code system", shown;
}

impl From<Label> for CodeSystem {
    fn from(label: Label) -> Self {
        // A label is shorter and made of the same characters.
        Self::new(label.as_str()).unwrap_or_else(|_| Self::from_static("-"))
    }
}

impl PartialEq<Label> for CodeSystem {
    fn eq(&self, label: &Label) -> bool {
        label == self
    }
}

impl PartialEq<CodeSystem> for Label {
    fn eq(&self, system: &CodeSystem) -> bool {
        self.as_str() == system.as_str()
    }
}

token! {
    /// A short label that a protocol or a record gives to a stretch of treatment, such as a module.
    pub struct Label(24), "label", shown;
}

impl Criterion {
    /// The patient has been stable for as long as the protocol asks.
    pub const STABILISED: Self = Self::from_static("stabilised");
    /// The patient is in remission by the clinician's judgement.
    pub const REMISSION: Self = Self::from_static("remission");
    /// The patient is near remission by the clinician's judgement.
    pub const NEAR_REMISSION: Self = Self::from_static("near_remission");
    /// The patient gained from treatment and symptoms remain.
    pub const RESIDUAL_SYMPTOMS: Self = Self::from_static("residual_symptoms");
    /// The episode has come back.
    pub const RECURRENCE: Self = Self::from_static("recurrence");
    /// The ending reaction was considered before an extension.
    pub const ENDING_REACTION: Self = Self::from_static("ending_reaction");

    /// The criteria that have a meaning under every protocol. A protocol may ask for more.
    pub const KNOWN: &'static [Self] = &[
        Self::STABILISED,
        Self::REMISSION,
        Self::NEAR_REMISSION,
        Self::RESIDUAL_SYMPTOMS,
        Self::RECURRENCE,
        Self::ENDING_REACTION,
    ];
}

impl MedicationClass {
    /// The classes that have a usual name. Others are recorded like these.
    pub const KNOWN: &'static [Self] = &[
        Self::from_static("ssri"),
        Self::from_static("snri"),
        Self::from_static("tricyclic"),
        Self::from_static("maoi"),
        Self::from_static("other_antidepressant"),
        Self::from_static("antidepressant"),
        Self::from_static("mood_stabiliser"),
        Self::from_static("lithium"),
        Self::from_static("antipsychotic"),
        Self::from_static("anxiolytic"),
        Self::from_static("hypnotic"),
        Self::from_static("stimulant"),
    ];
}

impl CodeSystem {
    /// The short names under which classifications of diagnoses are usually written. A national
    /// version, the address under which FHIR knows one, or its OID are as good.
    pub const USUAL: &'static [Label] = &[
        Label::from_static("icd-10"),
        Label::from_static("icd-10-cm"),
        Label::from_static("icd-10-gm"),
        Label::from_static("icd-11"),
        Label::from_static("icd-9-cm"),
        Label::from_static("dsm-5"),
        Label::from_static("dsm-5-tr"),
        Label::from_static("dsm-iv"),
        Label::from_static("snomed-ct"),
    ];
}
