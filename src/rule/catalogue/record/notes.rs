//! What entries say of themselves: when they were written, how long a session took, which phase it
//! names.

use alloc::{collections::BTreeMap, vec::Vec};

use chrono::NaiveDate;

use crate::{
    course::entry::{Content, Origin},
    machine::Guard,
    record::{
        contract::{ContractAgreed, ContractAmended, ContractScope},
        session::{Attendance, SessionKind},
    },
    rule::{
        Ctx, FactRow, SessionRow, Sink, StepRow,
        catalogue::{middle::treatment_notes, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Phase, PhaseSet, Place, Topic, Track},
};

rules! {
    kind: Record;

    /// Entries should be written within a few days of what they record.
    ///
    /// ## Why
    /// A note written long after is a recollection; a reader should know. What concerns a person's
    /// safety weighs more, because a response that was written down weeks later counts as one of
    /// its day.
    ///
    /// ## When it does not apply
    /// Entries that were imported or inferred, which are written late by their nature. A correction
    /// stands for what it corrects and is not asked when it was written.
    WRITTEN_IN_TIME = {
        code: "IPT-005", severity: Warning, clause: OwnNumber,
        topics: [], parameters: ["timing.late_entry_days"],
        basis: Design, sources: [SourceId::DESIGN.at("late entries")],
        remedies: [ForInformation, JustifyByWaiver],
        says: {
            finds SAFETY_LATE: "What was recorded about safety for {day} was written down on {written}, {days:day|days} later; the protocol allows at most {most:day|days}.";
            finds LATE Note: "What happened on {day} was written down on {written}, {days:day|days} later; the protocol allows at most {most:day|days}.";
            finds MANY_LATE Note: "On {written}, {found} entries were written down late, the oldest about what had happened on {day}, \
                {days:day|days} before; the protocol allows at most {most:day|days}.";
        },
        check: |ctx, out| {
            let most = ctx.spec().timing.late_entry_days.value;
            // What was written on one day is one finding.
            let mut late: BTreeMap<NaiveDate, Vec<FactRow>> = BTreeMap::new();
            for (row, _) in ctx.all_facts() {
                let Some(entry) = ctx.entry(row.seq) else { continue };
                if entry.origin != Origin::Live || !matches!(entry.content, Content::Fact { .. }) {
                    continue;
                }
                let written = entry.recorded_at.date_naive();
                // Nearly all are written on their day, and days are slower to count than to
                // compare.
                if written <= row.on || (written - row.on).num_days() <= i64::from(most) {
                    continue;
                }
                if row.kind.topic() == Some(Topic::Safety) {
                    let days = (written - row.on).num_days();
                    out.finds(SAFETY_LATE, Place::Entry(row.seq), values! { written, days, most });
                } else {
                    late.entry(written).or_default().push(row);
                }
            }
            for (written, rows) in late {
                let Some(oldest) = rows.first() else { continue };
                let (found, days) = (rows.len(), (written - oldest.on).num_days());
                let case = if found == 1 { LATE } else { MANY_LATE };
                out.finds(case, ctx.place_of(oldest.seq), values! { written, found, days, most });
            }
        },
    };

    /// A session should take as long as the protocol, or the contract, has it.
    ///
    /// ## Why
    /// The length is part of the dose. One long or short session is soon made up; many are another
    /// treatment. A very short one that uses up a slot is worth a decision.
    ///
    /// ## When it does not apply
    /// Sessions whose minutes are not recorded, and those beside the main track for which the
    /// protocol gives none. Crisis and joint sessions, and one that is short
    /// because the patient came late, are asked for the least contact alone. Minutes never decide
    /// whether a session was held. What was agreed before a record that begins in mid-course cannot
    /// be told.
    SESSION_LENGTH = {
        code: "IPT-008", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        topics: [Agreements, Sessions], looks_for: [Sessions],
        parameters: ["dose.minutes", "dose.first_minutes", "tracks", "work.contact_minutes_min"],
        basis: Manual,
        sources: [
            SourceId::ISIPT_STRATEGIES.at("45 to 50 minutes"), SourceId::WEISSMAN_2000.at("ch. 7"),
            SourceId::DESIGN.at("least minutes, further tracks"),
        ],
        remedies: [CorrectEntry, AgreeAmendment, ForInformation], record: ["session.minutes", "contract_amended.minutes"],
        says: {
            lacks OUTSIDE Note: "The session of {day} took {found:minute|minutes}; {protocol} and the contract provide for {range}.";
            lacks MOSTLY_OUTSIDE: "From {from} to {day}, {part} of the {whole} sessions with minutes on record were shorter or longer than \
                {protocol} and the contract provide for, the last with {found:minute|minutes} instead of {range}.";
            finds VERY_SHORT: "The session of {day} took {found:minute|minutes}; {protocol} expects at least {least} minutes of contact.";
            finds BESIDE Note: "A session beside the main track ({track}) took {found:minute|minutes} on {day}; {protocol} provides for {range}.";
        },
        check: |ctx, out| {
            main_track(ctx, out, [OUTSIDE, MOSTLY_OUTSIDE]);
            let least = ctx.spec().work.contact_minutes_min.value;
            for (row, note) in treatment_notes(ctx) {
                if let Some(found) = note.minutes.filter(|&minutes| minutes < least) {
                    out.finds(VERY_SHORT, ctx.place(row), values! { found, least });
                }
            }
            for track in ctx.spec().tracks.iter().filter(|track| track.track != Track::Main) {
                // Where it gives no minutes for them, those of the main track say nothing.
                let Some(span) = track.minutes.map(|minutes| minutes.value) else { continue };
                for timed in timed(ctx).filter(|timed| timed.row.track == track.track) {
                    out.applies();
                    if timed.is_outside(span.min, span.max) {
                        let values = values! { found: timed.minutes, least: span.min, most: span.max, track: track.track };
                        out.finds(BESIDE, ctx.place(timed.row), values);
                    }
                }
            }
        },
    };

    /// A change of phase must follow the protocol's list of phases.
    ///
    /// ## Why
    /// The phases build on each other. Passing one over, or beginning one again, usually means that
    /// its work was left out. A session that names a phase takes the course there; when it takes
    /// the course back, the label is often a slip. All variants of IPT end once: treatment that
    /// begins again after its ending is a second treatment in one course, and an error.
    ///
    /// ## When it does not apply
    /// Before any step was taken. A return from the ending after an agreed extension has its own
    /// rule, and a course may close from any phase. Where agreements are not reported in full, a
    /// phase that seems to be passed over may have begun unwritten.
    PHASES_IN_ORDER = {
        code: "IPT-011", severity: Error, clause: Shared, kind: Order,
        topics: [Agreements], parameters: ["phases"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, one ending"),
            SourceId::DESIGN.at("phases, after the manuals"),
            SourceId::TITLE_IV_E.at("maintenance has its own contract"),
        ],
        remedies: [CorrectEntry, JustifyByWaiver], record: ["phase_begun", "session.phase"],
        says: {
            lacks PASSED_OVER Warning: "On {day} the {to} began straight after the {from}; not on record between them: {skipped}.";
            finds FOREIGN Warning: "The {to} began on {day}; {protocol} has no such phase.";
            finds BACK Warning: "By the record, treatment went back on {day} from the {from} to the {to}.";
            finds LABELLED_BACK Warning: "The note of the session of {day} named the {to}, although the {from} had begun before.";
            finds BEGUN_ANEW: "On {day} treatment began anew with the {to}, after the {from} had begun; {found:session|sessions} followed in the same course.";
            finds AGAIN Warning: "On {day} the {to} was recorded as beginning, although it had begun before and not ended.";
        },
        check: |ctx, out| {
            if !ctx.history.judged.contains(Guard::PhaseOrder) {
                return out.does_not_apply();
            }
            for step in ctx.steps().iter().filter(|step| step.unmet.contains(Guard::PhaseOrder)) {
                let (place, from, to) = (ctx.place_of(step.seq), step.from, step.to);
                let between = ctx.spec().phases.iter().filter(|spec| !spec.optional && from < spec.phase && spec.phase < to);
                let is_label = matches!(place, Place::Session { .. });
                if to > from && ctx.protocol().phase(to).is_some() {
                    let skipped: PhaseSet = between.map(|spec| spec.phase).collect();
                    out.lacks(PASSED_OVER, Topic::Agreements, place, values! { from, to, skipped });
                } else if to > from {
                    out.finds(FOREIGN, place, values! { to });
                } else if to == from {
                    out.finds(AGAIN, place, values! { to });
                } else if let Some(found) = begun_anew(ctx, step) {
                    out.finds(BEGUN_ANEW, place, values! { from, to, found });
                } else {
                    out.finds(if is_label { LABELLED_BACK } else { BACK }, place, values! { from, to });
                }
            }
        },
    };
}

/// The sessions from a step on by which treatment began anew after its ending. None for another
/// step, and for a label that the next session did not keep.
fn begun_anew(ctx: &Ctx<'_>, step: &StepRow) -> Option<usize> {
    let is_new = step.to <= Phase::Initial && step.from >= Phase::Termination;
    let since = || ctx.held().filter(|row| is_new && step.on <= row.on);
    let kept = since()
        .take_while(|row| row.phase < Phase::Termination)
        .count();
    (kept > 1).then(|| since().count())
}

/// An ordinary session whose minutes are on record.
struct Timed<'a> {
    row: &'a SessionRow,
    minutes: u16,
    /// The frame was kept with a patient who came late.
    came_late: bool,
}

