//! Record integrity: IPT-001 to IPT-011.

use super::{condition, guaranteed, rules};
use crate::{
    entry::Origin,
    machine::Guard,
    rule::{Evidence, Severity},
    source::SourceId,
    topic::Topic,
};

rules! {
    /// Each number stands for one held session of its track.
    ///
    /// ## Why
    /// Two notes under one number hide a session or count one twice; dose, phase lengths and the ending hang on the count.
    SESSION_NUMBERS = {
        code: "IPT-002", severity: Error, clause: Integrity, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "record refuses a second held session with the same number in one track",
        check: guaranteed,
    };

    /// No fact lies before the opening or after the day on which it was written.
    ///
    /// ## Why
    /// What is dated outside its course belongs to another one, or the date is wrong.
    DATES_WITHIN_COURSE = {
        code: "IPT-003", severity: Error, clause: Integrity, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "record refuses a fact before the opening, and one more than a day after its writing",
        check: guaranteed,
    };

    /// After closing, only scores, safety and administration are recorded.
    ///
    /// ## Why
    /// Care after the end is a new course that names this one, so that each course has one beginning and one end.
    NOTHING_AFTER_CLOSING = {
        code: "IPT-004", severity: Error, clause: Integrity, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "record refuses any other fact after closing",
        check: guaranteed,
    };

    /// Entries are written within a few days of what they record.
    ///
    /// ## Why
    /// A note written long after is a recollection; a reader should know.
    ///
    /// ## When it does not apply
    /// Entries that were imported or inferred are not looked at. Corrections are dated by the fact, so they are not either.
    WRITTEN_IN_TIME = {
        code: "IPT-005", severity: Warning, clause: OwnNumber, kind: Record,
        moments: [Recording], topics: [], parameters: ["timing.late_entry_days"],
        basis: Design, sources: [SourceId::DESIGN.at("late entries")], since: FIRST,
        remedies: [ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let limit = i64::from(ctx.spec().timing.late_entry_days.value);
            for (row, _) in ctx.all_facts() {
                let Some(entry) = ctx.entry(row.seq) else { continue };
                if entry.origin != Origin::Live || !matches!(entry.content, crate::Content::Fact { .. }) {
                    continue;
                }
                let written = entry.recorded_at.date_naive();
                if (written - row.on).num_days() > limit {
                    let limit = u32::from(ctx.spec().timing.late_entry_days.value);
                    out.finds(ctx.place_of(row.seq), Evidence::Days { from: row.on, to: written, limit });
                }
            }
        },
    };

    /// The phase written in a session note is the phase that follows from the record.
    ///
    /// ## Why
    /// A session that names a phase takes the course there. When it takes the course back, the label is often a slip.
    ///
    /// ## When it does not apply
    /// Going back from the ending to the middle phase has a rule of its own.
    PHASE_AS_WRITTEN = {
        code: "IPT-010", severity: Warning, clause: Deviation, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("phase labels")], since: FIRST,
        remedies: [CorrectEntry],
        check: |ctx, out| {
            for step in ctx.steps() {
                let back = step.to < step.from && !step.judged.contains(Guard::ExtendedBefore);
                if back && ctx.sessions().iter().any(|row| row.seq == step.seq) {
                    let evidence = Evidence::Phases { written: step.to, derived: step.from };
                    out.finds_as(Severity::Warning, ctx.place_of(step.seq), evidence);
                }
            }
        },
    };

    /// A change of phase follows the protocol's list of phases.
    ///
    /// ## Why
    /// The phases build on each other. Passing one over, or beginning one again, usually means that its work was left out.
    ///
    /// ## When it does not apply
    /// A return from the ending after an agreed extension has its own rule. A course may close from any phase.
    PHASES_IN_ORDER = {
        code: "IPT-011", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [Agreements], parameters: ["phases"],
        basis: Design, sources: [SourceId::DESIGN.at("phase order, after the phase structure of the manuals")], since: FIRST,
        remedies: [CorrectEntry, JustifyByWaiver],
        check: |ctx, out| condition(Guard::PhaseOrder, Topic::Agreements, ctx, out),
    };
}
