//! How to embed the crate, a chapter for each part of the work.
//!
//! The chapters are documentation alone, and every piece of code in them is run as a test. Each can
//! be read by itself; [`embed`] comes first.
//!
//! - Open a course: [`embed`](embed#open).
//! - Record what happened: [`embed`](embed#record), and in detail [`mod@record`].
//! - Show what may come next: [`plan`](plan#what-may-come-next).
//! - Check a course: [`embed`](embed#check).
//! - Show the findings of one session: [`embed`](embed#findings-of-one-session).
//! - Plan sessions, and plan again: [`plan`](plan#the-plan-of-the-course).
#![cfg_attr(
    feature = "serde",
    doc = "- Store a course and load it: [`store`](store#a-whole-course)."
)]
#![cfg_attr(
    feature = "serde",
    doc = "- Write a protocol of your own: [`own_protocol`]."
)]
//! - Write a rule of your own: [`own_rule`].
//! - Say it in another language: [`mod@language`].
#![cfg_attr(
    feature = "serde",
    doc = "- Export a course, a report or a plan: [`store`](store#export)."
)]
//!
//! Two more chapters are about the application around the record: [`forms`] draws the form of any
//! fact from its description, and [`test`](mod@test) has courses to test an application with.
//!
//! # Words
//!
//! | word | meaning |
//! | --- | --- |
//! | course | one treatment of one patient: a log of entries and what follows from them |
//! | entry | what was written down: who, when, about which day, and what |
//! | fact | what an entry says happened, such as a session or an agreement |
//! | protocol | a published variant of IPT as data, or one of your own |
//! | report | what the rules say of a course as of a day |
//! | finding | what a rule found; it has a code, a severity, a place and a sentence |
//! | by the book | allowed by the protocol; the record takes what is not by the book too |

pub mod embed;
pub mod forms;
pub mod language;
#[cfg(feature = "serde")]
pub mod own_protocol;
pub mod own_rule;
pub mod plan;
pub mod record;
#[cfg(feature = "serde")]
pub mod store;
pub mod test;
