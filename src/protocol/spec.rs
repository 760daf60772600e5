//! The open form of a protocol: what an editor edits, what is stored, what a variant changes with
//! `..`.

use alloc::borrow::Cow;

use super::number::{Fraction, Span};
use crate::{
    base::{
        set::vocabulary,
        shape::{Documented, Field, Shape},
    },
    measure::InstrumentId,
    record::{
        contact::{Anchor, ContactWith},
        contract::{ContractTerms, TimeFrameKinds},
        inventory::Relation,
        review::ReviewOptions,
        session::ModalitySet,
        setting::ScreenSet,
    },
    source::{Basis, Citation, Cited, SourceId, cited_fields},
    vocabulary::{
        AreaSet, Criterion, DiagnosisCode, EndingTaskSet, InitialTaskSet, Label, OffModel, Phase,
        ProblemArea, ProtocolId, RuleCode, Severity, SickRole, Specialisation, TaskToken,
        Technique, Track, WorkSet,
    },
};

vocabulary! {
    /// How strongly a protocol asks for something.
    pub closed enum Level {
        /// It is indispensable.
        Must = "must",
        /// It is usual.
        Should = "should",
        /// It may be done.
        May = "may",
        /// It is not to be done.
        MustNot = "must_not",
    }
}

vocabulary! {
    /// What a protocol says of medication.
    pub open enum MedicationPolicy {
        /// Nothing in particular: allowed.
        Allowed = "allowed",
        /// Part of the treatment as described.
        Expected = "expected",
        /// Allowed if the dose has been stable.
        Stable = "stable",
        /// Withheld at first.
        WithheldFirst = "withheld_first",
        /// The therapy was studied without it.
        StudiedAlone = "studied_alone",
    }
}

vocabulary! {
    /// What a protocol says of treatment after the acute course.
    pub closed enum MaintenanceOffer {
        /// Nothing.
        None = "none",
        /// Offered by need.
        Optional = "optional",
        /// A standing part that is discussed with everyone.
        Standard = "standard",
        /// What the protocol is for.
        Defining = "defining",
    }
}

vocabulary! {
    /// How often something is due.
    pub open enum Cadence {
        /// In each session.
        EverySession = "every_session",
        /// At the beginning and at the end.
        BeforeAndAfter = "before_and_after",
        /// Every so many weeks, as the entry says.
        EveryWeeks = "every_weeks",
        /// Every so many sessions, as the entry says.
        EverySessions = "every_sessions",
        /// Each day, in a diary.
        Daily = "daily",
    }
}

vocabulary! {
    /// Who meets with whom in the sessions of the main track.
    pub open enum Format {
        /// Patient and therapist.
        Individual = "individual",
        /// Several patients at a time.
        Group = "group",
        /// A group beside individual sessions of the same weight.
        IndividualAndGroup = "individual_and_group",
        /// A child with a parent.
        Dyadic = "dyadic",
        /// A couple.
        Couple = "couple",
        /// A patient with a caregiver, together and apart.
        Conjoint = "conjoint",
        /// Modules that the patient works through alone.
        SelfGuided = "self_guided",
        /// Modules that the patient works through with a guide.
        Guided = "guided",
        /// Modules and sessions in turn.
        Blended = "blended",
    }
}

impl Format {
    /// Whether several patients share the sessions of the main track.
    #[must_use]
    pub const fn is_group(self) -> bool {
        matches!(self, Self::Group)
    }
}

vocabulary! {
    /// When a member may join a group.
    pub open enum GroupEntry {
        /// All begin together.
        Closed = "closed",
        /// Somebody may join until a certain session of the group.
        Late = "late",
        /// Members come and go; each has a count of their own.
        Rolling = "rolling",
    }
}

/// What stands in a field before a page says something: no number of it has a source that passes
/// for one, so a page that leaves one unsaid is found.
pub(super) trait Blank {
    const BLANK: Self;
}

macro_rules! blanks {
    ($($Type:ty = $blank:expr;)+) => {
        $(impl Blank for $Type { const BLANK: Self = $blank; })+
    };
}

