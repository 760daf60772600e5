//! Steps in words: why one is not by the book, the way to it, what becomes due, what recording
//! something would change.

use alloc::{string::String, vec::Vec};
use core::fmt;

use super::{Day, Language, List, Said, Say, fill, phrases::phrases};
use crate::{
    machine::{Condition, Guard, WhyNot},
    plan::{CalledFor, Changed, Due, Needed, Preview, ToDo, Today, TodayItem, Way, WayStep},
    protocol::Protocol,
    rule::Finding,
    vocabulary::{Phase, Place, Task},
};

phrases! {
    /// Sentences about steps. A name in braces stands for a value.
    pub struct StepPhrases {
        /// A phase has no place for something.
        no_step = "There is no place for this in the {phase}.";
        /// The course is closed.
        closed = "The course is closed. Scores, safety and administration can still be recorded.";
        /// A condition that is not met, with its rule.
        condition = "{sentence} ({code})";
        /// Before what the caller has to confirm.
        to_confirm = "To be checked, for the record does not report it in full:";
        /// Where a condition is not met: the order of phases.
        phase_order = "The protocol does not provide for a step from “{from}” to “{to}”.";
        /// The same phase once more.
        phase_again = "The {to} has begun already; only a module of it can begin.";
        /// Suitability.
        found_suitable = "No decision that IPT suits the patient is on record.";
        /// The screen.
        screen_answered = "Questions of the exclusion screen have no answer on record.";
        /// What the screen found.
        screen_clear = "The exclusion screen found something for which no specialist plan is on record.";
        /// The initial tasks.
        initial_tasks_done = "These initial tasks are not on record as done: {tasks}.";
        /// The focus.
        focus_is_agreed = "No focus is agreed.";
        /// The formulation.
        formulation_is_accepted = "No formulation is on record as accepted by the patient.";
        /// The contract.
        contract_is_agreed = "No contract is agreed.";
        /// The announcement of the end.
        end_is_announced = "No announcement of the end is on record.";
        /// The sessions that are left.
        end_is_near = "More sessions are left than the protocol gives to the ending.";
        /// The extension.
        extended_before = "No extension of the contract is agreed.";
        /// The tasks of the ending.
        ending_tasks_done = "These tasks of the ending are not on record as done: {tasks}.";
        /// The way of ending.
        end_mode_fits = "Sessions of the contract are left, so that the course did not end as contracted.";
        /// A concern at closing.
        concern_handed_over = "A safety concern has no response on record, and nobody has taken it over.";
        /// The contract's sessions.
        within_contract = "The sessions of the contract are used up.";
        /// A contract of its own.
        own_contract_runs = "No contract of its own is agreed for the {to}.";
        /// The same when the phase begins.
        own_contract_agreed = "No contract of its own is agreed for the {to}.";
        /// Acute treatment.
        acute_treatment_over = "Acute treatment is not over.";
        /// Remission.
        near_remission = "No judgement that the patient is in remission or near it is on record.";
        /// A concern.
        no_unanswered_concern = "A safety concern has no response on record.";
        /// Work beside a concern.
        no_ordinary_work = "A safety concern has no response on record; ordinary work on the focus waits.";
        /// Somebody stayed away.
        patient_sought = "A safety concern is active; a patient who does not attend must be sought on that day.";
        /// Something is by the book now.
        by_the_book_now = "{goal}: by the book now";
        /// Something is by the book after what comes before it.
        by_the_book_then = "{goal}: then by the book";
        /// A step of a way, with the conditions that it serves.
        way_step = "{needed} – for: {conditions}";
        /// A step of a way: suitability.
        needed_suitability = "the decision that IPT suits the patient";
        /// A step of a way: the screen.
        needed_screening = "the exclusion screen with an answer to each excluding question";
        /// The same where the screen found something.
        needed_specialist = "the exclusion screen with an answer to each excluding question, and a specialist plan for what it found";
        /// A step of a way: the focus.
        needed_focus = "a focus agreed";
        /// A step of a way: the formulation.
        needed_formulation = "the formulation accepted by the patient";
        /// A step of a way: a contract.
        needed_contract = "a contract agreed ({scope})";
        /// A step of a way: an extension.
        needed_extension = "the contract extended to {n:session|sessions}";
        /// A step of a way: tasks.
        needed_tasks = "done: {tasks}";
        /// A step of a way: the announcement.
        needed_announcement = "the end announced";
        /// A step of a way: sessions.
        needed_sessions = "{n:session|sessions} held";
        /// A step of a way: a response.
        needed_response = "the response to the safety concern documented";
        /// A step of a way: remission.
        needed_remission = "the judgement that the patient is near remission";
        /// A step of a way: a phase.
        needed_phase = "the {phase} begun";
        /// What becomes due, and until when it is in time.
        due = "In time until {day}; if nothing more is recorded, the report will say afterwards: {what}";
        /// What becomes due: what the report will say, its rule, and where.
        due_rule = "{sentence} ({code}, {place})";
        /// Over what there is to do today.
        today = "To consider on {day}:";
        /// There is nothing.
        today_nothing = "On {day} nothing is to be done between sessions.";
        /// Something to do today, until when, and why.
        today_item = "{what}{until}: {because}";
        /// Until when it is in time.
        today_until = " (in time until {day})";
        /// Why: what is found, its rule, and where.
        today_because = "{sentence} ({code}, {place})";
        /// Why, where no rule speaks yet.
        today_stayed_away = "the patient stayed away ({place}), and nobody has sought the patient since";
        /// Something to do: a concern.
        today_answer = "answer the safety concern";
        /// Something to do: a question.
        today_ask = "ask directly about safety";
        /// Something to do: the patient stayed away.
        today_seek = "reach the patient";
        /// Something to do: a second look.
        today_look = "look at the safety concern again";
        /// Something to do: a question that was declined.
        today_ask_again = "ask again about safety";
        /// Something to do: a concern that nobody looks after.
        today_hand_on = "settle who looks after the safety concern";
        /// Something to do: going on or not.
        today_decide = "decide how to go on";
        /// Something to do: a pause.
        today_pause = "look at the pause";
        /// Recording would change nothing.
        nothing_changes = "Nothing that is found would change.";
        /// Before what would be found.
        would_appear = "Would be found:";
        /// Before what would no longer be found.
        would_vanish = "Would no longer be found:";
        /// Before what would be found otherwise.
        would_change = "Would then read:";
        /// A finding in a list.
        found = "{severity}: {sentence} ({code})";
    }
}

