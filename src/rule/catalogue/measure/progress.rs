//! Progress: reviewed by mid-course, when it is small and when it turns, and the result at the end.

use super::shared::{Change, Total, changes, scores, sources, totals};
use crate::{
    measure::Instrument,
    record::{
        ending::ClinicalResult,
        review::{ReviewHeld, ReviewOption},
        session::SessionKind,
    },
    rule::{
        Ctx, SessionRow, Sink,
        catalogue::{
            dose,
            due::{Beginning, beginning},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{Phase, Place, Reporting, Topic},
};

rules! {
    kind: Measure;

    /// By mid-course progress should be reviewed with the patient.
    ///
    /// ## Why
    /// Then there is still time left to change something.
    ///
    /// ## When it does not apply
    /// Courses that did not get so far, or whose ending had begun. Who reports scores need not write
    /// reviews down: that there was none is known where the record has reviews at all, or tells what
    /// was done in sessions. Reviewed later, the finding stays and is marked as remedied.
    REVIEWED_BY_MID_COURSE = {
        code: "IPT-179", severity: Warning, clause: Deviation,
        topics: [Measures, SessionContent, Sessions], parameters: ["measurement.review_by"],
        basis: Guideline,
        sources: [
            SourceId::ICSI_DEPRESSION.at("psychotherapy, 8 to 10 weeks"),
            SourceId::FRANK_2007.at("at four weeks"),
        ],
        remedies: [RecordIt, ReviewProgress], record: ["review_held"],
        follows: ["IPT-264", "IPT-180"],
        says: {
            lacks NOT_REVIEWED: "By mid-course, the session of {day}, no review of progress with the patient was on record.";
        },
        check: |ctx, out| {
            let Some(row) = mid_course(ctx, out) else { return };
            if ctx.all::<ReviewHeld>().any(|(review, _)| review.on <= row.on) {
                return;
            }
            let finding = out.lacks(NOT_REVIEWED, reviews(ctx), ctx.place(row), values! {});
            if let Some((later, _)) = ctx.first::<ReviewHeld>() {
                finding.remedied_by(later.seq);
            }
        },
    };

    /// When little has changed by mid-course, an option other than going on as before should be considered.
    ///
    /// ## Why
    /// A new formulation, more frequent sessions, medication, another therapy, a specialist's
    /// opinion: the patient hears what there is.
    ///
    /// ## When it does not apply
    /// Courses that did not get so far; scales on which a change cannot be told, that were first
    /// used after the initial phase, or that are at the level of remission. Recorded later, the
    /// finding stays and is marked as remedied.
    LITTLE_CHANGE_LEADS_TO_OPTION = {
        code: "IPT-180", severity: Warning, clause: Deviation,
        topics: [Measures, SessionContent, Sessions],
        parameters: ["measurement.review_by", "measurement.review_response"],
        basis: Guideline,
        sources: [
            SourceId::ICSI_DEPRESSION.at("psychotherapy, 8 to 10 weeks"),
            SourceId::FRANK_2000.at("adding medication"),
        ],
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision], record: ["review_held.options"],
        says: {
            calls_for LITTLE: "By mid-course, the session of {day}, the {instrument} had not improved enough (it went from {from} to {to}), and the record does not show that any option other than going on as before was considered."
                asks "By mid-course, the session of {day}, the {instrument} had not improved enough (it went from {from} to {to}). Which options other than going on as before were considered?";
            calls_for NONE: "By mid-course, the session of {day}, the {instrument} stood at {to} as at first, and the record does not show that any option other than going on as before was considered."
                asks "By mid-course, the session of {day}, the {instrument} stood at {to} as at first. Which options other than going on as before \
                were considered?";
        },
        check: |ctx, out| {
            let Some(row) = mid_course(ctx, out) else { return };
            if ctx.began_midway() {
                // The first score here is not where treatment began.
                return out.cannot_tell(Topic::Measures, ctx.place(row));
            }
            let begun = match beginning(ctx) {
                Beginning::Over(step) => step.on,
                Beginning::Lasts | Beginning::BeforeRecord => row.on,
            };
            let early = || changes(ctx, row.on).filter(|change| change.first.row.on <= begun);
            let Some(change) = early().next() else { return out.has_none(Topic::Measures) };
            let least = ctx.spec().measurement.review_response.value;
            let is_enough = |Change { instrument, first, last }: Change<'_>| {
                let improved = instrument.improved_by_at_least(first.total, last.total, least.num, least.den);
                improved == Some(true) || instrument.remitted(last.total) == Some(true)
            };
            let other = |review: &ReviewHeld| !review.options.without(ReviewOption::Continue).is_empty();
            let considered = ctx.all::<ReviewHeld>().find(|(_, review)| other(review)).map(|(at, _)| at);
            if early().any(is_enough) || considered.is_some_and(|at| at.on <= row.on) {
                return;
            }
            let (from, to) = (change.first.total, change.last.total);
            let values = values! { instrument: change.instrument.id, from, to };
            let case = if from == to { NONE } else { LITTLE };
            let finding = out.calls_for(case, reviews(ctx), ctx.place(row), values);
            if let Some(at) = considered {
                finding.remedied_by(at.seq);
            }
        },
    };

    /// When symptoms have clearly worsened, progress should be reviewed by the next session.
    ///
    /// ## Why
    /// Getting worse is not waited out, in acute treatment and after it, at once or by small steps.
    ///
    /// ## When it does not apply
    /// Instruments for which no number of points was found that counts as worsening. A rise is
    /// counted from the best score so far, and from the last one that was found. Scores are compared
    /// within one version, rater and informant.
    WORSENING_LEADS_TO_REVIEW = {
        code: "IPT-181", severity: Warning, clause: Deviation,
        topics: [Measures, SessionContent, Sessions], looks_for: [Measures], holds_if_reported: [Measures],
        basis: Guideline,
        sources: [SourceId::ICSI_DEPRESSION.at("least difference that matters"), SourceId::DESIGN.at("by when")],
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision], record: ["review_held"],
        says: {
            calls_for WORSE: "The score on the {instrument} worsened from {from} on {since} to {to} on {day}, and no review of progress with the patient is on record by \
                the next session, that of {other}."
                asks "The score on the {instrument} worsened from {from} on {since} to {to} on {day}. Was progress reviewed with the patient by the next session, \
                that of {other}?";
        },
        check: |ctx, out| {
            if scores(ctx).next().is_some() {
                out.applies();
            }
            for (source, instrument) in sources(ctx).filter(|(_, instrument)| instrument.worsening.is_some()) {
                let mut since: Option<Total<'_>> = None;
                for row in totals(ctx, source) {
                    let best = since.get_or_insert(row);
                    if instrument.worsened(best.total, row.total) == Some(true) {
                        worse(ctx, out, WORSE, *best, row);
                        *best = row;
                    } else if instrument.reduction(best.total, row.total).is_some_and(|change| change.gained >= 0) {
                        *best = row;
                    }
                }
            }
        },
    };

    /// The clinical result should agree with the scores, or it should be said why not.
    ///
    /// ## Why
    /// The result is a judgement and may differ from a number; then a reader wants to know why.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, results that were not assessed, and instruments
    /// without a published threshold. One scale that agrees is enough.
    RESULT_AGREES_WITH_SCORES = {
        code: "IPT-183", severity: Warning, clause: Deviation,
        topics: [Measures, Ending],
        basis: Guideline, sources: [SourceId::ICSI_DEPRESSION.at("remission and response")],
        remedies: [CorrectEntry, RecordIt], record: ["closed.result_note"],
        says: {
            calls_for DIFFERS: "On {day} the result was recorded as “{result}”, but the scores on the {instrument} went from {from} to {to}, which does not fit it, and no reason for the difference was on record."
                asks "On {day} the result was recorded as “{result}”, but the scores on the {instrument} went from {from} to {to}, which does not fit it. Why do they differ?";
        },
        check: |ctx, out| {
            let Some((closing, closed)) = ctx.completion() else { return out.does_not_apply() };
            if changes(ctx, closing.on).next().is_none() {
                return out.has_none(Topic::Measures);
            }
            let answers = || changes(ctx, closing.on).filter_map(|change| Some((agrees(closed.result, change)?, change)));
            let Some((_, Change { instrument, first, last })) = answers().next() else { return out.does_not_apply() };
            let explained = closed.result_note.as_ref().is_some_and(|note| !note.is_blank());
            if !explained && !answers().any(|(agrees, _)| agrees) {
                let (result, from, to) = (closed.result, first.total, last.total);
                let values = values! { result, instrument: instrument.id, from, to };
                let (topics, place) = ([Topic::Measures, Topic::Ending], ctx.place_of(closing.seq));
                if ctx.began_midway() {
                    // The first score here is not where treatment began.
                    out.asks(DIFFERS, topics, place, values);
                } else {
                    out.calls_for(DIFFERS, topics, place, values);
                }
            }
        },
    };
}

