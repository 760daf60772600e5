//! The state of a course: small, `Copy`, derived from the record by one function.

use chrono::NaiveDate;

use super::region::{
    ConsentRegion, ConsentSignal, ContractRegion, ContractSignal, EngagementRegion,
    EngagementSignal, FocusRegion, FocusSignal, SafetyRegion, SafetySignal, SafetySignals,
};
use crate::{
    base::set::{enum_set, vocabulary},
    measure::ItemAnswer,
    record::{
        Fact,
        contact::{AdmissionEvent, ContactPurpose, EngagementDecision},
        contract::{ContractScope, MissedSessionPolicy},
        ending::ClinicalResult,
        focus::PatientResponse,
        safety::{EnquiryBasis, EnquiryResult, Incident},
        session::{Attendance, Session},
        setting::{ConsentState, Opened, ScreenSet, Suitability},
    },
    vocabulary::{
        AreaSet, Criterion, EndingTask, EndingTaskSet, FocusItem, FocusStatus, InitialTaskSet,
        Phase, Reporting, Stated, Track,
    },
};

vocabulary! {
    /// Something that the record has shown.
    pub open enum Mark {
        /// The record begins after the beginning of treatment.
        BeganMidway = "began_midway",
        /// The contract of acute treatment ends after sessions or weeks, whichever is reached
        /// first.
        WeeksAgreed = "weeks_agreed",
        /// The patient was found suitable, with or without cautions.
        Suitable = "suitable",
        /// The patient was found unsuitable.
        Unsuitable = "unsuitable",
        /// A specialist plan covers what the exclusion screen found.
        SpecialistPlan = "specialist_plan",
        /// It is stated that none does.
        NoSpecialistPlan = "no_specialist_plan",
        /// The latest formulation was accepted.
        FormulationAccepted = "formulation_accepted",
        /// The latest formulation was rejected.
        FormulationRejected = "formulation_rejected",
        /// The end of the contract in force was announced.
        EndAnnounced = "end_announced",
        /// It was announced on the latest day: whether before or after the contract changed that
        /// day is not asked.
        EndAnnouncedToday = "end_announced_today",
        /// The acute contract was extended since the ending began.
        ExtendedInEnding = "extended_in_ending",
        /// Treatment went back from the ending on the latest day: an extension of that day counts
        /// as agreed in the ending.
        EndingLeftToday = "ending_left_today",
        /// An early end was agreed.
        EarlyEndAgreed = "early_end_agreed",
        /// Continuation has a contract of its own.
        ContinuationContract = "continuation_contract",
        /// Maintenance has a contract of its own.
        MaintenanceContract = "maintenance_contract",
        /// Remission, by a dated judgement or the outcome.
        Remission = "remission",
        /// Near remission, by a dated judgement.
        NearRemission = "near_remission",
        /// It was judged that the patient is not even near remission.
        NotNearRemission = "not_near_remission",
        /// The patient died, or a serious incident froze the course.
        Frozen = "frozen",
        /// Something was done on the focus before any was agreed.
        FocusWorkEarly = "focus_work_early",
    }
}

enum_set! {
    /// What the record has shown.
    pub struct Marks(u32) of Mark;
}

/// An item of the agreed focus in one byte: area or unlisted, and status.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
struct FocusCode(u8);

impl FocusCode {
    const UNLISTED: u8 = 7;

    fn of(item: &FocusItem) -> Self {
        let on = item.on.area().map_or(Self::UNLISTED, |area| area as u8);
        Self(1 + on + ((item.status as u8) << 4))
    }

    fn is_active(self) -> bool {
        self.0 != 0 && self.0 >> 4 == FocusStatus::Active as u8
    }

    fn area(self) -> Option<crate::ProblemArea> {
        crate::ProblemArea::ALL
            .get(usize::from((self.0 & 0xf).checked_sub(1)?))
            .copied()
    }
}

