//! Sessions of one day.

use crate::{
    record::session::{Attendance, Session, SessionKind},
    rule::{Ctx, SessionRow, catalogue::rules, values},
    source::SourceId,
};

rules! {
    kind: Record;

    /// On one day a patient should not be on record as seen and as missed.
    ///
    /// ## Why
    /// Merged tables hold an appointment twice, once as it was kept and once as it was missed. The
    /// second uses up a slot and looks like an absence.
    ///
    /// ## When it does not apply
    /// Sessions of different tracks.
    SEEN_OR_MISSED = {
        code: "IPT-305", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("seen and missed")],
        remedies: [CorrectEntry],
        says: {
            finds BOTH: "For {day} one session was recorded as held and another as not held ({attendance}).";
        },
        check: |ctx, out| {
            for row in ctx.sessions().iter().filter(|row| !row.held) {
                let Some(attendance) = row.written(ctx.course).map(|note| note.attendance) else { continue };
                // One that was moved to another hour of its day was not missed.
                let missed = matches!(
                    attendance,
                    Attendance::DidNotAttend | Attendance::CancelledByPatient | Attendance::CancelledByTherapist
                        | Attendance::CancelledByService
                );
                if let Some(seen) = of_the_day(ctx, row).find(|other| other.held).filter(|_| missed) {
                    out.finds(BOTH, ctx.place(row), values! { attendance }).see(ctx.place(seen));
                }
            }
        },
    };

    /// A day should have one session in a track, noted once.
    ///
    /// ## Why
    /// A session that stands there twice makes the count of sessions, and all that hangs on it,
    /// wrong.
    ///
    /// ## When it does not apply
    /// Sessions of different tracks. A crisis or a joint session beside an ordinary one of its day,
    /// and contracts that agree on several sessions a day, unless the two notes say the same.
    ONE_SESSION_A_DAY = {
        code: "IPT-306", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("one session twice")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver], record: ["contract_amended.interval_days"],
        says: {
            finds TWICE: "A session of {day} was recorded as held by two entries whose notes say the same.";
            finds TWO: "Two sessions were recorded as held on {day}, with notes that differ.";
            finds MISSED_TWICE: "Two sessions were recorded as not held on {day}.";
        },
        check: |ctx, out| {
            let agreed = ctx.history.intervals.iter().any(|interval| interval.days == 0);
            for row in ctx.sessions() {
                let Some(first) = of_the_day(ctx, row).find(|other| other.held == row.held && other.seq < row.seq) else { continue };
                let (Some(note), Some(other)) = (row.written(ctx.course), first.written(ctx.course)) else { continue };
                let case = if !row.held {
                    MISSED_TWICE
                } else if says_the_same(note, other) {
                    TWICE
                } else if agreed || row.kind != SessionKind::Ordinary || first.kind != SessionKind::Ordinary {
                    continue;
                } else {
                    TWO
                };
                out.finds(case, ctx.place(row), values! {}).see(ctx.place(first));
            }
        },
    };
}

/// The other sessions of the day and track.
fn of_the_day<'a>(
    ctx: &Ctx<'a>,
    row: &SessionRow,
) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    let (seq, on, track) = (row.seq, row.on, row.track);
    let rows = ctx.sessions();
    // They are in the order of their days.
    let from = rows.partition_point(|other| other.on < on);
    rows[from..]
        .iter()
        .take_while(move |other| other.on == on)
        .filter(move |other| other.track == track && other.seq != seq)
}

/// Whether two notes differ in nothing but that one of them has no number.
fn says_the_same(one: &Session, other: &Session) -> bool {
    if one.number.zip(other.number).is_some_and(|(a, b)| a != b) {
        return false;
    }
    let (mut one, mut other) = (one.clone(), other.clone());
    (one.number, other.number) = (None, None);
    one == other
}
