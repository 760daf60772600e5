//! IPT-250, IPT-251, IPT-253 to IPT-266: what a protocol of its own says, and silence where it says nothing.

use std::borrow::Cow;

use interpersonal::{
    Basis, Criterion, Entry, Fact, FactKind, Label, Phase, ProblemArea, ProtocolId, Severity, SourceId, Stated,
    Strategy, Topic,
    exemplar::{Exemplar, postpone},
    protocol::{
        AnchorSpec, Cited, Dose, EndingPolicy, Format, GroupEntry, GroupPolicy, Level, ModuleSpec, PhaseSpec, Protocol,
        ProtocolSpec, Span, StepSpec, Stretch, TimingPolicy, TrackSpec,
        preset::{ACUTE_16, ACUTE_16_SPEC, ALL, B_8},
    },
    record::{
        contact::{Anchor, ExternalDate, OutreachMade},
        contract::{ContractAmended, TimeFrame, TimeFrameKinds},
        ending::EndMode,
        review::{JudgementMade, ReviewHeld, ReviewOption, ReviewOptions},
        session::{Attendance, Modality, Session, SessionKind, Track},
        setting::PhaseBegun,
    },
    rule::{Outcome, Status},
};

use crate::{
    Case, Proof, at, codes, day, edit_facts, edit_session, flawless, insert, of, outcome, report, session_day, start,
    transition, unreported, without,
};

const fn manual<T: Copy>(value: T) -> Cited<T> {
    Cited::new(value, SourceId::DESIGN, Basis::Manual)
}

const fn own(id: &'static str) -> ProtocolId {
    ProtocolId::from_static(id)
}

/// Weeks are a frame that the protocol allows; how many sessions they hold is published.
static FLOATS: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("floats"),
    dose: Dose {
        sessions: manual(Span::new(12, 16, 16)),
        time_frames: Cited::design(TimeFrameKinds::ALL),
        ..ACUTE_16_SPEC.dose
    },
    ..ACUTE_16_SPEC
});

/// Treatment is over after sixteen weeks.
static CAPPED: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("capped"),
    dose: Dose { weeks: manual(Span::new(12, 16, 16)), weeks_are_cap: manual(true), ..ACUTE_16_SPEC.dose },
    ..ACUTE_16_SPEC
});

const fn track(track: Track, level: Level, min: u16, typical: u16, basis: Basis) -> TrackSpec {
    TrackSpec {
        track,
        level,
        sessions: Cited::new(Span::new(min, typical, typical), SourceId::DESIGN, basis),
        minutes: None,
    }
}

/// With sessions before, in the middle of, beside and after the main track, all of them indispensable.
static TRACKS: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("tracks"),
    tracks: Cow::Borrowed(&[
        track(Track::PreTreatment, Level::Must, 2, 2, Basis::Manual),
        track(Track::MidTreatment, Level::Must, 1, 1, Basis::Manual),
        track(Track::PostTreatment, Level::Must, 1, 1, Basis::Manual),
        track(Track::Booster, Level::Must, 2, 2, Basis::Manual),
        track(Track::FollowUp, Level::May, 1, 1, Basis::Manual),
    ]),
    ..ACUTE_16_SPEC
});

/// The same, from no published source.
static UNSEEN_TRACKS: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("unseen-tracks"),
    tracks: Cow::Borrowed(&[
        track(Track::PreTreatment, Level::Must, 2, 2, Basis::Unseen),
        track(Track::MidTreatment, Level::Must, 1, 1, Basis::Design),
        track(Track::PostTreatment, Level::Must, 1, 1, Basis::Unseen),
        track(Track::Booster, Level::Should, 2, 2, Basis::Manual),
    ]),
    ..ACUTE_16_SPEC
});

/// Sessions beside the main track that are left open.
static OPEN_TRACKS: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("open-tracks"),
    tracks: Cow::Borrowed(&[
        track(Track::PreTreatment, Level::May, 1, 1, Basis::Manual),
        track(Track::MidTreatment, Level::May, 1, 1, Basis::Manual),
        track(Track::PostTreatment, Level::May, 1, 1, Basis::Manual),
        track(Track::Booster, Level::May, 1, 1, Basis::Manual),
    ]),
    ..ACUTE_16_SPEC
});

/// No session more or less than usual in a phase.
static STRICT: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("strict"),
    timing: TimingPolicy { phase_tolerance: Cited::design(0), ..ACUTE_16_SPEC.timing },
    ..ACUTE_16_SPEC
});

