//! Days as English writes them in a sentence.

use core::fmt;

use chrono::NaiveDate;

/// A day with the name of its month: "12 January 2026".
pub(crate) fn long(day: NaiveDate) -> impl fmt::Display {
    day.format("%-d %B %Y")
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn a_day_is_written_with_the_name_of_its_month() {
        let day =
            |year, month, day| long(NaiveDate::from_ymd_opt(year, month, day).unwrap()).to_string();
        assert_eq!(day(2026, 1, 12), "12 January 2026");
        assert_eq!(day(2026, 12, 5), "5 December 2026");
    }

    #[test]
    fn every_day_of_the_calendar_can_be_written() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(!long(day).to_string().is_empty());
        }
    }
}
