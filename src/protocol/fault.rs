//! The ways in which the parts of a protocol disagree, and how they are told.

use alloc::{string::String, vec::Vec};
use core::fmt::Write as _;

use thiserror::Error;

use super::{check::days_planned, cited::Span, spec::ProtocolSpec};
use crate::{
    base::set::{enum_set, vocabulary},
    id::ProtocolId,
};

vocabulary! {
    /// A way in which the parts of a protocol disagree.
    pub open enum Fault {
        /// No phases are listed.
        NoPhases = "no_phases",
        /// A phase is listed twice, or phases are listed out of their order.
        PhasesOutOfOrder = "phases_out_of_order",
        /// The end of a course is listed as a phase of the protocol.
        ClosedListed = "closed_listed",
        /// No problem area is listed.
        NoAreas = "no_areas",
        /// The number of active focus items is not between one and four.
        FocusCount = "focus_count",
        /// The range of sessions is empty.
        SessionsRange = "sessions_range",
        /// The range of minutes is empty.
        MinutesRange = "minutes_range",
        /// The range of minutes of the first session is empty.
        FirstMinutesRange = "first_minutes_range",
        /// The range of weeks is empty.
        WeeksRange = "weeks_range",
        /// The range of ages is empty.
        AgeRange = "age_range",
        /// The range of sessions of the ending is empty.
        EndingRange = "ending_range",
        /// The usual number of initial sessions is above the greatest.
        InitialRange = "initial_range",
        /// Initial phase and ending leave no session for the middle phase.
        NoMiddle = "no_middle",
        /// The thresholds for announcing the end are out of order.
        AnnouncementOrder = "announcement_order",
        /// The thresholds for gaps are out of order.
        GapOrder = "gap_order",
        /// The numbered phases leave a hole, overlap, or end before or after the course.
        PhaseNumbers = "phase_numbers",
        /// The stretches of the cadence leave a hole, overlap, or end before or after the course.
        CadenceNumbers = "cadence_numbers",
        /// The typical number of sessions does not fit its cadence and weeks.
        DoseAgainstWeeks = "dose_against_weeks",
        /// A specialisation belongs to an area that the protocol does not have.
        SpecialisationArea = "specialisation_area",
        /// A fraction has no denominator.
        Fraction = "fraction",
        /// No kind of time frame is allowed.
        NoTimeFrame = "no_time_frame",
        /// A rule is adjusted twice.
        AdjustedTwice = "adjusted_twice",
        /// A task is declared twice.
        DeclaredTwice = "declared_twice",
        /// A declared task belongs to a phase that the protocol does not have.
        TaskPhase = "task_phase",
        /// A declared task is due after the last session.
        TaskSession = "task_session",
        /// The range of sessions of a further track is empty.
        TrackRange = "track_range",
        /// A measure is due every so many weeks or sessions, and how many is not said.
        MeasureInterval = "measure_interval",
        /// The sick role is a task of the initial phase, and the protocol gives none.
        SickRole = "sick_role",
    }
}

enum_set! {
    /// Ways in which the parts of a protocol disagree.
    pub struct FaultSet(u32) of Fault;
}

/// Why a protocol is none: its parts disagree. All faults are named at once, each with the two things that disagree.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the protocol {id} contradicts itself: {}", .sentences.join("; "))]
#[non_exhaustive]
pub struct ProtocolError {
    /// The protocol.
    pub id: ProtocolId,
    /// What is wrong.
    pub faults: FaultSet,
    /// Each fault in a sentence with its numbers.
    pub sentences: Vec<String>,
}

impl ProtocolSpec {
    /// The faults as an error with a sentence each.
    pub(super) fn error(&self, faults: FaultSet) -> ProtocolError {
        ProtocolError { id: self.id, faults, sentences: faults.iter().map(|fault| self.sentence(fault)).collect() }
    }

