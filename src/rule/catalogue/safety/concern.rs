//! A concern and its answer: a response on the day, urgent help in danger, no ordinary work before
//! it, somebody to talk it over with.

use alloc::vec::Vec;

use super::shared::{
    Concern, How, Stay, answers, cared_for_on, concerns, consulted_from, died_by, hand_overs,
    in_hospital_on, remedied, sought_from, urgent_from,
};
use crate::{
    course::history::SafetyRow,
    machine::{
        Guard,
        region::{SafetyRegion, SafetySignal},
    },
    record::{
        safety::{
            ConcernKind, ConcernRaised, IncidentRecorded, SafetyAction, SafetyHandedOver,
            SafetyResponse,
        },
        session::Attendance,
        setting::{ScreenItem, ScreeningDone},
    },
    rule::{Cause, Ctx, Sink, catalogue::rules, values},
    source::SourceId,
    vocabulary::{Place, Seq, Topic},
};

rules! {
    kind: Safety;

    /// A safety concern must have a documented response on the day on which it is raised.
    ///
    /// ## Why
    /// A concern comes first. A response written in the same session or on the same day answers it,
    /// whichever came first. For a child or a dependent adult, and for a threat to another person,
    /// the law of the place says which response that is. Violence or coercion that the screen finds,
    /// a suicide attempt and a serious incident are concerns as well. Where concerns of several
    /// kinds stand, a response says which of them it answers; one to thoughts of suicide is none to
    /// a danger to a child.
    ///
    /// ## When it does not apply
    /// An endorsed item that nobody has asked about yet: that has a rule of its own. A concern
    /// raised on the day of the patient's death. A concern found again while its response stands
    /// needs no new one; it needs a reassessment. An incident that was heard of later is answered in
    /// time on the day of its writing, and no later than in the next session held; a patient who
    /// was taken to a psychiatric ward after it is cared for there, one taken to another ward is
    /// not, and where the record does not say which it is an open question. An attempt that a
    /// history names is one of these where its day lies within treatment.
    CONCERN_HAS_RESPONSE = {
        code: "IPT-189", severity: Error, clause: Integrity,
        topics: [Safety, Contacts, InitialTasks], looks_for: [Safety],
        basis: Guideline,
        sources: [
            SourceId::NICE_NG222.at("recommendations on risk"), SourceId::MARKOWITZ_2017.at("p. 133"),
            SourceId::CASEBOOK_2012.at("abuse of an elder, in a copy"), SourceId::DESIGN.at("safety loop: the same day"),
        ],
        remedies: [DocumentResponse, HandOver],
        follows_here: ["IPT-191"],
        says: {
            calls_for RAISED: "A safety concern was raised on {day} ({kind}), and neither a safety plan nor another response to it is on record for \
                that day."
                asks "A safety concern was raised on {day} ({kind}). What was done about it?";
            calls_for CHILD: "A concern about a child or a dependent adult was raised on {day}, and no response to it is on record for that day."
                asks "A concern about a child or a dependent adult was raised on {day}. Who was told, and who protects them?";
            calls_for THREAT: "A threat to another person was recorded as a safety concern on {day}, and no response to it is on record for \
                that day."
                asks "A threat to another person was recorded as a safety concern on {day}. What was done to protect them?";
            calls_for FOUND: "A direct question found a safety concern on {day}, and neither a safety plan nor another response to it is on record \
                for that day."
                asks "A direct question found a safety concern on {day}. What was done about it?";
            calls_for AGAIN: "A direct question found a safety concern again on {day}, while the one of {raised} had no response on record, and \
                none is on record for that day either."
                asks "A direct question found a safety concern again on {day}, after that of {raised}. What was done about it?";
            calls_for ATTEMPT: "A suicide attempt was recorded for {day}, and neither a safety plan nor another response to it is on record by {due}."
                asks "A suicide attempt was recorded for {day}. What had been done about it by {due}?";
            calls_for SERIOUS: "A serious incident was recorded for {day}, and no response to it is on record by {due}."
                asks "A serious incident was recorded for {day}. What had been done about it by {due}?";
            calls_for ATTEMPT_OPEN: "A suicide attempt was recorded for {day}, and neither a safety plan nor another response to it is on record \
                from then to {as_of}; one was due by {due}. Sessions held in that time: {sessions}."
                asks "A suicide attempt was recorded for {day}. What was done about it by {due}, and since?";
            calls_for SERIOUS_OPEN: "A serious incident was recorded for {day}, and no response to it is on record from then to {as_of}; one was \
                due by {due}. Sessions held in that time: {sessions}."
                asks "A serious incident was recorded for {day}. What was done about it by {due}, and since?";
            calls_for HEARD: "The history taken on {day} names a suicide attempt during treatment that is not on record otherwise, and no response \
                to it is on record for that day."
                asks "The history taken on {day} names a suicide attempt during treatment. What was done about it?";
            calls_for VIOLENCE: "The screen of {day} found violence or coercion in a close relationship, and no response to it is on record for \
                that day."
                asks "The screen of {day} found violence or coercion in a close relationship. What was done about it on that day?";
            calls_for WHICH Warning: "Safety concerns of several kinds stood on {day} ({kinds}), and by the record one response was given that \
                day, which does not say which of them it answered."
                asks "Safety concerns of several kinds stood on {day} ({kinds}). Which of them did the response of that day answer?";
        },
        check: |ctx, out| {
            let mut unanswered: Vec<Concern> = Vec::new();
            for concern in concerns(ctx) {
                out.applies();
                let is_act = matches!(concern.how, How::Attempt | How::Serious);
                let stay = if is_act { cared_for_on(ctx, concern.due) } else { Stay::No };
                if stay == Stay::InHospital || died_by(ctx, concern.on) || concern.is_answered(ctx) {
                    continue;
                }
                let (due, answer) = (concern.due, concern.answer(ctx));
                let earlier = concern.found_again_after(&unanswered);
                let sessions = ctx.held().filter(|row| row.on > concern.on).count();
                let (case, values) = match (concern.how, concern.kind) {
                    (How::Raised, Some(ConcernKind::Safeguarding)) => (CHILD, values! {}),
                    (How::Raised, Some(ConcernKind::HarmToOthers)) => (THREAT, values! {}),
                    (How::Raised, Some(kind)) => (RAISED, values! { kind }),
                    (How::Attempt, _) if answer.is_none() => (ATTEMPT_OPEN, values! { due, sessions }),
                    (How::Serious, _) if answer.is_none() => (SERIOUS_OPEN, values! { due, sessions }),
                    (How::Attempt, _) => (ATTEMPT, values! { due }),
                    (How::Serious, _) => (SERIOUS, values! { due }),
                    (How::Violence, _) => (VIOLENCE, values! {}),
                    (How::Heard, _) => (HEARD, values! {}),
                    (How::Raised | How::Found, _) => match earlier {
                        Some(earlier) => (AGAIN, values! { raised: earlier.on }),
                        None => (FOUND, values! {}),
                    },
                };
                let unless = stay == Stay::Unclear;
                let finding = out.calls_for_unless(unless, case, Topic::Safety, concern.place, values);
                remedied(finding, answer);
                // One concern that nobody answered is one account, however often it is found.
                finding.follows = earlier.map(|earlier| Cause { code: finding.code, place: earlier.place });
                unanswered.extend(answer.is_none().then_some(concern));
            }
            for row in ctx.safety().iter().filter(|row| !row.unclear.is_empty()) {
                let response = answers(ctx).find(|&(on, _, kinds)| on == row.on && kinds.is_none());
                if let Some((_, seq, _)) = response.filter(|&(_, seq, _)| !did_what_the_law_asks(ctx, seq)) {
                    out.calls_for(WHICH, Topic::Safety, Place::Entry(seq), values! { kinds: row.unclear });
                }
            }
        },
    };

    /// Ordinary work on the focus must wait until an open concern has its response.
    ///
    /// ## Why
    /// A session with an open concern is given to the concern. Recording the session is never
    /// refused.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and sessions on the day on which the concern was raised: that it
    /// had no response then is asked by another rule.
    NO_ORDINARY_WORK = {
        code: "IPT-190", severity: Error, clause: Integrity,
        topics: [Safety], holds_if_reported: [Safety],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: response first")],
        remedies: [DocumentResponse, HandOver, CorrectEntry],
        follows: ["IPT-189", "IPT-187", "IPT-191", "IPT-024"],
        says: {
            finds WORKED: "The session of {day} went on with work on the focus while the safety concern of {raised} had no response on record.";
            finds WORKED_UNASKED: "The session of {day} went on with work on the focus, and nobody had yet asked about the self-harm item that \
                was endorsed on {raised}.";
        },
        check: |ctx, out| {
            if !ctx.history.judged.contains(Guard::NoOrdinaryWork) {
                return out.does_not_apply();
            }
            for step in ctx.steps() {
                let place = ctx.place_of(step.seq);
                if step.unknown.contains(Guard::NoOrdinaryWork) {
                    out.cannot_tell(Topic::Safety, place);
                } else if step.unmet.contains(Guard::NoOrdinaryWork) {
                    let open = ctx.safety().iter().rfind(|row| row.raised.is_some() && row.on <= step.on);
                    let Some(open) = open.filter(|open| open.on < step.on) else { continue };
                    let case = if is_concern(open) { WORKED } else { WORKED_UNASKED };
                    let finding = out.finds(case, place, values! { raised: open.on });
                    if let Some(by) = ctx.met_later(Guard::NoOrdinaryWork, step) {
                        finding.remedied_by(by);
                    }
                }
            }
        },
    };

    /// Immediate danger must be met by an urgent referral or an emergency service on the same day.
    ///
    /// ## Why
    /// Danger to life is beyond what psychotherapy can hold; those who can act at once are brought
    /// in.
    ///
    /// ## When it does not apply
    /// Concerns without immediate danger, which is the clinician's judgement and nobody else's; a
    /// stay in hospital; the day of the patient's death. For a child, a dependent adult or another
    /// person, what the law asks for counts, and a hand-over to the service that protects them.
    URGENT_ACTION_IN_DANGER = {
        code: "IPT-191", severity: Error, clause: Integrity,
        topics: [Safety, Contacts], looks_for: [Safety],
        basis: Guideline, sources: [SourceId::NICE_NG222.at("1.2.9")],
        remedies: [HandOver, DocumentResponse],
        says: {
            calls_for IN_DANGER: "Immediate danger was recorded on {day} ({kind}), and neither an urgent referral nor an emergency service is on \
                record for that day."
                asks "Immediate danger was recorded on {day} ({kind}). Who was brought in that day?";
        },
        check: |ctx, out| {
            for (row, concern) in ctx.all::<ConcernRaised>().filter(|(_, concern)| concern.immediate_danger) {
                out.applies();
                let acted = urgent_from(ctx, row.on, concern.kind);
                let in_time = acted.is_some_and(|(day, _)| day == row.on);
                let stay = in_hospital_on(ctx, row.on);
                if in_time || stay == Stay::InHospital || died_by(ctx, row.on) {
                    continue;
                }
                // A stay in hospital is told among contacts.
                let topics = [Topic::Safety, Topic::Contacts];
                let values = values! { kind: concern.kind };
                let finding = out.calls_for_unless(stay == Stay::Unclear, IN_DANGER, topics, Place::Entry(row.seq), values);
                remedied(finding, acted);
            }
        },
    };

    /// Immediate danger that the screen finds must be answered on the same day.
    ///
    /// ## Why
    /// A screen is filled in to find what cannot wait. Its other questions are looked at before the
    /// middle phase begins; this one is not.
    ///
    /// ## When it does not apply
    /// A day on which a concern was raised as well: what answers that has rules of its own. A stay
    /// in hospital; the day of the patient's death.
    DANGER_IN_SCREEN = {
        code: "IPT-024", severity: Error, clause: Integrity, since: SECOND,
        topics: [Safety, InitialTasks, Contacts], looks_for: [InitialTasks],
        basis: Guideline, sources: [SourceId::NICE_NG222.at("1.2.9"), SourceId::DESIGN.at("safety loop: the same day")],
        remedies: [HandOver, DocumentResponse, CorrectEntry],
        says: {
            calls_for UNANSWERED: "The screen of {day} found immediate danger, and no response to it is on record for that day."
                asks "The screen of {day} found immediate danger. What was done about it on that day?";
        },
        check: |ctx, out| {
            let found = ctx.all::<ScreeningDone>().filter(|(_, screen)| screen.present.contains(ScreenItem::ImminentDanger));
            for (row, _) in found {
                out.applies();
                let responses = ctx.all::<SafetyResponse>().map(|(at, _)| (at.on, at.seq));
                let answer = responses.chain(hand_overs(ctx)).filter(|(on, _)| *on >= row.on).min();
                let is_raised = concerns(ctx).any(|it| it.on == row.on);
                let in_time = answer.is_some_and(|(on, _)| on == row.on);
                let stay = in_hospital_on(ctx, row.on);
                if in_time || is_raised || stay == Stay::InHospital || died_by(ctx, row.on) {
                    continue;
                }
                // A stay in hospital is told among contacts.
                let topics = [Topic::Safety, Topic::Contacts];
                let place = Place::Entry(row.seq);
                let finding = out.calls_for_unless(stay == Stay::Unclear, UNANSWERED, topics, place, values! {});
                remedied(finding, answer);
            }
        },
    };

    /// A patient who stays away while a concern is active must be sought on the same day.
    ///
    /// ## Why
    /// Staying away without a word while thoughts of suicide are about may be a sign of danger.
    /// Whoever was in touch, asked, or brought in others that day has sought the patient.
    ///
    /// ## When it does not apply
    /// Cancellations, which are a word from the patient; concerns that a named receiver has taken
    /// over; a stay in hospital; the patient's death.
    SOUGHT_THE_SAME_DAY = {
        code: "IPT-194", severity: Error, clause: Integrity,
        topics: [Contacts, Safety, Sessions], looks_for: [Safety, Sessions],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: outreach"), SourceId::ZERO_SUICIDE.at("missed appointments")],
        remedies: [SeekPatient],
        says: {
            calls_for NOT_SOUGHT: "The patient did not attend on {day} while a safety concern was active, and no attempt to reach them is on record \
                for that day."
                asks "A safety concern was active when the patient did not attend on {day}. Was the patient sought that day?";
        },
        check: |ctx, out| {
            for row in ctx.sessions().iter().filter(|row| !row.held && ctx.safety_on(row.on).is_active()) {
                let stayed_away = row.attendance == Attendance::DidNotAttend;
                let stay = in_hospital_on(ctx, row.on);
                if !stayed_away || died_by(ctx, row.on) || stay == Stay::InHospital {
                    continue;
                }
                out.applies();
                let sought = sought_from(ctx, row.on);
                if sought.is_none_or(|(day, _)| day > row.on) {
                    // Who sought the patient may have written it down as a contact or as a
                    // response.
                    let topics = [Topic::Contacts, Topic::Safety];
                    let place = ctx.place(row);
                    let finding = out.calls_for_unless(stay == Stay::Unclear, NOT_SOUGHT, topics, place, values! {});
                    remedied(finding, sought);
                }
            }
        },
    };

    /// A serious concern should be talked over with a supervisor or the team.
    ///
    /// ## Why
    /// Nobody carries such a decision well alone, and a second view is part of careful practice.
    ///
    /// ## When it does not apply
    /// Concerns without plan, intent, act or immediate danger; concerns that a named receiver took
    /// over; and until the next session or the closing, so that there is time, unless the end came
    /// from outside.
    SERIOUS_CONCERN_CONSULTED = {
        code: "IPT-197", severity: Warning, clause: Deviation,
        topics: [Safety, Supervision, Contacts], looks_for: [Safety],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("p. 130-131, in a copy")],
        remedies: [DiscussInSupervision, RecordIt, JustifyByWaiver], record: ["supervision_held"],
        follows_here: ["IPT-189", "IPT-191"],
        says: {
            calls_for ALONE: "A serious safety concern was raised on {day} ({kind}), and no talk about it with a supervisor or the team is on \
                record."
                asks "A serious safety concern was raised on {day} ({kind}). With whom was it talked over?";
        },
        check: |ctx, out| {
            let raised = ctx.all::<ConcernRaised>().map(|(row, concern)| (row, concern.kind, concern.immediate_danger));
            // Of an attempt that is told both ways the concern is taken.
            let attempts = concerns(ctx).filter(|it| it.how == How::Attempt);
            let attempts = attempts.filter_map(|it| {
                let seq = it.place.entry()?;
                let (row, _) = ctx.all::<IncidentRecorded>().find(|(row, _)| row.seq == seq)?;
                Some((row, ConcernKind::Attempt, false))
            });
            for (row, kind, in_danger) in raised.chain(attempts) {
                let serious = in_danger || kind.asks_for_safety_plan();
                // After a death, and where treatment broke off from outside, there was no time.
                let closed = ctx.closing().is_some_and(|(_, closed)| !closed.mode.came_from_outside());
                let time_passed = ctx.held().next_back().is_some_and(|last| last.on > row.on)
                    || closed && !died_by(ctx, ctx.as_of());
                if !serious || !time_passed {
                    continue;
                }
                out.applies();
                if !consulted_from(ctx, row.on) && !hand_overs(ctx).any(|(on, _)| on >= row.on) {
                    let topics = [Topic::Supervision, Topic::Contacts, Topic::Safety];
                    out.calls_for(ALONE, topics, Place::Entry(row.seq), values! { kind });
                }
            }
        },
    };

    /// A safety concern raised and answered
    ///
    /// ## Why
    /// Whoever reads the report wants to know of it, although nothing is wrong.
    ///
    /// ## When it does not apply
    /// Concerns without a response on their day, which another rule finds.
    CONCERN_ANSWERED = {
        code: "IPT-234", severity: Note, clause: Event,
        topics: [Safety], holds_if_reported: [Safety],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: raised and answered")],
        remedies: [ForInformation],
        says: {
            finds ANSWERED: "A safety concern was raised on {day} ({kind}), and a response to it is on record for the same day, {answer}.";
            finds HANDED_OVER: "A safety concern was raised on {day} ({kind}), and the care for it was handed over the same day, {answer}.";
            finds FOUND: "Direct questions on {day} brought a safety concern to light, and a response to it is on record for the same day, {answer}.";
            finds DIED: "A safety concern was raised on {day} ({kind}), and the patient had died by the end of that day.";
        },
        check: |ctx, out| concerns_answered(ctx, out, [ANSWERED, HANDED_OVER, FOUND, DIED]),
    };
}

