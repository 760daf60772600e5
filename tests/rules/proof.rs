//! What a proof of a rule is: a course that meets the rule, the same course with a single fault,
//! the same question put to a record that does not report the topic, and an edit that reaches each
//! other thing that the rule may say.

use interpersonal::{
    Course, Entry, Fact, Protocol, Severity, Topic,
    chrono::NaiveDate,
    rule::{self, Clause, Finding, Outcome, Question, Report, RuleCode, RuleMeta, Validator, Verb},
};

/// A record, the protocol that it is checked against, and the day as of which it is asked; none is
/// the latest day of the record.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) protocol: &'static Protocol,
    pub(crate) entries: Vec<Entry>,
    pub(crate) as_of: Option<NaiveDate>,
}

impl Case {
    pub(crate) fn new(protocol: &'static Protocol, entries: Vec<Entry>) -> Self {
        Self {
            protocol,
            entries,
            as_of: None,
        }
    }

    /// Writes a fact down in the evening of its day.
    pub(crate) fn add(&mut self, on: NaiveDate, fact: impl Into<Fact>) {
        crate::add(&mut self.entries, on, fact);
    }

    fn report(&self) -> Result<Report, String> {
        let course = Course::replay(self.protocol, self.entries.clone())
            .map_err(|error| format!("the record contradicts itself: {error}"))?;
        let as_of = self.as_of.unwrap_or(course.state().last_day());
        Ok(Validator::new().validate(&course, as_of))
    }

    /// The same record without a topic among those that it reports in full.
    fn without(mut self, topic: Topic) -> Self {
        for entry in &mut self.entries {
            let interpersonal::course::Content::Fact { fact, .. } = &mut entry.content else {
                continue;
            };
            match fact {
                Fact::Opened(opened) => opened.reporting = opened.reporting.without(topic),
                Fact::ReportingChanged(changed) => {
                    changed.reporting = changed.reporting.without(topic);
                }
                _ => {}
            }
        }
        self
    }
}

/// How a rule is shown: by a course that meets it and one that differs by a single fault.
pub(crate) struct Proof {
    pub(crate) code: &'static str,
    /// What the finding weighs.
    severity: Severity,
    pub(crate) meets: fn() -> Case,
    pub(crate) fault: fn(&mut Case),
    /// The codes that necessarily go with the fault, in order, notes included.
    along: &'static [&'static str],
    /// A topic without which it cannot be told; none for a rule that looks at entries alone.
    silent: Option<Topic>,
    says: &'static [Says],
}

/// A case of a rule, by its name, and what reaches it from the course that meets the rule.
pub(crate) type Says = (&'static str, fn(&mut Case));

impl Proof {
    /// A course that meets the rule, what goes wrong in it, and what that weighs.
    pub(crate) const fn of(
        code: &'static str,
        severity: Severity,
        meets: fn() -> Case,
        fault: fn(&mut Case),
    ) -> Self {
        Self {
            code,
            severity,
            meets,
            fault,
            along: &[],
            silent: None,
            says: &[],
        }
    }

    /// What necessarily goes with the fault.
    pub(crate) const fn along(mut self, codes: &'static [&'static str]) -> Self {
        self.along = codes;
        self
    }

    /// The topic without which it cannot be told.
    pub(crate) const fn silent(mut self, topic: Topic) -> Self {
        self.silent = Some(topic);
        self
    }

    /// What reaches the cases that the fault does not.
    pub(crate) const fn says(mut self, cases: &'static [Says]) -> Self {
        self.says = cases;
        self
    }

    /// A finding for each case that is reached, and the question where it asks one.
    pub(crate) fn spoken(&self) -> Result<Vec<Spoken>, String> {
        let code = RuleCode::from_static(self.code);
        let mut spoken: Vec<Spoken> = Vec::new();
        let faults = [(None, self.fault)]
            .into_iter()
            .chain(self.says.iter().map(|&(name, edit)| (Some(name), edit)));
        for (name, edit) in faults {
            let mut case = (self.meets)();
            edit(&mut case);
            let report = case
                .report()
                .map_err(|error| format!("{code}, {name:?}: {error}"))?;
            let found: Vec<Finding> = report.of(code).cloned().collect();
            if let Some(name) = name.filter(|name| {
                !found
                    .iter()
                    .any(|it| it.case().is_some_and(|it| it.name == *name))
            }) {
                return Err(format!("{code}: {name} is not reached, but {found:?}"));
            }
            for finding in found {
                // What was made good in time is no open question any more.
                let asks = finding.case().is_some_and(|it| it.verb == Verb::CallsFor);
                let question = if asks {
                    question(&case, &finding)
                } else {
                    None
                };
                let reached = |spoken: &&mut Spoken| spoken.finding.case() == finding.case();
                match spoken.iter_mut().find(reached) {
                    Some(known) => known.question = known.question.take().or(question),
                    None => spoken.push(Spoken { finding, question }),
                }
            }
        }
        let open = |it: &&Spoken| {
            it.question.is_none()
                && it
                    .finding
                    .case()
                    .is_some_and(|it| it.verb == Verb::CallsFor)
        };
        match spoken.iter().find(open) {
            Some(Spoken { finding, .. }) => {
                Err(format!("{code}: no question is asked for {finding:?}"))
            }
            None => Ok(spoken),
        }
    }

    /// What is wrong with the proof; nothing when it holds.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let code = RuleCode::from_static(self.code);
        let Some(meta) = RuleMeta::get(code) else {
            return vec![format!("{code}: there is no such rule")];
        };
        let good = (self.meets)();
        let mut bad = good.clone();
        (self.fault)(&mut bad);
        let mut wrong = compare(meta, self.severity, self.along, &good, &bad)
            .unwrap_or_else(|error| vec![error]);
        wrong.extend(silence(meta, self.silent, good, bad));
        wrong
            .into_iter()
            .map(|sentence| format!("{code}: {sentence}"))
            .collect()
    }
}

