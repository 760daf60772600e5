//! Laws of what a report says: open questions, causes, tallies, and what is said of a concern.

use interpersonal::{
    Course, Entry, Fact, Phase, Reporting, Seq, Severity,
    course::Content,
    protocol::preset,
    record::safety::{ConcernKind, ConcernRaised, Enquiry, SafetyActions, SafetyResponse},
    record::setting::{Opened, PhaseBegun},
    rule::{Conformance, Question, Report, Validator},
    testing::strategy,
    text::Language,
};
use proptest::{prelude::*, sample::Index};

use crate::laws::{CLERK, courses, late, laws, replayed, reporting};

fn report(course: &Course) -> Report {
    Validator::new().validate(course, course.state().last_day())
}

/// A record with a concern, an endorsed item or whatever else demands an answer, which reports
/// little.
fn asking() -> impl Strategy<Value = Course> {
    (courses(), any::<Index>(), 0_u16..512).prop_map(|(course, at, topics)| {
        let reporting: Reporting = interpersonal::Topic::ALL
            .iter()
            .copied()
            .filter(|topic| topics & (1 << *topic as u16) != 0)
            .collect();
        let mut entries = course.entries().to_vec();
        for entry in &mut entries {
            if let Content::Fact {
                fact: Fact::Opened(opened),
                ..
            } = &mut entry.content
            {
                opened.reporting = reporting;
            }
        }
        let mut course = replayed(&course, entries);
        let facts: Vec<_> = course.facts().map(|(_, on, _)| on).collect();
        let on = facts[at.index(facts.len())];
        let concern = Entry::fact(
            late(),
            CLERK,
            on,
            ConcernRaised::new(ConcernKind::SuicidalIdeation),
        );
        // A course that is frozen or closed may have no place for it.
        let _ = course.record_entry(concern);
        course
    })
}

fn began_midway(course: &Course) -> bool {
    course.facts().any(|(.., fact)| match fact {
        Fact::Opened(opened) => {
            opened.midway
                || opened.sessions_before.is_some_and(|before| before > 0)
                || opened.phase > Phase::Initial
        }
        _ => false,
    })
}

/// Whether nothing may have to be answered yet: a question that was declined is put again in the
/// next session, and who is in hospital, or may be, is looked after there.
fn may_not_be_called_for(course: &Course, question: &Question) -> bool {
    let held_after = |on| {
        course.facts().any(|(_, day, fact)| {
            matches!(fact, Fact::Session(note) if day > on && note.attendance.is_held())
        })
    };
    match question.code().as_str() {
        "IPT-026" => question.on().is_some_and(|on| !held_after(on)),
        "IPT-024" | "IPT-189" | "IPT-191" | "IPT-194" => course
            .facts()
            .any(|(.., fact)| matches!(fact, Fact::Admission(_))),
        _ => false,
    }
}

fn same(one: &Question, other: &Question) -> bool {
    one.code() == other.code() && one.place() == other.place() && one.evidence() == other.evidence()
}

fn lines(text: &str) -> usize {
    let severities = Severity::ALL
        .iter()
        .map(|severity| Language::ENGLISH.word(*severity).to_string())
        .collect::<Vec<_>>();
    let is_line = |line: &&str| {
        let mut words = line.split_whitespace();
        let severity = words
            .next()
            .is_some_and(|word| severities.iter().any(|severity| severity == word));
        severity && words.next().is_some_and(|word| word.starts_with("IPT-"))
    };
    text.lines().filter(is_line).count()
}