blanks! {
    u8 = 0;
    u16 = 1;
    bool = false;
    Cow<'static, str> = Cow::Borrowed("");
    ProtocolId = Self::from_static("unsaid");
    Span = Self::new(0, 0, 0);
    Fraction = Self::new(0, 0);
    Format = Self::Individual;
    GroupEntry = Self::Closed;
    MaintenanceOffer = Self::None;
    MedicationPolicy = Self::Allowed;
    ModalitySet = Self::EMPTY;
    ScreenSet = Self::EMPTY;
    TimeFrameKinds = Self::EMPTY;
    AreaSet = Self::EMPTY;
    InitialTaskSet = Self::EMPTY;
    ContractTerms = Self::EMPTY;
    EndingTaskSet = Self::EMPTY;
    WorkSet = Self::EMPTY;
}

impl<T> Blank for Option<T> {
    const BLANK: Self = None;
}

impl<T: Blank> Blank for Cited<T> {
    const BLANK: Self = Self::new(T::BLANK, SourceId::from_static("unsaid"), Basis::Design);
}

impl<T: Clone + 'static> Blank for Cow<'static, [T]> {
    const BLANK: Self = Cow::Borrowed(&[]);
}

macro_rules! blank {
    ([] $($entry:tt)+) => {};
    ([cited] $($entry:tt)+) => {};
    ([page] $Name:ident { $($field:ident: $ty:ty,)+ }) => {
        impl Blank for $Name {
            const BLANK: Self = Self { $($field: <$ty as Blank>::BLANK,)+ };
        }
    };
}

/// Whether a file has to hold a field: nothing is read where it is left out.
const fn is_required(shape: &Shape, default: &[&str]) -> bool {
    default.is_empty() && !matches!(shape, Shape::Optional(_))
}

