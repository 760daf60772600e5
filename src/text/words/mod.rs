//! What the members of vocabularies are called in each language.
//!
//! A label has the form that stands within a sentence, without a capital that only a heading would
//! give it. It is a noun or a participle, so that it can follow "missing:", stand in a bracket, and
//! be joined to others with "and". What a word means depends on where it stands: to *attempt* is
//! one thing between sessions and another among concerns. So a label belongs to a vocabulary and a
//! name.

/// Declares the words of vocabularies, sorted by vocabulary, each with its members in the order of
/// declaration.
macro_rules! words {
    ($( $Vocabulary:ident { $( $name:ident = $label:literal ),+ $(,)? } )+) => {
        pub(super) const WORDS: &[Words] =
            &[$( (stringify!($Vocabulary), &[$( (stringify!($name), $label) ),+]) ),+];
    };
}

pub(crate) mod english;
pub(crate) mod german;

/// The words of one vocabulary: the name of its type, then wire name and label of each member.
pub type Words = (&'static str, &'static [(&'static str, &'static str)]);

#[cfg(test)]
mod tests {
    extern crate std;

    use alloc::{string::String, vec::Vec};
    use std::{fs, path::Path};

    use super::{Words, english, german};
    use crate::base::set::{Named, Vocabulary};
    use crate::{
        course::entry::Origin,
        machine::{
            Answer, Guard, Trigger,
            region::{
                ConsentRegion, ConsentSignal, ContractRegion, ContractSignal, EngagementRegion,
                EngagementSignal, FocusRegion, FocusSignal, SafetyRegion, SafetySignal,
            },
        },
        measure::{Direction, Domain, Informant, ItemAnswer, Rater, ScoreStatus},
        plan::{AgendaSlot, DeadlineStatus, Milestone, Weekday},
        protocol::{Cadence, Fault, Format, GroupEntry, Level, MaintenanceOffer, MedicationPolicy},
        record::{
            FactClass, FactKind,
            contact::{
                AdmissionEvent, Anchor, Channel, ContactPurpose, ContactWith, EngagementDecision,
                PauseReason,
            },
            contract::{
                AmendmentReason, ContractScope, ContractTerm, MissedSessionPolicy, TimeFrameKind,
            },
            ending::{ClinicalResult, Disposition, EndMode, GoalState, MaintenanceDecision},
            focus::{FocusTrigger, FormulationPart, Manner, MarkerResult, PatientResponse},
            inventory::{Closeness, LifeEvent, Relation, RoleInEpisode, Support},
            patient::{DiagnosisRole, MedicationChange, PriorResponse},
            review::ReviewOption,
            safety::{
                ConcernKind, EnquiryBasis, EnquiryResult, EnquirySubject, Incident, Receiver,
                SafetyAction,
            },
            session::{AbsenceReason, Attendance, DecidedBy, Modality, NotePart, SessionKind},
            setting::{
                ConsentState, CourseLink, Document, ScreenItem, Suitability, SupervisionForm,
                TherapistKind,
            },
        },
        rule::{Clause, Conformance, GroupMatter, Matter, Remedy, RuleKind, Verb},
        source::{Basis, Strength},
        vocabulary::{
            Classification, DayKnown, DisputeStage, EndingTask, Extent, FocusStatus, InitialTask,
            MedicationDecision, OffModel, Phase, Precision, ProblemArea, Region, Severity,
            SickRole, Stated, Strategy, Technique, Topic, Track, Unwaivable, WorkKind,
        },
    };

