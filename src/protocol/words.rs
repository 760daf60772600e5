//! A protocol in words: what it asks for and where each number comes from, and in what two
//! protocols differ.
//!
//! The labels are the first sentences of the fields' own documentation, so a field that is added
//! has its words.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Protocol, ProtocolSpec, diff::Leaf};
use crate::{
    base::shape::{Documented, Field, Shape},
    source::{Basis, Citation, SourceId},
};

/// One thing that a protocol says, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// What it is about, such as "How much treatment".
    pub subject: &'static str,
    /// Its path, such as `dose.sessions` or `measures.phq-9`.
    pub path: String,
    /// What it says, such as "Minutes of a session"; for an entry of a list, what the entry is
    /// about.
    pub label: String,
    /// The value in words, such as "45 to 60, usually 50".
    pub value: String,
    /// Where that comes from; nothing for names and titles.
    pub sources: Vec<(Citation, Basis)>,
    /// Whether it is an entry of a list, which another protocol may not have.
    pub is_entry: bool,
    /// What it says, for other languages: the values by their names.
    pub(crate) parts: Vec<(String, Leaf)>,
}

impl Statement {
    /// The sources in words: "Weissman, Markowitz & Klerman 2000, manual". Empty where it has none.
    #[must_use]
    pub fn source_words(&self) -> String {
        let words = self
            .sources
            .iter()
            .map(|&(source, basis)| match source.work {
                SourceId::DESIGN | SourceId::KNOWLEDGE => basis.to_string(),
                _ => format!("{source}, {basis}"),
            });
        words.collect::<Vec<_>>().join("; ")
    }
}

/// Words for a subject or a label where the documentation of the field does not say it shortly, or
/// not by itself.
const SHORTER: &[(&str, &str)] = &[
    ("phases", "Phases"),
    ("modules", "Modules"),
    ("indications", "Diagnoses that it is for"),
    ("contraindications", "Diagnoses that it excludes"),
    ("cadence", "Spacing"),
    ("measures", "Measures"),
    ("dose.sessions", "Sessions"),
    ("dose.weeks", "Weeks"),
    (
        "dose.weeks_are_cap",
        "Whether treatment is over after the greatest number of weeks",
    ),
    (
        "population.excluded",
        "What excludes, if the screen finds it",
    ),
    (
        "population.cautioned",
        "What asks for a reason, if the screen finds it",
    ),
    ("initial.sessions_usual", "The usual number of sessions"),
    ("initial.sessions_most", "The greatest number of sessions"),
    ("ending.sessions_min", "The least number of sessions"),
    (
        "ending.sessions_min_early",
        "The least number of sessions where an early end was agreed",
    ),
    ("ending.sessions_max", "The greatest number of sessions"),
    (
        "timing.extension_sessions_max",
        "By how many sessions a contract is extended at a time",
    ),
    (
        "timing.outreach_days",
        "Days within which the patient is sought then",
    ),
    (
        "timing.decision_days",
        "Days within which it is decided how to go on",
    ),
    (
        "safety.enquiry_run",
        "While it is closer, the greatest number of sessions in a row without a direct enquiry",
    ),
];

/// What a field is called: its shorter word, or the first sentence of its documentation.
fn called(path: &str, about: &'static str) -> &'static str {
    SHORTER
        .iter()
        .find(|(of, _)| *of == path)
        .map_or(first_sentence(about), |(_, word)| word)
}

/// The subject of what identifies a protocol.
const OF_THE_WHOLE: &str = "The protocol";

impl ProtocolSpec {
    /// Everything that the protocol says, in words, in the order of its fields.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement> {
        let leaves = self.typed_leaves();
        let Shape::Object(_, _, fields) = Self::SHAPE else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for field in fields {
            let subject = called(field.name, field.about);
            let leaves = of_field(field.name, &leaves);
            match inner(field.shape) {
                Shape::Object(name, _, parts) if *name != "Cited" => {
                    for part in *parts {
                        let path = format!("{}.{}", field.name, part.name);
                        push(&mut out, subject, called(&path, part.about), &path, leaves);
                    }
                }
                Shape::List(Shape::Object(_, _, parts)) => {
                    for key in keys(leaves) {
                        let path = format!("{}.{key}", field.name);
                        out.extend(entry(field, parts, subject, key, &path, leaves));
                    }
                }
                _ => push(&mut out, OF_THE_WHOLE, subject, field.name, leaves),
            }
        }
        for statement in &mut out {
            statement.parts = parts(&statement.path, statement.is_entry, fields, &leaves);
        }
        out
    }
}

