//! IPT-130 to IPT-151.

use interpersonal::{
    ApproxDate, DisputeStage, Entry, Fact, FactKind, FocusItem, FocusStatus, FreeText, Phase, ProblemArea, Severity,
    Stated, Strategy, StrategySet, Technique, Topic,
    chrono::Datelike,
    protocol::preset::{ACUTE_16, LATE_LIFE},
    record::{
        contract::TimeFrame,
        focus::{
            DisputeStaged, FocusAgreed, FocusTrigger, FormulationAnswered, FormulationGiven, FormulationParts,
            MarkerResult, MarkersAssessed, PatientResponse,
        },
        inventory::{LifeEvent, LifeEventRecorded},
        review::ReviewHeld,
        session::{DecidedBy, Session},
    },
    rule::{Outcome, Status},
};

use crate::{
    Case, Proof, acute, at, day, edit_facts, edit_session, flawless, insert, of, outcome, report, transition,
    unreported, without,
};

use ProblemArea::{Grief, InterpersonalDeficits as Deficits, RoleDispute as Dispute, RoleTransition as Transition};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-130", Severity::Warning, grief, |case| {
        leave_out(case, &[Strategy::GriefDeathSequence], Strategy::GriefLink);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-131", Severity::Warning, grief, |case| {
        leave_out(case, &[Strategy::GriefNegativeFeelings], Strategy::GriefPositiveFeelings);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-132", Severity::Warning, grief, |case| {
        leave_out(case, &[Strategy::GriefReconnection], Strategy::GriefPositiveFeelings);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-133", Severity::Note, || anniversary(60), |case| plan(case, None)).silent(Topic::InitialTasks),
    Proof::of("IPT-134", Severity::Warning, dispute, |case| without(&mut case.entries, FactKind::DisputeStaged))
        .silent(Topic::SessionContent),
    Proof::of(
        "IPT-135",
        Severity::Warning,
        || stage_changes(DisputeStage::Impasse),
        |case| {
            edit_facts(&mut case.entries, |on, fact| {
                if let (true, Fact::DisputeStaged(staged)) = (on == day(50), fact) {
                    staged.plan = None;
                }
            });
        },
    )
    .silent(Topic::SessionContent),
    Proof::of("IPT-136", Severity::Warning, dispute, |case| {
        each(case, |note| note.techniques = note.techniques.without(Technique::CommunicationAnalysis));
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-137", Severity::Warning, dispute, |case| each(case, |note| note.options = note.options.map(|_| 1)))
        .silent(Topic::SessionContent),
    Proof::of("IPT-138", Severity::Warning, dispute, |case| decided_by(case, DecidedBy::Other))
        .silent(Topic::SessionContent),
    Proof::of("IPT-139", Severity::Warning, mourned, |case| {
        leave_out(case, &[Strategy::DisputeMourning], Strategy::DisputePersistence);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-140", Severity::Warning, transition, one_role).silent(Topic::SessionContent),
    Proof::of("IPT-141", Severity::Warning, transition, |case| {
        skills_first(&mut case.entries);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-142", Severity::Warning, transition, no_step).silent(Topic::SessionContent),
    Proof::of("IPT-143", Severity::Warning, deficits, |case| {
        each(case, |note| note.events_reasked = Stated::NotReported);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-144", Severity::Warning, deficits, |case| {
        leave_out(case, &[Strategy::DeficitsTherapyRelationship], Strategy::DeficitsPatterns);
        each(case, |note| note.techniques = note.techniques.without(Technique::UseOfTherapeuticRelationship));
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-145", Severity::Warning, deficits, untried).silent(Topic::SessionContent),
    Proof::of(
        "IPT-146",
        Severity::Warning,
        || two_items(9),
        |case| {
            edit_session(&mut case.entries, 8, |note| note.strategies = Strategy::DisputeExpectations.into());
        },
    )
    .silent(Topic::SessionContent),
    Proof::of("IPT-147", Severity::Warning, || refocused(63), |case| *case = refocused(77)).silent(Topic::Agreements),
    Proof::of("IPT-148", Severity::Warning, set_aside, |case| change(&mut case.entries, 63, &[Transition, Dispute]))
        .silent(Topic::Agreements),
    Proof::of("IPT-149", Severity::Error, || refocused(63), |case| answer(case, PatientResponse::Rejected))
        .silent(Topic::Agreements),
    Proof::of("IPT-150", Severity::Warning, transition, |case| without(&mut case.entries, FactKind::MarkersAssessed))
        .silent(Topic::SessionContent),
    Proof::of("IPT-151", Severity::Note, transition, |case| *case = refocused(63))
        .along(&["IPT-056"])
        .silent(Topic::Agreements),
];

fn grief() -> Case {
    acute(Grief)
}

fn dispute() -> Case {
    acute(Dispute)
}

fn deficits() -> Case {
    acute(Deficits)
}

/// The first middle session builds skills for the new role.
fn skills_first(entries: &mut [Entry]) {
    edit_session(entries, 4, |note| {
        note.strategies = note.strategies.with(Strategy::TransitionSkills);
        note.techniques = note.techniques.without(Technique::SupportMobilisation);
    });
}

/// Edits every session note.
fn each(case: &mut Case, edit: impl Fn(&mut Session)) {
    for n in 1..=16 {
        edit_session(&mut case.entries, n, &edit);
    }
}

/// Takes strategies out of every note; a session that would be left without any keeps another of the same area.
fn leave_out(case: &mut Case, strategies: &[Strategy], instead: Strategy) {
    each(case, |note| {
        if note.strategies.is_empty() {
            return;
        }
        note.strategies = note.strategies.difference(StrategySet::of(strategies));
        if note.strategies.is_empty() {
            note.strategies = instead.into();
        }
    });
}

/// A grief whose anniversary falls so many days after the first session, with a plan for it.
fn anniversary(after: u64) -> Case {
    let mut case = grief();
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::GriefDetailed(detail) = fact {
            detail.when = Some(ApproxDate::exactly(Datelike::with_year(&day(after), 2025).unwrap()));
        }
    });
    plan(&mut case, Some("to the grave with the sibling"));
    case
}

fn plan(case: &mut Case, plan: Option<&str>) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::GriefDetailed(detail) = fact {
            detail.anniversary_plan = plan.map(FreeText::from);
        }
    });
}

/// A dispute whose stage is determined anew between sessions 8 and 9, with a plan.
fn stage_changes(to: DisputeStage) -> Case {
    let mut case = dispute();
    insert(&mut case.entries, at(day(50), DisputeStaged::new(to).with_plan(FreeText::from("talk in another way"))));
    case
}

/// A dispute that ends, and is mourned.
fn mourned() -> Case {
    let mut case = stage_changes(DisputeStage::Dissolution);
    edit_session(&mut case.entries, 12, |note| note.strategies = Strategy::DisputeMourning.into());
    case
}

fn decided_by(case: &mut Case, by: DecidedBy) {
    edit_session(&mut case.entries, 9, |note| note.decided_by = Some(by));
}

/// The new role is looked at neither in sessions nor from its difficult side.
fn one_role(case: &mut Case) {
    leave_out(case, &[Strategy::TransitionNewRole], Strategy::TransitionLoss);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::TransitionDetailed(detail) = fact {
            detail.new_negative = None;
        }
    });
}

