//! The machine: every path through it, its laws for hosts, and its diagrams.

mod contract;
mod diagrams;
mod model_check;
