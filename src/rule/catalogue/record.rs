//! The record itself: IPT-001 to IPT-011.

use chrono::NaiveDate;

use super::{
    due::{each, none_shown},
    guaranteed, old_rules,
};
use crate::{
    entry::Origin,
    id::ActorRef,
    machine::Guard,
    record::{
        FactKind,
        contract::{ContractAgreed, ContractScope},
        session::{Attendance, SessionKind},
    },
    rule::OldEvidence,
    source::SourceId,
    topic::Topic,
};

old_rules! {
    /// A course names one protocol, and every report says against which it was checked.
    ///
    /// ## Why
    /// "Conforms" means nothing without "to what".
    ///
    /// ## When it does not apply
    /// It always applies. A course that goes on under another protocol says from which day on.
    ONE_PROTOCOL = {
        code: "IPT-001", severity: Error, clause: Integrity, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [RecordIt],
        guaranteed_by: "a course holds its protocol whole, a change of it is an entry, a report carries identifier and version",
        check: guaranteed,
    };

    /// Each number stands for one held session of its track.
    ///
    /// ## Why
    /// Two notes under one number hide a session or count one twice; dose, phase lengths and the ending hang on the
    /// count.
    ///
    /// ## When it does not apply
    /// Sessions without a number of the application's own, and sessions that were missed. Each track counts for itself.
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
    ///
    /// ## When it does not apply
    /// It always applies. A fact may lie a day after its writing, for the sake of time zones.
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
    ///
    /// ## When it does not apply
    /// While the course is open. Corrections of what was recorded before are possible at any time.
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
    /// Entries that were imported or inferred, which are written late by their nature. A correction stands for what it
    /// corrects and is not asked when it was written.
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
                // Nearly all are written on their day, and days are slower to count than to compare.
                if written > row.on && (written - row.on).num_days() > limit {
                    let limit = u32::from(ctx.spec().timing.late_entry_days.value);
                    out.old_finds(ctx.place_of(row.seq), OldEvidence::Days { from: row.on, to: written, limit });
                }
            }
        },
    };

    /// A correction keeps what it corrects, and who corrected it.
    ///
    /// ## Why
    /// A record that can be overwritten cannot be trusted, by the one who wrote it first of all.
    ///
    /// ## When it does not apply
    /// It always applies.
    CORRECTIONS_KEEP = {
        code: "IPT-006", severity: Error, clause: Integrity, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "strikes and corrections are entries with author and moment of their own; no entry is changed or removed",
        check: guaranteed,
    };

    /// Each held session has a therapist, and a change of therapist is recorded as a transfer.
    ///
    /// ## Why
    /// Treatment rests on one relationship. Who holds a session, and when that changes, is part of the record.
    ///
    /// ## When it does not apply
    /// Courses in which no session was held. Whoever holds a session in a crisis does not take over by it.
    SESSION_HAS_THERAPIST = {
        code: "IPT-007", severity: Warning, clause: Deviation, kind: Record,
        moments: [Recording], topics: [Supervision, Contacts, Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("therapist of a session")], since: FIRST,
        remedies: [RecordIt, CorrectEntry],
        check: |ctx, out| {
            let assigned = |day| ctx.facts(FactKind::TherapistAssigned).any(|(row, _)| row.on <= day);
            // A handover often lies on the day of the last session before it.
            let handed_over = |to: ActorRef, since: NaiveDate, day: NaiveDate| {
                let within = |on: NaiveDate| since <= on && on <= day;
                ctx.facts(FactKind::Transferred).any(|(row, _)| within(row.on))
                    || each!(ctx, TherapistAssigned).any(|(row, new)| new.therapist == to && within(row.on))
            };
            let mut before: Option<(ActorRef, NaiveDate)> = None;
            let mut any = false;
            for row in ctx.held() {
                any = true;
                match ctx.note(row).and_then(|note| note.therapist) {
                    None if !assigned(row.on) => {
                        out.old_lacks(Topic::Supervision, ctx.place(row), OldEvidence::Matter { name: "therapist" });
                    }
                    None => {}
                    // Whoever is on duty in a crisis does not take over.
                    Some(_) if row.kind == SessionKind::Crisis => {}
                    Some(therapist) => {
                        let changes = |(other, since)| other != therapist && !handed_over(therapist, since, row.on);
                        if before.is_some_and(changes) {
                            out.old_lacks(Topic::Contacts, ctx.place(row), OldEvidence::Matter { name: "transfer" });
                        }
                        before = Some((therapist, row.on));
                    }
                }
            }
            if !any {
                none_shown(Topic::Sessions, ctx, out);
            }
        },
    };

    /// A session takes as long as the protocol, or the contract, has it.
    ///
    /// ## Why
    /// The length is part of the dose. One long or short session is soon made up; many are another treatment.
    ///
    /// ## When it does not apply
    /// Sessions whose minutes are not recorded, crisis and joint sessions, sessions of continuation and maintenance, a
    /// session that is short because the patient came late, and sessions so short that a rule of their own speaks.
    /// Minutes never decide whether a session was held. What was agreed before a record that begins in mid-course cannot
    /// be told.
    SESSION_LENGTH = {
        code: "IPT-008", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements],
        parameters: ["dose.minutes", "dose.first_minutes", "work.contact_minutes_min"],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("45 to 50 minutes"), SourceId::WEISSMAN_2000.at("ch. 7")],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, ForInformation],
        check: |ctx, out| {
            let dose = &ctx.spec().dose;
            let acute = |contract: &ContractAgreed| contract.scope == ContractScope::Acute;
            let agreed_before = ctx.began_midway() && !each!(ctx, ContractAgreed).any(|(_, contract)| acute(contract));
            let mut any = false;
            for row in ctx.held().filter(|row| row.kind == SessionKind::Ordinary) {
                let Some(note) = ctx.note(row) else { continue };
                let Some(found) = note.minutes else { continue };
                any = true;
                let (mut least, mut most) = (dose.minutes.value.min, dose.minutes.value.max);
                if let (1, Some(first)) = (row.ordinal, dose.first_minutes) {
                    (least, most) = (least.min(first.value.min), most.max(first.value.max));
                }
                // What patient and therapist agreed on is within the bounds, whatever the protocol has.
                let contracts = each!(ctx, ContractAgreed).filter(|(_, contract)| acute(contract));
                let amendments = each!(ctx, ContractAmended).filter(|(at, _)| !at.phase.has_own_contract());
                let agreed = contracts.filter_map(|(_, contract)| contract.minutes);
                for agreed in agreed.chain(amendments.filter_map(|(_, amended)| amended.minutes)) {
                    (least, most) = (least.min(agreed), most.max(agreed));
                }
                // Below the least contact a rule of its own speaks; and the frame was kept with a patient who came late.
                let very_short = found < ctx.spec().work.contact_minutes_min.value;
                let too_short = found < least && !very_short && note.attendance != Attendance::Late;
                if !too_short && found <= most {
                    continue;
                }
                if agreed_before {
                    out.cannot_tell(Topic::Agreements, ctx.place(row));
                } else {
                    let evidence = OldEvidence::Outside { found: found.into(), least: least.into(), most: most.into() };
                    out.old_lacks(Topic::Agreements, ctx.place(row), evidence);
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A held session says on which day it was, who came, and of which kind it was.
    ///
    /// ## Why
    /// Without these nothing else can be asked of it. The enquiry about safety and the symptom check have rules of
    /// their own.
    ///
    /// ## When it does not apply
    /// Sessions that were missed say who did not come, and of them nothing else is asked.
    SESSION_SAYS_THE_LEAST = {
        code: "IPT-009", severity: Error, clause: Integrity, kind: Record,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("record integrity")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "a session is one note with a day, an attendance and a kind; phase and number follow from the record",
        check: guaranteed,
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
                    let evidence = OldEvidence::Phases { written: step.to, derived: step.from };
                    out.old_finds(ctx.place_of(step.seq), evidence);
                }
            }
        },
    };

    /// A change of phase follows the protocol's list of phases.
    ///
    /// ## Why
    /// The phases build on each other. Passing one over, or beginning one again, usually means that its work was left
    /// out.
    ///
    /// ## When it does not apply
    /// Before any step was taken. A return from the ending after an agreed extension has its own rule, and a course may
    /// close from any phase. Where agreements are not reported in full, a phase that seems to be passed over may have
    /// begun unwritten.
    PHASES_IN_ORDER = {
        code: "IPT-011", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [Agreements], parameters: ["phases"],
        basis: Design, sources: [SourceId::DESIGN.at("phase order, after the phase structure of the manuals")],
        since: FIRST,
        remedies: [CorrectEntry, JustifyByWaiver],
        check: |ctx, out| {
            if !ctx.index.judged.contains(Guard::PhaseOrder) {
                return out.does_not_apply();
            }
            for step in ctx.steps().iter().filter(|step| step.unmet.contains(Guard::PhaseOrder)) {
                let place = ctx.place_of(step.seq);
                let evidence = OldEvidence::Phases { written: step.to, derived: step.from };
                if step.to > step.from && ctx.protocol().phase(step.to).is_some() {
                    out.old_lacks(Topic::Agreements, place, evidence);
                } else {
                    out.old_finds(place, evidence);
                }
            }
        },
    };
}
