//! What entries, facts and protocols are made of, as data: enough to draw a form for any fact, to
//! check what is typed into it, and to write it as the stored form has it.
//!
//! [`Fact::SHAPE`](Documented::SHAPE) is one of fifty-odd kinds, most of them an object with
//! fields. A [`Shape`] says which input a field calls for, with limits as numbers and choices as
//! names; what fields and choices are called on a form, in any [`Language`](crate::text::Language),
//! is said by [`Language::part`](crate::text::Language::part). The meanings beside them are English
//! sentences for developers.
//!
//! | shape | input |
//! | --- | --- |
//! | [`Plain::Boolean`] | a box to tick |
//! | [`Plain::Number`] | a number, from least to most |
//! | [`Plain::Day`], [`Plain::Moment`] | a date, a date with a time |
//! | [`Plain::Text`] | a text of any length |
//! | [`Plain::Token`] | a short text, of letters, digits and `. _ : / + -` |
//! | [`Shape::Names`] | one choice of a list |
//! | [`Shape::List`] | any number; of names, boxes to tick |
//! | [`Shape::Object`] | a group of fields |
//! | [`Shape::OneOf`] | a choice, each with a group of its own |
//! | [`Shape::Either`] | one choice of a list, or a text for another; or several choices |
//!
//! ```
//! use interpersonal::{Fact, shape::{Documented, Plain, Shape}, text::Language};
//!
//! let german = Language::parse("de").unwrap();
//! let Shape::OneOf(facts, kinds) = Fact::SHAPE else { unreachable!() };
//! let (name, _, shape) = kinds.iter().find(|(name, ..)| *name == "age_recorded").unwrap();
//! assert_eq!(german.part(facts, name), Some("Alter"));
//!
//! let Shape::Object(of, _, [years, ..]) = shape else { unreachable!() };
//! assert_eq!(german.part(of, years.name), Some("Alter in Jahren"));
//! assert!(years.required && matches!(years.shape, Shape::Plain(_, Plain::Number { least: 0, most: 255 })));
//! let error = years.shape.check("unknown").unwrap_err();
//! assert_eq!(error.to_string(), "holds a string and must hold a whole number from 0 to 255");
//! ```
//!
//! `examples/form.rs` draws the form of any fact and reads it back. A filled form is read by
//! `wire::read`, or by `wire::faults` for all faults at once: a value outside its limits is refused
//! there in the words of [`Shape::check`].

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use super::{date::ApproxDate, token};

/// What a type of the record or of a protocol looks like in the stored form.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// A plain value: what it is in words, and how it is written.
    Plain(&'static str, Plain),
    /// One of a list of names: the type's name, then name and meaning of each.
    Names(&'static str, &'static [(&'static str, &'static str)]),
    /// A list.
    List(&'static Self),
    /// A value that may be left out.
    Optional(&'static Self),
    /// An object: the type's name, what it is, its fields.
    Object(&'static str, &'static str, &'static [Field]),
    /// An object with exactly one key: the type's name, then each key with its meaning and shape.
    OneOf(
        &'static str,
        &'static [(&'static str, &'static str, &'static Self)],
    ),
    /// Either of two, which differ in kind: a name, or an object for what has no name, or a list of
    /// such names.
    Either(&'static Self, &'static Self),
}

/// How a plain value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Plain {
    /// `true` or `false`.
    Boolean,
    /// A whole number within bounds.
    Number {
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// A list of two whole numbers from 0 to 65535.
    Pair,
    /// A string of any kind.
    Text,
    /// A string of 1 to so many ASCII letters, digits and `. _ : / + -`.
    Token {
        /// The greatest length.
        most: usize,
    },
    /// A day, `"2026-01-05"`.
    Day,
    /// A moment, `"2026-01-05T16:30:00Z"`.
    Moment,
    /// An object without a field, `{}`.
    Empty,
}

impl Plain {
    const fn number(least: i64, most: i64) -> Self {
        Self::Number { least, most }
    }

    /// Whether a text can be such a value, as somebody typed it into a field.
    #[must_use]
    pub fn takes(self, text: &str) -> bool {
        match self {
            Self::Boolean => matches!(text, "true" | "false"),
            Self::Number { least, most } => text
                .parse::<i64>()
                .is_ok_and(|number| (least..=most).contains(&number)),
            Self::Text => true,
            Self::Token { most } => token::is_token(text, most),
            Self::Day => text.parse::<NaiveDate>().is_ok(),
            Self::Moment => text.parse::<DateTime<Utc>>().is_ok(),
            // Several values, or none.
            Self::Pair | Self::Empty => false,
        }
    }
}

/// A field of an object on the wire.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What it says.
    pub about: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Its shape.
    pub shape: &'static Shape,
}

