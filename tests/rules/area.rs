//! IPT-055 to IPT-073.

use chrono::Months;
use interpersonal::{
    ApproxDate, Entry, Fact, FactKind, FocusItem, FocusOn, FreeText, Label, PersonRef, ProblemArea as A, Severity,
    Topic, chrono,
    protocol::preset::{ACUTE_16, B_8, PTSD_14, SR, UK_16},
    record::{
        focus::{AreaConsidered, FocusAgreed, FormulationPart, FormulationParts, MarkerResult, MarkersAssessed},
        inventory::{LifeEvent, LifeEventRecorded},
    },
    rule::{Evidence, Outcome, Status},
};

use crate::{at, day, edit_facts, finds, flawless, insert, of, outcome, report, start, unreported, without};

fn treated(area: A) -> Vec<Entry> {
    flawless(&ACUTE_16, area)
}

/// A day some months before the first session.
fn before(months: u32) -> ApproxDate {
    ApproxDate::exactly(start().checked_sub_months(Months::new(months)).unwrap())
}

/// Edits the agreed focus, and brings the formulation in line with it.
fn refocus(entries: &mut [Entry], edit: impl Fn(&mut FocusAgreed)) {
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

fn linked(area: A) -> FocusItem {
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
fn a_middle_phase_without_an_agreed_focus_is_an_error_until_one_is_agreed() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    // Goals are tied to a focus, so they are missing with it.
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-055", "IPT-090"]);
    assert_eq!(of(&found, "IPT-055")[0].severity, Severity::Error);
    silent(entries.clone(), Topic::Agreements, "IPT-055");
    insert(&mut entries, at(day(30), FocusAgreed::new(vec![linked(A::RoleTransition)])));
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(matches!(of(&found, "IPT-055")[0].status, Status::Remedied { .. }));
}

#[test]
fn a_second_active_item_is_noted_and_a_third_is_a_warning_where_the_number_is_ours() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| {
        agreed.items.push(linked(A::RoleTransition));
        agreed.reason = Some("the same episode".into());
    });
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&found, "IPT-056")[0].severity, Severity::Note);
    refocus(&mut entries, |agreed| agreed.items.push(linked(A::RoleTransition)));
    let found = finds(&ACUTE_16, entries, &["IPT-056"]);
    let finding = of(&found, "IPT-056")[0];
    assert_eq!((finding.severity, finding.evidence), (Severity::Warning, Evidence::TooMany { found: 3, most: 2 }));
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
}

#[test]
fn a_parked_item_is_not_counted() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| {
        agreed.items.push(linked(A::RoleTransition).with_status(interpersonal::FocusStatus::Parked));
    });
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(of(&found, "IPT-056").is_empty());
}

#[test]
fn a_second_item_without_reason_or_link_is_found() {
    let two = |reason: Option<&str>, link: &str| {
        let mut entries = treated(A::RoleTransition);
        refocus(&mut entries, |agreed| {
            agreed.items.push(linked(A::RoleTransition).with_link(FreeText::from(link)));
            agreed.reason = reason.map(Into::into);
        });
        entries
    };
    finds(&ACUTE_16, two(None, "came with it"), &["IPT-057"]);
    finds(&ACUTE_16, two(Some("both weigh"), " "), &["IPT-057"]);
    silent(two(None, "came with it"), Topic::Agreements, "IPT-057");
}

#[test]
fn an_area_that_the_protocol_does_not_have_is_an_error_where_its_list_is_published() {
    let found = finds(&B_8, flawless(&B_8, A::InterpersonalDeficits), &["IPT-058"]);
    assert_eq!(of(&found, "IPT-058")[0].severity, Severity::Error);
    let found = report(&PTSD_14, flawless(&PTSD_14, A::InterpersonalDeficits));
    assert_eq!(of(&found, "IPT-058")[0].severity, Severity::Warning, "that list is our own reading");
}

#[test]
fn a_focus_that_is_none_of_the_four_is_recorded_and_found() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| agreed.items[0].on = FocusOn::Unlisted(Label::from_static("self_esteem")));
    // The notes go on with the transition, which is no longer the focus.
    let found = finds(&ACUTE_16, entries, &["IPT-058", "IPT-113", "IPT-114", "IPT-115"]);
    assert_eq!(of(&found, "IPT-058")[0].severity, Severity::Error);
}

