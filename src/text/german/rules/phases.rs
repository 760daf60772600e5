//! Changes of phase.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-046",
        must: "Die initiale Phase sollte nicht mehr Sitzungen haben, als im Therapieprotokoll üblich sind.",
        cases: &[
            CaseText::new(
                "beyond_usual",
                "Vor einer späteren Phase als der {initial} ist die Zahl dokumentierter Sitzungen {found}; in {protocol} {most|ist|sind} {most} üblich, und die Sitzung vom {day} war die erste \
                 darüber.",
            ),
            CaseText::new(
                "beyond_most",
                "Vor einer späteren Phase als der {initial} ist die Zahl dokumentierter Sitzungen {found}; in {protocol} sind höchstens {most} vorgesehen, und die Sitzung vom {day} war die \
                 erste darüber.",
            ),
        ],
    },
    RuleText {
        code: "IPT-100",
        must: "Vor der mittleren Phase sollten die Aufgaben der initialen Phase laut Therapieprotokoll erledigt sein.",
        cases: &[
            CaseText::new(
                "not_done",
                "Laut Notizen bis zum {noted} {open|war|waren} {open:Aufgabe|Aufgaben} der initialen Phase nicht erledigt und noch offen, {due}: {open}.",
            ),
            CaseText::new(
                "open",
                "{due}, {open|war|waren} {open:Aufgabe|Aufgaben} der initialen Phase nicht als erledigt dokumentiert: {open}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-101",
        must: "An einem Fokus soll erst gearbeitet werden, wenn er vereinbart ist.",
        cases: &[
            CaseText::new(
                "denied",
                "In der Sitzung vom {day} wurde an einem Problembereich gearbeitet; laut Dokumentation war kein Fokus gewählt.",
            ),
            CaseText::new(
                "early",
                "In der Sitzung vom {day} wurde an einem Problembereich gearbeitet; bis dahin war kein vereinbarter Fokus dokumentiert.",
            ),
            CaseText::new(
                "never",
                "In der Sitzung vom {day} wurde an einem Problembereich gearbeitet; ein vereinbarter Fokus ist überhaupt nicht dokumentiert.",
            ),
            CaseText::new(
                "mostly",
                "In {part} von {whole} Sitzungen, bevor die {middle} begann, zuletzt am {day}, wurde an einem Problembereich gearbeitet, als noch kein \
                 vereinbarter Fokus dokumentiert war.",
            ),
        ],
    },
    RuleText {
        code: "IPT-103",
        must: "Die Beendigungsphase sollte beginnen, wenn nicht mehr Sitzungen verbleiben, als sie lang ist.",
        cases: &[CaseText::new(
            "early",
            "Die {ending} begann am {day}, als laut Vertrag noch {left:Sitzung|Sitzungen} {left|verblieb|verblieben}; {protocol} sieht höchstens {most} vor.",
        )],
    },
    RuleText {
        code: "IPT-104",
        must: "Eine regulär beendete Behandlung sollte so viele Sitzungen der Beendigungsphase haben, wie das Therapieprotokoll verlangt.",
        cases: &[CaseText::new(
            "short",
            "Die Behandlung wurde am {day} als regulär beendet abgeschlossen; dokumentiert {found|ist|sind} {found:Sitzung|Sitzungen} der {ending}, \
             {protocol} verlangt mindestens {least}.",
        )],
    },
    RuleText {
        code: "IPT-105",
        must: "Aus der Beendigungsphase sollte die Behandlung nur nach einer vereinbarten Verlängerung in die mittlere Phase zurückkehren.",
        cases: &[CaseText::asking(
            "went_back",
            "Am {day} kehrte die Behandlung aus der {ending} in die {middle} zurück; bis dahin war keine vereinbarte Verlängerung dokumentiert.",
            "Am {day} kehrte die Behandlung aus der {ending} in die {middle} zurück. Wurde eine Verlängerung vereinbart?",
        )],
    },
    RuleText {
        code: "IPT-106",
        must: "Eine wie vereinbart abgeschlossene Behandlung soll den Vertrag ausgeschöpft haben.",
        cases: &[
            CaseText::new(
                "sessions_left",
                "Die Behandlung wurde am {day} als wie vereinbart beendet abgeschlossen; {left} von {planned} Sitzungen des Vertrags {left|war|waren} nicht genutzt.",
            ),
            CaseText::new(
                "most_left",
                "Die Behandlung wurde am {day} als wie vereinbart beendet abgeschlossen; {left} von {planned} Sitzungen des Vertrags {left|war|waren} nicht genutzt.",
            ),
            CaseText::new(
                "weeks_left",
                "Die Behandlung wurde am {day}, {days:Tag|Tage} nach der ersten Sitzung, als wie vereinbart beendet abgeschlossen; der Vertrag lautete \
                 auf {weeks:Woche|Wochen}.",
            ),
            CaseText::new(
                "most_weeks_left",
                "Die Behandlung wurde am {day}, {days:Tag|Tage} nach der ersten Sitzung, als wie vereinbart beendet abgeschlossen; der Vertrag lautete \
                 auf {weeks:Woche|Wochen}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-107",
        must: "Keine gezählte Sitzung soll über den Vertrag oder, wenn dieser keine Zahl nennt, über die Zahl des Therapieprotokolls hinausgehen.",
        cases: &[
            CaseText::asking(
                "one_beyond",
                "Die Sitzung vom {day} ging über die {planned} Sitzungen des Vertrags hinaus; bis dahin war keine Verlängerung dokumentiert.",
                "Die Sitzung vom {day} ging über die {planned} Sitzungen des Vertrags hinaus. Wurde eine Verlängerung vereinbart?",
            ),
            CaseText::asking(
                "beyond",
                "Vom {from} bis zum {day} gingen {found:Sitzung|Sitzungen} über die {planned} Sitzungen des Vertrags hinaus; als sie stattfanden, war keine \
                 Verlängerung dokumentiert.",
                "Vom {from} bis zum {day} gingen {found:Sitzung|Sitzungen} über die {planned} Sitzungen des Vertrags hinaus. Wurde eine Verlängerung \
                 vereinbart?",
            ),
            CaseText::asking(
                "beyond_counted",
                "Bis zum {day} fanden {held:Sitzung|Sitzungen} statt, und {counted:nicht gehaltene zählt|nicht gehaltene zählen} nach dem Vertrag mit: \
                 {found} mehr als dessen {planned}; bis dahin war keine Verlängerung dokumentiert.",
                "Bis zum {day} fanden {held:Sitzung|Sitzungen} statt, und {counted:nicht gehaltene zählt|nicht gehaltene zählen} nach dem Vertrag mit: \
                 {found} mehr als dessen {planned}. Wurde eine Verlängerung vereinbart?",
            ),
            CaseText::asking(
                "beyond_range",
                "Bis zum {day} fanden {found:Sitzung|Sitzungen} statt; weder eine Sitzungszahl noch ein späteres Ende ist als vereinbart dokumentiert, und \
                 {protocol} sieht höchstens {most} vor.",
                "Bis zum {day} fanden {found:Sitzung|Sitzungen} statt; {protocol} sieht höchstens {most} vor. Was wurde über die Zahl vereinbart?",
            ),
        ],
    },
];
