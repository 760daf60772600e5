//! Each rule with a course that meets it and one that differs by a single fault.
//!
//! The base is the exemplar: a course that follows its protocol to the letter, with everything
//! reported. A proof edits it in one respect and names the codes that stand among warnings and
//! errors.

mod agreement;
mod asked;
mod content;
mod courses;
mod delivery;
mod dose;
mod ending;
mod fits;
mod focus;
#[path = "../shared/generated.rs"]
mod generated;
mod initial;
mod interplay;
mod maintenance;
mod measure;
mod not_held;
mod oversight;
mod phases;
mod population;
mod pretreatment;
mod proof;
mod record;
mod safety;
mod sentences;
mod silence;
mod timing;
mod work;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use interpersonal::{
    ActorRef, Course, Entry, Fact, ProblemArea, Protocol, Reporting, Severity, Topic, chrono,
    course::Content,
    protocol::preset::ACUTE_16,
    record::{FactKind, session::Session},
    rule::{Finding, Outcome, Report, RuleCode, Validator},
    testing::exemplar::Exemplar,
};

pub(crate) use proof::{Case, Proof};

/// The base course of most proofs: sixteen sessions of acute treatment of a role transition,
/// without a fault.
pub(crate) fn transition() -> Case {
    acute(ProblemArea::RoleTransition)
}

/// The same with another area as its focus.
pub(crate) fn acute(area: ProblemArea) -> Case {
    Case::new(&ACUTE_16, flawless(&ACUTE_16, area))
}

/// The entries of [`transition`].
pub(crate) fn base() -> Vec<Entry> {
    transition().entries
}

/// A Monday.
pub(crate) fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

/// The entries of a flawless course.
pub(crate) fn flawless(protocol: &Protocol, area: ProblemArea) -> Vec<Entry> {
    Exemplar::new(protocol, area, start()).entries()
}

/// Replays the entries under a protocol.
#[track_caller]
pub(crate) fn course(protocol: &'static Protocol, entries: Vec<Entry>) -> Course {
    Course::replay(protocol, entries)
        .unwrap_or_else(|error| panic!("the record contradicts itself: {error}"))
}

/// Checks the entries under a protocol as of the latest day.
#[track_caller]
pub(crate) fn report(protocol: &'static Protocol, entries: Vec<Entry>) -> Report {
    let course = course(protocol, entries);
    let as_of = course.state().last_day();
    Validator::new().validate(&course, as_of)
}

