//! Plans in the words of a language: for professionals, neutral, options rather than orders.

use core::fmt;

use chrono::NaiveDate;

use crate::plan::{
    AgendaItem, AgendaSlot, Deadline, DeadlineStatus, PlanError, Pressing, Promise, Promised,
    Reason, SessionPlan, What, Why, Window, session_plan::FocusWork,
};
use crate::{
    rule::{self, Value},
    text::{Language, Said, Say, fill},
    vocabulary::{EndingTask, RuleCode, Seq, TaskToken, Track},
};

/// The same thing in English, without a protocol at hand.
pub(super) const fn english<T>(what: T) -> Say<'static, T> {
    Say(&Language::ENGLISH, None, what)
}

/// What a rule asks for, without its full stop. Nothing for a rule that is not the catalogue's.
pub(super) fn norm(language: &Language, code: RuleCode) -> &'static str {
    rule::RuleMeta::get(code)
        .map_or("", |rule| language.must(rule))
        .trim_end_matches('.')
}

impl fmt::Display for Say<'_, Seq> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fill(f, self.0.phrases.entry, &[("number", &self.2.number())])
    }
}

impl fmt::Display for Say<'_, TaskToken> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let declared = self.1.and_then(|protocol| {
            protocol
                .spec()
                .tasks
                .iter()
                .find(|task| task.token == self.2)
        });
        f.write_str(declared.map_or(self.2.as_str(), |task| &task.label))
    }
}

/// What makes a demand, in words: no path and no code without what it is about.
impl fmt::Display for Say<'_, Why> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.0.plans;
        match self.2 {
            Why::Rule(code) => rule(self.0, code, f),
            Why::Parameter(path) => by_protocol(self.0, path, f),
            Why::Availability => f.write_str(plans.availability),
            Why::Agreed(entry) => fill(f, plans.agreed_in, &[("entry", &self.say(entry))]),
            Why::Terms => f.write_str(plans.terms),
            Why::Planner => f.write_str(plans.planner),
        }
    }
}

/// A rule as a reason: what it asks for, and its code.
fn rule(language: &Language, code: RuleCode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match norm(language, code) {
        "" => write!(f, "{code}"),
        norm => fill(
            f,
            language.plans.by_rule,
            &[("norm", &norm), ("code", &code)],
        ),
    }
}

/// A parameter of the protocol as a reason.
fn by_protocol(language: &Language, path: &'static str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fill(
        f,
        language.plans.by_protocol,
        &[("what", &language.parameter(path).unwrap_or(path))],
    )
}

/// Between which days a session lies, and why.
impl fmt::Display for Say<'_, Window> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Window {
            not_before,
            not_after,
            why_not_before,
            why_not_after,
        } = self.2;
        let template = if self.2.days().is_some() {
            self.0.plans.between
        } else {
            self.0.plans.no_day
        };
        let (why_from, why_until) = (self.say(why_not_before), self.say(why_not_after));
        fill(
            f,
            template,
            &[
                ("from", &self.day(not_before)),
                ("why_from", &why_from),
                ("until", &self.day(not_after)),
                ("why_until", &why_until),
            ],
        )
    }
}

