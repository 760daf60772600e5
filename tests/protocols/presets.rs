//! The presets against the published table, their sources against the bibliography, and their stored copies.

use Phase::{Assessment, Maintenance, Middle, Termination};
use interpersonal::{
    Basis, Phase, SourceId, Work,
    protocol::{Cited, PhaseSpec, Protocol, ProtocolSpec, Span, Stretch, preset},
    record::session::Track,
};

fn numbers(span: Cited<Span>) -> [u16; 3] {
    let Span { min, typical, max } = span.value;
    [min, typical, max]
}

/// A row of the table of published variants: three numbers are the least, the typical and the greatest.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    sessions: [u16; 3],
    minutes: [u16; 3],
    first_minutes: Option<[u16; 3]>,
    weeks: [u16; 3],
    /// From one session to another, so many days apart; half days occur.
    cadence: Vec<(u16, u16, f32)>,
    phases: Vec<(String, u16, u16)>,
    areas: Vec<String>,
    foci: [u8; 2],
    before: Option<u16>,
    midway: Option<u16>,
    after: Option<serde_json::Value>,
    boosters: Option<u16>,
    added_group: Option<[u16; 2]>,
    maintenance: String,
}

#[cfg(feature = "serde")]
#[test]
fn each_preset_reproduces_its_row_of_the_published_table() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("published.json")).unwrap();
    assert_eq!(rows.len(), 56, "the table of published variants");
    for row in &rows {
        let spec = Protocol::find(&row.id).unwrap_or_else(|| panic!("there is no preset {}", row.id)).spec();
        let id = spec.id;
        assert_eq!(numbers(spec.dose.sessions), row.sessions, "{id}: sessions");
        assert_eq!(numbers(spec.dose.minutes), row.minutes, "{id}: minutes");
        assert_eq!(spec.dose.first_minutes.map(numbers), row.first_minutes, "{id}: minutes of the first session");
        assert_eq!(numbers(spec.dose.weeks), row.weeks, "{id}: weeks");
        let cadence =
            |stretch: &Stretch| (stretch.from, stretch.to, f32::from(stretch.days) / f32::from(stretch.sessions));
        assert_eq!(spec.cadence.iter().map(cadence).collect::<Vec<_>>(), row.cadence, "{id}: cadence");
        assert_eq!(numbered(spec), row.phases, "{id}: phases");
        assert_eq!(areas(spec), row.areas.len(), "{id}: areas");
        assert_eq!(spec.focus.max_active.value, row.foci[1], "{id}: focus items");
        let track = |track| spec.tracks.iter().find(|it| it.track == track).map(|it| it.sessions.value);
        assert_eq!(track(Track::PreTreatment).map(|it| it.typical), row.before, "{id}: before");
        assert_eq!(track(Track::MidTreatment).map(|it| it.typical), row.midway, "{id}: midway");
        assert_eq!(track(Track::PostTreatment).is_some(), row.after.is_some(), "{id}: after");
        assert_eq!(track(Track::Booster).map(|it| it.typical), row.boosters, "{id}: boosters");
        assert_eq!(track(Track::AddedGroup).map(|it| [it.min, it.max]), row.added_group, "{id}: added group");
        assert_eq!(spec.ending.maintenance.value.name(), row.maintenance, "{id}: maintenance");
    }
}

/// Phases and modules with their sessions, in the words of the table.
#[cfg(feature = "serde")]
fn numbered(spec: &ProtocolSpec) -> Vec<(String, u16, u16)> {
    if !spec.modules.is_empty() {
        return spec.modules.iter().map(|it| ("module".to_string(), it.from, it.to)).collect();
    }
    let numbered = spec.phases.iter().filter_map(|it| it.typical.map(|it| it.value).map(|(from, to)| (it, from, to)));
    let name = |phase: &PhaseSpec| match (spec.id.as_str(), phase.phase) {
        ("ipsrt" | "ipsrt-bp2", Middle) => "intermediate",
        ("sr", Termination) => "conclusion",
        (_, phase) => phase.name(),
    };
    numbered.map(|(phase, from, to)| (name(phase).to_string(), from, to)).collect()
}

/// How many areas a patient may choose among: specialisations that are added to the four, and not words for one of them, count.
#[cfg(feature = "serde")]
fn areas(spec: &ProtocolSpec) -> usize {
    const ADDED: &[&str] =
        &["lost_healthy_self", "complicated_pregnancy", "therapeutic_transition", "caregiver_transition", "self_image"];
    let added = spec.specialisations.iter().filter(|it| ADDED.contains(&it.token.as_str()));
    spec.focus.areas.value.len() + added.count()
}

