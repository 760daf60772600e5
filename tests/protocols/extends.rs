//! A protocol that says only in what it differs from another: what comes out, what is told when it
//! cannot be put together, and the way back to the short form.

use std::{fs, path::PathBuf};

use interpersonal::{
    Course, Phase, Protocol,
    protocol::{
        ProtocolSpec,
        preset::{self, ACUTE_16},
    },
    wire::{self, Bases, ProtocolFile, v1},
};
use serde_json::{Value, json};

fn file(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("examples/data")
        .join(name);
    fs::read_to_string(path).unwrap()
}

fn our_clinic() -> Value {
    serde_json::from_str(&file("protocols/our-clinic.json")).unwrap()
}

/// A short form over `acute-16`, with what differs.
fn short(differs: Value) -> Value {
    let mut short = json!({ "extends": "acute-16", "id": "our-clinic", "title": "Ours" });
    let Value::Object(differs) = differs else {
        panic!("what differs is an object")
    };
    short.as_object_mut().unwrap().extend(differs);
    short
}

fn read(short: Value) -> Protocol {
    serde_json::from_value(short).unwrap()
}

/// Every fault, a sentence each; and that the strict reader says the same.
#[track_caller]
fn told(short: &Value) -> Vec<String> {
    let faults = wire::protocol_faults(short.clone()).unwrap();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let strict = serde_json::from_value::<Protocol>(short.clone())
        .unwrap_err()
        .to_string();
    for sentence in &told {
        assert!(strict.contains(sentence.as_str()), "{strict}");
    }
    told
}

fn ours<T: serde::Serialize>(value: T) -> Value {
    json!({ "value": value, "source": "our-clinic-2026", "basis": "practice" })
}

#[test]
fn a_protocol_of_ones_own_is_a_file_of_some_twenty_lines() {
    let text = file("protocols/our-clinic.json");
    assert!(text.lines().count() <= 24);
    let protocol: Protocol = serde_json::from_str(&text).unwrap();
    let (spec, base) = (protocol.spec(), ACUTE_16.spec());
    assert_eq!(spec.parent, Some(base.id));
    assert_eq!(spec.dose.sessions.value.typical, 12);
    assert_eq!(spec.dose.sessions.source.work.as_str(), "our-clinic-2026");
    // What it does not mention is the base's, with the source that it has there.
    assert_eq!(spec.dose.minutes, base.dose.minutes);
    assert_eq!(spec.safety, base.safety);
    assert_eq!(spec.version, 1);
    // Phases stand in their order wherever they were added.
    let phases: Vec<_> = spec.phases.iter().map(|it| it.phase).collect();
    let order: Vec<_> = base.phases.iter().map(|it| it.phase).collect();
    assert_eq!(phases, order);
    assert_eq!(protocol.label(Phase::Termination), "Ending");
    let measures: Vec<_> = spec
        .measures
        .iter()
        .map(|it| it.instrument.as_str())
        .collect();
    assert_eq!(measures, ["phq-9", "bdi-ii"]);
}

#[test]
fn the_order_of_the_fields_does_not_matter() {
    let whole = read(our_clinic());
    let Value::Object(fields) = our_clinic() else {
        panic!("a protocol is an object")
    };
    let mut names: Vec<_> = fields.keys().cloned().collect();
    let text = |names: &[String]| {
        let fields = names
            .iter()
            .map(|name| format!("{:?}: {}", name, fields[name]));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    };
    // As a map sorts them, backwards, and shortest first, as a database does.
    names.sort();
    let sorted = text(&names);
    names.reverse();
    let backwards = text(&names);
    names.sort_by_key(String::len);
    for text in [sorted, backwards, text(&names)] {
        assert_eq!(
            serde_json::from_str::<Protocol>(&text).unwrap(),
            whole,
            "{text}"
        );
    }
    // Neither does it for a whole protocol.
    let Value::Object(fields) = json!(ACUTE_16.spec()) else {
        panic!("a protocol is an object")
    };
    let backwards = fields
        .iter()
        .rev()
        .map(|(name, value)| format!("{name:?}:{value}"));
    let backwards = format!("{{{}}}", backwards.collect::<Vec<_>>().join(","));
    assert_eq!(
        serde_json::from_str::<Protocol>(&backwards).unwrap(),
        ACUTE_16
    );
}

