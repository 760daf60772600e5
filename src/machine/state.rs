//! The state of a course: small, `Copy`, derived from the record by one function.

use chrono::NaiveDate;

use super::region::{
    ConsentRegion, ConsentSignal, ContractRegion, ContractSignal, EngagementRegion,
    EngagementSignal, FocusRegion, FocusSignal, SafetyRegion, SafetySignal, SafetySignals,
};
use crate::{
    measure::ItemAnswer,
    record::{
        Fact,
        contact::{AdmissionEvent, ContactPurpose, EngagementDecision},
        contract::{ContractScope, MissedSessionPolicy},
        ending::ClinicalResult,
        focus::PatientResponse,
        safety::{ConcernKind, ConcernKinds, EnquiryBasis, EnquiryResult, Incident},
        session::{Attendance, Session},
        setting::{ConsentState, Opened, ScreenItem, ScreenSet, Suitability},
    },
    vocabulary::{
        AreaSet, Criterion, EndingTask, EndingTaskSet, FocusStatus, InitialTaskSet, Phase,
        ProblemArea, Reporting, Stated, Track,
    },
};

/// What an assessment of safety in a relationship answers.
const VIOLENCE: ConcernKinds = ConcernKinds::of(&[ConcernKind::Victimisation]);

/// What an agreed focus says of one of its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct AgreedItem {
    /// One of the four areas; none for what the protocol does not list.
    area: Option<ProblemArea>,
    status: FocusStatus,
}

/// What is true of the latest day alone: within one day no order is assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct DayMarks {
    /// Where the safety region stood before the day.
    safety_before: SafetyRegion,
    /// What the safety region heard on the day.
    safety_heard: SafetySignals,
    /// The kinds of concern that lacked a response before the day.
    open_before: ConcernKinds,
    /// The kinds of concern that were raised on the day.
    raised: ConcernKinds,
    /// The kinds of concern that responses of the day name, and those that one answer covers with
    /// them.
    answered: ConcernKinds,
    /// Responses and hand-overs of the day that name no kind, and so answer what stands.
    answered_unnamed: u8,
    /// The end was announced: whether before or after the contract changed that day is not asked.
    end_announced: bool,
    /// Treatment went back from the ending: an extension of that day counts as agreed in the
    /// ending.
    ending_left: bool,
}

impl DayMarks {
    /// A day on which nothing has been heard yet.
    const fn new(safety_before: SafetyRegion, open_before: ConcernKinds) -> Self {
        Self {
            safety_before,
            safety_heard: SafetySignals::EMPTY,
            open_before,
            raised: ConcernKinds::EMPTY,
            answered: ConcernKinds::EMPTY,
            answered_unnamed: 0,
            end_announced: false,
            ending_left: false,
        }
    }
}

/// Where a course stands.
///
/// The state is a fold of the record and is never stored. It is small and holds nothing on the
/// heap, so that it can be copied wherever one is compared with another.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CourseState {
    opened_on: NaiveDate,
    last_day: NaiveDate,
    /// What that latest day has shown.
    today: DayMarks,
    began_midway: bool,
    reporting: Reporting,
    phase: Phase,

    /// Sessions held, and slots used, of the acute treatment.
    held: u16,
    initial_held: u16,
    ending_held: u16,
    last_held: Option<NaiveDate>,
    slots: u16,
    /// The number of sessions of the acute contract; 0 if it fixes none.
    planned: u16,
    /// The acute contract ends after sessions or weeks, whichever is reached first.
    weeks_agreed: bool,
    contract: ContractRegion,
    contract_version: u8,
    missed_policy: MissedSessionPolicy,
    /// How long before a session it has to be cancelled not to count.
    notice_hours: u8,
    /// Whether a session that was moved to another day counts as well.
    counts_moved: bool,
    /// The days from one session to the next by the acute contract; 0 if it does not say.
    interval: u8,
    /// The day of a session that the patient cancelled and that used a slot, until the next is held.
    cancelled_on: Option<NaiveDate>,
    early_end_agreed: bool,
    /// The acute contract was extended since the ending began.
    extended_in_ending: bool,
    /// The end of the contract in force was announced.
    end_announced: bool,
    continuation_contract: bool,
    maintenance_contract: bool,
    /// Of the contract of continuation or maintenance; 0 if it fixes no number.
    own_planned: u16,
    own_slots: u16,

    tasks_done: InitialTaskSet,
    tasks_not_done: InitialTaskSet,
    ending_tasks_done: EndingTaskSet,
    ending_tasks_not_done: EndingTaskSet,
    screen_present: ScreenSet,
    screen_absent: ScreenSet,
    specialist_plan: Stated,
    suitability: Option<Suitability>,

    focus: FocusRegion,
    focus_version: u8,
    agreed: [Option<AgreedItem>; 4],
    formulation_answer: Option<PatientResponse>,
    focus_work_early: bool,

    safety: SafetyRegion,
    /// The kinds of concern that lack a response, where the record says which.
    unanswered: ConcernKinds,
    engagement: EngagementRegion,
    consent: ConsentRegion,
    remission: bool,
    near_remission: Option<bool>,
    frozen: bool,
}

