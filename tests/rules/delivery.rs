//! How a variant is delivered: what a protocol of its own says, and silence where it says nothing.

use std::{borrow::Cow, sync::LazyLock};

use interpersonal::{
    Entry, Fact, Phase, ProblemArea, Severity, Stated, Topic,
    chrono::NaiveDate,
    protocol::{
        AnchorSpec, Cited, ContactSpec, Dose, Format, GroupEntry, GroupPolicy, Level, ModuleSpec,
        PhaseSpec, Protocol, ProtocolSpec, Span, StepSpec, Stretch, TrackSpec,
        preset::{ACUTE_16, ALL},
    },
    record::{
        FactKind,
        contact::{Anchor, Contact, ContactPurpose, ContactWith, ExternalDate},
        contract::{ContractAmended, TimeFrame},
        ending::EndMode,
        review::{JudgementMade, ReviewHeld, ReviewOption, ReviewOptions},
        session::{Attendance, Modalities, Modality, Session, SessionKind, Track},
        setting::PhaseBegun,
    },
    rule::{Outcome, Status, Value},
    source::{Basis, SourceId},
    testing::exemplar::{Exemplar, postpone},
    vocabulary::{Criterion, Label, ProtocolId},
};

use crate::{
    Case, Proof, at, codes, day, edit_facts, edit_session, flawless, insert, of, outcome, report,
    session_day, start, transition, unreported, without,
};

const fn manual<T: Copy>(value: T) -> Cited<T> {
    Cited::new(value, SourceId::WEISSMAN_2000, Basis::Manual)
}

const fn own(id: &'static str) -> ProtocolId {
    ProtocolId::from_static(id)
}

/// Treatment is over after sixteen weeks.
static CAPPED: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("capped"),
        dose: Dose {
            weeks: manual(Span::new(12, 16, 16)),
            weeks_are_cap: manual(true),
            ..ACUTE_16.spec().dose
        },
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

const fn track(track: Track, level: Level, min: u16, typical: u16, basis: Basis) -> TrackSpec {
    TrackSpec {
        track,
        level,
        sessions: Cited::new(
            Span::new(min, typical, typical),
            match basis {
                Basis::Design => SourceId::DESIGN,
                Basis::Unseen => SourceId::KNOWLEDGE,
                _ => SourceId::WEISSMAN_2000,
            },
            basis,
        ),
        minutes: None,
    }
}

/// With sessions before, in the middle of, beside and after the main track, all of them
/// indispensable.
static TRACKS: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("tracks"),
        tracks: Cow::Owned(vec![
            track(Track::PreTreatment, Level::Must, 2, 2, Basis::Manual),
            track(Track::MidTreatment, Level::Must, 1, 1, Basis::Manual),
            track(Track::PostTreatment, Level::Must, 1, 1, Basis::Manual),
            track(Track::Booster, Level::Must, 2, 2, Basis::Manual),
            track(Track::FollowUp, Level::May, 1, 1, Basis::Manual),
        ]),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

/// The same, from no published source.
static UNSEEN_TRACKS: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("unseen-tracks"),
        tracks: Cow::Owned(vec![
            track(Track::PreTreatment, Level::Must, 2, 2, Basis::Unseen),
            track(Track::MidTreatment, Level::Must, 1, 1, Basis::Design),
            track(Track::PostTreatment, Level::Must, 1, 1, Basis::Unseen),
            track(Track::Booster, Level::Should, 2, 2, Basis::Manual),
        ]),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

/// Sessions beside the main track that are left open.
static OPEN_TRACKS: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("open-tracks"),
        tracks: Cow::Owned(vec![
            track(Track::PreTreatment, Level::May, 1, 1, Basis::Manual),
            track(Track::MidTreatment, Level::May, 1, 1, Basis::Manual),
            track(Track::PostTreatment, Level::May, 1, 1, Basis::Manual),
            track(Track::Booster, Level::May, 1, 1, Basis::Manual),
        ]),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

const fn phase(
    phase: Phase,
    typical: Option<Cited<(u16, u16)>>,
    ends_on: Option<Cited<Criterion>>,
) -> PhaseSpec {
    PhaseSpec {
        phase,
        label: Cow::Borrowed("A phase"),
        typical,
        optional: typical.is_none(),
        ends_on,
    }
}

