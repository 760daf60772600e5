//! Whether the parts of a protocol agree. One check serves the presets, in a test, and protocols
//! that are read; it finds all faults at once.

use super::{
    fault::{Fault, FaultSet},
    number::{Fraction, Span},
    spec::{
        Cadence, DeclaredTask, Dose, EntryScore, GroupEntry, GroupPolicy, Level, MeasureSpec,
        MedicationPolicy, ModuleSpec, ParticipantSpec, PhaseSpec, Proscription, ProtocolSpec,
        StepSpec, Stretch, TechniqueSpec, TrackSpec,
    },
};
use crate::vocabulary::{InitialTask, OffModel, Phase, Technique, WorkKind, WorkSet};

/// Whether a condition holds for two entries of a list.
fn any_two<T>(list: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    list.iter()
        .enumerate()
        .any(|(at, a)| list[at + 1..].iter().any(|b| holds(a, b)))
}

/// Whether stretches run from session 1 to the last without hole or overlap, if there are any.
fn follow_each_other(stretches: impl Iterator<Item = (u16, u16)>, sessions: u16) -> bool {
    let mut next = 1_u16;
    let mut any = false;
    for (from, to) in stretches {
        if from != next || to < from {
            return false;
        }
        next = to.saturating_add(1);
        any = true;
    }
    !any || next == sessions.saturating_add(1)
}

/// Days from the first to the last session at the typical length.
pub(super) fn days_planned(stretches: &[Stretch]) -> u64 {
    let days = stretches
        .iter()
        .enumerate()
        .filter(|(_, it)| it.sessions > 0)
        .map(|(at, it)| {
            // The interval before a session is that of its own stretch; the first session has none
            // before it.
            let intervals = u64::from(it.to.saturating_sub(it.from)) + u64::from(at > 0);
            intervals * u64::from(it.days) / u64::from(it.sessions)
        });
    days.sum()
}

pub(super) fn has_phase(phases: &[PhaseSpec], phase: Phase) -> bool {
    phases.iter().any(|it| it.phase == phase)
}

fn is_range(span: Span) -> bool {
    span.is_ordered() && span.min > 0
}

impl ModuleSpec {
    /// Whether its last session stands before its first, or outside sessions 1 to the typical last.
    pub(super) fn is_outside(&self, sessions: u16) -> bool {
        self.from == 0 || self.to < self.from || self.to > sessions
    }
}

impl EntryScore {
    /// Whether it has neither bound, or its bounds stand in the wrong order.
    pub(super) fn is_empty(&self) -> bool {
        match (self.min, self.max) {
            (None, None) => true,
            (Some(min), Some(max)) => min > max,
            _ => false,
        }
    }
}

impl TrackSpec {
    /// Whether the minutes that it gives are no range.
    pub(super) fn minutes_are_empty(&self) -> bool {
        matches!(self.minutes, Some(minutes) if !is_range(minutes.value))
    }
}

impl MeasureSpec {
    /// Whether it is due every so many, and how many is not said.
    pub(super) fn lacks_interval(&self) -> bool {
        matches!(self.cadence, Cadence::EveryWeeks | Cadence::EverySessions)
            && !matches!(self.every, Some(1..))
    }
}

impl DeclaredTask {
    /// Whether it is due before the first session or after the last.
    pub(super) fn is_outside(&self, sessions: u16) -> bool {
        matches!(self.by_session, Some(by) if by == 0 || by > sessions)
    }

    /// Whether it is not to be done, and is among the tasks of the crate that the protocol asks
    /// for.
    pub(super) fn is_both_ways(&self, spec: &ProtocolSpec) -> bool {
        let token = self.token.as_str();
        let initial = spec
            .initial
            .tasks
            .value
            .iter()
            .any(|task| task.name() == token);
        let ending = spec
            .ending
            .tasks
            .value
            .iter()
            .any(|task| task.name() == token);
        matches!(self.level, Level::MustNot) && (initial || ending)
    }
}

