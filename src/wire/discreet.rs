//! Reading without quoting what was read, and with the place and kind of what could not be.
//!
//! serde makes its errors in two places. A *visitor* that was handed something unsuitable makes one
//! by way of a function of [`de::Error`]; a *format* that meets a text where its caller asked for a
//! number may make one without consulting the visitor at all. [`Discreet`] stands between the two.
//! Visitors see [`Told`] as the error type and so cannot quote; and when a format fails before it
//! called the visitor, its message loses what stands between quotation marks. On the way back
//! through lists and objects the [`Track`] learns where it was.

use alloc::{
    boxed::Box,
    format,
    string::{String, ToString},
};
use core::{cell::Cell, fmt};

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, Expected, IgnoredAny, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
    value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer},
};

use super::{
    fault::{Fault, Found},
    track::{Names, Track, Why},
};
use crate::base::{
    given::is_wire_name,
    shape::{Documented, Shape},
};

/// Deserializes a value; if it cannot be read, the error says what was expected and where, and does
/// not quote what was found.
///
/// The errors of serde quote what they refuse: `invalid type: string "…", expected u16`, ``unknown
/// variant `…` ``. In a treatment record the text in the wrong place may be what a patient said,
/// and errors travel to logs and screens that the record itself never reaches. Through this
/// function such an error names the kind of thing that was found, and numbers. The name of an
/// unknown field or variant is shown if it looks like a name of the stored form – at most 32
/// lower-case ASCII letters, digits, `_`, `-` and `/`, beginning with a letter – and is otherwise
/// replaced by its length.
///
/// What can be read is read as without this function, and the error is the format's own, with line
/// and column where it has them. Call it for a type of your own that holds free text beside types
/// of this crate; what is of this crate alone is read by [`read`], which says more. Call it once,
/// at the outermost type: a type that holds itself and calls this function in its own `Deserialize`
/// does not compile.
///
/// Two things are out of reach: the text of an error that a type makes itself
/// (`de::Error::custom`), which is passed on unchanged – only chrono's on days and moments gain a
/// word on how one is written – and a format that prints the offending line of its input of its own
/// accord.
///
/// ```
/// use interpersonal::wire::discreet;
///
/// let stored = r#"[45, "she said that"]"#;
/// let error = discreet::<Vec<u16>, _>(&mut serde_json::Deserializer::from_str(stored)).unwrap_err();
/// assert_eq!(error.to_string(), "invalid type: string, expected u16 at line 1 column 20");
/// ```
///
/// # Errors
///
/// Whatever the format or the type makes of unsuitable input.
pub fn discreet<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let track = Track::new(false);
    T::deserialize(Discreet::new(deserializer, &track)).map_err(Told::frank)
}

/// Reads a part of the stored form; if it cannot be read, the error says where, what stands there
/// by its kind, and what is accepted, in the words of the form.
///
/// A [`Course`](crate::Course), its [form](super::Wire), an [`Entry`](crate::Entry), a
/// [`Fact`](crate::Fact) and a [`Protocol`](crate::Protocol) read themselves this way. A payload or
/// the open form of a protocol that is stored by itself is read by this function: the plain call,
/// `serde_json::from_str::<Session>`, reads the same, but its errors quote what they refuse, which
/// may be what a patient said.
///
/// ```
/// use interpersonal::{record::session::Session, wire};
///
/// let stored = r#"{"attendance": "attended", "opening": true}"#;
/// let error = wire::read::<Session, _>(&mut serde_json::Deserializer::from_str(stored)).unwrap_err();
/// let words = "`opening` holds true or false and must hold one of `not_reported`, `done`, `not_done`";
/// assert!(error.to_string().starts_with(words), "{error}");
/// ```
///
/// The format has to say what it holds, as JSON, YAML, TOML and CBOR do.
///
/// # Errors
///
/// What the format makes of input that it cannot read at all; else the first fault.
/// [`faults`](super::faults()) finds them all.
pub fn read<'de, T: Deserialize<'de> + Documented, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    if T::READS_ITSELF {
        T::deserialize(deserializer)
    } else {
        read_as(&T::SHAPE, deserializer)
    }
}