/// The values of what stands at a path, without sources, by what follows the path. An entry has
/// those of its own fields alone.
fn parts(
    path: &str,
    is_entry: bool,
    fields: &[Field],
    leaves: &[(String, Leaf)],
) -> Vec<(String, Leaf)> {
    let list = path.split('.').next();
    let known = fields
        .iter()
        .find(|field| Some(field.name) == list)
        .map(|field| field.shape);
    let is_known = |name: &str| match known {
        Some(Shape::List(Shape::Object(_, _, own))) if is_entry => own.iter().any(|own| {
            name.strip_prefix(own.name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        }),
        Some(Shape::List(_)) => name.is_empty(),
        _ => true,
    };
    let part = |(leaf, value): &(String, Leaf)| {
        let rest = leaf.strip_prefix(path)?;
        let name = if rest.is_empty() {
            rest
        } else {
            rest.strip_prefix('.')?
        };
        (!is_source(value) && is_known(name)).then(|| (name.to_string(), value.clone()))
    };
    leaves.iter().filter_map(part).collect()
}

/// The paths under which the subjects and labels of statements are known; the empty one is what
/// identifies a protocol.
pub(crate) fn label_paths() -> Vec<String> {
    let mut paths = Vec::from([String::new()]);
    let Shape::Object(_, _, fields) = ProtocolSpec::SHAPE else {
        return paths;
    };
    for field in fields {
        paths.push(field.name.to_string());
        match inner(field.shape) {
            Shape::Object(name, _, parts) if *name != "Cited" => {
                paths.extend(
                    parts
                        .iter()
                        .map(|part| format!("{}.{}", field.name, part.name)),
                );
            }
            _ => {}
        }
    }
    paths
}

/// The shape within an optional one.
const fn inner(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::Optional(inner) => inner,
        shape => shape,
    }
}

fn first_sentence(about: &'static str) -> &'static str {
    let about = about.trim();
    about
        .split_once(". ")
        .map_or(about, |(first, _)| first)
        .trim_end_matches('.')
}

/// A value by its path, or by what follows a path.
type Named<S> = (S, Leaf);

const fn is_source(leaf: &Leaf) -> bool {
    matches!(leaf, Leaf::Source(_) | Leaf::Basis(_))
}

/// What a field of the protocol says. The leaves of a field stand together.
fn of_field<'a>(field: &str, leaves: &'a [Named<String>]) -> &'a [Named<String>] {
    let is_own = |(path, _): &Named<String>| path.split('.').next() == Some(field);
    let start = leaves.iter().position(is_own).unwrap_or(leaves.len());
    let end = leaves[start..]
        .iter()
        .position(|leaf| !is_own(leaf))
        .map_or(leaves.len(), |count| start + count);
    &leaves[start..end]
}

/// What the entries of a list are about, in their order.
fn keys(leaves: &[Named<String>]) -> &[String] {
    let keys = leaves.iter().find_map(|(_, leaf)| match leaf {
        Leaf::Keys(keys) => Some(&**keys),
        _ => None,
    });
    keys.unwrap_or_default()
}

/// What stands at a path and below it, by what follows the path.
fn below<'a>(path: &str, leaves: &'a [Named<String>]) -> Vec<(&'a str, &'a Leaf)> {
    let part = |(leaf, value): &'a Named<String>| {
        let rest = leaf.strip_prefix(path)?;
        let name = if rest.is_empty() {
            rest
        } else {
            rest.strip_prefix('.')?
        };
        Some((name, value))
    };
    leaves.iter().filter_map(part).collect()
}

