//! The session notes of an exemplary course, each with every slot that its phase asks for.

use alloc::{format, vec::Vec};

use chrono::NaiveDate;

use super::{Draft, Exemplar, initial::text};
use crate::{
    plan::{
        schedule::{Slot, asked},
        work,
    },
    protocol::{Cadence, Level},
    record::{
        contact::{Channel, OutreachMade},
        inventory::Relation,
        review::{JudgementMade, ReviewHeld, ReviewOption, ReviewOptions},
        safety::{Enquiry, EnquirySubject, EnquirySubjects},
        session::{Attendance, DecidedBy, Modality, Participant, Session, SessionKind},
        setting::{PhaseBegun, SupervisionHeld},
    },
    vocabulary::{
        AppKey, EndingTask, Phase, ProblemArea, Stated, TaskNote, Technique as Q, TechniqueSet,
        Track, WorkKind, WorkSet,
    },
};

impl Draft<'_> {
    /// The notes of the main track and of the tracks beside it, and what goes with them: stage,
    /// review, supervision.
    pub(super) fn sessions(&mut self) {
        let slots = self.plan.slots.clone();
        let mut phase = self.plan.opens_in;
        for slot in slots {
            // What a phase ends on is judged before the note that begins the next one, and the step
            // follows the note of the session in which it was taken.
            if slot.phase != phase {
                self.state_judged(phase, slot.day);
            }
            self.module_begins(slot);
            let note = self.session_note(slot);
            self.note(slot.day, note);
            if slot.phase != phase {
                self.phase_begins(phase, slot);
                phase = slot.phase;
            }
            self.steps_judged(slot);
            if self.review_in() == Some(slot.number) {
                self.after(
                    slot.day,
                    ReviewHeld::new()
                        .with_options(ReviewOptions::of(&[ReviewOption::Continue]))
                        .with_note(text(
                            "symptoms have gone down by more than a third; the focus stays",
                        )),
                );
            }
            self.supervision(slot);
        }
        for day in self.plan.missed.clone() {
            self.note(
                day,
                Session::new(Attendance::DidNotAttend).with_therapist(Exemplar::THERAPIST),
            );
            self.after(
                day,
                OutreachMade::new()
                    .with_channel(Channel::Telephone)
                    .with_reached(Stated::Done),
            );
        }
        for (index, (track, day)) in self.plan.beside.clone().into_iter().enumerate() {
            if day <= self.plan.last_day() {
                let note = self.note_beside(track, index);
                self.note(day, note);
            }
        }
    }

    /// What goes with the first session of a phase.
    fn phase_begins(&mut self, from: Phase, slot: Slot) {
        if slot.phase == Phase::Middle {
            self.dispute_stage(slot.day);
        }
        // A numbered phase after the acute ones: its contract is agreed, and the patient found
        // well, before it begins.
        if from.is_acute()
            && !slot.phase.is_acute()
            && self.plan.slots.iter().any(|slot| slot.phase.is_acute())
        {
            self.found_well(slot.day);
            self.own_contract(slot.phase, slot.day);
        } else if from.has_own_contract() {
            self.own_contract(slot.phase, slot.day);
        }
    }

    /// The judgement on which a phase ends whose end hangs on the patient's state.
    pub(super) fn state_judged(&mut self, phase: Phase, day: NaiveDate) {
        if let Some(criterion) = self.protocol.phase(phase).and_then(|spec| spec.ends_on) {
            let reason = text("as the protocol has it, over the weeks that it asks for");
            self.before(
                day,
                JudgementMade::new(criterion.value, true).with_reason(reason),
            );
        }
    }

    /// A module begins with its first session.
    fn module_begins(&mut self, slot: Slot) {
        let begins = self
            .protocol
            .spec()
            .modules
            .iter()
            .find(|module| module.from == slot.number);
        if let Some(module) = begins {
            self.before(
                slot.day,
                PhaseBegun::new(module.phase).with_module(module.token),
            );
        }
    }

    /// The judgements that the protocol looks for by this session, or by the week in which the next
    /// one would come too late.
    fn steps_judged(&mut self, slot: Slot) {
        let first = self.plan.slots.first().map_or(slot.day, |first| first.day);
        let next = self
            .plan
            .slots
            .get(usize::from(slot.number))
            .map(|next| next.day);
        let in_time = |day: NaiveDate, week: u16| (day - first).num_days() <= i64::from(week) * 7;
        let due: Vec<_> = self
            .protocol
            .spec()
            .steps
            .iter()
            .filter(|step| {
                // Whichever comes first: the session, or the last one within the weeks.
                let is_last_in_time = step.by_week.is_some_and(|week| {
                    in_time(slot.day, week) && !next.is_some_and(|next| in_time(next, week))
                });
                match (step.by_session, step.by_week) {
                    (Some(session), week) => {
                        let is_by_session = session == slot.number
                            && week.is_none_or(|week| in_time(slot.day, week));
                        is_by_session || is_last_in_time && slot.number < session
                    }
                    (None, _) => is_last_in_time,
                }
            })
            .map(|step| step.criterion)
            .collect();
        for criterion in due {
            let reason = text("symptoms have gone down as far as was hoped for by now");
            self.after(
                slot.day,
                JudgementMade::new(criterion, true).with_reason(reason),
            );
        }
    }

    /// The way in which sessions are held: in one room where the protocol provides for it.
    pub(super) fn modality(&self) -> Modality {
        let channels = self.protocol.spec().channels.value;
        if channels.contains(Modality::InPerson) {
            Modality::InPerson
        } else {
            channels.iter().next().unwrap_or(Modality::InPerson)
        }
    }

    /// A session as each is: attended, opened, symptoms asked about, summed up.
    fn seen(&self) -> Session {
        Session::attended()
            .with_modality(self.modality())
            .with_therapist(Exemplar::THERAPIST)
            .with_opening(Stated::Done)
            .with_symptom_check(Stated::Done)
            .with_mood_event_link(Stated::Done)
            .with_summary(Stated::Done)
    }

    /// A session of the main track.
    fn session_note(&self, slot: Slot) -> Session {
        let spec = self.protocol.spec();
        let minutes = self.plan.terms.minutes_of(self.protocol, slot.number);
        // The first enquiry covers everything, later ones what may change from week to week.
        let subjects = if slot.number == 1 {
            EnquirySubjects::ALL
        } else {
            EnquirySubjects::of(&[EnquirySubject::Ideation, EnquirySubject::Intent])
        };
        let participants = self.participants(slot);
        let mut note = self
            .seen()
            .with_number(slot.number)
            .with_phase(slot.phase)
            .with_minutes(minutes)
            .with_enquiry(Enquiry::no_concern().with_subjects(subjects))
            .with_scores(self.scores(slot))
            .with_reviewed(if self.agreed_in(slot.number - 1).is_empty() {
                Stated::NotReported
            } else {
                Stated::Done
            })
            .with_agreed(self.agreed_in(slot.number))
            .with_tasks(self.tasks(slot));
        if self.plan.mentions_what_is_left(self.protocol, slot) {
            note.sessions_left = Stated::Done;
        }
        if self.review_in() == Some(slot.number) {
            note.events_reasked = Stated::Done;
        }
        note = match slot.phase {
            Phase::Assessment | Phase::Initial => note.with_techniques(INITIAL_TECHNIQUES),
            Phase::Middle => self.focus_work(note, slot),
            Phase::Termination | Phase::Concluded | Phase::Closed => {
                worked(note).with_techniques(ENDING_TECHNIQUES)
            }
            Phase::Continuation | Phase::Maintenance => self.kept_up(note),
        };
        if !participants.is_empty() {
            note.kind = SessionKind::Joint;
            note.techniques = note.techniques.with(Q::SignificantOtherSession);
            note.participants = participants;
        }
        if spec.format.is_group() {
            note.group_number = Some(slot.number);
            note.shared_key = AppKey::new(&format!("group-1-session-{}", slot.number)).ok();
        }
        note
    }

    /// Work on the focus: the strategies of the area in the order of the manual, what moves things
    /// first, what changes them later.
    fn focus_work(&self, note: Session, slot: Slot) -> Session {
        let middle: Vec<u16> = self
            .plan
            .of(Phase::Middle)
            .map(|slot| slot.number)
            .collect();
        let place = middle
            .iter()
            .position(|&number| number == slot.number)
            .unwrap_or(0);
        let (strategies, later) = work::strategies(self.area, place, middle.len());
        let strategies = self.plan.strategies_in(slot).unwrap_or(strategies);
        worked(note)
            .with_strategies(strategies)
            .with_techniques(self.techniques(later))
            .with_options(2)
            .with_decided_by(DecidedBy::Patient)
    }

    /// Interpersonal work after acute treatment.
    fn kept_up(&self, note: Session) -> Session {
        worked(note)
            .with_strategies(work::kept_up(self.area))
            .with_techniques(self.techniques(true).with(Q::ContingencyRehearsal))
    }

    fn techniques(&self, later: bool) -> TechniqueSet {
        let mut techniques = TechniqueSet::of(&[
            Q::NondirectiveExploration,
            Q::EncouragementOfAffect,
            Q::Clarification,
            Q::LinkingMoodEvent,
            Q::CommunicationAnalysis,
            Q::DecisionAnalysis,
            Q::SupportMobilisation,
        ]);
        if later {
            techniques = techniques.with(Q::RolePlay);
        }
        if self.area == ProblemArea::InterpersonalDeficits {
            techniques = techniques.with(Q::UseOfTherapeuticRelationship);
        }
        if !self.protocol.spec().work.between_sessions.value.is_empty() {
            techniques = techniques.with(Q::BetweenSessionAttempt);
        }
        for spec in &*self.protocol.spec().techniques {
            match spec.level {
                Level::Must | Level::Should => techniques = techniques.with(spec.technique),
                Level::MustNot => techniques = techniques.without(spec.technique),
                Level::May => {}
            }
        }
        techniques
    }

    /// What is agreed for the time until the next session: nothing but a diary before the focus is,
    /// and nothing in the last session.
    fn agreed_in(&self, session: u16) -> WorkSet {
        let slot = self.plan.slots.iter().find(|slot| slot.number == session);
        let last = usize::from(session) == self.plan.slots.len();
        match slot {
            Some(slot) if slot.phase != Phase::Initial && !last => {
                self.protocol.spec().work.between_sessions.value
            }
            Some(_)
                if !last
                    && work::measures(self.protocol)
                        .any(|measure| measure.cadence == Cadence::Daily) =>
            {
                self.protocol
                    .spec()
                    .work
                    .between_sessions
                    .value
                    .intersection(WorkKind::Diary.into())
            }
            _ => WorkSet::EMPTY,
        }
    }

    fn tasks(&self, slot: Slot) -> Vec<TaskNote> {
        let mut tasks = if slot.phase == Phase::Initial {
            self.initial_tasks(slot.number)
        } else {
            Vec::new()
        };
        if self.announced_in() == Some(slot.number) {
            tasks.push(TaskNote::done(EndingTask::AnnounceEnd));
        }
        tasks.extend(self.ending_tasks(slot));
        tasks.extend(self.declared_tasks(slot));
        tasks
    }

    /// The tasks that the protocol declares: by their session, or at the beginning of their phase.
    fn declared_tasks(&self, slot: Slot) -> impl Iterator<Item = TaskNote> {
        let mut first = self
            .plan
            .slots
            .iter()
            .filter(|other| other.phase == slot.phase);
        let begins = first
            .next()
            .is_some_and(|first| first.number == slot.number);
        let declared = self
            .protocol
            .spec()
            .tasks
            .iter()
            .filter(move |task| begins && task.phase == slot.phase);
        declared
            .filter(|task| asked(task.level))
            .map(|task| TaskNote::done(task.token))
    }

    fn participants(&self, slot: Slot) -> Vec<Participant> {
        if let Some(planned) = self
            .plan
            .planned
            .iter()
            .find(|planned| planned.number == slot.number)
        {
            return planned
                .participants
                .iter()
                .map(|&relation| self.participant(relation))
                .collect();
        }
        let last = u16::try_from(self.plan.slots.len()).unwrap_or(u16::MAX);
        let relations = work::participants(self.protocol, slot.number, last);
        relations
            .map(|relation| self.participant(relation))
            .collect()
    }

    fn participant(&self, relation: Relation) -> Participant {
        let participant = Participant::new(relation)
            .with_consent(Stated::Done)
            .with_purpose(text("to understand the illness and what helps"));
        match self.person_in(relation) {
            Some(person) => participant.with_person(person),
            None => participant,
        }
    }

    fn supervision(&mut self, slot: Slot) {
        let gap = self.protocol.spec().work.supervision_gap.value.max(1);
        let last = usize::from(slot.number) == self.plan.slots.len();
        let covered = match slot.number % gap {
            0 => gap,
            rest if last => rest,
            _ => return,
        };
        self.after(
            slot.day,
            SupervisionHeld::new().with_sessions_covered(covered),
        );
    }

    /// A session of a track beside the main one.
    pub(super) fn note_beside(&self, track: Track, index: usize) -> Session {
        let before = self
            .plan
            .beside
            .iter()
            .take(index)
            .filter(|&&(other, _)| other == track)
            .count();
        let number = u16::try_from(before + 1).unwrap_or(u16::MAX);
        let spec = self.protocol.spec();
        let own = spec
            .tracks
            .iter()
            .find(|spec| spec.track == track)
            .and_then(|spec| spec.minutes);
        self.seen()
            .with_track(track)
            .with_number(number)
            .with_minutes(own.unwrap_or(spec.dose.minutes).value.typical)
            .with_enquiry(Enquiry::no_concern().with_subjects(EnquirySubjects::ALL))
            .with_techniques(INITIAL_TECHNIQUES)
    }

    /// A session of continuation or maintenance after the main track.
    pub(super) fn note_of_aftercare(&self, phase: Phase, number: u16) -> Session {
        let track = if phase == Phase::Continuation {
            Track::Continuation
        } else {
            Track::Maintenance
        };
        let note = self
            .note_beside(track, 0)
            .with_number(number)
            .with_phase(phase)
            .with_scores([self.score_when_well()].to_vec());
        self.kept_up(note)
    }
}

/// A session with work on something that happened.
fn worked(note: Session) -> Session {
    note.with_incident(Stated::Done).with_affect(Stated::Done)
}

const INITIAL_TECHNIQUES: TechniqueSet = TechniqueSet::of(&[
    Q::NondirectiveExploration,
    Q::DirectElicitation,
    Q::Psychoeducation,
    Q::Clarification,
    Q::EncouragementOfAffect,
    Q::Timeline,
    Q::ClosenessCircle,
    Q::Administrative,
]);

const ENDING_TECHNIQUES: TechniqueSet = TechniqueSet::of(&[
    Q::NondirectiveExploration,
    Q::EncouragementOfAffect,
    Q::LinkingMoodEvent,
    Q::SupportMobilisation,
    Q::ContingencyRehearsal,
    Q::Psychoeducation,
]);
