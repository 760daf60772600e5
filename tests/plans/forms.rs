//! Plans in their forms: what is shown, what never is, and that equal plans give equal bytes.
//!
//! That plans are what their schemas say, and the calendar what others read, is checked under
//! `checks/`.

use interpersonal::{
    Course, Entry, Fact, ProblemArea, Protocol, Stated,
    chrono::{Days, NaiveDate},
    plan::{
        AgendaItem, AgendaSlot, Availability, CoursePlan, DaySpan, Plans, SessionPlan, Terms,
        Weekday,
    },
    protocol::preset,
    record::{
        contact::OutreachMade,
        safety::{ConcernKind, ConcernRaised},
        session::{Attendance, Session},
    },
    rule::Validator,
    testing::exemplar::Exemplar,
    text::Language,
};

use crate::generated::assert_stored;

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

/// What is written before a day by somebody who follows a plan, from one day on.
fn written(
    protocol: &Protocol,
    plan: &CoursePlan,
    from: NaiveDate,
    before: NaiveDate,
) -> Vec<Entry> {
    let mut entries = Exemplar::following(protocol, plan, ProblemArea::RoleTransition).entries();
    entries.retain(|entry| entry.day().is_some_and(|on| from <= on && on < before));
    for entry in &mut entries {
        entry.key = None;
    }
    entries
}

fn fact(day: NaiveDate, fact: impl Into<Fact>) -> Entry {
    Entry::fact(
        day.and_hms_opt(18, 0, 0).unwrap().and_utc(),
        Exemplar::THERAPIST,
        day,
        fact,
    )
}

/// A course planned for Mondays and Wednesdays with a break, and planned again after its fifth
/// session was missed and the sixth cancelled.
fn planned() -> (&'static Protocol, Plans, Course, NaiveDate) {
    let protocol = &preset::ACUTE_16;
    let easter = DaySpan::new(start() + Days::new(88), start() + Days::new(95));
    let availability =
        Availability::on([Weekday::Monday, Weekday::Wednesday]).with_breaks([easter].to_vec());
    let first = CoursePlan::new(protocol, Terms::typical(protocol), start(), availability).unwrap();
    let mut plans = Plans::new(first.with_focus(ProblemArea::RoleTransition));
    let mut record = Vec::new();
    let mut from = NaiveDate::MIN;
    for (sessions, attendance) in [
        (4, Attendance::DidNotAttend),
        (0, Attendance::CancelledByPatient),
        (3, Attendance::Late),
    ] {
        let plan = plans.latest().clone();
        let day = plan.ahead().nth(sessions).unwrap().target;
        record.extend(written(protocol, &plan, from, day));
        record.push(fact(day, Session::new(attendance)));
        record.push(fact(day, OutreachMade::new().with_reached(Stated::Done)));
        from = day + Days::new(1);
        plans
            .revise(
                &Course::replay(protocol, record.iter().cloned()).unwrap(),
                day,
            )
            .unwrap();
    }
    let as_of = from;
    (
        protocol,
        plans,
        Course::replay(protocol, record).unwrap(),
        as_of,
    )
}

/// A plan under each preset, at its opening.
fn of_each_preset() -> impl Iterator<Item = (&'static Protocol, CoursePlan)> {
    preset::ALL.iter().copied().map(|protocol| {
        let area = protocol.spec().focus.areas.value.iter().next().unwrap();
        let plan = CoursePlan::new(
            protocol,
            Terms::typical(protocol),
            start(),
            Availability::every_day(),
        )
        .unwrap();
        (protocol, plan.with_focus(area))
    })
}

#[test]
fn the_page_of_a_plan_is_generated() {
    let (protocol, plans, ..) = planned();
    assert_stored(
        "tests/plans/forms/plan.md",
        &plans.latest().markdown(protocol).to_string(),
    );
}

#[test]
fn the_page_has_a_row_for_each_session_and_as_many_cells_in_each() {
    for (protocol, plan) in of_each_preset() {
        let page = plan.markdown(protocol).to_string();
        let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(rows.len(), plan.sessions.len() + 2, "{}", protocol.id());
        let cells = |row: &str| row.matches('|').count() - row.matches("\\|").count();
        assert!(
            rows.iter().all(|row| cells(row) == cells(rows[0])),
            "{page}"
        );
        for (row, session) in rows.iter().skip(2).zip(&plan.sessions) {
            assert!(
                row.contains(protocol.label(session.phase))
                    && row.contains(&session.target.to_string()),
                "{row}"
            );
        }
    }
}

/// The thirteenth session of a course by the book, in which a score is due and something was agreed
/// before.
fn next_session() -> (&'static Protocol, SessionPlan) {
    let protocol = &preset::ACUTE_16;
    let plan = CoursePlan::new(
        protocol,
        Terms::typical(protocol),
        start(),
        Availability::every_day(),
    )
    .unwrap();
    let course = Exemplar::following(protocol, &plan, ProblemArea::RoleTransition)
        .course()
        .unwrap();
    let day = plan.main().nth(12).unwrap().target;
    let before = course
        .entries()
        .iter()
        .filter(|entry| entry.day().is_some_and(|on| on < day));
    let course = Course::replay(protocol, before.cloned()).unwrap();
    (
        protocol,
        course.next_session_in(&plan.revise(&course, day).unwrap(), day),
    )
}

