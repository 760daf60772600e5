//! `ipt/1`.

use alloc::{boxed::Box, format, vec::Vec};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use super::{WireError, extend::ProtocolFile, protocols::Protocols};
use crate::{
    FreeText,
    base::{
        payload::says_nothing,
        shape::{Documented, Field, Shape},
    },
    course::{
        ReplayError,
        entry::{ChangeProtocol, Content, Correct, Entry as Written, Origin, Strike, Waive},
    },
    protocol::{Protocol, ProtocolSpec, SharedProtocol, preset},
    record::{Fact, FactForm},
    vocabulary::{ActorRef, AppKey, ProtocolId, Seq},
};

/// A course as `ipt/1` stores it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Course {
    /// The protocol under which it was opened.
    pub protocol: ProtocolForm,
    /// The entries in order of writing.
    pub entries: Vec<Entry>,
}

/// A protocol as `ipt/1` stores it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ProtocolForm {
    /// A preset by its identifier, for files written by hand. What is written back is the protocol
    /// whole, so that a preset that changes in a later version does not change the past.
    #[serde(rename = "preset")]
    Preset(ProtocolId),
    /// The protocol whole, or what differs from the one that it extends. What is written back is
    /// whole.
    #[serde(rename = "spec")]
    Spec(ProtocolFile),
}

/// A change of protocol as `ipt/1` stores it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChangeForm {
    /// The protocol from the day on.
    pub to: ProtocolForm,
    /// Why.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub reason: Option<FreeText>,
}

/// An entry as `ipt/1` stores it: exactly one of `fact`, `strike`, `correct`, `waive`, `protocol`.
///
/// An [`Entry`](crate::Entry) is stored by itself in this form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: ActorRef,
    /// The application's own key.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub key: Option<AppKey>,
    /// How it came into the record.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub origin: Origin,
    /// The day in the patient's life, with a fact or a change of protocol.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub on: Option<NaiveDate>,
    /// What happened.
    #[serde(
        default,
        deserialize_with = "own_fact",
        skip_serializing_if = "says_nothing"
    )]
    pub fact: Option<Fact>,
    /// An earlier entry does not stand.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub strike: Option<Strike>,
    /// An earlier fact is replaced.
    #[serde(
        default,
        deserialize_with = "own_correction",
        skip_serializing_if = "says_nothing"
    )]
    pub correct: Option<Box<Correct>>,
    /// Leaving the protocol was justified.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub waive: Option<Box<Waive>>,
    /// The course goes on under another protocol.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub protocol: Option<ChangeForm>,
}

/// A fact within something else that is read discreetly already.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct OwnFact(#[serde(with = "FactForm")] pub(super) Fact);

/// A correction within something else that is read discreetly already.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnCorrection {
    entry: Seq,
    on: NaiveDate,
    fact: OwnFact,
    #[serde(default)]
    reason: Option<FreeText>,
}

fn own_fact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Fact>, D::Error> {
    Ok(Option::<OwnFact>::deserialize(deserializer)?.map(|OwnFact(fact)| fact))
}

fn own_correction<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Box<Correct>>, D::Error> {
    let read = Option::<OwnCorrection>::deserialize(deserializer)?;
    Ok(read.map(|own| {
        let mut correct = Correct::new(own.entry, own.on, own.fact.0);
        correct.reason = own.reason;
        Box::new(correct)
    }))
}

impl Documented for Course {
    const SHAPE: Shape = Shape::Object(
        "Course",
        "a course of treatment",
        &[
            Field {
                name: "protocol",
                about: "the protocol under which it was opened",
                required: true,
                shape: &ProtocolForm::SHAPE,
            },
            Field {
                name: "entries",
                about: "the entries in order of writing",
                required: true,
                shape: &Vec::<Entry>::SHAPE,
            },
        ],
    );
}

impl Documented for ProtocolForm {
    const SHAPE: Shape = Shape::OneOf(
        "Protocol",
        &[
            ("preset", "a preset by its identifier", &ProtocolId::SHAPE),
            (
                "spec",
                "the whole protocol, as this crate writes it, or what differs from the one that it `extends`",
                &ProtocolFile::SHAPE,
            ),
        ],
    );
}

impl Documented for ChangeForm {
    const SHAPE: Shape = Shape::Object(
        "ChangeProtocol",
        "From this day on, the course is under another protocol.",
        &[
            Field {
                name: "to",
                about: "The protocol from this day on.",
                required: true,
                shape: &ProtocolForm::SHAPE,
            },
            Field {
                name: "reason",
                about: "The reason for the change.",
                required: false,
                shape: &Option::<FreeText>::SHAPE,
            },
        ],
    );
}

