//! IPT-020, IPT-230, IPT-232, IPT-240 to IPT-248.

use interpersonal::{
    ActorRef, Entry, Fact, RecordError, RuleCode, Seq, Severity, Stated, Topic,
    chrono::Days,
    course::{ChangeProtocol, Content, Origin, Waive, WaiverScope},
    protocol::preset::{ACUTE_16, UK_16},
    record::{
        FactKind,
        contract::TimeFrame,
        setting::{
            AdherenceRated, DeviationCategory, SupervisionHeld, TherapistAssigned, TherapistKind,
        },
    },
    rule::{Finding, Outcome, Report, Status, Validator},
    testing::exemplar::postpone,
};

use crate::{
    Case, Proof, add, assert_outcome, at, base, cannot_tell, course, day, edit_facts, edit_session,
    ending, evening, finds, of, outcome, report, transition, unreported, without,
};

const AUTHOR: ActorRef = ActorRef::from_static("supervisor-1");

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-020", Severity::Note, transition, |case| {
        edit_therapist(&mut case.entries, |therapist| therapist.training = None);
    })
    .says(&[
        ("not_arranged", |case| {
            edit_therapist(&mut case.entries, |therapist| {
                therapist.supervision = Stated::NotDone;
            });
        }),
        ("nobody", |case| {
            without(&mut case.entries, FactKind::TherapistAssigned);
            for n in [2, 3] {
                edit_session(&mut case.entries, n, |note| note.therapist = None);
            }
        }),
        ("not_assigned", |case| {
            without(&mut case.entries, FactKind::TherapistAssigned);
        }),
    ])
    .silent(Topic::Supervision),
    Proof::of(
        "IPT-230",
        Severity::Warning,
        || of_trainee(transition()),
        |case| {
            let mut supervisions = 0;
            case.entries.retain(|entry| {
                let held = matches!(entry.stated(), Some((_, Fact::SupervisionHeld(_))));
                supervisions += usize::from(held);
                !held || supervisions != 4
            });
        },
    )
    .says(&[("share", |case| supervised_once_each(&mut case.entries))])
    .silent(Topic::Supervision),
    Proof::of(
        "IPT-232",
        Severity::Note,
        || rated(30, 5),
        |case| {
            edit_facts(&mut case.entries, |_, fact| {
                if let Fact::AdherenceRated(rated) = fact {
                    rated.tenths = 29;
                }
            });
        },
    )
    .silent(Topic::Supervision),
    Proof::of("IPT-240", Severity::Warning, late_and_waived, |case| {
        edit_waivers(&mut case.entries, |waive| waive.reason = None);
    }),
    Proof::of(
        "IPT-243",
        Severity::Warning,
        || Case::new(&ACUTE_16, twice(late())),
        |case| {
            without(&mut case.entries, FactKind::SupervisionHeld);
        },
    )
    .says(&[("many", |case| {
        case.entries = much_went_wrong();
        for code in WAIVED_FOUR {
            let entries = std::mem::take(&mut case.entries);
            case.entries = waived(entries, waive(code, WaiverScope::Course {}));
        }
    })])
    .silent(Topic::Supervision),
    Proof::of("IPT-244", Severity::Warning, beyond_the_contract, |case| {
        edit_waivers(&mut case.entries, |waive| {
            waive.patient_agreed = Stated::NotReported;
        });
    })
    .says(&[("not_agreed", |case| {
        edit_waivers(&mut case.entries, |waive| {
            waive.patient_agreed = Stated::NotDone;
        });
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-245", Severity::Error, late_and_waived, |case| {
        case.entries.last_mut().unwrap().origin = Origin::Inferred;
    })
    .says(&[("software", |case| case.entries = waived_by_software())]),
    Proof::of(
        "IPT-246",
        Severity::Warning,
        || changed("the service moved it to another version"),
        unreasoned,
    )
    .says(&[("changed", |case| {
        *case = changed("the service moved");
        for entry in &mut case.entries {
            if let Content::ChangeProtocol { change, .. } = &mut entry.content {
                *change = ChangeProtocol::new(&UK_16);
            }
        }
    })]),
    Proof::of("IPT-248", Severity::Note, late_and_waived, |case| {
        edit_waivers(&mut case.entries, |waive| {
            waive.code = RuleCode::from_static("IPT-204");
        });
    })
    .silent(Topic::Ending),
];

/// A course with one late announcement, which IPT-200 finds.
fn late() -> Vec<Entry> {
    ending::announced_in(15)
}

fn late_and_waived() -> Case {
    Case::new(
        &ACUTE_16,
        waived(late(), waive("IPT-200", WaiverScope::Course {})),
    )
}

pub(crate) fn waive(code: &'static str, scope: WaiverScope) -> Waive {
    Waive::new(
        RuleCode::from_static(code),
        scope,
        DeviationCategory::SlowEngagement,
    )
    .with_reason("the patient could not bear to speak of it")
}

fn until(after: u64) -> Waive {
    waive("IPT-200", WaiverScope::Until(day(after)))
}

fn waived(mut entries: Vec<Entry>, waive: Waive) -> Vec<Entry> {
    entries.push(Entry::waive(evening(day(105)), AUTHOR, waive));
    entries
}

fn twice(mut entries: Vec<Entry>) -> Vec<Entry> {
    for _ in 0..2 {
        entries = waived(entries, waive("IPT-200", WaiverScope::Course {}));
    }
    entries
}

/// Two long gaps between sessions of maintenance, of which a waiver may cover one.
fn rare() -> Vec<Entry> {
    let mut entries = crate::maintenance::goes_on();
    postpone(&mut entries, day(140), 29);
    postpone(&mut entries, day(197), 29);
    entries
}

fn unreasoned(case: &mut Case) {
    for entry in &mut case.entries {
        if let Content::ChangeProtocol { change, .. } = &mut entry.content {
            change.reason = None;
        }
    }
}

fn edit_therapist(entries: &mut [Entry], edit: impl Fn(&mut TherapistAssigned)) {
    edit_facts(entries, |_, fact| {
        if let Fact::TherapistAssigned(therapist) = fact {
            edit(therapist);
        }
    });
}

/// Each supervision covered one session of two.
fn supervised_once_each(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::SupervisionHeld(held) = fact {
            *held = SupervisionHeld::new().with_sessions_covered(1);
        }
    });
}

