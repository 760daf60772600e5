//! What is not part of the model: as the main work of sessions, and in passing.

use alloc::vec::Vec;

use crate::{
    protocol::Proscription,
    record::session::{Session, SessionKind},
    rule::{
        Ctx, SessionRow,
        catalogue::{
            middle::{Several, is_most_of, runs, treatment_notes},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{Extent, OffModel, OffModelSet, Phase, Severity, Stated},
};

rules! {
    kind: Content;

    /// What the protocol does not do must not be the main work of a session.
    ///
    /// ## Why
    /// Interpretation of the transference, systematic restructuring of thoughts or exposure as the
    /// vehicle of change are other treatments, which all variants of IPT leave to those. It weighs
    /// more where it was the main work of more than the protocol's share of a phase, where a source
    /// that was read forbids it outright, and where so many sessions in a row went to what
    /// published sources tell from IPT that they were another treatment, whichever of it each took.
    ///
    /// ## When it does not apply
    /// What came up in passing. Something to try with people between sessions is IPT's own. What
    /// the protocol proscribes only after a phase, as talk of eating after the initial one, has its
    /// place until that phase is over.
    NO_PROSCRIBED_MAIN_WORK = {
        code: "IPT-120", severity: Error, clause: Shared,
        topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["proscribed", "work.proscribed_error_from", "middle.late_share"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("relationship is not interpreted"),
            SourceId::MARKOWITZ_ADHERENCE.at("proscribed interventions"), SourceId::CGT_TEXTBOOK.at("IPT and exposure"),
            SourceId::CGT_REVIEW.at("what tells the treatments apart"),
        ],
        remedies: [CorrectEntry, DiscussInSupervision, ConsiderOtherProtocol], record: ["session.off_model"],
        says: {
            finds ONCE Warning: "{activity} was the main work of the session of {day}; {protocol} does not provide for it.";
            finds SEVERAL Warning: "{activity} was the main work of {found} sessions, from {from} to {day}; {protocol} does not provide for it.";
            finds AFTER Warning: "{activity} was the main work of {found:session|sessions} after the {after}, {found|on|the last of them on} {day}; \
                {protocol} provides for it only until then.";
            finds ANOTHER_TREATMENT: "The main work of {found} sessions in a row, from {from} to {day}, was what {protocol} does not provide for: \
                {activities}.";
            finds MOSTLY: "{activity} was the main work of {part} of the {whole} sessions of the {phase}, from {from} to {day}; {protocol} does not \
                provide for it there.";
        },
        check: |ctx, out| {
            // More than half of a phase says it all.
            let is_most = proscribed(ctx).any(|of| most_of_a_phase(ctx, of, Extent::Main).is_some());
            let stretches = if is_most { Vec::new() } else { another_treatment(ctx) };
            for run in &stretches {
                let within = treatment_notes(ctx).filter(|(row, _)| run.contains(row));
                let activities: OffModelSet = within.flat_map(|(row, note)| main_work(ctx, row, note)).collect();
                let values = values! { found: run.found, from: run.first.on, activities };
                out.finds(ANOTHER_TREATMENT, ctx.place(run.last), values).see(ctx.place(run.first));
            }
            for of in proscribed(ctx) {
                let Some(off) = sessions_with(ctx, of, Extent::Main, None) else { continue };
                let Proscription { activity, outright, after, basis, .. } = *of;
                // What is said of a stretch of sessions as a whole is not said once more.
                if stretches.iter().any(|run| run.contains(off.first) && run.contains(off.last)) {
                    continue;
                }
                let weight = if outright && basis.is_published() { Severity::Error } else { Severity::Warning };
                let (found, from, place) = (off.found, off.first.on, ctx.place(off.last));
                let finding = match (most_of_a_phase(ctx, of, Extent::Main), after) {
                    (Some((phase, most, whole)), _) => {
                        let values = values! { activity, part: most.found, whole, phase, from: most.first.on };
                        out.finds(MOSTLY, ctx.place(most.last), values)
                    }
                    (None, Some(after)) => out.weighing(weight).finds(AFTER, place, values! { activity, found, after }),
                    (None, None) if found == 1 => out.weighing(weight).finds(ONCE, place, values! { activity }),
                    (None, None) => out.weighing(weight).finds(SEVERAL, place, values! { activity, found, from }),
                };
                if found > 1 {
                    finding.see(ctx.place(off.first));
                }
            }
        },
    };

    /// An activity off the model that came up in passing again and again
    ///
    /// ## Why
    /// Touched in passing it is no other treatment, and often what a patient brought along. When it
    /// comes up in more than the protocol's share of the sessions of a phase, a reader wants to see
    /// the drift.
    ///
    /// ## When it does not apply
    /// Activities that the protocol does not count as off its model. Where one was the main work of
    /// a session, that has a rule of its own. What the protocol proscribes only after a phase has
    /// its place until that phase is over.
    OFF_MODEL_IN_PASSING = {
        code: "IPT-128", severity: Note, clause: Event,
        topics: [SessionContent], holds_if_reported: [SessionContent], parameters: ["proscribed", "middle.late_share"],
        basis: Design,
        sources: [
            SourceId::DESIGN.at("what comes up in passing"),
            SourceId::MARKOWITZ_ADHERENCE.at("proscribed interventions"),
        ],
        remedies: [DiscussInSupervision, ForInformation],
        says: {
            finds OFTEN: "{activity} came up in passing in {part} of the {whole} sessions of the {phase}, the last on {day}.";
        },
        check: |ctx, out| {
            for of in proscribed(ctx) {
                if let Some((phase, most, whole)) = most_of_a_phase(ctx, of, Extent::InPassing) {
                    let values = values! { activity: of.activity, part: most.found, whole, phase };
                    out.finds(OFTEN, ctx.place(most.last), values).see(ctx.place(most.first));
                }
            }
        },
    };
}

/// What was the main work of a session that published sources tell from IPT.
fn main_work<'a>(
    ctx: &Ctx<'a>,
    row: &'a SessionRow,
    note: &'a Session,
) -> impl Iterator<Item = OffModel> + use<'a> {
    let proscribed = &ctx.spec().proscribed;
    let main = note
        .off_model
        .iter()
        .filter(|found| found.extent == Extent::Main);
    main.map(|found| found.activity).filter(move |activity| {
        proscribed.iter().any(|of| {
            of.activity == *activity
                && of.basis.is_published()
                && of.after.is_none_or(|after| row.phase > after)
        })
    })
}

