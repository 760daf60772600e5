//! Counting days without those that an announced break, a pause or a stay in hospital covers. One
//! way of counting, for the rules and for the plans.

use chrono::NaiveDate;

use crate::base::days::{DaySpan, later};

/// Days in a row that are all covered, or all not.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: NaiveDate,
    until: NaiveDate,
    covered: bool,
}

/// The days from one on, in runs. Stretches may overlap and come in any order; a day is covered
/// once. Nothing is allocated.
fn runs(
    spans: impl Iterator<Item = DaySpan> + Clone,
    from: NaiveDate,
) -> impl Iterator<Item = Run> {
    let run_from = move |day: NaiveDate| {
        let (mut covered_until, mut next): (Option<NaiveDate>, Option<NaiveDate>) = (None, None);
        for span in spans.clone() {
            if span.contains(day) {
                covered_until = covered_until.max(Some(span.until));
            } else if day < span.from && span.from <= span.until {
                next = Some(next.map_or(span.from, |next| next.min(span.from)));
            }
        }
        let open_until = next
            .and_then(|next| next.pred_opt())
            .unwrap_or(NaiveDate::MAX);
        Run {
            from: day,
            until: covered_until.unwrap_or(open_until),
            covered: covered_until.is_some(),
        }
    };
    core::iter::successors(Some(run_from(from)), move |run| {
        run.until.succ_opt().map(&run_from)
    })
}

fn length(from: NaiveDate, until: NaiveDate) -> u32 {
    u32::try_from((until - from).num_days() + 1).unwrap_or(0)
}

/// How many days are covered, from one day until before another.
pub(crate) fn days(
    spans: impl Iterator<Item = DaySpan> + Clone,
    from: NaiveDate,
    to: NaiveDate,
) -> u32 {
    let Some(last) = to.pred_opt() else { return 0 };
    let within = runs(spans, from)
        .take_while(|run| run.from <= last)
        .filter(|run| run.covered);
    within
        .map(|run| length(run.from, run.until.min(last)))
        .sum()
}

/// The day that lies so many days after another, not counting the days that are covered. The last
/// one of several.
pub(crate) fn after(
    spans: impl Iterator<Item = DaySpan> + Clone,
    from: NaiveDate,
    days: u32,
) -> NaiveDate {
    let mut left = days;
    for run in runs(spans, from).filter(|run| !run.covered) {
        let long = length(run.from, run.until);
        if left < long {
            return later(run.from, left);
        }
        left -= long;
    }
    NaiveDate::MAX
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn day(n: u32) -> NaiveDate {
        later(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(), n)
    }

    /// Spans that overlap, touch, lie within each other and are empty, in every order of two of
    /// them.
    fn spans() -> impl Iterator<Item = Vec<DaySpan>> {
        let some = [
            (3, 6),
            (5, 9),
            (4, 5),
            (7, 9),
            (10, 12),
            (20, 18),
            (20, 400),
        ];
        let span = |(from, until)| DaySpan::new(day(from), day(until));
        some.into_iter()
            .flat_map(move |a| some.into_iter().map(move |b| [span(a), span(b)].to_vec()))
    }

    #[test]
    fn a_day_that_two_stretches_cover_is_one_day() {
        for spans in spans() {
            for to in 0..40 {
                let covered = |n: &u32| spans.iter().any(|span| span.contains(day(*n)));
                let counted = u32::try_from((2..to).filter(covered).count()).unwrap();
                assert_eq!(
                    days(spans.iter().copied(), day(2), day(to)),
                    counted,
                    "{spans:?} {to}"
                );
            }
        }
    }

    #[test]
    fn the_day_after_so_many_is_the_last_with_as_many_before_it() {
        for spans in spans() {
            let open = |to: NaiveDate| {
                u32::try_from((to - day(2)).num_days()).unwrap()
                    - days(spans.iter().copied(), day(2), to)
            };
            for days in 0..30 {
                let reached = after(spans.iter().copied(), day(2), days);
                assert_eq!(open(reached), days, "{spans:?}");
                assert_eq!(open(reached.succ_opt().unwrap()), days + 1, "{spans:?}");
            }
        }
        let for_ever = [DaySpan::new(day(5), NaiveDate::MAX)];
        assert_eq!(after(for_ever.into_iter(), day(0), 5), NaiveDate::MAX);
        assert_eq!(days(for_ever.into_iter(), day(0), NaiveDate::MIN), 0);
    }
}
