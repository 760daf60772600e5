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
    GroupMatter {
        day = "the day",
        track = "the track",
        group_number = "the number of the group session",
        minutes = "the minutes",
        therapist = "the therapist",
        modality = "the way of meeting",
        group_size = "the number of members present",
    }
    Matter {
        agreement_to_the_new_formulation = "the patient's agreement to the new formulation",
        aim = "the aim of the contract",
        alive = "whether the person is alive",
        between_sessions = "what is expected between sessions",
        changed = "the date of the change",
        changed_near_onset = "whether the relationship changed around the onset of the episode",
        contact = "the kind and frequency of contact",
        contract_and_focus_agreed_anew = "a new agreement on contract and focus",
        day = "the day of the death",
        death = "whether the person has died",
        desired_change = "the change that the patient wants in the relationship",
        expectations_by_other = "the expectations of the other person",
        expectations_of_other = "the patient's expectations of the other person",
        fees = "fees and cancellation",
        here_and_now = "work in the here and now",
        interval_days = "the interval between sessions",
        link = "the link between focus and episode",
        measurement = "what is measured and when",
        medication = "medication and who prescribes",
        minutes = "the length of the sessions",
        missed_sessions = "a rule for missed sessions",
        new_formulation = "a new formulation",
        new_role = "the new role",
        nothing_named = "without naming what was changed",
        notice_hours = "the notice for cancelling",
        old_role = "the old role",
        patient_agreed = "the patient's agreement",
        patient_role = "the patient's part",
        people_or_services = "people or services to turn to",
        person = "the person concerned",
        planned_end = "the planned end",
        reason = "the reason",
        satisfying = "what is good about the relationship",
        steps = "steps to take",
        summary = "a summary for the next therapist",
        supervision = "supervision of the therapist",
        time_frame = "the time frame",
        training = "the therapist's training in IPT",
        trigger = "what led to the change of focus",
        unsatisfying = "what is difficult about the relationship",
        warning_signs = "warning signs",
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
        do_it_next = "take it up in the next session",
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
