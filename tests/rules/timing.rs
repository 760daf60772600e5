//! IPT-154 to IPT-175.

use interpersonal::{
    Entry, Fact, FreeText, Phase, ProblemArea, Reporting, RuleCode, Severity, Stated, TaskNote,
    Topic,
    course::Content,
    protocol::preset::{ACUTE_16, B_8, LATE_LIFE},
    record::{
        FactKind,
        contact::{
            Admission, AdmissionEvent, BreakAnnounced, EngagementDecided, EngagementDecision,
            OutreachMade, PauseReason, Paused, Resumed,
        },
        contract::{
            AmendmentReason, ContractAmended, ContractTerm, MissedSessionPolicy, TimeFrame,
        },
        review::JudgementMade,
        safety::{Incident, IncidentRecorded, SafetyAction, SafetyResponse},
        session::{Attendance, Session, SessionKind, Track},
    },
    rule::{Finding, Outcome, Report, Validator},
    testing::exemplar::postpone,
    vocabulary::{Criterion, EndingTask, InitialTask},
};

use crate::{
    Case, Proof, add, assert_outcome, at, day, edit_facts, edit_session, flawless, of, outcome,
    report, session_day, transition, unreported, without,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-154", Severity::Note, transition, |case| {
        case.add(day(38), Session::new(Attendance::CancelledByTherapist));
    })
    .says(&[
        ("did_not_attend", |case| {
            case.add(day(38), Session::new(Attendance::DidNotAttend));
        }),
        ("cancelled_by_patient", |case| {
            case.add(day(38), Session::new(Attendance::CancelledByPatient));
        }),
        ("cancelled_by_service", |case| {
            case.add(day(38), Session::new(Attendance::CancelledByService));
        }),
        ("rescheduled", |case| {
            case.add(day(38), Session::rescheduled(day(42)));
        }),
        ("same_day", |case| {
            case.add(day(38), Session::rescheduled(day(38)));
        }),
        ("not_held", |case| {
            case.add(day(38), Session::rescheduled(day(40)));
        }),
        ("moved", |case| {
            case.add(day(38), Session::new(Attendance::Rescheduled));
        }),
    ])
    .silent(Topic::Sessions),
    Proof::of("IPT-156", Severity::Warning, transition, |case| {
        put_off(&mut case.entries, 6, 8);
    })
    .says(&[
        ("slight", |case| put_off(&mut case.entries, 6, 4)),
        ("break", |case| {
            *case = in_touch();
            put_off(&mut case.entries, 6, 22);
        }),
        ("silent", |case| put_off(&mut case.entries, 6, 22)),
    ])
    .silent(Topic::Contacts),
    Proof::of("IPT-158", Severity::Note, transition, |case| {
        put_off(&mut case.entries, 6, -6);
    })
    .silent(Topic::Sessions),
    Proof::of("IPT-159", Severity::Warning, transition, |case| {
        for n in [6, 7, 8] {
            put_off(&mut case.entries, n, 4);
        }
    })
    .silent(Topic::Contacts),
    Proof::of("IPT-160", Severity::Note, transition, twice_a_week)
        .says(&[("amended", |case| {
            *case = Case::new(&B_8, flawless(&B_8, ProblemArea::RoleTransition));
            case.add(day(28), amended().with_interval_days(3_u16));
        })])
        .silent(Topic::Agreements),
    Proof::of("IPT-161", Severity::Note, transition, |case| {
        case.add(day(70), amended().with_interval_days(14_u16));
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-162", Severity::Warning, transition, |case| {
        stretch_out(case, 6);
    })
    .along(&["IPT-159"])
    .silent(Topic::Contacts),
    Proof::of("IPT-164", Severity::Warning, transition, two_missed)
        .along(&["IPT-154", "IPT-156"])
        .says(&[("sought_late", |case| {
            two_missed(case);
            case.add(day(53), OutreachMade::new());
        })])
        .silent(Topic::Contacts),
    Proof::of("IPT-165", Severity::Warning, transition, |case| {
        *case = three_missed();
        case.add(day(44), OutreachMade::new());
    })
    .along(&["IPT-154", "IPT-156"])
    .says(&[("decided_late", |case| {
        *case = three_missed();
        put_off(&mut case.entries, 6, 7);
        case.add(
            day(59),
            EngagementDecided::new(EngagementDecision::Continue),
        );
    })])
    .silent(Topic::Contacts),
    Proof::of("IPT-166", Severity::Warning, early_no_show, |case| {
        without(&mut case.entries, FactKind::OutreachMade);
    })
    .says(&[("sought_late", |case| {
        without(&mut case.entries, FactKind::OutreachMade);
        case.add(day(11), OutreachMade::new());
    })])
    .silent(Topic::Contacts),
    Proof::of("IPT-167", Severity::Note, cancelled_late, |case| {
        notice(case, None);
    })
    .silent(Topic::Sessions),
    Proof::of(
        "IPT-168",
        Severity::Warning,
        || announced(28, Stated::Done),
        |case| *case = announced(28, Stated::NotDone),
    )
    .says(&[
        ("late", |case| *case = announced(29, Stated::Done)),
        ("contact_unknown", |case| {
            *case = announced(28, Stated::NotReported);
            nobody_to_call(case);
        }),
    ])
    .silent(Topic::Contacts),
    Proof::of(
        "IPT-169",
        Severity::Warning,
        || pausing(Some(day(40)), 40),
        |case| *case = pausing(Some(day(40)), 41),
    )
    .says(&[("no_day", |case| *case = pausing(None, 35))])
    .silent(Topic::Contacts),
    Proof::of("IPT-286", Severity::Note, in_hospital, |case| {
        case.entries.retain(|entry| {
            !matches!(entry.stated(), Some((_, Fact::Admission(stay))) if stay.event == AdmissionEvent::Discharged)
        });
    })
    .silent(Topic::Contacts),
    Proof::of(
        "IPT-170",
        Severity::Warning,
        || extended(70, 18),
        |case| {
            case.add(day(84), amended().with_frame(TimeFrame::Sessions(20)));
        },
    )
    .says(&[("by_many", |case| *case = extended(70, 21))])
    .silent(Topic::Agreements),
    Proof::of(
        "IPT-172",
        Severity::Warning,
        || used_up(105),
        |case| *case = used_up(106),
    )
    .silent(Topic::Agreements),
    Proof::of("IPT-173", Severity::Warning, judged, |case| {
        without(&mut case.entries, FactKind::JudgementMade);
    })
    .silent(Topic::Ending),
    Proof::of(
        "IPT-175",
        Severity::Note,
        || cut(84),
        |case| *case = extended(70, 18),
    )
    .says(&[
        ("without_reason", |case| {
            *case = extended(70, 18);
            edit_amendment(case, |amended| amended.reason = None);
        }),
        ("in_weeks", |case| {
            *case = Case::new(&LATE_LIFE, in_weeks(12));
            case.add(day(70), amended().with_frame(TimeFrame::Weeks(16)));
        }),
    ])
    .silent(Topic::Agreements),
];

