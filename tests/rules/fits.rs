//! IPT-300 to IPT-315: whether the record fits together.

use interpersonal::{
    AppKey, Entry, Fact, ProblemArea, Protocol, RuleCode, Severity, Stated, TaskNote,
    chrono::{Days, NaiveDate},
    course::Content,
    measure::{Instrument, InstrumentId, ItemAnswer, Rater, Score},
    protocol::preset::{self, ACUTE_16, INPAT_15, WHO_G8},
    record::{
        contact::{Admission, AdmissionEvent, BreakAnnounced, Contact, ContactWith, Resumed},
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        inventory::PersonInventoried,
        patient::{AgeRecorded, DiagnosisMade, DiagnosisRole},
        safety::{ConcernKind, ConcernRaised, Enquiry, Incident, IncidentRecorded},
        session::{Attendance, Session, SessionKind},
        setting::{ScreenItem, ScreenSet},
    },
    rule::{Outcome, Report, Validator},
    vocabulary::{ApproxDate, DiagnosisCode, EndingTask, InitialTask, Label, PersonRef, Precision},
};

use crate::{
    Case, Proof, acute, add, course, day, edit_facts, edit_session, evening, flawless, of, report,
    safety, session_day, start, transition,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-300", Severity::Warning, transition, |case| {
        onset(case, ApproxDate::exactly(day(500)));
    })
    .says(&[
        ("after_its_day", |case| {
            onset(case, ApproxDate::exactly(day(20)));
            for entry in &mut case.entries {
                if matches!(entry.stated(), Some((_, Fact::OnsetDated(_)))) {
                    entry.recorded_at = evening(day(40));
                }
            }
        }),
        ("before_birth", |case| onset(case, year(1950))),
        ("set_behind", |case| {
            edit_facts(&mut case.entries, |on, fact| {
                if let Fact::ContractAgreed(agreed) = fact {
                    agreed.ends_on = on.checked_sub_days(Days::new(10));
                }
            });
        }),
    ]),
    Proof::of("IPT-301", Severity::Warning, transition, |case| {
        case.add(day(28), AgeRecorded::new(83));
    })
    .says(&[
        ("too_old", |case| case.add(day(28), AgeRecorded::new(255))),
        ("nought", |case| case.add(day(28), AgeRecorded::new(0))),
    ]),
    Proof::of("IPT-302", Severity::Warning, grief, |case| {
        edit_person(case, |person| person.alive = Some(true));
    })
    .says(&[
        ("involved", |case| {
            edit_person(case, |person| person.currently_involved = Some(true));
        }),
        ("met", |case| {
            let contact = Contact::new(ContactWith::SignificantOther).with_person(mourned(case));
            case.add(day(30), contact);
        }),
        ("two_days", |case| {
            edit_facts(&mut case.entries, |_, fact| {
                if let Fact::GriefDetailed(grief) = fact {
                    grief.when = Some(year(2019));
                }
            });
        }),
    ]),
    Proof::of("IPT-303", Severity::Warning, in_the_middle, |case| {
        case.add(day(63), IncidentRecorded::new(Incident::Death));
        case.add(day(70), Score::new(InstrumentId::PHQ_9, 4));
    })
    .says(&[("other_end", |case| {
        case.add(day(63), IncidentRecorded::new(Incident::Death));
        let (mode, result) = (EndMode::DroppedOut, ClinicalResult::NotAssessed);
        case.add(day(70), Closed::new(mode, result, Disposition::None));
    })]),
    Proof::of("IPT-304", Severity::Error, transition, |case| {
        scored(case, 1, 26, ItemAnswer::Denied);
    })
    .says(&[
        ("endorsed", |case| scored(case, 1, 0, ItemAnswer::Endorsed)),
        ("left_out", |case| {
            scored(case, 1, 26, ItemAnswer::NotAnswered);
        }),
    ]),
    Proof::of("IPT-305", Severity::Warning, transition, |case| {
        case.add(day(28), Session::new(Attendance::CancelledByTherapist));
    })
    .along(&["IPT-154"]),
    Proof::of("IPT-306", Severity::Warning, transition, |case| {
        let on = session_day(&case.entries, 5);
        move_session(case, 6, on);
    })
    .along(&["IPT-156", "IPT-160"])
    .says(&[
        ("twice", |case| {
            let on = session_day(&case.entries, 5);
            let mut copy = note(&case.entries, 5).clone();
            copy.number = None;
            case.add(on, copy);
        }),
        ("missed_twice", |case| {
            case.add(day(30), Session::new(Attendance::CancelledByTherapist));
            case.add(day(30), Session::new(Attendance::CancelledByService));
        }),
    ]),
    Proof::of("IPT-307", Severity::Warning, transition, |case| {
        edit_session(&mut case.entries, 7, |note| note.number = Some(8));
        edit_session(&mut case.entries, 8, |note| note.number = Some(7));
    })
    .says(&[
        ("more_than_days", |case| {
            edit_session(&mut case.entries, 16, |note| note.number = Some(100));
        }),
        ("left_out", |case| {
            edit_session(&mut case.entries, 16, |note| note.number = Some(18));
        }),
    ]),
    Proof::of("IPT-308", Severity::Warning, group, |case| {
        let before = note(&case.entries, 5).group_number;
        edit_session(&mut case.entries, 6, |note| note.group_number = before);
    })
    .says(&[
        ("back", |case| {
            edit_session(&mut case.entries, 6, |note| note.group_number = Some(1));
        }),
        ("left_out", |case| {
            renumber(case, |own| if own > 5 { own + 1 } else { own });
        }),
        ("beyond", |case| {
            renumber(case, |own| if own > 7 { own + 20 } else { own });
        }),
        ("below_own", |case| {
            renumber(case, |own| if own > 5 { own - 1 } else { own });
        }),
    ]),
    Proof::of("IPT-309", Severity::Warning, group, |case| {
        let key = note(&case.entries, 4).shared_key;
        edit_session(&mut case.entries, 5, |note| note.shared_key = key);
    })
    .says(&[("two_lengths", |case| {
        let on = session_day(&case.entries, 4);
        let mut copy = note(&case.entries, 4).clone();
        copy.number = None;
        copy.minutes = Some(17);
        case.add(on, copy);
    })]),
    Proof::of("IPT-310", Severity::Warning, transition, |case| {
        case.add(start(), diagnosis("F60.3", "icd-10-gm"));
    })
    .says(&[
        ("yes_and_no", |case| {
            screen(case, |present| {
                *present = ScreenItem::PersonalityDisorder.into();
            });
        }),
        ("danger", |case| {
            let concern = ConcernRaised::new(ConcernKind::SuicidalPlan);
            let on = screened_on(case);
            case.add(on, concern.with_immediate_danger(true));
        }),
        ("violence", |case| {
            edit_facts(&mut case.entries, |_, fact| {
                if let Fact::PersonInventoried(person) = fact {
                    person.coercion = Some(true);
                }
            });
        }),
    ]),
    Proof::of("IPT-311", Severity::Warning, transition, |case| {
        case.add(start(), diagnosis("6B00", "icd-10"));
    }),
    Proof::of("IPT-312", Severity::Warning, transition, |case| {
        let missed = Session::new(Attendance::CancelledByTherapist);
        case.add(day(30), missed.with_opening(Stated::Done));
    })
    .along(&["IPT-154"])
    .says(&[("safety", |case| {
        let missed = Session::new(Attendance::CancelledByTherapist);
        case.add(day(30), missed.with_enquiry(Enquiry::no_concern()));
    })]),
    Proof::of("IPT-313", Severity::Warning, transition, |case| {
        case.add(day(30), Resumed::new());
    })
    .says(&[
        ("discharged", |case| {
            case.add(day(30), Admission::new(AdmissionEvent::Discharged));
        }),
        ("admitted", |case| {
            case.add(day(30), Admission::new(AdmissionEvent::Admitted));
            case.add(day(32), Admission::new(AdmissionEvent::Admitted));
        }),
        ("after_closing", |case| {
            case.add(day(300), BreakAnnounced::new(day(300), day(301)));
        }),
    ]),
    Proof::of("IPT-314", Severity::Warning, transition, |case| {
        task(case, 1, TaskNote::new(EndingTask::Goodbye, Stated::Done));
    })
    .says(&[
        ("goodbye", |case| {
            task(case, 5, TaskNote::new(EndingTask::Goodbye, Stated::Done));
        }),
        ("late", |case| {
            task(
                case,
                16,
                TaskNote::new(InitialTask::Inventory, Stated::Done),
            );
        }),
    ]),
    Proof::of("IPT-315", Severity::Warning, transition, scored_again),
];

