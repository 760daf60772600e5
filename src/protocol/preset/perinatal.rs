//! IPT after birth.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, acute::DEPRESSION, every, indicated, may_come, measure, optional, practice, worked};
use crate::{
    id::ProtocolId,
    phase::Phase,
    protocol::{
        Cadence, Cited, Dose, Indication, Level, MeasureSpec, ParticipantSpec, PhaseSpec, Protocol, ProtocolSpec, Span,
        Stretch,
    },
    record::inventory::Relation,
    source::{Basis, SourceId},
};

const PHASES: &[PhaseSpec] = &[
    optional(Phase::Assessment, "Assessment"),
    worked(Phase::Initial, "Initial phase", Cited::design((1, 3))),
    worked(Phase::Middle, "Middle phase", Cited::design((4, 9))),
    worked(Phase::Termination, "Termination", Cited::design((10, 12))),
    optional(Phase::Concluded, "Conclusion of acute treatment"),
    optional(Phase::Continuation, "Continuation"),
    optional(Phase::Maintenance, "Maintenance"),
];

const CADENCE: &[Stretch] = &[every(7, 1, 12, SourceId::OHARA_2000, Basis::Trial)];

const INDICATIONS: &[Indication] = &[
    DEPRESSION[0],
    DEPRESSION[1],
    DEPRESSION[2],
    DEPRESSION[3],
    indicated("icd-10", "F53"),
    indicated("icd-11", "6E20"),
];

const MEASURES: &[MeasureSpec] = &[
    measure("ham-d-17", Level::May, Cadence::EveryWeeks, Some(4), SourceId::OHARA_2000, Basis::Trial),
    measure("bdi", Level::May, Cadence::EveryWeeks, Some(4), SourceId::OHARA_2000, Basis::Trial),
    measure("epds", Level::May, Cadence::BeforeAndAfter, None, SourceId::CASEBOOK_2012, Basis::Manual),
];

const PARTICIPANTS: &[ParticipantSpec] = &[may_come(Relation::Partner), may_come(Relation::Child)];

/// [`PP_12`] in the open form.
pub const PP_12_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("pp-12"),
    title: Cow::Borrowed("IPT for women with postpartum depression"),
    parent: Some(ProtocolId::from_static("acute-16")),
    indications: Cow::Borrowed(INDICATIONS),
    dose: Dose {
        sessions: practice(Span::new(12, 12, 12), SourceId::GRIGORIADIS_RAVITZ_2007),
        minutes: Cited::unseen(Span::new(50, 60, 60)),
        first_minutes: None,
        weeks: Cited::design(Span::new(12, 12, 16)),
        ..ACUTE_16_SPEC.dose
    },
    phases: Cow::Borrowed(PHASES),
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    participants: Cow::Borrowed(PARTICIPANTS),
    sources: Cow::Borrowed(&[SourceId::OHARA_2000, SourceId::GRIGORIADIS_RAVITZ_2007, SourceId::CASEBOOK_2012]),
    ..ACUTE_16_SPEC
};

/// IPT for postpartum depression: twelve weekly sessions; partner and baby may be there.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Sessions**: twelve (Grigoriadis & Ravitz 2007), in twelve weeks (O'Hara et al. 2000). The hour is known in
///   the field; the four weeks of slack are ours.
/// - **Areas**: the Canadian guide names disputes, transitions and bereavement; the standard four are kept, so that
///   deficits are not ruled out.
/// - **Measures**: the trial rated every four weeks with the Hamilton scale and the BDI; a published case used the
///   EPDS, how often is ours. None is asked for.
/// - The loss of the old role and support to be rebuilt are strategies of the transition and need no task of their
///   own.
/// - Partner and baby may be there, as is known in the field.
pub static PP_12: Protocol = Protocol::from_static(PP_12_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&PP_12];
