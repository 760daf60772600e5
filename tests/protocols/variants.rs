//! Every published variant: followed to the letter it conforms, each single departure gives the
//! finding that it should, and how the course of one looks to another.

#![expect(
    clippy::ptr_arg,
    reason = "departures have one type, and some put entries in"
)]

use std::{collections::BTreeMap, fmt::Write as _};

use interpersonal::{
    Course, Entry, Fact, Phase, ProblemArea, Severity, Stated,
    chrono::{Days, NaiveDate, TimeDelta},
    course::Content,
    protocol::{Level, Protocol, ProtocolSpec, preset},
    record::{
        FactKind,
        patient::AgeRecorded,
        session::{Session, SessionKind},
        setting::ScreenItem,
    },
    rule::{Conformance, Report, Validator},
    testing::exemplar::{Exemplar, held, of_kind, postpone, session_mut},
    vocabulary::{Extent, InitialTask, OffModelActivity, Technique},
};

use crate::generated::assert_stored;

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn areas(protocol: &Protocol) -> impl Iterator<Item = ProblemArea> {
    protocol.spec().focus.areas.value.iter()
}

fn followed(protocol: &Protocol, area: ProblemArea) -> Vec<Entry> {
    Exemplar::new(protocol, area, start()).entries()
}

fn report(protocol: &Protocol, entries: Vec<Entry>) -> Report {
    let course = Course::replay(std::sync::Arc::new(protocol.clone()), entries).unwrap();
    Validator::new().validate(&course, course.state().last_day())
}

