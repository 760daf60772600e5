//! IPT-024, IPT-026 to IPT-029, IPT-185 to IPT-197, IPT-215, IPT-234.

use interpersonal::{
    ActorRef, Entry, Fact, Severity, Stated, Topic,
    chrono::NaiveDate,
    measure::{InstrumentId, ItemAnswer, Score},
    protocol::preset::ACUTE_16,
    record::{
        FactKind,
        contact::{
            Admission, AdmissionEvent, Contact, ContactPurpose, ContactWith, EngagementDecided,
            EngagementDecision, OutreachMade, Paused, Transferred,
        },
        ending::EndMode,
        patient::{HistoryTaken, MedicationChange, MedicationNoted},
        safety::{
            ConcernKind, ConcernRaised, Enquiry, EnquiryBasis, EnquiryResult, EnquirySubject,
            EnquirySubjects, Incident, IncidentRecorded, Receiver, SafetyAction, SafetyActions,
            SafetyHandedOver, SafetyReassessed, SafetyResponse,
        },
        session::{Attendance, Session, SessionKind},
        setting::{ScreenItem, ScreenSet, ScreeningDone},
    },
    rule::{Outcome, Report, Status},
    shape::Documented,
    vocabulary::ApproxDate,
};

use crate::{
    Case, Proof, add, assert_outcome, base, cannot_tell, codes, day, edit_facts, edit_session,
    finds, of, outcome, report, transition, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-024", Severity::Error, danger_in_screen, unanswered)
        .along(&["IPT-190", "IPT-215"])
        .silent(Topic::Safety),
    Proof::of("IPT-026", Severity::Warning, declined, |case| {
        edit_session(&mut case.entries, 9, |note| note.enquiry = None);
    })
    .along(&["IPT-186"])
    .says(&[("run", |case| {
        for n in 9..=16 {
            edit_session(&mut case.entries, n, |note| {
                note.enquiry = Some(Enquiry::new(EnquiryResult::Declined));
            });
        }
    })])
    .silent(Topic::Safety),
    Proof::of("IPT-027", Severity::Error, looked_at_on_the_day, |case| {
        without(&mut case.entries, FactKind::SafetyReassessed);
    })
    .silent(Topic::Safety),
    Proof::of(
        "IPT-028",
        Severity::Warning,
        || paused_with_a_concern(Stated::Done),
        |case| *case = paused_with_a_concern(Stated::NotReported),
    )
    .says(&[
        ("lost", |case| {
            case.entries = answered(
                ConcernRaised::new(ConcernKind::SelfHarm),
                response(&[SafetyAction::ExtraContact]),
            );
            case.add(
                day(99),
                EngagementDecided::new(EngagementDecision::ContactLost),
            );
        }),
        ("transferred", |case| {
            case.entries = answered(
                ConcernRaised::new(ConcernKind::SelfHarm),
                response(&[SafetyAction::ExtraContact]),
            );
            case.add(day(99), Transferred::new(ActorRef::from_static("other")));
        }),
    ])
    .silent(Topic::Safety),
    Proof::of(
        "IPT-029",
        Severity::Warning,
        || cancelled_with_a_concern(true),
        |case| *case = cancelled_with_a_concern(false),
    )
    .says(&[
        ("stayed_away", |case| {
            *case = cancelled_with_a_concern(false);
            let missed = day(100);
            edit_facts(&mut case.entries, |on, fact| match fact {
                Fact::Session(note) if on == missed => {
                    note.attendance = Attendance::DidNotAttend;
                    note.notice_hours = None;
                }
                _ => {}
            });
        }),
        ("after_stay", |case| *case = cancelled_after_a_stay(true)),
    ])
    .silent(Topic::Contacts),
    Proof::of("IPT-185", Severity::Warning, with_a_safety_plan, |case| {
        holds_plan(case, Stated::NotReported);
    })
    .says(&[("no_copy", |case| holds_plan(case, Stated::NotDone))])
    .silent(Topic::Safety),
    Proof::of("IPT-186", Severity::Warning, transition, |case| {
        edit_session(&mut case.entries, 16, |note| note.enquiry = None);
    })
    .says(&[
        ("not_asked", |case| {
            edit_session(&mut case.entries, 9, |note| {
                note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked));
            });
        }),
        ("item_alone", |case| {
            edit_session(&mut case.entries, 9, |note| {
                note.enquiry = Some(denied_item());
            });
        }),
        ("not_asked_then", |case| {
            *case = answered_in_mid_course();
            edit_session(&mut case.entries, 10, |note| {
                note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked));
            });
        }),
        ("silent_then", |case| {
            *case = answered_in_mid_course();
            edit_session(&mut case.entries, 10, |note| note.enquiry = None);
        }),
        ("run", |case| unasked(case, 8..=10)),
        ("not_about_thoughts", |case| {
            no_thoughts_asked(&mut case.entries, 2..=4);
        }),
        ("mostly_silent", |case| unasked(case, 5..=14)),
        ("mostly_not_asked", |case| {
            for n in 5..=14 {
                edit_session(&mut case.entries, n, |note| {
                    note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked));
                });
            }
        }),
    ])
    .silent(Topic::Safety),
    Proof::of(
        "IPT-187",
        Severity::Error,
        || asked_beside(ItemAnswer::Endorsed),
        not_asked_by_then,
    )
    .says(&[
        ("left_out", |case| {
            *case = asked_beside(ItemAnswer::NotAnswered);
            not_asked_by_then(case);
        }),
        ("at_home", |case| {
            *case = asked_beside(ItemAnswer::Endorsed);
            not_asked_by_then(case);
            edit_facts(&mut case.entries, |_, fact| {
                if let Fact::Scored(score) = fact {
                    score.came_in = Some(day(104));
                }
            });
        }),
        ("not_asked", |case| {
            edit_session(&mut case.entries, 15, |note| {
                note.scores = vec![score(ItemAnswer::Endorsed)];
                note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked));
            });
        }),
    ])
    .silent(Topic::Safety),
    Proof::of(
        "IPT-189",
        Severity::Error,
        answered_between_sessions,
        |case| {
            without(&mut case.entries, FactKind::SafetyResponse);
            case.add(day(104), response(&[SafetyAction::ExtraContact]));
        },
    )
    .says(&[
        ("raised", unanswered),
        ("child", |case| {
            *case = answered_on_the_last_day(ConcernKind::Safeguarding);
            unanswered(case);
        }),
        ("threat", |case| {
            *case = answered_on_the_last_day(ConcernKind::HarmToOthers);
            unanswered(case);
        }),
        ("found", |case| {
            edit_session(&mut case.entries, 10, |note| {
                note.enquiry = Some(Enquiry::new(EnquiryResult::Concern));
            });
        }),
        ("again", |case| {
            unanswered(case);
            for n in [12, 13] {
                edit_session(&mut case.entries, n, |note| {
                    note.enquiry = Some(Enquiry::new(EnquiryResult::Concern));
                });
            }
        }),
        ("attempt", |case| {
            case.add(day(80), IncidentRecorded::new(Incident::Attempt));
            case.add(day(82), response(&[SafetyAction::ExtraContact]));
        }),
        ("attempt_open", |case| {
            case.add(day(80), IncidentRecorded::new(Incident::Attempt));
        }),
        ("serious", |case| {
            case.add(day(80), IncidentRecorded::new(Incident::Serious));
            case.add(day(82), response(&[SafetyAction::ExtraContact]));
        }),
        ("serious_open", |case| {
            case.add(day(80), IncidentRecorded::new(Incident::Serious));
        }),
        ("heard", |case| {
            let attempt = ApproxDate::exactly(day(80));
            case.add(day(91), HistoryTaken::new().with_last_attempt(attempt));
        }),
        ("violence", |case| {
            let violence = ScreenItem::OngoingViolence;
            let rest = ScreenSet::ALL.without(violence);
            case.add(
                day(0),
                ScreeningDone::new()
                    .with_present(violence)
                    .with_absent(rest),
            );
        }),
        ("which", |case| {
            case.add(day(103), ConcernRaised::new(ConcernKind::Safeguarding));
        }),
    ])
    .silent(Topic::Safety),
    Proof::of(
        "IPT-190",
        Severity::Error,
        answered_before_the_next_session,
        unanswered,
    )
    .along(&["IPT-189"])
    .says(&[("worked_unasked", |case| {
        unanswered(case);
        without(&mut case.entries, FactKind::ConcernRaised);
        case.add(day(64), score(ItemAnswer::Endorsed));
        edit_session(&mut case.entries, 11, |note| note.enquiry = None);
    })])
    .silent(Topic::Safety),
    Proof::of("IPT-191", Severity::Error, danger, |case| {
        edit_response(case, |response| {
            response.actions = SafetyAction::SupportsContacted.into();
        });
    })
    .silent(Topic::Safety),
    Proof::of("IPT-192", Severity::Error, with_a_safety_plan, |case| {
        edit_response(case, |response| {
            response.actions = SafetyAction::MeansSafety.into();
        });
    })
    .silent(Topic::Safety),
    Proof::of("IPT-193", Severity::Error, self_harm, |case| {
        without(&mut case.entries, FactKind::SafetyReassessed);
        edit_session(&mut case.entries, 16, |note| note.enquiry = None);
    })
    .along(&["IPT-186"])
    .silent(Topic::Safety),
    Proof::of("IPT-194", Severity::Error, sought, |case| {
        without(&mut case.entries, FactKind::OutreachMade);
    })
    .silent(Topic::Contacts),
    Proof::of("IPT-197", Severity::Warning, consulted, |case| {
        edit_response(case, |response| {
            response.actions = response.actions.without(SafetyAction::Consultation);
        });
    })
    .silent(Topic::Supervision),
    Proof::of(
        "IPT-215",
        Severity::Error,
        || answered_on_the_last_day(ConcernKind::SelfHarm),
        unanswered,
    )
    .along(&["IPT-189"])
    .says(&[("stands", |case| {
        *case = Case::new(&ACUTE_16, not_handed_over());
        still_stands(&mut case.entries);
    })])
    .silent(Topic::Safety),
    Proof::of("IPT-234", Severity::Note, transition, |case| {
        case.entries = self_harm().entries;
    })
    .says(&[
        ("handed_over", |case| {
            *case = danger();
            without(&mut case.entries, FactKind::SafetyResponse);
            case.add(day(98), SafetyHandedOver::new(Receiver::EmergencyServices));
        }),
        ("died", |case| {
            *case = Case::new(&ACUTE_16, until(base(), day(98)));
            case.add(day(98), ConcernRaised::new(ConcernKind::SuicidalPlan));
            case.add(day(98), IncidentRecorded::new(Incident::Death));
        }),
        ("found", |case| {
            edit_session(&mut case.entries, 14, |note| {
                note.enquiry = Some(Enquiry::new(EnquiryResult::Concern));
            });
            case.add(day(91), response(&[SafetyAction::ExtraContact]));
        }),
    ])
    .silent(Topic::Safety),
];

