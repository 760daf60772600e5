//! Before treatment.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-015",
        must: "Vor Beginn der Behandlung sollte die Indikation für IPT gestellt sein.",
        cases: &[
            CaseText::new(
                "unsuitable",
                "Am {decided} wurde IPT als nicht indiziert beurteilt, und am {day} begann die {initial}.",
            ),
            CaseText::new(
                "undecided",
                "Als die {initial} am {day} begann, war keine Entscheidung über die Indikation dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-016",
        must: "Vor der mittleren Phase sollte jede Ausschlussfrage des Screenings beantwortet und eine körperliche Ursache bedacht sein.",
        cases: &[
            CaseText::new(
                "not_screened",
                "Laut Dokumentation war das Ausschluss-Screening nicht erfolgt, {due}.",
            ),
            CaseText::new(
                "no_screen",
                "{due}, war kein Ausschluss-Screening dokumentiert.",
            ),
            CaseText::new(
                "open",
                "{due}, war zu diesen Fragen des Ausschluss-Screenings keine Antwort dokumentiert: {items}.",
            ),
            CaseText::new(
                "not_considered",
                "Laut Dokumentation waren körperliche Ursachen nicht geprüft worden, {due}.",
            ),
            CaseText::new(
                "no_check",
                "{due}, war nicht dokumentiert, ob körperliche Ursachen geprüft worden waren.",
            ),
        ],
    },
    RuleText {
        code: "IPT-017",
        must: "Findet das Screening etwas, wofür IPT allein nicht genügt, soll vor der mittleren Phase eine Fachbehandlung geplant sein.",
        cases: &[
            CaseText::new(
                "no_plan",
                "Im Screening vom {screened} wurde bejaht: {items}; laut Dokumentation war keine Fachbehandlung dafür geplant, {due}.",
            ),
            CaseText::asking(
                "plan_unknown",
                "Im Screening vom {screened} wurde bejaht: {items}; {due}, war keine Fachbehandlung dafür dokumentiert.",
                "Im Screening vom {screened} wurde bejaht: {items}. Wer behandelte das neben der IPT, {due}?",
            ),
            CaseText::new(
                "no_plan_beside",
                "Im Screening vom {screened} wurde bejaht: {items}; laut Dokumentation war keine Behandlung dafür geplant, {due}.",
            ),
            CaseText::asking(
                "plan_beside_unknown",
                "Im Screening vom {screened} wurde bejaht: {items}; {due}, war keine Behandlung dafür dokumentiert.",
                "Im Screening vom {screened} wurde bejaht: {items}. War eine Behandlung dafür geplant, {due}?",
            ),
        ],
    },
    RuleText {
        code: "IPT-018",
        must: "Wo die Wirksamkeit der IPT weniger gut belegt ist, sollte begründet sein, warum sie angeboten wird.",
        cases: &[CaseText::asking(
            "no_reason",
            "Im Screening vom {day} wurde bejaht: {items}; kein Grund ist dokumentiert, IPT trotzdem anzubieten.",
            "Im Screening vom {day} wurde bejaht: {items}. Warum wird trotzdem IPT angeboten?",
        )],
    },
    RuleText {
        code: "IPT-019",
        must: "Bis zum Ende der ersten Sitzung soll die behandelte Person eingewilligt haben und die Grenzen der Schweigepflicht kennen.",
        cases: &[
            CaseText::new(
                "not_given",
                "Laut Dokumentation waren Einwilligung und Grenzen der Schweigepflicht bis zum Ende der ersten Sitzung am {day} nicht besprochen.",
            ),
            CaseText::new(
                "limits_not_explained",
                "Bis zur ersten Sitzung am {day} war die Einwilligung dokumentiert; laut Dokumentation waren die Grenzen der Schweigepflicht nicht \
                 erklärt worden.",
            ),
            CaseText::new(
                "no_consent",
                "Bis zum Ende der ersten Sitzung am {day} war keine Einwilligung dokumentiert.",
            ),
            CaseText::new(
                "limits_silent",
                "Bis zur ersten Sitzung am {day} war die Einwilligung dokumentiert, zu den Grenzen der Schweigepflicht aber nichts.",
            ),
        ],
    },
    RuleText {
        code: "IPT-021",
        must: "Das Alter der behandelten Person zu Beginn soll im Bereich des Therapieprotokolls liegen.",
        cases: &[
            CaseText::new(
                "too_young",
                "Das erste dokumentierte Alter, vom {day}, war {found:Jahr|Jahre}; {protocol} ist für Menschen ab {least:Jahr|Jahren}.",
            ),
            CaseText::new(
                "too_old",
                "Das erste dokumentierte Alter, vom {day}, war {found:Jahr|Jahre}; {protocol} ist für Menschen bis {most:Jahr|Jahre}.",
            ),
            CaseText::new(
                "outside",
                "Das erste dokumentierte Alter, vom {day}, war {found:Jahr|Jahre}; {protocol} ist für Menschen von {least} bis {most:Jahr|Jahren}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-022",
        must: "Die behandelte Diagnose sollte im Therapieprotokoll vorgesehen sein.",
        cases: &[CaseText::new(
            "other",
            "Behandelt wurde die Diagnose {code} vom {day}; keine der dokumentierten Diagnosen gehört zu denen, die {protocol} nennt.",
        )],
    },
    RuleText {
        code: "IPT-025",
        must: "Hat die behandelte Person ihre Einwilligung widerrufen, soll bis zu einer neuen Einwilligung keine Sitzung durchgeführt werden.",
        cases: &[CaseText::asking(
            "withdrawn",
            "Die Sitzung vom {day} wurde durchgeführt, nachdem die Einwilligung am {withdrawn} widerrufen worden war; bis dahin war keine neue \
             Einwilligung dokumentiert.",
            "Die Einwilligung wurde am {withdrawn} widerrufen, und am {day} wurde eine Sitzung durchgeführt. Lag bis dahin eine neue Einwilligung vor?",
        )],
    },
];