const fn phase(phase: Phase, typical: Option<Cited<(u16, u16)>>, ends_on: Option<Cited<Criterion>>) -> PhaseSpec {
    PhaseSpec { phase, label: Cow::Borrowed("A phase"), typical, optional: typical.is_none(), ends_on }
}

const JUDGED_PHASES: &[PhaseSpec] = &[
    phase(Phase::Assessment, None, None),
    phase(Phase::Initial, Some(Cited::design((1, 3))), None),
    phase(Phase::Middle, Some(Cited::design((4, 13))), Some(manual(Criterion::STABILISED))),
    phase(Phase::Termination, Some(Cited::design((14, 16))), None),
    phase(Phase::Concluded, None, None),
];

/// The middle phase ends when the patient is stable, and without tolerance else.
static JUDGED: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("judged"),
    phases: Cow::Borrowed(JUDGED_PHASES),
    timing: TimingPolicy { phase_tolerance: Cited::design(0), ..ACUTE_16_SPEC.timing },
    ..ACUTE_16_SPEC
});

const fn module(token: &'static str, from: u16, to: u16) -> ModuleSpec {
    ModuleSpec {
        token: Label::from_static(token),
        label: Cow::Borrowed(token),
        phase: Phase::Middle,
        from,
        to,
        source: SourceId::DESIGN,
        basis: Basis::Design,
    }
}

const LISTED: &[ModuleSpec] = &[module("loss", 4, 6), module("people", 7, 9), module("outlook", 10, 13)];

static MODULES: Protocol =
    Protocol::from_static(ProtocolSpec { id: own("modules"), modules: Cow::Borrowed(LISTED), ..ACUTE_16_SPEC });

const fn group(entry: GroupEntry, late_until: Option<Cited<u16>>) -> GroupPolicy {
    GroupPolicy {
        members: Cited::design(Span::new(4, 6, 8)),
        facilitators: Cited::design(Span::new(1, 2, 2)),
        entry: Cited::design(entry),
        late_until,
    }
}

static CLOSED: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("closed"),
    format: Format::Group,
    group: Some(group(GroupEntry::Closed, None)),
    ..ACUTE_16_SPEC
});

static LATE: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("late"),
    format: Format::Group,
    group: Some(group(GroupEntry::Late, Some(Cited::design(3)))),
    ..ACUTE_16_SPEC
});

static ROLLING: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("rolling"),
    format: Format::Group,
    group: Some(group(GroupEntry::Rolling, None)),
    modules: Cow::Borrowed(LISTED),
    ..ACUTE_16_SPEC
});

/// The middle phase is to be over when the child is born.
static ANCHORED: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("anchored"),
    anchors: Cow::Borrowed(&[AnchorSpec {
        anchor: Anchor::Birth,
        over: Phase::Middle,
        source: SourceId::DESIGN,
        basis: Basis::Design,
    }]),
    ..ACUTE_16_SPEC
});

const RESPONSE: Criterion = Criterion::from_static("response");

const fn step(by_session: Option<u16>, by_week: Option<u16>) -> StepSpec {
    StepSpec {
        criterion: RESPONSE,
        label: Cow::Borrowed("Whether to add medication"),
        by_session,
        by_week,
        options: ReviewOptions::of(&[ReviewOption::AddMedication]),
        source: SourceId::DESIGN,
        basis: Basis::Design,
    }
}

const BY_SESSION: &[StepSpec] = &[step(Some(6), None)];
const BY_WEEK: &[StepSpec] = &[step(None, Some(4))];

static STEPPED: Protocol =
    Protocol::from_static(ProtocolSpec { id: own("stepped"), steps: Cow::Borrowed(BY_SESSION), ..ACUTE_16_SPEC });

static STEPPED_IN_WEEKS: Protocol =
    Protocol::from_static(ProtocolSpec { id: own("stepped-in-weeks"), steps: Cow::Borrowed(BY_WEEK), ..ACUTE_16_SPEC });

/// Who completes treatment has at least twelve sessions and fifteen weeks, and sessions that were missed are made up for.
static DEFINED: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("defined"),
    ending: EndingPolicy {
        completion_sessions: Some(Cited::unseen(12)),
        completion_weeks: Some(Cited::unseen(15)),
        missed_made_up: Some(Cited::design(true)),
        ..ACUTE_16_SPEC.ending
    },
    ..ACUTE_16_SPEC
});

/// Two sessions a week at first, then one.
static TWO_STRETCHES: Protocol = Protocol::from_static(ProtocolSpec {
    id: own("two-stretches"),
    cadence: Cow::Borrowed(&[
        Stretch { from: 1, to: 5, sessions: 2, days: 7, source: SourceId::DESIGN, basis: Basis::Design },
        Stretch { from: 6, to: 16, sessions: 1, days: 7, source: SourceId::DESIGN, basis: Basis::Design },
    ]),
    ..ACUTE_16_SPEC
});

