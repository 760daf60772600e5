//! The focus.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-055",
        must: "Vor der mittleren Phase soll ein Fokus mit einem aktiven Fokusthema vereinbart sein.",
        cases: &[
            CaseText::new(
                "not_selected",
                "{due}, war laut Dokumentation kein Problembereich ausgewählt.",
            ),
            CaseText::new(
                "none_active",
                "{due}, war ein Fokus vereinbart, aber keines seiner Themen aktiv.",
            ),
            CaseText::new("none", "{due}, war kein vereinbarter Fokus dokumentiert."),
        ],
    },
    RuleText {
        code: "IPT-056",
        must: "Es sollen nicht mehr Fokusthemen aktiv sein, als das Therapieprotokoll vorsieht.",
        cases: &[
            CaseText::new(
                "too_many",
                "Der am {day} vereinbarte Fokus hatte {found:aktiven Schwerpunkt|aktive Schwerpunkte}; {protocol} sieht höchstens {most} vor.",
            ),
            CaseText::new(
                "more_than_advised",
                "Der am {day} vereinbarte Fokus hatte {found:aktiven Schwerpunkt|aktive Schwerpunkte}; {protocol} empfiehlt {most}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-057",
        must: "Ein weiteres Fokusthema sollte eine Begründung und einen Zusammenhang mit derselben Episode haben.",
        cases: &[
            CaseText::new(
                "further_item",
                "Zu den weiteren Themen des am {day} vereinbarten Fokus, insgesamt {found} aktive, war nicht dokumentiert: {missing}.",
            ),
            CaseText::new(
                "deficits_beside",
                "Der am {day} vereinbarte Fokus umfasste neben einem anderen Problembereich auch {area}; dazu war nicht dokumentiert: {missing}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-058",
        must: "Jedes aktive Fokusthema soll zu einem Problembereich des Therapieprotokolls gehören.",
        cases: &[
            CaseText::new(
                "outside",
                "Der am {day} vereinbarte Fokus umfasste etwas, das nicht zu {protocol} gehört ({outside}); vorgesehen sind: {areas}.",
            ),
            CaseText::new(
                "no_area",
                "Ein aktives Thema des am {day} vereinbarten Fokus gehörte zu keinem Problembereich der IPT; in {protocol} sind vorgesehen: {areas}.",
            ),
            CaseText::new(
                "misnamed",
                "Ein aktives Thema des am {day} vereinbarten Fokus hatte fast, aber nicht genau den Namen eines Problembereichs ({area}).",
            ),
            CaseText::new(
                "specialised",
                "Der am {day} vereinbarte Fokus nannte zu einem Problembereich ({area}) eine besondere Form, die {protocol} nicht hat: \
                 „{specialisation}“.",
            ),
        ],
    },
    RuleText {
        code: "IPT-059",
        must: "Bei Trauer als Fokus soll es um den Tod einer Person gehen; Person und Tag sollen dokumentiert sein.",
        cases: &[
            CaseText::new(
                "other_loss",
                "Der am {day} vereinbarte Fokus war {area}, und der dokumentierte Verlust war kein Todesfall ({loss}).",
            ),
            CaseText::new(
                "nobody_died",
                "Der am {day} vereinbarte Fokus war {area}, und laut Dokumentation war die betreffende Person nicht verstorben.",
            ),
            CaseText::new(
                "incomplete",
                "Der am {day} vereinbarte Fokus war {area}; dazu war nicht dokumentiert: {missing}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-060",
        must: "Lag der Tod nach dem Beginn der Episode oder lange davor, sollte dokumentiert sein, was die Trauer mit der Episode verband.",
        cases: &[
            CaseText::asking(
                "after",
                "Der am {day} vereinbarte Fokus war {area}, der dokumentierte Todesfall lag nach dem Beginn der Episode, und was die Trauer mit der \
                 Episode verband, ist nicht dokumentiert.",
                "Der dokumentierte Todesfall lag nach dem Beginn der Episode. Was verband die Trauer mit der Episode?",
            ),
            CaseText::asking(
                "long_before",
                "Der am {day} vereinbarte Fokus war {area}, der dokumentierte Todesfall lag mindestens {months:Monat|Monate} vor dem Beginn der \
                 Episode, und was die Trauer mit der Episode verband, ist nicht dokumentiert.",
                "Der dokumentierte Todesfall lag mindestens {months:Monat|Monate} vor dem Beginn der Episode. Was verband die Trauer mit der Episode?",
            ),
        ],
    },
    RuleText {
        code: "IPT-061",
        must: "Bei einem interpersonellen Konflikt als Fokus sollte eine lebende Person genannt sein, zu der gegenwärtig eine Beziehung besteht.",
        cases: &[
            CaseText::new(
                "dead",
                "Der am {day} vereinbarte Fokus war {area}, und laut Dokumentation war die andere Person verstorben.",
            ),
            CaseText::new(
                "not_involved",
                "Der am {day} vereinbarte Fokus war {area}, und laut Dokumentation bestand zu der anderen Person keine Beziehung mehr.",
            ),
            CaseText::new(
                "with_whom",
                "Der am {day} vereinbarte Fokus war {area}, und die andere Person ist nicht dokumentiert.",
            ),
            CaseText::new(
                "involved",
                "Der am {day} vereinbarte Fokus war {area}, und ob zu der anderen Person noch eine Beziehung bestand, ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-062",
        must: "Bei einem interpersonellen Konflikt sollten die Erwartungen beider Seiten dokumentiert sein.",
        cases: &[CaseText::new(
            "incomplete",
            "Der am {day} vereinbarte Fokus war {area}; dazu war nicht dokumentiert: {missing}.",
        )],
    },
    RuleText {
        code: "IPT-063",
        must: "Bei einem Rollenwechsel als Fokus sollten die alte Rolle, die neue Rolle und der Zeitpunkt des Wechsels dokumentiert sein.",
        cases: &[
            CaseText::new(
                "roles",
                "Der am {day} vereinbarte Fokus war {area}; dazu war nicht dokumentiert: {missing}.",
            ),
            CaseText::new(
                "when",
                "Der am {day} vereinbarte Fokus war {area}; beide Rollen waren dokumentiert, der Zeitpunkt des Wechsels war es nicht.",
            ),
        ],
    },
    RuleText {
        code: "IPT-064",
        must: "Interpersonelle Defizite sollten nur gewählt werden, wenn es für keinen anderen Problembereich des Therapieprotokolls Anhaltspunkte gibt oder \
               die Wahl begründet ist.",
        cases: &[
            CaseText::asking(
                "no_reason",
                "Der einzige am {day} vereinbarte Fokus war {deficits}, es gab Anhaltspunkte für andere Problembereiche ({areas}), und eine \
                 Begründung der Wahl ist nicht dokumentiert.",
                "Der einzige am {day} vereinbarte Fokus war {deficits}, obwohl es Anhaltspunkte für andere Problembereiche gab ({areas}). Warum wurde \
                 so gewählt?",
            ),
            CaseText::new(
                "reasoned",
                "Der einzige am {day} vereinbarte Fokus war {deficits}, obwohl es Anhaltspunkte für andere Problembereiche gab ({areas}); eine \
                 Begründung ist dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-065",
        must: "Es sollte dokumentiert sein, warum andere Problembereiche nicht als Fokus gewählt wurden.",
        cases: &[
            CaseText::new(
                "not_considered",
                "Der einzige am {day} vereinbarte Fokus war {deficits}, und als erwogen war nicht dokumentiert: {areas}.",
            ),
            CaseText::new(
                "passed_over",
                "Als der Fokus am {day} vereinbart wurde, gab es auch Anhaltspunkte für anderes ({areas}); warum dies nicht gewählt wurde, ist nicht \
                 dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-067",
        must: "Begann ein Rollenwechsel mit einem Todesfall, sollte auch Trauer als Fokus erwogen worden sein.",
        cases: &[CaseText::asking(
            "death",
            "Der am {day} vereinbarte Fokus war {area}, das dokumentierte Ereignis dazu war ein Todesfall, und ob auch {grief} als Fokus erwogen wurde, \
             ist nicht dokumentiert.",
            "Das Ereignis zum am {day} vereinbarten Fokus ({area}) war ein Todesfall. Wurde auch {grief} als Fokus erwogen?",
        )],
    },
    RuleText {
        code: "IPT-068",
        must: "Die Person oder die Veränderung, um die es im Fokus geht, sollte im Beziehungsinventar oder auf der Zeitlinie stehen.",
        cases: &[
            CaseText::new(
                "person",
                "Der am {day} vereinbarte Fokus war {area}, und die Person, um die es ging, ist weder im Beziehungsinventar noch auf der Zeitlinie \
                 dokumentiert.",
            ),
            CaseText::new(
                "change",
                "Der am {day} vereinbarte Fokus war {area}, und auf der Zeitlinie ist kein Ereignis dokumentiert, das zu der Veränderung passt.",
            ),
        ],
    },
    RuleText {
        code: "IPT-069",
        must: "Problembereich und Fallformulierung sollten erst nach Beziehungsinventar und Zeitlinie kommen.",
        cases: &[
            CaseText::new(
                "selected_before",
                "Als der Problembereich am {day} ausgewählt wurde, war davon noch nichts dokumentiert: {open}.",
            ),
            CaseText::new(
                "formulated_before",
                "Als die Fallformulierung am {day} mitgeteilt wurde, war davon noch nichts dokumentiert: {open}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-070",
        must: "Das vorrangige Fokusthema soll mit dem Beginn oder dem Verlauf der Episode verknüpft sein.",
        cases: &[
            CaseText::new(
                "not_linked",
                "Weder zum am {day} vereinbarten Fokus noch in einer Fallformulierung ist ein Zusammenhang mit Beginn oder Verlauf der Episode \
                 dokumentiert.",
            ),
            CaseText::new(
                "no_words",
                "Zum am {day} vereinbarten Fokus ist kein Zusammenhang mit Beginn oder Verlauf der Episode dokumentiert, und auch nicht, welche \
                 Teile die Fallformulierung hatte.",
            ),
        ],
    },
    RuleText {
        code: "IPT-073",
        must: "Isolation, die mit der Episode oder danach begann",
        cases: &[
            CaseText::new(
                "by_day",
                "Der am {day} vereinbarte Fokus war {area}, und laut Dokumentation begann die Isolation am {since}, nicht vor dem Beginn der Episode \
                 ({onset}).",
            ),
            CaseText::new(
                "by_month",
                "Der am {day} vereinbarte Fokus war {area}, und nach den dokumentierten Daten begann die Isolation erst nach dem Beginn der Episode.",
            ),
        ],
    },
];
