//! What is legitimate, however unusual it looks.

use super::Legitimate;

pub(super) const ALL: &[Legitimate] = &[];
