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
        conforms = "entspricht dem Protokoll",
        conforms_with_deviations = "entspricht dem Protokoll mit Abweichungen",
        does_not_conform = "weicht wesentlich vom Protokoll ab",
        cannot_tell = "nicht beurteilbar",
    }
    Matter {
        after_the_last_session_before_it = "Ankündigung erst nach der letzten Sitzung vor der Unterbrechung",
        agreement_to_the_new_formulation = "Zustimmung der behandelten Person zur neuen Fallformulierung",
        aim = "Ziel des Vertrags",
        alive = "ob die Person lebt",
        alternative_offered = "Angebot einer anderen Behandlung",
        changed = "Zeitpunkt des Wechsels",
        changed_near_onset = "ob sich die Beziehung um den Beginn der Episode verändert hat",
        consent = "Einwilligung der behandelten Person in die gemeinsame Sitzung",
        contact = "Art und Häufigkeit des Kontakts",
        contract_and_focus_agreed_anew = "neue Vereinbarung von Vertrag und Fokus",
        crisis_contact = "Kontakt für den Krisenfall",
        currently_involved = "ob die Beziehung gegenwärtig besteht",
        day = "Tag des Todes",
        death = "ob die Person verstorben ist",
        desired_change = "gewünschte Veränderung der Beziehung",
        expectations_by_other = "Erwartungen der anderen Person",
        expectations_of_other = "Erwartungen der behandelten Person an die andere Person",
        focus_reconsidered = "erneute Prüfung des Fokus nach dem Lebensereignis",
        formulation_rejected = "Ablehnung der Fallformulierung durch die behandelte Person",
        full = "volle Krankenrolle",
        how_late_it_was_cancelled = "wie lange vor der Sitzung abgesagt wurde",
        interval_days = "Abstand der Sitzungen",
        limited = "eingeschränkte Krankenrolle",
        link = "Zusammenhang von Fokus und Episode",
        minutes = "Dauer der Sitzungen",
        missed_sessions = "Regelung für versäumte Sitzungen",
        more_often_than_the_protocol_provides_for = "häufigere Sitzungen als im Protokoll vorgesehen",
        new_formulation = "neue Fallformulierung",
        new_role = "neue Rolle",
        no_focus_agreed = "Vereinbarung eines Fokus",
        notice_hours = "Absagefrist",
        old_and_new_role = "alte und neue Rolle",
        old_role = "alte Rolle",
        outcome = "Ergebnis der Abklärung der Medikation",
        patient_agreed = "Zustimmung der behandelten Person",
        patient_holds_plan = "Aushändigung des Sicherheitsplans",
        people_or_services = "Ansprechpersonen oder Anlaufstellen",
        person = "Person, um die es geht",
        plan = "Plan für das neue Stadium",
        purpose = "Zweck der gemeinsamen Sitzung",
        reason = "Begründung",
        referrer_informed = "Information der überweisenden Stelle",
        review_day = "Tag der Überprüfung der Pause",
        satisfying = "Gutes an der Beziehung",
        sick_role = "Umfang der Krankenrolle",
        steps = "vorgesehene Schritte",
        summary = "Zusammenfassung für die Weiterbehandlung",
        supervision = "Supervision der Therapie",
        support = "wer Unterstützung gibt",
        therapist = "Therapeutin oder Therapeut",
        training = "IPT-Ausbildung der Therapeutin oder des Therapeuten",
        transfer = "Übergabe der Behandlung",
        trigger = "Anlass des Fokuswechsels",
        unsatisfying = "Belastendes an der Beziehung",
        warning_signs = "Warnzeichen",
        what_late_is = "ab wann eine Absage als verspätet gilt",
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
        do_it_next = "für die nächste Sitzung erwägen",
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
