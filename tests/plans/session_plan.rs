//! Laws of session plans: who does what is due has nothing held against the session, who leaves it
//! out hears of it from the rule that was named, an open concern comes first, and no record is too
//! odd.

use core::fmt;

use interpersonal::{
    ActorRef, Course, Entry, Fact, FreeText, Phase, ProblemArea, Reporting, RuleCode, Seq,
    Severity, Stated, Strategy as AreaStrategy, TaskNote,
    chrono::{Days, NaiveDate, TimeDelta},
    machine::region::SafetyRegion,
    measure::{Instrument, InstrumentId, Score},
    plan::{
        AgendaItem, AgendaSlot, Availability, CoursePlan, Pressing, Promised, Reason, SessionPlan,
        Terms, What,
    },
    protocol::{Cadence, Level, MeasureSpec, Protocol, preset},
    record::{
        contact::{Contact, ExternalDate, Paused},
        contract::{ContractAgreed, ContractScope, FrameAnnounced, TimeFrame},
        ending::{
            ClinicalResult, Closed, Disposition, EndMode, MaintenanceDecided, MaintenanceDecision,
            RelapsePlanMade,
        },
        focus::{DisputeStaged, MarkerResult, MarkersAssessed},
        review::{JudgementMade, ReviewHeld, ReviewOption, ReviewOptions},
        safety::{
            ConcernKind, ConcernRaised, Enquiry, Receiver, SafetyActions, SafetyHandedOver,
            SafetyReassessed, SafetyResponse,
        },
        session::{Participant, Session, Track},
        setting::{Opened, PhaseBegun},
    },
    rule::{self, Finding, Region, Report, RuleKind, Validator},
    testing::{exemplar::Exemplar, strategy},
    vocabulary::{
        Criterion, DisputeStage, EndingTask, InitialTask, MedicationDecision, Task, TaskToken,
        Technique, WorkKind,
    },
};
use proptest::{prelude::*, sample};

fn laws(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A preset, which shows no more than its name.
#[derive(Clone, Copy)]
struct Preset(&'static Protocol);

impl fmt::Debug for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.id(), f)
    }
}

fn conforming() -> impl Strategy<Value = (Preset, Course)> {
    sample::select(preset::ALL).prop_flat_map(|protocol| {
        (
            Just(Preset(protocol)),
            strategy::conforming(protocol.clone()),
        )
    })
}

fn written(day: NaiveDate, fact: impl Into<Fact>) -> Entry {
    Entry::fact(
        day.and_hms_opt(12, 0, 0).unwrap().and_utc(),
        ActorRef::from_static("t"),
        day,
        fact,
    )
}

/// The days of the sessions held. A meeting beside the main track, while that runs, has days of its
/// own: a session of the main track on them would crowd.
fn session_days(course: &Course) -> Vec<NaiveDate> {
    let beside = |track: Track| matches!(track, Track::MidTreatment | Track::AddedGroup);
    let held = |fact: &Fact| matches!(fact, Fact::Session(session) if session.attendance.is_held() && !beside(session.track));
    course
        .facts()
        .filter(|(_, _, fact)| held(fact))
        .map(|(_, day, _)| day)
        .collect()
}

/// The course as it stands before the session of a day: the evening before, or with what was
/// written that day before the note.
fn cut(protocol: &Protocol, course: &Course, day: NaiveDate, that_day_too: bool) -> Option<Course> {
    let is_note = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::Session(_))));
    let entries = course.entries().iter().take_while(|entry| {
        let on = entry.day().unwrap();
        on < day || that_day_too && on == day && !is_note(entry)
    });
    Course::replay(protocol.clone(), entries.cloned()).ok()
}

/// A score that is as the last one was.
fn same_score(course: &Course, instrument: InstrumentId) -> Score {
    // A measure that only its protocol knows has no bounds here.
    let middle = Instrument::get(instrument).map_or(0, |known| known.min().midpoint(known.max()));
    let scores = course.facts().flat_map(|(_, _, fact)| match fact {
        Fact::Session(session) => session.scores.clone(),
        Fact::Scored(score) => [*score].to_vec(),
        _ => Vec::new(),
    });
    let last = scores.filter(|score| score.instrument == instrument).last();
    Score::new(
        instrument,
        last.and_then(|score| score.total).unwrap_or(middle),
    )
    .with_fed_back(Stated::Done)
}

