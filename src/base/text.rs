//! Free text of the record.

use alloc::string::String;
use core::fmt;

use super::shape::{Documented, Plain, Shape};

/// What a person wrote: the wording of a formulation, a reason, a note.
///
/// It may say anything about anybody, so `Debug` and `Display` show only how long it is.
/// [`FreeText::reveal`] gives the text to who may read it.
///
/// ```
/// use interpersonal::FreeText;
///
/// let reason = FreeText::from("moved to another town");
/// assert_eq!(format!("{reason:?}"), "FreeText(21 characters)");
/// assert_eq!(reason.reveal(), "moved to another town");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(transparent)
)]
pub struct FreeText(String);

impl FreeText {
    /// The text itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether nothing but white space was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl<T: Into<String>> From<T> for FreeText {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FreeText({self})")
    }
}

impl fmt::Display for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} characters", self.0.chars().count())
    }
}

impl Documented for FreeText {
    const SHAPE: Shape = Shape::Plain("free text", Plain::Text);
}
