//! Whom a protocol is for, medication, and who takes part.

use std::borrow::Cow;

use chrono::Days;
use interpersonal::{
    Entry, Fact, Phase, ProblemArea, Protocol, Severity, Stated, TaskNote, Topic,
    measure::{InstrumentId, Score},
    protocol::{
        Cadence, Cited, ContactSpec, EntryScore, Indication, Level, MeasureSpec, MedicationPolicy,
        ParticipantSpec, Population, Proscription, ProtocolSpec, WorkPolicy,
        preset::{ACUTE_16, ALL, LATE_LIFE},
    },
    record::{
        FactKind,
        contact::{Contact, ContactWith},
        focus::DisputeDetailed,
        inventory::{PersonInventoried, Relation},
        patient::{DiagnosisMade, DiagnosisRole, MedicationChange, MedicationNoted},
        safety::{ConcernKind, ConcernRaised},
        session::Participant,
        setting::{ScreenItem, ScreenSet, ScreeningDone, Suitability, SuitabilityDecided},
    },
    rule::{Outcome, Report, Status},
    source::{Basis, SourceId},
    vocabulary::{DiagnosisCode, EndingTask, Extent, Label, OffModel, OffModelActivity, PersonRef},
};

use crate::{
    Case, Proof, edit_facts, edit_session, flawless, of, outcome, report, session_day, without,
};

/// A flawless course under a protocol of one's own.
pub(crate) fn under(spec: ProtocolSpec) -> Case {
    let protocol = Box::leak(Box::new(Protocol::new(spec).expect("the parts agree")));
    Case::new(protocol, flawless(protocol, ProblemArea::RoleTransition))
}

pub(crate) fn acute() -> ProtocolSpec {
    ACUTE_16.spec().clone()
}

/// How severe a finding is at most, and how the rule came out.
#[track_caller]
pub(crate) fn weighs(case: &Case, code: &'static str) -> (Option<Severity>, Outcome) {
    let report = report(case.protocol, case.entries.clone());
    (
        of(&report, code)
            .iter()
            .map(|finding| finding.severity)
            .max(),
        outcome(&report, code),
    )
}

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of(
        "IPT-270",
        Severity::Error,
        || under(with_entry(true, Basis::Trial)),
        |case| first_score(case, 24),
    )
    .silent(Topic::Measures)
    .says(&[
        ("below", |case| first_score(case, 10)),
        ("no_score", |case| {
            edit_session(&mut case.entries, 1, |note| note.scores.clear());
        }),
    ]),
    Proof::of(
        "IPT-271",
        Severity::Error,
        || bipolar(Basis::Trial),
        unreasoned,
    )
    .silent(Topic::InitialTasks),
    Proof::of(
        "IPT-272",
        Severity::Warning,
        || {
            Case::new(
                &LATE_LIFE,
                flawless(&LATE_LIFE, ProblemArea::RoleTransition),
            )
        },
        |case| without(&mut case.entries, FactKind::MedicationNoted),
    )
    .silent(Topic::Medication)
    .says(&[("none_taken", |case| {
        medication(case, |noted| noted.change = MedicationChange::NoneTaken);
    })]),
    Proof::of(
        "IPT-273",
        Severity::Note,
        || under(with_medication(MedicationPolicy::WithheldFirst, Some(12))),
        |case| noted(case, 3, MedicationChange::Started),
    )
    .along(&["IPT-052", "IPT-217"])
    .silent(Topic::Medication),
    Proof::of(
        "IPT-274",
        Severity::Note,
        || under(with_medication(MedicationPolicy::StudiedAlone, None)),
        at_entry,
    )
    .silent(Topic::Medication),
    Proof::of(
        "IPT-275",
        Severity::Error,
        || under(with_partner(Level::Must, None, Basis::Manual)),
        alone,
    )
    .silent(Topic::SessionContent)
    .says(&[
        ("too_few", |case| {
            *case = under(with_partner(Level::Must, Some(3), Basis::Manual));
            edit_session(&mut case.entries, 1, |note| note.participants.clear());
        }),
        ("kept_out", |case| {
            *case = under(with_partner(Level::MustNot, None, Basis::Manual));
            edit_session(&mut case.entries, 5, |note| {
                note.participants.push(Participant::new(Relation::Partner));
            });
        }),
    ]),
    Proof::of(
        "IPT-276",
        Severity::Note,
        || under(with_contact(ContactWith::School, Level::Should)),
        |case| without(&mut case.entries, FactKind::Contact),
    )
    .silent(Topic::Contacts)
    .says(&[("left_out", |case| {
        *case = under(with_contact(ContactWith::School, Level::MustNot));
        let fifth = session_day(&case.entries, 5);
        case.add(fifth, Contact::new(ContactWith::School));
    })]),
];

