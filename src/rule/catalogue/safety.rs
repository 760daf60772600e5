//! Safety: IPT-185 to IPT-199, IPT-234 and IPT-237. None of them reads or makes a level of risk.

use chrono::NaiveDate;

use super::{condition, guaranteed, middle::lacks_both, rules};
use crate::{
    entry::Seq,
    machine::{
        Guard,
        region::{SafetyRegion, SafetySignal},
    },
    measure::{ItemAnswer, Score},
    record::{
        Fact, FactKind,
        contact::{AdmissionEvent, Contact, ContactPurpose, ContactWith},
        ending::EndMode,
        patient::MedicationChange,
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryBasis, EnquiryResult, EnquirySubject, Incident, Receiver,
            SafetyAction, SafetyActions, SafetyResponse,
        },
        session::{Attendance, Session},
    },
    rule::{Ctx, Evidence, FactRow, Place, SessionRow, Sink},
    source::SourceId,
    task::{EndingTask, Stated},
    topic::Topic,
};

rules! {
    /// At closing, a patient with a safety plan holds a copy, and a plan whose concern stands is handed over.
    ///
    /// ## Why
    /// A plan helps only the person who has it, and the next clinician needs to know of it.
    ///
    /// ## When it does not apply
    /// Courses without a safety plan, and those whose end came from outside. The hand-over is asked for while the concern
    /// stands; a reassessment that finds it over ends that.
    SAFETY_PLAN_AT_CLOSING = {
        code: "IPT-185", severity: Warning, clause: Deviation, kind: Safety,
        moments: [Closing], topics: [Safety, Ending], parameters: [],
        basis: Guideline,
        sources: [SourceId::NHS_STAYING_SAFE.at("safety plans"), SourceId::DESIGN.at("copy and hand-over at closing")],
        since: FIRST,
        remedies: [RecordIt, HandOver, JustifyByWaiver],
        check: |ctx, out| {
            let Some((closing, closed)) = ctx.closing() else { return out.does_not_apply() };
            let plan = responses(ctx).rev().find(|(_, response)| response.actions.contains(SafetyAction::SafetyPlan));
            if closed.mode.came_from_outside() {
                return out.does_not_apply();
            }
            let Some((row, plan)) = plan else { return out.has_none(Topic::Safety) };
            let place = ctx.place_of(closing.seq);
            let copy = Evidence::Matter { name: "patient_holds_plan" };
            match plan.patient_holds_plan {
                Stated::Done => {}
                Stated::NotDone => { out.finds(place, copy).see(ctx.place_of(row.seq)); }
                Stated::NotReported => { out.lacks(Topic::Safety, place, copy).see(ctx.place_of(row.seq)); }
            }
            let handed = ctx.ending_stated(EndingTask::Handover).is_done()
                || closed.referrer_informed.is_done()
                || ctx.kinds().contains(FactKind::SafetyHandedOver);
            let stands = ctx.safety_on(closing.on) != SafetyRegion::NoOpenConcern;
            if !handed && !stands {
                // That no concern is on record says something only where they are reported, or where one was found to be over.
                if !ctx.reports(Topic::Safety, closing.on) && !found_over(ctx, row.on) {
                    out.cannot_tell(Topic::Safety, place);
                }
            } else if !handed {
                let evidence = Evidence::EndingTasks { open: EndingTask::Handover.into() };
                let stated = [ctx.ending_stated(EndingTask::Handover), closed.referrer_informed];
                if stated.contains(&Stated::NotDone) {
                    // Whether the concern still stands is told where safety is.
                    out.lacks(Topic::Safety, place, evidence);
                } else {
                    // A hand-over may be written with the concern as well as with the ending.
                    lacks_both(ctx, out, [Topic::Ending, Topic::Safety], place, evidence);
                }
            }
        },
    };

    /// In each held session the patient is asked directly about safety.
    ///
    /// ## Why
    /// Depression carries a risk that shows only to those who ask. What the patient answered, also that they declined, is
    /// recorded; that nobody asked is a finding even with a reason. Asked later, the finding stays and is marked as remedied.
    ///
    /// ## When it does not apply
    /// Sessions that were not held. An enquiry recorded by itself on the day of the session counts.
    ASKED_IN_EACH_SESSION = {
        code: "IPT-186", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety, Sessions], parameters: [],
        basis: Guideline,
        sources: [
            SourceId::NICE_NG222.at("recommendations on risk, depression in adults"),
            SourceId::DESIGN.at("an enquiry in each session"),
        ],
        since: FIRST,
        remedies: [RecordIt, AskDirectly],
        check: |ctx, out| {
            let mut later: Option<Option<(NaiveDate, Seq)>> = None;
            if !ctx.sessions().iter().any(|row| row.held) {
                return out.has_none(Topic::Sessions);
            }
            for row in ctx.sessions().iter().filter(|row| row.held) {
                let Some(note) = ctx.note(row) else { continue };
                if direct(note) || asked_on(ctx, row.on) {
                    continue;
                }
                // The next enquiry stays the next one until its day is reached.
                let next = match later {
                    Some(None) => None,
                    Some(Some((day, seq))) if day > row.on => Some((day, seq)),
                    _ => *later.insert(asked_after(ctx, row.on)),
                };
                let stated = note.enquiry.as_ref().is_some_and(|enquiry| enquiry.result == EnquiryResult::NotAsked);
                remedied(not_asked(out, ctx.place(row), stated, Evidence::Nothing {}), next);
            }
        },
    };

    /// When an item about self-harm is endorsed, the patient is asked directly on the same day.
    ///
    /// ## Why
    /// An endorsed item is a question to the clinician, not an answer. It opens a provisional concern that lasts until somebody
    /// asks.
    ///
    /// ## When it does not apply
    /// Records without an endorsed item; the day of the patient's death; an item on whose day the care was handed over.
    ENDORSED_ITEM_IS_FOLLOWED = {
        code: "IPT-187", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety, Measures], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: an endorsed item is a provisional concern")], since: FIRST,
        remedies: [AskDirectly, RecordIt],
        check: |ctx, out| {
            let mut days = days_with(ctx, SafetySignal::ItemEndorsed).peekable();
            if days.peek().is_none() {
                return out.has_none(Topic::Measures);
            }
            for day in days.filter(|&day| !asked_on(ctx, day) && !handed_over_on(ctx, day) && !died_by(ctx, day)) {
                let next = asked_after(ctx, day);
                for item in items(ctx, ItemAnswer::Endorsed).filter(|item| item.on == day) {
                    remedied(out.lacks(Topic::Safety, item.place, item.evidence()), next);
                }
            }
        },
    };

    /// A denied item about self-harm is not recorded as a direct enquiry.
    ///
    /// ## Why
    /// Some people who deny the item go on to attempt suicide. A zero closes no concern and replaces no question.
    ///
    /// ## When it does not apply
    /// An enquiry that rests on an item and found a concern: the concern counts, and the question is still to be put. A day on
    /// which the patient was asked directly as well.
    DENIED_ITEM_IS_NO_ENQUIRY = {
        code: "IPT-188", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], holds_if_reported: [Safety], parameters: [],
        basis: Trial, sources: [SourceId::PHQ9_ITEM9_STUDY.at("attempts after a denial")], since: FIRST,
        remedies: [AskDirectly, CorrectEntry],
        check: |ctx, out| {
            let denied = |enquiry: Option<&Enquiry>| enquiry.is_some_and(rests_on_denied_item);
            let in_note = |row: &&SessionRow| denied(ctx.note(row).and_then(|note| note.enquiry.as_ref()));
            let in_sessions = ctx.sessions().iter().filter(in_note);
            let beside = ctx.facts(FactKind::EnquiryMade).filter(|(_, fact)| {
                denied(match fact {
                    Fact::EnquiryMade(enquiry) => Some(enquiry),
                    _ => None,
                })
            });
            let places = in_sessions.map(|row| (row.on, ctx.place(row)));
            for (on, place) in places.chain(beside.map(|(row, _)| (row.on, Place::Entry(row.seq)))) {
                // Beside a question of the same day, the zero replaces nothing.
                if !asked_on(ctx, on) {
                    remedied(out.lacks(Topic::Safety, place, Evidence::Nothing {}), asked_after(ctx, on));
                }
            }
        },
    };

    /// A safety concern has a documented response on the day on which it is raised.
    ///
    /// ## Why
    /// A concern comes first. A response written in the same session or on the same day answers it, whichever came first.
    ///
    /// ## When it does not apply
    /// A provisional concern that a direct enquiry of the same day clears, and a concern raised on the day of the patient's
    /// death. A concern found again while its response stands needs no new one; a reassessment does.
    CONCERN_HAS_RESPONSE = {
        code: "IPT-189", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], parameters: [],
        basis: Guideline,
        sources: [SourceId::NICE_NG222.at("recommendations on risk"), SourceId::DESIGN.at("safety loop: the same day")],
        since: FIRST,
        remedies: [DocumentResponse, HandOver, RecordIt],
        check: |ctx, out| {
            let mut raised = ctx.safety().iter().filter(|row| row.raised.is_some()).peekable();
            if raised.peek().is_none() {
                return out.has_none(Topic::Safety);
            }
            for row in raised.filter(|row| row.after.lacks_response() && !died_by(ctx, row.on)) {
                let Some(seq) = row.raised else { continue };
                let evidence = match ctx.entry(seq).and_then(crate::Entry::stated) {
                    Some((_, Fact::ConcernRaised(concern))) => Evidence::Concern { kind: concern.kind },
                    _ => Evidence::Nothing {},
                };
                let answer = ctx.safety().iter().find(|later| later.on > row.on && later.answered.is_some());
                let answer = answer.and_then(|later| Some((later.on, later.answered?)));
                remedied(out.lacks(Topic::Safety, ctx.place_of(seq), evidence), answer);
            }
        },
    };

    /// Ordinary work on the focus waits until an open concern has its response.
    ///
    /// ## Why
    /// A session with an open concern is given to the concern. Recording the session is never refused.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and sessions in which the response is documented on the same day.
    NO_ORDINARY_WORK = {
        code: "IPT-190", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], holds_if_reported: [Safety], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: no ordinary work before the response")], since: FIRST,
        remedies: [DocumentResponse, HandOver, CorrectEntry],
        check: |ctx, out| condition(Guard::NoOrdinaryWork, Topic::Safety, ctx, out),
    };

    /// Immediate danger is met by an urgent referral or an emergency service on the same day.
    ///
    /// ## Why
    /// Danger to life is beyond what psychotherapy can hold; those who can act at once are brought in.
    ///
    /// ## When it does not apply
    /// Concerns without immediate danger, which is the clinician's judgement and nobody else's; a stay in hospital; the day of the
    /// patient's death. For safeguarding, a hand-over to its service counts.
    URGENT_ACTION_IN_DANGER = {
        code: "IPT-191", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety, Contacts], parameters: [],
        basis: Guideline, sources: [SourceId::NICE_NG222.at("1.2.9")], since: FIRST,
        remedies: [HandOver, DocumentResponse, RecordIt],
        check: |ctx, out| {
            let mut applies = false;
            for (row, concern) in concerns(ctx).filter(|(_, concern)| concern.immediate_danger) {
                applies = true;
                let acted = urgent_from(ctx, row.on, concern.kind);
                let in_time = acted.is_some_and(|(day, _)| day == row.on);
                if in_time || in_hospital_on(ctx, row.on) || died_by(ctx, row.on) {
                    continue;
                }
                let evidence = Evidence::Concern { kind: concern.kind };
                // A stay in hospital is told among contacts.
                let topics = [Topic::Safety, Topic::Contacts];
                remedied(lacks_both(ctx, out, topics, Place::Entry(row.seq), evidence), acted);
            }
            if !applies {
                out.has_none(Topic::Safety);
            }
        },
    };

    /// The response to a plan, an intent, a preparatory act or an attempt holds a written safety plan, or says why not.
    ///
    /// ## Why
    /// A plan that the patient helped to write says what to do when the thoughts come back. Where something else was better, a
    /// word on why lets others understand it.
    ///
    /// ## When it does not apply
    /// Other concerns, the patient's death, and a concern that a named receiver took over before any response. A concern without
    /// any response has a rule of its own.
    WRITTEN_SAFETY_PLAN = {
        code: "IPT-192", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], parameters: [],
        basis: Guideline,
        sources: [SourceId::NHS_STAYING_SAFE.at("safety plans"), SourceId::IPT_A_SCI.at("safety plan in crisis")],
        since: FIRST,
        remedies: [DocumentResponse, RecordIt],
        check: |ctx, out| {
            let mut applies = false;
            for (row, concern) in concerns(ctx).filter(|(_, concern)| concern.kind.asks_for_safety_plan()) {
                let Some((first, _)) = responses(ctx).find(|(response, _)| response.on >= row.on) else { continue };
                if handed_overs(ctx).any(|on| row.on <= on && on < first.on) {
                    continue;
                }
                applies = true;
                let planned = responses(ctx).find(|(at, response)| {
                    let plan = response.actions.contains(SafetyAction::SafetyPlan) || response.rationale.is_some();
                    at.on >= row.on && plan
                });
                if planned.is_some_and(|(plan, _)| plan.on == first.on) || died_by(ctx, first.on) {
                    continue;
                }
                let evidence = Evidence::Concern { kind: concern.kind };
                let finding = out.lacks(Topic::Safety, Place::Entry(row.seq), evidence);
                finding.see(Place::Entry(first.seq));
                remedied(finding, planned.map(|(plan, _)| (plan.on, plan.seq)));
            }
            if !applies {
                out.has_none(Topic::Safety);
            }
        },
    };

    /// After a response, the concern is reassessed by the next session.
    ///
    /// ## Why
    /// Concern, response, reassessment: the loop closes when somebody looks again. An enquiry that finds nothing is not yet the
    /// judgement that the concern is over.
    ///
    /// ## When it does not apply
    /// No session has been held since, or the care was handed over.
    REASSESSED_NEXT_TIME = {
        code: "IPT-193", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], parameters: [],
        basis: Guideline, sources: [SourceId::NHS_STAYING_SAFE.at("review of the safety plan")], since: FIRST,
        remedies: [RecordIt, AskDirectly, DocumentResponse],
        check: |ctx, out| {
            let mut applies = false;
            for row in ctx.safety() {
                if !row.signals.contains(SafetySignal::Response) || row.after != SafetyRegion::ResponseDocumented {
                    continue;
                }
                let after = ctx.sessions().partition_point(|session| session.on <= row.on);
                let Some(next) = ctx.sessions()[after..].iter().find(|session| session.held) else { continue };
                applies = true;
                let again = looked_at_again(ctx, row.on);
                if again.is_none_or(|(day, _)| day > next.on) {
                    remedied(out.lacks(Topic::Safety, ctx.place(next), Evidence::On { day: row.on }), again);
                }
            }
            if !applies {
                out.has_none(Topic::Safety);
            }
        },
    };

    /// A patient who stays away while a concern is active is sought on the same day.
    ///
    /// ## Why
    /// Staying away without a word while thoughts of suicide are about may be a sign of danger. Whoever was in touch, asked, or
    /// brought in others that day has sought the patient.
    ///
    /// ## When it does not apply
    /// Cancellations, which are a word from the patient; concerns that a named receiver has taken over; a stay in hospital; the
    /// patient's death.
    SOUGHT_THE_SAME_DAY = {
        code: "IPT-194", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Contacts, Safety, Sessions], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: outreach the same day")], since: FIRST,
        remedies: [SeekPatient, RecordIt],
        check: |ctx, out| {
            if ctx.safety().is_empty() {
                return out.has_none(Topic::Safety);
            }
            let mut applies = false;
            for row in ctx.sessions().iter().filter(|row| !row.held && is_active(ctx.safety_on(row.on))) {
                if ctx.note(row).is_none_or(|note| note.attendance != Attendance::DidNotAttend) {
                    continue;
                }
                if died_by(ctx, row.on) || in_hospital_on(ctx, row.on) {
                    continue;
                }
                applies = true;
                let sought = sought_from(ctx, row.on);
                if sought.is_none_or(|(day, _)| day > row.on) {
                    // Who sought the patient may have written it down as a contact or as a response.
                    let topics = [Topic::Contacts, Topic::Safety];
                    remedied(lacks_both(ctx, out, topics, ctx.place(row), Evidence::Nothing {}), sought);
                }
            }
            if !applies {
                out.has_none(Topic::Safety);
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// Early in treatment, and after a change of medication, thoughts of suicide are asked about again and again.
    ///
    /// ## Why
    /// Guidelines ask for closer attention in the first weeks and when medication is started or changed. The numbers of days and
    /// of sessions are our own.
    ///
    /// ## When it does not apply
    /// Sessions outside these stretches. An enquiry whose subjects are not written counts.
    ASKED_AGAIN_EARLY = {
        code: "IPT-195", severity: Warning, clause: OwnNumber, kind: Safety,
        moments: [Recording], topics: [Safety, Medication], parameters: ["safety.close_days", "safety.enquiry_run"],
        basis: Guideline,
        sources: [SourceId::NICE_NG222.at("1.2.10, 1.2.11, 1.4.3"), SourceId::DESIGN.at("how many sessions in a row")],
        since: FIRST,
        remedies: [AskDirectly, RecordIt],
        check: asked_again_early,
    };

    /// No rule, condition or report reads or makes a level of risk.
    ///
    /// ## Why
    /// Low, medium and high predict nothing and mislead. What is recorded is what was asked, answered and done.
    ///
    /// ## When it does not apply
    /// It always applies.
    NO_LEVEL_OF_RISK = {
        code: "IPT-196", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [], parameters: [],
        basis: Guideline, sources: [SourceId::NHS_STAYING_SAFE.at("risk prediction is not used")], since: FIRST,
        remedies: [ForInformation],
        guaranteed_by: "no type of the crate has a field for a level of risk",
        check: guaranteed,
    };

    /// A serious concern is talked over with a supervisor or the team.
    ///
    /// ## Why
    /// Nobody carries such a decision well alone, and a second view is part of careful practice.
    ///
    /// ## When it does not apply
    /// Concerns without plan, intent, act or immediate danger; concerns that a named receiver took over; and until the next session
    /// or the closing, so that there is time, unless the end came from outside.
    SERIOUS_CONCERN_CONSULTED = {
        code: "IPT-197", severity: Warning, clause: Deviation, kind: Safety,
        moments: [Recording], topics: [Safety, Supervision, Contacts], parameters: [],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("consultation on serious concerns")], since: FIRST,
        remedies: [DiscussInSupervision, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let mut applies = false;
            for (row, concern) in concerns(ctx) {
                let serious = concern.immediate_danger || concern.kind.asks_for_safety_plan();
                // After a death, and where treatment broke off from outside, there was none.
                let closed = ctx.closing().is_some_and(|(_, closed)| !closed.mode.came_from_outside());
                let time_passed = ctx.held().next_back().is_some_and(|last| last.on > row.on)
                    || closed && !died_by(ctx, ctx.as_of());
                if !serious || !time_passed {
                    continue;
                }
                applies = true;
                let place = Place::Entry(row.seq);
                if consulted_from(ctx, row.on) || handed_overs(ctx).any(|on| on >= row.on) {
                    continue;
                }
                let silent = [Topic::Supervision, Topic::Contacts].into_iter().find(|&topic| !ctx.reports(topic, row.on));
                let topic = silent.unwrap_or(Topic::Safety);
                out.lacks(topic, place, Evidence::Concern { kind: concern.kind });
            }
            if !applies {
                out.has_none(Topic::Safety);
            }
        },
    };

    /// A concern about a child or a dependent adult has a response.
    ///
    /// ## Why
    /// They cannot protect themselves, and the duty to act for them does not wait for treatment. Any documented response counts.
    ///
    /// ## When it does not apply
    /// Records without such a concern; the day of the patient's death. That the response comes the same day is asked elsewhere.
    SAFEGUARDING_HAS_RESPONSE = {
        code: "IPT-198", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], parameters: [],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("safeguarding")], since: FIRST,
        remedies: [DocumentResponse, HandOver, RecordIt],
        check: |ctx, out| has_response(ConcernKind::Safeguarding, ctx, out),
    };

    /// A serious threat to another person has a response.
    ///
    /// ## Why
    /// Confidentiality has limits, and the law of the place says what follows. Which response that is, the clinician knows; any
    /// documented one counts.
    ///
    /// ## When it does not apply
    /// Records without such a concern; the day of the patient's death.
    THREAT_HAS_RESPONSE = {
        code: "IPT-199", severity: Error, clause: Integrity, kind: Safety,
        moments: [Recording], topics: [Safety], parameters: [],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("p. 133")], since: FIRST,
        remedies: [DocumentResponse, HandOver, RecordIt],
        check: |ctx, out| has_response(ConcernKind::HarmToOthers, ctx, out),
    };

    /// No safety concern was raised.
    ///
    /// ## Why
    /// A concern that was answered in time is care as it should be, and something that whoever takes over wants to see.
    ///
    /// ## When it does not apply
    /// A concern that nobody answered on its day, which has a rule of its own; one found again while its response stands; an
    /// endorsed item that a direct question of the same day cleared.
    NO_SAFETY_CONCERN = {
        code: "IPT-234", severity: Note, clause: Event, kind: Safety,
        moments: [Recording], topics: [Safety], holds_if_reported: [Safety], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: a concern raised and answered")], since: FIRST,
        remedies: [ForInformation],
        check: concerns_answered,
    };

    /// A self-harm item that is left unanswered is followed by a direct question on the same day.
    ///
    /// ## Why
    /// What a questionnaire leaves open, only the patient can say. A gap is neither a yes nor a no.
    ///
    /// ## When it does not apply
    /// Records without such a gap; the day of the patient's death. A contact with the patient, or about safety, and a hand-over of
    /// the care on that day count as well, and the question may come before or after the questionnaire.
    UNANSWERED_ITEM_IS_FOLLOWED = {
        code: "IPT-237", severity: Warning, clause: Deviation, kind: Safety,
        moments: [Recording], topics: [Safety, Contacts, Measures], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("safety loop: an item left out is asked about")], since: FIRST,
        remedies: [AskDirectly, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let mut applies = false;
            for item in items(ctx, ItemAnswer::NotAnswered) {
                applies = true;
                let attended = asked_on(ctx, item.on) || in_touch_on(ctx, item.on) || handed_over_on(ctx, item.on);
                if attended || died_by(ctx, item.on) {
                    continue;
                }
                let next = asked_after(ctx, item.on);
                let topics = [Topic::Safety, Topic::Contacts];
                remedied(lacks_both(ctx, out, topics, item.place, item.evidence()), next);
            }
            if !applies {
                out.has_none(Topic::Measures);
            }
        },
    };
}