/// The stretches of so many sessions in a row, those given to a crisis apart, that they were another
/// treatment.
fn another_treatment<'a>(ctx: &Ctx<'a>) -> Vec<Several<'a>> {
    let ordinary = treatment_notes(ctx).filter(|(row, _)| row.kind != SessionKind::Crisis);
    let of_model = ordinary.map(|(row, note)| {
        let is_off = main_work(ctx, row, note).next().is_some();
        (
            row,
            if is_off {
                Stated::NotDone
            } else {
                Stated::Done
            },
        )
    });
    let mut stretches = runs(of_model);
    let least = u32::from(ctx.spec().work.proscribed_error_from.value.max(1));
    stretches.retain(|run| run.found >= least);
    stretches
}

/// What the protocol does not do, where any note names something of the kind: most name nothing.
fn proscribed<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a Proscription> + use<'a> {
    let named = treatment_notes(ctx).any(|(_, note)| !note.off_model.is_empty());
    ctx.spec().proscribed.iter().filter(move |_| named)
}

/// The sessions, of all phases or of one, that did it to that extent. One in which it was the main
/// work is not counted among those in which it came up in passing.
fn sessions_with<'a>(
    ctx: &Ctx<'a>,
    of: &Proscription,
    extent: Extent,
    phase: Option<Phase>,
) -> Option<Several<'a>> {
    let with = treatment_notes(ctx).filter(|(row, note)| {
        let extents = note
            .off_model
            .iter()
            .filter(|found| found.activity == of.activity)
            .map(|found| found.extent);
        phase.is_none_or(|phase| row.phase == phase)
            && of.after.is_none_or(|after| row.phase > after)
            && extents.min() == Some(extent)
    });
    Several::of(with.map(|(row, _)| row))
}

/// The phase of which it took more than the protocol's share, with the sessions that did it and the
/// number of all.
fn most_of_a_phase<'a>(
    ctx: &Ctx<'a>,
    of: &Proscription,
    extent: Extent,
) -> Option<(Phase, Several<'a>, u32)> {
    Phase::ALL.iter().find_map(|&phase| {
        let part = sessions_with(ctx, of, extent, Some(phase))?;
        let whole = u32::try_from(
            treatment_notes(ctx)
                .filter(|(row, _)| row.phase == phase)
                .count(),
        )
        .ok()?;
        is_most_of(ctx, phase, part.found, whole).then_some((phase, part, whole))
    })
}
