//! IPT in hospital.

use super::ACUTE_16;

protocols! {
    /// IPT in hospital, as by Schramm and colleagues: fifteen sessions in five weeks, a group
    /// beside them, the ward team with them.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: fifteen of about fifty minutes, three a week for five weeks, and eight of a
    ///   group (a summary of the trial). The Casebook gives 12 to 15 and 8 to 12, and early
    ///   sessions of 20 to 30 minutes. A week less and one more are known in the field. Three a
    ///   week stand as one every two days, so that a week-end is no gap.
    /// - **The group** teaches about the illness (Casebook); relatives come to some of it (the
    ///   trial). It meets once or twice a week for about ninety minutes with four to ten people
    ///   (Casebook), two or three times in the initial phase and four to eight times in the middle
    ///   one. Seven is the middle; one or two who lead it, and that people join whenever they come
    ///   to the ward, are ours.
    /// - **Initial phase**: three to six individual sessions beside two or three of the group,
    ///   elsewhere in the same text four to eight. The middle phase has six to eight sessions and
    ///   the ending two or three in about a week, so the place of each within fifteen fits the
    ///   text.
    /// - **Discharge** can itself be treated as a role transition, and two weeks of a day programme
    ///   may follow it (Casebook).
    /// - **The ward team** takes part and is indispensable (Casebook).
    /// - **A close person** is, with the patient's consent, as indispensable; since it may be
    ///   anybody, it stands as the initial task of a meeting with one. The rest of the list is the
    ///   standard one.
    /// - **Work between sessions** is structured homework (Casebook), so homework is not among what
    ///   is off the model.
    /// - **Medication** is part of it (the trial).
    /// - **Entry**: a Hamilton score of 16 or more, known in the field, and so are the weekly
    ///   rating, discharge as the day by which acute treatment is over, and continuation as an
    ///   out-patient.
    /// - **Time** is dense: one day between sessions is enough, a fortnight of silence is long, and
    ///   overrun and planned end are measured in single weeks. These, three sessions as the
    ///   greatest gap between ratings and the least minutes of contact are ours.
    INPAT_15 "inpat-15" extends ACUTE_16 {
        title: "IPT for in-patients with major depression";
        for_whom: "in-patients with major depression";
        format: IndividualAndGroup;
        channels: [InPerson]                                design;
        group {
            members: 4..=10, usually 7                 manual CASEBOOK_2012.at("ch. 21, in a copy");
            facilitators: 1..=2, usually 2                  design;
            entry: Rolling                                  design;
        }
        phases {
            Assessment, optional;
            Initial: 1..=5                             manual CASEBOOK_2012.at("ch. 21, in a copy");
            Middle: 6..=12                             manual CASEBOOK_2012.at("ch. 21, in a copy");
            Termination: 13..=15                       manual CASEBOOK_2012.at("ch. 21, in a copy");
            Concluded "Conclusion of in-patient treatment", optional;
            Continuation "Out-patient continuation", optional; Maintenance, optional;
        }
        entry_scores { "ham-d-17": at least 16, firm        unseen; }
        dose.sessions: 12..=15, usually 15                  trial SCHRAMM_SUMMARY;
        dose.minutes: 20..=50, usually 50                   trial SCHRAMM_SUMMARY;
        dose.first_minutes: none;
        dose.weeks: 4..=6, usually 5                        unseen;
        cadence { 1..=15: 1 in 2 days                       trial SCHRAMM_SUMMARY; }
        tracks {
            AddedGroup: Should, 8..=12, usually 8 sessions
                trial SCHRAMM_SUMMARY, of 90 minutes manual CASEBOOK_2012.at("ch. 21, in a copy");
        }
        initial.sessions_usual: 6                           manual CASEBOOK_2012.at("ch. 21");
        initial.sessions_most: 8                            manual CASEBOOK_2012.at("table 21.1");
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, SickRole,
            MedicationEvaluation, Inventory, OnsetTimeline, ProblemAreaSelection, Formulation,
            PatientAgreement, ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk,
            SignificantOtherContact
        ] manual MARKOWITZ_HANDBOOK;
        middle.joint_max: 4                                 design;
        ending.maintenance: Standard                        unseen;
        ending.maintenance_with_all: yes                    unseen;
        timing.gap_min_days: 1                              design;
        timing.overrun_weeks: 1                             design;
        timing.silence_days: 14                             design;
        timing.planned_end_weeks: 1                         design;
        measurement.max_gap: 3                              design;
        measures {
            "ham-d-17": May, EveryWeeks 1                   unseen;
            "bdi": May, BeforeAndAfter                      unseen;
        }
        work.between_sessions: [Attempt, Structured]        manual CASEBOOK_2012.at("ch. 21");
        work.contact_minutes_min: 15                        design;
        work.medication: Expected                           trial SCHRAMM_SUMMARY;
        proscribed - [DisplacingHomework];
        participants {
            WardTeam: Must                                  manual CASEBOOK_2012.at("ch. 21");
            Partner: May                                    manual CASEBOOK_2012.at("ch. 21");
            Relative: May                                   trial SCHRAMM_SUMMARY;
        }
        anchors { Discharge ends Termination                unseen; }
        sources: [SCHRAMM_SUMMARY, CASEBOOK_2012, MARKOWITZ_HANDBOOK];
    }
}
