//! Structs with named fields, read by one visitor.
//!
//! It does what `derive(Deserialize)` with `deny_unknown_fields` does, with the same errors. The
//! derived code is mostly the same for each of some hundred and twenty structs, and was a fifth of
//! what the compiler had to check.

use alloc::string::String;
use core::{fmt, marker::PhantomData};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};

/// A struct with named fields; [`fields!`] implements it.
pub(crate) trait Fields<'de>: Sized {
    /// The name of the struct.
    const NAME: &'static str;
    /// Its keys in order.
    const KEYS: &'static [&'static str];

    /// From an object.
    fn from_map<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;

    /// From a list of its values.
    fn from_seq<A: SeqAccess<'de>>(seq: A) -> Result<Self, A::Error>;
}

pub(crate) fn deserialize<'de, T: Fields<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_struct(T::NAME, T::KEYS, Whole(PhantomData))
}

struct Whole<T>(PhantomData<T>);

impl<'de, T: Fields<'de>> Visitor<'de> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::from_map(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        T::from_seq(seq)
    }
}

/// Reads a key as its position among the known ones.
pub(crate) struct Key(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Key {
    fn position(&self, key: &[u8]) -> Option<usize> {
        self.0.iter().position(|known| known.as_bytes() == key)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_u64<E: Error>(self, at: u64) -> Result<usize, E> {
        let known = usize::try_from(at).ok().filter(|at| *at < self.0.len());
        known.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(at), &Within(self.0.len())))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        self.position(key.as_bytes())
            .ok_or_else(|| E::unknown_field(key, self.0))
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<usize, E> {
        self.position(key)
            .ok_or_else(|| E::unknown_field(&String::from_utf8_lossy(key), self.0))
    }
}

struct Within(usize);

impl serde::de::Expected for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "field index 0 <= i < {}", self.0)
    }
}

/// Reads the value of a key.
pub(crate) fn value<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    key: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(key));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

/// What was read, or what stands for a key that is not there: nothing where a field is optional.
pub(crate) fn required<'de, T: Deserialize<'de>, E: Error>(
    slot: Option<T>,
    key: &'static str,
) -> Result<T, E> {
    match slot {
        Some(value) => Ok(value),
        None => T::deserialize(Missing(key, PhantomData)),
    }
}

/// The value of a key that is not there.
struct Missing<E>(&'static str, PhantomData<E>);

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The next value of a struct that is written as a list.
pub(crate) fn element<'de, S: Fields<'de>, T: Deserialize<'de>, A: SeqAccess<'de>>(
    seq: &mut A,
    at: usize,
) -> Result<T, A::Error> {
    seq.next_element()?
        .ok_or_else(|| A::Error::invalid_length(at, &Elements(S::NAME, S::KEYS.len())))
}

struct Elements(&'static str, usize);

impl serde::de::Expected for Elements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = if self.1 == 1 { "" } else { "s" };
        write!(f, "struct {} with {} element{s}", self.0, self.1)
    }
}

