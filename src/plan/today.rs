//! What is to be done today, between two sessions.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use crate::{
    course::{Course, history::History},
    machine::region::{EngagementRegion, SafetyRegion},
    rule::{Finding, Question, Status, Validator, codes},
    vocabulary::{Phase, Place, RuleCode},
};

/// What there is to do between two sessions. Everything is a suggestion to somebody who knows the
/// patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum ToDo {
    /// Answer a concern, or immediate danger.
    AnswerConcern,
    /// Ask directly, after an item about self-harm.
    AskDirectly,
    /// Seek a patient who stayed away, or speak with one who cancels again and again.
    SeekPatient,
    /// Look at a concern again, on the day that was named for it.
    LookAgain,
    /// Ask again what the patient did not want to answer.
    AskAgain,
    /// Say who looks after a concern that stands.
    HandOn,
    /// Decide how to go on with a patient who stays away.
    Decide,
    /// Look at a pause.
    LookAtPause,
}

/// One thing to do today: what, since when, until when it is in time, and what calls for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TodayItem {
    /// What there is to do.
    pub what: ToDo,
    /// Where what calls for it stands.
    pub place: Place,
    /// The last day on which it is in time: today, or none if that day has passed or none is named.
    pub until: Option<NaiveDate>,
    /// What the report says if it is not done, or says already.
    pub called_for: Option<CalledFor>,
}

/// What calls for something today.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_enums,
    clippy::large_enum_variant,
    reason = "a rule finds, or it asks"
)]
pub enum CalledFor {
    /// The record reports the topic in full: it is found.
    Found(Finding),
    /// It does not: the question is open.
    Asked(Question),
}

impl CalledFor {
    /// The rule that calls for it.
    #[must_use]
    pub const fn code(&self) -> RuleCode {
        self.finding().code
    }

    const fn finding(&self) -> &Finding {
        match self {
            Self::Found(finding) => finding,
            Self::Asked(question) => &question.finding,
        }
    }
}

/// What there is to do about a course today, between sessions: the most urgent first.
///
/// ```
/// use interpersonal::{ActorRef, At, Course, Phase, Reporting, chrono::NaiveDate, plan::ToDo, protocol::preset};
/// use interpersonal::record::{safety::*, session::{Attendance, Session}, setting::Opened};
/// use interpersonal::text::Language;
///
/// let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let at = At::new("2026-01-12T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
/// let mut course = Course::open(&preset::ACUTE_16, at, Opened::new(Phase::Initial, Reporting::COMPLETE))?;
/// course.record(at, Session::attended())?;
/// course.record(at, ConcernRaised::new(ConcernKind::SuicidalIdeation))?;
/// course.record(at, SafetyResponse::new([SafetyAction::SafetyPlan]))?;
///
/// // A week later the patient stays away, and the concern stands.
/// let missed = NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
/// course.record(at.on(missed), Session::new(Attendance::DidNotAttend))?;
/// let today = course.today(missed);
/// assert_eq!(today.items[0].what, ToDo::SeekPatient);
/// assert!(today.to_string().starts_with("To consider on 12 January 2026:\n- reach the patient (in time until 12 January 2026)"));
/// assert!(today.in_language(&Language::GERMAN).to_string().starts_with("Am 12. Januar 2026 zu bedenken:"));
/// # Ok::<(), interpersonal::RecordError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Today {
    /// The day.
    pub day: NaiveDate,
    /// What there is to do, the most urgent first.
    pub items: Vec<TodayItem>,
}

