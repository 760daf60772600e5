//! Which tasks a fact does by being recorded, so that nothing has to be written twice.

use super::{
    Fact,
    contract::{ContractScope, ContractTerm},
    focus::PatientResponse,
    patient::DiagnosisRole,
    setting::ConsentState,
};
use crate::vocabulary::{
    EndingTask, EndingTaskSet, FocusStatus, InitialTask, InitialTaskSet, Stated, Task, TaskNote,
};

/// Tasks that a fact shows as done and tasks that it states as not done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TasksShown {
    pub(crate) initial: InitialTaskSet,
    pub(crate) initial_not: InitialTaskSet,
    pub(crate) ending: EndingTaskSet,
    pub(crate) ending_not: EndingTaskSet,
}

impl TasksShown {
    fn note(&mut self, note: &TaskNote) {
        match (note.task, note.status) {
            (Task::Initial(task), Stated::Done) => self.initial = self.initial.with(task),
            (Task::Initial(task), Stated::NotDone) => {
                self.initial_not = self.initial_not.with(task);
            }
            (Task::Ending(task), Stated::Done) => self.ending = self.ending.with(task),
            (Task::Ending(task), Stated::NotDone) => self.ending_not = self.ending_not.with(task),
            (Task::Declared(_), _) | (_, Stated::NotReported) => {}
        }
    }
}

impl Fact {
    /// The tasks that the fact shows.
    pub(crate) fn tasks_shown(&self) -> TasksShown {
        use InitialTask as T;
        let mut shown = TasksShown::default();
        match self {
            Self::TaskRecorded(note) => shown.note(note),
            Self::Session(session) => {
                let Some(session) = session.content() else {
                    return shown;
                };
                for note in &session.tasks {
                    shown.note(note);
                }
                if session
                    .enquiry
                    .as_ref()
                    .is_some_and(super::safety::Enquiry::was_direct)
                {
                    shown.initial = shown.initial.with(T::SuicideEnquiry);
                }
                if session.scores.iter().any(|score| score.total.is_some()) {
                    shown.initial = shown.initial.with(T::BaselineSeverity);
                }
            }
            Self::EnquiryMade(enquiry) if enquiry.was_direct() => {
                shown.initial = T::SuicideEnquiry.into();
            }
            // An item alone says nothing of how severe it is.
            Self::Scored(score) if score.total.is_some() => {
                shown.initial = T::BaselineSeverity.into();
            }
            // What was ruled out leaves open what is treated.
            Self::DiagnosisMade(made) if made.role != DiagnosisRole::RuledOut => {
                shown.initial = T::Diagnosis.into();
            }
            Self::HistoryTaken(_) => shown.initial = T::PsychiatricHistory.into(),
            Self::ConsentRecorded(consent)
                if consent.state != ConsentState::Withdrawn
                    && consent.limits_explained.is_done() =>
            {
                shown.initial = T::ConsentAndLimits.into();
            }
            Self::ConsentRecorded(consent) if consent.limits_explained == Stated::NotDone => {
                shown.initial_not = T::ConsentAndLimits.into();
            }
            Self::ScreeningDone(_) => shown.initial = T::Screening.into(),
            Self::InventoryCompleted(_) => shown.initial = T::Inventory.into(),
            Self::OnsetDated(_) => shown.initial = T::OnsetTimeline.into(),
            Self::FormulationGiven(_) => shown.initial = T::Formulation.into(),
            Self::FormulationAnswered(answer) => {
                if matches!(
                    answer.response,
                    PatientResponse::Accepted | PatientResponse::AcceptedWithChanges
                ) {
                    shown.initial = T::PatientAgreement.into();
                }
            }
            Self::FocusAgreed(focus) => {
                shown.initial = T::ProblemAreaSelection.into();
                let active = focus
                    .items
                    .iter()
                    .filter(|item| item.status == FocusStatus::Active);
                if active.clone().count() > 0 && active.clone().all(|item| !item.goals.is_empty()) {
                    shown.initial = shown.initial.with(T::TreatmentGoals);
                }
            }
            Self::ContractAgreed(contract) if contract.scope == ContractScope::Acute => {
                shown.initial = T::TreatmentContract.into();
                if contract
                    .terms
                    .is_some_and(|terms| terms.contains(ContractTerm::CrisisContact))
                {
                    shown.initial = shown.initial.with(T::ContingencyTalk);
                }
            }
            Self::RelapsePlanMade(plan) => {
                shown.ending = EndingTask::RelapsePlan.into();
                if plan.return_route.is_some() {
                    shown.ending = shown.ending.with(EndingTask::FurtherHelpAdvice);
                }
            }
            Self::MaintenanceDecided(_) => shown.ending = EndingTask::MaintenanceDecision.into(),
            Self::Closed(_) => shown.ending = EndingTask::OutcomeRecorded.into(),
            _ => {}
        }
        shown
    }
}
