//! Refusals and errors are told in plain words: what was found, then what must be or what can be
//! done.

use interpersonal::{
    ActorRef, AppKey, At, Course, Entry, Fact, Phase, RecordError, Reporting, RuleCode, Seq,
    chrono::NaiveDate,
    course::{Correct, ImportError, ReplayError, Strike},
    machine::{Guard, GuardSet, RefusalError},
    measure::InstrumentId,
    plan::{PlanError, WayError, Why, Window},
    protocol::preset::ACUTE_16,
    record::{
        FactKind,
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        session::{Session, Track},
        setting::Opened,
    },
    rule::{RegisterError, Unwaivable},
    text::Language,
    typed::{
        In, StageError, StepError,
        stage::{Initial, Middle},
    },
    vocabulary::{PersonRef, PhaseSet, TokenError},
};

use super::plain::assert_plain;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
}

/// What happened on that day of January, written at the end of the month.
fn at(n: u32) -> At {
    At::new(
        "2026-01-31T17:00:00Z".parse().unwrap(),
        ActorRef::from_static("therapist-1"),
        day(n),
    )
}

fn opened() -> Course {
    Course::open(
        &ACUTE_16,
        at(5),
        Opened::new(Phase::Initial, Reporting::COMPLETE),
    )
    .unwrap()
}

fn closed() -> Closed {
    Closed::new(
        EndMode::DroppedOut,
        ClinicalResult::NotAssessed,
        Disposition::None,
    )
}

/// A course with a session on 19 January.
fn with_session() -> Course {
    let mut course = opened();
    course.record(at(19), Session::attended()).unwrap();
    course
}

#[track_caller]
fn refused(course: &Course, entry: Entry) -> String {
    course.clone().record_entry(entry).unwrap_err().to_string()
}

#[test]
fn a_closing_before_a_session_names_both_and_where_to_begin() {
    assert_eq!(
        refused(&with_session(), at(12).entry(closed())),
        "entry 3 (closed, 12 January 2026) cannot be recorded: entry 2 (session, 19 January 2026) would then come after the \
         closing; strike or correct entry 2 first"
    );
}

#[test]
fn a_correction_that_a_later_fact_forbids_names_both_and_where_to_begin() {
    let opening = Opened::new(Phase::Initial, Reporting::COMPLETE);
    let correction = Correct::new(Seq::new(1), day(20), opening);
    assert_eq!(
        refused(
            &with_session(),
            Entry::correct(at(20).recorded_at, at(20).by, correction)
        ),
        "the correction of entry 1 (opened, 20 January 2026) cannot be recorded: entry 2 (session, 19 January 2026) would \
         then come before the opening on 20 January 2026; strike or correct entry 2 first"
    );
}

#[test]
fn all_entries_in_the_way_of_a_correction_are_told_at_once() {
    let mut course = opened();
    for n in [6, 7] {
        course.record(at(n), Session::attended()).unwrap();
    }
    let opening = Opened::new(Phase::Initial, Reporting::COMPLETE);
    let correct = |course: &Course| {
        let correction = Correct::new(Seq::new(1), day(20), opening);
        refused(
            course,
            Entry::correct(at(20).recorded_at, at(20).by, correction),
        )
    };
    assert_eq!(
        correct(&course),
        "the correction of entry 1 (opened, 20 January 2026) cannot be recorded: entry 2 (session, 6 January 2026) would \
         then come before the opening on 20 January 2026; also in the way: entry 3; what contradicts several entries is \
         more likely wrong than they are: look at it again, or strike or correct them first"
    );
    for n in 8..=18 {
        course.record(at(n), Session::attended()).unwrap();
    }
    let said = correct(&course);
    assert!(
        said.contains("entry 3, entry 4") && said.contains("entry 10 and 4 more;"),
        "{said}"
    );
}

#[test]
fn what_comes_after_the_closing_is_told_what_can_still_be_recorded() {
    let mut course = opened();
    course.record(at(12), closed()).unwrap();
    assert_eq!(
        refused(&course, at(19).entry(Session::attended())),
        "entry 3 cannot be recorded: the course is closed; scores, safety and administration can still be recorded"
    );
}

