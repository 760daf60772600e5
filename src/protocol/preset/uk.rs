//! Acute IPT as British services work.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, measure, optional, practice, specialisation, worked};
use crate::{
    measure::InstrumentId,
    protocol::{
        Adjustment, AreaLabel, Cadence, Cited, Dose, EndingPolicy, EntryScore, InitialPolicy,
        Level, MaintenanceOffer, MeasurePolicy, MeasureSpec, PhaseSpec, Protocol, ProtocolSpec,
        Span, SpecialisationSpec, Stretch, TechniqueSpec,
    },
    source::{Basis, SourceId},
    vocabulary::{Phase, ProblemArea, ProtocolId, RuleCode, Severity, Technique},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Triage"),
    worked(
        Phase::Initial,
        "Assessment sessions",
        practice((1, 4), SourceId::IPT_UK),
    ),
    worked(
        Phase::Middle,
        "Focus sessions",
        practice((5, 12), SourceId::IPT_UK),
    ),
    worked(
        Phase::Termination,
        "Ending sessions",
        practice((13, 16), SourceId::LEEDS_NHS),
    ),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance sessions"),
];

const CADENCE: &[Stretch] = &[every(
    7,
    1,
    16,
    SourceId::NHS_SCOTLAND_MATRIX,
    Basis::Guideline,
)];

const SPECIALISATIONS: &[SpecialisationSpec] = &[specialisation(
    "sensitivity",
    ProblemArea::InterpersonalDeficits,
    "Interpersonal sensitivity",
    SourceId::NHS_SCOTLAND_MATRIX,
    Basis::Guideline,
)];

const MEASURES: &[MeasureSpec] = &[
    measure(
        "phq-9",
        Level::Should,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "gad-7",
        Level::Should,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    measure(
        "wsas",
        Level::Should,
        Cadence::EverySession,
        None,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const AREA_LABELS: &[AreaLabel] = &[
    area_label(ProblemArea::RoleDispute, "Dispute or conflict"),
    area_label(ProblemArea::RoleTransition, "Transition"),
    area_label(
        ProblemArea::InterpersonalDeficits,
        "Sensitivity or loneliness",
    ),
];

const fn area_label(area: ProblemArea, label: &'static str) -> AreaLabel {
    AreaLabel {
        area,
        label: Cow::Borrowed(label),
        source: SourceId::LEEDS_NHS,
        basis: Basis::Practice,
    }
}

const ENTRY: &[EntryScore] = &[EntryScore {
    instrument: InstrumentId::PHQ_9,
    min: Some(10),
    max: None,
    firm: false,
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

const fn usual(technique: Technique, source: SourceId, basis: Basis) -> TechniqueSpec {
    TechniqueSpec {
        technique,
        level: Level::Should,
        source,
        basis,
    }
}

const TECHNIQUES: &[TechniqueSpec] = &[
    usual(Technique::Timeline, SourceId::THERAPY_YORK, Basis::Practice),
    usual(
        Technique::ClosenessCircle,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const ADJUSTMENTS: &[Adjustment] = &[Adjustment {
    code: RuleCode::from_static("IPT-064"),
    severity: Some(Severity::Warning),
    source: SourceId::KNOWLEDGE,
    basis: Basis::Unseen,
}];

/// [`UK_16`] in the open form.
pub const UK_16_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("uk-16"),
    title: Cow::Borrowed("IPT for adults with depression in British services"),
    parent: Some(ProtocolId::from_static("acute-16")),
    for_whom: Cow::Borrowed("adults with depression in British services"),
    entry_scores: Cow::Borrowed(ENTRY),
    area_labels: Cow::Borrowed(AREA_LABELS),
    techniques: Cow::Borrowed(TECHNIQUES),
    dose: Dose {
        sessions: practice(Span::new(8, 16, 20), SourceId::LEEDS_NHS),
        minutes: Cited::unseen(Span::new(50, 60, 60)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 16, 20)),
        ..ACUTE_16_SPEC.dose
    },
    initial: InitialPolicy {
        sessions_usual: practice(4, SourceId::IPT_UK),
        ..ACUTE_16_SPEC.initial
    },
    ending: EndingPolicy {
        sessions_min: practice(2, SourceId::THERAPY_YORK),
        sessions_max: practice(4, SourceId::LEEDS_NHS),
        maintenance: practice(MaintenanceOffer::Optional, SourceId::SUTTON_UPLIFT),
        ..ACUTE_16_SPEC.ending
    },
    measurement: MeasurePolicy {
        max_gap: practice(1, SourceId::THERAPY_YORK),
        ..ACUTE_16_SPEC.measurement
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    specialisations: Cow::Borrowed(SPECIALISATIONS),
    measures: Cow::Borrowed(MEASURES),
    adjustments: Cow::Borrowed(ADJUSTMENTS),
    sources: Cow::Borrowed(&[
        SourceId::IPT_UK,
        SourceId::LEEDS_NHS,
        SourceId::NHS_SCOTLAND_MATRIX,
        SourceId::THERAPY_YORK,
        SourceId::TURNING_POINT,
        SourceId::SUTTON_UPLIFT,
    ]),
    ..ACUTE_16_SPEC
};

/// Acute IPT as British services work: four assessment sessions, up to twenty in all, a rating at
/// each.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: up to sixteen in Leeds, and sixteen elsewhere. NHS Scotland's Matrix gives 12 to
///   20 weekly ones, some clinics 16 to 20. Eight as the least is the present English guideline's
///   range as a clinic's page reports it, a weak sighting.
/// - **Minutes**: the Matrix and Turning Point say 50. The hour as the typical length is known in
///   the field.
/// - **Weeks** were not seen.
/// - **Phases** 1–4 and 5–12 are IPT-UK's and Leeds', 13–16 Leeds'; Turning Point says three or
///   four for the first. The assessment *is* the first phase here, so what comes before it is
///   called triage. Some services agree on a fourth phase (Sutton Uplift).
/// - **Ending**: four sessions in Leeds, two to four in York.
/// - **Measures** at each session are known in the field; York reviews symptoms each time; NICE
///   NG222 asks to consider it.
/// - **Entry**: ten or more on the PHQ-9 is what services count as a case, as is known in the
///   field; a guide, not a limit.
/// - **Areas** are called grief, dispute or conflict, transition, and sensitivity or loneliness
///   (Leeds; Sutton Uplift has the same). The Matrix has interpersonal sensitivity for deficits,
///   and the specialisation bears that name. That deficits are chosen although another area fits is
///   graded as a warning, as is known of British practice.
/// - **Techniques**: the timeline is York's, the closeness circle is usual, as is known in the
///   field. Drawing the circle is asked for by nobody who was read, so it is no condition of the
///   middle phase.
pub static UK_16: Protocol = Protocol::from_static(UK_16_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&UK_16];
