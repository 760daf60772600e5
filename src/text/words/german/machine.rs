//! German words of the state machine.

use crate::text::words::Words;

words! {
    Answer {
        holds = "erfüllt",
        does_not_hold = "nicht erfüllt",
        does_not_apply = "nicht anwendbar",
        cannot_be_told = "nicht beurteilbar",
    }
    ConsentRegion {
        not_recorded = "nicht dokumentiert",
        given = "erteilt",
        limited = "mit Einschränkungen erteilt",
        withdrawn = "widerrufen",
    }
    ConsentSignal {
        consent_given = "Einwilligung erteilt",
        consent_limited = "Einwilligung mit Einschränkungen",
        consent_withdrawn = "Einwilligung widerrufen",
    }
    ContractRegion {
        none = "noch kein Vertrag",
        frame_announced = "zeitliche Begrenzung genannt",
        agreed = "vereinbart",
        ended = "ausgelaufen",
    }
    ContractSignal {
        frame_announced = "zeitliche Begrenzung genannt",
        contract_agreed = "Vertrag vereinbart",
        acute_treatment_over = "Akutbehandlung beendet",
    }
    EngagementRegion {
        active = "in Behandlung",
        paused = "pausiert",
        outreach_needed = "nicht erschienen und Kontaktaufnahme nötig",
        lost = "Kontakt abgebrochen",
    }
    EngagementSignal {
        session_held = "Sitzung durchgeführt",
        did_not_attend = "nicht erschienen",
        outreach_made = "Kontaktaufnahme",
        paused = "Pause",
        resumed = "Wiederaufnahme",
        contact_lost = "Kontakt abgebrochen",
    }
    FocusRegion {
        none = "noch kein Fokus",
        proposed = "vorgeschlagen",
        agreed = "vereinbart",
    }
    FocusSignal {
        formulation_given = "Fallformulierung mitgeteilt",
        formulation_rejected = "Fallformulierung abgelehnt",
        focus_agreed = "Fokus vereinbart",
    }
    Guard {
        phase_order = "Reihenfolge der Phasen eingehalten",
        found_suitable = "Indikation gestellt",
        screen_answered = "Ausschlussfragen beantwortet",
        screen_clear = "Fachbehandlung für Befunde des Screenings geplant",
        initial_tasks_done = "Aufgaben der initialen Phase erledigt",
        focus_is_agreed = "Fokus vereinbart",
        formulation_is_accepted = "Fallformulierung angenommen",
        contract_is_agreed = "Therapievertrag vereinbart",
        end_is_announced = "Ende angekündigt",
        end_is_near = "Ende nahe genug für die Beendigungsphase",
        extended_before = "Verlängerung zuvor vereinbart",
        ending_tasks_done = "Aufgaben der Beendigungsphase erledigt",
        end_mode_fits = "Art des Endes passt zu den restlichen Sitzungen",
        concern_handed_over = "Maßnahme oder Übergabe zu jedem Hinweis auf Gefährdung",
        within_contract = "Sitzung im Rahmen des Vertrags",
        own_contract_runs = "eigener Vertrag in Kraft",
        own_contract_agreed = "eigener Vertrag vereinbart",
        acute_treatment_over = "Akutbehandlung beendet",
        near_remission = "Remission erreicht oder nahezu erreicht",
        no_unanswered_concern = "Maßnahme zu jedem Hinweis auf Gefährdung",
        no_ordinary_work = "keine gewohnte Fokusarbeit vor der Maßnahme",
        patient_sought = "Kontaktaufnahme am selben Tag",
    }
    SafetyRegion {
        no_open_concern = "kein offener Hinweis auf Gefährdung",
        provisional_concern = "Item bejaht, noch nicht direkt gefragt",
        concern_open = "Hinweis auf Gefährdung ohne Maßnahme",
        response_documented = "Maßnahme dokumentiert, erneute Klärung fällig",
        handed_over = "übergeben",
    }
    SafetySignal {
        item_endorsed = "Item zu Selbstverletzung bejaht",
        concern_raised = "Hinweis auf Gefährdung",
        enquiry_confirms = "Hinweis auf Gefährdung durch direkte Fragen bestätigt",
        enquiry_finds_no_concern = "durch direkte Fragen kein Hinweis auf Gefährdung gefunden",
        response_documented = "Maßnahme dokumentiert",
        reassessment_stands = "nach erneuter Klärung weiter Hinweis auf Gefährdung",
        reassessment_resolved = "nach erneuter Klärung kein Hinweis auf Gefährdung mehr",
        handed_over = "Versorgung übergeben",
    }
    Trigger {
        begins_assessment = "Beginn der Diagnostik",
        begins_initial = "Beginn der initialen Phase",
        begins_middle = "Beginn der mittleren Phase oder eines Moduls",
        begins_termination = "Beginn der Beendigungsphase",
        begins_concluded = "Ende der Akutbehandlung",
        begins_continuation = "Beginn der Fortsetzungstherapie",
        begins_maintenance = "Beginn der Erhaltungstherapie",
        closes = "Abschluss der Behandlung",
        session = "Sitzung",
        care = "andere Behandlungsschritte",
        score = "Messwert",
        safety = "Sicherheit",
        administration = "Verwaltung",
    }
}
