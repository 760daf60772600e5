//! What is wrong with a stored course is said in a sentence: what disagrees, where, and what would be accepted.
//!
//! The files are `examples/data/broken/*.json`, one for each kind of bad input; the words are the whole message.

extern crate alloc;

use alloc::collections::BTreeSet;
use std::{fs, path::PathBuf};

use interpersonal::{
    Course, FactKind, Phase, Protocol,
    protocol::preset,
    record::session::Session,
    shape::{Documented, Shape},
    wire::Wire,
};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name)
}

fn stored(name: &str) -> String {
    let path = folder("broken").join(name).with_extension("json");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The message for a file. Loading in one step and in two, first the form and then the course, says the same.
#[track_caller]
fn message(name: &str) -> String {
    let text = stored(name);
    let Err(error) = serde_json::from_str::<Course>(&text) else { panic!("{name} makes a course") };
    match serde_json::from_str::<Wire>(&text) {
        Ok(wire) => {
            let replayed = Course::try_from(wire).unwrap_err();
            assert_eq!(replayed.to_string(), error.to_string(), "{name}");
        }
        Err(unread) => assert_eq!(unread.to_string(), error.to_string(), "{name}"),
    }
    error.to_string()
}

/// Asserts the whole message for each file.
#[track_caller]
fn say(expected: &[(&str, &str)]) {
    for (name, words) in expected {
        assert_eq!(message(name), *words, "{name}");
    }
}

const LIVING: &str = "assessment, initial, middle, termination, concluded, continuation, maintenance";

const UNREADABLE: &[(&str, &str)] = &[
    ("not-json", "expected value at line 1 column 1"),
    ("other-version", "unknown variant `ipt/2`, expected `ipt/1` at line 1 column 8"),
    ("malformed-fact", "invalid type: string, expected u16 at line 7 column 93"),
    (
        "no-such-date",
        "no such day or moment (input is out of range); a day is written 2026-01-05, a moment 2026-01-05T16:30:00Z \
         at line 6 column 74",
    ),
];

const MISSHAPEN: &[(&str, &str)] = &[
    (
        "two-things-in-one-entry",
        "entry 2 says 2 things; an entry holds exactly one of `fact` (with `on`), `strike`, `correct`, `waive`, \
         `protocol` (with `on`)",
    ),
    (
        "nothing-in-an-entry",
        "entry 2 says 0 things; an entry holds exactly one of `fact` (with `on`), `strike`, `correct`, `waive`, \
         `protocol` (with `on`)",
    ),
    ("no-day", "entry 2 has no day; a fact and a change of protocol say under `on` when it was"),
    ("day-on-a-strike", "entry 3 has a day under `on`, and only a fact or a change of protocol has one"),
    ("no-entries", "a record has at least one entry, which opens the course; this one has none"),
];

const CONTRADICTORY: &[(&str, &str)] = &[
    ("no-opening", "entry 1: the first fact of a record opens the course; this one is session"),
    (
        "opened-twice",
        "entry 2: the course was opened on 2026-01-05 and is opened once; a recurrence is a new course that names this \
         one",
    ),
    ("before-opening", "entry 2: session on 2025-12-29 lies before the opening on 2026-01-05"),
    (
        "before-it-happened",
        "entry 2: session on 2026-01-12 was written on 2026-01-05, before it happened; a fact is written on its day or \
         later",
    ),
    (
        "number-twice",
        "entry 3: session 1 of the main track is recorded already, in entry 2; a number stands for one session",
    ),
    ("key-twice", "entry 3 has the application key of entry 2; a key stands for one entry"),
    ("score-out-of-range", "entry 2: a total of 31 does not exist on phq-9; it runs from 0 to 27"),
    ("focus-of-five", "entry 2: a focus has one to four items; this one has 5"),
    ("frame-of-nothing", "entry 2: a time frame of 0 sessions, weeks or days is none; the least is 1"),
    ("break-reversed", "entry 2: a break from 2026-02-16 until 2026-02-02 ends before it begins"),
];

const UNCHANGEABLE: &[(&str, &str)] = &[
    ("strike-supports-later", "entry 1 opens the course and cannot be struck; correct it instead"),
    (
        "correction-supports-later",
        "with this about entry 1, entry 2 could not stand: session on 2026-01-05 lies before the opening on \
         2026-01-12; strike or correct entry 2 first",
    ),
    ("strikes-nothing", "there is no entry 7; the last of the record is entry 1"),
    ("strikes-twice", "entry 2 was struck or corrected before; name the entry that stands"),
];

const DISAGREEING: &[(&str, &str)] = &[
    (
        "protocol-disagrees",
        "the protocol my-clinic-16 contradicts itself: it lists no problem area, and a focus is one of them; \
         the range of sessions runs from 16 over 16 to 12, and these stand in order, from 1 up; \
         an initial phase of 10 sessions and an ending of 8 leave none of 16 for the middle phase",
    ),
    (
        "protocol-with-wild-numbers",
        "the protocol my-clinic-16 contradicts itself: the initial phase usually takes 65535 sessions and at most 5, and these stand in \
         order, from 1 up; \
         an initial phase of 65535 sessions and an ending of 2 leave none of 16 for the middle phase; \
         the numbered phases do not run from session 1 to session 16 without hole or overlap: `termination` of session 14 to \
         65535 is the last; \
         the stretches of the cadence do not run from session 1 to session 16 without hole or overlap: session 16 to 1 \
         begins where session 1 is due and ends before it begins; \
         16 sessions at this cadence take 8589672450 days, and 20 weeks are the most",
    ),
];

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_what_was_expected() {
    say(UNREADABLE);
}

#[test]
fn an_entry_of_the_wrong_shape_is_named_by_its_number() {
    say(MISSHAPEN);
}

#[test]
fn a_fact_that_contradicts_the_record_is_named_with_what_it_contradicts() {
    say(CONTRADICTORY);
}

#[test]
fn what_later_entries_rest_on_is_named_with_the_entry_to_begin_with() {
    say(UNCHANGEABLE);
}

#[test]
fn a_protocol_that_contradicts_itself_is_told_all_its_faults_at_once() {
    say(DISAGREEING);
}

#[test]
fn care_after_the_closing_is_told_what_a_closed_course_takes() {
    assert_eq!(
        message("care-after-closing"),
        format!(
            "entry 3: history taken has no place in the closed phase, which takes score, safety, administration; \
             it has in {LIVING}"
        )
    );
    assert_eq!(
        message("closing-before-care"),
        format!(
            "with this about entry 3, entry 2 could not stand: session has no place in the closed phase, which takes \
             score, safety, administration; it has in {LIVING}; strike or correct entry 2 first"
        )
    );
}

#[test]
fn an_unknown_fact_is_told_every_known_one() {
    let known: Vec<_> = FactKind::ALL.iter().map(|kind| format!("`{}`", kind.name())).collect();
    let known = known.join(", ");
    assert_eq!(
        message("unknown-fact"),
        format!("unknown variant `session_held`, expected one of {known} at line 7 column 28")
    );
}

#[test]
fn an_unknown_field_is_told_every_field_of_its_object() {
    let Shape::Object(_, _, fields) = Session::SHAPE else { panic!("a session is an object") };
    let known: Vec<_> = fields.iter().map(|field| format!("`{}`", field.name)).collect();
    let known = known.join(", ");
    assert_eq!(
        message("unknown-field"),
        format!("unknown field `duration`, expected one of {known} at line 7 column 62")
    );
}

#[test]
fn an_unknown_preset_is_told_every_preset_and_the_other_way() {
    let known: Vec<_> = preset::ALL.iter().map(|protocol| protocol.id().as_str().to_owned()).collect();
    let known = known.join(", ");
    assert_eq!(
        message("unknown-preset"),
        format!(
            "there is no preset acute-61, the nearest are acute-16, acute-12; a protocol is stored whole under `spec`, or named under `preset` as one of \
             {known}"
        )
    );
}

#[test]
fn a_text_where_a_number_belongs_is_not_repeated() {
    assert!(stored("malformed-fact").contains("MARKER"));
    let text = stored("malformed-fact");
    let error = serde_json::from_str::<Course>(&text).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("MARKER"), "{error:?}");
}

