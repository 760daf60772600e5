//! What covers the days between two sessions: announced breaks, pauses, stays in hospital. The one
//! reading of the record, for the rules and for the plans.

use chrono::NaiveDate;

use crate::{
    base::days::DaySpan,
    record::{
        Fact,
        contact::{AdmissionEvent, EngagementDecision},
    },
};

/// What covers days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover {
    /// A break that was announced.
    Break,
    /// A pause, with the day on which it is looked at again.
    Pause(Option<NaiveDate>),
    /// A stay in hospital.
    Hospital,
}

/// A stretch of days that is covered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) by: Cover,
    pub(crate) from: NaiveDate,
    /// The last day; none while it goes on.
    pub(crate) until: Option<NaiveDate>,
}

impl Stretch {
    /// Its days, as far as they are known.
    pub(crate) fn span(self) -> DaySpan {
        DaySpan::new(self.from, self.until.unwrap_or(NaiveDate::MAX))
    }
}

/// The stretches that facts tell of, each fact with its day. A pause ends with the first resumption
/// on its day or later, or with the first session held after its day, whatever was written of an
/// end; a stay with the first discharge, or where none is on record with the first session held
/// after its day: a discharge that nobody wrote down explains no later gap. Facts of each of these
/// kinds come in the order of their days.
pub(crate) fn stretches<'a, F>(facts: F) -> impl Iterator<Item = Stretch> + Clone
where
    F: Iterator<Item = (NaiveDate, &'a Fact)> + Clone,
{
    let all = facts.clone();
    facts.filter_map(move |(on, fact)| {
        let ended = |ends: &dyn Fn(NaiveDate, &Fact) -> bool| {
            let end = all.clone().find(|&(day, fact)| day >= on && ends(day, fact));
            // The day on which it ends is not covered.
            end.map(|(day, _)| day.pred_opt().unwrap_or(day))
        };
        // A pause is agreed in a session as a rule: one of its own day does not end it.
        let resumed = |day: NaiveDate, fact: &Fact| match fact {
            Fact::Resumed(_) => true,
            Fact::Session(session) => day > on && session.attendance.is_held(),
            _ => false,
        };
        match fact {
            Fact::BreakAnnounced(announced) => {
                Some(Stretch { by: Cover::Break, from: announced.from, until: Some(announced.until) })
            }
            Fact::Paused(paused) => {
                Some(Stretch { by: Cover::Pause(paused.review_on), from: on, until: ended(&resumed) })
            }
            Fact::EngagementDecided(decided) if decided.decision == EngagementDecision::Pause => {
                Some(Stretch { by: Cover::Pause(None), from: on, until: ended(&resumed) })
            }
            Fact::Admission(admission) if admission.event == AdmissionEvent::Admitted => {
                let discharged = |_, fact: &Fact| {
                    matches!(fact, Fact::Admission(admission) if admission.event == AdmissionEvent::Discharged)
                };
                let seen = |day: NaiveDate, fact: &Fact| {
                    day > on && matches!(fact, Fact::Session(session) if session.attendance.is_held())
                };
                let until = ended(&discharged).or_else(|| ended(&seen));
                Some(Stretch { by: Cover::Hospital, from: on, until })
            }
            _ => None,
        }
    })
}
