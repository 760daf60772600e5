//! Days as people write them: with the month's name, and without the year where everybody knows it.

use core::fmt;

use chrono::{Datelike as _, NaiveDate};

use super::{Language, fill};

/// A day in a language. The year is left out if it is the one given.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "a day is what it shows")]
pub(crate) struct Day<'a> {
    pub(crate) language: &'a Language,
    pub(crate) day: NaiveDate,
    /// The year that goes without saying.
    pub(crate) year: Option<i32>,
}

impl<'a> Day<'a> {
    /// A day with its year.
    pub(crate) const fn whole(language: &'a Language, day: NaiveDate) -> Self {
        Self {
            language,
            day,
            year: None,
        }
    }
}

impl fmt::Display for Day<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrases = self.language.phrases;
        let month = phrases
            .months
            .split(' ')
            .nth(self.day.month0() as usize)
            .unwrap_or_default();
        let template = if self.year == Some(self.day.year()) {
            phrases.day_and_month
        } else {
            phrases.whole_day
        };
        fill(
            f,
            template,
            &[
                ("day", &self.day.day()),
                ("month", &month),
                ("year", &self.day.year()),
            ],
        )
    }
}
