//! A base and what differs from it, put together; every fault is told with its place.

use alloc::{
    borrow::{Cow, ToOwned},
    format,
    string::String,
    vec::Vec,
};

use super::{EXTENDS, FIELDS, lists};
use crate::{
    base::{
        given::{Given, is_wire_name},
        near::changes,
        shape::{Documented, Field, Shape},
    },
    vocabulary::ProtocolId,
    wire::{
        fault::{Found, Problem, misread, unknown_name},
        sift::walk,
        track::Step,
        tree::Tree,
    },
};

/// A fault and the way to it.
pub(in crate::wire) type Told = (Vec<Step>, Problem);

/// Whether a protocol is written as what differs from another.
pub(in crate::wire) fn is_short(tree: &Tree) -> bool {
    tree.field(EXTENDS).is_some()
}

/// The whole protocol, and every fault of the short form. Without a base, what can be told is told.
pub(super) fn merged(base: Option<(ProtocolId, &Tree)>, short: &Tree) -> (Tree, Vec<Told>) {
    let mut merge = Merge {
        base: base.map(|(id, _)| id),
        path: Vec::new(),
        told: Vec::new(),
    };
    let whole = match short {
        Tree::Object(own) => merge.protocol(base.map_or(&Tree::Null, |(_, tree)| tree), own),
        _ => Tree::Null,
    };
    (whole, merge.told)
}

/// The nearest of some names, unless none is near.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = |known: &&str| changes(known, name);
    let found = known.into_iter().min_by_key(near)?;
    // A name of which more than half is different is no slip of the pen.
    (changes(found, name) * 2 <= found.len().max(name.len())).then_some(found)
}

/// A name as it may be shown.
pub(super) fn shown(name: &str) -> String {
    if is_wire_name(name) || ProtocolId::new(name).is_ok() {
        format!("`{name}`")
    } else {
        format!("a name of {} characters", name.chars().count())
    }
}

/// Names in quotation marks.
fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

const ADD: &str = "add";
const REMOVE: &str = "remove";
/// What may stand in place of a list.
const CHANGE: Shape = {
    const ADDED: Field = Field {
        name: ADD,
        about: "entries to add",
        required: false,
        shape: &Vec::<Cow<'static, str>>::SHAPE,
    };
    const REMOVED: Field = Field {
        name: REMOVE,
        about: "the names of entries to remove",
        ..ADDED
    };
    Shape::Object("Change", "a change of a list", &[ADDED, REMOVED])
};
const LIST_OR_CHANGE: &str = "a list, or an object with `add`, `remove` or both";

struct Merge {
    /// The base, if it is known.
    base: Option<ProtocolId>,
    path: Vec<Step>,
    told: Vec<Told>,
}

impl Merge {
    fn tell(&mut self, problem: Problem) {
        self.told.push((self.path.clone(), problem));
    }

    fn unfit(&mut self, found: impl Into<String>, expected: impl Into<String>) {
        let (found, expected) = (found.into(), expected.into());
        self.tell(Problem::Unfit { found, expected });
    }

    fn within<T>(&mut self, step: Step, go_on: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = go_on(self);
        self.path.pop();
        value
    }

    /// What is taken as it stands has to be what is accepted there.
    fn taken(&mut self, own: &Tree, shape: &Shape) -> Tree {
        let Self { path, told, .. } = self;
        walk(own, shape, path, &mut |path, problem| {
            told.push((path.to_vec(), problem));
        });
        own.clone()
    }

    fn protocol(&mut self, base: &Tree, own: &[(String, Tree)]) -> Tree {
        for field in FIELDS
            .iter()
            .filter(|field| matches!(field.name, "id" | "title"))
        {
            if !own.iter().any(|(name, _)| name == field.name) {
                let missing = misread(Found::Nothing, field.shape.accepted());
                self.within(Step::Field(field.name), |it| it.tell(missing));
            }
        }
        let mut whole = self.object(base, own, FIELDS);
        let version = own.iter().any(|(name, _)| name == "version");
        let parent = own.iter().find(|(name, _)| name == "parent");
        if let (Some((_, parent)), Some(base)) = (parent, self.base) {
            if parent.text() != Some(base.as_str()) {
                self.within(Step::Field("parent"), |it| {
                    it.unfit(
                        format!("the protocol extends `{base}`, and another parent is given"),
                        format!("the parent must be left out, or be `{base}`"),
                    );
                });
            }
        }
        if let Tree::Object(fields) = &mut whole {
            for (name, value) in fields {
                match name.as_str() {
                    "parent" => {
                        *value = self
                            .base
                            .map_or(Tree::Null, |base| Tree::Text(base.as_str().to_owned()));
                    }
                    // The version is that of this description, not that of its base.
                    "version" if !version => *value = Tree::Whole(1),
                    _ => {}
                }
            }
        }
        whole
    }

