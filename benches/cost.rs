//! What things cost, as ratios within one run: `cargo bench`.
//!
//! Wall time on a shared machine moves by half between runs; the ratios of one run are what to
//! quote. Each number is the best of several rounds, and the rounds of a comparison are
//! interleaved.

#![expect(
    clippy::cast_precision_loss,
    reason = "times are printed with three digits"
)]
#![allow(unsafe_code, reason = "counting what is held needs an allocator")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint::black_box,
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use interpersonal::{
    ActorRef, At, Course, Entry, Fact, Phase, ProblemArea, Protocol, Reporting, Topic,
    chrono::{DateTime, Days, NaiveDate, Utc},
    machine::{
        CourseState, Decision,
        region::{ContractRegion, FocusRegion},
    },
    plan::{Availability, CoursePlan, Terms, Weekday},
    protocol::{ProtocolSpec, SharedProtocol, preset},
    record::{
        session::{Session, SessionKind, Track},
        setting::{Opened, PhaseBegun},
    },
    rule::{CATALOGUE, Scratch, Validator},
    testing::exemplar::Exemplar,
    vocabulary::EndingTask,
    wire::{Protocols, Wire},
};

/// The best time of one call in nanoseconds, several rounds of many calls, for each of the closures
/// in turn.
fn best<const N: usize>(calls: u32, mut work: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut best = [f64::MAX; N];
    for _ in 0..15 {
        for (work, best) in work.iter_mut().zip(&mut best) {
            let start = Instant::now();
            for _ in 0..calls {
                work();
            }
            *best = best.min(start.elapsed().as_nanos() as f64 / f64::from(calls));
        }
    }
    best
}

fn row(what: &str, nanos: f64, other: f64, budget: &str) {
    println!(
        "| {what:<58} | {:>9.2} | {:>6.3} × | {budget:<7} |",
        nanos / 1_000.0,
        nanos / other
    );
}

fn main() {
    // `cargo bench` and `cargo test --benches` pass flags of the standard harness; there is nothing
    // to choose here.
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day that exists");
    let course = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, monday)
        .course()
        .expect("an exemplar stands");
    let json = serde_json::to_string(&course).expect("a course can be stored");
    let as_of = course.state().last_day();
    let entries = course.revision();
    println!(
        "The flawless course: {} sessions, {entries} entries, {} bytes of JSON.",
        course.state().held(),
        json.len()
    );
    println!("The catalogue: {} rules.\n", CATALOGUE.len());
    println!(
        "| {:<58} | {:>9} | {:>8} | {:<7} |",
        "what", "µs", "ratio", "budget"
    );
    println!("| {0:-<58} | {0:-<9} | {0:-<8} | {0:-<7} |", "");

    machine(&course, as_of);

    let validator = Validator::new();
    let mut scratch = Scratch::default();
    let faulty = faulty(monday);
    let findings = validator.validate(&faulty, as_of).findings.len();
    let [decode, clean, rendered, fold, load, store] = best(
        40,
        [
            &mut || drop(black_box(serde_json::from_str::<Wire>(black_box(&json)))),
            &mut || {
                black_box(validator.validate_into(black_box(&course), as_of, &mut scratch));
            },
            &mut || {
                let report = validator.validate(black_box(&faulty), as_of);
                black_box(report.text().to_string());
            },
            &mut || {
                black_box(black_box(&course).state_on(as_of));
            },
            &mut || {
                let course: Course =
                    serde_json::from_str(black_box(&json)).expect("the course can be read");
                black_box(validator.validate(&course, as_of));
            },
            &mut || drop(black_box(serde_json::to_string(black_box(&course)))),
        ],
    );
    row(
        "plain decode into the stored-form types",
        decode,
        decode,
        "",
    );
    row("validate, clean, warm", clean, decode, "0.15");
    row(
        &format!("validate with {findings} findings, rendered as text"),
        rendered,
        decode,
        "0.30",
    );
    row(
        &format!("fold {} facts", course.facts().count()),
        fold,
        decode,
        "0.10",
    );
    row("load: decode, replay, check", load, decode, "1.30");
    row("store as JSON", store, decode, "");
    let available = Availability::on([Weekday::Tuesday, Weekday::Friday]);
    let plan = |sessions: u16| {
        let mut terms = Terms::typical(&preset::ACUTE_16);
        terms.sessions = sessions;
        CoursePlan::new(&preset::ACUTE_16, terms, monday, available.clone())
    };
    let [twice, sixteen, many] = best(
        40,
        [
            &mut || {
                black_box(validator.validate_into(black_box(&course), as_of, &mut scratch));
                black_box(validator.validate_into(black_box(&course), as_of, &mut scratch));
            },
            &mut || drop(black_box(plan(black_box(16)))),
            &mut || drop(black_box(plan(black_box(128)))),
        ],
    );
    row("validate the flawless course twice", twice, twice, "");
    row("plan sixteen sessions", sixteen, twice, "1");
    row(
        "plan 128 sessions, against eight times sixteen",
        many,
        8.0 * sixteen,
        "",
    );
    growth(monday);
    sharing(monday);
    println!(
        "\nCourse state in memory: {} bytes (budget 128).",
        size_of::<CourseState>()
    );
    slowest(&course, as_of);
}

