//! Validation: the catalogue, the rules of one's own, what protocol and site make of them.

use alloc::{boxed::Box, sync::Arc, vec::Vec};
use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use super::{
    Cause, Clause, Conformance, Ctx, Edition, Finding, Outcome, Place, Question, Report, RuleCode,
    RuleKind, RuleMeta, Severity, Sink, Status, Unknown,
    catalogue::{CATALOGUE, FITS, Rule},
    finding::Speaker,
    report::{Coverage, Regrading, conformance},
};
use crate::{
    course::{Course, entry::WaiverScope, history::History},
    protocol::{Protocol, SharedProtocol},
    record::Fact,
};

/// A check of one's own.
type Check = Box<dyn Fn(&Ctx<'_>, &mut Sink<'_>) + Send + Sync>;

/// A rule of one's own, under a code outside this crate's name space.
///
/// ```
/// use interpersonal::{
///     Severity, Topic,
///     rule::{Case, CustomRule, RuleMeta},
///     values,
/// };
///
/// let meta = RuleMeta::new("CLINIC-3".parse()?, Severity::Note, "The length of each session should be on record.")
///     .with_topics(Topic::Sessions)
///     .with_case(Case::lacks("silent", Severity::Note, "How long the session of {day} took was not on record."));
/// let rule = CustomRule::new(meta, |ctx, out| {
///     for session in ctx.held() {
///         if ctx.note(session).is_none_or(|note| note.minutes.is_none()) {
///             out.lacks("silent", Topic::Sessions, ctx.place(session), values! {});
///         }
///     }
/// });
/// assert_eq!(rule.meta().code.as_str(), "CLINIC-3");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct CustomRule {
    meta: Arc<RuleMeta>,
    check: Check,
}

impl CustomRule {
    /// A rule of one's own. The check may hold state of its own.
    pub fn new(
        meta: RuleMeta,
        check: impl Fn(&Ctx<'_>, &mut Sink<'_>) + Send + Sync + 'static,
    ) -> Self {
        Self {
            meta: Arc::new(meta),
            check: Box::new(check),
        }
    }

    /// What is known of it.
    #[must_use]
    pub fn meta(&self) -> &RuleMeta {
        &self.meta
    }
}

impl fmt::Debug for CustomRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomRule")
            .field("meta", &self.meta)
            .finish_non_exhaustive()
    }
}

/// Why a rule was not registered, or not graded otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// The name space is this crate's.
    #[error(
        "codes that begin with IPT, such as {code}, are reserved for this crate; a rule of your own must have another prefix, such as CLINIC-1"
    )]
    OurNamespace {
        /// The code that begins with `IPT`.
        code: RuleCode,
    },
    /// The code is taken.
    #[error(
        "a rule with the code {code} is already registered; each rule must have a code of its own"
    )]
    CodeTaken {
        /// The code that two rules have.
        code: RuleCode,
    },
    /// There is no such rule.
    #[error("no rule has the code {code}; the nearest code is {nearest}")]
    NoSuchRule {
        /// The code that no rule has.
        code: RuleCode,
        /// The code of the catalogue that looks most like it.
        nearest: RuleCode,
    },
    /// The rule is protected.
    #[error(
        "the rule {code} guards safety or the integrity of the record; it must not be switched off or weigh less"
    )]
    Protected {
        /// The code of the protected rule.
        code: RuleCode,
    },
}

impl RegisterError {
    /// The rule that was to be registered or graded.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        match *self {
            Self::OurNamespace { code }
            | Self::CodeTaken { code }
            | Self::NoSuchRule { code, .. }
            | Self::Protected { code } => Some(code),
        }
    }
}

