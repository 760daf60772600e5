//! Taking over entries of any quality.

use alloc::vec::Vec;

use super::{Course, ImportError, RecordError, Recorded};
use crate::{
    course::entry::{Entry, Origin},
    protocol::SharedProtocol,
    record::Fact,
    vocabulary::AppKey,
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
    /// Why it was set aside. `None` if the record already holds an entry with the same key and the
    /// same content.
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
        let mut entries: Vec<Option<Entry>> = entries.into_iter().map(Some).collect();
        let opens = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::Opened(_))));
        let mut opened = None;
        for slot in &mut entries {
            if slot.as_ref().is_some_and(opens) {
                if let Some(Ok(course)) = slot
                    .clone()
                    .map(|entry| Self::begin(protocol.clone(), imported(entry)))
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
        let aside = course.take_over(entries);
        Ok(Imported { course, aside })
    }

    /// Takes entries of any quality over into an open course. What contradicts the record is set
    /// aside with its error and place, and so is what the record already has under the same key;
    /// the rest is recorded. Entries written live are marked as imported.
    ///
    /// ```
    /// use interpersonal::{AppKey, Entry, RecordError, record::session::Session};
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("import-job"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let row = |key, minutes: u16| {
    ///     at.with_key(AppKey::from_static(key)).entry(Session::attended().with_minutes(minutes))
    /// };
    /// assert!(course.import_into([row("row-1", 50)]).is_empty());
    ///
    /// // The next export has the old row with other minutes, and a new one.
    /// let aside = course.import_into([row("row-1", 45), row("row-2", 50)]);
    /// assert!(matches!(aside[0].error, Some(RecordError::KeyTaken { .. })));
    /// assert_eq!((aside.len(), course.state().held()), (1, 2));
    /// # Ok::<(), RecordError>(())
    /// ```
    pub fn import_into(&mut self, entries: impl IntoIterator<Item = Entry>) -> Vec<SetAside> {
        self.take_over(entries.into_iter().map(Some))
    }

    /// Records what can stand, and gives the rest back. A place that holds no entry is passed over.
    fn take_over(&mut self, entries: impl IntoIterator<Item = Option<Entry>>) -> Vec<SetAside> {
        let mut aside = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let Some(entry) = entry.map(imported) else {
                continue;
            };
            // Recording takes the entry by value, and what is set aside is given back.
            let copy = entry.clone();
            let error = match self.record_entry(entry) {
                Ok(Recorded::Taken { .. }) => continue,
                Ok(Recorded::Ignored { .. }) => None,
                Err(error) => Some(error),
            };
            aside.push(SetAside {
                position: index + 1,
                key: copy.key,
                error,
                entry: copy,
            });
        }
        aside
    }
}

fn imported(entry: Entry) -> Entry {
    if entry.origin == Origin::Live {
        entry.with_origin(Origin::Imported)
    } else {
        entry
    }
}
