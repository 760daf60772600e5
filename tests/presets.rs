//! The presets against the published table, their sources against the bibliography, and their stored copies.

use interpersonal::{
    Basis, Phase, SourceId, Work,
    protocol::{
        Cited, Dose, EndingPolicy, FocusPolicy, InitialPolicy, MaintenanceOffer, MaintenancePolicy, MeasurePolicy,
        MiddlePolicy, Population, Protocol, ProtocolSpec, SafetyPolicy, Span, Stretch, TimingPolicy, WorkPolicy,
        preset,
    },
};

/// A row of the table of published variants.
struct Row {
    id: &'static str,
    sessions: [u16; 3],
    minutes: [u16; 3],
    first: Option<[u16; 3]>,
    weeks: [u16; 3],
    cadence: &'static [[u16; 3]],
    phases: &'static [(Phase, u16, u16)],
    areas: usize,
    foci: u8,
    before: Option<u16>,
    maintenance: MaintenanceOffer,
}

use MaintenanceOffer::{Defining, Optional, Standard};
use Phase::{Assessment, Initial, Maintenance, Middle, Termination};

const ROWS: &[Row] = &[
    Row {
        id: "acute-16",
        sessions: [12, 16, 16],
        minutes: [45, 50, 60],
        first: Some([45, 60, 90]),
        weeks: [12, 16, 20],
        cadence: &[[1, 16, 7]],
        phases: &[(Initial, 1, 3), (Middle, 4, 13), (Termination, 14, 16)],
        areas: 4,
        foci: 2,
        before: None,
        maintenance: Optional,
    },
    Row {
        id: "uk-16",
        sessions: [8, 16, 20],
        minutes: [50, 60, 60],
        first: None,
        weeks: [12, 16, 20],
        cadence: &[[1, 16, 7]],
        phases: &[(Initial, 1, 4), (Middle, 5, 12), (Termination, 13, 16)],
        areas: 4,
        foci: 2,
        before: None,
        maintenance: Optional,
    },
    Row {
        id: "b-8",
        sessions: [8, 8, 8],
        minutes: [45, 50, 60],
        first: None,
        weeks: [8, 8, 12],
        cadence: &[[1, 8, 7]],
        phases: &[(Initial, 1, 2), (Middle, 3, 7), (Termination, 8, 8)],
        areas: 3,
        foci: 1,
        before: Some(1),
        maintenance: Optional,
    },
    Row {
        id: "sr",
        sessions: [6, 12, 20],
        minutes: [45, 50, 60],
        first: None,
        weeks: [8, 16, 26],
        cadence: &[[1, 10, 7], [11, 12, 14]],
        phases: &[(Initial, 1, 2), (Middle, 3, 11), (Termination, 12, 12)],
        areas: 3,
        foci: 2,
        before: None,
        maintenance: Standard,
    },
    Row {
        id: "ptsd-14",
        sessions: [14, 14, 14],
        minutes: [50, 50, 60],
        first: None,
        weeks: [14, 14, 18],
        cadence: &[[1, 14, 7]],
        phases: &[(Initial, 1, 3), (Middle, 4, 11), (Termination, 12, 14)],
        areas: 3,
        foci: 2,
        before: None,
        maintenance: Optional,
    },
    Row {
        id: "late-life",
        sessions: [12, 16, 20],
        minutes: [45, 50, 60],
        first: None,
        weeks: [12, 16, 24],
        cadence: &[[1, 16, 7]],
        phases: &[(Initial, 1, 3), (Middle, 4, 13), (Termination, 14, 16)],
        areas: 4,
        foci: 2,
        before: None,
        maintenance: Standard,
    },
    Row {
        id: "pp-12",
        sessions: [12, 12, 12],
        minutes: [50, 60, 60],
        first: None,
        weeks: [12, 12, 16],
        cadence: &[[1, 12, 7]],
        phases: &[(Initial, 1, 3), (Middle, 4, 9), (Termination, 10, 12)],
        areas: 4,
        foci: 2,
        before: None,
        maintenance: Optional,
    },
    Row {
        id: "fb-14",
        sessions: [14, 14, 14],
        minutes: [45, 50, 60],
        first: None,
        weeks: [14, 14, 18],
        cadence: &[[1, 14, 7]],
        phases: &[(Initial, 1, 5), (Middle, 6, 11), (Termination, 12, 14)],
        areas: 4,
        foci: 2,
        before: None,
        maintenance: Optional,
    },
    Row {
        id: "maint-07m",
        sessions: [24, 24, 24],
        minutes: [45, 50, 60],
        first: None,
        weeks: [104, 104, 104],
        cadence: &[[1, 24, 30]],
        phases: &[(Maintenance, 1, 24)],
        areas: 4,
        foci: 4,
        before: None,
        maintenance: Defining,
    },
];

fn numbers(span: Cited<Span>) -> [u16; 3] {
    let Span { min, typical, max } = span.value;
    [min, typical, max]
}

