//! Ending: IPT-200 to IPT-219, IPT-235 and IPT-236. Rules about the work of the ending look at courses that ran to an agreed end.

use chrono::NaiveDate;

use super::{guaranteed, middle::lacks_both, old_rules};
use crate::{
    area::FocusStatus,
    entry::Seq,
    machine::Guard,
    phase::Phase,
    protocol::MaintenanceOffer,
    record::{
        Fact, FactClass, FactKind,
        contact::{Contact, ContactPurpose, ContactWith},
        contract::ContractScope,
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        focus::FocusAgreed,
        patient::MedicationChange,
        safety::Incident,
        session::SessionKind,
    },
    rule::{Ctx, OldEvidence, FactRow, Place, Severity, Sink},
    source::SourceId,
    task::{EndingTask, EndingTaskSet, InitialTask, MedicationDecision, Stated, Task},
    topic::Topic,
};

old_rules! {
    /// The end is announced while several sessions are left.
    ///
    /// ## Why
    /// The ending is itself a loss to work on. Manuals discuss it two to four sessions before the last; with fewer left than the
    /// upper of these the announcement is worth a note, with fewer than the lower it is late. An amendment that moves the end
    /// asks for a new announcement of the new one.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions; courses that did not run to an agreed end; an end announced only in the last
    /// session, or never, has a rule of its own once the course is closed.
    END_ANNOUNCED_EARLY = {
        code: "IPT-200", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Recording], topics: [Sessions, Ending, Agreements], holds_if_reported: [Sessions],
        parameters: ["phases", "ending.announce_note_below", "ending.announce_warn_below"],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::CASEBOOK_2012.at("announced with three sessions left")],
        since: FIRST,
        remedies: [DoItNext, RecordIt, JustifyByWaiver],
        check: announced_early,
    };

    /// The end of a completed course was announced.
    ///
    /// ## Why
    /// All variants end openly: the end is announced, or treatment is handed over to maintenance. Where the end was spoken of
    /// without being announced as such, it is thin, and a warning.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, protocols without an ending, and courses that went on to continuation or
    /// maintenance, here or in a course of their own. An early end by agreement was spoken of when it was agreed.
    END_WAS_ANNOUNCED = {
        code: "IPT-201", severity: Error, clause: Shared, kind: Ending,
        moments: [Closing], topics: [Ending], parameters: ["phases"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")], since: FIRST,
        remedies: [RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let due = ctx.completion().filter(|(_, closed)| has_ending(ctx) && !goes_on(ctx) && !hands_over(closed));
            let Some((_, closed)) = due else { return out.does_not_apply() };
            if announced_from(ctx, NaiveDate::MIN).is_none() {
                let severity = if end_was_spoken_of(ctx, closed) { Severity::Warning } else { Severity::Error };
                let place = Place::Task(Task::Ending(EndingTask::AnnounceEnd));
                if ctx.ending_stated(EndingTask::AnnounceEnd) == Stated::NotDone {
                    out.old_finds_as(severity, place, OldEvidence::Nothing {});
                } else {
                    out.old_lacks_as(severity, Topic::Ending, place, OldEvidence::Nothing {});
                }
            }
        },
    };

    /// The end of a completed course was announced before its last session.
    ///
    /// ## Why
    /// An end that comes up when everybody is about to leave can be noticed, and no longer worked on.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, courses of one session, and an end that was never announced. A session
    /// that was missed after the announcement was still expected then.
    ANNOUNCED_BEFORE_LAST = {
        code: "IPT-202", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Ending, Sessions], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")], since: FIRST,
        remedies: [ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            if ctx.completion().is_none() || ctx.held().nth(1).is_none() {
                return out.does_not_apply();
            }
            let since = end_in_force(ctx).map_or(NaiveDate::MIN, |end| end.since);
            let Some((on, seq)) = announced_from(ctx, since) else { return out.has_none(Topic::Ending) };
            if is_last(ctx, on) {
                // Neither an earlier word of the end nor a later session is on record.
                let topics = [Topic::Ending, Topic::Sessions];
                lacks_both(ctx, out, topics, ctx.place_of(seq), OldEvidence::On { day: on });
            }
        },
    };

    /// The tasks of the ending that the protocol asks for are done.
    ///
    /// ## Why
    /// Feelings about the end, what changed, whose doing it was, and the plan for later are what the patient takes along.
    ///
    /// ## When it does not apply
    /// Protocols without an ending, courses that did not run to an agreed end, and a task whose absence has a rule of its own:
    /// the announcement, the outcome, and the decision on maintenance where it is a standing part. With an early end by agreement
    /// the tasks are shortened, and what is open is a note.
    ENDING_TASKS_DONE = {
        code: "IPT-203", severity: Warning, clause: Deviation, kind: Ending,
        moments: [PhaseChange, Closing], topics: [Ending],
        parameters: ["phases", "ending.tasks", "ending.maintenance", "ending.maintenance_with_all"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7"), SourceId::MARKOWITZ_2017.at("termination"),
            SourceId::CAMBRIDGE_HANDBOOK.at("termination"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: ending_tasks_done,
    };

    /// The tasks of the ending are spread over its sessions.
    ///
    /// ## Why
    /// Feelings about an end take time to be felt; a list gone through in one hour leaves none.
    ///
    /// ## When it does not apply
    /// Protocols whose ending may be a single session, an early end by agreement, and tasks that are open, which have a rule of
    /// their own.
    ENDING_TASKS_SPREAD = {
        code: "IPT-204", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Ending], parameters: ["ending.tasks", "ending.sessions_min"],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7")], since: FIRST,
        remedies: [ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let contracted = ctx.completion().is_some_and(|(_, closed)| closed.mode == EndMode::CompletedAsContracted);
            let due = work_of_ending(ctx);
            let several = due.iter().nth(1).is_some() && ctx.spec().ending.sessions_min.value > 1;
            if !contracted || !several {
                return out.does_not_apply();
            }
            if due.iter().any(|task| ctx.ending_task(task).is_none()) {
                return out.has_none(Topic::Ending);
            }
            let mut done = due.iter().filter_map(|task| ctx.ending_task(task));
            let Some((first, seq)) = done.next() else { return out.does_not_apply() };
            if done.all(|(day, _)| day == first) {
                out.old_lacks(Topic::Ending, ctx.place_of(seq), OldEvidence::On { day: first });
            }
        },
    };

    /// The plan against relapse names a warning sign, a step, and somebody to turn to.
    ///
    /// ## Why
    /// A plan without one of these leaves open when it is meant for, what to do, or with whom.
    ///
    /// ## When it does not apply
    /// No plan with its parts is on record; that the task is open is said elsewhere.
    RELAPSE_PLAN_COMPLETE = {
        code: "IPT-205", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Recording], topics: [Ending], holds_if_reported: [Ending], parameters: [],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("termination"), SourceId::CAMBRIDGE_HANDBOOK.at("termination"),
            SourceId::TURNING_POINT.at("relapse plan"),
        ],
        since: FIRST,
        remedies: [DoItNext, CorrectEntry, JustifyByWaiver],
        check: |ctx, out| {
            let Some((row, Fact::RelapsePlanMade(plan))) = ctx.facts(FactKind::RelapsePlanMade).next_back() else {
                return out.has_none(Topic::Ending);
            };
            let parts =
                [(plan.warning_signs, "warning_signs"), (plan.steps, "steps"), (plan.contacts, "people_or_services")];
            for (_, name) in parts.into_iter().filter(|&(number, _)| number == 0) {
                out.old_finds(Place::Entry(row.seq), OldEvidence::Matter { name });
            }
        },
    };

    /// A patient who did not respond hears that the treatment failed and not they, and is offered an alternative.
    ///
    /// ## Why
    /// Depressed patients take the failure upon themselves, and other treatments may well help.
    ///
    /// ## When it does not apply
    /// A partial response, and courses that did not run to an agreed end.
    NONRESPONSE_ANSWERED = {
        code: "IPT-206", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Ending], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("non-response"), SourceId::MARKOWITZ_2021.at("ending")],
        since: FIRST,
        remedies: [RecordIt, ReviewProgress, JustifyByWaiver],
        check: |ctx, out| {
            let unhelped = |closed: &Closed| {
                matches!(closed.result, ClinicalResult::NoChange | ClinicalResult::Deteriorated)
            };
            let Some((row, closed)) = ctx.completion().filter(|(_, closed)| unhelped(closed)) else {
                return out.does_not_apply();
            };
            let place = ctx.place_of(row.seq);
            let offered = closed.disposition.is_alternative() || closed.offered.iter().any(Disposition::is_alternative);
            if !offered {
                out.old_lacks(Topic::Ending, place, OldEvidence::Matter { name: "alternative_offered" });
            }
            open_task(EndingTask::NonresponseReview, place, ctx, out);
        },
    };

    /// At the end of a completed course, whether to go on to maintenance is decided.
    ///
    /// ## Why
    /// Where a published source discusses maintenance with everyone, leaving it out is an error; where it is a standing part, a
    /// warning. That none is needed is a decision too.
    ///
    /// ## When it does not apply
    /// Protocols that say nothing of maintenance, and those that offer it by need, for which another rule looks at the need.
    MAINTENANCE_DECIDED = {
        code: "IPT-207", severity: Error, clause: PublishedBound, kind: Ending,
        moments: [Closing], topics: [Ending], parameters: ["ending.maintenance", "ending.maintenance_with_all"],
        basis: Manual,
        sources: [SourceId::STUART_ROBERTSON_2012.at("conclusion of acute treatment"), SourceId::MARKOWITZ_2017.at("maintenance")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let ending = &ctx.spec().ending;
            let due = ctx.completion().filter(|_| ctx.protocol().offers_maintenance_to_all());
            let Some((row, closed)) = due else { return out.does_not_apply() };
            if maintenance_considered(ctx, closed) {
                return;
            }
            let published = ending.maintenance_with_all.value && ending.maintenance_with_all.basis.is_published();
            let severity = if published { Severity::Error } else { Severity::Warning };
            let evidence = OldEvidence::EndingTasks { open: EndingTask::MaintenanceDecision.into() };
            if ctx.ending_stated(EndingTask::MaintenanceDecision) == Stated::NotDone {
                out.old_finds_as(severity, ctx.place_of(row.seq), evidence);
            } else {
                out.old_lacks_as(severity, Topic::Ending, ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// Maintenance is considered with a patient who is well again and has been ill before or for long.
    ///
    /// ## Why
    /// The more episodes lie behind somebody, the likelier is another, and maintenance is what was found to put it off.
    ///
    /// ## When it does not apply
    /// A single episode, or a history that was not taken; protocols that discuss maintenance anyway.
    MAINTENANCE_BY_NEED = {
        code: "IPT-208", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Ending, InitialTasks],
        parameters: ["ending.maintenance", "ending.maintenance_with_all"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("maintenance"), SourceId::FRANK_2007.at("introduction")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let ending = &ctx.spec().ending;
            let by_need = ending.maintenance.value == MaintenanceOffer::Optional && !ending.maintenance_with_all.value;
            let well = |closed: &Closed| closed.result == ClinicalResult::Remitted;
            let again = ctx.facts(FactKind::HistoryTaken).any(|(_, fact)| match fact {
                Fact::HistoryTaken(taken) => {
                    taken.earlier_episodes.is_some_and(|episodes| episodes > 0) || taken.chronic == Some(true)
                }
                _ => false,
            });
            let Some((row, closed)) = ctx.completion().filter(|(_, closed)| by_need && well(closed)) else {
                return out.does_not_apply();
            };
            if !again {
                return out.has_none(Topic::InitialTasks);
            }
            if !maintenance_considered(ctx, closed) {
                open_task(EndingTask::MaintenanceDecision, ctx.place_of(row.seq), ctx, out);
            }
        },
    };

    /// No new focus is opened in the last sessions.
    ///
    /// ## Why
    /// What comes up at the door is named and held; it is not begun.
    ///
    /// ## When it does not apply
    /// Items that are named and set aside; contracts that fix no number of sessions. How many sessions are the last ones, the protocol says.
    NO_NEW_FOCUS_LATE = {
        code: "IPT-209", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Recording], topics: [Agreements, Sessions], holds_if_reported: [Agreements, Sessions],
        parameters: ["ending.settled_sessions"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("last-minute topics")], since: FIRST,
        remedies: [ReviewFormulation, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let Some(end) = end_in_force(ctx) else { return out.has_none(Topic::Agreements) };
            if end.planned == 0 {
                return out.does_not_apply();
            }
            let last = ctx.spec().ending.settled_sessions.value;
            let mut before: Option<&FocusAgreed> = None;
            for (row, fact) in ctx.facts(FactKind::FocusAgreed) {
                let Fact::FocusAgreed(agreed) = fact else { continue };
                let is_new = before.is_some_and(|before| {
                    let mut active = agreed.items.iter().filter(|item| item.status == FocusStatus::Active);
                    active.any(|item| !before.items.iter().any(|old| old.on == item.on))
                });
                // The session of the day belongs to the last ones if fewer are left before it.
                let left = end.planned.saturating_sub(slots_before(ctx, row.on));
                if is_new && row.phase.is_acute() && left <= last {
                    out.old_finds(Place::Entry(row.seq), OldEvidence::SessionsLeft { left: left.into(), below: u32::from(last) + 1 });
                }
                before = Some(agreed);
            }
        },
    };

    /// When the last session is missed, the tasks of the ending are completed by another contact.
    ///
    /// ## Why
    /// Goodbyes are easily avoided by staying away; a call or a letter still makes an end of it.
    ///
    /// ## When it does not apply
    /// The last session was held, or nothing was left to do.
    LAST_SESSION_MADE_UP = {
        code: "IPT-210", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Contacts, Ending], parameters: ["phases", "ending.tasks"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("the last session is missed")], since: FIRST,
        remedies: [SeekPatient, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let last = ctx.sessions().iter().rev().find(|row| row.acute).filter(|row| !row.held);
            let open = work_of_ending(ctx).difference(ctx.state().ending_tasks_done());
            let (Some(row), Some(_)) = (last, ctx.completion().filter(|_| has_ending(ctx) && !open.is_empty())) else {
                return out.does_not_apply();
            };
            let completes = |contact: &Contact| contact.purpose == Some(ContactPurpose::EndingTasks);
            let made = ctx.facts(FactKind::Contact).any(|(contact, fact)| {
                contact.on >= row.on && matches!(fact, Fact::Contact(contact) if completes(contact))
            });
            if !made {
                let topics = [Topic::Contacts, Topic::Ending];
                lacks_both(ctx, out, topics, ctx.place(row), OldEvidence::EndingTasks { open });
            }
        },
    };

    /// A course that is closed as contracted was attended for the most part.
    ///
    /// ## Why
    /// Where missed sessions count, a contract can run out with few sessions held. Definitions of completing vary from half of
    /// the sessions to all.
    ///
    /// ## When it does not apply
    /// An early end by agreement, any other end, contracts that fix no number of sessions, and protocols whose source says
    /// how many sessions make a completed course: a rule of its own asks for these.
    ATTENDED_FOR_THE_MOST_PART = {
        code: "IPT-211", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Closing], topics: [Sessions],
        parameters: ["ending.completion", "ending.completion_sessions"],
        basis: Practice,
        sources: [
            SourceId::TRAINING_LEVEL_B.at("completed cases"), SourceId::LINARDON_2019.at("definitions"),
            SourceId::DESIGN.at("which share"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let as_contracted = |closed: &Closed| closed.mode == EndMode::CompletedAsContracted;
            let defined = ctx.spec().ending.completion_sessions.is_some();
            let closing = ctx.closing().filter(|(_, closed)| as_contracted(closed) && !defined);
            let (Some(_), Some(planned)) = (closing, ctx.state().planned()) else { return out.does_not_apply() };
            let (held, share) = (ctx.state().held(), ctx.spec().ending.completion.value);
            if !share.is_reached_by(held.into(), planned.into()) {
                let (num, den) = (share.num.into(), share.den.into());
                let evidence = OldEvidence::Share { part: held.into(), whole: planned.into(), num, den };
                out.old_lacks(Topic::Sessions, Place::Course, evidence);
            }
        },
    };

    /// A patient with whom contact was lost was sought before the course was closed.
    ///
    /// ## Why
    /// Staying away can mean many things, and being looked for is what makes a return possible. How many attempts are enough is
    /// our own number.
    ///
    /// ## When it does not apply
    /// Other ends. Any contact or attempt since the last session counts. Whether the patient consented to informing the referrer is not on record, so that the referrer was not informed
    /// is a note, where it is stated.
    LOST_PATIENT_WAS_SOUGHT = {
        code: "IPT-212", severity: Warning, clause: OwnNumber, kind: Ending,
        moments: [Closing], topics: [Contacts], parameters: ["ending.outreach_min"],
        basis: Design, sources: [SourceId::DESIGN.at("outreach before closing")], since: FIRST,
        remedies: [SeekPatient, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let lost = ctx.closing().filter(|(_, closed)| closed.mode == EndMode::DroppedOut);
            let Some((row, closed)) = lost else { return out.does_not_apply() };
            let place = ctx.place_of(row.seq);
            let (found, least) = (attempts(ctx), u32::from(ctx.spec().ending.outreach_min.value));
            if found < least {
                out.old_lacks(Topic::Contacts, place, OldEvidence::TooFew { found, least });
            }
            if closed.referrer_informed == Stated::NotDone {
                out.old_finds_as(Severity::Note, place, OldEvidence::Matter { name: "referrer_informed" });
            }
        },
    };

    /// A patient who ends treatment was asked for the reason.
    ///
    /// ## Why
    /// The answer is worth having, for the patient's next treatment and for the service.
    ///
    /// ## When it does not apply
    /// Other ends.
    REASON_WAS_ASKED = {
        code: "IPT-213", severity: Note, clause: Event, kind: Ending,
        moments: [Closing], topics: [Ending], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("ends by the patient's decision")], since: FIRST,
        remedies: [RecordIt, ForInformation],
        check: |ctx, out| {
            let by_patient = ctx.closing().filter(|(_, closed)| closed.mode == EndMode::EndedByPatientDecision);
            let Some((row, closed)) = by_patient else { return out.does_not_apply() };
            match closed.reason_asked {
                Stated::NotDone => { out.old_finds(ctx.place_of(row.seq), OldEvidence::Nothing {}); }
                Stated::NotReported if closed.reason.is_none() => {
                    out.old_lacks(Topic::Ending, ctx.place_of(row.seq), OldEvidence::Nothing {});
                }
                Stated::Done | Stated::NotReported => {}
            }
        },
    };

    /// A closed course says how it ended, how the patient is, and what follows.
    ///
    /// ## Why
    /// Finished and well are different things, and whoever comes next needs to know both.
    ///
    /// ## When it does not apply
    /// It always applies; a result that nobody assessed is said to be so.
    OUTCOME_COMPLETE = {
        code: "IPT-214", severity: Error, clause: Integrity, kind: Ending,
        moments: [Closing], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("outcome")], since: FIRST,
        remedies: [CorrectEntry],
        guaranteed_by: "the type `Closed` cannot be made without end mode, result and disposition",
        check: guaranteed,
    };

    /// When another therapist takes over, a summary is handed over, the patient agrees, and contract and focus are agreed anew.
    ///
    /// ## Why
    /// What was agreed was agreed with a person; the next one takes it up with the patient, or changes it.
    ///
    /// ## When it does not apply
    /// No transfer within the course. A contract or a focus agreed on that day or later counts; until a session was held after the
    /// transfer, agreement anew is not asked for.
    TRANSFER_COMPLETE = {
        code: "IPT-216", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Recording], topics: [Contacts, Agreements, Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("transfer")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            if !ctx.kinds().contains(FactKind::Transferred) {
                return out.has_none(Topic::Contacts);
            }
            for (row, fact) in ctx.facts(FactKind::Transferred) {
                let Fact::Transferred(transfer) = fact else { continue };
                let since = |kind| ctx.facts(kind).any(|(agreed, _)| agreed.on >= row.on);
                let contract = since(FactKind::ContractAgreed) || since(FactKind::ContractAmended);
                let anew = contract && since(FactKind::FocusAgreed);
                let reagreed = if anew { Stated::Done } else { transfer.reagreed };
                // The next therapist agrees anew with a patient whom they have met.
                let met = ctx.sessions().iter().any(|session| session.held && session.on > row.on);
                let place = Place::Entry(row.seq);
                if !met && !reagreed.is_done() && !ctx.reporting().contains(Topic::Sessions) {
                    out.cannot_tell(Topic::Sessions, place);
                }
                let matters = [
                    (transfer.summary, Topic::Contacts, "summary"),
                    (transfer.patient_agreed, Topic::Agreements, "patient_agreed"),
                    (reagreed, Topic::Agreements, "contract_and_focus_agreed_anew"),
                ];
                for (stated, topic, name) in matters.into_iter().take(if met { 3 } else { 2 }) {
                    let evidence = OldEvidence::Matter { name };
                    match stated {
                        Stated::Done => {}
                        Stated::NotDone => { out.old_finds(place, evidence); }
                        Stated::NotReported => { out.old_lacks(topic, place, evidence); }
                    }
                }
            }
        },
    };

    /// For a patient on medication, the end has a plan for it.
    ///
    /// ## Why
    /// When IPT ends, somebody else goes on prescribing, and the patient should know who and for how long.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and patients who take none.
    MEDICATION_PLAN_AT_END = {
        code: "IPT-217", severity: Warning, clause: Deviation, kind: Ending,
        moments: [Closing], topics: [Ending, Medication], parameters: [],
        basis: Manual, sources: [SourceId::TITLE_IV_E.at("medication at the end")], since: FIRST,
        remedies: [RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let Some((row, _)) = ctx.completion() else { return out.does_not_apply() };
            if !on_medication(ctx) {
                return out.has_none(Topic::Medication);
            }
            open_task(EndingTask::MedicationPlan, ctx.place_of(row.seq), ctx, out);
        },
    };

    /// At the end the patient knows how to come back or where to seek help.
    ///
    /// ## Why
    /// Knowing the way makes it easier to take it early.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end.
    WAY_BACK_STATED = {
        code: "IPT-218", severity: Note, clause: Event, kind: Ending,
        moments: [Closing], topics: [Ending], parameters: [],
        basis: Manual, sources: [SourceId::CAMBRIDGE_HANDBOOK.at("termination")], since: FIRST,
        remedies: [RecordIt, ForInformation],
        check: |ctx, out| {
            let Some((row, _)) = ctx.completion() else { return out.does_not_apply() };
            let in_plan = ctx.facts(FactKind::RelapsePlanMade).any(|(_, fact)| {
                matches!(fact, Fact::RelapsePlanMade(plan) if plan.return_route.is_some())
            });
            if !in_plan {
                open_task(EndingTask::FurtherHelpAdvice, ctx.place_of(row.seq), ctx, out);
            }
        },
    };

    /// After a death or a serious incident, only administration and safety are recorded.
    ///
    /// ## Why
    /// After a death there is no more treatment; a later note stands in the wrong course or under a wrong day. After another
    /// serious incident treatment rests until somebody has documented a response, a reassessment or a review.
    ///
    /// ## When it does not apply
    /// The closing itself, and what lies on the day of the incident; sessions that were missed; reviews and judgements; and, after
    /// an incident other than a death, sessions given to the crisis.
    FROZEN_AFTER_INCIDENT = {
        code: "IPT-219", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety, Sessions], holds_if_reported: [Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("the record rests after an incident")], since: FIRST,
        remedies: [CorrectEntry, DocumentResponse],
        check: |ctx, out| {
            let mut applies = false;
            for (row, fact) in ctx.facts(FactKind::IncidentRecorded) {
                let Fact::IncidentRecorded(incident) = fact else { continue };
                let until = match incident.incident {
                    Incident::Death => None,
                    Incident::Serious => taken_up_from(ctx, row.on),
                    Incident::Attempt => continue,
                };
                applies = true;
                for (later, fact) in ctx.all_facts().filter(|(later, _)| later.on > row.on) {
                    if !treats(fact, incident.incident) || until.is_some_and(|(day, _)| later.on >= day) {
                        continue;
                    }
                    let (place, evidence) = (ctx.place_of(later.seq), OldEvidence::Fact { kind: later.kind });
                    let finding = if incident.incident == Incident::Death {
                        out.old_finds(place, evidence)
                    } else {
                        // A response may stand where it is not reported.
                        out.old_lacks(Topic::Safety, place, evidence)
                    };
                    finding.see(Place::Entry(row.seq));
                    if let Some((_, by)) = until {
                        finding.remedied_by(by);
                    }
                }
            }
            if !applies {
                out.has_none(Topic::Safety);
            }
        },
    };

    /// The course was not closed as completed early by agreement.
    ///
    /// ## Why
    /// An end that came sooner because both found it time is by the book, and a reader wants to see it.
    ///
    /// ## When it does not apply
    /// Courses that are not closed.
    NO_EARLY_END = {
        code: "IPT-235", severity: Note, clause: Event, kind: Ending,
        moments: [Closing], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("end modes")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let Some((row, closed)) = ctx.closing() else { return out.does_not_apply() };
            if closed.mode == EndMode::CompletedEarlyByAgreement {
                let evidence = OldEvidence::Ended { mode: closed.mode, result: closed.result };
                out.old_finds(ctx.place_of(row.seq), evidence);
            }
        },
    };

    /// A course goes on until its contract is used up or an early end is agreed.
    ///
    /// ## Why
    /// That one side ended it, that contact was lost, or that other care took over, is no fault of anybody's; a reader wants to
    /// see that sessions were left.
    ///
    /// ## When it does not apply
    /// Courses that are not closed, that never started, or were opened by mistake; the patient's death; contracts that fix no
    /// number of sessions; and ends after acute treatment without a contract for what follows.
    CONTRACT_RUN_THROUGH = {
        code: "IPT-236", severity: Note, clause: Event, kind: Ending,
        moments: [Closing], topics: [Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("end modes")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let Some((row, closed)) = ctx.closing() else { return out.does_not_apply() };
            if closed.mode.is_completed() {
                return;
            }
            let Some(left) = left_at(ctx, row.seq).filter(|_| is_broken_off(closed.mode)) else {
                return out.does_not_apply();
            };
            if left > 0 {
                let evidence = OldEvidence::Ended { mode: closed.mode, result: closed.result };
                out.old_lacks(Topic::Sessions, ctx.place_of(row.seq), evidence);
            }
        },
    };
}

