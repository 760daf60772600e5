//! Interpersonal and social rhythm therapy.

use super::ACUTE_16;

protocols! {
    /// Interpersonal and social rhythm therapy for bipolar disorder: a daily diary, medication, and
    /// phases that end when the patient is stable.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Phases** hang on the patient's state. The initial one takes three to five sessions
    ///   (Frank et al. 2007), or two weeks to two months of weekly sessions (a handbook chapter),
    ///   which are counted as eight at most; the intermediate one ten to twelve typically, and nine
    ///   to ten months where there is borderline personality disorder too (Frank et al. 2007). It
    ///   ends when the patient is stable: four weeks of low scores on both scales, known in the
    ///   field, and judged here by a person.
    /// - **Sessions and weeks** are the sum of these: thirteen at least and sixteen as a rule,
    ///   thirty in nine months as is known of a large study. The sum counts as ours, and so do the
    ///   numbers of the phases. That the intermediate phase is weekly too is known in the field.
    /// - **The preventive phase** lasts two years, every two weeks for twelve weeks and then
    ///   monthly, and a final phase of several monthly visits follows: known in the field. Both are
    ///   maintenance on a contract of its own and stand as one phase, since none comes after it;
    ///   there is no termination. What the end of the intermediate phase has to arrange is ours.
    /// - **The diary** of social rhythms is kept each day from the initial phase on, and somebody
    ///   prescribes for each patient: both indispensable, in the handbook chapter. Which version of
    ///   the diary is known in the field. Review of medication, a plan for rhythms and a list of
    ///   early warning signs are usual, in the same chapter.
    /// - **Measures**: scales of depression and of mania each session or week; which of them is
    ///   known in the field. Mood is rated each day as well (the handbook chapter); that rating is
    ///   not asked for by itself.
    /// - **Bipolar disorder is no exclusion**; the other questions are those of the standard form.
    ///   The codes are those known in the field, eighteen years are ours.
    /// - **Areas**: four, and grief for the lost healthy self, which asks for no death (the
    ///   handbook chapter).
    /// - **Two extensions** are ours. Relatives may come, as is known in the field.
    IPSRT "ipsrt" extends ACUTE_16 {
        title: "Interpersonal and social rhythm therapy (IPSRT)";
        for_whom: "adults with bipolar I or II disorder in the care of a psychiatrist";
        phases {
            Assessment, optional;
            Initial: 1..=4                                  design;
            Middle "Intermediate phase": 5..=16             design => "stabilised" unseen;
            Maintenance "Preventive and final phase";
        }
        population.age_min: 18                              design;
        population.excluded: [
            Psychosis, SubstanceDependence, OcdOrPhobiaTarget, SevereCognitiveImpairment,
            ImminentDanger, MedicalMimic
        ] design;
        indications {
            "icd-10": "F31"                                 unseen;
            "icd-11": "6A60", "6A61"                        unseen;
        }
        contraindications {}
        dose.sessions: 13..=30, usually 16                  design;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=40, usually 20                     design;
        dose.time_frames: all                               design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        focus.areas: all                                    manual IPSRT_HANDBOOK;
        specialisations {
            "lost_healthy_self" "Grief for the lost healthy self": Grief manual IPSRT_HANDBOOK;
        }
        initial.sessions_usual: 5                           manual FRANK_2007_IPSRT;
        initial.sessions_most: 8                            manual IPSRT_HANDBOOK;
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.tasks: [MaintenanceDecision, MedicationPlan, OutcomeRecorded] design;
        ending.maintenance: Defining                        manual FRANK_2007_IPSRT;
        ending.maintenance_with_all: yes                    design;
        maintenance.interval_days: 14..=31, usually 30      unseen;
        maintenance.months: 24                              unseen;
        timing.taper: yes                                   unseen;
        timing.extensions_max: 2                            design;
        measurement.max_gap: 1                              unseen;
        measures {
            "ham-d-17": Should, EveryWeeks 1                unseen;
            "ymrs": Should, EveryWeeks 1                    unseen;
            "daily-mood": May, Daily                        manual IPSRT_HANDBOOK;
            "srm-5": Must, Daily                            manual IPSRT_HANDBOOK;
        }
        work.between_sessions: [Attempt, Diary]             manual IPSRT_HANDBOOK;
        work.medication: Expected                           manual IPSRT_HANDBOOK;
        tasks {
            "social_rhythm_diary" "Social rhythm diary begun": Should, Initial
                manual IPSRT_HANDBOOK;
            "medication_review" "Review of medication": Should, Initial manual IPSRT_HANDBOOK;
            "rhythm_plan" "Plan for regular rhythms": Should, Middle manual IPSRT_HANDBOOK;
            "early_warning_list" "List of early warning signs": Should, Middle
                manual IPSRT_HANDBOOK;
        }
        participants + {
            Parent: May                                     unseen;
            Relative: May                                   unseen;
        }
        contacts { Prescriber: Must                         manual IPSRT_HANDBOOK; }
        sources: [IPSRT_HANDBOOK, FRANK_2007_IPSRT];
    }

    /// IPSRT for bipolar II depression: twelve weekly sessions without medication, then eight.
    ///
    /// It differs from [`IPSRT`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve weekly, then eight weekly, in twenty weeks (Swartz et al. 2009). The
    ///   eight stand as the continuation. Where the initial phase ends, and five sessions as the
    ///   most of it, are ours, and so is that treatment is neither extended nor held twice a week,
    ///   and that it ends without tasks of its own.
    /// - **Medication** is withheld for twelve weeks; lamotrigine is added for those who have not
    ///   responded by then. Response was a fall of one half without a rise in mania; the fall is a
    ///   parameter, the rise is part of the judgement. The prescriber comes in then and not before.
    /// - **Measures** of depression and of mania each week, in the same trial; which of them is
    ///   known in the field.
    /// - **Leaving early**: 41 % did.
    /// - **No maintenance** belongs to it, as is known in the field.
    IPSRT_BP2 "ipsrt-bp2" extends IPSRT {
        title: "IPSRT for bipolar II depression without medication at first";
        for_whom: "adults with bipolar II depression who take no medication";
        phases {
            Assessment, optional;
            Initial: 1..=4                                  design;
            Middle "Intermediate phase": 5..=12             design;
            Continuation: 13..=20                           trial SWARTZ_2009;
        }
        indications {
            "icd-10": "F31.8"                               unseen;
            "icd-11": "6A61"                                unseen;
        }
        dose.sessions: 20                                   trial SWARTZ_2009;
        dose.weeks: 20                                      trial SWARTZ_2009;
        dose.time_frames: [Sessions, SessionsWithinWeeks]   design;
        cadence { 1..=20: 1 in 7 days                       trial SWARTZ_2009; }
        initial.sessions_most: 5                            design;
        ending.tasks: [OutcomeRecorded]                     design;
        ending.maintenance: None                            unseen;
        ending.maintenance_with_all: no                     design;
        maintenance.interval_days: 7                        trial SWARTZ_2009;
        maintenance.months: none;
        timing.twice_weekly: no                             design;
        timing.taper: no                                    design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 1                              trial SWARTZ_2009;
        measurement.review_by: 12                           trial SWARTZ_2009;
        measurement.review_response: 1/2                    trial SWARTZ_2009;
        work.medication: WithheldFirst                      trial SWARTZ_2009;
        work.medication_withheld_weeks: 12                  trial SWARTZ_2009;
        tasks {
            "social_rhythm_diary" "Social rhythm diary begun": Should, Initial
                manual IPSRT_HANDBOOK;
            "rhythm_plan" "Plan for regular rhythms": Should, Middle manual IPSRT_HANDBOOK;
            "early_warning_list" "List of early warning signs": Should, Middle
                manual IPSRT_HANDBOOK;
        }
        contacts { Prescriber: May                          trial SWARTZ_2009; }
        steps {
            "response" "Whether lamotrigine is added": by session 12, by week 12, [
                AddMedication
            ] trial SWARTZ_2009;
        }
        sources: [SWARTZ_2009, IPSRT_HANDBOOK, FRANK_2007_IPSRT];
    }
}
