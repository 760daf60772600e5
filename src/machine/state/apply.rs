//! What each fact does to the state: the one step of every fold.

use chrono::NaiveDate;

use super::{AgreedItem, CourseState, DayMarks};
use crate::{
    machine::region::{
        ConsentSignal, ContractSignal, EngagementSignal, FocusRegion, FocusSignal, SafetyRegion,
        SafetySignal,
    },
    measure::ItemAnswer,
    record::{
        Fact,
        contact::{AdmissionEvent, ContactPurpose, EngagementDecision},
        contract::{ContractAgreed, ContractAmended, ContractScope, MissedSessionPolicy},
        ending::ClinicalResult,
        focus::{FocusAgreed, PatientResponse},
        review::JudgementMade,
        safety::{ConcernKind, ConcernKinds, EnquiryBasis, EnquiryResult, Incident},
        session::{Attendance, Session},
        setting::{ConsentState, ScreenItem, ScreeningDone},
    },
    vocabulary::{Criterion, EndingTask, Phase, Stated, Track},
};

/// What an assessment of safety in a relationship answers.
const VIOLENCE: ConcernKinds = ConcernKinds::of(&[ConcernKind::Victimisation]);

impl CourseState {
    /// The state after a fact of a day that is not earlier than the last: the step of every fold.
    pub(crate) fn apply(&mut self, on: NaiveDate, fact: &Fact) {
        if on != self.last_day {
            self.today = DayMarks::new(self.safety, self.unanswered);
            self.last_day = on;
        }
        self.tasks(fact);
        match fact {
            Fact::ReportingChanged(changed) => self.reporting = changed.reporting,
            Fact::PhaseBegun(begun) => self.enter(begun.phase),
            Fact::Closed(closed) => {
                if matches!(closed.result, ClinicalResult::Remitted) {
                    self.judge_remission(true);
                }
                self.enter(Phase::Closed);
            }
            Fact::Session(session) => self.session(on, session),
            Fact::ScreeningDone(screen) => self.screening(screen),
            Fact::DisputeDetailed(detail) => {
                // Who looked at safety in a relationship has answered what the screen found there.
                let looked_at = detail.safety_assessed == Some(true);
                if looked_at && self.raised_or_open().contains(ConcernKind::Victimisation) {
                    self.answer(SafetySignal::Response, Some(VIOLENCE));
                }
            }
            Fact::SuitabilityDecided(decided) => self.suitability = Some(decided.decision),
            Fact::ConsentRecorded(consent) => {
                self.consent = self.consent.after(match consent.state {
                    ConsentState::Given => ConsentSignal::Given,
                    ConsentState::Limited => ConsentSignal::Limited,
                    ConsentState::Withdrawn => ConsentSignal::Withdrawn,
                });
            }
            Fact::FormulationGiven(_) => {
                self.focus = self.focus.after(FocusSignal::Proposal);
                self.formulation_answer = None;
            }
            Fact::FormulationAnswered(answer) => {
                self.formulation_answer = Some(answer.response);
                if answer.response == PatientResponse::Rejected {
                    self.focus = self.focus.after(FocusSignal::Rejection);
                }
            }
            Fact::FocusAgreed(agreed) => self.focus_agreed(agreed),
            Fact::FrameAnnounced(_) => self.contract = self.contract.after(ContractSignal::Frame),
            Fact::ContractAgreed(agreed) => self.contract_agreed(agreed),
            Fact::ContractAmended(amended) => self.contract_amended(amended),
            Fact::EnquiryMade(enquiry) => self.enquiry(enquiry.result, enquiry.basis),
            Fact::ConcernRaised(concern) => self.concern(Some(concern.kind)),
            Fact::SafetyResponse(response) => {
                self.answer(SafetySignal::Response, response.answers);
            }
            Fact::SafetyReassessed(reassessed) => {
                self.signal(if reassessed.concern_stands {
                    SafetySignal::Stands
                } else {
                    SafetySignal::Resolved
                });
            }
            Fact::SafetyHandedOver(handed) => self.answer(SafetySignal::HandOver, handed.answers),
            Fact::IncidentRecorded(recorded) => self.incident(recorded.incident),
            Fact::Scored(score) => {
                if score.self_harm_item == Some(ItemAnswer::Endorsed) {
                    self.signal(SafetySignal::ItemEndorsed);
                }
            }
            Fact::JudgementMade(judgement) => self.judged(judgement),
            Fact::Paused(_)
            | Fact::Resumed(_)
            | Fact::OutreachMade(_)
            | Fact::Contact(_)
            | Fact::EngagementDecided(_)
            | Fact::Admission(_) => self.engages(fact),
            Fact::Opened(_)
            | Fact::AgeRecorded(_)
            | Fact::DiagnosisMade(_)
            | Fact::HistoryTaken(_)
            | Fact::MedicationNoted(_)
            | Fact::TherapistAssigned(_)
            | Fact::SupervisionHeld(_)
            | Fact::AdherenceRated(_)
            | Fact::DocumentFiled(_)
            | Fact::TaskRecorded(_)
            | Fact::PersonInventoried(_)
            | Fact::InventoryCompleted(_)
            | Fact::LifeEventRecorded(_)
            | Fact::OnsetDated(_)
            | Fact::AreaConsidered(_)
            | Fact::GriefDetailed(_)
            | Fact::DisputeStaged(_)
            | Fact::TransitionDetailed(_)
            | Fact::DeficitsDetailed(_)
            | Fact::MarkersAssessed(_)
            | Fact::ExternalDate(_)
            | Fact::ReviewHeld(_)
            | Fact::RelapsePlanMade(_)
            | Fact::MaintenanceDecided(_)
            | Fact::BreakAnnounced(_)
            | Fact::Transferred(_) => {}
        }
    }

