//! The plan of a course: each session with its day, the window around it, and what is to be done in
//! it.

use alloc::vec::Vec;
use chrono::NaiveDate;

use super::{
    Availability, DaySpan, PlanError, Terms,
    availability::Calendar,
    place,
    schedule::{self, Aftercare, Planned, Schedule, Slot, Wish},
    work,
};
use crate::{
    base::set::{enum_set, vocabulary},
    measure::InstrumentId,
    pace::{Nth, Pace, offsets},
    protocol::{PhaseSpec, Protocol},
    record::inventory::Relation,
    vocabulary::{
        EndingTaskSet, InitialTaskSet, Phase, ProblemArea, ProtocolId, RuleCode, Seq, StrategySet,
        TaskToken, Track,
    },
};

/// The greatest number of sessions that a plan takes. Our design: more than any variant has, and
/// few enough for any machine.
pub(super) const SESSIONS_MOST: u16 = 1_000;

/// The path of a parameter of the protocol, such as `timing.gap_min_days`.
pub type ParameterPath = &'static str;

/// What makes a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Why {
    /// A rule, under its code.
    #[cfg_attr(feature = "serde", serde(rename = "rule"))]
    Rule(RuleCode),
    /// A parameter of the protocol, by its path: `cadence`.
    #[cfg_attr(
        feature = "serde",
        serde(rename = "parameter", deserialize_with = "parameter")
    )]
    Parameter(ParameterPath),
    /// On which days sessions can be held.
    #[cfg_attr(feature = "serde", serde(rename = "availability"))]
    Availability,
    /// What was agreed, in that entry.
    #[cfg_attr(feature = "serde", serde(rename = "agreed"))]
    Agreed(Seq),
    /// The terms that the plan was asked for, where nobody has agreed on them and the protocol has
    /// others.
    #[cfg_attr(feature = "serde", serde(rename = "terms"))]
    Terms,
    /// A limit of the planner itself.
    #[cfg_attr(feature = "serde", serde(rename = "planner"))]
    Planner,
}

/// The parameters that a plan names beside those that rules name.
#[cfg(feature = "serde")]
const PARAMETERS: &[&str] = &["phases", "tracks"];

/// Reads the path of a parameter: one that a rule or a plan names.
#[cfg(feature = "serde")]
fn parameter<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<ParameterPath, D::Error> {
    use serde::Deserialize as _;
    let named = alloc::string::String::deserialize(deserializer)?;
    let known = crate::rule::CATALOGUE
        .iter()
        .flat_map(|rule| rule.meta.parameters.iter());
    let known = known.map(|name| &**name).chain(PARAMETERS.iter().copied());
    let mut known = known.filter(|name| *name == named);
    known
        .next()
        .ok_or_else(|| serde::de::Error::custom("no rule and no plan names such a parameter"))
}

/// The days between which a session may lie, both included, given the sessions before it: two
/// demands, each by what makes it.
///
/// In a plan made anew there is always a day. In one that is made again after sessions were missed
/// the two demands may not go together, because the first day lies after the last: then
/// [`days`](Self::days) is `None`, and a session of the main track that is ahead is
/// [`SessionStatus::Against`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct Window {
    /// The day before which it may not lie.
    pub not_before: NaiveDate,
    /// The day after which it may not lie.
    pub not_after: NaiveDate,
    /// Why not earlier.
    pub why_not_before: Why,
    /// Why not later.
    pub why_not_after: Why,
}

impl Window {
    pub(super) const fn new(early: (NaiveDate, Why), late: (NaiveDate, Why)) -> Self {
        Self {
            not_before: early.0,
            not_after: late.0,
            why_not_before: early.1,
            why_not_after: late.1,
        }
    }

    /// The first and the last day; `None` where no day meets both demands.
    #[must_use]
    pub fn days(&self) -> Option<DaySpan> {
        (self.not_before <= self.not_after).then_some(DaySpan {
            from: self.not_before,
            until: self.not_after,
        })
    }

