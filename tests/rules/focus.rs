//! IPT-055 to IPT-073: the focus.

use std::sync::LazyLock;

use chrono::Months;
use interpersonal::{
    Entry, Fact, FocusItem, FreeText, ProblemArea as A, Protocol, Severity, TaskNote, Topic,
    chrono,
    protocol::{
        Cited, FocusPolicy, ProtocolSpec,
        preset::{ACUTE_16, B_8, MAINT_07M, PTSD_14, SR},
    },
    record::{
        FactKind,
        focus::{
            AreaConsidered, DisputeDetailed, FocusAgreed, FormulationPart, FormulationParts,
            GriefDetailed, MarkerResult, MarkersAssessed, TransitionDetailed,
        },
        inventory::{LifeEvent, LifeEventRecorded, PersonInventoried, Relation},
    },
    rule::{Matter, Matters, Outcome, Status, Value},
    source::{Basis, SourceId},
    vocabulary::{
        ApproxDate, AreaSet, FocusOn, FocusStatus, InitialTask, Label, PersonRef, Precision,
        Specialisation,
    },
};

use crate::{
    Case, Proof, acute, add, assert_outcome, day, edit_facts, finds, flawless, of, outcome, report,
    start, transition, unreported, without,
};

fn treated(area: A) -> Vec<Entry> {
    flawless(&ACUTE_16, area)
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-055", Severity::Error, transition, |case| {
        without(&mut case.entries, FactKind::FocusAgreed);
    })
    .says(&[
        ("not_selected", |case| {
            without(&mut case.entries, FactKind::FocusAgreed);
            not_selected(&mut case.entries);
        }),
        ("none_active", |case| {
            refocus(&mut case.entries, |agreed| {
                agreed.items[0].status = FocusStatus::Parked;
            });
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-056", Severity::Warning, transition, |case| {
        second_item(&mut case.entries);
        refocus(&mut case.entries, |agreed| {
            agreed.items.push(linked(A::RoleTransition));
        });
    })
    .says(&[("more_than_advised", |case| second_item(&mut case.entries))])
    .silent(Topic::Agreements),
    Proof::of("IPT-057", Severity::Note, two_items, |case| {
        refocus(&mut case.entries, |agreed| agreed.reason = None);
    })
    .says(&[("deficits_beside", |case| {
        *case = deficits_beside();
        refocus(&mut case.entries, |agreed| agreed.reason = None);
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-058", Severity::Error, two_items, |case| {
        second_is(case, "self_esteem");
    })
    .says(&[
        ("outside", |case| {
            *case = Case::new(&B_8, flawless(&B_8, A::InterpersonalDeficits));
        }),
        ("misnamed", |case| second_is(case, "role-transitions")),
        ("specialised", |case| {
            *case = Case::new(&SR, flawless(&SR, A::RoleTransition));
            specialised(case, "homesickness");
        }),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-059", Severity::Warning, grief, |case| {
        mourned(&mut case.entries, |grief| grief.person = None);
    })
    .says(&[
        ("other_loss", |case| divorced(&mut case.entries)),
        ("nobody_died", |case| {
            mourned(&mut case.entries, |grief| grief.died = Some(false));
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-060", Severity::Note, died_after_the_onset, |case| {
        unlinked(&mut case.entries);
    })
    .says(&[("long_before", |case| {
        *case = died_long_ago();
        unlinked(&mut case.entries);
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-061", Severity::Warning, dispute, |case| {
        disputed(&mut case.entries, |detail| detail.person = None);
    })
    .says(&[
        ("dead", |case| {
            partner(&mut case.entries, |person| person.alive = Some(false));
        }),
        ("not_involved", |case| {
            disputed(&mut case.entries, |detail| {
                detail.currently_involved = Some(false);
            });
        }),
        ("involved", |case| {
            disputed(&mut case.entries, |detail| detail.currently_involved = None);
            partner(&mut case.entries, |person| person.currently_involved = None);
        }),
    ])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-062", Severity::Warning, dispute, |case| {
        disputed(&mut case.entries, |detail| {
            detail.expectations_by_other = None;
        });
        partner(&mut case.entries, |person| {
            person.expectations_by_other = None;
        });
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-063", Severity::Warning, transition, |case| {
        changed(&mut case.entries, |detail| detail.old_role = None);
    })
    .says(&[("when", |case| {
        changed(&mut case.entries, |detail| detail.changed = None);
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-064", Severity::Warning, deficits, |case| {
        considered(&mut case.entries, A::RoleDispute, |candidate| {
            candidate.evidence = true;
            candidate.exclusion_note = None;
        });
    })
    .says(&[("reasoned", |case| {
        considered(&mut case.entries, A::RoleDispute, |candidate| {
            candidate.evidence = true;
        });
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-065", Severity::Note, deficits, |case| {
        not_considered(&mut case.entries, A::Grief);
    })
    .says(&[("passed_over", |case| {
        *case = passed_over();
        considered(&mut case.entries, A::RoleDispute, |candidate| {
            candidate.exclusion_note = None;
        });
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-067", Severity::Note, transition, |case| {
        after_a_death(&mut case.entries);
    })
    .silent(Topic::InitialTasks),
    Proof::of("IPT-068", Severity::Note, transition, |case| {
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::LifeEventRecorded(recorded) = fact {
                recorded.event = LifeEvent::Other;
                recorded.when = None;
            }
        });
    })
    .says(&[("person", |case| {
        *case = dispute();
        disputed(&mut case.entries, |detail| {
            detail.person = Some(PersonRef::from_static("p9"));
        });
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-069", Severity::Warning, transition, |case| {
        moved(&mut case.entries, FactKind::FocusAgreed, day(0));
    })
    .says(&[("formulated_before", |case| {
        moved(&mut case.entries, FactKind::FormulationGiven, day(0));
    })])
    .silent(Topic::InitialTasks),
    Proof::of("IPT-070", Severity::Warning, transition, |case| {
        unlinked_with(&mut case.entries, None);
    })
    .says(&[("not_linked", |case| {
        unlinked_with(
            &mut case.entries,
            Some(FormulationParts::ALL.without(FormulationPart::Link)),
        );
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-073", Severity::Note, deficits, |case| {
        isolated(&mut case.entries, before(1));
    })
    .says(&[("by_day", |case| {
        isolated(&mut case.entries, before(1));
        onset(&mut case.entries, before(3));
    })])
    .silent(Topic::InitialTasks),
];

/// The record says that no problem area was chosen.
fn not_selected(entries: &mut [Entry]) {
    crate::edit_session(entries, 3, |note| {
        note.tasks
            .push(TaskNote::not_done(InitialTask::ProblemAreaSelection));
    });
}

/// The second item of the focus is none of the four areas.
fn second_is(case: &mut Case, name: &'static str) {
    refocus(&mut case.entries, |agreed| {
        agreed.items[1].on = FocusOn::Unlisted(Label::from_static(name));
    });
}

/// The focus is a named form of its area.
fn specialised(case: &mut Case, name: &'static str) {
    refocus(&mut case.entries, |agreed| {
        agreed.items[0].specialisation = Some(Specialisation::from_static(name));
    });
}

fn mourned(entries: &mut [Entry], edit: impl Fn(&mut GriefDetailed)) {
    edit_facts(entries, |_, fact| {
        if let Fact::GriefDetailed(grief) = fact {
            edit(grief);
        }
    });
}

fn changed(entries: &mut [Entry], edit: impl Fn(&mut TransitionDetailed)) {
    edit_facts(entries, |_, fact| {
        if let Fact::TransitionDetailed(detail) = fact {
            edit(detail);
        }
    });
}

/// What the inventory says of the partner.
fn partner(entries: &mut [Entry], edit: impl Fn(&mut PersonInventoried)) {
    edit_facts(entries, |_, fact| match fact {
        Fact::PersonInventoried(person) if person.relation == Relation::Partner => edit(person),
        _ => {}
    });
}

fn not_considered(entries: &mut Vec<Entry>, area: A) {
    entries.retain(
        |entry| !matches!(entry.stated(), Some((_, Fact::AreaConsidered(c))) if c.area == area),
    );
}

/// The transition began with a death, and grief was not considered.
pub(crate) fn after_a_death(entries: &mut Vec<Entry>) {
    changed(entries, |detail| detail.event = Some(LifeEvent::Death));
    edit_facts(entries, |_, fact| {
        if let Fact::LifeEventRecorded(recorded) = fact {
            recorded.event = LifeEvent::Death;
        }
    });
    not_considered(entries, A::Grief);
}

/// The focus has no link of its own, beside a formulation with these parts.
fn unlinked_with(entries: &mut [Entry], parts: Option<FormulationParts>) {
    refocus(entries, |agreed| agreed.items[0].link = None);
    edit_facts(entries, |_, fact| {
        if let Fact::FormulationGiven(given) = fact {
            given.parts = parts;
        }
    });
}

fn onset(entries: &mut [Entry], on: ApproxDate) {
    edit_facts(entries, |_, fact| {
        if let Fact::OnsetDated(onset) = fact {
            onset.onset = Some(on);
        }
    });
}

fn isolated(entries: &mut Vec<Entry>, since: ApproxDate) {
    add(
        entries,
        day(7),
        LifeEventRecorded::new(LifeEvent::Isolation).with_when(since),
    );
}

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
    case.add(
        day(84),
        MarkersAssessed::new(A::InterpersonalDeficits, MarkerResult::NotMet),
    );
    case
}

/// The episode began four months before the death; the link between them is said.
fn died_after_the_onset() -> Case {
    let mut case = grief();
    onset(&mut case.entries, before(9));
    case
}

/// The death lies years before the onset; the link between them is said.
fn died_long_ago() -> Case {
    let mut case = grief();
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::GriefDetailed(grief) => grief.when = Some(before(40)),
        Fact::PersonInventoried(person) if person.alive == Some(false) => {
            person.died = Some(before(40));
        }
        _ => {}
    });
    case
}

/// Nothing ties the grief to the episode.
fn unlinked(entries: &mut [Entry]) {
    mourned(entries, |grief| grief.maintaining_link = None);
    refocus(entries, |agreed| agreed.items[0].link = None);
}

/// A dispute had evidence too and was set aside, with a reason.
fn passed_over() -> Case {
    let mut case = transition();
    considered(&mut case.entries, A::RoleDispute, |candidate| {
        candidate.evidence = true;
    });
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
    FocusItem::area(area)
        .with_link(FreeText::from("came with it"))
        .with_goals(vec!["be at ease".into()])
}

#[track_caller]
fn silent(mut entries: Vec<Entry>, topic: Topic, code: &'static str) {
    unreported(&mut entries, topic);
    assert_eq!(
        outcome(&report(&ACUTE_16, entries), code),
        Outcome::CannotTell
    );
}

/// Moves the only fact of a kind to another day.
pub(crate) fn moved(entries: &mut Vec<Entry>, kind: FactKind, to: chrono::NaiveDate) {
    let place = entries
        .iter()
        .position(|entry| entry.stated().is_some_and(|(_, fact)| fact.kind() == kind));
    let entry = entries.remove(place.expect("the course has such a fact"));
    let fact = entry.stated().unwrap().1.clone();
    add(entries, to, fact);
}

#[test]
fn a_focus_that_was_agreed_after_the_middle_phase_began_is_late() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    add(
        &mut entries,
        day(30),
        FocusAgreed::new(vec![linked(A::RoleTransition)]),
    );
    let found = finds(&ACUTE_16, entries, &[]);
    let late = of(&found, "IPT-055")[0];
    assert_eq!(late.severity, Severity::Warning);
    assert!(matches!(late.status, Status::Remedied { .. }));
}

#[test]
fn more_items_than_advised_are_a_note_and_more_than_provided_for_a_warning() {
    let mut entries = two_items().entries;
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    let noted = of(&found, "IPT-056")[0];
    assert_eq!(noted.severity, Severity::Note);
    assert_eq!(
        noted.to_string(),
        "On 19 January, 2 active foci were agreed; acute-16 recommends 1."
    );
    refocus(&mut entries, |agreed| {
        agreed.items.push(linked(A::RoleTransition));
    });
    let found = finds(&ACUTE_16, entries, &["IPT-056"]);
    let [finding] = of(&found, "IPT-056")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        finding.to_string(),
        "On 19 January, 3 active foci were agreed; acute-16 provides for 2 at most."
    );
}

#[test]
fn a_third_item_is_an_error_where_the_number_is_published() {
    static PUBLISHED: LazyLock<Protocol> = LazyLock::new(|| {
        Protocol::new(ProtocolSpec {
            focus: FocusPolicy {
                max_active: Cited::new(2, SourceId::WEISSMAN_2018, Basis::Manual),
                ..ACUTE_16.spec().focus
            },
            ..ACUTE_16.spec().clone()
        })
        .expect("its parts agree")
    });
    let mut entries = two_items().entries;
    refocus(&mut entries, |agreed| {
        agreed.items.push(linked(A::RoleTransition));
    });
    let found = finds(&PUBLISHED, entries, &["IPT-056"]);
    assert_eq!(of(&found, "IPT-056")[0].severity, Severity::Error);
}

#[test]
fn several_items_are_not_noted_where_the_protocol_advises_more() {
    let mut entries = flawless(&MAINT_07M, A::RoleTransition);
    second_item(&mut entries);
    assert_outcome(&MAINT_07M, entries, "IPT-056", Outcome::Holds);
}

#[test]
fn a_focus_that_was_agreed_anew_within_bounds_remedies_what_went_before() {
    let linked_on = |on| {
        let mut entries = treated(A::RoleTransition);
        unlinked_with(
            &mut entries,
            Some(FormulationParts::ALL.without(FormulationPart::Link)),
        );
        add(
            &mut entries,
            day(on),
            FocusAgreed::new(vec![linked(A::RoleTransition)]),
        );
        let found = report(&ACUTE_16, entries);
        let finding = of(&found, "IPT-070")[0];
        (finding.severity, finding.stands())
    };
    assert_eq!(linked_on(30), (Severity::Warning, false));
    assert_eq!(
        linked_on(80),
        (Severity::Error, true),
        "most of the middle phase had passed"
    );

    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| {
        agreed.items.resize(3, linked(A::RoleTransition));
        agreed.reason = Some("the same episode".into());
    });
    add(
        &mut entries,
        day(30),
        FocusAgreed::new(vec![linked(A::RoleTransition)]),
    );
    let found = report(&ACUTE_16, entries);
    assert!(matches!(
        of(&found, "IPT-056")[0].status,
        Status::Remedied { .. }
    ));

    let mut entries = two_items().entries;
    add(
        &mut entries,
        day(30),
        FocusAgreed::new(vec![linked(A::RoleTransition)]),
    );
    assert!(matches!(
        of(&report(&ACUTE_16, entries), "IPT-056")[0].status,
        Status::Remedied { .. }
    ));
}

#[test]
fn a_parked_item_is_not_counted() {
    let mut entries = treated(A::RoleTransition);
    refocus(&mut entries, |agreed| {
        agreed
            .items
            .push(linked(A::RoleTransition).with_status(FocusStatus::Parked));
    });
    let found = finds(&ACUTE_16, entries, &[]);
    assert!(of(&found, "IPT-056").is_empty());
}

#[test]
fn a_second_item_without_a_link_is_found() {
    let mut entries = two_items().entries;
    refocus(&mut entries, |agreed| {
        agreed.items[1].link = Some(" ".into());
    });
    let found = finds(&ACUTE_16, entries, &[]);
    let [finding] = of(&found, "IPT-057")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(
        finding.severity,
        Severity::Note,
        "a text of which no source was read"
    );
    assert_eq!(
        finding.evidence.get("missing"),
        Some(Value::from(Matters::from(Matter::Link)))
    );
}

#[test]
fn an_area_that_the_protocol_does_not_have_is_an_error_where_its_list_is_published() {
    let found = finds(&B_8, flawless(&B_8, A::InterpersonalDeficits), &["IPT-058"]);
    assert_eq!(of(&found, "IPT-058")[0].severity, Severity::Error);
    let found = report(&PTSD_14, flawless(&PTSD_14, A::InterpersonalDeficits));
    assert_eq!(
        of(&found, "IPT-058")[0].severity,
        Severity::Warning,
        "that list is our own reading"
    );
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
    assert_eq!(
        outcome(&finds(&SR, entries, &[]), "IPT-059"),
        Outcome::DoesNotApply
    );
}

#[test]
fn grief_without_a_death_is_a_warning_where_the_condition_is_ours() {
    static OURS: LazyLock<Protocol> = LazyLock::new(|| {
        Protocol::new(ProtocolSpec {
            focus: FocusPolicy {
                grief_requires_death: Cited::design(true),
                ..ACUTE_16.spec().focus
            },
            ..ACUTE_16.spec().clone()
        })
        .expect("its parts agree")
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
    unlinked(&mut entries);
    // The stand-in lies before the death of the same year.
    let year = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    onset(&mut entries, ApproxDate::new(year, Precision::Year));
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries, &[]), "IPT-060"),
        Outcome::DoesNotApply
    );
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
    let partner = treated(A::RoleDispute)
        .iter()
        .find_map(|entry| match entry.stated() {
            Some((_, Fact::PersonInventoried(person))) if person.relation == Relation::Partner => {
                Some((**person).clone())
            }
            _ => None,
        });
    let partner = partner.unwrap();
    let left = |alive| {
        partner
            .clone()
            .with_alive(alive)
            .with_currently_involved(false)
    };
    let separated = DisputeDetailed::new()
        .with_person(partner.person)
        .with_currently_involved(false);
    for (on, expected) in [(60, Outcome::Holds), (14, Outcome::Found)] {
        for alive in [true, false] {
            let mut entries = treated(A::RoleDispute);
            add(&mut entries, day(on), left(alive));
            add(&mut entries, day(on), separated.clone());
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
    let open = |edit: fn(&mut TransitionDetailed)| {
        let mut entries = treated(A::RoleTransition);
        changed(&mut entries, edit);
        let found = report(&ACUTE_16, entries);
        (
            of(&found, "IPT-063")[0].severity,
            of(&found, "IPT-063")[0].evidence.get("missing"),
        )
    };
    let missing = |matters: &[Matter]| Some(Value::from(Matters::of(matters)));
    let no_new_role = open(|detail| detail.new_role = Some("".into()));
    assert_eq!(
        no_new_role,
        (Severity::Warning, missing(&[Matter::NewRole]))
    );
    let nothing = open(|detail| *detail = TransitionDetailed::new());
    assert_eq!(
        nothing,
        (
            Severity::Warning,
            missing(&[Matter::OldRole, Matter::NewRole, Matter::Changed])
        )
    );
    assert_eq!(
        open(|detail| detail.changed = None),
        (Severity::Note, None),
        "what came gradually has no day"
    );
}

#[test]
fn deficits_that_were_chosen_for_a_reason_are_a_note_and_without_one_a_question() {
    let mut entries = treated(A::InterpersonalDeficits);
    considered(&mut entries, A::RoleDispute, |candidate| {
        candidate.evidence = true;
    });
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    assert_eq!(of(&found, "IPT-064")[0].severity, Severity::Note);

    considered(&mut entries, A::RoleDispute, |candidate| {
        candidate.exclusion_note = None;
    });
    let found = finds(&ACUTE_16, entries.clone(), &["IPT-064"]);
    assert!(of(&found, "IPT-065").is_empty(), "one rule asks why");
    unreported(&mut entries, Topic::InitialTasks);
    let open = report(&ACUTE_16, entries.clone());
    assert!(
        open.questions()
            .any(|question| question.code().as_str() == "IPT-064")
    );
    assert!(of(&open, "IPT-064").is_empty());

    refocus(&mut entries, |agreed| {
        agreed.reason = Some("the quarrels began with the isolation".into());
    });
    assert_eq!(
        of(&report(&ACUTE_16, entries), "IPT-064")[0].severity,
        Severity::Note
    );
}

#[test]
fn evidence_found_after_the_choice_is_not_held_against_it() {
    let mut entries = treated(A::InterpersonalDeficits);
    add(
        &mut entries,
        day(40),
        AreaConsidered::new(A::Grief, true).with_exclusion_note(FreeText::from("found too late")),
    );
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries, &[]), "IPT-064"),
        Outcome::Holds
    );
}

#[test]
fn deficits_say_of_each_other_area_why_it_was_not_chosen() {
    let mut entries = treated(A::InterpersonalDeficits);
    without(&mut entries, FactKind::AreaConsidered);
    let found = finds(&ACUTE_16, entries.clone(), &[]);
    let [finding] = of(&found, "IPT-065")[..] else {
        panic!("{:#?}", found.findings)
    };
    let areas = AreaSet::ALL.without(A::InterpersonalDeficits);
    assert_eq!(finding.evidence.get("areas"), Some(Value::from(areas)));
    silent(entries, Topic::InitialTasks, "IPT-064");
}

#[test]
fn an_area_without_evidence_needs_no_more_words() {
    let mut entries = treated(A::InterpersonalDeficits);
    considered(&mut entries, A::Grief, |candidate| {
        candidate.exclusion_note = None;
    });
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries.clone(), &[]), "IPT-065"),
        Outcome::Holds
    );
    considered(&mut entries, A::Grief, |candidate| {
        candidate.evidence = true;
    });
    assert_outcome(&ACUTE_16, entries, "IPT-064", Outcome::Found);
}

#[test]
fn a_focus_that_is_stated_as_not_chosen_counts_in_an_excerpt_too() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    unreported(&mut entries, Topic::Agreements);
    assert_outcome(&ACUTE_16, entries.clone(), "IPT-055", Outcome::CannotTell);
    not_selected(&mut entries);
    let found = report(&ACUTE_16, entries);
    assert!(
        of(&found, "IPT-055")[0]
            .to_string()
            .starts_with("The record says that no problem area had been selected")
    );
}

#[test]
fn a_person_of_the_focus_may_stand_on_the_timeline_alone() {
    let stranger = PersonRef::from_static("p9");
    let mut entries = treated(A::RoleDispute);
    disputed(&mut entries, |detail| detail.person = Some(stranger));
    assert_eq!(
        of(&report(&ACUTE_16, entries.clone()), "IPT-068")[0].severity,
        Severity::Note
    );
    add(
        &mut entries,
        day(7),
        LifeEventRecorded::new(LifeEvent::Conflict).with_person(stranger),
    );
    assert_eq!(
        outcome(&finds(&ACUTE_16, entries, &[]), "IPT-068"),
        Outcome::Holds
    );
}

#[test]
fn a_focus_without_a_link_weighs_what_the_formulation_leaves() {
    let weighs = |parts: Option<FormulationParts>| {
        let mut entries = treated(A::RoleTransition);
        unlinked_with(&mut entries, parts);
        of(&report(&ACUTE_16, entries), "IPT-070")
            .first()
            .map(|finding| finding.severity)
    };
    assert_eq!(
        weighs(Some(FormulationParts::ALL.without(FormulationPart::Link))),
        Some(Severity::Error)
    );
    assert_eq!(
        weighs(None),
        Some(Severity::Warning),
        "which parts it had is not reported"
    );
    assert_eq!(
        weighs(Some(FormulationParts::ALL)),
        None,
        "the formulation stated it"
    );
}

#[test]
fn an_item_that_is_agreed_anew_need_not_repeat_its_link() {
    let mut entries = treated(A::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::FormulationGiven(given) = fact {
            given.parts = None;
        }
    });
    add(
        &mut entries,
        day(60),
        FocusAgreed::new(vec![FocusItem::area(A::RoleTransition)]),
    );
    assert!(of(&report(&ACUTE_16, entries), "IPT-070").is_empty());
}

