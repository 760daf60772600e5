//! The machine: every path through it, its laws for hosts, and its diagrams.

mod contract;
mod diagrams;
#[path = "../shared/generated.rs"]
mod generated;
mod model_check;
