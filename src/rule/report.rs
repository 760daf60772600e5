//! What validation says: findings, what cannot be told, the verdict, and against what.

use alloc::{sync::Arc, vec::Vec};

use chrono::NaiveDate;

use super::{
    Edition, Finding, Outcome, Place, Question, RuleCode, RuleKind, RuleMeta, Severity, Status,
    Unknown,
};
use crate::{
    base::set::vocabulary,
    protocol::SharedProtocol,
    source::{Basis, Citation},
    vocabulary::{ProtocolId, Seq, Track},
};

vocabulary! {
    /// The verdict of a report. It comes from what was found, never from what could not be told.
    pub closed enum Conformance {
        /// Nothing but notes was found.
        Conforms = "conforms",
        /// Warnings, waived errors or remedied findings were found.
        ConformsWithDeviations = "conforms_with_deviations",
        /// An error stands.
        DoesNotConform = "does_not_conform",
        /// Nothing was found, and no rule about treatment whose breach is an error could be
        /// decided.
        CannotTell = "cannot_tell",
    }
}

/// How many rules could be decided. Never a percentage, never a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Coverage {
    /// Rules that were asked.
    pub asked: u32,
    /// Rules that hold or found something.
    pub decided: u32,
    /// Rules that do not apply to the record.
    pub not_applicable: u32,
    /// Rules of which it cannot be told.
    pub cannot_tell: u32,
    /// Rules that were left out by the protocol, the site or the edition.
    pub off: u32,
}

impl Coverage {
    pub(super) fn count(&mut self, outcome: Outcome) {
        let kind = match outcome {
            Outcome::Holds | Outcome::Found => &mut self.decided,
            Outcome::DoesNotApply => &mut self.not_applicable,
            Outcome::CannotTell => &mut self.cannot_tell,
            Outcome::Off => &mut self.off,
        };
        *kind += 1;
        if outcome != Outcome::Off {
            self.asked += 1;
        }
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Tally {
    /// How many of them are errors.
    pub errors: u32,
    /// How many of them are warnings.
    pub warnings: u32,
    /// How many of them are notes.
    pub notes: u32,
}

impl Tally {
    /// Those of one severity.
    #[must_use]
    pub const fn of(self, severity: Severity) -> u32 {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Note => self.notes,
        }
    }

    /// How many there are of all severities together.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.errors + self.warnings + self.notes
    }

    fn count(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        } += 1;
    }
}

/// How many lines of a report stand, were made good, are waived, by severity: a view without
/// places, dates or codes, for logs.
///
/// What the same rule says of several places is one line, and what follows from a finding is
/// counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Counts {
    /// What stands, without what follows from it.
    pub standing: Tally,
    /// What stands and follows from another finding.
    pub following: Tally,
    /// What was made good in time.
    pub remedied: Tally,
    /// What a waiver on record covers.
    pub waived: Tally,
    /// Open questions, which have no severity.
    pub questions: u32,
    /// What cannot be told.
    pub unknown: u32,
}

/// A rule that is not graded as the catalogue has it, and by whose decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Regrading {
    /// The rule that weighs more or less here, or is off.
    pub code: RuleCode,
    /// Its severity here; none switches it off.
    pub severity: Option<Severity>,
    /// The protocol's source; none if the site decided.
    pub source: Option<(Citation, Basis)>,
}