#[test]
fn every_broken_file_is_tested() {
    let tables = [UNREADABLE, MISSHAPEN, CONTRADICTORY, UNCHANGEABLE, DISAGREEING];
    let mut tested: BTreeSet<_> = tables.into_iter().flatten().map(|&(name, _)| name.to_owned()).collect();
    let others = ["care-after-closing", "closing-before-care", "unknown-fact", "unknown-field", "unknown-preset"];
    tested.extend(others.map(str::to_owned));
    // Whether a rule may be waived is for the catalogue of rules to say, and tested with it.
    tested.insert("waives-safety".to_owned());
    let files: BTreeSet<_> = fs::read_dir(folder("broken"))
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(tested, files);
}

/// Files of protocols that are none, each with the whole message.
const NO_PROTOCOLS: &[(&str, &str)] = &[
    (
        "unknown-area",
        "in `focus.areas.value`: unknown variant `loneliness`, expected one of `grief`, `role_dispute`, \
         `role_transition`, `interpersonal_deficits` at line 5 column 62",
    ),
    (
        "missing-source",
        "in `dose.sessions`: missing field `source`, which holds a source id: at most 24 ASCII letters, \
         digits, . _ : / + - at line 5 column 89",
    ),
    (
        "unknown-field",
        "in `dose`: unknown field `fortnights`, expected one of `sessions`, `minutes`, `first_minutes`, \
         `weeks`, `time_frames`, `weeks_are_cap` at line 6 column 16",
    ),
    (
        "text-for-a-number",
        "in `dose.weeks.value.typical`: invalid type: string \"sixteen\", expected u16 at line 5 column 57",
    ),
    (
        "entry-of-a-list",
        "in `measures.2.cadence`: unknown variant `fortnightly`, expected one of `every_session`, \
         `before_and_after`, `every_weeks`, `every_sessions`, `daily` at line 16 column 30",
    ),
    ("missing-label", "in `phases.1`: missing field `label`, which holds a text at line 4 column 87"),
    ("empty-source", "in `channels.source`: a source id has at least one character at line 4 column 52"),
    (
        "faults",
        "the protocol our-clinic contradicts itself: the module `focus` of session 6 to 16 begins after a \
         hole behind the module `beginning` of session 1 to 4, and session 5 is due; the score of `phq-9` at \
         entry runs from 15 to 9, and it has one of them, or both in order; the word “Loss” is for grief, and \
         the areas are role dispute, role transition, interpersonal deficits; medication is withheld for 8 \
         weeks, and its policy is allowed; weeks go with withheld first alone; the technique `role_play` is \
         listed as should and as must not, and what is asked for is not forbidden; the step on `response` is \
         due by session 20, and the sessions run from 1 to 16, the weeks from 1 to 20; `dose.sessions` stands \
         on design as manual, and a number stands on design as design, on field-knowledge as unseen, or on a \
         work as manual, guideline, trial, practice or unseen",
    ),
];

