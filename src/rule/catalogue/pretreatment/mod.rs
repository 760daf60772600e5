//! Before treatment: whether IPT fits this patient now, and the patient's consent.

mod consent;
mod fit;

use crate::rule::catalogue::block;

block!(fit, consent);
