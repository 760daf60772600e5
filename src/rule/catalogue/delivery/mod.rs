//! How a variant is delivered, read from the protocol's own data. Where a protocol says nothing of
//! a matter, its rule does not apply.
//!
//! Spacing stretch by stretch has no rule here: IPT-155 to IPT-160 read the stretch of the
//! session's number.

mod circumstances;
mod dose;
mod progress;
mod shared;

pub(super) use shared::{before_member, past_weeks};

use crate::rule::catalogue::block;

block!(dose, progress, circumstances);
