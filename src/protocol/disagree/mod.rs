//! Where the parts of a protocol disagree: for each fault the path, what was found there, and what
//! it must be.

mod lists;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    check::{days_planned, has_phase},
    diff::Leaf,
    fault::{Disagreement, Fault, FaultSet, ProtocolError},
    number::{Fraction, Span},
    spec::{GroupEntry, MedicationPolicy, ProtocolSpec},
};
use crate::{
    source::{Basis, SourceId},
    vocabulary::{InitialTask, Phase, SickRole},
};

impl ProtocolSpec {
    /// The faults as an error with their places.
    pub(super) fn error(&self, faults: FaultSet) -> ProtocolError {
        let mut places = Places {
            spec: self,
            fault: Fault::NoPhases,
            found: Vec::new(),
        };
        for fault in faults.iter() {
            places.fault = fault;
            places.look();
        }
        ProtocolError {
            id: self.id,
            faults,
            disagreements: places.found,
        }
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
    fn add(
        &mut self,
        path: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let (path, found, expected) = (path.into(), found.into(), expected.into());
        self.found.push(Disagreement {
            fault: self.fault,
            path,
            found,
            expected,
        });
    }

    /// Every place of the fault. What is about one number or one choice stands here, what is about a
    /// list beside it. First how much treatment there is.
    fn look(&mut self) {
        let spec = self.spec;
        let dose = &self.spec.dose;
        let sessions = self.spec.dose.sessions.value;
        match self.fault {
            Fault::NoTimeFrame => self.add(
                "dose.time_frames.value",
                "no kind of time frame is listed",
                "at least one kind must be listed",
            ),
            Fault::SessionsRange => self.range("dose.sessions.value", "sessions", sessions, 1),
            Fault::MinutesRange => {
                self.range("dose.minutes.value", "minutes", dose.minutes.value, 1);
            }
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
            Fault::GapOrder => self.gap_order(),
            Fault::Fraction => {
                for (path, _) in spec
                    .fractions()
                    .into_iter()
                    .filter(|(_, fraction)| fraction.den == 0)
                {
                    self.add(
                        format!("{path}.value.den"),
                        "the denominator is 0",
                        "it must be at least 1",
                    );
                }
            }
            _ => self.look_at_the_phases(),
        }
    }

    /// How the phases are filled.
    fn look_at_the_phases(&mut self) {
        let initial = &self.spec.initial;
        let ending = &self.spec.ending;
        let sessions = self.spec.dose.sessions.value;
        match self.fault {
            Fault::NoPhases => self.add("phases", "no phase is listed", "at least one phase must be listed"),
            Fault::InitialRange => self.initial_range(),
            Fault::NoMiddle => self.add(
                "initial.sessions_usual.value",
                format!(
                    "the initial phase usually takes {} sessions and the ending at least {}, and {} sessions are typical",
                    initial.sessions_usual.value, ending.sessions_min.value, sessions.typical
                ),
                "at least 1 session must be left for the middle phase",
            ),
            Fault::EndingRange => self.add(
                "ending.sessions_min.value",
                format!(
                    "the minimum of the ending is {} sessions and the maximum is {}",
                    ending.sessions_min.value, ending.sessions_max.value
                ),
                "the minimum must not exceed the maximum",
            ),
            Fault::AnnouncementOrder => self.announcement_order(),
            Fault::Completion => self.completion(),
            Fault::SickRole => self.add(
                "initial.sick_role.value",
                format!("`{}` is one of `initial.tasks`, and no sick role is given", InitialTask::SickRole.name()),
                format!("the sick role must be `{}` or `{}`", SickRole::Full.name(), SickRole::Limited.name()),
            ),
            _ => self.look_at_whom(),
        }
    }

    /// For whom it is, with whom, and beside what.
    fn look_at_whom(&mut self) {
        let spec = self.spec;
        match self.fault {
            Fault::AgeRange => {
                if let (Some(min), Some(max)) = (spec.population.age_min, spec.population.age_max) {
                    self.add(
                        "population.age_min.value",
                        format!(
                            "the minimum age is {} and the maximum age is {}",
                            min.value, max.value
                        ),
                        "the minimum must not exceed the maximum",
                    );
                }
            }
            Fault::GroupRange => {
                if let Some(group) = spec.group {
                    self.range("group.members.value", "members", group.members.value, 1);
                    self.range(
                        "group.facilitators.value",
                        "facilitators",
                        group.facilitators.value,
                        1,
                    );
                }
            }
            Fault::GroupEntry => {
                let Some((group, until)) = spec
                    .group
                    .and_then(|group| Some((group, group.late_until?)))
                else {
                    return;
                };
                self.add(
                    "group.late_until.value",
                    format!(
                        "somebody may join the group until session {}, and `group.entry` is `{}`",
                        until.value,
                        group.entry.value.name()
                    ),
                    format!(
                        "the session must be left out unless `group.entry` is `{}`",
                        GroupEntry::Late.name()
                    ),
                );
            }
            Fault::MedicationWithheld => self.add(
                "work.medication_withheld_weeks.value",
                format!(
                    "medication is withheld for {} weeks, and `work.medication` is `{}`",
                    spec.work
                        .medication_withheld_weeks
                        .map_or(0, |weeks| weeks.value),
                    spec.work.medication.value.name()
                ),
                format!(
                    "the weeks must be left out unless `work.medication` is `{}`",
                    MedicationPolicy::WithheldFirst.name()
                ),
            ),
            _ => self.look_at_the_focus(),
        }
    }

    /// What the work is on, and where the protocol has it from.
    fn look_at_the_focus(&mut self) {
        let focus = &self.spec.focus;
        match self.fault {
            Fault::NoAreas => {
                self.add(
                    "focus.areas.value",
                    "no problem area is listed",
                    "at least one area must be listed",
                );
            }
            Fault::FocusCount => self.add(
                "focus.max_active.value",
                format!(
                    "{} items may be active in the focus",
                    focus.max_active.value
                ),
                "the number must be between 1 and 4",
            ),
            Fault::ParkedPhase => {
                if let Some(until) = focus.parked_until {
                    let path = "focus.parked_until.value".to_string();
                    self.phase(path, "a second focus item is put off until", until.value);
                }
            }
            Fault::Unsourced => self.unsourced(),
            _ => self.look_in_lists(),
        }
    }

    /// A range of numbers that must be in order, none of them below the least.
    fn range(&mut self, path: &str, unit: &str, span: Span, least: u16) {
        let Span { min, typical, max } = span;
        if min < least {
            let expected = format!("it must be at least {least}");
            self.add(
                format!("{path}.min"),
                format!("the minimum is {min} {unit}"),
                expected,
            );
        }
        if min > typical {
            let found = format!("the minimum is {min} {unit} and the typical number is {typical}");
            self.add(
                format!("{path}.min"),
                found,
                "the minimum must not exceed the typical number",
            );
        }
        if typical > max {
            let found = format!("the typical number is {typical} {unit} and the maximum is {max}");
            self.add(
                format!("{path}.typical"),
                found,
                "the typical number must not exceed the maximum",
            );
        }
    }

    fn initial_range(&mut self) {
        let (usual, most) = (
            self.spec.initial.sessions_usual.value,
            self.spec.initial.sessions_most.value,
        );
        let path = "initial.sessions_usual.value";
        if usual == 0 {
            self.add(
                path,
                "the initial phase usually takes 0 sessions",
                "the number must be at least 1",
            );
        }
        if usual > most {
            let found =
                format!("the initial phase usually takes {usual} sessions and at most {most}");
            self.add(path, found, "the usual number must not exceed the maximum");
        }
    }

    fn announcement_order(&mut self) {
        let (note, warn) = (
            self.spec.ending.announce_note_below.value,
            self.spec.ending.announce_warn_below.value,
        );
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
                    format!(
                        "a gap is {lesser} above {} intervals and {greater} above {}",
                        parts(less),
                        parts(more)
                    ),
                    "the first number must not exceed the second",
                );
            }
        }
    }

    fn completion(&mut self) {
        let (ending, dose) = (&self.spec.ending, &self.spec.dose);
        let counts = [
            (
                "sessions",
                ending.completion_sessions,
                dose.sessions.value.max,
            ),
            ("weeks", ending.completion_weeks, dose.weeks.value.max),
        ];
        for (unit, count, most) in counts {
            let Some(count) = count.filter(|count| !(1..=most).contains(&count.value)) else {
                continue;
            };
            let found = format!("a course counts as completed after {} {unit}", count.value);
            self.add(
                format!("ending.completion_{unit}.value"),
                found,
                within(most, unit),
            );
        }
    }

    fn unsourced(&mut self) {
        let leaves = self.spec.typed_leaves();
        let unsourced = self
            .spec
            .parameters()
            .into_iter()
            .filter(|it| !is_sourced(it.source.work, it.basis));
        for it in unsourced {
            let expected = match it.source.work {
                SourceId::DESIGN => "the basis of this source must be `design`".to_string(),
                SourceId::KNOWLEDGE => "the basis of this source must be `unseen`".to_string(),
                _ => {
                    let of_works = Basis::ALL.iter().filter(|&&basis| basis != Basis::Design);
                    let names: Vec<_> = of_works
                        .map(|basis| format!("`{}`", basis.name()))
                        .collect();
                    format!(
                        "the basis of a published work must be one of {}",
                        names.join(", ")
                    )
                }
            };
            let found = format!(
                "the source is `{}` and the basis is `{}`",
                it.source.work,
                it.basis.name()
            );
            self.add(
                format!("{}.basis", by_place(&leaves, &it.path)),
                found,
                expected,
            );
        }
    }
}

fn within(most: u16, unit: &str) -> String {
    format!("the number must be between 1 and {most}, the maximum of {unit}")
}

fn parts(fraction: Fraction) -> String {
    format!("{}/{}", fraction.num, fraction.den)
}

/// The path of a parameter with the place of an entry in its list where it has the entry's name:
/// `measures[0]` for `measures.phq-9`.
fn by_place(leaves: &[(String, Leaf)], path: &str) -> String {
    let in_list = || {
        let (list, rest) = path.split_once('.')?;
        let keys = leaves.iter().find_map(|(leaf, value)| match value {
            Leaf::Keys(keys) if leaf == list => Some(keys),
            _ => None,
        })?;
        let below = |name: &str| {
            rest.strip_prefix(name)
                .filter(|tail| tail.is_empty() || tail.starts_with('.'))
        };
        let named = keys
            .iter()
            .enumerate()
            .filter_map(|(at, name)| Some((name.len(), at, below(name)?)));
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
