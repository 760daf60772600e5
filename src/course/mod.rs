//! A course of treatment: a protocol, a record, and the state that follows from them.
//!
//! The record is a list of entries in the order of writing. The timeline holds the facts that still
//! count, in the order of their days, and a fold over it computes the state. An entry about the
//! latest day is folded onto the state as it is; an entry about an earlier day makes the fold begin
//! again.
//!
//! [`Course::record`] adds a fact, and [`Course::propose`] adds it only if it is by the book.
//! [`Course::replay`] builds a course from all its entries and stops at the first that contradicts
//! the record, and [`Course::import`] sets such entries aside.

pub(crate) mod at;
pub(crate) mod cover;
pub(crate) mod due;
pub(crate) mod entry;
mod error;
mod fold;
pub(crate) mod history;
mod import;
mod propose;
mod record;
mod timeline;
pub mod typed;

use alloc::{collections::BTreeMap, vec::Vec};
use core::fmt;

use chrono::{DateTime, NaiveDate, Utc};

pub use at::At;
pub use entry::{
    ChangeProtocol, Content, Correct, Correction, Entry, Origin, Strike, Waive, WaiverScope,
};
#[cfg(feature = "serde")]
pub(crate) use error::OnIt;
pub use error::{
    Attempt, BatchError, Differs, ImportError, Mention, Others, ProposeError, RecordError,
    Recorded, ReplayError,
};
pub(crate) use fold::Step;
use fold::{Change, state_after};
pub use import::{Imported, SetAside};
pub use propose::Confirming;
use timeline::{Timeline, rank};

use crate::{
    machine::{
        self, Choice, CourseState, Decision, Guard, GuardSet, RefusalError, Trigger, WhyNot,
    },
    protocol::{Protocol, SharedProtocol},
    record::{Fact, setting::Opened},
    vocabulary,
    vocabulary::{AppKey, Seq, Track},
};

/// A course of IPT with one patient: the record, and the state that follows from it.
///
/// A fold computes the state from the record. Facts take effect in the order of their days, not in
/// the order of writing: whether a course conforms depends on what happened when, not on when
/// somebody wrote it down.
///
/// ```
/// use interpersonal::{ActorRef, At, Course, Phase, Reporting, protocol::preset};
/// use interpersonal::{chrono::NaiveDate, record::{session::Session, setting::Opened}};
///
/// let day: NaiveDate = "2026-01-05".parse().unwrap();
/// let at = At::new("2026-01-12T17:00:00Z".parse().unwrap(), ActorRef::new("therapist-1")?, day);
///
/// // The record will hold whatever happens, so that silence in it means something.
/// let opened = Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE);
/// let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
///
/// course.record(at, Session::attended().with_minutes(60))?;
/// let second = course.record(at.on("2026-01-12".parse().unwrap()), Session::attended())?;
/// assert_eq!(course.state().held(), 2);
///
/// // The second was somebody else's. What is struck stays in the record and no longer counts.
/// course.strike(at, second.entry())?;
/// assert_eq!((course.state().held(), course.entries().len()), (1, 4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Course {
    protocol: SharedProtocol,
    entries: Vec<Entry>,
    timeline: Timeline,
    state: CourseState,
    numbers: BTreeMap<(Track, u16), Seq>,
    keys: BTreeMap<AppKey, Seq>,
}

/// Shows counts and the phase: what the record says stays in the record.
impl fmt::Debug for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Course")
            .field("protocol", &self.protocol.id())
            .field("phase", &self.state.phase())
            .field("entries", &self.entries.len())
            .field("facts", &self.timeline.len())
            .field("held", &self.state.held())
            .finish_non_exhaustive()
    }
}

impl AsRef<Self> for Course {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl Course {
    /// Opens a course under a protocol.
    ///
    /// ```
    /// use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    ///
    /// let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::new("therapist-1")?, "2026-01-05".parse().unwrap());
    /// let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    /// assert_eq!(course.state().phase(), Phase::Initial);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RecordError`] when the opening contradicts itself: it names the closed phase, or was
    /// written before its day.
    pub fn open(
        protocol: impl Into<SharedProtocol>,
        at: At,
        opened: Opened,
    ) -> Result<Self, RecordError> {
        Self::opened(protocol.into(), at.entry(opened), at.day, &opened)
    }

