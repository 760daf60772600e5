//! An exhaustive walk over the states of a course.
//!
//! From an opening, every fact of an alphabet is recorded in every state that is reached, breadth
//! first, until no state is new. What holds *always* is asserted in each state and on each step;
//! what happens *sometimes* is collected over all walks and asserted at the end.
//!
//! The product of everything that a state holds is too large to walk, and most of it is idle:
//! conditions of different groups read different facts. So there is a walk for each group of
//! conditions, over an alphabet that moves these, and each alphabet holds every step, since what
//! leaves the protocol is recorded, too. Counters would make the states infinite. They are bounded
//! by not going on from a record with more than one or two sessions, held or missed, a third
//! version of contract or focus, or three signals of safety on one day. Most walks end by
//! themselves then. The large ones are bounded further, by not going on from a record with more
//! than [`MANY`] or [`FEWER`] facts after the opening. Breadth first, a state is met by the
//! shortest record that leads to it; what only longer records bring together is not visited. Facts
//! fall on one day; where days matter, and after the closing, on a second and third.
//!
//! The walks know nothing of each other, so they are shared out among threads, and what happens
//! sometimes is put together at the end. What is the same in every step of a walk, such as who
//! writes and when, is worked out once.

extern crate alloc;

use alloc::collections::{BTreeSet, VecDeque};
use core::{
    hash::{BuildHasherDefault, Hasher},
    sync::atomic::{AtomicUsize, Ordering},
};
use std::{collections::HashSet, thread};

use chrono::{DateTime, NaiveDate, Utc};
use interpersonal::{
    ActorRef, Course, Entry, Fact, FocusItem, Phase, ProblemArea, Protocol, Recorded, Reporting,
    Seq, Stated, Strategy, TaskNote,
    course::{ProposeError, Strike},
    machine::{
        Choice, CourseState, Decision, Guard, GuardSet, TRANSITIONS, Transition, Trigger, WhyNot,
        region::{
            ConsentRegion, ConsentSignal, ContractRegion, ContractSignal, EngagementRegion,
            EngagementSignal, FocusRegion, FocusSignal, SafetyRegion, SafetySignal, SafetySignals,
        },
        row,
    },
    measure::{InstrumentId, ItemAnswer, Score},
    protocol::{Cited, EndingPolicy, InitialPolicy, PhaseSpec, ProtocolSpec, preset},
    record::{
        contact::{EngagementDecided, EngagementDecision, OutreachMade, Paused, Resumed},
        contract::{ContractAgreed, ContractAmended, ContractScope, FrameAnnounced, TimeFrame},
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        focus::{FocusAgreed, FormulationAnswered, FormulationGiven, PatientResponse},
        patient::DiagnosisMade,
        review::JudgementMade,
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryResult, Receiver, SafetyAction,
            SafetyHandedOver, SafetyReassessed, SafetyResponse,
        },
        session::{Attendance, Session, SessionKind},
        setting::{
            ConsentRecorded, ConsentState, Opened, PhaseBegun, ReportingChanged, ScreenItem,
            ScreenSet, ScreeningDone, Suitability, SuitabilityDecided,
        },
    },
    typed,
    vocabulary::{
        Criterion, DiagnosisCode, EndingTask, EndingTaskSet, FocusStatus, InitialTask,
        InitialTaskSet, Label,
    },
};

#[test]
fn the_machine_keeps_its_promises_in_every_state() {
    let (walks, next) = (walks(), AtomicUsize::new(0));
    let share = || {
        let (mut seen, mut states) = (Sometimes::default(), 0);
        while let Some(walk) = walks.get(next.fetch_add(1, Ordering::Relaxed)) {
            let reached = walk.run(&mut seen);
            println!("{reached:>6} states: {}", walk.name);
            states += reached;
        }
        (seen, states)
    };
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(walks.len());
    let shares: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(share)).collect();
        running
            .into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect()
    });
    let (mut seen, mut states) = (Sometimes::default(), 0);
    for share in shares {
        let (of_share, reached) = share.expect("every walk holds");
        seen.also(of_share);
        states += reached;
    }
    println!("{states:>6} states, {} steps tried", seen.tried);
    seen.check();
}

/// The greatest number of facts in most of the large walks: enough for every condition of the
/// middle phase in turn, and a step.
const MANY: u32 = 6;

/// The same on two days.
const FEWER: u32 = 5;

/// One walk: a protocol, an opening, an alphabet.
struct Walk {
    name: &'static str,
    protocol: Protocol,
    opening: Opened,
    alphabet: Vec<Fact>,
    /// The days on which facts fall before the closing.
    days: u32,
    /// The greatest number of sessions on record, held or missed.
    sessions: usize,
    /// The greatest number of facts after the opening in a record that is gone on from.
    facts: u32,
}

