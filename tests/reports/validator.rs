//! What a site makes of the catalogue: policy, editions, rules of its own, other protocols.

use interpersonal::{
    ActorRef, Course, Entry, Phase, ProblemArea, Reporting, RuleCode, Severity, Topic,
    chrono::{DateTime, Days, NaiveDate, Utc},
    protocol::preset::{ACUTE_16, UK_16},
    record::{session::Track, setting::Opened},
    rule::{
        Case, Clause, Conformance, CustomRule, Edition, Evidence, Outcome, Place, RuleMeta,
        Validator,
    },
    testing::exemplar::Exemplar,
};

const OWN: RuleCode = RuleCode::from_static("CLINIC-7");

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn flawless() -> Course {
    Exemplar::new(&ACUTE_16, ProblemArea::RoleDispute, monday())
        .course()
        .unwrap()
}

fn own() -> CustomRule {
    let meta = RuleMeta::new(OWN, Severity::Warning, "A booster should be held.")
        .with_case(Case::lacks(
            "none",
            Severity::Warning,
            "No booster is on record.",
        ))
        .with_topics(Reporting::from([Topic::Sessions]));
    CustomRule::new(meta, |ctx, out| {
        if !ctx.sessions().iter().any(|row| row.track == Track::Booster) {
            out.lacks("none", Topic::Sessions, Place::Course, Evidence::NONE);
        }
    })
}

#[test]
fn a_rule_in_our_name_space_is_refused_with_what_would_be_taken() {
    let rule = CustomRule::new(
        RuleMeta::new(RuleCode::from_static("IPT-900"), Severity::Note, "Mine."),
        |_, _| {},
    );
    let error = Validator::new().with_rule(rule).unwrap_err();
    assert_eq!(
        error.to_string(),
        "codes that begin with IPT, such as IPT-900, are reserved for this crate; a rule of your own must have another prefix, \
         such as CLINIC-1"
    );
}

#[test]
fn a_code_of_ones_own_stands_for_one_rule() {
    let validator = Validator::new().with_rule(own()).unwrap();
    let error = validator.with_rule(own()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a rule with the code CLINIC-7 is already registered; each rule must have a code of its own"
    );
}

#[test]
fn a_rule_of_ones_own_finds_where_the_topic_is_reported_and_cannot_tell_elsewhere() {
    let validator = Validator::new().with_rule(own()).unwrap();
    let course = flawless();
    let report = validator.validate(&course, course.state().last_day());
    assert_eq!(report.outcome(OWN), Some(Outcome::Found));
    assert_eq!(report.conformance, Conformance::ConformsWithDeviations);

    let written: DateTime<Utc> = "2026-06-01T08:00:00Z".parse().unwrap();
    let opened = Entry::fact(
        written,
        ActorRef::from_static("t"),
        monday(),
        Opened::new(Phase::Initial, Reporting::EXCERPT),
    );
    let excerpt = Course::replay(&ACUTE_16, [opened]).unwrap();
    let report = validator.validate(&excerpt, monday());
    assert_eq!(report.outcome(OWN), Some(Outcome::CannotTell));
}

#[test]
fn safety_is_neither_switched_off_nor_demoted_and_may_be_left_as_it_is() {
    let graded =
        |safety, severity: Option<Severity>| Validator::new().with_severity(safety, severity);
    let safety = RuleCode::from_static("IPT-186");
    for weaker in [None, Some(Severity::Note), Some(Severity::Warning)] {
        let error = graded(safety, weaker).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the rule IPT-186 guards safety or the integrity of the record; it must not be switched off or weigh less"
        );
    }
    assert!(graded(safety, Some(Severity::Error)).is_ok());
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest() {
    let unknown = RuleCode::from_static("IPT-999");
    let error = Validator::new().with_severity(unknown, None).unwrap_err();
    let nearest = RuleMeta::parse("IPT-999").unwrap_err().nearest()[0];
    assert_eq!(
        error.to_string(),
        format!("no rule has the code IPT-999; the nearest code is {nearest}")
    );
}

