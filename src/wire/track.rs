//! Where a reader is and what it met: looked at when reading has failed, and next to free while it succeeds.
//!
//! The way to a fault is gathered on the way back from it: each list and each object that the error passes adds its step. Until
//! then an object keeps the place of the field that it reads among the names that its type knows, and a list the number of its
//! elements: nothing is copied, and no memory is taken.

use alloc::vec::Vec;
use core::{
    cell::{Cell, RefCell},
    str,
};

use super::fault::Found;
use crate::id::AppKey;

/// The names that an object may hold, as its type knows them.
pub(super) type Names = &'static [&'static str];

/// The name of a field that is not known, if it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unknown {
    bytes: [u8; Self::MOST],
    len: u8,
    /// How many characters it has.
    pub(super) characters: usize,
}

impl Unknown {
    const MOST: usize = 32;

    pub(super) fn new(name: &str) -> Self {
        let mut unknown = Self { bytes: [0; Self::MOST], len: 0, characters: name.chars().count() };
        if is_wire_name(name) {
            unknown.bytes[..name.len()].copy_from_slice(name.as_bytes());
            unknown.len = name.len() as u8;
        }
        unknown
    }

    pub(super) fn shown(&self) -> Option<&str> {
        let name = str::from_utf8(&self.bytes[..usize::from(self.len)]).ok()?;
        Some(name).filter(|name| !name.is_empty())
    }
}

/// Whether an unknown name may be shown: it looks like one of the stored form, not like something a person wrote.
pub(super) fn is_wire_name(name: &str) -> bool {
    name.len() <= Unknown::MOST
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'/'))
}

/// One step from a value to what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Field(&'static str),
    /// A field that is not known.
    Unknown(Unknown),
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
    /// A name is not known: whether it is that of a field, or a name that is a value.
    Name { name: Unknown, is_key: bool },
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
    /// The names that the field may have, and its place among them: where to look first, and then where it is.
    names: Cell<Names>,
    field: Cell<usize>,
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
            names: Cell::new(&[]),
            field: Cell::new(0),
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

    /// The next text is one of these names. Fields mostly come in order, so the one after the last is tried first.
    #[inline]
    pub(super) fn listen_for_a_name(&self, names: Names, next: usize) {
        if self.knows {
            self.listening.set(Listening::Field);
            self.names.set(names);
            self.field.set(next);
        }
    }

    /// The place of the name that was heard.
    #[inline]
    pub(super) fn heard(&self) -> usize {
        self.field.get()
    }

    /// The value of a field comes.
    #[inline]
    pub(super) fn enter(&self, names: Names, field: usize) {
        let is_key = self.lists.get() == 1 && self.knows && names.get(field).is_some_and(|name| *name == "key");
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
        if self.listening.get() != Listening::No {
            self.keep(text);
        }
    }

    /// Out of line, for it is called from wherever a text is read.
    #[inline(never)]
    fn keep(&self, text: &str) {
        if self.listening.replace(Listening::No) == Listening::AppKey {
            self.app_key.set(AppKey::new(text).ok());
            return;
        }
        let (names, next) = (self.names.get(), self.field.get());
        if names.get(next).is_some_and(|name| *name == text) {
            return;
        }
        let (before, after) = names.split_at(next.min(names.len()));
        let is_name = |name: &&str| *name == text;
        let found = after.iter().position(is_name).map(|at| before.len() + at);
        self.field.set(found.or_else(|| before.iter().position(is_name)).unwrap_or(usize::MAX));
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
        if let Why::Name { name, .. } = self.why.get() {
            self.why.set(Why::Name { name, is_key: true });
        }
    }

    /// What failed is the element of a list, counted from 0.
    #[cold]
    pub(super) fn failed_in_list(&self, index: usize) {
        self.steps.borrow_mut().push(Step::Index(index));
    }

    /// What failed is the value of a field.
    #[cold]
    pub(super) fn failed_in_field(&self, names: Names, field: usize) {
        self.steps.borrow_mut().push(Step::Field(names.get(field).unwrap_or(&"…")));
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
    use super::{Names, Track, Unknown, is_wire_name};

    #[test]
    fn a_wire_name_is_no_name_of_a_person() {
        assert!(["ipt/9", "session_held", "acute-16"].into_iter().all(is_wire_name));
        assert!(!["", "Mary", "mary smith", "ärger", "0151-234567", "_x"].into_iter().any(is_wire_name));
        assert!(!is_wire_name(&"a".repeat(33)));
    }

    #[test]
    fn an_unknown_name_is_shown_if_it_is_one_of_the_form() {
        assert_eq!(Unknown::new("duration").shown(), Some("duration"));
        assert_eq!(Unknown::new("Mary").shown(), None);
        assert_eq!((Unknown::new("Märy").characters, Unknown::new("").shown()), (4, None));
        assert_eq!(Unknown::new(&"a".repeat(32)).shown().map(str::len), Some(32));
        assert_eq!(Unknown::new(&"a".repeat(33)).shown(), None);
    }

    #[test]
    fn a_field_is_found_from_wherever_it_is_looked_for() {
        const NAMES: Names = &["at", "by", "key"];
        let track = Track::new(true);
        for next in 0..5 {
            for (place, name) in NAMES.iter().enumerate() {
                track.listen_for_a_name(NAMES, next);
                track.hear(name);
                assert_eq!(track.heard(), place);
            }
            track.listen_for_a_name(NAMES, next);
            track.hear("other");
            assert!(NAMES.get(track.heard()).is_none());
        }
    }
}