/// Four matters, each of which may have its waiver, and no supervision.
fn much_went_wrong() -> Vec<Entry> {
    let mut entries = late();
    edit_session(&mut entries, 7, |note| note.minutes = Some(61));
    without(&mut entries, FactKind::SupervisionHeld);
    ending::all_in_the_last_session(&mut entries);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::RelapsePlanMade(plan) = fact {
            plan.contacts = 0;
        }
    });
    entries
}

const WAIVED_FOUR: [&str; 4] = ["IPT-008", "IPT-200", "IPT-204", "IPT-205"];

/// A waiver by what was assigned as software.
fn waived_by_software() -> Vec<Entry> {
    let mut entries = late();
    let robot = ActorRef::from_static("robot");
    add(
        &mut entries,
        day(0),
        TherapistAssigned::new(robot).with_kind(TherapistKind::Software),
    );
    entries.push(Entry::waive(
        evening(day(105)),
        robot,
        waive("IPT-200", WaiverScope::Course {}),
    ));
    entries
}

fn edit_waivers(entries: &mut [Entry], edit: impl Fn(&mut Waive)) {
    for entry in entries {
        if let Content::Waive(waive) = &mut entry.content {
            edit(waive);
        }
    }
}

/// A session beyond the contract, waived with the patient's agreement.
fn beyond_the_contract() -> Case {
    let mut entries = base();
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(15);
        }
    });
    let waiver = waive("IPT-107", WaiverScope::Course {}).with_patient_agreed(Stated::Done);
    Case::new(&ACUTE_16, waived(entries, waiver))
}

fn of_trainee(mut case: Case) -> Case {
    edit_therapist(&mut case.entries, |assigned| {
        assigned.kind = Some(TherapistKind::Trainee);
    });
    case
}

fn rated(tenths: u8, of: u8) -> Case {
    let mut entries = base();
    add(&mut entries, day(63), AdherenceRated::new(tenths, of));
    Case::new(&ACUTE_16, entries)
}

/// The course goes on under the same protocol, said anew.
fn changed(reason: &'static str) -> Case {
    let mut entries = base();
    let change = ChangeProtocol::new(&ACUTE_16).with_reason(reason);
    entries.push(Entry::new(
        evening(day(105)),
        AUTHOR,
        Content::ChangeProtocol {
            on: day(50),
            change,
        },
    ));
    Case::new(&ACUTE_16, entries)
}

#[test]
fn a_protected_rule_is_not_waived() {
    let mut course = course(&ACUTE_16, base());
    for rule in interpersonal::rule::CATALOGUE
        .iter()
        .filter(|rule| !rule.meta.is_waivable())
    {
        let waive = Waive::new(
            rule.meta.code,
            WaiverScope::Course {},
            DeviationCategory::SupervisorAdvice,
        );
        let refused = course
            .record_entry(Entry::waive(evening(day(105)), AUTHOR, waive))
            .unwrap_err();
        assert!(matches!(refused, RecordError::NotWaivable { .. }));
        assert_eq!(refused.code(), Some(RuleCode::from_static("IPT-241")));
    }
}

