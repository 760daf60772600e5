//! The published variants, one `static` each, with the open form beside it for variants that build
//! on them.
//!
//! `docs/PROTOCOLS.md` lists them with every number, its source and its basis.
//!
//! How to read the sources. A parameter names one source. Where two give a number, the preset's
//! documentation names the other. A span stands on the source of its typical value; an end that
//! this source does not give is named in the documentation, and an end that nobody published makes
//! the whole span [`Basis::Design`] or [`Basis::Unseen`]. A list of tasks stands on the work that
//! gives most of it. What a preset takes over from [`ACUTE_16`] keeps the source that it has there.
//!
//! A variant of one's own is a struct update, in a `static` too:
//!
//! ```
//! use std::borrow::Cow;
//!
//! use interpersonal::{
//!     ProtocolId,
//!     protocol::{Cited, Dose, Protocol, ProtocolSpec, Span, preset::ACUTE_16_SPEC},
//! };
//!
//! static OURS: Protocol = Protocol::from_static(ProtocolSpec {
//!     id: ProtocolId::from_static("our-clinic"),
//!     title: Cow::Borrowed("IPT at our clinic"),
//!     dose: Dose { minutes: Cited::design(Span::new(45, 45, 50)), ..ACUTE_16_SPEC.dose },
//!     ..ACUTE_16_SPEC
//! });
//! assert_eq!(OURS.spec().dose.sessions, ACUTE_16_SPEC.dose.sessions);
//! ```

// A list with calls in it is a `const` of its own: only then does the compiler see that struct
// update drops nothing.

mod acute;
mod adolescent;
mod anxiety;
mod bipolar;
mod brief;
mod chronic;
mod counselling;
mod eating;
mod family;
mod group;
mod inpatient;
mod late_life;
mod maintenance;
mod medical;
mod online;
mod perinatal;
mod prison;
mod stuart_robertson;
mod trauma;
mod uk;

use alloc::borrow::Cow;

pub use acute::*;
pub use adolescent::*;
pub use anxiety::*;
pub use bipolar::*;
pub use brief::*;
pub use chronic::*;
pub use counselling::*;
pub use eating::*;
pub use family::*;
pub use group::*;
pub use inpatient::*;
pub use late_life::*;
pub use maintenance::*;
pub use medical::*;
pub use online::*;
pub use perinatal::*;
pub use prison::*;
pub use stuart_robertson::*;
pub use trauma::*;
pub use uk::*;

use super::{
    Cadence, Cited, Indication, Level, MeasureSpec, ParticipantSpec, PhaseSpec, Proscription,
    Protocol, SpecialisationSpec, Stretch,
};
use crate::{
    measure::InstrumentId,
    record::inventory::Relation,
    source::{Basis, SourceId},
    vocabulary::{DiagnosisCode, Label, OffModel, Phase, ProblemArea, Specialisation},
};

/// The families, in the order of reading: acute treatment of adults, then adaptations, then
/// maintenance. Each module names its own, so that a variant more touches its family's file alone.
#[allow(
    unused_qualifications,
    reason = "every family has a constant of that name, so each is said in full"
)]
const FAMILIES: &[&[&Protocol]] = &[
    acute::FAMILY,
    uk::FAMILY,
    brief::FAMILY,
    counselling::FAMILY,
    stuart_robertson::FAMILY,
    group::FAMILY,
    trauma::FAMILY,
    anxiety::FAMILY,
    chronic::FAMILY,
    bipolar::FAMILY,
    eating::FAMILY,
    late_life::FAMILY,
    perinatal::FAMILY,
    medical::FAMILY,
    inpatient::FAMILY,
    prison::FAMILY,
    adolescent::FAMILY,
    family::FAMILY,
    online::FAMILY,
    maintenance::FAMILY,
];

const fn count() -> usize {
    let (mut presets, mut i) = (0, 0);
    while i < FAMILIES.len() {
        presets += FAMILIES[i].len();
        i += 1;
    }
    presets
}

const fn in_order() -> [&'static Protocol; count()] {
    let mut all = [FAMILIES[0][0]; count()];
    let (mut at, mut i) = (0, 0);
    while i < FAMILIES.len() {
        let mut j = 0;
        while j < FAMILIES[i].len() {
            all[at] = FAMILIES[i][j];
            (at, j) = (at + 1, j + 1);
        }
        i += 1;
    }
    all
}

/// Every preset, family by family.
pub static ALL: &[&Protocol] = &in_order();

