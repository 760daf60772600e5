//! What happens between sessions: contacts, admissions, external dates, pauses, breaks, outreach,
//! transfer.

use chrono::NaiveDate;

use crate::{
    base::{date::DayKnown, payload::payload, set::vocabulary, text::FreeText},
    vocabulary::{ActorRef, PersonRef, Stated},
};

vocabulary! {
    /// With whom a contact was.
    pub open enum ContactWith {
        /// The patient.
        Patient = "patient",
        /// Somebody close.
        SignificantOther = "significant_other",
        /// A parent.
        Parent = "parent",
        /// The school.
        School = "school",
        /// A prescriber.
        Prescriber = "prescriber",
        /// The referrer.
        Referrer = "referrer",
        /// The ward team.
        WardTeam = "ward_team",
        /// Another service.
        Service = "service",
        /// A supervisor or the team.
        Team = "team",
    }
}

vocabulary! {
    /// By which way a contact was made.
    pub open enum Channel {
        /// Telephone.
        Telephone = "telephone",
        /// In person.
        InPerson = "in_person",
        /// Video.
        Video = "video",
        /// Message or e-mail.
        Message = "message",
        /// Letter.
        Letter = "letter",
        /// A module was finished online.
        Module = "module",
    }
}

vocabulary! {
    /// What a contact was for.
    pub open enum ContactPurpose {
        /// Outreach after a missed session.
        Outreach = "outreach",
        /// Safety.
        Safety = "safety",
        /// Tasks of the ending, after the last session was missed.
        EndingTasks = "ending_tasks",
        /// Medication.
        Medication = "medication",
        /// Information.
        Information = "information",
        /// Scheduling.
        Scheduling = "scheduling",
        /// Follow-up.
        FollowUp = "follow_up",
        /// Referral to other care, while treatment goes on.
        Referral = "referral",
        /// Something else.
        Other = "other",
    }
}

payload! {
    /// A contact outside sessions.
    pub struct Contact {
        required {
            /// The person or service with whom there was contact.
            with: ContactWith,
        }
        may {
            /// Who, under an opaque label.
            person, with_person: Option<PersonRef>,
            /// How the contact was made.
            channel, with_channel: Option<Channel>,
            /// What the contact was for.
            purpose, with_purpose: Option<ContactPurpose>,
            /// Whether the person was reached.
            reached, with_reached: Stated,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// The beginning or end of a stay in hospital.
    pub closed enum AdmissionEvent {
        /// Admitted.
        Admitted = "admitted",
        /// Discharged.
        Discharged = "discharged",
    }
}

payload! {
    /// An admission to hospital, or its end.
    pub struct Admission {
        required {
            /// Whether it is an admission or a discharge.
            event: AdmissionEvent,
        }
        may {
            /// Whether for psychiatric reasons.
            psychiatric, with_psychiatric: Option<bool>,
            /// How exactly its day is known, where not to the day.
            day_known, with_day_known: Option<DayKnown>,
            /// Remarks for which there is no other field.
            note, with_note: Option<FreeText>,
        }
    }
}

vocabulary! {
    /// An event outside treatment that its dates hang on.
    pub open enum Anchor {
        /// Birth of a child.
        Birth = "birth",
        /// Release from prison.
        Release = "release",
        /// Discharge from hospital.
        Discharge = "discharge",
        /// End of a school term.
        SchoolTerm = "school_term",
    }
}

payload! {
    /// The day of an event outside treatment, expected or actual. A later entry replaces the
    /// earlier one.
    #[derive(Copy)]
    pub struct ExternalDate {
        required {
            /// The event that the day belongs to.
            anchor: Anchor,
            /// The day of the event, expected or actual.
            date: NaiveDate,
        }
        may {
            /// Whether it has happened.
            happened, with_happened: bool,
        }
    }
}

vocabulary! {
    /// Why treatment pauses.
    pub open enum PauseReason {
        /// Illness.
        Illness = "illness",
        /// Bereavement.
        Bereavement = "bereavement",
        /// Holiday.
        Holiday = "holiday",
        /// The therapist is away.
        TherapistAbsence = "therapist_absence",
        /// Admission to hospital.
        Hospital = "hospital",
        /// Birth of a child.
        Birth = "birth",
        /// The patient asked for it.
        PatientRequest = "patient_request",
        /// Something else.
        Other = "other",
    }
}

payload! {
    /// Treatment pauses from this day. Left-out fields are not reported.
    #[derive(Copy)]
    pub struct Paused {
        required {}
        may {
            /// The reason for the pause.
            reason, with_reason: Option<PauseReason>,
            /// When the pause is to be reviewed, or treatment to go on.
            review_on, with_review_on: Option<NaiveDate>,
            /// Whether a contact for a crisis was given.
            crisis_contact, with_crisis_contact: Stated,
        }
    }
}

payload! {
    /// Treatment goes on from this day.
    #[derive(Copy)]
    pub struct Resumed {
        required {}
        may {}
    }
}

payload! {
    /// A planned break was announced.
    #[derive(Copy)]
    pub struct BreakAnnounced {
        required {
            /// The first day of the break.
            from: NaiveDate,
            /// The last day of the break.
            until: NaiveDate,
        }
        may {
            /// Whether a contact for a crisis was given.
            crisis_contact, with_crisis_contact: Stated,
        }
    }
}

payload! {
    /// The patient was sought after missing sessions.
    #[derive(Copy)]
    pub struct OutreachMade {
        required {}
        may {
            /// How the contact was made.
            channel, with_channel: Option<Channel>,
            /// Whether the patient was reached.
            reached, with_reached: Stated,
        }
    }
}

vocabulary! {
    /// What was decided after sessions were missed or contact was lost.
    pub closed enum EngagementDecision {
        /// Go on.
        Continue = "continue",
        /// Pause.
        Pause = "pause",
        /// End.
        End = "end",
        /// Contact is given up as lost.
        ContactLost = "contact_lost",
    }
}

payload! {
    /// It was decided how to go on after sessions were missed.
    pub struct EngagementDecided {
        required {
            /// What was decided.
            decision: EngagementDecision,
        }
        may {
            /// The reason for the decision.
            reason, with_reason: Option<FreeText>,
        }
    }
}

payload! {
    /// Another therapist takes over.
    pub struct Transferred {
        required {
            /// The therapist who takes over.
            to: ActorRef,
        }
        may {
            /// Whether a summary was handed over.
            summary, with_summary: Stated,
            /// Whether the patient agreed.
            patient_agreed, with_patient_agreed: Stated,
            /// Whether contract and focus were agreed anew.
            reagreed, with_reagreed: Stated,
        }
    }
}
