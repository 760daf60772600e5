//! What a protocol asks for by name.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-277",
        must: "Ein Messinstrument des Therapieprotokolls soll so oft eingesetzt werden, wie das Therapieprotokoll es vorsieht.",
        cases: &[
            CaseText::new(
                "never",
                "Bis zum {as_of} war kein Messwert eines Instruments dokumentiert, das {protocol} nennt ({instrument}).",
            ),
            CaseText::new(
                "missed",
                "Zu {found} von {whole} Sitzungen war kein Messwert dokumentiert ({instrument}), zuerst zur Sitzung vom {day}; {protocol} sieht ihn in jeder \
                 Sitzung vor.",
            ),
            CaseText::new(
                "run",
                "Vom {from} bis zum {day} war in {found:Sitzung|Sitzungen} hintereinander kein Messwert dokumentiert ({instrument}); {protocol} sieht \
                 mindestens alle {found:Sitzung|Sitzungen} einen vor.",
            ),
            CaseText::new(
                "weeks",
                "Nach dem {from} war bis zum {day} kein Messwert dokumentiert ({instrument}); {protocol} sieht mindestens alle {weeks:Woche|Wochen} einen vor.",
            ),
            CaseText::new(
                "before",
                "Bis zur ersten Sitzung am {day} war kein Messwert dokumentiert ({instrument}); {protocol} sieht einen vor der Behandlung und einen danach \
                 vor.",
            ),
            CaseText::new(
                "after",
                "Vom {day} bis zum Abschluss am {closed} war kein Messwert dokumentiert ({instrument}); {protocol} sieht einen vor der Behandlung und einen \
                 danach vor.",
            ),
        ],
    },
    RuleText {
        code: "IPT-278",
        must: "Ein Tagebuch des Therapieprotokolls soll in der initialen Phase begonnen werden.",
        cases: &[
            CaseText::new(
                "never",
                "Bis zum {as_of} war das Tagebuch, das {protocol} vorsieht ({instrument}), weder als vereinbart noch als geführt \
                 dokumentiert.",
            ),
            CaseText::new(
                "late",
                "Bis zum {day} war das Tagebuch, das {protocol} vorsieht ({instrument}), weder als vereinbart noch als begonnen dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-279",
        must: "Arbeit zwischen den Sitzungen in einer Art, die das Therapieprotokoll nicht vorsieht",
        cases: &[
            CaseText::new(
                "agreed",
                "In {sessions:Sitzung|Sitzungen}, zuletzt am {day}, wurden Aufgaben für die Zeit zwischen den Sitzungen vereinbart ({kinds}); {protocol} sieht solche Aufgaben nicht vor.",
            ),
            CaseText::new(
                "promised",
                "Der Therapievertrag vom {day} nannte systematische Hausaufgaben, die {protocol} nicht vorsieht.",
            ),
        ],
    },
    RuleText {
        code: "IPT-281",
        must: "Eine Aufgabe des Therapieprotokolls sollte bis zu ihrer Sitzung erledigt sein.",
        cases: &[
            CaseText::new(
                "stated",
                "Bis zur Sitzung {by} am {day} war von einer Aufgabe aus {protocol} dokumentiert, dass sie nicht erledigt wurde ({task}).",
            ),
            CaseText::new(
                "late",
                "Bis zur Sitzung {by} am {day} war eine Aufgabe nicht als erledigt dokumentiert, die {protocol} bis dahin vorsieht ({task}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-282",
        must: "Was das Therapieprotokoll verlangt, soll bis zum Ende erledigt sein; was es ausschließt, soll nicht vorkommen.",
        cases: &[
            CaseText::new(
                "stated",
                "Bis zum {as_of} war von einer Aufgabe aus {protocol} dokumentiert, dass sie nicht erledigt wurde ({task}).",
            ),
            CaseText::new(
                "never",
                "Bis zum {as_of} war eine Aufgabe aus {protocol} nicht als erledigt dokumentiert ({task}).",
            ),
            CaseText::new(
                "left_out",
                "Am {day} war eine Aufgabe als erledigt dokumentiert, die {protocol} auslässt ({task}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-283",
        must: "Eine Technik, die das Therapieprotokoll bevorzugt, sollte vorkommen; eine, die es auslässt, sollte nicht vorkommen.",
        cases: &[
            CaseText::new(
                "never",
                "Die Behandlung wurde am {closed} abgeschlossen, und {missing|eine Technik|Techniken}, die {protocol} bevorzugt, {missing|war|waren} nie \
                 dokumentiert ({missing}).",
            ),
            CaseText::new(
                "left_out",
                "In {sessions:Sitzung|Sitzungen}, zuletzt am {day}, {found|kam eine Technik|kamen Techniken} vor, die {protocol} auslässt ({found}).",
            ),
        ],
    },
];
