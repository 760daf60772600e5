//! Entries of any quality.

use alloc::vec::Vec;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::{collection, option, prelude::*, sample::select};

use super::{fact, fact_of, protocol};
use crate::base::any::{Any, day};
use crate::{
    course::entry::{ChangeProtocol, Content, Correct, Entry, Origin, Strike, Waive},
    machine::Guard,
    record::{Fact, FactKind},
    vocabulary::{ActorRef, AppKey},
};

/// Entries in any order, of any quality: facts before the opening, several openings or none,
/// strikes of nothing, the same key twice, days at the edge of the calendar, times of writing
/// before the day.
pub fn entries() -> BoxedStrategy<Vec<Entry>> {
    let opened = option::weighted(0.8, entry_on(fact_of(FactKind::Opened), day().boxed()));
    (
        opened,
        collection::vec(entry(), 0..24),
        any::<proptest::sample::Index>(),
        option::of(any::<proptest::sample::Index>()),
    )
        .prop_map(|(opened, mut entries, place, twice)| {
            if let Some(opened) = opened {
                // Early as a rule, so that the others have something to come after.
                entries.insert(place.index(entries.len() + 1) / 4, opened);
            }
            if let Some(twice) = twice.filter(|_| !entries.is_empty()) {
                let again = twice.get(&entries).clone();
                entries.push(again);
            }
            entries
        })
        .boxed()
}

/// One entry of any quality.
pub fn entry() -> BoxedStrategy<Entry> {
    entry_on(fact(), prop_oneof![15 => day(), 1 => far_day()].boxed())
}

pub(super) fn entry_on(
    fact: BoxedStrategy<Fact>,
    day: BoxedStrategy<NaiveDate>,
) -> BoxedStrategy<Entry> {
    (
        content(fact, day.clone()),
        day,
        -2..12_i64,
        ActorRef::any(),
        option::weighted(0.3, key()),
        select(Origin::ALL),
    )
        .prop_map(|(content, some_day, days, by, key, origin)| {
            let mut entry = Entry::new(DateTime::UNIX_EPOCH, by, content).with_origin(origin);
            entry.recorded_at = moment(entry.day().unwrap_or(some_day), days);
            entry.key = key;
            entry
        })
        .boxed()
}

/// A key out of few, so that the same one comes twice.
fn key() -> BoxedStrategy<AppKey> {
    AppKey::any()
}

/// The moment at which something is written, so many days after it happened.
pub(super) fn moment(day: NaiveDate, days: i64) -> DateTime<Utc> {
    let moment = day.and_time(NaiveTime::MIN).and_utc();
    moment
        .checked_add_signed(TimeDelta::hours(24 * days + 17))
        .unwrap_or(moment)
}

pub(super) fn content(
    fact: BoxedStrategy<Fact>,
    day: BoxedStrategy<NaiveDate>,
) -> BoxedStrategy<Content> {
    let stated = (day.clone(), fact.clone()).prop_map(|(on, fact)| Content::Fact { on, fact });
    let corrected = (Correct::any(), day.clone(), fact).prop_map(|(correct, on, fact)| {
        Content::Correct(
            Correct {
                on,
                fact,
                ..correct
            }
            .into(),
        )
    });
    let codes: Vec<_> = Guard::ALL.iter().map(|guard| guard.code()).collect();
    let waived = (Waive::any(), select(codes))
        .prop_map(|(waive, code)| Content::Waive(Waive { code, ..waive }.into()));
    let changed = (day, protocol(), Any::any()).prop_map(|(on, protocol, reason)| {
        let mut change = ChangeProtocol::new(protocol);
        change.reason = reason;
        Content::ChangeProtocol { on, change }
    });
    prop_oneof![
        16 => stated,
        2 => Strike::any().prop_map(Content::Strike),
        2 => corrected,
        1 => waived,
        1 => changed,
    ]
    .boxed()
}

/// A day at the edge of the calendar, or of what four digits can say.
fn far_day() -> BoxedStrategy<NaiveDate> {
    let years = [
        (0, 1, 1),
        (1, 1, 1),
        (1600, 2, 29),
        (9999, 12, 31),
        (10_000, 1, 1),
    ];
    let days = years
        .into_iter()
        .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    let edges = [
        Some(NaiveDate::MIN),
        NaiveDate::MAX.checked_sub_days(Days::new(1)),
        Some(NaiveDate::MAX),
    ];
    select(days.chain(edges.into_iter().flatten()).collect::<Vec<_>>()).boxed()
}
