//! IPT in prison.

use super::ACUTE_16;

protocols! {
    /// Group IPT in prison: twenty sessions in ten weeks, and four individual ones around them.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: twenty of ninety minutes over ten weeks, which is two a week; individual
    ///   ones before, midway, at the end and a month after (the trial's registration). A pilot
    ///   worked for eight weeks in prison and went on after release. An eleventh week, and the
    ///   phases, are known in the field; six as the most initial sessions and the review by session
    ///   10 are ours.
    /// - **Release** is the day by which the group is to be over, and a plan for the time after it
    ///   is made: known in the field.
    /// - **What a member is in prison for** is not disclosed in the group, as is known in the
    ///   field. No activity of the crate's list stands for that.
    /// - **Size, facilitators and a closed group** were not seen; they are ours.
    /// - **People**: staff of the prison may be contacted, as is known in the field; nobody else
    ///   comes.
    /// - **Measures**: the Hamilton scale and scales of suicidal thoughts and of hopelessness at
    ///   the start, at ten weeks and after three months (the same registration; the version of the
    ///   first was not seen, so it counts as known in the field). None is asked for, and no score
    ///   of them stands for a direct question.
    PRISON_20 "prison-20" extends ACUTE_16 {
        title: "Group IPT for people in prison with major depression";
        for_whom: "people in prison with major depression";
        format: Group;
        channels: [InPerson]                                design;
        group {
            members: 3..=10, usually 6                      design;
            facilitators: 1..=2, usually 2                  design;
            entry: Closed                                   design;
        }
        phases {
            Assessment, optional;
            Initial: 1..=4                                  unseen;
            Middle: 5..=16                                  unseen;
            Termination: 17..=20                            unseen;
            Concluded "After the group", optional;
        }
        dose.sessions: 20                                   trial PRISON_TRIAL;
        dose.minutes: 90                                    trial PRISON_TRIAL;
        dose.first_minutes: none;
        dose.weeks: 10..=11, usually 10                     unseen;
        cadence { 1..=20: 2 in 7 days                       trial PRISON_TRIAL; }
        tracks {
            PreTreatment: Should, 1 sessions                trial PRISON_TRIAL;
            MidTreatment: Should, 1 sessions                trial PRISON_TRIAL;
            PostTreatment: Should, 1 sessions               trial PRISON_TRIAL;
            Booster: Should, 1 sessions                     trial PRISON_TRIAL;
        }
        initial.sessions_usual: 4                           unseen;
        initial.sessions_most: 6                            design;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: yes                            trial PRISON_TRIAL;
        measurement.review_by: 10                           design;
        measures {
            "ham-d-17": May, BeforeAndAfter                 unseen;
            "bss": May, BeforeAndAfter                      trial PRISON_TRIAL;
            "bhs": May, BeforeAndAfter                      trial PRISON_TRIAL;
        }
        tasks { "release_plan" "Plan for the time after release": Should, Termination unseen; }
        participants {}
        contacts { Service: May                             unseen; }
        anchors { Release ends Termination                  unseen; }
        sources: [PRISON_TRIAL, PRISON_PILOT];
    }
}
