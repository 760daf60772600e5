//! Any value of a type of the record. The macros that declare vocabularies, sets, identifiers and payloads implement it; here
//! are the types that they are made of.

use alloc::{format, string::String, vec::Vec};
use core::fmt::Debug;

use chrono::{Days, NaiveDate};
use proptest::{collection, option, prelude::*, sample};

use super::MARKER;
use crate::{
    area::FocusOn,
    base::text::FreeText,
    entry::{Seq, WaiverScope},
    record::{Fact, contract::TimeFrame, setting::DeviationCategory},
    task::Task,
};

/// A type of the record of which any value can be made.
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
    (payload, field).prop_map(move |(payload, value)| with(payload, value)).boxed()
}

/// A day around which courses lie.
pub(super) fn day() -> BoxedStrategy<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default();
    (0..1500_u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap_or(first)).boxed()
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
        others.prop_map(|others| format!("{MARKER} {}", others.into_iter().collect::<String>()).into()).boxed()
    }
}

impl Any for Seq {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![9 => 1..30_u32, 1 => proptest::num::u32::ANY].prop_map(Self::new).boxed()
    }
}

impl Any for Task {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![
            Any::any().prop_map(Self::Initial),
            Any::any().prop_map(Self::Ending),
            Any::any().prop_map(Self::Declared),
        ]
        .boxed()
    }
}

impl Any for FocusOn {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![4 => Any::any().prop_map(Self::Area), 1 => Any::any().prop_map(Self::Unlisted)].boxed()
    }
}

impl Any for TimeFrame {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![
            Any::any().prop_map(Self::Sessions),
            Any::any().prop_map(Self::Weeks),
            (Any::any(), Any::any()).prop_map(|(sessions, weeks)| Self::SessionsWithinWeeks(sessions, weeks)),
            Any::any().prop_map(Self::UntilReview),
        ]
        .boxed()
    }
}

impl Any for WaiverScope {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![Any::any().prop_map(Self::Entry), Any::any().prop_map(Self::Until), Just(Self::Course {})].boxed()
    }
}

impl Any for DeviationCategory {
    fn any() -> BoxedStrategy<Self> {
        let named = [
            Self::SafetyCrisis,
            Self::NewLifeEvent,
            Self::Hospitalisation,
            Self::PhysicalIllnessOrPregnancy,
            Self::Comorbidity,
            Self::CulturalOrLanguageAdaptation,
            Self::DisabilityAdjustment,
            Self::PatientPreference,
            Self::SchedulingOrService,
            Self::TherapistAbsence,
            Self::SlowEngagement,
            Self::ResearchProtocol,
            Self::SupervisorAdvice,
        ];
        prop_oneof![3 => sample::select(named.to_vec()), 1 => FreeText::any().prop_map(Self::Other)].boxed()
    }
}

impl Any for Fact {
    fn any() -> BoxedStrategy<Self> {
        super::fact()
    }
}
