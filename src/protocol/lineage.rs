//! What a protocol says itself, and what it has from the one that it extends.

use alloc::vec::Vec;
use core::fmt;

use super::{Explanation, Protocol, Statement};

/// What a protocol says itself, what it has from another, and what it leaves out of it. Prints
/// itself part by part, each grouped by subject.
///
/// ```
/// use interpersonal::protocol::preset::{ACUTE_16, UK_16};
///
/// let lineage = UK_16.lineage(&ACUTE_16);
/// assert!(lineage.is_own("initial.sessions_usual"));
/// assert!(!lineage.is_own("safety.remedy_days"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lineage {
    /// What it says itself. A number whose source differs is its own too.
    pub own: Explanation,
    /// What it has from the other protocol, with the source that it has there.
    pub inherited: Explanation,
    /// What the other protocol says and this one does not.
    pub left_out: Explanation,
}

impl Lineage {
    /// Whether the protocol itself says what stands at a path, such as `dose.sessions` or
    /// `measures.phq-9`.
    #[must_use]
    pub fn is_own(&self, path: &str) -> bool {
        self.own.statements.iter().any(|it| it.path == path)
    }
}

impl Protocol {
    /// What this protocol says itself, and what it has from another: mostly from its parent.
    #[must_use]
    pub fn lineage(&self, base: &Self) -> Lineage {
        let (mut own, mut left_out) = (self.explain(), base.explain());
        let theirs = left_out.statements.clone();
        let (inherited, said): (Vec<Statement>, Vec<Statement>) = own
            .statements
            .into_iter()
            .partition(|it| theirs.contains(it));
        own.statements = said;
        left_out.statements.retain(|it| {
            let is_there = |ours: &Statement| ours.path == it.path;
            !own.statements.iter().any(is_there) && !inherited.iter().any(is_there)
        });
        let inherited = Explanation {
            heading: left_out.heading.clone(),
            statements: inherited,
        };
        Lineage {
            own,
            inherited,
            left_out,
        }
    }
}

impl fmt::Display for Lineage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.own.fmt(f)?;
        if !self.left_out.statements.is_empty() {
            write!(f, "\nLeft out, of {}", self.left_out)?;
        }
        if !self.inherited.statements.is_empty() {
            write!(f, "\nTaken over from {}", self.inherited)?;
        }
        Ok(())
    }
}
