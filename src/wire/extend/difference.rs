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
        (Shape::List(_), Tree::List(own), Tree::List(base)) => {
            change(name, own, base).unwrap_or_else(|| Tree::List(own.clone()))
        }
        _ => own.clone(),
    })
}

/// The entries to remove and to add, where that is shorter than the list and gives it back.
fn change(list: &str, own: &[Tree], base: &[Tree]) -> Option<Tree> {
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
    let is_shorter = removed.len() + added.len() < own.len();
    if !is_shorter
        || !lists::has_names(list)
        || !added.iter().all(is_free)
        || lists::changed(list, base, &is_removed, &added) != own
    {
        return None;
    }
    let parts = [("remove", removed), ("add", added)];
    let parts = parts.into_iter().filter(|(_, entries)| !entries.is_empty());
    Some(Tree::Object(
        parts
            .map(|(name, entries)| (name.to_owned(), Tree::List(entries)))
            .collect(),
    ))
}