impl fmt::Display for Say<'_, What> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.0.plans;
        f.write_str(match self.2 {
            What::SafetyResponse => plans.what_safety_response,
            What::SafetyReassessment => plans.what_safety_reassessment,
            What::HandOverFollowUp => plans.what_hand_over_follow_up,
            What::Opening => plans.what_opening,
            What::AttemptReview => plans.what_attempt_review,
            What::SymptomCheck => plans.what_symptom_check,
            What::Score(instrument) => {
                return fill(
                    f,
                    plans.what_score,
                    &[("instrument", &self.say(Value::from(instrument)))],
                );
            }
            What::Enquiry => plans.what_enquiry,
            What::MoodEventLink => plans.what_mood_event_link,
            What::Participant(relation) => {
                return fill(
                    f,
                    plans.what_participant,
                    &[("relation", &self.word(relation))],
                );
            }
            // The protocol's own label comes first; many variants have another name for a phase.
            What::Phase(phase) => {
                let label = self
                    .1
                    .and_then(|protocol| protocol.phase(phase))
                    .map(|spec| &*spec.label);
                return match label {
                    Some(label) => fill(f, plans.what_phase, &[("phase", &label)]),
                    None => fill(f, plans.what_phase, &[("phase", &self.word(phase))]),
                };
            }
            What::Frame => plans.what_frame,
            What::OwnContract => plans.what_own_contract,
            What::Initial(task) => return write!(f, "{}", self.word(task)),
            What::Declared(token) => return write!(f, "{}", self.say(token)),
            What::Incident => plans.what_incident,
            What::Affect => plans.what_affect,
            What::Strategy(strategy) => return write!(f, "{}", self.word(strategy)),
            What::FocusItem(place) => return fill(f, plans.what_focus_item, &[("item", &place)]),
            What::Technique(technique) => return write!(f, "{}", self.word(technique)),
            What::DisputeStage => plans.what_dispute_stage,
            What::EventsReasked => plans.what_events_reasked,
            What::ProgressReview => plans.what_progress_review,
            What::AnotherOption => plans.what_another_option,
            What::Markers(area) => {
                return fill(f, plans.what_markers, &[("area", &self.word(area))]);
            }
            What::Ending(task) => return write!(f, "{}", self.word(task)),
            What::Judgement(criterion) => {
                return fill(f, plans.what_judgement, &[("criterion", &criterion)]);
            }
            What::Module(module) => {
                let modules = self.1.map(|protocol| &protocol.spec().modules);
                let known =
                    modules.and_then(|modules| modules.iter().find(|known| known.token == module));
                let label: &dyn fmt::Display = known.map_or(&module, |known| &known.label);
                return fill(f, plans.what_module, &[("module", label)]);
            }
            What::Diary => plans.what_diary,
            What::Contact(with) => {
                return fill(f, plans.what_contact, &[("with", &self.word(with))]);
            }
            What::ExternalDate(anchor) => {
                return fill(
                    f,
                    plans.what_external_date,
                    &[("anchor", &self.word(anchor))],
                );
            }
            What::Meeting(track) => {
                return fill(f, plans.what_meeting, &[("track", &self.word(track))]);
            }
            What::Options => plans.what_options,
            What::Rehearsal => plans.what_rehearsal,
            What::Summary => plans.what_summary,
            What::BetweenSessionPlan => plans.what_between_session_plan,
            What::SessionsLeft => plans.what_sessions_left,
        })
    }
}

impl fmt::Display for Say<'_, Reason> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.0.plans;
        match self.2 {
            Reason::Rule(code) => rule(self.0, code, f),
            Reason::Protocol(path) => by_protocol(self.0, path, f),
            Reason::Agreed(entry) => fill(f, plans.agreed_in, &[("entry", &self.say(entry))]),
            Reason::Region(region) => fill(f, plans.region_open, &[("region", &self.word(region))]),
        }
    }
}

impl fmt::Display for Say<'_, Pressing> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.2 {
            Pressing::Due => f.write_str(self.0.plans.due),
            Pressing::DueBy(session) => fill(f, self.0.plans.due_by, &[("session", &session)]),
            Pressing::Optional => f.write_str(self.0.plans.optional),
        }
    }
}

