//! The initial phase.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-031",
        must: "Vor der mittleren Phase soll eine Diagnose nach anerkannten Kriterien gestellt sein.",
        cases: &[
            CaseText::new(
                "not_made",
                "Laut Notiz vom {noted} wurde keine Diagnose gestellt; es lag auch keine vor, {due}.",
            ),
            CaseText::new("none", "{due}, war keine Diagnose dokumentiert."),
            CaseText::new(
                "ruled_out",
                "{due}, war außer ausgeschlossenen Diagnosen keine dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-032",
        must: "Bis zum Ende der ersten Sitzung soll direkt nach Suizidalität gefragt werden.",
        cases: &[
            CaseText::new(
                "not_asked",
                "Laut Dokumentation wurde in der ersten Sitzung, am {day}, nicht direkt nach Suizidalität gefragt.",
            ),
            CaseText::new(
                "item_alone",
                "In der ersten Sitzung, am {day}, stand ein Fragebogen-Item an der Stelle der Frage nach Suizidalität; laut Notiz wurde nicht direkt \
                 gefragt.",
            ),
            CaseText::new(
                "silent",
                "Zur ersten Sitzung, am {day}, ist keine direkte Frage nach Suizidalität dokumentiert.",
            ),
            CaseText::asking(
                "declined",
                "In der ersten Sitzung, am {day}, wurde nach Suizidalität gefragt, und die behandelte Person gab keine Auskunft; bis zur Sitzung vom \
                 {other} ist keine weitere direkte Frage dokumentiert.",
                "In der ersten Sitzung, am {day}, wurde nach Suizidalität gefragt, und die behandelte Person gab keine Auskunft. Wurde bis zur Sitzung \
                 vom {other} noch einmal gefragt?",
            ),
        ],
    },
    RuleText {
        code: "IPT-033",
        must: "Bis zum Ende der ersten Sitzung soll ein Ausgangswert auf einer Skala erhoben sein.",
        cases: &[
            CaseText::new(
                "not_taken",
                "Laut Dokumentation wurden die Symptome bis zum Ende der ersten Sitzung, am {day}, auf keiner Skala erhoben.",
            ),
            CaseText::new(
                "late",
                "Bis zum Ende der ersten Sitzung, am {day}, war kein Messwert der Symptome dokumentiert.",
            ),
            CaseText::new(
                "never",
                "Seit der ersten Sitzung, am {day}, ist kein Messwert der Symptome dokumentiert; nach den Symptomen wurde nur ohne Skala gefragt.",
            ),
            CaseText::new(
                "unfollowed",
                "Seit der ersten Sitzung, am {day}, ist weder ein Messwert noch eine Frage nach den Symptomen dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-035",
        must: "Vor der mittleren Phase soll die Erkrankung benannt und erklärt und die Krankenrolle zugeteilt sein, wie das Therapieprotokoll es vorsieht.",
        cases: &[
            CaseText::new(
                "not_explained",
                "Laut Notiz vom {noted} wurde die Erkrankung nicht erklärt ({open}); das war auch nicht geschehen, {due}.",
            ),
            CaseText::new(
                "part_not_given",
                "Laut Notiz vom {noted} fehlte bei der Erklärung der Erkrankung etwas, auch noch, {due}: {open}.",
            ),
            CaseText::new(
                "nothing",
                "{due}, war keine Erklärung der Erkrankung dokumentiert ({open}).",
            ),
            CaseText::new(
                "part",
                "{due}, war die Erklärung der Erkrankung unvollständig; nicht dokumentiert: {open}.",
            ),
            CaseText::new(
                "other_form",
                "Laut Notiz vom {day} wurde die Krankenrolle anders zugeteilt, als {protocol} vorsieht ({given}; vorgesehen: {provided}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-037",
        must: "Vor der mittleren Phase soll die Medikation mit einem Ergebnis abgeklärt sein.",
        cases: &[
            CaseText::new(
                "not_evaluated",
                "Laut Notiz vom {noted} wurde nicht abgeklärt, ob Medikamente angezeigt sind; das war auch nicht geschehen, {due}.",
            ),
            CaseText::new(
                "none",
                "{due}, war keine Abklärung der Medikation dokumentiert.",
            ),
            CaseText::new(
                "taken",
                "{due}, war keine Abklärung der Medikation dokumentiert, obwohl Medikamente dokumentiert sind.",
            ),
            CaseText::new(
                "none_taken",
                "{due}, war keine Abklärung der Medikation dokumentiert, nur dass keine Medikamente genommen wurden.",
            ),
            CaseText::new(
                "no_outcome",
                "Die Medikation wurde am {day} abgeklärt; das Ergebnis ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-038",
        must: "Nach einer Überweisung zur medikamentösen Behandlung sollte die verordnende Praxis oder Klinik in der Frist des Therapieprotokolls erreicht sein.",
        cases: &[
            CaseText::asking(
                "no_contact",
                "Am {day} wurde zur medikamentösen Behandlung überwiesen; bis zum {to}, {days:Tag|Tage} danach, ist kein Kontakt mit der verordnenden \
                 Praxis oder Klinik dokumentiert.",
                "Am {day} wurde zur medikamentösen Behandlung überwiesen. Kam ein Kontakt mit der verordnenden Praxis oder Klinik zustande?",
            ),
            CaseText::new(
                "late",
                "Am {day} wurde zur medikamentösen Behandlung überwiesen; in der Frist von {most:Tag|Tagen} ({protocol}) ist kein Kontakt mit der \
                 verordnenden Praxis oder Klinik dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-040",
        must: "Vor der mittleren Phase soll eine Beziehungsanalyse gemacht sein.",
        cases: &[
            CaseText::new(
                "not_made",
                "Laut Notiz vom {noted} wurde keine Beziehungsanalyse gemacht; es lag auch keine vor, {due}.",
            ),
            CaseText::new(
                "not_completed",
                "Laut Notiz vom {noted} war die Beziehungsanalyse nicht abgeschlossen, auch nicht, {due}.",
            ),
            CaseText::new(
                "nobody",
                "{due}, war niemand in der Beziehungsanalyse dokumentiert.",
            ),
            CaseText::new(
                "empty",
                "Die Beziehungsanalyse wurde am {day} als abgeschlossen vermerkt; niemand ist darin dokumentiert.",
            ),
            CaseText::new(
                "incomplete",
                "{due}, war die Beziehungsanalyse begonnen und nicht als abgeschlossen vermerkt.",
            ),
        ],
    },
    RuleText {
        code: "IPT-041",
        must: "Die Beziehungsanalyse sollte so viele Personen umfassen, wie das Therapieprotokoll verlangt, oder festhalten, dass das Netz klein ist.",
        cases: &[CaseText::asking(
            "few",
            "Die am {day} abgeschlossene Beziehungsanalyse umfasste {found:Person|Personen}; dass das Netz so klein war, ist nicht dokumentiert ({protocol} \
             verlangt {least}).",
            "Die am {day} abgeschlossene Beziehungsanalyse umfasste {found:Person|Personen}. Ist das Beziehungsnetz so klein?",
        )],
    },
    RuleText {
        code: "IPT-042",
        must: "Jede Person der Beziehungsanalyse sollte beschrieben sein: ob sie lebt, Kontakt, was gut ist, was nicht, was sich ändern sollte.",
        cases: &[CaseText::new(
            "gaps",
            "In der am {day} abgeschlossenen Beziehungsanalyse {count|war|waren} {count} von {found:Person|Personen} mit Lücken beschrieben; nicht \
             dokumentiert: {missing}.",
        )],
    },
    RuleText {
        code: "IPT-043",
        must: "In der Beziehungsanalyse sollte stehen, wer unterstützt, oder dass keine Unterstützung gefunden wurde.",
        cases: &[CaseText::new(
            "not_said",
            "In der am {day} abgeschlossenen Beziehungsanalyse ist weder dokumentiert, wer die behandelte Person unterstützt, noch dass es niemand tut.",
        )],
    },
    RuleText {
        code: "IPT-045",
        must: "Vor der mittleren Phase soll der Beginn der Episode datiert und geklärt sein, ob ihm ein Lebensereignis vorausging.",
        cases: &[
            CaseText::new(
                "not_set",
                "Laut Notiz vom {noted} wurde der Beginn der Episode nicht mit Lebensereignissen verbunden; das war auch nicht geschehen, {due}.",
            ),
            CaseText::new(
                "none",
                "{due}, war keine Zeitlinie von Episodenbeginn und Lebensereignissen dokumentiert.",
            ),
            CaseText::new(
                "no_event",
                "Am {day} wurde der Beginn der Episode festgehalten; dokumentiert ist weder ein Lebensereignis noch dass keines gefunden wurde.",
            ),
        ],
    },
    RuleText {
        code: "IPT-048",
        must: "Vor der mittleren Phase sollte vereinbart sein, wer in einer Krise zu erreichen ist.",
        cases: &[
            CaseText::new(
                "not_given",
                "Laut Notiz vom {noted} wurde für den Krisenfall nichts vereinbart; das war auch nicht geschehen, {due}.",
            ),
            CaseText::new(
                "none",
                "{due}, war nicht dokumentiert, wer in einer Krise zu erreichen ist.",
            ),
        ],
    },
    RuleText {
        code: "IPT-049",
        must: "Eine frühere Psychotherapie sollte vor der mittleren Phase besprochen sein.",
        cases: &[
            CaseText::new(
                "not_reviewed",
                "Am {day} wurde eine frühere Psychotherapie dokumentiert; laut Dokumentation wurde nicht auf sie zurückgeblickt.",
            ),
            CaseText::asking(
                "unreviewed",
                "Am {day} wurde eine frühere Psychotherapie dokumentiert; was sie gebracht hat, ist nicht dokumentiert.",
                "Am {day} wurde eine frühere Psychotherapie dokumentiert. Was hat daran geholfen, und was war der behandelten Person unangenehm?",
            ),
        ],
    },
    RuleText {
        code: "IPT-052",
        must: "Änderung der Medikation",
        cases: &[
            CaseText::new(
                "changed",
                "Am {day} wurde eine Änderung der Medikation dokumentiert: {change}.",
            ),
            CaseText::new(
                "changed_class",
                "Am {day} wurde eine Änderung der Medikation dokumentiert: {change} ({class}).",
            ),
        ],
    },
];
