//! What is wrong with a file, in the words of the stored form.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{
    ENVELOPE, VERSION, WireError,
    track::{Step, Track, Why},
};
use crate::{
    base::{
        given::Given,
        near::misspelt,
        shape::{Documented, Plain, Shape, quoted},
    },
    vocabulary::{AppKey, Seq},
};

/// What stands where something else is expected, by its kind and never by its text or value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// Nothing: the field is not there.
    Nothing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// Bytes, in a format that has them.
    Bytes,
    /// A list.
    List,
    /// A list of so many elements.
    Elements(usize),
    /// An object.
    Object,
    /// An object without a field.
    EmptyObject,
    /// An object with no field or with several where one is expected, in a format that does not
    /// tell the two apart.
    NotOneField,
    /// An object with several fields where one is expected.
    SeveralFields,
    /// A field that is there twice.
    Twice,
    /// A field that is not known. Its name ends the path; here is the known one that somebody
    /// meant, unless none is near.
    UnknownField(Option<&'static str>),
    /// A name that is not known and is not repeated, for it does not look like one of the form: so
    /// many characters.
    UnknownName(usize),
    /// Something that only this format has.
    SomethingElse,
}

impl Found {
    /// What the message of a format calls it, if it is one about a wrong type or value: the words
    /// are serde's.
    pub(super) fn in_words(message: &str) -> Option<Self> {
        let begins = |words| {
            message
                .find(words)
                .map(|at| &message[at + str::len(words)..])
        };
        let words = begins("invalid type: ").or_else(|| begins("invalid value: "))?;
        let kinds = [
            ("boolean", Self::Boolean),
            ("integer", Self::Number),
            ("floating point", Self::Number),
            ("number", Self::Number),
            ("character", Self::Text),
            ("string", Self::Text),
            ("byte array", Self::Bytes),
            ("bytes", Self::Bytes),
            ("unit", Self::Null),
            ("null", Self::Null),
            ("Option", Self::Null),
            ("sequence", Self::List),
            ("array", Self::List),
            ("map", Self::Object),
        ];
        Some(
            kinds
                .iter()
                .find(|(kind, _)| words.starts_with(kind))
                .map_or(Self::SomethingElse, |(_, found)| *found),
        )
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Null => "null",
            Self::Boolean => "true or false",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::Bytes => "bytes",
            Self::List => "a list",
            Self::Elements(0) => "an empty list",
            Self::Elements(1) => "a list of one element",
            Self::Elements(elements) => return write!(f, "a list of {elements} elements"),
            Self::Object => "an object",
            Self::EmptyObject => "an object without a field",
            Self::NotOneField => "an object that has no field, or several",
            Self::SeveralFields => "an object with several fields",
            Self::Twice => "a field twice",
            Self::UnknownField(_) => "an unknown field",
            Self::UnknownName(1) => "an unknown name of one character",
            Self::UnknownName(length) => {
                return write!(f, "an unknown name of {length} characters");
            }
            Self::SomethingElse => "something else",
        })
    }
}

/// Why a part of a file cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Something is missing, or something else stands there.
    Misread {
        /// What stands there.
        found: Found,
        /// What is accepted, in words.
        accepted: String,
    },
    /// What is there can be read and is refused; in the words of the type that refuses it.
    Refused(String),
    /// What is there can be read and does not fit the protocol that this one extends.
    Unfit {
        /// What was found there, in words.
        found: String,
        /// What must be there instead, in words.
        expected: String,
    },
    /// It can be read and makes no course, or contradicts the record.
    Unusable(WireError),
    /// It is about an entry that was itself set aside.
    AboutSetAside(Seq),
}

/// A fault of a file: where, what stands there, what is accepted. It displays as one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The entry, by its number in the file.
    pub entry: Option<Seq>,
    /// The application's key of that entry, where it has one that was read.
    pub key: Option<AppKey>,
    /// The way to the field, such as `entries[11].fact.session.opening`; empty for the whole.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

impl Fault {
    /// The fault that made reading fail, in the knowledge of the shape of what was read. None where
    /// the format could not go on by itself; then its message has to do.
    pub(super) fn of(track: &Track, shape: &Shape, words: &str) -> Option<Self> {
        if track.why() == Why::Unsaid {
            return None;
        }
        let (path, problem) = Self::told(track, shape, words);
        Some(Self::at(&path, shape, track.app_key(), problem))
    }

