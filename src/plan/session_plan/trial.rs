//! What the rules would say to a session with some items and without others: the catalogue itself
//! is asked, on a copy of the record, so that an agenda and a report cannot disagree.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveTime};

use super::item::What;
use crate::{
    base::days::later,
    course::{Course, entry::Entry},
    measure::{Instrument, InstrumentId, ItemAnswer, Score},
    protocol::Protocol,
    record::{
        Fact,
        contact::{Contact, ExternalDate},
        contract::{
            ContractAgreed, ContractScope, ContractTerms, FrameAnnounced, MissedSessionPolicy,
            TimeFrame,
        },
        ending::{MaintenanceDecided, MaintenanceDecision, RelapsePlanMade},
        focus::{DisputeStaged, MarkerResult, MarkersAssessed},
        review::{JudgementMade, ReviewHeld, ReviewOption, ReviewOptions},
        safety::{Enquiry, EnquirySubjects, SafetyActions, SafetyReassessed, SafetyResponse},
        session::{DecidedBy, Participant, Session},
        setting::PhaseBegun,
    },
    rule::{self, Scratch, Validator},
    vocabulary::{
        ActorRef, DisputeStage, EndingTask, FocusItem, InitialTask, MedicationDecision, Phase,
        RuleCode, Seq, Severity, Stated, TaskNote, Technique, Track, WorkKind,
    },
};

/// Who would write the session.
const WRITER: ActorRef = ActorRef::from_static("plan");

/// Days until an event outside treatment of which nobody knows the day yet. Our design: later than
/// the end of any course.
const SOME_TIME_AHEAD: u32 = 1_000;

/// What a rule said, as far as two trials are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    /// The heaviest last, so that the last of a list is what to name.
    pub(super) severity: Severity,
    pub(super) code: RuleCode,
    place: (u8, u32),
}

/// A session that might be held.
#[derive(Debug)]
pub(super) struct Trial<'a> {
    pub(super) course: &'a Course,
    pub(super) protocol: &'a Protocol,
    pub(super) day: NaiveDate,
    /// The phase that the session would name; none if it stays in the present one.
    pub(super) phase: Option<Phase>,
    pub(super) track: Track,
    pub(super) minutes: u16,
    /// The items of the agreed focus.
    pub(super) focus: &'a [FocusItem],
    /// The stage of the dispute as it was last determined.
    pub(super) stage: DisputeStage,
    /// Missed sessions and slots are not the agenda's: what was last agreed on them.
    pub(super) scope: ContractScope,
}

/// What came of asking for each item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Without it, a rule finds something: the heaviest.
    Asked(Said),
    /// Without it, nothing is found that is not found with it.
    NotAsked,
    /// With it, something is found that is not found without it.
    Faulted,
}

/// What came of a trial.
#[derive(Debug)]
pub(super) struct Outcome {
    /// For each item, in the order in which they were given.
    pub(super) verdicts: Vec<Verdict>,
    /// What is found whatever the session brings, and was not found before it.
    pub(super) regardless: Vec<RuleCode>,
}

