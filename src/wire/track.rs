//! Where a reader is and what it met: looked at when reading has failed, and next to free while it
//! succeeds.
//!
//! The way to a fault is gathered on the way back from it: each list and each object that the error
//! passes adds its step. Until then an object keeps the place of the field that it reads among the
//! names that its type knows, and a list the number of its elements: nothing is copied, and no
//! memory is taken.

use alloc::{string::ToString, vec::Vec};
use core::{
    cell::{Cell, RefCell},
    fmt,
};

use super::fault::Found;
use crate::{base::given::Given, vocabulary::AppKey};

/// The names that an object may hold, as its type knows them.
pub(super) type Names = &'static [&'static str];

/// One step from a value to what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Field(&'static str),
    /// A field that is not known.
    Unknown(Given),
    Index(usize),
}

/// Why a value could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// The format or the type said so itself, in words that name nothing of this.
    Unsaid,
    /// Something else stands there.
    Value(Found),
    /// A list or an object of so many.
    Length(usize),
    /// A field is not there.
    Missing(Given),
    /// A field is there twice.
    Twice(Given),
    /// The name of a field is not known.
    Name(Given),
}

impl Why {
    /// What an error says of a list, of an object, or of what a format refused before it asked
    /// anybody. The words are serde's: an error can be asked for nothing else.
    fn in_words(message: &str) -> Option<Self> {
        let after = |words| {
            message
                .find(words)
                .map(|at| &message[at + str::len(words)..])
        };
        let name = |words| {
            after(words)
                .and_then(|rest| rest.split('`').next())
                .map(Given::new)
        };
        if let Some(name) = name("missing field `") {
            return Some(Self::Missing(name));
        }
        if let Some(name) = name("duplicate field `") {
            return Some(Self::Twice(name));
        }
        if let Some(length) = after("invalid length ") {
            return length.split(',').next()?.parse().ok().map(Self::Length);
        }
        Found::in_words(message).map(Self::Value)
    }
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
    /// The names that the field may have, and its place among them: where to look first, and then
    /// where it is.
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

    /// The next text is one of these names. Fields mostly come in order, so the one after the last
    /// is tried first.
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
        let is_key = self.lists.get() == 1
            && self.knows
            && names.get(field).is_some_and(|name| *name == "key");
        self.listening.set(if is_key {
            Listening::AppKey
        } else {
            Listening::No
        });
    }

    /// An element of a list comes. The elements of the outermost list are the entries, each with a
    /// key of its own.
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

    /// Whether the next text is to be kept.
    #[inline]
    pub(super) fn is_listening(&self) -> bool {
        self.listening.get() != Listening::No
    }

    /// A text was read; the answer is whether it is the name of a field.
    #[inline]
    pub(super) fn hear(&self, text: &str) -> bool {
        self.is_listening() && self.keep(text)
    }

    /// Out of line, for it is called from wherever a text is read.
    #[inline(never)]
    fn keep(&self, text: &str) -> bool {
        if self.listening.replace(Listening::No) == Listening::AppKey {
            self.app_key.set(AppKey::new(text).ok());
            return false;
        }
        let (names, next) = (self.names.get(), self.field.get());
        if names.get(next).is_some_and(|name| *name == text) {
            return true;
        }
        let (before, after) = names.split_at(next.min(names.len()));
        let is_name = |name: &&str| *name == text;
        let found = after.iter().position(is_name).map(|at| before.len() + at);
        self.field.set(
            found
                .or_else(|| before.iter().position(is_name))
                .unwrap_or(usize::MAX),
        );
        true
    }

    /// Notes why reading fails. What is noted first was met innermost.
    #[cold]
    pub(super) fn note(&self, why: Why) {
        if self.why.get() == Why::Unsaid {
            self.why.set(why);
        }
    }

    /// A text was refused.
    #[cold]
    pub(super) fn note_text(&self, is_name: bool, text: &str) {
        self.note(if is_name {
            Why::Name(Given::new(text))
        } else {
            Why::Value(Found::Text)
        });
    }

    /// Something was refused with an error that says why.
    #[cold]
    pub(super) fn note_words(&self, error: &dyn fmt::Display) {
        if self.knows && self.why.get() == Why::Unsaid {
            if let Some(why) = Why::in_words(&error.to_string()) {
                self.note(why);
            }
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
        self.steps
            .borrow_mut()
            .push(Step::Field(names.get(field).unwrap_or(&"…")));
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
    use super::{Names, Track};

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