const JUDGED_PHASES: &[PhaseSpec] = &[
    phase(Phase::Assessment, None, None),
    phase(Phase::Initial, Some(Cited::design((1, 3))), None),
    phase(
        Phase::Middle,
        Some(Cited::design((4, 13))),
        Some(manual(Criterion::STABILISED)),
    ),
    phase(Phase::Termination, Some(Cited::design((14, 16))), None),
    phase(Phase::Concluded, None, None),
];

/// The middle phase ends when the patient is stable.
static JUDGED: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("judged"),
        phases: Cow::Borrowed(JUDGED_PHASES),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

const fn module(token: &'static str, from: u16, to: u16) -> ModuleSpec {
    ModuleSpec {
        token: Label::from_static(token),
        label: Cow::Borrowed(token),
        phase: Phase::Middle,
        from,
        to,
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

const LISTED: &[ModuleSpec] = &[
    module("loss", 4, 6),
    module("people", 7, 9),
    module("outlook", 10, 13),
];

static MODULES: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("modules"),
        modules: Cow::Borrowed(LISTED),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

const fn group(entry: GroupEntry, late_until: Option<Cited<u16>>) -> GroupPolicy {
    GroupPolicy {
        members: Cited::design(Span::new(4, 6, 8)),
        facilitators: Cited::design(Span::new(1, 2, 2)),
        entry: Cited::design(entry),
        late_until,
    }
}

static CLOSED: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("closed"),
        format: Format::Group,
        group: Some(group(GroupEntry::Closed, None)),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

static LATE: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("late"),
        format: Format::Group,
        group: Some(group(GroupEntry::Late, Some(Cited::design(3)))),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

static ROLLING: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("rolling"),
        format: Format::Group,
        group: Some(group(GroupEntry::Rolling, None)),
        modules: Cow::Borrowed(LISTED),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

/// The middle phase is to be over when the child is born.
static ANCHORED: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("anchored"),
        anchors: Cow::Owned(vec![AnchorSpec {
            anchor: Anchor::Birth,
            over: Phase::Middle,
            source: SourceId::DESIGN.whole(),
            basis: Basis::Design,
        }]),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

const RESPONSE: Criterion = Criterion::from_static("response");

const fn step(by_session: Option<u16>, by_week: Option<u16>) -> StepSpec {
    StepSpec {
        criterion: RESPONSE,
        label: Cow::Borrowed("Whether to add medication"),
        by_session,
        by_week,
        options: ReviewOptions::of(&[ReviewOption::AddMedication]),
        source: SourceId::DESIGN.whole(),
        basis: Basis::Design,
    }
}

const BY_SESSION: &[StepSpec] = &[step(Some(6), None)];
const BY_WEEK: &[StepSpec] = &[step(None, Some(4))];

static STEPPED: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("stepped"),
        steps: Cow::Borrowed(BY_SESSION),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

static STEPPED_IN_WEEKS: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("stepped-in-weeks"),
        steps: Cow::Borrowed(BY_WEEK),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

/// Two sessions a week at first, then one.
static TWO_STRETCHES: LazyLock<Protocol> = LazyLock::new(|| {
    Protocol::new(ProtocolSpec {
        id: own("two-stretches"),
        cadence: Cow::Owned(vec![
            Stretch {
                from: 1,
                to: 5,
                sessions: 2,
                days: 7,
                source: SourceId::DESIGN.whole(),
                basis: Basis::Design,
            },
            Stretch {
                from: 6,
                to: 16,
                sessions: 1,
                days: 7,
                source: SourceId::DESIGN.whole(),
                basis: Basis::Design,
            },
        ]),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
});

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of(
        "IPT-251",
        Severity::Error,
        || under(&CAPPED),
        |case| later_by(case, 9),
    )
    .silent(Topic::Sessions),
    Proof::of(
        "IPT-254",
        Severity::Error,
        || under(&TRACKS),
        |case| never_held(case, Track::PreTreatment),
    )
    .silent(Topic::Sessions)
    .says(&[("few", |case| one_less(case, Track::PreTreatment))]),
    Proof::of(
        "IPT-257",
        Severity::Error,
        || under(&TRACKS),
        |case| never_held(case, Track::Booster),
    )
    .silent(Topic::Sessions)
    .says(&[
        ("few", |case| one_less(case, Track::Booster)),
        ("never_midway", |case| never_held(case, Track::MidTreatment)),
        ("few_midway", |case| {
            held_on_day(case, Track::MidTreatment, day(106));
        }),
    ]),
    Proof::of(
        "IPT-259",
        Severity::Warning,
        || stable(true),
        |case| *case = stable(false),
    )
    .silent(Topic::Measures)
    .says(&[("judged_otherwise", |case| {
        *case = stable(false);
        case.add(day(84), JudgementMade::new(Criterion::STABILISED, false));
    })]),
    Proof::of(
        "IPT-260",
        Severity::Warning,
        || in_modules(&MODULES, &[(21, "loss"), (42, "people"), (63, "outlook")]),
        |case| *case = in_modules(&MODULES, &[(21, "loss"), (42, "outlook")]),
    )
    .silent(Topic::Agreements)
    .says(&[
        ("back", |case| {
            *case = in_modules(&MODULES, &[(21, "loss"), (42, "people"), (63, "loss")]);
        }),
        ("other_phase", |case| {
            let begun =
                PhaseBegun::new(Phase::Termination).with_module(Label::from_static("outlook"));
            case.add(day(91), begun);
        }),
        ("unknown", |case| {
            *case = in_modules(&MODULES, &[(21, "loss"), (42, "something_else")]);
        }),
        ("first_skipped", |case| {
            *case = in_modules(&MODULES, &[(21, "people")]);
        }),
    ]),
    Proof::of(
        "IPT-261",
        Severity::Warning,
        || under(&CLOSED),
        |case| joins_in(case, 2),
    )
    .silent(Topic::Sessions)
    .says(&[
        ("joined_within", |case| {
            *case = under(&LATE);
            joins_in(case, 3);
        }),
        ("unnumbered", unnumbered),
    ]),
    Proof::of("IPT-262", Severity::Warning, transition, |case| {
        online(case, 6..=14);
    })
    .silent(Topic::Sessions)
    .says(&[("some", |case| online(case, 6..=7))]),
    Proof::of(
        "IPT-263",
        Severity::Note,
        || born(90),
        |case| *case = born(80),
    )
    .silent(Topic::Agreements)
    .says(&[
        ("moved", |case| *case = moved()),
        ("undated", |case| *case = undated()),
    ]),
    Proof::of(
        "IPT-264",
        Severity::Warning,
        || responds(true),
        |case| unjudged(case, RESPONSE),
    )
    .silent(Topic::Measures)
    .says(&[("nothing_followed", |case| *case = responds(false))]),
];

/// A course that follows a protocol to the letter.
fn under(protocol: &'static Protocol) -> Case {
    Case::new(protocol, flawless(protocol, ProblemArea::RoleTransition))
}

/// Some gaps are longer by three days each.
fn later_by(case: &mut Case, days: i64) {
    for n in (6..).step_by(3).take(usize::try_from(days / 3).unwrap()) {
        let from = session_day(&case.entries, n);
        postpone(&mut case.entries, from, 3);
    }
}

fn is_on(entry: &Entry, track: Track) -> bool {
    matches!(entry.stated(), Some((_, Fact::Session(note))) if note.track == track)
}

fn never_held(case: &mut Case, track: Track) {
    case.entries.retain(|entry| !is_on(entry, track));
}

/// One session of a track less.
fn one_less(case: &mut Case, track: Track) {
    let first = case
        .entries
        .iter()
        .position(|entry| is_on(entry, track))
        .unwrap();
    case.entries.remove(first);
}

/// The first session of a track on another day.
fn held_on_day(case: &mut Case, track: Track, on: NaiveDate) {
    let first = case
        .entries
        .iter()
        .position(|entry| is_on(entry, track))
        .unwrap();
    let (_, note) = case.entries[first].stated().unwrap();
    let moved = at(on, note.clone());
    case.entries.remove(first);
    insert(&mut case.entries, moved);
}

/// These sessions are held in writing, which the protocol does not provide for.
fn online(case: &mut Case, sessions: impl IntoIterator<Item = usize>) {
    for n in sessions {
        edit_session(&mut case.entries, n, |note| {
            note.modality = Modality::Online.into();
        });
    }
}

/// Notes without the number of the group's session.
fn unnumbered(case: &mut Case) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.group_number = None;
        }
    });
}