    /// Whether a day lies within.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.days().is_some_and(|days| days.contains(day))
    }
}

/// What a session works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum PlannedWork {
    /// Whether IPT fits.
    #[cfg_attr(feature = "serde", serde(rename = "assessment"))]
    Assessment,
    /// Tasks of the initial phase.
    #[cfg_attr(feature = "serde", serde(rename = "initial"))]
    Initial(InitialTaskSet),
    /// Strategies of the focus. None until a focus is agreed.
    #[cfg_attr(feature = "serde", serde(rename = "middle"))]
    Middle(StrategySet),
    /// Tasks of the ending.
    #[cfg_attr(feature = "serde", serde(rename = "ending"))]
    Ending(EndingTaskSet),
    /// Strategies that are kept up in continuation and maintenance. None until a focus is agreed.
    #[cfg_attr(feature = "serde", serde(rename = "kept_up"))]
    KeptUp(StrategySet),
    /// What a track beside the main one is for.
    #[cfg_attr(feature = "serde", serde(rename = "beside"))]
    Beside,
}

vocabulary! {
    /// Something that a session is to bring beside its work.
    pub open enum Milestone {
        /// The time limit is voiced.
        FrameVoiced = "frame_voiced",
        /// Formulation, focus and contract are agreed.
        ContractAgreed = "contract_agreed",
        /// Progress is reviewed.
        ProgressReviewed = "progress_reviewed",
        /// How far the area is worked through is assessed, before the ending.
        MarkersAssessed = "markers_assessed",
        /// The end is announced.
        EndAnnounced = "end_announced",
        /// How many sessions are left is mentioned.
        SessionsLeft = "sessions_left",
        /// The contract ends with this session.
        LastSession = "last_session",
    }
}

enum_set! {
    /// What a session is to bring beside its work.
    pub struct Milestones(u8) of Milestone;
}

/// How a planned session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum SessionStatus {
    /// It is ahead.
    #[cfg_attr(feature = "serde", serde(rename = "ahead"))]
    Ahead,
    /// It is ahead, but it is too late for this rule, which will report it. The session can still
    /// be held.
    #[cfg_attr(feature = "serde", serde(rename = "against"))]
    Against(RuleCode),
    /// It was held, and is recorded in this entry.
    #[cfg_attr(feature = "serde", serde(rename = "held"))]
    Held(Seq),
    /// It was missed and counts as used under the contract. It is recorded in this entry.
    #[cfg_attr(feature = "serde", serde(rename = "missed"))]
    Missed(Seq),
}

impl SessionStatus {
    /// Whether the session is ahead, by the book or not.
    #[must_use]
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Ahead | Self::Against(_))
    }
}

/// One session of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct PlannedSession {
    /// The track to which it belongs.
    pub track: Track,
    /// Its number in the track, from 1. On the main track this is the slot of the contract.
    pub ordinal: u16,
    /// Its number for people, as a report has it: the one that the application gave, else its place
    /// among the held sessions of the track. For a session ahead, the one that it will have if no
    /// more are missed; none for one that was missed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub number: Option<u16>,
    /// The phase to which it belongs.
    pub phase: Phase,
    /// The day for which it is planned. For a session that was held or missed, the day on which
    /// that was.
    pub target: NaiveDate,
    /// The day on which it is due at the cadence, before availability and rules moved it.
    pub cadence: NaiveDate,
    /// The days between which it may lie.
    pub window: Window,
    /// How many minutes it is planned to take.
    pub minutes: u16,
    /// Other people who take part, by what they are to the patient.
    pub participants: Vec<Relation>,
    /// The measures that are due.
    pub measures: Vec<InstrumentId>,
    /// What it works on.
    pub work: PlannedWork,
    /// Tasks that the protocol declares, due by this session.
    pub declared: Vec<TaskToken>,
    /// Milestones that fall into it.
    pub milestones: Milestones,
    /// Whether it is ahead, was held or was missed.
    pub status: SessionStatus,
}

