//! All faults of a file at once, and the course that is left when what is faulty is set aside.

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec::Vec,
};

use serde::{Deserializer, de::DeserializeOwned};

use super::{
    VERSION, Wire, WireError,
    discreet::tracked,
    extend::{Bases, ProtocolFile, is_short},
    fault::{Fault, Found, Problem, misread, unknown_name},
    protocols::Protocols,
    track::Step,
    tree::Tree,
    v1,
};
use crate::{
    Course, RecordError,
    base::{
        given::Given,
        shape::{Documented, Plain, Shape},
    },
    course::{
        ReplayError,
        entry::{Content, Entry, WaiverScope},
    },
    protocol::SharedProtocol,
    vocabulary::{AppKey, Seq},
};

/// Every fault of a part of the stored form that can be told from the others; none if it can be
/// read.
///
/// Reading ends at the first fault, as it must. This function keeps the whole file first and then
/// compares it with what is accepted, so that whoever mends the file sees all there is to mend.
///
/// ```
/// use interpersonal::{Fact, wire};
///
/// let form = serde_json::json!({"session": {"attendance": "came", "minutes": "fifty"}});
/// let faults = wire::faults::<Fact, _>(form)?;
/// assert_eq!(faults.len(), 2);
/// let words = "`session.minutes` holds a string and must hold a whole number from 0 to 65535";
/// assert_eq!(faults[1].to_string(), words);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A whole course is looked through by [`sift`], a protocol whose parts have to agree by
/// [`protocol_faults`].
///
/// # Errors
///
/// What the format makes of input that it cannot read at all, and so with its words and its
/// position.
pub fn faults<'de, T: DeserializeOwned + Documented, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Fault>, D::Error> {
    let tree = tree(deserializer)?;
    Ok(read_tree::<T>(&tree, &T::SHAPE, &T::SHAPE, &[])
        .err()
        .unwrap_or_default())
}

/// Every fault of a protocol, whole or short: those of its form, or, where it can be read, that its
/// parts disagree. One that extends a protocol of your own is looked through by
/// [`Bases::faults`].
///
/// # Errors
///
/// What the format makes of input that it cannot read at all.
pub fn protocol_faults<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Fault>, D::Error> {
    let tree = tree(deserializer)?;
    let shape = &ProtocolFile::SHAPE;
    Ok(match read_tree::<ProtocolFile>(&tree, shape, shape, &[]) {
        Ok(file) => Bases::presets().faults(&file),
        Err(faults) => faults,
    })
}

/// What a file holds when everything that cannot be read or cannot stand is set aside.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sifted {
    /// The course of what is left; none if nothing opens one, or no protocol can be read.
    pub course: Option<Course>,
    /// What was found, in the order of the file. An entry with a fault is not in the course.
    pub faults: Vec<Fault>,
    /// For each entry of the course its number in the file.
    numbers: Vec<Seq>,
}

impl Sifted {
    /// The number in the file of an entry of the course.
    #[must_use]
    pub fn number_in_file(&self, entry: Seq) -> Option<Seq> {
        self.numbers.get(entry.index()?).copied()
    }

    /// How many entries of the file are not in the course.
    #[must_use]
    pub fn set_aside(&self) -> usize {
        let mut entries: Vec<Seq> = self.faults.iter().filter_map(|fault| fault.entry).collect();
        entries.dedup();
        entries.len()
    }
}