/// Takes out every judgement of a criterion: an exemplary course has those that its protocol asks
/// for.
fn unjudged(case: &mut Case, criterion: Criterion) {
    case.entries.retain(|entry| {
        !matches!(entry.stated(), Some((_, Fact::JudgementMade(judgement))) if judgement.criterion == criterion)
    });
}

/// The ending begins with session 14, on day 91; a week before, the patient was judged stable or
/// not at all.
fn stable(judged: bool) -> Case {
    let mut case = under(&JUDGED);
    unjudged(&mut case, Criterion::STABILISED);
    if judged {
        case.add(day(84), JudgementMade::new(Criterion::STABILISED, true));
    }
    case
}

/// The modules of an exemplary course in place of those that its protocol lists.
fn in_modules(protocol: &'static Protocol, modules: &[(u64, &'static str)]) -> Case {
    let mut case = under(protocol);
    case.entries
        .retain(|entry| !matches!(entry.stated(), Some((_, Fact::PhaseBegun(begun))) if begun.module.is_some()));
    for &(on, module) in modules {
        case.add(
            day(on),
            PhaseBegun::new(Phase::Middle).with_module(Label::from_static(module)),
        );
    }
    case
}

/// The group's number of the member's first session.
fn joins_in(case: &mut Case, number: u16) {
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Session(note) = fact {
            note.group_number = note.group_number.map(|own| own + number - 1);
        }
    });
}

