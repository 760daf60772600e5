//! Measures that a protocol names, and diaries.

use chrono::NaiveDate;

use super::super::{
    due::{at_most, due_with_middle, is_asked, main_track, never, thin},
    rules,
};
use crate::{
    protocol::{Cadence, MeasureSpec},
    record::session::{Session, SessionKind},
    rule::{Ctx, SessionRow, values},
    source::SourceId,
    vocabulary::{Place, Seq, Topic, WorkKind},
};

rules! {
    kind: Measure;

    /// A measure that the protocol takes must be taken as often as it says.
    ///
    /// ## Why
    /// A variant steers by the measures that it was studied with. One that a source makes
    /// indispensable and that was never taken, in a course that is over and had sessions enough, is
    /// an error; late, missed or taken once too few, it is a warning; and where it is only usual
    /// and no source was read, a note.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no measure by name, and measures that may be taken; diaries, which
    /// have a rule of their own. A score between two sessions counts for both.
    MEASURE_AT_ITS_CADENCE = {
        code: "IPT-277", severity: Error, clause: PublishedBound,
        topics: [Measures, Sessions],
        parameters: ["measures", "ending.final_score_within"],
        basis: Practice,
        sources: [
            SourceId::IPTINSTITUTE_SLIDES.at("every four sessions"), SourceId::RAFAELI_2021.at("in each session"),
            SourceId::OHARA_2000.at("every four weeks"), SourceId::SWARTZ_2008.at("before and after"),
        ],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.scores", "scored"],
        says: {
            lacks NEVER: "By {as_of} no score on the {instrument} was on record; {protocol} names it among its measures.";
            lacks MISSED Warning: "For {found} of {whole} sessions, first on {day}, no score on the {instrument} was on record; {protocol} has one \
                in each session.";
            lacks RUN Warning: "From {from} to {day}, {found:session|sessions} in a row had no score on the {instrument} on record; {protocol} has one \
                at least every {found:session|sessions}.";
            lacks WEEKS Warning: "After {from} no score on the {instrument} was on record up to {day}; {protocol} has one at least every \
                {weeks:week|weeks}.";
            lacks BEFORE Warning: "No score on the {instrument} was on record by the first session, on {day}; {protocol} has one before treatment and \
                one after it.";
            lacks AFTER Warning: "No score on the {instrument} was on record from {day} to the closing on {closed}; {protocol} has one before \
                treatment and one after it.";
        },
        check: |ctx, out| {
            let is_taken = |it: &&MeasureSpec| is_asked(it.level) && it.cadence != Cadence::Daily;
            let mut named = ctx.spec().measures.iter().filter(is_taken).peekable();
            if named.peek().is_none() {
                return out.does_not_apply();
            }
            let Some(first) = ordinary(ctx).next() else { return out.has_none(Topic::Sessions) };
            for measure in named {
                let instrument = measure.instrument;
                let every = if measure.cadence == Cadence::EverySession { 1 } else { measure.every.unwrap_or(1).max(1) };
                let taken = scores(measure, ctx);
                if let (None, Some(most)) = (taken.clone().next(), at_most(ctx)) {
                    let weight = never(measure.level, measure.basis).min(most);
                    let finding = out.weighing(weight).lacks(NEVER, Topic::Measures, Place::Course, values! { instrument });
                    finding.see(ctx.place(first));
                    continue;
                }
                let out = out.weighing(thin(measure.level, measure.basis));
                match measure.cadence {
                    Cadence::EverySession | Cadence::EverySessions if every == 1 => {
                        let unrated = || rated(measure, ctx).filter(|(_, is_rated)| !is_rated);
                        if let Some((row, _)) = unrated().next() {
                            let values = values! { instrument, found: unrated().count(), whole: ordinary(ctx).count() };
                            out.lacks(MISSED, Topic::Measures, ctx.place(row), values);
                        }
                    }
                    Cadence::EverySessions => {
                        if let Some((from, row)) = run_without(measure, every, ctx) {
                            let values = values! { instrument, from: from.on, found: every };
                            out.lacks(RUN, Topic::Measures, ctx.place(row), values).see(ctx.place(from));
                        }
                    }
                    Cadence::EveryWeeks => {
                        if let Some((from, row)) = weeks_without(measure, every, first, ctx) {
                            let values = values! { instrument, from, weeks: every };
                            out.lacks(WEEKS, Topic::Measures, ctx.place(row), values);
                        }
                    }
                    Cadence::BeforeAndAfter if !taken.clone().any(|(on, _)| on <= first.on) => {
                        let place = ctx.place(first);
                        if ctx.began_midway() {
                            // It may have been taken before the record begins.
                            out.cannot_tell(Topic::Measures, place);
                            continue;
                        }
                        let finding = out.lacks(BEFORE, Topic::Measures, place, values! { instrument });
                        if let Some((_, seq)) = taken.clone().next() {
                            finding.remedied_by(seq);
                        }
                    }
                    Cadence::BeforeAndAfter => {
                        let Some((closing, _)) = ctx.completion() else { continue };
                        let within = usize::from(ctx.spec().ending.final_score_within.value.max(1));
                        let Some(from) = ordinary(ctx).rev().take(within).last() else { continue };
                        if !taken.clone().any(|(on, _)| from.on <= on && on <= closing.on) {
                            let values = values! { instrument, closed: closing.on };
                            out.lacks(AFTER, Topic::Measures, ctx.place(from), values);
                        }
                    }
                    _ => {}
                }
            }
        },
    };

    /// A diary that the protocol keeps must be begun in the initial phase.
    ///
    /// ## Why
    /// Where a rhythm of days is treated, the diary is what shows it. Never kept, in a course that
    /// is over and had sessions enough, one that a source makes indispensable is an error; begun
    /// late it is a warning.
    ///
    /// ## When it does not apply
    /// Protocols without a diary; while the initial phase lasts, or until the second session where
    /// there is no middle phase. Agreed as work between sessions it counts, and so does a score of
    /// it.
    DIARY_IS_KEPT = {
        code: "IPT-278", severity: Error, clause: PublishedBound,
        topics: [SessionContent, Measures, Sessions],
        parameters: ["measures"],
        basis: Practice, sources: [SourceId::IPSRT_HANDBOOK.at("rhythm metric from the beginning")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.agreed", "session.scores", "scored"],
        says: {
            lacks NEVER: "By {as_of} it was not on record that the diary of {protocol} ({instrument}) had been agreed or kept.";
            lacks LATE Warning: "By {day} it was not on record that the diary of {protocol} ({instrument}) had been agreed or begun.";
        },
        check: |ctx, out| {
            let mut kept = diaries(ctx).filter(|diary| is_asked(diary.level)).peekable();
            if kept.peek().is_none() {
                return out.does_not_apply();
            }
            for diary in kept {
                let agreed = held_notes(ctx).find(|(_, note)| note.agreed.contains(WorkKind::Diary));
                let begun = agreed.map(|(row, _)| (row.on, row.seq)).into_iter().chain(scores(diary, ctx).next()).min();
                let second = ordinary(ctx).nth(1);
                let due = due_with_middle(Topic::SessionContent, begun.is_some(), second, ctx, out);
                let Some((due, place)) = due else { continue };
                if begun.is_some_and(|(on, _)| on <= due) {
                    continue;
                }
                let (topics, values) = ([Topic::Measures, Topic::SessionContent], values! { instrument: diary.instrument });
                if let (None, Some(most)) = (begun, at_most(ctx)) {
                    let weight = never(diary.level, diary.basis).min(most);
                    out.weighing(weight).lacks(NEVER, topics, Place::Course, values);
                    continue;
                }
                let finding = out.weighing(thin(diary.level, diary.basis)).lacks(LATE, topics, place, values);
                if let Some((_, by)) = begun {
                    finding.remedied_by(by);
                }
            }
        },
    };
}

/// All sessions held, of any track, with their notes.
pub(super) fn held_notes<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (&'a SessionRow, &'a Session)> + use<'a> {
    let ctx = *ctx;
    ctx.sessions()
        .iter()
        .filter(|row| row.held)
        .filter_map(move |row| Some((row, ctx.note(row)?)))
}