/// Neither skills nor support, and no step.
fn no_step(case: &mut Case) {
    leave_out(case, &[Strategy::TransitionSkills], Strategy::TransitionAppraisal);
    each(case, |note| note.techniques = note.techniques.without(Technique::SupportMobilisation));
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::TransitionDetailed(detail) = fact {
            detail.steps = None;
        }
    });
}

/// Contact is worked on, and what was tried is never looked at.
fn untried(case: &mut Case) {
    each(case, |note| {
        note.agreed = interpersonal::WorkSet::EMPTY;
        note.reviewed = Stated::NotReported;
    });
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::DeficitsDetailed(detail) = fact {
            detail.contacts = None;
        }
    });
}

fn item(area: ProblemArea) -> FocusItem {
    FocusItem::area(area)
        .with_link(FreeText::from("the quarrels keep the symptoms up"))
        .with_goals(vec![FreeText::from("a new arrangement")])
}

/// The focus changes on a day, with everything that a change asks for.
fn change(entries: &mut Vec<Entry>, on: u64, to: &[ProblemArea]) {
    let formulation = FormulationGiven::new(to.iter().map(|&area| area.into()).collect::<Vec<_>>())
        .with_parts(FormulationParts::ALL)
        .with_wording(FreeText::from("what keeps it going now is the quarrel"));
    insert(entries, at(day(on), formulation));
    insert(entries, at(day(on), FormulationAnswered::new(PatientResponse::Accepted)));
    let agreed = FocusAgreed::new(to.iter().map(|&area| item(area)).collect::<Vec<_>>())
        .with_trigger(FocusTrigger::NewLifeEvent)
        .with_reason(FreeText::from("the partner moved out"));
    insert(entries, at(day(on), agreed));
}

