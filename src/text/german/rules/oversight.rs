//! Supervision, and what was said when the protocol was left.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-020",
        must: "Wer die Sitzungen durchführt und welche Ausbildung dafür vorliegt, sollte dokumentiert und Supervision vereinbart sein.",
        cases: &[
            CaseText::new(
                "not_arranged",
                "Laut Dokumentation ist für die Therapeutin oder den Therapeuten, zuständig seit dem {day}, keine Supervision vereinbart.",
            ),
            CaseText::new(
                "not_told",
                "Zur Therapeutin oder zum Therapeuten, zuständig seit dem {day}, ist nicht dokumentiert: {missing}.",
            ),
            CaseText::new(
                "nobody",
                "Zu {found:Sitzung|Sitzungen}, {found|am|zuletzt am} {day}, ist nicht dokumentiert, wer sie durchgeführt hat.",
            ),
            CaseText::new(
                "not_assigned",
                "Es ist nicht dokumentiert, wer die Behandlung übernommen hat, und damit auch nichts über Ausbildung und Supervision.",
            ),
        ],
    },
    RuleText {
        code: "IPT-230",
        must: "Sitzungen von Therapeutinnen und Therapeuten, die in Ausbildung sind oder unter Supervision arbeiten, sollten ohne lange Abstände \
               supervidiert werden.",
        cases: &[
            CaseText::new(
                "stretch",
                "Bis zum {day} ist zu {found:Sitzung|Sitzungen} hintereinander keine Supervision dokumentiert (durchgeführt durch: {standing}); das \
                 Protokoll lässt {most} zu.",
            ),
            CaseText::new(
                "share",
                "Die dokumentierte Supervision umfasste {part} von {whole} Sitzungen, die in Ausbildung durchgeführt wurden; das Therapieprotokoll \
                 verlangt {least}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-232",
        must: "Ein externes Adhärenzrating sollte den Wert erreichen, den die Zertifizierung verlangt.",
        cases: &[CaseText::new(
            "below",
            "Ein externes Adhärenzrating vom {day} lag bei {whole},{tenths} von {of}; die Zertifizierung verlangt {least},0.",
        )],
    },
    RuleText {
        code: "IPT-240",
        must: "Eine Ausnahme sollte in einem Satz begründen, warum vom Therapieprotokoll abgewichen wurde.",
        cases: &[CaseText::new(
            "no_reason",
            "Die Ausnahme zu {rule} vom {day} nannte keinen Grund in Worten.",
        )],
    },
    RuleText {
        code: "IPT-243",
        must: "Viele Ausnahmen zugleich, oder eine wiederholte Ausnahme, sollten in der Supervision besprochen werden.",
        cases: &[
            CaseText::new(
                "many",
                "Am {day} {found|galt|galten} {found:Ausnahme|Ausnahmen} zugleich, und seitdem ist keine Supervision dokumentiert; das Therapieprotokoll lässt \
                 {most} zu.",
            ),
            CaseText::new(
                "again",
                "Am {day} wurde zum wiederholten Mal eine Ausnahme von derselben Regel gemacht, {rule}; seitdem ist keine Supervision dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-244",
        must: "Ändert eine Ausnahme, was vereinbart war, sollte die behandelte Person zustimmen.",
        cases: &[
            CaseText::new(
                "not_agreed",
                "Die Ausnahme zu {rule} vom {day} war laut Dokumentation nicht mit der behandelten Person abgesprochen.",
            ),
            CaseText::new(
                "silent",
                "Ob die behandelte Person der Ausnahme zu {rule} vom {day} zugestimmt hat, ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-245",
        must: "Eine Ausnahme soll von einem Menschen stammen.",
        cases: &[
            CaseText::new(
                "software",
                "Die Ausnahme zu {rule} vom {day} stammte von einer Software und nicht von einem Menschen.",
            ),
            CaseText::new(
                "inferred",
                "Die Ausnahme zu {rule} vom {day} war aus anderen Daten abgeleitet und stammte nicht von einem Menschen.",
            ),
        ],
    },
    RuleText {
        code: "IPT-246",
        must: "Ein Wechsel des Therapieprotokolls während der Behandlung sollte begründet sein.",
        cases: &[
            CaseText::new(
                "changed",
                "Ab dem {day} lief die Behandlung unter {after} statt {before}, ohne dass ein Grund dokumentiert ist.",
            ),
            CaseText::new(
                "renewed",
                "Am {day} wurde die Behandlung erneut unter {after} gestellt, Version {version}, ohne dass ein Grund dokumentiert ist.",
            ),
        ],
    },
    RuleText {
        code: "IPT-248",
        must: "Ausnahme ohne Feststellung, die sie abdeckt",
        cases: &[CaseText::new(
            "idle",
            "Die Ausnahme zu {rule} vom {day} deckte nichts ab, was festgestellt wurde.",
        )],
    },
];