/// The measures that are kept day by day.
pub(super) fn diaries<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a MeasureSpec> + use<'a> {
    use crate::protocol::Level::MustNot;
    ctx.spec()
        .measures
        .iter()
        .filter(|measure| measure.cadence == Cadence::Daily && measure.level != MustNot)
}

/// The days and entries of the scores of a measure, in order.
fn scores<'a>(
    measure: &MeasureSpec,
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (NaiveDate, Seq)> + Clone + use<'a> {
    let instrument = measure.instrument;
    ctx.history
        .scores
        .iter()
        .filter(move |row| row.score.instrument == instrument)
        .map(|row| (row.on, row.seq))
}

/// The main sessions held, and whether there is a score of a measure for each: on its day, or
/// between those beside it.
fn rated<'a>(
    measure: &MeasureSpec,
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (&'a SessionRow, bool)> + use<'a> {
    let scores = scores(measure, ctx);
    let days = ordinary(ctx).map(|row| Some(row.on));
    let (before, after) = (
        [None].into_iter().chain(days.clone()),
        days.skip(1).chain([None]),
    );
    ordinary(ctx)
        .zip(before.zip(after))
        .map(move |(row, (before, after))| {
            let between = |on| {
                before.is_none_or(|before| before < on) && after.is_none_or(|after| on < after)
            };
            (
                row,
                scores.clone().any(|(on, _)| on == row.on || between(on)),
            )
        })
}

/// The first and the last of so many sessions in a row without a score.
fn run_without<'a>(
    measure: &MeasureSpec,
    sessions: u16,
    ctx: &Ctx<'a>,
) -> Option<(&'a SessionRow, &'a SessionRow)> {
    let mut run = (0_u16, None);
    for (row, is_rated) in rated(measure, ctx) {
        run = if is_rated {
            (0, None)
        } else {
            (run.0 + 1, run.1.or(Some(row)))
        };
        if run.0 == sessions {
            return Some((run.1?, row));
        }
    }
    None
}

/// The day since which there was no score, and the first session so many weeks later or more.
/// Sessions of one day count as one.
fn weeks_without<'a>(
    measure: &MeasureSpec,
    weeks: u16,
    first: &SessionRow,
    ctx: &Ctx<'a>,
) -> Option<(NaiveDate, &'a SessionRow)> {
    ordinary(ctx).find_map(|row| {
        let since = scores(measure, ctx)
            .map(|(on, _)| on)
            .take_while(|&on| on <= row.on)
            .last()
            .unwrap_or(first.on);
        ((row.on - since).num_days() >= i64::from(weeks) * 7).then_some((since, row))
    })
}

/// The sessions in which a measure can be expected: none that was given to a crisis.
fn ordinary<'a>(
    ctx: &Ctx<'a>,
) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
    main_track(ctx).filter(|row| row.kind != SessionKind::Crisis)
}