#[test]
fn each_preset_reproduces_its_row_of_the_published_table() {
    assert_eq!(ROWS.len(), preset::ALL.len());
    for (row, preset) in ROWS.iter().zip(preset::ALL) {
        let spec = preset.spec();
        assert_eq!(spec.id.as_str(), row.id);
        assert_eq!(numbers(spec.dose.sessions), row.sessions, "{}: sessions", row.id);
        assert_eq!(numbers(spec.dose.minutes), row.minutes, "{}: minutes", row.id);
        assert_eq!(spec.dose.first_minutes.map(numbers), row.first, "{}: minutes of the first session", row.id);
        assert_eq!(numbers(spec.dose.weeks), row.weeks, "{}: weeks", row.id);
        let cadence = |stretch: &Stretch| {
            assert_eq!(stretch.sessions, 1, "{}: sessions of a stretch", row.id);
            [stretch.from, stretch.to, stretch.days]
        };
        assert_eq!(spec.cadence.iter().map(cadence).collect::<Vec<_>>(), row.cadence, "{}: cadence", row.id);
        let phases = spec.phases.iter().filter_map(|it| it.typical.map(|(first, last)| (it.phase, first, last)));
        assert_eq!(phases.collect::<Vec<_>>(), row.phases, "{}: phases", row.id);
        assert_eq!(spec.focus.areas.value.len(), row.areas, "{}: areas", row.id);
        assert_eq!(spec.focus.max_active.value, row.foci, "{}: focus items", row.id);
        assert_eq!(spec.tracks.first().map(|track| track.sessions.value.typical), row.before, "{}: before", row.id);
        assert_eq!(spec.ending.maintenance.value, row.maintenance, "{}: maintenance", row.id);
    }
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

/// Every source that a specification names, with where it stands. Taken apart in full: what is added does not compile until it
/// is looked at here.
fn sources(spec: &ProtocolSpec) -> Vec<(&'static str, SourceId, Basis)> {
    let mut found = Vec::new();
    macro_rules! cited {
        ($group:expr => $Type:ident { $($field:ident),+ $(; but $($plain:ident),+)? }) => {{
            let $Type { $($field,)+ $($($plain: _,)+)? } = $group;
            $(found.push((stringify!($field), $field.source, $field.basis));)+
        }};
    }
    macro_rules! listed {
        ($($list:ident),+) => { $(found.extend($list.iter().map(|it| (stringify!($list), it.source, it.basis)));)+ };
    }
    let ProtocolSpec {
        id: _,
        version: _,
        title: _,
        parent: _,
        format: _,
        phases: _,
        population,
        indications,
        dose,
        cadence: _,
        tracks,
        focus,
        specialisations,
        initial,
        middle,
        ending,
        maintenance,
        safety,
        timing,
        measurement,
        measures,
        work,
        proscribed,
        tasks,
        participants,
        adjustments,
        sources: _,
    } = spec;
    cited!(*population => Population { remission_at_entry; but age_min, age_max });
    cited!(*dose => Dose { sessions, minutes, weeks, time_frames; but first_minutes });
    cited!(*focus => FocusPolicy {
        areas, max_active, advised, grief_requires_death, deficits_last_resort, secondary_share, off_focus_run, onset_window_months
    });
    cited!(*initial => InitialPolicy {
        sessions_usual, sessions_most, tasks, sick_role, inventory_min, frame_by_session, contract_terms
    });
    cited!(*middle => MiddlePolicy {
        incident_run, affect_by, stage_by, analysis_by, explored_by, acting_by, settled_by, changes_max, unmentioned_run,
        crisis_share, joint_max
    });
    cited!(*maintenance => MaintenancePolicy { interval_days, off_focus_run });
    cited!(*safety => SafetyPolicy { close_days, enquiry_run });
    cited!(*ending => EndingPolicy {
        sessions_min, sessions_min_early, sessions_max, announce_note_below, announce_warn_below, tasks, completion, maintenance,
        maintenance_with_all, settled_sessions, final_score_within, outreach_min
    });
    cited!(*timing => TimingPolicy {
        gap_note, gap_warn, gap_break, gap_min_days, twice_weekly, taper, overrun_weeks, overrun_most, extensions_max,
        extension_sessions_max, pace_gaps, pace_fast, outreach_after, outreach_days, missed_run, silence_days, decision_days, early_session, early_outreach_days, planned_end_weeks,
        late_entry_days, prescriber_days
    });
    cited!(*measurement => MeasurePolicy { max_gap, review_by, review_response });
    cited!(*work => WorkPolicy {
        between_sessions, proscribed_error_from, contact_minutes_min, medication, supervision_gap, supervised_share,
        adherence_min, waivers_max
    });
    found.extend(population.age_min.map(|age| ("age_min", age.source, age.basis)));
    found.extend(population.age_max.map(|age| ("age_max", age.source, age.basis)));
    found.extend(dose.first_minutes.map(|first| ("first_minutes", first.source, first.basis)));
    found.extend(tracks.iter().map(|track| ("tracks", track.sessions.source, track.sessions.basis)));
    listed!(indications, specialisations, measures, proscribed, tasks, participants, adjustments);
    found
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