/// Whether the protocol has an ending.
fn has_ending(ctx: &Ctx<'_>) -> bool {
    ctx.protocol().phase(Phase::Termination).is_some()
}

/// Whether treatment went on under a contract of its own: an open hand-over.
fn goes_on(ctx: &Ctx<'_>) -> bool {
    [Phase::Continuation, Phase::Maintenance].into_iter().any(|phase| ctx.entered(phase).is_some())
}

/// Whether the closing hands over to continuation or maintenance, be it in another course.
const fn hands_over(closed: &Closed) -> bool {
    matches!(closed.disposition, Disposition::Continuation | Disposition::Maintenance)
}

/// Whether a course that began ended in another way than by agreement or death.
const fn is_broken_off(mode: EndMode) -> bool {
    match mode {
        EndMode::EndedByPatientDecision
        | EndMode::DroppedOut
        | EndMode::EndedByTherapistOrService
        | EndMode::TransferredToOtherTherapist
        | EndMode::TransferredToOtherTreatment
        | EndMode::HospitalisedNotResumed => true,
        EndMode::CompletedAsContracted
        | EndMode::CompletedEarlyByAgreement
        | EndMode::Died
        | EndMode::NeverStarted
        | EndMode::AdministrativeError => false,
    }
}

/// The sessions that the contract in force at the closing leaves, if it fixes a number.
fn left_at(ctx: &Ctx<'_>, closing: Seq) -> Option<u16> {
    let from = ctx.steps().iter().find(|step| step.seq == closing)?.from;
    if from.has_own_contract() {
        ctx.state().own_contract().map(|(planned, used)| planned.saturating_sub(used))
    } else {
        ctx.state().remaining().filter(|_| from.is_acute())
    }
}