fn course() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// The course as it stood at the end of a day.
fn cut(last: u64) -> Case {
    let mut case = transition();
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on <= day(last)));
    case
}

/// Puts the n-th session and what follows it off by so many days.
fn put_off(entries: &mut [Entry], n: usize, days: i64) {
    postpone(entries, session_day(entries, n), days);
}

/// Sessions of these numbers were missed: a note of the same day without what was done in it.
fn miss(entries: &mut [Entry], numbers: &[u16], attendance: Attendance) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.number.is_some_and(|number| numbers.contains(&number)) {
                **note = Session::new(attendance);
            }
        }
    });
}

/// The contract is changed by agreement, for a reason.
fn amended() -> ContractAmended {
    ContractAmended::new()
        .with_reason(AmendmentReason::MoreWork)
        .with_note(FreeText::from("more time for the new role"))
        .with_patient_agreed(Stated::Done)
}

/// The patient telephones between the fifth session and the sixth.
fn in_touch() -> Case {
    let mut case = transition();
    case.add(day(30), OutreachMade::new().with_reached(Stated::Done));
    case
}

/// From the fifth session to the eighth in nine days.
fn twice_a_week(case: &mut Case) {
    for n in [6, 7, 8] {
        put_off(&mut case.entries, n, -4);
    }
}

/// Seven gaps are longer by so many days.
fn stretch_out(case: &mut Case, days: i64) {
    for n in 6..=12 {
        put_off(&mut case.entries, n, days);
    }
}

/// The second session is missed on a Monday without a word, and held a week later; on Tuesday the
/// patient was called.
fn early_no_show() -> Case {
    let mut case = transition();
    put_off(&mut case.entries, 2, 7);
    case.add(day(7), Session::new(Attendance::DidNotAttend));
    case.add(day(8), OutreachMade::new());
    case
}

/// Late cancellations count, and a session was cancelled in good time.
fn cancelled_late() -> Case {
    let mut case = transition();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.missed_sessions = Some(MissedSessionPolicy::LateCancelAndNoShow);
        }
    });
    put_off(&mut case.entries, 6, 7);
    case.add(day(35), Session::new(Attendance::CancelledByPatient));
    notice(&mut case, Some(72));
    case
}

fn notice(case: &mut Case, hours: Option<u16>) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.attendance == Attendance::CancelledByPatient {
                note.notice_hours = hours;
            }
        }
    });
}

/// A break of two weeks after the fifth session, which lies on day 28, announced on a day.
fn announced(on: u64, contact: Stated) -> Case {
    let mut case = transition();
    put_off(&mut case.entries, 6, 14);
    case.add(
        day(on),
        BreakAnnounced::new(day(30), day(45)).with_crisis_contact(contact),
    );
    case
}

/// A course that pauses after the fifth session, seen on a day.
/// Three days in hospital between sessions 10 and 11.
fn in_hospital() -> Case {
    let mut case = transition();
    case.add(day(64), Admission::new(AdmissionEvent::Admitted));
    case.add(day(67), Admission::new(AdmissionEvent::Discharged));
    case
}

fn pausing(review_on: Option<chrono::NaiveDate>, as_of: u64) -> Case {
    let mut case = cut(28);
    let pause = Paused::new()
        .with_reason(PauseReason::Holiday)
        .with_review_on(review_on);
    case.entries.push(at(day(29), pause));
    case.as_of = Some(day(as_of));
    case
}