impl Documented for Entry {
    const SHAPE: Shape = Shape::Object(
        "Entry",
        "One item of the record.",
        &[
            Field {
                name: "at",
                about: "When the entry was written.",
                required: true,
                shape: &DateTime::<Utc>::SHAPE,
            },
            Field {
                name: "by",
                about: "Who wrote it.",
                required: true,
                shape: &ActorRef::SHAPE,
            },
            Field {
                name: "key",
                about: "The application's own key.",
                required: false,
                shape: &AppKey::SHAPE,
            },
            Field {
                name: "origin",
                about: "How the entry came into the record.",
                required: false,
                shape: &Origin::SHAPE,
            },
            Field {
                name: "on",
                about: "The day on which it happened; required with `fact` and `protocol`.",
                required: false,
                shape: &NaiveDate::SHAPE,
            },
            Field {
                name: "fact",
                about: "What happened.",
                required: false,
                shape: &Fact::SHAPE,
            },
            Field {
                name: "strike",
                about: "An earlier entry is withdrawn.",
                required: false,
                shape: &Strike::SHAPE,
            },
            Field {
                name: "correct",
                about: "An earlier fact is replaced.",
                required: false,
                shape: &Correct::SHAPE,
            },
            Field {
                name: "waive",
                about: "The reason for departing from the protocol in one respect.",
                required: false,
                shape: &Waive::SHAPE,
            },
            Field {
                name: "protocol",
                about: "From this day on, the course is under another protocol.",
                required: false,
                shape: &ChangeForm::SHAPE,
            },
        ],
    );
}

impl ProtocolForm {
    /// The protocol. A fault of it is told with its place: `path` leads to the form, within an
    /// entry if it is part of one.
    pub(super) fn open_at(
        self,
        path: &str,
        entry: Option<(Seq, Option<AppKey>)>,
        protocols: &mut Protocols,
    ) -> Result<SharedProtocol, WireError> {
        match self {
            Self::Preset(id) => {
                let preset = Protocol::parse(id.as_str()).map_err(|error| {
                    let known = preset::ALL.iter().map(|known| known.spec().id.as_str());
                    WireError::UnknownPreset {
                        id,
                        nearest: error.nearest().join(", "),
                        known: known.collect::<Vec<_>>().join(", "),
                    }
                })?;
                Ok(preset.into())
            }
            Self::Spec(file) => protocols.open(file).map_err(|error| match error {
                WireError::Faults { faults } => WireError::Faults {
                    faults: faults
                        .into_iter()
                        .map(|fault| fault.below(&format!("{path}.spec"), entry))
                        .collect(),
                },
                error => error,
            }),
        }
    }
}

impl Entry {
    /// The entry, by its number if it is one of many.
    pub(super) fn open(
        self,
        entry: Option<Seq>,
        protocols: &mut Protocols,
    ) -> Result<Written, WireError> {
        let key = self.key;
        let found = usize::from(self.fact.is_some())
            + usize::from(self.strike.is_some())
            + usize::from(self.correct.is_some())
            + usize::from(self.waive.is_some())
            + usize::from(self.protocol.is_some());
        if found != 1 {
            return Err(WireError::EntryShape { entry, key, found });
        }
        let day = WireError::EntryDay {
            entry,
            key,
            given: self.on.is_some(),
        };
        let content = match (
            self.on,
            self.fact,
            self.protocol,
            self.strike,
            self.correct,
            self.waive,
        ) {
            (Some(on), Some(fact), ..) => Content::Fact { on, fact },
            (Some(on), None, Some(change), ..) => {
                let place = entry.and_then(Seq::index);
                let path = match place {
                    Some(place) => format!("entries[{place}].protocol.to"),
                    None => "protocol.to".into(),
                };
                let within = entry.map(|entry| (entry, key));
                let to = change.to.open_at(&path, within, protocols)?;
                let mut opened = ChangeProtocol::new(to);
                opened.reason = change.reason;
                Content::ChangeProtocol { on, change: opened }
            }
            (None, None, None, Some(strike), ..) => Content::Strike(strike),
            (None, None, None, None, Some(correct), _) => Content::Correct(correct),
            (None, None, None, None, None, Some(waive)) => Content::Waive(waive),
            _ => return Err(day),
        };
        let mut entry = Written::new(self.at, self.by, content).with_origin(self.origin);
        entry.key = self.key;
        Ok(entry)
    }
}

impl TryFrom<Entry> for Written {
    type Error = WireError;

