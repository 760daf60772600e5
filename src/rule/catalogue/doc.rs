//! A rule's documentation, taken apart when compiled: the first line is its title, and two headings
//! follow.

/// The heading over why a rule matters.
pub(super) const WHY: &str = "## Why";
/// The heading over when it does not apply.
pub(super) const UNLESS: &str = "## When it does not apply";

const fn text(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes.trim_ascii()) {
        Ok(text) => text,
        Err(_) => panic!("a line ends at a character boundary"),
    }
}

/// Where the line that begins at a byte ends.
const fn end_of_line(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

/// Whether the line from one byte to another reads as a text, spaces around it aside.
const fn reads(bytes: &[u8], from: usize, to: usize, wanted: &str) -> bool {
    let (line, _) = bytes.split_at(to);
    let (_, line) = line.split_at(from);
    let (line, wanted) = (line.trim_ascii(), wanted.as_bytes());
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
pub(super) const fn title(doc: &'static str) -> &'static str {
    let bytes = doc.as_bytes();
    text(bytes.split_at(end_of_line(bytes, 0)).0)
}

/// What stands under a heading, up to the next one; nothing if there is no such heading.
pub(super) const fn section(doc: &'static str, heading: &str) -> &'static str {
    let bytes = doc.as_bytes();
    let (mut at, mut from) = (0, None);
    while at < bytes.len() {
        let end = end_of_line(bytes, at);
        if let Some(from) = from {
            if reads(bytes, at, end, WHY) || reads(bytes, at, end, UNLESS) {
                return text(bytes.split_at(at).0.split_at(from).1);
            }
        } else if reads(bytes, at, end, heading) {
            from = Some(if end < bytes.len() { end + 1 } else { end });
        }
        at = end + 1;
    }
    match from {
        Some(from) => text(bytes.split_at(from).1),
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
