//! The ways in which the parts of a protocol disagree, and how they are told.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt::{self, Write as _};

use thiserror::Error;

use super::{
    check::{days_planned, has_phase},
    cited::{Fraction, Span},
    spec::{MedicationPolicy, ProtocolSpec, Stretch},
};
use crate::{
    area::ProblemArea,
    base::set::{enum_set, vocabulary},
    id::ProtocolId,
    phase::Phase,
    source::{Basis, SourceId},
    technique::WorkKind,
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
        /// Until when somebody may join a group is said where joining late is not provided for, or not said where it is.
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
        let sessions = self.dose.sessions.value;
        match fault {
            Fault::NoPhases => "it lists no phases, and a course needs at least one".into(),
            Fault::PhasesOutOfOrder => format!(
                "it lists the phases as {}, and each stands once, in the order assessment to maintenance",
                self.phase_names()
            ),
            Fault::ClosedListed => "it lists closed as a phase, and closing is open to every phase".into(),
            Fault::NoAreas => "it lists no problem area, and a focus is one of them".into(),
            Fault::FocusCount => {
                format!("it allows {} active focus items, and a focus has one to four", self.focus.max_active.value)
            }
            Fault::SessionsRange => range("sessions", sessions),
            Fault::MinutesRange => range("minutes", self.dose.minutes.value),
            Fault::FirstMinutesRange => {
                let first = self.dose.first_minutes;
                first.map_or_else(String::new, |first| range("minutes of the first session", first.value))
            }
            Fault::WeeksRange => range("weeks", self.dose.weeks.value),
            Fault::AgeRange => format!(
                "the range of ages runs from {} to {}, and these stand in order",
                self.population.age_min.map_or(0, |age| age.value),
                self.population.age_max.map_or(u8::MAX, |age| age.value)
            ),
            Fault::EndingRange => format!(
                "the ending takes at least {} and at most {} sessions, and these stand in order",
                self.ending.sessions_min.value, self.ending.sessions_max.value
            ),
            Fault::InitialRange => format!(
                "the initial phase usually takes {} sessions and at most {}, and these stand in order, from 1 up",
                self.initial.sessions_usual.value, self.initial.sessions_most.value
            ),
            Fault::NoMiddle => format!(
                "an initial phase of {} sessions and an ending of {} leave none of {} for the middle phase",
                self.initial.sessions_usual.value, self.ending.sessions_min.value, sessions.typical
            ),
            Fault::AnnouncementOrder => format!(
                "announcing the end is late below {} sessions left and worth a note below {}, of {} sessions, and these stand \
                 in order",
                self.ending.announce_warn_below.value, self.ending.announce_note_below.value, sessions.typical
            ),
            Fault::GapOrder => format!(
                "a gap is worth a note above {} intervals, long above {} and a break above {}, and these stand in order",
                parts(self.timing.gap_note.value),
                parts(self.timing.gap_warn.value),
                parts(self.timing.gap_break.value)
            ),
            Fault::DoseAgainstWeeks => format!(
                "{} sessions at this cadence take {} days, and {} weeks are the most",
                sessions.typical,
                days_planned(&self.cadence),
                self.dose.weeks.value.max
            ),
            Fault::NoTimeFrame => "it allows no kind of time frame, and a course needs one".into(),
            Fault::SickRole => "the sick role is among the initial tasks, and the protocol gives none".into(),
            Fault::MonthsRange => {
                let months = self.maintenance.months;
                months.map_or_else(String::new, |months| range("months of maintenance", months.value))
            }
            Fault::MedicationWithheld => format!(
                "medication is withheld for {} weeks, and its policy is {}; weeks go with {} alone",
                self.work.medication_withheld_weeks.map_or(0, |weeks| weeks.value),
                self.work.medication.value,
                MedicationPolicy::WithheldFirst
            ),
            Fault::ParkedPhase => format!(
                "a second focus item is put off until {}, and the phases are {}",
                self.focus.parked_until.map_or("", |until| until.value.name()),
                self.phase_names()
            ),
            Fault::Completion => self.completion_sentence(),
            Fault::GroupRange | Fault::GroupEntry => self.group_sentence(fault),
            Fault::Unsourced => self.source_sentence(),
            _ => self.entries_sentence(fault),
        }
    }

    /// The sentence on entries of a list, each named by what it is about.
    #[allow(clippy::too_many_lines, reason = "one arm a fault")]
    fn entries_sentence(&self, fault: Fault) -> String {
        let sessions = self.dose.sessions.value;
        match fault {
            Fault::PhaseNumbers => {
                let numbered = self.phases.iter().filter_map(|it| Some((it.phase.name(), it.typical?.value)));
                let numbered = numbered.map(|(name, (from, to))| Stretched { name, from, to });
                self.holes("the numbered phases", &numbered.collect::<Vec<_>>())
            }
            Fault::CadenceNumbers => {
                let stretches = self.cadence.iter().map(|it| Stretched { name: "", from: it.from, to: it.to });
                let empty = self.cadence.iter().find(|it| it.sessions == 0 || it.days == 0);
                let empty = empty.map(|it| {
                    let Stretch { from, to, sessions, days, .. } = it;
                    format!("its stretch of session {from} to {to} has {sessions} sessions in {days} days, and both are 1 or more")
                });
                let holes = self.holes("the stretches of the cadence", &stretches.collect::<Vec<_>>());
                joined([holes, empty.unwrap_or_default()].into_iter().filter(|text| !text.is_empty()))
            }
            Fault::ModuleNumbers => {
                let modules = self.modules.iter();
                let modules = modules.map(|it| Stretched { name: it.token.as_str(), from: it.from, to: it.to });
                modules_sentence(&modules.collect::<Vec<_>>(), sessions.typical)
            }
            Fault::ModulePhase => self.unlisted_phases(
                self.modules.iter().map(|it| (format!("the module `{}` is a stretch of", it.token), it.phase)),
            ),
            Fault::AnchorPhase => self.unlisted_phases(
                self.anchors.iter().map(|it| (format!("the anchor `{}` ends", it.anchor.name()), it.over)),
            ),
            Fault::ProscribedPhase => self.unlisted_phases(self.proscribed.iter().filter_map(|it| {
                Some((format!("the activity `{}` is not done after", it.activity.name()), it.after?))
            })),
            Fault::TaskPhase => self
                .unlisted_phases(self.tasks.iter().map(|it| (format!("the task `{}` belongs to", it.token), it.phase))),
            Fault::SpecialisationArea => self.unlisted_areas(
                self.specialisations
                    .iter()
                    .map(|it| (format!("the specialisation `{}` belongs to", it.token), it.area)),
            ),
            Fault::AreaLabelArea => self.unlisted_areas(
                self.area_labels.iter().map(|it| (format!("the word \u{201c}{}\u{201d} is for", it.label), it.area)),
            ),
            Fault::Fraction => {
                let empty = self.fractions().into_iter().filter(|(_, fraction)| fraction.den == 0);
                let empty = empty.map(|(path, fraction)| format!("`{path}` is {}", parts(fraction)));
                and_then(empty, "a denominator is 1 or more")
            }
            Fault::AdjustedTwice => twice("it adjusts the rule", self.adjustments.iter().map(|it| it.code.to_string())),
            Fault::DeclaredTwice => twice("it declares the task", self.tasks.iter().map(|it| it.token.to_string())),
            Fault::ModuleTwice => twice("it lists the module", self.modules.iter().map(|it| it.token.to_string())),
            Fault::AreaLabelTwice => {
                twice("it has a word for the area", self.area_labels.iter().map(|it| it.area.name().into()))
            }
            Fault::TechniqueTwice => {
                twice("it lists the technique", self.techniques.iter().map(|it| it.technique.name().into()))
            }
            Fault::ProscribedTwice => {
                twice("it proscribes the activity", self.proscribed.iter().map(|it| it.activity.name().into()))
            }
            Fault::TaskSession => {
                let outside = self.tasks.iter().filter(|it| it.is_outside(sessions.max));
                let outside = outside
                    .map(|it| format!("the task `{}` is due by session {}", it.token, it.by_session.unwrap_or(0)));
                and_then(outside, &format!("the sessions run from 1 to {}", sessions.max))
            }
            Fault::TrackRange => {
                let empty = self.tracks.iter().filter(|it| !it.sessions.value.is_ordered());
                let empty = empty.map(|it| (format!("the track `{}`", it.track.name()), it.sessions.value));
                and_then(
                    empty.map(|(track, Span { min, typical, max })| {
                        format!("the sessions of {track} run from {min} over {typical} to {max}")
                    }),
                    "these stand in order",
                )
            }
            Fault::TrackMinutes => {
                let empty = self.tracks.iter().filter(|it| it.minutes_are_empty());
                let empty = empty.filter_map(|it| {
                    Some(range(&format!("minutes of the track `{}`", it.track.name()), it.minutes?.value))
                });
                joined(empty)
            }
            Fault::MeasureInterval => {
                let lacking = self.measures.iter().filter(|it| it.lacks_interval());
                let lacking = lacking.map(|it| {
                    let every = it.every.map_or("none".into(), |every| every.to_string());
                    format!("the measure `{}` is due {} with {every} under `every`", it.instrument, it.cadence)
                });
                and_then(lacking, "their number is 1 or more")
            }
            Fault::EntryScore => {
                let empty = self.entry_scores.iter().filter(|it| it.is_empty());
                let empty = empty.map(|it| match (it.min, it.max) {
                    (Some(min), Some(max)) => {
                        format!("the score of `{}` at entry runs from {min} to {max}", it.instrument)
                    }
                    _ => format!("the score of `{}` at entry has neither `min` nor `max`", it.instrument),
                });
                and_then(empty, "it has one of them, or both in order")
            }
            Fault::TechniqueBothWays => {
                let mut both = Vec::new();
                for (at, first) in self.techniques.iter().enumerate() {
                    for second in self.techniques[at..].iter().filter(|second| first.contradicts(second)) {
                        let name = first.technique.name();
                        both.push(format!(
                            "the technique `{name}` is listed as {} and as {}",
                            first.level, second.level
                        ));
                    }
                    if let Some(task) = first.forbids_task(self) {
                        let (technique, task) = (first.technique.name(), task.name());
                        both.push(format!(
                            "the technique `{technique}` is listed as {}, and `{task}` is among the initial tasks",
                            first.level
                        ));
                    }
                }
                and_then(both.into_iter(), "what is asked for is not forbidden")
            }
            Fault::WorkBothWays => {
                let work = self.work.between_sessions.value;
                let techniques = self.techniques.iter().filter(|it| it.forbids_work(work)).map(|it| {
                    let (technique, kind) = (it.technique.name(), WorkKind::Attempt.name());
                    format!(
                        "the technique `{technique}` is listed as {}, and `{kind}` is among the work between sessions",
                        it.level
                    )
                });
                let activities = self.proscribed.iter().filter(|it| it.forbids_work(work)).map(|it| {
                    let (activity, kind) = (it.activity.name(), WorkKind::Structured.name());
                    format!("`{activity}` is forbidden outright, and `{kind}` is among the work between sessions")
                });
                and_then(techniques.chain(activities), "what is provided for is not forbidden")
            }
            Fault::TaskBothWays => {
                let both = self.tasks.iter().filter(|it| it.is_both_ways(self));
                let both = both.map(|it| {
                    format!(
                        "the task `{}` is declared as {} and is among the initial or ending tasks",
                        it.token, it.level
                    )
                });
                and_then(both, "what is asked for is not forbidden")
            }
            Fault::StepTime => {
                let without = self.steps.iter().filter(|it| it.is_without_time());
                let without =
                    without.map(|it| format!("the step on `{}` has neither `by_session` nor `by_week`", it.criterion));
                and_then(without, "it has one of them or both")
            }
            Fault::StepAfterLast => {
                let outside = self.steps.iter().filter(|it| it.is_outside(&self.dose));
                let outside = outside.map(|it| {
                    let due = [("session", it.by_session), ("week", it.by_week)];
                    let due = due.into_iter().filter_map(|(unit, by)| Some(format!("by {unit} {}", by?)));
                    format!("the step on `{}` is due {}", it.criterion, due.collect::<Vec<_>>().join(" and "))
                });
                let (sessions, weeks) = (sessions.max, self.dose.weeks.value.max);
                and_then(outside, &format!("the sessions run from 1 to {sessions}, the weeks from 1 to {weeks}"))
            }
            Fault::ParticipantSessions => {
                let outside = self.participants.iter().filter(|it| it.is_outside(sessions.max));
                let outside = outside.map(|it| {
                    let count = it.sessions.unwrap_or(0);
                    format!("`{}` among the participants comes to {count} sessions", it.relation.name())
                });
                and_then(outside, &format!("there are at most {}", sessions.max))
            }
            _ => fault.about().trim().to_string(),
        }
    }

    fn phase_names(&self) -> String {
        self.phases.iter().map(|it| it.phase.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// On entries that name a phase which is not listed.
    fn unlisted_phases(&self, entries: impl Iterator<Item = (String, Phase)>) -> String {
        let unlisted = entries.filter(|(_, phase)| !has_phase(&self.phases, *phase));
        and_then(
            unlisted.map(|(what, phase)| format!("{what} {phase}")),
            &format!("the phases are {}", self.phase_names()),
        )
    }

    /// On entries that name an area which is not listed.
    fn unlisted_areas(&self, entries: impl Iterator<Item = (String, ProblemArea)>) -> String {
        let areas = self.focus.areas.value;
        let unlisted = entries.filter(|(_, area)| !areas.contains(*area));
        and_then(unlisted.map(|(what, area)| format!("{what} {area}")), &format!("the areas are {areas}"))
    }

    /// Where stretches that run from session 1 to the last leave a hole or overlap.
    fn holes(&self, what: &str, stretches: &[Stretched<'_>]) -> String {
        let sessions = self.dose.sessions.value.typical;
        let mut text = format!("{what} do not run from session 1 to session {sessions} without hole or overlap: ");
        let mut next = 1;
        for it in stretches {
            if it.from != next || it.to < it.from {
                let _ = write!(text, "{it} begins where session {next} is due");
                if it.to < it.from {
                    text.push_str(" and ends before it begins");
                }
                return text;
            }
            next = it.to.saturating_add(1);
        }
        match stretches.last() {
            Some(last) if last.to != sessions => {
                let _ = write!(text, "{last} is the last");
            }
            // What is wrong is no number of a session.
            _ => text.truncate(0),
        }
        text
    }

    fn completion_sentence(&self) -> String {
        let counts = [
            ("sessions", self.ending.completion_sessions, self.dose.sessions.value.max),
            ("weeks", self.ending.completion_weeks, self.dose.weeks.value.max),
        ];
        let beyond = counts.into_iter().filter_map(|(unit, count, most)| Some((unit, count?.value, most)));
        let beyond = beyond.filter(|(_, count, most)| *count == 0 || count > most);
        joined(beyond.map(|(unit, count, most)| {
            format!("a completed course has {count} {unit}, and this is at least 1 and at most {most}")
        }))
    }

    fn group_sentence(&self, fault: Fault) -> String {
        let Some(group) = self.group else { return String::new() };
        if fault == Fault::GroupRange {
            let spans = [("members", group.members.value), ("facilitators", group.facilitators.value)];
            let empty = spans.into_iter().filter(|(_, span)| !span.is_ordered() || span.min == 0);
            return joined(empty.map(|(what, span)| range(what, span)));
        }
        group.late_until.map_or_else(String::new, |until| {
            format!(
                "somebody may join the group until session {}, and its entry is {}; a session goes with late alone",
                until.value, group.entry.value
            )
        })
    }

    fn source_sentence(&self) -> String {
        let unsourced = self.parameters().into_iter().filter(|it| !is_sourced(it.source, it.basis));
        let unsourced = unsourced.map(|it| format!("`{}` stands on {} as {}", it.path, it.source, it.basis));
        and_then(
            unsourced,
            &format!(
                "a number stands on {} as design, on {} as unseen, or on a work as manual, guideline, trial, practice or \
                 unseen",
                SourceId::DESIGN,
                SourceId::KNOWLEDGE
            ),
        )
    }
}

/// Whether a source is of the kind that a basis says.
pub(super) fn is_sourced(source: SourceId, basis: Basis) -> bool {
    match source {
        SourceId::DESIGN => basis == Basis::Design,
        SourceId::KNOWLEDGE => basis == Basis::Unseen,
        _ => basis != Basis::Design,
    }
}

/// Something that runs from one session to another.
struct Stretched<'a> {
    name: &'a str,
    from: u16,
    to: u16,
}

impl fmt::Display for Stretched<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, from, to } = self;
        if name.is_empty() {
            write!(f, "session {from} to {to}")
        } else {
            write!(f, "`{name}` of session {from} to {to}")
        }
    }
}

