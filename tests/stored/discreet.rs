//! What cannot be read is named by kind and place, never quoted.

extern crate alloc;

use alloc::collections::BTreeMap;
use core::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use interpersonal::{
    FreeText,
    vocabulary::{ApproxDate, PersonRef},
    wire::discreet,
};
use proptest::{prelude::*, sample::select};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, Error as _, value},
};
use serde_json::{Value, json};

/// Every shape that serde knows, with fields that numbers, names, days and free text belong in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    minutes: u16,
    change: i64,
    rate: f64,
    held: bool,
    initial: char,
    nothing: (),
    marker: Marker,
    held_on: NaiveDate,
    written: DateTime<Utc>,
    began: ApproxDate,
    who: PersonRef,
    note: FreeText,
    reason: Option<FreeText>,
    weeks: Option<u8>,
    wrapped: Wrapped,
    pair: (u8, String),
    scores: Vec<u16>,
    by_name: BTreeMap<String, u8>,
    by_number: BTreeMap<u16, bool>,
    events: Vec<Event>,
    tagged: Vec<Tagged>,
    either: Either,
    open: Open,
    nested: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Marker;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Wrapped(u32);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Missed,
    Paused(u8),
    Moved(u8, String),
    Opened { on: NaiveDate },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Tagged {
    One { count: u8 },
    Two { text: String },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(u8),
    List(Vec<u8>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Open {
    known: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, u16>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    label: String,
    parts: Vec<Part>,
}

fn sample() -> Sample {
    let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let leaf = Part {
        label: "leaf".into(),
        parts: vec![],
    };
    Sample {
        minutes: 50,
        change: -3,
        rate: 0.5,
        held: true,
        initial: 'k',
        nothing: (),
        marker: Marker,
        held_on: day,
        written: "2026-01-05T16:30:00Z".parse().unwrap(),
        began: ApproxDate::exactly(day),
        who: PersonRef::from_static("p1"),
        note: "she said \"no\"".into(),
        reason: Some("moved".into()),
        weeks: None,
        wrapped: Wrapped(7),
        pair: (1, "one".into()),
        scores: vec![12, 9],
        by_name: [("sleep".into(), 3)].into(),
        by_number: [(1, true)].into(),
        events: vec![
            Event::Missed,
            Event::Paused(2),
            Event::Moved(3, "far".into()),
            Event::Opened { on: day },
        ],
        tagged: vec![Tagged::One { count: 1 }, Tagged::Two { text: "two".into() }],
        either: Either::List(vec![1, 2]),
        open: Open {
            known: 1,
            rest: [("other".into(), 2)].into(),
        },
        nested: vec![Part {
            label: "root".into(),
            parts: vec![leaf.clone(), leaf],
        }],
    }
}

fn from_json<'de, T: Deserialize<'de>>(text: &'de str) -> serde_json::Result<T> {
    discreet(&mut serde_json::Deserializer::from_str(text))
}

fn to_cbor(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

/// ciborium lends its deserializer to closures only, so this type stands for one that reads itself
/// discreetly.
#[derive(Debug, PartialEq)]
struct Discreet<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Discreet<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        discreet(deserializer).map(Self)
    }
}

fn from_cbor<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ciborium::de::Error<std::io::Error>> {
    ciborium::from_reader::<Discreet<T>, _>(bytes).map(|Discreet(value)| value)
}

/// The message for a text that is not what `T` is read from.
#[track_caller]
fn message<T: DeserializeOwned + fmt::Debug>(text: &str) -> String {
    let error = from_json::<T>(text).unwrap_err();
    let debugged = format!("{error:?}");
    assert!(
        is_discreet(&error.to_string()) && is_discreet(&debugged),
        "{debugged}"
    );
    error.to_string()
}

fn is_discreet(message: &str) -> bool {
    !message.contains("SECRET") && !message.contains("Mary")
}

#[test]
fn what_can_be_read_is_read_as_without_the_adapter() {
    let sample = sample();
    let text = serde_json::to_string_pretty(&sample).unwrap();
    assert_eq!(from_json::<Sample>(&text).unwrap(), sample);
    assert_eq!(
        discreet::<Sample, _>(serde_json::to_value(&sample).unwrap()).unwrap(),
        sample
    );
    assert_eq!(from_cbor::<Sample>(&to_cbor(&sample)).unwrap(), sample);
}

#[test]
fn texts_can_be_borrowed_from_the_input() {
    let text = r#"["one", "two"]"#;
    let words = from_json::<Vec<&str>>(text).unwrap();
    assert!(text.as_bytes().as_ptr_range().contains(&words[0].as_ptr()));
}

#[test]
fn large_integers_pass() {
    let most = u128::MAX.to_string();
    assert_eq!(from_json::<u128>(&most).unwrap(), u128::MAX);
    assert_eq!(
        from_json::<i128>(&i128::MIN.to_string()).unwrap(),
        i128::MIN
    );
    assert_eq!(from_cbor::<u128>(&to_cbor(&u128::MAX)).unwrap(), u128::MAX);
}

#[test]
fn a_type_learns_whether_the_format_is_for_people() {
    struct Readable(bool);
    impl<'de> Deserialize<'de> for Readable {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let readable = deserializer.is_human_readable();
            <()>::deserialize(deserializer)?;
            Ok(Self(readable))
        }
    }
    assert!(from_json::<Readable>("null").unwrap().0);
    assert!(
        !ciborium::from_reader::<Discreet<Readable>, _>(&to_cbor(&())[..])
            .unwrap()
            .0
            .0
    );
}

