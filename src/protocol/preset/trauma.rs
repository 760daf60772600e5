//! IPT for posttraumatic stress disorder.

use super::ACUTE_16;

protocols! {
    /// IPT for chronic posttraumatic stress disorder: fourteen weekly sessions without exposure.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: the open trial held 14 in 14 weeks; the manual of 2017 speaks of 12 to 16.
    ///   Minutes are known in the field; the four weeks of slack and eighteen years are ours.
    /// - **Initial phase** of one to three sessions (Markowitz 2017); a British hand-out has four
    ///   and a middle phase of 5–12. Where the middle phase ends is ours.
    /// - **Areas**: role transition made up most of the trial's cases, and deficits were rarely
    ///   used. The manual lists all four, so the limit to three counts as ours and passing it is at
    ///   most a warning.
    /// - **Exposure and the trauma narrative** are forbidden outright: one session with either as
    ///   main work is enough. Facing what was avoided because life brings it about is no exposure.
    /// - **Measures** of the trials at 0, 7 and 14 weeks, as is known in the field, so no rating is
    ///   missed until seven sessions are without one; the Hamilton scale is left out because its
    ///   version was not seen. None is asked for. Response was a fall of 30 % on the CAPS, or a
    ///   score of 39 or less (Casebook); when an option is considered keeps the standard form's
    ///   quarter.
    /// - **Naming feelings** takes up much of the first half and work on the area the second, as is
    ///   known in the field; it is a technique, usual here, and needs no task of its own. That a
    ///   session works on the area is therefore graded as a note. Four such sessions in a row, and
    ///   by when in the second half an area is explored and acted on, are ours.
    PTSD_14 "ptsd-14" extends ACUTE_16 {
        title: "IPT for adults with chronic posttraumatic stress disorder";
        for_whom: "adults with chronic posttraumatic stress disorder";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  manual MARKOWITZ_2017;
            Middle: 4..=11                                  design;
            Termination: 12..=14                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 18                              design;
        indications {
            "icd-10": "F43.1"                               unseen;
            "icd-11": "6B40", "6B41"                        unseen;
        }
        contraindications {}
        dose.sessions: 14                                   trial PTSD_REVIEW;
        dose.minutes: 50..=60, usually 50                   unseen;
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
        measurement.max_gap: 7                              unseen;
        measures {
            "caps": May, EveryWeeks 7                       unseen;
            "pss-sr": May, EveryWeeks 7                     unseen;
        }
        techniques { EncouragementOfAffect: Should          unseen; }
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
        adjustments { "IPT-113": Note                       unseen; }
        sources: [MARKOWITZ_2017, PTSD_REVIEW, CASEBOOK_2012];
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
        sources: [PTSD_REVIEW];
    }
}