/// The same for a type that is read by way of this one, in the shape of that type.
pub(super) fn read_as<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    shape: &Shape,
    deserializer: D,
) -> Result<T, D::Error> {
    tracked(deserializer).map_err(|(track, error)| {
        let message = error.to_string();
        let (words, position) = split_position(&message);
        match Fault::of(&track, shape, words) {
            Some(fault) => de::Error::custom(format_args!("{fault}{position}")),
            None => error,
        }
    })
}

/// Reads a value in the knowledge of its shape; if it cannot be read, with what is known of the
/// fault.
pub(super) fn tracked<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, (Box<Track>, D::Error)> {
    let track = Track::new(true);
    match T::deserialize(Discreet::new(deserializer, &track)) {
        Ok(value) => Ok(value),
        Err(Told(error)) => Err((Box::new(track), error)),
    }
}

/// A message and the position that a format wrote at its end, as `serde_json` does. A format that
/// finds one at the end of a message of ours reads it back.
pub(super) fn split_position(message: &str) -> (&str, &str) {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let found = message.rfind(" at line ").filter(|&at| {
        let numbers = message[at + " at line ".len()..].split_once(" column ");
        numbers.is_some_and(|(line, column)| is_number(line) && is_number(column))
    });
    message.split_at(found.unwrap_or(message.len()))
}

/// Something of serde's – a deserializer, an access, a seed – that keeps the texts of the record to
/// itself and knows the track.
#[derive(Debug)]
struct Discreet<'t, T> {
    inner: T,
    track: &'t Track,
}

impl<'t, T> Discreet<'t, T> {
    #[inline]
    const fn new(inner: T, track: &'t Track) -> Self {
        Self { inner, track }
    }
}

/// An error as visitors make it: the format's own, made discreetly.
#[derive(Debug)]
struct Told<E>(E);

impl<E> Told<E> {
    /// The error as the format knows it.
    #[inline]
    fn frank(self) -> E {
        self.0
    }
}

impl<E: fmt::Display> fmt::Display for Told<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<E: de::Error> de::StdError for Told<E> {}

impl<E: de::Error> de::Error for Told<E> {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self(if OF_CHRONO.contains(&message.as_str()) {
            E::custom(no_day(&message))
        } else {
            E::custom(message)
        })
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(E::invalid_type(kind(found), expected))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(E::invalid_value(kind(found), expected))
    }

    fn invalid_length(found: usize, expected: &dyn Expected) -> Self {
        Self(E::invalid_length(found, expected))
    }

    fn unknown_variant(name: &str, expected: &'static [&'static str]) -> Self {
        Self(if is_wire_name(name) {
            E::unknown_variant(name, expected)
        } else {
            E::unknown_variant(&length(name), expected)
        })
    }

    fn unknown_field(name: &str, expected: &'static [&'static str]) -> Self {
        Self(if is_wire_name(name) {
            E::unknown_field(name, expected)
        } else {
            E::unknown_field(&length(name), expected)
        })
    }

    fn missing_field(name: &'static str) -> Self {
        Self(E::missing_field(name))
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self(E::duplicate_field(name))
    }
}

/// What chrono says of a text that is no day and no moment. It does not say how one is written.
const OF_CHRONO: [&str; 6] = [
    "input is out of range",
    "no possible date and time matching input",
    "input is not enough for unique date and time",
    "input contains invalid characters",
    "premature end of input",
    "trailing input",
];

/// The same with what would be accepted.
fn no_day(message: &str) -> String {
    format!(
        "no such day or moment ({message}); a day is written 2026-01-05, a moment 2026-01-05T16:30:00Z"
    )
}