fn is_waived(report: &Report, code: &'static str) -> bool {
    matches!(of(report, code)[..], [finding] if matches!(finding.status, Status::Waived { .. }))
}

#[test]
fn a_trainee_whose_supervisions_cover_half_of_the_sessions_is_found() {
    let mut case = of_trainee(transition());
    supervised_once_each(&mut case.entries);
    let report = finds(&ACUTE_16, case.entries, &["IPT-230"]);
    let said = "Supervision on record covered 8 of the 16 sessions held by a therapist in training; the protocol asks for 12.";
    assert_eq!(of(&report, "IPT-230")[0].to_string(), said);
}

#[test]
fn whether_a_therapist_is_in_training_cannot_be_told_without_their_standing() {
    let standing = |kind: Option<TherapistKind>| {
        let mut entries = base();
        edit_therapist(&mut entries, |assigned| assigned.kind = kind);
        unreported(&mut entries, Topic::Supervision);
        outcome(&report(&ACUTE_16, entries), "IPT-230")
    };
    assert_eq!(standing(None), Outcome::CannotTell);
    assert_eq!(
        standing(Some(TherapistKind::Specialist)),
        Outcome::DoesNotApply
    );
}

#[test]
fn supervision_that_is_denied_counts_everywhere_and_software_has_none() {
    let therapist = |kind, supervision| {
        let mut entries = base();
        edit_therapist(&mut entries, |therapist| {
            therapist.kind = Some(kind);
            therapist.training = None;
            therapist.supervision = supervision;
        });
        unreported(&mut entries, Topic::Supervision);
        outcome(&report(&ACUTE_16, entries), "IPT-020")
    };
    assert_eq!(
        therapist(TherapistKind::Specialist, Stated::NotDone),
        Outcome::Found
    );
    assert_eq!(
        therapist(TherapistKind::Specialist, Stated::NotReported),
        Outcome::CannotTell
    );
    assert_eq!(
        therapist(TherapistKind::Software, Stated::NotReported),
        Outcome::Holds
    );
}

#[test]
fn what_is_not_on_record_of_a_therapist_is_one_note() {
    let mut entries = base();
    edit_therapist(&mut entries, |therapist| {
        therapist.training = None;
        therapist.supervision = Stated::NotReported;
    });
    let report = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&report, "IPT-020")[..], [finding] if finding.severity == Severity::Note));
    let said = of(&report, "IPT-020")[0].to_string();
    assert!(
        said.ends_with("supervision of the therapist and the therapist's training in IPT."),
        "{said}"
    );
}

#[test]
fn a_session_without_a_therapist_is_found_where_none_was_assigned() {
    let mut entries = base();
    without(&mut entries, FactKind::TherapistAssigned);
    edit_session(&mut entries, 3, |note| note.therapist = None);
    let found = report(&ACUTE_16, entries.clone());
    assert_eq!(
        of(&found, "IPT-020")[0].to_string(),
        "Who held 1 session, on 19 January, is not on record."
    );
    unreported(&mut entries, Topic::Supervision);
    assert_outcome(&ACUTE_16, entries, "IPT-020", Outcome::CannotTell);
}

#[test]
fn who_is_no_specialist_is_supervised_like_a_trainee() {
    let found = |kind| {
        let mut entries = base();
        without(&mut entries, FactKind::SupervisionHeld);
        edit_therapist(&mut entries, |assigned| assigned.kind = Some(kind));
        of(&report(&ACUTE_16, entries), "IPT-230").len()
    };
    let kinds = [
        TherapistKind::Specialist,
        TherapistKind::Lay,
        TherapistKind::SupervisedNonspecialist,
    ];
    assert_eq!(kinds.map(found), [0, 1, 1]);
}

#[test]
fn a_waiver_is_spoken_of_by_the_norm_that_it_leaves() {
    let mut entries = late_and_waived().entries;
    edit_waivers(&mut entries, |waive| waive.reason = None);
    let said = of(&report(&ACUTE_16, entries), "IPT-240")[0].to_string();
    let norm = &interpersonal::rule::RuleMeta::get(RuleCode::from_static("IPT-200"))
        .unwrap()
        .must;
    assert!(
        said.contains(&format!("IPT-200 ({})", norm.trim_end_matches('.'))),
        "{said}"
    );
}