/// A value that a manual or its authors' own teaching gives.
const fn manual<T: Copy>(value: T, source: SourceId) -> Cited<T> {
    Cited::new(value, source, Basis::Manual)
}

/// A value that a guideline gives.
const fn guideline<T: Copy>(value: T, source: SourceId) -> Cited<T> {
    Cited::new(value, source, Basis::Guideline)
}

/// A value with which a study worked.
const fn trial<T: Copy>(value: T, source: SourceId) -> Cited<T> {
    Cited::new(value, source, Basis::Trial)
}

/// A value with which services, institutes or therapists work.
const fn practice<T: Copy>(value: T, source: SourceId) -> Cited<T> {
    Cited::new(value, source, Basis::Practice)
}

/// A phase that is worked in sessions, from one to another at the typical length.
const fn worked(phase: Phase, label: &'static str, sessions: Cited<(u16, u16)>) -> PhaseSpec {
    PhaseSpec {
        phase,
        label: Cow::Borrowed(label),
        typical: Some(sessions),
        optional: false,
        ends_on: None,
    }
}

/// A phase that a course may pass over.
const fn optional(phase: Phase, label: &'static str) -> PhaseSpec {
    PhaseSpec {
        phase,
        label: Cow::Borrowed(label),
        typical: None,
        optional: true,
        ends_on: None,
    }
}

/// One session in so many days.
const fn every(days: u16, from: u16, to: u16, source: SourceId, basis: Basis) -> Stretch {
    Stretch {
        from,
        to,
        sessions: 1,
        days,
        source,
        basis,
    }
}

/// A diagnosis that a protocol is for, or excludes, under the code by which the field knows it.
const fn indicated(system: &'static str, stem: &'static str) -> Indication {
    Indication {
        system: Label::from_static(system),
        stem: DiagnosisCode::from_static(stem),
        source: SourceId::KNOWLEDGE,
        basis: Basis::Unseen,
    }
}

const fn specialisation(
    token: &'static str,
    area: ProblemArea,
    label: &'static str,
    source: SourceId,
    basis: Basis,
) -> SpecialisationSpec {
    SpecialisationSpec {
        token: Specialisation::from_static(token),
        area,
        label: Cow::Borrowed(label),
        source,
        basis,
    }
}

const fn measure(
    instrument: &'static str,
    level: Level,
    cadence: Cadence,
    every: Option<u16>,
    source: SourceId,
    basis: Basis,
) -> MeasureSpec {
    MeasureSpec {
        instrument: InstrumentId::from_static(instrument),
        level,
        cadence,
        every,
        source,
        basis,
    }
}

/// An activity that is off the model as the main work of several sessions.
const fn off_model(activity: OffModel, source: SourceId, basis: Basis) -> Proscription {
    Proscription {
        activity,
        outright: false,
        after: None,
        source,
        basis,
    }
}

/// Somebody who may come along, as is known in the field.
const fn may_come(relation: Relation) -> ParticipantSpec {
    ParticipantSpec {
        relation,
        level: Level::May,
        sessions: None,
        source: SourceId::KNOWLEDGE,
        basis: Basis::Unseen,
    }
}

/// What is not IPT as the main work of a session, in every variant alike.
///
/// A trial found IPT to differ from unfocused support (Amole et al. 2016), which is not to forbid
/// it. [`OffModel::DisplacingHomework`] stands beside the list: some variants assign work between
/// sessions, a textbook has none (*New Oxford Textbook of Psychiatry*), and that it displaces
/// interpersonal work is our wording.
const OFF_MODEL: [Proscription; 6] = [
    off_model(
        OffModel::TransferenceInterpretation,
        SourceId::CASEBOOK_2012,
        Basis::Manual,
    ),
    off_model(
        OffModel::CognitiveRestructuring,
        SourceId::MARKOWITZ_ADHERENCE,
        Basis::Trial,
    ),
    off_model(
        OffModel::UnfocusedSupport,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    off_model(OffModel::Exposure, SourceId::KNOWLEDGE, Basis::Unseen),
    off_model(
        OffModel::ChildhoodReconstruction,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
    off_model(
        OffModel::DreamInterpretation,
        SourceId::KNOWLEDGE,
        Basis::Unseen,
    ),
];

const HOMEWORK: Proscription = off_model(
    OffModel::DisplacingHomework,
    SourceId::DESIGN,
    Basis::Design,
);
