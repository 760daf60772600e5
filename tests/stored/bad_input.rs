//! What is wrong with a stored course is said in a sentence: what disagrees, where, and what would
//! be accepted.
//!
//! The files are `examples/data/broken/*.json`, one for each kind of bad input; the words are the
//! whole message.

extern crate alloc;

use alloc::collections::BTreeSet;
use std::{fs, path::PathBuf};

use interpersonal::{
    Course, Phase, Protocol,
    protocol::preset,
    record::{FactKind, session::Session},
    shape::{Documented, Shape},
    wire::Wire,
};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("examples/data")
        .join(name)
}

fn stored(name: &str) -> String {
    let path = folder("broken").join(name).with_extension("json");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The message for a file. Loading in one step and in two, first the form and then the course, says
/// the same.
#[track_caller]
fn message(name: &str) -> String {
    let text = stored(name);
    let Err(error) = serde_json::from_str::<Course>(&text) else {
        panic!("{name} makes a course")
    };
    match serde_json::from_str::<Wire>(&text) {
        Ok(wire) => {
            let replayed = Course::try_from(wire).unwrap_err();
            assert_eq!(replayed.to_string(), error.to_string(), "{name}");
        }
        Err(unread) => assert_eq!(unread.to_string(), error.to_string(), "{name}"),
    }
    error.to_string()
}

/// Asserts the whole message for each file.
#[track_caller]
fn say(expected: &[(&str, &str)]) {
    for (name, words) in expected {
        assert_eq!(message(name), *words, "{name}");
    }
}

const UNREADABLE: &[(&str, &str)] = &[
    ("not-json", "expected value at line 1 column 1"),
    (
        "other-version",
        "`ipt/2` is not known; accepted there is `ipt/1` at line 1 column 8",
    ),
    (
        "malformed-fact",
        "entry 2: `entries[1].fact.session.minutes` holds a string and must hold a whole number from 0 to 65535 at line 7 \
         column 93",
    ),
    (
        "no-such-date",
        "entry 2: `entries[1].on` holds a string and must hold a day, such as \"2026-01-05\" at line 6 column 74",
    ),
];

const MISSHAPEN: &[(&str, &str)] = &[
    (
        "two-things-in-one-entry",
        "entry 2: it says 2 things, and must say exactly one: `fact` (with `on`), `strike`, `correct`, `waive` or \
         `protocol` (with `on`)",
    ),
    (
        "nothing-in-an-entry",
        "entry 2: it says nothing, and must say exactly one: `fact` (with `on`), `strike`, `correct`, `waive` or \
         `protocol` (with `on`)",
    ),
    (
        "no-day",
        "entry 2: it has no day; a fact and a change of protocol must say under `on` when it was",
    ),
    (
        "day-on-a-strike",
        "entry 3: it has a day under `on`, and only a fact or a change of protocol has one",
    ),
    (
        "no-entries",
        "the record has no entries; it must have at least one, which opens the course",
    ),
];

const CONTRADICTORY: &[(&str, &str)] = &[
    (
        "no-opening",
        "entry 1 cannot be recorded: the first fact of a record must open the course; the first one here is of another kind \
         (session)",
    ),
    (
        "opened-twice",
        "entry 2 cannot be recorded: the course was already opened on 5 January 2026; a recurrence must be recorded as a new \
         course that refers to this one",
    ),
    (
        "before-opening",
        "entry 2 cannot be recorded: the fact (session) is dated 29 December 2025 and the course was opened on 5 January \
         2026; a fact must not be dated before the opening",
    ),
    (
        "before-it-happened",
        "entry 2 cannot be recorded: the fact (session) is dated 12 January 2026 and was written on 5 January 2026; a fact \
         must be written on its day or later",
    ),
    (
        "number-twice",
        "entry 3 cannot be recorded: session 1 of the main track is already recorded, in entry 2; each number must be used \
         only once in a track",
    ),
    (
        "key-twice",
        "entry 3 (key row-17) has the same application key as entry 2; each key must be used only once",
    ),
    (
        "score-out-of-range",
        "entry 2 cannot be recorded: the total on phq-9 is 31; it must be between 0 and 27",
    ),
    (
        "focus-of-five",
        "entry 2 cannot be recorded: the focus has 5 items; it must have 1 to 4",
    ),
    (
        "frame-of-nothing",
        "entry 2 cannot be recorded: the time frame has 0 sessions, weeks or days; it must have at least 1",
    ),
    (
        "break-reversed",
        "entry 2 cannot be recorded: the break begins on 16 February 2026 and ends on 2 February 2026; its last day must not \
         be before its first",
    ),
];

const UNCHANGEABLE: &[(&str, &str)] = &[
    (
        "strike-supports-later",
        "entry 3: entry 1 opens the course and cannot be struck; correct it instead",
    ),
    (
        "correction-supports-later",
        "entry 3: the correction of entry 1 (opened, 12 January 2026) cannot be recorded: entry 2 (session, 5 January 2026) \
         would then come before the opening on 12 January 2026; strike or correct entry 2 first",
    ),
    (
        "strikes-nothing",
        "entry 2: entry 7 does not exist; the number of an entry must be at most 1 here",
    ),
    (
        "strikes-twice",
        "entry 4: entry 2 has already been struck or corrected; only an entry that still counts can be struck or corrected",
    ),
];

const DISAGREEING: &[(&str, &str)] = &[
    (
        "protocol-disagrees",
        "the protocol my-clinic-16 contradicts itself:\n\
         - `focus.areas.value`: no problem area is listed; at least one area must be listed\n\
         - `dose.sessions.value.typical`: the typical number is 16 sessions and the maximum is 12; the typical number must \
         not exceed the maximum\n\
         - `initial.sessions_usual.value`: the initial phase usually takes 10 sessions and the ending at least 8, and 16 \
         sessions are typical; at least 1 session must be left for the middle phase",
    ),
    (
        "protocol-with-wild-numbers",
        "the protocol my-clinic-16 contradicts itself:\n\
         - `initial.sessions_usual.value`: the initial phase usually takes 65535 sessions and at most 5; the usual number \
         must not exceed the maximum\n\
         - `initial.sessions_usual.value`: the initial phase usually takes 65535 sessions and the ending at least 2, and 16 \
         sessions are typical; at least 1 session must be left for the middle phase\n\
         - `phases[3].typical.value`: the termination phase is the last and ends with session 65535; it must end with \
         session 16, the typical number of sessions\n\
         - `cadence[0]`: the stretch runs from session 16 to session 1; its first session must not be after its last\n\
         - `dose.weeks.value.max`: 16 sessions at this cadence take 8589672450 days, and the maximum is 20 weeks; the \
         maximum must be at least 1227096065 weeks",
    ),
];

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_what_was_expected() {
    say(UNREADABLE);
}

#[test]
fn an_entry_of_the_wrong_shape_is_named_by_its_number() {
    say(MISSHAPEN);
}

#[test]
fn a_fact_that_contradicts_the_record_is_named_with_what_it_contradicts() {
    say(CONTRADICTORY);
}

#[test]
fn what_later_entries_rest_on_is_named_with_the_entry_to_begin_with() {
    say(UNCHANGEABLE);
}

#[test]
fn a_protocol_that_contradicts_itself_is_told_all_its_faults_at_once() {
    say(DISAGREEING);
}

#[test]
fn care_after_the_closing_is_told_what_a_closed_course_takes() {
    assert_eq!(
        message("care-after-closing"),
        "entry 3 cannot be recorded: the course is closed; scores, safety and administration can still be recorded"
    );
    assert_eq!(
        message("closing-before-care"),
        "entry 3 cannot be recorded: entry 2 (session, 27 April 2026) would then come after the \
         closing; strike or correct entry 2 first"
    );
}

#[test]
fn an_unknown_fact_is_told_every_known_one() {
    let known: Vec<_> = FactKind::ALL
        .iter()
        .map(|kind| format!("`{}`", kind.name()))
        .collect();
    let known = known.join(", ");
    assert_eq!(
        message("unknown-fact"),
        format!(
            "entry 2: `entries[1].fact.session_held` is not known; accepted there are {known} at line 7 column 28"
        )
    );
}

#[test]
fn an_unknown_field_is_told_every_field_of_its_object() {
    let Shape::Object(_, _, fields) = Session::SHAPE else {
        panic!("a session is an object")
    };
    let known: Vec<_> = fields
        .iter()
        .map(|field| format!("`{}`", field.name))
        .collect();
    let known = known.join(", ");
    assert_eq!(
        message("unknown-field"),
        format!(
            "entry 2: `entries[1].fact.session.duration` is not known; accepted there are {known} at line 7 column 62"
        )
    );
}

#[test]
fn an_unknown_preset_is_told_every_preset_and_the_other_way() {
    let known: Vec<_> = preset::ALL
        .iter()
        .map(|protocol| protocol.id().as_str().to_owned())
        .collect();
    let known = known.join(", ");
    assert_eq!(
        message("unknown-preset"),
        format!(
            "there is no preset acute-61, the nearest are acute-16, acute-12; a protocol is stored whole under `spec`, or named under `preset` as one of \
             {known}"
        )
    );
}

#[test]
fn a_text_where_a_number_belongs_is_not_repeated() {
    assert!(stored("malformed-fact").contains("MARKER"));
    let text = stored("malformed-fact");
    let error = serde_json::from_str::<Course>(&text).unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("MARKER"),
        "{error:?}"
    );
}