/// The rules about what cannot wait for the next session, with what each calls for.
const BETWEEN_SESSIONS: &[(RuleCode, ToDo)] = &[
    (codes::URGENT_ACTION_IN_DANGER, ToDo::AnswerConcern),
    (codes::DANGER_IN_SCREEN, ToDo::AnswerConcern),
    (codes::CONCERN_HAS_RESPONSE, ToDo::AnswerConcern),
    (codes::ENDORSED_ITEM_IS_FOLLOWED, ToDo::AskDirectly),
    (codes::SOUGHT_THE_SAME_DAY, ToDo::SeekPatient),
    (codes::CANCELLED_WHILE_ACTIVE, ToDo::SeekPatient),
    (codes::EARLY_NO_SHOW_IS_FOLLOWED, ToDo::SeekPatient),
    (codes::OUTREACH_AFTER_MISSED_SESSIONS, ToDo::SeekPatient),
    (codes::REVIEW_DAY_KEPT, ToDo::LookAgain),
    (codes::DECLINED_IS_ASKED_AGAIN, ToDo::AskAgain),
    (codes::STANDING_CONCERN_IN_CARE, ToDo::HandOn),
    (codes::DECISION_WHEN_CONTACT_BREAKS, ToDo::Decide),
    (codes::PAUSE_IS_REVIEWED, ToDo::LookAtPause),
];

impl Course {
    /// What there is to do today, between sessions: concerns that wait for an answer, days on which
    /// one was to be looked at again, patients who stayed away. What belongs in the next session is
    /// on [its agenda](Course::next_session).
    ///
    /// The rules are asked, as of tomorrow: what they would find then if nothing more were
    /// recorded is to be done today. What a session held since has settled is none of today's.
    /// See [`Today`] for an example.
    #[must_use]
    pub fn today(&self, day: NaiveDate) -> Today {
        let history = History::of(self, day);
        let mut today = Today {
            day,
            items: Vec::new(),
        };
        let Some(state) = history.state else {
            return today;
        };
        let ask = Validator::new().with_only(BETWEEN_SESSIONS.iter().map(|&(code, _)| code));
        let tomorrow = day.checked_add_days(Days::new(1)).unwrap_or(day);
        let now = ask.validate(self, day);
        let then = ask.validate(self, tomorrow);
        let found = then.findings.iter().map(|finding| (finding, None));
        let asked = then
            .questions
            .iter()
            .map(|question| (&question.finding, Some(question)));
        for (finding, question) in found.chain(asked) {
            let Some(&(_, what)) = BETWEEN_SESSIONS
                .iter()
                .find(|(code, _)| *code == finding.code)
            else {
                continue;
            };
            let since = finding.on.unwrap_or(day);
            let open = match what {
                ToDo::AnswerConcern => state.safety().lacks_response(),
                ToDo::LookAgain | ToDo::HandOn => {
                    state.safety() == SafetyRegion::ResponseDocumented
                        || state.safety().lacks_response()
                }
                // Who came again was reached, and it was decided by going on.
                ToDo::SeekPatient | ToDo::Decide => {
                    state.last_held().is_none_or(|held| held < since)
                        && state.engagement() != EngagementRegion::Lost
                }
                _ => true,
            };
            if finding.status != Status::Standing
                || !open
                || state.phase() == Phase::Closed && what != ToDo::HandOn
            {
                continue;
            }
            let is_late = since < day
                && now
                    .findings
                    .iter()
                    .chain(now.questions.iter().map(|question| &question.finding))
                    .any(|other| other.code == finding.code && other.place == finding.place);
            let called_for = question.map_or_else(
                || CalledFor::Found(finding.clone()),
                |question| CalledFor::Asked(question.clone()),
            );
            today.items.push(TodayItem {
                what,
                place: finding.place,
                until: (!is_late).then_some(day),
                called_for: Some(called_for),
            });
        }
        // Of a patient who stayed away no rule speaks yet, and nobody has sought them.
        let is_sought = today
            .items
            .iter()
            .any(|item| item.what == ToDo::SeekPatient);
        if state.engagement() == EngagementRegion::OutreachNeeded && !is_sought {
            let missed = history.sessions.iter().rfind(|row| !row.held);
            today.items.extend(missed.map(|row| TodayItem {
                what: ToDo::SeekPatient,
                place: Place::Session {
                    entry: row.seq,
                    number: row.number,
                    track: row.track,
                    held: row.held,
                },
                until: None,
                called_for: None,
            }));
        }
        today.items.sort_by_key(|item| item.what);
        // Of one matter the gravest rule is enough.
        today
            .items
            .dedup_by(|later, first| later.what == first.what && later.place == first.place);
        today
    }
}
