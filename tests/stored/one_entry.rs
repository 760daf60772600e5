//! An entry, or a fact, that is stored and read by itself.

use interpersonal::{
    Course, Entry, Fact, ProblemArea, Protocol,
    chrono::NaiveDate,
    protocol::preset,
    record::session::{Attendance, Session},
    shape::{Documented, Shape},
    testing::exemplar::Exemplar,
    text::Language,
    vocabulary::NameError,
    wire::{self, v1},
};
use serde_json::{Value, json};

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

#[test]
fn a_row_for_each_entry_holds_what_the_whole_course_holds() {
    for protocol in preset::ALL.iter().copied().step_by(7) {
        let area = ProblemArea::ALL
            .iter()
            .copied()
            .find(|area| protocol.spec().focus.areas.value.contains(*area))
            .unwrap();
        let course = Exemplar::new(protocol, area, monday()).course().unwrap();
        let whole = serde_json::to_value(&course).unwrap();
        let rows: Vec<String> = course
            .entries()
            .iter()
            .map(|entry| serde_json::to_string(entry).unwrap())
            .collect();
        let values: Vec<Value> = rows
            .iter()
            .map(|row| serde_json::from_str(row).unwrap())
            .collect();
        assert_eq!(
            json!(values),
            whole["ipt/1"]["entries"],
            "{}",
            protocol.id()
        );

        let entries: Vec<Entry> = rows
            .iter()
            .map(|row| serde_json::from_str(row).unwrap())
            .collect();
        assert_eq!(entries, course.entries());
        assert_eq!(Course::replay(protocol, entries).unwrap(), course);
    }
}

/// One entry of each kind.
fn kinds() -> Vec<Value> {
    [
        json!({ "on": "2026-01-12", "key": "k-1", "origin": "imported",
            "fact": { "session": { "attendance": "attended", "note": "a text" } } }),
        json!({ "strike": { "entry": 2, "reason": "a text" } }),
        json!({ "correct": { "entry": 2, "on": "2026-01-12", "fact": { "age_recorded": { "years": 40 } } } }),
        json!({ "correct": { "entry": 2, "on": "2026-01-12", "fact": { "resumed": {} }, "reason": "a text" } }),
        json!({ "waive": { "code": "IPT-064", "scope": { "course": {} }, "category": { "other": "a text" } } }),
        json!({ "on": "2026-01-12", "protocol": { "to": { "spec": preset::ACUTE_12.spec() }, "reason": "a text" } }),
    ]
    .into_iter()
    .map(|mut entry| {
        entry["at"] = json!("2026-01-12T17:00:00Z");
        entry["by"] = json!("therapist-1");
        entry
    })
    .collect()
}

#[test]
fn an_entry_of_each_kind_comes_back_as_it_was_written() {
    for value in kinds() {
        let entry: Entry = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(json!(entry), value);
        // By way of the open form as well.
        let form = v1::Entry::from(&entry);
        assert_eq!(json!(form), value);
        assert_eq!(Entry::try_from(form).unwrap(), entry);
        // And in a binary format.
        let mut bytes = Vec::new();
        ciborium::into_writer(&entry, &mut bytes).unwrap();
        assert_eq!(
            ciborium::from_reader::<Entry, _>(&bytes[..]).unwrap(),
            entry
        );
    }
}

#[test]
fn what_is_wrong_with_an_entry_is_said_as_of_a_whole_file_and_nothing_is_quoted() {
    let base = || kinds().remove(0);
    let with = |pointer: &str, value: Value| {
        let mut entry = base();
        *entry.pointer_mut(pointer).unwrap() = value;
        entry
    };
    let mut nothing = base();
    nothing.as_object_mut().unwrap().remove("fact");
    let mut two = base();
    two["strike"] = json!({ "entry": 1 });
    let mut no_day = base();
    no_day.as_object_mut().unwrap().remove("on");
    let mut nobody = base();
    nobody.as_object_mut().unwrap().remove("by");
    for (entry, words) in [
        (
            with("/fact/session/attendance", json!("Jane came")),
            "`fact.session.attendance` holds a string and must hold one of `attended`, `late`",
        ),
        (
            with("/fact/session/note", json!(["Jane"])),
            "`fact.session.note` holds a list and must hold free text",
        ),
        (
            with("/fact", json!({ "Jane came": {} })),
            "`fact` holds an unknown name of 9 characters; accepted there are",
        ),
        (
            with("/on", json!("Jane's birthday")),
            "`on` holds a string and must hold a day, such as \"2026-01-05\"",
        ),
        (
            with("/by", json!("Jane Doe")),
            "`by` holds a string and must hold a",
        ),
        (nobody, "`by` is missing and must hold a"),
        (
            nothing,
            "the entry (key k-1): it says nothing, and must say exactly one",
        ),
        (
            two,
            "the entry (key k-1): it says 2 things, and must say exactly one",
        ),
        (no_day, "the entry (key k-1): it has no day"),
    ] {
        let told = serde_json::from_str::<Entry>(&entry.to_string())
            .unwrap_err()
            .to_string();
        assert!(told.starts_with(words), "{told}");
        assert!(!told.contains("Jane"), "{told}");
    }
    // Every fault of an entry at once.
    let mut many = base();
    many["by"] = json!(7);
    many["fact"]["session"]["minutes"] = json!("fifty");
    assert_eq!(wire::faults::<Entry, _>(many).unwrap().len(), 2);
}