/// What validation says of a course.
///
/// ```
/// use interpersonal::{
///     ProblemArea,
///     protocol::preset,
///     rule::{Conformance, Validator},
///     testing::exemplar::Exemplar,
/// };
///
/// # let start = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let course = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).course()?;
/// let report = Validator::new().validate(&course, course.state().last_day());
/// assert_eq!(report.conformance, Conformance::Conforms);
/// assert_eq!((report.standing().count(), report.questions().count()), (0, 0));
/// # Ok::<(), interpersonal::course::ReplayError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The day as of which the course was checked.
    pub as_of: NaiveDate,
    /// The protocol against which it was checked.
    pub protocol: ProtocolId,
    /// The version of its description.
    pub protocol_version: u16,
    /// The protocol that the course itself follows, where it was checked under another.
    pub instead_of: Option<ProtocolId>,
    /// The edition of the rules.
    pub edition: Edition,
    /// Rules that the protocol or the site grades otherwise.
    pub regraded: Vec<Regrading>,
    /// The verdict, from what was found and never from what could not be told.
    pub conformance: Conformance,
    /// How many rules could be decided.
    pub coverage: Coverage,
    /// What was found, by place, then code.
    pub findings: Vec<Finding>,
    /// Open questions: of safety first, then by place. They never change the verdict.
    pub questions: Vec<Question>,
    /// What cannot be told: of safety first, then by code.
    pub unknown: Vec<Unknown>,
    /// How each rule came out, in the order of codes.
    pub outcomes: Vec<(RuleCode, Outcome)>,
    /// The rules of an application's own that were asked.
    pub(super) own: Vec<Arc<RuleMeta>>,
    /// Whether the record was checked by itself, so that there is no verdict on treatment.
    pub(crate) is_record_alone: bool,
    /// Whether the course was closed by then, so that nothing can be done in a next session.
    pub(crate) is_closed: bool,
    /// The protocol against which it was checked, for its labels.
    pub(crate) labels: SharedProtocol,
}

impl Report {
    /// What is known of a rule that was asked, one of an application's own included.
    #[must_use]
    pub fn rule(&self, code: RuleCode) -> Option<&RuleMeta> {
        RuleMeta::get(code).or_else(|| {
            self.own
                .iter()
                .map(|own| &**own)
                .find(|own| own.code == code)
        })
    }

    /// The findings whose place is a session, by its number for people among those of the main
    /// track. Those that were waived or made good are among them; [`Finding::stands`] tells. A
    /// finding about several sessions has one place, the last of them, and is listed there alone.
    pub fn session(&self, number: u16) -> impl Iterator<Item = &Finding> {
        let is_it = move |place: &Place| matches!(place, Place::Session { number: Some(own), track, .. } if *own == number && *track == Track::Main);
        self.findings
            .iter()
            .filter(move |finding| is_it(&finding.place))
    }

    /// The findings about an entry.
    pub fn entry(&self, seq: Seq) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.place.entry() == Some(seq))
    }

    /// The findings about a person's safety.
    pub fn safety(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.rule().kind == RuleKind::Safety)
    }

    /// What something on record calls for and an unreported topic would answer.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter()
    }

    /// The weightiest severity among the findings that stand.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.standing().map(|finding| finding.severity).max()
    }

    /// The findings that stand.
    pub fn standing(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.stands())
    }

    /// The findings under a code.
    pub fn of(&self, code: RuleCode) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.code == code)
    }

    /// How a rule came out.
    #[must_use]
    pub fn outcome(&self, code: RuleCode) -> Option<Outcome> {
        self.outcomes
            .iter()
            .find(|(other, _)| *other == code)
            .map(|&(_, outcome)| outcome)
    }

    /// Counts alone: what may go into a log.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let count = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let mut counts = Counts {
            questions: count(self.questions.len()),
            unknown: count(self.unknown.len()),
            ..Counts::default()
        };
        for line in self.lines() {
            counts.add(line.finding, false);
            line.follows
                .iter()
                .for_each(|follower| counts.add(follower.finding, line.finding.stands()));
        }
        counts
    }
}

impl Counts {
    fn add(&mut self, finding: &Finding, follows: bool) {
        let tally = match finding.status {
            Status::Standing | Status::RemediedLate { .. } if follows => &mut self.following,
            Status::Standing | Status::RemediedLate { .. } => &mut self.standing,
            Status::Remedied { .. } => &mut self.remedied,
            Status::Waived { .. } => &mut self.waived,
        };
        tally.count(finding.severity);
    }
}

/// The verdict from the findings and from whether a rule about treatment could be decided.
pub(super) fn conformance(findings: &[Finding], decided: bool) -> Conformance {
    let mut verdict = Conformance::Conforms;
    for finding in findings {
        match (finding.stands(), finding.severity) {
            (true, Severity::Error) => return Conformance::DoesNotConform,
            (_, Severity::Note) => {}
            _ => verdict = Conformance::ConformsWithDeviations,
        }
    }
    if verdict == Conformance::Conforms && !decided && findings.is_empty() {
        Conformance::CannotTell
    } else {
        verdict
    }
}
