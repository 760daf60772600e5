//! The identifier of an instrument.

use crate::base::token::token;

token! {
    /// An instrument in one version of its item set, such as `phq-9` or `ham-d-17`.
    ///
    /// The constants name the instruments of [`Instrument::ALL`](crate::measure::Instrument::ALL);
    /// their docs say what is known of each and on what it rests. Two item sets of one scale are
    /// two instruments: their totals are never compared.
    pub struct InstrumentId(16), "name of an instrument", shown;
}