impl ParticipantSpec {
    /// Whether they come to more sessions than there are.
    pub(super) fn is_outside(&self, sessions: u16) -> bool {
        matches!(self.sessions, Some(count) if count > sessions)
    }
}

impl StepSpec {
    /// Whether it names no time.
    pub(super) fn is_without_time(&self) -> bool {
        self.by_session.is_none() && self.by_week.is_none()
    }

    /// Whether it is due before the first session or week, or after the last.
    pub(super) fn is_outside(&self, dose: &Dose) -> bool {
        matches!(self.by_session, Some(by) if by == 0 || by > dose.sessions.value.max)
            || matches!(self.by_week, Some(by) if by == 0 || by > dose.weeks.value.max)
    }
}

impl GroupPolicy {
    /// Whether a last session for joining is given where joining late is provided for alone.
    fn says_until_when(&self) -> bool {
        self.late_until.is_none() || matches!(self.entry.value, GroupEntry::Late)
    }
}

fn is_asked(level: Level) -> bool {
    matches!(level, Level::Must | Level::Should)
}

impl TechniqueSpec {
    /// Whether the two ask for one technique and forbid it.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.level, other.level);
        self.technique == other.technique
            && (is_asked(ours) && matches!(theirs, Level::MustNot)
                || matches!(ours, Level::MustNot) && is_asked(theirs))
    }

    /// Whether the two are about one technique and do not contradict one another.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        self.technique == other.technique && !self.contradicts(other)
    }

    /// The initial task that is this technique, if it is forbidden and the task asked for.
    pub(super) fn forbids_task(&self, spec: &ProtocolSpec) -> Option<InitialTask> {
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
    pub(super) fn forbids_work(&self, work: WorkSet) -> bool {
        matches!(
            (self.technique, self.level),
            (Technique::BetweenSessionAttempt, Level::MustNot)
        ) && work.contains(WorkKind::Attempt)
    }
}

impl Proscription {
    /// Whether homework is never done, and structured assignments are provided for.
    pub(super) fn forbids_work(&self, work: WorkSet) -> bool {
        matches!(self.activity, OffModel::DisplacingHomework)
            && self.outright
            && self.after.is_none()
            && work.contains(WorkKind::Structured)
    }
}

