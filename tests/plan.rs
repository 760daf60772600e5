//! Laws of session plans: a plan that is followed conforms, one that cannot be kept says why, and planning again is no event.
#![cfg(feature = "proptest1")]

use core::{fmt, ops::Range};

use interpersonal::{
    Course, Entry, Fact, Phase, ProblemArea, Severity, Stated,
    chrono::{Days, NaiveDate},
    exemplar::Exemplar,
    plan::{Availability, CoursePlan, DaySpan, Plans, Terms, Weekday, Weekdays},
    protocol::{Protocol, preset},
    record::{
        contact::OutreachMade,
        session::{Attendance, Session},
    },
    rule::{self, Report, Validator},
};
use proptest::{collection, option, prelude::*, sample};

fn laws(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

/// Any day of some years, leap days among them.
fn start() -> impl Strategy<Value = NaiveDate> {
    (0..3_000_u64).prop_map(|days| later(NaiveDate::from_ymd_opt(2023, 11, 20).unwrap(), days))
}

/// A preset, which shows no more than its name.
#[derive(Clone, Copy)]
struct Preset(&'static Protocol);

impl fmt::Debug for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.id(), f)
    }
}

fn preset_and_area() -> impl Strategy<Value = (Preset, ProblemArea)> {
    sample::select(preset::ALL).prop_flat_map(|protocol| {
        let areas: Vec<ProblemArea> = protocol.spec().focus.areas.value.iter().collect();
        (Just(Preset(protocol)), sample::select(areas))
    })
}

fn weekdays() -> impl Strategy<Value = Weekdays> {
    prop_oneof![
        1 => Just(Weekdays::ALL),
        2 => sample::select(Weekday::ALL).prop_map(Weekdays::from),
        4 => sample::subsequence(Weekday::ALL, 1..=7).prop_map(|days| days.into_iter().collect()),
    ]
}

/// Stretches of days, counted from the start.
fn spans(many: usize, longest: u64) -> impl Strategy<Value = Vec<(u64, u64)>> {
    collection::vec((0..130_u64, 1..=longest), 0..=many)
}

/// Weekday sets, days off, and breaks of up to two weeks.
fn availability(start: NaiveDate) -> impl Strategy<Value = Availability> {
    (weekdays(), spans(4, 6), spans(2, 14)).prop_map(move |(weekdays, off, breaks)| {
        let dated = |spans: Vec<(u64, u64)>| -> Vec<DaySpan> {
            spans.iter().map(|&(at, long)| DaySpan::new(later(start, at), later(start, at + long - 1))).collect()
        };
        Availability::new(weekdays).with_off(dated(off)).with_breaks(dated(breaks))
    })
}

fn circumstances() -> impl Strategy<Value = (NaiveDate, Availability)> {
    start().prop_flat_map(|start| (Just(start), availability(start)))
}

fn report(course: &Course) -> Report {
    Validator::new().validate(course, course.state().last_day())
}

/// What is wrong with a course, beyond notes.
fn faults(course: &Course) -> Vec<String> {
    let report = report(course);
    let standing = report.standing().filter(|finding| finding.severity > Severity::Note);
    standing.map(|finding| format!("{} {:?} {:?}", finding.code, finding.place, finding.evidence)).collect()
}

proptest! {
    #![proptest_config(laws(512))]

    #[test]
    fn a_plan_that_is_followed_to_the_letter_has_no_standing_warning(
        (Preset(protocol), area) in preset_and_area(),
        (start, availability) in circumstances(),
    ) {
        let Ok(plan) = CoursePlan::new(protocol, Terms::typical(protocol), start, availability.clone()) else {
            return Ok(());
        };
        for session in plan.sessions.iter() {
            prop_assert!(availability.allows(session.target), "{session:?}");
            prop_assert!(session.window.contains(session.target), "{session:?}");
        }
        prop_assert!(plan.main().zip(plan.main().skip(1)).all(|(a, b)| a.target < b.target));
        let course = Exemplar::following(protocol, &plan, area).course().unwrap();
        let found = faults(&course);
        let days: Vec<NaiveDate> = plan.main().map(|session| session.target).collect();
        prop_assert!(found.is_empty(), "{} {area}: {found:#?}\n{days:?}", protocol.id());
    }

    #[test]
    fn more_days_make_no_plan_impossible((Preset(protocol), _) in preset_and_area(), (start, availability) in circumstances(), more in weekdays()) {
        let plan = |availability| CoursePlan::new(protocol, Terms::typical(protocol), start, availability);
        let mut wider = availability.clone();
        wider.weekdays = wider.weekdays.union(more);
        let open = availability.clone().with_off([].to_vec());
        if plan(availability).is_ok() {
            prop_assert_eq!(plan(wider).err(), None);
            prop_assert_eq!(plan(open).err(), None);
        }
    }

    #[test]
    fn a_plan_that_cannot_be_met_names_two_demands((Preset(protocol), _) in preset_and_area(), (start, availability) in circumstances(), end in option::of(0..300_u64)) {
        let availability = availability.with_not_after(end.map(|days| later(start, days)));
        if let Err(collision) = CoursePlan::new(protocol, Terms::typical(protocol), start, availability) {
            let (one, other) = collision.demands();
            prop_assert_ne!(one, other);
            let said = collision.to_string();
            prop_assert!(said.contains(|c: char| c.is_ascii_digit()), "{}", said);
        }
    }
}

