//! Named enums and bit sets of them.
//!
//! A name stands once, in the row of its variant: the wire form, `Display`, the docs pages and
//! `from_name` read it there.

/// A vocabulary and its wire names.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Vocabulary {
    /// The name of the type.
    pub name: &'static str,
    /// The wire names of its members, in the order of declaration.
    pub members: &'static [&'static str],
}

impl Vocabulary {
    /// The place of a wire name among the others, from 0.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| *member == name)
    }
}

/// A member of a vocabulary: it has a place among the wire names.
pub trait Named: Copy + 'static {
    /// The vocabulary.
    const VOCABULARY: &'static Vocabulary;

    /// The place of the member among the others, from 0.
    fn position(self) -> usize;
}

/// Members of one vocabulary, whichever it is: what a sentence can name in any language.
#[derive(Clone, Copy)]
pub struct Names {
    of: &'static Vocabulary,
    bits: [u64; 2],
    is_set: bool,
}

impl Names {
    pub(crate) const fn one(of: &'static Vocabulary, position: usize) -> Self {
        Self::from_bits(of, 1 << position, false)
    }

    pub(crate) const fn set(of: &'static Vocabulary, bits: u128) -> Self {
        Self::from_bits(of, bits, true)
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "the halves of a number, so that its alignment costs nothing"
    )]
    const fn from_bits(of: &'static Vocabulary, bits: u128, is_set: bool) -> Self {
        Self {
            of,
            bits: [bits as u64, (bits >> 64) as u64],
            is_set,
        }
    }

    /// The vocabulary.
    #[must_use]
    pub const fn vocabulary(&self) -> &'static Vocabulary {
        self.of
    }

    /// Whether it is a set, which may be empty, and not one member.
    #[must_use]
    pub const fn is_set(&self) -> bool {
        self.is_set
    }

    /// The wire names, in the order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let bits = self.bits;
        let has = move |at: usize| {
            bits.get(at / 64)
                .is_some_and(|half| half & (1 << (at % 64)) != 0)
        };
        self.of
            .members
            .iter()
            .enumerate()
            .filter(move |&(at, _)| has(at))
            .map(|(_, name)| *name)
    }
}

impl core::fmt::Debug for Names {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for (i, name) in self.iter().enumerate() {
            write!(f, "{}{name}", if i == 0 { "" } else { "+" })?;
        }
        Ok(())
    }
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.of.name == other.of.name && self.bits == other.bits && self.is_set == other.is_set
    }
}

impl Eq for Names {}

/// What can be named in every language: a member of a vocabulary, or a set of them.
pub trait Nameable: Copy {
    /// The names.
    fn names(self) -> Names;
}

/// Reads a member by its name. Visitors of all vocabularies are this one, as a macro's output is
/// compiled again for each.
#[cfg(feature = "serde")]
pub(crate) struct OneName<T: 'static>(pub(crate) &'static Vocabulary, pub(crate) &'static [T]);

#[cfg(feature = "serde")]
impl<T: Copy> serde::de::Visitor<'_> for OneName<T> {
    type Value = T;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<T, E> {
        let Self(vocabulary, all) = self;
        let at = vocabulary.members.iter().position(|known| *known == name);
        let member = at.and_then(|at| all.get(at));
        member
            .copied()
            .ok_or_else(|| E::unknown_variant(name, vocabulary.members))
    }
}

/// Reads a set by the names of its members; it holds what adds one more.
#[cfg(feature = "serde")]
pub(crate) struct ManyNames<S, T>(pub(crate) fn(S, T) -> S);

#[cfg(feature = "serde")]
impl<'de, S: Default, T: serde::Deserialize<'de>> serde::de::Visitor<'de> for ManyNames<S, T> {
    type Value = S;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a list of names")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut names: A) -> Result<S, A::Error> {
        let mut set = S::default();
        while let Some(member) = names.next_element()? {
            set = self.0(set, member);
        }
        Ok(set)
    }
}