/// Asking the machine about one event, against a `match` written by hand that judges the same
/// conditions on the same state.
fn machine(course: &Course, on: NaiveDate) {
    let facts: Vec<Fact> = Phase::ALL[..7]
        .iter()
        .map(|&phase| PhaseBegun::new(phase).into())
        .chain([Fact::from(Session::attended())])
        .collect();
    let middle = NaiveDate::from_ymd_opt(2026, 2, 16).expect("a day that exists");
    let mut open = Course::replay(&preset::ACUTE_16, [course.entries()[0].clone()])
        .expect("the opening stands");
    for entry in course.entries()[1..]
        .iter()
        .filter(|entry| entry.day().is_some_and(|day| day <= middle))
    {
        open.record_entry(entry.clone())
            .expect("the exemplar stands");
    }
    for fact in &facts {
        // The comparison is one of like with like.
        let ours = match open.decide(fact, on) {
            Decision::Taken { unmet, unknown, .. } => (unmet.len(), unknown.len()),
            Decision::Refused(_) => (0, 0),
        };
        assert_eq!(
            by_hand(open.state(), open.protocol(), fact),
            Some(ours),
            "{:?}",
            fact.kind()
        );
    }
    let [hand, ours] = best(
        20_000,
        [
            &mut || {
                for fact in &facts {
                    black_box(by_hand(
                        black_box(open.state()),
                        open.protocol(),
                        black_box(fact),
                    ));
                }
            },
            &mut || {
                for fact in &facts {
                    let _ = black_box(open.decide(black_box(fact), black_box(on)));
                }
            },
        ],
    );
    row(
        "ask a hand-written match about 8 events, same conditions",
        hand,
        hand,
        "",
    );
    row(
        "ask the machine about 8 events, conditions judged",
        ours,
        hand,
        "3",
    );
}

/// How many conditions of a step are not met and how many cannot be told, written down event by
/// event for the protocols that have all phases: what an application would write that has no table.
/// None where the event has no place.
#[expect(
    clippy::too_many_lines,
    reason = "one match that judges what the machine judges"
)]
fn by_hand(state: &CourseState, protocol: &Protocol, fact: &Fact) -> Option<(usize, usize)> {
    let spec = protocol.spec();
    let silent = |topic: Topic| {
        if state.reporting().contains(topic) {
            (1, 0)
        } else {
            (0, 1)
        }
    };
    let unless = |met: bool, silence: (usize, usize)| if met { (0, 0) } else { silence };
    let concern = || unless(!state.safety().lacks_response(), silent(Topic::Safety));
    let order = |to: Phase| {
        let goes_on = state.phase() < to
            && spec.phases.iter().any(|own| own.phase == to)
            && spec
                .phases
                .iter()
                .all(|own| own.optional || own.phase <= state.phase() || own.phase >= to);
        unless(goes_on, (1, 0))
    };
    let tasks = |due: usize, denied: usize, topic: Topic| match (due, denied) {
        (0, _) => (0, 0),
        (_, 0) => silent(topic),
        _ => (1, 0),
    };
    let own_contract =
        |phase: Phase| unless(state.has_contract_for(phase), silent(Topic::Agreements));
    let sum = |parts: &[(usize, usize)]| {
        parts
            .iter()
            .fold((0, 0), |all, part| (all.0 + part.0, all.1 + part.1))
    };
    match (state.phase(), fact) {
        (Phase::Closed, _) => None,
        (_, Fact::Session(session)) => {
            let counted = session.track == Track::Main
                && session.kind != SessionKind::Crisis
                && session.attendance.is_held();
            let beyond = counted
                && state.phase().is_acute()
                && state
                    .planned()
                    .is_some_and(|planned| state.slots() >= planned);
            let ordinary = !session.strategies.is_empty() || !session.worked_on.is_empty();
            Some(sum(&[
                unless(!beyond, (1, 0)),
                if ordinary { concern() } else { (0, 0) },
            ]))
        }
        (from, Fact::PhaseBegun(begun)) => Some(match begun.phase {
            Phase::Middle if from < Phase::Middle => {
                let excluded = spec.population.excluded.value;
                let due = spec.initial.tasks.value.difference(state.tasks_done());
                sum(&[
                    order(Phase::Middle),
                    unless(
                        state.screen_answered().includes(excluded),
                        silent(Topic::InitialTasks),
                    ),
                    unless(
                        state.screen_present().intersection(excluded).is_empty()
                            || state.specialist_plan().is_done(),
                        silent(Topic::InitialTasks),
                    ),
                    tasks(
                        due.len(),
                        due.intersection(state.tasks_not_done()).len(),
                        Topic::InitialTasks,
                    ),
                    unless(
                        state.focus() == FocusRegion::Agreed && state.active_foci() > 0,
                        silent(Topic::Agreements),
                    ),
                    unless(state.accepted_formulation(), silent(Topic::Agreements)),
                    unless(
                        state.contract() == ContractRegion::Agreed,
                        silent(Topic::Agreements),
                    ),
                    concern(),
                ])
            }
            Phase::Middle => sum(&[unless(begun.module.is_some(), (1, 0)), concern()]),
            Phase::Termination => {
                let near = state
                    .remaining()
                    .is_none_or(|left| left <= spec.ending.sessions_max.value)
                    || state.early_end_agreed();
                sum(&[
                    order(Phase::Termination),
                    unless(state.end_announced(), silent(Topic::Ending)),
                    unless(near, silent(Topic::Sessions)),
                    concern(),
                ])
            }
            Phase::Concluded => {
                let due = spec
                    .ending
                    .tasks
                    .value
                    .without(EndingTask::OutcomeRecorded)
                    .difference(state.ending_tasks_done());
                let denied = due.intersection(state.ending_tasks_not_done()).len();
                sum(&[
                    order(Phase::Concluded),
                    tasks(due.len(), denied, Topic::Ending),
                    concern(),
                ])
            }
            Phase::Continuation => sum(&[
                order(Phase::Continuation),
                unless(!from.is_acute(), (1, 0)),
                own_contract(Phase::Continuation),
                concern(),
            ]),
            Phase::Maintenance => sum(&[
                order(Phase::Maintenance),
                unless(!from.is_acute(), (1, 0)),
                own_contract(Phase::Maintenance),
                unless(
                    state.in_remission() || state.near_remission() == Some(true),
                    silent(Topic::Measures),
                ),
                concern(),
            ]),
            other => sum(&[order(other), concern()]),
        }),
        _ => Some((0, 0)),
    }
}

