//! IPT over the internet.

use super::ACUTE_16;

protocols! {
    /// IPT over the internet without a guide: four weekly modules.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Nobody guides**: one of three arms of a trial with 620 people (Donker et al. 2013). Who
    ///   held a session, and how they are trained and supervised, is therefore not asked. A module
    ///   that was finished counts as a session held.
    /// - **Modules, weeks and minutes** are known in the field; the pace is the patient's own.
    /// - **Phases**: the programme is one stretch of modules, before which stands a registration.
    ///   What is done there was put together by us: consent, a question about suicide, a baseline,
    ///   information, what to do in a crisis, a choice of areas and the time frame. An inventory
    ///   and a formulation by a therapist do not exist, as is known in the field, and neither does
    ///   their acceptance. That somebody asks about safety in each session no protocol leaves out:
    ///   a programme shows it by an enquiry of its own on the day of the module.
    /// - **Areas**: a patient may go through all four.
    /// - **Measures**: the PHQ-9 before and after, known in the field.
    /// - **The end** is that of the programme: what it asks for, no extension and the review by the
    ///   second module are ours. Nothing is provided for afterwards, as is known in the field.
    WEB_SELF "web-self" extends ACUTE_16 {
        title: "IPT over the internet without a guide";
        for_whom: "adults with depressive symptoms, working by themselves";
        format: SelfGuided;
        channels: [Online]                                  trial DONKER_2013;
        phases {
            Assessment "Registration"; Middle "Programme";
            Concluded "After the programme", optional;
        }
        modules { "modules" "Modules": Middle 1..=4         unseen; }
        indications {}
        dose.sessions: 4                                    unseen;
        dose.minutes: 30..=90, usually 60                   unseen;
        dose.first_minutes: none;
        dose.weeks: 4                                       unseen;
        dose.time_frames: [Sessions, Weeks, SessionsWithinWeeks] design;
        cadence { 1..=4: 1 in 7 days                        unseen; }
        focus.max_active: 4                                 design;
        focus.advised: 4                                    design;
        focus.deficits_last_resort: no                      design;
        focus.secondary_share: 1                            design;
        initial.sessions_usual: 1                           design;
        initial.sessions_most: 1                            design;
        // What is done at registration, where a programme and nobody else asks.
        initial.tasks: [
            ConsentAndLimits, SuicideEnquiry, BaselineSeverity, Psychoeducation,
            ProblemAreaSelection, ExplainIpt, TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: none                             design;
        initial.inventory_min: 0                            design;
        initial.frame_by_session: 1                         design;
        initial.contract_terms: [PatientRole, CrisisContact] design;
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.tasks: [ReviewSymptoms, FurtherHelpAdvice, OutcomeRecorded] design;
        ending.maintenance: None                            unseen;
        timing.gap_min_days: 1                              design;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.review_by: 2                            design;
        measures { "phq-9": May, BeforeAndAfter             unseen; }
        work.contact_minutes_min: 10                        design;
        participants {}
        adjustments {
            "IPT-020": Off                                  trial DONKER_2013;
            "IPT-077": Off                                  unseen;
        }
        sources: [DONKER_2013];
    }

    /// IPT by an application on a smartphone, for women expecting their first child: eight weeks.
    ///
    /// It differs from [`WEB_SELF`] in this, and other sources say:
    ///
    /// - **Weeks and minutes**: eight weeks in which the application is used for about five to ten
    ///   minutes a day (the protocol of a Japanese trial with 350 women). That a week of use counts
    ///   as one session held is ours, so that a day left out is no fault; so are the minutes of a
    ///   week, from one day of five to seven of ten.
    /// - **Who it is for**: women before the birth of their first child, beside the usual care. No
    ///   diagnosis is asked for; conditions of entry and ages were not seen, so no age is asked
    ///   for, and the diagnoses that exclude are those of [`ACUTE_16`]. The application is meant
    ///   for the time up to a year after birth; the trial was of pregnancy.
    /// - **Contents** were not seen: areas, registration and what is asked at its end are those of
    ///   [`WEB_SELF`]. That nobody guides is not said outright, and is ours.
    /// - **Measures**: the PHQ-9 before and after the eight weeks. The review by the fourth week is
    ///   ours.
    /// - No result was seen.
    APP_8 "app-8" extends WEB_SELF {
        title: "IPT by application in pregnancy";
        for_whom: "women expecting their first child, working by themselves beside usual care";
        channels: [Online]                                  trial TOSHISHIGE_2025;
        modules { "weeks" "Weeks of use": Middle 1..=8      design; }
        population.age_min: none;
        dose.sessions: 8                                    design;
        dose.minutes: 5..=70, usually 50                    design;
        dose.weeks: 8                                       trial TOSHISHIGE_2025;
        cadence { 1..=8: 1 in 7 days                        design; }
        measurement.review_by: 4                            design;
        measures { "phq-9": May, BeforeAndAfter             trial TOSHISHIGE_2025; }
        work.contact_minutes_min: 5                         design;
        adjustments {
            "IPT-020": Off                                  design;
            "IPT-077": Off                                  design;
        }
        sources: [TOSHISHIGE_2025];
    }

    /// IPT over the internet with a guide: ten weeks of modules.
    ///
    /// It differs from [`WEB_SELF`] in this, and other sources say:
    ///
    /// - **Weeks**: ten, after which the programme is over (a trial of 2025). One module a week,
    ///   and minutes, are known in the field.
    /// - **The guide** is recorded as the therapist of a module; what the parent leaves out because
    ///   nobody guides is asked again.
    /// - **Inventory and formulation** are made with the guide before the modules: ours, since
    ///   every other variant has them.
    /// - **Areas**: one or two of the four at a time; passing two is at most a warning.
    /// - **Measures**: the MADRS-S weekly, the BDI-II before and after; the former is usual. That
    ///   one session without a score is the most is ours. At the end 37 % had no score.
    /// - **The review** by module 5 is ours.
    WEB_GUIDED "web-guided" extends WEB_SELF {
        title: "IPT over the internet with a guide";
        for_whom: "adults with mild to moderate depressive symptoms, working with a guide";
        format: Guided;
        channels: [Online]                                  trial GUIDED_ONLINE_2025;
        modules { "modules" "Modules": Middle 1..=10        unseen; }
        dose.sessions: 10                                   unseen;
        dose.minutes: 20..=90, usually 45                   unseen;
        dose.weeks: 10                                      trial GUIDED_ONLINE_2025;
        dose.weeks_are_cap: yes                             unseen;
        cadence { 1..=10: 1 in 7 days                       unseen; }
        focus.max_active: 2                                 design;
        focus.advised: 1                                    manual WEISSMAN_2018;
        focus.secondary_share: 1/2                          design;
        initial.tasks: [
            ConsentAndLimits, SuicideEnquiry, BaselineSeverity, Psychoeducation, Inventory,
            ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt, TreatmentContract,
            ContingencyTalk
        ] design;
        initial.inventory_min: 1                            design;
        measurement.max_gap: 1                              design;
        measurement.review_by: 5                            design;
        measures {
            "madrs-s": Should, EveryWeeks 1                 trial GUIDED_ONLINE_2025;
            "bdi-ii": May, BeforeAndAfter                   trial GUIDED_ONLINE_2025;
        }
        adjustments {}
        sources: [GUIDED_ONLINE_2025];
    }

    /// IPT in person and online in turn: six modules between six to ten sessions.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: six online in turn with six to ten in person (van Schaik et al. 2023), which
    ///   makes 12 to 16; both count towards the main track, and the mean of fourteen is ours. A
    ///   module that was finished counts as a session held, and its way is `online`. Minutes,
    ///   weeks, spacing and phases are known in the field.
    /// - **Measures**: the PHQ-9 before and after (the same pilot, in which it fell from 17.5 to
    ///   11.9). None is asked for.
    /// - **The review** by session 7 is ours, and so is that there is no second session a week;
    ///   sessions and modules follow each other within one.
    /// - Nothing is provided for afterwards, as is known in the field.
    BLENDED "blended" extends ACUTE_16 {
        title: "IPT in person and online, in turn";
        for_whom: "out-patients with major depression, treated in person and online in turn";
        format: Blended;
        channels: [InPerson, Online]                        trial VAN_SCHAIK_2023;
        phases {
            Assessment, optional;
            Initial: 1..=3                                  unseen;
            Middle: 4..=11                                  unseen;
            Termination: 12..=14                            unseen;
            Concluded, optional;
        }
        dose.sessions: 12..=16, usually 14                  trial VAN_SCHAIK_2023;
        dose.minutes: 30..=60, usually 45                   unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=18, usually 14                     unseen;
        cadence { 1..=14: 1 in 7 days                       unseen; }
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        measurement.review_by: 7                            design;
        measures { "phq-9": May, BeforeAndAfter             trial VAN_SCHAIK_2023; }
        sources: [VAN_SCHAIK_2023];
    }
}
