//! The treatment protocol of Interpersonal Psychotherapy as types.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod base;
pub mod shape;
mod id;
pub mod source;

pub use base::{
    date::{ApproxDate, Precision},
    text::FreeText,
    token::InvalidToken,
};
pub use id::{
    ActorRef, AppKey, Criterion, DiagnosisCode, Label, MedicationClass, PersonRef, ProtocolId, Specialisation, TaskToken,
};
pub use source::{Basis, Citation, SourceId, Work};

pub use chrono;
