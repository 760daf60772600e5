//! What may come next, and why something may not: the same table and conditions, read as questions.

use alloc::vec::Vec;

use super::{
    decide::entered_by,
    guard::{Answer, Guard, GuardCtx, GuardSet},
    state::CourseState,
    table::{Trigger, TriggerSet, possible_in, row},
};
use crate::{
    protocol::Protocol,
    record::Fact,
    vocabulary::{EndingTask, InitialTask, Phase, PhaseSet, Place, Region, RuleCode, Task},
};

/// Something that has a place in the phase of the course.
///
/// Only its kind is known, so a condition is in one of four places: in `unmet`, in `unknown`, in
/// `open`, or in none of them because it holds or does not apply. What a fact of the kind will be
/// answered with holds at least `unmet` and `unknown`, and beside them nothing that is not in
/// `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choice {
    /// What.
    pub trigger: Trigger,
    /// The phase afterwards.
    pub to: Phase,
    /// The conditions that are not met, whatever the fact will say.
    pub unmet: GuardSet,
    /// The conditions of which it cannot be told whether they are met.
    pub unknown: GuardSet,
    /// The conditions that depend on what the fact will say.
    pub open: GuardSet,
}

impl Choice {
    /// Whether it would be by the book, as far as its kind alone tells: what is open is left to the
    /// fact.
    #[must_use]
    pub const fn is_by_the_book(&self) -> bool {
        self.unmet.is_empty() && self.unknown.is_empty()
    }

    /// Whether the protocol has it from here at all: a step that its list of phases does not have
    /// is never by the book, whatever is done first, and neither is one into the present phase
    /// where the protocol has no modules to begin.
    pub(crate) fn can_be_by_the_book(&self, protocol: &Protocol) -> bool {
        if self.open.contains(Guard::PhaseOrder) {
            let modules = &protocol.spec().modules;
            return modules.iter().any(|module| module.phase == self.to);
        }
        !self.unmet.contains(Guard::PhaseOrder)
    }
}

/// A condition in the way of a step, with its code and the places that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Condition {
    /// The condition.
    pub guard: Guard,
    /// The rule that it enforces.
    pub code: RuleCode,
    /// The codes that it gathers, if it gathers several.
    pub related: Vec<RuleCode>,
    /// What is missing, or where to look.
    pub places: Vec<Place>,
    /// The phase in which the step is or would be taken.
    pub from: Phase,
    /// The phase into which it leads; the same for what stays.
    pub to: Phase,
}

/// Why a step is not by the book.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhyNot {
    /// The phase has no place for it.
    NoStep {
        /// The phase.
        from: Phase,
        /// The phases that have one.
        possible_in: PhaseSet,
    },
    /// Conditions stand in the way: all of them at once.
    Conditions {
        /// Those that are not met.
        unmet: Vec<Condition>,
        /// Those of which it cannot be told.
        unknown: Vec<Condition>,
    },
}

impl WhyNot {
    /// The conditions that are not met, and then those of which it cannot be told: a line each, in
    /// a list. None for a step that the table does not have.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let (unmet, unknown) = match self {
            Self::NoStep { .. } => (&[][..], &[][..]),
            Self::Conditions { unmet, unknown } => (unmet.as_slice(), unknown.as_slice()),
        };
        unmet.iter().chain(unknown)
    }

    /// The rule of the first condition: of what is not met, or else of what cannot be told. None
    /// for a step that the table does not have.
    #[must_use]
    pub fn code(&self) -> Option<RuleCode> {
        match self {
            Self::NoStep { .. } => None,
            Self::Conditions { unmet, unknown } => unmet
                .iter()
                .chain(unknown)
                .map(|condition| condition.code)
                .next(),
        }
    }
}

/// What has a place in the phase of the course.
pub(crate) fn choices<'a>(
    state: &'a CourseState,
    protocol: &'a Protocol,
) -> impl Iterator<Item = Choice> + 'a {
    TriggerSet::ALL
        .iter()
        .filter_map(move |trigger| choice(state, protocol, trigger))
}

fn choice(state: &CourseState, protocol: &Protocol, trigger: Trigger) -> Option<Choice> {
    let from = state.phase();
    let transition = row(from, trigger)?;
    let to = transition.to.unwrap_or(from);
    let ctx = GuardCtx {
        on: state.last_day(),
        from,
        to,
        state,
        protocol,
        fact: None,
    };
    let mut choice = Choice {
        trigger,
        to,
        unmet: GuardSet::EMPTY,
        unknown: GuardSet::EMPTY,
        open: GuardSet::EMPTY,
    };
    for guard in transition.guards.iter() {
        // A module is named by the fact, so beginning the present phase again is open until the
        // fact is known.
        if guard.depends_on_content() || guard == Guard::PhaseOrder && from == to {
            choice.open = choice.open.with(guard);
            continue;
        }
        match guard.answer(&ctx) {
            Answer::Fails => choice.unmet = choice.unmet.with(guard),
            Answer::CannotTell => choice.unknown = choice.unknown.with(guard),
            Answer::Holds | Answer::DoesNotApply => {}
        }
    }
    Some(choice)
}

