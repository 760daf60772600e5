//! IPT for binge eating and bulimia.

use super::ACUTE_16;

protocols! {
    /// Group IPT for binge eating disorder: twenty weekly sessions of a group, with individual
    /// meetings before, midway and after.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twenty weekly ones for overweight patients (Wilfley et al. 2002), over five
    ///   months. The manual has a meeting of two hours before the group, one midway between
    ///   sessions 10 and 11, one within a week after the last, and the phases 1–5, 6–15, 16–20.
    ///   The ninety minutes, and the hour of the meetings midway and after, are known in the field.
    ///   The two weeks of slack, six as the most initial sessions, eighteen years, and that it is
    ///   neither extended nor held twice a week, are ours.
    /// - **The group** begins with seven to nine and gets hard below six. That all begin together
    ///   is the ideal; to add members in the first two or three sessions can be needed (Casebook,
    ///   ch. 20). One or two lead it, two in the NIMH trial (Kaplan & Sadock's Synopsis); two as
    ///   the usual number is ours. Runs without a member's own incident or focus may be longer than
    ///   in individual treatment; three is ours.
    /// - **Before the group** each member gets a written summary of goals (the manual); length,
    ///   times, attendance and punctuality, and the date of the last session, are told there
    ///   (Casebook). The meeting midway is where progress is reviewed and the limit of time
    ///   recalled, so the review is due by session 10.
    /// - **The sick role** is given in the group too (Casebook, table 20.3).
    /// - **Work between sessions**: use outside the group is expected and followed up (the manual).
    /// - **Talk of eating**: how eating and relationships hang together is only implied after the
    ///   beginning (APA Division 12, which has individual or group treatment of about twenty weekly
    ///   sessions). That says how it is spoken of and forbids nothing, so nothing is put off the
    ///   model here. **Advice on diet** is no part of it, as is known in the field.
    /// - **Measures**: the trial assessed before, after, and every four months for a year; which
    ///   instruments is known in the field, and how often. None is asked for.
    /// - **Diagnosis**: the codes are those known in the field; ICD-10 has none of its own.
    /// - **No maintenance** belongs to it, as is known in the field.
    BED_G20 "bed-g20" extends ACUTE_16 {
        title: "Group IPT for binge eating disorder";
        for_whom: "overweight adults with binge eating disorder";
        format: Group;
        group {
            members: 6..=9, usually 8                  manual CASEBOOK_2012.at("ch. 20, in a copy");
            facilitators: 1..=2, usually 2                  design;
            entry: Late                                manual CASEBOOK_2012.at("ch. 20, in a copy");
            late_until: 3                              manual CASEBOOK_2012.at("ch. 20, in a copy");
        }
        phases {
            Assessment "Assessment and pre-group meeting", optional;
            Initial: 1..=5                                  manual WILFLEY_2000.at("in a copy");
            Middle: 6..=15                                  manual WILFLEY_2000.at("in a copy");
            Termination: 16..=20                            manual WILFLEY_2000.at("in a copy");
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
            PreTreatment: Should, 1 sessions
                manual WILFLEY_2000.at("in a copy"),
                of 120 minutes manual WILFLEY_2000.at("in a copy");
            MidTreatment: Should, 1 sessions
                manual WILFLEY_2000.at("in a copy"), of 60 minutes unseen;
            PostTreatment: Should, 1 sessions
                manual WILFLEY_2000.at("in a copy"), of 60 minutes unseen;
        }
        focus.off_focus_run: 3                              design;
        initial.sessions_usual: 5                           manual WILFLEY_2000.at("in a copy");
        initial.sessions_most: 6                            design;
        initial.sick_role: Full         manual CASEBOOK_2012.at("ch. 20, table 20.3, in a copy");
        middle.incident_run: 3                              design;
        ending.sessions_max: 5                              manual WILFLEY_2000.at("in a copy");
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.review_by: 10               manual WILFLEY_2000.at("item 10, in a copy");
        measures {
            "bdi": May, BeforeAndAfter                      unseen;
            "binge-days": May, BeforeAndAfter               unseen;
            "ede": May, BeforeAndAfter                      unseen;
        }
        work.between_sessions: [Attempt]        manual WILFLEY_2000.at("item 12, in a copy");
        work.contact_minutes_min: 45                        design;
        proscribed + { DietAdvice:                          unseen; }
        tasks {
            "written_goals" "Written goals of each member": Should, Initial
                manual WILFLEY_2000.at("in a copy");
        }
        participants {}
        sources: [WILFLEY_2002, WILFLEY_2000, CASEBOOK_2012, KAPLAN_SADOCK_SYNOPSIS];
    }

    /// Individual IPT for binge eating disorder: twenty sessions in six months, the first of two
    /// hours.
    ///
    /// It differs from [`BED_G20`], the group form that its manual comes from, in this, and other
    /// sources say:
    ///
    /// - **Sessions**: twenty in six months, the first of two hours, the others of 50 to 60 minutes
    ///   (Wilson et al. 2010). Individual IPT for eating disorders has 15 to 20 in four to five
    ///   months (Casebook), which gives the least sessions and weeks; nineteen in 24 weeks are
    ///   known in the field. That they come closer at first and further apart at the end is known
    ///   too; how far, where the middle phase ends, and one session more by agreement, are ours. A
    ///   therapist's manual exists; its numbers were not read.
    /// - **Initial phase**: sessions 1 to 5, in which the area and the goals are settled as early
    ///   as possible, and the sick role is given (Casebook); four is known in the field. Six as the
    ///   most is ours.
    /// - **Written goals** are taken over from the group form.
    /// - **Review**: by session 8, as in the standard form, since there is no meeting midway.
    BED_I19 "bed-i19" extends BED_G20 {
        title: "Individual IPT for binge eating disorder";
        for_whom: "adults with binge eating disorder";
        format: Individual;
        group: none;
        phases {
            Assessment, optional;
            Initial: 1..=5                   manual CASEBOOK_2012.at("eating disorders, in a copy");
            Middle: 6..=16                                  design;
            Termination: 17..=20                            design;
            Concluded "Follow-up", optional;
        }
        dose.sessions: 15..=20, usually 20                  trial WILSON_2010;
        dose.minutes: 50..=60, usually 60                   trial WILSON_2010;
        dose.first_minutes: 120                             trial WILSON_2010;
        dose.weeks: 16..=26, usually 26                     trial WILSON_2010;
        cadence {
            1..=3: 1 in 5 days                              design;
            4..=15: 1 in 7 days                             design;
            16..=20: 1 in 14 days                           design;
        }
        tracks {}
        focus.off_focus_run: 2                              design;
        initial.sessions_usual: 5       manual CASEBOOK_2012.at("eating disorders, in a copy");
        initial.sick_role: Full         manual CASEBOOK_2012.at("eating disorders, in a copy");
        middle.incident_run: 2                              design;
        ending.sessions_max: 4                              unseen;
        timing.twice_weekly: yes                            unseen;
        timing.taper: yes                                   unseen;
        timing.extensions_max: 1                            design;
        timing.extension_sessions_max: 1                    design;
        measurement.review_by: 8                            guideline ICSI_DEPRESSION;
        work.between_sessions: [Attempt]                    manual MARKOWITZ_2017.at("p. 62");
        work.contact_minutes_min: 25                        design;
        tasks { "written_goals" "Written goals": Should, Initial unseen; }
        sources: [WILSON_2010, CASEBOOK_2012, MARKOWITZ_2017, BED_MANUAL];
    }

    /// IPT for bulimia nervosa after Fairburn: fifteen to twenty sessions in which eating is not
    /// spoken of after the first stage.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: 15 to 20 of fifty minutes over four to five months, counted here as four
    ///   weeks each (APA Division 12, after Fairburn 1994). A later trial held nineteen (Agras et
    ///   al. 2000); twenty weeks for them are known in the field. The Casebook has 15 to 20 in four
    ///   to five months too. That they come closer at first and further apart at the end, how far,
    ///   and one session more by agreement, are ours.
    /// - **First stage** of three or four sessions, in which the history of the eating problem is
    ///   taken in its interpersonal context: the same account. The Casebook has one to five, from
    ///   which the most is taken; a practice four or five. The numbers of the other stages are
    ///   ours.
    /// - **The sick role** is given: it is meant to lift too much care for others (Casebook).
    /// - **Talk of eating** after the first stage is forbidden outright: it is not discussed
    ///   directly, and the patient is pressed harder to change. A form for students redirects such
    ///   talk to people and feelings (contents of its manual). That symptoms are asked about in
    ///   each session is therefore graded as a note, and no rating is missed until ten sessions are
    ///   without one; the ten are ours.
    /// - **Measures** before and after are known in the field. None is asked for.
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
        dose.sessions: 15..=20, usually 19                  trial AGRAS_2000;
        dose.minutes: 50                                    manual FAIRBURN_DIV12;
        dose.first_minutes: none;
        dose.weeks: 16..=20, usually 20                     manual FAIRBURN_DIV12;
        cadence {
            1..=4: 1 in 4 days                              design;
            5..=16: 1 in 7 days                             design;
            17..=19: 1 in 14 days                           design;
        }
        initial.sessions_usual: 4                           manual FAIRBURN_DIV12;
        initial.sessions_most: 5        manual CASEBOOK_2012.at("eating disorders, in a copy");
        initial.sick_role: Full         manual CASEBOOK_2012.at("eating disorders, in a copy");
        ending.maintenance: None                            unseen;
        timing.twice_weekly: yes                            design;
        timing.taper: yes                                   design;
        timing.extension_sessions_max: 1                    design;
        measurement.max_gap: 10                             design;
        measures {
            "bdi": May, BeforeAndAfter                      unseen;
            "ede": May, BeforeAndAfter                      unseen;
            "binge-count": May, BeforeAndAfter              unseen;
            "vomit-count": May, BeforeAndAfter              unseen;
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
        sources: [FAIRBURN_DIV12, AGRAS_2000, CASEBOOK_2012];
    }

    /// Modified IPT for bulimia nervosa, as British services work: sixteen weekly sessions.
    ///
    /// It differs from [`BN_19`] in this, and other sources say:
    ///
    /// - **Sessions**: sixteen, in a study of a British service with 80 patients (Arcelus et al.
    ///   2011). Up to twenty if that is right for the patient, agreed on close to the start and not
    ///   towards the end, since that weakens the ending; fewer likewise, of which no number stands
    ///   (a chapter from the same place). The weekly spacing and the minutes are known in the
    ///   field; the four weeks of slack are ours, and so is that it is not held twice a week.
    /// - **Phases**: early sessions 0 to 4, of which session 0 stands as the assessment, middle
    ///   ones 5 to 14 (the chapter), which leaves two for the ending. Elsewhere 1–4, 5–12, 13–16
    ///   are known in the field, so an ending of up to four is within, and that it is announced
    ///   with two left is early enough; that is ours.
    /// - **Talk of eating**: this form was made because the first one did not speak of eating
    ///   beyond some teaching; it links symptoms to the focus each week (the chapter). So eating is
    ///   not off the model here, and symptoms are asked about in each session as in [`ACUTE_16`].
    /// - **For whom**: bulimia nervosa, or an eating disorder not otherwise specified of the
    ///   bulimic kind; for the second no code says the kind.
    /// - **Measures**: the questionnaire form of the EDE, the interview CEDRI and five others
    ///   (the study). None is asked for.
    BNM_16 "bnm-16" extends BN_19 {
        title: "Modified IPT for bulimia nervosa in British services (IPT-BN(m))";
        for_whom: "adults with bulimia nervosa in British services";
        phases {
            Assessment "Session 0", optional;
            Initial "Early sessions": 1..=4    practice BULIMIA_CHAPTER.at("p. 6 and 8, in a copy");
            Middle: 5..=14                     practice BULIMIA_CHAPTER.at("p. 6 and 8, in a copy");
            Termination: 15..=16               practice BULIMIA_CHAPTER.at("p. 6 and 8, in a copy");
            Concluded "Follow-up", optional;
        }
        dose.sessions: 16                                   trial SCIELO_MX_BULIMIA;
        dose.minutes: 50..=60, usually 50                   unseen;
        dose.weeks: 16..=20, usually 16                     design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        initial.sessions_usual: 4   practice BULIMIA_CHAPTER.at("p. 6 and 8, in a copy");
        ending.announce_note_below: 2                       design;
        timing.twice_weekly: no                             design;
        timing.taper: no                                    unseen;
        timing.extensions_max: 1    practice BULIMIA_CHAPTER.at("p. 6, in a copy");
        timing.extension_sessions_max: 4 practice BULIMIA_CHAPTER.at("p. 6, in a copy");
        measures {
            "bdi": May, BeforeAndAfter                      trial SCIELO_MX_BULIMIA;
            "ede-q": May, BeforeAndAfter                    trial SCIELO_MX_BULIMIA;
            "cedri": May, BeforeAndAfter                    trial SCIELO_MX_BULIMIA;
            "binge-count": May, BeforeAndAfter              trial SCIELO_MX_BULIMIA;
            "vomit-count": May, BeforeAndAfter              trial SCIELO_MX_BULIMIA;
            "rse": May, BeforeAndAfter                      trial SCIELO_MX_BULIMIA;
            "iip-32": May, BeforeAndAfter                   trial SCIELO_MX_BULIMIA;
        }
        proscribed - [EatingTalk];
        tasks {
            "eating_history" "History of the eating problem in its interpersonal context": Should, Initial
                unseen;
        }
        adjustments {}
        sources: [SCIELO_MX_BULIMIA, BULIMIA_CHAPTER, CASEBOOK_2012];
    }
}
