//! Acute IPT for adults.

protocols! {
    /// Acute IPT for adults: 12 to 16 weekly sessions, one or two of four areas.
    ///
    /// What other sources say:
    ///
    /// - **Sessions, minutes, weeks** follow Weissman, Markowitz and Klerman 2000 (12 to 16 weeks,
    ///   weekly and sometimes twice weekly, 45 to 50 minutes), as does the society's page on key
    ///   strategies. US Veterans Affairs gives 16 sessions, the Indian guideline 12 to 20 over four
    ///   to five months, from which the 20 weeks come; the Christchurch trial held 8 to 19 sessions
    ///   in 16 weeks; the TDCRP is known to have allowed 20. Sixty minutes come from a lay page. A
    ///   first session of up to 90 minutes is known in the field.
    /// - **Initial phase**: at most three sessions (Markowitz 2006, his handbook chapter, and
    ///   2017); British services take four, a textbook and a clinic up to five. Five as the most is
    ///   ours.
    /// - **Middle phase** from the fourth to the thirteenth of sixteen sessions: a German-language
    ///   page, a weak sighting; a textbook has 6 to 15 of twenty. The three sessions that this
    ///   leaves for the ending stand as ours.
    /// - **Initial tasks** follow Markowitz's handbook chapter. Elsewhere stand: direct questions
    ///   on suicide (NICE NG222), crisis contact (the same, and a British hand-out),
    ///   confidentiality (Markowitz 2017), the screen (TDCRP; Grigoriadis & Ravitz 2007), goals
    ///   (Anna Freud Centre), the patient's part (teaching slides). That the frame is voiced by
    ///   session 2 is ours; that it is set at the outset is not.
    /// - **Contract**: that it settles the here and now and the patient's part say teaching slides;
    ///   the crisis contact is NICE's, measuring the IPT Institute's.
    /// - **Focus**: the Guide of 2018 advises one area; the US Veterans Affairs page says one or
    ///   two. Nobody was seen to forbid three, so the limit of two is ours. A trial took grief
    ///   whose episode began from six months before the death to twelve after it. That grief
    ///   follows a death and that deficits are chosen only when nothing else fits say the Casebook
    ///   and the Guide of 2018.
    /// - **Ending**: two to four sessions (Weissman et al. 2000), of which the thresholds for
    ///   announcing are the two edges; others take three (Markowitz & Weissman 2004) or four
    ///   (British services). The tasks are those of the same manual, of Markowitz 2017 and of the
    ///   Casebook; recording the outcome is ours. Three quarters of the sessions make a completed
    ///   course: ours, after a training rule of 12 in 16; definitions elsewhere run from half to
    ///   all.
    /// - **Middle phase**: that an area is explored before work turns to acting is published (a
    ///   clinic's account of disputes); by when, how often the focus may change and how many crises
    ///   it bears, is ours throughout.
    /// - **Maintenance**: trials met weekly, every two weeks and monthly without a difference
    ///   (Frank et al. 2007); the manual of 2017 has once a fortnight or once a month. A week at
    ///   least and six weeks at most are ours, and so is the span.
    /// - **Safety**: asking closely early on and after a change of medication follows NICE NG222;
    ///   the four weeks and the number of sessions are ours.
    /// - **Supervision**: twelve of sixteen sessions and an adherence of at least three of five are
    ///   training rules of the IPT Institute and of the society's level B.
    /// - **Diagnosis**: unipolar major depression, as in the trials (TDCRP; Cuijpers et al. 2016),
    ///   which excluded bipolar and psychotic disorders; the codes are those known in the field.
    /// - **Widening the spacing** within acute treatment is known not to be done; one
    ///   German-language page describes it.
    /// - **Measures** are alternatives, so none is asked for: Markowitz 2006 wants a scale repeated
    ///   regularly. The Casebook has a weekly BDI-II. The greatest gap of four sessions is the IPT
    ///   Institute's; others rate every session.
    /// - **The review** by session 8 follows a guideline's eight to ten weeks; a maintenance trial
    ///   changed course after four weeks.
    /// - **Work between sessions** is something to try (Markowitz 2017); authors of the same line
    ///   argue for homework (Blanco et al.).
    /// - A close person may come once or twice in a dispute, as is known in the field; that is read
    ///   as two joint sessions at most.
    ACUTE_16 "acute-16" {
        version: 1;
        title: "Acute IPT for adults with major depression";
        for_whom: "adults with major depression, neither psychotic nor bipolar";
        format: Individual;
        channels: [InPerson, Video, Telephone]              design;
        phases {
            Assessment, optional;
            Initial: 1..=3                                  manual MARKOWITZ_2006;
            Middle: 4..=13                                  practice GERMAN_PAGES;
            Termination: 14..=16                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        // The trials are of adults; adult is read as eighteen years.
        population.age_min: 18                              trial TDCRP;
        population.remission_at_entry: no                   design;
        population.excluded: [
            Bipolar, Psychosis, SubstanceDependence, OcdOrPhobiaTarget, SevereCognitiveImpairment,
            ImminentDanger, MedicalMimic
        ] design;
        population.cautioned: [ChronicDepression, PersonalityDisorder] design;
        // Major depression, single or recurrent. What it is for is published; which codes say it is
        // known in the field.
        indications {
            "icd-10": "F32", "F33"                          unseen;
            "icd-11": "6A70", "6A71"                        unseen;
        }
        // Mania and bipolar disorder, psychosis, and depression with psychotic symptoms. That they
        // are excluded is published (TDCRP); which codes say it is known in the field.
        contraindications {
            "icd-10": "F20", "F30", "F31", "F32.3", "F33.3" unseen;
            "icd-11": "6A20", "6A60", "6A61", "6A70.2", "6A70.4", "6A71.2", "6A71.4" unseen;
        }
        dose.sessions: 12..=16, usually 16                  manual WEISSMAN_2000.at("ch. 7");
        dose.minutes: 45..=60, usually 50                   manual WEISSMAN_2000.at("ch. 7");
        dose.first_minutes: 45..=90, usually 60             unseen;
        dose.weeks: 12..=20, usually 16                     manual WEISSMAN_2000.at("ch. 7");
        dose.time_frames: [Sessions, SessionsWithinWeeks]   design;
        dose.weeks_are_cap: no                              design;
        cadence { 1..=16: 1 in 7 days                       manual WEISSMAN_2000.at("ch. 7"); }
        focus.areas: all                                    manual MARKOWITZ_HANDBOOK;
        focus.max_active: 2                                 design;
        focus.advised: 1                                    manual WEISSMAN_2018;
        focus.grief_requires_death: yes                     manual CASEBOOK_2012;
        focus.deficits_last_resort: yes                     manual CASEBOOK_2012;
        focus.secondary_share: 1/2                          design;
        focus.off_focus_run: 2                              design;
        focus.onset_window_months: 12                       trial GRIEF_TRIAL_1999;
        initial.sessions_usual: 3                           manual MARKOWITZ_2006;
        initial.sessions_most: 5                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, SickRole,
            MedicationEvaluation, Inventory, OnsetTimeline, ProblemAreaSelection, Formulation,
            PatientAgreement, ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk
        ] manual MARKOWITZ_HANDBOOK;
        initial.sick_role: Full                             manual MARKOWITZ_HANDBOOK;
        initial.inventory_min: 3                            design;
        initial.frame_by_session: 2                         design;
        initial.contract_terms: [
            HereAndNow, PatientRole, CrisisContact, Measurement
        ] practice SLIDES_DEPRESSION;
        middle.incident_run: 2                              design;
        middle.affect_by: 3                                 design;
        middle.stage_by: 2                                  design;
        middle.analysis_by: 3                               design;
        middle.explored_by: 1/2                             design;
        middle.acting_by: 2/3                               design;
        middle.settled_by: 2/3                              design;
        middle.changes_max: 1                               design;
        middle.unmentioned_run: 1                           design;
        middle.crisis_share: 1/4                            design;
        middle.joint_max: 2                                 unseen;
        middle.late_share: 1/2                              design;
        ending.sessions_min: 2                              manual WEISSMAN_2000.at("ch. 7");
        ending.sessions_min_early: 1                        design;
        ending.sessions_max: 4                              manual WEISSMAN_2000.at("ch. 7");
        ending.announce_note_below: 4                       manual WEISSMAN_2000.at("ch. 7");
        ending.announce_warn_below: 2                       manual WEISSMAN_2000.at("ch. 7");
        ending.tasks: [
            AnnounceEnd, FeelingsAboutEnding, ReviewSymptoms, ReviewFocusGoals, CreditToPatient,
            SkillsAndSupports, RelapsePlan, FurtherHelpAdvice, OutcomeRecorded
        ] manual WEISSMAN_2000.at("ch. 7");
        ending.completion: 3/4                              design;
        ending.maintenance: Optional                        manual WEISSMAN_2000.at("ch. 7");
        ending.maintenance_with_all: no                     manual MARKOWITZ_2017;
        ending.settled_sessions: 2                          unseen;
        ending.final_score_within: 2                        design;
        ending.outreach_min: 2                              design;
        maintenance.interval_days: 7..=42, usually 30       design;
        maintenance.off_focus_run: 1                        design;
        safety.close_days: 28                               design;
        safety.enquiry_run: 2                               design;
        safety.remedy_days: 7                               design;
        safety.cancelled_run: 2                             design;
        timing.gap_note: 3/2                                design;
        timing.gap_warn: 2                                  design;
        timing.gap_break: 4                                 design;
        timing.gap_min_days: 2                              design;
        timing.twice_weekly: yes                            manual WEISSMAN_2000.at("ch. 7");
        timing.taper: no                                    unseen;
        timing.overrun_weeks: 4                             design;
        timing.overrun_most: 3/2                            design;
        timing.extensions_max: 1                            design;
        timing.extension_sessions_max: 4                    design;
        timing.pace_gaps: 3                                 design;
        timing.pace_fast: 3/2                               design;
        timing.outreach_after: 2                            design;
        timing.outreach_days: 7                             design;
        timing.missed_run: 3                                design;
        timing.silence_days: 28                             design;
        timing.decision_days: 7                             design;
        timing.early_session: 3                             design;
        timing.early_outreach_days: 2                       design;
        timing.planned_end_weeks: 2                         design;
        timing.late_entry_days: 7                           design;
        timing.prescriber_days: 14                          design;
        measurement.max_gap: 4                              practice IPTINSTITUTE_LEVEL_B;
        measurement.review_by: 8                            guideline ICSI_DEPRESSION;
        measurement.review_response: 1/4                    guideline ICSI_DEPRESSION;
        measures {
            "phq-9": May, EverySession                      unseen;
            "bdi-ii": May, EverySession                     manual CASEBOOK_2012;
            "ham-d-17": May, EveryWeeks 4                   unseen;
        }
        work.between_sessions: [Attempt]                    manual MARKOWITZ_2017.at("p. 62");
        work.proscribed_error_from: 3                       design;
        work.contact_minutes_min: 25                        design;
        work.medication: Allowed                            manual MARKOWITZ_HANDBOOK;
        work.supervision_gap: 2                             design;
        work.supervised_share: 12/16                        practice TRAINING_LEVEL_B;
        work.adherence_min: 3/5                             practice IPTINSTITUTE_LEVEL_B;
        work.waivers_max: 3                                 design;
        // What is not IPT as the main work of a session, in every variant alike. A trial found IPT
        // to differ from unfocused support (Amole et al. 2016), which is not to forbid it.
        // Homework: some variants assign work between sessions, a textbook has none (New Oxford
        // Textbook of Psychiatry), and that it displaces interpersonal work is our wording.
        // Exposure, and a death told again and again, are what a trial of grief told another
        // treatment from IPT by; from how many sessions in a row on they are that one is ours.
        proscribed {
            TransferenceInterpretation:                     manual CASEBOOK_2012;
            CognitiveRestructuring:                         trial MARKOWITZ_ADHERENCE;
            UnfocusedSupport:                               unseen;
            Exposure:                                       trial CGT_REVIEW;
            ChildhoodReconstruction:                        unseen;
            DreamInterpretation:                            unseen;
            DisplacingHomework:                             design;
            TraumaNarrative:                                trial CGT_REVIEW;
        }
        participants { Partner: May                         unseen; }
        sources: [
            WEISSMAN_2000, TDCRP, MARKOWITZ_2006, MARKOWITZ_HANDBOOK, CASEBOOK_2012, MARKOWITZ_2017,
            ISIPT_STRATEGIES, GERMAN_PAGES, WEISSMAN_2018, IPTINSTITUTE_LEVEL_B, TRAINING_LEVEL_B,
            SLIDES_DEPRESSION, ICSI_DEPRESSION, MARKOWITZ_ADHERENCE, AMOLE_2016,
            NEW_OXFORD_TEXTBOOK, CGT_REVIEW, GRIEF_TRIAL_1999
        ];
    }

    /// Acute IPT for adults in its short form: twelve weekly sessions.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve is the lower edge of the twelve to sixteen weeks of Weissman,
    ///   Markowitz and Klerman 2000. Three weeks of slack are ours.
    /// - **Minutes** are those of the longer form; a longer first session is not known of this one.
    /// - **Phases**: sessions 1–3 and 4–9 of twelve (Markowitz 2017), three at most for the first
    ///   in Markowitz 2006 too; an ending of three sessions lies within the two to four of the same
    ///   manual.
    ACUTE_12 "acute-12" extends ACUTE_16 {
        title: "Acute IPT for adults with major depression, short form";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  manual MARKOWITZ_2017.at("in a copy");
            Middle: 4..=9                              manual MARKOWITZ_2017.at("p. 45, in a copy");
            Termination: 10..=12                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        dose.sessions: 12                                   manual WEISSMAN_2000.at("ch. 7");
        dose.first_minutes: none;
        dose.weeks: 12..=15, usually 12                     design;
        cadence { 1..=12: 1 in 7 days                       manual WEISSMAN_2000.at("ch. 7"); }
    }

    /// IPT as in the NIMH Treatment of Depression Collaborative Research Program: sixteen weeks,
    /// and up to twenty sessions in them.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Entry**: a score of 14 or more on the Hamilton scale (a summary of the trial); patients
    ///   were neither psychotic nor bipolar nor suicidal (the grant's abstract).
    /// - **Weeks** are sixteen (Elkin et al. 1989). Sixteen sessions of fifty minutes with up to
    ///   twenty allowed are known in the field; so are both limits at once, for which reason the
    ///   weeks close treatment and a frame names sessions and weeks. Sessions beyond one a week
    ///   take a second one in some weeks, so up to four may be added within the sixteen weeks.
    /// - **Completed** means at least twelve sessions and at least fifteen weeks, as is known in
    ///   the field; definitions elsewhere vary (Linardon et al. 2019).
    /// - **Phases** are those of the standard form; the trial's own manual was not read.
    /// - **Measures** were taken by independent raters at 0, 4, 8, 12 and 16 weeks, as is known in
    ///   the field. The Hamilton scale is usual because entry rests on it. That the trial followed
    ///   its patients for eighteen months (the grant's abstract) is no treatment and stands in no
    ///   list.
    /// - **Tapes**: sessions were taped and rated for adherence on the Collaborative Study
    ///   Psychotherapy Rating Scale, which told the treatments apart.
    /// - **Medication** was for other arms, nobody but patient and therapist was there, and the
    ///   trial offered no maintenance: known in the field.
    TDCRP "tdcrp" extends ACUTE_16 {
        title: "IPT as in the NIMH collaborative depression trial (TDCRP)";
        for_whom: "adults with major depression, neither psychotic nor bipolar nor suicidal";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  manual MARKOWITZ_2006;
            Middle: 4..=13                                  design;
            Termination: 14..=16                            design;
            Concluded, optional;
        }
        entry_scores { "ham-d-17": at least 14, firm        trial TDCRP; }
        dose.sessions: 16..=20, usually 16                  unseen;
        dose.minutes: 50                                    unseen;
        dose.first_minutes: none;
        dose.weeks: 16                                      trial ELKIN_1989;
        dose.time_frames: [SessionsWithinWeeks]             unseen;
        dose.weeks_are_cap: yes                             unseen;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        ending.maintenance: None                            unseen;
        ending.completion_sessions: 12                      unseen;
        ending.completion_weeks: 15                         unseen;
        measures {
            "ham-d-17": Should, EveryWeeks 4                unseen;
            "bdi": May, EveryWeeks 4                        unseen;
            "gas": May, EveryWeeks 4                        unseen;
            "hscl-90": May, EveryWeeks 4                    unseen;
        }
        work.medication: StudiedAlone                       unseen;
        tasks {
            "sessions_taped" "Sessions taped for the rating of adherence": Should, Initial
                trial TDCRP_CSPRS;
        }
        participants {}
        sources: [ELKIN_1989, TDCRP, TDCRP_CSPRS, MARKOWITZ_2006, LINARDON_2019];
    }

    /// IPT as in the Christchurch trial: the weeks are fixed and the number of sessions is not.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Weeks and sessions**: sixteen weeks in which 8 to 19 sessions were held (Luty et al.
    ///   2007). Sixteen as the typical number is one a week and ours. So is it that a frame may
    ///   name the weeks alone, that spacing may widen, and that nothing is extended. As eight
    ///   sessions lie sixteen days apart, a contract with wider spacing than weekly is graded as a
    ///   note, and a gap is long from two and a half intervals on; the latter number is ours.
    /// - **Minutes** and the weekly spacing are known in the field.
    /// - **For whom**: adults with major depression. Whom the trial excluded was not seen; the
    ///   exclusions are those of the standard form.
    /// - **Phases** are those of the standard form; what the trial's therapists did by which
    ///   session was not read.
    /// - **Measures**: the Montgomery–Åsberg scale was the primary outcome; how often it was taken
    ///   in between was not seen.
    /// - **Afterwards**: booster sessions are known in the field, with little certainty, and stand
    ///   in no list.
    CHCH_16WK "chch-16wk" extends ACUTE_16 {
        title: "IPT as in the Christchurch trial, sixteen weeks";
        for_whom: "adults with major depression";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  manual MARKOWITZ_2006;
            Middle: 4..=13                                  design;
            Termination: 14..=16                            design;
            Concluded, optional;
        }
        dose.sessions: 8..=19, usually 16                   trial LUTY_2007;
        dose.minutes: 50..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 16                                      trial LUTY_2007;
        dose.time_frames: [Weeks, SessionsWithinWeeks]      design;
        dose.weeks_are_cap: yes                             trial LUTY_2007;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        ending.maintenance: None                            unseen;
        // Eight sessions in sixteen weeks lie sixteen days apart.
        timing.gap_warn: 5/2                                design;
        timing.taper: yes                                   design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measures { "madrs": Should, BeforeAndAfter          trial LUTY_2007; }
        // Eight sessions in sixteen weeks are agreed on further apart than weekly.
        adjustments { "IPT-084": Note                       trial LUTY_2007; }
        sources: [LUTY_2007, MARKOWITZ_2006];
    }
}
