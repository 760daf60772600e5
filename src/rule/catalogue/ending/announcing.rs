//! That the end is announced, and when.

use chrono::NaiveDate;

use super::shared::{goes_on, hands_over, has_ending};
use crate::{
    machine::Guard,
    record::{
        Fact, FactKind,
        contract::{ContractAgreed, ContractAmended, ContractScope, TimeFrame},
        ending::{Closed, EndMode},
    },
    rule::{
        Ctx, FactRow, StepRow,
        catalogue::{dose, pace, rules},
        values,
    },
    source::SourceId,
    vocabulary::{EndingTask, Place, Seq, Severity, Task, Topic},
};

rules! {
    kind: Ending;

    /// The end should be announced while several sessions are left, and before the ending begins.
    ///
    /// ## Why
    /// The ending is itself a loss to work on. Manuals discuss it two to four sessions before the
    /// last; with fewer left than the upper of these the announcement is worth a note, with fewer
    /// than the lower it is late, and an end that comes up when everybody is about to leave can no
    /// longer be worked on. An amendment that moves the end away asks for a new announcement; to
    /// agree on an earlier end is to announce it.
    ///
    /// ## When it does not apply
    /// Protocols without an ending; an end that was never announced in a course that ran as
    /// contracted has a rule of its own. A session that was missed after the announcement was still
    /// expected then. Contracts that fix no number of sessions are asked for the announcement when
    /// the ending begins, and so are courses that ended otherwise or went on to continuation or
    /// maintenance.
    END_ANNOUNCED_EARLY = {
        code: END_ANNOUNCED_EARLY, severity: Warning, clause: Deviation,
        topics: [Sessions, Ending, Agreements], holds_if_reported: [Sessions],
        parameters: ["phases", "ending.announce_note_below", "ending.announce_warn_below"],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::CASEBOOK_2012.at("announced with three left")],
        remedies: [DoItNext, RecordIt, JustifyByWaiver], record: ["session.tasks"],
        says: {
            lacks LATE: "The end was announced on {day}, with {left:session|sessions} left; the protocol expects {least} or more.";
            lacks AGREED_LATE: "An earlier end was agreed on {day}, with {left:session|sessions} left; the protocol expects {least} or more.";
            lacks LAST: "The end was first announced on {day}, in the last session.";
            lacks NOT_YET: "By {day}, with {left:session|sessions} left, no announcement of the end was on record; the protocol expects it with \
                {least} or more left.";
            lacks MOVED: "On {day} the contract was changed to {planned:session|sessions}, and no announcement of the new end is on record.";
            lacks BEGAN: "The {ending} began on {day}, and no announcement of the end was on record.";
        },
        check: |ctx, out| {
            if !has_ending(ctx) {
                return out.does_not_apply();
            }
            let began = |_: &StepRow| (BEGAN, values! {});
            let Some(end) = end_in_force(ctx) else {
                out.condition(Guard::EndIsAnnounced, Topic::Ending, began);
                return out.has_none(Topic::Agreements);
            };
            let completed = ctx.completion().is_some();
            let is_over = ctx.closing().is_some();
            let last = ctx.sessions().iter().rev().find(|row| row.acute);
            let few = |slots: u16| too_few(ctx, &end, slots);
            let told = announced(ctx, &end).filter(|_| completed || !is_over);
            let was_announced = ctx.ending_task(EndingTask::AnnounceEnd);
            match told {
                // Neither an earlier word of the end nor a later session is on record.
                Some(told) if completed && ctx.held().nth(1).is_some() && is_last(ctx, told.on) => {
                    out.lacks(LAST, [Topic::Ending, Topic::Sessions], ctx.place_of(told.seq), values! {});
                }
                Some(told) => {
                    if let Some((weight, left, least)) = few(slots_by(ctx, told.on)) {
                        let case = if told.by_agreement { AGREED_LATE } else { LATE };
                        out.weighing(weight).lacks(case, Topic::Ending, ctx.place_of(told.seq), values! { left, least });
                    } else if ctx.history.judged.contains(Guard::EndIsAnnounced) && !told.by_agreement {
                        out.condition(Guard::EndIsAnnounced, Topic::Ending, began);
                    }
                }
                None if was_announced.is_none() && owed(ctx).is_some() => out.does_not_apply(),
                None if is_over && !completed || was_announced.is_none() && (is_over || goes_on(ctx)) => {
                    out.condition(Guard::EndIsAnnounced, Topic::Ending, began);
                }
                None => match few(if is_over { u16::MAX } else { last.map_or(0, |row| row.slots) }) {
                    Some(_) if ctx.began_midway() => out.cannot_tell(Topic::Ending, Place::Course),
                    Some((weight, ..)) if was_announced.is_some() => {
                        let (place, values) = (Place::Entry(end.seq), values! { planned: end.planned });
                        out.weighing(weight).lacks(MOVED, Topic::Ending, place, values);
                    }
                    Some((weight, left, least)) => {
                        // A course without a session on record has no place with a day.
                        let (place, day) = last.map_or((Place::Course, ctx.as_of()), |row| (ctx.place(row), row.on));
                        out.weighing(weight).lacks(NOT_YET, Topic::Ending, place, values! { left, least, day });
                    }
                    None => out.condition(Guard::EndIsAnnounced, Topic::Ending, began),
                },
            }
        },
    };

    /// The end of a course that ran as contracted must have been announced.
    ///
    /// ## Why
    /// All variants end openly: the end is announced, or treatment is handed over to maintenance.
    /// Where the end was spoken of without being announced as such, it is thin, and a warning.
    ///
    /// ## When it does not apply
    /// Courses that ended otherwise, protocols without an ending, and courses that went on to
    /// continuation or maintenance, here or in a course of their own. An early end by agreement was
    /// announced when it was agreed.
    END_WAS_ANNOUNCED = {
        code: "IPT-201", severity: Error, clause: Shared,
        topics: [Ending], parameters: ["phases"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")],
        remedies: [RecordIt, JustifyByWaiver], record: ["session.tasks"],
        says: {
            finds STATED: "The course was closed as completed on {closed}, and the end was recorded as not announced.";
            lacks NEVER: "The course was closed as completed on {closed}, and no announcement of the end is on record.";
            lacks SPOKEN_OF Warning: "When the course was closed as completed on {closed}, the end had been spoken of, and no announcement of it \
                was on record.";
        },
        check: |ctx, out| {
            let Some((row, _)) = owed(ctx) else { return out.does_not_apply() };
            if ctx.ending_task(EndingTask::AnnounceEnd).is_some() {
                return;
            }
            // Where session content is not reported, the end may have come up.
            let (came_up, reported) = (was_spoken_of(ctx), ctx.reporting().contains(Topic::SessionContent));
            let weight = if came_up || !reported { Severity::Warning } else { Severity::Error };
            let cases = [STATED, if came_up { SPOKEN_OF } else { NEVER }];
            let place = Place::Task(Task::Ending(EndingTask::AnnounceEnd));
            let stated = ctx.ending_stated(EndingTask::AnnounceEnd);
            out.weighing(weight).stated(stated, cases, Topic::Ending, place, values! { closed: row.on });
        },
    };
}

