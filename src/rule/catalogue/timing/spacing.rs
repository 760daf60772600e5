//! How closely sessions follow each other, and how long acute treatment takes.

use super::gaps::{gaps, open_gap, paced};
use crate::{
    pace::Rung,
    record::{
        contract::{ContractAgreed, ContractAmended, ContractScope, TimeFrame},
        session::SessionKind,
    },
    rule::{
        Ctx, SessionRow,
        catalogue::{
            delivery,
            pace::{self, between},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{Phase, Place, Topic},
};

rules! {
    kind: DoseAndTiming;

    /// Sessions should follow each other about as closely as agreed, or something should cover the days between.
    ///
    /// ## Why
    /// A time-limited treatment lives on its rhythm; what was begun in one session cools down.
    /// After a gap as long as a break treatment is in fact begun again, and pausing it openly keeps
    /// the contract. A gap somewhat longer than agreed is a note.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. Courses in
    /// which no second session was held, and the time between the assessment and treatment. Where
    /// several gaps in a row are somewhat too long, the drift of the spacing is found in their
    /// place.
    LONG_GAP = {
        code: LONG_GAP, severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts], looks_for: [Sessions],
        parameters: [
            "timing.gap_note", "timing.gap_warn", "timing.gap_break", "timing.silence_days", "timing.pace_gaps", "cadence", "timing.taper",
            "dose.sessions", "dose.weeks",
        ],
        basis: Design,
        sources: [SourceId::DESIGN.at("gaps"), SourceId::ISIPT_STRATEGIES.at("weekly sessions")],
        remedies: [RecordIt, SeekPatient, JustifyByWaiver], record: ["paused", "break_announced", "admission", "session"],
        says: {
            lacks SLIGHT Note: "No session was held between {from} and {to}: {days} days, {covered} of them within a pause, an announced break or a stay in hospital; at the pace in force, at most {limit} other days are expected.";
            calls_for LONG: "No session was held between {from} and {to}: {days} days, {covered} of them within a pause, an announced break or a stay in hospital; at the pace in force, more than {limit} other days count as a long gap."
                asks "Between {from} and {to} no session was held: {days} days, {covered} of them within a pause, an announced break or a stay in \
                hospital on record. What explains the others?";
            calls_for BREAK: "No session was held between {from} and {to}: {days} days, {covered} of them within a pause, an announced break or a stay in hospital; at the pace in force, more than {limit} other days count as a break in treatment."
                asks "Between {from} and {to} no session was held: {days} days, {covered} of them within a pause, an announced break or a stay in \
                hospital on record. What explains the others?";
            calls_for SILENT: "No session was held between {from} and {to} ({days} days), and for more than {limit} days in a row outside a pause, an announced break or a stay in hospital no contact with the patient and no decision on how to go on is on record."
                asks "Between {from} and {to} no session was held ({days} days). Was anybody in touch with the patient, or was there a pause, an \
                announced break or a stay in hospital?";
        },
        check: |ctx, out| {
            for gap in gaps(ctx).chain(open_gap(ctx)) {
                out.applies();
                let Some((rung, limit)) = gap.rung(ctx) else { continue };
                let place = gap.place(ctx);
                // With sessions left out nobody can tell that it is a gap, and there is nothing to
                // ask.
                if !ctx.reports(Topic::Sessions, ctx.day_of(place).unwrap_or(gap.to)) {
                    out.cannot_tell(Topic::Sessions, place);
                    continue;
                }
                let values = |limit: u32| values! { from: gap.from, to: gap.to, days: gap.days(), covered: gap.covered(ctx), limit };
                let finding = match (rung, gap.silence(ctx)) {
                    // One slow pace is said once.
                    (Rung::Slight, _) if paced(ctx).any(|it| it.holds(&gap) && it.drift(ctx).is_some()) => continue,
                    (Rung::Slight, _) => out.lacks(SLIGHT, Topic::Contacts, place, values(limit)),
                    (Rung::Long, _) => out.calls_for(LONG, Topic::Contacts, place, values(limit)),
                    (Rung::Break, Some(limit)) => out.calls_for(SILENT, Topic::Contacts, place, values(limit)),
                    (Rung::Break, None) => out.calls_for(BREAK, Topic::Contacts, place, values(limit)),
                };
                finding.see(ctx.place(gap.after));
            }
        },
    };

    /// Sessions should not follow each other more closely than the pace allows for.
    ///
    /// ## Why
    /// Between sessions the patient tries things out with people; that takes days.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, sessions of another track, and contracts that agree on more than
    /// the protocol's usual pace.
    SESSIONS_NOT_CROWDED = {
        code: SESSIONS_NOT_CROWDED, severity: Warning, clause: OwnNumber,
        topics: [Sessions, Agreements], holds_if_reported: [Sessions],
        parameters: ["timing.gap_min_days", "cadence", "dose.sessions", "dose.weeks"],
        basis: Design, sources: [SourceId::DESIGN.at("smallest gap")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver], record: ["contract_amended.interval_days"],
        says: {
            calls_for CLOSE Note: "The sessions of {other} and {day} were {days:day|days} apart, and no agreement on so close a spacing is on record."
                asks "The sessions of {other} and {day} were {days:day|days} apart. Was a spacing as close as that agreed?";
        },
        check: |ctx, out| {
            for gap in gaps(ctx) {
                let Some(row) = gap.before else { continue };
                let (days, place) = (between(gap.after.on, gap.to), ctx.place(row));
                let crisis = [row.kind, gap.after.kind].contains(&SessionKind::Crisis);
                let least = pace::of(ctx).before(pace::nth(ctx, row)).least;
                // Two on one day are a question about the record, and have a rule there.
                if days == 0 || crisis || !least.is_undercut(gap.after.on, gap.to) {
                    continue;
                }
                out.calls_for(CLOSE, Topic::Agreements, place, values! { days }).see(ctx.place(gap.after));
            }
        },
    };

    /// The spacing of sessions should not drift away from what was agreed.
    ///
    /// ## Why
    /// No single gap may be long, and treatment still runs at another pace than agreed.
    ///
    /// ## When it does not apply
    /// Stretches with a gap that is long by itself: it has its own rule. Days that a pause, a stay
    /// in hospital or an announced break covers do not count. Courses with fewer sessions than the
    /// pace is looked at over.
    SPACING_DOES_NOT_DRIFT = {
        code: SPACING_DOES_NOT_DRIFT, severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts], looks_for: [Sessions],
        parameters: [
            "timing.pace_gaps", "timing.gap_note", "timing.gap_warn", "cadence", "timing.taper", "dose.sessions",
            "dose.weeks",
        ],
        basis: Design, sources: [SourceId::DESIGN.at("drifting spacing")],
        remedies: [AgreeAmendment, JustifyByWaiver], record: ["contract_amended.interval_days"],
        says: {
            lacks DRIFTED: "The {sessions} sessions from {from} to {to} were spread over {days} days, {covered} of them covered by a pause, an announced break \
                or a stay in hospital; at the pace in force, {limit} would have been the most.";
        },
        check: |ctx, out| {
            let mut drifting = false;
            for stretch in paced(ctx) {
                out.applies();
                let drift = stretch.drift(ctx);
                if let Some(limit) = drift.filter(|_| !drifting) {
                    let (first, last) = (stretch.first, stretch.last);
                    let (days, covered) = (stretch.days(), stretch.covered(ctx));
                    let values = values! { sessions: stretch.gaps + 1, from: first.on, to: last.on, days, covered, limit };
                    out.lacks(DRIFTED, [Topic::Contacts, Topic::Sessions], ctx.place(last), values).see(ctx.place(first));
                }
                drifting = drift.is_some();
            }
        },
    };

    /// Treatment should run faster than usual only where contract and protocol provide for it.
    ///
    /// ## Why
    /// Two sessions a week are a recognised form; they use up the contract in half the time, so
    /// they are agreed. Sessions that came faster than agreed are a note.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and sessions that follow each other at the protocol's own pace.
    /// The spacing of the first contract has a rule of its own; amendments are looked at here.
    FASTER_PACE_IS_AGREED = {
        code: FASTER_PACE_IS_AGREED, severity: Warning, clause: Deviation,
        topics: [Sessions, Agreements], holds_if_reported: [Sessions, Agreements],
        parameters: [
            "timing.twice_weekly", "timing.pace_gaps", "timing.pace_fast", "cadence", "timing.taper",
            "dose.sessions", "dose.weeks",
        ],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, once or twice weekly"),
            SourceId::BRUIJNIKS_2020.at("twice weekly"),
        ],
        remedies: [AgreeAmendment, CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver], record: ["contract_amended.interval_days"],
        says: {
            finds AMENDED: "An amendment of the contract on {day} set sessions {found:day|days} apart; {protocol} has them {usual:day|days} apart.";
            calls_for FASTER Note: "The {sessions} sessions from {from} to {to} were held within {days} days; at the pace in force they would have taken {limit}, and no faster pace is on record as agreed."
                asks "The {sessions} sessions from {from} to {to} were held within {days} days; at the pace in force they would have taken {limit}. Was a faster pace agreed?";
        },
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            if let Some((entry, agreed)) = pace::agreed_interval(ctx, ctx.as_of()).filter(|_| !timing.twice_weekly.value) {
                let (found, usual) = (agreed.limit_once(), pace::of(ctx).usual(1).limit_once());
                if timing.pace_fast.value.is_reached_by(usual, found) && ctx.all::<ContractAmended>().any(|(row, _)| row.seq == entry) {
                    out.finds(AMENDED, Place::Entry(entry), values! { found, usual });
                }
            }
            let mut fast = false;
            for stretch in paced(ctx) {
                let (first, last, days) = (stretch.first, stretch.last, stretch.days());
                let [from, to] = [first, last].map(|row| pace::nth(ctx, row));
                let within = |row: &SessionRow| first.ordinal <= row.ordinal && row.ordinal <= last.ordinal;
                let runs = pace::of(ctx).over(from, to).least.is_undercut(first.on, last.on)
                    && !ctx.held().any(|row| row.kind == SessionKind::Crisis && within(row));
                if runs && !fast {
                    let limit = pace::of(ctx).expected_over(from, to);
                    let values = values! { sessions: stretch.gaps + 1, from: first.on, to: last.on, days, limit };
                    out.calls_for(FASTER, Topic::Agreements, ctx.place(last), values).see(ctx.place(first));
                }
                fast = runs;
            }
        },
    };

    /// Sessions agreed further apart
    ///
    /// ## Why
    /// Sessions further apart towards the end belong to other models of IPT; where it is agreed, a
    /// reader wants to see it. No source was found that forbids it.
    ///
    /// ## When it does not apply
    /// Protocols that widen the spacing themselves. Going back to the protocol's spacing after
    /// sessions closer together.
    WIDER_SPACING_AGREED = {
        code: "IPT-161", severity: Note, clause: Event,
        topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["cadence", "timing.taper", "dose.sessions", "dose.weeks"],
        basis: Unseen,
        sources: [SourceId::KNOWLEDGE.at("tapering"), SourceId::GERMAN_PAGES.at("one describes it")],
        remedies: [ForInformation, ConsiderOtherProtocol],
        says: {
            finds WIDENED: "An amendment of the contract on {day} set sessions {found:day|days} apart; contract and protocol allowed at most {most}.";
        },
        check: |ctx, out| {
            if ctx.spec().timing.taper.value {
                return out.does_not_apply();
            }
            for (row, amended) in ctx.all::<ContractAmended>().filter(|(row, _)| !row.phase.has_own_contract()) {
                let (Some(found), Some(yesterday)) = (amended.interval_days, row.on.pred_opt()) else { continue };
                let next = ctx.held().rfind(|held| held.on <= row.on).map_or(1, |held| held.ordinal.saturating_add(1));
                let protocol = pace::of(ctx).usual(next);
                let before = pace::agreed_interval(ctx, yesterday).map_or(protocol, |(_, agreed)| agreed.wider(protocol));
                let most = before.limit_once();
                if most < found.into() {
                    out.finds(WIDENED, Place::Entry(row.seq), values! { found, most });
                }
            }
        },
    };

    /// Acute treatment should take little longer than planned.
    ///
    /// ## Why
    /// The limit in time is part of the treatment as the number of sessions is. So long an overrun
    /// is another treatment than the one agreed.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. Going on
    /// beyond the weeks after which the protocol ends treatment has its own rule.
    TIME_LIMIT_KEPT = {
        code: TIME_LIMIT_KEPT, severity: Warning, clause: OwnNumber,
        topics: [Sessions, Contacts, Agreements], holds_if_reported: [Sessions],
        parameters: [
            "timing.overrun_weeks", "timing.overrun_most", "cadence", "timing.taper", "dose.sessions", "dose.weeks",
            "dose.weeks_are_cap",
        ],
        basis: Design,
        sources: [SourceId::DESIGN.at("overrun"), SourceId::EARLY_LEAVERS_TRIAL.at("sixteen sessions in five months")],
        remedies: [AgreeAmendment, ReviewProgress, JustifyByWaiver], record: ["contract_amended.frame"],
        follows: ["IPT-159"],
        says: {
            lacks OVERRUN: "Acute treatment ran from {from} to {to}: {days} days, {covered} of them covered by a pause, an announced break or a \
                stay in hospital; {planned} were planned, and {limit} would have been the most with all margins.";
        },
        check: |ctx, out| {
            let mut held = ctx.held().filter(|row| row.phase != Phase::Assessment);
            let (Some(first), Some(last)) = (held.next(), held.next_back()) else { return out.has_none(Topic::Sessions) };
            if delivery::past_weeks(ctx).is_some() {
                return out.does_not_apply();
            }
            let planned = pace::of(ctx).planned_days(frame_in_force(ctx), pace::nth(ctx, last));
            let most = pace::of(ctx).overrun(planned);
            if most.is_exceeded(first.on, last.on, pace::cover(ctx)) {
                let (days, covered) = (between(first.on, last.on), pace::covered(ctx, first.on, last.on));
                let values = values! { from: first.on, to: last.on, days, covered, planned, limit: most.days };
                out.lacks(OVERRUN, [Topic::Contacts, Topic::Agreements], ctx.place(last), values).see(ctx.place(first));
            }
        },
    };
}

/// The frame of the acute contract that is in force, if one was agreed.
fn frame_in_force(ctx: &Ctx<'_>) -> Option<TimeFrame> {
    let agreed = ctx
        .all::<ContractAgreed>()
        .filter(|(_, agreed)| agreed.scope == ContractScope::Acute);
    let amended = ctx
        .all::<ContractAmended>()
        .filter(|(row, _)| !row.phase.has_own_contract());
    let frames = agreed
        .map(|(row, agreed)| (row, Some(agreed.frame)))
        .chain(amended.map(|(row, amended)| (row, amended.frame)));
    let in_force = frames
        .filter_map(|(row, frame)| Some((row, frame?)))
        .max_by_key(|(row, _)| (row.on, row.seq));
    in_force.map(|(_, frame)| frame)
}