/// The patient does not want to answer in session 8, and is asked again in the next.
fn declined() -> Case {
    let mut entries = base();
    edit_session(&mut entries, 8, |note| {
        note.enquiry = Some(Enquiry::new(EnquiryResult::Declined));
    });
    Case::new(&ACUTE_16, entries)
}

/// A concern of session 15 that was to be looked at again, and was, before session 16.
fn looked_at_on_the_day() -> Case {
    let mut entries = answered(
        ConcernRaised::new(ConcernKind::SelfHarm),
        response(&[SafetyAction::ExtraContact]).with_review_on(day(101)),
    );
    add(&mut entries, day(101), SafetyReassessed::new(true));
    Case::new(&ACUTE_16, entries)
}

/// A pause of some days begins after session 15, in which a concern was answered.
fn paused_with_a_concern(crisis_contact: Stated) -> Case {
    let mut entries = answered(
        ConcernRaised::new(ConcernKind::SelfHarm),
        response(&[SafetyAction::ExtraContact]),
    );
    let pause = Paused::new()
        .with_review_on(day(104))
        .with_crisis_contact(crisis_contact);
    add(&mut entries, day(99), pause);
    Case::new(&ACUTE_16, entries)
}

/// Two further appointments between sessions 15 and 16 are cancelled while a concern stands.
fn cancelled_with_a_concern(is_spoken_with: bool) -> Case {
    let mut entries = answered(
        ConcernRaised::new(ConcernKind::SelfHarm),
        response(&[SafetyAction::ExtraContact]),
    );
    for on in [100, 102] {
        let cancelled = Session::new(Attendance::CancelledByPatient).with_notice_hours(48);
        add(&mut entries, day(on), cancelled);
    }
    if is_spoken_with {
        add(&mut entries, day(101), Contact::new(ContactWith::Patient));
    }
    Case::new(&ACUTE_16, entries)
}