fn with_entry(firm: bool, basis: Basis) -> ProtocolSpec {
    let entry = EntryScore {
        instrument: InstrumentId::PHQ_9,
        min: Some(14),
        max: Some(20),
        firm,
        source: SourceId::TDCRP.whole(),
        basis,
    };
    ProtocolSpec {
        entry_scores: Cow::Owned(vec![entry]),
        ..acute()
    }
}

fn first_score(case: &mut Case, total: u16) {
    edit_session(&mut case.entries, 1, |note| {
        note.scores = vec![Score::new(InstrumentId::PHQ_9, total).with_fed_back(Stated::Done)];
    });
}

fn bipolar(basis: Basis) -> Case {
    let excluded = Indication {
        system: Label::from_static("icd-10"),
        stem: DiagnosisCode::from_static("F31"),
        source: SourceId::TDCRP.whole(),
        basis,
    };
    // The screen does not ask about it.
    let mut spec = acute();
    spec.contraindications = Cow::Owned(vec![excluded]);
    let asked = &mut spec.population.excluded.value;
    *asked = asked.without(ScreenItem::Bipolar);
    let mut case = under(spec);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.absent = screen.absent.without(ScreenItem::Bipolar);
        }
    });
    let diagnosis = DiagnosisMade::new(
        DiagnosisCode::from_static("F31.3"),
        Label::from_static("icd-10"),
    )
    .with_role(DiagnosisRole::Comorbid);
    let decided = |entry: &&Entry| matches!(entry.stated(), Some((_, Fact::SuitabilityDecided(_))));
    let day = case
        .entries
        .iter()
        .find(decided)
        .and_then(Entry::day)
        .unwrap();
    case.add(day, diagnosis);
    case
}

fn unreasoned(case: &mut Case) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::SuitabilityDecided(decided) = fact {
            decided.reason = None;
        }
    });
}

fn with_medication(policy: MedicationPolicy, weeks: Option<u16>) -> ProtocolSpec {
    let trial = |value| Cited::new(value, SourceId::SWARTZ_2009, Basis::Trial);
    let work = WorkPolicy {
        medication: Cited::new(policy, SourceId::SWARTZ_2009, Basis::Trial),
        medication_withheld_weeks: weeks.map(trial),
        ..acute().work
    };
    ProtocolSpec { work, ..acute() }
}

fn medication(case: &mut Case, mut edit: impl FnMut(&mut MedicationNoted)) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::MedicationNoted(noted) = fact {
            edit(noted);
        }
    });
}

/// Medication is taken at entry, at a dose that has been stable.
fn at_entry(case: &mut Case) {
    let first = session_day(&case.entries, 1);
    medication(case, |noted| {
        noted.change = MedicationChange::AtEntry;
        noted.stable_since = Some(interpersonal::vocabulary::ApproxDate::exactly(
            first - Days::new(90),
        ));
        noted.prescriber_contacted = Stated::Done;
    });
    edit_session(&mut case.entries, 16, |note| {
        note.tasks.push(TaskNote::done(EndingTask::MedicationPlan));
    });
}

fn noted(case: &mut Case, session: usize, change: MedicationChange) {
    let day = session_day(&case.entries, session);
    case.add(
        day,
        MedicationNoted::new(change).with_prescriber_contacted(Stated::Done),
    );
}

fn with_partner(level: Level, sessions: Option<u16>, basis: Basis) -> ProtocolSpec {
    let partner = ParticipantSpec {
        relation: Relation::Partner,
        level,
        sessions,
        source: SourceId::BRANDON_2012.whole(),
        basis,
    };
    ProtocolSpec {
        participants: Cow::Owned(vec![partner]),
        ..acute()
    }
}