/// The plan of a course: each session with its day, and how far the day may move and why.
///
/// See the [module](crate::plan) for an example. [`with_focus`](Self::with_focus) fills in the work
/// on an area. As a page it is `markdown`, as a picture `timeline`, and with the feature
/// `icalendar` its appointments are `calendar`; [`Plans`](super::Plans) has the calendar of a
/// course that is planned again. With the feature `serde` a plan can be stored as
/// it is. It holds no free text of the record and no reference to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct CoursePlan {
    /// The number of the plan: 0 for the first, one more with each that changed something.
    pub revision: u16,
    /// The day from which it holds.
    pub from: NaiveDate,
    /// The protocol for which it was made.
    pub protocol: ProtocolId,
    /// The terms on which it rests.
    pub terms: Terms,
    /// The days on which sessions can be held.
    pub availability: Availability,
    /// The area of the focus, once it is agreed.
    pub focus: Option<ProblemArea>,
    /// The day on which the course opens: that of the assessment, or the first session.
    pub opens_on: NaiveDate,
    /// The sessions in the order of their days.
    pub sessions: Vec<PlannedSession>,
}

impl CoursePlan {
    /// Plans a course under a protocol, with the first session of the main track on a day, or the
    /// first available day after it.
    ///
    /// The cadence hangs on the first session, wherever that comes to lie. Each later session lies
    /// on its day at the cadence, or the nearest available day within its [`Window`]. Of two days
    /// as near, the earlier is taken. A break moves what follows by whole intervals, so that the
    /// day of the week stays.
    ///
    /// The plan holds from the opening of the course: that is the first session, or a week before
    /// where the protocol asks for an assessment, or the first session before the main track.
    ///
    /// # Errors
    ///
    /// [`PlanError`] names two demands that do not go together.
    pub fn new(
        protocol: &Protocol,
        terms: Terms,
        start: NaiveDate,
        availability: Availability,
    ) -> Result<Self, PlanError> {
        let phases = phases(protocol, &terms)?;
        if availability.weekdays.is_empty() {
            return Err(PlanError::NoWeekday {
                sessions: terms.sessions,
                why_sessions: terms.why_sessions(protocol),
            });
        }
        let calendar = Calendar::new(&availability, &[]);
        let agreed_from = agreed_from(&terms, &phases);
        let steps = steps(protocol, &terms, agreed_from, 1, phases.len());
        let track = place::Track {
            protocol,
            terms: &terms,
            calendar: &calendar,
            phases: &phases,
            agreed_from,
            first: start,
            steps: &steps,
            kept: &[],
            not_before: start,
            last_crisis: None,
            planned_end: place::planned_end(protocol, &terms, &phases, &steps),
            weeks_hold: true,
            over_by: &[],
            beside: &[],
        };
        let place::Placed { days, cadence, .. } = track.place(&[])?;
        within_limits(&track, &availability, &days)?;
        let windows: Vec<Window> = (0..days.len())
            .map(|index| track.window(days.get(..index).unwrap_or(&[])))
            .collect();
        let slots = schedule::numbered(phases.clone(), days.iter().copied());
        let first = days.first().copied().unwrap_or(start);
        let mut beside: Vec<Wish> = Vec::new();
        let schedule = Schedule::around(protocol, terms, slots, first, |wish| {
            let found = calendar.nearest(wish.day, wish.from, wish.until);
            beside.push(wish);
            found.ok_or(PlanError::NoDayBeside {
                track: wish.track,
                ordinal: wish.ordinal,
                earliest: wish.from,
                latest: wish.until,
            })
        })?;
        let mut sessions = main_sessions(protocol, &schedule, &windows, &cadence, None);
        sessions.extend(sessions_beside(protocol, &schedule, &beside));
        sessions.sort_by_key(|session| (session.target, session.track != Track::Main));
        // A course that nobody has to assess first opens with its first session.
        let opens_on = if opens_before(protocol, &schedule) {
            schedule.opened
        } else {
            first
        };
        Ok(Self {
            revision: 0,
            from: opens_on,
            protocol: protocol.id(),
            terms,
            availability,
            focus: None,
            opens_on,
            sessions,
        })
    }

