//! The shortest way to a step that is not by the book now.
//!
//! The search asks the machine itself: the same table of steps, the same conditions, the same fold.
//! What it may use to meet a condition is the list of [`Needed`], one kind of fact for each thing
//! that a condition can ask.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    course::Course,
    machine::{
        CourseState, Decision, Guard, GuardCtx, GuardSet, RefusalError, Trigger, decide, entered_by,
    },
    measure::{InstrumentId, Score},
    protocol::Protocol,
    record::{
        Fact,
        contact::Resumed,
        contract::{ContractAgreed, ContractAmended, ContractScope, TimeFrame, TimeFrameKind},
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        focus::{FocusAgreed, FormulationAnswered, PatientResponse},
        review::JudgementMade,
        safety::{Enquiry, SafetyAction, SafetyResponse},
        session::Session,
        setting::{PhaseBegun, ScreenSet, ScreeningDone, Suitability, SuitabilityDecided},
    },
    vocabulary::{
        Criterion, EndingTask, EndingTaskSet, FocusItem, InitialTask, InitialTaskSet, Phase,
        PhaseSet, ProblemArea, RuleCode, Stated, Task, TaskNote,
    },
};

/// A kind of fact that is needed, with what it has to say.
///
/// | condition | what meets it |
/// | --- | --- |
/// | found suitable | [`Suitability`](Self::Suitability) |
/// | screen answered, screen clear | [`Screening`](Self::Screening) |
/// | focus is agreed | [`Focus`](Self::Focus) |
/// | formulation is accepted | [`Formulation`](Self::Formulation) |
/// | contract is agreed, own contract runs, own contract agreed | [`Contract`](Self::Contract) |
/// | initial tasks done | [`InitialTasks`](Self::InitialTasks), without those that one of the above shows |
/// | end is announced | [`Announcement`](Self::Announcement) |
/// | end is near, end mode fits | [`Sessions`](Self::Sessions) |
/// | ending tasks done | [`EndingTasks`](Self::EndingTasks) |
/// | extended before, within contract | [`Extension`](Self::Extension) |
/// | near remission | [`NearRemission`](Self::NearRemission) |
/// | no unanswered concern, concern handed over, no ordinary work | [`Response`](Self::Response) |
/// | phase order, acute treatment over | [`Phase`](Self::Phase), where a phase lies between |
///
/// An early end is not among them although a contract that is shortened, or agreed anew, brings the
/// end near: that is a decision about treatment, not something that is missing. Other phases are
/// gone through for the sake of a phase alone: sessions are held, and a course is closed, from
/// where it stands. A session note can hold several of these at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Needed {
    /// The decision that IPT suits the patient.
    Suitability,
    /// The exclusion screen, with an answer to each excluding question.
    Screening {
        /// What the latest screen found; every other excluding question is answered no.
        present: ScreenSet,
        /// The excluding questions of the protocol.
        excluded: ScreenSet,
    },
    /// A focus that is agreed.
    Focus {
        /// The first area of the protocol; any other does as well.
        area: ProblemArea,
    },
    /// That the patient accepts the formulation.
    Formulation,
    /// A contract.
    Contract {
        /// What it covers.
        scope: ContractScope,
        /// The protocol's typical number of sessions, or its typical length, as it allows; another
        /// does as well.
        frame: TimeFrame,
    },
    /// The least extension of the acute contract.
    Extension {
        /// The number of sessions from the start of the contract.
        sessions: u16,
    },
    /// Initial tasks, each a fact.
    InitialTasks(InitialTaskSet),
    /// That the end is announced.
    Announcement,
    /// So many sessions held, each a fact.
    Sessions(u16),
    /// Tasks of the ending, each a fact.
    EndingTasks(EndingTaskSet),
    /// The response to a concern.
    Response,
    /// The judgement that the patient is near remission.
    NearRemission,
    /// A phase that begins.
    Phase(Phase),
}

