//! Group IPT.

use super::ACUTE_16;

protocols! {
    /// Group IPT as in the programme of the World Health Organization: one individual meeting, then
    /// eight in a group.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: eight in the manual, eight to sixteen on the programme's page, in person or
    ///   remotely; remote is read as by video or telephone. One individual meeting before and eight
    ///   weekly ones were held in an Ethiopian trial and are registered in another, which took
    ///   people of 10 or more on the PHQ-9. Ninety minutes and six to ten members are known in the
    ///   field; the Ethiopian groups had about eight. Ten weeks go with eight meetings. How long
    ///   the individual meeting takes and how many facilitators there are is ours.
    /// - **Entry into the group**: that all begin together is the ideal; to add members in the
    ///   first two or three sessions can be needed (Casebook, ch. 20, on groups in general).
    /// - **Facilitators** are non-specialists under supervision (the manual).
    /// - **Phases**: first meeting, middle, last meeting (Ethiopia, table 2); a Nepali trial
    ///   has the same pattern with ten ([`SAATHI_10`]). Ugandan groups take four for the first
    ///   ([`UGANDA_16`]).
    /// - **Areas** are grief, disputes that are open or hidden, life changes, and loneliness; each
    ///   member has a focus of their own.
    /// - **Before and in the first meeting**: ground rules, confidentiality among members and a
    ///   list of allies, known in the field. The words *sick role* are not used, as is known too,
    ///   so nothing under that name is asked for.
    /// - **In each meeting** symptoms are gone over (Ethiopia); that it is with the PHQ-9, and a
    ///   question about safety, is known in the field. Who is still ill at the end is referred or
    ///   gets a consultation (Ethiopia).
    /// - **Homework** for every member in the middle meetings (Ethiopia), so it is not among what
    ///   is off the model.
    /// - **Runs** without a member's own incident or focus may be longer than in individual
    ///   treatment, since not every member works each time; three is ours. So are the review by the
    ///   fourth meeting, when the end is announced, and that nothing is extended.
    /// - **Afterwards** groups may go on by themselves; known in the field, and no part of
    ///   treatment.
    WHO_G8 "who-g8" extends ACUTE_16 {
        title: "Group IPT as in the programme of the World Health Organization";
        for_whom: "adults with depression where specialists are few";
        format: Group;
        channels: [InPerson, Video, Telephone]              manual WHO_GROUP_IPT;
        group {
            members: 6..=10, usually 8                      unseen;
            facilitators: 1..=2, usually 1                  design;
            entry: Late                                manual CASEBOOK_2012.at("ch. 20, in a copy");
            late_until: 3                              manual CASEBOOK_2012.at("ch. 20, in a copy");
        }
        phases {
            Assessment "Pre-group phase", optional;
            Initial: 1..=1                                  trial ETHIOPIA_HIV_2021.at("table 2");
            Middle: 2..=7                                   trial ETHIOPIA_HIV_2021.at("table 2");
            Termination: 8..=8                              trial ETHIOPIA_HIV_2021.at("table 2");
            Concluded "After the group", optional;
        }
        population.age_min: 18                              design;
        dose.sessions: 8..=16, usually 8                    manual WHO_GROUP_IPT;
        dose.minutes: 60..=90, usually 90                   unseen;
        dose.first_minutes: none;
        dose.weeks: 8..=10, usually 8                       unseen;
        cadence { 1..=8: 1 in 7 days                        trial WHO_GROUP_TRIAL; }
        tracks {
            PreTreatment: Should, 1 sessions
                trial WHO_GROUP_TRIAL, of 30..=90, usually 60 minutes design;
        }
        focus.areas: all                                    manual WHO_GROUP_IPT;
        focus.off_focus_run: 3                              design;
        area_labels {
            RoleDispute: "Disputes, open or hidden"         manual WHO_GROUP_IPT;
            RoleTransition: "Life changes"                  manual WHO_GROUP_IPT;
            InterpersonalDeficits: "Loneliness"             manual WHO_GROUP_IPT;
        }
        specialisations {
            "isolation" "Loneliness and social isolation": InterpersonalDeficits
                manual WHO_GROUP_IPT;
        }
        initial.sessions_usual: 1                           trial ETHIOPIA_HIV_2021.at("table 2");
        initial.sessions_most: 2                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, MedicationEvaluation,
            Inventory, OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement,
            ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: none                             unseen;
        initial.frame_by_session: 1                         design;
        middle.incident_run: 3                              design;
        ending.sessions_min: 1                              trial ETHIOPIA_HIV_2021.at("table 2");
        ending.sessions_max: 2                              design;
        ending.announce_note_below: 3                       design;
        ending.announce_warn_below: 2                       design;
        ending.maintenance: None                            unseen;
        ending.settled_sessions: 1                          design;
        safety.enquiry_run: 0                               unseen;
        timing.twice_weekly: no                             unseen;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 1                              unseen;
        measurement.review_by: 4                            design;
        measures { "phq-9": Should, EverySession            unseen; }
        work.between_sessions: [Attempt, WorkAtHome]        trial ETHIOPIA_HIV_2021.at("table 2");
        proscribed - [DisplacingHomework];
        tasks {
            "ground_rules" "Ground rules of the group": Should, Initial, by session 1 unseen;
            "group_confidentiality" "Confidentiality within the group": Should, Initial, by session 1
                unseen;
            "allies_list" "List of allies": Should, Initial unseen;
        }
        participants {}
        // That non-specialists are supervised is published; supervision itself is a fact of its own
        // in a record.
        contacts { Team: May                                manual WHO_GROUP_IPT; }
        sources: [WHO_GROUP_IPT, ETHIOPIA_HIV_2021, WHO_GROUP_TRIAL, CASEBOOK_2012];
    }

    /// Group IPT in rural Uganda: two individual meetings, then sixteen in groups of women or of
    /// men.
    ///
    /// It differs from [`WHO_G8`] in this, and other sources say:
    ///
    /// - **Group**: six to eight members and one facilitator of the same sex, for about ninety
    ///   minutes a week over sixteen weeks (Casebook). Seven is the middle. That a group is of one
    ///   sex is said here alone; no field says it. That it meets in one room is ours, and so are
    ///   two weeks of slack.
    /// - **Phases**: two individual meetings, then four initial sessions (Casebook). Where the
    ///   middle phase ends is ours.
    /// - **Areas**: grief, disputes and transitions. Deficits are left out because the culture has
    ///   no place for them, as is known in the field.
    /// - **For whom**: syndromes as the community names them, so no diagnosis is asked for. Active
    ///   suicidality was excluded and passive thoughts were monitored (Casebook); the screen's
    ///   question of imminent danger excludes in all variants alike.
    /// - **Up front** the sick role was handled, and that nobody is given money (Casebook). How
    ///   fully the role was given was not seen; that it stands as in [`ACUTE_16`]
    ///   is ours.
    /// - **Symptoms** are gone over in each of the sixteen sessions with a list of the community's
    ///   own (Casebook); a list of daily functions before and after is known in the field.
    /// - **The ending** of two sessions, when it is announced, and the review by the eighth are
    ///   ours.
    UGANDA_16 "uganda-16" extends WHO_G8 {
        title: "Group IPT for depression in rural Uganda";
        for_whom:
            "adults with local syndromes of depression in rural Uganda, not actively suicidal";
        channels: [InPerson]                                design;
        group {
            members: 6..=8, usually 7                       manual CASEBOOK_2012;
            facilitators: 1                                 manual CASEBOOK_2012;
        }
        phases {
            Assessment "Pre-group phase", optional;
            Initial: 1..=4                                  manual CASEBOOK_2012;
            Middle: 5..=14                                  design;
            Termination: 15..=16                            design;
            Concluded "After the group", optional;
        }
        indications {}
        contraindications {}
        dose.sessions: 16                                   manual CASEBOOK_2012;
        dose.minutes: 90                                    manual CASEBOOK_2012;
        dose.weeks: 16..=18, usually 16                     design;
        cadence { 1..=16: 1 in 7 days                       manual CASEBOOK_2012; }
        tracks {
            PreTreatment: Should, 2 sessions
                manual CASEBOOK_2012, of 30..=90, usually 60 minutes design;
        }
        focus.areas: [Grief, RoleDispute, RoleTransition]   unseen;
        focus.deficits_last_resort: no                      design;
        area_labels {}
        specialisations {}
        initial.sessions_usual: 4                           manual CASEBOOK_2012;
        initial.sessions_most: 5                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, NameTheIllness, Psychoeducation, SickRole, MedicationEvaluation,
            Inventory, OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement,
            ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: Full                             design;
        ending.sessions_min: 2                              design;
        ending.sessions_max: 3                              design;
        ending.announce_note_below: 4                       design;
        ending.settled_sessions: 2                          unseen;
        measurement.max_gap: 1                              manual CASEBOOK_2012;
        measurement.review_by: 8                            design;
        measures {
            "local-symptoms": Should, EverySession          manual CASEBOOK_2012;
            "local-function": May, BeforeAndAfter           unseen;
        }
        tasks {
            "no_money_expectation" "What the group gives, and that it gives no money or goods": Should, Initial
                manual CASEBOOK_2012;
        }
        contacts {}
        sources: [CASEBOOK_2012, ETHIOPIA_HIV_2021];
    }

    /// Group IPT for caregivers of children with nodding syndrome: twelve sessions with two
    /// facilitators.
    ///
    /// It differs from [`UGANDA_16`] in this, and other sources say:
    ///
    /// - **Group**: 8 to 12 women and men together, with two facilitators, and twelve sessions
    ///   (Mutamba et al. 2018, contextualization). Two joined after the start; until when one may
    ///   was not seen, and the third session stands as in [`WHO_G8`]. Ten is the middle.
    /// - **Entry**: 9 or more on the PHQ, though low scorers were admitted on request, so the score
    ///   is a guide.
    /// - **Phases**: the first two sessions are initiation (the same). One individual meeting
    ///   before, where the middle phase ends, minutes, weeks and the spacing are known in the
    ///   field.
    /// - **Areas**: all four, and one focus a member, as is known in the field.
    /// - **Measures** are the Ugandan ones and the PHQ-9, known in the field and not asked for. The
    ///   groups were better off at one and six months (Mutamba et al. 2018); those ratings are no
    ///   part of treatment.
    /// - **The review** by the sixth session is ours.
    NODDING_12 "nodding-12" extends UGANDA_16 {
        title: "Group IPT for caregivers of children with nodding syndrome";
        for_whom: "caregivers of children with nodding syndrome who have depressive symptoms";
        group {
            members: 8..=12, usually 10                 trial MUTAMBA_2018_CONTEXT.at("table 2");
            facilitators: 2                             trial MUTAMBA_2018_CONTEXT.at("table 2");
            entry: Late                                 trial MUTAMBA_2018_CONTEXT.at("table 3");
        }
        phases {
            Assessment "Pre-group phase", optional;
            Initial "Initiation": 1..=2                     trial MUTAMBA_2018_CONTEXT;
            Middle: 3..=10                                  unseen;
            Termination: 11..=12                            unseen;
            Concluded "After the group", optional;
        }
        entry_scores { "phq-9": at least 9, guide       trial MUTAMBA_2018_CONTEXT.at("table 3"); }
        dose.sessions: 12                               trial MUTAMBA_2018_CONTEXT.at("table 2");
        dose.minutes: 90..=120, usually 90                  unseen;
        dose.weeks: 12..=14, usually 12                     unseen;
        cadence { 1..=12: 1 in 7 days                       unseen; }
        tracks { PreTreatment: Should, 1 sessions unseen, of 30..=90, usually 60 minutes design; }
        focus.areas: all                                    unseen;
        focus.max_active: 1                                 unseen;
        focus.deficits_last_resort: yes                     manual CASEBOOK_2012;
        focus.secondary_share: 0                            design;
        initial.sessions_usual: 2                           trial MUTAMBA_2018_CONTEXT;
        initial.sessions_most: 3                            design;
        measurement.max_gap: 1                              unseen;
        measurement.review_by: 6                            design;
        measures {
            "local-symptoms": May, EverySession             unseen;
            "phq-9": May, BeforeAndAfter                    unseen;
            "local-function": May, BeforeAndAfter           unseen;
        }
        participants { CoFacilitator: Should            trial MUTAMBA_2018_CONTEXT.at("table 2"); }
        sources: [MUTAMBA_2018_CONTEXT, MUTAMBA_2018, ETHIOPIA_HIV_2021, CASEBOOK_2012];
    }

    /// Group IPT for adolescents in schools of Nepal: ten sessions, of which the first and the last
    /// are phases of their own.
    ///
    /// It differs from [`WHO_G8`] in this, and other sources say:
    ///
    /// - **Sessions**: ten, of which the first is the initial phase and the tenth the termination
    ///   (trial registration). Minutes, weeks and the spacing are known in the field.
    /// - **Entry**: 10 or more on the PHQ-A; who had a current plan or a recent attempt did not
    ///   come into the group (the same), for which the screen asks about imminent danger. Ages of
    ///   13 to 19 are known in the field. No diagnosis is asked for; that follows from the entry
    ///   and is ours.
    /// - **Before the group** two individual sessions, the second with a parent or caregiver (the
    ///   adaptation, table 2). How long they take is ours.
    /// - **Measures**: the PHQ-A in each session, known in the field.
    /// - **The review** by the fifth session is ours.
    SAATHI_10 "saathi-10" extends WHO_G8 {
        title: "Group IPT for adolescents in schools of Nepal (SAATHI)";
        for_whom: "adolescents at school with depressive symptoms";
        phases {
            Assessment "Pre-group phase", optional;
            Initial: 1..=1                                  trial SAATHI_TRIAL;
            Middle: 2..=9                                   trial SAATHI_TRIAL;
            Termination: 10..=10                            trial SAATHI_TRIAL;
            Concluded "After the group", optional;
        }
        population.age_min: 13                              unseen;
        population.age_max: 19                              unseen;
        indications {}
        contraindications {}
        entry_scores { "phq-a": at least 10, firm           trial SAATHI_TRIAL; }
        dose.sessions: 10                                   trial SAATHI_TRIAL;
        dose.minutes: 90                                    unseen;
        dose.weeks: 10..=12, usually 10                     unseen;
        cadence { 1..=10: 1 in 7 days                       unseen; }
        tracks {
            PreTreatment: Should, 2 sessions
                trial SAATHI_2020.at("table 2"), of 30..=90, usually 60 minutes design;
        }
        initial.sessions_usual: 1                           trial SAATHI_TRIAL;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, NameTheIllness, Psychoeducation, MedicationEvaluation, Inventory,
            OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt,
            TreatmentGoals, TreatmentContract, ContingencyTalk
        ] design;
        ending.sessions_min: 1                              trial SAATHI_TRIAL;
        measurement.review_by: 5                            design;
        measures { "phq-a": Should, EverySession            unseen; }
        tasks {
            "ground_rules" "Ground rules of the group": Should, Initial, by session 1 unseen;
            "group_confidentiality" "Confidentiality within the group": Should, Initial, by session 1
                unseen;
            "allies_list" "List of allies": Should, Initial unseen;
        }
        participants {
            Parent: May                                     trial SAATHI_2020.at("table 2");
            Caregiver: May                                  trial SAATHI_2020.at("table 2");
        }
        sources: [SAATHI_TRIAL, SAATHI_2020, WHO_GROUP_IPT, ETHIOPIA_HIV_2021, CASEBOOK_2012];
    }

    /// Group IPT for college students: ten sessions.
    ///
    /// It differs from [`WHO_G8`] in this, and other sources say:
    ///
    /// - **Sessions**: ten, of which 96.7 % were attended (the study of IPT-CS). Minutes, weeks,
    ///   phases and areas are known in the field.
    /// - **The group**: how many members and facilitators it had was not seen; the numbers are
    ///   ours.
    /// - **What else the programme asks for** – individual meetings before, lists, words for the
    ///   areas, a rating and a question about safety each time – was not seen of this one and is
    ///   not asked for. The review by the fifth session is ours, and so is it that neither a
    ///   diagnosis nor a sick role is asked for.
    COLLEGE_G10 "college-g10" extends WHO_G8 {
        title: "Group IPT for college students (IPT-CS)";
        for_whom: "college students";
        channels: [InPerson, Video, Telephone]              design;
        group {
            members: 4..=12, usually 8                      design;
            facilitators: 1..=2, usually 2                  design;
        }
        phases {
            Assessment "Pre-group phase", optional;
            Initial: 1..=2                                  unseen;
            Middle: 3..=8                                   unseen;
            Termination: 9..=10                             unseen;
            Concluded "After the group", optional;
        }
        indications {}
        contraindications {}
        dose.sessions: 10                                   trial IPT_CS_GROUP;
        dose.minutes: 90                                    unseen;
        dose.weeks: 10                                      unseen;
        cadence { 1..=10: 1 in 7 days                       unseen; }
        tracks {}
        focus.areas: all                                    unseen;
        area_labels {}
        specialisations {}
        initial.sessions_usual: 2                           unseen;
        initial.sessions_most: 3                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, NameTheIllness, Psychoeducation, MedicationEvaluation, Inventory,
            OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt,
            TreatmentGoals, TreatmentContract, ContingencyTalk
        ] design;
        initial.sick_role: none                             design;
        ending.sessions_min: 1                              design;
        safety.enquiry_run: 2                               design;
        measurement.max_gap: 4                              design;
        measurement.review_by: 5                            design;
        measures { "phq-9": May, EverySession               unseen; }
        tasks {}
        contacts {}
        sources: [IPT_CS_GROUP, WHO_GROUP_IPT, ETHIOPIA_HIV_2021, CASEBOOK_2012];
    }

    /// Group IPT for depression with work stress: ten sessions in eight weeks, with work stress as
    /// a fifth area.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: ten of 90 minutes over eight weeks, with four to six members (the trial's
    ///   protocol, abstract). Two pilots held eight weekly sessions (Schramm et al. 2020,
    ///   Niedermoser et al. 2020), so eight stand as the fewest. How ten are spread over eight
    ///   weeks was not seen; an even spacing, and two weeks of slack, are ours. Two sessions may
    ///   fall into one week.
    /// - **Phases** were not seen; the numbers are ours.
    /// - **The group**: five as usual is the middle. That all begin together, and how many lead it,
    ///   is ours.
    /// - **The fifth area**, work stress, was established as an area beside the four (Niedermoser
    ///   et al. 2020); it covers conflicts at work, the strain of a role, little support, and
    ///   working conditions that can be made less of a strain (the project's page). An area here is
    ///   one of the four, so it stands as a form of the dispute, and where a place at work is lost
    ///   or changes as a form of the transition; that assignment, and the second form, are ours.
    ///   The other four are kept.
    /// - **For whom**: outpatients with a major depression that they put down to work stress. That
    ///   somebody is on sick leave neither admits nor excludes.
    /// - **Measures**: the Hamilton scale of 24 items before and after, and three months later (the
    ///   trial's protocol), the BDI-II beside it in a pilot (Schramm et al. 2020). No rating in
    ///   between was seen, so none is missed until ten sessions are without one; the ten are ours.
    ///   None is asked for, and the scales of ability to work have no entry in this crate.
    /// - **Runs** without a member's own focus or incident may be longer, since not every member
    ///   works each time; three is ours. So are the review by the fifth session and when the end is
    ///   announced.
    WORK_G10 "work-g10" extends ACUTE_16 {
        title: "Group IPT for depression with work stress (IPT-Work)";
        for_whom: "adults with major depression that is put down to work stress";
        format: Group;
        group {
            members: 4..=6, usually 5                       trial IPT_WORK_TRIAL;
            facilitators: 1..=2, usually 2                  design;
            entry: Closed                                   design;
        }
        phases {
            Assessment "Before the group", optional;
            Initial "First group sessions": 1..=2           design;
            Middle "Middle group sessions": 3..=8           design;
            Termination "Last group sessions": 9..=10       design;
            Concluded "After the group", optional; Continuation, optional; Maintenance, optional;
        }
        dose.sessions: 8..=10, usually 10                   trial IPT_WORK_TRIAL;
        dose.minutes: 90                                    trial IPT_WORK_TRIAL;
        dose.first_minutes: none;
        dose.weeks: 8..=10, usually 8                       trial IPT_WORK_TRIAL;
        cadence { 1..=10: 5 in 28 days                      design; }
        focus.off_focus_run: 3                              design;
        specialisations {
            "work_stress" "Work stress": RoleDispute        trial NIEDERMOSER_2020;
            "work_stress_change" "Work stress with a change at work": RoleTransition design;
        }
        initial.sessions_usual: 2                           design;
        initial.sessions_most: 3                            design;
        middle.incident_run: 3                              design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 3                              design;
        ending.announce_note_below: 3                       design;
        ending.announce_warn_below: 2                       design;
        measurement.max_gap: 10                             design;
        measurement.review_by: 5                            design;
        measures {
            "ham-d-24": May, BeforeAndAfter                 trial IPT_WORK_TRIAL;
            "bdi-ii": May, BeforeAndAfter                   trial SCHRAMM_2020;
        }
        sources: [IPT_WORK_TRIAL, SCHRAMM_2020, NIEDERMOSER_2020, IPT_WORK_PROJECT];
    }
}
