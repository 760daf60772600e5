//! IPT in pregnancy, after birth and after the loss of a baby.

use super::{ACUTE_16, B_8};

protocols! {
    /// IPT for postpartum depression: twelve weekly sessions; partner and baby may be there.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twelve (Grigoriadis & Ravitz 2007), in twelve weeks (O'Hara et al. 2000).
    ///   The hour, one session a week, and the phases are known in the field; the four weeks of
    ///   slack are ours.
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
    /// - **Other forms** after birth, in which mother and baby are treated together until a year
    ///   after it (Lenze et al. 2015) or a few sessions before birth prevent depression after it,
    ///   have no preset.
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
        dose.minutes: 50..=60, usually 60                   unseen;
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
        sources: [OHARA_2000, GRIGORIADIS_RAVITZ_2007, CASEBOOK_2012];
    }

    /// IPT by telephone for postpartum depression: twelve calls with a trained nurse, on a second
    /// clock of weeks.
    ///
    /// It differs from [`PP_12`] in this, and other sources say:
    ///
    /// - **Channel**: the telephone and nothing else. Another trial did without face-to-face
    ///   sessions for recurrent depression, in twelve weeks.
    /// - **Sessions and weeks**: twelve within 12 to 16 weeks (the trial), and no call after the
    ///   sixteenth. The fourteen weeks in between are ours, and so is the spacing of eight days
    ///   that follows from them; weekly calls are within it. Minutes are known in the field.
    /// - **Entry**: an EPDS of more than 12.
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
        entry_scores { "epds": at least 13, firm            trial TELEPHONE_POSTPARTUM; }
        dose.sessions: 12                                   trial TELEPHONE_POSTPARTUM;
        dose.minutes: 45..=60, usually 60                   unseen;
        dose.weeks: 12..=16, usually 14                     trial TELEPHONE_POSTPARTUM;
        dose.weeks_are_cap: yes                             unseen;
        cadence { 1..=12: 1 in 8 days                       design; }
        middle.joint_max: 2                                 unseen;
        ending.maintenance: None                            unseen;
        measures { "epds": May, BeforeAndAfter              trial TELEPHONE_POSTPARTUM; }
        participants {}
        sources: [TELEPHONE_POSTPARTUM];
    }

    /// IPT in pregnancy: sixteen weekly sessions of 45 minutes, a fifth area, and birth as a
    /// deadline.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions, minutes, weeks and phases** are known in the field; the manual by Spinelli was
    ///   not read.
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
        dose.sessions: 12..=16, usually 16                  unseen;
        dose.minutes: 45                                    unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=18, usually 16                     unseen;
        cadence { 1..=16: 1 in 7 days                       unseen; }
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
        sources: [CASEBOOK_2012];
    }

    /// Brief IPT for pregnant women on low incomes, by Grote and colleagues: engagement, eight
    /// sessions before birth, then maintenance.
    ///
    /// It differs from [`B_8`] in this, and other sources say:
    ///
    /// - **Engagement** with help over child care and transport and with questions about culture
    ///   was added by Grote, Swartz & Zuckoff 2008. In which session these are asked was not seen;
    ///   they belong to the initial phase here.
    /// - **Sessions**: a published case has six weekly sessions left when the formulation is
    ///   agreed, of eight. The hour, and where the middle phase ends, are known in the field.
    /// - **Birth**: the same case aims at remission before it. The deadline moves with the expected
    ///   day.
    /// - **Areas**: grief, dispute and transition, of which complicated pregnancy is one; no
    ///   deficits.
    /// - **A second focus** is set aside for the monthly phase (the same case). That two may be
    ///   active is how the published descriptions were put into numbers, so the limit counts as
    ///   ours.
    /// - **Maintenance** follows as a standing part, every two weeks or monthly until six months
    ///   after birth: known in the field; the case speaks of a monthly phase. For how many months
    ///   that is depends on the birth, so no number stands.
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
        tracks { PreTreatment: Should, 1 sessions           manual GROTE_2008; }
        focus.max_active: 2                                 design;
        focus.secondary_share: 1/2                          design;
        focus.parked_until: Maintenance                     manual CASEBOOK_2012;
        specialisations {
            "complicated_pregnancy" "Complicated pregnancy": RoleTransition manual CASEBOOK_2012;
        }
        ending.maintenance: Standard                        manual CASEBOOK_2012;
        ending.maintenance_with_all: yes                    unseen;
        maintenance.interval_days: 14..=31, usually 30      unseen;
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
        sources: [GROTE_2008, CASEBOOK_2012, SWARTZ_2014, MOMCARE, SOCIAL_WORK_PODCAST];
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
