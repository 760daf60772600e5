//! The codes of the rules on spacing and on numbers of sessions. The rules are declared in the
//! catalogue, which takes their codes from here.

use crate::vocabulary::RuleCode;

macro_rules! codes {
    ($($NAME:ident = $code:literal;)+) => {
        $(pub(crate) const $NAME: RuleCode = RuleCode::from_static($code);)+
    };
}

codes! {
    INITIAL_PHASE_USUAL = "IPT-046";
    END_FITS_NUMBERS = "IPT-091";
    ENDING_LONG_ENOUGH = "IPT-104";
    LONG_GAP = "IPT-156";
    SESSIONS_NOT_CROWDED = "IPT-158";
    SPACING_DOES_NOT_DRIFT = "IPT-159";
    FASTER_PACE_IS_AGREED = "IPT-160";
    TIME_LIMIT_KEPT = "IPT-162";
    END_ANNOUNCED_EARLY = "IPT-200";
    COMPLETED = "IPT-211";
    MAINTENANCE_GAPS = "IPT-223";
    WITHIN_WEEKS = "IPT-251";
    OVER_BY_THE_EVENT = "IPT-263";
}
