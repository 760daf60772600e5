//! The ways in which the parts of a protocol disagree, and the error that tells them.

use alloc::{string::String, vec::Vec};
use core::fmt;

use thiserror::Error;

use crate::{
    base::set::{enum_set, vocabulary},
    vocabulary::ProtocolId,
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
        /// The modules leave a hole, overlap, or lie outside the course.
        ModuleNumbers = "module_numbers",
        /// A module is a stretch of a phase that the protocol does not have.
        ModulePhase = "module_phase",
        /// A module is listed twice.
        ModuleTwice = "module_twice",
        /// A score at entry has no bound, or bounds in the wrong order.
        EntryScore = "entry_score",
        /// The range of minutes of a further track is empty.
        TrackMinutes = "track_minutes",
        /// An event outside treatment ends a phase that the protocol does not have.
        AnchorPhase = "anchor_phase",
        /// A second item is put off until a phase that the protocol does not have.
        ParkedPhase = "parked_phase",
        /// An activity is not done after a phase that the protocol does not have.
        ProscribedPhase = "proscribed_phase",
        /// The protocol has a word for an area that it does not have.
        AreaLabelArea = "area_label_area",
        /// The protocol has two words for one area.
        AreaLabelTwice = "area_label_twice",
        /// The range of members or of facilitators of a group is empty.
        GroupRange = "group_range",
        /// A last session for joining a group is given where joining late is not provided for.
        GroupEntry = "group_entry",
        /// The range of months of maintenance is empty.
        MonthsRange = "months_range",
        /// Medication is withheld for some weeks, and the policy is another.
        MedicationWithheld = "medication_withheld",
        /// A technique is listed twice.
        TechniqueTwice = "technique_twice",
        /// A technique is asked for and forbidden.
        TechniqueBothWays = "technique_both_ways",
        /// A kind of work between sessions is provided for and forbidden.
        WorkBothWays = "work_both_ways",
        /// A task is asked for and forbidden.
        TaskBothWays = "task_both_ways",
        /// An activity is proscribed twice.
        ProscribedTwice = "proscribed_twice",
        /// A decision is looked for at no time.
        StepTime = "step_time",
        /// A decision is looked for before the first session or week, or after the last.
        StepAfterLast = "step_after_last",
        /// A completed course has no sessions or weeks, or more than the protocol.
        Completion = "completion",
        /// Somebody comes to more sessions than there are.
        ParticipantSessions = "participant_sessions",
        /// A number has no source, or a source of another kind than its basis says.
        Unsourced = "unsourced",
    }
}

enum_set! {
    /// Ways in which the parts of a protocol disagree.
    pub struct FaultSet(u64) of Fault;
}

/// A place where the parts of a protocol disagree: where it is written, what was found there, and
/// what it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disagreement {
    /// The kind of fault.
    pub fault: Fault,
    /// Where it is written: `entry_scores[0].min`.
    pub path: String,
    /// What was found there.
    pub found: String,
    /// What is accepted instead.
    pub expected: String,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            fault: _,
            path,
            found,
            expected,
        } = self;
        write!(f, "`{path}`: {found}; {expected}")
    }
}

/// Why a specification cannot be used as a protocol: its parts disagree. Every place is named at
/// once, each in a line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the protocol {id} contradicts itself:{}", Lines(.disagreements))]
#[non_exhaustive]
pub struct ProtocolError {
    /// The protocol.
    pub id: ProtocolId,
    /// The kinds of fault that it has.
    pub faults: FaultSet,
    /// The places, in the order of the faults: at least one for each.
    pub disagreements: Vec<Disagreement>,
}

impl ProtocolError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<crate::vocabulary::RuleCode> {
        None
    }
}

struct Lines<'a>(&'a [Disagreement]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|disagreement| write!(f, "\n- {disagreement}"))
    }
}
