//! Measures and reviews: scores on scales, and what they lead to.

mod progress;
mod scores;
mod shared;

use crate::rule::catalogue::block;

block!(scores, progress);