fn alone(case: &mut Case) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.participants.clear();
        }
    });
}

fn with_contact(with: ContactWith, level: Level) -> ProtocolSpec {
    let contact = ContactSpec {
        with,
        level,
        source: SourceId::CEBC_IPT_A.whole(),
        basis: Basis::Practice,
    };
    ProtocolSpec {
        contacts: Cow::Owned(vec![contact]),
        ..acute()
    }
}

/// A course cut off before a held session.
fn until_session(case: &mut Case, n: usize) {
    let day = session_day(&case.entries, n);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on < day));
}

#[test]
fn a_protocol_that_says_nothing_is_not_asked() {
    let case = under(ProtocolSpec {
        contraindications: Cow::Borrowed(&[]),
        ..acute()
    });
    let report = report(case.protocol, case.entries);
    for code in [
        "IPT-270", "IPT-271", "IPT-272", "IPT-273", "IPT-274", "IPT-275", "IPT-276", "IPT-277",
        "IPT-278", "IPT-281", "IPT-282", "IPT-283",
    ] {
        assert_eq!(outcome(&report, code), Outcome::DoesNotApply, "{code}");
    }
    assert_eq!(outcome(&report, "IPT-279"), Outcome::Holds);
}

#[test]
fn a_score_outside_a_guide_is_a_note_and_outside_our_own_bound_a_warning() {
    for (firm, basis, weight) in [
        (true, Basis::Trial, Severity::Error),
        (true, Basis::Unseen, Severity::Warning),
        (false, Basis::Trial, Severity::Note),
    ] {
        let mut case = under(with_entry(firm, basis));
        first_score(&mut case, 24);
        assert_eq!(
            weighs(&case, "IPT-270"),
            (Some(weight), Outcome::Found),
            "{firm} {basis}"
        );
    }
}

/// Milder than those of the trial is no danger.
#[test]
fn a_score_below_the_range_is_a_warning_and_above_it_an_error() {
    let found = |total| {
        let mut case = under(with_entry(true, Basis::Trial));
        first_score(&mut case, total);
        let report = report(case.protocol, case.entries);
        let found: Vec<_> = of(&report, "IPT-270")
            .iter()
            .map(|it| (it.severity, it.to_string()))
            .collect();
        found
    };
    assert_eq!((found(14), found(20)), (vec![], vec![]));
    let below = "The first score on the PHQ-9, 13 on 5 January, was below 14, the lowest score at entry to acute-16.";
    assert_eq!(found(13), [(Severity::Warning, below.into())]);
    let above = "The first score on the PHQ-9, 21 on 5 January, was above 20, the highest score at entry to acute-16.";
    assert_eq!(found(21), [(Severity::Error, above.into())]);
}

#[test]
fn a_scale_that_was_never_used_is_said_once_and_its_score_at_entry_follows() {
    let named = |instrument| MeasureSpec {
        instrument,
        level: Level::Must,
        cadence: Cadence::EverySession,
        every: None,
        source: SourceId::RAFAELI_2021.whole(),
        basis: Basis::Trial,
    };
    let entry = with_entry(true, Basis::Trial);
    let missing = |measures: &[InstrumentId]| {
        let measures = measures.iter().copied().map(named).collect();
        let mut case = under(ProtocolSpec {
            measures: Cow::Owned(measures),
            ..entry.clone()
        });
        edit_facts(&mut case.entries, |_, fact| {
            if let Fact::Session(note) = fact {
                note.scores.clear();
            }
        });
        report(case.protocol, case.entries)
    };
    let cause = |report: &Report| {
        of(report, "IPT-270")[0]
            .follows
            .map(|cause| cause.code.to_string())
    };
    assert_eq!(
        cause(&missing(&[InstrumentId::PHQ_9])),
        Some("IPT-277".into())
    );
    assert_eq!(
        cause(&missing(&[InstrumentId::BDI_II])),
        None,
        "another scale is no cause"
    );
}

#[test]
fn a_score_at_entry_that_comes_late_is_remedied() {
    let mut case = under(with_entry(true, Basis::Trial));
    edit_session(&mut case.entries, 1, |note| note.scores.clear());
    let report = report(case.protocol, case.entries);
    let found = of(&report, "IPT-270");
    assert!(
        matches!(found[..], [finding] if finding.severity == Severity::Warning && finding.status != Status::Standing)
    );
}

