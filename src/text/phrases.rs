//! Sentences and headings of reports, and what they are in English.

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
            /// The English of all of them.
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
    /// Sentences and headings of a report. A name in braces stands for a value; `{n:one|many}` for
    /// a number with its word.
    pub struct Phrases {
        /// The names of the months, with spaces between them.
        months = "January February March April May June July August September October November December";
        /// A day with its year.
        whole_day = "{day} {month} {year}";
        /// A day of a year that goes without saying.
        day_and_month = "{day} {month}";
        /// Before the last of several things.
        and = " and ";
        /// No thing at all, where several could stand.
        none = "none";
        /// What the course was checked against.
        checked = "{protocol}, version {version} · rules {edition} · as of {day}";
        /// A rule that the protocol grades otherwise.
        graded_by_protocol = "{code} is graded {severity} by the protocol ({source}).";
        /// A rule that the protocol leaves out.
        off_by_protocol = "{code} is left out by the protocol ({source}).";
        /// A rule that the site grades otherwise.
        graded_by_site = "{code} is graded {severity} by the site.";
        /// A rule that the site leaves out.
        off_by_site = "{code} is left out by the site.";
        /// The verdict: nothing but notes.
        conforms = "conforms";
        /// The verdict: warnings, waived errors, findings that were made good.
        conforms_with_deviations = "conforms with deviations";
        /// The verdict: an error stands.
        does_not_conform = "does not conform";
        /// The verdict: no rule that weighs could be decided.
        cannot_tell = "cannot be told from this record";
        /// In the place of a verdict: only whether the record fits together was asked.
        record_alone = "whether the record fits together";
        /// Errors, counted.
        errors = "{n:error|errors}";
        /// Warnings, counted.
        warnings = "{n:warning|warnings}";
        /// Notes, counted.
        notes = "{n:note|notes}";
        /// What follows from other findings, counted after them.
        following = "and {n} that {n|follows|follow} from them";
        /// Open questions, counted.
        questions = "{n:open question|open questions}";
        /// What was made good, counted.
        made_good = "{n:finding was|findings were} made good later";
        /// What is waived, counted.
        waived = "{n:finding is|findings are} waived";
        /// Nothing stands.
        nothing_found = "nothing was found";
        /// How many rules could be decided.
        told = "{decided} of {apply} rules that apply could be decided";
        /// Rules about safety that could not be decided, under the verdict.
        safety_open = "Of the rules about safety {n} could not be decided from this record.";
        /// Open questions about safety, under the verdict.
        safety_asked = "{n:open question is|open questions are} about safety.";
        /// Rules about safety that could not be decided, at the end of one line.
        safety_open_short = "{n} about safety could not";
        /// Checked under another protocol than the course's own.
        another_protocol = "The course itself follows another protocol, {protocol}.";
        /// Over what touches safety.
        safety = "Safety";
        /// After a question, what came later.
        answered_since = "What is on record came {days:day|days} later, on {day} ({entry}).";
        /// Over open questions.
        open_questions = "Open questions";
        /// Why a question is open.
        asked_by = "({code}; {topics} not reported in full)";
        /// A question that is open although the record reports what it is about.
        asked_all_the_same = "({code})";
        /// Before the topics that are not reported, each with how many rules wait for it.
        not_decided = "Not reported in full, so not decided:";
        /// How many rules could not be decided, after a topic.
        rules = "{n:rule|rules}";
        /// A rule without sentences of its own, before what must be.
        not_met = "Not met:";
        /// Made good in time.
        remedied = "This was made good on {day}, {days:day|days} later ({entry}), and no longer weighs in the verdict.";
        /// What concerns a person's safety, made good in time: it was late, and what happened in
        /// between nobody knows.
        made_up_for = "This was made up for only on {day}, {days:day|days} later ({entry}): it counts as late and not as missing, and does not weigh in the verdict.";
        /// Made good on the same day.
        remedied_same_day = "This was made good on the same day ({entry}), and no longer weighs in the verdict.";
        /// Made good too late to weigh less.
        remedied_late = "This was made good only on {day}, {days:day|days} later ({entry}); the finding therefore stands.";
        /// Waived.
        waived_by = "Waived ({entry}).";
        /// Waived for a time.
        waived_until = "Waived until {day} ({entry}).";
        /// The same in other places.
        also = "The same in {n:more place|more places}: {places}.";
        /// Before what follows from a finding.
        follows = "What follows from it:";
        /// When something was due: with a later phase.
        due_phase = "when the {phase} began on {day}";
        /// When something was due: with more sessions than the beginning has.
        due_sessions = "when more than {most:session|sessions} had been held by {day}";
        /// When something was due: with the closing.
        due_closing = "when the course was closed as completed on {day}";
        /// When something was due: with the opening of a record in a later phase.
        due_opening = "when the record began on {day} in the {phase}";
        /// The application's own key.
        key = "key {key}";
        /// Where the rule comes from.
        source = "({source}, {basis})";
        /// Options for dealing with it.
        consider = "consider: {remedies}";
        /// A place: the whole course.
        course = "the course as a whole";
        /// A place: an entry.
        entry = "entry {number}";
        /// A place: a session of the main track.
        session = "session {number}";
        /// A place: a session beside the main track.
        session_beside = "session {number} ({track})";
        /// A place: a session that was not held.
        session_not_held = "a session that was not held (entry {number})";
    }
}