/// No date of the birth is on record.
fn undated() -> Case {
    let mut case = under(&ANCHORED);
    without(&mut case.entries, FactKind::ExternalDate);
    case
}

/// A birth on a day, expected since the beginning.
fn born(on: u64) -> Case {
    let mut case = undated();
    case.add(day(0), ExternalDate::new(Anchor::Birth, day(on)));
    case
}

/// In mid-course the day of the birth moves.
fn moved() -> Case {
    let mut case = born(200);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on < day(42)));
    case.add(day(41), ExternalDate::new(Anchor::Birth, day(80)));
    case
}

/// Nobody judged whether the patient responds.
fn unasked(protocol: &'static Protocol) -> Case {
    let mut case = under(protocol);
    unjudged(&mut case, RESPONSE);
    case
}

/// On the day of the sixth session it is judged whether the patient responds.
fn responds(met: bool) -> Case {
    let mut case = unasked(&STEPPED);
    case.add(day(35), JudgementMade::new(RESPONSE, met));
    case
}

fn weights(case: &Case, code: &'static str) -> Vec<Severity> {
    of(&report(case.protocol, case.entries.clone()), code)
        .iter()
        .map(|found| found.severity)
        .collect()
}

fn asked(case: &Case, code: &'static str) -> Outcome {
    outcome(&report(case.protocol, case.entries.clone()), code)
}

const BLOCK: [&str; 9] = [
    "IPT-251", "IPT-254", "IPT-257", "IPT-259", "IPT-260", "IPT-261", "IPT-262", "IPT-263",
    "IPT-264",
];

#[test]
fn where_a_protocol_says_nothing_its_rules_do_not_apply() {
    let report = report(&ACUTE_16, transition().entries);
    for code in BLOCK {
        let expected = if code == "IPT-262" {
            Outcome::Holds
        } else {
            Outcome::DoesNotApply
        };
        assert_eq!(outcome(&report, code), expected, "{code}");
    }
}

#[test]
fn a_course_that_follows_a_variant_has_no_findings() {
    for protocol in [
        &CAPPED,
        &TRACKS,
        &UNSEEN_TRACKS,
        &OPEN_TRACKS,
        &JUDGED,
        &MODULES,
        &CLOSED,
        &LATE,
        &ROLLING,
        &ANCHORED,
        &STEPPED,
        &STEPPED_IN_WEEKS,
        &TWO_STRETCHES,
    ] {
        let report = report(protocol, flawless(protocol, ProblemArea::RoleTransition));
        assert_eq!(
            codes(&report),
            [""; 0],
            "{}: {:#?}",
            protocol.id(),
            report.findings
        );
        assert!(
            report.unknown.is_empty(),
            "{}: {:#?}",
            protocol.id(),
            report.unknown
        );
    }
}

#[test]
fn no_preset_has_a_finding_of_the_block_for_its_exemplar() {
    for &protocol in ALL {
        let report = report(
            protocol,
            Exemplar::new(protocol, ProblemArea::RoleTransition, start()).entries(),
        );
        let found: Vec<_> = BLOCK
            .iter()
            .filter(|code| outcome(&report, code) == Outcome::Found)
            .collect();
        assert!(found.is_empty(), "{}: {found:?}", protocol.id());
    }
}

#[test]
fn sixteen_weeks_end_with_their_last_day() {
    let case = |days| {
        let mut case = under(&CAPPED);
        let last = session_day(&case.entries, 16);
        later_by(&mut case, 6);
        postpone(&mut case.entries, last + chrono::Days::new(6), days);
        case
    };
    assert_eq!(asked(&case(1), "IPT-251"), Outcome::Holds);
    assert_eq!(weights(&case(2), "IPT-251"), [Severity::Error]);
}