/// What must happen at least once in all walks together.
#[derive(Default)]
struct Sometimes {
    tried: usize,
    taken: BTreeSet<(Phase, Trigger)>,
    phases: BTreeSet<Phase>,
    by_the_book: BTreeSet<(Phase, Phase)>,
    module: bool,
    unmet: GuardSet,
    unknown: GuardSet,
    met: GuardSet,
    contract: BTreeSet<(ContractRegion, ContractSignal)>,
    focus: BTreeSet<(FocusRegion, FocusSignal)>,
    safety: BTreeSet<(SafetyRegion, SafetySignal)>,
    engagement: BTreeSet<(EngagementRegion, EngagementSignal)>,
    consent: BTreeSet<(ConsentRegion, ConsentSignal)>,
}

/// A state that was reached, with one way to it.
struct Node {
    course: Course,
    before: Option<CourseState>,
    /// The sessions on record, held or missed.
    sessions: usize,
    /// The safety region at the beginning of the day, and what it heard since.
    dawn: SafetyRegion,
    heard: SafetySignals,
}

impl Walk {
    fn run(&self, seen: &mut Sometimes) -> usize {
        let opening = entry(day(1), Fact::from(self.opening));
        let course = Course::replay(self.protocol.clone(), [opening]).unwrap();
        let mut visited = HashSet::<CourseState, BuildHasherDefault<Mixed>>::default();
        let dawn = SafetyRegion::NoOpenConcern;
        let node = Node {
            course,
            before: None,
            sessions: 0,
            dawn,
            heard: SafetySignals::EMPTY,
        };
        visited.insert(*node.course.state());
        let mut queue = VecDeque::from([node]);
        while let Some(node) = queue.pop_front() {
            seen.phases.insert(node.course.state().phase());
            let choices: Vec<Choice> = node.course.choices().collect();
            always(&node, &choices);
            let mut unchanged = node.course.clone();
            for on in self.days_from(&node.course) {
                for fact in &self.alphabet {
                    let Some(next) = step(&node, &choices, fact, on, &mut unchanged, seen) else {
                        continue;
                    };
                    let state = *next.course.state();
                    if self.bounds(&next) && visited.insert(state) {
                        queue.push_back(next);
                    }
                }
            }
            assert!(
                unchanged == node.course,
                "what is not taken changes nothing"
            );
        }
        visited.len()
    }

    fn bounds(&self, node: &Node) -> bool {
        let state = node.course.state();
        // The opening is no step.
        node.course.revision() <= self.facts.saturating_add(1)
            && node.sessions <= self.sessions
            && state.contract_version() <= 2
            && state.focus_version() <= 2
            && node.heard.len() <= 2
    }

    /// The days on which facts fall next: the present one, the next if there is one, and after the
    /// closing only later ones.
    fn days_from(&self, course: &Course) -> Vec<NaiveDate> {
        let today = course.state().last_day();
        let tomorrow = today.succ_opt().unwrap();
        if matches!(course.facts().last(), Some((_, _, Fact::Closed(_)))) {
            vec![tomorrow]
        } else if today < day(self.days) {
            vec![today, tomorrow]
        } else {
            vec![today]
        }
    }
}

/// A hash of the parts of a state, multiplied together as they come. States are nobody's to choose,
/// so nobody makes them collide.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte.into());
        }
    }

    fn write_u8(&mut self, part: u8) {
        self.write_u64(part.into());
    }

    fn write_u16(&mut self, part: u16) {
        self.write_u64(part.into());
    }

    fn write_u32(&mut self, part: u32) {
        self.write_u64(part.into());
    }

    fn write_i32(&mut self, part: i32) {
        self.write_u64(u32::from_ne_bytes(part.to_ne_bytes()).into());
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, part: usize) {
        self.write_u64(part as u64);
    }
}

