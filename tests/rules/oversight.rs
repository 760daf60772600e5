//! IPT-230 to IPT-248.

use interpersonal::{
    ActorRef, ChangeProtocol, Content, Entry, Fact, FactKind, Origin, ProblemArea, RecordError, RuleCode, Severity,
    Stated, TechniqueSet, Topic, Waive, WaiverScope,
    chrono::Days,
    protocol::preset::{ACUTE_16, UK_16},
    record::setting::{
        AdherenceRated, DeviationCategory, Document, DocumentFiled, SupervisionHeld, TherapistAssigned, TherapistKind,
    },
    rule::{Outcome, Report, Status, Validator},
};

use crate::{at, course, day, edit_facts, evening, finds, flawless, insert, of, outcome, report, unreported, without};

const AUTHOR: ActorRef = ActorRef::from_static("supervisor-1");

fn base() -> Vec<Entry> {
    flawless(&ACUTE_16, ProblemArea::RoleTransition)
}

/// A course with one late announcement, which IPT-200 finds.
fn late() -> Vec<Entry> {
    crate::ending::announced_in(15)
}

fn waive(code: &'static str, scope: WaiverScope) -> Waive {
    Waive::new(RuleCode::from_static(code), scope, DeviationCategory::SlowEngagement)
        .with_reason(Some("the patient could not bear to speak of it".into()))
}

fn waived(mut entries: Vec<Entry>, waive: Waive) -> Vec<Entry> {
    entries.push(Entry::waive(evening(day(105)), AUTHOR, waive));
    entries
}

#[track_caller]
fn cannot_tell(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    let report = report(&ACUTE_16, entries);
    assert_eq!(outcome(&report, code), Outcome::CannotTell, "{:#?}", of(&report, code));
}

fn of_trainee(mut entries: Vec<Entry>) -> Vec<Entry> {
    edit_facts(&mut entries, |_, fact| {
        if let Fact::TherapistAssigned(assigned) = fact {
            assigned.kind = Some(TherapistKind::Trainee);
        }
    });
    entries
}

#[test]
fn a_trainee_without_supervision_for_three_sessions_is_found() {
    finds(&ACUTE_16, of_trainee(base()), &[]);

    let mut entries = of_trainee(base());
    let mut supervisions = 0;
    entries.retain(|entry| {
        let held = matches!(entry.stated(), Some((_, Fact::SupervisionHeld(_))));
        supervisions += usize::from(held);
        !held || supervisions != 4
    });
    let report = finds(&ACUTE_16, entries.clone(), &["IPT-230"]);
    assert_eq!(of(&report, "IPT-230").len(), 1);
    cannot_tell(entries, Topic::Supervision, "IPT-230");
}

#[test]
fn a_trainee_whose_supervisions_cover_half_of_the_sessions_is_found() {
    let mut entries = of_trainee(base());
    edit_facts(&mut entries, |_, fact| {
        if let Fact::SupervisionHeld(held) = fact {
            *held = SupervisionHeld::new().with_sessions_covered(1);
        }
    });
    let report = finds(&ACUTE_16, entries, &["IPT-230"]);
    assert_eq!(of(&report, "IPT-230").len(), 1);
}

#[test]
fn a_document_that_is_missing_from_the_case_file_is_a_note() {
    let mut entries = base();
    entries.retain(|entry| {
        !matches!(entry.stated(), Some((_, Fact::DocumentFiled(DocumentFiled { document: Document::SelfRating, .. }))))
    });
    let report = finds(&ACUTE_16, entries.clone(), &[]);
    assert!(matches!(of(&report, "IPT-231")[..], [f] if f.severity == Severity::Note));
    cannot_tell(entries, Topic::Supervision, "IPT-231");
}

#[test]
fn a_rating_of_adherence_below_three_of_five_is_found() {
    for (tenths, codes) in [(29, &["IPT-232"][..]), (30, &[])] {
        let mut entries = base();
        insert(&mut entries, at(day(63), AdherenceRated::new(tenths, 5)));
        finds(&ACUTE_16, entries, codes);
    }
}

