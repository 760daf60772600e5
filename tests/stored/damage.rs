//! A sound course or protocol is damaged at one place: reading fails and says where, the fault is
//! among all faults, and no text of the record is in any message.

use interpersonal::{
    AppKey, Course, Protocol, Seq,
    protocol::ProtocolSpec,
    shape::{Documented, Plain, Shape},
    testing::strategy::{self, MARKER},
    wire::{self, Fault, Problem, v1},
};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

/// One way to spoil a value: the way to it, what stands there then, and the place that a message
/// must name.
struct Damage {
    at: String,
    instead: Value,
    told: String,
}

/// Every way to spoil one place of a value of that shape.
fn damages(value: &Value, shape: &Shape, at: &str, told: &str, all: &mut Vec<Damage>) {
    let text = json!(format!("{MARKER} \"she said\""));
    let mut spoil = |instead: Value, place: String| {
        all.push(Damage {
            at: at.into(),
            instead,
            told: place,
        });
    };
    let within = |name: &str| {
        if told.is_empty() {
            name.to_owned()
        } else {
            format!("{told}.{name}")
        }
    };
    match (shape, value) {
        (Shape::Optional(_), Value::Null) => {}
        (Shape::Optional(inner), value) => damages(value, inner, at, told, all),
        (Shape::Plain(_, Plain::Text), _) => spoil(json!(17), told.into()),
        (Shape::Plain(_, Plain::Number { most, .. }), _) => {
            spoil(text, told.into());
            spoil(json!(most + 1), told.into());
        }
        (Shape::Plain(..) | Shape::Names(..), _) => spoil(text, told.into()),
        (Shape::List(inner), Value::Array(elements)) => {
            spoil(text, told.into());
            for (index, element) in elements.iter().enumerate() {
                damages(
                    element,
                    inner,
                    &format!("{at}/{index}"),
                    &format!("{told}[{index}]"),
                    all,
                );
            }
        }
        (Shape::Object(_, _, known), Value::Object(fields)) => {
            spoil(text.clone(), told.into());
            let with = |name: &str| {
                let mut fields = fields.clone();
                fields.insert(name.into(), text.clone());
                Value::Object(fields)
            };
            spoil(with("zz_unknown"), within("zz_unknown"));
            spoil(with(&format!("{MARKER} she")), told.into());
            for field in known.iter().filter(|field| field.required) {
                let mut fields = fields.clone();
                fields.remove(field.name);
                spoil(Value::Object(fields), within(field.name));
            }
            for field in *known {
                if let Some(value) = fields.get(field.name) {
                    damages(
                        value,
                        field.shape,
                        &format!("{at}/{}", field.name),
                        &within(field.name),
                        all,
                    );
                }
            }
        }
        (Shape::Either(name, _), Value::String(_)) => damages(value, name, at, told, all),
        (Shape::Either(_, inner), Value::Object(_) | Value::Array(_)) => {
            damages(value, inner, at, told, all);
        }
        (Shape::OneOf(_, keys), Value::Object(fields)) => {
            let (name, held) = fields.iter().next().unwrap();
            spoil(text, told.into());
            spoil(json!({}), told.into());
            spoil(json!({ "zz_unknown": held }), within("zz_unknown"));
            // The sound one is read first: fields are written in the order of their names here.
            let second = keys
                .iter()
                .find(|(key, ..)| *key > name.as_str())
                .map_or("zz_unknown", |(key, ..)| *key);
            spoil(json!({ name: held, second: held }), told.into());
            let (.., inner) = keys.iter().find(|(key, ..)| key == name).unwrap();
            damages(held, inner, &format!("{at}/{name}"), &within(name), all);
        }
        (shape, _) => panic!("{shape:?} does not describe its value"),
    }
}

fn assert_discreet(message: &str) {
    assert!(
        !message.contains(MARKER) && !message.contains("she said"),
        "{}",
        message.replace(MARKER, "(text)")
    );
}

/// Whether a message names a place: within backticks, where it has a name.
fn names(message: &str, place: &str) -> bool {
    message.contains(&format!("`{place}`")) || place.is_empty() && message.contains("the whole")
}

