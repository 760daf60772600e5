//! One thing planted in a conforming course of any protocol: a fault is found where it lies, under
//! a code of its kind, and nothing else but what follows from it.

use std::collections::BTreeSet;

use interpersonal::{
    Course, Entry, ProblemArea, Protocol, RuleCode, Severity,
    chrono::NaiveDate,
    protocol::preset,
    rule::{Finding, Report, Validator},
    testing::{
        exemplar::Exemplar,
        plant::{Fault, Planted},
    },
};

fn report(protocol: &Protocol, entries: &[Entry]) -> Report {
    let course = Course::replay(protocol.clone(), entries.to_vec()).unwrap();
    Validator::new().validate(&course, course.state().last_day())
}

type What = (RuleCode, Option<NaiveDate>, Severity);

fn what(finding: &Finding) -> What {
    (finding.code, finding.on, finding.severity)
}

fn is_heavy(finding: &&Finding) -> bool {
    finding.severity > Severity::Note
}

fn wrong(before: &BTreeSet<What>, fault: &Fault, planted: &Planted, after: &Report) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_at = |code: &RuleCode, on, related| fault.codes.contains(code) && planted.is_at(on, related);
    let found = after
        .findings
        .iter()
        .filter(|finding| !before.contains(&what(finding)))
        .any(|finding| is_at(&finding.code, finding.on, finding.related_on))
        || after
            .questions()
            .any(|question| is_at(&question.code(), question.on(), None));
    let course_wide = after.findings.iter().any(|finding| finding.on.is_none() && planted.from == NaiveDate::MIN && fault.codes.contains(&finding.code));
    if !found && !course_wide {
        wrong.push("not found".into());
    }
    for finding in after.findings.iter().filter(is_heavy) {
        if !before.contains(&what(finding)) && !fault.explains(finding) {
            wrong.push(format!("{} {} {}", finding.severity, finding.code, finding));
        }
    }
    wrong
}

#[test]
fn explore() {
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let mut all = std::collections::BTreeMap::<String, Vec<String>>::new();
    for &protocol in preset::ALL {
        let area = protocol.spec().focus.areas.value.iter().next();
        let entries = Exemplar::new(protocol, area.unwrap_or(ProblemArea::RoleTransition), start).entries();
        let before: BTreeSet<What> = report(protocol, &entries).findings.iter().map(what).collect();
        for (n, fault) in Fault::ALL.iter().enumerate() {
            let places: &[usize] = &[n + 1, 0, 5, 9];
            for &at in places {
                let Some(planted) = fault.plant(protocol, &entries, at) else { continue };
                let course = match Course::replay(protocol.clone(), planted.entries.clone()) {
                    Ok(course) => course,
                    Err(error) => {
                        all.entry(format!("{} REFUSED {error}", fault.name)).or_default().push(format!("{}@{at}", protocol.id()));
                        continue;
                    }
                };
                let after = Validator::new().validate(&course, course.state().last_day());
                let wrong = wrong(&before, fault, &planted, &after);
                for said in wrong {
                    let key: String = if said == "not found" { said } else { said.split_whitespace().take(2).collect::<Vec<_>>().join(" ") };
                    let more = after.findings.iter().filter(is_heavy).map(|f| f.code.as_str().trim_start_matches("IPT-").to_string()).collect::<BTreeSet<_>>();
                    all.entry(format!("{} {key}", fault.name)).or_default().push(format!("{}@{at}:{more:?}", protocol.id()));
                    let _ = more;
                }
            }
        }
    }
    for (key, places) in all {
        println!("{key}: {} e.g. {}", places.len(), places.iter().take(3).cloned().collect::<Vec<_>>().join(" "));
    }
}
