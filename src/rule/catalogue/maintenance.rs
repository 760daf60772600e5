//! Continuation and maintenance: IPT-220 to IPT-229, IPT-267.

use chrono::NaiveDate;

use super::{
    condition, condition_as,
    due::{each, first_session},
    middle::lacks_both,
    pace, old_rules,
};
use crate::{
    Criterion,
    machine::{Guard, region::FocusRegion},
    phase::Phase,
    record::{
        Fact, FactKind,
        contract::{ContractAgreed, ContractScope},
        patient::MedicationChange,
        session::{Session, SessionKind},
    },
    rule::{Ctx, OldEvidence, FactRow, Place, SessionRow, Severity, Sink},
    source::SourceId,
    topic::Topic,
};

old_rules! {
    /// Continuation and maintenance begin with a contract of their own, which says how often, how long, and what for.
    ///
    /// ## Why
    /// Acute treatment keeps its end when what follows is agreed anew. A contract that leaves frequency or aim open is a warning;
    /// its length is part of every contract.
    ///
    /// ## When it does not apply
    /// Courses without continuation or maintenance.
    OWN_CONTRACT_COMPLETE = {
        code: "IPT-220", severity: Error, clause: Shared, kind: Maintenance,
        moments: [PhaseChange, Recording], topics: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("maintenance is contracted separately")], since: FIRST,
        remedies: [RecordIt, AgreeAmendment],
        check: |ctx, out| {
            condition(Guard::OwnContractAgreed, Topic::Agreements, ctx, out);
            for (row, contract) in own_contracts(ctx) {
                let parts = [(contract.interval_days.is_some(), "interval_days"), (contract.aim.is_some(), "aim")];
                for (_, name) in parts.into_iter().filter(|&(there, _)| !there) {
                    let (place, evidence) = (Place::Entry(row.seq), OldEvidence::Matter { name });
                    out.old_lacks_as(Severity::Warning, Topic::Agreements, place, evidence);
                }
            }
        },
    };

    /// Maintenance begins with a patient who is in remission or near it.
    ///
    /// ## Why
    /// Maintenance prevents; what still needs treating is continued. Where the protocol's source makes remission a condition of
    /// entry, its absence is an error; elsewhere a warning. A protocol with that condition asks for it before its first
    /// session, whatever phase that belongs to.
    ///
    /// ## When it does not apply
    /// Courses without maintenance, under a protocol that is not for people in remission.
    NEAR_REMISSION = {
        code: "IPT-221", severity: Error, clause: PublishedBound, kind: Maintenance,
        moments: [PhaseChange], topics: [Measures, Sessions], parameters: ["population.remission_at_entry"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("maintenance"), SourceId::FRANK_2007.at("entry to maintenance")],
        since: FIRST,
        remedies: [RecordIt, ReviewProgress, JustifyByWaiver],
        check: |ctx, out| {
            let entry = ctx.spec().population.remission_at_entry;
            let condition_of_entry = entry.value && entry.basis.is_published();
            let severity = if condition_of_entry { Severity::Error } else { Severity::Warning };
            if !entry.value || ctx.index.judged.contains(Guard::NearRemission) {
                return condition_as(severity, Guard::NearRemission, Topic::Measures, ctx, out);
            }
            let Some(first) = first_session(ctx) else {
                return if ctx.began_midway() {
                    out.cannot_tell(Topic::Measures, Place::Course);
                } else {
                    out.has_none(Topic::Sessions);
                };
            };
            let mut judged = each!(ctx, JudgementMade).filter(|(row, judgement)| {
                let well = [Criterion::REMISSION, Criterion::NEAR_REMISSION].contains(&judgement.criterion);
                well && row.on <= first.on
            });
            match judged.next_back() {
                Some((_, judgement)) if judgement.met => {}
                Some(_) => {
                    out.old_finds_as(severity, ctx.place(first), OldEvidence::Nothing {});
                }
                None => {
                    out.old_lacks_as(severity, Topic::Measures, ctx.place(first), OldEvidence::Nothing {});
                }
            }
        },
    };

    /// Continuation and maintenance begin after acute treatment.
    ///
    /// ## Why
    /// Acute treatment has an end, and what it achieved is looked at before anything goes on.
    ///
    /// ## When it does not apply
    /// Protocols that lead into maintenance without acute treatment.
    AFTER_ACUTE_TREATMENT = {
        code: "IPT-222", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [], parameters: ["phases"],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("maintenance is contracted separately")], since: FIRST,
        remedies: [CorrectEntry, JustifyByWaiver],
        check: |ctx, out| condition(Guard::AcuteTreatmentOver, Topic::Sessions, ctx, out),
    };

    /// Sessions of continuation and maintenance keep to the interval of their contract.
    ///
    /// ## Why
    /// The contract is what keeps rare sessions from becoming none. A gap somewhat over the interval is a note.
    ///
    /// ## When it does not apply
    /// Courses without such sessions, contracts that name no interval, the time after the last session of the contract, and gaps
    /// with a pause, an announced break, or a stay in hospital in them. An interval that is narrowed within a gap, or in the session
    /// that ends it, counts from then on.
    MAINTENANCE_GAPS = {
        code: "IPT-223", severity: Warning, clause: OwnNumber, kind: Maintenance,
        moments: [Recording, DaysPass], topics: [Sessions, Agreements, Contacts],
        parameters: ["timing.gap_note", "timing.gap_warn"],
        basis: Design, sources: [SourceId::DESIGN.at("gaps in intervals of the contract")], since: FIRST,
        remedies: [SeekPatient, AgreeAmendment, JustifyByWaiver],
        check: gaps,
    };

    /// No session of continuation or maintenance lies beyond its contract.
    ///
    /// ## Why
    /// What follows acute treatment has a length of its own, which is agreed and may be agreed anew; more of it than was
    /// agreed is not decided by anybody.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions, sessions given to a crisis, and sessions without a contract of their own,
    /// which have a rule for that. Agreed anew after the session, the finding stays and is marked as remedied.
    WITHIN_OWN_CONTRACT = {
        code: "IPT-267", severity: Warning, clause: Deviation, kind: Maintenance,
        moments: [Recording], topics: [Agreements, Sessions], holds_if_reported: [Sessions], parameters: [],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("maintenance is contracted separately")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for (at, contract) in own_contracts(ctx) {
                let phase = phase_of(contract.scope);
                let next = own_contracts(ctx).find(|(later, other)| later.seq > at.seq && other.scope == contract.scope);
                let within = maintained(ctx)
                    .filter(|row| row.phase == phase && row.kind != SessionKind::Crisis && row.on >= at.on)
                    .filter(|row| next.is_none_or(|(next, _)| row.on < next.on));
                for (number, row) in (1_u32..).zip(within) {
                    let Some(planned) = length_on(ctx, contract, at, row.on) else { continue };
                    any = true;
                    if number <= planned.into() {
                        continue;
                    }
                    let evidence = OldEvidence::TooMany { found: number, most: planned.into() };
                    let finding = out.old_lacks(Topic::Agreements, ctx.place(row), evidence);
                    let later = each!(ctx, ContractAmended).find(|(amended, _)| {
                        amended.on > row.on && length_on(ctx, contract, at, amended.on).is_some_and(|n| number <= n.into())
                    });
                    if let Some((amended, _)) = later {
                        finding.remedied_by(amended.seq);
                    }
                    break;
                }
            }
            if !any {
                none_held(ctx, out);
            }
        },
    };

    /// Symptoms are rated in each session of continuation and maintenance.
    ///
    /// ## Why
    /// Rare sessions are there to see a relapse come.
    ///
    /// ## When it does not apply
    /// Courses without such sessions; sessions given to a crisis. A score taken on the same day counts.
    RATED_IN_EACH_SESSION = {
        code: "IPT-224", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording], topics: [Measures, Sessions], parameters: [],
        basis: Practice, sources: [SourceId::MAINTENANCE_REVIEW.at("early signs"), SourceId::DESIGN.at("in each session")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let mut sessions = maintained(ctx).filter(|row| row.kind != SessionKind::Crisis).peekable();
            if sessions.peek().is_none() {
                return none_held(ctx, out);
            }
            for row in sessions {
                let in_note = ctx.note(row).is_some_and(|note| !note.scores.is_empty());
                if !in_note && !ctx.facts(FactKind::Scored).any(|(score, _)| score.on == row.on) {
                    out.old_lacks(Topic::Measures, ctx.place(row), OldEvidence::Nothing {});
                }
            }
        },
    };

    /// When the illness has come back, the need for acute treatment is assessed anew.
    ///
    /// ## Why
    /// Maintenance is not made for an episode. The judgement that it has come back is a clinician's.
    ///
    /// ## When it does not apply
    /// No recurrence was judged, or a later judgement took it back; no session followed. A diagnosis, a decision on suitability or
    /// a review from the judgement to the next session assesses anew.
    RECURRENCE_LEADS_TO_ACUTE = {
        code: "IPT-225", severity: Warning, clause: Deviation, kind: Maintenance,
        moments: [Recording], topics: [Measures, InitialTasks, Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("recurrence begins a new course")], since: FIRST,
        remedies: [ReviewProgress, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let mut judged = ctx.facts(FactKind::JudgementMade).filter_map(|(row, fact)| match fact {
                Fact::JudgementMade(judgement) if judgement.criterion == Criterion::RECURRENCE => {
                    Some((row, judgement.met))
                }
                _ => None,
            });
            let Some((recurred, true)) = judged.next_back() else { return out.has_none(Topic::Measures) };
            let Some(row) = maintained(ctx).find(|row| row.on > recurred.on) else { return none_held(ctx, out) };
            let anew = [FactKind::DiagnosisMade, FactKind::SuitabilityDecided, FactKind::ReviewHeld];
            let rows = anew.into_iter().flat_map(|kind| ctx.facts(kind)).map(|(fact, _)| fact);
            let assessed = rows.filter(|fact| fact.on >= recurred.on).min_by_key(|fact| (fact.on, fact.seq));
            if assessed.is_none_or(|fact| fact.on > row.on) {
                let (topics, evidence) = ([Topic::Measures, Topic::InitialTasks], OldEvidence::On { day: recurred.on });
                let finding = lacks_both(ctx, out, topics, ctx.place(row), evidence);
                finding.see(Place::Entry(recurred.seq));
                if let Some(by) = assessed.map(|fact| fact.seq).or(ctx.closing().map(|(closing, _)| closing.seq)) {
                    finding.remedied_by(by);
                }
            }
        },
    };

    /// Sessions of continuation and maintenance keep to interpersonal matters.
    ///
    /// ## Why
    /// Patients whose maintenance sessions stayed interpersonal were well for longer. How many sessions in a row may do without is
    /// our own number.
    ///
    /// ## When it does not apply
    /// Courses without such sessions. Sessions given to a crisis neither count nor end a run.
    MAINTENANCE_IS_INTERPERSONAL = {
        code: "IPT-226", severity: Warning, clause: OwnNumber, kind: Maintenance,
        moments: [Recording], topics: [SessionContent, Sessions], parameters: ["maintenance.off_focus_run"],
        basis: Trial, sources: [SourceId::FRANK_2007.at("introduction"), SourceId::MAINTENANCE_REVIEW.at("content")],
        since: FIRST,
        remedies: [DoItNext, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let most = ctx.spec().maintenance.off_focus_run.value;
            let limit = most.saturating_add(1);
            // Of a session whose content is not reported it is unknown whether it ends a run.
            let (mut run, mut told) = (0_u16, 0_u16);
            let mut applies = false;
            for row in maintained(ctx).filter(|row| row.kind != SessionKind::Crisis) {
                applies = true;
                if ctx.note(row).is_some_and(is_interpersonal) {
                    (run, told) = (0, 0);
                    continue;
                }
                run = run.saturating_add(1);
                told = if ctx.reports(Topic::SessionContent, row.on) { told.saturating_add(1) } else { 0 };
                if told == limit {
                    let evidence = OldEvidence::TooMany { found: u32::from(limit), most: u32::from(most) };
                    out.old_lacks(Topic::SessionContent, ctx.place(row), evidence);
                } else if run == limit {
                    out.cannot_tell(Topic::SessionContent, ctx.place(row));
                }
            }
            if !applies {
                none_held(ctx, out);
            }
        },
    };

    /// Continuation and maintenance have a focus on record.
    ///
    /// ## Why
    /// It may be another than in acute treatment, and it may be several.
    ///
    /// ## When it does not apply
    /// Courses without such sessions.
    CURRENT_FOCUS_RECORDED = {
        code: "IPT-227", severity: Note, clause: Event, kind: Maintenance,
        moments: [Recording], topics: [Agreements, Sessions], parameters: [],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("focus of maintenance"), SourceId::MAINTENANCE_REVIEW.at("focus")],
        since: FIRST,
        remedies: [RecordIt, ForInformation],
        check: |ctx, out| {
            let Some(row) = maintained(ctx).next() else { return none_held(ctx, out) };
            if ctx.state().focus() != FocusRegion::Agreed {
                let place = if ctx.began_midway() { Place::Course } else { ctx.place(row) };
                out.old_lacks(Topic::Agreements, place, OldEvidence::Nothing {});
            }
        },
    };

    /// Maintenance sessions are agreed neither closer together nor further apart than the protocol provides for.
    ///
    /// ## Why
    /// Trials met weekly to monthly and found no difference; closer, it is acute treatment again, and further apart a relapse is
    /// seen late. The widest interval is our own number.
    ///
    /// ## When it does not apply
    /// Courses without maintenance, and contracts and amendments of maintenance that name no interval.
    MAINTENANCE_FREQUENCY = {
        code: "IPT-228", severity: Warning, clause: OwnNumber, kind: Maintenance,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["maintenance.interval_days"],
        basis: Trial, sources: [SourceId::FRANK_2007.at("frequencies"), SourceId::DESIGN.at("the widest interval")],
        since: FIRST,
        remedies: [AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let within = ctx.spec().maintenance.interval_days.value;
            let agreed = own_contracts(ctx)
                .filter(|(_, contract)| contract.scope == ContractScope::Maintenance)
                .filter_map(|(row, contract)| Some((row, contract.interval_days?)));
            let amended = ctx.facts(FactKind::ContractAmended).filter_map(|(row, fact)| match fact {
                Fact::ContractAmended(amended) if row.phase == Phase::Maintenance => Some((row, amended.interval_days?)),
                _ => None,
            });
            let mut applies = false;
            for (row, interval) in agreed.chain(amended) {
                applies = true;
                if !within.contains(interval) {
                    let (found, least, most) = (interval.into(), within.min.into(), within.max.into());
                    out.old_finds(Place::Entry(row.seq), OldEvidence::Outside { found, least, most });
                }
            }
            if !applies && was_in(ctx, Phase::Maintenance) {
                out.has_none(Topic::Agreements);
            } else if !applies {
                out.does_not_apply();
            }
        },
    };

    /// Maintenance without medication follows a remission that came without it.
    ///
    /// ## Why
    /// For a patient whose remission needed medication, IPT alone protects less.
    ///
    /// ## When it does not apply
    /// Courses without maintenance, patients who take medication, and a history that does not say how remission came.
    ALONE_PROTECTS_LESS = {
        code: "IPT-229", severity: Note, clause: Event, kind: Maintenance,
        moments: [PhaseChange], topics: [InitialTasks, Medication], parameters: [],
        basis: Trial, sources: [SourceId::FRANK_2007.at("results")], since: FIRST,
        remedies: [ForInformation, ReviewProgress],
        check: |ctx, out| {
            let Some(step) = ctx.entered(Phase::Maintenance) else { return out.does_not_apply() };
            let mut only = ctx.facts(FactKind::HistoryTaken).filter_map(|(_, fact)| match fact {
                Fact::HistoryTaken(taken) => taken.remitted_only_with_medication,
                _ => None,
            });
            let Some(only) = only.next_back() else { return out.has_none(Topic::InitialTasks) };
            let takes = ctx.facts(FactKind::MedicationNoted).rfind(|(row, _)| row.on <= step.on);
            let takes = takes.is_some_and(|(_, fact)| {
                !matches!(fact, Fact::MedicationNoted(noted)
                    if matches!(noted.change, MedicationChange::Stopped | MedicationChange::NoneTaken))
            });
            if takes {
                return out.does_not_apply();
            }
            if only {
                out.old_lacks(Topic::Medication, ctx.place_of(step.seq), OldEvidence::Nothing {});
            }
        },
    };
}