impl fmt::Display for Say<'_, AgendaItem> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let AgendaItem {
            what,
            reason,
            pressing,
            otherwise,
            ..
        } = self.2;
        let (what, pressing, why) = (self.say(what), self.say(pressing), self.say(reason));
        match otherwise.filter(|&code| reason != Reason::Rule(code)) {
            Some(code) => {
                let otherwise = self.say(Reason::Rule(code));
                let values: [(&str, &dyn fmt::Display); 4] = [
                    ("what", &what),
                    ("pressing", &pressing),
                    ("reason", &why),
                    ("otherwise", &otherwise),
                ];
                fill(f, self.0.plans.item_otherwise, &values)
            }
            None => fill(
                f,
                self.0.plans.item,
                &[("what", &what), ("pressing", &pressing), ("reason", &why)],
            ),
        }
    }
}

impl fmt::Display for Say<'_, Promise> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Promise { agreed_in, what } = self.2;
        let entry = self.say(agreed_in);
        match what {
            Promised::BetweenSessionWork(work) => {
                let work = self.word(work);
                fill(
                    f,
                    self.0.plans.work_promised,
                    &[("entry", &entry), ("work", &work)],
                )
            }
            Promised::SafetyReview(day) => fill(
                f,
                self.0.plans.review_promised,
                &[("entry", &entry), ("day", &self.day(day))],
            ),
        }
    }
}

/// The strategies of a focus that are touched (`true`) or not.
impl fmt::Display for Say<'_, (FocusWork, bool)> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (
            FocusWork {
                item,
                area,
                touched,
                untouched,
            },
            wants_touched,
        ) = self.2;
        let Some(area) = area else {
            return fill(f, self.0.plans.unlisted, &[("item", &item)]);
        };
        let (template, strategies) = if wants_touched {
            (self.0.plans.touched, touched)
        } else {
            (self.0.plans.untouched, untouched)
        };
        let strategies = self.word(strategies);
        fill(
            f,
            template,
            &[
                ("item", &item),
                ("area", &self.word(area)),
                ("strategies", &strategies),
            ],
        )
    }
}

impl fmt::Display for Say<'_, Deadline> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Deadline {
            milestone,
            by,
            why,
            status,
        } = self.2;
        let (milestone, why) = (self.word(milestone), self.say(why));
        let template = match status {
            DeadlineStatus::Met => {
                return fill(f, self.0.plans.deadline_met, &[("milestone", &milestone)]);
            }
            DeadlineStatus::Open => self.0.plans.deadline_open,
            DeadlineStatus::Last => self.0.plans.deadline_last,
            DeadlineStatus::Passed => self.0.plans.deadline_passed,
        };
        fill(
            f,
            template,
            &[("milestone", &milestone), ("by", &by), ("why", &why)],
        )
    }
}