#[test]
fn a_file_that_is_no_protocol_is_told_the_field_the_place_and_what_would_be_accepted() {
    let folder = folder("broken-protocols");
    let told: Vec<_> = NO_PROTOCOLS
        .iter()
        .map(|(name, _)| {
            let text = fs::read_to_string(folder.join(name).with_extension("json")).unwrap();
            (*name, serde_json::from_str::<Protocol>(&text).unwrap_err().to_string())
        })
        .collect();
    let expected: Vec<_> = NO_PROTOCOLS.iter().map(|(name, words)| (*name, words.to_string())).collect();
    assert_eq!(told, expected);
    assert_eq!(fs::read_dir(folder).unwrap().count(), NO_PROTOCOLS.len());
}

#[test]
fn a_protocol_within_a_course_is_told_the_same() {
    let course = stored("protocol-disagrees").replace("\"grief_requires_death\"", "\"grief_without_death\"");
    let error = serde_json::from_str::<Course>(&course).unwrap_err().to_string();
    assert!(error.starts_with("in `focus`: unknown field `grief_without_death`, expected one of `areas`, "), "{error}");
    let course = stored("protocol-disagrees").replace("\"typical\": 16", "\"typical\": \"MARKER\"");
    let error = serde_json::from_str::<Course>(&course).unwrap_err().to_string();
    assert!(error.starts_with("in `dose.sessions.value.typical`: invalid type: string, expected u16"), "{error}");
}

#[test]
fn scores_safety_administration_and_corrections_are_accepted_after_the_closing() {
    let text = fs::read_to_string(folder("accepted").join("after-closing.json")).unwrap();
    let course: Course = serde_json::from_str(&text).unwrap();
    assert_eq!(course.state().phase(), Phase::Closed);
    let closed = course.facts().position(|(.., fact)| fact.kind() == FactKind::Closed).unwrap();
    let after: Vec<_> = course.facts().skip(closed + 1).map(|(.., fact)| fact.kind()).collect();
    assert_eq!(after, [FactKind::Scored, FactKind::EnquiryMade, FactKind::Contact, FactKind::DocumentFiled]);
    assert_eq!(course.revision(), 8);
    assert_eq!(course.state().held(), 1);
}

#[test]
fn a_rule_of_safety_is_not_waived_and_the_message_says_why() {
    assert_eq!(message("waives-safety"), "IPT-189 cannot be waived: it guards safety or the integrity of the record");
}
