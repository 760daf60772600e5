//! What delivery depends on: when a member joins a group, how sessions are held, and events outside
//! treatment.

use super::{
    super::rules,
    shared::{amendments, first_of_group, main_track},
};
use crate::{
    protocol::GroupEntry,
    record::{
        contact::ExternalDate,
        contract::ContractAgreed,
        session::{ModalitySet, SessionKind},
    },
    rule::{SessionRow, values},
    source::SourceId,
    vocabulary::{Phase, Place, Topic, Track},
};

rules! {
    kind: DoseAndTiming;

    /// A member should join a group by the session until which the protocol lets members in.
    ///
    /// ## Why
    /// A closed group begins together; one that lets in late-comers says until when.
    ///
    /// ## When it does not apply
    /// Protocols without a group, and groups that members join at any time. Joining later than the
    /// group began, where the protocol provides for it, is a note: the member's treatment is the
    /// rest of the group. A note that gives no number of the group's session is a note, where there
    /// is a last session for joining; in a record that begins in mid-course it cannot be told.
    JOINED_IN_TIME = {
        code: "IPT-261", severity: Warning, clause: Deviation,
        topics: [Sessions], looks_for: [Sessions], parameters: ["group"],
        basis: Trial,
        sources: [
            SourceId::MUTAMBA_2018_CONTEXT.at("two joined after the start"),
            SourceId::PERINATAL_LOSS_TRIALS.at("entry every four weeks"),
        ],
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver], record: ["session.group_number"],
        says: {
            lacks JOINED_LATE: "The member's first group session on record, on {day}, was session {found} of the group; {protocol} lets members in up to \
                session {most}.";
            finds JOINED_WITHIN Note: "The member's first group session on record, on {day}, was session {found} of the group; {protocol} provides for joining \
                after the start.";
            calls_for UNNUMBERED Note: "It is not on record which session of the group the member's first one, on {day}, was."
                asks "The member's first session was on {day}. Which session of the group was that?";
        },
        check: |ctx, out| {
            let until = ctx.spec().group.and_then(|group| match group.entry.value {
                GroupEntry::Closed => Some(Some(1)),
                GroupEntry::Late => Some(group.late_until.map(|until| until.value)),
                GroupEntry::Rolling => None,
            });
            let Some(most) = until else { return out.does_not_apply() };
            let track = if ctx.spec().format.is_group() { Track::Main } else { Track::AddedGroup };
            let Some(first) = first_of_group(track, ctx) else { return };
            out.applies();
            let place = ctx.place(first);
            match (first.written(ctx.course).and_then(|note| note.group_number), most) {
                (Some(found), most) if most.is_none_or(|most| found <= most) => {
                    // What came before a record that begins in mid-course is unknown.
                    if found > 1 && !ctx.began_midway() {
                        out.finds(JOINED_WITHIN, place, values! { found });
                    }
                }
                (_, Some(_)) if ctx.began_midway() => out.cannot_tell(Topic::Sessions, place),
                (Some(found), Some(most)) => {
                    out.lacks(JOINED_LATE, Topic::Sessions, place, values! { found, most });
                }
                (None, Some(_)) => {
                    out.calls_for(UNNUMBERED, Topic::Sessions, place, values! {});
                }
                (_, None) => {}
            }
        },
    };

    /// Sessions should be held in a way that the protocol provides for.
    ///
    /// ## Why
    /// A treatment tried by telephone is known by telephone. Single sessions held otherwise are an
    /// event; when they are more than half, it is another form of treatment.
    ///
    /// ## When it does not apply
    /// Sessions beside the main treatment, and notes that do not say how the session was held.
    HELD_AS_PROVIDED_FOR = {
        code: "IPT-262", severity: Warning, clause: Deviation,
        topics: [Sessions], looks_for: [Sessions], holds_if_reported: [Sessions], parameters: ["channels", "phases"],
        basis: Trial,
        sources: [
            SourceId::TELEPHONE_POSTPARTUM.at("by telephone"), SourceId::MILLER_2005.at("a session by telephone"),
        ],
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver], record: ["session.modality"],
        says: {
            finds SOME Note: "Of {whole:session|sessions} held, {found} {found|was|were} held in a way that {protocol} does not provide for ({modes}), last on {day}.";
            finds MOST: "Of {whole:session|sessions} held, {found} {found|was|were} held in a way that {protocol} does not provide for ({modes}), last on {day}; that is more than half.";
        },
        check: |ctx, out| {
            let provided = ctx.spec().channels.value;
            if provided.is_empty() {
                return out.does_not_apply();
            }
            let mut modes = ModalitySet::EMPTY;
            let (mut whole, mut found) = (0_u32, 0_u32);
            let mut ends: Option<(&SessionRow, &SessionRow)> = None;
            for row in main_track(ctx) {
                // Where a note says nothing, the session may have been held as provided for.
                whole += u32::from(row.held);
                let held = ctx.note(row).map(|note| note.modality.set()).filter(|ways| !ways.is_empty());
                let Some(ways) = held else { continue };
                out.applies();
                // Begun as provided for and gone on otherwise, because a line failed say, is no other
                // form of treatment.
                if ways.intersection(provided).is_empty() {
                    found += 1;
                    modes = modes.union(ways);
                    ends = Some((ends.map_or(row, |(first, _)| first), row));
                }
            }
            let Some((first, last)) = ends else { return };
            let case = if whole > 1 && found * 2 > whole { MOST } else { SOME };
            out.finds(case, ctx.place(last), values! { found, whole, modes }).see(ctx.place(first));
        },
    };

    /// An event outside treatment by which a phase is to be over
    ///
    /// ## Why
    /// A birth or a release comes when it comes, and a session after it may be what was needed. The
    /// plan is looked at anew when the day is known, when it moves, and when it has passed while
    /// the phase goes on.
    ///
    /// ## When it does not apply
    /// Protocols whose end hangs on no such event. Sessions given to a crisis; a frame or a last
    /// day that was agreed anew since the day became known; a day that moved and that the agreed
    /// last day still keeps. That no day is known is asked from the middle phase on.
    OVER_BY_THE_EVENT = {
        code: OVER_BY_THE_EVENT, severity: Note, clause: Event,
        topics: [Agreements, Sessions], holds_if_reported: [Sessions], parameters: ["anchors"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("aims at remission before birth"),
            SourceId::PRISON_TRIAL.at("release"),
        ],
        remedies: [AgreeAmendment, RecordIt, ReviewProgress, JustifyByWaiver], record: ["external_date"],
        says: {
            calls_for WENT_ON: "The {phase} was not over by {date}, the day recorded as that of an event outside treatment ({event}), and no new agreement \
                about the end was on record."
                asks "The {phase} was not over by {date}, the day recorded as that of an event outside treatment ({event}). Was the plan looked at again?";
            calls_for MOVED: "On {day} the day of an event outside treatment was moved to {date} ({event}), and no new agreement about the end was \
                on record."
                asks "On {day} the day of an event outside treatment was moved to {date} ({event}). Was the plan looked at again?";
            calls_for UNDATED: "By the session of {day}, no day was on record for the event outside treatment on which the end hangs ({event})."
                asks "The end hangs on an event outside treatment ({event}). On which day is it expected?";
        },
        check: |ctx, out| {
            let anchors = &ctx.spec().anchors;
            if anchors.is_empty() {
                return out.does_not_apply();
            }
            for anchor in anchors.iter() {
                let event = anchor.anchor;
                let dates = || ctx.all::<ExternalDate>().filter(|(_, date)| date.anchor == event);
                let Some((row, latest)) = dates().next_back() else {
                    // No topic says that outside days are reported in full; that the end is agreed
                    // on without one is worth a look.
                    if let Some(middle) = ctx.sessions().iter().find(|row| row.held && row.phase >= Phase::Middle) {
                        out.calls_for(UNDATED, Topic::Agreements, ctx.place(middle), values! { event });
                    }
                    continue;
                };
                if amendments(ctx).any(|amended| row.on <= amended.on) {
                    continue;
                }
                let (date, runs) = (latest.date, ctx.state().phase() <= anchor.over);
                let is_after = |row: &&SessionRow| row.phase <= anchor.over && row.on > date && row.kind != SessionKind::Crisis;
                let after = main_track(ctx).find(is_after).filter(|_| latest.happened || date < ctx.as_of());
                if after.is_some() || runs && date < ctx.as_of() {
                    let place = after.map_or(Place::Entry(row.seq), |row| ctx.place(row));
                    out.calls_for(WENT_ON, Topic::Agreements, place, values! { event, date, phase: anchor.over });
                } else if runs && dates().any(|(_, other)| other.date != date) {
                    let agreed = ctx.last::<ContractAgreed>();
                    let keeps = agreed.is_some_and(|(_, contract)| contract.ends_on.is_some_and(|end| end <= date));
                    if !keeps {
                        out.calls_for(MOVED, Topic::Agreements, Place::Entry(row.seq), values! { event, date });
                    }
                }
            }
        },
    };
}