#[test]
fn what_was_agreed_covers_sessions_beyond_the_weeks() {
    let mut case = under(&CAPPED);
    later_by(&mut case, 9);
    let amended =
        || ContractAmended::new().with_frame(Some(TimeFrame::SessionsWithinWeeks(16, 20)));
    let mut before = case.clone();
    before.add(day(70), amended().with_patient_agreed(Stated::Done));
    assert_eq!(asked(&before, "IPT-251"), Outcome::Holds);
    unreported(&mut case.entries, Topic::Agreements);
    assert_eq!(asked(&case, "IPT-251"), Outcome::CannotTell);
}

#[test]
fn a_session_given_to_a_crisis_is_not_held_against_the_weeks() {
    let mut case = under(&CAPPED);
    later_by(&mut case, 9);
    edit_session(&mut case.entries, 16, |note| {
        note.kind = SessionKind::Crisis;
    });
    assert!(weights(&case, "IPT-251").is_empty());
}

#[test]
fn an_overrun_beyond_the_weeks_is_found_once() {
    for days in [30, 90] {
        let mut case = under(&CAPPED);
        postpone(&mut case.entries, day(35), days);
        let found = report(&CAPPED, case.entries);
        assert_eq!(of(&found, "IPT-251").len(), 1);
        assert_eq!(outcome(&found, "IPT-162"), Outcome::DoesNotApply);
    }
}

#[test]
fn spacing_is_asked_stretch_by_stretch() {
    // In the first stretch a session follows every three days or so, in the second every seven.
    let course = || under(&TWO_STRETCHES);
    let spacing = |case: &Case| {
        let found = report(case.protocol, case.entries.clone());
        let stands = |code: &&'static str| !of(&found, code).is_empty();
        ["IPT-156", "IPT-158", "IPT-159", "IPT-160"]
            .into_iter()
            .filter(stands)
            .count()
    };
    assert_eq!(spacing(&course()), 0);
    let mut dense = course();
    for n in [8, 9, 10, 11] {
        let from = session_day(&dense.entries, n);
        postpone(&mut dense.entries, from, -4);
    }
    assert_eq!(
        of(&report(&TWO_STRETCHES, dense.entries), "IPT-160").len(),
        1
    );
    let mut wide = course();
    edit_facts(&mut wide.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.interval_days = None;
        }
    });
    let from = session_day(&wide.entries, 3);
    postpone(&mut wide.entries, from, 4);
    assert_eq!(
        of(&report(&TWO_STRETCHES, wide.entries), "IPT-156").len(),
        1
    );
}

#[test]
fn what_no_published_source_makes_indispensable_is_a_warning() {
    for (code, track) in [
        ("IPT-254", Track::PreTreatment),
        ("IPT-257", Track::MidTreatment),
        ("IPT-257", Track::PostTreatment),
        ("IPT-257", Track::Booster),
    ] {
        let mut case = under(&UNSEEN_TRACKS);
        never_held(&mut case, track);
        assert_eq!(weights(&case, code), [Severity::Warning], "{code}");
        let open = under(&OPEN_TRACKS);
        assert_eq!(asked(&open, code), Outcome::DoesNotApply, "{code}");
    }
}

#[test]
fn too_few_or_too_late_is_a_warning() {
    for (code, track) in [
        ("IPT-254", Track::PreTreatment),
        ("IPT-257", Track::Booster),
    ] {
        let mut case = under(&TRACKS);
        one_less(&mut case, track);
        let found = report(&TRACKS, case.entries);
        let [finding] = of(&found, code)[..] else {
            panic!("{code}: {:#?}", found.findings)
        };
        assert_eq!(finding.severity, Severity::Warning);
        assert!(finding.to_string().contains("1 of 2"), "{finding}");
    }
    let mut case = under(&TRACKS);
    held_on_day(&mut case, Track::PreTreatment, day(1));
    let found = report(&TRACKS, case.entries.clone());
    let [finding] = of(&found, "IPT-254")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert!(
        matches!(finding.status, Status::Remedied { .. }) && finding.severity == Severity::Warning
    );
    let mut case = under(&TRACKS);
    held_on_day(&mut case, Track::PreTreatment, day(0));
    assert_eq!(
        asked(&case, "IPT-254"),
        Outcome::Holds,
        "on the day of the first session"
    );
}