    /// The same with the strategies of an area in the sessions that work on the focus.
    ///
    /// ```
    /// use interpersonal::{Phase, ProblemArea, chrono::NaiveDate, protocol::preset};
    /// use interpersonal::plan::{Availability, CoursePlan, PlannedWork, Terms};
    ///
    /// let (protocol, start) = (&preset::ACUTE_16, NaiveDate::from_ymd_opt(2026, 1, 5).unwrap());
    /// let plan = CoursePlan::new(protocol, Terms::typical(protocol), start, Availability::every_day())?;
    /// let plan = plan.with_focus(ProblemArea::Grief);
    /// let middle = plan.main().find(|session| session.phase == Phase::Middle).unwrap();
    /// assert!(matches!(middle.work, PlannedWork::Middle(strategies) if !strategies.is_empty()));
    /// # Ok::<(), interpersonal::plan::PlanError>(())
    /// ```
    #[must_use]
    pub fn with_focus(mut self, area: ProblemArea) -> Self {
        let middle = self
            .main()
            .filter(|session| session.phase == Phase::Middle)
            .count();
        let mut place = 0;
        for session in &mut self.sessions {
            match &mut session.work {
                PlannedWork::Middle(strategies) => {
                    *strategies = work::strategies(area, place, middle).0;
                    place += 1;
                }
                PlannedWork::KeptUp(strategies) => *strategies = work::kept_up(area),
                _ => {}
            }
        }
        self.focus = Some(area);
        self
    }

    /// The sessions of the main track, in order.
    #[must_use]
    pub fn main(&self) -> impl DoubleEndedIterator<Item = &PlannedSession> + Clone {
        self.sessions
            .iter()
            .filter(|session| session.track == Track::Main)
    }

    /// The sessions that are ahead, of all tracks, in the order of their days.
    pub fn ahead(&self) -> impl Iterator<Item = &PlannedSession> {
        self.sessions
            .iter()
            .filter(|session| session.status.is_ahead())
    }

    /// The next session.
    #[must_use]
    pub fn next(&self) -> Option<&PlannedSession> {
        self.ahead().next()
    }

    /// A session of a track by its number.
    #[must_use]
    pub fn session(&self, track: Track, ordinal: u16) -> Option<&PlannedSession> {
        self.sessions
            .iter()
            .find(|session| session.track == track && session.ordinal == ordinal)
    }

