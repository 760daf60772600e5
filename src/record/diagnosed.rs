//! What a diagnosis answers of the exclusion screen.

use super::{
    patient::{DiagnosisMade, DiagnosisRole, MedicationChange, MedicationNoted},
    setting::ScreenItem,
};
use crate::vocabulary::{Classification, lies_under};

/// Beginnings of codes.
type Stems = &'static [&'static str];

/// Stems of codes that answer a question of the screen with yes, in ICD-10 with its modifications,
/// ICD-11 and ICD-9. Where two lie within each other, the first that covers a code counts.
const ANSWERS: &[(ScreenItem, Stems, Stems, Stems)] = &[
    (
        ScreenItem::Bipolar,
        &["F30", "F31"],
        &["6A60", "6A61"],
        &[
            "296.0", "296.1", "296.4", "296.5", "296.6", "296.7", "296.8",
        ],
    ),
    (
        ScreenItem::Psychosis,
        &[
            "F20", "F22", "F23", "F24", "F25", "F28", "F29", "F32.3", "F33.3",
        ],
        &[
            "6A20", "6A21", "6A23", "6A24", "6A25", "6A2Y", "6A2Z", "6A70.2", "6A70.4", "6A71.2",
            "6A71.4",
        ],
        &["295", "297", "298", "296.24", "296.34"],
    ),
    // Nicotine is left out: nobody is kept from treatment for it.
    (
        ScreenItem::SubstanceDependence,
        &[
            "F10.2", "F11.2", "F12.2", "F13.2", "F14.2", "F15.2", "F16.2", "F18.2", "F19.2",
        ],
        &[
            "6C40.2", "6C41.2", "6C42.2", "6C43.2", "6C44.2", "6C45.2", "6C46.2", "6C47.2",
            "6C48.2", "6C49.2", "6C4B.2", "6C4C.2", "6C4D.2", "6C4E.2",
        ],
        &["303", "304"],
    ),
    (
        ScreenItem::OcdOrPhobiaTarget,
        &["F40.2", "F42"],
        &["6B03", "6B20"],
        &["300.29", "300.3"],
    ),
    (
        ScreenItem::SevereCognitiveImpairment,
        &["F00", "F01", "F02", "F03", "F05"],
        &[
            "6D70", "6D80", "6D81", "6D82", "6D83", "6D84", "6D85", "6D86",
        ],
        &["290", "293.0", "294.1", "294.2"],
    ),
    (
        ScreenItem::ChronicDepression,
        &["F34.1"],
        &["6A72"],
        &["300.4"],
    ),
    (
        ScreenItem::PersonalityDisorder,
        &["F60", "F61"],
        &["6D10", "6D11"],
        &[
            "301.0", "301.2", "301.3", "301.4", "301.5", "301.6", "301.7", "301.8", "301.9",
        ],
    ),
];

/// Beginnings of classes, substances and ATC codes that stabilise mood.
const MOOD_STABILISERS: &[&str] = &[
    "mood_stabili",
    "lithium",
    "valpro",
    "lamotrigin",
    "carbamazepin",
    "N05AN",
    "N03AF01",
    "N03AG01",
    "N03AX09",
];

impl MedicationNoted {
    /// Whether a mood stabiliser is taken by it, as far as the name of the class tells.
    #[must_use]
    pub fn stabilises_mood(&self) -> bool {
        let is_taken = !matches!(
            self.change,
            MedicationChange::NoneTaken | MedicationChange::Stopped
        );
        let known = |class: &str| {
            MOOD_STABILISERS
                .iter()
                .any(|beginning| lies_under(class, beginning))
        };
        is_taken && self.class.is_some_and(|class| known(class.as_str()))
    }
}

impl DiagnosisMade {
    /// The family of classifications that the code belongs to, if the name of its system tells it.
    #[must_use]
    pub fn classification(&self) -> Option<Classification> {
        Classification::named(self.system.as_str()).map(|family| family.of_code(self.code.as_str()))
    }

    /// The question of the exclusion screen to which the diagnosis says yes. `None` for one that
    /// was ruled out, for codes of systems that are not known, and for what the screen does not ask
    /// about.
    ///
    /// ```
    /// use interpersonal::record::{patient::{DiagnosisMade, DiagnosisRole}, setting::ScreenItem};
    /// use interpersonal::vocabulary::{DiagnosisCode, Label};
    ///
    /// let made = |code, system| DiagnosisMade::new(DiagnosisCode::from_static(code), Label::from_static(system));
    /// assert_eq!(made("F31.4", "icd-10-cm").answers(), Some(ScreenItem::Bipolar));
    /// assert_eq!(made("F32.1", "icd-10").answers(), None);
    /// let ruled_out = made("F31.4", "icd-10").with_role(DiagnosisRole::RuledOut);
    /// assert_eq!(ruled_out.answers(), None);
    /// ```
    #[must_use]
    pub fn answers(&self) -> Option<ScreenItem> {
        if self.role == DiagnosisRole::RuledOut {
            return None;
        }
        let family = self.classification()?;
        let (item, ..) = ANSWERS.iter().find(|(_, icd_10, icd_11, icd_9)| {
            let stems = match family {
                Classification::Icd10 => icd_10,
                Classification::Icd11 => icd_11,
                Classification::Icd9 => icd_9,
                Classification::Dsm5 | Classification::SnomedCt => return false,
            };
            stems
                .iter()
                .any(|stem| lies_under(self.code.as_str(), stem))
        })?;
        // That question asks what treatment is for.
        let is_asked = *item != ScreenItem::OcdOrPhobiaTarget || self.role == DiagnosisRole::Target;
        is_asked.then_some(*item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{DiagnosisCode, Label};

    fn answers(code: &'static str, system: &'static str) -> Option<ScreenItem> {
        DiagnosisMade::new(DiagnosisCode::from_static(code), Label::from_static(system)).answers()
    }

    #[test]
    fn one_diagnosis_answers_alike_in_every_classification() {
        for (code, system) in [
            ("F31.4", "icd-10"),
            ("F314", "ICD10"),
            ("F31.81", "icd-10-cm"),
            ("F31.9G", "icd-10-gm"),
            ("F31.4", "dsm-5"),
            ("6A60.1", "icd-11"),
            ("296.53", "dsm-iv"),
        ] {
            assert_eq!(
                answers(code, system),
                Some(ScreenItem::Bipolar),
                "{code} {system}"
            );
        }
        assert_eq!(answers("F31.4", "local"), None);
    }

    #[test]
    fn what_the_screen_does_not_ask_about_answers_nothing() {
        for (code, system) in [
            ("F32.1", "icd-10"),
            ("F17.2", "icd-10"),
            ("F10.1", "icd-10"),
            ("6A70.1", "icd-11"),
        ] {
            assert_eq!(answers(code, system), None, "{code} {system}");
        }
        let ocd = DiagnosisMade::new(
            DiagnosisCode::from_static("F42"),
            Label::from_static("icd-10"),
        );
        assert_eq!(ocd.answers(), Some(ScreenItem::OcdOrPhobiaTarget));
        assert_eq!(ocd.with_role(DiagnosisRole::Comorbid).answers(), None);
    }
}
