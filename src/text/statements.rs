//! What a protocol asks for, and in what two differ, in any language.

use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{Language, List, Said, Say, capital, fill, phrases::phrases};
use crate::{
    measure::Instrument,
    protocol::{Cadence, Change, Comparison, Explanation, Leaf, Span, Statement},
    rule::RuleMeta,
    source::{Citation, SourceId},
};

phrases! {
    /// Sentences about protocols: what one says, and in what two differ. A name in braces stands
    /// for a value; `{n:one|many}` for a number with its word.
    pub struct StatementPhrases {
        /// Over an explanation.
        heading = "{title} ({id}, version {version})";
        /// Where something comes from.
        source = "{source}, {basis}";
        /// Yes.
        yes = "yes";
        /// No.
        no = "no";
        /// Where one of two protocols says nothing.
        nothing = "none";
        /// From the least to the greatest number.
        span = "{min} to {max}";
        /// The same with the typical number.
        usual = "{span}, usually {typical}";
        /// A word of the protocol's own.
        quoted = "\u{201c}{label}\u{201d}";
        /// A phase.
        passed_over = "may be passed over";
        /// An activity.
        outright = "forbidden outright";
        /// An activity.
        not_as_main = "not as main work";
        /// A score at entry that the source holds to.
        firm = "firm";
        /// A score at entry that the source does not hold to.
        guide = "a guide";
        /// A phase that ends on a judgement.
        ends_on = "ends on {criterion}";
        /// One session by its number.
        session = "session {number}";
        /// From one session to another.
        sessions_from = "session {from} to {to}";
        /// A stretch of sessions of one spacing.
        stretch = "stretch {number}";
        /// So many sessions in so many days.
        pace = "{n:session|sessions} in {days:day|days}";
        /// How many sessions.
        sessions = "{n:session|sessions}";
        /// How long a session is.
        minutes = "of {n:minute|minutes}";
        /// How often, in weeks.
        every_weeks = "every {n:week|weeks}";
        /// How often, in sessions.
        every_sessions = "every {n:session|sessions}";
        /// The phase that something belongs to.
        in_phase = "in {phase}";
        /// The area that something specialises.
        of_area = "of {area}";
        /// The phase after which an activity is not done.
        after = "after {phase}";
        /// The phase that is over by an event.
        over = "{phase} is over by then";
        /// The lowest score.
        at_least = "at least {n}";
        /// The highest score.
        at_most = "at most {n}";
        /// The session by which.
        by_session = "by session {n}";
        /// The week by which.
        by_week = "by week {n}";
        /// What a judgement may lead to.
        options = "may lead to {options}";
        /// A rule that the protocol switches off.
        off = "switched off";
        /// The order of the entries of a list.
        order = "Order";
        /// Two protocols say the same.
        no_difference = "no difference";
        /// An entry that the second protocol has alone.
        added = "only there: {entry}";
        /// An entry that the first protocol has alone.
        removed = "only here: {entry}";
        /// What differs.
        changed = "{label}: {left}; there {right}";
        /// An entry that differs.
        changed_entry = "changed {label}: {left}; there {right}";
    }
}

impl Language {
    /// Whether it says of protocols what their documentation says.
    const fn is_as_documented(&self) -> bool {
        self.fields.is_empty()
    }

    /// What a field of a protocol is called.
    pub(super) fn field(&self, path: &str) -> Option<&'static str> {
        self.fields
            .iter()
            .find(|(known, _)| *known == path)
            .map(|(_, word)| *word)
    }
}

/// The code of a rule with what the rule asks for, since nobody knows the codes by heart.
fn rule_label<'a>(language: &Language, statement: &'a Statement) -> Option<Cow<'a, str>> {
    let code = statement.path.strip_prefix("adjustments.")?;
    let rule = RuleMeta::get(code.split('#').next()?.parse().ok()?)?;
    let must = language.must(rule).trim_end_matches('.');
    let must = said(language.statements.quoted, &[("label", &must)]);
    Some(Cow::Owned(format!("{code}, {must}")))
}

/// A label and what it is; an entry may have nothing to say beyond its label.
fn labelled(label: &str, value: &str) -> String {
    if value.is_empty() {
        label.into()
    } else {
        format!("{label}: {value}")
    }
}

/// A sentence with its values.
fn said(template: &str, values: &[(&str, &dyn fmt::Display)]) -> String {
    Said(template, values).owned()
}

/// What a statement says, part by part.
struct Parts<'a>(&'a Language, &'a Statement);

