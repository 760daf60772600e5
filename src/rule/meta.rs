//! What is known of a rule besides its check.

use alloc::borrow::Cow;

use super::{Case, RuleCode, Severity};
use crate::{
    base::set::vocabulary,
    source::{Basis, Citation},
    vocabulary::Edition,
    vocabulary::Reporting,
};

vocabulary! {
    /// The clause that a severity stands on.
    pub closed enum Clause {
        /// The integrity of the record or a person's safety. An error; it can be remedied, never
        /// waived, switched off or demoted.
        Integrity = "integrity_or_safety",
        /// Something that all variants of IPT share is absent altogether, or contradicted. An
        /// error.
        Shared = "shared_by_all_variants",
        /// A bound that the protocol's own source publishes is passed, and no agreed amendment
        /// covers it. An error.
        PublishedBound = "published_bound",
        /// Late, short, thin, out of order, or a single occurrence. A warning.
        Deviation = "deviation",
        /// The number is this crate's own. A warning.
        OwnNumber = "own_number",
        /// An event that a reader wants to see. A note.
        Event = "event",
    }
}

vocabulary! {
    /// What a rule is about.
    pub open enum RuleKind {
        /// The record itself.
        Record = "record",
        /// The order of things.
        Order = "order",
        /// Dose and timing.
        DoseAndTiming = "dose_and_timing",
        /// What is done.
        Content = "content",
        /// Safety.
        Safety = "safety",
        /// Measures.
        Measure = "measure",
        /// The ending.
        Ending = "ending",
        /// Continuation and maintenance.
        Maintenance = "maintenance",
        /// Supervision and overrides.
        Supervision = "supervision",
    }
}

vocabulary! {
    /// An option for dealing with a finding.
    pub open enum Remedy {
        /// If it was done, record that it was.
        RecordIt = "record_it",
        /// Consider doing it in the next session.
        DoItNext = "do_it_next",
        /// If the entry is wrong, correct it.
        CorrectEntry = "correct_entry",
        /// Ask the patient directly and record the answer.
        AskDirectly = "ask_directly",
        /// Document the response to the concern.
        DocumentResponse = "document_response",
        /// Hand the care over to a named receiver.
        HandOver = "hand_over",
        /// Agree it with the patient and record the amendment.
        AgreeAmendment = "agree_amendment",
        /// Review focus and formulation with the patient.
        ReviewFormulation = "review_formulation",
        /// Review progress and options with the patient.
        ReviewProgress = "review_progress",
        /// Discuss it in supervision.
        DiscussInSupervision = "discuss_in_supervision",
        /// Seek the patient and record it.
        SeekPatient = "seek_patient",
        /// Record why, with a waiver.
        JustifyByWaiver = "justify_by_waiver",
        /// Consider a protocol that provides for it.
        ConsiderOtherProtocol = "consider_other_protocol",
        /// Nothing: it is for information.
        ForInformation = "for_information",
    }
}

impl Remedy {
    /// The facts, or fields of a fact, with which the option is recorded, given those that settle
    /// findings of the rule. None for an option that leaves open how it is recorded.
    #[must_use]
    pub fn records<'a>(self, of_the_rule: &'a [&'static str]) -> &'a [&'static str] {
        match self {
            Self::RecordIt | Self::DoItNext => of_the_rule,
            Self::AskDirectly => &["enquiry_made"],
            Self::DocumentResponse => &["safety_response"],
            Self::HandOver => &["safety_handed_over"],
            Self::AgreeAmendment => &["contract_amended"],
            Self::ReviewFormulation => &["formulation_given"],
            Self::ReviewProgress => &["review_held"],
            Self::DiscussInSupervision => &["supervision_held"],
            Self::SeekPatient => &["outreach_made"],
            Self::CorrectEntry
            | Self::JustifyByWaiver
            | Self::ConsiderOtherProtocol
            | Self::ForInformation => &[],
        }
    }
}

/// What is known of a rule besides its check.
///
/// ```
/// use interpersonal::{
///     Severity, Topic,
///     rule::{Case, Remedy, RuleKind, RuleMeta},
/// };
///
/// let ending = Topic::Ending.into();
/// let meta = RuleMeta::new(
///     "CLINIC-2".parse()?,
///     Severity::Warning,
///     "The referrer should hear of the end of treatment.",
/// )
/// .with_case(Case::lacks("silent", Severity::Warning, "No report to the referrer was on record."))
/// .with_why("Whoever goes on treating the patient has to know what was reached.")
/// .with_unless("Patients who came by themselves.")
/// .with_kind(RuleKind::Ending)
/// // The record shows closings only where it reports the ending in full.
/// .with_topics(ending)
/// .with_looks_for(ending)
/// .with_holds_if_reported(ending)
/// .with_remedies(vec![Remedy::RecordIt])
/// .with_record(vec!["session.tasks"]);
///
/// assert!(meta.is_waivable() && meta.topics == ending);
/// assert_eq!((meta.looks_for, meta.holds_if_reported), (ending, ending));
/// assert_eq!((&*meta.remedies, &*meta.record), (&[Remedy::RecordIt][..], &["session.tasks"][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleMeta {
    /// The code, which never changes.
    pub code: RuleCode,
    /// A name for people who write code, such as `end_is_announced`.
    pub name: Cow<'static, str>,
    /// The norm: what *must* be where a breach can be an error, what *should* be otherwise. A rule
    /// about an event has a name instead.
    pub must: Cow<'static, str>,
    /// Why a departure matters to the patient or the treatment.
    pub why: Cow<'static, str>,
    /// When it does not apply; empty when it always does.
    pub unless: Cow<'static, str>,
    /// The severity of a finding, unless the finding has its own reason to weigh less.
    pub severity: Severity,
    /// The clause that the severity stands on.
    pub clause: Clause,
    /// What it is about.
    pub kind: RuleKind,
    /// The topics of the record that it needs.
    pub topics: Reporting,
    /// Those of them whose silence leaves open whether the rule holds: it looks for something that
    /// should not be there, and finding nothing says something only where the topic is reported in
    /// full.
    pub holds_if_reported: Reporting,
    /// The topics that hold what it is about: where the record shows nothing of that, the rule does
    /// not apply if they are reported in full, and otherwise cannot be told.
    pub looks_for: Reporting,
    /// What it may say.
    pub cases: Cow<'static, [Case]>,
    /// The rules whose finding is the cause, wherever in the course it lies.
    pub follows: Cow<'static, [RuleCode]>,
    /// The rules whose finding is the cause where it lies at the same entry, or at the related one,
    /// or on the same day.
    pub follows_here: Cow<'static, [RuleCode]>,
    /// The parameters of the protocol that it reads.
    pub parameters: Cow<'static, [&'static str]>,
    /// On what basis it stands.
    pub basis: Basis,
    /// Where it comes from.
    pub sources: Cow<'static, [Citation]>,
    /// The version that brought it.
    pub since: Edition,
    /// Options for dealing with a finding.
    pub remedies: Cow<'static, [Remedy]>,
    /// The facts, or fields of a fact, that settle a finding when they are recorded, such as
    /// `session.enquiry`.
    pub record: Cow<'static, [&'static str]>,
}

