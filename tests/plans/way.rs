//! The shortest way to a step that is not by the book now.

use chrono::{DateTime, NaiveDate, Utc};
use interpersonal::{
    ActorRef, At, Course, Entry, Fact, Phase, Reporting,
    machine::{Decision, Guard, GuardSet, RefusalError, Trigger, TriggerSet},
    plan::{Needed, Way, WayError},
    protocol::preset::{ACUTE_16, MAINT_07M},
    record::{
        contract::{ContractAgreed, TimeFrame},
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        safety::{ConcernKind, ConcernRaised},
        session::Session,
        setting::{Opened, PhaseBegun, ScreenItem, ScreenSet, ScreeningDone},
    },
    vocabulary::{InitialTask, InitialTaskSet},
};

const BY: ActorRef = ActorRef::from_static("therapist-1");

fn at(number: u32) -> At {
    At::new(written(), BY, day(number))
}

fn written() -> DateTime<Utc> {
    "2026-02-01T17:00:00Z".parse().unwrap()
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, number).unwrap()
}

fn opened(phase: Phase) -> Course {
    Course::open(&ACUTE_16, at(5), Opened::new(phase, Reporting::COMPLETE)).unwrap()
}

fn needed(way: &Way) -> Vec<Needed> {
    way.steps.iter().map(|step| step.needed).collect()
}

/// Takes a way on a copy: each step is by the book, no shorter prefix is enough, and the whole is.
#[track_caller]
fn taken(course: &Course, way: &Way, on: NaiveDate) -> Course {
    let mut course = course.clone();
    let written =
        DateTime::<Utc>::from_naive_utc_and_offset(on.and_hms_opt(20, 0, 0).unwrap(), Utc);
    for fact in way.facts() {
        assert!(
            !course.decide(&way.goal, on).is_by_the_book(),
            "a shorter way is enough: {way}"
        );
        let decision = course.decide(&fact, on);
        assert!(
            decision.is_by_the_book(),
            "{:?} is not by the book on the way: {decision:?}\n{way}",
            fact.kind()
        );
        course
            .record_entry(Entry::fact(written, BY, on, fact))
            .unwrap();
    }
    let decision = course.decide(&way.goal, on);
    assert!(
        decision.is_by_the_book(),
        "{decision:?} at the end of\n{way}"
    );
    assert!(matches!(decision, Decision::Taken { to, .. } if to == way.to));
    course
}

#[test]
fn the_middle_phase_asks_for_what_a_fact_of_its_own_shows_and_then_for_the_other_tasks() {
    let course = opened(Phase::Initial);
    let way = course.way(Trigger::BeginsMiddle, day(9)).unwrap();
    taken(&course, &way, day(9));
    let steps = needed(&way);
    assert!(matches!(
        steps[0],
        Needed::Screening {
            present: ScreenSet::EMPTY,
            ..
        }
    ));
    assert!(matches!(steps[1], Needed::Focus { .. }));
    assert_eq!(steps[2], Needed::Formulation);
    assert!(matches!(
        steps[3],
        Needed::Contract {
            frame: TimeFrame::Sessions(16),
            ..
        }
    ));
    let Needed::InitialTasks(tasks) = steps[4] else {
        panic!("{way}")
    };
    let due = ACUTE_16.spec().initial.tasks.value;
    let shown = [
        InitialTask::Screening,
        InitialTask::ProblemAreaSelection,
        InitialTask::PatientAgreement,
        InitialTask::TreatmentContract,
    ];
    assert_eq!(tasks, shown.into_iter().fold(due, InitialTaskSet::without));
    assert_eq!((steps.len(), way.len()), (5, 4 + tasks.len()));
    assert_eq!(
        way.steps[4]
            .codes()
            .map(|code| code.to_string())
            .collect::<Vec<_>>(),
        ["IPT-100"]
    );
}

