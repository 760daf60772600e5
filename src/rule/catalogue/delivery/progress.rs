//! How a course moves on: on a judgement, module by module, and by a decision that the protocol
//! looks for.

use chrono::{Days, NaiveDate};

use super::{super::rules, shared::main_track};
use crate::{
    protocol::{GroupEntry, StepSpec},
    record::{
        review::{JudgementMade, ReviewHeld},
        setting::PhaseBegun,
    },
    rule::{Ctx, values},
    source::SourceId,
    vocabulary::{Phase, Place, Topic},
};

rules! {
    kind: Order;

    /// A phase that ends on a judgement should be left after it was judged so.
    ///
    /// ## Why
    /// Where the patient's state ends a phase and no number does, a person says that it is reached.
    ///
    /// ## When it does not apply
    /// Phases that end with a number; closing the course. A judgement of the day of the step
    /// counts, and later ones replace earlier ones. What was judged before a record that begins in
    /// mid-course cannot be told.
    LEFT_ON_JUDGEMENT = {
        code: "IPT-259", severity: Warning, clause: Deviation,
        topics: [Measures, Agreements], looks_for: [Agreements], holds_if_reported: [Agreements],
        parameters: ["phases"],
        basis: Manual, sources: [SourceId::FRANK_2007_IPSRT.at("phases")],
        remedies: [RecordIt, ReviewProgress, JustifyByWaiver], record: ["judgement_made"],
        says: {
            finds JUDGED_OTHERWISE: "The {phase} was left on {day}, although the criterion for leaving it ({criterion}) had been judged as not reached on \
                {judged}.";
            calls_for NOT_JUDGED: "The {phase} was left on {day}, and no judgement was on record of whether the criterion for leaving it ({criterion}) was met."
                asks "The {phase} was left on {day}. Was the criterion for leaving it reached by then ({criterion})?";
        },
        check: |ctx, out| {
            if !ctx.spec().phases.iter().any(|phase| phase.ends_on.is_some()) {
                return out.does_not_apply();
            }
            for step in ctx.steps().iter().filter(|step| step.from < step.to && step.to != Phase::Closed) {
                let Some(criterion) = ctx.protocol().phase(step.from).and_then(|phase| phase.ends_on) else { continue };
                out.applies();
                let criterion = criterion.value;
                let judged = || ctx.all::<JudgementMade>().filter(|(_, made)| made.criterion == criterion);
                let latest = judged().filter(|(row, _)| row.on <= step.on).map(|(row, _)| row.on).max();
                // Within one day no order is assumed.
                if latest.is_some_and(|day| judged().any(|(row, made)| row.on == day && made.met)) {
                    continue;
                }
                let (place, phase) = (ctx.place_of(step.seq), step.from);
                let finding = match latest {
                    Some(judged) => out.finds(JUDGED_OTHERWISE, place, values! { phase, criterion, judged }),
                    None if ctx.began_midway() => {
                        out.cannot_tell(Topic::Measures, place);
                        continue;
                    }
                    None => out.calls_for(NOT_JUDGED, Topic::Measures, place, values! { phase, criterion }),
                };
                if let Some((row, _)) = judged().find(|(row, made)| row.on > step.on && made.met) {
                    finding.remedied_by(row.seq);
                }
            }
        },
    };

    /// Modules should follow the protocol's list.
    ///
    /// ## Why
    /// Each stretch builds on the one before it. In a group that members join at any time the
    /// topics come round, and each is a right one to begin with.
    ///
    /// ## When it does not apply
    /// Protocols without modules, and records that name none. A module under a name that the
    /// protocol does not have is a note. How long a module takes is not asked.
    MODULES_IN_ORDER = {
        code: "IPT-260", severity: Warning, clause: Deviation,
        topics: [Agreements], looks_for: [Agreements], holds_if_reported: [Agreements],
        parameters: ["modules", "group"],
        basis: Trial, sources: [SourceId::PERINATAL_LOSS_TRIALS.at("four topics, one after the other")],
        remedies: [CorrectEntry, DiscussInSupervision, JustifyByWaiver], record: ["phase_begun.module"],
        says: {
            finds BACK: "The module begun on {day} ({module}) followed one that comes after it in the order of {protocol} ({previous}).";
            finds OTHER_PHASE: "The module begun on {day} ({module}) was recorded in another phase than that of {protocol}: {phase} in place of \
                {expected}.";
            finds UNKNOWN Note: "A module was begun on {day} under a name that {protocol} does not have ({module}).";
            lacks SKIPPED: "The module begun on {day} ({module}) directly followed another ({previous}); what comes next after that in the order \
                of {protocol} was not on record ({expected}).";
            lacks FIRST_SKIPPED: "The first module on record, begun on {day}, was {module}; {protocol} begins with {expected}.";
        },
        check: |ctx, out| {
            let modules = &ctx.spec().modules;
            if modules.is_empty() {
                return out.does_not_apply();
            }
            let is_rolling = ctx.spec().group.is_some_and(|group| group.entry.value == GroupEntry::Rolling);
            let mut before = None;
            for (row, begun) in ctx.all::<PhaseBegun>() {
                let Some(module) = begun.module else { continue };
                out.applies();
                let place = ctx.place_of(row.seq);
                let Some((at, known)) = modules.iter().enumerate().find(|(_, known)| known.token == module) else {
                    out.finds(UNKNOWN, place, values! { module });
                    continue;
                };
                if known.phase != begun.phase {
                    out.finds(OTHER_PHASE, place, values! { module, phase: begun.phase, expected: known.phase });
                }
                let due = match before {
                    // Where the member, or the record, came in.
                    None if is_rolling || ctx.began_midway() => at,
                    None => 0,
                    // It goes on.
                    Some((last, _)) if last == at => at,
                    Some((last, _)) if is_rolling => (last + 1) % modules.len(),
                    Some((last, _)) => last + 1,
                };
                let expected = modules.get(due).map_or(module, |module| module.token);
                // One that was passed over may have begun unwritten.
                match before.replace((at, module)) {
                    _ if at == due => {}
                    Some((_, previous)) if at < due && !is_rolling => {
                        out.finds(BACK, place, values! { module, previous });
                    }
                    Some((_, previous)) => {
                        out.lacks(SKIPPED, Topic::Agreements, place, values! { module, previous, expected });
                    }
                    None => {
                        out.lacks(FIRST_SKIPPED, Topic::Agreements, place, values! { module, expected });
                    }
                }
            }
        },
    };

    /// By the time that the protocol names, it should be judged whether to change course.
    ///
    /// ## Why
    /// A step in treatment hangs on a person's judgement; the protocol says by when it is due.
    /// Where the answer is no, one of the protocol's options is recorded in a review: that it is
    /// not is a note.
    ///
    /// ## When it does not apply
    /// Protocols without such steps; before the time, and courses that ended before it. A judgement
    /// that came later is late: a warning that stands remedied. A closing that hands over to
    /// another treatment answers too.
    STEP_IS_JUDGED = {
        code: "IPT-264", severity: Warning, clause: Deviation, kind: Measure,
        topics: [Measures, Sessions], looks_for: [Sessions], holds_if_reported: [Sessions],
        parameters: ["steps"],
        basis: Trial,
        sources: [
            SourceId::DEPICS.at("augmentation after two months"), SourceId::SWARTZ_2009.at("medication for non-response"),
        ],
        remedies: [ReviewProgress, RecordIt, JustifyByWaiver], record: ["judgement_made", "review_held.options"],
        says: {
            lacks NOT_JUDGED: "By {by}, when {protocol} expects a judgement on how to go on, none was on record ({criterion}).";
            calls_for NOTHING_FOLLOWED Note: "The criterion “{criterion}” of {protocol} was judged as not met on {day}, and none of the steps that it then provides for ({options}) is on record afterwards."
                asks "The criterion “{criterion}” of {protocol} was judged as not met on {day}. Which step followed?";
        },
        check: |ctx, out| {
            if ctx.spec().steps.is_empty() {
                return out.does_not_apply();
            }
            for step in ctx.spec().steps.iter() {
                let Some((by, place)) = due_by(step, ctx) else { continue };
                out.applies();
                let criterion = step.criterion;
                let judged = || ctx.all::<JudgementMade>().filter(|(_, made)| made.criterion == criterion);
                if !judged().any(|(row, _)| row.on <= by) {
                    if ctx.began_midway() {
                        out.cannot_tell(Topic::Measures, place);
                    } else {
                        let finding = out.lacks(NOT_JUDGED, Topic::Measures, place, values! { by, criterion });
                        if let Some((row, _)) = judged().next() {
                            finding.remedied_by(row.seq);
                        }
                    }
                }
                let latest = judged().next_back().filter(|(_, made)| !made.met && !step.options.is_empty());
                if let Some((row, _)) = latest.filter(|(row, _)| went_on_after(row.on, step, ctx)) {
                    let values = values! { criterion, options: step.options };
                    out.calls_for(NOTHING_FOLLOWED, Topic::Measures, ctx.place_of(row.seq), values);
                }
            }
        },
    };
}