#[test]
fn sessions_beside_are_not_due_while_treatment_runs_or_when_it_broke_off() {
    let mut running = under(&TRACKS);
    running
        .entries
        .retain(|entry| entry.day().is_none_or(|on| on < day(21)));
    let mut broken = under(&TRACKS);
    edit_facts(&mut broken.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.mode = EndMode::DroppedOut;
        }
    });
    broken.entries.retain(|entry| {
        !is_on(entry, Track::MidTreatment)
            && entry
                .stated()
                .is_none_or(|(_, fact)| fact.kind() != FactKind::PhaseBegun)
    });
    for case in [running, broken] {
        assert_eq!(asked(&case, "IPT-257"), Outcome::DoesNotApply);
    }
}

#[test]
fn a_meeting_in_the_middle_that_came_after_the_last_main_session_was_late() {
    let mut case = under(&TRACKS);
    held_on_day(&mut case, Track::MidTreatment, day(106));
    let found = report(&TRACKS, case.entries);
    let [finding] = of(&found, "IPT-257")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert!(
        matches!(finding.status, Status::Remedied { .. }) && finding.severity == Severity::Warning
    );
    assert_eq!(
        finding.to_string(),
        "By the last main session, on 20 April, 0 of 1 meetings that tracks holds in the middle were on record."
    );
}

#[test]
fn the_latest_judgement_before_the_step_counts() {
    let judged = |judgements: &[(u64, bool)]| {
        let mut case = stable(false);
        for &(on, met) in judgements {
            case.add(day(on), JudgementMade::new(Criterion::STABILISED, met));
        }
        let found = report(&JUDGED, case.entries);
        of(&found, "IPT-259")
            .first()
            .map(|finding| (finding.evidence.get("judged"), finding.stands()))
    };
    let on = |after| Some(Value::Day(day(after)));
    assert_eq!(judged(&[(84, true)]), None);
    assert_eq!(judged(&[(91, true)]), None, "on the day of the step");
    assert_eq!(judged(&[(70, false), (84, true)]), None);
    assert_eq!(judged(&[(70, true), (84, false)]), Some((on(84), true)));
    assert_eq!(judged(&[(70, false), (98, true)]), Some((on(70), false)));
    assert_eq!(judged(&[(98, true)]), Some((None, false)));
}