/// Why a trigger is not by the book, if its kind alone tells.
pub(crate) fn why_not(
    state: &CourseState,
    protocol: &Protocol,
    trigger: Trigger,
) -> Option<WhyNot> {
    let from = state.phase();
    let Some(choice) = choice(state, protocol, trigger) else {
        return Some(WhyNot::NoStep {
            from,
            possible_in: possible_in(trigger),
        });
    };
    let ctx = GuardCtx {
        on: state.last_day(),
        from,
        to: choice.to,
        state,
        protocol,
        fact: None,
    };
    // Where no module can be named, the present phase never begins again by the book.
    let unmet = if choice.can_be_by_the_book(protocol) {
        choice.unmet
    } else {
        choice.unmet.with(Guard::PhaseOrder)
    };
    conditions(unmet, choice.unknown, &ctx)
}

/// Why a fact is not by the book.
pub(crate) fn conditions_of(
    state: &CourseState,
    protocol: &Protocol,
    fact: &Fact,
    unmet: GuardSet,
    unknown: GuardSet,
) -> Option<WhyNot> {
    let from = state.phase();
    let to = entered_by(fact, from)
        .or_else(|| Trigger::of(fact).and_then(Trigger::leads_into))
        .unwrap_or(from);
    conditions(
        unmet,
        unknown,
        &GuardCtx {
            on: state.last_day(),
            from,
            to,
            state,
            protocol,
            fact: Some(fact),
        },
    )
}

fn conditions(unmet: GuardSet, unknown: GuardSet, ctx: &GuardCtx<'_>) -> Option<WhyNot> {
    if unmet.is_empty() && unknown.is_empty() {
        return None;
    }
    let list = |guards: GuardSet| guards.iter().map(|guard| guard.condition(ctx)).collect();
    Some(WhyNot::Conditions {
        unmet: list(unmet),
        unknown: list(unknown),
    })
}

impl Guard {
    fn condition(self, ctx: &GuardCtx<'_>) -> Condition {
        let mut related = Vec::new();
        let mut places = Vec::new();
        match self {
            Self::InitialTasksDone => {
                for task in ctx.open_initial_tasks().0.iter() {
                    places.push(Place::Task(Task::Initial(task)));
                    related.extend(initial_task_code(task));
                }
            }
            Self::EndingTasksDone => {
                places.extend(
                    ctx.open_ending_tasks()
                        .0
                        .iter()
                        .map(|task| Place::Task(Task::Ending(task))),
                );
            }
            Self::FoundSuitable => places.push(Place::Phase(Phase::Assessment)),
            Self::ScreenAnswered | Self::ScreenClear => {
                places.push(Place::Task(Task::Initial(InitialTask::Screening)));
            }
            Self::FocusIsAgreed => places.push(Place::Region(Region::Focus)),
            Self::FormulationIsAccepted => {
                places.push(Place::Task(Task::Initial(InitialTask::PatientAgreement)));
            }
            Self::EndIsAnnounced => places.push(Place::Task(Task::Ending(EndingTask::AnnounceEnd))),
            Self::ContractIsAgreed
            | Self::EndIsNear
            | Self::ExtendedBefore
            | Self::WithinContract
            | Self::OwnContractRuns
            | Self::OwnContractAgreed
            | Self::EndModeFits => places.push(Place::Region(Region::Contract)),
            Self::NoUnansweredConcern
            | Self::ConcernHandedOver
            | Self::NoOrdinaryWork
            | Self::PatientSought => {
                places.push(Place::Region(Region::Safety));
            }
            Self::PhaseOrder | Self::AcuteTreatmentOver | Self::NearRemission => {
                places.push(Place::Phase(ctx.from));
            }
        }
        related.sort_unstable();
        related.dedup();
        Condition {
            guard: self,
            code: self.code(),
            related,
            places,
            from: ctx.from,
            to: ctx.to,
        }
    }
}

/// The code of the rule about an initial task, where the catalogue has one. Tasks without one are
/// asked for together.
pub(crate) const fn initial_task_code(task: InitialTask) -> Option<RuleCode> {
    use InitialTask as T;
    Some(RuleCode::from_static(match task {
        T::ConsentAndLimits => "IPT-019",
        T::Diagnosis => "IPT-031",
        T::Screening | T::MedicalCheck => "IPT-016",
        T::SuicideEnquiry => "IPT-032",
        T::BaselineSeverity => "IPT-033",
        T::NameTheIllness | T::Psychoeducation | T::SickRole => "IPT-035",
        T::MedicationEvaluation => "IPT-037",
        T::Inventory => "IPT-040",
        T::OnsetTimeline => "IPT-045",
        T::ProblemAreaSelection => "IPT-055",
        T::Formulation => "IPT-075",
        T::PatientAgreement => "IPT-077",
        T::TreatmentGoals => "IPT-090",
        T::TreatmentContract => "IPT-085",
        T::ContingencyTalk => "IPT-048",
        T::PsychiatricHistory
        | T::SymptomReview
        | T::ExplainIpt
        | T::SupportMapping
        | T::ClosenessCircle
        | T::PriorTherapyReview
        | T::SignificantOtherContact
        | T::InitialRelief => return None,
    }))
}