#[test]
fn a_course_stores_the_protocol_whole() {
    let entry = |more: Value| {
        let mut entry = json!({ "at": "2026-01-05T17:00:00Z", "by": "t-1", "on": "2026-01-05" });
        entry
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        entry
    };
    let opened = entry(json!({ "fact": { "opened": { "phase": "initial", "reporting": [] } } }));
    let change = entry(json!({ "protocol": { "to": { "spec": our_clinic() } } }));
    let stored =
        |protocol: Value| json!({ "ipt/1": { "protocol": protocol, "entries": [opened, change] } });

    let course: Course = serde_json::from_value(stored(json!({ "preset": "acute-16" }))).unwrap();
    assert_eq!(*course.protocol(), read(our_clinic()));
    let course: Course = serde_json::from_value(stored(json!({ "spec": our_clinic() }))).unwrap();
    assert_eq!(**course.opening_protocol(), read(our_clinic()));
    let sifted = wire::sift(stored(json!({ "spec": our_clinic() }))).unwrap();
    assert_eq!(sifted.faults, []);
    assert_eq!(sifted.course.as_ref(), Some(&course));

    let written = serde_json::to_value(&course).unwrap();
    let whole = &written["ipt/1"]["protocol"]["spec"];
    assert_eq!(whole["parent"], "acute-16");
    assert_eq!(whole.get("extends"), None);
    assert!(serde_json::from_value::<ProtocolSpec>(whole.clone()).is_ok());
    assert_eq!(
        written["ipt/1"]["entries"][1]["protocol"]["to"]["spec"],
        *whole
    );
    assert_eq!(serde_json::from_value::<Course>(written).unwrap(), course);
}

#[test]
fn within_a_course_the_place_of_a_fault_begins_with_the_course() {
    let wrong = short(json!({ "dose": { "session": 12 }, "measures": { "remove": ["phq9"] } }));
    let entry = json!({
        "at": "2026-01-05T17:00:00Z", "by": "t-1", "on": "2026-01-05", "key": "row-1",
        "fact": { "opened": { "phase": "initial", "reporting": [] } },
    });
    let mut change = entry.clone();
    change.as_object_mut().unwrap().remove("fact");
    change["key"] = json!("row-2");
    change["protocol"] = json!({ "to": { "spec": wrong } });
    let sentences = [
        "dose.session`: `acute-16` has no such field; the nearest is `sessions`",
        "measures.remove[0]`: `acute-16` has no entry `phq9` that could be removed; the nearest is `phq-9`",
    ];
    let within = |path: &str| sentences.map(|it| format!("{path}.spec.{it}"));
    let strict = |course: &Value| {
        serde_json::from_value::<Course>(course.clone())
            .unwrap_err()
            .to_string()
    };
    let sifted = |course: &Value| {
        let faults = wire::sift(course.clone()).unwrap().faults;
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };

    let course = json!({ "ipt/1": { "protocol": { "spec": wrong }, "entries": [entry] } });
    let expected = within("`protocol");
    assert_eq!(sifted(&course), expected);
    let lines = expected.map(|it| format!("\n- {it}")).concat();
    assert_eq!(
        strict(&course),
        format!("the protocol has 2 faults:{lines}")
    );

    let course =
        json!({ "ipt/1": { "protocol": { "preset": "acute-16" }, "entries": [entry, change] } });
    let expected = within("entry 2 (key row-2): `entries[1].protocol.to");
    assert_eq!(sifted(&course), expected);
    let lines = expected.map(|it| format!("\n- {it}")).concat();
    assert_eq!(
        strict(&course),
        format!("the protocol has 2 faults:{lines}")
    );
    // A fault of the entry itself is told beside those of its protocol.
    let mut course = course;
    course["ipt/1"]["entries"][1]["at"] = json!(5);
    assert_eq!(sifted(&course).len(), 3, "{:?}", sifted(&course));
    let faults = wire::faults::<v1::Course, _>(course["ipt/1"].clone()).unwrap();
    assert_eq!(faults.len(), 3, "{faults:?}");
}

