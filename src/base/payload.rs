//! Payloads: structs of the record that will grow.
//!
//! Each is `#[non_exhaustive]`, made by `new` from what it cannot do without, and completed by
//! `with_…`. The same declaration yields the stored form, the description from which the guide to
//! recording is generated, and the strategy for property tests.

/// What a type of the record or of a protocol looks like on the wire, for the generated guide and
/// the schema.
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
}

/// How a plain value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Plain {
    /// `true` or `false`.
    Boolean,
    /// A whole number within bounds.
    Whole {
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// A list of two whole numbers from 0 to 65535.
    Pair,
    /// A string of any kind.
    Text,
    /// A string of ASCII letters, digits and a few signs.
    Identifier {
        /// The greatest length.
        most: usize,
    },
    /// A day, `"2026-01-05"`.
    Day,
    /// A moment, `"2026-01-05T16:30:00Z"`.
    Moment,
    /// An object without a field, `{}`.
    Empty,
    /// In one of several ways, which the words name.
    Other,
}

impl Plain {
    const fn whole(least: i64, most: i64) -> Self {
        Self::Whole { least, most }
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
}

macro_rules! plain {
    ($($ty:ty => $words:literal, $plain:expr;)+) => {
        $(impl Documented for $ty { const SHAPE: Shape = Shape::Plain($words, $plain); })+
    };
}

plain! {
    bool => "true or false", Plain::Boolean;
    u8 => "a whole number from 0 to 255", Plain::whole(0, 255);
    u16 => "a whole number from 0 to 65535", Plain::whole(0, 65_535);
    i16 => "a whole number from -32768 to 32767", Plain::whole(-32_768, 32_767);
    u32 => "a whole number", Plain::whole(0, 4_294_967_295);
    chrono::NaiveDate => "a day, such as \"2026-01-05\"", Plain::Day;
    chrono::DateTime<chrono::Utc> => "a moment in UTC, such as \"2026-01-05T16:30:00Z\"", Plain::Moment;
    (u16, u16) => "two whole numbers from 0 to 65535 in a list, the first and the last", Plain::Pair;
    alloc::borrow::Cow<'static, str> => "a text", Plain::Text;
}

impl<T: Documented> Documented for Option<T> {
    const SHAPE: Shape = Shape::Optional(&T::SHAPE);
}

impl<T: Documented> Documented for alloc::borrow::Cow<'static, [T]>
where
    [T]: alloc::borrow::ToOwned,
{
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Documented> Documented for alloc::vec::Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

/// Declares a payload. Fields under `required` are arguments of `new`; those under `may` are left
/// out of the stored form when they say nothing, and set by `with_…`.
macro_rules! payload {
    (
        $(#[doc = $about:literal])+
        $(#[derive($($derive:ident),+)])?
        pub struct $Name:ident {
            required { $( $(#[doc = $rdoc:literal])+ $r:ident $(($plain:ident))? : $rty:ty, )* }
            may { $( $(#[doc = $mdoc:literal])+ $m:ident, $with:ident : $mty:ty, )* }
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, Eq $($(, $derive)+)?)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[non_exhaustive]
        pub struct $Name {
            $( $(#[doc = $rdoc])+ pub $r: $rty, )*
            $( $(#[doc = $mdoc])+
               #[cfg_attr(feature = "serde", serde(skip_serializing_if = "crate::base::payload::says_nothing"))]
               pub $m: $mty, )*
        }

        #[allow(clippy::too_many_arguments, clippy::new_without_default,
            reason = "the required fields are the arguments, and a payload says so by its constructor")]
        impl $Name {
            /// Makes the payload from what it cannot do without.
            #[must_use]
            pub fn new($($r: payload!(@argument $rty $(, $plain)?)),*) -> Self {
                Self { $($r: $r.into(),)* $($m: Default::default(),)* }
            }

            /// The fields in which another payload says something else, a bit each, in the order of
            /// the description.
            #[allow(dead_code, unused_variables, reason = "not each is the payload of a fact, and not each has fields")]
            pub(crate) fn unlike(&self, other: &Self) -> u64 {
                $crate::base::payload::bits(&[$(self.$r != other.$r,)* $(self.$m != other.$m,)*])
            }
            $(
                $(#[doc = $mdoc])+
                #[must_use]
                pub fn $with(mut self, value: impl Into<$mty>) -> Self { self.$m = value.into(); self }
            )*
        }

        #[cfg(feature = "serde")]
        $crate::base::fields::fields! { $Name { $($r: $rty,)* ; $($m: $mty,)* } }

        #[cfg(feature = "proptest1")]
        impl $crate::base::any::Any for $Name {
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                use proptest::strategy::{Just, Strategy as _};
                let payload = (Just(()), $(<$rty as $crate::base::any::Any>::any(),)*)
                    .prop_map(|((), $($r),*)| Self::new($($r),*))
                    .boxed();
                $(
                    let payload = $crate::base::any::completed(payload, <$mty as $crate::base::any::Any>::any(),
                        |mut payload: Self, value| {
                            payload.$m = value;
                            payload
                        });
                )*
                payload
            }
        }

        impl $crate::base::payload::Documented for $Name {
            const SHAPE: $crate::base::payload::Shape = $crate::base::payload::Shape::Object(
                stringify!($Name),
                concat!($($about),+),
                &[
                    $($crate::base::payload::Field {
                        name: stringify!($r),
                        about: concat!($($rdoc),+),
                        required: true,
                        shape: &<$rty as $crate::base::payload::Documented>::SHAPE,
                    },)*
                    $($crate::base::payload::Field {
                        name: stringify!($m),
                        about: concat!($($mdoc),+),
                        required: false,
                        shape: &<$mty as $crate::base::payload::Documented>::SHAPE,
                    },)*
                ],
            );
        }
    };
    // A whole number is taken as it is, so that a literal needs no suffix.
    (@argument $ty:ty, plain) => { $ty };
    (@argument $ty:ty) => { impl Into<$ty> };
}

/// A bit for each that is so, the first lowest. No payload has more than 64 fields.
pub(crate) fn bits(so: &[bool]) -> u64 {
    so.iter()
        .rev()
        .fold(0, |bits, &so| bits << 1 | u64::from(so))
}

/// Whether an optional field holds its default and so is left out of the stored form.
#[cfg(feature = "serde")]
pub(crate) fn says_nothing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

pub(crate) use payload;