#[test]
fn a_phase_further_on_is_reached_through_those_before_it() {
    let course = opened(Phase::Middle);
    let way = course.way(Trigger::BeginsConcluded, day(9)).unwrap();
    taken(&course, &way, day(9));
    assert!(needed(&way).contains(&Needed::Phase(Phase::Termination)));
    let entry = way
        .steps
        .iter()
        .find(|step| step.needed == Needed::Phase(Phase::Termination))
        .unwrap();
    assert_eq!(
        (entry.serves, entry.before),
        (Guard::PhaseOrder.into(), Trigger::BeginsConcluded)
    );
}

#[test]
fn what_a_screen_found_is_not_unsaid_but_covered() {
    let mut course = opened(Phase::Initial);
    let found = ScreenSet::from(ScreenItem::Psychosis);
    course
        .record(at(6), ScreeningDone::new().with_present(found))
        .unwrap();
    let way = course.way(Trigger::BeginsMiddle, day(9)).unwrap();
    taken(&course, &way, day(9));
    assert_eq!(
        needed(&way)[0],
        Needed::Screening {
            present: found,
            excluded: ScreenSet::EXCLUDING
        }
    );
    assert_eq!(
        way.steps[0].serves,
        GuardSet::from([Guard::ScreenAnswered, Guard::ScreenClear])
    );
    assert!(
        way.to_string()
            .contains("and a specialist plan for what it found")
    );
}

#[test]
fn an_unanswered_concern_is_answered_first() {
    let mut course = opened(Phase::Middle);
    assert!(course.way(Trigger::Session, day(6)).unwrap().is_empty());
    course
        .record(at(6), ConcernRaised::new(ConcernKind::SelfHarm))
        .unwrap();
    let way = course.way(Trigger::Session, day(6)).unwrap();
    taken(&course, &way, day(6));
    assert_eq!(needed(&way), [Needed::Response]);
    assert_eq!(
        way.to_string(),
        "1. the response to the safety concern documented – for: no ordinary work before the response\nsession: then by the book"
    );
    // A safety fact has its place whatever is open.
    let way = course.way(Trigger::Safety, day(6)).unwrap();
    assert_eq!(way.to_string(), "safety: by the book now");
}

#[test]
fn a_contract_that_is_used_up_is_extended_by_one_session() {
    let mut course = opened(Phase::Middle);
    course
        .record(at(5), ContractAgreed::new(TimeFrame::Sessions(1)))
        .unwrap();
    course.record(at(6), Session::attended()).unwrap();
    let way = course.way(Trigger::Session, day(9)).unwrap();
    taken(&course, &way, day(9));
    assert_eq!(needed(&way), [Needed::Extension { sessions: 2 }]);
}

#[test]
fn a_course_that_is_to_end_as_contracted_holds_the_sessions_that_are_left() {
    let mut course = opened(Phase::Middle);
    course
        .record(at(5), ContractAgreed::new(TimeFrame::Sessions(4)))
        .unwrap();
    course.record(at(6), Session::attended()).unwrap();
    let way = course.way(Trigger::Closes, day(9)).unwrap();
    taken(&course, &way, day(9));
    assert_eq!((needed(&way), way.len()), (vec![Needed::Sessions(3)], 3));
    assert_eq!(way.steps[0].serves, Guard::EndModeFits.into());
    // An end by agreement is by the book as it is.
    let closed = Closed::new(
        EndMode::CompletedEarlyByAgreement,
        ClinicalResult::Remitted,
        Disposition::Discharge,
    );
    assert!(course.way_to(&closed.into(), day(9)).unwrap().is_empty());
}