fn divorced(entries: &mut [Entry]) {
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
fn grief_for_nobody_in_particular_is_thin() {
    for n in 0..2 {
        let mut entries = treated(A::Grief);
        edit_facts(&mut entries, |_, fact| match fact {
            Fact::GriefDetailed(grief) if n == 0 => grief.person = None,
            Fact::GriefDetailed(grief) => grief.when = None,
            Fact::PersonInventoried(person) if n == 1 => person.died = None,
            _ => {}
        });
        let found = finds(&ACUTE_16, entries.clone(), &["IPT-059"]);
        assert_eq!(of(&found, "IPT-059")[0].severity, Severity::Warning);
        silent(entries, Topic::InitialTasks, "IPT-059");
    }
}

#[test]
fn a_death_after_the_onset_asks_for_a_maintaining_link() {
    let mut entries = treated(A::Grief);
    let earlier = |entries: &mut [Entry], link: Option<&str>| {
        edit_facts(entries, |_, fact| match fact {
            Fact::OnsetDated(onset) => onset.onset = before(9),
            Fact::GriefDetailed(grief) => grief.maintaining_link = link.map(Into::into),
            _ => {}
        });
    };
    earlier(&mut entries, Some("mourning stands still"));
    finds(&ACUTE_16, entries.clone(), &[]);
    earlier(&mut entries, None);
    finds(&ACUTE_16, entries.clone(), &["IPT-060"]);
    silent(entries, Topic::InitialTasks, "IPT-060");
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
    let disputed = |edit: fn(&mut interpersonal::record::focus::DisputeDetailed)| {
        let mut entries = treated(A::RoleDispute);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::DisputeDetailed(detail) = fact {
                edit(detail);
            }
        });
        entries
    };
    finds(&ACUTE_16, disputed(|detail| detail.currently_involved = Some(false)), &["IPT-061"]);
    let nobody = disputed(|detail| detail.person = None);
    finds(&ACUTE_16, nobody.clone(), &["IPT-061"]);
    silent(nobody, Topic::InitialTasks, "IPT-061");
    // What the inventory says of the person counts.
    finds(&ACUTE_16, disputed(|detail| detail.currently_involved = None), &[]);
}

#[test]
fn a_dispute_has_two_sides() {
    let mut entries = treated(A::RoleDispute);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::DisputeDetailed(detail) = fact {
            detail.expectations_by_other = None;
        }
    });
    finds(&ACUTE_16, entries.clone(), &[]);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::PersonInventoried(person) = fact {
            person.expectations_by_other = None;
        }
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-062"]);
    silent(entries, Topic::InitialTasks, "IPT-062");
}

#[test]
fn a_transition_leads_from_one_role_to_another_at_a_time() {
    for n in 0..3 {
        let mut entries = treated(A::RoleTransition);
        edit_facts(&mut entries, |_, fact| {
            if let Fact::TransitionDetailed(detail) = fact {
                match n {
                    0 => detail.old_role = None,
                    1 => detail.new_role = Some("".into()),
                    _ => detail.changed = None,
                }
            }
        });
        finds(&ACUTE_16, entries.clone(), &["IPT-063"]);
        silent(entries, Topic::InitialTasks, "IPT-063");
    }
}

fn considered(entries: &mut [Entry], area: A, edit: impl Fn(&mut AreaConsidered)) {
    edit_facts(entries, |_, fact| {
        if let Fact::AreaConsidered(candidate) = fact {
            if candidate.area == area {
                edit(candidate);
            }
        }
    });
}

#[test]
fn deficits_are_not_chosen_while_another_area_has_evidence() {
    let mut entries = treated(A::InterpersonalDeficits);
    considered(&mut entries, A::RoleDispute, |candidate| candidate.evidence = true);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-064"]);
    let finding = of(&found, "IPT-064")[0];
    assert_eq!((finding.severity, finding.evidence), (Severity::Error, Evidence::Area { area: A::RoleDispute }));
    considered(&mut entries, A::RoleDispute, |candidate| candidate.exclusion_note = None);
    finds(&ACUTE_16, entries, &["IPT-064", "IPT-065"]);

    // British practice grades it as a warning, in brief IPT it is not asked.
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
    considered(&mut entries, A::Grief, |candidate| candidate.exclusion_note = None);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-065"]);
    assert_eq!(of(&found, "IPT-065")[0].evidence, Evidence::Area { area: A::Grief });
    silent(entries, Topic::InitialTasks, "IPT-065");

    let mut entries = treated(A::InterpersonalDeficits);
    without(&mut entries, FactKind::AreaConsidered);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-065"]);
    assert_eq!(of(&found, "IPT-065").len(), 3);
    silent(entries, Topic::InitialTasks, "IPT-064");
}