/// Whether a response did what the law asks for and more than that: it looked beyond the one
/// concern.
fn did_what_the_law_asks(ctx: &Ctx<'_>, seq: Seq) -> bool {
    ctx.all::<SafetyResponse>().any(|(row, response)| {
        let actions = response.actions;
        row.seq == seq
            && actions.contains(SafetyAction::LegalDuty)
            && actions != SafetyAction::LegalDuty.into()
    })
}

/// Whether a day raised a concern, and not an item alone.
fn is_concern(row: &SafetyRow) -> bool {
    row.raised.is_some()
        && (row.signals.contains(SafetySignal::Concern)
            || row.signals.contains(SafetySignal::EnquiryConfirms))
}

/// The entry that answered a concern on its day: a response, or a hand-over.
fn answer_on<'c>(
    ctx: &Ctx<'_>,
    row: &SafetyRow,
    [answered, handed_over, ..]: [&'c str; 4],
) -> Option<(&'c str, Place)> {
    let response = ctx
        .all::<SafetyResponse>()
        .find(|(at, _)| at.on == row.on)
        .map(|(at, _)| (answered, at.seq));
    let handed = ctx
        .all::<SafetyHandedOver>()
        .find(|(at, _)| at.on == row.on)
        .map(|(at, _)| (handed_over, at.seq));
    response
        .or(handed)
        .map(|(case, seq)| (case, Place::Entry(seq)))
}

