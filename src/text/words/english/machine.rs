//! English words of the state machine.

use crate::text::words::Words;

words! {
    Answer {
        holds = "met",
        does_not_hold = "not met",
        does_not_apply = "not applicable",
        cannot_be_told = "cannot be told",
    }
    ConsentRegion {
        not_recorded = "not recorded",
        given = "given",
        limited = "given with limits",
        withdrawn = "withdrawn",
    }
    ConsentSignal {
        consent_given = "consent given",
        consent_limited = "consent with limits",
        consent_withdrawn = "consent withdrawn",
    }
    ContractRegion {
        none = "no contract yet",
        frame_announced = "time limit stated",
        agreed = "agreed",
        ended = "expired",
    }
    ContractSignal {
        frame_announced = "time limit stated",
        contract_agreed = "contract agreed",
        acute_treatment_over = "acute treatment over",
    }
    EngagementRegion {
        active = "in treatment",
        paused = "paused",
        outreach_needed = "stayed away and to be contacted",
        lost = "contact lost",
    }
    EngagementSignal {
        session_held = "session held",
        did_not_attend = "stayed away",
        outreach_made = "outreach",
        paused = "pause",
        resumed = "resumed",
        contact_lost = "contact lost",
    }
    FocusRegion {
        none = "no focus yet",
        proposed = "proposed",
        agreed = "agreed",
    }
    FocusSignal {
        formulation_given = "formulation shared",
        formulation_rejected = "formulation rejected",
        focus_agreed = "focus agreed",
    }
    Guard {
        phase_order = "phases in the protocol's order",
        found_suitable = "patient found suitable",
        screen_answered = "exclusion questions answered",
        screen_clear = "screen findings covered by a specialist plan",
        initial_tasks_done = "initial tasks done",
        focus_is_agreed = "focus agreed",
        formulation_is_accepted = "formulation accepted",
        contract_is_agreed = "contract agreed",
        end_is_announced = "end announced",
        end_is_near = "few enough sessions left to begin the ending",
        extended_before = "extension agreed first",
        ending_tasks_done = "ending tasks done",
        end_mode_fits = "way of ending fits the sessions left",
        concern_handed_over = "each concern answered or handed over",
        within_contract = "session within the contract",
        own_contract_runs = "own contract in force",
        own_contract_agreed = "own contract agreed",
        acute_treatment_over = "acute treatment over",
        near_remission = "in or near remission",
        no_unanswered_concern = "each concern has a response",
        no_ordinary_work = "no ordinary work before the response",
        patient_sought = "the patient is sought on the day",
    }
    SafetyRegion {
        no_open_concern = "no open concern",
        provisional_concern = "item endorsed, not yet asked directly",
        concern_open = "concern without a response",
        response_documented = "response made, reassessment due",
        handed_over = "handed over",
    }
    SafetySignal {
        item_endorsed = "self-harm item endorsed",
        concern_raised = "concern raised",
        enquiry_confirms = "concern confirmed by direct questions",
        enquiry_finds_no_concern = "no concern found by direct questions",
        response_documented = "response documented",
        reassessment_stands = "concern still present at reassessment",
        reassessment_resolved = "concern no longer present at reassessment",
        handed_over = "care handed over",
    }
    Trigger {
        begins_assessment = "start of the assessment",
        begins_initial = "start of the initial phase",
        begins_middle = "start of the middle phase or of a module",
        begins_termination = "start of the termination phase",
        begins_concluded = "end of acute treatment",
        begins_continuation = "start of continuation",
        begins_maintenance = "start of maintenance",
        closes = "end of the course",
        session = "session",
        care = "other care",
        score = "score",
        safety = "safety",
        administration = "administration",
    }
}
