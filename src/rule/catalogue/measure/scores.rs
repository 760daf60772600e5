//! Scores: on one scale or two that overlap, often enough, at the end, and reported back.

use super::shared::{scores, scores_on};
use crate::{
    course::history::ScoreRow,
    measure::{Instrument, Score},
    protocol::{Cadence, Level, MeasureSpec},
    rule::{
        Ctx,
        catalogue::{due::main_track, pace, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Place, Stated, Topic},
};

rules! {
    kind: Measure;

    /// Where one scale takes over from another, some day should have a score on both.
    ///
    /// ## Why
    /// Totals of two instruments are not compared; without an overlap the course of symptoms breaks
    /// in two.
    ///
    /// ## When it does not apply
    /// Instruments that are used beside each other.
    SCALES_OVERLAP = {
        code: "IPT-176", severity: Note, clause: OwnNumber,
        topics: [Measures], looks_for: [Measures], holds_if_reported: [Measures],
        basis: Design, sources: [SourceId::DESIGN.at("change of instrument")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.scores", "scored"],
        says: {
            lacks NO_OVERLAP: "By {day} the scale had changed from {before} to {after}, and no day with scores on both is on record.";
        },
        check: |ctx, out| {
            let (Some(first), Some(last)) = (scores(ctx).next(), scores(ctx).next_back()) else { return };
            out.applies();
            // Most courses end on the instrument on which they began.
            if scores_on(ctx, first.score.instrument).any(|row| row.on == last.on) {
                return;
            }
            let mut before = first;
            for row in scores(ctx) {
                let goes_on = |earlier: &ScoreRow| scores_on(ctx, earlier.score.instrument).any(|later| later.on >= row.on);
                if row.on > before.on && !scores(ctx).take_while(|earlier| earlier.on < row.on).any(goes_on) {
                    let values = values! { before: before.score.instrument, after: row.score.instrument };
                    out.lacks(NO_OVERLAP, Topic::Measures, ctx.place_of(row.seq), values);
                }
                before = row;
            }
        },
    };

    /// Symptoms should be rated at least as often as the protocol asks for.
    ///
    /// ## Why
    /// Treatment is steered by the course of symptoms, and memory is a poor scale.
    ///
    /// ## When it does not apply
    /// Courses without sessions of the main track, and protocols that rate before and after
    /// treatment alone. Where a protocol schedules its ratings further apart than sessions may go
    /// without a score, its schedule counts. A score on an instrument that is known not to be
    /// validated counts only where the protocol names it.
    RATED_OFTEN_ENOUGH = {
        code: "IPT-177", severity: Warning, clause: Deviation,
        topics: [Measures, Sessions], looks_for: [Sessions], holds_if_reported: [Sessions],
        parameters: ["measurement.max_gap", "measures", "cadence"],
        basis: Practice,
        sources: [
            SourceId::IPTINSTITUTE_LEVEL_B.at("at intake, every four sessions"),
            SourceId::MARKOWITZ_2006.at("scales, repeated"),
        ],
        remedies: [RecordIt, DoItNext], record: ["session.scores", "scored"],
        follows: ["IPT-277", "IPT-111"],
        says: {
            lacks NO_SCORE: "Up to {day}, {found:session|sessions} in a row had no score on record; {protocol} allows at most {most} without one.";
            lacks NOT_VALIDATED: "Up to {day}, {found:session|sessions} in a row had no score on record other than on scales that are known not to be \
                validated and that {protocol} does not name; it allows at most {most} without another.";
        },
        check: |ctx, out| {
            let Some(most) = most_unrated(ctx) else { return out.does_not_apply() };
            let counts = |score: &Score| {
                Instrument::get(score.instrument).is_none_or(|known| known.validated)
                    || ctx.spec().measures.iter().any(|measure| measure.instrument == score.instrument)
            };
            let (mut run, mut any, mut since) = (0_u16, false, None);
            for row in main_track(ctx) {
                out.applies();
                // What was scored between two sessions counts for the later one.
                let rows = &ctx.history.scores;
                let between = &rows[rows.partition_point(|it| since.is_some_and(|since| it.on <= since))..];
                let between = between.iter().take_while(|it| it.on <= row.on).map(|it| &it.score);
                let in_session = ctx.note(row).into_iter().flat_map(|note| note.scores.iter());
                let mut taken = in_session.chain(between).peekable();
                let is_unrated = taken.peek().is_none();
                if taken.any(counts) {
                    (run, any) = (0, false);
                } else {
                    (run, any) = (run.saturating_add(1), any || !is_unrated);
                }
                since = Some(row.on);
                if run == most.saturating_add(1) {
                    let case = if any { NOT_VALIDATED } else { NO_SCORE };
                    out.lacks(case, Topic::Measures, ctx.place(row), values! { found: run, most });
                }
            }
        },
    };

    /// A completed course should have a score from its last sessions.
    ///
    /// ## Why
    /// The result is judged on how the patient is at the end.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end. A score taken between the last sessions and the
    /// closing counts.
    RATED_AT_THE_END = {
        code: "IPT-182", severity: Warning, clause: OwnNumber,
        topics: [Measures, Sessions], parameters: ["ending.final_score_within"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ending, symptoms reviewed"), SourceId::VA_IPT.at("ending"),
            SourceId::DESIGN.at("within how many sessions"),
        ],
        remedies: [RecordIt], record: ["session.scores", "scored"],
        follows: ["IPT-277", "IPT-111"],
        says: {
            lacks NO_SCORE: "The course was closed as completed on {day}, and no score taken from {other} on is on record.";
        },
        check: |ctx, out| {
            let Some((closing, _)) = ctx.completion() else { return out.does_not_apply() };
            let sessions = ctx.spec().ending.final_score_within.value.max(1);
            let Some(from) = main_track(ctx).rev().take(sessions.into()).last() else {
                return out.has_none(Topic::Sessions);
            };
            if !scores(ctx).any(|row| from.on <= row.on && row.on <= closing.on) {
                out.lacks(NO_SCORE, Topic::Measures, ctx.place_of(closing.seq), values! {}).see(ctx.place(from));
            }
        },
    };

    /// Scores should be reported back to the patient.
    ///
    /// ## Why
    /// A score that the patient hears of shows the two of them where treatment stands.
    ///
    /// ## When it does not apply
    /// Courses without scores.
    SCORES_FED_BACK = {
        code: "IPT-184", severity: Note, clause: Deviation,
        topics: [Measures], looks_for: [Measures], holds_if_reported: [Measures],
        basis: Manual, sources: [SourceId::MARKOWITZ_2006.at("scales, reported back")],
        remedies: [RecordIt, DoItNext], record: ["session.scores.fed_back", "scored.fed_back"],
        says: {
            finds NOT_FED_BACK: "Of {whole:score|scores}, {part} {part|was|were} recorded as not reported back to the patient, the first on {day}.";
            lacks SILENT: "Whether any of {whole:score|scores} was reported back to the patient is not on record.";
        },
        check: |ctx, out| {
            let Some(whole) = Some(scores(ctx).count()).filter(|&whole| whole > 0) else { return };
            out.applies();
            let mut kept = scores(ctx).filter(|row| row.score.fed_back == Stated::NotDone);
            if let Some(first) = kept.next() {
                out.finds(NOT_FED_BACK, ctx.place_of(first.seq), values! { part: 1 + kept.count(), whole });
            } else if scores(ctx).all(|row| row.score.fed_back == Stated::NotReported) {
                out.lacks(SILENT, Topic::Measures, Place::Course, values! { whole });
            }
        },
    };
}

/// How many sessions in a row may be without a score: as many as the protocol says or, where it
/// schedules its ratings further apart, as many as lie between two of them. None where it rates
/// before and after treatment alone.
fn most_unrated(ctx: &Ctx<'_>) -> Option<u16> {
    let spec = ctx.spec();
    let general = spec.measurement.max_gap.value;
    let apart = |measure: &MeasureSpec| {
        let every = measure.every.unwrap_or(1).max(1);
        match measure.cadence {
            Cadence::EverySession => Some(1),
            Cadence::EverySessions => Some(every),
            Cadence::EveryWeeks => Some(pace::of(ctx).sessions_within_weeks(every)),
            Cadence::BeforeAndAfter | Cadence::Daily => None,
        }
    };
    let mut scheduled = spec
        .measures
        .iter()
        .filter(|it| it.level != Level::MustNot && it.cadence != Cadence::Daily)
        .peekable();
    if scheduled.peek().is_none() {
        return Some(general);
    }
    scheduled
        .filter_map(apart)
        .min()
        .map(|apart| apart.max(general))
}
