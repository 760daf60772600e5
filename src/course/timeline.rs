//! The standing facts in the order in which they take effect.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::{record::Fact, vocabulary::Seq};

/// Within one day the opening comes first and the closing last; between them facts take effect in
/// order of writing.
pub(super) const fn rank(fact: &Fact) -> u8 {
    match fact {
        Fact::Opened(_) => 0,
        Fact::Closed(_) => 2,
        _ => 1,
    }
}

/// The order of the standing facts, and which entries do not stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Timeline {
    order: Vec<(NaiveDate, u8, Seq)>,
    struck: Vec<Seq>,
    /// The entries that change the protocol, in order of writing.
    protocol_changes: Vec<Seq>,
}

impl Timeline {
    pub(super) fn opened(on: NaiveDate) -> Self {
        Self {
            order: alloc::vec![(on, 0, Seq::at(0))],
            ..Self::default()
        }
    }

    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Seq, NaiveDate)> + Clone + '_ {
        self.order.iter().map(|&(on, _, seq)| (seq, on))
    }

    /// The facts before the place of one of that day and rank.
    pub(super) fn before(
        &self,
        on: NaiveDate,
        rank: u8,
    ) -> impl Iterator<Item = (Seq, NaiveDate)> + Clone + '_ {
        self.order
            .iter()
            .take_while(move |&&(day, r, _)| (day, r) <= (on, rank))
            .map(|&(on, _, seq)| (seq, on))
    }

    /// Whether a fact of that day and rank, written now, comes after all others.
    pub(super) fn comes_last(&self, on: NaiveDate, rank: u8) -> bool {
        self.order
            .last()
            .is_none_or(|&(day, r, _)| (day, r) <= (on, rank))
    }

    pub(super) fn push(&mut self, seq: Seq, on: NaiveDate, rank: u8) {
        self.order.push((on, rank, seq));
    }

    pub(super) fn insert(&mut self, seq: Seq, on: NaiveDate, rank: u8) {
        let at = self
            .order
            .partition_point(|&(day, r, other)| (day, r, other) < (on, rank, seq));
        self.order.insert(at, (on, rank, seq));
    }

    pub(super) fn remove(&mut self, seq: Seq) {
        self.order.retain(|&(.., other)| other != seq);
    }

    pub(super) fn with(&self, seq: Seq, on: NaiveDate, rank: u8) -> Self {
        let mut timeline = self.clone();
        timeline.insert(seq, on, rank);
        timeline
    }

    pub(super) fn without(&self, seq: Seq) -> Self {
        let mut timeline = self.clone();
        timeline.remove(seq);
        timeline
    }

    pub(super) fn strike(&mut self, seq: Seq) {
        if let Err(at) = self.struck.binary_search(&seq) {
            self.struck.insert(at, seq);
        }
    }

    pub(super) fn is_struck(&self, seq: Seq) -> bool {
        self.struck.binary_search(&seq).is_ok()
    }

    pub(super) fn note_protocol_change(&mut self, seq: Seq) {
        self.protocol_changes.push(seq);
    }

    pub(super) fn protocol_changes(&self) -> &[Seq] {
        &self.protocol_changes
    }
}
