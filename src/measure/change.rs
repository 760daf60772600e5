//! Change from one total to another, in whole numbers.

/// How much of the way to the best possible total was gone.
///
/// ```
/// use interpersonal::measure::{Instrument, InstrumentId};
///
/// let madrs = Instrument::get(InstrumentId::MADRS).expect("the instrument is listed");
/// let change = madrs.reduction(30, 20).expect("there was room to improve");
/// assert_eq!((change.gained, change.room), (10, 30));
/// assert_eq!(change.is_at_least(1, 3), Some(true));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Change {
    /// Points towards the best possible total; negative when the last total is the worse one.
    pub gained: i32,
    /// Points from the first total to the best possible one; never zero.
    pub room: u16,
}

impl Change {
    pub(super) const fn new(gained: i32, room: u16) -> Self {
        Self { gained, room }
    }

    /// Whether the points gained are at least `num / den` of the room. `None` when `den` is zero.
    #[must_use]
    pub const fn is_at_least(self, num: u16, den: u16) -> Option<bool> {
        if den == 0 {
            return None;
        }
        // `i64::from` is not const; none of the casts loses anything.
        Some(self.gained as i64 * den as i64 >= num as i64 * self.room as i64)
    }
}
