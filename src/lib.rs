//! The treatment protocol of Interpersonal Psychotherapy as types.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod base;
mod id;
pub mod measure;
pub mod shape;

pub use base::{
    date::{ApproxDate, Precision},
    text::FreeText,
    token::InvalidToken,
};
pub use id::{
    ActorRef, AppKey, Criterion, DiagnosisCode, Label, MedicationClass, PersonRef, ProtocolId, Specialisation,
    TaskToken,
};
pub use measure::{Direction, Instrument, InstrumentId, ItemAnswer, Rater, Score};

pub use chrono;