#[test]
fn a_diagnosis_that_was_ruled_out_is_no_matter() {
    let mut case = bipolar(Basis::Trial);
    unreasoned(&mut case);
    assert_eq!(weighs(&case, "IPT-271").0, Some(Severity::Error));
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::DiagnosisMade(made) = fact {
            if made.role == DiagnosisRole::Comorbid {
                made.role = DiagnosisRole::RuledOut;
            }
        }
    });
    assert_eq!(weighs(&case, "IPT-271"), (None, Outcome::Holds));
    let mut ours = bipolar(Basis::Unseen);
    unreasoned(&mut ours);
    assert_eq!(weighs(&ours, "IPT-271").0, Some(Severity::Warning));
}

/// A routine word on suitability does not excuse a diagnosis that nobody knew of then.
#[test]
fn a_reason_counts_from_the_day_of_the_diagnosis_on() {
    let mut case = bipolar(Basis::Trial);
    assert_eq!(weighs(&case, "IPT-271"), (None, Outcome::Holds));
    let later = session_day(&case.entries, 5);
    let is_diagnosis = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::DiagnosisMade(made))) if made.role == DiagnosisRole::Comorbid);
    let place = case.entries.iter().position(is_diagnosis).unwrap();
    let (_, diagnosis) = case
        .entries
        .remove(place)
        .stated()
        .map(|(on, fact)| (on, fact.clone()))
        .unwrap();
    case.add(later, diagnosis);
    assert_eq!(weighs(&case, "IPT-271").0, Some(Severity::Error));
    let mut planned = case.clone();
    edit_facts(&mut planned.entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.specialist_plan = Stated::Done;
        }
    });
    assert_eq!(
        weighs(&planned, "IPT-271").0,
        None,
        "a specialist plan covers it whenever it was made"
    );
    let decided =
        SuitabilityDecided::new(Suitability::WithCautions).with_reason("under a mood stabiliser");
    case.add(later, decided);
    assert_eq!(weighs(&case, "IPT-271").0, None);
}

#[test]
fn that_no_medication_is_taken_is_no_silence() {
    let mut case = Case::new(
        &LATE_LIFE,
        flawless(&LATE_LIFE, ProblemArea::RoleTransition),
    );
    medication(&mut case, |noted| {
        noted.change = MedicationChange::NoneTaken;
    });
    let stated = report(case.protocol, case.entries.clone());
    let [finding] = of(&stated, "IPT-272")[..] else {
        panic!("{:#?}", stated.findings)
    };
    assert_eq!(finding.case().unwrap().name, "none_taken");
    crate::unreported(&mut case.entries, Topic::Medication);
    assert_eq!(
        weighs(&case, "IPT-272").0,
        Some(Severity::Warning),
        "it is found even where medication is not reported"
    );
}

#[test]
fn medication_after_a_concern_or_a_worsening_was_needed() {
    let started = |edit: &dyn Fn(&mut Case)| {
        let mut case = under(with_medication(MedicationPolicy::WithheldFirst, Some(12)));
        noted(&mut case, 6, MedicationChange::Started);
        edit(&mut case);
        weighs(&case, "IPT-273").0
    };
    assert_eq!(started(&|_| {}), Some(Severity::Note));
    let fifth = |case: &Case| session_day(&case.entries, 5);
    let concern = |case: &mut Case| {
        let day = fifth(case);
        case.add(day, ConcernRaised::new(ConcernKind::SuicidalIdeation));
    };
    assert_eq!(started(&concern), None);
    let score = |total| vec![Score::new(InstrumentId::PHQ_9, total)];
    let worse = |case: &mut Case| {
        edit_session(&mut case.entries, 4, |note| note.scores = score(10));
        edit_session(&mut case.entries, 5, |note| note.scores = score(20));
    };
    assert_eq!(started(&worse), None);
}