impl<'a> Parts<'a> {
    fn get(&self, name: &str) -> Option<&'a Leaf> {
        self.1
            .parts
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, leaf)| leaf)
    }

    fn number(&self, name: &str) -> Option<u16> {
        match self.get(name)? {
            Leaf::Number(number) => Some(*number),
            _ => None,
        }
    }

    fn is_true(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Leaf::Truth(true)))
    }

    /// A template with one part of the statement, if it has that part.
    fn with(&self, template: &str, value: &str, part: &str) -> Option<String> {
        let leaf = self.leaf(self.get(part)?);
        Some(said(template, &[(value, &leaf)]))
    }

    /// A least, a typical and a greatest number, with their unit.
    fn span(&self, of: &str, unit: &str) -> Option<String> {
        let Leaf::Span(span) = self.get(of)? else {
            return None;
        };
        Some(self.span_words(*span, unit))
    }

    fn span_words(&self, Span { min, typical, max }: Span, unit: &str) -> String {
        let statements = self.0.statements;
        if min == max {
            return said(unit, &[("n", &min)]);
        }
        let span = said(statements.span, &[("min", &min), ("max", &max)]);
        let span = said(unit, &[("n", &span)]);
        said(statements.usual, &[("span", &span), ("typical", &typical)])
    }

    fn sessions(&self, from: u16, to: u16) -> String {
        let statements = self.0.statements;
        if from == to {
            said(statements.session, &[("number", &from)])
        } else {
            said(statements.sessions_from, &[("from", &from), ("to", &to)])
        }
    }

    fn quoted(&self, label: &str) -> String {
        said(self.0.statements.quoted, &[("label", &label)])
    }

    /// A value in words.
    fn leaf(&self, leaf: &Leaf) -> String {
        let statements = self.0.statements;
        match leaf {
            Leaf::Truth(true) => statements.yes.into(),
            Leaf::Truth(false) => statements.no.into(),
            Leaf::Names(names) => Say(self.0, None, *names).to_string(),
            Leaf::Fraction(num, 1) => num.to_string(),
            Leaf::Pair(from, to) => said(statements.span, &[("min", from), ("max", to)]),
            Leaf::Instrument(id) => match Instrument::get(*id) {
                Some(known) => known.short.into(),
                None => self
                    .0
                    .field(&format!("instruments.{id}"))
                    .unwrap_or(id.as_str())
                    .into(),
            },
            Leaf::Criterion(criterion) => match self.0.field(&format!("criteria.{criterion}")) {
                Some(word) => word.into(),
                None => criterion.as_str().replace('_', " "),
            },
            Leaf::Keys(keys) => {
                let work = |key: &String| match key.parse::<SourceId>() {
                    Ok(work) => Citation::from(work).to_string(),
                    Err(_) => key.clone(),
                };
                keys.iter().map(work).collect::<Vec<_>>().join("; ")
            }
            Leaf::Entries(entries) => List(
                self.0,
                entries
                    .iter()
                    .map(|entry| Parts(self.0, entry).label().into_owned()),
            )
            .to_string(),
            Leaf::Span(span) => self.span_words(*span, "{n}"),
            Leaf::Text(_)
            | Leaf::Number(_)
            | Leaf::Fraction(..)
            | Leaf::Source(_)
            | Leaf::Basis(_) => leaf.to_string(),
        }
    }

    /// The list that the statement is of.
    fn list(&self) -> &'a str {
        self.1.path.split('.').next().unwrap_or_default()
    }

    fn subject(&self) -> &'a str {
        if self.0.is_as_documented() {
            return self.1.subject;
        }
        // What stands by itself identifies the protocol.
        let is_alone = !self.1.is_entry
            && !self.1.path.contains('.')
            && !matches!(self.get(""), Some(Leaf::Entries(_)));
        self.0
            .field(if is_alone { "" } else { self.list() })
            .unwrap_or(self.1.subject)
    }

    fn label(&self) -> Cow<'a, str> {
        let statement = self.1;
        if let Some(rule) = rule_label(self.0, statement) {
            return rule;
        }
        if self.0.is_as_documented() {
            return Cow::Borrowed(&statement.label);
        }
        let statements = self.0.statements;
        if matches!(self.get(""), Some(Leaf::Entries(_))) {
            return Cow::Borrowed(statements.order);
        }
        if !statement.is_entry {
            return self
                .0
                .field(&statement.path)
                .map_or(Cow::Borrowed(&statement.label), Cow::Borrowed);
        }
        let key = statement.path.split_once('.').map_or("", |(_, key)| key);
        let part = match self.list() {
            "phases" => "phase",
            "tracks" => "track",
            "area_labels" => "area",
            "measures" | "entry_scores" => "instrument",
            "techniques" => "technique",
            "proscribed" => "activity",
            "participants" => "relation",
            "contacts" => "with",
            "anchors" => "anchor",
            "modules" | "specialisations" | "tasks" | "steps" => "label",
            "cadence" => return Cow::Owned(said(statements.stretch, &[("number", &key)])),
            "indications" | "contraindications" => {
                let words = [self.get("system"), self.get("stem")]
                    .map(|leaf| leaf.map(ToString::to_string));
                let [system, stem] = words.map(Option::unwrap_or_default);
                return Cow::Owned(format!("{} {stem}", system.to_uppercase()));
            }
            _ => return Cow::Borrowed(key),
        };
        let label = match self.get(part) {
            Some(Leaf::Text(own)) => self.quoted(own),
            Some(leaf) => self.leaf(leaf),
            None => key.replace('_', " "),
        };
        // A second entry about the same thing has a number.
        Cow::Owned(match key.split_once('#') {
            Some((_, number)) => format!("{label} ({number})"),
            None => label,
        })
    }

    fn value(&self) -> String {
        if self.0.is_as_documented() {
            return self.1.value.clone();
        }
        if self.1.is_entry {
            return self.entry().join(", ");
        }
        match self.get("") {
            Some(leaf) => self.leaf(leaf),
            None => self.0.phrases.none.into(),
        }
    }

    /// What the protocol calls a phase or an area. A label that most protocols have is said in the
    /// language.
    fn own_label(&self) -> Option<String> {
        let Leaf::Text(label) = self.get("label")? else {
            return None;
        };
        let usual = super::language::USUAL_LABELS
            .iter()
            .any(|(_, usual)| usual == label);
        match self.get("phase") {
            Some(phase) if usual && self.list() == "phases" => {
                Some(self.quoted(&capital(&self.leaf(phase))))
            }
            _ => Some(self.quoted(label)),
        }
    }

    /// How often something is measured.
    fn cadence(&self) -> Option<String> {
        let Leaf::Names(names) = self.get("cadence")? else {
            return None;
        };
        let (statements, every) = (self.0.statements, self.number("every"));
        let is = |cadence: Cadence| names.iter().next() == Some(cadence.name());
        Some(match every {
            Some(every) if is(Cadence::EveryWeeks) => {
                said(statements.every_weeks, &[("n", &every)])
            }
            Some(every) if is(Cadence::EverySessions) => {
                said(statements.every_sessions, &[("n", &every)])
            }
            _ => Say(self.0, None, *names).to_string(),
        })
    }

    /// What an entry says beside what it is about.
    fn entry(&self) -> Vec<String> {
        let statements = self.0.statements;
        let is_true = |name, words: &str| self.is_true(name).then(|| words.to_string());
        let either = |name, yes: &str, no: &str| {
            self.get(name).map(|_| {
                if self.is_true(name) {
                    yes.to_string()
                } else {
                    no.to_string()
                }
            })
        };
        let level = || self.get("level").map(|level| self.leaf(level));
        // What an entry is about was said before it; here stands only what is given: a part without
        // a value leaves no trace. A list that is not named has at most a level.
        let parts = match self.list() {
            "phases" => {
                let typical = match self.get("typical") {
                    Some(Leaf::Pair(from, to)) => Some(self.sessions(*from, *to)),
                    _ => None,
                };
                let optional = is_true("optional", statements.passed_over);
                [
                    self.own_label(),
                    typical,
                    optional,
                    self.with(statements.ends_on, "criterion", "ends_on"),
                ]
                .to_vec()
            }
            "area_labels" => [self.own_label()].to_vec(),
            "modules" => {
                let sessions = self
                    .number("from")
                    .zip(self.number("to"))
                    .map(|(from, to)| self.sessions(from, to));
                [self.with(statements.in_phase, "phase", "phase"), sessions].to_vec()
            }
            "cadence" => {
                let sessions = self
                    .number("from")
                    .zip(self.number("to"))
                    .map(|(from, to)| self.sessions(from, to));
                let pace = self.number("sessions").zip(self.number("days"));
                let pace =
                    pace.map(|(n, days)| said(statements.pace, &[("n", &n), ("days", &days)]));
                [sessions, pace].to_vec()
            }
            "tracks" => [
                level(),
                self.span("sessions", statements.sessions),
                self.span("minutes", statements.minutes),
            ]
            .to_vec(),
            "participants" => [level(), self.with(statements.sessions, "n", "sessions")].to_vec(),
            "specialisations" => [self.with(statements.of_area, "area", "area")].to_vec(),
            "entry_scores" => [
                self.with(statements.at_least, "n", "min"),
                self.with(statements.at_most, "n", "max"),
                either("firm", statements.firm, statements.guide),
            ]
            .to_vec(),
            "measures" => [level(), self.cadence()].to_vec(),
            "proscribed" => [
                either("outright", statements.outright, statements.not_as_main),
                self.with(statements.after, "phase", "after"),
            ]
            .to_vec(),
            "tasks" => [
                self.with(statements.in_phase, "phase", "phase"),
                self.with(statements.by_session, "n", "by_session"),
                level(),
            ]
            .to_vec(),
            "anchors" => [self.with(statements.over, "phase", "over")].to_vec(),
            "steps" => [
                self.with(statements.by_session, "n", "by_session"),
                self.with(statements.by_week, "n", "by_week"),
                self.with(statements.options, "options", "options"),
            ]
            .to_vec(),
            "adjustments" => {
                let severity = self.get("severity").map(|severity| self.leaf(severity));
                [Some(severity.unwrap_or_else(|| statements.off.into()))].to_vec()
            }
            _ => [level()].to_vec(),
        };
        parts.into_iter().flatten().collect()
    }

    fn sources(&self) -> String {
        if self.0.is_as_documented() {
            return self.1.source_words();
        }
        let words = self.1.sources.iter().map(|&(source, basis)| {
            let basis = self.0.word(basis);
            match source.work {
                SourceId::DESIGN | SourceId::KNOWLEDGE => basis.to_string(),
                _ => said(
                    self.0.statements.source,
                    &[("source", &source), ("basis", &basis)],
                ),
            }
        });
        words.collect::<Vec<_>>().join("; ")
    }

    /// The value, with its sources where they are asked for.
    fn value_and_sources(&self, with_sources: bool) -> String {
        let (value, sources) = (
            self.value(),
            if with_sources {
                self.sources()
            } else {
                String::new()
            },
        );
        match (value.is_empty(), sources.is_empty()) {
            (_, true) => value,
            (true, false) => format!("[{sources}]"),
            (false, false) => format!("{value} [{sources}]"),
        }
    }
}

