//! What numbers alone do not say of a group: its sessions belong to many courses, and each member
//! has a clock, a focus, scores and absences of their own.

use std::sync::Arc;

use interpersonal::{
    AppKey, Course, Entry, Fact, ProblemArea, Severity,
    chrono::{Days, NaiveDate},
    course::Content,
    protocol::{Protocol, preset},
    record::session::{Attendance, Session, Track},
    rule::{Report, Validator},
    testing::exemplar::{Exemplar, held, session_mut},
};

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn key(session: u16) -> AppKey {
    AppKey::new(&format!("group-7-session-{session}")).unwrap()
}

/// A member who joins the group at one of its sessions.
fn member(protocol: &Protocol, area: ProblemArea, joins_at: u16) -> Vec<Entry> {
    let start = monday() + Days::new(7 * u64::from(joins_at - 1));
    let mut entries = Exemplar::new(protocol, area, start).entries();
    for entry in &mut entries {
        if let Content::Fact {
            fact: Fact::Session(note),
            ..
        } = &mut entry.content
        {
            if let (Track::Main, Some(own)) = (note.track, note.number) {
                note.group_number = Some(joins_at + own - 1);
                note.shared_key = Some(key(joins_at + own - 1));
            }
        }
    }
    entries
}

fn course(protocol: &Protocol, entries: Vec<Entry>) -> Course {
    Course::replay(Arc::new(protocol.clone()), entries).unwrap()
}

fn found(report: &Report) -> Vec<&str> {
    report
        .standing()
        .filter(|it| it.severity > Severity::Note)
        .map(|it| it.code.as_str())
        .collect()
}

fn checked(course: &Course) -> Report {
    Validator::new().validate(course, course.state().last_day())
}

/// The days on which the courses hold the session of that key.
fn days(courses: &[Course], session: u16) -> Vec<NaiveDate> {
    let of = |course: &Course| {
        course
            .entries()
            .iter()
            .find_map(|entry| match entry.stated() {
                Some((on, Fact::Session(note))) if note.shared_key == Some(key(session)) => {
                    Some(on)
                }
                _ => None,
            })
    };
    courses.iter().filter_map(of).collect()
}

#[test]
fn in_a_rolling_group_each_member_is_checked_by_their_own_count() {
    let protocol = &preset::LOSS_G12;
    let areas = [
        ProblemArea::Grief,
        ProblemArea::RoleTransition,
        ProblemArea::RoleDispute,
    ];
    let courses: Vec<_> = areas
        .into_iter()
        .zip([1, 5, 9])
        .map(|(area, at)| course(protocol, member(protocol, area, at)))
        .collect();
    for course in &courses {
        assert_eq!(found(&checked(course)), Vec::<&str>::new());
        assert_eq!(
            course.state().held(),
            12,
            "twelve of their own, whatever the group counts"
        );
    }
    // The ninth session of the group is the ninth of one member, the fifth of another, the first of
    // the third.
    let shared = days(&courses, 9);
    assert_eq!(shared, [monday() + Days::new(56); 3]);
    let own = |course: &Course| {
        course
            .entries()
            .iter()
            .find_map(|entry| match entry.stated() {
                Some((_, Fact::Session(note))) if note.shared_key == Some(key(9)) => note.number,
                _ => None,
            })
    };
    assert_eq!(
        courses.iter().map(own).collect::<Vec<_>>(),
        [Some(9), Some(5), Some(1)]
    );
    assert_eq!(days(&courses, 2).len(), 1);
}

#[test]
fn who_stays_away_from_a_shared_session_misses_it_alone() {
    let protocol = &preset::UGANDA_16;
    let present = member(protocol, ProblemArea::Grief, 1);
    let mut absent = member(protocol, ProblemArea::RoleDispute, 1);
    let seventh = held(&absent, 7).unwrap();
    let note = session_mut(&mut absent, 7).unwrap();
    let (shared, group) = (note.shared_key, note.group_number);
    *note = Session::new(Attendance::DidNotAttend);
    (note.shared_key, note.group_number) = (shared, group);
    let day = absent[seventh].day().unwrap();

    let courses = [course(protocol, present), course(protocol, absent)];
    assert_eq!(
        days(&courses, 7),
        [day; 2],
        "the session is in both records, by its key"
    );
    assert_eq!(found(&checked(&courses[0])), Vec::<&str>::new());
    assert!(
        checked(&courses[1])
            .findings
            .iter()
            .any(|it| it.code.as_str() == "IPT-154" && it.on == Some(day))
    );
    assert_eq!(
        (courses[0].state().held(), courses[1].state().held()),
        (16, 15)
    );
}

#[test]
fn each_member_of_a_closed_group_begins_with_it_and_a_late_one_is_noticed() {
    for (protocol, entry, until) in [
        (&preset::WORK_G10, "closed", 1),
        (&preset::UGANDA_16, "late", 3),
    ] {
        let group = protocol.spec().group.expect("the variant is a group");
        assert_eq!(group.entry.value.name(), entry);
        let joins = |at| course(protocol, member(protocol, ProblemArea::RoleTransition, at));
        assert!(found(&checked(&joins(until))).is_empty(), "{entry}");
        assert_eq!(found(&checked(&joins(until + 1))), ["IPT-261"], "{entry}");
    }
}