/// A second total of the day, by the same clinician.
fn scored_again(case: &mut Case) {
    let on = session_day(&case.entries, 1);
    edit_session(&mut case.entries, 1, |note| {
        note.scores[0].rater = Some(Rater::Clinician);
    });
    let mut score = note(&case.entries, 1).scores[0];
    score.total = score.total.map(|total| total + 1);
    case.add(on, score);
}

fn grief() -> Case {
    acute(ProblemArea::Grief)
}

fn group() -> Case {
    let area = WHO_G8.spec().focus.areas.value.iter().next().unwrap();
    Case::new(&WHO_G8, flawless(&WHO_G8, area))
}

fn in_the_middle() -> Case {
    Case::new(&ACUTE_16, safety::until(crate::base(), day(63)))
}

fn year(year: i32) -> ApproxDate {
    ApproxDate::new(
        NaiveDate::from_ymd_opt(year, 6, 1).unwrap(),
        Precision::Year,
    )
}

fn onset(case: &mut Case, onset: ApproxDate) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::OnsetDated(dated) = fact {
            dated.onset = Some(onset);
        }
    });
}

/// The person who is mourned.
fn mourned(case: &Case) -> PersonRef {
    let mut facts = case.entries.iter().filter_map(|entry| entry.stated());
    facts
        .find_map(|(_, fact)| match fact {
            Fact::GriefDetailed(grief) => grief.person,
            _ => None,
        })
        .unwrap()
}

