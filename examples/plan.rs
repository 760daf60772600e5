//! Plans a course for a role transition, plans it again after two missed sessions and a pause, says
//! what changed, what belongs in the next session, what is due next and what the budget warns of,
//! and writes the plan as calendar, Markdown and picture.
//!
//! ```sh
//! cargo run --example plan
//! cargo run --example plan --features icalendar -- --start 2026-03-02 --time 09:30 --out plan-out
//! ```

#[macro_use]
mod support;

use std::{
    env,
    error::Error,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    process::ExitCode,
};

use interpersonal::{
    Course, Entry, Fact, ProblemArea, Protocol, Stated,
    chrono::{Days, NaiveDate, NaiveTime},
    plan::{AgendaItem, Availability, Budget, CoursePlan, Plans, SessionPlan, Terms, Weekday},
    protocol::preset,
    record::{
        contact::{OutreachMade, PauseReason, Paused, Resumed},
        session::{Attendance, Session},
    },
    rule::Validator,
    testing::exemplar::Exemplar,
};

const USAGE: &str = "usage: plan [--start YYYY-MM-DD] [--time HH:MM] [--out FOLDER]
  --start  the day from which the course is planned (default 2026-01-05)
  --time   when appointments start, local time; without it they take the whole day (only with --features icalendar)
  --out    the folder for plan.ics, plan.md, plan.json, plan.svg and session.md; `plan-example` in the target folder when not given";

struct Arguments {
    start: NaiveDate,
    time: Option<NaiveTime>,
    out: PathBuf,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let protocol = &preset::ACUTE_16;
    let availability = Availability::on([Weekday::Monday, Weekday::Wednesday]);
    let first = CoursePlan::new(
        protocol,
        Terms::typical(protocol),
        arguments.start,
        availability,
    )?
    .with_focus(ProblemArea::RoleTransition);
    say!("The plan:");
    show(&first, protocol);
    let mut clinic = Clinic {
        protocol,
        plans: Plans::new(first),
        record: Vec::new(),
        written_until: NaiveDate::MIN,
    };

    let day = clinic.held(4)?;
    clinic.missed(day, Session::new(Attendance::DidNotAttend));
    clinic.plan_again(day, "the fifth session was missed without a word")?;

    let day = clinic.held(0)?;
    clinic.missed(
        day,
        Session::new(Attendance::CancelledByPatient).with_notice_hours(2),
    );
    clinic.plan_again(day, "the next one was cancelled two hours before")?;

    let day = clinic.held(4)?;
    let (since, review) = (day - Days::new(4), day + Days::new(10));
    clinic.write(
        since,
        Paused::new()
            .with_reason(PauseReason::Holiday)
            .with_review_on(review),
    );
    clinic.plan_again(since, &format!("treatment pauses until {review}"))?;

    clinic.write(review, Resumed::new());
    let after = clinic.held(2)?;
    clinic.plan_again(after, "treatment went on, and two sessions were held")?;

    let session = clinic.look_ahead(after)?;
    clinic.publish(arguments, after, &session)
}

/// A course with its plans, as an application would keep them.
struct Clinic {
    protocol: &'static Protocol,
    plans: Plans,
    record: Vec<Entry>,
    written_until: NaiveDate,
}

impl Clinic {
    /// Holds so many sessions by the plan, and says when the next one is due.
    fn held(&mut self, sessions: usize) -> Result<NaiveDate, Box<dyn Error>> {
        let plan = self.plans.latest();
        let next = plan
            .ahead()
            .nth(sessions)
            .ok_or("the plan has more sessions ahead")?
            .target;
        let written = written_in(self.protocol, plan, self.written_until..next);
        self.record.extend(written);
        self.written_until = next;
        Ok(next)
    }

    fn write(&mut self, day: NaiveDate, fact: impl Into<Fact>) {
        let at = day.and_time(NaiveTime::MIN).and_utc();
        self.record
            .push(Entry::fact(at, Exemplar::THERAPIST, day, fact));
    }

    /// Writes down that a session was not held, and that the patient was called.
    fn missed(&mut self, day: NaiveDate, session: Session) {
        self.write(day, session);
        self.write(day, OutreachMade::new().with_reached(Stated::Done));
        self.written_until = day + Days::new(1);
    }

    fn course(&self) -> Result<Course, Box<dyn Error>> {
        Ok(Course::replay(self.protocol, self.record.iter().cloned())?)
    }

    fn plan_again(&mut self, as_of: NaiveDate, why: &str) -> Result<(), Box<dyn Error>> {
        let course = self.course()?;
        let before = self.plans.latest().clone();
        let after = self.plans.revise(&course, as_of)?;
        say!("\n{as_of}: {why}.");
        if after.revision == before.revision {
            say!("  Revision {} still holds.", after.revision);
            return Ok(());
        }
        say!(
            "  Revision {}; the last session was on {}, and is on {}.",
            after.revision,
            before.last_day(),
            after.last_day()
        );
        for session in after.ahead() {
            let (track, ordinal, target) = (session.track, session.ordinal, session.target);
            match before.session(track, ordinal).map(|was| was.target) {
                Some(was) if was == target => {}
                Some(was) => say!("  {track} {ordinal:>2}: {target} instead of {was}"),
                None => say!("  {track} {ordinal:>2}: {target}, new"),
            }
        }
        if let Some((session, code)) = after.first_not_kept() {
            say!(
                "  From session {} on, {code} will say that it is not by the book.",
                session.ordinal
            );
        }
        Ok(())
    }