/// The attempts to reach the patient, and contacts with them, since the last session held.
fn attempts(ctx: &Ctx<'_>) -> u32 {
    let since = ctx.sessions().iter().rev().find(|row| row.held).map_or(NaiveDate::MIN, |row| row.on);
    let outreach = ctx.facts(FactKind::OutreachMade).map(|(row, _)| row);
    let contacts = ctx.facts(FactKind::Contact).filter_map(|(row, fact)| match fact {
        Fact::Contact(contact) => {
            let sought = contact.with == ContactWith::Patient || contact.purpose == Some(ContactPurpose::Outreach);
            sought.then_some(row)
        }
        _ => None,
    });
    let made = outreach.chain(contacts).filter(|row| row.on >= since).count();
    u32::try_from(made).unwrap_or(u32::MAX)
}

/// The tasks of the ending that are work with the patient: not its announcement, and not the outcome.
fn work_of_ending(ctx: &Ctx<'_>) -> EndingTaskSet {
    ctx.spec().ending.tasks.value.without(EndingTask::AnnounceEnd).without(EndingTask::OutcomeRecorded)
}

/// A task of the ending that is stated as not done, or not shown.
fn open_task(task: EndingTask, place: Place, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let evidence = OldEvidence::EndingTasks { open: task.into() };
    match ctx.ending_stated(task) {
        Stated::Done => {}
        Stated::NotDone => {
            out.old_finds(place, evidence);
        }
        Stated::NotReported => {
            out.old_lacks(Topic::Ending, place, evidence);
        }
    }
}