/// The day by which a step is to be judged, and where that is, if it has come: by its session or
/// its week, whichever is first.
fn due_by(step: &StepSpec, ctx: &Ctx<'_>) -> Option<(NaiveDate, Place)> {
    let first = main_track(ctx).next()?;
    let by_session = step
        .by_session
        .and_then(|number| main_track(ctx).nth(usize::from(number.max(1)) - 1));
    let by_week = step.by_week.and_then(|week| {
        let day = first.on.checked_add_days(Days::new(u64::from(week) * 7))?;
        let ended = ctx.closing().map(|(row, _)| row.on);
        (day < ctx.as_of() && ended.is_none_or(|ended| day < ended))
            .then_some((day, Place::Day(day)))
    });
    by_session
        .map(|row| (row.on, ctx.place(row)))
        .into_iter()
        .chain(by_week)
        .min_by_key(|&(day, _)| day)
}

/// Whether treatment went on after a judgement, and no option of the step was taken. The decision
/// may take until the next session.
fn went_on_after(day: NaiveDate, step: &StepSpec, ctx: &Ctx<'_>) -> bool {
    let decided = ctx
        .all::<ReviewHeld>()
        .any(|(row, held)| day <= row.on && !held.options.intersection(step.options).is_empty());
    let handed_over = ctx
        .closing()
        .is_some_and(|(_, closed)| closed.disposition.is_alternative());
    let went_on =
        ctx.closing().is_some() || ctx.sessions().iter().any(|row| row.held && row.on > day);
    went_on && !decided && !handed_over
}
