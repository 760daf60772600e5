//! Measures and reviews: IPT-176 to IPT-184.

use chrono::NaiveDate;

use super::{due::main_track, guaranteed, middle::lacks_both, old_rules};
use crate::{
    entry::Seq,
    measure::{Instrument, Score},
    phase::Phase,
    protocol::Fraction,
    record::{
        Fact, FactKind,
        ending::ClinicalResult,
        review::{ReviewHeld, ReviewOption},
    },
    rule::{Ctx, OldEvidence, FactRow, Place, SessionRow, Sink},
    source::SourceId,
    task::Stated,
    topic::Topic,
};

old_rules! {
    /// One instrument runs through the course, or two overlap where one takes over.
    ///
    /// ## Why
    /// Totals of two instruments are not compared; without an overlap the course of symptoms breaks in two.
    ///
    /// ## When it does not apply
    /// Instruments that are used beside each other.
    SAME_INSTRUMENT = {
        code: "IPT-176", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording], topics: [Measures], holds_if_reported: [Measures], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("change of instrument")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let Some(first) = scores(ctx).next() else { return out.has_none(Topic::Measures) };
            // Most courses end on the instrument on which they began.
            let last_day = scores(ctx).map(|(at, _)| at.on).next_back();
            if scores(ctx).any(|(at, score)| Some(at.on) == last_day && score.instrument == first.1.instrument) {
                return;
            }
            let mut day = first.0.on;
            for (at, _) in scores(ctx) {
                if at.on == day {
                    continue;
                }
                day = at.on;
                let goes_on = scores(ctx).take_while(|(before, _)| before.on < day).any(|(_, before)| {
                    scores(ctx).any(|(later, score)| later.on >= day && score.instrument == before.instrument)
                });
                if !goes_on {
                    out.old_lacks(Topic::Measures, ctx.place_of(at.seq), OldEvidence::Nothing {});
                }
            }
        },
    };

    /// No more sessions pass without a score than the protocol allows.
    ///
    /// ## Why
    /// Treatment is steered by the course of symptoms, and memory is a poor scale.
    ///
    /// ## When it does not apply
    /// Courses without sessions of the main track. A score on an instrument that is known not to be validated counts
    /// only where the protocol names it.
    RATED_OFTEN_ENOUGH = {
        code: "IPT-177", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording], topics: [Measures, Sessions], holds_if_reported: [Sessions],
        parameters: ["measurement.max_gap", "measures"],
        basis: Practice,
        sources: [
            SourceId::IPTINSTITUTE_LEVEL_B.at("at intake and every four sessions"),
            SourceId::MARKOWITZ_2006.at("scales, repeated"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let most = ctx.spec().measurement.max_gap.value;
            let counts = |score: &Score| {
                Instrument::find(score.instrument).is_none_or(|known| known.validated)
                    || ctx.spec().measures.iter().any(|measure| measure.instrument == score.instrument)
            };
            let between = |since: Option<NaiveDate>, until: NaiveDate| {
                ctx.facts(FactKind::Scored).any(|(row, fact)| {
                    since.is_none_or(|since| since < row.on)
                        && row.on <= until
                        && matches!(fact, Fact::Scored(score) if counts(score))
                })
            };
            let mut run = 0_u16;
            let mut since = None;
            let mut any = false;
            for row in main_track(ctx) {
                any = true;
                let rated = ctx.note(row).is_some_and(|note| note.scores.iter().any(&counts));
                run = if rated || between(since, row.on) { 0 } else { run.saturating_add(1) };
                since = Some(row.on);
                if run == most.saturating_add(1) {
                    let evidence = OldEvidence::TooMany { found: run.into(), most: most.into() };
                    out.old_lacks(Topic::Measures, ctx.place(row), evidence);
                }
            }
            if !any {
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// A score lies within the range of its instrument.
    ///
    /// ## Why
    /// A total that the instrument cannot have is a slip of the pen, or belongs to another instrument.
    ///
    /// ## When it does not apply
    /// Instruments that the crate does not know, and those whose range was not seen in a source.
    SCORE_IN_RANGE = {
        code: "IPT-178", severity: Error, clause: Integrity, kind: Measure,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "record refuses a score outside the range of an instrument that it knows",
        check: guaranteed,
    };

    /// By mid-course progress is reviewed with the patient.
    ///
    /// ## Why
    /// Then there is still time left to change something.
    ///
    /// ## When it does not apply
    /// Courses that did not get so far, or whose ending had begun. Reviewed later, the finding stays
    /// and is marked as remedied.
    REVIEWED_BY_MID_COURSE = {
        code: "IPT-179", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording], topics: [Measures, Sessions], parameters: ["measurement.review_by"],
        basis: Guideline,
        sources: [
            SourceId::ICSI_DEPRESSION.at("psychotherapy, eight to ten weeks"),
            SourceId::FRANK_2007.at("at four weeks"),
        ],
        since: FIRST,
        remedies: [RecordIt, ReviewProgress],
        check: |ctx, out| {
            let Some(row) = mid_course(ctx, out) else { return };
            if !reviews(ctx).any(|(review, _)| review.on <= row.on) {
                let later = reviews(ctx).next().map(|(review, _)| review.seq);
                let finding = out.old_lacks(Topic::Measures, ctx.place(row), OldEvidence::Nothing {});
                if let Some(by) = later {
                    finding.remedied_by(by);
                }
            }
        },
    };

    /// When little has changed by mid-course, an option other than going on as before is recorded.
    ///
    /// ## Why
    /// A new formulation, more frequent sessions, medication, another therapy, a specialist's opinion: the patient
    /// hears what there is.
    ///
    /// ## When it does not apply
    /// Courses that did not get so far, and instruments on which a change cannot be told. Recorded later, the
    /// finding stays and is marked as remedied.
    LITTLE_CHANGE_LEADS_TO_OPTION = {
        code: "IPT-180", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording], topics: [Measures, Sessions],
        parameters: ["measurement.review_by", "measurement.review_response"],
        basis: Guideline,
        sources: [
            SourceId::ICSI_DEPRESSION.at("psychotherapy, eight to ten weeks"),
            SourceId::FRANK_2000.at("adding medication"),
        ],
        since: FIRST,
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            let Some(row) = mid_course(ctx, out) else { return };
            let Some((instrument, first, last)) = change(ctx, row.on) else {
                return out.has_none(Topic::Measures);
            };
            let least = ctx.spec().measurement.review_response.value;
            if improved_on_any(ctx, row.on, least) {
                return;
            }
            let option = |review: &ReviewHeld| !review.options.without(ReviewOption::Continue).is_empty();
            if reviews(ctx).any(|(at, review)| at.on <= row.on && option(review)) {
                return;
            }
            let later = reviews(ctx).find(|(_, review)| option(review)).map(|(at, _)| at.seq);
            let evidence = OldEvidence::Change { instrument: instrument.id, from: first, to: last };
            let finding = out.old_lacks(Topic::Measures, ctx.place(row), evidence);
            if let Some(by) = later {
                finding.remedied_by(by);
            }
        },
    };

    /// When symptoms have clearly worsened, progress is reviewed by the next session.
    ///
    /// ## Why
    /// Getting worse is not waited out.
    ///
    /// ## When it does not apply
    /// Instruments for which no number of points was found that counts as worsening. A rise is counted from the score
    /// before.
    WORSENING_LEADS_TO_REVIEW = {
        code: "IPT-181", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording], topics: [Measures, Sessions], holds_if_reported: [Measures], parameters: [],
        basis: Guideline,
        sources: [SourceId::ICSI_DEPRESSION.at("least difference that matters"), SourceId::DESIGN.at("by when")],
        since: FIRST,
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            if scores(ctx).next().is_none() {
                return out.has_none(Topic::Measures);
            }
            // The score before on the same instrument: most courses have one instrument.
            let mut before: Option<Score> = None;
            for (at, score) in scores(ctx) {
                let from = match before {
                    Some(before) if before.instrument == score.instrument => Some(before),
                    _ => scores(ctx)
                        .take_while(|(earlier, _)| earlier.on < at.on)
                        .filter(|(_, earlier)| earlier.instrument == score.instrument)
                        .last()
                        .map(|(_, earlier)| earlier),
                };
                before = Some(score);
                let Some(from) = from.filter(|from| from.total != score.total) else { continue };
                let Some(instrument) = Instrument::find(score.instrument) else { continue };
                if instrument.worsened(from.total, score.total) != Some(true) {
                    continue;
                }
                let Some(next) = main_track(ctx).find(|row| row.on > at.on) else {
                    if !ctx.reports(Topic::Sessions, at.on) {
                        out.cannot_tell(Topic::Sessions, ctx.place_of(at.seq));
                    }
                    continue;
                };
                if !reviews(ctx).any(|(review, _)| at.on <= review.on && review.on <= next.on) {
                    let evidence =
                        OldEvidence::Change { instrument: score.instrument, from: from.total, to: score.total };
                    let later = reviews(ctx).find(|(review, _)| review.on > next.on).map(|(review, _)| review.seq);
                    let finding = out.old_lacks(Topic::Measures, ctx.place_of(at.seq), evidence).see(ctx.place(next));
                    if let Some(by) = later {
                        finding.remedied_by(by);
                    }
                }
            }
        },
    };

    /// A completed course has a score from its last sessions.
    ///
    /// ## Why
    /// The result is judged on how the patient is at the end.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end. A score taken between the last sessions and the closing counts.
    RATED_AT_THE_END = {
        code: "IPT-182", severity: Warning, clause: OwnNumber, kind: Measure,
        moments: [Closing], topics: [Measures, Sessions], parameters: ["ending.final_score_within"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ending, symptoms reviewed"), SourceId::VA_IPT.at("ending"),
            SourceId::DESIGN.at("within how many sessions"),
        ],
        since: FIRST,
        remedies: [RecordIt],
        check: |ctx, out| {
            let Some((closing, _)) = ctx.completion() else { return out.does_not_apply() };
            let sessions = ctx.spec().ending.final_score_within.value.max(1);
            let Some(from) = main_track(ctx).rev().take(sessions.into()).last() else {
                return out.has_none(Topic::Sessions);
            };
            if !scores(ctx).any(|(at, _)| at.on >= from.on && at.on <= closing.on) {
                out.old_lacks(Topic::Measures, ctx.place_of(closing.seq), OldEvidence::Nothing {}).see(ctx.place(from));
            }
        },
    };

    /// The clinical result agrees with the scores, or it is said why not.
    ///
    /// ## Why
    /// The result is a judgement and may differ from a number; then a reader wants to know why.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, results that were not assessed, and instruments without a published
    /// threshold.
    RESULT_AGREES_WITH_SCORES = {
        code: "IPT-183", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Closing], topics: [Measures, Ending], parameters: [],
        basis: Guideline, sources: [SourceId::ICSI_DEPRESSION.at("remission and response")], since: FIRST,
        remedies: [CorrectEntry, RecordIt],
        check: |ctx, out| {
            let Some((closing, closed)) = ctx.completion() else { return out.does_not_apply() };
            let Some((instrument, first, last)) = change(ctx, closing.on) else {
                return out.has_none(Topic::Measures);
            };
            let remitted = instrument.remitted(last);
            let responded = instrument.responded(first, last);
            let agrees = match closed.result {
                ClinicalResult::Remitted => remitted,
                ClinicalResult::Responded => responded,
                ClinicalResult::PartialResponse | ClinicalResult::NoChange => responded.map(|responded| !responded),
                ClinicalResult::Deteriorated => {
                    instrument.improved_by_at_least(first, last, 0, 1).map(|no_worse| !no_worse || first == last)
                }
                ClinicalResult::NotAssessed => None,
            };
            let Some(agrees) = agrees else { return out.does_not_apply() };
            if !agrees && closed.result_note.as_ref().is_none_or(crate::FreeText::is_blank) {
                let evidence = OldEvidence::Change { instrument: instrument.id, from: first, to: last };
                lacks_both(ctx, out, [Topic::Measures, Topic::Ending], ctx.place_of(closing.seq), evidence);
            }
        },
    };

    /// Scores are reported back to the patient.
    ///
    /// ## Why
    /// A score that the patient hears of shows the two of them where treatment stands.
    ///
    /// ## When it does not apply
    /// Courses without scores. That a score was not reported back is noted score by score where it is stated; where
    /// nothing is said of any score, once.
    SCORES_FED_BACK = {
        code: "IPT-184", severity: Note, clause: Event, kind: Measure,
        moments: [Recording], topics: [Measures], holds_if_reported: [Measures], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_2006.at("scales, reported back")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let (mut any, mut said) = (false, false);
            for (at, score) in scores(ctx) {
                any = true;
                said |= score.fed_back != Stated::NotReported;
                if score.fed_back == Stated::NotDone {
                    let evidence = OldEvidence::Score { instrument: score.instrument, total: score.total };
                    out.old_finds(ctx.place_of(at.seq), evidence);
                }
            }
            if !any {
                return out.has_none(Topic::Measures);
            }
            if !said {
                out.old_lacks(Topic::Measures, Place::Course, OldEvidence::Nothing {});
            }
        },
    };
}

