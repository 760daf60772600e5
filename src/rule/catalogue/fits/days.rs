//! Days within facts, and ages.

use chrono::NaiveDate;

use crate::{
    base::{
        days::between,
        shape::{Documented as _, HeldDay},
    },
    record::{Fact, FactKind, FactKinds, contact::ExternalDate, patient::AgeRecorded},
    rule::{Ctx, FactRow, Sink, catalogue::rules, values},
    source::SourceId,
    vocabulary::Place,
};

/// Facts whose day is one that is set for something to come. A break may be written down while it
/// lasts, and a session may be moved to a day before its own.
const SET_AHEAD: FactKinds = FactKinds::of(&[
    FactKind::ContractAgreed,
    FactKind::ContractAmended,
    FactKind::Paused,
    FactKind::SafetyResponse,
    FactKind::SafetyReassessed,
]);

/// Facts of the patient's own life, whose days lie after the birth. People whom the patient speaks
/// of may have died before it.
const OF_THE_PATIENT: FactKinds = FactKinds::of(&[
    FactKind::OnsetDated,
    FactKind::DisputeDetailed,
    FactKind::TransitionDetailed,
    FactKind::DeficitsDetailed,
    FactKind::MedicationNoted,
]);

rules! {
    kind: Record;

    /// A day that a fact speaks of should lie behind the day of its writing, and one that is set should lie ahead.
    ///
    /// ## Why
    /// An onset next year or a review before its own decision is a slip of the pen, and every
    /// interval that is counted from it is wrong.
    ///
    /// ## When it does not apply
    /// Days that are expected: breaks, the last session of a contract, an event that has not
    /// happened yet. One day of tolerance covers the difference between the patient's day and UTC. A
    /// day known to the month or the year counts from its earliest day on.
    DAYS_LIE_WHERE_THEY_CAN = {
        code: "IPT-300", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("days within facts")],
        remedies: [CorrectEntry],
        says: {
            finds AFTER_WRITING: "An entry for {day} ({kind}) named {found} as a day that lay behind; it was written down on {written}, \
                {days:day|days} before that.";
            finds AFTER_ITS_DAY Note: "An entry for {day} ({kind}) named {found} as a day that lay behind, {days:day|days} after its own.";
            finds BEFORE_BIRTH: "An entry for {day} ({kind}) named a day of {found} at the latest; by the age of {years:year|years} recorded on {other}, the \
                patient was not born then.";
            finds SET_BEHIND: "An entry for {day} ({kind}) set {found} as a day to come, {days:day|days} before its own.";
        },
        check: |ctx, out| {
            let age = ctx.last::<AgeRecorded>().filter(|(_, age)| !age.about && age.years <= AgeRecorded::OLDEST);
            for (row, fact) in ctx.all_facts() {
                fact.days(&mut |held| match held {
                    HeldDay::Remembered(day) => {
                        if lies_ahead(day.earliest(), row, ctx, out, [AFTER_WRITING, AFTER_ITS_DAY]) {
                            return;
                        }
                        let Some((at, age)) = age.filter(|_| OF_THE_PATIENT.contains(row.kind)) else { return };
                        let (kind, years, found) = (row.kind, age.years, day.latest());
                        if found < born_after(at.on, years) {
                            let place = ctx.place_of(row.seq);
                            out.finds(BEFORE_BIRTH, place, values! { kind, found, years }).see(Place::Entry(at.seq));
                        }
                    }
                    HeldDay::Set(found) if SET_AHEAD.contains(row.kind) && found < row.on => {
                        let values = values! { kind: row.kind, found, days: between(found, row.on) };
                        out.finds(SET_BEHIND, ctx.place_of(row.seq), values);
                    }
                    HeldDay::Set(_) => {}
                });
                if let Fact::ExternalDate(ExternalDate { date, happened: true, .. }) = fact {
                    lies_ahead(*date, row, ctx, out, [AFTER_WRITING, AFTER_ITS_DAY]);
                }
            }
        },
    };

    /// Ages on record should be possible, and rise as the days between them do.
    ///
    /// ## Why
    /// The age decides which protocol fits. One that falls or leaps belongs to another person, or
    /// was typed wrong.
    ///
    /// ## When it does not apply
    /// Records with one age, if somebody can be as old.
    AGES_FIT = {
        code: "IPT-301", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("ages")],
        remedies: [CorrectEntry],
        says: {
            finds TOO_OLD: "The age recorded on {day} was {found:year|years}; nobody is known to have reached more than {most}.";
            finds NOUGHT: "The age recorded on {day} was {found:year|years}.";
            finds APART: "The age recorded on {other} was {before:year|years}, and that of {day} was {found:year|years}; between the two days \
                people grow {range} years older.";
        },
        check: |ctx, out| {
            // One wrong age among right ones is one finding: the next is compared with both.
            let mut known: [Option<(FactRow, u8)>; 2] = [None; 2];
            for (row, age) in ctx.all::<AgeRecorded>().filter(|(_, age)| !age.about) {
                let (found, place) = (age.years, Place::Entry(row.seq));
                if found == 0 {
                    out.finds(NOUGHT, place, values! { found });
                    continue;
                }
                if found > AgeRecorded::OLDEST {
                    out.finds(TOO_OLD, place, values! { found, most: AgeRecorded::OLDEST });
                    continue;
                }
                let fits = |before: Option<(FactRow, u8)>| before.is_none_or(|(at, years)| {
                    let (least, most) = older(at.on, row.on);
                    (least..=most).contains(&(i64::from(found) - i64::from(years)))
                });
                match known {
                    [Some((at, before)), latest] if !fits(known[0]) && (latest.is_none() || !fits(latest)) => {
                        let (least, most) = older(at.on, row.on);
                        out.finds(APART, place, values! { before, found, least, most }).see(Place::Entry(at.seq));
                        known[1] = Some((row, found));
                    }
                    _ => known = [Some((row, found)), None],
                }
            }
        },
    };
}

/// Says that a day which should lie behind lies after the writing of its fact, or after the day of
/// the fact; answers whether it said so.
fn lies_ahead(
    found: NaiveDate,
    row: FactRow,
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    [after_writing, after_its_day]: [&str; 2],
) -> bool {
    // Nearly all lie behind.
    if found <= row.on {
        return false;
    }
    let Some(entry) = ctx.entry(row.seq) else {
        return false;
    };
    let (written, place) = (entry.recorded_at.date_naive(), ctx.place_of(row.seq));
    let kind = row.kind;
    if written.succ_opt().is_some_and(|next| found > next) {
        let days = between(written, found);
        out.finds(after_writing, place, values! { kind, found, written, days });
        true
    } else if row.on.succ_opt().is_some_and(|next| found > next) {
        let days = between(row.on, found);
        out.finds(after_its_day, place, values! { kind, found, days });
        true
    } else {
        false
    }
}

/// The day after which somebody was born who had so many years on a day.
fn born_after(on: NaiveDate, years: u8) -> NaiveDate {
    let months = chrono::Months::new((u32::from(years) + 1) * 12);
    on.checked_sub_months(months).unwrap_or(NaiveDate::MIN)
}

/// By how many years people grow older from one day to another, at least and at most.
fn older(from: NaiveDate, to: NaiveDate) -> (i64, i64) {
    let whole = to.years_since(from).map_or(0, i64::from);
    (whole, whole + 1)
}
