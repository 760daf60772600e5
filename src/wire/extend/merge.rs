//! A base and what differs from it, put together; every fault is told with its place.

use alloc::{
    borrow::{Cow, ToOwned},
    format,
    string::String,
    vec::Vec,
};

use super::{BASIS, EXTENDS, FIELDS, SOURCE, lists};
use crate::{
    base::{
        given::{Given, is_wire_name},
        near::meant,
        shape::{Documented, Field, Shape},
    },
    source::{Basis, SourceId},
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
        citation: None,
        path: Vec::new(),
        told: Vec::new(),
    };
    let whole = match short {
        Tree::Object(own) => merge.protocol(base.map_or(&Tree::Null, |(_, tree)| tree), own),
        _ => Tree::Null,
    };
    (whole, merge.told)
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
const CHANGE: &str = "change";
const REMOVE: &str = "remove";
/// What may stand in place of a list.
const CHANGES: Shape = {
    const ADDED: Field = Field {
        name: ADD,
        about: "entries to add",
        required: false,
        shape: &Vec::<Cow<'static, str>>::SHAPE,
    };
    const CHANGED: Field = Field {
        name: CHANGE,
        about: "what differs within entries",
        ..ADDED
    };
    const REMOVED: Field = Field {
        name: REMOVE,
        about: "the names of entries to remove",
        ..ADDED
    };
    Shape::Object("Change", "a change of a list", &[ADDED, CHANGED, REMOVED])
};
const LIST_OR_CHANGES: &str = "a list, or an object with any of `add`, `change`, `remove`";

/// The source and the basis that a file gives for all that stands without one.
type Citation = [(String, Tree); 2];

fn has(object: &[(String, Tree)], name: &str) -> bool {
    object.iter().any(|(known, _)| known == name)
}

/// Whether an object cites neither a source nor a basis.
fn is_uncited(object: &[(String, Tree)]) -> bool {
    !has(object, SOURCE) && !has(object, BASIS)
}

/// Whether what has these fields says where it comes from.
fn cites(fields: &[Field]) -> bool {
    let has = |wanted: &str| fields.iter().any(|field| field.name == wanted);
    has(SOURCE) && has(BASIS)
}

/// The same, in which whatever asks for a source and has none is cited.
fn filled(own: &Tree, shape: &Shape, citation: &Citation) -> Tree {
    match (shape, own) {
        (Shape::Optional(inner), own) => filled(own, inner, citation),
        (Shape::List(element), Tree::List(entries)) => {
            let entries = entries.iter();
            Tree::List(entries.map(|it| filled(it, element, citation)).collect())
        }
        (Shape::Object(_, _, fields), Tree::Object(own)) => {
            let part = |(name, value): &(String, Tree)| {
                let field = fields.iter().find(|field| field.name == name);
                let value = field.map(|field| filled(value, field.shape, citation));
                Some((name.clone(), value?))
            };
            let parts = own.iter();
            let mut whole: Vec<_> = parts
                .map(|it| part(it).unwrap_or_else(|| it.clone()))
                .collect();
            if cites(fields) && is_uncited(own) {
                whole.extend(citation.iter().cloned());
            }
            Tree::Object(whole)
        }
        (_, own) => own.clone(),
    }
}

/// A list of the base on its way to what it becomes.
struct Entries<'l> {
    list: &'l str,
    names: &'l [Option<String>],
    is_removed: &'l [bool],
    held: &'l mut Vec<Tree>,
}

