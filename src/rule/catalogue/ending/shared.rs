//! What the rules about the ending read.

use chrono::NaiveDate;

use crate::{
    record::{
        Fact,
        ending::{Closed, Disposition},
        patient::{MedicationChange, MedicationNoted},
    },
    rule::Ctx,
    vocabulary::{InitialTask, MedicationDecision, Phase, TaskNote},
};

/// Whether the protocol has an ending.
pub(super) fn has_ending(ctx: &Ctx<'_>) -> bool {
    ctx.protocol().phase(Phase::Termination).is_some()
}

/// Whether treatment went on under a contract of its own: an open hand-over.
pub(super) fn goes_on(ctx: &Ctx<'_>) -> bool {
    [Phase::Continuation, Phase::Maintenance]
        .into_iter()
        .any(|phase| ctx.entered(phase).is_some())
}

/// Whether the closing hands over to continuation or maintenance, be it in another course.
pub(super) const fn hands_over(closed: &Closed) -> bool {
    matches!(
        closed.disposition,
        Disposition::Continuation | Disposition::Maintenance
    )
}

/// Whether the patient took medication by what the record says until the end of a day; none if it
/// does not say. One of two drugs that is stopped leaves the other.
pub(in crate::rule::catalogue) fn takes_medication(ctx: &Ctx<'_>, day: NaiveDate) -> Option<bool> {
    use MedicationChange::{NoneTaken, Stopped};
    let noted = || {
        ctx.all::<MedicationNoted>()
            .take_while(|(row, _)| row.on <= day)
    };
    noted().next()?;
    let mut takes = noted().filter(|(_, it)| !matches!(it.change, Stopped | NoneTaken));
    Some(takes.any(|(row, drug)| {
        let ends = |it: &MedicationNoted| match it.change {
            NoneTaken => true,
            Stopped => it.class.is_none() || drug.class.is_none() || it.class == drug.class,
            _ => false,
        };
        !noted().any(|(later, it)| (later.on, later.seq) > (row.on, row.seq) && ends(it))
    }))
}

/// Whether the evaluation of medication says that the patient takes some.
pub(super) fn evaluated_as_taking(ctx: &Ctx<'_>) -> bool {
    let Some((_, seq)) = ctx.initial_task(InitialTask::MedicationEvaluation) else {
        return false;
    };
    let taking = |note: &TaskNote| note.medication == Some(MedicationDecision::AlreadyTaking);
    match ctx.entry(seq).and_then(crate::Entry::stated) {
        Some((_, Fact::Session(session))) => session.tasks.iter().any(taking),
        Some((_, Fact::TaskRecorded(note))) => taking(note),
        _ => false,
    }
}
