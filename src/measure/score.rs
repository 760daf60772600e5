//! A score as it is recorded.

use chrono::NaiveDate;

use super::InstrumentId;
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

payload! {
    /// The total of an instrument, as the application scored it.
    #[derive(Copy, Hash)]
    pub struct Score {
        required {
            /// The instrument, in one version of its item set.
            instrument: InstrumentId,
            /// The total as the application scored it.
            total(plain): u16,
        }
        may {
            /// The edition or translation used, where it matters.
            version, with_version: Option<Label>,
            /// The answer to the self-harm item; for an instrument with several such items,
            /// endorsed when any of them is.
            self_harm_item, with_self_harm_item: Option<ItemAnswer>,
            /// Who gave the ratings.
            rater, with_rater: Option<Rater>,
            /// Whether it was reported back to the patient.
            fed_back, with_fed_back: Stated,
            /// For a form that was filled in at home: the day on which it came in.
            came_in, with_came_in: Option<NaiveDate>,
        }
    }
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
    fn an_instrument_outside_the_registry_can_be_recorded() {
        let score: Score =
            serde_json::from_str(r#"{"instrument":"local-scale","total":900}"#).unwrap();
        assert_eq!(score.instrument.as_str(), "local-scale");
    }
}