/// The session by which progress is reviewed, in acute treatment that got so far before its ending.
fn mid_course<'a>(ctx: &Ctx<'a>, out: &mut Sink<'_>) -> Option<&'a SessionRow> {
    let by = ctx.spec().measurement.review_by.value;
    if dose::used(ctx).is_none() {
        // How many sessions came before is unknown.
        out.cannot_tell(Topic::Sessions, Place::Course);
        return None;
    }
    let reached = ctx.held().find_map(|row| {
        let number = row.ordinal.saturating_sub(dose::crises_by(ctx, row.on));
        (row.kind != SessionKind::Crisis && number >= by).then_some((row, number))
    });
    match reached {
        // What was reviewed before a record that begins later is unknown.
        Some((row, number)) if number > by => {
            out.cannot_tell(Topic::Measures, ctx.place(row));
            None
        }
        Some((row, _)) if row.phase <= Phase::Middle => Some(row),
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

/// The topics in which a review would be on record. Scores are often reported by somebody who knows
/// nothing of what was talked over: such a record says nothing of reviews unless it has one.
fn reviews(ctx: &Ctx<'_>) -> Reporting {
    let measures = Reporting::from(Topic::Measures);
    if ctx.first::<ReviewHeld>().is_some() {
        measures
    } else {
        measures.with(Topic::SessionContent)
    }
}

/// A score is clearly worse than another, and progress was not reviewed by the next session.
fn worse(ctx: &Ctx<'_>, out: &mut Sink<'_>, case: &str, best: Total<'_>, total: Total<'_>) {
    let row = total.row;
    let place = ctx.place_of(row.seq);
    let Some(next) = ctx
        .sessions()
        .iter()
        .find(|session| session.held && session.on > row.on)
    else {
        if !ctx.reports(Topic::Sessions, row.on) {
            out.cannot_tell(Topic::Sessions, place);
        }
        return;
    };
    let review = ctx
        .all::<ReviewHeld>()
        .map(|(at, _)| at)
        .find(|at| at.on >= row.on);
    if review.is_some_and(|at| at.on <= next.on) {
        return;
    }
    let values = values! { instrument: row.score.instrument, from: best.total, since: best.row.on, to: total.total };
    let finding = out
        .calls_for(case, reviews(ctx), place, values)
        .see(ctx.place(next));
    if let Some(at) = review {
        finding.remedied_by(at.seq);
    }
}

/// Whether a result agrees with a change of scores; none if the instrument cannot tell.
fn agrees(
    result: ClinicalResult,
    Change {
        instrument,
        first,
        last,
    }: Change<'_>,
) -> Option<bool> {
    let (first, last) = (first.total, last.total);
    let responded = || Instrument::responded(instrument, first, last);
    match result {
        ClinicalResult::Remitted => instrument.remitted(last),
        ClinicalResult::Responded => responded(),
        ClinicalResult::PartialResponse | ClinicalResult::NoChange => {
            responded().map(|responded| !responded)
        }
        ClinicalResult::Deteriorated => {
            let no_worse = instrument.improved_by_at_least(first, last, 0, 1)?;
            Some(!no_worse || first == last)
        }
        ClinicalResult::NotAssessed => None,
    }
}