/// The session in which these items are done, and nothing else, with what goes with its note.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of item")]
fn held(course: &Course, plan: &SessionPlan, items: &[AgendaItem]) -> Course {
    let spec = course.protocol_on(plan.day).spec();
    let mut note = Session::attended()
        .with_track(plan.track)
        .with_minutes(plan.minutes)
        .with_phase(plan.phase);
    let mut facts: Vec<Fact> = Vec::new();
    for item in items {
        match item.what {
            What::SafetyResponse => facts.push(SafetyResponse::new(SafetyActions::ALL).into()),
            What::SafetyReassessment | What::HandOverFollowUp => {
                facts.push(SafetyReassessed::new(true).into());
            }
            What::Opening => note.opening = Stated::Done,
            What::AttemptReview => note.reviewed = Stated::Done,
            What::SymptomCheck => note.symptom_check = Stated::Done,
            What::Score(instrument) => note.scores.push(same_score(course, instrument)),
            What::Enquiry => note.enquiry = Some(Enquiry::no_concern()),
            What::MoodEventLink => note.mood_event_link = Stated::Done,
            What::Participant(relation) => note.participants.push(
                Participant::new(relation)
                    .with_consent(Stated::Done)
                    .with_purpose(FreeText::from("as planned")),
            ),
            // The note names the phase of the plan anyway.
            What::Phase(phase) => assert_eq!(phase, plan.phase),
            What::Frame => {
                facts.push(
                    FrameAnnounced::new(TimeFrame::Sessions(spec.dose.sessions.value.typical))
                        .into(),
                );
            }
            What::OwnContract => {
                let scope = if plan.phase == Phase::Continuation {
                    ContractScope::Continuation
                } else {
                    ContractScope::Maintenance
                };
                facts.push(
                    ContractAgreed::new(TimeFrame::Sessions(6))
                        .with_scope(scope)
                        .into(),
                );
            }
            What::Initial(task) => {
                let mut done = TaskNote::done(task);
                if task == InitialTask::SickRole {
                    done.sick_role = spec.initial.sick_role.value;
                } else if task == InitialTask::MedicationEvaluation {
                    done.medication = Some(MedicationDecision::NotIndicated);
                }
                note.tasks.push(done);
            }
            What::Declared(token) => note.tasks.push(TaskNote::done(token)),
            What::Incident => note.incident = Stated::Done,
            What::Affect => note.affect = Stated::Done,
            What::Strategy(strategy) => note.strategies = note.strategies.with(strategy),
            What::Technique(technique) => note.techniques = note.techniques.with(technique),
            What::DisputeStage => {
                facts.push(DisputeStaged::new(DisputeStage::Renegotiation).into());
            }
            What::EventsReasked => note.events_reasked = Stated::Done,
            What::ProgressReview => {
                facts.push(
                    ReviewHeld::new()
                        .with_options(ReviewOptions::of(&[ReviewOption::Continue]))
                        .into(),
                );
            }
            What::AnotherOption => {
                facts.push(
                    ReviewHeld::new()
                        .with_options(ReviewOptions::of(&[ReviewOption::SpecialistReview]))
                        .into(),
                );
            }
            What::Markers(area) => facts.push(MarkersAssessed::new(area, MarkerResult::Met).into()),
            What::Ending(EndingTask::RelapsePlan) => {
                facts.push(RelapsePlanMade::new(1_u8, 1_u8, 1_u8).into());
            }
            What::Ending(EndingTask::MaintenanceDecision) => {
                let decided = MaintenanceDecided::new(MaintenanceDecision::None);
                facts.push(decided.with_reason(FreeText::from("talked over")).into());
            }
            What::Ending(task) => note.tasks.push(TaskNote::done(task)),
            What::Judgement(criterion) => facts.push(JudgementMade::new(criterion, true).into()),
            What::Module(module) => {
                facts.push(PhaseBegun::new(plan.phase).with_module(module).into());
            }
            What::Diary => note.agreed = note.agreed.with(WorkKind::Diary),
            What::Contact(with) => facts.push(Contact::new(with).with_reached(Stated::Done).into()),
            What::ExternalDate(anchor) => {
                facts.push(ExternalDate::new(anchor, plan.day + Days::new(400)).into());
            }
            What::Meeting(track) => {
                facts.push(
                    Session::attended()
                        .with_track(track)
                        .with_phase(plan.phase)
                        .into(),
                );
            }
            What::Options => note.options = Some(2),
            What::Rehearsal => note.techniques = note.techniques.with(Technique::RolePlay),
            What::Summary => note.summary = Stated::Done,
            What::BetweenSessionPlan => {
                note.agreed = note.agreed.union(spec.work.between_sessions.value);
            }
            What::SessionsLeft => note.sessions_left = Stated::Done,
            other => panic!("the law does not know how to do {other:?}"),
        }
    }
    let mut course = course.clone();
    for fact in [note.into()].into_iter().chain(facts) {
        course.record_entry(written(plan.day, fact)).unwrap();
    }
    course
}

fn report(course: &Course, day: NaiveDate) -> Report {
    Validator::new().validate(course, day)
}

/// What stands in one report and not in another, beyond notes.
fn new_in(after: &Report, before: &Report) -> Vec<String> {
    let known = |code, place| {
        before
            .standing()
            .any(|old| (old.code, old.place) == (code, place))
    };
    let new = after
        .standing()
        .filter(|new| new.severity > Severity::Note && !known(new.code, new.place));
    new.map(|new| format!("{} {:?} {:?}", new.code, new.place, new.evidence))
        .collect()
}

/// Whether a rule finds something or cannot tell, which it did not before.
fn hears(report: &Report, other: &Report, code: RuleCode) -> bool {
    let count = |report: &Report| {
        report.of(code).filter(|finding| finding.stands()).count()
            + report
                .unknown
                .iter()
                .filter(|unknown| unknown.code == code)
                .count()
    };
    count(report) > count(other)
}

