//! What becomes of a concern, and of a safety plan, when the course is closed.

use chrono::NaiveDate;

use super::shared::hand_overs;
use crate::{
    machine::{Guard, region::SafetyRegion},
    record::safety::{
        ConcernRaised, Enquiry, EnquiryResult, SafetyAction, SafetyReassessed, SafetyResponse,
    },
    rule::{Ctx, catalogue::rules, values},
    source::SourceId,
    vocabulary::{EndingTask, Place, Stated, Topic},
};

rules! {
    kind: Safety;

    /// At closing, a patient with a safety plan should hold a copy.
    ///
    /// ## Why
    /// A plan helps only the person who has it.
    ///
    /// ## When it does not apply
    /// Courses without a safety plan, and those whose end came from outside.
    SAFETY_PLAN_AT_CLOSING = {
        code: "IPT-185", severity: Warning, clause: Deviation,
        topics: [Safety, Ending],
        basis: Guideline,
        sources: [SourceId::NHS_STAYING_SAFE.at("safety plans"), SourceId::DESIGN.at("a copy at closing")],
        remedies: [RecordIt, JustifyByWaiver], record: ["safety_response.patient_holds_plan"],
        says: {
            finds NO_COPY: "When the course was closed on {day}, the patient did not hold a copy of the safety plan of {other}.";
            calls_for COPY_UNKNOWN: "When the course was closed on {day}, it was not on record whether the patient held a copy of the safety plan of \
                {other}."
                asks "Does the patient hold a copy of the safety plan of {other}?";
        },
        check: |ctx, out| {
            let Some((closing, closed)) = ctx.closing() else { return out.does_not_apply() };
            if closed.mode.came_from_outside() {
                return out.does_not_apply();
            }
            let mut responses = ctx.all::<SafetyResponse>().rev();
            let plan = responses.find(|(_, response)| response.actions.contains(SafetyAction::SafetyPlan));
            let Some((row, plan)) = plan else { return out.has_none(Topic::Safety) };
            let place = ctx.place_of(closing.seq);
            let cases = [NO_COPY, COPY_UNKNOWN];
            if let Some(finding) = out.stated(plan.patient_holds_plan, cases, Topic::Safety, place, values! {}) {
                finding.see(ctx.place_of(row.seq));
            }
        },
    };

    /// No course must be closed with a concern that nobody answered or took over.
    ///
    /// ## Why
    /// After the closing nobody is in charge any more, so that a concern would be left to the
    /// patient.
    ///
    /// ## When it does not apply
    /// An end that came from outside: death, hospital, lost contact. A response or a hand-over
    /// recorded afterwards makes an unanswered concern good. A concern that had its response and
    /// still stands is handed over to a receiver, or in the report to the referrer; one is settled
    /// that the last direct question after it did not find any more, unless a later look found that
    /// it stands.
    CONCERN_ANSWERED_AT_CLOSING = {
        code: "IPT-215", severity: Error, clause: Integrity,
        topics: [Safety, Ending], holds_if_reported: [Safety],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: closing")],
        remedies: [DocumentResponse, HandOver],
        follows: ["IPT-189", "IPT-187", "IPT-191", "IPT-024"],
        says: {
            finds UNANSWERED: "The course was closed on {day} while the safety concern of {raised} had no response on record.";
            calls_for STANDS Warning: "The course was closed on {day} although the safety concern of {raised} was not on record as resolved, and the record names nobody who follows it up from then on."
                asks "The safety concern of {raised} was not on record as resolved when the course was closed on {day}. Who follows it up?";
        },
        check: |ctx, out| {
            let raised = |day| ctx.safety().iter().rfind(|row| row.raised.is_some() && row.on <= day).map(|row| row.on);
            out.condition(Guard::ConcernHandedOver, Topic::Safety, |step| {
                (UNANSWERED, values! { raised: raised(step.on).unwrap_or(step.on) })
            });
            let Some((closing, closed)) = ctx.closing().filter(|(_, closed)| !closed.mode.came_from_outside()) else { return };
            let stands = ctx.safety_on(closing.on) == SafetyRegion::ResponseDocumented;
            let told = [ctx.ending_stated(EndingTask::Handover), closed.referrer_informed].contains(&Stated::Done)
                || hand_overs(ctx).next().is_some();
            let concern = ctx.last::<ConcernRaised>().map(|(row, _)| row.on);
            let open = raised(closing.on).or(concern).filter(|_| stands && !told);
            if let Some(raised) = open.filter(|&raised| !is_settled_since(ctx, raised)) {
                // A hand-over may be written with the concern as well as with the ending.
                let topics = [Topic::Ending, Topic::Safety];
                out.calls_for(STANDS, topics, Place::Entry(closing.seq), values! { raised });
            }
        },
    };
}

/// Whether the last direct question after a day found no concern, and no look since then says that
/// the concern stands.
fn is_settled_since(ctx: &Ctx<'_>, raised: NaiveDate) -> bool {
    let in_sessions = ctx
        .held()
        .filter_map(|row| Some((row.on, ctx.note(row)?.enquiry.as_ref()?)));
    let beside = ctx.all::<Enquiry>().map(|(row, enquiry)| (row.on, enquiry));
    let last = (in_sessions.chain(beside))
        .filter(|(on, enquiry)| *on > raised && enquiry.was_direct())
        .max_by_key(|&(on, _)| on);
    let stands_since = |day| {
        ctx.all::<SafetyReassessed>()
            .any(|(row, looked)| row.on >= day && looked.concern_stands)
    };
    last.is_some_and(|(on, enquiry)| {
        enquiry.result == EnquiryResult::NoConcern && !stands_since(on)
    })
}