/// Sentences one after the other.
struct Sentences(Vec<String>);

impl fmt::Display for Sentences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, sentence) in self.0.iter().enumerate() {
            write!(f, "{}{sentence}", if i == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

impl fmt::Display for Say<'_, &Condition> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (steps, condition) = (self.0.steps, self.2);
        let template = match condition.guard {
            Guard::PhaseOrder if condition.from == condition.to => steps.phase_again,
            Guard::PhaseOrder => steps.phase_order,
            Guard::FoundSuitable => steps.found_suitable,
            Guard::ScreenAnswered => steps.screen_answered,
            Guard::ScreenClear => steps.screen_clear,
            Guard::InitialTasksDone => steps.initial_tasks_done,
            Guard::FocusIsAgreed => steps.focus_is_agreed,
            Guard::FormulationIsAccepted => steps.formulation_is_accepted,
            Guard::ContractIsAgreed => steps.contract_is_agreed,
            Guard::EndIsAnnounced => steps.end_is_announced,
            Guard::EndIsNear => steps.end_is_near,
            Guard::ExtendedBefore => steps.extended_before,
            Guard::EndingTasksDone => steps.ending_tasks_done,
            Guard::EndModeFits => steps.end_mode_fits,
            Guard::ConcernHandedOver => steps.concern_handed_over,
            Guard::WithinContract => steps.within_contract,
            Guard::OwnContractRuns => steps.own_contract_runs,
            Guard::OwnContractAgreed => steps.own_contract_agreed,
            Guard::AcuteTreatmentOver => steps.acute_treatment_over,
            Guard::NearRemission => steps.near_remission,
            Guard::NoUnansweredConcern => steps.no_unanswered_concern,
            Guard::NoOrdinaryWork => steps.no_ordinary_work,
            Guard::PatientSought => steps.patient_sought,
        };
        // Some sentences name the tasks that are open, by the protocol's labels; the others leave
        // the list unused.
        let tasks = condition.places.iter().filter_map(|place| match place {
            Place::Task(task) => Some(self.say(*task)),
            _ => None,
        });
        let (from, to, tasks) = (
            self.word(condition.from),
            self.word(condition.to),
            List(self.0, tasks),
        );
        let sentence = Said(template, &[("from", &from), ("to", &to), ("tasks", &tasks)]).owned();
        fill(
            f,
            steps.condition,
            &[("sentence", &sentence), ("code", &condition.code)],
        )
    }
}

