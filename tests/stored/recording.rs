//! `docs/RECORDING.md` teaches the stored form. It is generated from the types of the record and
//! from one small example a fact.

use std::{collections::BTreeMap, fmt::Write as _};

use interpersonal::{
    ActorRef, Course, Entry, Fact, FocusItem, FreeText, Phase, ProblemArea, Reporting, Seq, Stated,
    Strategy, TaskNote, Topic,
    chrono::{DateTime, NaiveDate, Utc},
    course::{Strike, Waive, WaiverScope},
    measure::{Instrument, InstrumentId, ItemAnswer, Score},
    protocol::preset,
    record::{
        FactKind, contact::*, contract::*, ending::*, focus::*, inventory::*, patient::*,
        review::*, safety::*, session::*, setting::*,
    },
    shape::{Documented, Field, Shape},
    vocabulary::{
        ApproxDate, CodeSystem, Criterion, DiagnosisCode, DisputeStage, EndingTask, InitialTask,
        Label, MedicationClass, PersonRef, StrategySet, Technique, TechniqueSet, WorkKind, WorkSet,
    },
    wire::v1,
};

use crate::generated::assert_stored;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One small example a fact.
#[expect(clippy::too_many_lines, reason = "one arm a fact")]
fn sample(kind: FactKind) -> Fact {
    let words = FreeText::from;
    let partner = PersonRef::from_static("p1");
    match kind {
        FactKind::Opened => Opened::new(
            Phase::Initial,
            Reporting::from([Topic::Sessions, Topic::Agreements, Topic::Safety]),
        )
        .into(),
        FactKind::ReportingChanged => ReportingChanged::new(Reporting::COMPLETE).into(),
        FactKind::AgeRecorded => AgeRecorded::new(34).into(),
        FactKind::DiagnosisMade => DiagnosisMade::new(
            DiagnosisCode::from_static("F32.1"),
            Label::from_static("icd-10"),
        )
        .into(),
        FactKind::HistoryTaken => HistoryTaken::new()
            .with_earlier_episodes(1)
            .with_chronic(false)
            .into(),
        FactKind::MedicationNoted => MedicationNoted::new(MedicationChange::AtEntry)
            .with_class(MedicationClass::from_static("ssri"))
            .with_stable_since(ApproxDate::new(
                day("2025-10-01"),
                interpersonal::vocabulary::Precision::Month,
            ))
            .into(),
        FactKind::TherapistAssigned => TherapistAssigned::new(ActorRef::from_static("therapist-1"))
            .with_kind(TherapistKind::Trainee)
            .with_supervision(Stated::Done)
            .into(),
        FactKind::SupervisionHeld => SupervisionHeld::new().with_sessions_covered(2).into(),
        FactKind::AdherenceRated => AdherenceRated::new(34, 5).into(),
        FactKind::DocumentFiled => DocumentFiled::new(Document::CaseReport).into(),
        FactKind::ConsentRecorded => ConsentRecorded::new(ConsentState::Given)
            .with_limits_explained(Stated::Done)
            .into(),
        FactKind::ScreeningDone => ScreeningDone::new()
            .with_absent(ScreenSet::EXCLUDING)
            .with_present(ScreenItem::ChronicDepression)
            .with_reason(words("long episode, clear interpersonal trigger"))
            .into(),
        FactKind::SuitabilityDecided => SuitabilityDecided::new(Suitability::Suitable).into(),
        FactKind::TaskRecorded => TaskNote::not_done(InitialTask::MedicalCheck)
            .with_note(words("done by the GP"))
            .into(),
        FactKind::PersonInventoried => PersonInventoried::new(partner, Relation::Partner)
            .with_alive(true)
            .with_currently_involved(true)
            .with_expectations_of_other(words("share the housework"))
            .with_changed_near_onset(true)
            .with_support(Support::Practical)
            .into(),
        FactKind::InventoryCompleted => InventoryCompleted::new().with_small_network(true).into(),
        FactKind::LifeEventRecorded => LifeEventRecorded::new(LifeEvent::RoleChange)
            .with_when(ApproxDate::exactly(day("2025-09-01")))
            .into(),
        FactKind::OnsetDated => OnsetDated::new(ApproxDate::new(
            day("2025-10-01"),
            interpersonal::vocabulary::Precision::Month,
        ))
        .into(),
        FactKind::AreaConsidered => AreaConsidered::new(ProblemArea::RoleTransition, true).into(),
        FactKind::GriefDetailed => GriefDetailed::new()
            .with_person(PersonRef::from_static("p2"))
            .with_died(true)
            .into(),
        FactKind::DisputeDetailed => DisputeDetailed::new()
            .with_person(partner)
            .with_currently_involved(true)
            .into(),
        FactKind::DisputeStaged => DisputeStaged::new(DisputeStage::Impasse).into(),
        FactKind::TransitionDetailed => TransitionDetailed::new()
            .with_old_role(words("employee"))
            .with_new_role(words("parent at home"))
            .with_changed(ApproxDate::exactly(day("2025-09-01")))
            .into(),
        FactKind::DeficitsDetailed => DeficitsDetailed::new()
            .with_patterns(words("withdraws when criticised"))
            .into(),
        FactKind::MarkersAssessed => {
            MarkersAssessed::new(ProblemArea::RoleDispute, MarkerResult::Partly).into()
        }
        FactKind::FormulationGiven => FormulationGiven::new(vec![ProblemArea::RoleDispute.into()])
            .with_parts(FormulationParts::ALL)
            .into(),
        FactKind::FormulationAnswered => FormulationAnswered::new(PatientResponse::Accepted).into(),
        FactKind::FocusAgreed => FocusAgreed::new(vec![
            FocusItem::area(ProblemArea::RoleDispute)
                .with_link(words("low mood since the quarrel"))
                .with_goals([words("say what I need")]),
        ])
        .into(),
        FactKind::FrameAnnounced => FrameAnnounced::new(TimeFrame::Sessions(16)).into(),
        FactKind::ContractAgreed => ContractAgreed::new(TimeFrame::Sessions(16))
            .with_interval_days(7)
            .with_minutes(50)
            .with_missed_sessions(MissedSessionPolicy::LateCancelAndNoShow)
            .with_notice_hours(24)
            .into(),
        FactKind::ContractAmended => ContractAmended::new()
            .with_frame(TimeFrame::Sessions(20))
            .with_reason(AmendmentReason::MoreWork)
            .with_patient_agreed(Stated::Done)
            .into(),
        FactKind::PhaseBegun => PhaseBegun::new(Phase::Middle).into(),
        FactKind::Session => Session::attended()
            .with_number(5)
            .with_phase(Phase::Middle)
            .with_minutes(50)
            .with_opening(Stated::Done)
            .with_symptom_check(Stated::Done)
            .with_enquiry(Enquiry::no_concern())
            .with_mood_event_link(Stated::Done)
            .with_strategies(StrategySet::of(&[Strategy::DisputeExpectations]))
            .with_techniques(TechniqueSet::of(&[
                Technique::CommunicationAnalysis,
                Technique::RolePlay,
            ]))
            .with_agreed(WorkSet::of(&[WorkKind::Attempt]))
            .with_tasks([TaskNote::done(EndingTask::AnnounceEnd)])
            .with_scores([
                Score::new(InstrumentId::PHQ_9, 14).with_self_harm_item(ItemAnswer::Denied)
            ])
            .into(),
        FactKind::Contact => Contact::new(ContactWith::Prescriber)
            .with_channel(Channel::Telephone)
            .into(),
        FactKind::Admission => Admission::new(AdmissionEvent::Admitted)
            .with_psychiatric(false)
            .into(),
        FactKind::ExternalDate => ExternalDate::new(Anchor::Birth, day("2026-04-20")).into(),
        FactKind::EnquiryMade => Enquiry::new(EnquiryResult::Concern)
            .with_subjects(EnquirySubjects::of(&[
                EnquirySubject::Ideation,
                EnquirySubject::Intent,
            ]))
            .into(),
        FactKind::ConcernRaised => ConcernRaised::new(ConcernKind::SuicidalIdeation).into(),
        FactKind::SafetyResponse => SafetyResponse::new(SafetyActions::of(&[
            SafetyAction::SafetyPlan,
            SafetyAction::Consultation,
        ]))
        .with_review_on(day("2026-02-09"))
        .into(),
        FactKind::SafetyReassessed => SafetyReassessed::new(false).into(),
        FactKind::SafetyHandedOver => SafetyHandedOver::new(Receiver::CrisisTeam).into(),
        FactKind::IncidentRecorded => IncidentRecorded::new(Incident::Serious).into(),
        FactKind::Scored => Score::new(InstrumentId::PHQ_9, 7).into(),
        FactKind::ReviewHeld => ReviewHeld::new()
            .with_options(ReviewOption::MoreFrequent)
            .into(),
        FactKind::JudgementMade => JudgementMade::new(Criterion::NEAR_REMISSION, true).into(),
        FactKind::RelapsePlanMade => RelapsePlanMade::new(3, 2, 1).into(),
        FactKind::MaintenanceDecided => MaintenanceDecided::new(MaintenanceDecision::None).into(),
        FactKind::Paused => Paused::new()
            .with_reason(PauseReason::Illness)
            .with_review_on(day("2026-03-02"))
            .into(),
        FactKind::Resumed => Resumed::new().into(),
        FactKind::BreakAnnounced => {
            BreakAnnounced::new(day("2026-04-01"), day("2026-04-14")).into()
        }
        FactKind::OutreachMade => OutreachMade::new().with_channel(Channel::Telephone).into(),
        FactKind::EngagementDecided => EngagementDecided::new(EngagementDecision::Continue).into(),
        FactKind::Transferred => Transferred::new(ActorRef::from_static("therapist-2")).into(),
        FactKind::Closed => Closed::new(
            EndMode::CompletedAsContracted,
            ClinicalResult::Remitted,
            Disposition::Discharge,
        )
        .into(),
        _ => unreachable!("each kind of fact has an example here"),
    }
}