/// Checks courses against their protocol.
///
/// It holds no state of a course and takes `&self`: one validator serves all threads. It is made in
/// one chain:
///
/// ```
/// # use interpersonal::{Severity, rule::{Edition, RegisterError}};
/// use interpersonal::{RuleCode, protocol::preset, rule::Validator};
///
/// let clinic = Validator::new()
///     .with_edition(Edition::FIRST)
///     .with_severity(RuleCode::from_static("IPT-155"), Severity::Note)?
///     .with_severity(RuleCode::from_static("IPT-144"), None)?
///     .under(&preset::ACUTE_16);
/// # Ok::<(), RegisterError>(())
/// ```
///
/// ```
/// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
/// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("t"), day);
/// # let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
/// use interpersonal::rule::{Conformance, Validator};
///
/// let report = Validator::new().validate(&course, day);
/// assert_eq!(report.conformance, Conformance::CannotTell);
/// # Ok::<(), interpersonal::RecordError>(())
/// ```
#[derive(Debug, Default)]
pub struct Validator {
    custom: Vec<CustomRule>,
    policy: Vec<(RuleCode, Option<Severity>)>,
    edition: Option<Edition>,
    under: Option<SharedProtocol>,
    only: Option<Vec<&'static Rule>>,
    record_only: bool,
}

/// What validation works in. Keep it between calls: once warm, checking a course without findings
/// allocates nothing.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    history: History,
    findings: Vec<Finding>,
    questions: Vec<Question>,
    unknown: Vec<Unknown>,
    outcomes: Vec<(RuleCode, Outcome)>,
}

impl Scratch {
    /// What was found last.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was asked last.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// What could not be told last.
    #[must_use]
    pub fn unknown(&self) -> &[Unknown] {
        &self.unknown
    }
}

