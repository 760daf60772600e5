//! What belongs to the course as a whole and is missing, far too little, or does not fit at entry.

use super::{Fault, bed::Bed, faults};
use crate::{
    measure::Score,
    record::{
        Fact, FactKind,
        patient::AgeRecorded,
        session::Session,
    },
    vocabulary::{
        EndingTask, Extent, InitialTask, OffModel, OffModelActivity, Phase, StrategySet, Task,
        TaskNote, Track,
    },
};

/// Takes a fact out of the whole course, and the task of that name out of all notes.
fn left_out(bed: &mut Bed<'_>, kind: FactKind, task: Option<InitialTask>) -> Option<()> {
    bed.anywhere();
    let facts = bed.remove(kind);
    let talked = task.and_then(|task| untold(bed, task));
    facts.or(talked)
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
    "no_focus_and_no_label": "055" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::FocusAgreed, None)?;
        bed.without_labels();
        Some(())
    },
    "no_contract": "085" "220" => |bed| {
        left_out(bed, FactKind::ContractAgreed, None)
    },
    "no_contract_and_no_label": "085" "220" => |bed| {
        has_middle(bed)?;
        left_out(bed, FactKind::ContractAgreed, None)?;
        bed.without_labels();
        Some(())
    },
    "no_formulation": "075" => |bed| {
        has_middle(bed)?;
        let _ = bed.remove(FactKind::FormulationAnswered);
        left_out(bed, FactKind::FormulationGiven, Some(InitialTask::Formulation))
    },
    "no_formulation_and_no_label": "075" => |bed| {
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
    "no_diagnosis_and_no_label": "031" => |bed| {
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
    "illness_not_explained_and_no_label": "035" => |bed| {
        has_middle(bed)?;
        let _ = untold(bed, InitialTask::Psychoeducation);
        let _ = untold(bed, InitialTask::SickRole);
        untold(bed, InitialTask::NameTheIllness)?;
        bed.without_labels();
        Some(())
    },
    "completed_with_a_fraction": "211" "106" => |bed| {
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
    "middle_off_the_focus": "113" "115" => |bed| {
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
        bed.edit_sessions(|session| {
            if is_middle(session) {
                let other = OffModelActivity::new(OffModel::CognitiveRestructuring, Extent::Main);
                session.off_model = [other].to_vec();
            }
        });
        bed.anywhere();
        Some(())
    },
    "ending_in_the_fourth_session": "103" "200" "314" "204" => |bed| {
        has_middle(bed)?;
        (bed.index() < 5 && is_middle(bed.session(0)?)).then_some(())?;
        bed.edit(0, |session| {
            for task in [EndingTask::FeelingsAboutEnding, EndingTask::Goodbye] {
                session.tasks.push(TaskNote::done(task));
            }
        })?;
        bed.anywhere();
        Some(())
    },
});

/// Takes out the facts on entry, and says that the record begins in mid-course.
fn midway(bed: &mut Bed<'_>) {
    bed.edit_facts(|fact| {
        if let Fact::Opened(opened) = fact {
            opened.midway = true;
        }
    });
}

fn too_old(bed: &mut Bed<'_>) -> Option<()> {
    let most = bed.protocol.spec().population.age_max?.value;
    let age = most.checked_add(5).filter(|&age| age < AgeRecorded::OLDEST)?;
    bed.edit_facts(|fact| {
        if let Fact::AgeRecorded(recorded) = fact {
            recorded.years = age;
        }
    });
    bed.anywhere();
    Some(())
}

fn too_young(bed: &mut Bed<'_>) -> Option<()> {
    let age = bed.protocol.spec().population.age_min?.value.checked_sub(3)?;
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
    "too_old_after_a_transfer": "021" => |bed| {
        midway(bed);
        too_old(bed)
    },
    "too_young": "021" => too_young,
    "entry_score_outside": "270"; beside "183" => entry_score,
    "entry_score_outside_after_a_transfer": "270"; beside "183" => |bed| {
        midway(bed);
        entry_score(bed)
    },
});