fn due(plan: &SessionPlan) -> Vec<AgendaItem> {
    plan.due().copied().collect()
}

proptest! {
    #![proptest_config(laws(128))]

    #[test]
    fn a_note_to_fill_in_says_nothing_that_the_session_did_not_show(
        (Preset(protocol), course) in conforming(),
        which in any::<sample::Index>(),
    ) {
        let days = session_days(&course);
        let day = days[which.index(days.len())];
        let Some(before) = cut(protocol, &course, day, false) else { return Ok(()) };
        let plan = before.next_session(day);
        let note = plan.note();
        prop_assert_eq!((note.track, note.minutes), (plan.track, Some(plan.minutes)));
        prop_assert_eq!(note.phase, note.phase.map(|_| plan.phase));
        for item in &plan.agenda {
            if let What::Initial(task) = item.what {
                prop_assert!(note.tasks.iter().any(|note| note.task == Task::Initial(task)));
            }
        }
        // Recorded as it stands, its tasks are silence: the report is that of a note without them.
        let bare = note.clone().with_tasks(Vec::new());
        let with = |session: Session| {
            let mut course = before.clone();
            course.record_entry(written(day, session)).unwrap();
            report(&course, day)
        };
        let (proposed, bare) = (with(note), with(bare));
        prop_assert_eq!(&proposed.findings, &bare.findings);
        prop_assert!(proposed.questions().eq(bare.questions()));
    }

    #[test]
    fn who_does_what_is_due_conforms_and_who_leaves_one_out_hears_of_it(
        (Preset(protocol), course) in conforming(),
        which in any::<sample::Index>(),
        that_day_too in any::<bool>(),
    ) {
        let days = session_days(&course);
        let day = days[which.index(days.len())];
        let Some(before) = cut(protocol, &course, day, that_day_too) else { return Ok(()) };
        let plan = before.next_session(day);
        prop_assert!(plan.is_expected);
        let all = due(&plan);
        let done = held(&before, &plan, &all);
        let (earlier, with_all) = (report(&before, day), report(&done, day));
        let new = new_in(&with_all, &earlier);
        // What is found whatever the session brings is said beforehand.
        let unsaid: Vec<&String> =
            new.iter().filter(|new| !plan.regardless.iter().any(|code| new.starts_with(code.as_str()))).collect();
        prop_assert!(unsaid.is_empty(), "{} {day}: {unsaid:#?}\n{plan}", protocol.id());
        if plan.track == Track::Main && plan.phase.is_acute() && plan.left != Some(0) {
            prop_assert!(plan.regardless.is_empty(), "{} {day}: {:?}\n{plan}", protocol.id(), plan.regardless);
        }
        for left_out in &all {
            let rest: Vec<AgendaItem> = all.iter().copied().filter(|item| item != left_out).collect();
            let without = report(&held(&before, &plan, &rest), day);
            if let Reason::Rule(code) = left_out.reason {
                prop_assert_eq!(left_out.otherwise, Some(code));
            }
            let Some(code) = left_out.otherwise else { continue };
            prop_assert!(hears(&without, &with_all, code), "{} {day}: {left_out}\n{plan}", protocol.id());
        }
    }

    #[test]
    fn what_was_agreed_last_time_is_due_for_review(
        (Preset(protocol), course) in conforming(),
        which in any::<sample::Index>(),
    ) {
        let days = session_days(&course);
        let day = days[which.index(days.len())];
        let Some(before) = cut(protocol, &course, day, false) else { return Ok(()) };
        let plan = before.next_session(day);
        let open = plan.agreed.iter().find(|promise| matches!(promise.what, Promised::BetweenSessionWork(_)));
        let review = plan.agenda.iter().find(|item| item.what == What::AttemptReview);
        prop_assert_eq!(open.is_some(), review.is_some());
        if let (Some(open), Some(review)) = (open, review) {
            prop_assert_eq!(review.reason, Reason::Agreed(open.agreed_in));
            // Only the rules on acute sessions ask for it.
            prop_assert_eq!(review.is_due(), plan.phase.is_acute());
            let note = before.entry(open.agreed_in).unwrap();
            prop_assert!(matches!(note.stated(), Some((_, Fact::Session(note))) if !note.agreed.is_empty()));
        }
    }

    #[test]
    fn a_plan_of_the_course_gives_its_day_its_window_and_its_work(
        (Preset(protocol), area) in preset_and_area(),
        which in any::<sample::Index>(),
    ) {
        let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let Ok(plan) = CoursePlan::new(protocol, Terms::typical(protocol), start, Availability::every_day()) else {
            return Ok(());
        };
        let plan = plan.with_focus(area);
        let course = Exemplar::following(protocol, &plan, area).course().unwrap();
        let main: Vec<_> = plan.main().collect();
        let planned = main[which.index(main.len())];
        let Some(before) = cut(protocol, &course, planned.target, false) else { return Ok(()) };
        let Ok(plan) = plan.revise(&before, planned.target) else { return Ok(()) };
        let session = before.next_session_in(&plan, planned.target);
        prop_assert_eq!(session.day, planned.target);
        // A course plan counts the main track through; a phase on its own contract is counted by
        // that.
        let own = session.phase.has_own_contract();
        let before_it = main.iter().filter(|other| own && other.phase < session.phase).count();
        prop_assert_eq!(usize::from(session.ordinal) + before_it, usize::from(planned.ordinal));
        prop_assert_eq!(session.minutes, planned.minutes);
        prop_assert!(session.window.unwrap().contains(session.day));
        let done = held(&before, &session, &due(&session));
        let new = new_in(&report(&done, session.day), &report(&before, session.day));
        let unsaid: Vec<&String> =
            new.iter().filter(|new| !session.regardless.iter().any(|code| new.starts_with(code.as_str()))).collect();
        prop_assert!(unsaid.is_empty(), "{}: {unsaid:#?}\n{session}", protocol.id());
    }
}

