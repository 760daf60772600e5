//! Session content: IPT-110 to IPT-128.

use super::{
    middle::{self, held_notes, lacks_both, notes, runs, slot, treatment_notes, works_on},
    old_rules,
};
use crate::{
    phase::Phase,
    protocol::{Format, Level, Proscription},
    record::{FactKind, session::SessionKind},
    rule::{Ctx, OldEvidence, Place, SessionRow, Severity},
    source::SourceId,
    task::{EndingTask, Stated, Task},
    technique::{Extent, Technique},
    topic::Topic,
};

old_rules! {
    /// A middle session opens with the time since the last one.
    ///
    /// ## Why
    /// What happened between sessions, and how it felt, is what the session works on.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis.
    OPENING_ABOUT_THE_TIME_SINCE = {
        code: "IPT-110", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
        basis: Manual, sources: [SourceId::IPT_UK.at("middle sessions"), SourceId::MARKOWITZ_2017.at("ch. 6")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut any = false;
            for (row, note) in notes(ctx) {
                any = true;
                slot(ctx, out, row, note.opening);
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// Symptoms are asked about or rated in each session.
    ///
    /// ## Why
    /// All variants follow the symptoms through treatment. A session without is a warning. A course in which they were
    /// never asked about nor rated, over more sessions than may pass without a score, is an error; until the initial
    /// phase is over, each session is a warning.
    ///
    /// ## When it does not apply
    /// Courses in which no acute session was held. A score taken in the session counts as asking.
    SYMPTOMS_ARE_FOLLOWED = {
        code: "IPT-111", severity: Error, clause: Shared, kind: Content,
        moments: [Recording], topics: [SessionContent, Measures], parameters: ["measurement.max_gap"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2006.at("scales, repeated"), SourceId::THERAPY_YORK.at("symptom review")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut held = 0_u32;
            let mut followed = ctx.kinds().contains(FactKind::Scored);
            let mut stated = true;
            let mut each = true;
            for (_, note) in held_notes(ctx) {
                held += 1;
                let done = note.symptom_check.is_done() || !note.scores.is_empty();
                followed |= done;
                each &= done;
                stated &= note.symptom_check != Stated::NotReported;
            }
            if held == 0 {
                return out.does_not_apply();
            }
            if each {
                return;
            }
            // Until the initial phase is over it is late, not absent altogether.
            let altogether = !followed && ctx.state().phase() > Phase::Initial;
            if altogether && held > ctx.spec().measurement.max_gap.value.into() {
                let evidence = OldEvidence::TooFew { found: 0, least: 1 };
                if stated && !ctx.began_midway() {
                    out.old_finds(Place::Course, evidence);
                } else {
                    lacks_both(ctx, out, [Topic::Measures, Topic::SessionContent], Place::Course, evidence);
                }
                return;
            }
            for (row, note) in held_notes(ctx).filter(|(_, note)| note.scores.is_empty()) {
                match note.symptom_check {
                    Stated::Done => {}
                    Stated::NotDone => {
                        out.old_finds_as(Severity::Warning, ctx.place(row), OldEvidence::Nothing {});
                    }
                    Stated::NotReported => {
                        let place = ctx.place(row);
                        out.old_lacks_as(Severity::Warning, Topic::SessionContent, place, OldEvidence::Nothing {});
                    }
                }
            }
        },
    };

    /// A middle session links mood and events.
    ///
    /// ## Why
    /// The link, both ways, is the thread of the treatment.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis. The technique of that name counts.
    MOOD_AND_EVENTS_ARE_LINKED = {
        code: "IPT-112", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
        basis: Manual, sources: [SourceId::IPT_UK.at("middle sessions"), SourceId::MARKOWITZ_2017.at("ch. 3")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut any = false;
            for (row, note) in notes(ctx) {
                any = true;
                if !note.techniques.contains(Technique::LinkingMoodEvent) {
                    slot(ctx, out, row, note.mood_event_link);
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A middle session works on the focus.
    ///
    /// ## Why
    /// The strategies of the agreed area are what is specific to IPT.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis. A focus item that the note names counts where no strategy says so. Where a dispute
    /// is in dissolution, work on the transition out of it counts.
    STRATEGY_OF_THE_FOCUS = {
        code: "IPT-113", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("ch. 6"), SourceId::LIPSITZ_MARKOWITZ_2013.at("strategies")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, ReviewFormulation],
        check: |ctx, out| {
            let mut any = false;
            for (row, note) in notes(ctx) {
                any = true;
                if !works_on(note, middle::focus_on(ctx, row.on)) {
                    out.old_lacks(Topic::SessionContent, ctx.place(row), OldEvidence::Nothing {});
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// Work on the focus does not stop for several sessions.
    ///
    /// ## Why
    /// A session may go elsewhere. When several do, the focus has changed without anybody saying so, or was lost.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis neither count nor end a run.
    FOCUS_IS_KEPT = {
        code: "IPT-114", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["focus.off_focus_run"],
        basis: Design, sources: [SourceId::DESIGN.at("sessions off the focus")], since: FIRST,
        remedies: [RecordIt, ReviewFormulation, DiscussInSupervision],
        check: |ctx, out| {
            let sessions = notes(ctx).map(|(row, note)| {
                let worked = works_on(note, middle::focus_on(ctx, row.on));
                (row, if worked { Stated::Done } else { Stated::NotReported })
            });
            runs(ctx, out, ctx.spec().focus.off_focus_run.value, sessions);
            applies_to_middle(ctx, out);
        },
    };

    /// The areas worked on are those that were agreed.
    ///
    /// ## Why
    /// Work on another area is a change of focus that was not agreed.
    ///
    /// ## When it does not apply
    /// Before a focus was agreed: early work has its own rule. Sessions given to a crisis. On the day of a change both
    /// foci count, and where a dispute is in dissolution, the transition out of it does.
    AREAS_WORKED_ON_ARE_ACTIVE = {
        code: "IPT-115", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent, Agreements], holds_if_reported: [SessionContent], parameters: [],
        basis: Manual, sources: [SourceId::IPT_UK.at("middle sessions keep to the focus")], since: FIRST,
        remedies: [CorrectEntry, RecordIt, ReviewFormulation],
        check: |ctx, out| {
            let mut any = false;
            for (row, note) in notes(ctx) {
                let Some(focus) = middle::focus_on(ctx, row.on) else { continue };
                any = true;
                let allowed = focus.allowed();
                let found = middle::areas_of(note).difference(allowed);
                if !found.is_empty() {
                    out.old_lacks(Topic::Agreements, ctx.place(row), OldEvidence::Areas { found, allowed });
                }
            }
            if ctx.ordinary_middle().next().is_none() {
                out.does_not_apply();
            } else if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// In a dispute or a transition, exploring leads to options well before the middle phase is over.
    ///
    /// ## Why
    /// Insight alone changes little between people: options, decisions, rehearsals and attempts do.
    ///
    /// ## When it does not apply
    /// Other areas, and courses that did not get so far.
    EXPLORING_LEADS_TO_OPTIONS = {
        code: "IPT-116", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent],
        parameters: ["middle.acting_by", "dose.sessions", "initial.sessions_usual", "ending.sessions_min"],
        basis: Practice,
        sources: [SourceId::SLIDES_ROLE_DISPUTES.at("from exploring to action"), SourceId::DESIGN.at("by when")], since: FIRST,
        remedies: [RecordIt, DoItNext, DiscussInSupervision],
        check: |ctx, out| {
            use crate::ProblemArea::{RoleDispute, RoleTransition};
            let due = middle::part(ctx.spec().middle.acting_by.value, middle::expected(ctx));
            let applies = middle::is_worked_on(ctx, RoleDispute) || middle::is_worked_on(ctx, RoleTransition);
            if !applies || !middle::is_due(ctx, due) {
                return out.does_not_apply();
            }
            let active = [
                Technique::DecisionAnalysis, Technique::RolePlay, Technique::ProblemSolving, Technique::BetweenSessionAttempt,
            ];
            let moved = |worked: middle::Worked| {
                worked.options || worked.agreed || active.iter().any(|&technique| worked.techniques.contains(technique))
            };
            if !moved(middle::worked_by(ctx, middle::due_day(ctx, due))) {
                let evidence = OldEvidence::TooFew { found: 0, least: 1 };
                let finding = out.old_lacks(Topic::SessionContent, Place::Phase(Phase::Middle), evidence);
                if let Some((row, _)) = held_notes(ctx).find(|(row, _)| moved(middle::worked_by(ctx, Some(row.on)))) {
                    finding.remedied_by(row.seq);
                }
            }
        },
    };

    /// Middle sessions take up something that happened.
    ///
    /// ## Why
    /// A concrete incident of the last days shows feelings, wishes and what was said; generalities do not.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis neither count nor end a run.
    RECENT_INCIDENTS = {
        code: "IPT-117", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["middle.incident_run"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("ch. 6, recent incidents"), SourceId::DESIGN.at("how many sessions")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let sessions = notes(ctx).map(|(row, note)| (row, note.incident));
            runs(ctx, out, ctx.spec().middle.incident_run.value, sessions);
            applies_to_middle(ctx, out);
        },
    };

    /// Affect is expressed in one of the first middle sessions.
    ///
    /// ## Why
    /// Feelings about what happens between people are the material of the work.
    ///
    /// ## When it does not apply
    /// Before so many middle sessions were held. Sessions given to a crisis do not count. What was felt in middle
    /// sessions before a record that begins in mid-course cannot be told.
    AFFECT_EARLY = {
        code: "IPT-118", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["middle.affect_by"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ch. 6"), SourceId::AMOLE_2016.at("early focus on feelings"),
            SourceId::DESIGN.at("how many sessions"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, DiscussInSupervision],
        check: |ctx, out| {
            let by = ctx.spec().middle.affect_by.value.max(1);
            let first = usize::from(by);
            // What was felt in middle sessions before the record begins is unknown.
            if ctx.began_midway() && ctx.ordinary_middle().next().is_some() {
                return out.cannot_tell(Topic::SessionContent, Place::Phase(Phase::Middle));
            }
            let sessions = notes(ctx).take(first).map(|(row, note)| {
                let expressed = note.affect.is_done() || note.techniques.contains(Technique::EncouragementOfAffect);
                (row, if expressed { Stated::Done } else { note.affect })
            });
            runs(ctx, out, by - 1, sessions);
            if ctx.ordinary_middle().count() < first {
                out.does_not_apply();
            }
        },
    };

    /// What was agreed for the time between sessions is reviewed in the next one.
    ///
    /// ## Why
    /// An attempt that nobody asks about is not tried again; what came of it is the next incident.
    ///
    /// ## When it does not apply
    /// Where nothing was agreed, or no session followed. A next session given to a crisis puts the review off to the
    /// one after it.
    ATTEMPT_IS_REVIEWED = {
        code: "IPT-119", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("between sessions"), SourceId::CGT_TEXTBOOK.at("between sessions")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut agreed: Option<&SessionRow> = None;
            let mut any = false;
            for (row, note) in held_notes(ctx) {
                if row.kind == SessionKind::Crisis && !note.reviewed.is_done() {
                    continue;
                }
                if let Some(before) = agreed.take() {
                    any = true;
                    match note.reviewed {
                        Stated::Done => {}
                        Stated::NotDone => {
                            out.old_finds(ctx.place(row), OldEvidence::Nothing {}).see(ctx.place(before));
                        }
                        Stated::NotReported => {
                            out.old_lacks(Topic::SessionContent, ctx.place(row), OldEvidence::Nothing {}).see(ctx.place(before));
                        }
                    }
                }
                if !note.agreed.is_empty() {
                    agreed = Some(row);
                }
            }
            if !any {
                out.has_none(Topic::SessionContent);
            }
        },
    };

    /// What the protocol does not do is not the main work of a session.
    ///
    /// ## Why
    /// Interpretation of the transference, systematic restructuring of thoughts or exposure as the vehicle of change
    /// are other treatments. One session is a warning. From as many sessions as the protocol says, or at once where its
    /// source forbids it outright, it is an error, if that source was published and read.
    ///
    /// ## When it does not apply
    /// What came up in passing. Something to try with people between sessions is IPT's own. What the protocol
    /// proscribes only after a phase, as talk of eating after the initial one, has its place until that phase is over.
    NO_PROSCRIBED_MAIN_WORK = {
        code: "IPT-120", severity: Error, clause: Shared, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["proscribed", "work.proscribed_error_from"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("the therapeutic relationship is not interpreted"),
            SourceId::MARKOWITZ_ADHERENCE.at("proscribed interventions"), SourceId::CGT_TEXTBOOK.at("IPT and exposure"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, DiscussInSupervision, ConsiderOtherProtocol],
        check: |ctx, out| {
            for (proscription, sessions, first, last) in off_model(ctx, Extent::Main) {
                let enough = proscription.outright || sessions >= ctx.spec().work.proscribed_error_from.value.into();
                let published = proscription.basis.is_published();
                let severity = if enough && published { Severity::Error } else { Severity::Warning };
                let evidence = OldEvidence::OffModel { activity: proscription.activity, sessions };
                let finding = out.old_finds_as(severity, ctx.place(last), evidence);
                if first.seq != last.seq {
                    finding.see(ctx.place(first));
                }
            }
        },
    };

    /// A session ends with a summary.
    ///
    /// ## Why
    /// What was understood or agreed is easier to take home when it is said once more.
    ///
    /// ## When it does not apply
    /// The initial phase, and sessions given to a crisis.
    SUMMARY_RECORDED = {
        code: "IPT-121", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("summary at the end of a session")], since: FIRST,
        remedies: [RecordIt],
        check: |ctx, out| {
            let mut any = false;
            for (row, note) in held_notes(ctx) {
                if row.phase > Phase::Initial && row.kind != SessionKind::Crisis {
                    any = true;
                    slot(ctx, out, row, note.summary);
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// From mid-course on it is mentioned time and again how many sessions are left.
    ///
    /// ## Why
    /// An end that is in sight all the time can be worked with. Mid-course is the session by which progress is
    /// reviewed.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions; courses that did not get so far. Announcing the end counts.
    SESSIONS_LEFT_MENTIONED = {
        code: "IPT-122", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["measurement.review_by", "middle.unmentioned_run"],
        basis: Practice,
        sources: [SourceId::CAMBRIDGE_HANDBOOK.at("the end is mentioned periodically"), SourceId::DESIGN.at("how often")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let from = ctx.spec().measurement.review_by.value;
            let late = |row: &SessionRow| row.planned > 0 && row.ordinal >= from && row.phase > Phase::Initial;
            let sessions = held_notes(ctx).filter(|(row, _)| late(row)).map(|(row, note)| {
                let announced = note
                    .tasks
                    .iter()
                    .any(|task| task.task == Task::Ending(EndingTask::AnnounceEnd) && task.status.is_done());
                (row, if announced { Stated::Done } else { note.sessions_left })
            });
            runs(ctx, out, ctx.spec().middle.unmentioned_run.value, sessions);
            if !ctx.held().any(late) {
                out.does_not_apply();
            }
        },
    };

    /// When crises take a good part of the sessions, level of care and suitability are reviewed.
    ///
    /// ## Why
    /// A treatment that is mostly crisis work is not IPT as planned, and may not be enough.
    ///
    /// ## When it does not apply
    /// Courses without a crisis, and before the session in which progress is reviewed at the latest.
    CRISES_LEAD_TO_REVIEW = {
        code: "IPT-123", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [Sessions, Measures, InitialTasks],
        parameters: ["middle.crisis_share", "measurement.review_by"],
        basis: Design, sources: [SourceId::DESIGN.at("share of crisis sessions")], since: FIRST,
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            let share = ctx.spec().middle.crisis_share.value;
            let (mut held, mut crises, mut last_crisis) = (0_u32, 0_u32, None);
            for row in ctx.held() {
                held += 1;
                if row.kind == SessionKind::Crisis {
                    crises += 1;
                    last_crisis = Some(row);
                }
            }
            let Some(row) = last_crisis else { return out.has_none(Topic::Sessions) };
            if held < ctx.spec().measurement.review_by.value.into() {
                return out.does_not_apply();
            }
            // A share of sessions is known only where all of them are.
            if !ctx.reporting().contains(Topic::Sessions) {
                return out.cannot_tell(Topic::Sessions, ctx.place(row));
            }
            if !share.of_is_exceeded_by(held, crises) {
                return;
            }
            let first = ctx.held().find(|row| row.kind == SessionKind::Crisis).map_or(row.on, |row| row.on);
            let reviewed = [FactKind::ReviewHeld, FactKind::SuitabilityDecided, FactKind::EngagementDecided]
                .into_iter()
                .any(|kind| ctx.facts(kind).any(|(fact, _)| fact.on >= first));
            if !reviewed {
                let evidence =
                    OldEvidence::Share { part: crises, whole: held, num: share.num.into(), den: share.den.into() };
                lacks_both(ctx, out, [Topic::InitialTasks, Topic::Measures], ctx.place(row), evidence);
            }
        },
    };

    /// When somebody close takes part, the patient's consent and the purpose are recorded.
    ///
    /// ## Why
    /// What is said in sessions is the patient's; a joint session is planned with them, for a purpose.
    ///
    /// ## When it does not apply
    /// Sessions with the patient alone. People whom the protocol itself asks to take part: the protocol is the purpose
    /// and the contract the consent.
    CONSENT_TO_JOINT_SESSION = {
        code: "IPT-124", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["participants"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("joint sessions")], since: FIRST,
        remedies: [RecordIt, AskDirectly],
        check: |ctx, out| {
            let mut any = false;
            let asked = |relation| {
                ctx.spec().participants.iter().any(|person| {
                    person.relation == relation && matches!(person.level, Level::Must | Level::Should)
                })
            };
            for row in ctx.sessions().iter().filter(|row| row.held) {
                let Some(note) = ctx.note(row) else { continue };
                for participant in note.participants.iter().filter(|participant| !asked(participant.relation)) {
                    any = true;
                    let place = ctx.place(row);
                    match participant.consent {
                        Stated::Done => {}
                        Stated::NotDone => {
                            out.old_finds(place, OldEvidence::Matter { name: "consent" });
                        }
                        Stated::NotReported => {
                            out.old_lacks(Topic::SessionContent, place, OldEvidence::Matter { name: "consent" });
                        }
                    }
                    if participant.purpose.as_ref().is_none_or(crate::FreeText::is_blank) {
                        out.old_lacks(Topic::SessionContent, place, OldEvidence::Matter { name: "purpose" });
                    }
                }
            }
            if !any {
                out.has_none(Topic::SessionContent);
            }
        },
    };

    /// In individual treatment somebody else takes part in few of the sessions.
    ///
    /// ## Why
    /// One or two joint sessions help with an expectation or a piece of news; more of them make it another treatment.
    ///
    /// ## When it does not apply
    /// Protocols of another format, and those that ask for somebody to take part.
    MOSTLY_ALONE = {
        code: "IPT-125", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["format", "participants", "middle.joint_max"],
        basis: Design, sources: [SourceId::DESIGN.at("joint sessions")], since: FIRST,
        remedies: [ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let spec = ctx.spec();
            let asked = |level| matches!(level, Level::Must | Level::Should);
            if spec.format != Format::Individual || spec.participants.iter().any(|person| asked(person.level)) {
                return out.does_not_apply();
            }
            let most = u32::from(spec.middle.joint_max.value);
            let joint = held_notes(ctx)
                .filter(|(row, note)| !note.participants.is_empty() || row.kind == SessionKind::Joint)
                .map(|(row, _)| row);
            let found = u32::try_from(joint.clone().count()).unwrap_or(u32::MAX);
            if let Some(row) = joint.last().filter(|_| found > most) {
                out.old_finds(ctx.place(row), OldEvidence::TooMany { found, most });
            }
        },
    };

    /// A session on the focus names a technique.
    ///
    /// ## Why
    /// Strategies say what was worked on, techniques how: a note that says both can be looked at in supervision.
    ///
    /// ## When it does not apply
    /// Sessions that did not work on the focus, or were given to a crisis.
    TECHNIQUE_NAMED = {
        code: "IPT-126", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("what a note on a focus session says")], since: FIRST,
        remedies: [RecordIt],
        check: |ctx, out| {
            let mut any = false;
            for (row, note) in notes(ctx) {
                if works_on(note, middle::focus_on(ctx, row.on)) {
                    any = true;
                    if note.techniques.is_empty() {
                        out.old_lacks(Topic::SessionContent, ctx.place(row), OldEvidence::Nothing {});
                    }
                }
            }
            if !any {
                out.has_none(Topic::SessionContent);
            }
        },
    };

    /// A session that counts is long enough to be one.
    ///
    /// ## Why
    /// Minutes never decide whether a session was held. A very short one that uses up a slot is worth a decision.
    ///
    /// ## When it does not apply
    /// Sessions whose minutes are not written down. Where illness or discomfort was the reason, a waiver says so.
    NOT_TOO_SHORT = {
        code: "IPT-127", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["work.contact_minutes_min"],
        basis: Design, sources: [SourceId::DESIGN.at("least minutes of contact")], since: FIRST,
        remedies: [CorrectEntry, JustifyByWaiver],
        check: |ctx, out| {
            let least = ctx.spec().work.contact_minutes_min.value;
            for (row, note) in treatment_notes(ctx) {
                if let Some(found) = note.minutes.filter(|&minutes| minutes < least) {
                    out.old_finds(ctx.place(row), OldEvidence::TooFew { found: found.into(), least: least.into() });
                }
            }
        },
    };

    /// What is not part of the model does not come up.
    ///
    /// ## Why
    /// Touched in passing it is no other treatment, and often what a patient brought along. A reader may want to see
    /// where.
    ///
    /// ## When it does not apply
    /// Activities that the protocol does not count as off its model. Where one was the main work of a session, that has
    /// a rule of its own. What the protocol proscribes only after a phase has its place until that phase is over.
    OFF_MODEL_IN_PASSING = {
        code: "IPT-128", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent], parameters: ["proscribed"],
        basis: Design,
        sources: [
            SourceId::DESIGN.at("what comes up in passing"),
            SourceId::MARKOWITZ_ADHERENCE.at("proscribed interventions"),
        ],
        since: FIRST,
        remedies: [DiscussInSupervision, ForInformation],
        check: |ctx, out| {
            for (proscription, sessions, first, last) in off_model(ctx, Extent::InPassing) {
                let evidence = OldEvidence::OffModel { activity: proscription.activity, sessions };
                let finding = out.old_finds(ctx.place(last), evidence);
                if first.seq != last.seq {
                    finding.see(ctx.place(first));
                }
            }
        },
    };
}

/// What the protocol does not do and sessions did to that extent, with their number and the first and last of them. A
/// session in which it was the main work is not counted among those in which it came up in passing.
fn off_model<'a>(
    ctx: &Ctx<'a>,
    extent: Extent,
) -> impl Iterator<Item = (&'a Proscription, u32, &'a SessionRow, &'a SessionRow)> + use<'a> {
    let ctx = *ctx;
    // Most notes name nothing of the kind.
    let named = treatment_notes(&ctx).any(|(_, note)| !note.off_model.is_empty());
    let proscribed = ctx.spec().proscribed.iter().filter(move |_| named);
    proscribed.filter_map(move |proscription| {
        let activity = proscription.activity;
        let mut found = treatment_notes(&ctx).filter(move |(row, note)| {
            let extents = note.off_model.iter().filter(|found| found.activity == activity).map(|found| found.extent);
            proscription.after.is_none_or(|after| row.phase > after) && extents.min() == Some(extent)
        });
        let (first, _) = found.next()?;
        let (sessions, last) = found.fold((1, first), |(sessions, _), (row, _)| (sessions + 1, row));
        Some((proscription, sessions, first, last))
    })
}

/// A rule on middle sessions says nothing of a course that has none.
fn applies_to_middle(ctx: &Ctx<'_>, out: &mut crate::rule::Sink<'_>) {
    if ctx.ordinary_middle().next().is_none() {
        out.does_not_apply();
    }
}
