//! IPT-055 to IPT-074.

use chrono::Months;
use interpersonal::{
    ApproxDate, Basis, Entry, Fact, FactKind, FocusItem, FocusOn, FreeText, InitialTask, Label, PersonRef,
    ProblemArea as A, Protocol, Severity, SourceId, TaskNote, Topic, chrono,
    protocol::{
        Cited, FocusPolicy, ProtocolSpec,
        preset::{ACUTE_16, ACUTE_16_SPEC, B_8, MAINT_07M, PTSD_14, SR, UK_16},
    },
    record::{
        focus::{
            AreaConsidered, DisputeDetailed, FocusAgreed, FormulationPart, FormulationParts, MarkerResult,
            MarkersAssessed,
        },
        inventory::{LifeEvent, LifeEventRecorded, Relation},
    },
    rule::{OldEvidence, Outcome, Status},
};

use crate::{
    Case, Proof, acute, at, day, edit_facts, finds, flawless, insert, of, outcome, report, start, transition,
    unreported, without,
};

fn treated(area: A) -> Vec<Entry> {
    flawless(&ACUTE_16, area)
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-055", Severity::Error, transition, |case| without(&mut case.entries, FactKind::FocusAgreed))
        .along(&["IPT-090"])
        .silent(Topic::Agreements),
    Proof::of("IPT-056", Severity::Warning, two_items, |case| {
        refocus(&mut case.entries, |agreed| agreed.items.push(linked(A::RoleTransition)));
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-057", Severity::Warning, two_items, |case| {
        refocus(&mut case.entries, |agreed| agreed.reason = None);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-058", Severity::Error, two_items, |case| {
        refocus(&mut case.entries, |agreed| {
            agreed.items[1].on = FocusOn::Unlisted(Label::from_static("self_esteem"));
        });
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-059", Severity::Warning, grief, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::GriefDetailed(grief) = fact {
                grief.person = None;
            }
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-060", Severity::Warning, died_after_the_onset, |case| unlinked(&mut case.entries))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-061", Severity::Warning, dispute, |case| {
        disputed(&mut case.entries, |detail| detail.person = None);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-062", Severity::Warning, dispute, |case| {
        edit_facts(&mut case.entries, |_, fact| match fact {
            Fact::DisputeDetailed(detail) => detail.expectations_by_other = None,
            Fact::PersonInventoried(person) => person.expectations_by_other = None,
            _ => {}
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-063", Severity::Warning, transition, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::TransitionDetailed(detail) = fact {
                detail.old_role = None;
            }
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-064", Severity::Error, deficits, |case| {
        considered(&mut case.entries, A::RoleDispute, |candidate| candidate.evidence = true);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-065", Severity::Warning, deficits, |case| {
        let grief = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::AreaConsidered(c))) if c.area == A::Grief);
        case.entries.retain(|entry| !grief(entry));
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-066", Severity::Warning, deficits_beside, |case| {
        refocus(&mut case.entries, |agreed| agreed.reason = None);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-067", Severity::Warning, transition, |case| {
        edit_facts(&mut case.entries, |_, fact| match fact {
            Fact::TransitionDetailed(detail) => detail.event = Some(LifeEvent::Death),
            Fact::LifeEventRecorded(recorded) => recorded.event = LifeEvent::Death,
            _ => {}
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-068", Severity::Warning, transition, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::LifeEventRecorded(recorded) = fact {
                recorded.event = LifeEvent::Other;
            }
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-069", Severity::Warning, transition, |case| {
        moved(&mut case.entries, FactKind::FocusAgreed, day(7));
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-070", Severity::Warning, transition, |case| {
        refocus(&mut case.entries, |agreed| agreed.items[0].link = None);
    })
    .silent(Topic::Agreements),
    Proof::of("IPT-071", Severity::Warning, died_long_ago, |case| unlinked(&mut case.entries))
        .silent(Topic::InitialTasks),
    Proof::of("IPT-072", Severity::Note, passed_over, |case| {
        considered(&mut case.entries, A::RoleDispute, |candidate| candidate.exclusion_note = None);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-073", Severity::Note, deficits, |case| {
        let isolated = LifeEventRecorded::new(LifeEvent::Isolation).with_when(before(1));
        insert(&mut case.entries, at(day(7), isolated));
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-074", Severity::Note, transition, |case| second_item(&mut case.entries)).silent(Topic::Agreements),
];

fn grief() -> Case {
    acute(A::Grief)
}

fn dispute() -> Case {
    acute(A::RoleDispute)
}

fn deficits() -> Case {
    acute(A::InterpersonalDeficits)
}

/// A second item in the same area, with link and reason.
fn second_item(entries: &mut [Entry]) {
    refocus(entries, |agreed| {
        agreed.items.push(linked(A::RoleTransition));
        agreed.reason = Some("the same episode".into());
    });
}

pub(crate) fn two_items() -> Case {
    let mut case = transition();
    second_item(&mut case.entries);
    case
}

/// Deficits as a second item, with a reason.
fn deficits_beside() -> Case {
    let mut case = transition();
    refocus(&mut case.entries, |agreed| {
        agreed.items.push(linked(A::InterpersonalDeficits));
        agreed.reason = Some("a life without ties, and then the move".into());
    });
    insert(&mut case.entries, at(day(84), MarkersAssessed::new(A::InterpersonalDeficits, MarkerResult::NotMet)));
    case
}

/// The episode began four months before the death; the link between them is said.
fn died_after_the_onset() -> Case {
    let mut case = grief();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::OnsetDated(onset) = fact {
            onset.onset = before(9);
        }
    });
    case
}