impl ProtocolSpec {
    /// Every way in which the parts of the protocol disagree. Empty for a protocol that can be
    /// used.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one line a fault")]
    pub fn faults(&self) -> FaultSet {
        let mut faults = FaultSet::EMPTY;
        macro_rules! fault {
            ($fault:ident if $condition:expr) => {
                if $condition {
                    faults = faults.with(Fault::$fault);
                }
            };
        }
        let phases = &*self.phases;
        let stretches = &*self.cadence;
        let sessions = self.dose.sessions.value;
        let weeks = self.dose.weeks.value;
        fault!(NoPhases if phases.is_empty());
        fault!(PhasesOutOfOrder if !phases.is_sorted_by(|a, b| a.phase < b.phase));
        fault!(ClosedListed if has_phase(phases, Phase::Closed));
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
        fault!(PhaseNumbers if !follow_each_other(phases.iter().filter_map(|it| Some(it.typical?.value)), sessions.typical));
        fault!(CadenceNumbers if !follow_each_other(stretches.iter().map(|it| (it.from, it.to)), sessions.typical)
            || stretches.iter().any(|it| it.sessions == 0 || it.days == 0));
        fault!(DoseAgainstWeeks if !stretches.is_empty() && days_planned(stretches) > u64::from(weeks.max) * 7);
        fault!(SpecialisationArea if self.specialisations.iter().any(|it| !self.focus.areas.value.contains(it.area)));
        fault!(Fraction if self.fractions().iter().any(|(_, it)| it.den == 0));
        fault!(NoTimeFrame if self.dose.time_frames.value.is_empty());
        fault!(AdjustedTwice if any_two(&self.adjustments, |a, b| a.code == b.code));
        fault!(DeclaredTwice if any_two(&self.tasks, |a, b| a.token == b.token));
        fault!(TaskPhase if self.tasks.iter().any(|it| !has_phase(phases, it.phase)));
        fault!(TaskSession if self.tasks.iter().any(|it| it.is_outside(sessions.max)));
        fault!(TrackRange if self.tracks.iter().any(|it| !it.sessions.value.is_ordered()));
        fault!(MeasureInterval if self.measures.iter().any(MeasureSpec::lacks_interval));
        fault!(SickRole if self.initial.tasks.value.contains(InitialTask::SickRole)
            && self.initial.sick_role.value.is_none());
        fault!(ModuleNumbers if !self.modules.windows(2).all(|two| two[1].from == two[0].to.saturating_add(1))
            || self.modules.iter().any(|it| it.is_outside(sessions.typical)));
        fault!(ModulePhase if self.modules.iter().any(|it| !has_phase(phases, it.phase)));
        fault!(ModuleTwice if any_two(&self.modules, |a, b| a.token == b.token));
        fault!(EntryScore if self.entry_scores.iter().any(EntryScore::is_empty));
        fault!(TrackMinutes if self.tracks.iter().any(TrackSpec::minutes_are_empty));
        fault!(AnchorPhase if self.anchors.iter().any(|it| !has_phase(phases, it.over)));
        fault!(ParkedPhase if matches!(self.focus.parked_until, Some(until) if !has_phase(phases, until.value)));
        fault!(ProscribedPhase if self.proscribed.iter().any(|it| matches!(it.after, Some(after) if !has_phase(phases, after))));
        fault!(AreaLabelArea if self.area_labels.iter().any(|it| !self.focus.areas.value.contains(it.area)));
        fault!(AreaLabelTwice if any_two(&self.area_labels, |a, b| a.area == b.area));
        fault!(GroupRange if matches!(self.group, Some(group)
            if !is_range(group.members.value) || !is_range(group.facilitators.value)));
        fault!(GroupEntry if matches!(self.group, Some(group) if !group.says_until_when()));
        fault!(MonthsRange if matches!(self.maintenance.months, Some(months) if !is_range(months.value)));
        fault!(MedicationWithheld if self.work.medication_withheld_weeks.is_some()
            && !matches!(self.work.medication.value, MedicationPolicy::WithheldFirst));
        fault!(TechniqueTwice if any_two(&self.techniques, TechniqueSpec::repeats));
        fault!(TechniqueBothWays if any_two(&self.techniques, TechniqueSpec::contradicts)
            || self.techniques.iter().any(|it| it.forbids_task(self).is_some()));
        let work = self.work.between_sessions.value;
        fault!(WorkBothWays if self.techniques.iter().any(|it| it.forbids_work(work))
            || self.proscribed.iter().any(|it| it.forbids_work(work)));
        fault!(TaskBothWays if self.tasks.iter().any(|it| it.is_both_ways(self)));
        fault!(ProscribedTwice if any_two(&self.proscribed, |a, b| a.activity == b.activity));
        fault!(StepTime if self.steps.iter().any(StepSpec::is_without_time));
        fault!(StepAfterLast if self.steps.iter().any(|it| it.is_outside(&self.dose)));
        fault!(Completion if matches!(self.ending.completion_sessions, Some(it) if it.value == 0 || it.value > sessions.max)
            || matches!(self.ending.completion_weeks, Some(it) if it.value == 0 || it.value > weeks.max));
        fault!(ParticipantSessions if self.participants.iter().any(|it| it.is_outside(sessions.max)));
        fault!(Unsourced if !self.is_sourced());
        faults
    }

    fn gaps_in_order(&self) -> bool {
        let timing = &self.timing;
        timing.gap_note.value.is_at_most(timing.gap_warn.value)
            && timing.gap_warn.value.is_at_most(timing.gap_break.value)
    }

    /// Every fraction with the path of its parameter.
    pub(super) fn fractions(&self) -> [(&'static str, Fraction); 15] {
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
