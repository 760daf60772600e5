//! Continuation and maintenance.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-220",
        must: "Fortsetzungs- und Erhaltungstherapie sollen mit einem eigenen Vertrag beginnen, in dem steht, wie oft, wie lange und wozu.",
        cases: &[
            CaseText::new(
                "no_contract",
                "Am {day} begann eine neue Phase ({phase}), und ein eigener Vertrag dafür ist nicht dokumentiert.",
            ),
            CaseText::new(
                "open",
                "Der Vertrag vom {day} ({phase}) ließ offen: {missing}.",
            ),
            CaseText::new(
                "no_focus",
                "Die erste Sitzung nach der Akutbehandlung ({phase}) war am {first}, und ein Fokus ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-221",
        must: "Eine Erhaltungstherapie soll in Remission oder nahe daran beginnen.",
        cases: &[
            CaseText::new(
                "not_reached",
                "Die Erhaltungstherapie begann am {began}, obwohl am {judged} beurteilt worden war, dass die behandelte Person nicht nahe an einer \
                 Remission war.",
            ),
            CaseText::new(
                "ill_by_score",
                "Die Erhaltungstherapie begann am {began} mit einem Wert von {total} ({instrument}) am {taken}, wo der Grenzwert der Remission \
                 {level} ist, und eine Beurteilung der Remission ist nicht dokumentiert.",
            ),
            CaseText::asking(
                "well_by_score",
                "Die Erhaltungstherapie begann am {began}, {instrument} lag am {taken} bei {total} (Remission bis {level}), und es ist kein Urteil \
                 dokumentiert, dass die behandelte Person in Remission oder nahe daran war.",
                "Die Erhaltungstherapie begann am {began}, {instrument} lag am {taken} bei {total}. Wurde geurteilt, dass die behandelte Person in \
                 Remission oder nahe daran war?",
            ),
            CaseText::asking(
                "not_judged",
                "Die Erhaltungstherapie begann am {began}, und eine Beurteilung, dass die behandelte Person in Remission oder nahe daran war, ist \
                 nicht dokumentiert.",
                "Die Erhaltungstherapie begann am {began}. War die behandelte Person in Remission oder nahe daran?",
            ),
        ],
    },
    RuleText {
        code: "IPT-223",
        must: "Die Sitzungen der Fortsetzungs- und der Erhaltungstherapie sollten den Abstand ihres Vertrags einhalten.",
        cases: &[
            CaseText::asking(
                "long",
                "Zwischen den Sitzungen vom {from} und vom {day} lagen {days:Tag|Tage}; vereinbart war eine alle {interval:Tag|Tage}.",
                "Zwischen den Sitzungen vom {from} und vom {day} lagen {days:Tag|Tage}; vereinbart war eine alle {interval:Tag|Tage}. Was lag \
                 dazwischen?",
            ),
            CaseText::asking(
                "since",
                "Am {day} lag die Sitzung vom {from} {days:Tag|Tage} zurück; vereinbart war eine alle {interval:Tag|Tage}.",
                "Am {day} lag die Sitzung vom {from} {days:Tag|Tage} zurück; vereinbart war eine alle {interval:Tag|Tage}. Was ist seither \
                 geschehen?",
            ),
            CaseText::asking(
                "covered_in_part",
                "Von der Sitzung vom {from} bis zum {day} vergingen {days:Tag|Tage}, {covered} davon durch eine Pause, eine Unterbrechung oder eine \
                 Aufnahme erklärt; vereinbart war eine Sitzung alle {interval:Tag|Tage}.",
                "Von der Sitzung vom {from} bis zum {day} vergingen {days:Tag|Tage}, {covered} davon durch eine Pause, eine Unterbrechung oder eine \
                 Aufnahme erklärt; vereinbart war eine Sitzung alle {interval:Tag|Tage}. Was war in der übrigen Zeit?",
            ),
        ],
    },
    RuleText {
        code: "IPT-225",
        must: "Ist die Erkrankung wiedergekehrt, sollte neu geprüft werden, ob eine Akutbehandlung nötig ist.",
        cases: &[CaseText::asking(
            "not_assessed",
            "Am {other} wurde beurteilt, dass die Erkrankung wiedergekehrt war, und bis zur Sitzung vom {day} war keine neue Prüfung dokumentiert.",
            "Am {other} wurde beurteilt, dass die Erkrankung wiedergekehrt war. Was wurde zur Akutbehandlung entschieden?",
        )],
    },
    RuleText {
        code: "IPT-226",
        must: "Die Sitzungen der Fortsetzungs- und der Erhaltungstherapie sollten bei interpersonellen Themen bleiben.",
        cases: &[CaseText::new(
            "run",
            "Vom {from} bis zum {day} ist in {found:Sitzung|Sitzungen} hintereinander keine interpersonelle Arbeit dokumentiert; das Therapieprotokoll lässt \
             {most} zu.",
        )],
    },
    RuleText {
        code: "IPT-228",
        must: "Erhaltungssitzungen sollten weder dichter noch weiter auseinander vereinbart sein, als das Therapieprotokoll vorsieht.",
        cases: &[CaseText::new(
            "outside",
            "Nach der Vereinbarung vom {day} sollten zwischen den Erhaltungssitzungen {found:Tag|Tage} liegen; das Therapieprotokoll sieht {least} bis {most} \
             Tage vor.",
        )],
    },
    RuleText {
        code: "IPT-229",
        must: "Erhaltungstherapie ohne die Medikation, die für die letzte Remission nötig war",
        cases: &[
            CaseText::new(
                "none_taken",
                "Die Erhaltungstherapie begann am {day} nach einer Remission, die Medikamente gebraucht hatte, und laut Dokumentation nahm die \
                 behandelte Person bis dahin keine.",
            ),
            CaseText::asking(
                "silent",
                "Die Erhaltungstherapie begann am {day} nach einer Remission, die Medikamente gebraucht hatte, und Medikation ist nicht \
                 dokumentiert.",
                "Die Erhaltungstherapie begann am {day} nach einer Remission, die Medikamente gebraucht hatte. Nimmt die behandelte Person welche?",
            ),
        ],
    },
    RuleText {
        code: "IPT-267",
        must: "Keine Sitzung der Fortsetzungs- oder der Erhaltungstherapie sollte über deren Vertrag hinausgehen.",
        cases: &[CaseText::new(
            "beyond",
            "Die Sitzung vom {day} war die {found}. unter dem Vertrag vom {agreed} ({phase}), der {most} vorsah.",
        )],
    },
];
