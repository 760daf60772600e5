//! Family-based IPT for children.

use super::ACUTE_16;

protocols! {
    /// Family-based IPT for children of seven to twelve: fourteen scripted sessions with a parent.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Ages**: 7 to 12 in one account of the manual, 8 to 12 in another; the wider one is
    ///   taken.
    /// - **Sessions** and what each is for follow the contents of Dietz, Weinberg & Mufson 2018:
    ///   mood thermometer (1), closeness circle (2), inventory (3), parent tips (4), formulation
    ///   (5), communication skills (6–9), experiments (10–11), the ending planned (12), early
    ///   warning signs (13), goodbye (14). The chapters were not read, so each task is usual and
    ///   none indispensable. With the ending planned in session 12, two are left after it is spoken
    ///   of. Minutes are known in the field; the weeks of slack and six as the most initial
    ///   sessions are ours.
    /// - **A parent** is there each session: indispensable, as is known in the field; the child is
    ///   seen first, then both.
    /// - **The sick role** is a limited one, as in the treatment of adolescents; that choice is
    ///   ours. The manual speaks of a medical illness to child and parent in the first session, and
    ///   of expectations fitted to what the child can do (abstracts).
    /// - **School**: staying away from it because of the depression is a special topic (ch. 18);
    ///   that the school be spoken to is asked for by no source.
    /// - **Areas**: grief is rare, as is known in the field; all four are kept.
    /// - **Experiments** with people are the protocol's own task; they are no exposure.
    /// - **Tips** are taught, the circle is drawn, ways of speaking are practised and played by
    ///   child and parent, so these techniques are usual here. That finding solutions is decision
    ///   analysis is our reading.
    /// - **Afterwards** come maintenance, alone or in a group, or a step up, as a listing of the
    ///   same book says; that a step up may be another therapy or a specialist's opinion is ours.
    /// - **Measures**: the mood thermometer each session; the interview and the questionnaire
    ///   before and after are known in the field.
    FB_14 "fb-14" extends ACUTE_16 {
        title: "Family-based IPT for depressed preadolescents";
        for_whom: "children of seven to twelve with depression, and a parent";
        format: Dyadic;
        phases {
            Assessment, optional;
            Initial: 1..=5                                  manual DIETZ_2018;
            Middle: 6..=11                                  manual DIETZ_2018;
            Termination: 12..=14                            manual DIETZ_2018;
            Concluded, optional; Continuation, optional; Maintenance, optional;
        }
        population.age_min: 7                               manual DIETZ_2018;
        population.age_max: 12                              manual DIETZ_2018;
        dose.sessions: 14                                   manual DIETZ_2018;
        dose.minutes: 45..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 14..=18, usually 14                     design;
        cadence { 1..=14: 1 in 7 days                       unseen; }
        focus.areas: all                                    unseen;
        initial.sessions_usual: 5                           manual DIETZ_2018;
        initial.sessions_most: 6                            design;
        initial.tasks: [
            ConsentAndLimits, PsychiatricHistory, SymptomReview, Diagnosis, Screening,
            SuicideEnquiry, BaselineSeverity, NameTheIllness, Psychoeducation, SickRole,
            MedicationEvaluation, Inventory, OnsetTimeline, ProblemAreaSelection, Formulation,
            PatientAgreement, ExplainIpt, TreatmentGoals, TreatmentContract, ContingencyTalk
        ] unseen;
        initial.sick_role: Limited                          design;
        ending.announce_note_below: 2                       manual DIETZ_2018;
        ending.maintenance: Optional                        manual DIETZ_2018;
        measures {
            "mood-thermometer": Should, EverySession        manual DIETZ_2018;
            "cdrs-r": May, BeforeAndAfter                   unseen;
            "mfq": May, BeforeAndAfter                      unseen;
        }
        techniques {
            ClosenessCircle: Should                         manual DIETZ_2018;
            DirectiveTechniques: Should                     manual DIETZ_2018;
            CommunicationAnalysis: Should                   manual DIETZ_2018;
            DecisionAnalysis: Should                        design;
            RolePlay: Should                                manual DIETZ_2018;
        }
        tasks {
            "mood_thermometer" "Mood thermometer": Should, Initial, by session 1 manual DIETZ_2018;
            "closeness_circle" "Closeness circle": Should, Initial, by session 2 manual DIETZ_2018;
            "parent_tips" "Parent tips": Should, Initial, by session 4 manual DIETZ_2018;
            "tween_tips" "Tween tips": Should, Middle, by session 9 manual DIETZ_2018;
            "interpersonal_experiments" "Interpersonal experiments": Should, Middle, by session 11
                manual DIETZ_2018;
            "early_warning_list" "List of early warning signs": Should, Termination, by session 13
                manual DIETZ_2018;
            "goodbye" "Goodbye": Should, Termination, by session 14 manual DIETZ_2018;
        }
        participants { Parent: Must, in 14 sessions         unseen; }
        steps {
            "response" "Whether maintenance, alone or in a group, or a step up follows": by session 14, [
                OtherTherapy, SpecialistReview
            ] manual DIETZ_2018;
        }
        sources: [DIETZ_2018];
    }
}
