//! A plan as a page of Markdown.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt::{self, Write as _};

use crate::{
    plan::{CoursePlan, PlannedSession, PlannedWork, SessionStatus, Weekday, Why, Window},
    protocol::Protocol,
    rule::Value,
    text::{Language, Said, Say},
    vocabulary::Track,
};

/// A plan as one page of Markdown with a table: what it rests on, a row a session, and why the
/// windows are as they are. With the protocol's own labels.
///
/// ```
/// use interpersonal::{chrono::NaiveDate, plan::{Availability, CoursePlan, Terms}, protocol::preset};
///
/// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let plan = CoursePlan::new(&preset::ACUTE_16, Terms::typical(&preset::ACUTE_16), start, Availability::every_day())?;
/// let page = plan.markdown(&preset::ACUTE_16).to_string();
/// assert!(page.starts_with("# Course plan\n"));
/// # Ok::<(), interpersonal::plan::PlanError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'a> {
    plan: &'a CoursePlan,
    protocol: &'a Protocol,
    language: &'a Language,
}

impl CoursePlan {
    /// The plan as one page of Markdown, with the labels of a protocol.
    #[must_use]
    pub const fn markdown<'a>(&'a self, protocol: &'a Protocol) -> Markdown<'a> {
        Markdown {
            plan: self,
            protocol,
            language: &Language::ENGLISH,
        }
    }
}

impl<'a> Markdown<'a> {
    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }
}

/// Writes text as Markdown that means itself, in one line.
pub(super) struct Plain<'a>(pub(super) &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' => {
                    write!(f, "\\{c}")?;
                }
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A cell of a table: parts with commas between them, a dash for none.
pub(super) fn cell(parts: impl IntoIterator<Item = String>) -> String {
    let mut cell = String::new();
    for part in parts {
        let comma = if cell.is_empty() { "" } else { ", " };
        // Writing into a string does not fail.
        let _ = write!(cell, "{comma}{}", Plain(&part));
    }
    if cell.is_empty() {
        String::from("–")
    } else {
        cell
    }
}

/// What a session works on, in words.
pub(super) fn work(say: &Say<'_, &PlannedSession>) -> Vec<String> {
    let mut parts: Vec<String> = match say.2.work {
        PlannedWork::Assessment => [say.0.plans.assessment.to_string()].to_vec(),
        PlannedWork::Initial(tasks) => tasks
            .iter()
            .map(|task| say.word(task).to_string())
            .collect(),
        PlannedWork::Middle(strategies) | PlannedWork::KeptUp(strategies) => strategies
            .iter()
            .map(|strategy| say.word(strategy).to_string())
            .collect(),
        PlannedWork::Ending(tasks) => tasks
            .iter()
            .map(|task| say.word(task).to_string())
            .collect(),
        PlannedWork::Beside => Vec::new(),
    };
    parts.extend(
        say.2
            .declared
            .iter()
            .map(|&token| format!("{}", say.say(token))),
    );
    parts
}

pub(super) fn status(say: &Say<'_, SessionStatus>) -> String {
    let plans = say.0.plans;
    match say.2 {
        SessionStatus::Ahead => plans.status_ahead.to_string(),
        SessionStatus::Against(code) => {
            format!("{}", Said(plans.status_against, &[("code", &code)]))
        }
        SessionStatus::Held(entry) => {
            format!("{}", Said(plans.status_held, &[("entry", &say.say(entry))]))
        }
        SessionStatus::Missed(entry) => {
            format!(
                "{}",
                Said(plans.status_missed, &[("entry", &say.say(entry))])
            )
        }
    }
}

