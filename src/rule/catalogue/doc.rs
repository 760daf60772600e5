//! A rule's documentation, taken apart when compiled: the first line is its title, and two headings
//! follow.

/// The heading over why a rule matters.
pub(super) const WHY: &str = "## Why";
/// The heading over when it does not apply.
pub(super) const UNLESS: &str = "## When it does not apply";

/// Bytes as text, without spaces around it.
const fn text(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes.trim_ascii()) {
        Ok(text) => text,
        Err(_) => panic!("a line ends at a character boundary"),
    }
}

/// Whether a line reads as a text, spaces around it aside.
const fn reads(line: &str, wanted: &str) -> bool {
    let (line, wanted) = (line.as_bytes().trim_ascii(), wanted.as_bytes());
    if line.len() != wanted.len() {
        return false;
    }
    let mut i = 0;
    while i < line.len() {
        if line[i] != wanted[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The first line.
pub(super) const fn title(lines: &[&'static str]) -> &'static str {
    text(lines[0].as_bytes())
}

/// What stands under a heading, up to the next one; nothing if there is no such heading.
///
/// It is given the lines and the whole, in which they follow each other without a line feed: each
/// begins with the space that stands before the next. The compiler does this for every rule, so
/// that it goes by lines: going by characters took a tenth of its time.
pub(super) const fn section(lines: &[&str], whole: &'static str, heading: &str) -> &'static str {
    let (mut at, mut from, mut i) = (0, None, 0);
    while i < lines.len() {
        let next = at + lines[i].len();
        if let Some(from) = from {
            if reads(lines[i], WHY) || reads(lines[i], UNLESS) {
                return text(whole.as_bytes().split_at(at).0.split_at(from).1);
            }
        } else if reads(lines[i], heading) {
            from = Some(next);
        }
        at = next;
        i += 1;
    }
    match from {
        Some(from) => text(whole.as_bytes().split_at(from).1),
        None => "",
    }
}

/// A name in small letters, as bytes.
pub(super) const fn lower_bytes<const N: usize>(name: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut i = 0;
    while i < N {
        bytes[i] = name.as_bytes()[i].to_ascii_lowercase();
        i += 1;
    }
    bytes
}

/// The same as text.
pub(super) const fn lower(bytes: &'static [u8]) -> &'static str {
    text(bytes)
}
