//! The initial phase: what is asked first, what is treated and since when, medication,
//! relationships, and how long it takes.

mod inventory;
mod medication;
mod shared;
mod start;
mod treated;

use crate::rule::catalogue::block;

block!(start, treated, medication, inventory);
