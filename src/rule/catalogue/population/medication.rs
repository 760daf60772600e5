//! What a protocol says of medication: expected, held back at first, or studied without it.

use chrono::NaiveDate;

use super::{
    super::{
        due::{self, Beginning, beginning, due_with_middle},
        rules,
    },
    first_session,
};
use crate::{
    measure::Instrument,
    protocol::MedicationPolicy,
    record::patient::{MedicationChange, MedicationNoted},
    rule::{Ctx, FactRow, values},
    source::SourceId,
    vocabulary::Topic,
};

rules! {
    kind: Content;

    /// Where medication is part of the treatment, it should be on record by the beginning of the middle phase.
    ///
    /// ## Why
    /// A variant that was studied together with medication is another treatment without it.
    ///
    /// ## When it does not apply
    /// Protocols that do not expect medication; while the initial phase lasts, or before the first
    /// session where there is no middle phase. Noted later, the finding stays and is marked as
    /// remedied.
    MEDICATION_ON_RECORD = {
        code: "IPT-272", severity: Warning, clause: Deviation,
        topics: [Medication, Sessions], parameters: ["work.medication"],
        basis: Trial,
        sources: [SourceId::MTLLD.at("treatment"), SourceId::IPSRT_HANDBOOK.at("combination with medication")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["medication_noted"],
        says: {
            finds NONE_TAKEN: "By {day} the record said that no medication was taken; {protocol} was studied together with medication.";
            lacks NONE_NOTED: "By {day} no medication was on record; {protocol} was studied together with medication.";
        },
        check: |ctx, out| {
            if ctx.spec().work.medication.value != MedicationPolicy::Expected {
                return out.does_not_apply();
            }
            let takes = |change| change != MedicationChange::NoneTaken;
            let taken = ctx.all::<MedicationNoted>().find(|(_, noted)| takes(noted.change)).map(|(row, _)| row);
            let first = due::first_session(ctx);
            let due = due_with_middle(Topic::Medication, taken.is_some(), first, ctx, out);
            let Some((due, place)) = due else { return };
            if taken.is_some_and(|row| row.on <= due) {
                return;
            }
            let finding = if ctx.all::<MedicationNoted>().any(|(row, noted)| row.on <= due && !takes(noted.change)) {
                out.finds(NONE_TAKEN, place, values! {})
            } else {
                out.lacks(NONE_NOTED, Topic::Medication, place, values! {})
            };
            if let Some(row) = taken {
                finding.remedied_by(row.seq);
            }
        },
    };

    /// Medication in the weeks in which the protocol holds it back
    ///
    /// ## Why
    /// The design finds out whether the therapy is enough by itself; with a medicine from the start
    /// nobody can say. Nothing is wrong with a medicine that was needed.
    ///
    /// ## When it does not apply
    /// Protocols that withhold none; before the first session. Where the source gives no weeks,
    /// until the middle phase begins. What was taken at entry and stopped by the first session, and
    /// medication after a safety concern or a clear worsening.
    MEDICATION_WITHHELD_AT_FIRST = {
        code: "IPT-273", severity: Note, clause: Event,
        topics: [Medication, Sessions], holds_if_reported: [Medication],
        parameters: ["work.medication", "work.medication_withheld_weeks"],
        basis: Trial, sources: [SourceId::SWARTZ_2009.at("treatment")],
        remedies: [CorrectEntry, ConsiderOtherProtocol, ForInformation],
        says: {
            finds EARLY: "Medication was noted on {day} ({change}), within the time at the beginning in which {protocol} holds it back.";
        },
        check: |ctx, out| {
            let work = &ctx.spec().work;
            if work.medication.value != MedicationPolicy::WithheldFirst {
                return out.does_not_apply();
            }
            let Some(first) = first_session(Topic::Medication, ctx, out) else { return };
            let is_early = |day: NaiveDate| match (work.medication_withheld_weeks, beginning(ctx)) {
                (Some(weeks), _) => (day - first.on).num_days() < i64::from(weeks.value) * 7,
                (None, Beginning::Over(step)) => day < step.on,
                (None, Beginning::Lasts | Beginning::BeforeRecord) => true,
            };
            let stopped = |from: FactRow| {
                ctx.all::<MedicationNoted>().any(|(row, noted)| {
                    noted.change == MedicationChange::Stopped && from.on <= row.on && row.on <= first.on
                })
            };
            for (row, noted) in ctx.all::<MedicationNoted>().filter(|(_, noted)| is_taken(noted)) {
                if is_early(row.on) && !stopped(row) && !was_needed_by(row.on, ctx) {
                    out.finds(EARLY, ctx.place_of(row.seq), values! { change: noted.change });
                }
            }
        },
    };

    /// Medication beside a therapy that was studied alone
    ///
    /// ## Why
    /// Nothing is wrong with medication. What was found for the therapy alone was found without it,
    /// and whoever reads the result wants to know.
    ///
    /// ## When it does not apply
    /// Protocols that do not say so. What changes later in the course has a rule of its own.
    STUDIED_WITHOUT_MEDICATION = {
        code: "IPT-274", severity: Note, clause: Event,
        topics: [Medication], holds_if_reported: [Medication], parameters: ["work.medication"],
        basis: Trial, sources: [SourceId::ELKIN_1989.at("treatment arms")],
        remedies: [ForInformation],
        says: {
            finds BESIDE: "Medication was noted on {day} ({change}); {protocol} was studied without medication.";
        },
        check: |ctx, out| {
            if ctx.spec().work.medication.value != MedicationPolicy::StudiedAlone {
                return out.does_not_apply();
            }
            if let Some((row, noted)) = ctx.all::<MedicationNoted>().find(|(_, noted)| is_taken(noted)) {
                out.finds(BESIDE, ctx.place_of(row.seq), values! { change: noted.change });
            }
        },
    };
}

/// Whether a note on medication shows that some is taken.
const fn is_taken(noted: &MedicationNoted) -> bool {
    use MedicationChange::{AtEntry, DoseChanged, Started, Switched};
    matches!(noted.change, AtEntry | Started | DoseChanged | Switched)
}

/// Whether a safety concern had been raised by a day, or a score was clearly worse than the one
/// before it from the same source.
fn was_needed_by(day: NaiveDate, ctx: &Ctx<'_>) -> bool {
    let totals = || {
        let scores = ctx.history.scores.iter().filter(|row| row.on <= day);
        scores.filter_map(|row| Some((row.source, row.total?)))
    };
    let worsened = totals().enumerate().any(|(at, (source, total))| {
        let before = totals()
            .take(at)
            .filter(|(other, _)| *other == source)
            .last();
        let points = before.zip(Instrument::get(source.instrument));
        points.is_some_and(|((_, before), scale)| scale.worsened(before, total) == Some(true))
    });
    worsened
        || ctx
            .safety()
            .iter()
            .any(|row| row.on <= day && row.raised.is_some())
}
