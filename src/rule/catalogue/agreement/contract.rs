//! The contract: agreed in time, the limit said early, its matters settled, and changed only by
//! agreement.

use crate::{
    machine::Guard,
    record::{
        contract::{
            ContractAgreed, ContractAmended, ContractScope, ContractTerm, ContractTerms,
            FrameAnnounced, MissedSessionPolicy,
        },
        focus::{FormulationGiven, FormulationPart},
    },
    rule::{
        Ctx, FactRow, Matter, Matters,
        catalogue::{
            focus::{comes_later, mended, open, said},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{InitialTask, Place, Region, Stated, Topic},
};

/// How often and how long: without these a contract has no frame.
const NUMBERS: Matters = Matters::of(&[Matter::IntervalDays, Matter::Minutes]);

rules! {
    kind: Content;

    /// The contract should settle the spacing and the length of sessions, and the other matters that a contract settles.
    ///
    /// ## Why
    /// What is agreed at the outset need not be argued about later: how often and how long, which
    /// missed sessions count and what notice is needed, what a session costs, and what the protocol
    /// names besides.
    ///
    /// ## When it does not apply
    /// Without an acute contract. Focus, goals and the contact for a crisis have rules of their
    /// own. Amendments count. Where the matters that the contract settles are not listed, nothing
    /// is said of them.
    CONTRACT_IS_FULL = {
        code: "IPT-081", severity: Warning, clause: Deviation,
        topics: [Agreements], looks_for: [Agreements], parameters: ["initial.contract_terms"],
        basis: Manual,
        sources: [
            SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::WEISSMAN_2000.at("ch. 7"),
            SourceId::SLIDES_DEPRESSION.at("the patient's part"), SourceId::NICE_NG222.at("1.2.8, 1.4.3"),
            SourceId::PSYCHIATRIC_TIMES.at("missed sessions"), SourceId::PSYCHIATRIC_TIMES.at("fees"),
        ],
        remedies: [RecordIt, AgreeAmendment],
        record: [
            "contract_agreed.interval_days", "contract_agreed.minutes", "contract_agreed.missed_sessions",
            "contract_agreed.notice_hours", "contract_agreed.terms",
        ],
        says: {
            lacks LEFT_OPEN: "The contract of {day} left this open: {missing}.";
            lacks DETAILS Note: "The contract of {day} settled how often and how long sessions were to be, and left this open: {missing}.";
        },
        check: |ctx, out| {
            let Some((row, contract)) = acute(ctx) else { return };
            out.applies();
            let missing = left_open(ctx, row, contract);
            if !missing.is_empty() {
                let case = if missing.intersection(NUMBERS).is_empty() { DETAILS } else { LEFT_OPEN };
                out.lacks(case, Topic::Agreements, Place::Entry(row.seq), values! { missing });
            }
        },
    };

    /// A contract must be agreed no later than the first middle session.
    ///
    /// ## Why
    /// A time frame that is stated is shared by all variants of IPT. Where the limit was voiced, or
    /// was part of the formulation, a contract that is missing beside it is a warning. Agreed
    /// later, it is late and a deviation; agreed only when more than the protocol's share of the
    /// middle phase lay behind, it keeps its weight.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts. What was agreed before a record that begins in mid-course
    /// cannot be told.
    CONTRACT_AGREED = {
        code: "IPT-085", severity: Error, clause: Shared, kind: Order,
        topics: [Agreements], parameters: ["middle.late_share"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::ISIPT_STRATEGIES.at("time frame")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["contract_agreed"],
        says: {
            finds NOT_AGREED: "The record says that no contract had been agreed {due}.";
            lacks NONE: "Neither a contract nor a time limit was on record {due}.";
            lacks LIMIT_VOICED Warning: "No contract was on record {due}; a time limit had been voiced on {voiced}.";
        },
        check: |ctx, out| out.condition(Guard::ContractIsAgreed, Topic::Agreements, |step| {
            match limits(ctx).find(|row| row.on <= step.on) {
                Some(voiced) => (LIMIT_VOICED, values! { voiced: voiced.on }),
                None if ctx.initial_stated(InitialTask::TreatmentContract) == Stated::NotDone => (NOT_AGREED, values! {}),
                None => (NONE, values! {}),
            }
        }),
    };

    /// The time limit should be voiced within the first sessions.
    ///
    /// ## Why
    /// A limit that is known from the outset works for the patient. That it is set at the outset is
    /// published; the session by which it has been said is ours, so that saying it later is a note,
    /// and never saying it a warning.
    ///
    /// ## When it does not apply
    /// While fewer sessions were held. A contract that was agreed by then has voiced it, and so has
    /// a formulation with the time limit as one of its parts.
    LIMIT_VOICED_EARLY = {
        code: "IPT-086", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        topics: [Agreements], parameters: ["initial.frame_by_session"],
        basis: Manual, sources: [SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["frame_announced", "contract_agreed"],
        follows: ["IPT-085"],
        says: {
            lacks LATE Note: "After {by:session|sessions}, on {day}, no time limit was on record yet.";
            lacks NEVER: "After {by:session|sessions}, on {day}, no time limit was on record, nor is one on record since.";
        },
        check: |ctx, out| {
            let by = ctx.spec().initial.frame_by_session.value;
            let agreed = ctx.all::<ContractAgreed>().find(|(_, contract)| contract.scope == ContractScope::Acute);
            let first = limits(ctx).chain(agreed.map(|(row, _)| row)).min_by_key(|row| (row.on, row.seq));
            let Some(last) = ctx.held().find(|row| row.ordinal == by) else {
                return if first.is_none() && ctx.began_midway() && ctx.state().held() >= by {
                    out.cannot_tell(Topic::Agreements, Place::Region(Region::Contract));
                } else {
                    out.does_not_apply();
                };
            };
            if first.is_some_and(|row| row.on <= last.on) {
                return;
            }
            if ctx.began_midway() {
                return out.cannot_tell(Topic::Agreements, ctx.place(last));
            }
            let case = if first.is_some() { LATE } else { NEVER };
            mended(out.lacks(case, Topic::Agreements, ctx.place(last), values! { by }), first.map(|row| row.seq));
        },
    };

    /// The patient must have agreed to each amendment of the contract.
    ///
    /// ## Why
    /// A change that the patient did not agree to is no renegotiation: that is an error. An
    /// agreement that is not written down is a warning, and a reason that is not, a note.
    ///
    /// ## When it does not apply
    /// When no contract was amended.
    AMENDMENTS_ARE_AGREED = {
        code: "IPT-088", severity: Error, clause: Shared,
        topics: [Agreements], looks_for: [Agreements], holds_if_reported: [Agreements],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        remedies: [RecordIt, AgreeAmendment, JustifyByWaiver], record: ["contract_amended.patient_agreed", "contract_amended.reason"],
        says: {
            finds DECLINED: "The contract was amended on {day} ({changed}), and the record says that the patient did not agree.";
            calls_for AGREEMENT Warning: "The contract was amended on {day} ({changed}), and the patient's agreement to it is not on record."
                asks "The contract was amended on {day} ({changed}). Did the patient agree?";
            lacks REASON Note: "The contract was amended on {day} ({changed}), and no reason for it is on record.";
        },
        check: |ctx, out| {
            for (row, amended) in ctx.all::<ContractAmended>() {
                out.applies();
                let (place, changed) = (Place::Entry(row.seq), changed(amended));
                let doubt = out.stated(amended.patient_agreed, [DECLINED, AGREEMENT], Topic::Agreements, place, values! { changed });
                if doubt.is_none() && amended.reason.is_none() && !said(amended.note.as_ref()) {
                    out.lacks(REASON, Topic::Agreements, place, values! { changed });
                }
            }
        },
    };
}

/// The acute contract that was agreed last.
pub(super) fn acute<'a>(ctx: &Ctx<'a>) -> Option<(FactRow, &'a ContractAgreed)> {
    ctx.all::<ContractAgreed>()
        .rfind(|(_, contract)| contract.scope == ContractScope::Acute)
}

/// What was amended after a contract.
pub(super) fn amendments<'a>(
    ctx: &Ctx<'a>,
    contract: FactRow,
) -> impl Iterator<Item = (FactRow, &'a ContractAmended)> + use<'a> {
    ctx.all::<ContractAmended>()
        .filter(move |(row, _)| comes_later(*row, contract))
}

/// Where a time limit was said: by itself, or as a part of the formulation.
fn limits<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = FactRow> + use<'a> {
    let formulated = |given: &FormulationGiven| {
        given
            .parts
            .is_some_and(|parts| parts.contains(FormulationPart::TimeLimit))
    };
    let formulations = ctx
        .all::<FormulationGiven>()
        .filter(move |(_, given)| formulated(given))
        .map(|(row, _)| row);
    ctx.all::<FrameAnnounced>()
        .map(|(row, _)| row)
        .chain(formulations)
}

/// What a contract and its amendments leave open.
fn left_open(ctx: &Ctx<'_>, row: FactRow, contract: &ContractAgreed) -> Matters {
    let amended = |holds: fn(&ContractAmended) -> bool| {
        amendments(ctx, row).any(|(_, amended)| holds(amended))
    };
    let missed = amendments(ctx, row)
        .filter_map(|(_, amended)| amended.missed_sessions)
        .last()
        .or(contract.missed_sessions);
    let needs_notice = missed == Some(MissedSessionPolicy::LateCancelAndNoShow);
    let numbers = open([
        (
            Matter::IntervalDays,
            contract.interval_days.is_none() && !amended(|it| it.interval_days.is_some()),
        ),
        (
            Matter::Minutes,
            contract.minutes.is_none() && !amended(|it| it.minutes.is_some()),
        ),
        (Matter::MissedSessions, missed.is_none()),
        (
            Matter::NoticeHours,
            needs_notice && contract.notice_hours.is_none(),
        ),
    ]);
    // A list that was left out is not reported.
    let unsettled = contract.terms.map(|settled| {
        ctx.spec()
            .initial
            .contract_terms
            .value
            .with(ContractTerm::FeesAndCancellation)
            .difference(settled)
    });
    let terms = unsettled
        .into_iter()
        .flat_map(ContractTerms::iter)
        .filter_map(matter_of);
    numbers.union(terms.collect())
}

/// A matter that a contract settles, as one of those that a rule speaks of. None for what other
/// rules ask about.
const fn matter_of(term: ContractTerm) -> Option<Matter> {
    match term {
        ContractTerm::HereAndNow => Some(Matter::HereAndNow),
        ContractTerm::PatientRole => Some(Matter::PatientRole),
        ContractTerm::FeesAndCancellation => Some(Matter::Fees),
        ContractTerm::BetweenSessions => Some(Matter::BetweenSessions),
        ContractTerm::Medication => Some(Matter::Medication),
        ContractTerm::Measurement => Some(Matter::Measurement),
        ContractTerm::SystematicHomework | ContractTerm::CrisisContact | ContractTerm::Goals => {
            None
        }
    }
}

/// What an amendment changed.
fn changed(amended: &ContractAmended) -> Matters {
    let changed = open([
        (Matter::TimeFrame, amended.frame.is_some()),
        (Matter::IntervalDays, amended.interval_days.is_some()),
        (Matter::Minutes, amended.minutes.is_some()),
        (Matter::PlannedEnd, amended.ends_on.is_some()),
        (Matter::MissedSessions, amended.missed_sessions.is_some()),
    ]);
    if changed.is_empty() {
        Matter::NothingNamed.into()
    } else {
        changed
    }
}
