//! What is done in which session: tasks, strategies, scores, people. Order and spread, not wording.

use alloc::vec::Vec;

use super::{
    Milestone, PlannedWork,
    schedule::{Schedule, Slot, asked},
};
use crate::{
    measure::InstrumentId,
    protocol::{Cadence, MeasureSpec, MedicationPolicy, Protocol},
    record::inventory::Relation,
    vocabulary::{
        EndingTask as E, EndingTaskSet, InitialTask as T, InitialTaskSet, Phase, ProblemArea,
        Strategy as S, StrategySet,
    },
};

/// Tasks of the first session, in their order.
pub(crate) const FIRST: &[T] = &[
    T::SymptomReview,
    T::MedicalCheck,
    T::NameTheIllness,
    T::Psychoeducation,
    T::MedicationEvaluation,
    T::ContingencyTalk,
];

/// Tasks of the initial sessions that follow, in their order.
pub(crate) const LATER: &[T] = &[
    T::SickRole,
    T::ExplainIpt,
    T::PriorTherapyReview,
    T::ClosenessCircle,
    T::SupportMapping,
    T::SignificantOtherContact,
    T::InitialRelief,
];

/// Tasks that come before everything else: consent, what treats and what endangers, and from where
/// change is measured.
const AT_THE_DOOR: InitialTaskSet = InitialTaskSet::of(&[
    T::ConsentAndLimits,
    T::PsychiatricHistory,
    T::Diagnosis,
    T::Screening,
    T::SuicideEnquiry,
    T::BaselineSeverity,
]);

/// Tasks from which the area is chosen.
const BEFORE_SELECTION: InitialTaskSet = InitialTaskSet::of(&[T::Inventory, T::OnsetTimeline]);

/// Tasks with which the initial phase ends.
const AGREED: InitialTaskSet = InitialTaskSet::of(&[
    T::ProblemAreaSelection,
    T::Formulation,
    T::PatientAgreement,
    T::TreatmentGoals,
    T::TreatmentContract,
]);

/// Tasks that are usual whether or not the protocol asks for them.
const USUAL: InitialTaskSet = InitialTaskSet::of(&[
    T::SymptomReview,
    T::NameTheIllness,
    T::Psychoeducation,
    T::MedicationEvaluation,
    T::MedicalCheck,
    T::ExplainIpt,
    T::ContingencyTalk,
    T::SupportMapping,
    T::ClosenessCircle,
    T::PriorTherapyReview,
    T::InitialRelief,
]);

/// The tasks of the ending in their order. The announcement comes before, and the outcome after.
const IN_ORDER: &[E] = &[
    E::FeelingsAboutEnding,
    E::ReviewFocusGoals,
    E::CreditToPatient,
    E::SkillsAndSupports,
    E::Contingency,
    E::RelapsePlan,
    E::NonresponseReview,
    E::MaintenanceDecision,
    E::MedicationPlan,
    E::ReviewSymptoms,
    E::FurtherHelpAdvice,
    E::Handover,
    E::Goodbye,
];

/// Tasks of the ending that are usual whether or not the protocol asks for them.
const USUAL_ENDING: EndingTaskSet = EndingTaskSet::of(&[
    E::FeelingsAboutEnding,
    E::ReviewSymptoms,
    E::ReviewFocusGoals,
    E::CreditToPatient,
    E::SkillsAndSupports,
    E::RelapsePlan,
    E::Contingency,
    E::MaintenanceDecision,
    E::FurtherHelpAdvice,
    E::Goodbye,
]);

/// The initial tasks that are talk in a session, and no agreement or finding.
pub(crate) fn talked_over(protocol: &Protocol) -> InitialTaskSet {
    let spec = &protocol.spec().initial;
    let asked = USUAL.union(
        spec.tasks
            .value
            .intersection(FIRST.iter().chain(LATER).copied().collect()),
    );
    if spec.sick_role.value.is_some() {
        asked.with(T::SickRole)
    } else {
        asked
    }
}

/// The tasks that are talk in one session out of so many initial ones, in their order: the first at
/// once, the others one after another.
pub(crate) fn talk_of(protocol: &Protocol, session: u16, sessions: u16) -> impl Iterator<Item = T> {
    let due = talked_over(protocol);
    let later = LATER.iter().filter(move |&&task| due.contains(task));
    let many = later.clone().count().max(1);
    let after_first = usize::from(sessions.saturating_sub(1));
    let at = move |i: usize| {
        if after_first == 0 {
            1
        } else {
            2 + i * after_first / many
        }
    };
    let first = FIRST
        .iter()
        .filter(move |&&task| session == 1 && due.contains(task));
    let now = later
        .enumerate()
        .filter(move |&(i, _)| at(i) == usize::from(session))
        .map(|(_, task)| task);
    first.chain(now).copied()
}