/// The end of the acute contract as last agreed.
struct End {
    /// The day on which it was agreed so.
    since: NaiveDate,
    /// The sessions of the contract; 0 if it fixes no number.
    planned: u16,
}

/// The end that is in force: that of the contract, or of the last amendment that moved it.
fn end_in_force(ctx: &Ctx<'_>) -> Option<End> {
    let mut end: Option<End> = None;
    let agreed = ctx.facts(FactKind::ContractAgreed).filter_map(|(row, fact)| match fact {
        Fact::ContractAgreed(agreed) if agreed.scope == ContractScope::Acute => Some((row, agreed.frame)),
        _ => None,
    });
    for (row, frame) in agreed {
        end = Some(End { since: row.on, planned: frame.sessions().unwrap_or(0) });
    }
    for (row, fact) in ctx.facts(FactKind::ContractAmended) {
        let Fact::ContractAmended(amended) = fact else { continue };
        let Some(planned) = amended.frame.and_then(crate::record::contract::TimeFrame::sessions) else { continue };
        if let Some(end) = end.as_mut().filter(|end| row.on >= end.since && row.phase.is_acute()) {
            if end.planned != planned {
                *end = End { since: row.on, planned };
            }
        }
    }
    end
}

/// The first announcement of the end on a day or later.
fn announced_from(ctx: &Ctx<'_>, since: NaiveDate) -> Option<(NaiveDate, Seq)> {
    let (first, seq) = ctx.ending_task(EndingTask::AnnounceEnd)?;
    if first >= since {
        return Some((first, seq));
    }
    let shows = |fact: &Fact| fact.tasks_shown().ending.contains(EndingTask::AnnounceEnd);
    let sessions = ctx.facts(FactKind::Session).find(|(row, fact)| row.on >= since && shows(fact));
    let beside = ctx.facts(FactKind::TaskRecorded).find(|(row, fact)| row.on >= since && shows(fact));
    sessions.into_iter().chain(beside).map(|(row, _)| (row.on, row.seq)).min()
}