/// The closing of a course that ran as contracted to an end which had to be announced.
fn owed<'a>(ctx: &Ctx<'a>) -> Option<(FactRow, &'a Closed)> {
    let as_contracted = |closed: &Closed| closed.mode == EndMode::CompletedAsContracted;
    ctx.closing().filter(|(_, closed)| {
        as_contracted(closed) && has_ending(ctx) && !goes_on(ctx) && !hands_over(closed)
    })
}

/// The end of the acute contract as last agreed.
struct End {
    /// The entry that agreed on it, and its day.
    seq: Seq,
    since: NaiveDate,
    /// The sessions of the contract; 0 if it fixes no number.
    planned: u16,
    /// Whether patient and therapist brought the end nearer.
    is_nearer: bool,
}

/// The end that is in force: that of the contract, or of the last amendment that moved it.
fn end_in_force(ctx: &Ctx<'_>) -> Option<End> {
    let agreed = ctx
        .all::<ContractAgreed>()
        .rfind(|(_, agreed)| agreed.scope == ContractScope::Acute);
    let (row, agreed) = agreed?;
    let planned = agreed.frame.sessions().unwrap_or(0);
    let mut end = End {
        seq: row.seq,
        since: row.on,
        planned,
        is_nearer: false,
    };
    for (row, amended) in ctx.all::<ContractAmended>() {
        let planned = amended
            .frame
            .and_then(TimeFrame::sessions)
            .filter(|&planned| planned != end.planned);
        if let Some(planned) = planned.filter(|_| row.on >= end.since && row.phase.is_acute()) {
            let is_nearer = planned < end.planned && amended.patient_agreed.is_done();
            end = End {
                seq: row.seq,
                since: row.on,
                planned,
                is_nearer,
            };
        }
    }
    Some(end)
}