/// What is known of a dispute in a course that has one, told on a day.
fn with_dispute(entries: &mut Vec<Entry>, on: u64) {
    for entry in flawless(&ACUTE_16, Dispute) {
        if let Some((_, fact @ (Fact::DisputeDetailed(_) | Fact::DisputeStaged(_)))) = entry.stated() {
            insert(entries, at(day(on), fact.clone()));
        }
    }
}

/// A transition to which a dispute is added on a day, by agreement. At the end both are looked at.
pub(crate) fn refocused(on: u64) -> Case {
    let mut case = transition();
    with_dispute(&mut case.entries, on);
    change(&mut case.entries, on, &[Transition, Dispute]);
    look_back(&mut case.entries);
    case
}

fn look_back(entries: &mut Vec<Entry>) {
    insert(entries, at(day(98), MarkersAssessed::new(Dispute, MarkerResult::Partly)));
}

/// A transition to which a dispute is added, and set aside again.
fn set_aside() -> Case {
    let mut case = refocused(42);
    let mut parked = item(Dispute);
    parked.status = FocusStatus::Parked;
    insert(&mut case.entries, at(day(49), FocusAgreed::new([item(Transition), parked])));
    case
}

/// A transition with a dispute as its second item, on which the middle sessions from `n` on work.
fn two_items(n: usize) -> Case {
    let mut case = dispute();
    case.entries = flawless(&ACUTE_16, Transition);
    with_dispute(&mut case.entries, 14);
    look_back(&mut case.entries);
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::FocusAgreed(agreed) => {
            agreed.items.push(item(Dispute));
            agreed.reason = Some(FreeText::from("the quarrels belong to the move"));
        }
        Fact::FormulationGiven(given) => given.focus.push(Dispute.into()),
        _ => {}
    });
    for n in n..=13 {
        edit_session(&mut case.entries, n, |note| note.strategies = Strategy::DisputeExpectations.into());
    }
    case
}

/// The answer to the formulation that goes with the change of focus.
fn answer(case: &mut Case, response: PatientResponse) {
    edit_facts(&mut case.entries, |on, fact| {
        if let (true, Fact::FormulationAnswered(answer)) = (on == day(63), fact) {
            answer.response = response;
        }
    });
}

/// How a rule comes out in a course that was cut off after so many days.
#[track_caller]
fn by(case: &Case, last: u64, code: &'static str) -> Outcome {
    let entries = case.entries.iter().filter(|entry| entry.day().is_none_or(|on| on <= day(last)));
    outcome(&report(&ACUTE_16, entries.cloned().collect()), code)
}

#[track_caller]
fn untold(mut case: Case, topic: Topic, code: &'static str) {
    unreported(&mut case.entries, topic);
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), code), Outcome::CannotTell, "without {topic}");
}

fn remedied(case: Case, code: &'static str) -> bool {
    let report = report(&ACUTE_16, case.entries);
    of(&report, code).iter().all(|found| matches!(found.status, Status::Remedied { .. }))
        && !of(&report, code).is_empty()
}