fn refusals() -> Vec<RefusalError> {
    let (kind, on, opened_on) = (FactKind::HistoryTaken, day(4), day(5));
    vec![
        RefusalError::NotOpened { kind },
        RefusalError::OpenedTwice { opened_on },
        RefusalError::OpenedClosed,
        RefusalError::BeforeOpening {
            kind,
            on,
            opened_on,
        },
        RefusalError::BeforeItHappened {
            kind,
            on: day(9),
            written: day(6),
        },
        RefusalError::NoStep {
            kind,
            from: Phase::Closed,
            possible_in: PhaseSet::ALL.without(Phase::Closed),
        },
        RefusalError::NoStep {
            kind,
            from: Phase::Initial,
            possible_in: Phase::Middle.into(),
        },
        RefusalError::ClosedWithoutOutcome,
        RefusalError::NumberTaken {
            track: Track::PreTreatment,
            number: 1,
            first: Seq::new(2),
        },
        RefusalError::ScoreOutOfRange {
            instrument: InstrumentId::from_static("phq-9"),
            total: 31,
            min: 0,
            max: 27,
        },
        RefusalError::FocusItems { items: 5 },
        RefusalError::EmptyFrame,
        RefusalError::BreakReversed {
            from: day(9),
            until: day(6),
        },
    ]
}

#[test]
fn every_refusal_reads_well_behind_cannot_be_recorded() {
    for refusal in refusals() {
        assert_plain(&refusal.to_string());
        let error = RecordError::Refused {
            entry: Seq::new(3),
            refusal,
        };
        assert_plain(&error.to_string());
        assert!(
            error
                .to_string()
                .starts_with("entry 3 cannot be recorded: "),
            "{error}"
        );
    }
}

#[test]
fn every_error_of_a_record_is_plain() {
    let entry = Seq::new(3);
    let code = RuleCode::from_static("IPT-189");
    for error in [
        RecordError::OpeningStruck { entry },
        RecordError::NoSuchEntry { entry, entries: 2 },
        RecordError::NotAFact { entry },
        RecordError::AlreadyStruck { entry },
        RecordError::NotWaivable {
            code,
            why: Unwaivable::Protected,
        },
        RecordError::NotWaivable {
            code,
            why: Unwaivable::NoSuchRule,
        },
        RecordError::ProtocolBeforeOpening {
            on: day(4),
            opened_on: day(5),
        },
        RecordError::Full,
    ] {
        assert_plain(&error.to_string());
    }
    assert_plain(&ReplayError::Empty.to_string());
    assert_plain(&ReplayError::NotAnOpening.to_string());
    assert_plain(
        &ReplayError::KeyTwice {
            entry,
            first: Seq::new(2),
        }
        .to_string(),
    );
    assert_plain(&ImportError::NoOpening { entries: 7 }.to_string());
    assert_plain(&refused(&with_session(), at(12).entry(closed())));
    let preview = with_session()
        .preview(&[at(12).entry(closed())], day(31))
        .unwrap_err();
    assert_plain(&preview.to_string());
    let strike = Entry::strike(at(20).recorded_at, at(20).by, Strike::new(Seq::new(1)));
    assert_plain(&refused(&with_session(), strike));
}

#[test]
fn every_identifier_that_cannot_be_one_is_told_what_it_must_consist_of() {
    for text in [
        "",
        "a name that is far too long for an identifier",
        "Jane Doe",
    ] {
        let error: TokenError = PersonRef::new(text).unwrap_err();
        assert_plain(&error.to_string());
        assert!(text.is_empty() || !error.to_string().contains(text));
    }
}

#[test]
fn every_error_of_the_typed_facade_is_plain() {
    let wrong = In::<Middle>::try_from(opened()).unwrap_err();
    assert_plain(&wrong.to_string());
    let (to, phase) = (Phase::Middle, Phase::Initial);
    for reason in [
        StageError::KnownKey { first: Seq::new(2) },
        StageError::Overtaken {
            to,
            phase,
            last_day: day(9),
        },
        StageError::CouldMove { phase },
    ] {
        assert_plain(&reason.to_string());
    }
    let key = AppKey::from_static("row-7");
    let excerpt = Course::open(&ACUTE_16, at(5), Opened::in_phase(Phase::Initial)).unwrap();
    let mut course = In::<Initial>::try_from(excerpt).unwrap();
    course
        .record(at(6).with_key(key), Session::attended())
        .unwrap();
    let taken: StepError<In<Initial>> = course
        .confirming(GuardSet::ALL)
        .begin_middle(at(7).with_key(key))
        .unwrap_err();
    assert_plain(&taken.to_string());
}