/// What holds in every state, of which these are the choices.
fn always(node: &Node, choices: &[Choice]) {
    let course = &node.course;
    let state = course.state();

    // The record is the course.
    let mut replayed = Course::replay(
        course.opening_protocol().clone(),
        course.entries().iter().cloned(),
    )
    .unwrap();
    assert!(replayed == *course, "replay: {course:?}");
    assert_eq!(course.state_on(state.last_day()).as_ref(), Some(state));
    assert_eq!(course.known_on(WRITTEN).as_ref(), Some(state));

    // A strike leaves the state that would be if the struck fact had never been recorded, and
    // replay keeps the strike.
    if let Some(before) = node.before {
        let last = Seq::new(course.revision());
        let mut struck = course.clone();
        struck
            .record_entry(Entry::strike(WRITTEN, BY, Strike::new(last)))
            .unwrap();
        assert_eq!(*struck.state(), before, "strike: {course:?}");
        // To replay is to record entry by entry, so the replay goes on with the strike.
        let strike = struck.entries().last().unwrap();
        replayed.record_entry(strike.clone()).unwrap();
        assert!(replayed == struck, "replay of a strike: {course:?}");
    }

    // The parts of a state agree.
    assert!(state.held() <= state.slots());
    assert!(
        state
            .tasks_done()
            .intersection(state.tasks_not_done())
            .is_empty()
    );
    assert!(
        state
            .ending_tasks_done()
            .intersection(state.ending_tasks_not_done())
            .is_empty()
    );
    assert_eq!(
        state.focus() == FocusRegion::Agreed,
        state.focus_version() > 0
    );
    assert!(state.contract() != ContractRegion::Agreed || state.contract_version() > 0);
    assert!(state.active_areas().len() <= state.active_foci());

    // What can be chosen is what has a row and follows the protocol's list of phases, and the three
    // ways of asking agree.
    for &trigger in Trigger::ALL {
        let choice = choices.iter().find(|choice| choice.trigger == trigger);
        let transition = row(state.phase(), trigger);
        let to = transition.map(|row| row.to.unwrap_or(state.phase()));
        assert!(choice.is_none_or(|choice| Some(choice.to) == to));
        match (course.why_not(trigger), choice) {
            (Some(WhyNot::NoStep { from, possible_in }), None) => {
                assert!(from == state.phase() && !possible_in.contains(from) && to.is_none());
            }
            (Some(why @ WhyNot::Conditions { .. }), None) => {
                assert!(to.is_some() && guards(&why).0.contains(Guard::PhaseOrder));
            }
            (None, Some(choice)) => assert!(choice.is_by_the_book()),
            (Some(why @ WhyNot::Conditions { .. }), Some(choice)) => {
                assert_eq!(guards(&why), (choice.unmet, choice.unknown));
                assert!(!choice.is_by_the_book());
            }
            (why, choice) => panic!("{why:?} and {choice:?}"),
        }
    }

    // No dead end: from every living phase the course can be closed, and an end from outside is by
    // the book.
    if state.phase() != Phase::Closed {
        let decision = course.decide(&closed(EndMode::DroppedOut), state.last_day());
        assert!(
            decision.is_by_the_book()
                && matches!(
                    decision,
                    Decision::Taken {
                        to: Phase::Closed,
                        ..
                    }
                )
        );
    }
}

/// Records a fact in a state, and checks what must hold on each step. `None` if the fact is
/// refused. What is refused is tried on `unchanged`.
fn step(
    node: &Node,
    choices: &[Choice],
    fact: &Fact,
    on: NaiveDate,
    unchanged: &mut Course,
    seen: &mut Sometimes,
) -> Option<Node> {
    seen.tried += 1;
    let course = &node.course;
    let state = course.state();
    let from = state.phase();
    let trigger = Trigger::of(fact).unwrap();
    let decision = course.decide(fact, on);

    if row(from, trigger).is_none() {
        // Refused exactly where there is no row.
        assert!(matches!(decision, Decision::Refused(_)));
        assert!(unchanged.record_entry(entry(on, fact.clone())).is_err());
        return None;
    }
    let Decision::Taken { to, unmet, unknown } = decision else {
        panic!("{fact:?} in {course:?}: {decision:?}")
    };

    // What is by the book may be proposed, what cannot be told may be confirmed, and what is not
    // met may be recorded alone. A proposal that is not taken names every condition.
    let mut next = course.clone();
    let recorded = if unmet.is_empty() {
        next.confirming(unknown)
            .propose_entry(entry(on, fact.clone()))
            .unwrap()
    } else {
        next.record_entry(entry(on, fact.clone())).unwrap()
    };
    if !decision.is_by_the_book() {
        let Err(ProposeError::NotByTheBook(why)) = unchanged.propose_entry(entry(on, fact.clone()))
        else {
            panic!("{fact:?} was proposed in {course:?}");
        };
        assert_eq!(guards(&why), (unmet, unknown));
    }
    assert_eq!(
        recorded,
        Recorded::Taken {
            entry: Seq::new(next.revision()),
            to,
            unmet,
            unknown
        }
    );
    assert_eq!(next.state().phase(), to);
    seen.taken.insert((from, trigger));

    // A session that names another phase takes that step, and is a session there.
    let entered = match fact {
        Fact::Session(session) => session.phase.filter(|&phase| phase != from),
        _ => None,
    };
    let (asked, within) = match entered {
        Some(phase) => (
            Trigger::begins(phase),
            row(phase, Trigger::Session).unwrap().guards,
        ),
        None => (trigger, GuardSet::EMPTY),
    };
    assert_eq!(to, asked.leads_into().unwrap_or(from));

    // What may be chosen, as far as the kind tells, agrees with what is decided.
    match choices.iter().find(|choice| choice.trigger == asked) {
        Some(choice) if on == state.last_day() => {
            assert!(unmet.includes(choice.unmet) && unknown.includes(choice.unknown));
            let open = choice.open.union(within);
            assert!(
                choice.unmet.union(open).includes(unmet)
                    && choice.unknown.union(open).includes(unknown)
            );
            if choice.is_by_the_book() && open.is_empty() {
                assert!(decision.is_by_the_book());
            }
        }
        Some(_) => {}
        // What cannot be chosen departs from the protocol's list of phases, unless it names a
        // module of which the protocol does not know.
        None => {
            let module = matches!(fact, Fact::PhaseBegun(begun) if begun.module.is_some());
            assert!(unmet.contains(Guard::PhaseOrder) || module);
        }
    }

    // A course may have come into a phase that its protocol does not have; its way back is not a
    // step of the protocol's.
    let listed = from == Phase::Assessment || course.protocol().phase(from).is_some();
    if decision.is_by_the_book() && listed {
        promises(state, to, fact);
    }
    let asks = row(from, asked).unwrap().guards.union(within);
    seen.unmet = seen.unmet.union(unmet);
    seen.unknown = seen.unknown.union(unknown);
    seen.met = seen.met.union(asks.difference(unmet).difference(unknown));
    if decision.is_by_the_book() {
        if from != to && listed {
            seen.by_the_book.insert((from, to));
        } else if from == to && matches!(fact, Fact::PhaseBegun(_)) {
            seen.module = true;
        }
    }
    Some(regions(node, fact, on, next, seen))
}

