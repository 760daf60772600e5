//! Whether a message is in plain words.

/// Words that make a riddle of a message: a noun with "no" or "none" in place of a verb, a pronoun
/// far from its noun, what stands or is had where something is listed or counts.
const RIDDLES: &[&str] = &[
    " is none",
    " are none",
    "those",
    "the other",
    "the one",
    "the two",
    "and these",
    "there;",
    " no place",
    " stand ",
    " stands ",
    "lies ",
    "may not",
    " has in ",
];

/// Asserts that a message has none of them, no name of the wire outside backquotes, and says what
/// is accepted.
#[track_caller]
pub(crate) fn assert_plain(message: &str) {
    // What is quoted is somebody else's words.
    let mut plain = String::new();
    for (at, part) in message.split(['`', '“', '”']).enumerate() {
        plain.push_str(if at % 2 == 0 { part } else { "…" });
    }
    assert_eq!(
        message.matches('`').count() % 2,
        0,
        "a backquote is left open: {message}"
    );
    assert!(
        !plain.contains('_'),
        "a name of the wire without backquotes: {message}"
    );
    for riddle in RIDDLES {
        assert!(!plain.contains(riddle), "{riddle:?} in: {message}");
    }
    let accepted = ["must", "can", "could", "expected", "nearest"];
    assert!(
        accepted.iter().any(|word| plain.contains(word)),
        "nothing says what is accepted: {message}"
    );
    assert!(
        !message.ends_with('.') && !message.contains(['{', '}']),
        "{message}"
    );
}