/// The sources among the parts, each once.
fn sources(parts: &[(&str, &Leaf)]) -> Vec<(Citation, Basis)> {
    let mut found = Vec::new();
    for two in parts.windows(2) {
        if let [(_, Leaf::Source(source)), (_, Leaf::Basis(basis))] = *two {
            if !found.contains(&(*source, *basis)) {
                found.push((*source, *basis));
            }
        }
    }
    found
}

/// A value in words.
fn plain(leaf: &Leaf) -> String {
    match leaf {
        Leaf::Truth(true) => "yes".into(),
        Leaf::Truth(false) => "no".into(),
        Leaf::Fraction(whole, 1) => whole.to_string(),
        leaf => leaf.to_string(),
    }
}

/// A parameter that stands by itself, if the protocol gives it.
fn push(
    out: &mut Vec<Statement>,
    subject: &'static str,
    label: &str,
    path: &str,
    leaves: &[Named<String>],
) {
    let parts: Vec<_> = below(path, leaves)
        .into_iter()
        .filter(|(name, _)| is_own(name))
        .collect();
    if parts.is_empty() {
        return;
    }
    let values = parts.iter().filter(|(_, leaf)| !is_source(leaf));
    let mut value = values
        .map(|(_, leaf)| plain(leaf))
        .collect::<Vec<_>>()
        .join(", ");
    if value.is_empty() {
        // What has a source is said to be none.
        value.push_str("none");
    }
    let (path, label, sources) = (path.to_string(), label.to_string(), sources(&parts));
    out.push(Statement {
        subject,
        path,
        label,
        value,
        sources,
        is_entry: false,
        parts: Vec::new(),
    });
}

/// Whether what follows a path with a value is the value or its source, and not an entry.
fn is_own(name: &str) -> bool {
    matches!(name, "" | "source" | "basis")
}

/// An entry of a list.
fn entry(
    field: &'static Field,
    fields: &'static [Field],
    subject: &'static str,
    key: &str,
    path: &str,
    leaves: &[Named<String>],
) -> Option<Statement> {
    let parts = below(path, leaves);
    if parts.is_empty() {
        return None;
    }
    let get = |name: &str| {
        parts
            .iter()
            .find(|(given, _)| *given == name)
            .map(|(_, leaf)| *leaf)
    };
    let mut words = Vec::new();
    for part in fields {
        words.extend(part_words(field.name, part.name, &get));
    }
    let (path, label, value, sources) = (
        path.to_string(),
        key.replace('_', " "),
        words.join(", "),
        sources(&parts),
    );
    let label = if field.name == "cadence" {
        format!("stretch {label}")
    } else {
        label
    };
    Some(Statement {
        subject,
        path,
        label,
        value,
        sources,
        is_entry: true,
        parts: Vec::new(),
    })
}

/// What an entry of a list says in one of its fields, if that is worth a word: what it is about
/// stands before it.
fn part_words<'a>(
    list: &str,
    part: &str,
    get: &impl Fn(&str) -> Option<&'a Leaf>,
) -> Option<String> {
    let leaf = get(part);
    let words = leaf.map(plain);
    let is_true = matches!(leaf, Some(Leaf::Truth(true)));
    Some(match (list, part) {
        (
            _,
            "token" | "instrument" | "technique" | "track" | "activity" | "with" | "anchor"
            | "criterion" | "relation" | "code" | "system" | "stem" | "source" | "at" | "basis"
            | "to" | "days" | "every",
        )
        | ("phases", "phase")
        | ("area_labels", "area") => return None,
        ("adjustments", "severity") => words.unwrap_or_else(|| "switched off".into()),
        (_, "label") => format!("\u{201c}{}\u{201d}", words?),
        (_, "optional") => is_true.then(|| "may be passed over".to_string())?,
        (_, "outright") if is_true => "forbidden outright".into(),
        (_, "outright") => "not as main work".into(),
        (_, "firm") if is_true => "firm".into(),
        (_, "firm") => "a guide".into(),
        (_, "typical") => match leaf? {
            Leaf::Pair(from, to) => session(*from, *to),
            _ => return None,
        },
        (_, "ends_on") => format!("ends on {}", words?),
        (_, "from") => match (leaf?, get("to")?) {
            (Leaf::Number(from), Leaf::Number(to)) => session(*from, *to),
            _ => return None,
        },
        ("cadence", "sessions") => match leaf? {
            Leaf::Number(1) => format!("one in {} days", get("days")?),
            sessions => format!("{sessions} in {} days", get("days")?),
        },
        (_, "sessions") => {
            let words = words?;
            let unit = if words == "1" { "session" } else { "sessions" };
            format!("{words} {unit}")
        }
        (_, "minutes") => format!("of {} minutes", words?),
        (_, "cadence") => match (words?, get("every")) {
            (often, None) => often,
            (often, Some(count)) => match often.strip_prefix("every ") {
                Some(unit) => format!("every {count} {unit}"),
                None => format!("{often}, every {count}"),
            },
        },
        (_, "phase") => format!("in {}", words?),
        (_, "area") => format!("of {}", words?),
        (_, "after") => format!("after {}", words?),
        (_, "over") => format!("{} is over by then", words?),
        (_, "min") => format!("at least {}", words?),
        (_, "max") => format!("at most {}", words?),
        (_, "by_session") => format!("by session {}", words?),
        (_, "by_week") => format!("by week {}", words?),
        (_, "options") => format!("may lead to {}", words?),
        (_, "level" | "severity") => words?,
        (_, other) => format!("{} {}", other.replace('_', " "), words?),
    })
}