impl fmt::Display for Say<'_, &WhyNot> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.0.steps;
        match self.2 {
            WhyNot::NoStep {
                from: Phase::Closed,
                ..
            } => f.write_str(steps.closed),
            WhyNot::NoStep { from, .. } => fill(f, steps.no_step, &[("phase", &self.word(*from))]),
            WhyNot::Conditions { unmet, unknown } => {
                let say = |conditions: &[Condition]| {
                    conditions
                        .iter()
                        .map(|condition| alloc::format!("{}", self.say(condition)))
                        .collect::<Vec<_>>()
                };
                let mut sentences = say(unmet);
                if !unknown.is_empty() {
                    sentences.push(steps.to_confirm.into());
                    sentences.extend(say(unknown));
                }
                Sentences(sentences).fmt(f)
            }
        }
    }
}

impl fmt::Display for Say<'_, Needed> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.0.steps;
        let done = |f: &mut fmt::Formatter<'_>, tasks: Vec<Task>| {
            let tasks = List(self.0, tasks.into_iter().map(|task| self.say(task)));
            fill(f, steps.needed_tasks, &[("tasks", &tasks)])
        };
        match self.2 {
            Needed::Suitability => f.write_str(steps.needed_suitability),
            Needed::Screening { present, excluded }
                if present.intersection(excluded).is_empty() =>
            {
                f.write_str(steps.needed_screening)
            }
            Needed::Screening { .. } => f.write_str(steps.needed_specialist),
            Needed::Focus { .. } => f.write_str(steps.needed_focus),
            Needed::Formulation => f.write_str(steps.needed_formulation),
            Needed::Contract { scope, .. } => {
                fill(f, steps.needed_contract, &[("scope", &self.word(scope))])
            }
            Needed::Extension { sessions } => fill(f, steps.needed_extension, &[("n", &sessions)]),
            Needed::InitialTasks(tasks) => done(f, tasks.iter().map(Task::from).collect()),
            Needed::Announcement => f.write_str(steps.needed_announcement),
            Needed::Sessions(sessions) => fill(f, steps.needed_sessions, &[("n", &sessions)]),
            Needed::EndingTasks(tasks) => done(f, tasks.iter().map(Task::from).collect()),
            Needed::Response => f.write_str(steps.needed_response),
            Needed::NearRemission => f.write_str(steps.needed_remission),
            Needed::Phase(phase) => fill(f, steps.needed_phase, &[("phase", &self.word(phase))]),
        }
    }
}

impl fmt::Display for Say<'_, WayStep> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let needed = self.say(self.2.needed);
        if self.2.serves.is_empty() {
            return needed.fmt(f);
        }
        fill(
            f,
            self.0.steps.way_step,
            &[
                ("needed", &needed),
                ("conditions", &self.word(self.2.serves)),
            ],
        )
    }
}

impl fmt::Display for Say<'_, &Way> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = self.2;
        for (i, step) in way.steps.iter().enumerate() {
            writeln!(f, "{}. {}", i + 1, self.say(*step))?;
        }
        let steps = self.0.steps;
        let then = if way.is_empty() {
            steps.by_the_book_now
        } else {
            steps.by_the_book_then
        };
        fill(f, then, &[("goal", &self.word(way.trigger))])
    }
}

impl fmt::Display for Say<'_, &Due> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.0.steps;
        let what = self.2.findings().map(|finding| {
            let say = Say(self.0, Some(&finding.protocol), finding.place);
            let sentence = finding.in_language(self.0);
            Said(
                steps.due_rule,
                &[
                    ("sentence", &sentence),
                    ("code", &finding.code),
                    ("place", &say),
                ],
            )
            .owned()
        });
        let what = what.collect::<Vec<_>>().join("; ");
        fill(
            f,
            steps.due,
            &[
                ("day", &Day::whole(self.0, self.2.in_time_until())),
                ("what", &what),
            ],
        )
    }
}