#[test]
fn each_page_of_a_session_is_generated() {
    let (protocol, session) = next_session();
    assert_stored(
        "tests/plans/forms/session.md",
        &session.markdown(protocol).to_string(),
    );
    let german = session
        .markdown(protocol)
        .in_language(&Language::GERMAN)
        .to_string();
    assert_stored("tests/plans/forms/session.de.md", &german);
    let (_, plans, ..) = planned();
    let planned = plans
        .latest()
        .next()
        .unwrap()
        .markdown(protocol)
        .to_string();
    assert_stored("tests/plans/forms/planned-session.md", &planned);
}

/// What a page has to say of a session.
fn says_everything(protocol: &Protocol, session: &SessionPlan) {
    let page = session.markdown(protocol).to_string();
    let (first, agenda): (Vec<AgendaItem>, Vec<AgendaItem>) = session
        .agenda
        .iter()
        .copied()
        .partition(|item| item.slot == AgendaSlot::Safety);
    let rows = page.lines().filter(|line| line.starts_with('|')).count();
    assert_eq!(
        rows,
        if agenda.is_empty() {
            0
        } else {
            agenda.len() + 2
        },
        "{page}"
    );
    let place = |heading: &str| page.find(&format!("\n## {heading}\n"));
    assert_eq!(
        place("First: safety").is_some(),
        !first.is_empty(),
        "{page}"
    );
    assert!(
        place("First: safety") <= place("To consider, in this order") || agenda.is_empty(),
        "{page}"
    );
    assert_eq!(
        place("Strategies").is_some(),
        !session.focus.is_empty(),
        "{page}"
    );
    assert_eq!(
        place("Scores due").is_some(),
        !session.scores.is_empty(),
        "{page}"
    );
    assert_eq!(
        place("Agreed, and not taken up again yet").is_some(),
        !session.agreed.is_empty(),
        "{page}"
    );
    assert_eq!(
        place("Found whatever the session brings").is_some(),
        !session.regardless.is_empty(),
        "{page}"
    );
    assert_eq!(
        page.contains("Sessions left, this one included"),
        session.is_expected && session.left.is_some()
    );
    for code in session
        .agenda
        .iter()
        .filter_map(|item| item.otherwise)
        .chain(session.regardless.iter().copied())
    {
        assert!(page.contains(code.as_str()), "{code}\n{page}");
    }
}

#[test]
fn the_page_of_a_session_says_everything_with_safety_first() {
    let (protocol, session) = next_session();
    says_everything(protocol, &session);
    let (_, plans, mut course, as_of) = planned();
    course
        .record_entry(fact(
            as_of,
            ConcernRaised::new(ConcernKind::SuicidalIdeation),
        ))
        .unwrap();
    let session = course.next_session_in(plans.latest(), as_of);
    says_everything(protocol, &session);
    let page = session.markdown(protocol).to_string();
    assert!(
        page.contains("\n## First: safety\n\n- the open safety concern: a response"),
        "{page}"
    );
    assert!(
        page.contains("Safety: concern without a response."),
        "{page}"
    );
}

#[test]
fn each_session_of_a_plan_has_a_page_with_its_day_its_window_and_its_work() {
    for (protocol, plan) in of_each_preset() {
        for session in &plan.sessions {
            let page = session.markdown(protocol).to_string();
            let long = |day: NaiveDate| day.format("%-d %B %Y").to_string();
            assert!(
                page.starts_with("# ")
                    && page
                        .lines()
                        .next()
                        .unwrap()
                        .ends_with(&long(session.target))
            );
            for day in [session.window.not_before, session.window.not_after] {
                assert!(page.contains(&long(day)), "{page}");
            }
            let lines = page.lines().filter(|line| line.starts_with("- ")).count();
            let beside =
                session.milestones.len() + session.participants.len() + session.measures.len();
            assert!(lines >= 3 + beside, "{page}");
        }
    }
}

#[test]
fn forms_in_german_have_no_english_sentence_left() {
    let (protocol, plans, mut course, as_of) = planned();
    course
        .record_entry(fact(
            as_of,
            ConcernRaised::new(ConcernKind::SuicidalIdeation),
        ))
        .unwrap();
    let german = &Language::GERMAN;
    let mut plan = plans.latest().clone();
    plan.availability.not_after = Some(as_of);
    let session = course.next_session_in(&plan, as_of);
    let pages = [
        session.markdown(protocol).in_language(german).to_string(),
        session.in_language(german).to_string(),
        plan.markdown(protocol).in_language(german).to_string(),
        plan.sessions
            .iter()
            .map(|session| session.markdown(protocol).in_language(german).to_string())
            .collect(),
    ];
    for page in pages {
        // Labels are the protocol's, paths are paths, and instruments have their names.
        for english in [
            " the ",
            " of ",
            " session",
            " and ",
            " or ",
            "agreed",
            "otherwise",
            "due",
            "monday",
            "Sessions",
        ] {
            assert!(!page.contains(english), "{english}:\n{page}");
        }
    }
}

