//! IPT in late life.

use super::ACUTE_16;

protocols! {
    /// IPT with medication for people of sixty or more, as in the maintenance therapies study.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Age and medication**: 180 patients of sixty or more had nortriptyline and IPT.
    ///   Transition made up 41 %, dispute 34.5 %, grief 23 %.
    /// - **Entry**: that study took recurrent depression of 17 or more on the Hamilton scale, and
    ///   27 or more in a test of cognition. The preset is for practice, so the first is a guide,
    ///   the second is left to the screen, and a first episode is no exclusion; that is ours.
    /// - **Sessions and weeks**: sixteen in sixteen weeks, as in a trial of the same group; the
    ///   outer numbers are known in the field, and so the spans count as that. Six bereaved
    ///   patients had 17 weekly sessions on average (Miller et al. 1994). That spacing widens
    ///   towards the end is known too. How far treatment goes depends on how the patient is, so a
    ///   frame of weeks alone is allowed; that is ours.
    /// - **Areas**: one or two of four (Oxford Research Encyclopedia).
    /// - **Maintenance** monthly for up to three years (JAMA 1999). In people of seventy or more it
    ///   did not lower recurrence (N Engl J Med 2006). The weekly Hamilton scale is known in the
    ///   field.
    /// - A session may be held by telephone or be short because of illness (Miller et al. 2005).
    /// - **A psychiatrist** looks after the medication, as is known in the field; whether the
    ///   therapist is in contact with them is left open.
    LATE_LIFE "late-life" extends ACUTE_16 {
        title: "IPT with medication for depression in late life";
        for_whom: "people of sixty or more with major depression, who take medication as well";
        population.age_min: 60                              trial MTLLD;
        entry_scores { "ham-d-17": at least 17, guide       trial MTLLD_1998; }
        dose.sessions: 12..=20, usually 16                  unseen;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=24, usually 16                     unseen;
        dose.time_frames: [Sessions, Weeks, SessionsWithinWeeks] design;
        cadence { 1..=16: 1 in 7 days                       trial MILLER_1994; }
        focus.areas: all                                    practice OLDER_ADULTS_OVERVIEW;
        ending.maintenance: Standard                        unseen;
        ending.maintenance_with_all: yes                    unseen;
        maintenance.months: 1..=36, usually 36              trial MTLLD_1999;
        timing.taper: yes                                   unseen;
        measures { "ham-d-17": May, EverySession            unseen; }
        work.medication: Expected                           trial MTLLD;
        contacts { Prescriber: May                          unseen; }
        sources: [MTLLD, MTLLD_1998, MTLLD_1999, MILLER_1994, MILLER_2005, OLDER_ADULTS_OVERVIEW];
    }

    /// IPT for older people with cognitive impairment, with depression or without: patient and
    /// caregiver, alone and together, until a steady state is reached.
    ///
    /// It differs from [`LATE_LIFE`] in this, and other sources say:
    ///
    /// - **Who comes**: patient and caregiver are seen alone and jointly (IPT-CI), so the caregiver
    ///   is indispensable; in how many sessions is not said. The caregiver is no patient: they are
    ///   taught, and referred if they are ill themselves (Casebook). How few joint sessions
    ///   individual treatment bears does not matter here.
    /// - **Entry**: cognitive impairment does not exclude; it is what the protocol is for, whether
    ///   or not there is depression too (Casebook). Dementia and mild impairment therefore stand
    ///   among the diagnoses, under the codes known in the field, and no score is asked for. What
    ///   the screen still asks, and sixty as the least age, are taken over from the parent and
    ///   ours.
    /// - **The end**: what is aimed at is a steady state with readiness to assess anew, not a
    ///   number of sessions. So the middle phase ends on that judgement, and the steady state, open
    ///   in length, stands as [`Phase::Maintenance`](crate::Phase::Maintenance) under that label.
    ///   It asks for no remission, so that its absence there is no more than a note. There is no
    ///   termination; what the end asks for is ours.
    /// - **Sessions, minutes, weeks, phases**: known in the field as orders of magnitude. Up to 90
    ///   days between sessions of the steady state, which are held as needed, are ours. A frame
    ///   until a review is allowed: ours.
    /// - **Areas**: grief, dispute and transition, of which the change into being cared for, or
    ///   into caring, is one; disputes are worked on in joint meetings (Miller 2009, abstract).
    ///   That no deficits are among them is known in the field. That three may be active is how the
    ///   published descriptions were put into numbers.
    /// - **Information** is repeated as often as memory asks for; that is a manner of work and no
    ///   task.
    /// - **Measures**: the Hamilton scale weekly, later monthly, and a test of cognition: known in
    ///   the field.
    /// - **Medication** is allowed.
    CI "ci" extends LATE_LIFE {
        title: "IPT for older people with cognitive impairment (IPT-CI)";
        for_whom:
            "older people with cognitive impairment, with depression or without, and their caregivers";
        format: Conjoint;
        phases {
            Assessment, optional;
            Initial: 1..=4                                  unseen;
            Middle: 5..=16                                  unseen => "stabilised" manual IPT_CI;
            Maintenance "Steady state";
        }
        population.age_min: 60                              design;
        population.excluded: [
            Bipolar, Psychosis, SubstanceDependence, OcdOrPhobiaTarget, ImminentDanger, MedicalMimic
        ] design;
        indications + {
            "icd-10": "F00", "F01", "F02", "F03", "F06.7"   unseen;
            "icd-11": "6D71", "6D8"                         unseen;
        }
        entry_scores {}
        dose.sessions: 8..=52, usually 16                   unseen;
        dose.minutes: 30..=60, usually 50                   unseen;
        dose.weeks: 8..=52, usually 16                      unseen;
        dose.time_frames: all                               design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        focus.areas: [Grief, RoleDispute, RoleTransition]   unseen;
        focus.max_active: 3                                 design;
        focus.advised: 3                                    design;
        focus.deficits_last_resort: no                      design;
        specialisations {
            "caregiver_transition" "Transition to being cared for, or to caring": RoleTransition
                manual MILLER_2009;
        }
        initial.sessions_usual: 4                           unseen;
        initial.sessions_most: 6                            design;
        middle.joint_max: 52                                design;
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.tasks: [OutcomeRecorded]                     design;
        ending.maintenance: Defining                        manual IPT_CI;
        ending.maintenance_with_all: yes                    design;
        maintenance.interval_days: 7..=90, usually 30       design;
        maintenance.months: none;
        measures + { "mmse": May, BeforeAndAfter            unseen; }
        work.contact_minutes_min: 15                        design;
        work.medication: Allowed                            manual MARKOWITZ_HANDBOOK;
        tasks {
            "caregiver_teaching" "The caregiver is taught": Should, Middle manual CASEBOOK_2012;
            "caregiver_referral" "A caregiver who is ill is referred": May, Middle
                manual CASEBOOK_2012;
        }
        participants { Caregiver: Must                      manual IPT_CI; }
        contacts {}
        adjustments { "IPT-221": Note                       manual IPT_CI; }
        sources: [IPT_CI, MILLER_2009, CASEBOOK_2012];
    }
}