/// Reads a stored course of any quality: every fault is told, entries with a fault are set aside,
/// and the rest is the course.
///
/// Reading a [`Course`] is strict, since a record that is stored must not lose an entry unseen.
/// This is for looking at a file that was not written by this crate: to mend it, or to see what the
/// rest of it says. What contradicts the record is set aside like what cannot be read. A strike, a
/// correction or a waiver names an entry by its number in the file, and is set aside with it.
///
/// ```
/// use interpersonal::wire;
///
/// let stored = serde_json::json!({"ipt/1": {"protocol": {"preset": "acute-16"}, "entries": [
///     {"at": "2026-01-05T17:00:00Z", "by": "therapist-1", "on": "2026-01-05",
///      "fact": {"opened": {"phase": "initial", "reporting": []}}},
///     {"at": "2026-01-05T17:05:00Z", "by": "therapist-1", "on": "2026-01-05", "key": "s-1",
///      "fact": {"session": {"attendance": "attended", "opening": true}}},
/// ]}});
/// let sifted = wire::sift(stored)?;
/// assert_eq!(
///     sifted.faults[0].to_string(),
///     "entry 2 (key s-1): `entries[1].fact.session.opening` holds true or false and must hold one of `not_reported`, \
///      `done`, `not_done`"
/// );
/// assert_eq!(sifted.course.unwrap().revision(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// What the format makes of input that it cannot read at all: a file that was cut off ends with its
/// error, and nothing of it is read.
pub fn sift<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Sifted, D::Error> {
    let tree = tree(deserializer)?;
    let shape = &Wire::SHAPE;
    let mut found = Vec::new();
    let Some(stored) = tree.field(VERSION) else {
        walk(&tree, shape, &mut Vec::new(), &mut |path, problem| {
            found.push(Fault::at(path, shape, None, problem));
        });
        return Ok(Sifted {
            course: None,
            faults: found,
            numbers: Vec::new(),
        });
    };
    let envelope = [Step::Field(VERSION)];
    // What is in neither of the two parts, which are looked at in their turn.
    walk(&tree, shape, &mut Vec::new(), &mut |path, problem| {
        let elsewhere = match path {
            [_, Step::Field("protocol")] => {
                matches!(
                    problem,
                    Problem::Misread {
                        found: Found::Nothing | Found::Twice,
                        ..
                    }
                )
            }
            [_, Step::Field("protocol"), ..] => false,
            _ => true,
        };
        let fault = Fault::at(path, shape, None, problem);
        if elsewhere && fault.entry.is_none() {
            found.push(fault);
        }
    });
    let mut protocols = Protocols::new();
    let protocol = stored
        .field("protocol")
        .and_then(|tree| protocol(tree, &envelope, &mut protocols, &mut found));
    let entries = match stored.field("entries") {
        Some(Tree::List(entries)) => entries.as_slice(),
        _ => &[],
    };
    let read: Vec<_> = entries
        .iter()
        .enumerate()
        .map(|(index, tree)| entry(tree, index, &envelope, &mut protocols))
        .collect();
    Ok(replay(protocol.as_ref(), read, found))
}

/// The input as it stands. Nothing is refused here but by the format, which names its position.
fn tree<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
    super::discreet(deserializer)
}

/// The value that a part of a file holds, or what is wrong with it. Whether it can be read is for
/// its type to say; where it cannot, its shape tells everything that is wrong.
pub(super) fn read_tree<T: DeserializeOwned + Documented>(
    tree: &Tree,
    part: &Shape,
    whole: &Shape,
    path: &[Step],
) -> Result<T, Vec<Fault>> {
    let read = if T::READS_ITSELF {
        T::deserialize(tree).map_err(|error| (None, error))
    } else {
        tracked::<T, _>(tree).map_err(|(track, error)| (Some(track), error))
    };
    let (track, error) = match read {
        Ok(value) => return Ok(value),
        Err(failed) => failed,
    };
    let key = tree
        .field("key")
        .and_then(Tree::text)
        .and_then(|key| AppKey::new(key).ok());
    let mut faults = Vec::new();
    walk(tree, part, &mut path.to_vec(), &mut |path, problem| {
        faults.push(Fault::at(path, whole, key, problem));
    });
    if faults.is_empty() {
        let words = error.to_string();
        // What reads itself has said where.
        let (within, problem) = match track {
            Some(track) => Fault::told(&track, part, &words),
            None => (Vec::new(), Problem::Refused(words)),
        };
        faults.push(Fault::at(&[path, &within].concat(), whole, key, problem));
    }
    Err(faults)
}

