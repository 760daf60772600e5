//! A session as a page of Markdown.

use alloc::format;
use core::fmt;

use super::markdown::{Plain, cell, status, work};
use crate::{
    plan::{AgendaItem, AgendaSlot, PlannedSession, Reason, SessionPlan},
    protocol::Protocol,
    rule::Value,
    text::plan_words::title,
    text::{Language, Said, Say},
};

/// The plan of a session as one page of Markdown: an open concern first, then the agenda with the
/// reason for each item and how pressing it is, what is open, what was touched, what is due, what
/// was promised, and how the ending stands.
///
/// It holds no text and no person of the record. What it holds is health data.
///
/// ```
/// use interpersonal::{chrono::{Days, NaiveDate}, Course, ProblemArea, protocol::preset, testing::exemplar::Exemplar, text::Language};
///
/// let (protocol, start) = (&preset::ACUTE_16, NaiveDate::from_ymd_opt(2026, 1, 5).unwrap());
/// let sixth = start + Days::new(35);
/// let mut entries = Exemplar::new(protocol, ProblemArea::Grief, start).entries();
/// entries.retain(|entry| entry.day().is_some_and(|day| day < sixth));
/// let session = Course::replay(protocol, entries)?.next_session(sixth);
///
/// let page = session.markdown(protocol);
/// assert!(page.to_string().starts_with("# Session 6 on 9 February 2026\n"));
/// assert!(page.in_language(&Language::GERMAN).to_string().starts_with("# Sitzung 6 am 9. Februar 2026\n"));
/// # Ok::<(), interpersonal::course::ReplayError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct SessionPage<'a> {
    plan: &'a SessionPlan,
    protocol: &'a Protocol,
    language: &'a Language,
}

impl SessionPlan {
    /// The plan of the session as one page of Markdown, with the labels of a protocol.
    #[must_use]
    pub const fn markdown<'a>(&'a self, protocol: &'a Protocol) -> SessionPage<'a> {
        SessionPage {
            plan: self,
            protocol,
            language: &Language::ENGLISH,
        }
    }
}

impl<'a> SessionPage<'a> {
    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }
}

fn row(say: &Say<'_, &SessionPlan>, item: &AgendaItem, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let reason = format!("{}", say.say(item.reason));
    let otherwise = item.otherwise.map(|code| match item.reason {
        Reason::Rule(known) if known == code => format!("{code}"),
        _ => format!("{}", say.say(Reason::Rule(code))),
    });
    writeln!(
        f,
        "| {} | {} | {} | {} | {} |",
        cell([say.heading(item.slot)]),
        cell([format!("{}", say.say(item.what))]),
        cell([format!("{}", say.say(item.pressing))]),
        cell([reason]),
        cell(otherwise)
    )
}

/// Lines under a heading; without a line there is no heading.
struct Section<'a> {
    heading: &'a str,
    begun: bool,
}

impl<'a> Section<'a> {
    const fn new(heading: &'a str) -> Self {
        Self {
            heading,
            begun: false,
        }
    }

    fn line(&mut self, line: &dyn fmt::Display, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.begun {
            writeln!(f, "\n## {}\n", Plain(self.heading))?;
            self.begun = true;
        }
        writeln!(f, "- {}", Plain(&format!("{line}")))
    }
}

