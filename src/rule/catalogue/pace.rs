//! How fast sessions follow each other: the interval in force, gaps, and what covers them.

use chrono::NaiveDate;

use super::middle::lacks_both;
use crate::{
    cover,
    entry::Seq,
    phase::Phase,
    protocol::Interval,
    record::{
        Fact, FactKind,
        contract::{ContractAmended, ContractScope, TimeFrame},
    },
    rule::{Ctx, OldEvidence, FactRow, Place, SessionRow, Sink},
    topic::Topic,
};

/// The interval that the protocol has before a session.
pub(super) fn of_protocol(ctx: &Ctx<'_>, session: u16) -> Interval {
    ctx.protocol().interval(session)
}

/// The days that the protocol has from one session to another, stretch by stretch.
pub(super) fn days_of_protocol(ctx: &Ctx<'_>, first: u16, last: u16) -> u32 {
    let (mut days, mut run) = (0_u32, 0);
    for session in first.saturating_add(1)..=last {
        run += 1;
        let interval = of_protocol(ctx, session);
        // Within a stretch intervals are added up before they are rounded.
        if session == last || of_protocol(ctx, session.saturating_add(1)) != interval {
            days = days.saturating_add(interval.of(run).limit_once());
            run = 0;
        }
    }
    days
}

/// The interval that the acute contract in force on a day names, and the entry that does.
pub(super) fn agreed_interval(ctx: &Ctx<'_>, day: NaiveDate) -> Option<(Seq, Interval)> {
    let latest = ctx.index.intervals.iter().rev().find(|row| row.on <= day)?;
    Some((latest.seq, Interval::every(latest.days)))
}

/// The widest interval that applies on a day: the protocol's or that of any contract.
pub(super) fn longest_interval(ctx: &Ctx<'_>, day: NaiveDate) -> Interval {
    let agreed = ctx.facts(FactKind::ContractAgreed).filter_map(|(row, fact)| match fact {
        Fact::ContractAgreed(agreed) if row.on <= day => agreed.interval_days,
        _ => None,
    });
    let amended = ctx.facts(FactKind::ContractAmended).filter_map(|(row, fact)| match fact {
        Fact::ContractAmended(amended) if row.on <= day => amended.interval_days,
        _ => None,
    });
    let protocol = of_protocol(ctx, ctx.state().held().max(1));
    agreed.chain(amended).max().map_or(protocol, |days| protocol.wider(Interval::every(days)))
}

/// The interval in force before a session: the contract's, else the protocol's. Where the protocol widens the spacing,
/// the wider.
pub(super) fn interval(ctx: &Ctx<'_>, row: &SessionRow) -> Interval {
    ctx.protocol().interval_in_force(row.ordinal, agreed_interval(ctx, row.on).map(|(_, agreed)| agreed))
}

/// The time between two sessions, or from the last one until now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap<'a> {
    /// The session before it.
    pub(super) after: &'a SessionRow,
    /// The session that ends it; none if it is still open.
    pub(super) before: Option<&'a SessionRow>,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

/// How long a gap is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rung {
    Note,
    Long,
    Break,
}

impl Gap<'_> {
    pub(super) fn days(&self) -> u32 {
        between(self.from, self.to)
    }

    fn place(&self, ctx: &Ctx<'_>) -> Place {
        ctx.place(self.before.unwrap_or(self.after))
    }

    /// The highest rung that the days which nothing covers reach, and its evidence.
    pub(super) fn rung(&self, ctx: &Ctx<'_>) -> Option<(Rung, OldEvidence)> {
        let timing = &ctx.spec().timing;
        let whole = self.days();
        let interval = interval(ctx, self.before.unwrap_or(self.after));
        if !interval.is_exceeded(timing.gap_note.value, whole) {
            return None;
        }
        let days = whole.saturating_sub(covered(ctx, self.from, self.to));
        let rungs = [
            (Rung::Break, timing.gap_break.value),
            (Rung::Long, timing.gap_warn.value),
            (Rung::Note, timing.gap_note.value),
        ];
        let (rung, times) = rungs.into_iter().find(|&(_, times)| interval.is_exceeded(times, days))?;
        Some((rung, OldEvidence::Days { from: self.from, to: self.to, limit: interval.limit(times) }))
    }
}

/// The gaps between acute sessions. What lies between the assessment and treatment is a wait, not a gap; a session of
/// another track ends a gap.
pub(super) fn gaps<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Gap<'a>> + use<'a> {
    let pairs = ctx.held().zip(ctx.held().skip(1));
    pairs.filter(|(after, _)| after.phase != Phase::Assessment).map(|(after, before)| {
        let from = before.previous.unwrap_or(after.on);
        Gap { after, before: Some(before), from, to: before.on }
    })
}

/// The time since the last session, while acute treatment runs and more sessions are due.
fn open_gap<'a>(ctx: &Ctx<'a>) -> Option<Gap<'a>> {
    let state = ctx.state();
    let after = ctx.held().next_back()?;
    let runs = state.phase().is_acute() && after.phase != Phase::Assessment && state.remaining() != Some(0);
    let from = state.last_held().unwrap_or(after.on);
    (runs && from < ctx.as_of()).then(|| Gap { after, before: None, from, to: ctx.as_of() })
}

