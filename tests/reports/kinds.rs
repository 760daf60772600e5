//! Small course files, each of a kind of fault or of faithful care that real records hold, and the
//! verdict that a supervisor expects. The file of a test has its name. All people are invented.

use std::{fs, path::Path};

use interpersonal::{
    Course, Protocol, Seq, Severity,
    rule::{Conformance, Report, Validator},
};

/// What a file must get.
enum Verdict {
    /// Conforms; notes and open questions are allowed.
    Accepted,
    /// Does not fail, and one of these is in sight.
    AcceptedWith(&'static [&'static str]),
    /// Does not conform, with one of these among the errors that stand.
    Rejected(&'static [&'static str]),
    /// Something above a note, or an open question, stands at one of the entries (at any, when none
    /// is named), under a code that is none of those.
    Attended {
        entries: &'static [u32],
        not: &'static [&'static str],
    },
    /// None of these is found.
    Without(&'static [&'static str]),
    /// Is refused, with each of these in the message.
    Refused(&'static [&'static str]),
}

fn read(name: &str) -> serde_json::Result<Course> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/kinds");
    let text = fs::read_to_string(folder.join(name).with_extension("json")).unwrap();
    serde_json::from_str(&text)
}

fn report(course: &Course, under: Option<&str>) -> Report {
    let validator = match under {
        Some(id) => Validator::new().under(Protocol::parse(id).unwrap()),
        None => Validator::new(),
    };
    validator.validate(course, course.state().last_day())
}

/// Whether the report attends to one of the entries.
fn attends(report: &Report, entries: &[u32], not: &[&str]) -> bool {
    let is_one = |entry: Option<u32>| {
        entries.is_empty() || entry.is_some_and(|entry| entries.contains(&entry))
    };
    let found = report.standing().any(|it| {
        it.severity > Severity::Note
            && !not.contains(&it.code.as_str())
            && is_one(it.place.entry().map(Seq::number))
    });
    found
        || report
            .questions()
            .any(|it| is_one(it.place().entry().map(Seq::number)))
}

fn check(name: &str, under: Option<&str>, verdict: &Verdict) {
    let course = match (read(name), verdict) {
        (Ok(course), verdict) => {
            assert!(!matches!(verdict, Verdict::Refused(_)), "it was read");
            course
        }
        (Err(error), Verdict::Refused(says)) => {
            let error = error.to_string();
            assert!(says.iter().all(|words| error.contains(words)), "{error}");
            return;
        }
        (Err(error), _) => panic!("{error}"),
    };
    let report = report(&course, under);
    let found = |codes: &[&str]| {
        let mut all = report.findings.iter();
        all.any(|it| codes.contains(&it.code.as_str()))
    };
    let fails = report.conformance == Conformance::DoesNotConform;
    let is_right = match *verdict {
        Verdict::Accepted => !fails && report.conformance != Conformance::ConformsWithDeviations,
        Verdict::AcceptedWith(codes) => !fails && found(codes),
        Verdict::Rejected(codes) => {
            let mut errors = report
                .standing()
                .filter(|it| it.severity == Severity::Error);
            fails && errors.any(|it| codes.contains(&it.code.as_str()))
        }
        Verdict::Attended { entries, not } => attends(&report, entries, not),
        Verdict::Without(codes) => !found(codes),
        Verdict::Refused(_) => false,
    };
    assert!(is_right, "{}", report.text());
}

/// A test for each file.
macro_rules! kinds {
    ($( $name:ident $(, under $protocol:literal)?: $verdict:expr; )+) => { $(
        #[test]
        fn $name() {
            let under: &[&str] = &[$($protocol)?];
            check(stringify!($name), under.first().copied(), &$verdict);
        }
    )+ };
}

