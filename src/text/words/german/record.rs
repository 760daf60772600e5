//! German words of records.

use crate::text::words::Words;

words! {
    AbsenceReason {
        illness = "Krankheit",
        caring = "Pflege oder Betreuung Nahestehender",
        bereavement = "Todesfall",
        work_or_school = "Arbeit oder Schule",
        transport = "Weg oder Fahrtkosten",
        weather_or_danger = "Wetter oder Gefahr",
        connection = "gestörte Verbindung",
        forgotten = "vergessen",
        unwilling = "wollte nicht kommen",
        holiday = "Urlaub oder Feiertag",
        in_hospital = "im Krankenhaus",
        in_custody = "in Haft",
        therapist_away = "Abwesenheit der Behandelnden",
        other = "ein anderer Grund",
        not_known = "nicht bekannt",
    }
    AdmissionEvent {
        admitted = "stationär aufgenommen",
        discharged = "aus dem Krankenhaus entlassen",
    }
    AmendmentReason {
        more_work = "weitere Arbeit nötig",
        well_enough = "Besserung ausreichend für ein früheres Ende",
        symptom_return_near_end = "Rückkehr der Symptome gegen Ende",
        missed_sessions = "versäumte Sitzungen",
        life_event = "Lebensereignis",
        slow_response = "langsames Ansprechen",
        scheduling = "terminliche Gründe",
        other = "anderer Grund",
    }
    Anchor {
        birth = "Geburt eines Kindes",
        release = "Haftentlassung",
        discharge = "Entlassung aus dem Krankenhaus",
        school_term = "Ende des Schulhalbjahrs",
    }
    Attendance {
        attended = "erschienen",
        late = "verspätet erschienen",
        did_not_attend = "ohne Absage nicht erschienen",
        cancelled_by_patient = "von der behandelten Person abgesagt",
        cancelled_by_therapist = "von der Therapeutin oder dem Therapeuten abgesagt",
        cancelled_by_service = "von der Einrichtung abgesagt",
        rescheduled = "auf einen anderen Tag verlegt",
    }
    Channel {
        telephone = "telefonisch",
        in_person = "vor Ort",
        video = "per Video",
        message = "per Nachricht oder E-Mail",
        letter = "per Brief",
        module = "über ein Online-Modul",
    }
    ClinicalResult {
        remitted = "Remission",
        responded = "Ansprechen",
        partial_response = "teilweises Ansprechen",
        no_change = "keine Veränderung",
        deteriorated = "Verschlechterung",
        not_assessed = "nicht beurteilt",
    }
    Closeness {
        inner = "innerer Kreis",
        middle = "mittlerer Kreis",
        outer = "äußerer Kreis",
    }
    ConcernKind {
        suicidal_ideation = "Suizidgedanken",
        suicidal_intent = "Suizidabsicht",
        suicidal_plan = "Suizidplan",
        preparatory_act = "suizidale Vorbereitungshandlung",
        attempt = "Suizidversuch",
        self_harm = "Selbstverletzung",
        harm_to_others = "Fremdgefährdung",
        victimisation = "erlittene Gewalt",
        safeguarding = "Gefährdung eines Kindes oder einer schutzbedürftigen Person",
        severe_self_neglect = "schwere Selbstvernachlässigung",
        acute_psychiatric_change = "akute psychische Veränderung",
    }
    ConsentState {
        given = "erteilt",
        limited = "mit Einschränkungen erteilt",
        withdrawn = "widerrufen",
    }
    ContactPurpose {
        outreach = "nach versäumter Sitzung",
        safety = "Sicherheit",
        ending_tasks = "Aufgaben der Beendigungsphase",
        medication = "Medikation",
        information = "Information",
        scheduling = "Terminvereinbarung",
        follow_up = "Katamnese",
        referral = "Überweisung",
        other = "anderer Zweck",
    }
    ContactWith {
        patient = "behandelte Person",
        significant_other = "Bezugsperson",
        parent = "Elternteil",
        school = "Schule",
        prescriber = "verordnende Praxis oder Klinik",
        referrer = "überweisende Stelle",
        ward_team = "Stationsteam",
        service = "andere Einrichtung",
        team = "Supervision oder Team",
    }
    ContractScope {
        acute = "Akutbehandlung",
        continuation = "Fortsetzungstherapie",
        maintenance = "Erhaltungstherapie",
    }
    ContractTerm {
        here_and_now = "Arbeit im Hier und Jetzt",
        patient_role = "Mitwirkung der behandelten Person",
        fees_and_cancellation = "Honorar- und Absageregelung",
        between_sessions = "Erwartungen für die Zeit zwischen den Sitzungen",
        systematic_homework = "systematische Hausaufgaben",
        medication = "Medikation und Verordnung",
        crisis_contact = "Krisenkontakt",
        measurement = "Messungen und ihre Zeitpunkte",
        goals = "Ziele",
    }
    CourseLink {
        recurrence = "Wiedererkrankung",
        step_up = "intensivere Behandlung",
        step_down = "weniger intensive Behandlung",
        switch = "andere Form der Behandlung",
        next_part = "nächster Teil desselben Plans",
    }
    DayKnown {
        month = "den Monat",
        year = "das Jahr",
        not_known = "gar nicht",
    }
    DecidedBy {
        patient = "behandelte Person",
        together = "behandelte Person gemeinsam mit einer anderen Person",
        therapist = "Therapeutin oder Therapeut",
        other = "andere Person",
    }
    DiagnosisRole {
        target = "behandelte Diagnose",
        comorbid = "komorbide Diagnose",
        ruled_out = "ausgeschlossene Diagnose",
    }
    Disposition {
        discharge = "Entlassung aus der Behandlung",
        continuation = "Fortsetzungstherapie",
        maintenance = "Erhaltungstherapie",
        augment_with_medication = "zusätzliche Medikation",
        switch_to_medication = "Medikation statt Psychotherapie",
        other_psychotherapy = "andere Psychotherapie",
        combined_treatment = "Psychotherapie und Medikation zusammen",
        specialist_care = "Fachbehandlung",
        crisis_service = "Krisendienst",
        none = "nichts weiter vorgesehen",
    }
    Document {
        case_report = "Fallbericht",
        inventory = "Beziehungsanalyse",
        formulation = "Fallformulierung",
        summary = "Abschlussbericht",
        ratings = "Skalenwerte",
        self_rating = "Selbsteinschätzung der Therapeutin oder des Therapeuten",
    }
    EndMode {
        completed_as_contracted = "wie vereinbart regulär beendet",
        completed_early_by_agreement = "einvernehmlich vorzeitig beendet",
        ended_by_patient_decision = "auf Wunsch der behandelten Person beendet",
        dropped_out = "Therapieabbruch, Kontakt abgebrochen",
        ended_by_therapist_or_service = "von Therapeutin, Therapeut oder Einrichtung beendet",
        transferred_to_other_therapist = "Wechsel der Therapeutin oder des Therapeuten",
        transferred_to_other_treatment = "Wechsel der Behandlung",
        hospitalised_not_resumed = "nach stationärer Aufnahme nicht fortgesetzt",
        died = "Tod der behandelten Person",
        never_started = "nicht begonnen",
        administrative_error = "irrtümlich angelegt",
        moved_away = "Wegzug",
        detained = "Inhaftierung oder Festnahme",
        missing = "Verschwinden der behandelten Person",
        barrier_of_access = "Hindernis beim Zugang zur Behandlung",
        single_consultation = "einmalige Beratung",
    }
    EngagementDecision {
        continue = "Fortsetzung",
        pause = "Pause",
        end = "Beendigung",
        contact_lost = "Kontakt als abgebrochen gewertet",
    }
    EnquiryBasis {
        direct_questions = "direkte Fragen",
        questionnaire_item = "nur ein Item eines Fragebogens",
    }
    EnquiryResult {
        no_concern = "gefragt, kein Hinweis auf Gefährdung",
        concern = "gefragt, Hinweis auf Gefährdung gefunden",
        declined = "gefragt, von der behandelten Person nicht beantwortet",
        not_asked = "nicht gefragt",
    }
    EnquirySubject {
        ideation = "Gedanken",
        intent = "Absicht",
        plan = "Plan",
        means = "Zugang zu Mitteln",
        past_attempts = "frühere Versuche",
        protective = "Schutzfaktoren",
    }
    FactClass {
        opening = "Beginn",
        step = "Phasenwechsel",
        session = "Sitzung",
        care = "andere Behandlungsschritte",
        score = "Messwert",
        safety = "Sicherheit",
        administration = "Verwaltung",
        closing = "Abschluss",
    }
    FactKind {
        opened = "Beginn der Dokumentation",
        reporting_changed = "Änderung des Dokumentationsumfangs",
        age_recorded = "Alter",
        diagnosis_made = "Diagnose",
        history_taken = "Anamnese",
        medication_noted = "Medikation",
        therapist_assigned = "Übernahme der Therapie",
        supervision_held = "Supervision",
        adherence_rated = "externes Adhärenzrating",
        document_filed = "abgelegtes Dokument",
        consent_recorded = "Einwilligung",
        screening_done = "Screening auf Ausschlussgründe",
        suitability_decided = "Indikationsentscheidung",
        task_recorded = "Aufgabe",
        person_inventoried = "Person der Beziehungsanalyse",
        inventory_completed = "Abschluss der Beziehungsanalyse",
        life_event_recorded = "Lebensereignis",
        onset_dated = "Beginn der Episode",
        area_considered = "Erwägung eines Problembereichs",
        grief_detailed = "Angaben zur Trauer",
        dispute_detailed = "Angaben zum Konflikt",
        dispute_staged = "Stadium des Konflikts",
        transition_detailed = "Angaben zum Rollenwechsel",
        deficits_detailed = "Angaben zu interpersonellen Defiziten",
        markers_assessed = "Einschätzung der Arbeit am Problembereich",
        formulation_given = "Mitteilung der Fallformulierung",
        formulation_answered = "Antwort auf die Fallformulierung",
        focus_agreed = "Vereinbarung des Fokus",
        frame_announced = "Nennung der zeitlichen Begrenzung",
        contract_agreed = "Vereinbarung des Therapievertrags",
        contract_amended = "Änderung des Therapievertrags",
        phase_begun = "Beginn einer Phase",
        session = "Sitzung",
        contact = "Kontakt außerhalb der Sitzungen",
        admission = "stationäre Aufnahme oder Entlassung",
        external_date = "Datum eines äußeren Ereignisses",
        enquiry_made = "direkte Fragen nach Gefährdung",
        concern_raised = "Hinweis auf Gefährdung",
        safety_response = "Maßnahme bei Gefährdung",
        safety_reassessed = "erneute Klärung der Gefährdung",
        safety_handed_over = "Übergabe wegen Gefährdung",
        incident_recorded = "schwerwiegendes Ereignis",
        scored = "Messwert",
        review_held = "Überprüfung des Fortschritts",
        judgement_made = "klinische Beurteilung",
        relapse_plan_made = "Plan zur Rückfallvorbeugung",
        maintenance_decided = "Entscheidung über eine Erhaltungstherapie",
        paused = "Behandlungspause",
        resumed = "Wiederaufnahme der Behandlung",
        break_announced = "Ankündigung einer Unterbrechung",
        outreach_made = "aktive Kontaktaufnahme",
        engagement_decided = "Entscheidung über das weitere Vorgehen",
        transferred = "Wechsel der Therapeutin oder des Therapeuten",
        closed = "Abschluss der Behandlung",
    }
    FocusTrigger {
        new_life_event = "neues Lebensereignis",
        first_focus_wrong = "erster Fokus nicht zutreffend",
        worked_through = "erster Fokus durchgearbeitet",
        other = "anderer Anlass",
    }
    FormulationPart {
        syndrome = "Syndrom oder Symptome",
        area = "Problembereich",
        link = "Zusammenhang von Syndrom und Problembereich",
        plan = "Behandlungsplan",
        time_limit = "zeitliche Begrenzung",
    }
    GoalState {
        reached = "erreicht",
        partly = "teilweise erreicht",
        not_reached = "nicht erreicht",
        given_up = "aufgegeben oder ersetzt",
        not_known = "nicht bekannt",
    }
    Incident {
        death = "Tod der behandelten Person",
        attempt = "Suizidversuch",
        serious = "anderes schwerwiegendes Ereignis",
    }
    LifeEvent {
        death = "Todesfall",
        non_death_loss = "anderer Verlust",
        conflict = "Konflikt",
        role_change = "Rollenwechsel",
        isolation = "Isolation",
        trauma = "Trauma",
        other = "anderes Ereignis",
    }
    MaintenanceDecision {
        none = "keine Erhaltungstherapie",
        continuation = "Fortsetzungstherapie",
        maintenance = "Erhaltungstherapie",
        deferred = "Entscheidung aufgeschoben",
    }
    Manner {
        wanted = "gewollt",
        imposed = "aufgezwungen",
        mixed = "teils gewollt und teils aufgezwungen",
    }
    MarkerResult {
        met = "erreicht",
        partly = "teilweise erreicht",
        not_met = "nicht erreicht",
    }
    MedicationChange {
        at_entry = "bei Behandlungsbeginn eingenommen",
        started = "angesetzt",
        dose_changed = "Dosis geändert",
        switched = "umgestellt",
        stopped = "abgesetzt",
        none_taken = "keine Medikamente eingenommen",
    }
    MissedSessionPolicy {
        never = "keine versäumte Sitzung zählt",
        no_show_only = "Nichterscheinen zählt",
        late_cancel_and_no_show = "Nichterscheinen und späte Absagen zählen",
        all = "jede versäumte Sitzung zählt",
    }
    Modality {
        in_person = "vor Ort",
        video = "per Video",
        telephone = "telefonisch",
        online = "schriftlich oder über ein Online-Modul",
    }
    NotePart {
        minutes = "Dauer",
        participants = "weitere Beteiligte",
        talk = "Besprochenes",
        enquiry = "direkte Fragen zur Sicherheit",
        work = "Strategien, Techniken oder andere Aktivitäten",
        between_sessions = "Arbeit zwischen den Sitzungen",
        tasks = "erledigte Aufgaben",
        scores = "Messwerte",
    }
    Origin {
        live = "laufend dokumentiert",
        imported = "aus einem anderen System übernommen",
        inferred = "aus anderen Daten erschlossen",
    }
    PatientResponse {
        accepted = "angenommen",
        accepted_with_changes = "mit Änderungen angenommen",
        rejected = "abgelehnt",
        pending = "noch nicht beantwortet",
    }
    PauseReason {
        illness = "Krankheit",
        bereavement = "Trauerfall",
        holiday = "Urlaub",
        therapist_absence = "Abwesenheit der Therapeutin oder des Therapeuten",
        hospital = "stationäre Aufnahme",
        birth = "Geburt eines Kindes",
        patient_request = "auf Wunsch der behandelten Person",
        other = "anderer Grund",
    }
    Precision {
        day = "auf den Tag genau",
        month = "auf den Monat genau",
        year = "auf das Jahr genau",
    }
    PriorResponse {
        remitted = "Remission",
        responded = "Ansprechen",
        partial = "teilweise Besserung",
        none = "keine Besserung",
        unknown = "unbekannt",
    }
    Receiver {
        crisis_team = "Krisendienst",
        emergency_services = "Rettungsdienst",
        hospital = "Krankenhaus",
        specialist = "Fachbehandlung",
        general_practitioner = "Hausarztpraxis",
        safeguarding = "Stelle zum Schutz von Kindern oder schutzbedürftigen Personen",
        other = "andere Stelle",
    }
    Relation {
        partner = "Partnerin oder Partner",
        former_partner = "frühere Partnerin oder früherer Partner",
        parent = "Elternteil",
        child = "Kind",
        sibling = "Schwester oder Bruder",
        relative = "anderes Familienmitglied",
        friend = "Freundin oder Freund",
        colleague = "Kollegin oder Kollege",
        boss = "Vorgesetzte oder Vorgesetzter",
        caregiver = "Betreuungs- oder Pflegeperson",
        professional = "Fachkraft",
        ward_team = "Stationsteam",
        school = "Person aus der Schule",
        co_facilitator = "zweite Gruppenleitung",
        supporter = "unterstützende Person",
        other = "andere Person",
    }
    ReviewOption {
        continue = "weiter wie geplant",
        reformulate = "neue Fallformulierung",
        more_frequent = "häufigere Sitzungen",
        add_medication = "zusätzliche Medikation",
        other_therapy = "andere Therapie",
        specialist_review = "fachliche Zweitmeinung",
        extend = "vereinbarte Verlängerung",
        end_early = "vereinbartes früheres Ende",
    }
    RoleInEpisode {
        cause = "mitauslösend",
        consequence = "Folge der Episode",
        maintaining = "aufrechterhaltend",
        protective = "schützend",
        unclear = "unklar",
    }
    SafetyAction {
        safety_plan = "Sicherheits- oder Notfallplan",
        means_safety = "Einschränkung des Zugangs zu Mitteln",
        supports_contacted = "Einbezug von Bezugspersonen",
        extra_contact = "zusätzlicher Kontakt",
        consultation = "Rücksprache mit Supervision oder Team",
        urgent_referral = "dringende Überweisung",
        crisis_team = "Krisendienst",
        emergency_services = "Rettungsdienst oder Notruf",
        hospital = "Krankenhaus",
        legal_duty = "Erfüllung einer gesetzlichen Pflicht",
    }
    ScreenItem {
        bipolar = "Manie, Hypomanie oder bipolare Störung",
        psychosis = "psychotische Symptome",
        substance_dependence = "Substanzabhängigkeit",
        ocd_or_phobia_target = "Zwangsstörung oder Phobie als Behandlungsanlass",
        severe_cognitive_impairment = "schwere kognitive Beeinträchtigung",
        imminent_danger = "akute Eigen- oder Fremdgefährdung",
        medical_mimic = "körperliche Erkrankung mit ähnlichem Bild",
        chronic_depression = "chronische Depression",
        personality_disorder = "Persönlichkeitsstörung",
        ongoing_violence = "Gewalt oder Zwang in einer nahen Beziehung",
    }
    SessionKind {
        ordinary = "reguläre Sitzung",
        crisis = "Krisensitzung",
        joint = "gemeinsame Sitzung",
    }
    Suitability {
        suitable = "indiziert",
        with_cautions = "indiziert mit Vorbehalt",
        unsuitable = "nicht indiziert",
    }
    SupervisionForm {
        individual = "Einzelsupervision",
        group = "Gruppensupervision",
        peer = "Intervision",
        live = "Live-Supervision",
        recording = "anhand von Aufzeichnungen",
        notes = "anhand von Notizen",
    }
    Support {
        confidant = "Vertrauensperson",
        practical = "praktische Hilfe",
        none = "keine Unterstützung",
    }
    TherapistKind {
        specialist = "Fachkraft für psychische Gesundheit",
        trainee = "Fachkraft in IPT-Ausbildung",
        supervised_nonspecialist = "Gesundheitsfachkraft unter Supervision",
        lay = "Laiin oder Laie unter Supervision",
        software = "Software ohne therapeutische Begleitung",
    }
    TimeFrameKind {
        sessions = "Sitzungszahl",
        weeks = "Wochenzahl",
        sessions_within_weeks = "Sitzungszahl innerhalb einer Wochenzahl",
        until_review = "bis zu einer Überprüfung",
    }
    Track {
        main = "Hauptreihe",
        pre_treatment = "Vorgespräch",
        mid_treatment = "Zwischengespräch",
        post_treatment = "Abschlussgespräch",
        added_group = "begleitende Gruppe",
        continuation = "Fortsetzungstherapie",
        maintenance = "Erhaltungstherapie",
        booster = "Auffrischungssitzung",
        follow_up = "Katamnese",
    }
}
