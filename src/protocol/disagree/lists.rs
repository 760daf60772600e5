//! Places in the lists of a protocol.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{NOT_BOTH, Places, within};
use crate::{
    protocol::{
        check::has_phase,
        fault::Fault,
        spec::{EntryScore, MeasureSpec, StepSpec},
    },
    vocabulary::{Phase, ProblemArea, WorkKind},
};

impl Places<'_> {
    /// Every place of a fault that is about the entries of a list: here what runs from one number to
    /// another.
    pub(super) fn look_in_lists(&mut self) {
        let spec = self.spec;
        match self.fault {
            Fault::PhasesOutOfOrder => self.phase_order(),
            Fault::ClosedListed => {
                for at in places(&spec.phases, |it| it.phase == Phase::Closed) {
                    let expected =
                        "it must be left out, since a course can be closed in every phase";
                    self.add(
                        format!("phases[{at}].phase"),
                        "closed is listed as a phase",
                        expected,
                    );
                }
            }
            Fault::PhaseNumbers => {
                let numbered = spec.phases.iter().enumerate();
                let numbered =
                    numbered.filter_map(|(at, it)| Some((at, it.phase, it.typical?.value)));
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
                    Stretched {
                        path,
                        what,
                        from: it.from,
                        to: it.to,
                    }
                });
                self.follow_each_other(stretches);
                for (at, it) in spec.cadence.iter().enumerate() {
                    for (field, _) in [("sessions", it.sessions), ("days", it.days)]
                        .iter()
                        .filter(|(_, it)| *it == 0)
                    {
                        self.add(
                            format!("cadence[{at}].{field}"),
                            "the number is 0",
                            "it must be at least 1",
                        );
                    }
                }
            }
            Fault::ModuleNumbers => self.module_numbers(),
            Fault::TrackRange => {
                for (at, it) in spec.tracks.iter().enumerate() {
                    self.range(
                        &format!("tracks[{at}].sessions.value"),
                        "sessions",
                        it.sessions.value,
                        0,
                    );
                }
            }
            Fault::TrackMinutes => {
                for (at, it) in spec.tracks.iter().enumerate() {
                    if let Some(minutes) = it.minutes {
                        self.range(
                            &format!("tracks[{at}].minutes.value"),
                            "minutes",
                            minutes.value,
                            1,
                        );
                    }
                }
            }
            _ => self.look_at_what_is_named(),
        }
    }

    /// Entries that name a phase or an area of the protocol.
    fn look_at_what_is_named(&mut self) {
        let spec = self.spec;
        match self.fault {
            Fault::ModulePhase => {
                for (at, it) in spec.modules.iter().enumerate() {
                    let what = format!("the module `{}` is part of", it.token);
                    self.phase(format!("modules[{at}].phase"), &what, it.phase);
                }
            }
            Fault::AnchorPhase => {
                for (at, it) in spec.anchors.iter().enumerate() {
                    self.phase(
                        format!("anchors[{at}].over"),
                        &format!("`{}` ends", it.anchor.name()),
                        it.over,
                    );
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
            _ => self.look_for_twins(),
        }
    }

    /// Entries that stand in their list twice.
    fn look_for_twins(&mut self) {
        let spec = self.spec;
        match self.fault {
            Fault::AdjustedTwice => {
                self.twice("adjustments", "code", &spec.adjustments, |it| {
                    format!("the rule `{}`", it.code)
                });
            }
            Fault::DeclaredTwice => {
                self.twice("tasks", "token", &spec.tasks, |it| {
                    format!("the task `{}`", it.token)
                });
            }
            Fault::ModuleTwice => {
                self.twice("modules", "token", &spec.modules, |it| {
                    format!("the module `{}`", it.token)
                });
            }
            Fault::AreaLabelTwice => {
                self.twice("area_labels", "area", &spec.area_labels, |it| {
                    format!("the area {}", it.area)
                });
            }
            Fault::ProscribedTwice => {
                self.twice("proscribed", "activity", &spec.proscribed, |it| {
                    format!("the activity `{}`", it.activity.name())
                });
            }
            Fault::TechniqueTwice => {
                self.twice("techniques", "technique", &spec.techniques, |it| {
                    format!("the technique `{}`", it.technique.name())
                });
            }
            _ => self.look_for_contradictions(),
        }
    }

    /// Entries of which another list says the opposite.
    fn look_for_contradictions(&mut self) {
        let spec = self.spec;
        match self.fault {
            Fault::TechniqueBothWays => self.techniques_both_ways(),
            Fault::WorkBothWays => self.work_both_ways(),
            Fault::TaskBothWays => {
                for at in places(&spec.tasks, |it| it.is_both_ways(spec)) {
                    let task = spec.tasks[at].token;
                    let is_initial = spec
                        .initial
                        .tasks
                        .value
                        .iter()
                        .any(|it| it.name() == task.as_str());
                    let list = if is_initial {
                        "initial.tasks"
                    } else {
                        "ending.tasks"
                    };
                    let found =
                        format!("the task `{task}` is forbidden here and listed in `{list}`");
                    self.add(format!("tasks[{at}].level"), found, NOT_BOTH);
                }
            }
            _ => self.look_at_when(),
        }
    }

    /// Entries that say when or how often something is due.
    fn look_at_when(&mut self) {
        let spec = self.spec;
        let sessions = self.spec.dose.sessions.value;
        match self.fault {
            Fault::TaskSession => {
                for at in places(&spec.tasks, |it| it.is_outside(sessions.max)) {
                    let it = &spec.tasks[at];
                    let found = format!(
                        "the task `{}` is due by session {}",
                        it.token,
                        it.by_session.unwrap_or(0)
                    );
                    self.add(
                        format!("tasks[{at}].by_session"),
                        found,
                        within(sessions.max, "sessions"),
                    );
                }
            }
            Fault::MeasureInterval => {
                for at in places(&spec.measures, MeasureSpec::lacks_interval) {
                    let it = &spec.measures[at];
                    let number = if it.every.is_some() {
                        "the number is 0"
                    } else {
                        "no number is given"
                    };
                    let found = format!(
                        "`{}` is due `{}`, and {number}",
                        it.instrument,
                        it.cadence.name()
                    );
                    self.add(
                        format!("measures[{at}].every"),
                        found,
                        "the number must be at least 1",
                    );
                }
            }
            Fault::StepTime => {
                for at in places(&spec.steps, StepSpec::is_without_time) {
                    let criterion = spec.steps[at].criterion;
                    let found = format!(
                        "the decision on `{criterion}` has neither `by_session` nor `by_week`"
                    );
                    self.add(
                        format!("steps[{at}]"),
                        found,
                        "at least one of them must be given",
                    );
                }
            }
            Fault::StepAfterLast => {
                for (at, it) in spec.steps.iter().enumerate() {
                    let weeks = spec.dose.weeks.value.max;
                    let due = [
                        ("session", it.by_session, sessions.max),
                        ("week", it.by_week, weeks),
                    ];
                    for (unit, by, most) in due {
                        let Some(by) = by.filter(|by| !(1..=most).contains(by)) else {
                            continue;
                        };
                        let found =
                            format!("the decision on `{}` is due by {unit} {by}", it.criterion);
                        self.add(
                            format!("steps[{at}].by_{unit}"),
                            found,
                            within(most, &format!("{unit}s")),
                        );
                    }
                }
            }
            Fault::ParticipantSessions => {
                for at in places(&spec.participants, |it| it.is_outside(sessions.max)) {
                    let it = &spec.participants[at];
                    let found = format!(
                        "`{}` comes to {} sessions",
                        it.relation.name(),
                        it.sessions.unwrap_or(0)
                    );
                    let expected = format!(
                        "the number must be at most {}, the maximum of sessions",
                        sessions.max
                    );
                    self.add(format!("participants[{at}].sessions"), found, expected);
                }
            }
            _ => self.look_at_scores(),
        }
    }

    /// Scores at entry, and what is told by what it is about.
    fn look_at_scores(&mut self) {
        let spec = self.spec;
        match self.fault {
            Fault::EntryScore => {
                for at in places(&spec.entry_scores, EntryScore::is_empty) {
                    let it = &spec.entry_scores[at];
                    match (it.min, it.max) {
                        (Some(min), Some(max)) => self.add(
                            format!("entry_scores[{at}].min"),
                            format!(
                                "the minimum score on `{}` is {min} and the maximum is {max}",
                                it.instrument
                            ),
                            "the minimum must not exceed the maximum",
                        ),
                        _ => self.add(
                            format!("entry_scores[{at}]"),
                            format!(
                                "the score on `{}` has neither `min` nor `max`",
                                it.instrument
                            ),
                            "at least one of them must be given",
                        ),
                    }
                }
            }
            // Every other fault has an arm in one of these; one that is added without is told by
            // what it is about.
            fault => self.add(
                "",
                fault.about().trim_end_matches('.'),
                "the parts must agree",
            ),
        }
    }

    /// An entry that names a phase, which must be listed.
    pub(super) fn phase(&mut self, path: String, what: &str, phase: Phase) {
        if !has_phase(&self.spec.phases, phase) {
            let listed: Vec<_> = self
                .spec
                .phases
                .iter()
                .map(|it| it.phase.to_string())
                .collect();
            let expected = format!(
                "the phase must be listed in `phases` ({})",
                listed.join(", ")
            );
            self.add(path, format!("{what} the {phase} phase"), expected);
        }
    }

    /// An entry that names an area, which must be listed.
    fn area(&mut self, path: String, what: &str, area: ProblemArea) {
        let areas = self.spec.focus.areas.value;
        if !areas.contains(area) {
            self.add(
                path,
                format!("{what} {area}"),
                format!("the area must be listed in `focus.areas` ({areas})"),
            );
        }
    }

    /// What stands in a list more than once.
    fn twice<T>(&mut self, list: &str, field: &str, entries: &[T], name: impl Fn(&T) -> String) {
        let names: Vec<_> = entries.iter().map(name).collect();
        for (at, name) in names.iter().enumerate() {
            if let Some(first) = names[..at].iter().position(|earlier| earlier == name) {
                let found = format!("{name} is listed already, in `{list}[{first}]`");
                self.add(
                    format!("{list}[{at}].{field}"),
                    found,
                    "it must be listed only once",
                );
            }
        }
    }

    /// Stretches that must follow each other from session 1 to the last session.
    fn follow_each_other(&mut self, stretches: impl Iterator<Item = Stretched>) {
        let sessions = self.spec.dose.sessions.value.typical;
        let mut next = 1_u16;
        let mut last = None;
        for Stretched {
            path,
            what,
            from,
            to,
        } in stretches
        {
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
            let expected =
                format!("it must end with session {sessions}, the typical number of sessions");
            self.add(
                path,
                format!("{what} is the last and ends with session {to}"),
                expected,
            );
        }
    }

    fn phase_order(&mut self) {
        let phases = &self.spec.phases;
        let order: Vec<_> = Phase::ALL
            .iter()
            .filter(|&&it| it != Phase::Closed)
            .map(ToString::to_string)
            .collect();
        for (at, pair) in phases.windows(2).enumerate() {
            let (before, phase) = (pair[0].phase, pair[1].phase);
            if before >= phase {
                self.add(
                    format!("phases[{}].phase", at + 1),
                    format!("the {phase} phase is listed after the {before} phase"),
                    format!(
                        "each phase must be listed once, in the order {}",
                        order.join(", ")
                    ),
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
                let found = format!(
                    "{module} runs from session {} to session {}",
                    it.from, it.to
                );
                self.add(
                    format!("modules[{at}]"),
                    found,
                    "its first session must not be after its last",
                );
            }
            if it.to > sessions {
                let expected =
                    format!("it must end by session {sessions}, the typical number of sessions");
                self.add(
                    format!("modules[{at}].to"),
                    format!("{module} ends with session {}", it.to),
                    expected,
                );
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

    fn techniques_both_ways(&mut self) {
        let techniques = &self.spec.techniques;
        for (at, it) in techniques.iter().enumerate() {
            let technique = it.technique.name();
            for (earlier, _) in techniques[..at]
                .iter()
                .enumerate()
                .filter(|(_, earlier)| earlier.contradicts(it))
            {
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
                let found = format!(
                    "the technique `{technique}` is forbidden here, and `{task}` is listed in `initial.tasks`"
                );
                self.add(format!("techniques[{at}].level"), found, NOT_BOTH);
            }
        }
    }

    fn work_both_ways(&mut self) {
        let spec = self.spec;
        let work = spec.work.between_sessions.value;
        let forbidden = |what: &str, work: WorkKind| {
            format!(
                "{what} is forbidden here, and `{}` is listed in `work.between_sessions`",
                work.name()
            )
        };
        for at in places(&spec.techniques, |it| it.forbids_work(work)) {
            let what = format!("the technique `{}`", spec.techniques[at].technique.name());
            self.add(
                format!("techniques[{at}].level"),
                forbidden(&what, WorkKind::Attempt),
                NOT_BOTH,
            );
        }
        for at in places(&spec.proscribed, |it| it.forbids_work(work)) {
            let what = format!("the activity `{}`", spec.proscribed[at].activity.name());
            self.add(
                format!("proscribed[{at}].outright"),
                forbidden(&what, WorkKind::Structured),
                NOT_BOTH,
            );
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
    list.iter()
        .enumerate()
        .filter(|(_, it)| is_so(it))
        .map(|(at, _)| at)
        .collect()
}