/// A hospital takes a concern over and discharges the patient, who then cancels twice.
fn cancelled_after_a_stay(is_discharged: bool) -> Case {
    let mut entries = answered(
        ConcernRaised::new(ConcernKind::SelfHarm),
        response(&[SafetyAction::Hospital]),
    );
    add(
        &mut entries,
        day(98),
        SafetyHandedOver::new(Receiver::Hospital),
    );
    let stay = |event| Admission::new(event).with_psychiatric(true);
    add(&mut entries, day(98), stay(AdmissionEvent::Admitted));
    if is_discharged {
        add(&mut entries, day(99), stay(AdmissionEvent::Discharged));
    }
    for on in [100, 102] {
        add(
            &mut entries,
            day(on),
            Session::new(Attendance::CancelledByPatient),
        );
    }
    Case::new(&ACUTE_16, entries)
}

#[test]
fn who_cancels_after_the_hospital_discharged_them_is_in_nobodys_care_and_in_hospital_they_are() {
    let entries = |is_discharged| cancelled_after_a_stay(is_discharged).entries;
    assert_outcome(&ACUTE_16, entries(true), "IPT-029", Outcome::Found);
    assert_outcome(&ACUTE_16, entries(false), "IPT-029", Outcome::DoesNotApply);
    // What a contact in that time found out, or that the concern no longer stood, settles it.
    let mut spoken = entries(true);
    add(&mut spoken, day(101), Contact::new(ContactWith::Patient));
    assert_outcome(&ACUTE_16, spoken, "IPT-029", Outcome::Holds);
    let mut resolved = entries(true);
    add(&mut resolved, day(99), SafetyReassessed::new(false));
    assert_outcome(&ACUTE_16, resolved, "IPT-029", Outcome::DoesNotApply);
}

/// The screen of the first session finds immediate danger, which is answered on that day.
fn danger_in_screen() -> Case {
    let danger = ScreenItem::ImminentDanger;
    let screen = ScreeningDone::new()
        .with_present(danger)
        .with_absent(ScreenSet::ALL.without(danger));
    let mut entries = base();
    add(
        &mut entries,
        day(0),
        screen.with_specialist_plan(Stated::Done),
    );
    add(
        &mut entries,
        day(0),
        response(&[SafetyAction::UrgentReferral]),
    );
    Case::new(&ACUTE_16, entries)
}

#[test]
fn danger_in_the_screen_is_answered_by_a_response_or_a_hand_over_of_that_day_or_asked_with_the_concern()
 {
    let found = |edit: fn(&mut Vec<Entry>)| {
        let mut case = danger_in_screen();
        unanswered(&mut case);
        edit(&mut case.entries);
        let report = report(&ACUTE_16, case.entries);
        ["IPT-024", "IPT-191"].map(|code| {
            of(&report, code)
                .iter()
                .filter(|finding| finding.stands())
                .count()
        })
    };
    assert_eq!(found(|_| {}), [1, 0]);
    assert_eq!(
        found(|entries| add(entries, day(0), SafetyHandedOver::new(Receiver::CrisisTeam))),
        [0, 0]
    );
    assert_eq!(
        found(|entries| add(entries, day(3), response(&[SafetyAction::ExtraContact]))),
        [0, 0]
    );
    assert_eq!(
        found(|entries| add(entries, day(9), response(&[SafetyAction::ExtraContact]))),
        [1, 0]
    );
    let concern = ConcernRaised::new(ConcernKind::SuicidalIntent).with_immediate_danger(true);
    let mut case = danger_in_screen();
    unanswered(&mut case);
    case.add(day(0), concern);
    let report = report(&ACUTE_16, case.entries);
    assert_eq!(
        ["IPT-024", "IPT-191"].map(|code| of(&report, code).len()),
        [0, 1],
        "one matter is found once"
    );
}

fn holds_plan(case: &mut Case, stated: Stated) {
    edit_response(case, |response| response.patient_holds_plan = stated);
}

fn denied_item() -> Enquiry {
    Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem)
}

fn unasked(case: &mut Case, sessions: impl IntoIterator<Item = usize>) {
    for n in sessions {
        edit_session(&mut case.entries, n, |note| note.enquiry = None);
    }
}

