//! Changing one thing in a list of entries.

use alloc::vec::Vec;

use chrono::{NaiveDate, TimeDelta};

use crate::{
    course::entry::{Content, Entry},
    record::{Fact, FactKind, session::Session},
    vocabulary::Track,
};

/// The place in the list of the `n`th session held on the main track, counted from 1.
#[must_use]
pub fn held(entries: &[Entry], n: u16) -> Option<usize> {
    let mut sessions = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| session(entry).is_some_and(is_held_on_main));
    sessions
        .nth(usize::from(n).checked_sub(1)?)
        .map(|(index, _)| index)
}

/// The note of the `n`th session held on the main track, to be changed.
pub fn session_mut(entries: &mut [Entry], n: u16) -> Option<&mut Session> {
    let index = held(entries, n)?;
    match &mut entries.get_mut(index)?.content {
        Content::Fact {
            fact: Fact::Session(session),
            ..
        } => Some(session),
        _ => None,
    }
}

/// The places in the list of all facts of a kind.
#[must_use]
pub fn of_kind(entries: &[Entry], kind: FactKind) -> Vec<usize> {
    let is = |entry: &Entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == kind);
    entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| is(entry))
        .map(|(index, _)| index)
        .collect()
}

/// Takes all facts of a kind out of the list, and gives them back.
pub fn remove(entries: &mut Vec<Entry>, kind: FactKind) -> Vec<Entry> {
    let is = |entry: &Entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == kind);
    let (taken, kept) = entries.drain(..).partition(is);
    *entries = kept;
    taken
}

/// Moves what happened on a day and afterwards by so many days, with its time of writing. Days that
/// facts speak of stay.
///
/// What would leave the calendar stays where it is.
pub fn postpone(entries: &mut [Entry], from: NaiveDate, days: i64) {
    let Some(by) = TimeDelta::try_days(days) else {
        return;
    };
    for entry in entries {
        let day = match &mut entry.content {
            Content::Fact { on, .. } | Content::ChangeProtocol { on, .. } => on,
            Content::Correct(correct) => &mut correct.on,
            Content::Strike(_) | Content::Waive(_) => continue,
        };
        if *day < from {
            continue;
        }
        if let (Some(moved), Some(written)) = (
            day.checked_add_signed(by),
            entry.recorded_at.checked_add_signed(by),
        ) {
            *day = moved;
            entry.recorded_at = written;
        }
    }
}

fn session(entry: &Entry) -> Option<&Session> {
    match entry.stated() {
        Some((_, Fact::Session(session))) => Some(session),
        _ => None,
    }
}

fn is_held_on_main(session: &Session) -> bool {
    session.attendance.is_held() && session.track == Track::Main
}
