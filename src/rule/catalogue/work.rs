//! Work on the areas: IPT-130 to IPT-151.

use chrono::NaiveDate;

use super::{
    middle::{self, Worked, agreements, lacks_both, notes},
    old_rules,
};
use crate::{
    area::{DisputeStage, FocusItem, FocusStatus, ProblemArea, Strategy, StrategySet},
    base::{date::Precision, text::FreeText},
    entry::Seq,
    needed::{self, Needed, Shown},
    phase::Phase,
    record::{
        Fact, FactKind,
        focus::{DeficitsDetailed, FocusAgreed, PatientResponse, TransitionDetailed},
        session::DecidedBy,
    },
    rule::{Ctx, OldEvidence, FactRow, Place, Severity, Sink},
    source::SourceId,
    technique::Technique,
    topic::Topic,
};

old_rules! {
    /// In grief the relationship and what happened around the death are told early in the middle phase.
    ///
    /// ## Why
    /// Mourning goes through the whole story; feelings and new ties come after it.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. Told later, the finding stays and is marked as remedied.
    GRIEF_STORY_TOLD = {
        code: "IPT-130", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [
            "middle.explored_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min",
        ],
        basis: Practice,
        sources: [SourceId::SLIDES_MIDDLE_SESSIONS.at("grief"), SourceId::DESIGN.at("by when")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            explored(ctx, out, ProblemArea::Grief, |worked| {
                has_all(worked, &[Strategy::GriefRelationship, Strategy::GriefDeathSequence])
            });
        },
    };

    /// In grief good and difficult feelings about the person are explored before the middle phase ends.
    ///
    /// ## Why
    /// Where only one side can be felt, mourning stands still.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    GRIEF_BOTH_FEELINGS = {
        code: "IPT-131", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent], parameters: [],
        basis: Practice,
        sources: [SourceId::SLIDES_MIDDLE_SESSIONS.at("grief"), SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            needed_by_the_end(ctx, out, &needed::GRIEF_FEELINGS, None);
        },
    };

    /// In grief the way back to people is begun before the middle phase ends.
    ///
    /// ## Why
    /// Mourning and finding people and interests again are the two goals of work on grief.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    GRIEF_RECONNECTION = {
        code: "IPT-132", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2018.at("grief, its two goals")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            needed_by_the_end(ctx, out, &needed::GRIEF_RECONNECTION, None);
        },
    };

    /// In grief there is a plan for an anniversary that falls within the contract.
    ///
    /// ## Why
    /// Grief often comes back on such a day; a plan made beforehand makes it easier to bear.
    ///
    /// ## When it does not apply
    /// Other areas, losses whose day or month is not known, and anniversaries before or after treatment.
    ANNIVERSARY_PLANNED = {
        code: "IPT-133", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [InitialTasks], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("anniversaries")], since: FIRST,
        remedies: [DoItNext, RecordIt],
        check: |ctx, out| {
            if !ctx.state().active_areas().contains(ProblemArea::Grief) {
                return out.does_not_apply();
            }
            let last = ctx.facts(FactKind::GriefDetailed).next_back();
            let Some((row, Fact::GriefDetailed(detail))) = last else { return out.has_none(Topic::InitialTasks) };
            let Some(when) = detail.when else { return out.has_none(Topic::InitialTasks) };
            if when.precision == Precision::Year {
                return out.does_not_apply();
            }
            let from = ctx.held().next().map_or(ctx.state().opened_on(), |first| first.on);
            let until = contract_end(ctx).or(ctx.held().next_back().map(|last| last.on)).unwrap_or(from);
            let falls = years(from, until).any(|year| {
                let day = chrono::Datelike::with_year(&when.on, year);
                day.is_some_and(|day| day > when.on && from <= day && day <= until)
            });
            if !falls {
                return out.does_not_apply();
            }
            if is_blank(detail.anniversary_plan.as_ref()) {
                out.old_lacks(Topic::InitialTasks, Place::Entry(row.seq), OldEvidence::Nothing {});
            }
        },
    };

    /// In a dispute the stage is determined in one of the first middle sessions.
    ///
    /// ## Why
    /// Renegotiation, impasse and dissolution each have a task of their own; without the stage the work has no
    /// direction.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. Determined later, the finding stays and is marked as
    /// remedied.
    DISPUTE_STAGED = {
        code: "IPT-134", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["middle.stage_by"],
        basis: Practice,
        sources: [
            SourceId::SLIDES_ROLE_DISPUTES.at("stages"), SourceId::ISIPT_QUESTIONS.at("disputes"),
            SourceId::DESIGN.at("by when"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let by = ctx.spec().middle.stage_by.value;
            if !middle::is_worked_on(ctx, ProblemArea::RoleDispute) || !middle::is_due(ctx, by) {
                return out.does_not_apply();
            }
            let due = middle::due_day(ctx, by);
            let staged = ctx.facts(FactKind::DisputeStaged).next();
            if staged.is_none_or(|(row, _)| due.is_some_and(|due| row.on > due)) {
                let finding = out.old_lacks(Topic::SessionContent, Place::Phase(Phase::Middle), OldEvidence::Nothing {});
                if let Some((row, _)) = staged {
                    finding.remedied_by(row.seq);
                }
            }
        },
    };

    /// When the stage of a dispute changes, the plan changes with it.
    ///
    /// ## Why
    /// Each stage has a task of its own, so that what was planned for one does not fit the next.
    ///
    /// ## When it does not apply
    /// The first stage, and a stage that is recorded again unchanged.
    STAGE_CHANGE_HAS_PLAN = {
        code: "IPT-135", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent], parameters: [],
        basis: Practice, sources: [SourceId::SLIDES_ROLE_DISPUTES.at("each stage has its task")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut stage: Option<DisputeStage> = None;
            let mut changed = false;
            for (row, fact) in ctx.facts(FactKind::DisputeStaged) {
                let Fact::DisputeStaged(staged) = fact else { continue };
                if stage.is_some_and(|before| before != staged.stage) {
                    changed = true;
                    if is_blank(staged.plan.as_ref()) {
                        out.old_lacks(Topic::SessionContent, Place::Entry(row.seq), OldEvidence::Matter { name: "plan" });
                    }
                }
                stage = Some(staged.stage);
            }
            if !changed {
                out.has_none(Topic::SessionContent);
            }
        },
    };

    /// In a dispute an exchange between the two is taken apart in one of the first middle sessions.
    ///
    /// ## Why
    /// What was said, meant and heard shows what each expects.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. Done later, the finding stays and is marked as remedied.
    DISPUTE_COMMUNICATION_ANALYSED = {
        code: "IPT-136", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["middle.analysis_by"],
        basis: Unseen,
        sources: [SourceId::KNOWLEDGE.at("communication analysis in disputes"), SourceId::DESIGN.at("by when")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let by = ctx.spec().middle.analysis_by.value;
            by_session(ctx, out, ProblemArea::RoleDispute, by, |worked| {
                worked.techniques.contains(Technique::CommunicationAnalysis)
            });
        },
    };

    /// In a dispute more than one option is on the table early in the middle phase.
    ///
    /// ## Why
    /// Who sees one way alone has nothing to choose; options are listed before one of them is tried.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. Done later, the finding stays and is marked as remedied.
    DISPUTE_OPTIONS_LISTED = {
        code: "IPT-137", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [
            "middle.explored_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min",
        ],
        basis: Practice,
        sources: [
            SourceId::SLIDES_ROLE_DISPUTES.at("plan of action"), SourceId::SLIDES_MIDDLE_SESSIONS.at("disputes"),
            SourceId::DESIGN.at("by when"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| explored(ctx, out, ProblemArea::RoleDispute, |worked| worked.choice),
    };

    /// In a dispute the decision is the patient's own.
    ///
    /// ## Why
    /// The therapist favours no outcome.
    ///
    /// ## When it does not apply
    /// Other areas. A decision taken together is the patient's too.
    DECISION_IS_THE_PATIENTS = {
        code: "IPT-138", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent], parameters: [],
        basis: Practice, sources: [SourceId::SLIDES_ROLE_DISPUTES.at("the therapist favours no outcome")], since: FIRST,
        remedies: [CorrectEntry, DoItNext, DiscussInSupervision],
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, ProblemArea::RoleDispute) {
                return out.does_not_apply();
            }
            for (row, note) in notes(ctx) {
                if note.decided_by == Some(DecidedBy::Other) {
                    out.old_finds(ctx.place(row), OldEvidence::Nothing {});
                }
            }
        },
    };

    /// A dispute in dissolution is mourned, or worked on as a transition, before the middle phase ends.
    ///
    /// ## Why
    /// A relationship that ends is a loss; leaving it well asks for mourning, and for a step into another life.
    ///
    /// ## When it does not apply
    /// Disputes at another stage, and courses whose middle phase was broken off.
    DISSOLUTION_IS_MOURNED = {
        code: "IPT-139", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent], parameters: [],
        basis: Practice, sources: [SourceId::SLIDES_ROLE_DISPUTES.at("dissolution")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            if !middle::is_worked_on(ctx, ProblemArea::RoleDispute) {
                return out.does_not_apply();
            }
            match ctx.facts(FactKind::DisputeStaged).next_back() {
                Some((_, Fact::DisputeStaged(staged))) if staged.stage == DisputeStage::Dissolution => {}
                _ => return out.has_none(Topic::SessionContent),
            }
            by_the_end(ctx, out, ProblemArea::RoleDispute, None, |worked, _| {
                worked.strategies.contains(Strategy::DisputeMourning)
                    || worked.strategies.areas().contains(ProblemArea::RoleTransition)
            });
        },
    };

    /// In a transition both sides of both roles are reviewed early in the middle phase.
    ///
    /// ## Why
    /// What was hard about the old role and what is good about the new one are both easily overlooked.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. The strategy that reviews a role counts for both its sides,
    /// and so does the detail of the transition. Done later, the finding stays and is marked as remedied.
    BOTH_SIDES_OF_BOTH_ROLES = {
        code: "IPT-140", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent, InitialTasks],
        parameters: ["middle.explored_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min"],
        basis: Practice,
        sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies"), SourceId::DESIGN.at("by when")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let area = ProblemArea::RoleTransition;
            if !middle::is_worked_on(ctx, area) || !middle::is_due(ctx, middle::half(ctx)) {
                return out.does_not_apply();
            }
            let by = |day: Option<NaiveDate>| {
                let strategies = middle::worked_by(ctx, day).strategies;
                let told = |sides: fn(&TransitionDetailed) -> [Option<&FreeText>; 2]| {
                    ctx.facts(FactKind::TransitionDetailed).any(|(row, fact)| {
                        day.is_none_or(|day| row.on <= day)
                            && matches!(fact, Fact::TransitionDetailed(detail)
                                if !sides(detail).into_iter().any(is_blank))
                    })
                };
                let old = strategies.contains(Strategy::TransitionOldRole)
                    || told(|detail| [detail.old_positive.as_ref(), detail.old_negative.as_ref()]);
                let new = strategies.contains(Strategy::TransitionNewRole)
                    || told(|detail| [detail.new_positive.as_ref(), detail.new_negative.as_ref()]);
                (old, new)
            };
            let missing = match by(middle::due_day(ctx, middle::half(ctx))) {
                (true, true) => return,
                (false, true) => "old_role",
                (true, false) => "new_role",
                (false, false) => "old_and_new_role",
            };
            let evidence = OldEvidence::Matter { name: missing };
            let topics = [Topic::InitialTasks, Topic::SessionContent];
            let finding = lacks_both(ctx, out, topics, Place::Phase(Phase::Middle), evidence);
            let shows = |kind| matches!(kind, FactKind::Session | FactKind::TransitionDetailed);
            let mut later = ctx.all_facts().filter(|(row, _)| shows(row.kind));
            if let Some((row, _)) = later.find(|(row, _)| by(Some(row.on)) == (true, true)) {
                finding.remedied_by(row.seq);
            }
        },
    };

    /// In a transition skills for the new role do not come before any work on what is lost.
    ///
    /// ## Why
    /// The source has the old role taken leave of before the new one is begun.
    ///
    /// ## When it does not apply
    /// Other areas. Both in one session are in order; so is mobilising support.
    LOSS_BEFORE_SKILLS = {
        code: "IPT-141", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent], parameters: [],
        basis: Practice, sources: [SourceId::NICEDAY.at("letting go before starting anew")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            const LOST: StrategySet = StrategySet::of(&[
                Strategy::TransitionOldRole,
                Strategy::TransitionLoss,
                Strategy::TransitionAppraisal,
            ]);
            if !middle::is_worked_on(ctx, ProblemArea::RoleTransition) {
                return out.does_not_apply();
            }
            for (row, note) in middle::held_notes(ctx) {
                if !note.strategies.intersection(LOST).is_empty() {
                    break;
                }
                // The strategy stands for support as well as for skills.
                let support = note.techniques.contains(Technique::SupportMobilisation);
                if note.strategies.contains(Strategy::TransitionSkills) && !support {
                    // It may have come before the record begins, or in a session whose content is not reported.
                    let mut before = ctx.held().take_while(|held| held.on <= row.on);
                    if ctx.began_midway() || before.any(|held| !ctx.reports(Topic::SessionContent, held.on)) {
                        out.cannot_tell(Topic::SessionContent, ctx.place(row));
                    } else {
                        out.old_lacks(Topic::SessionContent, ctx.place(row), OldEvidence::Nothing {});
                    }
                    break;
                }
            }
        },
    };

    /// In a transition a step towards support or skills is taken or planned before the middle phase ends.
    ///
    /// ## Why
    /// The new role is lived with people and skills that the old one did not ask for.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    TRANSITION_STEP = {
        code: "IPT-142", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent, InitialTasks], parameters: [],
        basis: Practice, sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let steps = details(ctx, |detail: &TransitionDetailed| detail.steps.as_ref());
            by_the_end(ctx, out, ProblemArea::RoleTransition, Some(steps), |worked, steps| {
                worked.strategies.contains(Strategy::TransitionSkills)
                    || worked.techniques.contains(Technique::SupportMobilisation)
                    || steps
            });
        },
    };

    /// With deficits, life events are asked about again by mid-course, and a new one makes the focus a question.
    ///
    /// ## Why
    /// Deficits are chosen when no event explains the episode. An event that comes up changes that.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far. A new event makes the focus a question once another session
    /// was held. Asked later, the finding stays and is marked as remedied.
    DEFICITS_EVENTS_REASKED = {
        code: "IPT-143", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent, Agreements, Measures],
        parameters: ["measurement.review_by", "initial.sessions_usual"],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("deficits"), SourceId::DESIGN.at("by when")], since: FIRST,
        remedies: [DoItNext, RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let by = middle::mid_course(ctx);
            by_session(ctx, out, ProblemArea::InterpersonalDeficits, by, |worked| worked.events_reasked);
            if !middle::is_worked_on(ctx, ProblemArea::InterpersonalDeficits) {
                return;
            }
            let Some((agreed, _)) = agreements(ctx).next() else { return };
            let considered = [
                FactKind::FocusAgreed,
                FactKind::FormulationGiven,
                FactKind::AreaConsidered,
                FactKind::ReviewHeld,
            ];
            for (event, _) in ctx.facts(FactKind::LifeEventRecorded).filter(|(event, _)| event.on > agreed.on) {
                let reconsidered =
                    considered.into_iter().any(|kind| ctx.facts(kind).any(|(later, _)| later.on >= event.on));
                if !reconsidered && ctx.held().any(|session| session.on > event.on) {
                    let evidence = OldEvidence::Matter { name: "focus_reconsidered" };
                    lacks_both(ctx, out, [Topic::Measures, Topic::Agreements], Place::Entry(event.seq), evidence);
                }
            }
        },
    };

    /// With deficits, past ties, patterns and the tie to the therapist are looked at before the middle phase ends.
    ///
    /// ## Why
    /// Where no event explains the episode, the way in which the patient deals with people, therapist included, is the
    /// material.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    DEFICITS_PATTERNS_NAMED = {
        code: "IPT-144", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent, InitialTasks], parameters: [],
        basis: Practice,
        sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("strategies"), SourceId::TEXTBOOK_TABLES.at("deficits")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let named = details(ctx, |detail: &DeficitsDetailed| detail.patterns.as_ref());
            needed_by_the_end(ctx, out, &needed::DEFICITS_PATTERNS, Some(named));
        },
    };

    /// With deficits, contact is tried and looked at before the middle phase ends.
    ///
    /// ## Why
    /// Isolation does not yield to talk; an attempt that was looked at afterwards does more.
    ///
    /// ## When it does not apply
    /// Other areas, and courses whose middle phase was broken off.
    DEFICITS_CONTACT_TRIED = {
        code: "IPT-145", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent, InitialTasks], parameters: [],
        basis: Practice,
        sources: [SourceId::KAPLAN_SADOCK_SYNOPSIS.at("new ties"), SourceId::DESIGN.at("tried and reviewed")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let contacts = details(ctx, |detail: &DeficitsDetailed| detail.contacts.as_ref());
            needed_by_the_end(ctx, out, &needed::DEFICITS_CONTACT, Some(contacts));
        },
    };

    /// A second item takes no more than its share of the sessions on the focus.
    ///
    /// ## Why
    /// The first item carries the formulation; when most of the work is elsewhere, the focus is another one.
    ///
    /// ## When it does not apply
    /// One item alone, and courses that did not get to mid-course. A session on both counts for the first.
    SECOND_ITEM_HAS_ITS_SHARE = {
        code: "IPT-146", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent],
        parameters: ["focus.secondary_share", "measurement.review_by", "initial.sessions_usual"],
        basis: Design, sources: [SourceId::DESIGN.at("share of a second item")], since: FIRST,
        remedies: [ReviewFormulation, RecordIt],
        check: |ctx, out| {
            let (mut part, mut whole, mut second) = (0_u32, 0_u32, false);
            for (row, note) in notes(ctx) {
                let Some(focus) = middle::focus_on(ctx, row.on) else { continue };
                let areas = middle::areas_of(note).intersection(focus.areas);
                let Some(primary) = focus.primary.filter(|_| !areas.is_empty()) else { continue };
                second |= focus.areas != primary.into();
                whole += 1;
                part += u32::from(!areas.contains(primary));
            }
            if !second || !middle::is_due(ctx, middle::mid_course(ctx)) {
                return out.does_not_apply();
            }
            let share = ctx.spec().focus.secondary_share.value;
            if share.of_is_exceeded_by(whole, part) {
                let evidence = OldEvidence::Share { part, whole, num: share.num.into(), den: share.den.into() };
                out.old_lacks(Topic::SessionContent, Place::Phase(Phase::Middle), evidence);
            }
        },
    };

    /// The focus is not changed when most of the sessions are over.
    ///
    /// ## Why
    /// A new focus needs time that is no longer there.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions. Ending an item, or setting one aside, is no change.
    NO_LATE_CHANGE_OF_FOCUS = {
        code: "IPT-147", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [Agreements, Sessions], holds_if_reported: [Agreements],
        parameters: ["middle.settled_by"],
        basis: Design, sources: [SourceId::DESIGN.at("late change of focus")], since: FIRST,
        remedies: [ReviewFormulation, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let share = ctx.spec().middle.settled_by.value;
            for change in changes(ctx) {
                let mut before = ctx.sessions().iter().rev().filter(|row| row.acute);
                let Some(row) = before.find(|row| row.on <= change.row.on) else { continue };
                if row.planned == 0 {
                    continue;
                }
                if share.of_is_exceeded_by(row.planned.into(), row.slots.into()) {
                    let evidence = OldEvidence::Share {
                        part: row.slots.into(),
                        whole: row.planned.into(),
                        num: share.num.into(),
                        den: share.den.into(),
                    };
                    out.old_finds(Place::Entry(change.row.seq), evidence).see(ctx.place(row));
                } else if !ctx.reports(Topic::Sessions, change.row.on) {
                    // More of them may have been held.
                    out.cannot_tell(Topic::Sessions, Place::Entry(change.row.seq));
                }
            }
            if ctx.state().planned().is_none() {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The focus is changed no more often than the protocol provides for.
    ///
    /// ## Why
    /// A short treatment carries one formulation; a change can be a good decision, one after another is a sign to take
    /// stock.
    ///
    /// ## When it does not apply
    /// Ending an item, or setting one aside, is no change. How often it was changed before a record that begins in
    /// mid-course cannot be told.
    FEW_CHANGES_OF_FOCUS = {
        code: "IPT-148", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: ["middle.changes_max"],
        basis: Design, sources: [SourceId::DESIGN.at("changes of focus")], since: FIRST,
        remedies: [ReviewFormulation, DiscussInSupervision, JustifyByWaiver],
        check: |ctx, out| {
            let most = u32::from(ctx.spec().middle.changes_max.value);
            let mut within = true;
            for (found, change) in (1..).zip(changes(ctx)) {
                if found > most {
                    within = false;
                    out.old_finds(Place::Entry(change.row.seq), OldEvidence::TooMany { found, most });
                }
            }
            if within && ctx.began_midway() {
                out.cannot_tell(Topic::Agreements, Place::Course);
            }
        },
    };

    /// A change of focus has a trigger, a reason, a new formulation and the patient's agreement to it.
    ///
    /// ## Why
    /// The focus is agreed on the basis of a formulation, and so is another one. What is missing is a warning; a focus
    /// that was changed although the patient rejected its formulation is an error, since all variants agree on their
    /// focus.
    ///
    /// ## When it does not apply
    /// Ending an item, or setting one aside, is no change. Where a formulation follows later, or is accepted later, the
    /// finding stays as a warning and is marked as remedied.
    CHANGE_OF_FOCUS_IS_FOUNDED = {
        code: "IPT-149", severity: Error, clause: Shared, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: [],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated"),
            SourceId::MARKOWITZ_HANDBOOK.at("formulation"),
        ],
        since: FIRST,
        remedies: [RecordIt, ReviewFormulation, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            for change in changes(ctx) {
                let place = Place::Entry(change.row.seq);
                lacking(ctx, &change, |lacking| {
                    let (finding, later) = match lacking {
                        Lacking::Part { name, later } => {
                            let evidence = OldEvidence::Matter { name };
                            (out.old_lacks_as(Severity::Warning, Topic::Agreements, place, evidence), later)
                        }
                        Lacking::Consent { rejected, later } => {
                            let weight = if later.is_some() { Severity::Warning } else { Severity::Error };
                            let evidence = OldEvidence::Matter { name: "formulation_rejected" };
                            (out.old_finds_as(weight, place, evidence).see(Place::Entry(rejected)), later)
                        }
                    };
                    if let Some(by) = later {
                        finding.remedied_by(by);
                    }
                });
            }
        },
    };

    /// Before the middle phase ends it is assessed how far each active area is worked through.
    ///
    /// ## Why
    /// The ending looks back on what was reached; that is hard to say without having looked at each area.
    ///
    /// ## When it does not apply
    /// Foci that are none of the four, and courses whose middle phase was broken off. What was assessed later counts.
    MARKERS_ASSESSED = {
        code: "IPT-150", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [SessionContent], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("completion markers")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let areas = ctx.state().active_areas();
            if areas.is_empty() || ctx.ordinary_middle().next().is_none() || !middle::is_over(ctx) {
                return out.does_not_apply();
            }
            for area in areas.iter() {
                let assessed = ctx.facts(FactKind::MarkersAssessed).any(
                    |(_, fact)| matches!(fact, Fact::MarkersAssessed(assessed) if assessed.area == area),
                );
                if !assessed {
                    out.old_lacks(Topic::SessionContent, Place::Phase(Phase::Middle), OldEvidence::Area { area });
                }
            }
        },
    };

    /// The focus stays as it was first agreed.
    ///
    /// ## Why
    /// A change of focus that was talked over and agreed is good practice, and an event that a reader of the course
    /// wants to see.
    ///
    /// ## When it does not apply
    /// A change that lacks its trigger, its reason, a new formulation or the patient's agreement has a rule of its own.
    /// Ending an item, or setting one aside, is no change.
    FOCUS_CHANGED_BY_AGREEMENT = {
        code: "IPT-151", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            for change in changes(ctx) {
                let mut founded = true;
                lacking(ctx, &change, |_| founded = false);
                if founded {
                    let trigger = change.agreed.trigger;
                    let evidence = trigger.map_or(OldEvidence::Nothing {}, |why| OldEvidence::Matter { name: why.name() });
                    out.old_finds(Place::Entry(change.row.seq), evidence).see(Place::Entry(change.before.seq));
                } else {
                    out.does_not_apply();
                }
            }
        },
    };
}