/// The death lies years before the onset; the link between them is said.
fn died_long_ago() -> Case {
    let mut case = grief();
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::GriefDetailed(grief) => grief.when = Some(before(40)),
        Fact::PersonInventoried(person) if person.alive == Some(false) => person.died = Some(before(40)),
        _ => {}
    });
    case
}

fn unlinked(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::GriefDetailed(grief) = fact {
            grief.maintaining_link = None;
        }
    });
}

/// A dispute had evidence too and was set aside, with a reason.
fn passed_over() -> Case {
    let mut case = transition();
    considered(&mut case.entries, A::RoleDispute, |candidate| candidate.evidence = true);
    case
}

pub(crate) fn disputed(entries: &mut [Entry], edit: impl Fn(&mut DisputeDetailed)) {
    edit_facts(entries, |_, fact| {
        if let Fact::DisputeDetailed(detail) = fact {
            edit(detail);
        }
    });
}

pub(crate) fn considered(entries: &mut [Entry], area: A, edit: impl Fn(&mut AreaConsidered)) {
    edit_facts(entries, |_, fact| {
        if let Fact::AreaConsidered(candidate) = fact {
            if candidate.area == area {
                edit(candidate);
            }
        }
    });
}

/// A day some months before the first session.
fn before(months: u32) -> ApproxDate {
    ApproxDate::exactly(start().checked_sub_months(Months::new(months)).unwrap())
}

/// Edits the agreed focus, and brings the formulation in line with it.
pub(crate) fn refocus(entries: &mut [Entry], edit: impl Fn(&mut FocusAgreed)) {
    let mut about = Vec::new();
    edit_facts(entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            edit(agreed);
            about = agreed.items.iter().map(|item| item.on).collect();
        }
    });
    edit_facts(entries, |_, fact| {
        if let Fact::FormulationGiven(given) = fact {
            given.focus.clone_from(&about);
        }
    });
}

pub(crate) fn linked(area: A) -> FocusItem {
    FocusItem::area(area).with_link(FreeText::from("came with it")).with_goals(vec!["be at ease".into()])
}

#[track_caller]
fn silent(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    assert_eq!(outcome(&report(&ACUTE_16, entries), code), Outcome::CannotTell);
}

/// Moves the only fact of a kind to another day.
pub(crate) fn moved(entries: &mut Vec<Entry>, kind: FactKind, to: chrono::NaiveDate) {
    let place = entries.iter().position(|entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == kind));
    let entry = entries.remove(place.expect("the course has such a fact"));
    let fact = entry.stated().unwrap().1.clone();
    insert(entries, at(to, fact));
}

#[test]
fn a_focus_that_was_agreed_after_the_middle_phase_began_is_late() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    insert(&mut entries, at(day(30), FocusAgreed::new(vec![linked(A::RoleTransition)])));
    let found = finds(&ACUTE_16, entries, &[]);
    let late = of(&found, "IPT-055")[0];
    assert_eq!(late.severity, Severity::Warning);
    assert!(matches!(late.status, Status::Remedied { .. }));
}

