//! How near one name is to another, for what somebody mistyped.

use alloc::vec::Vec;

/// A letter as names are compared: whatever the case, and whatever stands between words.
pub(crate) fn letter(byte: u8) -> u8 {
    match byte {
        b'-' | b' ' => b'_',
        byte => byte.to_ascii_lowercase(),
    }
}

/// How many letters are put in, taken out or changed between two texts. Of the second, the first 64
/// count.
pub(crate) fn changes(a: &str, b: &str) -> usize {
    let b: Vec<u8> = b.bytes().take(64).map(letter).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, a) in a.bytes().map(letter).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &b) in b.iter().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// The name that somebody meant, unless none is near.
#[cfg(feature = "serde")]
pub(crate) fn meant<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = |known: &&str| changes(known, name);
    let found = known.into_iter().min_by_key(near)?;
    // A name of which more than half is different is no slip of the pen.
    (changes(found, name) * 2 <= found.len().max(name.len())).then_some(found)
}

/// The same where all names that there are stand beside it: only a slip of the pen, two letters or
/// one in four, since a name that shares a word (`session_held`, `supervision_held`) would mislead.
#[cfg(feature = "serde")]
pub(crate) fn misspelt<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    meant(name, known).filter(|found| changes(found, name) <= 2.max(found.len() / 4))
}

/// The names nearest to a text, at most three, the nearest first: those that take the fewest
/// changes, or one more.
pub(crate) fn nearest(names: impl Iterator<Item = &'static str>, text: &str) -> Vec<&'static str> {
    let mut known: Vec<_> = names.map(|name| (changes(name, text), name)).collect();
    known.sort_by_key(|(changes, _)| *changes);
    let least = known.first().map_or(0, |(changes, _)| *changes);
    known.retain(|(changes, _)| *changes <= least + 1);
    known.truncate(3);
    known.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::{changes, nearest};

    #[test]
    fn letters_put_in_taken_out_and_changed_are_counted() {
        for (a, b, count) in [
            ("acute-16", "acute-61", 2),
            ("uk-16", "UK_16", 0),
            ("", "abc", 3),
            ("abcd", "abd", 1),
        ] {
            assert_eq!(changes(a, b), count, "{a} {b}");
        }
    }

    #[test]
    fn at_most_three_names_are_near() {
        let near = |text| nearest(["abc", "abd", "xyz", "abe", "abf"].into_iter(), text);
        assert_eq!(near("abc"), ["abc", "abd", "abe"]);
        assert_eq!(near("XYZ"), ["xyz"]);
        assert_eq!(nearest([].into_iter(), "abc"), [""; 0]);
    }
}