#[test]
fn a_rating_on_another_scale_is_measured_against_nothing() {
    assert_outcome(
        &ACUTE_16,
        rated(10, 7).entries,
        "IPT-232",
        Outcome::DoesNotApply,
    );
}

#[test]
fn a_waiver_with_its_reason_covers_what_was_found() {
    let report = finds(&ACUTE_16, late_and_waived().entries, &[]);
    assert!(is_waived(&report, "IPT-200"));
    assert_eq!(outcome(&report, "IPT-248"), Outcome::Holds);
}

#[test]
fn a_waiver_covers_a_finding_whether_it_was_written_before_or_after() {
    let before = Entry::waive(
        evening(day(91)),
        AUTHOR,
        waive("IPT-200", WaiverScope::Course {}),
    );
    let mut entries = late();
    let place = entries
        .iter()
        .position(|entry| entry.day().is_some_and(|on| on > day(91)))
        .unwrap();
    entries.insert(place, before);
    assert!(is_waived(&finds(&ACUTE_16, entries, &[]), "IPT-200"));
}

#[test]
fn a_waiver_written_before_its_matter_satisfies_the_condition_of_a_step_that_is_proposed() {
    use interpersonal::{Phase, record::setting::PhaseBegun};
    let mut entries = crate::safety::until(base(), day(77));
    ending::leave_out(
        &mut entries,
        interpersonal::vocabulary::EndingTask::AnnounceEnd,
    );
    let step = || at(day(84), PhaseBegun::new(Phase::Termination));
    let mut course = course(&ACUTE_16, entries);
    assert!(course.propose_entry(step()).is_err());
    course
        .record_entry(Entry::waive(
            evening(day(78)),
            AUTHOR,
            waive("IPT-102", WaiverScope::Until(day(84))),
        ))
        .unwrap();
    assert!(course.propose_entry(step()).is_ok());
}

#[test]
fn a_waiver_reaches_as_far_as_its_scope() {
    let entries = rare();
    let place = |on| {
        Seq::new(
            u32::try_from(
                entries
                    .iter()
                    .position(|entry| entry.day() == Some(on))
                    .unwrap()
                    + 1,
            )
            .unwrap(),
        )
    };
    let standing = |scope: WaiverScope| {
        let mut entries = entries.clone();
        entries.push(Entry::waive(
            evening(day(227)),
            AUTHOR,
            waive("IPT-223", scope),
        ));
        let report = report(&ACUTE_16, entries);
        let found = of(&report, "IPT-223");
        assert_eq!(found.len(), 2, "a finding is never erased");
        found
            .into_iter()
            .filter(|finding| finding.stands())
            .filter_map(|finding| finding.on)
            .collect::<Vec<_>>()
    };
    assert_eq!(standing(WaiverScope::Course {}), []);
    assert_eq!(standing(WaiverScope::Until(day(169))), [day(226)]);
    assert_eq!(standing(WaiverScope::Until(day(168))), [day(169), day(226)]);
    assert_eq!(standing(WaiverScope::Entry(place(day(169)))), [day(226)]);
    assert_eq!(standing(WaiverScope::Entry(place(day(226)))), [day(169)]);
    assert_eq!(
        standing(WaiverScope::Entry(Seq::new(1))),
        [day(169), day(226)]
    );
}

#[test]
fn a_waived_code_leaves_all_other_findings_as_they_were() {
    // A course in which much went wrong.
    let mut entries = late();
    edit_session(&mut entries, 6, |note| note.scores.clear());
    edit_session(&mut entries, 9, |note| note.enquiry = None);
    ending::leave_out(
        &mut entries,
        interpersonal::vocabulary::EndingTask::CreditToPatient,
    );
    ending::new_focus(&mut entries, 98);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(15);
        }
    });
    let about_waivers = |code: RuleCode| ("IPT-240"..="IPT-248").contains(&code.as_str());
    let others = |report: &Report, waived: RuleCode| -> Vec<Finding> {
        let other = |finding: &&Finding| finding.code != waived && !about_waivers(finding.code);
        report.findings.iter().filter(other).cloned().collect()
    };
    let before = report(&ACUTE_16, entries.clone());
    let mut codes: Vec<_> = before.findings.iter().map(|finding| finding.code).collect();
    codes.dedup();
    assert!(codes.len() > 5, "{codes:?}");
    for code in codes.into_iter().filter(|&code| !about_waivers(code)) {
        let mut waive = waive("IPT-200", WaiverScope::Course {});
        waive.code = code;
        let mut entries = entries.clone();
        entries.push(Entry::waive(evening(day(105)), AUTHOR, waive));
        let Ok(course) = interpersonal::Course::replay(&ACUTE_16, entries) else {
            assert!(
                !interpersonal::rule::RuleMeta::get(code)
                    .unwrap()
                    .is_waivable(),
                "{code}"
            );
            continue;
        };
        let after = Validator::new().validate(&course, course.state().last_day());
        assert_eq!(others(&before, code), others(&after, code), "{code}");
        let waived = after.of(code).all(|finding| !finding.stands());
        assert!(waived, "{code}");
    }
}

