//! English words of plans.

use crate::text::words::Words;

words! {
    AgendaSlot {
        safety = "safety",
        opening = "opening",
        symptoms = "symptoms",
        enquiry = "questions about safety",
        link = "mood and events",
        work = "main work of the session",
        options = "options and rehearsal",
        summary = "summary",
        between_sessions = "until the next session",
        sessions_left = "sessions left",
    }
    DeadlineStatus {
        met = "done",
        open = "still open",
        last = "possible in time only in the next session",
        passed = "deadline passed",
    }
    Milestone {
        frame_voiced = "time limit stated",
        contract_agreed = "formulation, focus and contract agreed",
        progress_reviewed = "progress reviewed",
        markers_assessed = "work on the problem area assessed",
        end_announced = "end announced",
        sessions_left = "number of sessions left mentioned",
        last_session = "last session",
    }
    Weekday {
        monday = "Mon",
        tuesday = "Tue",
        wednesday = "Wed",
        thursday = "Thu",
        friday = "Fri",
        saturday = "Sat",
        sunday = "Sun",
    }
}