impl Needed {
    /// How many facts it is.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Self::InitialTasks(tasks) => tasks.len(),
            Self::EndingTasks(tasks) => tasks.len(),
            Self::Sessions(sessions) => sessions as usize,
            _ => 1,
        }
    }

    /// The facts with nothing but what matters here. They are templates: what else a fact has to
    /// say, the record does not know.
    pub fn facts(self) -> impl Iterator<Item = Fact> {
        let this = self;
        let (initial, ending, others) = match this {
            Self::InitialTasks(tasks) => (tasks, EndingTaskSet::EMPTY, 0),
            Self::EndingTasks(tasks) => (InitialTaskSet::EMPTY, tasks, 0),
            _ => (InitialTaskSet::EMPTY, EndingTaskSet::EMPTY, this.count()),
        };
        let tasks = initial
            .iter()
            .map(Task::from)
            .chain(ending.iter().map(Task::from));
        let others = core::iter::repeat_n((), others).filter_map(move |()| this.template());
        tasks.map(|task| TaskNote::done(task).into()).chain(others)
    }

    /// The fact, for those that are not tasks.
    fn template(self) -> Option<Fact> {
        Some(match self {
            Self::InitialTasks(_) | Self::EndingTasks(_) => return None,
            Self::Suitability => SuitabilityDecided::new(Suitability::Suitable).into(),
            Self::Screening { present, excluded } => {
                let screening = ScreeningDone::new()
                    .with_present(present)
                    .with_absent(excluded.difference(present));
                let found = !present.intersection(excluded).is_empty();
                screening
                    .with_specialist_plan(if found {
                        Stated::Done
                    } else {
                        Stated::NotReported
                    })
                    .into()
            }
            Self::Focus { area } => FocusAgreed::new([FocusItem::area(area)].to_vec()).into(),
            Self::Formulation => FormulationAnswered::new(PatientResponse::Accepted).into(),
            Self::Contract { scope, frame } => ContractAgreed::new(frame).with_scope(scope).into(),
            Self::Extension { sessions } => {
                let frame = TimeFrame::Sessions(sessions);
                ContractAmended::new()
                    .with_frame(frame)
                    .with_patient_agreed(Stated::Done)
                    .into()
            }
            Self::Announcement => TaskNote::done(EndingTask::AnnounceEnd).into(),
            Self::Sessions(_) => Session::attended().into(),
            Self::Response => SafetyResponse::new(SafetyAction::SafetyPlan).into(),
            Self::NearRemission => JudgementMade::new(Criterion::NEAR_REMISSION, true).into(),
            Self::Phase(phase) => PhaseBegun::new(phase).into(),
        })
    }

    const fn is_tasks(self) -> bool {
        matches!(self, Self::InitialTasks(_) | Self::EndingTasks(_))
    }
}

/// One step of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct WayStep {
    /// What is needed.
    pub needed: Needed,
    /// The conditions that it serves.
    pub serves: GuardSet,
    /// The step to which these conditions belong: the goal, or the beginning of a phase on the way
    /// to it.
    pub before: Trigger,
}

impl WayStep {
    /// The codes of the conditions that it serves.
    pub fn codes(&self) -> impl Iterator<Item = RuleCode> + use<> {
        self.serves.iter().map(Guard::code)
    }
}

/// The shortest sequence of facts after which a step is by the book.
///
/// A way says what would have to be the case and be recorded. It is no advice to record what is not
/// so, nor to hurry what takes weeks: the machine asks for the order of things, the rules about
/// time ask for the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Way {
    /// The step to which it leads.
    pub goal: Fact,
    /// What moves the machine there.
    pub trigger: Trigger,
    /// The phase after it.
    pub to: Phase,
    /// What comes before, in order. Empty if the step is by the book now.
    pub steps: Vec<WayStep>,
}

impl Way {
    /// The number of facts before the goal.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.iter().map(|step| step.needed.count()).sum()
    }

    /// Whether the step is by the book now.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The facts before the goal, as templates.
    pub fn facts(&self) -> impl Iterator<Item = Fact> + '_ {
        self.steps.iter().flat_map(|step| step.needed.facts())
    }
}

