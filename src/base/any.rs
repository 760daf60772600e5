//! Any value of a type: what the macros that declare vocabularies, sets, identifiers and payloads
//! implement for theirs, and the plain types that these are made of. Feature `proptest1`.

use alloc::{format, string::String, vec::Vec};
use core::fmt::Debug;

use chrono::{Days, NaiveDate};
use proptest::{collection, option, prelude::*};

use super::text::FreeText;

/// A text that every free text and every reference to a person made at random contains. A message
/// or a log that contains it has let something out of the record.
pub const MARKER: &str = "ZZSECRET";

/// A type of which any value can be made.
pub(crate) trait Any: Debug + Sized + 'static {
    /// Any value.
    fn any() -> BoxedStrategy<Self>;
}

/// A payload with one field more.
pub(crate) fn completed<P: Debug + 'static, T: Debug + 'static>(
    payload: BoxedStrategy<P>,
    field: BoxedStrategy<T>,
    with: fn(P, T) -> P,
) -> BoxedStrategy<P> {
    (payload, field)
        .prop_map(move |(payload, value)| with(payload, value))
        .boxed()
}

/// A day around which courses lie.
pub(crate) fn day() -> BoxedStrategy<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default();
    (0..1500_u64)
        .prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap_or(first))
        .boxed()
}

/// A small number as a rule, and any now and then.
macro_rules! numbers {
    ($($ty:ident),+) => { $(
        impl Any for $ty {
            fn any() -> BoxedStrategy<Self> {
                prop_oneof![9 => 0..30 as $ty, 1 => proptest::num::$ty::ANY].boxed()
            }
        }
    )+ };
}

numbers!(u8, u16, u32);

impl Any for i16 {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![9 => -30..30_i16, 1 => proptest::num::i16::ANY].boxed()
    }
}

impl Any for bool {
    fn any() -> BoxedStrategy<Self> {
        proptest::bool::ANY.boxed()
    }
}

impl Any for NaiveDate {
    fn any() -> BoxedStrategy<Self> {
        day()
    }
}

impl<T: Any> Any for Option<T> {
    fn any() -> BoxedStrategy<Self> {
        option::of(T::any()).boxed()
    }
}

impl<T: Any> Any for Vec<T> {
    fn any() -> BoxedStrategy<Self> {
        collection::vec(T::any(), 0..4).boxed()
    }
}

impl Any for FreeText {
    fn any() -> BoxedStrategy<Self> {
        let others = collection::vec(proptest::char::any(), 0..8);
        others
            .prop_map(|others| {
                format!("{MARKER} {}", others.into_iter().collect::<String>()).into()
            })
            .boxed()
    }
}