/// Where a course stands.
///
/// The state is a fold of the record and is never stored. It fits in a cache line, so that a
/// dashboard can keep a million of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CourseState {
    opened_on: NaiveDate,
    last_day: NaiveDate,
    last_held: Option<NaiveDate>,
    tasks_done: InitialTaskSet,
    tasks_not: InitialTaskSet,
    marks: Marks,
    ending_done: EndingTaskSet,
    ending_not: EndingTaskSet,
    reporting: Reporting,
    held: u16,
    slots: u16,
    planned: u16,
    initial_held: u16,
    ending_held: u16,
    own_slots: u16,
    own_planned: u16,
    foci: [FocusCode; 4],
    phase: Phase,
    contract: ContractRegion,
    contract_version: u8,
    focus: FocusRegion,
    focus_version: u8,
    safety: SafetyRegion,
    safety_before: SafetyRegion,
    signals: SafetySignals,
    screen_present: ScreenSet,
    screen_absent: ScreenSet,
    engagement: EngagementRegion,
    consent: ConsentRegion,
    missed_policy: MissedSessionPolicy,
    notice_hours: u8,
}

const _: () = assert!(
    size_of::<CourseState>() <= 64,
    "the state of a course fits in a cache line"
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
        let midway = opened.sessions_before.is_some_and(|sessions| sessions > 0)
            || opened.phase > Phase::Initial;
        Self {
            opened_on: on,
            last_day: on,
            last_held: None,
            tasks_done: InitialTaskSet::EMPTY,
            tasks_not: InitialTaskSet::EMPTY,
            marks: if midway {
                Marks::from(Mark::BeganMidway)
            } else {
                Marks::EMPTY
            },
            ending_done: EndingTaskSet::EMPTY,
            ending_not: EndingTaskSet::EMPTY,
            reporting: opened.reporting,
            held: opened.sessions_before.unwrap_or(0),
            slots: opened.sessions_before.unwrap_or(0),
            planned: 0,
            initial_held: 0,
            ending_held: 0,
            own_slots: 0,
            own_planned: 0,
            foci: [FocusCode::default(); 4],
            phase: opened.phase,
            contract: ContractRegion::None,
            contract_version: 0,
            focus: FocusRegion::None,
            focus_version: 0,
            safety: SafetyRegion::NoOpenConcern,
            safety_before: SafetyRegion::NoOpenConcern,
            signals: SafetySignals::EMPTY,
            screen_present: ScreenSet::EMPTY,
            screen_absent: ScreenSet::EMPTY,
            engagement: EngagementRegion::Active,
            consent: ConsentRegion::NotRecorded,
            missed_policy: MissedSessionPolicy::Never,
            notice_hours: 0,
        }
    }

    /// The state after a fact of a day that is not earlier than the last: the step of every fold.
    #[allow(
        clippy::too_many_lines,
        reason = "one arm a fact: the compiler lists what a new fact has to say"
    )]
    pub(crate) fn apply(&mut self, on: NaiveDate, fact: &Fact) {
        if on != self.last_day {
            self.safety_before = self.safety;
            self.signals = SafetySignals::EMPTY;
            self.set(Mark::EndAnnouncedToday, false);
            self.set(Mark::EndingLeftToday, false);
            self.last_day = on;
        }
        let shown = fact.tasks_shown();
        self.tasks_done = self.tasks_done.union(shown.initial);
        self.tasks_not = self
            .tasks_not
            .union(shown.initial_not)
            .difference(self.tasks_done);
        if shown.ending.contains(EndingTask::AnnounceEnd) {
            self.mark(Mark::EndAnnounced);
            self.mark(Mark::EndAnnouncedToday);
        }
        self.ending_done = self.ending_done.union(shown.ending);
        self.ending_not = self
            .ending_not
            .union(shown.ending_not)
            .difference(self.ending_done);

        match fact {
            Fact::ReportingChanged(changed) => self.reporting = changed.reporting,
            Fact::PhaseBegun(begun) => self.enter(begun.phase),
            Fact::Closed(closed) => {
                if matches!(closed.result, ClinicalResult::Remitted) {
                    self.remission(true);
                }
                self.enter(Phase::Closed);
            }
            Fact::Session(session) => self.session(on, session),
            Fact::ScreeningDone(screen) => {
                self.screen_present = screen.present;
                self.screen_absent = screen.absent;
                self.set(Mark::SpecialistPlan, screen.specialist_plan.is_done());
                self.set(
                    Mark::NoSpecialistPlan,
                    screen.specialist_plan == Stated::NotDone,
                );
            }
            Fact::SuitabilityDecided(decided) => {
                self.set(Mark::Suitable, decided.decision != Suitability::Unsuitable);
                self.set(
                    Mark::Unsuitable,
                    decided.decision == Suitability::Unsuitable,
                );
            }
            Fact::ConsentRecorded(consent) => {
                self.consent = self.consent.after(match consent.state {
                    ConsentState::Given => ConsentSignal::Given,
                    ConsentState::Limited => ConsentSignal::Limited,
                    ConsentState::Withdrawn => ConsentSignal::Withdrawn,
                });
            }
            Fact::FormulationGiven(_) => {
                self.focus = self.focus.after(FocusSignal::Proposal);
                self.set(Mark::FormulationAccepted, false);
                self.set(Mark::FormulationRejected, false);
            }
            Fact::FormulationAnswered(answer) => {
                let accepted = matches!(
                    answer.response,
                    PatientResponse::Accepted | PatientResponse::AcceptedWithChanges
                );
                let rejected = answer.response == PatientResponse::Rejected;
                self.set(Mark::FormulationAccepted, accepted);
                self.set(Mark::FormulationRejected, rejected);
                if rejected {
                    self.focus = self.focus.after(FocusSignal::Rejection);
                }
            }
            Fact::FocusAgreed(agreed) => {
                self.focus = self.focus.after(FocusSignal::Agreement);
                self.focus_version = self.focus_version.saturating_add(1);
                self.foci = [FocusCode::default(); 4];
                for (code, item) in self.foci.iter_mut().zip(&agreed.items) {
                    *code = FocusCode::of(item);
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
                        self.set(
                            Mark::WeeksAgreed,
                            planned > 0 && agreed.frame.weeks().is_some(),
                        );
                        self.set(Mark::EndAnnounced, self.shows(Mark::EndAnnouncedToday));
                    }
                    ContractScope::Continuation | ContractScope::Maintenance => {
                        self.mark(if agreed.scope == ContractScope::Continuation {
                            Mark::ContinuationContract
                        } else {
                            Mark::MaintenanceContract
                        });
                        self.own_planned = planned;
                        self.own_slots = 0;
                    }
                }
                self.policy(agreed.missed_sessions, agreed.notice_hours);
            }
            Fact::ContractAmended(amended) => {
                self.contract_version = self.contract_version.saturating_add(1);
                self.policy(amended.missed_sessions, None);
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
                        self.set(
                            Mark::EarlyEndAgreed,
                            shorter && amended.patient_agreed != Stated::NotDone,
                        );
                        let refused = amended.patient_agreed == Stated::NotDone;
                        if longer
                            && !refused
                            && (self.phase == Phase::Termination
                                || self.shows(Mark::EndingLeftToday))
                        {
                            self.mark(Mark::ExtendedInEnding);
                        }
                        if planned != self.planned {
                            self.set(Mark::EndAnnounced, self.shows(Mark::EndAnnouncedToday));
                        }
                        self.planned = planned;
                        self.set(Mark::WeeksAgreed, planned > 0 && frame.weeks().is_some());
                    }
                }
            }
            Fact::EnquiryMade(enquiry) => self.enquiry(enquiry.result, enquiry.basis),
            Fact::ConcernRaised(_) => self.signal(SafetySignal::Concern),
            Fact::SafetyResponse(_) => self.signal(SafetySignal::Response),
            Fact::SafetyReassessed(reassessed) => {
                self.signal(if reassessed.concern_stands {
                    SafetySignal::Stands
                } else {
                    SafetySignal::Resolved
                });
            }
            Fact::SafetyHandedOver(_) => self.signal(SafetySignal::HandOver),
            Fact::IncidentRecorded(incident) => {
                if matches!(incident.incident, Incident::Death | Incident::Serious) {
                    self.mark(Mark::Frozen);
                }
            }
            Fact::Scored(score) => {
                if score.self_harm_item == Some(ItemAnswer::Endorsed) {
                    self.signal(SafetySignal::ItemEndorsed);
                }
            }
            Fact::JudgementMade(judgement) => {
                if judgement.criterion == Criterion::REMISSION {
                    self.remission(judgement.met);
                } else if judgement.criterion == Criterion::NEAR_REMISSION {
                    self.near_remission(judgement.met);
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
            | Fact::DisputeDetailed(_)
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
        if let Some(phase) = session.phase {
            if phase != self.phase && phase != Phase::Closed {
                self.enter(phase);
            }
        }
        for score in &session.scores {
            if score.self_harm_item == Some(ItemAnswer::Endorsed) {
                self.signal(SafetySignal::ItemEndorsed);
            }
        }
        if let Some(enquiry) = &session.enquiry {
            self.enquiry(enquiry.result, enquiry.basis);
        }
        let counts = self.counts(session);
        if session.attendance.is_held() {
            self.last_held = Some(on);
            self.engagement = self.engagement.after(EngagementSignal::Held);
            if self.focus != FocusRegion::Agreed
                && !session.strategies.is_empty()
                && !self.began_midway()
            {
                self.mark(Mark::FocusWorkEarly);
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
            if counts {
                self.slots = self.slots.saturating_add(1);
            }
        } else if self.phase.has_own_contract() && counts {
            self.own_slots = self.own_slots.saturating_add(1);
        }
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
        }
    }

    /// That remission is not reached leaves open whether it is near.
    fn remission(&mut self, met: bool) {
        self.set(Mark::Remission, met);
        if met {
            self.set(Mark::NotNearRemission, false);
        }
    }

    /// Who is not near remission is not in it either.
    fn near_remission(&mut self, met: bool) {
        self.set(Mark::NearRemission, met);
        self.set(Mark::NotNearRemission, !met);
        if !met {
            self.set(Mark::Remission, false);
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

    fn signal(&mut self, signal: SafetySignal) {
        self.signals = self.signals.with(signal);
        self.safety = self.safety_before.after_all(self.signals);
    }

    fn enter(&mut self, phase: Phase) {
        if self.phase.is_acute() && !phase.is_acute() {
            self.contract = self.contract.after(ContractSignal::End);
        }
        if phase == Phase::Termination {
            self.set(Mark::ExtendedInEnding, false);
        }
        if self.phase == Phase::Termination && phase == Phase::Middle {
            self.mark(Mark::EndingLeftToday);
        }
        self.phase = phase;
    }

    /// The same, with so many slots of the acute contract used up.
    pub(crate) const fn with_slots(mut self, slots: u16) -> Self {
        self.slots = slots;
        self
    }

    fn mark(&mut self, mark: Mark) {
        self.marks = self.marks.with(mark);
    }

    fn set(&mut self, mark: Mark, on: bool) {
        self.marks = if on {
            self.marks.with(mark)
        } else {
            self.marks.without(mark)
        };
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
        self.tasks_not
    }

    /// The tasks of the ending that the record shows as done.
    #[must_use]
    pub const fn ending_tasks_done(&self) -> EndingTaskSet {
        self.ending_done
    }

    /// The tasks of the ending that the record states as not done.
    #[must_use]
    pub const fn ending_tasks_not_done(&self) -> EndingTaskSet {
        self.ending_not
    }

    /// Whether the record has shown something.
    #[must_use]
    pub const fn shows(&self, mark: Mark) -> bool {
        self.marks.contains(mark)
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
        self.foci.iter().filter(|code| code.is_active()).count()
    }

    /// The areas of the active items that are one of the four.
    #[must_use]
    pub fn active_areas(&self) -> AreaSet {
        self.foci
            .iter()
            .filter(|code| code.is_active())
            .filter_map(|code| code.area())
            .collect()
    }

    /// What the safety region heard today.
    pub(crate) const fn safety_signals(&self) -> SafetySignals {
        self.signals
    }

    pub(crate) const fn began_midway(&self) -> bool {
        self.marks.contains(Mark::BeganMidway)
    }
}
