//! What is said in one language: a table of sentences for the rules, words for the vocabularies,
//! phrases.

use alloc::{format, string::String, vec::Vec};

use super::{Phrases, PlanPhrases, Say, StatementPhrases, StepPhrases, Words, german, words};
use crate::{
    base::{
        set::{Nameable, Named},
        shape::Documented,
        unknown::NameError,
    },
    course::entry::{Correct, Strike, Waive},
    protocol::{Protocol, label_paths, preset},
    record::{Fact, FactKind},
    rule::{CATALOGUE, Case, CaseWords, RuleMeta, Verb},
    vocabulary::ProblemArea,
};

/// What a rule says in one language.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::exhaustive_structs,
    reason = "an application's own language is a table written by hand"
)]
pub struct RuleText {
    /// The code of the rule, such as `IPT-064`.
    pub code: &'static str,
    /// The norm, or the name of an event.
    pub must: &'static str,
    /// What it says in each of its cases.
    pub cases: &'static [CaseText],
}

/// What a rule says in one of its cases.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::exhaustive_structs,
    reason = "an application's own language is a table written by hand"
)]
pub struct CaseText {
    /// The name of the case.
    pub name: &'static str,
    /// What was found, or what is lacking.
    pub says: &'static str,
    /// The open question; empty if the case asks none.
    pub asks: &'static str,
}

impl CaseText {
    /// What was found, or what is lacking.
    #[must_use]
    pub const fn new(name: &'static str, says: &'static str) -> Self {
        Self {
            name,
            says,
            asks: "",
        }
    }

    /// The same, and the question that stands open otherwise.
    #[must_use]
    pub const fn asking(name: &'static str, says: &'static str, asks: &'static str) -> Self {
        Self { name, says, asks }
    }
}

/// What reports and plans say in one language.
///
/// ```
/// use interpersonal::{RuleCode, Severity, rule::RuleMeta, text::Language};
///
/// let german = Language::get("de-AT").unwrap();
/// assert_eq!(german.missing(), Vec::<String>::new());
/// assert_eq!(german.word(Severity::Warning).to_string(), "Abweichung");
/// let meta = RuleMeta::get(RuleCode::from_static("IPT-189")).unwrap();
/// assert_ne!(german.must(meta), meta.must);
/// ```
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::exhaustive_structs,
    reason = "an application's own language is written with struct update"
)]
pub struct Language {
    /// Its tag (BCP 47), such as `de`.
    pub tag: &'static str,
    /// What each rule says, block by block. A rule that is in none is said in English.
    pub rules: &'static [&'static [RuleText]],
    /// Words for the members of vocabularies. A name that is in none is shown in its own words.
    pub words: &'static [&'static [Words]],
    /// Sentences and headings of reports.
    pub phrases: &'static Phrases,
    /// Sentences and headings of plans.
    pub plans: &'static PlanPhrases,
    /// Sentences about steps: why not, the way to one, what becomes due.
    pub steps: &'static StepPhrases,
    /// What a form calls the parts of entries and facts: by the name of a field (`note`), or by
    /// that of its type and its own (`Session.number`), which comes first.
    pub labels: &'static [(&'static str, &'static str)],
    /// What the parameters of a protocol are called that plans speak of, by their path.
    pub parameters: &'static [(&'static str, &'static str)],
    /// Sentences about protocols: what one says, and in what two differ.
    pub statements: &'static StatementPhrases,
    /// What the fields of a protocol are called, by their path, such as `dose.sessions`; the empty
    /// path is what identifies the protocol. `criteria.` stands before the name of a judgement, and
    /// `instruments.` before that of an instrument that the crate does not know. Without any,
    /// statements are in English.
    pub fields: &'static [(&'static str, &'static str)],
}

/// The labels that most protocols give their phases. They are English, and are said in the language
/// instead.
pub(super) const USUAL_LABELS: &[(&str, &str)] = &[
    ("assessment", "Assessment"),
    ("initial", "Initial phase"),
    ("middle", "Middle phase"),
    ("termination", "Termination"),
    ("concluded", "Concluded"),
    ("continuation", "Continuation"),
    ("maintenance", "Maintenance"),
];

impl Language {
    /// English, in which each rule is written: what rules say stands with them.
    pub const ENGLISH: Self = Self {
        tag: "en",
        rules: &[],
        words: words::english::WORDS,
        phrases: &Phrases::ENGLISH,
        plans: &PlanPhrases::ENGLISH,
        steps: &StepPhrases::ENGLISH,
        labels: words::english::LABELS,
        parameters: words::english::PARAMETERS,
        statements: &StatementPhrases::ENGLISH,
        fields: &[],
    };
    /// German, which tags such as `de-AT` find too.
    pub const GERMAN: Self = Self {
        tag: "de",
        rules: german::RULES,
        words: words::german::WORDS,
        phrases: &german::PHRASES,
        plans: &german::plans::PHRASES,
        steps: &german::steps::PHRASES,
        labels: words::german::LABELS,
        parameters: words::german::PARAMETERS,
        statements: &german::statements::PHRASES,
        fields: german::statements::FIELDS,
    };
    /// The languages that the crate ships.
    pub const ALL: &'static [Self] = &[Self::ENGLISH, Self::GERMAN];