/// Neither contract nor initial phase say whom to call in a crisis.
fn nobody_to_call(case: &mut Case) {
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::ContractAgreed(contract) => {
            contract.terms = contract
                .terms
                .map(|terms| terms.without(ContractTerm::CrisisContact));
        }
        Fact::Session(note) => note
            .tasks
            .retain(|task| task.task != InitialTask::ContingencyTalk.into()),
        _ => {}
    });
}

/// Two sessions are missed without a word; the patient comes again a fortnight after the second
/// one.
fn two_missed(case: &mut Case) {
    miss(&mut case.entries, &[6, 7], Attendance::DidNotAttend);
    put_off(&mut case.entries, 6, 7);
}

/// A course under a contract of so many weeks.
fn in_weeks(weeks: u16) -> Vec<Entry> {
    let mut entries = flawless(&LATE_LIFE, ProblemArea::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(agreed) = fact {
            agreed.frame = TimeFrame::Weeks(weeks);
        }
    });
    entries
}

fn edit_amendment(case: &mut Case, edit: fn(&mut ContractAmended)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAmended(amended) = fact {
            edit(amended);
        }
    });
}

/// A course in session 13, whose contract was extended to so many sessions.
fn extended(on: u64, sessions: u16) -> Case {
    let mut case = cut(84);
    case.add(day(on), amended().with_frame(TimeFrame::Sessions(sessions)));
    case
}

/// A course that is not closed after its last session, on day 105, and that is extended by four
/// sessions.
fn used_up(on: u64) -> Case {
    let mut case = transition();
    without(&mut case.entries, FactKind::Closed);
    case.add(day(on), amended().with_frame(TimeFrame::Sessions(20)));
    case
}

/// A course in session 13 that is extended since symptoms came back.
fn symptoms_returned() -> Case {
    let mut case = extended(84, 20);
    edit_amendment(&mut case, |amended| {
        amended.reason = Some(AmendmentReason::SymptomReturnNearEnd);
    });
    case
}

/// The same with a thought on the ending.
fn judged() -> Case {
    let mut case = symptoms_returned();
    case.add(
        day(84),
        JudgementMade::new(Criterion::ENDING_REACTION, true),
    );
    case
}

/// Which of these codes stand.
fn among<'a>(report: &Report, block: &[&'a str]) -> Vec<&'a str> {
    let stands = |code: &str| report.standing().any(|found| found.code.as_str() == code);
    block.iter().copied().filter(|code| stands(code)).collect()
}

#[track_caller]
fn untold(mut case: Case, topic: Topic, code: &'static str) {
    unreported(&mut case.entries, topic);
    assert_eq!(
        outcome(&report(&ACUTE_16, case.entries), code),
        Outcome::CannotTell,
        "without {topic}"
    );
}

/// Which of its cases a finding is.
fn said(finding: &Finding) -> String {
    finding.case().unwrap().name.to_string()
}

/// What is said of gaps between sessions, and stands.
fn gaps(report: &Report) -> Vec<String> {
    report
        .of(RuleCode::from_static("IPT-156"))
        .filter(|found| found.stands())
        .map(said)
        .collect()
}

#[test]
fn each_missed_session_is_noted_with_who_missed_it() {
    let mut entries = course();
    miss(&mut entries, &[6], Attendance::DidNotAttend);
    miss(&mut entries, &[9], Attendance::CancelledByService);
    let report = report(&ACUTE_16, entries);
    let found: Vec<_> = of(&report, "IPT-154")
        .iter()
        .map(|found| said(found))
        .collect();
    assert_eq!(found, ["did_not_attend", "cancelled_by_service"]);
}

/// What was missed in the same way is one line of the report.
#[test]
fn missed_sessions_are_told_together_and_no_shows_apart_from_cancellations() {
    let mut entries = course();
    miss(&mut entries, &[6, 9], Attendance::DidNotAttend);
    miss(&mut entries, &[12], Attendance::CancelledByPatient);
    let report = report(&ACUTE_16, entries);
    let lines: Vec<_> = report
        .lines()
        .iter()
        .filter(|line| line.finding.code.as_str() == "IPT-154")
        .map(|line| line.also.len())
        .collect();
    assert_eq!(lines, [1, 0]);
}

#[test]
fn a_gap_is_reported_on_its_highest_rung_alone() {
    // Weekly sessions: a gap of 7 + n days against 10, 14 and 28.
    for (days, expected) in [
        (3, &[][..]),
        (4, &["slight"]),
        (7, &["slight"]),
        (8, &["long"]),
        (21, &["long"]),
        (22, &["silent"]),
    ] {
        let mut entries = course();
        put_off(&mut entries, 6, days);
        assert_eq!(gaps(&report(&ACUTE_16, entries)), expected, "{days}");
    }
}

/// A waiver, or a policy, that names a rung of before covers the gap.
#[test]
fn the_rungs_of_before_lead_to_the_gap() {
    for old in ["IPT-155", "IPT-157", "IPT-174"] {
        assert_eq!(
            interpersonal::rule::RuleMeta::get(RuleCode::from_static(old))
                .unwrap()
                .code
                .as_str(),
            "IPT-156"
        );
    }
    let long = interpersonal::rule::RuleMeta::get(RuleCode::from_static("IPT-163")).unwrap();
    assert_eq!(long.code.as_str(), "IPT-162");
}

