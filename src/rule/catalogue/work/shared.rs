//! What is due by a session of the middle phase, and what the phase must not end without.

use chrono::NaiveDate;

use crate::{
    base::text::FreeText,
    record::{FactKind, Payload},
    rule::{
        Ctx, Evidence, Sink,
        catalogue::middle::{self, Due},
        needed::{Needed, Shown},
        values,
    },
    vocabulary::{
        AreaSet, Phase, Place, ProblemArea, Reporting, Severity, Stated, StrategySet, Topic,
    },
};

/// Where it is found.
pub(super) const MIDDLE: Place = Place::Phase(Phase::Middle);

/// Says what was not on record after so many sessions of the middle phase, in the first case, or
/// that the phase ended without it, in the second. The rule tells what is missing at the end of a
/// day, or by now, and is asked again for each later session and fact of those kinds, to see what
/// made it good. The sessions are counted from the day on which the area was agreed. The deadline is
/// our own, so that what came late is a note. Answers whether it stands.
///
/// The rule gets the end of a day and the number of sessions of the phase until it was due;
/// `{other}` is the day of the session with which it was due.
pub(super) fn due_by(
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    [by_then, never]: [&str; 2],
    (areas, sessions): (AreaSet, u16),
    topics: impl Into<Reporting>,
    shows: &[FactKind],
    missing: impl Fn(Option<NaiveDate>, u16) -> Option<Evidence>,
) -> bool {
    let (due, held) = match middle::due_in(ctx, areas.iter(), sessions) {
        Due::With(row, held) => (Some(row), held),
        Due::AtTheEnd => (None, sessions),
        Due::Not => {
            out.does_not_apply();
            return false;
        }
    };
    let missing = |day| missing(day, held);
    let Some(evidence) = missing(due.map(|row| row.on)) else {
        return false;
    };
    let mut facts = ctx
        .all_facts()
        .map(|(row, _)| row)
        .filter(|row| shows.contains(&row.kind));
    let later = facts.find(|row| missing(Some(row.on)).is_none());
    let case = if due.is_none() || later.is_none() && middle::is_over(ctx) {
        never
    } else {
        by_then
    };
    let out = if later.is_some() {
        out.weighing(Severity::Note)
    } else {
        out
    };
    // Some of these lack it, some call for an answer.
    if let Some(finding) = out.stated(Stated::NotReported, [case; 2], topics, MIDDLE, evidence) {
        if let Some(due) = due {
            finding.see(ctx.place(due));
        }
        if let Some(row) = later {
            finding.remedied_by(row.seq);
        }
    }
    later.is_none()
}

/// Says which of the strategies that an area needs the middle phase ended without. What was done in
/// the ending counts. Where a detail of the area may show one of them as well, it is passed whether
/// it does.
pub(super) fn ended_without(
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    case: &str,
    needed: &Needed,
    detail: Option<bool>,
) {
    if !has_ended(ctx, needed.area) {
        return out.does_not_apply();
    }
    let without = |detail: bool| -> StrategySet {
        let shown = Shown {
            patterns: detail,
            contacts: detail,
            ..middle::worked_by(ctx, None).shown
        };
        needed
            .asked(ctx.spec().format)
            .difference(shown.strategies())
    };
    let missing = without(detail == Some(true));
    if !missing.is_empty() {
        // An untold detail may show all that is missing.
        let by_detail = detail.is_some() && without(true).is_empty();
        let topics = if by_detail {
            IN_NOTE_OR_DETAIL
        } else {
            Topic::SessionContent.into()
        };
        out.lacks(case, topics, MIDDLE, values! { missing });
    }
}

/// What a note shows, or the detail of an area.
pub(super) const IN_NOTE_OR_DETAIL: Reporting =
    Reporting::of(&[Topic::InitialTasks, Topic::SessionContent]);

/// Whether an area was worked on in a middle phase that lies behind. One that was agreed with the
/// last session of the phase had no time in it.
pub(super) fn has_ended(ctx: &Ctx<'_>, area: ProblemArea) -> bool {
    let mut held = ctx.ordinary_middle();
    let (first, last) = (held.next(), held.next_back());
    let had_time = || {
        let since = middle::agreed_since(ctx, area);
        since.is_none_or(|since| {
            first.is_some_and(|row| since <= row.on) || last.is_some_and(|row| since < row.on)
        })
    };
    middle::is_worked_on(ctx, area) && middle::is_over(ctx) && had_time()
}

pub(super) fn is_blank(text: Option<&FreeText>) -> bool {
    text.is_none_or(FreeText::is_blank)
}

/// Whether the detail of an area says something.
pub(super) fn tells<D: Payload>(ctx: &Ctx<'_>, text: impl Fn(&D) -> Option<&FreeText>) -> bool {
    ctx.all::<D>().any(|(_, detail)| !is_blank(text(detail)))
}