impl RuleMeta {
    /// What is known of a rule of one's own. Everything else has a `with_…`.
    #[must_use]
    pub fn new(code: RuleCode, severity: Severity, must: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            name: Cow::Borrowed("custom"),
            must: must.into(),
            why: Cow::Borrowed(""),
            unless: Cow::Borrowed(""),
            severity,
            clause: if matches!(severity, Severity::Note) {
                Clause::Event
            } else {
                Clause::OwnNumber
            },
            kind: RuleKind::Record,
            topics: Reporting::EXCERPT,
            holds_if_reported: Reporting::EXCERPT,
            looks_for: Reporting::EXCERPT,
            cases: Cow::Borrowed(&[]),
            follows: Cow::Borrowed(&[]),
            follows_here: Cow::Borrowed(&[]),
            parameters: Cow::Borrowed(&[]),
            basis: Basis::Practice,
            sources: Cow::Borrowed(&[]),
            since: Edition::FIRST,
            remedies: Cow::Borrowed(&[]),
            record: Cow::Borrowed(&[]),
        }
    }

    /// Why a departure matters to the patient or the treatment.
    #[must_use]
    pub fn with_why(mut self, why: impl Into<Cow<'static, str>>) -> Self {
        self.why = why.into();
        self
    }

    /// When it does not apply.
    #[must_use]
    pub fn with_unless(mut self, unless: impl Into<Cow<'static, str>>) -> Self {
        self.unless = unless.into();
        self
    }

    /// What it is about.
    #[must_use]
    pub const fn with_kind(mut self, kind: RuleKind) -> Self {
        self.kind = kind;
        self
    }

    /// The topics of the record that it needs.
    #[must_use]
    pub fn with_topics(mut self, topics: impl Into<Reporting>) -> Self {
        self.topics = topics.into();
        self
    }

    /// The topics without which finding nothing says nothing.
    #[must_use]
    pub const fn with_holds_if_reported(mut self, topics: Reporting) -> Self {
        self.holds_if_reported = topics;
        self
    }

    /// One thing more that it may say.
    #[must_use]
    pub fn with_case(mut self, case: Case) -> Self {
        self.cases.to_mut().push(case);
        self
    }

    /// The topics that hold what it is about.
    #[must_use]
    pub const fn with_looks_for(mut self, topics: Reporting) -> Self {
        self.looks_for = topics;
        self
    }

    /// Options for dealing with a finding.
    #[must_use]
    pub fn with_remedies(mut self, remedies: impl Into<Cow<'static, [Remedy]>>) -> Self {
        self.remedies = remedies.into();
        self
    }

    /// The facts, or fields of a fact, that settle a finding when they are recorded.
    #[must_use]
    pub fn with_record(mut self, paths: impl Into<Cow<'static, [&'static str]>>) -> Self {
        self.record = paths.into();
        self
    }

    /// The case of that name.
    pub(crate) fn case(&self, name: &str) -> Option<u8> {
        self.cases
            .iter()
            .position(|case| case.name == name)
            .and_then(|at| u8::try_from(at).ok())
    }

    /// Whether a finding can be waived, switched off or demoted. Safety and integrity can only be
    /// remedied.
    #[must_use]
    pub const fn is_waivable(&self) -> bool {
        !matches!(self.clause, Clause::Integrity)
    }
}