impl fmt::Display for Say<'_, PlanError> {
    #[expect(
        clippy::too_many_lines,
        reason = "one sentence for each kind of collision"
    )]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.0.plans;
        // A window that is too narrow has two reasons, one for each edge; the reader may give way
        // on either.
        let room = |f: &mut fmt::Formatter<'_>, template: &str, session: u16, window: Window| {
            let (why_from, why_until) = (
                self.say(window.why_not_before),
                self.say(window.why_not_after),
            );
            let values: [(&str, &dyn fmt::Display); 5] = [
                ("session", &session),
                ("from", &self.day(window.not_before)),
                ("why_from", &why_from),
                ("until", &self.day(window.not_after)),
                ("why_until", &why_until),
            ];
            fill(f, template, &values)
        };
        match self.2 {
            PlanError::NoWeekday {
                sessions,
                why_sessions,
            } => {
                let why = self.say(why_sessions);
                fill(
                    f,
                    plans.collision_no_weekday,
                    &[("sessions", &sessions), ("why", &why)],
                )
            }
            PlanError::TooFewSessions {
                sessions,
                least,
                why_sessions,
            } => {
                let why = self.say(why_sessions);
                fill(
                    f,
                    plans.collision_too_few,
                    &[("least", &least), ("sessions", &sessions), ("why", &why)],
                )
            }
            PlanError::TooManySessions {
                sessions,
                most,
                why_sessions,
            } => {
                let why = self.say(why_sessions);
                fill(
                    f,
                    plans.collision_too_many,
                    &[("most", &most), ("sessions", &sessions), ("why", &why)],
                )
            }
            PlanError::NoRoom { session, window } => {
                room(f, plans.collision_no_room, session, window)
            }
            PlanError::NoDay { session, window } => {
                room(f, plans.collision_no_day, session, window)
            }
            PlanError::NoDayBeside {
                track,
                ordinal,
                earliest,
                latest,
            } => {
                let track = self.word(track);
                fill(
                    f,
                    plans.collision_beside,
                    &[
                        ("session", &ordinal),
                        ("track", &track),
                        ("from", &self.day(earliest)),
                        ("until", &self.day(latest)),
                    ],
                )
            }
            PlanError::PastEnd {
                sessions,
                interval_days,
                why_interval,
                last,
                not_after,
                ..
            } => {
                let why = self.say(why_interval);
                let values: [(&str, &dyn fmt::Display); 5] = [
                    ("sessions", &sessions),
                    ("interval", &interval_days),
                    ("why", &why),
                    ("last", &self.day(last)),
                    ("until", &self.day(not_after)),
                ];
                fill(f, plans.collision_past_end, &values)
            }
            PlanError::PastWeeks {
                sessions,
                interval_days,
                last,
                weeks,
                until,
                why_weeks,
            } => {
                let why = self.say(why_weeks);
                let values: [(&str, &dyn fmt::Display); 6] = [
                    ("sessions", &sessions),
                    ("interval", &interval_days),
                    ("last", &self.day(last)),
                    ("weeks", &weeks),
                    ("until", &self.day(until)),
                    ("why", &why),
                ];
                fill(f, plans.collision_past_weeks, &values)
            }
            PlanError::CalendarEnds { session } => {
                fill(f, plans.collision_calendar, &[("session", &session)])
            }
        }
    }
}

/// How the ending stands, where it is still to be announced or was.
impl Say<'_, &SessionPlan> {
    pub(super) fn announcement(&self) -> Option<impl fmt::Display> {
        let deadline = self.2.ending.deadline?;
        let template = match deadline.status {
            DeadlineStatus::Met => self.0.plans.announced,
            DeadlineStatus::Passed => self.0.plans.announce_was,
            DeadlineStatus::Open | DeadlineStatus::Last => self.0.plans.announce_by,
        };
        Some(Announcement {
            template,
            by: self.2.number_of(deadline.by),
        })
    }

    /// The title of a session: its number and day.
    pub(super) fn title_line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SessionPlan {
            is_expected,
            track,
            number,
            day,
            ..
        } = *self.2;
        if !is_expected {
            return fill(f, self.0.plans.no_session, &[("day", &self.day(day))]);
        }
        title(self, (track, number, day), f)
    }

    fn regardless(&self, code: RuleCode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fill(
            f,
            self.0.plans.regardless,
            &[("code", &code), ("title", &norm(self.0, code))],
        )
    }
}

/// Whether the end is announced, and by when it is to be.
struct Announcement<'a> {
    template: &'a str,
    by: u16,
}

impl fmt::Display for Announcement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fill(f, self.template, &[("by", &self.by)])
    }
}

/// The title of a session of a track on a day.
pub(super) fn title<T>(
    say: &Say<'_, T>,
    (track, number, day): (Track, u16, NaiveDate),
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match track {
        Track::Main => fill(
            f,
            say.0.plans.session,
            &[("number", &number), ("day", &say.day(day))],
        ),
        track => {
            let track = say.word(track);
            fill(
                f,
                say.0.plans.session_beside,
                &[
                    ("track", &track),
                    ("number", &number),
                    ("day", &say.day(day)),
                ],
            )
        }
    }
}