#[test]
fn a_rule_on_one_area_does_not_apply_to_another() {
    let transition = report(&ACUTE_16, transition().entries);
    let others = [
        "IPT-130", "IPT-131", "IPT-132", "IPT-133", "IPT-134", "IPT-136", "IPT-137", "IPT-138", "IPT-139", "IPT-143",
        "IPT-144", "IPT-145",
    ];
    for code in others {
        assert_eq!(outcome(&transition, code), Outcome::DoesNotApply, "{code}");
    }
    let grief = report(&ACUTE_16, grief().entries);
    for code in ["IPT-140", "IPT-141", "IPT-142"] {
        assert_eq!(outcome(&grief, code), Outcome::DoesNotApply, "{code}");
    }
}

#[test]
fn what_is_due_by_a_session_or_by_the_end_of_a_phase_is_not_asked_before() {
    let faulty = |base: fn() -> Case, fault: fn(&mut Case)| {
        let mut case = base();
        fault(&mut case);
        case
    };
    // The fifth middle session lies on day 49, the sixth on day 56; the ending begins on day 91.
    let untold = faulty(grief, |case| leave_out(case, &[Strategy::GriefDeathSequence], Strategy::GriefLink));
    assert_eq!((by(&untold, 49, "IPT-130"), by(&untold, 56, "IPT-130")), (Outcome::DoesNotApply, Outcome::Found));
    let unstaged = faulty(dispute, |case| without(&mut case.entries, FactKind::DisputeStaged));
    assert_eq!((by(&unstaged, 21, "IPT-134"), by(&unstaged, 28, "IPT-134")), (Outcome::DoesNotApply, Outcome::Found));
    let unanalysed = faulty(dispute, |case| {
        each(case, |note| note.techniques = note.techniques.without(Technique::CommunicationAnalysis));
    });
    assert_eq!(
        (by(&unanalysed, 28, "IPT-136"), by(&unanalysed, 35, "IPT-136")),
        (Outcome::DoesNotApply, Outcome::Found)
    );
    let one_role = faulty(transition, one_role);
    assert_eq!((by(&one_role, 49, "IPT-140"), by(&one_role, 56, "IPT-140")), (Outcome::DoesNotApply, Outcome::Found));
    let one_side = faulty(grief, |case| {
        leave_out(case, &[Strategy::GriefNegativeFeelings], Strategy::GriefPositiveFeelings);
    });
    assert_eq!((by(&one_side, 84, "IPT-131"), by(&one_side, 91, "IPT-131")), (Outcome::DoesNotApply, Outcome::Found));
    let unassessed = faulty(transition, |case| without(&mut case.entries, FactKind::MarkersAssessed));
    assert_eq!(
        (by(&unassessed, 84, "IPT-150"), by(&unassessed, 91, "IPT-150")),
        (Outcome::DoesNotApply, Outcome::Found)
    );
}

#[test]
fn what_is_done_later_than_asked_for_is_remedied() {
    let mut story = grief();
    leave_out(&mut story, &[Strategy::GriefDeathSequence], Strategy::GriefLink);
    edit_session(&mut story.entries, 10, |note| note.strategies = note.strategies.with(Strategy::GriefDeathSequence));
    assert!(remedied(story, "IPT-130"));

    let mut stage = dispute();
    without(&mut stage.entries, FactKind::DisputeStaged);
    insert(&mut stage.entries, at(day(40), DisputeStaged::new(DisputeStage::Impasse)));
    assert!(remedied(stage, "IPT-134"));

    let mut roles = transition();
    one_role(&mut roles);
    edit_session(&mut roles.entries, 12, |note| note.strategies = note.strategies.with(Strategy::TransitionNewRole));
    assert!(remedied(roles, "IPT-140"));
}

#[test]
fn a_story_told_in_time_is_not_found() {
    let mut case = grief();
    leave_out(&mut case, &[Strategy::GriefDeathSequence], Strategy::GriefLink);
    edit_session(&mut case.entries, 8, |note| note.strategies = note.strategies.with(Strategy::GriefDeathSequence));
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-130"), Outcome::Holds);
}

#[test]
fn an_anniversary_after_treatment_needs_no_plan() {
    let mut case = anniversary(120);
    plan(&mut case, None);
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-133"), Outcome::DoesNotApply);
}

