//! What belongs to the course as a whole and is missing, far too little, or does not fit at entry.

use super::{Fault, bed::Bed, faults};
use crate::{
    measure::Score,
    record::{Fact, FactKind, patient::AgeRecorded, session::Session},
    vocabulary::{
        EndingTask, Extent, InitialTask, OffModelActivity, Phase, StrategySet, Task, TaskNote,
        Track,
    },
};

/// Takes a fact out of the whole course, and the task of that name out of all notes.
fn left_out(bed: &mut Bed<'_>, kind: FactKind, task: Option<InitialTask>) -> Option<()> {
    bed.anywhere();
    task.is_none_or(|task| asks(bed, task)).then_some(())?;
    let facts = bed.remove(kind);
    let talked = task.and_then(|task| untold(bed, task));
    facts.or(talked)
}

fn asks(bed: &Bed<'_>, task: InitialTask) -> bool {
    bed.protocol.spec().initial.tasks.value.contains(task)
}

fn untold(bed: &mut Bed<'_>, task: InitialTask) -> Option<()> {
    bed.anywhere();
    let is = |note: &TaskNote| note.task == Task::Initial(task);
    let mut some = false;
    bed.edit_sessions(|session| {
        let before = session.tasks.len();
        session.tasks.retain(|note| !is(note));
        some |= session.tasks.len() < before;
    });
    bed.retain(|entry| !matches!(entry.stated(), Some((_, Fact::TaskRecorded(note))) if is(note)));
    some.then_some(())
}

fn is_middle(session: &Session) -> bool {
    session.phase == Some(Phase::Middle) && session.track == Track::Main
}

/// Whether the course has a middle phase long enough that what is missing there counts.
fn has_middle(bed: &Bed<'_>) -> Option<()> {
    let middle = |fact: &&Fact| matches!(fact, Fact::Session(session) if is_middle(session));
    (bed.facts().filter(middle).count() >= 3).then_some(())
}

pub(super) const COURSE: &[Fault] = faults!(Course {
    "no_focus": "055" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::FocusAgreed, None)
    },
    "no_focus_and_no_label": "055"; beside "011" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::FocusAgreed, None)?;
        bed.without_labels();
        Some(())
    },
    "no_contract": "085" "220" => |bed| {
        left_out(bed, FactKind::ContractAgreed, None)
    },
    "no_contract_and_no_label": "085" "220"; beside "011" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::ContractAgreed, None)?;
        bed.without_labels();
        Some(())
    },
    "no_formulation": "075"; beside "077" => |bed| {
        has_middle(bed)?;
        let _ = bed.remove(FactKind::FormulationAnswered);
        left_out(bed, FactKind::FormulationGiven, Some(InitialTask::Formulation))
    },
    "no_formulation_and_no_label": "075"; beside "077" "011" => |bed| {
        has_middle(bed)?;
        let _ = bed.remove(FactKind::FormulationAnswered);
        left_out(bed, FactKind::FormulationGiven, Some(InitialTask::Formulation))?;
        bed.without_labels();
        Some(())
    },
    "no_diagnosis": "031" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::DiagnosisMade, Some(InitialTask::Diagnosis))
    },
    "no_diagnosis_and_no_label": "031"; beside "011" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::DiagnosisMade, Some(InitialTask::Diagnosis))?;
        bed.without_labels();
        Some(())
    },
    "no_inventory": "040" => |bed| {
        has_middle(bed)?;
        let _ = bed.remove(FactKind::PersonInventoried);
        left_out(bed, FactKind::InventoryCompleted, Some(InitialTask::Inventory))
    },
    "no_onset": "045" => |bed| {
        has_middle(bed)?;
        let _ = bed.remove(FactKind::LifeEventRecorded);
        left_out(bed, FactKind::OnsetDated, Some(InitialTask::OnsetTimeline))
    },
    "illness_not_explained": "035" => |bed| {
        has_middle(bed)?;
        let _ = untold(bed, InitialTask::Psychoeducation);
        let _ = untold(bed, InitialTask::SickRole);
        untold(bed, InitialTask::NameTheIllness)
    },
    "illness_not_explained_and_no_label": "035"; beside "011" => |bed| {
        has_middle(bed)?;
        let _ = untold(bed, InitialTask::Psychoeducation);
        let _ = untold(bed, InitialTask::SickRole);
        untold(bed, InitialTask::NameTheIllness)?;
        bed.without_labels();
        Some(())
    },
    "completed_with_a_fraction": "211" "106"; beside "011" "100" "104" "113" "115" "116" "117" "119" "122" "130" "131" "132" "133" "134" "135" "136" "138" "139" "140" "141" "142" "143" "144" "145" "146" "148" "179" "180" "181" "183" "200" "201" "203" "206" "207" "217" "257" "260" "261" "262" "263" "264" "272" "275" "277" "278" "281" "282" => |bed| {
        let main = |session: &Session| session.attendance.is_held() && session.track == Track::Main;
        let all = bed.facts().filter(|fact| matches!(fact, Fact::Session(note) if main(note))).count();
        (all >= 8).then_some(())?;
        let (mut nth, kept) = (0, all / 4);
        bed.retain(|entry| match entry.stated() {
            Some((_, Fact::Session(note))) if main(note) => {
                nth += 1;
                nth <= kept
            }
            _ => true,
        });
        bed.anywhere();
        Some(())
    },
    "middle_off_the_focus": "113" "115"; beside "130" "131" "132" "134" "136" "139" "140" "142" "144" "145" => |bed| {
        has_middle(bed)?;
        bed.edit_sessions(|session| {
            if is_middle(session) {
                session.strategies = StrategySet::EMPTY;
                session.worked_on.clear();
            }
        });
        bed.anywhere();
        Some(())
    },
    "other_therapy_as_main_work": "120" => |bed| {
        has_middle(bed)?;
        let mut proscribed = bed.protocol.spec().proscribed.iter();
        let activity = proscribed.find(|of| of.outright && of.after.is_none())?.activity;
        bed.edit_sessions(|session| {
            if is_middle(session) {
                session.off_model = [OffModelActivity::new(activity, Extent::Main)].to_vec();
            }
        });
        bed.anywhere();
        Some(())
    },
    "ending_in_the_fourth_session": "103" "200" "314" "204" => |bed| {
        has_middle(bed)?;
        bed.protocol.phase(Phase::Termination)?;
        (bed.index() < 5 && bed.session(8).is_some_and(is_middle)).then_some(())?;
        is_middle(bed.session(0)?).then_some(())?;
        bed.edit(0, |session| {
            for task in [EndingTask::FeelingsAboutEnding, EndingTask::Goodbye] {
                session.tasks.push(TaskNote::done(task));
            }
        })?;
        bed.anywhere();
        Some(())
    },
});

