//! Formulation, contract, and safety before communication is worked on.

use crate::text::{CaseText, RuleText};

pub(super) static TEXTS: &[RuleText] = &[
    RuleText {
        code: "IPT-075",
        must: "Vor der mittleren Phase soll eine Fallformulierung mit Syndrom, Problembereich, Zusammenhang, Plan und zeitlicher Begrenzung \
               mitgeteilt sein.",
        cases: &[
            CaseText::new(
                "not_given",
                "Laut Dokumentation war keine Fallformulierung mitgeteilt worden, {due}.",
            ),
            CaseText::new("none", "{due}, war keine Fallformulierung dokumentiert."),
            CaseText::new(
                "incomplete",
                "Zur Fallformulierung vom {day} {missing|ist dieser Teil|sind diese Teile} nicht dokumentiert: {missing}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-076",
        must: "Der vereinbarte Fokus sollte der sein, den die Fallformulierung vorgeschlagen hat.",
        cases: &[
            CaseText::new(
                "another",
                "Der am {day} vereinbarte Fokus ({agreed}) war nicht der, den die Fallformulierung vom {other} vorschlug ({proposed}).",
            ),
            CaseText::new(
                "another_name",
                "Der am {day} vereinbarte Fokus und der in der Fallformulierung vom {other} vorgeschlagene stimmten nicht überein.",
            ),
            CaseText::new(
                "changed",
                "Die behandelte Person nahm die Fallformulierung vom {other} mit Änderungen an, und der am {day} vereinbarte Fokus war ein anderer \
                 als der vorgeschlagene.",
            ),
        ],
    },
    RuleText {
        code: "IPT-077",
        must: "Vor der mittleren Phase soll die behandelte Person der Fallformulierung oder einem Fokus zugestimmt haben.",
        cases: &[
            CaseText::new(
                "rejected",
                "Die behandelte Person hatte die Fallformulierung am {answered} abgelehnt, und dabei war es geblieben, {due}.",
            ),
            CaseText::new(
                "not_agreed",
                "Laut Dokumentation hatte die behandelte Person der Fallformulierung nicht zugestimmt, {due}.",
            ),
            CaseText::new(
                "no_agreement",
                "{due}, war weder ein vereinbarter Fokus noch eine Zustimmung der behandelten Person zu einer \
                 Fallformulierung dokumentiert.",
            ),
            CaseText::asking(
                "pending",
                "Laut Dokumentation hatte die behandelte Person auf die Fallformulierung vom {given} noch nicht geantwortet, {due}.",
                "Die Antwort der behandelten Person auf die Fallformulierung vom {given} war als offen dokumentiert, {due}. \
                 Wie fiel sie aus?",
            ),
            CaseText::asking(
                "unanswered",
                "Zur Fallformulierung vom {given} war keine Antwort der behandelten Person dokumentiert, {due}.",
                "Zur Fallformulierung vom {given} war keine Antwort dokumentiert, {due}. Was sagte die behandelte Person?",
            ),
            CaseText::new(
                "no_formulation",
                "Ein Fokus war vereinbart, {due}; eine Fallformulierung oder eine Antwort der behandelten Person darauf war \
                 nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-081",
        must: "Der Therapievertrag sollte Abstand und Dauer der Sitzungen regeln und die weiteren Punkte, die ein Vertrag regelt.",
        cases: &[
            CaseText::new(
                "left_open",
                "Im Therapievertrag vom {day} blieb offen: {missing}.",
            ),
            CaseText::new(
                "details",
                "Der Therapievertrag vom {day} regelte Abstand und Dauer der Sitzungen; offen blieb: {missing}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-082",
        must: "Wann die Behandlung endet, soll auf eine im Therapieprotokoll vorgesehene Weise vereinbart sein.",
        cases: &[
            CaseText::new(
                "no_end",
                "Der Therapievertrag vom {day} galt bis zu einer Überprüfung nach {days:Tag|Tagen} und legte kein Ende fest; in {protocol} \
                 wird es auf eine dieser Weisen festgelegt: {allowed}.",
            ),
            CaseText::new(
                "another_way",
                "Der Therapievertrag vom {day} legte das Ende anders fest ({frame}) als in {protocol} vorgesehen: {allowed}.",
            ),
        ],
    },
    RuleText {
        code: "IPT-083",
        must: "Die vereinbarte Zahl der Sitzungen oder Wochen soll im Bereich des Therapieprotokolls liegen.",
        cases: &[
            CaseText::new(
                "outside_weeks",
                "Der Therapievertrag vom {day} galt für {found:Woche|Wochen}; {protocol} sieht {range} vor.",
            ),
            CaseText::new(
                "completed_weeks",
                "Die Behandlung wurde als regulär beendet abgeschlossen, mit einem Therapievertrag vom {day} über {found:Woche|Wochen}; {protocol} sieht {range} vor.",
            ),
            CaseText::new(
                "outside",
                "Der Therapievertrag vom {day} galt für {found:Sitzung|Sitzungen}; {protocol} sieht {range} vor.",
            ),
            CaseText::new(
                "completed",
                "Die Behandlung wurde als regulär beendet abgeschlossen, mit einem Therapievertrag vom {day} über {found:Sitzung|Sitzungen}; {protocol} sieht {range} vor.",
            ),
        ],
    },
    RuleText {
        code: "IPT-084",
        must: "Der vereinbarte Abstand der Sitzungen sollte der des Therapieprotokolls sein.",
        cases: &[CaseText::new(
            "outside",
            "Im Therapievertrag vom {day} war ein Abstand von {found:Tag|Tagen} zwischen den Sitzungen vereinbart; {protocol} sieht einen Abstand von \
             {range} Tagen vor.",
        )],
    },
    RuleText {
        code: "IPT-085",
        must: "Spätestens zur ersten Sitzung der mittleren Phase soll ein Therapievertrag vereinbart sein.",
        cases: &[
            CaseText::new(
                "not_agreed",
                "Laut Dokumentation war kein Therapievertrag vereinbart, {due}.",
            ),
            CaseText::new(
                "none",
                "{due}, war weder ein Therapievertrag noch eine zeitliche Begrenzung dokumentiert.",
            ),
            CaseText::new(
                "limit_voiced",
                "{due}, war kein Therapievertrag dokumentiert; eine zeitliche Begrenzung war am {voiced} ausgesprochen worden.",
            ),
        ],
    },
    RuleText {
        code: "IPT-086",
        must: "Die zeitliche Begrenzung sollte in den ersten Sitzungen ausgesprochen werden.",
        cases: &[
            CaseText::new(
                "late",
                "Nach {by:Sitzung|Sitzungen}, am {day}, war noch keine zeitliche Begrenzung dokumentiert.",
            ),
            CaseText::new(
                "never",
                "Nach {by:Sitzung|Sitzungen}, am {day}, war keine zeitliche Begrenzung dokumentiert, und auch seither ist keine dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-088",
        must: "Die behandelte Person soll jeder Änderung des Therapievertrags zugestimmt haben.",
        cases: &[
            CaseText::new(
                "declined",
                "Der Therapievertrag wurde am {day} geändert ({changed}), und laut Dokumentation stimmte die behandelte Person nicht zu.",
            ),
            CaseText::asking(
                "agreement",
                "Der Therapievertrag wurde am {day} geändert ({changed}), und die Zustimmung der behandelten Person dazu ist nicht dokumentiert.",
                "Der Therapievertrag wurde am {day} geändert ({changed}). Hat die behandelte Person zugestimmt?",
            ),
            CaseText::new(
                "reason",
                "Der Therapievertrag wurde am {day} geändert ({changed}), und ein Grund dafür ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-090",
        must: "Jedes aktive Fokusthema sollte vor der mittleren Phase ein Ziel haben.",
        cases: &[
            CaseText::new(
                "not_agreed",
                "Laut Dokumentation waren keine Ziele vereinbart, {due}.",
            ),
            CaseText::new(
                "none",
                "{due}, war nicht zu jedem Thema des Fokus ein Ziel dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-091",
        must: "Das geplante Ende sollte zur Zahl der Sitzungen und zu ihrem Abstand passen.",
        cases: &[
            CaseText::new(
                "earlier",
                "Laut Therapievertrag vom {day} war die letzte Sitzung für den {ends} geplant, {days:Tag|Tage} vor dem Tag, zu dem seine \
                 {sessions:Sitzung|Sitzungen} führten ({expected}).",
            ),
            CaseText::new(
                "later",
                "Laut Therapievertrag vom {day} war die letzte Sitzung für den {ends} geplant, {days:Tag|Tage} nach dem Tag, zu dem seine \
                 {sessions:Sitzung|Sitzungen} führten ({expected}); eine Unterbrechung, die das erklärt, ist nicht dokumentiert.",
            ),
        ],
    },
    RuleText {
        code: "IPT-094",
        must: "Sind in einer Beziehung Gewalt oder Zwang dokumentiert, soll die Sicherheit in dieser Beziehung eingeschätzt sein, bevor an der \
               Kommunikation gearbeitet wird, etwas mit der Person erprobt wird oder sie an einer Sitzung teilnimmt.",
        cases: &[
            CaseText::new(
                "joint_not_assessed",
                "An der Sitzung vom {day} nahm eine nahestehende Person teil ({relation}), Gewalt oder Zwang in einer Beziehung waren seit dem {other} \
                 dokumentiert, und laut Dokumentation wurde die Sicherheit in dieser Beziehung nicht eingeschätzt.",
            ),
            CaseText::asking(
                "joint",
                "An der Sitzung vom {day} nahm eine nahestehende Person teil ({relation}), Gewalt oder Zwang in einer Beziehung waren seit dem {other} \
                 dokumentiert, und eine Einschätzung der Sicherheit in dieser Beziehung war nicht dokumentiert.",
                "An der Sitzung vom {day} nahm eine nahestehende Person teil ({relation}), und Gewalt oder Zwang in einer Beziehung waren seit dem \
                 {other} dokumentiert. War die Sicherheit in dieser Beziehung eingeschätzt?",
            ),
            CaseText::new(
                "communication_not_assessed",
                "In der Sitzung vom {day} wurde an der Kommunikation gearbeitet ({techniques}), Gewalt oder Zwang in einer Beziehung waren seit dem \
                 {other} dokumentiert, und laut Dokumentation wurde die Sicherheit in dieser Beziehung nicht eingeschätzt.",
            ),
            CaseText::asking(
                "communication",
                "In der Sitzung vom {day} wurde an der Kommunikation gearbeitet ({techniques}), Gewalt oder Zwang in einer Beziehung waren seit dem \
                 {other} dokumentiert, und eine Einschätzung der Sicherheit in dieser Beziehung war nicht dokumentiert.",
                "In der Sitzung vom {day} wurde an der Kommunikation gearbeitet ({techniques}), und Gewalt oder Zwang in einer Beziehung waren seit dem \
                 {other} dokumentiert. War die Sicherheit in dieser Beziehung eingeschätzt?",
            ),
            CaseText::new(
                "trial_not_assessed",
                "In der Sitzung vom {day} wurde etwas vereinbart, das mit der anderen Person des Konflikts erprobt werden sollte, Gewalt oder Zwang in einer \
                 Beziehung waren seit dem {other} dokumentiert, und laut Dokumentation wurde die Sicherheit in dieser Beziehung nicht eingeschätzt.",
            ),
            CaseText::asking(
                "trial",
                "In der Sitzung vom {day} wurde etwas vereinbart, das mit der anderen Person des Konflikts erprobt werden sollte, Gewalt oder Zwang in einer \
                 Beziehung waren seit dem {other} dokumentiert, und eine Einschätzung der Sicherheit in dieser Beziehung war nicht dokumentiert.",
                "In der Sitzung vom {day} wurde etwas vereinbart, das mit der anderen Person des Konflikts erprobt werden sollte, und Gewalt oder Zwang in \
                 einer Beziehung waren seit dem {other} dokumentiert. War die Sicherheit in dieser Beziehung eingeschätzt?",
            ),
            CaseText::new(
                "not_assessed",
                "Am {day} sind Gewalt oder Zwang in einer Beziehung dokumentiert, und laut Dokumentation wurde die Sicherheit in dieser Beziehung nicht \
                 eingeschätzt.",
            ),
            CaseText::asking(
                "on_record",
                "Am {day} sind Gewalt oder Zwang in einer Beziehung dokumentiert, aber keine Einschätzung der Sicherheit in dieser Beziehung.",
                "Am {day} sind Gewalt oder Zwang in einer Beziehung dokumentiert. Wurde die Sicherheit in dieser Beziehung eingeschätzt?",
            ),
        ],
    },
    RuleText {
        code: "IPT-291",
        must: "Nach dem Ende des Vertrags soll die Akutbehandlung nicht im selben Verlauf unter einem Vertrag ohne Ende weitergehen.",
        cases: &[
            CaseText::new(
                "without_end",
                "Nach der Beendigung unter dem Vertrag vom {other} wurde am {day} vereinbart, ohne festes Ende weiterzumachen; {found:Sitzung|Sitzungen} \
                 {found|folgte|folgten} im selben Verlauf.",
            ),
            CaseText::new(
                "after_break",
                "Nach der Beendigung unter dem Vertrag vom {other} wurde am {day} ein weiterer Vertrag vereinbart; die Sitzung davor war am {last}, \
                 {days:Tag|Tage} vor der nächsten, und {found:Sitzung|Sitzungen} {found|folgte|folgten} im selben Verlauf.",
            ),
        ],
    },
];