    /// The fields of an object, each the base's or its own.
    fn object(&mut self, base: &Tree, own: &[(String, Tree)], known: &'static [Field]) -> Tree {
        self.names(own, known);
        let field = |field: &'static Field| {
            let inherited = base.field(field.name).unwrap_or(&Tree::Null);
            let value = match own.iter().find(|(name, _)| name == field.name) {
                None => inherited.clone(),
                Some((_, own)) => self.within(Step::Field(field.name), |it| {
                    it.value(inherited, own, field.shape)
                }),
            };
            (field.name.to_owned(), value)
        };
        Tree::Object(known.iter().map(field).collect())
    }

    /// Tells fields that are not known, and fields that are there twice.
    fn names(&mut self, own: &[(String, Tree)], known: &'static [Field]) {
        for (place, (name, value)) in own.iter().enumerate() {
            let earlier = own[..place].iter().find(|(before, _)| before == name);
            let known_as = known
                .iter()
                .map(|field| field.name)
                .chain((self.path.is_empty()).then_some(EXTENDS))
                .find(|known| known == name);
            match (known_as, earlier) {
                (Some(_), None) => {}
                (Some(name), Some((_, earlier))) => {
                    self.within(Step::Field(name), |it| match (earlier, value) {
                        (Tree::List(_), Tree::Object(_)) | (Tree::Object(_), Tree::List(_)) => it
                            .unfit(
                                "the list is both replaced and changed",
                                "it must be replaced by a list, or changed by `add` and `remove`",
                            ),
                        _ => it.tell(misread(Found::Twice, String::new())),
                    });
                }
                (None, _) => self.unknown(name, known.iter().map(|field| field.name)),
            }
        }
    }

    fn unknown<'a>(&mut self, name: &str, known: impl Iterator<Item = &'a str> + Clone) {
        let near = match nearest(name, known.clone()) {
            Some(near) => format!("the nearest is `{near}`"),
            None => format!("the field must be one of {}", quoted(known)),
        };
        let base = match self.base {
            Some(base) => format!("`{base}` has no such field"),
            None => "there is no such field".to_owned(),
        };
        let step = Given::new(name);
        if step.shown().is_some() {
            self.within(Step::Unknown(step), |it| it.unfit(base, near));
        } else {
            self.unfit(format!("{base} as {}", shown(name)), near);
        }
    }

    /// What stands at a place: the base's value with what differs.
    fn value(&mut self, base: &Tree, own: &Tree, shape: &'static Shape) -> Tree {
        match (shape, own) {
            (Shape::Optional(_), Tree::Null) => {
                // The parent is the base, whatever is written.
                let is_parent = self.path == [Step::Field("parent")];
                if let (Tree::Null, Some(id), false) = (base, self.base, is_parent) {
                    self.unfit(
                        format!("`{id}` says nothing here that could be taken away"),
                        "the field must be left out",
                    );
                }
                Tree::Null
            }
            // Where the base has nothing, there is nothing to inherit.
            (Shape::Optional(inner), own) if *base == Tree::Null && self.base.is_some() => {
                self.taken(own, inner)
            }
            (Shape::Optional(inner), own) => self.value(base, own, inner),
            (Shape::Object("Cited", _, fields), Tree::Object(own)) => self.cited(base, own, fields),
            (Shape::Object(_, _, fields), Tree::Object(own)) => self.object(base, own, fields),
            (Shape::Object("Cited", ..), own) => self.taken(own, shape),
            (Shape::Object(_, _, fields), own) => {
                let names = quoted(fields.iter().map(|field| field.name));
                self.tell(misread(
                    own.found(),
                    format!("an object with any of {names}"),
                ));
                base.clone()
            }
            (Shape::List(element), own) => self.list(base, own, element, shape),
            _ => self.taken(own, shape),
        }
    }

    /// A value with its source. The source of the base is that of the base's value alone, so
    /// whoever writes here says where it comes from; a value that is left out is the base's, cited
    /// from elsewhere.
    fn cited(&mut self, base: &Tree, own: &[(String, Tree)], fields: &'static [Field]) -> Tree {
        self.names(own, fields);
        let field = |field: &'static Field| {
            let inherited = base.field(field.name).unwrap_or(&Tree::Null);
            let own = own.iter().find(|(name, _)| name == field.name);
            // The place belongs to the work, which is said anew.
            if own.is_none() && field.name == "at" {
                return None;
            }
            let value = self.within(Step::Field(field.name), |it| match (own, field.shape) {
                (None, _) if field.name == "value" => inherited.clone(),
                (None, shape) => {
                    it.tell(misread(Found::Nothing, shape.accepted()));
                    Tree::Null
                }
                // A set of names can be added to like a list; any other value is written whole.
                (Some((_, own)), Shape::List(element)) => {
                    it.list(inherited, own, element, field.shape)
                }
                (Some((_, own)), shape) => it.taken(own, shape),
            });
            Some((field.name.to_owned(), value))
        };
        Tree::Object(fields.iter().filter_map(field).collect())
    }

    /// A list that is replaced, or added to and removed from.
    fn list(&mut self, base: &Tree, own: &Tree, element: &'static Shape, shape: &Shape) -> Tree {
        let list = match self.path.last() {
            Some(Step::Field(name)) => *name,
            _ => "",
        };
        match own {
            Tree::List(_) => self.taken(own, shape),
            Tree::Object(own) if own.is_empty() => {
                self.tell(misread(Found::EmptyObject, LIST_OR_CHANGE.to_owned()));
                base.clone()
            }
            Tree::Object(_) if !lists::has_names(list) => {
                self.unfit(
                    "the entries of this list have no names by which they could be told apart",
                    "the list must be replaced by a list",
                );
                base.clone()
            }
            Tree::Object(own) => self.changed_list(list, base, own, element),
            own => {
                self.tell(misread(own.found(), LIST_OR_CHANGE.to_owned()));
                base.clone()
            }
        }
    }

    fn changed_list(
        &mut self,
        list: &str,
        base: &Tree,
        own: &[(String, Tree)],
        element: &'static Shape,
    ) -> Tree {
        for (place, (name, _)) in own.iter().enumerate() {
            let Some(known) = [ADD, REMOVE].into_iter().find(|known| known == name) else {
                let (path, problem) = unknown_name(self.path.clone(), Given::new(name), &CHANGE);
                self.told.push((path, problem));
                continue;
            };
            if own[..place].iter().any(|(before, _)| before == name) {
                let twice = misread(Found::Twice, String::new());
                self.within(Step::Field(known), |it| it.tell(twice));
            }
        }
        let entries = match base {
            Tree::List(entries) => entries.as_slice(),
            _ => &[],
        };
        let mut is_removed = alloc::vec![false; entries.len()];
        let part = |wanted: &str| own.iter().find(|(name, _)| name == wanted);
        if let Some((_, named)) = part(REMOVE) {
            self.within(Step::Field(REMOVE), |it| {
                it.removed(&lists::names(list, entries), named, &mut is_removed);
            });
        }
        let mut added = &[][..];
        if let Some((_, entered)) = part(ADD) {
            let kept: Vec<_> = lists::names(list, entries)
                .into_iter()
                .zip(&is_removed)
                .filter_map(|(name, is_removed)| name.filter(|_| !is_removed))
                .collect();
            self.within(Step::Field(ADD), |it| {
                if let Tree::List(entries) = entered {
                    added = entries;
                    it.added(list, kept, entries, element);
                } else {
                    it.tell(misread(entered.found(), "a list".to_owned()));
                }
            });
        }
        Tree::List(lists::changed(list, entries, &is_removed, added))
    }

    /// The names under `remove`.
    fn removed(&mut self, names: &[Option<String>], removed: &Tree, is_removed: &mut [bool]) {
        let Tree::List(removed) = removed else {
            self.tell(misread(removed.found(), "a list of names".to_owned()));
            return;
        };
        for (index, name) in removed.iter().enumerate() {
            self.within(Step::Index(index), |it| {
                let Some(name) = name.text() else {
                    it.tell(misread(name.found(), "the name of an entry".to_owned()));
                    return;
                };
                let place = names
                    .iter()
                    .position(|known| known.as_deref() == Some(name));
                match (place, it.base) {
                    (Some(place), _) if is_removed[place] => {
                        it.unfit(
                            format!("{} is removed twice", shown(name)),
                            "it must be named once",
                        );
                    }
                    (Some(place), _) => is_removed[place] = true,
                    (None, None) => {}
                    (None, Some(base)) => {
                        let known: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
                        let expected = match nearest(name, known.iter().copied()) {
                            Some(near) => format!("the nearest is `{near}`"),
                            None if known.is_empty() => "the list is empty there".to_owned(),
                            None => format!("the name must be one of {}", quoted(known)),
                        };
                        it.unfit(
                            format!(
                                "`{base}` has no entry {} that could be removed",
                                shown(name)
                            ),
                            expected,
                        );
                    }
                }
            });
        }
    }

    /// The entries under `add`, each whole and of a name that is free.
    fn added(
        &mut self,
        list: &str,
        mut taken: Vec<String>,
        entries: &[Tree],
        element: &'static Shape,
    ) {
        let inherited = taken.len();
        for (index, entry) in entries.iter().enumerate() {
            self.within(Step::Index(index), |it| {
                it.taken(entry, element);
                let Some(name) = lists::name(list, entry) else {
                    return;
                };
                match (taken.iter().position(|known| *known == name), it.base) {
                    (Some(place), Some(base)) if place < inherited => it.unfit(
                        format!("`{base}` has an entry {} already", shown(&name)),
                        "it must be named under `remove` as well, or be left out here",
                    ),
                    (Some(_), _) => {
                        it.unfit(
                            format!("{} is added twice", shown(&name)),
                            "it must be added once",
                        );
                    }
                    (None, _) => taken.push(name),
                }
            });
        }
    }
}

/// What is accepted as the name of a base.
pub(super) fn a_base() -> String {
    ProtocolId::SHAPE.accepted()
}