#[test]
fn every_preset_is_its_parent_and_the_difference() {
    for (at, preset) in preset::ALL.iter().copied().enumerate() {
        let parent = preset.spec().parent.map(|id| Protocol::get(id).unwrap());
        let neighbour = preset::ALL[(at + 1) % preset::ALL.len()];
        let bases = parent.into_iter().chain([&ACUTE_16, neighbour]);
        for base in bases.filter(|base| base.id() != preset.id()) {
            let written = serde_json::to_string(&preset.difference_from(base)).unwrap();
            let back: Protocol = serde_json::from_str(&written)
                .unwrap_or_else(|error| panic!("{} from {}: {error}", preset.id(), base.id()));
            let expected = ProtocolSpec {
                parent: Some(base.id()),
                ..preset.spec().clone()
            };
            assert_eq!(*back.spec(), expected, "{} from {}", preset.id(), base.id());
            if Some(base.id()) == preset.spec().parent {
                assert_eq!(back, *preset);
            }
        }
    }
}

#[test]
fn the_short_form_is_short() {
    let lines = |value: &Value| serde_json::to_string(value).unwrap().len();
    for preset in preset::ALL {
        let Some(parent) = preset.spec().parent else {
            continue;
        };
        let parent = Protocol::get(parent).unwrap();
        let short = json!(preset.difference_from(parent));
        assert!(
            lines(&short) * 4 < lines(&json!(preset)) * 3,
            "{}",
            preset.id()
        );
        // It says nothing of what is the same.
        assert_eq!(
            short.get("safety").is_some(),
            preset.spec().safety != parent.spec().safety
        );
        assert_eq!(
            short.get("measures").is_some(),
            preset.spec().measures != parent.spec().measures
        );
    }
    // A list of which little changed is told by what changed.
    let ours = json!(read(our_clinic()).difference_from(&ACUTE_16));
    let changed = ours["phases"]["change"].as_array().unwrap();
    let phases: Vec<_> = changed.iter().map(|it| it["phase"].as_str()).collect();
    assert_eq!(phases, [Some("middle"), Some("termination")]);
    assert_eq!(changed[0].get("label"), None, "it is the same");
    assert_eq!(ours["phases"]["remove"], Value::Null);
    assert_eq!(ours["version"], Value::Null);
}

#[test]
fn lists_are_replaced_or_changed_and_optional_values_taken_away() {
    let measure = |instrument: &str, level: &str| {
        let mut it = ours(0);
        it.as_object_mut().unwrap().remove("value");
        it["instrument"] = json!(instrument);
        it["level"] = json!(level);
        it["cadence"] = json!("every_session");
        it
    };
    let instruments = |protocol: &Protocol| {
        let measures = protocol.spec().measures.iter();
        measures
            .map(|it| it.instrument.as_str().to_owned())
            .collect::<Vec<_>>()
    };
    let base = instruments(&ACUTE_16);
    assert!(instruments(&read(short(json!({ "measures": [] })))).is_empty());
    let added = read(short(
        json!({ "measures": { "add": [measure("gad-7", "may")] } }),
    ));
    assert_eq!(
        instruments(&added),
        [&base[..], &["gad-7".to_owned()]].concat()
    );
    let removed = read(short(json!({ "measures": { "remove": [base[0]] } })));
    assert_eq!(instruments(&removed), base[1..]);
    // What takes the place of an entry stands where it stood.
    let changed = json!({ "remove": [base[1]], "add": [measure(&base[1], "must")] });
    let changed = read(short(json!({ "measures": changed })));
    assert_eq!(instruments(&changed), base);
    assert_eq!(
        changed.spec().measures[1].source.work.as_str(),
        "our-clinic-2026"
    );
    // A set of names within a cited value.
    let areas = ours(json!({ "remove": ["interpersonal_deficits"] }));
    let narrowed = read(short(json!({ "focus": { "areas": areas } })));
    assert_eq!(narrowed.spec().focus.areas.value.iter().count(), 3);
    assert_eq!(
        narrowed.spec().focus.areas.source.work.as_str(),
        "our-clinic-2026"
    );
    // Diagnoses go by classification and code.
    let remove = json!({ "remove": ["icd-10:F33"] });
    let fewer = read(short(json!({ "indications": remove })));
    assert_eq!(
        fewer.spec().indications.len() + 1,
        ACUTE_16.spec().indications.len()
    );
    // `null` takes away, and a value without `value` is the base's, cited from elsewhere.
    assert!(ACUTE_16.spec().population.age_min.is_some());
    let cited = json!({ "source": "our-clinic-2026", "basis": "practice" });
    let taken = read(short(
        json!({ "population": { "age_min": null }, "dose": { "minutes": cited } }),
    ));
    assert_eq!(taken.spec().population.age_min, None);
    assert_eq!(
        taken.spec().dose.minutes.value,
        ACUTE_16.spec().dose.minutes.value
    );
    assert_eq!(
        taken.spec().dose.minutes.source.work.as_str(),
        "our-clinic-2026"
    );
    let members = ours(json!({ "min": 6, "typical": 8, "max": 10 }));
    let leaders = ours(json!({ "min": 1, "typical": 2, "max": 2 }));
    let group = json!({ "members": members, "facilitators": leaders, "entry": ours("closed") });
    let group = read(short(json!({ "format": "group", "group": group })));
    assert_eq!(group.spec().group.unwrap().members.value.typical, 8);
}

