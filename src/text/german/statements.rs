//! What protocols say, in German.

use crate::text::StatementPhrases;

pub(in crate::text) static PHRASES: StatementPhrases = StatementPhrases {
    heading: "{title} ({id}, Version {version})",
    source: "{source}, {basis}",
    yes: "ja",
    no: "nein",
    nothing: "keine Angabe",
    span: "{min} bis {max}",
    usual: "{span}, üblich {typical}",
    quoted: "„{label}“",
    passed_over: "kann entfallen",
    outright: "ausdrücklich ausgeschlossen",
    not_as_main: "nicht als Schwerpunkt einer Sitzung",
    firm: "verbindlich",
    guide: "Richtwert",
    ends_on: "endet mit dem Urteil: {criterion}",
    session: "Sitzung {number}",
    sessions_from: "Sitzung {from} bis {to}",
    stretch: "Abschnitt {number}",
    pace: "{n:Sitzung|Sitzungen} in {days:Tag|Tagen}",
    sessions: "{n:Sitzung|Sitzungen}",
    minutes: "{n:Minute|Minuten} je Sitzung",
    every_weeks: "im Abstand von {n:Woche|Wochen}",
    every_sessions: "im Abstand von {n:Sitzung|Sitzungen}",
    in_phase: "Phase: {phase}",
    of_area: "Problembereich: {area}",
    after: "nach dieser Phase: {phase}",
    over: "bis dahin beendet: {phase}",
    at_least: "mindestens {n}",
    at_most: "höchstens {n}",
    by_session: "bis Sitzung {n}",
    by_week: "bis Woche {n}",
    options: "mögliche Folgen: {options}",
    off: "ausgelassen",
    order: "Reihenfolge",
    no_difference: "kein Unterschied",
    added: "nur dort: {entry}",
    removed: "nur hier: {entry}",
    changed: "{label}: {left}; dort: {right}",
    changed_entry: "geändert: {label}: {left}; dort: {right}",
};

