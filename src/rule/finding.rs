//! What a rule saw.

use alloc::sync::Arc;
use core::fmt;

use chrono::NaiveDate;

use super::{Case, Evidence, Place, RuleCode, RuleKind, RuleMeta, Severity};
use crate::{
    protocol::SharedProtocol,
    vocabulary::{AppKey, Reporting, Seq, Topic},
};

/// Whether a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[expect(
    clippy::exhaustive_enums,
    reason = "standing, made good in time or late, waived: a finding is never erased"
)]
pub enum Status {
    /// Nothing on record makes it good or justifies it.
    Standing,
    /// It was made good in time. It stays in the history.
    Remedied {
        /// The entry that made it good.
        by: Seq,
        /// The day of that entry.
        on: NaiveDate,
    },
    /// It was made good, and too late to weigh less.
    RemediedLate {
        /// The entry that made it good.
        by: Seq,
        /// The day of that entry.
        on: NaiveDate,
    },
    /// Leaving the protocol was justified.
    Waived {
        /// The entry of the waiver.
        by: Seq,
        /// The last day that the waiver covers, if it has one.
        until: Option<NaiveDate>,
    },
}

/// The rule that speaks: one of the catalogue, or one of an application's own.
#[derive(Clone)]
pub(crate) enum Speaker {
    Ours(&'static RuleMeta),
    Own(Arc<RuleMeta>),
}

impl fmt::Debug for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Speaker").field(&self.code).finish()
    }
}

impl core::ops::Deref for Speaker {
    type Target = RuleMeta;

    fn deref(&self) -> &RuleMeta {
        match self {
            Self::Ours(meta) => meta,
            Self::Own(meta) => meta,
        }
    }
}

/// Another finding without which a finding would not be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cause {
    /// The rule that found the other.
    pub code: RuleCode,
    /// Where the other lies.
    pub place: Place,
}

/// What a rule saw: a code, a place, what it rests on, and the sentence that says so.
///
/// A finding is a value that needs nothing else to be read: [`in_language`](Finding::in_language)
/// says it in any language, `Display` in English. It holds dates, scores and codes, which are
/// health data, and no text of the record. [`Report::counts`](super::Report::counts) is the view
/// for logs.
///
/// ```
/// use interpersonal::{
///     Course, Fact, ProblemArea, RuleCode, protocol::preset, rule::Validator,
///     testing::exemplar::Exemplar, text::Language,
/// };
///
/// # let start = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let mut entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).entries();
/// entries.retain(|entry| !matches!(entry.stated(), Some((_, Fact::ContractAgreed(_)))));
/// let course = Course::replay(&preset::ACUTE_16, entries)?;
///
/// let report = Validator::new().validate(&course, course.state().last_day());
/// let finding = report.of(RuleCode::from_static("IPT-085")).next().unwrap();
/// assert!(finding.stands());
/// assert!(finding.to_string().contains("contract"));
/// assert!(finding.in_language(&Language::GERMAN).to_string().contains("vertrag"));
/// # Ok::<(), interpersonal::course::ReplayError>(())
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Finding {
    /// The code of the rule that found it.
    pub code: RuleCode,
    /// How much it weighs here.
    pub severity: Severity,
    /// The session, entry, phase or other place in the course that it is about.
    pub place: Place,
    /// The day that it is about, if there is one.
    pub on: Option<NaiveDate>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Another place to look at.
    pub related: Option<Place>,
    /// The day of that place, if it has one.
    pub related_on: Option<NaiveDate>,
    /// Whether it stands, was made good or is waived.
    pub status: Status,
    /// The application's own key of the entry.
    pub key: Option<AppKey>,
    /// The finding without which this one would not be there.
    pub follows: Option<Cause>,
    pub(crate) case: u8,
    pub(crate) rule: Speaker,
    pub(crate) protocol: SharedProtocol,
    pub(crate) as_of: NaiveDate,
}