/// What happened first, and on which day.
type Happened = Option<(NaiveDate, Seq)>;

fn remedied(finding: &mut crate::rule::Finding, by: Happened) {
    if let Some((_, by)) = by {
        finding.remedied_by(by);
    }
}

/// That nobody asked: stated, or not shown.
fn not_asked<'s>(
    out: &'s mut Sink<'_>,
    place: Place,
    stated: bool,
    evidence: Evidence,
) -> &'s mut crate::rule::Finding {
    if stated { out.finds(place, evidence) } else { out.lacks(Topic::Safety, place, evidence) }
}

/// A score whose item about self-harm was answered in a certain way.
struct Item {
    on: NaiveDate,
    place: Place,
    score: Score,
}

impl Item {
    const fn evidence(&self) -> Evidence {
        Evidence::Score { instrument: self.score.instrument, total: self.score.total }
    }
}

/// The scores with such an answer: one a session, then those between sessions.
fn items<'a>(ctx: &Ctx<'a>, answer: ItemAnswer) -> impl Iterator<Item = Item> + use<'a> {
    let ctx = *ctx;
    let answered = move |score: &Score| score.self_harm_item == Some(answer);
    let in_sessions = ctx.sessions().iter().filter_map(move |row| {
        let note = ctx.note(row)?;
        let score = *note.scores.iter().find(|score| answered(score))?;
        Some(Item { on: row.on, place: ctx.place(row), score })
    });
    let between = ctx.facts(FactKind::Scored).filter_map(move |(row, fact)| match fact {
        Fact::Scored(score) if answered(score) => {
            Some(Item { on: row.on, place: Place::Entry(row.seq), score: *score })
        }
        _ => None,
    });
    in_sessions.chain(between)
}

