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
    ///   ends when the patient is stable: four weeks below 7 on scales of depression and of mania
    ///   (a trial's registration), judged here by a person.
    /// - **Sessions and weeks** are the sum of these: thirteen at least and sixteen as a rule,
    ///   thirty in nine months in a large study. The sum counts as ours, and so do the numbers of
    ///   the phases. The intermediate phase is weekly too (the registrations).
    /// - **The preventive phase** is held every two weeks for twelve weeks and then monthly for
    ///   eighteen months (the registrations); that it lasts two years, and that a final phase of
    ///   several monthly visits follows, is known in the field. Both are
    ///   maintenance on a contract of its own and stand as one phase, since none comes after it;
    ///   there is no termination. What the end of the intermediate phase has to arrange is ours.
    /// - **The diary** of social rhythms is kept each day from the initial phase on, and somebody
    ///   prescribes for each patient: both indispensable, in the handbook chapter. Which version of
    ///   the diary is known in the field. Review of medication, a plan for rhythms and a list of
    ///   early warning signs are usual, in the same chapter.
    /// - **Measures**: scales of depression and of mania each session or week (the handbook
    ///   chapter). The trials in Pittsburgh took the Hamilton scale, whose version was not seen,
    ///   and the Bech-Rafaelsen scale; the others are known in the field. Since one may stand for
    ///   another, none is asked for. Mood is rated each day as well (the handbook chapter); that
    ///   rating is not asked for by itself.
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
            Initial: 1..=5                                  design;
            Middle "Intermediate phase": 6..=16 design => "stabilised" trial IPSRT_TRIALS;
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
        cadence { 1..=16: 1 in 7 days                       trial IPSRT_TRIALS; }
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
        maintenance.interval_days: 14..=31, usually 30      trial IPSRT_TRIALS;
        maintenance.months: 24                              unseen;
        timing.taper: yes                                   trial IPSRT_TRIALS;
        timing.extensions_max: 2                            design;
        measurement.max_gap: 1                              unseen;
        measures {
            "ham-d-17": May, EveryWeeks 1                   unseen;
            "brms": May, EveryWeeks 1                       trial IPSRT_TRIALS;
            "ymrs": May, EveryWeeks 1                       unseen;
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
        sources: [IPSRT_HANDBOOK, FRANK_2007_IPSRT, IPSRT_TRIALS];
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
    ///   parameter, the rise is part of the judgement. A later registration has a fall of one half
    ///   on the Hamilton scale of 25 items with 10 or less on the YMRS at week 12, and remission as
    ///   7 or less on both for three weeks. The prescriber comes in then and not before.
    /// - **Measures** of depression and of mania each week, in the same trial, so at each session:
    ///   the Hamilton scale of 25 items, on which this crate has no data, and the YMRS (the
    ///   registration).
    /// - **Leaving early**: 41 % (seven) left or were taken out.
    /// - **No maintenance** belongs to it, as is known in the field.
    IPSRT_BP2 "ipsrt-bp2" extends IPSRT {
        title: "IPSRT for bipolar II depression without medication at first";
        for_whom: "adults with bipolar II depression who take no medication";
        phases {
            Assessment, optional;
            Initial: 1..=5                                  design;
            Middle "Intermediate phase": 6..=12             design;
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
        measures {
            "ham-d-25": Should, EverySession                trial IPSRT_BP2_TRIAL;
            "ymrs": Should, EverySession                    trial IPSRT_BP2_TRIAL;
            "daily-mood": May, Daily                        manual IPSRT_HANDBOOK;
            "srm-5": Must, Daily                            manual IPSRT_HANDBOOK;
        }
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
        sources: [SWARTZ_2009, IPSRT_BP2_TRIAL, IPSRT_HANDBOOK, FRANK_2007_IPSRT];
    }

    /// IPSRT for adolescents: eighteen sessions in twenty weeks, with a parent in two to four.
    ///
    /// It differs from [`IPSRT`] in this, and other sources say:
    ///
    /// - **Sessions**: weekly for sixteen weeks, then every two weeks for four, of 45 to 60 minutes
    ///   (a trial's registration); 16 to 18 were held in the open trial (Hlastala et al. 2010),
    ///   beside other treatment. That fifty minutes are typical is ours; that somebody prescribes
    ///   is taken over from [`IPSRT`].
    /// - **Who it is for**: those of 12 to 19 with bipolar I or II disorder or one not otherwise
    ///   specified, in a depressed, manic, hypomanic or mixed episode (the registration). The codes
    ///   are those known in the field. Active psychosis, suicidality and substance use were
    ///   excluded, as in [`IPSRT`].
    /// - **Phases** are ours: numbers of sessions and no judgement end the intermediate one,
    ///   because the trial had a fixed length, and the two sessions with wider spacing are the
    ///   ending. Its tasks are those of [`ACUTE_16`] with a plan for medication; that choice is
    ///   ours, and so is it that an ending is spoken of with two sessions left, that five initial
    ///   sessions are the most, and that the frame names sessions.
    /// - **A parent** comes to two to four sessions (the registration): usual in two, and up to
    ///   four are joint sessions.
    /// - **Measures**: the trial rated every four weeks. The BDI is one of its scales; which scale
    ///   of mania it used was not seen, and the YMRS stands here by our choice; its main scale is
    ///   left out. None is asked for. The diary of rhythms is usual and not indispensable for
    ///   adolescents; that is ours.
    /// - **Maintenance**: the registration has none, and follow-ups at three and six months, which
    ///   are no treatment. That it may be agreed on by need is ours.
    IPSRT_A "ipsrt-a" extends IPSRT {
        title: "Interpersonal and social rhythm therapy for adolescents (IPSRT-A)";
        for_whom: "adolescents of twelve to nineteen with a bipolar disorder, in psychiatric care";
        phases {
            Assessment, optional;
            Initial: 1..=4                                  design;
            Middle "Intermediate phase": 5..=16             design;
            Termination: 17..=18                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 12                              trial IPSRT_A_TRIAL;
        population.age_max: 19                              trial IPSRT_A_TRIAL;
        dose.sessions: 16..=18, usually 18                  trial IPSRT_A_TRIAL;
        dose.minutes: 45..=60, usually 50                   trial IPSRT_A_TRIAL;
        dose.weeks: 20                                      trial IPSRT_A_TRIAL;
        dose.time_frames: [Sessions, SessionsWithinWeeks]   design;
        cadence {
            1..=16: 1 in 7 days                             trial IPSRT_A_TRIAL;
            17..=18: 1 in 14 days                           trial IPSRT_A_TRIAL;
        }
        initial.sessions_usual: 4                           design;
        initial.sessions_most: 5                            design;
        middle.joint_max: 4                                 trial IPSRT_A_TRIAL;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 4                              design;
        ending.tasks: [
            AnnounceEnd, FeelingsAboutEnding, ReviewSymptoms, ReviewFocusGoals, CreditToPatient,
            SkillsAndSupports, RelapsePlan, MedicationPlan, FurtherHelpAdvice, OutcomeRecorded
        ] design;
        ending.maintenance: Optional                        design;
        ending.maintenance_with_all: no                     design;
        maintenance.months: none;
        timing.taper: yes                                   trial IPSRT_A_TRIAL;
        timing.extensions_max: 1                            design;
        measurement.max_gap: 4                              trial IPSRT_A_TRIAL;
        measures {
            "bdi": May, EveryWeeks 4                        trial IPSRT_A_TRIAL;
            "ymrs": May, EveryWeeks 4                       design;
            "daily-mood": May, Daily                        manual IPSRT_HANDBOOK;
            "srm-5": Should, Daily                          manual IPSRT_HANDBOOK;
        }
        participants {
            Parent: Should, in 2 sessions                   trial IPSRT_A_TRIAL;
            Relative: May                                   unseen;
        }
        sources: [IPSRT_A_TRIAL, HLASTALA_2010, IPSRT_TRIALS, IPSRT_HANDBOOK];
    }
}
