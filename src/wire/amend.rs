//! One field of a fact, named by its path, changed without writing the whole fact again.

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec::Vec,
};

use serde::{Deserialize as _, Serialize};
use thiserror::Error;

use super::{extend::tree_of, tree::Tree};
use crate::{
    At, Course, Fact, RecordError,
    course::{Correct, Recorded},
    vocabulary::{RuleCode, Seq},
};

/// Why a fact cannot be changed in one field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AmendError {
    /// The path leads nowhere, or the fact that would result is none.
    #[error("{0}")]
    Unreadable(String),
    /// The path is not written like one.
    #[error("a path names fields one below another, such as `session.scores[0].total`")]
    Path,
    /// The correction contradicts the record.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl AmendError {
    /// The promise that the refusal keeps, if it has a code.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Record(error) => error.code(),
            Self::Unreadable(_) | Self::Path => None,
        }
    }
}

/// The fact with another value in one field. The path is that of the stored form and begins with
/// the kind of fact: `session.minutes`, `session.scores[0].total`. A place one beyond the end of a
/// list is added to it, and nothing (`()`) takes a field out.
///
/// What comes out is read as a whole fact would be, with the same errors.
///
/// ```
/// use interpersonal::{Fact, record::session::{Attendance, Session}, wire};
///
/// let fact = Fact::from(Session::attended().with_number(4));
/// let longer = wire::amended(&fact, "session.minutes", &45)?;
/// assert_eq!(longer, Session::attended().with_number(4).with_minutes(45).into());
/// let late = wire::amended(&longer, "session.attendance", &Attendance::Late)?;
/// assert_eq!(wire::amended(&late, "session.attendance", "attended")?, longer);
///
/// let error = wire::amended(&fact, "session.minuts", &45).unwrap_err();
/// assert!(error.to_string().contains("`session.minuts`"), "{error}");
/// # Ok::<(), wire::AmendError>(())
/// ```
///
/// # Errors
///
/// [`AmendError`] when the path leads nowhere and when the value cannot stand there.
pub fn amended<V: Serialize + ?Sized>(
    fact: &Fact,
    path: &str,
    value: &V,
) -> Result<Fact, AmendError> {
    let mut tree = tree_of(fact);
    let value = tree_of(value);
    set(&mut tree, &steps(path)?, value)?;
    Fact::deserialize(&tree).map_err(|error| AmendError::Unreadable(error.to_string()))
}

impl Course {
    /// Corrects one field of an earlier fact, and leaves its day and everything else as they are.
    /// The path is as for [`amended`].
    ///
    /// ```
    /// use interpersonal::{measure::{InstrumentId, Score}, record::session::Session};
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let note = Session::attended().with_scores([Score::new(InstrumentId::PHQ_9, 18)]);
    /// let session = course.record(at, note)?.entry();
    /// course.amend(at, session, "session.scores[0].total", &13)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AmendError`] when the entry states no fact, when the path leads nowhere, when the value
    /// cannot stand there, and when the corrected fact contradicts the record.
    pub fn amend<V: Serialize + ?Sized>(
        &mut self,
        at: At,
        entry: Seq,
        path: &str,
        value: &V,
    ) -> Result<Recorded, AmendError> {
        let Some(known) = self.entry(entry) else {
            let entries = self.revision();
            return Err(RecordError::NoSuchEntry { entry, entries }.into());
        };
        let Some((on, fact)) = known.stated() else {
            return Err(RecordError::NotAFact { entry }.into());
        };
        let fact = amended(fact, path, value)?;
        Ok(self.record_entry(at.correct(Correct::new(entry, on, fact)))?)
    }
}

/// One step of a path.
enum Step<'a> {
    Field(&'a str),
    Index(usize),
}