#[test]
fn the_same_stage_again_needs_no_new_plan() {
    let mut case = dispute();
    insert(&mut case.entries, at(day(50), DisputeStaged::new(DisputeStage::Renegotiation)));
    assert_eq!(outcome(&report(&ACUTE_16, case.entries.clone()), "IPT-135"), Outcome::DoesNotApply);
    untold(case, Topic::SessionContent, "IPT-135");
}

#[test]
fn a_decision_taken_together_is_the_patients_too() {
    let mut case = dispute();
    decided_by(&mut case, DecidedBy::Together);
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-138"), Outcome::Holds);
}

#[test]
fn a_dispute_that_goes_on_is_not_mourned() {
    let case = stage_changes(DisputeStage::Impasse);
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-139"), Outcome::DoesNotApply);
}

#[test]
fn skills_and_loss_in_one_session_are_in_order() {
    let mut case = transition();
    edit_session(&mut case.entries, 4, |note| {
        note.strategies = note.strategies.with(Strategy::TransitionSkills).with(Strategy::TransitionLoss);
    });
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-141"), Outcome::Holds);
}

#[test]
fn mobilising_support_does_not_come_before_its_time() {
    let mut case = transition();
    skills_first(&mut case.entries);
    edit_session(&mut case.entries, 4, |note| note.techniques = note.techniques.with(Technique::SupportMobilisation));
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-141"), Outcome::Holds);
}

#[test]
fn skills_before_loss_cannot_be_told_where_earlier_content_is_not_reported() {
    let mut case = transition();
    skills_first(&mut case.entries);
    unreported(&mut case.entries, Topic::SessionContent);
    let changed = interpersonal::record::setting::ReportingChanged::new(interpersonal::Reporting::COMPLETE);
    insert(&mut case.entries, at(day(20), changed));
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-141"), Outcome::CannotTell);
}

#[test]
fn what_the_detail_of_an_area_may_show_cannot_be_told_without_it() {
    type Faulty = (&'static str, fn() -> Case, fn(&mut Case));
    let faults: [Faulty; 3] =
        [("IPT-140", transition, one_role), ("IPT-142", transition, no_step), ("IPT-145", deficits, untried)];
    for (code, base, fault) in faults {
        let mut case = base();
        fault(&mut case);
        untold(case, Topic::InitialTasks, code);
    }
}

#[test]
fn a_new_event_makes_deficits_a_question_once_another_session_was_held() {
    let mut case = deficits();
    insert(&mut case.entries, at(day(64), LifeEventRecorded::new(LifeEvent::Death)));
    assert_eq!((by(&case, 64, "IPT-143"), by(&case, 70, "IPT-143")), (Outcome::Holds, Outcome::Found));
    for topic in [Topic::Measures, Topic::Agreements] {
        untold(case.clone(), topic, "IPT-143");
    }
    insert(&mut case.entries, at(day(70), ReviewHeld::new()));
    assert_eq!(outcome(&report(&ACUTE_16, case.entries), "IPT-143"), Outcome::Holds);
}

#[test]
fn one_item_alone_has_no_share() {
    assert_eq!(outcome(&report(&ACUTE_16, transition().entries), "IPT-146"), Outcome::DoesNotApply);
}

#[test]
fn a_change_of_focus_is_late_after_two_thirds_of_the_contract() {
    // Session 10 of 16 lies on day 63, session 11 on day 70.
    let late = |on| outcome(&report(&ACUTE_16, refocused(on).entries), "IPT-147");
    assert_eq!((late(69), late(70)), (Outcome::Holds, Outcome::Found));
    untold(refocused(63), Topic::Sessions, "IPT-147");
}

#[test]
fn a_contract_that_fixes_no_number_of_sessions_has_no_late_change_of_focus() {
    let mut entries = flawless(&LATE_LIFE, Transition);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ContractAgreed(agreed) = fact {
            agreed.frame = TimeFrame::Weeks(16);
        }
    });
    change(&mut entries, 98, &[Dispute]);
    assert_eq!(outcome(&report(&LATE_LIFE, entries), "IPT-147"), Outcome::DoesNotApply);
}

