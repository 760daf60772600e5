//! The record as a session plan needs it: read once, with what the protocol and the plan make of it.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{FocusWork, OpenTasks, Promise, Promised};
use crate::{
    area::{DisputeStage, FocusItem, FocusStatus, ProblemArea, Strategy, StrategySet},
    course::Course,
    entry::Seq,
    id::{Criterion, Label},
    machine::{self, CourseState, Guard, Trigger, region::SafetyRegion},
    needed::Shown,
    phase::Phase,
    plan::{
        Budget, CoursePlan, Deadline, Milestone, PlannedSession,
        schedule::{self, asked},
    },
    protocol::Protocol,
    record::{
        Fact,
        contact::{Anchor, ContactWith},
        inventory::Relation,
        safety::{Incident, SafetyResponse},
        session::{Session, SessionKind, Track},
    },
    task::{EndingTask, EndingTaskSet, InitialTaskSet, Stated, Task},
    technique::WorkKind,
};

/// The record, read once.
pub(super) struct View<'a> {
    pub(super) course: &'a Course,
    pub(super) protocol: &'a Protocol,
    pub(super) state: CourseState,
    pub(super) day: NaiveDate,
    pub(super) planned: Option<&'a PlannedSession>,
    pub(super) track: Track,
    pub(super) ordinal: u16,
    pub(super) phase: Phase,
    pub(super) focus: Vec<FocusItem>,
    /// What the sessions held show.
    pub(super) shown: Shown,
    pub(super) stage: Option<DisputeStage>,
    pub(super) assessed: Vec<ProblemArea>,
    pub(super) declared: Vec<Task>,
    /// What was judged, the latest last.
    pub(super) judged: Vec<(Criterion, bool)>,
    /// Events outside treatment that have a day.
    pub(super) dated: Vec<Anchor>,
    /// Whom somebody was in touch with.
    pub(super) contacts: Vec<ContactWith>,
    /// The module that began last.
    pub(super) module: Option<Label>,
    pub(super) diary_agreed: bool,
    pub(super) agreed: Vec<Promise>,
    pub(super) has_died: bool,
    pub(super) frame_voiced: bool,
    pub(super) first_held: Option<NaiveDate>,
    pub(super) budget: Option<Budget>,
}

impl<'a> View<'a> {
    pub(super) fn new(course: &'a Course, plan: Option<&'a CoursePlan>, as_of: NaiveDate) -> Self {
        let state = *course.state();
        let as_of = as_of.max(state.last_day());
        let planned = plan.and_then(CoursePlan::next);
        let day = planned.map_or(as_of, |planned| planned.target.max(as_of));
        let protocol = course.protocol_on(day);
        let mut view = Self {
            course,
            protocol,
            state,
            day,
            planned,
            track: Track::Main,
            ordinal: 1,
            phase: state.phase(),
            focus: Vec::new(),
            shown: Shown::default(),
            stage: None,
            assessed: Vec::new(),
            declared: Vec::new(),
            judged: Vec::new(),
            dated: Vec::new(),
            contacts: Vec::new(),
            module: None,
            diary_agreed: false,
            agreed: Vec::new(),
            has_died: false,
            frame_voiced: false,
            first_held: None,
            budget: Budget::of(course, day),
        };
        view.read();
        view.phase = view.phase_of_session();
        view.track = planned.map_or_else(|| view.usual_track(), |planned| planned.track);
        view.ordinal = view.number();
        view
    }