#[test]
fn deficits_beside_another_area_have_a_reason() {
    let beside = |reason: Option<&str>| {
        let mut entries = treated(A::RoleTransition);
        refocus(&mut entries, |agreed| {
            agreed.items.push(linked(A::InterpersonalDeficits));
            agreed.reason = reason.map(Into::into);
        });
        insert(&mut entries, at(day(84), MarkersAssessed::new(A::InterpersonalDeficits, MarkerResult::NotMet)));
        entries
    };
    finds(&ACUTE_16, beside(None), &["IPT-066"]);
    finds(&ACUTE_16, beside(Some("a life without ties, and then the move")), &[]);
    silent(beside(None), Topic::Agreements, "IPT-066");
}

#[test]
fn a_death_is_no_transition_where_grief_is_about_deaths() {
    let mut entries = treated(A::RoleTransition);
    edit_facts(&mut entries, |_, fact| match fact {
        Fact::TransitionDetailed(detail) => detail.event = Some(LifeEvent::Death),
        Fact::LifeEventRecorded(recorded) => recorded.event = LifeEvent::Death,
        _ => {}
    });
    finds(&ACUTE_16, entries, &["IPT-067"]);
}

#[test]
fn who_or_what_the_focus_is_about_stands_in_inventory_or_timeline() {
    let mut entries = treated(A::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::LifeEventRecorded(recorded) = fact {
            recorded.event = LifeEvent::Other;
        }
    });
    finds(&ACUTE_16, entries.clone(), &["IPT-068"]);
    silent(entries, Topic::InitialTasks, "IPT-068");

    let mut entries = treated(A::RoleDispute);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::DisputeDetailed(detail) = fact {
            detail.person = Some(PersonRef::from_static("p9"));
        }
    });
    finds(&ACUTE_16, entries, &["IPT-068"]);
}

#[test]
fn an_area_selected_before_the_inventory_was_done_is_out_of_order() {
    let mut entries = treated(A::RoleTransition);
    moved(&mut entries, FactKind::FocusAgreed, day(7));
    finds(&ACUTE_16, entries.clone(), &["IPT-069"]);
    silent(entries, Topic::InitialTasks, "IPT-069");
}

#[test]
fn a_focus_without_a_link_is_thin_where_the_formulation_has_one_and_an_error_where_neither_has() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| agreed.items[0].link = None);
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-070"]);
    assert_eq!(of(&found, "IPT-070")[0].severity, Severity::Warning);
    silent(entries.clone(), Topic::Agreements, "IPT-070");
    edit_facts(&mut entries, |_, fact| {
        if let Fact::FormulationGiven(given) = fact {
            given.parts = Some(FormulationParts::ALL.without(FormulationPart::Link));
        }
    });
    let found = finds(&ACUTE_16, entries, &["IPT-070", "IPT-075"]);
    assert_eq!(of(&found, "IPT-070")[0].severity, Severity::Error);
}

#[test]
fn a_death_long_before_the_onset_asks_for_a_maintaining_link() {
    let mut entries = treated(A::Grief);
    let long_ago = |entries: &mut [Entry], link: Option<&str>| {
        edit_facts(entries, |_, fact| match fact {
            Fact::GriefDetailed(grief) => {
                grief.when = Some(before(40));
                grief.maintaining_link = link.map(Into::into);
            }
            Fact::PersonInventoried(person) if person.alive == Some(false) => person.died = Some(before(40)),
            _ => {}
        });
    };
    long_ago(&mut entries, Some("never spoken of"));
    finds(&ACUTE_16, entries.clone(), &[]);
    long_ago(&mut entries, None);
    finds(&ACUTE_16, entries.clone(), &["IPT-071"]);
    silent(entries, Topic::InitialTasks, "IPT-071");
}

#[test]
fn a_candidate_with_evidence_that_was_passed_over_without_a_reason_is_noted() {
    let mut entries = treated(A::RoleTransition);
    considered(&mut entries, A::RoleDispute, |candidate| {
        candidate.evidence = true;
        candidate.exclusion_note = None;
    });
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&found, "IPT-072")[0].evidence, Evidence::Area { area: A::RoleDispute });
    silent(entries, Topic::InitialTasks, "IPT-072");
}

#[test]
fn isolation_that_began_with_the_episode_is_noted_beside_deficits() {
    let mut entries = treated(A::InterpersonalDeficits);
    assert!(of(&report(&ACUTE_16, entries.clone()), "IPT-073").is_empty());
    insert(&mut entries, at(day(7), LifeEventRecorded::new(LifeEvent::Isolation).with_when(before(1))));
    let found = finds(&ACUTE_16, entries, &[]);
    assert_eq!(of(&found, "IPT-073")[0].severity, Severity::Note);
}