#[test]
fn where_there_is_no_way_the_reason_is_said() {
    let mut course = opened(Phase::Middle);
    let none = |course: &Course, trigger, on| course.way(trigger, on).unwrap_err();
    assert_eq!(
        none(&course, Trigger::BeginsMiddle, day(9)),
        WayError::UnderWay {
            phase: Phase::Middle
        }
    );
    assert_eq!(
        none(&course, Trigger::BeginsInitial, day(9)),
        WayError::NothingMeets {
            conditions: Guard::PhaseOrder.into()
        }
    );
    assert_eq!(
        none(&course, Trigger::BeginsInitial, day(9)).to_string(),
        "no fact that could be recorded on that day would meet this condition of the step: “The step follows the protocol's list \
         of phases” (IPT-011)"
    );
    assert!(matches!(
        none(&course, Trigger::Session, day(4)),
        WayError::Refused(RefusalError::BeforeOpening { .. })
    ));
    course
        .record(
            at(9),
            Closed::new(
                EndMode::DroppedOut,
                ClinicalResult::NotAssessed,
                Disposition::None,
            ),
        )
        .unwrap();
    assert!(matches!(
        none(&course, Trigger::BeginsTermination, day(10)),
        WayError::Refused(RefusalError::NoStep {
            from: Phase::Closed,
            ..
        })
    ));
    // On its last day, before the closing takes effect, the course is still under way.
    assert!(course.way(Trigger::BeginsTermination, day(9)).is_ok());

    let alone = Course::open(
        &MAINT_07M,
        at(5),
        Opened::new(Phase::Assessment, Reporting::COMPLETE),
    )
    .unwrap();
    assert_eq!(
        none(&alone, Trigger::BeginsMiddle, day(9)),
        WayError::NotInProtocol {
            phase: Phase::Middle
        }
    );
}

#[test]
fn a_way_to_a_fact_takes_what_it_says_into_account() {
    let course = opened(Phase::Assessment);
    let session = Fact::from(Session::attended().with_phase(Phase::Initial));
    let way = course.way_to(&session, day(6)).unwrap();
    taken(&course, &way, day(6));
    assert_eq!(
        (needed(&way), way.to),
        (vec![Needed::Suitability], Phase::Initial)
    );
    let again = Fact::from(PhaseBegun::new(Phase::Assessment));
    assert_eq!(
        course.way_to(&again, day(6)),
        Err(WayError::UnderWay {
            phase: Phase::Assessment
        })
    );
}

#[test]
fn every_step_of_an_exemplary_course_has_a_way_from_its_opening() {
    let course = opened(Phase::Assessment);
    for trigger in TriggerSet::ALL
        .iter()
        .filter(|&trigger| trigger != Trigger::BeginsAssessment)
    {
        let way = course
            .way(trigger, day(9))
            .unwrap_or_else(|none| panic!("{trigger}: {none}"));
        taken(&course, &way, day(9));
    }
}

#[cfg(feature = "proptest1")]
mod laws {
    use core::mem;
    use std::collections::BTreeSet;

    use interpersonal::{
        FocusItem, ProblemArea, Stated, TaskNote,
        machine::possible_in,
        record::{
            contract::{ContractAmended, ContractScope},
            focus::{FocusAgreed, FormulationAnswered, PatientResponse},
            review::JudgementMade,
            safety::{SafetyAction, SafetyResponse},
            setting::{Suitability, SuitabilityDecided},
        },
        testing::strategy,
        vocabulary::{Criterion, EndingTask},
    };
    use proptest::{prelude::*, sample::Index, strategy::ValueTree as _, test_runner::TestRunner};

    use super::*;

    /// Contracts of thousands of sessions exist in records of any kind; to take their ways says
    /// nothing new.
    const LONG: usize = 120;

    fn courses() -> impl Strategy<Value = Course> {
        let conforming = strategy::protocol().prop_flat_map(strategy::conforming);
        prop_oneof![
            strategy::course(),
            // Under way, with everything as it should be so far.
            (conforming, any::<Index>()).prop_map(|(course, cut)| {
                let mut entries = course.entries().to_vec();
                entries.truncate(1 + cut.index(entries.len()));
                Course::replay(course.opening_protocol().clone(), entries).unwrap()
            }),
        ]
    }

