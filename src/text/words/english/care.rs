//! English words of care itself: areas, strategies, tasks, techniques, phases, topics, measures.

use crate::text::words::Words;

words! {
    Classification {
        icd_9 = "ICD-9",
        icd_10 = "ICD-10",
        icd_11 = "ICD-11",
        dsm_5 = "DSM-5",
        snomed_ct = "SNOMED CT",
    }
    Direction {
        higher_is_worse = "higher is worse",
        higher_is_better = "higher is better",
    }
    DisputeStage {
        renegotiation = "renegotiation",
        impasse = "impasse",
        dissolution = "dissolution of the relationship",
    }
    Domain {
        depression = "depression",
        anxiety = "anxiety",
        ptsd = "posttraumatic stress",
        mania = "mania",
        eating = "eating",
        distress = "distress",
        function = "functioning",
    }
    EndingTask {
        announce_end = "announcement of the end",
        feelings_about_ending = "feelings about the ending",
        review_symptoms = "review of symptoms",
        review_focus_goals = "review of focus and goals",
        credit_to_patient = "change credited to the patient",
        skills_and_supports = "skills and supports for later",
        relapse_plan = "relapse prevention plan",
        contingency = "preparation for foreseeable stresses",
        nonresponse_review = "review of non-response",
        maintenance_decision = "decision on maintenance",
        medication_plan = "medication plan",
        further_help_advice = "advice on when and where to seek help",
        goodbye = "goodbye and feedback",
        handover = "report to the referrer",
        outcome_recorded = "outcome",
    }
    Extent {
        main = "main work",
        in_passing = "in passing",
    }
    FocusStatus {
        active = "active",
        parked = "set aside",
        ended = "ended",
    }
    Informant {
        self = "the patient's own account",
        parent = "a parent's account",
        partner = "the partner's account",
        caregiver = "a caregiver's account",
        clinician = "a clinician's observation",
    }
    InitialTask {
        consent_and_limits = "consent and limits of confidentiality",
        psychiatric_history = "psychiatric history",
        symptom_review = "symptom review",
        diagnosis_explicit = "diagnosis by recognised criteria",
        bipolar_psychosis_substance_screen = "exclusion screen",
        suicide_risk_enquiry = "direct questions about suicide",
        baseline_severity = "baseline score",
        name_the_illness = "naming the illness",
        psychoeducation = "psychoeducation",
        sick_role = "sick role",
        medication_evaluation = "review of the need for medication",
        medical_check = "check for physical causes",
        interpersonal_inventory = "interpersonal inventory",
        onset_timeline = "timeline of onset and life events",
        problem_area_selection = "choice of problem area",
        interpersonal_formulation = "interpersonal formulation",
        patient_agreement = "agreement on the formulation",
        explain_ipt = "explanation of IPT",
        treatment_goals = "treatment goals",
        treatment_contract = "treatment contract",
        contingency_talk = "crisis arrangements",
        support_mapping = "overview of sources of support",
        closeness_circle = "closeness circle",
        prior_therapy_review = "review of earlier therapies",
        significant_other_contact = "contact with a close person",
        initial_relief = "early hope and relief",
    }
    ItemAnswer {
        endorsed = "endorsed",
        denied = "denied",
        not_answered = "left blank",
    }
    MedicationDecision {
        not_indicated = "not indicated",
        declined = "offered and declined",
        already_taking = "already taken",
        referred = "referred to a prescriber",
    }
    OffModel {
        cognitive_restructuring = "cognitive restructuring",
        displacing_homework = "homework in place of interpersonal work",
        transference_interpretation = "transference interpretation",
        childhood_reconstruction = "reconstruction of childhood",
        exposure = "exposure",
        trauma_narrative = "repeated recounting of the trauma",
        dream_interpretation = "dream interpretation",
        unfocused_support = "supportive talk without a focus",
        eating_talk = "talk about eating",
        diet_advice = "diet advice",
    }
    Phase {
        assessment = "assessment",
        initial = "initial phase",
        middle = "middle phase",
        termination = "termination phase",
        concluded = "time after acute treatment",
        continuation = "continuation",
        maintenance = "maintenance",
        closed = "closed",
    }
    ProblemArea {
        grief = "grief",
        role_dispute = "role dispute",
        role_transition = "role transition",
        interpersonal_deficits = "interpersonal deficits",
    }
    Rater {
        self_report = "self-report",
        clinician = "treating clinician",
        independent = "independent rater",
    }
    ScoreStatus {
        complete = "complete",
        prorated = "prorated",
        incomplete = "incomplete",
    }
    SickRole {
        full = "full sick role",
        limited = "limited sick role",
    }
    Stated {
        not_reported = "not recorded",
        done = "done",
        not_done = "not done",
    }
    Strategy {
        grief_symptoms = "symptoms",
        grief_link = "link with the death",
        grief_relationship = "relationship with the person who died",
        grief_death_sequence = "the time before, during and after the death",
        grief_positive_feelings = "good feelings about the person",
        grief_negative_feelings = "difficult feelings about the person",
        grief_reconnection = "ways back to other people",
        dispute_symptoms = "symptoms",
        dispute_link = "link with the dispute",
        dispute_staging = "stage of the dispute",
        dispute_expectations = "expectations on both sides",
        dispute_parallels = "parallels in other relationships",
        dispute_persistence = "what keeps the dispute going",
        dispute_mourning = "mourning the relationship",
        transition_symptoms = "symptoms",
        transition_link = "link with the change",
        transition_old_role = "good and bad sides of the old role",
        transition_new_role = "good and bad sides of the new role",
        transition_loss = "feelings about the loss",
        transition_change = "feelings about the change",
        transition_opportunities = "opportunities in the new role",
        transition_appraisal = "realistic view of what is lost",
        transition_affect = "expression of feelings",
        transition_skills = "support and skills for the new role",
        deficits_symptoms = "symptoms",
        deficits_link = "link with isolation",
        deficits_past_ties = "past relationships",
        deficits_patterns = "repeating patterns",
        deficits_therapy_relationship = "relationship with the therapist",
        deficits_contact = "new or renewed contact",
    }
    Technique {
        nondirective_exploration = "open exploration",
        direct_elicitation = "targeted questions",
        encouragement_of_affect = "encouraging feelings",
        clarification = "clarification",
        communication_analysis = "communication analysis",
        decision_analysis = "decision analysis",
        role_play = "role play",
        directive_techniques = "directive techniques",
        use_of_therapeutic_relationship = "use of the therapeutic relationship",
        psychoeducation = "psychoeducation",
        linking_mood_event = "linking mood and events",
        between_session_attempt = "trying something between sessions",
        significant_other_session = "session with a close person",
        timeline = "timeline",
        closeness_circle = "closeness circle",
        support_mobilisation = "mobilising support",
        problem_solving = "problem solving",
        contingency_rehearsal = "preparing for stresses",
        administrative = "organisation",
    }
    Topic {
        sessions = "sessions",
        contacts = "contacts outside sessions",
        agreements = "agreements and consent",
        initial_tasks = "initial tasks",
        session_content = "session content",
        measures = "scores and reviews",
        safety = "safety",
        medication = "medication",
        ending = "ending and outcome",
        supervision = "training and supervision",
    }
    WorkKind {
        attempt = "something to try",
        work_at_home = "work at home",
        structured = "structured assignments",
        diary = "diary",
    }
}