#[test]
fn grief_that_was_considered_and_set_aside_is_not_asked_about_again() {
    let mut entries = treated(A::RoleTransition);
    after_a_death(&mut entries);
    let mut open = entries.clone();
    unreported(&mut open, Topic::InitialTasks);
    let question = report(&ACUTE_16, open)
        .questions()
        .find(|it| it.code().as_str() == "IPT-067")
        .map(ToString::to_string);
    assert!(
        question
            .unwrap()
            .ends_with("Was grief considered as the focus?")
    );
    add(&mut entries, day(14), AreaConsidered::new(A::Grief, false));
    assert_outcome(&ACUTE_16, entries, "IPT-067", Outcome::Holds);
}

#[test]
fn a_change_entered_as_an_event_of_another_kind_is_found_on_the_timeline() {
    let mut entries = treated(A::RoleTransition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::LifeEventRecorded(recorded) = fact {
            recorded.event = LifeEvent::NonDeathLoss;
        }
    });
    assert_outcome(&ACUTE_16, entries, "IPT-068", Outcome::Holds);
}

#[test]
fn isolation_of_the_same_year_as_the_onset_has_no_order() {
    let isolated_since = |precision| {
        let mut entries = treated(A::InterpersonalDeficits);
        isolated(&mut entries, ApproxDate::new(before(1).on, precision));
        onset(&mut entries, ApproxDate::new(before(3).on, precision));
        outcome(&report(&ACUTE_16, entries), "IPT-073")
    };
    assert_eq!(isolated_since(Precision::Year), Outcome::Holds);
    assert_eq!(isolated_since(Precision::Month), Outcome::Found);
}

