//! German.

pub(super) mod plans;
mod rules;
pub(super) mod statements;
pub(super) mod steps;

pub(super) use rules::RULES;

use super::Phrases;

pub(in crate::text) static PHRASES: Phrases = Phrases {
    months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    whole_day: "{day}. {month} {year}",
    day_and_month: "{day}. {month}",
    and: " und ",
    none: "keine",
    checked: "{protocol}, Version {version} · Regelwerk {edition} · Stand {day}",
    graded_by_protocol: "{code} wird laut Therapieprotokoll als {severity} eingestuft ({source}).",
    off_by_protocol: "{code} wird laut Therapieprotokoll ausgelassen ({source}).",
    graded_by_site: "{code} wird laut Einrichtung als {severity} eingestuft.",
    off_by_site: "{code} wird laut Einrichtung ausgelassen.",
    conforms: "entspricht dem Therapieprotokoll",
    conforms_with_deviations: "entspricht dem Therapieprotokoll mit Abweichungen",
    does_not_conform: "weicht wesentlich vom Therapieprotokoll ab",
    cannot_tell: "lässt sich aus dieser Dokumentation nicht beurteilen",
    record_alone: "ob die Dokumentation in sich stimmig ist",
    errors: "{n:wesentliche Abweichung|wesentliche Abweichungen}",
    warnings: "{n:Abweichung|Abweichungen}",
    notes: "{n:Anmerkung|Anmerkungen}",
    following: "und {n}, die daraus {n|folgt|folgen}",
    questions: "{n:offene Frage|offene Fragen}",
    made_good: "{n:Feststellung wurde|Feststellungen wurden} später behoben",
    waived: "{n:Feststellung ist|Feststellungen sind} begründet",
    nothing_found: "nichts festgestellt",
    told: "{decided} von {apply} anwendbaren Regeln waren zu beurteilen",
    safety_open: "Von den Regeln zur Sicherheit waren {n} nach dieser Dokumentation nicht zu beurteilen.",
    safety_asked: "{n:offene Frage betrifft|offene Fragen betreffen} die Sicherheit.",
    safety_open_short: "{n} zur Sicherheit nicht",
    another_protocol: "Die Behandlung selbst folgt einem anderen Protokoll, {protocol}.",
    safety: "Sicherheit",
    answered_since: "Dokumentiert ist erst etwas {days:Tag|Tage} später, am {day} ({entry}).",
    open_questions: "Offene Fragen",
    asked_by: "({code}; nicht vollständig dokumentiert: {topics})",
    asked_all_the_same: "({code})",
    not_decided: "Nicht vollständig dokumentiert und deshalb nicht beurteilt:",
    rules: "{n:Regel|Regeln}",
    not_met: "Nicht erfüllt:",
    remedied: "Behoben am {day}, {days:Tag|Tage} später ({entry}); im Urteil zählt es nicht mehr.",
    made_up_for: "Erst am {day} nachgeholt, {days:Tag|Tage} später ({entry}): Es gilt als verspätet, nicht als unterlassen, und zählt im Urteil nicht.",
    remedied_same_day: "Behoben am selben Tag ({entry}); im Urteil zählt es nicht mehr.",
    remedied_late: "Erst am {day} behoben, {days:Tag|Tage} später ({entry}); die Feststellung bleibt daher bestehen.",
    waived_by: "Begründet ({entry}).",
    waived_until: "Begründet bis {day} ({entry}).",
    also: "Ebenso an {n:weiteren Stelle|weiteren Stellen}: {places}.",
    follows: "Was daraus folgt:",
    due_phase: "als die {phase} am {day} begann",
    due_sessions: "als am {day} mehr als {most:Sitzung|Sitzungen} stattgefunden {most|hatte|hatten}",
    due_closing: "als die Behandlung am {day} als abgeschlossen beendet wurde",
    due_opening: "als die Dokumentation am {day} in der {phase} begann",
    key: "Kennung {key}",
    source: "({source}, {basis})",
    consider: "Vorschläge: {remedies}",
    course: "Behandlung insgesamt",
    entry: "Eintrag {number}",
    session: "Sitzung {number}",
    session_beside: "Sitzung {number} ({track})",
    session_not_held: "Sitzung, die nicht stattfand (Eintrag {number})",
};