#[test]
fn of_two_items_one_rule_speaks_and_of_three_the_other() {
    let mut entries = two_items().entries;
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    let noted = of(&found, "IPT-074")[0];
    assert_eq!((noted.severity, noted.old), (Severity::Note, OldEvidence::TooMany { found: 2, most: 1 }));
    assert_eq!(outcome(&found, "IPT-056"), Outcome::Holds);
    refocus(&mut entries, |agreed| agreed.items.push(linked(A::RoleTransition)));
    let found = finds(&ACUTE_16, entries, &["IPT-056"]);
    assert_eq!(of(&found, "IPT-056")[0].old, OldEvidence::TooMany { found: 3, most: 2 });
    assert_eq!(outcome(&found, "IPT-074"), Outcome::DoesNotApply);
}

#[test]
fn a_third_item_is_an_error_where_the_number_is_published() {
    static PUBLISHED: Protocol = Protocol::from_static(ProtocolSpec {
        focus: FocusPolicy { max_active: Cited::new(2, SourceId::WEISSMAN_2018, Basis::Manual), ..ACUTE_16_SPEC.focus },
        ..ACUTE_16_SPEC
    });
    let mut entries = two_items().entries;
    refocus(&mut entries, |agreed| agreed.items.push(linked(A::RoleTransition)));
    let found = finds(&PUBLISHED, entries, &["IPT-056"]);
    assert_eq!(of(&found, "IPT-056")[0].severity, Severity::Error);
}

#[test]
fn several_items_are_not_noted_where_the_protocol_advises_more() {
    let mut entries = flawless(&MAINT_07M, A::RoleTransition);
    second_item(&mut entries);
    assert_eq!(outcome(&report(&MAINT_07M, entries), "IPT-074"), Outcome::Holds);
}

#[test]
fn a_focus_that_was_agreed_anew_within_bounds_remedies_what_went_before() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| agreed.items[0].link = None);
    insert(&mut entries, at(day(30), FocusAgreed::new(vec![linked(A::RoleTransition)])));
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&found, "IPT-070")[0].status, Status::Remedied { .. }));

    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| {
        agreed.items.resize(3, linked(A::RoleTransition));
        agreed.reason = Some("the same episode".into());
    });
    insert(&mut entries, at(day(30), FocusAgreed::new(vec![linked(A::RoleTransition)])));
    let found = report(&ACUTE_16, entries);
    assert!(matches!(of(&found, "IPT-056")[0].status, Status::Remedied { .. }));

    let mut entries = two_items().entries;
    insert(&mut entries, at(day(30), FocusAgreed::new(vec![linked(A::RoleTransition)])));
    assert!(matches!(of(&report(&ACUTE_16, entries), "IPT-074")[0].status, Status::Remedied { .. }));
}

#[test]
fn a_parked_item_is_not_counted() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| {
        agreed.items.push(linked(A::RoleTransition).with_status(interpersonal::FocusStatus::Parked));
    });
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(of(&found, "IPT-074").is_empty());
}

#[test]
fn a_second_item_without_a_link_is_found() {
    let mut entries = two_items().entries;
    refocus(&mut entries, |agreed| agreed.items[1].link = Some(" ".into()));
    let found = finds(&ACUTE_16, entries, &["IPT-057"]);
    assert_eq!(of(&found, "IPT-057")[0].old, OldEvidence::Matter { name: "link" });
}

#[test]
fn an_area_that_the_protocol_does_not_have_is_an_error_where_its_list_is_published() {
    let found = finds(&B_8, flawless(&B_8, A::InterpersonalDeficits), &["IPT-058"]);
    assert_eq!(of(&found, "IPT-058")[0].severity, Severity::Error);
    let found = report(&PTSD_14, flawless(&PTSD_14, A::InterpersonalDeficits));
    assert_eq!(of(&found, "IPT-058")[0].severity, Severity::Warning, "that list is our own reading");
}

pub(crate) fn divorced(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::GriefDetailed(grief) = fact {
            grief.died = Some(false);
            grief.other_loss = Some(LifeEvent::NonDeathLoss);
        }
    });
}

