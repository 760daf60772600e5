//! IPT in late life.

use super::ACUTE_16;

protocols! {
    /// IPT with medication for people of sixty or more, as in the maintenance therapies study.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Age and medication**: 180 patients of sixty or more had nortriptyline and IPT.
    ///   Transition made up 41 %, dispute 34.5 %, grief 23 %.
    /// - **Sessions and weeks** are known in the field; six bereaved patients had 17 weekly
    ///   sessions on average (Miller et al. 1994). That spacing widens towards the end is known
    ///   too. How far treatment goes depends on how the patient is, so a frame of weeks alone is
    ///   allowed; that is ours.
    /// - **Areas**: one or two of four (Oxford Research Encyclopedia).
    /// - **Maintenance** monthly for up to three years: known in the field, and so is the weekly
    ///   Hamilton scale.
    /// - A session may be held by telephone or be short because of illness (Miller et al. 2005).
    /// - **A psychiatrist** looks after the medication, as is known in the field; whether the
    ///   therapist is in contact with them is left open.
    LATE_LIFE "late-life" extends ACUTE_16 {
        title: "IPT with medication for depression in late life";
        for_whom: "people of sixty or more with major depression, who take medication as well";
        population.age_min: 60                              trial MTLLD;
        dose.sessions: 12..=20, usually 16                  unseen;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=24, usually 16                     unseen;
        dose.time_frames: [Sessions, Weeks, SessionsWithinWeeks] design;
        cadence { 1..=16: 1 in 7 days                       trial MILLER_1994; }
        focus.areas: all                                    practice OLDER_ADULTS_OVERVIEW;
        ending.maintenance: Standard                        unseen;
        ending.maintenance_with_all: yes                    unseen;
        maintenance.months: 1..=36, usually 36              unseen;
        timing.taper: yes                                   unseen;
        measures { "ham-d-17": May, EverySession            unseen; }
        work.medication: Expected                           trial MTLLD;
        contacts { Prescriber: May                          unseen; }
        sources: [MTLLD, MILLER_1994, MILLER_2005, OLDER_ADULTS_OVERVIEW];
    }

    /// IPT for older people with depression and cognitive impairment: patient and caregiver, alone
    /// and together, until a steady state is reached.
    ///
    /// It differs from [`LATE_LIFE`] in this, and other sources say:
    ///
    /// - **Who comes**: patient and caregiver are seen alone and jointly (IPT-CI), so the caregiver
    ///   is indispensable; in how many sessions is not said. The caregiver is no patient: they are
    ///   taught, and referred if they are ill themselves (Casebook). How few joint sessions
    ///   individual treatment bears does not matter here.
    /// - **Entry**: cognitive impairment does not exclude; it is what the protocol is for. What the
    ///   screen still asks, and sixty as the least age, are taken over from the parent and ours.
    /// - **The end**: what is aimed at is a steady state with readiness to assess anew, not a
    ///   number of sessions. So the middle phase ends on that judgement, and the steady state, open
    ///   in length, stands as [`Phase::Maintenance`](crate::Phase::Maintenance) under that label.
    ///   It asks for no remission, so that its absence there is no more than a note. There is no
    ///   termination; what the end asks for is ours.
    /// - **Sessions, minutes, weeks, phases**: known in the field as orders of magnitude. Up to 90
    ///   days between sessions of the steady state, which are held as needed, are ours. A frame
    ///   until a review is allowed: ours.
    /// - **Areas**: grief, dispute and transition, of which the change into being cared for, or
    ///   into caring, is one: known in the field. That three may be active is how the published
    ///   descriptions were put into numbers.
    /// - **Information** is repeated as often as memory asks for; that is a manner of work and no
    ///   task.
    /// - **Measures**: the Hamilton scale weekly, later monthly, and a test of cognition: known in
    ///   the field.
    /// - **Medication** is allowed.
    CI "ci" extends LATE_LIFE {
        title: "IPT for older people with depression and cognitive impairment (IPT-CI)";
        for_whom: "older people with depression and cognitive impairment, and their caregivers";
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
                unseen;
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
        sources: [IPT_CI, CASEBOOK_2012];
    }
}
