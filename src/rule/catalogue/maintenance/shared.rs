//! What the rules about continuation and maintenance read: their sessions and their contracts.

use crate::{
    record::contract::{ContractAgreed, ContractScope},
    rule::{Ctx, FactRow, SessionRow, Sink},
    vocabulary::{Phase, Topic},
};

/// The sessions of continuation and maintenance that were held.
pub(super) fn maintained<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = &'a SessionRow> + Clone + use<'a> {
    ctx.sessions()
        .iter()
        .filter(|row| row.held && row.phase.has_own_contract())
}

/// Whether the course was in a phase, be it from its opening on.
pub(super) fn was_in(ctx: &Ctx<'_>, phase: Phase) -> bool {
    ctx.state().phase() == phase
        || ctx
            .steps()
            .iter()
            .any(|step| step.from == phase || step.to == phase)
}

/// Whether the course came to continuation or maintenance.
pub(super) fn came_there(ctx: &Ctx<'_>) -> bool {
    was_in(ctx, Phase::Continuation) || was_in(ctx, Phase::Maintenance)
}

/// No session of continuation or maintenance is on record. In a course that came there, only a
/// record that reports sessions says that there was none.
pub(super) fn none_held(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    if came_there(ctx) {
        out.has_none(Topic::Sessions);
    } else {
        out.does_not_apply();
    }
}

/// The contracts of continuation and maintenance.
pub(super) fn own_contracts<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (FactRow, &'a ContractAgreed)> + use<'a> {
    ctx.all::<ContractAgreed>()
        .filter(|(_, contract)| contract.scope != ContractScope::Acute)
}

/// The phase that a contract covers.
pub(super) const fn phase_of(scope: ContractScope) -> Phase {
    match scope {
        ContractScope::Acute => Phase::Middle,
        ContractScope::Continuation => Phase::Continuation,
        ContractScope::Maintenance => Phase::Maintenance,
    }
}
