//! Maintenance IPT.

use super::ACUTE_16;

protocols! {
    /// Maintenance IPT after remission: monthly for two years, on a contract of its own.
    ///
    /// The monthly arm of Frank et al. 2007, in which weekly, twice-monthly and monthly sessions
    /// did equally well; the other two are this one with another cadence and 52 or 104 sessions. It
    /// stands on a course of its own; maintenance that goes on in the course of the acute treatment
    /// follows that course's protocol.
    ///
    /// - **Entry**: remission, which that trial took as a score of 7 or less on the Hamilton scale
    ///   for three weeks; the version is taken to be that of 17 items. It was with women of 20 to
    ///   60; a preset for practice does not take over whom a study chose, so neither is asked for.
    ///   Another plan of the same place went on weekly for twenty weeks after remission on IPT with
    ///   fluoxetine, then six weeks without it, before maintenance (NCT00227981); that continuation
    ///   belongs to the course of the acute treatment.
    /// - **Length**: two years; three in the Pittsburgh study of 1990, six to eight months weekly
    ///   in the first one.
    /// - **Focus**: several areas, old and new (the IPT Institute; Current Psychiatry). Four at
    ///   most is the limit of a focus in this crate.
    /// - **What an acute course asks for at its beginning and end** is not asked for again:
    ///   consent, questions about suicide, a baseline and a contract are; that choice is ours. So
    ///   is the rest of time: silence counts as long after four intervals.
    /// - **Early signs** are listed and watched for (the IPT Institute). A recurrence ends
    ///   maintenance and leads to no new acute contract within it.
    /// - **Measures**: the Hamilton scale at each visit, known in the field.
    MAINT_07M "maint-07m" extends ACUTE_16 {
        title: "Maintenance IPT after remission, monthly for two years";
        for_whom: "people in remission from recurrent major depression";
        phases {
            Assessment, optional;
            Maintenance: 1..=24                             trial FRANK_2007;
        }
        population.remission_at_entry: yes                  trial FRANK_2007;
        entry_scores { "ham-d-17": at most 7, firm          trial FRANK_2007; }
        dose.sessions: 24                                   trial FRANK_2007;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 104                                     trial FRANK_2007;
        dose.time_frames: [Sessions, Weeks, SessionsWithinWeeks] design;
        cadence { 1..=24: 1 in 30 days                      trial FRANK_2007; }
        focus.max_active: 4                                 design;
        focus.advised: 4                                    design;
        initial.sessions_usual: 1                           design;
        initial.sessions_most: 1                            design;
        initial.tasks: [
            ConsentAndLimits, SuicideEnquiry, BaselineSeverity, TreatmentContract
        ] design;
        initial.sick_role: none                             design;
        initial.inventory_min: 0                            design;
        initial.frame_by_session: 1                         design;
        initial.contract_terms: [CrisisContact]             design;
        ending.sessions_min: 0                              design;
        ending.sessions_max: 0                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.tasks: [OutcomeRecorded]                     design;
        ending.maintenance: Defining                        trial FRANK_2007;
        ending.maintenance_with_all: no                     design;
        maintenance.months: 24                              trial FRANK_2007;
        timing.twice_weekly: no                             design;
        timing.taper: yes                                   design;
        timing.silence_days: 120                            design;
        measurement.max_gap: 1                              design;
        measurement.review_by: 12                           design;
        measures { "ham-d-17": May, EverySession            unseen; }
        tasks {
            "early_signs" "List of early signs of recurrence": Should, Maintenance
                practice IPTINSTITUTE_MAINTENANCE;
        }
        participants {}
        sources: [FRANK_2007, IPTINSTITUTE_MAINTENANCE, MAINTENANCE_REVIEW, MARKOWITZ_HANDBOOK];
    }

    /// Maintenance IPT after remission: every two weeks for two years.
    ///
    /// It differs from [`MAINT_07M`] in this, and other sources say:
    ///
    /// - **Spacing**: the arm of Frank et al. 2007 that met twice a month, which is 48 sessions by
    ///   the month and 52 at every fourteen days; both are within. How often made no difference
    ///   there. A week less and two weeks more are ours.
    /// - **Time**: four intervals of silence count as long, and progress is reviewed after a year
    ///   at the latest: ours.
    MAINT_07B "maint-07b" extends MAINT_07M {
        title: "Maintenance IPT after remission, every two weeks for two years";
        phases {
            Assessment, optional;
            Maintenance: 1..=52                             trial FRANK_2007;
        }
        dose.sessions: 48..=52, usually 52                                   trial FRANK_2007;
        cadence { 1..=52: 1 in 14 days                      trial FRANK_2007; }
        maintenance.interval_days: 7..=30, usually 14       design;
        timing.silence_days: 56                             design;
        measurement.review_by: 26                           design;
    }

    /// Maintenance IPT after remission: weekly for two years.
    ///
    /// It differs from [`MAINT_07M`] in this, and other sources say:
    ///
    /// - **Spacing**: the weekly arm of Frank et al. 2007, 104 sessions. The first study of
    ///   maintenance met weekly for six to eight months. A week more between sessions is ours.
    /// - **Measures**: the Hamilton scale at each visit or monthly is known in the field, so four
    ///   sessions may pass without a score; that number is ours.
    /// - **Time**: four intervals of silence count as long, and progress is reviewed after a year
    ///   at the latest: ours.
    MAINT_07W "maint-07w" extends MAINT_07M {
        title: "Maintenance IPT after remission, weekly for two years";
        phases {
            Assessment, optional;
            Maintenance: 1..=104                            trial FRANK_2007;
        }
        dose.sessions: 104                                  trial FRANK_2007;
        cadence { 1..=104: 1 in 7 days                      trial FRANK_2007; }
        maintenance.interval_days: 7..=14, usually 7        design;
        timing.silence_days: 28                             design;
        measurement.max_gap: 4                              design;
        measurement.review_by: 52                           design;
    }

    /// Maintenance IPT after remission: monthly for three years, as in the Pittsburgh study of
    /// 1990.
    ///
    /// It differs from [`MAINT_07M`] in this, and other sources say:
    ///
    /// - **Length**: 128 patients who had recovered with weekly IPT and imipramine went through
    ///   four months of continuation, in which spacing widened to a month, and then three years of
    ///   monthly sessions (a handbook chapter by Markowitz). The study itself was not read.
    /// - **Continuation** belongs to the course of the acute treatment as a rule; a course that
    ///   begins with it may.
    /// - **Entry**: remission (the IPT Institute). No score stands for it; the trial of 2007 had
    ///   one.
    /// - **Medication**: some of the study's arms went on with it and some did not, as is known in
    ///   the field; it is allowed.
    /// - **Measures**: the Hamilton scale monthly and a rule for recurrence, both known in the
    ///   field.
    MAINT_90 "maint-90" extends MAINT_07M {
        title: "Maintenance IPT after remission, monthly for three years";
        phases {
            Assessment, optional; Continuation, optional;
            Maintenance: 1..=36                             trial MARKOWITZ_HANDBOOK;
        }
        population.remission_at_entry: yes                  practice IPTINSTITUTE_MAINTENANCE;
        entry_scores {}
        dose.sessions: 36                                   trial MARKOWITZ_HANDBOOK;
        dose.weeks: 156                                     trial MARKOWITZ_HANDBOOK;
        cadence { 1..=36: 1 in 30 days                      trial MARKOWITZ_HANDBOOK; }
        ending.maintenance: Defining                        trial MARKOWITZ_HANDBOOK;
        maintenance.months: 36                              trial MARKOWITZ_HANDBOOK;
        sources: [MARKOWITZ_HANDBOOK, IPTINSTITUTE_MAINTENANCE];
    }
}
