//! What is treated: the diagnosis, how the illness is explained, since when and after what, and
//! what was tried before.

use super::{
    super::{
        due::{Beginning, beginning, indispensable, none_shown, open_when_beginning_was_over},
        rules,
    },
    shared::notes,
};
use crate::{
    record::{
        FactKind,
        focus::{DisputeDetailed, GriefDetailed, TransitionDetailed},
        inventory::{OnsetDated, PersonInventoried},
        patient::{DiagnosisMade, DiagnosisRole, HistoryTaken},
    },
    rule::{Ctx, values},
    source::SourceId,
    vocabulary::{InitialTask as T, InitialTaskSet, Severity, Topic},
};

/// The tasks by which the patient hears what they suffer from, and what that asks of them.
const EXPLAINED: InitialTaskSet =
    InitialTaskSet::of(&[T::NameTheIllness, T::Psychoeducation, T::SickRole]);

rules! {
    kind: Content;

    /// Before the middle phase begins, a diagnosis must be made on recognised criteria.
    ///
    /// ## Why
    /// IPT treats an illness that has a name; the name is what is explained, measured and worked
    /// against. What was ruled out leaves open what that is.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Made later, it is a
    /// warning, unless much of the middle phase lay behind.
    DIAGNOSIS_MADE = {
        code: "IPT-031", severity: Error, clause: PublishedBound,
        topics: [InitialTasks], parameters: ["initial.tasks", "middle.late_share"],
        basis: Manual, sources: [SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        remedies: [RecordIt, DoItNext, ConsiderOtherProtocol, JustifyByWaiver], record: ["diagnosis_made"],
        says: {
            finds NOT_MADE: "By the note of {noted} no diagnosis was made, and none was on record {due}.";
            lacks NONE: "{due}, no diagnosis was on record.";
            lacks RULED_OUT: "{due}, no diagnosis was on record but what was ruled out.";
        },
        check: |ctx, out| {
            let first = ctx.first::<DiagnosisMade>();
            let ruled_out = first.is_some_and(|(_, made)| made.role == DiagnosisRole::RuledOut);
            let silent = if ruled_out { RULED_OUT } else { NONE };
            open_when_beginning_was_over(T::Diagnosis, indispensable(ctx), [NOT_MADE, silent], ctx, out);
        },
    };

    /// Before the middle phase begins, the illness must be named and explained, and the sick role given as the protocol has it.
    ///
    /// ## Why
    /// An illness that has a name can be treated and is nobody's fault. The sick role relieves from
    /// blame and asks for work at recovery; young patients keep up their roles and get a limited
    /// one. Without any of it, it is an error; a part that is missing is a warning, and another
    /// form of the sick role is noted.
    ///
    /// ## When it does not apply
    /// Parts that the protocol does not ask for; while the initial phase lasts. Done later, it is a
    /// warning, unless much of the middle phase lay behind.
    ILLNESS_EXPLAINED = {
        code: "IPT-035", severity: Error, clause: PublishedBound,
        topics: [InitialTasks], parameters: ["initial.tasks", "initial.sick_role", "middle.late_share"],
        basis: Manual,
        sources: [
            SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase"),
            SourceId::MARKOWITZ_2006.at("first phase"),
        ],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.tasks"],
        says: {
            finds NOT_EXPLAINED: "By the note of {noted} the illness was not explained to the patient ({open}), nor had it been {due}.";
            finds PART_NOT_GIVEN Warning: "By the note of {noted} this was left out of the explanation of the illness, and it was still missing {due}: {open}.";
            lacks NOTHING: "{due}, no explanation of the illness was on record ({open}).";
            lacks PART Warning: "{due}, the explanation of the illness was incomplete; not on record: {open}.";
            finds OTHER_FORM Note: "By the note of {day} the patient was given the {given}; {protocol} provides for the {provided}.";
        },
        check: |ctx, out| {
            let due = ctx.spec().initial.tasks.value.intersection(EXPLAINED);
            let (weight, cases) = if due.iter().all(|task| ctx.initial_task(task).is_none()) {
                (indispensable(ctx), [NOT_EXPLAINED, NOTHING])
            } else {
                (Severity::Warning, [PART_NOT_GIVEN, PART])
            };
            open_when_beginning_was_over(due, weight, cases, ctx, out);
            let given = notes(ctx, T::SickRole).filter_map(|(row, note)| Some((row, note.sick_role?))).last();
            if let (Some((row, given)), Some(provided)) = (given, ctx.spec().initial.sick_role.value) {
                let is_due = due.contains(T::SickRole) && !matches!(beginning(ctx), Beginning::Lasts);
                if is_due && given != provided {
                    out.finds(OTHER_FORM, ctx.place_of(row.seq), values! { given, provided });
                }
            }
        },
    };

    /// Before the middle phase begins, the onset of the episode must be dated and set against life events, or none found.
    ///
    /// ## Why
    /// What happened when it began is where the focus is looked for. An onset without a word on
    /// events is thin.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. A death, a dispute or a
    /// change that is dated as the subject of a problem area is an event. Done later, it is a
    /// warning, unless much of the middle phase lay behind.
    ONSET_SET_AGAINST_EVENTS = {
        code: "IPT-045", severity: Error, clause: PublishedBound,
        topics: [InitialTasks], parameters: ["initial.tasks", "middle.late_share"],
        basis: Manual, sources: [SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["onset_dated", "life_event_recorded"],
        says: {
            finds NOT_SET: "By the note of {noted} the onset of the episode was not set against life events, nor had it been {due}.";
            lacks NONE: "{due}, no onset of the episode, set against life events, was on record.";
            lacks NO_EVENT Warning: "The onset of the episode was recorded on {day}, and neither a life event nor that none was found is on record.";
        },
        check: |ctx, out| {
            open_when_beginning_was_over(T::OnsetTimeline, indispensable(ctx), [NOT_SET, NONE], ctx, out);
            let is_due = ctx.spec().initial.tasks.value.contains(T::OnsetTimeline) && !matches!(beginning(ctx), Beginning::Lasts);
            let silent = |onset: &OnsetDated| !onset.no_event_found && !has_event(ctx);
            if let Some((row, _)) = ctx.last::<OnsetDated>().filter(|(_, onset)| is_due && silent(onset)) {
                out.lacks(NO_EVENT, Topic::InitialTasks, ctx.place_of(row.seq), values! {});
            }
        },
    };

    /// Earlier psychotherapy should be talked over before the middle phase begins.
    ///
    /// ## Why
    /// What helped, what the patient disliked and whether they said so tells what to watch for.
    ///
    /// ## When it does not apply
    /// Without earlier psychotherapy on record; while the initial phase lasts; where the protocol
    /// asks for it as one of its initial tasks.
    PRIOR_THERAPY_REVIEWED = {
        code: "IPT-049", severity: Note, clause: Deviation,
        topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("ch. 3")],
        remedies: [DoItNext, ForInformation], record: ["session.tasks"],
        says: {
            finds NOT_REVIEWED: "Earlier psychotherapy was on record on {day}, and the record says that it was not talked over.";
            calls_for UNREVIEWED: "Earlier psychotherapy was on record on {day}, and what it had done for the patient is not on record."
                asks "Earlier psychotherapy was on record on {day}. What helped the patient in it, and what did they dislike?";
        },
        check: |ctx, out| {
            if matches!(beginning(ctx), Beginning::Lasts) || ctx.spec().initial.tasks.value.contains(T::PriorTherapyReview) {
                return out.does_not_apply();
            }
            let told = || ctx.all::<HistoryTaken>().filter_map(|(row, history)| Some((row, history.earlier_therapy?)));
            if let Some((row, _)) = told().find(|&(_, had)| had) {
                let stated = ctx.initial_stated(T::PriorTherapyReview);
                out.stated(stated, [NOT_REVIEWED, UNREVIEWED], Topic::InitialTasks, ctx.place_of(row.seq), values! {});
            } else if told().next().is_some() {
                out.does_not_apply();
            } else {
                none_shown(Topic::InitialTasks, ctx, out);
            }
        },
    };
}

/// Whether an event is on record, on the timeline or as the subject of a problem area.
fn has_event(ctx: &Ctx<'_>) -> bool {
    ctx.kinds().contains(FactKind::LifeEventRecorded)
        || ctx
            .all::<GriefDetailed>()
            .any(|(_, grief)| grief.when.is_some())
        || ctx
            .all::<DisputeDetailed>()
            .any(|(_, dispute)| dispute.since.is_some())
        || ctx
            .all::<TransitionDetailed>()
            .any(|(_, change)| change.changed.is_some() || change.event.is_some())
        || ctx
            .all::<PersonInventoried>()
            .any(|(_, person)| person.died.is_some())
}