#[test]
fn a_number_never_inherits_the_source_of_another() {
    let span = json!({ "min": 10, "typical": 12, "max": 14 });
    let missing = |field: &str, accepted: &str| {
        format!("`dose.sessions.{field}` is missing and must hold {accepted}")
    };
    let source = missing(
        "source",
        "a source id: at most 24 ASCII letters, digits and `. _ : / + -`",
    );
    let basis = missing(
        "basis",
        "one of `manual`, `guideline`, `trial`, `practice`, `unseen`, `design`",
    );
    assert_eq!(
        told(&short(json!({ "dose": { "sessions": { "value": span } } }))),
        [source, basis.clone()]
    );
    assert_eq!(
        told(&short(
            json!({ "dose": { "sessions": { "value": span, "source": "our-clinic-2026" } } })
        )),
        [basis]
    );
    // A part of a value would stand under the source of the rest.
    let part = short(json!({ "dose": { "sessions": ours(json!({ "typical": 13 })) } }));
    assert_eq!(told(&part).len(), 2, "{:?}", told(&part));
    // Nor is a basis of the wrong kind taken.
    let unlike = json!({ "value": span, "source": "design", "basis": "manual" });
    let words = told(&short(json!({ "dose": { "sessions": unlike } }))).concat();
    assert!(
        words.contains("the basis of this source must be `design`"),
        "{words}"
    );
}

#[test]
fn entries_of_a_list_are_changed_in_part() {
    let typical = ours(json!([4, 12]));
    let short = |differs: Value| read(short(differs));
    let changed = short(json!({
        "phases": { "change": [{ "phase": "termination", "label": "Ending" }] },
    }));
    let (spec, base) = (changed.spec(), ACUTE_16.spec());
    assert_eq!(changed.label(Phase::Termination), "Ending");
    for (own, inherited) in spec.phases.iter().zip(base.phases.iter()) {
        // All else is the base's, with its source.
        assert_eq!(
            (own.phase, own.typical),
            (inherited.phase, inherited.typical)
        );
    }
    // An entry with a source of its own says where what differs comes from.
    let mut measure = json!({ "instrument": "phq-9", "level": "must" });
    let missing = |list: &str| {
        [
            format!("`{list}[0].source` is missing"),
            format!("`{list}[0].basis` is missing"),
        ]
    };
    let faults = told(&self::short(json!({ "measures": { "change": [measure] } })));
    for (fault, begins) in faults.iter().zip(missing("measures.change")) {
        assert!(fault.starts_with(&begins), "{fault}");
    }
    assert_eq!(faults.len(), 2);
    measure["source"] = json!("our-clinic-2026");
    measure["basis"] = json!("practice");
    let changed = short(json!({ "measures": { "change": [measure], "remove": ["ham-d-17"] } }));
    assert_eq!(changed.spec().measures[0].cadence, base.measures[0].cadence);
    // What was changed is what the parts of the whole are checked against.
    let clash = json!({ "phases": { "change": [{ "phase": "middle", "typical": typical }] } });
    assert_eq!(told(&self::short(clash)).len(), 1);
    // A diagnosis goes by two fields.
    let stem = json!({
        "system": "icd-10", "stem": "F33", "source": "our-clinic-2026", "basis": "practice",
    });
    let cited = short(json!({ "indications": { "change": [stem] } }));
    let codes = |spec: &ProtocolSpec| {
        spec.indications
            .iter()
            .map(|it| it.stem)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(cited.spec()), codes(base));
    assert_ne!(cited.spec().indications, base.indications);
}

