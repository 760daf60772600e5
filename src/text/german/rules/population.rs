//! For whom a protocol is: score at entry, diagnoses, medication, people.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-270",
        must: "Der Messwert zu Beginn soll im Bereich des Therapieprotokolls liegen.",
        cases: &[
            CaseText::new(
                "above",
                "Der erste Messwert ({instrument}) vom {day} lag mit {found} über dem höchsten, mit dem {protocol} begonnen wird ({most}).",
            ),
            CaseText::new(
                "below",
                "Der erste Messwert ({instrument}) vom {day} lag mit {found} unter dem niedrigsten, mit dem {protocol} begonnen wird ({least}).",
            ),
            CaseText::new(
                "no_score",
                "Bis zur ersten Sitzung am {day} war kein Messwert dokumentiert, für den {protocol} zu Beginn einen Bereich hat ({instrument}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-271",
        must: "Zu einer Diagnose, die das Therapieprotokoll ausschließt, soll ein Plan der Fachbehandlung oder eine Begründung dokumentiert sein.",
        cases: &[CaseText::asking(
            "uncovered",
            "Die Diagnose vom {day} ({diagnosis}) war eine, die {protocol} ausschließt; weder ein Plan der Fachbehandlung noch eine Begründung von diesem \
             Tag an war dokumentiert.",
            "Die Diagnose vom {day} ({diagnosis}) ist eine, die {protocol} ausschließt. Welche Fachbehandlung ist geplant, oder warum wurde die Behandlung \
             angeboten?",
        )],
    },
    RuleText {
        code: "IPT-272",
        must: "Gehören Medikamente zur Behandlung, sollten sie bis zum Beginn der mittleren Phase dokumentiert sein.",
        cases: &[
            CaseText::new(
                "none_taken",
                "Bis zum {day} war dokumentiert, dass keine Medikamente eingenommen wurden; {protocol} wurde zusammen mit Medikamenten untersucht.",
            ),
            CaseText::new(
                "none_noted",
                "Bis zum {day} waren keine Medikamente dokumentiert; {protocol} wurde zusammen mit Medikamenten untersucht.",
            ),
        ],
    },
    RuleText {
        code: "IPT-273",
        must: "Medikamente in der Zeit, in der das Therapieprotokoll mit ihnen wartet",
        cases: &[CaseText::new(
            "early",
            "Am {day} waren Medikamente dokumentiert ({change}), in der Zeit zu Beginn, in der {protocol} mit ihnen wartet.",
        )],
    },
    RuleText {
        code: "IPT-274",
        must: "Medikamente neben einer Therapie, die allein untersucht wurde",
        cases: &[CaseText::new(
            "beside",
            "Am {day} waren Medikamente dokumentiert ({change}); {protocol} wurde ohne Medikamente untersucht.",
        )],
    },
    RuleText {
        code: "IPT-275",
        must: "Wer laut Therapieprotokoll einzubeziehen ist, soll teilnehmen; wer laut Therapieprotokoll nicht dabei ist, soll nicht teilnehmen.",
        cases: &[
            CaseText::new(
                "never",
                "Bis zum {as_of} war keine Sitzung dokumentiert, an der eine Person teilnahm, die {protocol} einbezieht ({relation}).",
            ),
            CaseText::new(
                "too_few",
                "Es {found|war|waren} {found:Sitzung|Sitzungen} dokumentiert, an {found|der|denen} eine Person teilnahm, die {protocol} einbezieht \
                 ({relation}); {protocol} sieht {least} vor.",
            ),
            CaseText::new(
                "kept_out",
                "An der Sitzung vom {day} nahm eine Person teil, die laut {protocol} nicht dabei ist ({relation}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-276",
        must: "Kontakte außerhalb der Sitzungen, die das Therapieprotokoll vorsieht oder auslässt",
        cases: &[
            CaseText::new(
                "not_made",
                "Als die Behandlung am {day} abgeschlossen wurde, war ein Kontakt nicht dokumentiert, den {protocol} vorsieht ({with}).",
            ),
            CaseText::new(
                "left_out",
                "Am {day} war ein Kontakt dokumentiert, den {protocol} auslässt ({with}).",
            ),
        ],
    },
];
