//! Instruments and scores: what a total may be, what counts as change, and which item asks about
//! self-harm.
//!
//! The crate holds numbers of instruments (ranges, directions, thresholds, the position of the
//! self-harm item) and never their wording. The application scores the instruments; the crate takes
//! the totals. Each number is [`Cited`](crate::source::Cited) as the numbers of a protocol are. Where no published number was found, the field
//! is empty, and every method that needs it returns `None`.
//!
//! The set of instruments is open. An [`InstrumentId`] outside [`Instrument::ALL`] can be recorded
//! like any other, but the crate does not judge its totals. Instruments whose result is a mean or a
//! profile rather than a whole-number total (the SAS-SR, the CORE-OM, the IIP-32, the Social Rhythm
//! Metric, the EDE) are left to the application.
//!
//! ```
//! use interpersonal::measure::{Instrument, InstrumentId};
//!
//! let phq_9 = Instrument::get(InstrumentId::PHQ_9).expect("the instrument is listed");
//! assert_eq!(phq_9.responded(20, 10), Some(true));
//! assert_eq!(phq_9.responded(20, 11), Some(false));
//! assert_eq!(phq_9.responded(0, 0), None);
//! assert_eq!(phq_9.remitted(4), Some(true));
//! ```

mod change;
mod id;
mod instrument;
mod registry;
mod score;

pub use change::Change;
pub use id::InstrumentId;
pub use instrument::{Direction, Domain, Instrument, SelfHarmItem};
pub use score::{Informant, ItemAnswer, Rater, Score, ScoreSource, ScoreStatus};
