//! The instruments on which the crate has data, sorted by identifier.
//!
//! A row is one place: it yields the constant of the identifier, its documentation, the short name
//! and the data. The doc comment names the other numbers in use where sources differ. A number that
//! cites only the field has no single source, as the half that trials usually count as response.

use super::{
    Domain::{Anxiety, Depression, Distress, Eating, Function, Mania, PosttraumaticStress},
    Instrument, InstrumentId,
    instrument::Ground,
};
use crate::source::{Basis, Citation, SourceId as Id};

/// Known in the field, from no single text.
const FIELD: Ground = unseen(Id::KNOWLEDGE.whole());

/// A text that is known to hold the number and was not read.
const fn unseen(source: Citation) -> Ground {
    (source, Basis::Unseen)
}

const fn manual(source: Citation) -> Ground {
    (source, Basis::Manual)
}

const fn guideline(source: Citation) -> Ground {
    (source, Basis::Guideline)
}

const fn trial(source: Citation) -> Ground {
    (source, Basis::Trial)
}

const fn practice(source: Citation) -> Ground {
    (source, Basis::Practice)
}

macro_rules! instruments {
    ($( $(#[doc = $doc:literal])+ $NAME:ident = $id:literal, $short:literal { scale($($first:tt)*) $($rest:tt)* } )+) => {
        /// The instruments on which the crate has data; more are allowed.
        impl InstrumentId {
            $( $(#[doc = $doc])+ pub const $NAME: Self = Self::from_static($id); )+
        }

        impl Instrument {
            /// All instruments on which the crate has data, sorted by identifier.
            pub const ALL: &'static [Self] = &[$( Self::scale(InstrumentId::$NAME, $short, $($first)*) $($rest)* ),+];
        }
    };
}

instruments! {
    /// Beck Depression Inventory, first edition.
    ///
    /// Remission level at most 9 is the recovery bound of an IPT trial (O'Hara et al. 2000) and of
    /// the NIMH collaborative trial; the range and the number of the self-harm item are field
    /// knowledge.
    BDI = "bdi", "BDI" {
        scale("Beck Depression Inventory", Depression, (0, 63), unseen(Id::BECK_1961.whole()))
            .self_harm(9, 1, unseen(Id::BECK_1961.whole()))
            .item_points(0, 3)
            .remission(9, trial(Id::OHARA_2000.whole()))
            .response(1, 2, FIELD)
    }

    /// Beck Depression Inventory, second edition.
    ///
    /// Remission level is the manual's minimal band, at most 13; at most 9 is also in use. Reliable
    /// change is given as 8.5 to 9 points. All three are field knowledge.
    BDI_II = "bdi-ii", "BDI-II" {
        scale(
            "Beck Depression Inventory-II", Depression, (0, 63),
            practice(Id::CAMCOPS.at("task bdi"))
        )
            .self_harm(9, 1, unseen(Id::BECK_1996.whole()))
            .item_points(0, 3)
            .remission(13, unseen(Id::BECK_1996.whole()))
            .response(1, 2, FIELD)
            .worsening(9, FIELD)
    }

    /// Clinician-Administered PTSD Scale for DSM-IV, sum of frequency and intensity of 17 symptoms.
    ///
    /// Response from 30 % is the rule of the trial of IPT for posttraumatic stress disorder, whose
    /// book also calls a total of at most 39 sub-threshold. Remission level at most 20 is field
    /// knowledge.
    CAPS = "caps", "CAPS" {
        scale(
            "Clinician-Administered PTSD Scale for DSM-IV", PosttraumaticStress, (0, 136),
            unseen(Id::BLAKE_1995.whole())
        )
            .clinician_rated()
            .remission(20, unseen(Id::MARKOWITZ_2015.whole()))
            .response(3, 10, manual(Id::MARKOWITZ_2017.whole()))
    }

    /// Clinician-Administered PTSD Scale for DSM-5, 20 symptoms of 0 to 4.
    ///
    /// The range is field knowledge; no threshold is carried over from the DSM-IV version.
    CAPS_5 = "caps-5", "CAPS-5" {
        scale(
            "Clinician-Administered PTSD Scale for DSM-5", PosttraumaticStress, (0, 80),
            unseen(Id::WEATHERS_2018.whole())
        )
            .clinician_rated()
    }

    /// Children's Depression Inventory, 27 items.
    ///
    /// Range and self-harm item are field knowledge; the item's number should be checked in the
    /// manual.
    CDI = "cdi", "CDI" {
        scale(
            "Children's Depression Inventory", Depression, (0, 54),
            unseen(Id::KOVACS_1992.whole())
        )
            .self_harm(9, 1, unseen(Id::KOVACS_1992.whole()))
            .item_points(0, 2)
    }

    /// Children's Depression Inventory, second edition, 28 items.
    ///
    /// Range and self-harm item are field knowledge; the item's number should be checked in the
    /// manual.
    CDI_2 = "cdi-2", "CDI 2" {
        scale(
            "Children's Depression Inventory 2", Depression, (0, 56),
            unseen(Id::KOVACS_2011.whole())
        )
            .self_harm(8, 1, unseen(Id::KOVACS_2011.whole()))
            .item_points(0, 2)
    }

    /// Children's Depression Rating Scale, revised.
    ///
    /// The scale starts at 17, so change is measured from there. The position of the self-harm item
    /// follows the publisher's list of symptom areas; the other numbers, with remission level at
    /// most 28, are field knowledge.
    CDRS_R = "cdrs-r", "CDRS-R" {
        scale(
            "Children's Depression Rating Scale-Revised", Depression, (17, 113),
            unseen(Id::POZNANSKI_MOKROS_1996.whole())
        )
            .clinician_rated()
            .self_harm(13, 2, unseen(Id::POZNANSKI_MOKROS_1996.whole()))
            .item_points(1, 7)
            .remission(28, FIELD)
            .response(1, 2, FIELD)
    }

    /// Center for Epidemiologic Studies Depression Scale, 20 items.
    ///
    /// A total from 16 is the usual screening cut; no remission level was found. It has no item
    /// about self-harm.
    CES_D = "ces-d", "CES-D" {
        scale(
            "Center for Epidemiologic Studies Depression Scale", Depression, (0, 60),
            practice(Id::CAMCOPS.at("task cesd"))
        )
            .response(1, 2, FIELD)
    }

    /// Children's Global Assessment Scale, one clinician rating of 1 to 100, higher is better.
    ///
    /// The range is field knowledge; totals up to 60 or 70 are read as impaired, and no agreed
    /// level of remission was found.
    CGAS = "cgas", "CGAS" {
        scale(
            "Children's Global Assessment Scale", Function, (1, 100),
            unseen(Id::SHAFFER_1983.whole())
        )
            .clinician_rated()
            .higher_is_better()
    }

    /// Clinical Outcomes in Routine Evaluation, 10 items.
    ///
    /// Level of remission is below the clinical cut of 11; worsening is the published reliable
    /// change (90 %) of 6 points.
    CORE_10 = "core-10", "CORE-10" {
        scale("CORE-10", Distress, (0, 40), practice(Id::CAMCOPS.at("task core10")))
            .self_harm(6, 1, unseen(Id::BARKHAM_2013.whole()))
            .item_points(0, 4)
            .remission(10, trial(Id::BARKHAM_2013.whole()))
            .worsening(6, trial(Id::BARKHAM_2013.whole()))
    }

    /// Eating Attitudes Test, 26 items.
    ///
    /// The range is field knowledge. Binge episodes and the EDE are not totals of this kind.
    EAT_26 = "eat-26", "EAT-26" {
        scale("Eating Attitudes Test-26", Eating, (0, 78), unseen(Id::GARNER_1982.whole()))
    }

    /// Edinburgh Postnatal Depression Scale.
    ///
    /// Remission level below 10 is trial-specific and field knowledge; a change of 4 points is taken
    /// as reliable (Matthey 2004). Any endorsement of item 10 asks for an enquiry.
    EPDS = "epds", "EPDS" {
        scale(
            "Edinburgh Postnatal Depression Scale", Depression, (0, 30),
            practice(Id::CAMCOPS.at("task epds"))
        )
            .self_harm(10, 1, trial(Id::EPDS_ITEM_10_STUDY.whole()))
            .item_points(0, 3)
            .remission(9, FIELD)
            .response(1, 2, FIELD)
            .worsening(4, trial(Id::MATTHEY_2004.whole()))
    }

    /// Generalized Anxiety Disorder scale, 7 items.
    ///
    /// Remission level is the minimal band, below 5; below 8 (below case) is also in use. Worsening
    /// is the published minimal important difference of 4 points, which equals the reliable change
    /// of the English national service.
    GAD_7 = "gad-7", "GAD-7" {
        scale(
            "Generalized Anxiety Disorder-7", Anxiety, (0, 21),
            practice(Id::CAMCOPS.at("task gad7"))
        )
            .remission(4, FIELD)
            .response(1, 2, FIELD)
            .worsening(4, trial(Id::TOUSSAINT_2020.whole()))
    }

    /// Global Assessment of Functioning, one clinician rating of 1 to 100, higher is better.
    ///
    /// The range is field knowledge. The code 0 for inadequate information is no rating.
    GAF = "gaf", "GAF" {
        scale("Global Assessment of Functioning", Function, (1, 100), unseen(Id::DSM_IV.whole()))
            .clinician_rated().higher_is_better()
    }

    /// Geriatric Depression Scale, 15 items.
    ///
    /// The range is field knowledge. It has no item about self-harm.
    GDS_15 = "gds-15", "GDS-15" {
        scale(
            "Geriatric Depression Scale, short form", Depression, (0, 15),
            unseen(Id::SHEIKH_YESAVAGE_1986.whole())
        )
            .response(1, 2, FIELD)
    }

    /// Hamilton Rating Scale for Depression, 17 items.
    ///
    /// Remission level at most 7, in a trial of late-life IPT on three weekly ratings in a row; at
    /// most 6 is the recovery bound of several IPT trials. Response from 50 % is the rule of the
    /// inpatient IPT trial. No consensus on reliable change was found.
    HAM_D_17 = "ham-d-17", "HAM-D-17" {
        scale(
            "Hamilton Rating Scale for Depression, 17 items", Depression, (0, 52),
            practice(Id::CAMCOPS.at("task hamd"))
        )
            .clinician_rated()
            .self_harm(3, 1, unseen(Id::HAMILTON_1960.whole()))
            .item_points(0, 4)
            .remission(7, trial(Id::REYNOLDS_2010.whole()))
            .response(1, 2, trial(Id::SCHRAMM_2007.whole()))
    }

    /// Hamilton Rating Scale for Depression, 21 items.
    ///
    /// Remission level at most 7 is that of a trial of interpersonal counselling. Severity is
    /// usually read from the first 17 items, so a total of all 21 at that level is the stricter one.
    HAM_D_21 = "ham-d-21", "HAM-D-21" {
        scale(
            "Hamilton Rating Scale for Depression, 21 items", Depression, (0, 64),
            practice(Id::IDS_QIDS.at("conversion table"))
        )
            .clinician_rated()
            .self_harm(3, 1, unseen(Id::HAMILTON_1960.whole()))
            .item_points(0, 4)
            .remission(7, trial(Id::DEPICS.whole()))
            .response(1, 2, FIELD)
    }

    /// Hamilton Rating Scale for Depression, 24 items.
    ///
    /// Item sets differ by a point at the top of the range. No agreed remission level was found.
    HAM_D_24 = "ham-d-24", "HAM-D-24" {
        scale(
            "Hamilton Rating Scale for Depression, 24 items", Depression, (0, 75),
            practice(Id::IDS_QIDS.at("conversion table"))
        )
            .clinician_rated()
            .self_harm(3, 1, unseen(Id::HAMILTON_1960.whole()))
            .item_points(0, 4)
            .response(1, 2, FIELD)
    }

    /// Six-item core of the Hamilton Rating Scale for Depression (Bech): items 1, 2, 7, 8, 10 and
    /// 13 of the 17.
    ///
    /// Range and remission level are field knowledge. The item about self-harm is not among the
    /// six.
    HAM_D_6 = "ham-d-6", "HAM-D-6" {
        scale(
            "Hamilton Rating Scale for Depression, 6 items", Depression, (0, 22),
            unseen(Id::BECH_1975.whole())
        )
            .clinician_rated()
            .remission(4, FIELD)
            .response(1, 2, FIELD)
    }

    /// Montgomery–Åsberg Depression Rating Scale.
    ///
    /// Remission level below 10 was validated by Hawley et al. 2002; at most 12 is also in use. The
    /// level from which item 10 asks for an enquiry is field knowledge.
    MADRS = "madrs", "MADRS" {
        scale(
            "Montgomery-Åsberg Depression Rating Scale", Depression, (0, 60),
            practice(Id::MADRS_PAGE.whole())
        )
            .clinician_rated()
            .self_harm(10, 2, unseen(Id::MONTGOMERY_ASBERG_1979.whole()))
            .item_points(0, 6)
            .remission(9, trial(Id::HAWLEY_2002.whole()))
            .response(1, 2, FIELD)
    }

    /// Self-rated version of the Montgomery–Åsberg Depression Rating Scale, nine items.
    ///
    /// Range and self-harm item are field knowledge; no agreed remission level was found.
    MADRS_S = "madrs-s", "MADRS-S" {
        scale(
            "Montgomery-Åsberg Depression Rating Scale, self-rated", Depression, (0, 54),
            unseen(Id::SVANBORG_ASBERG_1994.whole())
        )
            .self_harm(9, 2, unseen(Id::SVANBORG_ASBERG_1994.whole()))
            .item_points(0, 6)
            .response(1, 2, FIELD)
    }

    /// One mood rating of 1 to 10 at the start of a session, 10 is worst, as in IPT with
    /// adolescents and children.
    ///
    /// It is a way to talk about mood and no validated scale: no threshold is given.
    MOOD_THERMOMETER = "mood-thermometer", "mood thermometer" {
        scale("Mood rating, 1 to 10", Depression, (1, 10), practice(Id::IPT_A_CASE.whole()))
            .not_validated()
    }

    /// PTSD Checklist for DSM-5.
    ///
    /// Remission level is disputed (below 28 to below 33): the strictest bound is given. Response
    /// is published in points (10 to 12), so no share is given. Worsening is the minimal important
    /// difference of 10 points; 15 points is the stricter reliable change. The level of
    /// remission is field knowledge.
    PCL_5 = "pcl-5", "PCL-5" {
        scale(
            "PTSD Checklist for DSM-5", PosttraumaticStress, (0, 80),
            guideline(Id::PCL_5_GUIDE.whole())
        )
            .remission(27, FIELD)
            .worsening(10, practice(Id::PCL_5_CHANGE.whole()))
    }

    /// Patient Health Questionnaire, two items.
    ///
    /// A screen: a total from 3 is positive (from 2 more sensitive). No threshold of change is
    /// given.
    PHQ_2 = "phq-2", "PHQ-2" {
        scale("Patient Health Questionnaire-2", Depression, (0, 6), guideline(Id::PACIO.whole()))
    }

    /// Patient Health Questionnaire, nine items.
    ///
    /// Remission level below 5 and response from 50 % (ICSI; Psychiatric Services 2020). Worsening
    /// is the minimal important difference of 5 points (Löwe et al. 2004); the English national
    /// service takes 6 points as reliable change.
    PHQ_9 = "phq-9", "PHQ-9" {
        scale(
            "Patient Health Questionnaire-9", Depression, (0, 27),
            guideline(Id::LOINC.at("44261-6"))
        )
            .self_harm(9, 1, guideline(Id::SPIER.whole()))
            .item_points(0, 3)
            .remission(4, trial(Id::PHQ9_METRICS_2020.whole()))
            .response(1, 2, trial(Id::PHQ9_METRICS_2020.whole()))
            .worsening(5, trial(Id::LOEWE_2004.whole()))
    }

    /// Patient Health Questionnaire modified for adolescents.
    ///
    /// The order of its items is not that of the PHQ-9. Besides item 9 it has two unscored
    /// questions about suicide; the recorded answer is *endorsed* when any of the three is.
    /// Thresholds are those of the PHQ-9, as field knowledge.
    PHQ_A = "phq-a", "PHQ-A" {
        scale(
            "Patient Health Questionnaire modified for adolescents", Depression, (0, 27),
            practice(Id::PHQ_9_TEENS.whole())
        )
            .self_harm(9, 1, practice(Id::PHQ_9_TEENS.whole()))
            .item_points(0, 3)
            .item_beside_total()
            .remission(4, FIELD)
            .response(1, 2, FIELD)
            .worsening(5, FIELD)
    }

    /// Quick Inventory of Depressive Symptomatology, 16 items in nine domains, self-rated.
    QIDS_SR_16 = "qids-sr-16", "QIDS-SR-16" {
        scale(
            "Quick Inventory of Depressive Symptomatology, self-report", Depression, (0, 27),
            practice(Id::IDS_QIDS.at("interpretation"))
        )
            .self_harm(12, 1, unseen(Id::RUSH_2003.whole()))
            .item_points(0, 3)
            .remission(5, practice(Id::QIDS_PAGES.whole()))
            .response(1, 2, FIELD)
    }

    /// Work and Social Adjustment Scale.
    ///
    /// 0 to 32 when the work item does not apply; totals of the two ranges are not compared.
    /// Remission level below 10 and worsening by 8 points are field knowledge.
    WSAS = "wsas", "WSAS" {
        scale(
            "Work and Social Adjustment Scale", Function, (0, 40),
            practice(Id::CAMCOPS.at("task wsas"))
        )
            .remission(9, unseen(Id::MUNDT_2002.whole()))
            .worsening(8, FIELD)
    }

    /// Young Mania Rating Scale, eleven items.
    ///
    /// The range is field knowledge. It has no item about self-harm.
    YMRS = "ymrs", "YMRS" {
        scale("Young Mania Rating Scale", Mania, (0, 60), unseen(Id::YOUNG_1978.whole()))
            .clinician_rated()
    }
}

const _: () = {
    let mut i = 1;
    while i < Instrument::ALL.len() {
        assert!(
            precedes(
                Instrument::ALL[i - 1].id.as_str().as_bytes(),
                Instrument::ALL[i].id.as_str().as_bytes()
            ),
            "the registry is sorted by identifier"
        );
        i += 1;
    }
};

/// Whether one identifier sorts before another.
const fn precedes(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{measure::Direction, source::Strength};

    fn known(id: InstrumentId) -> &'static Instrument {
        Instrument::get(id).expect("the instrument is listed")
    }

    fn any_instrument() -> impl Strategy<Value = &'static Instrument> {
        (0..Instrument::ALL.len()).prop_map(|at| &Instrument::ALL[at])
    }

    #[test]
    fn every_instrument_is_found_by_its_identifier() {
        for instrument in Instrument::ALL {
            assert_eq!(known(instrument.id), instrument);
        }
        assert_eq!(
            Instrument::get(InstrumentId::from_static("local-scale")),
            None
        );
    }

    #[test]
    fn every_threshold_lies_in_its_range() {
        for one in Instrument::ALL {
            assert!(one.min() < one.max(), "{}", one.id);
            if let Some(remission) = one.remission {
                assert!(
                    one.in_range(remission.value) && remission.value != one.max(),
                    "{}",
                    one.id
                );
            }
            if let Some(response) = one.response {
                assert!(
                    0 < response.value.0 && response.value.0 < response.value.1,
                    "{}",
                    one.id
                );
            }
            if let Some(points) = one.worsening {
                assert!(
                    0 < points.value && points.value < one.max() - one.min(),
                    "{}",
                    one.id
                );
            }
            if let Some(item) = one.self_harm {
                assert!(
                    item.value.number > 0 && item.value.asks_from > 0,
                    "{}",
                    one.id
                );
            }
        }
    }

    #[test]
    fn every_number_names_a_listed_work_and_every_instrument_a_title() {
        for one in Instrument::ALL {
            assert!(!one.title.is_empty(), "{}", one.id);
            let cited = [
                Some((one.range.source, one.range.basis)),
                one.self_harm.map(|it| (it.source, it.basis)),
                one.remission.map(|it| (it.source, it.basis)),
                one.response.map(|it| (it.source, it.basis)),
                one.worsening.map(|it| (it.source, it.basis)),
            ];
            for (source, basis) in cited.into_iter().flatten() {
                let work = source.listed().expect("the bibliography lists it");
                assert!(
                    !basis.is_published() || work.strength != Strength::Unread,
                    "{}: nothing was read in {source}",
                    one.id
                );
            }
        }
    }

    #[test]
    fn every_instrument_has_a_short_name_of_its_own() {
        for one in Instrument::ALL {
            let bare = |name: &str| name.to_lowercase().replace(['-', ' '], "");
            assert_eq!(
                bare(one.short),
                bare(one.id.as_str()),
                "a short name says what the identifier says"
            );
            assert_eq!(
                Instrument::ALL
                    .iter()
                    .filter(|other| other.short == one.short)
                    .count(),
                1,
                "{}",
                one.id
            );
        }
        assert_eq!(known(InstrumentId::HAM_D_17).short, "HAM-D-17");
    }

    #[test]
    fn half_of_the_phq_9_is_a_response_and_a_point_less_is_none() {
        let phq_9 = known(InstrumentId::PHQ_9);
        assert_eq!(phq_9.responded(20, 10), Some(true));
        assert_eq!(phq_9.responded(20, 11), Some(false));
        assert_eq!(phq_9.responded(7, 3), Some(true));
        assert_eq!(phq_9.responded(7, 4), Some(false));
    }

    #[test]
    fn change_from_nothing_cannot_be_told() {
        assert_eq!(known(InstrumentId::PHQ_9).reduction(0, 0), None);
        assert_eq!(known(InstrumentId::PHQ_9).responded(0, 3), None);
        assert_eq!(known(InstrumentId::CDRS_R).responded(17, 17), None);
        assert_eq!(
            known(InstrumentId::CGAS).improved_by_at_least(100, 90, 1, 2),
            None
        );
        assert_eq!(
            known(InstrumentId::PHQ_9).improved_by_at_least(20, 10, 1, 0),
            None
        );
    }

    #[test]
    fn a_scale_that_starts_above_zero_is_measured_from_its_start() {
        let cdrs_r = known(InstrumentId::CDRS_R);
        assert_eq!(cdrs_r.responded(57, 37), Some(true));
        assert_eq!(cdrs_r.responded(57, 38), Some(false));
    }

    #[test]
    fn where_higher_is_better_a_rise_is_the_improvement() {
        let cgas = known(InstrumentId::CGAS);
        assert_eq!(
            cgas.reduction(40, 70).map(|it| (it.gained, it.room)),
            Some((30, 60))
        );
        assert_eq!(cgas.improved_by_at_least(40, 70, 1, 2), Some(true));
        assert_eq!(cgas.improved_by_at_least(40, 69, 1, 2), Some(false));
        assert_eq!(cgas.reduction(40, 35).map(|it| it.gained), Some(-5));
        let sample = cgas.remission(71, FIELD).worsening(10, FIELD);
        assert_eq!(
            (sample.remitted(71), sample.remitted(70)),
            (Some(true), Some(false))
        );
        assert_eq!(
            (sample.worsened(60, 50), sample.worsened(60, 51)),
            (Some(true), Some(false))
        );
        assert_eq!(sample.worsened(50, 60), Some(false));
    }

    #[test]
    fn remission_level_and_worsening_follow_the_published_points() {
        let phq_9 = known(InstrumentId::PHQ_9);
        assert_eq!(
            (phq_9.remitted(4), phq_9.remitted(5)),
            (Some(true), Some(false))
        );
        assert_eq!(
            (phq_9.worsened(10, 15), phq_9.worsened(10, 14)),
            (Some(true), Some(false))
        );
        assert_eq!(phq_9.worsened(15, 10), Some(false));
        let ham_d = known(InstrumentId::HAM_D_17);
        assert_eq!(
            (ham_d.remitted(7), ham_d.remitted(8)),
            (Some(true), Some(false))
        );
        assert_eq!(ham_d.worsened(10, 30), None);
    }

    #[test]
    fn a_rating_that_is_no_validated_scale_has_no_thresholds() {
        let mood = known(InstrumentId::MOOD_THERMOMETER);
        assert!(!mood.validated);
        assert_eq!(
            (mood.responded(8, 2), mood.remitted(1), mood.worsened(1, 9)),
            (None, None, None)
        );
        assert_eq!(
            mood.reduction(8, 2).map(|it| (it.gained, it.room)),
            Some((6, 7))
        );
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let mut wide = known(InstrumentId::PHQ_9).response(u16::MAX, u16::MAX, FIELD);
        wide.range.value.1 = u16::MAX;
        assert_eq!(wide.responded(u16::MAX, 0), Some(true));
        assert_eq!(
            wide.improved_by_at_least(1, u16::MAX, u16::MAX, u16::MAX),
            Some(false)
        );
    }

    proptest! {
        #[test]
        fn a_better_total_never_loses_the_response(
            one in any_instrument(), baseline: u16, a: u16, b: u16, num in 0_u16..10, den in 1_u16..10,
        ) {
            let span = one.max() - one.min() + 1;
            let [baseline, a, b] = [baseline, a, b].map(|it| one.min() + it % span);
            let (better, worse) = match one.direction {
                Direction::HigherIsWorse => (a.min(b), a.max(b)),
                Direction::HigherIsBetter => (a.max(b), a.min(b)),
            };
            prop_assert!(one.responded(baseline, better) >= one.responded(baseline, worse));
            prop_assert!(
                one.improved_by_at_least(baseline, better, num, den)
                    >= one.improved_by_at_least(baseline, worse, num, den)
            );
            prop_assert!(one.remitted(better) >= one.remitted(worse));
            prop_assert!(one.worsened(baseline, better) <= one.worsened(baseline, worse));
        }

        #[test]
        fn a_total_out_of_range_is_never_clamped(one in any_instrument(), total: u16, other: u16) {
            prop_assume!(!one.in_range(total));
            let other = one.min() + other % (one.max() - one.min() + 1);
            prop_assert_eq!(one.reduction(total, other), None);
            prop_assert_eq!(one.reduction(other, total), None);
            prop_assert_eq!(one.responded(other, total), None);
            prop_assert_eq!(one.remitted(total), None);
            prop_assert_eq!(one.worsened(other, total), None);
        }

        #[test]
        fn a_response_is_never_a_worsening(one in any_instrument(), baseline: u16, last: u16) {
            let span = one.max() - one.min() + 1;
            let [baseline, last] = [baseline, last].map(|it| one.min() + it % span);
            prop_assert!(!(one.responded(baseline, last) == Some(true) && one.worsened(baseline, last) == Some(true)));
        }
    }
}
