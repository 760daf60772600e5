//! Formulation, agreement, contract: IPT-075 to IPT-094.

use super::{
    area::{active, chosen, said},
    condition_as,
    due::{Middle, bound, comes_after, due_before_middle, each, indispensable, middle},
    middle::lacks_both,
    pace, old_rules,
};
use crate::{
    area::ProblemArea,
    machine::Guard,
    protocol::{Cited, Interval, ProtocolSpec, Span},
    record::{
        FactKind,
        contract::{ContractAgreed, ContractScope, ContractTerm, ContractTerms, MissedSessionPolicy, TimeFrame},
        focus::{FormulationParts, PatientResponse},
        safety::ConcernKind,
    },
    rule::{Ctx, OldEvidence, FactRow, Place, Region, Severity},
    source::SourceId,
    task::{InitialTask, InitialTaskSet, Stated},
    technique::{Technique, WorkKind},
    topic::Topic,
};

old_rules! {
    /// A formulation with syndrome, area, link, plan and time limit is given before the middle phase begins.
    ///
    /// ## Why
    /// It ties the illness to what happens between people and says what will be done about it. Never given, a task of
    /// the protocol is missing; given without one of its parts, it is thin.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. The parts of the latest version count.
    FORMULATION_GIVEN = {
        code: "IPT-075", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [Agreements], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("formulation"), SourceId::MARKOWITZ_2017.at("p. 39")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            due_before_middle(InitialTask::Formulation.into(), indispensable(ctx), ctx, out);
            let asked = ctx.spec().initial.tasks.value.contains(InitialTask::Formulation);
            if !asked || matches!(middle(ctx), Middle::Ahead) {
                return;
            }
            let Some((row, given)) = each!(ctx, FormulationGiven).next_back() else { return };
            let missing = FormulationParts::ALL.difference(given.parts.unwrap_or(FormulationParts::EMPTY));
            if !missing.is_empty() {
                let evidence = OldEvidence::FormulationParts { missing };
                out.old_lacks_as(Severity::Warning, Topic::Agreements, ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// The agreed focus is what the formulation was about.
    ///
    /// ## Why
    /// What is worked on is what was put to the patient. A change of focus comes with a new version. Where the patient
    /// accepted it with changes, the difference is noted.
    ///
    /// ## When it does not apply
    /// A formulation that came later than the focus; items that are parked or ended may stand in either.
    FORMULATION_FITS_FOCUS = {
        code: "IPT-076", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("formulation and focus agree")], since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation],
        check: |ctx, out| {
            let mut any = false;
            for (row, agreed) in each!(ctx, FocusAgreed) {
                let Some((at, given)) = each!(ctx, FormulationGiven).rev().find(|(given, _)| given.on <= row.on) else {
                    continue;
                };
                any = true;
                let formulated = active(agreed).all(|item| given.focus.contains(&item.on));
                let kept = given.focus.iter().all(|on| agreed.items.iter().any(|item| item.on == *on));
                if !formulated || !kept {
                    let changed = each!(ctx, FormulationAnswered).any(|(answered, answer)| {
                        (at.on..=row.on).contains(&answered.on)
                            && answer.response == PatientResponse::AcceptedWithChanges
                    });
                    let weight = if changed { Severity::Note } else { Severity::Warning };
                    out.old_finds_as(weight, ctx.place_of(row.seq), OldEvidence::Nothing {}).see(ctx.place_of(at.seq));
                }
            }
            if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The patient accepted the formulation before the middle phase begins.
    ///
    /// ## Why
    /// All variants of IPT agree on the focus with the patient. A formulation that was rejected needs a new version
    /// first. Where a focus was agreed without a word on the formulation, it weighs what the protocol's source makes of
    /// that task. Accepted later, it is late: a warning that stands remedied.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts. What was agreed before a record that begins in mid-course cannot be told.
    FORMULATION_ACCEPTED = {
        code: "IPT-077", severity: Error, clause: Shared, kind: Order,
        moments: [PhaseChange], topics: [Agreements], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("formulation"), SourceId::MARKOWITZ_2017.at("p. 39")],
        since: FIRST,
        remedies: [RecordIt, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let answer = each!(ctx, FormulationAnswered).next_back();
            let agreed = ctx.kinds().contains(FactKind::FocusAgreed)
                && ctx.initial_stated(InitialTask::PatientAgreement) != Stated::NotDone
                && answer.is_none_or(|(_, answer)| answer.response != PatientResponse::Rejected);
            let weight = if agreed { in_another_form(InitialTask::PatientAgreement, ctx) } else { Severity::Error };
            condition_as(weight, Guard::FormulationIsAccepted, Topic::Agreements, ctx, out);
        },
    };

    /// A formulation that was rejected is followed by a new version before one is accepted.
    ///
    /// ## Why
    /// What the patient turned down is put differently, not put again. Going on while it stands rejected has a
    /// finding under IPT-077.
    ///
    /// ## When it does not apply
    /// When no formulation was rejected.
    REJECTED_IS_REFORMULATED = {
        code: "IPT-078", severity: Warning, clause: Deviation, kind: Order,
        moments: [Recording], topics: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("formulation")], since: FIRST,
        remedies: [RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let mut any = false;
            let answers = || each!(ctx, FormulationAnswered);
            for (no, _) in answers().filter(|(_, answer)| answer.response == PatientResponse::Rejected) {
                any = true;
                let accepted = answers().find(|(row, answer)| {
                    comes_later(*row, no)
                        && matches!(answer.response, PatientResponse::Accepted | PatientResponse::AcceptedWithChanges)
                });
                let Some((yes, _)) = accepted else { continue };
                let rejected = each!(ctx, FormulationGiven).rev().find(|(row, _)| comes_later(no, *row));
                // Within one day no order is assumed.
                let anew = each!(ctx, FormulationGiven).any(|(row, _)| {
                    (no.on..=yes.on).contains(&row.on) && rejected.is_none_or(|(old, _)| old.seq != row.seq)
                });
                if !anew {
                    out.old_lacks(Topic::Agreements, ctx.place_of(yes.seq), OldEvidence::Nothing {}).see(ctx.place_of(no.seq));
                }
            }
            if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The formulation is given only after inventory and timeline are done.
    ///
    /// ## Why
    /// Both are what it draws together.
    ///
    /// ## When it does not apply
    /// Tasks that the protocol does not ask for, or that were never done: those have findings of their own.
    FORMULATION_AFTER_INVENTORY = {
        code: "IPT-079", severity: Warning, clause: Deviation, kind: Order,
        moments: [Recording], topics: [InitialTasks, Agreements], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("first phase")], since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation],
        check: |ctx, out| {
            let first = [InitialTask::Inventory, InitialTask::OnsetTimeline];
            let asked = ctx.spec().initial.tasks.value;
            if first.iter().all(|&task| !asked.contains(task)) {
                out.does_not_apply();
            } else if ctx.initial_task(InitialTask::Formulation).is_none() {
                out.has_none(Topic::Agreements);
            } else if !comes_after(InitialTask::Formulation, &first, ctx, out) {
                out.has_none(Topic::InitialTasks);
            }
        },
    };

    /// The patient answers the formulation no later than in the session after it.
    ///
    /// ## Why
    /// An answer that takes longer is worth a look: it may be no agreement.
    ///
    /// ## When it does not apply
    /// Formulations without an answer; whether one is there has a rule of its own.
    ANSWERED_SOON = {
        code: "IPT-080", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("answers to formulations")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let mut any = false;
            for (row, _) in each!(ctx, FormulationGiven) {
                let answered = each!(ctx, FormulationAnswered)
                    .find(|(at, answer)| at.on >= row.on && answer.response != PatientResponse::Pending);
                let Some((at, _)) = answered else { continue };
                any = true;
                let next = ctx.held().map(|session| session.on).find(|&on| on > row.on);
                if next.is_some_and(|next| next < at.on) {
                    out.old_finds(ctx.place_of(at.seq), OldEvidence::On { day: at.on }).see(ctx.place_of(row.seq));
                }
            }
            if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The contract settles the spacing and the minutes of sessions, and the other matters that the protocol names.
    ///
    /// ## Why
    /// What is agreed at the outset need not be argued about later.
    ///
    /// ## When it does not apply
    /// Without an acute contract. Focus, goals, missed sessions and fees have rules of their own. Amendments count.
    CONTRACT_IS_FULL = {
        code: "IPT-081", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [Agreements], parameters: ["initial.contract_terms"],
        basis: Manual,
        sources: [
            SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::WEISSMAN_2000.at("ch. 7"),
            SourceId::SLIDES_DEPRESSION.at("the patient's part"), SourceId::NICE_NG222.at("1.2.8, 1.4.3"),
        ],
        since: FIRST,
        remedies: [RecordIt, AgreeAmendment],
        check: |ctx, out| {
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            let place = ctx.place_of(row.seq);
            let missing = ctx.spec().initial.contract_terms.value.difference(contract.terms.unwrap_or(ContractTerms::EMPTY));
            if !missing.is_empty() {
                out.old_lacks(Topic::Agreements, place, OldEvidence::ContractTerms { missing });
            }
            let amended = || each!(ctx, ContractAmended).filter(|(at, _)| comes_later(*at, row));
            if contract.interval_days.is_none() && !amended().any(|(_, amended)| amended.interval_days.is_some()) {
                out.old_lacks(Topic::Agreements, place, OldEvidence::Matter { name: "interval_days" });
            }
            if contract.minutes.is_none() && !amended().any(|(_, amended)| amended.minutes.is_some()) {
                out.old_lacks(Topic::Agreements, place, OldEvidence::Matter { name: "minutes" });
            }
        },
    };

    /// The end is fixed in a way that the protocol provides for, with one exact number each.
    ///
    /// ## Why
    /// A stated time frame is shared by all variants of IPT; how it is stated is theirs. A range of sessions cannot
    /// be written. It is an error where the protocol's source publishes how, and a warning where that is our reading.
    ///
    /// ## When it does not apply
    /// Without an acute contract.
    FRAME_OF_PROTOCOL = {
        code: "IPT-082", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: ["dose.time_frames"],
        basis: Manual, sources: [SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::TITLE_IV_E.at("fixed length")],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let allowed = ctx.spec().dose.time_frames;
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            if !allowed.value.contains(contract.frame.kind()) {
                let evidence = OldEvidence::Matter { name: contract.frame.kind().name() };
                let finding = out.old_finds_as(bound(allowed.basis), ctx.place_of(row.seq), evidence);
                let mended = each!(ctx, ContractAmended).find(|(at, amended)| {
                    comes_later(*at, row) && amended.frame.is_some_and(|frame| allowed.value.contains(frame.kind()))
                });
                if let Some((at, _)) = mended {
                    finding.remedied_by(at.seq);
                }
            }
        },
    };

    /// The number of sessions agreed on lies within the protocol's range.
    ///
    /// ## Why
    /// The dose is part of what was tested. A contract outside the range is a warning; a course that is said to be
    /// completed on it is an error where the source publishes the range and no agreed amendment covers it.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions. Amendments have rules of their own.
    DOSE_OF_PROTOCOL = {
        code: "IPT-083", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        moments: [Recording, Closing], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["dose.sessions"],
        basis: Manual,
        sources: [
            SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::WEISSMAN_2000.at("ch. 7"),
            SourceId::IPS_2020.at("12 to 20"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let range = acute_dose(ctx.spec());
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            let Some(planned) = contract.frame.sessions() else { return out.does_not_apply() };
            if range.value.contains(planned) {
                return;
            }
            let amended = || each!(ctx, ContractAmended).filter(|(at, amended)| {
                comes_later(*at, row) && amended.frame.is_some() && amended.patient_agreed != Stated::NotDone
            });
            // That nothing covers it is known only where agreements are reported.
            let uncovered = amended().next().is_none() && ctx.reporting().contains(Topic::Agreements);
            let weight = if ctx.completion().is_some() && uncovered {
                bound(range.basis)
            } else {
                Severity::Warning
            };
            let evidence = OldEvidence::Outside {
                found: planned.into(),
                least: range.value.min.into(),
                most: range.value.max.into(),
            };
            let finding = out.old_finds_as(weight, ctx.place_of(row.seq), evidence);
            let mended = amended().find(|(_, amended)| {
                amended.frame.and_then(TimeFrame::sessions).is_some_and(|sessions| range.value.contains(sessions))
            });
            if let Some((at, _)) = mended {
                finding.remedied_by(at.seq);
            }
        },
    };

    /// The spacing agreed on is that of the protocol.
    ///
    /// ## Why
    /// Acute treatment is weekly, in some protocols twice weekly as well: close enough to keep the thread.
    ///
    /// ## When it does not apply
    /// Contracts without a spacing; protocols without a cadence.
    SPACING_OF_PROTOCOL = {
        code: "IPT-084", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["cadence", "timing.twice_weekly"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            let cadence = &ctx.spec().cadence;
            let closest = cadence.iter().map(|stretch| stretch.days / stretch.sessions.max(1)).min();
            let widest = cadence.iter().map(|stretch| stretch.days.div_ceil(stretch.sessions.max(1))).max();
            let (Some(least), Some(most)) = (closest, widest) else { return out.does_not_apply() };
            let Some(found) = contract.interval_days else { return out.has_none(Topic::Agreements) };
            let least = if ctx.spec().timing.twice_weekly.value { least / 2 } else { least };
            if found < least || found > most {
                let evidence = OldEvidence::Outside { found: found.into(), least: least.into(), most: most.into() };
                out.old_finds(ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// A contract is agreed no later than the first middle session.
    ///
    /// ## Why
    /// A time frame that is stated is shared by all variants of IPT. Where it was announced, a contract that is missing
    /// beside it weighs what the protocol's source makes of that task. Agreed later, it is late: a warning that stands
    /// remedied.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts. What was agreed before a record that begins in mid-course cannot be told.
    CONTRACT_AGREED = {
        code: "IPT-085", severity: Error, clause: Shared, kind: Order,
        moments: [PhaseChange], topics: [Agreements], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::ISIPT_STRATEGIES.at("time frame")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let stated = match middle(ctx) {
                Middle::Began(step) => each!(ctx, FrameAnnounced).any(|(row, _)| row.on <= step.on),
                Middle::Ahead | Middle::BeforeRecord => false,
            };
            let weight = if stated { in_another_form(InitialTask::TreatmentContract, ctx) } else { Severity::Error };
            condition_as(weight, Guard::ContractIsAgreed, Topic::Agreements, ctx, out);
        },
    };

    /// The time limit is voiced within the first sessions.
    ///
    /// ## Why
    /// A limit that is known from the outset works for the patient. That it is set at the outset is published; the
    /// session by which it has been said is ours.
    ///
    /// ## When it does not apply
    /// While fewer sessions were held. A contract that was agreed by then has voiced it.
    LIMIT_VOICED_EARLY = {
        code: "IPT-086", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], parameters: ["initial.frame_by_session"],
        basis: Manual, sources: [SourceId::ISIPT_STRATEGIES.at("time frame"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let by = ctx.spec().initial.frame_by_session.value;
            let voiced = each!(ctx, FrameAnnounced).map(|(row, _)| row).next();
            let agreed = each!(ctx, ContractAgreed)
                .find(|(_, contract)| contract.scope == ContractScope::Acute)
                .map(|(row, _)| row);
            let first = voiced.into_iter().chain(agreed).min_by_key(|row| (row.on, row.seq));
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
            let finding = out.old_lacks(Topic::Agreements, ctx.place(last), OldEvidence::Nothing {});
            if let Some(row) = first {
                finding.remedied_by(row.seq);
            }
        },
    };

    /// A change of contract or focus is an amendment with a day of its own.
    ///
    /// ## Why
    /// All variants renegotiate openly; a silent change would empty the frame.
    ///
    /// ## When it does not apply
    /// Courses in which neither a contract nor a focus was agreed.
    CHANGES_ARE_AMENDMENTS = {
        code: "IPT-087", severity: Error, clause: Shared, kind: Order,
        moments: [Recording], topics: [], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")],
        since: FIRST,
        remedies: [AgreeAmendment],
        guaranteed_by: "contract and focus change only by a dated entry of their own; nothing else moves them",
        check: |ctx, out| {
            // Where nothing was agreed, there is nothing that could have changed.
            if !ctx.kinds().contains(FactKind::ContractAgreed) && !ctx.kinds().contains(FactKind::FocusAgreed) {
                out.does_not_apply();
            }
        },
    };

    /// An amendment has a reason, and the patient agreed to it.
    ///
    /// ## Why
    /// A change that the patient did not agree to is no renegotiation: that is an error. A reason or an agreement
    /// that is not written down is a warning.
    ///
    /// ## When it does not apply
    /// When no contract was amended.
    AMENDMENTS_ARE_AGREED = {
        code: "IPT-088", severity: Error, clause: Shared, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")],
        since: FIRST,
        remedies: [RecordIt, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for (row, amended) in each!(ctx, ContractAmended) {
                any = true;
                let place = ctx.place_of(row.seq);
                let reasoned = amended.reason.is_some() || said(amended.note.as_ref());
                if amended.patient_agreed == Stated::NotDone {
                    out.old_finds(place, OldEvidence::Matter { name: "patient_agreed" });
                } else if amended.patient_agreed == Stated::NotReported {
                    let evidence = OldEvidence::Matter { name: "patient_agreed" };
                    out.old_lacks_as(Severity::Warning, Topic::Agreements, place, evidence);
                } else if !reasoned {
                    out.old_lacks_as(Severity::Warning, Topic::Agreements, place, OldEvidence::Matter { name: "reason" });
                }
            }
            if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The contract says which missed sessions count, and what notice makes a cancellation late where that matters.
    ///
    /// ## Why
    /// Agreed beforehand, a missed session is no quarrel. It is good practice of psychotherapy in general.
    ///
    /// ## When it does not apply
    /// Without an acute contract. Amendments count.
    MISSED_SESSIONS_SETTLED = {
        code: "IPT-089", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [Agreements], parameters: [],
        basis: Practice, sources: [SourceId::PSYCHIATRIC_TIMES.at("missed sessions")], since: FIRST,
        remedies: [RecordIt, AgreeAmendment],
        check: |ctx, out| {
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            let later = each!(ctx, ContractAmended).filter(|(at, _)| comes_later(*at, row));
            let amended = later.filter_map(|(_, amended)| amended.missed_sessions).next_back();
            let policy = amended.or(contract.missed_sessions);
            let place = ctx.place_of(row.seq);
            match policy {
                None => {
                    out.old_lacks(Topic::Agreements, place, OldEvidence::Matter { name: "missed_sessions" });
                }
                Some(MissedSessionPolicy::LateCancelAndNoShow) if contract.notice_hours.is_none() => {
                    out.old_lacks(Topic::Agreements, place, OldEvidence::Matter { name: "notice_hours" });
                }
                Some(_) => {}
            }
        },
    };

    /// Each active item of the focus has a goal before the middle phase begins.
    ///
    /// ## Why
    /// A goal tied to the focus says when the work is done, and is what the ending looks back on.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for goals; while the initial phase lasts.
    GOALS_AGREED = {
        code: "IPT-090", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [Agreements], parameters: ["initial.tasks"],
        basis: Practice, sources: [SourceId::ANNA_FREUD.at("goals linked to the focal area")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            due_before_middle(InitialTaskSet::from(InitialTask::TreatmentGoals), Severity::Warning, ctx, out);
        },
    };

    /// The planned end fits the number of sessions and their spacing.
    ///
    /// ## Why
    /// A day that does not follow from the numbers is a slip, or something that was not said.
    ///
    /// ## When it does not apply
    /// Contracts without a day, a number of sessions or a spacing; those agreed before the first session; records that
    /// begin in mid-course. Days of an announced break, a pause or a stay in hospital do not count. In a protocol that widens
    /// the spacing, the wider intervals do.
    END_FITS_NUMBERS = {
        code: "IPT-091", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements, Sessions, Contacts], holds_if_reported: [Agreements, Sessions],
        parameters: ["timing.planned_end_weeks", "timing.taper", "cadence"],
        basis: Design, sources: [SourceId::DESIGN.at("planned end")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment],
        check: |ctx, out| {
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            let Some(sessions) = contract.frame.sessions().filter(|_| !ctx.began_midway()) else {
                return out.does_not_apply();
            };
            let (Some(ends), Some(interval)) = (contract.ends_on, contract.interval_days) else {
                return out.has_none(Topic::Agreements);
            };
            let Some(first) = ctx.held().next() else { return out.has_none(Topic::Sessions) };
            // Before treatment began, nobody knew on which day it would.
            if row.on < first.on {
                return out.does_not_apply();
            }
            let days = ctx.protocol().days_of(sessions, Interval::every(interval));
            let Some(expected) = first.on.checked_add_days(chrono::Days::new(days.into())) else { return };
            let limit = u32::from(ctx.spec().timing.planned_end_weeks.value) * 7;
            let later = (ends - expected).num_days();
            let (found, place) = (later.unsigned_abs() > u64::from(limit), ctx.place_of(row.seq));
            let evidence = OldEvidence::Days { from: expected, to: ends, limit };
            // The first session on record is the first only where sessions are reported.
            if found && later < 0 {
                out.old_lacks(Topic::Sessions, place, evidence);
                return;
            }
            // A break that is known beforehand moves the end.
            let covered = || u64::from(pace::covered(ctx, first.on, ends));
            if found && later.unsigned_abs() > u64::from(limit).saturating_add(covered()) {
                lacks_both(ctx, out, [Topic::Contacts, Topic::Sessions], place, evidence);
            }
        },
    };

    /// The contract settles fees and cancellation, or says that there are none.
    ///
    /// ## Why
    /// What a session costs, and what one that is called off costs, is easier said at the outset. It is good practice
    /// of psychotherapy in general.
    ///
    /// ## When it does not apply
    /// Without an acute contract, or when the matters that it settles are not listed; IPT-081 asks for them.
    FEES_SETTLED = {
        code: "IPT-092", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [Agreements], parameters: [],
        basis: Practice, sources: [SourceId::PSYCHIATRIC_TIMES.at("fees")], since: FIRST,
        remedies: [RecordIt, AgreeAmendment],
        check: |ctx, out| {
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            let Some(terms) = contract.terms else { return out.has_none(Topic::Agreements) };
            if !terms.contains(ContractTerm::FeesAndCancellation) {
                let missing = ContractTerm::FeesAndCancellation.into();
                out.old_lacks(Topic::Agreements, ctx.place_of(row.seq), OldEvidence::ContractTerms { missing });
            }
        },
    };

    /// The contract promises systematic homework only where the protocol gives it.
    ///
    /// ## Why
    /// Most variants suggest things to try and assign nothing; authors of the same line argue for homework. So it is
    /// noted.
    ///
    /// ## When it does not apply
    /// Protocols that provide for structured work; contracts that promise none.
    NO_HOMEWORK_PROMISED = {
        code: "IPT-093", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["work.between_sessions"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("p. 62"), SourceId::NEW_OXFORD_TEXTBOOK.at("techniques"),
            SourceId::CGT_TEXTBOOK.at("no systematic homework"), SourceId::BLANCO_HOMEWORK.at("the case for homework"),
        ],
        since: FIRST,
        remedies: [AgreeAmendment, ForInformation],
        check: |ctx, out| {
            if ctx.spec().work.between_sessions.value.contains(WorkKind::Structured) {
                return out.does_not_apply();
            }
            let Some((row, contract)) = acute_contract(ctx) else { return out.has_none(Topic::Agreements) };
            if contract.terms.is_some_and(|terms| terms.contains(ContractTerm::SystematicHomework)) {
                out.old_finds(ctx.place_of(row.seq), OldEvidence::Work { kinds: WorkKind::Structured.into() });
            }
        },
    };

    /// Where coercion is recorded in a dispute, safety is assessed before communication is worked on.
    ///
    /// ## Why
    /// Practising to speak up can bring danger where the other side coerces. It is no reason against IPT, which was
    /// tested with people who had lived with violence: the assessment comes first. That is our own rule, for a
    /// person's safety.
    ///
    /// ## When it does not apply
    /// Other areas, and disputes in which no coercion is recorded of the other. An assessment on the same day counts,
    /// and so does a documented response to a safety concern. What was assessed before a record that begins in
    /// mid-course cannot be told.
    COERCION_ASSESSED_FIRST = {
        code: "IPT-094", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [InitialTasks, SessionContent, Safety], parameters: [],
        basis: Design,
        sources: [
            SourceId::DESIGN.at("safety in relationships"),
            SourceId::CORT_2014.at("histories of partner violence"),
        ],
        since: FIRST,
        remedies: [AskDirectly, DocumentResponse, RecordIt],
        check: |ctx, out| {
            if chosen(ctx, ProblemArea::RoleDispute).is_none() {
                return out.does_not_apply();
            }
            let Some(known) = coercion_known(ctx) else {
                let denied = each!(ctx, DisputeDetailed).any(|(_, detail)| detail.coercion == Some(false));
                return if denied { out.does_not_apply() } else { out.has_none(Topic::InitialTasks) };
            };
            let assessed = each!(ctx, DisputeDetailed)
                .find(|(_, detail)| detail.safety_assessed == Some(true))
                .map(|(row, _)| row);
            let answered = each!(ctx, SafetyResponse).map(|(row, _)| row).find(|row| row.on >= known.on);
            let first = assessed.into_iter().chain(answered).min_by_key(|row| (row.on, row.seq));
            let worked = ctx.sessions().iter().filter(|row| row.held && row.on >= known.on).find(|row| {
                ctx.note(row).is_some_and(|note| {
                    note.techniques.contains(Technique::CommunicationAnalysis)
                        || note.techniques.contains(Technique::RolePlay)
                })
            });
            let Some(worked) = worked else {
                // Whether communication was worked on is known only where the content of sessions is.
                if first.is_none() && !ctx.reporting().contains(Topic::SessionContent) {
                    out.cannot_tell(Topic::SessionContent, ctx.place_of(known.seq));
                }
                return;
            };
            if first.is_some_and(|row| row.on <= worked.on) {
                return;
            }
            let stated = each!(ctx, DisputeDetailed).any(|(_, detail)| detail.safety_assessed == Some(false));
            let (place, evidence) = (ctx.place(worked), OldEvidence::Concern { kind: ConcernKind::Victimisation });
            if ctx.began_midway() && !stated && first.is_none() {
                return out.cannot_tell(Topic::Safety, place);
            }
            let finding =
                if stated { out.old_finds(place, evidence) } else { out.old_lacks(Topic::Safety, place, evidence) };
            finding.see(ctx.place_of(known.seq));
            if let Some(row) = first {
                finding.remedied_by(row.seq);
            }
        },
    };
}

/// What it weighs that a task is never done where the record shows in another form what all variants share in it.
fn in_another_form(task: InitialTask, ctx: &Ctx<'_>) -> Severity {
    if ctx.spec().initial.tasks.value.contains(task) { indispensable(ctx) } else { Severity::Warning }
}

/// The acute contract that was agreed last.
fn acute_contract<'a>(ctx: &Ctx<'a>) -> Option<(FactRow, &'a ContractAgreed)> {
    let mut agreed = each!(ctx, ContractAgreed).rev();
    agreed.find(|(_, contract)| contract.scope == ContractScope::Acute).map(|(row, contract)| (row, &**contract))
}

/// Whether a fact took effect after another.
fn comes_later(at: FactRow, than: FactRow) -> bool {
    (at.on, at.seq) > (than.on, than.seq)
}

/// Since when coercion is known in the relationship that a focus on a dispute is about.
fn coercion_known(ctx: &Ctx<'_>) -> Option<FactRow> {
    let told = each!(ctx, DisputeDetailed).find(|(_, detail)| detail.coercion == Some(true)).map(|(row, _)| row);
    let person = each!(ctx, DisputeDetailed).next_back().and_then(|(_, detail)| detail.person);
    let listed = person.and_then(|person| {
        each!(ctx, PersonInventoried)
            .find(|(_, entry)| entry.person == person && entry.coercion == Some(true))
            .map(|(row, _)| row)
    });
    told.into_iter().chain(listed).min_by_key(|row| (row.on, row.seq))
}

/// The sessions of acute treatment. A numbered phase of the main track that has a contract of its own is taken off; one that may be
/// passed over, from the greatest number alone.
fn acute_dose(spec: &ProtocolSpec) -> Cited<Span> {
    let mut dose = spec.dose.sessions;
    for phase in spec.phases.iter().filter(|phase| phase.phase.has_own_contract()) {
        let Some(Cited { value: (first, last), .. }) = phase.typical else { continue };
        let own = last.saturating_sub(first).saturating_add(1);
        // A protocol that is nothing else has no acute treatment to count.
        if own >= dose.value.max {
            continue;
        }
        dose.value.max -= own;
        if !phase.optional {
            dose.value.min = dose.value.min.saturating_sub(own).max(1);
        }
        dose.value.typical = dose.value.typical.clamp(dose.value.min, dose.value.max);
    }
    dose
}
