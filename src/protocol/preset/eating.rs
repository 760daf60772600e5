//! IPT for binge eating and bulimia.

use super::ACUTE_16;

protocols! {
    /// Group IPT for binge eating disorder: twenty weekly sessions of a group, with individual
    /// meetings before, midway and after.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twenty weekly ones for overweight patients (Wilfley et al. 2002). Their
    ///   ninety minutes, the meeting of two hours before the group, and those of an hour midway and
    ///   after it, are known in the field; so are the phases 1–5, 6–15, 16–20. The two weeks of
    ///   slack, six as the most initial sessions, eighteen years, and that it is neither extended
    ///   nor held twice a week, are ours.
    /// - **The group**: how many members and facilitators it has was not seen, so nothing is said
    ///   of them. Runs without a member's own incident or focus may be longer than in individual
    ///   treatment; three is ours.
    /// - **Written goals** of each member after the first meeting are known in the field. The
    ///   meeting midway is where progress is reviewed, so the review is due by session 10.
    /// - **Advice on diet** is no part of it, as is known in the field.
    /// - **Measures**: the trial assessed before, after, and every four months for a year; which
    ///   instruments is known in the field, and how often. None is asked for.
    /// - **Diagnosis**: the codes are those known in the field; ICD-10 has none of its own.
    /// - **No maintenance** belongs to it, as is known in the field.
    BED_G20 "bed-g20" extends ACUTE_16 {
        title: "Group IPT for binge eating disorder";
        for_whom: "overweight adults with binge eating disorder";
        format: Group;
        phases {
            Assessment "Assessment and pre-group meeting", optional;
            Initial: 1..=5                                  unseen;
            Middle: 6..=15                                  unseen;
            Termination: 16..=20                            unseen;
            Concluded "Post-group meeting and follow-up", optional;
        }
        population.age_min: 18                              design;
        indications {
            "icd-10": "F50.8"                               unseen;
            "icd-11": "6B82"                                unseen;
        }
        contraindications {}
        dose.sessions: 20                                   trial WILFLEY_2002;
        dose.minutes: 90                                    unseen;
        dose.first_minutes: none;
        dose.weeks: 20..=22, usually 20                     design;
        cadence { 1..=20: 1 in 7 days                       trial WILFLEY_2002; }
        tracks {
            PreTreatment: Should, 1 sessions                unseen, of 120 minutes unseen;
            MidTreatment: Should, 1 sessions                unseen, of 60 minutes unseen;
            PostTreatment: Should, 1 sessions               unseen, of 60 minutes unseen;
        }
        focus.off_focus_run: 3                              design;
        initial.sessions_usual: 5                           unseen;
        initial.sessions_most: 6                            design;
        middle.incident_run: 3                              design;
        ending.sessions_max: 5                              unseen;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.review_by: 10                           unseen;
        measures {
            "bdi": May, BeforeAndAfter                      unseen;
            "binge-days": May, BeforeAndAfter               unseen;
            "ede": May, BeforeAndAfter                      unseen;
        }
        work.contact_minutes_min: 45                        design;
        proscribed + { DietAdvice:                          unseen; }
        tasks { "written_goals" "Written goals of each member": Should, Initial unseen; }
        participants {}
        sources: [WILFLEY_2002];
    }

    /// Individual IPT for binge eating disorder: nineteen sessions in twenty-four weeks, the first
    /// of two hours.
    ///
    /// It differs from [`BED_G20`], the group form that its manual comes from, in this, and other
    /// sources say:
    ///
    /// - **Sessions**: nineteen in 24 weeks, the first of two hours; that they come closer at first
    ///   and further apart at the end; the phases 1–4, 5–15, 16–19: all known in the field. A
    ///   therapist's manual exists; its numbers were not read. How far apart sessions are in each
    ///   stretch is ours, and so are five as the most initial sessions and one session more by
    ///   agreement.
    /// - **Review**: by session 8, as in the standard form, since there is no meeting midway.
    BED_I19 "bed-i19" extends BED_G20 {
        title: "Individual IPT for binge eating disorder";
        for_whom: "adults with binge eating disorder";
        format: Individual;
        phases {
            Assessment, optional;
            Initial: 1..=4                                  unseen;
            Middle: 5..=15                                  unseen;
            Termination: 16..=19                            unseen;
            Concluded "Follow-up", optional;
        }
        dose.sessions: 19..=20, usually 19                  unseen;
        dose.minutes: 50..=60, usually 60                   unseen;
        dose.first_minutes: 120                             unseen;
        dose.weeks: 20..=24, usually 24                     unseen;
        cadence {
            1..=3: 1 in 5 days                              design;
            4..=15: 1 in 7 days                             design;
            16..=19: 1 in 14 days                           design;
        }
        tracks {}
        focus.off_focus_run: 2                              design;
        initial.sessions_usual: 4                           unseen;
        initial.sessions_most: 5                            design;
        middle.incident_run: 2                              design;
        ending.sessions_max: 4                              unseen;
        timing.twice_weekly: yes                            unseen;
        timing.taper: yes                                   unseen;
        timing.extensions_max: 1                            design;
        timing.extension_sessions_max: 1                    design;
        measurement.review_by: 8                            guideline ICSI_DEPRESSION;
        work.contact_minutes_min: 25                        design;
        tasks { "written_goals" "Written goals": Should, Initial unseen; }
        sources: [BED_MANUAL];
    }

    /// IPT for bulimia nervosa after Fairburn: fifteen to twenty sessions in which eating is not
    /// spoken of after the first stage.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: 15 to 20 of fifty minutes over four to five months, counted here as four
    ///   weeks each (APA Division 12, after Fairburn 1994). Nineteen sessions in twenty weeks, as
    ///   in a later trial, are known in the field. That they come closer at first and further apart
    ///   at the end, how far, and one session more by agreement, are ours.
    /// - **First stage** of three or four sessions, in which the history of the eating problem is
    ///   taken in its interpersonal context: the same account. The numbers of the other stages, and
    ///   five as the most, are ours.
    /// - **Talk of eating** after the first stage is forbidden outright: it is not discussed
    ///   directly, and the patient is pressed harder to change. That symptoms are asked about in
    ///   each session is therefore graded as a note, and no rating is missed until ten sessions are
    ///   without one; the ten are ours.
    /// - **Measures** before and after, in a Mexican study. None is asked for.
    /// - **Diagnosis**: the codes are those known in the field; eighteen years are ours. No
    ///   maintenance belongs to it, as is known in the field.
    BN_19 "bn-19" extends ACUTE_16 {
        title: "IPT for bulimia nervosa";
        for_whom: "adults with bulimia nervosa";
        phases {
            Assessment, optional;
            Initial "First stage": 1..=4                    manual FAIRBURN_DIV12;
            Middle "Second stage": 5..=16                   design;
            Termination "Third stage": 17..=19              design;
            Concluded "Follow-up", optional;
        }
        population.age_min: 18                              design;
        indications {
            "icd-10": "F50.2", "F50.3"                      unseen;
            "icd-11": "6B81"                                unseen;
        }
        contraindications {}
        dose.sessions: 15..=20, usually 19                  unseen;
        dose.minutes: 50                                    manual FAIRBURN_DIV12;
        dose.first_minutes: none;
        dose.weeks: 16..=20, usually 20                     manual FAIRBURN_DIV12;
        cadence {
            1..=4: 1 in 4 days                              design;
            5..=16: 1 in 7 days                             design;
            17..=19: 1 in 14 days                           design;
        }
        initial.sessions_usual: 4                           manual FAIRBURN_DIV12;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: yes                            design;
        timing.taper: yes                                   design;
        timing.extension_sessions_max: 1                    design;
        measurement.max_gap: 10                             design;
        measures {
            "bdi": May, BeforeAndAfter                      trial SCIELO_MX_BULIMIA;
            "ede": May, BeforeAndAfter                      trial SCIELO_MX_BULIMIA;
            "binge-count": May, BeforeAndAfter              trial SCIELO_MX_BULIMIA;
            "vomit-count": May, BeforeAndAfter              trial SCIELO_MX_BULIMIA;
            "rse": May, BeforeAndAfter                      trial SCIELO_MX_BULIMIA;
            "iip-32": May, BeforeAndAfter                   trial SCIELO_MX_BULIMIA;
        }
        proscribed {
            EatingTalk, outright after Initial:             manual FAIRBURN_DIV12;
            TransferenceInterpretation:                     manual CASEBOOK_2012;
            CognitiveRestructuring:                         trial MARKOWITZ_ADHERENCE;
            UnfocusedSupport:                               unseen;
            Exposure:                                       unseen;
            ChildhoodReconstruction:                        unseen;
            DreamInterpretation:                            unseen;
            DisplacingHomework:                             design;
        }
        tasks {
            "eating_history" "History of the eating problem in its interpersonal context": Should, Initial
                manual FAIRBURN_DIV12;
        }
        participants {}
        // Talk of symptoms in each session, where the source has none of it: the rule is left as
        // something to see.
        adjustments { "IPT-111": Note                       manual FAIRBURN_DIV12; }
        sources: [FAIRBURN_DIV12, SCIELO_MX_BULIMIA];
    }

    /// Modified IPT for bulimia nervosa, as British services work: sixteen weekly sessions.
    ///
    /// It differs from [`BN_19`] in this, and other sources say:
    ///
    /// - **Sessions**: sixteen, in a Mexican study that describes this form. The weekly spacing,
    ///   the minutes and the phases 1–4, 5–12, 13–16 are known in the field; the four weeks of
    ///   slack are ours, and so is that it is neither extended nor held twice a week.
    /// - **Talk of eating** is off the model after the initial phase as in the form that it comes
    ///   from. What was modified was not read and may be just this, so it is known in the field
    ///   here, forbidden by nobody outright, and at most a warning.
    BNM_16 "bnm-16" extends BN_19 {
        title: "Modified IPT for bulimia nervosa in British services (IPT-BN(m))";
        for_whom: "adults with bulimia nervosa in British services";
        phases {
            Assessment, optional;
            Initial: 1..=4                                  unseen;
            Middle: 5..=12                                  unseen;
            Termination: 13..=16                            unseen;
            Concluded "Follow-up", optional;
        }
        dose.sessions: 16                                   trial SCIELO_MX_BULIMIA;
        dose.minutes: 50..=60, usually 50                   unseen;
        dose.weeks: 16..=20, usually 16                     design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        initial.sessions_usual: 4                           unseen;
        timing.twice_weekly: no                             design;
        timing.taper: no                                    unseen;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        proscribed {
            EatingTalk after Initial:                       unseen;
            TransferenceInterpretation:                     manual CASEBOOK_2012;
            CognitiveRestructuring:                         trial MARKOWITZ_ADHERENCE;
            UnfocusedSupport:                               unseen;
            Exposure:                                       unseen;
            ChildhoodReconstruction:                        unseen;
            DreamInterpretation:                            unseen;
            DisplacingHomework:                             design;
        }
        tasks {
            "eating_history" "History of the eating problem in its interpersonal context": Should, Initial
                unseen;
        }
        // Talk of symptoms in each session, where the source has none of it: the rule is left as
        // something to see.
        adjustments { "IPT-111": Note                       unseen; }
        sources: [SCIELO_MX_BULIMIA];
    }
}