#[test]
fn a_long_gap_says_its_days_and_those_that_are_covered() {
    let mut entries = course();
    put_off(&mut entries, 6, 25);
    add(
        &mut entries,
        day(21),
        BreakAnnounced::new(day(30), day(40)).with_crisis_contact(Stated::Done),
    );
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-156")[0].to_string(),
        "No session was held between 2 February and 6 March: 32 days, 11 of them within a pause, an announced break or a stay in hospital; at the pace in force, more than 14 other days count as a long gap."
    );
}

/// Where contacts are not reported, whatever covers a long gap is asked for; where sessions are
/// not, nobody knows that it is one.
#[test]
fn a_long_gap_is_an_open_question_where_contacts_are_not_reported() {
    for (days, asks) in [
        (4, None),
        (
            8,
            Some(
                "Between 2 February and 17 February no session was held: 15 days, 0 of them within a pause, an announced break or a stay in hospital on record. What explains the others?",
            ),
        ),
        (
            22,
            Some(
                "Between 2 February and 3 March no session was held (29 days). Was anybody in touch with the patient, or was there a pause, \
                  an announced break or a stay in hospital?",
            ),
        ),
    ] {
        let mut entries = course();
        put_off(&mut entries, 6, days);
        unreported(&mut entries, Topic::Contacts);
        let open = report(&ACUTE_16, entries.clone());
        assert_eq!(outcome(&open, "IPT-156"), Outcome::CannotTell);
        let asked: Vec<_> = open
            .questions()
            .filter(|asked| asked.code().as_str() == "IPT-156")
            .map(ToString::to_string)
            .collect();
        assert_eq!(asked, asks.as_slice(), "{days}");
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Opened(opened) = fact {
                opened.reporting = Reporting::COMPLETE.without(Topic::Sessions);
            }
        });
        let silent = report(&ACUTE_16, entries);
        assert_eq!(outcome(&silent, "IPT-156"), Outcome::CannotTell);
        assert!(
            silent
                .questions()
                .all(|asked| asked.code().as_str() != "IPT-156")
        );
    }
}

#[test]
fn a_pause_a_stay_in_hospital_or_an_announced_break_covers_a_gap() {
    let cover: [fn(&mut Vec<Entry>); 3] = [
        |entries| {
            let paused = Paused::new()
                .with_reason(PauseReason::Illness)
                .with_review_on(day(45));
            add(entries, day(29), paused);
            add(entries, day(55), Resumed::new());
        },
        |entries| {
            add(entries, day(29), Admission::new(AdmissionEvent::Admitted));
            add(entries, day(55), Admission::new(AdmissionEvent::Discharged));
        },
        |entries| {
            let announced = BreakAnnounced::new(day(29), day(55)).with_crisis_contact(Stated::Done);
            add(entries, day(21), announced);
        },
    ];
    for cover in cover {
        let mut entries = course();
        put_off(&mut entries, 6, 25);
        cover(&mut entries);
        let report = report(&ACUTE_16, entries);
        assert!(
            among(&report, &["IPT-156", "IPT-159", "IPT-162", "IPT-165"]).is_empty(),
            "{:#?}",
            report.findings
        );
    }
}

#[test]
fn a_day_that_two_breaks_cover_is_covered_once() {
    let mut entries = course();
    put_off(&mut entries, 6, 25);
    // Twelve days twice do not cover 32: 20 are left.
    for from in [29, 30] {
        add(
            &mut entries,
            day(21),
            BreakAnnounced::new(day(from), day(40)).with_crisis_contact(Stated::Done),
        );
    }
    assert_eq!(gaps(&report(&ACUTE_16, entries)), ["long"]);
}

#[test]
fn whether_there_was_a_second_session_cannot_be_told_where_sessions_are_not_reported() {
    for code in ["IPT-156", "IPT-159", "IPT-162"] {
        assert_eq!(
            outcome(&report(&ACUTE_16, cut(0).entries), code),
            Outcome::DoesNotApply,
            "{code}"
        );
        untold(cut(0), Topic::Sessions, code);
    }
}

#[test]
fn gaps_are_measured_in_the_interval_of_the_contract() {
    let mut entries = course();
    add(&mut entries, day(28), amended().with_interval_days(14_u16));
    put_off(&mut entries, 6, 7);
    assert!(gaps(&report(&ACUTE_16, entries)).is_empty());
}

#[test]
fn an_open_gap_grows_with_the_days() {
    let open = crate::course(&ACUTE_16, cut(35).entries);
    let on = |after| gaps(&Validator::new().validate(&open, day(after)));
    assert_eq!(on(45), [""; 0]);
    assert_eq!(on(46), ["slight"]);
    assert_eq!(on(50), ["long"]);
    assert_eq!(on(64), ["silent"]);
}

