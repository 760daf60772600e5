//! The ending.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-200",
        must: "Das Ende sollte angekündigt werden, solange noch mehrere Sitzungen verbleiben und bevor die Beendigung beginnt.",
        cases: &[
            CaseText::new(
                "late",
                "Das Ende wurde am {day} angekündigt, als noch {left:Sitzung|Sitzungen} {left|verblieb|verblieben}; das Therapieprotokoll sieht {least} \
                 oder mehr vor.",
            ),
            CaseText::new(
                "agreed_late",
                "Ein früheres Ende wurde am {day} vereinbart, als noch {left:Sitzung|Sitzungen} {left|verblieb|verblieben}; das Therapieprotokoll sieht \
                 {least} oder mehr vor.",
            ),
            CaseText::new(
                "last",
                "Das Ende wurde erst am {day} angekündigt, in der letzten Sitzung.",
            ),
            CaseText::new(
                "not_yet",
                "Am {day} {left|verblieb|verblieben} noch {left:Sitzung|Sitzungen}, und eine Ankündigung des Endes war nicht dokumentiert; das \
                 Protokoll sieht sie bei {least} oder mehr verbleibenden Sitzungen vor.",
            ),
            CaseText::new(
                "moved",
                "Am {day} wurde der Vertrag auf {planned:Sitzung|Sitzungen} geändert, und eine Ankündigung des neuen Endes ist nicht dokumentiert.",
            ),
            CaseText::new(
                "began",
                "Am {day} begann eine neue Phase ({ending}), und eine Ankündigung des Endes war nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-201",
        must: "Das Ende einer regulär beendeten Behandlung soll angekündigt worden sein.",
        cases: &[
            CaseText::new(
                "stated",
                "Die Behandlung wurde am {closed} regulär beendet, und das Ende ist als nicht angekündigt dokumentiert.",
            ),
            CaseText::new(
                "never",
                "Die Behandlung wurde am {closed} regulär beendet, und eine Ankündigung des Endes ist nicht dokumentiert.",
            ),
            CaseText::new(
                "spoken_of",
                "Als die Behandlung am {closed} regulär beendet wurde, war vom Ende die Rede gewesen, und eine Ankündigung war nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-203",
        must: "Die Aufgaben der Beendigungsphase, die das Therapieprotokoll verlangt, sollten erledigt sein.",
        cases: &[
            CaseText::new(
                "stated",
                "Am Ende der Akutbehandlung, am {day}, {stated|war|waren} als nicht erledigt dokumentiert: {stated}.",
            ),
            CaseText::new(
                "stated_and_silent",
                "Am Ende der Akutbehandlung, am {day}, {stated|war|waren} als nicht erledigt dokumentiert: {stated}; nicht dokumentiert \
                 {open|war|waren}: {open}.",
            ),
            CaseText::new(
                "silent",
                "Am Ende der Akutbehandlung, am {day}, {open|war diese Aufgabe der Beendigung|waren diese Aufgaben der Beendigung} nicht \
                 dokumentiert: {open}.",
            ),
            CaseText::new(
                "missed",
                "Die letzte dokumentierte Sitzung, geplant für den {missed}, fand nicht statt, und bis zum Abschluss am {day} {open|war diese Aufgabe|waren diese \
                 Aufgaben} der Beendigung auch durch keinen anderen Kontakt dokumentiert: {open}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-204",
        must: "Die Aufgaben der Beendigungsphase sollten sich auf ihre Sitzungen verteilen.",
        cases: &[CaseText::new(
            "one_day",
            "Alle Aufgaben der Beendigung sind an einem Tag dokumentiert, dem {day}.",
        )],
    },
    RuleText {
        code: "IPT-205",
        must: "Der Plan zur Rückfallvorbeugung sollte ein Warnzeichen, einen Schritt und eine Ansprechperson oder Anlaufstelle nennen.",
        cases: &[CaseText::new(
            "thin",
            "Der Plan zur Rückfallvorbeugung vom {day} ist ohne diese Angaben dokumentiert: {missing}.",
        )],
    },
    RuleText {
        code: "IPT-206",
        must: "Wer nicht auf die Behandlung anspricht, sollte hören, dass die Behandlung versagt hat und nicht die eigene Person, und sollte ein \
               anderes Angebot erhalten.",
        cases: &[
            CaseText::asking(
                "nothing_offered",
                "Die Behandlung wurde am {day} ohne Besserung beendet ({result}), und das Angebot einer anderen Behandlung ist nicht dokumentiert.",
                "Die Behandlung wurde am {day} ohne Besserung beendet ({result}). Was wurde der behandelten Person angeboten?",
            ),
            CaseText::new(
                "not_talked_over",
                "Die Behandlung wurde am {day} ohne Besserung beendet ({result}), und laut Dokumentation wurde das mit der behandelten Person nicht \
                 besprochen.",
            ),
            CaseText::new(
                "silent",
                "Die Behandlung wurde am {day} ohne Besserung beendet ({result}), und ein Gespräch mit der behandelten Person darüber ist nicht \
                 dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-207",
        must: "Am Ende einer abgeschlossenen Behandlung soll entschieden sein, ob eine Erhaltungstherapie folgt.",
        cases: &[
            CaseText::new(
                "not_decided",
                "Die Behandlung wurde am {day} wie vereinbart beendet, und laut Dokumentation wurde über eine Erhaltungstherapie nicht entschieden.",
            ),
            CaseText::new(
                "silent",
                "Die Behandlung wurde am {day} wie vereinbart beendet, und eine Entscheidung über eine Erhaltungstherapie ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-208",
        must: "Wer nach früheren Episoden oder langer Krankheit wieder gesund ist, sollte eine Erhaltungstherapie mit erwogen haben.",
        cases: &[
            CaseText::new(
                "not_considered",
                "Die Behandlung wurde am {day} in Remission beendet, nach früheren Episoden oder chronischem Verlauf, und laut Dokumentation wurde \
                 über eine Erhaltungstherapie nicht entschieden.",
            ),
            CaseText::asking(
                "after_episodes",
                "Die Behandlung wurde am {day} in Remission beendet; {episodes:frühere Episode ist|frühere Episoden sind} dokumentiert, zu einer \
                 Erhaltungstherapie dagegen nichts.",
                "Die Behandlung wurde am {day} in Remission beendet; {episodes:frühere Episode ist|frühere Episoden sind} dokumentiert. Wurde eine \
                 Erhaltungstherapie mit der behandelten Person erwogen?",
            ),
            CaseText::asking(
                "after_chronic",
                "Die Behandlung wurde am {day} in Remission beendet, nach einem als chronisch dokumentierten Verlauf, und zu einer \
                 Erhaltungstherapie ist nichts dokumentiert.",
                "Die Behandlung wurde am {day} in Remission beendet, nach einem als chronisch dokumentierten Verlauf. Wurde eine Erhaltungstherapie \
                 mit der behandelten Person erwogen?",
            ),
        ],
    },
    RuleText {
        code: "IPT-211",
        must: "Wer die Behandlung regulär abschließt, soll die Sitzungen gehabt haben, die eine abgeschlossene Behandlung ausmachen.",
        cases: &[
            CaseText::new(
                "mostly_missed",
                "Die Behandlung wurde am {closed} regulär beendet; {part} von {whole} vereinbarten Sitzungen fanden statt, erwartet wurden {least}.",
            ),
            CaseText::new(
                "few",
                "Die Behandlung wurde am {closed} wie vereinbart beendet, mit {found:durchgeführten Sitzung|durchgeführten Sitzungen}; nach \
                 {protocol} gilt eine Behandlung ab {least} Sitzungen als abgeschlossen.",
            ),
            CaseText::new(
                "short",
                "Die Behandlung wurde am {closed} wie vereinbart beendet, mit {days:Tag|Tagen} von der ersten bis zur letzten Sitzung; nach \
                 {protocol} gilt eine Behandlung ab {least} Tagen als abgeschlossen.",
            ),
            CaseText::new(
                "below_range",
                "Die Behandlung wurde am {closed} regulär beendet, mit {found:Sitzung|Sitzungen}; {protocol} sieht {least} oder mehr vor.",
            ),
            CaseText::new(
                "not_made_up",
                "Die Behandlung wurde am {closed} regulär beendet; {part} von {whole} vereinbarten Sitzungen fanden statt, und dass die am {missed} \
                 ausgefallene nachgeholt wurde, ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-212",
        must: "Bricht der Kontakt ab, sollte vor dem Abschluss versucht worden sein, die behandelte Person zu erreichen.",
        cases: &[
            CaseText::new(
                "too_few",
                "Der Kontakt zur behandelten Person brach ab; zwischen der letzten durchgeführten Sitzung und dem Abschluss am {day} \
                 {found|ist|sind} {found:Versuch|Versuche} dokumentiert, sie zu erreichen, erwartet wurden {least}.",
            ),
            CaseText::new(
                "referrer_not_told",
                "Der Kontakt zur behandelten Person brach ab, und laut Dokumentation vom Abschluss am {day} wurde die überweisende Stelle nicht \
                 informiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-213",
        must: "Grund bei Beendigung auf Wunsch der behandelten Person",
        cases: &[
            CaseText::new(
                "not_asked",
                "Die behandelte Person beendete die Behandlung am {day}, und laut Dokumentation wurde nicht nach dem Grund gefragt.",
            ),
            CaseText::asking(
                "silent",
                "Die behandelte Person beendete die Behandlung am {day}, und ein Grund ist nicht dokumentiert.",
                "Die behandelte Person beendete die Behandlung am {day}. Aus welchem Grund?",
            ),
        ],
    },
    RuleText {
        code: "IPT-216",
        must: "Wechselt die Therapeutin oder der Therapeut, sollte eine Zusammenfassung übergeben werden, die behandelte Person zustimmen und \
               Vertrag und Fokus neu vereinbart werden.",
        cases: &[
            CaseText::new(
                "not_done",
                "Am {day} wechselte die Therapeutin oder der Therapeut, und als nicht erfolgt {missing|ist|sind} dokumentiert: {missing}.",
            ),
            CaseText::asking(
                "silent",
                "Am {day} wechselte die Therapeutin oder der Therapeut, und nicht dokumentiert {missing|ist|sind}: {missing}.",
                "Am {day} wechselte die Therapeutin oder der Therapeut. Ist Folgendes erfolgt: {missing}?",
            ),
            CaseText::asking(
                "no_transfer",
                "Ab dem {day} hielt jemand anderes {found:Sitzung|Sitzungen}, und ein Wechsel der Therapeutin oder des Therapeuten ist nicht \
                 dokumentiert.",
                "Ab dem {day} hielt jemand anderes {found:Sitzung|Sitzungen}: eine Vertretung oder ein Wechsel der Therapeutin oder des \
                 Therapeuten?",
            ),
        ],
    },
    RuleText {
        code: "IPT-217",
        must: "Nimmt die behandelte Person Medikamente, sollte zum Ende geklärt sein, wie es mit ihnen weitergeht.",
        cases: &[
            CaseText::new(
                "not_planned",
                "Die behandelte Person nahm Medikamente, als die Behandlung am {day} beendet wurde, und laut Dokumentation wurde nicht geklärt, wie \
                 es mit ihnen weitergeht.",
            ),
            CaseText::asking(
                "silent",
                "Die behandelte Person nahm Medikamente, als die Behandlung am {day} beendet wurde, und wie es mit ihnen weitergeht, ist nicht \
                 dokumentiert.",
                "Die behandelte Person nahm Medikamente, als die Behandlung am {day} beendet wurde. Wer verordnet sie weiter, und wie lange?",
            ),
        ],
    },
    RuleText {
        code: "IPT-219",
        must: "Nach einem Todesfall soll keine Behandlung mehr dokumentiert werden; nach einem anderen schwerwiegenden Ereignis soll etwas \
               unternommen sein, bevor die Behandlung weitergeht.",
        cases: &[
            CaseText::new(
                "after_death",
                "Der Tod der behandelten Person ist für den {other} dokumentiert, und danach {found|steht|stehen} noch \
                 {found:Eintrag|Einträge} zur Behandlung, ab dem {day}.",
            ),
            CaseText::asking(
                "went_on",
                "Für den {other} ist ein schwerwiegendes Ereignis dokumentiert; am {day} ging die Behandlung weiter, und dazwischen ist weder eine \
                 Maßnahme noch eine erneute Klärung oder Überprüfung dokumentiert.",
                "Für den {other} ist ein schwerwiegendes Ereignis dokumentiert. Was wurde unternommen, bevor die Behandlung am {day} weiterging?",
            ),
        ],
    },
    RuleText {
        code: "IPT-236",
        must: "Vorzeitiges Ende der Behandlung",
        cases: &[
            CaseText::new(
                "early_by_agreement",
                "Die Behandlung wurde am {day} einvernehmlich vorzeitig beendet (Ergebnis: {result}).",
            ),
            CaseText::new(
                "broken_off",
                "Die Behandlung wurde am {day} abgeschlossen, als noch {left} von {planned} vereinbarten Sitzungen {left|verblieb|verblieben} \
                 ({mode}; Ergebnis: {result}).",
            ),
            CaseText::new(
                "broken_off_missed",
                "Die Behandlung wurde am {day} nach {held:gehaltenen Sitzung|gehaltenen Sitzungen} von {planned} vereinbarten abgeschlossen; {counted} \
                 nicht gehaltene {counted|zählt|zählen} nach dem Vertrag mit, sodass {left} {left|verblieb|verblieben} ({mode}; Ergebnis: {result}).",
            ),
        ],
    },
];
