//! Who looks at the treatment beside the therapist: training, supervision, and what was said when
//! the protocol was left.
//!
//! Rules about waivers read what the other rules found: a waiver is judged by what it covers. Where
//! those cannot be told, neither can these, so that they need every topic.

mod supervision;
mod waivers;

use crate::rule::catalogue::block;

block!(supervision, waivers);