#[test]
fn sessions_crowd_unless_there_is_a_crisis_or_the_contract_says_so() {
    let crowded = || {
        let mut case = transition();
        put_off(&mut case.entries, 6, -6);
        case
    };
    let mut crisis = crowded();
    edit_session(&mut crisis.entries, 6, |note| {
        note.kind = SessionKind::Crisis;
    });
    assert_outcome(&ACUTE_16, crisis.entries, "IPT-158", Outcome::Holds);
    let mut agreed = crowded();
    agreed.add(day(21), amended().with_interval_days(3_u16));
    assert_outcome(&ACUTE_16, agreed.entries, "IPT-158", Outcome::Holds);
    untold(crowded(), Topic::Agreements, "IPT-158");
}

#[test]
fn a_session_beside_the_main_track_crowds_nobody() {
    let mut case = transition();
    let mut beside = Session::attended();
    beside.track = Track::MidTreatment;
    case.add(day(34), beside);
    assert_outcome(&ACUTE_16, case.entries, "IPT-158", Outcome::Holds);
}

/// Of one slow pace one finding speaks, and the overrun that comes of it follows.
#[test]
fn the_notes_within_a_drifting_stretch_are_not_said_again() {
    let mut case = transition();
    stretch_out(&mut case, 6);
    let report = report(&ACUTE_16, case.entries);
    assert_eq!(gaps(&report), [""; 0]);
    let follows = of(&report, "IPT-162")[0]
        .follows
        .map(|cause| cause.code.to_string());
    assert_eq!(follows.as_deref(), Some("IPT-159"));
}

/// A gap is long by itself where its own rule finds it: what a break covers does not hide that the
/// spacing drifts.
#[test]
fn the_spacing_drifts_across_a_break_as_well() {
    let mut case = transition();
    for (n, days) in [(6, 4), (7, 4), (8, 10)] {
        put_off(&mut case.entries, n, days);
    }
    let without_break = report(&ACUTE_16, case.entries.clone());
    assert_eq!(among(&without_break, &["IPT-156", "IPT-159"]), ["IPT-156"]);
    // Of the seventeen days from the fiftieth on, six are announced.
    case.add(
        day(50),
        BreakAnnounced::new(day(55), day(60)).with_crisis_contact(Stated::Done),
    );
    assert_eq!(
        among(&report(&ACUTE_16, case.entries), &["IPT-156", "IPT-159"]),
        ["IPT-159"]
    );
}

#[test]
fn two_sessions_a_week_are_in_order_where_they_were_agreed() {
    let mut agreed = transition();
    twice_a_week(&mut agreed);
    agreed.add(day(28), amended().with_interval_days(3_u16));
    assert_outcome(&ACUTE_16, agreed.entries, "IPT-160", Outcome::Holds);
}

#[test]
fn an_amendment_to_a_faster_pace_than_the_protocol_has_is_found() {
    let amended_to = |days: u16| {
        let mut entries = flawless(&B_8, ProblemArea::RoleTransition);
        add(&mut entries, day(28), amended().with_interval_days(days));
        of(&report(&B_8, entries), "IPT-160").len()
    };
    assert_eq!((amended_to(5), amended_to(3)), (0, 1));
    // What the first contract says has its own rule.
    let mut entries = flawless(&B_8, ProblemArea::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(agreed) = fact {
            agreed.interval_days = Some(3);
        }
    });
    assert_eq!(
        among(&report(&B_8, entries), &["IPT-084", "IPT-160"]),
        ["IPT-084"]
    );
}

#[test]
fn a_protocol_that_widens_the_spacing_lets_an_amendment_do_so() {
    let mut entries = flawless(&LATE_LIFE, ProblemArea::RoleTransition);
    add(&mut entries, day(70), amended().with_interval_days(14_u16));
    assert_outcome(&LATE_LIFE, entries, "IPT-161", Outcome::DoesNotApply);
}

#[test]
fn going_back_to_the_spacing_of_the_protocol_widens_nothing() {
    let mut entries = course();
    add(&mut entries, day(28), amended().with_interval_days(3_u16));
    add(&mut entries, day(56), amended().with_interval_days(7_u16));
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-161", Outcome::Holds);
    add(&mut entries, day(70), amended().with_interval_days(14_u16));
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-161")[0].to_string(),
        "An amendment of the contract on 16 March set sessions 14 days apart; contract and protocol allowed at most 7."
    );
}

#[test]
fn an_overrun_is_held_against_the_narrower_of_its_bounds() {
    // Sixteen sessions in sixteen weeks: four weeks more, on day 140, are less than half of them.
    for (days, found) in [(5, 0), (6, 1), (10, 1)] {
        let mut case = transition();
        stretch_out(&mut case, days);
        assert_eq!(
            of(&report(&ACUTE_16, case.entries.clone()), "IPT-162").len(),
            found,
            "{days}"
        );
        if found > 0 {
            untold(case, Topic::Contacts, "IPT-162");
        }
    }
    // Of eight weeks, half of them are four.
    let most = |days| {
        let mut entries = flawless(&B_8, ProblemArea::RoleTransition);
        put_off(&mut entries, 4, days);
        of(&report(&B_8, entries), "IPT-162")
            .first()
            .and_then(|found| found.evidence.get("limit"))
    };
    let planned = u32::from(B_8.spec().dose.weeks.value.typical) * 7;
    assert_eq!(most(100), Some((planned * 3 / 2).min(planned + 28).into()));
}

/// Sessions 6 to 8 are missed, and nobody does anything.
fn three_missed() -> Case {
    let mut case = transition();
    miss(&mut case.entries, &[6, 7, 8], Attendance::DidNotAttend);
    case
}