#[test]
fn the_link_of_the_focus_ties_a_distant_death_to_the_episode() {
    let mut case = died_after_the_onset();
    mourned(&mut case.entries, |grief| grief.maintaining_link = None);
    assert_outcome(&ACUTE_16, case.entries, "IPT-060", Outcome::Holds);
}

#[test]
fn a_death_known_to_the_year_is_counted_in_the_months_that_are_certain() {
    let mut case = died_long_ago();
    unlinked(&mut case.entries);
    let year = |year| {
        ApproxDate::new(
            chrono::NaiveDate::from_ymd_opt(year, 6, 1).unwrap(),
            Precision::Year,
        )
    };
    mourned(&mut case.entries, |grief| grief.when = Some(year(2022)));
    let found = report(&ACUTE_16, case.entries);
    assert!(
        of(&found, "IPT-060")[0]
            .to_string()
            .contains("at least 25 months before the onset"),
        "{:#?}",
        found.findings
    );
}

#[test]
fn of_focus_and_formulation_before_the_inventory_one_finding_speaks() {
    let mut entries = treated(A::RoleTransition);
    moved(&mut entries, FactKind::FocusAgreed, day(0));
    moved(&mut entries, FactKind::FormulationGiven, day(0));
    let found = report(&ACUTE_16, entries);
    let [finding] = of(&found, "IPT-069")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert!(
        finding
            .to_string()
            .starts_with("When the problem area was selected on 5 January, nothing")
    );
    // People and events that were on record by the day count.
    let mut entries = treated(A::RoleTransition);
    moved(&mut entries, FactKind::FocusAgreed, day(7));
    assert_outcome(&ACUTE_16, entries, "IPT-069", Outcome::Holds);
}