#[test]
fn a_fact_that_is_read_by_itself_quotes_nothing() {
    for (text, words) in [
        (
            r#""Jane Doe came""#,
            "the whole holds a string and must hold an object with exactly one of",
        ),
        (
            r#"{"Jane Doe came": 1}"#,
            "the whole holds an unknown name of 13 characters",
        ),
        (
            r#"{"session": "Jane Doe came"}"#,
            "`session` holds a string and must hold an object with `attendance`",
        ),
        (
            r#"{"session": {"attendance": "Jane Doe came"}}"#,
            "`session.attendance` holds a string and must hold one of",
        ),
    ] {
        let told = serde_json::from_str::<Fact>(text).unwrap_err().to_string();
        assert!(told.starts_with(words), "{told}");
        assert!(!told.contains("Jane"), "{told}");
    }
}

#[test]
fn a_value_outside_its_limits_is_refused_by_the_same_words_in_form_file_and_api() {
    let Shape::Object(_, _, fields) = Session::SHAPE else {
        panic!("a session is an object")
    };
    let shape = |name: &str| {
        fields
            .iter()
            .find(|field| field.name == name)
            .unwrap()
            .shape
    };
    for (name, typed, stored) in [
        ("minutes", "70000", json!(70_000)),
        ("minutes", "-1", json!(-1)),
        ("minutes", "fifty", json!("fifty")),
        ("attendance", "came", json!("came")),
        ("therapist", "Jane Doe", json!("Jane Doe")),
        ("therapist", &"x".repeat(65), json!("x".repeat(65))),
    ] {
        let form = shape(name).check(typed).unwrap_err().to_string();
        let mut session = json!({ "attendance": "attended" });
        session[name] = stored;
        let fact = json!({ "session": session });
        let faults = wire::faults::<Fact, _>(&fact).unwrap();
        assert_eq!(faults[0].to_string(), format!("`session.{name}` {form}"));
        let read = serde_json::from_value::<Fact>(fact)
            .unwrap_err()
            .to_string();
        assert_eq!(read, format!("`session.{name}` {form}"));
    }
    for (name, typed) in [
        ("minutes", "50"),
        ("attendance", "late"),
        ("therapist", "t-1"),
    ] {
        assert_eq!(shape(name).check(typed), Ok(()));
    }
    // What the API says of a token ends with what the other two say is accepted.
    let api = interpersonal::ActorRef::new("Jane Doe")
        .unwrap_err()
        .to_string();
    let (_, accepted) = api.split_once("must be ").unwrap();
    let form = shape("therapist").check("Jane Doe").unwrap_err();
    assert!(
        form.accepted.ends_with(accepted),
        "{api} | {}",
        form.accepted
    );
}

#[test]
fn a_name_that_is_not_known_is_answered_with_the_nearest_and_never_quoted_if_it_is_free_text() {
    let error: NameError = "did_not_atend".parse::<Attendance>().unwrap_err();
    assert_eq!(error.nearest(), ["did_not_attend"]);
    assert_eq!(error.accepted().len(), Attendance::ALL.len());
    let words = "`did_not_atend` is no attendance; the nearest is `did_not_attend`; accepted are `attended`, `late`";
    assert!(error.to_string().starts_with(words), "{error}");
    for text in ["Jane Doe came", "", "ü"] {
        let told = format!("{0} {0:?}", text.parse::<Attendance>().unwrap_err());
        assert!(!told.contains("Jane"), "{told}");
        let told = Protocol::parse(text).unwrap_err().to_string();
        assert!(
            !told.contains("Jane") && told.contains("is no preset"),
            "{told}"
        );
    }
    for &member in Attendance::ALL {
        assert_eq!(member.name().parse(), Ok(member));
    }
}

#[test]
fn every_part_of_an_entry_has_a_label_in_every_language() {
    let Shape::Object(of, _, fields) = Entry::SHAPE else {
        panic!("an entry is an object")
    };
    for language in Language::ALL {
        for field in fields {
            assert!(
                language.part(of, field.name).is_some(),
                "{} {}",
                language.tag,
                field.name
            );
        }
        assert!(language.part("ChangeProtocol", "to").is_some());
    }
}

/// Every input of a form: what a shape holds that is neither an object nor a list of them.
fn inputs(shape: &Shape, into: &mut Vec<Shape>) {
    match *shape {
        Shape::List(inner) | Shape::Optional(inner) => inputs(inner, into),
        Shape::Object(_, _, fields) => fields.iter().for_each(|field| inputs(field.shape, into)),
        Shape::OneOf(_, keys) => keys.iter().for_each(|(.., inner)| inputs(inner, into)),
        Shape::Either(one, other) => {
            inputs(one, into);
            inputs(other, into);
        }
        shape => into.push(shape),
    }
}

#[test]
fn every_input_of_every_fact_says_what_it_takes() {
    let mut all = Vec::new();
    inputs(&Fact::SHAPE, &mut all);
    assert!(all.len() > 200, "{}", all.len());
    for input in all {
        match input {
            Shape::Plain(words, _) => assert!(!words.is_empty()),
            Shape::Names(of, names) => {
                for (name, about) in names {
                    assert!(input.check(name).is_ok(), "{of} {name}");
                    assert!(!about.is_empty() && about.trim() == *about, "{of} {name}");
                }
            }
            other => panic!("{other:?}"),
        }
    }
}