/// Reports the gaps of one rung. What covers a gap, or a part of it, is told among contacts: where those are not
/// reported, it cannot be told on which rung it ends.
pub(super) fn report(ctx: &Ctx<'_>, out: &mut Sink<'_>, wanted: Rung) {
    let mut any = false;
    for gap in gaps(ctx).chain(open_gap(ctx)) {
        any = true;
        let Some((rung, evidence)) = gap.rung(ctx) else { continue };
        let place = gap.place(ctx);
        if rung == wanted {
            lacks_both(ctx, out, [Topic::Contacts, Topic::Sessions], place, evidence).see(ctx.place(gap.after));
        } else if wanted < rung && !ctx.reports(Topic::Contacts, gap.to) {
            out.cannot_tell(Topic::Contacts, place);
        }
    }
    if !any {
        out.has_none(Topic::Sessions);
    }
}

/// The kinds of facts that cover days or end what does.
const COVERS: [FactKind; 5] =
    [FactKind::BreakAnnounced, FactKind::Paused, FactKind::EngagementDecided, FactKind::Resumed, FactKind::Admission];

/// The days of a stretch of time that a pause, an admission or an announced break covers.
pub(super) fn covered(ctx: &Ctx<'_>, from: NaiveDate, to: NaiveDate) -> u32 {
    let facts = COVERS.into_iter().flat_map(|kind| ctx.facts(kind)).map(|(row, fact)| (row.on, fact));
    cover::covered_days(cover::stretches(facts).map(cover::Stretch::span), from, to)
}

/// Days from one day to another; none if it lies before.
pub(super) fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// The time frame of the acute contract in force now.
pub(super) fn frame(ctx: &Ctx<'_>) -> Option<TimeFrame> {
    let agreed = ctx.facts(FactKind::ContractAgreed).filter_map(|(row, fact)| match fact {
        Fact::ContractAgreed(agreed) if agreed.scope == ContractScope::Acute => Some((row, agreed.frame)),
        _ => None,
    });
    let amended = ctx.facts(FactKind::ContractAmended).filter_map(|(row, fact)| match fact {
        Fact::ContractAmended(amended) if !row.phase.has_own_contract() => Some((row, amended.frame?)),
        _ => None,
    });
    agreed.chain(amended).max_by_key(|(row, _)| (row.on, row.seq)).map(|(_, frame)| frame)
}

/// The acute contract is extended by a number of sessions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extension<'a> {
    pub(super) row: FactRow,
    pub(super) amended: &'a ContractAmended,
    /// Sessions before it.
    pub(super) before: u16,
    /// Sessions with it.
    pub(super) sessions: u16,
}

impl Extension<'_> {
    /// The last acute session before it, if the sessions of the contract were used up with that one.
    pub(super) fn used_up<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a SessionRow> {
        let last = ctx.sessions().iter().rev().filter(|row| row.acute).find(|row| row.on < self.row.on);
        last.filter(|row| row.slots >= self.before)
    }
}

/// The extensions of the acute contract, in order.
pub(super) fn extensions<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Extension<'a>> + use<'a> {
    // A contract that was never amended was never extended: nothing is looked at.
    let amended = ctx.kinds().contains(FactKind::ContractAmended);
    let mut planned = 0;
    ctx.all_facts().take_while(move |_| amended).filter_map(move |(row, fact)| match fact {
        Fact::ContractAgreed(agreed) if agreed.scope == ContractScope::Acute => {
            planned = agreed.frame.sessions().unwrap_or(0);
            None
        }
        Fact::ContractAmended(amended) if !row.phase.has_own_contract() => {
            let sessions = amended.frame?.sessions()?;
            let before = core::mem::replace(&mut planned, sessions);
            (before > 0 && sessions > before).then_some(Extension { row, amended, before, sessions })
        }
        _ => None,
    })
}

/// The amendments that add weeks to the acute contract and leave its number of sessions, in order.
pub(super) fn extensions_in_weeks<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (FactRow, &'a ContractAmended)> + use<'a> {
    let ctx = *ctx;
    let amended = ctx.kinds().contains(FactKind::ContractAmended);
    let mut frame: Option<TimeFrame> = None;
    let begins = ctx.held().find(|row| row.phase != Phase::Assessment).map(|row| row.on);
    ctx.all_facts().take_while(move |_| amended).filter_map(move |(row, fact)| match fact {
        Fact::ContractAgreed(agreed) if agreed.scope == ContractScope::Acute => {
            frame = Some(agreed.frame);
            None
        }
        Fact::ContractAmended(amended) if !row.phase.has_own_contract() => {
            let new = amended.frame?;
            let old = frame.replace(new)?;
            let (before, weeks) = (old.weeks()?, new.weeks()?);
            let in_time = begins.is_none_or(|begins| between(begins, row.on) <= u32::from(before) * 7);
            (weeks > before && new.sessions() <= old.sessions() && in_time).then_some((row, &**amended))
        }
        _ => None,
    })
}