proptest! {
    #![proptest_config(laws(96))]

    #[test]
    fn a_question_never_changes_the_verdict(course in asking()) {
        let report = report(&course);
        let worst = report.standing().map(|finding| finding.severity).max();
        let weighs = report.findings.iter().any(|finding| finding.severity > Severity::Note);
        match report.conformance {
            Conformance::DoesNotConform => prop_assert_eq!(worst, Some(Severity::Error)),
            Conformance::ConformsWithDeviations => prop_assert!(weighs && worst != Some(Severity::Error)),
            Conformance::Conforms => prop_assert!(!weighs),
            Conformance::CannotTell => prop_assert!(report.findings.is_empty()),
        }
    }

    // What came before a record that begins in mid-course stays a question, however much the record
    // reports; so does what may not be called for.
    #[test]
    fn reporting_the_topics_of_a_question_makes_it_a_finding_or_removes_it(course in asking(), which in any::<Index>()) {
        let before = report(&course);
        prop_assume!(!before.questions.is_empty() && !began_midway(&course));
        let question = which.get(&before.questions);
        prop_assume!(!may_not_be_called_for(&course, question));
        let topics = question.rule().topics.union(question.topics());
        let after = report(&reporting(&course, |reported| reported.union(topics)));
        prop_assert!(!after.questions().any(|other| same(other, question)), "{question} is still asked");
    }

    #[test]
    fn answering_a_question_about_an_item_or_a_concern_removes_it(course in asking(), which in any::<Index>()) {
        let before = report(&course);
        let asks = |question: &&Question| ["IPT-187", "IPT-189"].contains(&question.code().as_str());
        let asked: Vec<_> = before.questions().filter(asks).collect();
        prop_assume!(!asked.is_empty());
        let question = *which.get(&asked);
        let on = question.on().unwrap();
        let answer: Fact = match question.code().as_str() {
            "IPT-187" => Enquiry::no_concern().into(),
            _ => SafetyResponse::new(SafetyActions::ALL).into(),
        };
        let mut answered = course.clone();
        answered.record_entry(Entry::fact(late(), CLERK, on, answer)).unwrap();
        prop_assert!(!report(&answered).questions().any(|other| same(other, question)), "{question}");
    }

    #[test]
    fn what_is_on_record_of_a_concern_is_never_denied(course in asking()) {
        let raised = course.facts().any(|(_, _, fact)| matches!(fact, Fact::ConcernRaised(_)));
        let text = report(&course).text().to_string();
        if raised {
            prop_assert!(text.contains("concern"), "{text}");
        }
        for denial in ["No safety concern", "no safety concern was raised", "Nobody raised"] {
            prop_assert!(!text.contains(denial), "{text}");
        }
    }

    #[test]
    fn a_cause_is_found_beside_what_follows_from_it_and_takes_it_with_it(course in asking(), which in any::<Index>()) {
        let before = report(&course);
        for finding in before.findings.iter().filter(|finding| finding.follows.is_some()) {
            let cause = finding.follows.unwrap();
            let is_cause = |other: &&interpersonal::rule::Finding| other.code == cause.code && other.place == cause.place;
            prop_assert!(before.findings.iter().any(|other| is_cause(&other)), "{finding:?}");
        }
        // The response to a concern, on its day, takes what followed from its absence.
        let heads: Vec<_> = before.findings.iter().filter(|finding| finding.code.as_str() == "IPT-189").collect();
        prop_assume!(!heads.is_empty());
        let head = *which.get(&heads);
        let mut answered = course.clone();
        let response = SafetyResponse::new(SafetyActions::ALL);
        answered.record_entry(Entry::fact(late(), CLERK, head.on.unwrap(), response)).unwrap();
        let after = report(&answered);
        prop_assert!(!after.findings.iter().any(|other| other.code == head.code && other.place == head.place));
        let followed = |finding: &interpersonal::rule::Finding| {
            finding.follows.is_some_and(|cause| cause.code == head.code && cause.place == head.place)
        };
        prop_assert!(!after.findings.iter().any(followed));
    }

    #[test]
    fn the_tally_equals_the_lines(course in courses()) {
        let report = report(&course);
        let counts = report.counts();
        let counted = [counts.standing, counts.following, counts.remedied, counts.waived].map(interpersonal::rule::Tally::all);
        prop_assert_eq!(lines(&report.text().to_string()), counted.iter().sum::<u32>() as usize);
        let spoken: usize = report.lines().iter().map(|line| {
            let of = |line: &interpersonal::rule::Line<'_>| 1 + line.also.len();
            of(line) + line.follows.iter().map(of).sum::<usize>()
        }).sum();
        prop_assert_eq!(spoken, report.findings.len(), "each finding is in one line");
    }

    #[test]
    fn what_follows_is_counted_beside_something_that_stands(course in courses()) {
        let counts = report(&course).counts();
        prop_assert!(counts.standing.all() > 0 || counts.following.all() == 0, "{counts:?}");
    }

    #[test]
    fn no_sentence_holds_a_brace_or_a_text_of_the_record(course in courses()) {
        let report = report(&course);
        for language in Language::ALL {
            let findings = report.findings.iter().map(|finding| finding.in_language(language).to_string());
            for text in findings.chain(report.questions().map(|question| question.in_language(language).to_string())) {
                prop_assert!(!text.contains(['{', '}']), "{text}");
                prop_assert!(!text.contains(strategy::MARKER), "{text}");
            }
        }
    }
}

