//! A score as it is recorded.

use chrono::NaiveDate;

use super::{Instrument, InstrumentId};
use crate::{
    base::{payload::payload, set::vocabulary},
    vocabulary::{Label, Stated},
};

vocabulary! {
    /// How the self-harm item of an instrument was answered.
    ///
    /// The item is never imputed: a total can be given while the item was left out. An endorsed
    /// item asks for an enquiry and a denied one does not clear; neither is a statement about risk.
    pub closed enum ItemAnswer {
        /// Answered at or above the level from which an enquiry is asked for.
        Endorsed = "endorsed",
        /// Answered below that level.
        Denied = "denied",
        /// Left out.
        NotAnswered = "not_answered",
    }
}

vocabulary! {
    /// Who gave the ratings of which the total is made.
    pub open enum Rater {
        /// The patient.
        SelfReport = "self_report",
        /// The clinician who treats the patient.
        Clinician = "clinician",
        /// A rater who has no part in the treatment.
        Independent = "independent",
    }
}

vocabulary! {
    /// Whose account the ratings rest on.
    pub open enum Informant {
        /// The patient.
        Patient = "self",
        /// A parent, or who took their place.
        Parent = "parent",
        /// The patient's partner.
        Partner = "partner",
        /// Somebody who cares for the patient.
        Caregiver = "caregiver",
        /// A clinician, from what they saw.
        Clinician = "clinician",
    }
}

vocabulary! {
    /// How much of the instrument was answered.
    pub closed enum ScoreStatus {
        /// Every item that the total needs.
        Complete = "complete",
        /// Items were left out, and the total was made up for them as the instrument allows.
        Prorated = "prorated",
        /// Too many items were left out for a total that can be compared.
        Incomplete = "incomplete",
    }
}

payload! {
    /// What came of an instrument: the total as the application scored it, or, where it could not
    /// be scored, the answer to the item about self-harm alone.
    ///
    /// Totals are compared within one instrument, version, rater and informant. One that is
    /// incomplete, or missing, is compared with none. A prorated total with decimals is written
    /// rounded, halves up, with the status `prorated`: 13.5 becomes 14.
    #[derive(Copy, Hash)]
    pub struct Score {
        required as without_total {
            /// The instrument, in one version of its item set.
            instrument: InstrumentId,
        }
        may {
            /// The total as the application scored it. Left out, there was none.
            total, with_total: Option<u16>,
            /// The edition or translation used, where it matters.
            version, with_version: Option<Label>,
            /// The answer to the self-harm item; for an instrument with several such items,
            /// endorsed when any of them is.
            self_harm_item, with_self_harm_item: Option<ItemAnswer>,
            /// Who gave the ratings. Left out, whoever usually does on this instrument.
            rater, with_rater: Option<Rater>,
            /// Whose account they rest on. Left out, the rater's own.
            informant, with_informant: Option<Informant>,
            /// How much of the instrument was answered.
            status, with_status: Option<ScoreStatus>,
            /// Whether it was reported back to the patient.
            fed_back, with_fed_back: Stated,
            /// For a form that was filled in at home: the day on which it came in.
            came_in, with_came_in: Option<NaiveDate>,
        }
    }
}

impl Score {
    /// The total of an instrument.
    #[must_use]
    pub fn new(instrument: impl Into<InstrumentId>, total: u16) -> Self {
        Self::without_total(instrument).with_total(total)
    }

    /// The total, if it can be compared with another from the same source: there is one, and it
    /// is not of an incomplete form.
    ///
    /// ```
    /// use interpersonal::measure::{InstrumentId, Score, ScoreStatus};
    ///
    /// let score = Score::new(InstrumentId::PHQ_9, 9);
    /// assert_eq!(score.comparable(), Some(9));
    /// assert_eq!(score.with_status(ScoreStatus::Prorated).comparable(), Some(9));
    /// assert_eq!(score.with_status(ScoreStatus::Incomplete).comparable(), None);
    /// assert_eq!(Score::without_total(InstrumentId::PHQ_9).comparable(), None);
    /// ```
    #[must_use]
    pub const fn comparable(&self) -> Option<u16> {
        match self.status {
            Some(ScoreStatus::Incomplete) => None,
            _ => self.total,
        }
    }

    /// From where the score comes.
    #[must_use]
    pub fn source(&self) -> ScoreSource {
        let usual = Instrument::get(self.instrument).map_or(Rater::SelfReport, |it| it.rater);
        let rater = self.rater.unwrap_or(usual);
        let own = match rater {
            Rater::SelfReport => Informant::Patient,
            Rater::Clinician | Rater::Independent => Informant::Clinician,
        };
        ScoreSource {
            instrument: self.instrument,
            version: self.version,
            rater,
            informant: self.informant.unwrap_or(own),
        }
    }
}

/// From where a score comes. Only totals from one source are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ScoreSource {
    /// The instrument.
    pub instrument: InstrumentId,
    /// The edition or translation.
    pub version: Option<Label>,
    /// Who gave the ratings.
    pub rater: Rater,
    /// Whose account they rest on.
    pub informant: Informant,
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;

    #[test]
    fn what_a_score_does_not_say_is_left_out() {
        let bare = Score::new(InstrumentId::PHQ_9, 14);
        assert_eq!(
            serde_json::to_string(&bare).unwrap(),
            r#"{"instrument":"phq-9","total":14}"#
        );
        let full = bare
            .with_version(Label::from_static("da"))
            .with_self_harm_item(ItemAnswer::NotAnswered)
            .with_rater(Rater::SelfReport);
        let text = serde_json::to_string(&full).unwrap();
        assert_eq!(
            text,
            r#"{"instrument":"phq-9","total":14,"version":"da","self_harm_item":"not_answered","rater":"self_report"}"#
        );
        assert_eq!(serde_json::from_str::<Score>(&text).unwrap(), full);
    }

    #[test]
    fn an_item_is_kept_without_a_total() {
        let text = r#"{"instrument":"phq-9","self_harm_item":"endorsed"}"#;
        let score: Score = serde_json::from_str(text).unwrap();
        assert_eq!((score.total, score.comparable()), (None, None));
        assert_eq!(serde_json::to_string(&score).unwrap(), text);
    }

    #[test]
    fn what_is_left_out_of_a_source_is_as_usual() {
        let phq = Score::new(InstrumentId::PHQ_9, 9);
        assert_eq!(phq.source(), phq.with_rater(Rater::SelfReport).source());
        assert_eq!(
            phq.source(),
            phq.with_informant(Informant::Patient).source()
        );
        let hamilton = Score::new(InstrumentId::HAM_D_17, 9);
        assert_eq!(
            hamilton.source(),
            hamilton.with_rater(Rater::Clinician).source()
        );
        let others = [
            phq.with_informant(Informant::Parent),
            phq.with_rater(Rater::Independent),
            phq.with_version(Label::from_static("parent-report")),
        ];
        for other in others {
            assert_ne!(phq.source(), other.source());
        }
    }

    #[test]
    fn an_instrument_outside_the_registry_can_be_recorded() {
        let score: Score =
            serde_json::from_str(r#"{"instrument":"local-scale","total":900}"#).unwrap();
        assert_eq!(score.instrument.as_str(), "local-scale");
    }
}
