//! The ending of an exemplary course, what follows it, and the outcome.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Draft, initial::text};
use crate::{
    plan::schedule::{Aftercare, MONTHLY, Slot, asked},
    record::{
        contract::{ContractAgreed, ContractScope, TimeFrame},
        ending::{
            ClinicalResult, Closed, Disposition, EndMode, MaintenanceDecided, MaintenanceDecision,
            RelapsePlanMade,
        },
        focus::{MarkerResult, MarkersAssessed},
        review::JudgementMade,
        setting::{Document, DocumentFiled, PhaseBegun},
    },
    vocabulary::{Criterion, EndingTask as E, Phase, Stated, TaskNote},
};

impl Draft<'_> {
    /// What belongs to the ending and is not in a session note, and everything after the main
    /// track.
    pub(super) fn ending(&mut self) {
        self.markers();
        for (task, day) in self.ending_facts() {
            if task == E::RelapsePlan {
                let plan = RelapsePlanMade::new(3_u8, 3_u8, 2_u8)
                    .with_return_route(text("calls the clinic; an appointment within two weeks"))
                    .with_note(text(
                        "sleep, withdrawal and silence are the signs; the friend and the sibling know them",
                    ));
                self.after(day, plan);
            } else {
                let decided = match self.plan.aftercare.last() {
                    Some(care) if care.phase == Phase::Continuation => {
                        MaintenanceDecision::Continuation
                    }
                    Some(_) => MaintenanceDecision::Maintenance,
                    None => MaintenanceDecision::None,
                };
                let reason =
                    text("talked over: what would speak for it, and what the patient wishes");
                self.after(day, MaintenanceDecided::new(decided).with_reason(reason));
            }
        }
        self.conclusion();
        self.aftercare();
        self.close();
    }

    /// The session in which the end is announced.
    pub(super) fn announced_in(&self) -> Option<u16> {
        self.plan.announced_in(self.protocol)
    }

    /// The tasks of the ending that the note of a session names.
    pub(super) fn ending_tasks(&self, slot: Slot) -> Vec<TaskNote> {
        let noted = self
            .ending_schedule()
            .into_iter()
            .filter(|(task, at)| at.number == slot.number && !has_fact(*task));
        noted.map(|(task, _)| TaskNote::done(task)).collect()
    }

    fn ending_facts(&self) -> Vec<(E, NaiveDate)> {
        let facts = self
            .ending_schedule()
            .into_iter()
            .filter(|(task, _)| has_fact(*task));
        facts.map(|(task, slot)| (task, slot.day)).collect()
    }

    fn ending_schedule(&self) -> Vec<(E, Slot)> {
        self.plan
            .ending_schedule(self.protocol, self.on_medication())
    }

    /// The completion markers, assessed before the ending begins.
    fn markers(&mut self) {
        let assessed = self.plan.assessed_in(self.protocol);
        let day = self
            .plan
            .slots
            .iter()
            .find(|slot| slot.number == assessed)
            .map(|slot| slot.day);
        let markers = MarkersAssessed::new(self.area, MarkerResult::Met);
        self.after(day.unwrap_or(self.plan.last_day()), markers);
    }

    /// Acute treatment is concluded, and what lies between it and what follows.
    fn conclusion(&mut self) {
        let last = self.plan.last_day();
        if let Some(phase) = self.plan.slots.last().map(|slot| slot.phase) {
            self.state_judged(phase, last);
        }
        if self.plan.concludes {
            self.after(last, PhaseBegun::new(Phase::Concluded));
        }
        for (index, (track, day)) in self.plan.beside.clone().into_iter().enumerate() {
            if day > last {
                let note = self.note_beside(track, index);
                self.note(day, note);
            }
        }
        let declared = self
            .protocol
            .spec()
            .tasks
            .iter()
            .filter(|task| asked(task.level));
        let elsewhere = declared.filter(|task| self.plan.of(task.phase).next().is_none());
        let notes: Vec<(Phase, TaskNote)> = elsewhere
            .map(|task| (task.phase, TaskNote::done(task.token)))
            .collect();
        for (phase, note) in notes {
            if phase == Phase::Assessment {
                self.after(self.plan.opened, note);
            } else {
                self.after(last, note);
            }
        }
    }

    /// Continuation and maintenance, monthly, each on a contract of its own.
    fn aftercare(&mut self) {
        let mut agreed_on = self.plan.last_day();
        for Aftercare { phase, days } in self.plan.aftercare.clone() {
            let (Some(&first), Some(&last)) = (days.first(), days.last()) else {
                continue;
            };
            self.found_well(agreed_on);
            let scope = if phase == Phase::Continuation {
                ContractScope::Continuation
            } else {
                ContractScope::Maintenance
            };
            let sessions = u16::try_from(days.len()).unwrap_or(u16::MAX);
            let contract = ContractAgreed::new(TimeFrame::Sessions(sessions));
            let contract = self.terms(contract, scope, MONTHLY, last);
            self.before(first, contract);
            for (number, &day) in (1..).zip(&days) {
                let note = self.note_of_aftercare(phase, number);
                self.note(day, note);
            }
            agreed_on = last;
        }
    }

    /// The judgements on which what follows acute treatment rests.
    pub(super) fn found_well(&mut self, day: NaiveDate) {
        for criterion in [Criterion::REMISSION, Criterion::STABILISED] {
            let reason = text("well for as long as the protocol asks");
            self.before(day, JudgementMade::new(criterion, true).with_reason(reason));
        }
    }

    fn close(&mut self) {
        let day = self.plan.closes();
        for document in [
            Document::CaseReport,
            Document::Ratings,
            Document::SelfRating,
            Document::Summary,
        ] {
            self.last(day, DocumentFiled::new(document));
        }
        self.last(
            day,
            Closed::new(
                EndMode::CompletedAsContracted,
                ClinicalResult::Remitted,
                Disposition::Discharge,
            )
            .with_reason(text("the contract is fulfilled and the goals are reached"))
            .with_reason_asked(Stated::Done)
            .with_referrer_informed(Stated::Done),
        );
    }
}

/// Whether a task of the ending is done by a fact of its own.
const fn has_fact(task: E) -> bool {
    matches!(task, E::RelapsePlan | E::MaintenanceDecision)
}
