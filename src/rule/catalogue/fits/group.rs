//! The group's own numbers, and the keys that its courses share.

use core::cmp::Ordering;

use crate::{
    record::{
        contract::{ContractAgreed, ContractAmended, ContractScope},
        session::Session,
    },
    rule::{Ctx, SessionRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::Track,
};

rules! {
    kind: Record;

    /// The group's numbers of its sessions should follow their days, and stay within the group.
    ///
    /// ## Why
    /// A group's session has one number for all its members. Where it repeats or goes back, the note
    /// stands under a wrong day or in the wrong group.
    ///
    /// ## When it does not apply
    /// Sessions without a number of the group. Numbers that were left out are a note: the member may
    /// have been away. A group that took the member in later may outlast the member's own contract.
    GROUP_NUMBERS_FOLLOW_DAYS = {
        code: "IPT-308", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("numbers of a group")],
        remedies: [CorrectEntry, ForInformation],
        says: {
            finds REPEATED: "Session {found} of the group was recorded for {other} and for {day}.";
            finds BACK: "Session {found} of the group was recorded for {day}, and session {number} for {other}.";
            finds LEFT_OUT Note: "Between session {number} of the group, of {other}, and session {found}, of {day}, {part:number|numbers} \
                {part|was|were} left out.";
            finds BEYOND: "Session {found} of the group was recorded for {day}; the contract was about {planned:session|sessions}, and the \
                first on record was the group's first.";
            finds BELOW_OWN: "The session of {day} was the member's session {number} and the group's session {found}.";
        },
        check: |ctx, out| {
            for &track in Track::ALL {
                let mut last: Option<(&SessionRow, u16)> = None;
                for (row, found) in grouped(ctx, track) {
                    let place = ctx.place(row);
                    if let Some((before, number)) = last.filter(|(before, _)| before.on < row.on) {
                        let part = found.saturating_sub(number).saturating_sub(1);
                        let case = match found.cmp(&number) {
                            Ordering::Equal => Some(REPEATED),
                            Ordering::Less => Some(BACK),
                            Ordering::Greater => (part > 0).then_some(LEFT_OUT),
                        };
                        if let Some(case) = case {
                            out.finds(case, place, values! { number, found, part }).see(ctx.place(before));
                        }
                    }
                    last = Some((row, found));
                }
                let Some((_, first)) = grouped(ctx, track).next() else { continue };
                let planned = planned(ctx).filter(|_| first == 1 && track == Track::Main).unwrap_or(u16::MAX);
                // One that the member's own count finds beyond the contract is said there.
                let beyond = |&(row, found): &(&SessionRow, u16)| found > planned && row.ordinal <= planned;
                if let Some((row, found)) = grouped(ctx, track).find(beyond) {
                    out.finds(BEYOND, ctx.place(row), values! { found, planned });
                }
                if let Some((row, number, found)) = below_own(ctx, track) {
                    out.finds(BELOW_OWN, ctx.place(row), values! { number, found });
                }
            }
        },
    };

    /// A key that the courses of a group share should stand for one session: one day, one length.
    ///
    /// ## Why
    /// The key says that notes in several courses are about one session. Under two days it says
    /// something else.
    ///
    /// ## When it does not apply
    /// Sessions without such a key, and notes that leave the length open. What other courses hold is
    /// not looked at here.
    SHARED_KEY_IS_ONE_SESSION = {
        code: "IPT-309", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("shared keys")],
        remedies: [CorrectEntry],
        says: {
            finds TWO_DAYS: "The key of one shared session stands in the notes of {other} and of {day}.";
            finds TWO_LENGTHS: "By two notes of {day} with the key of one shared session, it took {before:minute|minutes} and \
                {found:minute|minutes}.";
        },
        check: |ctx, out| {
            for (at, row) in ctx.sessions().iter().enumerate() {
                let Some(note) = row.written(ctx.course).filter(|note| note.shared_key.is_some()) else { continue };
                let same = |other: &&SessionRow| other.written(ctx.course).is_some_and(|other| other.shared_key == note.shared_key);
                let Some(first) = ctx.sessions()[..at].iter().find(same) else { continue };
                let minutes = |note: &Session| note.minutes;
                if first.on != row.on {
                    out.finds(TWO_DAYS, ctx.place(row), values! {}).see(ctx.place(first));
                } else if let (Some(before), Some(found)) = (first.written(ctx.course).and_then(minutes), minutes(note)) {
                    if before != found {
                        out.finds(TWO_LENGTHS, ctx.place(row), values! { before, found }).see(ctx.place(first));
                    }
                }
            }
        },
    };
}

/// The sessions of a track, held or not, that have a number of the group.
fn grouped<'a>(
    ctx: &Ctx<'a>,
    track: Track,
) -> impl Iterator<Item = (&'a SessionRow, u16)> + use<'a> {
    let ctx = *ctx;
    let rows = ctx.sessions().iter().filter(move |row| row.track == track);
    rows.filter_map(move |row| Some((row, row.written(ctx.course)?.group_number?)))
}

/// The greatest number of sessions that the acute contract was about.
fn planned(ctx: &Ctx<'_>) -> Option<u16> {
    let agreed = ctx
        .all::<ContractAgreed>()
        .filter(|(_, it)| it.scope == ContractScope::Acute);
    let agreed = agreed.filter_map(|(_, it)| it.frame.sessions());
    let amended = ctx
        .all::<ContractAmended>()
        .filter_map(|(_, it)| it.frame?.sessions());
    agreed.chain(amended).max()
}

/// The first session whose number in the member's own count is higher than the group's, where all
/// that were held are sessions of the group.
fn below_own<'a>(ctx: &Ctx<'a>, track: Track) -> Option<(&'a SessionRow, u16, u16)> {
    let held = || {
        let rows = ctx
            .sessions()
            .iter()
            .filter(|row| row.held && row.track == track);
        rows.filter_map(|row| Some((row, row.written(ctx.course)?)))
    };
    if held().any(|(_, note)| note.group_number.is_none()) {
        return None;
    }
    held()
        .filter_map(|(row, note)| Some((row, note.number?, note.group_number?)))
        .find(|(_, number, found)| number > found)
}
