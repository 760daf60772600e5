//! What a program about an ordinary course needs, and what changing a number of its protocol takes:
//! `use interpersonal::prelude::*`.

pub use crate::{
    ActorRef, AppKey, At, Course, CoursePlan, Entry, Error, Fact, Finding, FocusItem, FreeText,
    Opened, Phase, ProblemArea, Protocol, Recorded, Report, Reporting, RuleCode, Seq, Session,
    Severity, Stated, Strategy, TaskNote, Topic, Validator,
    course::{Correct, Correction, RecordError, Strike, Waive, WaiverScope},
    measure::{InstrumentId, Score},
    plan::{Availability, Terms, Weekday},
    protocol::{Cited, Span, preset},
    record::{
        contract::{ContractAgreed, FrameAnnounced, TimeFrame},
        ending::{
            ClinicalResult, Closed, Disposition, EndMode, MaintenanceDecided, RelapsePlanMade,
        },
        focus::{FocusAgreed, FormulationAnswered, FormulationGiven, PatientResponse},
        patient::DiagnosisMade,
        review::ReviewHeld,
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryResult, SafetyAction, SafetyActions,
            SafetyReassessed, SafetyResponse,
        },
        session::{Attendance, Modality, Participant},
        setting::{
            DeviationCategory, PhaseBegun, Suitability, SuitabilityDecided, TherapistAssigned,
        },
    },
    source::{Basis, SourceId},
    text::Language,
    vocabulary::{EndingTask, InitialTask, ProtocolId, Technique, WorkKind},
};