    fn read(&mut self) {
        let mut review = None;
        for (seq, on, fact) in self.course.facts() {
            match fact {
                Fact::Session(session) if session.attendance.is_held() => {
                    self.first_held.get_or_insert(on);
                    self.shown.add(session);
                    self.note_agreed(seq, session);
                    self.note_declared(session.tasks.iter());
                    self.diary_agreed |= session.agreed.contains(WorkKind::Diary);
                    self.contacts.extend(session.participants.iter().filter_map(|person| in_touch(person.relation)));
                }
                Fact::JudgementMade(made) => self.judged.push((made.criterion, made.met)),
                Fact::ExternalDate(date) => self.dated.push(date.anchor),
                Fact::PhaseBegun(begun) => self.module = begun.module.or(self.module),
                Fact::Contact(contact) if contact.reached != Stated::NotDone => self.contacts.push(contact.with),
                Fact::MedicationNoted(noted) if noted.prescriber_contacted.is_done() => {
                    self.contacts.push(ContactWith::Prescriber);
                }
                Fact::DeficitsDetailed(detail) => self.shown.add_detail(detail),
                Fact::TaskRecorded(note) => self.note_declared(core::iter::once(note)),
                Fact::FocusAgreed(agreed) => self.focus.clone_from(&agreed.items),
                Fact::DisputeStaged(staged) => self.stage = Some(staged.stage),
                Fact::MarkersAssessed(assessed) => self.assessed.push(assessed.area),
                Fact::FrameAnnounced(_) => self.frame_voiced = true,
                Fact::IncidentRecorded(recorded) => self.has_died |= recorded.incident == Incident::Death,
                Fact::SafetyResponse(response) => review = promised_review(seq, response),
                Fact::SafetyReassessed(reassessed) => {
                    review = reassessed.review_on.map(|day| (seq, day)).filter(|_| reassessed.concern_stands);
                }
                Fact::SafetyHandedOver(_) => review = None,
                _ => {}
            }
        }
        let review = review.filter(|_| self.state.safety() != SafetyRegion::NoOpenConcern);
        let review = review.map(|(agreed_in, day)| Promise { agreed_in, what: Promised::SafetyReview(day) });
        self.agreed.extend(review);
    }

    /// What was agreed for the time between sessions stays open until a session reviews it, and no longer than until
    /// the next one that is not given to a crisis and not held beside the main track: so the rule on its review reads it.
    fn note_agreed(&mut self, seq: Seq, session: &Session) {
        let beside = !matches!(session.track, Track::Main | Track::Continuation | Track::Maintenance);
        if beside || session.kind == SessionKind::Crisis && !session.reviewed.is_done() {
            return;
        }
        self.agreed.clear();
        if !session.agreed.is_empty() {
            self.agreed.push(Promise { agreed_in: seq, what: Promised::BetweenSessionWork(session.agreed) });
        }
    }

