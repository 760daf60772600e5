//! The error of every look-up by name.

use alloc::{boxed::Box, vec::Vec};
use core::fmt;

use super::{given::Given, near, set::Vocabulary};

/// A text that names nothing of the kind that was asked for: what was asked for, the nearest names,
/// and for a vocabulary all that there are.
///
/// The text itself is shown only if it looks like a name of the stored form: at most 32 lower-case
/// ASCII letters, digits, `_`, `-` and `/`, beginning with a letter. Of any other it says how many
/// characters it has, for it may be what a patient said.
///
/// ```
/// use interpersonal::{Protocol, record::session::Attendance};
///
/// let error = "attendet".parse::<Attendance>().unwrap_err();
/// assert_eq!(error.nearest(), ["attended"]);
/// assert!(error.to_string().starts_with("`attendet` is no attendance; the nearest is `attended`"));
///
/// let error = "Jane came".parse::<Attendance>().unwrap_err();
/// assert!(error.to_string().starts_with("an unknown name of 9 characters is no attendance"));
///
/// let error = Protocol::parse("acute16").unwrap_err();
/// assert_eq!(error.to_string(), "`acute16` is no preset; the nearest are `acute-16`, `acute-12`");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct NameError(Box<Unknown>);

#[derive(Clone, PartialEq, Eq)]
struct Unknown {
    /// The name of a type (`ProblemArea`), or what is looked up in words (`preset`).
    of: &'static str,
    given: Given,
    nearest: Vec<&'static str>,
    accepted: &'static [&'static str],
}

impl NameError {
    /// Of a vocabulary. One function for all of them.
    #[cold]
    pub(crate) fn of(vocabulary: &'static Vocabulary, given: &str) -> Self {
        Self(Box::new(Unknown {
            of: vocabulary.name,
            given: Given::new(given),
            nearest: near::nearest(vocabulary.members.iter().copied(), given),
            accepted: vocabulary.members,
        }))
    }

    /// Of a list that is too long to be told whole.
    #[cold]
    pub(crate) fn among(
        of: &'static str,
        names: impl Iterator<Item = &'static str>,
        given: &str,
    ) -> Self {
        Self::near(of, near::nearest(names, given), given)
    }

    /// Of a list that is too long to be told whole, with what of it is nearest.
    #[cold]
    pub(crate) fn near(of: &'static str, nearest: Vec<&'static str>, given: &str) -> Self {
        Self(Box::new(Unknown {
            of,
            given: Given::new(given),
            nearest,
            accepted: &[],
        }))
    }

    /// The nearest names, at most three, the nearest first.
    #[must_use]
    pub fn nearest(&self) -> &[&'static str] {
        &self.0.nearest
    }

    /// All names that there are, in the order of declaration, where a vocabulary was asked; empty
    /// where a longer list was.
    #[must_use]
    pub fn accepted(&self) -> &'static [&'static str] {
        self.0.accepted
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unknown {
            of,
            given,
            nearest,
            accepted,
        } = &*self.0;
        write!(f, "{given} is no {}", Spaced(of))?;
        for (names, one, several) in [
            (nearest.as_slice(), "the nearest is", "the nearest are"),
            (accepted, "accepted is", "accepted are"),
        ] {
            for (i, name) in names.iter().enumerate() {
                match i {
                    0 => write!(
                        f,
                        "; {} `{name}`",
                        if names.len() == 1 { one } else { several }
                    )?,
                    _ => write!(f, ", `{name}`")?,
                }
            }
        }
        Ok(())
    }
}

/// The sentence: a program that ends with this error shows it by `Debug`.
impl fmt::Debug for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for NameError {}

/// The name of a type in words: `ProblemArea` as "problem area".
struct Spaced(&'static str);

impl fmt::Display for Spaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.char_indices() {
            if letter.is_ascii_uppercase() && at > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{}", letter.to_ascii_lowercase())?;
        }
        Ok(())
    }
}
