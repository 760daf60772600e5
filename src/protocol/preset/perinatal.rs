//! IPT in pregnancy, after birth and after the loss of a baby.

use super::{ACUTE_16, B_8};

protocols! {
    /// IPT for postpartum depression: twelve weekly sessions; partner and baby may be there.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve (Grigoriadis & Ravitz 2007), in twelve weeks (O'Hara et al. 2000),
    ///   of fifty minutes (a trial's registration, which has thirteen weeks). The hour at most, one
    ///   session a week, and the phases are known in the field; the four weeks of slack are ours.
    /// - **Areas**: the Canadian guide names disputes, transitions and bereavement; the standard
    ///   four are kept, so that deficits are not ruled out.
    /// - **Measures**: the trial rated every four weeks with the Hamilton scale, whose version was
    ///   not seen and which so counts as known in the field, and the BDI; a published case used the
    ///   EPDS, how often is ours. None is asked for.
    /// - The loss of the old role and support to be rebuilt are strategies of the transition and
    ///   need no task of their own.
    /// - Partner and baby may be there, as is known in the field. How few joint sessions individual
    ///   treatment bears does not matter for a baby who comes along each time; that this holds for
    ///   all twelve is ours.
    /// - **Other forms**: a few sessions before birth that prevent depression after it are
    ///   [`ROSE`]. One in which mother and baby are treated together until a year after birth
    ///   (Lenze et al. 2015) has no preset.
    PP_12 "pp-12" extends ACUTE_16 {
        title: "IPT for women with postpartum depression";
        for_whom: "women with major depression after the birth of a child";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  unseen;
            Middle: 4..=9                                   unseen;
            Termination: 10..=12                            unseen;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        indications + {
            "icd-10": "F53"                                 unseen;
            "icd-11": "6E20"                                unseen;
        }
        dose.sessions: 12                                   practice GRIGORIADIS_RAVITZ_2007;
        dose.minutes: 50..=60, usually 50                   trial PP_TRIAL;
        dose.first_minutes: none;
        dose.weeks: 12..=16, usually 12                     design;
        cadence { 1..=12: 1 in 7 days                       unseen; }
        middle.joint_max: 12                                design;
        measures {
            "ham-d-17": May, EveryWeeks 4                   unseen;
            "bdi": May, EveryWeeks 4                        trial OHARA_2000;
            "epds": May, BeforeAndAfter                     manual CASEBOOK_2012;
        }
        participants + { Child: May                         unseen; }
        sources: [OHARA_2000, PP_TRIAL, GRIGORIADIS_RAVITZ_2007, CASEBOOK_2012];
    }

    /// IPT by telephone for postpartum depression: twelve weekly calls with a trained nurse, on a
    /// second clock of weeks.
    ///
    /// It differs from [`PP_12`] in this, and other sources say:
    ///
    /// - **Channel**: the telephone and nothing else. Another trial did without face-to-face
    ///   sessions for recurrent depression, in twelve weeks.
    /// - **Sessions and weeks**: twelve weekly calls of sixty minutes (the result paper, abstract),
    ///   within 12 to 16 weeks (the trial's protocol). That no call is held after the sixteenth is
    ///   known in the field; that 45 minutes are enough is taken over from [`ACUTE_16`].
    /// - **Entry**: women referred themselves, or were referred with an EPDS of more than 12. What
    ///   let them in was a diagnosis of major depression, 2 to 24 weeks after birth, so the score
    ///   is a guide.
    /// - **Phases** are those of the parent.
    /// - **Measures**: the trial's EPDS and interview at 12, 24 and 36 weeks. None is asked for.
    /// - **People**: nobody else, and nothing is provided for afterwards: known in the field. That
    ///   the nurses were trained and supervised for it concerns the service and stands in no record
    ///   of a course.
    TEL_PP_12 "tel-pp-12" extends PP_12 {
        title: "IPT by telephone for women with postpartum depression";
        for_whom: "women with postpartum depression, treated by nurses on the telephone";
        channels: [Telephone]                               trial TELEPHONE_POSTPARTUM;
        phases {
            Assessment, optional;
            Initial: 1..=3                                  unseen;
            Middle: 4..=9                                   unseen;
            Termination: 10..=12                            unseen;
            Concluded, optional;
        }
        entry_scores { "epds": at least 13, guide           trial TELEPHONE_POSTPARTUM; }
        dose.sessions: 12                                   trial TELEPHONE_POSTPARTUM;
        dose.minutes: 45..=60, usually 60                   trial DENNIS_2020;
        dose.weeks: 12..=16, usually 12                     trial TELEPHONE_POSTPARTUM;
        dose.weeks_are_cap: yes                             unseen;
        cadence { 1..=12: 1 in 7 days                       trial DENNIS_2020; }
        middle.joint_max: 2                                 unseen;
        ending.maintenance: None                            unseen;
        measures { "epds": May, BeforeAndAfter              trial TELEPHONE_POSTPARTUM; }
        participants {}
        sources: [TELEPHONE_POSTPARTUM, DENNIS_2020];
    }

    /// IPT in pregnancy: sixteen weekly sessions of 45 minutes, a fifth area, and birth as a
    /// deadline.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions and minutes**: twelve weekly ones of 45 minutes in one trial, sixteen of fifty
    ///   in another (their registrations); the first had calls up to four weeks after birth. Weeks
    ///   and phases are known in the field; the manual by Spinelli was not read.
    /// - **The fifth area**, complicated pregnancy, is a psychosocial or medical complication or an
    ///   unplanned pregnancy (a published case). It is worked as a role transition; that assignment
    ///   is ours. The other four are kept; some who treat women in this time leave deficits out.
    /// - **Birth** is the day by which acute treatment is to be over. When the expected day moves,
    ///   the deadline moves: known in the field. A session at home or by telephone stands in for
    ///   one that pregnancy prevents.
    /// - **Obstetric care** is contacted, as is known in the field.
    /// - **Measures**: EPDS before and after, Hamilton scale or BDI every four weeks, and again
    ///   after birth: known in the field. None is asked for.
    /// - **After the acute course** follow-up goes on beyond birth, by need; in how many sessions
    ///   was not seen, so it is no track.
    ANTE_16 "ante-16" extends ACUTE_16 {
        title: "IPT for pregnant women with depression";
        for_whom: "pregnant women with major depression";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  unseen;
            Middle: 4..=13                                  unseen;
            Termination: 14..=16                            unseen;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        // One classification has a code of its own for the time of pregnancy and birth.
        indications + { "icd-11": "6E20"                    unseen; }
        dose.sessions: 12..=16, usually 16                  trial ANTE_TRIALS;
        dose.minutes: 45..=50, usually 45                   trial ANTE_TRIALS;
        dose.first_minutes: none;
        dose.weeks: 12..=18, usually 16                     unseen;
        cadence { 1..=16: 1 in 7 days                       trial ANTE_TRIALS; }
        // A psychosocial or medical complication, or a pregnancy that was not planned.
        specialisations {
            "complicated_pregnancy" "Complicated pregnancy": RoleTransition manual CASEBOOK_2012;
        }
        ending.maintenance: Optional                        unseen;
        measures {
            "epds": May, BeforeAndAfter                     unseen;
            "ham-d-17": May, EveryWeeks 4                   unseen;
            "bdi": May, EveryWeeks 4                        unseen;
        }
        // Obstetric care, as is known in the field.
        contacts { Service: Should                          unseen; }
        anchors { Birth ends Termination                    unseen; }
        sources: [CASEBOOK_2012, ANTE_TRIALS];
    }

    /// Group IPT in pregnancy: two individual meetings, nine of the group and one individual one at
    /// the end.
    ///
    /// It differs from [`ANTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve weekly ones, of which the first two and the last are individual and
    ///   the others of a group of five to eight (the trial's registration). The individual ones
    ///   stand as tracks, so nine are left for the group; a frame may name nine, or twelve that
    ///   count all. Six as the usual size is ours. Three weeks of slack are ours too: the twelve
    ///   weeks hold all meetings. So are the minutes, which were not seen; another group met for
    ///   one hour (Field et al. 2013).
    /// - **Phases** of the group were not seen; the numbers are ours. What an initial phase does
    ///   may be done in the two individual meetings.
    /// - **The group** begins together: ours. How many lead it was not seen.
    /// - **Entry**: a score of 10 or more on the EPDS. The trial did not ask for major depression
    ///   and left out who had it severely, so a diagnosis, a name for the illness and a sick role
    ///   are not asked for, and the score is a guide; both are ours. Women were 18 to 40; that
    ///   nobody older is held out is ours.
    /// - **Whom the trial left out** besides: women with a suicide attempt in the past or suicidal
    ///   thoughts now, those on medication, and those with a complicated pregnancy. A preset for
    ///   practice does not take over the choices of a study: the screen stays that of [`ACUTE_16`],
    ///   which excludes imminent danger, and complicated pregnancy stays a form of the transition.
    ///   Both are ours.
    /// - **Birth** as the day by which the group is over is taken over from [`ANTE_16`]; where the
    ///   trial's twelve weeks lay was not seen.
    /// - **Measures**: the EPDS, with which women came in. That it is taken before and after is
    ///   ours, so no rating is missed until nine sessions are without one. None is asked for.
    /// - **Runs** without a member's own focus or incident may be longer, since not every member
    ///   works each time; three is ours. So are the review by the fifth session, when the end is
    ///   announced and how long it is.
    ANTE_G12 "ante-g12" extends ANTE_16 {
        title: "Group IPT for pregnant women with depressive symptoms";
        for_whom: "pregnant women with depressive symptoms";
        format: Group;
        group {
            members: 5..=8, usually 6                       trial ANTE_GROUP_TRIAL;
            facilitators: 1..=2, usually 2                  design;
            entry: Closed                                   design;
        }
        phases {
            Assessment "Individual meetings before the group", optional;
            Initial "First group sessions": 1..=2           design;
            Middle "Middle group sessions": 3..=7           design;
            Termination "Last group sessions": 8..=9        design;
            Concluded "After the group", optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 18                              trial ANTE_GROUP_TRIAL;
        indications {}
        entry_scores { "epds": at least 10, guide           trial ANTE_GROUP_TRIAL; }
        dose.sessions: 9..=12, usually 9                    trial ANTE_GROUP_TRIAL;
        dose.minutes: 60..=90, usually 60                   design;
        dose.weeks: 9..=12, usually 9                       design;
        cadence { 1..=9: 1 in 7 days                        trial ANTE_GROUP_TRIAL; }
        tracks {
            PreTreatment: Should, 2 sessions                trial ANTE_GROUP_TRIAL;
            PostTreatment: Should, 1 sessions               trial ANTE_GROUP_TRIAL;
        }
        focus.off_focus_run: 3                              design;
        initial.sessions_usual: 2                           design;
        initial.sessions_most: 3                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, Psychoeducation, MedicationEvaluation, Inventory, OnsetTimeline,
            ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt, TreatmentGoals,
            TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: none                             design;
        middle.incident_run: 3                              design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 3                              design;
        ending.announce_note_below: 3                       design;
        ending.announce_warn_below: 2                       design;
        measurement.max_gap: 9                              design;
        measurement.review_by: 5                            design;
        measures { "epds": May, BeforeAndAfter              design; }
        sources: [ANTE_GROUP_TRIAL, FIELD_2013, CASEBOOK_2012];
    }

    /// ROSE, a course that prevents depression after birth: four group sessions in pregnancy and
    /// one individual session after birth.
    ///
    /// It differs from [`ANTE_G12`] in this, and other sources say:
    ///
    /// - **Sessions**: four weekly ones of 90 minutes in a group before birth, and one individual
    ///   session of 50 minutes within two weeks after it (the trial's registration). The hospital
    ///   that offers the programme speaks of four or eight before birth. Sessions may be split into
    ///   shorter ones or put together, and missed ones made up (the table of core elements); that
    ///   45 minutes are then the least, and eight weeks the most, is ours.
    /// - **Two weeks after birth**: no field dates a meeting by an event outside treatment, so the
    ///   two weeks stand here alone. A report on later work gives a month.
    /// - **For whom**: pregnant women on public assistance who are at risk and have no affective
    ///   disorder now (the registration). The trial took those of 18 to 40, between the 20th and
    ///   the 34th week, by a questionnaire on risk of which this crate has no entry; a later study
    ///   (NCT05700760) takes everyone without a current episode. No diagnosis is therefore asked
    ///   for and no score. A woman who is depressed now was in neither: [`ANTE_16`] and
    ///   [`ANTE_G12`] are for her. No field says that a diagnosis must be absent.
    /// - **The group**: women may join at any time, and the course may be held with one alone or at
    ///   home (the table of core elements); the format stands as that of a group all the same. A
    ///   later trial had 6 to 20 in a group and held it by video too. Two as the fewest and six as
    ///   usual are ours. Nurses, health educators and others lead it, with or without training in
    ///   mental health (the hospital's page); how many was not seen.
    /// - **Content**: depression after birth, the change to being a mother, support, ways of
    ///   speaking with each other, and stress (the table of core elements). It is a course and has
    ///   neither an initial phase nor an ending of its own. What is done before it was put together
    ///   by us: consent, a question about suicide, a baseline, information, what to do in a crisis,
    ///   a choice of areas and the frame. The change to being a mother, which the course is about,
    ///   may stand for the area. No source has a formulation, so agreement to one is not asked for;
    ///   that a session works on the area, and that options come of it, are graded as notes, and
    ///   all four areas may be active: ours.
    /// - **What is taught** was seen as a list and not as a timetable, so it is one task. The order
    ///   of the sessions may change.
    /// - **Birth** is the day by which the group is to be over.
    /// - **Measures**: the trial judged by interviews at 3, 6 and 12 months. Neither they nor a
    ///   score is asked for; the EPDS before and after is ours. Of 205 women 16 % were depressed
    ///   within six months, and 31 % with usual care (its abstract).
    /// - **Afterwards** nothing more is provided for: ours. The hospital's page and a report name
    ///   resources and referral at the session after birth.
    ROSE "rose" extends ANTE_G12 {
        title: "ROSE: group sessions in pregnancy that prevent depression after birth";
        for_whom: "pregnant women on low incomes who are at risk of depression after birth";
        channels: [InPerson, Video]                         trial ROSE_VIRTUAL;
        group {
            members: 2..=20, usually 6                      design;
            facilitators: 1..=2, usually 1                  design;
            entry: Rolling                                  trial ROSE_SUSTAINMENT;
        }
        phases {
            Assessment "Before the group"; Middle "Group before birth";
            Concluded "After the group", optional;
        }
        modules { "group" "Group sessions before birth": Middle 1..=4 trial ROSE_TRIAL; }
        population.age_min: 18                              trial ROSE_TRIAL;
        entry_scores {}
        dose.sessions: 4..=8, usually 4                     trial ROSE_TRIAL;
        dose.minutes: 45..=90, usually 90                   design;
        dose.weeks: 4..=8, usually 4                        design;
        cadence { 1..=4: 1 in 7 days                        trial ROSE_TRIAL; }
        tracks { Booster: Should, 1 sessions trial ROSE_TRIAL, of 50 minutes trial ROSE_TRIAL; }
        focus.max_active: 4                                 design;
        focus.advised: 4                                    design;
        focus.deficits_last_resort: no                      design;
        focus.secondary_share: 1                            design;
        focus.off_focus_run: 8                              design;
        specialisations {}
        initial.sessions_usual: 1                           design;
        initial.sessions_most: 1                            design;
        initial.tasks: [
            ConsentAndLimits, SuicideEnquiry, BaselineSeverity, Psychoeducation,
            ProblemAreaSelection, ExplainIpt, TreatmentContract, ContingencyTalk
        ] design;
        initial.inventory_min: 0                            design;
        initial.frame_by_session: 1                         design;
        initial.contract_terms: [CrisisContact]             design;
        middle.incident_run: 8                              design;
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.tasks: [ReviewSymptoms, FurtherHelpAdvice, OutcomeRecorded] design;
        ending.maintenance: None                            design;
        ending.settled_sessions: 0                          design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 8                              design;
        measurement.review_by: 4                            design;
        tasks {
            "course_content" "The course taught: depression after birth, change of role, support, ways of speaking, stress": Should, Middle
                trial ROSE_SUSTAINMENT;
        }
        anchors { Birth ends Middle                         trial ROSE_TRIAL; }
        adjustments {
            "IPT-077": Off                                  design;
            "IPT-113": Note                                 design;
            "IPT-116": Note                                 design;
        }
        sources: [
            ROSE_TRIAL, ZLOTNICK_PREVENTION, ROSE_SUSTAINMENT, ROSE_PROGRAM, ROSE_VIRTUAL
        ];
    }

    /// Brief IPT for pregnant women on low incomes, by Grote and colleagues: engagement, eight
    /// sessions before birth, then maintenance.
    ///
    /// It differs from [`B_8`] in this, and other sources say:
    ///
    /// - **Engagement** with help over child care and transport and with questions about culture
    ///   was added by Grote, Swartz & Zuckoff 2008. In which session these are asked was not seen;
    ///   they belong to the initial phase here.
    /// - **Sessions**: eight, combined with prenatal visits, within sixteen weeks (the trial's
    ///   registration); a published case has six weekly sessions left when the formulation is
    ///   agreed, of eight. Eight weeks at least, twelve as usual and the spacing that goes with
    ///   them are ours, and a contract with other spacing, such as a weekly one, is graded as a
    ///   note. The hour, and where the middle phase ends, are known in the field.
    /// - **Birth**: the same case aims at remission before it. The deadline moves with the expected
    ///   day.
    /// - **Areas**: grief, dispute and transition, of which complicated pregnancy is one; no
    ///   deficits.
    /// - **A second focus** is set aside for the monthly phase (the same case). That two may be
    ///   active is how the published descriptions were put into numbers, so the limit counts as
    ///   ours.
    /// - **Maintenance** follows as a standing part, every two weeks until three months after
    ///   birth, then monthly until six months (the registration); a month is read as up to 31 days.
    ///   The months are counted from the birth, so no number of them stands.
    /// - **Measures** as in [`ANTE_16`]; obstetric care is contacted. Both are known in the field.
    GROTE_8 "grote-8" extends B_8 {
        title: "Brief IPT for pregnant women on low incomes";
        for_whom: "pregnant women on low incomes with depression";
        phases {
            Assessment "Engagement", optional;
            Initial: 1..=2                                  manual CASEBOOK_2012;
            Middle: 3..=7                                   unseen;
            Termination: 8..=8                              unseen;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        indications + { "icd-11": "6E20"                    unseen; }
        dose.sessions: 8                                    manual CASEBOOK_2012;
        dose.minutes: 45..=60, usually 60                   unseen;
        dose.weeks: 8..=16, usually 12                      trial GROTE_TRIAL;
        cadence { 1..=8: 1 in 12 days                       design; }
        tracks { PreTreatment: Should, 1 sessions           manual GROTE_2008; }
        focus.max_active: 2                                 design;
        focus.secondary_share: 1/2                          design;
        focus.parked_until: Maintenance                     manual CASEBOOK_2012;
        specialisations {
            "complicated_pregnancy" "Complicated pregnancy": RoleTransition manual CASEBOOK_2012;
        }
        ending.maintenance: Standard                        manual CASEBOOK_2012;
        ending.maintenance_with_all: yes                    unseen;
        maintenance.interval_days: 14..=31, usually 30      trial GROTE_TRIAL;
        measures {
            "epds": May, BeforeAndAfter                     unseen;
            "ham-d-17": May, EveryWeeks 4                   unseen;
            "bdi": May, EveryWeeks 4                        unseen;
        }
        tasks {
            "practical_help" "Help with child care and transport": Should, Initial
                manual GROTE_2008;
            "culture_questions" "Questions about culture": Should, Initial manual GROTE_2008;
        }
        contacts { Service: Should                          unseen; }
        anchors { Birth ends Termination                    manual CASEBOOK_2012; }
        // A published case is weekly, the trial is not.
        adjustments { "IPT-084": Note                       manual CASEBOOK_2012; }
        sources: [
            GROTE_2008, GROTE_TRIAL, CASEBOOK_2012, SWARTZ_2014, MOMCARE, SOCIAL_WORK_PODCAST
        ];
    }

    /// Partner-assisted IPT around birth: eight sessions with the partner in each, and a follow-up
    /// six weeks later.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: eight, with the partner at all of them, and one visit six weeks after
    ///   (Brandon et al. 2012). Minutes, weeks, spacing and phases are known in the field; the
    ///   length of the ending, when it is announced, three as the most initial sessions and the
    ///   review are ours.
    /// - **Entry**: a Hamilton score of 16 or more. A score of 9 counted as response there, read as
    ///   9 or less.
    /// - **The partner** is indispensable, and the formulation is given to both, which is known in
    ///   the field. Few joint sessions are a limit of individual treatment and not of this one.
    /// - **Areas**: three, without deficits, as is known in the field.
    /// - **Measures**: the trial rated at intake, at session 8 and six weeks later. None is asked
    ///   for.
    /// - **After it** the one visit and nothing else.
    PARTNER_8 "partner-8" extends ACUTE_16 {
        title: "Partner-assisted IPT in pregnancy and after birth";
        for_whom:
            "women with major depression in pregnancy or after birth, together with their partners";
        format: Couple;
        phases {
            Assessment, optional;
            Initial: 1..=2                                  unseen;
            Middle: 3..=7                                   unseen;
            Termination: 8..=8                              unseen;
            Concluded, optional;
        }
        indications + {
            "icd-10": "F53"                                 unseen;
            "icd-11": "6E20"                                unseen;
        }
        entry_scores { "ham-d-17": at least 16, firm        trial BRANDON_2012; }
        dose.sessions: 8                                    trial BRANDON_2012;
        dose.minutes: 50..=90, usually 60                   unseen;
        dose.first_minutes: none;
        dose.weeks: 8..=12, usually 8                       unseen;
        cadence { 1..=8: 1 in 7 days                        unseen; }
        tracks { PostTreatment: Should, 1 sessions          trial BRANDON_2012; }
        focus.areas: [Grief, RoleDispute, RoleTransition]   unseen;
        focus.deficits_last_resort: no                      design;
        initial.sessions_usual: 2                           unseen;
        initial.sessions_most: 3                            design;
        middle.joint_max: 8                                 design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 2                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        measurement.review_by: 4                            design;
        measures { "ham-d-17": May, BeforeAndAfter          trial BRANDON_2012; }
        tasks { "joint_formulation" "Formulation given to both partners": Should, Initial unseen; }
        participants { Partner: Must, in 8 sessions         trial BRANDON_2012; }
        sources: [BRANDON_2012];
    }

    /// Group IPT after perinatal loss: a rolling group in which four topics come round three times.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve of the group, one individual meeting before and a booster a month
    ///   after (the trials' registrations). Minutes, weeks and spacing are known in the field.
    /// - **Two clocks**: women enter every four weeks, so a member's session is not the group's.
    ///   The modules go by the member's own count: each of the four topics three times.
    /// - **Phases**: the group has no initial phase and no termination of its own. What an initial
    ///   phase does is done in the individual meeting, and how a member leaves is said at the
    ///   booster; that reading is ours, and so are the tasks of the end.
    /// - **Areas**: grief stands in the centre, dispute and transition beside it, as is known in
    ///   the field. Whether the loss counts as a death is not asked: ours.
    /// - **People**: partner or supporter are invited to three of the twelve sessions. Whoever
    ///   comes is recorded as the supporter; an invitation is usual and not indispensable. A
    ///   partner who comes as such may.
    /// - **Size and facilitators** of the group were not seen; the numbers are ours.
    /// - **Measures**: a Hamilton scale at weeks 4 and 8, at the end and three and six months later
    ///   (Johnson et al. 2016); its version was not seen, so it counts as known in the field and is
    ///   not asked for.
    LOSS_G12 "loss-g12" extends ACUTE_16 {
        title: "Group IPT for major depression after the loss of a baby";
        for_whom:
            "women with major depression after the loss of a baby in pregnancy or around birth";
        format: Group;
        group {
            members: 2..=10, usually 6                      design;
            facilitators: 1..=2, usually 2                  design;
            entry: Rolling                                  trial PERINATAL_LOSS_TRIALS;
        }
        phases {
            Assessment "Individual meeting before the group"; Middle "Group";
            Concluded "After the group", optional;
        }
        modules {
            "round-1" "Four topics, first time": Middle 1..=4 trial PERINATAL_LOSS_TRIALS;
            "round-2" "Four topics, second time": Middle 5..=8 trial PERINATAL_LOSS_TRIALS;
            "round-3" "Four topics, third time": Middle 9..=12 trial PERINATAL_LOSS_TRIALS;
        }
        dose.sessions: 12                                   trial PERINATAL_LOSS_TRIALS;
        dose.minutes: 90..=120, usually 90                  unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=14, usually 12                     unseen;
        cadence { 1..=12: 1 in 7 days                       unseen; }
        tracks {
            PreTreatment: Should, 1 sessions                trial PERINATAL_LOSS_TRIALS;
            Booster: Should, 1 sessions                     trial PERINATAL_LOSS_TRIALS;
        }
        focus.areas: [Grief, RoleDispute, RoleTransition]   unseen;
        focus.grief_requires_death: no                      design;
        focus.deficits_last_resort: no                      design;
        initial.sessions_usual: 1                           design;
        initial.sessions_most: 1                            design;
        initial.frame_by_session: 1                         design;
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.tasks: [ReviewSymptoms, FurtherHelpAdvice, OutcomeRecorded] design;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        measurement.review_by: 6                            design;
        measures { "ham-d-17": May, EveryWeeks 4            unseen; }
        participants {
            Supporter: Should, in 3 sessions                trial PERINATAL_LOSS_TRIALS;
            Partner: May                                    trial PERINATAL_LOSS_TRIALS;
        }
        sources: [PERINATAL_LOSS_TRIALS, JOHNSON_2016];
    }
}
