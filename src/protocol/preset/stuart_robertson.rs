//! IPT by Stuart and Robertson.

use super::ACUTE_16;

protocols! {
    /// IPT by Stuart and Robertson: three areas, no sick role, spacing that widens, a conclusion in
    /// place of a termination.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **The end** is a *conclusion of acute treatment* as contracted, of one or two sessions,
    ///   and no severing of the relationship. It is worked in sessions, so it stands as
    ///   [`Phase::Termination`](crate::Phase::Termination) under that label, and what is arranged
    ///   afterwards as [`Phase::Concluded`](crate::Phase::Concluded) under another. The tasks of
    ///   feelings about parting and of credit to the patient belong to the other school's
    ///   termination and are not asked for; the manual provides for future contact and a decision
    ///   on maintenance, and what else the conclusion has was put together by us from the standard
    ///   list.
    /// - **Sessions**: adding up the segments of the manual gives 6 to 17; 6 to 20 is known in the
    ///   field. The middle phase is 4 to 12 sessions *in number*; its place at the typical length
    ///   is ours, and so are the weeks.
    /// - **Initial phase** of one to three sessions. Suitability, inventory, formulation and
    ///   treatment agreement are the manual's; the other tasks are taken over from the standard
    ///   list, so the list counts as ours and an open task is at most a warning; what all variants
    ///   share stays an error. No sick role and no diagnosis: known in the field.
    /// - **For whom**: no diagnosis is a condition. Eighteen years are ours.
    /// - **Areas**: disputes, transitions, and grief and loss, which asks for no death. Isolation
    ///   is seen as part of every area.
    /// - **People close** to the patient are encouraged to come once, as is known in the field; who
    ///   they are is left open. The circle of the inventory is one of the documents that the
    ///   institute asks for.
    /// - **Maintenance** is discussed with everyone and has a contract of its own. A course may
    ///   still end without it.
    /// - **Measures**: PHQ-9 and GAD-7 every four sessions, as the institute's slides and portfolio
    ///   ask.
    /// - **Spacing** that widens, two sessions a week, and work assigned between sessions: known in
    ///   the field. Gaps of two, four and six intervals, where the standard form has one and a
    ///   half, two and four, are ours.
    SR "sr" extends ACUTE_16 {
        title: "IPT by Stuart and Robertson";
        for_whom:
            "adults in distress over a loss, a dispute or a transition, whatever the diagnosis";
        phases {
            Assessment "Suitability", optional;
            Initial "Assessment / initial phase": 1..=2     design;
            Middle: 3..=11                                  design;
            Termination "Conclusion of acute treatment": 12..=12 design;
            Concluded "After acute treatment", optional; Continuation, optional;
            Maintenance "Maintenance treatment", optional;
        }
        population.age_min: 18                              design;
        indications {}
        contraindications {}
        dose.sessions: 6..=20, usually 12                   unseen;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 8..=26, usually 16                      design;
        cadence {
            1..=10: 1 in 7 days                             unseen;
            11..=12: 1 in 14 days                           unseen;
        }
        focus.areas: [Grief, RoleDispute, RoleTransition]   manual STUART_ROBERTSON_2012;
        focus.grief_requires_death: no                      manual STUART_ROBERTSON_2012;
        focus.deficits_last_resort: no                      design;
        area_labels { Grief: "Grief and loss"               manual STUART_ROBERTSON_2012; }
        specialisations { "grief_and_loss" "Grief and loss": Grief manual STUART_ROBERTSON_2012; }
        initial.sessions_usual: 3                           manual STUART_ROBERTSON_2012;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, NameTheIllness, Psychoeducation, MedicationEvaluation, Inventory,
            OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt,
            TreatmentGoals, TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: none                             unseen;
        ending.sessions_min: 1                              manual STUART_ROBERTSON_2012;
        ending.sessions_max: 2                              manual STUART_ROBERTSON_2012;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.tasks: [
            AnnounceEnd, ReviewSymptoms, ReviewFocusGoals, SkillsAndSupports, RelapsePlan,
            MaintenanceDecision, FurtherHelpAdvice, OutcomeRecorded
        ] design;
        ending.maintenance: Standard                        manual STUART_ROBERTSON_2012;
        ending.maintenance_with_all: yes                    manual STUART_ROBERTSON_2012;
        timing.gap_note: 2                                  design;
        timing.gap_warn: 4                                  design;
        timing.gap_break: 6                                 design;
        timing.twice_weekly: yes                            unseen;
        timing.taper: yes                                   unseen;
        timing.extensions_max: 2                            design;
        measurement.max_gap: 4                              practice IPTINSTITUTE_SLIDES;
        measurement.review_by: 6                            design;
        measures {
            "phq-9": Should, EverySessions 4                practice IPTINSTITUTE_SLIDES;
            "gad-7": Should, EverySessions 4                practice IPTINSTITUTE_SLIDES;
        }
        work.between_sessions: [Attempt, Structured]        unseen;
        techniques {
            ClosenessCircle: Should                         practice IPTINSTITUTE_LEVEL_B;
            SignificantOtherSession: Should                 unseen;
        }
        proscribed - [DisplacingHomework];
        participants + {
            Parent: May                                     unseen;
            Relative: May                                   unseen;
            Friend: May                                     unseen;
        }
        sources: [STUART_ROBERTSON_2012, IPTINSTITUTE_SLIDES, IPTINSTITUTE_LEVEL_B, STUART_2006];
    }
}