/// Whether the end came up, if not as an announcement: agreed on early, felt, or counted in sessions left. Where session content
/// is not reported, it may have.
fn end_was_spoken_of(ctx: &Ctx<'_>, closed: &Closed) -> bool {
    closed.mode == EndMode::CompletedEarlyByAgreement
        || ctx.ending_stated(EndingTask::FeelingsAboutEnding).is_done()
        || !ctx.reporting().contains(Topic::SessionContent)
        || ctx.held().any(|row| ctx.note(row).is_some_and(|note| note.sessions_left.is_done()))
}

/// Whether no acute session was due after a day: none was held, and none was missed that was still expected.
fn is_last(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    !ctx.sessions().iter().any(|row| row.acute && row.on > day)
}

/// The slots of the contract that were used up before a day, and by its end.
fn slots_before(ctx: &Ctx<'_>, day: NaiveDate) -> u16 {
    ctx.sessions().iter().take_while(|row| row.on < day).last().map_or(0, |row| row.slots)
}

fn slots_by(ctx: &Ctx<'_>, day: NaiveDate) -> u16 {
    ctx.sessions().iter().take_while(|row| row.on <= day).last().map_or(0, |row| row.slots)
}

fn announced_early(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let ending = &ctx.spec().ending;
    let closed_otherwise = ctx.closing().is_some() && ctx.completion().is_none();
    if closed_otherwise || !has_ending(ctx) || ctx.ending_task(EndingTask::AnnounceEnd).is_none() && goes_on(ctx) {
        return out.does_not_apply();
    }
    let Some(end) = end_in_force(ctx) else { return out.has_none(Topic::Agreements) };
    if end.planned == 0 {
        return out.does_not_apply();
    }
    let weight = |left: u16| {
        if left < ending.announce_warn_below.value {
            Some((Severity::Warning, ending.announce_warn_below.value))
        } else if left < ending.announce_note_below.value {
            Some((Severity::Note, ending.announce_note_below.value))
        } else {
            None
        }
    };
    match announced_from(ctx, end.since) {
        Some((on, seq)) => {
            if ctx.closing().is_some() && ctx.held().nth(1).is_some() && is_last(ctx, on) {
                return out.does_not_apply();
            }
            let left = end.planned.saturating_sub(slots_by(ctx, on));
            if let Some((severity, below)) = weight(left) {
                let evidence = OldEvidence::SessionsLeft { left: left.into(), below: below.into() };
                out.old_lacks_as(severity, Topic::Ending, ctx.place_of(seq), evidence);
            }
        }
        None if ctx.closing().is_none() => {
            let last = ctx.sessions().iter().rev().find(|row| row.acute);
            let left = end.planned.saturating_sub(last.map_or(0, |row| row.slots));
            if let (Some(row), Some((severity, below))) = (last, weight(left)) {
                let evidence = OldEvidence::SessionsLeft { left: left.into(), below: below.into() };
                out.old_lacks_as(severity, Topic::Ending, ctx.place(row), evidence);
            }
        }
        // The end that was announced was moved, and the new one never was.
        None if ctx.ending_task(EndingTask::AnnounceEnd).is_some() => {
            let evidence = OldEvidence::SessionsLeft { left: 0, below: ending.announce_warn_below.value.into() };
            out.old_lacks(Topic::Ending, Place::Task(Task::Ending(EndingTask::AnnounceEnd)), evidence);
        }
        None => out.does_not_apply(),
    }
}