    /// Opens a course with the entry that says so, if it does.
    pub(crate) fn begin(
        protocol: impl Into<SharedProtocol>,
        opening: Entry,
    ) -> Result<Self, ReplayError> {
        let (on, opened) = match opening.stated() {
            Some((on, &Fact::Opened(opened))) => (on, opened),
            Some((_, fact)) => {
                return Err(ReplayError::Record(RecordError::Refused {
                    entry: Seq::at(0),
                    refusal: RefusalError::NotOpened { kind: fact.kind() },
                }));
            }
            None => return Err(ReplayError::NotAnOpening),
        };
        Ok(Self::opened(protocol.into(), opening, on, &opened)?)
    }

    fn opened(
        protocol: SharedProtocol,
        opening: Entry,
        on: NaiveDate,
        opened: &Opened,
    ) -> Result<Self, RecordError> {
        let seq = Seq::at(0);
        let fact = Fact::Opened(*opened);
        if let Decision::Refused(refusal) = machine::decide(None, &protocol, &fact, on) {
            return Err(RecordError::Refused {
                entry: seq,
                refusal,
            });
        }
        written_after(&opening, on, &fact, seq)?;
        let state = CourseState::opened(on, opened);
        let keys = opening.key.iter().map(|&key| (key, seq)).collect();
        let timeline = Timeline::opened(on);
        Ok(Self {
            protocol,
            entries: alloc::vec![opening],
            timeline,
            state,
            numbers: BTreeMap::new(),
            keys,
        })
    }

