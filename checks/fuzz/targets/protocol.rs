//! Any bytes as a protocol file, whole or in short: read, or refused with all its faults.

#![no_main]

use interpersonal::{protocol::Protocol, wire};
use libfuzzer_sys::fuzz_target;
use serde_json::Deserializer;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(protocol) = serde_json::from_slice::<Protocol>(bytes) {
        interpersonal_fuzz::use_protocol(&protocol);
    }
    let _ = wire::protocol_faults(&mut Deserializer::from_slice(bytes));
});
