//! One thing planted in a conforming course of any protocol: a fault is found where it lies, under
//! a code of its kind, and nothing else but what follows from it; of what is legitimate nothing
//! heavier than a note is found.

use std::collections::BTreeSet;

use interpersonal::{
    Course, Entry, ProblemArea, Protocol, RuleCode, Severity,
    chrono::NaiveDate,
    protocol::preset,
    rule::{Finding, Report, Validator},
    testing::{
        exemplar::Exemplar,
        plant::{Fault, FaultKind, Legitimate, Planted},
        strategy,
    },
};
use proptest::{prelude::*, sample};

use crate::laws::laws;

fn report(protocol: &Protocol, entries: &[Entry]) -> Report {
    let course = Course::replay(protocol.clone(), entries.to_vec())
        .unwrap_or_else(|error| panic!("{}: {error}", protocol.id()));
    Validator::new().validate(&course, course.state().last_day())
}

type What = (RuleCode, Option<NaiveDate>, Severity);

fn what(finding: &Finding) -> What {
    (finding.code, finding.on, finding.severity)
}

/// What was found before anything was planted.
fn before(protocol: &Protocol, entries: &[Entry]) -> BTreeSet<What> {
    let report = report(protocol, entries);
    report.findings.iter().map(what).collect()
}

/// What is new and heavier than a note.
fn heavy<'a>(before: &BTreeSet<What>, after: &'a Report) -> Vec<&'a Finding> {
    let is_new = |finding: &&Finding| {
        finding.severity > Severity::Note && finding.stands() && !before.contains(&what(finding))
    };
    after.findings.iter().filter(is_new).collect()
}

/// Whether the fault is found or asked about where it lies.
fn is_found(before: &BTreeSet<What>, fault: &Fault, planted: &Planted, after: &Report) -> bool {
    let is_at = |code, on, related| fault.codes.contains(&code) && planted.is_at(on, related);
    let mut new = (after.findings.iter()).filter(|finding| !before.contains(&what(finding)));
    new.any(|finding| is_at(finding.code, finding.on, finding.related_on))
        || (after.questions()).any(|question| is_at(question.code(), question.on(), None))
}

/// What is wrong with a report on a course in which the fault was planted.
fn refuted(
    before: &BTreeSet<What>,
    fault: &Fault,
    planted: &Planted,
    after: &Report,
) -> Vec<String> {
    let others = heavy(before, after)
        .into_iter()
        .filter(|finding| !fault.explains(finding));
    let mut wrong: Vec<_> = others.map(|finding| format!("{finding:?}")).collect();
    if !is_found(before, fault, planted, after) {
        wrong.push("is not found".into());
    }
    wrong
}

/// The exemplary course of each protocol.
fn flawless() -> impl Iterator<Item = (&'static Protocol, Vec<Entry>)> {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    preset::ALL.iter().map(move |&protocol| {
        let area = protocol.spec().focus.areas.value.iter().next();
        let area = area.unwrap_or(ProblemArea::RoleTransition);
        (protocol, Exemplar::new(protocol, area, start).entries())
    })
}

/// The sessions at which each thing is planted.
const PLACES: core::ops::Range<usize> = 0..12;

#[test]
fn a_planted_fault_is_found_in_every_protocol_and_nothing_but_what_follows_from_it() {
    let mut planted_anywhere = BTreeSet::new();
    let mut wrong = BTreeSet::new();
    for (protocol, entries) in flawless() {
        let before = before(protocol, &entries);
        for fault in Fault::ALL {
            for planted in PLACES
                .step_by(3)
                .filter_map(|at| fault.plant(protocol, &entries, at))
            {
                planted_anywhere.insert(fault.name);
                let after = report(protocol, &planted.entries);
                let told = format!("{} in {}", fault.name, protocol.id());
                let refuted = refuted(&before, fault, &planted, &after).into_iter();
                wrong.extend(refuted.map(|said| format!("{told}: {said}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let nowhere: Vec<_> = (Fault::ALL.iter().map(|fault| fault.name))
        .filter(|name| !planted_anywhere.contains(name))
        .collect();
    assert!(nowhere.is_empty(), "no course has a place for {nowhere:?}");
}

#[test]
fn facts_that_do_not_fit_are_found_by_the_block_of_the_record_alone_at_any_session() {
    let is_of_block = |code: &RuleCode| code.as_str() >= "IPT-300";
    let mut wrong = BTreeSet::new();
    for (protocol, entries) in flawless() {
        let faults = Fault::ALL.iter().filter(|fault| {
            matches!(fault.kind, FaultKind::Record | FaultKind::NotHeld)
                && fault.codes.iter().all(is_of_block)
        });
        for fault in faults {
            let places = (0..48).step_by(3);
            for planted in places.filter_map(|at| fault.plant(protocol, &entries, at)) {
                let course = Course::replay(protocol.clone(), planted.entries.clone()).unwrap();
                let on = course.state().last_day();
                let after = Validator::record_only().validate(&course, on);
                let told = format!("{} in {}", fault.name, protocol.id());
                let refuted = refuted(&BTreeSet::new(), fault, &planted, &after).into_iter();
                wrong.extend(refuted.map(|said| format!("{told}: {said}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_legitimate_brings_nothing_heavier_than_a_note_in_any_protocol() {
    let mut planted_anywhere = BTreeSet::new();
    let mut wrong = BTreeSet::new();
    for (protocol, entries) in flawless() {
        let before = before(protocol, &entries);
        for legitimate in Legitimate::ALL {
            for planted in PLACES
                .step_by(3)
                .filter_map(|at| legitimate.plant(protocol, &entries, at))
            {
                planted_anywhere.insert(legitimate.name);
                let after = report(protocol, &planted.entries);
                let told = format!("{} in {}", legitimate.name, protocol.id());
                let heavy = heavy(&before, &after).into_iter();
                wrong.extend(heavy.map(|finding| format!("{told}: {finding:?}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let nowhere: Vec<_> = (Legitimate::ALL.iter().map(|it| it.name))
        .filter(|name| !planted_anywhere.contains(name))
        .collect();
    assert!(nowhere.is_empty(), "no course has a place for {nowhere:?}");
}

fn any_protocol() -> impl Strategy<Value = Protocol> {
    sample::select(preset::ALL).prop_map(Clone::clone)
}

proptest! {
    #![proptest_config(laws(24))]

    #[test]
    fn a_fault_planted_anywhere_in_any_conforming_course_is_found(
        (course, fault, planted) in any_protocol().prop_flat_map(strategy::planted)
    ) {
        let before = before(course.protocol(), course.entries());
        let after = report(course.protocol(), &planted.entries);
        let wrong = refuted(&before, fault, &planted, &after);
        prop_assert!(wrong.is_empty(), "{}: {wrong:?}", fault.name);
    }

    #[test]
    fn what_is_legitimate_is_left_alone_in_any_conforming_course(
        (course, legitimate, planted) in any_protocol().prop_flat_map(strategy::legitimate)
    ) {
        let before = before(course.protocol(), course.entries());
        let after = report(course.protocol(), &planted.entries);
        let heavy = heavy(&before, &after);
        prop_assert!(heavy.is_empty(), "{}: {heavy:?}", legitimate.name);
    }
}
