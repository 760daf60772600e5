//! Where each rule and number of the crate comes from.
//!
//! A rule, a parameter of a protocol and a number of an instrument name a work, where it is known a
//! place in the work, and the kind of text they rest on:
//!
//! ```
//! use interpersonal::source::{Basis, Citation, SourceId};
//!
//! const ENDING_IS_DISCUSSED: Citation = SourceId::WEISSMAN_2000.at("ch. 7, p. 117");
//! assert_eq!(ENDING_IS_DISCUSSED.to_string(), "Weissman, Markowitz & Klerman 2000, ch. 7, p. 117");
//! assert!(Basis::Manual.is_published());
//! ```
//!
//! The works were consulted in excerpts: openings, abstracts, single pages, and, for some books,
//! notes or slides about them. No manual was read from cover to cover. [`Work::strength`] says what
//! kind of text was read. Where an attribution is an inference, [`Work::title`] or the
//! documentation of the constant says so.
//!
//! In the stored form, a work is only its [`SourceId`], so a protocol of your own may cite works
//! that are not listed here.

mod cited;
mod passage;
mod works;

use core::fmt;

use crate::base::{set::vocabulary, token::token, unknown::NameError};

pub use cited::Cited;
pub(crate) use cited::cited_fields;
#[cfg(feature = "serde")]
pub(crate) use cited::{count, write};
pub use passage::{Passage, PassageError};
pub use works::WORKS;

vocabulary! {
    /// What kind of statement a rule or a number rests on.
    pub closed enum Basis {
        /// A treatment manual or its authors' own teaching of it says so.
        Manual = "manual",
        /// A guideline or a body that sets standards of care says so.
        Guideline = "guideline",
        /// A study worked this way or found this.
        Trial = "trial",
        /// Services, institutes or therapists describe working this way.
        Practice = "practice",
        /// The field knows it; the text that says it was not read for this crate.
        Unseen = "unseen",
        /// This crate's own decision; nobody has published it.
        Design = "design",
    }
}

impl Basis {
    /// Whether a published text that was read says it. What rests on no such text is no error by
    /// itself, unless it guards the integrity of the record or a person's safety.
    #[must_use]
    pub const fn is_published(self) -> bool {
        match self {
            Self::Manual | Self::Guideline | Self::Trial | Self::Practice => true,
            Self::Unseen | Self::Design => false,
        }
    }
}

token! {
    /// The identifier of a work, such as `weissman-2000`.
    ///
    /// The works of the crate's own bibliography are constants. An application's protocol may cite
    /// others under identifiers of its own.
    pub struct SourceId(24), "source id", shown;
}

impl SourceId {
    /// The work, and where in it.
    ///
    /// # Panics
    ///
    /// When the text cannot be a [`Passage`]; in a `const` that is a compile error.
    #[must_use]
    pub const fn at(self, at: &'static str) -> Citation {
        Citation {
            work: self,
            at: Some(Passage::from_static(at)),
        }
    }

    /// The work as a whole, where no place in it is known.
    #[must_use]
    pub const fn whole(self) -> Citation {
        Citation {
            work: self,
            at: None,
        }
    }
}

/// A work and, where it is known, the place in it that says so.
///
/// Prints as the short form of the work and the place; a work that the bibliography does not list
/// prints as its identifier.
///
/// ```
/// use interpersonal::source::SourceId;
///
/// let citation = SourceId::WEISSMAN_2000.at("ch. 7");
/// assert_eq!(citation.to_string(), "Weissman, Markowitz & Klerman 2000, ch. 7");
/// assert!(citation.listed().unwrap().title.contains("Interpersonal"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_structs, reason = "a work and a place in it")]
pub struct Citation {
    /// The work that says so.
    pub work: SourceId,
    /// The place in it, such as `ch. 7, p. 117`; none for the work as a whole.
    pub at: Option<Passage>,
}

impl Citation {
    /// What the bibliography says about the work; nothing when it does not list it.
    #[must_use]
    pub fn listed(self) -> Option<&'static Work> {
        Work::get(self.work)
    }
}

impl From<SourceId> for Citation {
    fn from(work: SourceId) -> Self {
        work.whole()
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.listed() {
            Some(work) => f.write_str(work.short)?,
            None => f.write_str(self.work.as_str())?,
        }
        match self.at {
            Some(at) => write!(f, ", {at}"),
            None => Ok(()),
        }
    }
}

vocabulary! {
    /// What kind of text a work is, as far as it was read.
    pub closed enum Strength {
        /// A manual, guideline, study or review, read in its own words or in its publisher's
        /// abstract.
        Primary = "primary",
        /// A textbook, a page of a professional body, teaching material, or a summary of a primary
        /// text.
        Secondary = "secondary",
        /// A page of a clinic or service, or one for lay readers.
        Lay = "lay",
        /// No text was read.
        Unread = "unread",
    }
}

/// A work of the crate's bibliography.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Work {
    /// The identifier by which it is cited.
    pub id: SourceId,
    /// Authors and year, or the body that issued it.
    pub short: &'static str,
    /// Its title, or what it is where the title was not seen.
    pub title: &'static str,
    /// Where its publisher keeps it; empty where it was read in another's copy or in print.
    pub url: &'static str,
    /// What kind of text it is.
    pub strength: Strength,
}