/// What a step by the book has behind it, in words of its own: this reads no table.
fn promises(before: &CourseState, to: Phase, fact: &Fact) {
    let from = before.phase();
    if from == to && !matches!(fact, Fact::PhaseBegun(_)) {
        return;
    }
    match fact {
        Fact::Closed(closed) if closed.mode.came_from_outside() => {}
        _ => assert!(
            !before.safety().lacks_response(),
            "no step by the book leaves a concern unanswered"
        ),
    }
    match (from, to) {
        (Phase::Assessment, Phase::Initial) => assert!(matches!(
            before.suitability(),
            Some(Suitability::Suitable | Suitability::WithCautions)
        )),
        (Phase::Assessment | Phase::Initial, Phase::Middle) => {
            assert!(before.screen_answered().includes(ScreenSet::EXCLUDING));
            assert!(before.tasks_done().contains(InitialTask::Diagnosis));
            let found = before.screen_present().intersection(ScreenSet::EXCLUDING);
            assert!(found.is_empty() || before.specialist_plan().is_done());
            assert!(
                before.active_foci() > 0
                    && before.tasks_done().contains(InitialTask::PatientAgreement)
            );
            assert!(before.formulation_answer() != Some(PatientResponse::Rejected));
            assert!(before.tasks_done().contains(InitialTask::TreatmentContract));
        }
        (Phase::Termination, Phase::Middle) => assert!(before.extended_in_ending()),
        (_, Phase::Termination) => {
            assert!(before.end_announced());
            assert!(before.early_end_agreed() || before.remaining().is_none_or(|left| left <= 1));
        }
        (Phase::Termination, Phase::Concluded) => {
            let tasks =
                EndingTaskSet::from([EndingTask::AnnounceEnd, EndingTask::FeelingsAboutEnding]);
            assert!(before.ending_tasks_done().includes(tasks));
        }
        (_, Phase::Continuation) => assert!(before.has_contract_for(Phase::Continuation)),
        (_, Phase::Maintenance) => {
            assert!(before.has_contract_for(Phase::Maintenance));
            assert!(before.in_remission() || before.near_remission() == Some(true));
        }
        _ => assert!(from <= to, "nothing else goes back"),
    }
}

