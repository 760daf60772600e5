//! The plans of a course, one after another.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{CoursePlan, PlanError};
use crate::course::Course;

/// The plans of a course, one after another: what was planned on which day stays readable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Plans {
    first: CoursePlan,
    later: Vec<CoursePlan>,
}

impl Plans {
    /// The plans of a course that has one.
    #[must_use]
    pub const fn new(first: CoursePlan) -> Self {
        Self {
            first,
            later: Vec::new(),
        }
    }

    /// The plan that holds now.
    #[must_use]
    pub fn latest(&self) -> &CoursePlan {
        self.later.last().unwrap_or(&self.first)
    }

    /// The plan that held on a day: the last one made by then, and the first before that.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &CoursePlan {
        self.later
            .iter()
            .rev()
            .find(|plan| plan.from <= day)
            .unwrap_or(&self.first)
    }

    /// All plans, in the order in which they were made.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &CoursePlan> {
        core::iter::once(&self.first).chain(&self.later)
    }

    /// Plans again. A plan in which days or phases changed, or a session was lost, is a new one;
    /// otherwise the latest is brought up to date.
    ///
    /// # Errors
    ///
    /// [`PlanError`], as of [`CoursePlan::revise`]; nothing is changed then.
    pub fn revise(&mut self, course: &Course, as_of: NaiveDate) -> Result<&CoursePlan, PlanError> {
        let revised = self.latest().revise(course, as_of)?;
        if revised.revision == self.latest().revision {
            match self.later.last_mut() {
                Some(latest) => *latest = revised,
                None => self.first = revised,
            }
        } else {
            self.later.push(revised);
        }
        Ok(self.latest())
    }
}