/// Says the steps in order, a line each.
/// Why there is no way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WayError {
    /// It contradicts the record: the course is closed, or not open yet on that day.
    #[error("{0}")]
    Refused(RefusalError),
    /// The course stands in that phase.
    #[error(
        "the course is already in the {phase} phase; a module of this phase must be named to begin"
    )]
    UnderWay {
        /// The phase.
        phase: Phase,
    },
    /// The protocol does not have the phase, and no step of the table leads there without it.
    #[error("the {phase} phase is not part of the protocol; a phase of the protocol was expected")]
    NotInProtocol {
        /// The phase.
        phase: Phase,
    },
    /// No fact meets these conditions any more.
    #[error("{}", Unmet(*.conditions))]
    NothingMeets {
        /// The conditions.
        conditions: GuardSet,
    },
}

impl WayError {
    /// The rule behind it, if one stands there: of several conditions, the first one's.
    #[must_use]
    pub fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::NothingMeets { conditions } => conditions.iter().next().map(Guard::code),
            Self::UnderWay { .. } | Self::NotInProtocol { .. } => None,
        }
    }
}

/// The conditions that stay unmet, each with its code.
struct Unmet(GuardSet);

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("no facts that could be recorded on that day lead to this step");
        }
        let conditions = if self.0.len() == 1 {
            "this condition"
        } else {
            "these conditions"
        };
        write!(
            f,
            "no fact that could be recorded on that day would meet {conditions} of the step:"
        )?;
        for (i, guard) in self.0.iter().enumerate() {
            let condition = guard.about().trim_end_matches('.');
            write!(
                f,
                "{} \u{201c}{condition}\u{201d} ({})",
                if i == 0 { "" } else { ";" },
                guard.code()
            )?;
        }
        Ok(())
    }
}

impl Course {
    /// The shortest way to something that moves the machine, on a day: the beginning of a phase, a
    /// session of ordinary work, the closing of a course that ran as contracted.
    ///
    /// ```
    /// use interpersonal::{ActorRef, At, Course, Phase, Reporting, machine::Trigger, protocol::preset};
    /// use interpersonal::record::{contract::{ContractAgreed, TimeFrame}, setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// let mut course = Course::open(&preset::ACUTE_16, at, Opened::new(Phase::Middle, Reporting::COMPLETE))?;
    /// course.record(at, ContractAgreed::new(TimeFrame::Sessions(6)))?;
    ///
    /// let way = course.way(Trigger::BeginsTermination, day)?;
    /// assert_eq!(
    ///     way.to_string(),
    ///     "1. the end announced – for: end announced\n\
    ///      2. 2 sessions held – for: few enough sessions left to begin the ending\n\
    ///      start of the termination phase: then by the book"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`WayError`] says why there is none.
    pub fn way(&self, trigger: Trigger, on: NaiveDate) -> Result<Way, WayError> {
        self.way_to(&goal(trigger, self.protocol_on(on)), on)
    }

    /// The shortest way to a fact, on a day: the shortest sequence of facts, each by the book,
    /// after which [`decide`](Self::decide) says by the book to this one.
    ///
    /// The length of a way is the number of its facts, out of the kinds that [`Needed`] lists. What
    /// a waiver covers is asked for nevertheless.
    ///
    /// # Errors
    ///
    /// [`WayError`] says why there is none.
    pub fn way_to(&self, goal: &Fact, on: NaiveDate) -> Result<Way, WayError> {
        let state = self.state_for(goal, on).unwrap_or(*self.state());
        let screens = self
            .facts()
            .filter(|&(_, day, _)| day <= on)
            .filter_map(|(_, _, fact)| match fact {
                Fact::ScreeningDone(screening) => Some(screening.present),
                _ => None,
            });
        let present = screens.last().unwrap_or(ScreenSet::EMPTY);
        Search {
            protocol: self.protocol_on(on),
            goal,
            on,
            present,
            looks: 0,
        }
        .shortest(state)
    }
}