#[test]
fn every_fault_of_a_change_is_told() {
    let faults = told(&short(json!({
        "phases": {
            "remove": ["concluded"],
            "change": [
                { "phase": "midle" },
                { "label": "Ending" },
                { "phase": 4 },
                7,
                { "phase": "initial", "labels": "Begin" },
                { "phase": "initial" },
                { "phase": "concluded", "optional": "no" },
            ],
        },
        "focus": { "areas": ours(json!({ "change": [] })) },
        "cadence": { "change": [] },
        "techniques": { "change": 5 },
    })));
    let begins = [
        "`phases.change[0]`: `acute-16` has no entry `midle` that could be changed; the nearest is `middle`",
        "`phases.change[1].phase` is missing and must hold one of",
        "`phases.change[2].phase` holds a number and must hold one of",
        "`phases.change[3]` holds a number and must hold an object with",
        "`phases.change[4].labels`: `acute-16` has no such field; the nearest is `label`",
        "`phases.change[5]`: `initial` is changed twice; it must be named once",
        "`phases.change[6].optional` holds a string",
        "`phases.change[6]`: `concluded` is both removed and changed; it must be named once",
        "`cadence`: the entries of this list have no names",
        "`focus.areas.value.change`: the entries of this list are names, of which nothing could be changed",
        "`techniques.change` holds a number and must hold a list",
    ];
    assert_eq!(faults.len(), begins.len(), "{faults:#?}");
    for (fault, begins) in faults.iter().zip(begins) {
        assert!(fault.starts_with(begins), "{fault}\n{begins}");
    }
}

#[test]
fn a_file_may_cite_one_source_for_all_that_it_says() {
    let minutes = json!({ "value": { "min": 45, "typical": 45, "max": 50 } });
    let cited = |differs: Value| {
        let mut file = short(differs);
        file["source"] = json!("our-clinic-2026");
        file["basis"] = json!("practice");
        file
    };
    let measure = json!({ "instrument": "gad-7", "level": "may", "cadence": "every_session" });
    let group = json!({
        "members": { "value": { "min": 6, "typical": 8, "max": 10 } },
        "facilitators": { "value": { "min": 1, "typical": 2, "max": 2 } },
        "entry": { "value": "closed", "source": "wilfley-2000", "basis": "manual" },
    });
    let protocol = read(cited(json!({
        "format": "group", "group": group, "dose": { "minutes": minutes },
        "measures": { "add": [measure], "change": [{ "instrument": "phq-9", "level": "must" }] },
        "techniques": { "change": [] },
    })));
    let (spec, base) = (protocol.spec(), ACUTE_16.spec());
    let ours = |source: interpersonal::source::SourceId| source.as_str() == "our-clinic-2026";
    let group = spec.group.unwrap();
    assert!(ours(spec.dose.minutes.source.work) && ours(group.members.source.work));
    assert_eq!(group.entry.source.work.as_str(), "wilfley-2000");
    assert!(ours(spec.measures[0].source.work) && ours(spec.measures.last().unwrap().source.work));
    // What is inherited keeps its source, and what only names itself is not cited anew.
    assert_eq!(spec.dose.sessions, base.dose.sessions);
    assert_eq!(spec.measures[1], base.measures[1]);
    let empty = told(&cited(json!({ "dose": { "minutes": {} } })));
    assert_eq!(empty.len(), 2, "{empty:?}");
    let alone = json!({ "measures": { "change": [{ "instrument": "phq-9" }] } });
    assert_eq!(told(&cited(alone)).len(), 2);
    // Where one of the two is given, the other is not guessed.
    let half = json!({ "value": minutes["value"], "source": "our-clinic-2026" });
    assert_eq!(
        told(&cited(json!({ "dose": { "minutes": half } }))).len(),
        1
    );
    // The file gives both, once, and what is wrong with them is told once.
    let mut file = cited(json!({ "dose": { "minutes": minutes, "weeks": minutes } }));
    file.as_object_mut().unwrap().remove("basis");
    let faults = told(&file);
    assert!(faults[0].starts_with("`basis` is missing and must hold one of"));
    assert_eq!(faults.len(), 1, "{faults:?}");
    file["basis"] = json!("habit");
    assert_eq!(told(&file).len(), 1);
    // What extends the file is not cited from there.
    let next = json!({
        "extends": "our-clinic", "id": "our-evenings", "title": "Ours", "dose": { "minutes": minutes },
    });
    let bases = Bases::presets().with(protocol);
    assert_eq!(
        bases.faults(&serde_json::from_value(next).unwrap()).len(),
        2
    );
}

