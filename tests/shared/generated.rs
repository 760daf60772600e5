//! Files of the tree that are generated from the crate.

use std::{env, fs, path::Path};

/// Asserts that a stored file holds the text. `checks/bless.sh` sets `IPT_BLESS`, and then the text
/// is written first.
///
/// That script finds the tests to run by their names: a test that calls this has `is_generated` in
/// its own.
#[track_caller]
pub(crate) fn assert_stored(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if env::var_os("IPT_BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    if stored == text {
        return;
    }
    let same = stored
        .lines()
        .zip(text.lines())
        .take_while(|(stored, text)| stored == text)
        .count();
    panic!(
        "{name} differs from what the crate says, first in line {}:\nstored:   {}\nexpected: {}\n\
         `checks/bless.sh` writes it anew.",
        same + 1,
        stored.lines().nth(same).unwrap_or("the end of the file"),
        text.lines().nth(same).unwrap_or("the end of the file"),
    );
}
