//! German words of rules, reports and sources.

use crate::text::words::Words;

words! {
    Basis {
        manual = "Manual",
        guideline = "Leitlinie",
        trial = "Studie",
        practice = "Praxis",
        unseen = "im Fach bekannt, Quelle nicht gelesen",
        design = "eigene Festlegung",
    }
    Clause {
        integrity_or_safety = "Integrität oder Sicherheit",
        shared_by_all_variants = "allen Varianten gemeinsam",
        published_bound = "veröffentlichte Grenze",
        deviation = "Abweichung",
        own_number = "eigene Zahl",
        event = "Ereignis",
    }
    Conformance {
        conforms = "entspricht dem Therapieprotokoll",
        conforms_with_deviations = "entspricht dem Therapieprotokoll mit Abweichungen",
        does_not_conform = "weicht wesentlich vom Therapieprotokoll ab",
        cannot_tell = "nicht beurteilbar",
    }
    GroupMatter {
        day = "der Tag",
        track = "die Sitzungsreihe",
        group_number = "die Nummer der Gruppensitzung",
        minutes = "die Dauer in Minuten",
        therapist = "Therapeutin oder Therapeut",
        modality = "die Art der Durchführung",
        group_size = "die Zahl der Anwesenden",
    }
    Matter {
        agreement_to_the_new_formulation = "Zustimmung der behandelten Person zur neuen Fallformulierung",
        aim = "Ziel des Vertrags",
        alive = "ob die Person lebt",
        between_sessions = "Erwartungen für die Zeit zwischen den Sitzungen",
        changed = "Zeitpunkt des Wechsels",
        changed_near_onset = "ob sich die Beziehung um den Beginn der Episode verändert hat",
        contact = "Art und Häufigkeit des Kontakts",
        contract_and_focus_agreed_anew = "neue Vereinbarung von Vertrag und Fokus",
        day = "Tag des Todes",
        death = "ob die Person verstorben ist",
        desired_change = "gewünschte Veränderung der Beziehung",
        expectations_by_other = "Erwartungen der anderen Person",
        expectations_of_other = "Erwartungen der behandelten Person an die andere Person",
        fees = "Honorar- und Absageregelung",
        here_and_now = "Arbeit im Hier und Jetzt",
        interval_days = "Abstand der Sitzungen",
        link = "Zusammenhang von Fokus und Episode",
        measurement = "Messungen und ihre Zeitpunkte",
        medication = "Medikation und Verordnung",
        minutes = "Dauer der Sitzungen",
        missed_sessions = "Regelung für versäumte Sitzungen",
        new_formulation = "neue Fallformulierung",
        new_role = "neue Rolle",
        nothing_named = "ohne Angabe, was geändert wurde",
        notice_hours = "Absagefrist",
        old_role = "alte Rolle",
        patient_agreed = "Zustimmung der behandelten Person",
        patient_role = "Mitwirkung der behandelten Person",
        people_or_services = "Ansprechpersonen oder Anlaufstellen",
        person = "Person, um die es geht",
        planned_end = "geplantes Ende",
        reason = "Begründung",
        satisfying = "Gutes an der Beziehung",
        steps = "vorgesehene Schritte",
        summary = "Zusammenfassung für die Weiterbehandlung",
        supervision = "Supervision der Therapie",
        time_frame = "zeitlicher Rahmen",
        training = "IPT-Ausbildung der Therapeutin oder des Therapeuten",
        trigger = "Anlass des Fokuswechsels",
        unsatisfying = "Belastendes an der Beziehung",
        warning_signs = "Warnzeichen",
    }
    Region {
        contract = "Therapievertrag",
        focus = "Fokus",
        safety = "Sicherheit",
        engagement = "Teilnahme",
        consent = "Einwilligung",
    }
    Remedy {
        record_it = "nachtragen, falls erfolgt",
        do_it_next = "in der nächsten Sitzung aufnehmen",
        correct_entry = "Eintrag berichtigen, falls er falsch ist",
        ask_directly = "direkt fragen und die Antwort dokumentieren",
        document_response = "Maßnahme zur Gefährdung dokumentieren",
        hand_over = "an benannte Stelle übergeben",
        agree_amendment = "Änderung vereinbaren und dokumentieren",
        review_formulation = "Fokus und Fallformulierung überprüfen",
        review_progress = "Fortschritt und Möglichkeiten besprechen",
        discuss_in_supervision = "in der Supervision besprechen",
        seek_patient = "Kontakt aufnehmen und dokumentieren",
        justify_by_waiver = "Abweichung als Ausnahme begründen",
        consider_other_protocol = "anderes Protokoll erwägen",
        for_information = "zur Kenntnis",
    }
    RuleKind {
        record = "Dokumentation",
        order = "Reihenfolge",
        dose_and_timing = "Umfang und Zeit",
        content = "Inhalt",
        safety = "Sicherheit",
        measure = "Messungen",
        ending = "Beendigung",
        maintenance = "Fortsetzung und Erhaltung",
        supervision = "Supervision und Ausnahmen",
    }
    Severity {
        note = "Anmerkung",
        warning = "Abweichung",
        error = "wesentliche Abweichung",
    }
    Strength {
        primary = "Primärquelle",
        secondary = "Sekundärquelle",
        lay = "Laientext",
        unread = "nicht gelesener Text",
    }
    Unwaivable {
        it_guards_safety_or_the_integrity_of_the_record = "Schutz der Sicherheit und der Dokumentation",
        the_catalogue_has_no_such_rule = "keine solche Regel im Katalog",
    }
    Verb {
        finds = "festgestellt",
        lacks = "nicht dokumentiert",
        calls_for = "offene Frage",
    }
}