/// What explores the ground of an area, in a course with this focus.
fn explored(ctx: &Ctx<'_>, out: &mut Sink<'_>, area: ProblemArea, done: impl Fn(Worked) -> bool) {
    by_session(ctx, out, area, middle::half(ctx), done);
}

/// What is asked for by so many middle sessions of a course with this focus. Done later, it is remedied.
fn by_session(ctx: &Ctx<'_>, out: &mut Sink<'_>, area: ProblemArea, sessions: u16, done: impl Fn(Worked) -> bool) {
    if !middle::is_worked_on(ctx, area) || !middle::is_due(ctx, sessions) {
        return out.does_not_apply();
    }
    if !done(middle::worked_by(ctx, middle::due_day(ctx, sessions))) {
        let finding = out.old_lacks(Topic::SessionContent, Place::Phase(Phase::Middle), OldEvidence::Area { area });
        if let Some(row) = ctx.held().find(|row| done(middle::worked_by(ctx, Some(row.on)))) {
            finding.remedied_by(row.seq);
        }
    }
}

/// What is asked for before the middle phase of a course with this focus ends. What was done in the ending counts.
/// Where the detail of the area may show it as well, it is passed whether it does.
fn by_the_end(
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    area: ProblemArea,
    detail: Option<bool>,
    done: impl Fn(Worked, bool) -> bool,
) {
    if !middle::is_worked_on(ctx, area) || !middle::is_over(ctx) {
        return out.does_not_apply();
    }
    let worked = middle::worked_by(ctx, None);
    if done(worked, detail == Some(true)) {
        return;
    }
    let (place, evidence) = (Place::Phase(Phase::Middle), OldEvidence::Area { area });
    if detail.is_some() && done(worked, true) {
        lacks_both(ctx, out, [Topic::InitialTasks, Topic::SessionContent], place, evidence);
    } else {
        out.old_lacks(Topic::SessionContent, place, evidence);
    }
}