impl fmt::Display for Say<'_, &Today> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (steps, today) = (self.0.steps, self.2);
        let day = Day::whole(self.0, today.day);
        if today.items.is_empty() {
            return fill(f, steps.today_nothing, &[("day", &day)]);
        }
        fill(f, steps.today, &[("day", &day)])?;
        for item in &today.items {
            f.write_str("\n- ")?;
            self.say(item).fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Say<'_, &TodayItem> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (steps, item) = (self.0.steps, self.2);
        let what = match item.what {
            ToDo::AnswerConcern => steps.today_answer,
            ToDo::AskDirectly => steps.today_ask,
            ToDo::SeekPatient => steps.today_seek,
            ToDo::LookAgain => steps.today_look,
            ToDo::AskAgain => steps.today_ask_again,
            ToDo::HandOn => steps.today_hand_on,
            ToDo::Decide => steps.today_decide,
            ToDo::LookAtPause => steps.today_pause,
        };
        let until = item.until.map_or_else(String::new, |day| {
            Said(steps.today_until, &[("day", &Day::whole(self.0, day))]).owned()
        });
        let place = self.say(item.place);
        let because = match &item.called_for {
            Some(CalledFor::Found(finding)) => {
                let sentence = finding.in_language(self.0);
                let values: [(&str, &dyn fmt::Display); 3] = [
                    ("sentence", &sentence),
                    ("code", &finding.code),
                    ("place", &place),
                ];
                Said(steps.today_because, &values).owned()
            }
            Some(CalledFor::Asked(question)) => {
                let sentence = question.in_language(self.0);
                let code = question.code();
                let values: [(&str, &dyn fmt::Display); 3] =
                    [("sentence", &sentence), ("code", &code), ("place", &place)];
                Said(steps.today_because, &values).owned()
            }
            None => Said(steps.today_stayed_away, &[("place", &place)]).owned(),
        };
        fill(
            f,
            steps.today_item,
            &[("what", &what), ("until", &until), ("because", &because)],
        )
    }
}

impl fmt::Display for Say<'_, &Preview> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (steps, preview) = (self.0.steps, self.2);
        let mut lines: Vec<String> = Vec::new();
        let mut list = |heading: &str, findings: &mut dyn Iterator<Item = &Finding>| {
            let mut findings = findings.peekable();
            if findings.peek().is_some() {
                lines.push(heading.into());
            }
            lines.extend(findings.map(|finding| {
                let (severity, sentence) =
                    (self.word(finding.severity), finding.in_language(self.0));
                let values: [(&str, &dyn fmt::Display); 3] = [
                    ("severity", &severity),
                    ("sentence", &sentence),
                    ("code", &finding.code),
                ];
                alloc::format!("- {}", Said(steps.found, &values))
            }));
        };
        list(steps.would_appear, &mut preview.appear.iter());
        list(steps.would_vanish, &mut preview.vanish.iter());
        list(
            steps.would_change,
            &mut preview.change.iter().map(|Changed { after, .. }| after),
        );
        if lines.is_empty() {
            return f.write_str(steps.nothing_changes);
        }
        f.write_str(&lines.join("\n"))
    }
}

macro_rules! said {
    ($($Type:ty),+) => { $(
        /// In English, without the labels of a protocol.
        impl fmt::Display for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Say(&Language::ENGLISH, None, self), f)
            }
        }

        impl $Type {
            /// In the words of a language.
            #[must_use]
            pub fn in_language<'a>(&'a self, language: &'a Language) -> impl fmt::Display + use<'a> {
                Say(language, None, self)
            }

            /// In the words of a language, with what a protocol calls its phases and areas.
            #[must_use]
            pub fn in_terms_of<'a>(&'a self, language: &'a Language, protocol: &'a Protocol) -> impl fmt::Display + use<'a> {
                Say(language, Some(protocol), self)
            }
        }
    )+ };
}

said!(
    Condition, WhyNot, Way, Due, Preview, Needed, WayStep, Today, TodayItem
);

impl fmt::Display for Say<'_, &Needed> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.say(*self.2).fmt(f)
    }
}

impl fmt::Display for Say<'_, &WayStep> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.say(*self.2).fmt(f)
    }
}
