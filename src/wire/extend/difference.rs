//! What differs between a protocol and its base, in the short form.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use super::{EXTENDS, FIELDS, lists, tree_of::tree_of};
use crate::{
    base::shape::{Field, Shape},
    protocol::ProtocolSpec,
    wire::tree::Tree,
};

/// The short form of a protocol.
pub(super) fn difference(of: &ProtocolSpec, base: &ProtocolSpec) -> Tree {
    let (own, inherited) = (tree_of(of), tree_of(base));
    let text = |text: &str| Tree::Text(text.to_owned());
    let mut fields = Vec::from([
        (EXTENDS.to_owned(), text(base.id.as_str())),
        ("id".to_owned(), text(of.id.as_str())),
    ]);
    if of.version != 1 {
        fields.push(("version".to_owned(), Tree::Whole(of.version.into())));
    }
    fields.push(("title".to_owned(), text(&of.title)));
    let is_told = |field: &&Field| matches!(field.name, "id" | "version" | "title" | "parent");
    for field in FIELDS.iter().filter(|field| !is_told(field)) {
        fields.extend(differing(field, &own, &inherited));
    }
    Tree::Object(fields)
}

/// What differs in a field, with its name.
fn differing(field: &Field, own: &Tree, base: &Tree) -> Option<(String, Tree)> {
    let (own, base) = (own.field(field.name)?, base.field(field.name)?);
    let value = differing_value(field.name, field.shape, own, base)?;
    Some((field.name.to_owned(), value))
}

fn differing_value(name: &str, shape: &Shape, own: &Tree, base: &Tree) -> Option<Tree> {
    if own == base {
        return None;
    }
    Some(match (shape, own, base) {
        (Shape::Optional(_), Tree::Null, _) | (Shape::Optional(_), _, Tree::Null) => own.clone(),
        (Shape::Optional(inner), ..) => differing_value(name, inner, own, base)?,
        (Shape::Object("Cited", _, parts), ..) => {
            let parts = parts.iter().filter_map(|part| {
                let own = own.field(part.name)?;
                let is_said = part.name != "value" || base.field(part.name) != Some(own);
                is_said.then(|| (part.name.to_owned(), own.clone()))
            });
            Tree::Object(parts.collect())
        }
        (Shape::Object(_, _, parts), ..) => {
            let parts = parts.iter().filter_map(|part| differing(part, own, base));
            Tree::Object(parts.collect())
        }
        (Shape::List(element), Tree::List(own), Tree::List(base)) => {
            change(name, element, own, base).unwrap_or_else(|| Tree::List(own.clone()))
        }
        _ => own.clone(),
    })
}

/// The entries to remove, to change and to add, where that is shorter than the list and gives it
/// back.
fn change(list: &str, element: &Shape, own: &[Tree], base: &[Tree]) -> Option<Tree> {
    let names = lists::names(list, base);
    let is_removed: Vec<bool> = base.iter().map(|entry| !own.contains(entry)).collect();
    let added: Vec<Tree> = own
        .iter()
        .filter(|it| !base.contains(it))
        .cloned()
        .collect();
    let removed: Option<Vec<Tree>> = names
        .iter()
        .zip(&is_removed)
        .filter(|(_, is_removed)| **is_removed)
        .map(|(name, _)| name.clone().map(Tree::Text))
        .collect();
    let removed = removed?;
    let kept: Vec<_> = names
        .iter()
        .zip(&is_removed)
        .filter(|(_, removed)| !**removed)
        .collect();
    let is_free = |entry: &Tree| {
        let name = lists::name(list, entry);
        name.is_some() && kept.iter().all(|(known, _)| **known != name)
    };
    if !lists::has_names(list)
        || !added.iter().all(is_free)
        || lists::changed(list, base, &is_removed, &added) != own
    {
        return None;
    }
    // What stands on both sides under one name is an entry of the base with what differs.
    let (mut removed, mut added, mut changed) = (removed, added, Vec::new());
    for (name, old) in names.iter().zip(base) {
        let place = added.iter().position(|it| lists::name(list, it) == *name);
        let differs = place.and_then(|at| changed_entry(list, element, &added[at], old));
        if let (Some(at), Some(differs)) = (place, differs) {
            removed.retain(|it| it.text() != name.as_deref());
            added.remove(at);
            changed.push(differs);
        }
    }
    // A changed entry says less than the whole one.
    let most = own.len() - usize::from(changed.is_empty()).min(own.len());
    if removed.len() + changed.len() + added.len() > most {
        return None;
    }
    let parts = [("remove", removed), ("change", changed), ("add", added)];
    let parts = parts.into_iter().filter(|(_, entries)| !entries.is_empty());
    Some(Tree::Object(
        parts
            .map(|(name, entries)| (name.to_owned(), Tree::List(entries)))
            .collect(),
    ))
}

/// What an entry is about, and what of it differs, where that is shorter than the entry. One that
/// cites a source does so anew, and a field that it has no more cannot be written so.
fn changed_entry(list: &str, element: &Shape, own: &Tree, base: &Tree) -> Option<Tree> {
    let Shape::Object(_, _, fields) = element else {
        return None;
    };
    let is_gone =
        |field: &Field| own.field(field.name).is_none() && base.field(field.name).is_some();
    if fields.iter().any(is_gone) {
        return None;
    }
    let is_said = |name: &str| lists::keys(list).contains(&name) || CITED.contains(&name);
    let mut count = (0, 0);
    let mut parts = Vec::new();
    for field in *fields {
        let Some(value) = own.field(field.name) else {
            continue;
        };
        count.1 += 1;
        let part = match base.field(field.name) {
            _ if is_said(field.name) => Some(value.clone()),
            Some(base) => differing_value(field.name, field.shape, value, base),
            None => Some(value.clone()),
        };
        count.0 += usize::from(part.is_some());
        parts.extend(part.map(|part| (field.name.to_owned(), part)));
    }
    (count.0 < count.1).then_some(Tree::Object(parts))
}

/// The fields that say where an entry comes from.
const CITED: [&str; 3] = ["source", "at", "basis"];
