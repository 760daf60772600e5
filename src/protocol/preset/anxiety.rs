//! IPT for social anxiety, and for depression with panic.

use super::ACUTE_16;

protocols! {
    /// IPT for social anxiety disorder: fourteen weekly sessions, with words of its own for two
    /// areas.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: the open trial ran for fourteen weeks (Lipsitz et al. 1999), which at one
    ///   session a week makes fourteen. A form of sixteen with a booster is [`SAD_16`]; a booster
    ///   after this one is known in the field and stands in no list. Minutes and the weekly spacing
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

    /// IPT for social anxiety disorder in the longer form: sixteen sessions and a booster.
    ///
    /// It differs from [`SAD_14`] in this, and other sources say:
    ///
    /// - **Sessions**: sixteen individual ones and one booster; outcome was assessed 20 weeks after
    ///   randomization (Stangier et al. 2011, abstract). Twenty weeks stand as the most for that
    ///   reason, and sixteen as usual go with one session a week; both readings are ours. Minutes
    ///   and the weekly spacing are those of the shorter form. When the booster is held was not
    ///   seen.
    /// - **Phases** of the sixteen: 1–3, 4–14 and 15–16 (a patient hand-out).
    /// - **Words for the areas** and the illness set apart from character are taken over from the
    ///   shorter form, which has them from another line of work; that they hold here is ours, and
    ///   nothing is asked for on their account beyond what is asked for there.
    /// - **Measures**: response was judged with a scale of global improvement, which no list of
    ///   this crate has. The Liebowitz scale before and after is known in the field and not asked
    ///   for, so no rating is missed until sixteen sessions are without one; the sixteen are ours.
    /// - **The result**: IPT did better than waiting and less well than cognitive therapy (a review
    ///   by Markowitz, Lipsitz and Milrod 2014).
    SAD_16 "sad-16" extends SAD_14 {
        title: "IPT for adults with social anxiety disorder, longer form";
        phases {
            Assessment, optional;
            Initial: 1..=3                                  practice SOCIAL_ANXIETY_HANDOUT;
            Middle: 4..=14                                  practice SOCIAL_ANXIETY_HANDOUT;
            Termination: 15..=16                            practice SOCIAL_ANXIETY_HANDOUT;
            Concluded "Conclusion of treatment", optional;
        }
        dose.sessions: 16                                   trial STANGIER_2011;
        dose.weeks: 16..=20, usually 16                     design;
        cadence { 1..=16: 1 in 7 days                       unseen; }
        tracks { Booster: Should, 1 sessions                trial STANGIER_2011; }
        measurement.max_gap: 16                             design;
        measures { "lsas": May, BeforeAndAfter              unseen; }
        sources: [
            STANGIER_2011, MARKOWITZ_2014_ANXIETY, LIPSITZ_1999, CASEBOOK_2012,
            SOCIAL_ANXIETY_HANDOUT
        ];
    }

    /// IPT for major depression with symptoms of panic and anxiety, beside medication: sixteen
    /// weekly sessions in twenty weeks of care.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: sixteen weekly ones of about 45 minutes within twenty weeks of care (the
    ///   trial's registration); a grant's abstract says *up to* sixteen. Twelve as the fewest, and
    ///   five minutes on either side of 45, are ours. An earlier pilot treated for up to 24 weeks.
    /// - **Phases** are those of the standard form; the form's own manual was not read.
    /// - **Entry**: an episode of nonpsychotic major depression, more than 15 on the Hamilton scale
    ///   of 25 items and at least 7 on a self-report of panic and agoraphobia (the registration).
    ///   This crate has neither instrument, so no score is asked for. Suicidal thoughts did not
    ///   exclude where outpatient treatment was safe. The trial took people of 18 to 65; that
    ///   nobody older is held out is ours.
    /// - **Medication**: everybody took citalopram for the twenty weeks, prescribed by a physician,
    ///   so it counts as part of the treatment; which antidepressant is taken is not asked. Who was
    ///   pregnant or meant to be was not in the trial; that concerns the medicine, and no code says
    ///   it.
    /// - **Techniques for panic and avoidance**: parts of cognitive behavior therapy for panic were
    ///   adapted into it (the grants' abstracts). Exposure and cognitive restructuring are
    ///   therefore not off the model here; which of them the manual has, and how much, was not
    ///   seen. The therapist also works on stress in life that sets off symptoms (the
    ///   registration), which is what IPT does anyway and no task of its own.
    /// - **Measures**: the Hamilton scale of 17 items weekly, remission being 7 or less on average
    ///   over three weeks (the registration). No field says over how many weeks, and no scale is
    ///   asked for.
    /// - **Diagnosis** is that of depression, with panic disorder or without it.
    PS_16 "ps-16" extends ACUTE_16 {
        title: "IPT for adults with depression and panic symptoms, with medication (IPT-PS)";
        for_whom:
            "adults with major depression and symptoms of panic and anxiety, who take an antidepressant";
        population.age_min: 18                              trial IPT_PS_TRIAL;
        dose.sessions: 12..=16, usually 16                  trial IPT_PS_TRIAL;
        dose.minutes: 40..=50, usually 45                   trial IPT_PS_TRIAL;
        dose.first_minutes: none;
        dose.weeks: 12..=20, usually 16                     trial IPT_PS_TRIAL;
        cadence { 1..=16: 1 in 7 days                       trial IPT_PS_TRIAL; }
        measures { "ham-d-17": May, EverySession            trial IPT_PS_TRIAL; }
        work.medication: Expected                           trial IPT_PS_TRIAL;
        proscribed - [CognitiveRestructuring, Exposure];
        // Medication was prescribed by physicians of the trial.
        contacts { Prescriber: May                          trial IPT_PS_GRANT; }
        sources: [IPT_PS_TRIAL, IPT_PS_GRANT];
    }
}
