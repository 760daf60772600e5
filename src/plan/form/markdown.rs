//! A plan as a page of Markdown.

use alloc::{string::String, vec::Vec};
use core::fmt::{self, Write as _};

use chrono::Datelike as _;

use crate::{
    plan::{CoursePlan, PlannedSession, PlannedWork, SessionStatus, Why},
    protocol::Protocol,
    record::session::Track,
    rule,
};

/// A plan as one page of Markdown with a table: what it rests on, a row a session, and why the windows are as they
/// are. In English, with the protocol's own labels.
///
/// ```
/// use interpersonal::{chrono::NaiveDate, plan::{Availability, CoursePlan, Terms}, protocol::preset};
///
/// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let plan = CoursePlan::new(&preset::ACUTE_16, Terms::typical(&preset::ACUTE_16), start, Availability::every_day())?;
/// let page = plan.markdown(&preset::ACUTE_16).to_string();
/// assert!(page.starts_with("# Course plan\n"));
/// # Ok::<(), interpersonal::plan::Collision>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'a> {
    plan: &'a CoursePlan,
    protocol: &'a Protocol,
}

impl CoursePlan {
    /// The plan as one page of Markdown, with the labels of a protocol.
    #[must_use]
    pub const fn markdown<'a>(&'a self, protocol: &'a Protocol) -> Markdown<'a> {
        Markdown { plan: self, protocol }
    }
}

/// Writes text as Markdown that means itself, in one line.
struct Plain<'a>(&'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' => write!(f, "\\{c}")?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A cell of a table: parts with commas between them, a dash for none.
fn cell(parts: impl IntoIterator<Item = String>) -> String {
    let mut cell = String::new();
    for part in parts {
        let comma = if cell.is_empty() { "" } else { ", " };
        // Writing into a string does not fail.
        let _ = write!(cell, "{comma}{}", Plain(&part));
    }
    if cell.is_empty() { String::from("–") } else { cell }
}

fn words<T: fmt::Display>(members: impl IntoIterator<Item = T>) -> impl Iterator<Item = String> {
    members.into_iter().map(|member| alloc::format!("{member}"))
}

fn work(session: &PlannedSession) -> String {
    match session.work {
        PlannedWork::Assessment => cell(words(["whether IPT fits"])),
        PlannedWork::Initial(tasks) => cell(words(tasks.iter()).chain(words(&session.declared))),
        PlannedWork::Middle(strategies) | PlannedWork::KeptUp(strategies) => {
            cell(words(strategies.iter()).chain(words(&session.declared)))
        }
        PlannedWork::Ending(tasks) => cell(words(tasks.iter()).chain(words(&session.declared))),
        PlannedWork::Beside => cell(words(&session.declared)),
    }
}

fn status(status: SessionStatus) -> String {
    match status {
        SessionStatus::Ahead => String::from("planned"),
        SessionStatus::Against(code) => alloc::format!("planned, against {code}"),
        SessionStatus::Held(seq) => alloc::format!("held ({seq})"),
        SessionStatus::Missed(seq) => alloc::format!("missed and counted ({seq})"),
    }
}

