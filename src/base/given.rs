//! A name that somebody wrote and that is not known: shown if it looks like a name of the stored
//! form, and told by its length otherwise, for it may be what a patient said.

use core::{fmt, str};

/// A name that is not known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Given {
    bytes: [u8; Self::MOST],
    len: u8,
    /// How many characters it has.
    pub(crate) characters: usize,
}

impl Given {
    const MOST: usize = 32;

    pub(crate) fn new(name: &str) -> Self {
        let mut given = Self {
            bytes: [0; Self::MOST],
            len: 0,
            characters: name.chars().count(),
        };
        if let (true, Ok(len)) = (is_wire_name(name), u8::try_from(name.len())) {
            given.bytes[..name.len()].copy_from_slice(name.as_bytes());
            given.len = len;
        }
        given
    }

    /// The name, if it may be shown.
    pub(crate) fn shown(&self) -> Option<&str> {
        let name = str::from_utf8(&self.bytes[..usize::from(self.len)]).ok()?;
        Some(name).filter(|name| !name.is_empty())
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.shown(), self.characters) {
            (Some(name), _) => write!(f, "`{name}`"),
            (None, 0) => f.write_str("an empty name"),
            (None, 1) => f.write_str("an unknown name of one character"),
            (None, characters) => write!(f, "an unknown name of {characters} characters"),
        }
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whether an unknown name may be shown: it looks like one of the stored form, not like something a
/// person wrote.
pub(crate) fn is_wire_name(name: &str) -> bool {
    name.len() <= Given::MOST
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::{Given, is_wire_name};

    #[test]
    fn a_wire_name_is_no_name_of_a_person() {
        assert!(
            ["ipt/9", "session_held", "acute-16"]
                .into_iter()
                .all(is_wire_name)
        );
        assert!(
            !["", "Mary", "mary smith", "ärger", "0151-234567", "_x"]
                .into_iter()
                .any(is_wire_name)
        );
        assert!(!is_wire_name(&"a".repeat(33)));
    }

    #[test]
    fn an_unknown_name_is_shown_if_it_is_one_of_the_form() {
        assert_eq!(Given::new("duration").shown(), Some("duration"));
        assert_eq!(Given::new("Mary").shown(), None);
        assert_eq!(
            (Given::new("Märy").characters, Given::new("").shown()),
            (4, None)
        );
        assert_eq!(Given::new(&"a".repeat(32)).shown().map(str::len), Some(32));
        assert_eq!(Given::new(&"a".repeat(33)).shown(), None);
    }
}
