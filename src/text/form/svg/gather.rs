//! What a picture shows: gathered from plan, course and report, each with its day.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::{
    base::days::{earlier, later},
    course::Course,
    measure::{Informant, Rater, Score, ScoreSource},
    plan::{CoursePlan, DaySpan, SessionStatus, availability::merged},
    protocol::Protocol,
    record::{
        Fact,
        contact::{AdmissionEvent, EngagementDecision},
        session::Attendance,
    },
    rule::{Report, Value},
    text::{PlanPhrases, Said, Say, capital},
    vocabulary::{Phase, Place, RuleCode, Seq, Severity, Track},
};

/// How a session is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Held,
    Late,
    Missed,
    Cancelled,
    Planned,
    Against,
}

impl Mark {
    pub(super) const ALL: &'static [Self] = &[
        Self::Held,
        Self::Late,
        Self::Missed,
        Self::Cancelled,
        Self::Planned,
        Self::Against,
    ];

    pub(super) const fn word(self, plans: &PlanPhrases) -> &'static str {
        match self {
            Self::Held => plans.picture_held,
            Self::Late => plans.picture_late,
            Self::Missed => plans.picture_missed,
            Self::Cancelled => plans.picture_cancelled,
            Self::Planned => plans.picture_planned,
            Self::Against => plans.picture_against,
        }
    }
}

impl From<Attendance> for Mark {
    fn from(attendance: Attendance) -> Self {
        match attendance {
            Attendance::Attended => Self::Held,
            Attendance::Late => Self::Late,
            Attendance::DidNotAttend => Self::Missed,
            Attendance::CancelledByPatient
            | Attendance::CancelledByTherapist
            | Attendance::CancelledByService
            | Attendance::Rescheduled => Self::Cancelled,
        }
    }
}

/// A session as it is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picture {
    pub(super) track: Track,
    pub(super) day: NaiveDate,
    pub(super) number: Option<u16>,
    pub(super) mark: Mark,
}

/// The totals from one source, in the order of their days.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) source: ScoreSource,
    /// Who gave the ratings and whose account they rest on, where a score says so.
    pub(super) rater: Option<Rater>,
    pub(super) informant: Option<Informant>,
    pub(super) totals: Vec<(NaiveDate, u16)>,
}

/// A finding that stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) severity: Severity,
    pub(super) code: RuleCode,
    /// None if it has no day, or one that the picture does not reach.
    pub(super) day: Option<NaiveDate>,
}

/// Everything that is drawn.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) as_of: Option<NaiveDate>,
    /// Each phase from its first day until the day on which it is over.
    pub(super) bands: Vec<(Phase, NaiveDate, NaiveDate)>,
    pub(super) pauses: Vec<(NaiveDate, NaiveDate)>,
    pub(super) sessions: Vec<Picture>,
    pub(super) series: Vec<Series>,
    pub(super) found: Vec<Found>,
}

impl Gathered {
    pub(super) fn of(
        plan: &CoursePlan,
        protocol: &Protocol,
        course: Option<(&Course, NaiveDate)>,
        report: Option<&Report>,
    ) -> Self {
        let mut gathered = Self {
            first: plan.opens_on,
            last: plan.opens_on,
            as_of: course.map(|(_, as_of)| as_of),
            bands: bands(plan, protocol),
            pauses: Vec::new(),
            sessions: Vec::new(),
            series: Vec::new(),
            found: Vec::new(),
        };
        let mut away: Vec<DaySpan> = plan.availability.breaks.clone();
        let mut recorded: Vec<Seq> = Vec::new();
        if let Some((course, as_of)) = course {
            gathered.record(plan, course, as_of, &mut recorded);
            away.extend(pauses(course, as_of));
        }
        // What the record shows is drawn from the record, which knows late from in time and who
        // cancelled; of the plan only what it adds.
        for session in &plan.sessions {
            let mark = match session.status {
                SessionStatus::Held(seq) | SessionStatus::Missed(seq)
                    if recorded.contains(&seq) =>
                {
                    continue;
                }
                SessionStatus::Held(_) => Mark::Held,
                SessionStatus::Missed(_) => Mark::Missed,
                SessionStatus::Ahead => Mark::Planned,
                SessionStatus::Against(_) => Mark::Against,
            };
            let (track, day, number) = (session.track, session.target, session.number);
            gathered.sessions.push(Picture {
                track,
                day,
                number,
                mark,
            });
        }
        gathered.sessions.sort_by_key(|picture| picture.day);
        // From here on the span of the picture is fixed: pauses are cut to it, and findings beyond
        // it stand at the edge without a day.
        gathered.reach();
        let (first, last) = (gathered.first, gathered.last);
        let within = |span: &DaySpan| span.from <= last && span.until >= first;
        let seen = merged(away).into_iter().filter(within);
        gathered.pauses = seen
            .map(|span| (span.from.max(first), span.until.min(last)))
            .collect();
        if let Some(report) = report {
            for finding in report.standing() {
                let day = finding.on.or_else(|| match finding.place {
                    Place::Day(day) => Some(day),
                    place => course?.0.entry(place.entry()?)?.day(),
                });
                let day = day.filter(|&day| gathered.first <= day && day <= gathered.last);
                gathered.found.push(Found {
                    severity: finding.severity,
                    code: finding.code,
                    day,
                });
            }
        }
        gathered
    }