    /// The day of the last session of the main track.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.main()
            .next_back()
            .map_or(self.opens_on, |session| session.target)
    }

    /// The first session that cannot be held by the book any more, and the rule that will find it.
    #[must_use]
    pub fn first_not_kept(&self) -> Option<(&PlannedSession, RuleCode)> {
        self.sessions
            .iter()
            .find_map(|session| match session.status {
                SessionStatus::Against(code) => Some((session, code)),
                _ => None,
            })
    }

    /// The schedule of the plan: days and phases.
    pub(crate) fn schedule(&self, protocol: &Protocol) -> Schedule {
        let missed = |session: &&PlannedSession| matches!(session.status, SessionStatus::Missed(_));
        let held = self.main().filter(|session| !missed(session)).zip(1..);
        let slot = |(session, number): (&PlannedSession, u16)| Slot {
            number,
            day: session.target,
            phase: session.phase,
        };
        let planned = |(session, number): (&PlannedSession, u16)| Planned {
            number,
            participants: session.participants.clone(),
            is_ahead: session.status.is_ahead(),
            work: session.work,
            milestones: session.milestones,
        };
        let slots: Vec<Slot> = held.clone().map(slot).collect();
        let planned = held.map(planned).collect();
        let mut beside: Vec<(Track, NaiveDate)> = Vec::new();
        let mut aftercare: Vec<Aftercare> = Vec::new();
        for session in self
            .sessions
            .iter()
            .filter(|session| session.track != Track::Main)
        {
            let phase = match session.track {
                Track::Continuation => Phase::Continuation,
                Track::Maintenance => Phase::Maintenance,
                track => {
                    beside.push((track, session.target));
                    continue;
                }
            };
            match aftercare.iter_mut().find(|care| care.phase == phase) {
                Some(care) => care.days.push(session.target),
                None => aftercare.push(Aftercare {
                    phase,
                    days: [session.target].to_vec(),
                }),
            }
        }
        let follows = beside.iter().any(|(track, _)| {
            matches!(
                track,
                Track::PostTreatment | Track::Booster | Track::FollowUp
            )
        });
        let concluded = protocol.phase(Phase::Concluded);
        Schedule {
            terms: self.terms,
            opened: self.opens_on,
            opens_in: if slots
                .first()
                .is_some_and(|first| first.phase == Phase::Initial && first.day <= self.opens_on)
            {
                Phase::Initial
            } else {
                Phase::Assessment
            },
            slots,
            beside,
            concludes: concluded.is_some_and(|spec| !spec.optional || follows),
            aftercare,
            planned,
            missed: self
                .main()
                .filter(missed)
                .map(|session| session.target)
                .collect(),
            breaks: Calendar::new(&self.availability, &[]).covered().to_vec(),
        }
    }
}

/// Whether a course opens before its first session: where the protocol asks for an assessment, has
/// sessions before the main track, or does not begin with an initial phase.
fn opens_before(protocol: &Protocol, schedule: &Schedule) -> bool {
    let is_asked = |phase: &PhaseSpec| !phase.optional;
    let first = schedule.slots.first();
    protocol.phase(Phase::Assessment).is_some_and(is_asked)
        || first.is_none_or(|slot| slot.phase != Phase::Initial)
        || schedule
            .beside
            .iter()
            .any(|&(track, _)| track == Track::PreTreatment)
}

/// The phase of each session of the main track.
pub(super) fn phases(protocol: &Protocol, terms: &Terms) -> Result<Vec<Phase>, PlanError> {
    let why_sessions = terms.why_sessions(protocol);
    let sessions = terms.sessions;
    if sessions > SESSIONS_MOST {
        return Err(PlanError::TooManySessions {
            sessions,
            most: SESSIONS_MOST,
            why_sessions,
        });
    }
    let has = |phase| u16::from(protocol.phase(phase).is_some());
    let ending = has(Phase::Termination) * protocol.spec().ending.sessions_min.value.max(1);
    let least = (has(Phase::Initial) + has(Phase::Middle))
        .saturating_add(ending)
        .max(1);
    if sessions < least {
        return Err(PlanError::TooFewSessions {
            sessions,
            least,
            why_sessions,
        });
    }
    Ok(schedule::phases(protocol, sessions))
}

/// The first session before which the interval of the terms is in force: from the contract on,
/// which ends the initial phase.
pub(super) fn agreed_from(terms: &Terms, phases: &[Phase]) -> usize {
    if terms.agreed.is_some() {
        return 0;
    }
    phases
        .partition_point(|&phase| phase <= Phase::Initial)
        .saturating_sub(1)
}