fn ending_tasks_done(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    // Where acute treatment was concluded by a step, the step is judged; otherwise the closing is.
    let concluded = ctx.entered(Phase::Concluded);
    let (seq, open) = match (concluded, ctx.completion()) {
        _ if !has_ending(ctx) => return out.does_not_apply(),
        (Some(step), _) => (step.seq, step.open_ending),
        (None, Some((row, _))) if !goes_on(ctx) => {
            (row.seq, ctx.spec().ending.tasks.value.difference(ctx.state().ending_tasks_done()))
        }
        _ => return out.does_not_apply(),
    };
    let mut open = open.without(EndingTask::AnnounceEnd).without(EndingTask::OutcomeRecorded);
    if ctx.protocol().offers_maintenance_to_all() {
        open = open.without(EndingTask::MaintenanceDecision);
    }
    if open.is_empty() {
        return;
    }
    let early = ctx.closing().is_some_and(|(_, closed)| closed.mode == EndMode::CompletedEarlyByAgreement);
    let severity = if early { Severity::Note } else { Severity::Warning };
    let (place, evidence) = (ctx.place_of(seq), OldEvidence::EndingTasks { open });
    let finding = if open.intersection(ctx.state().ending_tasks_not_done()).is_empty() {
        out.old_lacks_as(severity, Topic::Ending, place, evidence)
    } else {
        out.old_finds_as(severity, place, evidence)
    };
    if let Some(by) = concluded.and_then(|step| ctx.met_later(Guard::EndingTasksDone, step)) {
        finding.remedied_by(by);
    }
}