pub(crate) const PROOFS: &[Proof] = &[
    Proof::of("IPT-250", Severity::Error, || floating(TimeFrame::Weeks(20)), one_more).silent(Topic::Sessions),
    Proof::of("IPT-251", Severity::Error, || under(&CAPPED), |case| later_by(case, 9)).silent(Topic::Sessions),
    Proof::of("IPT-253", Severity::Warning, || under(&B_8), |case| minutes_beside(case, 120)),
    Proof::of("IPT-254", Severity::Error, || under(&TRACKS), |case| never_held(case, Track::PreTreatment))
        .silent(Topic::Sessions),
    Proof::of("IPT-255", Severity::Error, || under(&TRACKS), |case| never_held(case, Track::MidTreatment))
        .silent(Topic::Sessions),
    Proof::of("IPT-256", Severity::Error, || under(&TRACKS), |case| never_held(case, Track::PostTreatment))
        .silent(Topic::Sessions),
    Proof::of("IPT-257", Severity::Error, || under(&TRACKS), |case| never_held(case, Track::Booster))
        .silent(Topic::Sessions),
    Proof::of("IPT-258", Severity::Warning, || under(&STRICT), |case| in_the_middle(case, 14..=14))
        .silent(Topic::Agreements),
    Proof::of("IPT-259", Severity::Warning, || stable(true), |case| *case = stable(false)).silent(Topic::Measures),
    Proof::of(
        "IPT-260",
        Severity::Warning,
        || in_modules(&MODULES, &[(21, "loss"), (42, "people"), (63, "outlook")]),
        |case| *case = in_modules(&MODULES, &[(21, "loss"), (42, "outlook")]),
    )
    .silent(Topic::Agreements),
    Proof::of("IPT-261", Severity::Warning, || under(&CLOSED), |case| joins_in(case, 2)).silent(Topic::Sessions),
    Proof::of("IPT-262", Severity::Warning, transition, |case| {
        for n in [6, 7] {
            edit_session(&mut case.entries, n, |note| note.modality = Some(Modality::Online));
        }
    })
    .silent(Topic::Sessions),
    Proof::of("IPT-263", Severity::Warning, || born(90), |case| *case = born(80)).silent(Topic::Agreements),
    Proof::of("IPT-264", Severity::Warning, || responds(true), |case| unjudged(case, RESPONSE)).silent(Topic::Measures),
    Proof::of("IPT-265", Severity::Warning, || under(&DEFINED), |case| postpone(&mut case.entries, day(35), -1))
        .silent(Topic::Sessions),
    Proof::of("IPT-266", Severity::Note, || under(&DEFINED), |case| missed(&mut case.entries, &[7]))
        .along(&["IPT-154", "IPT-156"])
        .silent(Topic::Sessions),
];

/// A course that follows a protocol to the letter.
fn under(protocol: &'static Protocol) -> Case {
    Case::new(protocol, flawless(protocol, ProblemArea::RoleTransition))
}

/// A course under a contract of another frame.
fn floating(frame: TimeFrame) -> Case {
    let mut case = under(&FLOATS);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = frame;
        }
    });
    case
}

/// A session more, between the last two.
fn one_more(case: &mut Case) {
    let last = session_day(&case.entries, 16);
    postpone(&mut case.entries, last, 7);
    let mut note = None;
    edit_session(&mut case.entries, 15, |other| note = Some(other.clone()));
    let mut note = note.unwrap();
    note.tasks.clear();
    note.number = None;
    edit_session(&mut case.entries, 16, |last| last.number = None);
    insert(&mut case.entries, at(last, note));
}

/// Some gaps are longer by three days each.
fn later_by(case: &mut Case, days: i64) {
    for n in (6..).step_by(3).take(usize::try_from(days / 3).unwrap()) {
        let from = session_day(&case.entries, n);
        postpone(&mut case.entries, from, 3);
    }
}

fn edit_beside(case: &mut Case, track: Track, mut edit: impl FnMut(&mut Session)) {
    edit_facts(&mut case.entries, |_, fact| match fact {
        Fact::Session(note) if note.track == track => edit(note),
        _ => {}
    });
}

fn minutes_beside(case: &mut Case, minutes: u16) {
    edit_beside(case, Track::PreTreatment, |note| note.minutes = Some(minutes));
}

fn is_on(entry: &Entry, track: Track) -> bool {
    matches!(entry.stated(), Some((_, Fact::Session(note))) if note.track == track)
}