fn direct(note: &Session) -> bool {
    note.enquiry.as_ref().is_some_and(Enquiry::was_direct)
}

fn rests_on_denied_item(enquiry: &Enquiry) -> bool {
    enquiry.basis == EnquiryBasis::QuestionnaireItem && enquiry.result == EnquiryResult::NoConcern
}

fn sessions_on<'a>(ctx: &Ctx<'a>, day: NaiveDate) -> &'a [SessionRow] {
    let sessions = ctx.sessions();
    let from = sessions.partition_point(|row| row.on < day);
    let to = sessions.partition_point(|row| row.on <= day);
    sessions.get(from..to).unwrap_or_default()
}

/// Direct enquiries outside sessions.
fn enquiries<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (NaiveDate, Seq)> + use<'a> {
    ctx.facts(FactKind::EnquiryMade)
        .filter(|(_, fact)| matches!(fact, Fact::EnquiryMade(enquiry) if enquiry.was_direct()))
        .map(|(row, _)| (row.on, row.seq))
}

fn asked_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let in_session = |row: &SessionRow| row.held && ctx.note(row).is_some_and(direct);
    sessions_on(ctx, day).iter().any(in_session) || enquiries(ctx).any(|(on, _)| on == day)
}

/// The first direct enquiry on a day or later.
fn asked_from(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    let from = ctx.sessions().partition_point(|row| row.on < day);
    let session = ctx.sessions()[from..].iter().find(|row| row.held && ctx.note(row).is_some_and(direct));
    let session = session.map(|row| (row.on, row.seq));
    session.into_iter().chain(enquiries(ctx).find(|&(on, _)| on >= day)).min()
}

