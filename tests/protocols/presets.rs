//! The presets: their sources against the bibliography, their labels and order, and their stored
//! copies.

use Phase::{Assessment, Maintenance, Middle, Termination};
use interpersonal::{
    Phase,
    protocol::{Protocol, ProtocolSpec, preset},
    source::{Basis, SourceId, Work},
};

#[test]
fn a_preset_is_found_by_its_identifier() {
    for preset in preset::ALL {
        assert!(Protocol::get(preset.id()).is_some_and(|found| core::ptr::eq(found, *preset)));
        let parent = preset.spec().parent.map(Protocol::get);
        assert_ne!(
            parent,
            Some(None),
            "{}: the parent is a preset",
            preset.id()
        );
    }
    assert!(Protocol::parse("acute-17").is_err());
}

fn sources(spec: &ProtocolSpec) -> Vec<(String, SourceId, Basis)> {
    spec.parameters()
        .into_iter()
        .map(|it| (it.path, it.source.work, it.basis))
        .collect()
}

#[test]
fn every_parameter_cites_a_work_of_the_bibliography() {
    for preset in preset::ALL {
        for (what, source, _) in sources(preset.spec()) {
            assert!(
                Work::get(source).is_some(),
                "{}: {what} cites {source}",
                preset.id()
            );
        }
        for &source in &*preset.spec().sources {
            assert!(Work::get(source).is_some(), "{}: {source}", preset.id());
            assert!(
                source != SourceId::DESIGN && source != SourceId::KNOWLEDGE,
                "{}: {source}",
                preset.id()
            );
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
            assert!(
                expected,
                "{}: {what} stands on {source} as {basis}",
                preset.id()
            );
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
            assert!(
                named,
                "{}: {what} stands on {source} as {basis}",
                preset.id()
            );
        }
    }
}

#[test]
fn no_participant_or_declared_task_is_an_error_by_a_source_that_was_not_read() {
    use interpersonal::protocol::Level;

    let fb = preset::FB_14.spec();
    assert!(
        fb.tasks
            .iter()
            .all(|task| task.level == Level::Should && task.basis.is_published())
    );
    let [parent] = &*fb.participants else {
        panic!("a parent and nobody else")
    };
    assert_eq!((parent.level, parent.basis), (Level::Must, Basis::Unseen));
}

#[test]
fn each_preset_has_labels_of_its_own_for_each_phase() {
    for preset in preset::ALL {
        let mut labels: Vec<_> = preset.spec().phases.iter().map(|it| &it.label).collect();
        labels.sort();
        labels.dedup();
        assert_eq!(
            labels.len(),
            preset.spec().phases.len(),
            "{}: a label stands twice",
            preset.id()
        );
    }
    assert_eq!(
        preset::SR.label(Termination),
        "Conclusion of acute treatment"
    );
    assert_eq!(preset::ACUTE_16.label(Termination), "Termination");
}

#[test]
fn maintenance_follows_assessment_only_where_it_is_the_treatment() {
    assert!(preset::MAINT_07M.follows(Assessment, Maintenance));
    assert!(!preset::MAINT_07M.follows(Assessment, Middle));
    assert!(!preset::SR.follows(Assessment, Maintenance));
    assert!(
        !preset::MAINT_07M.follows(Middle, Maintenance),
        "a phase that the protocol does not have"
    );
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
        assert_eq!(
            &ciborium::from_reader::<Protocol, _>(&*cbor).unwrap(),
            *preset
        );
    }
}
