//! Any sequence of well-formed entries under any protocol: each is recorded or refused, and what
//! was refused has changed nothing. The bytes take the place of chance in the crate's strategies.

#![no_main]

use interpersonal::{Course, protocol::preset, testing::strategy};
use libfuzzer_sys::fuzz_target;
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

fuzz_target!(|bytes: &[u8]| {
    let Some((&which, rest)) = bytes.split_first() else {
        return;
    };
    let random = TestRng::from_seed(RngAlgorithm::PassThrough, rest);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let Ok(entries) = strategy::entries().new_tree(&mut runner) else {
        return;
    };
    let protocol = preset::ALL[usize::from(which) % preset::ALL.len()];
    let mut entries = entries.current().into_iter();
    let Some(mut course) = entries.find_map(|entry| Course::replay(protocol.clone(), [entry]).ok())
    else {
        return;
    };
    for entry in entries {
        let before = course.entries().len();
        if course.record_entry(entry).is_err() {
            assert_eq!(course.entries().len(), before);
        }
    }
    interpersonal_fuzz::use_course(&course);
});
