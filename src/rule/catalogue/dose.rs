//! How much treatment there was: the protocol's own least, the slots that were used, and whether the
//! weeks of a contract were reached.

use chrono::{Days, NaiveDate};

use super::{Ctx, pace};
use crate::{
    protocol::{Cited, ProtocolSpec, Span},
    record::{
        contract::{ContractAgreed, ContractAmended, ContractScope, TimeFrame},
        ending::EndMode,
        session::SessionKind,
    },
    rule::SessionRow,
    source::Basis,
    vocabulary::{Phase, Stated, Track},
};

/// The sessions of acute treatment. A numbered phase of the main track that has a contract of its
/// own is taken off; one that may be passed over, from the greatest number alone.
pub(super) fn acute_dose(spec: &ProtocolSpec) -> Cited<Span> {
    let mut dose = spec.dose.sessions;
    for phase in spec
        .phases
        .iter()
        .filter(|phase| phase.phase.has_own_contract())
    {
        let Some(Cited {
            value: (first, last),
            ..
        }) = phase.typical
        else {
            continue;
        };
        let own = last.saturating_sub(first).saturating_add(1);
        // A protocol that is nothing else has no acute treatment to count.
        if own >= dose.value.max {
            continue;
        }
        dose.value.max -= own;
        if !phase.optional {
            dose.value.min = dose.value.min.saturating_sub(own).max(1);
        }
        dose.value.typical = dose.value.typical.clamp(dose.value.min, dose.value.max);
    }
    dose
}

/// The least sessions of a course under the protocol that is said to be completed, and the ground
/// of that number. A member who
/// joined a group that was under way had those that were left of it.
pub(super) fn least(ctx: &Ctx<'_>) -> (u16, Basis) {
    let dose = acute_dose(ctx.spec());
    let joined = ctx
        .spec()
        .group
        .and_then(|_| ctx.note(counted(ctx).find(|row| row.held)?)?.group_number)
        .map_or(0, |number| number.saturating_sub(1));
    let least = dose.value.min.saturating_sub(joined).max(1);
    (least, dose.basis)
}

/// The slots that a course used: sessions held, and missed ones that the contract counts, up to the
/// last session held, since who stays away at the end completes nothing by that. None where
/// sessions were held before the record begins and nobody knows how many.
pub(super) fn used(ctx: &Ctx<'_>) -> Option<usize> {
    // Who came again, even to what follows acute treatment, had not stayed away.
    let last = ctx.sessions().iter().rev().find(|row| row.held);
    let held = counted(ctx)
        .filter(|row| row.counts && last.is_some_and(|last| row.on <= last.on))
        .count();
    if !ctx.began_midway() {
        return Some(held);
    }
    let recorded = ctx.held().count();
    let before = usize::from(ctx.state().held()).saturating_sub(recorded);
    (before > 0).then_some(held + before)
}

/// The sessions that the dose of the protocol counts: those of acute treatment, or of what a
/// protocol without any consists of.
fn counted<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    let is_acute = [Phase::Initial, Phase::Middle]
        .into_iter()
        .any(|phase| ctx.protocol().phase(phase).is_some());
    ctx.sessions().iter().filter(move |row| {
        if is_acute {
            row.acute
        } else {
            row.acute
                || row.phase.has_own_contract()
                    && matches!(row.track, Track::Main | Track::Maintenance)
        }
    })
}

/// The weeks of the acute contract in force, and whether they were over, or nearly, when the course
/// was closed as contracted. None where no weeks were agreed, or it ended otherwise.
pub(super) fn weeks_reached(ctx: &Ctx<'_>) -> Option<Weeks> {
    let (closing, closed) = ctx.closing()?;
    let first = ctx.held().next().filter(|_| !ctx.began_midway())?.on;
    let weeks = frame(ctx)?.weeks()?;
    let as_contracted = closed.mode == EndMode::CompletedAsContracted;
    let slack = u64::from(ctx.spec().timing.planned_end_weeks.value) * 7;
    let last = ctx.held().next_back()?;
    let interval = u64::from(pace::of(ctx).interval(pace::nth(ctx, last)).limit_once());
    let due = first.checked_add_days(Days::new(u64::from(weeks) * 7))?;
    as_contracted.then(|| Weeks {
        agreed: weeks,
        first,
        reached: due <= closing.on + Days::new(slack + interval),
    })
}

/// The weeks of a contract.
pub(super) struct Weeks {
    pub(super) agreed: u16,
    /// The day of the first session.
    pub(super) first: NaiveDate,
    pub(super) reached: bool,
}

/// The frame of the acute contract in force: as it was agreed, or amended since with the patient's
/// agreement.
pub(super) fn frame(ctx: &Ctx<'_>) -> Option<TimeFrame> {
    let (at, contract) = ctx
        .all::<ContractAgreed>()
        .rfind(|(_, contract)| contract.scope == ContractScope::Acute)?;
    let amended = ctx.all::<ContractAmended>().filter(|(row, amended)| {
        at.on <= row.on
            && !row.phase.has_own_contract()
            && amended.patient_agreed != Stated::NotDone
    });
    Some(
        amended
            .filter_map(|(_, amended)| amended.frame)
            .next_back()
            .unwrap_or(contract.frame),
    )
}

/// Whether the frame was agreed anew since the contract.
pub(super) fn is_amended(ctx: &Ctx<'_>) -> bool {
    ctx.all::<ContractAmended>().any(|(row, amended)| {
        amended.frame.is_some()
            && !row.phase.has_own_contract()
            && amended.patient_agreed != Stated::NotDone
    })
}

/// The sessions of acute treatment that were given to a crisis, up to the end of a day. They are
/// not taken from the sessions that were agreed, and bring nothing nearer.
pub(super) fn crises_by(ctx: &Ctx<'_>, day: NaiveDate) -> u16 {
    let is_one = |row: &&SessionRow| row.acute && row.kind == SessionKind::Crisis && row.on <= day;
    u16::try_from(ctx.held().filter(is_one).count()).unwrap_or(u16::MAX)
}
