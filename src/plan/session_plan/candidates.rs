//! What may be on the agenda of the next session, before the rules are asked.

use alloc::vec::Vec;

use super::{FocusWork, Pressing, Promise, Promised, Reason, What, view::View};
use crate::{
    base::days::later,
    machine::{self, region::SafetyRegion},
    measure::InstrumentId,
    pace::{Pace, WEEKLY},
    plan::{
        DeadlineStatus, Milestone, PlannedWork, Why,
        schedule::{Schedule, Slot, asked},
        work,
    },
    protocol::{Cadence, GroupEntry, Level, ModuleSpec, StepSpec},
    record::contact::ContactWith,
    rule::{self, codes, needed::Needed},
    source::Basis,
    vocabulary::{
        Criterion, DisputeStage, EndingTask, InitialTask as T, Phase, ProblemArea, Region,
        Severity, Strategy, StrategySet, Task, Technique, Track,
    },
};

/// The rules that a plan names by itself: what it names ahead of the session in which they find
/// something, and what asks for a part of a session that another part answers too. All others are
/// named by the rules themselves.
mod code {
    pub(super) use crate::rule::codes::{
        ASKED_IN_EACH_SESSION as ENQUIRY, DISPUTE_STAGED as STAGE,
        ENDING_LONG_ENOUGH as ENDING_LENGTH, ENDING_TASKS_DONE as ENDING_TASKS,
        INITIAL_TASKS_DONE as INITIAL_TASKS, LIMIT_VOICED_EARLY as FRAME,
        MAINTENANCE_DECIDED as MAINTENANCE, OWN_CONTRACT_COMPLETE as OWN_CONTRACT,
        SYMPTOMS_ARE_FOLLOWED as SYMPTOMS,
    };
}

/// The initial tasks in an order that no rule faults, were they done one after another: what treats
/// and what endangers first, then explanation and relationships, then what is agreed on the
/// strength of these. The enquiry and the baseline are not among them: they have parts of the
/// session of their own.
const INITIAL_ORDER: &[T] = &[
    T::ConsentAndLimits,
    T::PsychiatricHistory,
    T::SymptomReview,
    T::Diagnosis,
    T::Screening,
    T::NameTheIllness,
    T::Psychoeducation,
    T::SickRole,
    T::MedicationEvaluation,
    T::MedicalCheck,
    T::ContingencyTalk,
    T::ExplainIpt,
    T::PriorTherapyReview,
    T::Inventory,
    T::ClosenessCircle,
    T::SupportMapping,
    T::SignificantOtherContact,
    T::InitialRelief,
    T::OnsetTimeline,
    T::ProblemAreaSelection,
    T::Formulation,
    T::PatientAgreement,
    T::TreatmentGoals,
    T::TreatmentContract,
];

/// Techniques that rules on an area look for. On an agenda only where one does.
const LOOKED_FOR: &[Technique] = &[
    Technique::UseOfTherapeuticRelationship,
    Technique::SupportMobilisation,
    Technique::DecisionAnalysis,
    Technique::CommunicationAnalysis,
];

/// What may be on the agenda, before the rules are asked.
pub(super) struct Candidate {
    pub(super) what: What,
    pub(super) reason: Reason,
    pub(super) pressing: Pressing,
    /// Whether it is on the agenda although no rule asks for it now.
    pub(super) shown: bool,
}

