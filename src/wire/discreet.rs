//! Reading without quoting what was read.
//!
//! serde makes its errors in two places. A *visitor* that was handed something unsuitable makes one by way of a function of
//! [`de::Error`]; a *format* that meets a text where its caller asked for a number may make one without consulting the visitor
//! at all. [`Discreet`] stands between the two. Visitors see it as the error type and so cannot quote; and when a format fails
//! before it called the visitor, its message loses what stands between quotation marks.

use alloc::{
    format,
    string::{String, ToString},
};
use core::{cell::Cell, fmt};

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};

/// Deserializes a value; if it cannot be read, the error says what was expected and where, and does not quote what was found.
///
/// The errors of serde quote what they refuse: `invalid type: string "…", expected u16`, ``unknown variant `…` ``. In a
/// treatment record the text in the wrong place may be what a patient said, and errors travel to logs and screens that the
/// record itself never reaches. Through this function such an error names the kind of thing that was found, and numbers. The
/// name of an unknown field or variant is shown if it looks like a name of the stored form – at most 32 lower-case ASCII
/// letters, digits, `_`, `-` and `/`, beginning with a letter – and is otherwise replaced by its length.
///
/// What can be read is read as without this function, and the error is the format's own, with line and column where it has
/// them. The types of this crate that are stored whole read themselves this way; call it for a type of your own that holds
/// free text beside theirs. Call it once, at the outermost type: a type that holds itself and calls this function in its own
/// `Deserialize` does not compile.
///
/// Two things are out of reach: the text of an error that a type makes itself (`de::Error::custom`), which is passed on
/// unchanged – only chrono's on days and moments gain a word on how one is written – and a format that prints the offending
/// line of its input of its own accord.
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
pub fn discreet<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(Discreet(deserializer)).map_err(Discreet::frank)
}

/// Something of serde's – a deserializer, an access, a seed, an error – that keeps the texts of the record to itself.
#[derive(Debug)]
struct Discreet<T>(T);

impl<T> Discreet<T> {
    /// What it holds, as the format knows it.
    #[inline]
    fn frank(self) -> T {
        self.0
    }
}

impl<E: fmt::Display> fmt::Display for Discreet<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<E: de::Error> de::StdError for Discreet<E> {}

impl<E: de::Error> de::Error for Discreet<E> {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Self(if OF_CHRONO.contains(&message.as_str()) { E::custom(no_day(&message)) } else { E::custom(message) })
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
    format!("no such day or moment ({message}); a day is written 2026-01-05, a moment 2026-01-05T16:30:00Z")
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

/// Whether an unknown name may be shown: it looks like one of the stored form, not like something a person wrote.
fn is_wire_name(name: &str) -> bool {
    name.len() <= 32
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'/'))
}

/// What stands for a name that may not be shown.
fn length(name: &str) -> String {
    format!("({} characters)", name.chars().count())
}

/// The error of a format that did not come from a visitor of ours, without what stands between quotation marks.
///
/// A format that quotes does so by way of [`Unexpected`], which writes a text as a literal of Rust. An error without such a
/// literal is kept as it is. Of one that had to be rewritten, the format reads the position back from the end of the message,
/// as it does for messages that passed through another error type.
#[cold]
fn without_quotations<E: de::Error>(error: E) -> Discreet<E> {
    match cut_quotations(&error.to_string()) {
        Some(message) => Discreet(E::custom(message)),
        None => Discreet(error),
    }
}

/// The message without the literals that follow serde's words, if it has any. What stands before them is the format's own:
/// one that shows an error by `Debug` has opened a quotation mark there.
fn cut_quotations(message: &str) -> Option<String> {
    let start = ["invalid type: ", "invalid value: "].into_iter().filter_map(|words| message.find(words)).min()?;
    let (own, report) = message.split_at(start);
    let mut kept = String::from(own);
    let mut rest = report;
    while let Some((before, quoted)) = rest.split_once('"') {
        let Some(after) = after_literal(quoted) else { break };
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

/// A visitor that notes that it was called: from then on, errors are its own or of what it reads, and discreet already.
struct Heard<'a, V> {
    visitor: V,
    heard: &'a Cell<bool>,
}

impl<V> Heard<'_, V> {
    #[inline]
    fn visitor(self) -> V {
        self.heard.set(true);
        self.visitor
    }
}

