//! Safety.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-024",
        must: "Ergibt das Screening akute Gefahr, soll am selben Tag darauf eingegangen werden.",
        cases: &[CaseText::asking(
            "unanswered",
            "Das Screening vom {day} ergab akute Gefahr, aber für diesen Tag ist keine Maßnahme dazu dokumentiert.",
            "Das Screening vom {day} ergab akute Gefahr. Was wurde an diesem Tag unternommen?",
        )],
    },
    RuleText {
        code: "IPT-026",
        must: "Wer auf die direkte Frage nicht antworten wollte, sollte noch einmal gefragt werden.",
        cases: &[
            CaseText::asking(
                "declined",
                "Am {day} wollte die behandelte Person auf die direkte Frage nach der Sicherheit nicht antworten, und bis zum {to} ist nicht \
                 dokumentiert, dass sie noch einmal gefragt wurde.",
                "Am {day} wollte die behandelte Person auf die direkte Frage nach der Sicherheit nicht antworten. Wurde sie seither noch einmal \
                 gefragt?",
            ),
            CaseText::asking(
                "run",
                "Vom {day} bis zum {to} wollte die behandelte Person {declined:Mal|Mal} nacheinander auf die direkte Frage nach der Sicherheit \
                 nicht antworten, und seither ist keine Antwort darauf dokumentiert.",
                "Vom {day} bis zum {to} wollte die behandelte Person {declined:Mal|Mal} nacheinander auf die direkte Frage nach der Sicherheit \
                 nicht antworten. Wie wurde für ihre Sicherheit gesorgt?",
            ),
        ],
    },
    RuleText {
        code: "IPT-027",
        must: "An dem Tag, der dafür genannt ist, soll ein Hinweis auf Gefährdung noch einmal eingeschätzt werden.",
        cases: &[CaseText::asking(
            "passed",
            "Der Hinweis auf Gefährdung, von dem am {day} die Rede war, sollte am {review} noch einmal eingeschätzt werden, und bis dahin ist keine \
             Einschätzung dokumentiert.",
            "Ein Hinweis auf Gefährdung sollte am {review} noch einmal eingeschätzt werden. Wie ging es der behandelten Person?",
        )],
    },
    RuleText {
        code: "IPT-028",
        must: "Um einen Hinweis auf Gefährdung, der besteht, wenn der Kontakt abbricht, die Behandlung in andere Hände kommt oder eine Pause beginnt, \
             sollte sich jemand kümmern.",
        cases: &[
            CaseText::asking(
                "lost",
                "Ein Hinweis auf Gefährdung bestand, als der Kontakt am {day} als abgebrochen galt, und es ist niemand dokumentiert, der sich darum \
                 kümmert.",
                "Ein Hinweis auf Gefährdung bestand, als der Kontakt am {day} als abgebrochen galt. Wer kümmert sich darum?",
            ),
            CaseText::asking(
                "transferred",
                "Ein Hinweis auf Gefährdung bestand, als am {day} jemand anderes die Behandlung übernahm, und es ist nicht dokumentiert, dass er \
                 übergeben wurde.",
                "Ein Hinweis auf Gefährdung bestand, als am {day} jemand anderes die Behandlung übernahm. Wer kümmert sich darum?",
            ),
            CaseText::asking(
                "paused",
                "Ein Hinweis auf Gefährdung bestand, als am {day} eine Pause begann, und es ist niemand dokumentiert, der sich inzwischen darum \
                 kümmert.",
                "Ein Hinweis auf Gefährdung bestand, als am {day} eine Pause begann. Wer kümmert sich inzwischen darum?",
            ),
        ],
    },
    RuleText {
        code: "IPT-029",
        must: "Bleibt die behandelte Person wiederholt weg, während ein Hinweis auf Gefährdung besteht, sollte jemand mit ihr sprechen.",
        cases: &[
            CaseText::asking(
                "not_spoken",
                "Vom {from} bis zum {day} sagte die behandelte Person {missed:Sitzung|Sitzungen} hintereinander ab, während ein Hinweis auf \
                 Gefährdung bestand, und in dieser Zeit ist kein Kontakt zu ihr dokumentiert.",
                "Vom {from} bis zum {day} sagte die behandelte Person {missed:Sitzung|Sitzungen} hintereinander ab, während ein Hinweis auf \
                 Gefährdung bestand. Hat jemand mit ihr gesprochen?",
            ),
            CaseText::asking(
                "stayed_away",
                "Vom {from} bis zum {day} hat die behandelte Person {missed:Sitzung|Sitzungen} hintereinander versäumt oder abgesagt, während \
                 ein Hinweis auf Gefährdung bestand, und in dieser Zeit ist kein Kontakt zu ihr dokumentiert.",
                "Vom {from} bis zum {day} hat die behandelte Person {missed:Sitzung|Sitzungen} hintereinander versäumt oder abgesagt, während \
                 ein Hinweis auf Gefährdung bestand. Hat jemand mit ihr gesprochen?",
            ),
            CaseText::asking(
                "after_stay",
                "Vom {from} bis zum {day} hat die behandelte Person {missed:Sitzung|Sitzungen} hintereinander versäumt oder abgesagt, nachdem sie \
                 am {discharged} aus dem Krankenhaus entlassen worden war; davor war ein Hinweis auf Gefährdung übergeben worden, und in dieser \
                 Zeit ist kein Kontakt zu ihr dokumentiert.",
                "Vom {from} bis zum {day} hat die behandelte Person {missed:Sitzung|Sitzungen} hintereinander versäumt oder abgesagt, nachdem sie \
                 am {discharged} aus dem Krankenhaus entlassen worden war; davor war ein Hinweis auf Gefährdung übergeben worden. Hat jemand mit \
                 ihr gesprochen?",
            ),
        ],
    },
    RuleText {
        code: "IPT-185",
        must: "Beim Abschluss sollte eine behandelte Person mit Sicherheitsplan eine Kopie davon haben.",
        cases: &[
            CaseText::new(
                "no_copy",
                "Beim Abschluss am {day} hatte die behandelte Person keine Kopie des Sicherheitsplans vom {other}.",
            ),
            CaseText::asking(
                "copy_unknown",
                "Beim Abschluss am {day} war nicht dokumentiert, ob die behandelte Person eine Kopie des Sicherheitsplans vom {other} hatte.",
                "Hat die behandelte Person eine Kopie des Sicherheitsplans vom {other}?",
            ),
        ],
    },
    RuleText {
        code: "IPT-186",
        must: "In jeder durchgeführten Sitzung soll direkt nach der Sicherheit gefragt werden.",
        cases: &[
            CaseText::new(
                "not_asked",
                "In der Sitzung vom {day} wurde laut Notiz nicht direkt nach der Sicherheit gefragt.",
            ),
            CaseText::new(
                "item_alone",
                "In der Sitzung vom {day} stand ein Fragebogen-Item an der Stelle der Frage nach der Sicherheit; laut Notiz wurde nicht direkt \
                 gefragt.",
            ),
            CaseText::new(
                "not_asked_then",
                "In der Sitzung vom {day} wurde laut Notiz nicht direkt nach der Sicherheit gefragt, obwohl ein Hinweis auf Gefährdung bestand.",
            ),
            CaseText::new(
                "mostly_not_asked",
                "In {part} von {whole} durchgeführten Sitzungen, vom {from} bis zum {day}, wurde laut Notiz nicht direkt nach der Sicherheit \
                 gefragt.",
            ),
            CaseText::new(
                "silent",
                "Zur Sitzung vom {day} ist keine direkte Frage nach der Sicherheit dokumentiert.",
            ),
            CaseText::new(
                "silent_then",
                "Zur Sitzung vom {day} ist keine direkte Frage nach der Sicherheit dokumentiert, obwohl ein Hinweis auf Gefährdung bestand.",
            ),
            CaseText::new(
                "run",
                "Vom {from} bis zum {day} ist in {found:Sitzung|Sitzungen} hintereinander keine direkte Frage nach der Sicherheit dokumentiert; das \
                 Protokoll lässt {most} zu.",
            ),
            CaseText::new(
                "not_about_thoughts",
                "Vom {from} bis zum {day}, früh in der Behandlung oder nach einer Änderung der Medikation, ist in {found:Sitzung|Sitzungen} \
                 hintereinander keine Frage nach Suizidgedanken dokumentiert; das Therapieprotokoll lässt {most} zu.",
            ),
            CaseText::new(
                "mostly_silent",
                "Zu {part} von {whole} durchgeführten Sitzungen, vom {from} bis zum {day}, ist keine direkte Frage nach der Sicherheit dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-187",
        must: "Wird ein Item zu Selbstverletzung bejaht, soll am selben Tag direkt gefragt werden.",
        cases: &[
            CaseText::new(
                "not_asked",
                "Das Item zu Selbstverletzung ({instrument}) wurde am {day} bejaht, und laut Notiz dieses Tages wurde nicht direkt gefragt.",
            ),
            CaseText::asking(
                "endorsed",
                "Das Item zu Selbstverletzung ({instrument}) wurde am {day} bejaht, und für diesen Tag ist keine direkte Frage dokumentiert.",
                "Das Item zu Selbstverletzung ({instrument}) wurde am {day} bejaht. Wurde die behandelte Person an diesem Tag direkt gefragt?",
            ),
            CaseText::asking(
                "at_home",
                "Das Selbstverletzungs-Item in {instrument} vom {day}, zwischen den Sitzungen ausgefüllt, wurde bejaht, und bis zum {due}, als der Bogen \
                 vorlag, ist keine direkte Frage dokumentiert.",
                "Das Selbstverletzungs-Item in {instrument} vom {day}, zwischen den Sitzungen ausgefüllt, wurde bejaht; der Bogen lag bis zum {due} vor. \
                 Wurde bis dahin direkt gefragt?",
            ),
            CaseText::asking(
                "left_out",
                "Das Item zu Selbstverletzung ({instrument}) blieb am {day} unbeantwortet, und für diesen Tag ist keine direkte Frage dokumentiert.",
                "Das Item zu Selbstverletzung ({instrument}) blieb am {day} unbeantwortet. Wurde die behandelte Person an diesem Tag direkt gefragt?",
            ),
        ],
    },
    RuleText {
        code: "IPT-189",
        must: "Zu jedem Hinweis auf Gefährdung soll am selben Tag eine Maßnahme dokumentiert sein.",
        cases: &[
            CaseText::asking(
                "raised",
                "Am {day} ist ein Hinweis auf Gefährdung dokumentiert ({kind}), aber für diesen Tag weder ein Sicherheitsplan noch eine andere Maßnahme dazu.",
                "Am {day} ist ein Hinweis auf Gefährdung dokumentiert ({kind}). Was wurde daraufhin unternommen?",
            ),
            CaseText::asking(
                "child",
                "Am {day} ist ein Hinweis auf Gefährdung eines Kindes oder einer schutzbedürftigen Person dokumentiert, aber für diesen Tag keine \
                 Maßnahme dazu.",
                "Am {day} ist ein Hinweis auf Gefährdung eines Kindes oder einer schutzbedürftigen Person dokumentiert. Wer wurde verständigt, und \
                 wer schützt sie?",
            ),
            CaseText::asking(
                "threat",
                "Am {day} ist eine Bedrohung einer anderen Person dokumentiert, aber für diesen Tag keine Maßnahme dazu.",
                "Am {day} ist eine Bedrohung einer anderen Person dokumentiert. Was wurde zu deren Schutz unternommen?",
            ),
            CaseText::asking(
                "found",
                "Eine direkte Frage ergab am {day} einen Hinweis auf Gefährdung, aber für diesen Tag ist weder ein Sicherheitsplan noch eine andere Maßnahme \
                 dazu dokumentiert.",
                "Eine direkte Frage ergab am {day} einen Hinweis auf Gefährdung. Was wurde daraufhin unternommen?",
            ),
            CaseText::asking(
                "again",
                "Eine direkte Frage ergab am {day} wieder einen Hinweis auf Gefährdung, während zu dem vom {raised} keine Maßnahme dokumentiert \
                 war; auch für diesen Tag ist keine dokumentiert.",
                "Eine direkte Frage ergab am {day} wieder einen Hinweis auf Gefährdung, nach dem vom {raised}. Was wurde daraufhin unternommen?",
            ),
            CaseText::asking(
                "attempt",
                "Für den {day} ist ein Suizidversuch dokumentiert, aber bis zum {due} weder ein Sicherheitsplan noch eine andere Maßnahme dazu.",
                "Für den {day} ist ein Suizidversuch dokumentiert. Was war bis zum {due} daraufhin unternommen worden?",
            ),
            CaseText::asking(
                "serious",
                "Für den {day} ist ein schwerwiegendes Ereignis dokumentiert, aber bis zum {due} keine Maßnahme dazu.",
                "Für den {day} ist ein schwerwiegendes Ereignis dokumentiert. Was war bis zum {due} daraufhin unternommen worden?",
            ),
            CaseText::asking(
                "attempt_open",
                "Für den {day} ist ein Suizidversuch dokumentiert, aber von da an bis zum {as_of} weder ein Sicherheitsplan noch eine andere Maßnahme \
                 dazu; fällig war eine bis zum {due}. Sitzungen in dieser Zeit: {sessions}.",
                "Für den {day} ist ein Suizidversuch dokumentiert. Was wurde bis zum {due} und seither daraufhin unternommen?",
            ),
            CaseText::asking(
                "serious_open",
                "Für den {day} ist ein schwerwiegendes Ereignis dokumentiert, aber von da an bis zum {as_of} keine Maßnahme dazu; fällig war eine \
                 bis zum {due}. Sitzungen in dieser Zeit: {sessions}.",
                "Für den {day} ist ein schwerwiegendes Ereignis dokumentiert. Was wurde bis zum {due} und seither daraufhin unternommen?",
            ),
            CaseText::asking(
                "heard",
                "Die Anamnese vom {day} nennt einen Suizidversuch während der Behandlung, der sonst nicht dokumentiert ist; auch für diesen Tag ist \
                 keine Maßnahme dazu dokumentiert.",
                "Die Anamnese vom {day} nennt einen Suizidversuch während der Behandlung. Was wurde daraufhin unternommen?",
            ),
            CaseText::asking(
                "violence",
                "Das Screening vom {day} ergab Gewalt oder Zwang in einer nahen Beziehung, aber für diesen Tag ist keine Maßnahme dazu dokumentiert.",
                "Das Screening vom {day} ergab Gewalt oder Zwang in einer nahen Beziehung. Was wurde an diesem Tag unternommen?",
            ),
            CaseText::asking(
                "which",
                "Am {day} bestanden verschiedenartige Hinweise auf Gefährdung ({kinds}); dokumentiert ist für diesen Tag eine Maßnahme, die nicht sagt, \
                 auf welchen davon sie einging.",
                "Am {day} bestanden verschiedenartige Hinweise auf Gefährdung ({kinds}). Auf welche davon ging die Maßnahme dieses Tages ein?",
            ),
        ],
    },
    RuleText {
        code: "IPT-190",
        must: "Solange zu einem Hinweis auf Gefährdung keine Maßnahme dokumentiert ist, soll nicht wie gewohnt am Fokus gearbeitet werden.",
        cases: &[
            CaseText::new(
                "worked",
                "In der Sitzung vom {day} wurde am Fokus gearbeitet, während zum Hinweis auf Gefährdung vom {raised} keine Maßnahme dokumentiert war.",
            ),
            CaseText::new(
                "worked_unasked",
                "In der Sitzung vom {day} wurde am Fokus gearbeitet, und nach dem am {raised} bejahten Item zu Selbstverletzung hatte noch niemand \
                 gefragt.",
            ),
        ],
    },
    RuleText {
        code: "IPT-191",
        must: "Bei akuter Gefahr soll am selben Tag dringend überwiesen oder ein Notdienst eingeschaltet werden.",
        cases: &[CaseText::asking(
            "in_danger",
            "Am {day} ist akute Gefahr dokumentiert ({kind}), aber für diesen Tag weder eine dringende Überweisung noch ein Notdienst.",
            "Am {day} ist akute Gefahr dokumentiert ({kind}). Wer wurde an diesem Tag eingeschaltet?",
        )],
    },
    RuleText {
        code: "IPT-192",
        must: "Die Maßnahme bei Suizidplan, Absicht, Vorbereitung oder Versuch soll einen schriftlichen Sicherheitsplan enthalten oder begründen, \
               warum es keinen gibt.",
        cases: &[CaseText::asking(
            "no_plan",
            "Auf den Hinweis auf Gefährdung vom {day} ({kind}) folgte am {other} eine Maßnahme; dokumentiert ist weder ein schriftlicher \
             Sicherheitsplan noch ein Grund, warum es keinen gibt.",
            "Auf den Hinweis auf Gefährdung vom {day} ({kind}) folgte am {other} eine Maßnahme. Wurde ein Sicherheitsplan geschrieben, oder warum \
             nicht?",
        )],
    },
    RuleText {
        code: "IPT-193",
        must: "Nach einer Maßnahme soll die Gefährdung bis zur nächsten Sitzung erneut geklärt werden.",
        cases: &[CaseText::asking(
            "not_again",
            "Nach der Maßnahme vom {answered} ist bis zur Sitzung vom {day} keine erneute Klärung der Gefährdung dokumentiert.",
            "Auf einen Hinweis auf Gefährdung folgte am {answered} eine Maßnahme. Bestand die Gefährdung bis zur Sitzung vom {day} noch?",
        )],
    },
    RuleText {
        code: "IPT-194",
        must: "Bleibt die behandelte Person fern, während ein Hinweis auf Gefährdung besteht, soll am selben Tag Kontakt aufgenommen werden.",
        cases: &[CaseText::asking(
            "not_sought",
            "Die behandelte Person erschien am {day} nicht, während ein Hinweis auf Gefährdung bestand; für diesen Tag ist kein Versuch \
             dokumentiert, sie zu erreichen.",
            "Ein Hinweis auf Gefährdung bestand, als die behandelte Person am {day} nicht erschien. Wurde an diesem Tag versucht, sie zu erreichen?",
        )],
    },
    RuleText {
        code: "IPT-197",
        must: "Ein ernster Hinweis auf Gefährdung sollte in der Supervision oder im Team besprochen werden.",
        cases: &[CaseText::asking(
            "alone",
            "Am {day} ist ein ernster Hinweis auf Gefährdung dokumentiert ({kind}), aber keine Besprechung in der Supervision oder im Team.",
            "Am {day} ist ein ernster Hinweis auf Gefährdung dokumentiert ({kind}). Mit wem wurde er besprochen?",
        )],
    },
    RuleText {
        code: "IPT-215",
        must: "Beim Abschluss soll zu jedem Hinweis auf Gefährdung eine Maßnahme oder eine Übergabe dokumentiert sein.",
        cases: &[
            CaseText::new(
                "unanswered",
                "Die Behandlung wurde am {day} abgeschlossen, während zum Hinweis auf Gefährdung vom {raised} keine Maßnahme dokumentiert war.",
            ),
            CaseText::asking(
                "stands",
                "Die Behandlung wurde am {day} abgeschlossen, obwohl die Gefährdung vom {raised} nicht als beendet dokumentiert war; wer die weitere Versorgung übernahm, ist nicht dokumentiert.",
                "Die Gefährdung vom {raised} war nicht als beendet dokumentiert, als die Behandlung am {day} abgeschlossen wurde. Wer übernahm die weitere Versorgung?",
            ),
        ],
    },
    RuleText {
        code: "IPT-234",
        must: "Hinweis auf Gefährdung mit Maßnahme",
        cases: &[
            CaseText::new(
                "answered",
                "Am {day} ist ein Hinweis auf Gefährdung dokumentiert ({kind}) und am selben Tag eine Maßnahme, {answer}.",
            ),
            CaseText::new(
                "handed_over",
                "Am {day} ist ein Hinweis auf Gefährdung dokumentiert ({kind}), und die Versorgung wurde am selben Tag übergeben, {answer}.",
            ),
            CaseText::new(
                "found",
                "Eine direkte Frage ergab am {day} einen Hinweis auf Gefährdung; am selben Tag ist eine Maßnahme dokumentiert, {answer}.",
            ),
            CaseText::new(
                "died",
                "Am {day} ist ein Hinweis auf Gefährdung dokumentiert ({kind}); am Ende dieses Tages war die behandelte Person verstorben.",
            ),
        ],
    },
];
