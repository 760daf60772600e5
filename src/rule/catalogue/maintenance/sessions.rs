//! How the sessions of continuation and maintenance follow each other, and what they hold.

use chrono::NaiveDate;

use super::shared::{maintained, none_held, own_contracts};
use crate::{
    pace::Interval,
    record::{
        FactKind,
        contract::ContractAmended,
        review::JudgementMade,
        session::{Session, SessionKind},
    },
    rule::{
        Ctx, SessionRow,
        catalogue::{pace, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Criterion, Place, Severity, Topic},
};

rules! {
    kind: Maintenance;

    /// Sessions of continuation and maintenance should keep to the interval of their contract.
    ///
    /// ## Why
    /// The contract is what keeps rare sessions from becoming none. A gap somewhat over the
    /// interval is a note.
    ///
    /// ## When it does not apply
    /// Courses without such sessions, contracts that name no interval, and the time after the last
    /// session of the contract. The days that a pause, an announced break, or a stay in hospital
    /// covers do not count. An interval that is narrowed within a gap, or in the session that ends
    /// it, counts from then on.
    MAINTENANCE_GAPS = {
        code: MAINTENANCE_GAPS, severity: Warning, clause: OwnNumber,
        topics: [Sessions, Agreements, Contacts],
        parameters: ["timing.gap_note", "timing.gap_warn"],
        basis: Design, sources: [SourceId::DESIGN.at("gaps in intervals agreed")],
        remedies: [SeekPatient, AgreeAmendment, JustifyByWaiver], record: ["paused", "break_announced", "contract_amended"],
        says: {
            calls_for LONG: "Between the sessions of {from} and {day} lay {days:day|days}; one every {interval:day|days} was agreed."
                asks "Between the sessions of {from} and {day} lay {days:day|days}; one every {interval:day|days} was agreed. What lay between?";
            calls_for SINCE: "By {day}, {days:day|days} had passed since the session of {from}; one every {interval:day|days} was agreed."
                asks "By {day}, {days:day|days} had passed since the session of {from}; one every {interval:day|days} was agreed. What has \
                happened since?";
            calls_for COVERED_IN_PART: "From the session of {from} to {day}, {days:day|days} passed, {covered} of them covered by a pause, a break \
                or a stay in hospital; one session every {interval:day|days} was agreed."
                asks "From the session of {from} to {day}, {days:day|days} passed, {covered} of them covered by a pause, a break or a stay in \
                hospital; one session every {interval:day|days} was agreed. What about the other days?";
        },
        check: |ctx, out| {
            let mut held = maintained(ctx).peekable();
            let mut any = false;
            while let Some(before) = held.next() {
                let next = held.peek().copied();
                // What is agreed in the session that ends a gap counts from then on.
                let Some(to) = next.map(|row| row.on).or_else(|| is_open(ctx).then(|| ctx.as_of())) else { continue };
                let until = if next.is_some() { to.pred_opt().unwrap_or(to) } else { to };
                let Some(interval) = interval_on(ctx, before.on).max(interval_on(ctx, until)) else { continue };
                any = true;
                let (days, covered) = (pace::between(before.on, to), pace::covered(ctx, before.on, to));
                let exceeded = pace::of(ctx)
                    .after_acute(Interval::every(interval))
                    .map(|most| most.is_exceeded(before.on, to, pace::cover(ctx)));
                let weight = match (exceeded[1], exceeded[0]) {
                    (true, _) => Severity::Warning,
                    (false, true) => Severity::Note,
                    (false, false) => continue,
                };
                let case = if covered > 0 { COVERED_IN_PART } else if next.is_some() { LONG } else { SINCE };
                let place = next.map_or(Place::Day(to), |row| ctx.place(row));
                // What covers a gap is told among contacts, and that the interval was widened among
                // agreements.
                let topics = [Topic::Contacts, Topic::Agreements, Topic::Sessions];
                let values = values! { from: before.on, days, covered, interval };
                out.weighing(weight).calls_for(case, topics, place, values);
            }
            if maintained(ctx).next().is_none() {
                none_held(ctx, out);
            } else if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// When the illness has come back, the need for acute treatment should be assessed anew.
    ///
    /// ## Why
    /// Maintenance is not made for an episode. The judgement that it has come back is a
    /// clinician's.
    ///
    /// ## When it does not apply
    /// No recurrence was judged, or a later judgement took it back; no session followed. A
    /// diagnosis, a decision on suitability or a review from the judgement to the next session
    /// assesses anew.
    RECURRENCE_LEADS_TO_ACUTE = {
        code: "IPT-225", severity: Warning, clause: Deviation,
        topics: [Measures, InitialTasks, Sessions],
        basis: Design, sources: [SourceId::DESIGN.at("recurrence begins a new course")],
        remedies: [ReviewProgress, ConsiderOtherProtocol, JustifyByWaiver], record: ["review_held", "diagnosis_made"],
        says: {
            calls_for NOT_ASSESSED: "On {other} it was judged that the illness had come back, and by the session of {day} no new assessment was on \
                record."
                asks "On {other} it was judged that the illness had come back. What was decided about acute treatment?";
        },
        check: |ctx, out| {
            let recurred = ctx.all::<JudgementMade>().rfind(|(_, judged)| judged.criterion == Criterion::RECURRENCE);
            let Some((recurred, _)) = recurred.filter(|(_, judged)| judged.met) else { return out.has_none(Topic::Measures) };
            let Some(row) = maintained(ctx).find(|row| row.on > recurred.on) else { return none_held(ctx, out) };
            let anew = [FactKind::DiagnosisMade, FactKind::SuitabilityDecided, FactKind::ReviewHeld];
            let rows = anew.into_iter().flat_map(|kind| ctx.facts(kind)).map(|(fact, _)| fact);
            let assessed = rows.filter(|fact| fact.on >= recurred.on).min_by_key(|fact| (fact.on, fact.seq));
            if assessed.is_none_or(|fact| fact.on > row.on) {
                let topics = [Topic::Measures, Topic::InitialTasks];
                let finding = out.calls_for(NOT_ASSESSED, topics, ctx.place(row), values! {});
                finding.see(Place::Entry(recurred.seq));
                if let Some(by) = assessed.map(|fact| fact.seq).or(ctx.closing().map(|(closing, _)| closing.seq)) {
                    finding.remedied_by(by);
                }
            }
        },
    };

    /// Sessions of continuation and maintenance should keep to interpersonal matters.
    ///
    /// ## Why
    /// Patients whose maintenance sessions stayed interpersonal were well for longer. How many
    /// sessions in a row may do without is our own number.
    ///
    /// ## When it does not apply
    /// Courses without such sessions. Sessions given to a crisis neither count nor end a run.
    MAINTENANCE_IS_INTERPERSONAL = {
        code: "IPT-226", severity: Warning, clause: OwnNumber,
        topics: [SessionContent, Sessions], parameters: ["maintenance.off_focus_run"],
        basis: Trial, sources: [SourceId::FRANK_2007.at("introduction"), SourceId::MAINTENANCE_REVIEW.at("content")],
        remedies: [DoItNext, ReviewFormulation, JustifyByWaiver], record: ["session.strategies", "session.worked_on"],
        says: {
            lacks RUN: "From {from} to {day}, {found:session|sessions} in a row had no interpersonal work on record; the protocol allows at most {most}.";
        },
        check: |ctx, out| {
            let most = ctx.spec().maintenance.off_focus_run.value;
            let mut sessions = maintained(ctx).filter(|row| row.kind != SessionKind::Crisis).peekable();
            if sessions.peek().is_none() {
                return none_held(ctx, out);
            }
            let is_off = |row: &SessionRow| !ctx.note(row).is_some_and(is_interpersonal);
            let is_told = |row: &SessionRow| ctx.reports(Topic::SessionContent, row.on);
            let told = runs(sessions.clone(), |row| is_off(row) && is_told(row)).filter(|run| run.found > most);
            let mut any = false;
            for run in told {
                any = true;
                let values = values! { from: run.from, found: run.found, most };
                out.lacks(RUN, Topic::SessionContent, ctx.place(run.last), values);
            }
            // Of a session whose content is not reported it is unknown whether it ends a run.
            let unsure = runs(sessions, is_off).find(|run| run.found > most);
            if let Some(run) = unsure.filter(|_| !any) {
                out.cannot_tell(Topic::SessionContent, ctx.place(run.last));
            }
        },
    };
}

/// The interval in force after acute treatment on a day, in days.
fn interval_on(ctx: &Ctx<'_>, day: NaiveDate) -> Option<u16> {
    let (from, contract) = own_contracts(ctx).filter(|(row, _)| row.on <= day).last()?;
    let amended = ctx
        .all::<ContractAmended>()
        .filter(|(row, _)| row.on >= from.on && row.on <= day && row.phase.has_own_contract());
    let interval = amended
        .filter_map(|(_, amended)| amended.interval_days)
        .next_back()
        .or(contract.interval_days);
    interval.filter(|&days| days > 0)
}

/// Whether another session is still to come: the course is not closed, and its own contract not
/// used up.
fn is_open(ctx: &Ctx<'_>) -> bool {
    ctx.closing().is_none()
        && ctx
            .state()
            .own_contract()
            .is_none_or(|(planned, used)| used < planned)
}

/// Sessions in a row that have something in common.
struct Run<'a> {
    from: NaiveDate,
    last: &'a SessionRow,
    found: u16,
}

fn runs<'a>(
    sessions: impl Iterator<Item = &'a SessionRow>,
    has: impl Fn(&SessionRow) -> bool,
) -> impl Iterator<Item = Run<'a>> {
    let mut sessions = sessions.peekable();
    core::iter::from_fn(move || {
        let first = sessions.find(|row| has(row))?;
        let mut run = Run {
            from: first.on,
            last: first,
            found: 1,
        };
        while let Some(next) = sessions.next_if(|row| has(row)) {
            (run.last, run.found) = (next, run.found + 1);
        }
        Some(run)
    })
}

/// Whether a note shows work on what happens between the patient and others.
fn is_interpersonal(note: &Session) -> bool {
    !note.strategies.is_empty()
        || !note.worked_on.is_empty()
        || note.mood_event_link.is_done()
        || note.incident.is_done()
}
