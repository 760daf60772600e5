//! Where the parts of a protocol disagree: for each fault the path, what was found there, and what it must be.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    check::{days_planned, has_phase},
    cited::{Fraction, Span},
    fault::{Disagreement, Fault, FaultSet, ProtocolError},
    spec::{GroupEntry, MedicationPolicy, ProtocolSpec},
};
use crate::{
    area::ProblemArea,
    phase::Phase,
    source::{Basis, SourceId},
    task::{InitialTask, SickRole},
    technique::WorkKind,
};

impl ProtocolSpec {
    /// The faults as an error with their places.
    pub(super) fn error(&self, faults: FaultSet) -> ProtocolError {
        let mut places = Places { spec: self, fault: Fault::NoPhases, found: Vec::new() };
        for fault in faults.iter() {
            places.fault = fault;
            places.look();
        }
        ProtocolError { id: self.id, faults, disagreements: places.found }
    }
}

/// The places found so far.
struct Places<'a> {
    spec: &'a ProtocolSpec,
    /// The fault that is looked for.
    fault: Fault,
    found: Vec<Disagreement>,
}

const NOT_BOTH: &str = "a protocol must not ask for what it forbids";

impl Places<'_> {
    fn add(&mut self, path: impl Into<String>, found: impl Into<String>, expected: impl Into<String>) {
        let (path, found, expected) = (path.into(), found.into(), expected.into());
        self.found.push(Disagreement { fault: self.fault, path, found, expected });
    }

    /// Every place of the fault. What is about one number or one choice stands here, what is about a list beside it.
    #[allow(clippy::too_many_lines, reason = "one arm a fault")]
    fn look(&mut self) {
        let spec = self.spec;
        let (dose, focus, initial, ending) = (&spec.dose, &spec.focus, &spec.initial, &spec.ending);
        let sessions = dose.sessions.value;
        match self.fault {
            Fault::NoPhases => self.add("phases", "no phase is listed", "at least one phase must be listed"),
            Fault::NoAreas => {
                self.add("focus.areas.value", "no problem area is listed", "at least one area must be listed");
            }
            Fault::NoTimeFrame => self.add(
                "dose.time_frames.value",
                "no kind of time frame is listed",
                "at least one kind must be listed",
            ),
            Fault::FocusCount => self.add(
                "focus.max_active.value",
                format!("{} items may be active in the focus", focus.max_active.value),
                "the number must be between 1 and 4",
            ),
            Fault::SessionsRange => self.range("dose.sessions.value", "sessions", sessions, 1),
            Fault::MinutesRange => self.range("dose.minutes.value", "minutes", dose.minutes.value, 1),
            Fault::FirstMinutesRange => {
                if let Some(first) = dose.first_minutes {
                    self.range("dose.first_minutes.value", "minutes", first.value, 1);
                }
            }
            Fault::WeeksRange => self.range("dose.weeks.value", "weeks", dose.weeks.value, 1),
            Fault::MonthsRange => {
                if let Some(months) = spec.maintenance.months {
                    self.range("maintenance.months.value", "months", months.value, 1);
                }
            }
            Fault::AgeRange => {
                if let (Some(min), Some(max)) = (spec.population.age_min, spec.population.age_max) {
                    self.add(
                        "population.age_min.value",
                        format!("the minimum age is {} and the maximum age is {}", min.value, max.value),
                        "the minimum must not exceed the maximum",
                    );
                }
            }
            Fault::EndingRange => self.add(
                "ending.sessions_min.value",
                format!(
                    "the minimum of the ending is {} sessions and the maximum is {}",
                    ending.sessions_min.value, ending.sessions_max.value
                ),
                "the minimum must not exceed the maximum",
            ),
            Fault::InitialRange => self.initial_range(),
            Fault::NoMiddle => self.add(
                "initial.sessions_usual.value",
                format!(
                    "the initial phase usually takes {} sessions and the ending at least {}, and {} sessions are typical",
                    initial.sessions_usual.value, ending.sessions_min.value, sessions.typical
                ),
                "at least 1 session must be left for the middle phase",
            ),
            Fault::AnnouncementOrder => self.announcement_order(),
            Fault::GapOrder => self.gap_order(),
            Fault::DoseAgainstWeeks => {
                let days = days_planned(&spec.cadence);
                self.add(
                    "dose.weeks.value.max",
                    format!(
                        "{} sessions at this cadence take {days} days, and the maximum is {} weeks",
                        sessions.typical, dose.weeks.value.max
                    ),
                    format!("the maximum must be at least {} weeks", days.div_ceil(7)),
                );
            }
            Fault::SickRole => self.add(
                "initial.sick_role.value",
                format!("`{}` is one of `initial.tasks`, and no sick role is given", InitialTask::SickRole.name()),
                format!("the sick role must be `{}` or `{}`", SickRole::Full.name(), SickRole::Limited.name()),
            ),
            Fault::MedicationWithheld => self.add(
                "work.medication_withheld_weeks.value",
                format!(
                    "medication is withheld for {} weeks, and `work.medication` is `{}`",
                    spec.work.medication_withheld_weeks.map_or(0, |weeks| weeks.value),
                    spec.work.medication.value.name()
                ),
                format!(
                    "the weeks must be left out unless `work.medication` is `{}`",
                    MedicationPolicy::WithheldFirst.name()
                ),
            ),
            Fault::ParkedPhase => {
                if let Some(until) = focus.parked_until {
                    let path = "focus.parked_until.value".to_string();
                    self.phase(path, "a second focus item is put off until", until.value);
                }
            }
            Fault::Completion => self.completion(),
            Fault::GroupRange => {
                if let Some(group) = spec.group {
                    self.range("group.members.value", "members", group.members.value, 1);
                    self.range("group.facilitators.value", "facilitators", group.facilitators.value, 1);
                }
            }
            Fault::GroupEntry => {
                let Some((group, until)) = spec.group.and_then(|group| Some((group, group.late_until?))) else { return };
                self.add(
                    "group.late_until.value",
                    format!(
                        "somebody may join the group until session {}, and `group.entry` is `{}`",
                        until.value,
                        group.entry.value.name()
                    ),
                    format!("the session must be left out unless `group.entry` is `{}`", GroupEntry::Late.name()),
                );
            }
            Fault::Fraction => {
                for (path, _) in spec.fractions().into_iter().filter(|(_, fraction)| fraction.den == 0) {
                    self.add(format!("{path}.value.den"), "the denominator is 0", "it must be at least 1");
                }
            }
            Fault::Unsourced => self.unsourced(),
            _ => self.look_in_lists(),
        }
    }

    /// Every place of a fault that is about the entries of a list.
    #[allow(clippy::too_many_lines, reason = "one arm a fault")]
    fn look_in_lists(&mut self) {
        let spec = self.spec;
        let sessions = spec.dose.sessions.value;
        match self.fault {
            Fault::PhasesOutOfOrder => self.phase_order(),
            Fault::ClosedListed => {
                for at in places(&spec.phases, |it| it.phase == Phase::Closed) {
                    let expected = "it must be left out, since a course can be closed in every phase";
                    self.add(format!("phases[{at}].phase"), "closed is listed as a phase", expected);
                }
            }
            Fault::PhaseNumbers => {
                let numbered = spec.phases.iter().enumerate();
                let numbered = numbered.filter_map(|(at, it)| Some((at, it.phase, it.typical?.value)));
                let stretches = numbered.map(|(at, phase, (from, to))| Stretched {
                    path: format!("phases[{at}].typical.value"),
                    what: format!("the {phase} phase"),
                    from,
                    to,
                });
                self.follow_each_other(stretches);
            }
            Fault::CadenceNumbers => {
                let stretches = spec.cadence.iter().enumerate().map(|(at, it)| {
                    let (path, what) = (format!("cadence[{at}]"), "the stretch".to_string());
                    Stretched { path, what, from: it.from, to: it.to }
                });
                self.follow_each_other(stretches);
                for (at, it) in spec.cadence.iter().enumerate() {
                    for (field, _) in [("sessions", it.sessions), ("days", it.days)].iter().filter(|(_, it)| *it == 0) {
                        self.add(format!("cadence[{at}].{field}"), "the number is 0", "it must be at least 1");
                    }
                }
            }
            Fault::ModuleNumbers => self.module_numbers(),
            Fault::ModulePhase => {
                for (at, it) in spec.modules.iter().enumerate() {
                    let what = format!("the module `{}` is part of", it.token);
                    self.phase(format!("modules[{at}].phase"), &what, it.phase);
                }
            }
            Fault::AnchorPhase => {
                for (at, it) in spec.anchors.iter().enumerate() {
                    self.phase(format!("anchors[{at}].over"), &format!("`{}` ends", it.anchor.name()), it.over);
                }
            }
            Fault::ProscribedPhase => {
                for (at, it) in spec.proscribed.iter().enumerate() {
                    if let Some(after) = it.after {
                        let what = format!("`{}` must not be done after", it.activity.name());
                        self.phase(format!("proscribed[{at}].after"), &what, after);
                    }
                }
            }
            Fault::TaskPhase => {
                for (at, it) in spec.tasks.iter().enumerate() {
                    let what = format!("the task `{}` is part of", it.token);
                    self.phase(format!("tasks[{at}].phase"), &what, it.phase);
                }
            }
            Fault::SpecialisationArea => {
                for (at, it) in spec.specialisations.iter().enumerate() {
                    let what = format!("the specialisation `{}` belongs to", it.token);
                    self.area(format!("specialisations[{at}].area"), &what, it.area);
                }
            }
            Fault::AreaLabelArea => {
                for (at, it) in spec.area_labels.iter().enumerate() {
                    let what = format!("the label \u{201c}{}\u{201d} belongs to", it.label);
                    self.area(format!("area_labels[{at}].area"), &what, it.area);
                }
            }
            Fault::AdjustedTwice => {
                self.twice("adjustments", "code", &spec.adjustments, |it| format!("the rule `{}`", it.code));
            }
            Fault::DeclaredTwice => {
                self.twice("tasks", "token", &spec.tasks, |it| format!("the task `{}`", it.token));
            }
            Fault::ModuleTwice => {
                self.twice("modules", "token", &spec.modules, |it| format!("the module `{}`", it.token));
            }
            Fault::AreaLabelTwice => {
                self.twice("area_labels", "area", &spec.area_labels, |it| format!("the area {}", it.area));
            }
            Fault::ProscribedTwice => self.twice("proscribed", "activity", &spec.proscribed, |it| {
                format!("the activity `{}`", it.activity.name())
            }),
            Fault::TechniqueTwice => self.twice("techniques", "technique", &spec.techniques, |it| {
                format!("the technique `{}`", it.technique.name())
            }),
            Fault::TaskSession => {
                for at in places(&spec.tasks, |it| it.is_outside(sessions.max)) {
                    let it = &spec.tasks[at];
                    let found = format!("the task `{}` is due by session {}", it.token, it.by_session.unwrap_or(0));
                    self.add(format!("tasks[{at}].by_session"), found, within(sessions.max, "sessions"));
                }
            }
            Fault::TrackRange => {
                for (at, it) in spec.tracks.iter().enumerate() {
                    self.range(&format!("tracks[{at}].sessions.value"), "sessions", it.sessions.value, 0);
                }
            }
            Fault::TrackMinutes => {
                for (at, it) in spec.tracks.iter().enumerate() {
                    if let Some(minutes) = it.minutes {
                        self.range(&format!("tracks[{at}].minutes.value"), "minutes", minutes.value, 1);
                    }
                }
            }
            Fault::MeasureInterval => {
                for at in places(&spec.measures, |it| it.lacks_interval()) {
                    let it = &spec.measures[at];
                    let number = if it.every.is_some() { "the number is 0" } else { "no number is given" };
                    let found = format!("`{}` is due `{}`, and {number}", it.instrument, it.cadence.name());
                    self.add(format!("measures[{at}].every"), found, "the number must be at least 1");
                }
            }
            Fault::EntryScore => {
                for at in places(&spec.entry_scores, |it| it.is_empty()) {
                    let it = &spec.entry_scores[at];
                    match (it.min, it.max) {
                        (Some(min), Some(max)) => self.add(
                            format!("entry_scores[{at}].min"),
                            format!("the minimum score on `{}` is {min} and the maximum is {max}", it.instrument),
                            "the minimum must not exceed the maximum",
                        ),
                        _ => self.add(
                            format!("entry_scores[{at}]"),
                            format!("the score on `{}` has neither `min` nor `max`", it.instrument),
                            "at least one of them must be given",
                        ),
                    }
                }
            }
            Fault::TechniqueBothWays => self.techniques_both_ways(),
            Fault::WorkBothWays => self.work_both_ways(),
            Fault::TaskBothWays => {
                for at in places(&spec.tasks, |it| it.is_both_ways(spec)) {
                    let task = spec.tasks[at].token;
                    let is_initial = spec.initial.tasks.value.iter().any(|it| it.name() == task.as_str());
                    let list = if is_initial { "initial.tasks" } else { "ending.tasks" };
                    let found = format!("the task `{task}` is forbidden here and listed in `{list}`");
                    self.add(format!("tasks[{at}].level"), found, NOT_BOTH);
                }
            }
            Fault::StepTime => {
                for at in places(&spec.steps, |it| it.is_without_time()) {
                    let criterion = spec.steps[at].criterion;
                    let found = format!("the decision on `{criterion}` has neither `by_session` nor `by_week`");
                    self.add(format!("steps[{at}]"), found, "at least one of them must be given");
                }
            }
            Fault::StepAfterLast => {
                for (at, it) in spec.steps.iter().enumerate() {
                    let weeks = spec.dose.weeks.value.max;
                    let due = [("session", it.by_session, sessions.max), ("week", it.by_week, weeks)];
                    for (unit, by, most) in due {
                        let Some(by) = by.filter(|by| !(1..=most).contains(by)) else { continue };
                        let found = format!("the decision on `{}` is due by {unit} {by}", it.criterion);
                        self.add(format!("steps[{at}].by_{unit}"), found, within(most, &format!("{unit}s")));
                    }
                }
            }
            Fault::ParticipantSessions => {
                for at in places(&spec.participants, |it| it.is_outside(sessions.max)) {
                    let it = &spec.participants[at];
                    let found = format!("`{}` comes to {} sessions", it.relation.name(), it.sessions.unwrap_or(0));
                    let expected = format!("the number must be at most {}, the maximum of sessions", sessions.max);
                    self.add(format!("participants[{at}].sessions"), found, expected);
                }
            }
            // Every other fault has its arm in `look`; one that is added without either is told by what it is about.
            fault => self.add("", fault.about().trim().trim_end_matches('.'), "the parts must agree"),
        }
    }

    /// A range of numbers that must be in order, none of them below the least.
    fn range(&mut self, path: &str, unit: &str, span: Span, least: u16) {
        let Span { min, typical, max } = span;
        if min < least {
            let expected = format!("it must be at least {least}");
            self.add(format!("{path}.min"), format!("the minimum is {min} {unit}"), expected);
        }
        if min > typical {
            let found = format!("the minimum is {min} {unit} and the typical number is {typical}");
            self.add(format!("{path}.min"), found, "the minimum must not exceed the typical number");
        }
        if typical > max {
            let found = format!("the typical number is {typical} {unit} and the maximum is {max}");
            self.add(format!("{path}.typical"), found, "the typical number must not exceed the maximum");
        }
    }

    /// An entry that names a phase, which must be listed.
    fn phase(&mut self, path: String, what: &str, phase: Phase) {
        if !has_phase(&self.spec.phases, phase) {
            let listed: Vec<_> = self.spec.phases.iter().map(|it| it.phase.to_string()).collect();
            let expected = format!("the phase must be listed in `phases` ({})", listed.join(", "));
            self.add(path, format!("{what} the {phase} phase"), expected);
        }
    }

    /// An entry that names an area, which must be listed.
    fn area(&mut self, path: String, what: &str, area: ProblemArea) {
        let areas = self.spec.focus.areas.value;
        if !areas.contains(area) {
            self.add(path, format!("{what} {area}"), format!("the area must be listed in `focus.areas` ({areas})"));
        }
    }

    /// What stands in a list more than once.
    fn twice<T>(&mut self, list: &str, field: &str, entries: &[T], name: impl Fn(&T) -> String) {
        let names: Vec<_> = entries.iter().map(name).collect();
        for (at, name) in names.iter().enumerate() {
            if let Some(first) = names[..at].iter().position(|earlier| earlier == name) {
                let found = format!("{name} is listed already, in `{list}[{first}]`");
                self.add(format!("{list}[{at}].{field}"), found, "it must be listed only once");
            }
        }
    }

    /// Stretches that must follow each other from session 1 to the last session.
    fn follow_each_other(&mut self, stretches: impl Iterator<Item = Stretched>) {
        let sessions = self.spec.dose.sessions.value.typical;
        let mut next = 1_u16;
        let mut last = None;
        for Stretched { path, what, from, to } in stretches {
            if to < from {
                // Where what follows must begin is not known.
                let found = format!("{what} runs from session {from} to session {to}");
                return self.add(path, found, "its first session must not be after its last");
            }
            if from != next {
                let found = format!("{what} begins with session {from}");
                self.add(&*path, found, format!("it must begin with session {next}"));
            }
            next = to.saturating_add(1);
            last = Some((path, what, to));
        }
        if let Some((path, what, to)) = last.filter(|(.., to)| *to != sessions) {
            let expected = format!("it must end with session {sessions}, the typical number of sessions");
            self.add(path, format!("{what} is the last and ends with session {to}"), expected);
        }
    }

    fn phase_order(&mut self) {
        let phases = &self.spec.phases;
        let order: Vec<_> =
            Phase::ALL.iter().filter(|&&it| it != Phase::Closed).map(|phase| phase.to_string()).collect();
        for (at, pair) in phases.windows(2).enumerate() {
            let (before, phase) = (pair[0].phase, pair[1].phase);
            if before >= phase {
                self.add(
                    format!("phases[{}].phase", at + 1),
                    format!("the {phase} phase is listed after the {before} phase"),
                    format!("each phase must be listed once, in the order {}", order.join(", ")),
                );
            }
        }
    }

    fn module_numbers(&mut self) {
        let modules = &self.spec.modules;
        let sessions = self.spec.dose.sessions.value.typical;
        for (at, it) in modules.iter().enumerate() {
            let module = format!("the module `{}`", it.token);
            if it.to < it.from {
                let found = format!("{module} runs from session {} to session {}", it.from, it.to);
                self.add(format!("modules[{at}]"), found, "its first session must not be after its last");
            }
            if it.to > sessions {
                let expected = format!("it must end by session {sessions}, the typical number of sessions");
                self.add(format!("modules[{at}].to"), format!("{module} ends with session {}", it.to), expected);
            }
            match at.checked_sub(1).map(|before| modules[before].to) {
                Some(before) if it.from != before.saturating_add(1) => self.add(
                    format!("modules[{at}].from"),
                    format!(
                        "{module} begins with session {}, and the module before it ends with session {before}",
                        it.from
                    ),
                    format!("it must begin with session {}", before.saturating_add(1)),
                ),
                _ if it.from == 0 => {
                    let expected = "it must begin with session 1 or later";
                    self.add(format!("modules[{at}].from"), format!("{module} begins with session 0"), expected);
                }
                _ => {}
            }
        }
    }

    fn initial_range(&mut self) {
        let (usual, most) = (self.spec.initial.sessions_usual.value, self.spec.initial.sessions_most.value);
        let path = "initial.sessions_usual.value";
        if usual == 0 {
            self.add(path, "the initial phase usually takes 0 sessions", "the number must be at least 1");
        }
        if usual > most {
            let found = format!("the initial phase usually takes {usual} sessions and at most {most}");
            self.add(path, found, "the usual number must not exceed the maximum");
        }
    }

    fn announcement_order(&mut self) {
        let (note, warn) = (self.spec.ending.announce_note_below.value, self.spec.ending.announce_warn_below.value);
        let sessions = self.spec.dose.sessions.value.typical;
        if warn > note {
            self.add(
                "ending.announce_warn_below.value",
                format!("announcing the end is late below {warn} sessions left and worth a note below {note}"),
                "the number for late must not exceed the number for a note",
            );
        }
        if note >= sessions && has_phase(&self.spec.phases, Phase::Termination) {
            self.add(
                "ending.announce_note_below.value",
                format!("announcing the end is worth a note below {note} sessions left, and {sessions} are typical"),
                "the number must be smaller than the typical number of sessions",
            );
        }
    }

    fn gap_order(&mut self) {
        let timing = &self.spec.timing;
        let gaps = [
            ("timing.gap_note", "worth a note", timing.gap_note.value),
            ("timing.gap_warn", "long", timing.gap_warn.value),
            ("timing.gap_break", "a break", timing.gap_break.value),
        ];
        for pair in gaps.windows(2) {
            let ((path, lesser, less), (_, greater, more)) = (pair[0], pair[1]);
            if !less.is_at_most(more) {
                self.add(
                    format!("{path}.value"),
                    format!("a gap is {lesser} above {} intervals and {greater} above {}", parts(less), parts(more)),
                    "the first number must not exceed the second",
                );
            }
        }
    }

    fn completion(&mut self) {
        let (ending, dose) = (&self.spec.ending, &self.spec.dose);
        let counts = [
            ("sessions", ending.completion_sessions, dose.sessions.value.max),
            ("weeks", ending.completion_weeks, dose.weeks.value.max),
        ];
        for (unit, count, most) in counts {
            let Some(count) = count.filter(|count| !(1..=most).contains(&count.value)) else { continue };
            let found = format!("a course counts as completed after {} {unit}", count.value);
            self.add(format!("ending.completion_{unit}.value"), found, within(most, unit));
        }
    }

    fn techniques_both_ways(&mut self) {
        let techniques = &self.spec.techniques;
        for (at, it) in techniques.iter().enumerate() {
            let technique = it.technique.name();
            for (earlier, _) in techniques[..at].iter().enumerate().filter(|(_, earlier)| earlier.contradicts(it)) {
                let level = techniques[earlier].level;
                let found = format!(
                    "the technique `{technique}` is listed here as `{}` and in `techniques[{earlier}]` as `{}`",
                    it.level.name(),
                    level.name()
                );
                self.add(format!("techniques[{at}].level"), found, NOT_BOTH);
            }
            if let Some(task) = it.forbids_task(self.spec) {
                let task = task.name();
                let found =
                    format!("the technique `{technique}` is forbidden here, and `{task}` is listed in `initial.tasks`");
                self.add(format!("techniques[{at}].level"), found, NOT_BOTH);
            }
        }
    }

    fn work_both_ways(&mut self) {
        let spec = self.spec;
        let work = spec.work.between_sessions.value;
        let forbidden = |what: &str, work: WorkKind| {
            format!("{what} is forbidden here, and `{}` is listed in `work.between_sessions`", work.name())
        };
        for at in places(&spec.techniques, |it| it.forbids_work(work)) {
            let what = format!("the technique `{}`", spec.techniques[at].technique.name());
            self.add(format!("techniques[{at}].level"), forbidden(&what, WorkKind::Attempt), NOT_BOTH);
        }
        for at in places(&spec.proscribed, |it| it.forbids_work(work)) {
            let what = format!("the activity `{}`", spec.proscribed[at].activity.name());
            self.add(format!("proscribed[{at}].outright"), forbidden(&what, WorkKind::Structured), NOT_BOTH);
        }
    }

    fn unsourced(&mut self) {
        let leaves = self.spec.all_leaves();
        let unsourced = self.spec.parameters().into_iter().filter(|it| !is_sourced(it.source, it.basis));
        for it in unsourced {
            let expected = match it.source {
                SourceId::DESIGN => "the basis of this source must be `design`".to_string(),
                SourceId::KNOWLEDGE => "the basis of this source must be `unseen`".to_string(),
                _ => {
                    let of_works = Basis::ALL.iter().filter(|&&basis| basis != Basis::Design);
                    let names: Vec<_> = of_works.map(|basis| format!("`{}`", basis.name())).collect();
                    format!("the basis of a published work must be one of {}", names.join(", "))
                }
            };
            let found = format!("the source is `{}` and the basis is `{}`", it.source, it.basis.name());
            self.add(format!("{}.basis", by_place(&leaves, &it.path)), found, expected);
        }
    }
}

