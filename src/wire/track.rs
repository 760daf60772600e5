//! Where a reader is and what it met: looked at when reading has failed, and next to free while it succeeds.
//!
//! The way to a fault is gathered on the way back from it: each list and each object that the error passes adds its step. Until
//! then an object keeps the name of the field that it reads, in place, and a list the number of its elements.

use alloc::vec::Vec;
use core::{
    cell::{Cell, RefCell},
    str,
};

use super::fault::Found;
use crate::id::AppKey;

/// A name as it stood in the input, if it is short enough to be one of the stored form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    bytes: [u8; Self::MOST],
    len: u8,
}

impl Name {
    const MOST: usize = 32;

    pub(super) const NONE: Self = Self { bytes: [0; Self::MOST], len: 0 };

    #[inline]
    pub(super) fn new(text: &str) -> Self {
        let mut name = Self::NONE;
        if let Some(bytes) = name.bytes.get_mut(..text.len()) {
            bytes.copy_from_slice(text.as_bytes());
            name.len = u8::try_from(text.len()).unwrap_or(0);
        }
        name
    }

    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or("")
    }

    /// The same, if it may be shown.
    pub(super) fn shown(&self) -> Option<&str> {
        is_wire_name(self.as_str()).then(|| self.as_str())
    }
}

/// Whether an unknown name may be shown: it looks like one of the stored form, not like something a person wrote.
pub(super) fn is_wire_name(name: &str) -> bool {
    name.len() <= Name::MOST
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'/'))
}

/// One step from a value to what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Field(Name),
    Index(usize),
}

/// Why a value could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// The format said so itself, in words that name nothing of this.
    Unsaid,
    /// The type said so itself, in words of its own.
    Custom,
    /// Something else stands there.
    Value(Found),
    /// A list or an object of so many.
    Length(usize),
    /// A field is not there.
    Missing(&'static str),
    /// A field is there twice.
    Twice(&'static str),
    /// A name is not known: whether it is that of a field or of an alternative, and how many characters it has.
    Name { name: Name, characters: usize, is_key: bool },
}

/// What to keep of the next text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listening {
    No,
    /// It is the name of a field.
    Field,
    /// It is the application's key of an entry.
    AppKey,
}

/// What is kept while a value is read.
#[derive(Debug)]
pub(super) struct Track {
    /// Whether the shape of the value is known, so that a fault is told in its words.
    pub(super) knows: bool,
    /// Whether an alternative is read as an object whose fields are counted.
    counts_fields: Cell<bool>,
    listening: Cell<Listening>,
    name: Cell<Name>,
    app_key: Cell<Option<AppKey>>,
    lists: Cell<u8>,
    why: Cell<Why>,
    /// From the innermost outwards.
    steps: RefCell<Vec<Step>>,
}

impl Track {
    pub(super) const fn new(knows: bool) -> Self {
        Self {
            knows,
            counts_fields: Cell::new(false),
            listening: Cell::new(Listening::No),
            name: Cell::new(Name::NONE),
            app_key: Cell::new(None),
            lists: Cell::new(0),
            why: Cell::new(Why::Unsaid),
            steps: RefCell::new(Vec::new()),
        }
    }

    /// An alternative is read as an object whose fields are counted.
    #[inline]
    pub(super) fn count_fields(&self) {
        self.counts_fields.set(true);
    }

    pub(super) fn counts_fields(&self) -> bool {
        self.counts_fields.get()
    }

    /// The next text is the name of a field.
    #[inline]
    pub(super) fn listen_for_a_name(&self) {
        if self.knows {
            self.listening.set(Listening::Field);
        }
    }

    /// The name of the field that comes, once it was heard.
    #[inline]
    pub(super) fn heard_name(&self) -> Name {
        self.name.get()
    }

    /// The value of a field comes.
    #[inline]
    pub(super) fn enter(&self, field: &Name) {
        let is_key = self.knows && self.lists.get() == 1 && field.as_str() == "key";
        self.listening.set(if is_key { Listening::AppKey } else { Listening::No });
    }

    /// An element of a list comes. The elements of the outermost list are the entries, each with a key of its own.
    #[inline]
    pub(super) fn next_element(&self) {
        if self.lists.get() == 1 {
            self.app_key.set(None);
        }
    }

    #[inline]
    pub(super) fn begin_list(&self) {
        self.lists.set(self.lists.get().saturating_add(1));
    }

    #[inline]
    pub(super) fn end_list(&self) {
        self.lists.set(self.lists.get().saturating_sub(1));
    }

    /// A text was read.
    #[inline]
    pub(super) fn hear(&self, text: &str) {
        match self.listening.replace(Listening::No) {
            Listening::No => {}
            Listening::Field => self.name.set(Name::new(text)),
            Listening::AppKey => self.app_key.set(AppKey::new(text).ok()),
        }
    }

    /// Notes why reading fails. What is noted first was met innermost.
    #[cold]
    pub(super) fn note(&self, why: Why) {
        if self.why.get() == Why::Unsaid {
            self.why.set(why);
        }
    }

    /// What failed was the name of a field, not a value.
    #[cold]
    pub(super) fn failed_at_a_name(&self) {
        if let Why::Name { name, characters, .. } = self.why.get() {
            self.why.set(Why::Name { name, characters, is_key: true });
        }
    }

    /// What failed lies one step further in.
    #[cold]
    pub(super) fn failed_within(&self, step: Step) {
        self.steps.borrow_mut().push(step);
    }

    pub(super) fn why(&self) -> Why {
        self.why.get()
    }

    pub(super) fn app_key(&self) -> Option<AppKey> {
        self.app_key.get()
    }

    /// The way to the fault, from the outside in.
    pub(super) fn path(&self) -> Vec<Step> {
        self.steps.borrow().iter().rev().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::{Name, is_wire_name};

    #[test]
    fn a_wire_name_is_no_name_of_a_person() {
        assert!(["ipt/9", "session_held", "acute-16"].into_iter().all(is_wire_name));
        assert!(!["", "Mary", "mary smith", "ärger", "0151-234567", "_x"].into_iter().any(is_wire_name));
        assert!(!is_wire_name(&"a".repeat(33)));
    }

    #[test]
    fn a_name_is_kept_if_it_is_short_and_shown_if_it_is_one_of_the_form() {
        assert_eq!(Name::new("opening").shown(), Some("opening"));
        assert_eq!(Name::new("Mary").as_str(), "Mary");
        assert_eq!(Name::new("Mary").shown(), None);
        let longest: String = "a".repeat(32);
        assert_eq!(Name::new(&longest).as_str(), longest);
        assert_eq!(Name::new(&"a".repeat(33)), Name::NONE);
    }
}