/// Subjects and labels, by their path.
pub(in crate::text) static FIELDS: &[(&str, &str)] = &[
    ("", "Das Therapieprotokoll"),
    ("id", "Kennung"),
    ("version", "Version dieser Beschreibung"),
    ("title", "Titel"),
    ("parent", "Protokoll, auf dem es aufbaut"),
    ("for_whom", "Zielgruppe in wenigen Worten"),
    ("format", "Wer mit wem zusammenkommt"),
    ("channels", "Wie Sitzungen stattfinden können"),
    ("group", "Gruppe"),
    ("group.members", "Zahl der Teilnehmenden"),
    ("group.facilitators", "Zahl der Gruppenleitungen"),
    ("group.entry", "Einstieg in die Gruppe"),
    (
        "group.late_until",
        "Letzte Gruppensitzung, in der ein späterer Einstieg möglich ist",
    ),
    ("phases", "Phasen"),
    ("modules", "Module"),
    ("population", "Für wen es gedacht ist"),
    ("population.age_min", "Mindestalter in Jahren"),
    ("population.age_max", "Höchstalter in Jahren"),
    (
        "population.remission_at_entry",
        "Remission ist Voraussetzung für den Beginn",
    ),
    (
        "population.excluded",
        "Was zum Ausschluss führt, wenn das Screening es findet",
    ),
    (
        "population.cautioned",
        "Was eine Begründung verlangt, wenn das Screening es findet",
    ),
    ("indications", "Diagnosen, für die es gedacht ist"),
    ("contraindications", "Diagnosen, die es ausschließt"),
    ("entry_scores", "Messwerte zu Beginn"),
    ("dose", "Umfang der Behandlung"),
    ("dose.sessions", "Sitzungen"),
    ("dose.minutes", "Minuten je Sitzung"),
    (
        "dose.first_minutes",
        "Minuten der ersten Sitzung, falls abweichend",
    ),
    ("dose.weeks", "Wochen"),
    ("dose.time_frames", "Wie das Ende festgelegt werden kann"),
    (
        "dose.weeks_are_cap",
        "Die Behandlung endet nach der höchsten Wochenzahl, wie viele Sitzungen auch stattfanden",
    ),
    ("cadence", "Abstand der Sitzungen"),
    ("tracks", "Sitzungen neben der Hauptreihe"),
    ("focus", "Was Fokus sein kann"),
    ("focus.areas", "Problembereiche des Therapieprotokolls"),
    ("focus.max_active", "Höchstzahl aktiver Fokusthemen"),
    (
        "focus.advised",
        "Zahl aktiver Fokusthemen, über der eine Anmerkung erfolgt",
    ),
    (
        "focus.grief_requires_death",
        "Trauer ist nur nach einem Todesfall Fokus",
    ),
    (
        "focus.deficits_last_resort",
        "Interpersonelle Defizite werden nur gewählt, wenn kein anderer Problembereich passt",
    ),
    (
        "focus.secondary_share",
        "Höchster Anteil eines zweiten Fokusthemas an den Sitzungen mit Arbeit am Fokus",
    ),
    (
        "focus.off_focus_run",
        "Höchstzahl aufeinanderfolgender Sitzungen der mittleren Phase ohne Arbeit am Fokus",
    ),
    (
        "focus.onset_window_months",
        "Monate vor Episodenbeginn, in denen ein Ereignis keinen aufrechterhaltenden Zusammenhang braucht",
    ),
    (
        "focus.parked_until",
        "Phase, bis zu der ein zweites Fokusthema zurückgestellt wird",
    ),
    (
        "area_labels",
        "Eigene Bezeichnungen der vier Problembereiche",
    ),
    ("specialisations", "Sonderformen der vier Problembereiche"),
    ("initial", "Initiale Phase"),
    ("initial.sessions_usual", "Übliche Zahl der Sitzungen"),
    ("initial.sessions_most", "Höchstzahl der Sitzungen"),
    ("initial.tasks", "Aufgaben vor der mittleren Phase"),
    ("initial.sick_role", "Krankenrolle"),
    (
        "initial.inventory_min",
        "Mindestzahl der Personen im interpersonellen Inventar",
    ),
    (
        "initial.frame_by_session",
        "Sitzung, bis zu der die zeitliche Begrenzung genannt ist",
    ),
    (
        "initial.contract_terms",
        "Was der Vertrag außer seinen Zahlen regelt",
    ),
    ("middle", "Mittlere Phase"),
    (
        "middle.incident_run",
        "Höchstzahl aufeinanderfolgender Sitzungen ohne konkreten Vorfall aus letzter Zeit",
    ),
    (
        "middle.affect_by",
        "Sitzung der mittleren Phase, bis zu der Gefühle ausgedrückt werden",
    ),
    (
        "middle.stage_by",
        "Sitzung der mittleren Phase, bis zu der das Stadium eines Konflikts bestimmt ist",
    ),
    (
        "middle.analysis_by",
        "Sitzung der mittleren Phase, bis zu der die Kommunikation in einem Konflikt analysiert ist",
    ),
    (
        "middle.explored_by",
        "Anteil der mittleren Phase, bis zu dem der Problembereich erkundet ist (Verlust erzählt, Möglichkeiten aufgezählt, \
         beide Rollen betrachtet)",
    ),
    (
        "middle.acting_by",
        "Anteil der mittleren Phase, bis zu dem die Arbeit vom Erkunden zum Handeln übergeht",
    ),
    (
        "middle.settled_by",
        "Anteil des Vertrags, nach dem ein Wechsel des Fokus spät ist",
    ),
    (
        "middle.changes_max",
        "Wie oft der Fokus in einer Behandlung wechseln kann",
    ),
    (
        "middle.unmentioned_run",
        "Ab der Hälfte der Behandlung: Höchstzahl aufeinanderfolgender Sitzungen, in denen die Zahl der verbleibenden \
         Sitzungen nicht genannt wird",
    ),
    (
        "middle.crisis_share",
        "Anteil der Sitzungen, die Krisen gelten, über dem die Indikation erneut geprüft wird",
    ),
    (
        "middle.joint_max",
        "Höchstzahl gemeinsamer Sitzungen in der Einzeltherapie",
    ),
    (
        "middle.late_share",
        "Anteil der mittleren Phase, nach dem das zu ihrem Beginn Erforderliche zu spät kommt, um weniger zu wiegen",
    ),
    ("ending", "Beendigungsphase"),
    ("ending.sessions_min", "Mindestzahl der Sitzungen"),
    (
        "ending.sessions_min_early",
        "Mindestzahl der Sitzungen bei vereinbartem vorzeitigem Ende",
    ),
    ("ending.sessions_max", "Höchstzahl der Sitzungen"),
    (
        "ending.announce_note_below",
        "Zahl verbleibender Sitzungen, unter der die Ankündigung des Endes eine Anmerkung wert ist",
    ),
    (
        "ending.announce_warn_below",
        "Zahl verbleibender Sitzungen, unter der die Ankündigung des Endes spät ist",
    ),
    ("ending.tasks", "Aufgaben der Beendigungsphase"),
    (
        "ending.completion",
        "Anteil der geplanten Sitzungen, der bei regulär beendeter Behandlung wahrgenommen wurde",
    ),
    ("ending.maintenance", "Behandlung nach der Akutbehandlung"),
    (
        "ending.maintenance_with_all",
        "Erhaltungstherapie wird mit allen besprochen",
    ),
    (
        "ending.settled_sessions",
        "Letzte Sitzungen, in denen kein neues Thema eröffnet wird",
    ),
    (
        "ending.final_score_within",
        "Letzte Sitzungen, in die der abschließende Messwert fällt",
    ),
    (
        "ending.outreach_min",
        "Versuche der Kontaktaufnahme, bevor die Behandlung als abgebrochen gilt",
    ),
    (
        "ending.completion_sessions",
        "Sitzungen der Hauptreihe, mit denen die Behandlung regulär beendet ist",
    ),
    (
        "ending.completion_weeks",
        "Wochen, mit denen die Behandlung regulär beendet ist",
    ),
    (
        "ending.missed_made_up",
        "Versäumte Sitzungen werden nachgeholt",
    ),
    ("maintenance", "Fortsetzungs- und Erhaltungstherapie"),
    (
        "maintenance.interval_days",
        "Tage zwischen Sitzungen der Erhaltungstherapie",
    ),
    (
        "maintenance.off_focus_run",
        "Höchstzahl aufeinanderfolgender Sitzungen ohne interpersonellen Inhalt",
    ),
    ("maintenance.months", "Dauer in Monaten"),
    ("safety", "Sicherheit"),
    (
        "safety.close_days",
        "Tage ab der ersten Sitzung oder einer Änderung der Medikation, in denen häufiger nach Gefährdung gefragt wird",
    ),
    (
        "safety.enquiry_run",
        "In dieser Zeit: Höchstzahl aufeinanderfolgender Sitzungen ohne direkte Fragen nach Gefährdung",
    ),
    (
        "safety.remedy_days",
        "Tage, in denen eine Feststellung zur Sicherheit behoben werden kann und dann weniger wiegt",
    ),
    (
        "safety.cancelled_run",
        "Zahl aufeinanderfolgend versäumter oder abgesagter Sitzungen, ab der bei einem bestehenden Hinweis auf Gefährdung Kontakt aufgenommen wird",
    ),
    ("timing", "Zeitlicher Ablauf"),
    (
        "timing.gap_note",
        "Vielfaches des Sitzungsabstands, ab dessen Überschreitung eine Lücke eine Anmerkung wert ist",
    ),
    (
        "timing.gap_warn",
        "Vielfaches des Sitzungsabstands, ab dessen Überschreitung eine Lücke lang ist",
    ),
    (
        "timing.gap_break",
        "Vielfaches des Sitzungsabstands, ab dessen Überschreitung eine Lücke eine Unterbrechung ist",
    ),
    (
        "timing.gap_min_days",
        "Mindestzahl der Tage zwischen Sitzungen",
    ),
    (
        "timing.twice_weekly",
        "Zwei Sitzungen in der Woche können vereinbart werden",
    ),
    (
        "timing.taper",
        "Der Abstand kann während der Akutbehandlung größer werden",
    ),
    (
        "timing.overrun_weeks",
        "Wochen über den Plan hinaus, die als Abweichung gelten",
    ),
    (
        "timing.overrun_most",
        "Höchstes Vielfaches der geplanten Wochen",
    ),
    (
        "timing.extensions_max",
        "Wie oft ein Vertrag verlängert wird",
    ),
    (
        "timing.extension_sessions_max",
        "Um wie viele Sitzungen ein Vertrag jeweils verlängert wird",
    ),
    (
        "timing.pace_gaps",
        "Sitzungen samt dem Abstand davor, über die das Tempo der Behandlung betrachtet wird",
    ),
    (
        "timing.pace_fast",
        "Vielfaches des vereinbarten Tempos, ab dem die Behandlung schneller als vereinbart verläuft",
    ),
    (
        "timing.outreach_after",
        "Versäumte Sitzungen in Folge, nach denen Kontakt aufgenommen wird",
    ),
    (
        "timing.outreach_days",
        "Tage, in denen diese Kontaktaufnahme erfolgt",
    ),
    (
        "timing.missed_run",
        "Versäumte Sitzungen in Folge, nach denen über das weitere Vorgehen entschieden wird",
    ),
    (
        "timing.silence_days",
        "Tage ohne Kontakt, nach denen über das weitere Vorgehen entschieden wird",
    ),
    (
        "timing.decision_days",
        "Tage, in denen diese Entscheidung fällt",
    ),
    (
        "timing.early_session",
        "Sitzung, vor der auf ein Fernbleiben schneller reagiert wird",
    ),
    (
        "timing.early_outreach_days",
        "Arbeitstage, Montag bis Freitag, in denen nach einem solchen Fernbleiben Kontakt aufgenommen wird",
    ),
    (
        "timing.planned_end_weeks",
        "Wochen, um die das geplante Ende von Sitzungszahl mal Sitzungsabstand abweichen kann",
    ),
    (
        "timing.late_entry_days",
        "Tage, nach denen ein Eintrag als verspätet gilt",
    ),
    (
        "timing.prescriber_days",
        "Tage, in denen die verordnende Stelle kontaktiert wird",
    ),
    ("measurement", "Messung und Überprüfung"),
    (
        "measurement.max_gap",
        "Höchstzahl der Sitzungen ohne Messwert",
    ),
    (
        "measurement.review_by",
        "Sitzung, bis zu der der Fortschritt überprüft wird",
    ),
    (
        "measurement.review_response",
        "Verringerung bis zur Überprüfung, unter der eine Möglichkeit für das weitere Vorgehen dokumentiert wird",
    ),
    ("measures", "Messinstrumente"),
    ("work", "Arbeit in und zwischen den Sitzungen"),
    (
        "work.between_sessions",
        "Vorgesehene Arbeit zwischen den Sitzungen",
    ),
    (
        "work.proscribed_error_from",
        "Sitzungen mit ausgeschlossener Tätigkeit als Schwerpunkt, ab denen es eine wesentliche Abweichung ist",
    ),
    (
        "work.contact_minutes_min",
        "Minuten, unter denen eine durchgeführte Sitzung kurz ist",
    ),
    ("work.medication", "Medikation"),
    (
        "work.medication_withheld_weeks",
        "Wochen, in denen zunächst keine Medikation gegeben wird",
    ),
    (
        "work.supervision_gap",
        "Sitzungen einer Behandlung in Ausbildung ohne Supervision",
    ),
    (
        "work.supervised_share",
        "Anteil der Sitzungen einer Behandlung in Ausbildung, der supervidiert wird",
    ),
    (
        "work.adherence_min",
        "Anteil der Skala, den eine externe Beurteilung der Manualtreue erreicht",
    ),
    (
        "work.waivers_max",
        "Zahl geltender Begründungen, über der die Supervision sie prüft",
    ),
    ("techniques", "Techniken, zu denen es sich äußert"),
    ("proscribed", "Ausgeschlossene Tätigkeiten"),
    ("tasks", "Eigene Aufgaben"),
    ("participants", "Beteiligte Personen"),
    ("contacts", "Kontakte außerhalb der Sitzungen"),
    (
        "anchors",
        "Äußere Ereignisse, an denen das Ende der Behandlung hängt",
    ),
    ("steps", "Entscheidungen aufgrund eines Urteils"),
    (
        "adjustments",
        "Regeln, die es auslässt oder anders einstuft",
    ),
    ("sources", "Werke, die es beschreiben"),
    ("criteria.remission", "Remission"),
    ("criteria.response", "Ansprechen"),
    ("criteria.stabilised", "Stabilisierung"),
    ("instruments.binge-count", "Zahl der Essanfälle"),
    ("instruments.binge-days", "Tage mit Essanfällen"),
    ("instruments.daily-mood", "tägliche Stimmung"),
    (
        "instruments.local-function",
        "örtliches Maß des Funktionsniveaus",
    ),
    ("instruments.local-symptoms", "örtliches Maß der Symptome"),
    ("instruments.vomit-count", "Zahl des Erbrechens"),
];