    /// Sessions and scores of the record.
    fn record(
        &mut self,
        plan: &CoursePlan,
        course: &Course,
        as_of: NaiveDate,
        recorded: &mut Vec<Seq>,
    ) {
        for (seq, day, fact) in course.facts().filter(|&(_, on, _)| on <= as_of) {
            match fact {
                Fact::Session(session) => {
                    let planned = plan.sessions.iter().find(|planned| match planned.status {
                        SessionStatus::Held(by) | SessionStatus::Missed(by) => by == seq,
                        _ => false,
                    });
                    recorded.push(seq);
                    self.sessions.push(Picture {
                        track: session.track,
                        day,
                        number: session
                            .number
                            .or(planned.and_then(|planned| planned.number)),
                        mark: session.attendance.into(),
                    });
                    for score in session.content().into_iter().flat_map(|held| &held.scores) {
                        self.score(day, score);
                    }
                }
                Fact::Scored(score) => self.score(day, score),
                _ => {}
            }
        }
    }

    fn score(&mut self, day: NaiveDate, score: &Score) {
        let Some(total) = score.comparable() else {
            return;
        };
        let source = score.source();
        match self.series.iter_mut().find(|it| it.source == source) {
            Some(series) => series.totals.push((day, total)),
            None => self.series.push(Series {
                source,
                rater: score.rater,
                informant: score.informant,
                totals: [(day, total)].to_vec(),
            }),
        }
    }

    /// Makes the picture reach from the first to the last of its days.
    fn reach(&mut self) {
        let sessions = self.sessions.iter().map(|picture| picture.day);
        let scores = self
            .series
            .iter()
            .flat_map(|series| series.totals.iter().map(|&(day, _)| day));
        for day in sessions.chain(scores).chain(self.as_of) {
            self.first = self.first.min(day);
            self.last = self.last.max(day);
        }
    }

    /// The severities that were found, the weightiest first.
    pub(super) fn severities(&self) -> impl Iterator<Item = Severity> {
        let all = [Severity::Error, Severity::Warning, Severity::Note];
        let found: Vec<Severity> = all
            .into_iter()
            .filter(|&one| self.found.iter().any(|found| found.severity == one))
            .collect();
        found.into_iter()
    }

    /// How many sessions of the main track stand how.
    pub(super) fn tell(
        &self,
        plan: &CoursePlan,
        say: &Say<'_, ()>,
        to: &mut impl fmt::Write,
    ) -> fmt::Result {
        let plans = say.0.plans;
        let values: [(&str, &dyn fmt::Display); 2] = [
            ("n", &plan.main().count()),
            ("day", &say.day(plan.last_day())),
        ];
        write!(to, "{}", Said(plans.picture_told, &values))?;
        for (place, &mark) in Mark::ALL.iter().enumerate() {
            let of = |picture: &&Picture| picture.track == Track::Main && picture.mark == mark;
            let many = self.sessions.iter().filter(of).count();
            if many > 0 || place == 0 {
                write!(
                    to,
                    "{} {many} {}",
                    if place == 0 { ":" } else { ";" },
                    mark.word(plans)
                )?;
            }
        }
        Ok(())
    }