    /// Facts out of which a way may be made, without regard to what it needs. A contract in the
    /// place of another is none of them, nor a phase on the way to what begins none.
    fn alphabet(course: &Course, trigger: Trigger) -> Vec<Fact> {
        let spec = course.protocol().spec();
        let area = spec
            .focus
            .areas
            .value
            .iter()
            .next()
            .unwrap_or(ProblemArea::Grief);
        let longer = course
            .state()
            .planned()
            .unwrap_or(0)
            .max(course.state().slots())
            .saturating_add(1);
        let frame = TimeFrame::Sessions(spec.dose.sessions.value.typical.max(1));
        let mut facts: Vec<Fact> = vec![
            SuitabilityDecided::new(Suitability::Suitable).into(),
            ScreeningDone::new()
                .with_absent(ScreenSet::EXCLUDING)
                .into(),
            ScreeningDone::new()
                .with_absent(ScreenSet::EXCLUDING)
                .with_specialist_plan(Stated::Done)
                .into(),
            FocusAgreed::new(vec![FocusItem::area(area)]).into(),
            FormulationAnswered::new(PatientResponse::Accepted).into(),
            ContractAgreed::new(frame)
                .with_scope(ContractScope::Continuation)
                .into(),
            ContractAgreed::new(frame)
                .with_scope(ContractScope::Maintenance)
                .into(),
            ContractAmended::new()
                .with_frame(TimeFrame::Sessions(longer))
                .into(),
            Session::attended().into(),
            SafetyResponse::new(SafetyAction::SafetyPlan).into(),
            JudgementMade::new(Criterion::NEAR_REMISSION, true).into(),
        ];
        if course.state().planned().is_none() {
            facts.push(ContractAgreed::new(frame).into());
        }
        if trigger
            .leads_into()
            .is_some_and(|phase| phase != Phase::Closed)
        {
            let phases = Phase::ALL.iter().filter(|&&phase| phase != Phase::Closed);
            facts.extend(phases.map(|&phase| Fact::from(PhaseBegun::new(phase))));
        }
        let apart = [
            InitialTask::TreatmentContract,
            InitialTask::PatientAgreement,
        ];
        let initial = spec
            .initial
            .tasks
            .value
            .iter()
            .filter(|task| !apart.contains(task));
        facts.extend(initial.map(|task| Fact::from(TaskNote::done(task))));
        facts.extend(
            EndingTask::ALL
                .iter()
                .map(|&task| Fact::from(TaskNote::done(task))),
        );
        facts
    }

    fn recorded(course: &Course, fact: &Fact, on: NaiveDate) -> Option<Course> {
        if !course.decide(fact, on).is_by_the_book() {
            return None;
        }
        let mut copy = course.clone();
        copy.record_entry(Entry::fact(DateTime::<Utc>::MAX_UTC, BY, on, fact.clone()))
            .ok()?;
        Some(copy)
    }

    /// Whether some sequence of so many facts or fewer is enough.
    fn is_enough(
        course: &Course,
        goal: &Fact,
        on: NaiveDate,
        facts: usize,
        alphabet: &[Fact],
    ) -> bool {
        course.decide(goal, on).is_by_the_book()
            || facts > 0
                && alphabet.iter().any(|fact| {
                    recorded(course, fact, on)
                        .is_some_and(|next| is_enough(&next, goal, on, facts - 1, alphabet))
                })
    }