/// A concern on the day after session 10, answered that day, and the course as it stands in session
/// 11.
fn answered_before_the_next_session() -> Case {
    let mut entries = until(base(), day(70));
    add(
        &mut entries,
        day(64),
        ConcernRaised::new(ConcernKind::SelfHarm),
    );
    add(
        &mut entries,
        day(64),
        response(&[SafetyAction::ExtraContact]),
    );
    Case::new(&ACUTE_16, entries)
}

fn still_stands(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::SafetyReassessed(reassessed) = fact {
            reassessed.concern_stands = true;
        }
    });
}

/// The course as it stood at the end of a day.
pub(crate) fn until(mut entries: Vec<Entry>, last: NaiveDate) -> Vec<Entry> {
    entries.retain(|entry| entry.day().is_none_or(|on| on <= last));
    entries
}

pub(crate) fn response(actions: &[SafetyAction]) -> SafetyResponse {
    SafetyResponse::new(SafetyActions::of(actions))
}

pub(crate) fn score(item: ItemAnswer) -> Score {
    Score::new(InstrumentId::PHQ_9, 4).with_self_harm_item(item)
}

/// A concern on the day of session 15, answered by `response`, reassessed in session 16.
fn answered(concern: ConcernRaised, response: SafetyResponse) -> Vec<Entry> {
    let mut entries = base();
    add(&mut entries, day(98), concern);
    add(&mut entries, day(98), response);
    add(&mut entries, day(105), SafetyReassessed::new(false));
    entries
}

fn with_a_safety_plan() -> Case {
    let plan = response(&[SafetyAction::SafetyPlan]).with_patient_holds_plan(Stated::Done);
    Case::new(
        &ACUTE_16,
        answered(ConcernRaised::new(ConcernKind::SuicidalPlan), plan),
    )
}

fn danger() -> Case {
    let concern = ConcernRaised::new(ConcernKind::SuicidalIdeation).with_immediate_danger(true);
    Case::new(
        &ACUTE_16,
        answered(concern, response(&[SafetyAction::CrisisTeam])),
    )
}

fn self_harm() -> Case {
    Case::new(
        &ACUTE_16,
        answered(
            ConcernRaised::new(ConcernKind::SelfHarm),
            response(&[SafetyAction::ExtraContact]),
        ),
    )
}

/// A serious concern of a course without supervision, talked over with the team.
fn consulted() -> Case {
    let actions = response(&[SafetyAction::SafetyPlan, SafetyAction::Consultation]);
    let mut entries = answered(
        ConcernRaised::new(ConcernKind::Attempt),
        actions.with_patient_holds_plan(Stated::Done),
    );
    without(&mut entries, FactKind::SupervisionHeld);
    Case::new(&ACUTE_16, entries)
}

/// A score between sessions 15 and 16, and a direct enquiry on its day.
fn asked_beside(item: ItemAnswer) -> Case {
    let mut entries = base();
    add(&mut entries, day(103), score(item));
    add(&mut entries, day(103), Enquiry::no_concern());
    Case::new(&ACUTE_16, entries)
}

/// The same before the next session, in which somebody asks.
fn not_asked_by_then(case: &mut Case) {
    not_asked_beside(case);
    case.entries = until(std::mem::take(&mut case.entries), day(103));
}

fn not_asked_beside(case: &mut Case) {
    without(&mut case.entries, FactKind::EnquiryMade);
}

fn answered_between_sessions() -> Case {
    let mut entries = base();
    add(
        &mut entries,
        day(103),
        ConcernRaised::new(ConcernKind::SelfHarm),
    );
    add(
        &mut entries,
        day(103),
        response(&[SafetyAction::ExtraContact]),
    );
    add(&mut entries, day(105), SafetyReassessed::new(false));
    Case::new(&ACUTE_16, entries)
}

/// A concern in session 10, and the course as it stands on that day.
fn answered_in_mid_course() -> Case {
    let mut entries = until(base(), day(63));
    add(
        &mut entries,
        day(63),
        ConcernRaised::new(ConcernKind::SelfHarm),
    );
    add(
        &mut entries,
        day(63),
        response(&[SafetyAction::ExtraContact]),
    );
    Case::new(&ACUTE_16, entries)
}

fn answered_on_the_last_day(kind: ConcernKind) -> Case {
    let mut entries = base();
    add(&mut entries, day(105), ConcernRaised::new(kind));
    add(&mut entries, day(105), response(&[SafetyAction::LegalDuty]));
    Case::new(&ACUTE_16, entries)
}

fn unanswered(case: &mut Case) {
    without(&mut case.entries, FactKind::SafetyResponse);
}

fn edit_response(case: &mut Case, edit: impl Fn(&mut SafetyResponse)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::SafetyResponse(response) = fact {
            edit(response);
        }
    });
}

/// The patient stays away from session 11 while a concern of session 10 is active, and is sought
/// that day.
fn sought() -> Case {
    let Case {
        protocol,
        mut entries,
        as_of,
    } = stays_away();
    add(&mut entries, day(70), OutreachMade::new());
    Case {
        protocol,
        entries,
        as_of,
    }
}

fn stays_away() -> Case {
    let mut entries = until(base(), day(70));
    add(
        &mut entries,
        day(63),
        ConcernRaised::new(ConcernKind::SelfHarm),
    );
    add(
        &mut entries,
        day(63),
        response(&[SafetyAction::MeansSafety]),
    );
    edit_session(&mut entries, 11, |note| {
        *note = Session::new(Attendance::DidNotAttend);
    });
    Case::new(&ACUTE_16, entries)
}

fn no_thoughts_asked(entries: &mut [Entry], sessions: impl IntoIterator<Item = usize>) {
    for n in sessions {
        edit_session(entries, n, |note| {
            note.enquiry = Some(
                Enquiry::no_concern().with_subjects(EnquirySubjects::from([EnquirySubject::Means])),
            );
        });
    }
}

