//! The record itself.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-005",
        must: "Einträge sollten innerhalb weniger Tage geschrieben werden.",
        cases: &[
            CaseText::new(
                "safety_late",
                "Ein Eintrag zur Sicherheit vom {day} wurde erst am {written} geschrieben, {days:Tag|Tage} später; das Therapieprotokoll lässt \
                 {most:Tag|Tage} zu.",
            ),
            CaseText::new(
                "late",
                "Ein Eintrag zum {day} wurde erst am {written} geschrieben, {days:Tag|Tage} später; das Therapieprotokoll lässt {most:Tag|Tage} zu.",
            ),
            CaseText::new(
                "many_late",
                "Am {written} wurden {found} Einträge verspätet geschrieben, der älteste zum {day}, {days:Tag|Tage} zuvor; das Therapieprotokoll lässt \
                 {most:Tag|Tage} zu.",
            ),
        ],
    },
    RuleText {
        code: "IPT-008",
        must: "Eine Sitzung sollte so lange dauern, wie Therapieprotokoll oder Therapievertrag es vorsehen.",
        cases: &[
            CaseText::new(
                "outside",
                "Die Sitzung vom {day} dauerte {found:Minute|Minuten}; {protocol} und der Therapievertrag sehen {range} vor.",
            ),
            CaseText::new(
                "mostly_outside",
                "Vom {from} bis zum {day} waren {part} von {whole} Sitzungen mit dokumentierter Dauer kürzer oder länger, als {protocol} und der \
                 Vertrag es vorsehen, die letzte mit {found:Minute|Minuten} statt {range}.",
            ),
            CaseText::new(
                "very_short",
                "Die Sitzung vom {day} dauerte {found:Minute|Minuten}; {protocol} erwartet mindestens {least:Minute|Minuten} Kontakt.",
            ),
            CaseText::new(
                "beside",
                "Am {day} dauerte ein Termin außerhalb der Hauptreihe ({track}) {found:Minute|Minuten}; {protocol} sieht {range} vor.",
            ),
        ],
    },
    RuleText {
        code: "IPT-011",
        must: "Die Phasen sollen in der Reihenfolge des Therapieprotokolls aufeinander folgen.",
        cases: &[
            CaseText::new(
                "passed_over",
                "Am {day} begann eine spätere Phase ({to}) unmittelbar nach einer früheren ({from}); dazwischen nicht dokumentiert: {skipped}.",
            ),
            CaseText::new(
                "foreign",
                "Am {day} begann eine Phase, die {protocol} nicht vorsieht: {to}.",
            ),
            CaseText::new(
                "back",
                "Am {day} ging die Dokumentation zu einer früheren Phase zurück (bisher: {from}, danach: {to}).",
            ),
            CaseText::new(
                "labelled_back",
                "Die Notiz der Sitzung vom {day} nannte eine frühere Phase ({to}), obwohl eine spätere schon begonnen hatte ({from}).",
            ),
            CaseText::new(
                "begun_anew",
                "Am {day} begann die Behandlung von vorn ({to}), obwohl eine spätere Phase begonnen hatte ({from}); {found:Sitzung|Sitzungen} \
                 {found|folgte|folgten} im selben Verlauf.",
            ),
            CaseText::new(
                "again",
                "Am {day} ist der Beginn einer Phase dokumentiert, die schon begonnen hatte und nicht beendet war: {to}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-290",
        must: "Beginn der Dokumentation in einer späteren Phase, ohne Angabe über die Zeit davor",
        cases: &[CaseText::asking(
            "unsaid",
            "Die Dokumentation beginnt am {day} ({phase}) und gibt nicht an, ob vorher Sitzungen stattgefunden hatten.",
            "Die Dokumentation beginnt am {day} ({phase}). Hatten vorher Sitzungen stattgefunden?",
        )],
    },
    RuleText {
        code: "IPT-298",
        must: "Ein Name sollte so geschrieben sein, wie er bekannt ist.",
        cases: &[
            CaseText::new(
                "instrument",
                "Ein Messwert vom {day} wurde unter dem Namen „{found}“ dokumentiert, der nicht bekannt ist; der nächste bekannte ist {known}.",
            ),
            CaseText::new(
                "task",
                "Am {day} wurde eine Aufgabe unter dem Namen „{found}“ dokumentiert, den {protocol} nicht vorsieht; der nächste bekannte ist „{known}“.",
            ),
            CaseText::new(
                "criterion",
                "Eine Beurteilung vom {day} wurde unter dem Namen „{found}“ dokumentiert, der nicht bekannt ist; der nächste bekannte ist „{known}“.",
            ),
            CaseText::new(
                "medication",
                "Am {day} wurde eine Medikation unter dem Namen „{found}“ dokumentiert, der nicht bekannt ist; der nächste bekannte ist „{known}“.",
            ),
            CaseText::new(
                "system",
                "Eine Diagnose vom {day} wurde unter einer Klassifikation dokumentiert, deren Name nicht bekannt ist; der nächste bekannte ist „{known}“.",
            ),
        ],
    },
    RuleText {
        code: "IPT-299",
        must: "Ein unbekannter Name",
        cases: &[
            CaseText::new(
                "instrument",
                "Ab dem {day} wurden Messwerte unter dem Namen „{found}“ dokumentiert, über den hier nichts bekannt ist; ihre Gesamtwerte wurden nicht beurteilt.",
            ),
            CaseText::new(
                "task",
                "Am {day} wurde eine Aufgabe unter dem Namen „{found}“ dokumentiert, den {protocol} nicht vorsieht; sie wurde nicht ausgewertet.",
            ),
            CaseText::new(
                "criterion",
                "Eine Beurteilung vom {day} wurde unter dem Namen „{found}“ dokumentiert, über den hier nichts bekannt ist; sie wurde nicht ausgewertet.",
            ),
            CaseText::new(
                "medication",
                "Am {day} wurde eine Medikation unter dem Namen „{found}“ dokumentiert, über den hier nichts bekannt ist.",
            ),
            CaseText::new(
                "system",
                "Eine Diagnose vom {day} wurde unter einer Klassifikation dokumentiert, deren Name nicht bekannt ist; was ihr Code bedeutet, wurde nicht beurteilt.",
            ),
        ],
    },
];