    /// # Errors
    ///
    /// [`WireError`] when the form says nothing or several things, when it has no day or a day too
    /// many, or when its protocol is none.
    fn try_from(entry: Entry) -> Result<Self, WireError> {
        entry.open(None, &mut Protocols::new())
    }
}

impl From<&Written> for Entry {
    fn from(entry: &Written) -> Self {
        let mut form = Self {
            at: entry.recorded_at,
            by: entry.by,
            key: entry.key,
            origin: entry.origin,
            on: None,
            fact: None,
            strike: None,
            correct: None,
            waive: None,
            protocol: None,
        };
        match entry.content.clone() {
            Content::Fact { on, fact } => (form.on, form.fact) = (Some(on), Some(fact)),
            Content::Strike(strike) => form.strike = Some(strike),
            Content::Correct(correct) => form.correct = Some(correct),
            Content::Waive(waive) => form.waive = Some(waive),
            Content::ChangeProtocol { on, change } => {
                form.on = Some(on);
                form.protocol = Some(ChangeForm {
                    to: ProtocolForm::Spec(change.protocol.spec().clone().into()),
                    reason: change.reason,
                });
            }
        }
        form
    }
}

impl TryFrom<Course> for crate::Course {
    type Error = WireError;

    fn try_from(course: Course) -> Result<Self, WireError> {
        course.open(&mut Protocols::new())
    }
}

impl Course {
    pub(super) fn open(self, protocols: &mut Protocols) -> Result<crate::Course, WireError> {
        let protocol = self.protocol.open_at("protocol", None, protocols)?;
        let mut entries = self.entries.into_iter().enumerate();
        let Some((_, opening)) = entries.next() else {
            return Err(WireError::Empty(ReplayError::Empty));
        };
        let contradiction = |index: usize, key, error| WireError::Contradiction {
            entry: Seq::at(index),
            key,
            error,
        };
        let key = opening.key;
        let mut opened = crate::Course::begin(protocol, opening.open(Some(Seq::at(0)), protocols)?)
            .map_err(|error| contradiction(0, key, error))?;
        for (index, entry) in entries {
            let key = entry.key;
            opened
                .replay_one(entry.open(Some(Seq::at(index)), protocols)?)
                .map_err(|error| contradiction(index, key, error))?;
        }
        Ok(opened)
    }
}

/// A course on its way out, without a copy of its entries.
#[derive(Serialize)]
pub(super) struct CourseRef<'a> {
    protocol: ProtocolRef<'a>,
    entries: Vec<EntryRef<'a>>,
}

#[derive(Serialize, Clone, Copy)]
enum ProtocolRef<'a> {
    #[serde(rename = "spec")]
    Spec(&'a ProtocolSpec),
}

#[derive(Serialize, Clone, Copy)]
struct ChangeRef<'a> {
    to: ProtocolRef<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a FreeText>,
}

/// An entry on its way out, without a copy of what it holds.
#[derive(Serialize)]
pub(super) struct EntryRef<'a> {
    at: DateTime<Utc>,
    by: ActorRef,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<AppKey>,
    #[serde(skip_serializing_if = "says_nothing")]
    origin: Origin,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<&'a Fact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strike: Option<&'a Strike>,
    #[serde(skip_serializing_if = "Option::is_none")]
    correct: Option<&'a Correct>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waive: Option<&'a Waive>,
    #[serde(skip_serializing_if = "Option::is_none")]
    protocol: Option<ChangeRef<'a>>,
}

impl<'a> CourseRef<'a> {
    pub(super) fn of(course: &'a crate::Course) -> Self {
        Self {
            protocol: ProtocolRef::Spec(course.opening_protocol().spec()),
            entries: course.entries().iter().map(EntryRef::of).collect(),
        }
    }
}

impl<'a> EntryRef<'a> {
    pub(super) fn of(entry: &'a Written) -> Self {
        let mut form = Self {
            at: entry.recorded_at,
            by: entry.by,
            key: entry.key,
            origin: entry.origin,
            on: None,
            fact: None,
            strike: None,
            correct: None,
            waive: None,
            protocol: None,
        };
        match &entry.content {
            Content::Fact { on, fact } => {
                form.on = Some(*on);
                form.fact = Some(fact);
            }
            Content::Strike(strike) => form.strike = Some(strike),
            Content::Correct(correct) => form.correct = Some(correct),
            Content::Waive(waive) => form.waive = Some(waive),
            Content::ChangeProtocol { on, change } => {
                form.on = Some(*on);
                form.protocol = Some(ChangeRef {
                    to: ProtocolRef::Spec(change.protocol.spec()),
                    reason: change.reason.as_ref(),
                });
            }
        }
        form
    }
}
