//! What writes SVG: escaped text, estimated widths, labels that make way for one another.

use alloc::{string::String, vec::Vec};
use core::fmt::{self, Write as _};

/// Text in XML: what has a meaning there is escaped, and what XML cannot hold becomes a blank.
pub(super) struct Xml<'a>(pub(super) &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// The width of text in pixels at a font size, rather too wide than too narrow: fonts are the
/// reader's own.
pub(super) fn width(text: &str, size: i64) -> i64 {
    let characters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    characters.saturating_mul(size).saturating_mul(13) / 20 + 2
}

/// Where a label begins at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a label looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Font {
    pub(super) size: i64,
    pub(super) bold: bool,
    pub(super) anchor: Anchor,
}

impl Font {
    pub(super) const fn of(size: i64) -> Self {
        Self {
            size,
            bold: false,
            anchor: Anchor::Start,
        }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// Elements, one a line.
#[derive(Debug, Default)]
pub(super) struct Pen(pub(super) String);

impl Pen {
    /// Writes an element that is given in full.
    pub(super) fn put(&mut self, element: fmt::Arguments<'_>) {
        // Writing into a string does not fail.
        let _ = self.0.write_fmt(element);
        self.0.push('\n');
    }

    /// Writes a label with a white rim, so that it can be read over lines.
    pub(super) fn text(&mut self, (x, y): (i64, i64), font: Font, text: &str) {
        let weight = if font.bold {
            " font-weight=\"bold\""
        } else {
            ""
        };
        let anchor = match font.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let size = font.size;
        self.put(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}"{weight}{anchor} paint-order="stroke" stroke="white" stroke-width="3">{}</text>"#,
            Xml(text)
        ));
    }

    pub(super) fn line(&mut self, (x1, y1): (i64, i64), (x2, y2): (i64, i64), style: &str) {
        self.put(format_args!(
            r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {style}/>"#
        ));
    }

    /// Opens a group with a sentence for those who point at it or cannot see it.
    pub(super) fn open(&mut self, title: &str) {
        self.put(format_args!("<g><title>{}</title>", Xml(title)));
    }

    pub(super) fn close(&mut self) {
        self.put(format_args!("</g>"));
    }
}

/// Rows in which labels stand without overlapping: each takes the first row in which there is room.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<i64>);

impl Rows {
    /// The row of something between two places, counted from 0. What is placed comes from left to
    /// right.
    pub(super) fn place(&mut self, from: i64, until: i64) -> i64 {
        let at = self
            .0
            .iter()
            .position(|&end| end <= from)
            .unwrap_or(self.0.len());
        match self.0.get_mut(at) {
            Some(end) => *end = until,
            None => self.0.push(until),
        }
        i64::try_from(at).unwrap_or(i64::MAX)
    }

    /// Whether there is room in the first row; if so, it is taken.
    pub(super) fn fits(&mut self, from: i64, until: i64) -> bool {
        let free = self.0.first().is_none_or(|&end| end <= from);
        if free {
            self.0 = [until].to_vec();
        }
        free
    }

    pub(super) fn len(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }
}
