//! Any value of the types of the record that no macro declares.

use proptest::{prelude::*, sample};

use crate::{
    base::{any::Any, text::FreeText},
    course::entry::WaiverScope,
    record::{Fact, contract::TimeFrame, setting::DeviationCategory},
    vocabulary::{FocusOn, Seq, Task},
};

impl Any for Seq {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![9 => 1..30_u32, 1 => proptest::num::u32::ANY]
            .prop_map(Self::new)
            .boxed()
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
        prop_oneof![4 => Any::any().prop_map(Self::Area), 1 => Any::any().prop_map(Self::Unlisted)]
            .boxed()
    }
}

impl Any for TimeFrame {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![
            Any::any().prop_map(Self::Sessions),
            Any::any().prop_map(Self::Weeks),
            (Any::any(), Any::any())
                .prop_map(|(sessions, weeks)| Self::SessionsWithinWeeks(sessions, weeks)),
            Any::any().prop_map(Self::UntilReview),
        ]
        .boxed()
    }
}

impl Any for WaiverScope {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![
            Any::any().prop_map(Self::Entry),
            Any::any().prop_map(Self::Until),
            Just(Self::Course {})
        ]
        .boxed()
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
        prop_oneof![3 => sample::select(named.to_vec()), 1 => FreeText::any().prop_map(Self::Other)]
            .boxed()
    }
}

impl Any for Fact {
    fn any() -> BoxedStrategy<Self> {
        super::fact()
    }
}
