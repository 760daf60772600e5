//! IPT for social anxiety.

use super::ACUTE_16;

protocols! {
    /// IPT for social anxiety disorder: fourteen weekly sessions, with words of its own for two
    /// areas.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: the open trial ran for fourteen weeks (Lipsitz et al. 1999), which at one
    ///   session a week makes fourteen. A patient hand-out describes a form of sixteen; a booster
    ///   after either is known in the field and stands in no list. Minutes and the weekly spacing
    ///   are known in the field; the weeks of slack are ours.
    /// - **Phases**: the hand-out gives 1–3, and 4–14 and 15–16 in the longer form. Where the
    ///   middle phase ends in the shorter one is ours.
    /// - **Areas**: transition comes most often, then dispute, and grief is rare (Casebook).
    ///   Deficits are recast as *role insecurity*, so they are no last resort; that conclusion is
    ///   ours. The therapist may propose a therapeutic role transition, from a retiring life to
    ///   another; it is a specialisation of the transition. Two foci may be combined, as is known
    ///   in the field.
    /// - **The illness** is set apart from the patient's character early on (Casebook).
    /// - **Diagnosis**: the codes are those known in the field, eighteen years are ours. What the
    ///   trial excluded was not seen, so only the screen excludes.
    /// - **Measures**: the Liebowitz scale every two to four weeks, known in the field; the wider
    ///   interval is taken.
    /// - **Facing feared situations** because life or an attempt brings them about is no exposure;
    ///   a hierarchy stays off the model.
    /// - **People and maintenance**: nobody comes along, and nothing is said of treatment
    ///   afterwards; known in the field.
    SAD_14 "sad-14" extends ACUTE_16 {
        title: "IPT for adults with social anxiety disorder";
        for_whom: "adults with social anxiety disorder";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  practice SOCIAL_ANXIETY_HANDOUT;
            Middle: 4..=11                                  design;
            Termination: 12..=14                            design;
            Concluded "Conclusion of treatment", optional;
        }
        population.age_min: 18                              design;
        indications {
            "icd-10": "F40.1"                               unseen;
            "icd-11": "6B04"                                unseen;
        }
        contraindications {}
        dose.sessions: 14..=16, usually 14                  trial LIPSITZ_1999;
        dose.minutes: 50..=60, usually 50                   unseen;
        dose.first_minutes: none;
        dose.weeks: 14..=18, usually 14                     design;
        cadence { 1..=14: 1 in 7 days                       unseen; }
        focus.advised: 2                                    unseen;
        focus.deficits_last_resort: no                      design;
        area_labels { InterpersonalDeficits: "Role insecurity" manual CASEBOOK_2012; }
        specialisations {
            "role_insecurity" "Role insecurity": InterpersonalDeficits manual CASEBOOK_2012;
            "therapeutic_transition" "Therapeutic role transition": RoleTransition
                manual CASEBOOK_2012;
        }
        ending.maintenance: None                            unseen;
        measures { "lsas": Should, EveryWeeks 4             unseen; }
        tasks {
            "illness_not_character" "Social anxiety explained as an illness and no trait of character": Should, Initial
                manual CASEBOOK_2012;
        }
        participants {}
        sources: [LIPSITZ_1999, CASEBOOK_2012, SOCIAL_ANXIETY_HANDOUT];
    }
}