impl fmt::Display for Say<'_, &Statement> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = Parts(self.0, self.2);
        f.write_str(&labelled(&parts.label(), &parts.value()))?;
        match parts.sources() {
            sources if sources.is_empty() => Ok(()),
            sources => write!(f, " [{sources}]"),
        }
    }
}

impl fmt::Display for Say<'_, &Explanation> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (language, explanation) = (self.0, self.2);
        let of = |path: &str| {
            let found = explanation
                .statements
                .iter()
                .find(|statement| statement.path == path);
            found.map_or("", |statement| &*statement.value)
        };
        let values: [(&str, &dyn fmt::Display); 3] = [
            ("title", &of("title")),
            ("id", &of("id")),
            ("version", &of("version")),
        ];
        // A part of an explanation has a heading of its own, and not the title among its lines.
        if language.is_as_documented() || of("title").is_empty() {
            f.write_str(&explanation.heading)?;
        } else {
            fill(f, language.statements.heading, &values)?;
        }
        writeln!(f)?;
        let mut subject = "";
        for statement in &explanation.statements {
            let parts = Parts(language, statement);
            if subject != parts.subject() {
                subject = parts.subject();
                writeln!(f, "\n{subject}")?;
            }
            writeln!(f, "  {}", self.say(statement))?;
        }
        Ok(())
    }
}

