//! What adherence scales and rules of accreditation ask of a session record, and which rules ask
//! it.

/// A question, and the codes of the rules that ask it.
pub(crate) const QUESTIONS: &[(&str, &[&str])] = &[
    (
        "the assessment has a diagnosis, the question about suicide, a baseline and a decision on suitability",
        &["IPT-015", "IPT-031", "IPT-032", "IPT-033"],
    ),
    (
        "the illness is named and the sick role given in the initial phase",
        &["IPT-035"],
    ),
    (
        "an inventory with at least one person, in the initial phase",
        &["IPT-040", "IPT-041", "IPT-042"],
    ),
    ("a timeline of symptoms and events", &["IPT-045", "IPT-070"]),
    (
        "one primary focus, at most one more, before the middle phase",
        &["IPT-055", "IPT-056", "IPT-057", "IPT-101"],
    ),
    (
        "formulation shared and contract agreed before the middle phase",
        &[
            "IPT-075", "IPT-077", "IPT-081", "IPT-082", "IPT-085", "IPT-091", "IPT-100",
        ],
    ),
    (
        "each middle session has a review of symptoms and a strategy of the focus",
        &["IPT-111", "IPT-113"],
    ),
    (
        "a strategy belongs to the focus in force",
        &["IPT-101", "IPT-115"],
    ),
    (
        "a change of focus has a reason and is renegotiated",
        &["IPT-076", "IPT-088", "IPT-149"],
    ),
    (
        "the end is spoken of two to four sessions before the last",
        &["IPT-200", "IPT-201"],
    ),
    (
        "the ending covers gains, signs of relapse, feelings, next steps, maintenance",
        &[
            "IPT-203", "IPT-204", "IPT-205", "IPT-206", "IPT-207", "IPT-208",
        ],
    ),
    (
        "number, spacing and length lie within bounds; an extension is a decision",
        &[
            "IPT-008", "IPT-046", "IPT-083", "IPT-084", "IPT-088", "IPT-104", "IPT-106", "IPT-107",
            "IPT-156", "IPT-158", "IPT-159", "IPT-160", "IPT-161", "IPT-162", "IPT-170", "IPT-172",
            "IPT-173",
        ],
    ),
    (
        "a score at least every four sessions",
        &["IPT-111", "IPT-176", "IPT-177", "IPT-182"],
    ),
    (
        "an endorsed safety item is answered in the same session",
        &["IPT-186", "IPT-187", "IPT-189"],
    ),
    (
        "a safety item that was left out is followed up",
        &["IPT-186", "IPT-187"],
    ),
    (
        "something to try is agreed in each middle session and looked at in the next",
        &["IPT-116", "IPT-119", "IPT-279"],
    ),
    (
        "activities off the model stay rare",
        &["IPT-120", "IPT-128"],
    ),
    (
        "the therapist is trained and supervised, and adherence was rated",
        &["IPT-020", "IPT-230", "IPT-232"],
    ),
    (
        "missed sessions are followed up; long gaps have a reason",
        &[
            "IPT-156", "IPT-164", "IPT-165", "IPT-166", "IPT-167", "IPT-168", "IPT-169", "IPT-203",
        ],
    ),
    (
        "maintenance has a contract and a frequency, and a return of the illness is answered",
        &["IPT-220", "IPT-223", "IPT-225", "IPT-228"],
    ),
];
