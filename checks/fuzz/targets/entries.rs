//! Any sequence of well-formed entries under any protocol: each is recorded or refused, and what
//! was refused has changed nothing. The first two bytes say under which protocol and for which
//! area, every four bytes after them are one entry: the next one of a course by the book, or one
//! that the crate's strategies draw from these bytes.

#![no_main]

use interpersonal::{
    Course, Entry,
    chrono::NaiveDate,
    protocol::preset,
    testing::{exemplar::Exemplar, strategy},
};
use libfuzzer_sys::fuzz_target;
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// The entry that four bytes stand for, drawn without end of chance: where bytes run out a draw
/// that is taken again until it fits would never end.
fn drawn(bytes: [u8; 4]) -> Option<Entry> {
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&bytes);
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let tree = strategy::entry().new_tree(&mut runner).ok()?;
    Some(tree.current())
}

fuzz_target!(|bytes: &[u8]| {
    let Some(((&which, &area), rest)) = bytes
        .split_first()
        .and_then(|(which, rest)| Some(((which, rest.first()?), rest.get(1..)?)))
    else {
        return;
    };
    let protocol = preset::ALL[usize::from(which) % preset::ALL.len()];
    let areas: Vec<_> = protocol.spec().focus.areas.value.iter().collect();
    let Some(&area) = areas.get(usize::from(area) % areas.len().max(1)) else {
        return;
    };
    let start = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day of the calendar");
    let mut by_the_book = Exemplar::new(protocol, area, start).entries().into_iter();
    let mut course: Option<Course> = None;
    for four in rest.chunks_exact(4) {
        let four = [four[0], four[1], four[2], four[3]];
        let Some(entry) = (match four[0] {
            0..=127 => by_the_book.next(),
            // One is left out.
            128..=143 => by_the_book.nth(1),
            _ => drawn(four),
        }) else {
            continue;
        };
        match &mut course {
            None => course = Course::replay(protocol.clone(), [entry]).ok(),
            Some(course) => {
                let before = course.entries().len();
                if course.record_entry(entry).is_err() {
                    assert_eq!(course.entries().len(), before);
                }
            }
        }
    }
    if let Some(course) = course {
        interpersonal_fuzz::use_course(&course);
    }
});
