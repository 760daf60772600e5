//! Work on the agreed focus, and work beside it.

use alloc::vec::Vec;

use crate::{
    record::session::Session,
    rule::{
        Ctx, SessionRow,
        catalogue::{
            middle::{
                FocusOfDay, Several, areas_named, focus_on, is_most_of, notes, runs, without,
                works_on,
            },
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{AreaSet, Phase, Stated, Strategy, StrategySet, Topic},
};

/// What every area begins with: by itself no work on another area.
const SYMPTOMS: StrategySet = StrategySet::of(&[
    Strategy::GriefSymptoms,
    Strategy::DisputeSymptoms,
    Strategy::TransitionSymptoms,
    Strategy::DeficitsSymptoms,
]);

rules! {
    kind: Content;

    /// The sessions of the middle phase must work on the agreed focus.
    ///
    /// ## Why
    /// The strategies of the agreed area are what is specific to IPT. A session may go elsewhere.
    /// When several do in a row, the focus has changed without anybody saying so, or was lost. When
    /// more than the protocol's share of the phase does, it was no work on a focus.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis neither count nor end a run. A focus item that the note names
    /// counts where no strategy says so. Where a dispute is in dissolution, work on the transition
    /// out of it counts. A single session that worked on another area has a rule of its own.
    STRATEGY_OF_THE_FOCUS = {
        code: "IPT-113", severity: Error, clause: Shared,
        topics: [SessionContent, Agreements], parameters: ["focus.off_focus_run", "middle.late_share"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ch. 6"), SourceId::LIPSITZ_MARKOWITZ_2013.at("strategies"),
            SourceId::DESIGN.at("sessions off the focus"),
        ],
        remedies: [RecordIt, DoItNext, ReviewFormulation, DiscussInSupervision],
        record: ["session.strategies", "session.worked_on"],
        says: {
            lacks ONE Warning: "No work on an agreed focus is on record for the session of {day}.";
            lacks RUN Warning: "For {found:session|sessions} of the {middle} in a row, from {from} to {day}, no work on an agreed focus is on \
                record; the protocol allows at most {most}.";
            lacks RUN_ELSEWHERE Warning: "For {found:session|sessions} of the {middle} in a row, from {from} to {day}, no work on an agreed focus \
                is on record, but work on other areas ({instead}); the protocol allows at most {most}.";
            lacks MOSTLY: "For {found} of the {whole} sessions of the {middle}, from {from} to {day}, no work on an agreed focus is on record.";
            lacks MOSTLY_ELSEWHERE: "For {found} of the {whole} sessions of the {middle}, from {from} to {day}, no work on an agreed focus is on \
                record, but work on other areas ({instead}).";
        },
        check: |ctx, out| {
            let (whole, most) = (notes(ctx).count(), ctx.spec().focus.off_focus_run.value);
            if whole == 0 {
                return out.does_not_apply();
            }
            if notes(ctx).all(|(row, note)| works_on(note, focus_on(ctx, row.on))) {
                return;
            }
            let (is_most, together) = together(ctx);
            for off in &together {
                let within = notes(ctx).filter(|&(row, note)| off.contains(row) && is_off(ctx, row, note));
                let instead = within.fold(AreaSet::EMPTY, |areas, (row, note)| areas.union(elsewhere(note, focus_on(ctx, row.on))));
                let case = match (is_most, instead.is_empty()) {
                    (true, true) => MOSTLY,
                    (true, false) => MOSTLY_ELSEWHERE,
                    (false, true) => RUN,
                    (false, false) => RUN_ELSEWHERE,
                };
                let values = values! { found: off.found, whole, most, from: off.first.on, instead };
                out.lacks(case, Topic::SessionContent, ctx.place(off.last), values).see(ctx.place(off.first));
            }
            for (row, note) in notes(ctx).filter(|(row, _)| !together.iter().any(|off| off.contains(row))) {
                let strayed = !elsewhere(note, focus_on(ctx, row.on)).is_empty();
                if is_off(ctx, row, note) && !strayed {
                    out.lacks(ONE, Topic::SessionContent, ctx.place(row), values! {});
                } else if strayed && !ctx.reports(Topic::Agreements, row.on) {
                    // It may have been agreed upon.
                    out.cannot_tell(Topic::Agreements, ctx.place(row));
                }
            }
        },
    };

    /// A session of the middle phase should work on an area that was agreed, and not on another in its place.
    ///
    /// ## Why
    /// Work on another area is a change of focus that was not agreed.
    ///
    /// ## When it does not apply
    /// Before a focus was agreed: early work has its own rule. Sessions given to a crisis; sessions
    /// that worked on the focus as well; a review of symptoms, with which every area begins. On the
    /// day of a change both foci count, and where a dispute is in dissolution, the transition out
    /// of it does. Several such sessions are said together by the rule on work on the focus.
    AREAS_WORKED_ON_ARE_ACTIVE = {
        code: "IPT-115", severity: Warning, clause: Deviation,
        topics: [SessionContent, Agreements], looks_for: [Agreements], holds_if_reported: [SessionContent],
        basis: Manual, sources: [SourceId::IPT_UK.at("the middle keeps to the focus")],
        remedies: [CorrectEntry, RecordIt, ReviewFormulation], record: ["focus_agreed"],
        says: {
            lacks ELSEWHERE: "The session of {day} worked on {found}, and not on the agreed focus ({allowed}).";
            lacks ELSEWHERE_UNLISTED: "The session of {day} worked on {found}, and not on the agreed focus, which was none of the four areas.";
        },
        check: |ctx, out| {
            if notes(ctx).next().is_none() {
                return out.does_not_apply();
            }
            for (row, note) in notes(ctx) {
                let Some(focus) = focus_on(ctx, row.on) else { continue };
                out.applies();
                let (found, allowed) = (elsewhere(note, Some(focus)), focus.allowed());
                if found.is_empty() || together(ctx).1.iter().any(|off| off.contains(row)) {
                    continue;
                }
                let case = if allowed.is_empty() { ELSEWHERE_UNLISTED } else { ELSEWHERE };
                out.lacks(case, Topic::Agreements, ctx.place(row), values! { found, allowed });
            }
        },
    };
}

/// The areas outside the focus that a session worked on in its place.
fn elsewhere(note: &Session, focus: Option<FocusOfDay>) -> AreaSet {
    if focus.is_none() || works_on(note, focus) {
        return AreaSet::EMPTY;
    }
    note.strategies
        .difference(SYMPTOMS)
        .areas()
        .union(areas_named(note))
}

/// Whether a session was off every agreed focus. Work on another area is, where nothing else can
/// have been agreed.
fn is_off(ctx: &Ctx<'_>, row: &SessionRow, note: &Session) -> bool {
    let focus = focus_on(ctx, row.on);
    !works_on(note, focus)
        && (ctx.reports(Topic::Agreements, row.on) || elsewhere(note, focus).is_empty())
}

/// The sessions off the focus that are said together: all of them where they are more than the
/// protocol's share of the phase, else the runs that are too long.
fn together<'a>(ctx: &Ctx<'a>) -> (bool, Vec<Several<'a>>) {
    let sessions = || {
        notes(ctx).map(|(row, note)| {
            (
                row,
                if is_off(ctx, row, note) {
                    Stated::NotReported
                } else {
                    Stated::Done
                },
            )
        })
    };
    let whole = u32::try_from(sessions().count()).unwrap_or(u32::MAX);
    if let Some(all) =
        without(sessions()).filter(|all| is_most_of(ctx, Phase::Middle, all.found, whole))
    {
        return (true, Vec::from([all]));
    }
    let mut long = runs(sessions());
    long.retain(|run| run.found > ctx.spec().focus.off_focus_run.value.into());
    (false, long)
}