/// One session, or from one to another.
fn session(from: u16, to: u16) -> String {
    if from == to {
        format!("session {from}")
    } else {
        format!("session {from} to {to}")
    }
}

/// What a protocol asks for, in words, with the source of each number. Prints itself grouped by
/// subject.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The title of the protocol, its identifier and version.
    pub heading: String,
    /// What it says.
    pub statements: Vec<Statement>,
}

/// One thing in which two protocols differ, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What the first says; nothing where it says nothing.
    pub left: Option<Statement>,
    /// What the second says.
    pub right: Option<Statement>,
}

impl Change {
    /// Either side, for what both have in common: subject, path, label.
    pub(crate) fn any(&self) -> Option<&Statement> {
        self.left.as_ref().or(self.right.as_ref())
    }

    /// What it is about, such as "How much treatment".
    #[must_use]
    pub fn subject(&self) -> &'static str {
        self.any().map_or("", |it| it.subject)
    }

    /// Its path, such as `dose.sessions`.
    #[must_use]
    pub fn path(&self) -> &str {
        self.any().map_or("", |it| &it.path)
    }

    /// What it says, such as "Minutes of a session".
    #[must_use]
    pub fn label(&self) -> &str {
        self.any().map_or("", |it| &it.label)
    }

    /// Whether the two say the same and rest on different sources.
    #[must_use]
    pub fn is_of_source_alone(&self) -> bool {
        matches!((&self.left, &self.right), (Some(left), Some(right)) if left.value == right.value)
    }
}

/// In what two protocols differ, in words. Prints itself grouped by subject, without sources unless
/// they are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// Every difference, those of sources alone included, in the order of the fields.
    pub changes: Vec<Change>,
    pub(crate) sources: bool,
}

impl Comparison {
    /// The same with sources, and with what differs in its source alone.
    #[must_use]
    pub fn with_sources(mut self) -> Self {
        self.sources = true;
        self
    }

    /// What it prints: every difference, or those of more than a source.
    pub fn told(&self) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(|change| self.sources || !change.is_of_source_alone())
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.told().next().is_none()
    }
}

impl Protocol {
    /// What it asks for and where each number comes from, in words.
    ///
    /// ```
    /// use interpersonal::protocol::preset::ACUTE_16;
    ///
    /// let text = ACUTE_16.explain().to_string();
    /// assert!(text.contains("Sessions: 12 to 16, usually 16 [Weissman, Markowitz & Klerman 2000, ch. 7, manual]"));
    /// ```
    #[must_use]
    pub fn explain(&self) -> Explanation {
        let spec = self.spec();
        let heading = format!("{} ({}, version {})", spec.title, spec.id, spec.version);
        Explanation {
            heading,
            statements: spec.statements(),
        }
    }

