//! Safety: questions, concerns, responses, and what becomes of them. No rule reads or makes a level
//! of risk.

mod closing;
mod concern;
mod enquiry;
mod response;
pub(super) mod shared;
mod standing;

use crate::rule::catalogue::block;

block!(enquiry, concern, response, standing, closing);
