//! Protocols whose parts agree.

use alloc::{borrow::Cow, vec::Vec};

use proptest::{prelude::*, sample::subsequence};

use crate::{
    protocol::{
        Cited, Dose, EndingPolicy, FocusPolicy, InitialPolicy, MeasurePolicy, PhaseSpec,
        Population, Protocol, ProtocolSpec, Span, Stretch, TimingPolicy, WorkPolicy,
        preset::ACUTE_16,
    },
    record::contract::{TimeFrameKind, TimeFrameKinds},
    source::{Basis, SourceId},
    vocabulary::{
        AreaSet, EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, Phase, ProblemArea,
        WorkKind, WorkSet,
    },
};

/// Protocols whose parts agree: acute treatment of three sessions and more, of any areas and tasks,
/// with or without an ending or what follows it; or maintenance alone.
pub fn protocol() -> BoxedStrategy<Protocol> {
    let shape = (3..24_u16, 1..5_u16, 1..4_u16, 1..15_u16, any::<[bool; 5]>());
    let asked = (
        subsequence(ProblemArea::ALL, 1..=ProblemArea::ALL.len()),
        subsequence(InitialTask::ALL, 0..=InitialTask::ALL.len()),
        subsequence(EndingTask::ALL, 0..=EndingTask::ALL.len()),
        subsequence(TimeFrameKind::ALL, 1..=TimeFrameKind::ALL.len()),
        subsequence(WorkKind::ALL, 0..=WorkKind::ALL.len()),
    );
    let numbers = (2..10_u16, 1..6_u16, 0..8_u16, any::<bool>());
    (shape, asked, numbers)
        .prop_filter_map(
            "the parts of the protocol agree",
            |(shape, asked, numbers)| {
                let spec = shaped(shape);
                Protocol::new(filled(spec, asked, numbers)).ok()
            },
        )
        .boxed()
}

type Shape = (u16, u16, u16, u16, [bool; 5]);
type Asked = (
    Vec<ProblemArea>,
    Vec<InitialTask>,
    Vec<EndingTask>,
    Vec<TimeFrameKind>,
    Vec<WorkKind>,
);

/// The phases and their lengths.
fn shaped(
    (sessions, initial, ending, days, [assesses, ends, follows, numbered, maintains]): Shape,
) -> ProtocolSpec {
    let initial = initial.min(sessions - 2);
    let ending = if ends {
        ending.min(sessions - initial - 1)
    } else {
        0
    };
    let number = |first, last| numbered.then_some(Cited::design((first, last)));
    let phase = |phase: Phase, typical, optional| PhaseSpec {
        phase,
        label: Cow::Borrowed(phase.name()),
        typical,
        optional,
        ends_on: None,
    };
    let mut phases = Vec::new();
    if assesses {
        phases.push(phase(Phase::Assessment, None, true));
    }
    // One in four is for people in remission.
    if maintains && follows {
        phases.push(phase(Phase::Maintenance, number(1, sessions), false));
    } else {
        phases.push(phase(Phase::Initial, number(1, initial), false));
        phases.push(phase(
            Phase::Middle,
            number(initial + 1, sessions - ending),
            false,
        ));
        if ends {
            phases.push(phase(
                Phase::Termination,
                number(sessions - ending + 1, sessions),
                false,
            ));
        }
        if follows {
            phases.push(phase(Phase::Concluded, None, true));
            phases.push(phase(Phase::Continuation, None, true));
            phases.push(phase(Phase::Maintenance, None, false));
        }
    }
    let weeks = (sessions * days).div_ceil(7);
    let least = ending.max(1);
    let announce = sessions.saturating_sub(2).min(4);
    ProtocolSpec {
        phases: Cow::Owned(phases),
        dose: Dose {
            sessions: Cited::design(Span::new(1, sessions, sessions + 4)),
            weeks: Cited::design(Span::new(1, weeks, weeks + 4)),
            ..ACUTE_16.spec().dose
        },
        cadence: Cow::Owned(
            [Stretch {
                from: 1,
                to: sessions,
                sessions: 1,
                days,
                source: SourceId::DESIGN.whole(),
                basis: Basis::Design,
            }]
            .to_vec(),
        ),
        initial: InitialPolicy {
            sessions_usual: Cited::design(initial),
            ..ACUTE_16.spec().initial
        },
        ending: EndingPolicy {
            sessions_min: Cited::design(if ends { least } else { 0 }),
            sessions_max: Cited::design(least),
            announce_note_below: Cited::design(announce),
            announce_warn_below: Cited::design(announce.min(2)),
            ..ACUTE_16.spec().ending
        },
        ..ACUTE_16.spec().clone()
    }
}

/// What the protocol asks for.
fn filled(
    spec: ProtocolSpec,
    asked: Asked,
    (review, gap, people, remitted): (u16, u16, u16, bool),
) -> ProtocolSpec {
    // A number serves in several places: fewer are drawn, and what a law refutes shrinks to
    // something readable.
    let (areas, initial, ending, frames, work) = asked;
    ProtocolSpec {
        population: Population {
            remission_at_entry: Cited::design(remitted),
            ..spec.population
        },
        dose: Dose {
            time_frames: Cited::design(frames.into_iter().collect::<TimeFrameKinds>()),
            ..spec.dose
        },
        focus: FocusPolicy {
            areas: Cited::design(areas.into_iter().collect::<AreaSet>()),
            ..spec.focus
        },
        initial: InitialPolicy {
            tasks: Cited::design(initial.into_iter().collect::<InitialTaskSet>()),
            inventory_min: Cited::design(people),
            ..spec.initial
        },
        ending: EndingPolicy {
            tasks: Cited::design(ending.into_iter().collect::<EndingTaskSet>()),
            maintenance_with_all: Cited::design(remitted),
            ..spec.ending
        },
        timing: TimingPolicy {
            missed_run: Cited::design(gap),
            ..spec.timing
        },
        measurement: MeasurePolicy {
            review_by: Cited::design(review),
            max_gap: Cited::design(gap),
            ..spec.measurement
        },
        work: WorkPolicy {
            between_sessions: Cited::design(work.into_iter().collect::<WorkSet>()),
            supervision_gap: Cited::design(gap),
            ..spec.work
        },
        ..spec
    }
}