#[test]
fn no_type_has_a_field_for_a_level_of_risk() {
    let shapes = format!("{:?}", <Fact as Documented>::SHAPE);
    for level in [
        "low_risk",
        "medium_risk",
        "high_risk",
        "risk_level",
        "level_of_risk",
    ] {
        assert!(!shapes.contains(level), "{level}");
    }
}

fn is_remedied(report: &Report, code: &'static str) -> bool {
    matches!(of(report, code)[..], [finding] if matches!(finding.status, Status::Remedied { .. }))
}

#[test]
fn a_concern_that_stands_at_closing_and_of_which_nobody_is_told_is_found() {
    let mut entries = not_handed_over();
    still_stands(&mut entries);
    let found = report(&ACUTE_16, entries.clone());
    assert!(
        matches!(of(&found, "IPT-215")[..], [f] if f.severity == Severity::Warning),
        "{:#?}",
        found.findings
    );
    for topic in [Topic::Ending, Topic::Safety] {
        let mut entries = entries.clone();
        unreported(&mut entries, topic);
        let open = report(&ACUTE_16, entries);
        assert!(of(&open, "IPT-215").is_empty());
        assert!(
            open.questions()
                .any(|question| question.code().as_str() == "IPT-215"),
            "{topic}"
        );
    }
}

#[test]
fn a_concern_that_is_over_at_closing_is_handed_to_nobody() {
    let over = not_handed_over();
    assert_outcome(&ACUTE_16, over, "IPT-215", Outcome::Holds);
}

/// A safety plan of which nobody is told at closing; its concern is over.
fn not_handed_over() -> Vec<Entry> {
    let mut entries = with_a_safety_plan().entries;
    crate::ending::leave_out(
        &mut entries,
        interpersonal::vocabulary::EndingTask::Handover,
    );
    crate::ending::edit_closing(&mut entries, |closed| {
        closed.referrer_informed = Stated::NotReported;
    });
    entries
}

#[test]
fn without_a_safety_plan_there_is_nothing_to_hand_over() {
    let mut entries = base();
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-185", Outcome::DoesNotApply);
    unreported(&mut entries, Topic::Safety);
    assert_outcome(&ACUTE_16, entries, "IPT-185", Outcome::CannotTell);
}

#[test]
fn a_session_without_an_enquiry_is_remedied_by_the_next_one() {
    let mut entries = base();
    edit_session(&mut entries, 1, |note| note.enquiry = None);
    assert!(is_remedied(&finds(&ACUTE_16, entries, &[]), "IPT-186"));
}

#[test]
fn each_session_without_an_enquiry_is_a_finding_of_its_own() {
    let mut entries = base();
    for n in [2, 6, 7] {
        edit_session(&mut entries, n, |note| note.enquiry = None);
    }
    let report = report(&ACUTE_16, entries);
    assert_eq!(of(&report, "IPT-186").len(), 3);
}

#[test]
fn that_nobody_asked_is_found_even_where_safety_is_not_reported() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| {
        note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked));
    });
    unreported(&mut entries, Topic::Safety);
    finds(&ACUTE_16, entries, &["IPT-186"]);
}

#[test]
fn an_enquiry_recorded_beside_the_note_or_declined_by_the_patient_counts() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| note.enquiry = None);
    add(&mut entries, day(105), Enquiry::no_concern());
    edit_session(&mut entries, 9, |note| {
        note.enquiry = Some(Enquiry::new(EnquiryResult::Declined));
    });
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn an_endorsed_item_that_nobody_asked_about_is_remedied_by_the_next_question() {
    let mut case = asked_beside(ItemAnswer::Endorsed);
    not_asked_beside(&mut case);
    // Session 16, two days later, asks and finds nothing.
    let report = finds(&ACUTE_16, case.entries, &[]);
    assert!(
        is_remedied(&report, "IPT-187") && of(&report, "IPT-189").is_empty(),
        "one omission is one finding"
    );
}

#[test]
fn an_endorsed_item_in_a_session_without_a_question_may_have_been_handed_over() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| {
        note.scores = vec![score(ItemAnswer::Endorsed)];
        note.enquiry = Some(Enquiry::new(EnquiryResult::NotAsked));
    });
    assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-187").len(), 1);
    cannot_tell(entries.clone(), Topic::Safety, "IPT-187");
    // That nobody asked in the session counts all the same.
    unreported(&mut entries, Topic::Safety);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-186").len(), 1);
}

#[test]
fn an_item_on_whose_day_the_care_was_handed_over_needs_no_question() {
    for (item, code) in [
        (ItemAnswer::Endorsed, "IPT-187"),
        (ItemAnswer::NotAnswered, "IPT-187"),
    ] {
        let mut case = asked_beside(item);
        not_asked_beside(&mut case);
        case.add(day(103), SafetyHandedOver::new(Receiver::CrisisTeam));
        assert_eq!(
            outcome(&finds(&ACUTE_16, case.entries, &[]), code),
            Outcome::Holds
        );
    }
}

#[test]
fn on_the_day_of_a_death_nobody_could_ask_about_an_item() {
    for item in [ItemAnswer::Endorsed, ItemAnswer::NotAnswered] {
        let mut entries = until(base(), day(98));
        add(&mut entries, day(99), score(item));
        add(
            &mut entries,
            day(99),
            IncidentRecorded::new(Incident::Death),
        );
        let report = report(&ACUTE_16, entries);
        assert!(of(&report, "IPT-187").is_empty() && of(&report, "IPT-187").is_empty());
    }
}

