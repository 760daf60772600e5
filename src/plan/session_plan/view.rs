//! The record as a session plan needs it: read once, with what the protocol and the plan make of
//! it.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{FocusWork, OpenTasks, Promise, Promised};
use crate::{
    course::{Course, history::History},
    machine::{self, CourseState, Guard, Trigger, region::SafetyRegion},
    plan::{
        Budget, CoursePlan, Deadline, Milestone, PlannedSession,
        schedule::{self, asked},
    },
    protocol::Protocol,
    record::{
        Fact, FactKind,
        contact::{Anchor, Contact, ContactWith, ExternalDate},
        contract::ContractAgreed,
        focus::{DisputeStaged, FocusAgreed, MarkersAssessed},
        inventory::Relation,
        patient::MedicationNoted,
        review::JudgementMade,
        safety::{Incident, IncidentRecorded},
        session::{Session, SessionKind},
        setting::{Opened, PhaseBegun},
    },
    rule::needed::Shown,
    vocabulary::{
        Criterion, DisputeStage, EndingTask, EndingTaskSet, FocusItem, FocusStatus, InitialTaskSet,
        Label, Phase, ProblemArea, Seq, Stated, Strategy, StrategySet, Task, Track, WorkKind,
    },
};

/// The record, read once.
pub(super) struct View<'a> {
    pub(super) course: &'a Course,
    pub(super) history: &'a History,
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
    /// The history is that of the whole record.
    pub(super) fn new(
        course: &'a Course,
        history: &'a History,
        plan: Option<&'a CoursePlan>,
        as_of: NaiveDate,
    ) -> Self {
        let state = *course.state();
        let planned = plan.and_then(CoursePlan::next);
        let day = planned.map_or(as_of, |planned| planned.target.max(as_of));
        let protocol = course.protocol_on(day);
        let mut view = Self {
            course,
            history,
            protocol,
            state,
            day,
            planned,
            track: Track::Main,
            ordinal: 1,
            phase: state.phase(),
            focus: history
                .last::<FocusAgreed>(course)
                .map(|(_, agreed)| agreed.items.clone())
                .unwrap_or_default(),
            shown: Shown::default(),
            stage: history
                .last::<DisputeStaged>(course)
                .map(|(_, staged)| staged.stage),
            assessed: history
                .all::<MarkersAssessed>(course)
                .map(|(_, assessed)| assessed.area)
                .collect(),
            declared: Vec::new(),
            judged: history
                .all::<JudgementMade>(course)
                .map(|(_, made)| (made.criterion, made.met))
                .collect(),
            dated: history
                .all::<ExternalDate>(course)
                .map(|(_, date)| date.anchor)
                .collect(),
            contacts: contacts(course, history),
            module: history
                .all::<PhaseBegun>(course)
                .rev()
                .find_map(|(_, begun)| begun.module),
            diary_agreed: false,
            agreed: Vec::new(),
            has_died: history
                .all::<IncidentRecorded>(course)
                .any(|(_, recorded)| recorded.incident == Incident::Death),
            frame_voiced: history.kinds.contains(FactKind::FrameAnnounced),
            first_held: history
                .sessions
                .iter()
                .find(|row| row.held)
                .map(|row| row.on),
            budget: Budget::read(course, history, day),
        };
        view.read();
        view.phase = view.phase_of_session();
        view.track = planned.map_or_else(|| view.usual_track(), |planned| planned.track);
        view.ordinal = view.number();
        view
    }

    fn read(&mut self) {
        let history = self.history;
        for (row, session) in history.notes(self.course) {
            self.shown.add(session);
            self.note_agreed(row.seq, session);
            self.note_declared(session.tasks.iter());
            self.diary_agreed |= session.agreed.contains(WorkKind::Diary);
        }
        history
            .all(self.course)
            .for_each(|(_, detail)| self.shown.add_detail(detail));
        self.note_declared(history.all(self.course).map(|(_, note)| note));
        // The last word on a concern says whether it is looked at again.
        let review = history
            .all_facts(self.course)
            .rev()
            .find_map(|(row, fact)| match fact {
                Fact::SafetyResponse(response) => Some((row.seq, response.review_on)),
                Fact::SafetyReassessed(reassessed) => Some((
                    row.seq,
                    reassessed.review_on.filter(|_| reassessed.concern_stands),
                )),
                Fact::SafetyHandedOver(_) => Some((row.seq, None)),
                _ => None,
            });
        let review = review.filter(|_| self.state.safety() != SafetyRegion::NoOpenConcern);
        self.agreed.extend(review.and_then(|(agreed_in, day)| {
            Some(Promise {
                agreed_in,
                what: Promised::SafetyReview(day?),
            })
        }));
    }

    /// What was agreed for the time between sessions stays open until a session reviews it, and no
    /// longer than until the next one that is not given to a crisis and not held beside the main
    /// track: so the rule on its review reads it.
    fn note_agreed(&mut self, seq: Seq, session: &Session) {
        let beside = !matches!(
            session.track,
            Track::Main | Track::Continuation | Track::Maintenance
        );
        if beside || session.kind == SessionKind::Crisis && !session.reviewed.is_done() {
            return;
        }
        self.agreed.clear();
        if !session.agreed.is_empty() {
            self.agreed.push(Promise {
                agreed_in: seq,
                what: Promised::BetweenSessionWork(session.agreed),
            });
        }
    }

    fn note_declared<'n>(&mut self, notes: impl Iterator<Item = &'n crate::TaskNote>) {
        let done = notes
            .filter(|note| note.status == Stated::Done && matches!(note.task, Task::Declared(_)));
        self.declared.extend(done.map(|note| note.task));
    }

    /// Whether a phase can begin with the session. What can be made up for in the session itself
    /// does not stand in the way.
    pub(super) fn can_begin(&self, phase: Phase) -> bool {
        let Some(choice) = machine::choices(&self.state, self.protocol)
            .find(|choice| choice.trigger == Trigger::begins(phase))
        else {
            return false;
        };
        let in_the_way = choice
            .unmet
            .union(choice.unknown)
            .without(Guard::NoUnansweredConcern);
        in_the_way.without(Guard::EndIsAnnounced).is_empty()
    }

    /// The phase to which the next session belongs: that of the plan if it is by the book,
    /// otherwise the next one as soon as the present one has done its part.
    pub(super) fn phase_of_session(&self) -> Phase {
        let now = self.state.phase();
        if let Some(planned) = self.planned.map(|planned| planned.phase) {
            if planned > now && planned != Phase::Closed && self.can_begin(planned) {
                return planned;
            }
            return now;
        }
        let mut next = Phase::ALL
            .iter()
            .copied()
            .filter(|&phase| phase > now && phase != Phase::Closed);
        let left = self.state.remaining();
        let done = match now {
            // What comes before the main track is held before it.
            Phase::Assessment => !self.is_missing(Track::PreTreatment),
            Phase::Initial | Phase::Concluded | Phase::Continuation => true,
            Phase::Middle => self.state.planned().is_some_and(|planned| {
                let slot = usize::from(self.state.slots());
                schedule::phases(self.protocol, planned)
                    .get(slot)
                    .is_some_and(|&phase| phase > Phase::Middle)
            }),
            Phase::Termination => left == Some(0),
            Phase::Maintenance | Phase::Closed => false,
        };
        next.find(|&phase| done && self.protocol.follows(now, phase) && self.can_begin(phase))
            .unwrap_or(now)
    }

    /// The track of the latest session, as long as the phase stays.
    pub(super) fn usual_track(&self) -> Track {
        let latest = self
            .history
            .sessions
            .iter()
            .rfind(|row| row.held)
            .map(|row| row.track);
        match self.phase {
            Phase::Continuation | Phase::Maintenance => {
                let own = if self.phase == Phase::Continuation {
                    Track::Continuation
                } else {
                    Track::Maintenance
                };
                // A protocol whose main track lies in these phases counts its sessions there.
                latest
                    .filter(|&track| track == Track::Main && self.phase == self.state.phase())
                    .unwrap_or(own)
            }
            Phase::Assessment if self.is_missing(Track::PreTreatment) => Track::PreTreatment,
            Phase::Concluded => {
                let mut after = [Track::PostTreatment, Track::Booster, Track::FollowUp].into_iter();
                after
                    .find(|&track| self.is_missing(track))
                    .unwrap_or(Track::Main)
            }
            _ => Track::Main,
        }
    }

    /// Whether a track that the protocol asks for has fewer sessions than it has at least.
    pub(super) fn is_missing(&self, track: Track) -> bool {
        let mut asked_for = self
            .protocol
            .spec()
            .tracks
            .iter()
            .filter(|spec| spec.track == track && asked(spec.level));
        asked_for
            .next()
            .is_some_and(|spec| self.held_on(track) < spec.sessions.value.min.max(1))
    }

    /// How many sessions of a track were held.
    pub(super) fn held_on(&self, track: Track) -> u16 {
        let held = self
            .history
            .sessions
            .iter()
            .filter(|row| row.held && row.track == track);
        u16::try_from(held.count()).unwrap_or(u16::MAX)
    }

    pub(super) fn number(&self) -> u16 {
        let used = if self.track == Track::Main && self.phase.is_acute() {
            self.state.slots()
        } else if self.phase.has_own_contract() && self.phase > self.state.phase() {
            // The session with which the phase begins is the first of its contract, on whatever
            // track.
            0
        } else if let (Some((_, used)), true) =
            (self.state.own_contract(), self.phase.has_own_contract())
        {
            used
        } else {
            self.held_on(self.track)
        };
        used.saturating_add(1)
    }

    /// The number that a report on the session will have for it.
    pub(super) fn number_for_people(&self) -> u16 {
        let mut held = self.history.sessions.iter().rev();
        let last = held
            .find(|row| row.held && row.track == self.track)
            .and_then(|row| row.number);
        last.unwrap_or(if self.track == Track::Main {
            self.before()
        } else {
            0
        })
        .saturating_add(1)
    }

    /// The sessions held before the record begins, where it says how many.
    fn before(&self) -> u16 {
        let opened = self.history.first::<Opened>(self.course);
        opened
            .and_then(|(_, opened)| opened.sessions_before)
            .unwrap_or(0)
    }

    pub(super) fn left(&self) -> Option<u16> {
        if self.phase.has_own_contract() {
            self.state
                .own_contract()
                .map(|(planned, used)| planned.saturating_sub(used))
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
        let agreed = self
            .history
            .all::<ContractAgreed>(self.course)
            .rev()
            .find_map(|(_, agreed)| agreed.minutes);
        agreed.unwrap_or(self.protocol.spec().dose.minutes.value.typical)
    }

    pub(super) fn deadline(&self, milestone: Milestone) -> Option<&Deadline> {
        self.budget
            .as_ref()?
            .deadlines
            .iter()
            .find(|deadline| deadline.milestone == milestone)
    }

    pub(super) fn active(&self) -> impl Iterator<Item = (u8, &FocusItem)> {
        (1..)
            .zip(&self.focus)
            .filter(|(_, item)| item.status == FocusStatus::Active)
    }

    pub(super) fn focus_work(&self) -> impl Iterator<Item = FocusWork> + '_ {
        self.active().map(|(place, item)| {
            let area = item.on.area();
            let all: StrategySet = Strategy::ALL
                .iter()
                .copied()
                .filter(|strategy| Some(strategy.area()) == area)
                .collect();
            let touched = all.intersection(self.shown.strategies);
            FocusWork {
                item: place,
                area,
                touched,
                untouched: all.difference(touched),
            }
        })
    }

    pub(super) fn open(&self) -> OpenTasks {
        let spec = self.protocol.spec();
        let initial = spec.initial.tasks.value.difference(self.state.tasks_done());
        let ending = spec.ending.tasks.value.without(EndingTask::OutcomeRecorded);
        let has_ending = self.protocol.phase(Phase::Termination).is_some() && self.phase.is_acute();
        let declared = spec
            .tasks
            .iter()
            .filter(|task| asked(task.level) && task.phase >= self.phase);
        OpenTasks {
            initial: if self.phase > Phase::Initial {
                InitialTaskSet::EMPTY
            } else {
                initial
            },
            ending: if has_ending {
                ending.difference(self.state.ending_tasks_done())
            } else {
                EndingTaskSet::EMPTY
            },
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

/// Whom somebody was in touch with.
fn contacts(course: &Course, history: &History) -> Vec<ContactWith> {
    let held = history.notes(course);
    let came = held.flat_map(|(_, session)| {
        session
            .participants
            .iter()
            .filter_map(|person| in_touch(person.relation))
    });
    let reached = history
        .all::<Contact>(course)
        .filter(|(_, contact)| contact.reached != Stated::NotDone);
    let prescribed = history
        .all::<MedicationNoted>(course)
        .filter(|(_, noted)| noted.prescriber_contacted.is_done());
    came.chain(reached.map(|(_, contact)| contact.with))
        .chain(prescribed.map(|_| ContactWith::Prescriber))
        .collect()
}
