//! The presets against the table of published variants.

use interpersonal::{
    Phase::{Middle, Termination},
    protocol::{Cited, PhaseSpec, Protocol, ProtocolSpec, Span, Stretch},
    record::session::Track,
};

fn numbers(span: Cited<Span>) -> [u16; 3] {
    let Span { min, typical, max } = span.value;
    [min, typical, max]
}

/// A row of the table of published variants: three numbers are the least, the typical and the
/// greatest.
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

#[test]
fn each_preset_reproduces_its_row_of_the_published_table() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("published.json")).unwrap();
    assert_eq!(rows.len(), 56, "the table of published variants");
    for row in &rows {
        let spec = Protocol::parse(&row.id)
            .unwrap_or_else(|error| panic!("{error}"))
            .spec();
        let id = spec.id;
        assert_eq!(numbers(spec.dose.sessions), row.sessions, "{id}: sessions");
        assert_eq!(numbers(spec.dose.minutes), row.minutes, "{id}: minutes");
        assert_eq!(
            spec.dose.first_minutes.map(numbers),
            row.first_minutes,
            "{id}: minutes of the first session"
        );
        assert_eq!(numbers(spec.dose.weeks), row.weeks, "{id}: weeks");
        let cadence = |stretch: &Stretch| {
            (
                stretch.from,
                stretch.to,
                f32::from(stretch.days) / f32::from(stretch.sessions),
            )
        };
        assert_eq!(
            spec.cadence.iter().map(cadence).collect::<Vec<_>>(),
            row.cadence,
            "{id}: cadence"
        );
        assert_eq!(numbered(spec), row.phases, "{id}: phases");
        assert_eq!(areas(spec), row.areas.len(), "{id}: areas");
        assert_eq!(
            spec.focus.max_active.value, row.foci[1],
            "{id}: focus items"
        );
        let track = |track| {
            spec.tracks
                .iter()
                .find(|it| it.track == track)
                .map(|it| it.sessions.value)
        };
        assert_eq!(
            track(Track::PreTreatment).map(|it| it.typical),
            row.before,
            "{id}: before"
        );
        assert_eq!(
            track(Track::MidTreatment).map(|it| it.typical),
            row.midway,
            "{id}: midway"
        );
        assert_eq!(
            track(Track::PostTreatment).is_some(),
            row.after.is_some(),
            "{id}: after"
        );
        assert_eq!(
            track(Track::Booster).map(|it| it.typical),
            row.boosters,
            "{id}: boosters"
        );
        assert_eq!(
            track(Track::AddedGroup).map(|it| [it.min, it.max]),
            row.added_group,
            "{id}: added group"
        );
        assert_eq!(
            spec.ending.maintenance.value.name(),
            row.maintenance,
            "{id}: maintenance"
        );
    }
}

/// Phases and modules with their sessions, in the words of the table.
fn numbered(spec: &ProtocolSpec) -> Vec<(String, u16, u16)> {
    if !spec.modules.is_empty() {
        return spec
            .modules
            .iter()
            .map(|it| ("module".to_string(), it.from, it.to))
            .collect();
    }
    let numbered = spec.phases.iter().filter_map(|it| {
        it.typical
            .map(|it| it.value)
            .map(|(from, to)| (it, from, to))
    });
    let name = |phase: &PhaseSpec| match (spec.id.as_str(), phase.phase) {
        ("ipsrt" | "ipsrt-bp2", Middle) => "intermediate",
        ("sr", Termination) => "conclusion",
        (_, phase) => phase.name(),
    };
    numbered
        .map(|(phase, from, to)| (name(phase).to_string(), from, to))
        .collect()
}

/// How many areas a patient may choose among: specialisations that are added to the four, and not
/// words for one of them, count.
fn areas(spec: &ProtocolSpec) -> usize {
    const ADDED: &[&str] = &[
        "lost_healthy_self",
        "complicated_pregnancy",
        "therapeutic_transition",
        "caregiver_transition",
        "self_image",
    ];
    let added = spec
        .specialisations
        .iter()
        .filter(|it| ADDED.contains(&it.token.as_str()));
    spec.focus.areas.value.len() + added.count()
}