/// What is asked of a trigger: the plainest fact that moves the machine so.
fn goal(trigger: Trigger, protocol: &Protocol) -> Fact {
    match trigger {
        Trigger::Closes => Closed::new(
            EndMode::CompletedAsContracted,
            ClinicalResult::NotAssessed,
            Disposition::None,
        )
        .into(),
        Trigger::Session => {
            let strategy = crate::Strategy::ALL
                .iter()
                .copied()
                .find(|strategy| strategy.area() == first_area(protocol));
            strategy
                .map_or(Session::attended(), |strategy| {
                    Session::attended().with_strategies(strategy)
                })
                .into()
        }
        Trigger::Score => Score::new(InstrumentId::from_static("phq-9"), 0_u16).into(),
        Trigger::Safety => Enquiry::no_concern().into(),
        Trigger::Administration => Resumed::new().into(),
        _ => match trigger.leads_into() {
            Some(phase) => PhaseBegun::new(phase).into(),
            None => TaskNote::done(InitialTask::Psychoeducation).into(),
        },
    }
}

fn first_area(protocol: &Protocol) -> ProblemArea {
    protocol
        .spec()
        .focus
        .areas
        .value
        .iter()
        .next()
        .unwrap_or(ProblemArea::ALL[0])
}

/// A point of the search: how far a way has come.
#[derive(Debug, Clone)]
struct Node {
    state: CourseState,
    /// The facts so far.
    facts: usize,
    steps: Vec<WayStep>,
    /// The phases in which it has been; none is entered twice.
    been: PhaseSet,
    /// Whether the goal is by the book here.
    arrived: bool,
}

struct Search<'a> {
    protocol: &'a Protocol,
    goal: &'a Fact,
    on: NaiveDate,
    /// What the latest screen found.
    present: ScreenSet,
    /// How often the machine was asked.
    looks: u32,
}

