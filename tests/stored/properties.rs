//! Laws of the record, for courses of every kind.

extern crate alloc;

use alloc::collections::BTreeMap;
use core::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use interpersonal::{
    ActorRef, Course, Entry, Fact, Phase, Recorded, Seq, Severity,
    course::{Content, Origin, Strike},
    machine::{Condition, GuardSet, WhyNot},
    protocol::preset::ACUTE_16,
    record::FactKind,
    rule::Validator,
    testing::strategy::{self, MARKER},
};
use proptest::{collection, prelude::*, sample::Index, test_runner::TestRunner};

const CLERK: ActorRef = ActorRef::from_static("clerk");

/// As many cases as are said, or as `PROPTEST_CASES` asks for.
fn laws(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|asked| asked.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// After everything that the strategies make.
fn late() -> DateTime<Utc> {
    "2100-01-01T00:00:00Z".parse().unwrap()
}

/// A protocol and a course that follows it.
fn conforming() -> impl Strategy<Value = Course> {
    strategy::protocol().prop_flat_map(strategy::conforming)
}

/// Courses as they grow, and courses that were taken over.
fn courses() -> impl Strategy<Value = Course> {
    prop_oneof![
        3 => strategy::course(),
        1 => conforming(),
        2 => (strategy::protocol(), strategy::entries()).prop_filter_map("an entry opens the course", |(protocol, entries)| {
            Some(Course::import(protocol, entries).ok()?.course)
        }),
    ]
}

fn replayed(course: &Course, entries: Vec<Entry>) -> Course {
    Course::replay(course.opening_protocol().clone(), entries).unwrap()
}

fn in_json(course: &Course) -> String {
    serde_json::to_string(course).unwrap()
}

fn in_cbor(course: &Course) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(course, &mut bytes).unwrap();
    bytes
}

#[track_caller]
fn assert_discreet(what: &dyn fmt::Debug) {
    let shown = format!("{what:?}{what:#?}");
    assert!(
        !shown.contains(MARKER),
        "{}",
        shown.replace(MARKER, "(something that the record keeps)")
    );
}

