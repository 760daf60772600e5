//! The conditions under which a step is by the book: name, rule code, test – one row each.
//!
//! A condition that was not met when a step was taken is a finding under the same code.

use chrono::NaiveDate;

use super::region::{ContractRegion, FocusRegion};
use super::state::CourseState;
use crate::{
    base::set::{enum_set, vocabulary},
    protocol::Protocol,
    record::{
        Fact,
        ending::EndMode,
        focus::PatientResponse,
        session::{Attendance, Session, SessionKind},
        setting::Suitability,
    },
    vocabulary::{
        EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, Phase, Reporting, RuleCode, Stated,
        Topic, Track,
    },
};

vocabulary! {
    /// What a question about the record comes to.
    pub closed enum Answer {
        /// It holds.
        Holds = "holds",
        /// It does not hold.
        Fails = "does_not_hold",
        /// It does not apply.
        DoesNotApply = "does_not_apply",
        /// It cannot be told: the record does not say, and does not report the topic in full.
        CannotTell = "cannot_be_told",
    }
}

/// What a condition looks at.
pub(crate) struct GuardCtx<'a> {
    /// The day on which the step was or would be taken.
    pub(crate) on: NaiveDate,
    /// The phase in which the step was or would be taken.
    pub(crate) from: Phase,
    /// The phase it leads into; the same for what stays.
    pub(crate) to: Phase,
    /// What the record shows.
    pub(crate) state: &'a CourseState,
    /// The protocol in force.
    pub(crate) protocol: &'a Protocol,
    /// The fact, if one is given; only its kind is known otherwise.
    pub(crate) fact: Option<&'a Fact>,
}

impl GuardCtx<'_> {
    /// What silence means: absence where the topic is reported in full, nothing otherwise.
    fn silence(&self, topics: impl Into<Reporting>) -> Answer {
        if self.state.reporting().includes(topics.into()) {
            Answer::Fails
        } else {
            Answer::CannotTell
        }
    }

    /// The same for what may have happened before a record that begins in mid-course.
    fn silence_since_start(&self, topic: impl Into<Reporting>) -> Answer {
        if self.state.began_midway() {
            Answer::CannotTell
        } else {
            self.silence(topic)
        }
    }

    /// Whether each concern has its response. That none is written may mean that safety is recorded
    /// elsewhere.
    fn concerns_answered(&self, state: &CourseState) -> Answer {
        if state.safety().lacks_response() {
            self.silence(Topic::Safety)
        } else {
            Answer::Holds
        }
    }

    fn session(&self) -> Option<&Session> {
        match self.fact {
            Some(Fact::Session(session)) => Some(session),
            _ => None,
        }
    }

    /// The initial tasks of the protocol that are open: stated as not done or not shown, and what
    /// that comes to. Where some are known not to be done, those of which nothing is known are not
    /// counted with them.
    pub(crate) fn open_initial_tasks(&self) -> (InitialTaskSet, Answer) {
        let open = self.initial_tasks_not_shown();
        let told = |task: &InitialTask| {
            self.state.tasks_not_done().contains(*task)
                || self.silence_since_start(initial_topics(*task)) == Answer::Fails
        };
        let not_done: InitialTaskSet = open.iter().filter(told).collect();
        if open.is_empty() {
            (open, Answer::Holds)
        } else if not_done.is_empty() {
            (open, Answer::CannotTell)
        } else {
            (not_done, Answer::Fails)
        }
    }

    /// The initial tasks of the protocol that the record does not show as done, whether or not it
    /// says so.
    pub(crate) fn initial_tasks_not_shown(&self) -> InitialTaskSet {
        self.protocol
            .spec()
            .initial
            .tasks
            .value
            .difference(self.state.tasks_done())
    }

    /// The tasks of the ending that are open, and what that comes to.
    pub(crate) fn open_ending_tasks(&self) -> (EndingTaskSet, Answer) {
        // The outcome is a fact of its own, and some tasks apply only to some courses.
        let due = self
            .protocol
            .spec()
            .ending
            .tasks
            .value
            .without(EndingTask::OutcomeRecorded);
        let open = due.difference(self.state.ending_tasks_done());
        let denied = open.intersection(self.state.ending_tasks_not_done());
        let answer = if open.is_empty() {
            Answer::Holds
        } else if !denied.is_empty() {
            Answer::Fails
        } else {
            self.silence(Topic::Ending)
        };
        (open, answer)
    }
}