#[test]
fn a_named_form_of_an_area_is_one_of_the_protocol() {
    let found = |protocol: &'static Protocol, name| {
        let mut case = Case::new(protocol, flawless(protocol, A::RoleTransition));
        specialised(&mut case, name);
        of(&report(protocol, case.entries), "IPT-058")
            .first()
            .map(|finding| finding.severity)
    };
    assert_eq!(found(&SR, "homesickness"), Some(Severity::Warning));
    assert_eq!(found(&ACUTE_16, "homesickness"), None, "it names none");
}

#[test]
fn without_a_focus_on_record_no_area_can_be_told() {
    let mut entries = treated(A::RoleTransition);
    without(&mut entries, FactKind::FocusAgreed);
    // The formulation goes with the focus, of whose order with the inventory the same rule speaks.
    without(&mut entries, FactKind::FormulationGiven);
    let codes = [
        "IPT-056", "IPT-057", "IPT-058", "IPT-059", "IPT-060", "IPT-061", "IPT-062", "IPT-063",
        "IPT-064",
    ];
    let codes = codes.into_iter().chain([
        "IPT-065", "IPT-067", "IPT-068", "IPT-069", "IPT-070", "IPT-073",
    ]);
    let codes: Vec<_> = codes.collect();
    let complete = report(&ACUTE_16, entries.clone());
    unreported(&mut entries, Topic::Agreements);
    let excerpt = report(&ACUTE_16, entries);
    for code in codes {
        assert_eq!(outcome(&complete, code), Outcome::DoesNotApply, "{code}");
        assert_eq!(outcome(&excerpt, code), Outcome::CannotTell, "{code}");
    }
}
