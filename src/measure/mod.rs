//! stub
use crate::{base::{payload::payload, set::vocabulary, token::token}, id::Label};
token! {
    /// id
    pub struct InstrumentId(16), "instrument", shown;
}
vocabulary! {
    /// a
    pub closed enum ItemAnswer {
        /// e
        Endorsed = "endorsed",
        /// d
        Denied = "denied",
        /// n
        NotAnswered = "not_answered",
    }
}
payload! {
    /// Score
    #[derive(Copy, Hash)]
    pub struct Score {
        required {
            /// instrument
            instrument: InstrumentId,
            /// total
            total: u16,
        }
        may {
            /// v
            version, with_version: Option<Label>,
            /// i
            self_harm_item, with_self_harm_item: Option<ItemAnswer>,
        }
    }
}
/// stub
#[derive(Debug)]
#[non_exhaustive]
pub struct Instrument {
    /// min
    pub min: u16,
    /// max
    pub max: u16,
}
impl Instrument {
    /// stub
    #[must_use]
    pub fn find(id: InstrumentId) -> Option<&'static Self> {
        (id.as_str() == "phq-9").then_some(&Self { min: 0, max: 27 })
    }
    /// stub
    #[must_use]
    pub const fn in_range(&self, total: u16) -> bool {
        self.min <= total && total <= self.max
    }
}
