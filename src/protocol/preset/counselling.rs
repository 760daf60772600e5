//! Interpersonal counselling.

use super::ACUTE_16;

protocols! {
    /// Interpersonal counselling in primary care: up to six short sessions, one focus, an ending
    /// within the last of them.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: their number is left to the setting (Am J Psychother 2014). Up to six of
    ///   half an hour, with an hour for the first, is the classic form; it and the outer numbers
    ///   are known in the field. A textbook has at most six too, with up to thirty minutes for the
    ///   first and less for the others, held by nurses with people of 6 or more on the GHQ; sources
    ///   differ, so both stand within the bounds. Judd et al. 2004 held six, a Finnish trial one
    ///   and six. An outline of three visits was read, and an Iranian trial held seven of 45
    ///   minutes (Nezafat Ferizi et al. 2023).
    /// - **Spacing** is weekly, or every two weeks: known in the field. The numbers are those of
    ///   the weekly form, and a contract with other spacing is graded as a note.
    /// - **Therapists** are health workers outside mental health care, for whom it was made (Am J
    ///   Psychother 2014).
    /// - **For whom**: distress or mild depression, as is known in the field. No diagnosis follows
    ///   from that, so neither a diagnosis nor a name for the illness nor a sick role is asked for;
    ///   that is ours. The first visit of the outline goes over symptoms, stress and the choice of
    ///   a focus, the second brings the strategies of the area.
    /// - **One focus** and all four areas are known in the field.
    /// - **The ending** is no phase of its own there, as is known in the field. The last session
    ///   stands as [`Phase::Termination`](crate::Phase::Termination) under its own label, so that
    ///   what is done in it has a place. When it is announced, the review and the greatest gap
    ///   between ratings are ours. The list of its tasks is the standard one with the report to the
    ///   referrer; handing back to them is known in the field.
    /// - **Measures**: the PHQ-9, known in the field and not asked for.
    /// - **Maintenance** is not part of it, as is known in the field.
    IPC_6 "ipc-6" extends ACUTE_16 {
        title: "Interpersonal counselling in primary care (IPC)";
        for_whom: "adults in primary care with distress or mild depression";
        // Its texts do not name phases: the first, the middle and the last sessions.
        phases {
            Assessment "Referral", optional;
            Initial "First sessions": 1..=2                 unseen;
            Middle "Middle sessions": 3..=5                 unseen;
            Termination "Last sessions": 6..=6              unseen;
            Concluded "Hand-back", optional;
        }
        population.age_min: 18                              design;
        indications {}
        contraindications {}
        dose.sessions: 3..=8, usually 6                     unseen;
        dose.minutes: 15..=45, usually 30                   unseen;
        dose.first_minutes: 30..=60, usually 60             unseen;
        dose.weeks: 6..=12, usually 6                       unseen;
        cadence { 1..=6: 1 in 7 days                        unseen; }
        focus.areas: all                                    unseen;
        focus.max_active: 1                                 unseen;
        focus.secondary_share: 0                            design;
        focus.off_focus_run: 1                              design;
        initial.sessions_usual: 2                           unseen;
        initial.sessions_most: 3                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, Psychoeducation, MedicationEvaluation, Inventory, OnsetTimeline,
            ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt, TreatmentGoals,
            TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: none                             design;
        initial.frame_by_session: 1                         design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 1                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.tasks: [
            AnnounceEnd, FeelingsAboutEnding, ReviewSymptoms, ReviewFocusGoals, CreditToPatient,
            SkillsAndSupports, RelapsePlan, FurtherHelpAdvice, Handover, OutcomeRecorded
        ] design;
        ending.maintenance: None                            unseen;
        ending.settled_sessions: 1                          design;
        timing.twice_weekly: no                             unseen;
        timing.taper: yes                                   unseen;
        timing.extension_sessions_max: 2                    design;
        measurement.max_gap: 2                              design;
        measurement.review_by: 3                            design;
        measures { "phq-9": May, EverySession               unseen; }
        work.contact_minutes_min: 15                        design;
        participants {}
        contacts { Referrer: Should                         unseen; }
        // Every two weeks is as usual as weekly.
        adjustments { "IPT-084": Note                       unseen; }
        sources: [IPC_2014, IPC_OUTLINE, NEZAFAT_FERIZI_2023];
    }

    /// Interpersonal counselling for a first or second episode of major depression, as in the
    /// DEPICS trial.
    ///
    /// It differs from [`IPC_6`] in this, and other sources say:
    ///
    /// - **Entry**: 13 or more on the Hamilton scale with 21 items (trial protocol). That the
    ///   episode is the first or the second is said in words: no code says it. A diagnosis is made,
    ///   so naming it is asked for again; no sick role is.
    /// - **Sessions and weeks** are known in the field; the trial protocol, as far as it was read,
    ///   says when it measures.
    /// - **Measures**: the Hamilton scale at two months, remission being 7 or less. No rating in
    ///   between was seen, so none is missed until six sessions are without one; the six are ours.
    /// - **The step** at two months is the trial's: who has not responded gets the other arm's
    ///   treatment too. That this is medication is known in the field; eight weeks stand for the
    ///   two months.
    IPC_DEPICS "ipc-depics" extends IPC_6 {
        title: "Interpersonal counselling for a first or second depressive episode (DEPICS)";
        for_whom: "adults in primary care with a first or second episode of major depression";
        indications {
            "icd-10": "F32", "F33"                          unseen;
            "icd-11": "6A70", "6A71"                        unseen;
        }
        entry_scores { "ham-d-21": at least 13, firm        trial DEPICS; }
        dose.sessions: 6..=8, usually 6                     unseen;
        dose.first_minutes: 60                              unseen;
        dose.weeks: 6..=8, usually 8                        unseen;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, MedicationEvaluation,
            Inventory, OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement,
            ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk
        ] design;
        measurement.max_gap: 6                              design;
        measures { "ham-d-21": Should, BeforeAndAfter       trial DEPICS; }
        steps {
            "response" "Without a response the other treatment of the trial is added": by week 8, [
                AddMedication
            ] trial DEPICS;
        }
        sources: [DEPICS];
    }

    /// Interpersonal counselling by community health workers in Brazil: three or four sessions.
    ///
    /// It differs from [`IPC_6`] in this, and other sources say:
    ///
    /// - **Sessions**: three to four by community health workers (Matsuzaka et al. 2017). Minutes,
    ///   weeks and phases are known in the field. No extension and a review by the second session
    ///   are ours.
    /// - **Measures**: the Hamilton scale and the PHQ-9, before and after.
    /// - **The step** after the last session is known in the field: who has not responded is
    ///   referred. What that may lead to is ours.
    IPC_CHW "ipc-chw" extends IPC_6 {
        title: "Interpersonal counselling by community health workers";
        for_whom: "adults with depressive symptoms in the family health programme of Brazil";
        phases {
            Assessment "Referral", optional;
            Initial "First sessions": 1..=1                 unseen;
            Middle "Middle sessions": 2..=3                 unseen;
            Termination "Last sessions": 4..=4              unseen;
            Concluded "Hand-back", optional;
        }
        dose.sessions: 3..=4, usually 4                     trial MATSUZAKA_2017;
        dose.minutes: 30..=45, usually 45                   unseen;
        dose.first_minutes: none;
        dose.weeks: 3..=8, usually 4                        unseen;
        cadence { 1..=4: 1 in 7 days                        unseen; }
        initial.sessions_usual: 1                           unseen;
        initial.sessions_most: 2                            design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.review_by: 2                            design;
        measures {
            "ham-d-17": Should, BeforeAndAfter              trial MATSUZAKA_2017;
            "phq-9": Should, BeforeAndAfter                 trial MATSUZAKA_2017;
        }
        steps {
            "response" "Without a response the patient is referred": by session 4, [
                OtherTherapy, SpecialistReview
            ] unseen;
        }
        sources: [MATSUZAKA_2017];
    }

    /// Interpersonal counselling for college students: three to six sessions of an hour, rated each
    /// time.
    ///
    /// It differs from [`IPC_6`] in this, and other sources say:
    ///
    /// - **Sessions**: three to six of one hour; students came to five on average, and nine in ten
    ///   completed (Rafaeli et al. 2021). Weeks and phases are known in the field.
    /// - **Entry**: 5 to 14 on the PHQ-9, and the PHQ-9 in each session (the same).
    /// - **The referrer** has no part in it: students come by themselves. That, and one session
    ///   more at most, is ours.
    IPC_COLLEGE "ipc-college" extends IPC_6 {
        title: "Interpersonal counselling for college students (IPC-C)";
        for_whom: "college students with mild to moderate depressive symptoms";
        phases {
            Assessment "Referral", optional;
            Initial "First sessions": 1..=1                 unseen;
            Middle "Middle sessions": 2..=4                 unseen;
            Termination "Last sessions": 5..=5              unseen;
            Concluded "Hand-back", optional;
        }
        entry_scores { "phq-9": at least 5 at most 14, firm trial RAFAELI_2021; }
        dose.sessions: 3..=6, usually 5                     trial RAFAELI_2021;
        dose.minutes: 60                                    trial RAFAELI_2021;
        dose.first_minutes: none;
        dose.weeks: 3..=8, usually 5                        unseen;
        cadence { 1..=5: 1 in 7 days                        unseen; }
        initial.sessions_usual: 1                           unseen;
        initial.sessions_most: 2                            design;
        ending.tasks: [
            AnnounceEnd, FeelingsAboutEnding, ReviewSymptoms, ReviewFocusGoals, CreditToPatient,
            SkillsAndSupports, RelapsePlan, FurtherHelpAdvice, OutcomeRecorded
        ] design;
        timing.extension_sessions_max: 1                    design;
        measurement.max_gap: 1                              trial RAFAELI_2021;
        measures { "phq-9": Should, EverySession            trial RAFAELI_2021; }
        work.contact_minutes_min: 30                        design;
        contacts {}
        sources: [RAFAELI_2021];
    }

    /// Interpersonal counselling for older people in hospital: ten sessions of an hour, timed
    /// around the physical illness.
    ///
    /// It differs from [`IPC_6`] in this, and other sources say:
    ///
    /// - **Sessions**: ten of one hour, and too few for some (a handbook chapter by Markowitz).
    ///   That going on is therefore looked at with the tenth, and up to four more, are ours.
    /// - **Time**: sessions were put where the patient's medical state allowed. Six days as the
    ///   usual interval and the weeks are known in the field with little certainty; that gaps may
    ///   be wider, and two sessions fall on days that follow each other, is ours. A session cut
    ///   short by the illness counts, and a contract with other spacing is graded as a note, as in
    ///   [`IPC_6`].
    /// - **Phases** were not seen; where they lie is ours.
    /// - **For whom**: people in hospital whose symptoms fall short of a disorder, as the chapter's
    ///   heading says. That they are over sixty is known in the field.
    IPC_HOSP_ELDER "ipc-hosp-elder" extends IPC_6 {
        title: "Interpersonal counselling for older people in hospital";
        for_whom: "people over sixty in hospital for a physical illness, with depressive symptoms";
        phases {
            Assessment "Referral", optional;
            Initial "First sessions": 1..=2                 design;
            Middle "Middle sessions": 3..=8                 design;
            Termination "Last sessions": 9..=10             design;
            Concluded "Hand-back", optional;
        }
        population.age_min: 60                              unseen;
        dose.sessions: 10                                   manual MARKOWITZ_HANDBOOK;
        dose.minutes: 60                                    manual MARKOWITZ_HANDBOOK;
        dose.first_minutes: none;
        dose.weeks: 4..=14, usually 8                       unseen;
        cadence { 1..=10: 1 in 6 days                       unseen; }
        initial.sessions_usual: 2                           design;
        ending.sessions_max: 2                              design;
        ending.announce_note_below: 3                       design;
        ending.announce_warn_below: 2                       design;
        timing.gap_note: 2                                  design;
        timing.gap_warn: 3                                  design;
        timing.gap_break: 5                                 design;
        timing.gap_min_days: 1                              design;
        timing.twice_weekly: yes                            design;
        timing.taper: yes                                   design;
        timing.extension_sessions_max: 4                    design;
        measurement.max_gap: 4                              design;
        measurement.review_by: 5                            design;
        steps {
            "remission" "Ten sessions were too few for some: whether to go on": by session 10, [
                Extend
            ] design;
        }
        sources: [MARKOWITZ_HANDBOOK];
    }

    /// Interpersonal evaluation, support and triage: three sessions at the end of which it is
    /// decided what care is needed.
    ///
    /// It differs from [`IPC_6`] in this, and other sources say:
    ///
    /// - **Sessions**: three, which end in triage (its authors' paper). Minutes, weeks and what
    ///   falls into the first two are known in the field; the phases bear the words of its name.
    /// - **The triage** is what the form is for and is indispensable. What a judgement that the
    ///   patient has not responded may lead to is ours.
    /// - **Extension**: none; that is ours.
    EST_3 "est-3" extends IPC_6 {
        title: "Interpersonal evaluation, support and triage in three sessions (IPT-EST)";
        for_whom: "people in primary care whose screen for depression was positive";
        phases {
            Assessment "Screening", optional;
            Initial "Evaluation": 1..=1                     unseen;
            Middle "Support": 2..=2                         unseen;
            Termination "Triage": 3..=3                     trial IPT_EST;
            Concluded "After the triage", optional;
        }
        dose.sessions: 3                                    trial IPT_EST;
        dose.minutes: 20..=45, usually 30                   unseen;
        dose.first_minutes: none;
        dose.weeks: 3..=6, usually 3                        unseen;
        cadence { 1..=3: 1 in 7 days                        unseen; }
        initial.sessions_usual: 1                           unseen;
        initial.sessions_most: 1                            design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        tasks {
            "triage_decision" "Triage: what further care is needed, if any": Must, Termination, by session 3
                trial IPT_EST;
        }
        steps {
            "response" "Triage after three sessions": by session 3, [
                AddMedication, OtherTherapy, SpecialistReview
            ] trial IPT_EST;
        }
        sources: [IPT_EST];
    }
}
