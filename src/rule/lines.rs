//! Findings as a reader meets them: one fault in one line, with its other places and what follows
//! from it.

use alloc::{vec, vec::Vec};
use core::mem;

use super::{Finding, Report};

/// A line of a report: a finding, the other places where the same was found, and what would not be
/// there without it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Line<'a> {
    /// The first of them.
    pub finding: &'a Finding,
    /// The same in other places.
    pub also: Vec<&'a Finding>,
    /// What follows from it.
    pub follows: Vec<Self>,
}

impl<'a> Line<'a> {
    /// Whether two findings say the same of different places.
    fn says_the_same(&self, other: &Finding) -> bool {
        let one = self.finding;
        (one.code, one.case, one.severity, &one.evidence)
            == (other.code, other.case, other.severity, &other.evidence)
            && one.related.is_none()
            && mem::discriminant(&one.status) == mem::discriminant(&other.status)
            && one.place.entry().is_some()
            && other.place.entry().is_some()
    }

    fn add(lines: &mut Vec<Self>, finding: &'a Finding) -> usize {
        if let Some(at) = lines.iter().position(|line| line.says_the_same(finding)) {
            lines[at].also.push(finding);
            return at;
        }
        lines.push(Self {
            finding,
            also: Vec::new(),
            follows: Vec::new(),
        });
        lines.len() - 1
    }
}

impl Report {
    /// The findings in lines, in the order of the report: what says the same of several places
    /// once, what follows from a finding under it.
    #[must_use]
    pub fn lines(&self) -> Vec<Line<'_>> {
        lines(&self.findings)
    }
}

/// The same of any findings.
pub(super) fn lines(findings: &[Finding]) -> Vec<Line<'_>> {
    let cause = |at: usize| {
        let cause = findings[at].follows?;
        let is_it =
            |(_, other): &(usize, &Finding)| other.code == cause.code && other.place == cause.place;
        findings
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .find(is_it)
            .map(|(cause, _)| cause)
    };
    // A cause may have a cause of its own; a chain is no longer than there are findings.
    let head_of = |at: usize| {
        let mut head = at;
        for _ in findings {
            match cause(head) {
                Some(next) => head = next,
                None => break,
            }
        }
        head
    };
    let heads: Vec<usize> = (0..findings.len()).map(head_of).collect();
    let has_followers = |at: usize| {
        heads
            .iter()
            .enumerate()
            .any(|(other, &head)| other != at && head == at)
    };
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut line_of = vec![0; findings.len()];
    // What has followers stands alone, so that they can stand under it.
    let (alone, together): (Vec<usize>, Vec<usize>) = (0..findings.len())
        .filter(|&at| heads[at] == at)
        .partition(|&at| has_followers(at));
    for at in together {
        line_of[at] = Line::add(&mut lines, &findings[at]);
    }
    for at in alone {
        line_of[at] = lines.len();
        lines.push(Line {
            finding: &findings[at],
            also: Vec::new(),
            follows: Vec::new(),
        });
    }
    for (at, finding) in findings
        .iter()
        .enumerate()
        .filter(|&(at, _)| heads[at] != at)
    {
        Line::add(&mut lines[line_of[heads[at]]].follows, finding);
    }
    lines.sort_by_key(|line| (line.finding.place.rank(), line.finding.code));
    lines
}