/// How one session came to be missed.
#[derive(Debug, Clone, Copy)]
enum Miss {
    NoShow,
    Cancelled,
    ByTherapist,
}

impl Miss {
    fn note(self) -> Session {
        Session::new(match self {
            Self::NoShow => Attendance::DidNotAttend,
            Self::Cancelled => Attendance::CancelledByPatient,
            Self::ByTherapist => Attendance::CancelledByTherapist,
        })
    }
}

fn misses() -> impl Strategy<Value = Vec<(usize, Miss)>> {
    collection::vec((0..6_usize, sample::select(&[Miss::NoShow, Miss::Cancelled, Miss::ByTherapist][..])), 1..5)
}

fn written(day: NaiveDate, fact: impl Into<Fact>) -> Entry {
    Entry::fact(day.and_hms_opt(18, 0, 0).unwrap().and_utc(), Exemplar::THERAPIST, day, fact)
}

/// What is written from one day until before another by somebody who follows a plan.
fn written_in(protocol: &Protocol, plan: &CoursePlan, area: ProblemArea, days: Range<NaiveDate>) -> Vec<Entry> {
    let mut entries = Exemplar::following(protocol, plan, area).entries();
    entries.retain(|entry| entry.day().is_some_and(|on| days.contains(&on)));
    for entry in &mut entries {
        entry.key = None;
    }
    entries
}

fn replayed(protocol: &Protocol, entries: &[Entry]) -> Course {
    Course::replay(protocol.clone(), entries.iter().cloned()).unwrap()
}

proptest! {
    #![proptest_config(laws(256))]

    #[test]
    fn planning_again_when_nothing_changed_changes_nothing(
        (Preset(protocol), area) in preset_and_area(),
        (start, availability) in circumstances(),
        days in 1..200_u64,
    ) {
        let Ok(plan) = CoursePlan::new(protocol, Terms::typical(protocol), start, availability) else {
            return Ok(());
        };
        let as_of = later(plan.opens_on, days);
        let course = replayed(protocol, &written_in(protocol, &plan, area, NaiveDate::MIN..as_of));
        let again = plan.revise(&course, as_of).unwrap();
        prop_assert_eq!(again.revision, 0, "{}\n{}", shown(&plan), shown(&again));
        prop_assert_eq!(targets(&again), targets(&plan));
        prop_assert_eq!(again.first_not_kept(), None);
        prop_assert_eq!(&again.revise(&course, as_of).unwrap(), &again);
    }

    #[test]
    fn after_misses_the_rest_is_by_the_book_or_names_the_rule_that_it_cannot_keep(
        (Preset(protocol), area) in preset_and_area(),
        (start, availability) in circumstances(),
        misses in misses(),
    ) {
        let Ok(first) = CoursePlan::new(protocol, Terms::typical(protocol), start, availability) else {
            return Ok(());
        };
        let mut plans = Plans::new(first);
        let (mut record, mut written_until): (Vec<Entry>, NaiveDate) = (Vec::new(), NaiveDate::MIN);
        for (held, miss) in misses {
            let before = plans.latest().clone();
            let next = before.main().filter(|session| session.status.is_ahead()).nth(held);
            let Some(as_of) = next.map(|session| session.target) else { break };
            record.extend(written_in(protocol, &before, area, written_until..as_of));
            record.push(written(as_of, miss.note()));
            record.push(written(as_of, OutreachMade::new().with_reached(Stated::Done)));
            written_until = later(as_of, 1);
            let course = replayed(protocol, &record);
            let plan = match plans.revise(&course, as_of) {
                Ok(plan) => plan.clone(),
                Err(collision) => {
                    let (one, other) = collision.demands();
                    prop_assert_ne!(one, other);
                    return Ok(());
                }
            };
            prop_assert_eq!(&plan.revise(&course, as_of).unwrap(), &plan);
            if plan.revision > before.revision {
                prop_assert_eq!(plan.from, as_of);
                prop_assert_eq!(plans.on(as_of.pred_opt().unwrap()), &before);
            } else {
                prop_assert_eq!(targets(&plan), targets(&before));
            }
            if let Some((_, code)) = plan.first_not_kept() {
                prop_assert!(rule::explain(code).is_some());
                return Ok(());
            }
        }
        let plan = plans.latest();
        if plan.next().is_none() {
            return Ok(());
        }
        record.extend(written_in(protocol, plan, area, written_until..NaiveDate::MAX));
        let found = faults(&replayed(protocol, &record));
        prop_assert!(found.is_empty(), "{found:#?}\n{}", shown(plan));
    }
}

fn shown(plan: &CoursePlan) -> String {
    plan.sessions
        .iter()
        .map(|session| format!("{}{} ", session.target, if session.status.is_ahead() { "+" } else { "" }))
        .collect()
}

fn targets(plan: &CoursePlan) -> Vec<(NaiveDate, Phase, u16)> {
    plan.sessions.iter().map(|session| (session.target, session.phase, session.ordinal)).collect()
}
