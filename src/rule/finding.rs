//! What a rule saw.

use chrono::NaiveDate;

use super::{Evidence, Place, RuleCode, Severity};
use crate::{entry::Seq, id::AppKey, topic::Topic};

/// Whether a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(clippy::exhaustive_enums, reason = "standing, remedied, waived: a finding is never erased")]
pub enum Status {
    /// It stands.
    Standing,
    /// It was made good later. It stays in the history.
    Remedied {
        /// By which entry.
        by: Seq,
    },
    /// Leaving the protocol was justified.
    Waived {
        /// By which entry.
        by: Seq,
    },
}

/// What a rule saw: a code, a place, and what it rests on. Small, `Copy`, without any text of the record.
///
/// A finding holds dates, scores and codes: it is health data. [`Report::counts`](super::Report::counts) is the view for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub code: RuleCode,
    /// How much it weighs here.
    pub severity: Severity,
    /// Where it lies.
    pub place: Place,
    /// The day that it is about, if there is one.
    pub on: Option<NaiveDate>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Another place to look at.
    pub related: Option<Place>,
    /// Whether it stands.
    pub status: Status,
    /// The application's own key of the entry.
    pub key: Option<AppKey>,
}

impl Finding {
    /// Makes a note of the entry that made it good later.
    pub fn remedied_by(&mut self, by: Seq) -> &mut Self {
        self.status = Status::Remedied { by };
        self
    }

    /// Makes a note of another place to look at.
    pub fn see(&mut self, place: Place) -> &mut Self {
        self.related = Some(place);
        self
    }

    /// Whether it stands: neither remedied nor waived.
    #[must_use]
    pub const fn stands(&self) -> bool {
        matches!(self.status, Status::Standing)
    }
}

/// A question that the record does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown {
    /// The rule that asks.
    pub code: RuleCode,
    /// Where.
    pub place: Place,
    /// The topic that the record does not report in full there; none if the record begins after the fact.
    pub topic: Topic,
}
