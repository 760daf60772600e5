//! German words of care itself: areas, strategies, tasks, techniques, phases, topics, measures.

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
        higher_is_worse = "höhere Werte ungünstiger",
        higher_is_better = "höhere Werte günstiger",
    }
    DisputeStage {
        renegotiation = "Neuverhandlung",
        impasse = "Sackgasse",
        dissolution = "Auflösung der Beziehung",
    }
    Domain {
        depression = "Depression",
        anxiety = "Angst",
        ptsd = "posttraumatische Belastung",
        mania = "Manie",
        eating = "Essverhalten",
        distress = "psychische Belastung",
        function = "Funktionsniveau",
    }
    EndingTask {
        announce_end = "Ankündigung des Endes",
        feelings_about_ending = "Gefühle angesichts des Therapieendes",
        review_symptoms = "Rückblick auf die Symptome",
        review_focus_goals = "Rückblick auf Fokus und Ziele",
        credit_to_patient = "Fortschritt als Leistung der behandelten Person",
        skills_and_supports = "Fertigkeiten und Unterstützung für später",
        relapse_plan = "Plan zur Rückfallvorbeugung",
        contingency = "Vorbereitung auf absehbare Belastungen",
        nonresponse_review = "Besprechung des Nichtansprechens",
        maintenance_decision = "Entscheidung über eine Erhaltungstherapie",
        medication_plan = "Plan für die Medikation",
        further_help_advice = "Wege zu weiterer Hilfe",
        goodbye = "Abschied und Rückmeldung",
        handover = "Bericht an die überweisende Stelle",
        outcome_recorded = "Behandlungsergebnis",
    }
    Extent {
        main = "Hauptinhalt",
        in_passing = "am Rande",
    }
    FocusStatus {
        active = "in Arbeit",
        parked = "zurückgestellt",
        ended = "abgeschlossen",
    }
    Informant {
        self = "eigene Angaben der behandelten Person",
        parent = "Angaben eines Elternteils",
        partner = "Angaben der Partnerin oder des Partners",
        caregiver = "Angaben einer Betreuungsperson",
        clinician = "Beobachtung durch Behandelnde",
    }
    InitialTask {
        consent_and_limits = "Einwilligung und Grenzen der Schweigepflicht",
        psychiatric_history = "psychiatrische Anamnese",
        symptom_review = "Erhebung der Symptome",
        diagnosis_explicit = "Diagnose nach anerkannten Kriterien",
        bipolar_psychosis_substance_screen = "Screening auf Ausschlussgründe",
        suicide_risk_enquiry = "direkte Fragen nach Suizidalität",
        baseline_severity = "Ausgangswert",
        name_the_illness = "Benennung der Erkrankung",
        psychoeducation = "Psychoedukation",
        sick_role = "Krankenrolle",
        medication_evaluation = "Abklärung der Medikation",
        medical_check = "Abklärung körperlicher Ursachen",
        interpersonal_inventory = "Beziehungsanalyse mit interpersonellem Inventar",
        onset_timeline = "Zeitlinie von Episodenbeginn und Lebensereignissen",
        problem_area_selection = "Fokusfindung und Wahl des Problembereichs",
        interpersonal_formulation = "interpersonelle Fallformulierung",
        patient_agreement = "Zustimmung zur Fallformulierung",
        explain_ipt = "Erläuterung der IPT",
        treatment_goals = "Behandlungsziele",
        treatment_contract = "Therapievertrag",
        contingency_talk = "Absprachen für den Krisenfall",
        support_mapping = "Überblick über das Unterstützungsnetz",
        closeness_circle = "Beziehungskreis",
        prior_therapy_review = "Rückblick auf frühere Therapien",
        significant_other_contact = "Einbezug einer Bezugsperson",
        initial_relief = "Entlastung und Hoffnung",
    }
    ItemAnswer {
        endorsed = "bejaht",
        denied = "verneint",
        not_answered = "nicht beantwortet",
    }
    MedicationDecision {
        not_indicated = "nicht indiziert",
        declined = "angeboten und abgelehnt",
        already_taking = "bereits eingenommen",
        referred = "an verordnende Praxis oder Klinik überwiesen",
    }
    OffModel {
        cognitive_restructuring = "kognitive Umstrukturierung",
        displacing_homework = "Hausaufgaben statt interpersoneller Arbeit",
        transference_interpretation = "Übertragungsdeutung",
        childhood_reconstruction = "Aufarbeitung der Kindheit",
        exposure = "Exposition",
        trauma_narrative = "wiederholtes Erzählen des Traumas",
        dream_interpretation = "Traumdeutung",
        unfocused_support = "stützende Gespräche ohne Fokus",
        eating_talk = "Gespräche über das Essen",
        diet_advice = "Ernährungsberatung",
    }
    Phase {
        assessment = "Diagnostik und Indikation",
        initial = "initiale Phase",
        middle = "mittlere Phase",
        termination = "Beendigungsphase",
        concluded = "Zeit nach der Akutbehandlung",
        continuation = "Fortsetzungstherapie",
        maintenance = "Erhaltungstherapie zur Rezidivprophylaxe",
        closed = "abgeschlossen",
    }
    ProblemArea {
        grief = "Trauer",
        role_dispute = "interpersoneller Konflikt",
        role_transition = "Rollenwechsel",
        interpersonal_deficits = "interpersonelle Defizite bzw. Einsamkeit",
    }
    Rater {
        self_report = "Selbstbeurteilung",
        clinician = "Fremdbeurteilung durch Behandelnde",
        independent = "unabhängige Fremdbeurteilung",
    }
    ScoreStatus {
        complete = "vollständig",
        prorated = "hochgerechnet",
        incomplete = "unvollständig",
    }
    SickRole {
        full = "volle Krankenrolle",
        limited = "eingeschränkte Krankenrolle",
    }
    Stated {
        not_reported = "keine Angabe",
        done = "erfolgt",
        not_done = "nicht erfolgt",
    }
    Strategy {
        grief_symptoms = "Symptome",
        grief_link = "Zusammenhang mit dem Tod",
        grief_relationship = "Beziehung zur verstorbenen Person",
        grief_death_sequence = "Zeit vor, bei und nach dem Tod",
        grief_positive_feelings = "gute Gefühle gegenüber der Person",
        grief_negative_feelings = "schwierige Gefühle gegenüber der Person",
        grief_reconnection = "Wege zurück zu anderen Menschen",
        dispute_symptoms = "Symptome",
        dispute_link = "Zusammenhang mit dem Konflikt",
        dispute_staging = "Stadium des Konflikts",
        dispute_expectations = "Erwartungen beider Seiten",
        dispute_parallels = "Parallelen in anderen Beziehungen",
        dispute_persistence = "aufrechterhaltende Faktoren des Konflikts",
        dispute_mourning = "Trauer um die Beziehung",
        transition_symptoms = "Symptome",
        transition_link = "Zusammenhang mit dem Wechsel",
        transition_old_role = "gute und schlechte Seiten der alten Rolle",
        transition_new_role = "gute und schlechte Seiten der neuen Rolle",
        transition_loss = "Gefühle angesichts des Verlusts",
        transition_change = "Gefühle angesichts der Veränderung",
        transition_opportunities = "Chancen der neuen Rolle",
        transition_appraisal = "realistische Sicht auf das Verlorene",
        transition_affect = "Ausdruck von Gefühlen",
        transition_skills = "Unterstützung und Fertigkeiten für die neue Rolle",
        deficits_symptoms = "Symptome",
        deficits_link = "Zusammenhang mit Einsamkeit und Isolation",
        deficits_past_ties = "frühere Beziehungen",
        deficits_patterns = "wiederkehrende Muster",
        deficits_therapy_relationship = "therapeutische Beziehung",
        deficits_contact = "neue oder wieder aufgenommene Kontakte",
    }
    Technique {
        nondirective_exploration = "nondirektive Exploration",
        direct_elicitation = "gezieltes Erfragen",
        encouragement_of_affect = "Förderung des Gefühlsausdrucks",
        clarification = "Klärung",
        communication_analysis = "Kommunikationsanalyse",
        decision_analysis = "Entscheidungsanalyse",
        role_play = "Rollenspiel",
        directive_techniques = "direktive Techniken",
        use_of_therapeutic_relationship = "Arbeit mit der therapeutischen Beziehung",
        psychoeducation = "Psychoedukation",
        linking_mood_event = "Verknüpfung von Stimmung und Ereignissen",
        between_session_attempt = "Erprobung zwischen den Sitzungen",
        significant_other_session = "Sitzung mit einer Bezugsperson",
        timeline = "Zeitlinie",
        closeness_circle = "Beziehungskreis",
        support_mobilisation = "Aktivierung von Unterstützung",
        problem_solving = "Problemlösen",
        contingency_rehearsal = "Vorbereitung auf Belastungen",
        administrative = "Organisatorisches",
    }
    Topic {
        sessions = "Sitzungen",
        contacts = "Kontakte außerhalb der Sitzungen",
        agreements = "Vereinbarungen und Einwilligung",
        initial_tasks = "Aufgaben der initialen Phase",
        session_content = "Sitzungsinhalte",
        measures = "Messwerte und Überprüfungen",
        safety = "Sicherheit",
        medication = "Medikation",
        ending = "Beendigung und Ergebnis",
        supervision = "Ausbildung und Supervision",
    }
    WorkKind {
        attempt = "Erprobung",
        work_at_home = "Arbeit zu Hause",
        structured = "strukturierte Aufgaben",
        diary = "Tagebuch",
    }
}
