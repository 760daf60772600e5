//! Where the record begins.

use crate::{
    record::setting::Opened,
    rule::{catalogue::rules, values},
    source::SourceId,
    vocabulary::{Phase, Place, Topic},
};

rules! {
    kind: Record;

    /// A record that begins in a later phase, without a word on what came before
    ///
    /// ## Why
    /// Without a word on it the record is the whole treatment, and what belongs to the beginning is
    /// asked for. Where sessions were held before, that is unknown and nobody's fault.
    ///
    /// ## When it does not apply
    /// Records that begin in the first phase of the protocol that may not be passed over, or
    /// before it; records that give the number of sessions before, none included, or say that they
    /// begin in mid-course.
    OPENED_LATER = {
        code: "IPT-290", severity: Note, clause: Event, since: SECOND,
        topics: [Sessions], parameters: ["phases"],
        basis: Design, sources: [SourceId::DESIGN.at("where a record begins")],
        remedies: [CorrectEntry], record: ["opened.sessions_before", "opened.midway"],
        says: {
            calls_for UNSAID: "The record begins on {day} with the {phase}, and does not say whether sessions had been held before."
                asks "The record begins on {day} with the {phase}. Had sessions been held before?";
        },
        check: |ctx, out| {
            let Some((row, opened)) = ctx.first::<Opened>() else { return };
            let mut earlier = ctx.spec().phases.iter().filter(|spec| !spec.optional && spec.phase < opened.phase);
            let is_later = opened.phase > Phase::Initial && earlier.next().is_some();
            if !is_later || opened.midway || opened.sessions_before.is_some() {
                return out.does_not_apply();
            }
            out.calls_for(UNSAID, Topic::Sessions, Place::Entry(row.seq), values! { phase: opened.phase });
        },
    };
}
