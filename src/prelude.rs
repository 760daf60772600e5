//! What a program about an ordinary course needs: `use interpersonal::prelude::*`.

pub use crate::{
    ActorRef, AppKey, At, Course, CoursePlan, Entry, Error, Fact, Finding, FocusItem, FreeText,
    Opened, Phase, ProblemArea, Protocol, Recorded, Report, Reporting, RuleCode, Seq, Session,
    Severity, Stated, Strategy, TaskNote, Topic, Validator,
    course::{Correct, RecordError, Strike, Waive, WaiverScope},
    measure::{InstrumentId, Score},
    plan::{Availability, Terms, Weekday},
    protocol::preset,
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
    vocabulary::{EndingTask, InitialTask, Technique, WorkKind},
};
