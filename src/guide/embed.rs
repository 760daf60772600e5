//! Open a course, record what happened, check it, and show what was found.
//!
//! # Open
//!
//! A course begins with a protocol, a writer and a day. [`preset`](crate::protocol::preset) has the
//! published protocols. [`At`](crate::At) says who writes, at which moment, and about which day.
//! The crate reads no clock: both come from the application.
//!
//! ```
//! use interpersonal::{chrono::NaiveDate, prelude::*};
//! use interpersonal::record::safety::{EnquiryResult, SafetyAction};
//!
//! let first: NaiveDate = "2026-01-05".parse()?;
//! let second: NaiveDate = "2026-01-12".parse()?;
//! let at = At::new("2026-01-12T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, first);
//!
//! let opened = Opened::in_phase(Phase::Initial).with_reporting([Topic::Sessions, Topic::Safety]);
//! let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `with_reporting` lists the topics that the record reports in full. In such a topic, what is not
//! written did not happen, and a rule that misses it finds something. In any other topic silence
//! says nothing, and the rule answers that it cannot be told. So name a topic only if your
//! application always records it. [`Reporting::COMPLETE`](crate::Reporting::COMPLETE) names all of
//! them, and an opening without `with_reporting` names none.
//!
//! [`FactKind::topic`](crate::record::FactKind::topic) says to which topic a fact belongs. A
//! session is one note, and its fields belong to several:
//!
//! | fields of [`Session`](crate::record::session::Session) | topic |
//! | --- | --- |
//! | who, when, how long and where: `attendance`, `minutes`, `modality`, `therapist`, `track`, `group_number`, `absence` | [`Sessions`](crate::Topic::Sessions) |
//! | `enquiry` | [`Safety`](crate::Topic::Safety) |
//! | `scores` | [`Measures`](crate::Topic::Measures) |
//! | `phase` | [`Agreements`](crate::Topic::Agreements) |
//! | `tasks` | [`InitialTasks`](crate::Topic::InitialTasks) or [`Ending`](crate::Topic::Ending), as the task is |
//! | what was done within the session, such as `opening`, `strategies`, `agreed` | [`SessionContent`](crate::Topic::SessionContent) |
//!
//! # Record
//!
//! [`Course::record`](crate::Course::record) takes what happened, by the book or not. It refuses
//! only what contradicts the record. `at.on(day)` is the same writer and moment about another day.
//!
//! ```
//! # use interpersonal::{chrono::NaiveDate, prelude::*, record::safety::{EnquiryResult, SafetyAction}};
//! # let (first, second): (NaiveDate, NaiveDate) = ("2026-01-05".parse()?, "2026-01-12".parse()?);
//! # let at = At::new("2026-01-12T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, first);
//! # let opened = Opened::in_phase(Phase::Initial).with_reporting([Topic::Sessions, Topic::Safety]);
//! # let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//! let note = Session::attended().with_minutes(50).with_enquiry(Enquiry::no_concern());
//! course.record(at.on(first), note)?;
//!
//! // A box of a form that is not ticked says nothing; an answer of no says that it was not done.
//! assert_eq!(Stated::done_if(false), Stated::NotReported);
//! assert_eq!(Stated::of(Some(false)), Stated::NotDone);
//! let note = Session::attended().with_minutes(50).with_summary(Stated::of(Some(false)));
//! course.record(at.on(second), note.with_enquiry(Enquiry::new(EnquiryResult::Concern)))?;
//!
//! // A concern needs a response of the same day, which is a fact of its own.
//! course.record(at.on(second), ConcernRaised::new(ConcernKind::SuicidalIdeation))?;
//! let response = SafetyResponse::new([SafetyAction::SafetyPlan, SafetyAction::Consultation]);
//! let preview = course.preview(&[at.on(second).entry(response.clone())], second)?;
//! assert!(preview.vanish.iter().any(|finding| finding.code.as_str() == "IPT-189"));
//! course.record(at.on(second), response)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Use `Stated::done_if` for a box that can only be ticked, and `Stated::of` where the form has
//! yes, no and no answer. "Not done" counts as a statement even in a topic that is not reported in
//! full.
//!
//! # Check
//!
//! [`Course::check`](crate::Course::check) asks all rules as of a day. Show what stands among the
//! [findings](crate::rule::Finding), and the open [questions](crate::rule::Question): something on
//! record demands an answer that belongs to a topic not reported in full.
//!
//! ```
//! # use interpersonal::{chrono::NaiveDate, prelude::*};
//! # let day: NaiveDate = "2026-01-05".parse()?;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! let concern = |opened| -> Result<_, Box<dyn std::error::Error>> {
//!     let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//!     course.record(at, Session::attended())?;
//!     course.record(at, ConcernRaised::new(ConcernKind::SelfHarm))?;
//!     Ok(course.check(day))
//! };
//!
//! // Safety is reported in full: no response is on record, so there was none.
//! let report = concern(Opened::in_phase(Phase::Initial).with_reporting(Topic::Safety))?;
//! for finding in report.standing() {
//!     println!("{} {} {finding}", finding.severity, finding.code);
//! }
//! assert!(report.standing().any(|finding| finding.code.as_str() == "IPT-189"));
//!
//! // It is not: there may have been one, and the report asks.
//! let report = concern(Opened::in_phase(Phase::Initial))?;
//! let question = report.questions().next().ok_or("a question")?;
//! assert!(question.to_string().ends_with("What was done about it?"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `report.text()` is the whole report in words, in English; [`language`](super::language) puts it
//! into another.
//!
//! # Findings of one session
//!
//! [`Report::session`](crate::rule::Report::session) takes the number of a session,
//! [`Report::entry`](crate::rule::Report::entry) the number of an entry. A finding holds the
//! application's own key of its entry as well. A finding about several sessions stands at the last
//! of them alone, and those that were waived are listed too: ask
//! [`stands`](crate::rule::Finding::stands).
//!
//! ```
//! # use interpersonal::{chrono::NaiveDate, prelude::*};
//! # let day: NaiveDate = "2026-01-05".parse()?;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! # let opened = Opened::in_phase(Phase::Initial).with_reporting([Topic::Sessions, Topic::Safety]);
//! # let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//! let recorded = course.record(at.with_key("row-17".parse()?), Session::attended())?;
//! let report = course.check(day);
//! assert!(report.session(1).all(|finding| finding.key == Some("row-17".parse().unwrap())));
//! assert_eq!(report.session(1).count(), report.entry(recorded.entry()).count());
//! assert!(report.session(1).count() > 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