fn never_held(case: &mut Case, track: Track) {
    case.entries.retain(|entry| !is_on(entry, track));
}

/// The middle phase goes on in these sessions.
fn in_the_middle(case: &mut Case, sessions: impl IntoIterator<Item = usize>) {
    for n in sessions {
        edit_session(&mut case.entries, n, |note| {
            note.phase = Some(Phase::Middle);
            note.strategies = Strategy::TransitionSkills.into();
        });
    }
}

/// Takes out every judgement of a criterion: an exemplary course has those that its protocol asks for.
fn unjudged(case: &mut Case, criterion: Criterion) {
    case.entries.retain(|entry| {
        !matches!(entry.stated(), Some((_, Fact::JudgementMade(judgement))) if judgement.criterion == criterion)
    });
}

/// The ending begins with session 14, on day 91; a week before, the patient was judged stable or not at all.
fn stable(judged: bool) -> Case {
    let mut case = under(&JUDGED);
    unjudged(&mut case, Criterion::STABILISED);
    if judged {
        insert(&mut case.entries, at(day(84), JudgementMade::new(Criterion::STABILISED, true)));
    }
    case
}

/// The modules of an exemplary course in place of those that its protocol lists.
fn in_modules(protocol: &'static Protocol, modules: &[(u64, &'static str)]) -> Case {
    let mut case = under(protocol);
    case.entries
        .retain(|entry| !matches!(entry.stated(), Some((_, Fact::PhaseBegun(begun))) if begun.module.is_some()));
    for &(on, module) in modules {
        insert(&mut case.entries, at(day(on), PhaseBegun::new(Phase::Middle).with_module(Label::from_static(module))));
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
    insert(&mut case.entries, at(day(0), ExternalDate::new(Anchor::Birth, day(on))));
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
    insert(&mut case.entries, at(day(35), JudgementMade::new(RESPONSE, met)));
    case
}

/// Sessions that the patient missed and that count.
fn missed(entries: &mut [Entry], numbers: &[u16]) {
    edit_facts(entries, |_, fact| {
        if let Fact::Session(note) = fact {
            if note.number.is_some_and(|number| numbers.contains(&number)) {
                **note = Session::new(Attendance::DidNotAttend);
            } else {
                note.number = None;
            }
        }
    });
}

fn weights(case: &Case, code: &'static str) -> Vec<Severity> {
    of(&report(case.protocol, case.entries.clone()), code).iter().map(|found| found.severity).collect()
}

fn asked(case: &Case, code: &'static str) -> Outcome {
    outcome(&report(case.protocol, case.entries.clone()), code)
}

const BLOCK: [&str; 16] = [
    "IPT-250", "IPT-251", "IPT-253", "IPT-254", "IPT-255", "IPT-256", "IPT-257", "IPT-258", "IPT-259", "IPT-260",
    "IPT-261", "IPT-262", "IPT-263", "IPT-264", "IPT-265", "IPT-266",
];

#[test]
fn where_a_protocol_says_nothing_its_rules_do_not_apply() {
    let report = report(&ACUTE_16, transition().entries);
    for code in BLOCK {
        let expected = if matches!(code, "IPT-258" | "IPT-262") { Outcome::Holds } else { Outcome::DoesNotApply };
        assert_eq!(outcome(&report, code), expected, "{code}");
    }
}

#[test]
fn a_course_that_follows_a_variant_has_no_findings() {
    for protocol in [
        &FLOATS,
        &CAPPED,
        &TRACKS,
        &UNSEEN_TRACKS,
        &OPEN_TRACKS,
        &STRICT,
        &JUDGED,
        &MODULES,
        &CLOSED,
        &LATE,
        &ROLLING,
        &ANCHORED,
        &STEPPED,
        &STEPPED_IN_WEEKS,
        &DEFINED,
        &TWO_STRETCHES,
    ] {
        let report = report(protocol, flawless(protocol, ProblemArea::RoleTransition));
        assert_eq!(codes(&report), [""; 0], "{}: {:#?}", protocol.id(), report.findings);
        assert!(report.unknown.is_empty(), "{}: {:#?}", protocol.id(), report.unknown);
    }
}

#[test]
fn no_preset_has_a_finding_of_the_block_for_its_exemplar() {
    for &protocol in ALL {
        let report = report(protocol, Exemplar::new(protocol, ProblemArea::RoleTransition, start()).entries());
        let found: Vec<_> = BLOCK.iter().filter(|code| outcome(&report, code) == Outcome::Found).collect();
        assert!(found.is_empty(), "{}: {found:?}", protocol.id());
    }
}

#[test]
fn weeks_that_hold_too_few_sessions_are_a_short_course() {
    let mut case = floating(TimeFrame::Weeks(20));
    missed(&mut case.entries, &[5, 6, 7, 8, 9]);
    assert_eq!(weights(&case, "IPT-250"), [Severity::Warning]);
    edit_facts(&mut case.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.mode = EndMode::CompletedEarlyByAgreement;
        }
    });
    assert!(weights(&case, "IPT-250").is_empty());
}