/// A region moves by its own signals alone, along its own edges.
fn regions(node: &Node, fact: &Fact, on: NaiveDate, next: Course, seen: &mut Sometimes) -> Node {
    let (before, after) = (node.course.state(), next.state());

    let contract = match fact {
        Fact::FrameAnnounced(_) => Some(ContractSignal::Frame),
        Fact::ContractAgreed(_) => Some(ContractSignal::Agreement),
        _ if before.phase().is_acute() && !after.phase().is_acute() => Some(ContractSignal::End),
        _ => None,
    };
    assert_eq!(
        after.contract(),
        contract.map_or(before.contract(), |signal| before.contract().after(signal))
    );
    seen.contract
        .extend(contract.map(|signal| (before.contract(), signal)));

    let focus = match fact {
        Fact::FormulationGiven(_) => Some(FocusSignal::Proposal),
        Fact::FormulationAnswered(answer) if answer.response == PatientResponse::Rejected => {
            Some(FocusSignal::Rejection)
        }
        Fact::FocusAgreed(_) => Some(FocusSignal::Agreement),
        _ => None,
    };
    assert_eq!(
        after.focus(),
        focus.map_or(before.focus(), |signal| before.focus().after(signal))
    );
    seen.focus
        .extend(focus.map(|signal| (before.focus(), signal)));

    let engagement = match fact {
        Fact::Session(session) if session.attendance.is_held() => Some(EngagementSignal::Held),
        Fact::Session(session) if session.attendance == Attendance::DidNotAttend => {
            Some(EngagementSignal::StayedAway)
        }
        Fact::OutreachMade(_) => Some(EngagementSignal::Outreach),
        Fact::Paused(_) => Some(EngagementSignal::Pause),
        Fact::Resumed(_) => Some(EngagementSignal::Resume),
        Fact::EngagementDecided(_) => Some(EngagementSignal::Loss),
        _ => None,
    };
    assert_eq!(
        after.engagement(),
        engagement.map_or(before.engagement(), |signal| before
            .engagement()
            .after(signal))
    );
    seen.engagement
        .extend(engagement.map(|signal| (before.engagement(), signal)));

    let consent = match fact {
        Fact::ConsentRecorded(consent) => Some(match consent.state {
            ConsentState::Given => ConsentSignal::Given,
            ConsentState::Limited => ConsentSignal::Limited,
            ConsentState::Withdrawn => ConsentSignal::Withdrawn,
        }),
        _ => None,
    };
    assert_eq!(
        after.consent(),
        consent.map_or(before.consent(), |signal| before.consent().after(signal))
    );
    seen.consent
        .extend(consent.map(|signal| (before.consent(), signal)));

    // The signals of one day take effect together.
    let (dawn, earlier) = if on == before.last_day() {
        (node.dawn, node.heard)
    } else {
        (before.safety(), SafetySignals::EMPTY)
    };
    let heard = earlier.union(safety_signals(fact));
    assert_eq!(
        after.safety(),
        if heard.is_empty() {
            before.safety()
        } else {
            dawn.after_all(heard)
        }
    );
    let mut at = dawn;
    for signal in heard.iter() {
        seen.safety.insert((at, signal));
        at = at.after(signal);
    }

    let sessions = node.sessions + usize::from(matches!(fact, Fact::Session(_)));
    Node {
        course: next,
        before: Some(*before),
        sessions,
        dawn,
        heard,
    }
}

fn safety_signals(fact: &Fact) -> SafetySignals {
    let of_enquiry = |enquiry: &Enquiry| match enquiry.result {
        EnquiryResult::Concern => SafetySignal::EnquiryConfirms.into(),
        EnquiryResult::NoConcern => SafetySignal::EnquiryClears.into(),
        EnquiryResult::Declined | EnquiryResult::NotAsked => SafetySignals::EMPTY,
    };
    match fact {
        Fact::Session(session) => session
            .enquiry
            .as_ref()
            .map_or(SafetySignals::EMPTY, of_enquiry),
        Fact::EnquiryMade(enquiry) => of_enquiry(enquiry),
        Fact::Scored(score) if score.self_harm_item == Some(ItemAnswer::Endorsed) => {
            SafetySignal::ItemEndorsed.into()
        }
        Fact::ConcernRaised(_) => SafetySignal::Concern.into(),
        Fact::SafetyResponse(_) => SafetySignal::Response.into(),
        Fact::SafetyReassessed(found) if found.concern_stands => SafetySignal::Stands.into(),
        Fact::SafetyReassessed(_) => SafetySignal::Resolved.into(),
        Fact::SafetyHandedOver(_) => SafetySignal::HandOver.into(),
        _ => SafetySignals::EMPTY,
    }
}

impl Sometimes {
    /// What happened in other walks has happened, too.
    fn also(&mut self, mut other: Self) {
        self.tried += other.tried;
        self.taken.append(&mut other.taken);
        self.phases.append(&mut other.phases);
        self.by_the_book.append(&mut other.by_the_book);
        self.module |= other.module;
        self.unmet = self.unmet.union(other.unmet);
        self.unknown = self.unknown.union(other.unknown);
        self.met = self.met.union(other.met);
        self.contract.append(&mut other.contract);
        self.focus.append(&mut other.focus);
        self.safety.append(&mut other.safety);
        self.engagement.append(&mut other.engagement);
        self.consent.append(&mut other.consent);
    }

    fn check(&self) {
        let is_taken = |of: &&Transition| {
            self.taken
                .iter()
                .any(|&(from, on)| row(from, on) == Some(*of))
        };
        assert_eq!(
            TRANSITIONS.iter().filter(is_taken).count(),
            TRANSITIONS.len(),
            "rows never taken"
        );
        assert_eq!(
            self.phases,
            Phase::ALL.iter().copied().collect(),
            "phases never reached"
        );

        let steps = typed::STEPS
            .iter()
            .filter(|step| step.from != step.to)
            .map(|step| (step.from, step.to))
            .collect();
        assert_eq!(
            self.by_the_book, steps,
            "the steps by the book are those that the facade has"
        );
        assert!(
            self.module,
            "a module of the present phase begins by the book"
        );

        // Whether somebody who stayed away is sought cannot be told when the absence is written down.
        assert_eq!(
            self.unmet,
            GuardSet::ALL.without(Guard::PatientSought),
            "conditions that never stood in the way"
        );
        assert_eq!(
            self.met,
            GuardSet::ALL,
            "conditions that always stood in the way"
        );
        assert_eq!(
            self.unknown, SILENCE_LEAVES_OPEN,
            "conditions that silence leaves open"
        );

        assert!(
            ContractRegion::EDGES
                .iter()
                .all(|edge| self.contract.contains(&(edge.from, edge.on)))
        );
        assert!(
            FocusRegion::EDGES
                .iter()
                .all(|edge| self.focus.contains(&(edge.from, edge.on)))
        );
        assert!(
            SafetyRegion::EDGES
                .iter()
                .all(|edge| self.safety.contains(&(edge.from, edge.on)))
        );
        assert!(
            EngagementRegion::EDGES
                .iter()
                .all(|edge| self.engagement.contains(&(edge.from, edge.on)))
        );
        assert!(
            ConsentRegion::EDGES
                .iter()
                .all(|edge| self.consent.contains(&(edge.from, edge.on)))
        );
    }
}

