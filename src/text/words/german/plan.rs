//! German words of plans.

use crate::text::words::Words;

words! {
    AgendaSlot {
        safety = "Sicherheit",
        opening = "Einstieg",
        symptoms = "Symptome",
        enquiry = "Fragen nach Gefährdung",
        link = "Stimmung und Ereignisse",
        work = "Schwerpunkt der Sitzung",
        options = "Möglichkeiten und Einüben",
        summary = "Zusammenfassung",
        between_sessions = "bis zur nächsten Sitzung",
        sessions_left = "verbleibende Sitzungen",
    }
    DeadlineStatus {
        met = "erfolgt",
        open = "noch offen",
        last = "nur noch in der nächsten Sitzung rechtzeitig",
        passed = "Frist verstrichen",
    }
    Milestone {
        frame_voiced = "zeitliche Begrenzung genannt",
        contract_agreed = "Fallformulierung, Fokus und Vertrag vereinbart",
        progress_reviewed = "Fortschritt überprüft",
        markers_assessed = "Stand der Arbeit am Problembereich eingeschätzt",
        end_announced = "Ende angekündigt",
        sessions_left = "Zahl der verbleibenden Sitzungen genannt",
        last_session = "letzte Sitzung",
    }
    Weekday {
        monday = "Mo",
        tuesday = "Di",
        wednesday = "Mi",
        thursday = "Do",
        friday = "Fr",
        saturday = "Sa",
        sunday = "So",
    }
}
