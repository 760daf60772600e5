//! A course and a session of it, at which something is planted.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use crate::{
    course::entry::{Content, Entry},
    protocol::Protocol,
    record::{Fact, FactKind, session::Session},
    testing::exemplar::{self, Exemplar},
};

/// The course, and the session at which something is planted.
pub(super) struct Bed<'a> {
    pub(super) protocol: &'a Protocol,
    pub(super) entries: Vec<Entry>,
    /// The places in the list of the notes of all sessions that were held.
    held: Vec<usize>,
    at: usize,
    /// Where it is to be found, if that is not at the session.
    within: Option<(NaiveDate, NaiveDate)>,
}

impl<'a> Bed<'a> {
    pub(super) fn new(protocol: &'a Protocol, entries: &[Entry], at: usize) -> Option<Self> {
        let held = held(entries);
        let at = at % held.len().max(1);
        held.get(at)?;
        Some(Self {
            protocol,
            entries: entries.to_vec(),
            held,
            at,
            within: None,
        })
    }

    /// Its place among the sessions held, from 0.
    pub(super) fn index(&self) -> usize {
        self.at
    }

    /// The session that many after it, or before it.
    pub(super) fn session(&self, after: isize) -> Option<&Session> {
        match self.entry(after)?.stated() {
            Some((_, Fact::Session(session))) => Some(session),
            _ => None,
        }
    }

    pub(super) fn edit(&mut self, after: isize, edit: impl FnOnce(&mut Session)) -> Option<()> {
        let place = *self.held.get(self.at.checked_add_signed(after)?)?;
        match &mut self.entries.get_mut(place)?.content {
            Content::Fact {
                fact: Fact::Session(session),
                ..
            } => edit(session),
            _ => return None,
        }
        Some(())
    }

    fn entry(&self, after: isize) -> Option<&Entry> {
        let place = *self.held.get(self.at.checked_add_signed(after)?)?;
        self.entries.get(place)
    }

    /// The day of the session.
    pub(super) fn day(&self) -> NaiveDate {
        self.day_of(0).unwrap_or(NaiveDate::MIN)
    }

    /// The day of the session that many after it.
    pub(super) fn day_of(&self, after: isize) -> Option<NaiveDate> {
        self.entry(after)?.day()
    }

    /// A day between the session and the next, so many days after it.
    pub(super) fn between(&self, days: u64) -> Option<NaiveDate> {
        let day = self.day().checked_add_days(Days::new(days))?;
        (day < self.day_of(1)?).then_some(day)
    }

    /// Whether this session and the next are of one track.
    pub(super) fn goes_on(&self) -> Option<()> {
        (self.session(0)?.track == self.session(1)?.track).then_some(())
    }

    /// Whether nobody asked about safety on its day but in its note.
    pub(super) fn asks_alone(&self) -> Option<()> {
        let day = self.day_of(0);
        let asks = |entry: &Entry| matches!(entry.stated(), Some((on, Fact::EnquiryMade(_))) if Some(on) == day);
        let is_asked = self.entries.iter().any(asks);
        (!is_asked && self.day_of(-1) != day && self.day_of(1) != day).then_some(())
    }

    /// Writes a fact on its day, after everything of that day.
    pub(super) fn add(&mut self, on: NaiveDate, fact: impl Into<Fact>) {
        let place = self
            .entries
            .iter()
            .rposition(|entry| entry.day().is_some_and(|day| day <= on));
        let before = place.and_then(|place| self.entries.get(place));
        let moment = exemplar::written_on(on);
        let moment = before.map_or(moment, |before| before.recorded_at.max(moment));
        let entry = Entry::fact(moment, Exemplar::THERAPIST, on, fact);
        self.entries
            .insert(place.map_or(0, |place| place + 1), entry);
        self.held = held(&self.entries);
    }

    /// Takes all facts of a kind out.
    pub(super) fn remove(&mut self, kind: FactKind) -> Option<()> {
        let taken = exemplar::remove(&mut self.entries, kind);
        self.held = held(&self.entries);
        (!taken.is_empty()).then_some(())
    }

    /// Takes out what is not kept.
    pub(super) fn retain(&mut self, keep: impl FnMut(&Entry) -> bool) {
        self.entries.retain(keep);
        self.held = held(&self.entries);
    }

    pub(super) fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.entries
            .iter()
            .filter_map(|entry| entry.stated().map(|(_, fact)| fact))
    }

    pub(super) fn edit_facts(&mut self, mut edit: impl FnMut(&mut Fact)) {
        for entry in &mut self.entries {
            if let Content::Fact { fact, .. } = &mut entry.content {
                edit(fact);
            }
        }
    }

    pub(super) fn edit_sessions(&mut self, mut edit: impl FnMut(&mut Session)) {
        self.edit_facts(|fact| {
            if let Fact::Session(session) = fact {
                edit(session);
            }
        });
    }

    /// Takes the label of acute phases off all notes, and the steps into them out.
    pub(super) fn without_labels(&mut self) {
        self.edit_sessions(|session| {
            session.phase = session.phase.filter(|phase| !phase.is_acute());
        });
        self.retain(|entry| {
            !matches!(entry.stated(), Some((_, Fact::PhaseBegun(begun))) if begun.phase.is_acute())
        });
    }

    /// It may be found anywhere in the course.
    pub(super) fn anywhere(&mut self) {
        self.within = Some(super::ANYWHERE);
    }

    /// The days at which it is to be found: from the day before the session to the next one.
    pub(super) fn found_within(&self) -> (NaiveDate, NaiveDate) {
        self.within.unwrap_or_else(|| {
            let day = self.day();
            let next = self
                .day_of(1)
                .unwrap_or(day)
                .max(day.succ_opt().unwrap_or(day));
            (day.pred_opt().unwrap_or(day), next)
        })
    }
}

fn held(entries: &[Entry]) -> Vec<usize> {
    let is_held = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::Session(session))) if session.attendance.is_held());
    (0..)
        .zip(entries)
        .filter(|(_, entry)| is_held(entry))
        .map(|(place, _)| place)
        .collect()
}