    fn judged(&mut self, judgement: &JudgementMade) {
        if judgement.criterion == Criterion::REMISSION {
            self.judge_remission(judgement.met);
        } else if judgement.criterion == Criterion::NEAR_REMISSION {
            self.judge_near_remission(judgement.met);
        }
    }

    /// What says that treatment rests, goes on, or is being lost.
    fn engages(&mut self, fact: &Fact) {
        let signal = match fact {
            Fact::Paused(_) => Some(EngagementSignal::Pause),
            Fact::Resumed(_) => Some(EngagementSignal::Resume),
            Fact::OutreachMade(_) => Some(EngagementSignal::Outreach),
            Fact::Contact(contact) => (contact.purpose == Some(ContactPurpose::Outreach))
                .then_some(EngagementSignal::Outreach),
            Fact::EngagementDecided(decided) => match decided.decision {
                EngagementDecision::ContactLost => Some(EngagementSignal::Loss),
                EngagementDecision::Pause => Some(EngagementSignal::Pause),
                EngagementDecision::Continue | EngagementDecision::End => None,
            },
            Fact::Admission(admission) => {
                (admission.event == AdmissionEvent::Admitted).then_some(EngagementSignal::Pause)
            }
            _ => None,
        };
        if let Some(signal) = signal {
            self.engagement = self.engagement.after(signal);
        }
    }

    /// The tasks that a fact shows as done or not done.
    fn tasks(&mut self, fact: &Fact) {
        let shown = fact.tasks_shown();
        self.tasks_done = self.tasks_done.union(shown.initial);
        self.tasks_not_done = self
            .tasks_not_done
            .union(shown.initial_not)
            .difference(self.tasks_done);
        if shown.ending.contains(EndingTask::AnnounceEnd) {
            self.end_announced = true;
            self.today.end_announced = true;
        }
        self.ending_tasks_done = self.ending_tasks_done.union(shown.ending);
        self.ending_tasks_not_done = self
            .ending_tasks_not_done
            .union(shown.ending_not)
            .difference(self.ending_tasks_done);
    }

    fn screening(&mut self, screen: &ScreeningDone) {
        self.screen_present = screen.present;
        self.screen_absent = screen.absent;
        self.specialist_plan = screen.specialist_plan;
        if screen.present.contains(ScreenItem::OngoingViolence) {
            self.concern(Some(ConcernKind::Victimisation));
            if screen.specialist_plan.is_done() {
                self.answer(SafetySignal::Response, Some(VIOLENCE));
            }
        }
        if screen.present.contains(ScreenItem::ImminentDanger) {
            self.concern(None);
        }
    }

    fn focus_agreed(&mut self, agreed: &FocusAgreed) {
        self.focus = self.focus.after(FocusSignal::Agreement);
        self.focus_version = self.focus_version.saturating_add(1);
        self.agreed = [None; 4];
        for (kept, item) in self.agreed.iter_mut().zip(&agreed.items) {
            *kept = Some(AgreedItem {
                area: item.on.area(),
                status: item.status,
            });
        }
    }

