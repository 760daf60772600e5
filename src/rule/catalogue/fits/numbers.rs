//! Numbers of sessions, as the application gave them.

use alloc::{vec, vec::Vec};

use crate::{
    base::days::between,
    rule::{Ctx, SessionRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::Track,
};

rules! {
    kind: Record;

    /// The numbers that sessions were given should follow their days.
    ///
    /// ## Why
    /// People call a session by its number. Where numbers run against the days, a day or a number is
    /// wrong, and so is every interval between two sessions.
    ///
    /// ## When it does not apply
    /// Sessions without a number of their own. Each track counts for itself; within one day no order
    /// is assumed. Numbers that were left out are a note: the sessions may be elsewhere; as many as
    /// appointments that were not kept lie between are none.
    NUMBERS_FOLLOW_DAYS = {
        code: "IPT-307", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("numbers")],
        remedies: [CorrectEntry, ForInformation],
        says: {
            finds AGAINST: "The session of {day} had the number {found} and that of {other} the number {number}, against the order of their \
                days.";
            finds MORE_THAN_DAYS: "The session of {day} had the number {found} and that of {other} the number {number}; there {days|was|were} \
                {days:day|days} from one to the other.";
            finds LEFT_OUT Note: "Between session {number} of {other} and session {found} of {day}, {part:number|numbers} {part|was|were} left \
                out.";
        },
        check: |ctx, out| {
            for &track in Track::ALL {
                if runs_on(ctx, track) {
                    continue;
                }
                let given: Vec<Given<'_>> = given(ctx, track).collect();
                let kept = in_order(&given);
                for (_, it) in given.iter().enumerate().filter(|(at, _)| kept.binary_search(at).is_err()) {
                    let against = |other: &&Given<'_>| {
                        other.row.on < it.row.on && other.number > it.number || other.row.on > it.row.on && other.number < it.number
                    };
                    let nearest = kept.iter().map(|&at| &given[at]).filter(against);
                    let nearest = nearest.min_by_key(|other| (other.row.on - it.row.on).num_days().abs());
                    if let Some(other) = nearest {
                        let values = values! { found: it.number, number: other.number };
                        out.finds(AGAINST, ctx.place(it.row), values).see(ctx.place(other.row));
                    }
                }
                for pair in kept.windows(2) {
                    let [before, after] = [&given[pair[0]], &given[pair[1]]];
                    let (number, found) = (before.number, after.number);
                    let days = between(before.row.on, after.row.on);
                    let part = (number + 1..found).filter(|&number| !is_given(ctx, track, number)).count();
                    // Some count the appointments that were not kept as well.
                    let missed = ctx.sessions().iter().filter(|row| !row.held && row.track == track);
                    let missed = missed.filter(|row| before.row.on <= row.on && row.on <= after.row.on).count();
                    if part <= missed {
                        continue;
                    }
                    let case = if u32::from(found - number) > days { MORE_THAN_DAYS } else { LEFT_OUT };
                    out.finds(case, ctx.place(after.row), values! { number, found, days, part }).see(ctx.place(before.row));
                }
            }
        },
    };
}

/// A session that was held, with the number that the application gave it.
struct Given<'a> {
    row: &'a SessionRow,
    number: u16,
}

/// Those of a track, in the order of their days, and of their numbers within one.
fn given<'a>(ctx: &Ctx<'a>, track: Track) -> impl Iterator<Item = Given<'a>> {
    let ctx = *ctx;
    let rows = ctx
        .sessions()
        .iter()
        .filter(move |row| row.held && row.track == track);
    let mut given: Vec<_> = rows
        .filter_map(|row| {
            let number = row.written(ctx.course)?.number?;
            Some(Given { row, number })
        })
        .collect();
    given.sort_by_key(|it| (it.row.on, it.number));
    given.into_iter()
}

/// Whether each number is the next, as in nearly all records.
fn runs_on(ctx: &Ctx<'_>, track: Track) -> bool {
    let rows = ctx
        .sessions()
        .iter()
        .filter(|row| row.held && row.track == track);
    let mut numbers = rows.filter_map(|row| row.written(ctx.course)?.number);
    let Some(first) = numbers.next() else {
        return true;
    };
    numbers
        .zip(first..)
        .all(|(number, last)| last.checked_add(1) == Some(number))
}

/// Whether some session of the track, held or not, has that number.
fn is_given(ctx: &Ctx<'_>, track: Track, number: u16) -> bool {
    let mut rows = ctx.sessions().iter().filter(|row| row.track == track);
    rows.any(|row| row.written(ctx.course).and_then(|note| note.number) == Some(number))
}

/// The places of the longest run of rising numbers: what lies beside it is what is more likely
/// wrong.
fn in_order(given: &[Given<'_>]) -> Vec<usize> {
    if given.is_sorted_by_key(|it| it.number) {
        return (0..given.len()).collect();
    }
    // For each, the length of the longest run that ends with it, and the one before it there.
    let mut runs: Vec<(usize, Option<usize>)> = vec![];
    for (at, it) in given.iter().enumerate() {
        let before = (0..at).filter(|&before| given[before].number < it.number);
        let before = before.max_by_key(|&before| runs[before].0);
        runs.push((before.map_or(1, |before| runs[before].0 + 1), before));
    }
    let mut kept = vec![];
    let mut next = (0..given.len()).max_by_key(|&at| runs[at].0);
    while let Some(at) = next {
        kept.push(at);
        next = runs[at].1;
    }
    kept.reverse();
    kept
}