/// What was found, without its wording. Numbers stay.
fn kind(found: Unexpected<'_>) -> Unexpected<'_> {
    match found {
        Unexpected::Str(_) => Unexpected::Other("string"),
        Unexpected::Char(_) => Unexpected::Other("character"),
        Unexpected::Bytes(_) => Unexpected::Other("byte array"),
        plain => plain,
    }
}

/// What stands for a name that may not be shown.
fn length(name: &str) -> String {
    format!("({} characters)", name.chars().count())
}

/// The error of a format that did not come from a visitor of ours, without what stands between
/// quotation marks.
///
/// A format that quotes does so by way of [`Unexpected`], which writes a text as a literal of Rust.
/// An error without such a literal is kept as it is. Of one that had to be rewritten, the format
/// reads the position back from the end of the message, as it does for messages that passed through
/// another error type.
#[cold]
fn without_quotations<E: de::Error>(error: E, track: &Track) -> Told<E> {
    track.note_words(&error);
    Told(match cut_quotations(&error.to_string()) {
        Some(message) => E::custom(message),
        None => error,
    })
}

/// The message without the literals that follow serde's words, if it has any. What stands before
/// them is the format's own: one that shows an error by `Debug` has opened a quotation mark there.
fn cut_quotations(message: &str) -> Option<String> {
    let start = ["invalid type: ", "invalid value: "]
        .into_iter()
        .filter_map(|words| message.find(words))
        .min()?;
    let (own, report) = message.split_at(start);
    let mut kept = String::from(own);
    let mut rest = report;
    while let Some((before, quoted)) = rest.split_once('"') {
        let Some(after) = after_literal(quoted) else {
            break;
        };
        kept.push_str(before.trim_end());
        rest = after;
    }
    (rest.len() < report.len()).then(|| kept + rest)
}

/// What follows a literal whose opening quotation mark has been read.
fn after_literal(quoted: &str) -> Option<&str> {
    let mut chars = quoted.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => _ = chars.next(),
            '"' => return Some(chars.as_str()),
            _ => {}
        }
    }
    None
}

/// A visitor that notes that it was called: from then on, errors are its own or of what it reads,
/// and discreet already.
struct Heard<'a, V> {
    visitor: V,
    called: &'a Cell<bool>,
    track: &'a Track,
    /// The names of the fields or alternatives that it knows.
    names: Names,
}

impl<'a, V> Heard<'a, V> {
    #[inline]
    fn visitor(self) -> (V, &'a Track) {
        self.called.set(true);
        (self.visitor, self.track)
    }
}

/// Has a format call a visitor, and cuts the quotations if the format fails before it does.
#[inline]
fn hear<V, T, E: de::Error>(
    visitor: V,
    track: &Track,
    names: Names,
    format: impl FnOnce(Heard<'_, V>) -> Result<T, E>,
) -> Result<T, Told<E>> {
    let called = Cell::new(false);
    format(Heard {
        visitor,
        called: &called,
        track,
        names,
    })
    .map_err(|error| {
        if called.get() {
            Told(error)
        } else {
            without_quotations(error, track)
        }
    })
}

macro_rules! deserialize {
    ($($method:ident($($name:ident: $ty:ty),*);)+) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, $($name: $ty,)* visitor: V) -> Result<V::Value, Self::Error> {
                hear(visitor, self.track, &[], |visitor| self.inner.$method($($name,)* visitor))
            }
        )+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Discreet<'_, D> {
    type Error = Told<D::Error>;

    deserialize! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(len: usize);
        deserialize_tuple_struct(name: &'static str, len: usize);
        deserialize_map();
        deserialize_identifier();
        deserialize_ignored_any();
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: Names,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        hear(visitor, self.track, fields, |visitor| {
            self.inner.deserialize_struct(name, fields, visitor)
        })
    }

    /// A format for people may refuse by itself what is neither a name nor an object with one key,
    /// and not say what it is. What is known to be written in one of the two ways is read as
    /// whatever it is, and told from the rest here.
    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: Names,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if self.track.knows && self.inner.is_human_readable() {
            self.track.count_fields();
            hear(OneKey(visitor), self.track, variants, |visitor| {
                self.inner.deserialize_any(visitor)
            })
        } else {
            hear(visitor, self.track, variants, |visitor| {
                self.inner.deserialize_enum(name, variants, visitor)
            })
        }
    }

    #[inline]
    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// Hands a name, or an object with exactly one key, to a visitor of alternatives.