/// Implements `Deserialize`. Fields after the semicolon have their default where they are left out;
/// so has one before it that names what stands for it. `@read` gives the fields alone, of a struct
/// that is stored under the name of another.
macro_rules! fields {
    (@required $r:ident) => {
        $crate::base::fields::required($r, stringify!($r))?
    };
    (@required $r:ident, $or:expr) => {
        $r.unwrap_or($or)
    };
    ($Name:ident { $($fields:tt)* }) => {
        $crate::base::fields::fields! { @read $Name as $Name { $($fields)* } }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::base::fields::deserialize(deserializer)
            }
        }
    };
    (@read $Self:ident as $Name:ident { $($r:ident: $rty:ty $(= $or:literal)?,)* ; $($m:ident: $mty:ty,)* }) => {
        const _: () = {
            use $crate::base::fields::{self, Fields};

            #[allow(non_camel_case_types, reason = "the names of the fields")]
            enum Field { $($r,)* $($m,)* }

            const FIELDS: &[Field] = &[$(Field::$r,)* $(Field::$m,)*];

            impl<'de> Fields<'de> for $Self {
                const NAME: &'static str = stringify!($Name);
                const KEYS: &'static [&'static str] = &[$(stringify!($r),)* $(stringify!($m),)*];

                #[allow(unused_mut, reason = "a struct may have no fields")]
                fn from_map<A: serde::de::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
                    $(let mut $r: Option<$rty> = None;)*
                    $(let mut $m: Option<$mty> = None;)*
                    while let Some(at) = map.next_key_seed(fields::Key(Self::KEYS))? {
                        match FIELDS[at] {
                            $(Field::$r => fields::value(&mut $r, stringify!($r), &mut map)?,)*
                            $(Field::$m => fields::value(&mut $m, stringify!($m), &mut map)?,)*
                        }
                    }
                    Ok(Self {
                        $($r: $crate::base::fields::fields!(@required $r $(, $or)?),)*
                        $($m: $m.unwrap_or_default(),)*
                    })
                }

                #[allow(unused_mut, unused_variables, reason = "a struct may have no fields")]
                fn from_seq<A: serde::de::SeqAccess<'de>>(mut seq: A) -> Result<Self, A::Error> {
                    Ok(Self {
                        $($r: fields::element::<Self, _, _>(&mut seq, Field::$r as usize)?,)*
                        $($m: seq.next_element()?.unwrap_or_default(),)*
                    })
                }
            }
        };
    };
}

pub(crate) use fields;

#[cfg(test)]
mod tests {
    use alloc::{
        format,
        string::{String, ToString as _},
        vec,
    };

    /// The same struct twice: read by the derived code, and by ours.
    mod derived {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Sample {
            pub(super) day: u8,
            pub(super) on: Option<bool>,
            #[serde(default)]
            pub(super) more: u16,
        }
    }

    #[derive(Debug)]
    struct Sample {
        day: u8,
        on: Option<bool>,
        more: u16,
    }

    super::fields! { Sample { day: u8, on: Option<bool>, ; more: u16, } }

    #[test]
    fn it_reads_what_derived_code_reads_and_refuses_the_rest_in_the_same_words() {
        let mut refused = 0;
        for text in [
            r#"{"day": 1, "on": true, "more": 3}"#,
            r#"{"more": 3, "day": 1}"#,
            r#"{"day": 1, "on": null}"#,
            "[1, false, 4]",
            "[1, null]",
            "{}",
            r#"{"on": true}"#,
            r#"{"day": 1, "day": 2}"#,
            r#"{"day": 1, "week": 2}"#,
            r#"{"day": 1, "more": null}"#,
            r#"{"day": "x"}"#,
            r#"{"day": 256}"#,
            "[]",
            "[1]",
            "[1, null, 3, 4]",
            "3",
            "null",
            r#""day""#,
        ] {
            let theirs = serde_json::from_str::<derived::Sample>(text)
                .map(|it| (it.day, it.on, it.more))
                .map_err(|error| error.to_string());
            let ours = serde_json::from_str::<Sample>(text)
                .map(|it| (it.day, it.on, it.more))
                .map_err(|error| error.to_string());
            assert_eq!(ours, theirs, "{text}");
            refused += usize::from(ours.is_err());
        }
        assert_eq!(refused, 13);
    }

    #[test]
    fn keys_may_be_numbers_or_bytes() {
        use serde::de::{IntoDeserializer, value::Error, value::MapDeserializer};

        fn both<'de, K: IntoDeserializer<'de, Error> + Copy>(key: K) -> [Result<u8, String>; 2] {
            let map = || MapDeserializer::new(vec![(key, 7_u8)].into_iter());
            let words = |error: Error| format!("{error}");
            [
                <Sample as serde::Deserialize>::deserialize(map())
                    .map(|it| it.day)
                    .map_err(words),
                <derived::Sample as serde::Deserialize>::deserialize(map())
                    .map(|it| it.day)
                    .map_err(words),
            ]
        }
        for [ours, theirs] in [
            both(0_u64),
            both(2_u64),
            both(3_u64),
            both(u64::MAX),
            both(b"day".as_slice()),
            both(b"week".as_slice()),
            both("day"),
        ] {
            assert_eq!(ours, theirs);
        }
        assert_eq!(both(0_u64)[0], Ok(7));
    }
}