struct Merge {
    /// The base, if it is known.
    base: Option<ProtocolId>,
    /// What is cited where the file cites nothing.
    citation: Option<Citation>,
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
        let own = match &self.citation {
            Some(citation) => filled(own, shape, citation),
            None => own.clone(),
        };
        let Self { path, told, .. } = self;
        walk(&own, shape, path, &mut |path, problem| {
            told.push((path.to_vec(), problem));
        });
        own
    }

    /// The source and the basis that stand beside `extends`: both, or neither.
    fn cite(&mut self, own: &[(String, Tree)]) {
        if is_uncited(own) {
            return;
        }
        let told = self.told.len();
        let mut part = |name: &'static str, shape: &Shape| {
            let given = own.iter().find(|(known, _)| known == name);
            self.within(Step::Field(name), |it| {
                if let Some((_, value)) = given {
                    it.taken(value, shape)
                } else {
                    it.tell(misread(Found::Nothing, shape.accepted()));
                    Tree::Null
                }
            })
        };
        let mut cited = [part(SOURCE, &SourceId::SHAPE), part(BASIS, &Basis::SHAPE)];
        if self.told.len() > told {
            // One fault of the file is told once, and not at each number that it would have been
            // for.
            let stand_in = |name: &str| Tree::Text(name.to_owned());
            cited = [
                stand_in(SourceId::DESIGN.as_str()),
                stand_in(Basis::Design.name()),
            ];
        }
        let [source, basis] = cited;
        self.citation = Some([(SOURCE.to_owned(), source), (BASIS.to_owned(), basis)]);
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
        self.cite(own);
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
        let of_file: &[&str] = if self.path.is_empty() {
            &[EXTENDS, SOURCE, BASIS]
        } else {
            &[]
        };
        let known = known
            .iter()
            .map(|field| field.name)
            .chain(of_file.iter().copied());
        for (place, (name, value)) in own.iter().enumerate() {
            let earlier = own[..place].iter().find(|(before, _)| before == name);
            let known_as = known.clone().find(|known| known == name);
            match (known_as, earlier) {
                (Some(_), None) => {}
                (Some(name), Some((_, earlier))) => {
                    self.within(Step::Field(name), |it| match (earlier, value) {
                        (Tree::List(_), Tree::Object(_)) | (Tree::Object(_), Tree::List(_)) => it
                            .unfit(
                                "the list is both replaced and changed",
                                "it must be replaced by a list, or changed by `add`, `change` and `remove`",
                            ),
                        _ => it.tell(misread(Found::Twice, String::new())),
                    });
                }
                (None, _) => self.unknown(name, known.clone()),
            }
        }
    }

    fn unknown<'a>(&mut self, name: &str, known: impl Iterator<Item = &'a str> + Clone) {
        let near = match meant(name, known.clone()) {
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
    /// whoever writes here says where it comes from, here or for the whole file; a value that is
    /// left out is the base's, cited from elsewhere, and that is said here.
    fn cited(&mut self, base: &Tree, own: &[(String, Tree)], fields: &'static [Field]) -> Tree {
        self.names(own, fields);
        let cited = match &self.citation {
            Some(citation) if is_uncited(own) && !own.is_empty() => citation.to_vec(),
            _ => Vec::new(),
        };
        let field = |field: &'static Field| {
            let inherited = base.field(field.name).unwrap_or(&Tree::Null);
            let mut own = own.iter().chain(&cited);
            let own = own.find(|(name, _)| name == field.name);
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
                self.tell(misread(Found::EmptyObject, LIST_OR_CHANGES.to_owned()));
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
                self.tell(misread(own.found(), LIST_OR_CHANGES.to_owned()));
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
            let mut known = [ADD, CHANGE, REMOVE].into_iter();
            let Some(known) = known.find(|known| known == name) else {
                let (path, problem) = unknown_name(self.path.clone(), Given::new(name), &CHANGES);
                self.told.push((path, problem));
                continue;
            };
            if has(&own[..place], name) {
                let twice = misread(Found::Twice, String::new());
                self.within(Step::Field(known), |it| it.tell(twice));
            }
        }
        let mut entries = match base {
            Tree::List(entries) => entries.clone(),
            _ => Vec::new(),
        };
        let names = lists::names(list, &entries);
        let mut is_removed = alloc::vec![false; entries.len()];
        let part = |wanted: &str| own.iter().find(|(name, _)| name == wanted);
        if let Some((_, named)) = part(REMOVE) {
            self.within(Step::Field(REMOVE), |it| {
                it.removed(&names, named, &mut is_removed);
            });
        }
        if let Some((_, differing)) = part(CHANGE) {
            self.within(Step::Field(CHANGE), |it| {
                let mut of = Entries {
                    list,
                    names: &names,
                    is_removed: &is_removed,
                    held: &mut entries,
                };
                it.changed(&mut of, differing, element);
            });
        }
        let mut added = Vec::new();
        if let Some((_, entered)) = part(ADD) {
            let kept: Vec<_> = names
                .into_iter()
                .zip(&is_removed)
                .filter_map(|(name, is_removed)| name.filter(|_| !is_removed))
                .collect();
            self.within(Step::Field(ADD), |it| {
                if let Tree::List(entries) = entered {
                    added = it.added(list, kept, entries, element);
                } else {
                    it.tell(misread(entered.found(), "a list".to_owned()));
                }
            });
        }
        Tree::List(lists::changed(list, &entries, &is_removed, &added))
    }

    /// The entry of the base that goes by a name; whether it is there is told.
    fn place(&mut self, names: &[Option<String>], name: &str, what_for: &str) -> Option<usize> {
        let place = names
            .iter()
            .position(|known| known.as_deref() == Some(name));
        if let (None, Some(base)) = (place, self.base) {
            let known: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
            let expected = match meant(name, known.iter().copied()) {
                Some(near) => format!("the nearest is `{near}`"),
                None if known.is_empty() => "the list is empty there".to_owned(),
                None => format!("the name must be one of {}", quoted(known)),
            };
            let name = shown(name);
            self.unfit(
                format!("`{base}` has no entry {name} that could be {what_for}"),
                expected,
            );
        }
        place
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
                match it.place(names, name, "removed") {
                    Some(place) if is_removed[place] => {
                        it.unfit(
                            format!("{} is removed twice", shown(name)),
                            "it must be named once",
                        );
                    }
                    Some(place) => is_removed[place] = true,
                    None => {}
                }
            });
        }
    }

    /// The entries under `change`: each holds what it is about, and what differs.
    fn changed(&mut self, of: &mut Entries, differing: &Tree, element: &'static Shape) {
        let Shape::Object(_, _, fields) = element else {
            self.unfit(
                "the entries of this list are names, of which nothing could be changed",
                "names must be removed and added",
            );
            return;
        };
        let Tree::List(differing) = differing else {
            self.tell(misread(differing.found(), "a list".to_owned()));
            return;
        };
        let mut is_changed = alloc::vec![false; of.held.len()];
        for (index, own) in differing.iter().enumerate() {
            self.within(Step::Index(index), |it| {
                let Tree::Object(own) = own else {
                    it.tell(misread(own.found(), element.accepted()));
                    return;
                };
                let place = it.entry_named(of, own, fields);
                let inherited = place.map_or(&Tree::Null, |place| &of.held[place]);
                let changed = it.changed_entry(lists::keys(of.list), inherited, own, fields);
                let Some(place) = place else { return };
                let name = of.names[place].as_deref().unwrap_or_default();
                if of.is_removed[place] {
                    it.unfit(
                        format!("{} is both removed and changed", shown(name)),
                        "it must be named once",
                    );
                } else if is_changed[place] {
                    it.unfit(
                        format!("{} is changed twice", shown(name)),
                        "it must be named once",
                    );
                } else {
                    is_changed[place] = true;
                    of.held[place] = changed;
                }
            });
        }
    }

    /// The entry of the base that what differs is about.
    fn entry_named(
        &mut self,
        of: &Entries,
        own: &[(String, Tree)],
        fields: &[Field],
    ) -> Option<usize> {
        for key in lists::keys(of.list) {
            let given = own.iter().find(|(name, _)| name == key);
            let found = match given {
                None => Found::Nothing,
                Some((_, value)) if value.text().is_none() => value.found(),
                Some(_) => continue,
            };
            let field = fields.iter().find(|field| field.name == *key);
            let accepted = field.map_or_else(String::new, |field| field.shape.accepted());
            self.within(Step::Field(key), |it| it.tell(misread(found, accepted)));
        }
        let name = lists::name(of.list, &Tree::Object(own.to_vec()))?;
        self.place(of.names, &name, "changed")
    }

    /// An entry of the base with what differs. One that cites a source does so anew, since what
    /// differs is not in the source of the rest.
    fn changed_entry(
        &mut self,
        keys: &[&str],
        base: &Tree,
        own: &[(String, Tree)],
        fields: &'static [Field],
    ) -> Tree {
        // A second entry about the same thing is named by its number, and keeps its name.
        let mut whole: Vec<_> = own
            .iter()
            .filter(|(name, _)| *base != Tree::Null || !keys.contains(&name.as_str()))
            .map(|(name, value)| {
                let kept = base.field(name).filter(|_| keys.contains(&name.as_str()));
                (name.clone(), kept.unwrap_or(value).clone())
            })
            .collect();
        if cites(fields) {
            match &self.citation {
                Some(citation) if is_uncited(own) && own.len() > keys.len() => {
                    whole.extend(citation.iter().cloned());
                }
                _ => {
                    let cited = fields
                        .iter()
                        .filter(|field| matches!(field.name, SOURCE | BASIS));
                    for field in cited.filter(|field| !has(own, field.name)) {
                        let missing = misread(Found::Nothing, field.shape.accepted());
                        self.within(Step::Field(field.name), |it| it.tell(missing));
                    }
                }
            }
        }
        self.object(base, &whole, fields)
    }

    /// The entries under `add`, each whole but for a source that the file gives, and of a name that
    /// is free.
    fn added(
        &mut self,
        list: &str,
        mut taken: Vec<String>,
        entries: &[Tree],
        element: &'static Shape,
    ) -> Vec<Tree> {
        let inherited = taken.len();
        let mut added = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            self.within(Step::Index(index), |it| {
                added.push(it.taken(entry, element));
                let Some(name) = lists::name(list, entry) else {
                    return;
                };
                match (taken.iter().position(|known| *known == name), it.base) {
                    (Some(place), Some(base)) if place < inherited => it.unfit(
                        format!("`{base}` has an entry {} already", shown(&name)),
                        "it must be named under `remove` as well, or stand under `change`",
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
        added
    }
}

/// What is accepted as the name of a base.
pub(super) fn a_base() -> String {
    ProtocolId::SHAPE.accepted()
}