impl Markdown<'_> {
    const fn say<T>(&self, what: T) -> Say<'_, T> {
        Say(self.language, Some(self.protocol), what)
    }

    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (plan, plans, say) = (self.plan, self.language.plans, self.say(()));
        let protocol = Plain(plan.protocol.as_str());
        let values: [(&str, &dyn fmt::Display); 3] = [
            ("protocol", &protocol),
            ("revision", &plan.revision),
            ("day", &say.day(plan.from)),
        ];
        writeln!(
            f,
            "# {}\n\n{}\n",
            plans.plan_title,
            Said(plans.plan_of, &values)
        )?;
        let of = |is: fn(SessionStatus) -> bool| {
            plan.main().filter(|session| is(session.status)).count()
        };
        let (held, missed) = (
            of(|status| matches!(status, SessionStatus::Held(_))),
            of(|status| matches!(status, SessionStatus::Missed(_))),
        );
        // A plan that has no session of the main track begins on the day on which it opens.
        let first = plan
            .main()
            .next()
            .map_or(plan.opens_on, |first| first.target);
        let values: [(&str, &dyn fmt::Display); 6] = [
            ("all", &plan.main().count()),
            ("held", &held),
            ("missed", &missed),
            ("ahead", &of(SessionStatus::is_ahead)),
            ("from", &say.day(first)),
            ("until", &say.day(plan.last_day())),
        ];
        writeln!(f, "- {}", Said(plans.plan_sessions, &values))?;
        if let Some(days) = plan.terms.interval_days {
            writeln!(f, "- {}", Said(plans.plan_interval, &[("days", &days)]))?;
        }
        if let Some(weeks) = plan.terms.weeks {
            writeln!(f, "- {}", Said(plans.plan_weeks, &[("weeks", &weeks)]))?;
        }
        // Whether the terms are the patient's or only what is usual decides how binding the page
        // reads.
        match plan.terms.agreed {
            Some(entry) => writeln!(
                f,
                "- {}",
                Said(plans.plan_agreed, &[("entry", &self.say(entry))])
            )?,
            None => writeln!(f, "- {}", plans.plan_typical)?,
        }
        let days = self.language.word(plan.availability.weekdays);
        writeln!(f, "- {}", Said(plans.plan_weekdays, &[("days", &days)]))?;
        for span in &plan.availability.breaks {
            writeln!(
                f,
                "- {}",
                Said(
                    plans.plan_break,
                    &[
                        ("from", &say.day(span.from)),
                        ("until", &say.day(span.until))
                    ]
                )
            )?;
        }
        if let Some(end) = plan.availability.not_after {
            match plan
                .availability
                .anchor
                .map(|anchor| self.language.word(anchor))
            {
                Some(anchor) => {
                    writeln!(
                        f,
                        "- {}",
                        Said(
                            plans.plan_anchor,
                            &[("day", &say.day(end)), ("anchor", &anchor)]
                        )
                    )?;
                }
                None => writeln!(
                    f,
                    "- {}",
                    Said(plans.plan_not_after, &[("day", &say.day(end))])
                )?,
            }
        }
        match plan.focus {
            Some(area) => {
                let area = Plain(self.language.area(self.protocol, area));
                writeln!(f, "- {}\n", Said(plans.plan_focus, &[("area", &area)]))
            }
            None => writeln!(f, "- {}\n", plans.plan_no_focus),
        }
    }

    fn row(&self, session: &PlannedSession, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.language.plans;
        let number = Number(session.number);
        match session.track {
            Track::Main => write!(f, "| {number} ")?,
            track => write!(f, "| {} {number} ", self.language.word(track))?,
        }
        let window = session.window;
        write!(f, "| {} ", Plain(&self.say(()).heading(session.phase)))?;
        write!(
            f,
            "| {} {} ",
            self.language.word(Weekday::of(session.target)),
            session.target
        )?;
        // A window without days is shown as such: two demands collided, and nobody should look for
        // a day.
        let template = if window.days().is_some() {
            plans.window
        } else {
            plans.window_none
        };
        let days = Said(
            template,
            &[("from", &window.not_before), ("until", &window.not_after)],
        )
        .to_string();
        write!(f, "| {days} | {} ", session.minutes)?;
        write!(f, "| {} ", cell(work(&self.say(session))))?;
        write!(
            f,
            "| {} ",
            cell(
                session
                    .milestones
                    .iter()
                    .map(|milestone| self.language.word(milestone).to_string())
            )
        )?;
        write!(
            f,
            "| {} ",
            cell(
                session
                    .participants
                    .iter()
                    .map(|&relation| self.language.word(relation).to_string())
            )
        )?;
        write!(
            f,
            "| {} ",
            cell(
                session
                    .measures
                    .iter()
                    .map(|&measure| self.say(Value::from(measure)).to_string())
            )
        )?;
        writeln!(f, "| {} |", status(&self.say(session.status)))
    }

    /// What bounds the windows, and which sessions each bounds.
    fn reasons(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plans = self.language.plans;
        let mut reasons: Vec<(Why, [Vec<&PlannedSession>; 2])> = Vec::new();
        for session in &self.plan.sessions {
            let Window {
                why_not_before,
                why_not_after,
                ..
            } = session.window;
            for (bound, why) in [why_not_before, why_not_after].into_iter().enumerate() {
                let at = reasons
                    .iter()
                    .position(|(known, _)| *known == why)
                    .unwrap_or_else(|| {
                        reasons.push((why, [Vec::new(), Vec::new()]));
                        reasons.len() - 1
                    });
                if let Some(bounded) = reasons
                    .get_mut(at)
                    .and_then(|(_, bounds)| bounds.get_mut(bound))
                {
                    bounded.push(session);
                }
            }
        }
        writeln!(f, "\n## {}\n", plans.why_windows)?;
        for (why, [earliest, latest]) in reasons {
            write!(f, "- {}", Plain(&format!("{}", self.say(why))))?;
            let mut comma = ": ";
            for (template, sessions) in [(plans.earliest_of, earliest), (plans.latest_of, latest)] {
                if !sessions.is_empty() {
                    let numbers = Numbers(self.language, &sessions);
                    write!(f, "{comma}{}", Said(template, &[("sessions", &numbers)]))?;
                    comma = "; ";
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The number of a session; a dash for one that was missed.
struct Number(Option<u16>);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(number) => write!(f, "{number}"),
            None => f.write_str("–"),
        }
    }
}

/// The numbers of sessions, those that follow one another as a range.
struct Numbers<'a>(&'a Language, &'a [&'a PlannedSession]);

