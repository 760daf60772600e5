//! IPT for what has gone on for years: dysthymia, borderline personality disorder.

use super::ACUTE_16;

protocols! {
    /// IPT for dysthymia: sixteen sessions in which treatment itself is the transition, from "my
    /// personality" to a treatable illness.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: sixteen; another trial had twelve over four months (both in the handbook
    ///   chapter). The weekly spacing and the minutes are known in the field; the four weeks of
    ///   slack and the numbers of the phases are ours. A pilot of seventeen saw eleven remit.
    /// - **Areas**: the therapeutic role transition beside grief, dispute and transition. That
    ///   deficits are not among them is known in the field, so passing the limit is at most a
    ///   warning.
    /// - **No recent event** is needed for the focus, in the same chapter. That the focus stands in
    ///   the inventory or on the timeline, and that a transition says when the change came, are
    ///   therefore graded as notes; the onset may be set against no event, and the link may be to
    ///   what keeps the illness going.
    /// - **The self-image is recast** as an illness, which is how the chapter defines the
    ///   transition.
    /// - **Chronic depression** is what it is for and asks for no reason; that follows from its
    ///   indication and counts as ours, like eighteen years. The codes are those known in the
    ///   field.
    /// - **Monthly continuation** often follows (the Guide of 2018). That it is discussed with
    ///   everyone is ours.
    /// - **Measures** are known in the field, every two to four weeks; the rarer is taken, and none
    ///   is asked for.
    D_16 "d-16" extends ACUTE_16 {
        title: "IPT for dysthymia (IPT-D)";
        for_whom: "adults with dysthymia";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  design;
            Middle: 4..=13                                  design;
            Termination: 14..=16                            design;
            Concluded, optional; Continuation "Monthly continuation", optional;
            Maintenance, optional;
        }
        population.age_min: 18                              design;
        population.cautioned: [PersonalityDisorder]         design;
        indications {
            "icd-10": "F34.1"                               unseen;
            "icd-11": "6A72"                                unseen;
        }
        contraindications {}
        dose.sessions: 12..=16, usually 16                  manual MARKOWITZ_HANDBOOK;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 16..=20, usually 16                     design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        focus.areas: [Grief, RoleDispute, RoleTransition]   unseen;
        focus.deficits_last_resort: no                      design;
        specialisations {
            "therapeutic_transition" "Therapeutic (iatrogenic) role transition": RoleTransition
                manual MARKOWITZ_HANDBOOK;
        }
        ending.maintenance: Standard                        manual WEISSMAN_2018;
        ending.maintenance_with_all: yes                    design;
        measures {
            "ham-d-24": May, EveryWeeks 4                   unseen;
            "cornell-dysth": May, EveryWeeks 4              unseen;
        }
        tasks {
            "recast_as_illness" "Self-image recast as a treatable illness": Should, Initial
                manual MARKOWITZ_HANDBOOK;
        }
        participants {}
        adjustments {
            "IPT-063": Note                                 manual MARKOWITZ_HANDBOOK;
            "IPT-068": Note                                 manual MARKOWITZ_HANDBOOK;
        }
        sources: [MARKOWITZ_HANDBOOK, WEISSMAN_2018];
    }

    /// IPT for borderline personality disorder: eighteen sessions, then sixteen more where they
    /// helped, with a weekly call.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: 34 in all, in a flexible setting (a review). Eighteen in sixteen weeks, then
    ///   sixteen weekly ones, are known in the field; that the first come closer together, how
    ///   close, and the four weeks of slack are ours. The first open trial, of a manual made by
    ///   adapting IPT in length, ending and alliance, took eight months (Markowitz et al. 2007,
    ///   abstract). A revision takes ten (a pilot trial of 2020, in which 16 % left in the first
    ///   month).
    /// - **Two stages**, each on a contract of its own: the second is entered only where the first
    ///   helped, and may be passed over; that is a judgement, known in the field. The first has no
    ///   termination, and what its end has to arrange is ours. Weekly spacing for four months is
    ///   that of the second stage; maintenance after it is counted in the same interval.
    /// - **Areas**: the four and a fifth, the self-image, known in the field. It stands under
    ///   interpersonal deficits because it names no event and goes back for years; that, and that
    ///   deficits are no last resort here, is ours.
    /// - **Calls** of ten minutes for crises each week are known in the field.
    /// - **Personality disorder** is what it is for and asks for no reason; that follows from its
    ///   indication and counts as ours, like eighteen years. The codes are those known in the
    ///   field.
    /// - **Measures** of the pilot trial before and after, and the BDI as is known in the field.
    ///   None is asked for, and that each session of the second stage is rated is graded as a note.
    BPD_34 "bpd-34" extends ACUTE_16 {
        title: "IPT for borderline personality disorder (IPT-BPD)";
        for_whom: "adults with borderline personality disorder, with or without a mood disorder";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  design;
            Middle: 4..=18                                  design;
            Continuation "Continuation phase", optional: 19..=34 unseen;
            Maintenance, optional;
        }
        population.age_min: 18                              design;
        population.cautioned: [ChronicDepression]           design;
        indications {
            "icd-10": "F60.3"                               unseen;
            "icd-11": "6D11.5"                              unseen;
        }
        contraindications {}
        dose.sessions: 18..=34, usually 34                  trial BPD_REVIEW;
        dose.minutes: 50..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 16..=36, usually 32                     design;
        cadence {
            1..=4: 1 in 4 days                              design;
            5..=18: 1 in 7 days                             design;
            19..=34: 1 in 7 days                            unseen;
        }
        focus.areas: all                                    unseen;
        focus.deficits_last_resort: no                      design;
        specialisations { "self_image" "Self-image": InterpersonalDeficits unseen; }
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.tasks: [MaintenanceDecision, OutcomeRecorded] design;
        ending.maintenance: Standard                        unseen;
        ending.maintenance_with_all: yes                    unseen;
        maintenance.interval_days: 7                        unseen;
        maintenance.months: 4                               unseen;
        timing.twice_weekly: yes                            design;
        measures {
            "bdi": May, BeforeAndAfter                      unseen;
            "bpdsi": May, BeforeAndAfter                    trial BPD_2020;
            "cgi-s": May, BeforeAndAfter                    trial BPD_2020;
            "sofas": May, BeforeAndAfter                    trial BPD_2020;
        }
        tasks {
            "second_stage_decision" "Decision on the contract for the second stage": Should, Middle, by session 18
                unseen;
        }
        participants {}
        contacts { Patient: Should                          unseen; }
        steps {
            "response" "Whether treatment goes on to the second stage": by session 18, by week 16, [
                OtherTherapy, EndEarly
            ] unseen;
        }
        sources: [BPD_REVIEW, BPD_2020];
    }
}