impl Markdown<'_> {
    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.plan;
        writeln!(f, "# Course plan\n")?;
        writeln!(
            f,
            "Protocol {}, revision {} of the plan, in force from {}.\n",
            Plain(plan.protocol.as_str()),
            plan.revision,
            plan.from
        )?;
        let of = |is: fn(SessionStatus) -> bool| plan.main().filter(|session| is(session.status)).count();
        writeln!(
            f,
            "- Sessions: {} ({} held, {} missed and counted, {} ahead), from {} to {}",
            plan.main().count(),
            of(|status| matches!(status, SessionStatus::Held(_))),
            of(|status| matches!(status, SessionStatus::Missed(_))),
            of(SessionStatus::is_ahead),
            plan.main().next().map_or(plan.opens_on, |first| first.target),
            plan.last_day()
        )?;
        if let Some(days) = plan.terms.interval_days {
            writeln!(f, "- Days from one session to the next: {days}")?;
        }
        if let Some(weeks) = plan.terms.weeks {
            writeln!(f, "- Weeks after which treatment is over: {weeks}")?;
        }
        match plan.terms.agreed {
            Some(entry) => writeln!(f, "- Terms: agreed ({entry})")?,
            None => writeln!(f, "- Terms: typical of the protocol, not agreed yet")?,
        }
        writeln!(f, "- Days of the week: {}", plan.availability.weekdays)?;
        for span in &plan.availability.breaks {
            writeln!(f, "- Break: {} to {}", span.from, span.until)?;
        }
        if let Some(end) = plan.availability.not_after {
            write!(f, "- Not after: {end}")?;
            match plan.availability.anchor {
                Some(anchor) => writeln!(f, " ({anchor})")?,
                None => writeln!(f)?,
            }
        }
        match plan.focus {
            Some(area) => writeln!(f, "- Focus: {area}\n"),
            None => writeln!(f, "- Focus: not agreed yet\n"),
        }
    }

    fn row(&self, session: &PlannedSession, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match session.track {
            Track::Main => write!(f, "| {} ", session.ordinal)?,
            track => write!(f, "| {track} {} ", session.ordinal)?,
        }
        let window = session.window;
        write!(f, "| {} ", Plain(self.protocol.label(session.phase)))?;
        write!(f, "| {} {} ", session.target.weekday(), session.target)?;
        if window.earliest <= window.latest {
            write!(f, "| {} to {} ", window.earliest, window.latest)?;
        } else {
            write!(f, "| not before {}, nor after {} ", window.earliest, window.latest)?;
        }
        write!(f, "| {} ", session.minutes)?;
        write!(f, "| {} ", work(session))?;
        write!(f, "| {} ", cell(words(session.milestones.iter())))?;
        write!(f, "| {} ", cell(words(&session.participants)))?;
        write!(f, "| {} ", cell(words(&session.measures)))?;
        writeln!(f, "| {} |", status(session.status))
    }

    /// What bounds the windows, and which sessions each bounds.
    fn reasons(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reasons: Vec<(Why, [Vec<&PlannedSession>; 2])> = Vec::new();
        for session in &self.plan.sessions {
            for (bound, why) in [session.window.why_earliest, session.window.why_latest].into_iter().enumerate() {
                let at = reasons.iter().position(|(known, _)| *known == why).unwrap_or_else(|| {
                    reasons.push((why, [Vec::new(), Vec::new()]));
                    reasons.len() - 1
                });
                if let Some(bounded) = reasons.get_mut(at).and_then(|(_, bounds)| bounds.get_mut(bound)) {
                    bounded.push(session);
                }
            }
        }
        writeln!(f, "\n## Why the windows\n")?;
        for (why, [earliest, latest]) in reasons {
            write!(f, "- {}", Plain(&alloc::format!("{why}")))?;
            match why {
                Why::Rule(code) => {
                    if let Some(meta) = rule::explain(code) {
                        write!(f, " ({})", Plain(meta.title.trim_end_matches('.')))?;
                    }
                }
                Why::Parameter(_) => f.write_str(" (a parameter of the protocol)")?,
                _ => {}
            }
            let mut comma = ": ";
            for (bound, sessions) in [("earliest", earliest), ("latest", latest)] {
                if !sessions.is_empty() {
                    write!(f, "{comma}{bound} day of {}", Numbers(&sessions))?;
                    comma = "; ";
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The numbers of sessions, those that follow one another as a range.
struct Numbers<'a>(&'a [&'a PlannedSession]);

impl fmt::Display for Numbers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let follows = |a: &&PlannedSession, b: &&PlannedSession| {
            a.track == b.track && a.ordinal.checked_add(1) == Some(b.ordinal)
        };
        for (place, range) in self.0.chunk_by(follows).enumerate() {
            let (Some(first), Some(last)) = (range.first(), range.last()) else { continue };
            f.write_str(if place > 0 { ", " } else { "" })?;
            if first.track != Track::Main {
                write!(f, "{} ", first.track)?;
            }
            match range.len() {
                1 => write!(f, "{}", first.ordinal)?,
                2 => write!(f, "{}, {}", first.ordinal, last.ordinal)?,
                _ => write!(f, "{}–{}", first.ordinal, last.ordinal)?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        writeln!(f, "| No. | Phase | Day | Window | Minutes | Work | Brings | With | Measures | Status |")?;
        writeln!(f, "| --- | --- | --- | --- | --: | --- | --- | --- | --- | --- |")?;
        for session in &self.plan.sessions {
            self.row(session, f)?;
        }
        self.reasons(f)
    }
}
