//! Courses that share the protocol that they were stored with are the courses that are read alone.

use chrono::NaiveDate;
use interpersonal::{
    Course, ProblemArea,
    protocol::{Protocol, ProtocolSpec, SharedProtocol, preset},
    testing::exemplar::Exemplar,
    wire::Protocols,
};
use serde_json::{Deserializer, Value, json};

/// A protocol of our own: the preset in another version.
fn own(version: u16) -> SharedProtocol {
    let spec = ProtocolSpec {
        version,
        ..preset::ACUTE_16.spec().clone()
    };
    Protocol::new(spec).unwrap().into()
}

fn course(protocol: &SharedProtocol, area: ProblemArea) -> Course {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let entries = Exemplar::new(protocol, area, monday).entries();
    Course::replay(protocol.clone(), entries).unwrap()
}

fn stored(course: &Course) -> String {
    serde_json::to_string(course).unwrap()
}

fn read(protocols: &mut Protocols, text: &str) -> Result<Course, serde_json::Error> {
    protocols.read(&mut Deserializer::from_str(text))
}

#[test]
fn courses_share_the_protocol_that_they_were_stored_with() {
    // In turn, so that another protocol is read between two that are equal.
    let (two, three) = (own(2), own(3));
    let courses = [
        course(&two, ProblemArea::RoleDispute),
        course(&three, ProblemArea::Grief),
        course(&two, ProblemArea::RoleTransition),
        course(&three, ProblemArea::RoleDispute),
        course(&two, ProblemArea::Grief),
    ];
    let mut protocols = Protocols::new();
    let read: Vec<Course> = courses
        .iter()
        .map(|course| read(&mut protocols, &stored(course)).unwrap())
        .collect();
    assert!(read == courses);
    for (one, other) in [(0, 2), (0, 4), (1, 3)] {
        let (one, other) = (&read[one], &read[other]);
        assert!(one.opening_protocol().is_same(other.opening_protocol()));
    }
    assert!(
        !read[0]
            .opening_protocol()
            .is_same(read[1].opening_protocol())
    );
    assert_eq!(
        format!("{protocols:?}"),
        "Protocols { protocols: 2, .. }",
        "a protocol is kept once"
    );
}

#[test]
fn a_protocol_that_differs_anywhere_is_another() {
    let whole = course(&own(2), ProblemArea::RoleDispute);
    let form: Value = serde_json::from_str(&stored(&whole)).unwrap();
    let spec = form["ipt/1"]["protocol"]["spec"].as_object().unwrap();
    let mut protocols = Protocols::new();
    assert!(read(&mut protocols, &stored(&whole)).unwrap() == whole);
    let (mut taken, mut refused) = (0, 0);
    for name in spec.keys() {
        // Each field in turn as another protocol has it, or as it is when it is left out.
        let others = [&preset::MAINT_90, &preset::WHO_G8].map(|other| {
            serde_json::to_value(other.spec())
                .unwrap()
                .get(name)
                .cloned()
        });
        for other in others {
            let mut changed = form.clone();
            let fields = changed["ipt/1"]["protocol"]["spec"]
                .as_object_mut()
                .unwrap();
            match other {
                Some(value) => _ = fields.insert(name.clone(), value),
                None => _ = fields.remove(name),
            }
            let text = changed.to_string();
            match (
                serde_json::from_str::<Course>(&text),
                read(&mut protocols, &text),
            ) {
                (Ok(alone), Ok(shared)) => {
                    assert!(alone == shared, "{name}");
                    taken += 1;
                }
                (Err(alone), Err(shared)) => {
                    let words = |error: serde_json::Error| {
                        let words = error.to_string();
                        words.split(" at line ").next().map(ToOwned::to_owned)
                    };
                    assert_eq!(words(alone), words(shared), "{name}");
                    refused += 1;
                }
                (alone, shared) => panic!("{name}: {:?}, {:?}", alone.err(), shared.err()),
            }
        }
    }
    assert!(
        taken > 10 && refused > 0,
        "{taken} taken, {refused} refused"
    );
    assert!(read(&mut protocols, &stored(&whole)).unwrap() == whole);
}

#[test]
fn what_cannot_be_read_is_told_as_of_a_course_that_is_read_alone() {
    let whole = course(&own(2), ProblemArea::RoleDispute);
    let form: Value = serde_json::from_str(&stored(&whole)).unwrap();
    let faulty = |change: &dyn Fn(&mut Value)| {
        let mut form = form.clone();
        change(&mut form);
        form
    };
    let files = [
        faulty(&|form| form["ipt/1"]["protocol"]["spec"]["version"] = json!("two")),
        faulty(&|form| form["ipt/1"]["protocol"]["spec"]["phases"] = json!([])),
        faulty(&|form| form["ipt/1"]["protocol"]["spec"] = json!("acute-16")),
        faulty(&|form| form["ipt/1"]["protocol"]["spec"]["dose"]["sessions"] = json!(16)),
        faulty(&|form| form["ipt/1"]["protocol"]["spec"]["unheard_of"] = json!(1)),
        faulty(&|form| form["ipt/1"]["protocol"] = json!({"preset": "acute-17"})),
        faulty(&|form| form["ipt/1"]["protocol"] = json!({"presets": "acute-16"})),
        faulty(&|form| form["ipt/1"]["protocol"] = json!({})),
        faulty(&|form| form["ipt/1"]["protocol"] = json!(null)),
        faulty(&|form| form["ipt/1"]["entries"][3]["by"] = json!(7)),
        faulty(&|form| form["ipt/1"]["entries"] = json!([])),
        faulty(&|form| form["ipt/1"]["more"] = json!([])),
        faulty(&|form| _ = form["ipt/1"].as_object_mut().unwrap().remove("entries")),
        faulty(&|form| _ = form["ipt/1"].as_object_mut().unwrap().remove("protocol")),
        json!({"ipt/9": {}}),
        json!({}),
        json!("ipt/1"),
        json!([]),
    ];
    let words = |error: serde_json::Error| {
        let words = error.to_string();
        words.split(" at line ").next().map(ToOwned::to_owned)
    };
    let mut warm = Protocols::new();
    assert!(read(&mut warm, &stored(&whole)).is_ok());
    for file in files {
        let text = file.to_string();
        let alone = words(serde_json::from_str::<Course>(&text).unwrap_err());
        assert_eq!(
            words(read(&mut Protocols::new(), &text).unwrap_err()),
            alone
        );
        assert_eq!(words(read(&mut warm, &text).unwrap_err()), alone);
    }
    assert!(read(&mut warm, &stored(&whole)).unwrap() == whole);
}

#[test]
fn a_course_under_an_unaltered_preset_holds_no_copy_of_it() {
    let shared = SharedProtocol::from(&preset::ACUTE_16);
    let course = course(&shared, ProblemArea::Grief);
    let whole: Course = serde_json::from_str(&stored(&course)).unwrap();
    assert!(whole.opening_protocol().is_same(&shared));
    let mut form: Value = serde_json::from_str(&stored(&course)).unwrap();
    form["ipt/1"]["protocol"] = json!({"preset": "acute-16"});
    let named: Course = serde_json::from_value(form).unwrap();
    assert!(named.opening_protocol().is_same(&shared) && named == course);
    let in_cbor = {
        let mut bytes = Vec::new();
        ciborium::into_writer(&course, &mut bytes).unwrap();
        bytes
    };
    let from_cbor: Course = ciborium::from_reader(in_cbor.as_slice()).unwrap();
    assert!(from_cbor.opening_protocol().is_same(&shared) && from_cbor == course);
}
