//! Whether the parts of a protocol agree. One `const` check serves presets when they are compiled and stored protocols when
//! they are read; it finds all faults at once.

use alloc::borrow::Cow;

use super::{
    cited::{Cited, Fraction},
    fault::{Fault, FaultSet},
    spec::{
        Adjustment, Cadence, DeclaredTask, MeasureSpec, PhaseSpec, ProtocolSpec, SpecialisationSpec, Stretch, TrackSpec,
    },
};
use crate::{phase::Phase, task::InitialTask};

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
        if let Some(Cited { value: (first, last), .. }) = phases[i].typical {
            if first != next || last < first {
                return false;
            }
            next = last.saturating_add(1);
            any = true;
        }
        i += 1;
    }
    !any || next == sessions.saturating_add(1)
}

const fn cadence_agrees(stretches: &[Stretch], sessions: u16) -> bool {
    let mut next = 1;
    let mut i = 0;
    while i < stretches.len() {
        let stretch = stretches[i];
        if stretch.from != next || stretch.to < stretch.from || stretch.sessions == 0 || stretch.days == 0 {
            return false;
        }
        next = stretch.to.saturating_add(1);
        i += 1;
    }
    stretches.is_empty() || next == sessions.saturating_add(1)
}

/// Days from the first to the last session at the typical length.
pub(super) const fn days_planned(stretches: &[Stretch]) -> u64 {
    let mut days = 0;
    let mut i = 0;
    while i < stretches.len() {
        let stretch = stretches[i];
        // The interval before a session is that of its own stretch; the first session has none before it.
        let intervals = stretch.to.saturating_sub(stretch.from) as u64 + if i == 0 { 0 } else { 1 };
        if stretch.sessions > 0 {
            days += intervals * stretch.days as u64 / stretch.sessions as u64;
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

const fn has_phase(phases: &[PhaseSpec], phase: Phase) -> bool {
    let mut i = 0;
    while i < phases.len() {
        if phases[i].phase as u8 == phase as u8 {
            return true;
        }
        i += 1;
    }
    false
}

const fn adjusts_twice(list: &[Adjustment]) -> bool {
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

const fn declares_twice(list: &[DeclaredTask]) -> bool {
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

const fn tasks_have_phases(tasks: &[DeclaredTask], phases: &[PhaseSpec]) -> bool {
    let mut i = 0;
    while i < tasks.len() {
        if !has_phase(phases, tasks[i].phase) {
            return false;
        }
        i += 1;
    }
    true
}

const fn tasks_have_sessions(tasks: &[DeclaredTask], sessions: u16) -> bool {
    let mut i = 0;
    while i < tasks.len() {
        if let Some(by) = tasks[i].by_session {
            if by == 0 || by > sessions {
                return false;
            }
        }
        i += 1;
    }
    true
}

const fn tracks_in_order(tracks: &[TrackSpec]) -> bool {
    let mut i = 0;
    while i < tracks.len() {
        if !tracks[i].sessions.value.is_ordered() {
            return false;
        }
        i += 1;
    }
    true
}

const fn intervals_are_said(measures: &[MeasureSpec]) -> bool {
    let mut i = 0;
    while i < measures.len() {
        let counted = matches!(measures[i].cadence, Cadence::EveryWeeks | Cadence::EverySessions);
        if counted && !matches!(measures[i].every, Some(1..)) {
            return false;
        }
        i += 1;
    }
    true
}

/// The lists that the check reads. Behind a `Cow` a `const` can read what is borrowed and nothing else.
struct Lists<'a> {
    phases: &'a [PhaseSpec],
    cadence: &'a [Stretch],
    specialisations: &'a [SpecialisationSpec],
    tasks: &'a [DeclaredTask],
    adjustments: &'a [Adjustment],
    tracks: &'a [TrackSpec],
    measures: &'a [MeasureSpec],
}

macro_rules! borrowed {
    ($list:expr) => {
        match &$list {
            Cow::Borrowed(list) => *list,
            Cow::Owned(_) => panic!("a list of the protocol is not static; `Protocol::new` takes it"),
        }
    };
}

impl ProtocolSpec {
    /// Every way in which the parts of the protocol disagree. Empty for a protocol that can be used.
    #[must_use]
    pub fn faults(&self) -> FaultSet {
        self.faults_with(&Lists {
            phases: &self.phases,
            cadence: &self.cadence,
            specialisations: &self.specialisations,
            tasks: &self.tasks,
            adjustments: &self.adjustments,
            tracks: &self.tracks,
            measures: &self.measures,
        })
    }

    /// The same when compiled.
    pub(super) const fn static_faults(&self) -> FaultSet {
        self.faults_with(&Lists {
            phases: borrowed!(self.phases),
            cadence: borrowed!(self.cadence),
            specialisations: borrowed!(self.specialisations),
            tasks: borrowed!(self.tasks),
            adjustments: borrowed!(self.adjustments),
            tracks: borrowed!(self.tracks),
            measures: borrowed!(self.measures),
        })
    }

    const fn faults_with(&self, lists: &Lists<'_>) -> FaultSet {
        let mut faults = FaultSet::EMPTY;
        macro_rules! fault {
            ($fault:ident if $condition:expr) => {
                if $condition {
                    faults = faults.with(Fault::$fault);
                }
            };
        }
        let phases = lists.phases;
        let stretches = lists.cadence;
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
        fault!(NoMiddle if has_phase(phases, Phase::Initial) && has_phase(phases, Phase::Middle)
            && self.initial.sessions_usual.value.saturating_add(self.ending.sessions_min.value) >= sessions.typical);
        fault!(AnnouncementOrder if self.ending.announce_warn_below.value > self.ending.announce_note_below.value
            || has_phase(phases, Phase::Termination) && self.ending.announce_note_below.value >= sessions.typical);
        fault!(GapOrder if !self.gaps_in_order());
        fault!(PhaseNumbers if !phase_numbers_agree(phases, sessions.typical));
        fault!(CadenceNumbers if !cadence_agrees(stretches, sessions.typical));
        fault!(DoseAgainstWeeks if !stretches.is_empty() && days_planned(stretches) > weeks.max as u64 * 7);
        fault!(SpecialisationArea if !specialisations_have_areas(self, lists.specialisations));
        fault!(Fraction if !self.fractions_are_sound());
        fault!(NoTimeFrame if self.dose.time_frames.value.is_empty());
        fault!(AdjustedTwice if adjusts_twice(lists.adjustments));
        fault!(DeclaredTwice if declares_twice(lists.tasks));
        fault!(TaskPhase if !tasks_have_phases(lists.tasks, phases));
        fault!(TaskSession if !tasks_have_sessions(lists.tasks, sessions.max));
        fault!(TrackRange if !tracks_in_order(lists.tracks));
        fault!(MeasureInterval if !intervals_are_said(lists.measures));
        fault!(SickRole if self.initial.tasks.value.contains(InitialTask::SickRole)
            && self.initial.sick_role.value.is_none());
        faults
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
            && self.timing.pace_fast.value.den > 0
            && self.middle.explored_by.value.den > 0
            && self.middle.acting_by.value.den > 0
            && self.middle.settled_by.value.den > 0
            && self.middle.crisis_share.value.den > 0
            && self.work.supervised_share.value.den > 0
            && self.work.adherence_min.value.den > 0
            && self.ending.completion.value.den > 0
            && self.timing.gap_note.value.den > 0
            && self.timing.gap_warn.value.den > 0
            && self.timing.gap_break.value.den > 0
            && self.timing.overrun_most.value.den > 0
            && self.measurement.review_response.value.den > 0
    }
}