const ABSENCE: [&str; 2] = ["IPT-164", "IPT-165"];

#[test]
fn a_patient_who_was_sought_or_of_whom_it_was_decided_is_let_be() {
    let after = |fact: Fact, on: u64| {
        let mut case = three_missed();
        case.add(day(on), fact);
        among(&report(&ACUTE_16, case.entries), &ABSENCE)
    };
    assert_eq!(
        after(OutreachMade::new().with_reached(Stated::NotDone).into(), 44),
        ["IPT-165"]
    );
    assert_eq!(
        after(
            EngagementDecided::new(EngagementDecision::Continue).into(),
            50
        ),
        ["IPT-164"]
    );
    assert_eq!(
        after(
            EngagementDecided::new(EngagementDecision::Continue).into(),
            44
        ),
        [""; 0]
    );
    assert_eq!(
        after(IncidentRecorded::new(Incident::Death).into(), 34),
        [""; 0]
    );
    assert_eq!(
        after(Admission::new(AdmissionEvent::Admitted).into(), 30),
        [""; 0]
    );
    for code in ABSENCE {
        untold(three_missed(), Topic::Contacts, code);
        // With sessions unreported there may be others that were missed.
        untold(transition(), Topic::Sessions, code);
    }
}

/// Who cancels is in touch: a run of cancellations alone is no reason to seek the patient.
#[test]
fn cancellations_count_as_staying_away_only_beside_a_session_missed_without_a_word() {
    let found = |attendances: [Attendance; 2]| {
        let mut entries = course();
        for (n, attendance) in [6, 7].into_iter().zip(attendances) {
            miss(&mut entries, &[n], attendance);
        }
        put_off(&mut entries, 6, 7);
        among(&report(&ACUTE_16, entries), &["IPT-164"])
    };
    assert_eq!(found([Attendance::CancelledByPatient; 2]), [""; 0]);
    assert_eq!(
        found([Attendance::CancelledByPatient, Attendance::DidNotAttend]),
        ["IPT-164"]
    );
}

/// One patient who stays away is one finding, and what would not be there without it stands under
/// it.
#[test]
fn what_is_said_of_one_absence_follows_from_the_gravest() {
    let follows = |report: &Report, code| {
        of(report, code)[0]
            .follows
            .map(|cause| cause.code.to_string())
    };
    let missed = report(&ACUTE_16, three_missed().entries);
    assert_eq!(follows(&missed, "IPT-165").as_deref(), Some("IPT-164"));
    // The first of two missed sessions is an early one.
    let mut early = transition();
    put_off(&mut early.entries, 2, 14);
    for missed in [7, 14] {
        early.add(day(missed), Session::new(Attendance::DidNotAttend));
    }
    put_off(&mut early.entries, 2, 7);
    let early = report(&ACUTE_16, early.entries);
    assert_eq!(
        follows(&early, "IPT-164").as_deref(),
        Some("IPT-166"),
        "{:#?}",
        early.findings
    );
}

/// Neither a decision nor a death is told as an attempt to reach the patient, nor a death as a
/// decision.
#[test]
fn what_came_late_is_called_what_it_was() {
    let among_late = |fact: Fact| {
        let mut case = three_missed();
        case.entries
            .retain(|entry| entry.day().is_none_or(|on| on <= day(49)));
        case.add(day(57), fact);
        let course = crate::course(&ACUTE_16, case.entries);
        let report = Validator::new().validate(&course, day(70));
        ["IPT-164", "IPT-165"].map(|code| of(&report, code).first().map(|found| said(found)))
    };
    let unanswered = ["not_sought", "undecided"].map(|case| Some(case.to_owned()));
    assert_eq!(
        among_late(IncidentRecorded::new(Incident::Death).into()),
        unanswered
    );
    assert_eq!(
        among_late(EngagementDecided::new(EngagementDecision::Continue).into()),
        ["not_sought", "decided_late"].map(|case| Some(case.to_owned()))
    );
}

/// What came after the patient was back answers nothing any more.
#[test]
fn a_patient_who_was_sought_late_is_a_note_and_one_who_came_back_unsought_a_warning() {
    let sought = |on: u64| {
        let mut case = transition();
        two_missed(&mut case);
        case.add(day(on), OutreachMade::new());
        let report = report(&ACUTE_16, case.entries);
        of(&report, "IPT-164")
            .first()
            .map(|found| (found.severity, said(found)))
    };
    // Missed on days 35 and 42, due by day 49, and back on day 56.
    assert_eq!(sought(49), None);
    assert_eq!(sought(50), Some((Severity::Note, "sought_late".to_owned())));
    assert_eq!(
        sought(57),
        Some((Severity::Warning, "not_sought".to_owned()))
    );
}

#[test]
fn what_the_therapist_cancelled_is_no_absence_of_the_patient() {
    let mut entries = course();
    miss(&mut entries, &[6, 7, 8], Attendance::CancelledByTherapist);
    assert!(among(&report(&ACUTE_16, entries), &["IPT-164", "IPT-166"]).is_empty());
}