/// Finds each concern that had its response on its day.
fn concerns_answered(ctx: &Ctx<'_>, out: &mut Sink<'_>, cases: [&str; 4]) {
    let [_, _, found, died] = cases;
    let mut before = SafetyRegion::NoOpenConcern;
    let mut unanswered = false;
    for row in ctx.safety() {
        let known = core::mem::replace(&mut before, row.after);
        let Some(raised) = row.raised else { continue };
        if row.after.lacks_response() {
            unanswered = true;
            // Nobody is asked for a response then, and the concern is told all the same.
            for (at, concern) in ctx
                .all::<ConcernRaised>()
                .filter(|(at, _)| at.on == row.on && died_by(ctx, row.on))
            {
                out.finds(died, Place::Entry(at.seq), values! { kind: concern.kind });
            }
            continue;
        }
        let answer = answer_on(ctx, row, cases);
        let mut any = false;
        for (at, concern) in ctx.all::<ConcernRaised>().filter(|(at, _)| at.on == row.on) {
            any = true;
            let (place, kind) = (Place::Entry(at.seq), concern.kind);
            if let Some((case, answer)) = answer {
                out.finds(case, place, values! { kind, answer });
            }
        }
        let is_new = !matches!(
            known,
            SafetyRegion::ResponseDocumented | SafetyRegion::HandedOver
        );
        if let Some((_, answer)) = answer {
            if !any && is_new && row.signals.contains(SafetySignal::EnquiryConfirms) {
                out.finds(found, ctx.place_of(raised), values! { answer });
            }
        }
    }
    if unanswered {
        out.does_not_apply();
    }
}
