//! The protocols that another can extend.

use alloc::{borrow::ToOwned, format, string::String, vec::Vec};

use serde::Deserializer;

use super::{
    EXTENDS,
    file::{Content, ProtocolFile},
    merge::{Told, a_base, is_short, merged, shown},
    tree_of::tree_of,
};
use crate::{
    base::{
        near::{changes, meant},
        shape::Documented,
    },
    protocol::{Protocol, ProtocolError, ProtocolSpec, preset},
    vocabulary::ProtocolId,
    wire::{
        WireError,
        discreet::read_as,
        fault::{Fault, Problem, misread},
        sift::read_tree,
        track::Step,
        tree::Tree,
    },
};

/// The protocols that another can extend: the presets, and those that an application adds.
///
/// A protocol that is read by itself, such as a [`Protocol`] by `serde_json::from_str`, and one in
/// a course can extend a preset. A service whose protocols extend one another reads their files and
/// opens them here; the order in which they are added does not matter. One that is added goes
/// before a preset of the same identifier.
///
/// ```
/// use interpersonal::wire::{Bases, ProtocolFile};
///
/// let ours: ProtocolFile = serde_json::from_value(serde_json::json!({
///     "extends": "acute-16", "id": "our-clinic", "title": "IPT at our clinic",
///     "dose": {"minutes": {"value": {"min": 45, "typical": 45, "max": 50},
///                          "source": "our-clinic-2026", "basis": "practice"}},
/// }))?;
/// let evening = serde_json::json!({
///     "extends": "our-clinic", "id": "our-evenings", "title": "IPT in the evening",
///     "measures": {"remove": ["ham-d-17"]},
/// });
/// let protocol = Bases::presets().with(ours).read(evening)?;
/// assert_eq!(protocol.spec().dose.minutes.value.typical, 45);
/// assert_eq!(protocol.spec().parent.unwrap().as_str(), "our-clinic");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Bases {
    own: Vec<ProtocolFile>,
}

/// Why a file makes no protocol.
pub(in crate::wire) enum Unusable {
    /// Its faults, each with its place in the file.
    Faults(Vec<Told>),
    /// The same of a whole protocol.
    Misread(Vec<Fault>),
    /// Its parts disagree.
    Disagrees(ProtocolError),
}

impl Bases {
    /// The presets and nothing else.
    #[must_use]
    pub const fn presets() -> Self {
        Self { own: Vec::new() }
    }

    /// The same with one more: a file, a [`Protocol`] or a [`ProtocolSpec`].
    #[must_use]
    pub fn with(mut self, base: impl Into<ProtocolFile>) -> Self {
        self.own.push(base.into());
        self
    }

    /// The protocol that a file holds, whole.
    ///
    /// # Errors
    ///
    /// [`WireError::Faults`] with every fault of the file, or [`WireError::Protocol`] with every
    /// place where the parts of the whole disagree.
    pub fn open(&self, file: ProtocolFile) -> Result<Protocol, WireError> {
        Ok(match file.content {
            Content::Whole(spec) => Protocol::new(*spec)?,
            Content::Written(tree) => self.resolve(&tree)?,
        })
    }

    /// Reads a protocol, whole or short.
    ///
    /// # Errors
    ///
    /// What the format makes of input that it cannot read at all; else what is wrong with the
    /// protocol, as in [`open`](Self::open).
    pub fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<Protocol, D::Error> {
        let file = read_as::<ProtocolFile, D>(&ProtocolFile::SHAPE, deserializer)?;
        self.open(file).map_err(serde::de::Error::custom)
    }

    /// Every fault of a file; none if it holds a protocol.
    #[must_use]
    pub fn faults(&self, file: &ProtocolFile) -> Vec<Fault> {
        let told = |error: WireError| match error {
            WireError::Faults { faults } => faults,
            error => {
                let problem = Problem::Unusable(error);
                alloc::vec![Fault::at(&[], &ProtocolFile::SHAPE, None, problem)]
            }
        };
        self.open(file.clone()).err().map(told).unwrap_or_default()
    }

    /// The protocol that a tree holds.
    pub(in crate::wire) fn resolve(&self, tree: &Tree) -> Result<Protocol, Unusable> {
        let whole = if is_short(tree) {
            self.whole(tree).map_err(Unusable::Faults)?
        } else {
            tree.clone()
        };
        let shape = &ProtocolSpec::SHAPE;
        let spec =
            read_tree::<ProtocolSpec>(&whole, shape, shape, &[]).map_err(Unusable::Misread)?;
        Protocol::new(spec).map_err(Unusable::Disagrees)
    }

