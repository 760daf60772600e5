//! Techniques, which IPT shares with other therapies; activities off its model; work between
//! sessions.

use crate::base::{
    payload::payload,
    set::{enum_set, vocabulary},
};

vocabulary! {
    /// A technique, in whatever area it is used.
    pub open enum Technique {
        /// Open questions, receptive silence.
        NondirectiveExploration = "nondirective_exploration",
        /// Targeted questions on a topic.
        DirectElicitation = "direct_elicitation",
        /// Feelings acknowledged, named, borne and used as information.
        EncouragementOfAffect = "encouragement_of_affect",
        /// Rewording, noting contradictions, asking to restate.
        Clarification = "clarification",
        /// One real exchange reconstructed.
        CommunicationAnalysis = "communication_analysis",
        /// Wishes, options, consequences, choice.
        DecisionAnalysis = "decision_analysis",
        /// An exchange rehearsed.
        RolePlay = "role_play",
        /// Advice, education, modelling, used sparingly.
        DirectiveTechniques = "directive_techniques",
        /// Reactions to the therapist discussed as a sample of real life, not interpreted.
        UseOfTherapeuticRelationship = "use_of_therapeutic_relationship",
        /// The illness, its treatments and course.
        Psychoeducation = "psychoeducation",
        /// This week's symptoms and events connected, both ways.
        LinkingMoodEvent = "linking_mood_event",
        /// A trial in real life suggested, and reviewed next time.
        BetweenSessionAttempt = "between_session_attempt",
        /// A joint meeting with a close person.
        SignificantOtherSession = "significant_other_session",
        /// Symptoms drawn against events.
        Timeline = "timeline",
        /// The network drawn by closeness.
        ClosenessCircle = "closeness_circle",
        /// Asking for support worked out and rehearsed.
        SupportMobilisation = "support_mobilisation",
        /// Options generated and chosen.
        ProblemSolving = "problem_solving",
        /// Stressors anticipated and planned for.
        ContingencyRehearsal = "contingency_rehearsal",
        /// Contract, scheduling, measures.
        Administrative = "administrative",
    }
}

enum_set! {
    /// A set of techniques.
    pub struct TechniqueSet(u32) of Technique;
}

vocabulary! {
    /// An activity that is not IPT when it becomes the main work of a session.
    pub open enum OffModel {
        /// Systematic cognitive restructuring or thought records.
        CognitiveRestructuring = "cognitive_restructuring",
        /// Homework in the manner of other therapies that displaces interpersonal work.
        DisplacingHomework = "displacing_homework",
        /// Interpretation of the transference.
        TransferenceInterpretation = "transference_interpretation",
        /// Sustained reconstruction of childhood.
        ChildhoodReconstruction = "childhood_reconstruction",
        /// A hierarchy of exposure, or exposure set as homework.
        Exposure = "exposure",
        /// The trauma told again and again.
        TraumaNarrative = "trauma_narrative",
        /// Interpretation of dreams.
        DreamInterpretation = "dream_interpretation",
        /// Open-ended supportive talk without a focus.
        UnfocusedSupport = "unfocused_support",
        /// Talk of eating after the initial phase.
        EatingTalk = "eating_talk",
        /// Advice on diet.
        DietAdvice = "diet_advice",
    }
}

enum_set! {
    /// A set of activities off the model.
    pub struct OffModelSet(u16) of OffModel;
}

vocabulary! {
    /// How much of a session an activity took.
    pub closed enum Extent {
        /// It was the main work of the session.
        Main = "main",
        /// It came up in passing.
        InPassing = "in_passing",
    }
}

payload! {
    /// An activity off the model, and how much of the session it took.
    #[derive(Copy, Hash)]
    pub struct OffModelActivity {
        required {
            /// The kind of activity.
            activity: OffModel,
            /// How much of the session it took.
            extent: Extent,
        }
        may {}
    }
}

vocabulary! {
    /// A kind of work between sessions. What separates the kinds is purpose, so the kind is what
    /// the note says.
    pub open enum WorkKind {
        /// IPT's own: something to try with people until next time.
        Attempt = "attempt",
        /// Work at home as the adolescent manual has it.
        WorkAtHome = "work_at_home",
        /// Structured assignments.
        Structured = "structured",
        /// A diary, such as the social rhythm metric.
        Diary = "diary",
    }
}

enum_set! {
    /// A set of kinds of work between sessions.
    pub struct WorkSet(u8) of WorkKind;
}
