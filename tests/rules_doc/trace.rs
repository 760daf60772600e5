//! Which tests name which rule, read from the tests themselves.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A test that shows a rule.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shown {
    pub(crate) code: String,
    /// `proof`: a course that meets the rule, one that does not, one that does not report the
    /// topic. `test`: a test that names it.
    pub(crate) how: &'static str,
    pub(crate) file: String,
    pub(crate) test: String,
}

/// The codes in a line.
fn codes(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("IPT-").filter_map(|(at, _)| {
        let code = line.get(at..at + 7)?;
        let digits = code.get(4..)?.bytes().all(|byte| byte.is_ascii_digit());
        let ends = line[at + 7..]
            .bytes()
            .next()
            .is_none_or(|byte| !byte.is_ascii_digit());
        (digits && ends).then_some(code)
    })
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every rule with the tests that name it, each once, in order.
pub(crate) fn trace() -> Vec<Shown> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(&root.join("tests"), &mut paths);
    let mut shown = Vec::new();
    for path in paths.iter().filter(|path| {
        !path
            .components()
            .any(|part| part.as_os_str() == "rules_doc")
    }) {
        let file = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let (mut test, mut next_is_test, mut proves) = (None, false, false);
        for line in fs::read_to_string(path).unwrap().lines() {
            let trimmed = line.trim_start();
            if trimmed.starts_with("#[test]") {
                next_is_test = true;
            } else if let Some(name) = trimmed
                .strip_prefix("fn ")
                .and_then(|rest| rest.split_once('('))
            {
                test = next_is_test.then(|| name.0.to_string());
                next_is_test = false;
            }
            // The code of a proof stands beside its opening or in the line below.
            proves |= trimmed.starts_with("Proof::");
            if let Some(code) = codes(trimmed).next().filter(|_| proves) {
                proves = false;
                shown.push(Shown {
                    code: code.into(),
                    how: "proof",
                    file: file.clone(),
                    test: "every_proof_holds".into(),
                });
            }
            if let Some(test) = &test {
                shown.extend(codes(line).map(|code| Shown {
                    code: code.into(),
                    how: "test",
                    file: file.clone(),
                    test: test.clone(),
                }));
            }
        }
    }
    shown.sort();
    shown.dedup();
    shown
}