#[test]
fn grief_after_a_divorce_is_found_where_grief_asks_for_a_death() {
    let mut entries = treated(A::Grief);
    divorced(&mut entries);
    let found = finds(&ACUTE_16, entries, &["IPT-059"]);
    assert_eq!(of(&found, "IPT-059")[0].severity, Severity::Error);

    let mut entries = flawless(&SR, A::Grief);
    divorced(&mut entries);
    assert_eq!(outcome(&finds(&SR, entries, &[]), "IPT-059"), Outcome::DoesNotApply);
}

#[test]
fn grief_without_a_death_is_a_warning_where_the_condition_is_ours() {
    static OURS: Protocol = Protocol::from_static(ProtocolSpec {
        focus: FocusPolicy { grief_requires_death: Cited::design(true), ..ACUTE_16_SPEC.focus },
        ..ACUTE_16_SPEC
    });
    let mut entries = treated(A::Grief);
    divorced(&mut entries);
    let found = finds(&OURS, entries, &["IPT-059"]);
    assert_eq!(of(&found, "IPT-059")[0].severity, Severity::Warning);
}

#[test]
fn grief_for_somebody_whose_death_has_no_day_is_thin() {
    let mut entries = treated(A::Grief);
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::GriefDetailed(grief) => grief.when = None,
        Fact::PersonInventoried(person) => person.died = None,
        _ => {}
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-059"]);
    assert_eq!(of(&found, "IPT-059")[0].severity, Severity::Warning);
    silent(entries, Topic::InitialTasks, "IPT-059");
}

#[test]
fn an_onset_known_only_to_the_year_is_not_set_against_a_day() {
    let mut entries = treated(A::Grief);
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::OnsetDated(onset) => {
            // The stand-in lies before the death of the same year.
            let year = interpersonal::chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
            onset.onset = ApproxDate::new(year, interpersonal::Precision::Year);
        }
        Fact::GriefDetailed(grief) => grief.maintaining_link = None,
        _ => {}
    });
    assert_eq!(outcome(&finds(&ACUTE_16, entries, &[]), "IPT-060"), Outcome::DoesNotApply);
}

#[test]
fn a_dispute_is_with_somebody_who_is_there() {
    let involved = |involved| {
        let mut entries = treated(A::RoleDispute);
        disputed(&mut entries, |detail| detail.currently_involved = involved);
        entries
    };
    finds(&ACUTE_16, involved(Some(false)), &["IPT-061"]);
    // What the inventory says of the person counts.
    finds(&ACUTE_16, involved(None), &[]);
}

#[test]
fn a_tie_that_ended_during_treatment_does_not_make_the_focus_wrong() {
    let partner = treated(A::RoleDispute).iter().find_map(|entry| match entry.stated() {
        Some((_, Fact::PersonInventoried(person))) if person.relation == Relation::Partner => Some((**person).clone()),
        _ => None,
    });
    let partner = partner.unwrap();
    let left = |alive| partner.clone().with_alive(alive).with_currently_involved(false);
    let separated = DisputeDetailed::new().with_person(partner.person).with_currently_involved(false);
    for (on, expected) in [(60, Outcome::Holds), (14, Outcome::Found)] {
        for alive in [true, false] {
            let mut entries = treated(A::RoleDispute);
            insert(&mut entries, at(day(on), left(alive)));
            insert(&mut entries, at(day(on), separated.clone()));
            assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-061"), expected);
        }
    }
}

#[test]
fn what_the_inventory_says_of_the_expectations_counts() {
    let mut entries = treated(A::RoleDispute);
    disputed(&mut entries, |detail| detail.expectations_by_other = None);
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_transition_leads_into_a_new_role_at_a_time() {
    for (n, open) in ["new_role", "changed"].into_iter().enumerate() {
        let mut entries = treated(A::RoleTransition);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::TransitionDetailed(detail) = fact {
                match n {
                    0 => detail.new_role = Some("".into()),
                    _ => detail.changed = None,
                }
            }
        });
        let found = finds(&ACUTE_16, entries, &["IPT-063"]);
        assert_eq!(of(&found, "IPT-063")[0].old, OldEvidence::Matter { name: open });
    }
}

