//! Finding protocols, explaining one and comparing two: what is said of them is what they say.

extern crate alloc;

use alloc::collections::BTreeSet;

use interpersonal::{
    ProblemArea, Protocol,
    protocol::{Cited, Dose, Format, ProtocolSpec, Search, Span, preset},
    record::session::Modality,
    vocabulary::{DiagnosisCode, Label, ProtocolId},
};

/// Each preset beside its parent and beside the next: pairs that differ in little, and pairs that
/// differ in much.
fn pairs() -> Vec<(&'static Protocol, &'static Protocol)> {
    let next = preset::ALL.iter().skip(1).chain(preset::ALL.first());
    let beside = preset::ALL
        .iter()
        .zip(next)
        .map(|(one, other)| (*one, *other));
    let parents = preset::ALL.iter().filter_map(|preset| {
        let parent = preset.spec().parent?;
        Some((Protocol::get(parent)?, *preset))
    });
    beside.chain(parents).collect()
}

fn is_at_or_below(path: &str, of: &str) -> bool {
    path.strip_prefix(of)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[test]
fn a_protocol_differs_from_itself_in_nothing() {
    for preset in preset::ALL {
        let comparison = preset.compare(preset);
        assert!(
            comparison.is_empty() && comparison.changes.is_empty(),
            "{}",
            preset.id()
        );
        assert_eq!(comparison.with_sources().to_string(), "no difference\n");
    }
}

#[test]
fn a_comparison_names_every_parameter_in_which_two_differ() {
    for (one, other) in pairs() {
        let names = format!("{} and {}", one.id(), other.id());
        let comparison = one.compare(other);
        let told: Vec<_> = comparison.told().collect();
        let text = comparison.to_string();
        let of_sources = comparison.clone().with_sources();
        let all = of_sources.to_string();
        let (left, right) = (one.spec().statements(), other.spec().statements());
        for difference in one.diff(other) {
            let parameter = &difference.parameter;
            let is_list = left
                .iter()
                .chain(&right)
                .any(|it| it.is_entry && is_at_or_below(&it.path, parameter));
            let change = of_sources.changes.iter().find(|change| {
                is_at_or_below(parameter, change.path())
                    || (is_list && is_at_or_below(change.path(), parameter))
            });
            let change =
                change.unwrap_or_else(|| panic!("{names}: nothing is said of {parameter}"));
            assert!(
                all.contains(change.subject()) && all.contains(change.label()),
                "{names}: {parameter}"
            );
            let of_source = matches!(
                parameter.rsplit('.').next(),
                Some("source" | "at" | "basis")
            );
            if !of_source && !parameter.starts_with("sources.") {
                // Of a list, the first change may be one of a source alone; what is told is another
                // one.
                let mut told = told.iter().filter(|change| {
                    is_at_or_below(parameter, change.path())
                        || (is_list && is_at_or_below(change.path(), parameter))
                });
                let is_told = told
                    .next()
                    .is_some_and(|change| text.contains(change.label()));
                assert!(
                    is_told && told.all(|change| text.contains(change.label())),
                    "{names}: {parameter} is not told"
                );
            }
        }
        let changed: BTreeSet<_> = comparison
            .changes
            .iter()
            .map(|change| change.path().to_string())
            .collect();
        let back: BTreeSet<_> = other
            .compare(one)
            .changes
            .iter()
            .map(|change| change.path().to_string())
            .collect();
        assert_eq!(changed, back, "{names}: the way back tells the same");
    }
}

#[test]
fn sources_are_left_out_unless_asked_for() {
    let spec = ProtocolSpec {
        dose: Dose {
            sessions: Cited::design(preset::ACUTE_16.spec().dose.sessions.value),
            ..preset::ACUTE_16.spec().dose
        },
        ..preset::ACUTE_16.spec().clone()
    };
    let ours = Protocol::new(spec).unwrap();
    let comparison = preset::ACUTE_16.compare(&ours);
    assert!(comparison.is_empty() && !comparison.changes.is_empty());
    assert_eq!(
        comparison.with_sources().to_string(),
        "How much treatment\n  Sessions: 12 to 16, usually 16 [Weissman, Markowitz & Klerman 2000, ch. 7, manual]; \
         there 12 to 16, usually 16 [design]\n"
    );
}

#[test]
fn a_comparison_reads_as_sentences_about_subjects() {
    let mut spec = ProtocolSpec {
        id: ProtocolId::from_static("ours"),
        ..preset::ACUTE_16.spec().clone()
    };
    spec.dose.minutes = Cited::design(Span::new(45, 45, 50));
    spec.population.age_max = Some(Cited::design(65));
    spec.measures.to_mut().remove(1);
    spec.measures.to_mut()[0].level = interpersonal::protocol::Level::Must;
    spec.phases.to_mut()[4].optional = false;
    spec.participants.to_mut().clear();
    spec.proscribed.to_mut().swap(0, 1);
    let ours = Protocol::new(spec).unwrap();
    assert_eq!(
        preset::ACUTE_16.compare(&ours).to_string(),
        "The protocol\n  \
         The identifier: acute-16; there ours\n\
         Phases\n  \
         changed concluded: \u{201c}Conclusion of acute treatment\u{201d}, may be passed over; there \u{201c}Conclusion of acute treatment\u{201d}\n\
         Whom it is for\n  \
         The highest age in years: none; there 65\n\
         How much treatment\n  \
         Minutes of a session: 45 to 60, usually 50; there 45 to 50, usually 45\n\
         Measures\n  \
         changed phq-9: may, every session; there must, every session\n  \
         only here: bdi-ii: may, every session\n\
         Activities that it does not do\n  \
         Order: transference interpretation, cognitive restructuring, unfocused support, exposure, childhood reconstruction, \
         dream interpretation, displacing homework, trauma narrative; there cognitive restructuring, transference interpretation, unfocused \
         support, exposure, childhood reconstruction, dream interpretation, displacing homework, trauma narrative\n\
         People whom it involves\n  \
         only here: partner: may\n"
    );
}

#[test]
fn an_explanation_gives_every_parameter_with_its_source() {
    for preset in preset::ALL {
        let explanation = preset.explain();
        let paths: BTreeSet<_> = explanation
            .statements
            .iter()
            .map(|it| it.path.as_str())
            .collect();
        assert_eq!(
            paths.len(),
            explanation.statements.len(),
            "{}: a path stands twice",
            preset.id()
        );
        let text = explanation.to_string();
        for parameter in preset.spec().parameters() {
            let statement = explanation
                .statements
                .iter()
                .find(|it| is_at_or_below(&parameter.path, &it.path));
            let statement = statement.unwrap_or_else(|| {
                panic!("{}: nothing is said of {}", preset.id(), parameter.path)
            });
            assert!(
                statement
                    .sources
                    .contains(&(parameter.source, parameter.basis)),
                "{}",
                parameter.path
            );
            assert!(
                text.contains(&statement.source_words()) && text.contains(&statement.label),
                "{}",
                parameter.path
            );
        }
        for statement in &explanation.statements {
            assert!(
                !statement.subject.is_empty() && !statement.label.is_empty(),
                "{}",
                statement.path
            );
            assert!(
                statement.is_entry || !statement.value.is_empty(),
                "{}",
                statement.path
            );
        }
    }
}

/// Asserts that the search finds the preset.
#[track_caller]
fn finds(search: &Search, preset: &Protocol) {
    assert!(search.fits(preset), "{}: {search:?}", preset.id());
    assert!(
        search
            .presets()
            .iter()
            .any(|found| found.id() == preset.id())
    );
}

#[test]
fn every_preset_is_found_by_what_it_is() {
    for preset in preset::ALL {
        let spec = preset.spec();
        let search = Search::new();
        finds(&search.clone().words(spec.id.as_str()), preset);
        finds(&search.clone().words(&spec.title), preset);
        finds(&search.clone().words(&spec.title.to_uppercase()), preset);
        finds(&search.clone().words(&spec.for_whom), preset);
        let whole = search
            .format(spec.format)
            .sessions(spec.dose.sessions.value.typical)
            .weeks(spec.dose.weeks.value.typical)
            .minutes(spec.dose.minutes.value.typical);
        finds(&whole, preset);
        for area in spec.focus.areas.value.iter() {
            finds(&whole.clone().area(area), preset);
        }
        for age in [spec.population.age_min, spec.population.age_max]
            .into_iter()
            .flatten()
        {
            finds(&whole.clone().age(age.value), preset);
        }
        for indication in &*spec.indications {
            finds(
                &whole.clone().diagnosis(indication.system, indication.stem),
                preset,
            );
        }
        for excluded in &*spec.contraindications {
            assert!(
                !Search::new()
                    .diagnosis(excluded.system, excluded.stem)
                    .fits(preset),
                "{}",
                preset.id()
            );
        }
    }
}

#[test]
fn one_condition_more_finds_no_more_and_the_order_stays() {
    let code = |system, stem| (Label::from_static(system), DiagnosisCode::from_static(stem));
    let (icd, depression) = code("icd-10", "F33.1");
    let more: [fn(Search) -> Search; 8] = [
        |search| search.words("depression"),
        |search| search.format(Format::Individual),
        |search| search.sessions(16),
        |search| search.weeks(16),
        |search| search.minutes(50),
        |search| search.area(ProblemArea::Grief),
        |search| search.age(40),
        |search| search.channel(Modality::InPerson),
    ];
    let mut search = Search::new().diagnosis(icd, depression);
    let mut found = Search::new().presets();
    assert_eq!(found.len(), preset::ALL.len());
    for condition in more {
        search = condition(search);
        let fewer = search.presets();
        let kept: Vec<_> = found
            .iter()
            .filter(|it| fewer.iter().any(|other| other.id() == it.id()))
            .collect();
        assert_eq!(kept.len(), fewer.len());
        assert!(
            kept.iter()
                .zip(&fewer)
                .all(|(one, other)| one.id() == other.id())
        );
        found = fewer;
    }
    assert!(found.iter().any(|it| it.id().as_str() == "acute-16"));
    assert!(search.words("no such words").presets().is_empty());
}

#[test]
fn ages_and_diagnoses_outside_are_not_found() {
    let acute = &preset::ACUTE_16;
    assert!(Search::new().age(18).fits(acute) && !Search::new().age(17).fits(acute));
    let (icd, code) = (
        Label::from_static("icd-10"),
        DiagnosisCode::from_static("F20"),
    );
    assert!(!Search::new().diagnosis(icd, code).fits(acute));
    assert!(
        !Search::new().sessions(17).fits(acute) && !Search::new().format(Format::Group).fits(acute)
    );
}

#[test]
fn an_identifier_that_names_nothing_is_answered_with_the_nearest() {
    for preset in preset::ALL {
        let id = preset.id();
        let miswritten = id.as_str().to_uppercase().replace('-', "_");
        assert_eq!(
            Protocol::parse(&miswritten).unwrap_err().nearest()[0],
            id.as_str()
        );
        assert_eq!(Protocol::parse(id.as_str()).map(Protocol::id), Ok(id));
    }
    for text in [
        "",
        "acute-61",
        "ü",
        "a text that is longer than sixty-four letters, as somebody may paste it into a field",
    ] {
        let error = Protocol::parse(text).unwrap_err();
        assert!((1..=3).contains(&error.nearest().len()), "{text}");
    }
    let told = Protocol::parse("acute-61").unwrap_err().to_string();
    assert!(
        told.starts_with("`acute-61` is no preset; the nearest are `acute-16`"),
        "{told}"
    );
}
