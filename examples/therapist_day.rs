//! A day in a therapist's application, with the phase of the course as a type: what may come next,
//! what is in the way, a step taken, a session recorded, what a type refuses, and what there is to do
//! between sessions.
//!
//! ```sh
//! cargo run --example therapist_day
//! ```

#[macro_use]
mod support;

use std::error::Error;

use interpersonal::{
    ActorRef, At, Course, Entry, Phase, ProblemArea, Strategy,
    chrono::{Days, NaiveDate},
    protocol::preset,
    record::{
        FactKind,
        focus::{FormulationAnswered, PatientResponse},
        safety::{Enquiry, EnquiryResult, SafetyAction, SafetyResponse},
        session::{Attendance, Session},
    },
    testing::exemplar::Exemplar,
    text::Language,
    typed::{
        In, Staged,
        stage::{Initial, Middle},
    },
    vocabulary::StrategySet,
};

fn main() -> Result<(), Box<dyn Error>> {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).ok_or("a day that exists")?;
    let course = three_sessions_in(monday)?;

    // The application loads the course; its phase is a value, and becomes a type by looking.
    let Staged::Initial(course) = Staged::from(course) else {
        return Err("the course is in its initial phase".into());
    };
    let course = morning(course, monday + Days::new(15))?;
    afternoon(course, monday + Days::new(21))
}

/// Before the fourth session: may the middle phase begin?
fn morning(course: In<Initial>, today: NaiveDate) -> Result<In<Middle>, Box<dyn Error>> {
    let at = written(today, "09:00");
    say!(
        "{today}, {} sessions held. What may come next:",
        course.state().held()
    );
    for choice in course
        .choices()
        .filter(|choice| choice.to != Phase::Initial)
    {
        let verdict = if choice.is_by_the_book() {
            "by the book"
        } else {
            "not yet"
        };
        say!("  {:<22} {verdict}", choice.trigger.to_string());
    }
    if let Some(why) = course.why_not(Phase::Middle) {
        say!("The middle phase, {why}\n");
    }

    // A step that is not by the book gives the course back unchanged.
    let not_taken = course
        .begin_middle(at)
        .err()
        .ok_or("nobody has asked the patient yet")?;
    let mut course = not_taken.course;

    say!("The patient is asked, and accepts the formulation.");
    course.record(at, FormulationAnswered::new(PatientResponse::Accepted))?;
    let course = course.begin_middle(at)?;
    say!(
        "The {} begins.\n",
        course.protocol().label(course.state().phase())
    );
    Ok(course)
}

/// The session itself, written down in the evening.
fn afternoon(mut course: In<Middle>, today: NaiveDate) -> Result<(), Box<dyn Error>> {
    let at = written(today, "18:00");
    let note = Session::attended()
        .with_minutes(50)
        .with_enquiry(Enquiry::no_concern())
        .with_strategies(StrategySet::of(&[Strategy::DisputeExpectations]));
    course.record(at, note)?;
    say!(
        "{today}, session {} is recorded; {} are left.",
        course.state().held(),
        course.state().remaining().unwrap_or(0)
    );

    // A note that would move the phase has its own door, so that the type cannot lie.
    let slip = Session::attended().with_phase(Phase::Termination);
    let refused = course.record(at, slip).unwrap_err();
    say!("A slip of the pen: {refused}.");

    // What is stored is the course.
    let course: Course = course.into_course();
    say!("{course:?}\n");
    a_week_later(course, today + Days::new(7))
}

/// In the next session a concern comes up and is answered; then the patient stays away.
fn a_week_later(mut course: Course, day: NaiveDate) -> Result<(), Box<dyn Error>> {
    let note = Session::attended()
        .with_minutes(50)
        .with_enquiry(Enquiry::new(EnquiryResult::Concern));
    let response = SafetyResponse::new([SafetyAction::SafetyPlan, SafetyAction::Consultation])
        .with_review_on(day + Days::new(3));
    course.record_all(written(day, "18:00").with_response(note, response))?;
    let review = course.today(day + Days::new(3));
    say!("{}\n", review.in_language(&Language::ENGLISH));

    let missed = day + Days::new(7);
    course.record(
        written(missed, "18:00"),
        Session::new(Attendance::DidNotAttend),
    )?;
    let today = course.today(missed);
    say!("{}\n", today.in_language(&Language::ENGLISH));
    say!("{}", today.in_language(&Language::GERMAN));
    Ok(())
}

/// The course after three sessions, all initial work done but one: the patient has not answered
/// yet.
fn three_sessions_in(monday: NaiveDate) -> Result<Course, Box<dyn Error>> {
    let last = monday + Days::new(14);
    let entries: Vec<Entry> = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleDispute, monday)
        .entries()
        .into_iter()
        .filter(|entry| entry.day().is_some_and(|day| day <= last))
        .filter(|entry| {
            entry
                .stated()
                .is_none_or(|(_, fact)| fact.kind() != FactKind::FormulationAnswered)
        })
        .collect();
    Ok(Course::replay(&preset::ACUTE_16, entries)?)
}

fn written(day: NaiveDate, time: &str) -> At {
    let moment = day.and_time(time.parse().unwrap_or_default()).and_utc();
    At::new(moment, ActorRef::from_static("therapist-1"), day)
}