fn asked_after(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    asked_from(ctx, day.succ_opt()?)
}

fn days_with<'a>(ctx: &Ctx<'a>, signal: SafetySignal) -> impl Iterator<Item = NaiveDate> + use<'a> {
    ctx.safety().iter().filter(move |row| row.signals.contains(signal)).map(|row| row.on)
}

fn concerns<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (FactRow, &'a ConcernRaised)> + use<'a> {
    ctx.facts(FactKind::ConcernRaised).filter_map(|(row, fact)| match fact {
        Fact::ConcernRaised(concern) => Some((row, concern)),
        _ => None,
    })
}

fn responses<'a>(ctx: &Ctx<'a>) -> impl DoubleEndedIterator<Item = (FactRow, &'a SafetyResponse)> + use<'a> {
    ctx.facts(FactKind::SafetyResponse).filter_map(|(row, fact)| match fact {
        Fact::SafetyResponse(response) => Some((row, &**response)),
        _ => None,
    })
}

fn died_by(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let incident = ctx.facts(FactKind::IncidentRecorded).any(|(row, fact)| {
        row.on <= day && matches!(fact, Fact::IncidentRecorded(incident) if incident.incident == Incident::Death)
    });
    incident || ctx.closing().is_some_and(|(row, closed)| row.on <= day && closed.mode == EndMode::Died)
}

/// What brings urgent help: a referral or a service that acts at once.
const URGENT: SafetyActions = SafetyActions::of(&[
    SafetyAction::UrgentReferral,
    SafetyAction::CrisisTeam,
    SafetyAction::EmergencyServices,
    SafetyAction::Hospital,
]);

/// The first urgent action on a day or later. For a child or a dependent adult it may be a hand-over to those who protect them.
fn urgent_from(ctx: &Ctx<'_>, day: NaiveDate, concern: ConcernKind) -> Happened {
    let acted =
        responses(ctx).find(|(row, response)| row.on >= day && !response.actions.intersection(URGENT).is_empty());
    let handed = ctx.facts(FactKind::SafetyHandedOver).find(|(row, fact)| {
        let to = match fact {
            Fact::SafetyHandedOver(handed) => handed.receiver,
            _ => return false,
        };
        let urgent = [Receiver::CrisisTeam, Receiver::EmergencyServices, Receiver::Hospital, Receiver::Specialist];
        let protects = concern == ConcernKind::Safeguarding && to == Receiver::Safeguarding;
        row.on >= day && (urgent.contains(&to) || protects)
    });
    acted.map(|(row, _)| (row.on, row.seq)).into_iter().chain(handed.map(|(row, _)| (row.on, row.seq))).min()
}

/// The first reassessment, new response or hand-over after a response of that day; a reassessment of the same day counts.
fn looked_at_again(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    let reassessed = ctx.facts(FactKind::SafetyReassessed).find(|(row, _)| row.on >= day);
    let answered = responses(ctx).find(|(row, _)| row.on > day);
    let handed = ctx.facts(FactKind::SafetyHandedOver).find(|(row, _)| row.on >= day);
    let again = [reassessed.map(|(row, _)| row), answered.map(|(row, _)| row), handed.map(|(row, _)| row)];
    again.into_iter().flatten().map(|row| (row.on, row.seq)).min()
}

/// Whether a concern is on the therapist's hands.
const fn is_active(region: SafetyRegion) -> bool {
    match region {
        SafetyRegion::ProvisionalConcern | SafetyRegion::ConcernOpen | SafetyRegion::ResponseDocumented => true,
        SafetyRegion::NoOpenConcern | SafetyRegion::HandedOver => false,
    }
}

/// The first time on a day or later that the patient was sought or contacted.
fn sought_from(ctx: &Ctx<'_>, day: NaiveDate) -> Happened {
    let outreach = ctx.facts(FactKind::OutreachMade).find(|(row, _)| row.on >= day);
    let contact = ctx
        .facts(FactKind::Contact)
        .find(|(row, fact)| row.on >= day && matches!(fact, Fact::Contact(contact) if seeks(contact)));
    let session = ctx.sessions().iter().find(|row| row.held && row.on >= day).map(|row| (row.on, row.seq));
    let response =
        responses(ctx).find(|(row, response)| row.on >= day && !response.actions.intersection(REACHING).is_empty());
    let made = [outreach.map(|(row, _)| row), contact.map(|(row, _)| row), response.map(|(row, _)| row)];
    let made = made.into_iter().flatten().map(|row| (row.on, row.seq));
    made.chain(session).chain(enquiries(ctx).find(|&(on, _)| on >= day)).min()
}

/// What a response does to reach the patient, or to have others reach them.
const REACHING: SafetyActions = SafetyActions::of(&[
    SafetyAction::ExtraContact,
    SafetyAction::SupportsContacted,
    SafetyAction::UrgentReferral,
    SafetyAction::CrisisTeam,
    SafetyAction::EmergencyServices,
    SafetyAction::Hospital,
]);

fn seeks(contact: &Contact) -> bool {
    contact.with == ContactWith::Patient
        || matches!(contact.purpose, Some(ContactPurpose::Outreach | ContactPurpose::Safety))
}

/// Whether somebody was in touch with the patient, or with others about their safety, on a day.
fn in_touch_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    ctx.facts(FactKind::Contact).any(|(row, fact)| {
        row.on == day
            && matches!(fact, Fact::Contact(contact) if contact.reached != Stated::NotDone && (contact.with == ContactWith::Patient
                || contact.purpose == Some(ContactPurpose::Safety)))
    })
}