    /// All vocabularies, sorted by name.
    const ALL: &[&Vocabulary] = {
        macro_rules! all {
            ($($Name:ident),+ $(,)?) => { &[$(<$Name as Named>::VOCABULARY),+] };
        }
        all!(
            AbsenceReason,
            AdmissionEvent,
            AgendaSlot,
            AmendmentReason,
            Anchor,
            Answer,
            Attendance,
            Basis,
            Cadence,
            Channel,
            Classification,
            Clause,
            ClinicalResult,
            Closeness,
            ConcernKind,
            Conformance,
            ConsentRegion,
            ConsentSignal,
            ConsentState,
            ContactPurpose,
            ContactWith,
            ContractRegion,
            ContractScope,
            ContractSignal,
            ContractTerm,
            CourseLink,
            DayKnown,
            DeadlineStatus,
            DecidedBy,
            DiagnosisRole,
            Direction,
            Disposition,
            DisputeStage,
            Document,
            Domain,
            EndMode,
            EndingTask,
            EngagementDecision,
            EngagementRegion,
            EngagementSignal,
            EnquiryBasis,
            EnquiryResult,
            EnquirySubject,
            Extent,
            FactClass,
            FactKind,
            Fault,
            FocusRegion,
            FocusSignal,
            FocusStatus,
            FocusTrigger,
            Format,
            FormulationPart,
            GoalState,
            GroupEntry,
            GroupMatter,
            Guard,
            Incident,
            Informant,
            InitialTask,
            ItemAnswer,
            Level,
            LifeEvent,
            MaintenanceDecision,
            MaintenanceOffer,
            Manner,
            MarkerResult,
            Matter,
            MedicationChange,
            MedicationDecision,
            MedicationPolicy,
            Milestone,
            MissedSessionPolicy,
            Modality,
            NotePart,
            OffModel,
            Origin,
            PatientResponse,
            PauseReason,
            Phase,
            Precision,
            PriorResponse,
            ProblemArea,
            Rater,
            Receiver,
            Region,
            Relation,
            Remedy,
            ReviewOption,
            RoleInEpisode,
            RuleKind,
            SafetyAction,
            SafetyRegion,
            SafetySignal,
            ScoreStatus,
            ScreenItem,
            SessionKind,
            Severity,
            SickRole,
            Stated,
            Strategy,
            Strength,
            Suitability,
            SupervisionForm,
            Support,
            Technique,
            TherapistKind,
            TimeFrameKind,
            Topic,
            Track,
            Trigger,
            Unwaivable,
            Verb,
            Weekday,
            WorkKind,
        )
    };

    const LANGUAGES: [(&str, &[&[Words]]); 2] =
        [("English", english::WORDS), ("German", german::WORDS)];