/// Something that runs from one session to another.
struct Stretched {
    path: String,
    what: String,
    from: u16,
    to: u16,
}

/// The places of the entries of a list of which something is true.
fn places<T>(list: &[T], is_so: impl Fn(&T) -> bool) -> Vec<usize> {
    list.iter().enumerate().filter(|(_, it)| is_so(it)).map(|(at, _)| at).collect()
}

fn within(most: u16, unit: &str) -> String {
    format!("the number must be between 1 and {most}, the maximum of {unit}")
}

fn parts(fraction: Fraction) -> String {
    format!("{}/{}", fraction.num, fraction.den)
}

/// The path of a parameter with the place of an entry in its list where it has the entry's name: `measures[0]` for
/// `measures.phq-9`.
fn by_place(leaves: &[(String, String)], path: &str) -> String {
    let in_list = || {
        let (list, rest) = path.split_once('.')?;
        let (_, names) = leaves.iter().find(|(leaf, _)| leaf == list)?;
        let below = |name: &str| rest.strip_prefix(name).filter(|tail| tail.is_empty() || tail.starts_with('.'));
        let named = names.split(", ").enumerate().filter_map(|(at, name)| Some((name.len(), at, below(name)?)));
        // A name may hold dots, so that a shorter one is the beginning of a longer.
        let (_, at, tail) = named.max_by_key(|(len, ..)| *len)?;
        Some(format!("{list}[{at}]{tail}"))
    };
    in_list().unwrap_or_else(|| path.to_string())
}

/// Whether a source is of the kind that a basis says.
pub(super) fn is_sourced(source: SourceId, basis: Basis) -> bool {
    match source {
        SourceId::DESIGN => basis == Basis::Design,
        SourceId::KNOWLEDGE => basis == Basis::Unseen,
        _ => basis != Basis::Design,
    }
}