/// Declares the structs of a protocol. Each documents itself by its doc comments, from which
/// labels, the schema and the words for what is accepted are taken; the first sentence on a field
/// is its label. What stands behind `=` is read where a file leaves the field out.
macro_rules! spec {
    ($(
        $(#[doc = $doc:literal])+
        #[derive($($derive:ident),+)]
        $(#[$kind:ident])?
        pub struct $Name:ident { $( $(#[doc = $fdoc:literal])+ $field:ident : $ty:ty $(= $or:literal)?, )+ }
    )+) => {
        $(
            object! {
                [$($kind)?]
                $(#[doc = $doc])+
                #[derive($($derive),+)]
                $Name { $( $(#[doc = $fdoc])+ $field: $ty $(= $or)?, )+ }
            }
            blank! { [$($kind)?] $Name { $($field: $ty,)+ } }
        )+
    };
}

/// One struct of a protocol. A `cited` one ends with where all of it comes from.
macro_rules! object {
    ([cited]
        $(#[doc = $doc:literal])+
        #[derive($($derive:ident),+)]
        $Name:ident { $( $(#[doc = $fdoc:literal])+ $field:ident : $ty:ty, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive($($derive),+)]
        #[allow(clippy::exhaustive_structs, reason = "variants are written as literals")]
        pub struct $Name {
            $( $(#[doc = $fdoc])+ pub $field: $ty, )+
            /// Where that comes from.
            pub source: Citation,
            /// What kind of source that is.
            pub basis: Basis,
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;

                let own = [$(stringify!($field)),+].len();
                let all = own + $crate::source::count(self.source);
                let mut out = serializer.serialize_struct(stringify!($Name), all)?;
                $(out.serialize_field(stringify!($field), &self.$field)?;)+
                $crate::source::write(&mut out, self.source, self.basis)?;
                out.end()
            }
        }

        // Read field by field as it is stored: the place in the source has one of its own.
        #[cfg(feature = "serde")]
        const _: () = {
            struct Stored {
                $($field: $ty,)+
                source: $crate::source::SourceId,
                at: Option<$crate::source::Passage>,
                basis: Basis,
            }

            $crate::base::fields::fields! { @read Stored as $Name {
                $($field: $ty,)+
                source: $crate::source::SourceId,
                at: Option<$crate::source::Passage>,
                basis: Basis,
                ;
            } }

            impl<'de> serde::Deserialize<'de> for $Name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let read: Stored = $crate::base::fields::deserialize(deserializer)?;
                    Ok(Self {
                        $($field: read.$field,)+
                        source: $crate::source::Citation { work: read.source, at: read.at },
                        basis: read.basis,
                    })
                }
            }
        };

        impl Documented for $Name {
            const SHAPE: Shape = Shape::Object(
                stringify!($Name),
                concat!($($doc),+).trim_ascii_start(),
                cited_fields![$(field!($field: $ty, $($fdoc),+)),+],
            );
        }
    };
    ([$($page:ident)?]
        $(#[doc = $doc:literal])+
        #[derive($($derive:ident),+)]
        $Name:ident { $( $(#[doc = $fdoc:literal])+ $field:ident : $ty:ty $(= $or:literal)?, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive($($derive),+)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[allow(clippy::exhaustive_structs, reason = "variants are written with struct update, which needs every field")]
        pub struct $Name { $( $(#[doc = $fdoc])+ pub $field: $ty, )+ }

        #[cfg(feature = "serde")]
        $crate::base::fields::fields! { $Name { $($field: $ty $(= $or)?,)+ ; } }

        impl Documented for $Name {
            const SHAPE: Shape = Shape::Object(
                stringify!($Name),
                concat!($($doc),+).trim_ascii_start(),
                &[$(field!($field: $ty $(= $or)?, $($fdoc),+)),+],
            );
        }
    };
}

macro_rules! field {
    ($field:ident: $ty:ty $(= $or:literal)?, $($doc:literal),+) => {
        Field {
            name: stringify!($field),
            about: concat!($($doc),+).trim_ascii_start(),
            required: is_required(&<$ty as Documented>::SHAPE, &[$(stringify!($or))?]),
            shape: &<$ty as Documented>::SHAPE,
        }
    };
}

spec! {
    /// A phase as the protocol has it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PhaseSpec {
        /// Which phase.
        phase: Phase,
        /// What the protocol calls it.
        label: Cow<'static, str>,
        /// The first and last session at the typical length, where the protocol numbers them.
        typical: Option<Cited<(u16, u16)>>,
        /// Whether a course may pass it over and still follow the protocol.
        optional: bool = false,
        /// The clinical judgement on which it ends, where its end hangs on the patient's state and
        /// not on a number.
        ends_on: Option<Cited<Criterion>>,
    }

    /// A labelled stretch of a phase.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[cited]
    pub struct ModuleSpec {
        /// Its label in a record.
        token: Label,
        /// What the protocol calls it.
        label: Cow<'static, str>,
        /// The phase that it is a stretch of.
        phase: Phase,
        /// Its first session, at the typical length and by the member's own count.
        from: u16,
        /// Its last session.
        to: u16,
    }

    /// What the protocol says of groups.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct GroupPolicy {
        /// How many members.
        members: Cited<Span>,
        /// How many facilitators.
        facilitators: Cited<Span>,
        /// When a member may join.
        entry: Cited<GroupEntry>,
        /// The last session of the group at which somebody may join, where joining late is provided
        /// for.
        late_until: Option<Cited<u16>>,
    }

    /// Whom the protocol is for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct Population {
        /// The lowest age in years.
        age_min: Option<Cited<u8>>,
        /// The highest age in years.
        age_max: Option<Cited<u8>>,
        /// Whether remission is a condition of entry.
        remission_at_entry: Cited<bool>,
        /// The questions of the screen whose positive answer means that the protocol alone does not
        /// fit, or not now.
        excluded: Cited<ScreenSet>,
        /// The questions of the screen whose positive answer asks for a reason for offering it.
        cautioned: Cited<ScreenSet>,
    }

    /// A score at entry.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct EntryScore {
        /// The instrument.
        instrument: InstrumentId,
        /// The lowest total at entry.
        min: Option<u16>,
        /// The highest total at entry.
        max: Option<u16>,
        /// Whether the source holds to it; otherwise it is a guide.
        firm: bool,
    }

    /// How much treatment.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct Dose {
        /// Sessions of the main track.
        sessions: Cited<Span>,
        /// Minutes of a session.
        minutes: Cited<Span>,
        /// Minutes of the first session, where it differs.
        first_minutes: Option<Cited<Span>>,
        /// Weeks from first to last session.
        weeks: Cited<Span>,
        /// How the end may be fixed.
        time_frames: Cited<TimeFrameKinds>,
        /// Whether treatment is over after the greatest number of weeks, however many sessions were
        /// held.
        weeks_are_cap: Cited<bool>,
    }

    /// A diagnosis that the protocol is for, or excludes, in one classification.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct Indication {
        /// The classification, such as `icd-10`.
        system: Label,
        /// What the codes begin with: `F33` stands for `F33.1` too.
        stem: DiagnosisCode,
    }

    /// The spacing of a stretch of sessions.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct Stretch {
        /// The first session of the stretch.
        from: u16,
        /// The last session of the stretch.
        to: u16,
        /// So many sessions …
        sessions: u16,
        /// … in so many days.
        days: u16,
    }

    /// A further track beside the main one.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct TrackSpec {
        /// Which track.
        track: Track,
        /// How strongly it is asked for.
        level: Level,
        /// How many sessions.
        sessions: Cited<Span>,
        /// Minutes of a session, where they differ from those of the main track.
        minutes: Option<Cited<Span>>,
    }

    /// What the protocol calls a problem area, where it has a word of its own.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[cited]
    pub struct AreaLabel {
        /// The area.
        area: ProblemArea,
        /// The protocol's word.
        label: Cow<'static, str>,
    }

    /// A named specialisation of one of the four areas.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[cited]
    pub struct SpecialisationSpec {
        /// Its token.
        token: Specialisation,
        /// The area that it specialises.
        area: ProblemArea,
        /// What the protocol calls it.
        label: Cow<'static, str>,
    }

    /// What the focus may be.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct FocusPolicy {
        /// The areas of the protocol.
        areas: Cited<AreaSet>,
        /// The greatest number of active items.
        max_active: Cited<u8>,
        /// More active items than this are noted.
        advised: Cited<u8>,
        /// Whether grief is a focus only after a death.
        grief_requires_death: Cited<bool>,
        /// Whether deficits are chosen only when no other area fits.
        deficits_last_resort: Cited<bool>,
        /// The greatest share of focus sessions that a second item takes.
        secondary_share: Cited<Fraction>,
        /// The greatest number of middle sessions in a row without work on the focus.
        off_focus_run: Cited<u16>,
        /// Months before onset within which an event needs no maintaining link.
        onset_window_months: Cited<u16>,
        /// The phase until which a second item is put off, where the protocol provides for that.
        parked_until: Option<Cited<Phase>>,
    }

    /// The initial phase.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct InitialPolicy {
        /// More sessions than this are long.
        sessions_usual: Cited<u16>,
        /// More sessions than this are too many.
        sessions_most: Cited<u16>,
        /// The tasks that are done before the middle phase.
        tasks: Cited<InitialTaskSet>,
        /// The sick role, where the protocol gives one.
        sick_role: Cited<Option<SickRole>>,
        /// The least number of people in the inventory.
        inventory_min: Cited<u16>,
        /// The session by which the time limit is voiced.
        frame_by_session: Cited<u16>,
        /// What the contract settles beside its numbers.
        contract_terms: Cited<ContractTerms>,
    }

    /// The middle phase. Its sessions are counted without those given to a crisis.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct MiddlePolicy {
        /// The greatest number of middle sessions in a row without a concrete recent incident.
        incident_run: Cited<u16>,
        /// The middle session by which affect is expressed.
        affect_by: Cited<u16>,
        /// The middle session by which the stage of a dispute is determined.
        stage_by: Cited<u16>,
        /// The middle session by which the communication in a dispute is analysed.
        analysis_by: Cited<u16>,
        /// The share of the middle phase by which the ground of an area is explored: a loss told,
        /// options listed, two roles seen.
        explored_by: Cited<Fraction>,
        /// The share of the middle phase by which work turns from exploring to acting.
        acting_by: Cited<Fraction>,
        /// The share of the contract after which a change of focus is late.
        settled_by: Cited<Fraction>,
        /// How often the focus changes in a course.
        changes_max: Cited<u16>,
        /// From mid-course on, the greatest number of sessions in a row without mention of how many
        /// are left.
        unmentioned_run: Cited<u16>,
        /// The share of sessions given to crises above which suitability is reviewed.
        crisis_share: Cited<Fraction>,
        /// The greatest number of joint sessions in an individual format.
        joint_max: Cited<u16>,
        /// The share of the middle phase after which what had to be there at its beginning came too
        /// late to weigh less.
        late_share: Cited<Fraction>,
    }

    /// The ending.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct EndingPolicy {
        /// The least number of sessions of the ending.
        sessions_min: Cited<u16>,
        /// The same where an early end was agreed.
        sessions_min_early: Cited<u16>,
        /// The greatest number.
        sessions_max: Cited<u16>,
        /// With fewer sessions than this left, announcing the end is worth a note.
        announce_note_below: Cited<u16>,
        /// With fewer sessions than this left, announcing the end is late.
        announce_warn_below: Cited<u16>,
        /// The tasks of the ending.
        tasks: Cited<EndingTaskSet>,
        /// The share of planned sessions that a completed course attended.
        completion: Cited<Fraction>,
        /// What is said of treatment after the acute course.
        maintenance: Cited<MaintenanceOffer>,
        /// Whether maintenance is discussed with everyone.
        maintenance_with_all: Cited<bool>,
        /// The last sessions, in which no new topic is opened.
        settled_sessions: Cited<u16>,
        /// The last sessions, within which the final score falls.
        final_score_within: Cited<u16>,
        /// Attempts to reach a patient before the course counts as broken off.
        outreach_min: Cited<u16>,
        /// The sessions of the main track that make a completed course, where the source says so.
        completion_sessions: Option<Cited<u16>>,
        /// The weeks that make a completed course, where the source says so.
        completion_weeks: Option<Cited<u16>>,
        /// Whether sessions that were missed are made up for, where the source says so.
        missed_made_up: Option<Cited<bool>>,
    }

    /// Continuation and maintenance.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct MaintenancePolicy {
        /// Days between sessions of maintenance.
        interval_days: Cited<Span>,
        /// The greatest number of sessions in a row without interpersonal content.
        off_focus_run: Cited<u16>,
        /// For how many months, where the source says so.
        months: Option<Cited<Span>>,
    }

    /// Safety. That a concern is answered is no parameter.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct SafetyPolicy {
        /// The days from the first session, or from a change of medication, in which enquiry is
        /// closer.
        close_days: Cited<u16>,
        /// In these, the greatest number of sessions in a row without a direct enquiry.
        enquiry_run: Cited<u16>,
        /// The days within which a safety finding can be made good and weigh less.
        remedy_days: Cited<u16>,
        /// While a concern is open, how many sessions that the patient misses or cancels in a row ask
        /// for a contact.
        cancelled_run: Option<Cited<u16>>,
    }

    /// Time between sessions and over the course.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct TimingPolicy {
        /// A gap of more than this many intervals is worth a note.
        gap_note: Cited<Fraction>,
        /// A gap of more than this many intervals is long.
        gap_warn: Cited<Fraction>,
        /// A gap of more than this many intervals is a break.
        gap_break: Cited<Fraction>,
        /// The least number of days between sessions.
        gap_min_days: Cited<u16>,
        /// Whether two sessions a week may be agreed.
        twice_weekly: Cited<bool>,
        /// Whether spacing may widen within acute treatment.
        taper: Cited<bool>,
        /// Weeks over the plan that are worth a warning.
        overrun_weeks: Cited<u16>,
        /// The multiple of planned weeks that is the most.
        overrun_most: Cited<Fraction>,
        /// How often a contract is extended.
        extensions_max: Cited<u16>,
        /// By how many sessions at a time.
        extension_sessions_max: Cited<u16>,
        /// The sessions, each with the gap before it, over which the pace of treatment is looked
        /// at.
        pace_gaps: Cited<u16>,
        /// The multiple of the agreed pace from which treatment runs faster than agreed.
        pace_fast: Cited<Fraction>,
        /// Missed sessions in a row after which the patient is sought.
        outreach_after: Cited<u16>,
        /// Days within which outreach follows these.
        outreach_days: Cited<u16>,
        /// Missed sessions in a row after which it is decided how to go on.
        missed_run: Cited<u16>,
        /// Days without contact after which it is decided how to go on.
        silence_days: Cited<u16>,
        /// Days within which that decision is taken.
        decision_days: Cited<u16>,
        /// The session before which an absence is answered sooner.
        early_session: Cited<u16>,
        /// Working days, Monday to Friday, within which contact follows such an absence.
        early_outreach_days: Cited<u16>,
        /// Weeks by which the planned end may differ from sessions times interval.
        planned_end_weeks: Cited<u16>,
        /// Days after which an entry counts as late.
        late_entry_days: Cited<u16>,
        /// Days within which a prescriber is contacted.
        prescriber_days: Cited<u16>,
    }

    /// Measuring and reviewing.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct MeasurePolicy {
        /// The greatest number of sessions without a score.
        max_gap: Cited<u16>,
        /// The session by which progress is reviewed.
        review_by: Cited<u16>,
        /// The reduction by the review below which an option is recorded.
        review_response: Cited<Fraction>,
    }

    /// A measure that the protocol takes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct MeasureSpec {
        /// The instrument.
        instrument: InstrumentId,
        /// How strongly it is asked for.
        level: Level,
        /// How often.
        cadence: Cadence,
        /// With `every_weeks` and `every_sessions`: how many.
        every: Option<u16>,
    }

    /// What is done within and between sessions.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[page]
    pub struct WorkPolicy {
        /// The kinds of work between sessions that the protocol provides for.
        between_sessions: Cited<WorkSet>,
        /// Sessions in a row with proscribed activities as main work from which it is an error.
        proscribed_error_from: Cited<u16>,
        /// Minutes below which a held session is short.
        contact_minutes_min: Cited<u16>,
        /// What is said of medication.
        medication: Cited<MedicationPolicy>,
        /// The weeks for which medication is withheld, where it is withheld at first.
        medication_withheld_weeks: Option<Cited<u16>>,
        /// Sessions of a trainee's course without supervision.
        supervision_gap: Cited<u16>,
        /// The share of a trainee's sessions that is supervised.
        supervised_share: Cited<Fraction>,
        /// The share of the scale that an external rating of adherence reaches.
        adherence_min: Cited<Fraction>,
        /// Waivers in force above which supervision looks at them.
        waivers_max: Cited<u16>,
    }

    /// An activity that the protocol does not do.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct Proscription {
        /// The activity.
        activity: OffModel,
        /// Whether the source forbids it outright, so that one session is an error.
        outright: bool,
        /// The phase after which it is not done; none says at no time.
        after: Option<Phase>,
    }

    /// A technique on which the protocol has a word.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct TechniqueSpec {
        /// The technique.
        technique: Technique,
        /// How strongly it is asked for.
        level: Level,
    }

    /// A task that the protocol declares.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[cited]
    pub struct DeclaredTask {
        /// Its token.
        token: TaskToken,
        /// What the protocol calls it.
        label: Cow<'static, str>,
        /// The phase that it belongs to.
        phase: Phase,
        /// The session by which it is done, if the source says so.
        by_session: Option<u16>,
        /// How strongly it is asked for.
        level: Level,
    }

    /// Somebody beside patient and therapist whom the protocol involves.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct ParticipantSpec {
        /// What they are to the patient.
        relation: Relation,
        /// How strongly they are asked for.
        level: Level,
        /// In how many sessions; none says in some.
        sessions: Option<u16>,
    }

    /// Somebody with whom the therapist is in contact outside sessions.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct ContactSpec {
        /// Who.
        with: ContactWith,
        /// How strongly contact is asked for.
        level: Level,
    }

    /// An event outside treatment that its end hangs on.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct AnchorSpec {
        /// The event.
        anchor: Anchor,
        /// The phase that is to be over by then.
        over: Phase,
    }

    /// A decision that the protocol looks for at a certain time, on the ground of a clinical
    /// judgement.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[cited]
    pub struct StepSpec {
        /// The judgement, such as `response`.
        criterion: Criterion,
        /// What is decided, in the protocol's words.
        label: Cow<'static, str>,
        /// The session by which.
        by_session: Option<u16>,
        /// The week by which.
        by_week: Option<u16>,
        /// What a judgement that is not met may lead to.
        options: ReviewOptions,
    }

    /// A rule that the protocol switches off or grades otherwise.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[cited]
    pub struct Adjustment {
        /// The rule.
        code: RuleCode,
        /// Its severity here; none switches it off.
        severity: Option<Severity>,
    }

    /// A variant of IPT as data, in the open form. [`Protocol`](super::Protocol) is the closed one,
    /// whose parts agree.
    ///
    /// An editor reads it by `wire::read::<ProtocolSpec, _>`, whose errors say where the field is
    /// and what it takes.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[page]
    pub struct ProtocolSpec {
        /// The identifier.
        id: ProtocolId,
        /// The version of this description.
        version: u16,
        /// The title for people.
        title: Cow<'static, str>,
        /// The protocol that it was built on.
        parent: Option<ProtocolId>,
        /// Whom it is for, in a few words for people.
        for_whom: Cow<'static, str>,
        /// Who meets with whom.
        format: Format,
        /// How sessions may be held.
        channels: Cited<ModalitySet>,
        /// What it says of groups, where it has one.
        group: Option<GroupPolicy>,
        /// The phases in order.
        phases: Cow<'static, [PhaseSpec]>,
        /// Labelled stretches of phases.
        modules: Cow<'static, [ModuleSpec]>,
        /// Whom it is for.
        population: Population,
        /// The diagnoses that it is for; none where its source ties it to no diagnosis.
        indications: Cow<'static, [Indication]>,
        /// The diagnoses that its source excludes.
        contraindications: Cow<'static, [Indication]>,
        /// Scores at entry.
        entry_scores: Cow<'static, [EntryScore]>,
        /// How much treatment.
        dose: Dose,
        /// The spacing, stretch by stretch, at the typical length.
        cadence: Cow<'static, [Stretch]>,
        /// Further tracks.
        tracks: Cow<'static, [TrackSpec]>,
        /// What the focus may be.
        focus: FocusPolicy,
        /// Words of its own for the four areas.
        area_labels: Cow<'static, [AreaLabel]>,
        /// Specialisations of the four areas.
        specialisations: Cow<'static, [SpecialisationSpec]>,
        /// The initial phase.
        initial: InitialPolicy,
        /// The middle phase.
        middle: MiddlePolicy,
        /// The ending.
        ending: EndingPolicy,
        /// Continuation and maintenance.
        maintenance: MaintenancePolicy,
        /// Safety.
        safety: SafetyPolicy,
        /// Time.
        timing: TimingPolicy,
        /// Measuring and reviewing.
        measurement: MeasurePolicy,
        /// The measures.
        measures: Cow<'static, [MeasureSpec]>,
        /// What is done within and between sessions.
        work: WorkPolicy,
        /// Techniques on which it has a word: favoured, usual, allowed.
        techniques: Cow<'static, [TechniqueSpec]>,
        /// Activities that it does not do.
        proscribed: Cow<'static, [Proscription]>,
        /// Tasks that it declares.
        tasks: Cow<'static, [DeclaredTask]>,
        /// People whom it involves.
        participants: Cow<'static, [ParticipantSpec]>,
        /// People with whom the therapist is in contact outside sessions.
        contacts: Cow<'static, [ContactSpec]>,
        /// Events outside treatment that its end hangs on.
        anchors: Cow<'static, [AnchorSpec]>,
        /// Decisions that it looks for on the ground of a judgement.
        steps: Cow<'static, [StepSpec]>,
        /// Rules that it switches off or grades otherwise.
        adjustments: Cow<'static, [Adjustment]>,
        /// The works that describe it.
        sources: Cow<'static, [SourceId]>,
    }
}
