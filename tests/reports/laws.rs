//! Laws of validation, for courses of every kind.

use chrono::{DateTime, Utc};
use interpersonal::{
    ActorRef, Course, Entry, Fact, Protocol, Reporting, RuleCode, Seq, Severity, TaskNote, Topic,
    course::{Content, Correct, Origin, Strike, Waive, WaiverScope},
    protocol::preset,
    record::setting::DeviationCategory,
    rule::{self, CATALOGUE, Conformance, Finding, Outcome, Report, Validator},
    testing::strategy,
};
use proptest::{prelude::*, sample::Index};

pub(crate) const CLERK: ActorRef = ActorRef::from_static("clerk");

/// Rules about how the record was written, not about what it records.
const ABOUT_WRITING: &[&str] = &["IPT-005"];
/// Rules about waivers.
const ABOUT_WAIVERS: &[&str] = &["IPT-240", "IPT-243", "IPT-244", "IPT-245", "IPT-248"];

/// So many cases, or as many as `PROPTEST_CASES` asks for when somebody wants to look further.
pub(crate) fn laws(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(cases);
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// After everything that the strategies make.
pub(crate) fn late() -> DateTime<Utc> {
    "2100-01-01T00:00:00Z".parse().unwrap()
}

fn conforming() -> impl Strategy<Value = Course> {
    strategy::protocol().prop_flat_map(strategy::conforming)
}

/// Courses as they grow, courses that follow their protocol, and these with a few entries gone.
pub(crate) fn courses() -> impl Strategy<Value = Course> {
    let gone = (conforming(), prop::collection::vec(any::<Index>(), 1..6)).prop_filter_map(
        "what is left is a course",
        |(course, gone)| {
            let mut entries = course.entries().to_vec();
            for index in gone {
                entries.remove(1 + index.index(entries.len() - 1));
            }
            Course::replay(course.opening_protocol().clone(), entries).ok()
        },
    );
    prop_oneof![2 => strategy::course(), 1 => conforming(), 3 => gone]
}

fn report(course: &Course) -> Report {
    Validator::new().validate(course, course.state().last_day())
}

pub(crate) fn replayed(course: &Course, entries: Vec<Entry>) -> Course {
    Course::replay(course.opening_protocol().clone(), entries).unwrap()
}

fn is(code: RuleCode, codes: &[&str]) -> bool {
    codes.contains(&code.as_str())
}

/// The same record with other topics among those that it reports.
pub(crate) fn reporting(course: &Course, change: impl Fn(Reporting) -> Reporting) -> Course {
    let mut entries = course.entries().to_vec();
    for entry in &mut entries {
        let fact = match &mut entry.content {
            Content::Fact { fact, .. } => fact,
            Content::Correct(correct) => &mut correct.fact,
            _ => continue,
        };
        match fact {
            Fact::Opened(opened) => opened.reporting = change(opened.reporting),
            Fact::ReportingChanged(changed) => changed.reporting = change(changed.reporting),
            _ => {}
        }
    }
    replayed(course, entries)
}

/// What a report says without entry numbers: by code, weight, day and evidence.
fn said(report: &Report, leaving_out: &[&str]) -> Vec<String> {
    let say = |finding: &Finding| {
        format!(
            "{} {} {:?} {:?} {}",
            finding.code,
            finding.severity,
            finding.on,
            finding.evidence,
            finding.stands()
        )
    };
    let mut said: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| !is(finding.code, leaving_out))
        .map(say)
        .collect();
    said.extend(
        report
            .outcomes
            .iter()
            .filter(|(code, _)| !is(*code, leaving_out))
            .map(|(code, outcome)| format!("{code} {outcome:?}")),
    );
    said.sort();
    said
}

