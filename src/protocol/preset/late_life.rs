//! IPT in late life.

use alloc::borrow::Cow;

use super::{ACUTE_16_SPEC, every, measure, practice, trial};
use crate::{
    area::AreaSet,
    id::ProtocolId,
    protocol::{
        Cadence, Cited, Dose, EndingPolicy, FocusPolicy, Level, MaintenanceOffer, MeasureSpec, MedicationPolicy,
        Population, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy, WorkPolicy,
    },
    record::contract::{TimeFrameKind, TimeFrameKinds},
    source::{Basis, SourceId},
};

const CADENCE: &[Stretch] = &[every(7, 1, 16, SourceId::MILLER_1994, Basis::Trial)];

const MEASURES: &[MeasureSpec] =
    &[measure("ham-d-17", Level::May, Cadence::EverySession, None, SourceId::KNOWLEDGE, Basis::Unseen)];

/// [`LATE_LIFE`] in the open form.
pub const LATE_LIFE_SPEC: ProtocolSpec = ProtocolSpec {
    id: ProtocolId::from_static("late-life"),
    title: Cow::Borrowed("IPT with medication for depression in late life"),
    parent: Some(ProtocolId::from_static("acute-16")),
    population: Population { age_min: Some(trial(60, SourceId::MTLLD)), ..ACUTE_16_SPEC.population },
    dose: Dose {
        sessions: Cited::unseen(Span::new(12, 16, 20)),
        minutes: Cited::unseen(Span::new(45, 50, 60)),
        first_minutes: None,
        weeks: Cited::unseen(Span::new(12, 16, 24)),
        time_frames: Cited::design(TimeFrameKinds::of(&[
            TimeFrameKind::Sessions,
            TimeFrameKind::Weeks,
            TimeFrameKind::SessionsWithinWeeks,
        ])),
        ..ACUTE_16_SPEC.dose
    },
    focus: FocusPolicy { areas: practice(AreaSet::ALL, SourceId::OLDER_ADULTS_OVERVIEW), ..ACUTE_16_SPEC.focus },
    ending: EndingPolicy {
        maintenance: Cited::unseen(MaintenanceOffer::Standard),
        maintenance_with_all: Cited::unseen(true),
        ..ACUTE_16_SPEC.ending
    },
    timing: TimingPolicy { taper: Cited::unseen(true), ..ACUTE_16_SPEC.timing },
    work: WorkPolicy { medication: trial(MedicationPolicy::Expected, SourceId::MTLLD), ..ACUTE_16_SPEC.work },
    cadence: Cow::Borrowed(CADENCE),
    measures: Cow::Borrowed(MEASURES),
    sources: Cow::Borrowed(&[
        SourceId::MTLLD,
        SourceId::MILLER_1994,
        SourceId::MILLER_2005,
        SourceId::OLDER_ADULTS_OVERVIEW,
    ]),
    ..ACUTE_16_SPEC
};

/// IPT with medication for people of sixty or more, as in the maintenance therapies study.
///
/// It differs from [`ACUTE_16`](super::ACUTE_16) in this, and other sources say:
///
/// - **Age and medication**: 180 patients of sixty or more had nortriptyline and IPT. Transition made up 41 %,
///   dispute 34 %, grief 23 %.
/// - **Sessions and weeks** are known in the field; six bereaved patients had 17 weekly sessions on average (Miller
///   et al. 1994). That spacing widens towards the end is known too. How far treatment goes depends on how the
///   patient is, so a frame of weeks alone is allowed; that is ours.
/// - **Areas**: one or two of four (Oxford Research Encyclopedia).
/// - **Maintenance** monthly for up to three years: known in the field, and so is the weekly Hamilton scale.
/// - A session may be held by telephone or be short because of illness (Miller et al. 2005).
pub static LATE_LIFE: Protocol = Protocol::from_static(LATE_LIFE_SPEC);

pub(super) const FAMILY: &[&Protocol] = &[&LATE_LIFE];