#[test]
fn ending_or_parking_an_item_is_no_change() {
    let mut case = transition();
    let mut parked = item(Dispute);
    parked.status = FocusStatus::Parked;
    insert(&mut case.entries, at(day(84), FocusAgreed::new([item(Transition), parked])));
    let report = report(&ACUTE_16, case.entries);
    for code in ["IPT-147", "IPT-148", "IPT-149", "IPT-151"] {
        assert_eq!(outcome(&report, code), Outcome::Holds, "{code}");
    }
}

#[test]
fn how_often_the_focus_was_changed_before_the_record_begins_cannot_be_told() {
    let midway = |entries| report(&ACUTE_16, crate::phases::midway(entries, day(35), Phase::Middle, 5));
    assert_eq!(outcome(&midway(transition().entries), "IPT-148"), Outcome::CannotTell);
    let mut case = set_aside();
    change(&mut case.entries, 63, &[Transition, Dispute]);
    change(&mut case.entries, 70, &[Transition]);
    change(&mut case.entries, 77, &[Transition, Dispute]);
    assert_eq!(outcome(&midway(case.entries), "IPT-148"), Outcome::Found, "too often in the record alone");
}

/// Of a change that lacks something one rule speaks, of one that does not the other.
#[track_caller]
fn only_a_warning(case: Case, name: &str) {
    let report = report(&ACUTE_16, case.entries);
    let found = of(&report, "IPT-149");
    assert!(matches!(found[..], [f] if f.severity == Severity::Warning), "{name}: {found:#?}");
    assert_eq!(found[0].old.to_string(), name);
    assert_eq!(outcome(&report, "IPT-151"), Outcome::DoesNotApply, "{name}");
}

#[test]
fn a_change_of_focus_that_lacks_a_part_is_a_warning() {
    type Strip = fn(&mut FocusAgreed);
    let strips: [(&str, Strip); 2] =
        [("trigger", |agreed| agreed.trigger = None), ("reason", |agreed| agreed.reason = None)];
    for (name, strip) in strips {
        let mut case = refocused(63);
        edit_facts(&mut case.entries, |on, fact| {
            if let (true, Fact::FocusAgreed(agreed)) = (on == day(63), fact) {
                strip(agreed);
            }
        });
        only_a_warning(case, name);
    }

    let mut unformulated = refocused(63);
    unformulated.entries.retain(|entry| {
        entry.stated().is_none_or(|(on, fact)| {
            on != day(63) || !matches!(fact.kind(), FactKind::FormulationGiven | FactKind::FormulationAnswered)
        })
    });
    only_a_warning(unformulated.clone(), "new formulation");
    insert(&mut unformulated.entries, at(day(65), FormulationGiven::new([Transition.into(), Dispute.into()])));
    assert!(remedied(unformulated, "IPT-149"));

    let mut pending = refocused(63);
    answer(&mut pending, PatientResponse::Pending);
    only_a_warning(pending, "agreement to the new formulation");
}

#[test]
fn a_formulation_that_is_accepted_later_remedies_its_rejection() {
    let mut case = refocused(63);
    answer(&mut case, PatientResponse::Rejected);
    insert(&mut case.entries, at(day(70), FormulationAnswered::new(PatientResponse::AcceptedWithChanges)));
    let report = report(&ACUTE_16, case.entries);
    let found = of(&report, "IPT-149");
    assert!(matches!(found[..], [f] if f.severity == Severity::Warning && !f.stands()), "{found:#?}");
}

#[test]
fn an_agreed_change_of_focus_is_noted_with_what_led_to_it() {
    let report = report(&ACUTE_16, refocused(63).entries);
    assert_eq!(of(&report, "IPT-151")[0].old.to_string(), FocusTrigger::NewLifeEvent.to_string());
    assert_eq!(outcome(&report, "IPT-149"), Outcome::Holds);
}

#[test]
fn an_area_whose_markers_nobody_assessed_is_named_at_the_middle_phase() {
    let mut case = transition();
    without(&mut case.entries, FactKind::MarkersAssessed);
    let found = report(&ACUTE_16, case.entries);
    assert_eq!(of(&found, "IPT-150")[0].place, interpersonal::Place::Phase(Phase::Middle));
}
