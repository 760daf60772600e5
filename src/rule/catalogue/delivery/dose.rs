//! How long treatment lasts, and what is held beside its main sessions.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{
    super::{
        due::{bound, is_asked},
        rules,
    },
    shared::{amendments, beyond_weeks, main_track, past_weeks},
};
use crate::{
    protocol::{Level, TrackSpec},
    record::contact::{Contact, ContactPurpose, ContactWith},
    rule::{Ctx, Sink, values},
    source::SourceId,
    vocabulary::{Phase, Place, Reporting, Seq, Severity, Stated, Topic, Track},
};

rules! {
    kind: DoseAndTiming;

    /// Where the protocol ends treatment after a number of weeks, no session must lie beyond them.
    ///
    /// ## Why
    /// Of two limits the first one reached holds. An error where the source publishes both the
    /// number and that it is a limit, and nothing that was agreed covers it; otherwise a warning.
    ///
    /// ## When it does not apply
    /// Protocols whose weeks are no limit. Sessions given to a crisis. A frame or a last day that
    /// was agreed anew by then covers it; agreed later, the finding is remedied.
    WITHIN_WEEKS = {
        code: WITHIN_WEEKS, severity: Error, clause: PublishedBound,
        topics: [Sessions, Agreements], looks_for: [Sessions], holds_if_reported: [Sessions],
        parameters: ["dose.weeks", "dose.weeks_are_cap", "phases"],
        basis: Trial,
        sources: [
            SourceId::LUTY_2007.at("16 weeks, however many sessions"),
            SourceId::ELKIN_1989.at("sixteen weeks"),
        ],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        says: {
            calls_for BEYOND: "From {day} on, {beyond:session|sessions} took place more than {weeks:week|weeks} after the first one of {other}; \
                {protocol} ends treatment then, and no agreement to go on was on record."
                asks "From {day} on, {beyond:session|sessions} took place more than {weeks:week|weeks} after the first one of {other}, with which \
                {protocol} ends treatment. Was it agreed to go on?";
        },
        check: |ctx, out| {
            let dose = &ctx.spec().dose;
            if !dose.weeks_are_cap.value {
                return out.does_not_apply();
            }
            let Some(first) = main_track(ctx).next() else { return };
            out.applies();
            if let Some(late) = past_weeks(ctx) {
                let weight = bound(dose.weeks.basis).min(bound(dose.weeks_are_cap.basis));
                let values = values! { beyond: beyond_weeks(ctx).count(), weeks: dose.weeks.value.max };
                let finding = out.weighing(weight).calls_for(BEYOND, Topic::Agreements, ctx.place(late), values);
                finding.see(ctx.place(first));
                if let Some(later) = amendments(ctx).next() {
                    finding.remedied_by(later.seq);
                }
            } else if ctx.began_midway() {
                // When treatment began is unknown.
                out.cannot_tell(Topic::Sessions, ctx.place(first));
            }
        },
    };

    /// What the protocol holds before the main treatment must be held before it.
    ///
    /// ## Why
    /// Engagement and preparation for a group come first, since the main treatment builds on them.
    /// Never held, it is an error where a published source makes them indispensable; late, too few,
    /// or only usual, a warning.
    ///
    /// ## When it does not apply
    /// Protocols without such sessions, or that leave them open; before the first session of the
    /// main treatment. On the day of that session counts as before. What came before a record that
    /// begins in mid-course cannot be told.
    PREPARED_BEFORE = {
        code: "IPT-254", severity: Error, clause: PublishedBound, kind: Order,
        topics: [Sessions], looks_for: [Sessions], parameters: ["tracks", "phases"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("two individual meetings before"),
            SourceId::SWARTZ_2014.at("engagement session"), SourceId::CEBC_IPT_AST.at("sessions before the group"),
        ],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.track"],
        says: {
            lacks NEVER: "The main treatment began on {day} without any pre-treatment session on record; {protocol} provides for {least}.";
            lacks FEW Warning: "When the main treatment began on {day}, {found} of {least} pre-treatment sessions {found|was|were} on record.";
        },
        check: |ctx, out| {
            let asked = |track: &&TrackSpec| track.track == Track::PreTreatment && is_asked(track.level);
            let Some(track) = ctx.spec().tracks.iter().find(asked) else { return out.does_not_apply() };
            if let Some(first) = main_track(ctx).next() {
                out.applies();
                held_by(first.on, track, [NEVER, FEW], ctx.place(first), ctx, out);
            }
        },
    };

    /// Sessions beside the main treatment must be held as the protocol has them.
    ///
    /// ## Why
    /// A group beside individual sessions is half of the treatment, a meeting in the middle leaves
    /// time to act on it, and a booster is how the gain is kept. Never held, it is an error where a
    /// published source makes them indispensable; late, too few, or only usual, a warning.
    ///
    /// ## When it does not apply
    /// Protocols without them, or that leave them open; courses that did not run to an agreed end.
    /// A meeting in the middle is due with the last main session, once a later phase has begun.
    /// Where the protocol keeps in touch with the patient outside sessions, such a contact after
    /// the last main session counts as what it holds after treatment. Sessions before the main
    /// treatment have a rule of their own.
    HELD_BESIDE = {
        code: "IPT-257", severity: Error, clause: PublishedBound,
        topics: [Sessions, Contacts], parameters: ["tracks", "phases", "contacts"],
        basis: Trial,
        sources: [
            SourceId::PERINATAL_LOSS_TRIALS.at("a booster after one month"), SourceId::BRANDON_2012.at("follow-up"),
            SourceId::BLUEPRINTS_IPT_AST.at("one in the middle, and boosters"),
            SourceId::PRISON_TRIAL.at("individual, middle and end"),
        ],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.track"],
        says: {
            lacks NEVER: "The course was closed on {by} without any session on record of a kind that {protocol} provides for beside the main \
                treatment ({track}).";
            lacks FEW Warning: "When the course was closed on {by}, {found} of {least} sessions beside the main treatment {found|was|were} on \
                record ({track}).";
            lacks NEVER_MIDWAY: "The main sessions ended on {by} without the meeting on record that {protocol} holds in the middle of them.";
            lacks FEW_MIDWAY Warning: "By the last main session, on {by}, {found} of {least} meetings that {protocol} holds in the middle \
                {found|was|were} on record.";
        },
        check: |ctx, out| {
            let beside = |track: &&TrackSpec| !matches!(track.track, Track::Main | Track::PreTreatment) && is_asked(track.level);
            let due = |track| Some((track, due_by(track, ctx)?));
            let mut due = ctx.spec().tracks.iter().filter(beside).filter_map(due).peekable();
            if due.peek().is_none() {
                return out.does_not_apply();
            }
            for (track, day) in due {
                let cases = if track.track == Track::MidTreatment { [NEVER_MIDWAY, FEW_MIDWAY] } else { [NEVER, FEW] };
                held_by(day, track, cases, Place::Course, ctx, out);
            }
        },
    };
}

