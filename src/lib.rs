//! The treatment protocol of Interpersonal Psychotherapy (IPT) as types: a record of what happened,
//! a state machine for the phases, published protocols as data, plans, and rules that check a
//! record and name their source.
//!
//! It is for developers of record systems, digital therapeutics, trial software, supervision and
//! training tools. Open a course, record what happened, and check it:
//!
//! ```
//! use interpersonal::{chrono::NaiveDate, prelude::*};
//!
//! let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
//! let at = At::new("2026-01-19T17:00:00Z".parse().unwrap(), "therapist-1".parse()?, day(5));
//!
//! // This record reports every session; of the rest it is an excerpt.
//! let opened = Opened::in_phase(Phase::Initial).with_reporting(Topic::Sessions);
//! let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//! course.record(at, Session::attended().with_minutes(50))?;
//! course.record(at.on(day(19)), Session::attended().with_minutes(50))?;
//!
//! let report = course.check(day(19));
//! for finding in report.standing() {
//!     println!("{} {}: {finding}", finding.severity, finding.code);
//! }
//! // The opening and the first session were written down two weeks after they happened.
//! assert!(report.standing().any(|finding| finding.code.as_str() == "IPT-005"));
//! # Ok::<(), Error>(())
//! ```
//!
//! # The ten tasks
//!
//! | to | use |
//! | --- | --- |
//! | open a course | [`Course::open`] under one of [`preset`] |
//! | record what happened | [`Course::record`], [`record_all`](Course::record_all), [`import`](Course::import) |
//! | ask what may come next, and why not | [`Course::choices`], [`why_not`](Course::why_not), [`way`](Course::way) |
//! | check a course | [`Course::check`], or a [`Validator`] with a policy of your own |
//! | list what was found | [`Report::standing`], [`session`](Report::session), [`questions`](Report::questions), [`text`](Report::text) |
//! | plan | [`CoursePlan`], [`Course::next_session`] with its [`note`](plan::SessionPlan::note) to fill in |
//! | store and load | serde on [`Course`] and [`Entry`]; the module `wire` |
//! | write a protocol of your own | [`Protocol`]; as a file that extends another: `wire::ProtocolFile` |
//! | write a rule of your own | [`rule::CustomRule`] |
//! | draw a form for any fact | [`shape`] |
//!
//! # Features
//!
//! ```toml
//! [dependencies]
//! interpersonal = "0.1"
//! serde_json = "1" # or any other format of serde, to store a course
//! ```
//!
//! | feature | default | what it adds | what it pulls in |
//! | --- | --- | --- | --- |
//! | `std` | yes | chapters of the guide, `std` in the dependencies; without it the crate is `no_std` with `alloc` | |
//! | `serde` | yes | the stored form `ipt/1`, JSON of reports and plans, protocols as files: the module `wire` | `serde` |
//! | `icalendar` | no | the appointments of a plan as a calendar | `icalendar` |
//! | `proptest1` | no | strategies for property tests, in [`testing`] | `proptest` |
//!
//! [The schemas][schemas] of a course, a report, a plan and a protocol are in the package, under
//! `docs`, and so are [the examples][examples]: `form.rs` draws a form for any fact, `ehr_import.rs`
//! takes over the record of another system.
//!
//! [schemas]: https://docs.rs/crate/interpersonal/latest/source/docs/
//! [examples]: https://docs.rs/crate/interpersonal/latest/source/examples/
//!
//! # What it promises
//!
//! - [`Course::record`] refuses only what contradicts the record itself. Care that left the
//!   protocol can always be recorded, and is visible. [`Course::propose`] takes only what is by the
//!   book.
//! - Silence is not absence: a record says topic by topic what it reports in full ([`Reporting`]).
//! - The crate reads no clock, no file and no network: the day is an argument. Errors, findings and
//!   `Debug` contain no free text of the record and no reference to a person. Findings hold dates,
//!   scores and codes, so they are health data.
//! - It checks a record against a protocol. It does not diagnose or treat. It does not grade
//!   therapists. It neither rates nor predicts suicide risk.
//!
//! # Where things are
//!
//! The root has what every program needs, and the [`prelude`] the payloads of an ordinary course
//! beside it. The rest stands in its module: [`vocabulary`], [`record`], [`measure`], [`source`],
//! [`protocol`], [`machine`], [`course`], [`rule`], [`plan`], [`text`], `wire`, [`testing`].
#![no_std]
#![forbid(unsafe_code)]
#![warn(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    clippy::alloc_instead_of_core
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod base;
pub mod course;
mod error;
// Documentation alone; its code is written for a program with `std`.
#[cfg(all(any(doc, doctest), feature = "std"))]
pub mod guide;
pub mod machine;
pub mod measure;
mod pace;
pub mod plan;
pub mod prelude;
pub mod protocol;
pub mod record;
pub mod rule;
pub mod source;
pub mod testing;
pub mod text;
pub mod vocabulary;
#[cfg(feature = "serde")]
pub mod wire;

pub use base::{shape, text::FreeText};
pub use course::{At, Course, Entry, RecordError, Recorded, typed};
pub use error::Error;
pub use plan::CoursePlan;
pub use protocol::{Protocol, preset};
pub use record::{Fact, session::Session, setting::Opened};
pub use rule::{Finding, Question, Report, Validator};
pub use vocabulary::{
    ActorRef, AppKey, FocusItem, Phase, ProblemArea, Reporting, RuleCode, Seq, Severity, Stated,
    Strategy, TaskNote, Topic,
};

pub use chrono;

/// The examples of the README, as tests.
#[cfg(all(doctest, feature = "serde"))]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
#[non_exhaustive]
pub struct ReadmeDoctests;
