//! English words of protocols.

use crate::text::words::Words;

words! {
    Cadence {
        every_session = "in every session",
        before_and_after = "at the beginning and at the end",
        every_weeks = "at an interval of weeks",
        every_sessions = "at an interval of sessions",
        daily = "daily",
    }
    Fault {
        no_phases = "no phases",
        phases_out_of_order = "phases repeated or out of order",
        closed_listed = "end of a course listed as a phase",
        no_areas = "no problem areas",
        focus_count = "number of active focus items not between one and four",
        sessions_range = "empty range of sessions",
        minutes_range = "empty range of minutes",
        first_minutes_range = "empty range of minutes of the first session",
        weeks_range = "empty range of weeks",
        age_range = "empty range of ages",
        ending_range = "empty range of sessions of the ending",
        initial_range = "usual number of initial sessions above the maximum",
        no_middle = "no session left for the middle phase",
        announcement_order = "thresholds for announcing the end out of order",
        gap_order = "thresholds for gaps out of order",
        phase_numbers = "numbered phases that do not cover the course exactly",
        cadence_numbers = "stretches of the cadence that do not cover the course exactly",
        dose_against_weeks = "typical number of sessions that does not fit cadence and weeks",
        specialisation_area = "specialisation of a problem area that the protocol does not have",
        fraction = "fraction without a denominator",
        no_time_frame = "no kind of time frame",
        adjusted_twice = "rule adjusted twice",
        declared_twice = "task declared twice",
        task_phase = "task of a phase that the protocol does not have",
        task_session = "task due after the last session",
        track_range = "empty range of sessions of a further track",
        measure_interval = "interval of a measure missing",
        sick_role = "task of the sick role without a sick role",
        module_numbers = "modules that do not cover the course exactly",
        module_phase = "module of a phase that the protocol does not have",
        module_twice = "module listed twice",
        entry_score = "score at entry without bounds or with bounds in the wrong order",
        track_minutes = "empty range of minutes of a further track",
        anchor_phase = "outside event for a phase that the protocol does not have",
        parked_phase = "focus item put off until a phase that the protocol does not have",
        proscribed_phase = "activity excluded after a phase that the protocol does not have",
        area_label_area = "word for a problem area that the protocol does not have",
        area_label_twice = "two words for one problem area",
        group_range = "empty range of members or facilitators of a group",
        group_entry = "time limit for joining the group missing or out of place",
        months_range = "empty range of months of maintenance",
        medication_withheld = "weeks without medication against the policy on medication",
        technique_twice = "technique listed twice",
        technique_both_ways = "technique both required and excluded",
        work_both_ways = "work between sessions both provided for and excluded",
        task_both_ways = "task both required and excluded",
        proscribed_twice = "activity excluded twice",
        step_time = "decision without a time",
        step_after_last = "decision before the first or after the last session or week",
        completion = "completed course without sessions or weeks or with too many",
        participant_sessions = "participant in more sessions than there are",
        unsourced = "number without a fitting source",
    }
    Format {
        individual = "individual therapy",
        group = "group therapy",
        individual_and_group = "individual and group therapy",
        dyadic = "child and parent",
        couple = "couple therapy",
        conjoint = "patient and caregiver",
        self_guided = "modules without a guide",
        guided = "modules with a guide",
        blended = "modules and sessions in turn",
    }
    GroupEntry {
        closed = "closed group",
        late = "late entry possible",
        rolling = "open group",
    }
    Level {
        must = "required",
        should = "recommended",
        may = "optional",
        must_not = "excluded",
    }
    MaintenanceOffer {
        none = "not part of the protocol",
        optional = "as needed",
        standard = "discussed with everyone",
        defining = "purpose of the protocol",
    }
    MedicationPolicy {
        allowed = "allowed",
        expected = "part of treatment",
        stable = "allowed at a stable dose",
        withheld_first = "withheld at first",
        studied_alone = "studied without medication",
    }
}