const _: () = assert!(
    size_of::<CourseState>() <= 128,
    "the state of a course fits in two cache lines"
);

impl core::fmt::Debug for CourseState {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("CourseState")
            .field("phase", &self.phase)
            .field("held", &self.held)
            .field("contract", &self.contract)
            .field("focus", &self.focus)
            .field("safety", &self.safety)
            .field("engagement", &self.engagement)
            .finish_non_exhaustive()
    }
}

impl CourseState {
    /// The state after the opening.
    pub(crate) fn opened(on: NaiveDate, opened: &Opened) -> Self {
        let midway = opened.sessions_before.is_some_and(|sessions| sessions > 0) || opened.midway;
        Self {
            opened_on: on,
            last_day: on,
            today: DayMarks::new(SafetyRegion::NoOpenConcern, ConcernKinds::EMPTY),
            began_midway: midway,
            reporting: opened.reporting,
            phase: opened.phase,

            held: opened.sessions_before.unwrap_or(0),
            initial_held: 0,
            ending_held: 0,
            last_held: None,
            slots: opened.sessions_before.unwrap_or(0),
            planned: 0,
            weeks_agreed: false,
            contract: ContractRegion::None,
            contract_version: 0,
            missed_policy: MissedSessionPolicy::Never,
            notice_hours: 0,
            counts_moved: false,
            interval: 0,
            cancelled_on: None,
            early_end_agreed: false,
            extended_in_ending: false,
            end_announced: false,
            continuation_contract: false,
            maintenance_contract: false,
            own_planned: 0,
            own_slots: 0,

            tasks_done: InitialTaskSet::EMPTY,
            tasks_not_done: InitialTaskSet::EMPTY,
            ending_tasks_done: EndingTaskSet::EMPTY,
            ending_tasks_not_done: EndingTaskSet::EMPTY,
            screen_present: ScreenSet::EMPTY,
            screen_absent: ScreenSet::EMPTY,
            specialist_plan: Stated::NotReported,
            suitability: None,

            focus: FocusRegion::None,
            focus_version: 0,
            agreed: [None; 4],
            formulation_answer: None,
            focus_work_early: false,

            safety: SafetyRegion::NoOpenConcern,
            unanswered: ConcernKinds::EMPTY,
            engagement: EngagementRegion::Active,
            consent: ConsentRegion::NotRecorded,
            remission: false,
            near_remission: None,
            frozen: false,
        }
    }

