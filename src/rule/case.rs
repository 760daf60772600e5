//! What a rule may say: its cases, each with a sentence of its own.

use alloc::borrow::Cow;

use super::Severity;
use crate::base::set::vocabulary;

vocabulary! {
    /// What a rule does when it speaks.
    pub closed enum Verb {
        /// It finds what the record shows.
        Finds = "finds",
        /// It lacks what the record does not show: a finding where the topic is reported in full,
        /// else it cannot be told.
        Lacks = "lacks",
        /// It calls for an answer that something on record demands: a finding where the topic is
        /// reported in full, else an open question.
        CallsFor = "calls_for",
    }
}

/// One of the things that a rule may say.
///
/// A name in braces stands for a value of the finding's [`Evidence`](super::Evidence), or for one
/// that every finding has: `{day}`, `{entry}` and `{session}` of its place; `{other}`,
/// `{other_entry}` and `{other_session}` of the related place; `{protocol}`; and the protocol's own
/// labels `{assessment}`, `{initial}`, `{middle}`, `{ending}`, `{concluded}`, `{continuation}`,
/// `{maintenance}`. `{days:day|days}` writes a number with the word that goes with it: "1 day", "14
/// days"; `{sessions|was|were}` the word alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Case {
    /// Its name among the cases of the rule, such as `late`.
    pub name: Cow<'static, str>,
    /// What the rule does.
    pub verb: Verb,
    /// What it weighs, unless the rule has a reason to weigh it lighter.
    pub severity: Severity,
    /// What was found, or what is lacking: one sentence in the past tense.
    pub says: Cow<'static, str>,
    /// The open question, if it calls for an answer.
    pub asks: Option<Cow<'static, str>>,
    /// The same in other languages, for a rule of one's own: those of the catalogue stand in the
    /// table of each [`Language`](crate::text::Language).
    pub elsewhere: Cow<'static, [CaseWords]>,
}

/// What a case of one's own says in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CaseWords {
    /// The tag of the language, such as `de`.
    pub tag: Cow<'static, str>,
    /// What was found, or what is lacking.
    pub says: Cow<'static, str>,
    /// The open question, if it calls for an answer.
    pub asks: Option<Cow<'static, str>>,
}

impl Case {
    /// Something that the record shows.
    #[must_use]
    pub fn finds(
        name: &'static str,
        severity: Severity,
        says: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            name: name.into(),
            verb: Verb::Finds,
            severity,
            says: says.into(),
            asks: None,
            elsewhere: Cow::Borrowed(&[]),
        }
    }

    /// Something that the record does not show.
    #[must_use]
    pub fn lacks(
        name: &'static str,
        severity: Severity,
        says: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            verb: Verb::Lacks,
            ..Self::finds(name, severity, says)
        }
    }

    /// Something that demands an answer, and the question.
    #[must_use]
    pub fn calls_for(
        name: &'static str,
        severity: Severity,
        says: impl Into<Cow<'static, str>>,
        asks: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            verb: Verb::CallsFor,
            asks: Some(asks.into()),
            ..Self::finds(name, severity, says)
        }
    }

    /// The sentence in the language of that tag, with the same names in braces. A language that has
    /// none says the case in English.
    #[must_use]
    pub fn with_words(
        self,
        tag: impl Into<Cow<'static, str>>,
        says: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.with(tag.into(), says.into(), None)
    }

    /// The same with the question, for a case that calls for an answer.
    #[must_use]
    pub fn with_asking_words(
        self,
        tag: impl Into<Cow<'static, str>>,
        says: impl Into<Cow<'static, str>>,
        asks: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.with(tag.into(), says.into(), Some(asks.into()))
    }

    fn with(
        mut self,
        tag: Cow<'static, str>,
        says: Cow<'static, str>,
        asks: Option<Cow<'static, str>>,
    ) -> Self {
        self.elsewhere.to_mut().push(CaseWords { tag, says, asks });
        self
    }
}
