//! Work on the areas.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-130",
        must: "Bei Trauer sollten früh in der mittleren Phase die Beziehung und die Zeit um den Tod besprochen werden.",
        cases: &[
            CaseText::new(
                "by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war keine Arbeit an {missing|diesem Thema|diesen Themen} der Trauer \
                 dokumentiert: {missing}.",
            ),
            CaseText::new(
                "never",
                "Bis zum Ende der Phase ({middle}) war keine Arbeit an {missing|diesem Thema|diesen Themen} der Trauer dokumentiert: {missing}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-131",
        must: "Bei Trauer sollten vor dem Ende der mittleren Phase gute und schwierige Gefühle gegenüber der Person besprochen werden.",
        cases: &[CaseText::new(
            "never",
            "Bis zum Ende der Phase ({middle}) war keine Arbeit an {missing|einer Seite|beiden Seiten} der Trauer dokumentiert: {missing}.",
        )],
    },
    RuleText {
        code: "IPT-132",
        must: "Bei Trauer sollte der Weg zurück zu anderen Menschen vor dem Ende der mittleren Phase begonnen sein.",
        cases: &[CaseText::new(
            "never",
            "Bis zum Ende der Phase ({middle}) war kein Schritt zurück zu Menschen oder Interessen dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-133",
        must: "Fällt bei Trauer ein Jahrestag in die Vertragszeit, sollte es einen Plan dafür geben.",
        cases: &[CaseText::asking(
            "no_plan",
            "Ein Jahrestag des Verlusts, am {anniversary}, fiel in die vereinbarte Behandlungszeit; ein Plan dafür ist nicht dokumentiert.",
            "Ein Jahrestag des Verlusts, am {anniversary}, fällt in die vereinbarte Behandlungszeit. Was ist für diesen Tag geplant?",
        )],
    },
    RuleText {
        code: "IPT-134",
        must: "Bei einem Konflikt sollte das Stadium in einer der ersten Sitzungen der mittleren Phase bestimmt werden.",
        cases: &[
            CaseText::asking(
                "by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war das Stadium des Konflikts nicht dokumentiert.",
                "In welchem Stadium war der Konflikt nach {held:Sitzung|Sitzungen} ({middle}), am {other}: Neuverhandlung, Sackgasse oder Auflösung \
                 der Beziehung?",
            ),
            CaseText::asking(
                "never",
                "Bis zum Ende der Phase ({middle}) war das Stadium des Konflikts nicht dokumentiert.",
                "In welchem Stadium war der Konflikt am Ende der Phase ({middle}): Neuverhandlung, Sackgasse oder Auflösung der Beziehung?",
            ),
        ],
    },
    RuleText {
        code: "IPT-135",
        must: "Ändert sich das Stadium eines Konflikts, sollte sich mit ihm der Plan ändern.",
        cases: &[CaseText::asking(
            "no_plan",
            "Das Stadium des Konflikts änderte sich am {day} (vorher: {before}; danach: {stage}); ein Plan für das neue Stadium ist nicht \
             dokumentiert.",
            "Das Stadium des Konflikts änderte sich am {day} (vorher: {before}; danach: {stage}). Was war von da an geplant?",
        )],
    },
    RuleText {
        code: "IPT-136",
        must: "Bei einem Konflikt sollte in einer der ersten Sitzungen der mittleren Phase ein Austausch zwischen beiden analysiert werden \
               (Kommunikationsanalyse).",
        cases: &[
            CaseText::new(
                "by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war keine Kommunikationsanalyse zum Konflikt dokumentiert.",
            ),
            CaseText::new(
                "never",
                "Bis zum Ende der Phase ({middle}) war keine Kommunikationsanalyse zum Konflikt dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-138",
        must: "Bei einem Konflikt sollte die behandelte Person die Entscheidung selbst treffen.",
        cases: &[
            CaseText::new(
                "therapists",
                "In der Sitzung vom {day} ist eine Entscheidung im Konflikt als Entscheidung der Therapeutin oder des Therapeuten dokumentiert.",
            ),
            CaseText::asking(
                "others",
                "In der Sitzung vom {day} ist eine Entscheidung im Konflikt als die einer anderen als der behandelten Person dokumentiert.",
                "In der Sitzung vom {day} ist eine Entscheidung im Konflikt als die einer anderen als der behandelten Person dokumentiert. Wer hat \
                 sie getroffen?",
            ),
        ],
    },
    RuleText {
        code: "IPT-139",
        must: "Ist die Beziehung nicht mehr zu retten, sollte vor dem Ende der mittleren Phase um sie getrauert oder am Rollenwechsel gearbeitet \
               werden.",
        cases: &[CaseText::new(
            "never",
            "Am {staged} war der Konflikt im Stadium der Auflösung der Beziehung; bis zum Ende der Phase ({middle}) war weder Trauer um die Beziehung \
             noch Arbeit an einem Rollenwechsel dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-140",
        must: "Bei einem Rollenwechsel sollten früh in der mittleren Phase beide Seiten beider Rollen besprochen werden.",
        cases: &[
            CaseText::new(
                "by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war nicht dokumentiert: {missing}.",
            ),
            CaseText::new(
                "never",
                "Bis zum Ende der Phase ({middle}) war nicht dokumentiert: {missing}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-141",
        must: "Bei einem Rollenwechsel sollte am Verlust gearbeitet werden, bevor Fertigkeiten für die neue Rolle geübt werden.",
        cases: &[CaseText::new(
            "skills_first",
            "Die Arbeit an Fertigkeiten für die neue Rolle begann am {day}; frühere Arbeit am Verlust ist nicht dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-142",
        must: "Bei einem Rollenwechsel sollte vor dem Ende der mittleren Phase ein Schritt zu Unterstützung oder Fertigkeiten getan oder geplant sein.",
        cases: &[CaseText::new(
            "never",
            "Bis zum Ende der Phase ({middle}) war kein Schritt zu Unterstützung oder Fertigkeiten für die neue Rolle dokumentiert.",
        )],
    },
    RuleText {
        code: "IPT-143",
        must: "Bei interpersonellen Defiziten sollte bis zur Mitte der Behandlung erneut nach Lebensereignissen gefragt werden.",
        cases: &[
            CaseText::new(
                "by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war nicht dokumentiert, dass erneut nach Lebensereignissen gefragt wurde.",
            ),
            CaseText::new(
                "never",
                "Bis zum Ende der Phase ({middle}) war nicht dokumentiert, dass erneut nach Lebensereignissen gefragt wurde.",
            ),
        ],
    },
    RuleText {
        code: "IPT-144",
        must: "Bei interpersonellen Defiziten sollten frühere Beziehungen, Muster und die therapeutische Beziehung vor dem Ende der mittleren Phase \
               besprochen werden.",
        cases: &[CaseText::new(
            "never",
            "Bis zum Ende der Phase ({middle}) war keine Arbeit an {missing|diesem Thema|diesen Themen} dokumentiert: {missing}.",
        )],
    },
    RuleText {
        code: "IPT-145",
        must: "Bei interpersonellen Defiziten sollte Kontakt vor dem Ende der mittleren Phase erprobt und besprochen werden.",
        cases: &[CaseText::new(
            "never",
            "Bis zum Ende der Phase ({middle}) war kein Kontakt zu anderen dokumentiert, der erprobt und danach besprochen wurde.",
        )],
    },
    RuleText {
        code: "IPT-146",
        must: "Ein zweites Fokusthema sollte nicht mehr als seinen Anteil an den Sitzungen zum Fokus einnehmen.",
        cases: &[CaseText::new(
            "mostly_second",
            "Von {whole} Sitzungen zum Fokus gingen {part} nur auf das zweite Thema ein ({second}) und nicht auf das erste.",
        )],
    },
    RuleText {
        code: "IPT-147",
        must: "Der Fokus sollte nicht gewechselt werden, wenn die meisten Sitzungen vorüber sind.",
        cases: &[
            CaseText::new(
                "late",
                "Der Fokus wurde am {day} gewechselt, als {part} der {whole} vereinbarten Sitzungen verbraucht waren.",
            ),
            CaseText::new(
                "after_event",
                "Der Fokus wurde am {day} wegen eines neuen Lebensereignisses gewechselt, als {part} der {whole} vereinbarten Sitzungen verbraucht \
                 waren.",
            ),
            CaseText::new(
                "last",
                "Der Fokus wurde am {day} gewechselt, als noch {left:Sitzung|Sitzungen} der {whole} vereinbarten {left|übrig war|übrig waren}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-148",
        must: "Der Fokus sollte nicht öfter gewechselt werden, als das Therapieprotokoll vorsieht.",
        cases: &[CaseText::new(
            "often",
            "Der Fokus wurde {found}-mal gewechselt, zuletzt am {day}; das Therapieprotokoll sieht höchstens {most:Wechsel|Wechsel} vor.",
        )],
    },
    RuleText {
        code: "IPT-149",
        must: "Ein Fokuswechsel soll einen Anlass oder eine Begründung und eine neue Fallformulierung haben, der die behandelte Person zugestimmt hat.",
        cases: &[
            CaseText::new(
                "rejected",
                "Der Fokus wurde am {day} gewechselt; die Fallformulierung dazu lehnte die behandelte Person am {other} ab.",
            ),
            CaseText::asking(
                "unfounded",
                "Der Fokus wurde am {day} gewechselt; nicht dokumentiert {missing|war|waren}: {missing}.",
                "Der Fokus wurde am {day} gewechselt. Lässt sich dazu ergänzen: {missing}?",
            ),
        ],
    },
    RuleText {
        code: "IPT-151",
        must: "Einvernehmlicher Fokuswechsel",
        cases: &[
            CaseText::new(
                "moved",
                "Der Fokus wurde am {day} einvernehmlich gewechselt ({trigger}); vorher: {before}; danach: {after}.",
            ),
            CaseText::new(
                "changed",
                "Der Fokus wurde am {day} einvernehmlich gewechselt ({trigger}).",
            ),
            CaseText::new(
                "with_reason",
                "Der Fokus wurde am {day} einvernehmlich gewechselt; eine Begründung ist dokumentiert.",
            ),
            CaseText::new(
                "taken_up",
                "Am {day} wurde einvernehmlich ein Fokus aufgenommen ({area}), der am {other} bis zu einer späteren Phase zurückgestellt worden war \
                 ({until}).",
            ),
            CaseText::new(
                "as_planned",
                "Am {day} wurde ein Fokus aufgenommen ({area}), wie am {other} vereinbart: Er war bis dahin zurückgestellt worden ({until}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-152",
        must: "Bei interpersonellen Defiziten sollte ein neues Lebensereignis den Fokus in Frage stellen.",
        cases: &[CaseText::asking(
            "not_looked_at",
            "Am {day} ist ein Lebensereignis dokumentiert ({event}), aber keine spätere Prüfung des Fokus ({area}).",
            "Am {day} ist ein Lebensereignis dokumentiert ({event}). Passt der Fokus noch ({area})?",
        )],
    },
];