    /// The shipped language of that tag; a region after the language is passed over.
    #[must_use]
    pub fn get(tag: &str) -> Option<&'static Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL
            .iter()
            .find(|known| known.tag.eq_ignore_ascii_case(language))
    }

    /// The shipped language that somebody named by its tag.
    ///
    /// ```
    /// use interpersonal::text::Language;
    ///
    /// assert_eq!(Language::parse("de-AT").unwrap().tag, "de");
    /// let error = Language::parse("fr").unwrap_err();
    /// assert_eq!(error.to_string(), "`fr` is no shipped language; the nearest are `en`, `de`");
    /// ```
    ///
    /// # Errors
    ///
    /// [`NameError`] names the nearest.
    pub fn parse(tag: &str) -> Result<&'static Self, NameError> {
        Self::get(tag.trim()).ok_or_else(|| {
            let tags = Self::ALL.iter().map(|known| known.tag);
            NameError::among("shipped language", tags, tag.trim())
        })
    }

    /// The norm of a rule, or the name of the event that it is about.
    #[must_use]
    pub fn must<'a>(&self, rule: &'a RuleMeta) -> &'a str {
        self.rule(rule).map_or(&rule.must, |own| own.must)
    }

    /// What a rule says in one of its cases, and what it asks, with the names of the values in
    /// braces.
    #[must_use]
    pub fn case<'a>(&self, rule: &RuleMeta, case: &'a Case) -> (&'a str, Option<&'a str>) {
        let own = self
            .rule(rule)
            .and_then(|own| own.cases.iter().find(|own| own.name == case.name));
        match (own, self.words_of(case)) {
            (Some(own), _) => (own.says, Some(own.asks).filter(|asks| !asks.is_empty())),
            (None, Some(own)) => (&own.says, own.asks.as_deref()),
            (None, None) => (&case.says, case.asks.as_deref()),
        }
    }

    /// Whether it is English, perhaps with words of an application's own.
    pub(crate) fn is_english(&self) -> bool {
        self.tag.split(['-', '_']).next() == Some(Self::ENGLISH.tag)
    }

    /// What a rule of one's own has for this language.
    fn words_of<'a>(&self, case: &'a Case) -> Option<&'a CaseWords> {
        case.elsewhere.iter().find(|own| own.tag == self.tag)
    }

    /// Whether the language has a sentence of its own for the case; else the case is said in
    /// English, its days and names too.
    pub(crate) fn says(&self, rule: &RuleMeta, case: &Case) -> bool {
        let has = |own: &RuleText| own.cases.iter().any(|own| own.name == case.name);
        self.rule(rule).is_some_and(has) || self.words_of(case).is_some()
    }

    fn rule(&self, rule: &RuleMeta) -> Option<&'static RuleText> {
        self.rules
            .iter()
            .flat_map(|block| block.iter())
            .find(|own| own.code == rule.code.as_str())
    }

    /// What a member of a vocabulary is called, or what several are, as it stands within a
    /// sentence.
    #[must_use]
    pub fn word(&self, what: impl Nameable) -> impl core::fmt::Display + '_ {
        Say(self, None, what.names())
    }

    /// What a protocol calls a problem area: its own word, or else that of the language.
    #[must_use]
    pub fn area<'a>(&'a self, protocol: &'a Protocol, area: ProblemArea) -> &'a str {
        protocol
            .area_label(area)
            .or_else(|| self.label(ProblemArea::VOCABULARY.name, area.name()))
            .unwrap_or(area.name())
    }

    /// The word for a name of a vocabulary.
    pub(crate) fn label(&self, vocabulary: &str, name: &str) -> Option<&'static str> {
        let words = self
            .words
            .iter()
            .flat_map(|block| block.iter())
            .find(|(known, _)| *known == vocabulary)?
            .1;
        words
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, word)| *word)
    }

    /// What a form calls a part of an entry or a fact: a field, an alternative, or a choice, by the
    /// name of its type and its own as [`Shape`](crate::shape::Shape) has them. It begins small, as
    /// within a sentence. None for what is no part of an entry.
    ///
    /// ```
    /// use interpersonal::text::Language;
    ///
    /// let german = Language::parse("de").unwrap();
    /// assert_eq!(german.part("Fact", "session"), Some("Sitzung"));
    /// assert_eq!(german.part("Session", "minutes"), Some("Minuten"));
    /// assert_eq!(german.part("Attendance", "late"), Some("verspätet erschienen"));
    /// assert_eq!(german.part("Session", "colour"), None);
    /// ```
    #[must_use]
    pub fn part(&self, of: &str, name: &str) -> Option<&'static str> {
        // A kind of fact is a word of its own, for reports speak of it too.
        let of = match of {
            "Fact" => FactKind::VOCABULARY.name,
            of => of,
        };
        let own = |(known, _): &&(&'static str, &'static str)| {
            let rest = known
                .strip_prefix(of)
                .and_then(|rest| rest.strip_prefix('.'));
            rest == Some(name)
        };
        let find = |is: &dyn Fn(&&(&'static str, &'static str)) -> bool| {
            self.labels.iter().find(is).map(|(_, label)| *label)
        };
        self.label(of, name)
            .or_else(|| find(&own))
            .or_else(|| find(&|(known, _)| *known == name))
    }

    /// What the table lacks, or has and should not: rules and cases without a sentence, sentences
    /// of no rule, names without a word, sentences and phrases that name other values than the
    /// English ones. Empty for a complete table.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        if !self.rules.is_empty() {
            self.missing_rules(&mut missing);
        }
        for (vocabulary, names) in words::english::WORDS.iter().flat_map(|block| block.iter()) {
            for (name, _) in names
                .iter()
                .filter(|(name, _)| self.label(vocabulary, name).is_none_or(str::is_empty))
            {
                missing.push(format!("there is no word for {name} of {vocabulary}"));
            }
        }
        let of_reports = self.phrases.all().into_iter().zip(Phrases::ENGLISH.all());
        let of_plans = self.plans.all().into_iter().zip(PlanPhrases::ENGLISH.all());
        let of_steps = self.steps.all().into_iter().zip(StepPhrases::ENGLISH.all());
        let of_statements = self
            .statements
            .all()
            .into_iter()
            .zip(StatementPhrases::ENGLISH.all());
        for ((name, ours), (_, theirs)) in of_reports
            .chain(of_plans)
            .chain(of_steps)
            .chain(of_statements)
        {
            if values(ours) != values(theirs) {
                missing.push(format!(
                    "the phrase {name} has other values than \"{theirs}\""
                ));
            }
        }
        for (path, _) in words::english::PARAMETERS {
            if self.parameter(path).is_none() {
                missing.push(format!("there is no word for the parameter {path}"));
            }
        }
        self.missing_labels(&mut missing);
        // What fields are called in English stands with the fields.
        if self.tag != Self::ENGLISH.tag {
            self.missing_fields(&mut missing);
        }
        missing
    }

    fn missing_labels(&self, missing: &mut Vec<String>) {
        let mut parts = Vec::new();
        for shape in [Fact::SHAPE, Strike::SHAPE, Correct::SHAPE, Waive::SHAPE] {
            shape.parts(&mut parts);
        }
        for (of, name) in &parts {
            if self.part(of, name).is_none_or(str::is_empty) {
                missing.push(format!("there is no label for {name} of {of}"));
            }
        }
        let is_part = |label: &str| match label.split_once('.') {
            // What an entry holds stands with the stored form.
            Some(("Entry" | "ChangeProtocol", _)) => true,
            Some(part) => parts.contains(&part),
            None => parts.iter().any(|(_, name)| *name == label),
        };
        for (label, _) in self.labels.iter().filter(|(label, _)| !is_part(label)) {
            missing.push(format!("nothing of a fact is called {label}"));
        }
    }

    fn missing_fields(&self, missing: &mut Vec<String>) {
        let paths = label_paths();
        let of_preset = |preset: &&Protocol| {
            let spec = preset.spec();
            let ends = spec
                .phases
                .iter()
                .filter_map(|phase| phase.ends_on.map(|cited| cited.value));
            ends.chain(spec.steps.iter().map(|step| step.criterion))
                .collect::<Vec<_>>()
        };
        let mut criteria: Vec<_> = preset::ALL.iter().flat_map(of_preset).collect();
        criteria.sort_unstable();
        criteria.dedup();
        let criteria = criteria
            .into_iter()
            .map(|criterion| format!("criteria.{criterion}"));
        for path in paths.iter().cloned().chain(criteria) {
            let path = path.as_str();
            if self.field(path).is_none_or(str::is_empty) {
                missing.push(format!(
                    "there is no word for the field \"{path}\" of a protocol"
                ));
            }
        }
        let is_name =
            |path: &str| path.starts_with("criteria.") || path.starts_with("instruments.");
        let is_known = |path: &str| is_name(path) || paths.iter().any(|known| known == path);
        for (path, _) in self.fields.iter().filter(|(path, _)| !is_known(path)) {
            missing.push(format!("a protocol has no field \"{path}\""));
        }
    }

    /// What a parameter of a protocol is called.
    pub(crate) fn parameter(&self, path: &str) -> Option<&'static str> {
        self.parameters
            .iter()
            .find(|(known, _)| *known == path)
            .map(|(_, word)| *word)
    }

    fn missing_rules(&self, missing: &mut Vec<String>) {
        let texts = || self.rules.iter().flat_map(|block| block.iter());
        for rule in CATALOGUE {
            let meta = &rule.meta;
            match texts()
                .filter(|text| text.code == meta.code.as_str())
                .count()
            {
                0 => missing.push(format!("{} has no sentences", meta.code)),
                1 => {}
                many => missing.push(format!("{} stands {many} times", meta.code)),
            }
            // A table may lack a rule as a whole; what it has must be complete.
            let Some(own) = self.rule(meta) else { continue };
            for case in meta.cases.iter() {
                let Some(text) = own.cases.iter().find(|text| text.name == case.name) else {
                    missing.push(format!("{} has no sentence for {}", meta.code, case.name));
                    continue;
                };
                let asks = case.asks.as_deref().unwrap_or_default();
                if unknown_values(text.says, &case.says) || unknown_values(text.asks, asks) {
                    missing.push(format!(
                        "{}, {}: other values than in English",
                        meta.code, case.name
                    ));
                }
                if text.asks.is_empty() != (case.verb != Verb::CallsFor) {
                    missing.push(format!(
                        "{}, {}: a question too many or too few",
                        meta.code, case.name
                    ));
                }
            }
            for text in own.cases {
                if !meta.cases.iter().any(|case| case.name == text.name) {
                    missing.push(format!("{} has no case {}", meta.code, text.name));
                }
            }
        }
        // The other way round: sentences for a rule that was retired or misspelt.
        let known = |code: &str| CATALOGUE.iter().any(|rule| rule.meta.code.as_str() == code);
        missing.extend(
            texts()
                .filter(|text| !known(text.code))
                .map(|text| format!("there is no rule {}", text.code)),
        );
    }
}

