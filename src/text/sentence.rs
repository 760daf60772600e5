//! What a finding or a question says: the sentence of its case, with its values.

use core::fmt::{self, Write as _};

use chrono::{Datelike as _, NaiveDate};

use super::{Day, Language, Say, say::Said};
use crate::{
    rule::Question,
    rule::{Due, Finding, Value},
    vocabulary::{Phase, Place},
};

/// A finding or an open question, said in a language.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    finding: &'a Finding,
    language: &'a Language,
    asks: bool,
}

impl<'a> Sentence<'a> {
    fn say<T>(&self, what: T) -> Say<'a, T> {
        Say(self.language, Some(&self.finding.protocol), what)
    }

    fn day(&self, day: NaiveDate) -> Day<'a> {
        Day {
            language: self.language,
            day,
            year: self.year(),
        }
    }

    /// The year that goes without saying, if no day of the sentence lies in another.
    fn year(&self) -> Option<i32> {
        let year = self.finding.as_of.year();
        let told = self
            .finding
            .evidence
            .iter()
            .filter_map(|(_, value)| match value {
                Value::Day(day) | Value::Place(Place::Day(day)) => Some(day),
                _ => None,
            });
        let mut days = told.chain(self.finding.on).chain(self.finding.related_on);
        days.all(|day| day.year() == year).then_some(year)
    }

    /// When something was due, as a clause.
    fn due(&self, due: Due) -> alloc::string::String {
        let phrases = self.language.phrases;
        let phase = |phase| self.say(Value::from(phase));
        match due {
            Due::Phase { phase: of, on } => {
                let values: [(&str, &dyn fmt::Display); 2] =
                    [("phase", &phase(of)), ("day", &self.day(on))];
                Said(phrases.due_phase, &values).owned()
            }
            Due::Sessions { most, on } => {
                let values: [(&str, &dyn fmt::Display); 2] =
                    [("most", &most), ("day", &self.day(on))];
                Said(phrases.due_sessions, &values).owned()
            }
            Due::Closing { on } => Said(phrases.due_closing, &[("day", &self.day(on))]).owned(),
            Due::Opening { phase: of, on } => {
                let values: [(&str, &dyn fmt::Display); 2] =
                    [("phase", &phase(of)), ("day", &self.day(on))];
                Said(phrases.due_opening, &values).owned()
            }
        }
    }

    /// Writes the value of that name; none if there is no such value.
    fn value(&self, name: &str, f: &mut dyn fmt::Write) -> Option<fmt::Result> {
        let finding = self.finding;
        if let Some(value) = finding.evidence.get(name) {
            return Some(match value {
                Value::Day(day) | Value::Place(Place::Day(day)) => write!(f, "{}", self.day(day)),
                Value::Due(due) => f.write_str(&self.due(due)),
                value => write!(f, "{}", self.say(value)),
            });
        }
        let phase = |phase| self.say(Value::from(phase));
        Some(match name {
            "day" => write!(f, "{}", self.day(finding.on?)),
            "other" => write!(f, "{}", self.day(finding.related_on?)),
            "as_of" => write!(f, "{}", self.day(finding.as_of)),
            "entry" => write!(f, "{}", finding.place.entry()?.number()),
            "other_entry" => write!(f, "{}", finding.related?.entry()?.number()),
            "session" => write!(f, "{}", number(finding.place)?),
            "other_session" => write!(f, "{}", number(finding.related?)?),
            "place" => write!(f, "{}", self.say(finding.place)),
            "range" => match (
                finding.evidence.get("least")?,
                finding.evidence.get("most")?,
            ) {
                (least, most) if least == most => write!(f, "{}", self.say(least)),
                (least, most) => write!(f, "{}–{}", self.say(least), self.say(most)),
            },
            "protocol" => write!(f, "{}", finding.protocol.id()),
            "assessment" => write!(f, "{}", phase(Phase::Assessment)),
            "initial" => write!(f, "{}", phase(Phase::Initial)),
            "middle" => write!(f, "{}", phase(Phase::Middle)),
            "ending" => write!(f, "{}", phase(Phase::Termination)),
            "concluded" => write!(f, "{}", phase(Phase::Concluded)),
            "continuation" => write!(f, "{}", phase(Phase::Continuation)),
            "maintenance" => write!(f, "{}", phase(Phase::Maintenance)),
            _ => return None,
        })
    }

    /// Writes what stands between two braces.
    fn brace(&self, brace: &str, f: &mut dyn fmt::Write) -> fmt::Result {
        let count = |name: &str| match self.finding.evidence.get(name) {
            Some(Value::Number(number)) => Some(number),
            Some(Value::Names(names)) => u32::try_from(names.iter().count()).ok(),
            _ => None,
        };
        if let Some((name, (one, many))) = brace
            .split_once(':')
            .and_then(|(name, forms)| Some((name, forms.split_once('|')?)))
        {
            if let Some(number) = count(name) {
                return write!(f, "{number} {}", if number == 1 { one } else { many });
            }
        } else if let Some((name, (one, many))) = brace
            .split_once('|')
            .and_then(|(name, forms)| Some((name, forms.split_once('|')?)))
        {
            if let Some(number) = count(name) {
                return f.write_str(if number == 1 { one } else { many });
            }
        } else if let Some(written) = self.value(brace, f) {
            return written;
        }
        // A sentence that names a value which its finding lacks is a fault of the rule; a test
        // reaches every case.
        write!(f, "{{{brace}}}")
    }
}