    fn sentence(&self, fault: Fault) -> String {
        let mut text = String::new();
        let sessions = self.dose.sessions.value;
        let span = |what: &str, span: Span| {
            alloc::format!(
                "the range of {what} runs from {} over {} to {}, and these stand in order, from 1 up",
                span.min,
                span.typical,
                span.max
            )
        };
        // Writing to a String cannot fail.
        let _ = match fault {
            Fault::NoPhases => write!(text, "it lists no phases, and a course needs at least one"),
            Fault::PhasesOutOfOrder => {
                let _ = write!(text, "it lists the phases as");
                for (i, phase) in self.phases.iter().enumerate() {
                    let _ = write!(text, "{} {}", if i == 0 { "" } else { "," }, phase.phase);
                }
                write!(text, ", and each stands once, in the order assessment to maintenance")
            }
            Fault::ClosedListed => write!(text, "it lists closed as a phase, and closing is open to every phase"),
            Fault::NoAreas => write!(text, "it lists no problem area, and a focus is one of them"),
            Fault::FocusCount => write!(
                text,
                "it allows {} active focus items, and a focus has one to four",
                self.focus.max_active.value
            ),
            Fault::SessionsRange => write!(text, "{}", span("sessions", sessions)),
            Fault::MinutesRange => write!(text, "{}", span("minutes", self.dose.minutes.value)),
            Fault::FirstMinutesRange => write!(
                text,
                "{}",
                self.dose
                    .first_minutes
                    .map_or_else(String::new, |first| span("minutes of the first session", first.value))
            ),
            Fault::WeeksRange => write!(text, "{}", span("weeks", self.dose.weeks.value)),
            Fault::AgeRange => write!(
                text,
                "the range of ages runs from {} to {}",
                self.population.age_min.map_or(0, |age| age.value),
                self.population.age_max.map_or(u8::MAX, |age| age.value)
            ),
            Fault::EndingRange => write!(
                text,
                "the ending takes at least {} and at most {} sessions",
                self.ending.sessions_min.value, self.ending.sessions_max.value
            ),
            Fault::InitialRange => write!(
                text,
                "the initial phase usually takes {} sessions and at most {}",
                self.initial.sessions_usual.value, self.initial.sessions_most.value
            ),
            Fault::NoMiddle => write!(
                text,
                "an initial phase of {} sessions and an ending of {} leave none of {} for the middle phase",
                self.initial.sessions_usual.value, self.ending.sessions_min.value, sessions.typical
            ),
            Fault::AnnouncementOrder => write!(
                text,
                "announcing the end is late below {} sessions left and worth a note below {}, of {} sessions",
                self.ending.announce_warn_below.value, self.ending.announce_note_below.value, sessions.typical
            ),
            Fault::GapOrder => write!(text, "the gap worth a note, the long gap and the break do not stand in order"),
            Fault::PhaseNumbers => write!(
                text,
                "the numbered phases do not run from session 1 to session {} without hole or overlap",
                sessions.typical
            ),
            Fault::CadenceNumbers => write!(
                text,
                "the stretches of the cadence do not run from session 1 to session {} without hole or overlap",
                sessions.typical
            ),
            Fault::DoseAgainstWeeks => write!(
                text,
                "{} sessions at this cadence take {} days, and {} weeks are the most",
                sessions.typical,
                days_planned(&self.cadence),
                self.dose.weeks.value.max
            ),
            Fault::SpecialisationArea => {
                write!(text, "a specialisation belongs to an area that is not among {}", self.focus.areas.value)
            }
            Fault::Fraction => write!(text, "a fraction has the denominator 0"),
            Fault::NoTimeFrame => write!(text, "it allows no kind of time frame, and a course needs one"),
            Fault::AdjustedTwice => write!(text, "it adjusts one rule twice"),
            Fault::DeclaredTwice => write!(text, "it declares one task twice"),
            Fault::TaskPhase => write!(text, "it declares a task of a phase that it does not list"),
            Fault::TaskSession => {
                write!(text, "it declares a task that is due outside sessions 1 to {}", sessions.max)
            }
            Fault::TrackRange => {
                write!(text, "the range of sessions of a further track does not run from the least over the typical on")
            }
            Fault::MeasureInterval => {
                write!(text, "a measure is due every so many weeks or sessions, and their number is not given")
            }
            Fault::SickRole => write!(text, "the sick role is among the initial tasks, and the protocol gives none"),
        };
        text
    }
}