#[test]
fn a_denied_item_stored_as_the_enquiry_of_a_session_is_no_question() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| {
        note.enquiry = Some(Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem));
    });
    let found = finds(&ACUTE_16, entries, &["IPT-186"]);
    assert!(
        matches!(of(&found, "IPT-186")[..], [f] if f.case().is_some_and(|case| case.name == "item_alone"))
    );
}

#[test]
fn a_denied_item_beside_a_question_of_the_same_day_replaces_nothing() {
    let item = || Enquiry::no_concern().with_basis(EnquiryBasis::QuestionnaireItem);
    let mut entries = base();
    add(&mut entries, day(105), item());
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries, &[]), "IPT-186"),
        Outcome::Holds
    );

    let mut entries = base();
    edit_session(&mut entries, 16, |note| note.enquiry = Some(item()));
    add(&mut entries, day(105), Enquiry::no_concern());
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries, &[]), "IPT-186"),
        Outcome::Holds
    );
}

#[test]
fn a_concern_without_a_response_on_its_day_is_found_where_it_was_raised() {
    let mut entries = base();
    add(
        &mut entries,
        day(103),
        ConcernRaised::new(ConcernKind::SelfHarm),
    );
    add(
        &mut entries,
        day(105),
        response(&[SafetyAction::ExtraContact]),
    );
    let report = finds(&ACUTE_16, entries, &[]);
    assert!(is_remedied(&report, "IPT-189"));
    assert_eq!(of(&report, "IPT-189")[0].on, Some(day(103)));
}

#[test]
fn a_response_of_the_same_day_answers_a_concern_whichever_was_written_first() {
    let mut entries = base();
    add(
        &mut entries,
        day(105),
        response(&[SafetyAction::ExtraContact]),
    );
    add(
        &mut entries,
        day(105),
        ConcernRaised::new(ConcernKind::SelfHarm),
    );
    let report = finds(&ACUTE_16, entries, &[]);
    assert_eq!(outcome(&report, "IPT-189"), Outcome::Holds);
}

#[test]
fn a_session_given_to_a_crisis_is_no_ordinary_work() {
    let mut case = answered_in_mid_course();
    unanswered(&mut case);
    edit_session(&mut case.entries, 10, |note| {
        note.kind = SessionKind::Crisis;
    });
    finds(&ACUTE_16, case.entries, &["IPT-189"]);
}

#[test]
fn whether_work_waited_for_a_concern_cannot_be_told_where_safety_is_not_reported() {
    let mut entries = base();
    unreported(&mut entries, Topic::Safety);
    let report = report(&ACUTE_16, entries);
    for code in [
        "IPT-190", "IPT-215", "IPT-191", "IPT-192", "IPT-193", "IPT-194", "IPT-197",
    ] {
        assert_eq!(outcome(&report, code), Outcome::CannotTell, "{code}");
    }
}

#[test]
fn care_that_emergency_services_took_over_meets_immediate_danger() {
    let mut case = danger();
    without(&mut case.entries, FactKind::SafetyResponse);
    case.add(day(98), SafetyHandedOver::new(Receiver::EmergencyServices));
    finds(&ACUTE_16, case.entries, &[]);
}

#[test]
fn a_stay_in_hospital_meets_immediate_danger() {
    let mut case = danger();
    edit_response(&mut case, |response| {
        response.actions = SafetyAction::SupportsContacted.into();
    });
    // Where contacts are not reported, the patient may have been admitted.
    cannot_tell(case.entries.clone(), Topic::Contacts, "IPT-191");
    case.add(day(98), Admission::new(AdmissionEvent::Admitted));
    assert_outcome(&ACUTE_16, case.entries, "IPT-191", Outcome::Holds);
}

#[test]
fn danger_to_a_child_is_met_by_those_who_protect_children() {
    let handed = |kind| {
        let concern = ConcernRaised::new(kind).with_immediate_danger(true);
        let mut entries = answered(concern, response(&[SafetyAction::SupportsContacted]));
        add(
            &mut entries,
            day(98),
            SafetyHandedOver::new(Receiver::Safeguarding),
        );
        outcome(&report(&ACUTE_16, entries), "IPT-191")
    };
    assert_eq!(handed(ConcernKind::Safeguarding), Outcome::Holds);
    assert_eq!(handed(ConcernKind::SuicidalIdeation), Outcome::Found);
}

#[test]
fn a_plan_that_was_handed_over_is_not_measured_by_the_response_to_a_later_concern() {
    let mut case = self_harm();
    case.add(day(63), ConcernRaised::new(ConcernKind::SuicidalPlan));
    assert_eq!(
        of(&report(&ACUTE_16, case.entries.clone()), "IPT-192").len(),
        1
    );
    case.add(day(63), SafetyHandedOver::new(Receiver::Hospital));
    assert_outcome(&ACUTE_16, case.entries, "IPT-192", Outcome::DoesNotApply);
}

#[test]
fn a_serious_concern_that_a_named_receiver_took_over_is_talked_over() {
    let mut case = not_consulted();
    assert_outcome(&ACUTE_16, case.entries.clone(), "IPT-197", Outcome::Found);
    case.add(day(98), SafetyHandedOver::new(Receiver::CrisisTeam));
    assert_outcome(&ACUTE_16, case.entries, "IPT-197", Outcome::Holds);
}

#[test]
fn an_end_from_outside_leaves_no_time_to_talk_a_serious_concern_over() {
    let mut case = not_consulted();
    without(&mut case.entries, FactKind::ConcernRaised);
    case.add(day(105), ConcernRaised::new(ConcernKind::Attempt));
    let closed_as = |mode| {
        let mut entries = case.entries.clone();
        crate::ending::edit_closing(&mut entries, |closed| closed.mode = mode);
        outcome(&report(&ACUTE_16, entries), "IPT-197")
    };
    assert_eq!(closed_as(EndMode::CompletedAsContracted), Outcome::Found);
    for mode in [
        EndMode::Died,
        EndMode::HospitalisedNotResumed,
        EndMode::DroppedOut,
    ] {
        assert_eq!(closed_as(mode), Outcome::DoesNotApply, "{mode}");
    }
}

