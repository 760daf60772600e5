//! The sentences of a report, and what they are in English.

use alloc::vec::Vec;

/// Declares sentences with their English text.
macro_rules! phrases {
    (
        $(#[doc = $about:literal])+
        pub struct $Phrases:ident { $($(#[doc = $doc:literal])+ $name:ident = $english:literal;)+ }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(clippy::exhaustive_structs, reason = "an application's own language is written with struct update")]
        pub struct $Phrases { $($(#[doc = $doc])+ pub $name: &'static str,)+ }

        impl $Phrases {
            /// In English.
            pub const ENGLISH: Self = Self { $($name: $english,)+ };

            /// Each with its name.
            pub(super) fn all(&self) -> Vec<(&'static str, &'static str)> {
                [$((stringify!($name), self.$name)),+].to_vec()
            }
        }
    };
}

pub(super) use phrases;

phrases! {
    /// Sentences and headings of a report. A name in braces stands for a value.
    pub struct Phrases {
        /// What the course was checked against.
        checked = "Checked against {protocol} (version {version}), rules {edition}, as of {day}.";
        /// A rule that the protocol grades otherwise.
        graded_by_protocol = "{code} is graded {severity} by the protocol ({source}).";
        /// A rule that the protocol leaves out.
        off_by_protocol = "{code} is left out by the protocol ({source}).";
        /// A rule that the site grades otherwise.
        graded_by_site = "{code} is graded {severity} by the site.";
        /// A rule that the site leaves out.
        off_by_site = "{code} is left out by the site.";
        /// The verdict: nothing but notes.
        conforms = "The record conforms in what it tells.";
        /// The verdict: warnings, waived errors, remedied findings.
        conforms_with_deviations = "The record conforms with deviations in what it tells.";
        /// The verdict: an error stands.
        does_not_conform = "The record does not conform.";
        /// The verdict: no rule that weighs could be decided.
        cannot_tell = "The record does not tell enough.";
        /// How many rules could be decided.
        told = "{decided} of {asked} rules decided, {not_applicable} do not apply, {cannot_tell} cannot be told, {off} left out.";
        /// Over the table of what was found: its three columns.
        standing = "standing";
        /// The second column.
        remedied = "remedied";
        /// The third column.
        waived = "waived";
        /// The row of errors.
        errors = "errors";
        /// The row of warnings.
        warnings = "warnings";
        /// The row of notes.
        notes = "notes";
        /// What stands, in one line.
        stand = "Standing: {errors} errors, {warnings} warnings, {notes} notes; {remedied} remedied, {waived} waived.";
        /// Over what touches safety.
        safety = "Safety";
        /// Over everything else.
        protocol = "Protocol";
        /// Over what cannot be told.
        unknown = "Cannot be told from this record";
        /// Why it cannot be told.
        not_reported = "The record does not report {topic} in full:";
        /// A rule of an application's own whose title is not at hand.
        own_rule = "A rule of one's own.";
        /// The evidence, after the title.
        rests_on = "[{evidence}]";
        /// By which entry it was made good.
        remedied_by = "remedied by {entry}";
        /// By which entry it is waived.
        waived_by = "waived by {entry}";
        /// Another place to look at.
        see = "see {place}";
        /// The application's own key.
        key = "key {key}";
        /// Where the rule comes from.
        source = "source: {source} ({basis})";
        /// Options for dealing with it.
        consider = "consider: {remedies}";
        /// A place: the whole course.
        course = "the course";
        /// A place: a phase, where no protocol has a label for it.
        phase = "the {phase} phase";
        /// A place: an entry.
        entry = "entry {number}";
        /// A place: a session that was held.
        session = "session {held} ({entry})";
        /// A place: a session that was not held.
        session_not_held = "a session not held ({entry})";
        /// Evidence: too few.
        too_few = "{found} found, at least {least}";
        /// Evidence: too many.
        too_many = "{found} found, at most {most}";
        /// Evidence: outside a range.
        outside = "{found} found, {least} to {most}";
        /// Evidence: sessions left.
        sessions_left = "{left} sessions left, fewer than {below}";
        /// Evidence: days between two days.
        days = "{days} days from {from} to {to}, limit {limit}";
        /// Evidence: a share.
        share = "{part} of {whole}, limit {num}/{den}";
        /// Evidence: two phases.
        phases = "written {written}, from the record {derived}";
        /// Evidence: areas.
        areas = "{found}; the protocol has {allowed}";
        /// Evidence: what is open.
        open = "open: {open}";
        /// Evidence: what is missing.
        missing = "missing: {missing}";
        /// Evidence: an activity off the model.
        off_model = "{activity} in {sessions} sessions";
        /// Evidence: a change of score.
        change = "{instrument} {from} to {to}";
        /// Evidence: how the course ended.
        ended = "{mode}, {result}";
        /// An empty list.
        none = "none";
    }
}
