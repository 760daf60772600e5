//! German words of protocols.

use crate::text::words::Words;

words! {
    Cadence {
        every_session = "in jeder Sitzung",
        before_and_after = "zu Beginn und am Ende",
        every_weeks = "im Abstand von Wochen",
        every_sessions = "im Abstand von Sitzungen",
        daily = "täglich",
    }
    Fault {
        no_phases = "keine Phasen",
        phases_out_of_order = "Phasen doppelt oder in falscher Reihenfolge",
        closed_listed = "Abschluss der Behandlung als Phase aufgeführt",
        no_areas = "keine Problembereiche",
        focus_count = "Zahl der aktiven Fokusthemen nicht zwischen eins und vier",
        sessions_range = "leerer Bereich der Sitzungszahl",
        minutes_range = "leerer Bereich der Sitzungsdauer",
        first_minutes_range = "leerer Bereich der Dauer der ersten Sitzung",
        weeks_range = "leerer Bereich der Wochenzahl",
        age_range = "leerer Altersbereich",
        ending_range = "leerer Bereich der Sitzungen der Beendigungsphase",
        initial_range = "übliche Zahl der Sitzungen der initialen Phase über dem Höchstwert",
        no_middle = "keine Sitzung für die mittlere Phase übrig",
        announcement_order = "Schwellen für die Ankündigung des Endes in falscher Reihenfolge",
        gap_order = "Schwellen für Abstände in falscher Reihenfolge",
        phase_numbers = "nummerierte Phasen decken die Behandlung nicht genau ab",
        cadence_numbers = "Abschnitte der Sitzungsfrequenz decken die Behandlung nicht genau ab",
        dose_against_weeks = "übliche Sitzungszahl passt nicht zu Frequenz und Wochenzahl",
        specialisation_area = "Sonderform eines Problembereichs, den das Therapieprotokoll nicht enthält",
        fraction = "Bruch ohne Nenner",
        no_time_frame = "keine Art der zeitlichen Begrenzung",
        adjusted_twice = "Regel doppelt angepasst",
        declared_twice = "Aufgabe doppelt angegeben",
        task_phase = "Aufgabe einer Phase, die das Therapieprotokoll nicht enthält",
        task_session = "Aufgabe erst nach der letzten Sitzung fällig",
        track_range = "leerer Bereich der Sitzungen einer weiteren Reihe",
        measure_interval = "fehlender Abstand einer Messung",
        sick_role = "Aufgabe der Krankenrolle ohne Krankenrolle",
        module_numbers = "Module decken die Behandlung nicht genau ab",
        module_phase = "Modul einer Phase, die das Therapieprotokoll nicht enthält",
        module_twice = "Modul doppelt aufgeführt",
        entry_score = "Eingangswert ohne Grenzen oder mit vertauschten Grenzen",
        track_minutes = "leerer Bereich der Sitzungsdauer einer weiteren Reihe",
        anchor_phase = "äußeres Ereignis zu einer Phase, die das Therapieprotokoll nicht enthält",
        parked_phase = "Fokusthema bis zu einer Phase zurückgestellt, die das Therapieprotokoll nicht enthält",
        proscribed_phase = "ausgeschlossene Tätigkeit nach einer Phase, die das Therapieprotokoll nicht enthält",
        area_label_area = "Bezeichnung für einen Problembereich, den das Therapieprotokoll nicht enthält",
        area_label_twice = "zwei Bezeichnungen für einen Problembereich",
        group_range = "leerer Bereich der Zahl der Teilnehmenden oder der Gruppenleitungen",
        group_entry = "Frist für den Gruppeneinstieg fehlend oder unpassend",
        months_range = "leerer Bereich der Monate der Erhaltungstherapie",
        medication_withheld = "Wochen ohne Medikation im Widerspruch zur Medikationsregelung",
        technique_twice = "Technik doppelt aufgeführt",
        technique_both_ways = "Technik zugleich verlangt und ausgeschlossen",
        work_both_ways = "Arbeit zwischen den Sitzungen zugleich vorgesehen und ausgeschlossen",
        task_both_ways = "Aufgabe zugleich verlangt und ausgeschlossen",
        proscribed_twice = "Tätigkeit doppelt ausgeschlossen",
        step_time = "Entscheidung ohne Zeitpunkt",
        step_after_last = "Entscheidung vor der ersten oder nach der letzten Sitzung oder Woche",
        completion = "regulär beendete Behandlung ohne oder mit zu vielen Sitzungen oder Wochen",
        participant_sessions = "Teilnahme an mehr Sitzungen, als es gibt",
        unsourced = "Zahl ohne passende Quelle",
    }
    Format {
        individual = "Einzeltherapie",
        group = "Gruppentherapie",
        individual_and_group = "Einzel- und Gruppentherapie",
        dyadic = "Kind und Elternteil",
        couple = "Paartherapie",
        conjoint = "behandelte Person und Betreuungsperson",
        self_guided = "Module ohne Anleitung",
        guided = "Module mit Anleitung",
        blended = "Module und Sitzungen im Wechsel",
    }
    GroupEntry {
        closed = "geschlossene Gruppe",
        late = "späterer Einstieg möglich",
        rolling = "offene Gruppe",
    }
    Level {
        must = "erforderlich",
        should = "empfohlen",
        may = "möglich",
        must_not = "ausgeschlossen",
    }
    MaintenanceOffer {
        none = "im Therapieprotokoll nicht vorgesehen",
        optional = "nach Bedarf",
        standard = "mit allen besprochen",
        defining = "Zweck des Therapieprotokolls",
    }
    MedicationPolicy {
        allowed = "zulässig",
        expected = "Teil der Behandlung",
        stable = "zulässig bei stabiler Dosis",
        withheld_first = "zunächst ohne Medikation",
        studied_alone = "ohne Medikation untersucht",
    }
}
