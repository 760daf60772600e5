//! Payloads: structs of the record that will grow.
//!
//! Each is `#[non_exhaustive]`, made by `new` from what it cannot do without, and completed by
//! `with_…`. The same declaration yields the stored form, the description from which the guide to
//! recording is generated, and the strategy for property tests.

/// Declares a payload. Fields under `required` are arguments of `new`; those under `may` are left
/// out of the stored form when they say nothing, and set by `with_…`. A payload whose usual case
/// needs more than what is required gives the constructor another name, `required as …`, and has a
/// `new` of its own. One that is itself a day names after its own name, in brackets, the method
/// that says which.
macro_rules! payload {
    (
        $(#[$($attribute:tt)*])+
        pub struct $Name:ident $([$as_a_day:ident])? { required { $($required:tt)* } may { $($may:tt)* } }
    ) => {
        payload! {
            $(#[$($attribute)*])+
            pub struct $Name $([$as_a_day])? { required as new { $($required)* } may { $($may)* } }
        }
    };
    (
        $(#[doc = $about:literal])+
        $(#[derive($($derive:ident),+)])?
        pub struct $Name:ident $([$as_a_day:ident])? {
            required as $new:ident { $( $(#[doc = $rdoc:literal])+ $r:ident $(($plain:ident))? : $rty:ty, )* }
            may { $( $(#[doc = $mdoc:literal])+ $m:ident, $with:ident : $($mty:ident)::+ $(<$of:ident>)?, )* }
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
               pub $m: $($mty)::+ $(<$of>)?, )*
        }

        #[allow(clippy::too_many_arguments, clippy::new_without_default,
            reason = "the required fields are the arguments, and a payload says so by its constructor")]
        impl $Name {
            /// Makes the payload from what it cannot do without.
            #[must_use]
            pub fn $new($($r: payload!(@argument $rty $(, $plain)?)),*) -> Self {
                Self { $($r: $r.into(),)* $($m: Default::default(),)* }
            }

            /// The fields in which another payload says something else, a bit each, in the order of
            /// the description.
            #[allow(dead_code, unused_variables, reason = "not each is the payload of a fact, and not each has fields")]
            pub(crate) fn unlike(&self, other: &Self) -> u64 {
                $crate::base::payload::bits(&[$(self.$r != other.$r,)* $(self.$m != other.$m,)*])
            }
            $($crate::base::payload::payload! { @with [$(#[doc = $mdoc])+] $m, $with, $($mty)::+ $(<$of>)? })*
        }

        #[cfg(feature = "serde")]
        $crate::base::fields::fields! { $Name { $($r: $rty,)* ; $($m: $($mty)::+ $(<$of>)?,)* } }

        #[cfg(feature = "proptest1")]
        impl $crate::base::any::Any for $Name {
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                use proptest::strategy::{Just, Strategy as _};
                let payload = (Just(()), $(<$rty as $crate::base::any::Any>::any(),)*)
                    .prop_map(|((), $($r),*)| Self::$new($($r),*))
                    .boxed();
                $(
                    let payload = $crate::base::any::completed(payload, <$($mty)::+ $(<$of>)? as $crate::base::any::Any>::any(),
                        |mut payload: Self, value| {
                            payload.$m = value;
                            payload
                        });
                )*
                payload
            }
        }

        impl $crate::base::shape::Documented for $Name {
            const SHAPE: $crate::base::shape::Shape = $crate::base::shape::Shape::Object(
                stringify!($Name),
                concat!($($about),+).trim_ascii_start(),
                &[
                    $($crate::base::shape::Field {
                        name: stringify!($r),
                        about: concat!($($rdoc),+).trim_ascii_start(),
                        required: true,
                        shape: &<$rty as $crate::base::shape::Documented>::SHAPE,
                    },)*
                    $($crate::base::shape::Field {
                        name: stringify!($m),
                        about: concat!($($mdoc),+).trim_ascii_start(),
                        required: false,
                        shape: &<$($mty)::+ $(<$of>)? as $crate::base::shape::Documented>::SHAPE,
                    },)*
                ],
            );

            #[allow(unused_variables, reason = "a payload may have no fields")]
            fn days(&self, tell: &mut dyn FnMut($crate::base::shape::HeldDay)) {
                payload! { @days self tell [$($as_a_day)?] $($r)* $($m)* }
            }
        }
    };
    (@days $self:ident $tell:ident [$as_a_day:ident] $($field:ident)*) => {
        $tell($self.$as_a_day());
    };
    (@days $self:ident $tell:ident [] $($field:ident)*) => {
        $( $crate::base::shape::Documented::days(&$self.$field, $tell); )*
    };
    // A whole number is taken as it is, so that a literal needs no suffix.
    (@argument $ty:ty, plain) => { $ty };
    (@argument $ty:ty) => { impl Into<$ty> };
    // A text is said as it is: nothing converts into an optional one but itself.
    (@with [$($doc:tt)+] $m:ident, $with:ident, Option<FreeText>) => {
        $($doc)+
        #[must_use]
        pub fn $with(mut self, text: impl Into<$crate::base::text::FreeText>) -> Self { self.$m = Some(text.into()); self }
    };
    (@with [$($doc:tt)+] $m:ident, $with:ident, $ty:ty) => {
        $($doc)+
        #[must_use]
        pub fn $with(mut self, value: impl Into<$ty>) -> Self { self.$m = value.into(); self }
    };
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
