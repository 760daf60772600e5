//! Links within and between the documents lead to a file and a heading that are there.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn documents(below: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && !name.starts_with('.') {
            documents(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

/// The headings of a document as its links name them: in small letters, without punctuation,
/// hyphens for spaces.
fn headings(text: &str) -> BTreeSet<String> {
    let titles = text
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim());
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let name = |title: &str| {
        title
            .to_lowercase()
            .chars()
            .filter(|&c| kept(c))
            .collect::<String>()
            .replace(' ', "-")
    };
    titles.map(name).collect()
}

/// What the links of a document point to, code left out.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let fences = text.split("```").step_by(2);
    fences
        .flat_map(|prose| prose.split("](").skip(1))
        .filter_map(|rest| rest.split([')', ' ', '\n']).next())
}

#[test]
fn every_link_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    documents(root, &mut found);
    let (mut followed, mut broken) = (0, Vec::new());
    for document in &found {
        let text = fs::read_to_string(document).unwrap();
        for target in targets(&text).filter(|target| !target.contains(':')) {
            followed += 1;
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() {
                document.clone()
            } else {
                document.parent().unwrap().join(path)
            };
            let leads = path.exists()
                && (heading.is_empty()
                    || headings(&fs::read_to_string(&path).unwrap_or_default()).contains(heading));
            if !leads {
                broken.push(format!(
                    "{}: {target}",
                    document.strip_prefix(root).unwrap().display()
                ));
            }
        }
    }
    broken.sort();
    broken.dedup();
    assert!(
        followed > 100 && broken.is_empty(),
        "{followed} links, of which these lead nowhere: {broken:#?}"
    );
}