/// The sessions of continuation and maintenance that were held.
fn maintained<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    ctx.sessions().iter().filter(|row| row.held && row.phase.has_own_contract())
}

/// Whether the course was in a phase, be it from its opening on.
fn was_in(ctx: &Ctx<'_>, phase: Phase) -> bool {
    ctx.state().phase() == phase || ctx.steps().iter().any(|step| step.from == phase || step.to == phase)
}

/// No session of continuation or maintenance is on record. In a course that came there, only a record that reports sessions
/// says that there was none.
fn none_held(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    if was_in(ctx, Phase::Continuation) || was_in(ctx, Phase::Maintenance) {
        out.has_none(Topic::Sessions);
    } else {
        out.does_not_apply();
    }
}

/// The contracts of continuation and maintenance.
fn own_contracts<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (FactRow, &'a ContractAgreed)> + use<'a> {
    ctx.facts(FactKind::ContractAgreed).filter_map(|(row, fact)| match fact {
        Fact::ContractAgreed(contract) if contract.scope != ContractScope::Acute => Some((row, &**contract)),
        _ => None,
    })
}

/// The interval in force after acute treatment on a day, in days.
fn interval_on(ctx: &Ctx<'_>, day: NaiveDate) -> Option<u16> {
    let agreed =
        own_contracts(ctx).filter(|(row, _)| row.on <= day).map(|(row, contract)| (row, contract.interval_days));
    let (from, mut interval) = agreed.last()?;
    for (row, fact) in ctx.facts(FactKind::ContractAmended) {
        if let Fact::ContractAmended(amended) = fact {
            if row.on >= from.on && row.on <= day && row.phase.has_own_contract() {
                interval = amended.interval_days.or(interval);
            }
        }
    }
    interval.filter(|&days| days > 0)
}

/// The wider of the intervals in force at the beginning and at the end of a stretch: one that was widened meanwhile lets the
/// next session come later, and one that was narrowed is no reason to have come earlier.
fn interval_within(ctx: &Ctx<'_>, from: NaiveDate, until: NaiveDate) -> Option<u16> {
    interval_on(ctx, from).max(interval_on(ctx, until))
}

fn gaps(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let mut previous: Option<&SessionRow> = None;
    let mut applies = false;
    for row in maintained(ctx) {
        if let Some(before) = previous {
            let eve = row.on.pred_opt().unwrap_or(row.on);
            if let Some(interval) = interval_within(ctx, before.on, eve) {
                applies = true;
                gap(before.on, row.on, interval, ctx.place(row), ctx, out);
            }
        }
        previous = Some(row);
    }
    let Some(last) = previous else { return none_held(ctx, out) };
    let used_up = ctx.state().own_contract().is_some_and(|(planned, used)| used >= planned);
    if ctx.closing().is_none() && !used_up {
        if let Some(interval) = interval_within(ctx, last.on, ctx.as_of()) {
            applies = true;
            gap(last.on, ctx.as_of(), interval, Place::Day(ctx.as_of()), ctx, out);
        }
    }
    if !applies {
        out.has_none(Topic::Agreements);
    }
}

/// The phase that a contract covers.
const fn phase_of(scope: ContractScope) -> Phase {
    match scope {
        ContractScope::Acute => Phase::Middle,
        ContractScope::Continuation => Phase::Continuation,
        ContractScope::Maintenance => Phase::Maintenance,
    }
}

/// The number of sessions of a contract as it was amended until a day, if it fixes one.
fn length_on(ctx: &Ctx<'_>, contract: &ContractAgreed, at: FactRow, day: NaiveDate) -> Option<u16> {
    let amended = each!(ctx, ContractAmended)
        .filter(|(row, _)| row.seq > at.seq && row.phase.has_own_contract() && row.on <= day);
    let frame = amended.filter_map(|(_, amended)| amended.frame).next_back();
    frame.unwrap_or(contract.frame).sessions()
}

/// Weighs one gap between sessions.
fn gap(from: NaiveDate, to: NaiveDate, interval: u16, place: Place, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let timing = &ctx.spec().timing;
    let (unit, days) = (u32::from(interval), u32::try_from((to - from).num_days()).unwrap_or(0));
    let (severity, limit) = if timing.gap_warn.value.of_is_exceeded_by(unit, days) {
        (Severity::Warning, timing.gap_warn.value)
    } else if timing.gap_note.value.of_is_exceeded_by(unit, days) {
        (Severity::Note, timing.gap_note.value)
    } else {
        return;
    };
    if pace::covered(ctx, from, to) > 0 {
        return;
    }
    // What covers a gap is told among contacts, and that the interval was widened among agreements.
    let silent = [Topic::Contacts, Topic::Agreements].into_iter().find(|&topic| !ctx.reports(topic, to));
    let topic = silent.unwrap_or(Topic::Sessions);
    let limit = unit * u32::from(limit.num) / u32::from(limit.den).max(1);
    out.old_lacks_as(severity, topic, place, OldEvidence::Days { from, to, limit });
}

/// Whether a note shows work on what happens between the patient and others.
fn is_interpersonal(note: &Session) -> bool {
    !note.strategies.is_empty()
        || !note.worked_on.is_empty()
        || note.mood_event_link.is_done()
        || note.incident.is_done()
}
