//! Beginnings without an end, ends without a beginning, and what comes after the closing.

use crate::{
    record::{
        Fact, FactKind, FactKinds,
        contact::{Admission, AdmissionEvent, EngagementDecision, Paused},
    },
    rule::{
        FactRow,
        catalogue::{rules, safety::shared::treats_on_the_ward},
        values,
    },
    source::SourceId,
    vocabulary::{Place, Severity},
};

/// What only an open course has.
const OF_AN_OPEN_COURSE: FactKinds = FactKinds::of(&[
    FactKind::TherapistAssigned,
    FactKind::Paused,
    FactKind::Resumed,
    FactKind::BreakAnnounced,
    FactKind::EngagementDecided,
    FactKind::Transferred,
]);

rules! {
    kind: Record;

    /// Pauses, admissions and the closing should each end what had begun.
    ///
    /// ## Why
    /// A pause or a stay in hospital excuses the days that it covers. Where one of its two entries
    /// is missing, the wrong days are excused; and what follows a closing stands in the wrong course
    /// or under a wrong day.
    ///
    /// ## When it does not apply
    /// In a record that begins in mid-course, what began before it: then it is a note. Scores,
    /// contacts and safety after the closing are follow-up.
    STATES_FIT = {
        code: "IPT-313", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("pauses, admissions, the closing")],
        remedies: [CorrectEntry, RecordIt], record: ["paused", "admission"],
        says: {
            finds RESUMED: "Treatment was recorded as resumed on {day}, and no pause before it was on record.";
            finds DISCHARGED: "A discharge from hospital was recorded for {day}, and no admission before it was on record.";
            finds ADMITTED: "An admission to hospital was recorded for {other} and another for {day}, and no discharge between them.";
            finds AFTER_CLOSING: "The course was closed on {other}, and an entry of an open course followed on {day} ({kind}).";
        },
        check: |ctx, out| {
            let weight = if ctx.began_midway() { Severity::Note } else { Severity::Warning };
            let (mut pauses, mut admitted): (bool, Option<FactRow>) = (false, None);
            for (row, fact) in ctx.all_facts() {
                let place = Place::Entry(row.seq);
                match fact {
                    Fact::Paused(_) | Fact::BreakAnnounced(_) => pauses = true,
                    Fact::EngagementDecided(it) if it.decision == EngagementDecision::Pause => pauses = true,
                    // Somebody who comes back from hospital resumes as well.
                    Fact::Resumed(_) => {
                        // Within one day no order is assumed.
                        let paused = core::mem::take(&mut pauses) || ctx.all::<Paused>().any(|(at, _)| at.on == row.on);
                        if !paused && admitted.is_none() {
                            out.weighing(weight).finds(RESUMED, place, values! {});
                        }
                    }
                    Fact::Admission(Admission { event: AdmissionEvent::Admitted, .. }) => {
                        pauses = true;
                        if let Some(before) = admitted.replace(row).filter(|before| before.on < row.on) {
                            out.finds(ADMITTED, place, values! {}).see(Place::Entry(before.seq));
                        }
                    }
                    Fact::Admission(Admission { event: AdmissionEvent::Discharged, .. }) => {
                        let admits = |(at, it): (FactRow, &Admission)| at.on == row.on && it.event == AdmissionEvent::Admitted;
                        if admitted.take().is_none() && !ctx.all::<Admission>().any(admits) {
                            // Who is treated on a ward was admitted to it before.
                            let is_first = ctx.all::<Admission>().next().is_some_and(|(at, _)| at.seq == row.seq);
                            let weight = if is_first && treats_on_the_ward(ctx) { Severity::Note } else { weight };
                            out.weighing(weight).finds(DISCHARGED, place, values! {});
                        }
                    }
                    _ => {}
                }
            }
            let Some((closing, _)) = ctx.closing() else { return };
            let after = ctx.all_facts().find(|(row, _)| row.on > closing.on && OF_AN_OPEN_COURSE.contains(row.kind));
            if let Some((row, _)) = after {
                out.finds(AFTER_CLOSING, Place::Entry(row.seq), values! { kind: row.kind }).see(Place::Entry(closing.seq));
            }
        },
    };
}
