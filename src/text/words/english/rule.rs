//! English words of rules, reports and sources.

use crate::text::words::Words;

words! {
    Basis {
        manual = "manual",
        guideline = "guideline",
        trial = "study",
        practice = "practice",
        unseen = "field knowledge, source not read",
        design = "our own choice",
    }
    Clause {
        integrity_or_safety = "integrity or safety",
        shared_by_all_variants = "shared by all variants",
        published_bound = "published limit",
        deviation = "deviation",
        own_number = "our own number",
        event = "event",
    }
    Conformance {
        conforms = "conforms",
        conforms_with_deviations = "conforms with deviations",
        does_not_conform = "does not conform",
        cannot_tell = "cannot be told",
    }
    Matter {
        after_the_last_session_before_it = "announcement only after the last session before the break",
        agreement_to_the_new_formulation = "the patient's agreement to the new formulation",
        aim = "the aim of the contract",
        alive = "whether the person is alive",
        alternative_offered = "the offer of another treatment",
        changed = "the date of the change",
        changed_near_onset = "whether the relationship changed around the onset of the episode",
        consent = "the patient's consent to the joint session",
        contact = "the kind and frequency of contact",
        contract_and_focus_agreed_anew = "a new agreement on contract and focus",
        crisis_contact = "a contact for a crisis",
        currently_involved = "whether the relationship continues at present",
        day = "the day of the death",
        death = "whether the person has died",
        desired_change = "the change that the patient wants in the relationship",
        expectations_by_other = "the expectations of the other person",
        expectations_of_other = "the patient's expectations of the other person",
        focus_reconsidered = "a review of the focus after the life event",
        formulation_rejected = "the patient's rejection of the formulation",
        full = "the full sick role",
        how_late_it_was_cancelled = "how long before the session it was cancelled",
        interval_days = "the interval between sessions",
        limited = "the limited sick role",
        link = "the link between focus and episode",
        minutes = "the length of the sessions",
        missed_sessions = "a rule for missed sessions",
        more_often_than_the_protocol_provides_for = "sessions more often than the protocol provides for",
        new_formulation = "a new formulation",
        new_role = "the new role",
        no_focus_agreed = "the agreement on a focus",
        notice_hours = "the notice for cancelling",
        old_and_new_role = "the old and the new role",
        old_role = "the old role",
        outcome = "the result of the medication review",
        patient_agreed = "the patient's agreement",
        patient_holds_plan = "the patient's copy of the safety plan",
        people_or_services = "people or services to turn to",
        person = "the person concerned",
        plan = "a plan for the new stage",
        purpose = "the purpose of the joint session",
        reason = "the reason",
        referrer_informed = "information for the referrer",
        review_day = "the day on which the pause is reviewed",
        satisfying = "what is good about the relationship",
        sick_role = "how far the sick role was given",
        steps = "steps to take",
        summary = "a summary for the next therapist",
        supervision = "supervision of the therapist",
        support = "who gives support",
        therapist = "the therapist",
        training = "the therapist's training in IPT",
        transfer = "a handover to the new therapist",
        trigger = "what led to the change of focus",
        unsatisfying = "what is difficult about the relationship",
        warning_signs = "warning signs",
        what_late_is = "from when a cancellation counts as late",
    }
    Region {
        contract = "contract",
        focus = "focus",
        safety = "safety",
        engagement = "engagement",
        consent = "consent",
    }
    Remedy {
        record_it = "record it if it was done",
        do_it_next = "consider it for the next session",
        correct_entry = "correct the entry if it is wrong",
        ask_directly = "ask directly and record the answer",
        document_response = "record the response to the concern",
        hand_over = "hand the care over to a named service",
        agree_amendment = "agree and record the change",
        review_formulation = "review focus and formulation",
        review_progress = "review progress and options",
        discuss_in_supervision = "discuss in supervision",
        seek_patient = "contact the patient and record it",
        justify_by_waiver = "record the reason as a waiver",
        consider_other_protocol = "consider another protocol",
        for_information = "for information",
    }
    RuleKind {
        record = "record",
        order = "order",
        dose_and_timing = "amount and timing",
        content = "content",
        safety = "safety",
        measure = "measures",
        ending = "ending",
        maintenance = "continuation and maintenance",
        supervision = "supervision and waivers",
    }
    Severity {
        note = "note",
        warning = "warning",
        error = "error",
    }
    Strength {
        primary = "primary source",
        secondary = "secondary source",
        lay = "lay text",
        unread = "text not read",
    }
    Unwaivable {
        it_guards_safety_or_the_integrity_of_the_record = "protection of safety and of the record",
        the_catalogue_has_no_such_rule = "no such rule in the catalogue",
    }
    Verb {
        finds = "finds",
        lacks = "lacks",
        calls_for = "calls for an answer",
    }
}