fn edit_person(case: &mut Case, edit: impl Fn(&mut PersonInventoried)) {
    let mourned = mourned(case);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            if person.person == mourned {
                edit(person);
            }
        }
    });
}

fn scored(case: &mut Case, n: usize, total: u16, item: ItemAnswer) {
    edit_session(&mut case.entries, n, |note| {
        let score = note.scores.first_mut().unwrap();
        (score.total, score.self_harm_item) = (Some(total), Some(item));
    });
}

/// The note of the n-th held session.
fn note(entries: &[Entry], n: usize) -> &Session {
    let notes = entries.iter().filter_map(|entry| match entry.stated()?.1 {
        Fact::Session(note) if note.attendance.is_held() => Some(&**note),
        _ => None,
    });
    notes.into_iter().nth(n - 1).unwrap()
}

fn move_session(case: &mut Case, n: usize, to: NaiveDate) {
    let number = note(&case.entries, n).number;
    for entry in &mut case.entries {
        if let Content::Fact {
            on,
            fact: Fact::Session(note),
        } = &mut entry.content
        {
            if note.number == number {
                (*on, entry.recorded_at) = (to, evening(to));
            }
        }
    }
}

fn renumber(case: &mut Case, number: impl Fn(u16) -> u16) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.group_number = note.group_number.map(&number);
        }
    });
}

fn diagnosis(code: &'static str, system: &'static str) -> DiagnosisMade {
    DiagnosisMade::new(DiagnosisCode::from_static(code), Label::from_static(system))
        .with_role(DiagnosisRole::Comorbid)
}

fn screen(case: &mut Case, edit: impl Fn(&mut ScreenSet)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            edit(&mut screen.present);
        }
    });
}

fn screened_on(case: &Case) -> NaiveDate {
    let mut screens = case
        .entries
        .iter()
        .filter(|entry| matches!(entry.stated(), Some((_, Fact::ScreeningDone(_)))));
    screens.find_map(Entry::day).unwrap()
}

fn task(case: &mut Case, n: usize, task: TaskNote) {
    edit_session(&mut case.entries, n, |note| note.tasks.push(task));
}

/// What the block says of a record, as of the latest day.
fn of_the_record(protocol: &Protocol, entries: Vec<Entry>) -> Report {
    let course = interpersonal::Course::replay(protocol.clone(), entries).unwrap();
    Validator::record_only().validate(&course, course.state().last_day())
}

fn codes_of(report: &Report) -> Vec<(&str, Severity)> {
    let mut codes: Vec<_> = report
        .findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.severity))
        .collect();
    codes.dedup();
    codes
}

#[test]
fn no_exemplary_course_of_any_protocol_has_a_finding_of_the_block() {
    for &protocol in preset::ALL {
        for &area in ProblemArea::ALL {
            let report = of_the_record(protocol, flawless(protocol, area));
            let said: Vec<_> = report.findings.iter().map(ToString::to_string).collect();
            assert!(said.is_empty(), "{} {area}: {said:#?}", protocol.id());
        }
    }
}