fn preset_and_area() -> impl Strategy<Value = (Preset, ProblemArea)> {
    sample::select(preset::ALL).prop_flat_map(|protocol| {
        let areas: Vec<ProblemArea> = protocol.spec().focus.areas.value.iter().collect();
        (Just(Preset(protocol)), sample::select(areas))
    })
}

/// What holds of every plan of every record.
fn well_formed(course: &Course, plan: &SessionPlan) -> Result<(), TestCaseError> {
    prop_assert!(plan.agenda.is_sorted_by_key(|item| item.slot), "{plan}");
    for (index, item) in plan.agenda.iter().enumerate() {
        prop_assert!(
            !plan.agenda[..index]
                .iter()
                .any(|other| other.what == item.what),
            "twice: {item}"
        );
        let named = match item.reason {
            Reason::Rule(code) => Some(code),
            Reason::Protocol(path) => {
                prop_assert!(
                    is_parameter(course.protocol_on(plan.day), path),
                    "no such parameter: {path}"
                );
                None
            }
            Reason::Agreed(entry) => {
                prop_assert!(course.entry(entry).is_some() && !course.is_struck(entry));
                None
            }
            Reason::Region(region) => {
                prop_assert_eq!(region, Region::Safety);
                prop_assert_ne!(plan.safety, SafetyRegion::NoOpenConcern);
                prop_assert_eq!(item.slot, AgendaSlot::Safety);
                None
            }
            other => panic!("a reason without a law: {other:?}"),
        };
        for code in named.into_iter().chain(item.otherwise) {
            prop_assert!(rule::RuleMeta::get(code).is_some(), "{code} is no rule");
        }
        if item.is_due() && item.slot != AgendaSlot::Safety {
            let code = item.otherwise.expect("what is due is asked for");
            prop_assert!(
                rule::RuleMeta::get(code).unwrap().severity > Severity::Note,
                "{item}"
            );
        }
    }
    if !plan.is_expected {
        prop_assert!(
            plan.agenda
                .iter()
                .all(|item| item.slot == AgendaSlot::Safety),
            "{plan}"
        );
    } else if plan.safety != SafetyRegion::NoOpenConcern {
        prop_assert_eq!(plan.agenda[0].slot, AgendaSlot::Safety);
        prop_assert!(plan.agenda[0].is_due());
    }
    prop_assert!(
        plan.agenda
            .iter()
            .all(|item| item.slot != AgendaSlot::Safety)
            || plan.safety != SafetyRegion::NoOpenConcern
    );
    for shown in [
        plan.to_string(),
        format!("{plan:?}"),
        serde_json::to_string(plan).unwrap(),
    ] {
        prop_assert!(!shown.contains(strategy::MARKER), "{shown}");
    }
    Ok(())
}

/// Whether a path leads somewhere in a protocol as it is stored.
fn is_parameter(protocol: &Protocol, path: &str) -> bool {
    let stored = serde_json::to_value(protocol.spec()).unwrap();
    stored
        .pointer(&format!("/{}", path.replace('.', "/")))
        .is_some()
}

proptest! {
    #![proptest_config(laws(128))]

    #[test]
    fn no_record_is_too_odd(course in strategy::course(), days in -900..900_i64) {
        let last = course.state().last_day();
        let day = last + TimeDelta::days(days);
        let plan = course.next_session(day);
        prop_assert_eq!(plan.day, day.max(last));
        well_formed(&course, &plan)?;
        prop_assert_eq!(&course.next_session(day), &plan);
        let protocol = course.protocol();
        let whole = CoursePlan::new(protocol, Terms::typical(protocol), day, Availability::every_day());
        if let Ok(whole) = whole {
            well_formed(&course, &course.next_session_in(&whole, day))?;
        }
    }
}

#[test]
fn no_day_is_too_far() {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    for protocol in preset::ALL {
        let mut entries = Exemplar::new(protocol, ProblemArea::RoleDispute, start).entries();
        entries.truncate(entries.len() / 2);
        let course = Course::replay(Protocol::clone(protocol), entries).unwrap();
        for day in [NaiveDate::MIN, NaiveDate::MAX, start] {
            well_formed(&course, &course.next_session(day)).unwrap();
        }
    }
}