#[test]
fn sessions_that_an_agreed_amendment_covers_are_within_the_dose() {
    let mut case = floating(TimeFrame::Weeks(16));
    one_more(&mut case);
    assert_eq!(weights(&case, "IPT-250"), [Severity::Error]);
    let mut longer = case.clone();
    let amended = || ContractAmended::new().with_frame(Some(TimeFrame::Weeks(20)));
    insert(&mut longer.entries, at(day(98), amended().with_patient_agreed(Stated::Done)));
    assert!(weights(&longer, "IPT-250").is_empty());
    insert(&mut case.entries, at(day(98), amended().with_patient_agreed(Stated::NotDone)));
    assert_eq!(weights(&case, "IPT-250"), [Severity::Error]);
}

#[test]
fn a_contract_with_a_number_has_rules_of_its_own() {
    let mut case = under(&FLOATS);
    one_more(&mut case);
    let found = report(&FLOATS, case.entries);
    assert_eq!(outcome(&found, "IPT-250"), Outcome::DoesNotApply);
    assert_eq!(of(&found, "IPT-107").len(), 1);
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
    let amended = || ContractAmended::new().with_frame(Some(TimeFrame::SessionsWithinWeeks(16, 20)));
    let mut before = case.clone();
    insert(&mut before.entries, at(day(70), amended().with_patient_agreed(Stated::Done)));
    assert_eq!(asked(&before, "IPT-251"), Outcome::Holds);
    unreported(&mut case.entries, Topic::Agreements);
    assert_eq!(asked(&case, "IPT-251"), Outcome::CannotTell);
}

#[test]
fn a_session_given_to_a_crisis_is_not_held_against_the_weeks() {
    let mut case = under(&CAPPED);
    later_by(&mut case, 9);
    edit_session(&mut case.entries, 16, |note| note.kind = SessionKind::Crisis);
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
        ["IPT-156", "IPT-158", "IPT-159", "IPT-160"].into_iter().filter(stands).count()
    };
    assert_eq!(spacing(&course()), 0);
    let mut dense = course();
    for n in [8, 9, 10, 11] {
        let from = session_day(&dense.entries, n);
        postpone(&mut dense.entries, from, -4);
    }
    assert_eq!(of(&report(&TWO_STRETCHES, dense.entries), "IPT-160").len(), 1);
    let mut wide = course();
    edit_facts(&mut wide.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.interval_days = None;
        }
    });
    let from = session_day(&wide.entries, 3);
    postpone(&mut wide.entries, from, 4);
    assert_eq!(of(&report(&TWO_STRETCHES, wide.entries), "IPT-156").len(), 1);
}

#[test]
fn the_length_of_a_session_beside_is_that_of_its_track() {
    for (minutes, found) in [(44, 1), (45, 0), (60, 0), (61, 1)] {
        let mut case = under(&B_8);
        minutes_beside(&mut case, minutes);
        assert_eq!(weights(&case, "IPT-253").len(), found, "{minutes}");
    }
    let mut late = under(&B_8);
    minutes_beside(&mut late, 30);
    edit_beside(&mut late, Track::PreTreatment, |note| note.attendance = Attendance::Late);
    assert_eq!(asked(&late, "IPT-253"), Outcome::Holds);
    edit_beside(&mut late, Track::PreTreatment, |note| note.minutes = None);
    assert_eq!(asked(&late, "IPT-253"), Outcome::DoesNotApply);
}