/// All tasks of one session out of so many initial ones.
pub(crate) fn initial_tasks(protocol: &Protocol, session: u16, sessions: u16) -> InitialTaskSet {
    let asked = protocol.spec().initial.tasks.value;
    let mut tasks: InitialTaskSet = talk_of(protocol, session, sessions).collect();
    if session == 1 {
        tasks = tasks
            .union(asked.intersection(AT_THE_DOOR))
            .with(T::SuicideEnquiry);
    }
    if session == sessions.min(2) {
        tasks = tasks.union(asked.intersection(BEFORE_SELECTION));
    }
    if session == sessions {
        tasks = tasks.union(asked.intersection(AGREED));
    }
    tasks
}

/// Whether a plan under this protocol reckons with medication.
pub(crate) fn on_medication(protocol: &Protocol) -> bool {
    protocol.spec().work.medication.value == MedicationPolicy::Expected
}

/// The tasks of the ending, in their order.
pub(crate) fn ending_tasks(protocol: &Protocol, on_medication: bool) -> Vec<E> {
    let due = USUAL_ENDING.union(protocol.spec().ending.tasks.value);
    let due = if on_medication {
        due.with(E::MedicationPlan)
    } else {
        due
    };
    IN_ORDER
        .iter()
        .copied()
        .filter(|&task| due.contains(task))
        .collect()
}

/// The strategies of one middle session of so many, and whether it lies in the second half.
/// Understanding comes first and is complete by half of the middle sessions; change comes after.
pub(crate) fn strategies(area: ProblemArea, place: usize, middle: usize) -> (StrategySet, bool) {
    let (understanding, change) = stages(area);
    let half = (middle / 2).max(1);
    let part = |list: &[S], place: usize, sessions: usize| -> StrategySet {
        let sessions = sessions.max(1);
        let (from, to) = (
            place * list.len() / sessions,
            ((place + 1) * list.len()).div_ceil(sessions),
        );
        list.iter().copied().skip(from).take(to - from).collect()
    };
    if middle == 1 {
        return (understanding.iter().chain(change).copied().collect(), true);
    }
    if place < half {
        return (part(understanding, place, half), false);
    }
    let strategies = part(change, place - half, middle - half);
    // Contact takes more than one try.
    let again = if area == ProblemArea::InterpersonalDeficits {
        S::DeficitsContact.into()
    } else {
        StrategySet::EMPTY
    };
    (strategies.union(again), true)
}

/// The strategies of an area that are kept up after acute treatment.
pub(crate) fn kept_up(area: ProblemArea) -> StrategySet {
    stages(area).1.iter().copied().collect()
}

/// The strategies of an area that understand it, and those that change something.
const fn stages(area: ProblemArea) -> (&'static [S], &'static [S]) {
    match area {
        ProblemArea::Grief => (
            &[
                S::GriefSymptoms,
                S::GriefLink,
                S::GriefRelationship,
                S::GriefDeathSequence,
            ],
            &[
                S::GriefPositiveFeelings,
                S::GriefNegativeFeelings,
                S::GriefReconnection,
            ],
        ),
        ProblemArea::RoleDispute => (
            &[
                S::DisputeSymptoms,
                S::DisputeLink,
                S::DisputeStaging,
                S::DisputeExpectations,
            ],
            &[S::DisputeParallels, S::DisputePersistence],
        ),
        ProblemArea::RoleTransition => (
            &[
                S::TransitionSymptoms,
                S::TransitionLink,
                S::TransitionOldRole,
                S::TransitionLoss,
                S::TransitionChange,
                S::TransitionNewRole,
            ],
            &[
                S::TransitionOpportunities,
                S::TransitionAppraisal,
                S::TransitionAffect,
                S::TransitionSkills,
            ],
        ),
        ProblemArea::InterpersonalDeficits => (
            &[
                S::DeficitsSymptoms,
                S::DeficitsLink,
                S::DeficitsPastTies,
                S::DeficitsPatterns,
            ],
            &[S::DeficitsTherapyRelationship, S::DeficitsContact],
        ),
    }
}

/// Who else takes part in one session of so many: in each, or in as many as the protocol says,
/// evenly from the first to the last.
pub(crate) fn participants(
    protocol: &Protocol,
    session: u16,
    sessions: u16,
) -> impl Iterator<Item = Relation> {
    let specs = protocol
        .spec()
        .participants
        .iter()
        .filter(|spec| asked(spec.level));
    specs.filter_map(move |spec| {
        let many = spec.sessions.unwrap_or(1).clamp(1, sessions.max(1));
        let place = |i: u16| {
            1 + u32::from(i) * u32::from(sessions.saturating_sub(1)) / u32::from((many - 1).max(1))
        };
        (0..many)
            .any(|i| place(i) == u32::from(session))
            .then_some(spec.relation)
    })
}