/// The strategies that an area needs. What a detail of the area shows beside the notes is that for which the rule reads it.
fn needed_by_the_end(ctx: &Ctx<'_>, out: &mut Sink<'_>, needed: &Needed, detail: Option<bool>) {
    by_the_end(ctx, out, needed.area, detail, |worked, detail| {
        let Worked { strategies, techniques, agreed, reviewed, .. } = worked;
        let shown = Shown { strategies, techniques, agreed, reviewed, patterns: detail, contacts: detail };
        shown.strategies().includes(needed.strategies)
    });
}

fn has_all(worked: Worked, strategies: &[Strategy]) -> bool {
    strategies.iter().all(|&strategy| worked.strategies.contains(strategy))
}

fn is_blank(text: Option<&FreeText>) -> bool {
    text.is_none_or(FreeText::is_blank)
}

/// The detail of an area, as one of its facts has it.
trait Detail: Sized {
    const KIND: FactKind;

    fn of(fact: &Fact) -> Option<&Self>;
}

impl Detail for TransitionDetailed {
    const KIND: FactKind = FactKind::TransitionDetailed;

    fn of(fact: &Fact) -> Option<&Self> {
        match fact {
            Fact::TransitionDetailed(detail) => Some(detail),
            _ => None,
        }
    }
}

