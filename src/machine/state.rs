//! The state of a course: small, `Copy`, derived from the record by one function.

mod apply;

use chrono::NaiveDate;

use super::region::{
    ConsentRegion, ContractRegion, EngagementRegion, FocusRegion, SafetyRegion, SafetySignals,
};
use crate::{
    record::{
        contract::MissedSessionPolicy,
        focus::PatientResponse,
        safety::ConcernKinds,
        setting::{Opened, ScreenSet, Suitability},
    },
    vocabulary::{
        AreaSet, EndingTaskSet, FocusStatus, InitialTaskSet, Phase, ProblemArea, Reporting, Stated,
    },
};

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