/// A course by the book as it stands before its nth session.
fn before_session(area: ProblemArea, number: u64) -> (Course, NaiveDate) {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let day = start + Days::new(7 * (number - 1));
    let mut entries = Exemplar::new(&preset::ACUTE_16, area, start).entries();
    entries.retain(|entry| entry.day().unwrap() < day);
    (Course::replay(&preset::ACUTE_16, entries).unwrap(), day)
}

fn yesterday(day: NaiveDate) -> NaiveDate {
    day - Days::new(1)
}

#[test]
fn an_open_concern_comes_first_at_each_of_its_stages() {
    let (mut course, day) = before_session(ProblemArea::Grief, 7);
    let first = |course: &Course| {
        let plan = course.next_session(day);
        let first = plan.agenda[0];
        assert_eq!(
            (first.slot, first.reason),
            (AgendaSlot::Safety, Reason::Region(Region::Safety))
        );
        assert!(first.is_due());
        (first.what, plan)
    };
    assert_ne!(course.next_session(day).agenda[0].slot, AgendaSlot::Safety);
    course
        .record_entry(written(
            yesterday(day),
            ConcernRaised::new(ConcernKind::SuicidalIdeation),
        ))
        .unwrap();
    let (what, plan) = first(&course);
    assert_eq!(what, What::SafetyResponse);
    assert!(
        plan.to_string().contains("first: the open safety concern"),
        "{plan}"
    );
    let review = day + Days::new(3);
    let response = SafetyResponse::new(SafetyActions::ALL).with_review_on(review);
    course
        .record_entry(written(yesterday(day), response))
        .unwrap();
    let (what, plan) = first(&course);
    assert_eq!(what, What::SafetyReassessment);
    // The direct question of the session is a second look as well, so that no rule speaks if the
    // item alone is left out.
    assert_eq!(plan.agenda[0].otherwise, None);
    assert!(
        plan.agreed
            .iter()
            .any(|promise| promise.what == Promised::SafetyReview(review))
    );
    course
        .record_entry(written(
            yesterday(day),
            SafetyHandedOver::new(Receiver::Hospital),
        ))
        .unwrap();
    assert_eq!(first(&course).0, What::HandOverFollowUp);
    course
        .record_entry(written(yesterday(day), SafetyReassessed::new(false)))
        .unwrap();
    assert_ne!(course.next_session(day).agenda[0].slot, AgendaSlot::Safety);
}

#[test]
fn a_closed_course_has_no_session_to_come() {
    let (mut course, day) = before_session(ProblemArea::Grief, 7);
    let closed = Closed::new(
        EndMode::CompletedEarlyByAgreement,
        ClinicalResult::Remitted,
        Disposition::Discharge,
    );
    course
        .record_entry(written(yesterday(day), closed))
        .unwrap();
    let plan = course.next_session(day);
    assert!(!plan.is_expected && plan.agenda.is_empty());
    assert_eq!((plan.phase, plan.left), (Phase::Closed, None));
}

#[test]
fn a_paused_course_still_says_what_its_next_session_holds() {
    let (mut course, day) = before_session(ProblemArea::Grief, 7);
    let before = course.next_session(day);
    course
        .record_entry(written(yesterday(day), Paused::new()))
        .unwrap();
    let paused = course.next_session(day);
    assert_eq!(paused.engagement.name(), "paused");
    assert_eq!(paused.agenda, before.agenda);
}

#[test]
fn an_excerpt_that_begins_midway_is_planned_for_too() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let opened = Opened::new(Phase::Middle, Reporting::EXCERPT).with_sessions_before(5);
    let course = Course::replay(&preset::ACUTE_16, [written(day, opened)]).unwrap();
    let plan = course.next_session(day + Days::new(2));
    assert_eq!(
        (plan.ordinal, plan.left, plan.phase),
        (6, None, Phase::Middle)
    );
    assert!(plan.focus.is_empty() && plan.open.initial.is_empty());
    let enquiry = plan
        .agenda
        .iter()
        .find(|item| item.what == What::Enquiry)
        .unwrap();
    assert!(!enquiry.is_due(), "nobody can tell, so nothing asks for it");
}

#[test]
fn strategies_are_told_apart_by_whether_a_session_has_taken_them_up() {
    let (course, day) = before_session(ProblemArea::Grief, 6);
    let [focus] = course.next_session(day).focus[..] else {
        panic!("one focus")
    };
    assert_eq!((focus.item, focus.area), (1, Some(ProblemArea::Grief)));
    assert!(focus.touched.contains(AreaStrategy::GriefSymptoms));
    assert!(focus.untouched.contains(AreaStrategy::GriefReconnection));
    assert_eq!(
        focus.touched.intersection(focus.untouched),
        interpersonal::vocabulary::StrategySet::EMPTY
    );
    // Difficult feelings are asked for before the middle phase is over, and not today.
    let plan = course.next_session(day);
    let feelings = plan
        .agenda
        .iter()
        .find(|item| item.what == What::Strategy(AreaStrategy::GriefNegativeFeelings))
        .unwrap();
    assert_eq!(
        feelings.reason,
        Reason::Rule(RuleCode::from_static("IPT-131"))
    );
    assert!(matches!(feelings.pressing, Pressing::DueBy(by) if by > plan.ordinal && by < 16));
}