impl Timed<'_> {
    const fn is_outside(&self, least: u16, most: u16) -> bool {
        self.minutes > most || self.minutes < least && !self.came_late
    }
}

fn timed<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Timed<'a>> + use<'a> {
    let ctx = *ctx;
    ctx.sessions()
        .iter()
        .filter(|row| row.held && row.kind == SessionKind::Ordinary)
        .filter_map(move |row| {
            let note = ctx.note(row)?;
            Some(Timed {
                row,
                minutes: note.minutes?,
                came_late: note.attendance == Attendance::Late,
            })
        })
}

/// The acute sessions of the main track: each that is too short or too long, or all in one where
/// that is more than half of them.
fn main_track(ctx: &Ctx<'_>, out: &mut Sink<'_>, [outside, mostly]: [&str; 2]) {
    let contracts = || {
        ctx.all::<ContractAgreed>()
            .filter(|(_, contract)| contract.scope == ContractScope::Acute)
    };
    let very_short = ctx.spec().work.contact_minutes_min.value;
    let (mut whole, mut found) = (0, Vec::new());
    for timed in timed(ctx).filter(|timed| timed.row.acute) {
        out.applies();
        whole += 1;
        let dose = &ctx.spec().dose;
        let (mut least, mut most) = (dose.minutes.value.min, dose.minutes.value.max);
        if let (1, Some(first)) = (timed.row.ordinal, dose.first_minutes) {
            (least, most) = (least.min(first.value.min), most.max(first.value.max));
        }
        // What patient and therapist agreed on is within the bounds, whatever the protocol has.
        let amended = ctx
            .all::<ContractAmended>()
            .filter(|(at, _)| !at.phase.has_own_contract());
        let agreed = contracts().filter_map(|(_, contract)| contract.minutes);
        for agreed in agreed.chain(amended.filter_map(|(_, amended)| amended.minutes)) {
            (least, most) = (least.min(agreed), most.max(agreed));
        }
        if timed.is_outside(least, most) && timed.minutes >= very_short {
            found.push((timed, least, most));
        }
    }
    if ctx.began_midway() && contracts().next().is_none() {
        for (timed, ..) in &found {
            out.cannot_tell(Topic::Agreements, ctx.place(timed.row));
        }
        return;
    }
    match &found[..] {
        [(first, ..), .., (latest, least, most)] if found.len() * 2 > whole => {
            let (part, from) = (found.len(), first.row.on);
            let values =
                values! { part, whole, from, found: latest.minutes, least: *least, most: *most };
            out.lacks(mostly, Topic::Agreements, ctx.place(latest.row), values)
                .see(ctx.place(first.row));
        }
        _ => {
            for (timed, least, most) in &found {
                let values = values! { found: timed.minutes, least: *least, most: *most };
                out.lacks(outside, Topic::Agreements, ctx.place(timed.row), values);
            }
        }
    }
}