/// The conditions that a record can leave open by being silent about a topic that it does not
/// report in full.
const SILENCE_LEAVES_OPEN: GuardSet = GuardSet::of(&[
    Guard::FoundSuitable,
    Guard::ScreenAnswered,
    Guard::ScreenClear,
    Guard::InitialTasksDone,
    Guard::FocusIsAgreed,
    Guard::FormulationIsAccepted,
    Guard::ContractIsAgreed,
    Guard::EndIsAnnounced,
    Guard::EndIsNear,
    Guard::ExtendedBefore,
    Guard::EndingTasksDone,
    Guard::EndModeFits,
    Guard::OwnContractRuns,
    Guard::OwnContractAgreed,
    Guard::NearRemission,
]);

#[expect(clippy::too_many_lines, reason = "one table or one course, row by row")]
fn walks() -> Vec<Walk> {
    let opened = |phase| Opened::new(phase, Reporting::COMPLETE);
    let walk =
        |name, protocol: &Protocol, opening, (days, sessions, facts), alphabet: Vec<Fact>| {
            let alphabet = steps().into_iter().chain(alphabet).collect();
            Walk {
                name,
                protocol: protocol.clone(),
                opening,
                alphabet,
                days,
                sessions,
                facts,
            }
        };
    let full = small(&[
        (Phase::Assessment, true),
        (Phase::Initial, false),
        (Phase::Middle, false),
        (Phase::Termination, false),
        (Phase::Concluded, true),
        (Phase::Continuation, true),
        (Phase::Maintenance, true),
    ]);
    let without_ending = small(&[
        (Phase::Initial, false),
        (Phase::Middle, false),
        (Phase::Concluded, true),
        (Phase::Continuation, true),
        (Phase::Maintenance, true),
    ]);
    let modules = small(&[(Phase::Assessment, true), (Phase::Middle, false)]);
    let maintenance = small(&[(Phase::Assessment, true), (Phase::Maintenance, false)]);
    let continuation = small(&[(Phase::Assessment, true), (Phase::Continuation, false)]);
    let all = u32::MAX;
    vec![
        walk(
            "safety",
            &full,
            opened(Phase::Middle),
            (2, 1, FEWER),
            safety(),
        ),
        walk(
            "ending",
            &full,
            opened(Phase::Middle).with_sessions_before(0),
            (1, 2, MANY),
            ending(),
        ),
        walk(
            "agreement",
            &full,
            opened(Phase::Initial),
            (1, 2, MANY),
            agreement(),
        ),
        walk(
            "after the ending",
            &full,
            opened(Phase::Termination),
            (1, 2, MANY),
            afterwards(),
        ),
        walk(
            "after the ending, an excerpt",
            &full,
            Opened::new(Phase::Termination, Reporting::EXCERPT),
            (1, 1, MANY),
            afterwards(),
        ),
        walk(
            "after treatment without an ending",
            &without_ending,
            opened(Phase::Middle),
            (1, 1, MANY),
            afterwards(),
        ),
        walk(
            "maintenance alone",
            &maintenance,
            opened(Phase::Assessment),
            (1, 1, MANY),
            afterwards(),
        ),
        walk(
            "continuation alone",
            &continuation,
            opened(Phase::Assessment),
            (1, 1, MANY),
            afterwards(),
        ),
        walk(
            "a concern in the ending and after",
            &full,
            opened(Phase::Middle),
            (1, 0, all),
            concern_after(),
        ),
        walk(
            "a concern before the middle phase",
            &full,
            opened(Phase::Assessment),
            (1, 0, all),
            concern_before(),
        ),
        walk(
            "a concern before the middle phase, modules alone",
            &modules,
            opened(Phase::Assessment),
            (1, 0, all),
            concern_before(),
        ),
        walk(
            "assessment",
            &full,
            opened(Phase::Assessment),
            (1, 2, all),
            assessment(),
        ),
        walk(
            "engagement and consent",
            &full,
            opened(Phase::Initial),
            (1, 2, all),
            engagement(),
        ),
    ]
}