/// The topics of the facts that show an initial task: that it was not done is known where they are
/// all reported.
pub(crate) const fn initial_topics(task: InitialTask) -> Reporting {
    let topic = match task {
        // A contract may name the contact in a crisis.
        InitialTask::ContingencyTalk => {
            return Reporting::of(&[Topic::InitialTasks, Topic::Agreements]);
        }
        InitialTask::ConsentAndLimits
        | InitialTask::ProblemAreaSelection
        | InitialTask::Formulation
        | InitialTask::PatientAgreement
        | InitialTask::TreatmentContract
        | InitialTask::TreatmentGoals => Topic::Agreements,
        InitialTask::SuicideEnquiry => Topic::Safety,
        InitialTask::BaselineSeverity => Topic::Measures,
        InitialTask::MedicationEvaluation => Topic::Medication,
        _ => Topic::InitialTasks,
    };
    Reporting::of(&[topic])
}

macro_rules! guards {
    ($( $(#[doc = $doc:literal])+ $Name:ident = $name:literal, $code:literal, $later:ident, $content:ident, $test:expr; )+) => {
        vocabulary! {
            /// A condition under which a step is by the book.
            pub open enum Guard {
                $( $(#[doc = $doc])+ $Name = $name, )+
            }
        }

        impl Guard {
            /// The code of the rule that the condition enforces.
            #[must_use]
            pub const fn code(self) -> RuleCode {
                match self { $( Self::$Name => RuleCode::from_static($code), )+ }
            }

            /// Whether meeting the condition later remedies the finding.
            #[must_use]
            pub const fn can_be_met_later(self) -> bool {
                match self { $( Self::$Name => guards!(@$later), )+ }
            }

            /// Whether the answer depends on what the fact says, so that its kind alone does not
            /// give it.
            #[must_use]
            pub const fn depends_on_content(self) -> bool {
                match self { $( Self::$Name => guards!(@$content), )+ }
            }

            pub(crate) fn answer(self, ctx: &GuardCtx<'_>) -> Answer {
                match self { $( Self::$Name => { let test: fn(&GuardCtx<'_>) -> Answer = $test; test(ctx) } )+ }
            }
        }
    };
    (@later) => { true };
    (@never) => { false };
    (@content) => { true };
    (@kind) => { false };
}

guards! {
    /// The step follows the protocol's list of phases.
    PhaseOrder = "phase_order", "IPT-011", never, kind, |ctx| {
        if ctx.from == ctx.to {
            match ctx.fact {
                Some(Fact::PhaseBegun(begun)) if begun.module.is_some() => Answer::Holds,
                _ => Answer::Fails,
            }
        } else {
            // How a course came into a phase that the protocol does not have is found where it did;
            // from there the list gives no order, so going on is nobody's fault.
            match ctx.protocol.follows(ctx.from, ctx.to) {
                true => Answer::Holds,
                false if ctx.protocol.goes_on(ctx.from, ctx.to) => Answer::DoesNotApply,
                false => Answer::Fails,
            }
        }
    };
    /// The patient was found suitable for IPT.
    FoundSuitable = "found_suitable", "IPT-015", later, kind, |ctx| {
        match ctx.state.suitability() {
            Some(decision) => holds_if(decision != Suitability::Unsuitable),
            None => ctx.silence_since_start(Topic::InitialTasks),
        }
    };
    /// Each excluding question of the screen is answered.
    ScreenAnswered = "screen_answered", "IPT-016", later, kind, |ctx| {
        let excluded = ctx.protocol.spec().population.excluded.value;
        if !ctx.protocol.spec().initial.tasks.value.contains(InitialTask::Screening) || excluded.is_empty() {
            Answer::DoesNotApply
        } else if ctx.state.screen_answered().includes(excluded) {
            Answer::Holds
        } else if ctx.state.tasks_not_done().contains(InitialTask::Screening) {
            Answer::Fails
        } else {
            ctx.silence_since_start(Topic::InitialTasks)
        }
    };
    /// What the screen found is covered by a specialist plan.
    ScreenClear = "screen_clear", "IPT-017", later, kind, |ctx| {
        let excluded = ctx.protocol.spec().population.excluded.value;
        if ctx.state.screen_present().intersection(excluded).is_empty() {
            return Answer::DoesNotApply;
        }
        match ctx.state.specialist_plan() {
            Stated::Done => Answer::Holds,
            Stated::NotDone => Answer::Fails,
            Stated::NotReported => ctx.silence(Topic::InitialTasks),
        }
    };
    /// The initial tasks of the protocol are done.
    InitialTasksDone = "initial_tasks_done", "IPT-100", later, kind, |ctx| ctx.open_initial_tasks().1;
    /// A focus is agreed.
    FocusIsAgreed = "focus_is_agreed", "IPT-055", later, kind, |ctx| {
        if ctx.state.focus() == FocusRegion::Agreed {
            holds_if(ctx.state.active_foci() > 0)
        } else if ctx.state.tasks_not_done().contains(InitialTask::ProblemAreaSelection) {
            Answer::Fails
        } else {
            ctx.silence_since_start(Topic::Agreements)
        }
    };
    /// The patient accepted the formulation.
    FormulationIsAccepted = "formulation_is_accepted", "IPT-077", later, kind, |ctx| {
        if ctx.state.accepted_formulation() {
            Answer::Holds
        } else if ctx.state.formulation_answer() == Some(PatientResponse::Rejected)
            || ctx.state.tasks_not_done().contains(InitialTask::PatientAgreement)
        {
            Answer::Fails
        } else if ctx.state.tasks_done().contains(InitialTask::PatientAgreement) {
            Answer::Holds
        } else {
            ctx.silence_since_start(Topic::Agreements)
        }
    };
    /// A contract is agreed.
    ContractIsAgreed = "contract_is_agreed", "IPT-085", later, kind, |ctx| {
        if ctx.state.contract() == ContractRegion::Agreed {
            Answer::Holds
        } else if ctx.state.tasks_not_done().contains(InitialTask::TreatmentContract) {
            Answer::Fails
        } else if ctx.state.tasks_done().contains(InitialTask::TreatmentContract) {
            Answer::Holds
        } else {
            ctx.silence_since_start(Topic::Agreements)
        }
    };
    /// The end has been announced.
    EndIsAnnounced = "end_is_announced", "IPT-200", later, kind, |ctx| {
        if ctx.state.end_announced() {
            Answer::Holds
        } else if ctx.state.ending_tasks_not_done().contains(EndingTask::AnnounceEnd) {
            Answer::Fails
        } else {
            ctx.silence_since_start(Topic::Ending)
        }
    };
    /// The end is no further away than the ending is long, or an early end was agreed.
    EndIsNear = "end_is_near", "IPT-103", never, kind, |ctx| {
        match ctx.state.remaining() {
            None => Answer::DoesNotApply,
            Some(_) if ctx.state.early_end_agreed() => Answer::DoesNotApply,
            Some(left) if left <= ctx.protocol.spec().ending.sessions_max.value => Answer::Holds,
            // Where weeks end the contract as well, fewer sessions may be left than were agreed.
            Some(_) if ctx.state.weeks_agreed() => Answer::DoesNotApply,
            Some(_) if ctx.state.reporting().contains(Topic::Sessions) => Answer::Fails,
            Some(_) => Answer::CannotTell,
        }
    };
    /// The contract was extended before treatment goes back from the ending.
    ExtendedBefore = "extended_before", "IPT-105", never, kind, |ctx| {
        if ctx.state.extended_in_ending() { Answer::Holds } else { ctx.silence_since_start(Topic::Agreements) }
    };
    /// The tasks of the ending are done.
    EndingTasksDone = "ending_tasks_done", "IPT-203", later, kind, |ctx| {
        if ctx.protocol.phase(Phase::Termination).is_some() { ctx.open_ending_tasks().1 } else { Answer::DoesNotApply }
    };
    /// Sessions are left only if the course did not run as contracted.
    EndModeFits = "end_mode_fits", "IPT-106", never, content, |ctx| {
        match ctx.fact {
            Some(Fact::Closed(closed)) if closed.mode == EndMode::CompletedAsContracted => match ctx.state.remaining() {
                None => Answer::DoesNotApply,
                Some(0) => Answer::Holds,
                // Nor does a contract whose weeks may have been reached before its sessions.
                Some(_) if !ctx.from.is_acute() || ctx.state.weeks_agreed() => Answer::DoesNotApply,
                Some(_) => ctx.silence(Topic::Sessions),
            },
            _ => Answer::DoesNotApply,
        }
    };
    /// No concern is left open that nobody answered or took over.
    ConcernHandedOver = "concern_handed_over", "IPT-215", later, content, |ctx| {
        let outside = matches!(ctx.fact, Some(Fact::Closed(closed)) if closed.mode.came_from_outside());
        if outside { Answer::DoesNotApply } else { ctx.concerns_answered(ctx.state) }
    };
    /// The session lies within the contract.
    WithinContract = "within_contract", "IPT-107", never, content, |ctx| {
        // A crisis is answered whatever the contract says; a session that did not take place is
        // none too many.
        let counted = ctx.session().is_none_or(|session| {
            session.track == Track::Main && session.kind != SessionKind::Crisis && session.attendance.is_held()
        });
        let makes_up = ctx.session().is_some_and(|session| ctx.state.makes_up(ctx.on, session));
        match ctx.state.planned() {
            Some(planned) if counted && ctx.to.is_acute() => holds_if(makes_up || ctx.state.slots() < planned),
            _ => Answer::DoesNotApply,
        }
    };
    /// Sessions of continuation and maintenance run on a contract of their own.
    OwnContractRuns = "own_contract_runs", "IPT-220", later, kind, |ctx| {
        own_contract(ctx, ctx.silence_since_start(Topic::Agreements))
    };
    /// Continuation or maintenance has a contract of its own.
    OwnContractAgreed = "own_contract_agreed", "IPT-220", later, kind, |ctx| {
        own_contract(ctx, ctx.silence(Topic::Agreements))
    };
    /// Acute treatment is over.
    AcuteTreatmentOver = "acute_treatment_over", "IPT-011", never, kind, |ctx| {
        if !ctx.from.is_acute() {
            Answer::Holds
        } else if ctx.protocol.goes_on(ctx.from, ctx.to) {
            Answer::DoesNotApply
        } else {
            Answer::Fails
        }
    };
    /// The patient is in remission or near it.
    NearRemission = "near_remission", "IPT-221", never, kind, |ctx| {
        match ctx.state.near_remission() {
            _ if ctx.state.in_remission() => Answer::Holds,
            Some(near) => holds_if(near),
            None => ctx.silence_since_start(Topic::Measures),
        }
    };
    /// No concern lacks a documented response.
    NoUnansweredConcern = "no_unanswered_concern", "IPT-189", later, kind, |ctx| ctx.concerns_answered(ctx.state);
    /// Ordinary work waits until a concern has its response.
    NoOrdinaryWork = "no_ordinary_work", "IPT-190", later, content, |ctx| {
        match (ctx.session(), ctx.fact) {
            (Some(session), Some(fact))
                if session.attendance.is_held()
                    && session.kind != SessionKind::Crisis
                    && (!session.strategies.is_empty() || !session.worked_on.is_empty()) =>
            {
                // What the session itself asked or found counts: a note is one whole.
                let mut after = *ctx.state;
                after.apply(ctx.on, fact);
                ctx.concerns_answered(&after)
            }
            _ => Answer::DoesNotApply,
        }
    };
    /// A patient who stays away while a concern is active is sought on that day. Whether that will
    /// be done cannot be told when the absence is written down.
    PatientSought = "patient_sought", "IPT-194", never, content, |ctx| {
        match ctx.session() {
            Some(session)
                if session.attendance == Attendance::DidNotAttend && ctx.state.safety().is_active() =>
            {
                Answer::CannotTell
            }
            _ => Answer::DoesNotApply,
        }
    };
}

enum_set! {
    /// A set of conditions.
    pub struct GuardSet(u32) of Guard;
}

const fn holds_if(condition: bool) -> Answer {
    if condition {
        Answer::Holds
    } else {
        Answer::Fails
    }
}

fn own_contract(ctx: &GuardCtx<'_>, silence: Answer) -> Answer {
    if !ctx.to.has_own_contract() {
        Answer::DoesNotApply
    } else if ctx.state.has_contract_for(ctx.to) {
        Answer::Holds
    } else {
        silence
    }
}
