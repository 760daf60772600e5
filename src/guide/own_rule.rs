//! Write a rule of your own, and grade the rules of the catalogue otherwise.
//!
//! # A rule
//!
//! A [`CustomRule`](crate::rule::CustomRule) is what is known of it, a
//! [`RuleMeta`](crate::rule::RuleMeta), and a check. The code has a prefix of your own; codes that
//! begin with `IPT` are the crate's. Each thing that the rule may say is a
//! [`Case`](crate::rule::Case) with a name, a severity and a sentence:
//!
//! - `finds`: the record shows it.
//! - `lacks`: the record does not show it. It is a finding where the topics are reported in full,
//!   and otherwise it cannot be told.
//! - `calls_for`: something on record demands an answer that the record does not show. It is a
//!   finding where the topics are reported in full, and otherwise an open question.
//!
//! The check reads a [`Ctx`](crate::rule::Ctx), the record made ready for rules, and writes into a
//! [`Sink`](crate::rule::Sink) by the names of the cases. `{day}` in a sentence is the day of the
//! place; other names in braces are the values that the check hands over with
//! [`values!`](crate::values).
//!
//! ```
//! use interpersonal::{prelude::*, values};
//! use interpersonal::rule::{Case, CustomRule, RuleMeta};
//!
//! fn first_session_in_person() -> Result<CustomRule, Box<dyn std::error::Error>> {
//!     let meta = RuleMeta::new("CLINIC-1".parse()?, Severity::Warning, "The first session should be held in person.")
//!         .with_why("The clinic wants to meet each patient once.")
//!         .with_topics(Topic::Sessions)
//!         .with_case(Case::finds("remote", Severity::Warning, "The first session, on {day}, was held another way ({modality}).")
//!             .with_words("de", "Die erste Sitzung, am {day}, fand anders statt ({modality})."))
//!         .with_case(Case::lacks("silent", Severity::Note, "How the first session, on {day}, was held is not on record."));
//!     Ok(CustomRule::new(meta, |ctx, out| {
//!         let Some(first) = ctx.held().next() else {
//!             return out.does_not_apply();
//!         };
//!         let ways = ctx.note(first).map(|note| note.modality);
//!         match ways.filter(|ways| !ways.is_empty()) {
//!             Some(ways) if ways.only() == Some(Modality::InPerson) => {}
//!             Some(ways) => {
//!                 out.finds("remote", ctx.place(first), values! { modality: ways.set() });
//!             }
//!             None => {
//!                 out.lacks("silent", Topic::Sessions, ctx.place(first), values! {});
//!             }
//!         }
//!     }))
//! }
//!
//! # use interpersonal::rule::Outcome;
//! # let day = "2026-01-05".parse()?;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! let clinic = Validator::new().with_rule(first_session_in_person()?)?;
//! let code: RuleCode = "CLINIC-1".parse()?;
//!
//! // By video.
//! let sessions = Opened::in_phase(Phase::Initial).with_reporting(Topic::Sessions);
//! let mut course = Course::open(&preset::ACUTE_16, at, sessions)?;
//! course.record(at, Session::attended().with_modality(Modality::Video))?;
//! let report = clinic.validate(&course, day);
//! let finding = report.of(code).next().ok_or("it was by video")?;
//! assert_eq!(finding.to_string(), "The first session, on 5 January, was held another way (by video).");
//! let german = finding.in_language(&Language::GERMAN).to_string();
//! assert_eq!(german, "Die erste Sitzung, am 5. Januar, fand anders statt (per Video).");
//!
//! // Not written down, in a record that reports nothing in full.
//! let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! course.record(at, Session::attended())?;
//! assert_eq!(clinic.validate(&course, day).outcome(code), Some(Outcome::CannotTell));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! In a build with debug assertions the sink panics on the name of a case that the rule does not
//! have, so a test that reaches each case finds a misspelt name.
//!
//! `values!` takes days, numbers, names of the vocabulary and codes. It takes no text and no
//! reference to a person, so a finding cannot hold one. Do not write one into a sentence either.
//!
//! A case carries its words in other languages ([`with_words`](crate::rule::Case::with_words), by
//! the tag of the language). In a language for which it has none it is said in English, its days
//! and names too.
//!
//! # A policy
//!
//! [`Validator`](crate::rule::Validator) is the policy of a site: its rules, other severities,
//! rules that are switched off. The report lists what was graded otherwise. Rules of safety and
//! integrity can weigh more, never less. An [`Edition`](crate::rule::Edition) keeps the rules as
//! they were.
//!
//! ```
//! use interpersonal::{prelude::*, rule::{Edition, RegisterError}};
//!
//! let clinic = Validator::new()
//!     .with_edition(Edition::CURRENT)
//!     .with_severity("IPT-005".parse()?, Severity::Note)?
//!     .with_severity("IPT-144".parse()?, None)?;
//! let refused = clinic.with_severity("IPT-189".parse()?, None).unwrap_err();
//! assert!(matches!(refused, RegisterError::Protected { .. }));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A validator is made once and serves all threads. [`Course::check`](crate::Course::check),
//! [`preview`](crate::Course::preview) and [`next_due`](crate::Course::next_due) ask the catalogue
//! as it is; the methods of the same names on the validator ask yours. The plan of a session asks
//! the catalogue.
