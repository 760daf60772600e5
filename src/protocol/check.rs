//! Whether the parts of a protocol agree. One `const` check serves presets when they are compiled
//! and stored protocols when they are read; it finds all faults at once.

use alloc::borrow::Cow;

use super::{
    cited::{Cited, Fraction, Span},
    fault::{Fault, FaultSet},
    spec::{
        Adjustment, AnchorSpec, AreaLabel, Cadence, DeclaredTask, Dose, EntryScore, GroupEntry,
        GroupPolicy, Level, MeasureSpec, MedicationPolicy, ModuleSpec, ParticipantSpec, PhaseSpec,
        Proscription, ProtocolSpec, SpecialisationSpec, StepSpec, Stretch, TechniqueSpec,
        TrackSpec,
    },
};
use crate::vocabulary::{EndingTask, InitialTask, OffModel, Phase, Technique, WorkKind, WorkSet};

/// Whether a condition holds for an entry of a list, or for two of them; iterators are not yet
/// `const`.
macro_rules! any {
    ($entry:ident in $list:expr, $condition:expr) => {{
        let (list, mut i, mut found) = ($list, 0, false);
        while i < list.len() {
            let $entry = &list[i];
            found |= $condition;
            i += 1;
        }
        found
    }};
    ($first:ident, $second:ident in $list:expr, $condition:expr) => {{
        let (list, mut i, mut found) = ($list, 0, false);
        while i < list.len() {
            let $first = &list[i];
            let mut j = i + 1;
            while j < list.len() {
                let $second = &list[j];
                found |= $condition;
                j += 1;
            }
            i += 1;
        }
        found
    }};
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

/// Whether the numbered phases run from session 1 to the last without hole or overlap. Phases
/// without numbers are passed over.
const fn phase_numbers_agree(phases: &[PhaseSpec], sessions: u16) -> bool {
    let mut next = 1;
    let mut any = false;
    let mut i = 0;
    while i < phases.len() {
        if let Some(Cited {
            value: (first, last),
            ..
        }) = phases[i].typical
        {
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
        if stretch.from != next
            || stretch.to < stretch.from
            || stretch.sessions == 0
            || stretch.days == 0
        {
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
        // The interval before a session is that of its own stretch; the first session has none
        // before it.
        let intervals = stretch.to.saturating_sub(stretch.from) as u64 + if i == 0 { 0 } else { 1 };
        if stretch.sessions > 0 {
            days += intervals * stretch.days as u64 / stretch.sessions as u64;
        }
        i += 1;
    }
    days
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
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

pub(super) const fn has_phase(phases: &[PhaseSpec], phase: Phase) -> bool {
    let mut i = 0;
    while i < phases.len() {
        if phases[i].phase as u8 == phase as u8 {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_range(span: Span) -> bool {
    span.is_ordered() && span.min > 0
}

impl ModuleSpec {
    /// Whether its last session stands before its first, or outside sessions 1 to the typical last.
    pub(super) const fn is_outside(&self, sessions: u16) -> bool {
        self.from == 0 || self.to < self.from || self.to > sessions
    }
}

/// Whether each module begins in the session after the one before it.
const fn modules_in_order(modules: &[ModuleSpec]) -> bool {
    let mut i = 1;
    while i < modules.len() {
        if modules[i].from != modules[i - 1].to.saturating_add(1) {
            return false;
        }
        i += 1;
    }
    true
}

impl EntryScore {
    /// Whether it has neither bound, or its bounds stand in the wrong order.
    pub(super) const fn is_empty(&self) -> bool {
        match (self.min, self.max) {
            (None, None) => true,
            (Some(min), Some(max)) => min > max,
            _ => false,
        }
    }
}

impl TrackSpec {
    /// Whether the minutes that it gives are no range.
    pub(super) const fn minutes_are_empty(&self) -> bool {
        matches!(self.minutes, Some(minutes) if !is_range(minutes.value))
    }
}

impl MeasureSpec {
    /// Whether it is due every so many, and how many is not said.
    pub(super) const fn lacks_interval(&self) -> bool {
        matches!(self.cadence, Cadence::EveryWeeks | Cadence::EverySessions)
            && !matches!(self.every, Some(1..))
    }
}

impl DeclaredTask {
    /// Whether it is due before the first session or after the last.
    pub(super) const fn is_outside(&self, sessions: u16) -> bool {
        matches!(self.by_session, Some(by) if by == 0 || by > sessions)
    }

    /// Whether it is not to be done, and is among the tasks of the crate that the protocol asks
    /// for.
    pub(super) const fn is_both_ways(&self, spec: &ProtocolSpec) -> bool {
        let token = self.token.as_str();
        let initial = any!(task in InitialTask::ALL, same(task.name(), token) && spec.initial.tasks.value.contains(*task));
        let ending = any!(task in EndingTask::ALL, same(task.name(), token) && spec.ending.tasks.value.contains(*task));
        matches!(self.level, Level::MustNot) && (initial || ending)
    }
}

impl ParticipantSpec {
    /// Whether they come to more sessions than there are.
    pub(super) const fn is_outside(&self, sessions: u16) -> bool {
        matches!(self.sessions, Some(count) if count > sessions)
    }
}

impl StepSpec {
    /// Whether it names no time.
    pub(super) const fn is_without_time(&self) -> bool {
        self.by_session.is_none() && self.by_week.is_none()
    }

    /// Whether it is due before the first session or week, or after the last.
    pub(super) const fn is_outside(&self, dose: &Dose) -> bool {
        matches!(self.by_session, Some(by) if by == 0 || by > dose.sessions.value.max)
            || matches!(self.by_week, Some(by) if by == 0 || by > dose.weeks.value.max)
    }
}

impl GroupPolicy {
    /// Whether a last session for joining is given where joining late is provided for alone.
    const fn says_until_when(&self) -> bool {
        self.late_until.is_none() || matches!(self.entry.value, GroupEntry::Late)
    }
}

const fn is_asked(level: Level) -> bool {
    matches!(level, Level::Must | Level::Should)
}

impl TechniqueSpec {
    /// Whether the two ask for one technique and forbid it.
    pub(super) const fn contradicts(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.level, other.level);
        self.technique as u8 == other.technique as u8
            && (is_asked(ours) && matches!(theirs, Level::MustNot)
                || matches!(ours, Level::MustNot) && is_asked(theirs))
    }

    /// Whether the two are about one technique and do not contradict one another.
    pub(super) const fn repeats(&self, other: &Self) -> bool {
        self.technique as u8 == other.technique as u8 && !self.contradicts(other)
    }

    /// The initial task that is this technique, if it is forbidden and the task asked for.
    pub(super) const fn forbids_task(&self, spec: &ProtocolSpec) -> Option<InitialTask> {
        let task = match self.technique {
            Technique::Psychoeducation => InitialTask::Psychoeducation,
            Technique::Timeline => InitialTask::OnsetTimeline,
            Technique::ClosenessCircle => InitialTask::ClosenessCircle,
            _ => return None,
        };
        if matches!(self.level, Level::MustNot) && spec.initial.tasks.value.contains(task) {
            Some(task)
        } else {
            None
        }
    }

    /// Whether something to try between sessions is forbidden here and provided for there.
    pub(super) const fn forbids_work(&self, work: WorkSet) -> bool {
        matches!(
            (self.technique, self.level),
            (Technique::BetweenSessionAttempt, Level::MustNot)
        ) && work.contains(WorkKind::Attempt)
    }
}

impl Proscription {
    /// Whether homework is never done, and structured assignments are provided for.
    pub(super) const fn forbids_work(&self, work: WorkSet) -> bool {
        matches!(self.activity, OffModel::DisplacingHomework)
            && self.outright
            && self.after.is_none()
            && work.contains(WorkKind::Structured)
    }
}

/// The lists that the check reads. Behind a `Cow` a `const` can read what is borrowed and nothing
/// else.
struct Lists<'a> {
    phases: &'a [PhaseSpec],
    modules: &'a [ModuleSpec],
    entry_scores: &'a [EntryScore],
    cadence: &'a [Stretch],
    area_labels: &'a [AreaLabel],
    specialisations: &'a [SpecialisationSpec],
    tasks: &'a [DeclaredTask],
    adjustments: &'a [Adjustment],
    tracks: &'a [TrackSpec],
    measures: &'a [MeasureSpec],
    techniques: &'a [TechniqueSpec],
    proscribed: &'a [Proscription],
    participants: &'a [ParticipantSpec],
    anchors: &'a [AnchorSpec],
    steps: &'a [StepSpec],
}

macro_rules! borrowed {
    ($list:expr) => {
        match &$list {
            Cow::Borrowed(list) => *list,
            Cow::Owned(_) => {
                panic!("a list of the protocol is not static; `Protocol::new` takes it")
            }
        }
    };
}

impl ProtocolSpec {
    /// Every way in which the parts of the protocol disagree. Empty for a protocol that can be
    /// used.
    #[must_use]
    pub fn faults(&self) -> FaultSet {
        let faults = self.faults_with(&Lists {
            phases: &self.phases,
            modules: &self.modules,
            entry_scores: &self.entry_scores,
            cadence: &self.cadence,
            area_labels: &self.area_labels,
            specialisations: &self.specialisations,
            tasks: &self.tasks,
            adjustments: &self.adjustments,
            tracks: &self.tracks,
            measures: &self.measures,
            techniques: &self.techniques,
            proscribed: &self.proscribed,
            participants: &self.participants,
            anchors: &self.anchors,
            steps: &self.steps,
        });
        if self.is_sourced() {
            faults
        } else {
            faults.with(Fault::Unsourced)
        }
    }

    /// The same when compiled, but for sources: a test looks at those of the presets.
    pub(super) const fn static_faults(&self) -> FaultSet {
        self.faults_with(&Lists {
            phases: borrowed!(self.phases),
            modules: borrowed!(self.modules),
            entry_scores: borrowed!(self.entry_scores),
            cadence: borrowed!(self.cadence),
            area_labels: borrowed!(self.area_labels),
            specialisations: borrowed!(self.specialisations),
            tasks: borrowed!(self.tasks),
            adjustments: borrowed!(self.adjustments),
            tracks: borrowed!(self.tracks),
            measures: borrowed!(self.measures),
            techniques: borrowed!(self.techniques),
            proscribed: borrowed!(self.proscribed),
            participants: borrowed!(self.participants),
            anchors: borrowed!(self.anchors),
            steps: borrowed!(self.steps),
        })
    }

    #[allow(clippy::too_many_lines, reason = "one line a fault")]
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
        fault!(SpecialisationArea if any!(it in lists.specialisations, !self.focus.areas.value.contains(it.area)));
        fault!(Fraction if any!(it in self.fractions(), it.1.den == 0));
        fault!(NoTimeFrame if self.dose.time_frames.value.is_empty());
        fault!(AdjustedTwice if any!(a, b in lists.adjustments, same(a.code.as_str(), b.code.as_str())));
        fault!(DeclaredTwice if any!(a, b in lists.tasks, same(a.token.as_str(), b.token.as_str())));
        fault!(TaskPhase if any!(it in lists.tasks, !has_phase(phases, it.phase)));
        fault!(TaskSession if any!(it in lists.tasks, it.is_outside(sessions.max)));
        fault!(TrackRange if any!(it in lists.tracks, !it.sessions.value.is_ordered()));
        fault!(MeasureInterval if any!(it in lists.measures, it.lacks_interval()));
        fault!(SickRole if self.initial.tasks.value.contains(InitialTask::SickRole)
            && self.initial.sick_role.value.is_none());
        fault!(ModuleNumbers if !modules_in_order(lists.modules)
            || any!(it in lists.modules, it.is_outside(sessions.typical)));
        fault!(ModulePhase if any!(it in lists.modules, !has_phase(phases, it.phase)));
        fault!(ModuleTwice if any!(a, b in lists.modules, same(a.token.as_str(), b.token.as_str())));
        fault!(EntryScore if any!(it in lists.entry_scores, it.is_empty()));
        fault!(TrackMinutes if any!(it in lists.tracks, it.minutes_are_empty()));
        fault!(AnchorPhase if any!(it in lists.anchors, !has_phase(phases, it.over)));
        fault!(ParkedPhase if matches!(self.focus.parked_until, Some(until) if !has_phase(phases, until.value)));
        fault!(ProscribedPhase if any!(it in lists.proscribed,
            matches!(it.after, Some(after) if !has_phase(phases, after))));
        fault!(AreaLabelArea if any!(it in lists.area_labels, !self.focus.areas.value.contains(it.area)));
        fault!(AreaLabelTwice if any!(a, b in lists.area_labels, a.area as u8 == b.area as u8));
        fault!(GroupRange if matches!(self.group, Some(group)
            if !is_range(group.members.value) || !is_range(group.facilitators.value)));
        fault!(GroupEntry if matches!(self.group, Some(group) if !group.says_until_when()));
        fault!(MonthsRange if matches!(self.maintenance.months, Some(months) if !is_range(months.value)));
        fault!(MedicationWithheld if self.work.medication_withheld_weeks.is_some()
            && !matches!(self.work.medication.value, MedicationPolicy::WithheldFirst));
        fault!(TechniqueTwice if any!(a, b in lists.techniques, a.repeats(b)));
        fault!(TechniqueBothWays if any!(a, b in lists.techniques, a.contradicts(b))
            || any!(it in lists.techniques, it.forbids_task(self).is_some()));
        let work = self.work.between_sessions.value;
        fault!(WorkBothWays if any!(it in lists.techniques, it.forbids_work(work))
            || any!(it in lists.proscribed, it.forbids_work(work)));
        fault!(TaskBothWays if any!(it in lists.tasks, it.is_both_ways(self)));
        fault!(ProscribedTwice if any!(a, b in lists.proscribed, a.activity as u8 == b.activity as u8));
        fault!(StepTime if any!(it in lists.steps, it.is_without_time()));
        fault!(StepAfterLast if any!(it in lists.steps, it.is_outside(&self.dose)));
        fault!(Completion if matches!(self.ending.completion_sessions, Some(it) if it.value == 0 || it.value > sessions.max)
            || matches!(self.ending.completion_weeks, Some(it) if it.value == 0 || it.value > weeks.max));
        fault!(ParticipantSessions if any!(it in lists.participants, it.is_outside(sessions.max)));
        faults
    }

    const fn gaps_in_order(&self) -> bool {
        let timing = &self.timing;
        timing.gap_note.value.is_at_most(timing.gap_warn.value)
            && timing.gap_warn.value.is_at_most(timing.gap_break.value)
    }

    /// Every fraction with the path of its parameter.
    pub(super) const fn fractions(&self) -> [(&'static str, Fraction); 15] {
        [
            ("focus.secondary_share", self.focus.secondary_share.value),
            ("timing.pace_fast", self.timing.pace_fast.value),
            ("middle.explored_by", self.middle.explored_by.value),
            ("middle.acting_by", self.middle.acting_by.value),
            ("middle.settled_by", self.middle.settled_by.value),
            ("middle.crisis_share", self.middle.crisis_share.value),
            ("middle.late_share", self.middle.late_share.value),
            ("work.supervised_share", self.work.supervised_share.value),
            ("work.adherence_min", self.work.adherence_min.value),
            ("ending.completion", self.ending.completion.value),
            ("timing.gap_note", self.timing.gap_note.value),
            ("timing.gap_warn", self.timing.gap_warn.value),
            ("timing.gap_break", self.timing.gap_break.value),
            ("timing.overrun_most", self.timing.overrun_most.value),
            (
                "measurement.review_response",
                self.measurement.review_response.value,
            ),
        ]
    }
}