/// The number of a session for people.
const fn number(place: Place) -> Option<u16> {
    match place {
        Place::Session { number, .. } => number,
        _ => None,
    }
}

impl Finding {
    /// What was found, in one sentence.
    #[must_use]
    pub const fn in_language<'a>(&'a self, language: &'a Language) -> Sentence<'a> {
        Sentence {
            finding: self,
            language,
            asks: false,
        }
    }
}

/// The sentence in English.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.in_language(&Language::ENGLISH), f)
    }
}

impl Question {
    /// The question, in one sentence.
    #[must_use]
    pub const fn in_language<'a>(&'a self, language: &'a Language) -> Sentence<'a> {
        Sentence {
            finding: &self.finding,
            language,
            asks: true,
        }
    }
}

/// The question in English.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.in_language(&Language::ENGLISH), f)
    }
}

/// The place in English.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Say(&Language::ENGLISH, None, *self), f)
    }
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rule = self.finding.rule();
        let Some(case) = self.finding.case() else {
            return write!(
                f,
                "{} {}",
                self.language.phrases.not_met,
                self.language.must(rule)
            );
        };
        if !self.language.says(rule, case) && !self.language.is_english() {
            // A sentence has one language: what has none of its own is English to the day.
            let english = Self {
                language: &Language::ENGLISH,
                ..*self
            };
            return english.fmt(f);
        }
        let (says, asks) = self.language.case(rule, case);
        let template = if self.asks {
            asks.unwrap_or(says)
        } else {
            says
        };
        let mut out = Capital { f, written: false };
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.write_str(before)?;
            let Some((brace, tail)) = after.split_once('}') else {
                return out.write_str(after);
            };
            self.brace(brace, &mut out)?;
            rest = tail;
        }
        out.write_str(rest)
    }
}

/// Writes with a capital letter at the beginning.
struct Capital<'a, 'b> {
    f: &'a mut fmt::Formatter<'b>,
    written: bool,
}

impl fmt::Write for Capital<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut letters = text.chars();
        match letters.next() {
            Some(first) if !self.written => {
                self.written = true;
                first
                    .to_uppercase()
                    .try_for_each(|letter| self.f.write_char(letter))?;
                self.f.write_str(letters.as_str())
            }
            _ => self.f.write_str(text),
        }
    }
}
