//! What is agreed with the patient: the formulation, the contract, its changes, and safety before
//! communication is worked on.

mod contract;
mod formulation;
mod frame;
mod second;
mod violence;

use crate::rule::catalogue::block;

block!(formulation, frame, contract, second, violence);