impl View<'_> {
    /// Everything that may be on the agenda, in its order within each part of the session.
    pub(super) fn candidates(&self, is_expected: bool) -> Vec<Candidate> {
        let mut list = List(Vec::new());
        self.safety(&mut list);
        if is_expected {
            self.frame_of_session(&mut list);
            self.work(&mut list);
        }
        list.0
    }

    fn safety(&self, list: &mut List) {
        let what = match self.state.safety() {
            SafetyRegion::NoOpenConcern => return,
            // A provisional concern is asked about; the answer says whether there is one to respond
            // to.
            SafetyRegion::ProvisionalConcern => What::Enquiry,
            SafetyRegion::ConcernOpen => What::SafetyResponse,
            SafetyRegion::ResponseDocumented => What::SafetyReassessment,
            SafetyRegion::HandedOver => What::HandOverFollowUp,
        };
        if !self.has_died {
            list.always(what, Reason::Region(Region::Safety), Pressing::Due);
        }
    }

    /// What a session has whatever it works on.
    fn frame_of_session(&self, list: &mut List) {
        let spec = self.protocol.spec();
        let usual = Reason::Protocol("phases");
        list.may(What::Opening, usual);
        if let Some(&Promise { agreed_in, .. }) = self
            .agreed
            .iter()
            .find(|promise| matches!(promise.what, Promised::BetweenSessionWork(_)))
        {
            list.may(What::AttemptReview, Reason::Agreed(agreed_in));
        }
        list.may(What::SymptomCheck, Reason::Rule(code::SYMPTOMS));
        let due = self.scores_due();
        for &instrument in &due {
            list.always(
                What::Score(instrument),
                Reason::Protocol("measures"),
                Pressing::DueBy(self.ordinal),
            );
        }
        if due.is_empty() {
            let first = spec.measures.first().map(|measure| measure.instrument);
            let instrument = self
                .latest_instrument()
                .or(first)
                .unwrap_or(InstrumentId::PHQ_9);
            list.if_asked(
                What::Score(instrument),
                Reason::Protocol("measurement.max_gap"),
            );
        }
        if !list
            .0
            .iter()
            .any(|candidate| candidate.what == What::Enquiry)
        {
            list.may(What::Enquiry, Reason::Rule(code::ENQUIRY));
        }
        list.may(What::MoodEventLink, usual);
        list.may(What::Summary, usual);
        let is_last = self.left() == Some(1) && self.phase.is_acute();
        if !spec.work.between_sessions.value.is_empty() {
            let reason = Reason::Protocol("work.between_sessions");
            if self.phase > Phase::Initial && !is_last {
                list.may(What::BetweenSessionPlan, reason);
            } else {
                list.if_asked(What::BetweenSessionPlan, reason);
            }
        }
        if self.left().is_some() && self.phase > Phase::Initial {
            let from = spec.measurement.review_by.value;
            let reason = Reason::Protocol("middle.unmentioned_run");
            if self.phase > Phase::Middle || self.ordinal >= from {
                list.may(What::SessionsLeft, reason);
            } else {
                list.if_asked(What::SessionsLeft, reason);
            }
        }
    }

    /// The work of the phase.
    fn work(&self, list: &mut List) {
        if self.phase != self.state.phase() {
            // How long the ending has to be says by when it begins.
            let ending = self.protocol.spec().ending.sessions_min.value;
            let begins = self
                .state
                .planned()
                .map(|planned| planned.saturating_sub(ending).saturating_add(1));
            let (reason, pressing) = match begins.filter(|_| self.phase == Phase::Termination) {
                Some(by) => (Reason::Rule(code::ENDING_LENGTH), Pressing::DueBy(by)),
                None => (Reason::Protocol("phases"), Pressing::Optional),
            };
            list.0.push(Candidate {
                what: What::Phase(self.phase),
                reason,
                pressing,
                shown: true,
            });
        }
        let specs = self
            .protocol
            .spec()
            .participants
            .iter()
            .filter(|spec| asked(spec.level));
        for spec in specs {
            let comes = self
                .planned
                .is_none_or(|planned| planned.participants.contains(&spec.relation));
            list.push(
                What::Participant(spec.relation),
                Reason::Protocol("participants"),
                Pressing::Optional,
                comes,
            );
        }
        match self.phase {
            Phase::Assessment | Phase::Initial => self.initial(list),
            Phase::Middle => self.middle(list),
            Phase::Termination => {
                self.announcement(list);
                self.ending(list);
                self.strategies(list, false);
                Self::also_asked(list);
            }
            Phase::Continuation | Phase::Maintenance => {
                if self.state.own_contract().is_none() || self.phase != self.state.phase() {
                    list.if_asked(What::OwnContract, Reason::Rule(code::OWN_CONTRACT));
                }
                self.strategies(list, true);
            }
            Phase::Concluded | Phase::Closed => {}
        }
        if self.phase > Phase::Initial && self.phase.is_acute() {
            for area in self
                .state
                .active_areas()
                .iter()
                .filter(|area| !self.assessed.contains(area))
            {
                // The last session of the middle phase is the one before the ending has to begin.
                // The ending looks back on what was reached, and is asked for that; the markers
                // help.
                let now = self.last_of_middle().is_some_and(|by| self.ordinal >= by)
                    || self.brings(Milestone::MarkersAssessed);
                list.push(
                    What::Markers(area),
                    Reason::Rule(code::ENDING_TASKS),
                    Pressing::Optional,
                    now,
                );
            }
        }
        let declared = self
            .protocol
            .spec()
            .tasks
            .iter()
            .filter(|task| asked(task.level) && task.phase == self.phase);
        for task in declared.filter(|task| !self.declared.contains(&Task::Declared(task.token))) {
            let by = task.by_session.and_then(|by| self.slot_of(by.max(1)));
            let weighs = is_more_than_a_note(task.level, task.basis);
            let reason = if by.is_some() && weighs {
                Reason::Rule(codes::DECLARED_TASK_IN_TIME)
            } else {
                Reason::Protocol("tasks")
            };
            list.always(
                What::Declared(task.token),
                reason,
                by.map_or(Pressing::Optional, Pressing::DueBy),
            );
        }
        self.judgements(list);
        self.lists(list);
    }

    /// The slot in which so many sessions will have been held, if no more are missed. Later
    /// contracts count anew.
    fn slot_of(&self, session: u16) -> Option<u16> {
        let missed = self.state.slots().saturating_sub(self.state.held());
        self.phase
            .is_acute()
            .then(|| session.saturating_add(missed))
    }

    /// What is to be judged: whether the phase is over that ends so, and whether treatment goes on
    /// as before.
    fn judgements(&self, list: &mut List) {
        let now = self.state.phase();
        let ends_on = self
            .protocol
            .phase(now)
            .and_then(|phase| phase.ends_on)
            .map(|criterion| criterion.value);
        let judged = |criterion: Criterion| {
            self.judged
                .iter()
                .rev()
                .find(|&&(other, _)| other == criterion)
        };
        if let Some(criterion) =
            ends_on.filter(|&criterion| judged(criterion).is_none_or(|&(_, met)| !met))
        {
            list.may(
                What::Judgement(criterion),
                Reason::Rule(codes::LEFT_ON_JUDGEMENT),
            );
        }
        for step in self
            .protocol
            .spec()
            .steps
            .iter()
            .filter(|step| judged(step.criterion).is_none())
        {
            let what = What::Judgement(step.criterion);
            if !self.phase.is_acute() || list.0.iter().any(|candidate| candidate.what == what) {
                continue;
            }
            list.always(
                what,
                Reason::Rule(codes::STEP_IS_JUDGED),
                self.judged_by(step),
            );
        }
    }

    /// The session by which a step is judged. Its week may come first; of that it is said when the
    /// next session would be too late.
    fn judged_by(&self, step: &StepSpec) -> Pressing {
        let by = step.by_session.and_then(|by| self.slot_of(by.max(1)));
        let interval = u32::from(Pace::of(self.protocol).prevailing().max(WEEKLY));
        let week = step
            .by_week
            .zip(self.first_held)
            .map(|(week, first)| later(first, u32::from(week) * 7));
        let Some(week) = week else {
            return by.map_or(Pressing::Optional, Pressing::DueBy);
        };
        let reached = |slot: u16| {
            later(
                self.day,
                interval.saturating_mul(u32::from(slot.saturating_sub(self.ordinal))),
            )
        };
        match by {
            Some(by) if reached(by) <= week => Pressing::DueBy(by),
            _ if self.day <= week && later(self.day, u32::from(WEEKLY)) > week => {
                Pressing::DueBy(self.ordinal)
            }
            _ => Pressing::Optional,
        }
    }

    /// What the protocol asks for in lists of its own: modules, a diary, contacts, outside dates,
    /// sessions beside the main track.
    fn lists(&self, list: &mut List) {
        let spec = self.protocol.spec();
        // In a group that members join at any time the topics come round with the group, whose
        // count nobody knows here.
        if spec
            .group
            .is_none_or(|group| group.entry.value != GroupEntry::Rolling)
        {
            let begun = self
                .module
                .and_then(|module| spec.modules.iter().position(|known| known.token == module));
            let next = spec.modules.get(begun.map_or(0, |begun| begun + 1));
            let comes = |module: &&ModuleSpec| {
                module.phase == self.phase
                    && self.state.held().saturating_add(1) >= module.from
                    && self.is_main()
            };
            if let Some(module) = next.filter(comes) {
                list.may(
                    What::Module(module.token),
                    Reason::Rule(codes::MODULES_IN_ORDER),
                );
            }
        }
        let mut diaries = spec
            .measures
            .iter()
            .filter(|measure| measure.cadence == Cadence::Daily && asked(measure.level));
        let begins = self.phase <= Phase::Initial || self.state.phase() <= Phase::Initial;
        if diaries.next().is_some() && begins && !self.diary_agreed {
            list.may(What::Diary, Reason::Rule(codes::DIARY_IS_KEPT));
        }
        for contact in spec
            .contacts
            .iter()
            .filter(|contact| asked(contact.level) && !self.is_in_touch(contact.with))
        {
            // It needs the patient's consent, so that none is due by a session.
            list.always(
                What::Contact(contact.with),
                Reason::Rule(codes::CONTACTS_MADE),
                Pressing::Optional,
            );
        }
        for anchor in spec
            .anchors
            .iter()
            .filter(|anchor| !self.dated.contains(&anchor.anchor))
        {
            if self.phase <= anchor.over {
                list.may(
                    What::ExternalDate(anchor.anchor),
                    Reason::Rule(codes::OVER_BY_THE_EVENT),
                );
            }
        }
        let planned = self
            .state
            .planned()
            .filter(|_| self.phase.is_acute() && self.is_main());
        if let Some(by) =
            planned.filter(|by| self.is_missing(Track::MidTreatment) && self.ordinal > by / 2)
        {
            list.always(
                What::Meeting(Track::MidTreatment),
                Reason::Rule(codes::HELD_BESIDE),
                Pressing::DueBy(by),
            );
        }
    }

    fn is_main(&self) -> bool {
        self.track == Track::Main
    }

    /// Whether somebody was in touch, in one of the ways that the rule on contacts takes for it.
    fn is_in_touch(&self, with: ContactWith) -> bool {
        self.contacts.contains(&with)
            || match with {
                ContactWith::SignificantOther => {
                    self.state.tasks_done().contains(T::SignificantOtherContact)
                }
                ContactWith::Referrer => self
                    .state
                    .ending_tasks_done()
                    .contains(EndingTask::Handover),
                _ => false,
            }
    }

    fn brings(&self, milestone: Milestone) -> bool {
        self.planned
            .is_some_and(|planned| planned.milestones.contains(milestone))
    }

    fn last_of_middle(&self) -> Option<u16> {
        let planned = self.state.planned()?;
        Some(
            planned
                .saturating_sub(self.protocol.spec().ending.sessions_min.value)
                .max(1),
        )
    }

    fn initial(&self, list: &mut List) {
        let spec = self.protocol.spec();
        if !self.frame_voiced && self.state.contract_version() == 0 {
            let by = spec.initial.frame_by_session.value.max(1);
            list.always(What::Frame, Reason::Rule(code::FRAME), Pressing::DueBy(by));
        }
        let by = self
            .deadline(Milestone::ContractAgreed)
            .map_or(Pressing::Optional, |deadline| {
                if deadline.status == DeadlineStatus::Met {
                    Pressing::Optional
                } else {
                    Pressing::DueBy(deadline.by)
                }
            });
        let asked = spec.initial.tasks.value;
        let due = if spec.initial.sick_role.value.is_some() {
            asked.with(T::SickRole)
        } else {
            asked
        };
        let open = due.difference(self.state.tasks_done());
        let planned = match self.planned.map(|planned| planned.work) {
            Some(PlannedWork::Initial(tasks)) => Some(tasks),
            _ => None,
        };
        for &task in INITIAL_ORDER.iter().filter(|&&task| open.contains(task)) {
            let own = machine::initial_task_code(task).unwrap_or(code::INITIAL_TASKS);
            let (reason, pressing) = if asked.contains(task) {
                (Reason::Rule(own), by)
            } else {
                (Reason::Protocol("initial.sick_role"), Pressing::Optional)
            };
            // What the plan has for a later session waits; what it had for an earlier one does not.
            let later =
                planned.is_some_and(|tasks| !tasks.contains(task)) && self.comes_later(task);
            list.push(What::Initial(task), reason, pressing, !later);
        }
    }

    /// Whether the plan has a task for an initial session after this one.
    fn comes_later(&self, task: T) -> bool {
        // Within the initial phase tasks keep their order, so that those after the first planned
        // one are not overdue.
        let Some(PlannedWork::Initial(now)) = self.planned.map(|planned| planned.work) else {
            return false;
        };
        let place = |task: T| INITIAL_ORDER.iter().position(|&other| other == task);
        let last = INITIAL_ORDER.iter().rposition(|&other| now.contains(other));
        place(task) > last
    }

    fn middle(&self, list: &mut List) {
        self.announcement(list);
        if let Some(deadline) = self.deadline(Milestone::ProgressReviewed) {
            if deadline.status == DeadlineStatus::Met {
                list.if_asked(What::ProgressReview, why(deadline.why));
            } else {
                list.always(
                    What::ProgressReview,
                    why(deadline.why),
                    Pressing::DueBy(deadline.by),
                );
            }
        } else {
            list.if_asked(
                What::ProgressReview,
                Reason::Protocol("measurement.review_by"),
            );
        }
        list.if_asked(
            What::AnotherOption,
            Reason::Protocol("measurement.review_response"),
        );
        list.may(What::Incident, Reason::Protocol("middle.incident_run"));
        list.may(What::Affect, Reason::Protocol("middle.affect_by"));
        if self.state.active_areas().contains(ProblemArea::RoleDispute) && self.stage.is_none() {
            let held = self.state.held().saturating_sub(self.state.initial_held());
            let still = self
                .protocol
                .spec()
                .middle
                .stage_by
                .value
                .max(1)
                .saturating_sub(held)
                .max(1);
            let by = self.ordinal.saturating_sub(1).saturating_add(still);
            list.always(
                What::DisputeStage,
                Reason::Rule(code::STAGE),
                Pressing::DueBy(by),
            );
        }
        self.strategies(list, true);
        Self::also_asked(list);
        list.may(What::Options, Reason::Protocol("middle.acting_by"));
        list.may(What::Rehearsal, Reason::Protocol("middle.acting_by"));
    }

    /// What rules on an area ask for now and then.
    fn also_asked(list: &mut List) {
        for &technique in LOOKED_FOR {
            list.if_asked(What::Technique(technique), Reason::Protocol("focus.areas"));
        }
        list.if_asked(
            What::EventsReasked,
            Reason::Protocol("measurement.review_by"),
        );
    }

    fn announcement(&self, list: &mut List) {
        let Some(deadline) = self.deadline(Milestone::EndAnnounced) else {
            return;
        };
        if deadline.status != DeadlineStatus::Met {
            // It can be said at any time; from mid-course on it is on the agenda.
            let near = self.ordinal
                >= self
                    .protocol
                    .spec()
                    .measurement
                    .review_by
                    .value
                    .min(deadline.by);
            let pressing = Pressing::DueBy(deadline.by);
            list.push(
                What::Ending(EndingTask::AnnounceEnd),
                why(deadline.why),
                pressing,
                near,
            );
        }
    }

    fn ending(&self, list: &mut List) {
        let by = self
            .state
            .planned()
            .map_or(Pressing::Optional, Pressing::DueBy);
        let open = self.open().ending;
        let on_medication = work::on_medication(self.protocol);
        for task in work::ending_tasks(self.protocol, on_medication) {
            if self.state.ending_tasks_done().contains(task) {
                continue;
            }
            let standing = task == EndingTask::MaintenanceDecision
                && self.protocol.offers_maintenance_to_all();
            let (reason, pressing) = if standing {
                (Reason::Rule(code::MAINTENANCE), by)
            } else if open.contains(task) {
                (Reason::Rule(code::ENDING_TASKS), by)
            } else {
                (Reason::Protocol("ending.tasks"), Pressing::Optional)
            };
            list.always(What::Ending(task), reason, pressing);
        }
    }

    /// The strategies of the active items: those that the plan has for the session, otherwise those
    /// that none has taken up.
    fn strategies(&self, list: &mut List, shown: bool) {
        let planned = match self.planned.map(|planned| planned.work) {
            Some(PlannedWork::Middle(strategies) | PlannedWork::KeptUp(strategies)) => strategies,
            _ => StrategySet::EMPTY,
        };
        let primary = self.active().next().map(|(place, _)| place);
        let shown_by_now = self.shown.strategies();
        let format = self.protocol.spec().format;
        for FocusWork {
            item,
            area,
            touched,
            untouched,
        } in self.focus_work()
        {
            // A second item that was never taken up is not asked for its strategies.
            let asked_for = primary == Some(item) || !touched.is_empty();
            let Some(area) = area else {
                list.push(
                    What::FocusItem(item),
                    Reason::Protocol("focus.areas"),
                    Pressing::Optional,
                    shown,
                );
                continue;
            };
            let now = match planned.within(area) {
                now if !now.is_empty() => now,
                _ if untouched.is_empty() => touched,
                _ => untouched,
            };
            for strategy in touched.union(untouched).iter() {
                // A relationship is mourned once it is beyond repair.
                if strategy == Strategy::DisputeMourning
                    && self.stage != Some(DisputeStage::Dissolution)
                {
                    continue;
                }
                let what = What::Strategy(strategy);
                if list.0.iter().any(|candidate| candidate.what == what) {
                    continue;
                }
                let needed =
                    Needed::of(area).find(|needed| needed.asked(format).contains(strategy));
                let open =
                    self.phase == Phase::Middle && !shown_by_now.contains(strategy) && asked_for;
                let (reason, pressing) = match (needed, self.last_of_middle()) {
                    (Some(needed), Some(by)) if open && untouched.contains(strategy) => {
                        (Reason::Rule(needed.code), Pressing::DueBy(by))
                    }
                    _ => (Reason::Protocol("focus.areas"), Pressing::Optional),
                };
                list.push(what, reason, pressing, shown && now.contains(strategy));
            }
        }
    }

    /// The measures of which a score is due, at the cadence of the protocol.
    fn scores_due(&self) -> Vec<InstrumentId> {
        if let Some(planned) = self.planned.filter(|planned| planned.track == Track::Main) {
            return planned.measures.clone();
        }
        if self.track != Track::Main {
            return Vec::new();
        }
        let schedule = Schedule::by_cadence(self.protocol, self.first_held.unwrap_or(self.day));
        let last = u16::try_from(schedule.slots.len()).unwrap_or(u16::MAX);
        let number = if self.left() == Some(1) {
            last
        } else {
            self.ordinal
        };
        schedule.due(
            self.protocol,
            Slot {
                number,
                day: self.day,
                phase: self.phase,
            },
        )
    }

    fn latest_instrument(&self) -> Option<InstrumentId> {
        let last = self.history.scores.last()?.seq;
        self.history
            .scores
            .iter()
            .find(|row| row.seq == last)
            .map(|row| row.score.instrument)
    }
}

/// Whether it is more than a note that something came late or never which a protocol asks for.
fn is_more_than_a_note(level: Level, basis: Basis) -> bool {
    rule::thin(level, basis) > Severity::Note
}

fn why(why: Why) -> Reason {
    match why {
        Why::Rule(code) => Reason::Rule(code),
        Why::Parameter(path) => Reason::Protocol(path),
        Why::Agreed(entry) => Reason::Agreed(entry),
        // Neither days nor terms nor the planner set a deadline of a budget.
        Why::Availability | Why::Terms | Why::Planner => Reason::Protocol("phases"),
    }
}

/// The candidates while they are collected.
struct List(Vec<Candidate>);

impl List {
    fn push(&mut self, what: What, reason: Reason, pressing: Pressing, shown: bool) {
        self.0.push(Candidate {
            what,
            reason,
            pressing,
            shown,
        });
    }

    fn always(&mut self, what: What, reason: Reason, pressing: Pressing) {
        self.push(what, reason, pressing, true);
    }

    fn may(&mut self, what: What, reason: Reason) {
        self.push(what, reason, Pressing::Optional, true);
    }

    fn if_asked(&mut self, what: What, reason: Reason) {
        self.push(what, reason, Pressing::Optional, false);
    }
}