impl fmt::Display for Numbers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let follows = |a: &&PlannedSession, b: &&PlannedSession| {
            a.track == b.track && a.number.and_then(|number| number.checked_add(1)) == b.number
        };
        // A session that was missed has no number.
        let numbered: Vec<&PlannedSession> = self
            .1
            .iter()
            .copied()
            .filter(|session| session.number.is_some())
            .collect();
        for (place, range) in numbered.chunk_by(follows).enumerate() {
            let (Some(first), Some(last)) = (range.first(), range.last()) else {
                continue;
            };
            f.write_str(if place > 0 { ", " } else { "" })?;
            if first.track != Track::Main {
                write!(f, "{} ", self.0.word(first.track))?;
            }
            match range.len() {
                1 => write!(f, "{}", Number(first.number))?,
                2 => write!(f, "{}, {}", Number(first.number), Number(last.number))?,
                _ => write!(f, "{}–{}", Number(first.number), Number(last.number))?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        let plans = self.language.plans;
        let columns = [
            plans.column_number,
            plans.column_phase,
            plans.column_day,
            plans.column_window,
            plans.column_minutes,
            plans.column_work,
            plans.column_brings,
            plans.column_with,
            plans.column_measures,
            plans.column_status,
        ];
        writeln!(f, "| {} |", columns.join(" | "))?;
        writeln!(
            f,
            "| --- | --- | --- | --- | --: | --- | --- | --- | --- | --- |"
        )?;
        for session in &self.plan.sessions {
            self.row(session, f)?;
        }
        self.reasons(f)
    }
}