    fn note_declared<'n>(&mut self, notes: impl Iterator<Item = &'n crate::TaskNote>) {
        let done = notes.filter(|note| note.status == Stated::Done && matches!(note.task, Task::Declared(_)));
        self.declared.extend(done.map(|note| note.task));
    }

    /// Whether a phase can begin with the session. What can be made up for in the session itself does not stand in the
    /// way.
    pub(super) fn can_begin(&self, phase: Phase) -> bool {
        let Some(choice) =
            machine::choices(&self.state, self.protocol).find(|choice| choice.trigger == Trigger::begins(phase))
        else {
            return false;
        };
        let in_the_way = choice.unmet.union(choice.unknown).without(Guard::NoUnansweredConcern);
        in_the_way.without(Guard::EndIsAnnounced).is_empty()
    }

    /// The phase to which the next session belongs: that of the plan if it is by the book, otherwise the next one as
    /// soon as the present one has done its part.
    pub(super) fn phase_of_session(&self) -> Phase {
        let now = self.state.phase();
        if let Some(planned) = self.planned.map(|planned| planned.phase) {
            if planned > now && planned != Phase::Closed && self.can_begin(planned) {
                return planned;
            }
            return now;
        }
        let mut next = Phase::ALL.iter().copied().filter(|&phase| phase > now && phase != Phase::Closed);
        let left = self.state.remaining();
        let done = match now {
            // What comes before the main track is held before it.
            Phase::Assessment => !self.is_missing(Track::PreTreatment),
            Phase::Initial | Phase::Concluded | Phase::Continuation => true,
            Phase::Middle => self.state.planned().is_some_and(|planned| {
                let slot = usize::from(self.state.slots());
                schedule::phases(self.protocol, planned).get(slot).is_some_and(|&phase| phase > Phase::Middle)
            }),
            Phase::Termination => left == Some(0),
            Phase::Maintenance | Phase::Closed => false,
        };
        next.find(|&phase| done && self.protocol.follows(now, phase) && self.can_begin(phase)).unwrap_or(now)
    }

    /// The track of the latest session, as long as the phase stays.
    pub(super) fn usual_track(&self) -> Track {
        let latest = self.course.facts().filter_map(|(_, _, fact)| match fact {
            Fact::Session(session) if session.attendance.is_held() => Some(session.track),
            _ => None,
        });
        match self.phase {
            Phase::Continuation | Phase::Maintenance => {
                let own = if self.phase == Phase::Continuation { Track::Continuation } else { Track::Maintenance };
                // A protocol whose main track lies in these phases counts its sessions there.
                latest.last().filter(|&track| track == Track::Main && self.phase == self.state.phase()).unwrap_or(own)
            }
            Phase::Assessment if self.is_missing(Track::PreTreatment) => Track::PreTreatment,
            Phase::Concluded => {
                let mut after = [Track::PostTreatment, Track::Booster, Track::FollowUp].into_iter();
                after.find(|&track| self.is_missing(track)).unwrap_or(Track::Main)
            }
            _ => Track::Main,
        }
    }

    /// Whether a track that the protocol asks for has fewer sessions than it has at least.
    pub(super) fn is_missing(&self, track: Track) -> bool {
        let mut asked_for = self.protocol.spec().tracks.iter().filter(|spec| spec.track == track && asked(spec.level));
        asked_for.next().is_some_and(|spec| self.held_on(track) < spec.sessions.value.min.max(1))
    }

    /// How many sessions of a track were held.
    pub(super) fn held_on(&self, track: Track) -> u16 {
        let held = self.course.facts().filter(|(_, _, fact)| match fact {
            Fact::Session(session) => session.attendance.is_held() && session.track == track,
            _ => false,
        });
        u16::try_from(held.count()).unwrap_or(u16::MAX)
    }

    pub(super) fn number(&self) -> u16 {
        let used = if self.track == Track::Main && self.phase.is_acute() {
            self.state.slots()
        } else if self.phase.has_own_contract() && self.phase > self.state.phase() {
            // The session with which the phase begins is the first of its contract, on whatever track.
            0
        } else if let (Some((_, used)), true) = (self.state.own_contract(), self.phase.has_own_contract()) {
            used
        } else {
            self.held_on(self.track)
        };
        used.saturating_add(1)
    }

    pub(super) fn left(&self) -> Option<u16> {
        if self.phase.has_own_contract() {
            self.state.own_contract().map(|(planned, used)| planned.saturating_sub(used))
        } else if self.phase.is_acute() {
            self.state.remaining()
        } else {
            None
        }
    }

    pub(super) fn minutes(&self) -> u16 {
        if let Some(minutes) = schedule::minutes_beside(self.protocol, self.track) {
            return minutes;
        }
        let agreed = self.course.facts().filter_map(|(_, _, fact)| match fact {
            Fact::ContractAgreed(agreed) => agreed.minutes,
            _ => None,
        });
        agreed.last().unwrap_or(self.protocol.spec().dose.minutes.value.typical)
    }

    pub(super) fn deadline(&self, milestone: Milestone) -> Option<&Deadline> {
        self.budget.as_ref()?.deadlines.iter().find(|deadline| deadline.milestone == milestone)
    }

    pub(super) fn active(&self) -> impl Iterator<Item = (u8, &FocusItem)> {
        (1..).zip(&self.focus).filter(|(_, item)| item.status == FocusStatus::Active)
    }

    pub(super) fn focus_work(&self) -> impl Iterator<Item = FocusWork> + '_ {
        self.active().map(|(place, item)| {
            let area = item.on.area();
            let all: StrategySet =
                Strategy::ALL.iter().copied().filter(|strategy| Some(strategy.area()) == area).collect();
            let touched = all.intersection(self.shown.strategies);
            FocusWork { item: place, area, touched, untouched: all.difference(touched) }
        })
    }

    pub(super) fn open(&self) -> OpenTasks {
        let spec = self.protocol.spec();
        let initial = spec.initial.tasks.value.difference(self.state.tasks_done());
        let ending = spec.ending.tasks.value.without(EndingTask::OutcomeRecorded);
        let has_ending = self.protocol.phase(Phase::Termination).is_some() && self.phase.is_acute();
        let declared = spec.tasks.iter().filter(|task| asked(task.level) && task.phase >= self.phase);
        OpenTasks {
            initial: if self.phase > Phase::Initial { InitialTaskSet::EMPTY } else { initial },
            ending: if has_ending { ending.difference(self.state.ending_tasks_done()) } else { EndingTaskSet::EMPTY },
            declared: declared
                .map(|task| task.token)
                .filter(|&token| !self.declared.contains(&Task::Declared(token)))
                .collect(),
        }
    }
}

/// Who was in touch by taking part in a session.
const fn in_touch(relation: Relation) -> Option<ContactWith> {
    match relation {
        Relation::Parent => Some(ContactWith::Parent),
        Relation::School => Some(ContactWith::School),
        Relation::WardTeam => Some(ContactWith::WardTeam),
        _ => None,
    }
}

fn promised_review(seq: Seq, response: &SafetyResponse) -> Option<(Seq, NaiveDate)> {
    Some((seq, response.review_on?))
}