/// How the end that is in force came up.
struct Told {
    on: NaiveDate,
    seq: Seq,
    /// By agreeing on an earlier one.
    by_agreement: bool,
}

/// The first announcement of the end that is in force.
fn announced(ctx: &Ctx<'_>, end: &End) -> Option<Told> {
    if end.is_nearer {
        return Some(Told {
            on: end.since,
            seq: end.seq,
            by_agreement: true,
        });
    }
    let (first, seq) = ctx.ending_task(EndingTask::AnnounceEnd)?;
    let shows = |fact: &Fact| fact.tasks_shown().ending.contains(EndingTask::AnnounceEnd);
    let since = |kind| {
        ctx.facts(kind)
            .find(|(row, fact)| row.on >= end.since && shows(fact))
    };
    let again = [since(FactKind::Session), since(FactKind::TaskRecorded)]
        .into_iter()
        .flatten();
    let (on, seq) = if first >= end.since {
        (first, seq)
    } else {
        again.map(|(row, _)| (row.on, row.seq)).min()?
    };
    Some(Told {
        on,
        seq,
        by_agreement: false,
    })
}

/// Whether so many slots leave fewer sessions than the protocol looks for: what that weighs, how
/// many are left, and how many it looks for.
fn too_few(ctx: &Ctx<'_>, end: &End, slots: u16) -> Option<(Severity, u16, u16)> {
    let ending = &ctx.spec().ending;
    let left = Some(end.planned)
        .filter(|&planned| planned > 0)?
        .saturating_sub(slots);
    let bounds = [
        (Severity::Warning, pace::of(ctx).announced_with().sessions),
        (Severity::Note, ending.announce_note_below.value),
    ];
    bounds
        .into_iter()
        .find(|&(_, below)| left < below)
        .map(|(weight, below)| (weight, left, below))
}

/// The slots of the contract that were used up by the end of a day, without those that were given
/// to a crisis.
fn slots_by(ctx: &Ctx<'_>, day: NaiveDate) -> u16 {
    let mut by_then = ctx.sessions().iter().rev().skip_while(|row| row.on > day);
    let used = by_then.next().map_or(0, |row| row.slots);
    used.saturating_sub(dose::crises_by(ctx, day))
}

/// Whether no acute session was due after a day: none was held, and none was missed that was still
/// expected.
fn is_last(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    !ctx.sessions().iter().any(|row| row.acute && row.on > day)
}

/// Whether the end came up, if not as an announcement: felt, or counted in sessions left.
fn was_spoken_of(ctx: &Ctx<'_>) -> bool {
    ctx.ending_stated(EndingTask::FeelingsAboutEnding).is_done()
        || ctx.held().any(|row| {
            ctx.note(row)
                .is_some_and(|note| note.sessions_left.is_done())
        })
}