/// The days from each session to the one before it, at the cadence: that of the protocol, unless
/// another interval is agreed. The first is the session of that number.
pub(super) fn steps(
    protocol: &Protocol,
    terms: &Terms,
    agreed_from: usize,
    number: u16,
    many: usize,
) -> Vec<u32> {
    let pace = Pace::of(protocol);
    let usual = pace.prevailing();
    let before = usize::from(number.saturating_sub(1));
    if terms
        .interval_days
        .is_none_or(|days| days == 0 || days == usual)
    {
        let offsets = offsets(&protocol.spec().cadence, before + many);
        let step = |index: usize| match index.checked_sub(1).and_then(|before| offsets.get(before))
        {
            Some(before) => offsets.get(index).map_or(0, |offset| offset - before),
            None => 0,
        };
        return (before..before + many).map(step).collect();
    }
    let step = |index: usize| {
        let session = Nth {
            number: u16::try_from(index + 1).unwrap_or(u16::MAX),
            agreed: terms.interval().filter(|_| index >= agreed_from),
        };
        pace.interval(session).limit_once()
    };
    (before..before + many).map(step).collect()
}

/// Whether the last session keeps to the end that may not be passed, and to the weeks of the terms.
pub(super) fn within_limits(
    track: &place::Track<'_>,
    availability: &Availability,
    days: &[NaiveDate],
) -> Result<(), PlanError> {
    let (Some(&first), Some(&last)) = (days.first(), days.last()) else {
        return Ok(());
    };
    let sessions = u16::try_from(days.len()).unwrap_or(u16::MAX);
    let interval = track.interval(days.len().saturating_sub(1)).limit_once();
    let interval_days = u16::try_from(interval).unwrap_or(u16::MAX);
    if let Some(not_after) = availability.not_after.filter(|&end| last > end) {
        return Err(PlanError::PastEnd {
            sessions,
            interval_days,
            why_interval: track.why_interval(),
            last,
            not_after,
            anchor: availability.anchor,
        });
    }
    if let Some(weeks) = track.terms.weeks {
        let until = track.calendar.after(first, u32::from(weeks) * 7);
        if last > until {
            let why_weeks = track.terms.why_weeks();
            return Err(PlanError::PastWeeks {
                sessions,
                interval_days,
                last,
                weeks,
                until,
                why_weeks,
            });
        }
    }
    Ok(())
}

/// The sessions of the main track with what is done in them.
pub(super) fn main_sessions(
    protocol: &Protocol,
    schedule: &Schedule,
    windows: &[Window],
    cadence: &[NaiveDate],
    focus: Option<ProblemArea>,
) -> Vec<PlannedSession> {
    let many = u16::try_from(schedule.slots.len()).unwrap_or(u16::MAX);
    let count = |phase| u16::try_from(schedule.of(phase).count()).unwrap_or(u16::MAX);
    let (initial, middle) = (count(Phase::Initial), count(Phase::Middle));
    let reviewed = schedule.review_in(protocol);
    let announced = schedule.announced_in(protocol);
    let assessed = schedule.assessed_in(protocol);
    let ending = schedule.ending_schedule(protocol, work::on_medication(protocol));
    let mut sessions = Vec::with_capacity(schedule.slots.len());
    let mut place = 0_u16;
    let mut phase = None;
    for ((&slot, &window), &due) in schedule.slots.iter().zip(windows).zip(cadence) {
        let begins = phase.replace(slot.phase) != Some(slot.phase);
        place = if begins { 1 } else { place.saturating_add(1) };
        let tasks: EndingTaskSet = ending
            .iter()
            .filter(|(_, at)| at.number == slot.number)
            .map(|&(task, _)| task)
            .collect();
        let work = match slot.phase {
            Phase::Assessment => PlannedWork::Assessment,
            Phase::Initial => PlannedWork::Initial(work::initial_tasks(protocol, place, initial)),
            Phase::Middle => PlannedWork::Middle(focus.map_or(StrategySet::EMPTY, |area| {
                work::strategies(area, usize::from(place - 1), middle.into()).0
            })),
            Phase::Termination => PlannedWork::Ending(tasks),
            Phase::Continuation | Phase::Maintenance => {
                PlannedWork::KeptUp(focus.map_or(StrategySet::EMPTY, work::kept_up))
            }
            Phase::Concluded | Phase::Closed => PlannedWork::Beside,
        };
        let brings = |milestone: Milestone| match milestone {
            Milestone::FrameVoiced => slot.number == 1,
            Milestone::ContractAgreed => slot.phase == Phase::Initial && place == initial,
            Milestone::ProgressReviewed => reviewed == Some(slot.number),
            Milestone::MarkersAssessed => assessed == slot.number,
            Milestone::EndAnnounced => announced == Some(slot.number),
            Milestone::SessionsLeft => schedule.mentions_what_is_left(protocol, slot),
            Milestone::LastSession => slot.number == many,
        };
        let declared = protocol.spec().tasks.iter();
        let declared = declared
            .filter(|task| begins && task.phase == slot.phase && schedule::asked(task.level));
        sessions.push(PlannedSession {
            track: Track::Main,
            ordinal: slot.number,
            number: Some(slot.number),
            phase: slot.phase,
            target: slot.day,
            cadence: due,
            window,
            minutes: schedule.terms.minutes_of(protocol, slot.number),
            participants: work::participants(protocol, slot.number, many).collect(),
            measures: schedule.due(protocol, slot),
            work,
            declared: declared.map(|task| task.token).collect(),
            milestones: Milestone::ALL
                .iter()
                .copied()
                .filter(|&milestone| brings(milestone))
                .collect(),
            status: SessionStatus::Ahead,
        });
    }
    sessions
}