/// Has the record begin at entry, in a later phase.
fn later_phase(bed: &mut Bed<'_>) -> Option<()> {
    has_middle(bed)?;
    bed.edit_facts(|fact| {
        if let Fact::Opened(opened) = fact {
            (opened.phase, opened.sessions_before) = (Phase::Middle, Some(0));
        }
    });
    bed.edit_sessions(|session| {
        session.phase = session.phase.filter(|phase| *phase >= Phase::Middle);
    });
    bed.retain(|entry| {
        !matches!(entry.stated(), Some((_, Fact::PhaseBegun(begun))) if begun.phase <= Phase::Middle)
    });
    Some(())
}

fn too_old(bed: &mut Bed<'_>) -> Option<()> {
    let most = bed.protocol.spec().population.age_max?.value;
    let age = most
        .checked_add(5)
        .filter(|&age| age < AgeRecorded::OLDEST)?;
    bed.edit_facts(|fact| {
        if let Fact::AgeRecorded(recorded) = fact {
            recorded.years = age;
        }
    });
    bed.anywhere();
    Some(())
}

fn too_young(bed: &mut Bed<'_>) -> Option<()> {
    let age = bed
        .protocol
        .spec()
        .population
        .age_min?
        .value
        .checked_sub(3)?;
    bed.edit_facts(|fact| {
        if let Fact::AgeRecorded(recorded) = fact {
            recorded.years = age;
        }
    });
    bed.anywhere();
    Some(())
}

fn entry_score(bed: &mut Bed<'_>) -> Option<()> {
    let spec = *bed.protocol.spec().entry_scores.first()?;
    let total = match (spec.min, spec.max) {
        (Some(min), _) => min.checked_sub(1)?,
        (None, Some(max)) => max.checked_add(1)?,
        (None, None) => return None,
    };
    let mut first = true;
    let mut edit = |score: &mut Score| {
        if score.instrument == spec.instrument && core::mem::take(&mut first) {
            score.total = Some(total);
        }
    };
    bed.edit_facts(|fact| match fact {
        Fact::Scored(score) => edit(score),
        Fact::Session(session) => session.scores.iter_mut().for_each(&mut edit),
        _ => {}
    });
    bed.anywhere();
    (!first).then_some(())
}

pub(super) const ENTRY: &[Fault] = faults!(Entry {
    "too_old": "021" => too_old,
    "too_old_in_a_later_phase": "021"; beside "031" "035" "037" "040" "045" "048" "055" "075" "077" "085" "090" "100" "113" "117" "272" "278" => |bed| {
        later_phase(bed)?;
        too_old(bed)
    },
    "too_young": "021" => too_young,
    "entry_score_outside": "270"; beside "180" "181" "183" => entry_score,
    "entry_score_outside_in_a_later_phase": "270"; beside "031" "035" "037" "040" "045" "048" "055" "075" "077" "085" "090" "100" "113" "117" "272" "278" "180" "181" "183" => |bed| {
        later_phase(bed)?;
        entry_score(bed)
    },
});
