//! Work on the areas: IPT-130 to IPT-152.

use interpersonal::{
    Entry, Fact, FocusItem, FreeText, Phase, ProblemArea, Severity, Stated, Strategy, Topic,
    chrono::Datelike,
    protocol::preset::{ACUTE_16, LATE_LIFE},
    record::{
        FactKind,
        contract::TimeFrame,
        focus::{
            DisputeStaged, FocusAgreed, FocusTrigger, FormulationAnswered, FormulationGiven,
            FormulationParts, MarkerResult, MarkersAssessed, PatientResponse,
        },
        inventory::{LifeEvent, LifeEventRecorded},
        review::ReviewHeld,
        session::{DecidedBy, Session},
    },
    rule::{Matter, Matters, Outcome, Status},
    vocabulary::{
        ApproxDate, DisputeStage, FocusStatus, Label, Specialisation, StrategySet, Technique,
        WorkKind,
    },
};

use crate::{
    Case, Proof, acute, add, assert_outcome, day, edit_facts, edit_session, flawless, of, outcome,
    report, transition, unreported, without,
};

use ProblemArea::{
    Grief, InterpersonalDeficits as Deficits, RoleDispute as Dispute, RoleTransition as Transition,
};

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-130", Severity::Warning, grief, untold_death)
        .says(&[("by_then", |case| {
            untold_death(case);
            edit_session(&mut case.entries, 10, |note| {
                note.strategies = note.strategies.with(Strategy::GriefDeathSequence);
            });
        })])
        .silent(Topic::SessionContent),
    Proof::of("IPT-131", Severity::Warning, grief, |case| {
        leave_out(
            case,
            &[Strategy::GriefNegativeFeelings],
            Strategy::GriefPositiveFeelings,
        );
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-132", Severity::Warning, grief, alone).silent(Topic::SessionContent),
    Proof::of(
        "IPT-133",
        Severity::Note,
        || anniversary(60),
        |case| plan(case, None),
    )
    .silent(Topic::InitialTasks),
    Proof::of("IPT-134", Severity::Warning, dispute, unstaged)
        .says(&[("by_then", |case| {
            unstaged(case);
            case.entries
                .retain(|entry| entry.day().is_none_or(|on| on <= day(49)));
        })])
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
        each(case, unanalysed);
    })
    .says(&[("by_then", |case| {
        for n in 1..=8 {
            edit_session(&mut case.entries, n, unanalysed);
        }
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-138", Severity::Note, dispute, |case| {
        decided_by(case, DecidedBy::Other);
    })
    .says(&[("therapists", |case| {
        decided_by(case, DecidedBy::Therapist);
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-139", Severity::Warning, mourned, |case| {
        leave_out(
            case,
            &[Strategy::DisputeMourning],
            Strategy::DisputePersistence,
        );
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-140", Severity::Warning, transition, one_role)
        .says(&[("by_then", |case| {
            one_role(case);
            edit_session(&mut case.entries, 12, |note| {
                note.strategies = note.strategies.with(Strategy::TransitionNewRole);
            });
        })])
        .silent(Topic::SessionContent),
    Proof::of("IPT-141", Severity::Note, transition, |case| {
        skills_first(&mut case.entries);
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-142", Severity::Warning, transition, no_step).silent(Topic::SessionContent),
    Proof::of("IPT-143", Severity::Warning, deficits, |case| {
        each(case, not_reasked);
    })
    .says(&[("by_then", |case| {
        each(case, not_reasked);
        edit_session(&mut case.entries, 12, |note| {
            note.events_reasked = Stated::Done;
        });
    })])
    .silent(Topic::SessionContent),
    Proof::of("IPT-144", Severity::Warning, deficits, |case| {
        leave_out(
            case,
            &[Strategy::DeficitsTherapyRelationship],
            Strategy::DeficitsPatterns,
        );
        each(case, |note| {
            note.techniques = note
                .techniques
                .without(Technique::UseOfTherapeuticRelationship);
        });
    })
    .silent(Topic::SessionContent),
    Proof::of("IPT-145", Severity::Warning, deficits, untried).silent(Topic::SessionContent),
    Proof::of(
        "IPT-146",
        Severity::Note,
        || two_items(9),
        |case| {
            edit_session(&mut case.entries, 8, |note| {
                note.strategies = Strategy::DisputeExpectations.into();
            });
        },
    )
    .silent(Topic::SessionContent),
    Proof::of(
        "IPT-147",
        Severity::Warning,
        || refocused(63),
        |case| *case = because(FocusTrigger::FirstFocusWrong, 77),
    )
    .says(&[
        ("after_event", |case| *case = refocused(77)),
        ("last", |case| *case = refocused(104)),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-148", Severity::Warning, set_aside, |case| {
        change(&mut case.entries, 63, &[Transition, Dispute]);
    })
    .silent(Topic::Agreements),
    Proof::of(
        "IPT-149",
        Severity::Error,
        || refocused(63),
        |case| answer(case, PatientResponse::Rejected),
    )
    .says(&[("unfounded", |case| {
        strip(case, |agreed| {
            (agreed.trigger, agreed.reason) = (None, None);
        });
    })])
    .silent(Topic::Agreements),
    Proof::of("IPT-151", Severity::Note, transition, |case| {
        *case = refocused(63);
    })
    .along(&["IPT-056"])
    .says(&[
        ("changed", |case| {
            *case = refocused(63);
            edit_facts(&mut case.entries, |_, fact| {
                if let Fact::FocusAgreed(agreed) = fact {
                    agreed.items.iter_mut().for_each(|item| {
                        item.on = item.on.area().map_or(item.on, |_| Transition.into());
                    });
                    agreed.items.truncate(1);
                    if agreed.trigger.is_some() {
                        agreed.items[0].specialisation =
                            Some(Specialisation::from_static("retirement"));
                    }
                }
            });
        }),
        ("with_reason", |case| {
            *case = refocused(63);
            strip(case, |agreed| agreed.trigger = None);
        }),
        ("taken_up", |case| {
            *case = refocused(63);
            let mut parked = item(Dispute);
            (parked.status, parked.until) =
                (FocusStatus::Parked, Some(Label::from_static("maintenance")));
            case.add(day(42), FocusAgreed::new([item(Transition), parked]));
        }),
        ("as_planned", |case| *case = taken_up("middle")),
    ])
    .silent(Topic::Agreements),
    Proof::of("IPT-152", Severity::Warning, looked_at_again, |case| {
        without(&mut case.entries, FactKind::ReviewHeld);
    })
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

/// What happened around the death is told in no session.
fn untold_death(case: &mut Case) {
    leave_out(case, &[Strategy::GriefDeathSequence], Strategy::GriefLink);
}

/// Neither the strategy nor support nor anything tried with people leads back to them.
fn alone(case: &mut Case) {
    leave_out(
        case,
        &[Strategy::GriefReconnection],
        Strategy::GriefPositiveFeelings,
    );
    each(case, |note| {
        note.techniques = note.techniques.without(Technique::SupportMobilisation);
        note.agreed = interpersonal::vocabulary::WorkSet::EMPTY;
        note.reviewed = Stated::NotReported;
    });
}

/// The stage of the dispute is determined nowhere.
pub(crate) fn unstaged(case: &mut Case) {
    without(&mut case.entries, FactKind::DisputeStaged);
    leave_out(
        case,
        &[Strategy::DisputeStaging],
        Strategy::DisputeExpectations,
    );
}

fn unanalysed(note: &mut Session) {
    note.techniques = note.techniques.without(Technique::CommunicationAnalysis);
}

fn not_reasked(note: &mut Session) {
    note.events_reasked = Stated::NotReported;
}

/// A death between sessions 10 and 11, and a review of the focus afterwards.
fn looked_at_again() -> Case {
    let mut case = deficits();
    without(&mut case.entries, FactKind::ReviewHeld);
    case.add(day(64), LifeEventRecorded::new(LifeEvent::Death));
    case.add(day(70), ReviewHeld::new());
    case
}

/// The first middle session builds skills for the new role, before anything else.
fn skills_first(entries: &mut [Entry]) {
    edit_session(entries, 4, |note| {
        note.strategies = Strategy::TransitionSkills.into();
        note.techniques = note.techniques.without(Technique::SupportMobilisation);
    });
}

/// Edits every session note.
fn each(case: &mut Case, edit: impl Fn(&mut Session)) {
    for n in 1..=16 {
        edit_session(&mut case.entries, n, &edit);
    }
}

/// Takes strategies out of every note; a session that would be left without any keeps another of
/// the same area.
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
    let died = ApproxDate::exactly(Datelike::with_year(&day(after), 2025).unwrap());
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::GriefDetailed(detail) => detail.when = Some(died),
        Fact::LifeEventRecorded(event) if event.when.is_some() => event.when = Some(died),
        Fact::PersonInventoried(person) if person.died.is_some() => person.died = Some(died),
        _ => {}
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
    case.add(
        day(50),
        DisputeStaged::new(to).with_plan(FreeText::from("talk in another way")),
    );
    case
}

/// A dispute that ends, and is mourned.
fn mourned() -> Case {
    let mut case = stage_changes(DisputeStage::Dissolution);
    edit_session(&mut case.entries, 12, |note| {
        note.strategies = Strategy::DisputeMourning.into();
    });
    case
}

fn decided_by(case: &mut Case, by: DecidedBy) {
    edit_session(&mut case.entries, 9, |note| note.decided_by = Some(by));
}

/// The new role is looked at neither in sessions nor from its difficult side.
fn one_role(case: &mut Case) {
    leave_out(
        case,
        &[Strategy::TransitionNewRole],
        Strategy::TransitionLoss,
    );
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::TransitionDetailed(detail) = fact {
            detail.new_negative = None;
        }
    });
}

/// Neither skills nor support, and no step.
fn no_step(case: &mut Case) {
    leave_out(
        case,
        &[Strategy::TransitionSkills],
        Strategy::TransitionAppraisal,
    );
    each(case, |note| {
        note.techniques = note.techniques.without(Technique::SupportMobilisation);
    });
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::TransitionDetailed(detail) = fact {
            detail.steps = None;
        }
    });
}

/// Contact is worked on, and what was tried is never looked at.
fn untried(case: &mut Case) {
    each(case, |note| {
        note.agreed = interpersonal::vocabulary::WorkSet::EMPTY;
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
    add(entries, day(on), formulation);
    add(
        entries,
        day(on),
        FormulationAnswered::new(PatientResponse::Accepted),
    );
    let agreed = FocusAgreed::new(to.iter().map(|&area| item(area)).collect::<Vec<_>>())
        .with_trigger(FocusTrigger::NewLifeEvent)
        .with_reason(FreeText::from("the partner moved out"));
    add(entries, day(on), agreed);
}

/// What is known of a dispute in a course that has one, told on a day.
fn with_dispute(entries: &mut Vec<Entry>, on: u64) {
    for entry in flawless(&ACUTE_16, Dispute) {
        if let Some((_, fact @ (Fact::DisputeDetailed(_) | Fact::DisputeStaged(_)))) =
            entry.stated()
        {
            add(entries, day(on), fact.clone());
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

/// The same for another reason.
pub(crate) fn because(trigger: FocusTrigger, on: u64) -> Case {
    let mut case = refocused(on);
    strip(&mut case, |agreed| agreed.trigger = Some(trigger));
    case
}

/// The dispute is taken up after it had been set aside until a phase, without a word on why and
/// without a new formulation.
fn taken_up(until: &'static str) -> Case {
    let mut case = refocused(63);
    let mut parked = item(Dispute);
    (parked.status, parked.until) = (FocusStatus::Parked, Some(Label::from_static(until)));
    case.add(day(42), FocusAgreed::new([item(Transition), parked]));
    strip(&mut case, |agreed| {
        (agreed.trigger, agreed.reason) = (None, None);
    });
    case.entries.retain(|entry| {
        entry.stated().is_none_or(|(on, fact)| {
            on != day(63)
                || !matches!(
                    fact.kind(),
                    FactKind::FormulationGiven | FactKind::FormulationAnswered
                )
        })
    });
    case
}

/// Edits the change of focus.
fn strip(case: &mut Case, edit: impl Fn(&mut FocusAgreed)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            if agreed.trigger.is_some() {
                edit(agreed);
            }
        }
    });
}

fn look_back(entries: &mut Vec<Entry>) {
    add(
        entries,
        day(98),
        MarkersAssessed::new(Dispute, MarkerResult::Partly),
    );
}

/// A transition to which a dispute is added, and set aside again.
fn set_aside() -> Case {
    let mut case = refocused(42);
    let mut parked = item(Dispute);
    parked.status = FocusStatus::Parked;
    case.add(day(49), FocusAgreed::new([item(Transition), parked]));
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
        edit_session(&mut case.entries, n, |note| {
            note.strategies = Strategy::DisputeExpectations.into();
        });
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
    let entries = case
        .entries
        .iter()
        .filter(|entry| entry.day().is_none_or(|on| on <= day(last)));
    outcome(&report(&ACUTE_16, entries.cloned().collect()), code)
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

fn remedied(case: Case, code: &'static str, weight: Severity) -> bool {
    let report = report(&ACUTE_16, case.entries);
    let good = |found: &&interpersonal::rule::Finding| {
        matches!(found.status, Status::Remedied { .. }) && found.severity == weight
    };
    of(&report, code).iter().all(good) && !of(&report, code).is_empty()
}

#[test]
fn a_rule_on_one_area_does_not_apply_to_another() {
    let transition = report(&ACUTE_16, transition().entries);
    let others = [
        "IPT-130", "IPT-131", "IPT-132", "IPT-133", "IPT-134", "IPT-136", "IPT-138", "IPT-139",
        "IPT-143", "IPT-144", "IPT-145", "IPT-152",
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
    let untold = faulty(grief, untold_death);
    assert_eq!(
        (by(&untold, 49, "IPT-130"), by(&untold, 56, "IPT-130")),
        (Outcome::DoesNotApply, Outcome::Found)
    );
    let unstaged = faulty(dispute, unstaged);
    assert_eq!(
        (by(&unstaged, 21, "IPT-134"), by(&unstaged, 28, "IPT-134")),
        (Outcome::DoesNotApply, Outcome::Found)
    );
    let unanalysed = faulty(dispute, |case| each(case, unanalysed));
    assert_eq!(
        (
            by(&unanalysed, 28, "IPT-136"),
            by(&unanalysed, 35, "IPT-136")
        ),
        (Outcome::DoesNotApply, Outcome::Found)
    );
    let one_role = faulty(transition, one_role);
    assert_eq!(
        (by(&one_role, 49, "IPT-140"), by(&one_role, 56, "IPT-140")),
        (Outcome::DoesNotApply, Outcome::Found)
    );
    let one_side = faulty(grief, |case| {
        leave_out(
            case,
            &[Strategy::GriefNegativeFeelings],
            Strategy::GriefPositiveFeelings,
        );
    });
    assert_eq!(
        (by(&one_side, 84, "IPT-131"), by(&one_side, 91, "IPT-131")),
        (Outcome::DoesNotApply, Outcome::Found)
    );
}

/// The deadlines are our own: what is open weighs as it will at the end of the phase, what came
/// late is a note.
#[test]
fn what_is_done_later_than_asked_for_is_a_note_and_made_good() {
    let mut story = grief();
    untold_death(&mut story);
    edit_session(&mut story.entries, 10, |note| {
        note.strategies = note.strategies.with(Strategy::GriefDeathSequence);
    });
    assert!(remedied(story, "IPT-130", Severity::Note));

    let mut stage = dispute();
    unstaged(&mut stage);
    stage.add(day(40), DisputeStaged::new(DisputeStage::Impasse));
    assert!(remedied(stage, "IPT-134", Severity::Note));

    let mut roles = transition();
    one_role(&mut roles);
    edit_session(&mut roles.entries, 12, |note| {
        note.strategies = note.strategies.with(Strategy::TransitionNewRole);
    });
    let told = report(&ACUTE_16, roles.entries.clone());
    assert!(remedied(roles, "IPT-140", Severity::Note));
    assert_eq!(
        of(&told, "IPT-140")[0].to_string(),
        "After 6 sessions of the middle phase, by 2 March, this was not on record: good and bad sides of the new role."
    );
}

#[test]
fn a_note_that_names_work_on_the_stage_stages_the_dispute() {
    let mut case = dispute();
    without(&mut case.entries, FactKind::DisputeStaged);
    edit_session(&mut case.entries, 4, |note| {
        note.strategies = note.strategies.with(Strategy::DisputeStaging);
    });
    assert_outcome(&ACUTE_16, case.entries, "IPT-134", Outcome::Holds);
}

#[test]
fn support_or_something_tried_with_people_is_a_way_back_to_them() {
    let way = |edit: fn(&mut Session)| {
        let mut case = grief();
        alone(&mut case);
        edit_session(&mut case.entries, 9, edit);
        edit_session(&mut case.entries, 10, |note| note.reviewed = Stated::Done);
        outcome(&report(&ACUTE_16, case.entries), "IPT-132")
    };
    assert_eq!(
        way(|note| note.techniques = note.techniques.with(Technique::SupportMobilisation)),
        Outcome::Holds
    );
    assert_eq!(
        way(|note| note.agreed = WorkKind::Attempt.into()),
        Outcome::Holds
    );
    assert_eq!(
        way(|note| note.agreed = WorkKind::Diary.into()),
        Outcome::Found
    );
    assert_eq!(way(|_| {}), Outcome::Found);
}

#[test]
fn a_diary_is_no_contact_with_people() {
    let mut case = deficits();
    untried(&mut case);
    edit_session(&mut case.entries, 9, |note| {
        note.agreed = WorkKind::Diary.into();
    });
    edit_session(&mut case.entries, 10, |note| note.reviewed = Stated::Done);
    leave_out(
        &mut case,
        &[Strategy::DeficitsContact],
        Strategy::DeficitsPatterns,
    );
    assert_outcome(&ACUTE_16, case.entries.clone(), "IPT-145", Outcome::Found);
    edit_session(&mut case.entries, 9, |note| {
        note.agreed = WorkKind::Attempt.into();
    });
    assert_outcome(&ACUTE_16, case.entries, "IPT-145", Outcome::Holds);
}

#[test]
fn a_dissolution_that_no_middle_session_followed_left_no_time_to_mourn() {
    let dissolved = |on| {
        let mut case = dispute();
        case.add(day(on), DisputeStaged::new(DisputeStage::Dissolution));
        outcome(&report(&ACUTE_16, case.entries), "IPT-139")
    };
    // The last session of the middle phase lies on day 84.
    assert_eq!(
        (dissolved(83), dissolved(84)),
        (Outcome::Found, Outcome::DoesNotApply)
    );
}

#[test]
fn a_story_told_in_time_is_not_found() {
    let mut case = grief();
    untold_death(&mut case);
    edit_session(&mut case.entries, 8, |note| {
        note.strategies = note.strategies.with(Strategy::GriefDeathSequence);
    });
    assert_outcome(&ACUTE_16, case.entries, "IPT-130", Outcome::Holds);
}

#[test]
fn an_anniversary_after_treatment_needs_no_plan() {
    let mut case = anniversary(120);
    plan(&mut case, None);
    assert_outcome(&ACUTE_16, case.entries, "IPT-133", Outcome::DoesNotApply);
}

#[test]
fn the_same_stage_again_needs_no_new_plan() {
    let mut case = dispute();
    case.add(day(50), DisputeStaged::new(DisputeStage::Renegotiation));
    assert_outcome(
        &ACUTE_16,
        case.entries.clone(),
        "IPT-135",
        Outcome::DoesNotApply,
    );
    untold(case, Topic::SessionContent, "IPT-135");
}

#[test]
fn a_decision_taken_together_is_the_patients_too() {
    let mut case = dispute();
    decided_by(&mut case, DecidedBy::Together);
    assert_outcome(&ACUTE_16, case.entries, "IPT-138", Outcome::Holds);
}

#[test]
fn a_decision_of_somebody_else_is_an_event_and_one_of_the_therapist_a_fault() {
    for (by, weight) in [
        (DecidedBy::Other, Severity::Note),
        (DecidedBy::Therapist, Severity::Warning),
    ] {
        let mut case = dispute();
        decided_by(&mut case, by);
        let report = report(&ACUTE_16, case.entries);
        let found = of(&report, "IPT-138");
        assert!(
            matches!(found[..], [f] if f.severity == weight),
            "{found:#?}"
        );
    }
}

/// A transition that gives way to a dispute on a day; nothing on the dispute is done in sessions.
fn dispute_instead(on: u64) -> Case {
    let mut case = transition();
    for entry in flawless(&ACUTE_16, Dispute) {
        if let Some((_, fact @ Fact::DisputeDetailed(_))) = entry.stated() {
            add(&mut case.entries, day(on), fact.clone());
        }
    }
    change(&mut case.entries, on, &[Dispute]);
    each(&mut case, unanalysed);
    case
}

#[test]
fn what_is_asked_of_an_area_is_counted_from_the_day_on_which_it_was_agreed() {
    // The middle phase runs from session 4 on day 21 to session 13 on day 84; the stage is asked for
    // by the second session on a dispute, the analysis of an exchange by the third.
    for (on, stage, analysis) in [
        (63, Outcome::Found, Outcome::Found),
        (77, Outcome::Found, Outcome::DoesNotApply),
        (84, Outcome::DoesNotApply, Outcome::DoesNotApply),
    ] {
        let report = report(&ACUTE_16, dispute_instead(on).entries);
        let outcomes = ["IPT-134", "IPT-136"].map(|code| outcome(&report, code));
        assert_eq!(outcomes, [stage, analysis], "agreed on day {on}");
    }
    let due = report(&ACUTE_16, dispute_instead(63).entries);
    assert_eq!(
        of(&due, "IPT-134")[0].evidence.get("held"),
        Some(8_u32.into()),
        "the second session on the dispute is the eighth of the phase"
    );
    let mut told = dispute_instead(63);
    told.add(day(70), DisputeStaged::new(DisputeStage::Renegotiation));
    assert_outcome(&ACUTE_16, told.entries, "IPT-134", Outcome::Holds);
}

#[test]
fn an_area_that_was_taken_up_after_the_middle_phase_is_not_asked_for_its_work() {
    for code in ["IPT-116", "IPT-134", "IPT-136", "IPT-139"] {
        let mut case = transition();
        change(&mut case.entries, 98, &[Dispute]);
        let report = report(&ACUTE_16, case.entries);
        assert!(
            matches!(
                outcome(&report, code),
                Outcome::DoesNotApply | Outcome::Holds
            ),
            "{code}: {:#?}",
            of(&report, code)
        );
    }
}

#[test]
fn a_dispute_that_goes_on_is_not_mourned() {
    let case = stage_changes(DisputeStage::Impasse);
    assert_outcome(&ACUTE_16, case.entries, "IPT-139", Outcome::DoesNotApply);
}

#[test]
fn skills_and_loss_in_one_session_are_in_order() {
    let mut case = transition();
    edit_session(&mut case.entries, 4, |note| {
        note.strategies = note
            .strategies
            .with(Strategy::TransitionSkills)
            .with(Strategy::TransitionLoss);
    });
    assert_outcome(&ACUTE_16, case.entries, "IPT-141", Outcome::Holds);
}

#[test]
fn mobilising_support_does_not_come_before_its_time() {
    let mut case = transition();
    skills_first(&mut case.entries);
    edit_session(&mut case.entries, 4, |note| {
        note.techniques = note.techniques.with(Technique::SupportMobilisation);
    });
    assert_outcome(&ACUTE_16, case.entries, "IPT-141", Outcome::Holds);
}

#[test]
fn skills_before_loss_cannot_be_told_where_earlier_content_is_not_reported() {
    let mut case = transition();
    skills_first(&mut case.entries);
    unreported(&mut case.entries, Topic::SessionContent);
    let changed =
        interpersonal::record::setting::ReportingChanged::new(interpersonal::Reporting::COMPLETE);
    case.add(day(20), changed);
    assert_outcome(&ACUTE_16, case.entries, "IPT-141", Outcome::CannotTell);
}

#[test]
fn what_the_detail_of_an_area_may_show_cannot_be_told_without_it() {
    type Faulty = (&'static str, fn() -> Case, fn(&mut Case));
    let faults: [Faulty; 3] = [
        ("IPT-140", transition, one_role),
        ("IPT-142", transition, no_step),
        ("IPT-145", deficits, untried),
    ];
    for (code, base, fault) in faults {
        let mut case = base();
        fault(&mut case);
        untold(case, Topic::InitialTasks, code);
    }
}

#[test]
fn a_new_event_makes_deficits_a_question_once_another_session_was_held() {
    let mut case = deficits();
    case.add(day(64), LifeEventRecorded::new(LifeEvent::Death));
    assert_eq!(
        (by(&case, 64, "IPT-152"), by(&case, 70, "IPT-152")),
        (Outcome::Holds, Outcome::Found)
    );
    for topic in [Topic::Measures, Topic::Agreements, Topic::InitialTasks] {
        untold(case.clone(), topic, "IPT-152");
    }
    case.add(day(70), ReviewHeld::new());
    assert_outcome(&ACUTE_16, case.entries, "IPT-152", Outcome::Holds);
}

#[test]
fn one_item_alone_has_no_share() {
    assert_outcome(
        &ACUTE_16,
        transition().entries,
        "IPT-146",
        Outcome::DoesNotApply,
    );
}

#[test]
fn a_change_of_focus_is_late_after_two_thirds_of_the_contract() {
    // Session 10 of 16 lies on day 63, session 11 on day 70.
    let late = |on| outcome(&report(&ACUTE_16, refocused(on).entries), "IPT-147");
    assert_eq!((late(69), late(70)), (Outcome::Holds, Outcome::Found));
    untold(refocused(63), Topic::Sessions, "IPT-147");
}

#[test]
fn a_new_event_excuses_a_late_change_of_focus_until_the_last_sessions() {
    let weights = |case: Case| -> Vec<Severity> {
        of(&report(&ACUTE_16, case.entries), "IPT-147")
            .iter()
            .map(|finding| finding.severity)
            .collect()
    };
    assert_eq!(
        weights(because(FocusTrigger::FirstFocusWrong, 77)),
        [Severity::Warning]
    );
    assert_eq!(weights(refocused(77)), [Severity::Note]);
    // Session 15 lies on day 98: with it two are left.
    assert_eq!(
        (weights(refocused(97)), weights(refocused(98))),
        (vec![Severity::Warning], vec![Severity::Warning])
    );
    let last = report(&ACUTE_16, refocused(98).entries);
    assert_eq!(
        of(&last, "IPT-147")[0].to_string(),
        "The focus was changed on 13 April, with 2 sessions left of the 16 agreed."
    );
}

#[test]
fn moving_on_from_an_item_that_was_worked_through_is_no_change_too_many() {
    let changed = |trigger| {
        let mut case = set_aside();
        change(&mut case.entries, 63, &[Transition, Dispute]);
        strip(&mut case, |agreed| agreed.trigger = Some(trigger));
        outcome(&report(&ACUTE_16, case.entries), "IPT-148")
    };
    assert_eq!(
        (
            changed(FocusTrigger::Other),
            changed(FocusTrigger::WorkedThrough)
        ),
        (Outcome::Found, Outcome::Holds)
    );
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
    assert_outcome(&LATE_LIFE, entries, "IPT-147", Outcome::DoesNotApply);
}

#[test]
fn ending_or_parking_an_item_is_no_change() {
    let mut case = transition();
    let mut parked = item(Dispute);
    parked.status = FocusStatus::Parked;
    case.add(day(84), FocusAgreed::new([item(Transition), parked]));
    let report = report(&ACUTE_16, case.entries);
    for code in ["IPT-147", "IPT-148", "IPT-149", "IPT-151"] {
        assert_eq!(outcome(&report, code), Outcome::Holds, "{code}");
    }
}

#[test]
fn how_often_the_focus_was_changed_before_the_record_begins_cannot_be_told() {
    let midway = |entries| {
        report(
            &ACUTE_16,
            crate::phases::midway(entries, day(35), Phase::Middle, 5),
        )
    };
    assert_eq!(
        outcome(&midway(transition().entries), "IPT-148"),
        Outcome::CannotTell
    );
    let mut case = set_aside();
    change(&mut case.entries, 63, &[Transition, Dispute]);
    change(&mut case.entries, 70, &[Transition]);
    change(&mut case.entries, 77, &[Transition, Dispute]);
    assert_eq!(
        outcome(&midway(case.entries), "IPT-148"),
        Outcome::Found,
        "too often in the record alone"
    );
}

/// Of a change that lacks something one rule speaks, of one that does not the other.
#[track_caller]
fn only_a_warning(case: Case, missing: &[Matter]) {
    let report = report(&ACUTE_16, case.entries);
    let found = of(&report, "IPT-149");
    assert!(
        matches!(found[..], [f] if f.severity == Severity::Warning),
        "{missing:?}: {found:#?}"
    );
    assert_eq!(
        found[0].evidence.get("missing"),
        Some(Matters::of(missing).into())
    );
    assert_eq!(
        outcome(&report, "IPT-151"),
        Outcome::DoesNotApply,
        "{missing:?}"
    );
}

#[test]
fn a_change_of_focus_that_lacks_a_part_is_a_warning() {
    let mut nothing = refocused(63);
    strip(&mut nothing, |agreed| {
        (agreed.trigger, agreed.reason) = (None, None);
    });
    only_a_warning(nothing.clone(), &[Matter::Trigger]);
    // One of them is enough.
    let mut reasoned = refocused(63);
    strip(&mut reasoned, |agreed| agreed.trigger = None);
    assert_outcome(&ACUTE_16, reasoned.entries, "IPT-149", Outcome::Holds);

    let no_formulation = |case: &mut Case| {
        case.entries.retain(|entry| {
            entry.stated().is_none_or(|(on, fact)| {
                on != day(63)
                    || !matches!(
                        fact.kind(),
                        FactKind::FormulationGiven | FactKind::FormulationAnswered
                    )
            })
        });
    };
    no_formulation(&mut nothing);
    only_a_warning(nothing, &[Matter::NewFormulation, Matter::Trigger]);
    let mut unformulated = refocused(63);
    no_formulation(&mut unformulated);
    only_a_warning(unformulated.clone(), &[Matter::NewFormulation]);
    unformulated.add(
        day(65),
        FormulationGiven::new([Transition.into(), Dispute.into()]),
    );
    assert!(remedied(unformulated, "IPT-149", Severity::Warning));

    let mut pending = refocused(63);
    answer(&mut pending, PatientResponse::Pending);
    only_a_warning(pending, &[Matter::AgreementToTheNewFormulation]);
}

#[test]
fn a_formulation_that_is_accepted_later_remedies_its_rejection() {
    let mut case = refocused(63);
    answer(&mut case, PatientResponse::Rejected);
    case.add(
        day(70),
        FormulationAnswered::new(PatientResponse::AcceptedWithChanges),
    );
    let report = report(&ACUTE_16, case.entries);
    let found = of(&report, "IPT-149");
    assert!(
        matches!(found[..], [f] if f.severity == Severity::Warning && !f.stands()),
        "{found:#?}"
    );
}

#[test]
fn an_agreed_change_of_focus_is_noted_with_what_led_to_it() {
    let report = report(&ACUTE_16, refocused(63).entries);
    assert_eq!(
        of(&report, "IPT-151")[0].to_string(),
        "The focus was changed by agreement on 9 March, from role transition to role dispute and role transition (new life event)."
    );
    assert_eq!(outcome(&report, "IPT-149"), Outcome::Holds);
}

#[test]
fn what_was_set_aside_until_a_phase_needs_nothing_more_when_it_is_taken_up_there() {
    let planned = report(&ACUTE_16, taken_up("middle").entries);
    assert_eq!(outcome(&planned, "IPT-149"), Outcome::Holds);
    assert_eq!(outcome(&planned, "IPT-148"), Outcome::Holds);
    assert_eq!(
        of(&planned, "IPT-151")[0]
            .case()
            .map(|case| case.name.clone()),
        Some("as_planned".into())
    );

    // Before its time it asks for a trigger or a reason, and for no other formulation.
    let early = report(&ACUTE_16, taken_up("maintenance").entries);
    assert_eq!(
        of(&early, "IPT-149")[0].evidence.get("missing"),
        Some(Matters::of(&[Matter::Trigger]).into())
    );

    // What was never set aside is another matter.
    let mut new = taken_up("middle");
    edit_facts(&mut new.entries, |_, fact| {
        if let Fact::FocusAgreed(agreed) = fact {
            agreed
                .items
                .retain(|item| item.status != FocusStatus::Parked);
        }
    });
    assert_eq!(
        of(&report(&ACUTE_16, new.entries), "IPT-149")[0]
            .evidence
            .get("missing"),
        Some(Matters::of(&[Matter::NewFormulation, Matter::Trigger]).into())
    );
}

#[test]
fn an_item_that_was_set_aside_and_taken_up_by_agreement_is_no_fault() {
    let taken_up = |until: &'static str, founded: bool| {
        let mut case = refocused(63);
        let mut parked = item(Dispute);
        (parked.status, parked.until) = (FocusStatus::Parked, Some(Label::from_static(until)));
        case.add(day(42), FocusAgreed::new([item(Transition), parked]));
        if !founded {
            strip(&mut case, |agreed| {
                (agreed.trigger, agreed.reason) = (None, None);
            });
        }
        report(&ACUTE_16, case.entries)
    };
    let name = |report: &interpersonal::rule::Report| {
        of(report, "IPT-151")
            .first()
            .map(|it| it.case().unwrap().name.to_string())
    };
    assert_eq!(
        name(&taken_up("maintenance", true)).as_deref(),
        Some("taken_up")
    );
    assert_eq!(
        name(&taken_up("middle", true)).as_deref(),
        Some("moved"),
        "its time had come"
    );
    assert_eq!(
        name(&taken_up("maintenance", false)),
        None,
        "of what it lacks another rule speaks"
    );
}