/// The names of the values in a sentence, in order of the alphabet.
fn values(template: &str) -> Vec<&str> {
    let mut found: Vec<_> = template
        .split('{')
        .skip(1)
        .filter_map(|after| after.split_once('}'))
        .map(|(brace, _)| brace.split([':', '|']).next().unwrap_or(brace))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a sentence names a value that the English one lacks, or leaves one out that is not of
/// every finding.
fn unknown_values(ours: &str, theirs: &str) -> bool {
    values(ours) != values(theirs)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn every_shipped_language_has_everything() {
        for language in Language::ALL {
            assert_eq!(language.missing(), Vec::<String>::new(), "{}", language.tag);
        }
    }

    #[test]
    fn a_table_with_holes_is_told_of_each() {
        static RULES: &[&[RuleText]] = &[&[
            RuleText {
                code: "IPT-189",
                must: "Une réponse",
                cases: &[CaseText::new("nothing", "Rien.")],
            },
            RuleText {
                code: "IPT-000",
                must: "Rien",
                cases: &[],
            },
        ]];
        let phrases = Phrases {
            session: "séance",
            ..Phrases::ENGLISH
        };
        let phrases: &'static Phrases = alloc::boxed::Box::leak(alloc::boxed::Box::new(phrases));
        let words: &'static [&'static [Words]] = &[&[("ProblemArea", &[("grief", "deuil")])]];
        let french = Language {
            tag: "fr",
            rules: RULES,
            words,
            phrases,
            ..Language::ENGLISH
        };
        let missing = french.missing();
        assert!(
            missing
                .iter()
                .any(|hole| hole == "IPT-186 has no sentences")
        );
        assert!(
            missing
                .iter()
                .any(|hole| hole == "IPT-189 has no case nothing")
        );
        assert!(
            missing
                .iter()
                .any(|hole| hole.starts_with("IPT-189 has no sentence for "))
        );
        assert!(
            missing
                .iter()
                .any(|hole| hole == "there is no rule IPT-000")
        );
        assert!(
            missing
                .iter()
                .any(|hole| hole == "there is no word for role_dispute of ProblemArea")
        );
        assert!(
            missing
                .iter()
                .any(|hole| hole.starts_with("the phrase session has other values"))
        );
        assert!(
            missing.iter().any(
                |hole| hole == "there is no word for the field \"dose.sessions\" of a protocol"
            )
        );
        assert_eq!(french.word(ProblemArea::Grief).to_string(), "deuil");
        assert_eq!(
            french.word(ProblemArea::RoleDispute).to_string(),
            "role dispute"
        );
    }

    #[test]
    fn a_region_does_not_hide_a_language() {
        assert_eq!(
            Language::get("de-CH").map(|language| language.tag),
            Some("de")
        );
        assert!(Language::get("xx").is_none());
    }
}