/// A label of a picture: its words and its box, estimated, in hundredths of a pixel.
struct Label {
    words: String,
    left: i64,
    right: i64,
    top: i64,
    bottom: i64,
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[from..].split('"').next()
}

fn labels(picture: &str) -> Vec<Label> {
    let texts = picture.split("<text").skip(1);
    let label = |text: &str| {
        let (tag, rest) = text.split_once('>').unwrap();
        let words = rest
            .split("</text>")
            .next()
            .unwrap()
            .replace("&amp;", "&")
            .replace("&lt;", "<");
        let number = |name: &str| attribute(tag, name).unwrap().parse::<i64>().unwrap();
        let (x, y, size) = (number("x") * 100, number("y") * 100, number("font-size"));
        let wide = i64::try_from(words.chars().count()).unwrap() * size * 64;
        let left = match attribute(tag, "text-anchor") {
            Some("middle") => x - wide / 2,
            Some("end") => x - wide,
            _ => x,
        };
        Label {
            words,
            left,
            right: left + wide,
            top: y - size * 80,
            bottom: y + size * 20,
        }
    };
    texts.map(label).collect()
}

/// What is wrong with a picture: labels that overlap or leave it, elements that are not closed.
fn faults(picture: &str) -> Vec<String> {
    let labels = labels(picture);
    let mut faults = Vec::new();
    let wide: i64 = attribute(picture, "width").unwrap().parse().unwrap();
    for (i, a) in labels.iter().enumerate() {
        if a.left < 0 || a.right > wide * 100 {
            faults.push(format!("\"{}\" leaves the picture", a.words));
        }
        for b in labels.iter().skip(i + 1) {
            if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
                faults.push(format!("\"{}\" overlaps \"{}\"", a.words, b.words));
            }
        }
    }
    for element in ["svg", "g", "title", "desc", "text", "defs", "pattern"] {
        let count = |what: String| picture.matches(&what).count();
        let opened = count(format!("<{element}>")) + count(format!("<{element} "));
        if opened != count(format!("</{element}>")) {
            faults.push(format!("<{element}> is not closed"));
        }
    }
    faults
}

#[test]
fn labels_of_a_picture_do_not_overlap() {
    for (protocol, plan) in of_each_preset() {
        let area = plan.focus.unwrap();
        let course = Exemplar::following(protocol, &plan, area).course().unwrap();
        for as_of in [
            plan.opens_on,
            start() + Days::new(40),
            course.state().last_day(),
        ] {
            let revised = plan.revise(&course, as_of).unwrap();
            let report = Validator::new().validate(&course, as_of);
            let picture = revised
                .timeline(protocol)
                .with_course(&course, as_of)
                .with_report(&report)
                .to_string();
            assert_eq!(
                faults(&picture),
                Vec::<String>::new(),
                "{} as of {as_of}",
                protocol.id()
            );
        }
        assert_eq!(
            faults(&plan.timeline(protocol).to_string()),
            Vec::<String>::new(),
            "{}",
            protocol.id()
        );
    }
}

#[test]
fn a_picture_marks_each_session_by_its_attendance() {
    let (protocol, plans, course, as_of) = planned();
    let plan = plans.latest();
    let picture = plan
        .timeline(protocol)
        .with_course(&course, as_of)
        .to_string();
    let marked = |word: &str| picture.matches(&format!(", {word}</title>")).count();
    let recorded = |is: fn(Attendance) -> bool| {
        course
            .facts()
            .filter(|(.., fact)| matches!(fact, Fact::Session(session) if is(session.attendance)))
            .count()
    };
    assert_eq!(
        marked("held"),
        recorded(|attendance| attendance == Attendance::Attended)
    );
    assert_eq!(marked("held, patient late"), 1);
    assert_eq!(marked("missed"), 1);
    assert_eq!(marked("cancelled"), 1);
    assert_eq!(
        marked("planned") + marked("planned, not by the book"),
        plan.ahead().count()
    );
    assert!(
        picture.contains("<desc>Days from 5 January 2026"),
        "{picture}"
    );
    assert!(
        picture.contains("pause from 3 April 2026 to 10 April 2026"),
        "the break is hatched"
    );
}

