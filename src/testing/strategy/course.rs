//! Courses: by the book, and any.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate, TimeDelta};
use proptest::{collection, option, prelude::*, sample::select};

use super::{entry::entry_on, fact, fact_of, protocol};
use crate::base::any::{Any, day};
use crate::{
    base::text::FreeText,
    course::{
        Course,
        entry::{Content, Entry},
    },
    protocol::{Protocol, SharedProtocol},
    record::{
        Fact, FactKind,
        session::{Attendance, Modality},
        setting::Opened,
    },
    testing::exemplar::{Exemplar, postpone, session_mut},
    vocabulary::{Phase, ProblemArea, Reporting},
};

/// How one session of a conforming course differs from the exemplary one.
type Variation = (Attendance, Modality, Option<FreeText>);

/// Courses that follow a protocol to the letter: any of its areas, begun on any day, with days and
/// times of writing that vary within what is usual, with notes, late arrivals and sessions by
/// video.
pub fn conforming(protocol: Protocol) -> BoxedStrategy<Course> {
    let protocol = SharedProtocol::from(protocol);
    let areas: Vec<ProblemArea> = protocol.spec().focus.areas.value.iter().collect();
    let variation = (
        select(&[Attendance::Attended, Attendance::Late][..]),
        Modality::any(),
        Any::any(),
    );
    (
        select(areas),
        day(),
        collection::vec(-1..=1_i64, 1..40),
        collection::vec(0..100_i64, 1..40),
        collection::vec(variation, 0..40),
    )
        .prop_filter_map(
            "an exemplary course replays",
            move |(area, start, days, hours, variations)| {
                let mut entries = Exemplar::new(&protocol, area, start).entries();
                vary(&mut entries, variations);
                move_days(&mut entries, &days);
                for (entry, hours) in entries.iter_mut().zip(hours.iter().cycle()) {
                    entry.recorded_at += TimeDelta::hours(*hours);
                }
                Course::replay(protocol.clone(), entries).ok()
            },
        )
        .boxed()
}

fn vary(entries: &mut [Entry], variations: Vec<Variation>) {
    for (n, (attendance, modality, note)) in (1..).zip(variations) {
        if let Some(session) = session_mut(entries, n) {
            session.attendance = attendance;
            session.modality = modality.into();
            session.note = note;
        }
    }
}

/// Moves each day by at most one, where there is room between the day before and the day after.
fn move_days(entries: &mut [Entry], by: &[i64]) {
    let mut days: Vec<NaiveDate> = entries.iter().filter_map(Entry::day).collect();
    days.dedup();
    let roomy = |a: NaiveDate, b: NaiveDate| (b - a).num_days() >= 5;
    for (window, by) in days.windows(3).zip(by.iter().cycle()) {
        let [before, day, after] = window else {
            continue;
        };
        if roomy(*before, *day) && roomy(*day, *after) {
            let next = day.checked_add_days(Days::new(1)).unwrap_or(*day);
            postpone_one(entries, *day, next, *by);
        }
    }
}

/// Moves one day alone: it and all that follows forward, and what follows back.
fn postpone_one(entries: &mut [Entry], day: NaiveDate, next: NaiveDate, by: i64) {
    for entry in entries
        .iter_mut()
        .filter(|entry| entry.day().is_some_and(|on| day <= on && on < next))
    {
        postpone(core::slice::from_mut(entry), day, by);
    }
}

/// Courses of any kind: opened under any protocol, then whatever happens. What contradicts the
/// record is passed over.
pub fn course() -> BoxedStrategy<Course> {
    let opened = entry_on(opening(), day());
    let closed = option::weighted(
        0.3,
        (entry_on(fact_of(FactKind::Closed), day()), 700..760_u64),
    );
    (
        protocol(),
        opened,
        collection::vec((entry_on(fact(), day()), 0..700_u64), 0..32),
        closed,
    )
        .prop_filter_map(
            "the opening stands",
            |(protocol, mut opened, mut others, closed)| {
                // Later facts lie after the opening and are written in the order in which they are
                // given.
                others.extend(closed);
                let start = opened.day()?;
                opened.recorded_at = super::entry::moment(start, 0);
                let mut course = Course::replay(protocol, [opened]).ok()?;
                for (mut entry, days) in others {
                    let on = start.checked_add_days(Days::new(days))?;
                    match &mut entry.content {
                        Content::Fact { on: day, .. } | Content::ChangeProtocol { on: day, .. } => {
                            *day = on;
                        }
                        Content::Correct(correct) => correct.on = on,
                        Content::Strike(_) | Content::Waive(_) => {}
                    }
                    entry.recorded_at = super::entry::moment(on, 1);
                    // A refusal leaves the course as it was.
                    let _ = course.record_entry(entry);
                }
                Some(course)
            },
        )
        .boxed()
}

/// The opening of a new course as a rule, and of one under way.
fn opening() -> BoxedStrategy<Fact> {
    let new = (
        select(&[Phase::Assessment, Phase::Initial][..]),
        Reporting::any(),
    );
    prop_oneof![
        2 => new.prop_map(|(phase, reporting)| Opened::new(phase, reporting).into()),
        1 => fact_of(FactKind::Opened),
    ]
    .boxed()
}
