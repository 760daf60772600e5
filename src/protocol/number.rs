//! What numbers of a protocol are made of.

use crate::base::shape::{Documented, Field, Shape};

impl Documented for Span {
    const SHAPE: Shape = Shape::Object(
        "Span",
        "a least, a typical and a greatest number",
        &[
            Field {
                name: "min",
                about: "the least",
                required: true,
                shape: &u16::SHAPE,
            },
            Field {
                name: "typical",
                about: "the typical one",
                required: true,
                shape: &u16::SHAPE,
            },
            Field {
                name: "max",
                about: "the greatest",
                required: true,
                shape: &u16::SHAPE,
            },
        ],
    );
}

impl Documented for Fraction {
    const SHAPE: Shape = Shape::Object(
        "Fraction",
        "a fraction of whole numbers",
        &[
            Field {
                name: "num",
                about: "the numerator",
                required: true,
                shape: &u16::SHAPE,
            },
            Field {
                name: "den",
                about: "the denominator, 1 or more",
                required: true,
                shape: &u16::SHAPE,
            },
        ],
    );
}

/// A least, a typical and a greatest number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[allow(clippy::exhaustive_structs, reason = "least, typical, greatest")]
pub struct Span {
    /// The least.
    pub min: u16,
    /// The typical one.
    pub typical: u16,
    /// The greatest.
    pub max: u16,
}

impl Span {
    /// A span from the least over the typical to the greatest.
    #[must_use]
    pub const fn new(min: u16, typical: u16, max: u16) -> Self {
        Self { min, typical, max }
    }

    /// Whether the number lies within.
    #[must_use]
    pub const fn contains(self, number: u16) -> bool {
        self.min <= number && number <= self.max
    }

    /// Whether least, typical and greatest stand in order.
    #[must_use]
    pub const fn is_ordered(self) -> bool {
        self.min <= self.typical && self.typical <= self.max
    }
}

/// A fraction of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[allow(clippy::exhaustive_structs, reason = "numerator, denominator")]
pub struct Fraction {
    /// The numerator.
    pub num: u16,
    /// The denominator, not zero.
    pub den: u16,
}

impl Fraction {
    /// A fraction.
    #[must_use]
    pub const fn new(num: u16, den: u16) -> Self {
        Self { num, den }
    }

    /// Whether this fraction is no greater than another.
    pub(super) const fn is_at_most(self, other: Self) -> bool {
        self.num as u32 * other.den as u32 <= other.num as u32 * self.den as u32
    }

    /// Whether `part` of `whole` is at least this fraction.
    #[must_use]
    pub const fn is_reached_by(self, part: u32, whole: u32) -> bool {
        part as u64 * self.den as u64 >= whole as u64 * self.num as u64
    }

    /// The least whole number that is at least this fraction of a whole.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the number was compared with the greatest"
    )]
    pub(crate) const fn part(self, whole: u16) -> u16 {
        if self.den == 0 {
            return whole;
        }
        let part = (whole as u32 * self.num as u32).div_ceil(self.den as u32);
        if part > u16::MAX as u32 {
            u16::MAX
        } else {
            part as u16
        }
    }

    /// Whether a number is greater than this fraction of a unit.
    #[must_use]
    pub const fn of_is_exceeded_by(self, unit: u32, number: u32) -> bool {
        number as u64 * self.den as u64 > unit as u64 * self.num as u64
    }
}