#[test]
fn a_picture_grows_with_the_weeks_and_no_further() {
    let protocol = &preset::ACUTE_16;
    let plan = CoursePlan::new(
        protocol,
        Terms::typical(protocol),
        start(),
        Availability::every_day(),
    )
    .unwrap();
    let wide = |plan: &CoursePlan| {
        attribute(&plan.timeline(protocol).to_string(), "width")
            .unwrap()
            .parse::<u32>()
            .unwrap()
    };
    let mut longer = plan.clone();
    longer.sessions.last_mut().unwrap().target = plan.last_day() + Days::new(70);
    assert_eq!(wide(&longer) - wide(&plan), 440);
    longer.sessions.last_mut().unwrap().target = NaiveDate::MAX;
    longer.opens_on = NaiveDate::MIN;
    let picture = longer.timeline(protocol).to_string();
    assert!(picture.len() < 400_000, "{}", picture.len());
    assert_eq!(faults(&picture), Vec::<String>::new());
    assert!(longer.markdown(protocol).to_string().contains("262142"));
}

#[test]
fn labels_of_a_protocol_mean_themselves_in_every_form() {
    let mut spec = preset::ACUTE_16.spec().clone();
    spec.phases.to_mut()[2].label = "<b>|a & \"b\"\u{1}\n*long*".into();
    let protocol = Protocol::new(spec).unwrap();
    let plan = CoursePlan::new(
        &protocol,
        Terms::typical(&protocol),
        start(),
        Availability::every_day(),
    )
    .unwrap();
    let picture = plan.timeline(&protocol).to_string();
    assert_eq!(faults(&picture), Vec::<String>::new());
    assert!(
        picture.contains("&lt;b&gt;|a &amp; &quot;b&quot;  *long*</text>"),
        "{picture}"
    );
    let page = plan.markdown(&protocol).to_string();
    assert!(page.contains(r#"| \<b\>\|a \& "b"  \*long\* |"#), "{page}");
}

#[cfg(all(feature = "icalendar", feature = "serde"))]
mod calendar {
    use std::collections::BTreeMap;

    use interpersonal::{
        AppKey, Phase, Strategy,
        chrono::{DateTime, NaiveTime},
        course::Strike,
        record::session::Track,
    };

    use super::*;

    const KEY: AppKey = AppKey::from_static("5f0c2a4e");

    fn of(plans: &Plans) -> String {
        plans
            .calendar(KEY, DateTime::UNIX_EPOCH)
            .with_start(NaiveTime::from_hms_opt(9, 30, 0).unwrap())
            .to_string()
    }

    /// The events of a calendar, by UID.
    fn events(calendar: &str) -> BTreeMap<String, BTreeMap<String, String>> {
        let mut events = BTreeMap::new();
        for event in calendar.split("BEGIN:VEVENT\r\n").skip(1) {
            let lines = event.split("END:VEVENT").next().unwrap().lines();
            let properties: BTreeMap<String, String> = lines
                .map(|line| line.split_once(':').unwrap())
                .map(|(k, v)| (k.into(), v.into()))
                .collect();
            assert!(
                events
                    .insert(properties["UID"].clone(), properties)
                    .is_none(),
                "a UID stands for one event"
            );
        }
        events
    }

    /// The plans so far, after each step.
    fn as_they_grew(plans: &Plans) -> Vec<Plans> {
        let json: Vec<serde_json::Value> = plans
            .iter()
            .map(|plan| serde_json::to_value(plan).unwrap())
            .collect();
        (1..=json.len())
            .map(|many| {
                serde_json::from_value(
                    serde_json::json!({ "first": json[0], "later": json[1..many] }),
                )
                .unwrap()
            })
            .collect()
    }

    #[test]
    fn the_calendar_of_plans_is_generated() {
        let (_, plans, ..) = planned();
        assert_stored("tests/plans/forms/plan.ics", &of(&plans));
        let whole_days = plans.calendar(KEY, DateTime::UNIX_EPOCH).to_string();
        assert_stored("tests/plans/forms/plan-whole-days.ics", &whole_days);
    }

    #[test]
    fn each_session_is_an_event_that_stays_itself_and_never_falls_in_sequence() {
        let (_, plans, ..) = planned();
        let mut before: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        let mut moved = 0;
        for plans in as_they_grew(&plans) {
            let now = events(&of(&plans));
            assert_eq!(now.len(), plans.latest().sessions.len());
            for (uid, was) in &before {
                let (was_at, at): (u32, u32) = (
                    was["SEQUENCE"].parse().unwrap(),
                    now[uid]["SEQUENCE"].parse().unwrap(),
                );
                assert!(at >= was_at);
                if was["DTSTART"] != now[uid]["DTSTART"] {
                    assert_eq!(at, u32::from(plans.latest().revision), "{uid}");
                    moved += 1;
                }
            }
            before = now;
        }
        assert!(moved > 0);
    }

    /// What a reader of the calendar sees of an event, and its sequence.
    fn seen(event: &BTreeMap<String, String>) -> (BTreeMap<String, String>, u32) {
        let mut event = event.clone();
        event.remove("DTSTAMP");
        let sequence = event.remove("SEQUENCE").unwrap().parse().unwrap();
        (event, sequence)
    }

    /// Publishes the plans anew and says in which properties events changed. RFC 5545 wants a
    /// greater sequence whenever one does.
    fn published(
        plans: &Plans,
        before: &mut BTreeMap<String, BTreeMap<String, String>>,
    ) -> Vec<String> {
        let now = events(&of(plans));
        let mut changed = Vec::new();
        for (uid, was) in before.iter() {
            let ((was, was_at), (is, at)) = (seen(was), seen(&now[uid]));
            assert!(at >= was_at, "{uid} falls");
            assert!(
                was == is || at > was_at,
                "{uid} changes and stays at {at}: {was:?} {is:?}"
            );
            changed.extend(
                is.into_iter()
                    .filter(|(name, value)| was.get(name) != Some(value))
                    .map(|(name, _)| name),
            );
        }
        *before = now;
        changed
    }

    #[test]
    fn whatever_changes_in_an_event_makes_its_sequence_greater() {
        let (protocol, plans, course, as_of) = planned();
        let availability = plans.latest().availability.clone();
        let first =
            CoursePlan::new(protocol, Terms::typical(protocol), start(), availability).unwrap();
        let mut plans = Plans::new(first);
        let mut before = BTreeMap::new();
        let mut changed = Vec::new();
        for day in start().iter_days().take_while(|&day| day <= as_of) {
            plans.revise(&course, day).unwrap();
            changed.extend(published(&plans, &mut before));
        }
        // A session that was missed and counts is cancelled, and one that is corrected takes place
        // after all.
        assert_eq!(changed.iter().filter(|name| *name == "STATUS").count(), 1);
        let no_show = |fact: &Fact| matches!(fact, Fact::Session(note) if note.attendance == Attendance::DidNotAttend);
        let (missed, ..) = course.facts().find(|(.., fact)| no_show(fact)).unwrap();
        let mut corrected = course.clone();
        let written = as_of.and_hms_opt(18, 0, 0).unwrap().and_utc();
        corrected
            .record_entry(Entry::strike(
                written,
                Exemplar::THERAPIST,
                Strike::new(missed),
            ))
            .unwrap();
        plans.revise(&corrected, as_of).unwrap();
        assert!(
            published(&plans, &mut before)
                .iter()
                .any(|name| name == "STATUS")
        );
    }

    #[test]
    fn a_session_that_a_later_plan_drops_is_cancelled_and_stays() {
        let (_, plans, ..) = planned();
        let mut shorter = plans.latest().clone();
        let dropped = shorter.sessions.pop().unwrap();
        shorter.revision += 1;
        let json = serde_json::json!({ "first": plans.latest(), "later": [shorter] });
        let plans: Plans = serde_json::from_value(json).unwrap();
        let events = events(&of(&plans));
        let event = &events[&format!("{}-0-{}", KEY.as_str(), dropped.ordinal)];
        assert_eq!(event["STATUS"], "CANCELLED");
        assert_eq!(event["SEQUENCE"], plans.latest().revision.to_string());
        assert_eq!(
            event["DTSTART"],
            dropped.target.format("%Y%m%dT093000").to_string()
        );
    }

    #[test]
    fn nothing_says_what_the_appointments_are_for() {
        let mut words: Vec<String> = [
            "interpersonal",
            "ipt",
            "therap",
            "treatment",
            "session",
            "depress",
        ]
        .map(str::to_owned)
        .to_vec();
        words.extend(Phase::ALL.iter().map(|phase| phase.name().to_owned()));
        words.extend(ProblemArea::ALL.iter().map(|area| area.name().to_owned()));
        words.extend(ProblemArea::ALL.iter().map(ToString::to_string));
        words.extend(
            Strategy::ALL
                .iter()
                .map(|strategy| strategy.name().to_owned()),
        );
        words.extend(Track::ALL.iter().map(|track| track.name().to_owned()));
        let (_, replanned, ..) = planned();
        let each = of_each_preset().map(|(protocol, plan)| (protocol, Plans::new(plan)));
        for (protocol, plans) in each.chain([(&preset::ACUTE_16, replanned)]) {
            let calendar = of(&plans).to_lowercase();
            let own = protocol
                .spec()
                .phases
                .iter()
                .map(|phase| phase.label.to_lowercase());
            for word in words
                .iter()
                .cloned()
                .chain(own)
                .chain([protocol.id().to_string()])
            {
                assert!(!calendar.contains(&word), "{}: {word}", protocol.id());
            }
            assert_eq!(
                calendar.matches("class:confidential").count(),
                calendar.matches("begin:vevent").count()
            );
        }
    }

    #[test]
    fn every_line_is_short_and_ends_as_it_should() {
        for (_, plan) in of_each_preset() {
            let long = AppKey::from_static("0123456789abcdef0123456789abcdef0123");
            let calendar = Plans::new(plan)
                .calendar(long, DateTime::UNIX_EPOCH)
                .to_string();
            assert!(calendar.ends_with("END:VCALENDAR\r\n"));
            assert!(
                calendar
                    .split("\r\n")
                    .all(|line| line.len() <= 75 && !line.contains('\n'))
            );
        }
    }

    #[test]
    fn a_day_of_the_week_may_have_a_time_of_its_own() {
        let (_, plans, ..) = planned();
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let calendar = plans
            .calendar(KEY, DateTime::UNIX_EPOCH)
            .with_start(at(9))
            .with_start_on(Weekday::Wednesday, at(14));
        for event in events(&calendar.with_changes(2).to_string()).values() {
            let (day, time) = event["DTSTART"].split_once('T').unwrap();
            let day = NaiveDate::parse_from_str(day, "%Y%m%d").unwrap();
            assert_eq!(
                time,
                if Weekday::of(day) == Weekday::Wednesday {
                    "140000"
                } else {
                    "090000"
                }
            );
            assert!(event["SEQUENCE"].parse::<u32>().unwrap() >= 2);
        }
    }

    #[test]
    fn a_day_that_a_calendar_cannot_write_is_left_out() {
        let (_, plans, ..) = planned();
        let mut plan = plans.latest().clone();
        plan.sessions.last_mut().unwrap().target = NaiveDate::MAX;
        let many = plan.sessions.len();
        assert_eq!(events(&of(&Plans::new(plan))).len(), many - 1);
    }
}

#[cfg(feature = "serde")]
mod data {
    use interpersonal::{
        Phase, Strategy,
        machine::region::{EngagementRegion, SafetyRegion},
        plan::{DeadlineStatus, Milestone, Weekday},
        record::{
            contact::{Anchor, ContactWith},
            contract::MissedSessionPolicy,
            inventory::Relation,
            session::Track,
        },
        rule::Region,
        vocabulary::{EndingTask, InitialTask, Technique, WorkKind},
    };
    use serde_json::{Map, Value, json};

    use super::*;

    /// One of the names of a vocabulary.
    macro_rules! one_of {
        ($Vocabulary:ident) => {
            json!({ "enum": $Vocabulary::ALL.iter().map(|member| member.name()).collect::<Vec<_>>() })
        };
    }

    /// A list of them.
    macro_rules! some_of {
        ($Vocabulary:ident) => {
            json!({ "type": "array", "items": one_of!($Vocabulary), "uniqueItems": true })
        };
    }

    fn object(fields: &[(&str, Value)], optional: &[(&str, Value)]) -> Value {
        let properties: Map<String, Value> = fields
            .iter()
            .chain(optional)
            .map(|(name, schema)| ((*name).to_string(), schema.clone()))
            .collect();
        let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
    }

    fn variant(name: &str, of: Value) -> Value {
        object(&[(name, of)], &[])
    }

    fn said(mut schema: Value, about: &str) -> Value {
        schema["description"] = json!(about);
        schema
    }

    fn of(name: &str) -> Value {
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "schemas are built from schemas"
    )]
    fn list(items: Value) -> Value {
        json!({ "type": "array", "items": items })
    }

    fn number() -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": 65535 })
    }

    fn token(most: u32) -> Value {
        json!({ "type": "string", "pattern": format!("^[A-Za-z0-9._:/+-]{{1,{most}}}$") })
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "schemas are built from schemas"
    )]
    fn or_null(schema: Value) -> Value {
        json!({ "anyOf": [schema, { "type": "null" }] })
    }

    /// What both schemas speak of.
    fn shared() -> Map<String, Value> {
        let defs = json!({
            "day": { "type": "string", "format": "date" },
            "code": { "type": "string", "pattern": "^[A-Za-z0-9._:/+-]{1,12}$" },
            "entry": { "type": "integer", "minimum": 0, "maximum": u32::MAX, "description": "The number of an entry of the record." },
            "why": { "oneOf": [
                variant("rule", of("code")), variant("parameter", json!({ "type": "string" })), { "const": "availability" },
                variant("agreed", of("entry")), { "const": "terms" }, { "const": "planner" },
            ] },
            "window": said(
                object(
                    &[
                        ("not_before", of("day")), ("not_after", of("day")), ("why_not_before", of("why")),
                        ("why_not_after", of("why")),
                    ],
                    &[],
                ),
                "The days between which a session may lie, both included. Where not_before lies after not_after no day meets both.",
            ),
        });
        let Value::Object(defs) = defs else {
            unreachable!()
        };
        defs
    }

    fn with_defs(mut root: Value, title: &str, about: &str, own: Value) -> Value {
        let Value::Object(own) = own else {
            unreachable!()
        };
        root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        root["title"] = json!(title);
        root["description"] = json!(about);
        root["$defs"] = shared()
            .into_iter()
            .chain(own)
            .collect::<Map<String, Value>>()
            .into();
        root
    }

    fn schema() -> Value {
        let root = object(
            &[
                (
                    "revision",
                    said(
                        number(),
                        "0 for the first plan, one more with each that changed something.",
                    ),
                ),
                (
                    "from",
                    said(of("day"), "The day from which the plan holds."),
                ),
                ("protocol", token(24)),
                ("terms", of("terms")),
                ("availability", of("availability")),
                ("focus", or_null(one_of!(ProblemArea))),
                ("opens_on", of("day")),
                ("sessions", list(of("session"))),
            ],
            &[],
        );
        let about = "The sessions of a course of IPT, each with its day. It holds days and work: it is health data.";
        with_defs(
            root,
            "A course plan of interpersonal",
            about,
            json!({
                "span": object(&[("from", of("day")), ("until", of("day"))], &[]),
                "terms": object(
                    &[("sessions", number())],
                    &[
                        ("interval_days", number()), ("minutes", number()), ("weeks", number()),
                        ("missed_sessions", one_of!(MissedSessionPolicy)), ("agreed", of("entry")),
                    ],
                ),
                "availability": object(
                    &[("weekdays", some_of!(Weekday))],
                    &[
                        ("off", list(of("span"))), ("breaks", list(of("span"))), ("not_after", of("day")),
                        ("anchor", one_of!(Anchor)),
                    ],
                ),
                "work": { "oneOf": [
                    { "const": "assessment" }, variant("initial", some_of!(InitialTask)), variant("middle", some_of!(Strategy)),
                    variant("ending", some_of!(EndingTask)), variant("kept_up", some_of!(Strategy)), { "const": "beside" },
                ] },
                "status": { "oneOf": [
                    { "const": "ahead" }, variant("against", of("code")), variant("held", of("entry")),
                    variant("missed", of("entry")),
                ] },
                "session": object(
                    &[
                        ("track", one_of!(Track)), ("number", or_null(number())), ("ordinal", number()), ("phase", one_of!(Phase)), ("target", of("day")),
                        ("cadence", of("day")), ("window", of("window")), ("minutes", number()),
                        ("participants", list(one_of!(Relation))), ("measures", list(token(16))), ("work", of("work")),
                        ("declared", list(token(32))), ("milestones", some_of!(Milestone)), ("status", of("status")),
                    ],
                    &[],
                ),
            }),
        )
    }

    /// The items that are no more than their name.
    const PLAIN: &[&str] = &[
        "safety_response",
        "safety_reassessment",
        "hand_over_follow_up",
        "opening",
        "attempt_review",
        "symptom_check",
        "enquiry",
        "mood_event_link",
        "frame",
        "own_contract",
        "incident",
        "affect",
        "dispute_stage",
        "events_reasked",
        "diary",
        "progress_review",
        "another_option",
        "options",
        "rehearsal",
        "summary",
        "between_session_plan",
        "sessions_left",
    ];

    #[expect(clippy::too_many_lines, reason = "one schema, member by member")]
    fn session_schema() -> Value {
        let yes_or_no = || json!({ "type": "boolean" });
        let root = object(
            &[
                (
                    "day",
                    said(of("day"), "The day for which the plan is made."),
                ),
                (
                    "is_expected",
                    said(yes_or_no(), "Whether a session is to come."),
                ),
                ("track", one_of!(Track)),
                ("number", number()),
                ("ordinal", number()),
                ("phase", one_of!(Phase)),
                (
                    "phase_label",
                    said(
                        json!({ "type": "string" }),
                        "What the protocol calls the phase.",
                    ),
                ),
                ("minutes", number()),
                ("window", or_null(of("window"))),
                (
                    "agenda",
                    said(list(of("item")), "What to consider, in order."),
                ),
                ("open", of("open")),
                ("focus", list(of("focus"))),
                ("scores", list(of("score"))),
                ("agreed", list(of("promise"))),
                (
                    "left",
                    said(
                        or_null(number()),
                        "Sessions left under the contract in force, this one included.",
                    ),
                ),
                ("ending", of("ending")),
                ("safety", one_of!(SafetyRegion)),
                ("engagement", one_of!(EngagementRegion)),
                (
                    "regardless",
                    said(
                        list(of("code")),
                        "Rules that will find something whatever the session brings.",
                    ),
                ),
            ],
            &[],
        );
        let small = || json!({ "type": "integer", "minimum": 0, "maximum": 255 });
        let about = "What to consider in the next session of a course of IPT, in which order and why. It holds days and codes: it \
                     is health data.";
        with_defs(
            root,
            "A session plan of interpersonal",
            about,
            json!({
                "what": { "oneOf": [
                    { "enum": PLAIN }, variant("score", token(16)), variant("participant", one_of!(Relation)),
                    variant("phase", one_of!(Phase)), variant("initial", one_of!(InitialTask)), variant("declared", token(32)),
                    variant("strategy", one_of!(Strategy)), variant("focus_item", small()), variant("technique", one_of!(Technique)),
                    variant("markers", one_of!(ProblemArea)), variant("ending", one_of!(EndingTask)),
                    variant("judgement", token(32)), variant("module", token(24)), variant("contact", one_of!(ContactWith)),
                    variant("external_date", one_of!(Anchor)), variant("meeting", one_of!(Track)),
                ] },
                "reason": { "oneOf": [
                    variant("rule", of("code")), variant("protocol", json!({ "type": "string" })), variant("agreed", of("entry")),
                    variant("region", one_of!(Region)),
                ] },
                "pressing": { "oneOf": [{ "const": "due" }, variant("due_by", number()), { "const": "optional" }] },
                "item": object(
                    &[
                        ("slot", one_of!(AgendaSlot)), ("what", of("what")), ("reason", of("reason")), ("pressing", of("pressing")),
                        ("otherwise", said(or_null(of("code")), "The rule that finds it when it is left out.")),
                    ],
                    &[],
                ),
                "open": object(
                    &[
                        ("initial", some_of!(InitialTask)), ("ending", some_of!(EndingTask)), ("declared", list(token(32))),
                    ],
                    &[],
                ),
                "focus": object(
                    &[
                        ("item", small()), ("area", or_null(one_of!(ProblemArea))), ("touched", some_of!(Strategy)),
                        ("untouched", some_of!(Strategy)),
                    ],
                    &[],
                ),
                "score": object(
                    &[("instrument", token(16)), ("reason", of("reason")), ("pressing", of("pressing"))],
                    &[],
                ),
                "promise": object(
                    &[
                        ("agreed_in", of("entry")),
                        ("what", json!({ "oneOf": [
                            variant("between_session_work", some_of!(WorkKind)), variant("safety_review", of("day")),
                        ] })),
                    ],
                    &[],
                ),
                "deadline": object(
                    &[
                        ("milestone", one_of!(Milestone)), ("by", number()), ("why", of("why")), ("status", one_of!(DeadlineStatus)),
                    ],
                    &[],
                ),
                "ending": object(
                    &[
                        ("announced", yes_or_no()), ("deadline", or_null(of("deadline"))), ("early_end_agreed", yes_or_no()),
                    ],
                    &[],
                ),
            }),
        )
    }

    #[test]
    fn each_schema_of_plans_is_generated() {
        assert_stored(
            "docs/plan.schema.json",
            &(serde_json::to_string_pretty(&schema()).unwrap() + "\n"),
        );
        let schema = serde_json::to_string_pretty(&session_schema()).unwrap() + "\n";
        assert_stored("docs/session-plan.schema.json", &schema);
    }

    #[test]
    fn the_data_of_a_session_plan_is_generated() {
        let (_, session) = next_session();
        assert_stored(
            "tests/plans/forms/session.json",
            &(serde_json::to_string_pretty(&session).unwrap() + "\n"),
        );
    }

    #[test]
    fn a_plan_is_read_back_as_it_was_written() {
        let (_, plans, ..) = planned();
        for plan in of_each_preset()
            .map(|(_, plan)| plan)
            .chain(plans.iter().cloned())
        {
            let text = serde_json::to_string(&plan).unwrap();
            assert_eq!(serde_json::from_str::<CoursePlan>(&text).unwrap(), plan);
        }
        assert_eq!(
            serde_json::from_value::<Plans>(json!(plans)).unwrap(),
            plans
        );
    }
}

