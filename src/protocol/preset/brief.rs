//! Brief IPT.

use super::ACUTE_16;

protocols! {
    /// Brief IPT by Swartz and colleagues: an engagement session, then eight, with a manageable
    /// focus.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **For whom**: women who were offered sixteen sessions came to eight on average (Swartz et
    ///   al. 2014).
    /// - **Sessions** follow Swartz et al. 2014 and the IPT Institute's page; the one engagement
    ///   session before them is usual here and optional there, and trials that count it speak of
    ///   nine. Minutes, and twelve weeks as the most, are known in the field.
    /// - **Areas**: the University of Washington's perinatal programme lists grief, dispute and
    ///   transition, and so deficits are not among them.
    /// - **One focus** is how the published descriptions were put into numbers: a manageable focus
    ///   is chosen. The same perinatal programme speaks of more than one, so the limit counts as
    ///   ours and passing it is at most a warning.
    /// - **Initial phase** of two sessions: Swartz et al. 2014 and the IPT Institute's page. Three
    ///   as the most, two as the most of the ending, when it is announced, the review, the greatest
    ///   gap between ratings, and three weeks as a break, are ours; the place of the middle phase
    ///   and that one session is the ending are known in the field. The inventory is a short one;
    ///   how many people it holds at least is as in the standard form.
    /// - **Work between sessions** is assigned, as a podcast of 2007 says of brief IPT; homework is
    ///   therefore not among what is off the model. That something to try is agreed on each week is
    ///   known in the field, and so is early activation, which stands in no list.
    /// - **Measures** are those of the trial with mothers of children in treatment (HAM-D and GAF
    ///   at 0, 3 and 9 months), so none is asked for. That its Hamilton scale is the one with 17
    ///   items is known in the field.
    /// - **Maintenance** after a response is bi-monthly or monthly in the perinatal programme. The
    ///   word is read both as twice a month and as every two months.
    /// - No extension and no second session a week: ours, and known in the field.
    B_8 "b-8" extends ACUTE_16 {
        title: "Brief IPT (IPT-B)";
        for_whom: "adults with depression who are unlikely to stay for sixteen sessions";
        phases {
            Assessment "Engagement", optional;
            Initial: 1..=2                                  manual SWARTZ_2014;
            Middle: 3..=7                                   unseen;
            Termination: 8..=8                              unseen;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        dose.sessions: 8                                    manual SWARTZ_2014;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 8..=12, usually 8                       unseen;
        cadence { 1..=8: 1 in 7 days                        unseen; }
        tracks { PreTreatment: Should, 1 sessions           manual SWARTZ_2014; }
        focus.areas: [Grief, RoleDispute, RoleTransition]   practice MOMCARE;
        focus.max_active: 1                                 design;
        focus.deficits_last_resort: no                      design;
        focus.secondary_share: 0                            design;
        focus.off_focus_run: 1                              design;
        initial.sessions_usual: 2                           manual SWARTZ_2014;
        initial.sessions_most: 3                            design;
        ending.sessions_min: 1                              unseen;
        ending.sessions_max: 2                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.maintenance: Optional                        practice MOMCARE;
        maintenance.interval_days: 14..=62, usually 30      practice MOMCARE;
        timing.gap_break: 3                                 design;
        timing.twice_weekly: no                             unseen;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 2                              design;
        measurement.review_by: 4                            design;
        measures {
            "ham-d-17": May, BeforeAndAfter                 unseen;
            "gaf": May, BeforeAndAfter                      trial SWARTZ_2008;
            "bdi": May, EverySession                        unseen;
        }
        work.between_sessions: [Attempt, Structured]        practice SOCIAL_WORK_PODCAST;
        work.contact_minutes_min: 20                        design;
        techniques { BetweenSessionAttempt: Should          unseen; }
        proscribed - [DisplacingHomework];
        sources: [SWARTZ_2014, IPTINSTITUTE_BRIEF, MOMCARE, SWARTZ_2008, SOCIAL_WORK_PODCAST];
    }

    /// Brief IPT for depressed mothers whose children are in psychiatric treatment: an engagement
    /// session, then eight.
    ///
    /// It differs from [`B_8`] in this, and other sources say:
    ///
    /// - **Sessions**: the trial speaks of nine (Swartz et al. 2008) and counts the engagement
    ///   session, which stands here as a track of its own. Minutes and weeks are known in the
    ///   field.
    /// - **Areas**: all four, as is known in the field, though deficits are discouraged.
    /// - **Measures** are those of the trial, the Hamilton scale and the GAF at 0, 3 and 9 months.
    ///   Which version of the Hamilton scale is known in the field. A weekly BDI is known there
    ///   too, with little certainty.
    /// - **People**: nobody comes along; the child is treated elsewhere (Swartz et al. 2008).
    /// - **Maintenance** is not part of it, as is known in the field.
    MOMS_9 "moms-9" extends B_8 {
        title: "Brief IPT for depressed mothers of children in psychiatric treatment (IPT-MOMS)";
        for_whom: "depressed mothers whose children are in psychiatric treatment";
        phases {
            Assessment "Engagement", optional;
            Initial: 1..=2                                  manual SWARTZ_2014;
            Middle: 3..=7                                   unseen;
            Termination: 8..=8                              unseen;
            Concluded, optional;
        }
        dose.sessions: 8                                    trial SWARTZ_2008;
        dose.minutes: 45..=60, usually 45                   unseen;
        dose.weeks: 8..=12, usually 9                       unseen;
        focus.areas: all                                    unseen;
        focus.deficits_last_resort: yes                     unseen;
        ending.maintenance: None                            unseen;
        maintenance.interval_days: 7..=42, usually 30       design;
        measures {
            "ham-d-17": Should, BeforeAndAfter              unseen;
            "gaf": Should, BeforeAndAfter                   trial SWARTZ_2008;
            "bdi": May, EverySession                        unseen;
        }
        participants {}
        sources: [SWARTZ_2008, SWARTZ_2014, SOCIAL_WORK_PODCAST];
    }
}