    /// The same by its parts.
    pub(super) fn told(track: &Track, shape: &Shape, words: &str) -> (Vec<Step>, Problem) {
        let path = track.path();
        let here = at(shape, &path);
        let further = |name| {
            path.iter()
                .copied()
                .chain([Step::Unknown(name)])
                .collect::<Vec<_>>()
        };
        match track.why() {
            Why::Unsaid => (path, Problem::Refused(words.into())),
            Why::Value(found) => {
                // An object with one field would not have been refused as such.
                let found = match (found, here) {
                    (Found::Object, Shape::OneOf(..)) if track.counts_fields() => {
                        Found::EmptyObject
                    }
                    (Found::Object, Shape::OneOf(..)) => Found::NotOneField,
                    (found, _) => found,
                };
                (path, misread(found, here.accepted()))
            }
            Why::Length(length) => {
                let found = match here {
                    Shape::OneOf(..) => Found::SeveralFields,
                    Shape::Object(..) => Found::List,
                    _ => Found::Elements(length),
                };
                (path, misread(found, here.accepted()))
            }
            Why::Missing(name) => {
                let path = further(name);
                let accepted = at(shape, &path).accepted();
                (path, misread(Found::Nothing, accepted))
            }
            Why::Twice(name) => (further(name), misread(Found::Twice, String::new())),
            Why::Name(name) => unknown_name(path, name, here),
        }
    }

    /// A fault at a place of a value of that shape. Only a course has entries.
    pub(super) fn at(path: &[Step], shape: &Shape, key: Option<AppKey>, problem: Problem) -> Self {
        let is_course = matches!(shape, Shape::OneOf(ENVELOPE, _));
        // The envelope is no part of the way: whoever looks for an entry finds it in the one list
        // there is.
        let path = match path {
            [Step::Field(VERSION), rest @ ..] if is_course => rest,
            path => path,
        };
        let entry = match path {
            [Step::Field("entries"), Step::Index(index), ..] if is_course => Some(Seq::at(*index)),
            _ => None,
        };
        Self {
            entry,
            key: key.filter(|_| entry.is_some()),
            path: in_words(path),
            problem,
        }
    }
}

impl Fault {
    /// The same as part of a greater whole: the way leads there first.
    pub(super) fn below(mut self, path: &str, entry: Option<(Seq, Option<AppKey>)>) -> Self {
        self.path = if self.path.is_empty() {
            path.into()
        } else {
            format!("{path}.{}", self.path)
        };
        self.entry = entry.map(|(entry, _)| entry);
        self.key = entry.and_then(|(_, key)| key);
        self
    }
}

pub(super) fn misread(found: Found, accepted: String) -> Problem {
    Problem::Misread { found, accepted }
}

/// A field of an unknown name. Where the name may be shown, it ends the path.
pub(super) fn unknown_name(
    mut path: Vec<Step>,
    name: Given,
    object: &Shape,
) -> (Vec<Step>, Problem) {
    let found = if let Some(shown) = name.shown() {
        let nearest = misspelt(shown, known(object));
        path.push(Step::Unknown(name));
        Found::UnknownField(nearest)
    } else {
        Found::UnknownName(name.characters)
    };
    (path, misread(found, names(object)))
}

/// The way to a place, as it is written in the file's own names.
fn in_words(path: &[Step]) -> String {
    let mut words = String::new();
    for step in path {
        let name = match step {
            Step::Index(index) => {
                words.extend(["[", &index.to_string(), "]"]);
                continue;
            }
            Step::Field(name) => name,
            Step::Unknown(name) => name.shown().unwrap_or("…"),
        };
        if !words.is_empty() {
            words.push('.');
        }
        words.push_str(name);
    }
    words
}

const NUMBER: Shape = u16::SHAPE;