/// The steps of a path such as `session.scores[0].total`.
fn steps(path: &str) -> Result<Vec<Step<'_>>, AmendError> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (name, indices) = part.split_once('[').unwrap_or((part, ""));
        if name.is_empty() {
            return Err(AmendError::Path);
        }
        steps.push(Step::Field(name));
        for index in indices.split('[').filter(|index| !index.is_empty()) {
            let number = index.strip_suffix(']').and_then(|index| index.parse().ok());
            steps.push(Step::Index(number.ok_or(AmendError::Path)?));
        }
    }
    Ok(steps)
}

/// Puts a value where the steps lead. Whether it may stand there is for the reader to say.
fn set(tree: &mut Tree, steps: &[Step<'_>], value: Tree) -> Result<(), AmendError> {
    let Some((step, rest)) = steps.split_first() else {
        *tree = value;
        return Ok(());
    };
    // What was left out of the stored form is begun.
    if *tree == Tree::Null {
        *tree = match step {
            Step::Field(_) => Tree::Object(Vec::new()),
            Step::Index(_) => Tree::List(Vec::new()),
        };
    }
    match (tree, step) {
        (Tree::Object(fields), Step::Field(name)) => {
            if rest.is_empty() && value == Tree::Null {
                fields.retain(|(known, _)| known != name);
                return Ok(());
            }
            let at = fields.iter().position(|(known, _)| known == name);
            let at = at.unwrap_or_else(|| {
                fields.push(((*name).to_owned(), Tree::Null));
                fields.len() - 1
            });
            set(&mut fields[at].1, rest, value)
        }
        (Tree::List(elements), Step::Index(index)) if *index <= elements.len() => {
            if rest.is_empty() && value == Tree::Null {
                if *index < elements.len() {
                    elements.remove(*index);
                }
                return Ok(());
            }
            if *index == elements.len() {
                elements.push(Tree::Null);
            }
            set(&mut elements[*index], rest, value)
        }
        _ => Err(AmendError::Path),
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString as _, vec};

    use super::amended;
    use crate::{
        Fact,
        measure::{InstrumentId, ItemAnswer, Score},
        record::session::Session,
    };

    #[test]
    fn a_field_is_put_in_changed_and_taken_out() {
        let phq = |total| Score::new(InstrumentId::PHQ_9, total);
        let note = || Session::attended().with_scores(vec![phq(18)]);
        let fact = Fact::from(note());
        let item = amended(&fact, "session.scores[0].self_harm_item", "endorsed").unwrap();
        let with_item = phq(18).with_self_harm_item(ItemAnswer::Endorsed);
        assert_eq!(
            item,
            Session::attended().with_scores(vec![with_item]).into()
        );
        let back = amended(&item, "session.scores[0].self_harm_item", &()).unwrap();
        assert_eq!(back, fact);
        let two = amended(&fact, "session.scores[1]", &phq(9)).unwrap();
        assert_eq!(
            two,
            Session::attended()
                .with_scores(vec![phq(18), phq(9)])
                .into()
        );
        let one = amended(&two, "session.scores[0]", &()).unwrap();
        assert_eq!(one, Session::attended().with_scores(vec![phq(9)]).into());
        let asked = amended(&fact, "session.enquiry.result", "no_concern").unwrap();
        assert_ne!(asked, fact);
    }

    #[test]
    fn what_cannot_stand_there_is_refused_as_in_a_whole_fact_and_not_quoted() {
        let fact = Fact::from(Session::attended());
        for path in [
            "session.minuts",
            "session.minutes",
            "opened.phase",
            "session.scores[0]",
        ] {
            let error = amended(&fact, path, "ZZSECRET she said")
                .unwrap_err()
                .to_string();
            assert!(!error.contains("ZZSECRET"), "{path}");
        }
        for path in [
            "",
            "session..minutes",
            "session.scores[x]",
            "session.scores[3].total",
            "session.attendance.x",
        ] {
            assert!(amended(&fact, path, &1).is_err(), "{path}");
        }
        let error = amended(&fact, "session.attendance", &()).unwrap_err();
        assert!(error.to_string().contains("session.attendance"), "{error}");
    }
}