#[test]
fn the_block_is_decided_whatever_the_record_reports() {
    for reporting in [
        interpersonal::Reporting::COMPLETE,
        interpersonal::Reporting::EXCERPT,
    ] {
        let mut entries = flawless(&ACUTE_16, ProblemArea::Grief);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::Opened(opened) = fact {
                opened.reporting = reporting;
            }
        });
        let report = of_the_record(&ACUTE_16, entries);
        let open = report
            .outcomes
            .iter()
            .filter(|(_, outcome)| *outcome != Outcome::Holds);
        assert_eq!(open.count(), 0, "{:?}", report.outcomes);
        assert_eq!(report.outcomes.len(), PROOFS.len());
        assert_eq!(report.questions().count(), 0);
        // It says nothing of treatment, and so reassures nobody.
        assert_eq!(
            report.conformance,
            interpersonal::rule::Conformance::CannotTell
        );
    }
}

#[test]
fn every_instrument_with_the_item_is_asked_whether_total_and_item_fit() {
    for instrument in Instrument::ALL.iter().filter(|it| it.self_harm.is_some()) {
        let fits = |total: u16, answer: ItemAnswer| {
            let mut entries = safety::until(crate::base(), day(0));
            add(
                &mut entries,
                day(0),
                Score::new(instrument.id, total).with_self_harm_item(answer),
            );
            codes_of(&of_the_record(&ACUTE_16, entries)).is_empty()
        };
        let (least, most) = (instrument.min(), instrument.max());
        assert!(!fits(most, ItemAnswer::Denied), "{}", instrument.short);
        assert!(!fits(most, ItemAnswer::NotAnswered), "{}", instrument.short);
        assert!(fits(most, ItemAnswer::Endorsed) && fits(least, ItemAnswer::Denied));
        let beside = instrument.self_harm.unwrap().value.beside_total;
        assert_eq!(
            fits(least, ItemAnswer::Endorsed),
            beside,
            "{}",
            instrument.short
        );
        let (from, _) = instrument.totals_with(ItemAnswer::Endorsed).unwrap();
        let (_, to) = instrument.totals_with(ItemAnswer::Denied).unwrap();
        assert!(fits(from, ItemAnswer::Endorsed) && fits(to, ItemAnswer::Denied));
        assert!(!fits(to + 1, ItemAnswer::Denied));
    }
}

#[test]
fn the_one_number_that_is_wrong_is_named_and_not_those_that_are_right() {
    let mut case = transition();
    edit_session(&mut case.entries, 6, |note| note.number = Some(60));
    let report = of_the_record(&ACUTE_16, case.entries);
    let against: Vec<_> = report.findings.iter().map(ToString::to_string).collect();
    // The hole that it leaves is a note, for the session may be elsewhere.
    assert_eq!(against.len(), 2, "{against:#?}");
    assert!(against[0].contains("the number 60"), "{against:#?}");
    assert!(against[1].starts_with("Between session 5"), "{against:#?}");
}

#[test]
fn ages_that_rise_with_time_fit_and_one_wrong_age_is_one_finding() {
    let ages = |ages: &[(u64, u8)]| {
        let mut entries = flawless(&ACUTE_16, ProblemArea::RoleTransition);
        entries.retain(|entry| !matches!(entry.stated(), Some((_, Fact::AgeRecorded(_)))));
        for &(after, years) in ages {
            add(&mut entries, day(after), AgeRecorded::new(years));
        }
        codes_of(&of_the_record(&ACUTE_16, entries)).len()
    };
    assert_eq!(ages(&[(0, 38), (40, 39), (80, 39)]), 0);
    assert_eq!(ages(&[(0, 38), (700, 40), (710, 40)]), 0);
    assert_eq!(ages(&[(0, 38), (40, 83), (80, 38)]), 1);
    assert_eq!(ages(&[(0, 83), (40, 38), (80, 38), (90, 39)]), 1);
    assert_eq!(
        ages(&[(0, 38), (800, 38)]),
        1,
        "it stood still for two years"
    );
}

#[test]
fn days_that_are_planned_lie_ahead_and_are_no_fault() {
    let mut case = transition();
    case.add(day(30), BreakAnnounced::new(day(36), day(40)));
    let paused = interpersonal::record::contact::Paused::new();
    case.add(day(30), paused.with_review_on(day(36)));
    case.add(day(36), Resumed::new());
    let anchor = interpersonal::record::contact::Anchor::Birth;
    let expected = interpersonal::record::contact::ExternalDate::new(anchor, day(200));
    case.add(day(30), expected);
    // Known to the month alone, the month of writing lies not ahead.
    onset(&mut case, ApproxDate::new(day(20), Precision::Month));
    let report = of_the_record(&ACUTE_16, case.entries);
    assert_eq!(codes_of(&report), [], "{:#?}", report.findings);
}