#[test]
fn a_dispute_without_role_play_and_communication_analysis_is_a_note() {
    let mut entries = flawless(&ACUTE_16, ProblemArea::RoleDispute);
    assert!(of(&report(&ACUTE_16, entries.clone()), "IPT-233").is_empty());
    edit_facts(&mut entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.techniques = TechniqueSet::EMPTY;
        }
    });
    let report = report(&ACUTE_16, entries.clone());
    assert!(matches!(of(&report, "IPT-233")[..], [f] if f.severity == Severity::Note));
    cannot_tell(entries, Topic::SessionContent, "IPT-233");
}

#[test]
fn a_waiver_with_its_reason_covers_what_was_found() {
    let report = finds(&ACUTE_16, waived(late(), waive("IPT-200", WaiverScope::Course {})), &[]);
    assert!(matches!(of(&report, "IPT-200")[..], [f] if matches!(f.status, Status::Waived { .. })));
    assert_eq!(outcome(&report, "IPT-248"), Outcome::Holds);
}

#[test]
fn a_waiver_without_a_reason_is_found() {
    let bare = waive("IPT-200", WaiverScope::Course {}).with_reason(None);
    let report = finds(&ACUTE_16, waived(late(), bare), &["IPT-240"]);
    assert_eq!(of(&report, "IPT-240")[0].severity, Severity::Warning);
}

#[test]
fn a_protected_rule_is_not_waived() {
    let mut course = course(&ACUTE_16, base());
    let entry = Entry::waive(evening(day(105)), AUTHOR, waive("IPT-189", WaiverScope::Course {}));
    let refused = course.record(entry).unwrap_err();
    assert!(matches!(refused, RecordError::NotWaivable { .. }));
    assert_eq!(refused.code(), Some(RuleCode::from_static("IPT-241")));
}

