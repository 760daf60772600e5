//! English words, a file for each part of the crate.

mod care;
mod labels;
mod machine;
mod plan;
mod protocol;
mod record;
mod rule;

pub(crate) use labels::LABELS;

use super::Words;

/// What the members of all vocabularies are called.
pub(crate) static WORDS: &[&[Words]] = &[
    care::WORDS,
    machine::WORDS,
    plan::WORDS,
    protocol::WORDS,
    record::WORDS,
    rule::WORDS,
];

/// The parameters of a protocol that plans speak of, by their path.
pub(crate) static PARAMETERS: &[(&str, &str)] = &[
    ("cadence", "the spacing of sessions"),
    ("dose.sessions", "the number of sessions"),
    ("ending.sessions_min", "the shortest ending"),
    ("ending.tasks", "the tasks of the ending"),
    ("focus.areas", "work on the focus"),
    ("initial.sessions_most", "the longest initial phase"),
    ("initial.sick_role", "the sick role"),
    ("measurement.max_gap", "how often a score is taken"),
    ("measurement.review_by", "the review of progress"),
    (
        "measurement.review_response",
        "what follows where little has changed",
    ),
    ("measures", "its measures"),
    (
        "middle.acting_by",
        "when work turns from exploring to acting",
    ),
    ("middle.affect_by", "when feelings are expressed"),
    ("middle.incident_run", "work on recent events"),
    (
        "middle.unmentioned_run",
        "how often the sessions left are mentioned",
    ),
    ("participants", "who takes part"),
    ("phases", "what its phases hold and how long they are"),
    ("tasks", "tasks of its own"),
    ("timing.gap_warn", "the longest gap between sessions"),
    ("tracks", "sessions beside the main track"),
    ("work.between_sessions", "work between sessions"),
];