proptest! {
    #![proptest_config(laws(64))]

    #[test]
    fn the_entries_are_the_course(course in courses()) {
        prop_assert_eq!(replayed(&course, course.entries().to_vec()), course);
    }

    #[test]
    fn what_was_stored_is_the_course(course in courses()) {
        let text = in_json(&course);
        let from_json: Course = serde_json::from_str(&text).unwrap();
        prop_assert!(from_json == course);
        let from_cbor: Course = ciborium::from_reader(in_cbor(&course).as_slice()).unwrap();
        prop_assert!(from_cbor == course);
    }

    #[test]
    fn equal_courses_have_equal_bytes(course in courses()) {
        let again = replayed(&course, course.entries().to_vec());
        prop_assert!(in_json(&again) == in_json(&course));
        prop_assert!(in_cbor(&again) == in_cbor(&course));
    }

    #[test]
    fn the_order_of_writing_does_not_matter_between_days(course in courses(), order in collection::vec(any::<u32>(), 64)) {
        let mut days: BTreeMap<NaiveDate, Vec<&Fact>> = BTreeMap::new();
        let facts: Vec<_> = course.facts().collect();
        let (_, opened_on, opening) = facts[0];
        for &(_, on, fact) in &facts[1..] {
            days.entry(on).or_default().push(fact);
        }
        let mut days: Vec<_> = order.into_iter().zip(days).collect();
        days.sort_by_key(|&(place, _)| place);
        let entry = |on, fact: &Fact| {
            // Far days are written on their day: nothing is written before it happened.
            let written = late().max(DateTime::from_naive_utc_and_offset(on_evening(on), Utc));
            Entry::fact(written, CLERK, on, fact.clone())
        };
        let mut entries = vec![entry(opened_on, opening)];
        entries.extend(days.into_iter().flat_map(|(_, (day, facts))| facts.into_iter().map(move |fact| entry(day, fact))));
        prop_assert_eq!(*replayed(&course, entries).state(), *course.state());
    }

    #[test]
    fn a_state_is_that_of_its_day_and_of_its_knowledge(course in courses()) {
        let state = Some(*course.state());
        prop_assert_eq!(course.state_on(course.state().last_day()), state);
        prop_assert_eq!(course.state_on(NaiveDate::MAX), state);
        prop_assert_eq!(course.known_on(DateTime::<Utc>::MAX_UTC), state);
    }

    #[test]
    fn a_state_is_the_same_by_every_path(course in courses(), late_fact in any::<Index>()) {
        // As it grows entry by entry, of each day, and of each moment of writing.
        let opening = course.entries()[0].clone();
        let mut grown = Course::replay(course.opening_protocol().clone(), [opening]).unwrap();
        for entry in &course.entries()[1..] {
            grown.record_entry(entry.clone()).unwrap();
            let whole = replayed(&course, grown.entries().to_vec());
            prop_assert_eq!(grown.state(), whole.state());
            prop_assert_eq!(grown.state_on(NaiveDate::MAX), Some(*whole.state()));
        }
        // A fact is judged in the state that the facts before its place make.
        let facts: Vec<_> = course.facts().collect();
        let (_, on, fact) = *late_fact.get(&facts);
        let again = Entry::fact(late(), CLERK, on, fact.clone());
        let said = course.decide(fact, on);
        match grown.record_entry(again) {
            Ok(recorded) => {
                prop_assert!(said.is_taken());
                prop_assert_eq!(recorded.is_by_the_book(), said.is_by_the_book());
            }
            Err(_) => prop_assert!(grown == course),
        }
    }

    #[test]
    fn shared_protocols_change_nothing(courses in collection::vec(courses(), 1..6)) {
        let mut protocols = interpersonal::wire::Protocols::new();
        for course in courses.iter().chain(&courses) {
            let text = in_json(course);
            let json = protocols.read(&mut serde_json::Deserializer::from_str(&text)).unwrap();
            prop_assert!(json == *course);
            prop_assert!(in_json(&json) == text);
        }
    }

    #[test]
    fn an_import_loses_nothing(protocol in strategy::protocol(), entries in strategy::entries()) {
        let offered = entries.clone();
        match Course::import(protocol, entries) {
            Ok(imported) => {
                let mut found: Vec<&Entry> = imported.course.entries().iter().collect();
                found.extend(imported.aside.iter().map(|aside| &aside.entry));
                prop_assert_eq!(found.len(), offered.len());
                for mut entry in offered {
                    if entry.origin == Origin::Live {
                        entry.origin = Origin::Imported;
                    }
                    let at = found.iter().position(|found| **found == entry);
                    prop_assert!(at.is_some(), "an entry is gone");
                    found.swap_remove(at.unwrap());
                }
            }
            Err(error) => {
                assert_discreet(&error);
                let opens = |entry: &Entry| {
                    matches!(entry.stated(), Some((_, Fact::Opened(_)))) && Course::replay(&ACUTE_16, [entry.clone()]).is_ok()
                };
                prop_assert!(!offered.iter().any(opens), "{error}");
            }
        }
    }

    #[test]
    fn what_is_refused_changes_nothing(course in strategy::course(), entries in strategy::entries()) {
        let mut course = course;
        for entry in entries {
            let before = course.clone();
            match course.record_entry(entry) {
                Ok(Recorded::Taken { .. }) => prop_assert_eq!(course.revision(), before.revision() + 1),
                Ok(Recorded::Ignored { .. }) | Err(_) => prop_assert!(course == before),
            }
        }
    }

    #[test]
    fn several_entries_are_recorded_together_or_not_at_all(course in strategy::course(), entries in strategy::entries()) {
        let (mut together, mut one_by_one) = (course.clone(), course.clone());
        let alone: Result<Vec<Recorded>, _> = (1..)
            .zip(entries.iter().cloned())
            .map(|(position, entry)| one_by_one.record_entry(entry).map_err(|why| (position, why)))
            .collect();
        let recorded = together.record_all(entries.clone());
        prop_assert_eq!(recorded.as_ref().map_err(|error| (error.position, error.why)), alone.as_ref().map_err(|&error| error));
        match recorded {
            Ok(_) => prop_assert!(together == one_by_one),
            Err(_) => prop_assert!(together == course, "nothing is recorded"),
        }

        // What stands one by one stands together.
        let mut again = course.clone();
        let stands: Vec<Entry> = entries.into_iter().filter(|entry| again.record_entry(entry.clone()).is_ok()).collect();
        let mut together = course;
        prop_assert!(together.record_all(stands).is_ok() && together == again);
    }

    #[test]
    fn what_was_recorded_says_why_it_is_not_by_the_book(course in strategy::course(), entries in strategy::entries()) {
        let mut course = course;
        for entry in entries {
            let Ok(recorded @ Recorded::Taken { unmet, unknown, .. }) = course.record_entry(entry) else { continue };
            let told = match recorded.why_not(&course) {
                None => (GuardSet::EMPTY, GuardSet::EMPTY),
                Some(WhyNot::Conditions { unmet, unknown }) => {
                    let guards = |conditions: &[Condition]| conditions.iter().map(|condition| condition.guard).collect();
                    (guards(&unmet), guards(&unknown))
                }
                Some(why) => panic!("{why:?}"),
            };
            prop_assert_eq!(told, (unmet, unknown));
        }
    }

    #[test]
    fn a_proposal_that_is_not_taken_changes_nothing(course in strategy::course(), entries in strategy::entries()) {
        let mut course = course;
        for entry in entries {
            let before = course.clone();
            if let Err(error) = course.propose_entry(entry) {
                assert_discreet(&error);
                prop_assert!(!error.to_string().contains(MARKER));
                prop_assert!(course == before);
            }
        }
    }

    #[test]
    fn a_fact_alone_on_its_day_can_be_struck_and_recorded_again(course in courses(), which in any::<Index>()) {
        let mut course = course;
        let facts: Vec<(Seq, NaiveDate)> = course.facts().map(|(seq, on, _)| (seq, on)).collect();
        let alone = |day| facts.iter().filter(|(_, on)| *on == day).count() == 1;
        let candidates: Vec<(Seq, NaiveDate)> = facts.iter().skip(1).copied().filter(|(_, on)| alone(*on)).collect();
        prop_assume!(!candidates.is_empty());
        let (seq, on) = *which.get(&candidates);
        let before = *course.state();
        let entry = course.entry(seq).unwrap();
        let (written, fact) = (entry.recorded_at, entry.stated().unwrap().1.clone());
        course.record_entry(Entry::strike(late(), CLERK, Strike::new(seq))).unwrap();
        prop_assert!(course.is_struck(seq));
        course.record_entry(Entry::fact(written, CLERK, on, fact)).unwrap();
        prop_assert_eq!(*course.state(), before);
    }

    #[test]
    fn nothing_that_is_shown_lets_the_record_out(
        protocol in strategy::protocol(),
        entries in strategy::entries(),
        course in strategy::course(),
    ) {
        assert_discreet(&course);
        assert_discreet(&course.entries());
        assert_discreet(&entries);
        for entry in &entries {
            if let Err(error) = course.clone().record_entry(entry.clone()) {
                assert_discreet(&error);
                prop_assert!(!error.to_string().contains(MARKER));
            }
        }
        if let Err(error) = Course::replay(protocol.clone(), entries.clone()) {
            assert_discreet(&error);
            prop_assert!(!error.to_string().contains(MARKER));
        }
        if let Ok(imported) = Course::import(protocol, entries) {
            assert_discreet(&imported);
        }
    }
}

