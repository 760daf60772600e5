//! Work on the areas: grief, disputes, transitions, deficits, and changes of focus.

mod change;
mod deficits;
mod dispute;
mod grief;
mod shared;
mod transition;

use crate::rule::catalogue::block;

block!(grief, dispute, transition, deficits, change);