/// The measures that a protocol asks for.
pub(crate) fn measures(protocol: &Protocol) -> impl Iterator<Item = &MeasureSpec> {
    protocol
        .spec()
        .measures
        .iter()
        .filter(|measure| asked(measure.level))
}

impl Schedule {
    /// Whether a measure is due in a session: at the beginning, at the end, and at its cadence.
    pub(crate) fn is_due(&self, measure: &MeasureSpec, slot: Slot) -> bool {
        let last = self.slots.len();
        if slot.number == 1 || usize::from(slot.number) == last {
            return true;
        }
        let every = measure.every.unwrap_or(1).max(1);
        match measure.cadence {
            Cadence::EverySession | Cadence::Daily => true,
            Cadence::BeforeAndAfter => false,
            Cadence::EverySessions => (slot.number - 1) % every == 0,
            Cadence::EveryWeeks => {
                // Due in the session after which the next would come too late.
                let first = self.slots.first().map_or(slot.day, |first| first.day);
                let next = self
                    .slots
                    .get(usize::from(slot.number))
                    .map_or(slot.day, |next| next.day);
                let periods =
                    |day: chrono::NaiveDate| (day - first).num_days() / (7 * i64::from(every));
                periods(next) > periods(slot.day)
                    || (slot.day - first).num_days() % (7 * i64::from(every)) == 0
            }
        }
    }

    /// The measures due in a session. Of a protocol that offers measures to choose from, the first,
    /// as often as sessions may pass without a score.
    pub(crate) fn due(&self, protocol: &Protocol, slot: Slot) -> Vec<InstrumentId> {
        let mut asked = measures(protocol).peekable();
        if asked.peek().is_some() {
            return asked
                .filter(|measure| self.is_due(measure, slot))
                .map(|measure| measure.instrument)
                .collect();
        }
        let every = protocol.spec().measurement.max_gap.value.max(1);
        let offered = protocol.spec().measures.first().map(|measure| MeasureSpec {
            cadence: Cadence::EverySessions,
            every: Some(every),
            ..*measure
        });
        offered
            .filter(|measure| self.is_due(measure, slot))
            .map(|measure| measure.instrument)
            .into_iter()
            .collect()
    }

    /// The tasks that are talk in one initial session, in their order.
    pub(crate) fn talk_in(&self, protocol: &Protocol, session: u16, sessions: u16) -> Vec<T> {
        let planned = self
            .planned
            .iter()
            .find(|planned| planned.number == session)
            .map(|planned| planned.work);
        match planned {
            Some(PlannedWork::Initial(tasks)) => FIRST
                .iter()
                .chain(LATER)
                .copied()
                .filter(|&task| tasks.contains(task))
                .collect(),
            _ => talk_of(protocol, session, sessions).collect(),
        }
    }

    /// The strategies of one middle session by the plan, once it has a focus.
    pub(crate) fn strategies_in(&self, slot: Slot) -> Option<StrategySet> {
        let planned = self
            .planned
            .iter()
            .find(|planned| planned.number == slot.number)?;
        match planned.work {
            PlannedWork::Middle(strategies) if !strategies.is_empty() => Some(strategies),
            _ => None,
        }
    }

    /// The session that brings something by the plan: one that is ahead, or else the last.
    fn brings(&self, milestone: Milestone) -> Option<u16> {
        let brings = self
            .planned
            .iter()
            .filter(|planned| planned.milestones.contains(milestone));
        brings
            .max_by_key(|planned| (planned.is_ahead, planned.number))
            .map(|planned| planned.number)
    }

    /// The session in which progress is reviewed, in a course that has room for a review.
    pub(crate) fn review_in(&self, protocol: &Protocol) -> Option<u16> {
        if let Some(planned) = self.brings(Milestone::ProgressReviewed) {
            return Some(planned);
        }
        let last = u16::try_from(self.slots.len()).unwrap_or(u16::MAX);
        let by = protocol.spec().measurement.review_by.value;
        let before_ending = self
            .ending_slots(protocol)
            .first()
            .map_or(last, |slot| slot.number)
            .saturating_sub(1);
        Some(by.min(before_ending)).filter(|&session| session > 1)
    }

    /// The sessions over which the tasks of the ending are spread.
    pub(crate) fn ending_slots(&self, protocol: &Protocol) -> &[Slot] {
        self.ending(protocol.spec().ending.sessions_min.value)
    }

    /// The session in which it is assessed how far the area is worked through: the last before the
    /// ending.
    pub(crate) fn assessed_in(&self, protocol: &Protocol) -> u16 {
        let ending = self
            .ending_slots(protocol)
            .first()
            .map_or(0, |slot| slot.number);
        self.brings(Milestone::MarkersAssessed)
            .unwrap_or(ending.saturating_sub(1).max(1))
    }