struct OneKey<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for OneKey<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<V::Value, E> {
        self.0.visit_enum(StrDeserializer::new(name))
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<V::Value, E> {
        self.0.visit_enum(BorrowedStrDeserializer::new(name))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<V::Value, A::Error> {
        let value = self.0.visit_enum(MapAccessDeserializer::new(&mut object))?;
        match object.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(IgnoredAny) => Err(de::Error::invalid_length(2, &"an object with one key")),
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(data)
    }
}

macro_rules! visit {
    ($($method:ident($($value:ident: $ty:ty)?) $found:ident;)+) => {
        $(
            #[inline]
            fn $method<E: de::Error>(self, $($value: $ty)?) -> Result<V::Value, E> {
                let (visitor, track) = self.visitor();
                visitor.$method($($value)?).inspect_err(|_| track.note(Why::Value(Found::$found))).map_err(Told::frank)
            }
        )+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Heard<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    visit! {
        visit_bool(value: bool) Boolean;
        visit_i8(value: i8) Number;
        visit_i16(value: i16) Number;
        visit_i32(value: i32) Number;
        visit_i64(value: i64) Number;
        visit_i128(value: i128) Number;
        visit_u8(value: u8) Number;
        visit_u16(value: u16) Number;
        visit_u32(value: u32) Number;
        visit_u64(value: u64) Number;
        visit_u128(value: u128) Number;
        visit_f32(value: f32) Number;
        visit_f64(value: f64) Number;
        visit_char(value: char) Text;
        visit_bytes(value: &[u8]) Bytes;
        visit_borrowed_bytes(value: &'de [u8]) Bytes;
        visit_byte_buf(value: alloc::vec::Vec<u8>) Bytes;
        visit_none() Null;
        visit_unit() Null;
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<V::Value, E> {
        let (visitor, track) = self.visitor();
        let heard = track.hear(text);
        visitor
            .visit_str(text)
            .inspect_err(|_| track.note_text(heard, text))
            .map_err(Told::frank)
    }

    #[inline]
    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<V::Value, E> {
        let (visitor, track) = self.visitor();
        let heard = track.hear(text);
        visitor
            .visit_borrowed_str(text)
            .inspect_err(|_| track.note_text(heard, text))
            .map_err(Told::frank)
    }

    #[inline]
    fn visit_string<E: de::Error>(self, text: String) -> Result<V::Value, E> {
        if self.track.is_listening() {
            return self.visit_str(&text);
        }
        let (visitor, track) = self.visitor();
        visitor
            .visit_string(text)
            .inspect_err(|_| track.note(Why::Value(Found::Text)))
            .map_err(Told::frank)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let (visitor, track) = self.visitor();
        visitor
            .visit_some(Discreet::new(deserializer, track))
            .map_err(Told::frank)
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        let (visitor, track) = self.visitor();
        visitor
            .visit_newtype_struct(Discreet::new(deserializer, track))
            .map_err(Told::frank)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        let (visitor, track) = self.visitor();
        track.begin_list();
        let list = List {
            elements,
            read: 0,
            track,
        };
        let value = visitor
            .visit_seq(list)
            .inspect_err(|told| track.note_words(told))
            .map_err(Told::frank)?;
        track.end_list();
        Ok(value)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        let names = self.names;
        let (visitor, track) = self.visitor();
        let object = Object {
            fields,
            names,
            next: 0,
            track,
        };
        visitor
            .visit_map(object)
            .inspect_err(|told| track.note_words(told))
            .map_err(Told::frank)
    }

    #[inline]
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        let names = self.names;
        let (visitor, track) = self.visitor();
        visitor
            .visit_enum(Alternatives { data, names, track })
            .inspect_err(|told| track.note_words(told))
            .map_err(Told::frank)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Discreet<'_, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner
            .deserialize(Discreet::new(deserializer, self.track))
            .map_err(Told::frank)
    }
}

/// The elements of a list, counted.
struct List<'t, A> {
    elements: A,
    read: usize,
    track: &'t Track,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for List<'_, A> {
    type Error = Told<A::Error>;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Self::Error> {
        self.track.next_element();
        match self
            .elements
            .next_element_seed(Discreet::new(seed, self.track))
        {
            Ok(element) => {
                self.read += 1;
                Ok(element)
            }
            Err(error) => {
                self.track.failed_in_list(self.read);
                Err(Told(error))
            }
        }
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.elements.size_hint()
    }
}

/// The fields of an object.
struct Object<'t, A> {
    fields: A,
    names: Names,
    /// The place among the names after that of the field that is being read.
    next: usize,
    track: &'t Track,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Object<'_, A> {
    type Error = Told<A::Error>;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        self.track.listen_for_a_name(self.names, self.next);
        match self.fields.next_key_seed(Discreet::new(seed, self.track)) {
            Ok(key) => {
                self.next = self.track.heard().wrapping_add(1);
                Ok(key)
            }
            Err(error) => Err(Told(error)),
        }
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, Self::Error> {
        let field = self.next.wrapping_sub(1);
        self.track.enter(self.names, field);
        self.fields
            .next_value_seed(Discreet::new(seed, self.track))
            .map_err(|error| {
                self.track.failed_in_field(self.names, field);
                Told(error)
            })
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.fields.size_hint()
    }
}

/// One of several alternatives, in a format that has a way of its own to write them.
struct Alternatives<'t, A> {
    data: A,
    names: Names,
    track: &'t Track,
}

impl<'de, 't, A: EnumAccess<'de>> EnumAccess<'de> for Alternatives<'t, A> {
    type Error = Told<A::Error>;
    type Variant = Chosen<'t, A::Variant>;

    #[inline]
    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), Self::Error> {
        let Self { data, names, track } = self;
        track.listen_for_a_name(names, 0);
        match data.variant_seed(Discreet::new(seed, track)) {
            Ok((variant, payload)) => Ok((
                variant,
                Chosen {
                    payload,
                    names,
                    place: track.heard(),
                    track,
                },
            )),
            Err(error) => Err(Told(error)),
        }
    }
}