fn of_form(faults: &[Fault]) -> Vec<&Fault> {
    faults
        .iter()
        .filter(|fault| matches!(fault.problem, Problem::Misread { .. }))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_damaged_place_of_a_course_is_told_and_found(course in strategy::course(), entry in any::<Index>(), which in any::<Index>()) {
        let sound = json!(course);
        let number = entry.index(course.entries().len());
        let key: Option<AppKey> = course.entries()[number].key;
        let pointer = format!("/ipt~11/entries/{number}");
        let mut all = Vec::new();
        let place = format!("entries[{number}]");
        damages(sound.pointer(&pointer).unwrap(), &v1::Entry::SHAPE, &pointer, &place, &mut all);
        let Damage { at, instead, told } = which.get(&all);
        let mut damaged = sound.clone();
        *damaged.pointer_mut(at).unwrap() = instead.clone();

        let text = damaged.to_string();
        let strict = serde_json::from_str::<Course>(&text).unwrap_err();
        let message = strict.to_string();
        assert_discreet(&message);
        assert_discreet(&format!("{strict:?}"));
        prop_assert!(names(&message, told), "{told}: {message}");
        prop_assert!(message.starts_with(&format!("entry {}", number + 1)), "{message}");
        // A protocol whose fields stand in another order is looked at when the file is read.
        prop_assert!(strict.line() > 0 || told.contains(".protocol.to.spec"), "{message}");

        let sifted = wire::sift(damaged.clone()).unwrap();
        let faults = of_form(&sifted.faults);
        prop_assert!(matches!(faults[..], [one] if one.path == *told && one.entry.map(Seq::number) == u32::try_from(number + 1).ok()), "{told}: {faults:?}");
        let key_damaged = at.ends_with("/key") || at == &pointer && instead.get("key").is_none();
        prop_assert_eq!(faults[0].key, key.filter(|_| !key_damaged));
        for fault in &sifted.faults {
            assert_discreet(&format!("{fault} {fault:?}"));
        }

        let mut bytes = Vec::new();
        ciborium::into_writer(&damaged, &mut bytes).unwrap();
        assert_discreet(&ciborium::from_reader::<Course, _>(bytes.as_slice()).unwrap_err().to_string());
    }

    #[test]
    fn one_damaged_place_of_a_protocol_is_told_and_found(protocol in strategy::protocol(), which in any::<Index>()) {
        let sound = json!(protocol.spec());
        prop_assert_eq!(wire::protocol_faults(sound.clone()).unwrap(), []);
        let mut all = Vec::new();
        damages(&sound, &ProtocolSpec::SHAPE, "", "", &mut all);
        let Damage { at, instead, told } = which.get(&all);
        let mut damaged = sound;
        *damaged.pointer_mut(at).unwrap() = instead.clone();
        let message = serde_json::from_str::<Protocol>(&damaged.to_string()).unwrap_err().to_string();
        assert_discreet(&message);
        prop_assert!(names(&message, told), "{told}: {message}");
        let faults = wire::protocol_faults(damaged).unwrap();
        prop_assert!(matches!(&faults[..], [one] if one.path == *told), "{told}: {faults:?}");
        assert_discreet(&faults[0].to_string());
    }

    #[test]
    fn what_is_sifted_of_a_sound_course_is_the_course(course in strategy::course()) {
        let sifted = wire::sift(json!(course)).unwrap();
        prop_assert_eq!(sifted.faults, []);
        prop_assert!(sifted.course == Some(course));
    }

    #[test]
    fn strict_reading_and_sifting_agree_on_what_is_sound(course in strategy::course(), damage in collection()) {
        let mut tree = json!(course);
        for (place, value) in damage {
            let mut all = Vec::new();
            leaves(&tree, "", &mut all);
            *tree.pointer_mut(place.get::<String>(&all)).unwrap() = value;
        }
        let strict = serde_json::from_str::<Course>(&tree.to_string());
        let sifted = wire::sift(tree).unwrap();
        prop_assert_eq!(strict.is_ok(), sifted.faults.is_empty(), "{:?} {:?}", strict.err(), sifted.faults);
    }
}

/// Values of any kind for places of any kind.
fn collection() -> impl Strategy<Value = Vec<(Index, Value)>> {
    let value = prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        any::<i32>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!("done")),
        Just(json!({ "session": 1 })),
        Just(json!([1, 2])),
    ];
    proptest::collection::vec((any::<Index>(), value), 0..3)
}

/// The way to every value of a tree.
fn leaves(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(elements) => {
            elements
                .iter()
                .enumerate()
                .for_each(|(index, element)| leaves(element, &format!("{at}/{index}"), all));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| {
                leaves(value, &format!("{at}/{}", name.replace('/', "~1")), all);
            });
        }
        _ => {}
    }
}

/// The case that refuted the law on damaged places: reading takes a value that a source says there
/// is none of as left out, and what is told of a protocol must take it too.
#[test]
fn a_value_that_a_source_says_there_is_none_of_may_be_left_out() {
    let is_without = |preset: &&&Protocol| preset.spec().initial.sick_role.value.is_none();
    let preset = interpersonal::preset::ALL.iter().find(is_without).unwrap();
    let null = json!(preset.spec());
    assert!(null["initial"]["sick_role"]["value"].is_null());
    let mut without = null.clone();
    let sick_role = without.pointer_mut("/initial/sick_role").unwrap();
    sick_role.as_object_mut().unwrap().remove("value");
    for form in [null, without] {
        assert_eq!(
            serde_json::from_str::<Protocol>(&form.to_string()).unwrap(),
            **preset
        );
        assert_eq!(wire::protocol_faults(form).unwrap(), []);
    }
}