/// The rules on order that find something when initial tasks are done one a day.
fn faults_of_order(protocol: &Protocol, tasks: &[InitialTask]) -> Vec<RuleCode> {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let opened = Opened::new(Phase::Initial, Reporting::COMPLETE);
    let mut course = Course::replay(protocol.clone(), [written(start, opened)]).unwrap();
    let days = start.iter_days();
    for (&task, day) in tasks.iter().zip(days) {
        course
            .record_entry(written(day, TaskNote::done(task)))
            .unwrap();
    }
    let kind = |code| rule::RuleMeta::get(code).unwrap().kind;
    let report = report(&course, course.state().last_day());
    report
        .standing()
        .map(|finding| finding.code)
        .filter(|&code| kind(code) == RuleKind::Order)
        .collect()
}

#[test]
fn initial_tasks_done_in_the_order_of_the_agenda_are_in_order() {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let mut other_way_round = 0;
    for &protocol in preset::ALL {
        let opened = Opened::new(Phase::Initial, Reporting::COMPLETE);
        let course = Course::replay(protocol.clone(), [written(start, opened)]).unwrap();
        let plan = course.next_session(start);
        let tasks = plan.agenda.iter().filter_map(|item| match item.what {
            What::Initial(task) => Some(task),
            _ => None,
        });
        let mut tasks: Vec<InitialTask> = tasks.collect();
        assert_eq!(faults_of_order(protocol, &tasks), [], "{}", protocol.id());
        tasks.reverse();
        other_way_round += faults_of_order(protocol, &tasks).len();
    }
    assert!(other_way_round > 0, "the order makes a difference");
}

/// What a protocol asks for in lists of its own is on the agenda of a course in which nothing has
/// happened yet.
#[test]
fn what_protocols_ask_for_in_lists_is_named_with_its_rule() {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let (mut contacts, mut dates, mut diaries) = (0, 0, 0);
    for &protocol in preset::ALL {
        let opened = Opened::new(Phase::Initial, Reporting::COMPLETE);
        let plan = Course::replay(protocol.clone(), [written(start, opened)])
            .unwrap()
            .next_session(start);
        let named = |what: What, code: &'static str| {
            let item = plan.agenda.iter().find(|item| item.what == what);
            let item = item.unwrap_or_else(|| panic!("{}: {what}\n{plan}", protocol.id()));
            assert_eq!(
                item.reason,
                Reason::Rule(RuleCode::from_static(code)),
                "{}: {item}",
                protocol.id()
            );
        };
        let spec = protocol.spec();
        let asked = |level: Level| matches!(level, Level::Must | Level::Should);
        for contact in spec.contacts.iter().filter(|contact| asked(contact.level)) {
            named(What::Contact(contact.with), "IPT-276");
            contacts += 1;
        }
        for anchor in spec.anchors.iter() {
            named(What::ExternalDate(anchor.anchor), "IPT-263");
            dates += 1;
        }
        let keeps =
            |measure: &&MeasureSpec| measure.cadence == Cadence::Daily && asked(measure.level);
        if spec.measures.iter().any(|measure| keeps(&measure)) {
            named(What::Diary, "IPT-278");
            diaries += 1;
        }
    }
    assert!(
        contacts > 0 && dates > 0 && diaries > 0,
        "{contacts} {dates} {diaries}"
    );
}

/// A meeting before the main track comes before it, and one afterwards after it, on the track that
/// the protocol names.
#[test]
fn the_next_session_is_on_the_track_that_the_protocol_has_before_the_main_one() {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let opened = Opened::new(Phase::Assessment, Reporting::COMPLETE);
    let mut course = Course::replay(&preset::BED_G20, [written(start, opened)]).unwrap();
    let plan = course.next_session(start);
    assert_eq!(
        (plan.track, plan.ordinal, plan.minutes),
        (Track::PreTreatment, 1, 120)
    );
    course
        .record_entry(written(
            start,
            Session::attended().with_track(Track::PreTreatment),
        ))
        .unwrap();
    assert_eq!(course.next_session(start + Days::new(7)).track, Track::Main);
}

#[test]
fn the_plan_is_stored_by_the_names_of_the_vocabularies() {
    let (course, day) = before_session(ProblemArea::RoleTransition, 6);
    let stored = serde_json::to_value(course.next_session(day)).unwrap();
    assert_eq!(stored["phase"], "middle");
    assert_eq!(stored["phase_label"], preset::ACUTE_16.label(Phase::Middle));
    assert_eq!(stored["ordinal"], 6);
    let agenda = stored["agenda"].as_array().unwrap();
    assert_eq!(agenda[0]["what"], "opening");
    assert_eq!(
        (&agenda[0]["reason"]["protocol"], &agenda[0]["pressing"]),
        (&"phases".into(), &"optional".into())
    );
    let enquiry = agenda
        .iter()
        .find(|item| item["what"] == "enquiry")
        .unwrap();
    assert_eq!(
        (&enquiry["reason"]["rule"], &enquiry["pressing"]),
        (&"IPT-186".into(), &"due".into())
    );
    let agreed: Seq = serde_json::from_value(stored["agreed"][0]["agreed_in"].clone()).unwrap();
    assert!(course.entry(agreed).is_some());
}

