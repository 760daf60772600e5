//! English words of records.

use crate::text::words::Words;

words! {
    AbsenceReason {
        illness = "illness",
        caring = "care for somebody close",
        bereavement = "bereavement",
        work_or_school = "work or school",
        transport = "the way or its cost",
        weather_or_danger = "weather or danger",
        connection = "failed connection",
        forgotten = "forgotten",
        unwilling = "did not want to come",
        holiday = "holiday",
        in_hospital = "in hospital",
        in_custody = "in custody",
        therapist_away = "therapist away",
        other = "another reason",
        not_known = "not known",
    }
    AdmissionEvent {
        admitted = "admitted to hospital",
        discharged = "discharged from hospital",
    }
    AmendmentReason {
        more_work = "more work needed",
        well_enough = "well enough to end early",
        symptom_return_near_end = "return of symptoms near the end",
        missed_sessions = "missed sessions",
        life_event = "life event",
        slow_response = "slow response",
        scheduling = "scheduling",
        other = "another reason",
    }
    Anchor {
        birth = "birth of a child",
        release = "release from prison",
        discharge = "discharge from hospital",
        school_term = "end of the school term",
    }
    Attendance {
        attended = "attended",
        late = "came late",
        did_not_attend = "did not attend",
        cancelled_by_patient = "cancelled by the patient",
        cancelled_by_therapist = "cancelled by the therapist",
        cancelled_by_service = "cancelled by the service",
        rescheduled = "moved to another day",
    }
    Channel {
        telephone = "by telephone",
        in_person = "in person",
        video = "by video",
        message = "by message or e-mail",
        letter = "by letter",
        module = "through an online module",
    }
    ClinicalResult {
        remitted = "remission",
        responded = "response",
        partial_response = "partial response",
        no_change = "no change",
        deteriorated = "deterioration",
        not_assessed = "not assessed",
    }
    Closeness {
        inner = "inner ring",
        middle = "middle ring",
        outer = "outer ring",
    }
    ConcernKind {
        suicidal_ideation = "thoughts of suicide",
        suicidal_intent = "suicidal intent",
        suicidal_plan = "suicide plan",
        preparatory_act = "preparation for suicide",
        attempt = "suicide attempt",
        self_harm = "self-harm",
        harm_to_others = "harm to others",
        victimisation = "violence suffered",
        safeguarding = "risk to a child or a dependent adult",
        severe_self_neglect = "severe self-neglect",
        acute_psychiatric_change = "acute psychiatric change",
    }
    ConsentState {
        given = "given",
        limited = "given with limits",
        withdrawn = "withdrawn",
    }
    ContactPurpose {
        outreach = "after a missed session",
        safety = "safety",
        ending_tasks = "ending tasks",
        medication = "medication",
        information = "information",
        scheduling = "scheduling",
        follow_up = "follow-up",
        referral = "referral",
        other = "another purpose",
    }
    ContactWith {
        patient = "patient",
        significant_other = "close person",
        parent = "parent",
        school = "school",
        prescriber = "prescriber",
        referrer = "referrer",
        ward_team = "ward team",
        service = "another service",
        team = "supervisor or team",
    }
    ContractScope {
        acute = "acute treatment",
        continuation = "continuation",
        maintenance = "maintenance",
    }
    ContractTerm {
        here_and_now = "work in the here and now",
        patient_role = "the patient's part",
        fees_and_cancellation = "fees and cancellation",
        between_sessions = "what is expected between sessions",
        systematic_homework = "systematic homework",
        medication = "medication and who prescribes",
        crisis_contact = "crisis contact",
        measurement = "what is measured and when",
        goals = "goals",
    }
    CourseLink {
        recurrence = "recurrence",
        step_up = "more intensive treatment",
        step_down = "less intensive treatment",
        switch = "another form of treatment",
        next_part = "next part of one plan",
    }
    DayKnown {
        month = "to the month",
        year = "to the year",
        not_known = "not at all",
    }
    DecidedBy {
        patient = "the patient",
        together = "the patient together with somebody else",
        therapist = "the therapist",
        other = "somebody else",
    }
    DiagnosisRole {
        target = "treated diagnosis",
        comorbid = "comorbid diagnosis",
        ruled_out = "diagnosis ruled out",
    }
    Disposition {
        discharge = "discharge",
        continuation = "continuation",
        maintenance = "maintenance",
        augment_with_medication = "medication added",
        switch_to_medication = "medication instead of psychotherapy",
        other_psychotherapy = "another psychotherapy",
        combined_treatment = "psychotherapy and medication together",
        specialist_care = "specialist care",
        crisis_service = "crisis service",
        none = "nothing further",
    }
    Document {
        case_report = "case report",
        inventory = "interpersonal inventory",
        formulation = "formulation",
        summary = "closing summary",
        ratings = "ratings",
        self_rating = "therapist's self-rating",
    }
    EndMode {
        completed_as_contracted = "completed as agreed",
        completed_early_by_agreement = "completed early by agreement",
        ended_by_patient_decision = "ended by the patient's decision",
        dropped_out = "dropped out, contact lost",
        ended_by_therapist_or_service = "ended by the therapist or the service",
        transferred_to_other_therapist = "transferred to another therapist",
        transferred_to_other_treatment = "transferred to another treatment",
        hospitalised_not_resumed = "not resumed after hospital admission",
        died = "death of the patient",
        never_started = "never started",
        administrative_error = "opened in error",
        moved_away = "the patient moved away",
        detained = "the patient was detained",
        missing = "the patient went missing",
        barrier_of_access = "a barrier of access",
        single_consultation = "a single consultation",
    }
    EngagementDecision {
        continue = "going on",
        pause = "pausing",
        end = "ending treatment",
        contact_lost = "contact given up as lost",
    }
    EnquiryBasis {
        direct_questions = "direct questions",
        questionnaire_item = "only an item of a questionnaire",
    }
    EnquiryResult {
        no_concern = "asked, no concern",
        concern = "asked, and a concern was found",
        declined = "asked, but the patient declined to answer",
        not_asked = "not asked",
    }
    EnquirySubject {
        ideation = "thoughts",
        intent = "intent",
        plan = "plan",
        means = "access to means",
        past_attempts = "earlier attempts",
        protective = "protective factors",
    }
    FactClass {
        opening = "opening",
        step = "change of phase",
        session = "session",
        care = "other care",
        score = "score",
        safety = "safety",
        administration = "administration",
        closing = "closing",
    }
    FactKind {
        opened = "start of the record",
        reporting_changed = "change in what is reported",
        age_recorded = "age",
        diagnosis_made = "diagnosis",
        history_taken = "history",
        medication_noted = "medication",
        therapist_assigned = "assignment of a therapist",
        supervision_held = "supervision",
        adherence_rated = "external adherence rating",
        document_filed = "document on file",
        consent_recorded = "consent",
        screening_done = "exclusion screen",
        suitability_decided = "suitability decision",
        task_recorded = "task",
        person_inventoried = "person in the interpersonal inventory",
        inventory_completed = "completion of the interpersonal inventory",
        life_event_recorded = "life event",
        onset_dated = "onset of the episode",
        area_considered = "consideration of a problem area",
        grief_detailed = "details of the grief",
        dispute_detailed = "details of the dispute",
        dispute_staged = "stage of the dispute",
        transition_detailed = "details of the transition",
        deficits_detailed = "details of the deficits",
        markers_assessed = "assessment of the work on the problem area",
        formulation_given = "sharing of the formulation",
        formulation_answered = "answer to the formulation",
        focus_agreed = "agreement on the focus",
        frame_announced = "statement of the time limit",
        contract_agreed = "agreement on the contract",
        contract_amended = "change of the contract",
        phase_begun = "start of a phase",
        session = "session",
        contact = "contact outside sessions",
        admission = "admission or discharge",
        external_date = "date of an outside event",
        enquiry_made = "direct questions about safety",
        concern_raised = "safety concern",
        safety_response = "response to a concern",
        safety_reassessed = "reassessment of a concern",
        safety_handed_over = "handover of care for a concern",
        incident_recorded = "serious incident",
        scored = "score",
        review_held = "progress review",
        judgement_made = "clinical judgement",
        relapse_plan_made = "relapse prevention plan",
        maintenance_decided = "decision on maintenance",
        paused = "pause",
        resumed = "resumption of treatment",
        break_announced = "announcement of a break",
        outreach_made = "outreach after missed sessions",
        engagement_decided = "decision on how to go on",
        transferred = "transfer to another therapist",
        closed = "end of the course",
    }
    FocusTrigger {
        new_life_event = "new life event",
        first_focus_wrong = "first focus proved wrong",
        worked_through = "first focus worked through",
        other = "another occasion",
    }
    FormulationPart {
        syndrome = "syndrome or symptoms",
        area = "problem area",
        link = "link between syndrome and problem area",
        plan = "treatment plan",
        time_limit = "time limit",
    }
    GoalState {
        reached = "reached",
        partly = "reached in part",
        not_reached = "not reached",
        given_up = "given up or replaced",
        not_known = "not known",
    }
    Incident {
        death = "death of the patient",
        attempt = "suicide attempt",
        serious = "another serious incident",
    }
    LifeEvent {
        death = "death",
        non_death_loss = "another loss",
        conflict = "conflict",
        role_change = "change of role",
        isolation = "isolation",
        trauma = "trauma",
        other = "another event",
    }
    MaintenanceDecision {
        none = "no maintenance",
        continuation = "continuation",
        maintenance = "maintenance",
        deferred = "decision put off",
    }
    Manner {
        wanted = "wanted",
        imposed = "imposed",
        mixed = "partly wanted and partly imposed",
    }
    MarkerResult {
        met = "met",
        partly = "partly met",
        not_met = "not met",
    }
    MedicationChange {
        at_entry = "taken at the start of treatment",
        started = "started",
        dose_changed = "dose changed",
        switched = "switched",
        stopped = "stopped",
        none_taken = "no medication taken",
    }
    MissedSessionPolicy {
        never = "no missed session counts",
        no_show_only = "no-shows count",
        late_cancel_and_no_show = "no-shows and late cancellations count",
        all = "every missed session counts",
    }
    Modality {
        in_person = "in person",
        video = "by video",
        telephone = "by telephone",
        online = "in writing or by online module",
    }
    NotePart {
        minutes = "its length",
        participants = "other people who took part",
        talk = "what was talked about",
        enquiry = "direct questions about safety",
        work = "strategies, techniques or other activities",
        between_sessions = "work between sessions",
        tasks = "tasks done",
        scores = "scores",
    }
    Origin {
        live = "recorded during care",
        imported = "imported from another system",
        inferred = "inferred from other data",
    }
    PatientResponse {
        accepted = "accepted",
        accepted_with_changes = "accepted with changes",
        rejected = "rejected",
        pending = "not answered yet",
    }
    PauseReason {
        illness = "illness",
        bereavement = "bereavement",
        holiday = "holiday",
        therapist_absence = "absence of the therapist",
        hospital = "hospital admission",
        birth = "birth of a child",
        patient_request = "at the patient's request",
        other = "another reason",
    }
    Precision {
        day = "exact to the day",
        month = "exact to the month",
        year = "exact to the year",
    }
    PriorResponse {
        remitted = "remission",
        responded = "response",
        partial = "some gain",
        none = "no gain",
        unknown = "not known",
    }
    Receiver {
        crisis_team = "crisis team",
        emergency_services = "emergency services",
        hospital = "hospital",
        specialist = "specialist",
        general_practitioner = "GP",
        safeguarding = "safeguarding service",
        other = "another service",
    }
    Relation {
        partner = "partner",
        former_partner = "former partner",
        parent = "parent",
        child = "child",
        sibling = "brother or sister",
        relative = "another relative",
        friend = "friend",
        colleague = "colleague",
        boss = "superior at work",
        caregiver = "caregiver",
        professional = "professional",
        ward_team = "ward team",
        school = "person from the school",
        co_facilitator = "second facilitator",
        supporter = "supporter",
        other = "another person",
    }
    ReviewOption {
        continue = "going on as planned",
        reformulate = "new formulation",
        more_frequent = "more frequent sessions",
        add_medication = "additional medication",
        other_therapy = "another therapy",
        specialist_review = "specialist's opinion",
        extend = "agreed extension",
        end_early = "agreed early end",
    }
    RoleInEpisode {
        cause = "contributing to the episode",
        consequence = "consequence of the episode",
        maintaining = "maintaining",
        protective = "protective",
        unclear = "unclear",
    }
    SafetyAction {
        safety_plan = "safety plan",
        means_safety = "restriction of access to means",
        supports_contacted = "contact with supporters",
        extra_contact = "extra contact",
        consultation = "consultation of the supervisor or the team",
        urgent_referral = "urgent referral",
        crisis_team = "crisis team",
        emergency_services = "emergency services",
        hospital = "hospital",
        legal_duty = "fulfilment of a legal duty",
    }
    ScreenItem {
        bipolar = "mania, hypomania or bipolar disorder",
        psychosis = "psychotic symptoms",
        substance_dependence = "substance dependence",
        ocd_or_phobia_target = "OCD or phobia as the target of treatment",
        severe_cognitive_impairment = "severe cognitive impairment",
        imminent_danger = "immediate danger",
        medical_mimic = "physical illness with similar symptoms",
        chronic_depression = "chronic depression",
        personality_disorder = "personality disorder",
        ongoing_violence = "violence or coercive control in a close relationship",
    }
    SessionKind {
        ordinary = "ordinary session",
        crisis = "crisis session",
        joint = "joint session",
    }
    Suitability {
        suitable = "suitable",
        with_cautions = "suitable with cautions",
        unsuitable = "not suitable",
    }
    SupervisionForm {
        individual = "individual supervision",
        group = "group supervision",
        peer = "supervision among equals",
        live = "live supervision",
        recording = "on recordings",
        notes = "on written notes",
    }
    Support {
        confidant = "somebody to confide in",
        practical = "practical help",
        none = "no support",
    }
    TherapistKind {
        specialist = "mental-health professional",
        trainee = "professional in IPT training",
        supervised_nonspecialist = "health worker under supervision",
        lay = "lay person under supervision",
        software = "software without a therapist",
    }
    TimeFrameKind {
        sessions = "number of sessions",
        weeks = "number of weeks",
        sessions_within_weeks = "number of sessions within a number of weeks",
        until_review = "until a review",
    }
    Track {
        main = "main treatment",
        pre_treatment = "pre-treatment session",
        mid_treatment = "mid-treatment meeting",
        post_treatment = "post-treatment meeting",
        added_group = "added group",
        continuation = "continuation",
        maintenance = "maintenance",
        booster = "booster session",
        follow_up = "follow-up",
    }
}
