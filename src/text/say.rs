//! Saying names, places, values and lists in a language.

use core::fmt;

use super::{Day, Language};
use crate::{
    base::set::{Nameable, Named as _, Names},
    measure::Instrument,
    protocol::Protocol,
    rule::Value,
    vocabulary::{Phase, Place, ProblemArea, Task, Track},
};

/// Writes a sentence with its values. `{n:one|many}` is a number with the word that goes with it,
/// `{n|one|many}` the word alone.
pub(crate) fn fill(
    f: &mut fmt::Formatter<'_>,
    template: &str,
    values: &[(&str, &dyn fmt::Display)],
) -> fmt::Result {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        f.write_str(before)?;
        let Some((brace, tail)) = after.split_once('}') else {
            return write!(f, "{{{after}");
        };
        let (name, forms) = match brace.find([':', '|']) {
            Some(at) => (
                &brace[..at],
                brace[at + 1..]
                    .split_once('|')
                    .map(|forms| (forms, brace[at..].starts_with(':'))),
            ),
            None => (brace, None),
        };
        match (values.iter().find(|(known, _)| *known == name), forms) {
            (None, _) => write!(f, "{{{brace}}}")?,
            (Some((_, value)), None) => value.fmt(f)?,
            (Some((_, value)), Some(((one, many), with_number))) => {
                let number = alloc::format!("{value}");
                let word = if number == "1" { one } else { many };
                if with_number {
                    write!(f, "{number} {word}")?;
                } else {
                    f.write_str(word)?;
                }
            }
        }
        rest = tail;
    }
    f.write_str(rest)
}

/// A sentence with its values.
pub(crate) struct Said<'a>(
    pub(crate) &'a str,
    pub(crate) &'a [(&'a str, &'a dyn fmt::Display)],
);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fill(f, self.0, self.1)
    }
}

impl Said<'_> {
    /// The sentence as a text.
    pub(crate) fn owned(&self) -> alloc::string::String {
        alloc::format!("{self}")
    }
}

/// A text with a capital letter at its beginning, as a heading has it.
pub(crate) fn capital(text: &str) -> alloc::string::String {
    let mut letters = text.chars();
    letters.next().map_or_else(Default::default, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Something in a language, and with the labels of a protocol where there is one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Say<'a, T>(
    pub(crate) &'a Language,
    pub(crate) Option<&'a Protocol>,
    pub(crate) T,
);

impl<'a, T> Say<'a, T> {
    /// Something else in the same language.
    pub(crate) const fn say<U>(&self, other: U) -> Say<'a, U> {
        Say(self.0, self.1, other)
    }

    /// A day with its year.
    pub(crate) const fn day(&self, day: chrono::NaiveDate) -> Day<'a> {
        Day::whole(self.0, day)
    }

    /// A member of a vocabulary as a heading has it.
    pub(crate) fn heading(&self, what: impl Nameable) -> alloc::string::String {
        capital(&alloc::format!("{}", self.word(what)))
    }

    /// A member of a vocabulary, or several, in words.
    pub(crate) fn word(&self, what: impl Nameable) -> Say<'a, Names> {
        self.say(what.names())
    }
}

/// Several things, as a list is written: with commas, and a word before the last.
pub(crate) struct List<'a, I>(pub(crate) &'a Language, pub(crate) I);

impl<I> fmt::Display for List<'_, I>
where
    I: Iterator<Item: fmt::Display> + Clone,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrases = self.0.phrases;
        let mut items = self.1.clone().peekable();
        let Some(first) = items.next() else {
            return f.write_str(phrases.none);
        };
        write!(f, "{first}")?;
        while let Some(item) = items.next() {
            f.write_str(if items.peek().is_some() {
                ", "
            } else {
                phrases.and
            })?;
            write!(f, "{item}")?;
        }
        Ok(())
    }
}

/// A protocol's own label of a name, where it has one of its own. The labels that most protocols
/// have are English; they are said in the language.
fn own_label<'a>(protocol: Option<&'a Protocol>, names: Names, name: &str) -> Option<&'a str> {
    let protocol = protocol?;
    if names.vocabulary().name == Phase::VOCABULARY.name {
        let label: &str = &protocol
            .spec()
            .phases
            .iter()
            .find(|phase| phase.phase.name() == name)?
            .label;
        let usual = super::language::USUAL_LABELS
            .iter()
            .any(|(known, usual)| *known == name && label == *usual);
        return (!usual).then_some(label);
    }
    if names.vocabulary().name == ProblemArea::VOCABULARY.name {
        return protocol.area_label(ProblemArea::from_name(name)?);
    }
    None
}