impl fmt::Display for Say<'_, (&Change, bool)> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (language, (change, with_sources)) = (self.0, self.2);
        let statements = language.statements;
        let Some(any) = change.any() else {
            return Ok(());
        };
        let label = Parts(language, any).label();
        let words = |side: &Statement| Parts(language, side).value_and_sources(with_sources);
        match (&change.left, &change.right) {
            (None, Some(right)) if any.is_entry => fill(
                f,
                statements.added,
                &[("entry", &labelled(&label, &words(right)))],
            ),
            (Some(left), None) if any.is_entry => fill(
                f,
                statements.removed,
                &[("entry", &labelled(&label, &words(left)))],
            ),
            (left, right) => {
                let side = |side: &Option<Statement>| match side {
                    // An entry that goes by a word of the protocol's own may be called otherwise on
                    // the other side.
                    Some(side) if Parts(language, side).label() != label => {
                        labelled(&Parts(language, side).label(), &words(side))
                    }
                    Some(side) => words(side),
                    None => statements.nothing.into(),
                };
                let template = if any.is_entry {
                    statements.changed_entry
                } else {
                    statements.changed
                };
                fill(
                    f,
                    template,
                    &[
                        ("label", &label),
                        ("left", &side(left)),
                        ("right", &side(right)),
                    ],
                )
            }
        }
    }
}