/// The days on which the care for a concern was handed to a named receiver.
fn handed_overs<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = NaiveDate> + use<'a> {
    ctx.facts(FactKind::SafetyHandedOver).map(|(row, _)| row.on)
}

fn handed_over_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    handed_overs(ctx).any(|on| on == day)
}

/// Whether a reassessment on a day or later found a concern over.
fn found_over(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    ctx.facts(FactKind::SafetyReassessed).any(|(row, fact)| {
        row.on >= day && matches!(fact, Fact::SafetyReassessed(reassessed) if !reassessed.concern_stands)
    })
}

/// Whether the patient was in hospital on a day.
fn in_hospital_on(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let last = ctx.facts(FactKind::Admission).rfind(|(row, _)| row.on <= day);
    matches!(last, Some((_, Fact::Admission(stay))) if stay.event == AdmissionEvent::Admitted)
}

/// Whether supervisor or team were consulted on a day or later.
fn consulted_from(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    responses(ctx).any(|(row, response)| row.on >= day && response.actions.contains(SafetyAction::Consultation))
        || ctx.facts(FactKind::SupervisionHeld).any(|(row, _)| row.on >= day)
        || ctx.facts(FactKind::Contact).any(|(row, fact)| {
            row.on >= day && matches!(fact, Fact::Contact(contact) if contact.with == ContactWith::Team)
        })
}