/// Has a format call a visitor, and cuts the quotations if the format fails before it does.
#[inline]
fn hear<V, T, E: de::Error>(visitor: V, format: impl FnOnce(Heard<'_, V>) -> Result<T, E>) -> Result<T, Discreet<E>> {
    let heard = Cell::new(false);
    format(Heard { visitor, heard: &heard })
        .map_err(|error| if heard.get() { Discreet(error) } else { without_quotations(error) })
}

macro_rules! deserialize {
    ($($method:ident($($name:ident: $ty:ty),*);)+) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, $($name: $ty,)* visitor: V) -> Result<V::Value, Self::Error> {
                hear(visitor, |visitor| self.0.$method($($name,)* visitor))
            }
        )+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Discreet<D> {
    type Error = Discreet<D::Error>;

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
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    #[inline]
    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident($($value:ident: $ty:ty)?);)+) => {
        $(
            #[inline]
            fn $method<E: de::Error>(self, $($value: $ty)?) -> Result<V::Value, E> {
                self.visitor().$method($($value)?).map_err(Discreet::frank)
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
        visit_bool(value: bool);
        visit_i8(value: i8);
        visit_i16(value: i16);
        visit_i32(value: i32);
        visit_i64(value: i64);
        visit_i128(value: i128);
        visit_u8(value: u8);
        visit_u16(value: u16);
        visit_u32(value: u32);
        visit_u64(value: u64);
        visit_u128(value: u128);
        visit_f32(value: f32);
        visit_f64(value: f64);
        visit_char(value: char);
        visit_str(value: &str);
        visit_borrowed_str(value: &'de str);
        visit_string(value: String);
        visit_bytes(value: &[u8]);
        visit_borrowed_bytes(value: &'de [u8]);
        visit_byte_buf(value: alloc::vec::Vec<u8>);
        visit_none();
        visit_unit();
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor().visit_some(Discreet(deserializer)).map_err(Discreet::frank)
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor().visit_newtype_struct(Discreet(deserializer)).map_err(Discreet::frank)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.visitor().visit_seq(Discreet(elements)).map_err(Discreet::frank)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.visitor().visit_map(Discreet(entries)).map_err(Discreet::frank)
    }

    #[inline]
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.visitor().visit_enum(Discreet(data)).map_err(Discreet::frank)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Discreet<S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Discreet(deserializer)).map_err(Discreet::frank)
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Discreet<A> {
    type Error = Discreet<A::Error>;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Self::Error> {
        self.0.next_element_seed(Discreet(seed)).map_err(Discreet)
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Discreet<A> {
    type Error = Discreet<A::Error>;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        self.0.next_key_seed(Discreet(seed)).map_err(Discreet)
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Self::Error> {
        self.0.next_value_seed(Discreet(seed)).map_err(Discreet)
    }

    #[inline]
    fn next_entry_seed<K: DeserializeSeed<'de>, S: DeserializeSeed<'de>>(
        &mut self,
        key: K,
        value: S,
    ) -> Result<Option<(K::Value, S::Value)>, Self::Error> {
        self.0.next_entry_seed(Discreet(key), Discreet(value)).map_err(Discreet)
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Discreet<A> {
    type Error = Discreet<A::Error>;
    type Variant = Discreet<A::Variant>;

    #[inline]
    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), Self::Error> {
        let (variant, payload) = self.0.variant_seed(Discreet(seed)).map_err(Discreet)?;
        Ok((variant, Discreet(payload)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Discreet<A> {
    type Error = Discreet<A::Error>;

    /// Here no visitor of ours takes part: a format reads the missing payload with one of its own.
    #[inline]
    fn unit_variant(self) -> Result<(), Self::Error> {
        self.0.unit_variant().map_err(without_quotations)
    }

    #[inline]
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Self::Error> {
        self.0.newtype_variant_seed(Discreet(seed)).map_err(Discreet)
    }

    deserialize! {
        tuple_variant(len: usize);
        struct_variant(fields: &'static [&'static str]);
    }
}

#[cfg(test)]
mod tests {
    use super::{cut_quotations, is_wire_name};

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
        assert_eq!(cut(r#"Semantic(None, "invalid type: string, expected u16")"#), None);
        assert_eq!(cut(r#"Io("end of input")"#), None);
        assert_eq!(cut(r#"expected `"` at line 1 column 2"#), None);
        assert_eq!(cut("trailing characters"), None);
    }

    #[test]
    fn a_wire_name_is_no_name_of_a_person() {
        assert!(["ipt/9", "session_held", "acute-16"].into_iter().all(is_wire_name));
        assert!(!["", "Mary", "mary smith", "ärger", "0151-234567", "_x"].into_iter().any(is_wire_name));
        assert!(!is_wire_name(&"a".repeat(33)));
    }
}