    proptest! {
           #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

           #[test]
           fn taken_a_way_ends_where_it_says_and_no_part_of_it_is_enough(course in courses(), later in 0..30_u64) {
               let on = course.state().last_day().checked_add_days(chrono::Days::new(later)).unwrap();
               for trigger in TriggerSet::ALL.iter() {
                   let Ok(way) = course.way(trigger, on) else { continue };
                   prop_assert!(way.steps.iter().all(|step| !step.serves.is_empty()));
                   let shown = format!("{way:?}{way}");
    prop_assert!(!shown.contains(strategy::MARKER));
                   if way.len() > LONG {
                       continue;
                   }
                   taken(&course, &way, on);
                   let facts: Vec<Fact> = way.facts().collect();
                   for left_out in 0..facts.len() {
                       let mut rest = course.clone();
                       let all = facts.iter().enumerate().filter(|&(at, _)| at != left_out).all(|(_, fact)| {
                           recorded(&rest, fact, on).map(|next| rest = next).is_some()
                       });
                       prop_assert!(!all || !rest.decide(&way.goal, on).is_by_the_book(), "{left_out} of\n{way}");
                   }
               }
           }

           #[test]
           fn what_is_by_the_book_now_needs_nothing_and_what_has_no_way_is_not(course in courses()) {
               let on = course.state().last_day();
               for trigger in TriggerSet::ALL.iter() {
                   match course.way(trigger, on) {
                       Ok(way) => prop_assert_eq!(way.is_empty(), course.decide(&way.goal, on).is_by_the_book()),
                       Err(WayError::Refused(RefusalError::NoStep { from, .. })) => {
                           prop_assert!(!possible_in(trigger).contains(from));
                       }
                       Err(WayError::UnderWay { phase }) => {
                        // On the day of its closing a course is still where it was.
                        let now = course.state().phase();
                        prop_assert!(phase == now || now == Phase::Closed, "{phase}, {now}");
                    }
                       Err(WayError::NotInProtocol { phase }) => prop_assert!(course.protocol().phase(phase).is_none()),
                       Err(WayError::NothingMeets { conditions }) => {
                           prop_assert!(conditions.contains(Guard::PhaseOrder), "{trigger}: {conditions}");
                           // Phases do not go back, and no list goes on from a phase that is not in
                           // it.
                           let now = course.state().phase();
                           let unlisted = course.protocol_on(on).phase(now).is_none();
                           prop_assert!(unlisted || trigger.leads_into().is_some_and(|phase| phase < now), "{trigger} in {now}: {conditions}; {:?}", course.protocol_on(on).phases());
                       }
                       Err(other) => prop_assert!(false, "{other}"),
                   }
               }
           }
       }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_other_facts_make_a_shorter_way(course in courses()) {
            let on = course.state().last_day();
            for trigger in TriggerSet::ALL.iter() {
                let Ok(way) = course.way(trigger, on) else { continue };
                if let 1..=3 = way.len() {
                    let alphabet = alphabet(&course, trigger);
                    prop_assert!(!is_enough(&course, &way.goal, on, way.len() - 1, &alphabet), "{way}");
                }
            }
        }
    }

    #[test]
    fn ways_of_every_kind_are_found() {
        let mut runner = TestRunner::deterministic();
        let courses = courses();
        let (mut served, mut lengths, mut none) = (GuardSet::EMPTY, BTreeSet::new(), 0);
        let mut kinds = BTreeSet::new();
        for _ in 0..300 {
            let course = courses.new_tree(&mut runner).unwrap().current();
            for trigger in TriggerSet::ALL.iter() {
                match course.way(trigger, course.state().last_day()) {
                    Ok(way) => {
                        lengths.insert(way.len());
                        served = way
                            .steps
                            .iter()
                            .fold(served, |served, step| served.union(step.serves));
                        kinds.extend(
                            way.steps
                                .iter()
                                .map(|step| format!("{:?}", mem::discriminant(&step.needed))),
                        );
                    }
                    Err(_) => none += 1,
                }
            }
        }
        // Nobody is on the way to staying away.
        let all = GuardSet::ALL.without(Guard::PatientSought);
        assert_eq!(served, all, "conditions that no way serves");
        assert_eq!(kinds.len(), 13, "kinds of fact that no way needs");
        assert!(none > 50 && lengths.len() > 20, "{none} {lengths:?}");
    }
}