/// A protocol with those phases, two initial tasks, two tasks of the ending, and an ending of one
/// session.
fn small(phases: &[(Phase, bool)]) -> Protocol {
    let base = preset::ACUTE_16.spec().clone();
    let spec = |&(phase, optional): &(Phase, bool)| PhaseSpec {
        phase,
        label: phase.name().into(),
        typical: None,
        optional,
        ends_on: None,
    };
    Protocol::new(ProtocolSpec {
        phases: phases.iter().map(spec).collect(),
        initial: InitialPolicy {
            tasks: Cited::design(InitialTaskSet::from([
                InitialTask::Screening,
                InitialTask::Diagnosis,
            ])),
            ..base.initial
        },
        ending: EndingPolicy {
            sessions_min: Cited::design(1),
            sessions_max: Cited::design(1),
            tasks: Cited::design(EndingTaskSet::from([
                EndingTask::AnnounceEnd,
                EndingTask::FeelingsAboutEnding,
            ])),
            ..base.ending
        },
        ..base
    })
    .unwrap()
}

/// Every step: each phase begins, a module begins, the course is closed.
fn steps() -> Vec<Fact> {
    let mut facts: Vec<Fact> = Phase::ALL
        .iter()
        .filter(|&&phase| phase != Phase::Closed)
        .map(|&phase| PhaseBegun::new(phase).into())
        .collect();
    facts.push(
        PhaseBegun::new(Phase::Middle)
            .with_module(Label::from_static("module-2"))
            .into(),
    );
    facts.push(closed(EndMode::CompletedAsContracted));
    facts
}

fn assessment() -> Vec<Fact> {
    let answered = ScreenSet::EXCLUDING;
    let one = ScreenSet::from(ScreenItem::Psychosis);
    let positive = ScreeningDone::new()
        .with_present(one)
        .with_absent(answered.difference(one));
    vec![
        SuitabilityDecided::new(Suitability::Suitable).into(),
        SuitabilityDecided::new(Suitability::Unsuitable).into(),
        ScreeningDone::new().with_absent(answered).into(),
        ScreeningDone::new()
            .with_absent(answered.difference(one))
            .into(),
        positive.clone().into(),
        positive.with_specialist_plan(Stated::Done).into(),
        ReportingChanged::new(Reporting::EXCERPT).into(),
        Session::attended().into(),
        Session::attended().with_phase(Phase::Initial).into(),
    ]
}

fn agreement() -> Vec<Fact> {
    let item = || FocusItem::area(ProblemArea::RoleDispute);
    vec![
        ScreeningDone::new()
            .with_absent(ScreenSet::EXCLUDING)
            .into(),
        DiagnosisMade::new(
            DiagnosisCode::from_static("F32.1"),
            Label::from_static("icd-10"),
        )
        .into(),
        TaskNote::not_done(InitialTask::Diagnosis).into(),
        TaskNote::not_done(InitialTask::PatientAgreement).into(),
        FormulationGiven::new(vec![ProblemArea::RoleDispute.into()]).into(),
        FormulationAnswered::new(PatientResponse::Accepted).into(),
        FormulationAnswered::new(PatientResponse::Rejected).into(),
        FocusAgreed::new(vec![item()]).into(),
        FocusAgreed::new(vec![item().with_status(FocusStatus::Parked)]).into(),
        ContractAgreed::new(TimeFrame::Weeks(12)).into(),
        ReportingChanged::new(Reporting::EXCERPT).into(),
    ]
}

fn ending() -> Vec<Fact> {
    vec![
        FrameAnnounced::new(TimeFrame::Sessions(2)).into(),
        ContractAgreed::new(TimeFrame::Sessions(2)).into(),
        ContractAmended::new()
            .with_frame(TimeFrame::Sessions(1))
            .into(),
        ContractAmended::new()
            .with_frame(TimeFrame::Sessions(3))
            .into(),
        Session::attended().into(),
        TaskNote::done(EndingTask::AnnounceEnd).into(),
        TaskNote::done(EndingTask::FeelingsAboutEnding).into(),
        ReportingChanged::new(Reporting::EXCERPT).into(),
    ]
}

fn afterwards() -> Vec<Fact> {
    let contract = |scope| ContractAgreed::new(TimeFrame::Sessions(2)).with_scope(scope);
    vec![
        contract(ContractScope::Continuation).into(),
        contract(ContractScope::Maintenance).into(),
        JudgementMade::new(Criterion::REMISSION, true).into(),
        JudgementMade::new(Criterion::NEAR_REMISSION, false).into(),
        TaskNote::done(EndingTask::AnnounceEnd).into(),
        TaskNote::done(EndingTask::FeelingsAboutEnding).into(),
        TaskNote::not_done(EndingTask::FeelingsAboutEnding).into(),
        Session::attended().with_phase(Phase::Maintenance).into(),
        Session::attended().into(),
    ]
}

