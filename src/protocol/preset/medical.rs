//! IPT beside a physical illness.

use super::ACUTE_16;

protocols! {
    /// IPT for depressive symptoms with HIV: sixteen weeks, and the illness as a change of role.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Weeks**: sixteen (Markowitz et al. 1998); that seventeen are still within, that the
    ///   sessions are sixteen and weekly, and their minutes and phases, are known in the field.
    ///   Adherence was monitored in that trial.
    /// - **Entry**: a score of 15 or more on the Hamilton scale of 24 items. The trial was of
    ///   depressive symptoms, so no diagnosis is asked for.
    /// - **The illness as a transition** is considered (the same trial). It becomes the focus where
    ///   it fits; all four areas are kept.
    /// - **A physician** is in contact, and physical health is followed: known in the field.
    /// - **Measures**: the same scale at 0, 8 and 16 weeks, known in the field. None is asked for.
    /// - No second session a week: ours. Nothing afterwards, as is known in the field.
    HIV_16 "hiv-16" extends ACUTE_16 {
        title: "IPT for people with HIV and depressive symptoms";
        for_whom: "people with HIV and depressive symptoms";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  unseen;
            Middle: 4..=13                                  unseen;
            Termination: 14..=16                            unseen;
            Concluded, optional;
        }
        indications {}
        entry_scores { "ham-d-24": at least 15, firm        trial MARKOWITZ_1998; }
        dose.sessions: 16                                   unseen;
        dose.minutes: 50                                    unseen;
        dose.first_minutes: none;
        dose.weeks: 16..=17, usually 16                     unseen;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        measures { "ham-d-24": May, EveryWeeks 8            unseen; }
        tasks {
            "illness_as_transition" "The illness considered as a role transition": Should, Initial
                trial MARKOWITZ_1998;
        }
        // The service that treats the physical illness, as is known in the field.
        contacts { Service: Should                          unseen; }
        sources: [MARKOWITZ_1998, MARKOWITZ_ADHERENCE];
    }

    /// IPT by telephone for people with HIV in rural places: nine weekly calls of an hour.
    ///
    /// It differs from [`HIV_16`] in this, and other sources say:
    ///
    /// - **Sessions**: nine weekly calls of one hour (the trial's registration and a report on it),
    ///   and the telephone as the only channel. Twelve weeks as the most, and the phases, are known
    ///   in the field; how long the ending is at least and at most, when it is announced, three as
    ///   the most initial sessions and the review are ours.
    /// - **Privacy** is asked about in each call, as is known in the field. A task stands once
    ///   here, in the first session.
    /// - **One focus**: how the published descriptions were put into numbers, so the limit counts
    ///   as ours.
    /// - **Entry**: no score was seen.
    /// - **Measures**: the BDI at the start and at nine weeks, then after four and eight months;
    ///   half the score counted as response, and 22 % reached it. None is asked for.
    /// - **People**: nobody else, as is known in the field.
    TELE_HIV_9 "tele-hiv-9" extends HIV_16 {
        title: "IPT by telephone for rural people with HIV and depression";
        for_whom: "people with HIV and depression in rural places, treated on the telephone";
        channels: [Telephone]                               trial TELE_IPT_HIV;
        phases {
            Assessment, optional;
            Initial: 1..=2                                  unseen;
            Middle: 3..=7                                   unseen;
            Termination: 8..=9                              unseen;
            Concluded, optional;
        }
        entry_scores {}
        dose.sessions: 9                                    trial TELE_IPT_HIV;
        dose.minutes: 60                                    trial TELE_IPT_HIV;
        dose.weeks: 9..=12, usually 9                       unseen;
        cadence { 1..=9: 1 in 7 days                        trial TELE_IPT_HIV; }
        focus.max_active: 1                                 design;
        focus.secondary_share: 0                            design;
        initial.sessions_usual: 2                           unseen;
        initial.sessions_most: 3                            design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 3                              design;
        ending.announce_note_below: 3                       design;
        ending.announce_warn_below: 2                       design;
        measurement.review_by: 5                            design;
        measures { "bdi": May, BeforeAndAfter               trial TELE_IPT_HIV; }
        tasks {
            "privacy_check" "Asked whether the call is private": Should, Initial, by session 1
                unseen;
        }
        participants {}
        contacts {}
        sources: [TELE_IPT_HIV];
    }

    /// IPT for major depression with coronary disease: twelve weekly sessions, some of them by
    /// telephone.
    ///
    /// It differs from [`ACUTE_16`] in this:
    ///
    /// - **Sessions, minutes, weeks, phases, channels and measures** are known in the field. The
    ///   trial's methods were not read, so every number of its own counts as unseen, and passing
    ///   one is at most a warning.
    /// - **The illness as a transition** is considered, as in [`HIV_16`], and a physician is in
    ///   contact: known in the field.
    /// - **The review** by session 6 is ours, and so is that there is no second session a week.
    /// - Nothing is provided for afterwards, as is known in the field.
    CREATE_12 "create-12" extends ACUTE_16 {
        title: "IPT for people with coronary disease and major depression";
        for_whom: "people with coronary artery disease and major depression";
        channels: [InPerson, Telephone]                     unseen;
        phases {
            Assessment, optional;
            Initial: 1..=3                                  unseen;
            Middle: 4..=10                                  unseen;
            Termination: 11..=12                            unseen;
            Concluded, optional;
        }
        dose.sessions: 12                                   unseen;
        dose.minutes: 50..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=14, usually 12                     unseen;
        cadence { 1..=12: 1 in 7 days                       unseen; }
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        measurement.review_by: 6                            design;
        measures { "ham-d-24": May, BeforeAndAfter          unseen; }
        tasks {
            "illness_as_transition" "The illness considered as a role transition": Should, Initial
                unseen;
        }
        contacts { Service: Should                          unseen; }
        sources: [];
    }
}