/// A serious concern that nobody else heard of.
fn not_consulted() -> Case {
    let mut case = consulted();
    edit_response(&mut case, |response| {
        response.actions = SafetyAction::SafetyPlan.into();
    });
    case
}

#[test]
fn a_reason_stands_for_a_written_safety_plan() {
    let reason = response(&[SafetyAction::Hospital]).with_rationale("the ward writes it");
    finds(
        &ACUTE_16,
        answered(ConcernRaised::new(ConcernKind::SuicidalPlan), reason),
        &[],
    );
}

#[test]
fn a_plan_without_a_safety_plan_is_not_held_against_anybody_after_a_death() {
    let mut entries = until(base(), day(98));
    add(
        &mut entries,
        day(98),
        ConcernRaised::new(ConcernKind::SuicidalPlan),
    );
    add(
        &mut entries,
        day(98),
        response(&[SafetyAction::MeansSafety]),
    );
    assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-192").len(), 1);
    add(
        &mut entries,
        day(98),
        IncidentRecorded::new(Incident::Death),
    );
    assert!(of(&report(&ACUTE_16, entries), "IPT-192").is_empty());
}

#[test]
fn on_the_evening_of_an_admission_the_safety_plan_is_due_by_the_next_session() {
    let mut case = with_a_safety_plan();
    edit_response(&mut case, |response| {
        response.actions = SafetyAction::Hospital.into();
    });
    let before = Case {
        entries: until(case.entries.clone(), day(98)),
        ..case.clone()
    };
    assert_outcome(&ACUTE_16, before.entries, "IPT-192", Outcome::Holds);
    assert_eq!(
        of(&report(&ACUTE_16, case.entries.clone()), "IPT-192").len(),
        1
    );
    case.add(day(105), response(&[SafetyAction::SafetyPlan]));
    assert!(of(&report(&ACUTE_16, case.entries), "IPT-192").is_empty());
}

#[test]
fn who_was_in_touch_or_brought_in_others_has_sought_the_patient() {
    let facts: [Fact; 4] = [
        Contact::new(ContactWith::SignificantOther)
            .with_purpose(ContactPurpose::Safety)
            .into(),
        response(&[SafetyAction::EmergencyServices]).into(),
        Enquiry::no_concern().into(),
        SafetyHandedOver::new(Receiver::CrisisTeam).into(),
    ];
    for fact in facts {
        let mut entries = stays_away().entries;
        add(&mut entries, day(70), fact);
        assert!(of(&report(&ACUTE_16, entries), "IPT-194").is_empty());
    }
}

#[test]
fn a_patient_in_hospital_or_dead_does_not_stay_away() {
    let facts: [Fact; 2] = [
        Admission::new(AdmissionEvent::Admitted).into(),
        IncidentRecorded::new(Incident::Death).into(),
    ];
    for fact in facts {
        let mut entries = stays_away().entries;
        add(&mut entries, day(67), fact);
        assert!(of(&report(&ACUTE_16, entries), "IPT-194").is_empty());
    }
    let mut entries = stays_away().entries;
    add(
        &mut entries,
        day(65),
        Admission::new(AdmissionEvent::Admitted),
    );
    add(
        &mut entries,
        day(68),
        Admission::new(AdmissionEvent::Discharged),
    );
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-194").len(),
        1,
        "discharged by then"
    );
}

#[test]
fn thoughts_are_asked_about_again_after_a_change_of_medication() {
    let mut entries = base();
    no_thoughts_asked(&mut entries, 9..=11);
    assert!(
        of(&report(&ACUTE_16, entries.clone()), "IPT-186").is_empty(),
        "late in treatment"
    );
    add(
        &mut entries,
        day(55),
        MedicationNoted::new(MedicationChange::Started),
    );
    let close = report(&ACUTE_16, entries);
    assert_eq!(
        of(&close, "IPT-186")[0].to_string(),
        "From 2 March to 16 March, early in treatment or after a change of medication, 3 sessions in a row had no question about thoughts \
         of suicide on record; the protocol allows at most 2."
    );

    let mut entries = base();
    no_thoughts_asked(&mut entries, 2..=3);
    assert!(
        of(&report(&ACUTE_16, entries), "IPT-186").is_empty(),
        "two in a row are no matter"
    );
}

#[test]
fn a_concern_that_an_enquiry_confirms_is_noted_once() {
    let mut entries = base();
    for n in [14, 15] {
        edit_session(&mut entries, n, |note| {
            note.enquiry = Some(Enquiry::new(EnquiryResult::Concern));
        });
    }
    add(
        &mut entries,
        day(91),
        response(&[SafetyAction::ExtraContact]),
    );
    add(&mut entries, day(98), SafetyReassessed::new(true));
    add(&mut entries, day(105), SafetyReassessed::new(false));
    let report = report(&ACUTE_16, entries);
    assert!(
        matches!(of(&report, "IPT-234")[..], [f] if f.on == Some(day(91))),
        "{:#?}",
        codes(&report)
    );
}

#[test]
fn two_concerns_of_a_day_are_two_notes_and_an_unanswered_one_is_none() {
    let mut case = self_harm();
    case.add(day(98), ConcernRaised::new(ConcernKind::Victimisation));
    assert_eq!(
        of(&report(&ACUTE_16, case.entries.clone()), "IPT-234").len(),
        2
    );
    unanswered(&mut case);
    let report = report(&ACUTE_16, case.entries);
    assert_eq!(outcome(&report, "IPT-234"), Outcome::DoesNotApply);
    assert_eq!(outcome(&report, "IPT-189"), Outcome::Found);
}