impl Detail for DeficitsDetailed {
    const KIND: FactKind = FactKind::DeficitsDetailed;

    fn of(fact: &Fact) -> Option<&Self> {
        match fact {
            Fact::DeficitsDetailed(detail) => Some(detail),
            _ => None,
        }
    }
}

/// Whether the detail of an area says something.
fn details<D: Detail>(ctx: &Ctx<'_>, text: impl Fn(&D) -> Option<&FreeText>) -> bool {
    ctx.facts(D::KIND).any(|(_, fact)| D::of(fact).is_some_and(|detail| !is_blank(text(detail))))
}

/// The focus is changed: an item is active that was not before.
struct Change<'a> {
    before: FactRow,
    row: FactRow,
    agreed: &'a FocusAgreed,
}

fn changes<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Change<'a>> + use<'a> {
    let active = |agreed: &'a FocusAgreed| agreed.items.iter().filter(|item| item.status == FocusStatus::Active);
    let same = |a: &FocusItem, b: &FocusItem| a.on == b.on && a.specialisation == b.specialisation;
    agreements(ctx).zip(agreements(ctx).skip(1)).filter_map(move |((before, old), (row, agreed))| {
        let changed = active(agreed).any(|item| !active(old).any(|known| same(known, item)));
        changed.then_some(Change { before, row, agreed })
    })
}