#[test]
fn modules_out_of_order_or_not_of_the_list_are_found() {
    let found =
        |modules: &[(u64, &'static str)]| weights(&in_modules(&MODULES, modules), "IPT-260").len();
    assert_eq!(found(&[(21, "loss"), (42, "people")]), 0);
    assert_eq!(found(&[(21, "loss"), (42, "loss")]), 0, "it goes on");
    assert_eq!(found(&[(21, "loss"), (42, "something_else")]), 1);
    assert_eq!(found(&[(21, "loss"), (42, "people"), (63, "loss")]), 1);
    assert_eq!(found(&[(21, "people")]), 1, "the first was passed over");
    assert_eq!(
        found(&[(21, "loss"), (28, "people")]),
        0,
        "how long it takes is not asked"
    );
    assert_eq!(
        weights(
            &in_modules(&MODULES, &[(21, "loss"), (42, "something_else")]),
            "IPT-260"
        ),
        [Severity::Note]
    );
    assert_eq!(
        asked(&in_modules(&MODULES, &[]), "IPT-260"),
        Outcome::DoesNotApply
    );
    assert_eq!(asked(&under(&MODULES), "IPT-260"), Outcome::Holds);
}

#[test]
fn in_a_group_that_members_join_at_any_time_the_topics_come_round() {
    let found =
        |modules: &[(u64, &'static str)]| weights(&in_modules(&ROLLING, modules), "IPT-260").len();
    assert_eq!(found(&[(21, "people"), (28, "outlook"), (56, "loss")]), 0);
    assert_eq!(found(&[(21, "people"), (42, "loss")]), 1);
}

#[test]
fn a_group_lets_members_in_as_long_as_its_protocol_does() {
    for (protocol, number, expected) in [
        (&CLOSED, 1, Outcome::Holds),
        (&CLOSED, 2, Outcome::Found),
        (&LATE, 1, Outcome::Holds),
        (&LATE, 4, Outcome::Found),
        (&ROLLING, 7, Outcome::DoesNotApply),
    ] {
        let mut case = under(protocol);
        joins_in(&mut case, number);
        assert_eq!(
            asked(&case, "IPT-261"),
            expected,
            "{} {number}",
            protocol.id()
        );
    }
}

/// A member who joins in a session of the group, with a contract for the rest of it.
fn for_the_rest(protocol: &'static Protocol, number: u16, least: u16) -> Case {
    let mut case = under(protocol);
    joins_in(&mut case, number);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(agreed) = fact {
            agreed.frame = TimeFrame::Sessions(least + 1 - number);
        }
    });
    case
}

#[test]
fn who_joins_a_group_late_agrees_on_the_rest_of_it() {
    let least = LATE.spec().dose.sessions.value.min;
    let joined = for_the_rest(&LATE, 3, least);
    assert_eq!(weights(&joined, "IPT-261"), [Severity::Note]);
    assert_eq!(asked(&joined, "IPT-083"), Outcome::Holds);
    let late = for_the_rest(&LATE, 4, least);
    assert_eq!(weights(&late, "IPT-261"), [Severity::Warning]);
    assert_eq!(asked(&late, "IPT-083"), Outcome::Holds);

    // The same contract from the first session on is short, and so is it where each member has a
    // count of their own.
    let mut short = for_the_rest(&LATE, 3, least);
    unnumbered(&mut short);
    assert_eq!(asked(&short, "IPT-083"), Outcome::Found);
    assert_eq!(
        asked(&for_the_rest(&ROLLING, 3, least), "IPT-083"),
        Outcome::Found
    );
}

/// What a protocol holds after treatment, if it also keeps in touch with the patient or does not.
fn in_touch(contacts: bool) -> &'static Protocol {
    static WITH: LazyLock<Protocol> = LazyLock::new(|| after_treatment("in-touch", true));
    static WITHOUT: LazyLock<Protocol> = LazyLock::new(|| after_treatment("not-in-touch", false));
    if contacts { &WITH } else { &WITHOUT }
}

fn after_treatment(id: &'static str, contacts: bool) -> Protocol {
    let patient = ContactSpec {
        with: ContactWith::Patient,
        level: Level::Should,
        source: SourceId::DESIGN.into(),
        basis: Basis::Design,
    };
    Protocol::new(ProtocolSpec {
        id: own(id),
        tracks: Cow::Owned(vec![track(
            Track::PostTreatment,
            Level::Should,
            2,
            2,
            Basis::Manual,
        )]),
        contacts: Cow::Owned(if contacts { vec![patient] } else { Vec::new() }),
        ..ACUTE_16.spec().clone()
    })
    .expect("its parts agree")
}

#[test]
fn contacts_that_a_protocol_keeps_up_count_as_what_it_holds_after_treatment() {
    use ContactPurpose::{FollowUp, Scheduling};

    let with_contacts = |protocol, purposes: [ContactPurpose; 2]| {
        let mut case = under(protocol);
        never_held(&mut case, Track::PostTreatment);
        let closing = case
            .entries
            .iter()
            .position(|entry| matches!(entry.stated(), Some((_, Fact::Closed(_)))));
        let closed = case.entries.remove(closing.expect("it was closed"));
        let (_, closed) = closed.stated().expect("it is a fact");
        let closed = closed.clone();
        for (on, purpose) in [112, 140].into_iter().zip(purposes) {
            let contact = Contact::new(ContactWith::Patient).with_purpose(purpose);
            case.add(day(on), contact);
        }
        case.add(day(150), closed);
        asked(&case, "IPT-257")
    };
    assert_eq!(with_contacts(in_touch(true), [FollowUp; 2]), Outcome::Holds);
    assert_eq!(
        with_contacts(in_touch(true), [FollowUp, Scheduling]),
        Outcome::Found,
        "one of them was about the time"
    );
    assert_eq!(
        with_contacts(in_touch(false), [FollowUp; 2]),
        Outcome::Found,
        "the protocol has no such contacts"
    );
}

#[test]
fn a_member_who_missed_the_first_session_of_the_group_had_joined() {
    let mut case = under(&CLOSED);
    joins_in(&mut case, 2);
    let mut first = Session::new(Attendance::CancelledByPatient);
    case.add(
        day(0),
        first
            .clone()
            .with_phase(Phase::Initial)
            .with_group_number(1),
    );
    let place = case
        .entries
        .iter()
        .rposition(|entry| entry.day() == Some(day(0)))
        .unwrap();
    let missed = case.entries.remove(place);
    let held = case
        .entries
        .iter()
        .position(|entry| is_on(entry, Track::Main))
        .unwrap();
    case.entries.insert(held, missed);
    assert_eq!(asked(&case, "IPT-261"), Outcome::Holds);
    // Without a number it is asked for.
    first.phase = Some(Phase::Initial);
    let fact = interpersonal::course::Content::Fact {
        on: day(0),
        fact: first.into(),
    };
    case.entries[held].content = fact;
    assert_eq!(weights(&case, "IPT-261"), [Severity::Note]);
    unreported(&mut case.entries, Topic::Sessions);
    let asks = report(&CLOSED, case.entries);
    let questions: Vec<_> = asks
        .questions()
        .filter(|it| it.code().as_str() == "IPT-261")
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        questions,
        ["The member's first session was on 5 January. Which session of the group was that?"]
    );
}