proptest! {
    #![proptest_config(laws(32))]

    #[test]
    fn a_report_never_panics_says_the_same_twice_and_holds_no_text_of_the_record(
        course in courses(),
        after in 0_u64..400,
    ) {
        // A course may be opened on the last days of the calendar.
        let as_of = course.state().opened_on().checked_add_days(chrono::Days::new(after)).unwrap_or(NaiveDate::MAX);
        let validator = Validator::new();
        let report = validator.validate(&course, as_of);
        prop_assert_eq!(&report, &validator.validate(&course, as_of));
        assert_discreet(&report);
        let text = report.text().to_string();
        let json = serde_json::to_string(&report).unwrap();
        prop_assert!(!text.contains(MARKER) && !json.contains(MARKER));
        let coverage = report.coverage;
        prop_assert_eq!(coverage.asked, coverage.decided + coverage.not_applicable + coverage.cannot_tell);
        for choice in course.choices() {
            let why = course.why_not(choice.trigger);
            prop_assert_eq!(why.is_none(), choice.is_by_the_book());
            prop_assert!(why.is_none_or(|why| !why.to_string().contains(MARKER)));
        }
    }

    #[test]
    fn a_conforming_course_conforms(course in conforming()) {
        let report = Validator::new().validate(&course, course.state().last_day());
        let found: Vec<_> = report.standing().filter(|f| f.severity == Severity::Error).map(|f| (f.code, f.place)).collect();
        prop_assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_conforming_course_is_by_the_book_entry_by_entry(course in conforming()) {
        let mut entries = course.entries().iter().cloned();
        let mut live = Course::replay(course.opening_protocol().clone(), [entries.next().unwrap()]).unwrap();
        for entry in entries {
            let kind = entry.stated().map(|(_, fact)| fact.kind());
            let decided = entry.stated().map(|(on, fact)| live.decide(fact, on));
            prop_assert!(decided.is_none_or(|decision| decision.is_by_the_book()), "{kind:?} {decided:?}");
            let proposed = live.propose_entry(entry);
            prop_assert!(proposed.as_ref().is_ok_and(Recorded::is_by_the_book), "{kind:?} {proposed:?}");
        }
        prop_assert!(live == course);
    }
}

/// The evening of a day, as late as the calendar goes.
fn on_evening(day: NaiveDate) -> chrono::NaiveDateTime {
    day.and_hms_opt(20, 0, 0).unwrap()
}

#[test]
fn facts_of_every_kind_are_made() {
    let mut missing: Vec<FactKind> = FactKind::ALL.to_vec();
    let mut runner = TestRunner::deterministic();
    for _ in 0..4000 {
        let kind = strategy::fact()
            .new_tree(&mut runner)
            .unwrap()
            .current()
            .kind();
        missing.retain(|other| *other != kind);
    }
    assert_eq!(missing, []);
}

#[test]
fn entries_of_every_quality_are_made() {
    let mut runner = TestRunner::deterministic();
    let entries = strategy::entries();
    let (mut refused, mut taken, mut strikes, mut marked) = (0, 0, 0, 0);
    for _ in 0..200 {
        let entries = entries.new_tree(&mut runner).unwrap().current();
        strikes += entries
            .iter()
            .filter(|entry| matches!(entry.content, Content::Strike(_)))
            .count();
        for entry in &entries {
            let stored = entry
                .stated()
                .map(|(_, fact)| serde_json::to_string(fact).unwrap());
            marked += usize::from(stored.is_some_and(|text| text.contains(MARKER)));
        }
        if let Ok(imported) = Course::import(&ACUTE_16, entries) {
            refused += imported.aside.len();
            taken += imported.course.entries().len();
        }
    }
    assert!(
        refused > 100 && taken > 100 && strikes > 50 && marked > 100,
        "{refused} {taken} {strikes} {marked}"
    );
}

#[test]
fn courses_of_every_kind_are_made() {
    let mut runner = TestRunner::deterministic();
    let courses = strategy::course();
    let (mut closed, mut struck, mut waived, mut midway) = (0, 0, 0, 0);
    for _ in 0..200 {
        let course = courses.new_tree(&mut runner).unwrap().current();
        closed += usize::from(course.state().phase() == Phase::Closed);
        struck += (1..=course.revision())
            .filter(|&number| course.is_struck(Seq::new(number)))
            .count();
        waived += course
            .entries()
            .iter()
            .filter(|entry| matches!(entry.content, Content::Waive(_)))
            .count();
        midway += usize::from(course.state().began_midway());
    }
    assert!(
        closed > 20 && struck > 20 && waived > 20 && midway > 20,
        "{closed} {struck} {waived} {midway}"
    );
}
