//! Work on disputes, and the step from exploring to acting.

use super::shared::{MIDDLE, due_by, has_ended, is_blank};
use crate::{
    record::{FactKind, focus::DisputeStaged, session::DecidedBy},
    rule::{
        Ctx,
        catalogue::{
            middle::{self, Worked, is_unsafe_to_raise, notes, worked_by},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{
        AreaSet, DisputeStage, Place,
        ProblemArea::{RoleDispute, RoleTransition},
        Strategy, Technique, TechniqueSet, Topic,
    },
};

/// What moves things.
const ACTIVE: TechniqueSet = TechniqueSet::of(&[
    Technique::DecisionAnalysis,
    Technique::RolePlay,
    Technique::ProblemSolving,
    Technique::BetweenSessionAttempt,
]);

rules! {
    kind: Content;

    /// In a dispute or a transition, exploring should lead to options well before the middle phase is over.
    ///
    /// ## Why
    /// Insight alone changes little between people: options, decisions, rehearsals and attempts do.
    /// Who sees one way alone has nothing to choose. By when is our own number, so that what came
    /// later is a note.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. A dispute in dissolution, and one in which
    /// violence or coercion is on record and nobody has found that the matter may be raised: their
    /// work is another.
    EXPLORING_LEADS_TO_OPTIONS = {
        code: "IPT-116", severity: Warning, clause: OwnNumber,
        topics: [SessionContent],
        parameters: ["middle.acting_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min"],
        basis: Practice,
        sources: [
            SourceId::SLIDES_ROLE_DISPUTES.at("from exploring to action"),
            SourceId::SLIDES_MIDDLE_SESSIONS.at("disputes"), SourceId::DESIGN.at("by when"),
        ],
        remedies: [RecordIt, DoItNext, DiscussInSupervision],
        record: ["session.options", "session.decided_by", "session.agreed", "session.techniques"],
        says: {
            lacks BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, no option, decision, rehearsal or attempt was on record.";
            lacks NEVER: "The {middle} ended without an option, a decision, a rehearsal or an attempt on record.";
            lacks ONE_BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, no session had more than one option for the dispute on \
                record.";
            lacks ONE_ALONE: "The {middle} ended without a session on record that had more than one option for the dispute.";
        },
        check: |ctx, out| {
            let dispute = middle::is_worked_on(ctx, RoleDispute) && !gives_way(ctx);
            if !dispute && !middle::is_worked_on(ctx, RoleTransition) {
                return out.does_not_apply();
            }
            let by = ctx.spec().middle.acting_by.value.part(middle::expected(ctx));
            let lacks = |is_there: bool, held: u16| (!is_there).then(|| values! { held });
            let (topic, shows) = (Topic::SessionContent, [FactKind::Session]);
            let on = |area, is_on: bool| AreaSet::from(area).iter().filter(move |_| is_on);
            let transition = middle::is_worked_on(ctx, RoleTransition);
            let areas = on(RoleDispute, dispute).chain(on(RoleTransition, transition)).collect();
            let stands = due_by(ctx, out, [BY_THEN, NEVER], (areas, by), topic, &shows, |day, held| {
                let Worked { options, agreed, shown, .. } = worked_by(ctx, day);
                lacks(options || agreed || !shown.techniques.intersection(ACTIVE).is_empty(), held)
            });
            if dispute && !stands {
                let due = (RoleDispute.into(), by);
                due_by(ctx, out, [ONE_BY_THEN, ONE_ALONE], due, topic, &shows, |day, held| lacks(worked_by(ctx, day).choice, held));
            }
        },
    };

    /// In a dispute, the stage should be determined in one of the first sessions of the middle phase.
    ///
    /// ## Why
    /// Renegotiation, impasse and dissolution each have a task of their own; without the stage the
    /// work has no direction. By when is our own number, so that a stage determined later is a
    /// note.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. A note that names work on the stage
    /// counts.
    DISPUTE_STAGED = {
        code: "IPT-134", severity: Warning, clause: OwnNumber,
        topics: [SessionContent], parameters: ["middle.stage_by"],
        basis: Practice,
        sources: [
            SourceId::SLIDES_ROLE_DISPUTES.at("stages"), SourceId::ISIPT_QUESTIONS.at("disputes"),
            SourceId::DESIGN.at("by when"),
        ],
        remedies: [RecordIt, DoItNext], record: ["dispute_staged"],
        says: {
            calls_for BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, the stage of the dispute was not on record."
                asks "After {held:session|sessions} of the {middle}, by {other}, which stage had the dispute reached: renegotiation, impasse or \
                dissolution?";
            calls_for NEVER: "The {middle} ended, and the stage of the dispute was not on record."
                asks "Which stage had the dispute reached by the end of the {middle}: renegotiation, impasse or dissolution?";
        },
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, RoleDispute) {
                return out.does_not_apply();
            }
            let by = ctx.spec().middle.stage_by.value;
            let shows = [FactKind::DisputeStaged, FactKind::Session];
            let due = (RoleDispute.into(), by);
            due_by(ctx, out, [BY_THEN, NEVER], due, Topic::SessionContent, &shows, |day, held| {
                let staged = ctx.first::<DisputeStaged>().is_some_and(|(row, _)| day.is_none_or(|day| row.on <= day));
                let named = worked_by(ctx, day).shown.strategies.contains(Strategy::DisputeStaging);
                (!staged && !named).then(|| values! { held })
            });
        },
    };

    /// When the stage of a dispute changes, the plan should change with it.
    ///
    /// ## Why
    /// Each stage has a task of its own, so that what was planned for one does not fit the next.
    ///
    /// ## When it does not apply
    /// The first stage, and a stage that is recorded again unchanged.
    STAGE_CHANGE_HAS_PLAN = {
        code: "IPT-135", severity: Warning, clause: Deviation,
        topics: [SessionContent], looks_for: [SessionContent], holds_if_reported: [SessionContent],
        basis: Practice, sources: [SourceId::SLIDES_ROLE_DISPUTES.at("each stage has its task")],
        remedies: [RecordIt, DoItNext], record: ["dispute_staged.plan"],
        says: {
            calls_for NO_PLAN: "The stage of the dispute changed on {day} from {before} to {stage}, and no plan for the new stage is on record."
                asks "The stage of the dispute changed on {day} from {before} to {stage}. What was planned from then on?";
        },
        check: |ctx, out| {
            for ((known, before), (row, staged)) in ctx.all::<DisputeStaged>().zip(ctx.all::<DisputeStaged>().skip(1)) {
                if before.stage == staged.stage {
                    continue;
                }
                out.applies();
                if is_blank(staged.plan.as_ref()) {
                    let values = values! { before: before.stage, stage: staged.stage };
                    out.calls_for(NO_PLAN, Topic::SessionContent, Place::Entry(row.seq), values).see(Place::Entry(known.seq));
                }
            }
        },
    };

    /// In a dispute, an exchange between the two should be taken apart in one of the first sessions of the middle phase.
    ///
    /// ## Why
    /// What was said, meant and heard shows what each expects. By when is our own number, so that
    /// an analysis that came later is a note.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. A dispute in dissolution, where mourning
    /// is the task, and one in which violence or coercion is on record and nobody has found that
    /// the matter may be raised.
    DISPUTE_COMMUNICATION_ANALYSED = {
        code: "IPT-136", severity: Warning, clause: OwnNumber,
        topics: [SessionContent], parameters: ["middle.analysis_by"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ch. 6, abstract"), SourceId::CASEBOOK_2012.at("role disputes"),
            SourceId::DESIGN.at("by when"),
        ],
        remedies: [RecordIt, DoItNext], record: ["session.techniques"],
        says: {
            lacks BY_THEN: "After {held:session|sessions} of the {middle}, by {other}, no analysis of an exchange in the dispute was on record.";
            lacks NEVER: "The {middle} ended without the analysis of an exchange in the dispute on record.";
        },
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, RoleDispute) || gives_way(ctx) {
                return out.does_not_apply();
            }
            let by = ctx.spec().middle.analysis_by.value;
            let due = (RoleDispute.into(), by);
            due_by(ctx, out, [BY_THEN, NEVER], due, Topic::SessionContent, &[FactKind::Session], |day, held| {
                let analysed = worked_by(ctx, day).shown.techniques.contains(Technique::CommunicationAnalysis);
                (!analysed).then(|| values! { held })
            });
        },
    };

    /// In a dispute, the decision should be the patient's own.
    ///
    /// ## Why
    /// The therapist favours no outcome. A partner who leaves, a parent or a court decides too; that
    /// is an event and nobody's fault.
    ///
    /// ## When it does not apply
    /// Other areas. A decision taken together is the patient's too.
    DECISION_IS_THE_PATIENTS = {
        code: "IPT-138", severity: Warning, clause: Deviation,
        topics: [SessionContent], holds_if_reported: [SessionContent],
        basis: Practice, sources: [SourceId::SLIDES_ROLE_DISPUTES.at("the therapist favours no outcome")],
        remedies: [CorrectEntry, DoItNext, DiscussInSupervision], record: ["session.decided_by"],
        says: {
            finds THERAPISTS: "In the session of {day} a decision in the dispute was recorded as the therapist's.";
            calls_for OTHERS Note: "In the session of {day} a decision in the dispute was recorded as somebody else's than the patient's."
                asks "In the session of {day} a decision in the dispute was recorded as somebody else's than the patient's. Whose was it?";
        },
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, RoleDispute) {
                return out.does_not_apply();
            }
            for (row, note) in notes(ctx) {
                match note.decided_by {
                    Some(DecidedBy::Therapist) => _ = out.finds(THERAPISTS, ctx.place(row), values! {}),
                    Some(DecidedBy::Other) => {
                        out.calls_for(OTHERS, Topic::SessionContent, ctx.place(row), values! {});
                    }
                    Some(DecidedBy::Patient | DecidedBy::Together) | None => {}
                }
            }
        },
    };

    /// A dispute in dissolution should be mourned, or worked on as a transition, before the middle phase ends.
    ///
    /// ## Why
    /// A relationship that ends is a loss; leaving it well asks for mourning, and for a step into
    /// another life.
    ///
    /// ## When it does not apply
    /// Disputes at another stage, a stage that no session of the middle phase followed, and courses
    /// whose middle phase was broken off.
    DISSOLUTION_IS_MOURNED = {
        code: "IPT-139", severity: Warning, clause: Deviation,
        topics: [SessionContent],
        basis: Practice, sources: [SourceId::SLIDES_ROLE_DISPUTES.at("dissolution")],
        remedies: [RecordIt, DoItNext], record: ["session.strategies"],
        says: {
            lacks NEVER: "The dispute was in dissolution by {staged}, and the {middle} ended without mourning, or work on a transition, on record.";
        },
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, RoleDispute) {
                return out.does_not_apply();
            }
            let Some(staged) = dissolved(ctx) else { return out.has_none(Topic::SessionContent) };
            if !has_ended(ctx, RoleDispute) || !ctx.ordinary_middle().any(|row| row.on > staged) {
                return out.does_not_apply();
            }
            let strategies = worked_by(ctx, None).shown.strategies;
            if !strategies.contains(Strategy::DisputeMourning) && !strategies.areas().contains(RoleTransition) {
                out.lacks(NEVER, Topic::SessionContent, MIDDLE, values! { staged });
            }
        },
    };
}

/// The day on which a dispute was found to be in dissolution, if that is its last stage.
fn dissolved(ctx: &Ctx<'_>) -> Option<chrono::NaiveDate> {
    ctx.last::<DisputeStaged>()
        .filter(|(_, staged)| staged.stage == DisputeStage::Dissolution)
        .map(|(row, _)| row.on)
}

/// Whether talk with the other person gives way to something else: to mourning, or to safety, of
/// which another rule speaks.
fn gives_way(ctx: &Ctx<'_>) -> bool {
    dissolved(ctx).is_some() || is_unsafe_to_raise(ctx)
}