#[test]
fn a_phase_is_not_optional_where_nothing_is_said() {
    let middle = json!({ "phase": "middle", "label": "Work", "typical": ours(json!([4, 13])) });
    let read = read(short(
        json!({ "phases": { "remove": ["middle"], "add": [middle] } }),
    ));
    assert!(
        !read
            .spec()
            .phases
            .iter()
            .any(|it| it.phase == Phase::Middle && it.optional)
    );
    let mut whole = json!(ACUTE_16.spec());
    for phase in whole["phases"].as_array_mut().unwrap() {
        if phase["optional"] == json!(false) {
            phase.as_object_mut().unwrap().remove("optional");
        }
    }
    assert_eq!(serde_json::from_value::<Protocol>(whole).unwrap(), ACUTE_16);
}

#[test]
fn identifier_title_and_parent_are_the_protocols_own() {
    assert_eq!(
        told(&json!({ "extends": "acute-16" })),
        [
            "`id` is missing and must hold a protocol id: at most 24 ASCII letters, digits and `. _ : / + -`",
            "`title` is missing and must hold a text",
        ]
    );
    let parent = "`parent`: the protocol extends `acute-16`, and another parent is given; the parent must be left out, or be \
                  `acute-16`";
    assert_eq!(told(&short(json!({ "parent": "ptsd-14" }))), [parent]);
    assert_eq!(told(&short(json!({ "parent": null }))), [parent]);
    assert_eq!(
        read(short(json!({ "parent": "acute-16" }))),
        read(short(json!({})))
    );
    assert_eq!(read(short(json!({ "version": 3 }))).spec().version, 3);
    for (base, found) in [
        (json!(7), "a number"),
        (json!("two words"), "a string"),
        (Value::Null, "null"),
    ] {
        let words = format!(
            "`extends` holds {found} and must hold a protocol id: at most 24 ASCII letters, digits and `. _ : / + -`"
        );
        assert_eq!(told(&short(json!({ "extends": base }))), [words]);
    }
}

#[test]
fn names_that_do_not_look_like_names_are_not_repeated() {
    let words = told(&short(
        json!({ "Frau Müller": 1, "measures": { "remove": ["Herr Meyer"] } }),
    ))
    .concat();
    assert!(
        words.contains("a name of 11 characters") && words.contains("a name of 10 characters"),
        "{words}"
    );
    assert!(!words.contains("Müller") && !words.contains("Meyer"));
    let file: ProtocolFile =
        serde_json::from_value(short(json!({ "for_whom": "SECRET" }))).unwrap();
    assert_eq!(
        format!("{file:?}"),
        "ProtocolFile { id: Some(our-clinic), extends: Some(acute-16), .. }"
    );
}

#[test]
fn an_application_gives_bases_of_its_own() {
    let form = |id: &str, base: &str| -> ProtocolFile {
        serde_json::from_value(json!({ "extends": base, "id": id, "title": id })).unwrap()
    };
    let day = short(
        json!({ "dose": { "minutes": ours(json!({ "min": 45, "typical": 45, "max": 50 })) } }),
    );
    let bases = Bases::presets()
        .with(form("our-evenings", "our-clinic"))
        .with(serde_json::from_value::<ProtocolFile>(day.clone()).unwrap());
    let night = bases.open(form("our-nights", "our-evenings")).unwrap();
    assert_eq!(night.spec().dose.minutes.value.typical, 45);
    assert_eq!(night.spec().parent.unwrap().as_str(), "our-evenings");
    let given = Bases::presets().with(read(day.clone()));
    let evening = given.open(form("our-evenings", "our-clinic")).unwrap();
    assert_eq!(evening.spec().dose.minutes, night.spec().dose.minutes);

    let told = |bases: &Bases, file: &ProtocolFile| -> Vec<String> {
        bases.faults(file).iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        told(&bases, &form("ours", "our-clinics")),
        ["`extends`: no protocol has the identifier `our-clinics`; the nearest is `our-clinic`"]
    );
    let ring = Bases::presets()
        .with(form("a-1", "b-1"))
        .with(form("b-1", "c-1"))
        .with(form("c-1", "a-1"));
    assert_eq!(
        told(&ring, &form("a-1", "b-1")),
        [
            "`extends`: `a-1` extends `b-1`, which extends `c-1`, which extends `a-1`; a protocol must not extend itself"
        ]
    );
    // Whoever extends one of a ring is told the ring.
    assert_eq!(
        told(&ring, &form("d-1", "b-1")),
        [
            "`extends`: `b-1` extends `c-1`, which extends `a-1`, which extends `b-1`; a protocol must not extend itself"
        ]
    );
    let mut wrong = day;
    wrong["dose"] = json!({ "minutes": 45 });
    let wrong = Bases::presets().with(serde_json::from_value::<ProtocolFile>(wrong).unwrap());
    assert_eq!(
        told(&wrong, &form("our-evenings", "our-clinic")),
        [
            "`extends`: `our-clinic` cannot be used, since `dose.minutes` holds a number and must hold an object with `value`, \
          `source`, `basis`; it must be mended first"
        ]
    );
}

