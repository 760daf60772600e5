//! What makes the parts of a protocol disagree. One `const` check serves presets when they are compiled and stored protocols
//! when they are read; it finds all faults at once.

use alloc::{string::String, vec::Vec};
use core::fmt::Write as _;

use thiserror::Error;

use super::{
    cited::Fraction,
    spec::{PhaseSpec, ProtocolSpec, SpecialisationSpec, Stretch},
};
use crate::{
    base::set::{enum_set, vocabulary},
    id::ProtocolId,
    phase::Phase,
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

const fn phases_in_order(phases: &[PhaseSpec]) -> bool {
    let mut i = 1;
    while i < phases.len() {
        if phases[i - 1].phase as u8 >= phases[i].phase as u8 {
            return false;
        }
        i += 1;
    }
    true
}

const fn lists_closed(phases: &[PhaseSpec]) -> bool {
    let mut i = 0;
    while i < phases.len() {
        if matches!(phases[i].phase, Phase::Closed) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether the numbered phases run from session 1 to the last without hole or overlap. Phases without numbers are passed over.
const fn phase_numbers_agree(phases: &[PhaseSpec], sessions: u16) -> bool {
    let mut next = 1;
    let mut any = false;
    let mut i = 0;
    while i < phases.len() {
        if let Some((first, last)) = phases[i].typical {
            if first != next || last < first {
                return false;
            }
            next = last + 1;
            any = true;
        }
        i += 1;
    }
    !any || next == sessions + 1
}

const fn cadence_agrees(stretches: &[Stretch], sessions: u16) -> bool {
    let mut next = 1;
    let mut i = 0;
    while i < stretches.len() {
        let stretch = stretches[i];
        if stretch.from != next || stretch.to < stretch.from || stretch.sessions == 0 || stretch.days == 0 {
            return false;
        }
        next = stretch.to + 1;
        i += 1;
    }
    stretches.is_empty() || next == sessions + 1
}

/// Days from the first to the last session at the typical length.
const fn days_planned(stretches: &[Stretch]) -> u32 {
    let mut days = 0;
    let mut i = 0;
    while i < stretches.len() {
        let stretch = stretches[i];
        // The interval before a session is that of its own stretch; the first session has none before it.
        let intervals = (stretch.to - stretch.from) as u32 + if i == 0 { 0 } else { 1 };
        if stretch.sessions > 0 {
            days += intervals * stretch.days as u32 / stretch.sessions as u32;
        }
        i += 1;
    }
    days
}

const fn specialisations_have_areas(spec: &ProtocolSpec, list: &[SpecialisationSpec]) -> bool {
    let mut i = 0;
    while i < list.len() {
        if !spec.focus.areas.value.contains(list[i].area) {
            return false;
        }
        i += 1;
    }
    true
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// A slice behind a `Cow`, in `const`.
macro_rules! slice {
    ($cow:expr) => {
        match &$cow {
            alloc::borrow::Cow::Borrowed(list) => *list,
            alloc::borrow::Cow::Owned(list) => list.as_slice(),
        }
    };
}

impl ProtocolSpec {
    /// Every way in which the parts of the protocol disagree. Empty for a protocol that can be used.
    #[must_use]
    pub const fn faults(&self) -> FaultSet {
        let mut faults = FaultSet::EMPTY;
        macro_rules! fault {
            ($fault:ident if $condition:expr) => {
                if $condition {
                    faults = faults.with(Fault::$fault);
                }
            };
        }
        let phases = slice!(self.phases);
        let stretches = slice!(self.cadence);
        let sessions = self.dose.sessions.value;
        let weeks = self.dose.weeks.value;
        fault!(NoPhases if phases.is_empty());
        fault!(PhasesOutOfOrder if !phases_in_order(phases));
        fault!(ClosedListed if lists_closed(phases));
        fault!(NoAreas if self.focus.areas.value.is_empty());
        fault!(FocusCount if self.focus.max_active.value == 0 || self.focus.max_active.value > 4);
        fault!(SessionsRange if !sessions.is_ordered() || sessions.min == 0);
        fault!(MinutesRange if !self.dose.minutes.value.is_ordered() || self.dose.minutes.value.min == 0);
        fault!(FirstMinutesRange if match self.dose.first_minutes {
            Some(first) => !first.value.is_ordered() || first.value.min == 0,
            None => false,
        });
        fault!(WeeksRange if !weeks.is_ordered() || weeks.min == 0);
        fault!(AgeRange if match (self.population.age_min, self.population.age_max) {
            (Some(min), Some(max)) => min.value > max.value,
            _ => false,
        });
        fault!(EndingRange if self.ending.sessions_min.value > self.ending.sessions_max.value);
        fault!(InitialRange if self.initial.sessions_usual.value > self.initial.sessions_most.value
            || self.initial.sessions_usual.value == 0);
        fault!(NoMiddle if self.has_phase(Phase::Initial) && self.has_phase(Phase::Middle)
            && self.initial.sessions_usual.value + self.ending.sessions_min.value >= sessions.typical);
        fault!(AnnouncementOrder if self.ending.announce_warn_below.value > self.ending.announce_note_below.value
            || self.has_phase(Phase::Termination) && self.ending.announce_note_below.value >= sessions.typical);
        fault!(GapOrder if !self.gaps_in_order());
        fault!(PhaseNumbers if !phase_numbers_agree(phases, sessions.typical));
        fault!(CadenceNumbers if !cadence_agrees(stretches, sessions.typical));
        fault!(DoseAgainstWeeks if !stretches.is_empty() && days_planned(stretches) > weeks.max as u32 * 7);
        fault!(SpecialisationArea if !specialisations_have_areas(self, slice!(self.specialisations)));
        fault!(Fraction if !self.fractions_are_sound());
        fault!(NoTimeFrame if self.dose.time_frames.value.is_empty());
        fault!(AdjustedTwice if self.adjusts_twice());
        fault!(DeclaredTwice if self.declares_twice());
        faults
    }

    const fn has_phase(&self, phase: Phase) -> bool {
        let phases = slice!(self.phases);
        let mut i = 0;
        while i < phases.len() {
            if phases[i].phase as u8 == phase as u8 {
                return true;
            }
            i += 1;
        }
        false
    }

    const fn gaps_in_order(&self) -> bool {
        const fn at_most(a: Fraction, b: Fraction) -> bool {
            a.num as u32 * b.den as u32 <= b.num as u32 * a.den as u32
        }
        at_most(self.timing.gap_note.value, self.timing.gap_warn.value)
            && at_most(self.timing.gap_warn.value, self.timing.gap_break.value)
    }

    const fn fractions_are_sound(&self) -> bool {
        self.focus.secondary_share.value.den > 0
            && self.ending.completion.value.den > 0
            && self.timing.gap_note.value.den > 0
            && self.timing.gap_warn.value.den > 0
            && self.timing.gap_break.value.den > 0
            && self.timing.overrun_most.value.den > 0
            && self.measurement.review_response.value.den > 0
    }

    const fn adjusts_twice(&self) -> bool {
        let list = slice!(self.adjustments);
        let mut i = 0;
        while i < list.len() {
            let mut j = i + 1;
            while j < list.len() {
                if same(list[i].code.as_str().as_bytes(), list[j].code.as_str().as_bytes()) {
                    return true;
                }
                j += 1;
            }
            i += 1;
        }
        false
    }

    const fn declares_twice(&self) -> bool {
        let list = slice!(self.tasks);
        let mut i = 0;
        while i < list.len() {
            let mut j = i + 1;
            while j < list.len() {
                if same(list[i].token.as_str().as_bytes(), list[j].token.as_str().as_bytes()) {
                    return true;
                }
                j += 1;
            }
            i += 1;
        }
        false
    }

    /// The faults as an error with a sentence each.
    pub(super) fn error(&self, faults: FaultSet) -> ProtocolError {
        ProtocolError { id: self.id, faults, sentences: faults.iter().map(|fault| self.sentence(fault)).collect() }
    }

    fn sentence(&self, fault: Fault) -> String {
        let mut text = String::new();
        let sessions = self.dose.sessions.value;
        let span = |what: &str, span: super::cited::Span| {
            alloc::format!(
                "the range of {what} runs from {} over {} to {}, and the least is at least 1",
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
        };
        text
    }
}