fn modules_sentence(modules: &[Stretched<'_>], sessions: u16) -> String {
    let mut wrong = Vec::new();
    for it in modules {
        if it.from == 0 || it.to < it.from || it.to > sessions {
            wrong.push(format!("the module {it} does not lie within session 1 to {sessions}, in order"));
        }
    }
    for pair in modules.windows(2) {
        let due = u32::from(pair[0].to) + 1;
        if u32::from(pair[1].from) != due {
            let how = if u32::from(pair[1].from) < due { "within" } else { "after a hole behind" };
            wrong.push(format!("the module {} begins {how} the module {}, and session {due} is due", pair[1], pair[0]));
        }
    }
    joined(wrong.into_iter())
}

fn range(what: &str, span: Span) -> String {
    let Span { min, typical, max } = span;
    format!("the range of {what} runs from {min} over {typical} to {max}, and these stand in order, from 1 up")
}

fn parts(fraction: Fraction) -> String {
    format!("{}/{}", fraction.num, fraction.den)
}

fn joined(sentences: impl Iterator<Item = String>) -> String {
    sentences.collect::<Vec<_>>().join(", and ")
}

/// What is wrong in each entry, and what would be accepted.
fn and_then(wrong: impl Iterator<Item = String>, accepted: &str) -> String {
    let wrong: Vec<_> = wrong.collect();
    format!("{}, and {accepted}", wrong.join(", "))
}

/// Names what stands in a list more than once.
fn twice(what: &str, keys: impl Iterator<Item = String>) -> String {
    let keys: Vec<_> = keys.collect();
    let mut doubled = Vec::<&String>::new();
    for (at, key) in keys.iter().enumerate() {
        if keys[..at].contains(key) && !doubled.contains(&key) {
            doubled.push(key);
        }
    }
    let named = doubled.into_iter().map(|key| {
        let count = keys.iter().filter(|other| *other == key).count();
        format!("{what} `{key}` in {count} entries")
    });
    and_then(named, "one entry says all of it")
}