#[test]
fn medication_that_was_withheld_may_begin_afterwards() {
    let mut case = under(with_medication(MedicationPolicy::WithheldFirst, Some(12)));
    noted(&mut case, 13, MedicationChange::Started);
    assert_eq!(weighs(&case, "IPT-273"), (None, Outcome::Holds));
    let mut case = under(with_medication(MedicationPolicy::WithheldFirst, Some(12)));
    noted(&mut case, 12, MedicationChange::Started);
    assert_eq!(weighs(&case, "IPT-273").0, Some(Severity::Note));
}

#[test]
fn somebody_who_is_only_usual_or_whose_source_was_not_read_is_no_error() {
    for (level, basis, weight) in [
        (Level::Must, Basis::Unseen, Some(Severity::Warning)),
        (Level::Should, Basis::Manual, Some(Severity::Warning)),
        (Level::Should, Basis::Unseen, Some(Severity::Note)),
        (Level::May, Basis::Manual, None),
    ] {
        let mut case = under(with_partner(level, None, basis));
        alone(&mut case);
        assert_eq!(weighs(&case, "IPT-275").0, weight, "{level} {basis}");
    }
}

#[test]
fn somebody_may_still_come_until_the_course_is_over() {
    let mut open = under(with_partner(Level::Must, None, Basis::Manual));
    alone(&mut open);
    let mut early = open.clone();
    until_session(&mut open, 14);
    assert_eq!(
        weighs(&open, "IPT-275").0,
        Some(Severity::Warning),
        "twelve sessions are enough for a course"
    );
    until_session(&mut early, 6);
    assert_eq!(weighs(&early, "IPT-275"), (None, Outcome::DoesNotApply));
}

#[test]
fn fewer_sessions_than_the_source_says_are_a_warning() {
    let mut case = under(with_partner(Level::Must, Some(3), Basis::Manual));
    assert_eq!(weighs(&case, "IPT-275"), (None, Outcome::Holds));
    edit_session(&mut case.entries, 1, |note| note.participants.clear());
    assert_eq!(weighs(&case, "IPT-275").0, Some(Severity::Warning));
}

/// Nobody is asked into the room with somebody who threatens them.
#[test]
fn where_violence_or_coercion_is_on_record_nobody_is_asked_to_come() {
    let facts: [Fact; 4] = [
        PersonInventoried::new(PersonRef::from_static("partner"), Relation::Partner)
            .with_coercion(Some(true))
            .into(),
        DisputeDetailed::new().with_coercion(Some(true)).into(),
        ScreeningDone::new()
            .with_present(ScreenItem::OngoingViolence)
            .into(),
        ConcernRaised::new(ConcernKind::Victimisation).into(),
    ];
    for fact in facts {
        let mut case = under(with_partner(Level::Must, None, Basis::Manual));
        alone(&mut case);
        assert_eq!(weighs(&case, "IPT-275").0, Some(Severity::Error));
        let third = session_day(&case.entries, 3);
        case.add(third, fact);
        assert_eq!(weighs(&case, "IPT-275"), (None, Outcome::DoesNotApply));
    }
    let mut case = under(with_partner(Level::Must, None, Basis::Manual));
    alone(&mut case);
    let boss = PersonInventoried::new(PersonRef::from_static("boss"), Relation::Boss)
        .with_coercion(Some(true));
    let third = session_day(&case.entries, 3);
    case.add(third, boss);
    assert_eq!(
        weighs(&case, "IPT-275").0,
        Some(Severity::Error),
        "coercion by somebody else"
    );
}

#[test]
fn somebody_whom_the_protocol_keeps_out_is_found() {
    let mut case = under(with_partner(Level::MustNot, None, Basis::Manual));
    assert_eq!(weighs(&case, "IPT-275"), (None, Outcome::Holds));
    edit_session(&mut case.entries, 5, |note| {
        note.participants.push(Participant::new(Relation::Partner));
    });
    assert_eq!(weighs(&case, "IPT-275").0, Some(Severity::Warning));
}

#[test]
fn a_prescriber_who_was_asked_about_medication_was_in_touch() {
    let mut case = under(with_contact(ContactWith::Prescriber, Level::Must));
    without(&mut case.entries, FactKind::Contact);
    assert_eq!(weighs(&case, "IPT-276").0, Some(Severity::Note));
    medication(&mut case, |noted| noted.prescriber_contacted = Stated::Done);
    assert_eq!(weighs(&case, "IPT-276"), (None, Outcome::Holds));
}