/// The alternative that was chosen, with what it holds.
struct Chosen<'t, A> {
    payload: A,
    names: Names,
    place: usize,
    track: &'t Track,
}

impl<'t, A> Chosen<'t, A> {
    #[inline]
    fn within<T, E>(
        self,
        read: impl FnOnce(A, &'t Track) -> Result<T, Told<E>>,
    ) -> Result<T, Told<E>> {
        let Self {
            payload,
            names,
            place,
            track,
        } = self;
        track.enter(names, place);
        read(payload, track).inspect_err(|_| track.failed_in_field(names, place))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Chosen<'_, A> {
    type Error = Told<A::Error>;

    /// Here no visitor of ours takes part: a format reads the missing payload with one of its own.
    #[inline]
    fn unit_variant(self) -> Result<(), Self::Error> {
        self.within(|payload, track| {
            payload
                .unit_variant()
                .map_err(|error| without_quotations(error, track))
        })
    }

    #[inline]
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, Self::Error> {
        self.within(|payload, track| {
            payload
                .newtype_variant_seed(Discreet::new(seed, track))
                .map_err(Told)
        })
    }

    #[inline]
    fn tuple_variant<V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.within(|payload, track| {
            hear(visitor, track, &[], |visitor| {
                payload.tuple_variant(len, visitor)
            })
        })
    }

    #[inline]
    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: Names,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.within(|payload, track| {
            hear(visitor, track, fields, |visitor| {
                payload.struct_variant(fields, visitor)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{cut_quotations, split_position};

    #[test]
    fn a_position_is_told_from_words_that_look_like_one() {
        assert_eq!(
            split_position("trailing characters at line 3 column 14"),
            ("trailing characters", " at line 3 column 14")
        );
        for plain in [
            "",
            "at line 3",
            "EOF at line 3 column",
            "seen at line x column 4",
            "no position",
        ] {
            assert_eq!(split_position(plain), (plain, ""));
        }
    }

    #[test]
    fn quotations_are_cut_and_the_rest_of_a_message_stays() {
        let cut = |message| cut_quotations(message);
        assert_eq!(
            cut(r#"invalid type: string "a \"b\" \\", expected u16 at line 1 column 2"#).as_deref(),
            Some("invalid type: string, expected u16 at line 1 column 2")
        );
        assert_eq!(
            cut(r#"invalid value: string "invalid type: \"b", expected u16"#).as_deref(),
            Some("invalid value: string, expected u16")
        );
        assert_eq!(
            cut(r#"Semantic(None, "invalid type: string, expected u16")"#),
            None
        );
        assert_eq!(cut(r#"Io("end of input")"#), None);
        assert_eq!(cut(r#"expected `"` at line 1 column 2"#), None);
        assert_eq!(cut("trailing characters"), None);
    }
}
