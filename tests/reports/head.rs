//! What stands with the verdict, and what a reader must not take for more than it is.

use interpersonal::{
    ActorRef, Course, Entry, Fact, Phase, ProblemArea, Protocol, Reporting, Topic,
    chrono::{DateTime, Days, NaiveDate, Utc},
    measure::{InstrumentId, ItemAnswer, Score},
    protocol::preset::{ACUTE_16, UK_16},
    record::{
        safety::{
            ConcernKind, ConcernRaised, Incident, IncidentRecorded, SafetyAction, SafetyResponse,
        },
        session::{Session, SessionKind},
        setting::Opened,
    },
    rule::{Report, Validator},
    testing::exemplar::Exemplar,
    text::Language,
};

const CLERK: ActorRef = ActorRef::from_static("clerk");

fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(after)
}

/// A short record: sessions on some days, and facts beside them.
fn record(reporting: impl Into<Reporting>, facts: &[(u64, Fact)]) -> Course {
    let written: DateTime<Utc> = "2027-06-01T12:00:00Z".parse().unwrap();
    let opened = Opened::new(Phase::Initial, reporting.into());
    let mut entries = vec![Entry::fact(written, CLERK, day(0), opened)];
    entries.extend(
        facts
            .iter()
            .map(|(on, fact)| Entry::fact(written, CLERK, day(*on), fact.clone())),
    );
    Course::replay(&ACUTE_16, entries).unwrap()
}

fn held(on: u64) -> (u64, Fact) {
    (on, Session::attended().into())
}

fn checked(course: &Course) -> Report {
    Validator::new().validate(course, course.state().last_day())
}

fn head(report: &Report) -> String {
    let text = report.text().to_string();
    text.split("\n\n").take(2).collect::<Vec<_>>().join("\n")
}

#[test]
fn how_much_about_safety_is_open_stands_with_the_verdict() {
    let silent = checked(&record([Topic::Sessions], &[held(0), held(7)]));
    assert!(
        head(&silent).contains("Of the rules about safety "),
        "{}",
        head(&silent)
    );
    assert!(
        silent
            .summary()
            .to_string()
            .ends_with(" about safety could not.")
    );
    let german = silent.text().in_language(&Language::GERMAN).to_string();
    assert!(
        german.contains("Von den Regeln zur Sicherheit waren "),
        "{german}"
    );

    let told = Exemplar::new(&ACUTE_16, ProblemArea::Grief, day(0))
        .course()
        .unwrap();
    let told = checked(&told);
    assert!(!head(&told).contains("safety"), "{}", head(&told));
    assert!(!told.summary().to_string().contains("safety"));
}

#[test]
fn open_questions_about_safety_stand_with_the_verdict() {
    let item = Score::without_total(InstrumentId::PHQ_9).with_self_harm_item(ItemAnswer::Endorsed);
    let asked = checked(&record([Topic::Sessions], &[held(0), (0, item.into())]));
    let expected = "1 open question is about safety.";
    assert!(head(&asked).contains(expected), "{}", head(&asked));
}

#[test]
fn a_check_under_another_protocol_names_the_one_that_the_course_follows() {
    let course = record([Topic::Sessions], &[held(0)]);
    assert_eq!(checked(&course).instead_of, None);
    let under =
        |protocol: &'static Protocol| Validator::new().under(protocol).validate(&course, day(0));
    assert_eq!(under(&ACUTE_16).instead_of, None, "its own is no other");
    let other = under(&UK_16);
    assert_eq!(other.instead_of, Some(ACUTE_16.id()));
    assert!(
        head(&other).contains("follows another protocol, acute-16"),
        "{}",
        head(&other)
    );
}

#[test]
fn a_record_checked_by_itself_has_no_verdict_in_its_head() {
    let course = record([Topic::Sessions], &[held(0)]);
    let head = head(&Validator::record_only().validate(&course, day(0)));
    assert!(head.contains("WHETHER THE RECORD FITS TOGETHER"), "{head}");
}

#[test]
fn days_of_several_years_each_have_their_year() {
    let within = |last| {
        let attempt = Fact::from(IncidentRecorded::new(Incident::Attempt));
        let all = record(Reporting::COMPLETE, &[held(0), (10, attempt), held(last)]);
        checked(&all).text().to_string()
    };
    assert!(within(20).contains("for 15 January, "), "{}", within(20));
    assert!(
        within(400).contains("for 15 January 2026, "),
        "{}",
        within(400)
    );
    let last = "from then to 9 February 2027";
    assert!(within(400).contains(last), "{}", within(400));
}

#[test]
fn what_was_missing_for_safety_and_came_in_time_is_told_as_late() {
    let concern = Fact::from(ConcernRaised::new(ConcernKind::SelfHarm));
    let response = Fact::from(SafetyResponse::new(SafetyAction::ExtraContact));
    let facts = [held(0), (1, concern), (2, response), held(7)];
    let text = checked(&record([Topic::Safety], &facts)).text().to_string();
    let expected = "made up for only on 7 January, 1 day later";
    assert!(text.contains(expected), "{text}");
    assert!(!text.contains("no longer weighs"), "{text}");
}

/// Nobody takes anything up in a next session once there is none.
#[test]
fn nothing_is_proposed_for_a_next_session_after_the_closing() {
    let mut entries = Exemplar::new(&ACUTE_16, ProblemArea::Grief, day(0)).entries();
    for entry in &mut entries {
        if let interpersonal::course::Content::Fact {
            fact: Fact::Session(note),
            ..
        } = &mut entry.content
        {
            note.tasks.clear();
        }
    }
    let proposes = |entries: Vec<Entry>| {
        let course = Course::replay(&ACUTE_16, entries).unwrap();
        checked(&course)
            .text()
            .to_string()
            .contains("in the next session")
    };
    assert!(!proposes(entries.clone()));
    entries.retain(|entry| !matches!(entry.stated(), Some((_, Fact::Closed(_)))));
    assert!(proposes(entries), "as long as it is open");
}

/// Sixteen sessions are agreed; a crisis before the last of them is none of these, and one after a
/// session too many excuses nothing.
#[test]
fn a_crisis_excuses_what_comes_after_it_alone() {
    let entries = |crisis_on: u64, more: bool| {
        let mut entries = Exemplar::new(&ACUTE_16, ProblemArea::Grief, day(0)).entries();
        let last = entries.last().unwrap().clone();
        entries.retain(|entry| !matches!(entry.stated(), Some((_, Fact::Closed(_)))));
        let at = last.recorded_at + Days::new(30);
        let mut add = |on, fact: Session| entries.push(Entry::fact(at, CLERK, day(on), fact));
        add(
            crisis_on,
            Session::attended().with_kind(SessionKind::Crisis),
        );
        if more {
            add(112, Session::attended());
        }
        let course = Course::replay(&ACUTE_16, entries).unwrap();
        let report = checked(&course);
        report.of("IPT-107".parse().unwrap()).count()
    };
    assert_eq!(entries(38, false), 0, "sixteen and a crisis among them");
    assert_eq!(entries(38, true), 1, "seventeen and a crisis");
    assert_eq!(
        entries(115, true),
        1,
        "the crisis came after the seventeenth"
    );
}