proptest! {
    #![proptest_config(laws(96))]

    #[test]
    fn with_a_topic_less_something_becomes_unknown_and_nothing_else_changes(course in courses(), topic in prop::sample::select(Topic::ALL)) {
        let (before, after) = (report(&course), report(&reporting(&course, |reported| reported.without(topic))));
        for found in &after.findings {
            // What is found was found before: there, or as part of something of the same rule that
            // weighs as much.
            let had = |other: &&Finding| {
                other.code == found.code && (other.place == found.place || other.severity >= found.severity)
            };
            prop_assert!(before.findings.iter().any(|other| had(&other)), "{found:?} is found without {topic} alone");
        }
        for (&(code, was), &(_, is)) in before.outcomes.iter().zip(&after.outcomes) {
            let about_findings = is_about_findings(code);
            prop_assert!(was == is || is == Outcome::CannotTell || about_findings, "{code}: {was:?}, without {topic} {is:?}");
        }
    }

    #[test]
    fn a_waiver_changes_its_own_findings_and_what_is_said_of_waivers(course in courses(), which in any::<Index>()) {
        let before = report(&course);
        let waivable: Vec<RuleCode> = before
            .standing()
            .map(|finding| finding.code)
            .filter(|&code| rule::RuleMeta::get(code).is_some_and(rule::RuleMeta::is_waivable) && !is(code, ABOUT_WAIVERS))
            .collect();
        prop_assume!(!waivable.is_empty());
        let code = *which.get(&waivable);
        let mut waived = course.clone();
        let waive = Waive::new(code, WaiverScope::Course {}, DeviationCategory::PatientPreference).with_reason("as agreed");
        waived.record_entry(Entry::waive(late(), CLERK, waive)).unwrap();
        let after = report(&waived);
        prop_assert!(after.of(code).all(|finding| !finding.stands()));
        let others = |report: &Report| -> Vec<Finding> {
            let other = |finding: &&Finding| finding.code != code && !is(finding.code, ABOUT_WAIVERS);
            report.findings.iter().filter(other).cloned().collect()
        };
        prop_assert_eq!(others(&before), others(&after));
        prop_assert_eq!(before.of(code).count(), after.of(code).count(), "a waived finding stays");
    }

    #[test]
    fn what_is_struck_and_recorded_again_is_said_again(course in courses(), which in any::<Index>()) {
        let facts: Vec<(Seq, chrono::NaiveDate)> = course.facts().map(|(seq, on, _)| (seq, on)).collect();
        let alone = |day| facts.iter().filter(|(_, on)| *on == day).count() == 1;
        let spoken_of: Vec<Seq> = course
            .entries()
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Waive(waive) => match waive.scope {
                    WaiverScope::Entry(seq) => Some(seq),
                    _ => None,
                },
                _ => None,
            })
            .collect();
        let candidates: Vec<_> =
            facts.iter().skip(1).copied().filter(|(seq, on)| alone(*on) && !spoken_of.contains(seq)).collect();
        prop_assume!(!candidates.is_empty());
        let (seq, on) = *which.get(&candidates);
        let entry = course.entry(seq).unwrap();
        let again = Entry::fact(entry.recorded_at, entry.by, on, entry.stated().unwrap().1.clone()).with_origin(entry.origin);
        let mut course_again = course.clone();
        course_again.record_entry(Entry::strike(late(), CLERK, Strike::new(seq))).unwrap();
        course_again.record_entry(again).unwrap();
        prop_assert_eq!(said(&report(&course), ABOUT_WRITING), said(&report(&course_again), ABOUT_WRITING));
    }

    #[test]
    fn what_is_missing_and_recorded_is_no_longer_found(course in conforming(), gone in prop::collection::vec(any::<Index>(), 1..4)) {
        let mut left = course.entries().to_vec();
        let mut missing = Vec::new();
        for index in gone {
            missing.push(left.remove(1 + index.index(left.len() - 1)));
        }
        let Ok(mut holed) = Course::replay(course.opening_protocol().clone(), left) else { return Ok(()) };
        missing.sort_by_key(|entry| entry.recorded_at);
        for entry in missing {
            // What contradicts the record once something else is gone cannot be told again one by
            // one.
            if holed.record_entry(entry.with_origin(Origin::Imported)).is_err() {
                return Ok(());
            }
        }
        let standing = |course: &Course| -> Vec<RuleCode> {
            report(course).standing().filter(|f| f.severity > Severity::Note).map(|f| f.code).collect()
        };
        let before = standing(&course);
        for code in standing(&holed) {
            prop_assert!(before.contains(&code), "{code} stands, and did not before");
        }
    }

    #[test]
    fn a_task_recorded_as_done_closes_the_finding_that_asks_for_it(course in conforming(), which in any::<Index>()) {
        // Takes one task out of one note, then says in a correction of that note that it was done.
        let notes: Vec<(usize, TaskNote)> = course
            .entries()
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| match entry.stated() {
                Some((_, Fact::Session(note))) => Some((at, note)),
                _ => None,
            })
            .flat_map(|(at, note)| note.tasks.iter().map(move |task| (at, task.clone())))
            .collect();
        prop_assume!(!notes.is_empty());
        let (at, task) = which.get(&notes).clone();
        let mut entries = course.entries().to_vec();
        let Content::Fact { on, fact: Fact::Session(note) } = &mut entries[at].content else { return Ok(()) };
        note.tasks.retain(|other| other.task != task.task);
        let (on, mut done) = (*on, note.clone());
        let Ok(mut course) = Course::replay(course.opening_protocol().clone(), entries) else { return Ok(()) };
        let asks = |finding: &&Finding| finding.evidence.get("open").is_some() && finding.stands();
        let asked: Vec<RuleCode> = report(&course).findings.iter().filter(asks).map(|finding| finding.code).collect();
        done.tasks.push(task);
        let seq = Seq::new(u32::try_from(at).unwrap() + 1);
        course.record_entry(Entry::correct(late(), CLERK, Correct::new(seq, on, Fact::Session(done)))).unwrap();
        let after = report(&course);
        for code in asked {
            prop_assert_eq!(after.of(code).filter(asks).count(), 0, "{}", code);
        }
    }

    #[test]
    fn the_order_of_rules_does_not_matter(course in courses(), order in Just(CATALOGUE.map(|rule| rule.meta.code).to_vec()).prop_shuffle()) {
        let as_of = course.state().last_day();
        prop_assert_eq!(Validator::new().with_only(order).validate(&course, as_of), report(&course));
    }

    #[test]
    fn an_imported_course_differs_from_the_live_one_in_what_is_said_of_writing(course in courses()) {
        let imported = Course::import(course.opening_protocol().clone(), course.entries().to_vec()).unwrap();
        prop_assert!(imported.aside.is_empty());
        prop_assert_eq!(said(&report(&course), ABOUT_WRITING), said(&report(&imported.course), ABOUT_WRITING));
    }

    #[test]
    fn a_stricter_protocol_never_yields_a_better_verdict(course in courses(), edit in prop::sample::select(STRICTER)) {
        let lax = course.protocol_on(course.state().last_day()).clone();
        let mut spec = lax.spec().clone();
        edit.1(&mut spec);
        let Ok(strict) = Protocol::new(spec) else { return Ok(()) };
        prop_assume!(strict.entails(&lax));
        let as_of = course.state().last_day();
        let under = |protocol: &Protocol| Validator::new().under(protocol.clone()).validate(&course, as_of);
        let (lax, strict) = (under(&lax), under(&strict));
        if let (Some(lax_rank), Some(strict_rank)) = (rank(lax.conformance), rank(strict.conformance)) {
            let codes = |report: &Report| -> Vec<_> { report.standing().map(|f| (f.code, f.severity)).collect() };
            prop_assert!(strict_rank >= lax_rank, "{}: {:?}, and {:?}", edit.0, codes(&lax), codes(&strict));
        }
    }
}