impl fmt::Display for Say<'_, &Comparison> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (language, comparison) = (self.0, self.2);
        if comparison.is_empty() {
            return writeln!(f, "{}", language.statements.no_difference);
        }
        let mut subject = "";
        for change in comparison.told() {
            let own = change
                .any()
                .map_or("", |any| Parts(language, any).subject());
            if subject != own {
                subject = own;
                writeln!(f, "{subject}")?;
            }
            writeln!(f, "  {}", self.say((change, comparison.sources)))?;
        }
        Ok(())
    }
}

/// In English.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Say(&Language::ENGLISH, None, self).fmt(f)
    }
}

/// In English.
impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Say(&Language::ENGLISH, None, self).fmt(f)
    }
}

impl Statement {
    /// The statement in a language: label, value, and where it comes from.
    ///
    /// What the protocol says in words of its own, such as its title and the labels of its modules,
    /// stands as it is. So do the short forms of works.
    ///
    /// ```
    /// use interpersonal::{protocol::preset::ACUTE_16, text::Language};
    ///
    /// let statements = ACUTE_16.explain().statements;
    /// let sessions = statements.iter().find(|it| it.path == "dose.sessions").unwrap();
    /// assert_eq!(
    ///     sessions.in_language(&Language::GERMAN).to_string(),
    ///     "Sitzungen: 12 bis 16, üblich 16 [Weissman, Markowitz & Klerman 2000, ch. 7, Manual]"
    /// );
    /// ```
    #[must_use]
    pub fn in_language<'a>(&'a self, language: &'a Language) -> impl fmt::Display + use<'a> {
        Say(language, None, self)
    }

    /// What it is about, in a language; in English, [`subject`](Self::subject).
    #[must_use]
    pub fn subject_in<'a>(&'a self, language: &'a Language) -> &'a str {
        Parts(language, self).subject()
    }

    /// What it says, in a language; in English, [`label`](Self::label).
    #[must_use]
    pub fn label_in<'a>(&'a self, language: &'a Language) -> Cow<'a, str> {
        Parts(language, self).label()
    }

    /// The value in the words of a language; in English, [`value`](Self::value).
    #[must_use]
    pub fn value_in(&self, language: &Language) -> String {
        Parts(language, self).value()
    }

    /// The sources in the words of a language; in English, [`source_words`](Self::source_words).
    #[must_use]
    pub fn source_words_in(&self, language: &Language) -> String {
        Parts(language, self).sources()
    }
}

impl Explanation {
    /// The explanation in a language, grouped by subject.
    ///
    /// ```
    /// use interpersonal::{protocol::preset::ACUTE_16, text::Language};
    ///
    /// let text = ACUTE_16.explain().in_language(&Language::GERMAN).to_string();
    /// assert!(text.contains("Umfang der Behandlung\n  Sitzungen: 12 bis 16, üblich 16"));
    /// ```
    #[must_use]
    pub fn in_language<'a>(&'a self, language: &'a Language) -> impl fmt::Display + use<'a> {
        Say(language, None, self)
    }
}

impl Change {
    /// The difference in a language, without sources.
    #[must_use]
    pub fn in_language<'a>(&'a self, language: &'a Language) -> impl fmt::Display + use<'a> {
        Say(language, None, (self, false))
    }
}

impl Comparison {
    /// The comparison in a language, grouped by subject, with sources if they are asked for.
    ///
    /// ```
    /// use interpersonal::{protocol::preset::{ACUTE_16, UK_16}, text::Language};
    ///
    /// let text = ACUTE_16.compare(&UK_16).in_language(&Language::GERMAN).to_string();
    /// assert!(text.contains("Sitzungen: 12 bis 16, üblich 16; dort: 8 bis 20, üblich 16"));
    /// ```
    #[must_use]
    pub fn in_language<'a>(&'a self, language: &'a Language) -> impl fmt::Display + use<'a> {
        Say(language, None, self)
    }
}