    fn contract_agreed(&mut self, agreed: &ContractAgreed) {
        self.contract = self.contract.after(ContractSignal::Agreement);
        self.contract_version = self.contract_version.saturating_add(1);
        let planned = agreed.frame.sessions().unwrap_or(0);
        match agreed.scope {
            ContractScope::Acute => {
                self.planned = planned;
                self.weeks_agreed = planned > 0 && agreed.frame.weeks().is_some();
                self.end_announced = self.today.end_announced;
                self.every(agreed.interval_days);
            }
            ContractScope::Continuation | ContractScope::Maintenance => {
                if agreed.scope == ContractScope::Continuation {
                    self.continuation_contract = true;
                } else {
                    self.maintenance_contract = true;
                }
                self.own_planned = planned;
                self.own_slots = 0;
            }
        }
        self.policy(agreed.missed_sessions, agreed.notice_hours);
        self.counts_moved = agreed.counts_moved;
    }

    fn contract_amended(&mut self, amended: &ContractAmended) {
        self.contract_version = self.contract_version.saturating_add(1);
        self.policy(amended.missed_sessions, None);
        if !self.phase.has_own_contract() {
            self.every(amended.interval_days);
        }
        if let Some(frame) = amended.frame {
            // A frame in weeks, or until a review, fixes no number of sessions any more.
            let planned = frame.sessions().unwrap_or(0);
            if self.phase.has_own_contract() {
                self.own_planned = planned;
            } else {
                // A frame that fixes no number of sessions cannot be compared, and counts
                // as longer.
                let longer = self.planned == 0 || planned == 0 || planned > self.planned;
                let shorter = planned > 0 && planned < self.planned;
                let refused = amended.patient_agreed == Stated::NotDone;
                self.early_end_agreed = shorter && !refused;
                if longer
                    && !refused
                    && (self.phase == Phase::Termination || self.today.ending_left)
                {
                    self.extended_in_ending = true;
                }
                if planned != self.planned {
                    self.end_announced = self.today.end_announced;
                }
                self.planned = planned;
                self.weeks_agreed = planned > 0 && frame.weeks().is_some();
            }
        }
    }

    fn incident(&mut self, incident: Incident) {
        if matches!(incident, Incident::Death | Incident::Serious) {
            self.frozen = true;
        }
        match incident {
            Incident::Attempt => self.concern(Some(ConcernKind::Attempt)),
            Incident::Serious => self.concern(None),
            Incident::Death => {}
        }
    }

    fn session(&mut self, on: NaiveDate, session: &Session) {
        if let Some(held) = session.content() {
            if let Some(phase) = held.phase {
                if phase != self.phase && phase != Phase::Closed {
                    self.enter(phase);
                }
            }
            for score in &held.scores {
                if score.self_harm_item == Some(ItemAnswer::Endorsed) {
                    self.signal(SafetySignal::ItemEndorsed);
                }
            }
            if let Some(enquiry) = &held.enquiry {
                self.enquiry(enquiry.result, enquiry.basis);
            }
        }
        let counts = self.counts(session);
        if session.attendance.is_held() {
            self.last_held = Some(on);
            self.engagement = self.engagement.after(EngagementSignal::Held);
            if self.focus != FocusRegion::Agreed
                && !session.strategies.is_empty()
                && !self.began_midway
            {
                self.focus_work_early = true;
            }
        } else if session.attendance == Attendance::DidNotAttend {
            self.engagement = self.engagement.after(EngagementSignal::StayedAway);
        }
        if session.track == Track::Main && self.phase.is_acute() {
            if session.attendance.is_held() {
                self.held = self.held.saturating_add(1);
                match self.phase {
                    Phase::Initial => self.initial_held = self.initial_held.saturating_add(1),
                    Phase::Termination => self.ending_held = self.ending_held.saturating_add(1),
                    _ => {}
                }
            }
            if counts && !self.makes_up(on, session) {
                self.slots = self.slots.saturating_add(1);
            }
            self.cancelled_on = match session.attendance {
                Attendance::CancelledByPatient if counts => Some(on),
                attendance if attendance.is_held() => None,
                _ => self.cancelled_on,
            };
        } else if self.phase.has_own_contract() && counts {
            self.own_slots = self.own_slots.saturating_add(1);
        }
    }

    /// Whether a session makes up for one that the patient cancelled: it came sooner than the next
    /// was due. The two use one slot.
    pub(crate) fn makes_up(&self, on: NaiveDate, session: &Session) -> bool {
        session.attendance.is_held()
            && self.cancelled_on.is_some_and(|cancelled| {
                cancelled < on && (on - cancelled).num_days() < i64::from(self.interval)
            })
    }