/// The agenda first, then what stands beside it. Without any text of the record.
impl fmt::Display for Say<'_, &SessionPlan> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (plans, plan) = (self.0.plans, self.2);
        self.title_line(f)?;
        // After a death or a closing no session is expected, and none has a phase or a length.
        if plan.is_expected {
            f.write_str(" – ")?;
            fill(
                f,
                plans.phase_and_minutes,
                &[
                    ("phase", &self.heading(plan.phase)),
                    ("minutes", &plan.minutes),
                ],
            )?;
            if let Some(left) = plan.left {
                writeln!(f)?;
                fill(f, plans.left, &[("left", &left)])?;
            }
        }
        writeln!(f)?;
        if let Some(window) = plan.window {
            writeln!(f, "{}", self.say(window))?;
        }
        if !plan.agenda.is_empty() {
            writeln!(f, "{}", plans.consider)?;
        }
        for item in &plan.agenda {
            f.write_str("- ")?;
            let item_said = self.say(*item);
            // Safety goes first in the list, and is said to.
            if item.slot == AgendaSlot::Safety {
                fill(f, plans.first, &[("item", &item_said)])?;
            } else {
                write!(f, "{item_said}")?;
            }
            writeln!(f)?;
        }
        for promise in &plan.agreed {
            writeln!(f, "{}", self.say(*promise))?;
        }
        for focus in &plan.focus {
            writeln!(f, "{}", self.say((*focus, false)))?;
        }
        self.open(|line| writeln!(f, "{line}"))?;
        if let Some(announcement) = self.announcement() {
            writeln!(f, "{announcement}")?;
        }
        for &code in &plan.regardless {
            self.regardless(code, f)?;
            writeln!(f)?;
        }
        Ok(())
    }
}

impl Say<'_, &SessionPlan> {
    /// The tasks that are open, a line each kind. Those of the ending once the end is announced.
    pub(super) fn open(
        &self,
        mut line: impl FnMut(&dyn fmt::Display) -> fmt::Result,
    ) -> fmt::Result {
        let (plans, plan) = (self.0.plans, self.2);
        if !plan.open.initial.is_empty() {
            let tasks = self.word(plan.open.initial);
            line(&Said(plans.open_initial, &[("tasks", &tasks)]))?;
        }
        let ending = plan.open.ending.without(EndingTask::AnnounceEnd);
        if !ending.is_empty() && plan.ending.announced {
            let tasks = self.word(ending);
            line(&Said(plans.open_ending, &[("tasks", &tasks)]))?;
        }
        if !plan.open.declared.is_empty() {
            let tasks = Each(self, &plan.open.declared);
            line(&Said(plans.open_declared, &[("tasks", &tasks)]))?;
        }
        Ok(())
    }
}

/// Tasks that a protocol declares, with commas.
struct Each<'a, 'b, T>(&'b Say<'a, T>, &'b [TaskToken]);

impl<T> fmt::Display for Each<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, &token) in self.1.iter().enumerate() {
            f.write_str(if place > 0 { ", " } else { "" })?;
            write!(f, "{}", self.0.say(token))?;
        }
        Ok(())
    }
}

macro_rules! in_english {
    ($($Type:ty),+) => { $(
        /// In English, without the labels of a protocol.
        impl fmt::Display for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&english(*self), f)
            }
        }

        impl $Type {
            /// In the words of a language.
            #[must_use]
            pub fn in_language(self, language: &Language) -> impl fmt::Display + use<'_> {
                Say(language, None, self)
            }
        }
    )+ };
}

in_english!(
    What, Reason, Pressing, AgendaItem, Why, Window, Promise, Deadline, PlanError
);

/// In English: the agenda first, then what stands beside it. Without any text of the record.
impl fmt::Display for SessionPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&english(self), f)
    }
}

impl SessionPlan {
    /// The same in the words of a language.
    #[must_use]
    pub fn in_language<'a>(&'a self, language: &'a Language) -> impl fmt::Display + use<'a> {
        Say(language, None, self)
    }
}