/// The codes that stand among warnings and errors, each once, in order.
pub(crate) fn codes(report: &Report) -> Vec<&str> {
    let mut codes: Vec<_> = report
        .standing()
        .filter(|f| f.severity > Severity::Note)
        .map(|f| f.code.as_str())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Asserts which codes stand among warnings and errors.
#[track_caller]
pub(crate) fn finds(protocol: &'static Protocol, entries: Vec<Entry>, expected: &[&str]) -> Report {
    let report = report(protocol, entries);
    assert_eq!(codes(&report), expected, "{:#?}", report.findings);
    report
}

/// The findings under a code.
pub(crate) fn of<'a>(report: &'a Report, code: &'static str) -> Vec<&'a Finding> {
    report.of(RuleCode::from_static(code)).collect()
}

/// How a rule came out.
pub(crate) fn outcome(report: &Report, code: &'static str) -> Outcome {
    report
        .outcome(RuleCode::from_static(code))
        .expect("the rule is in the catalogue")
}

/// Asserts how a rule comes out.
#[track_caller]
pub(crate) fn assert_outcome(
    protocol: &'static Protocol,
    entries: Vec<Entry>,
    code: &'static str,
    expected: Outcome,
) {
    let report = report(protocol, entries);
    let found = of(&report, code);
    assert_eq!(outcome(&report, code), expected, "{code}: {found:#?}");
}

/// Asserts that a rule finds nothing and cannot be told where a topic is not reported in full.
#[track_caller]
pub(crate) fn cannot_tell(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(&ACUTE_16, entries);
    let found = of(&report, code);
    assert_eq!(outcome(&report, code), Outcome::CannotTell, "{found:#?}");
    assert!(found.is_empty(), "{found:#?}");
}

/// A day by its distance from the first session.
pub(crate) fn day(after: u64) -> NaiveDate {
    start().checked_add_days(Days::new(after)).unwrap()
}

/// An entry written in the evening of its day.
pub(crate) fn at(on: NaiveDate, fact: impl Into<Fact>) -> Entry {
    Entry::fact(evening(on), ActorRef::from_static("therapist-1"), on, fact)
}

pub(crate) fn evening(on: NaiveDate) -> DateTime<Utc> {
    on.and_time(NaiveTime::from_hms_opt(17, 0, 0).unwrap())
        .and_utc()
}

/// Edits the note of the n-th held session of the main track, counted from 1.
#[track_caller]
pub(crate) fn edit_session(entries: &mut [Entry], n: usize, edit: impl FnOnce(&mut Session)) {
    let note = entries
        .iter_mut()
        .filter_map(|entry| match &mut entry.content {
            Content::Fact {
                fact: Fact::Session(note),
                ..
            } if note.attendance.is_held() => Some(note),
            _ => None,
        })
        .nth(n - 1)
        .expect("the course has such a session");
    edit(note);
}

/// Edits each fact.
pub(crate) fn edit_facts(entries: &mut [Entry], mut edit: impl FnMut(NaiveDate, &mut Fact)) {
    for entry in entries {
        if let Content::Fact { on, fact } = &mut entry.content {
            edit(*on, fact);
        }
    }
}

/// Takes out every fact of a kind.
pub(crate) fn without(entries: &mut Vec<Entry>, kind: FactKind) {
    entries.retain(|entry| entry.stated().is_none_or(|(_, fact)| fact.kind() != kind));
}

/// Puts an entry in the place of its day.
pub(crate) fn insert(entries: &mut Vec<Entry>, entry: Entry) {
    let day = entry.day().expect("a fact has a day");
    let place = entries
        .iter()
        .position(|other| other.day().is_some_and(|other| other > day))
        .unwrap_or(entries.len());
    entries.insert(place, entry);
}

/// Writes a fact down in the evening of its day.
pub(crate) fn add(entries: &mut Vec<Entry>, on: NaiveDate, fact: impl Into<Fact>) {
    insert(entries, at(on, fact));
}

/// The day of the n-th held session.
#[track_caller]
pub(crate) fn session_day(entries: &[Entry], n: usize) -> NaiveDate {
    entries
        .iter()
        .filter_map(|entry| match entry.stated() {
            Some((on, Fact::Session(note))) if note.attendance.is_held() => Some(on),
            _ => None,
        })
        .nth(n - 1)
        .expect("the course has such a session")
}

/// Takes a topic out of what the record reports in full.
pub(crate) fn unreported(entries: &mut [Entry], topic: Topic) {
    edit_facts(entries, |_, fact| {
        if let Fact::Opened(opened) = fact {
            opened.reporting = Reporting::COMPLETE.without(topic);
        }
    });
}

/// The proofs of all rules, block by block.
const PROOFS: &[&[Proof]] = &[
    record::PROOFS,
    pretreatment::PROOFS,
    initial::PROOFS,
    focus::PROOFS,
    agreement::PROOFS,
    phases::PROOFS,
    content::PROOFS,
    work::PROOFS,
    timing::PROOFS,
    measure::PROOFS,
    safety::PROOFS,
    ending::PROOFS,
    maintenance::PROOFS,
    oversight::PROOFS,
    delivery::PROOFS,
    population::PROOFS,
    asked::PROOFS,
    fits::PROOFS,
];

#[test]
fn every_proof_holds() {
    let wrong: Vec<_> = PROOFS
        .iter()
        .flat_map(|block| block.iter())
        .flat_map(Proof::wrong)
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_one_proof() {
    let mut shown: Vec<_> = PROOFS
        .iter()
        .flat_map(|block| block.iter())
        .map(|proof| proof.code)
        .collect();
    shown.sort_unstable();
    let rules: Vec<_> = interpersonal::rule::CATALOGUE
        .iter()
        .map(|rule| rule.meta.code.as_str())
        .collect();
    assert_eq!(shown, rules);
}

#[test]
fn a_course_that_follows_its_protocol_to_the_letter_has_no_findings() {
    let mut wrong = Vec::new();
    for &protocol in interpersonal::protocol::preset::ALL {
        for area in protocol.spec().focus.areas.value.iter() {
            let report = report(protocol, flawless(protocol, area));
            for finding in report
                .standing()
                .filter(|finding| finding.severity > Severity::Note)
            {
                wrong.push(format!(
                    "{} {area}: {} at {}: {finding}",
                    protocol.id(),
                    finding.code,
                    finding.place
                ));
            }
            for unknown in &report.unknown {
                wrong.push(format!(
                    "{} {area}: cannot tell {} at {}",
                    protocol.id(),
                    unknown.code,
                    unknown.place
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