    /// Says what belongs in the next session, what the budget warns of, and what is due next if
    /// nothing more is recorded.
    fn look_ahead(&self, as_of: NaiveDate) -> Result<SessionPlan, Box<dyn Error>> {
        let course = self.course()?;
        let session = course.next_session_in(self.plans.latest(), as_of);
        say!(
            "\nSession {} on {} has to bring:",
            session.ordinal,
            session.day
        );
        session.due().for_each(|item: &AgendaItem| say!("  {item}"));
        if let Some(budget) = Budget::of(&course, as_of) {
            say!("Of {} sessions {} are left.", budget.planned, budget.left());
            budget
                .pressing()
                .chain(budget.lost())
                .for_each(|deadline| say!("  {deadline}"));
        }
        if let Some(due) = course.next_due(as_of) {
            say!("If nothing more is recorded, {due}.");
        }
        Ok(session)
    }

    fn publish(
        &self,
        arguments: &Arguments,
        as_of: NaiveDate,
        session: &SessionPlan,
    ) -> Result<(), Box<dyn Error>> {
        let (plan, course) = (self.plans.latest(), self.course()?);
        let report = Validator::new().validate(&course, as_of);
        let picture = plan
            .timeline(self.protocol)
            .with_course(&course, as_of)
            .with_report(&report);
        fs::create_dir_all(&arguments.out)?;
        say!("");
        let mut files = vec![
            ("plan.md", plan.markdown(self.protocol).to_string()),
            ("plan.json", serde_json::to_string_pretty(plan)? + "\n"),
            ("plan.svg", picture.to_string()),
            ("session.md", session.markdown(self.protocol).to_string()),
        ];
        match calendar(&self.plans, as_of, arguments.time) {
            Some(calendar) => files.push(("plan.ics", calendar)),
            None => say!("No calendar: that takes --features icalendar."),
        }
        for (name, text) in files {
            let path = arguments.out.join(name);
            fs::write(&path, text)?;
            say!("{}", path.display());
        }
        Ok(())
    }
}

/// The calendar, made on a day.
#[cfg(feature = "icalendar")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "without the feature there is none"
)]
fn calendar(plans: &Plans, made: NaiveDate, time: Option<NaiveTime>) -> Option<String> {
    // The key of the course is the application's own, and says nothing to anybody else.
    let key = interpersonal::AppKey::from_static("5f0c2a4e");
    let calendar = plans.calendar(key, made.and_time(NaiveTime::MIN).and_utc());
    Some(
        time.map_or(calendar.clone(), |time| calendar.with_start(time))
            .to_string(),
    )
}

#[cfg(not(feature = "icalendar"))]
fn calendar(_: &Plans, _: NaiveDate, _: Option<NaiveTime>) -> Option<String> {
    None
}

/// What is written from one day until before another by somebody who follows a plan.
fn written_in(protocol: &Protocol, plan: &CoursePlan, days: Range<NaiveDate>) -> Vec<Entry> {
    let mut entries = Exemplar::following(protocol, plan, ProblemArea::RoleTransition).entries();
    entries.retain(|entry| entry.day().is_some_and(|on| days.contains(&on)));
    for entry in &mut entries {
        entry.key = None;
    }
    entries
}

fn show(plan: &CoursePlan, protocol: &Protocol) {
    for session in plan.ahead() {
        let window = session.window;
        say!(
            "  {} {:>2}  {}  ({} to {})  {:>3} min  {}",
            session.track,
            session.ordinal,
            session.target,
            window.not_before,
            window.not_after,
            session.minutes,
            protocol.label(session.phase)
        );
    }
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    use lexopt::prelude::*;

    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
        PathBuf::from,
    );
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).ok_or("a day that exists")?;
    let mut arguments = Arguments {
        start,
        time: None,
        out: target.join("plan-example"),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("start") => {
                let text = parser.value()?.string()?;
                arguments.start = text.parse().map_err(|_| {
                    format!("{text} cannot be read as a day; a day is written 2026-03-01")
                })?;
            }
            Long("time") => {
                let text = parser.value()?.string()?;
                let time = NaiveTime::parse_from_str(&text, "%H:%M");
                arguments.time = Some(time.map_err(|_| {
                    format!("{text} cannot be read as a time of day; a time is written 09:30")
                })?);
            }
            Long("out") => arguments.out = parser.value()?.into(),
            Long("help") | Short('h') => {
                say!("{USAGE}");
                std::process::exit(0);
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(arguments)
}