    /// Builds a course from all its entries in order of writing. The first entry that contradicts
    /// the record is an error.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] names the entry.
    pub fn replay(
        protocol: impl Into<SharedProtocol>,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<Self, ReplayError> {
        let mut entries = entries.into_iter();
        let opening = entries.next().ok_or(ReplayError::Empty)?;
        let mut course = Self::begin(protocol, opening)?;
        for entry in entries {
            course.replay_one(entry)?;
        }
        Ok(course)
    }

    /// The next entry of a replay, strictly.
    pub(crate) fn replay_one(&mut self, entry: Entry) -> Result<(), ReplayError> {
        match self.record_entry(entry) {
            Ok(Recorded::Taken { .. }) => Ok(()),
            // In a stored record a key stands for one entry, whatever the second says.
            Ok(Recorded::Ignored { first }) | Err(RecordError::KeyTaken { first, .. }) => {
                Err(ReplayError::KeyTwice {
                    entry: Seq::at(self.entries.len()),
                    first,
                })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Writes an entry down as it is: one that was stored, or is taken over from another system.
    ///
    /// It answers as [`record`](Self::record) does.
    ///
    /// # Errors
    ///
    /// [`RecordError`] says what contradicts the record and where; the course is unchanged.
    pub fn record_entry(&mut self, entry: Entry) -> Result<Recorded, RecordError> {
        let seq = self.next()?;
        match &entry.content {
            Content::Fact { on, fact } => {
                if let Some(&first) = entry.key.as_ref().and_then(|key| self.keys.get(key)) {
                    return self.known(first, seq, (*on, fact));
                }
                let on = *on;
                written_after(&entry, on, fact, seq)?;
                self.number_is_free(fact, seq, None)?;
                let taken = if self.timeline.comes_last(on, rank(fact)) {
                    self.append(seq, on, fact, rank(fact))?
                } else {
                    let timeline = self.timeline.with(seq, on, rank(fact));
                    let new = Some((seq, on, fact));
                    self.refold(timeline, Change { about: seq, new })?
                };
                self.take_number(fact, seq);
                if let Some(key) = entry.key {
                    self.keys.insert(key, seq);
                }
                self.entries.push(entry);
                Ok(taken)
            }
            Content::Strike(strike) => {
                let struck = strike.entry;
                self.standing(struck)?;
                if matches!(
                    self.entry(struck).and_then(Entry::stated),
                    Some((_, Fact::Opened(_)))
                ) {
                    return Err(RecordError::OpeningStruck { entry: struck });
                }
                if self
                    .entry(struck)
                    .is_some_and(|target| target.stated().is_some())
                {
                    let timeline = self.timeline.without(struck);
                    let about = struck;
                    self.refold(timeline, Change { about, new: None })?;
                    self.free_number(struck);
                }
                self.timeline.strike(struck);
                Ok(self.administrative(seq, entry))
            }
            Content::Correct(correct) => {
                self.standing(correct.entry)?;
                if self.entry(correct.entry).and_then(Entry::stated).is_none() {
                    return Err(RecordError::NotAFact {
                        entry: correct.entry,
                    });
                }
                written_after(&entry, correct.on, &correct.fact, seq)?;
                self.number_is_free(&correct.fact, seq, Some(correct.entry))?;
                let timeline =
                    self.timeline
                        .without(correct.entry)
                        .with(seq, correct.on, rank(&correct.fact));
                let (about, new) = (correct.entry, Some((seq, correct.on, &correct.fact)));
                let taken = self.refold(timeline, Change { about, new })?;
                self.free_number(correct.entry);
                self.take_number(&correct.fact, seq);
                self.timeline.strike(correct.entry);
                self.entries.push(entry);
                Ok(taken)
            }
            Content::Waive(waive) => {
                vocabulary::may_be_waived(waive.code).map_err(|why| RecordError::NotWaivable {
                    code: waive.code,
                    why,
                })?;
                if let WaiverScope::Entry(target) = waive.scope {
                    if self.entry(target).is_none() {
                        return Err(RecordError::NoSuchEntry {
                            entry: target,
                            entries: self.revision(),
                        });
                    }
                }
                Ok(self.administrative(seq, entry))
            }
            Content::ChangeProtocol { on, .. } => {
                if *on < self.state.opened_on() {
                    return Err(RecordError::ProtocolBeforeOpening {
                        on: *on,
                        opened_on: self.state.opened_on(),
                    });
                }
                Ok(self.administrative(seq, entry))
            }
        }
    }

    /// How the machine would answer if a fact were recorded now.
    ///
    /// A fact of an earlier day is judged where it would take effect, as [`record`](Self::record)
    /// does.
    pub fn decide(&self, fact: &Fact, on: NaiveDate) -> Decision {
        let before = self.state_before(on, rank(fact)).unwrap_or(self.state);
        machine::decide(Some(&before), self.protocol_on(on), fact, on)
    }

    /// What the protocol has from the current phase, each with its unmet conditions: what a screen
    /// may offer next.
    ///
    /// A step that the protocol does not have from here is left out, because it could never be by
    /// the book, unless a waiver covers the order of phases. It can be recorded all the same, and
    /// [`why_not`](Self::why_not) answers for it.
    ///
    /// A session that names another phase takes a step into that phase, under the conditions of the
    /// step.
    ///
    /// ```
    /// use interpersonal::{Phase, machine::{Guard, Trigger}};
    /// # use interpersonal::{ActorRef, At, Course, Reporting, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE))?;
    ///
    /// // In the initial phase, with nothing done yet.
    /// let middle = course.choices().find(|choice| choice.to == Phase::Middle).unwrap();
    /// assert!(middle.unmet.contains(Guard::FocusIsAgreed) && !middle.is_by_the_book());
    ///
    /// // The protocol does not go back to the assessment.
    /// assert!(course.choices().all(|choice| choice.to != Phase::Assessment));
    ///
    /// // Whether a session lies within the contract depends on the session.
    /// let session = course.choices().find(|choice| choice.trigger == Trigger::Session).unwrap();
    /// assert!(session.is_by_the_book() && session.open.contains(Guard::WithinContract));
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    pub fn choices(&self) -> impl Iterator<Item = Choice> + '_ {
        let last_day = self.state.last_day();
        machine::choices(&self.state, self.protocol()).filter(move |choice| {
            choice.can_be_by_the_book(self.protocol())
                || choice.unmet.contains(Guard::PhaseOrder)
                    && self.is_waived(Guard::PhaseOrder, last_day)
        })
    }

    /// Why something would not be by the book now, as far as its kind tells: every unmet condition,
    /// not just the first. `None` if it would be by the book. A phase stands for the step into it.
    ///
    /// ```
    /// use interpersonal::{Phase, machine::{Trigger, WhyNot}};
    /// # use interpersonal::{ActorRef, At, Course, Reporting, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial).with_reporting(Reporting::COMPLETE))?;
    ///
    /// let Some(WhyNot::Conditions { unmet, .. }) = course.why_not(Phase::Termination) else {
    ///     unreachable!()
    /// };
    /// let sentences: Vec<_> = unmet.iter().map(|condition| condition.to_string()).collect();
    /// assert_eq!(sentences, [
    ///     "The protocol does not provide for a step from “initial phase” to “termination phase”. (IPT-011)",
    ///     "No announcement of the end is on record. (IPT-200)",
    /// ]);
    ///
    /// // The course is not assessed anew by the book; a score has its place at any time.
    /// assert!(course.why_not(Phase::Assessment).is_some());
    /// assert!(course.why_not(Trigger::Score).is_none());
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    #[must_use]
    pub fn why_not(&self, trigger: impl Into<Trigger>) -> Option<WhyNot> {
        machine::why_not(&self.state, self.protocol(), trigger.into())
    }

    /// The state that follows from the whole record.
    #[must_use]
    pub const fn state(&self) -> &CourseState {
        &self.state
    }

    /// The state at the end of a day, from everything that is on record now. `None` before the
    /// opening.
    #[must_use]
    pub fn state_on(&self, day: NaiveDate) -> Option<CourseState> {
        state_after(self.standing_facts().take_while(|&(_, on, _)| on <= day))
    }

    /// The state that followed from what had been written down at a moment. `None` before the
    /// opening was written.
    #[must_use]
    pub fn known_on(&self, instant: DateTime<Utc>) -> Option<CourseState> {
        let known = |entry: &Entry| entry.recorded_at <= instant;
        let mut timeline = Timeline::default();
        for (index, entry) in self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| known(entry))
        {
            let seq = Seq::at(index);
            match &entry.content {
                Content::Fact { on, fact } => timeline.insert(seq, *on, rank(fact)),
                Content::Strike(strike) => timeline.remove(strike.entry),
                Content::Correct(correct) => {
                    timeline.remove(correct.entry);
                    timeline.insert(seq, correct.on, rank(&correct.fact));
                }
                Content::Waive(_) | Content::ChangeProtocol { .. } => {}
            }
        }
        state_after(self.facts_at(timeline.iter()))
    }

    /// The protocol in force on the latest day of the record.
    #[must_use]
    pub fn protocol(&self) -> &Protocol {
        self.protocol_on(self.state.last_day())
    }

    /// The protocol under which the course was opened.
    #[must_use]
    pub const fn opening_protocol(&self) -> &SharedProtocol {
        &self.protocol
    }

    /// The protocol in force on a day.
    #[must_use]
    pub fn protocol_on(&self, day: NaiveDate) -> &Protocol {
        self.shared_protocol_on(day)
    }

    /// The same, to be kept by what outlives the course.
    pub(crate) fn shared_protocol_on(&self, day: NaiveDate) -> &SharedProtocol {
        let mut found: (&NaiveDate, &SharedProtocol) = (&NaiveDate::MIN, &self.protocol);
        for &seq in self.timeline.protocol_changes() {
            if let Some(Content::ChangeProtocol { on, change }) =
                self.entry(seq).map(|entry| &entry.content)
            {
                if !self.timeline.is_struck(seq) && on <= &day && on >= found.0 {
                    found = (on, &change.protocol);
                }
            }
        }
        found.1
    }

    /// The entries in order of writing.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries in order of writing, each with its number.
    #[must_use]
    pub fn numbered(&self) -> impl DoubleEndedIterator<Item = (Seq, &Entry)> + Clone {
        self.entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (Seq::at(index), entry))
    }

    /// The entry of that number, if there is one.
    #[must_use]
    pub fn entry(&self, seq: Seq) -> Option<&Entry> {
        self.entries.get(seq.index()?)
    }

    /// Whether an entry was struck or corrected.
    #[must_use]
    pub fn is_struck(&self, seq: Seq) -> bool {
        self.timeline.is_struck(seq)
    }

    /// The entry that struck or corrected another, if one did.
    #[must_use]
    pub fn struck_by(&self, seq: Seq) -> Option<Seq> {
        if !self.is_struck(seq) {
            return None;
        }
        self.numbered()
            .find(|(_, entry)| match &entry.content {
                Content::Strike(strike) => strike.entry == seq,
                Content::Correct(correct) => correct.entry == seq,
                Content::Fact { .. } | Content::Waive(_) | Content::ChangeProtocol { .. } => false,
            })
            .map(|(by, _)| by)
    }

    /// The facts that count, in the order in which they take effect: without those that were struck
    /// or replaced.
    pub fn facts(&self) -> impl Iterator<Item = (Seq, NaiveDate, &Fact)> + Clone {
        self.standing_facts()
    }

    /// The number of entries. Compare it when saving, to notice that somebody else has added one.
    #[must_use]
    pub fn revision(&self) -> u32 {
        Seq::at(self.entries.len()).number() - 1
    }

    /// Whether a waiver that covers the whole course, or that day, names the code of a condition.
    fn is_waived(&self, guard: Guard, on: NaiveDate) -> bool {
        self.entries
            .iter()
            .enumerate()
            .any(|(index, entry)| match &entry.content {
                Content::Waive(waive)
                    if vocabulary::current(waive.code) == guard.code()
                        && !self.timeline.is_struck(Seq::at(index)) =>
                {
                    match waive.scope {
                        WaiverScope::Course {} => true,
                        WaiverScope::Until(day) => on <= day,
                        WaiverScope::Entry(_) => false,
                    }
                }
                _ => false,
            })
    }

    /// The state into which a fact of that day and rank would come.
    fn state_before(&self, on: NaiveDate, rank: u8) -> Option<CourseState> {
        if self.timeline.comes_last(on, rank) {
            return Some(self.state);
        }
        state_after(self.facts_at(self.timeline.before(on, rank)))
    }

    /// The state into which a fact of that day would come. `None` before the opening.
    pub(crate) fn state_for(&self, fact: &Fact, on: NaiveDate) -> Option<CourseState> {
        self.state_before(on, rank(fact))
    }

    /// The state into which the fact of an entry came. `None` if the entry does not count.
    pub(crate) fn state_before_entry(&self, entry: Seq) -> Option<CourseState> {
        let earlier = || self.timeline.iter().take_while(|&(seq, _)| seq != entry);
        (earlier().count() < self.timeline.iter().count())
            .then(|| state_after(self.facts_at(earlier())))?
    }

    fn next(&self) -> Result<Seq, RecordError> {
        if self.entries.len() >= u32::MAX as usize - 1 {
            Err(RecordError::Full)
        } else {
            Ok(Seq::at(self.entries.len()))
        }
    }

    fn administrative(&mut self, seq: Seq, entry: Entry) -> Recorded {
        if matches!(entry.content, Content::ChangeProtocol { .. }) {
            self.timeline.note_protocol_change(seq);
        }
        self.entries.push(entry);
        Recorded::Taken {
            entry: seq,
            to: self.state.phase(),
            unmet: GuardSet::EMPTY,
            unknown: GuardSet::EMPTY,
        }
    }

    fn standing(&self, seq: Seq) -> Result<(), RecordError> {
        match self.entry(seq) {
            None => Err(RecordError::NoSuchEntry {
                entry: seq,
                entries: self.revision(),
            }),
            Some(Entry {
                content: Content::Strike(_),
                ..
            }) => Err(RecordError::NotAFact { entry: seq }),
            Some(_) if self.timeline.is_struck(seq) => {
                Err(RecordError::AlreadyStruck { entry: seq })
            }
            Some(_) => Ok(()),
        }
    }

    fn number_is_free(
        &self,
        fact: &Fact,
        seq: Seq,
        except: Option<Seq>,
    ) -> Result<(), RecordError> {
        let Some((track, number)) = numbered(fact) else {
            return Ok(());
        };
        match self.numbers.get(&(track, number)) {
            Some(&first) if Some(first) != except => Err(RecordError::Refused {
                entry: seq,
                refusal: RefusalError::NumberTaken {
                    track,
                    number,
                    first,
                },
            }),
            _ => Ok(()),
        }
    }

    fn take_number(&mut self, fact: &Fact, seq: Seq) {
        if let Some(number) = numbered(fact) {
            self.numbers.insert(number, seq);
        }
    }

    fn free_number(&mut self, seq: Seq) {
        if let Some(number) = self
            .entry(seq)
            .and_then(Entry::stated)
            .and_then(|(_, fact)| numbered(fact))
        {
            self.numbers.remove(&number);
        }
    }
}

/// The number that a held session takes in its track.
fn numbered(fact: &Fact) -> Option<(Track, u16)> {
    match fact {
        Fact::Session(session) if session.attendance.is_held() => {
            Some((session.track, session.number?))
        }
        _ => None,
    }
}

/// A fact is written on its day or later. One day of tolerance covers the difference between the
/// patient's day and UTC.
fn written_after(entry: &Entry, on: NaiveDate, fact: &Fact, seq: Seq) -> Result<(), RecordError> {
    let written = entry.recorded_at.date_naive();
    if on > written.succ_opt().unwrap_or(NaiveDate::MAX) {
        let refusal = RefusalError::BeforeItHappened {
            kind: fact.kind(),
            on,
            written,
        };
        return Err(RecordError::Refused {
            entry: seq,
            refusal,
        });
    }
    Ok(())
}