    /// The state after a fact of a day that is not earlier than the last: the step of every fold.
    #[allow(
        clippy::too_many_lines,
        reason = "one arm a fact: the compiler lists what a new fact has to say"
    )]
    pub(crate) fn apply(&mut self, on: NaiveDate, fact: &Fact) {
        if on != self.last_day {
            self.today = DayMarks::new(self.safety, self.unanswered);
            self.last_day = on;
        }
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
            Fact::ScreeningDone(screen) => {
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
            Fact::FocusAgreed(agreed) => {
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
            Fact::FrameAnnounced(_) => self.contract = self.contract.after(ContractSignal::Frame),
            Fact::ContractAgreed(agreed) => {
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
            Fact::ContractAmended(amended) => {
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
            Fact::IncidentRecorded(recorded) => {
                if matches!(recorded.incident, Incident::Death | Incident::Serious) {
                    self.frozen = true;
                }
                match recorded.incident {
                    Incident::Attempt => self.concern(Some(ConcernKind::Attempt)),
                    Incident::Serious => self.concern(None),
                    Incident::Death => {}
                }
            }
            Fact::Scored(score) => {
                if score.self_harm_item == Some(ItemAnswer::Endorsed) {
                    self.signal(SafetySignal::ItemEndorsed);
                }
            }
            Fact::JudgementMade(judgement) => {
                if judgement.criterion == Criterion::REMISSION {
                    self.judge_remission(judgement.met);
                } else if judgement.criterion == Criterion::NEAR_REMISSION {
                    self.judge_near_remission(judgement.met);
                }
            }
            Fact::Paused(_) => self.engagement = self.engagement.after(EngagementSignal::Pause),
            Fact::Resumed(_) => self.engagement = self.engagement.after(EngagementSignal::Resume),
            Fact::OutreachMade(_) => {
                self.engagement = self.engagement.after(EngagementSignal::Outreach);
            }
            Fact::Contact(contact) => {
                if contact.purpose == Some(ContactPurpose::Outreach) {
                    self.engagement = self.engagement.after(EngagementSignal::Outreach);
                }
            }
            Fact::EngagementDecided(decided) => match decided.decision {
                EngagementDecision::ContactLost => {
                    self.engagement = self.engagement.after(EngagementSignal::Loss);
                }
                EngagementDecision::Pause => {
                    self.engagement = self.engagement.after(EngagementSignal::Pause);
                }
                EngagementDecision::Continue | EngagementDecision::End => {}
            },
            Fact::Admission(admission) => {
                if admission.event == AdmissionEvent::Admitted {
                    self.engagement = self.engagement.after(EngagementSignal::Pause);
                }
            }
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

    /// The same, with so many slots of the acute contract used up.
    pub(crate) const fn with_slots(mut self, slots: u16) -> Self {
        self.slots = slots;
        self
    }
}

impl CourseState {
    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The contract region.
    #[must_use]
    pub const fn contract(&self) -> ContractRegion {
        self.contract
    }

    /// The number of the contract in force: 1 when first agreed, one more with each amendment. 0 if
    /// there is none.
    #[must_use]
    pub const fn contract_version(&self) -> u8 {
        self.contract_version
    }

    /// The focus region.
    #[must_use]
    pub const fn focus(&self) -> FocusRegion {
        self.focus
    }

    /// The number of the focus agreed: 1 when first agreed. 0 if there is none.
    #[must_use]
    pub const fn focus_version(&self) -> u8 {
        self.focus_version
    }

    /// The safety region.
    #[must_use]
    pub const fn safety(&self) -> SafetyRegion {
        self.safety
    }

    /// The kinds of concern that lack a response, as far as the record says what they are about.
    #[must_use]
    pub const fn unanswered_concerns(&self) -> ConcernKinds {
        self.unanswered
    }

    /// The engagement region.
    #[must_use]
    pub const fn engagement(&self) -> EngagementRegion {
        self.engagement
    }

    /// The consent region.
    #[must_use]
    pub const fn consent(&self) -> ConsentRegion {
        self.consent
    }

    /// The day of the opening.
    #[must_use]
    pub const fn opened_on(&self) -> NaiveDate {
        self.opened_on
    }

    /// The latest day of a fact.
    #[must_use]
    pub const fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// The day of the last session held.
    #[must_use]
    pub const fn last_held(&self) -> Option<NaiveDate> {
        self.last_held
    }

    /// What the record reports in full now.
    #[must_use]
    pub const fn reporting(&self) -> Reporting {
        self.reporting
    }

    /// The number of acute sessions held, those before the record begins included where they are
    /// known.
    #[must_use]
    pub const fn held(&self) -> u16 {
        self.held
    }

    /// The number of slots of the acute contract that are used up: sessions held, and missed ones
    /// that the contract counts.
    #[must_use]
    pub const fn slots(&self) -> u16 {
        self.slots
    }

    /// The number of sessions of the acute contract in force, if it fixes one.
    #[must_use]
    pub const fn planned(&self) -> Option<u16> {
        if self.planned == 0 {
            None
        } else {
            Some(self.planned)
        }
    }

    /// The number of sessions left under the acute contract, if it fixes a number.
    #[must_use]
    pub const fn remaining(&self) -> Option<u16> {
        match self.planned() {
            Some(planned) => Some(planned.saturating_sub(self.slots)),
            None => None,
        }
    }

    /// The number of sessions held in the initial phase.
    #[must_use]
    pub const fn initial_held(&self) -> u16 {
        self.initial_held
    }

    /// The number of sessions held in the ending.
    #[must_use]
    pub const fn ending_held(&self) -> u16 {
        self.ending_held
    }

    /// Sessions planned and used under the contract of continuation or maintenance.
    #[must_use]
    pub const fn own_contract(&self) -> Option<(u16, u16)> {
        if self.own_planned == 0 {
            None
        } else {
            Some((self.own_planned, self.own_slots))
        }
    }

    /// The initial tasks that the record shows as done.
    #[must_use]
    pub const fn tasks_done(&self) -> InitialTaskSet {
        self.tasks_done
    }

    /// The initial tasks that the record states as not done.
    #[must_use]
    pub const fn tasks_not_done(&self) -> InitialTaskSet {
        self.tasks_not_done
    }

    /// The tasks of the ending that the record shows as done.
    #[must_use]
    pub const fn ending_tasks_done(&self) -> EndingTaskSet {
        self.ending_tasks_done
    }

    /// The tasks of the ending that the record states as not done.
    #[must_use]
    pub const fn ending_tasks_not_done(&self) -> EndingTaskSet {
        self.ending_tasks_not_done
    }

    /// Whether the record begins after the beginning of treatment.
    #[must_use]
    pub const fn began_midway(&self) -> bool {
        self.began_midway
    }

    /// Whether the acute contract ends after sessions or weeks, whichever is reached first.
    #[must_use]
    pub const fn weeks_agreed(&self) -> bool {
        self.weeks_agreed
    }

    /// Whether the latest amendment of the acute contract shortened it, and the patient did not
    /// refuse.
    #[must_use]
    pub const fn early_end_agreed(&self) -> bool {
        self.early_end_agreed
    }

    /// Whether the acute contract was extended since the ending began.
    #[must_use]
    pub const fn extended_in_ending(&self) -> bool {
        self.extended_in_ending
    }

    /// Whether the end of the contract in force was announced.
    #[must_use]
    pub const fn end_announced(&self) -> bool {
        self.end_announced
    }

    /// Whether a phase after acute treatment has a contract of its own. False for the phases that
    /// run on the acute contract.
    #[must_use]
    pub const fn has_contract_for(&self, phase: Phase) -> bool {
        match phase {
            Phase::Continuation => self.continuation_contract,
            Phase::Maintenance => self.maintenance_contract,
            _ => false,
        }
    }

    /// What the latest decision on suitability was.
    #[must_use]
    pub const fn suitability(&self) -> Option<Suitability> {
        self.suitability
    }

    /// Whether a specialist plan covers what the latest exclusion screen found.
    #[must_use]
    pub const fn specialist_plan(&self) -> Stated {
        self.specialist_plan
    }

    /// What the patient answered to the latest formulation.
    #[must_use]
    pub const fn formulation_answer(&self) -> Option<PatientResponse> {
        self.formulation_answer
    }

    /// Whether the patient accepted the latest formulation, with changes or without.
    #[must_use]
    pub const fn accepted_formulation(&self) -> bool {
        matches!(
            self.formulation_answer,
            Some(PatientResponse::Accepted | PatientResponse::AcceptedWithChanges)
        )
    }

    /// Whether something was done on the focus before any was agreed.
    #[must_use]
    pub const fn focus_work_early(&self) -> bool {
        self.focus_work_early
    }

    /// Whether the patient is in remission, by the latest dated judgement or the outcome.
    #[must_use]
    pub const fn in_remission(&self) -> bool {
        self.remission
    }

    /// Whether the patient is near remission, by the latest dated judgement. None if nobody judged,
    /// or if remission was found after it was judged that the patient is not even near.
    #[must_use]
    pub const fn near_remission(&self) -> Option<bool> {
        self.near_remission
    }

    /// Whether the patient died or a serious incident froze the course.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// The questions that the latest exclusion screen answered yes. Which of them exclude is the
    /// protocol's to say.
    #[must_use]
    pub const fn screen_present(&self) -> ScreenSet {
        self.screen_present
    }

    /// The questions that the latest exclusion screen answered, yes or no.
    #[must_use]
    pub const fn screen_answered(&self) -> ScreenSet {
        self.screen_present.union(self.screen_absent)
    }

    /// The number of active items of the focus.
    #[must_use]
    pub fn active_foci(&self) -> usize {
        self.active_items().count()
    }

    /// The areas of the active items that are one of the four.
    #[must_use]
    pub fn active_areas(&self) -> AreaSet {
        self.active_items().filter_map(|item| item.area).collect()
    }

    fn active_items(&self) -> impl Iterator<Item = &AgreedItem> {
        let items = self.agreed.iter().flatten();
        items.filter(|item| item.status == FocusStatus::Active)
    }

    /// What the safety region heard on the latest day.
    pub(crate) const fn safety_signals(&self) -> SafetySignals {
        self.today.safety_heard
    }
}
