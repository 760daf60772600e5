//! The one table of steps.
//!
//! Whether something may happen, what is lacking, what may come next, which methods the typed
//! facade has and what the diagram shows is read here.

use super::guard::{Guard as G, GuardSet};
use crate::{
    base::set::{enum_set, vocabulary},
    record::{Fact, FactClass},
    vocabulary::{Phase as P, PhaseSet},
};

vocabulary! {
    /// What moves the machine: the alphabet of the table.
    pub open enum Trigger {
        /// The assessment begins.
        BeginsAssessment = "begins_assessment",
        /// The initial phase begins.
        BeginsInitial = "begins_initial",
        /// The middle phase begins, or a module of it.
        BeginsMiddle = "begins_middle",
        /// The ending begins.
        BeginsTermination = "begins_termination",
        /// Acute treatment is concluded.
        BeginsConcluded = "begins_concluded",
        /// Continuation begins.
        BeginsContinuation = "begins_continuation",
        /// Maintenance begins.
        BeginsMaintenance = "begins_maintenance",
        /// The course is closed.
        Closes = "closes",
        /// A session is recorded.
        Session = "session",
        /// Another fact of care is recorded.
        Care = "care",
        /// A score is recorded.
        Score = "score",
        /// A fact about safety is recorded.
        Safety = "safety",
        /// A fact of administration is recorded.
        Administration = "administration",
    }
}

enum_set! {
    /// A set of triggers.
    pub struct TriggerSet(u16) of Trigger;
}

impl Trigger {
    /// The trigger that begins a phase. For the last phase that is closing.
    #[must_use]
    pub const fn begins(phase: P) -> Self {
        match phase {
            P::Assessment => Self::BeginsAssessment,
            P::Initial => Self::BeginsInitial,
            P::Middle => Self::BeginsMiddle,
            P::Termination => Self::BeginsTermination,
            P::Concluded => Self::BeginsConcluded,
            P::Continuation => Self::BeginsContinuation,
            P::Maintenance => Self::BeginsMaintenance,
            P::Closed => Self::Closes,
        }
    }

    /// The phase that the trigger leads into, if it leads into one.
    #[must_use]
    pub const fn leads_into(self) -> Option<P> {
        match self {
            Self::BeginsAssessment => Some(P::Assessment),
            Self::BeginsInitial => Some(P::Initial),
            Self::BeginsMiddle => Some(P::Middle),
            Self::BeginsTermination => Some(P::Termination),
            Self::BeginsConcluded => Some(P::Concluded),
            Self::BeginsContinuation => Some(P::Continuation),
            Self::BeginsMaintenance => Some(P::Maintenance),
            Self::Closes => Some(P::Closed),
            Self::Session | Self::Care | Self::Score | Self::Safety | Self::Administration => None,
        }
    }

    /// What a fact triggers. The opening triggers nothing: it is the arrow that enters the machine.
    #[must_use]
    pub const fn of(fact: &Fact) -> Option<Self> {
        Some(match fact {
            Fact::PhaseBegun(begun) => Self::begins(begun.phase),
            _ => match fact.kind().class() {
                FactClass::Opening | FactClass::Step => return None,
                FactClass::Session => Self::Session,
                FactClass::Care => Self::Care,
                FactClass::Score => Self::Score,
                FactClass::Safety => Self::Safety,
                FactClass::Administration => Self::Administration,
                FactClass::Closing => Self::Closes,
            },
        })
    }
}