/// Rules that look at what the others found.
fn is_about_findings(code: RuleCode) -> bool {
    is(code, ABOUT_WAIVERS)
}

/// The worse the verdict, the greater; none where the record does not tell enough.
fn rank(conformance: Conformance) -> Option<u8> {
    match conformance {
        Conformance::Conforms => Some(0),
        Conformance::ConformsWithDeviations => Some(1),
        Conformance::DoesNotConform => Some(2),
        Conformance::CannotTell => None,
    }
}

type Edit = (&'static str, fn(&mut interpersonal::protocol::ProtocolSpec));

/// Ways of asking for more, one for each parameter that rules read and that can be put in an order.
const STRICTER: &[Edit] = &[
    ("one focus", |spec| spec.focus.max_active.value = 1),
    ("a note from the first item", |spec| {
        spec.focus.advised.value = 0;
    }),
    ("a shorter run off the focus", |spec| {
        spec.focus.off_focus_run.value = 0;
    }),
    ("less of the second focus", |spec| {
        spec.focus.secondary_share.value.num = 0;
    }),
    ("a nearer event", |spec| {
        spec.focus.onset_window_months.value = 1;
    }),
    ("a shorter initial phase as a rule", |spec| {
        spec.initial.sessions_usual.value = 1;
    }),
    ("a shorter initial phase at most", |spec| {
        spec.initial.sessions_most = spec.initial.sessions_usual;
    }),
    ("every initial task", |spec| {
        spec.initial.tasks.value = interpersonal::vocabulary::InitialTaskSet::ALL;
    }),
    ("every task of the ending", |spec| {
        spec.ending.tasks.value = interpersonal::vocabulary::EndingTaskSet::ALL;
    }),
    ("a longer inventory", |spec| {
        spec.initial.inventory_min.value = 20;
    }),
    ("the frame voiced at once", |spec| {
        spec.initial.frame_by_session.value = 1;
    }),
    ("affect at once", |spec| spec.middle.affect_by.value = 1),
    ("acting sooner", |spec| spec.middle.acting_by.value.num = 1),
    ("exploring sooner", |spec| {
        spec.middle.explored_by.value.den = 4;
    }),
    ("no change of focus", |spec| {
        spec.middle.changes_max.value = 0;
    }),
    ("no joint session", |spec| spec.middle.joint_max.value = 0),
    ("no crisis", |spec| spec.middle.crisis_share.value.num = 0),
    ("the end mentioned each time", |spec| {
        spec.middle.unmentioned_run.value = 0;
    }),
    ("fewer minutes at most", |spec| {
        spec.dose.minutes.value.max = spec.dose.minutes.value.typical;
    }),
    ("fewer sessions at most", |spec| {
        spec.dose.sessions.value.max = spec.dose.sessions.value.typical;
    }),
    ("a shorter gap worth a note", |spec| {
        spec.timing.gap_note.value.den = 3;
    }),
    ("more days between sessions", |spec| {
        spec.timing.gap_min_days.value = 6;
    }),
    ("no second session a week", |spec| {
        spec.timing.twice_weekly.value = false;
    }),
    ("no extension", |spec| spec.timing.extensions_max.value = 0),
    ("earlier outreach", |spec| {
        spec.timing.outreach_days.value = 1;
    }),
    ("fewer sessions missed", |spec| {
        spec.timing.missed_run.value = 1;
    }),
    ("a shorter silence", |spec| {
        spec.timing.silence_days.value = 8;
    }),
    ("earlier entries", |spec| {
        spec.timing.late_entry_days.value = 0;
    }),
    ("an earlier word with the prescriber", |spec| {
        spec.timing.prescriber_days.value = 1;
    }),
    ("a session rated each time", |spec| {
        spec.measurement.max_gap.value = 1;
    }),
    ("an earlier review", |spec| {
        spec.measurement.review_by.value = 1;
    }),
    ("more sessions for completion", |spec| {
        spec.ending.completion.value.num = spec.ending.completion.value.den;
    }),
    ("maintenance discussed with everyone", |spec| {
        spec.ending.maintenance_with_all.value = true;
    }),
    ("no work between sessions", |spec| {
        spec.work.between_sessions.value = interpersonal::vocabulary::WorkSet::EMPTY;
    }),
    ("no second session off the model", |spec| {
        spec.work.proscribed_error_from.value = 1;
    }),
    ("more minutes of contact", |spec| {
        spec.work.contact_minutes_min.value = 60;
    }),
    ("supervision each time", |spec| {
        spec.work.supervision_gap.value = 1;
    }),
    ("remission at entry", |spec| {
        spec.population.remission_at_entry.value = true;
    }),
    ("for people of ninety and more", |spec| {
        // A bound of our own in the place of a published one weighs less: the source stays.
        if let Some(age) = &mut spec.population.age_min {
            age.value = 90;
        }
    }),
];

#[test]
fn each_way_of_asking_for_more_is_one() {
    for (what, edit) in STRICTER {
        let mut spec = preset::ACUTE_16.spec().clone();
        edit(&mut spec);
        // What contradicts itself here may fit another protocol.
        if let Ok(strict) = Protocol::new(spec) {
            assert!(strict.entails(&preset::ACUTE_16), "{what}");
        }
    }
}