impl Finding {
    /// Makes a note of the entry that made it good later. Whether it did so in time, the engine
    /// judges.
    pub fn remedied_by(&mut self, by: Seq) -> &mut Self {
        self.status = Status::Remedied {
            by,
            on: self.on.unwrap_or(self.as_of),
        };
        self
    }

    /// Makes a note of the entry that made it good, and that it came too late to weigh less.
    pub fn remedied_late_by(&mut self, by: Seq) -> &mut Self {
        self.status = Status::RemediedLate {
            by,
            on: self.on.unwrap_or(self.as_of),
        };
        self
    }

    /// Makes a note of another place to look at.
    pub fn see(&mut self, place: Place) -> &mut Self {
        self.related = Some(place);
        self
    }

    /// Whether it stands: neither made good in time nor waived.
    #[must_use]
    pub const fn stands(&self) -> bool {
        matches!(self.status, Status::Standing | Status::RemediedLate { .. })
    }

    /// What is known of the rule.
    #[must_use]
    pub fn rule(&self) -> &RuleMeta {
        &self.rule
    }

    /// Which of the things it is that the rule may say. None for a rule of an application's own
    /// that has no sentences.
    #[must_use]
    pub fn case(&self) -> Option<&Case> {
        self.rule.cases.get(usize::from(self.case))
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        let of = |finding: &Self| {
            let Self {
                code,
                severity,
                place,
                on,
                related,
                status,
                key,
                follows,
                case,
                ..
            } = *finding;
            (
                code, severity, place, on, related, status, key, follows, case,
            )
        };
        of(self) == of(other) && self.evidence == other.evidence
    }
}

impl Eq for Finding {}

/// Shows the code, the place and what it rests on.
impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let case = self.case().map_or("", |case| &case.name);
        write!(
            f,
            "{} {} {case} at {:?}",
            self.severity, self.code, self.place
        )?;
        for (name, value) in self.evidence.iter() {
            write!(f, ", {name} {value:?}")?;
        }
        if self.status != Status::Standing {
            write!(f, ", {:?}", self.status)?;
        }
        self.follows
            .map_or(Ok(()), |cause| write!(f, " follows {}", cause.code))
    }
}

/// An open question: something on record demands an answer, and the record does not report in full
/// what would give it.
///
/// It never changes the verdict. Once the topic is reported it is a finding, or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub(crate) finding: Finding,
    /// The topics that would answer it and are not reported in full there.
    pub(crate) topics: Reporting,
}

impl Question {
    /// The rule that asks.
    #[must_use]
    pub const fn code(&self) -> RuleCode {
        self.finding.code
    }

    /// What is known of the rule.
    #[must_use]
    pub fn rule(&self) -> &RuleMeta {
        &self.finding.rule
    }

    /// Whether it is about a person's safety.
    #[must_use]
    pub fn is_about_safety(&self) -> bool {
        self.finding.rule.kind == RuleKind::Safety
    }

    /// What demands the answer.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.finding.place
    }

    /// Its day, if it has one.
    #[must_use]
    pub const fn on(&self) -> Option<NaiveDate> {
        self.finding.on
    }

    /// [`Status::Standing`], or the entry that came later and its day. It does not answer what came
    /// on the day itself, so that a question about safety stays open.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.finding.status
    }

    /// What the question rests on.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.finding.evidence
    }

    /// The application's own key of the entry.
    #[must_use]
    pub const fn key(&self) -> Option<AppKey> {
        self.finding.key
    }

    /// The topics that would answer it, of those that the record does not report in full there.
    #[must_use]
    pub const fn topics(&self) -> Reporting {
        self.topics
    }

    /// What it would weigh as a finding.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.finding.severity
    }
}

/// Something that cannot be told, because the record does not report the topic in full there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown {
    /// The rule that asks.
    pub code: RuleCode,
    /// The place in the course that the question is about.
    pub place: Place,
    /// The topic that the record does not report in full there.
    pub topic: Topic,
}
