//! Say what may come next, plan the sessions of a course, and prepare the next one.
//!
//! Plans are suggestions. They never restrict what can be recorded.
//!
//! # The plan of the course
//!
//! A plan needs a protocol, terms, a first day and the weekdays on which sessions can be held. If
//! no plan is possible, the [`PlanError`](crate::plan::PlanError) names the two requirements that
//! conflict. After sessions were held, missed or moved,
//! [`Plans::revise`](crate::plan::Plans::revise) plans the rest and keeps the earlier plans.
//!
//! ```
//! use interpersonal::{chrono::NaiveDate, plan::Plans, prelude::*};
//! use interpersonal::testing::exemplar::Exemplar;
//!
//! let (protocol, start): (_, NaiveDate) = (&preset::ACUTE_16, "2026-01-05".parse()?);
//! let availability = Availability::on([Weekday::Monday, Weekday::Thursday]);
//! let plan = CoursePlan::new(protocol, Terms::typical(protocol), start, availability)?;
//! // Once the focus is agreed, the middle sessions have the strategies of its area.
//! let plan = plan.with_focus(ProblemArea::Grief);
//! let mut plans = Plans::new(plan);
//! let sixth = plans.latest().main().nth(5).ok_or("sixteen sessions")?.target;
//!
//! // A course that was held as planned until then, made up for this page.
//! let mut entries = Exemplar::following(protocol, plans.latest(), ProblemArea::Grief).entries();
//! entries.retain(|entry| entry.day().is_some_and(|day| day < sixth));
//! let course = Course::replay(protocol, entries)?;
//!
//! // Bring the plan up to date, then look at the next session.
//! plans.revise(&course, sixth)?;
//! let next = course.next_session_in(plans.latest(), sixth);
//! assert_eq!((next.day, next.ordinal, next.left), (sixth, 6, Some(11)));
//! for item in next.due() {
//!     println!("{item}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The agenda of a session has all that it may be about; [`due`](crate::plan::SessionPlan::due) is
//! the filter for what it should not end without.
//!
//! [`next_session_in`](crate::Course::next_session_in) does not revise the plan. Without a plan,
//! [`next_session`](crate::Course::next_session) prepares the session of any day.
//!
//! # The note of the session
//!
//! [`note`](crate::plan::SessionPlan::note) is a session to fill in: minutes, participants and the
//! tasks that are proposed, each as not reported. It takes for granted that the patient attended
//! and that the planned time was kept; correct both before you record it.
//! [`preview`](crate::Course::preview) says beforehand what would change in the report.
//!
//! ```
//! # use interpersonal::{chrono::{Days, NaiveDate}, prelude::*, testing::exemplar::Exemplar};
//! # let start: NaiveDate = "2026-01-05".parse()?;
//! # let day = start + Days::new(7);
//! # let mut entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).entries();
//! # entries.retain(|entry| entry.day().is_some_and(|on| on < day));
//! # let mut course = Course::replay(&preset::ACUTE_16, entries)?;
//! # let at = At::new("2026-01-12T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! let mut note = course.next_session(day).note().with_minutes(55);
//! for task in &mut note.tasks {
//!     task.status = Stated::Done; // as somebody ticks it
//! }
//!
//! // Without a question about safety the report would find something; with one it does not.
//! let found = |note: &interpersonal::record::session::Session| -> Result<bool, Box<dyn std::error::Error>> {
//!     let preview = course.preview(&[at.entry(note.clone())], day)?;
//!     Ok(preview.appear.iter().any(|finding| finding.code.as_str() == "IPT-186"))
//! };
//! assert!(found(&note)?);
//! note = note.with_enquiry(Enquiry::no_concern());
//! assert!(!found(&note)?);
//! course.record(at, note)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What may come next
//!
//! [`choices`](crate::Course::choices) lists the steps that the protocol has from here.
//! [`why_not`](crate::Course::why_not) gives every unmet condition of one, a line each under
//! [`conditions`](crate::machine::WhyNot::conditions), and [`way`](crate::Course::way) what would
//! have to be on record first. A condition is one sentence, which may be about several tasks at
//! once; the way has a step for each of them. A step that is not by the
//! book can be recorded all the same; [`propose`](crate::Course::propose) is the verb that refuses
//! it. [`next_due`](crate::Course::next_due) says what becomes late if nothing more is recorded,
//! and when.
//!
//! ```
//! # use interpersonal::prelude::*;
//! use interpersonal::machine::Trigger;
//!
//! # let day: interpersonal::chrono::NaiveDate = "2026-01-05".parse()?;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! # let opened = Opened::in_phase(Phase::Middle).with_reporting(Reporting::COMPLETE);
//! # let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//! // In the middle phase.
//! course.record(at, ContractAgreed::new(TimeFrame::Sessions(6)))?;
//! course.record(at, Session::attended())?;
//! for choice in course.choices() {
//!     println!("{} {}", choice.trigger, choice.is_by_the_book());
//! }
//! let why = course.why_not(Phase::Termination).ok_or("something is in the way")?;
//! for condition in why.conditions() {
//!     println!("{}: {condition}", condition.code);
//! }
//! assert!(course.propose(at, PhaseBegun::new(Phase::Termination)).is_err());
//!
//! let way = course.way(Trigger::BeginsTermination, day)?;
//! assert!(way.to_string().starts_with("1. the end announced"));
//! let due = course.next_due(day).ok_or("something becomes late")?;
//! assert!(due.in_time_until() >= day);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A plan for others
//!
//! A plan is a page and a picture. The texts hold no name of a person.
//!
//! ```
//! # use interpersonal::{chrono::NaiveDate, prelude::*};
//! # let (protocol, start): (_, NaiveDate) = (&preset::ACUTE_16, "2026-01-05".parse()?);
//! # let plan = CoursePlan::new(protocol, Terms::typical(protocol), start, Availability::every_day())?;
//! let page = plan.markdown(protocol).to_string();
//! let picture = plan.timeline(protocol).to_string();
//! assert!(page.starts_with('#') && picture.starts_with("<svg"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the feature `icalendar` it is a calendar, which says nothing of what the appointments are
//! for. The key of the course is one that names nobody.
#![cfg_attr(
    feature = "icalendar",
    doc = r#"
```
# use interpersonal::{chrono::{NaiveDate, NaiveTime}, prelude::*};
# let (protocol, start): (_, NaiveDate) = (&preset::ACUTE_16, "2026-01-05".parse()?);
# let plan = CoursePlan::new(protocol, Terms::typical(protocol), start, Availability::every_day())?;
let made = "2026-01-02T09:00:00Z".parse()?;
let nine = NaiveTime::from_hms_opt(9, 0, 0).ok_or("a time of day")?;
let file = plan.calendar(AppKey::new("5f0c2a4e")?, made).with_start(nine).to_string();
assert!(file.starts_with("BEGIN:VCALENDAR"));
# Ok::<(), Box<dyn std::error::Error>>(())
```"#
)]
