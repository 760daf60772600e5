//! Abstände, Fernbleiben, Unterbrechungen, Verlängerungen.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-154",
        must: "Geplante Sitzung, die nicht stattfand",
        cases: &[
            CaseText::new(
                "did_not_attend",
                "Die geplante Sitzung vom {day} fand nicht statt: Die behandelte Person erschien nicht.",
            ),
            CaseText::new(
                "cancelled_by_patient",
                "Die geplante Sitzung vom {day} fand nicht statt: Die behandelte Person sagte sie ab.",
            ),
            CaseText::new(
                "cancelled_by_therapist",
                "Die geplante Sitzung vom {day} fand nicht statt: Sie wurde von therapeutischer Seite abgesagt.",
            ),
            CaseText::new(
                "cancelled_by_service",
                "Die geplante Sitzung vom {day} fand nicht statt: Die Einrichtung sagte sie ab.",
            ),
            CaseText::new(
                "rescheduled",
                "Die geplante Sitzung vom {day} wurde auf den {to} verlegt.",
            ),
            CaseText::new(
                "same_day",
                "Die geplante Sitzung vom {day} wurde innerhalb des Tages verlegt.",
            ),
            CaseText::asking(
                "not_held",
                "Die geplante Sitzung vom {day} wurde auf den {to} verlegt, und für diesen Tag ist keine Sitzung dokumentiert.",
                "Die geplante Sitzung vom {day} wurde auf den {to} verlegt, und für diesen Tag ist keine Sitzung dokumentiert. Fand sie statt, oder \
                 was wurde daraus?",
            ),
            CaseText::new(
                "moved",
                "Die geplante Sitzung vom {day} wurde auf einen anderen Tag verlegt.",
            ),
        ],
    },
    RuleText {
        code: "IPT-156",
        must: "Die Sitzungen sollten etwa so dicht aufeinander folgen wie vereinbart; ein langer Abstand sollte durch eine Pause, eine angekündigte \
               Unterbrechung oder einen Klinikaufenthalt erklärt sein.",
        cases: &[
            CaseText::new(
                "slight",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt: {days} Tage, davon {covered} in einer Pause, einer angekündigten Unterbrechung oder einem Klinikaufenthalt; beim geltenden Abstand der Sitzungen werden höchstens {limit} andere Tage erwartet.",
            ),
            CaseText::asking(
                "long",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt: {days} Tage, davon {covered} in einer Pause, einer angekündigten Unterbrechung oder einem Klinikaufenthalt; beim geltenden Abstand der Sitzungen gelten mehr als {limit} andere Tage als lang.",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt: {days} Tage, davon {covered} in einer dokumentierten Pause, angekündigten \
                 Unterbrechung oder einem Klinikaufenthalt. Was erklärt die übrigen?",
            ),
            CaseText::asking(
                "break",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt: {days} Tage, davon {covered} in einer Pause, einer angekündigten Unterbrechung oder einem Klinikaufenthalt; beim geltenden Abstand der Sitzungen gelten mehr als {limit} andere Tage als Behandlungsunterbrechung.",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt: {days} Tage, davon {covered} in einer dokumentierten Pause, angekündigten \
                 Unterbrechung oder einem Klinikaufenthalt. Was erklärt die übrigen?",
            ),
            CaseText::asking(
                "silent",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt ({days} Tage), und für mehr als {limit} unerklärte Tage hintereinander \
                 ist weder ein Kontakt mit der behandelten Person noch eine Entscheidung über das weitere Vorgehen dokumentiert.",
                "Zwischen dem {from} und dem {to} fand keine Sitzung statt ({days} Tage). Gab es Kontakt mit der behandelten Person, eine Pause, eine \
                 angekündigte Unterbrechung oder einen Klinikaufenthalt?",
            ),
        ],
    },
    RuleText {
        code: "IPT-158",
        must: "Die Sitzungen sollten nicht zu dicht aufeinander folgen.",
        cases: &[CaseText::asking(
            "close",
            "Die Sitzungen vom {other} und vom {day} folgten einander im Abstand von {days:Tag|Tagen}; ein so kurzer Abstand ist nicht als vereinbart dokumentiert.",
            "Die Sitzungen vom {other} und vom {day} folgten einander im Abstand von {days:Tag|Tagen}. War ein so kurzer Abstand vereinbart?",
        )],
    },
    RuleText {
        code: "IPT-159",
        must: "Der Abstand der Sitzungen sollte sich nicht allmählich vom vereinbarten entfernen.",
        cases: &[CaseText::new(
            "drifted",
            "Die {sessions} Sitzungen vom {from} bis zum {to} verteilten sich auf {days} Tage, davon {covered} durch eine Pause, eine angekündigte Unterbrechung \
             oder einen Klinikaufenthalt erklärt; beim geltenden Abstand wären {limit} das Höchste gewesen.",
        )],
    },
    RuleText {
        code: "IPT-160",
        must: "Die Behandlung sollte nur dort schneller als üblich verlaufen, wo Therapievertrag und Therapieprotokoll es vorsehen.",
        cases: &[
            CaseText::new(
                "amended",
                "Eine Vertragsänderung vom {day} sah eine Sitzung alle {found:Tag|Tage} vor; in {protocol} ist es eine alle {usual:Tag|Tage}.",
            ),
            CaseText::asking(
                "faster",
                "Die {sessions} Sitzungen vom {from} bis zum {to} lagen innerhalb von {days} Tagen; beim geltenden Abstand wären es {limit}. Eine dichtere Folge ist nicht als vereinbart dokumentiert.",
                "Die {sessions} Sitzungen vom {from} bis zum {to} lagen innerhalb von {days} Tagen; beim geltenden Abstand wären es {limit}. War eine dichtere Folge vereinbart?",
            ),
        ],
    },
    RuleText {
        code: "IPT-161",
        must: "Vereinbarung größerer Abstände zwischen den Sitzungen",
        cases: &[CaseText::new(
            "widened",
            "Eine Vertragsänderung vom {day} sah {found:Tag|Tage} von Sitzung zu Sitzung vor; in Therapievertrag und Therapieprotokoll waren es höchstens {most}.",
        )],
    },
    RuleText {
        code: "IPT-162",
        must: "Die Akutbehandlung sollte höchstens wenig länger dauern als geplant.",
        cases: &[CaseText::new(
            "overrun",
            "Die Akutbehandlung dauerte vom {from} bis zum {to}: {days} Tage, davon {covered} durch eine Pause, eine angekündigte Unterbrechung oder \
             einen Klinikaufenthalt erklärt; geplant waren {planned}, mit allem Spielraum wären {limit} das Höchste gewesen.",
        )],
    },
    RuleText {
        code: "IPT-164",
        must: "Bleibt die behandelte Person fern, sollte Kontakt aufgenommen werden.",
        cases: &[
            CaseText::asking(
                "not_sought",
                "Vom {from} bis zum {day} {missed|wurde|wurden} {missed:Sitzung|Sitzungen} hintereinander von der behandelten Person versäumt oder \
                 abgesagt, und bis zum {to}, {days:Tag|Tage} später, ist kein Versuch dokumentiert, sie zu erreichen.",
                "Vom {from} bis zum {day} {missed|wurde|wurden} {missed:Sitzung|Sitzungen} hintereinander von der behandelten Person versäumt oder \
                 abgesagt. Wurde bis zum {to} versucht, sie zu erreichen?",
            ),
            CaseText::new(
                "sought_late",
                "Vom {from} bis zum {day} {missed|wurde|wurden} {missed:Sitzung|Sitzungen} hintereinander von der behandelten Person versäumt oder \
                 abgesagt, und der erste dokumentierte Versuch, sie zu erreichen, war am {made}; {protocol} erwartet ihn innerhalb von {days:Tag|Tagen}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-165",
        must: "Bleibt die behandelte Person fern, sollte entschieden werden, wie es weitergeht.",
        cases: &[
            CaseText::asking(
                "undecided",
                "Vom {from} bis zum {day} {missed|wurde|wurden} {missed:Sitzung|Sitzungen} hintereinander von der behandelten Person versäumt oder \
                 abgesagt, und bis zum {to}, {days:Tag|Tage} später, ist keine Entscheidung über das weitere Vorgehen dokumentiert.",
                "Vom {from} bis zum {day} {missed|wurde|wurden} {missed:Sitzung|Sitzungen} hintereinander von der behandelten Person versäumt oder \
                 abgesagt. Was wurde über das weitere Vorgehen entschieden?",
            ),
            CaseText::new(
                "decided_late",
                "Vom {from} bis zum {day} {missed|wurde|wurden} {missed:Sitzung|Sitzungen} hintereinander von der behandelten Person versäumt oder \
                 abgesagt, und die Entscheidung über das weitere Vorgehen fiel am {made}; {protocol} erwartet sie innerhalb von {days:Tag|Tagen}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-166",
        must: "Wer eine der ersten Sitzungen ohne Nachricht versäumt, sollte innerhalb weniger Tage kontaktiert werden.",
        cases: &[
            CaseText::asking(
                "not_sought",
                "Die behandelte Person versäumte die Sitzung vom {day}, eine der ersten, ohne Nachricht, und bis zum {to}, {days:Arbeitstag|Arbeitstage} \
                 später, ist kein Versuch dokumentiert, sie zu erreichen.",
                "Die behandelte Person versäumte die Sitzung vom {day}, eine der ersten, ohne Nachricht. Wurde bis zum {to} Kontakt aufgenommen?",
            ),
            CaseText::new(
                "sought_late",
                "Die behandelte Person versäumte die Sitzung vom {day}, eine der ersten, ohne Nachricht, und der erste dokumentierte Versuch, sie zu \
                 erreichen, war am {made}; {protocol} erwartet ihn innerhalb von {days:Arbeitstag|Arbeitstagen}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-167",
        must: "Zählen späte Absagen, sollte dokumentiert sein, wie lange vor der Sitzung abgesagt wurde.",
        cases: &[CaseText::asking(
            "how_late",
            "Die behandelte Person sagte die Sitzung vom {day} ab, und wie viele Stunden vorher ist nicht dokumentiert; nach dem Therapievertrag zählt eine \
             späte Absage als eine der Sitzungen.",
            "Nach dem Therapievertrag zählt eine späte Absage als eine der Sitzungen. Wie viele Stunden vorher sagte die behandelte Person die Sitzung vom \
             {day} ab?",
        )],
    },
    RuleText {
        code: "IPT-168",
        must: "Eine längere geplante Unterbrechung sollte in einer Sitzung davor angekündigt werden, mit einem Kontakt für den Krisenfall.",
        cases: &[
            CaseText::new(
                "late",
                "Die Unterbrechung vom {from} bis zum {until} wurde am {day} angekündigt, nach der letzten Sitzung davor, der vom {other}.",
            ),
            CaseText::new(
                "no_contact",
                "Die Unterbrechung vom {from} bis zum {until} wurde am {day} angekündigt, laut Dokumentation ohne Kontakt für den Krisenfall.",
            ),
            CaseText::asking(
                "contact_unknown",
                "Die Unterbrechung vom {from} bis zum {until} wurde am {day} angekündigt, und ein Kontakt für den Krisenfall ist nicht dokumentiert.",
                "Wen konnte die behandelte Person während der Unterbrechung vom {from} bis zum {until} in einer Krise erreichen?",
            ),
        ],
    },
    RuleText {
        code: "IPT-169",
        must: "Eine Pause sollte einen Tag haben, an dem sie überprüft wird, und an diesem Tag sollte sie überprüft werden.",
        cases: &[
            CaseText::new(
                "passed",
                "Die Pause, die am {day} begann, war zur Überprüfung am {review} vorgesehen, und seither ist weder eine Sitzung noch eine Entscheidung dokumentiert.",
            ),
            CaseText::asking(
                "no_day",
                "Zur Pause, die am {day} begann, ist weder ein Ende noch ein Tag dokumentiert, an dem sie überprüft wird.",
                "Wann soll die Pause, die am {day} begann, überprüft werden?",
            ),
        ],
    },
    RuleText {
        code: "IPT-170",
        must: "Der Therapievertrag sollte nicht öfter und nicht um mehr Sitzungen verlängert werden, als das Therapieprotokoll vorsieht.",
        cases: &[
            CaseText::new(
                "once_more",
                "Am {day} wurde der Therapievertrag von {before} auf {sessions} Sitzungen verlängert; es war die {found}. Verlängerung dieser \
                 Behandlung, und {protocol} sieht {most:Verlängerung|Verlängerungen} vor.",
            ),
            CaseText::new(
                "by_many",
                "Am {day} wurde der Therapievertrag von {before} auf {sessions} Sitzungen verlängert, um {found}; {protocol} sieht eine Verlängerung um \
                 höchstens {most} vor.",
            ),
        ],
    },
    RuleText {
        code: "IPT-172",
        must: "Eine Verlängerung sollte vereinbart sein, bevor die letzte Sitzung des Therapievertrags vorüber ist.",
        cases: &[CaseText::new(
            "after_the_end",
            "Am {day} wurde der Therapievertrag von {before} auf {sessions} Sitzungen verlängert, nachdem er am {end} abgelaufen war.",
        )],
    },
    RuleText {
        code: "IPT-173",
        must: "Bevor die Behandlung verlängert wird, weil gegen Ende Symptome wiederkehrten, sollte die Reaktion auf das Ende bedacht werden.",
        cases: &[CaseText::asking(
            "not_considered",
            "Am {day} wurde der Therapievertrag verlängert, weil gegen Ende Symptome wiedergekehrt waren, und bis dahin war kein Blick auf die Reaktion \
             auf das Ende dokumentiert.",
            "Am {day} wurde der Therapievertrag verlängert, weil gegen Ende Symptome wiedergekehrt waren. Wurde vorher die Reaktion auf das Ende \
             betrachtet?",
        )],
    },
    RuleText {
        code: "IPT-175",
        must: "Einvernehmliche Verlängerung des Therapievertrags",
        cases: &[
            CaseText::new(
                "extended",
                "Am {day} wurde der Therapievertrag einvernehmlich von {before} auf {sessions} Sitzungen verlängert ({reason}).",
            ),
            CaseText::new(
                "without_reason",
                "Am {day} wurde der Therapievertrag einvernehmlich von {before} auf {sessions} Sitzungen verlängert; ein Grund ist nicht dokumentiert.",
            ),
            CaseText::new(
                "in_weeks",
                "Am {day} wurde der Therapievertrag einvernehmlich von {before} auf {weeks} Wochen verlängert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-286",
        must: "Finden nach einer Klinikaufnahme wieder Sitzungen statt, sollte die Entlassung dokumentiert sein.",
        cases: &[CaseText::asking(
            "not_discharged",
            "Am {admitted} wurde die behandelte Person in eine Klinik aufgenommen; die Sitzung vom {day} fand statt, ohne dass bis dahin eine Entlassung \
             dokumentiert ist.",
            "Am {admitted} wurde die behandelte Person in eine Klinik aufgenommen, und am {day} fand eine Sitzung statt. War sie bis dahin entlassen?",
        )],
    },
];
