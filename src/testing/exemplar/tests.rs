use alloc::{borrow::Cow, vec::Vec};

use super::*;
use crate::{
    base::days::{earlier, later},
    course::Recorded,
    protocol::{
        Cadence, Cited, DeclaredTask, Dose, EndingPolicy, InitialPolicy, Level, MeasurePolicy,
        MeasureSpec, ParticipantSpec, PhaseSpec, ProtocolSpec, Span, Stretch, TrackSpec, preset,
    },
    record::{FactKind, inventory::Relation},
    source::{Basis, SourceId},
    vocabulary::{AreaSet, EndingTask, EndingTaskSet, InitialTaskSet, Phase, TaskToken, Track},
};

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn phase(phase: Phase, typical: Option<(u16, u16)>, optional: bool) -> PhaseSpec {
    PhaseSpec {
        phase,
        label: Cow::Borrowed(phase.name()),
        typical: typical.map(Cited::design),
        optional,
        ends_on: None,
    }
}

fn with_phases(sessions: u16, days: u16, phases: Vec<PhaseSpec>) -> ProtocolSpec {
    let spec = preset::ACUTE_16.spec().clone();
    let weeks = sessions * days / 7 + 1;
    ProtocolSpec {
        phases: Cow::Owned(phases),
        dose: Dose {
            sessions: Cited::design(Span::new(1, sessions, sessions)),
            weeks: Cited::design(Span::new(1, weeks, weeks)),
            ..spec.dose
        },
        cadence: Cow::Owned(alloc::vec![Stretch {
            from: 1,
            to: sessions,
            sessions: 1,
            days,
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design
        }]),
        ..spec
    }
}

fn short(spec: ProtocolSpec) -> ProtocolSpec {
    ProtocolSpec {
        initial: InitialPolicy {
            sessions_usual: Cited::design(1),
            ..spec.initial
        },
        ending: EndingPolicy {
            sessions_min: Cited::design(1),
            sessions_max: Cited::design(2),
            announce_note_below: Cited::design(2),
            announce_warn_below: Cited::design(1),
            ..spec.ending
        },
        measurement: MeasurePolicy {
            review_by: Cited::design(4),
            ..spec.measurement
        },
        ..spec
    }
}

/// Protocols of every shape that the published variants have.
fn shapes() -> impl Iterator<Item = Protocol> {
    let shapes: &[fn() -> ProtocolSpec] = &[
        eight,
        three_areas,
        shortest,
        no_ending,
        numbered_continuation,
        modules,
        maintenance,
        unnumbered,
        tracks,
        demanding,
    ];
    shapes.iter().map(|shape| Protocol::new(shape()).unwrap())
}

/// A brief form.
fn eight() -> ProtocolSpec {
    short(with_phases(
        8,
        7,
        alloc::vec![
            phase(Phase::Initial, Some((1, 2)), false),
            phase(Phase::Middle, Some((3, 7)), false),
            phase(Phase::Termination, Some((8, 8)), false),
        ],
    ))
}

/// A form without deficits.
fn three_areas() -> ProtocolSpec {
    ProtocolSpec {
        focus: crate::protocol::FocusPolicy {
            areas: Cited::design(AreaSet::ALL.without(ProblemArea::InterpersonalDeficits)),
            ..eight().focus
        },
        ..eight()
    }
}

/// One session for each phase.
fn shortest() -> ProtocolSpec {
    short(with_phases(
        3,
        7,
        alloc::vec![
            phase(Phase::Initial, Some((1, 1)), false),
            phase(Phase::Middle, Some((2, 2)), false),
            phase(Phase::Termination, Some((3, 3)), false),
        ],
    ))
}

/// A protocol that goes from the middle phase into maintenance.
fn no_ending() -> ProtocolSpec {
    with_phases(
        16,
        7,
        alloc::vec![
            phase(Phase::Initial, Some((1, 4)), false),
            phase(Phase::Middle, Some((5, 16)), false),
            phase(Phase::Maintenance, None, false),
        ],
    )
}

/// A protocol whose continuation is part of the main track.
fn numbered_continuation() -> ProtocolSpec {
    with_phases(
        20,
        7,
        alloc::vec![
            phase(Phase::Initial, Some((1, 4)), false),
            phase(Phase::Middle, Some((5, 12)), false),
            phase(Phase::Continuation, Some((13, 20)), false),
        ],
    )
}

/// A protocol without initial phase and ending.
fn modules() -> ProtocolSpec {
    with_phases(
        12,
        7,
        alloc::vec![phase(Phase::Middle, Some((1, 12)), false)],
    )
}

/// A protocol for people in remission.
fn maintenance() -> ProtocolSpec {
    with_phases(
        24,
        30,
        alloc::vec![
            phase(Phase::Assessment, None, true),
            phase(Phase::Maintenance, Some((1, 24)), false)
        ],
    )
}

/// A protocol that gives no numbers to its phases.
fn unnumbered() -> ProtocolSpec {
    with_phases(
        16,
        7,
        alloc::vec![
            phase(Phase::Initial, None, false),
            phase(Phase::Middle, None, false),
            phase(Phase::Termination, None, false),
            phase(Phase::Concluded, None, false),
        ],
    )
}

/// A protocol with sessions beside the main track.
fn tracks() -> ProtocolSpec {
    ProtocolSpec {
        tracks: Cow::Owned(
            [
                Track::PreTreatment,
                Track::MidTreatment,
                Track::PostTreatment,
                Track::AddedGroup,
                Track::Booster,
            ]
            .map(|track| TrackSpec {
                track,
                level: Level::Must,
                sessions: Cited::design(Span::new(1, 2, 4)),
                minutes: None,
            })
            .to_vec(),
        ),
        ..preset::ACUTE_16.spec().clone()
    }
}