/// Each concern of a kind has a response, or is handed over, on its day or later.
fn has_response(kind: ConcernKind, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let mut applies = false;
    for (row, _) in concerns(ctx).filter(|(_, concern)| concern.kind == kind) {
        applies = true;
        let answered =
            responses(ctx).any(|(response, _)| response.on >= row.on) || handed_overs(ctx).any(|on| on >= row.on);
        if !answered && !died_by(ctx, row.on) {
            out.lacks(Topic::Safety, Place::Entry(row.seq), Evidence::Concern { kind });
        }
    }
    if !applies {
        out.has_none(Topic::Safety);
    }
}

/// Finds each concern that had its response on its day.
fn concerns_answered(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let mut before = SafetyRegion::NoOpenConcern;
    let mut unanswered = false;
    for row in ctx.safety() {
        let known = core::mem::replace(&mut before, row.after);
        let Some(raised) = row.raised else { continue };
        if row.after.lacks_response() {
            unanswered = true;
            continue;
        }
        let mut any = false;
        for (at, concern) in concerns(ctx).filter(|(at, _)| at.on == row.on) {
            any = true;
            out.finds(Place::Entry(at.seq), Evidence::Concern { kind: concern.kind });
        }
        let is_new = !matches!(known, SafetyRegion::ResponseDocumented | SafetyRegion::HandedOver);
        if !any && is_new && row.signals.contains(SafetySignal::EnquiryConfirms) {
            out.finds(ctx.place_of(raised), Evidence::Nothing {});
        }
    }
    if unanswered {
        out.does_not_apply();
    }
}