#[test]
fn sessions_held_another_way_are_one_note_and_more_than_half_of_them_a_warning() {
    let mut case = transition();
    online(&mut case, [6]);
    edit_session(&mut case.entries, 9, |note| {
        note.modality = Modality::Online.into();
    });
    let found = report(&ACUTE_16, case.entries.clone());
    let [finding] = of(&found, "IPT-262")[..] else {
        panic!("{:#?}", found.findings)
    };
    assert_eq!(finding.severity, Severity::Note);
    assert_eq!(
        finding.to_string(),
        "Of 16 sessions held, 2 were held in a way that acute-16 does not provide for (in writing or by online module), last on 2 March."
    );
    online(&mut case, 1..=8);
    assert_eq!(
        weights(&case, "IPT-262"),
        [Severity::Warning],
        "nine of sixteen"
    );
    for n in 1..=16 {
        edit_session(&mut case.entries, n, |note| {
            note.modality = Modalities::default();
        });
    }
    assert_eq!(asked(&case, "IPT-262"), Outcome::DoesNotApply);
}

#[test]
fn an_event_that_no_date_is_known_of_is_a_note_once_the_middle_phase_began() {
    assert!(weights(&under(&ANCHORED), "IPT-263").is_empty());
    let mut case = undated();
    assert_eq!(weights(&case, "IPT-263"), [Severity::Note]);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on < day(21)));
    assert!(weights(&case, "IPT-263").is_empty());
}

#[test]
fn a_date_that_moved_is_a_note_until_something_is_agreed_anew() {
    let mut case = moved();
    assert_eq!(weights(&case, "IPT-263"), [Severity::Note]);
    let mut kept = case.clone();
    edit_facts(&mut kept.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.ends_on = Some(day(77));
        }
    });
    assert!(weights(&kept, "IPT-263").is_empty());
    let amended = ContractAmended::new()
        .with_ends_on(Some(day(77)))
        .with_patient_agreed(Stated::Done);
    case.add(day(41), amended);
    assert!(weights(&case, "IPT-263").is_empty());
}

#[test]
fn a_phase_that_still_runs_when_the_day_has_passed_is_found_as_days_pass() {
    let mut case = born(50);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on < day(43)));
    assert!(weights(&case, "IPT-263").is_empty(), "the day lies ahead");
    let course = crate::course(&ANCHORED, case.entries);
    let later = interpersonal::rule::Validator::new().validate(&course, day(51));
    assert_eq!(of(&later, "IPT-263").len(), 1);
}

#[test]
fn a_judgement_after_the_session_of_the_step_is_late() {
    let mut case = unasked(&STEPPED);
    case.add(day(36), JudgementMade::new(RESPONSE, true));
    let found = report(&STEPPED, case.entries);
    assert!(matches!(of(&found, "IPT-264")[..], [finding] if !finding.stands()));
}

#[test]
fn a_step_by_the_week_is_due_when_the_week_is_over() {
    assert_eq!(asked(&under(&STEPPED_IN_WEEKS), "IPT-264"), Outcome::Holds);
    let mut case = unasked(&STEPPED_IN_WEEKS);
    assert_eq!(weights(&case, "IPT-264"), [Severity::Warning]);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on <= day(28)));
    assert_eq!(asked(&case, "IPT-264"), Outcome::DoesNotApply);
}

#[test]
fn where_the_answer_is_no_an_option_is_recorded() {
    let mut case = responds(false);
    case.entries
        .retain(|entry| entry.day().is_none_or(|on| on <= day(35)));
    assert!(
        weights(&case, "IPT-264").is_empty(),
        "it may take until the next session"
    );
    let mut case = responds(false);
    assert_eq!(weights(&case, "IPT-264"), [Severity::Note]);
    let option = ReviewOptions::of(&[ReviewOption::AddMedication]);
    case.add(day(35), ReviewHeld::new().with_options(option));
    assert_eq!(asked(&case, "IPT-264"), Outcome::Holds);
}
