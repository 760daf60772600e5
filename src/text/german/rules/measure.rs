//! Messwerte und was auf sie folgt.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-176",
        must: "Löst ein Messinstrument ein anderes ab, sollte es einen Tag mit einem Messwert auf beiden geben.",
        cases: &[CaseText::new(
            "no_overlap",
            "Bis zum {day} hatte das Messinstrument von {before} zu {after} gewechselt, und für keinen Tag ist ein Messwert auf beiden dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-177",
        must: "Es sollte mindestens so oft gemessen werden, wie das Therapieprotokoll es vorsieht.",
        cases: &[
            CaseText::new(
                "no_score",
                "Bis zum {day} ist für {found:Sitzung|Sitzungen} hintereinander kein Messwert dokumentiert; {protocol} lässt {most} ohne Messwert zu.",
            ),
            CaseText::new(
                "not_validated",
                "Bis zum {day} sind für {found:Sitzung|Sitzungen} hintereinander nur Messwerte auf Skalen dokumentiert, die bekanntermaßen nicht \
                 validiert sind und in {protocol} nicht genannt werden; dort sind {most} ohne anderen Messwert zugelassen.",
            ),
        ],
    },
    RuleText {
        code: "IPT-179",
        must: "Bis zur Behandlungsmitte sollte der Fortschritt mit der behandelten Person überprüft werden.",
        cases: &[CaseText::new(
            "not_reviewed",
            "Bis zur Behandlungsmitte, der Sitzung vom {day}, war keine Überprüfung des Fortschritts mit der behandelten Person dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-180",
        must: "Hat sich bis zur Behandlungsmitte wenig verändert, sollte eine andere Möglichkeit erwogen werden, als weiterzumachen wie bisher.",
        cases: &[
            CaseText::asking(
                "little",
                "Bis zur Behandlungsmitte, der Sitzung vom {day}, hatte sich der Wert ({instrument}) nicht genügend gebessert (er ging von {from} auf {to}); dass eine Änderung des Vorgehens erwogen wurde, ist nicht dokumentiert.",
                "Bis zur Behandlungsmitte, der Sitzung vom {day}, hatte sich der Wert ({instrument}) nicht genügend gebessert (er ging von {from} auf {to}). Welche Änderungen des Vorgehens wurden erwogen?",
            ),
            CaseText::asking(
                "none",
                "Bis zur Behandlungsmitte, der Sitzung vom {day}, stand der Wert ({instrument}) wie zu Beginn bei {to}; dass eine Änderung des Vorgehens erwogen wurde, ist nicht dokumentiert.",
                "Bis zur Behandlungsmitte, der Sitzung vom {day}, stand der Wert ({instrument}) wie zu Beginn bei {to}. Welche Änderungen des Vorgehens wurden erwogen?",
            ),
        ],
    },
    RuleText {
        code: "IPT-181",
        must: "Haben sich die Symptome deutlich verschlechtert, sollte der Fortschritt bis zur nächsten Sitzung überprüft werden.",
        cases: &[CaseText::asking(
            "worse",
            "Der Wert ({instrument}) verschlechterte sich von {from} am {since} auf {to} am {day}, und bis zur nächsten Sitzung, der vom {other}, ist keine Überprüfung \
             des Fortschritts mit der behandelten Person dokumentiert.",
            "Der Wert ({instrument}) verschlechterte sich von {from} am {since} auf {to} am {day}. Wurde der Fortschritt bis zur nächsten Sitzung, der vom {other}, mit \
             der behandelten Person überprüft?",
        )],
    },
    RuleText {
        code: "IPT-182",
        must: "Eine regulär beendete Behandlung sollte einen Messwert aus ihren letzten Sitzungen haben.",
        cases: &[CaseText::new(
            "no_score",
            "Die Behandlung wurde am {day} als regulär beendet abgeschlossen, und ab dem {other} ist kein Messwert dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-183",
        must: "Das klinische Ergebnis sollte mit den Messwerten übereinstimmen, oder es sollte gesagt sein, warum nicht.",
        cases: &[CaseText::asking(
            "differs",
            "Am {day} wurde als Ergebnis „{result}“ dokumentiert, während der erste Wert ({instrument}) {from} und der letzte {to} war, und ein Grund war \
             nicht dokumentiert.",
            "Am {day} wurde als Ergebnis „{result}“ dokumentiert, während der erste Wert ({instrument}) {from} und der letzte {to} war. Warum weichen \
             sie voneinander ab?",
        )],
    },
    RuleText {
        code: "IPT-184",
        must: "Messwerte sollten der behandelten Person zurückgemeldet werden.",
        cases: &[
            CaseText::new(
                "not_fed_back",
                "Von {whole:Messwert|Messwerten} {part|ist|sind} {part} als nicht an die behandelte Person zurückgemeldet dokumentiert, der erste vom \
                 {day}.",
            ),
            CaseText::new(
                "silent",
                "Ob einer von {whole:Messwert|Messwerten} der behandelten Person zurückgemeldet wurde, ist nicht dokumentiert.",
            ),
        ],
    },
];