/// Declares a fieldless enum whose members have a wire name.
///
/// `closed enum` is for sets that the field has closed (severities, attendance in the NHS sense);
/// `open enum` may grow in a minor version and is `#[non_exhaustive]`.
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub closed enum $($rest:tt)*) => {
        vocabulary! { @emit
            [$(#[$meta])* #[allow(clippy::exhaustive_enums, reason = "the field has closed this set")]] $($rest)*
        }
    };
    ($(#[$meta:meta])* pub open enum $($rest:tt)*) => {
        vocabulary! { @emit [$(#[$meta])* #[non_exhaustive]] $($rest)* }
    };
    (@emit [$($meta:tt)*] $Name:ident {
        $( $(#[doc = $doc:literal])+ $(#[default $($dummy:tt)?])? $Variant:ident = $name:literal ),+ $(,)?
    }) => {
        $($meta)*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $Name {
            $( $(#[doc = $doc])+ $Variant ),+
        }

        impl $Name {
            /// All members, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name),+ }
            }

            /// The member of that name. `parse` says what is accepted where there is none.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                let position = <Self as $crate::base::set::Named>::VOCABULARY.position(name)?;
                Self::ALL.get(position).copied()
            }

            /// One sentence on the member, as in its documentation.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$Variant => concat!($($doc),+).trim_ascii_start()),+ }
            }

            #[allow(dead_code, reason = "not every vocabulary is a table's index")]
            pub(crate) const fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::base::set::Named for $Name {
            const VOCABULARY: &'static $crate::base::set::Vocabulary =
                &$crate::base::set::Vocabulary { name: stringify!($Name), members: &[$($name),+] };

            fn position(self) -> usize {
                self.index()
            }
        }

        /// Reads the name on the wire.
        impl core::str::FromStr for $Name {
            type Err = $crate::base::unknown::NameError;

            fn from_str(name: &str) -> Result<Self, $crate::base::unknown::NameError> {
                Self::from_name(name).ok_or_else(|| {
                    $crate::base::unknown::NameError::of(<Self as $crate::base::set::Named>::VOCABULARY, name)
                })
            }
        }

        impl $crate::base::set::Nameable for $Name {
            fn names(self) -> $crate::base::set::Names {
                $crate::base::set::Names::one(<Self as $crate::base::set::Named>::VOCABULARY, self.index())
            }
        }

        impl core::fmt::Debug for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.name())
            }
        }

        /// Prints the name in words: `role_dispute` as "role dispute".
        impl core::fmt::Display for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::base::set::words(self.name(), f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let vocabulary = <Self as $crate::base::set::Named>::VOCABULARY;
                deserializer.deserialize_str($crate::base::set::OneName(vocabulary, Self::ALL))
            }
        }

        #[cfg(feature = "proptest1")]
        impl $crate::base::any::Any for $Name {
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                proptest::strategy::Strategy::boxed(proptest::sample::select(Self::ALL))
            }
        }

        impl $crate::base::shape::Documented for $Name {
            const SHAPE: $crate::base::shape::Shape = $crate::base::shape::Shape::Names(
                stringify!($Name), &[$(($name, concat!($($doc),+).trim_ascii_start())),+]
            );
        }
    };
}

/// Declares a bit set of a vocabulary: `Copy`, `const`, a list of names on the wire.
macro_rules! enum_set {
    ($(#[$meta:meta])* pub struct $Set:ident($bits:ty) of $Member:ident;) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $Set($bits);

        const _: () = assert!($Member::ALL.len() <= <$bits>::BITS as usize, "more members than bits");

        #[allow(dead_code, clippy::cast_possible_truncation, clippy::unnecessary_cast,
            reason = "one macro serves sets of several widths")]
        impl $Set {
            /// The set without members.
            pub const EMPTY: Self = Self(0);
            /// The set of all members.
            pub const ALL: Self = Self::of($Member::ALL);

            /// The set of the members given.
            #[must_use]
            pub const fn of(members: &[$Member]) -> Self {
                let mut bits = 0;
                let mut i = 0;
                while i < members.len() {
                    bits |= 1 << members[i] as u8;
                    i += 1;
                }
                Self(bits)
            }

            /// Whether the member is in the set.
            #[must_use]
            pub const fn contains(self, member: $Member) -> bool {
                self.0 & (1 << member as u8) != 0
            }

            /// The set with one member more.
            #[must_use]
            pub const fn with(self, member: $Member) -> Self {
                Self(self.0 | 1 << member as u8)
            }

            /// The set with one member less.
            #[must_use]
            pub const fn without(self, member: $Member) -> Self {
                Self(self.0 & !(1 << member as u8))
            }

            /// The members of either set.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// The members of both sets.
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// The members of this set that the other lacks.
            #[must_use]
            pub const fn difference(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Whether each member of the other set is in this one.
            #[must_use]
            pub const fn includes(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether the set has no member.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// The number of members.
            #[must_use]
            pub const fn len(self) -> usize {
                self.0.count_ones() as usize
            }

            /// The members in the order of declaration.
            pub fn iter(self) -> impl Iterator<Item = $Member> + Clone {
                let mut left = self.0;
                core::iter::from_fn(move || {
                    if left == 0 {
                        return None;
                    }
                    let at = left.trailing_zeros() as usize;
                    left &= left - 1;
                    $Member::ALL.get(at).copied()
                })
            }
        }

        impl From<$Member> for $Set {
            fn from(member: $Member) -> Self {
                Self::EMPTY.with(member)
            }
        }

        impl<const N: usize> From<[$Member; N]> for $Set {
            fn from(members: [$Member; N]) -> Self {
                Self::of(&members)
            }
        }

        impl $crate::base::set::Nameable for $Set {
            #[allow(clippy::cast_lossless, reason = "one macro serves sets of several widths")]
            fn names(self) -> $crate::base::set::Names {
                let of = <$Member as $crate::base::set::Named>::VOCABULARY;
                $crate::base::set::Names::set(of, self.0 as u128)
            }
        }

        impl FromIterator<$Member> for $Set {
            fn from_iter<I: IntoIterator<Item = $Member>>(members: I) -> Self {
                members.into_iter().fold(Self::EMPTY, Self::with)
            }
        }

        impl core::fmt::Debug for $Set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        /// Prints the members in words, separated by commas; an empty set as "none".
        impl core::fmt::Display for $Set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                if self.is_empty() {
                    return f.write_str("none");
                }
                for (i, member) in self.iter().enumerate() {
                    if i > 0 {
                        f.write_str(", ")?;
                    }
                    core::fmt::Display::fmt(&member, f)?;
                }
                Ok(())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeSeq;
                let mut list = serializer.serialize_seq(Some(self.len()))?;
                for member in self.iter() {
                    list.serialize_element(&member)?;
                }
                list.end()
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Set {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_seq($crate::base::set::ManyNames(Self::with))
            }
        }

        #[cfg(feature = "proptest1")]
        impl $crate::base::any::Any for $Set {
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                use proptest::strategy::Strategy as _;
                proptest::sample::subsequence($Member::ALL, 0..=$Member::ALL.len())
                    .prop_map(|members| members.into_iter().collect())
                    .boxed()
            }
        }

        impl $crate::base::shape::Documented for $Set {
            const SHAPE: $crate::base::shape::Shape =
                $crate::base::shape::Shape::List(&<$Member as $crate::base::shape::Documented>::SHAPE);
        }
    };
}

pub(crate) use {enum_set, vocabulary};

/// Writes a wire name as words.
pub(crate) fn words(name: &str, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
    for (i, word) in name.split('_').enumerate() {
        if i > 0 {
            f.write_str(" ")?;
        }
        f.write_str(word)?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros declare public types")]
mod tests {
    vocabulary! {
        /// Sample.
        pub closed enum Sample {
            /// First.
            One = "one",
            /// Second.
            TwoWords = "two_words",
        }
    }
    enum_set! {
        /// Samples.
        pub struct SampleSet(u8) of Sample;
    }

    #[test]
    fn a_set_is_a_list_of_names() {
        let set = SampleSet::from([Sample::TwoWords, Sample::One]);
        assert_eq!(alloc::format!("{set}"), "one, two words");
        assert_eq!(
            set.without(Sample::One)
                .iter()
                .collect::<alloc::vec::Vec<_>>(),
            [Sample::TwoWords]
        );
        assert_eq!(Sample::from_name("two_words"), Some(Sample::TwoWords));
        assert_eq!(Sample::One.about(), "First.");
        assert_eq!("two_words".parse(), Ok(Sample::TwoWords));
        assert_eq!(
            "two words".parse::<Sample>().unwrap_err().nearest(),
            ["two_words"]
        );
        assert!(SampleSet::ALL.includes(set) && !SampleSet::EMPTY.includes(set));
    }
}
