//! Taking over entries of any quality.

use alloc::vec::Vec;

use super::{Course, ImportError, RecordError, Recorded};
use crate::{
    course::entry::{Entry, Origin},
    protocol::SharedProtocol,
    record::Fact,
    vocabulary::{AppKey, Seq},
};

/// A course made from entries of any quality, and the entries that were set aside.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Imported {
    /// The course, made from all entries that can stand.
    pub course: Course,
    /// The entries that contradict the record, in the order in which they came.
    pub aside: Vec<SetAside>,
}

/// An entry that was set aside.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SetAside {
    /// Its place among the entries offered, from 1.
    pub position: usize,
    /// The application's key of the entry.
    pub key: Option<AppKey>,
    /// Why it was set aside. `None` if the record already holds an entry with the same key.
    pub error: Option<RecordError>,
    /// The entry itself, so that nothing is lost.
    pub entry: Entry,
}

impl Course {
    /// Makes a course of entries of any quality. What contradicts the record is set aside with its
    /// error and place; the rest is the course. Entries written live are marked as imported.
    ///
    /// The first `opened` fact that can stand opens the course, wherever it is. Strikes and
    /// corrections name entries by their number in the course that results.
    ///
    /// # Errors
    ///
    /// [`ImportError::NoOpening`] when no entry opens the course.
    pub fn import(
        protocol: impl Into<SharedProtocol>,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<Imported, ImportError> {
        let protocol = protocol.into();
        let mut entries: Vec<Option<Entry>> = entries
            .into_iter()
            .map(|entry| Some(imported(entry)))
            .collect();
        let opens = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::Opened(_))));
        let mut opened = None;
        for slot in &mut entries {
            if slot.as_ref().is_some_and(opens) {
                if let Some(Ok(course)) = slot
                    .clone()
                    .map(|entry| Self::open(protocol.clone(), entry))
                {
                    *slot = None;
                    opened = Some(course);
                    break;
                }
            }
        }
        let Some(mut course) = opened else {
            return Err(ImportError::NoOpening {
                entries: entries.len(),
            });
        };
        let mut aside = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let Some(entry) = entry else { continue };
            let position = index + 1;
            // Recording takes the entry by value; a copy is kept only for what is set aside, so
            // check first what is cheap.
            let copy = entry.clone();
            match course.record(entry) {
                Ok(Recorded::Taken { .. }) => {}
                Ok(Recorded::Ignored { .. }) => {
                    aside.push(SetAside {
                        position,
                        key: copy.key,
                        error: None,
                        entry: copy,
                    });
                }
                Err(error) => aside.push(SetAside {
                    position,
                    key: copy.key,
                    error: Some(error),
                    entry: copy,
                }),
            }
        }
        Ok(Imported { course, aside })
    }
}

fn imported(entry: Entry) -> Entry {
    if entry.origin == Origin::Live {
        entry.with_origin(Origin::Imported)
    } else {
        entry
    }
}

impl SetAside {
    /// The number that the entry would have had, if the error names one.
    #[must_use]
    pub const fn entry_number(&self) -> Option<Seq> {
        match &self.error {
            Some(RecordError::Refused { entry, .. }) => Some(*entry),
            _ => None,
        }
    }
}