kinds! {
    a_concern_asked_about_each_time_is_settled: Verdict::Accepted;
    a_direct_question_is_the_second_look: Verdict::Without(&["IPT-193"]);
    a_discharge_that_nobody_wrote_down: Verdict::Attended { entries: &[12], not: &["IPT-046"] };
    a_focus_parked_until_maintenance_is_left_alone: Verdict::Accepted;
    a_fraction_of_the_dose_claimed_as_completed: Verdict::Rejected(&["IPT-083", "IPT-107", "IPT-211", "IPT-251", "IPT-106"]);
    a_group_whose_last_sessions_nobody_came_to_is_not_completed: Verdict::Rejected(&["IPT-211"]);
    a_pause_that_nobody_ended: Verdict::Attended { entries: &[4, 6], not: &["IPT-046"] };
    a_question_declined_in_every_session: Verdict::Attended { entries: &[6], not: &[] };
    a_response_to_self_harm_beside_an_attempt: Verdict::Attended { entries: &[12], not: &[] };
    a_second_episode_begun_in_an_open_course: Verdict::Rejected(&["IPT-011", "IPT-107", "IPT-291"]);
    a_session_that_was_moved_uses_no_slot: Verdict::Without(&["IPT-107"]);
    a_stand_in_for_one_session_is_left_alone: Verdict::Accepted;
    a_stand_in_who_stays_to_the_end: Verdict::Attended { entries: &[15], not: &[] };
    a_total_that_its_item_contradicts: Verdict::Attended { entries: &[2, 3, 4], not: &["IPT-032", "IPT-186", "IPT-187", "IPT-189", "IPT-181"] };
    a_whole_middle_phase_off_the_agreed_focus: Verdict::Rejected(&["IPT-056", "IPT-076", "IPT-087", "IPT-088", "IPT-113", "IPT-115", "IPT-147", "IPT-149"]);
    an_attempt_and_an_unrelated_operation: Verdict::Rejected(&["IPT-189"]);
    an_attempt_that_only_a_later_history_names: Verdict::Attended { entries: &[12], not: &["IPT-046", "IPT-111"] };
    an_attempt_with_an_admission_of_no_stated_reason: Verdict::Attended { entries: &[10], not: &["IPT-046", "IPT-111"] };
    an_attempt_without_a_response: Verdict::Attended { entries: &[4], not: &["IPT-046", "IPT-111"] };
    an_endorsed_item_in_a_table_of_scores: Verdict::Attended { entries: &[2, 3, 4], not: &[] };
    an_endorsed_item_in_maintenance_with_a_low_total: Verdict::Attended { entries: &[10], not: &[] };
    an_excluded_diagnosis_in_the_codes_of_dsm_5: Verdict::Attended { entries: &[14], not: &[] };
    an_excluded_diagnosis_in_the_numbers_of_dsm_iv: Verdict::Attended { entries: &[13], not: &[] };
    an_excluded_diagnosis_of_a_national_version: Verdict::Attended { entries: &[2], not: &[] };
    an_interpreter_in_every_session_is_left_alone: Verdict::Accepted;
    an_interpreter_is_nobody_close: Verdict::Without(&["IPT-181", "IPT-124", "IPT-125"]);
    an_item_without_a_total_is_kept: Verdict::Without(&["IPT-181", "IPT-124", "IPT-125"]);
    an_opening_that_moves_later_names_all_in_its_way: Verdict::Refused(&["entry 2", "entry 3"]);
    another_treatment_in_the_place_of_this_one: Verdict::Rejected(&["IPT-120", "IPT-055", "IPT-075"]);
    bipolar_with_its_diary_and_mood_stabiliser_is_left_alone: Verdict::Accepted;
    child_and_parent_are_not_compared: Verdict::Without(&["IPT-181", "IPT-124", "IPT-125"]);
    concerns_without_a_response: Verdict::Rejected(&["IPT-189", "IPT-190", "IPT-191", "IPT-192"]);
    content_in_the_note_of_a_missed_session: Verdict::Attended { entries: &[3], not: &[] };
    days_after_the_day_of_writing: Verdict::Attended { entries: &[2, 4, 5, 6, 7], not: &[] };
    eight_sessions_claimed_as_a_course_of_sixteen, under "acute-16": Verdict::Rejected(&["IPT-083", "IPT-107", "IPT-211", "IPT-251", "IPT-106"]);
    emails_that_the_protocol_counts_as_contacts_are_left_alone: Verdict::Accepted;
    inventory_and_formulation_only_in_the_last_session: Verdict::Rejected(&["IPT-055", "IPT-075", "IPT-077", "IPT-101"]);
    joining_a_group_late: Verdict::AcceptedWith(&["IPT-261"]);
    maintenance_that_begins_while_the_patient_is_ill: Verdict::Rejected(&["IPT-221"]);
    moved_sessions_that_count_by_the_contract: Verdict::Attended { entries: &[21, 22], not: &[] };
    numbers_against_days_and_two_sessions_on_one: Verdict::Attended { entries: &[4, 5, 6], not: &["IPT-046"] };
    numbers_of_sessions_against_their_days: Verdict::Attended { entries: &[], not: &["IPT-160", "IPT-005", "IPT-156"] };
    one_day_with_two_tracks_and_a_moved_session_is_left_alone: Verdict::Accepted;
    remission_at_entry_that_a_score_denies: Verdict::Rejected(&["IPT-221", "IPT-270"]);
    scores_before_and_after_treatment_are_left_alone: Verdict::Accepted;
    seen_and_missed_on_one_day: Verdict::Attended { entries: &[3, 4, 5, 6], not: &["IPT-019", "IPT-025", "IPT-086", "IPT-160", "IPT-046"] };
    sessions_after_consent_was_withdrawn: Verdict::Rejected(&["IPT-019", "IPT-025"]);
    two_episodes_in_one_course: Verdict::Rejected(&["IPT-083", "IPT-107", "IPT-211", "IPT-251", "IPT-101", "IPT-011", "IPT-105"]);
    two_ways_of_meeting_in_one_session: Verdict::Without(&["IPT-181", "IPT-124", "IPT-125"]);
}