/// A name within a sentence: small at the beginning, unless it is one that is always written large.
fn within(label: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut letters = label.chars();
    match (letters.next(), label.chars().nth(1)) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            write!(f, "{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => f.write_str(label),
    }
}

impl fmt::Display for Say<'_, Names> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, protocol, names) = *self;
        let word = |name: &'static str| Word {
            language,
            protocol,
            names,
            name,
        };
        if names.is_set() {
            return List(language, names.iter().map(word)).fmt(f);
        }
        names.iter().next().map_or(Ok(()), |name| word(name).fmt(f))
    }
}

struct Word<'a> {
    language: &'a Language,
    protocol: Option<&'a Protocol>,
    names: Names,
    name: &'static str,
}

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match own_label(self.protocol, self.names, self.name) {
            Some(label) => within(label, f),
            None => match self.language.label(self.names.vocabulary().name, self.name) {
                Some(word) => f.pad(word),
                None => crate::base::set::words(self.name, f),
            },
        }
    }
}

impl fmt::Display for Say<'_, Task> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.2 {
            Task::Initial(task) => self.word(task).fmt(f),
            Task::Ending(task) => self.word(task).fmt(f),
            Task::Declared(token) => {
                let declared = self
                    .1
                    .and_then(|own| own.spec().tasks.iter().find(|task| task.token == token));
                match declared {
                    Some(task) => within(&task.label, f),
                    None => f.write_str(token.as_str()),
                }
            }
        }
    }
}

impl fmt::Display for Say<'_, Place> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrases = self.0.phrases;
        match self.2 {
            Place::Course => f.write_str(phrases.course),
            Place::Phase(phase) => self.word(phase).fmt(f),
            Place::Region(region) => self.word(region).fmt(f),
            Place::Task(task) => self.say(task).fmt(f),
            Place::Day(day) => Day::whole(self.0, day).fmt(f),
            Place::Session {
                number,
                track,
                held,
                entry,
            } => match (number, held) {
                (Some(number), true) if track == Track::Main => {
                    fill(f, phrases.session, &[("number", &number)])
                }
                (Some(number), true) => fill(
                    f,
                    phrases.session_beside,
                    &[("number", &number), ("track", &self.word(track))],
                ),
                _ => fill(f, phrases.session_not_held, &[("number", &entry.number())]),
            },
            Place::Entry(entry) => fill(f, phrases.entry, &[("number", &entry.number())]),
        }
    }
}

/// Days stand with their year; a sentence says them itself, for it knows the year that goes without
/// saying.
impl fmt::Display for Say<'_, Value> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.2 {
            Value::Number(number) => write!(f, "{number}"),
            Value::Day(day) => Day::whole(self.0, day).fmt(f),
            Value::Names(names) => self.say(names).fmt(f),
            Value::Instrument(id) => {
                f.write_str(Instrument::get(id).map_or(id.as_str(), |known| known.short))
            }
            Value::Task(task) => self.say(task).fmt(f),
            Value::Criterion(name) => crate::base::set::words(name.as_str(), f),
            Value::Module(token) => {
                let own = self
                    .1
                    .and_then(|own| own.spec().modules.iter().find(|own| own.token == token));
                match own {
                    Some(own) => within(&own.label, f),
                    None => crate::base::set::words(token.as_str(), f),
                }
            }
            Value::Specialisation(token) => {
                let own = self.1.and_then(|own| {
                    own.spec()
                        .specialisations
                        .iter()
                        .find(|own| own.token == token)
                });
                match own {
                    Some(own) => within(&own.label, f),
                    None => f.write_str(token.as_str()),
                }
            }
            Value::Diagnosis(code) => f.write_str(code.as_str()),
            // A code alone says nothing to a reader: the norm stands with it.
            Value::Rule(code) => match crate::rule::RuleMeta::get(code) {
                Some(rule) => write!(f, "{code} ({})", self.0.must(rule).trim_end_matches('.')),
                None => write!(f, "{code}"),
            },
            Value::Medication(class) => f.write_str(class.as_str()),
            Value::Protocol(id) => write!(f, "{id}"),
            Value::Place(place) => self.say(place).fmt(f),
            Value::Due(due) => Day::whole(self.0, due.on()).fmt(f),
        }
    }
}