#[test]
fn without_the_adapter_a_message_does_quote() {
    let error = serde_json::from_str::<Vec<u16>>(r#"["SECRET Mary"]"#).unwrap_err();
    assert!(!is_discreet(&error.to_string()), "{error}");
}

#[test]
fn a_text_in_the_wrong_place_is_called_a_string() {
    let at =
        |expected: &str| format!("invalid type: string, expected {expected} at line 1 column 13");
    let text = r#""SECRET Mary""#;
    assert_eq!(message::<u16>(text), at("u16"));
    assert_eq!(message::<f64>(text), at("f64"));
    assert_eq!(message::<bool>(text), at("a boolean"));
    assert_eq!(message::<()>(text), at("unit"));
    assert_eq!(message::<Option<u8>>(text), at("u8"));
    assert_eq!(message::<Wrapped>(text), at("u32"));
    assert_eq!(message::<Marker>(text), at("unit struct Marker"));
    assert_eq!(message::<Vec<u8>>(text), at("a sequence"));
    assert_eq!(message::<(u8, u8)>(text), at("a tuple of size 2"));
    assert_eq!(message::<BTreeMap<String, u8>>(text), at("a map"));
    assert_eq!(message::<Sample>(text), at("struct Sample"));
    assert_eq!(
        message::<char>(text),
        "invalid value: string, expected a character at line 1 column 13"
    );
}

#[test]
fn quotation_marks_in_a_text_do_not_let_it_out() {
    assert_eq!(
        message::<Vec<u8>>("[1,\n \"\\\" Mary \\\\\\\" SECRET \\\\\"]"),
        "invalid type: string, expected u8 at line 2 column 25"
    );
}

#[test]
fn a_text_in_the_place_of_a_payload_is_not_quoted() {
    assert_eq!(
        message::<Event>(r#"{"missed": "SECRET Mary"}"#),
        "invalid type: string, expected unit at line 1 column 24"
    );
    assert_eq!(
        message::<Event>(r#"{"paused": "SECRET Mary"}"#),
        "invalid type: string, expected u8 at line 1 column 24"
    );
    assert_eq!(
        message::<Event>(r#"{"moved": "SECRET Mary"}"#),
        "invalid type: string, expected tuple variant Event::Moved at line 1 column 23"
    );
    assert_eq!(
        message::<Event>(r#"{"opened": "SECRET Mary"}"#),
        "invalid type: string, expected struct variant Event::Opened at line 1 column 24"
    );
}

#[test]
fn an_unknown_name_is_shown_only_if_it_looks_like_one_of_the_stored_form() {
    assert_eq!(
        message::<Event>(r#""session_held""#),
        "unknown variant `session_held`, expected one of `missed`, `paused`, `moved`, `opened` at line 1 column 14"
    );
    assert_eq!(
        message::<Event>(r#""Mary Smith""#),
        "unknown variant `(10 characters)`, expected one of `missed`, `paused`, `moved`, `opened` at line 1 column 12"
    );
    assert_eq!(
        message::<Part>(r#"{"Mary Smith": 1}"#),
        "unknown field `(10 characters)`, expected `label` or `parts` at line 1 column 13"
    );
    assert_eq!(
        message::<Part>(r#"{"lable": 1}"#),
        "unknown field `lable`, expected `label` or `parts` at line 1 column 8"
    );
}

#[test]
fn numbers_fields_and_lengths_are_still_named() {
    assert_eq!(
        message::<u8>("300"),
        "invalid value: integer `300`, expected u8 at line 1 column 3"
    );
    assert_eq!(
        message::<Part>(r#"{"label": "Mary"}"#),
        "missing field `parts` at line 1 column 17"
    );
    assert_eq!(
        message::<Part>(r#"{"label": "Mary", "label": "#),
        "duplicate field `label` at line 1 column 25"
    );
    assert_eq!(
        message::<(u8, u8)>("[1]"),
        "invalid length 1, expected a tuple of size 2 at line 1 column 3"
    );
    assert_eq!(
        message::<FreeText>("5"),
        "invalid type: integer `5`, expected a string at line 1 column 1"
    );
}

#[test]
fn errors_of_syntax_stay_what_they_are() {
    let error = from_json::<Vec<String>>(r#"["SECRET Mary""#).unwrap_err();
    assert!(error.is_eof(), "{error}");
    assert_eq!(
        error.to_string(),
        "EOF while parsing a list at line 1 column 14"
    );
    let error = from_json::<BTreeMap<u16, u8>>(r#"{"1 SECRET Mary": 2}"#).unwrap_err();
    assert!(error.is_syntax(), "{error}");
    assert_eq!(error.to_string(), "expected `\"` at line 1 column 4");
}

#[test]
fn days_and_identifiers_of_the_crate_do_not_quote() {
    let at = " at line 1 column 13";
    let text = r#""SECRET Mary""#;
    let no_day = format!(
        "no such day or moment (input contains invalid characters); a day is written 2026-01-05, \
         a moment 2026-01-05T16:30:00Z{at}"
    );
    assert_eq!(message::<NaiveDate>(text), no_day);
    assert_eq!(message::<DateTime<Utc>>(text), no_day);
    assert_eq!(
        message::<PersonRef>(text),
        format!(
            "position 7 of this person reference holds a character that is not allowed; it must be at most 16 ASCII \
             letters, digits and `. _ : / + -`{at}"
        )
    );
    for day in [
        "2026-02-30",
        "2026",
        "2026-01-05 Mary",
        "",
        "Mary-01-01",
        "2026-SECRET-01",
    ] {
        let text = json!(day).to_string();
        for message in [message::<NaiveDate>(&text), message::<DateTime<Utc>>(&text)] {
            assert!(
                message.contains("); a day is written 2026-01-05, a moment 2026-01-05T16:30:00Z"),
                "{message}"
            );
        }
    }
}

#[test]
fn what_a_type_says_itself_passes_unchanged() {
    #[derive(Debug)]
    struct Told;
    impl<'de> Deserialize<'de> for Told {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?;
            Err(D::Error::custom("a day is written as \"2026-01-05\""))
        }
    }
    assert!(
        message::<Vec<Told>>(r#"["SECRET Mary"]"#)
            .starts_with("a day is written as \"2026-01-05\"")
    );
}

#[test]
fn a_type_that_refuses_a_text_by_hand_does_not_quote_it() {
    #[derive(Debug)]
    struct Refuses;
    impl<'de> Deserialize<'de> for Refuses {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            Err(D::Error::unknown_variant(&text, &["one"]))
        }
    }
    assert_eq!(
        message::<Refuses>(r#""SECRET Mary""#),
        "unknown variant `(11 characters)`, expected `one`"
    );
}

#[test]
fn other_formats_are_discreet_too() {
    let text = value::StrDeserializer::<value::Error>::new("SECRET Mary");
    let error = discreet::<u16, _>(text).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: string, expected u16");
    let error = discreet::<u16, _>(json!("SECRET Mary")).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: string, expected u16");
    let error = from_cbor::<Vec<u16>>(&to_cbor(&["SECRET Mary"])).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("invalid type: string, expected integer"),
        "{error}"
    );
    let error = from_cbor::<Event>(&to_cbor(&"SECRET Mary")).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("unknown variant `(11 characters)`"),
        "{error}"
    );
}

/// Damages the `n`th place of a tree, counted through values and keys in order: a value becomes the
/// text, a key is renamed.
fn damage(value: &mut Value, n: &mut usize, text: &str) -> bool {
    if *n == 0 {
        *value = Value::from(text);
        return true;
    }
    *n -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| damage(item, n, text)),
        Value::Object(fields) => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            keys.iter().any(|key| {
                if *n == 0 {
                    let inner = fields.remove(key).unwrap();
                    fields.insert(text.into(), inner);
                    return true;
                }
                *n -= 1;
                damage(&mut fields[key], n, text)
            })
        }
        _ => false,
    }
}

/// Damages the tree at one of its places, chosen by a number.
fn damaged(mut value: Value, place: usize, text: &str) -> Value {
    let whole = value.clone();
    if !damage(&mut value, &mut { place }, text) {
        let mut beyond = usize::MAX;
        damage(&mut value, &mut beyond, text);
        let places = usize::MAX - beyond;
        value = whole;
        damage(&mut value, &mut (place % places), text);
    }
    value
}

const TEXTS: &[&str] = &[
    "SECRET Mary",
    "\"SECRET\" Mary",
    "SECRET \\\" Mary \\",
    "SECRET\n`Mary`, expected u16 at line 3 column 4",
    "\u{1f92b} SECRET \u{7f} Mary '\"",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_message_quotes_the_record_and_each_says_where(place in 0..200_usize, text in select(TEXTS), pretty: bool) {
        let tree = damaged(serde_json::to_value(sample()).unwrap(), place, text);

        let stored = if pretty { serde_json::to_string_pretty(&tree) } else { serde_json::to_string(&tree) }.unwrap();
        match (serde_json::from_str::<Sample>(&stored), from_json::<Sample>(&stored)) {
            (Ok(plain), Ok(read)) => prop_assert_eq!(plain, read),
            (Err(plain), Err(error)) => {
                prop_assert!(is_discreet(&error.to_string()), "{}", error);
                prop_assert_eq!((plain.line(), plain.column()), (error.line(), error.column()));
                prop_assert!(error.line() > 0 && error.classify() == plain.classify());
            }
            (plain, read) => prop_assert!(false, "{:?} and {:?}", plain, read),
        }

        let bytes = to_cbor(&tree);
        let plain = ciborium::from_reader::<Sample, _>(&bytes[..]);
        let read = from_cbor::<Sample>(&bytes);
        prop_assert_eq!(plain.ok(), read.as_ref().ok().cloned());
        prop_assert!(read.err().is_none_or(|error| is_discreet(&error.to_string())));

        let read = discreet::<Sample, _>(tree);
        prop_assert!(read.err().is_none_or(|error| is_discreet(&error.to_string())));
    }
}