#[test]
fn every_broken_file_is_tested() {
    let tables = [
        UNREADABLE,
        MISSHAPEN,
        CONTRADICTORY,
        UNCHANGEABLE,
        DISAGREEING,
    ];
    let mut tested: BTreeSet<_> = tables
        .into_iter()
        .flatten()
        .map(|&(name, _)| name.to_owned())
        .collect();
    let others = [
        "care-after-closing",
        "closing-before-care",
        "unknown-fact",
        "unknown-field",
        "unknown-preset",
    ];
    tested.extend(others.map(str::to_owned));
    // Whether a rule may be waived is for the catalogue of rules to say, and tested with it.
    tested.insert("waives-safety".to_owned());
    let files: BTreeSet<_> = fs::read_dir(folder("broken"))
        .unwrap()
        .map(|file| {
            file.unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(tested, files);
}

/// Files that cannot be read as protocols, each with the whole message.
const NO_PROTOCOLS: &[(&str, &str)] = &[
    (
        "unknown-area",
        "`focus.areas.value[2]` holds a string and must hold one of `grief`, `role_dispute`, `role_transition`, \
         `interpersonal_deficits` at line 5 column 62",
    ),
    (
        "missing-source",
        "`dose.sessions.source` is missing and must hold a source id: at most 24 ASCII letters, digits and `. _ : / + -` at line 5 \
         column 89",
    ),
    (
        "unknown-field",
        "`dose.fortnights` is not known; accepted there are `sessions`, `minutes`, `first_minutes`, `weeks`, `time_frames`, \
         `weeks_are_cap` at line 6 column 16",
    ),
    (
        "text-for-a-number",
        "`dose.weeks.value.typical` holds a string and must hold a whole number from 0 to 65535 at line 5 column 57",
    ),
    (
        "entry-of-a-list",
        "`measures[1].cadence` holds a string and must hold one of `every_session`, `before_and_after`, `every_weeks`, \
         `every_sessions`, `daily` at line 16 column 30",
    ),
    (
        "missing-label",
        "`phases[0].label` is missing and must hold a text at line 4 column 87",
    ),
    (
        "empty-source",
        "`channels.source` holds a string and must hold a source id: at most 24 ASCII letters, digits and `. _ : / + -` at line 4 \
         column 52",
    ),
    (
        "faults",
        "the protocol our-clinic contradicts itself:\n\
         - `modules[1].from`: the module `focus` begins with session 6, and the module before it ends with session 4; it \
         must begin with session 5\n\
         - `entry_scores[0].min`: the minimum score on `phq-9` is 15 and the maximum is 9; the minimum must not exceed the \
         maximum\n\
         - `area_labels[0].area`: the label “Loss” belongs to grief; the area must be listed in `focus.areas` (role dispute, \
         role transition, interpersonal deficits)\n\
         - `work.medication_withheld_weeks.value`: medication is withheld for 8 weeks, and `work.medication` is `allowed`; \
         the weeks must be left out unless `work.medication` is `withheld_first`\n\
         - `techniques[1].level`: the technique `role_play` is listed here as `must_not` and in `techniques[0]` as `should`; \
         a protocol must not ask for what it forbids\n\
         - `steps[0].by_session`: the decision on `response` is due by session 20; the number must be between 1 and 16, the \
         maximum of sessions\n\
         - `dose.sessions.basis`: the source is `design` and the basis is `manual`; the basis of this source must be \
         `design`",
    ),
    (
        "extends-unknown-base",
        "the protocol has 3 faults:\n\
         - `extends`: no protocol has the identifier `acute-61`; the nearest is `acute-16`\n\
         - `dose.minutes.source` is missing and must hold a source id: at most 24 ASCII \
         letters, digits and `. _ : / + -`\n\
         - `dose.minutes.basis` is missing and must hold one of `manual`, `guideline`, \
         `trial`, `practice`, `unseen`, `design`",
    ),
    (
        "extends-itself",
        "`extends`: `our-clinic` extends `our-clinic`; a protocol must not extend itself",
    ),
    (
        "extends-list-both-ways",
        "`measures`: the list is both replaced and changed; it must be replaced by a list, \
         or changed by `add`, `change` and `remove`",
    ),
    (
        "extends-without-source",
        "the protocol has 2 faults:\n\
         - `dose.sessions.source` is missing and must hold a source id: at most 24 ASCII \
         letters, digits and `. _ : / + -`\n\
         - `dose.sessions.basis` is missing and must hold one of `manual`, `guideline`, \
         `trial`, `practice`, `unseen`, `design`",
    ),
    (
        "extends-disagreeing",
        "the protocol our-clinic contradicts itself:\n\
         - `phases[3].typical.value`: the termination phase is the last and ends with \
         session 16; it must end with session 20, the typical number of sessions\n\
         - `cadence[0]`: the stretch is the last and ends with session 16; it must end with \
         session 20, the typical number of sessions",
    ),
    (
        "extends-faults",
        "the protocol has 22 faults:\n\
         - `title` is missing and must hold a text\n\
         - `grade`: `acute-16` has no such field; the field must be one of `id`, `version`, \
         `title`, `parent`, `for_whom`, `format`, `channels`, `group`, `phases`, `modules`, \
         `population`, `indications`, `contraindications`, `entry_scores`, `dose`, \
         `cadence`, `tracks`, `focus`, `area_labels`, `specialisations`, `initial`, \
         `middle`, `ending`, `maintenance`, `safety`, `timing`, `measurement`, `measures`, \
         `work`, `techniques`, `proscribed`, `tasks`, `participants`, `contacts`, \
         `anchors`, `steps`, `adjustments`, `sources`, `extends`, `source`, `basis`\n\
         - `group`: `acute-16` says nothing here that could be taken away; the field must \
         be left out\n\
         - `dose.session`: `acute-16` has no such field; the nearest is `sessions`\n\
         - `dose.minutes` holds a number and must hold an object with `value`, `source`, \
         `basis`\n\
         - `dose.first_minutes.source` is missing and must hold a source id: at most 24 \
         ASCII letters, digits and `. _ : / + -`\n\
         - `dose.weeks` holds null and must hold an object with `value`, `source`, `basis`\n\
         - `dose.time_frames.basis` is missing and must hold one of `manual`, `guideline`, \
         `trial`, `practice`, `unseen`, `design`\n\
         - `cadence`: the entries of this list have no names by which they could be told \
         apart; the list must be replaced by a list\n\
         - `focus` holds a list and must hold an object with any of `areas`, `max_active`, \
         `advised`, `grief_requires_death`, `deficits_last_resort`, `secondary_share`, \
         `off_focus_run`, `onset_window_months`, `parked_until`\n\
         - `initial.tasks.value.remove[0]`: `acute-16` has no entry `sick_roll` that could \
         be removed; the nearest is `sick_role`\n\
         - `initial.tasks.value.add[0]` holds a string and must hold one of \
         `consent_and_limits`, `psychiatric_history`, `symptom_review`, \
         `diagnosis_explicit`, `bipolar_psychosis_substance_screen`, \
         `suicide_risk_enquiry`, `baseline_severity`, `name_the_illness`, \
         `psychoeducation`, `sick_role`, `medication_evaluation`, `medical_check`, \
         `interpersonal_inventory`, `onset_timeline`, `problem_area_selection`, \
         `interpersonal_formulation`, `patient_agreement`, `explain_ipt`, \
         `treatment_goals`, `treatment_contract`, `contingency_talk`, `support_mapping`, \
         `closeness_circle`, `prior_therapy_review`, `significant_other_contact`, \
         `initial_relief`\n\
         - `measures.replace` is not known; accepted there are `add`, `change`, `remove`\n\
         - `measures.remove[0]`: `acute-16` has no entry `phq9` that could be removed; the \
         nearest is `phq-9`\n\
         - `measures.remove[2]`: `bdi-ii` is removed twice; it must be named once\n\
         - `measures.remove[3]` holds a number and must hold the name of an entry\n\
         - `measures.add[0]`: `acute-16` has an entry `phq-9` already; it must be named \
         under `remove` as well, or stand under `change`\n\
         - `measures.add[1].cadence` holds a string and must hold one of `every_session`, \
         `before_and_after`, `every_weeks`, `every_sessions`, `daily`\n\
         - `measures.add[1].source` is missing and must hold a source id: at most 24 ASCII \
         letters, digits and `. _ : / + -`\n\
         - `techniques` holds a string and must hold a list, or an object with any of `add`, \
         `change`, `remove`\n\
         - `adjustments` holds an object without a field and must hold a list, or an object \
         with any of `add`, `change`, `remove`\n\
         - `parent`: the protocol extends `acute-16`, and another parent is given; the \
         parent must be left out, or be `acute-16`",
    ),
];

#[test]
fn a_file_that_is_no_protocol_is_told_the_field_the_place_and_what_would_be_accepted() {
    let folder = folder("broken-protocols");
    let told: Vec<_> = NO_PROTOCOLS
        .iter()
        .map(|(name, _)| {
            let text = fs::read_to_string(folder.join(name).with_extension("json")).unwrap();
            (
                *name,
                serde_json::from_str::<Protocol>(&text)
                    .unwrap_err()
                    .to_string(),
            )
        })
        .collect();
    let expected: Vec<_> = NO_PROTOCOLS
        .iter()
        .map(|(name, words)| (*name, words.to_string()))
        .collect();
    assert_eq!(told, expected);
    assert_eq!(fs::read_dir(folder).unwrap().count(), NO_PROTOCOLS.len());
}

#[test]
fn a_protocol_within_a_course_is_told_the_same() {
    let course =
        stored("protocol-disagrees").replace("\"grief_requires_death\"", "\"grief_without_death\"");
    let error = serde_json::from_str::<Course>(&course)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with(
            "`protocol.spec.focus.grief_without_death` is not known; accepted there are `areas`, "
        ),
        "{error}"
    );
    let course = stored("protocol-disagrees").replace("\"typical\": 16", "\"typical\": \"MARKER\"");
    let error = serde_json::from_str::<Course>(&course)
        .unwrap_err()
        .to_string();
    let words = "`protocol.spec.dose.sessions.value.typical` holds a string and must hold a whole number from 0 to 65535";
    assert!(error.starts_with(words), "{error}");
}

#[test]
fn scores_safety_administration_and_corrections_are_accepted_after_the_closing() {
    let text = fs::read_to_string(folder("accepted").join("after-closing.json")).unwrap();
    let course: Course = serde_json::from_str(&text).unwrap();
    assert_eq!(course.state().phase(), Phase::Closed);
    let closed = course
        .facts()
        .position(|(.., fact)| fact.kind() == FactKind::Closed)
        .unwrap();
    let after: Vec<_> = course
        .facts()
        .skip(closed + 1)
        .map(|(.., fact)| fact.kind())
        .collect();
    assert_eq!(
        after,
        [
            FactKind::Scored,
            FactKind::EnquiryMade,
            FactKind::Contact,
            FactKind::DocumentFiled
        ]
    );
    assert_eq!(course.revision(), 8);
    assert_eq!(course.state().held(), 1);
}

#[test]
fn a_rule_of_safety_is_not_waived_and_the_message_says_why() {
    assert_eq!(
        message("waives-safety"),
        "entry 2: the rule IPT-189 cannot be waived: it guards safety or the integrity of the record"
    );
}
