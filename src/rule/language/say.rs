//! Saying places, evidence and lists in a language.

use core::fmt;

use super::Language;
use crate::{
    protocol::Protocol,
    rule::{Evidence, Place},
    task::Task,
};

/// Writes a sentence with its values.
pub(crate) fn fill(f: &mut fmt::Formatter<'_>, template: &str, values: &[(&str, &dyn fmt::Display)]) -> fmt::Result {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        f.write_str(before)?;
        let Some((name, tail)) = after.split_once('}') else { return write!(f, "{{{after}") };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => value.fmt(f)?,
            None => write!(f, "{{{name}}}")?,
        }
        rest = tail;
    }
    f.write_str(rest)
}

/// A sentence with its values.
pub(crate) struct Said<'a>(pub(crate) &'a str, pub(crate) &'a [(&'a str, &'a dyn fmt::Display)]);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fill(f, self.0, self.1)
    }
}

/// Something in a language, and with the labels of a protocol where there is one.
pub(in crate::rule) struct Say<'a, T>(
    pub(in crate::rule) &'a Language,
    pub(in crate::rule) Option<&'a Protocol>,
    pub(in crate::rule) T,
);

/// The members of a set, each in its word.
pub(crate) struct List<'a, I>(pub(crate) &'a Language, pub(crate) I);

impl<I: Iterator<Item = &'static str> + Clone> fmt::Display for List<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names = self.1.clone();
        match names.next() {
            None => return f.write_str(self.0.phrases.none),
            Some(first) => fmt::Display::fmt(&self.0.word(first), f)?,
        }
        names.try_for_each(|name| write!(f, ", {}", self.0.word(name)))
    }
}

/// A phase under the protocol's label; without a protocol under the crate's word.
struct Label<'a>(&'a Language, Option<&'a Protocol>, crate::Phase);

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1.and_then(|protocol| protocol.phase(self.2)) {
            Some(spec) => f.write_str(&spec.label),
            None => fmt::Display::fmt(&self.0.word(self.2.name()), f),
        }
    }
}

impl fmt::Display for Say<'_, Place> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, protocol, place) = *self;
        let phrases = language.phrases;
        match place {
            Place::Course => f.write_str(phrases.course),
            Place::Phase(phase) if protocol.is_some_and(|protocol| protocol.phase(phase).is_some()) => {
                fmt::Display::fmt(&Label(language, protocol, phase), f)
            }
            Place::Phase(phase) => fill(f, phrases.phase, &[("phase", &language.word(phase.name()))]),
            Place::Region(region) => fmt::Display::fmt(&language.word(region.name()), f),
            Place::Task(Task::Initial(task)) => write!(f, "T{:02} {}", task.number(), language.word(task.name())),
            Place::Task(Task::Ending(task)) => write!(f, "E{:02} {}", task.number(), language.word(task.name())),
            Place::Task(Task::Declared(token)) => {
                let declared =
                    protocol.and_then(|protocol| protocol.spec().tasks.iter().find(|task| task.token == token));
                f.write_str(declared.map_or(token.as_str(), |task| &task.label))
            }
            Place::Day(day) => write!(f, "{day}"),
            Place::Session { entry, held } => {
                let number = entry.number();
                let values: [(&str, &dyn fmt::Display); 1] = [("number", &number)];
                let entry = Said(phrases.entry, &values);
                match held {
                    Some(held) => fill(f, phrases.session, &[("held", &held), ("entry", &entry)]),
                    None => fill(f, phrases.session_not_held, &[("entry", &entry)]),
                }
            }
            Place::Entry(entry) => fill(f, phrases.entry, &[("number", &entry.number())]),
        }
    }
}

impl fmt::Display for Say<'_, Evidence> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(language, protocol, evidence) = *self;
        let phrases = language.phrases;
        macro_rules! names {
            ($set:expr) => {
                List(language, $set.iter().map(|member| member.name()))
            };
        }
        match evidence {
            Evidence::Nothing {} => Ok(()),
            Evidence::TooFew { found, least } => fill(f, phrases.too_few, &[("found", &found), ("least", &least)]),
            Evidence::TooMany { found, most } => fill(f, phrases.too_many, &[("found", &found), ("most", &most)]),
            Evidence::Outside { found, least, most } => {
                fill(f, phrases.outside, &[("found", &found), ("least", &least), ("most", &most)])
            }
            Evidence::SessionsLeft { left, below } => {
                fill(f, phrases.sessions_left, &[("left", &left), ("below", &below)])
            }
            Evidence::Days { from, to, limit } => {
                let days = (to - from).num_days();
                fill(f, phrases.days, &[("days", &days), ("from", &from), ("to", &to), ("limit", &limit)])
            }
            Evidence::On { day } => write!(f, "{day}"),
            Evidence::Share { part, whole, num, den } => {
                fill(f, phrases.share, &[("part", &part), ("whole", &whole), ("num", &num), ("den", &den)])
            }
            Evidence::Phases { written, derived } => {
                let label = |phase| Label(language, protocol, phase);
                fill(f, phrases.phases, &[("written", &label(written)), ("derived", &label(derived))])
            }
            Evidence::Area { area } => fmt::Display::fmt(&language.word(area.name()), f),
            Evidence::Areas { found, allowed } => {
                fill(f, phrases.areas, &[("found", &names!(found)), ("allowed", &names!(allowed))])
            }
            Evidence::InitialTasks { open } => fill(f, phrases.open, &[("open", &names!(open))]),
            Evidence::EndingTasks { open } => fill(f, phrases.open, &[("open", &names!(open))]),
            Evidence::FormulationParts { missing } => fill(f, phrases.missing, &[("missing", &names!(missing))]),
            Evidence::ContractTerms { missing } => fill(f, phrases.missing, &[("missing", &names!(missing))]),
            Evidence::Screen { items } => fmt::Display::fmt(&names!(items), f),
            Evidence::OffModel { activity, sessions } => {
                fill(f, phrases.off_model, &[("activity", &language.word(activity.name())), ("sessions", &sessions)])
            }
            Evidence::Work { kinds } => fmt::Display::fmt(&names!(kinds), f),
            Evidence::Score { instrument, total } => write!(f, "{instrument} {total}"),
            Evidence::Instrument { instrument } => write!(f, "{instrument}"),
            Evidence::Change { instrument, from, to } => {
                fill(f, phrases.change, &[("instrument", &instrument), ("from", &from), ("to", &to)])
            }
            Evidence::Concern { kind } => fmt::Display::fmt(&language.word(kind.name()), f),
            Evidence::Fact { kind } => fmt::Display::fmt(&language.word(kind.name()), f),
            Evidence::Ended { mode, result } => fill(
                f,
                phrases.ended,
                &[("mode", &language.word(mode.name())), ("result", &language.word(result.name()))],
            ),
            Evidence::Rule { code } => write!(f, "{code}"),
            Evidence::Matter { name } => fmt::Display::fmt(&language.word(name), f),
        }
    }
}
