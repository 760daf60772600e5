//! One thing planted in a course that is right: a fault that must be found, or something legitimate
//! of which nothing may be found.
//!
//! ```
//! use interpersonal::{ProblemArea, chrono::NaiveDate, protocol::preset, testing::{exemplar::Exemplar, plant::Fault}};
//!
//! let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
//! let entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).entries();
//! let fault = Fault::ALL.iter().find(|fault| fault.name == "attempt_without_answer").unwrap();
//! let planted = fault.plant(&preset::ACUTE_16, &entries, 4).unwrap();
//! assert_eq!(planted.entries.len(), entries.len() + 1);
//! ```

mod bed;
mod course;
mod legitimate;
mod record;
mod safety;

use alloc::vec::Vec;

use chrono::NaiveDate;

use self::bed::Bed;
use crate::{course::entry::Entry, protocol::Protocol, rule::Finding, vocabulary::RuleCode};

/// What kind of fault is planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// Facts of the record do not fit together.
    Record,
    /// A session that was not held has content, or a state never ended.
    NotHeld,
    /// Safety was passed over.
    Safety,
    /// What belongs to the course as a whole is missing or far too little.
    Course,
    /// The patient does not fit the protocol at entry.
    Entry,
}

/// How a fault is planted in a course.
type Plant = fn(&mut Bed<'_>) -> Option<()>;

/// A fault that can be planted in a course of any protocol, where the protocol has what it is about.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Fault {
    /// A name for it.
    pub name: &'static str,
    /// Its kind.
    pub kind: FaultKind,
    /// The codes of its kind: it is found under one of them at least.
    pub codes: &'static [RuleCode],
    /// The codes of what else may follow from it.
    pub beside: &'static [RuleCode],
    plant: Plant,
}

/// A course in which something was planted.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Planted {
    /// The entries of the course.
    pub entries: Vec<Entry>,
    /// The first day at which it is to be found.
    pub from: NaiveDate,
    /// The last such day.
    pub until: NaiveDate,
}

const ANYWHERE: (NaiveDate, NaiveDate) = (NaiveDate::MIN, NaiveDate::MAX);

impl Planted {
    /// Whether a finding or a question speaks of a day at which the planted thing lies.
    #[must_use]
    pub fn is_at(&self, on: Option<NaiveDate>, related_on: Option<NaiveDate>) -> bool {
        let mut days = [on, related_on].into_iter().flatten();
        // What is said of the course as a whole has no day.
        (self.from, self.until) == ANYWHERE || days.any(|day| self.from <= day && day <= self.until)
    }

    fn in_bed(bed: Bed<'_>) -> Self {
        let (from, until) = bed.found_within();
        Self {
            entries: bed.entries,
            from,
            until,
        }
    }
}

impl Fault {
    /// All of them.
    pub const ALL: &'static [Self] = &FAULTS;

    /// Plants it at a session: the one after so many others that were held, on any track, counted
    /// again from the first where there are fewer. The course must open with its first entry.
    ///
    /// `None` where there is no room for it: the protocol has no such thing, or the session is not
    /// of the kind.
    #[must_use]
    pub fn plant(&self, protocol: &Protocol, entries: &[Entry], at: usize) -> Option<Planted> {
        let mut bed = Bed::new(protocol, entries, at)?;
        (self.plant)(&mut bed)?;
        Some(Planted::in_bed(bed))
    }

    /// Whether a finding belongs to what follows from the fault.
    #[must_use]
    pub fn explains(&self, finding: &Finding) -> bool {
        finding.follows.is_some()
            || self.codes.contains(&finding.code)
            || self.beside.contains(&finding.code)
    }
}

/// The lists by kind.
const PARTS: [&[Fault]; 5] = [
    record::FITS,
    record::NOT_HELD,
    safety::SAFETY,
    course::COURSE,
    course::ENTRY,
];

const HOW_MANY: usize = {
    let (mut part, mut many) = (0, 0);
    while part < PARTS.len() {
        many += PARTS[part].len();
        part += 1;
    }
    many
};

const FAULTS: [Fault; HOW_MANY] = {
    let mut all = [record::FITS[0]; HOW_MANY];
    let (mut part, mut next) = (0, 0);
    while part < PARTS.len() {
        let mut n = 0;
        while n < PARTS[part].len() {
            all[next] = PARTS[part][n];
            next += 1;
            n += 1;
        }
        part += 1;
    }
    all
};

/// Something legitimate that can be planted in a course of any protocol: nothing heavier than a note
/// may be found for it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Legitimate {
    /// A name for it.
    pub name: &'static str,
    plant: Plant,
}

impl Legitimate {
    /// All of them.
    pub const ALL: &'static [Self] = legitimate::ALL;

    /// Plants it at a session, as [`Fault::plant`] does a fault.
    #[must_use]
    pub fn plant(&self, protocol: &Protocol, entries: &[Entry], at: usize) -> Option<Planted> {
        let mut bed = Bed::new(protocol, entries, at)?;
        (self.plant)(&mut bed)?;
        Some(Planted::in_bed(bed))
    }
}

/// Codes of this crate by their numbers.
macro_rules! codes {
    ($($number:literal)*) => {
        &[$(crate::vocabulary::RuleCode::from_static(concat!("IPT-", $number))),*]
    };
}
use codes;

/// Faults of one kind: `"name": codes; beside what else may follow; how it is planted`.
macro_rules! faults {
    ($kind:ident { $($name:literal: $($code:literal)+ $(; beside $($beside:literal)+)? => $plant:expr,)+ }) => {
        &[$($crate::testing::plant::Fault {
            name: $name,
            kind: $crate::testing::plant::FaultKind::$kind,
            codes: $crate::testing::plant::codes!($($code)+),
            beside: $crate::testing::plant::codes!($($($beside)+)?),
            plant: $plant,
        }),+]
    };
}
use faults;
