//! What lies around the work: the end in sight, crises, and who else is in the room.

use crate::{
    protocol::Format,
    record::{
        FactKind,
        inventory::Relation,
        session::{Participant, SessionKind},
    },
    rule::{
        SessionRow,
        catalogue::{
            due::is_asked,
            middle::{Several, held_notes, runs_without},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{EndingTask, Phase, Stated, Task, Topic},
};

rules! {
    kind: Content;

    /// From mid-course on it should be mentioned time and again how many sessions are left.
    ///
    /// ## Why
    /// An end that is in sight all the time can be worked with. Mid-course is the session by which
    /// progress is reviewed. How often is our own number.
    ///
    /// ## When it does not apply
    /// Contracts that fix no number of sessions; courses that did not get so far. Announcing the
    /// end counts.
    SESSIONS_LEFT_MENTIONED = {
        code: "IPT-122", severity: Note, clause: OwnNumber,
        topics: [SessionContent], parameters: ["measurement.review_by", "middle.unmentioned_run"],
        basis: Practice,
        sources: [SourceId::CAMBRIDGE_HANDBOOK.at("the end is mentioned at times"), SourceId::DESIGN.at("how often")],
        remedies: [RecordIt, DoItNext], record: ["session.sessions_left"],
        follows: ["IPT-200", "IPT-201"],
        says: {
            finds NOT_MENTIONED: "In {found:session|sessions} in a row, from {from} to {day}, by their notes, it was not mentioned how many \
                sessions were left; the protocol allows at most {most}.";
            lacks SILENT: "For {found:session|sessions} in a row, from {from} to {day}, no mention of how many sessions were left is on record; the protocol allows at most {most}.";
        },
        check: |ctx, out| {
            let from = ctx.spec().measurement.review_by.value;
            let late = |row: &SessionRow| row.planned > 0 && row.ordinal >= from && row.phase > Phase::Initial;
            if !ctx.held().any(late) {
                return out.does_not_apply();
            }
            let sessions = held_notes(ctx).filter(|(row, _)| late(row)).map(|(row, note)| {
                let announces = Task::Ending(EndingTask::AnnounceEnd);
                let announced = note.tasks.iter().any(|task| task.task == announces && task.status.is_done());
                (row, if announced { Stated::Done } else { note.sessions_left })
            });
            runs_without(ctx, out, [NOT_MENTIONED, SILENT], ctx.spec().middle.unmentioned_run.value, sessions);
        },
    };

    /// When crises take a good part of the sessions, level of care and suitability should be reviewed.
    ///
    /// ## Why
    /// A treatment that is mostly crisis work is not IPT as planned, and may not be enough.
    ///
    /// ## When it does not apply
    /// Courses without a crisis, and before the session in which progress is reviewed at the
    /// latest. A review, a decision on suitability or on how to go on counts from the crisis on
    /// with which the share was passed.
    CRISES_LEAD_TO_REVIEW = {
        code: "IPT-123", severity: Warning, clause: OwnNumber,
        topics: [Sessions, Measures, InitialTasks, Contacts], looks_for: [Sessions],
        parameters: ["middle.crisis_share", "measurement.review_by"],
        basis: Design, sources: [SourceId::DESIGN.at("share of crisis sessions")],
        remedies: [ReviewProgress, RecordIt, DiscussInSupervision], record: ["review_held"],
        says: {
            calls_for NO_REVIEW: "Of the {whole} sessions held, {part} went to a crisis, the last on {day}, and no review of the level of care is \
                on record since {from}."
                asks "Of the {whole} sessions held, {part} went to a crisis, the last on {day}. Is this the right level of care?";
        },
        check: |ctx, out| {
            let share = ctx.spec().middle.crisis_share.value;
            let (mut whole, mut part, mut last, mut passed) = (0_u32, 0_u32, None, None);
            for row in ctx.held() {
                whole += 1;
                if row.kind == SessionKind::Crisis {
                    part += 1;
                    last = Some(row);
                    passed = passed.or(share.of_is_exceeded_by(whole, part).then_some(row));
                }
            }
            let Some(last) = last else { return };
            out.applies();
            if whole < ctx.spec().measurement.review_by.value.into() {
                return out.does_not_apply();
            }
            // A share of sessions is known only where all of them are.
            if !ctx.reporting().contains(Topic::Sessions) {
                return out.cannot_tell(Topic::Sessions, ctx.place(last));
            }
            let Some(passed) = passed.filter(|_| share.of_is_exceeded_by(whole, part)) else { return };
            let reviewed = [FactKind::ReviewHeld, FactKind::SuitabilityDecided, FactKind::EngagementDecided]
                .into_iter()
                .any(|kind| ctx.facts(kind).any(|(fact, _)| fact.on >= passed.on));
            if !reviewed {
                let topics = [Topic::InitialTasks, Topic::Measures, Topic::Contacts];
                out.calls_for(NO_REVIEW, topics, ctx.place(last), values! { part, whole, from: passed.on });
            }
        },
    };

    /// When somebody close takes part in a session, the patient should have consented.
    ///
    /// ## Why
    /// What is said in sessions is the patient's; a joint session is planned with them.
    ///
    /// ## When it does not apply
    /// Sessions with the patient alone, and professionals in the room. People whom the protocol
    /// itself asks to take part: the contract is the consent.
    CONSENT_TO_JOINT_SESSION = {
        code: "IPT-124", severity: Warning, clause: Deviation,
        topics: [SessionContent], looks_for: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["participants"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("joint sessions")],
        remedies: [RecordIt, AskDirectly], record: ["session.participants"],
        says: {
            finds NO_CONSENT: "Somebody close ({relation}) took part in the session of {day}, and by the note the patient had not consented.";
            calls_for CONSENT_UNKNOWN: "Somebody close ({relation}) took part in the session of {day}, and the patient's consent is not on record."
                asks "Somebody close ({relation}) took part in the session of {day}. Had the patient consented?";
        },
        check: |ctx, out| {
            let invited = |relation| {
                ctx.spec().participants.iter().any(|person| person.relation == relation && is_asked(person.level))
            };
            for row in ctx.sessions().iter().filter(|row| row.held) {
                let Some(note) = ctx.note(row) else { continue };
                for somebody in note.participants.iter().filter(|it| is_close(it) && !invited(it.relation)) {
                    out.applies();
                    let cases = [NO_CONSENT, CONSENT_UNKNOWN];
                    let values = values! { relation: somebody.relation };
                    out.stated(somebody.consent, cases, Topic::SessionContent, ctx.place(row), values);
                }
            }
        },
    };

    /// In individual treatment somebody close should take part in few of the sessions.
    ///
    /// ## Why
    /// One or two joint sessions help with an expectation or a piece of news, and schools differ on
    /// how many; in more than half of the sessions it is another treatment.
    ///
    /// ## When it does not apply
    /// Protocols of another format, and those that ask for somebody to take part. Professionals in
    /// the room do not count.
    MOSTLY_ALONE = {
        code: "IPT-125", severity: Warning, clause: OwnNumber,
        topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["format", "participants", "middle.joint_max", "middle.late_share"],
        basis: Design, sources: [SourceId::DESIGN.at("joint sessions")],
        remedies: [ConsiderOtherProtocol, JustifyByWaiver], record: ["session.participants"],
        says: {
            finds SOME Note: "People close to the patient took part in {found} sessions of this individual treatment, the last on {day}; the protocol provides for at most {most}.";
            finds MOSTLY: "People close to the patient took part in {found} of the {whole} sessions of this individual treatment, the last on {day}; the protocol provides for at most {most}.";
        },
        check: |ctx, out| {
            let spec = ctx.spec();
            if spec.format != Format::Individual || spec.participants.iter().any(|person| is_asked(person.level)) {
                return out.does_not_apply();
            }
            let most = u32::from(spec.middle.joint_max.value);
            let joint = held_notes(ctx).filter(|(row, note)| match note.participants.as_slice() {
                [] => row.kind == SessionKind::Joint,
                others => others.iter().any(is_close),
            });
            let joint = Several::of(joint.map(|(row, _)| row)).filter(|joint| joint.found > most);
            let Some(Several { found, last, .. }) = joint else { return };
            // Of the whole course a share is known once it has its length or is over.
            let whole = ctx.held().count();
            let all = if ctx.closing().is_some() { whole } else { whole.max(spec.dose.sessions.value.typical.into()) };
            let is_most = spec.middle.late_share.value.of_is_exceeded_by(u32::try_from(all).unwrap_or(u32::MAX), found);
            out.finds(if is_most { MOSTLY } else { SOME }, ctx.place(last), values! { found, whole, most });
        },
    };
}

/// Whether somebody in the room is close to the patient, and not there by profession.
const fn is_close(somebody: &Participant) -> bool {
    !matches!(
        somebody.relation,
        Relation::Professional | Relation::WardTeam | Relation::School | Relation::CoFacilitator
    )
}