/// What a change of focus lacks.
enum Lacking {
    /// A part that is not on record, or came later.
    Part { name: &'static str, later: Option<Seq> },
    /// The patient rejected the formulation, and accepted it later or did not.
    Consent { rejected: Seq, later: Option<Seq> },
}

/// Tells what a change of focus lacks of what carries it.
fn lacking(ctx: &Ctx<'_>, change: &Change<'_>, mut lacks: impl FnMut(Lacking)) {
    if change.agreed.trigger.is_none() {
        lacks(Lacking::Part { name: "trigger", later: None });
    }
    if is_blank(change.agreed.reason.as_ref()) {
        lacks(Lacking::Part { name: "reason", later: None });
    }
    let given = |from: FactRow, until: NaiveDate| {
        ctx.facts(FactKind::FormulationGiven)
            .rfind(|(row, _)| (row.on, row.seq) > (from.on, from.seq) && row.on <= until)
            .map(|(row, _)| row)
    };
    let Some(formulation) = given(change.before, change.row.on) else {
        let later = given(change.row, ctx.as_of()).map(|row| row.seq);
        return lacks(Lacking::Part { name: "new_formulation", later });
    };
    let answers = || {
        ctx.facts(FactKind::FormulationAnswered).filter_map(|(row, fact)| match fact {
            Fact::FormulationAnswered(answer) if row.on >= formulation.on => Some((row, answer.response)),
            _ => None,
        })
    };
    let accepts = |response| matches!(response, PatientResponse::Accepted | PatientResponse::AcceptedWithChanges);
    // The last answer by the day of the change, or the first that came later.
    let by_then = answers().take_while(|(row, _)| row.on <= change.row.on).last();
    let Some((row, response)) = by_then.or_else(|| answers().next()) else {
        return lacks(Lacking::Part { name: "agreement_to_the_new_formulation", later: None });
    };
    let later = || {
        let mut later = answers().filter(|(at, _)| (at.on, at.seq) > (row.on, row.seq));
        later.find(|(_, response)| accepts(*response)).map(|(at, _)| at.seq)
    };
    match response {
        PatientResponse::Accepted | PatientResponse::AcceptedWithChanges => {}
        PatientResponse::Rejected => lacks(Lacking::Consent { rejected: row.seq, later: later() }),
        PatientResponse::Pending => {
            lacks(Lacking::Part { name: "agreement_to_the_new_formulation", later: later() });
        }
    }
}

/// The planned day of the last session under the acute contract in force.
fn contract_end(ctx: &Ctx<'_>) -> Option<NaiveDate> {
    let agreed = ctx.facts(FactKind::ContractAgreed).filter_map(|(row, fact)| match fact {
        Fact::ContractAgreed(agreed) => Some((row, agreed.ends_on?)),
        _ => None,
    });
    let amended = ctx.facts(FactKind::ContractAmended).filter_map(|(row, fact)| match fact {
        Fact::ContractAmended(amended) => Some((row, amended.ends_on?)),
        _ => None,
    });
    let acute = agreed.chain(amended).filter(|(row, _)| row.phase.is_acute());
    acute.max_by_key(|(row, _)| (row.on, row.seq)).map(|(_, end)| end)
}

fn years(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = i32> {
    use chrono::Datelike as _;
    from.year()..=until.year()
}