#[test]
fn what_the_site_grades_otherwise_is_listed_and_counts() {
    let mut entries = Exemplar::new(&ACUTE_16, ProblemArea::RoleDispute, monday()).entries();
    for n in 1..=16 {
        interpersonal::testing::exemplar::session_mut(&mut entries, n)
            .unwrap()
            .minutes = Some(30);
    }
    let course = Course::replay(&ACUTE_16, entries).unwrap();
    let as_of = course.state().last_day();
    let code = RuleCode::from_static("IPT-008");
    let graded = |severity: Option<Severity>| {
        let validator = Validator::new().with_severity(code, severity).unwrap();
        validator.validate(&course, as_of)
    };
    assert_eq!(
        graded(Some(Severity::Error)).conformance,
        Conformance::DoesNotConform
    );
    assert_eq!(
        graded(Some(Severity::Warning)).conformance,
        Conformance::ConformsWithDeviations
    );
    let noted = graded(Some(Severity::Note));
    assert_eq!(noted.conformance, Conformance::Conforms);
    assert_eq!(
        (noted.regraded[0].code, noted.regraded[0].severity),
        (code, Some(Severity::Note))
    );
    let off = graded(None);
    assert_eq!(
        (off.outcome(code), off.coverage.off),
        (Some(Outcome::Off), 1)
    );
}

#[test]
fn an_edition_leaves_out_what_came_later() {
    let course = flawless();
    let as_of = course.state().last_day();
    let before = Validator::new()
        .with_edition(Edition::new(0, 0, 9))
        .validate(&course, as_of);
    assert_eq!(
        (before.coverage.asked, before.conformance),
        (0, Conformance::CannotTell)
    );
    let current = Validator::new()
        .with_edition(Edition::CURRENT)
        .validate(&course, as_of);
    assert_eq!(
        current.findings,
        Validator::new().validate(&course, as_of).findings
    );
}

#[test]
fn a_report_says_against_which_protocol_the_course_was_checked() {
    let course = flawless();
    let as_of = course.state().last_day();
    assert_eq!(
        Validator::new().validate(&course, as_of).protocol.as_str(),
        "acute-16"
    );
    assert_eq!(
        Validator::new()
            .under(&UK_16)
            .validate(&course, as_of)
            .protocol
            .as_str(),
        "uk-16"
    );
}

#[test]
fn nothing_later_than_the_day_asked_about_is_in_sight() {
    let course = flawless();
    let early = Validator::new().validate(&course, monday() + Days::new(3));
    assert!(
        early
            .findings
            .iter()
            .all(|finding| finding.on.is_none_or(|on| on <= monday() + Days::new(3)))
    );
    assert!(
        early
            .standing()
            .all(|finding| finding.severity < Severity::Error),
        "{:#?}",
        early.findings
    );
}

#[test]
fn every_rule_says_what_it_holds_why_and_from_where() {
    for rule in interpersonal::rule::CATALOGUE {
        let meta = &rule.meta;
        assert!(
            (meta.must.ends_with('.') || meta.clause == Clause::Event) && meta.must.len() > 10,
            "{}",
            meta.code
        );
        assert!(!meta.sources.is_empty(), "{}", meta.code);
        assert!(
            meta.sources.iter().all(|source| source.listed().is_some()),
            "{}",
            meta.code
        );
        let error_has_its_clause = meta.severity != Severity::Error
            || matches!(
                meta.clause,
                Clause::Integrity | Clause::Shared | Clause::PublishedBound
            );
        assert!(
            error_has_its_clause,
            "{}: {} on {}",
            meta.code, meta.severity, meta.clause
        );
        let own = matches!(
            meta.basis,
            interpersonal::source::Basis::Design | interpersonal::source::Basis::Unseen
        );
        let integrity = meta.clause == Clause::Integrity;
        assert!(
            !(own && meta.severity == Severity::Error) || integrity,
            "{} is an error of our own",
            meta.code
        );
    }
}