/// A silence is the gap in which it lies, once.
#[test]
fn a_silence_longer_than_the_protocol_lets_pass_is_said_with_the_gap() {
    let silent = |from: Vec<Entry>, fact: Option<Fact>| {
        let mut entries = from;
        put_off(&mut entries, 6, 22);
        if let Some(fact) = fact {
            add(&mut entries, day(40), fact);
        }
        let report = report(&ACUTE_16, entries);
        assert_eq!(among(&report, &["IPT-165"]), [""; 0]);
        gaps(&report)
    };
    assert_eq!(silent(course(), None), ["silent"]);
    assert_eq!(silent(in_touch().entries, None), ["break"]);
    assert_eq!(
        silent(
            course(),
            Some(EngagementDecided::new(EngagementDecision::Continue).into())
        ),
        ["break"]
    );
    assert_eq!(
        silent(
            course(),
            Some(Session::new(Attendance::CancelledByPatient).into())
        ),
        ["break"]
    );
}

#[test]
fn an_early_absence_is_answered_within_two_working_days() {
    let contacted = |missed: u64, contact: u64| {
        let mut case = transition();
        put_off(&mut case.entries, 2, 14);
        case.add(day(missed), Session::new(Attendance::DidNotAttend));
        case.add(day(contact), OutreachMade::new());
        outcome(&report(&ACUTE_16, case.entries), "IPT-166")
    };
    // Day 7 is a Monday, day 11 a Friday: the weekend does not count.
    assert_eq!(
        (contacted(7, 9), contacted(7, 10)),
        (Outcome::Holds, Outcome::Found)
    );
    assert_eq!(
        (contacted(11, 15), contacted(11, 16)),
        (Outcome::Holds, Outcome::Found)
    );
}

#[test]
fn after_two_sessions_an_absence_is_no_early_one() {
    let mut entries = course();
    put_off(&mut entries, 3, 7);
    add(
        &mut entries,
        day(14),
        Session::new(Attendance::DidNotAttend),
    );
    assert_outcome(&ACUTE_16, entries, "IPT-166", Outcome::Holds);
}

#[test]
fn whether_lateness_matters_is_the_contracts_to_say() {
    assert_outcome(&ACUTE_16, course(), "IPT-167", Outcome::DoesNotApply);
    untold(transition(), Topic::Agreements, "IPT-167");
    let mut case = cancelled_late();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.notice_hours = None;
        }
    });
    // What late is, the contract says, and a rule on contracts asks it.
    notice(&mut case, None);
    assert_outcome(&ACUTE_16, case.entries, "IPT-167", Outcome::Holds);
    let mut unsaid = cancelled_late();
    notice(&mut unsaid, None);
    unreported(&mut unsaid.entries, Topic::Sessions);
    let open = report(&ACUTE_16, unsaid.entries);
    let asked: Vec<_> = open
        .questions()
        .filter(|asked| asked.code().as_str() == "IPT-167")
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        asked,
        [
            "By the contract, a late cancellation counts as one of the sessions. How many hours before the session of 9 February did the \
             patient cancel it?"
        ]
    );
}

#[test]
fn a_break_is_announced_in_a_session_before_it() {
    let said_of = |case: Case| -> Vec<String> {
        of(&report(&ACUTE_16, case.entries), "IPT-168")
            .iter()
            .map(|it| said(it))
            .collect()
    };
    assert_eq!(said_of(announced(29, Stated::Done)), ["late"]);
    let mut silent = announced(28, Stated::NotReported);
    assert_eq!(
        said_of(silent.clone()),
        [""; 0],
        "whom to call was agreed in the initial phase"
    );
    nobody_to_call(&mut silent);
    assert_eq!(said_of(silent.clone()), ["contact_unknown"]);
    untold(silent.clone(), Topic::Contacts, "IPT-168");
    // A safety plan says whom to call.
    let plan = SafetyResponse::new(SafetyAction::SafetyPlan);
    silent.add(day(14), plan);
    assert_eq!(said_of(silent), [""; 0]);
    assert_outcome(&ACUTE_16, course(), "IPT-168", Outcome::DoesNotApply);
}

#[test]
fn a_pause_is_looked_at_again_on_its_day() {
    let left = pausing(Some(day(40)), 40);
    let open = crate::course(&ACUTE_16, left.entries);
    let found = |after| of(&Validator::new().validate(&open, day(after)), "IPT-169").len();
    assert_eq!((found(40), found(41)), (0, 1));

    // Without such a day it is asked for, as long as the pause goes on.
    let mut unplanned = pausing(None, 35);
    let open = crate::course(&ACUTE_16, unplanned.entries.clone());
    assert_eq!(
        said(of(&Validator::new().validate(&open, day(35)), "IPT-169")[0]),
        "no_day"
    );
    unplanned.entries.push(at(day(42), Resumed::new()));
    assert_outcome(&ACUTE_16, unplanned.entries, "IPT-169", Outcome::Holds);
}

const EXTENSIONS: [&str; 4] = ["IPT-170", "IPT-172", "IPT-173", "IPT-175"];