#[test]
fn what_is_its_own_and_what_comes_from_its_base_is_told() {
    let lineage = read(our_clinic()).lineage(&ACUTE_16);
    let own: Vec<_> = lineage
        .own
        .statements
        .iter()
        .map(|it| it.path.as_str())
        .collect();
    assert_eq!(
        own,
        [
            "id",
            "title",
            "parent",
            "for_whom",
            "phases.middle",
            "phases.termination",
            "dose.sessions",
            "dose.weeks",
            "cadence.1",
            "measures.phq-9",
        ]
    );
    let left_out: Vec<_> = lineage
        .left_out
        .statements
        .iter()
        .map(|it| it.path.as_str())
        .collect();
    assert_eq!(left_out, ["measures.ham-d-17"]);
    assert!(lineage.is_own("dose.sessions") && !lineage.is_own("dose.minutes"));
    let all = read(our_clinic()).explain().statements.len();
    assert_eq!(
        lineage.own.statements.len() + lineage.inherited.statements.len(),
        all
    );
    let text = lineage.to_string();
    let parts = [
        "IPT at our clinic",
        "Sessions: 10 to 14, usually 12 [our-clinic-2026, practice]",
        "Left out, of Acute IPT",
        "ham-d-17",
        "Taken over from Acute IPT",
        "Minutes of a session",
    ];
    let places: Vec<_> = parts
        .iter()
        .map(|part| text.find(part).expect("it is told"))
        .collect();
    assert!(places.is_sorted(), "{text}");
    // Of itself a protocol has everything.
    let same = ACUTE_16.lineage(&ACUTE_16);
    assert!(same.own.statements.is_empty() && same.left_out.statements.is_empty());
}

#[test]
fn the_place_in_a_work_is_a_field_of_its_own_and_is_not_inherited() {
    let minutes = |protocol: &Protocol| serde_json::to_value(protocol.spec().dose.minutes).unwrap();
    let span = json!({ "min": 45, "typical": 45, "max": 50 });
    let cited = json!({
        "value": span, "source": "weissman-2000", "at": "ch. 7, p. 117", "basis": "manual"
    });
    let ours = read(short(json!({ "dose": { "minutes": cited } })));
    assert_eq!(minutes(&ours), cited);
    assert_eq!(
        ours.spec().dose.minutes.source.to_string(),
        "Weissman, Markowitz & Klerman 2000, ch. 7, p. 117"
    );
    let differs = |path: &str| {
        let differences = ACUTE_16.diff(&ours);
        let found = differences.into_iter().find(|it| it.parameter == path);
        found.map(|it| (it.left, it.right))
    };
    assert_eq!(
        differs("dose.minutes.at"),
        Some(("ch. 7".to_owned(), "ch. 7, p. 117".to_owned()))
    );
    assert_eq!(differs("dose.minutes.source"), None);
    // Where the work is said anew, the base's place is another work's; and where there is none, no
    // field stands for it.
    let without = read(short(json!({ "dose": { "minutes": self::ours(&span) } })));
    assert_eq!(minutes(&without), self::ours(&span));
    // The same in an entry of a list.
    let mut row = serde_json::to_value(ACUTE_16.spec().cadence[0]).unwrap();
    assert_eq!(row["at"], "ch. 7");
    row["at"] = json!("ch. 7, p. 118");
    let listed = read(short(json!({ "cadence": [row] })));
    assert_eq!(serde_json::to_value(listed.spec().cadence[0]).unwrap(), row);
    row["at"] = json!("a place that is longer than one line of it");
    let said = "`cadence[0].at` holds a string and must hold a place in a work: one line of at most \
                32 bytes";
    assert_eq!(told(&short(json!({ "cadence": [row] }))), [said]);
}