impl Search<'_> {
    /// Breadth first by the number of facts. Between two steps of the table, missing conditions do
    /// not depend on each other, so they are met one after another in one order instead of in all;
    /// what branches is the next phase alone, and phases come once.
    fn shortest(&mut self, start: CourseState) -> Result<Way, WayError> {
        let from = start.phase();
        let trigger = Trigger::of(self.goal);
        let (Some(trigger), Decision::Taken { to, unmet, unknown }) =
            (trigger, self.ask(&start, self.goal))
        else {
            return Err(match self.ask(&start, self.goal) {
                Decision::Refused(refusal) => WayError::Refused(refusal),
                Decision::Taken { .. } => WayError::NothingMeets {
                    conditions: GuardSet::EMPTY,
                },
            });
        };
        let unnamed = matches!(self.goal, Fact::PhaseBegun(begun) if begun.module.is_none());
        if unnamed && to == from {
            return Err(WayError::UnderWay { phase: to });
        }
        // Only a step into another phase is worth going through others for. A course is closed from
        // where it stands: that closing asks for less in a later phase is no reason to begin one.
        let through = to != from && trigger != Trigger::Closes;
        let first = Node {
            state: start,
            facts: 0,
            steps: Vec::new(),
            been: from.into(),
            arrived: false,
        };
        let mut open = alloc::vec![first];
        while let Some(at) = nearest(&open) {
            let node = open.remove(at);
            if node.arrived {
                return Ok(Way {
                    goal: self.goal.clone(),
                    trigger,
                    to,
                    steps: node.steps,
                });
            }
            let goal = self.goal;
            open.extend(self.made_good(&node, goal, trigger).map(|node| Node {
                arrived: true,
                ..node
            }));
            if through {
                let next = Phase::ALL
                    .iter()
                    .filter(|&&phase| phase != Phase::Closed && !node.been.contains(phase));
                for &phase in next {
                    open.extend(self.entered(&node, phase, trigger));
                }
            }
        }
        Err(if self.protocol.phase(to).is_none() && through {
            WayError::NotInProtocol { phase: to }
        } else {
            WayError::NothingMeets {
                conditions: self.without_fact(&start, unmet.union(unknown), from, to),
            }
        })
    }

    fn ask(&mut self, state: &CourseState, fact: &Fact) -> Decision {
        self.looks += 1;
        decide(Some(state), self.protocol, fact, self.on)
    }

    /// The conditions in the way of a fact; none if it is refused.
    fn missing(&mut self, state: &CourseState, fact: &Fact) -> Option<GuardSet> {
        match self.ask(state, fact) {
            Decision::Taken { unmet, unknown, .. } => Some(unmet.union(unknown)),
            Decision::Refused(_) => None,
        }
    }

    /// The same point with all conditions in the way of a fact met, if facts of this phase can meet
    /// them.
    fn made_good(&mut self, node: &Node, fact: &Fact, before: Trigger) -> Option<Node> {
        let mut node = node.clone();
        let from = node.state.phase();
        let to = entered_by(fact, from)
            .or(before.leads_into())
            .unwrap_or(from);
        loop {
            let missing = self.missing(&node.state, fact)?;
            if missing.is_empty() {
                return Some(node);
            }
            let ctx = GuardCtx {
                on: self.on,
                from,
                to,
                state: &node.state,
                protocol: self.protocol,
                fact: Some(fact),
            };
            let mut needed = Vec::new();
            for guard in missing.iter() {
                needed.push(self.meets(guard, &ctx)?);
            }
            // Tasks come last: some of them are shown by what else is needed.
            let needed = needed
                .iter()
                .find(|needed| !needed.is_tasks())
                .or(needed.first())
                .copied()?;
            self.take(&mut node, needed)?;
            let serves = missing.difference(self.missing(&node.state, fact)?);
            if serves.is_empty() {
                return None;
            }
            node.facts += needed.count();
            node.steps.push(WayStep {
                needed,
                serves,
                before,
            });
        }
    }

    /// Takes what is needed, if it is by the book.
    fn take(&mut self, node: &mut Node, needed: Needed) -> Option<()> {
        if let Needed::Sessions(sessions) = needed {
            // Conditions look at the slots alone, and each of these sessions uses one up. The last
            // of them is by the book if all are.
            let before = node.state.slots();
            node.state = node.state.with_slots(before + (sessions - 1));
            let fact = needed.template()?;
            if !self.missing(&node.state, &fact)?.is_empty() {
                return None;
            }
            node.state.apply(self.on, &fact);
            return Some(());
        }
        for fact in needed.facts() {
            if !self.missing(&node.state, &fact)?.is_empty() {
                return None;
            }
            node.state.apply(self.on, &fact);
        }
        Some(())
    }

    /// The same point in another phase, if its beginning can be made by the book.
    fn entered(&mut self, node: &Node, phase: Phase, goal: Trigger) -> Option<Node> {
        const ORDER: GuardSet = GuardSet::of(&[Guard::PhaseOrder, Guard::AcuteTreatmentOver]);
        let fact = PhaseBegun::new(phase).into();
        let mut node = self.made_good(node, &fact, Trigger::begins(phase))?;
        let before = self.missing(&node.state, self.goal)?;
        node.state.apply(self.on, &fact);
        let after = self.missing(&node.state, self.goal)?;
        // It serves what is in the way of the goal from here, and, where further phases follow, the
        // order itself.
        let serves = before.difference(after).union(before.intersection(ORDER));
        let serves = if serves.is_empty() {
            Guard::PhaseOrder.into()
        } else {
            serves
        };
        node.facts += 1;
        node.steps.push(WayStep {
            needed: Needed::Phase(phase),
            serves,
            before: goal,
        });
        node.been = node.been.with(phase);
        Some(node)
    }

    /// What meets a condition, as the list of [`Needed`] has it.
    fn meets(&self, guard: Guard, ctx: &GuardCtx<'_>) -> Option<Needed> {
        let (state, spec) = (ctx.state, self.protocol.spec());
        Some(match guard {
            // Nor is it a step towards anything that a patient stays away.
            Guard::PhaseOrder | Guard::AcuteTreatmentOver | Guard::PatientSought => return None,
            Guard::FoundSuitable => Needed::Suitability,
            Guard::ScreenAnswered | Guard::ScreenClear => Needed::Screening {
                present: self.present,
                excluded: spec.population.excluded.value,
            },
            Guard::InitialTasksDone => Needed::InitialTasks(ctx.initial_tasks_not_shown()),
            Guard::FocusIsAgreed => Needed::Focus {
                area: first_area(self.protocol),
            },
            Guard::FormulationIsAccepted => Needed::Formulation,
            Guard::ContractIsAgreed => self.contract(ContractScope::Acute),
            Guard::OwnContractRuns | Guard::OwnContractAgreed if ctx.to == Phase::Continuation => {
                self.contract(ContractScope::Continuation)
            }
            Guard::OwnContractRuns | Guard::OwnContractAgreed => {
                self.contract(ContractScope::Maintenance)
            }
            Guard::EndIsAnnounced => Needed::Announcement,
            Guard::EndIsNear => sessions(
                state
                    .remaining()?
                    .checked_sub(spec.ending.sessions_max.value)?,
            )?,
            Guard::EndModeFits => sessions(state.remaining()?)?,
            Guard::EndingTasksDone => Needed::EndingTasks(ctx.open_ending_tasks().0),
            Guard::ExtendedBefore | Guard::WithinContract => {
                let sessions = state
                    .planned()
                    .unwrap_or(0)
                    .max(state.slots())
                    .checked_add(1)?;
                Needed::Extension { sessions }
            }
            Guard::NearRemission => Needed::NearRemission,
            Guard::NoUnansweredConcern | Guard::ConcernHandedOver | Guard::NoOrdinaryWork => {
                Needed::Response
            }
        })
    }

    /// A contract as the protocol typically has it. What it says of contracts after acute treatment
    /// is no length: they run until a review.
    fn contract(&self, scope: ContractScope) -> Needed {
        let spec = self.protocol.spec();
        let (count, weeks) = (
            spec.dose.sessions.value.typical.max(1),
            spec.dose.weeks.value.typical.max(1),
        );
        let review = match scope {
            ContractScope::Acute => weeks.saturating_mul(7),
            ContractScope::Continuation | ContractScope::Maintenance => {
                spec.maintenance.interval_days.value.typical.max(1)
            }
        };
        let allowed = spec.dose.time_frames.value;
        let frame = if scope != ContractScope::Acute {
            TimeFrame::UntilReview(review)
        } else if allowed.contains(TimeFrameKind::Sessions) {
            TimeFrame::Sessions(count)
        } else if allowed.contains(TimeFrameKind::SessionsWithinWeeks) {
            TimeFrame::SessionsWithinWeeks(count, weeks)
        } else if allowed.contains(TimeFrameKind::Weeks) {
            TimeFrame::Weeks(weeks)
        } else {
            TimeFrame::UntilReview(review)
        };
        Needed::Contract { scope, frame }
    }

    /// Those conditions that no fact meets.
    fn without_fact(
        &self,
        state: &CourseState,
        missing: GuardSet,
        from: Phase,
        to: Phase,
    ) -> GuardSet {
        let ctx = GuardCtx {
            on: self.on,
            from,
            to,
            state,
            protocol: self.protocol,
            fact: Some(self.goal),
        };
        let without: GuardSet = missing
            .iter()
            .filter(|&guard| self.meets(guard, &ctx).is_none())
            .collect();
        if without.is_empty() { missing } else { without }
    }
}

fn sessions(sessions: u16) -> Option<Needed> {
    (sessions > 0).then_some(Needed::Sessions(sessions))
}

/// The point with the fewest facts; of several, the first found.
fn nearest(open: &[Node]) -> Option<usize> {
    (0..open.len()).min_by_key(|&at| open[at].facts)
}

#[cfg(all(test, feature = "proptest1"))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{machine::TriggerSet, testing::strategy};

    /// How often the machine is asked at most: few phases, few ways through them, each with a
    /// handful of conditions.
    const MOST_LOOKS: u32 = 500;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_search_stays_small(course in strategy::course()) {
            let (state, protocol) = (*course.state(), course.protocol());
            for trigger in TriggerSet::ALL.iter() {
                let goal = goal(trigger, protocol);
                let mut search =
                    Search { protocol, goal: &goal, on: state.last_day(), present: ScreenSet::EMPTY, looks: 0 };
                let found = search.shortest(state);
                let looks = search.looks;
                prop_assert!(looks <= MOST_LOOKS, "{trigger}: {looks} looks, {found:?}");
            }
        }
    }
}