#[test]
fn every_reason_why_no_facts_lead_to_a_step_is_plain() {
    assert_plain(
        &WayError::UnderWay {
            phase: Phase::Middle,
        }
        .to_string(),
    );
    assert_plain(
        &WayError::NotInProtocol {
            phase: Phase::Maintenance,
        }
        .to_string(),
    );
    assert_plain(
        &WayError::NothingMeets {
            conditions: GuardSet::EMPTY,
        }
        .to_string(),
    );
    for &guard in Guard::ALL {
        assert_plain(
            &WayError::NothingMeets {
                conditions: guard.into(),
            }
            .to_string(),
        );
    }
    for refusal in refusals() {
        assert_plain(&WayError::Refused(refusal).to_string());
    }
}

#[test]
fn every_error_of_registering_a_rule_is_plain() {
    let (code, nearest) = (
        RuleCode::from_static("IPT-900"),
        RuleCode::from_static("IPT-200"),
    );
    for error in [
        RegisterError::OurNamespace { code },
        RegisterError::CodeTaken { code },
        RegisterError::NoSuchRule { code, nearest },
        RegisterError::Protected { code },
    ] {
        assert_plain(&error.to_string());
    }
}

fn window(why_not_before: Why, why_not_after: Why) -> Window {
    serde_json::from_value(serde_json::json!({
        "not_before": "2026-02-02", "why_not_before": why_not_before,
        "not_after": "2026-01-30", "why_not_after": why_not_after,
    }))
    .unwrap()
}

#[test]
fn every_collision_of_a_plan_is_told_in_words_in_every_language() {
    let rule = Why::Rule(RuleCode::from_static("IPT-156"));
    let whys = [
        rule,
        Why::Parameter("timing.gap_warn"),
        Why::Availability,
        Why::Agreed(Seq::new(9)),
        Why::Terms,
        Why::Planner,
    ];
    let mut collisions = vec![
        PlanError::NoDayBeside {
            track: Track::PreTreatment,
            ordinal: 1,
            earliest: day(5),
            latest: day(9),
        },
        PlanError::CalendarEnds { session: 3 },
    ];
    for why in whys {
        let (sessions, interval_days, last, until) = (16, 7, day(20), day(9));
        collisions.extend([
            PlanError::NoWeekday {
                sessions,
                why_sessions: why,
            },
            PlanError::TooFewSessions {
                sessions: 3,
                least: 4,
                why_sessions: why,
            },
            PlanError::TooManySessions {
                sessions: 900,
                most: 520,
                why_sessions: why,
            },
            PlanError::NoRoom {
                session: 4,
                window: window(why, rule),
            },
            PlanError::NoDay {
                session: 4,
                window: window(rule, why),
            },
            PlanError::PastEnd {
                sessions,
                interval_days,
                why_interval: why,
                last,
                not_after: until,
                anchor: None,
            },
            PlanError::PastWeeks {
                sessions,
                interval_days,
                last,
                weeks: 8,
                until,
                why_weeks: why,
            },
        ]);
    }
    for collision in collisions {
        assert_plain(&collision.to_string());
        let german = collision.in_language(&Language::GERMAN).to_string();
        assert!(!german.contains(['_', '{', '}']), "{german}");
        assert!(
            ["muss", "müssen", "darf"]
                .iter()
                .any(|word| german.contains(word)),
            "{german}"
        );
    }
}

#[test]
fn a_fact_of_another_kind_is_told_where_it_has_its_place() {
    let fact = Fact::from(Session::attended());
    assert_eq!(
        RefusalError::NotOpened { kind: fact.kind() }.to_string(),
        "the first fact of a record must open the course; the first one here is of another kind (session)"
    );
}
