//! What sessions hold.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-111",
        must: "Die Symptome sollen im Verlauf der Behandlung erfragt oder gemessen werden.",
        cases: &[
            CaseText::new(
                "not_asked",
                "In der Sitzung vom {day} wurde laut Notiz nicht nach den Symptomen gefragt, und für diesen Tag ist kein Messwert dokumentiert.",
            ),
            CaseText::new(
                "silent",
                "Zur Sitzung vom {day} ist weder eine Frage nach den Symptomen noch ein Messwert dokumentiert.",
            ),
            CaseText::new(
                "run_not_asked",
                "In {found:Sitzung|Sitzungen} in Folge, vom {from} bis zum {day}, wurde laut Notiz nicht nach den Symptomen gefragt, und es ist kein \
                 Messwert dokumentiert; laut Therapieprotokoll dürfen es höchstens {most} sein.",
            ),
            CaseText::new(
                "run_silent",
                "Zu {found:Sitzung|Sitzungen} in Folge, vom {from} bis zum {day}, ist weder eine Frage nach den Symptomen noch ein Messwert \
                 dokumentiert; laut Therapieprotokoll dürfen es höchstens {most} sein.",
            ),
            CaseText::new(
                "never_asked",
                "In keiner der {whole} durchgeführten Sitzungen, vom {from} bis zum {until}, wurde laut Notiz nach den Symptomen gefragt, und es ist \
                 kein Messwert dokumentiert.",
            ),
            CaseText::new(
                "never",
                "Zu keiner der {whole} durchgeführten Sitzungen, vom {from} bis zum {until}, ist eine Frage nach den Symptomen oder ein Messwert \
                 dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-112",
        must: "Eine Sitzung der mittleren Phase sollte mit der Zeit seit der letzten Sitzung beginnen und Stimmung und Ereignisse verknüpfen.",
        cases: &[
            CaseText::new(
                "not_linked",
                "In der Sitzung vom {day} wurden Stimmung und Ereignisse laut Notiz nicht verknüpft.",
            ),
            CaseText::new(
                "silent",
                "Zur Sitzung vom {day} ist keine Verknüpfung von Stimmung und Ereignissen dokumentiert.",
            ),
            CaseText::new(
                "no_opening",
                "Die Sitzung vom {day} begann laut Notiz nicht mit der Zeit seit der letzten Sitzung.",
            ),
            CaseText::new(
                "mostly_not_linked",
                "In {part} von {whole} Sitzungen ({middle}), vom {from} bis zum {day}, wurden Stimmung und Ereignisse laut Notiz nicht verknüpft.",
            ),
            CaseText::new(
                "mostly_silent",
                "Zu {part} von {whole} Sitzungen ({middle}), vom {from} bis zum {day}, ist keine Verknüpfung von Stimmung und Ereignissen \
                 dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-113",
        must: "In den Sitzungen der mittleren Phase soll am vereinbarten Fokus gearbeitet werden.",
        cases: &[
            CaseText::new(
                "one",
                "Zur Sitzung vom {day} ist keine Arbeit an einem vereinbarten Fokus dokumentiert.",
            ),
            CaseText::new(
                "run",
                "Zu {found:Sitzung|Sitzungen} in Folge ({middle}), vom {from} bis zum {day}, ist keine Arbeit an einem vereinbarten Fokus \
                 dokumentiert; laut Therapieprotokoll dürfen es höchstens {most} sein.",
            ),
            CaseText::new(
                "run_elsewhere",
                "Zu {found:Sitzung|Sitzungen} in Folge ({middle}), vom {from} bis zum {day}, ist keine Arbeit an einem vereinbarten Fokus \
                 dokumentiert, sondern an anderen Bereichen ({instead}); laut Therapieprotokoll dürfen es höchstens {most} sein.",
            ),
            CaseText::new(
                "mostly",
                "Zu {found} von {whole} Sitzungen ({middle}), vom {from} bis zum {day}, ist keine Arbeit an einem vereinbarten Fokus dokumentiert.",
            ),
            CaseText::new(
                "mostly_elsewhere",
                "Zu {found} von {whole} Sitzungen ({middle}), vom {from} bis zum {day}, ist keine Arbeit an einem vereinbarten Fokus dokumentiert, \
                 sondern an anderen Bereichen ({instead}).",
            ),
        ],
    },
    RuleText {
        code: "IPT-115",
        must: "In einer Sitzung der mittleren Phase sollte an einem vereinbarten Problembereich gearbeitet werden und nicht stattdessen an einem \
               anderen.",
        cases: &[
            CaseText::new(
                "elsewhere",
                "In der Sitzung vom {day} wurde an einem anderen Bereich gearbeitet ({found}) und nicht am vereinbarten Fokus ({allowed}).",
            ),
            CaseText::new(
                "elsewhere_unlisted",
                "In der Sitzung vom {day} wurde an einem anderen Bereich gearbeitet ({found}) und nicht am vereinbarten Fokus, der keiner der vier \
                 Bereiche war.",
            ),
        ],
    },
    RuleText {
        code: "IPT-116",
        must: "Bei einem Konflikt oder Rollenwechsel sollte das Erkunden deutlich vor dem Ende der mittleren Phase zu Möglichkeiten führen.",
        cases: &[
            CaseText::new(
                "by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war weder eine Möglichkeit noch eine Entscheidung, eine Übung oder eine \
                 Erprobung dokumentiert.",
            ),
            CaseText::new(
                "never",
                "Bis zum Ende der Phase ({middle}) war weder eine Möglichkeit noch eine Entscheidung, eine Übung oder eine Erprobung dokumentiert.",
            ),
            CaseText::new(
                "one_by_then",
                "Nach {held:Sitzung|Sitzungen} ({middle}), bis zum {other}, war in keiner Sitzung mehr als eine Möglichkeit für den Konflikt \
                 dokumentiert.",
            ),
            CaseText::new(
                "one_alone",
                "Bis zum Ende der Phase ({middle}) war in keiner Sitzung mehr als eine Möglichkeit für den Konflikt dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-117",
        must: "Sitzungen der mittleren Phase sollten von einem konkreten Ereignis ausgehen.",
        cases: &[
            CaseText::new(
                "general",
                "In {found:Sitzung|Sitzungen} in Folge ({middle}), vom {from} bis zum {day}, wurde laut Notiz kein Ereignis der letzten Zeit \
                 aufgegriffen; laut Therapieprotokoll dürfen es höchstens {most} sein.",
            ),
            CaseText::new(
                "silent",
                "Zu {found:Sitzung|Sitzungen} in Folge ({middle}), vom {from} bis zum {day}, ist kein Ereignis der letzten Zeit dokumentiert; laut \
                 Protokoll dürfen es höchstens {most} sein.",
            ),
        ],
    },
    RuleText {
        code: "IPT-118",
        must: "In einer der ersten Sitzungen der mittleren Phase sollten Gefühle ausgedrückt werden.",
        cases: &[
            CaseText::new(
                "flat",
                "In den ersten {found} Sitzungen ({middle}), vom {from} bis zum {day}, wurden laut Notiz keine Gefühle ausgedrückt.",
            ),
            CaseText::new(
                "silent",
                "Zu den ersten {found} Sitzungen ({middle}), vom {from} bis zum {day}, ist kein Ausdruck von Gefühlen dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-119",
        must: "Was für die Zeit zwischen den Sitzungen vereinbart wurde, sollte in der nächsten besprochen werden.",
        cases: &[
            CaseText::new(
                "not_reviewed",
                "In der Sitzung vom {day} wurde laut Notiz nicht besprochen, was am {other} für die Zeit zwischen den Sitzungen vereinbart worden war \
                 ({kinds}).",
            ),
            CaseText::asking(
                "no_review",
                "In der Sitzung vom {other} wurde etwas für die Zeit zwischen den Sitzungen vereinbart ({kinds}); dass es in der Sitzung vom {day} \
                 besprochen wurde, ist nicht dokumentiert.",
                "In der Sitzung vom {other} wurde etwas für die Zeit zwischen den Sitzungen vereinbart ({kinds}). Was war bis zur Sitzung vom {day} \
                 daraus geworden?",
            ),
        ],
    },
    RuleText {
        code: "IPT-120",
        must: "Hauptinhalt einer Sitzung soll nichts sein, was das Therapieprotokoll ausschließt.",
        cases: &[
            CaseText::new(
                "once",
                "Hauptinhalt der Sitzung vom {day} war etwas, das {protocol} nicht vorsieht: {activity}.",
            ),
            CaseText::new(
                "several",
                "Hauptinhalt von {found} Sitzungen, vom {from} bis zum {day}, war etwas, das {protocol} nicht vorsieht: {activity}.",
            ),
            CaseText::new(
                "after",
                "Hauptinhalt von {found:Sitzung|Sitzungen}, {found|am|zuletzt am} {day}, war etwas, das {protocol} nur früher vorsieht ({after}): {activity}.",
            ),
            CaseText::new(
                "another_treatment",
                "Hauptinhalt von {found} Sitzungen in Folge, vom {from} bis zum {day}, war etwas, das {protocol} nicht vorsieht: {activities}.",
            ),
            CaseText::new(
                "mostly",
                "Hauptinhalt von {part} der {whole} Sitzungen ({phase}), vom {from} bis zum {day}, war etwas, das {protocol} dort nicht vorsieht: \
                 {activity}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-122",
        must: "Ab der Mitte der Behandlung sollte immer wieder erwähnt werden, wie viele Sitzungen verbleiben.",
        cases: &[
            CaseText::new(
                "not_mentioned",
                "In {found:Sitzung|Sitzungen} in Folge, vom {from} bis zum {day}, wurde laut Notiz nicht erwähnt, wie viele Sitzungen verbleiben; laut \
                 Protokoll dürfen es höchstens {most} sein.",
            ),
            CaseText::new(
                "silent",
                "Zu {found:Sitzung|Sitzungen} in Folge, vom {from} bis zum {day}, ist nicht dokumentiert, dass die verbleibenden Sitzungen erwähnt \
                 wurden; laut Therapieprotokoll dürfen es höchstens {most} sein.",
            ),
        ],
    },
    RuleText {
        code: "IPT-123",
        must: "Beanspruchen Krisen viele Sitzungen, sollten Versorgungsebene und Indikation überprüft werden.",
        cases: &[CaseText::asking(
            "no_review",
            "In {part} von {whole} durchgeführten Sitzungen ging es um eine Krise, zuletzt am {day}; seit dem {from} ist keine Überprüfung der \
             Versorgungsebene dokumentiert.",
            "In {part} von {whole} durchgeführten Sitzungen ging es um eine Krise, zuletzt am {day}. Ist die Versorgungsebene die richtige?",
        )],
    },
    RuleText {
        code: "IPT-124",
        must: "Nimmt eine nahestehende Person an einer Sitzung teil, sollte die behandelte Person eingewilligt haben.",
        cases: &[
            CaseText::new(
                "no_consent",
                "An der Sitzung vom {day} nahm eine nahestehende Person teil ({relation}); laut Notiz hatte die behandelte Person nicht eingewilligt.",
            ),
            CaseText::asking(
                "consent_unknown",
                "An der Sitzung vom {day} nahm eine nahestehende Person teil ({relation}); die Einwilligung der behandelten Person ist nicht \
                 dokumentiert.",
                "An der Sitzung vom {day} nahm eine nahestehende Person teil ({relation}). Hatte die behandelte Person eingewilligt?",
            ),
        ],
    },
    RuleText {
        code: "IPT-125",
        must: "In der Einzelbehandlung sollten nur wenige Sitzungen gemeinsam mit einer nahestehenden Person stattfinden.",
        cases: &[
            CaseText::new(
                "some",
                "An {found} Sitzungen dieser Einzelbehandlung nahm eine nahestehende Person teil, zuletzt am {day}; das Therapieprotokoll sieht höchstens \
                 {most} vor.",
            ),
            CaseText::new(
                "mostly",
                "An {found} von {whole} Sitzungen dieser Einzelbehandlung nahm eine nahestehende Person teil, zuletzt am {day}; das Therapieprotokoll sieht \
                 höchstens {most} vor.",
            ),
        ],
    },
    RuleText {
        code: "IPT-128",
        must: "Wiederholt am Rande vorgekommen, was nicht zum Modell gehört",
        cases: &[CaseText::new(
            "often",
            "In {part} von {whole} Sitzungen ({phase}), zuletzt am {day}, kam am Rande vor, was nicht zum Modell gehört: {activity}.",
        )],
    },
];