/// The days and entries of what was held on another track, in order: sessions, and contacts where
/// these count.
fn held_on(ctx: &Ctx<'_>, track: Track) -> Vec<(NaiveDate, Seq)> {
    let sessions = ctx
        .sessions()
        .iter()
        .filter(|row| row.held && row.track == track)
        .map(|row| (row.on, row.seq));
    let mut held: Vec<_> = sessions.collect();
    if counts_contacts(ctx, track) {
        let ended = main_track(ctx).next_back().map(|row| row.on);
        let is_one = |made: &Contact| {
            made.with == ContactWith::Patient
                && made.reached != Stated::NotDone
                && !made.purpose.is_some_and(is_for_something_else)
        };
        held.extend(
            ctx.all::<Contact>()
                .filter(|(row, made)| ended.is_some_and(|day| row.on > day) && is_one(made))
                .map(|(row, _)| (row.on, row.seq)),
        );
        held.sort_unstable();
    }
    held
}

/// Whether what the protocol holds on a track may be a contact outside sessions: it follows the
/// treatment, and the protocol keeps in touch with the patient.
fn counts_contacts(ctx: &Ctx<'_>, track: Track) -> bool {
    matches!(
        track,
        Track::PostTreatment | Track::FollowUp | Track::Booster
    ) && ctx
        .spec()
        .contacts
        .iter()
        .any(|contact| contact.with == ContactWith::Patient && is_asked(contact.level))
}

/// Whether a contact was made for a matter beside the treatment.
const fn is_for_something_else(purpose: ContactPurpose) -> bool {
    matches!(
        purpose,
        ContactPurpose::Outreach | ContactPurpose::Scheduling | ContactPurpose::Medication
    )
}

/// The day by which the sessions of a track are due, if they are: with the closing of a completed
/// course; in the middle with the last main session, once what follows the main treatment has
/// begun.
fn due_by(track: &TrackSpec, ctx: &Ctx<'_>) -> Option<NaiveDate> {
    let closed = ctx.completion().map(|(row, _)| row.on);
    if track.track != Track::MidTreatment {
        return closed;
    }
    let numbered = |phase| {
        ctx.protocol()
            .phase(phase)
            .is_some_and(|spec| spec.typical.is_some())
    };
    let after =
        |phase: Phase| phase > Phase::Termination && phase != Phase::Closed && !numbered(phase);
    let is_over = closed.is_some() || ctx.steps().iter().any(|step| after(step.to));
    main_track(ctx)
        .next_back()
        .filter(|_| is_over)
        .map(|row| row.on)
}

/// Says that a track has fewer sessions by a day than the protocol asks for: none at all, or too
/// few by then.
fn held_by(
    day: NaiveDate,
    track: &TrackSpec,
    [never, few]: [&str; 2],
    place: Place,
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
) {
    let least = track.sessions.value.min.max(1);
    let held = held_on(ctx, track.track);
    let found = held.iter().filter(|(on, _)| *on <= day).count();
    if found >= usize::from(least) {
        return;
    }
    if ctx.began_midway() {
        return out.cannot_tell(Topic::Sessions, place);
    }
    let values = values! { found, least, by: day, track: track.track };
    let mut topics = Reporting::from(Topic::Sessions);
    if counts_contacts(ctx, track.track) {
        topics = topics.with(Topic::Contacts);
    }
    let finding = if held.is_empty() {
        let weight = if track.level == Level::Must {
            bound(track.sessions.basis)
        } else {
            Severity::Warning
        };
        out.weighing(weight).lacks(never, topics, place, values)
    } else {
        out.lacks(few, topics, place, values)
    };
    if let Some(&(_, seq)) = held.get(usize::from(least) - 1) {
        finding.remedied_by(seq);
    }
}