#[test]
fn what_no_published_source_makes_indispensable_is_a_warning() {
    for (code, track) in [
        ("IPT-254", Track::PreTreatment),
        ("IPT-255", Track::MidTreatment),
        ("IPT-256", Track::PostTreatment),
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
    for (code, track) in [("IPT-254", Track::PreTreatment), ("IPT-257", Track::Booster)] {
        let mut case = under(&TRACKS);
        let first = case.entries.iter().position(|entry| is_on(entry, track)).unwrap();
        case.entries.remove(first);
        let found = report(&TRACKS, case.entries);
        let [finding] = of(&found, code)[..] else { panic!("{code}: {:#?}", found.findings) };
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.old.to_string(), "1 found, at least 2");
    }
    let mut case = under(&TRACKS);
    let place = case.entries.iter().position(|entry| is_on(entry, Track::PreTreatment)).unwrap();
    let Some((_, note)) = case.entries.remove(place).stated().map(|(on, fact)| (on, fact.clone())) else { panic!() };
    insert(&mut case.entries, at(day(1), note.clone()));
    let found = report(&TRACKS, case.entries.clone());
    let [finding] = of(&found, "IPT-254")[..] else { panic!("{:#?}", found.findings) };
    assert!(matches!(finding.status, Status::Remedied { .. }) && finding.severity == Severity::Warning);
    let late = case.entries.iter().position(|entry| is_on(entry, Track::PreTreatment) && entry.day() == Some(day(1)));
    case.entries.remove(late.unwrap());
    insert(&mut case.entries, at(day(0), note));
    assert_eq!(asked(&case, "IPT-254"), Outcome::Holds, "on the day of the first session");
}

#[test]
fn sessions_beside_are_not_due_while_treatment_runs_or_when_it_broke_off() {
    let mut running = under(&TRACKS);
    running.entries.retain(|entry| entry.day().is_none_or(|on| on < day(21)));
    let mut broken = under(&TRACKS);
    edit_facts(&mut broken.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.mode = EndMode::DroppedOut;
        }
    });
    broken.entries.retain(|entry| {
        !is_on(entry, Track::MidTreatment) && entry.stated().is_none_or(|(_, fact)| fact.kind() != FactKind::PhaseBegun)
    });
    for case in [running, broken] {
        for code in ["IPT-255", "IPT-256", "IPT-257"] {
            assert_eq!(asked(&case, code), Outcome::DoesNotApply, "{code}");
        }
    }
}

#[test]
fn a_phase_that_is_longer_or_shorter_by_one_session_is_a_note() {
    let mut longer = transition();
    in_the_middle(&mut longer, 14..=14);
    let found = report(&ACUTE_16, longer.entries);
    let [finding] = of(&found, "IPT-258")[..] else { panic!("{:#?}", found.findings) };
    assert_eq!((finding.severity, finding.old.to_string()), (Severity::Note, "14 found, at most 13".into()));
    let mut shorter = transition();
    edit_session(&mut shorter.entries, 13, |note| note.phase = Some(Phase::Termination));
    assert_eq!(weights(&shorter, "IPT-258"), [Severity::Note]);
}

#[test]
fn the_length_of_a_phase_is_asked_at_the_typical_length_alone() {
    let mut case = under(&STRICT);
    in_the_middle(&mut case, 14..=14);
    let mut other = case.clone();
    edit_facts(&mut other.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.frame = TimeFrame::Sessions(15);
        }
    });
    assert_eq!(asked(&other, "IPT-258"), Outcome::DoesNotApply);
    edit_session(&mut case.entries, 9, |note| note.kind = SessionKind::Crisis);
    assert!(weights(&case, "IPT-258").is_empty(), "a crisis takes no session from the phase");
}

#[test]
fn a_long_initial_phase_and_an_ending_out_of_bounds_are_found_once() {
    let mut long = under(&STRICT);
    edit_session(&mut long.entries, 4, |note| note.phase = Some(Phase::Initial));
    let mut short = under(&STRICT);
    in_the_middle(&mut short, 14..=15);
    for (case, code) in [(long, "IPT-046"), (short, "IPT-104")] {
        assert!(!weights(&case, code).is_empty());
        assert!(weights(&case, "IPT-258").is_empty(), "{code}");
    }
}

#[test]
fn a_missed_session_is_taken_from_a_phase_as_the_contract_counts_it() {
    let mut case = under(&STRICT);
    missed(&mut case.entries, &[7]);
    assert_eq!(asked(&case, "IPT-258"), Outcome::Holds);
    in_the_middle(&mut case, [13]);
    let found = report(&STRICT, case.entries);
    assert_eq!(of(&found, "IPT-258")[0].old.to_string(), "14 found, at most 13");
}

#[test]
fn a_phase_that_is_gone_back_to_has_no_length() {
    let mut case = under(&STRICT);
    in_the_middle(&mut case, [15]);
    let found = report(&STRICT, case.entries);
    assert!(of(&found, "IPT-258").is_empty());
    assert_eq!(of(&found, "IPT-105").len(), 1);
}

#[test]
fn a_phase_that_ends_on_a_judgement_has_no_length() {
    let mut case = stable(true);
    in_the_middle(&mut case, 14..=14);
    assert!(weights(&case, "IPT-258").is_empty());
}