    /// In what this protocol differs from another, in words. This one is *here*, and the other is
    /// *there*: its side stands behind "there", and an entry that one of the two has and the other
    /// has not is "only here" or "only there".
    ///
    /// ```
    /// use interpersonal::protocol::preset::{ACUTE_16, UK_16};
    ///
    /// let text = ACUTE_16.compare(&UK_16).to_string();
    /// assert!(text.contains("Sessions: 12 to 16, usually 16; there 8 to 20, usually 16"));
    /// assert!(text.contains("only here: ham-d-17"));
    /// assert!(ACUTE_16.compare(&ACUTE_16).is_empty());
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Self) -> Comparison {
        let (left, right) = (self.spec().statements(), other.spec().statements());
        let mut changes = Vec::new();
        let Shape::Object(_, _, fields) = ProtocolSpec::SHAPE else {
            return Comparison {
                changes,
                sources: false,
            };
        };
        for field in fields {
            let of = |statement: &&Statement| statement.path.split('.').next() == Some(field.name);
            for ours in left.iter().filter(of) {
                let theirs = right.iter().find(|theirs| theirs.path == ours.path);
                if theirs != Some(ours) {
                    changes.push(Change {
                        left: Some(ours.clone()),
                        right: theirs.cloned(),
                    });
                }
            }
            for theirs in right
                .iter()
                .filter(of)
                .filter(|theirs| !left.iter().any(|ours| ours.path == theirs.path))
            {
                changes.push(Change {
                    left: None,
                    right: Some(theirs.clone()),
                });
            }
            let [ours, theirs] = [&left, &right].map(|side| order(side.iter().filter(of)));
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                changes.extend(reordered(ours, theirs));
            }
        }
        Comparison {
            changes,
            sources: false,
        }
    }
}

/// The entries of a list in their order, as a statement.
fn order<'a>(entries: impl Iterator<Item = &'a Statement>) -> Option<Statement> {
    let entries: Vec<_> = entries.filter(|it| it.is_entry).cloned().collect();
    let first = entries.first()?;
    Some(Statement {
        subject: first.subject,
        path: first.path.split('.').next().unwrap_or_default().to_string(),
        label: "Order".into(),
        value: entries
            .iter()
            .map(|it| it.label.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        sources: Vec::new(),
        is_entry: false,
        parts: Vec::from([(String::new(), Leaf::Entries(entries))]),
    })
}

/// The difference between two lists of the same entries in another order.
fn reordered(ours: Statement, theirs: Statement) -> Option<Change> {
    let sorted = |statement: &Statement| {
        let mut labels: Vec<_> = statement
            .value
            .split(", ")
            .map(ToString::to_string)
            .collect();
        labels.sort_unstable();
        labels
    };
    (ours.value != theirs.value && sorted(&ours) == sorted(&theirs)).then_some(Change {
        left: Some(ours),
        right: Some(theirs),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shorter_word_is_for_a_field() {
        let Shape::Object(_, _, fields) = ProtocolSpec::SHAPE else {
            panic!("a protocol is an object")
        };
        let mut paths = Vec::new();
        for field in fields {
            paths.push(field.name.to_string());
            if let Shape::Object(_, _, parts) = inner(field.shape) {
                paths.extend(
                    parts
                        .iter()
                        .map(|part| format!("{}.{}", field.name, part.name)),
                );
            }
        }
        for (path, _) in SHORTER {
            assert!(paths.iter().any(|known| known == path), "{path}");
        }
    }

    #[test]
    fn within_a_subject_no_two_labels_are_the_same() {
        let Shape::Object(_, _, fields) = ProtocolSpec::SHAPE else {
            panic!("a protocol is an object")
        };
        for field in fields {
            if let Shape::Object(_, _, parts) = inner(field.shape) {
                let mut labels: Vec<_> = parts
                    .iter()
                    .map(|part| called(&format!("{}.{}", field.name, part.name), part.about))
                    .collect();
                labels.sort_unstable();
                labels.dedup();
                assert_eq!(labels.len(), parts.len(), "{}", field.name);
            }
        }
    }
}