#[test]
fn a_crisis_and_a_joint_session_of_one_day_are_two_sessions() {
    for kind in [SessionKind::Crisis, SessionKind::Joint] {
        let mut case = transition();
        let on = session_day(&case.entries, 5);
        case.add(on, Session::attended().with_kind(kind));
        let report = of_the_record(&ACUTE_16, case.entries);
        assert_eq!(codes_of(&report), [], "{kind}: {:#?}", report.findings);
    }
}

#[test]
fn a_diagnosis_that_was_ruled_out_or_a_later_screen_settles_the_contradiction() {
    let base = || {
        let mut case = transition();
        case.add(start(), diagnosis("F31.4", "icd-10-cm"));
        case
    };
    assert_eq!(codes_of(&of_the_record(&ACUTE_16, base().entries)).len(), 1);
    let mut ruled_out = base();
    let out = diagnosis("F314", "ICD10").with_role(DiagnosisRole::RuledOut);
    ruled_out.add(day(7), out);
    assert_eq!(codes_of(&of_the_record(&ACUTE_16, ruled_out.entries)), []);
    let mut again = base();
    let screen = interpersonal::record::setting::ScreeningDone::new();
    again.add(day(7), screen.with_present(ScreenItem::Bipolar));
    assert_eq!(codes_of(&of_the_record(&ACUTE_16, again.entries)), []);
}

#[test]
fn an_excluded_diagnosis_is_excluded_under_every_name_of_its_classification() {
    for (code, system) in [
        ("F31.4", "icd-10"),
        ("F31.4", "icd-10-cm"),
        ("F314", "ICD10"),
        ("F31.4", "icd-10-gm"),
        ("F31.4", "2.16.840.1.113883.6.90"),
        ("F31.4", "dsm-5"),
        ("6A60.1", "ICD-11"),
    ] {
        let mut case = transition();
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::SuitabilityDecided(decided) = fact {
                decided.reason = None;
            }
        });
        case.add(start(), diagnosis(code, system));
        let report = report(&ACUTE_16, case.entries);
        let found = report.of(RuleCode::from_static("IPT-271")).count();
        assert_eq!(found, 1, "{code} of {system}: {:#?}", report.findings);
    }
}

#[test]
fn what_belongs_to_an_appointment_is_no_content() {
    let mut case = transition();
    let missed = Session::new(Attendance::CancelledByPatient)
        .with_number(40)
        .with_notice_hours(3)
        .with_minutes(0)
        .with_opening(Stated::NotDone)
        .with_shared_key(AppKey::from_static("x"));
    case.add(day(30), missed);
    let report = of_the_record(&ACUTE_16, case.entries);
    assert_eq!(codes_of(&report), [], "{:#?}", report.findings);
}

#[test]
fn what_was_struck_contradicts_nothing() {
    let mut case = transition();
    case.add(day(28), Session::new(Attendance::DidNotAttend));
    let mut course = course(&ACUTE_16, case.entries);
    let last = course.state().last_day();
    let found = |course: &interpersonal::Course| {
        Validator::record_only()
            .validate(course, last)
            .findings
            .len()
    };
    assert_eq!(found(&course), 1);
    let missed = course
        .numbered()
        .find(|(_, entry)| matches!(entry.stated(), Some((_, Fact::Session(note))) if !note.attendance.is_held()))
        .map(|(seq, _)| seq)
        .unwrap();
    let now = interpersonal::At::new(
        evening(last),
        interpersonal::ActorRef::from_static("clerk"),
        last,
    );
    course.strike(now, missed).unwrap();
    assert_eq!(found(&course), 0);
}

#[test]
fn on_a_ward_the_first_discharge_may_belong_to_an_admission_before_the_record() {
    for (protocol, weight) in [(&ACUTE_16, Severity::Warning), (&INPAT_15, Severity::Note)] {
        let mut entries = flawless(protocol, ProblemArea::Grief);
        add(
            &mut entries,
            day(20),
            Admission::new(AdmissionEvent::Discharged),
        );
        let found = report(protocol, entries);
        assert_eq!(
            of(&found, "IPT-313")[0].severity,
            weight,
            "{}",
            protocol.id()
        );
    }
}