#[test]
fn a_preset_is_found_by_its_identifier() {
    for preset in preset::ALL {
        assert!(Protocol::find(preset.id().as_str()).is_some_and(|found| core::ptr::eq(found, *preset)));
        let parent = preset.spec().parent.map(|parent| Protocol::find(parent.as_str()));
        assert_ne!(parent, Some(None), "{}: the parent is a preset", preset.id());
    }
    assert!(Protocol::find("acute-17").is_none());
}

fn sources(spec: &ProtocolSpec) -> Vec<(String, SourceId, Basis)> {
    spec.parameters().into_iter().map(|it| (it.path, it.source, it.basis)).collect()
}

#[test]
fn every_parameter_cites_a_work_of_the_bibliography() {
    for preset in preset::ALL {
        for (what, source, _) in sources(preset.spec()) {
            assert!(Work::find(source).is_some(), "{}: {what} cites {source}", preset.id());
        }
        for &source in &*preset.spec().sources {
            assert!(Work::find(source).is_some(), "{}: {source}", preset.id());
            assert!(source != SourceId::DESIGN && source != SourceId::KNOWLEDGE, "{}: {source}", preset.id());
        }
    }
}

#[test]
fn a_published_basis_names_a_published_work_and_no_other_does() {
    for preset in preset::ALL {
        for (what, source, basis) in sources(preset.spec()) {
            let expected = match source {
                SourceId::DESIGN => basis == Basis::Design,
                SourceId::KNOWLEDGE => basis == Basis::Unseen,
                _ => basis.is_published(),
            };
            assert!(expected, "{}: {what} stands on {source} as {basis}", preset.id());
        }
    }
}

#[test]
fn a_preset_names_the_published_works_that_it_does_not_take_over() {
    let inherited = sources(preset::ACUTE_16.spec());
    for preset in preset::ALL {
        let own = sources(preset.spec())
            .into_iter()
            .filter(|entry| preset.spec().parent.is_none() || !inherited.contains(entry));
        for (what, source, basis) in own.filter(|(_, _, basis)| basis.is_published()) {
            let named = preset.spec().sources.contains(&source);
            assert!(named, "{}: {what} stands on {source} as {basis}", preset.id());
        }
    }
}

#[test]
fn no_participant_or_declared_task_is_an_error_by_a_source_that_was_not_read() {
    use interpersonal::protocol::Level;

    let fb = preset::FB_14.spec();
    assert!(fb.tasks.iter().all(|task| task.level == Level::Should && task.basis.is_published()));
    let [parent] = &*fb.participants else { panic!("a parent and nobody else") };
    assert_eq!((parent.level, parent.basis), (Level::Must, Basis::Unseen));
}

#[test]
fn each_preset_has_labels_of_its_own_for_each_phase() {
    for preset in preset::ALL {
        let mut labels: Vec<_> = preset.spec().phases.iter().map(|it| &it.label).collect();
        labels.sort();
        labels.dedup();
        assert_eq!(labels.len(), preset.spec().phases.len(), "{}: a label stands twice", preset.id());
    }
    assert_eq!(preset::SR.label(Termination), "Conclusion of acute treatment");
    assert_eq!(preset::ACUTE_16.label(Termination), "Termination");
}

#[test]
fn maintenance_follows_assessment_only_where_it_is_the_treatment() {
    assert!(preset::MAINT_07M.follows(Assessment, Maintenance));
    assert!(!preset::MAINT_07M.follows(Assessment, Middle));
    assert!(!preset::SR.follows(Assessment, Maintenance));
    assert!(!preset::MAINT_07M.follows(Middle, Maintenance), "a phase that the protocol does not have");
    assert!(preset::SR.follows(Termination, Maintenance));
}

#[cfg(feature = "serde")]
#[test]
fn a_preset_equals_its_own_stored_copy() {
    for preset in preset::ALL {
        let json = serde_json::to_string(preset).unwrap();
        let copy: Protocol = serde_json::from_str(&json).unwrap();
        assert_eq!(&copy, *preset);
        assert!(preset.diff(&copy).is_empty());

        let mut cbor = Vec::new();
        ciborium::into_writer(preset, &mut cbor).unwrap();
        assert_eq!(&ciborium::from_reader::<Protocol, _>(&*cbor).unwrap(), *preset);
    }
}