#[test]
fn a_matter_beyond_its_waiver_stands_by_itself() {
    // The announcement lies in session 15, on day 98: the waiver ended before it.
    let report = finds(&ACUTE_16, waived(late(), until(90)), &["IPT-200"]);
    assert!(of(&report, "IPT-200")[0].stands());
}

#[test]
fn a_waiver_that_is_struck_covers_nothing() {
    let mut entries = late_and_waived().entries;
    let seq = Seq::new(u32::try_from(entries.len()).unwrap());
    entries.push(Entry::strike(
        evening(day(105)),
        AUTHOR,
        interpersonal::course::Strike::new(seq),
    ));
    let report = finds(&ACUTE_16, entries, &["IPT-200"]);
    assert_eq!(outcome(&report, "IPT-240"), Outcome::DoesNotApply);
}

#[test]
fn more_waivers_than_the_protocol_lets_pass_are_talked_over_in_supervision() {
    let entries = much_went_wrong();
    for (waivers, found) in [(3, false), (4, true)] {
        let entries = WAIVED_FOUR[..waivers]
            .iter()
            .fold(entries.clone(), |entries, code| {
                waived(entries, waive(code, WaiverScope::Course {}))
            });
        let report = report(&ACUTE_16, entries);
        assert_eq!(!of(&report, "IPT-243").is_empty(), found, "{waivers}");
        if found {
            let said = of(&report, "IPT-243")[0].to_string();
            assert!(
                said.starts_with("On 20 April, 4 waivers were in force, and no supervision"),
                "{said}"
            );
        }
    }
}

#[test]
fn a_waiver_of_a_rule_that_touches_no_agreement_needs_none() {
    assert_outcome(
        &ACUTE_16,
        late_and_waived().entries,
        "IPT-244",
        Outcome::DoesNotApply,
    );
}

#[test]
fn a_waiver_that_the_patient_did_not_agree_to_is_found_where_agreements_are_not_reported() {
    let mut case = beyond_the_contract();
    edit_waivers(&mut case.entries, |waive| {
        waive.patient_agreed = Stated::NotDone;
    });
    unreported(&mut case.entries, Topic::Agreements);
    assert_eq!(of(&report(&ACUTE_16, case.entries), "IPT-244").len(), 1);
}

#[test]
fn a_waiver_written_by_software_is_found() {
    assert_eq!(
        of(&report(&ACUTE_16, waived_by_software()), "IPT-245").len(),
        1
    );
}

#[test]
fn a_change_of_protocol_on_the_day_of_the_opening_needs_no_reason() {
    let mut entries = base();
    let on = crate::start() - Days::new(7);
    let content = Content::ChangeProtocol {
        on,
        change: ChangeProtocol::new(&UK_16),
    };
    entries.push(Entry::new(evening(day(105)), AUTHOR, content));
    assert_outcome(&ACUTE_16, entries, "IPT-246", Outcome::DoesNotApply);
}

#[test]
fn where_a_rule_cannot_be_told_neither_can_it_be_told_that_its_waiver_is_idle() {
    let mut entries = waived(base(), waive("IPT-201", WaiverScope::Course {}));
    assert_eq!(of(&report(&ACUTE_16, entries.clone()), "IPT-248").len(), 1);
    ending::leave_out(
        &mut entries,
        interpersonal::vocabulary::EndingTask::AnnounceEnd,
    );
    cannot_tell(entries, Topic::Ending, "IPT-248");
}

#[test]
fn rules_about_waivers_can_be_waived_themselves() {
    let mut entries = twice(late());
    without(&mut entries, FactKind::SupervisionHeld);
    let entries = waived(entries, waive("IPT-243", WaiverScope::Course {}));
    assert!(is_waived(&finds(&ACUTE_16, entries, &[]), "IPT-243"));
}

#[test]
fn outcomes_stand_in_the_order_of_codes_whenever_a_rule_ran() {
    let course = course(&ACUTE_16, base());
    let report = Validator::new().validate(&course, course.state().last_day());
    assert!(report.outcomes.windows(2).all(|pair| pair[0].0 < pair[1].0));
    let asked = usize::try_from(report.coverage.asked + report.coverage.off).unwrap();
    assert_eq!(asked, report.outcomes.len());
}