/// Where a score stands.
#[derive(Debug, Clone, Copy)]
struct At {
    on: NaiveDate,
    seq: Seq,
}

/// All scores by day, those of session notes and those outside sessions.
fn scores<'a>(ctx: &Ctx<'a>) -> impl DoubleEndedIterator<Item = (At, Score)> + use<'a> {
    ctx.index.scores.iter().map(|row| (At { on: row.on, seq: row.seq }, row.score))
}

/// The reviews of progress, in order.
fn reviews<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (FactRow, &'a ReviewHeld)> + use<'a> {
    ctx.facts(FactKind::ReviewHeld).filter_map(|(row, fact)| match fact {
        Fact::ReviewHeld(review) => Some((row, review)),
        _ => None,
    })
}

/// The session by which progress is reviewed, in acute treatment that got so far before its ending.
fn mid_course<'a>(ctx: &Ctx<'a>, out: &mut Sink<'_>) -> Option<&'a SessionRow> {
    let by = ctx.spec().measurement.review_by.value;
    match ctx.held().find(|row| row.ordinal >= by) {
        // What was reviewed before a record that begins later is unknown.
        Some(row) if row.ordinal > by => {
            out.cannot_tell(Topic::Measures, ctx.place(row));
            None
        }
        Some(row) if row.phase <= Phase::Middle => Some(row),
        Some(_) => {
            out.does_not_apply();
            None
        }
        None => {
            out.has_none(Topic::Sessions);
            None
        }
    }
}

/// Whether some instrument shows at least that much improvement until a day.
fn improved_on_any(ctx: &Ctx<'_>, day: NaiveDate, share: Fraction) -> bool {
    let until = || scores(ctx).take_while(|(at, _)| at.on <= day);
    until().any(|(_, score)| {
        let Some(instrument) = Instrument::find(score.instrument) else { return false };
        let totals = || until().filter(|(_, other)| other.instrument == score.instrument).map(|(_, other)| other.total);
        let (Some(first), Some(last)) = (totals().next(), totals().last()) else { return false };
        instrument.improved_by_at_least(first, last, share.num, share.den) == Some(true)
    })
}

/// First and last total until a day, on the first instrument on which a change can be told.
fn change(ctx: &Ctx<'_>, day: NaiveDate) -> Option<(&'static Instrument, u16, u16)> {
    let until = || scores(ctx).take_while(|(at, _)| at.on <= day);
    let mut seen = None;
    until().find_map(|(first_at, first)| {
        // The same instrument again tells nothing new.
        if seen.replace(first.instrument) == Some(first.instrument) {
            return None;
        }
        let instrument = Instrument::find(first.instrument)?;
        let (last_at, last) = until().filter(|(_, score)| score.instrument == first.instrument).last()?;
        instrument.reduction(first.total, last.total)?;
        (first_at.seq != last_at.seq).then_some((instrument, first.total, last.total))
    })
}
