//! What a diagnosis, the screen and an activity mean under one protocol and under another: each
//! says for itself whom it excludes and what it does not do, and takes that over from no other.

use interpersonal::{
    Entry, Fact, ProblemArea, Protocol, Severity,
    protocol::preset::{ACUTE_16, BN_19, IPSRT, PTSD_14},
    record::{
        patient::{DiagnosisMade, DiagnosisRole},
        setting::{ScreenItem, ScreenSet},
    },
    rule::{Conformance, Outcome},
    vocabulary::{DiagnosisCode, Extent, Label, OffModel, OffModelActivity},
};

use crate::{add, codes, edit_facts, edit_session, flawless, of, outcome, report, session_day};

/// A course that follows its protocol, of a patient with a bipolar disorder beside what is treated
/// and without a reason on record for offering the treatment.
fn bipolar_too(protocol: &Protocol) -> Vec<Entry> {
    let mut entries = flawless(protocol, ProblemArea::RoleTransition);
    let diagnosis = DiagnosisMade::new(
        DiagnosisCode::from_static("F31.3"),
        Label::from_static("icd-10"),
    )
    .with_role(DiagnosisRole::Comorbid);
    let first = session_day(&entries, 1);
    add(&mut entries, first, diagnosis);
    edit_facts(&mut entries, |_, fact| {
        if let Fact::SuitabilityDecided(decided) = fact {
            decided.reason = None;
        }
    });
    entries
}

/// The screen found it.
fn screened_bipolar(entries: &mut [Entry]) {
    edit_facts(entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.present = ScreenItem::Bipolar.into();
            screen.absent = ScreenSet::ALL.without(ScreenItem::Bipolar);
        }
    });
}

#[test]
fn under_ptsd_14_a_bipolar_diagnosis_excludes_by_the_screen_and_not_by_the_list_of_acute_16() {
    let found = report(&ACUTE_16, bipolar_too(&ACUTE_16));
    assert_eq!(
        codes(&found),
        ["IPT-271", "IPT-310"],
        "{:#?}",
        found.findings
    );

    let mut entries = bipolar_too(&PTSD_14);
    let found = report(&PTSD_14, entries.clone());
    assert_eq!(outcome(&found, "IPT-271"), Outcome::DoesNotApply);
    let screen = "the screen said no, whatever the protocol excludes";
    assert_eq!(
        codes(&found),
        ["IPT-310"],
        "{screen}: {:#?}",
        found.findings
    );

    screened_bipolar(&mut entries);
    let found = report(&PTSD_14, entries.clone());
    assert!(
        matches!(of(&found, "IPT-017")[..], [finding] if finding.severity == Severity::Error && finding.stands())
    );
    edit_facts(&mut entries, |_, fact| {
        if let Fact::ScreeningDone(screen) = fact {
            screen.specialist_plan = interpersonal::Stated::Done;
        }
    });
    let found = report(&PTSD_14, entries);
    assert_eq!(
        codes(&found),
        [""; 0],
        "a specialist plan covers it: {:#?}",
        found.findings
    );
}

#[test]
fn under_ipsrt_a_bipolar_diagnosis_and_screen_conform() {
    let bipolar = |entry: &Entry| matches!(entry.stated(), Some((_, Fact::DiagnosisMade(made))) if made.code.as_str().starts_with("F31"));
    for &area in ProblemArea::ALL {
        let mut entries = flawless(&IPSRT, area);
        assert!(entries.iter().any(bipolar), "whom it is for");
        screened_bipolar(&mut entries);
        let found = report(&IPSRT, entries);
        assert_eq!(found.conformance, Conformance::Conforms, "{area}");
        assert_eq!(codes(&found), [""; 0], "{area}: {:#?}", found.findings);
        assert!(found.unknown.is_empty(), "{area}: {:#?}", found.unknown);
    }
}

#[test]
fn under_bn_19_talk_of_eating_has_its_place_in_session_2_and_none_in_session_9() {
    let mut entries = flawless(&BN_19, ProblemArea::RoleTransition);
    let talks = |entries: &mut [Entry], session| {
        edit_session(entries, session, |note| {
            note.off_model
                .push(OffModelActivity::new(OffModel::EatingTalk, Extent::Main));
        });
    };
    talks(&mut entries, 2);
    let found = report(&BN_19, entries.clone());
    assert_eq!(codes(&found), [""; 0], "{:#?}", found.findings);
    talks(&mut entries, 9);
    let ninth = session_day(&entries, 9);
    let found = report(&BN_19, entries);
    let on: Vec<_> = of(&found, "IPT-120")
        .iter()
        .map(|finding| (finding.on, finding.severity))
        .collect();
    assert_eq!(
        on,
        [(Some(ninth), Severity::Error)],
        "{:#?}",
        found.findings
    );
}