/// A type of the record or of a protocol that describes its own wire form.
pub trait Documented {
    /// The description.
    const SHAPE: Shape;

    /// Whether reading it says by itself what is wrong and where, as `wire::read` does.
    #[doc(hidden)]
    const READS_ITSELF: bool = false;

    /// Tells each day that a value holds.
    #[doc(hidden)]
    fn days(&self, _tell: &mut dyn FnMut(HeldDay)) {}
}

/// A day that a fact holds beside its own.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_enums,
    reason = "people remember a day, or they set one"
)]
pub enum HeldDay {
    /// A day as somebody remembers it: it lies behind.
    Remembered(ApproxDate),
    /// A day by the calendar: mostly one that is set for something to come.
    Set(NaiveDate),
}

macro_rules! plain {
    ($($ty:ty => $words:literal, $plain:expr;)+) => {
        $(impl Documented for $ty { const SHAPE: Shape = Shape::Plain($words, $plain); })+
    };
}

plain! {
    bool => "true or false", Plain::Boolean;
    u8 => "a whole number from 0 to 255", Plain::number(0, 255);
    u16 => "a whole number from 0 to 65535", Plain::number(0, 65_535);
    i16 => "a whole number from -32768 to 32767", Plain::number(-32_768, 32_767);
    u32 => "a whole number", Plain::number(0, 4_294_967_295);
    DateTime<Utc> => "a moment in UTC, such as \"2026-01-05T16:30:00Z\"", Plain::Moment;
    (u16, u16) => "two whole numbers from 0 to 65535 in a list, the first and the last", Plain::Pair;
    alloc::borrow::Cow<'static, str> => "a text", Plain::Text;
}

/// Why what somebody typed cannot be a value of a shape: its kind, and what is accepted. The typed
/// text is not repeated.
///
/// It says what an error of reading says of the same value in a file, without the place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnfitError {
    /// What was typed: nothing, a number, a text.
    found: &'static str,
    /// What is accepted, in words.
    pub accepted: String,
}

impl fmt::Display for UnfitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "holds {} and must hold {}", self.found, self.accepted)
    }
}

impl core::error::Error for UnfitError {}

impl Shape {
    /// The shape of the value itself, where it may be left out.
    #[must_use]
    pub const fn inner(&self) -> &Self {
        match self {
            Self::Optional(inner) => inner.inner(),
            shape => shape,
        }
    }

    /// Checks what somebody typed into a field of this shape: a plain value, or a name of a list.
    ///
    /// ```
    /// use interpersonal::{record::session::Session, shape::{Documented, Shape}};
    ///
    /// let Shape::Object(_, _, fields) = Session::SHAPE else { unreachable!() };
    /// let minutes = fields.iter().find(|field| field.name == "minutes").unwrap();
    /// assert_eq!(minutes.shape.check("50"), Ok(()));
    /// let words = "holds a number and must hold a whole number from 0 to 65535";
    /// assert_eq!(minutes.shape.check("70000").unwrap_err().to_string(), words);
    /// ```
    ///
    /// # Errors
    ///
    /// [`UnfitError`] says what is accepted. A list or an object is not typed into one field, so for
    /// those every text is refused.
    pub fn check(&self, text: &str) -> Result<(), UnfitError> {
        let is_one = match self {
            Self::Plain(_, plain) => plain.takes(text),
            Self::Names(_, names) => names.iter().any(|(name, _)| *name == text),
            Self::Optional(inner) => return inner.check(text),
            Self::Either(one, _) => return one.check(text),
            Self::List(_) | Self::Object(..) | Self::OneOf(..) => false,
        };
        if is_one {
            return Ok(());
        }
        let found = match text {
            "" => "nothing",
            "true" | "false" => "true or false",
            text if text.parse::<i64>().is_ok() => "a number",
            _ => "a string",
        };
        Err(UnfitError {
            found,
            accepted: self.accepted(),
        })
    }