#[cfg(feature = "proptest1")]
mod any {
    use interpersonal::testing::strategy;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_form_shows_text_or_persons_of_the_record(course in strategy::course(), days in 0..200_u64) {
            let opened = course.state().opened_on();
            let as_of = opened.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
            let protocol = course.protocol_on(as_of);
            let Ok(plan) = CoursePlan::new(protocol, Terms::typical(protocol), opened, Availability::every_day()) else {
                return Ok(());
            };
            let plan = plan.revise(&course, as_of).unwrap_or(plan);
            let report = Validator::new().validate(&course, as_of);
            let picture = plan.timeline(protocol).with_course(&course, as_of).with_report(&report).to_string();
            let page = plan.markdown(protocol).to_string();
            prop_assert!(!picture.contains(strategy::MARKER) && !page.contains(strategy::MARKER));
            let session = course.next_session_in(&plan, as_of);
            says_everything(protocol, &session);
            for language in Language::ALL {
                let page = session.markdown(protocol).in_language(language).to_string();
                prop_assert!(!page.contains(strategy::MARKER));
            }
            prop_assert_eq!(faults(&picture), Vec::<String>::new());
        }
    }
}

#[test]
fn a_page_calls_the_focus_what_the_protocol_calls_it() {
    let mut seen = 0;
    for (protocol, plan) in of_each_preset() {
        for &area in ProblemArea::ALL {
            let Some(label) = protocol.area_label(area) else {
                continue;
            };
            let page = plan.clone().with_focus(area).markdown(protocol).to_string();
            assert!(
                page.contains(&format!("Focus: {label}")),
                "{}",
                protocol.id()
            );
            seen += 1;
        }
    }
    assert!(seen >= 6, "{seen}");
}