/// The shape at a place; that of the last known place on the way, where the way leaves what is
/// described.
pub(super) fn at<'s>(shape: &'s Shape, path: &[Step]) -> &'s Shape {
    let field = match path {
        [Step::Field(name), ..] => Some(*name),
        [Step::Unknown(name), ..] => name.shown(),
        _ => None,
    };
    let rest = path.get(1..).unwrap_or_default();
    let inner = match (shape, path, field) {
        // Of either, what has parts is the second.
        (Shape::Optional(inner), ..)
        | (Shape::Either(_, inner), _, Some(_))
        | (Shape::Either(_, inner), [Step::Index(_), ..], _) => Some((*inner, path)),
        (Shape::List(inner), [Step::Index(_), ..], _) => Some((*inner, rest)),
        (Shape::Plain(_, Plain::Pair), [Step::Index(0 | 1), ..], _) => Some((&NUMBER, rest)),
        (Shape::Object(_, _, fields), _, Some(name)) => fields
            .iter()
            .find(|field| field.name == name)
            .map(|field| (field.shape, rest)),
        (Shape::OneOf(_, keys), _, Some(name)) => keys
            .iter()
            .find(|(key, ..)| *key == name)
            .map(|(.., inner)| (*inner, rest)),
        _ => None,
    };
    match inner {
        Some((inner, rest)) => at(inner, rest),
        None => shape,
    }
}

/// The names that an object may hold.
fn names(shape: &Shape) -> String {
    match shape {
        Shape::Object(_, _, fields) => quoted(fields.iter().map(|field| field.name)),
        Shape::OneOf(_, keys) => quoted(keys.iter().map(|(key, ..)| *key)),
        Shape::Names(_, known) => quoted(known.iter().map(|(name, _)| *name)),
        // A list of the same names has none of its own.
        Shape::Either(one, Shape::List(_)) => names(one),
        Shape::Either(one, other) => format!("{}, {}", names(one), names(other)),
        _ => String::new(),
    }
}

/// The same, to look for the nearest among them.
fn known(shape: &Shape) -> Vec<&'static str> {
    match shape {
        Shape::Object(_, _, fields) => fields.iter().map(|field| field.name).collect(),
        Shape::OneOf(_, keys) => keys.iter().map(|(key, ..)| *key).collect(),
        Shape::Names(_, known) => known.iter().map(|(name, _)| *name).collect(),
        Shape::Either(one, other) => [known(one), known(other)].concat(),
        _ => Vec::new(),
    }
}

/// The number of an entry, where it has one, and the application's key.
pub(super) struct InEntry(pub(super) Option<Seq>, pub(super) Option<AppKey>);

impl fmt::Display for InEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(entry) => write!(f, "{entry}")?,
            None => f.write_str("the entry")?,
        }
        match self.1 {
            Some(key) => write!(f, " (key {key})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Errors of the record speak of entries themselves; to name the entry here would name it
        // twice.
        if let Problem::Unusable(error) = &self.problem {
            if error.names_its_entry() {
                return error.fmt(f);
            }
        }
        if self.entry.is_some() {
            write!(f, "{}: ", InEntry(self.entry, self.key))?;
        }
        let place = if self.path.is_empty() {
            "the whole".into()
        } else {
            format!("`{}`", self.path)
        };
        match &self.problem {
            Problem::Misread {
                found: Found::Nothing,
                accepted,
            } => {
                write!(f, "{place} is missing and must hold {accepted}")
            }
            Problem::Misread {
                found: Found::Twice,
                ..
            } => {
                write!(f, "{place} is there twice and must be there once")
            }
            Problem::Misread {
                found: found @ (Found::UnknownField(_) | Found::UnknownName(_)),
                accepted,
            } => {
                // Each accepted name stands in a pair of backquotes.
                let names = accepted.matches('`').count() / 2;
                match found {
                    Found::UnknownField(Some(nearest)) if names > 1 => {
                        write!(f, "{place} is not known; the nearest is `{nearest}`; ")?;
                    }
                    Found::UnknownField(_) => write!(f, "{place} is not known; ")?,
                    found => write!(f, "{place} holds {found}; ")?,
                }
                match names {
                    0 => f.write_str("no field is accepted there"),
                    1 => write!(f, "accepted there is {accepted}"),
                    _ => write!(f, "accepted there are {accepted}"),
                }
            }
            Problem::Misread { found, accepted } => {
                write!(f, "{place} holds {found} and must hold {accepted}")
            }
            Problem::Refused(words) if self.path.is_empty() => f.write_str(words),
            Problem::Refused(words) => write!(f, "{place} is refused: {words}"),
            Problem::Unfit { found, expected } => write!(f, "{place}: {found}; {expected}"),
            Problem::Unusable(error) => error.fmt(f),
            Problem::AboutSetAside(entry) => write!(f, "it is about {entry}, which was set aside"),
        }
    }
}
