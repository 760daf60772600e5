//! A value that is read beside others that were read before: as long as it is the same, nothing is
//! kept of it.

use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::fmt;

use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, Visitor},
};

use super::tree::{Any, Name, Tree};

/// What an object turned out to be.
pub(super) enum Same {
    /// The same as the form at that place.
    As(usize),
    /// None of them.
    No(Tree),
}

/// Reads an object beside several.
///
/// It is compared with one form at a time. Where it differs from that, another form that agrees
/// with it so far takes its place: forms mostly differ in their first fields, such as an
/// identifier.
pub(super) struct Beside<'a, T> {
    forms: &'a [(Tree, T)],
    at: usize,
}

impl<'a, T> Beside<'a, T> {
    /// One of these, and first of all the one at that place.
    pub(super) const fn one_of(forms: &'a [(Tree, T)], at: usize) -> Self {
        Self { forms, at }
    }

    fn known(&self) -> &'a [(String, Tree)] {
        self.forms
            .get(self.at)
            .map_or(&[], |(form, _)| fields_of(form))
    }

    /// Another form with the same fields up to there, and this one next.
    fn other(&self, read: usize, field: &(String, Tree)) -> Option<usize> {
        let before = self.known().get(..read)?;
        self.forms.iter().position(|(form, _)| {
            let fields = fields_of(form);
            fields.get(read) == Some(field) && fields.get(..read) == Some(before)
        })
    }
}

impl<'de, T> DeserializeSeed<'de> for Beside<'_, T> {
    type Value = Same;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Same, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T> Visitor<'de> for Beside<'_, T> {
    type Value = Same;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<Same, A::Error> {
        let mut read = 0;
        while let Some(next) = self.known().get(read) {
            match next_field(&mut object, next)? {
                Some(Next::Same) => read += 1,
                Some(Next::Other(field)) => {
                    let Some(at) = self.other(read, &field) else {
                        let fields = rest(&self.known()[..read], field, object)?;
                        return Ok(Same::No(Tree::Object(fields)));
                    };
                    self.at = at;
                    read += 1;
                }
                None => return Ok(Same::No(Tree::Object(self.known()[..read].to_vec()))),
            }
        }
        match object.next_key_seed(Name)? {
            None if read > 0 => Ok(Same::As(self.at)),
            None => Ok(Same::No(Tree::Object(Vec::new()))),
            Some(name) => {
                let field = (name, object.next_value()?);
                let fields = rest(self.known(), field, object)?;
                Ok(Same::No(Tree::Object(fields)))
            }
        }
    }
}

fn fields_of(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Object(fields) => fields,
        _ => &[],
    }
}

/// The next field of an object.
enum Next {
    Same,
    Other((String, Tree)),
}

fn next_field<'de, A: MapAccess<'de>>(
    object: &mut A,
    (name, value): &(String, Tree),
) -> Result<Option<Next>, A::Error> {
    Ok(match object.next_key_seed(NameBeside(name))? {
        None => None,
        Some(None) => Some(match object.next_value_seed(ValueBeside(value))? {
            None => Next::Same,
            Some(other) => Next::Other((name.clone(), other)),
        }),
        Some(Some(other)) => Some(Next::Other((other, object.next_value()?))),
    })
}

/// The fields of an object that was the same up to there: what was read, what differs, and the
/// rest.
fn rest<'de, A: MapAccess<'de>>(
    before: &[(String, Tree)],
    field: (String, Tree),
    mut object: A,
) -> Result<Vec<(String, Tree)>, A::Error> {
    let mut fields = before.to_vec();
    fields.push(field);
    while let Some(name) = object.next_key_seed(Name)? {
        fields.push((name, object.next_value()?));
    }
    Ok(fields)
}

/// Reads a name beside one that was read before, and keeps it if it is another.
struct NameBeside<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for NameBeside<'_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for NameBeside<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Name.expecting(f)
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok((name != self.0).then(|| name.to_owned()))
    }
}

/// Reads a value beside one that was read before, and keeps it if it is another.
struct ValueBeside<'a>(&'a Tree);

impl ValueBeside<'_> {
    fn unless_same(&self, tree: Tree) -> Option<Tree> {
        (*self.0 != tree).then_some(tree)
    }
}

impl<'de> DeserializeSeed<'de> for ValueBeside<'_> {
    type Value = Option<Tree>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueBeside<'_> {
    type Value = Option<Tree>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Any.visit_bool(value).map(|tree| self.unless_same(tree))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Any.visit_i64(value).map(|tree| self.unless_same(tree))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Any.visit_u64(value).map(|tree| self.unless_same(tree))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Self::Value, E> {
        Any.visit_i128(value).map(|tree| self.unless_same(tree))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Self::Value, E> {
        Any.visit_u128(value).map(|tree| self.unless_same(tree))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Any.visit_f64(value).map(|tree| self.unless_same(tree))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok((self.0.text() != Some(value)).then(|| Tree::Text(value.to_owned())))
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<Self::Value, E> {
        Any.visit_bytes(value).map(|tree| self.unless_same(tree))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(self.unless_same(Tree::Null))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(self.unless_same(Tree::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let known = match self.0 {
            Tree::List(elements) => elements.as_slice(),
            _ => &[],
        };
        let mut read = 0;
        let other = loop {
            let Some(next) = known.get(read) else {
                match list.next_element()? {
                    Some(element) => break element,
                    // Beside a value of another kind, nothing that was read is all there is.
                    None => {
                        return Ok(self
                            .unless_same(Tree::List(Vec::new()))
                            .filter(|_| known.is_empty()));
                    }
                }
            };
            match list.next_element_seed(ValueBeside(next))? {
                Some(None) => read += 1,
                Some(Some(other)) => break other,
                None => return Ok(Some(Tree::List(known[..read].to_vec()))),
            }
        };
        let mut elements = known[..read].to_vec();
        elements.push(other);
        while let Some(element) = list.next_element()? {
            elements.push(element);
        }
        Ok(Some(Tree::List(elements)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let known = fields_of(self.0);
        let mut read = 0;
        while let Some(next) = known.get(read) {
            match next_field(&mut object, next)? {
                Some(Next::Same) => read += 1,
                Some(Next::Other(field)) => {
                    let fields = rest(&known[..read], field, object)?;
                    return Ok(Some(Tree::Object(fields)));
                }
                None => return Ok(Some(Tree::Object(known[..read].to_vec()))),
            }
        }
        match object.next_key_seed(Name)? {
            None => Ok(self
                .unless_same(Tree::Object(Vec::new()))
                .filter(|_| known.is_empty())),
            Some(name) => {
                let field = (name, object.next_value()?);
                Ok(Some(Tree::Object(rest(known, field, object)?)))
            }
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        Any.visit_enum(data).map(|tree| self.unless_same(tree))
    }
}
