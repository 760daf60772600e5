//! IPT for adolescents: treatment, treatment at school, prevention, counselling, crisis.

use super::ACUTE_16;

protocols! {
    /// IPT for depressed adolescents by Mufson: twelve weekly sessions, with a parent, and a
    /// limited sick role.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions, minutes, weeks, ages**: twelve weeks of 35 to 50 minutes for those of twelve
    ///   to eighteen, as a register of programmes says; the society's page has 12 to 16 sessions,
    ///   from which the sixteen come; a trial held twelve of fifty minutes in sixteen
    ///   weeks (NCT01802437). That 45 minutes are typical is ours.
    /// - **Who is not treated this way**: the register names those who are acutely suicidal,
    ///   psychotic, bipolar, dependent on substances, or intellectually disabled. The first four
    ///   are questions of the screen, whose other questions are ours, so that the list counts as
    ///   ours; the codes are those known in the field, and dependence has no code here because the
    ///   screen asks for it.
    /// - **Phases** 1–4, 5–9, 10–12 as in a published case, where the therapist speaks of the end
    ///   at session 10 with three left, that one among them, so that two are left after it; the
    ///   manual of 2004 has four sessions for each. Five as the most initial sessions is ours.
    /// - **Areas**: four, in the same register. A fifth, the single-parent family, stood in the
    ///   edition of 1993 and was dropped, as is known in the field; the register has it as a theme
    ///   of that age.
    /// - **Initial tasks** are the standard list with the closeness circle (a clearing house); the
    ///   list as a whole was not read. The sick role is a limited one, in the same clearing house.
    /// - **A parent** is strongly encouraged to come, at three points: the first session, the
    ///   middle where the area is about them, and the end (Penn State's clearing house, and the
    ///   register with the same word); usual, and not indispensable. In a published case the mother
    ///   joins for the last fifteen minutes of session 10. No source was found that asks for
    ///   contact with the school, so it may be had; that the therapist calls weekly in the first
    ///   month is known in the field.
    /// - **Skills** of communication and of solving problems are its aim (CEBC, NREPP, Columbia):
    ///   in the middle phase an exchange is analysed, a way chosen, tried out in role play and then
    ///   at home (a chapter on the middle phase); decision analysis is CEBC's.
    /// - **Work at home** is the manual's own word, in a chapter on the middle phase; homework is
    ///   therefore not among what is off the model.
    /// - **Measures**: mood from 1 to 10 in each session, in the same case. The trial of 1999 used
    ///   the Hamilton scale, rated every two weeks by somebody blind, whose version was not seen
    ///   and which is left out, and the C-GAS; how often that is taken is ours. The rest is known
    ///   in the field.
    /// - **A safety plan** is made where there are thoughts of suicide, as in the published case.
    /// - **Maintenance** by need: known in the field.
    A_12 "a-12" extends ACUTE_16 {
        title: "IPT for depressed adolescents (IPT-A)";
        for_whom: "adolescents of twelve to eighteen with depression, not acutely suicidal";
        phases {
            Assessment, optional;
            Initial: 1..=4                                  manual CASEBOOK_2012;
            Middle: 5..=9                                   manual CASEBOOK_2012;
            Termination: 10..=12                            manual CASEBOOK_2012;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 12                              practice NREPP_IPT_A;
        population.age_max: 18                              practice NREPP_IPT_A;
        contraindications {
            "icd-10": "F2", "F30", "F31", "F32.3", "F33.3", "F7" unseen;
            "icd-11": "6A2", "6A60", "6A61", "6A70.2", "6A70.4", "6A71.2", "6A71.4", "6A00" unseen;
        }
        dose.sessions: 12..=16, usually 12                  practice NREPP_IPT_A;
        dose.minutes: 35..=50, usually 45                   practice NREPP_IPT_A;
        dose.first_minutes: none;
        dose.weeks: 12..=16, usually 12                     practice NREPP_IPT_A;
        cadence { 1..=12: 1 in 7 days                       practice NREPP_IPT_A; }
        focus.areas: all                                    practice NREPP_IPT_A;
        initial.sessions_usual: 4                           manual CASEBOOK_2012;
        // Taken over from the standard list, with the circle: the manual's own chapters were not
        // read.
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, SickRole,
            MedicationEvaluation, Inventory, OnsetTimeline, ProblemAreaSelection, Formulation,
            PatientAgreement, ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk,
            ClosenessCircle
        ] unseen;
        initial.sick_role: Limited                          practice CEBC_IPT_A;
        ending.sessions_max: 4                              manual MUFSON_2004;
        ending.announce_note_below: 2                       manual CASEBOOK_2012;
        ending.maintenance: Optional                        unseen;
        measures {
            "mood-thermometer": Should, EverySession        manual CASEBOOK_2012;
            "cdrs-r": May, EveryWeeks 4                     unseen;
            "bdi": May, EveryWeeks 4                        unseen;
            "cgas": May, BeforeAndAfter                     trial MUFSON_1999;
        }
        work.between_sessions: [Attempt, WorkAtHome]        manual IPT_A_CHAPTER;
        work.contact_minutes_min: 20                        design;
        techniques {
            ClosenessCircle: Should                         practice CEBC_IPT_A;
            CommunicationAnalysis: Should                   manual IPT_A_CHAPTER;
            DecisionAnalysis: Should                        practice CEBC_IPT_A;
            RolePlay: Should                                manual IPT_A_CHAPTER;
        }
        proscribed - [DisplacingHomework];
        tasks {
            "safety_plan" "Safety plan where there are thoughts of suicide": May, Initial
                manual CASEBOOK_2012;
        }
        participants { Parent: Should                       practice PENN_STATE_IPT_A; }
        contacts {
            School: May                                     unseen;
            Patient: May                                    unseen;
        }
        sources: [
            NREPP_IPT_A, CEBC_IPT_A, PENN_STATE_IPT_A, ISIPT_ADOLESCENTS, IPT_A_CHAPTER,
            CASEBOOK_2012, MUFSON_2004, MUFSON_1999
        ];
    }

    /// IPT for depressed adolescents as it was given in school clinics: eight weekly sessions, then
    /// four in eight weeks.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Sessions and weeks**: twelve over twelve to sixteen weeks, in a trial of sixteen (Mufson
    ///   et al. 2004). Eight weekly sessions of 35 minutes, then four at any frequency over eight
    ///   weeks, are known in the field; two weeks between the last four is the average.
    /// - **Diagnoses**: major depression, dysthymia, depressive disorder not otherwise specified,
    ///   or adjustment disorder with depressed mood (the same trial); the codes are those known in
    ///   the field.
    /// - **No maintenance** belongs to it, as is known in the field. That it is not extended is
    ///   ours.
    A_SCHOOL "a-school" extends A_12 {
        title: "IPT for depressed adolescents in school clinics";
        for_whom: "adolescents of twelve to eighteen with depression, seen at school";
        indications {
            "icd-10": "F32", "F33", "F34.1", "F43.2"        unseen;
            "icd-11": "6A70", "6A71", "6A72", "6B43"        unseen;
        }
        dose.sessions: 12                                   trial MUFSON_2004_SCHOOL;
        dose.minutes: 35                                    unseen;
        dose.weeks: 12..=16, usually 16                     trial MUFSON_2004_SCHOOL;
        cadence {
            1..=8: 1 in 7 days                              unseen;
            9..=12: 1 in 14 days                            unseen;
        }
        ending.maintenance: None                            unseen;
        timing.taper: yes                                   unseen;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        sources: [
            MUFSON_2004_SCHOOL, NREPP_IPT_A, CEBC_IPT_A, PENN_STATE_IPT_A, IPT_A_CHAPTER,
            CASEBOOK_2012, MUFSON_2004, MUFSON_1999
        ];
    }

    /// IPT for groups of depressed adolescents: two or three sessions alone, twelve of a group, one
    /// alone midway and one after it.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Sessions**: two or three sessions of forty minutes alone, twelve group sessions of
    ///   ninety minutes, one session alone midway and one after the group, all within sixteen weeks
    ///   (the registration of a trial in school clinics). That two sessions before the group are
    ///   the usual number, that the group meets weekly, that it takes twelve weeks of the sixteen,
    ///   and that it is not extended, are ours. How long the sessions alone in the middle and after
    ///   the group are was not seen.
    /// - **Maintenance**: once a month for six months, for everyone, in the same registration. A
    ///   month is read as thirty days, and two to six weeks are accepted, so that the span counts
    ///   as ours.
    /// - **Diagnoses**: major depression, dysthymia, depressive disorder not otherwise specified,
    ///   or adjustment disorder with depressed mood (the trial's grant); the codes are those known
    ///   in the field. A score of more than 24 on the CES-D led to the interview and stands as a
    ///   guide.
    /// - **Ages and exclusions** are those of the individual form; the trial's were not seen.
    /// - **Members**: a group of three to eight that begins together, one or two facilitators: all
    ///   ours.
    /// - **Phases** 1–4, 5–9 and 10–12 are those of the individual form.
    /// - **Runs** without a member's own incident or focus may be longer, since not every member
    ///   works each time: ours.
    /// - **A parent** may come, the school and the patient may be spoken to: the registration says
    ///   nothing of either, so nothing is asked for.
    /// - **Measures**: the trial rated every four weeks on the CES-D, on the C-GAS, and on the
    ///   Hamilton scale, whose version was not seen and which is left out.
    AG_12 "ag-12" extends A_12 {
        title: "Group IPT for depressed adolescents (IPT-AG)";
        for_whom: "adolescents of twelve to eighteen with depression, in a group";
        format: Group;
        group {
            members: 3..=8, usually 6                       design;
            facilitators: 1..=2, usually 1                  design;
            entry: Closed                                   design;
        }
        phases {
            Assessment "Assessment and pre-group sessions", optional;
            Initial: 1..=4                                  manual CASEBOOK_2012;
            Middle: 5..=9                                   manual CASEBOOK_2012;
            Termination: 10..=12                            manual CASEBOOK_2012;
            Concluded, optional; Maintenance, optional;
        }
        indications {
            "icd-10": "F32", "F33", "F34.1", "F43.2"        unseen;
            "icd-11": "6A70", "6A71", "6A72", "6B43"        unseen;
        }
        entry_scores { "ces-d": at least 25, guide          trial IPT_AG_TRIAL; }
        dose.sessions: 12                                   trial IPT_AG_TRIAL;
        dose.minutes: 90                                    trial IPT_AG_TRIAL;
        dose.weeks: 12..=16, usually 12                     design;
        cadence { 1..=12: 1 in 7 days                       design; }
        tracks {
            PreTreatment: Should, 2..=3, usually 2 sessions
                trial IPT_AG_TRIAL, of 40 minutes trial IPT_AG_TRIAL;
            MidTreatment: Should, 1 sessions                trial IPT_AG_TRIAL;
            PostTreatment: Should, 1 sessions               trial IPT_AG_TRIAL;
        }
        focus.off_focus_run: 3                              design;
        middle.incident_run: 3                              design;
        ending.maintenance: Standard                        trial IPT_AG_TRIAL;
        maintenance.interval_days: 14..=42, usually 30      design;
        maintenance.months: 6                               trial IPT_AG_TRIAL;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measures {
            "ces-d": May, EveryWeeks 4                      trial IPT_AG_TRIAL;
            "cgas": May, EveryWeeks 4                       trial IPT_AG_TRIAL;
        }
        work.contact_minutes_min: 45                        design;
        participants { Parent: May                          design; }
        contacts {
            School: May                                     design;
            Patient: May                                    design;
        }
        sources: [IPT_AG_TRIAL, NREPP_IPT_A, CEBC_IPT_A, IPT_A_CHAPTER, CASEBOOK_2012, MUFSON_2004];
    }

    /// IPT for adolescents with depression and suicidal behaviour: twenty-eight sessions in twenty
    /// weeks, twice a week at first.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Danger is what it is for**: those of 12 to 19 with major depression, dysthymia or
    ///   depressive disorder not otherwise specified, and an attempt in the last two months or
    ///   thoughts of suicide with a plan or intent (the registration of an open trial). The
    ///   screen's question about imminent danger therefore does not exclude; that a concern is
    ///   answered on the same day is no parameter and holds here as everywhere. The codes are those
    ///   known in the field; the other exclusions are those of [`A_12`].
    /// - **Sessions**: twice a week for eight weeks, then weekly for twelve, which makes 28, and up
    ///   to four emergency sessions, which makes at most 32 (the same registration). An emergency
    ///   session counts as a session of the main track and asks for no extension. Minutes are those
    ///   of [`A_12`].
    /// - **Phases** 1–8, 9–24, 25–28 are ours, and so are ten as the most initial sessions, the
    ///   review by session 16, after which the pace changes, and the closer questions about
    ///   suicide.
    /// - **A safety plan** is usual here: ours, after [`SCI_5`]. The registration does not speak of
    ///   it.
    /// - **A parent** is taught the skills too, in the same registration: usual, in some sessions.
    ///   The school and the patient may be spoken to between sessions; nothing is asked for.
    /// - **Measures**: the C-SSRS and the CDRS-R, in the same registration; that they are taken
    ///   before and after is how its times are read.
    /// - Ten adolescents were treated, and no result was seen.
    A_SUICIDAL_28 "a-suicidal-28" extends A_12 {
        title: "IPT for adolescents with depression and suicidal behaviour (IPT-A-CSP)";
        for_whom: "adolescents of twelve to nineteen with depression after an attempt or with intent";
        phases {
            Assessment, optional;
            Initial: 1..=8                                  design;
            Middle: 9..=24                                  design;
            Termination: 25..=28                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 12                              trial IPT_A_CSP;
        population.age_max: 19                              trial IPT_A_CSP;
        population.excluded: [
            Bipolar, Psychosis, SubstanceDependence, OcdOrPhobiaTarget, SevereCognitiveImpairment,
            MedicalMimic
        ] design;
        indications {
            "icd-10": "F32", "F33", "F34.1"                 unseen;
            "icd-11": "6A70", "6A71", "6A72"                unseen;
        }
        dose.sessions: 28..=32, usually 28                  trial IPT_A_CSP;
        dose.weeks: 20                                      trial IPT_A_CSP;
        cadence {
            1..=16: 2 in 7 days                             trial IPT_A_CSP;
            17..=28: 1 in 7 days                            trial IPT_A_CSP;
        }
        initial.sessions_usual: 8                           design;
        initial.sessions_most: 10                           design;
        safety.enquiry_run: 1                               design;
        timing.twice_weekly: yes                            trial IPT_A_CSP;
        timing.taper: yes                                   trial IPT_A_CSP;
        measurement.review_by: 16                           design;
        measures {
            "c-ssrs": May, BeforeAndAfter                   trial IPT_A_CSP;
            "cdrs-r": May, BeforeAndAfter                   trial IPT_A_CSP;
        }
        tasks { "safety_plan" "Safety plan": Should, Initial design; }
        participants { Parent: Should                       trial IPT_A_CSP; }
        contacts {
            School: May                                     design;
            Patient: May                                    design;
        }
        sources: [IPT_A_CSP, NREPP_IPT_A, CEBC_IPT_A, IPT_A_CHAPTER, CASEBOOK_2012, MUFSON_2004];
    }

    /// IPT for depressed adolescents with a decision: twelve sessions in sixteen weeks, and who
    /// does not respond meets twice a week or takes fluoxetine too.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **The decision** fell at week 4 or at week 8, by lot, and so did the way on: twice a week,
    ///   or fluoxetine (Gunlicks-Stoessel et al. 2016 and 2019). Week 4 did better against symptoms
    ///   (the latter). The step here is due by week 8, which is the later of the two; a decision
    ///   before that fulfils it, and nothing says that it came too early.
    /// - **Response**: at week 4 it was a fall of at least one fifth on the Hamilton scale (the
    ///   trial's registration). What held at week 8 was not seen, so one fifth stands for the
    ///   review by session 8 too; that is ours for week 8.
    /// - **Sessions**: twelve of fifty minutes in sixteen weeks. Who meets twice a week does so for
    ///   four weeks and has four sessions more (the registration), which may be agreed on as
    ///   sixteen or as one extension by four. How the twelve lie in the sixteen weeks was not seen:
    ///   eight weekly and four every two weeks is ours.
    /// - **Entry**: those of 12 to 17 with major depression, dysthymia or depressive disorder not
    ///   otherwise specified, more than 35 on the CDRS-R and less than 65 on the C-GAS (the
    ///   registration). The scores were conditions of the trial and are guides here. The codes are
    ///   those known in the field. Those who were suicidal with a plan or intent were excluded, as
    ///   in [`A_12`]; the trial's further exclusions, such as conduct and eating disorders, stand
    ///   in no list.
    /// - **Medication**: nobody took an antidepressant at first. Nothing here blames somebody who
    ///   does. The prescriber is spoken to where fluoxetine is added, so nothing is asked for.
    /// - **Measures**: at 0, 4, 8, 12 and 16 weeks; the version of the Hamilton scale was not seen
    ///   and is left out.
    /// - **A parent, the school**: nothing that was seen asks for them; both may be involved.
    /// - **Afterwards** another study gave those who had responded four sessions every two weeks
    ///   and two monthly ones; that stands in no list.
    A_SMART "a-smart" extends A_12 {
        title: "IPT for depressed adolescents with a decision at week 4 or 8";
        for_whom: "adolescents of twelve to seventeen with depression, not acutely suicidal";
        population.age_min: 12                              trial PTAD_2019;
        population.age_max: 17                              trial PTAD_2019;
        indications {
            "icd-10": "F32", "F33", "F34.1"                 unseen;
            "icd-11": "6A70", "6A71", "6A72"                unseen;
        }
        entry_scores {
            "cdrs-r": at least 36, guide                    trial PTAD_REGISTRATION;
            "cgas": at most 64, guide                       trial PTAD_REGISTRATION;
        }
        dose.sessions: 12..=16, usually 12                  trial PTAD_2019;
        dose.minutes: 50                                    trial PTAD_REGISTRATION;
        dose.weeks: 16                                      trial PTAD_2019;
        cadence {
            1..=8: 1 in 7 days                              design;
            9..=12: 1 in 14 days                            design;
        }
        timing.twice_weekly: yes                            trial PTAD_2019;
        timing.taper: yes                                   design;
        timing.extensions_max: 1                            trial PTAD_REGISTRATION;
        timing.extension_sessions_max: 4                    trial PTAD_REGISTRATION;
        measurement.review_by: 8                            trial PTAD_2019;
        measurement.review_response: 1/5                    trial PTAD_REGISTRATION;
        measures {
            "cdrs-r": May, EveryWeeks 4                     trial PTAD_2019;
            "cgas": May, EveryWeeks 4                       trial PTAD_2019;
        }
        participants { Parent: May                          design; }
        contacts {
            School: May                                     design;
            Patient: May                                    design;
            Prescriber: May                                 design;
        }
        steps {
            "response" "Without a response at week 4 or 8: twice a week, or fluoxetine": by week 8, [
                MoreFrequent, AddMedication
            ] trial PTAD_2019;
        }
        sources: [
            PTAD_2019, PTAD_2016, PTAD_REGISTRATION, NREPP_IPT_A, CEBC_IPT_A, IPT_A_CHAPTER,
            CASEBOOK_2012, MUFSON_2004
        ];
    }

    /// IPT for depressed adolescents and their parents: fifteen weeks, a parent in seven of the
    /// sessions.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Sessions**: fifteen weeks, with eight sessions of the adolescent alone, two of the
    ///   parent or parents alone and five of both (the registration of an open trial). Weekly
    ///   sessions follow from these numbers. Which session is whose was not seen. A parent is thus
    ///   present in seven, and no list tells the two kinds apart; the number is usual and not
    ///   indispensable. Minutes are those of [`A_12`]; that it is not extended is ours.
    /// - **Boosters**: three monthly sessions for those whose symptoms fell by one half or more
    ///   (the same registration). No list knows such a condition, so they are allowed and not asked
    ///   for.
    /// - **Entry**: major depression, dysthymia, depressive disorder not otherwise specified, or
    ///   adjustment disorder with depressed mood, and 65 or less on the C-GAS, which is a guide
    ///   here (the registration). A score of 10 to 28 on the Hamilton scale, whose version was not
    ///   seen, is left out. The codes are those known in the field. Those actively suicidal were
    ///   excluded, as in [`A_12`], which also gives the ages; the trial's were not seen.
    /// - **Phases** 1–5, 6–11, 12–15 are ours, and so are six as the most initial sessions.
    /// - **Measures**: the trial rated at 0, 5, 10 and 15 weeks.
    /// - **The school** may be spoken to; nothing that was seen asks for it.
    AP_15 "ap-15" extends A_12 {
        title: "IPT for depressed adolescents and parents (IPT-AP)";
        for_whom: "adolescents of twelve to eighteen with depression, and a parent";
        phases {
            Assessment, optional;
            Initial: 1..=5                                  design;
            Middle: 6..=11                                  design;
            Termination: 12..=15                            design;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        indications {
            "icd-10": "F32", "F33", "F34.1", "F43.2"        unseen;
            "icd-11": "6A70", "6A71", "6A72", "6B43"        unseen;
        }
        entry_scores { "cgas": at most 65, guide            trial IPT_AP_TRIAL; }
        dose.sessions: 15                                   trial IPT_AP_TRIAL;
        dose.weeks: 15                                      trial IPT_AP_TRIAL;
        cadence { 1..=15: 1 in 7 days                       trial IPT_AP_TRIAL; }
        tracks { Booster: May, 3 sessions                   trial IPT_AP_TRIAL; }
        initial.sessions_usual: 5                           design;
        initial.sessions_most: 6                            design;
        middle.joint_max: 7                                 trial IPT_AP_TRIAL;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measures {
            "ces-d": May, EveryWeeks 5                      trial IPT_AP_TRIAL;
            "cgas": May, EveryWeeks 5                       trial IPT_AP_TRIAL;
        }
        participants { Parent: Should, in 7 sessions        trial IPT_AP_TRIAL; }
        contacts {
            School: May                                     design;
            Patient: May                                    design;
        }
        sources: [IPT_AP_TRIAL, NREPP_IPT_A, CEBC_IPT_A, IPT_A_CHAPTER, CASEBOOK_2012, MUFSON_2004];
    }

    /// IPT skills training for adolescents: two individual sessions, then eight of a group;
    /// prevention, so without a diagnosis.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Sessions**: two individual sessions, then eight weekly ones of ninety minutes (a
    ///   clearing house). How long the individual ones are was not seen. The four individual
    ///   boosters and the session with a parent in mid-programme are optional, in a register of
    ///   programmes. The weeks of slack are ours.
    /// - **Groups** of three to seven in that register, of four to seven in the clearing house;
    ///   five is the middle. One or two facilitators and a group that begins together are ours.
    /// - **Phases** 1–3, 4–6, 7–8 are known in the field; four as the most initial sessions, the
    ///   shortest ending, when it is announced, the review and the greatest gap between ratings are
    ///   ours.
    /// - **Ages** of 11 to 16, or from 12 on: known in the field.
    /// - **Areas**: disputes, transitions and deficits, no grief (the clearing house). Three at
    ///   most, and no rank among them, is ours: skills are taught to all.
    /// - **Initial tasks**: the inventory is taken in the sessions before the group, says the
    ///   clearing house. No diagnosis, no name or formulation of an illness and no sick role: known
    ///   in the field. That a young person agrees to what is worked on stays.
    /// - **Measures** before and after are known in the field, some of them in a version for
    ///   children, which is another instrument. None is asked for.
    /// - **Skills** are the whole of it: exchanges and decisions are analysed, first with examples
    ///   and then with one's own, and tried out in role play (Young et al. 2016, abstracts of
    ///   chapters).
    /// - **Work at home** is taken over from the treatment that it comes from; that choice is ours.
    AST "ast" extends A_12 {
        title: "IPT skills training for adolescents (IPT-AST)";
        for_whom: "adolescents with raised symptoms of depression and no diagnosis needed";
        format: Group;
        group {
            members: 3..=7, usually 5                       practice BLUEPRINTS_IPT_AST;
            facilitators: 1..=2, usually 1                  design;
            entry: Closed                                   design;
        }
        phases {
            Assessment "Screening and pre-group sessions", optional;
            Initial "Initial group sessions": 1..=3         unseen;
            Middle "Middle group sessions": 4..=6           unseen;
            Termination: 7..=8                              unseen;
            Concluded "Booster sessions", optional;
        }
        population.age_min: 11                              unseen;
        population.age_max: 16                              unseen;
        indications {}
        contraindications {}
        dose.sessions: 8                                    practice CEBC_IPT_AST;
        dose.minutes: 90                                    practice CEBC_IPT_AST;
        dose.weeks: 8..=10, usually 8                       design;
        cadence { 1..=8: 1 in 7 days                        practice CEBC_IPT_AST; }
        tracks {
            PreTreatment: Must, 2 sessions                  practice CEBC_IPT_AST;
            Booster: May, 4 sessions                        practice BLUEPRINTS_IPT_AST;
        }
        focus.areas: [RoleDispute, RoleTransition, InterpersonalDeficits] practice CEBC_IPT_AST;
        focus.max_active: 3                                 design;
        focus.advised: 3                                    design;
        focus.deficits_last_resort: no                      design;
        initial.sessions_usual: 3                           unseen;
        initial.sessions_most: 4                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, Psychoeducation, MedicationEvaluation, Inventory, OnsetTimeline,
            ProblemAreaSelection, PatientAgreement, ExplainIpt, TreatmentGoals, TreatmentContract,
            ContingencyTalk, ClosenessCircle
        ] unseen;
        initial.sick_role: none                             unseen;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 2                              unseen;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 4                              design;
        measurement.review_by: 4                            design;
        measures {
            "ces-d": May, BeforeAndAfter                    unseen;
            "cgas": May, BeforeAndAfter                     unseen;
        }
        work.between_sessions: [Attempt, WorkAtHome]        design;
        work.contact_minutes_min: 45                        design;
        techniques {
            DirectiveTechniques: Should                     practice CEBC_IPT_AST;
            CommunicationAnalysis: Should                   manual YOUNG_2016;
            DecisionAnalysis: Should                        manual YOUNG_2016;
            RolePlay: Should                                manual YOUNG_2016;
        }
        tasks {
            "skills_teaching" "Interpersonal skills taught to all": Should, Middle
                practice CEBC_IPT_AST;
            "parent_session" "Session with a parent in mid-programme": May, Middle
                practice BLUEPRINTS_IPT_AST;
        }
        participants { Parent: May, in 1 sessions           practice BLUEPRINTS_IPT_AST; }
        contacts {}
        sources: [CEBC_IPT_AST, BLUEPRINTS_IPT_AST, YOUNG_2016];
    }

    /// Interpersonal counselling for adolescents with low mood: three to six sessions by youth
    /// workers.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Sessions** of 30 to 60 minutes, three to six, weekly within ten weeks: known in the
    ///   field. So are the phases, of which first and last are one session each; two as the most,
    ///   when the end is announced, the review and the greatest gap between ratings are ours, and
    ///   so is that it is neither extended nor held twice a week.
    /// - **Who it is for**: those of 12 to 18 with low mood, in a feasibility trial; a score of 11
    ///   on the RCADS guided entry and was not held to. The trial's youth workers had no core
    ///   training.
    /// - **No formal diagnosis**: known in the field. That no illness is named without one, as in
    ///   [`IPC_6`](super::IPC_6), is ours. The other tasks are taken over; that the sick role is a
    ///   limited one, as in the treatment that it comes from, is ours.
    /// - **Measures**: the trial rated at 0, 5, 10 and 23 weeks, so every five weeks is said here
    ///   and nothing asked for.
    /// - **One focus**: ours.
    /// - A parent may come, as is known in the field.
    IPC_A "ipc-a" extends A_12 {
        title: "Interpersonal counselling for adolescents with low mood (IPC-A)";
        for_whom: "adolescents of twelve to eighteen with low mood";
        phases {
            Assessment, optional;
            Initial "First session": 1..=1                  unseen;
            Middle "Middle sessions": 2..=4                 unseen;
            Termination "Last session": 5..=5               unseen;
            Concluded "Conclusion of counselling", optional;
        }
        population.age_min: 12                              trial ICALM;
        population.age_max: 18                              trial ICALM;
        indications {}
        contraindications {}
        entry_scores { "rcads": at least 11, guide          trial ICALM; }
        dose.sessions: 3..=6, usually 5                     unseen;
        dose.minutes: 30..=60, usually 45                   unseen;
        dose.weeks: 3..=10, usually 6                       unseen;
        cadence { 1..=5: 1 in 7 days                        unseen; }
        focus.areas: all                                    unseen;
        focus.max_active: 1                                 design;
        focus.secondary_share: 0                            design;
        focus.off_focus_run: 1                              design;
        initial.sessions_usual: 1                           unseen;
        initial.sessions_most: 2                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Screening, SuicideEnquiry,
            BaselineSeverity, Psychoeducation, SickRole, MedicationEvaluation, Inventory,
            OnsetTimeline, ProblemAreaSelection, Formulation, PatientAgreement, ExplainIpt,
            TreatmentGoals, TreatmentContract, ContingencyTalk
        ] unseen;
        initial.sick_role: Limited                          design;
        initial.frame_by_session: 1                         design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 2                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.maintenance: None                            unseen;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 2                              design;
        measurement.review_by: 3                            design;
        measures { "rcads": May, EveryWeeks 5               trial ICALM; }
        work.between_sessions: [Attempt, WorkAtHome]        design;
        techniques {}
        tasks {}
        participants { Parent: May                          unseen; }
        contacts {}
        sources: [ICALM];
    }

    /// Crisis IPT for suicidal children and adolescents: five weekly sessions, a safety plan at
    /// once, then e-mails for three months.
    ///
    /// It differs from [`A_12`] in this, and other sources say:
    ///
    /// - **Danger is what it is for**, so the screen's question about imminent danger does not
    ///   exclude; that a concern is answered on the same day is no parameter and holds here as
    ///   everywhere. Group IPT excludes the same patients (a school trial). No diagnosis was seen
    ///   as a condition.
    /// - **Sessions**: five weekly ones, in that account, in the phases 1–2, 3–4, 5 (a report and
    ///   the trial's registration). Minutes are known in the field. The week of slack, eighteen
    ///   years as the greatest age, the lengths of the ending and of the initial phase at most,
    ///   when the end is announced, the review, the closer questions, and that it is not extended,
    ///   are ours.
    /// - **A safety plan** in the initial phase is indispensable, and skills in the middle are
    ///   developed and practised, in the same account; that this is done with an exchange and a
    ///   decision analysed and in role play is taken over from [`A_12`] and ours; the plan against
    ///   relapse stands among the standard tasks of the ending.
    /// - **E-mails** for three months afterwards are contacts without length or attendance. One
    ///   a month (the report) makes three; that more may be written is ours.
    /// - **A parent** takes part, in the same account. The other tasks are taken over and were not
    ///   read.
    /// - **Measures** of suicidal thoughts before and after are weakly known in the field; none is
    ///   asked for.
    /// - **One focus**: the account speaks of an area; that it is one of four is known in the
    ///   field, the limit is ours.
    SCI_5 "sci-5" extends A_12 {
        title: "Crisis IPT for suicidal children and adolescents (IPT-A-SCI)";
        for_whom: "children and adolescents in a suicidal crisis";
        phases {
            Assessment "Crisis assessment", optional;
            Initial: 1..=2                                  trial IPT_A_SCI_TRIAL;
            Middle: 3..=4                                   trial IPT_A_SCI_TRIAL;
            Termination: 5..=5                              trial IPT_A_SCI_TRIAL;
            Concluded "E-mail follow-up", optional;
        }
        population.age_min: none;
        population.age_max: 18                              design;
        population.excluded: [
            Bipolar, Psychosis, SubstanceDependence, OcdOrPhobiaTarget, SevereCognitiveImpairment,
            MedicalMimic
        ] design;
        indications {}
        contraindications {}
        dose.sessions: 5                                    manual IPT_A_SCI;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.weeks: 5..=6, usually 5                        design;
        cadence { 1..=5: 1 in 7 days                        manual IPT_A_SCI; }
        tracks { PostTreatment: Should, 1..=13, usually 3 sessions design; }
        focus.areas: all                                    unseen;
        focus.max_active: 1                                 design;
        focus.secondary_share: 0                            design;
        focus.off_focus_run: 1                              design;
        initial.sessions_usual: 2                           unseen;
        initial.sessions_most: 2                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, SickRole,
            MedicationEvaluation, Inventory, OnsetTimeline, ProblemAreaSelection, Formulation,
            PatientAgreement, ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk
        ] unseen;
        initial.sick_role: Limited                          design;
        initial.frame_by_session: 1                         design;
        ending.sessions_min: 1                              design;
        ending.sessions_max: 1                              design;
        ending.announce_note_below: 2                       design;
        ending.announce_warn_below: 1                       design;
        ending.maintenance: None                            unseen;
        safety.enquiry_run: 1                               design;
        timing.twice_weekly: no                             design;
        timing.extensions_max: 0                            design;
        timing.extension_sessions_max: 0                    design;
        measurement.max_gap: 2                              design;
        measurement.review_by: 3                            design;
        measures {
            "c-ssrs": May, BeforeAndAfter                   unseen;
            "siq": May, BeforeAndAfter                      unseen;
        }
        work.between_sessions: [Attempt, WorkAtHome]        design;
        work.contact_minutes_min: 25                        design;
        techniques {
            CommunicationAnalysis: Should                   design;
            DecisionAnalysis: Should                        design;
            RolePlay: Should                                design;
        }
        tasks {
            "safety_plan" "Safety plan": Must, Initial      manual IPT_A_SCI;
            "skills" "Interpersonal skills": Should, Middle manual IPT_A_SCI;
        }
        participants { Parent: Should                       manual IPT_A_SCI; }
        contacts { Patient: Should                          manual IPT_A_SCI; }
        sources: [IPT_A_SCI, IPT_A_SCI_TRIAL];
    }
}