fn maintenance_considered(ctx: &Ctx<'_>, closed: &Closed) -> bool {
    let follows = [closed.disposition].into_iter().chain(closed.offered.iter());
    ctx.ending_stated(EndingTask::MaintenanceDecision).is_done()
        || follows.into_iter().any(|next| matches!(next, Disposition::Continuation | Disposition::Maintenance))
        || goes_on(ctx)
}

/// Whether the patient takes medication by what the record says last.
fn on_medication(ctx: &Ctx<'_>) -> bool {
    let last = ctx.facts(FactKind::MedicationNoted).next_back().and_then(|(_, fact)| match fact {
        Fact::MedicationNoted(noted) => Some(noted.change),
        _ => None,
    });
    match last {
        Some(change) => !matches!(change, MedicationChange::Stopped | MedicationChange::NoneTaken),
        None => evaluated_as_taking(ctx),
    }
}

/// Whether the evaluation of medication says that the patient takes some.
fn evaluated_as_taking(ctx: &Ctx<'_>) -> bool {
    let Some((_, seq)) = ctx.initial_task(InitialTask::MedicationEvaluation) else { return false };
    let taking = |note: &crate::TaskNote| note.medication == Some(MedicationDecision::AlreadyTaking);
    match ctx.entry(seq).and_then(crate::Entry::stated) {
        Some((_, Fact::Session(session))) => session.tasks.iter().any(taking),
        Some((_, Fact::TaskRecorded(note))) => taking(note),
        _ => false,
    }
}

/// The first response, reassessment or review on a day or later: treatment is taken up again knowingly.
fn taken_up_from(ctx: &Ctx<'_>, day: NaiveDate) -> Option<(NaiveDate, Seq)> {
    let kinds =
        [FactKind::SafetyResponse, FactKind::SafetyReassessed, FactKind::SafetyHandedOver, FactKind::ReviewHeld];
    let first = |kind| ctx.facts(kind).map(|(row, _): (FactRow, _)| row).find(|row| row.on >= day);
    kinds.into_iter().filter_map(first).map(|row| (row.on, row.seq)).min()
}

/// Whether a fact shows that treatment went on. A session that did not take place does not, nor does a look back; and after an
/// incident other than a death neither does a session that was given to the crisis.
fn treats(fact: &Fact, incident: Incident) -> bool {
    match fact {
        Fact::Session(note) => {
            note.attendance.is_held() && (incident == Incident::Death || note.kind != SessionKind::Crisis)
        }
        Fact::ReviewHeld(_) | Fact::JudgementMade(_) => false,
        other => matches!(other.kind().class(), FactClass::Care | FactClass::Step),
    }
}
