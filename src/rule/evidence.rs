//! What a finding rests on: values, each under the name by which a sentence calls it. Never what
//! anybody said.

use chrono::NaiveDate;

use super::{Place, RuleCode};
use crate::{
    base::set::{Nameable, Names},
    course::due::Due,
    measure::InstrumentId,
    vocabulary::{
        Criterion, DiagnosisCode, Label, MedicationClass, ProtocolId, Specialisation, Task,
    },
};

/// A value that a sentence names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A number: of sessions, days, minutes, points.
    Number(u32),
    /// A day of the record.
    Day(NaiveDate),
    /// A member of a vocabulary, or several.
    Names(Names),
    /// A questionnaire or rating scale.
    Instrument(InstrumentId),
    /// A task: a protocol may have a label of its own for it.
    Task(Task),
    /// What a judgement is about.
    Criterion(Criterion),
    /// A module of a protocol.
    Module(Label),
    /// A special form of a problem area.
    Specialisation(Specialisation),
    /// A diagnosis, by its code.
    Diagnosis(DiagnosisCode),
    /// A class of medication.
    Medication(MedicationClass),
    /// Another rule, by its code.
    Rule(RuleCode),
    /// A protocol, by its identifier.
    Protocol(ProtocolId),
    /// A place in the record.
    Place(Place),
    /// With what the beginning of treatment was over.
    Due(Due),
}

/// What a finding rests on: up to eight values, each under a name.
///
/// ```
/// use interpersonal::{rule::{Evidence, Value}, values};
///
/// let found = 5;
/// let evidence = values! { found, most: 3 };
/// assert_eq!(evidence.get("most"), Some(Value::Number(3)));
/// assert_eq!(evidence.iter().count(), 2);
/// assert_eq!(Evidence::NONE.iter().count(), 0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence([Option<(&'static str, Value)>; Self::MOST]);

impl Evidence {
    /// The greatest number of values.
    pub const MOST: usize = 8;
    /// The place says it all.
    pub const NONE: Self = Self([None; Self::MOST]);

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// The values with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Value)> + Clone + use<> {
        self.0.into_iter().flatten()
    }

    /// The same with one value more, if there is room for it.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Some(slot) = self.0.iter_mut().find(|slot| slot.is_none()) {
            *slot = Some((name, value.into()));
        }
        self
    }

    /// Whether it holds no value.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0[0].is_none()
    }
}

impl<const N: usize> From<[(&'static str, Value); N]> for Evidence {
    fn from(values: [(&'static str, Value); N]) -> Self {
        const { assert!(N <= Self::MOST, "a finding rests on eight values at most") };
        let mut evidence = Self::NONE;
        for (slot, value) in evidence.0.iter_mut().zip(values) {
            *slot = Some(value);
        }
        evidence
    }
}

/// Names the values that a finding rests on: `values! { days, least: 3 }`.
#[macro_export]
macro_rules! values {
    ($($name:ident $(: $value:expr)?),* $(,)?) => {
        $crate::rule::Evidence::from([$((stringify!($name), $crate::values!(@value $name $(, $value)?))),*])
    };
    (@value $name:ident) => { $crate::rule::Value::from($name) };
    (@value $name:ident, $value:expr) => { $crate::rule::Value::from($value) };
}
pub(crate) use crate::values;

impl<T: Nameable> From<T> for Value {
    fn from(named: T) -> Self {
        Self::Names(named.names())
    }
}

macro_rules! from {
    ($($Type:ty => $Variant:ident),+ $(,)?) => {
        $(impl From<$Type> for Value { fn from(value: $Type) -> Self { Self::$Variant(value) } })+
    };
}

from! {
    u32 => Number, NaiveDate => Day, InstrumentId => Instrument, Task => Task, Criterion => Criterion, Label => Module,
    Specialisation => Specialisation, DiagnosisCode => Diagnosis, MedicationClass => Medication, RuleCode => Rule, ProtocolId => Protocol, Place => Place,
    Due => Due,
}

macro_rules! from_number {
    ($($Number:ty),+) => {
        $(impl From<$Number> for Value {
            fn from(value: $Number) -> Self { Self::Number(u32::try_from(value).unwrap_or(if value > 0 { u32::MAX } else { 0 })) }
        })+
    };
}

impl From<u8> for Value {
    fn from(value: u8) -> Self {
        Self::Number(value.into())
    }
}

impl From<u16> for Value {
    fn from(value: u16) -> Self {
        Self::Number(value.into())
    }
}

from_number!(usize, i32, i64);
