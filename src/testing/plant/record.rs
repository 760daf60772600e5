//! Facts that do not fit together, sessions that were not held, states that nobody ended.

use chrono::Days;

use super::{Fault, faults};
use crate::{
    measure::{Instrument, InstrumentId, ItemAnswer, Score},
    record::{
        Fact,
        contact::{Admission, AdmissionEvent, Anchor, ExternalDate, Resumed},
        inventory::{PersonInventoried, Relation},
        patient::{AgeRecorded, DiagnosisMade, DiagnosisRole},
        safety::{Incident, IncidentRecorded},
        session::{Attendance, Session},
        setting::ScreenItem,
    },
    vocabulary::{
        ApproxDate, DiagnosisCode, EndingTask, Label, PersonRef, Phase, Precision, Stated,
        TaskNote, Track,
    },
};

pub(super) const FITS: &[Fault] = faults!(Record {
    "day_after_its_writing": "300" => |bed| {
        let birth = bed.day().checked_add_days(Days::new(30))?;
        bed.add(bed.day(), ExternalDate::new(Anchor::Birth, birth).with_happened(true));
        Some(())
    },
    "age_that_leaps": "301"; beside "021" => |bed| {
        bed.add(bed.day(), AgeRecorded::new(99));
        Some(())
    },
    "alive_and_died": "302" => |bed| {
        let person = PersonInventoried::new(PersonRef::from_static("planted"), Relation::Friend);
        let died = ApproxDate::new(bed.day(), Precision::Year);
        bed.add(bed.day(), person.with_alive(true).with_died(died));
        Some(())
    },
    "sessions_after_own_death": "303" "219"; beside "189" "190" => |bed| {
        bed.day_of(1)?;
        bed.add(bed.day(), IncidentRecorded::new(Incident::Death));
        Some(())
    },
    "total_against_item": "304"; beside "180" "181" "183" "270" => |bed| {
        let score = Score::new(InstrumentId::PHQ_9, 27).with_self_harm_item(ItemAnswer::Denied);
        bed.edit(0, |session| {
            session.scores.retain(|score| score.instrument != InstrumentId::PHQ_9);
            session.scores.push(score);
        })
    },
    "seen_and_missed": "305"; beside "107" "200" => |bed| {
        let track = bed.session(0)?.track;
        bed.add(bed.day(), Session::new(Attendance::DidNotAttend).with_track(track));
        Some(())
    },
    "session_noted_twice": "306"; beside "308" "011" "046" "107" "113" "115" "119" "120" "122" "179" "180" "181" "200" "257" "261" "262" "263" "264" "267" "277" "281" => |bed| {
        let mut copy = bed.session(0)?.clone();
        copy.number = None;
        bed.add(bed.day(), copy);
        Some(())
    },
    "number_against_days": "307"; beside "308" => |bed| {
        bed.goes_on()?;
        bed.session(0)?.number?;
        bed.session(1)?.number?;
        bed.edit(0, |session| session.number = Some(900))
    },
    "group_number_goes_back": "308" => |bed| {
        let before = bed.session(-1)?.group_number?;
        bed.goes_on()?;
        bed.session(0)?.group_number?;
        (before > 1).then_some(())?;
        bed.edit(0, |session| session.group_number = Some(1))
    },
    "key_of_another_session": "309" => |bed| {
        let key = bed.session(-1)?.shared_key?;
        bed.edit(0, |session| session.shared_key = Some(key))
    },
    "diagnosis_against_screen": "310" "271" => |bed| {
        let denied = bed.facts().any(|fact| {
            matches!(fact, Fact::ScreeningDone(done) if done.absent.contains(ScreenItem::Bipolar))
        });
        denied.then_some(())?;
        let code = DiagnosisCode::from_static("F31.4");
        let made = DiagnosisMade::new(code, Label::from_static("icd-10"));
        bed.add(bed.day(), made.with_role(DiagnosisRole::Comorbid));
        Some(())
    },
    "diagnosis_of_no_form": "311" => |bed| {
        let code = DiagnosisCode::from_static("depression");
        let made = DiagnosisMade::new(code, Label::from_static("ICD10"));
        bed.add(bed.day(), made.with_role(DiagnosisRole::Comorbid));
        Some(())
    },
    "two_totals_a_day": "315"; beside "180" "181" "183" => |bed| {
        let first = *bed.session(0)?.scores.iter().find(|score| score.total.is_some())?;
        Instrument::get(first.instrument).is_none_or(|known| known.validated).then_some(())?;
        let total = first.total?;
        let other = total.checked_sub(3).or_else(|| total.checked_add(3))?;
        let rater = first.source().rater;
        bed.edit(0, |session| {
            for score in session.scores.iter_mut().filter(|score| **score == first) {
                score.rater = Some(rater);
            }
        })?;
        bed.add(bed.day(), Score { total: Some(other), rater: Some(rater), ..first });
        Some(())
    },
    "goodbye_under_a_label_of_the_beginning": "314"; beside "203" "204" => |bed| {
        (bed.session(0)?.phase == Some(Phase::Initial)).then_some(())?;
        bed.edit(0, |session| session.tasks.push(TaskNote::done(EndingTask::Goodbye)))
    },
});

pub(super) const NOT_HELD: &[Fault] = faults!(NotHeld {
    "content_of_a_missed_session": "312" => |bed| {
        let on = bed.between(1)?;
        let missed = Session::new(Attendance::CancelledByTherapist).with_track(Track::Maintenance);
        bed.add(on, missed.with_opening(Stated::Done).with_minutes(50_u16));
        Some(())
    },
    "discharged_without_admission": "313" => |bed| {
        bed.add(bed.day(), Admission::new(AdmissionEvent::Discharged));
        Some(())
    },
    "admitted_twice": "313" "286" => |bed| {
        let again = bed.between(2)?;
        bed.add(bed.day(), Admission::new(AdmissionEvent::Admitted));
        bed.add(again, Admission::new(AdmissionEvent::Admitted));
        Some(())
    },
    "resumed_without_pause": "313" => |bed| {
        bed.add(bed.day(), Resumed::new());
        Some(())
    },
    "admission_without_discharge": "286" => |bed| {
        bed.between(2)?;
        bed.add(bed.between(1)?, Admission::new(AdmissionEvent::Admitted));
        Some(())
    },
});
