//! Session content: IPT-110 to IPT-127.

use super::{
    middle::{self, held_notes, lacks_both, notes, only_where_told, runs, slot, works_on},
    rules,
};
use crate::{
    phase::Phase,
    protocol::Level,
    record::{FactKind, session::SessionKind},
    rule::{Ctx, Evidence, Place, SessionRow, Severity},
    source::SourceId,
    task::{EndingTask, Stated, Task},
    technique::{Extent, OffModel, Technique},
    topic::Topic,
};

rules! {
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
    /// All variants follow the symptoms through treatment. A session without is a warning; a course in which they were never
    /// asked about nor rated, over more sessions than may pass without a score, is an error.
    ///
    /// ## When it does not apply
    /// A score taken in the session counts as asking.
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
            if !followed && held > ctx.spec().measurement.max_gap.value.into() {
                let evidence = Evidence::TooFew { found: 0, least: 1 };
                if stated && !ctx.began_midway() {
                    out.finds(Place::Course, evidence);
                } else {
                    lacks_both(ctx, out, [Topic::Measures, Topic::SessionContent], Place::Course, evidence);
                }
                return;
            }
            for (row, note) in held_notes(ctx).filter(|(_, note)| note.scores.is_empty()) {
                match note.symptom_check {
                    Stated::Done => {}
                    Stated::NotDone => {
                        out.finds_as(Severity::Warning, ctx.place(row), Evidence::Nothing {});
                    }
                    Stated::NotReported => {
                        let place = ctx.place(row);
                        out.lacks_as(Severity::Warning, Topic::SessionContent, place, Evidence::Nothing {});
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
    /// Sessions given to a crisis. A focus item that the note names counts where no strategy says so.
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
                    out.lacks(Topic::SessionContent, ctx.place(row), Evidence::Nothing {});
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
    /// Before a focus was agreed: early work has its own rule. On the day of a change both foci count.
    AREAS_WORKED_ON_ARE_ACTIVE = {
        code: "IPT-115", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent, Agreements], parameters: [],
        basis: Manual, sources: [SourceId::IPT_UK.at("middle sessions keep to the focus")], since: FIRST,
        remedies: [CorrectEntry, RecordIt, ReviewFormulation],
        check: |ctx, out| {
            for (row, note) in notes(ctx) {
                let Some(focus) = middle::focus_on(ctx, row.on) else { continue };
                let found = middle::areas_of(note).difference(focus.areas);
                if !found.is_empty() {
                    let evidence = Evidence::Areas { found, allowed: focus.areas };
                    out.lacks(Topic::Agreements, ctx.place(row), evidence);
                }
            }
            applies_to_middle(ctx, out);
            only_where_told(ctx, out, Topic::SessionContent);
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
        moments: [Recording], topics: [SessionContent], parameters: ["ending.completion", "dose.sessions"],
        basis: Practice,
        sources: [SourceId::SLIDES_ROLE_DISPUTES.at("from exploring to action"), SourceId::DESIGN.at("by when")], since: FIRST,
        remedies: [RecordIt, DoItNext, DiscussInSupervision],
        check: |ctx, out| {
            use crate::ProblemArea::{RoleDispute, RoleTransition};
            let share = ctx.spec().ending.completion.value;
            let due = middle::part(share, middle::expected(ctx));
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
                out.lacks(Topic::SessionContent, Place::Phase(Phase::Middle), Evidence::TooFew { found: 0, least: 1 });
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
        moments: [Recording], topics: [SessionContent], parameters: ["focus.off_focus_run"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("ch. 6, recent incidents"), SourceId::DESIGN.at("how many sessions")],
        since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let sessions = notes(ctx).map(|(row, note)| (row, note.incident));
            runs(ctx, out, ctx.spec().focus.off_focus_run.value, sessions);
            applies_to_middle(ctx, out);
        },
    };

    /// Affect is expressed in one of the first middle sessions.
    ///
    /// ## Why
    /// Feelings about what happens between people are the material of the work.
    ///
    /// ## When it does not apply
    /// Before so many middle sessions were held. Sessions given to a crisis do not count.
    AFFECT_EARLY = {
        code: "IPT-118", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["focus.off_focus_run"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ch. 6"), SourceId::AMOLE_2016.at("early focus on feelings"),
            SourceId::DESIGN.at("how many sessions"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, DiscussInSupervision],
        check: |ctx, out| {
            let limit = ctx.spec().focus.off_focus_run.value;
            let first = usize::from(limit) + 1;
            // What was felt in middle sessions before the record begins is unknown.
            if ctx.began_midway() && ctx.ordinary_middle().next().is_some() {
                return out.cannot_tell(Topic::SessionContent, Place::Phase(Phase::Middle));
            }
            let sessions = notes(ctx).take(first).map(|(row, note)| {
                let expressed = note.affect.is_done() || note.techniques.contains(Technique::EncouragementOfAffect);
                (row, if expressed { Stated::Done } else { note.affect })
            });
            runs(ctx, out, limit, sessions);
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
    /// A next session given to a crisis puts the review off to the one after it.
    ATTEMPT_IS_REVIEWED = {
        code: "IPT-119", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
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
                            out.finds(ctx.place(row), Evidence::Nothing {}).see(ctx.place(before));
                        }
                        Stated::NotReported => {
                            out.lacks(Topic::SessionContent, ctx.place(row), Evidence::Nothing {}).see(ctx.place(before));
                        }
                    }
                }
                if !note.agreed.is_empty() {
                    agreed = Some(row);
                }
            }
            if !any && ctx.reporting().contains(Topic::SessionContent) {
                out.does_not_apply();
            }
            only_where_told(ctx, out, Topic::SessionContent);
        },
    };

    /// What the protocol does not do is not the main work of a session.
    ///
    /// ## Why
    /// Interpretation of the transference, systematic restructuring of thoughts or exposure as the vehicle of change are other
    /// treatments. One session is a warning. From as many sessions as the protocol says, or at once where its source forbids it
    /// outright, it is an error, if that source was published and read.
    ///
    /// ## When it does not apply
    /// What came up in passing. Something to try with people between sessions is IPT's own. Talk of eating has its place in the
    /// initial phase.
    NO_PROSCRIBED_MAIN_WORK = {
        code: "IPT-120", severity: Error, clause: Shared, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["proscribed", "work.proscribed_error_from"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("the therapeutic relationship is not interpreted"),
            SourceId::MARKOWITZ_ADHERENCE.at("proscribed interventions"), SourceId::CGT_TEXTBOOK.at("IPT and exposure"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, DiscussInSupervision, ConsiderOtherProtocol],
        check: |ctx, out| {
            let main = |row: &SessionRow, note: &crate::record::session::Session, activity| {
                (activity != OffModel::EatingTalk || row.phase > Phase::Initial)
                    && note.off_model.iter().any(|found| found.activity == activity && found.extent == Extent::Main)
            };
            // Most notes name nothing of the kind.
            if held_notes(ctx).any(|(_, note)| !note.off_model.is_empty()) {
                for proscription in ctx.spec().proscribed.iter() {
                    let activity = proscription.activity;
                    let mut found = held_notes(ctx).filter(|(row, note)| main(row, note, activity)).map(|(row, _)| row);
                    let Some(first) = found.next() else { continue };
                    let (sessions, last) = found.fold((1_u32, first), |(sessions, _), row| (sessions + 1, row));
                    let enough = proscription.outright || sessions >= ctx.spec().work.proscribed_error_from.value.into();
                    let published = proscription.basis.is_published();
                    let severity = if enough && published { Severity::Error } else { Severity::Warning };
                    let evidence = Evidence::OffModel { activity, sessions };
                    let finding = out.finds_as(severity, ctx.place(last), evidence);
                    if first.seq != last.seq {
                        finding.see(ctx.place(first));
                    }
                }
            }
            only_where_told(ctx, out, Topic::SessionContent);
        },
    };

    /// A session ends with a summary.
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

    /// In the second half of the contract it is mentioned time and again how many sessions are left.
    ///
    /// ## Why
    /// An end that is in sight all the time can be worked with.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions. Announcing the end counts.
    SESSIONS_LEFT_MENTIONED = {
        code: "IPT-122", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["measurement.review_by", "focus.off_focus_run"],
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
            runs(ctx, out, ctx.spec().focus.off_focus_run.value, sessions);
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
    /// Before the session in which progress is reviewed at the latest.
    CRISES_LEAD_TO_REVIEW = {
        code: "IPT-123", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [Sessions, Measures, InitialTasks],
        parameters: ["ending.completion", "measurement.review_by"],
        basis: Design, sources: [SourceId::DESIGN.at("share of crisis sessions")], since: FIRST,
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            let share = ctx.spec().ending.completion.value;
            let (mut held, mut crises, mut last_crisis) = (0_u32, 0_u32, None);
            for row in ctx.held() {
                held += 1;
                if row.kind == SessionKind::Crisis {
                    crises += 1;
                    last_crisis = Some(row);
                }
            }
            let Some(row) = last_crisis else { return out.does_not_apply() };
            if held < ctx.spec().measurement.review_by.value.into() || share.is_reached_by(held - crises, held) {
                return;
            }
            let first = ctx.held().find(|row| row.kind == SessionKind::Crisis).map_or(row.on, |row| row.on);
            let reviewed = [FactKind::ReviewHeld, FactKind::SuitabilityDecided, FactKind::EngagementDecided]
                .into_iter()
                .any(|kind| ctx.facts(kind).any(|(fact, _)| fact.on >= first));
            if !reviewed {
                let evidence = Evidence::Share {
                    part: crises,
                    whole: held,
                    num: u32::from(share.den - share.num.min(share.den)),
                    den: share.den.into(),
                };
                lacks_both(ctx, out, [Topic::InitialTasks, Topic::Measures], ctx.place(row), evidence);
            }
        },
    };

    /// When somebody close takes part, the patient's consent and the purpose are recorded.
    ///
    /// ## Why
    /// What is said in sessions is the patient's; a joint session is planned with them, for a purpose.
    CONSENT_TO_JOINT_SESSION = {
        code: "IPT-124", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: [],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("joint sessions")], since: FIRST,
        remedies: [RecordIt, AskDirectly],
        check: |ctx, out| {
            let mut any = false;
            for row in ctx.sessions().iter().filter(|row| row.held) {
                let Some(note) = ctx.note(row) else { continue };
                for participant in &note.participants {
                    any = true;
                    let place = ctx.place(row);
                    match participant.consent {
                        Stated::Done => {}
                        Stated::NotDone => {
                            out.finds(place, Evidence::Matter { name: "consent" });
                        }
                        Stated::NotReported => {
                            out.lacks(Topic::SessionContent, place, Evidence::Matter { name: "consent" });
                        }
                    }
                    if participant.purpose.as_ref().is_none_or(crate::FreeText::is_blank) {
                        out.lacks(Topic::SessionContent, place, Evidence::Matter { name: "purpose" });
                    }
                }
            }
            if !any && ctx.reporting().contains(Topic::SessionContent) {
                out.does_not_apply();
            }
            only_where_told(ctx, out, Topic::SessionContent);
        },
    };

    /// In individual treatment most sessions are held with the patient alone.
    ///
    /// ## When it does not apply
    /// Protocols of another format, and those that ask for somebody to take part.
    MOSTLY_ALONE = {
        code: "IPT-125", severity: Warning, clause: OwnNumber, kind: Content,
        moments: [Recording], topics: [SessionContent], parameters: ["format", "participants", "ending.completion", "dose.sessions"],
        basis: Design, sources: [SourceId::DESIGN.at("joint sessions")], since: FIRST,
        remedies: [ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let spec = ctx.spec();
            let asked = |level| matches!(level, Level::Must | Level::Should);
            if spec.format.as_str() != "individual" || spec.participants.iter().any(|person| asked(person.level)) {
                return out.does_not_apply();
            }
            let (mut held, mut joint, mut last) = (0_u32, 0_u32, None);
            for (row, note) in held_notes(ctx) {
                held += 1;
                if !note.participants.is_empty() || row.kind == SessionKind::Joint {
                    joint += 1;
                    last = Some(row);
                }
            }
            let planned = ctx.state().planned().unwrap_or(spec.dose.sessions.value.typical);
            let whole = held.max(planned.into());
            let share = spec.ending.completion.value;
            if let Some(row) = last.filter(|_| !share.is_reached_by(whole.saturating_sub(joint), whole)) {
                let evidence = Evidence::Share {
                    part: joint,
                    whole,
                    num: u32::from(share.den - share.num.min(share.den)),
                    den: share.den.into(),
                };
                out.finds(ctx.place(row), evidence);
            }
            only_where_told(ctx, out, Topic::SessionContent);
        },
    };

    /// A session on the focus names a technique.
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
                        out.lacks(Topic::SessionContent, ctx.place(row), Evidence::Nothing {});
                    }
                }
            }
            if !any && ctx.reporting().contains(Topic::SessionContent) {
                out.does_not_apply();
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
        moments: [Recording], topics: [SessionContent], parameters: ["work.contact_minutes_min"],
        basis: Design, sources: [SourceId::DESIGN.at("least minutes of contact")], since: FIRST,
        remedies: [CorrectEntry, JustifyByWaiver],
        check: |ctx, out| {
            let least = ctx.spec().work.contact_minutes_min.value;
            for (row, note) in held_notes(ctx) {
                if let Some(found) = note.minutes.filter(|&minutes| minutes < least) {
                    out.finds(ctx.place(row), Evidence::TooFew { found: found.into(), least: least.into() });
                }
            }
            only_where_told(ctx, out, Topic::SessionContent);
        },
    };
}

/// A rule on middle sessions says nothing of a course that has none.
fn applies_to_middle(ctx: &Ctx<'_>, out: &mut crate::rule::Sink<'_>) {
    if ctx.ordinary_middle().next().is_none() {
        out.does_not_apply();
    }
}
