//! German words, a file for each part of the crate.

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
    ("cadence", "Abstand der Sitzungen"),
    ("dose.sessions", "Zahl der Sitzungen"),
    ("ending.sessions_min", "kürzeste Beendigungsphase"),
    ("ending.tasks", "Aufgaben der Beendigungsphase"),
    ("focus.areas", "Arbeit am Fokus"),
    ("initial.sessions_most", "längste initiale Phase"),
    ("initial.sick_role", "Krankenrolle"),
    ("measurement.max_gap", "Häufigkeit der Messungen"),
    ("measurement.review_by", "Überprüfung des Fortschritts"),
    (
        "measurement.review_response",
        "Vorgehen bei geringer Veränderung",
    ),
    ("measures", "Messinstrumente des Therapieprotokolls"),
    ("middle.acting_by", "Übergang vom Erkunden zum Handeln"),
    ("middle.affect_by", "Ausdruck von Gefühlen"),
    ("middle.incident_run", "Arbeit an aktuellen Ereignissen"),
    (
        "middle.unmentioned_run",
        "Häufigkeit, mit der die restlichen Sitzungen angesprochen werden",
    ),
    ("participants", "Teilnehmende"),
    ("phases", "Inhalt und Länge der Phasen"),
    ("tasks", "eigene Aufgaben des Therapieprotokolls"),
    ("timing.gap_warn", "längster Abstand zwischen Sitzungen"),
    ("tracks", "Sitzungen neben der Hauptreihe"),
    ("work.between_sessions", "Arbeit zwischen den Sitzungen"),
];