/// The trigger that begins the phase, so that a phase can stand where a trigger is asked for.
impl From<P> for Trigger {
    fn from(phase: P) -> Self {
        Self::begins(phase)
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transition {
    /// The phases in which it may happen.
    pub from: PhaseSet,
    /// What happens.
    pub on: Trigger,
    /// The phase afterwards; none if the phase stays.
    pub to: Option<P>,
    /// The conditions under which it is by the book.
    pub guards: GuardSet,
}

const fn go(from: &[P], on: Trigger, guards: &[G]) -> Transition {
    Transition {
        from: PhaseSet::of(from),
        on,
        to: on.leads_into(),
        guards: GuardSet::of(guards),
    }
}

const fn stay(from: &[P], on: Trigger, guards: &[G]) -> Transition {
    Transition {
        from: PhaseSet::of(from),
        on,
        to: None,
        guards: GuardSet::of(guards),
    }
}

/// Every phase in which a course lives.
const LIVING: &[P] = &[
    P::Assessment,
    P::Initial,
    P::Middle,
    P::Termination,
    P::Concluded,
    P::Continuation,
    P::Maintenance,
];

/// The steps. What has no row contradicts the record and is refused: everything but scores, safety
/// and administration after closing.
pub const TRANSITIONS: &[Transition] = &[
    // A phase that is over, or under way, does not begin again by the book; the condition on the
    // order of phases says so.
    go(
        LIVING,
        Trigger::BeginsAssessment,
        &[G::PhaseOrder, G::NoUnansweredConcern],
    ),
    go(
        &[P::Assessment],
        Trigger::BeginsInitial,
        &[G::PhaseOrder, G::FoundSuitable, G::NoUnansweredConcern],
    ),
    go(
        &[
            P::Initial,
            P::Middle,
            P::Termination,
            P::Concluded,
            P::Continuation,
            P::Maintenance,
        ],
        Trigger::BeginsInitial,
        &[G::PhaseOrder, G::NoUnansweredConcern],
    ),
    go(
        &[P::Assessment, P::Initial],
        Trigger::BeginsMiddle,
        &[
            G::PhaseOrder,
            G::ScreenAnswered,
            G::ScreenClear,
            G::InitialTasksDone,
            G::FocusIsAgreed,
            G::FormulationIsAccepted,
            G::ContractIsAgreed,
            G::NoUnansweredConcern,
        ],
    ),
    // A module of the middle phase, by name.
    go(
        &[P::Middle],
        Trigger::BeginsMiddle,
        &[G::PhaseOrder, G::NoUnansweredConcern],
    ),
    // Back from the ending, after an agreed extension.
    go(
        &[P::Termination],
        Trigger::BeginsMiddle,
        &[G::ExtendedBefore, G::NoUnansweredConcern],
    ),
    go(
        &[P::Concluded, P::Continuation, P::Maintenance],
        Trigger::BeginsMiddle,
        &[G::PhaseOrder, G::NoUnansweredConcern],
    ),
    go(
        &[P::Assessment, P::Initial, P::Middle, P::Termination],
        Trigger::BeginsTermination,
        &[
            G::PhaseOrder,
            G::EndIsAnnounced,
            G::EndIsNear,
            G::NoUnansweredConcern,
        ],
    ),
    go(
        &[P::Concluded, P::Continuation, P::Maintenance],
        Trigger::BeginsTermination,
        &[G::PhaseOrder, G::NoUnansweredConcern],
    ),
    go(
        LIVING,
        Trigger::BeginsConcluded,
        &[G::PhaseOrder, G::EndingTasksDone, G::NoUnansweredConcern],
    ),
    go(
        LIVING,
        Trigger::BeginsContinuation,
        &[
            G::PhaseOrder,
            G::AcuteTreatmentOver,
            G::OwnContractAgreed,
            G::NoUnansweredConcern,
        ],
    ),
    go(
        LIVING,
        Trigger::BeginsMaintenance,
        &[
            G::PhaseOrder,
            G::AcuteTreatmentOver,
            G::OwnContractAgreed,
            G::NearRemission,
            G::NoUnansweredConcern,
        ],
    ),
    go(
        LIVING,
        Trigger::Closes,
        &[G::EndModeFits, G::ConcernHandedOver],
    ),
    stay(
        &[
            P::Assessment,
            P::Initial,
            P::Middle,
            P::Termination,
            P::Concluded,
        ],
        Trigger::Session,
        &[G::WithinContract, G::NoOrdinaryWork, G::PatientSought],
    ),
    stay(
        &[P::Continuation, P::Maintenance],
        Trigger::Session,
        &[G::OwnContractRuns, G::NoOrdinaryWork, G::PatientSought],
    ),
    stay(LIVING, Trigger::Care, &[]),
    stay(P::ALL, Trigger::Score, &[]),
    stay(P::ALL, Trigger::Safety, &[]),
    stay(P::ALL, Trigger::Administration, &[]),
];

const NO_ROW: u8 = u8::MAX;

/// The row for each phase and trigger.
const ROWS: [[u8; Trigger::ALL.len()]; P::ALL.len()] = {
    let mut rows = [[NO_ROW; Trigger::ALL.len()]; P::ALL.len()];
    let mut row = 0;
    while row < TRANSITIONS.len() {
        let mut phase = 0;
        while phase < P::ALL.len() {
            if TRANSITIONS[row].from.contains(P::ALL[phase]) {
                let cell = &mut rows[phase][TRANSITIONS[row].on as usize];
                assert!(*cell == NO_ROW, "two rows for one phase and trigger");
                #[allow(clippy::cast_possible_truncation, reason = "fewer than 255 rows")]
                {
                    *cell = row as u8;
                }
            }
            phase += 1;
        }
        row += 1;
    }
    rows
};

/// The row for a phase and a trigger, if there is one.
#[must_use]
pub const fn row(from: P, on: Trigger) -> Option<&'static Transition> {
    match ROWS[from as usize][on as usize] {
        NO_ROW => None,
        row => Some(&TRANSITIONS[row as usize]),
    }
}

/// The phases in which a trigger has a row.
#[must_use]
pub const fn possible_in(on: Trigger) -> PhaseSet {
    let mut phases = PhaseSet::EMPTY;
    let mut i = 0;
    while i < P::ALL.len() {
        if row(P::ALL[i], on).is_some() {
            phases = phases.with(P::ALL[i]);
        }
        i += 1;
    }
    phases
}

/// What has a row in a phase.
#[cfg(test)]
pub(crate) fn taken_in(phase: P) -> TriggerSet {
    TriggerSet::ALL
        .iter()
        .filter(|&trigger| row(phase, trigger).is_some())
        .collect()
}

/// Whether a step from one phase into another can be by the book: the table has its row, and where
/// the row asks for the order of phases, the step does not go back. Which protocol has the step is
/// the protocol's to say.
pub(crate) const fn leads(from: P, to: P) -> bool {
    match row(from, Trigger::begins(to)) {
        Some(transition) => match transition.to {
            Some(phase) => {
                phase as u8 == to as u8
                    && (from as u8 <= to as u8 || !transition.guards.contains(G::PhaseOrder))
            }
            None => false,
        },
        None => false,
    }
}