impl Trial<'_> {
    /// Asks of each item whether a rule asks for it in this session. The items that are least
    /// wanted come first: of two that answer one rule, the later is the one that stays.
    ///
    /// Items are taken away one by one. What is taken away without anything being found stays away,
    /// so that what is left is as little as conforms, and nothing in it can be left out. None if
    /// the record takes no session.
    pub(super) fn ask(&self, items: &[What]) -> Option<Outcome> {
        let full = Validator::new();
        let mut scratch = Scratch::default();
        let all: Vec<bool> = items.iter().map(|_| true).collect();
        let none: Vec<bool> = items.iter().map(|_| false).collect();
        let most = self.said(items, &all, &full, &mut scratch)?;
        let least = self.said(items, &none, &full, &mut scratch)?;
        // A rule that says the same to a session with everything and to one with nothing is not
        // about what a session holds.
        let mut codes: Vec<RuleCode> = most
            .iter()
            .filter(|said| !least.contains(said))
            .chain(least.iter().filter(|said| !most.contains(said)))
            .map(|said| said.code)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        let few = Validator::new().with_only(codes.iter().copied());
        let about = |said: &Said| codes.binary_search(&said.code).is_ok();
        let of_few: Vec<Said> = most.iter().copied().filter(about).collect();
        let (kept, verdicts) = self.take_away(items, &of_few, &few, &mut scratch)?;
        let settled = self.said(items, &kept, &full, &mut scratch)?;
        let (settled, verdicts) = if settled
            .iter()
            .all(|said| said.severity == Severity::Note || most.contains(said))
        {
            (settled, verdicts)
        } else {
            // A rule is at stake that says the same to everything and to nothing: the whole
            // catalogue is asked.
            let (kept, verdicts) = self.take_away(items, &most, &full, &mut scratch)?;
            (self.said(items, &kept, &full, &mut scratch)?, verdicts)
        };
        full.validate_into(self.course, self.day, &mut scratch);
        let before = Self::heard(&scratch, None);
        let mut regardless: Vec<RuleCode> = settled
            .iter()
            .filter(|said| said.severity > Severity::Note && !before.contains(said))
            .map(|said| said.code)
            .collect();
        regardless.sort_unstable();
        regardless.dedup();
        Some(Outcome {
            verdicts,
            regardless,
        })
    }

    fn take_away(
        &self,
        items: &[What],
        with_all: &[Said],
        validator: &Validator,
        scratch: &mut Scratch,
    ) -> Option<(Vec<bool>, Vec<Verdict>)> {
        let mut kept: Vec<bool> = items.iter().map(|_| true).collect();
        let mut verdicts = Vec::with_capacity(items.len());
        let mut with = with_all.to_vec();
        for index in 0..items.len() {
            if let Some(keep) = kept.get_mut(index) {
                *keep = false;
            }
            let without = self.said(items, &kept, validator, scratch)?;
            let new = without
                .iter()
                .filter(|said| !with.contains(said))
                .max()
                .copied();
            match new {
                Some(said) if said.severity > Severity::Note => {
                    if let Some(keep) = kept.get_mut(index) {
                        *keep = true;
                    }
                    verdicts.push(Verdict::Asked(said));
                }
                Some(said) => {
                    verdicts.push(Verdict::Asked(said));
                    with = without;
                }
                None => {
                    let faulted = with
                        .iter()
                        .any(|said| said.severity > Severity::Note && !without.contains(said));
                    verdicts.push(if faulted {
                        Verdict::Faulted
                    } else {
                        Verdict::NotAsked
                    });
                    with = without;
                }
            }
        }
        Some((kept, verdicts))
    }

    /// What rules say to the session with the items that are kept.
    fn said(
        &self,
        items: &[What],
        kept: &[bool],
        validator: &Validator,
        scratch: &mut Scratch,
    ) -> Option<Vec<Said>> {
        let mut course = self.course.clone();
        let note = Seq::at(course.entries().len());
        let mut session = Session::attended()
            .with_track(self.track)
            .with_minutes(self.minutes);
        session.phase = self.phase;
        let mut facts = Vec::new();
        for (&item, _) in items.iter().zip(kept).filter(|&(_, &kept)| kept) {
            self.add(item, &mut session, &mut facts);
        }
        let written = self.day.and_time(NaiveTime::MIN).and_utc();
        let entry = |fact: Fact| Entry::fact(written, WRITER, self.day, fact);
        course.record_entry(entry(session.into())).ok()?;
        for fact in facts {
            // What goes with the note has its place wherever the note has.
            course.record_entry(entry(fact)).ok()?;
        }
        validator.validate_into(&course, self.day, scratch);
        Some(Self::heard(scratch, Some(note)))
    }

    /// What was found, without what is about the facts that only go with the note. A rule that cannot
    /// tell asks for nothing.
    fn heard(scratch: &Scratch, note: Option<Seq>) -> Vec<Said> {
        let ours = |place: &rule::Place| {
            note.is_none_or(|note| place.entry().is_none_or(|entry| entry <= note))
        };
        let findings = scratch
            .findings()
            .iter()
            .filter(|finding| finding.stands() && ours(&finding.place));
        let mut said: Vec<Said> = findings
            .map(|finding| Said {
                severity: finding.severity,
                code: finding.code,
                place: finding.place.rank(),
            })
            .collect();
        said.sort_unstable();
        said.dedup();
        said
    }

    /// Writes an item into the note, or beside it.
    #[allow(
        clippy::too_many_lines,
        reason = "one arm an item: the compiler lists what a new one has to say"
    )]
    fn add(&self, item: What, session: &mut Session, facts: &mut Vec<Fact>) {
        match item {
            What::SafetyResponse => facts.push(
                SafetyResponse::new(SafetyActions::ALL)
                    .with_patient_involved(Stated::Done)
                    .with_patient_holds_plan(Stated::Done)
                    .into(),
            ),
            What::SafetyReassessment | What::HandOverFollowUp => {
                facts.push(SafetyReassessed::new(true).into());
            }
            What::Opening => session.opening = Stated::Done,
            What::AttemptReview => session.reviewed = Stated::Done,
            What::SymptomCheck => session.symptom_check = Stated::Done,
            What::Score(instrument) => session.scores.push(self.score(instrument)),
            What::Enquiry => {
                session.enquiry = Some(Enquiry::no_concern().with_subjects(EnquirySubjects::ALL));
            }
            What::MoodEventLink => session.mood_event_link = Stated::Done,
            What::Participant(relation) => session.participants.push(
                Participant::new(relation)
                    .with_consent(Stated::Done)
                    .with_purpose(crate::FreeText::from("agreed")),
            ),
            What::Phase(phase) => session.phase = Some(phase),
            What::Frame => facts.push(FrameAnnounced::new(self.frame()).into()),
            What::OwnContract => facts.push(self.own_contract().into()),
            What::Initial(task) => {
                let note = TaskNote::done(task);
                session.tasks.push(match task {
                    InitialTask::SickRole => TaskNote {
                        sick_role: self.protocol.spec().initial.sick_role.value,
                        ..note
                    },
                    InitialTask::MedicationEvaluation => {
                        note.with_medication(MedicationDecision::NotIndicated)
                    }
                    _ => note,
                });
            }
            What::Declared(token) => session.tasks.push(TaskNote::done(token)),
            What::Incident => session.incident = Stated::Done,
            What::Affect => session.affect = Stated::Done,
            What::Strategy(strategy) => session.strategies = session.strategies.with(strategy),
            What::FocusItem(place) => {
                let item = usize::from(place)
                    .checked_sub(1)
                    .and_then(|index| self.focus.get(index));
                session.worked_on.extend(item.cloned());
            }
            What::Technique(technique) => session.techniques = session.techniques.with(technique),
            What::DisputeStage => {
                facts.push(
                    DisputeStaged::new(self.stage)
                        .with_plan(crate::FreeText::from("the same"))
                        .into(),
                );
            }
            What::EventsReasked => session.events_reasked = Stated::Done,
            What::ProgressReview => review(facts, ReviewOption::Continue),
            What::AnotherOption => review(facts, ReviewOption::Reformulate),
            What::Markers(area) => facts.push(MarkersAssessed::new(area, MarkerResult::Met).into()),
            What::Ending(EndingTask::RelapsePlan) => {
                facts.push(RelapsePlanMade::new(1_u8, 1_u8, 1_u8).into());
            }
            What::Ending(EndingTask::MaintenanceDecision) => facts.push(
                MaintenanceDecided::new(MaintenanceDecision::None)
                    .with_reason(crate::FreeText::from("talked over"))
                    .into(),
            ),
            What::Ending(task) => session.tasks.push(TaskNote::done(task)),
            What::Judgement(criterion) => facts.push(JudgementMade::new(criterion, true).into()),
            What::Module(module) => {
                let modules = &self.protocol.spec().modules;
                if let Some(known) = modules.iter().find(|known| known.token == module) {
                    facts.push(PhaseBegun::new(known.phase).with_module(module).into());
                }
            }
            What::Diary => session.agreed = session.agreed.with(WorkKind::Diary),
            What::Contact(with) => facts.push(Contact::new(with).with_reached(Stated::Done).into()),
            What::ExternalDate(anchor) => {
                facts.push(ExternalDate::new(anchor, later(self.day, SOME_TIME_AHEAD)).into());
            }
            // It is a session of its own, and no part of this one.
            What::Meeting(_) => {}
            What::Options => {
                session.options = Some(2);
                session.decided_by = Some(DecidedBy::Patient);
            }
            What::Rehearsal => session.techniques = session.techniques.with(Technique::RolePlay),
            What::Summary => session.summary = Stated::Done,
            What::BetweenSessionPlan => {
                session.agreed = session
                    .agreed
                    .union(self.protocol.spec().work.between_sessions.value);
            }
            What::SessionsLeft => session.sessions_left = Stated::Done,
        }
    }

    /// A score that is as the last one was; the first lies in the middle of its scale.
    fn score(&self, instrument: InstrumentId) -> Score {
        let scores = self.course.facts().flat_map(|(_, _, fact)| match fact {
            Fact::Session(session) => session.content().map_or(&[][..], |held| &held.scores),
            Fact::Scored(score) => core::slice::from_ref(score),
            _ => &[],
        });
        let last = scores
            .filter(|score| score.instrument == instrument)
            .filter_map(Score::comparable)
            .last();
        let known = Instrument::get(instrument);
        let middle = known.map_or(0, |known| known.min().midpoint(known.max()));
        let score = Score::new(instrument, last.unwrap_or(middle)).with_fed_back(Stated::Done);
        let asks_of_self_harm = known.is_some_and(|known| known.self_harm.is_some());
        if asks_of_self_harm {
            score.with_self_harm_item(ItemAnswer::Denied)
        } else {
            score
        }
    }

    fn frame(&self) -> TimeFrame {
        TimeFrame::Sessions(self.protocol.spec().dose.sessions.value.typical.max(1))
    }

    fn own_contract(&self) -> ContractAgreed {
        ContractAgreed::new(self.frame())
            .with_scope(self.scope)
            .with_minutes(self.minutes)
            .with_missed_sessions(MissedSessionPolicy::Never)
            .with_terms(ContractTerms::ALL)
    }
}

/// A review with one option more.
fn review(facts: &mut Vec<Fact>, option: ReviewOption) {
    let held = facts.iter_mut().find_map(|fact| match fact {
        Fact::ReviewHeld(held) => Some(held),
        _ => None,
    });
    match held {
        Some(held) => held.options = held.options.with(option),
        None => facts.push(
            ReviewHeld::new()
                .with_options(ReviewOptions::from(option))
                .into(),
        ),
    }
}
