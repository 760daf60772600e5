//! Silence, asked of every course that proves a rule.

use interpersonal::{
    Fact, Reporting, Topic,
    rule::{Outcome, RuleCode, RuleMeta, Validator},
};

use crate::{Case, course, edit_facts};

/// Silence is never absence: whatever is found or not, it is at most left open where a topic is not
/// reported, and only by a rule that says it needs the topic.
#[test]
fn reporting_a_topic_less_only_leaves_more_open() {
    let mut wrong = Vec::new();
    for proof in crate::PROOFS.iter().copied().flatten() {
        let good = (proof.meets)();
        let mut bad = good.clone();
        (proof.fault)(&mut bad);
        for case in [good, bad] {
            let full = outcomes(&case, Reporting::COMPLETE);
            let each = Topic::ALL
                .iter()
                .map(|&topic| Reporting::COMPLETE.without(topic));
            for reporting in each.chain([Reporting::EXCERPT]) {
                let silent = Reporting::COMPLETE.difference(reporting);
                for (&(code, before), (_, after)) in full.iter().zip(outcomes(&case, reporting)) {
                    let needs = RuleMeta::get(code)
                        .is_some_and(|meta| !meta.topics.intersection(silent).is_empty());
                    if before != after && !(after == Outcome::CannotTell && needs) {
                        wrong.push(format!(
                            "{}: {code} {before:?}, without {silent} {after:?}",
                            proof.code
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How each rule comes out where the record reports these topics.
fn outcomes(case: &Case, reporting: Reporting) -> Vec<(RuleCode, Outcome)> {
    let mut entries = case.entries.clone();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Opened(opened) = fact {
            opened.reporting = reporting;
        }
    });
    let course = course(case.protocol, entries);
    Validator::new()
        .validate(&course, case.as_of.unwrap_or(course.state().last_day()))
        .outcomes
}