    /// What is accepted, in words.
    #[must_use]
    pub fn accepted(&self) -> String {
        match self {
            Self::Plain(words, _) => (*words).to_string(),
            Self::Names(_, names) => {
                format!("one of {}", quoted(names.iter().map(|(name, _)| *name)))
            }
            Self::List(Self::Names(_, names)) => format!(
                "a list of any of {}",
                quoted(names.iter().map(|(name, _)| *name))
            ),
            Self::List(_) => "a list".into(),
            Self::Optional(inner) => inner.accepted(),
            Self::Object(_, _, fields) => {
                let required = fields.iter().filter(|field| field.required);
                let required = quoted(required.map(|field| field.name));
                if required.is_empty() {
                    "an object".into()
                } else {
                    format!("an object with {required}")
                }
            }
            // A few alternatives are shown as they are written; many are named.
            Self::OneOf(_, keys) if keys.len() <= 4 => keys
                .iter()
                .map(|(key, _, shape)| format!("`{{\"{key}\": {}}}`", shape.sample()))
                .collect::<Vec<_>>()
                .join(" or "),
            Self::OneOf(_, keys) => format!(
                "an object with exactly one of {}",
                quoted(keys.iter().map(|(key, ..)| *key))
            ),
            Self::Either(one, other) => format!("{} or {}", one.accepted(), other.accepted()),
        }
    }

    /// Every field, alternative and choice within, as the name of its type and its own; each once.
    pub(crate) fn parts(&self, into: &mut Vec<(&'static str, &'static str)>) {
        match *self {
            Self::Plain(..) => {}
            Self::Names(of, names) => {
                for (name, _) in names {
                    if !into.contains(&(of, *name)) {
                        into.push((of, *name));
                    }
                }
            }
            Self::List(inner) | Self::Optional(inner) => inner.parts(into),
            Self::Object(of, _, fields) => {
                for field in fields {
                    if !into.contains(&(of, field.name)) {
                        into.push((of, field.name));
                        field.shape.parts(into);
                    }
                }
            }
            Self::OneOf(of, keys) => {
                for (key, _, shape) in keys {
                    if !into.contains(&(of, *key)) {
                        into.push((of, *key));
                        shape.parts(into);
                    }
                }
            }
            Self::Either(one, other) => {
                one.parts(into);
                other.parts(into);
            }
        }
    }

    /// How such a value might be written.
    fn sample(&self) -> String {
        match self {
            Self::Plain(_, plain) => match plain {
                Plain::Boolean => "true",
                Plain::Number { .. } => "16",
                Plain::Pair => "[16, 20]",
                Plain::Day => "\"2026-01-05\"",
                Plain::Moment => "\"2026-01-05T16:30:00Z\"",
                Plain::Empty => "{}",
                Plain::Text | Plain::Token { .. } => "\"…\"",
            }
            .into(),
            Self::Names(_, names) => {
                format!("\"{}\"", names.first().map_or("…", |(name, _)| name))
            }
            Self::List(_) => "[…]".into(),
            Self::Optional(inner) | Self::Either(inner, _) => inner.sample(),
            Self::Object(..) | Self::OneOf(..) => "{…}".into(),
        }
    }
}

/// Names as they stand in a message, each between backticks.
pub(crate) fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

impl Documented for NaiveDate {
    const SHAPE: Shape = Shape::Plain("a day, such as \"2026-01-05\"", Plain::Day);

    fn days(&self, tell: &mut dyn FnMut(HeldDay)) {
        tell(HeldDay::Set(*self));
    }
}

impl<T: Documented> Documented for Option<T> {
    const SHAPE: Shape = Shape::Optional(&T::SHAPE);

    fn days(&self, tell: &mut dyn FnMut(HeldDay)) {
        if let Some(value) = self {
            value.days(tell);
        }
    }
}

impl<T: Documented> Documented for alloc::borrow::Cow<'static, [T]>
where
    [T]: alloc::borrow::ToOwned,
{
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Documented> Documented for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn days(&self, tell: &mut dyn FnMut(HeldDay)) {
        for value in self {
            value.days(tell);
        }
    }
}