    /// Whether a session uses up a slot of the contract: it was held, or the contract counts it
    /// although it was missed.
    pub(crate) fn counts(&self, session: &Session) -> bool {
        let late = session
            .notice_hours
            .is_some_and(|hours| hours < u16::from(self.notice_hours));
        match session.attendance {
            Attendance::Attended | Attendance::Late => true,
            Attendance::DidNotAttend => self.missed_policy != MissedSessionPolicy::Never,
            Attendance::CancelledByPatient => match self.missed_policy {
                MissedSessionPolicy::All => true,
                MissedSessionPolicy::LateCancelAndNoShow => late,
                MissedSessionPolicy::Never | MissedSessionPolicy::NoShowOnly => false,
            },
            Attendance::CancelledByTherapist | Attendance::CancelledByService => false,
            Attendance::Rescheduled => self.counts_moved,
        }
    }

    /// That remission is not reached leaves open whether it is near.
    fn judge_remission(&mut self, met: bool) {
        self.remission = met;
        if met && self.near_remission == Some(false) {
            self.near_remission = None;
        }
    }

    /// Who is not near remission is not in it either.
    fn judge_near_remission(&mut self, met: bool) {
        self.near_remission = Some(met);
        if !met {
            self.remission = false;
        }
    }

    fn policy(&mut self, missed: Option<MissedSessionPolicy>, notice_hours: Option<u16>) {
        if let Some(policy) = missed {
            self.missed_policy = policy;
        }
        if let Some(hours) = notice_hours {
            self.notice_hours = u8::try_from(hours).unwrap_or(u8::MAX);
        }
    }

    /// The days from one acute session to the next, where an agreement names them.
    fn every(&mut self, days: Option<u16>) {
        if let Some(days) = days {
            self.interval = u8::try_from(days).unwrap_or(u8::MAX);
        }
    }

    fn enquiry(&mut self, result: EnquiryResult, basis: EnquiryBasis) {
        match (result, basis) {
            (EnquiryResult::Concern, _) => self.signal(SafetySignal::EnquiryConfirms),
            (EnquiryResult::NoConcern, EnquiryBasis::DirectQuestions) => {
                self.signal(SafetySignal::EnquiryClears);
            }
            // A zero on a questionnaire closes nothing, and neither does a question that was
            // declined or not put.
            (EnquiryResult::NoConcern, EnquiryBasis::QuestionnaireItem)
            | (EnquiryResult::Declined | EnquiryResult::NotAsked, _) => {}
        }
    }

    /// A concern, with its kind where the record says which.
    fn concern(&mut self, kind: Option<ConcernKind>) {
        self.today.raised = kind.map_or(self.today.raised, |kind| self.today.raised.with(kind));
        self.signal(SafetySignal::Concern);
    }

    /// A response or a hand-over, and the kinds of concern that it names. One that names none
    /// answers what stands.
    fn answer(&mut self, signal: SafetySignal, answers: Option<ConcernKinds>) {
        match answers {
            Some(kinds) => self.today.answered = self.today.answered.union(kinds.alike()),
            None => self.today.answered_unnamed = self.today.answered_unnamed.saturating_add(1),
        }
        self.signal(signal);
    }

    /// The kinds of concern that lacked a response before the latest day, and those of that day.
    fn raised_or_open(&self) -> ConcernKinds {
        let today = &self.today;
        // What a direct question brought to light is the concern of that day, if none is named.
        let found = today.raised.is_empty()
            && !today.safety_before.is_known()
            && today.safety_heard.contains(SafetySignal::EnquiryConfirms);
        let raised = if found {
            ConcernKind::SuicidalIdeation.into()
        } else {
            today.raised
        };
        today.open_before.union(raised)
    }

    /// The kinds of concern of which the one response of the latest day does not say which it
    /// answered, where they were of several matters.
    pub(crate) fn answered_unclearly(&self) -> ConcernKinds {
        let left = self.raised_or_open().difference(self.today.answered);
        if self.today.answered_unnamed == 1 && left.are_several_matters() {
            left
        } else {
            ConcernKinds::EMPTY
        }
    }

    fn signal(&mut self, signal: SafetySignal) {
        self.today.safety_heard = self.today.safety_heard.with(signal);
        self.safety = self.today.safety_before.after_all(self.today.safety_heard);
        self.unanswered = if self.today.answered_unnamed > 0 {
            ConcernKinds::EMPTY
        } else {
            self.raised_or_open().difference(self.today.answered)
        };
        // A response to one concern answers no other.
        if !self.unanswered.is_empty() {
            self.safety = SafetyRegion::ConcernOpen;
        }
    }

    fn enter(&mut self, phase: Phase) {
        if self.phase.is_acute() && !phase.is_acute() {
            self.contract = self.contract.after(ContractSignal::End);
        }
        if phase == Phase::Termination {
            self.extended_in_ending = false;
        }
        if self.phase == Phase::Termination && phase == Phase::Middle {
            self.today.ending_left = true;
        }
        self.phase = phase;
    }
}