/// Many courses that were stored with one protocol of an application: read, and held in memory,
/// each with a protocol of its own and with one that they share.
fn sharing(monday: NaiveDate) {
    let spec = ProtocolSpec {
        version: 2,
        ..preset::ACUTE_16.spec().clone()
    };
    let protocol = SharedProtocol::from(Protocol::new(spec).expect("its parts agree"));
    let stored: Vec<String> = (0..32)
        .map(|week| {
            let area = ProblemArea::ALL[week % ProblemArea::ALL.len()];
            let entries =
                Exemplar::new(&protocol, area, monday + Days::new(7 * week as u64)).entries();
            let course = Course::replay(protocol.clone(), entries).expect("an exemplar stands");
            serde_json::to_string(&course).expect("a course can be stored")
        })
        .collect();
    let alone = || -> Vec<Course> {
        let read = |json: &String| serde_json::from_str(json).expect("the course can be read");
        stored.iter().map(read).collect()
    };
    let shared = |protocols: &mut Protocols| -> Vec<Course> {
        let mut read = |json: &String| {
            protocols
                .read(&mut serde_json::Deserializer::from_str(json))
                .expect("the course can be read")
        };
        stored.iter().map(&mut read).collect()
    };
    assert!(alone() == shared(&mut Protocols::new()));
    let [each, together] = best(
        2,
        [&mut || drop(black_box(alone())), &mut || {
            drop(black_box(shared(&mut Protocols::new())));
        }],
    );
    row(
        "read 32 courses, each with a protocol of its own",
        each,
        each,
        "",
    );
    row("read them with one that they share", together, each, "0.75");
    // What the reader keeps counts: it lives as long as the courses that are read by it.
    let held_alone = held(alone);
    let held_sharing = held(|| {
        let mut protocols = Protocols::new();
        (shared(&mut protocols), protocols)
    });
    println!(
        "| {:<58} | {:>6} KB | {:>6.3} × | {:<7} |",
        "memory of those 32 courses, protocol and reader shared",
        held_sharing / 1024,
        held_sharing as f64 / held_alone as f64,
        "0.6"
    );
}

/// Counts the bytes that are held on the heap.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator unchanged; counting touches a number only.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        HELD.fetch_add(size, Ordering::Relaxed);
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The bytes on the heap that a value holds.
fn held<T>(make: impl FnOnce() -> T) -> usize {
    let before = HELD.load(Ordering::Relaxed);
    let value = black_box(make());
    let held = HELD.load(Ordering::Relaxed) - before;
    drop(value);
    held
}

