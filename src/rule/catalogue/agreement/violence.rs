//! Violence or coercion in a relationship: safety is assessed before communication is worked on, or
//! somebody is brought in.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::{
    record::{
        focus::DisputeDetailed,
        inventory::{PersonInventoried, Relation},
        safety::{ConcernKind, ConcernRaised, SafetyResponse},
        session::{Participant, Session},
        setting::{ScreenItem, ScreeningDone},
    },
    rule::{
        Ctx, FactRow, SessionRow,
        catalogue::{
            focus::{chosen, comes_later, inventoried, mended},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{PersonRef, ProblemArea, Stated, Technique, TechniqueSet, Topic, WorkKind},
};

/// What prepares a patient to speak up.
const COMMUNICATION: TechniqueSet =
    TechniqueSet::of(&[Technique::CommunicationAnalysis, Technique::RolePlay]);

rules! {
    kind: Safety;

    /// Where violence or coercion is on record, safety in that relationship must be assessed before work on communication, trials with that person and joint sessions.
    ///
    /// ## Why
    /// Practising to speak up can bring danger where the other side coerces. It is no reason
    /// against IPT, which was tested with people who had lived with violence: the assessment comes
    /// first, and it is asked for as soon as violence or coercion is on record. That risk comes first
    /// is how a service for couples works; that it is asked for here is our own rule, for a
    /// person's safety.
    ///
    /// ## When it does not apply
    /// When the exclusion screen says that there is none, or initial tasks are reported and nobody
    /// recorded any. Somebody of the inventory who has died is a danger no more. An assessment on
    /// the same day counts, and so does a documented response, unless it answered another concern.
    /// Communication that a dispute with somebody else was about, and what was agreed to be tried in
    /// it, does not count as work with that person. What was assessed before a record that begins in mid-course is an open question.
    VIOLENCE_ASSESSED_FIRST = {
        code: "IPT-094", severity: Error, clause: Integrity,
        topics: [InitialTasks, SessionContent, Safety], looks_for: [InitialTasks],
        basis: Practice,
        sources: [
            SourceId::TAVISTOCK_VIOLENCE.at("risk first"),
            SourceId::DESIGN.at("safety in relationships"),
            SourceId::CORT_2014.at("histories of partner violence"),
        ],
        remedies: [AskDirectly, DocumentResponse, RecordIt], record: ["dispute_detailed.safety_assessed"],
        follows_here: ["IPT-189"],
        says: {
            finds JOINT_NOT_ASSESSED: "Somebody close ({relation}) took part in the session of {day}, violence or coercion in a relationship had been \
                on record since {other}, and the record says that safety in that relationship was not assessed.";
            calls_for JOINT: "Somebody close ({relation}) took part in the session of {day}, violence or coercion in a relationship had been on \
                record since {other}, and no assessment of safety in that relationship was on record."
                asks "Somebody close ({relation}) took part in the session of {day}, and violence or coercion in a relationship had been on \
                record since {other}. Had safety in that relationship been assessed?";
            finds COMMUNICATION_NOT_ASSESSED: "Communication was worked on in the session of {day} ({techniques}), violence or coercion in a \
                relationship had been on record since {other}, and the record says that safety in that relationship was not assessed.";
            calls_for COMMUNICATION: "Communication was worked on in the session of {day} ({techniques}), violence or coercion in a relationship had \
                been on record since {other}, and no assessment of safety in that relationship was on record."
                asks "Communication was worked on in the session of {day} ({techniques}), and violence or coercion in a relationship had been on \
                record since {other}. Had safety in that relationship been assessed?";
            finds TRIAL_NOT_ASSESSED: "Something to try with the other person of the dispute was agreed in the session of {day}, violence or coercion \
                in a relationship had been on record since {other}, and the record says that safety in that relationship was not assessed.";
            calls_for TRIAL: "Something to try with the other person of the dispute was agreed in the session of {day}, violence or coercion in a \
                relationship had been on record since {other}, and no assessment of safety in that relationship was on record."
                asks "Something to try with the other person of the dispute was agreed in the session of {day}, and violence or coercion in a \
                relationship had been on record since {other}. Had safety in that relationship been assessed?";
            finds NOT_ASSESSED Warning: "Violence or coercion in a relationship was recorded on {day}, and the record says that safety in that \
                relationship was not assessed.";
            calls_for ON_RECORD Warning: "Violence or coercion in a relationship was recorded on {day}, and no assessment of safety in that relationship \
                is on record."
                asks "Violence or coercion in a relationship was recorded on {day}. Has safety in that relationship been assessed?";
        },
        check: |ctx, out| {
            let known_of = on_record(ctx);
            for violence in &known_of {
                out.applies();
                let known = ctx.place_of(violence.since.seq);
                let assessed = violence.assessed(ctx);
                let (cases, place, values, by) = match violence.met(ctx) {
                    Some((row, Met::Joined(relation))) => {
                        ([JOINT_NOT_ASSESSED, JOINT], ctx.place(row), values! { relation }, row.on)
                    }
                    Some((row, Met::Prepared(techniques))) => {
                        ([COMMUNICATION_NOT_ASSESSED, COMMUNICATION], ctx.place(row), values! { techniques }, row.on)
                    }
                    Some((row, Met::Tried)) => ([TRIAL_NOT_ASSESSED, TRIAL], ctx.place(row), values! {}, row.on),
                    None => ([NOT_ASSESSED, ON_RECORD], known, values! {}, ctx.as_of()),
                };
                let topics = [Topic::Safety, Topic::InitialTasks];
                let finding = match violence.stated(ctx, assessed, by) {
                    Stated::NotReported if ctx.began_midway() => Some(out.asks(cases[1], topics, place, values)),
                    stated => out.stated(stated, cases, topics, place, values),
                };
                if let Some(finding) = finding {
                    let finding = if place == known { finding } else { finding.see(known) };
                    mended(finding, assessed.map(|row| row.seq));
                } else if assessed.is_some_and(|row| row.on > violence.since.on) {
                    // Whether it came first is known only where the content of sessions is.
                    if place == known && !ctx.reporting().contains(Topic::SessionContent) {
                        out.cannot_tell(Topic::SessionContent, known);
                    }
                }
            }
            let denied = |screen: &ScreeningDone| screen.absent.contains(ScreenItem::OngoingViolence);
            if ctx.all::<ScreeningDone>().any(|(_, screen)| denied(screen)) && known_of.is_empty() {
                out.does_not_apply();
            }
        },
    };
}

/// Violence or coercion in one relationship: since when it is on record, and with whom, where that
/// is told.
struct Violence {
    since: FactRow,
    with: Option<PersonRef>,
}

/// What brings patient and that person together: the person took part, the patient prepared to speak
/// up, or something was agreed to be tried with the other person of the dispute.
enum Met {
    Joined(Relation),
    Prepared(TechniqueSet),
    Tried,
}

/// Each relationship of which violence or coercion is on record: one a person, or one with somebody
/// who is not named.
fn on_record(ctx: &Ctx<'_>) -> Vec<Violence> {
    let told = ctx
        .all::<DisputeDetailed>()
        .filter(|(_, detail)| detail.coercion == Some(true));
    let listed = ctx
        .all::<PersonInventoried>()
        .filter(|(_, entry)| entry.coercion == Some(true) && entry.alive != Some(false));
    let screened = ctx
        .all::<ScreeningDone>()
        .filter(|(_, screen)| screen.present.contains(ScreenItem::OngoingViolence));
    let raised = ctx
        .all::<ConcernRaised>()
        .filter(|(_, concern)| concern.kind == ConcernKind::Victimisation);
    let all = told
        .map(|(row, detail)| (row, detail.person))
        .chain(listed.map(|(row, entry)| (row, Some(entry.person))))
        .chain(screened.map(|(row, _)| (row, None)))
        .chain(raised.map(|(row, _)| (row, None)));
    let (named, unnamed) = (
        all.clone().filter(|(_, with)| with.is_some()),
        all.filter(|(_, with)| with.is_none()),
    );
    let mut known: Vec<Violence> = Vec::new();
    for (since, with) in named.chain(unnamed) {
        // Where somebody is named, what names nobody is taken to be about that person.
        match known
            .iter_mut()
            .find(|it| it.with == with || with.is_none())
        {
            Some(it) if comes_later(it.since, since) => it.since = since,
            Some(_) => {}
            None => known.push(Violence { since, with }),
        }
    }
    known
}

impl Violence {
    /// The first assessment of safety in the relationship.
    fn assessed(&self, ctx: &Ctx<'_>) -> Option<FactRow> {
        let looked_at = ctx
            .all::<DisputeDetailed>()
            .find(|(_, detail)| self.is_with(detail) && detail.safety_assessed == Some(true));
        let answered = ctx.all::<SafetyResponse>().find(|(row, response)| {
            row.on >= self.since.on
                && match response.answers {
                    Some(kinds) => kinds.contains(ConcernKind::Victimisation),
                    None => may_answer(ctx, row.on),
                }
        });
        let rows = [looked_at.map(|(row, _)| row), answered.map(|(row, _)| row)];
        rows.into_iter()
            .flatten()
            .min_by_key(|row| (row.on, row.seq))
    }

    /// What the record says of an assessment by a day.
    fn stated(&self, ctx: &Ctx<'_>, assessed: Option<FactRow>, by: NaiveDate) -> Stated {
        let denied = |detail: &DisputeDetailed| {
            self.is_with(detail) && detail.safety_assessed == Some(false)
        };
        if assessed.is_some_and(|row| row.on <= by) {
            Stated::Done
        } else if ctx
            .all::<DisputeDetailed>()
            .any(|(_, detail)| denied(detail))
        {
            Stated::NotDone
        } else {
            Stated::NotReported
        }
    }

    fn is_with(&self, detail: &DisputeDetailed) -> bool {
        self.with.is_none() || detail.person.is_none() || detail.person == self.with
    }

    /// The first session since then in which patient and that person met, or the patient prepared
    /// to speak up.
    fn met<'a>(&self, ctx: &Ctx<'a>) -> Option<(&'a SessionRow, Met)> {
        let disputed = chosen(ctx, ProblemArea::RoleDispute)
            .and_then(|_| ctx.last::<DisputeDetailed>()?.1.person);
        let elsewhere = disputed.is_some() && self.with.is_some() && disputed != self.with;
        let met = |note: &Session| {
            let joined = note
                .participants
                .iter()
                .find(|participant| self.is(ctx, participant));
            let prepared = note.techniques.intersection(COMMUNICATION);
            match joined {
                Some(participant) => Some(Met::Joined(participant.relation)),
                None => (!elsewhere && !prepared.is_empty()).then_some(Met::Prepared(prepared)),
            }
        };
        // What is to be tried between sessions is not said; in work on a dispute it is with the other
        // side.
        let is_about_it = chosen(ctx, ProblemArea::RoleDispute).is_some() && disputed == self.with;
        let tried = |note: &Session| {
            let agreed = note.agreed.contains(WorkKind::Attempt)
                || note.agreed.contains(WorkKind::WorkAtHome);
            let on_the_dispute = !note.strategies.within(ProblemArea::RoleDispute).is_empty();
            (is_about_it && agreed && on_the_dispute).then_some(Met::Tried)
        };
        let held = || {
            ctx.sessions()
                .iter()
                .filter(|row| row.held && row.on >= self.since.on)
        };
        held()
            .find_map(|row| Some((row, met(ctx.note(row)?)?)))
            .or_else(|| held().find_map(|row| Some((row, tried(ctx.note(row)?)?))))
    }

    /// Whether somebody in the room is that person, or may be.
    fn is(&self, ctx: &Ctx<'_>, participant: &Participant) -> bool {
        let Some(person) = self.with else {
            return is_close(participant.relation);
        };
        match participant.person {
            Some(named) => named == person,
            None => {
                inventoried(ctx, person).is_some_and(|entry| entry.relation == participant.relation)
            }
        }
    }
}

/// Whether a response of a day may be one to violence or coercion: no other concern had been
/// raised, or one of being a victim was the last.
fn may_answer(ctx: &Ctx<'_>, day: NaiveDate) -> bool {
    let Some(last) = ctx
        .safety()
        .iter()
        .rfind(|row| row.raised.is_some() && row.on <= day)
    else {
        return true;
    };
    ctx.all::<ConcernRaised>()
        .any(|(row, concern)| row.on == last.on && concern.kind == ConcernKind::Victimisation)
}

/// Whether somebody of that relation is part of the patient's own life, and not there by
/// profession.
const fn is_close(relation: Relation) -> bool {
    !matches!(
        relation,
        Relation::Professional | Relation::WardTeam | Relation::School | Relation::CoFacilitator
    )
}
