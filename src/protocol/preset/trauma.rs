//! IPT for posttraumatic stress disorder.

use super::ACUTE_16;

protocols! {
    /// IPT for chronic posttraumatic stress disorder: fourteen weekly sessions without exposure.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: the open trial held 14 in 14 weeks; the manual of 2017 speaks of 12 to 16.
    ///   It has fifty minutes; the hour at most is that of [`ACUTE_16`]. The four weeks of slack
    ///   and eighteen years are ours. A session that was missed is made up for in the same week,
    ///   whoever called it off (the manual, p. 63–64).
    /// - **Entry**: the trial took people of 50 or more on the CAPS. The manual does not, so the
    ///   score is a guide; that is ours.
    /// - **Initial phase** of one to three sessions (Markowitz 2017); a British hand-out has four
    ///   and a middle phase of 5–12. The manual's middle phase ends with the eleventh session.
    /// - **Areas**: role transition made up most of the trial's cases, and deficits were rarely
    ///   used. The manual lists all four, and speaks of grief, transition and dispute in
    ///   its middle phase (p. 68, in a copy). Both stand, so the limit to three counts as ours and
    ///   passing it is at most a warning.
    /// - **Exposure and the trauma narrative** are forbidden outright: one session with either as
    ///   main work is enough. Facing what was avoided because life brings it about is no exposure;
    ///   the therapist neither urges it nor holds it back (the manual).
    /// - **Measures** of the trials at 0, 7 and 14 weeks (registrations), so no rating is missed
    ///   until seven sessions are without one; the Hamilton scale is left out because its version
    ///   was not seen. The manual has the PTSD Checklist beside the CAPS; that it is the one for
    ///   DSM-5, and how often it is filled in, is known in the field. None is asked for. Response
    ///   was a fall of 30 % on the CAPS (registration and Casebook; more than 30 % in an abstract),
    ///   or a score of 39 or less (Casebook); when an option is considered keeps the standard
    ///   form's quarter.
    /// - **Naming feelings** takes up much of the first half and work on the area the second
    ///   (the manual); it is a technique, usual here, and needs no task of its own. That a
    ///   session works on the area is therefore graded as a note. Four such sessions in a row, and
    ///   by when in the second half an area is explored and acted on, are ours.
    PTSD_14 "ptsd-14" extends ACUTE_16 {
        title: "IPT for adults with chronic posttraumatic stress disorder";
        for_whom: "adults with chronic posttraumatic stress disorder";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  manual MARKOWITZ_2017;
            Middle: 4..=11                                  manual MARKOWITZ_2017.at("in a copy");
            Termination: 12..=14                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 18                              design;
        indications {
            "icd-10": "F43.1"                               unseen;
            "icd-11": "6B40", "6B41"                        unseen;
        }
        contraindications {}
        entry_scores { "caps": at least 50, guide trial MARKOWITZ_2017.at("the trial, in a copy"); }
        dose.sessions: 14                                   trial PTSD_REVIEW;
        dose.minutes: 50..=60, usually 50       manual MARKOWITZ_2017.at("in a copy");
        dose.first_minutes: none;
        dose.weeks: 14..=18, usually 14                     design;
        cadence { 1..=14: 1 in 7 days                       trial PTSD_REVIEW; }
        focus.areas: [Grief, RoleDispute, RoleTransition]   design;
        focus.deficits_last_resort: no                      design;
        focus.off_focus_run: 4                              design;
        initial.sessions_usual: 3                           manual MARKOWITZ_2017;
        middle.stage_by: 6                                  design;
        middle.analysis_by: 7                               design;
        middle.explored_by: 3/4                             design;
        middle.acting_by: 5/6                               design;
        ending.maintenance: Optional                        manual MARKOWITZ_2017;
        ending.missed_made_up: yes      manual MARKOWITZ_2017.at("p. 63-64, in a copy");
        measurement.max_gap: 7                              trial PTSD_TRIALS;
        measures {
            "caps": May, EveryWeeks 7                       trial PTSD_TRIALS;
            "pcl-5": May, EveryWeeks 7                      unseen;
            "pss-sr": May, EveryWeeks 7                     unseen;
        }
        techniques { EncouragementOfAffect: Should manual MARKOWITZ_2017.at("in a copy"); }
        proscribed {
            Exposure, outright:                             trial PTSD_REVIEW;
            TraumaNarrative, outright:                      trial PTSD_REVIEW;
            TransferenceInterpretation:                     manual CASEBOOK_2012;
            CognitiveRestructuring:                         trial MARKOWITZ_ADHERENCE;
            UnfocusedSupport:                               unseen;
            ChildhoodReconstruction:                        unseen;
            DreamInterpretation:                            unseen;
            DisplacingHomework:                             design;
        }
        // In the first half a session may go to feelings and to no strategy of the area.
        adjustments { "IPT-113": Note   manual MARKOWITZ_2017.at("in a copy"); }
        sources: [MARKOWITZ_2017, PTSD_TRIALS, PTSD_REVIEW, CASEBOOK_2012];
    }

    /// Group IPT for women on low incomes with posttraumatic stress disorder: sixteen sessions of
    /// two hours.
    ///
    /// It differs from [`PTSD_14`] in this, and other sources say:
    ///
    /// - **Sessions**: sixteen of two hours (a review); another group form has eight of the same
    ///   length. The weekly spacing is known in the field; the two weeks of slack, the numbers of
    ///   the phases, and that it is neither extended nor held twice a week, are ours.
    /// - **The group**: how many members and facilitators it has was not seen, so nothing is said
    ///   of them. It was for women; the preset does not ask for it. Eighteen years are ours, and so
    ///   are three sessions in a row without a member's own incident, since not every member works
    ///   each time.
    /// - **Areas**: the standard four, since no limit was seen; that counts as ours. Exposure and
    ///   the trauma narrative stay forbidden, as in the same review.
    /// - **Measures** are those of the individual form; that they are taken before and after is
    ///   ours, and none is asked for.
    /// - **No maintenance** belongs to it, as is known in the field.
    PTSD_G16 "ptsd-g16" extends PTSD_14 {
        title: "Group IPT for women on low incomes with posttraumatic stress disorder";
        for_whom: "women on low incomes with posttraumatic stress disorder";
        format: Group;
        phases {
            Assessment, optional;
            Initial "Initial group sessions": 1..=3         design;
            Middle "Middle group sessions": 4..=13          design;
            Termination: 14..=16                            design;
            Concluded "Conclusion of the group", optional;
        }
        entry_scores {}
        ending.missed_made_up: none;
        dose.sessions: 16                                   trial PTSD_REVIEW;
        dose.minutes: 120                                   trial PTSD_REVIEW;
        dose.weeks: 16..=18, usually 16                     design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        focus.areas: all                                    design;
        focus.deficits_last_resort: yes                     manual CASEBOOK_2012;
        initial.sessions_usual: 3                           design;
        middle.incident_run: 3                              design;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measures {
            "caps": May, BeforeAndAfter                     design;
            "pss-sr": May, BeforeAndAfter                   design;
        }
        work.contact_minutes_min: 60                        design;
        participants {}
        sources: [PTSD_REVIEW, MARKOWITZ_2017, PTSD_TRIALS];
    }

    /// IPT by non-specialists for women with HIV who were exposed to gender-based violence, with
    /// major depression and posttraumatic stress disorder: twelve weekly sessions.
    ///
    /// It differs from [`PTSD_14`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve (Meffert et al. 2021, abstract), weekly over twelve weeks (the
    ///   trial's protocol, abstract). Minutes were not seen and are ours, and so are three weeks of
    ///   slack.
    /// - **Phases**: initial meetings 1–3, interpersonal formulation 4–5, middle sessions 6–10 and
    ///   concluding ones 11–12 (a table of the adapted treatment, Int J Ment Health Syst 2016). The
    ///   formulation belongs to the initial phase here, which therefore has five sessions.
    /// - **Therapists** are non-specialists who were trained for it and hold it inside the HIV
    ///   clinic (the trial). No field says who may hold a session.
    /// - **For whom**: women with both diagnoses. A list of diagnoses is met by one of them; that
    ///   both are there is said in words.
    /// - **Areas**: role conflict, role transition and loss, each with examples of the place (the
    ///   same table). That nothing was said of deficits is not to rule them out, so all four are
    ///   kept, the fourth where nothing else fits, as in [`ACUTE_16`].
    /// - **Violence** stands among the examples of a role conflict in that table. It is no matter
    ///   on which both sides have to give way: of the women, 61 % told of physical violence by a
    ///   partner in the week before (the trial). A partner is therefore not among the people who
    ///   come along; that is ours. Her safety is asked about as in all variants.
    /// - **The inventory** includes who knows of the HIV infection and what followed from that,
    ///   violence, housing and support; later sessions look for support in groups of the place (the
    ///   same table).
    /// - **Exposure and the trauma narrative** are off the model, as in IPT for this disorder, but
    ///   nothing that was read of this trial forbids them outright. One session does therefore not
    ///   count against a course as it does in [`PTSD_14`].
    /// - **Measures**: the trial judged by a diagnostic interview after three months. Which scales
    ///   it used was not seen, so none is named, and no rating is missed until twelve sessions are
    ///   without one; the twelve are ours.
    /// - **The HIV clinic** gives its usual care beside it.
    GBV_12 "gbv-12" extends PTSD_14 {
        title:
            "IPT by non-specialists for women with HIV, depression and posttraumatic stress disorder after gender-based violence";
        for_whom:
            "women with HIV who were exposed to gender-based violence, with major depression and posttraumatic stress disorder, where specialists are few";
        phases {
            Assessment, optional;
            Initial "Initial meetings and formulation": 1..=5 trial MEFFERT_2016.at("table 2");
            Middle: 6..=10                                  trial MEFFERT_2016.at("table 2");
            Termination "Concluding sessions": 11..=12      trial MEFFERT_2016.at("table 2");
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        indications + {
            "icd-10": "F32", "F33"                          unseen;
            "icd-11": "6A70", "6A71"                        unseen;
        }
        entry_scores {}
        ending.missed_made_up: none;
        dose.sessions: 12                                   trial MEFFERT_2021;
        dose.minutes: 45..=60, usually 60                   design;
        dose.weeks: 12..=15, usually 12                     trial ONU_2016;
        cadence { 1..=12: 1 in 7 days                       trial ONU_2016; }
        focus.areas: all                                    design;
        focus.deficits_last_resort: yes                     manual CASEBOOK_2012;
        area_labels {
            Grief: "Loss"                                   trial MEFFERT_2016.at("table 2");
            RoleDispute: "Role conflict"                    trial MEFFERT_2016.at("table 2");
        }
        initial.sessions_usual: 5                           trial MEFFERT_2016.at("table 2");
        initial.frame_by_session: 3                         design;
        measurement.max_gap: 12                             design;
        measures {}
        techniques {}
        proscribed {
            Exposure:                                       trial PTSD_REVIEW;
            TraumaNarrative:                                trial PTSD_REVIEW;
            TransferenceInterpretation:                     manual CASEBOOK_2012;
            CognitiveRestructuring:                         trial MARKOWITZ_ADHERENCE;
            UnfocusedSupport:                               unseen;
            ChildhoodReconstruction:                        unseen;
            DreamInterpretation:                            unseen;
            DisplacingHomework:                             design;
        }
        tasks {
            "inventory_of_risks" "In the inventory: who knows of the HIV infection, violence, housing, support": Should, Initial
                trial MEFFERT_2016.at("table 2");
            "local_support" "Support in groups of the place looked for": May, Middle
                trial MEFFERT_2016.at("table 2");
        }
        participants {}
        contacts { Service: May                             trial ONU_2016; }
        sources: [MEFFERT_2021, ONU_2016, MEFFERT_2016, PTSD_REVIEW, MARKOWITZ_2017, CASEBOOK_2012];
    }
}