/// The sessions of the other tracks.
fn sessions_beside(
    protocol: &Protocol,
    schedule: &Schedule,
    wishes: &[Wish],
) -> Vec<PlannedSession> {
    let session = |track: Track, day: NaiveDate, phase: Phase, ordinal: u16| {
        let wish = wishes
            .iter()
            .find(|wish| wish.track == track && wish.ordinal == ordinal);
        let (from, until) = wish.map_or((day, day), |wish| (wish.from, wish.until));
        let why = Why::Parameter("tracks");
        PlannedSession {
            track,
            ordinal,
            number: Some(ordinal),
            phase,
            target: day,
            cadence: wish.map_or(day, |wish| wish.day),
            window: Window::new((from, why), (until, why)),
            minutes: schedule::minutes_beside(protocol, track)
                .unwrap_or_else(|| schedule.terms.minutes_of(protocol, u16::MAX)),
            participants: Vec::new(),
            measures: Vec::new(),
            work: match phase {
                Phase::Assessment => PlannedWork::Assessment,
                Phase::Continuation | Phase::Maintenance => PlannedWork::KeptUp(StrategySet::EMPTY),
                _ => PlannedWork::Beside,
            },
            declared: Vec::new(),
            milestones: Milestones::EMPTY,
            status: SessionStatus::Ahead,
        }
    };
    let mut sessions = Vec::new();
    for (index, &(track, day)) in schedule.beside.iter().enumerate() {
        let earlier = schedule
            .beside
            .iter()
            .take(index)
            .filter(|&&(other, _)| other == track)
            .count();
        let ordinal = u16::try_from(earlier + 1).unwrap_or(u16::MAX);
        let phase = match track {
            Track::PreTreatment => Phase::Assessment,
            Track::MidTreatment | Track::AddedGroup => schedule
                .slots
                .iter()
                .rev()
                .find(|slot| slot.day <= day)
                .map_or(Phase::Middle, |slot| slot.phase),
            _ => Phase::Concluded,
        };
        sessions.push(session(track, day, phase, ordinal));
    }
    for care in &schedule.aftercare {
        let track = if care.phase == Phase::Continuation {
            Track::Continuation
        } else {
            Track::Maintenance
        };
        sessions.extend(
            (1..)
                .zip(&care.days)
                .map(|(ordinal, &day)| session(track, day, care.phase, ordinal)),
        );
    }
    sessions
}