/// Goes through a value with what is accepted there and tells each place where they differ.
pub(super) fn walk(
    tree: &Tree,
    shape: &Shape,
    path: &mut Vec<Step>,
    tell: &mut dyn FnMut(&[Step], Problem),
) {
    let mut wrong = |path: &[Step], found| tell(path, misread(found, shape.accepted()));
    match (shape, tree) {
        // From the special to the general: what no arm takes is of the wrong type as a whole.
        (Shape::Optional(_), Tree::Null) => {}
        (Shape::Optional(inner), tree)
        | (Shape::Either(_, inner), tree @ (Tree::Object(_) | Tree::List(_))) => {
            walk(tree, inner, path, tell);
        }
        (Shape::Plain(_, Plain::Pair), Tree::List(numbers)) if numbers.len() == 2 => {
            for (index, number) in numbers.iter().enumerate() {
                path.push(Step::Index(index));
                walk(number, &u16::SHAPE, path, tell);
                path.pop();
            }
        }
        (Shape::Plain(_, plain), tree) => {
            if let Some(found) = differs(*plain, tree) {
                wrong(path, found);
            }
        }
        (Shape::Names(_, names), Tree::Text(text))
            if names.iter().any(|(name, _)| name == text) => {}
        (Shape::List(inner), Tree::List(elements)) => {
            for (index, element) in elements.iter().enumerate() {
                path.push(Step::Index(index));
                walk(element, inner, path, tell);
                path.pop();
            }
        }
        // What differs from another protocol is told by whoever puts the two together.
        (Shape::Object("ProtocolFile", ..), tree) if is_short(tree) => {
            for (within, problem) in Bases::presets().faults_of(tree) {
                tell(&[path.as_slice(), within.as_slice()].concat(), problem);
            }
        }
        (Shape::Object(_, _, known), Tree::Object(fields)) => {
            for (place, (name, value)) in fields.iter().enumerate() {
                let Some(field) = known.iter().find(|field| field.name == name) else {
                    tell_unknown(path, name, shape, tell);
                    continue;
                };
                path.push(Step::Field(field.name));
                // JSON allows a field twice, and readers differ in which of the two they take.
                if fields[..place].iter().any(|(before, _)| before == name) {
                    tell(path, misread(Found::Twice, String::new()));
                } else {
                    walk(value, field.shape, path, tell);
                }
                path.pop();
            }
            for field in known
                .iter()
                .filter(|field| field.required && tree.field(field.name).is_none())
            {
                path.push(Step::Field(field.name));
                tell(path, misread(Found::Nothing, field.shape.accepted()));
                path.pop();
            }
        }
        (Shape::Either(name, _), Tree::Text(text)) if name.check(text).is_ok() => {}
        (Shape::OneOf(_, keys), Tree::Object(fields)) => match fields.as_slice() {
            [] => wrong(path, Found::EmptyObject),
            [(name, value)] => match keys.iter().find(|(key, ..)| key == name) {
                Some((key, _, inner)) => {
                    path.push(Step::Field(key));
                    walk(value, inner, path, tell);
                    path.pop();
                }
                None => tell_unknown(path, name, shape, tell),
            },
            _ => wrong(path, Found::SeveralFields),
        },
        (_, tree) => wrong(path, tree.found()),
    }
}

fn tell_unknown(path: &[Step], name: &str, shape: &Shape, tell: &mut dyn FnMut(&[Step], Problem)) {
    let (path, problem) = unknown_name(path.to_vec(), Given::new(name), shape);
    tell(&path, problem);
}

/// What stands there instead of a plain value, if it is none.
fn differs(plain: Plain, tree: &Tree) -> Option<Found> {
    let is_one = match (plain, tree) {
        (Plain::Boolean, Tree::Boolean(_)) => true,
        (Plain::Number { least, most }, Tree::Whole(number)) => (least..=most).contains(number),
        (Plain::Pair, Tree::List(numbers)) => return Some(Found::Elements(numbers.len())),
        (Plain::Text | Plain::Token { .. } | Plain::Day | Plain::Moment, Tree::Text(text)) => {
            plain.takes(text)
        }
        (Plain::Empty, Tree::Object(fields)) => fields.is_empty(),
        _ => false,
    };
    (!is_one).then(|| tree.found())
}

/// The protocol under which the course was opened. Compiled where a file is sifted, for it reads
/// every type of the form anew.
#[inline]
fn protocol(
    tree: &Tree,
    envelope: &[Step],
    protocols: &mut Protocols,
    found: &mut Vec<Fault>,
) -> Option<SharedProtocol> {
    let path = [envelope, &[Step::Field("protocol")]].concat();
    let form =
        match read_tree::<v1::ProtocolForm>(tree, &v1::ProtocolForm::SHAPE, &Wire::SHAPE, &path) {
            Ok(form) => form,
            Err(faults) => {
                found.extend(faults);
                return None;
            }
        };
    form.open_at("protocol", None, protocols)
        .map_err(|error| match error {
            WireError::Faults { faults } => found.extend(faults),
            error => found.push(Fault::at(
                &path,
                &Wire::SHAPE,
                None,
                Problem::Unusable(error),
            )),
        })
        .ok()
}