/// A protocol that asks for everything that can be asked for.
fn demanding() -> ProtocolSpec {
    ProtocolSpec {
        initial: InitialPolicy {
            tasks: Cited::design(InitialTaskSet::ALL),
            inventory_min: Cited::design(9),
            ..preset::ACUTE_16.spec().initial
        },
        ending: EndingPolicy {
            tasks: Cited::design(EndingTaskSet::ALL),
            ..preset::ACUTE_16.spec().ending
        },
        measures: Cow::Owned(alloc::vec![
            MeasureSpec {
                instrument: crate::measure::InstrumentId::from_static("local-scale"),
                level: Level::Must,
                cadence: Cadence::EveryWeeks,
                every: Some(4),
                source: SourceId::DESIGN.whole(),
                basis: Basis::Design,
            };
            2
        ]),
        tasks: Cow::Owned(alloc::vec![DeclaredTask {
            token: TaskToken::from_static("safety_plan"),
            label: Cow::Borrowed("Safety plan"),
            phase: Phase::Initial,
            by_session: Some(1),
            level: Level::Must,
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design,
        }]),
        participants: Cow::Owned(alloc::vec![ParticipantSpec {
            relation: Relation::Caregiver,
            level: Level::Must,
            sessions: Some(3),
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design,
        }]),
        ..preset::ACUTE_16.spec().clone()
    }
}

#[track_caller]
fn assert_by_the_book(protocol: &Protocol, area: ProblemArea) {
    let entries = Exemplar::new(protocol, area, start()).entries();
    let mut entries = entries.into_iter();
    let mut course = Course::replay(protocol.clone(), [entries.next().unwrap()]).unwrap();
    for entry in entries {
        let day = entry.day();
        let kind = entry.stated().map(|(_, fact)| fact.kind());
        let recorded = course.record_entry(entry);
        assert!(
            matches!(&recorded, Ok(recorded @ Recorded::Taken { .. }) if recorded.is_by_the_book()),
            "{} {area} {day:?} {kind:?}: {recorded:?}",
            protocol.id()
        );
    }
    let state = course.state();
    assert_eq!(state.phase(), Phase::Closed);
    assert!(
        state
            .tasks_done()
            .includes(protocol.spec().initial.tasks.value)
            || state.planned().is_none()
    );
    assert!(
        state
            .ending_tasks_done()
            .includes(protocol.spec().ending.tasks.value)
    );
    assert!(!state.focus_work_early());
    assert!(matches!(state.remaining(), None | Some(0)));
    assert_eq!(
        held(
            course.entries(),
            protocol.spec().dose.sessions.value.typical + 1
        ),
        None
    );
    assert!(
        held(
            course.entries(),
            protocol.spec().dose.sessions.value.typical
        )
        .is_some()
    );
}

#[test]
fn each_preset_is_followed_to_the_letter_in_each_of_its_areas() {
    for protocol in preset::ALL {
        for area in protocol.spec().focus.areas.value.iter() {
            assert_by_the_book(protocol, area);
        }
    }
}

#[test]
fn protocols_of_every_shape_are_followed_to_the_letter() {
    for protocol in shapes() {
        for area in ProblemArea::ALL {
            assert_by_the_book(&protocol, *area);
        }
    }
}

#[test]
fn the_end_of_acute_treatment_is_announced_at_session_twelve_of_sixteen() {
    let mut entries =
        Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, start()).entries();
    let says_so = |note: &Session| {
        note.tasks
            .iter()
            .any(|note| note.task == EndingTask::AnnounceEnd.into())
    };
    let announced: Vec<u16> = (1..=16)
        .filter(|&n| session_mut(&mut entries, n).is_some_and(|note| says_so(note)))
        .collect();
    assert_eq!(announced, [12]);
}

#[test]
fn scores_fall_by_half_until_the_review_and_end_low() {
    let mut entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start()).entries();
    let mut total = |n| {
        session_mut(&mut entries, n).unwrap().scores[0]
            .total
            .unwrap()
    };
    assert_eq!((total(1), total(8), total(16)), (18, 11, 4));
}

#[test]
fn an_agreed_attempt_is_reviewed_in_the_next_session() {
    let mut entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleDispute, start()).entries();
    let mut agreed = false;
    for n in 1..=16 {
        let note = session_mut(&mut entries, n).unwrap();
        assert_eq!(note.reviewed.is_done(), agreed, "session {n}");
        agreed = !note.agreed.is_empty();
    }
    assert!(!agreed);
}

#[test]
fn one_thing_is_changed_at_a_time() {
    let mut entries =
        Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, start()).entries();
    let whole = entries.len();
    let fifth = held(&entries, 5).unwrap();
    let day = entries[fifth].day().unwrap();
    postpone(&mut entries, day, 28);
    assert_eq!(entries[fifth].day(), Some(later(day, 28)));
    assert_eq!(
        entries[held(&entries, 4).unwrap()].day(),
        Some(earlier(day, 7))
    );
    assert_eq!(remove(&mut entries, FactKind::RelapsePlanMade).len(), 1);
    assert_eq!(
        (
            entries.len(),
            of_kind(&entries, FactKind::RelapsePlanMade).len()
        ),
        (whole - 1, 0)
    );
}
