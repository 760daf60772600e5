//! Acute IPT as British services work.

use super::ACUTE_16;

protocols! {
    /// Acute IPT as British services work: four assessment sessions, up to twenty in all, a rating
    /// at each.
    ///
    /// It differs from [`ACUTE_16`] in this, and other sources say:
    ///
    /// - **Sessions**: up to sixteen in Leeds, and sixteen elsewhere. NHS Scotland's Matrix gives
    ///   12 to 20 weekly ones, some clinics 16 to 20. Eight as the least is the present English
    ///   guideline's range as a clinic's page reports it, a weak sighting.
    /// - **Minutes**: the Matrix and Turning Point say 50. The hour as the typical length is known
    ///   in the field.
    /// - **Weeks** were not seen.
    /// - **Phases** 1–4 and 5–12 are IPT-UK's and Leeds', 13–16 Leeds'; Turning Point says three or
    ///   four for the first. The assessment *is* the first phase here, so what comes before it is
    ///   called triage. Some services agree on a fourth phase (Sutton Uplift).
    /// - **Ending**: four sessions in Leeds, two to four in York.
    /// - **Measures** at each session are asked for by the English service; York reviews symptoms
    ///   each time; NICE NG222 asks to consider it.
    /// - **Entry**: ten or more on the PHQ-9 is what services count as a case, as is known in the
    ///   field; a guide, not a limit.
    /// - **Areas** are called grief, dispute or conflict, transition, and sensitivity or loneliness
    ///   (Leeds; Sutton Uplift has the same). The Matrix has interpersonal sensitivity for
    ///   deficits, and the specialisation bears that name. That deficits are chosen although
    ///   another area fits is graded as a warning, as is known of British practice.
    /// - **Techniques**: the timeline is York's, the closeness circle is usual, as is known in the
    ///   field. Drawing the circle is asked for by nobody who was read, so it is no condition of
    ///   the middle phase.
    UK_16 "uk-16" extends ACUTE_16 {
        title: "IPT for adults with depression in British services";
        for_whom: "adults with depression in British services";
        phases {
            Assessment "Triage", optional;
            Initial "Assessment sessions": 1..=4            practice IPT_UK;
            Middle "Focus sessions": 5..=12                 practice IPT_UK;
            Termination "Ending sessions": 13..=16          practice LEEDS_NHS;
            Concluded, optional; Continuation, optional;
            Maintenance "Maintenance sessions", optional;
        }
        entry_scores { "phq-9": at least 10, guide          unseen; }
        dose.sessions: 8..=20, usually 16                   practice LEEDS_NHS;
        dose.minutes: 50..=60, usually 60                   unseen;
        dose.first_minutes: none;
        dose.weeks: 12..=20, usually 16                     unseen;
        cadence { 1..=16: 1 in 7 days                       guideline NHS_SCOTLAND_MATRIX; }
        area_labels {
            RoleDispute: "Dispute or conflict"              practice LEEDS_NHS;
            RoleTransition: "Transition"                    practice LEEDS_NHS;
            InterpersonalDeficits: "Sensitivity or loneliness" practice LEEDS_NHS;
        }
        specialisations {
            "sensitivity" "Interpersonal sensitivity": InterpersonalDeficits
                guideline NHS_SCOTLAND_MATRIX;
        }
        initial.sessions_usual: 4                           practice IPT_UK;
        ending.sessions_min: 2                              practice THERAPY_YORK;
        ending.sessions_max: 4                              practice LEEDS_NHS;
        ending.maintenance: Optional                        practice SUTTON_UPLIFT;
        measurement.max_gap: 1                              practice THERAPY_YORK;
        measures {
            "phq-9": Should, EverySession                   guideline NHS_TALKING_THERAPIES;
            "gad-7": Should, EverySession                   guideline NHS_TALKING_THERAPIES;
            "wsas": Should, EverySession                    guideline NHS_TALKING_THERAPIES;
        }
        techniques {
            Timeline: Should                                practice THERAPY_YORK;
            ClosenessCircle: Should                         unseen;
        }
        adjustments { "IPT-064": Warning                    unseen; }
        sources: [
            IPT_UK, NHS_TALKING_THERAPIES, LEEDS_NHS, NHS_SCOTLAND_MATRIX, THERAPY_YORK,
            TURNING_POINT, SUTTON_UPLIFT
        ];
    }
}