/// A course that goes on by its session plans: a week apart, with what is due and what will be, and
/// closed when its contract is used.
struct GoesOn<'a> {
    course: Course,
    day: NaiveDate,
    item: &'a AgendaItem,
    code: RuleCode,
    by: u16,
}

impl<'a> GoesOn<'a> {
    /// `None` unless the item is due by a session that is still to come, and names a rule that has
    /// found nothing yet.
    fn new(before: &Course, plan: &SessionPlan, item: &'a AgendaItem) -> Option<Self> {
        let (Pressing::DueBy(by), Reason::Rule(code)) = (item.pressing, item.reason) else {
            return None;
        };
        let new = Self {
            course: before.clone(),
            day: plan.day,
            item,
            code,
            by,
        };
        (plan.ordinal <= by && !new.finds()).then_some(new)
    }

    /// Holds sessions until that one was held, with the item in the session by which it is due, or
    /// in none.
    fn hold(&mut self, last: u16, does_it: bool) {
        loop {
            let mut plan = self.course.next_session(self.day);
            let is_over = plan.left == Some(0) || !plan.phase.is_acute();
            if !plan.is_expected || plan.ordinal > last || is_over {
                return;
            }
            let now = does_it && plan.ordinal == self.by;
            // What answers the same rule is left out with it: an option of the review is a part of
            // the review, and whoever works on the end has begun the ending, whatever it is called.
            let is_part = |what: What| match self.item.what {
                What::ProgressReview => what == What::AnotherOption,
                What::Phase(Phase::Termination) => matches!(what, What::Ending(_)),
                _ => false,
            };
            let answers = |item: &AgendaItem| {
                item.what == self.item.what
                    || is_part(item.what)
                    || item.otherwise == Some(self.code)
            };
            let wanted =
                |item: &&AgendaItem| item.pressing != Pressing::Optional && (now || !answers(item));
            let mut items: Vec<AgendaItem> = plan.agenda.iter().filter(wanted).copied().collect();
            if now && !items.iter().any(|item| item.what == self.item.what) {
                items.push(*self.item);
            }
            match self.item.what {
                // To begin a phase is to name it.
                What::Phase(phase) if plan.phase == phase && !now && plan.ordinal <= self.by => {
                    plan.phase = self.course.state().phase();
                }
                // The initial phase has no more sessions by the book.
                What::Initial(_) if plan.ordinal > self.by => plan.phase = Phase::Middle,
                _ => {}
            }
            items.retain(|item| !matches!(item.what, What::Phase(phase) if phase != plan.phase));
            self.course = held(&self.course, &plan, &items);
            self.day = plan.day + Days::new(7);
        }
    }

    /// Goes on without the item until the rule finds something after the session by which it is
    /// due, and ends the treatment if it has not by the last one.
    fn leave(&mut self, last: u16) {
        for session in self.by.saturating_add(1)..=last {
            let before = self.course.entries().len();
            self.hold(session, false);
            if self.finds() {
                return;
            }
            if self.course.entries().len() == before {
                break;
            }
        }
        self.close();
    }

    /// Ends the treatment as it was agreed.
    fn close(&mut self) {
        let closed = Closed::new(
            EndMode::CompletedAsContracted,
            ClinicalResult::Remitted,
            Disposition::Discharge,
        );
        self.course
            .record_entry(written(self.course.state().last_day(), closed))
            .unwrap();
    }

    /// Whether the rule finds something, be it made up for since. Of meetings beside the main
    /// treatment one rule speaks, and so it does of the tasks that a protocol declares: it finds
    /// what is asked for on the track of this one, or this task.
    fn finds(&self) -> bool {
        let report = report(&self.course, self.course.state().last_day());
        let is_it = |finding: &Finding| match self.item.what {
            What::Meeting(track) => finding.evidence.get("track") == Some(track.into()),
            What::Declared(token) => {
                finding.evidence.get("task") == Some(Task::Declared(token).into())
            }
            _ => true,
        };
        report
            .findings
            .iter()
            .any(|it| it.code == self.code && it.severity > Severity::Note && is_it(it))
    }
}

/// Whether a task is done by an agreement, or by who is entered in the inventory, which no note of
/// a session makes.
fn is_agreed(what: What) -> bool {
    use InitialTask::{
        Formulation, Inventory, PatientAgreement, ProblemAreaSelection, TreatmentContract,
        TreatmentGoals,
    };
    let tasks = [
        Inventory,
        ProblemAreaSelection,
        Formulation,
        PatientAgreement,
        TreatmentGoals,
        TreatmentContract,
    ];
    tasks.iter().any(|&task| what == What::Initial(task))
}