#[test]
fn evidence_for_another_area_is_a_warning_where_no_source_forbids_the_choice() {
    let mut entries = flawless(&UK_16, A::InterpersonalDeficits);
    considered(&mut entries, A::RoleDispute, |candidate| candidate.evidence = true);
    let found = finds(&UK_16, entries, &["IPT-064"]);
    assert_eq!(of(&found, "IPT-064")[0].severity, Severity::Warning);
}

#[test]
fn evidence_found_after_the_choice_is_not_held_against_it() {
    let mut entries = treated(A::InterpersonalDeficits);
    insert(
        &mut entries,
        at(day(40), AreaConsidered::new(A::Grief, true).with_exclusion_note(FreeText::from("found too late"))),
    );
    assert_eq!(outcome(&finds(&ACUTE_16, entries, &[]), "IPT-064"), Outcome::Holds);
}

#[test]
fn deficits_say_of_each_other_area_why_it_was_not_chosen() {
    let mut entries = treated(A::InterpersonalDeficits);
    without(&mut entries, FactKind::AreaConsidered);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-065"]);
    assert_eq!(of(&found, "IPT-065").len(), 3);
    silent(entries, Topic::InitialTasks, "IPT-064");
}

#[test]
fn an_area_without_evidence_needs_no_more_words() {
    let mut entries = treated(A::InterpersonalDeficits);
    considered(&mut entries, A::Grief, |candidate| candidate.exclusion_note = None);
    assert_eq!(outcome(&finds(&ACUTE_16, entries.clone(), &[]), "IPT-065"), Outcome::Holds);
    considered(&mut entries, A::Grief, |candidate| candidate.evidence = true);
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-065"), Outcome::Found);
}

#[test]
fn a_focus_that_is_stated_as_not_chosen_counts_in_an_excerpt_too() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    unreported(&mut entries, Topic::Agreements);
    assert_eq!(outcome(&report(&ACUTE_16, entries.clone()), "IPT-055"), Outcome::CannotTell);
    crate::edit_session(&mut entries, 3, |note| {
        note.tasks.push(TaskNote::not_done(InitialTask::ProblemAreaSelection));
    });
    assert_eq!(outcome(&report(&ACUTE_16, entries), "IPT-055"), Outcome::Found);
}

#[test]
fn a_person_of_the_focus_may_stand_on_the_timeline_alone() {
    let stranger = PersonRef::from_static("p9");
    let mut entries = treated(A::RoleDispute);
    disputed(&mut entries, |detail| detail.person = Some(stranger));
    finds(&ACUTE_16, entries.clone(), &["IPT-068"]);
    insert(&mut entries, at(day(7), LifeEventRecorded::new(LifeEvent::Conflict).with_person(stranger)));
    finds(&ACUTE_16, entries, &[]);
}

#[test]
fn a_focus_without_a_link_is_an_error_where_the_formulation_lists_its_parts_and_has_none_either() {
    let weighs = |parts: Option<FormulationParts>| {
        let mut entries = treated(A::RoleTransition);
        refocus(&mut entries, |agreed| agreed.items[0].link = None);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::FormulationGiven(given) = fact {
                given.parts = parts;
            }
        });
        of(&report(&ACUTE_16, entries), "IPT-070")[0].severity
    };
    assert_eq!(weighs(Some(FormulationParts::ALL.without(FormulationPart::Link))), Severity::Error);
    assert_eq!(weighs(None), Severity::Warning, "which parts it had is not reported");
}

#[test]
fn without_a_focus_on_record_no_area_can_be_told() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    let codes = ["IPT-056", "IPT-057", "IPT-058", "IPT-059", "IPT-060", "IPT-061", "IPT-062", "IPT-063", "IPT-064"];
    let codes = codes.into_iter().chain(["IPT-065", "IPT-066", "IPT-067", "IPT-068", "IPT-069", "IPT-070", "IPT-071"]);
    let codes: Vec<_> = codes.chain(["IPT-072", "IPT-073", "IPT-074"]).collect();
    let complete = report(&ACUTE_16, entries.clone());
    unreported(&mut entries, Topic::Agreements);
    let excerpt = report(&ACUTE_16, entries);
    for code in codes {
        assert_eq!(outcome(&complete, code), Outcome::DoesNotApply, "{code}");
        assert_eq!(outcome(&excerpt, code), Outcome::CannotTell, "{code}");
    }
}
