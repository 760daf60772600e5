//! With whom maintenance begins.

use chrono::NaiveDate;

use crate::{
    machine::Guard,
    measure::{Instrument, Score},
    record::{patient::HistoryTaken, review::JudgementMade},
    rule::{
        Ctx, Evidence, Sink,
        catalogue::{due::first_session, ending::takes_medication, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Criterion, Phase, Place, Severity, Topic},
};

rules! {
    kind: Maintenance;

    /// Maintenance must begin with a patient who is in remission or near it.
    ///
    /// ## Why
    /// Maintenance prevents; what still needs treating is continued. Where the protocol's source
    /// makes remission a condition of entry, its absence is an error; elsewhere a warning. A
    /// protocol with that condition asks for it before its first session, whatever phase that
    /// belongs to. Whether a patient is near remission is a clinician's judgement; where there is
    /// none, the last score speaks: outside the level of remission it weighs as much as a judgement,
    /// within it a note is left.
    ///
    /// ## When it does not apply
    /// Courses without maintenance, under a protocol that is not for people in remission.
    NEAR_REMISSION = {
        code: "IPT-221", severity: Error, clause: PublishedBound,
        topics: [Measures, Sessions], parameters: ["population.remission_at_entry"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("maintenance"), SourceId::FRANK_2007.at("entry to maintenance")],
        remedies: [RecordIt, ReviewProgress, JustifyByWaiver], record: ["judgement_made"],
        says: {
            finds NOT_REACHED: "Maintenance began on {began}, although on {judged} it had been judged that the patient was not near remission.";
            finds ILL_BY_SCORE: "Maintenance began on {began} with the {instrument} at {total} on {taken}, where the level of remission is {level}, \
                and no judgement of remission is on record.";
            calls_for WELL_BY_SCORE Note: "Maintenance began on {began} with the {instrument} at {total} on {taken}, where the level of remission is \
                {level}, and no judgement that the patient was in remission, or near it, is on record."
                asks "Maintenance began on {began} with the {instrument} at {total} on {taken}. Was the patient judged to be in remission, or near it?";
            calls_for NOT_JUDGED: "Maintenance began on {began}, and no judgement that the patient was in remission, or near it, is on record."
                asks "Maintenance began on {began}. Was the patient in remission, or near it?";
        },
        check: |ctx, out| {
            let entry = ctx.spec().population.remission_at_entry;
            let condition_of_entry = entry.value && entry.basis.is_published();
            let weight = if condition_of_entry { Severity::Error } else { Severity::Warning };
            let mut began = |day, place| begins(ctx, out, [NOT_REACHED, ILL_BY_SCORE, WELL_BY_SCORE, NOT_JUDGED], weight, day, place);
            if ctx.history.judged.contains(Guard::NearRemission) {
                for step in ctx.steps().iter().filter(|step| step.judged.contains(Guard::NearRemission)) {
                    began(step.on, ctx.place_of(step.seq));
                }
            } else if !entry.value {
                out.does_not_apply();
            } else if let Some(first) = first_session(ctx) {
                began(first.on, ctx.place(first));
            } else if ctx.began_midway() {
                out.cannot_tell(Topic::Measures, Place::Course);
            } else {
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// Maintenance without the medication that the last remission had needed
    ///
    /// ## Why
    /// For a patient whose remission needed medication, IPT alone protects less.
    ///
    /// ## When it does not apply
    /// Courses without maintenance, patients who take medication, and a history that does not say
    /// how remission came.
    ALONE_PROTECTS_LESS = {
        code: "IPT-229", severity: Note, clause: Event,
        topics: [InitialTasks, Medication],
        basis: Trial, sources: [SourceId::FRANK_2007.at("results")],
        remedies: [ForInformation, ReviewProgress], record: ["medication_noted"],
        says: {
            finds NONE_TAKEN: "Maintenance began on {day} after a remission that had needed medication, and by the record the patient took none by \
                then.";
            calls_for SILENT: "Maintenance began on {day} after a remission that had needed medication, and no medication is on record."
                asks "Maintenance began on {day} after a remission that had needed medication. Does the patient take any?";
        },
        check: |ctx, out| {
            let Some(step) = ctx.entered(Phase::Maintenance) else { return out.does_not_apply() };
            let only = ctx.all::<HistoryTaken>().filter_map(|(_, taken)| taken.remitted_only_with_medication).next_back();
            let Some(only) = only else { return out.has_none(Topic::InitialTasks) };
            match takes_medication(ctx, step.on) {
                Some(true) => out.does_not_apply(),
                _ if !only => {}
                Some(false) => { out.finds(NONE_TAKEN, ctx.place_of(step.seq), values! {}); }
                None => { out.calls_for(SILENT, Topic::Medication, ctx.place_of(step.seq), values! {}); }
            }
        },
    };
}

/// What is known by a day of remission.
enum Remission {
    /// It was judged as reached, or near.
    Near,
    /// It was judged as not near, on that day.
    NotNear(NaiveDate),
    NotJudged,
}

/// Who is not in remission may be near it; who is not near it is not in it either.
fn remission_by(ctx: &Ctx<'_>, day: NaiveDate) -> Remission {
    let (mut reached, mut near, mut denied) = (false, false, None);
    for (row, judged) in ctx.all::<JudgementMade>().filter(|(row, _)| row.on <= day) {
        if judged.criterion == Criterion::REMISSION {
            reached = judged.met;
            denied = denied.filter(|_| !judged.met);
        } else if judged.criterion == Criterion::NEAR_REMISSION {
            (near, reached) = (judged.met, reached && judged.met);
            denied = (!judged.met).then_some(row.on);
        }
    }
    match denied {
        _ if reached || near => Remission::Near,
        Some(on) => Remission::NotNear(on),
        None => Remission::NotJudged,
    }
}

/// Looks at how the patient was when maintenance began.
fn begins(
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    cases: [&str; 4],
    weight: Severity,
    began: NaiveDate,
    place: Place,
) {
    let [not_reached, ill_by_score, well_by_score, not_judged] = cases;
    match remission_by(ctx, began) {
        Remission::Near => {}
        Remission::NotNear(judged) => {
            out.weighing(weight)
                .finds(not_reached, place, values! { began, judged });
        }
        Remission::NotJudged => {
            // What was judged before a record that begins in mid-course is unknown.
            let asked = if ctx.began_midway() {
                Place::Course
            } else {
                place
            };
            match last_score(ctx, began) {
                Some((values, true)) => {
                    out.weighing(weight).finds(ill_by_score, place, values);
                }
                Some((values, false)) => {
                    out.calls_for(well_by_score, Topic::Measures, asked, values);
                }
                None => {
                    let values = values! { began };
                    out.weighing(weight)
                        .calls_for(not_judged, Topic::Measures, asked, values);
                }
            }
        }
    }
}

/// The last score by a day of an instrument with a level of remission, and whether it lies outside
/// that.
fn last_score(ctx: &Ctx<'_>, began: NaiveDate) -> Option<(Evidence, bool)> {
    let scores = ctx
        .history
        .scores
        .iter()
        .rev()
        .filter(|row| row.on <= began);
    // Somebody else's account does not tell how the patient's own compares with the level.
    let mut known = scores.filter_map(|row| {
        let usual = Score::without_total(row.score.instrument).source();
        let is_usual = row.source.informant == usual.informant;
        let known =
            Instrument::get(row.score.instrument).filter(|it| is_usual && it.remission.is_some());
        Some((row, row.score.comparable()?, known?))
    });
    let (row, total, instrument) = known.next()?;
    let level = instrument.remission?.value;
    let is_ill = !instrument.remitted(total)?;
    let instrument = row.score.instrument;
    Some((
        values! { began, instrument, total, taken: row.on, level },
        is_ill,
    ))
}
