//! Test an application: with a course that has no fault, with any course, and for what it lets out.
//!
//! # One fault at a time
//!
//! An [`Exemplar`](crate::testing::exemplar::Exemplar) follows a protocol to the letter, with
//! everything reported. It is the same each time. A test takes its entries and changes one thing;
//! the functions beside it help with that.
//!
//! ```
//! use interpersonal::{prelude::*, record::{FactKind, safety::EnquiryResult}};
//! use interpersonal::testing::exemplar::{self, Exemplar};
//!
//! let exemplar = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, "2026-01-05".parse()?);
//! let course = exemplar.course()?;
//! assert_eq!(course.check(course.state().last_day()).standing().count(), 0);
//!
//! // The same course with a concern in the fifth session that nobody answers.
//! let mut entries = exemplar.entries();
//! let fifth = exemplar::session_mut(&mut entries, 5).ok_or("a fifth session")?;
//! fifth.enquiry = Some(Enquiry::new(EnquiryResult::Concern));
//! let course = Course::replay(&preset::ACUTE_16, entries)?;
//! let report = course.check(course.state().last_day());
//! assert!(report.session(5).any(|finding| finding.code.as_str() == "IPT-189"));
//!
//! // The same course without a contract.
//! let mut entries = exemplar.entries();
//! exemplar::remove(&mut entries, FactKind::ContractAgreed);
//! let course = Course::replay(&preset::ACUTE_16, entries)?;
//! let report = course.check(course.state().last_day());
//! assert!(report.standing().any(|finding| finding.code.as_str() == "IPT-085"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A course that is under way is the same course up to a day: keep the entries whose
//! [`day`](crate::Entry::day) lies before it.
//!
//! # Any course
//!
//! With the feature `proptest1` there are strategies for proptest 1, in `testing::strategy`:
//! courses by the book, courses of any kind, and entries that may be nonsense. Ask for the feature
//! under `[dev-dependencies]`:
//!
//! ```toml
//! [dev-dependencies]
//! interpersonal = { version = "0.1", features = ["proptest1"] }
//! proptest = "1"
//! ```
//!
//! | strategy | what it makes |
//! | --- | --- |
//! | `conforming(protocol)` | courses by the book |
//! | `course()` | courses of any kind |
//! | `entries()` | entries that may contradict one another |
//! | `fact()`, `fact_of(kind)` | facts with any of their fields |
//! | `protocol()` | protocols whose parts agree |
//!
//! ```
//! # #[cfg(feature = "proptest1")] {
//! use interpersonal::{Course, preset, testing::strategy};
//! use proptest::{prelude::*, test_runner::{Config, TestRunner}};
//!
//! // What is imported is in the course or set aside; nothing is lost.
//! let mut runner = TestRunner::new(Config::with_cases(16));
//! runner.run(&strategy::entries(), |entries| {
//!     let offered = entries.len();
//!     if let Ok(imported) = Course::import(&preset::ACUTE_16, entries) {
//!         prop_assert_eq!(imported.course.entries().len() + imported.aside.len(), offered);
//!     }
//!     Ok(())
//! })?;
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What an application lets out
//!
//! Errors, findings and `Debug` of this crate hold no free text and no reference to a person. Your
//! logs and messages should not either. Every free text and every reference to a person that a
//! strategy makes contains `MARKER`. Run your code on such courses, collect what it logs, and look
//! for the marker.
//!
//! ```
//! # #[cfg(feature = "proptest1")] {
//! use interpersonal::{Course, testing::strategy::{self, MARKER}};
//! use proptest::{prelude::*, test_runner::{Config, TestRunner}};
//!
//! fn log(course: &Course) -> String {
//!     let report = course.check(course.state().last_day());
//!     format!("{course:?} {:?}", report.counts()) // as your application has it
//! }
//!
//! let mut runner = TestRunner::new(Config::with_cases(16));
//! runner.run(&strategy::course(), |course| {
//!     prop_assert!(!log(&course).contains(MARKER));
//!     Ok(())
//! })?;
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