#[test]
fn the_latest_judgement_before_the_step_counts() {
    let judged = |judgements: &[(u64, bool)]| {
        let mut case = stable(false);
        for &(on, met) in judgements {
            insert(&mut case.entries, at(day(on), JudgementMade::new(Criterion::STABILISED, met)));
        }
        let found = report(&JUDGED, case.entries);
        of(&found, "IPT-259").first().map(|finding| (finding.old.to_string(), finding.stands()))
    };
    assert_eq!(judged(&[(84, true)]), None);
    assert_eq!(judged(&[(91, true)]), None, "on the day of the step");
    assert_eq!(judged(&[(70, false), (84, true)]), None);
    assert_eq!(judged(&[(70, true), (84, false)]), Some((day(84).to_string(), true)));
    assert_eq!(judged(&[(70, false), (98, true)]), Some((day(70).to_string(), false)));
    assert_eq!(judged(&[(98, true)]).map(|(_, stands)| stands), Some(false));
}

#[test]
fn modules_out_of_order_or_not_of_the_list_are_found() {
    let found = |modules: &[(u64, &'static str)]| weights(&in_modules(&MODULES, modules), "IPT-260").len();
    assert_eq!(found(&[(21, "loss"), (42, "people")]), 0);
    assert_eq!(found(&[(21, "loss"), (42, "loss")]), 0, "it goes on");
    assert_eq!(found(&[(21, "loss"), (42, "something_else")]), 1);
    assert_eq!(found(&[(21, "loss"), (42, "people"), (63, "loss")]), 1);
    assert_eq!(found(&[(21, "people")]), 1, "the first was passed over");
    assert_eq!(found(&[(21, "loss"), (35, "people")]), 0, "two sessions for three");
    assert_eq!(found(&[(21, "loss"), (28, "people")]), 1, "one session for three");
    assert_eq!(asked(&in_modules(&MODULES, &[]), "IPT-260"), Outcome::DoesNotApply);
    assert_eq!(asked(&under(&MODULES), "IPT-260"), Outcome::Holds);
}

#[test]
fn in_a_group_that_members_join_at_any_time_the_topics_come_round() {
    let found = |modules: &[(u64, &'static str)]| weights(&in_modules(&ROLLING, modules), "IPT-260").len();
    assert_eq!(found(&[(21, "people"), (28, "outlook"), (56, "loss")]), 0);
    assert_eq!(found(&[(21, "people"), (42, "loss")]), 1);
}

#[test]
fn a_group_lets_members_in_as_long_as_its_protocol_does() {
    for (protocol, number, expected) in [
        (&CLOSED, 1, Outcome::Holds),
        (&CLOSED, 2, Outcome::Found),
        (&LATE, 3, Outcome::Holds),
        (&LATE, 4, Outcome::Found),
        (&ROLLING, 7, Outcome::DoesNotApply),
    ] {
        let mut case = under(protocol);
        joins_in(&mut case, number);
        assert_eq!(asked(&case, "IPT-261"), expected, "{} {number}", protocol.id());
    }
}

#[test]
fn a_member_who_missed_the_first_session_of_the_group_had_joined() {
    let mut case = under(&CLOSED);
    joins_in(&mut case, 2);
    let mut first = Session::new(Attendance::CancelledByPatient);
    insert(&mut case.entries, at(day(0), first.clone().with_phase(Phase::Initial).with_group_number(1)));
    let place = case.entries.iter().rposition(|entry| entry.day() == Some(day(0))).unwrap();
    let missed = case.entries.remove(place);
    let held = case.entries.iter().position(|entry| is_on(entry, Track::Main)).unwrap();
    case.entries.insert(held, missed);
    assert_eq!(asked(&case, "IPT-261"), Outcome::Holds);
    // Without a number it cannot be told.
    first.phase = Some(Phase::Initial);
    let fact = interpersonal::Content::Fact { on: day(0), fact: first.into() };
    case.entries[held].content = fact;
    assert_eq!(asked(&case, "IPT-261"), Outcome::CannotTell);
}

#[test]
fn one_session_by_another_channel_is_a_note_and_more_are_warnings() {
    let mut case = transition();
    edit_session(&mut case.entries, 6, |note| note.modality = Some(Modality::Online));
    assert_eq!(weights(&case, "IPT-262"), [Severity::Note]);
    edit_session(&mut case.entries, 9, |note| note.modality = Some(Modality::Online));
    assert_eq!(weights(&case, "IPT-262"), [Severity::Note, Severity::Warning]);
    for n in 1..=16 {
        edit_session(&mut case.entries, n, |note| note.modality = None);
    }
    assert_eq!(asked(&case, "IPT-262"), Outcome::DoesNotApply);
}

#[test]
fn an_event_that_no_date_is_known_of_is_a_note_once_the_middle_phase_began() {
    assert!(weights(&under(&ANCHORED), "IPT-263").is_empty());
    let mut case = undated();
    assert_eq!(weights(&case, "IPT-263"), [Severity::Note]);
    case.entries.retain(|entry| entry.day().is_none_or(|on| on < day(21)));
    assert!(weights(&case, "IPT-263").is_empty());
}

#[test]
fn a_date_that_moved_is_a_note_until_something_is_agreed_anew() {
    let mut case = born(200);
    case.entries.retain(|entry| entry.day().is_none_or(|on| on < day(42)));
    assert!(weights(&case, "IPT-263").is_empty());
    insert(&mut case.entries, at(day(41), ExternalDate::new(Anchor::Birth, day(80))));
    assert_eq!(weights(&case, "IPT-263"), [Severity::Note]);
    let mut kept = case.clone();
    edit_facts(&mut kept.entries, |_, fact| {
        if let Fact::ContractAgreed(contract) = fact {
            contract.ends_on = Some(day(77));
        }
    });
    assert!(weights(&kept, "IPT-263").is_empty());
    let amended = ContractAmended::new().with_ends_on(Some(day(77))).with_patient_agreed(Stated::Done);
    insert(&mut case.entries, at(day(41), amended));
    assert!(weights(&case, "IPT-263").is_empty());
}

#[test]
fn a_phase_that_still_runs_when_the_day_has_passed_is_found_as_days_pass() {
    let mut case = born(50);
    case.entries.retain(|entry| entry.day().is_none_or(|on| on < day(43)));
    assert!(weights(&case, "IPT-263").is_empty(), "the day lies ahead");
    let course = crate::course(&ANCHORED, case.entries);
    let later = interpersonal::rule::Validator::new().validate(&course, day(51));
    assert_eq!(of(&later, "IPT-263").len(), 1);
}

#[test]
fn a_judgement_after_the_session_of_the_step_is_late() {
    let mut case = unasked(&STEPPED);
    insert(&mut case.entries, at(day(36), JudgementMade::new(RESPONSE, true)));
    let found = report(&STEPPED, case.entries);
    assert!(matches!(of(&found, "IPT-264")[..], [finding] if !finding.stands()));
}

#[test]
fn a_step_by_the_week_is_due_when_the_week_is_over() {
    assert_eq!(asked(&under(&STEPPED_IN_WEEKS), "IPT-264"), Outcome::Holds);
    let mut case = unasked(&STEPPED_IN_WEEKS);
    assert_eq!(weights(&case, "IPT-264"), [Severity::Warning]);
    case.entries.retain(|entry| entry.day().is_none_or(|on| on <= day(28)));
    assert_eq!(asked(&case, "IPT-264"), Outcome::DoesNotApply);
}

#[test]
fn where_the_answer_is_no_an_option_is_recorded() {
    let mut case = responds(false);
    case.entries.retain(|entry| entry.day().is_none_or(|on| on <= day(35)));
    assert!(weights(&case, "IPT-264").is_empty(), "it may take until the next session");
    let mut case = responds(false);
    assert_eq!(weights(&case, "IPT-264"), [Severity::Note]);
    let option = ReviewOptions::of(&[ReviewOption::AddMedication]);
    insert(&mut case.entries, at(day(35), ReviewHeld::new().with_options(option)));
    assert_eq!(asked(&case, "IPT-264"), Outcome::Holds);
}

#[test]
fn both_limits_make_a_completed_course() {
    let mut few = under(&DEFINED);
    missed(&mut few.entries, &[4, 5, 6, 7, 8]);
    let found = report(&DEFINED, few.entries.clone());
    let evidence: Vec<_> = of(&found, "IPT-265").iter().map(|finding| finding.old.to_string()).collect();
    assert_eq!(evidence, ["11 found, at least 12"]);
    assert_eq!(outcome(&found, "IPT-211"), Outcome::DoesNotApply, "the source says who has completed");
    edit_facts(&mut few.entries, |_, fact| {
        if let Fact::Closed(closed) = fact {
            closed.mode = EndMode::CompletedEarlyByAgreement;
        }
    });
    assert_eq!(weights(&few, "IPT-265"), [Severity::Note]);
}

#[test]
fn a_missed_session_that_was_made_up_for_is_no_matter() {
    let mut case = under(&DEFINED);
    insert(&mut case.entries, at(day(38), Session::new(Attendance::CancelledByTherapist)));
    insert(&mut case.entries, at(day(39), OutreachMade::new()));
    assert_eq!(asked(&case, "IPT-266"), Outcome::Holds);
}
