//! What protocols say is said whole in each language that the crate ships.

use interpersonal::{
    Protocol,
    protocol::{Statement, preset},
    rule::RuleMeta,
    text::Language,
};

/// The path of the list that a statement is of, or the whole path.
fn list(statement: &Statement) -> &str {
    statement.path.split('.').next().unwrap_or_default()
}

/// Whether the value is a text of the protocol's own, or names of works.
fn is_own_text(statement: &Statement) -> bool {
    matches!(
        &*statement.path,
        "id" | "title" | "parent" | "for_whom" | "sources"
    )
}

/// A text without what stands in quotation marks: that is the protocol's own.
fn unquoted(text: &str, [opens, closes]: [char; 2]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(opens) {
        out.push_str(before);
        rest = after.split_once(closes).expect("a quotation ends").1;
    }
    out + rest
}

const GERMAN_QUOTES: [char; 2] = ['„', '“'];
const ENGLISH_QUOTES: [char; 2] = ['“', '”'];

/// Instruments that the crate does not know and that go by their initials.
const INITIALS: &[&str] = &[
    "bhs",
    "bpdsi",
    "brms",
    "bss",
    "c-ssrs",
    "cedri",
    "cgi-s",
    "cornell-dysth",
    "ede",
    "ede-q",
    "gas",
    "ham-d-25",
    "hscl-90",
    "iip-32",
    "lsas",
    "mfq",
    "mmse",
    "pss-sr",
    "rcads",
    "rse",
    "siq",
    "sofas",
    "srm-5",
];

/// Words of English that German does not have.
const ENGLISH_WORDS: &[&str] = &[
    "the", "of", "and", "to", "by", "session", "sessions", "week", "weeks", "every", "yes", "no",
    "none", "may", "must", "should", "phase", "usually", "least", "most", "days", "initial",
    "middle",
];

fn has_english(text: &str) -> Option<&'static str> {
    let words: Vec<_> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    ENGLISH_WORDS
        .iter()
        .copied()
        .find(|english| words.contains(english))
}

#[test]
fn english_stays_what_the_documentation_says() {
    for preset in preset::ALL {
        let explanation = preset.explain();
        assert_eq!(
            explanation.in_language(&Language::ENGLISH).to_string(),
            explanation.to_string()
        );
        let comparison = preset::ACUTE_16.compare(preset);
        assert_eq!(
            comparison.in_language(&Language::ENGLISH).to_string(),
            comparison.to_string()
        );
        let comparison = comparison.with_sources();
        assert_eq!(
            comparison.in_language(&Language::ENGLISH).to_string(),
            comparison.to_string()
        );
        for statement in &explanation.statements {
            assert_eq!(statement.value_in(&Language::ENGLISH), statement.value);
            let label = statement.label_in(&Language::ENGLISH);
            let is_rule = list(statement) == "adjustments";
            assert!(
                label == statement.label || is_rule && label.starts_with(&statement.label),
                "{label}"
            );
            assert!(
                statement
                    .in_language(&Language::ENGLISH)
                    .to_string()
                    .starts_with(&statement.label)
            );
        }
    }
}

#[test]
fn each_statement_of_each_preset_is_whole_german() {
    let german = &Language::GERMAN;
    for preset in preset::ALL {
        for statement in &preset.explain().statements {
            let at = format!("{}, {}", preset.id(), statement.path);
            let (label, value) = (statement.label_in(german), statement.value_in(german));
            let text = statement.in_language(german).to_string();
            assert!(!text.contains(['_', '{', '}']), "{at}: {text}");
            assert_ne!(statement.subject_in(german), statement.subject, "{at}");
            // The code of a rule is its name in each language, and so are the initials of an
            // instrument.
            let has_initials = INITIALS.contains(&&*statement.label);
            let is_name = match list(statement) {
                "adjustments" => true,
                "measures" | "entry_scores" => has_initials,
                _ => false,
            };
            if !is_name {
                assert_ne!(label, statement.label, "{at}");
            }
            assert_eq!(
                has_english(&unquoted(&label, GERMAN_QUOTES)),
                None,
                "{at}: {label}"
            );
            if !is_own_text(statement) {
                assert_eq!(
                    has_english(&unquoted(&value, GERMAN_QUOTES)),
                    None,
                    "{at}: {value}"
                );
            }
            assert!(statement.is_entry || !value.is_empty(), "{at}");
            // What English says, German says too: an entry that goes by its own label says the
            // rest.
            if statement.value.is_empty() {
                assert!(value.is_empty(), "{at}: {value}");
            }
            let digits = |text: &str| {
                let mut digits: Vec<_> = text
                    .split(|c: char| !c.is_ascii_digit())
                    .filter(|n| !n.is_empty())
                    .collect();
                digits.retain(|number| *number != "1");
                digits.sort_unstable();
                digits.iter().map(ToString::to_string).collect::<Vec<_>>()
            };
            if !is_own_text(statement) {
                assert_eq!(
                    digits(&unquoted(&value, GERMAN_QUOTES)),
                    digits(&unquoted(&statement.value, ENGLISH_QUOTES)),
                    "{at}: {value}"
                );
            }
            assert_eq!(
                statement.source_words().is_empty(),
                statement.source_words_in(german).is_empty(),
                "{at}"
            );
        }
    }
}