/// Types by name, collected from the shapes of facts and entries.
#[derive(Default)]
struct Types {
    names: BTreeMap<&'static str, &'static [(&'static str, &'static str)]>,
    objects: BTreeMap<&'static str, (&'static str, &'static [Field])>,
    choices: BTreeMap<&'static str, &'static [(&'static str, &'static str, &'static Shape)]>,
}

impl Types {
    fn collect(&mut self, shape: &Shape) {
        match *shape {
            Shape::Names(name, members) => {
                self.names.insert(name, members);
            }
            Shape::List(inner) | Shape::Optional(inner) => self.collect(inner),
            Shape::Either(one, other) => {
                self.collect(one);
                self.collect(other);
            }
            // The parts of a protocol have a schema of their own.
            Shape::Object("ProtocolFile", ..) => {}
            Shape::Object(name, about, fields) => {
                self.objects.insert(name, (about, fields));
                for field in fields {
                    self.collect(field.shape);
                }
            }
            Shape::OneOf(name, keys) => {
                self.choices.insert(name, keys);
                for (_, _, shape) in keys {
                    self.collect(shape);
                }
            }
            _ => {}
        }
    }
}

fn words(shape: &Shape) -> String {
    match *shape {
        Shape::Plain(words, _) => words.into(),
        Shape::Object("ProtocolFile", ..) => "an object".into(),
        Shape::Names(name, _) | Shape::Object(name, ..) | Shape::OneOf(name, _) => {
            format!("[`{name}`](#{})", heading(name))
        }
        Shape::List(inner) => format!("a list of {}", words(inner)),
        Shape::Optional(inner) => words(inner),
        Shape::Either(one, other) => format!("{} or {}", words(one), words(other)),
        _ => unreachable!("every shape is described"),
    }
}

/// The heading under which a type stands: a fact under its own name, everything else under that of
/// the type.
fn heading(name: &str) -> String {
    let Shape::OneOf(all, facts) = Fact::SHAPE else {
        unreachable!("a fact is one of many")
    };
    let fact = facts
        .iter()
        .find(|(.., shape)| matches!(shape, Shape::Object(known, ..) if *known == name));
    match fact {
        Some((fact, ..)) => (*fact).into(),
        None if name == all => "facts".into(),
        None => name.to_lowercase(),
    }
}

/// A documentation text as one line.
fn line(about: &str) -> String {
    about
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}

fn fields(out: &mut String, fields: &[Field]) {
    if fields.is_empty() {
        writeln!(out, "It has no fields: `{{}}`.\n").unwrap();
        return;
    }
    writeln!(
        out,
        "| field | required | meaning | value |\n| --- | --- | --- | --- |"
    )
    .unwrap();
    for field in fields {
        let must = if field.required { "yes" } else { "" };
        writeln!(
            out,
            "| `{}` | {must} | {} | {} |",
            field.name,
            line(field.about),
            words(field.shape)
        )
        .unwrap();
    }
    out.push('\n');
}

fn guide() -> String {
    let mut out = String::from(INTRODUCTION);
    let mut types = Types::default();
    let Shape::Object(_, _, entry) = v1::Entry::SHAPE else {
        unreachable!("an entry is an object")
    };
    out.push_str(
        "## An entry\n\nAn entry contains exactly one of `fact`, `strike`, `correct`, `waive` and `protocol`.\n\n",
    );
    fields(&mut out, entry);
    for field in entry {
        types.collect(field.shape);
    }
    out.push_str("### What changes earlier entries\n\n");
    for (title, entry) in changes() {
        let json = serde_json::to_string(&serde_json::json!(entry)).unwrap();
        writeln!(out, "{title}\n\n```json\n{json}\n```\n").unwrap();
    }

    let Shape::OneOf(_, facts) = Fact::SHAPE else {
        unreachable!("a fact is one of many")
    };
    out.push_str("## Facts\n\n");
    for (name, about, shape) in facts {
        let kind = FactKind::from_name(name).expect("a fact has a kind");
        writeln!(out, "### `{name}`\n\n{}", line(about)).unwrap();
        if let Some(topic) = kind.topic() {
            writeln!(out, "\nTopic: {topic}.").unwrap();
        }
        writeln!(
            out,
            "\n```json\n{}\n```\n",
            serde_json::to_string(&sample(kind)).unwrap()
        )
        .unwrap();
        if let Shape::Object(_, more, list) = shape {
            if line(more) != line(about) {
                writeln!(out, "{}\n", line(more)).unwrap();
            }
            fields(&mut out, list);
        }
    }
    types.choices.remove("Fact");

    topics(&mut out);
    out.push_str(QUESTIONS);
    known_names(&mut out);
    out.push_str("## Objects within facts\n\n");
    let of_facts: Vec<_> = facts
        .iter()
        .filter_map(|(.., shape)| match shape {
            Shape::Object(name, ..) => Some(*name),
            _ => None,
        })
        .collect();
    for (name, (about, list)) in types
        .objects
        .iter()
        .filter(|(name, _)| !of_facts.contains(name))
    {
        writeln!(out, "### {name}\n\n{}\n", line(about)).unwrap();
        fields(&mut out, list);
    }
    out.push_str("## Objects with exactly one key\n\n");
    for (name, keys) in &types.choices {
        writeln!(
            out,
            "### {name}\n\n| key | meaning | value |\n| --- | --- | --- |"
        )
        .unwrap();
        for (key, about, shape) in *keys {
            writeln!(out, "| `{key}` | {} | {} |", line(about), words(shape)).unwrap();
        }
        out.push('\n');
    }
    out.push_str("## Names\n\n");
    for (name, members) in &types.names {
        writeln!(out, "### {name}\n\n| name | meaning |\n| --- | --- |").unwrap();
        for (member, about) in *members {
            writeln!(out, "| `{member}` | {} |", line(about)).unwrap();
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// To which topic the fields of a session belong; those that are left out here belong to the topic
/// `session_content`.
const OF_SESSION: &[(&str, &str)] = &[
    ("attendance", "sessions"),
    ("track", "sessions"),
    ("number", "sessions"),
    ("group_number", "sessions"),
    ("shared_key", "sessions"),
    ("kind", "sessions"),
    ("phase", "agreements"),
    ("modality", "sessions"),
    ("minutes", "sessions"),
    ("notice_hours", "sessions"),
    ("moved_to", "sessions"),
    ("absence", "sessions"),
    ("day_known", "sessions"),
    ("therapist", "sessions"),
    ("stand_in", "sessions"),
    ("co_therapists", "sessions"),
    ("language", "sessions"),
    ("interpreter", "sessions"),
    ("group_size", "sessions"),
    ("participants", "sessions"),
    ("enquiry", "safety"),
    ("scores", "measures"),
    ("tasks", "initial_tasks or ending, as the task is"),
    ("note", "none"),
];

/// Which facts and which fields of a session belong to each topic.
fn topics(out: &mut String) {
    out.push_str(
        "## What belongs to which topic\n\nA topic that is reported in full is full of these facts and fields. A fact of no topic \
         is never missed.\n\n| topic | facts | fields of `session` |\n| --- | --- | --- |\n",
    );
    let Shape::Object(_, _, fields) = Session::SHAPE else {
        unreachable!("a session is an object")
    };
    for &(name, _) in OF_SESSION {
        assert!(fields.iter().any(|field| field.name == name), "{name}");
    }
    let quoted = |names: Vec<&str>| {
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        quoted.join(", ")
    };
    for topic in Topic::ALL {
        let facts = FactKind::ALL
            .iter()
            .filter(|kind| kind.topic() == Some(*topic));
        let of_session = fields.iter().map(|field| field.name).filter(|name| {
            let belongs = OF_SESSION.iter().find(|(field, _)| field == name);
            let belongs = belongs.map_or("session_content", |(_, topic)| topic);
            belongs.starts_with(topic.name()) || *name == "tasks" && *topic == Topic::Ending
        });
        let (facts, of_session) = (
            quoted(facts.map(|kind| kind.name()).collect()),
            quoted(of_session.collect()),
        );
        writeln!(out, "| `{}` | {facts} | {of_session} |", topic.name()).unwrap();
    }
    let none = FactKind::ALL.iter().filter(|kind| kind.topic().is_none());
    writeln!(
        out,
        "| none | {} | `note` |\n",
        quoted(none.map(|kind| kind.name()).collect())
    )
    .unwrap();
}

/// The known members of what is open.
fn known_names(out: &mut String) {
    out.push_str(
        "## Names that are open\n\nThese may hold other names too; a report says which of them are not known. A protocol's own \
         page has the measures, criteria and tasks that it names.\n\n### Instruments\n\n| name | instrument | totals |\n| --- | --- | --- |\n",
    );
    for it in Instrument::ALL {
        writeln!(
            out,
            "| `{}` | {} | {} to {} |",
            it.id,
            it.title,
            it.min(),
            it.max()
        )
        .unwrap();
    }
    let list = |names: Vec<&str>| {
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        quoted.join(", ")
    };
    writeln!(
        out,
        "\n### Criteria of a judgement\n\n{}\n\n### Classes of medication\n\n{}\n\n### Classifications of diagnoses\n\n{}; also the \
         address under which FHIR knows one, and its OID (`urn:oid:…`)\n",
        list(Criterion::KNOWN.iter().map(Criterion::as_str).collect()),
        list(MedicationClass::KNOWN.iter().map(MedicationClass::as_str).collect()),
        list(CodeSystem::USUAL.iter().map(Label::as_str).collect()),
    )
    .unwrap();
}

const QUESTIONS: &str = r#"## How to write …

| what | how |
| --- | --- |
| that a task was done | Most tasks are done by the fact that shows them: `consent_and_limits` by `consent_recorded` with `limits_explained`; `psychiatric_history` by `history_taken`; `diagnosis_explicit` by `diagnosis_made` that was not ruled out; `bipolar_psychosis_substance_screen` by `screening_done`; `suicide_risk_enquiry` by direct questions in an `enquiry` or `enquiry_made`; `baseline_severity` by a score with a total; `interpersonal_inventory` by `inventory_completed`; `onset_timeline` by `onset_dated`; `problem_area_selection` by `focus_agreed`, and `treatment_goals` too if each active item has goals; `interpersonal_formulation` by `formulation_given`; `patient_agreement` by `formulation_answered`; `treatment_contract` by `contract_agreed`, and `contingency_talk` too if its terms hold `crisis_contact`; `relapse_plan` by `relapse_plan_made`, and `further_help_advice` too if it has a `return_route`; `maintenance_decision` by `maintenance_decided`; `outcome_recorded` by `closed`. All others, and each of these that was done otherwise, stand under `tasks` of a session, or in a `task_recorded`. |
| a task of the protocol's own | `{"task": {"declared": "its_token"}, "status": "done"}`; the protocol's page has the tokens |
| how an entry came into the record | `origin`; left out, it was written live |
| that a concern came up | An `enquiry` with the result `concern` raises one by itself. `concern_raised` says in addition what it is about, and is the way for a concern that came up otherwise. On one day the two are one concern, and it has one response. |
| which concerns a response answers | Without `answers`, all that stand. With it: thoughts of suicide, intent, plan, preparation and attempt are one matter, so that naming one answers the others; `self_harm` answers itself and thoughts of suicide alone; every other kind answers itself. |
| that a concern is over | `safety_reassessed` with `concern_stands` `false`, or `safety_handed_over`. Direct questions in later sessions count as looks at it; at the closing, the last of them settles it if it found no concern. |
| what to declare as reported | For a published case, an import or a table, only what the source tells completely; if unsure, `[]`. `agreements` holds consent too. |
| an old case | `at` is the moment of writing and `origin` `imported`; a source without days gets stand-in days |
| that the interval changes | `contract_amended` with `interval_days`, on that day |
| that maintenance may begin | `judgement_made` with `remission` or `near_remission`; a score alone leaves a note |
| what lies before the opening | It is refused. Let the course open on the day of the first thing that belongs to it, in the phase `assessment` if there was one; an admission of before is left out, and an earlier score is the first on record from the opening on. |
| what comes after the closing | Scores, contacts, safety and administration may still be recorded; sessions are a course of their own. |
| a session whose number is not known | leave `number` out; a number is used once in a track |
| that medication was considered | the task `medication_evaluation` with its outcome under `medication`; `medication_noted` says what is taken and does not do the task |
| that a parked focus is taken up | a new `focus_agreed` with all items, in which that one is `active` again |
| a module done online | a session with the `modality` `online`, if the protocol counts modules as sessions; otherwise a `contact` with the `channel` `module` |
| a session of continuation or maintenance | a session with the `phase` `continuation` or `maintenance`, in the `track` of the same name or in the main one; the phase decides |
| that a session was moved | `attendance` `rescheduled` with `moved_to`; the session of the new day is a note of its own. It uses no slot of the contract, unless the contract says `counts_moved`. |
| that a session was moved within its day | the same, with `moved_to` on that day; the session that was held is a note of its own |
| a stand-in | the stand-in as `therapist`, and `stand_in`, for one session or for several after which the therapist came back; a change of therapist is `transferred` |
| several clinicians | one as `therapist`, the others under `co_therapists` |
| several ways of meeting in one session | `modality` as a list |
| an interpreter | `interpreter`, and the `language` of the session |
| a form that was half answered | the score without `total`, or with the `status` `incomplete`; the answer to the self-harm item is kept and asked about |
| a prorated total | `status` `prorated`; one with decimals is rounded, halves up |
| who filled in a form | `rater` is who gave the ratings, `informant` whose account they rest on: a parent's form has `informant` `parent`. Totals of different raters, informants or versions are never compared. |
| a day that is known to the month | For what is remembered, `precision` `month`, with any day of that month. For a session or a discharge, a day of that month and `day_known` `month`; if nothing is known, the day on which it was learnt and `day_known` `not_known`. |
| that the onset is not known | `onset_dated` without `onset` |
| an age that is an estimate | `age_recorded` with `about` |
| an earlier suicide attempt | `history_taken` with `earlier_attempts` and `last_attempt`; one during treatment is a `concern_raised` of kind `attempt`, or an `incident_recorded`, on its day |
| a referral while treatment goes on | a `contact` with the `purpose` `referral` |
| how far the goals were reached | `goals` of `closed`, one line a goal |

"#;

const INTRODUCTION: &str = r#"# Recording a course: the stored form `ipt/1`

<!-- Generated from the types of the crate. `checks/bless.sh` writes it anew. -->

A course is one JSON object. Its only key is the version. The value holds the protocol, and the entries in the order in which they
were written.

```json
{"ipt/1": {
  "protocol": {"preset": "acute-16"},
  "entries": [
    {"at": "2026-01-05T17:00:00Z", "by": "therapist-1", "on": "2026-01-05",
     "fact": {"opened": {"phase": "initial", "reporting": ["sessions", "agreements"]}}},
    {"at": "2026-01-05T17:05:00Z", "by": "therapist-1", "on": "2026-01-05", "key": "row-1",
     "fact": {"session": {"attendance": "attended", "number": 1, "minutes": 60}}}
  ]
}}
```

Five things to know:

- The first entry opens the course. You may write everything else in any order, because a fact takes effect on its day, `on`.
- Say in `opened` which topics the record reports in full. Within such a topic, what is not written did not happen. Outside it,
  nobody knows. Leave a field out when you do not know; write `not_done` when you know that it was not done.
- One session is one note: attendance, minutes, people, what was done, tasks, scores and the enquiry about safety. If a session
  names a `phase` that has not begun, the phase begins with it.
- Names are words with underscores. Lists of names may be in any order. Fields and names that are not in the tables below are
  refused.
- For people, use short labels of your choice, never their names. Fields marked *free text* may name people.

`cargo run --example validate -- your-file.json` reads a file and prints the report. If it cannot read the file, it says what is
wrong. The [glossary](GLOSSARY.md) explains words such as *track* and *slot*; the [protocols](PROTOCOLS.md) have the names of
presets, and each page the measures, criteria and tasks that the protocol names.

"#;

fn changes() -> Vec<(&'static str, serde_json::Value)> {
    let written: DateTime<Utc> = "2026-02-10T09:00:00Z".parse().unwrap();
    let by = ActorRef::from_static("therapist-1");
    let opened = Entry::fact(
        written,
        by,
        day("2026-01-05"),
        Opened::new(Phase::Initial, Reporting::EXCERPT),
    );
    let mut course = Course::replay(&preset::ACUTE_16, [opened]).unwrap();
    course
        .record_entry(Entry::fact(
            written,
            by,
            day("2026-01-05"),
            Session::attended(),
        ))
        .unwrap();
    course
        .record_entry(Entry::fact(
            written,
            by,
            day("2026-01-12"),
            Session::attended(),
        ))
        .unwrap();
    let changes = [
        Entry::strike(
            written,
            by,
            Strike::new(Seq::new(2)).with_reason(FreeText::from("another patient's session")),
        ),
        Entry::correct(
            written,
            by,
            interpersonal::course::Correct::new(
                Seq::new(3),
                day("2026-01-13"),
                Session::attended().with_minutes(45),
            ),
        ),
        Entry::waive(
            written,
            by,
            Waive::new(
                interpersonal::RuleCode::from_static("IPT-103"),
                WaiverScope::Until(day("2026-03-01")),
                DeviationCategory::Hospitalisation,
            )
            .with_reason(FreeText::from("discharge planned early")),
        ),
    ];
    for change in changes {
        course.record_entry(change).unwrap();
    }
    let stored = serde_json::to_value(&course).unwrap();
    let entries = stored["ipt/1"]["entries"].as_array().unwrap();
    vec![
        (
            "A strike withdraws an earlier entry. The entry stays in the record.",
            entries[3].clone(),
        ),
        (
            "A correction replaces an earlier fact. Both stay in the record.",
            entries[4].clone(),
        ),
        (
            "A waiver gives the reason for departing from the protocol in one respect.",
            entries[5].clone(),
        ),
    ]
}

#[test]
fn the_guide_to_recording_is_generated() {
    assert_stored("docs/RECORDING.md", &guide());
}

#[test]
fn each_example_of_the_guide_can_be_read_back() {
    for &kind in FactKind::ALL {
        let fact = sample(kind);
        assert_eq!(fact.kind(), kind);
        let json = serde_json::to_string(&fact).unwrap();
        assert_eq!(serde_json::from_str::<Fact>(&json).unwrap(), fact, "{json}");
    }
    let start = INTRODUCTION.find("```json").unwrap() + 7;
    let end = start + INTRODUCTION[start..].find("```").unwrap();
    let course: Course = serde_json::from_str(&INTRODUCTION[start..end]).unwrap();
    assert_eq!(course.state().held(), 1);
}