fn safety() -> Vec<Fact> {
    let work = Session::attended().with_strategies(Strategy::GriefLink);
    vec![
        Score::new(InstrumentId::from_static("phq-9"), 12_u16)
            .with_self_harm_item(ItemAnswer::Endorsed)
            .into(),
        ConcernRaised::new(ConcernKind::SuicidalIdeation).into(),
        Enquiry::new(EnquiryResult::Concern).into(),
        Enquiry::no_concern().into(),
        SafetyResponse::new(SafetyAction::SafetyPlan).into(),
        SafetyReassessed::new(true).into(),
        SafetyReassessed::new(false).into(),
        SafetyHandedOver::new(Receiver::CrisisTeam).into(),
        work.clone().into(),
        work.clone().with_kind(SessionKind::Crisis).into(),
        work.with_enquiry(Enquiry::no_concern()).into(),
        closed(EndMode::DroppedOut),
    ]
}

/// What is enough to begin treatment, and a concern.
fn concern_before() -> Vec<Fact> {
    vec![
        ConcernRaised::new(ConcernKind::SelfHarm).into(),
        SuitabilityDecided::new(Suitability::Suitable).into(),
        ScreeningDone::new()
            .with_absent(ScreenSet::EXCLUDING)
            .into(),
        DiagnosisMade::new(
            DiagnosisCode::from_static("F32.1"),
            Label::from_static("icd-10"),
        )
        .into(),
        FormulationAnswered::new(PatientResponse::Accepted).into(),
        FocusAgreed::new(vec![FocusItem::area(ProblemArea::Grief)]).into(),
        ContractAgreed::new(TimeFrame::Weeks(12)).into(),
    ]
}

/// What is enough to end treatment and to go on afterwards, and a concern.
fn concern_after() -> Vec<Fact> {
    let contract = |scope| ContractAgreed::new(TimeFrame::Sessions(1)).with_scope(scope);
    vec![
        ConcernRaised::new(ConcernKind::SelfHarm).into(),
        contract(ContractScope::Acute).into(),
        ContractAmended::new()
            .with_frame(TimeFrame::Sessions(2))
            .into(),
        TaskNote::done(EndingTask::AnnounceEnd).into(),
        TaskNote::done(EndingTask::FeelingsAboutEnding).into(),
        contract(ContractScope::Continuation).into(),
        contract(ContractScope::Maintenance).into(),
        JudgementMade::new(Criterion::REMISSION, true).into(),
    ]
}

fn engagement() -> Vec<Fact> {
    vec![
        Session::attended().into(),
        Session::new(Attendance::DidNotAttend).into(),
        OutreachMade::new().into(),
        Paused::new().into(),
        Resumed::new().into(),
        EngagementDecided::new(EngagementDecision::ContactLost).into(),
        ConsentRecorded::new(ConsentState::Given).into(),
        ConsentRecorded::new(ConsentState::Limited).into(),
        ConsentRecorded::new(ConsentState::Withdrawn).into(),
    ]
}

fn closed(mode: EndMode) -> Fact {
    Closed::new(mode, ClinicalResult::NotAssessed, Disposition::None).into()
}

fn guards(why: &WhyNot) -> (GuardSet, GuardSet) {
    match why {
        WhyNot::Conditions { unmet, unknown } => (
            unmet.iter().map(|condition| condition.guard).collect(),
            unknown.iter().map(|condition| condition.guard).collect(),
        ),
        other => panic!("{other:?}"),
    }
}

fn entry(on: NaiveDate, fact: Fact) -> Entry {
    Entry::fact(WRITTEN, BY, on, fact)
}

const BY: ActorRef = ActorRef::from_static("therapist-1");

/// Everything is written in the evening of the first of February.
const WRITTEN: DateTime<Utc> = NaiveDate::from_ymd_opt(2026, 2, 1)
    .unwrap()
    .and_hms_opt(17, 0, 0)
    .unwrap()
    .and_utc();

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, number).unwrap()
}

#[test]
fn a_fact_of_the_closing_day_that_is_written_after_the_closing_is_decided_as_it_is_recorded() {
    let opening = entry(
        day(1),
        Opened::new(Phase::Middle, Reporting::COMPLETE).into(),
    );
    let mut course = Course::replay(&preset::ACUTE_16, [opening]).unwrap();
    course
        .record_entry(entry(day(2), closed(EndMode::DroppedOut)))
        .unwrap();
    let session = Fact::from(Session::attended());
    assert!(course.decide(&session, day(2)).is_taken());
    assert!(!course.decide(&session, day(3)).is_taken());
    assert!(course.record_entry(entry(day(3), session.clone())).is_err());
    course.record_entry(entry(day(2), session)).unwrap();
    assert_eq!(
        (course.state().phase(), course.state().held()),
        (Phase::Closed, 1)
    );
}
