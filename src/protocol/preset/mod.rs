//! The published variants, one `static` each.
//!
//! The standard one is [`ACUTE_16`]: IPT for adults with major depression, as its manuals have it.
//! Begin there unless the treatment is a variant; [`Search`](crate::protocol::Search) finds one by
//! population, format or length, and each names the one that it differs from.
//!
//! `docs/PROTOCOLS.md` lists them with every number, its source and its basis.
//!
//! How to read the sources. A parameter names one source. Where two give a number, the preset's
//! documentation names the other. A span stands on the source of its typical value; an end that
//! this source does not give is named in the documentation, and an end that nobody published makes
//! the whole span [`Basis::Design`](crate::source::Basis::Design) or
//! [`Basis::Unseen`](crate::source::Basis::Unseen). A list of tasks stands on the work that gives
//! most of it. What a preset takes over from [`ACUTE_16`] keeps the source that it has there.
//!
//! A variant of one's own is a copy in which some fields are changed:
//!
//! ```
//! use interpersonal::{
//!     protocol::{Cited, Protocol, Span, preset::ACUTE_16},
//!     vocabulary::ProtocolId,
//! };
//!
//! let mut ours = ACUTE_16.spec().clone();
//! ours.id = ProtocolId::from_static("our-clinic");
//! ours.title = "IPT at our clinic".into();
//! ours.dose.minutes = Cited::design(Span::new(45, 45, 50));
//! let ours = Protocol::new(ours)?;
//! assert_eq!(ours.spec().dose.sessions, ACUTE_16.spec().dose.sessions);
//! # Ok::<(), interpersonal::protocol::ProtocolError>(())
//! ```

// How to add a variant.
//
// 1. Write its page in the file of its family, between two others in the order of reading. A new
//    family is a new file: `mod` and `pub use` below, and a row in `FAMILIES`.
// 2. `checks/bless.sh protocols` writes it into `docs/PROTOCOLS.md` and `tests/protocols/matrix.txt`.
//    The compiler finds a number without a source; `cargo test --all-features --test protocols`
//    finds parts that contradict each other and runs its flawless course, `--test plans` plans it.
//
// A page says what differs from the page that it extends. A line is a field, its value, and where
// the value comes from:
//
//     protocols! {
//         /// IPT for something: twelve sessions.       <- the documentation of `SOME_12`: first what
//         ///                                              it is, then what other sources say and
//         /// It differs from [`ACUTE_16`] in this …       what a number cannot say
//         SOME_12 "some-12" extends ACUTE_16 {
//             title: "IPT for something";
//             for_whom: "adults with something";
//             format: Group;
//             dose.sessions: 12                           trial SOMEBODY_2020;
//             …
//         }
//     }
//
// Where it comes from. `manual`, `guideline`, `trial` and `practice` name a work of the
// bibliography (`source/works.rs`), and where it is known the place in it, of at most 32 bytes:
// `manual MARKOWITZ_2017.at("p. 62")`. `unseen` is known in the field and was not read; `design` is
// ours; neither has a work.
//
// Values. Which of them a field takes follows from its type.
//
//     dose.minutes: 45..=60, usually 50                   manual WEISSMAN_2000;  a span
//     dose.weeks: 16                                      trial LUTY_2007;       a span of one number
//     initial.sessions_usual: 3                           manual MARKOWITZ_2006; a number
//     measurement.review_response: 1/4                    guideline ICSI_DEPRESSION;
//     timing.taper: no                                    unseen;                yes or no
//     ending.maintenance: Optional                        manual WEISSMAN_2000;  a name
//     focus.areas: [Grief, RoleDispute]                   design;                names
//     focus.areas: all                                    design;                every name there is
//     initial.sick_role: none                             manual BLEIBERG_2019;  a source says: none
//     dose.first_minutes: none;                           the protocol says nothing of it
//     sources: [WEISSMAN_2000, TDCRP];                    the works that describe it
//
// Lists stand in braces and replace the list that was extended; empty braces leave nothing of it.
//
//     phases {                                            a label where it is not the usual one
//         Assessment "Engagement", optional;              may be passed over
//         Initial: 1..=2                                  manual SWARTZ_2014;
//         Middle "Work": 3..=7                            unseen => "response" manual SWARTZ_2014;
//     }                                                   … and ends on that judgement
//     modules { "week-1" "First week": Middle 1..=4       trial SOMEBODY_2020; }
//     group {                                             changes what is said of groups
//         members: 6..=10, usually 8                      manual WILFLEY_2002;
//         facilitators: 2                                 design;
//         entry: Late                                     trial SOMEBODY_2020;
//         late_until: 3                                   trial SOMEBODY_2020;
//     }
//     indications { "icd-10": "F32", "F33"                unseen; }    one system a row
//     contraindications { "icd-10": "F20"                 trial TDCRP; }  with a work: one code a row
//     entry_scores { "phq-9": at least 5 at most 14, firm trial RAFAELI_2021; }    or: guide
//     cadence { 1..=16: 1 in 7 days                       manual WEISSMAN_2000; }
//     tracks { Booster: May, 4 sessions                   practice A, of 90 minutes design; }
//     area_labels { Grief: "Grief and loss"               manual STUART_ROBERTSON_2012; }
//     specialisations { "isolation" "Loneliness": InterpersonalDeficits unseen; }
//     measures { "ham-d-17": May, EveryWeeks 4            unseen; }
//     techniques { Timeline: Should                       unseen; }
//     proscribed { Exposure, outright after Initial:      trial PTSD_REVIEW; }
//     tasks { "goals" "Written goals": Should, Initial, by session 2 unseen; }
//     participants { Partner: Must, in 8 sessions         trial BRANDON_2012; }
//     contacts { School: Must                             unseen; }
//     anchors { Birth ends Termination                    unseen; }
//     steps { "response" "What is decided": by session 3, by week 4, [AddMedication] unseen; }
//     adjustments { "IPT-084": Note                       trial LUTY_2007; }       or: Off
//
//     indications + { "icd-11": "6E20"                    unseen; }    more, at the end
//     proscribed - [DisplacingHomework];                  less; each must stand there
//
// A list of labels (phases, tasks, …) cannot be added to; it is written whole.
//
// A field that is added to a spec needs nothing here, unless its value is a name: then `names` in
// `form.rs` says of which vocabulary. A list that is added has a row in `entry` and in `rows`.

