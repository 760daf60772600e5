//! Puts a session plan together: what may be on the agenda, and what the rules make of it.

use alloc::{string::ToString, vec::Vec};
use core::cmp::Reverse;

use chrono::NaiveDate;

use super::{
    AgendaItem, AgendaSlot, EndingStands, Pressing, Reason, ScoreDue, SessionPlan, What,
    candidates::Candidate,
    number_of_slot,
    trial::{Said, Trial, Verdict},
    view::View,
};
use crate::{
    course::{Course, history::History},
    plan::{CoursePlan, Milestone},
    record::contract::ContractScope,
    vocabulary::{DisputeStage, EndingTask, Phase, Severity},
};

pub(super) fn session_plan(
    course: &Course,
    plan: Option<&CoursePlan>,
    as_of: NaiveDate,
) -> SessionPlan {
    // The next session comes after all that is recorded.
    let as_of = as_of.max(course.state().last_day());
    let history = History::of(course, as_of);
    let view = View::new(course, &history, plan, as_of);
    let protocol = view.protocol;
    let is_expected = !view.has_died && view.state.phase() != Phase::Closed;
    let minutes = view
        .planned
        .map_or_else(|| view.minutes(), |planned| planned.minutes);
    let candidates = view.candidates(is_expected);
    // Asked in the reverse of how they are wanted; of what is wanted alike, the first on the agenda
    // stays.
    let mut wanted: Vec<(usize, &Candidate)> = candidates.iter().enumerate().collect();
    wanted.sort_by_key(|&(index, candidate)| {
        (rank(&view, candidate.what), candidate.shown, Reverse(index))
    });
    let asked: Vec<What> = wanted.iter().map(|(_, candidate)| candidate.what).collect();
    let trial = Trial {
        course,
        protocol,
        day: view.day,
        phase: Some(view.phase).filter(|&phase| phase != view.state.phase()),
        track: view.track,
        minutes,
        focus: &view.focus,
        stage: view.stage.unwrap_or(DisputeStage::Renegotiation),
        scope: if view.phase == Phase::Continuation {
            ContractScope::Continuation
        } else {
            ContractScope::Maintenance
        },
    };
    let outcome = if is_expected { trial.ask(&asked) } else { None };
    let verdict = |what: What| {
        let index = asked.iter().position(|&other| other == what)?;
        outcome.as_ref()?.verdicts.get(index).copied()
    };
    let mut agenda: Vec<AgendaItem> = candidates
        .iter()
        .filter_map(|candidate| item(candidate, verdict(candidate.what)))
        .collect();
    // Deadlines are slots of the contract; people count sessions.
    let number = view.number_for_people();
    for item in &mut agenda {
        if let Pressing::DueBy(slot) = item.pressing {
            item.pressing = Pressing::DueBy(number_of_slot(slot, (view.ordinal, number)));
        }
    }
    agenda.sort_by_key(|item| item.slot);
    let scores = agenda.iter().filter_map(|item| match item.what {
        What::Score(instrument) => Some(ScoreDue {
            instrument,
            reason: item.reason,
            pressing: item.pressing,
        }),
        _ => None,
    });
    SessionPlan {
        day: view.day,
        is_expected,
        track: view.track,
        number,
        ordinal: view.ordinal,
        phase: view.phase,
        phase_label: protocol.label(view.phase).to_string(),
        minutes,
        window: view.planned.map(|planned| planned.window),
        open: view.open(),
        focus: view.focus_work().collect(),
        scores: scores.collect(),
        agreed: view.agreed.clone(),
        left: view.left(),
        ending: EndingStands {
            announced: view.state.end_announced(),
            deadline: view.deadline(Milestone::EndAnnounced).copied(),
            early_end_agreed: view.state.early_end_agreed(),
        },
        safety: view.state.safety(),
        engagement: view.state.engagement(),
        regardless: outcome
            .map(|outcome| outcome.regardless)
            .unwrap_or_default(),
        agenda,
    }
}

/// How much an item is wanted where another would do: the greater, the more. Of what answers the
/// same rule, the part that a session has anyway stays, and of strategies one that none has taken
/// up.
fn rank(view: &View<'_>, what: What) -> u8 {
    match what {
        What::Technique(_) | What::EventsReasked | What::Meeting(_) => 0,
        What::Participant(_) => 1,
        What::Rehearsal => 2,
        What::Score(_) => 3,
        What::Ending(EndingTask::AnnounceEnd) => 4,
        What::Ending(_)
        | What::Declared(_)
        | What::Initial(_)
        | What::Markers(_)
        | What::AnotherOption
        | What::Judgement(_)
        | What::Module(_)
        | What::Diary
        | What::Contact(_)
        | What::ExternalDate(_) => 5,
        What::ProgressReview | What::DisputeStage | What::Frame | What::OwnContract => 6,
        What::Strategy(strategy) if view.shown.strategies.contains(strategy) => 7,
        What::Strategy(_) => 8,
        What::FocusItem(_) => 9,
        What::BetweenSessionPlan => 10,
        What::Options => 11,
        What::Summary | What::SessionsLeft => 12,
        What::Affect | What::Incident | What::MoodEventLink => 13,
        What::AttemptReview | What::SymptomCheck | What::Opening => 14,
        What::Phase(_) => 15,
        What::Enquiry => 16,
        What::SafetyResponse | What::SafetyReassessment | What::HandOverFollowUp => 17,
    }
}

/// A candidate as an item of the agenda, after the rules were asked. None if it is neither asked
/// for nor usual.
fn item(candidate: &Candidate, verdict: Option<Verdict>) -> Option<AgendaItem> {
    let &Candidate {
        what,
        reason,
        pressing,
        shown,
    } = candidate;
    let said = match verdict {
        Some(Verdict::Asked(said)) => Some(said),
        _ => None,
    };
    let is_asked = said.is_some_and(|said| said.severity > Severity::Note);
    let may_wait = matches!(
        what,
        What::Initial(_)
            | What::Ending(_)
            | What::Declared(_)
            | What::Strategy(_)
            | What::Technique(_)
            | What::Module(_)
            | What::Diary
    );
    // What a rule would fault has its turn later.
    if !is_asked && (!shown || may_wait && verdict == Some(Verdict::Faulted)) {
        return None;
    }
    let is_region = matches!(reason, Reason::Region(_));
    let (reason, pressing) = match (reason, said) {
        (Reason::Agreed(_), _) if is_asked => (reason, Pressing::Due),
        (Reason::Region(_) | Reason::Agreed(_), _) => (reason, pressing),
        (_, Some(Said { code, .. })) if is_asked => (Reason::Rule(code), Pressing::Due),
        (_, Some(Said { code, .. })) if pressing == Pressing::Optional => {
            (Reason::Rule(code), pressing)
        }
        _ => (reason, pressing),
    };
    let slot = if is_region {
        AgendaSlot::Safety
    } else {
        what.slot()
    };
    let otherwise = said.filter(|_| is_asked).map(|said| said.code);
    Some(AgendaItem {
        slot,
        what,
        reason,
        pressing,
        otherwise,
    })
}