/// An entry by itself, compiled like the protocol.
#[inline]
fn entry(
    tree: &Tree,
    index: usize,
    envelope: &[Step],
    protocols: &mut Protocols,
) -> Result<Entry, Vec<Fault>> {
    let path = [envelope, &[Step::Field("entries"), Step::Index(index)]].concat();
    let form = read_tree::<v1::Entry>(tree, &v1::Entry::SHAPE, &Wire::SHAPE, &path)?;
    let key = form.key;
    form.open(Some(Seq::at(index)), protocols)
        .map_err(|error| match error {
            WireError::Faults { faults } => faults,
            error => {
                let problem = Problem::Unusable(error);
                alloc::vec![Fault::at(&path, &Wire::SHAPE, key, problem)]
            }
        })
}

/// The course of what can stand.
fn replay(
    protocol: Option<&SharedProtocol>,
    entries: Vec<Result<Entry, Vec<Fault>>>,
    faults: Vec<Fault>,
) -> Sifted {
    let mut sifted = Sifted {
        course: None,
        faults,
        numbers: Vec::new(),
    };
    let entries_told = entries.len();
    // What comes before the opening contradicts the record only if there is an opening.
    let mut before = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let number = Seq::at(index);
        let entry = match entry {
            Ok(entry) => entry,
            Err(faults) => {
                sifted.faults.extend(faults);
                continue;
            }
        };
        let Some(protocol) = protocol else { continue };
        let key = entry.key;
        let fault = |problem| Fault {
            entry: Some(number),
            key,
            path: String::new(),
            problem,
        };
        let outcome = match &mut sifted.course {
            None => {
                Course::begin(protocol.clone(), entry).map(|course| sifted.course = Some(course))
            }
            Some(course) => match renamed(entry, number, &sifted.numbers) {
                Ok(entry) => course.replay_one(entry),
                Err(problem) => {
                    sifted.faults.push(fault(problem));
                    continue;
                }
            },
        };
        match outcome {
            Ok(()) => {
                sifted.faults.append(&mut before);
                sifted.numbers.push(number);
            }
            Err(error) => {
                let in_file = |entry: Seq| {
                    entry
                        .index()
                        .and_then(|at| sifted.numbers.get(at))
                        .copied()
                        .unwrap_or(number)
                };
                let error = WireError::Contradiction {
                    entry: number,
                    key,
                    error: error.renumbered(in_file),
                };
                let told = if sifted.course.is_some() {
                    &mut sifted.faults
                } else {
                    &mut before
                };
                told.push(fault(Problem::Unusable(error)));
            }
        }
    }
    if sifted.course.is_none() && protocol.is_some() {
        if entries_told == 0 && sifted.faults.is_empty() {
            let problem = Problem::Unusable(WireError::Empty(ReplayError::Empty));
            sifted.faults.push(Fault {
                entry: None,
                key: None,
                path: "entries".to_owned(),
                problem,
            });
        }
        // Nothing else can be said of what rests on an opening that is not there.
        sifted.faults.extend(before.into_iter().take(1));
    }
    sifted
}

/// The entry with the number that what it is about has among those that are left.
fn renamed(mut entry: Entry, number: Seq, numbers: &[Seq]) -> Result<Entry, Problem> {
    let target = match &mut entry.content {
        Content::Strike(strike) => &mut strike.entry,
        Content::Correct(correct) => &mut correct.entry,
        Content::Waive(waive) => match &mut waive.scope {
            WaiverScope::Entry(target) => target,
            _ => return Ok(entry),
        },
        Content::Fact { .. } | Content::ChangeProtocol { .. } => return Ok(entry),
    };
    if let Some(place) = numbers.iter().position(|kept| kept == target) {
        *target = Seq::at(place);
        return Ok(entry);
    }
    if target.index().is_some() && *target < number {
        return Err(Problem::AboutSetAside(*target));
    }
    let error = RecordError::NoSuchEntry {
        entry: *target,
        entries: number.number() - 1,
    };
    Err(Problem::Unusable(WireError::Contradiction {
        entry: number,
        key: entry.key,
        error: error.into(),
    }))
}