    /// The picture in words.
    pub(super) fn describe(
        &self,
        told: &str,
        say: &Say<'_, ()>,
        to: &mut impl fmt::Write,
    ) -> fmt::Result {
        let plans = say.0.plans;
        let span = |what: &dyn fmt::Display, from, until| {
            Said(
                plans.picture_span,
                &[
                    ("what", what),
                    ("from", &say.day(from)),
                    ("until", &say.day(until)),
                ],
            )
            .owned()
        };
        // The order is that of the lanes, from the top down.
        let days: [(&str, &dyn fmt::Display); 2] = [
            ("from", &say.day(self.first)),
            ("until", &say.day(self.last)),
        ];
        write!(to, "{}", Said(plans.picture_days, &days))?;
        if let Some(as_of) = self.as_of {
            write!(
                to,
                " {}",
                Said(plans.picture_since, &[("day", &say.day(as_of))])
            )?;
        }
        write!(to, " {told}.")?;
        for &(phase, from, until) in &self.bands {
            write!(
                to,
                " {}",
                span(&say.heading(phase), from, earlier(until, 1).max(from))
            )?;
        }
        for &(from, until) in &self.pauses {
            write!(
                to,
                " {}",
                span(&capital(plans.picture_pause_mark), from, until)
            )?;
        }
        for series in &self.series {
            if let (Some((from, first)), Some((until, last))) =
                (series.totals.first(), series.totals.last())
            {
                let instrument = say.say(Value::from(series.source.instrument));
                let values: [(&str, &dyn fmt::Display); 5] = [
                    ("instrument", &instrument),
                    ("first", first),
                    ("from", &say.day(*from)),
                    ("last", last),
                    ("until", &say.day(*until)),
                ];
                write!(to, " {}", Said(plans.picture_series, &values))?;
            }
        }
        for severity in self.severities() {
            let many = self
                .found
                .iter()
                .filter(|found| found.severity == severity)
                .count();
            write!(
                to,
                " {}",
                Said(
                    plans.picture_standing,
                    &[("severity", &say.word(severity)), ("n", &many)]
                )
            )?;
        }
        Ok(())
    }
}

/// The phases of a plan, each from its first day until the next begins.
fn bands(plan: &CoursePlan, protocol: &Protocol) -> Vec<(Phase, NaiveDate, NaiveDate)> {
    let mut begins: Vec<(Phase, NaiveDate)> = Vec::new();
    let first = plan
        .sessions
        .first()
        .map_or(plan.opens_on, |session| session.target);
    if plan.opens_on < first && protocol.phase(Phase::Assessment).is_some() {
        begins.push((Phase::Assessment, plan.opens_on));
    }
    for session in &plan.sessions {
        if begins
            .last()
            .is_none_or(|&(phase, _)| phase != session.phase)
        {
            begins.push((session.phase, session.target));
        }
    }
    let over = plan
        .sessions
        .last()
        .map_or(plan.opens_on, |session| later(session.target, 1));
    let ends = begins.iter().skip(1).map(|&(_, day)| day).chain([over]);
    begins
        .iter()
        .zip(ends)
        .map(|(&(phase, from), until)| (phase, from, until))
        .collect()
}

/// When nothing was to be held by the record: pauses, announced breaks, stays in hospital.
fn pauses(course: &Course, as_of: NaiveDate) -> Vec<DaySpan> {
    let mut spans = Vec::new();
    let mut paused: Option<(NaiveDate, Option<NaiveDate>)> = None;
    let mut admitted: Option<NaiveDate> = None;
    for (_, on, fact) in course.facts().filter(|&(_, on, _)| on <= as_of) {
        match fact {
            Fact::BreakAnnounced(announced) => {
                spans.push(DaySpan::new(announced.from, announced.until));
            }
            Fact::Paused(pause) => paused = paused.or(Some((on, pause.review_on))),
            Fact::EngagementDecided(decided) if decided.decision == EngagementDecision::Pause => {
                paused = paused.or(Some((on, None)));
            }
            Fact::Resumed(_) => {
                if let Some((since, _)) = paused.take() {
                    spans.push(DaySpan::new(since, earlier(on, 1).max(since)));
                }
            }
            Fact::Admission(admission) => match admission.event {
                AdmissionEvent::Admitted => admitted = admitted.or(Some(on)),
                AdmissionEvent::Discharged => {
                    if let Some(since) = admitted.take() {
                        spans.push(DaySpan::new(since, earlier(on, 1).max(since)));
                    }
                }
            },
            _ => {}
        }
    }
    if let Some((since, review)) = paused {
        let until = review
            .filter(|&day| day > as_of)
            .map_or(as_of, |day| earlier(day, 1));
        spans.push(DaySpan::new(since, until));
    }
    if let Some(since) = admitted {
        spans.push(DaySpan::new(since, as_of));
    }
    spans
}