#[test]
fn a_finding_is_read_without_course_and_catalogue() {
    let monday = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let mut course = interpersonal::testing::exemplar::Exemplar::new(
        &preset::ACUTE_16,
        interpersonal::ProblemArea::Grief,
        monday,
    )
    .course()
    .unwrap();
    let on = monday + chrono::Days::new(21);
    course
        .record_entry(Entry::fact(
            late(),
            CLERK,
            on,
            ConcernRaised::new(ConcernKind::Attempt),
        ))
        .unwrap();
    let finding = {
        let report = report(&course);
        drop(course);
        report
            .safety()
            .find(|finding| finding.code.as_str() == "IPT-189")
            .unwrap()
            .clone()
    };
    assert_eq!(
        finding.to_string(),
        "A safety concern was raised on 26 January (suicide attempt), and neither a safety plan nor another response to it is on record for that day."
    );
    assert_eq!(
        finding.in_language(&Language::GERMAN).to_string(),
        "Am 26. Januar ist ein Hinweis auf Gefährdung dokumentiert (Suizidversuch), aber für diesen Tag weder ein Sicherheitsplan noch eine andere Maßnahme dazu."
    );
    assert!(
        finding
            .place
            .entry()
            .is_some_and(|seq: Seq| seq.number() > 1)
    );
}

/// The case that refuted the law that a concern on record is told: the answer came some days later,
/// and safety was not reported.
#[test]
fn a_concern_that_was_answered_days_later_is_told_where_safety_is_not_reported() {
    let monday = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let day = |n| monday + chrono::Days::new(n);
    let opened = Opened::new(
        Phase::Initial,
        Reporting::from([interpersonal::Topic::Sessions]),
    );
    let at = |on, fact: Fact| Entry::fact(late(), CLERK, on, fact);
    let course = Course::replay(
        preset::ACUTE_16.clone(),
        [
            at(monday, opened.into()),
            at(
                day(7),
                ConcernRaised::new(ConcernKind::SuicidalIdeation).into(),
            ),
            at(day(10), SafetyResponse::new(SafetyActions::ALL).into()),
        ],
    )
    .unwrap();
    let report = report(&course);
    let asked: Vec<String> = report.questions().map(ToString::to_string).collect();
    let told =
        "A safety concern was raised on 12 January (thoughts of suicide). What was done about it?";
    assert!(asked.iter().any(|question| question == told), "{asked:#?}");
    let since = "What is on record came 3 days later, on 15 January (entry 3).";
    assert!(
        report.text().to_string().contains(since),
        "{}",
        report.text()
    );
}

/// Under a protocol without a middle phase no beginning ends; the label still asks for what comes
/// before it.
#[test]
fn what_a_label_asks_for_is_said_without_a_brace_where_the_protocol_has_no_such_phase() {
    let monday = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let opened = Opened::new(Phase::Initial, Reporting::COMPLETE);
    let entries = [
        Entry::fact(late(), CLERK, monday, opened),
        Entry::fact(late(), CLERK, monday, PhaseBegun::new(Phase::Middle)),
    ];
    let course = Course::replay(&preset::MAINT_07M, entries).unwrap();
    let report = report(&course);
    let finding = (report.findings.iter()).find(|finding| finding.code.as_str() == "IPT-055");
    for language in Language::ALL {
        let text = finding.unwrap().in_language(language).to_string();
        assert!(!text.contains(['{', '}']), "{text}");
    }
}