impl Validator {
    /// The catalogue as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks alone whether the record fits together: facts that contradict each other or themselves.
    ///
    /// These rules (IPT-300 and on) need no topic that is reported in full and no number of a
    /// protocol, so that any table of sessions can be looked at: a view of the quality of the data.
    /// Of treatment it says nothing, and the verdict is that it cannot be told.
    ///
    /// ```
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("t"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    /// use interpersonal::{record::session::{Attendance, Session}, rule::Validator};
    ///
    /// course.record(at, Session::attended())?;
    /// course.record(at, Session::new(Attendance::DidNotAttend))?;
    /// let report = Validator::record_only().validate(&course, day);
    /// assert_eq!(report.findings.len(), 1);
    /// let says = "For 5 January one session was recorded as held and another as not held (did not attend).";
    /// assert_eq!(report.findings[0].to_string(), says);
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    #[must_use]
    pub fn record_only() -> Self {
        let fits = FITS.iter().flat_map(|file| file.iter());
        Self {
            record_only: true,
            ..Self::new().with_only(fits.map(|rule| rule.meta.code))
        }
    }

    /// Grades a rule otherwise by the site's policy, or switches it off: `with_severity(code,
    /// None)`. The report lists it.
    ///
    /// # Errors
    ///
    /// [`RegisterError`] when there is no such rule, or when it guards safety or the integrity of
    /// the record and would be switched off or demoted.
    pub fn with_severity(
        mut self,
        code: RuleCode,
        severity: impl Into<Option<Severity>>,
    ) -> Result<Self, RegisterError> {
        let severity = severity.into();
        let meta = self.meta(code).ok_or_else(|| RegisterError::NoSuchRule {
            code,
            nearest: super::lookup::nearest_code(code),
        })?;
        if !meta.is_waivable() && severity < Some(meta.severity) {
            return Err(RegisterError::Protected { code });
        }
        self.policy.retain(|(other, _)| *other != code);
        self.policy.push((code, severity));
        self.policy.sort_unstable();
        Ok(self)
    }

    /// Adds a rule of one's own.
    ///
    /// # Errors
    ///
    /// [`RegisterError`] when its code lies in this crate's name space or is taken.
    pub fn with_rule(mut self, rule: CustomRule) -> Result<Self, RegisterError> {
        let code = rule.meta.code;
        if code.is_ours() {
            return Err(RegisterError::OurNamespace { code });
        }
        if self.meta(code).is_some() {
            return Err(RegisterError::CodeTaken { code });
        }
        self.custom.push(rule);
        self.custom.sort_by_key(|rule| rule.meta.code);
        Ok(self)
    }

    /// Pins the edition: rules that came later are left out.
    #[must_use]
    pub const fn with_edition(mut self, edition: Edition) -> Self {
        self.edition = Some(edition);
        self
    }

    /// Asks these rules of the catalogue alone, and the rules of one's own. What the others would
    /// have found is not known then: rules about findings as a whole, such as IPT-248, see what
    /// these found. Codes of no rule are passed over.
    ///
    /// ```
    /// use interpersonal::{RuleCode, rule::Validator};
    ///
    /// let safety = Validator::new().with_only([RuleCode::from_static("IPT-189"), RuleCode::from_static("IPT-191")]);
    /// ```
    #[must_use]
    pub fn with_only(mut self, codes: impl IntoIterator<Item = RuleCode>) -> Self {
        let rule = |code| {
            CATALOGUE
                .iter()
                .copied()
                .find(|rule| rule.meta.code == code)
        };
        self.only = Some(codes.into_iter().filter_map(rule).collect());
        self
    }

    /// The rules that are asked, in the order in which they are.
    fn rules(&self) -> &[&'static Rule] {
        self.only.as_deref().unwrap_or(&CATALOGUE)
    }

    /// Checks under another protocol than the course's own: what would it have said?
    #[must_use]
    pub fn under(mut self, protocol: impl Into<SharedProtocol>) -> Self {
        self.under = Some(protocol.into());
        self
    }

    /// Checks a course as of a day.
    #[must_use]
    pub fn validate(&self, course: &Course, as_of: NaiveDate) -> Report {
        let mut scratch = Scratch::default();
        let (coverage, conformance) = self.validate_into(course, as_of, &mut scratch);
        let protocol = self.protocol(course, as_of);
        Report {
            as_of,
            protocol: protocol.id(),
            protocol_version: protocol.spec().version,
            instead_of: Some(course.shared_protocol_on(as_of))
                .filter(|own| own.spec() != protocol.spec())
                .map(|own| own.id()),
            edition: self.edition.unwrap_or(Edition::CURRENT),
            regraded: self.regraded(protocol),
            conformance,
            coverage,
            findings: scratch.findings,
            questions: scratch.questions,
            unknown: scratch.unknown,
            outcomes: scratch.outcomes,
            own: self
                .custom
                .iter()
                .map(|own| Arc::clone(&own.meta))
                .collect(),
            is_record_alone: self.record_only,
            is_closed: (course.facts())
                .any(|(_, on, fact)| on <= as_of && matches!(fact, Fact::Closed(_))),
            labels: protocol.clone(),
        }
    }

    /// Checks a course as of a day into memory that is used again. The findings are in the scratch
    /// afterwards.
    pub fn validate_into(
        &self,
        course: &Course,
        as_of: NaiveDate,
        scratch: &mut Scratch,
    ) -> (Coverage, Conformance) {
        scratch.findings.clear();
        scratch.questions.clear();
        scratch.unknown.clear();
        scratch.outcomes.clear();
        let protocol = self.protocol(course, as_of);
        scratch.history.build(course, self.under.as_deref(), as_of);
        let mut coverage = Coverage::default();
        let mut decided = false;
        if let Some(state) = scratch.history.state {
            let codes = self
                .rules()
                .iter()
                .map(|rule| rule.meta.code)
                .chain(self.custom.iter().map(|rule| rule.meta.code));
            scratch
                .outcomes
                .extend(codes.map(|code| (code, Outcome::Off)));
            let ctx = Ctx {
                course,
                protocol,
                history: &scratch.history,
                state: &state,
                as_of,
            };
            // Rules about waivers and about the findings as a whole come after all that look at the
            // record alone. What those in turn find can be waived too.
            for reading in [false, true] {
                let found = if reading { scratch.findings.len() } else { 0 };
                let ours = self
                    .rules()
                    .iter()
                    .enumerate()
                    .filter(|(_, rule)| rule.reads_findings == reading);
                let ours = ours.map(|(at, &rule)| (at, &rule.meta, Runs::Ours(rule)));
                let custom = self.custom.iter().enumerate().filter(|_| !reading);
                let custom = custom
                    .map(|(at, rule)| (self.rules().len() + at, rule.meta(), Runs::Custom(rule)));
                for (at, meta, check) in ours.chain(custom) {
                    let outcome = match self.severity(meta, protocol) {
                        None => Outcome::Off,
                        Some(severity) => {
                            let speaker = match check {
                                Runs::Ours(rule) => Speaker::Ours(&rule.meta),
                                Runs::Custom(rule) => Speaker::Own(Arc::clone(&rule.meta)),
                            };
                            let mut sink = Sink {
                                ctx,
                                rule: &speaker,
                                severity,
                                findings: &mut scratch.findings,
                                found,
                                unknown: &mut scratch.unknown,
                                questions: &mut scratch.questions,
                                outcome: Outcome::Holds,
                                applies: false,
                                weighs: None,
                                dropped: None,
                            };
                            match check {
                                Runs::Ours(rule) => (rule.check)(&ctx, &mut sink),
                                Runs::Custom(rule) => (rule.check)(&ctx, &mut sink),
                            }
                            sink.close();
                            // The record's own integrity says nothing of treatment.
                            let told = matches!(sink.outcome, Outcome::Holds | Outcome::Found);
                            decided |= told
                                && severity == Severity::Error
                                && meta.clause != Clause::Integrity;
                            sink.outcome
                        }
                    };
                    coverage.count(outcome);
                    scratch.outcomes[at].1 = outcome;
                }
                settle(&ctx, &mut scratch.findings);
                waive(&ctx, &mut scratch.findings);
            }
            // The order in which rules were asked decides nothing.
            scratch
                .findings
                .sort_by_key(|finding| (finding.place.rank(), finding.code));
            causes(&ctx, &mut scratch.findings);
            scratch.questions.retain_mut(|question| {
                settle(&ctx, core::slice::from_mut(&mut question.finding));
                // What is on record of a danger is never left untold: that something came later
                // does not say what came that day.
                question.finding.stands() || question.is_about_safety()
            });
        }
        // The catalogue is in order already; rules of one's own and a choice of rules need not be.
        if !scratch.outcomes.is_sorted_by_key(|&(code, _)| code) {
            scratch.outcomes.sort_unstable_by_key(|&(code, _)| code);
        }
        let by_place = |question: &Question| {
            (
                !question.is_about_safety(),
                question.place().rank(),
                question.code(),
            )
        };
        scratch.questions.sort_by_key(by_place);
        scratch
            .unknown
            .sort_by_key(|unknown| (!is_safety(unknown.code), unknown.code, unknown.place.rank()));
        (coverage, self.verdict(&scratch.findings, decided))
    }

    fn verdict(&self, findings: &[Finding], decided: bool) -> Conformance {
        // What facts say of each other says nothing of treatment.
        if self.record_only {
            Conformance::CannotTell
        } else {
            conformance(findings, decided)
        }
    }

    fn protocol<'a>(&'a self, course: &'a Course, as_of: NaiveDate) -> &'a SharedProtocol {
        match &self.under {
            Some(protocol) => protocol,
            None => course.shared_protocol_on(as_of),
        }
    }

    fn meta(&self, code: RuleCode) -> Option<&RuleMeta> {
        RuleMeta::get(code).or_else(|| {
            self.custom
                .iter()
                .map(CustomRule::meta)
                .find(|meta| meta.code == code)
        })
    }

    /// The severity of a rule here; none if it is left out.
    fn severity(&self, meta: &RuleMeta, protocol: &Protocol) -> Option<Severity> {
        if self.edition.is_some_and(|edition| meta.since > edition) {
            return None;
        }
        let mut severity = Some(meta.severity);
        if let Some(adjustment) = protocol
            .spec()
            .adjustments
            .iter()
            .find(|adjustment| adjustment.code == meta.code)
        {
            // A protocol may be stricter about safety and integrity, never laxer.
            if meta.is_waivable() || adjustment.severity >= severity {
                severity = adjustment.severity;
            }
        }
        if !self.policy.is_empty() {
            if let Ok(at) = self
                .policy
                .binary_search_by_key(&meta.code, |&(code, _)| code)
            {
                severity = self.policy[at].1;
            }
        }
        severity
    }

    fn regraded(&self, protocol: &Protocol) -> Vec<Regrading> {
        let adjusted = protocol
            .spec()
            .adjustments
            .iter()
            .map(|adjustment| Regrading {
                code: adjustment.code,
                severity: adjustment.severity,
                source: Some((adjustment.source, adjustment.basis)),
            });
        let policy = self.policy.iter().map(|&(code, severity)| Regrading {
            code,
            severity,
            source: None,
        });
        adjusted.chain(policy).collect()
    }
}

#[derive(Clone, Copy)]
enum Runs<'a> {
    Ours(&'static Rule),
    Custom(&'a CustomRule),
}

fn is_safety(code: RuleCode) -> bool {
    RuleMeta::get(code).is_some_and(|meta| meta.kind == RuleKind::Safety)
}

/// Looks up the days of related places and remedies, and judges whether what concerns a person's
/// safety was made good in time: by the next session held, and within the protocol's days. A
/// finding of the catalogue's other rules says itself when it was late.
fn settle(ctx: &Ctx<'_>, findings: &mut [Finding]) {
    let within = i64::from(ctx.spec().safety.remedy_days.value);
    for finding in findings {
        finding.related_on = finding.related.and_then(|place| ctx.day_of(place));
        match &mut finding.status {
            Status::Remedied { by, on } | Status::RemediedLate { by, on } => {
                *on = ctx.day_of(Place::Entry(*by)).unwrap_or(*on);
            }
            Status::Standing | Status::Waived { .. } => {}
        }
        let (Status::Remedied { by, on }, Some(since)) = (finding.status, finding.on) else {
            continue;
        };
        let protects =
            finding.rule.kind == RuleKind::Safety && finding.rule.clause == Clause::Integrity;
        let between = || {
            ctx.sessions()
                .iter()
                .any(|row| row.held && since < row.on && row.on < on)
        };
        if protects && ((on - since).num_days() > within || between()) {
            finding.status = Status::RemediedLate { by, on };
        }
    }
}

/// Finds for each finding whose rule names causes the one that it follows from.
fn causes(ctx: &Ctx<'_>, findings: &mut [Finding]) {
    for at in 0..findings.len() {
        let finding = &findings[at];
        if finding.follows.is_some()
            || finding.rule.follows.is_empty() && finding.rule.follows_here.is_empty()
        {
            continue;
        }
        let entries = |finding: &Finding| {
            [
                finding.place.entry(),
                finding.related.and_then(|place| place.entry()),
            ]
        };
        let here = |other: &Finding| {
            entries(finding)
                .into_iter()
                .flatten()
                .any(|entry| entries(other).contains(&Some(entry)))
                || other.on.is_some() && other.on == finding.on.or(Some(ctx.as_of()))
        };
        // What is missing on one scale is no cause of what is missing on another.
        let scale = |finding: &Finding| finding.evidence.get("instrument");
        let is_other = |(other, cause): &(usize, &Finding)| {
            *other != at
                && scale(finding)
                    .zip(scale(cause))
                    .is_none_or(|(ours, theirs)| ours == theirs)
        };
        let cause = findings
            .iter()
            .enumerate()
            .filter(is_other)
            .map(|(_, other)| other)
            .find(|other| {
                finding.rule.follows.contains(&other.code)
                    || finding.rule.follows_here.contains(&other.code) && here(other)
            });
        let cause = cause.map(|cause| Cause {
            code: cause.code,
            place: cause.place,
        });
        findings[at].follows = cause;
    }
}

/// Marks what a waiver covers.
fn waive(ctx: &Ctx<'_>, findings: &mut [Finding]) {
    for waiver in ctx.waivers() {
        for finding in findings
            .iter_mut()
            .filter(|finding| finding.code == waiver.code && finding.stands())
        {
            if reaches(ctx, waiver.scope, finding)
                && crate::vocabulary::may_be_waived(finding.code).is_ok()
            {
                let until = match waiver.scope {
                    WaiverScope::Until(day) => Some(day),
                    WaiverScope::Entry(_) | WaiverScope::Course {} => None,
                };
                finding.status = Status::Waived {
                    by: waiver.seq,
                    until,
                };
            }
        }
    }
}

/// Whether a waiver of that scope reaches a finding under its code.
pub(super) fn reaches(ctx: &Ctx<'_>, scope: WaiverScope, finding: &Finding) -> bool {
    match scope {
        WaiverScope::Course {} => true,
        WaiverScope::Until(day) => finding.on.unwrap_or(ctx.as_of()) <= day,
        WaiverScope::Entry(entry) => finding.place.entry() == Some(entry),
    }
}