#[test]
fn a_matter_that_goes_on_beyond_its_waiver_is_found_once_the_day_has_passed() {
    let entries = waived(late(), waive("IPT-200", WaiverScope::Until(day(90))));
    // The announcement lies in session 15, on day 98: the waiver ended before it.
    finds(&ACUTE_16, entries, &["IPT-200", "IPT-242"]);

    let entries = waived(late(), waive("IPT-200", WaiverScope::Until(day(98))));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_rule_waived_twice_is_talked_over_in_supervision() {
    let twice = |mut entries: Vec<Entry>| {
        for _ in 0..2 {
            entries = waived(entries, waive("IPT-200", WaiverScope::Course {}));
        }
        entries
    };
    let mut entries = late();
    without(&mut entries, FactKind::SupervisionHeld);
    let entries = twice(entries);
    finds(&ACUTE_16, entries.clone(), &["IPT-243"]);
    cannot_tell(entries, Topic::Supervision, "IPT-243");

    finds(&ACUTE_16, twice(late()), &[]);
}

#[test]
fn a_waiver_that_changes_the_contract_has_the_patient_s_agreement() {
    let beyond = || {
        let mut entries = base();
        edit_facts(&mut entries, |_, fact| {
            if let Fact::ContractAgreed(contract) = fact {
                contract.frame = interpersonal::record::contract::TimeFrame::Sessions(15);
            }
        });
        entries
    };
    let waiver = || waive("IPT-107", WaiverScope::Course {});
    let told = report(&ACUTE_16, waived(beyond(), waiver()));
    assert_eq!(of(&told, "IPT-244").len(), 1);
    cannot_tell(waived(beyond(), waiver()), Topic::Agreements, "IPT-244");

    let agreed = report(&ACUTE_16, waived(beyond(), waiver().with_patient_agreed(Stated::Done)));
    assert!(of(&agreed, "IPT-244").is_empty());
    let elsewhere = report(&ACUTE_16, waived(late(), waive("IPT-200", WaiverScope::Course {})));
    assert_eq!(outcome(&elsewhere, "IPT-244"), Outcome::DoesNotApply);
}

#[test]
fn a_waiver_written_by_software_is_found() {
    let mut entries = late();
    let robot = ActorRef::from_static("robot");
    insert(&mut entries, at(day(0), TherapistAssigned::new(robot).with_kind(TherapistKind::Software)));
    entries.push(Entry::waive(evening(day(105)), robot, waive("IPT-200", WaiverScope::Course {})));
    assert_eq!(of(&report(&ACUTE_16, entries), "IPT-245").len(), 1);

    let mut entries = late();
    let inferred = Entry::waive(evening(day(105)), AUTHOR, waive("IPT-200", WaiverScope::Course {}));
    entries.push(inferred.with_origin(Origin::Inferred));
    finds(&ACUTE_16, entries, &["IPT-245"]);
}

#[test]
fn a_change_of_protocol_in_mid_course_without_a_reason_is_found() {
    let changed = |change: ChangeProtocol, on| {
        let mut entries = base();
        let content = Content::ChangeProtocol { on, change };
        entries.push(Entry::new(evening(day(105)), AUTHOR, content));
        report(&ACUTE_16, entries)
    };
    assert_eq!(of(&changed(ChangeProtocol::new(&UK_16), day(50)), "IPT-246").len(), 1);
    let reason = ChangeProtocol::new(&UK_16).with_reason("the service changed");
    assert!(of(&changed(reason, day(50)), "IPT-246").is_empty());
    let opening = crate::start() - Days::new(7);
    assert!(of(&changed(ChangeProtocol::new(&UK_16), opening), "IPT-246").is_empty());
}

#[test]
fn what_stands_when_a_course_closes_is_counted_in_a_note() {
    let report = report(&ACUTE_16, late());
    let findings = of(&report, "IPT-247");
    assert!(matches!(findings[..], [f] if f.severity == Severity::Note));
    assert_eq!(findings[0].evidence.to_string(), "1 found, at most 0");
    let waived = crate::report(&ACUTE_16, waived(late(), waive("IPT-200", WaiverScope::Course {})));
    assert!(of(&waived, "IPT-247").is_empty());
}

#[test]
fn a_waiver_that_covers_nothing_is_a_note() {
    let report = finds(&ACUTE_16, waived(base(), waive("IPT-200", WaiverScope::Course {})), &[]);
    assert!(matches!(of(&report, "IPT-248")[..], [f] if f.severity == Severity::Note));

    // Where the rule cannot be told, neither can it be told that the waiver is idle.
    let mut entries = waived(base(), waive("IPT-201", WaiverScope::Course {}));
    crate::ending::leave_out(&mut entries, interpersonal::EndingTask::AnnounceEnd);
    unreported(&mut entries, Topic::Ending);
    assert!(of(&crate::report(&ACUTE_16, entries), "IPT-248").is_empty());
}

#[test]
fn rules_about_waivers_can_be_waived_themselves() {
    let entries = waived(late(), waive("IPT-200", WaiverScope::Until(day(90))));
    let entries = waived(entries, waive("IPT-242", WaiverScope::Course {}));
    let report = finds(&ACUTE_16, entries, &["IPT-200"]);
    assert!(matches!(of(&report, "IPT-242")[..], [f] if matches!(f.status, Status::Waived { .. })));
}

#[test]
fn outcomes_stand_in_the_order_of_codes_whenever_a_rule_ran() {
    let entries = base();
    let course = course(&ACUTE_16, entries);
    let report: Report = Validator::new().validate(&course, course.state().last_day());
    assert!(report.outcomes.windows(2).all(|pair| pair[0].0 < pair[1].0));
    let asked = usize::try_from(report.coverage.asked + report.coverage.off).unwrap();
    assert_eq!(asked, report.outcomes.len());
}
