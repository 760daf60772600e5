//! A session plan in words: for professionals, neutral, options rather than orders.

use core::fmt;

use super::{AgendaItem, AgendaSlot, Pressing, Promised, Reason, SessionPlan, What};
use crate::{
    plan::DeadlineStatus,
    rule,
    task::{EndingTask, Task},
};

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SafetyResponse => "the open safety concern: a response, and its documentation",
            Self::SafetyReassessment => "the safety concern: a reassessment after the response",
            Self::HandOverFollowUp => "the safety concern: whether the hand-over arrived",
            Self::Opening => "opening: the time since the last session, or what brings the patient now",
            Self::AttemptReview => "what came of the work agreed last time",
            Self::SymptomCheck => "symptoms and mood",
            Self::Score(instrument) => return write!(f, "a score on {instrument}, reported back"),
            Self::Enquiry => "direct questions about safety",
            Self::MoodEventLink => "the link between mood and events, both ways",
            Self::Participant(relation) => return write!(f, "taking part: {relation}"),
            Self::Phase(phase) => return write!(f, "the {phase} phase may begin with this session"),
            Self::Frame => "the time limit, voiced",
            Self::OwnContract => "a contract of its own for what follows acute treatment",
            Self::Initial(task) => return write!(f, "{}", Task::Initial(*task)),
            Self::Declared(token) => return write!(f, "{token}"),
            Self::Incident => "a recent incident, as concretely as it happened",
            Self::Affect => "the feelings that come with it",
            Self::Strategy(strategy) => return write!(f, "{strategy}"),
            Self::FocusItem(place) => return write!(f, "item {place} of the focus"),
            Self::Technique(technique) => return write!(f, "{technique}"),
            Self::DisputeStage => "the stage of the dispute",
            Self::EventsReasked => "life events since they were last asked about",
            Self::ProgressReview => "a review of progress",
            Self::AnotherOption => "in the review, an option other than going on as before",
            Self::Markers(area) => return write!(f, "how far {area} is worked through"),
            Self::Ending(task) => return write!(f, "{}", Task::Ending(*task)),
            Self::Options => "options, and where each may lead",
            Self::Rehearsal => "a rehearsal of what the patient wants to say or do",
            Self::Summary => "a summary by patient and therapist",
            Self::BetweenSessionPlan => "what the patient takes up until next time",
            Self::SessionsLeft => "how many sessions are left",
        })
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(code) => write!(f, "{code}"),
            Self::Protocol(path) => write!(f, "protocol: {path}"),
            Self::Agreed(entry) => write!(f, "agreed in {entry}"),
            Self::Region(region) => write!(f, "{region} is open"),
        }
    }
}

impl fmt::Display for AgendaItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (", self.what)?;
        match self.pressing {
            Pressing::Due => f.write_str("due; ")?,
            Pressing::DueBy(session) => write!(f, "due by session {session}; ")?,
            Pressing::Optional => f.write_str("optional; ")?,
        }
        write!(f, "{}", self.reason)?;
        match self.otherwise {
            Some(code) if self.reason != Reason::Rule(code) => write!(f, "; otherwise {code})"),
            _ => f.write_str(")"),
        }
    }
}

/// Words for people: the agenda first, then what stands beside it. Without any text of the record.
impl fmt::Display for SessionPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_expected {
            write!(f, "Session {} on {} – {}, {} minutes", self.ordinal, self.day, self.phase_label, self.minutes)?;
            match self.left {
                Some(left) => writeln!(f, "; sessions left, this one included: {left}")?,
                None => writeln!(f)?,
            }
        } else {
            writeln!(f, "As of {} no session is to come.", self.day)?;
        }
        if let Some(window) = self.window {
            writeln!(
                f,
                "Between {} ({}) and {} ({})",
                window.earliest, window.why_earliest, window.latest, window.why_latest
            )?;
        }
        if !self.agenda.is_empty() {
            writeln!(f, "Consider, in this order:")?;
        }
        for item in &self.agenda {
            let first = if item.slot == AgendaSlot::Safety { "first: " } else { "" };
            writeln!(f, "- {first}{item}")?;
        }
        self.beside(f)
    }
}

impl SessionPlan {
    fn beside(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for promise in &self.agreed {
            match promise.what {
                Promised::BetweenSessionWork(work) => {
                    writeln!(f, "Agreed in {} and not reviewed: {work}", promise.agreed_in)?;
                }
                Promised::SafetyReview(day) => {
                    writeln!(f, "Agreed in {}: the safety concern is looked at again on {day}", promise.agreed_in)?;
                }
            }
        }
        for focus in &self.focus {
            match focus.area {
                Some(area) => writeln!(f, "Focus {}, {area}: not touched yet: {}", focus.item, focus.untouched)?,
                None => writeln!(f, "Focus {}: none of the four areas", focus.item)?,
            }
        }
        if !self.open.initial.is_empty() {
            writeln!(f, "Initial tasks open: {}", self.open.initial)?;
        }
        let ending = self.open.ending.without(EndingTask::AnnounceEnd);
        if !ending.is_empty() && self.ending.announced {
            writeln!(f, "Tasks of the ending open: {ending}")?;
        }
        if let Some(deadline) = self.ending.deadline {
            let verb = if deadline.status == DeadlineStatus::Passed { "was" } else { "is" };
            match deadline.status {
                DeadlineStatus::Met => writeln!(f, "The end is announced")?,
                _ => writeln!(f, "The end is not announced; session {} {verb} the last for it", deadline.by)?,
            }
        }
        for &code in &self.regardless {
            let title = rule::explain(code).map_or("", |meta| &meta.title);
            writeln!(f, "Whatever the session brings, {code} will find something: {title}")?;
        }
        Ok(())
    }
}