/// By when an item is due, from both sides: who does it in that session hears nothing of the rule
/// that it names, then or at the end; who has not done it after the session that follows, or a later
/// one, or at the end, hears of it.
fn due_by_is_true(
    before: &Course,
    plan: &SessionPlan,
    item: &AgendaItem,
) -> Result<bool, TestCaseError> {
    let Some(mut doing) = GoesOn::new(before, plan, item) else {
        return Ok(false);
    };
    let Some(mut leaving) = GoesOn::new(before, plan, item) else {
        return Ok(false);
    };
    let (by, protocol) = (doing.by, before.protocol().id());
    // What comes after the initial phase rests on agreements that no agenda makes.
    let last = if plan.phase > Phase::Initial {
        u16::MAX
    } else {
        by + 1
    };
    doing.hold(by, true);
    prop_assert!(
        !doing.finds(),
        "{protocol}: done, and found at once: {item}\n{plan}"
    );
    if !is_agreed(item.what) {
        doing.hold(last, true);
        doing.close();
        prop_assert!(
            !doing.finds(),
            "{protocol}: done, and found in the end: {item}\n{plan}"
        );
    }
    leaving.leave(last);
    prop_assert!(
        leaving.finds(),
        "{protocol}: left out, and never found: {item}\n{plan}"
    );
    Ok(true)
}

proptest! {
    #![proptest_config(laws(40))]

    #[test]
    fn what_is_due_by_a_session_is_found_after_it_and_not_before(
        (Preset(protocol), course) in conforming(),
        which in any::<sample::Index>(),
        one in any::<sample::Index>(),
    ) {
        let days = session_days(&course);
        let day = days[which.index(days.len())];
        let Some(before) = cut(protocol, &course, day, false) else { return Ok(()) };
        let plan = before.next_session(day);
        let is_main = plan.track == Track::Main;
        let due_by = |item: &&AgendaItem| {
            is_main && matches!((item.pressing, item.reason), (Pressing::DueBy(_), Reason::Rule(_)))
        };
        let items: Vec<&AgendaItem> = plan.agenda.iter().filter(due_by).collect();
        if !items.is_empty() {
            due_by_is_true(&before, &plan, items[one.index(items.len())])?;
        }
    }
}

/// The cases that refuted the law once, and one of each kind.
#[test]
fn each_kind_of_item_is_due_by_the_session_that_it_names() {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let mut seen = Vec::new();
    // In the first session before which the item is due by one.
    let mut check = |protocol: &Protocol, area: ProblemArea, what: What| {
        let course = Exemplar::new(protocol, area, start).course().unwrap();
        let checked = session_days(&course).into_iter().any(|day| {
            let Some(before) = cut(protocol, &course, day, false) else {
                return false;
            };
            let plan = before.next_session(day);
            let item = plan.agenda.iter().find(|item| item.what == what);
            item.is_some_and(|item| {
                due_by_is_true(&before, &plan, item).unwrap() && {
                    seen.push(item.reason);
                    true
                }
            })
        });
        assert!(checked, "{what} is never due by a session");
    };
    // An initial task that is left out keeps the middle phase from beginning, so that the rule
    // speaks once it begins anyway.
    check(
        &preset::ACUTE_16,
        ProblemArea::Grief,
        What::Initial(InitialTask::Diagnosis),
    );
    check(
        &preset::ACUTE_16,
        ProblemArea::Grief,
        What::Initial(InitialTask::SymptomReview),
    );
    check(&preset::ACUTE_16, ProblemArea::Grief, What::Frame);
    // An option other than going on is asked for by a rule of its own, and is a review too.
    check(&preset::ACUTE_16, ProblemArea::Grief, What::ProgressReview);
    // Where maintenance is talked over with everybody, another rule than that on the tasks of the
    // ending asks for it.
    check(
        &preset::SR,
        ProblemArea::Grief,
        What::Ending(EndingTask::MaintenanceDecision),
    );
    check(
        &preset::ACUTE_16,
        ProblemArea::Grief,
        What::Ending(EndingTask::FurtherHelpAdvice),
    );
    check(
        &preset::ACUTE_16,
        ProblemArea::Grief,
        What::Ending(EndingTask::AnnounceEnd),
    );
    // The ending as it is planned is longer than the least, and begins before the end would be
    // announced late.
    for protocol in [&preset::A_SUICIDAL_28, &preset::AP_15] {
        check(
            protocol,
            ProblemArea::Grief,
            What::Ending(EndingTask::AnnounceEnd),
        );
    }
    check(
        &preset::ACUTE_16,
        ProblemArea::Grief,
        What::Strategy(AreaStrategy::GriefPositiveFeelings),
    );
    check(
        &preset::ACUTE_16,
        ProblemArea::InterpersonalDeficits,
        What::Strategy(AreaStrategy::DeficitsTherapyRelationship),
    );
    check(
        &preset::ACUTE_16,
        ProblemArea::RoleDispute,
        What::DisputeStage,
    );
    // Judged after what is done, and in the session that the protocol numbers.
    check(
        &preset::IPC_CHW,
        ProblemArea::Grief,
        What::Judgement(Criterion::from_static("response")),
    );
    check(
        &preset::BED_G20,
        ProblemArea::Grief,
        What::Meeting(Track::MidTreatment),
    );
    // Another task of the protocol, due before it, is found by the same rule.
    check(
        &preset::FB_14,
        ProblemArea::Grief,
        What::Declared(TaskToken::from_static("parent_tips")),
    );
    seen.dedup();
    assert_eq!(seen.len(), 13);
}