fn screened(entries: &mut [Entry], item: ScreenItem) {
    edit_facts(entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.present = item.into();
            screen.absent = ScreenSet::ALL.without(item);
        }
    });
}

fn excluding(excluded: ScreenSet, source: SourceId, basis: Basis) -> ProtocolSpec {
    let population = Population {
        excluded: Cited::new(excluded, source, basis),
        cautioned: Cited::design(ScreenSet::EMPTY),
        ..acute().population
    };
    ProtocolSpec {
        population,
        ..acute()
    }
}

#[test]
fn the_protocol_says_which_questions_of_the_screen_exclude() {
    let item = ScreenItem::PersonalityDisorder;
    for (excluded, source, basis, weight) in [
        (
            item.into(),
            SourceId::NREPP_IPT_A,
            Basis::Practice,
            Some(Severity::Error),
        ),
        (
            item.into(),
            SourceId::DESIGN,
            Basis::Design,
            Some(Severity::Warning),
        ),
        (
            ScreenSet::EXCLUDING,
            SourceId::NREPP_IPT_A,
            Basis::Practice,
            None,
        ),
        (
            ScreenSet::EMPTY,
            SourceId::NREPP_IPT_A,
            Basis::Practice,
            None,
        ),
    ] {
        let mut case = under(excluding(excluded, source, basis));
        screened(&mut case.entries, item);
        assert_eq!(weighs(&case, "IPT-017").0, weight, "{excluded} {basis}");
    }
    let mut nobody = under(excluding(
        ScreenSet::EMPTY,
        SourceId::NREPP_IPT_A,
        Basis::Practice,
    ));
    screened(&mut nobody.entries, ScreenItem::Bipolar);
    unreasoned(&mut nobody);
    for code in ["IPT-016", "IPT-017", "IPT-018"] {
        assert_eq!(
            weighs(&nobody, code),
            (None, Outcome::DoesNotApply),
            "{code}"
        );
    }
}

#[test]
fn an_activity_that_is_proscribed_after_a_phase_has_its_place_until_then() {
    let talk = Proscription {
        activity: OffModel::EatingTalk,
        outright: true,
        after: Some(Phase::Initial),
        source: SourceId::FAIRBURN_DIV12.whole(),
        basis: Basis::Practice,
    };
    let case = under(ProtocolSpec {
        proscribed: Cow::Owned(vec![talk]),
        ..acute()
    });
    let talked = |session| {
        let mut case = case.clone();
        edit_session(&mut case.entries, session, |note| {
            note.off_model
                .push(OffModelActivity::new(OffModel::EatingTalk, Extent::Main));
        });
        weighs(&case, "IPT-120").0
    };
    assert_eq!(talked(2), None);
    assert_eq!(talked(6), Some(Severity::Error));
}

#[test]
fn remission_at_entry_is_asked_of_any_protocol_with_that_condition() {
    for (at_entry, weight) in [
        (
            Cited::new(true, SourceId::FRANK_2007, Basis::Trial),
            Severity::Error,
        ),
        (Cited::design(true), Severity::Warning),
    ] {
        let population = Population {
            remission_at_entry: at_entry,
            ..acute().population
        };
        let mut case = under(ProtocolSpec {
            population,
            ..acute()
        });
        assert_eq!(weighs(&case, "IPT-221"), (None, Outcome::Holds));
        without(&mut case.entries, FactKind::JudgementMade);
        assert_eq!(weighs(&case, "IPT-221").0, Some(Severity::Note));
        crate::maintenance::without_totals(&mut case.entries);
        assert_eq!(weighs(&case, "IPT-221").0, Some(weight));
    }
}

#[test]
fn flawless_courses_of_all_presets_have_nothing_to_be_told() {
    for &protocol in ALL {
        let area = protocol.spec().focus.areas.value.iter().next().unwrap();
        let report = report(protocol, flawless(protocol, area));
        for number in 270..=285 {
            let code = interpersonal::RuleCode::new(&format!("IPT-{number}")).unwrap();
            assert_eq!(report.of(code).count(), 0, "{} {code}", protocol.id());
        }
    }
}