/// The codes of what was found above a note, remedied or not, each once.
fn codes(report: &Report) -> Vec<&str> {
    let found = report
        .findings
        .iter()
        .filter(|it| it.severity > Severity::Note);
    let mut codes: Vec<_> = found.map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn stated_mut(entry: &mut Entry) -> Option<&mut Fact> {
    match &mut entry.content {
        Content::Fact { fact, .. } => Some(fact),
        _ => None,
    }
}

fn each_session(entries: &mut [Entry], mut edit: impl FnMut(&mut Session)) {
    for entry in entries {
        if let Some(Fact::Session(note)) = stated_mut(entry) {
            edit(note);
        }
    }
}

#[test]
fn each_variant_followed_to_the_letter_conforms() {
    let mut wrong = Vec::new();
    for protocol in preset::ALL {
        for area in areas(protocol) {
            let report = report(protocol, followed(protocol, area));
            let found: Vec<_> = report
                .standing()
                .filter(|it| it.severity > Severity::Note)
                .map(|it| format!("{} {:?} {:?}", it.code, it.place, it.evidence))
                .collect();
            if report.conformance != Conformance::Conforms {
                let else_ = codes(&report);
                wrong.push(format!("{} {area}: {found:#?} {else_:?}", protocol.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A single departure from a protocol.
struct Departure {
    what: &'static str,
    /// Makes it; `false` where the protocol leaves no room for it.
    make: fn(&ProtocolSpec, &mut Vec<Entry>) -> bool,
    /// What it is to be found by, one at least.
    found: &'static [&'static str],
    /// What may go with it.
    along: &'static [&'static str],
}

const DEPARTURES: &[Departure] = &[
    Departure {
        what: "one session too many",
        make: one_too_many,
        found: &["IPT-107", "IPT-267"],
        along: &[],
    },
    Departure {
        what: "a session too short",
        make: too_short,
        found: &["IPT-008"],
        along: &[],
    },
    Departure {
        what: "a missing participant",
        make: nobody_comes,
        found: &["IPT-275"],
        along: &[],
    },
    Departure {
        what: "a proscribed activity",
        make: proscribed,
        found: &["IPT-120"],
        along: &[],
    },
    Departure {
        what: "an area it lacks",
        make: other_area,
        found: &["IPT-058"],
        along: &["IPT-143"],
    },
    Departure {
        what: "an age it excludes",
        make: other_age,
        found: &["IPT-021"],
        along: &[],
    },
    Departure {
        what: "a screen it excludes",
        make: excluded,
        found: &["IPT-017"],
        along: &[],
    },
    Departure {
        what: "a gap",
        make: gap,
        found: &["IPT-156", "IPT-223"],
        along: &["IPT-162", "IPT-251", "IPT-263", "IPT-264"],
    },
    Departure {
        what: "a late formulation",
        make: late_formulation,
        found: &["IPT-075"],
        along: &[],
    },
];

/// The last session once more, an interval later.
fn one_too_many(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let last = spec.dose.sessions.value.typical;
    let Some(at) = held(entries, last) else {
        return false;
    };
    let day = entries[at].day().unwrap();
    let mut again = entries[at].clone();
    let days = spec.cadence.last().map_or(7, |stretch| {
        u64::from(stretch.days / stretch.sessions.max(1))
    });
    let later = day + Days::new(days);
    let moved = entries
        .iter()
        .position(|entry| entry.day().is_some_and(|on| on > day));
    if moved.is_some() {
        postpone(entries, day + Days::new(1), i64::try_from(days).unwrap());
    }
    if let Content::Fact {
        on,
        fact: Fact::Session(note),
    } = &mut again.content
    {
        *on = later;
        note.number = Some(last + 1);
        note.group_number = note.group_number.map(|number| number + 1);
        note.shared_key = None;
        note.tasks.clear();
    }
    again.key = None;
    again.recorded_at += TimeDelta::days(i64::try_from(days).unwrap());
    // What closes the course on the day of its last session closes it with the session added.
    for entry in entries.iter_mut().skip(at + 1) {
        if entry.day() == Some(day)
            && !matches!(
                entry.stated(),
                Some((_, Fact::Session(_) | Fact::JudgementMade(_)))
            )
        {
            postpone(
                std::slice::from_mut(entry),
                day,
                i64::try_from(days).unwrap(),
            );
        }
    }
    let place = entries
        .iter()
        .position(|entry| entry.day() >= Some(later))
        .unwrap_or(entries.len());
    entries.insert(place, again);
    true
}

fn too_short(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let minutes = spec
        .work
        .contact_minutes_min
        .value
        .min(spec.dose.minutes.value.min);
    let middle = spec.dose.sessions.value.typical / 2 + 1;
    let Some(note) = session_mut(entries, middle).filter(|_| minutes > 1) else {
        return false;
    };
    note.minutes = Some(minutes / 2);
    true
}

fn nobody_comes(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let asked = spec
        .participants
        .iter()
        .find(|person| person.level == Level::Must);
    let Some(relation) = asked.map(|person| person.relation) else {
        return false;
    };
    each_session(entries, |note| {
        note.participants
            .retain(|person| person.relation != relation);
        if note.participants.is_empty() {
            note.kind = SessionKind::Ordinary;
            note.techniques = note.techniques.without(Technique::SignificantOtherSession);
        }
    });
    true
}

fn proscribed(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let Some(first) = spec.proscribed.first().map(|it| it.activity) else {
        return false;
    };
    let middle = spec.dose.sessions.value.typical / 2 + 1;
    let Some(note) = session_mut(entries, middle) else {
        return false;
    };
    note.off_model
        .push(OffModelActivity::new(first, Extent::Main));
    true
}

/// The same course with a focus that the protocol does not have.
fn other_area(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let lacking = ProblemArea::ALL
        .iter()
        .copied()
        .find(|&area| !spec.focus.areas.value.contains(area));
    let Some(area) = lacking else { return false };
    *entries = followed(&Protocol::new(spec.clone()).unwrap(), area);
    of_kind(entries, FactKind::FocusAgreed).into_iter().any(|at| {
        matches!(entries[at].stated(), Some((_, Fact::FocusAgreed(agreed))) if agreed.items[0].on.area() == Some(area))
    })
}

fn other_age(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let age = match (spec.population.age_min, spec.population.age_max) {
        (Some(least), _) if least.value > 0 => least.value - 1,
        (_, Some(most)) if most.value < u8::MAX => most.value + 1,
        _ => return false,
    };
    for entry in entries {
        if let Some(Fact::AgeRecorded(recorded)) = stated_mut(entry) {
            *recorded = AgeRecorded::new(age);
        }
    }
    true
}

fn excluded(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let candidates = [
        ScreenItem::Psychosis,
        ScreenItem::SubstanceDependence,
        ScreenItem::Bipolar,
    ];
    if !spec.initial.tasks.value.contains(InitialTask::Screening) {
        return false;
    }
    let Some(item) = candidates
        .into_iter()
        .find(|&item| spec.population.excluded.value.contains(item))
    else {
        return false;
    };
    for entry in entries {
        if let Some(Fact::ScreeningDone(screen)) = stated_mut(entry) {
            screen.present = screen.present.with(item);
            screen.absent = screen.absent.without(item);
            screen.specialist_plan = Stated::NotDone;
        }
    }
    true
}

/// Five intervals between two sessions of the middle.
fn gap(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let middle = spec.dose.sessions.value.typical / 2 + 1;
    let Some(day) = held(entries, middle).and_then(|at| entries[at].day()) else {
        return false;
    };
    let stretch = spec.cadence.iter().find(|stretch| middle <= stretch.to);
    let days = stretch.map_or(7, |stretch| {
        i64::from(stretch.days) / i64::from(stretch.sessions.max(1))
    });
    postpone(entries, day, days * 4);
    true
}

/// Formulation, answer and focus come with the last session.
fn late_formulation(spec: &ProtocolSpec, entries: &mut Vec<Entry>) -> bool {
    let Some(last) = held(entries, spec.dose.sessions.value.typical) else {
        return false;
    };
    let day = entries[last].day().unwrap();
    let written = entries[last].recorded_at;
    let given = of_kind(entries, FactKind::FormulationGiven);
    let [given] = given[..] else { return false };
    let mut late = entries.remove(given);
    if let Content::Fact { on, .. } = &mut late.content {
        *on = day;
    }
    late.recorded_at = written;
    entries.insert(last - 1, late);
    spec.initial.tasks.value.contains(InitialTask::Formulation)
        && spec
            .phases
            .iter()
            .any(|phase| phase.phase == Phase::Initial)
}

#[test]
fn each_single_departure_gives_the_finding_that_it_should_and_no_other() {
    let mut wrong = Vec::new();
    let mut made = BTreeMap::<&str, usize>::new();
    for protocol in preset::ALL {
        let Some(area) = areas(protocol).next() else {
            continue;
        };
        for departure in DEPARTURES {
            let mut entries = followed(protocol, area);
            if !(departure.make)(protocol.spec(), &mut entries) {
                continue;
            }
            *made.entry(departure.what).or_default() += 1;
            let report = report(protocol, entries);
            let found = codes(&report);
            let by = found.iter().any(|code| departure.found.contains(code));
            let also: Vec<_> = found
                .iter()
                .filter(|code| !departure.found.contains(code) && !departure.along.contains(code))
                .collect();
            if !by || !also.is_empty() {
                wrong.push(format!(
                    "{}: {}: found {found:?}",
                    protocol.id(),
                    departure.what
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        made.len(),
        DEPARTURES.len(),
        "a departure that no variant leaves room for: {made:?}"
    );
}

/// How the course of each variant looks to each: `·` it conforms, `-` with deviations, `x` it does
/// not.
fn matrix() -> String {
    let mut text = String::from(
        "rows: whose course; columns, in the same order: checked under\n· conforms   - with deviations   x does not conform\n\n",
    );
    for row in preset::ALL {
        let Some(area) = areas(row).next() else {
            continue;
        };
        let course =
            Course::replay(std::sync::Arc::new((*row).clone()), followed(row, area)).unwrap();
        write!(text, "{:15}", row.id().as_str()).unwrap();
        for column in preset::ALL {
            let report = Validator::new()
                .under(*column)
                .validate(&course, course.state().last_day());
            text.push(match report.conformance {
                Conformance::Conforms => '·',
                Conformance::ConformsWithDeviations => '-',
                Conformance::DoesNotConform => 'x',
                Conformance::CannotTell => '?',
            });
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_matrix_of_courses_and_protocols_is_generated_and_each_conforms_to_itself() {
    let text = matrix();
    assert_stored("tests/protocols/matrix.txt", &text);
    for (at, line) in text.lines().skip(3).enumerate() {
        assert_eq!(
            line.chars().nth(15 + at),
            Some('·'),
            "each conforms to itself: {line}"
        );
    }
}