fn asked_again_early(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let safety = &ctx.spec().safety;
    let (most, days) = (safety.enquiry_run.value, safety.close_days.value);
    let within = |from: NaiveDate, day: NaiveDate| from <= day && (day - from).num_days() <= i64::from(days);
    let first = if ctx.began_midway() { None } else { ctx.held().next().map(|row| row.on) };
    let changed = |day: NaiveDate| {
        ctx.facts(FactKind::MedicationNoted).any(|(row, fact)| {
            let change = match fact {
                Fact::MedicationNoted(noted) => noted.change,
                _ => return false,
            };
            let is_change = !matches!(change, MedicationChange::AtEntry | MedicationChange::NoneTaken);
            is_change && within(row.on, day)
        })
    };
    let mut run = 0_u16;
    let mut applies = false;
    for row in ctx.held() {
        if !first.is_some_and(|first| within(first, row.on)) && !changed(row.on) {
            run = 0;
            continue;
        }
        applies = true;
        let in_note = ctx.note(row).and_then(|note| note.enquiry.as_ref()).is_some_and(asks_about_thoughts);
        let beside = || {
            ctx.facts(FactKind::EnquiryMade).any(|(made, fact)| {
                made.on == row.on && matches!(fact, Fact::EnquiryMade(enquiry) if asks_about_thoughts(enquiry))
            })
        };
        run = if in_note || beside() { 0 } else { run + 1 };
        if run == most.saturating_add(1) {
            let evidence = Evidence::TooMany { found: u32::from(run), most: u32::from(most) };
            out.lacks(Topic::Safety, ctx.place(row), evidence);
        }
    }
    if !applies {
        out.has_none(Topic::Medication);
    }
}

fn asks_about_thoughts(enquiry: &Enquiry) -> bool {
    let about = enquiry.subjects.is_empty() || enquiry.subjects.contains(EnquirySubject::Ideation);
    enquiry.was_direct() && about
}
