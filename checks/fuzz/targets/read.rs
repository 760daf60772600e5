//! Any bytes as a course file: read, or refused with an error; what is read is used.

#![no_main]

use interpersonal::{Course, wire};
use libfuzzer_sys::fuzz_target;
use serde_json::Deserializer;

fuzz_target!(|bytes: &[u8]| {
    let strict = serde_json::from_slice::<Course>(bytes);
    if let Ok(course) = &strict {
        interpersonal_fuzz::use_course(course);
    }
    // What is wrong is set aside, and the rest is a course like any other.
    if let Ok(sifted) = wire::sift(&mut Deserializer::from_slice(bytes)) {
        let _ = sifted.set_aside();
    }
    let _ = wire::faults::<interpersonal::Entry, _>(&mut Deserializer::from_slice(bytes));
});