#[test]
fn of_an_extension_one_rule_speaks() {
    let stands = |case: Case| among(&report(&ACUTE_16, case.entries), &EXTENSIONS);
    assert_eq!(stands(extended(70, 20)), ["IPT-175"]);
    assert_eq!(stands(extended(70, 21)), ["IPT-170"]);
    assert_eq!(
        stands(used_up(105)),
        ["IPT-175"],
        "on the day of the last session"
    );
    assert_eq!(stands(used_up(106)), ["IPT-172"]);
    let mut twice = extended(70, 18);
    twice.add(day(84), amended().with_frame(TimeFrame::Sessions(20)));
    assert_eq!(stands(twice), ["IPT-170", "IPT-175"]);
    // Whether the patient agreed has a rule of its own.
    for agreed in [Stated::NotReported, Stated::NotDone] {
        let mut case = extended(70, 20);
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::ContractAmended(amended) = fact {
                amended.patient_agreed = agreed;
            }
        });
        assert_eq!(stands(case), [""; 0]);
    }
}

#[test]
fn how_often_a_contract_was_extended_before_the_record_begins_cannot_be_told() {
    let entries = crate::phases::midway(course(), day(84), Phase::Middle, 12);
    assert_outcome(&ACUTE_16, entries, "IPT-170", Outcome::CannotTell);
}

#[test]
fn an_end_that_is_moved_forward_is_no_extension() {
    assert_eq!(
        among(&report(&ACUTE_16, extended(70, 14).entries), &EXTENSIONS),
        [""; 0]
    );
}

#[test]
fn an_agreement_on_more_weeks_is_noted_while_the_first_ones_run() {
    let more = |on: u64, weeks: u16| {
        let mut entries = in_weeks(12);
        add(
            &mut entries,
            day(on),
            amended().with_frame(TimeFrame::Weeks(weeks)),
        );
        of(&report(&LATE_LIFE, entries), "IPT-175").len()
    };
    assert_eq!((more(70, 16), more(85, 16), more(70, 10)), (1, 0, 0));
}

#[test]
fn whether_an_extension_came_in_time_cannot_be_told_without_sessions() {
    untold(extended(70, 20), Topic::Sessions, "IPT-172");
}

#[test]
fn talking_about_the_ending_is_considering_the_reaction_to_it() {
    assert_outcome(
        &ACUTE_16,
        symptoms_returned().entries,
        "IPT-173",
        Outcome::Found,
    );
    let mut felt = symptoms_returned();
    felt.add(day(84), TaskNote::done(EndingTask::FeelingsAboutEnding));
    assert_outcome(&ACUTE_16, felt.entries, "IPT-173", Outcome::Holds);
    untold(symptoms_returned(), Topic::Measures, "IPT-173");
    assert_outcome(&ACUTE_16, course(), "IPT-173", Outcome::DoesNotApply);
}

#[test]
fn a_last_session_put_off_is_a_gap_unless_that_was_agreed() {
    let mut entries = course();
    put_off(&mut entries, 16, 14);
    assert_eq!(gaps(&report(&ACUTE_16, entries)), ["long"]);
    let mut agreed = course();
    add(&mut agreed, day(98), amended().with_interval_days(21_u16));
    put_off(&mut agreed, 16, 14);
    assert_eq!(gaps(&report(&ACUTE_16, agreed)), [""; 0]);
}

/// The day on which the contract ran out is that of its last session, also where others were held
/// beyond it.
#[test]
fn an_extension_that_came_late_says_when_the_contract_had_run_out() {
    let mut case = used_up(113);
    let mut last = None;
    edit_session(&mut case.entries, 16, |note| last = Some(note.clone()));
    let mut beyond = last.unwrap().with_number(17);
    beyond.tasks.clear();
    case.add(day(112), beyond);
    let report = report(&ACUTE_16, case.entries);
    let late = of(&report, "IPT-172")[0];
    assert_eq!(
        late.to_string(),
        "On 28 April the contract was extended from 16 to 20 sessions, after it had run out on 20 April."
    );
    assert_eq!(
        late.follows.map(|cause| cause.code.to_string()).as_deref(),
        Some("IPT-107")
    );
}

#[test]
fn extended_by_four_sessions_in_session_14_by_agreement() {
    let mut case = cut(91);
    case.entries
        .push(at(day(91), amended().with_frame(TimeFrame::Sessions(20))));
    let report = report(&ACUTE_16, case.entries.clone());
    assert_eq!(among(&report, &EXTENSIONS), ["IPT-175"]);
    let course = crate::course(&ACUTE_16, case.entries);
    assert_eq!(
        (course.state().phase(), course.state().planned()),
        (Phase::Termination, Some(20))
    );
    let back = at(
        day(92),
        interpersonal::record::setting::PhaseBegun::new(Phase::Middle),
    );
    let Content::Fact { fact, .. } = &back.content else {
        unreachable!()
    };
    assert!(course.decide(fact, day(92)).is_by_the_book());
    // The new end has to be announced again.
    assert!(!course.state().end_announced());
}

#[test]
fn who_was_seen_on_the_day_that_was_missed_did_not_stay_away() {
    let mut case = transition();
    let on = session_day(&case.entries, 1);
    case.add(on, Session::new(Attendance::DidNotAttend));
    let report = report(&ACUTE_16, case.entries);
    assert!(of(&report, "IPT-166").is_empty());
    // That the two notes do not go together is said all the same.
    assert_eq!(of(&report, "IPT-305").len(), 1);
}