    /// The session in which the end is announced: with as many left as makes it early, after the
    /// contract, before the ending.
    pub(crate) fn announced_in(&self, protocol: &Protocol) -> Option<u16> {
        if let Some(planned) = self.brings(Milestone::EndAnnounced) {
            return Some(planned);
        }
        let ending = self.ending_slots(protocol);
        let (mut first, mut last) = (ending.first()?.number, ending.last()?.number);
        // Where a phase on a contract of its own follows in the main track, it is the end of acute
        // treatment that is announced.
        let acute = self.slots.iter().rfind(|slot| slot.phase.is_acute());
        if let Some(acute) = acute.filter(|acute| acute.number < first) {
            (first, last) = (acute.number, acute.number);
        }
        let contracted = self.of(Phase::Initial).last().map_or(1, |slot| slot.number);
        let early = last.saturating_sub(protocol.spec().ending.announce_note_below.value);
        Some(early.min(first.saturating_sub(1)).max(contracted))
    }

    /// The tasks of the ending, spread evenly over its sessions.
    pub(crate) fn ending_schedule(
        &self,
        protocol: &Protocol,
        on_medication: bool,
    ) -> Vec<(E, Slot)> {
        let slots = self.ending_slots(protocol);
        let tasks = ending_tasks(protocol, on_medication);
        let of = |slot: &Slot| {
            self.planned
                .iter()
                .find(|planned| planned.number == slot.number)
        };
        let planned = |slot: &Slot| match of(slot)?.work {
            PlannedWork::Ending(tasks) => Some((*slot, tasks)),
            _ => None,
        };
        if slots.iter().any(|slot| planned(slot).is_some()) {
            let each = |(slot, due): (Slot, EndingTaskSet)| {
                tasks
                    .iter()
                    .filter(move |&&task| due.contains(task))
                    .map(move |&task| (task, slot))
            };
            return slots.iter().filter_map(planned).flat_map(each).collect();
        }
        let slot_of = |i: usize| slots.get(i * slots.len() / tasks.len()).copied();
        tasks
            .iter()
            .enumerate()
            .filter_map(|(i, &task)| Some((task, slot_of(i)?)))
            .collect()
    }

    /// Whether a session mentions how many are left: from the middle of the course on, or from the
    /// session by which progress is reviewed.
    pub(crate) fn mentions_what_is_left(&self, protocol: &Protocol, slot: Slot) -> bool {
        let review = protocol.spec().measurement.review_by.value;
        usize::from(slot.number) * 2 >= self.slots.len() || slot.number >= review
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::preset;

    #[test]
    fn every_initial_task_of_a_protocol_has_its_session_and_none_has_two() {
        for protocol in preset::ALL {
            for sessions in 1..=5 {
                let mut done = InitialTaskSet::EMPTY;
                for session in 1..=sessions {
                    let tasks = initial_tasks(protocol, session, sessions);
                    assert!(
                        tasks.intersection(done).is_empty(),
                        "{} {session}",
                        protocol.id()
                    );
                    done = done.union(tasks);
                }
                let missing = protocol.spec().initial.tasks.value.difference(done);
                assert!(missing.is_empty(), "{}: {missing}", protocol.id());
            }
        }
    }

    #[test]
    fn the_area_is_chosen_after_the_inventory_and_agreements_come_last() {
        let at = |task| {
            (1..=3).find(|&session| initial_tasks(&preset::ACUTE_16, session, 3).contains(task))
        };
        assert_eq!(
            [T::ConsentAndLimits, T::SuicideEnquiry, T::BaselineSeverity].map(at),
            [Some(1); 3]
        );
        assert_eq!([T::Inventory, T::OnsetTimeline].map(at), [Some(2); 2]);
        assert_eq!(
            [
                T::ProblemAreaSelection,
                T::Formulation,
                T::TreatmentContract
            ]
            .map(at),
            [Some(3); 3]
        );
    }

    #[test]
    fn somebody_who_comes_in_three_sessions_comes_first_in_the_middle_and_last() {
        let spec = crate::protocol::ProtocolSpec {
            participants: [crate::protocol::ParticipantSpec {
                relation: Relation::Caregiver,
                level: crate::protocol::Level::Must,
                sessions: Some(3),
                source: crate::source::SourceId::DESIGN.whole(),
                basis: crate::source::Basis::Design,
            }]
            .to_vec()
            .into(),
            ..preset::ACUTE_16.spec().clone()
        };
        let protocol = Protocol::new(spec).unwrap();
        let comes: Vec<u16> = (1..=16)
            .filter(|&n| participants(&protocol, n, 16).next().is_some())
            .collect();
        assert_eq!(comes, [1, 8, 16]);
    }
}