/// What a rule said in one of its cases.
pub(crate) struct Spoken {
    pub(crate) finding: Finding,
    pub(crate) question: Option<Question>,
}

/// The question that is open where a topic of the rule is not reported.
fn question(case: &Case, finding: &Finding) -> Option<Question> {
    finding.rule().topics.iter().find_map(|topic| {
        let report = case.clone().without(topic).report().ok()?;
        let same = |question: &&Question| {
            question.code() == finding.code && question.place() == finding.place
        };
        report.questions().find(same).cloned()
    })
}

fn outcome(report: &Report, code: RuleCode) -> Outcome {
    report.outcome(code).expect("the rule is in the catalogue")
}

/// Each code that was found, once, in order.
fn found(report: &Report) -> Vec<&'static str> {
    let mut codes: Vec<_> = report
        .findings
        .iter()
        .filter_map(|finding| Some(RuleMeta::get(finding.code)?.code))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    rule::CATALOGUE
        .iter()
        .filter(|rule| codes.contains(&rule.meta.code))
        .map(|rule| rule.meta.code.as_str())
        .collect()
}

fn compare(
    meta: &RuleMeta,
    severity: Severity,
    along: &[&str],
    good: &Case,
    bad: &Case,
) -> Result<Vec<String>, String> {
    let code = meta.code;
    let mut wrong = Vec::new();
    let good = good.report()?;
    let before = found(&good);
    match outcome(&good, code) {
        Outcome::Holds => {}
        Outcome::DoesNotApply if meta.clause == Clause::Event => {}
        other => wrong.push(format!("the course that should meet it: {other:?}")),
    }
    if good
        .standing()
        .any(|finding| finding.severity > Severity::Note)
    {
        wrong.push(format!(
            "the course that meets it has other findings: {before:?}"
        ));
    }
    let bad = bad.report()?;
    let weighs = bad.of(code).map(|finding| finding.severity).max();
    if weighs != Some(severity) {
        wrong.push(format!(
            "with the fault: {:?}, and the finding weighs {weighs:?}",
            outcome(&bad, code)
        ));
    }
    let beside: Vec<&str> = found(&bad)
        .into_iter()
        .filter(|other| *other != code.as_str() && !before.contains(other))
        .collect();
    if beside != along {
        wrong.push(format!(
            "beside it were found {beside:?}, and {along:?} are listed"
        ));
    }
    Ok(wrong)
}

/// Without the topic the fault cannot be told; or, where the record shows the fault itself, it
/// cannot be told whether the other course has none.
fn silence(meta: &RuleMeta, silent: Option<Topic>, good: Case, bad: Case) -> Vec<String> {
    let Some(topic) = silent else {
        return if meta.topics.is_empty() {
            Vec::new()
        } else {
            vec![format!(
                "it needs {}, and no record without it is shown",
                meta.topics
            )]
        };
    };
    let mut wrong = Vec::new();
    if !meta.topics.contains(topic) {
        wrong.push(format!("the catalogue does not say that it needs {topic}"));
    }
    let code = meta.code;
    let asked = bad
        .without(topic)
        .report()
        .map(|report| outcome(&report, code));
    let asked = match asked {
        Ok(Outcome::Found) => good
            .without(topic)
            .report()
            .map(|report| outcome(&report, code)),
        other => other,
    };
    if asked != Ok(Outcome::CannotTell) {
        wrong.push(format!("without {topic}: {asked:?}"));
    }
    wrong
}