#[macro_use]
mod form;

mod acute;
mod adolescent;
mod anxiety;
mod bipolar;
mod brief;
mod chronic;
mod counselling;
mod eating;
mod family;
mod group;
mod inpatient;
mod late_life;
mod maintenance;
mod medical;
mod online;
mod perinatal;
mod prison;
mod stuart_robertson;
mod trauma;
mod uk;

pub use acute::*;
pub use adolescent::*;
pub use anxiety::*;
pub use bipolar::*;
pub use brief::*;
pub use chronic::*;
pub use counselling::*;
pub use eating::*;
pub use family::*;
pub use group::*;
pub use inpatient::*;
pub use late_life::*;
pub use maintenance::*;
pub use medical::*;
pub use online::*;
pub use perinatal::*;
pub use prison::*;
pub use stuart_robertson::*;
pub use trauma::*;
pub use uk::*;

use super::Protocol;

/// The families, in the order of reading: acute treatment of adults, then adaptations, then
/// maintenance. Each module names its own, so that a variant more touches its family's file alone.
#[allow(
    unused_qualifications,
    reason = "every family has a constant of that name, so each is said in full"
)]
const FAMILIES: &[&[&Protocol]] = &[
    acute::FAMILY,
    uk::FAMILY,
    brief::FAMILY,
    counselling::FAMILY,
    stuart_robertson::FAMILY,
    group::FAMILY,
    trauma::FAMILY,
    anxiety::FAMILY,
    chronic::FAMILY,
    bipolar::FAMILY,
    eating::FAMILY,
    late_life::FAMILY,
    perinatal::FAMILY,
    medical::FAMILY,
    inpatient::FAMILY,
    prison::FAMILY,
    adolescent::FAMILY,
    family::FAMILY,
    online::FAMILY,
    maintenance::FAMILY,
];

const fn count() -> usize {
    let (mut presets, mut i) = (0, 0);
    while i < FAMILIES.len() {
        presets += FAMILIES[i].len();
        i += 1;
    }
    presets
}

const fn in_order() -> [&'static Protocol; count()] {
    let mut all = [FAMILIES[0][0]; count()];
    let (mut at, mut i) = (0, 0);
    while i < FAMILIES.len() {
        let mut j = 0;
        while j < FAMILIES[i].len() {
            all[at] = FAMILIES[i][j];
            (at, j) = (at + 1, j + 1);
        }
        i += 1;
    }
    all
}

/// Every preset, family by family.
pub static ALL: &[&Protocol] = &in_order();