/// One more entry, in order, onto short and long records.
///
/// A record of 5,000 entries is larger than the nearer caches of a core, so that writing to its end
/// takes longer whoever does it. What that takes by itself is shown by pushing the same entries
/// onto a plain list, and taken off before the two are compared. In instructions both are alike.
fn growth(monday: NaiveDate) {
    let written: DateTime<Utc> = "2060-01-01T00:00:00Z".parse().expect("a moment");
    let by = ActorRef::from_static("therapist-1");
    let long = |entries: u64| {
        let opened = Opened::new(Phase::Initial, Reporting::EXCERPT);
        let mut course = Course::open(&preset::ACUTE_16, At::new(written, by, monday), opened)
            .expect("the opening stands");
        for n in 1..entries {
            let entry = Entry::fact(written, by, monday + Days::new(n), Session::attended());
            course.record_entry(entry).expect("a session stands");
        }
        course
    };
    // Records are built once; each round records a batch onto copies made outside the clock.
    let per_entry = |entries: u64| {
        let base = long(entries);
        let (mut best, mut plain) = (f64::MAX, f64::MAX);
        for _ in 0..15 {
            let mut course = base.clone();
            // A copy has no room to spare; the first entry makes some, as in a record that grew by
            // itself.
            course
                .record_entry(Entry::fact(
                    written,
                    by,
                    monday + Days::new(entries),
                    Session::attended(),
                ))
                .expect("a session stands");
            let batch: Vec<_> = (1..=40)
                .map(|n| {
                    Entry::fact(
                        written,
                        by,
                        monday + Days::new(entries + n),
                        Session::attended(),
                    )
                })
                .collect();
            let start = Instant::now();
            for entry in batch {
                let _ = black_box(course.record_entry(entry));
            }
            best = best.min(start.elapsed().as_nanos() as f64 / 40.0);

            let batch: Vec<Entry> = course.entries()[course.entries().len() - 40..].to_vec();
            let mut list: Vec<Entry> = base.entries().to_vec();
            list.push(batch[0].clone());
            let start = Instant::now();
            for entry in batch {
                list.push(entry);
                black_box(&mut list);
            }
            plain = plain.min(start.elapsed().as_nanos() as f64 / 40.0);
        }
        (best, plain)
    };
    let ((short, onto_short), (long, onto_long)) = (per_entry(50), per_entry(5_000));
    row("one more entry onto 50", short, short, "");
    row("one more entry onto 5,000", long, short, "");
    row(
        "push an entry onto a plain list of 50",
        onto_short,
        short,
        "",
    );
    row(
        "push an entry onto a plain list of 5,000",
        onto_long,
        short,
        "",
    );
    row(
        "one more entry onto 5,000, without the push, against 50",
        long - onto_long,
        short - onto_short,
        "1.2",
    );
}

/// What each rule takes on the flawless course, and the slowest of them, so that a slow one is
/// seen. What folding the record takes is asked of a validator without rules and taken off.
fn slowest(course: &Course, as_of: NaiveDate) {
    let none = Validator::new().with_only([]);
    let mut scratch = Scratch::default();
    let mut folds = f64::MAX;
    let mut rules: Vec<_> = CATALOGUE
        .iter()
        .map(|rule| {
            let one = Validator::new().with_only([rule.meta.code]);
            let mut other = Scratch::default();
            let [fold, with] = best(
                100,
                [
                    &mut || {
                        black_box(none.validate_into(black_box(course), as_of, &mut scratch));
                    },
                    &mut || {
                        black_box(one.validate_into(black_box(course), as_of, &mut other));
                    },
                ],
            );
            folds = folds.min(fold);
            (with - fold, &rule.meta)
        })
        .collect();
    rules.sort_by(|a, b| b.0.total_cmp(&a.0));
    let sum: f64 = rules.iter().map(|(nanos, _)| nanos.max(0.0)).sum();
    println!(
        "\nFolding the record into the index: {folds:.0} ns. Each rule by itself, {sum:.0} ns in all; the slowest:\n"
    );
    println!("| rule | ns | share |\n| --- | ---: | ---: |");
    for (nanos, meta) in rules.iter().take(12) {
        println!(
            "| {} {} | {nanos:.0} | {:.1} % |",
            meta.code,
            meta.name,
            100.0 * nanos / sum
        );
    }
}

/// The flawless course with faults that give a handful of findings.
fn faulty(monday: NaiveDate) -> Course {
    let mut entries =
        Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleTransition, monday).entries();
    let mut held = 0;
    for entry in &mut entries {
        if let interpersonal::course::Content::Fact {
            fact: Fact::Session(session),
            ..
        } = &mut entry.content
        {
            held += 1;
            // The ending begins too early: the condition on its nearness is not met.
            if held == 9 {
                session.phase = Some(Phase::Termination);
            }
        }
    }
    Course::replay(&preset::ACUTE_16, entries).expect("the record does not contradict itself")
}
