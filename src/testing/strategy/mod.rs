//! Strategies for proptest 1: protocols, courses that conform, courses of any kind, and entries
//! that may be nonsense.
//!
//! They are for applications that embed the crate and want to test how they handle a record.
//! Everything that these strategies generate could also come from a form, an import or another
//! system.
//!
//! ```
//! use interpersonal::{Course, protocol::preset, testing::strategy};
//! use proptest::{prelude::*, test_runner::TestRunner};
//!
//! let mut runner = TestRunner::deterministic();
//! runner.run(&strategy::entries(), |entries| {
//!     let offered = entries.len();
//!     if let Ok(imported) = Course::import(&preset::ACUTE_16, entries) {
//!         prop_assert_eq!(imported.course.entries().len() + imported.aside.len(), offered);
//!     }
//!     Ok(())
//! }).unwrap();
//! ```

mod any;
mod course;
mod entry;
mod planted;
mod protocol;

use proptest::{prelude::*, strategy::Union};

use crate::base::any::Any;
pub use crate::base::any::MARKER;
pub use course::{conforming, course};
pub use entry::{entries, entry};
pub use planted::{legitimate, planted};
pub use protocol::protocol;

use crate::{
    measure::{InstrumentId, Score},
    record::{Fact, FactKind, review::JudgementMade, session::Session},
    vocabulary::Criterion,
};

const PHQ_9: InstrumentId = InstrumentId::from_static("phq-9");

/// Any fact: each kind, with any of its fields. It need not make sense.
pub fn fact() -> BoxedStrategy<Fact> {
    prop_oneof![
        6 => Union::new(FactKind::ALL.iter().map(|&kind| fact_of(kind))),
        2 => fact_of(FactKind::Session),
        // What the crate knows by name, which identifiers made at random never hit.
        1 => phq_9().prop_map(Fact::from),
        1 => (fact_session(), phq_9()).prop_map(|(session, score)| session.with_scores([score].to_vec()).into()),
        1 => judgement().prop_map(Fact::from),
    ]
    .boxed()
}

/// Any fact of one kind.
pub fn fact_of(kind: FactKind) -> BoxedStrategy<Fact> {
    Fact::any_of(kind)
}

fn fact_session() -> BoxedStrategy<Session> {
    Session::any()
}

/// A score of the PHQ-9, mostly within its range.
fn phq_9() -> impl Strategy<Value = Score> {
    (Score::any(), 0..30_u16).prop_map(|(score, total)| Score {
        instrument: PHQ_9,
        total: Some(total),
        ..score
    })
}

fn judgement() -> impl Strategy<Value = JudgementMade> {
    let named = [
        Criterion::REMISSION,
        Criterion::NEAR_REMISSION,
        Criterion::STABILISED,
        Criterion::RECURRENCE,
    ];
    (
        JudgementMade::any(),
        proptest::sample::select(named.to_vec()),
    )
        .prop_map(|(judgement, criterion)| JudgementMade {
            criterion,
            ..judgement
        })
}
