//! The published variants, one `static` each, with the open form beside it for variants that build on them.
//!
//! | preset | for | sessions | minutes | weeks | areas | after it |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | [`ACUTE_16`] | adults with major depression | 12 / 16 / 16 | 45 / 50 / 60 | 12 / 16 / 20 | 4 | by need |
//! | [`UK_16`] | the same, as British services work | 8 / 16 / 20 | 50 / 60 / 60 | 12 / 16 / 20 | 4 | by need |
//! | [`B_8`] | adults who are unlikely to stay for sixteen sessions | 8 | 45 / 50 / 60 | 8 / 8 / 12 | 3 | by need |
//! | [`SR`] | adults, by Stuart and Robertson | 6 / 12 / 20 | 45 / 50 / 60 | 8 / 16 / 26 | 3 | with everyone |
//! | [`PTSD_14`] | adults with posttraumatic stress disorder | 14 | 50 / 50 / 60 | 14 / 14 / 18 | 3 | by need |
//! | [`LATE_LIFE`] | people of sixty or more, with medication | 12 / 16 / 20 | 45 / 50 / 60 | 12 / 16 / 24 | 4 | with everyone |
//! | [`PP_12`] | women after birth | 12 | 50 / 60 / 60 | 12 / 12 / 16 | 4 | by need |
//! | [`FB_14`] | children of seven to twelve with a parent | 14 | 45 / 50 / 60 | 14 / 14 / 18 | 4 | by need |
//! | [`MAINT_07M`] | people in remission, monthly for two years | 24 | 45 / 50 / 60 | 104 | 4 | – |
//!
//! Three numbers are the least, the typical and the greatest.
//!
//! How to read the sources. A parameter names one source. Where two give a number, the preset's documentation names
//! the other. A span stands on the source of its typical value; an end that this source does not give is named in
//! the documentation, and an end that nobody published makes the whole span [`Basis::Design`] or [`Basis::Unseen`].
//! A list of tasks stands on the work that gives most of it. What a preset takes over from [`ACUTE_16`] keeps the
//! source that it has there.
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

// A list with calls in it is a `const` of its own: only then does the compiler see that struct update drops nothing.

mod acute;
mod brief;
mod family;
mod late_life;
mod maintenance;
mod perinatal;
mod stuart_robertson;
mod trauma;
mod uk;

use alloc::borrow::Cow;

pub use acute::{ACUTE_16, ACUTE_16_SPEC};
pub use brief::{B_8, B_8_SPEC};
pub use family::{FB_14, FB_14_SPEC};
pub use late_life::{LATE_LIFE, LATE_LIFE_SPEC};
pub use maintenance::{MAINT_07M, MAINT_07M_SPEC};
pub use perinatal::{PP_12, PP_12_SPEC};
pub use stuart_robertson::{SR, SR_SPEC};
pub use trauma::{PTSD_14, PTSD_14_SPEC};
pub use uk::{UK_16, UK_16_SPEC};

use super::{
    Cadence, Cited, Indication, Level, MeasureSpec, ParticipantSpec, PhaseSpec, Proscription, Protocol,
    SpecialisationSpec, Stretch,
};
use crate::{
    area::ProblemArea,
    id::{DiagnosisCode, Label, Specialisation},
    measure::InstrumentId,
    phase::Phase,
    record::inventory::Relation,
    source::{Basis, SourceId},
    technique::OffModel,
};

/// Every preset: acute treatment of adults, then adaptations, then maintenance.
pub static ALL: &[&Protocol] = &[&ACUTE_16, &UK_16, &B_8, &SR, &PTSD_14, &LATE_LIFE, &PP_12, &FB_14, &MAINT_07M];

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
const fn worked(phase: Phase, label: &'static str, first: u16, last: u16) -> PhaseSpec {
    PhaseSpec { phase, label: Cow::Borrowed(label), typical: Some((first, last)), optional: false }
}

/// A phase that a course may pass over.
const fn optional(phase: Phase, label: &'static str) -> PhaseSpec {
    PhaseSpec { phase, label: Cow::Borrowed(label), typical: None, optional: true }
}

/// One session in so many days.
const fn every(days: u16, from: u16, to: u16) -> Stretch {
    Stretch { from, to, sessions: 1, days }
}

/// A diagnosis that a protocol is for, under the code by which the field knows it.
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
    SpecialisationSpec { token: Specialisation::from_static(token), area, label: Cow::Borrowed(label), source, basis }
}

const fn measure(
    instrument: &'static str,
    level: Level,
    cadence: Cadence,
    every: Option<u16>,
    source: SourceId,
    basis: Basis,
) -> MeasureSpec {
    MeasureSpec { instrument: InstrumentId::from_static(instrument), level, cadence, every, source, basis }
}

/// An activity that is off the model as the main work of several sessions.
const fn off_model(activity: OffModel, source: SourceId, basis: Basis) -> Proscription {
    Proscription { activity, outright: false, source, basis }
}

/// Somebody who may come along, as is known in the field.
const fn may_come(relation: Relation) -> ParticipantSpec {
    ParticipantSpec { relation, level: Level::May, sessions: None, source: SourceId::KNOWLEDGE, basis: Basis::Unseen }
}

/// What is not IPT as the main work of a session, in every variant alike.
///
/// A trial found IPT to differ from unfocused support (Amole et al. 2016), which is not to forbid it. [`OffModel::DisplacingHomework`]
/// stands beside the list: some variants assign work between sessions, a textbook has none (*New Oxford Textbook of Psychiatry*), and
/// that it displaces interpersonal work is our wording.
const OFF_MODEL: [Proscription; 6] = [
    off_model(OffModel::TransferenceInterpretation, SourceId::CASEBOOK_2012, Basis::Manual),
    off_model(OffModel::CognitiveRestructuring, SourceId::MARKOWITZ_ADHERENCE, Basis::Trial),
    off_model(OffModel::UnfocusedSupport, SourceId::KNOWLEDGE, Basis::Unseen),
    off_model(OffModel::Exposure, SourceId::KNOWLEDGE, Basis::Unseen),
    off_model(OffModel::ChildhoodReconstruction, SourceId::KNOWLEDGE, Basis::Unseen),
    off_model(OffModel::DreamInterpretation, SourceId::KNOWLEDGE, Basis::Unseen),
];

const HOMEWORK: Proscription = off_model(OffModel::DisplacingHomework, SourceId::DESIGN, Basis::Design);
