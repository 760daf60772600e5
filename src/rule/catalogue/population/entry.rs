//! Whom a protocol is for: the score at entry, and diagnoses that it excludes.

use chrono::NaiveDate;

use super::{
    super::{
        due::{bound, none_shown},
        rules,
    },
    first_session,
};
use crate::{
    FreeText,
    course::history::ScoreRow,
    measure::{InstrumentId, Score},
    record::{
        patient::{DiagnosisMade, DiagnosisRole},
        setting::{ScreeningDone, SuitabilityDecided},
    },
    rule::{Ctx, values},
    source::SourceId,
    vocabulary::{Severity, Topic},
};

rules! {
    kind: Measure;

    /// The score at entry must lie within the protocol's range.
    ///
    /// ## Why
    /// What is known of a variant is known for people who were as ill as those of its studies. A
    /// total above a bound that a source was seen to hold to is an error; above a bound of ours it
    /// is a warning, and so is a total below, for it is no danger to be less ill. Where the source
    /// calls its number a guide, both are notes. A score that was not taken by the first session is
    /// a warning at most.
    ///
    /// ## When it does not apply
    /// Protocols that name no score at entry; before the first session. Taken later, the finding
    /// stays and is marked as remedied.
    ENTRY_SCORE_FITS = {
        code: "IPT-270", severity: Error, clause: PublishedBound,
        topics: [Measures, Sessions], holds_if_reported: [Measures],
        parameters: ["entry_scores"],
        basis: Trial,
        sources: [
            SourceId::TDCRP.at("entry"), SourceId::DEPICS.at("entry"), SourceId::RAFAELI_2021.at("scores at entry"),
            SourceId::ICALM.at("a cut-off as a guide"),
        ],
        remedies: [RecordIt, CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver], record: ["session.scores", "scored"],
        follows_here: ["IPT-277"],
        says: {
            finds ABOVE: "The first score on the {instrument}, {found} on {day}, was above {most}, the highest score at entry to {protocol}.";
            finds BELOW Warning: "The first score on the {instrument}, {found} on {day}, was below {least}, the lowest score at entry to {protocol}.";
            lacks NO_SCORE Warning: "No score on the {instrument} was on record by the first session, on {day}; {protocol} has a range for it at entry.";
        },
        check: |ctx, out| {
            let asked = &ctx.spec().entry_scores;
            if asked.is_empty() {
                return out.does_not_apply();
            }
            let Some(first) = first_session(Topic::Measures, ctx, out) else { return };
            for entry in asked.iter() {
                let instrument = entry.instrument;
                let weighs = |severity| if entry.firm { severity } else { Severity::Note };
                let score = first_total(ctx, instrument);
                if let Some((row, found)) = score.filter(|(row, _)| row.on <= first.on) {
                    let place = ctx.place_of(row.seq);
                    if let Some(most) = entry.max.filter(|&most| found > most) {
                        out.weighing(weighs(bound(entry.basis))).finds(ABOVE, place, values! { instrument, found, most });
                    } else if let Some(least) = entry.min.filter(|&least| found < least) {
                        out.weighing(weighs(Severity::Warning)).finds(BELOW, place, values! { instrument, found, least });
                    }
                    continue;
                }
                let weighing = out.weighing(weighs(Severity::Warning));
                let finding = weighing.lacks(NO_SCORE, Topic::Measures, ctx.place(first), values! { instrument });
                if let Some((row, _)) = score {
                    finding.remedied_by(row.seq);
                }
            }
        },
    };

    /// A diagnosis that the protocol excludes must be covered by a specialist plan, or by a reason for offering the protocol.
    ///
    /// ## Why
    /// Those whom the studies of a variant left out need something else, or something beside it.
    /// Somebody decided on it knowingly, and the record shows that. An error where a source was
    /// seen to exclude the diagnosis, a warning elsewhere.
    ///
    /// ## When it does not apply
    /// Protocols that exclude no diagnosis; diagnoses that were ruled out. The reason may stand
    /// with the screen or with the decision on suitability. One that was written before the day of
    /// the diagnosis gives no reason for it.
    EXCLUDED_DIAGNOSIS_COVERED = {
        code: "IPT-271", severity: Error, clause: PublishedBound, kind: Content,
        topics: [InitialTasks], holds_if_reported: [InitialTasks],
        parameters: ["contraindications"],
        basis: Trial, sources: [SourceId::TDCRP.at("exclusions"), SourceId::NREPP_IPT_A.at("for whom it is not")],
        remedies: [RecordIt, HandOver, CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        record: ["screening_done.specialist_plan", "screening_done.reason", "suitability_decided.reason"],
        says: {
            calls_for UNCOVERED: "The diagnosis of {day} ({diagnosis}) was one that {protocol} excludes; neither a specialist plan nor a reason \
                given from that day on was on record."
                asks "The diagnosis of {day} ({diagnosis}) is one that {protocol} excludes. Which specialist plan covers it, or for what reason was the \
                treatment offered?";
        },
        check: |ctx, out| {
            let excluded = &ctx.spec().contraindications;
            if excluded.is_empty() {
                return out.does_not_apply();
            }
            let mut diagnosed = ctx.all::<DiagnosisMade>().filter(|(_, made)| made.role != DiagnosisRole::RuledOut).peekable();
            if diagnosed.peek().is_none() {
                return none_shown(Topic::InitialTasks, ctx, out);
            }
            for (row, made) in diagnosed.filter(|(row, _)| !is_covered_from(row.on, ctx)) {
                // What the codes of one classification exclude, the screen excludes in the others.
                let screened = ctx.spec().population.excluded;
                let by_screen = (made.answers().filter(|item| screened.value.contains(*item))).map(|_| bound(screened.basis));
                let stems = excluded.iter().filter(|stem| stem.covers(made));
                if let Some(weight) = stems.map(|stem| bound(stem.basis)).chain(by_screen).max() {
                    let (place, values) = (ctx.place_of(row.seq), values! { diagnosis: made.code });
                    out.weighing(weight).calls_for(UNCOVERED, Topic::InitialTasks, place, values);
                }
            }
        },
    };
}

/// Whether a specialist plan is on record, or a reason for offering the treatment that was given on
/// a day or later.
fn is_covered_from(day: NaiveDate, ctx: &Ctx<'_>) -> bool {
    let said = |reason: Option<&FreeText>| reason.is_some_and(|reason| !reason.is_blank());
    ctx.all::<ScreeningDone>().any(|(row, screen)| {
        screen.specialist_plan.is_done() || row.on >= day && said(screen.reason.as_ref())
    }) || ctx
        .all::<SuitabilityDecided>()
        .any(|(row, decided)| row.on >= day && said(decided.reason.as_ref()))
}

/// The first total on an instrument, of a form that was complete: one from whom it usually comes,
/// if there is any.
fn first_total<'a>(ctx: &Ctx<'a>, instrument: InstrumentId) -> Option<(&'a ScoreRow, u16)> {
    let usual = Score::without_total(instrument).source();
    let totals = || {
        let on = ctx.history.scores.iter();
        on.filter(|row| row.score.instrument == instrument)
            .filter_map(|row| Some((row, row.score.comparable()?)))
    };
    let is_usual =
        |row: &ScoreRow| (row.source.rater, row.source.informant) == (usual.rater, usual.informant);
    totals()
        .find(|(row, _)| is_usual(row))
        .or_else(|| totals().next())
}
