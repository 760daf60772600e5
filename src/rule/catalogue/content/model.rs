//! What is not part of the model: as the main work of sessions, and in passing.

use chrono::NaiveDate;

use crate::{
    phase::Phase,
    protocol::Proscription,
    rule::{
        Ctx, SessionRow, Severity,
        catalogue::{
            middle::{is_most_of, treatment_notes},
            rules,
        },
        values,
    },
    source::SourceId,
    technique::Extent,
};

rules! {
    kind: Content;

    /// What the protocol does not do must not be the main work of a session.
    ///
    /// ## Why
    /// Interpretation of the transference, systematic restructuring of thoughts or exposure as the vehicle of change are other
    /// treatments. It weighs more where it was the main work of more than the protocol's share of a phase, where a source that was read
    /// forbids it outright, and from as many sessions as a published source says.
    ///
    /// ## When it does not apply
    /// What came up in passing. Something to try with people between sessions is IPT's own. What the protocol proscribes only after a
    /// phase, as talk of eating after the initial one, has its place until that phase is over.
    NO_PROSCRIBED_MAIN_WORK = {
        code: "IPT-120", severity: Error, clause: Shared,
        topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["proscribed", "work.proscribed_error_from", "middle.late_share"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("the therapeutic relationship is not interpreted"),
            SourceId::MARKOWITZ_ADHERENCE.at("proscribed interventions"), SourceId::CGT_TEXTBOOK.at("IPT and exposure"),
        ],
        remedies: [CorrectEntry, DiscussInSupervision, ConsiderOtherProtocol], record: ["session.off_model"],
        says: {
            finds ONCE Warning: "In the session of {day} the main work was {activity}; {protocol} does not provide for it.";
            finds SEVERAL Warning: "In {found} sessions, from {from} to {day}, the main work was {activity}; {protocol} does not provide for it.";
            finds AFTER Warning: "In {found:session|sessions} after the {after}, {found|on|the last of them on} {day}, the main work was {activity}; {protocol} provides \
                for it only until then.";
            finds MOSTLY: "In {part} of the {whole} sessions of the {phase}, from {from} to {day}, the main work was {activity}; {protocol} does \
                not provide for it there.";
        },
        check: |ctx, out| {
            for off in off_model(ctx, Extent::Main) {
                let Proscription { activity, outright, after, basis, .. } = *off.of;
                let from = ctx.spec().work.proscribed_error_from;
                let enough = outright || from.basis.is_published() && off.found >= from.value.into();
                let weight = if enough && basis.is_published() { Severity::Error } else { Severity::Warning };
                let finding = if let Some((phase, most, whole)) = off.most_of_a_phase(ctx) {
                    out.finds(MOSTLY, ctx.place(most.last), values! { activity, part: most.found, whole, phase, from: most.from })
                } else {
                    let (found, from, place) = (off.found, off.from, ctx.place(off.last));
                    let out = out.weighing(weight);
                    match after {
                        Some(after) => out.finds(AFTER, place, values! { activity, found, after }),
                        None if found == 1 => out.finds(ONCE, place, values! { activity }),
                        None => out.finds(SEVERAL, place, values! { activity, found, from }),
                    }
                };
                if off.found > 1 {
                    finding.see(ctx.place(off.first));
                }
            }
        },
    };

    /// An activity off the model that came up in passing again and again
    ///
    /// ## Why
    /// Touched in passing it is no other treatment, and often what a patient brought along. When it comes up in more than the protocol's
    /// share of the sessions of a phase, a reader wants to see the drift.
    ///
    /// ## When it does not apply
    /// Activities that the protocol does not count as off its model. Where one was the main work of a session, that has a rule of its own.
    /// What the protocol proscribes only after a phase has its place until that phase is over.
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
            finds OFTEN: "In {part} of the {whole} sessions of the {phase}, the last on {day}, {activity} came up in passing.";
        },
        check: |ctx, out| {
            for off in off_model(ctx, Extent::InPassing) {
                if let Some((phase, most, whole)) = off.most_of_a_phase(ctx) {
                    let values = values! { activity: off.of.activity, part: most.found, whole, phase };
                    out.finds(OFTEN, ctx.place(most.last), values).see(ctx.place(most.first));
                }
            }
        },
    };
}

/// What the protocol does not do and sessions did to some extent.
#[derive(Clone, Copy)]
struct Off<'a> {
    of: &'a Proscription,
    extent: Extent,
    found: u32,
    from: NaiveDate,
    first: &'a SessionRow,
    last: &'a SessionRow,
}

impl<'a> Off<'a> {
    /// The sessions that did it, of those that count. One in which it was the main work is not counted among those in which it came up
    /// in passing.
    fn of(ctx: &Ctx<'a>, of: &'a Proscription, extent: Extent, counts: impl Fn(&SessionRow) -> bool) -> Option<Self> {
        let mut found = treatment_notes(ctx).filter(|(row, note)| {
            let extents = note.off_model.iter().filter(|found| found.activity == of.activity).map(|found| found.extent);
            counts(row) && of.after.is_none_or(|after| row.phase > after) && extents.min() == Some(extent)
        });
        let (first, _) = found.next()?;
        let (found, last) = found.fold((1, first), |(found, _), (row, _)| (found + 1, row));
        Some(Self { of, extent, found, from: first.on, first, last })
    }

    /// The phase of which it took more than the protocol's share, with the sessions that did it and the number of all.
    fn most_of_a_phase(&self, ctx: &Ctx<'a>) -> Option<(Phase, Self, u32)> {
        Phase::ALL.iter().find_map(|&phase| {
            let part = Self::of(ctx, self.of, self.extent, |row| row.phase == phase)?;
            let whole = u32::try_from(treatment_notes(ctx).filter(|(row, _)| row.phase == phase).count()).ok()?;
            is_most_of(ctx, phase, part.found, whole).then_some((phase, part, whole))
        })
    }
}

/// What the protocol does not do and sessions did to that extent.
fn off_model<'a>(ctx: &Ctx<'a>, extent: Extent) -> impl Iterator<Item = Off<'a>> + use<'a> {
    let ctx = *ctx;
    // Most notes name nothing of the kind.
    let named = treatment_notes(&ctx).any(|(_, note)| !note.off_model.is_empty());
    let proscribed = ctx.spec().proscribed.iter().filter(move |_| named);
    proscribed.filter_map(move |of| Off::of(&ctx, of, extent, |_| true))
}