#[test]
fn within_a_preset_no_two_statements_are_called_the_same_in_german() {
    for preset in preset::ALL {
        let statements = preset.explain().statements;
        let mut called: Vec<_> = statements
            .iter()
            .map(|it| {
                (
                    list(it).to_string(),
                    it.label_in(&Language::GERMAN).into_owned(),
                )
            })
            .collect();
        called.sort_unstable();
        let twice: Vec<_> = called
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .collect();
        assert!(twice.is_empty(), "{}: {twice:?}", preset.id());
    }
}

#[test]
fn each_difference_is_told_in_german_as_in_english() {
    let german = &Language::GERMAN;
    let pairs = preset::ALL.iter().filter_map(|preset| {
        let parent = preset.spec().parent?;
        Some((Protocol::get(parent)?, *preset))
    });
    for (one, other) in pairs {
        let comparison = one.compare(other).with_sources();
        let names = format!("{} and {}", one.id(), other.id());
        let text = comparison.in_language(german).to_string();
        assert!(!text.contains(['_', '{', '}']), "{names}: {text}");
        assert_eq!(
            text.lines().count(),
            comparison.to_string().lines().count(),
            "{names}"
        );
        for change in comparison.told() {
            let line = change.in_language(german).to_string();
            assert!(
                !change.is_of_source_alone() || change.left.is_some(),
                "{names}"
            );
            if let (false, Some(left), Some(right)) =
                (change.is_of_source_alone(), &change.left, &change.right)
            {
                let [left, right] =
                    [left, right].map(|side| (side.label_in(german), side.value_in(german)));
                assert_ne!(left, right, "{names}: {line} tells no difference");
            }
        }
    }
}

#[test]
fn an_explanation_and_a_comparison_read_as_german() {
    let german = &Language::GERMAN;
    let text = preset::ACUTE_16.explain().in_language(german).to_string();
    for line in [
        "Acute IPT for adults with major depression (acute-16, Version 1)",
        "  Wie Sitzungen stattfinden können: vor Ort, per Video und telefonisch [eigene Festlegung]",
        "  Abschnitt 1: Sitzung 1 bis 16, 1 Sitzung in 7 Tagen [Weissman, Markowitz & Klerman 2000, ch. 7, Manual]",
        "  Beendigungsphase: „Beendigungsphase“, Sitzung 14 bis 16 [eigene Festlegung]",
        "  ICD-10 F32 [im Fach bekannt, Quelle nicht gelesen]",
        "  PHQ-9: möglich, in jeder Sitzung [im Fach bekannt, Quelle nicht gelesen]",
        "  Trauer ist nur nach einem Todesfall Fokus: ja [Markowitz & Weissman 2012, Manual]",
    ] {
        assert!(
            text.lines().any(|own| own == line),
            "{line} is not in:\n{text}"
        );
    }
    let same = preset::ACUTE_16.compare(&preset::ACUTE_16);
    assert_eq!(same.in_language(german).to_string(), "kein Unterschied\n");
}

#[test]
fn a_rule_that_a_protocol_grades_is_named_beside_its_code() {
    let mut named = 0;
    for preset in preset::ALL {
        let explanation = preset.explain();
        for adjustment in &*preset.spec().adjustments {
            let rule = RuleMeta::get(adjustment.code).unwrap();
            for language in [&Language::ENGLISH, &Language::GERMAN] {
                let must = language.must(rule).trim_end_matches('.');
                let text = explanation.in_language(language).to_string();
                assert!(text.contains(must), "{}: {must}", preset.id());
            }
            assert!(
                explanation
                    .to_string()
                    .contains(rule.must.trim_end_matches('.'))
            );
            named += 1;
        }
    }
    assert!(named > 0);
}