impl Work {
    /// The work of that identifier; nothing when the bibliography does not list it.
    #[must_use]
    pub fn get(id: SourceId) -> Option<&'static Self> {
        WORKS
            .binary_search_by_key(&id, |work| work.id)
            .ok()
            .map(|at| &WORKS[at])
    }

    /// The work that somebody named by its identifier, such as `weissman-2000`. White space around
    /// the name is passed over.
    ///
    /// # Errors
    ///
    /// [`NameError`] names the nearest.
    pub fn parse(id: &str) -> Result<&'static Self, NameError> {
        let id = id.trim();
        let named = |work: &&Self| work.id.as_str() == id;
        WORKS.iter().find(named).ok_or_else(|| {
            let ids = WORKS.iter().map(|work| work.id.as_str());
            NameError::among("work of the bibliography", ids, id)
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString, vec::Vec};

    use super::*;

    const CITED: Citation = SourceId::WEISSMAN_2000.at("ch. 7");

    #[test]
    fn works_stand_in_the_order_of_their_identifiers_each_once() {
        for pair in WORKS.windows(2) {
            assert!(
                pair[0].id < pair[1].id,
                "{} stands before {}",
                pair[0].id,
                pair[1].id
            );
        }
    }

    #[test]
    fn every_constant_has_a_work() {
        assert_eq!(works::CONSTANTS.len(), WORKS.len());
        for &id in works::CONSTANTS {
            assert_eq!(Work::get(id).map(|work| work.id), Some(id));
        }
    }

    #[test]
    fn constants_are_named_after_their_identifiers() {
        for (name, id) in works::NAMES.iter().zip(works::CONSTANTS) {
            match *name {
                "KNOWLEDGE" => assert_eq!(id.as_str(), "field-knowledge"),
                name => assert_eq!(name.to_lowercase().replace('_', "-"), id.as_str()),
            }
        }
    }

    #[test]
    fn a_work_says_what_it_is_and_where_its_publisher_keeps_it() {
        // Hosts of other people's texts: what was read there is cited as the published work.
        const COPIES: &str = "1library alljournals alpfmedical bansdoc barnardhealth brainkart cld.bz docsbay docstoc dokumen \
            ebrary fdocuments guwsmedical hozir issuhub jagomart kipdf litmetric mafiadoc medluna mussenhealth \
            pdfslide peeref powershow questia researcher.life researchgate sciencegate scribd studylib trials.co \
            vegfr wqedu";
        for work in WORKS {
            assert!(
                !work.short.is_empty() && !work.title.is_empty(),
                "{}",
                work.id
            );
            assert!(
                !work.short.ends_with('.') && !work.title.ends_with('.'),
                "{}",
                work.id
            );
            let url = work.url;
            assert!(
                url.is_empty() || url.starts_with("https://") || url.starts_with("http://"),
                "{url}"
            );
            assert!(
                !url.contains(char::is_whitespace)
                    && !COPIES.split(' ').any(|host| url.contains(host)),
                "{url}"
            );
        }
    }

    #[test]
    fn short_forms_tell_works_apart() {
        let mut shorts: Vec<_> = WORKS.iter().map(|work| work.short).collect();
        shorts.sort_unstable();
        for pair in shorts.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }

    #[test]
    fn a_citation_prints_the_work_and_the_place() {
        assert_eq!(
            CITED.to_string(),
            "Weissman, Markowitz & Klerman 2000, ch. 7"
        );
        assert_eq!(
            Citation::from(SourceId::WEISSMAN_2000).to_string(),
            "Weissman, Markowitz & Klerman 2000"
        );
    }

    #[test]
    fn a_place_is_one_short_line() {
        assert_eq!(Passage::new("§ 3").unwrap().as_str(), "§ 3");
        for text in [
            "",
            " p. 3",
            "p. 3 ",
            "p. 3\np. 4",
            "p. 3\0",
            &"x".repeat(33),
        ] {
            assert_eq!(Passage::new(text), Err(PassageError), "{text:?}");
        }
        assert!(Passage::new(&"x".repeat(32)).is_ok());
    }

    #[test]
    fn what_cites_is_copied_and_small() {
        fn is_copy<T: Copy>() {}
        is_copy::<Cited<u16>>();
        assert!(size_of::<Cited<u16>>() <= 64);
    }

    #[test]
    fn a_work_of_the_applications_own_prints_as_its_identifier() {
        const OWN: SourceId = SourceId::from_static("our-clinic-2026");
        assert_eq!(Work::get(OWN), None);
        assert_eq!(OWN.at("p. 3").to_string(), "our-clinic-2026, p. 3");
    }

    #[test]
    fn only_what_was_published_and_read_counts_as_published() {
        let published: Vec<_> = Basis::ALL
            .iter()
            .filter(|basis| basis.is_published())
            .collect();
        assert_eq!(
            published,
            [
                &Basis::Manual,
                &Basis::Guideline,
                &Basis::Trial,
                &Basis::Practice
            ]
        );
    }

    #[cfg(feature = "serde")]
    #[test]
    fn on_the_wire_a_work_is_its_identifier() {
        assert_eq!(
            serde_json::to_string(&SourceId::WEISSMAN_2000).unwrap(),
            "\"weissman-2000\""
        );
        assert_eq!(
            serde_json::from_str::<SourceId>("\"our-clinic-2026\"")
                .unwrap()
                .as_str(),
            "our-clinic-2026"
        );
        assert_eq!(serde_json::to_string(&Basis::Unseen).unwrap(), "\"unseen\"");
    }
}
