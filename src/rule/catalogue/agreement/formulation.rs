//! The formulation: given in time, about the focus that was agreed, answered by the patient; and
//! the goals.

use crate::{
    machine::Guard,
    protocol::ProtocolSpec,
    record::{
        contract::{ContractAgreed, ContractTerm},
        focus::{
            FocusAgreed, FormulationAnswered, FormulationGiven, FormulationParts, PatientResponse,
        },
    },
    rule::{
        Ctx, Evidence, StepRow,
        catalogue::{
            due::{Beginning, beginning, indispensable, open_when_beginning_was_over},
            focus::{active, comes_later},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{AreaSet, InitialTask, Place, Severity, Stated, Topic},
};

rules! {
    kind: Content;

    /// A formulation with syndrome, area, link, plan and time limit must be given before the middle phase begins.
    ///
    /// ## Why
    /// It ties the illness to what happens between people and says what will be done about it.
    /// Never given, or only when more than the protocol's share of the middle phase lay behind, a
    /// task of the protocol is missing; given without one of its parts, it is thin.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. The parts of the latest
    /// version count; where they are not listed, nothing is said of them.
    FORMULATION_GIVEN = {
        code: "IPT-075", severity: Error, clause: PublishedBound,
        topics: [Agreements], parameters: ["initial.tasks", "middle.late_share"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("formulation"), SourceId::MARKOWITZ_2017.at("p. 39")],
        remedies: [RecordIt, DoItNext, ReviewFormulation, JustifyByWaiver], record: ["formulation_given"],
        says: {
            finds NOT_GIVEN: "The record says that no formulation had been given {due}.";
            lacks NONE: "No formulation was on record {due}.";
            lacks INCOMPLETE Warning: "The formulation of {day} was recorded without {missing|this part|these parts}: {missing}.";
        },
        check: |ctx, out| {
            open_when_beginning_was_over(InitialTask::Formulation, indispensable(ctx), [NOT_GIVEN, NONE], ctx, out);
            if !asks_for(InitialTask::Formulation, ctx.spec()) || matches!(beginning(ctx), Beginning::Lasts) {
                return;
            }
            let Some((row, parts)) = ctx.last::<FormulationGiven>().and_then(|(row, given)| Some((row, given.parts?))) else {
                return;
            };
            let missing = FormulationParts::ALL.difference(parts);
            if !missing.is_empty() {
                out.lacks(INCOMPLETE, Topic::Agreements, Place::Entry(row.seq), values! { missing });
            }
        },
    };

    /// The focus that is agreed should be the one that the formulation proposed.
    ///
    /// ## Why
    /// What is worked on is what was put to the patient. Where the patient accepted it with
    /// changes, the difference is noted.
    ///
    /// ## When it does not apply
    /// A formulation that came later than the focus; items that are parked or ended may stand in
    /// either. Later changes of focus have rules of their own.
    FORMULATION_FITS_FOCUS = {
        code: "IPT-076", severity: Warning, clause: Deviation,
        topics: [Agreements], looks_for: [Agreements], holds_if_reported: [Agreements],
        basis: Design, sources: [SourceId::DESIGN.at("formulation and focus agree")],
        remedies: [CorrectEntry, ReviewFormulation],
        says: {
            finds ANOTHER: "The focus agreed on {day} ({agreed}) was not the one that the formulation of {other} proposed ({proposed}).";
            finds ANOTHER_NAME: "The focus agreed on {day} and the one that the formulation of {other} proposed were not the same.";
            finds CHANGED Note: "The patient accepted the formulation of {other} with changes, and the focus agreed on {day} was not the one that it \
                proposed.";
        },
        check: |ctx, out| {
            let Some((row, agreed)) = ctx.first::<FocusAgreed>() else { return };
            let Some((at, given)) = ctx.all::<FormulationGiven>().rfind(|(at, _)| at.on <= row.on) else { return };
            out.applies();
            let formulated = active(agreed).all(|item| given.focus.contains(&item.on));
            let kept = given.focus.iter().all(|on| agreed.items.iter().any(|item| item.on == *on));
            if formulated && kept {
                return;
            }
            let changed = ctx.all::<FormulationAnswered>().any(|(answered, answer)| {
                (at.on..=row.on).contains(&answered.on) && answer.response == PatientResponse::AcceptedWithChanges
            });
            let about: AreaSet = active(agreed).filter_map(|item| item.on.area()).collect();
            let proposed: AreaSet = given.focus.iter().filter_map(|on| on.area()).collect();
            let listed = active(agreed).all(|item| item.on.area().is_some()) && given.focus.iter().all(|on| on.area().is_some());
            let place = Place::Entry(row.seq);
            let finding = if changed {
                out.finds(CHANGED, place, values! {})
            } else if listed {
                out.finds(ANOTHER, place, values! { agreed: about, proposed })
            } else {
                out.finds(ANOTHER_NAME, place, values! {})
            };
            finding.see(Place::Entry(at.seq));
        },
    };

    /// The patient must have agreed to the formulation, or to a focus, before the middle phase begins.
    ///
    /// ## Why
    /// All variants of IPT agree on the focus with the patient. A rejection is no agreement: the
    /// formulation is put differently first. An agreed focus is the patient's yes; then an answer
    /// to the formulation that is not on record is a warning. Agreed later, it is late and a
    /// deviation; agreed only when more than the protocol's share of the middle phase lay behind,
    /// it keeps its weight.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts. What was agreed before a record that begins in mid-course
    /// cannot be told.
    FORMULATION_ACCEPTED = {
        code: "IPT-077", severity: Error, clause: Shared, kind: Order,
        topics: [Agreements], parameters: ["middle.late_share"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("formulation"), SourceId::MARKOWITZ_2017.at("p. 39")],
        remedies: [RecordIt, ReviewFormulation, JustifyByWaiver], record: ["formulation_answered"],
        follows_here: ["IPT-055", "IPT-075"],
        says: {
            finds REJECTED: "The patient had rejected the formulation on {answered}, and it stood rejected {due}.";
            finds NOT_AGREED: "The record says that the patient had not agreed to the formulation {due}.";
            lacks NO_AGREEMENT: "Neither an agreed focus nor the patient's agreement to a formulation was on record {due}.";
            calls_for PENDING Warning: "By the record, the patient had not yet answered the formulation of {given} {due}."
                asks "The patient's answer to the formulation of {given} was recorded as open {due}. What was the answer?";
            calls_for UNANSWERED Warning: "The formulation of {given} had no answer of the patient on record {due}."
                asks "The formulation of {given} had no answer on record {due}. What did the patient say?";
            lacks NO_FORMULATION Warning: "A focus had been agreed {due}, and neither a formulation nor the patient's answer \
                to one was on record.";
        },
        check: |ctx, out| {
            let cases = [REJECTED, NOT_AGREED, NO_AGREEMENT, PENDING, UNANSWERED, NO_FORMULATION];
            out.condition(Guard::FormulationIsAccepted, Topic::Agreements, |step| unaccepted(ctx, step, cases));
        },
    };

    /// Each active item of the focus should have a goal before the middle phase begins.
    ///
    /// ## Why
    /// A goal tied to the focus says when the work is done, and is what the ending looks back on.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for goals; while the initial phase lasts; where the contract
    /// settled the goals.
    GOALS_AGREED = {
        code: "IPT-090", severity: Warning, clause: Deviation,
        topics: [Agreements], parameters: ["initial.tasks", "middle.late_share"],
        basis: Practice, sources: [SourceId::ANNA_FREUD.at("goals linked to the focal area")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["focus_agreed.items.goals", "contract_agreed.terms"],
        follows_here: ["IPT-055"],
        says: {
            finds NOT_AGREED: "The record says that no goals had been agreed {due}.";
            lacks NONE: "{due}, not every item of the focus had a goal on record.";
        },
        check: |ctx, out| {
            let settles = |contract: &ContractAgreed| contract.terms.is_some_and(|terms| terms.contains(ContractTerm::Goals));
            let by = |step: &StepRow| ctx.all::<ContractAgreed>().any(|(row, contract)| row.on <= step.on && settles(contract));
            let settled = match beginning(ctx) {
                Beginning::Over(step) => by(step),
                Beginning::Lasts | Beginning::BeforeRecord => false,
            };
            if !settled || !asks_for(InitialTask::TreatmentGoals, ctx.spec()) {
                open_when_beginning_was_over(InitialTask::TreatmentGoals, Severity::Warning, [NOT_AGREED, NONE], ctx, out);
            }
        },
    };
}

const fn asks_for(task: InitialTask, spec: &ProtocolSpec) -> bool {
    spec.initial.tasks.value.contains(task)
}

/// What stood between a formulation and its acceptance when the middle phase began.
fn unaccepted(
    ctx: &Ctx<'_>,
    step: &StepRow,
    [
        rejected,
        not_agreed,
        no_agreement,
        pending,
        unanswered,
        no_formulation,
    ]: [&'static str; 6],
) -> (&'static str, Evidence) {
    let given = ctx
        .all::<FormulationGiven>()
        .rfind(|(row, _)| row.on <= step.on)
        .map(|(row, _)| row);
    // An answer to an earlier version is none to this one.
    let answer = ctx
        .all::<FormulationAnswered>()
        .rfind(|(row, _)| row.on <= step.on);
    let answer = answer.filter(|(row, _)| given.is_none_or(|given| comes_later(*row, given)));
    let focus = ctx.all::<FocusAgreed>().any(|(row, _)| row.on <= step.on);
    let response = answer.map(|(_, answer)| answer.response);
    match (answer, given) {
        (Some((at, _)), _) if response == Some(PatientResponse::Rejected) => {
            (rejected, values! { answered: at.on })
        }
        _ if ctx.initial_stated(InitialTask::PatientAgreement) == Stated::NotDone => {
            (not_agreed, values! {})
        }
        _ if !focus => (no_agreement, values! {}),
        (Some(_), Some(given)) if response == Some(PatientResponse::Pending) => {
            (pending, values! { given: given.on })
        }
        (_, Some(given)) => (unanswered, values! { given: given.on }),
        (_, None) => (no_formulation, values! {}),
    }
}
