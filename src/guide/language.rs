//! Say findings, reports, plans and data in the language of the reader.
//!
//! Nothing that the crate keeps is a sentence: a finding, a plan or a condition holds values, and
//! displays in English. `in_language` says it in another [`Language`](crate::text::Language), on
//! whatever displays. English and German are shipped; `Language::get("de-AT")` finds one by its
//! tag.
//!
//! ```
//! use interpersonal::{chrono::NaiveDate, prelude::*};
//!
//! # let day: NaiveDate = "2026-01-05".parse()?;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! # let opened = Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE);
//! # let protocol = &preset::ACUTE_16;
//! # let mut course = Course::open(protocol, at, opened)?;
//! # course.record(at, Session::attended())?;
//! let german = &Language::GERMAN;
//!
//! // A finding, and the whole report.
//! let report = course.check(day);
//! let finding = report.standing().next().ok_or("a finding")?;
//! println!("{}: {}", german.word(finding.severity), finding.in_language(german));
//! assert!(report.text().in_language(german).to_string().contains("Stand 5. Januar 2026"));
//!
//! // An agenda, item by item or as a page, and the plan of the course.
//! let next = course.next_session(day);
//! for item in next.due() {
//!     println!("{}", item.in_language(german));
//! }
//! assert!(next.markdown(protocol).in_language(german).to_string().starts_with("# Sitzung 2"));
//! let plan = CoursePlan::new(protocol, Terms::typical(protocol), day, Availability::every_day())?;
//! assert!(plan.markdown(protocol).in_language(german).to_string().contains("Sitzung"));
//!
//! // What stands in the way of a step, in what the protocol calls its phases.
//! let why = course.why_not(Phase::Termination).ok_or("something is in the way")?;
//! for condition in why.conditions() {
//!     println!("{}", condition.in_terms_of(german, protocol));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A rule of your own brings its words along: [`own_rule`](super::own_rule). What has no words in a
//! language is said in English as a whole sentence.
#![cfg_attr(
    feature = "serde",
    doc = r#"
[`Report::data`](crate::rule::Report::data) is the report as data whose sentences are in a language:

```
# use interpersonal::prelude::*;
# let day = "2026-01-05".parse()?;
# let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
# let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
let data = serde_json::to_value(course.check(day).data(&Language::GERMAN))?;
assert!(data.is_object());
# Ok::<(), Box<dyn std::error::Error>>(())
```"#
)]
//!
//! # A language of your own
//!
//! A [`Language`](crate::text::Language) is a set of tables. Begin with one that is shipped, change
//! its tag and what should read otherwise, and ask [`missing`](crate::text::Language::missing) what
//! it lacks.
//!
//! ```
//! use interpersonal::prelude::*;
//!
//! let swiss = Language { tag: "de-CH", ..Language::GERMAN };
//! assert!(swiss.missing().is_empty());
//! ```
