//! Medication: that it is thought of, that a referral is followed up, and what changes.

use super::{
    super::{
        due::{
            Beginning, beginning, first_session, indispensable, none_shown,
            open_when_beginning_was_over,
        },
        rules,
    },
    shared::notes,
};
use crate::{
    record::{
        contact::{Contact, ContactWith},
        patient::{MedicationChange, MedicationNoted},
    },
    rule::values,
    source::SourceId,
    vocabulary::{InitialTask as T, MedicationDecision, Severity, Stated, Topic},
};

rules! {
    kind: Content;

    /// Before the middle phase begins, medication must be evaluated, with an outcome.
    ///
    /// ## Why
    /// Those who do not prescribe evaluate it too: not indicated, declined, already taken or
    /// referred are outcomes. Where it is on record what the patient took, or that they took
    /// nothing, somebody asked: a warning. An evaluation without an outcome is noted.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a
    /// warning, unless much of the middle phase lay behind.
    MEDICATION_EVALUATED = {
        code: "IPT-037", severity: Error, clause: PublishedBound,
        topics: [Medication], parameters: ["initial.tasks", "middle.late_share"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("first phase"), SourceId::TITLE_IV_E.at("evaluation")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.tasks"],
        says: {
            finds NOT_EVALUATED: "By the note of {noted} it was not considered whether medication was needed, nor had it been {due}.";
            lacks NONE: "{due}, it was not on record whether medication had been considered.";
            lacks TAKEN Warning: "{due}, no evaluation of medication was on record, although the patient's medication is.";
            lacks NONE_TAKEN Warning: "{due}, it was not on record whether medication had been considered, only that none was taken.";
            lacks NO_OUTCOME Note: "Medication was considered on {day}, and what came of it is not on record.";
        },
        check: |ctx, out| {
            let taken = ctx.all::<MedicationNoted>().map(|(_, noted)| noted.change != MedicationChange::NoneTaken).max();
            let (never, silent) = match taken {
                Some(true) => (Severity::Warning, TAKEN),
                Some(false) => (Severity::Warning, NONE_TAKEN),
                None => (indispensable(ctx), NONE),
            };
            open_when_beginning_was_over(T::MedicationEvaluation, never, [NOT_EVALUATED, silent], ctx, out);
            let is_due = ctx.spec().initial.tasks.value.contains(T::MedicationEvaluation);
            if is_due && !matches!(beginning(ctx), Beginning::Lasts) {
                let evaluated = || notes(ctx, T::MedicationEvaluation);
                if let Some((row, _)) = evaluated().next().filter(|_| evaluated().all(|(_, note)| note.medication.is_none())) {
                    out.lacks(NO_OUTCOME, Topic::Medication, ctx.place_of(row.seq), values! {});
                }
            }
        },
    };

    /// After a referral to a prescriber, one should be contacted within the days that the protocol allows.
    ///
    /// ## Why
    /// A referral that nobody follows up is easily lost.
    ///
    /// ## When it does not apply
    /// When the evaluation did not refer; before the days are over, or when the course was closed
    /// before. A change of medication after the referral shows that a prescriber was reached.
    PRESCRIBER_CONTACTED = {
        code: "IPT-038", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        topics: [Contacts, Medication], parameters: ["timing.prescriber_days"],
        basis: Design, sources: [SourceId::DESIGN.at("contact with the prescriber")],
        remedies: [RecordIt, DoItNext], record: ["contact", "medication_noted.prescriber_contacted"],
        says: {
            calls_for NO_CONTACT: "The patient was referred to a prescriber on {day}, and no contact with one was on record by {to}, \
                {days:day|days} later."
                asks "The patient was referred to a prescriber on {day}. Was one reached?";
            lacks LATE Note: "The patient was referred to a prescriber on {day}, and no contact with one was on record in the {most:day|days} that \
                {protocol} allows for it.";
        },
        check: |ctx, out| {
            let decided = || notes(ctx, T::MedicationEvaluation).filter(|(_, note)| note.medication.is_some());
            let Some((row, _)) = decided().find(|(_, note)| note.medication == Some(MedicationDecision::Referred)) else {
                return if decided().next().is_some() { out.does_not_apply() } else { none_shown(Topic::Medication, ctx, out) };
            };
            let reached = |contact: &Contact| contact.with == ContactWith::Prescriber && contact.reached != Stated::NotDone;
            let met = ctx.all::<Contact>().filter(|(_, contact)| reached(contact)).map(|(at, _)| at);
            let prescribed = |noted: &MedicationNoted| noted.prescriber_contacted.is_done() || is_change(noted.change);
            let noted = ctx.all::<MedicationNoted>().filter(|(_, noted)| prescribed(noted)).map(|(at, _)| at);
            let first = met.chain(noted).filter(|at| at.on >= row.on).min_by_key(|at| (at.on, at.seq));
            let most = ctx.spec().timing.prescriber_days.value;
            let place = ctx.place_of(row.seq);
            let to = ctx.closing().map_or(ctx.as_of(), |(closed, _)| closed.on.min(ctx.as_of()));
            let days = (first.map_or(to, |at| at.on) - row.on).num_days();
            if days <= i64::from(most) {
                return;
            }
            if let Some(at) = first {
                out.lacks(LATE, [Topic::Contacts, Topic::Medication], place, values! { most }).remedied_by(at.seq);
            } else {
                out.calls_for(NO_CONTACT, [Topic::Contacts, Topic::Medication], place, values! { to, days });
            }
        },
    };

    /// A change of medication
    ///
    /// ## Why
    /// Nothing is wrong with a change. Whoever reads the scores wants to know of it, and safety is
    /// asked about more closely after it.
    ///
    /// ## When it does not apply
    /// Before the first session. What is taken at entry, and that nothing is taken, is no change.
    /// Where the protocol expects medication, a change is noted all the same.
    MEDICATION_CHANGED = {
        code: "IPT-052", severity: Note, clause: Event,
        topics: [Medication, Sessions], holds_if_reported: [Medication],
        basis: Design, sources: [SourceId::DESIGN.at("medication during the course")],
        remedies: [ForInformation],
        says: {
            finds CHANGED: "A change of medication was recorded on {day}: {change}.";
            finds CHANGED_CLASS: "A change of medication was recorded on {day}: {change} ({class}).";
        },
        check: |ctx, out| {
            let begun = first_session(ctx).map(|row| row.on);
            if begun.is_none() && !ctx.began_midway() {
                return out.has_none(Topic::Sessions);
            }
            for (row, noted) in ctx.all::<MedicationNoted>() {
                if is_change(noted.change) && begun.is_none_or(|day| day <= row.on) {
                    let (place, change) = (ctx.place_of(row.seq), noted.change);
                    match noted.class {
                        Some(class) => out.finds(CHANGED_CLASS, place, values! { change, class }),
                        None => out.finds(CHANGED, place, values! { change }),
                    };
                }
            }
        },
    };
}

fn is_change(change: MedicationChange) -> bool {
    !matches!(
        change,
        MedicationChange::AtEntry | MedicationChange::NoneTaken
    )
}
