//! How a variant is delivered.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-251",
        must: "Endet die Behandlung laut Therapieprotokoll nach einer Zahl von Wochen, soll danach keine Sitzung mehr stattfinden.",
        cases: &[CaseText::asking(
            "beyond",
            "Ab dem {day} {beyond|fand|fanden} {beyond:Sitzung|Sitzungen} mehr als {weeks:Woche|Wochen} nach der ersten vom {other} statt; laut \
             {protocol} endet die Behandlung dann, und eine Vereinbarung über eine längere Behandlung war nicht dokumentiert.",
            "Ab dem {day} {beyond|fand|fanden} {beyond:Sitzung|Sitzungen} mehr als {weeks:Woche|Wochen} nach der ersten vom {other} statt, womit die \
             Behandlung laut {protocol} endet. Wurde eine längere Behandlung vereinbart?",
        )],
    },
    RuleText {
        code: "IPT-254",
        must: "Was laut Therapieprotokoll vor der Hauptbehandlung stattfindet, soll vor ihr stattgefunden haben.",
        cases: &[
            CaseText::new(
                "never",
                "Die Hauptbehandlung begann am {day}, ohne dass ein Vorgespräch dokumentiert war; {protocol} sieht {least} vor.",
            ),
            CaseText::new(
                "few",
                "Als die Hauptbehandlung am {day} begann, {found|war|waren} {found} von {least} Vorgesprächen dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-257",
        must: "Sitzungen neben der Hauptbehandlung sollen stattfinden, wie das Therapieprotokoll sie vorsieht.",
        cases: &[
            CaseText::new(
                "never",
                "Die Behandlung wurde am {by} abgeschlossen, ohne dass eine Sitzung der Art dokumentiert war, die {protocol} neben der \
                 Hauptbehandlung vorsieht ({track}).",
            ),
            CaseText::new(
                "few",
                "Als die Behandlung am {by} abgeschlossen wurde, {found|war|waren} {found} von {least} Sitzungen neben der Hauptbehandlung \
                 dokumentiert ({track}).",
            ),
            CaseText::new(
                "never_midway",
                "Die Hauptsitzungen endeten am {by}, ohne dass das Zwischengespräch dokumentiert war, das {protocol} in ihrer Mitte vorsieht.",
            ),
            CaseText::new(
                "few_midway",
                "Bis zur letzten Hauptsitzung am {by} {found|war|waren} {found} von {least} Zwischengesprächen dokumentiert, die {protocol} in der Mitte \
                 vorsieht.",
            ),
        ],
    },
    RuleText {
        code: "IPT-259",
        must: "Eine Phase, die mit einer Beurteilung endet, sollte erst nach dieser Beurteilung enden.",
        cases: &[
            CaseText::new(
                "judged_otherwise",
                "Am {day} endete eine Phase ({phase}), obwohl das Kriterium dafür ({criterion}) am {judged} als nicht erreicht beurteilt worden war.",
            ),
            CaseText::asking(
                "not_judged",
                "Am {day} endete eine Phase ({phase}), und eine Beurteilung des Kriteriums dafür war nicht dokumentiert ({criterion}).",
                "Am {day} endete eine Phase ({phase}). War das Kriterium dafür bis dahin erreicht ({criterion})?",
            ),
        ],
    },
    RuleText {
        code: "IPT-260",
        must: "Module sollten in der Reihenfolge des Therapieprotokolls aufeinander folgen.",
        cases: &[
            CaseText::new(
                "back",
                "Das am {day} begonnene Modul ({module}) folgte auf eines, das in der Reihenfolge von {protocol} erst nach ihm kommt ({previous}).",
            ),
            CaseText::new(
                "other_phase",
                "Das am {day} begonnene Modul ({module}) wurde in einer anderen Phase dokumentiert als in {protocol}: {phase} statt {expected}.",
            ),
            CaseText::new(
                "unknown",
                "Am {day} begann ein Modul unter einem Namen, den {protocol} nicht kennt ({module}).",
            ),
            CaseText::new(
                "skipped",
                "Das am {day} begonnene Modul ({module}) folgte direkt auf ein anderes ({previous}); was danach in der Reihenfolge von {protocol} als \
                 Nächstes kommt, war nicht dokumentiert ({expected}).",
            ),
            CaseText::new(
                "first_skipped",
                "Das erste dokumentierte Modul, am {day} begonnen, war {module}; nach {protocol} ist das erste {expected}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-261",
        must: "Wer an einer Gruppe teilnimmt, sollte bis zu der Gruppensitzung dazukommen, bis zu der das Therapieprotokoll es vorsieht.",
        cases: &[
            CaseText::new(
                "joined_late",
                "Die erste dokumentierte Gruppensitzung des Mitglieds, am {day}, war die Sitzung {found} der Gruppe; {protocol} nimmt bis zur Sitzung {most} \
                 Mitglieder auf.",
            ),
            CaseText::new(
                "joined_within",
                "Die erste dokumentierte Gruppensitzung des Mitglieds, am {day}, war die Sitzung {found} der Gruppe; {protocol} sieht einen Einstieg nach dem \
                 Beginn vor.",
            ),
            CaseText::asking(
                "unnumbered",
                "Es ist nicht dokumentiert, die wievielte Sitzung der Gruppe die erste Sitzung des Mitglieds am {day} war.",
                "Die erste Sitzung des Mitglieds war am {day}. Die wievielte Sitzung der Gruppe war das?",
            ),
        ],
    },
    RuleText {
        code: "IPT-262",
        must: "Sitzungen sollten in einer Form stattfinden, die das Therapieprotokoll vorsieht.",
        cases: &[
            CaseText::new(
                "some",
                "Von {whole:Sitzung|Sitzungen} {found|fand|fanden} {found} in einer Form statt, die {protocol} nicht vorsieht ({modes}), zuletzt am {day}.",
            ),
            CaseText::new(
                "most",
                "Von {whole:Sitzung|Sitzungen} {found|fand|fanden} {found} in einer Form statt, die {protocol} nicht vorsieht ({modes}), zuletzt am {day}; das ist mehr als die Hälfte.",
            ),
        ],
    },
    RuleText {
        code: "IPT-263",
        must: "Äußeres Ereignis, bis zu dem eine Phase enden sollte",
        cases: &[
            CaseText::asking(
                "went_on",
                "Eine Phase ({phase}) war am {date} nicht zu Ende, dem dokumentierten Tag eines äußeren Ereignisses ({event}), und eine neue Vereinbarung \
                 über das Ende war nicht dokumentiert.",
                "Eine Phase ({phase}) war am {date} nicht zu Ende, dem dokumentierten Tag eines äußeren Ereignisses ({event}). Wurde der Plan neu \
                 besprochen?",
            ),
            CaseText::asking(
                "moved",
                "Am {day} wurde der Tag eines äußeren Ereignisses auf den {date} verschoben ({event}), und eine neue Vereinbarung über das Ende war nicht \
                 dokumentiert.",
                "Am {day} wurde der Tag eines äußeren Ereignisses auf den {date} verschoben ({event}). Wurde der Plan neu besprochen?",
            ),
            CaseText::asking(
                "undated",
                "Bis zur Sitzung vom {day} war kein Tag des äußeren Ereignisses dokumentiert, von dem das Ende abhängt ({event}).",
                "Das Ende hängt von einem äußeren Ereignis ab ({event}). An welchem Tag wird es erwartet?",
            ),
        ],
    },
    RuleText {
        code: "IPT-264",
        must: "Bis zu dem Zeitpunkt, den das Therapieprotokoll nennt, sollte beurteilt sein, ob die Behandlung anders weitergeht.",
        cases: &[
            CaseText::new(
                "not_judged",
                "Bis zum {by}, wenn {protocol} eine Beurteilung über das weitere Vorgehen vorsieht, war keine dokumentiert (Kriterium: {criterion}).",
            ),
            CaseText::asking(
                "nothing_followed",
                "Das Kriterium für das weitere Vorgehen nach {protocol} ({criterion}) wurde am {day} als nicht erreicht beurteilt, und danach ist keiner der \
                 Schritte dokumentiert, die dann folgen sollten ({options}).",
                "Das Kriterium für das weitere Vorgehen nach {protocol} ({criterion}) wurde am {day} als nicht erreicht beurteilt. Welcher Schritt folgte?",
            ),
        ],
    },
];
