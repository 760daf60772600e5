//! Initial tasks and medication: IPT-030 to IPT-052.

use super::{
    due::{
        Middle, bound, comes_after, due_before_middle, due_by_first_session, each, first_session, indispensable,
        middle, none_shown,
    },
    focus::said,
    old_rules,
};
use crate::{
    phase::Phase,
    record::{
        FactKind,
        contact::ContactWith,
        inventory::{Closeness, PersonInventoried},
        patient::MedicationChange,
        session::SessionKind,
    },
    rule::{Ctx, OldEvidence, FactRow, Place, SessionRow, Severity, Sink},
    source::SourceId,
    task::{InitialTask as T, InitialTaskSet, MedicationDecision, Stated, Task, TaskNote},
    topic::Topic,
};

old_rules! {
    /// The history of the episode and of earlier ones is taken before the middle phase begins.
    ///
    /// ## Why
    /// What is being treated, what helped before and what the episode followed all come from it.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    HISTORY_TAKEN = {
        code: "IPT-030", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| due_before_middle(T::PsychiatricHistory.into(), indispensable(ctx), ctx, out),
    };

    /// A diagnosis on recognised criteria is made before the middle phase begins.
    ///
    /// ## Why
    /// IPT treats an illness that has a name; the name is what is explained, measured and worked against.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    DIAGNOSIS_MADE = {
        code: "IPT-031", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| due_before_middle(T::Diagnosis.into(), indispensable(ctx), ctx, out),
    };

    /// Suicide is asked about directly by the end of the first session.
    ///
    /// ## Why
    /// Everybody who is depressed is asked, at the start and again. An item of a questionnaire does not ask. An
    /// answer that the patient declined was asked for. Asked later, the finding stays in the history as remedied.
    ///
    /// ## When it does not apply
    /// Before the first session. No protocol switches it off by leaving the task out.
    ASKED_AT_START = {
        code: "IPT-032", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety, Sessions], parameters: [],
        basis: Guideline, sources: [SourceId::NICE_NG222.at("1.2.8")], since: FIRST,
        remedies: [AskDirectly, RecordIt],
        check: |ctx, out| {
            let asked = ctx.initial_task(T::SuicideEnquiry);
            let Some(first) = first_session(ctx) else {
                return if ctx.began_midway() {
                    out.cannot_tell(Topic::Safety, Place::Task(Task::Initial(T::SuicideEnquiry)));
                } else {
                    out.has_none(Topic::Sessions);
                };
            };
            if asked.is_some_and(|(day, _)| day <= first.on) {
                return;
            }
            let place = ctx.place(first);
            let stated = ctx.initial_stated(T::SuicideEnquiry) == Stated::NotDone
                || ctx.note(first).and_then(|note| note.enquiry.as_ref()).is_some_and(|enquiry| !enquiry.was_direct());
            let evidence = OldEvidence::InitialTasks { open: T::SuicideEnquiry.into() };
            let finding =
                if stated { out.old_finds(place, evidence) } else { out.old_lacks(Topic::Safety, place, evidence) };
            if let Some((_, by)) = asked {
                finding.remedied_by(by);
            }
        },
    };

    /// A baseline on a rating scale is there by the end of the first session.
    ///
    /// ## Why
    /// Change is measured from it. All variants follow the symptoms; with neither a score nor a check once the middle
    /// phase has begun, that is absent altogether. With checks alone it is an error where the protocol's source asks
    /// for a scale. Later than the first session it is late, and a warning.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; before the first session.
    BASELINE_TAKEN = {
        code: "IPT-033", severity: Error, clause: Shared, kind: Measure,
        moments: [Recording, PhaseChange], topics: [Measures, Sessions], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("rating scales"), SourceId::IPTINSTITUTE_LEVEL_B.at("at intake"),
            SourceId::MARKOWITZ_2017.at("ch. 3"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let followed = ctx.held().any(|row| ctx.note(row).is_some_and(|note| note.symptom_check.is_done()));
            let never = if followed { indispensable(ctx) } else { Severity::Error };
            due_by_first_session(T::BaselineSeverity, never, ctx, out);
        },
    };

    /// The illness is named and explained before the middle phase begins.
    ///
    /// ## Why
    /// An illness that has a name can be treated and is nobody's fault.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    ILLNESS_NAMED = {
        code: "IPT-034", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [SourceId::MARKOWITZ_2006.at("first phase"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let both = InitialTaskSet::of(&[T::NameTheIllness, T::Psychoeducation]);
            due_before_middle(both, indispensable(ctx), ctx, out);
        },
    };

    /// The sick role is given as the protocol has it before the middle phase begins.
    ///
    /// ## Why
    /// It relieves from blame and asks for work at recovery; young patients keep up their roles and get a limited one.
    /// Given otherwise than the protocol has it, it is a warning; so it is where the form of the role was read in no
    /// source.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    SICK_ROLE_GIVEN = {
        code: "IPT-035", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks", "initial.sick_role"],
        basis: Manual, sources: [SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let role = ctx.spec().initial.sick_role;
            due_before_middle(T::SickRole.into(), indispensable(ctx).min(bound(role.basis)), ctx, out);
            let role = role.value;
            let due = ctx.spec().initial.tasks.value.contains(T::SickRole);
            if !due || matches!(middle(ctx), Middle::Ahead) {
                return;
            }
            let Some((row, note)) = notes(ctx, T::SickRole).filter(|(_, note)| note.sick_role.is_some()).last() else {
                return;
            };
            if role.is_some() && note.sick_role != role {
                let name = role.map_or("sick_role", crate::task::SickRole::name);
                out.old_finds_as(Severity::Warning, ctx.place_of(row.seq), OldEvidence::Matter { name });
            }
        },
    };

    /// The illness is named after it is diagnosed, and the sick role is given after it is named.
    ///
    /// ## Why
    /// Each rests on the one before.
    ///
    /// ## When it does not apply
    /// Tasks that the protocol does not ask for, or that were never done: those have findings of their own.
    NAMED_IN_ORDER = {
        code: "IPT-036", severity: Warning, clause: Deviation, kind: Order,
        moments: [Recording], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [SourceId::MARKOWITZ_2006.at("first phase"), SourceId::DESIGN.at("order of initial tasks")],
        since: FIRST,
        remedies: [CorrectEntry, ForInformation],
        check: |ctx, out| {
            let role = comes_after(T::SickRole, &[T::NameTheIllness], ctx, out);
            let name = comes_after(T::NameTheIllness, &[T::Diagnosis], ctx, out);
            if !role && !name {
                let due = ctx.spec().initial.tasks.value;
                if due.contains(T::NameTheIllness) || due.contains(T::Diagnosis) {
                    none_shown(Topic::InitialTasks, ctx, out);
                } else {
                    out.does_not_apply();
                }
            }
        },
    };

    /// Medication is evaluated, with an outcome, before the middle phase begins.
    ///
    /// ## Why
    /// Those who do not prescribe evaluate it too: not indicated, declined, already taken or referred are outcomes. An
    /// evaluation without an outcome is thin, and so is medication on record without an evaluation: both are warnings.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    MEDICATION_EVALUATED = {
        code: "IPT-037", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [Medication], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_HANDBOOK.at("first phase"), SourceId::TITLE_IV_E.at("evaluation")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            // Somebody who takes medication was asked about it.
            let taken = each!(ctx, MedicationNoted).any(|(_, noted)| noted.change != MedicationChange::NoneTaken);
            let never = if taken { Severity::Warning } else { indispensable(ctx) };
            due_before_middle(T::MedicationEvaluation.into(), never, ctx, out);
            let due = ctx.spec().initial.tasks.value.contains(T::MedicationEvaluation);
            if !due || matches!(middle(ctx), Middle::Ahead) {
                return;
            }
            let Some((row, _)) = notes(ctx, T::MedicationEvaluation).next() else { return };
            if !notes(ctx, T::MedicationEvaluation).any(|(_, note)| note.medication.is_some()) {
                let place = ctx.place_of(row.seq);
                out.old_lacks_as(Severity::Warning, Topic::Medication, place, OldEvidence::Matter { name: "outcome" });
            }
        },
    };

    /// A prescriber is contacted soon after the patient is referred to one.
    ///
    /// ## Why
    /// A referral that nobody follows up is easily lost.
    ///
    /// ## When it does not apply
    /// When the evaluation did not refer; before the days are over, or when the course was closed before.
    PRESCRIBER_CONTACTED = {
        code: "IPT-038", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [DaysPass], topics: [Contacts, Medication], parameters: ["timing.prescriber_days"],
        basis: Design, sources: [SourceId::DESIGN.at("contact with the prescriber")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let referred = notes(ctx, T::MedicationEvaluation)
                .find(|(_, note)| note.medication == Some(MedicationDecision::Referred));
            let Some((row, _)) = referred else {
                let evaluated = notes(ctx, T::MedicationEvaluation).any(|(_, note)| note.medication.is_some());
                return if evaluated { out.does_not_apply() } else { none_shown(Topic::Medication, ctx, out) };
            };
            let limit = u32::from(ctx.spec().timing.prescriber_days.value);
            let until = ctx.closing().map_or(ctx.as_of(), |(closed, _)| closed.on.min(ctx.as_of()));
            let met = each!(ctx, Contact)
                .filter(|(_, contact)| contact.with == ContactWith::Prescriber)
                .map(|(at, _)| at);
            let noted = each!(ctx, MedicationNoted)
                .filter(|(_, noted)| noted.prescriber_contacted.is_done())
                .map(|(at, _)| at);
            let first = met.chain(noted).filter(|at| at.on >= row.on).min_by_key(|at| (at.on, at.seq));
            let to = first.map_or(until, |at| at.on);
            if (to - row.on).num_days() > i64::from(limit) {
                let evidence = OldEvidence::Days { from: row.on, to, limit };
                let finding = out.old_lacks(Topic::Contacts, ctx.place_of(row.seq), evidence);
                if let Some(at) = first {
                    finding.remedied_by(at.seq);
                }
            }
        },
    };

    /// How IPT works and what the patient's part is are explained before the middle phase begins.
    ///
    /// ## Why
    /// Mood and events, here and now, an active part: the patient knows what is asked.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts.
    IPT_EXPLAINED = {
        code: "IPT-039", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Practice,
        sources: [SourceId::SLIDES_DEPRESSION.at("introduction to IPT"), SourceId::KAPLAN_SADOCK_SYNOPSIS.at("28.10")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| due_before_middle(T::ExplainIpt.into(), Severity::Warning, ctx, out),
    };

    /// The interpersonal inventory is complete before the middle phase begins.
    ///
    /// ## Why
    /// All variants look at relationships before they work on a focus. Begun but not completed, it is a warning; with
    /// nobody in it, an error.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    INVENTORY_COMPLETE = {
        code: "IPT-040", severity: Error, clause: Shared, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [SourceId::ISIPT_STRATEGIES.at("inventory"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let begun = ctx.kinds().contains(FactKind::PersonInventoried);
            let never = if begun { Severity::Warning } else { Severity::Error };
            due_before_middle(T::Inventory.into(), never, ctx, out);
        },
    };

    /// The inventory has as many people as the protocol asks for, or says that the network is small.
    ///
    /// ## Why
    /// Few people in an inventory mean a small network, which is worth knowing, or an inventory that stopped early.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done, which has a finding of its own.
    INVENTORY_LARGE_ENOUGH = {
        code: "IPT-041", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.inventory_min"],
        basis: Design, sources: [SourceId::DESIGN.at("size of the inventory")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let Some(place) = inventory_done(ctx, out) else { return };
            let small = each!(ctx, InventoryCompleted).any(|(_, completed)| completed.small_network);
            let found = u32::try_from(people(ctx).count()).unwrap_or(u32::MAX);
            let least = u32::from(ctx.spec().initial.inventory_min.value);
            if found < least && !small {
                out.old_lacks(Topic::InitialTasks, place, OldEvidence::TooFew { found, least });
            }
        },
    };

    /// Each person of the inventory is described: living, contact, what is good, what is not, what should change.
    ///
    /// ## Why
    /// What is not asked about a relationship cannot become a focus.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done. Of people who have died neither contact nor
    /// change is asked.
    PEOPLE_DESCRIBED = {
        code: "IPT-042", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: [],
        basis: Practice,
        sources: [
            SourceId::SLIDES_DEPRESSION.at("inventory"),
            SourceId::DIETZ_2018.at("relationships"),
            SourceId::DESIGN.at("fields"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            if inventory_done(ctx, out).is_none() {
                return;
            }
            for (row, person) in people(ctx) {
                let died = person.alive == Some(false);
                let name = if person.alive.is_none() {
                    "alive"
                } else if !said(person.contact.as_ref()) && !died {
                    "contact"
                } else if !said(person.satisfying.as_ref()) {
                    "satisfying"
                } else if !said(person.unsatisfying.as_ref()) {
                    "unsatisfying"
                } else if !said(person.desired_change.as_ref()) && !died {
                    "desired_change"
                } else {
                    continue;
                };
                out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Matter { name });
            }
        },
    };

    /// The inventory says who gives support, or that no support was found.
    ///
    /// ## Why
    /// Support is what a patient draws on while changing things, and what is built where it is missing.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done and the protocol does not ask for a look at
    /// supports.
    SUPPORT_ASSESSED = {
        code: "IPT-043", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::ISIPT_STRATEGIES.at("inventory"), SourceId::MARKOWITZ_2017.at("ch. 3")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            if ctx.spec().initial.tasks.value.contains(T::SupportMapping) {
                return due_before_middle(T::SupportMapping.into(), Severity::Warning, ctx, out);
            }
            let Some(place) = inventory_done(ctx, out) else { return };
            let rated = people(ctx).any(|(_, person)| person.support.is_some())
                || each!(ctx, InventoryCompleted).any(|(_, completed)| completed.no_support_found)
                || ctx.initial_task(T::SupportMapping).is_some();
            if !rated {
                out.old_lacks(Topic::InitialTasks, place, OldEvidence::Matter { name: "support" });
            }
        },
    };

    /// Of each close person it is said whether the tie changed around the onset.
    ///
    /// ## Why
    /// A change near the onset guides the choice of the focus.
    ///
    /// ## When it does not apply
    /// While the initial phase lasts; when the inventory is not done; people outside the inner ring, or without one.
    CHANGE_NEAR_ONSET_ASKED = {
        code: "IPT-044", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: [],
        basis: Practice, sources: [SourceId::IPT_UK.at("stages of IPT")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            if inventory_done(ctx, out).is_none() {
                return;
            }
            let mut any = false;
            for (row, person) in people(ctx).filter(|(_, person)| person.closeness == Some(Closeness::Inner)) {
                any = true;
                if person.changed_near_onset.is_none() {
                    let evidence = OldEvidence::Matter { name: "changed_near_onset" };
                    out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), evidence);
                }
            }
            if !any {
                none_shown(Topic::InitialTasks, ctx, out);
            }
        },
    };

    /// The onset is dated and set against life events, or none is found, before the middle phase begins.
    ///
    /// ## Why
    /// What happened when it began is where the focus is looked for. An onset without a word on events is thin.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts. Done later, it is a warning that stands
    /// remedied.
    ONSET_SET_AGAINST_EVENTS = {
        code: "IPT-045", severity: Error, clause: PublishedBound, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::IPT_UK.at("stages of IPT"), SourceId::MARKOWITZ_HANDBOOK.at("first phase")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            due_before_middle(T::OnsetTimeline.into(), indispensable(ctx), ctx, out);
            let due = ctx.spec().initial.tasks.value.contains(T::OnsetTimeline);
            if !due || matches!(middle(ctx), Middle::Ahead) {
                return;
            }
            let Some((row, onset)) = each!(ctx, OnsetDated).next_back() else { return };
            if !onset.no_event_found && !ctx.kinds().contains(FactKind::LifeEventRecorded) {
                let evidence = OldEvidence::Fact { kind: FactKind::LifeEventRecorded };
                out.old_lacks_as(Severity::Warning, Topic::InitialTasks, ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// The initial phase has no more sessions than is usual in the protocol.
    ///
    /// ## Why
    /// A short therapy has little time to spare for its beginning.
    ///
    /// ## When it does not apply
    /// Records without an initial phase. Sessions given to a crisis are not counted. Where even the greatest number is
    /// passed, IPT-047 says so alone.
    INITIAL_PHASE_USUAL = {
        code: "IPT-046", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], holds_if_reported: [Sessions],
        parameters: ["initial.sessions_usual", "initial.sessions_most"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("at most three sessions"), SourceId::IPT_UK.at("sessions 1 to 4"),
            SourceId::IPTINSTITUTE_BRIEF.at("two sessions"),
        ],
        since: FIRST,
        remedies: [DiscussInSupervision, JustifyByWaiver],
        check: |ctx, out| {
            let initial = &ctx.spec().initial;
            let Some(found) = initial_sessions(ctx, out) else { return };
            let (usual, most) = (initial.sessions_usual.value, initial.sessions_most.value);
            if found > most.into() {
                out.does_not_apply();
            } else if found > usual.into() {
                out.old_finds(beyond(ctx, usual), OldEvidence::TooMany { found, most: usual.into() });
            } else if ctx.began_midway() {
                out.cannot_tell(Topic::Sessions, Place::Phase(Phase::Initial));
            }
        },
    };

    /// The initial phase has no more sessions than the protocol's greatest number.
    ///
    /// ## Why
    /// Then the work that treats has hardly begun. Sources give three to five; the number is ours, and a protocol whose
    /// source forbids more may grade it as an error.
    ///
    /// ## When it does not apply
    /// Records without an initial phase. Sessions given to a crisis are not counted.
    INITIAL_PHASE_MOST = {
        code: "IPT-047", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], holds_if_reported: [Sessions], parameters: ["initial.sessions_most"],
        basis: Design,
        sources: [
            SourceId::MARKOWITZ_2006.at("at most three sessions"), SourceId::FORGE_PSYCHOLOGY.at("first three to five"),
            SourceId::DESIGN.at("greatest number of initial sessions"),
        ],
        since: FIRST,
        remedies: [DiscussInSupervision, ReviewProgress, JustifyByWaiver],
        check: |ctx, out| {
            let most = ctx.spec().initial.sessions_most.value;
            let Some(found) = initial_sessions(ctx, out) else { return };
            if found > most.into() {
                out.old_finds(beyond(ctx, most), OldEvidence::TooMany { found, most: most.into() });
            } else if ctx.began_midway() {
                out.cannot_tell(Topic::Sessions, Place::Phase(Phase::Initial));
            }
        },
    };

    /// Whom to call in a crisis is said before the middle phase begins.
    ///
    /// ## Why
    /// Between sessions the patient is alone with it. A contract that names the contact in a crisis shows that it was
    /// said.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts.
    CRISIS_CONTACT_GIVEN = {
        code: "IPT-048", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks, Agreements], parameters: ["initial.tasks"],
        basis: Guideline, sources: [SourceId::NICE_NG222.at("1.2.8"), SourceId::PTSD_HANDOUT_UK.at("contingencies")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| due_before_middle(T::ContingencyTalk.into(), Severity::Warning, ctx, out),
    };

    /// Earlier therapies are reviewed where there were any.
    ///
    /// ## Why
    /// What helped, what the patient disliked and whether they said so tells what to watch for.
    ///
    /// ## When it does not apply
    /// Without earlier therapy; while the initial phase lasts. Where the protocol does not ask for the review, its
    /// absence is noted.
    PRIOR_THERAPY_REVIEWED = {
        code: "IPT-049", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("ch. 3")], since: FIRST,
        remedies: [DoItNext, ForInformation],
        check: |ctx, out| {
            if ctx.spec().initial.tasks.value.contains(T::PriorTherapyReview) {
                return due_before_middle(T::PriorTherapyReview.into(), Severity::Warning, ctx, out);
            }
            if matches!(middle(ctx), Middle::Ahead) {
                return out.does_not_apply();
            }
            let history = each!(ctx, HistoryTaken).find(|(_, history)| history.earlier_therapy == Some(true));
            let Some((row, _)) = history else {
                let asked = each!(ctx, HistoryTaken).any(|(_, history)| history.earlier_therapy.is_some());
                return if asked { out.does_not_apply() } else { none_shown(Topic::InitialTasks, ctx, out) };
            };
            if ctx.initial_task(T::PriorTherapyReview).is_none() {
                let evidence = OldEvidence::InitialTasks { open: T::PriorTherapyReview.into() };
                out.old_lacks_as(Severity::Note, Topic::InitialTasks, ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// Physical causes are considered before the middle phase begins.
    ///
    /// ## Why
    /// A physical illness or a medicine can look like the disorder.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts.
    MEDICAL_CAUSES_CONSIDERED = {
        code: "IPT-050", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["initial.tasks"],
        basis: Practice, sources: [SourceId::MILLER_2005.at("late-life depression")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| due_before_middle(T::MedicalCheck.into(), Severity::Warning, ctx, out),
    };

    /// Each initial session advances an initial task.
    ///
    /// ## Why
    /// The beginning is short; a session that advances nothing is worth a look.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis. What was found or agreed on the same day counts, so that a record which leaves out
    /// agreements, medication, measures or safety does not tell.
    INITIAL_SESSIONS_ADVANCE = {
        code: "IPT-051", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks, Agreements, Measures, Safety, Medication, Sessions],
        parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("work of an initial session")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut any = false;
            for row in ordinary_initial(ctx) {
                any = true;
                let done = |note: &TaskNote| matches!(note.task, Task::Initial(_)) && note.status.is_done();
                let noted = ctx.note(row).is_some_and(|note| note.tasks.iter().any(done));
                if !noted && !found_on(ctx, row) {
                    // Tasks of the initial phase belong to several topics.
                    let mut topics = [Topic::Agreements, Topic::Measures, Topic::Safety, Topic::Medication].into_iter();
                    let silent = topics.find(|&topic| !ctx.reports(topic, row.on));
                    out.old_lacks(silent.unwrap_or(Topic::InitialTasks), ctx.place(row), OldEvidence::Nothing {});
                }
            }
            if !any {
                no_initial_session(ctx, out);
            }
        },
    };

    /// Medication stays as it was when treatment began.
    ///
    /// ## Why
    /// Nothing is wrong with a change. Whoever reads the scores wants to know of it, and safety is asked about more
    /// closely after it.
    ///
    /// ## When it does not apply
    /// Before the first session. What is taken at entry, and that nothing is taken, is no change. Where the protocol
    /// expects medication, a change is noted all the same.
    MEDICATION_UNCHANGED = {
        code: "IPT-052", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [Medication, Sessions], holds_if_reported: [Medication], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("medication during the course")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let begun = first_session(ctx).map(|row| row.on);
            if begun.is_none() && !ctx.began_midway() {
                return out.has_none(Topic::Sessions);
            }
            for (row, noted) in each!(ctx, MedicationNoted) {
                let changed = !matches!(noted.change, MedicationChange::AtEntry | MedicationChange::NoneTaken);
                if changed && begun.is_none_or(|day| day <= row.on) {
                    out.old_finds(ctx.place_of(row.seq), OldEvidence::Matter { name: noted.change.name() });
                }
            }
        },
    };
}

/// What the record states of a task as done, in sessions and outside them.
fn notes<'a>(ctx: &Ctx<'a>, task: T) -> impl Iterator<Item = (FactRow, &'a TaskNote)> + use<'a> {
    let is = move |note: &TaskNote| note.task == Task::Initial(task) && note.status.is_done();
    let apart = each!(ctx, TaskRecorded).filter(move |(_, note)| is(note));
    let within = each!(ctx, Session)
        .flat_map(move |(row, session)| session.tasks.iter().filter(move |note| is(note)).map(move |note| (row, note)));
    apart.chain(within)
}

/// Where the inventory was done, once the middle phase has begun; without it there is nothing to ask.
fn inventory_done(ctx: &Ctx<'_>, out: &mut Sink<'_>) -> Option<Place> {
    if matches!(middle(ctx), Middle::Ahead) {
        out.does_not_apply();
        return None;
    }
    let done = ctx.initial_task(T::Inventory);
    if done.is_none() {
        none_shown(Topic::InitialTasks, ctx, out);
    }
    done.map(|(_, seq)| ctx.place_of(seq))
}

/// The people of the inventory, each as described last.
fn people<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (FactRow, &'a PersonInventoried)> + use<'a> {
    let all = each!(ctx, PersonInventoried);
    let ctx = *ctx;
    all.filter(move |(row, person)| {
        let mut later = each!(ctx, PersonInventoried).rev().take_while(|(other, _)| other.seq != row.seq);
        !later.any(|(_, other)| other.person == person.person)
    })
    .map(|(row, person)| (row, &**person))
}

/// The initial sessions that were not given to a crisis.
fn ordinary_initial<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    ctx.held_in(Phase::Initial).filter(|row| row.kind != SessionKind::Crisis)
}

/// How many there were; without any there is nothing to ask.
fn initial_sessions(ctx: &Ctx<'_>, out: &mut Sink<'_>) -> Option<u32> {
    match u32::try_from(ordinary_initial(ctx).count()).unwrap_or(u32::MAX) {
        0 => {
            no_initial_session(ctx, out);
            None
        }
        found => Some(found),
    }
}

/// The record shows no session of the initial phase that was not given to a crisis.
fn no_initial_session(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    if ctx.protocol().phase(Phase::Initial).is_some() {
        none_shown(Topic::Sessions, ctx, out);
    } else {
        out.does_not_apply();
    }
}

/// The first of them beyond a number.
fn beyond(ctx: &Ctx<'_>, number: u16) -> Place {
    ordinary_initial(ctx).nth(number.into()).map_or(Place::Phase(Phase::Initial), |row| ctx.place(row))
}

/// Whether something of the initial phase was found or agreed on the day of a session, or first done there.
fn found_on(ctx: &Ctx<'_>, session: &SessionRow) -> bool {
    let facts = &ctx.index.facts;
    let day = facts.partition_point(|row| row.on < session.on);
    let belongs = |kind: FactKind| {
        matches!(kind.topic(), Some(Topic::InitialTasks | Topic::Agreements)) && kind != FactKind::PhaseBegun
    };
    facts[day..].iter().take_while(|row| row.on == session.on).any(|row| belongs(row.kind))
        || T::ALL.iter().any(|&task| ctx.initial_task(task).is_some_and(|(day, _)| day == session.on))
}