    /// Every fault of a short form that stands within something else.
    pub(in crate::wire) fn faults_of(&self, short: &Tree) -> Vec<Told> {
        self.whole(short).err().unwrap_or_default()
    }

    /// A short form together with its base, or every fault of it.
    fn whole(&self, short: &Tree) -> Result<Tree, Vec<Told>> {
        let mut told = Vec::new();
        let base = match self.base(short) {
            Ok(base) => Some((base.id(), tree_of(base.spec()))),
            Err(problem) => {
                told.push((Vec::from([Step::Field(EXTENDS)]), problem));
                None
            }
        };
        let (whole, more) = merged(base.as_ref().map(|(id, tree)| (*id, tree)), short);
        told.extend(more);
        if told.is_empty() {
            Ok(whole)
        } else {
            Err(told)
        }
    }

    /// The protocol that a short form extends.
    fn base(&self, short: &Tree) -> Result<Protocol, Problem> {
        let named = short.field(EXTENDS).unwrap_or(&Tree::Null);
        let text = named.text().unwrap_or_default();
        let id = ProtocolId::new(text).map_err(|_| misread(named.found(), a_base()))?;
        let name = id.as_str();
        self.is_no_ring(short)?;
        let Some(own) = self.named(name) else {
            return Protocol::get(id).cloned().ok_or_else(|| self.unknown(name));
        };
        self.open(own.clone()).map_err(|error| Problem::Unfit {
            found: format!("{} cannot be used, since {error}", shown(name)),
            expected: "it must be mended first".to_owned(),
        })
    }

    /// The file of that identifier among those that were added.
    fn named(&self, id: &str) -> Option<&ProtocolFile> {
        self.own.iter().find(|file| file.id_text() == Some(id))
    }

    /// Follows what extends what, and refuses a protocol that comes back to itself.
    fn is_no_ring(&self, short: &Tree) -> Result<(), Problem> {
        let name = |tree: &Tree, field| Some(tree.field(field)?.text()?.to_owned());
        let mut chain: Vec<String> = name(short, "id").into_iter().collect();
        let mut next = name(short, EXTENDS);
        while let Some(base) = next {
            if let Some(from) = chain.iter().position(|id| *id == base) {
                let links: Vec<_> = chain[from..].iter().skip(1).chain([&base]).collect();
                let links: Vec<_> = links.into_iter().map(|id| shown(id)).collect();
                return Err(Problem::Unfit {
                    found: format!(
                        "{} extends {}",
                        shown(&chain[from]),
                        links.join(", which extends ")
                    ),
                    expected: "a protocol must not extend itself".to_owned(),
                });
            }
            next = self.named(&base).and_then(|file| match &file.content {
                Content::Whole(_) => None,
                Content::Written(tree) => name(tree, EXTENDS),
            });
            chain.push(base);
        }
        Ok(())
    }

    /// No protocol has that identifier; the nearest are named.
    fn unknown(&self, name: &str) -> Problem {
        let mut known: Vec<&str> = self.own.iter().filter_map(ProtocolFile::id_text).collect();
        known.extend(preset::ALL.iter().map(|preset| preset.spec().id.as_str()));
        known.sort_by_key(|known| changes(known, name));
        let near = if let Some(near) = meant(name, known.iter().copied()) {
            format!("the nearest is `{near}`")
        } else {
            let near: Vec<_> = known.iter().take(3).map(|id| format!("`{id}`")).collect();
            format!("the nearest are {}", near.join(", "))
        };
        Problem::Unfit {
            found: format!("no protocol has the identifier {}", shown(name)),
            expected: near,
        }
    }
}

impl From<Unusable> for WireError {
    fn from(unusable: Unusable) -> Self {
        let shape = &ProtocolFile::SHAPE;
        match unusable {
            Unusable::Faults(told) => Self::Faults {
                faults: told
                    .into_iter()
                    .map(|(path, problem)| Fault::at(&path, shape, None, problem))
                    .collect(),
            },
            Unusable::Misread(faults) => Self::Faults { faults },
            Unusable::Disagrees(error) => Self::Protocol(error),
        }
    }
}