#[test]
fn an_endorsed_item_that_a_question_cleared_was_no_concern() {
    let report = finds(&ACUTE_16, asked_beside(ItemAnswer::Endorsed).entries, &[]);
    assert_eq!(outcome(&report, "IPT-234"), Outcome::Holds);
}

#[test]
fn an_item_left_out_in_a_session_is_answered_by_its_question_or_by_a_contact_of_the_day() {
    let mut entries = base();
    edit_session(&mut entries, 16, |note| {
        note.scores.iter_mut().for_each(|score| {
            score.self_harm_item = Some(ItemAnswer::NotAnswered);
        });
    });
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-187", Outcome::Holds);

    edit_session(&mut entries, 16, |note| note.enquiry = None);
    assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-187").len(), 1);
    for topic in [Topic::Safety, Topic::Contacts] {
        cannot_tell(entries.clone(), topic, "IPT-187");
    }

    let missed = Contact::new(ContactWith::Patient).with_reached(Stated::NotDone);
    add(&mut entries, day(105), missed);
    assert_eq!(
        of(&report(&ACUTE_16, entries.clone()), "IPT-187").len(),
        1,
        "nobody was reached"
    );
    add(&mut entries, day(105), Contact::new(ContactWith::Patient));
    assert!(of(&report(&ACUTE_16, entries), "IPT-187").is_empty());
}

#[test]
fn an_item_left_out_is_remedied_by_the_next_question() {
    let mut case = asked_beside(ItemAnswer::NotAnswered);
    not_asked_beside(&mut case);
    assert!(is_remedied(&finds(&ACUTE_16, case.entries, &[]), "IPT-187"));
}

#[test]
fn whether_an_item_was_left_out_cannot_be_told_where_measures_are_not_reported() {
    let mut entries = base();
    unreported(&mut entries, Topic::Measures);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, "IPT-187"), Outcome::CannotTell);
    assert_eq!(outcome(&report, "IPT-187"), Outcome::CannotTell);
}

#[test]
fn half_of_the_sessions_without_a_question_is_not_more_than_half() {
    let weights = |sessions: std::ops::RangeInclusive<usize>| {
        let mut case = transition();
        // Every other session, so that no run is long.
        unasked(&mut case, sessions.step_by(2));
        let mut weights: Vec<_> = of(&report(&ACUTE_16, case.entries), "IPT-186")
            .iter()
            .map(|it| it.severity)
            .collect();
        weights.dedup();
        weights
    };
    assert_eq!(weights(1..=15), [Severity::Warning], "eight of sixteen");
}

/// An attempt that is written as an incident, with an admission of the same day.
fn attempt_and_admission(psychiatric: Option<bool>) -> Report {
    let mut entries = base();
    add(
        &mut entries,
        day(80),
        IncidentRecorded::new(Incident::Attempt),
    );
    add(
        &mut entries,
        day(80),
        Admission::new(AdmissionEvent::Admitted).with_psychiatric(psychiatric),
    );
    add(
        &mut entries,
        day(83),
        Admission::new(AdmissionEvent::Discharged),
    );
    report(&ACUTE_16, entries)
}

#[test]
fn a_stay_in_hospital_answers_an_attempt_only_where_it_was_for_it() {
    let found = attempt_and_admission(Some(false));
    assert_eq!(
        of(&found, "IPT-189").len(),
        1,
        "an operation is no response"
    );
    let found = attempt_and_admission(None);
    let asked = |found: &Report| found.questions().any(|it| it.code().as_str() == "IPT-189");
    assert!(of(&found, "IPT-189").is_empty() && asked(&found));
    let found = attempt_and_admission(Some(true));
    assert!(of(&found, "IPT-189").is_empty() && !asked(&found));
}

#[test]
fn a_response_to_self_harm_alone_answers_no_attempt() {
    for (answers, is_found) in [(ConcernKind::SelfHarm, true), (ConcernKind::Attempt, false)] {
        let mut entries = base();
        add(
            &mut entries,
            day(80),
            ConcernRaised::new(ConcernKind::Attempt),
        );
        let response = response(&[SafetyAction::ExtraContact]);
        add(
            &mut entries,
            day(80),
            response.with_answers(Some(answers.into())),
        );
        let found = report(&ACUTE_16, entries);
        assert_eq!(of(&found, "IPT-189").len(), usize::from(is_found));
        assert_eq!(of(&found, "IPT-234").len(), usize::from(!is_found));
    }
}

#[test]
fn a_concern_that_direct_questions_do_not_find_any_more_is_settled_at_the_closing() {
    let stands = |later: Option<EnquiryResult>| {
        let mut entries = not_handed_over();
        without(&mut entries, FactKind::SafetyReassessed);
        let raised = entries
            .iter()
            .find_map(|entry| match entry.stated()? {
                (on, Fact::ConcernRaised(_)) => Some(on),
                _ => None,
            })
            .unwrap();
        edit_facts(&mut entries, |on, fact| match fact {
            Fact::Session(note) if on > raised => note.enquiry = later.map(Enquiry::new),
            _ => {}
        });
        of(&report(&ACUTE_16, entries), "IPT-215").len()
    };
    assert_eq!(stands(Some(EnquiryResult::NoConcern)), 0);
    // Nobody asked, nobody answered, or the answer was that it stands: somebody has to follow it up.
    for later in [
        None,
        Some(EnquiryResult::NotAsked),
        Some(EnquiryResult::Declined),
        Some(EnquiryResult::Concern),
    ] {
        assert_eq!(stands(later), 1, "{later:?}");
    }
    let mut entries = not_handed_over();
    still_stands(&mut entries);
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-215").len(), 1);
}