impl fmt::Display for SessionPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (plan, plans) = (self.plan, self.language.plans);
        let say = Say(self.language, Some(self.protocol), plan);
        f.write_str("# ")?;
        say.title_line(f)?;
        writeln!(f, "\n")?;
        if plan.is_expected {
            let label = say.heading(plan.phase);
            let label = Plain(&label);
            writeln!(
                f,
                "- {}",
                Said(
                    plans.phase_and_minutes,
                    &[("phase", &label), ("minutes", &plan.minutes)]
                )
            )?;
            if let Some(left) = plan.left {
                writeln!(f, "- {}", Said(plans.left, &[("left", &left)]))?;
            }
            if let Some(window) = plan.window {
                writeln!(f, "- {}", Plain(&format!("{}", say.say(window))))?;
            }
        }
        let (safety, engagement) = (say.word(plan.safety), say.word(plan.engagement));
        writeln!(
            f,
            "- {}",
            Said(
                plans.stands,
                &[("safety", &safety), ("engagement", &engagement)]
            )
        )?;

        let mut first = Section::new(plans.heading_safety);
        for item in plan
            .agenda
            .iter()
            .filter(|item| item.slot == AgendaSlot::Safety)
        {
            first.line(&say.say(*item), f)?;
        }
        let mut agenda = plan
            .agenda
            .iter()
            .filter(|item| item.slot != AgendaSlot::Safety)
            .peekable();
        if agenda.peek().is_some() {
            writeln!(f, "\n## {}\n", Plain(plans.heading_agenda))?;
            let columns = [
                plans.column_part,
                plans.column_what,
                plans.column_pressing,
                plans.column_why,
                plans.column_otherwise,
            ];
            writeln!(f, "| {} |", columns.join(" | "))?;
            writeln!(f, "| --- | --- | --- | --- | --- |")?;
            agenda.try_for_each(|item| row(&say, item, f))?;
        }
        let mut open = Section::new(plans.heading_open);
        say.open(|line| open.line(line, f))?;
        let mut focus = Section::new(plans.heading_focus);
        for work in &plan.focus {
            // What is empty is left out; a focus outside the four areas has one line.
            if work.area.is_some() && !work.touched.is_empty() {
                focus.line(&say.say((*work, true)), f)?;
            }
            if work.area.is_none() || !work.untouched.is_empty() {
                focus.line(&say.say((*work, false)), f)?;
            }
        }
        let mut scores = Section::new(plans.heading_scores);
        for score in &plan.scores {
            let (pressing, reason) = (say.say(score.pressing), say.say(score.reason));
            let instrument = say.say(Value::from(score.instrument));
            let values: [(&str, &dyn fmt::Display); 3] = [
                ("what", &instrument),
                ("pressing", &pressing),
                ("reason", &reason),
            ];
            scores.line(&Said(plans.item, &values), f)?;
        }
        let mut agreed = Section::new(plans.heading_agreed);
        for promise in &plan.agreed {
            agreed.line(&say.say(*promise), f)?;
        }
        let mut ending = Section::new(plans.heading_ending);
        if plan.is_expected {
            if let Some(template) = say.announcement() {
                ending.line(&template, f)?;
            }
            if plan.ending.early_end_agreed {
                ending.line(&plans.early_end, f)?;
            }
        }
        let mut regardless = Section::new(plans.heading_regardless);
        for &code in &plan.regardless {
            regardless.line(&say.say(Reason::Rule(code)), f)?;
        }
        writeln!(f, "\n{}", Plain(plans.offer))
    }
}

/// A session of a course plan as one page of Markdown: its day, the days between which it may lie
/// and why, and what it is to bring.
#[derive(Debug, Clone, Copy)]
pub struct PlannedSessionPage<'a> {
    session: &'a PlannedSession,
    protocol: &'a Protocol,
    language: &'a Language,
}

impl PlannedSession {
    /// The session as one page of Markdown, with the labels of a protocol.
    #[must_use]
    pub const fn markdown<'a>(&'a self, protocol: &'a Protocol) -> PlannedSessionPage<'a> {
        PlannedSessionPage {
            session: self,
            protocol,
            language: &Language::ENGLISH,
        }
    }
}

impl<'a> PlannedSessionPage<'a> {
    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }
}

impl fmt::Display for PlannedSessionPage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (session, plans) = (self.session, self.language.plans);
        let say = Say(self.language, Some(self.protocol), session);
        f.write_str("# ")?;
        match session.number {
            Some(number) => title(&say, (session.track, number, session.target), f)?,
            None => write!(
                f,
                "{}",
                Said(plans.session_missed, &[("day", &say.day(session.target))])
            )?,
        }
        writeln!(f, "\n")?;
        let label = say.heading(session.phase);
        let label = Plain(&label);
        writeln!(
            f,
            "- {}",
            Said(
                plans.phase_and_minutes,
                &[("phase", &label), ("minutes", &session.minutes)]
            )
        )?;
        writeln!(f, "- {}", Plain(&format!("{}", say.say(session.window))))?;
        writeln!(f, "- {}", status(&say.say(session.status)))?;
        // A heading is written with its first line, so that what a session lacks leaves no empty
        // section.
        for (heading, parts) in [
            (plans.heading_work, work(&say)),
            (
                plans.heading_brings,
                session
                    .milestones
                    .iter()
                    .map(|bring| format!("{}", say.word(bring)))
                    .collect(),
            ),
            (
                plans.heading_with,
                session
                    .participants
                    .iter()
                    .map(|&who| format!("{}", say.word(who)))
                    .collect(),
            ),
            (
                plans.heading_scores,
                session
                    .measures
                    .iter()
                    .map(|&measure| format!("{}", say.say(Value::from(measure))))
                    .collect(),
            ),
        ] {
            let mut section = Section::new(heading);
            parts.iter().try_for_each(|part| section.line(part, f))?;
        }
        Ok(())
    }
}