    /// The labels of a vocabulary in a language.
    fn words_of(language: &[&[Words]], name: &str) -> &'static [(&'static str, &'static str)] {
        let mut found = language
            .iter()
            .copied()
            .flatten()
            .filter(|words| words.0 == name);
        let words = found
            .next()
            .unwrap_or_else(|| panic!("{name} has no words"));
        assert!(found.next().is_none(), "{name} has words twice");
        words.1
    }

    #[test]
    fn each_member_of_each_vocabulary_has_a_label_in_each_language() {
        for (tag, language) in LANGUAGES {
            for vocabulary in ALL {
                let words = words_of(language, vocabulary.name);
                let labelled: Vec<_> = words.iter().map(|(name, _)| *name).collect();
                assert_eq!(labelled, vocabulary.members, "{tag}: {}", vocabulary.name);
            }
            for (name, _) in language.iter().copied().flatten() {
                assert!(
                    ALL.iter().any(|vocabulary| vocabulary.name == *name),
                    "{tag}: there is no vocabulary {name}"
                );
            }
            for words in language {
                assert!(
                    words.is_sorted_by_key(|(name, _)| *name),
                    "{tag}: vocabularies are sorted"
                );
            }
        }
    }

    #[test]
    fn a_label_can_stand_in_a_sentence_and_in_a_bracket() {
        for (tag, language) in LANGUAGES {
            for (vocabulary, words) in language.iter().copied().flatten() {
                for (name, label) in *words {
                    let at = std::format!("{tag}: {vocabulary}, {name}: {label:?}");
                    assert!(!label.is_empty() && label.trim() == *label, "{at}");
                    assert!(
                        !label.contains(['_', '(', ')', '[', ']', ':', ';', '/', '…', '*']),
                        "{at}"
                    );
                    assert!(
                        !label.ends_with(['.', ',', '!', '?']) && !label.contains("  "),
                        "{at}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_labels_of_a_form_read_like_words_and_stand_in_order() {
        for (tag, labels) in [("English", english::LABELS), ("German", german::LABELS)] {
            assert!(labels.is_sorted_by(|a, b| a.0 < b.0), "{tag}");
            for (of, label) in labels {
                let at = std::format!("{tag}: {of}: {label:?}");
                assert!(!label.is_empty() && label.trim() == *label, "{at}");
                assert!(!label.contains(['_', '(', ')', ':', ';', '/', '.']), "{at}");
                assert!(label.chars().count() <= 72, "{at}");
            }
        }
        let of =
            |labels: &[(&'static str, &str)]| labels.iter().map(|(of, _)| *of).collect::<Vec<_>>();
        assert_eq!(of(english::LABELS), of(german::LABELS));
    }

    #[test]
    fn an_english_label_begins_small_unless_it_is_a_name() {
        const NAMES: [&str; 7] = ["GP", "OCD", "ICD-9", "ICD-10", "ICD-11", "DSM-5", "SNOMED"];
        let capital = |label: &&str| label.starts_with(char::is_uppercase);
        for (vocabulary, words) in english::WORDS
            .iter()
            .copied()
            .flatten()
            .filter(|words| words.0 != "Weekday")
        {
            for label in words.iter().map(|(_, label)| *label).filter(capital) {
                let first = label.split(' ').next().unwrap_or(label);
                assert!(NAMES.contains(&first), "{vocabulary}: {label}");
            }
        }
    }

    /// Strategies of several areas may share a label, for they are listed under their area.
    #[test]
    fn two_members_of_a_vocabulary_are_not_called_the_same() {
        for (tag, language) in LANGUAGES {
            for (vocabulary, words) in language.iter().copied().flatten() {
                let area = |name: &'static str| {
                    if *vocabulary == "Strategy" {
                        name.split('_').next()
                    } else {
                        None
                    }
                };
                let mut labels: Vec<_> = words
                    .iter()
                    .map(|(name, label)| (area(name), *label))
                    .collect();
                let all = labels.len();
                labels.sort_unstable();
                labels.dedup();
                assert_eq!(
                    labels.len(),
                    all,
                    "{tag}: {vocabulary} has two members with one label"
                );
            }
        }
    }

    #[test]
    fn a_name_of_two_vocabularies_has_a_label_in_each() {
        let label = |language, vocabulary, wanted| {
            words_of(language, vocabulary)
                .iter()
                .find(|(name, _)| *name == wanted)
                .map(|(_, label)| *label)
        };
        assert_eq!(
            label(english::WORDS, "ConcernKind", "attempt"),
            Some("suicide attempt")
        );
        assert_eq!(
            label(english::WORDS, "WorkKind", "attempt"),
            Some("something to try")
        );
        assert_eq!(
            label(german::WORDS, "ConcernKind", "attempt"),
            Some("Suizidversuch")
        );
        assert_eq!(
            label(german::WORDS, "WorkKind", "attempt"),
            Some("Erprobung")
        );
    }

    #[test]
    fn a_position_is_the_place_in_the_list_of_names() {
        for member in Severity::ALL {
            assert_eq!(
                Severity::VOCABULARY.members[member.position()],
                member.name()
            );
        }
        for member in Matter::ALL {
            assert_eq!(Matter::VOCABULARY.members[member.position()], member.name());
        }
    }

    /// The types that are declared with `vocabulary!` in the sources.
    fn declared(below: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(below).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                declared(&path, found);
            } else if !path.ends_with("base/set.rs")
                && path.extension().is_some_and(|end| end == "rs")
            {
                let text = fs::read_to_string(&path).unwrap();
                let heads = text.lines().map(str::trim).filter_map(|line| {
                    line.strip_prefix("pub open enum ")
                        .or_else(|| line.strip_prefix("pub closed enum "))
                });
                found.extend(
                    heads
                        .filter_map(|head| head.split_whitespace().next())
                        .map(String::from),
                );
            }
        }
    }

    #[test]
    fn no_vocabulary_of_the_sources_is_forgotten() {
        let mut found = Vec::new();
        declared(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut found,
        );
        found.sort_unstable();
        let listed: Vec<_> = ALL.iter().map(|vocabulary| vocabulary.name).collect();
        assert_eq!(listed, found);
    }
}
