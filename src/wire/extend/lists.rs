//! What the entries of a list go by when some are added and some removed.

use alloc::{format, string::String, vec::Vec};

use crate::{vocabulary::Phase, wire::tree::Tree};

/// The fields of an entry that say what the entry is about. A protocol's stretches of sessions are
/// about nothing but their numbers, so that list is replaced whole.
pub(super) fn keys(list: &str) -> &'static [&'static str] {
    match list {
        "phases" => &["phase"],
        "modules" | "specialisations" | "tasks" => &["token"],
        "entry_scores" | "measures" => &["instrument"],
        "tracks" => &["track"],
        "area_labels" => &["area"],
        "techniques" => &["technique"],
        "proscribed" => &["activity"],
        "participants" => &["relation"],
        "contacts" => &["with"],
        "anchors" => &["anchor"],
        "steps" => &["criterion"],
        "adjustments" => &["code"],
        "indications" | "contraindications" => &["system", "stem"],
        _ => &[],
    }
}

/// Whether entries of the list can be named.
pub(super) fn has_names(list: &str) -> bool {
    list != "cadence"
}

/// What an entry is about: the name by which it is removed, and by which a difference names it. A
/// diagnosis goes by classification and code, `icd-10:F33`.
pub(super) fn name(list: &str, entry: &Tree) -> Option<String> {
    if let Tree::Text(name) = entry {
        return Some(name.clone());
    }
    let text = |key: &&str| entry.field(key).and_then(Tree::text);
    let parts: Option<Vec<&str>> = keys(list).iter().map(text).collect();
    parts
        .filter(|parts| !parts.is_empty())
        .map(|parts| parts.join(":"))
}

/// The names of all entries; a second entry about the same thing gets a number, as in the path of a
/// difference: `response#2`.
pub(super) fn names(list: &str, entries: &[Tree]) -> Vec<Option<String>> {
    let mut names = Vec::<Option<String>>::new();
    for entry in entries {
        let plain = name(list, entry);
        let mut numbered = plain.clone();
        let mut number = 2;
        while numbered.is_some() && names.contains(&numbered) {
            numbered = plain.as_ref().map(|plain| format!("{plain}#{number}"));
            number += 1;
        }
        names.push(numbered);
    }
    names
}

/// The entries of the base without those that are removed, and with those that are added. An added
/// entry that goes by the name of a removed one takes its place; any other stands at the end, a
/// phase where phases stand in their order.
pub(super) fn changed(list: &str, base: &[Tree], is_removed: &[bool], added: &[Tree]) -> Vec<Tree> {
    let names = names(list, base);
    let mut added: Vec<Option<&Tree>> = added.iter().map(Some).collect();
    let mut entries = Vec::new();
    for (at, entry) in base.iter().enumerate() {
        if !is_removed.get(at).copied().unwrap_or_default() {
            entries.push(entry.clone());
            continue;
        }
        let takes_its_place =
            |it: &&mut Option<&Tree>| it.is_some_and(|it| name(list, it) == names[at]);
        let in_its_place = added
            .iter_mut()
            .find(takes_its_place)
            .and_then(Option::take);
        entries.extend(in_its_place.cloned());
    }
    entries.extend(added.into_iter().flatten().cloned());
    if list == "phases" {
        entries.sort_by_key(|entry| {
            let phase = name(list, entry);
            Phase::ALL
                .iter()
                .position(|known| phase.as_deref() == Some(known.name()))
        });
    }
    entries
}
