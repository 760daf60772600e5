//! Whether the record fits together.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-300",
        must: "Ein Tag, von dem ein Eintrag als vergangen spricht, sollte vor seiner Niederschrift liegen, ein festgesetzter danach.",
        cases: &[
            CaseText::new(
                "after_writing",
                "Ein Eintrag zum {day} ({kind}) nannte den {found} als vergangen; niedergeschrieben wurde er am {written}, {days:Tag|Tage} davor.",
            ),
            CaseText::new(
                "after_its_day",
                "Ein Eintrag zum {day} ({kind}) nannte den {found} als vergangen, {days:Tag|Tage} nach seinem eigenen Tag.",
            ),
            CaseText::new(
                "before_birth",
                "Ein Eintrag zum {day} ({kind}) nannte einen Tag, der spätestens der {found} war; nach dem am {other} dokumentierten Alter von {years:Jahr|Jahren} lag das vor \
                 der Geburt.",
            ),
            CaseText::new(
                "set_behind",
                "Ein Eintrag zum {day} ({kind}) setzte den {found} fest, {days:Tag|Tage} vor seinem eigenen Tag.",
            ),
        ],
    },
    RuleText {
        code: "IPT-301",
        must: "Das dokumentierte Alter sollte möglich sein und mit der Zeit zunehmen.",
        cases: &[
            CaseText::new(
                "too_old",
                "Das am {day} dokumentierte Alter betrug {found:Jahr|Jahre}; mehr als {most} hat nachweislich niemand erreicht.",
            ),
            CaseText::new(
                "nought",
                "Das am {day} dokumentierte Alter betrug {found:Jahr|Jahre}.",
            ),
            CaseText::new(
                "apart",
                "Das am {other} dokumentierte Alter betrug {before:Jahr|Jahre}, das vom {day} {found:Jahr|Jahre}; zwischen beiden Tagen wird man \
                 {range} Jahre älter.",
            ),
        ],
    },
    RuleText {
        code: "IPT-302",
        must: "Wer gestorben ist, sollte danach weder als lebend noch als beteiligt noch als Kontakt dokumentiert sein.",
        cases: &[
            CaseText::new(
                "alive",
                "Eine Person wurde am {day} als lebend dokumentiert und zugleich als spätestens am {died} gestorben.",
            ),
            CaseText::new(
                "involved",
                "Eine Person wurde am {day} als Teil des jetzigen Lebens dokumentiert und zugleich als spätestens am {died} gestorben.",
            ),
            CaseText::new(
                "met",
                "Am {day} ist ein Kontakt mit einer Person dokumentiert, die nach einem anderen Eintrag spätestens am {died} gestorben war.",
            ),
            CaseText::new(
                "two_days",
                "Als Todestag derselben Person nannte der Eintrag vom {day} den {found}, der vom {other} den {before}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-303",
        must: "Nach dem Tod der behandelten Person sollte nichts dokumentiert sein, was nur Lebende tun, und die Behandlung sollte deshalb abgeschlossen sein.",
        cases: &[
            CaseText::new(
                "alive",
                "Der Tod der behandelten Person ist zum {other} dokumentiert; {found:Eintrag|Einträge} danach, ab dem {day}, \
                 {found|spricht|sprechen} von einer lebenden.",
            ),
            CaseText::new(
                "other_end",
                "Der Tod der behandelten Person ist zum {other} dokumentiert; abgeschlossen wurde am {day} mit einem anderen Ende ({mode}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-304",
        must: "Gesamtwert und Antwort auf das Item zu Selbstverletzung und Suizid müssen zusammen möglich sein.",
        cases: &[
            CaseText::new(
                "denied",
                "Der Gesamtwert ({instrument}) betrug am {day} {found}, das Item zu Selbstverletzung und Suizid war verneint; mit dieser Antwort \
                 beträgt er höchstens {most}.",
            ),
            CaseText::new(
                "endorsed",
                "Der Gesamtwert ({instrument}) betrug am {day} {found}, das Item zu Selbstverletzung und Suizid war bejaht; mit dieser Antwort \
                 beträgt er mindestens {least}.",
            ),
            CaseText::new(
                "left_out",
                "Der Gesamtwert ({instrument}) betrug am {day} {found}, das Item zu Selbstverletzung und Suizid war ausgelassen; die übrigen \
                 ergeben höchstens {most}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-315",
        must: "An einem Tag sollte dieselbe Seite einer Skala einen Gesamtwert gegeben haben.",
        cases: &[CaseText::new(
            "two",
            "Für den {day} sind zwei Gesamtwerte derselben Skala von derselben Seite dokumentiert ({instrument}; {rater}): {before} und {found}.",
        )],
    },
    RuleText {
        code: "IPT-305",
        must: "An einem Tag sollte nicht zugleich eine durchgeführte und eine ausgefallene Sitzung dokumentiert sein.",
        cases: &[CaseText::new(
            "both",
            "Für den {day} ist eine Sitzung als durchgeführt dokumentiert und eine als ausgefallen ({attendance}).",
        )],
    },
    RuleText {
        code: "IPT-306",
        must: "Ein Tag sollte in einer Reihe eine Sitzung haben, einmal dokumentiert.",
        cases: &[
            CaseText::new(
                "twice",
                "Für den {day} ist eine durchgeführte Sitzung zweimal dokumentiert; die Notizen sagen dasselbe.",
            ),
            CaseText::new(
                "two",
                "Für den {day} sind zwei durchgeführte Sitzungen dokumentiert; ihre Notizen unterscheiden sich.",
            ),
            CaseText::new(
                "missed_twice",
                "Für den {day} sind zwei ausgefallene Sitzungen dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-307",
        must: "Die Nummern der Sitzungen sollten ihren Tagen folgen.",
        cases: &[
            CaseText::new(
                "against",
                "Die Sitzung vom {day} trug die Nummer {found}, die vom {other} die Nummer {number}; das ist nicht die Reihenfolge ihrer Tage.",
            ),
            CaseText::new(
                "more_than_days",
                "Die Sitzung vom {day} trug die Nummer {found}, die vom {other} die Nummer {number}; dazwischen {days|lag|lagen} \
                 {days:Tag|Tage}.",
            ),
            CaseText::new(
                "left_out",
                "Zwischen Sitzung {number} vom {other} und Sitzung {found} vom {day} {part|fehlt|fehlen} {part:Nummer|Nummern}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-308",
        must: "Die Nummern einer Gruppe sollten ihren Tagen folgen und innerhalb der Gruppe bleiben.",
        cases: &[
            CaseText::new(
                "repeated",
                "Gruppensitzung {found} ist zum {other} und zum {day} dokumentiert.",
            ),
            CaseText::new(
                "back",
                "Gruppensitzung {found} ist zum {day} dokumentiert und Gruppensitzung {number} zum {other}.",
            ),
            CaseText::new(
                "left_out",
                "Zwischen Gruppensitzung {number} vom {other} und Gruppensitzung {found} vom {day} {part|fehlt|fehlen} {part:Nummer|Nummern}.",
            ),
            CaseText::new(
                "beyond",
                "Zum {day} ist Gruppensitzung {found} dokumentiert; der Vertrag galt für {planned:Sitzung|Sitzungen}, und die erste \
                 dokumentierte war die erste der Gruppe.",
            ),
            CaseText::new(
                "below_own",
                "Die Sitzung vom {day} war nach eigener Zählung Sitzung {number} und nach Zählung der Gruppe Sitzung {found}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-309",
        must: "Eine gemeinsame Kennung sollte für eine Sitzung stehen: ein Tag, eine Dauer.",
        cases: &[
            CaseText::new(
                "two_days",
                "Die Kennung einer gemeinsamen Sitzung steht in den Notizen vom {other} und vom {day}.",
            ),
            CaseText::new(
                "two_lengths",
                "Nach zwei Notizen vom {day} mit der Kennung einer gemeinsamen Sitzung dauerte sie {before:Minute|Minuten} und \
                 {found:Minute|Minuten}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-310",
        must: "Das Screening sollte zu den Diagnosen und den übrigen Einträgen passen.",
        cases: &[
            CaseText::new(
                "diagnosed",
                "Im Screening vom {other} wurde eine Frage verneint ({item}); eine Diagnose vom {day} sagt etwas anderes ({diagnosis}).",
            ),
            CaseText::new(
                "yes_and_no",
                "Im Screening vom {day} wurden Fragen zugleich bejaht und verneint: {items}.",
            ),
            CaseText::new(
                "danger",
                "Das Screening vom {other} ergab keine akute Gefahr; ein Hinweis auf Gefährdung vom {day} ist als unmittelbare Gefahr \
                 dokumentiert.",
            ),
            CaseText::new(
                "violence",
                "Das Screening vom {other} ergab keine anhaltende Gewalt; am {day} ist Gewalt oder Zwang in einer Beziehung dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-311",
        must: "Der Code einer Diagnose sollte die Form haben, die ihre Klassifikation vorsieht.",
        cases: &[CaseText::new(
            "other_form",
            "Der Code der Diagnose vom {day} ({diagnosis}) hatte nicht die Form eines Codes ihrer Klassifikation ({system}).",
        )],
    },
    RuleText {
        code: "IPT-312",
        must: "Die Notiz einer ausgefallenen Sitzung sollte nichts enthalten, was nur eine Sitzung enthalten kann.",
        cases: &[
            CaseText::new(
                "safety",
                "Die Sitzung vom {day} fand nicht statt ({attendance}); ihre Notiz enthält eine Antwort zu Suizid oder Selbstverletzung, \
                 insgesamt: {parts}.",
            ),
            CaseText::new(
                "content",
                "Die Sitzung vom {day} fand nicht statt ({attendance}); ihre Notiz enthält, was zu einer Sitzung gehört: {parts}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-313",
        must: "Pausen, Klinikaufenthalte und der Abschluss sollten jeweils beenden, was begonnen hatte.",
        cases: &[
            CaseText::new(
                "resumed",
                "Am {day} wurde die Behandlung laut Eintrag wieder aufgenommen; eine Pause davor ist nicht dokumentiert.",
            ),
            CaseText::new(
                "discharged",
                "Zum {day} ist eine Entlassung aus der Klinik dokumentiert, aber keine Aufnahme davor.",
            ),
            CaseText::new(
                "admitted",
                "Zum {other} und zum {day} ist je eine Klinikaufnahme dokumentiert, aber keine Entlassung dazwischen.",
            ),
            CaseText::new(
                "after_closing",
                "Die Behandlung wurde am {other} abgeschlossen; am {day} folgte ein Eintrag, wie ihn nur eine laufende hat ({kind}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-314",
        must: "Die Phase, die eine Notiz nennt, sollte zu den Aufgaben darin passen.",
        cases: &[
            CaseText::new(
                "early",
                "Die Notiz der Sitzung vom {day} nannte eine frühe Phase ({phase}) und führte Aufgaben der Beendigung als erledigt: {tasks}.",
            ),
            CaseText::new(
                "goodbye",
                "Die Notiz der Sitzung vom {day} nannte die {phase} und führte den Abschied als erledigt; {found:Sitzung|Sitzungen} mit derselben \
                 Phase {found|folgte|folgten}.",
            ),
            CaseText::new(
                "late",
                "Die Notiz der Sitzung vom {day} nannte eine späte Phase ({phase}) und führte Aufgaben des Beginns als erledigt: {tasks}.",
            ),
        ],
    },
];
