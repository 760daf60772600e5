//! What is wrong with a protocol is told in plain words: where, what was found, what it must be.

use interpersonal::{
    measure::InstrumentId,
    protocol::{EntryScore, Level, Protocol, ProtocolSpec, Span, TechniqueSpec, preset::ACUTE_16},
    source::{Basis, SourceId},
    vocabulary::Technique,
};

use super::{
    faults::{EDITS, MORE},
    plain::assert_plain,
};

#[test]
fn what_once_read_as_a_riddle_says_what_was_found_and_what_it_must_be() {
    let (source, basis) = (SourceId::DESIGN.whole(), Basis::Design);
    let mut spec = ProtocolSpec {
        id: "our-clinic".parse().unwrap(),
        ..ACUTE_16.spec().clone()
    };
    spec.dose.sessions.value = Span::new(16, 16, 12);
    let instrument = InstrumentId::from_static("phq-9");
    spec.entry_scores = vec![EntryScore {
        instrument,
        min: Some(15),
        max: Some(9),
        firm: true,
        source,
        basis,
    }]
    .into();
    let role_play = |level| TechniqueSpec {
        technique: Technique::RolePlay,
        level,
        source,
        basis,
    };
    spec.techniques = vec![role_play(Level::Should), role_play(Level::MustNot)].into();
    assert_eq!(
        Protocol::new(spec).unwrap_err().to_string(),
        "the protocol our-clinic contradicts itself:\n\
         - `dose.sessions.value.typical`: the typical number is 16 sessions and the maximum is 12; the typical number must \
         not exceed the maximum\n\
         - `entry_scores[0].min`: the minimum score on `phq-9` is 15 and the maximum is 9; the minimum must not exceed the \
         maximum\n\
         - `techniques[1].level`: the technique `role_play` is listed here as `must_not` and in `techniques[0]` as \
         `should`; a protocol must not ask for what it forbids"
    );
}

#[test]
fn every_fault_is_told_in_plain_words() {
    for (_, edit) in EDITS.iter().chain(MORE) {
        let mut spec = ACUTE_16.spec().clone();
        edit(&mut spec);
        for disagreement in Protocol::new(spec).unwrap_err().disagreements {
            assert_plain(&disagreement.to_string());
        }
    }
}

#[test]
fn an_identifier_that_no_protocol_has_is_answered_with_the_nearest() {
    let told = Protocol::parse("acute_61").unwrap_err().to_string();
    assert_eq!(
        told,
        "`acute_61` is no preset; the nearest are `acute-16`, `acute-12`"
    );
    assert_plain(&told);
    assert!(Protocol::parse(ACUTE_16.id().as_str()).is_ok());
}
