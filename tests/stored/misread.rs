//! What cannot be read is told in the words of the stored form: the entry, the field by its path,
//! what stands there by its kind, and what is accepted. One row for each kind of mistake, with the
//! whole message.

use interpersonal::{
    Course, Fact, Protocol, Seq,
    protocol::ProtocolSpec,
    wire::{self, Found, Problem, v1},
};
use serde_json::{Value, json};

const OPENING: &str = r#"{"at": "2026-01-05T17:00:00Z", "by": "therapist-1", "on": "2026-01-05",
    "fact": {"opened": {"phase": "initial", "reporting": []}}}"#;

/// A course whose second entry, with the key s-1, states this fact.
fn stating(fact: &str) -> String {
    let entry = format!(
        r#"{{"at": "2026-01-05T17:00:00Z", "by": "therapist-1", "key": "s-1", "on": "2026-01-05", "fact": {fact}}}"#
    );
    holding(&format!("{OPENING}, {entry}"))
}

fn holding(entries: &str) -> String {
    format!(r#"{{"ipt/1": {{"protocol": {{"preset": "acute-16"}}, "entries": [{entries}]}}}}"#)
}

/// The message of the strict reading, without the position.
#[track_caller]
fn strictly(stored: &str) -> String {
    let message = serde_json::from_str::<Course>(stored)
        .unwrap_err()
        .to_string();
    assert!(!message.contains("SECRET"), "{message}");
    message
        .rsplit_once(" at line ")
        .map_or(message.clone(), |(words, _)| words.to_owned())
}

/// All faults, one a line.
#[track_caller]
fn all(stored: &str) -> String {
    let sifted = wire::sift(&mut serde_json::Deserializer::from_str(stored)).unwrap();
    sifted
        .faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn in_cbor(stored: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(&serde_json::from_str::<Value>(stored).unwrap(), &mut bytes).unwrap();
    bytes
}

/// A fact, and what is said of it after "entry 2 (key s-1): ", in the strict reading and among all
/// faults.
const FACTS: &[(&str, &str)] = &[
    (
        r#"{"session": {"attendance": "attended", "opening": true}}"#,
        "`entries[1].fact.session.opening` holds true or false and must hold one of `not_reported`, `done`, `not_done`",
    ),
    (
        r#"{"session": {"attendance": "attended", "minutes": "SECRET"}}"#,
        "`entries[1].fact.session.minutes` holds a string and must hold a whole number from 0 to 65535",
    ),
    (
        r#"{"session": {"attendance": "attended", "minutes": -5}}"#,
        "`entries[1].fact.session.minutes` holds a number and must hold a whole number from 0 to 65535",
    ),
    (
        r#"{"session": {"attendance": "attended", "minutes": 70000}}"#,
        "`entries[1].fact.session.minutes` holds a number and must hold a whole number from 0 to 65535",
    ),
    (
        r#"{"session": {"attendance": "attended", "minutes": 49.5}}"#,
        "`entries[1].fact.session.minutes` holds a number and must hold a whole number from 0 to 65535",
    ),
    (
        r#"{"session": {"attendance": "SECRET"}}"#,
        "`entries[1].fact.session.attendance` holds a string and must hold one of `attended`, `late`, `did_not_attend`, `cancelled_by_patient`, `cancelled_by_therapist`, `cancelled_by_service`, `rescheduled`",
    ),
    (
        r#"{"session": {"attendance": null}}"#,
        "`entries[1].fact.session.attendance` holds null and must hold one of `attended`, `late`, `did_not_attend`, `cancelled_by_patient`, `cancelled_by_therapist`, `cancelled_by_service`, `rescheduled`",
    ),
    (
        r#"{"session": {}}"#,
        "`entries[1].fact.session.attendance` is missing and must hold one of `attended`, `late`, `did_not_attend`, `cancelled_by_patient`, `cancelled_by_therapist`, `cancelled_by_service`, `rescheduled`",
    ),
    (
        r#"{"session": []}"#,
        "`entries[1].fact.session` holds a list and must hold an object with `attendance`",
    ),
    (
        r#"{"session": "SECRET"}"#,
        "`entries[1].fact.session` holds a string and must hold an object with `attendance`",
    ),
    (
        r#"{"session": {"attendance": "attended", "therapist": "Dr SECRET"}}"#,
        "`entries[1].fact.session.therapist` holds a string and must hold a reference to an actor: at most 36 ASCII letters, digits and `. _ : / + -`",
    ),
    (
        r#"{"session": {"attendance": "attended", "enquiry": true}}"#,
        "`entries[1].fact.session.enquiry` holds true or false and must hold an object with `result`",
    ),
    (
        r#"{"session": {"attendance": "attended", "techniques": "role_play"}}"#,
        "`entries[1].fact.session.techniques` holds a string and must hold a list of any of `nondirective_exploration`, `direct_elicitation`, `encouragement_of_affect`, …",
    ),
    (
        r#"{"session": {"attendance": "attended", "techniques": ["role_play", "SECRET"]}}"#,
        "`entries[1].fact.session.techniques[1]` holds a string and must hold one of `nondirective_exploration`, `direct_elicitation`, `encouragement_of_affect`, …",
    ),
    (
        r#"{"session": {"attendance": "attended", "tasks": {}}}"#,
        "`entries[1].fact.session.tasks` holds an object and must hold a list",
    ),
    (
        r#"{"session": {"attendance": "attended", "tasks": [{"task": "SECRET", "status": "done"}]}}"#,
        r#"`entries[1].fact.session.tasks[0].task` holds a string and must hold `{"initial": "consent_and_limits"}` or `{"ending": "announce_end"}` or `{"declared": "…"}`"#,
    ),
    (
        r#"{"session": {"attendance": "attended", "scores": [{"instrument": "phq-9", "total": 9, "self_harm_item": true}]}}"#,
        "`entries[1].fact.session.scores[0].self_harm_item` holds true or false and must hold one of `endorsed`, `denied`, `not_answered`",
    ),
    (
        r#"{"session": {"attendance": "attended", "note": 5}}"#,
        "`entries[1].fact.session.note` holds a number and must hold free text",
    ),
    (
        r#"{"session": {"attendance": "attended", "SECRET Mary": 5}}"#,
        "`entries[1].fact.session` holds an unknown name of 11 characters; accepted there are `attendance`, `track`, `number`, …",
    ),
    (
        r#"{"session": {"attendance": "attended", "duration": 5}}"#,
        "`entries[1].fact.session.duration` is not known; accepted there are `attendance`, `track`, `number`, …",
    ),
    (
        r#"{"contract_agreed": {"frame": 16}}"#,
        r#"`entries[1].fact.contract_agreed.frame` holds a number and must hold `{"sessions": 16}` or `{"weeks": 16}` or `{"sessions_within_weeks": [16, 20]}` or `{"until_review": 16}`"#,
    ),
    (
        r#"{"contract_agreed": {"frame": "SECRET"}}"#,
        r#"`entries[1].fact.contract_agreed.frame` holds a string and must hold `{"sessions": 16}` or `{"weeks": 16}` or `{"sessions_within_weeks": [16, 20]}` or `{"until_review": 16}`"#,
    ),
    (
        r#"{"contract_agreed": {"frame": {}}}"#,
        r#"`entries[1].fact.contract_agreed.frame` holds an object without a field and must hold `{"sessions": 16}` or `{"weeks": 16}` or `{"sessions_within_weeks": [16, 20]}` or `{"until_review": 16}`"#,
    ),
    (
        r#"{"contract_agreed": {"frame": {"sessions": 16, "weeks": 20}}}"#,
        r#"`entries[1].fact.contract_agreed.frame` holds an object with several fields and must hold `{"sessions": 16}` or `{"weeks": 16}` or `{"sessions_within_weeks": [16, 20]}` or `{"until_review": 16}`"#,
    ),
    (
        r#"{"contract_agreed": {"frame": {"session": 16}}}"#,
        "`entries[1].fact.contract_agreed.frame.session` is not known; the nearest is `sessions`; accepted there are `sessions`, `weeks`, `sessions_within_weeks`, `until_review`",
    ),
    (
        r#"{"contract_agreed": {"frame": {"sessions": "SECRET"}}}"#,
        "`entries[1].fact.contract_agreed.frame.sessions` holds a string and must hold a whole number from 0 to 65535",
    ),
    (
        r#"{"contract_agreed": {"frame": {"sessions_within_weeks": 16}}}"#,
        "`entries[1].fact.contract_agreed.frame.sessions_within_weeks` holds a number and must hold two whole numbers in a list, [sessions, weeks]",
    ),
    (
        r#"{"contract_agreed": {"frame": {"sessions_within_weeks": [16]}}}"#,
        "`entries[1].fact.contract_agreed.frame.sessions_within_weeks` holds a list of one element and must hold two whole numbers in a list, [sessions, weeks]",
    ),
    (
        r#"{"contract_agreed": {"frame": {"sessions_within_weeks": [16, "SECRET"]}}}"#,
        "`entries[1].fact.contract_agreed.frame.sessions_within_weeks[1]` holds a string and must hold a whole number from 0 to 65535",
    ),
    (
        r#"{"contract_agreed": {"frame": {"sessions": 16}, "ends_on": "SECRET"}}"#,
        r#"`entries[1].fact.contract_agreed.ends_on` holds a string and must hold a day, such as "2026-01-05""#,
    ),
    (
        r#"{"focus_agreed": {"items": [{"on": "grief"}]}}"#,
        r#"`entries[1].fact.focus_agreed.items[0].on` holds a string and must hold `{"area": "grief"}` or `{"unlisted": "…"}`"#,
    ),
    (
        r#"{"resumed": {"since": "2026-01-05"}}"#,
        "`entries[1].fact.resumed.since` is not known; no field is accepted there",
    ),
    (
        r#"{"session": {"attendance": "attended"}, "resumed": {}}"#,
        "`entries[1].fact` holds an object with several fields and must hold an object with exactly one of `opened`, `reporting_changed`, `age_recorded`, …",
    ),
    (
        r#"{"SECRET": {}}"#,
        "`entries[1].fact` holds an unknown name of 6 characters; accepted there are `opened`, `reporting_changed`, `age_recorded`, …",
    ),
    (
        "{}",
        "`entries[1].fact` holds an object without a field and must hold an object with exactly one of `opened`, `reporting_changed`, `age_recorded`, …",
    ),
    (
        "5",
        "`entries[1].fact` holds a number and must hold an object with exactly one of `opened`, `reporting_changed`, `age_recorded`, …",
    ),
];

/// Long lists of names are cut at the "…" of the expected words.
#[track_caller]
fn assert_words(said: &str, expected: &str) {
    match expected.strip_suffix(" …") {
        Some(begin) => assert!(said.starts_with(begin), "{said}"),
        None => assert_eq!(said, expected),
    }
}

#[test]
fn a_fact_that_cannot_be_read_is_told_its_field_what_stands_there_and_what_is_accepted() {
    for (fact, words) in FACTS {
        let stored = stating(fact);
        let words = format!("entry 2 (key s-1): {words}");
        assert_words(&strictly(&stored), &words);
        assert_words(&all(&stored), &words);
    }
}

#[test]
fn the_words_are_those_of_the_form_and_not_of_rust() {
    for (fact, _) in FACTS {
        let said = format!("{}{}", strictly(&stating(fact)), all(&stating(fact)));
        for rust in [
            "struct", "enum", "variant", "tuple", "u16", "boolean", "sequence", "map", "unit",
            "::", "expected",
        ] {
            assert!(
                !said
                    .split(|char: char| !char.is_alphanumeric() && char != ':')
                    .any(|word| word == rust),
                "{said}"
            );
        }
    }
}

/// In a binary format, which has no lines.
#[test]
fn another_format_is_told_the_same_place() {
    for (fact, words) in FACTS {
        let stored = stating(fact);
        let sifted = wire::sift(Discreetly(in_cbor(&stored)).value()).unwrap();
        assert_words(
            &sifted.faults[0].to_string(),
            &format!("entry 2 (key s-1): {words}"),
        );
        let said = ciborium::from_reader::<Course, _>(in_cbor(&stored).as_slice())
            .unwrap_err()
            .to_string();
        assert!(!said.contains("SECRET"), "{said}");
        // It has its own word for a number below zero, and says it before anybody is asked.
        let own = said.contains("unexpected negative integer");
        assert!(own || said.contains("entry 2: `entries[1].fact"), "{said}");
    }
}

struct Discreetly(Vec<u8>);

impl Discreetly {
    fn value(&self) -> Value {
        ciborium::from_reader(self.0.as_slice()).unwrap()
    }
}

#[test]
fn what_stands_around_the_entries_is_told_too() {
    let whole = |stored: &str, words: &str| {
        assert_words(&strictly(stored), words);
        assert_words(&all(stored), words);
    };
    whole(
        "[]",
        "the whole holds a list and must hold `{\"ipt/1\": {…}}`",
    );
    whole(
        "{}",
        "the whole holds an object without a field and must hold `{\"ipt/1\": {…}}`",
    );
    whole(
        r#"{"ipt/2": {}}"#,
        "`ipt/2` is not known; accepted there is `ipt/1`",
    );
    whole(
        r#"{"Mary SECRET": {}}"#,
        "the whole holds an unknown name of 11 characters; accepted there is `ipt/1`",
    );
    whole(
        r#"{"ipt/1": 5}"#,
        "the whole holds a number and must hold an object with `protocol`, `entries`",
    );
    let protocol = r#""protocol": {"preset": "acute-16"}"#;
    whole(
        &format!(r#"{{"ipt/1": {{{protocol}}}}}"#),
        "`entries` is missing and must hold a list",
    );
    whole(
        &format!(r#"{{"ipt/1": {{{protocol}, "entries": {{}}}}}}"#),
        "`entries` holds an object and must hold a list",
    );
    whole(
        &format!(r#"{{"ipt/1": {{{protocol}, "entries": [], "author": "SECRET"}}}}"#),
        "`author` is not known; accepted there are `protocol`, `entries`",
    );
    let opened = |protocol: &str| {
        format!(r#"{{"ipt/1": {{"protocol": {protocol}, "entries": [{OPENING}]}}}}"#)
    };
    whole(
        &opened("\"acute-16\""),
        "`protocol` holds a string and must hold `{\"preset\": \"…\"}` or `{\"spec\": {…}}`",
    );
    whole(
        &opened(r#"{"preset": "acute 16"}"#),
        "`protocol.preset` holds a string and must hold a protocol id: at most 24 ASCII letters, digits and `. _ : / + -`",
    );
    // What does not begin as a whole protocol is looked at whole, and told whole.
    let told = strictly(&opened(r#"{"spec": {"id": "mine", "version": "first"}}"#));
    let words =
        "\n- `protocol.spec.version` holds a string and must hold a whole number from 0 to 65535\n";
    assert!(told.contains(words), "{told}");
    whole(
        &holding(&format!("{OPENING}, 5")),
        "entry 2: `entries[1]` holds a number and must hold an object with `at`, `by`",
    );
}

#[test]
fn a_field_that_is_there_twice_is_told() {
    let stored =
        stating(r#"{"session": {"attendance": "attended", "note": "SECRET", "note": "SECRET"}}"#);
    let words =
        "entry 2 (key s-1): `entries[1].fact.session.note` is there twice and must be there once";
    assert_eq!(strictly(&stored), words);
    assert_eq!(all(&stored), words);
}

#[test]
fn the_key_of_an_entry_is_that_of_the_entry() {
    // The entry before has one, and this one has none.
    let keyed = OPENING.replacen('{', "{\"key\": \"row-1\", ", 1);
    let without = r#"{"at": "2026-01-05T17:00:00Z", "by": "t-1", "on": "today", "fact": {"session": {"attendance": "attended"}}}"#;
    let words =
        "entry 2: `entries[1].on` holds a string and must hold a day, such as \"2026-01-05\"";
    assert_eq!(strictly(&holding(&format!("{keyed}, {without}"))), words);
    assert_eq!(all(&holding(&format!("{keyed}, {without}"))), words);
    // A key that comes after the fault is not known yet when reading ends there, and is known to
    // who looks at the whole.
    let late = without
        .replace('}', "")
        .replace("\"attended\"", "\"attended\"}}, \"key\": \"row-2\"}");
    assert_eq!(strictly(&holding(&format!("{keyed}, {late}"))), words);
    assert_eq!(
        all(&holding(&format!("{keyed}, {late}"))),
        words.replace("entry 2:", "entry 2 (key row-2):")
    );
}

#[test]
fn all_faults_of_a_file_are_told_at_once_and_the_rest_is_the_course() {
    let entry = |key: &str, what: &str| {
        format!(r#"{{"at": "2026-02-05T17:00:00Z", "by": "t-1", "key": "{key}", {what}}}"#)
    };
    let session = |number: u8| {
        format!(
            r#""on": "2026-01-1{number}", "fact": {{"session": {{"attendance": "attended", "number": {number}}}}}"#
        )
    };
    let entries = [
        OPENING.to_owned(),
        entry(
            "row-1",
            r#""on": "2026-01-05", "fact": {"session": {"attendance": "came", "minutes": "long", "opening": 1}}"#,
        ),
        entry("row-2", &session(1)),
        entry("row-3", r#""on": "2026-01-06", "strike": {"entry": 3}"#),
        entry("row-4", r#""strike": {"entry": 2}"#),
        entry("row-5", r#""strike": {"entry": 3}"#),
        entry("row-6", &session(2)),
        entry("row-7", &session(2)),
        entry("row-6", &session(3)),
        entry("row-8", r#""strike": {"entry": 3}"#),
        entry("row-9", r#""strike": {"entry": 99}"#),
        entry("row-10", &session(4)),
    ];
    let stored = holding(&entries.join(", "));
    let sifted = wire::sift(&mut serde_json::Deserializer::from_str(&stored)).unwrap();
    let told: Vec<_> = sifted.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "entry 2 (key row-1): `entries[1].fact.session.attendance` holds a string and must hold one of `attended`, `late`, \
             `did_not_attend`, `cancelled_by_patient`, `cancelled_by_therapist`, `cancelled_by_service`, `rescheduled`",
            "entry 2 (key row-1): `entries[1].fact.session.minutes` holds a string and must hold a whole number from 0 to 65535",
            "entry 2 (key row-1): `entries[1].fact.session.opening` holds a number and must hold one of `not_reported`, `done`, \
             `not_done`",
            "entry 4 (key row-3): it has a day under `on`, and only a fact or a change of protocol has one",
            "entry 5 (key row-4): it is about entry 2, which was set aside",
            "entry 8 (key row-7) cannot be recorded: session 2 of the main track is already recorded, in entry 7; each number \
             must be used only once in a track",
            "entry 9 (key row-6) has the same application key as entry 7; each key must be used only once",
            "entry 10 (key row-8): entry 3 has already been struck or corrected; only an entry that still counts can be struck \
             or corrected",
            "entry 11 (key row-9): entry 99 does not exist; the number of an entry must be at most 10 here",
        ]
    );
    let course = sifted.course.as_ref().unwrap();
    assert_eq!(
        (course.revision(), course.state().held(), sifted.set_aside()),
        (5, 2, 7)
    );
    let in_file: Vec<_> = (1..=6)
        .map(|entry| sifted.number_in_file(Seq::new(entry)).map(Seq::number))
        .collect();
    assert_eq!(
        in_file,
        [Some(1), Some(3), Some(6), Some(7), Some(12), None]
    );
}

#[test]
fn without_an_opening_or_a_protocol_there_is_no_course_and_what_is_wrong_is_told() {
    let session = r#"{"at": "2026-02-05T17:00:00Z", "by": "t-1", "on": "2026-01-05", "fact": {"session": {"attendance": "attended"}}}"#;
    let none = |stored: &str, faults: &[&str]| {
        let sifted = wire::sift(&mut serde_json::Deserializer::from_str(stored)).unwrap();
        assert!(sifted.course.is_none(), "{stored}");
        assert_eq!(
            sifted
                .faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
            faults
        );
    };
    let empty = "the record has no entries; it must have at least one, which opens the course";
    none(&holding(""), &[empty]);
    let first = "entry 1 cannot be recorded: the first fact of a record must open the course; the first one here is of another kind \
                 (session)";
    none(&holding(&format!("{session}, {session}")), &[first]);
    let unknown = holding(&format!("{OPENING}, {{}}")).replace("acute-16", "acute-61");
    let sifted = wire::sift(&mut serde_json::Deserializer::from_str(&unknown)).unwrap();
    let told: Vec<_> = sifted.faults.iter().map(ToString::to_string).collect();
    assert!(
        told[0].starts_with("there is no preset acute-61, the nearest are "),
        "{told:?}"
    );
    assert_eq!(
        told[1..],
        [
            "entry 2: `entries[1].at` is missing and must hold a moment in UTC, such as \"2026-01-05T16:30:00Z\"",
            "entry 2: `entries[1].by` is missing and must hold a reference to an actor: at most 36 ASCII letters, digits and \
             `. _ : / + -`",
        ]
    );
    // What comes before an opening is set aside when there is one.
    let sifted = wire::sift(&mut serde_json::Deserializer::from_str(&holding(&format!(
        "{session}, {OPENING}"
    ))))
    .unwrap();
    assert_eq!(sifted.course.map(|course| course.revision()), Some(1));
    assert_eq!(
        sifted
            .faults
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        [first]
    );
}

#[test]
fn a_sound_course_has_no_fault_and_is_the_same() {
    for name in ["flawless", "ptsd", "family-based", "postpartum"] {
        let path = format!("{}/examples/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let sifted = wire::sift(&mut serde_json::Deserializer::from_str(&text)).unwrap();
        assert_eq!(sifted.faults, []);
        assert_eq!(
            sifted.course,
            Some(serde_json::from_str(&text).unwrap()),
            "{name}"
        );
    }
}

#[test]
fn the_faults_of_a_protocol_are_told_at_once() {
    let path = format!(
        "{}/examples/data/broken-protocols/faults.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(path).unwrap();
    let disagreeing: Value = serde_json::from_str(&text).unwrap();
    let told = wire::protocol_faults(disagreeing.clone()).unwrap();
    let strict = serde_json::from_str::<Protocol>(&text)
        .unwrap_err()
        .to_string();
    assert_eq!(
        told.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [strict]
    );
    let mut unreadable = disagreeing;
    unreadable["dose"]["weeks"]["value"]["typical"] = json!("sixteen");
    unreadable["dose"]["sessions"]
        .as_object_mut()
        .unwrap()
        .remove("source");
    unreadable["phases"][1]["optional"] = json!("no");
    unreadable["grade"] = json!("A");
    let told: Vec<_> = wire::protocol_faults(unreadable).unwrap();
    let paths: Vec<_> = told.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "dose.sessions.source",
            "dose.weeks.value.typical",
            "grade",
            "phases[1].optional"
        ]
    );
    assert!(
        told.iter()
            .all(|fault| fault.entry.is_none() && matches!(fault.problem, Problem::Misread { .. }))
    );
}

#[test]
fn a_part_by_itself_is_told_its_place_from_there_on() {
    let fact = json!({"session": {"attendance": "attended", "note": ["SECRET"]}});
    let error = wire::read::<Fact, _>(fact.clone()).unwrap_err().to_string();
    assert_eq!(error, "`session.note` holds a list and must hold free text");
    assert_eq!(wire::faults::<Fact, _>(fact).unwrap()[0].to_string(), error);
    let entry = json!({"at": "2026-01-05T17:00:00Z", "by": "t-1", "key": "row-1", "fact": 5});
    let faults = wire::faults::<v1::Entry, _>(entry).unwrap();
    assert_eq!(
        (faults[0].path.as_str(), faults[0].entry, faults[0].key),
        ("fact", None, None)
    );
    assert!(matches!(
        faults[0].problem,
        Problem::Misread {
            found: Found::Number,
            ..
        }
    ));
    let spec = wire::read::<ProtocolSpec, _>(json!({"id": 5})).unwrap_err();
    assert_eq!(
        spec.to_string(),
        "`id` holds a number and must hold a protocol id: at most 24 ASCII letters, digits and `. _ : / + -`"
    );
}

#[test]
fn input_that_no_format_can_read_keeps_the_words_of_the_format_and_its_kind() {
    for text in [
        "",
        "{",
        "nonsense",
        r#"{"ipt/1": {"protocol": {"preset": "SECRET"#,
        &stating(r#"{"session": {"minutes": SECRET}}"#),
    ] {
        let plain = serde_json::from_str::<Value>(text).unwrap_err();
        let error = serde_json::from_str::<Course>(text).unwrap_err();
        assert_eq!(
            (error.classify(), error.line()),
            (plain.classify(), plain.line()),
            "{text}"
        );
        assert!(!error.to_string().contains("SECRET"), "{error}");
        let error = wire::sift(&mut serde_json::Deserializer::from_str(text)).unwrap_err();
        assert_eq!(error.classify(), plain.classify());
    }
}
