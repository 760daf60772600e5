//! In what two protocols differ, parameter by parameter.

use alloc::{
    borrow::Cow,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{
    Adjustment, AnchorSpec, AreaLabel, Cadence, Cited, ContactSpec, DeclaredTask, Dose,
    EndingPolicy, EntryScore, FocusPolicy, Format, Fraction, GroupEntry, GroupPolicy, Indication,
    InitialPolicy, Level, MaintenanceOffer, MaintenancePolicy, MeasurePolicy, MeasureSpec,
    MedicationPolicy, MiddlePolicy, ModuleSpec, ParticipantSpec, PhaseSpec, Population,
    Proscription, Protocol, ProtocolSpec, SafetyPolicy, Span, SpecialisationSpec, Statement,
    StepSpec, Stretch, TechniqueSpec, TimingPolicy, TrackSpec, WorkPolicy, disagree::is_sourced,
};
use crate::{
    base::set::{Nameable as _, Names},
    measure::InstrumentId,
    record::{
        contact::{Anchor, ContactWith},
        contract::{ContractTerms, TimeFrameKinds},
        inventory::Relation,
        review::ReviewOptions,
        session::ModalitySet,
        setting::ScreenSet,
    },
    source::{Basis, Citation, SourceId},
    vocabulary::{
        AreaSet, Criterion, DiagnosisCode, EndingTaskSet, InitialTaskSet, Label, OffModel, Phase,
        ProblemArea, ProtocolId, RuleCode, Severity, SickRole, Specialisation, TaskToken,
        Technique, Track, WorkSet,
    },
};

/// A parameter in which two protocols differ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The parameter as a path, such as `dose.sessions.typical`. An entry of a list goes by what it
    /// is about: `measures.phq-9.level`; the path of a list names its entries in order.
    pub parameter: String,
    /// Its value in the first protocol, in words.
    pub left: String,
    /// Its value in the second.
    pub right: String,
}

/// A parameter of a protocol with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The parameter as a path, as in [`Difference::parameter`].
    pub path: String,
    /// Its value in words. One of several parts names them: `min 12, typical 16, max 16`.
    pub value: String,
    /// Where it comes from.
    pub source: Citation,
    /// What kind of source that is.
    pub basis: Basis,
}

impl ProtocolSpec {
    /// The protocol as named values in words, in the order of its fields. A span falls apart into
    /// its three numbers, a citation into the work and the place in it.
    fn all_leaves(&self) -> Vec<(String, String)> {
        let mut words = Vec::new();
        for (path, leaf) in self.typed_leaves() {
            match leaf {
                Leaf::Span(span) => {
                    let parts = [
                        ("min", span.min),
                        ("typical", span.typical),
                        ("max", span.max),
                    ];
                    let part = |(name, number): (_, u16)| (join(&path, name), number.to_string());
                    words.extend(parts.map(part));
                }
                // The place stands beside the work, as in the stored form.
                Leaf::Source(Citation { work, at }) => {
                    if let (Some(at), Some(of)) = (at, path.strip_suffix("source")) {
                        words.push((format!("{of}at"), at.to_string()));
                    }
                    words.push((path, work.to_string()));
                }
                leaf => words.push((path, leaf.to_string())),
            }
        }
        words
    }

    /// The protocol as named values, in the order of its fields.
    pub(super) fn typed_leaves(&self) -> Vec<(String, Leaf)> {
        let mut leaves = Vec::new();
        self.leaves("", &mut leaves);
        leaves
    }

    /// Whether each source is of the kind that its basis says. It is asked of every protocol that
    /// is read, so it writes no paths.
    pub(super) fn is_sourced(&self) -> bool {
        let mut seen = Sources {
            last: None,
            agree: true,
        };
        self.sources(&mut seen);
        seen.agree
    }

    /// Every number and choice that has a source, with it, in the order of their paths.
    ///
    /// ```
    /// use interpersonal::{protocol::preset::ACUTE_16, source::Basis};
    ///
    /// let parameters = ACUTE_16.spec().parameters();
    /// let sessions = parameters.iter().find(|parameter| parameter.path == "dose.sessions");
    /// let sessions = sessions.expect("every protocol says how many sessions it has");
    /// assert_eq!(sessions.value, "max 16, min 12, typical 16");
    /// assert_eq!(sessions.basis, Basis::Manual);
    /// ```
    #[must_use]
    pub fn parameters(&self) -> Vec<Parameter> {
        let words: BTreeMap<String, String> = self.all_leaves().into_iter().collect();
        let leaves = self.typed_leaves();
        let sourced = leaves.windows(2).filter_map(|two| match two {
            [(of, Leaf::Source(source)), (_, Leaf::Basis(basis))] => {
                Some((of.strip_suffix(".source")?, *source, *basis))
            }
            _ => None,
        });
        let mut parameters: Vec<_> = sourced
            .map(|(path, source, basis)| Parameter {
                path: path.to_string(),
                value: value(&words, path),
                source,
                basis,
            })
            .collect();
        parameters.sort_by_cached_key(|parameter| join(&parameter.path, ""));
        parameters
    }
}

/// What stands at a path and below it, without source and basis.
fn value(leaves: &BTreeMap<String, String>, path: &str) -> String {
    let below = leaves
        .range(join(path, "")..)
        .take_while(|(leaf, _)| leaf.starts_with(path));
    let part = |(leaf, value): (&String, &String)| {
        let name = leaf.strip_prefix(path)?.strip_prefix('.')?;
        (!matches!(name, "source" | "at" | "basis")).then(|| format!("{name} {value}"))
    };
    leaves
        .get(path)
        .cloned()
        .unwrap_or_else(|| below.filter_map(part).collect::<Vec<_>>().join(", "))
}

impl Protocol {
    /// Every parameter in which this protocol differs from another, sources included, in the order
    /// of their paths.
    ///
    /// ```
    /// use interpersonal::protocol::preset::{ACUTE_16, UK_16};
    ///
    /// let diff = ACUTE_16.diff(&UK_16);
    /// let usual = diff.iter().find(|difference| difference.parameter == "initial.sessions_usual");
    /// let usual = usual.expect("the British initial phase is longer");
    /// assert_eq!((usual.left.as_str(), usual.right.as_str()), ("3", "4"));
    /// assert!(ACUTE_16.diff(&ACUTE_16).is_empty());
    /// ```
    #[must_use]
    pub fn diff(&self, other: &Self) -> Vec<Difference> {
        let mut sides = BTreeMap::<String, [Option<String>; 2]>::new();
        for (side, protocol) in [self, other].into_iter().enumerate() {
            for (path, value) in protocol.spec().all_leaves() {
                sides.entry(path).or_default()[side] = Some(value);
            }
        }
        let none = || "none".to_string();
        let differing = sides.into_iter().filter(|(_, [left, right])| left != right);
        differing
            .map(|(parameter, [left, right])| Difference {
                parameter,
                left: left.unwrap_or_else(none),
                right: right.unwrap_or_else(none),
            })
            .collect()
    }
}

/// One value of a protocol, which can be said in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Leaf {
    /// What is the same in each language: an identifier, a code, a text of the protocol's own.
    Text(String),
    /// A number.
    Number(u16),
    /// Yes or no.
    Truth(bool),
    /// A member of a vocabulary, or several.
    Names(Names),
    /// A share or a multiple.
    Fraction(u16, u16),
    /// The first and the last.
    Pair(u16, u16),
    /// A least, a typical and a greatest number.
    Span(Span),
    /// Where what stands before it comes from.
    Source(Citation),
    /// What kind of source that is; it follows its source.
    Basis(Basis),
    /// An instrument.
    Instrument(InstrumentId),
    /// A criterion of a judgement.
    Criterion(Criterion),
    /// What the entries of a list are about.
    Keys(Vec<String>),
    /// The entries of a list, for their order.
    Entries(Vec<Statement>),
}

/// In English, names in their own words.
impl fmt::Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Truth(truth) => truth.fmt(f),
            Self::Names(names) if names.is_set() && names.iter().next().is_none() => {
                f.write_str("none")
            }
            Self::Names(names) => names.iter().enumerate().try_for_each(|(at, name)| {
                f.write_str(if at == 0 { "" } else { ", " })?;
                crate::base::set::words(name, f)
            }),
            Self::Fraction(num, den) => write!(f, "{num}/{den}"),
            Self::Pair(from, to) => write!(f, "{from} to {to}"),
            Self::Span(span) if span.min == span.max => span.min.fmt(f),
            Self::Span(Span { min, typical, max }) => {
                write!(f, "{min} to {max}, usually {typical}")
            }
            Self::Source(source) => source.fmt(f),
            Self::Basis(basis) => basis.fmt(f),
            Self::Instrument(id) => id.fmt(f),
            Self::Criterion(criterion) => criterion.fmt(f),
            Self::Keys(keys) => f.write_str(&keys.join(", ")),
            Self::Entries(entries) => entries.iter().enumerate().try_for_each(|(at, entry)| {
                write!(f, "{}{}", if at == 0 { "" } else { ", " }, entry.label)
            }),
        }
    }
}

/// Something that falls apart into named values.
trait Leaves {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>);

    /// Shows every source and every basis in the order of their fields, in which a basis follows
    /// its source.
    fn sources(&self, _: &mut Sources) {}
}

/// Whether each basis that was seen fits the source before it.
struct Sources {
    last: Option<SourceId>,
    agree: bool,
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_string()
    } else {
        format!("{path}.{name}")
    }
}

macro_rules! leaf {
    ($($Type:ty),+ => |$it:ident| $leaf:expr) => {
        $(impl Leaves for $Type {
            fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
                let $it = self;
                out.push((path.to_string(), $leaf));
            }
        })+
    };
}

leaf! { Cow<'static, str>, DiagnosisCode, Label, ProtocolId, RuleCode, Specialisation, TaskToken => |it| Leaf::Text(it.to_string()) }
leaf! { u8 => |it| Leaf::Number((*it).into()) }
leaf! { u16 => |it| Leaf::Number(*it) }
leaf! { bool => |it| Leaf::Truth(*it) }
leaf! { InstrumentId => |it| Leaf::Instrument(*it) }
leaf! { Criterion => |it| Leaf::Criterion(*it) }
leaf! { Fraction => |it| Leaf::Fraction(it.num, it.den) }
leaf! { (u16, u16) => |it| Leaf::Pair(it.0, it.1) }
leaf! { Span => |it| Leaf::Span(*it) }
leaf! {
    Anchor, AreaSet, Cadence, ContactWith, ContractTerms, EndingTaskSet, Format, GroupEntry, InitialTaskSet, Level, MaintenanceOffer,
    MedicationPolicy, ModalitySet, OffModel, Phase, ProblemArea, Relation, ReviewOptions, ScreenSet, Severity, SickRole, Technique,
    TimeFrameKinds, Track, WorkSet => |it| Leaf::Names(it.names())
}

impl Leaves for Citation {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
        out.push((path.to_string(), Leaf::Source(*self)));
    }

    fn sources(&self, seen: &mut Sources) {
        seen.last = Some(self.work);
    }
}

/// A work that describes the protocol as a whole.
impl Leaves for SourceId {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
        self.whole().leaves(path, out);
    }
}

impl Leaves for Basis {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
        out.push((path.to_string(), Leaf::Basis(*self)));
    }

    fn sources(&self, seen: &mut Sources) {
        seen.agree &= seen
            .last
            .take()
            .is_some_and(|source| is_sourced(source, *self));
    }
}

/// What is not given has no leaves, and the comparison says "none" in its place.
impl<T: Leaves> Leaves for Option<T> {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
        if let Some(value) = self {
            value.leaves(path, out);
        }
    }

    fn sources(&self, seen: &mut Sources) {
        if let Some(value) = self {
            value.sources(seen);
        }
    }
}

/// The value goes by the path itself; the source stands beside it.
impl<T: Leaves> Leaves for Cited<T> {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
        let Self {
            value,
            source,
            basis,
        } = self;
        value.leaves(path, out);
        source.leaves(&join(path, "source"), out);
        basis.leaves(&join(path, "basis"), out);
    }

    fn sources(&self, seen: &mut Sources) {
        self.source.sources(seen);
        self.basis.sources(seen);
    }
}

/// An entry of a list, and what it is about.
trait Entry: Leaves {
    fn key(&self, at: usize) -> String;
}

impl<T: Entry + Clone> Leaves for Cow<'static, [T]> {
    fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
        let mut keys = Vec::<String>::new();
        for (at, entry) in self.iter().enumerate() {
            let mut key = entry.key(at);
            // A second entry about the same thing gets a number, so that no value hides behind
            // another.
            let plain = key.clone();
            let mut number = 2;
            while keys.contains(&key) {
                key = format!("{plain}#{number}");
                number += 1;
            }
            entry.leaves(&join(path, &key), out);
            keys.push(key);
        }
        if !keys.is_empty() {
            out.push((path.to_string(), Leaf::Keys(keys)));
        }
    }

    fn sources(&self, seen: &mut Sources) {
        self.iter().for_each(|entry| entry.sources(seen));
    }
}

/// Takes a struct apart. A field that is not named here does not compile.
macro_rules! fields {
    ($($Type:ident { $($field:ident),+ $(,)? })+) => {
        $(impl Leaves for $Type {
            fn leaves(&self, path: &str, out: &mut Vec<(String, Leaf)>) {
                let Self { $($field),+ } = self;
                $($field.leaves(&join(path, stringify!($field)), out);)+
            }

            fn sources(&self, seen: &mut Sources) {
                $(self.$field.sources(seen);)+
            }
        })+
    };
}

fields! {
    ProtocolSpec {
        id, version, title, parent, for_whom, format, channels, group, phases, modules, population, indications, contraindications,
        entry_scores, dose, cadence, tracks, focus, area_labels, specialisations, initial, middle, ending, maintenance, safety, timing,
        measurement, measures, work, techniques, proscribed, tasks, participants, contacts, anchors, steps, adjustments, sources,
    }
    PhaseSpec { phase, label, typical, optional, ends_on }
    ModuleSpec { token, label, phase, from, to, source, basis }
    GroupPolicy { members, facilitators, entry, late_until }
    EntryScore { instrument, min, max, firm, source, basis }
    AreaLabel { area, label, source, basis }
    TechniqueSpec { technique, level, source, basis }
    ContactSpec { with, level, source, basis }
    AnchorSpec { anchor, over, source, basis }
    StepSpec { criterion, label, by_session, by_week, options, source, basis }
    Population { age_min, age_max, remission_at_entry, excluded, cautioned }
    Indication { system, stem, source, basis }
    Dose { sessions, minutes, first_minutes, weeks, time_frames, weeks_are_cap }
    Stretch { from, to, sessions, days, source, basis }
    TrackSpec { track, level, sessions, minutes }
    FocusPolicy {
        areas, max_active, advised, grief_requires_death, deficits_last_resort, secondary_share, off_focus_run, onset_window_months,
        parked_until,
    }
    SpecialisationSpec { token, area, label, source, basis }
    InitialPolicy { sessions_usual, sessions_most, tasks, sick_role, inventory_min, frame_by_session, contract_terms }
    MiddlePolicy {
        incident_run, affect_by, stage_by, analysis_by, explored_by, acting_by, settled_by, changes_max, unmentioned_run,
        crisis_share, joint_max, late_share,
    }
    EndingPolicy {
        sessions_min, sessions_min_early, sessions_max, announce_note_below, announce_warn_below, tasks, completion, maintenance,
        maintenance_with_all, settled_sessions, final_score_within, outreach_min, completion_sessions, completion_weeks, missed_made_up,
    }
    MaintenancePolicy { interval_days, off_focus_run, months }
    SafetyPolicy { close_days, enquiry_run, remedy_days, cancelled_run }
    TimingPolicy {
        gap_note, gap_warn, gap_break, gap_min_days, twice_weekly, taper, overrun_weeks, overrun_most, extensions_max,
        extension_sessions_max, pace_gaps, pace_fast, outreach_after, outreach_days, missed_run, silence_days, decision_days, early_session, early_outreach_days,
        planned_end_weeks, late_entry_days, prescriber_days,
    }
    MeasurePolicy { max_gap, review_by, review_response }
    MeasureSpec { instrument, level, cadence, every, source, basis }
    WorkPolicy {
        between_sessions, proscribed_error_from, contact_minutes_min, medication, medication_withheld_weeks, supervision_gap, supervised_share,
        adherence_min, waivers_max,
    }
    Proscription { activity, outright, after, source, basis }
    DeclaredTask { token, label, phase, by_session, level, source, basis }
    ParticipantSpec { relation, level, sessions, source, basis }
    Adjustment { code, severity, source, basis }
}

macro_rules! entries {
    ($($Type:ident by $field:ident.$name:ident;)+) => {
        $(impl Entry for $Type {
            fn key(&self, _: usize) -> String {
                self.$field.$name().to_string()
            }
        })+
    };
}

entries! {
    PhaseSpec by phase.name;
    TrackSpec by track.name;
    SpecialisationSpec by token.as_str;
    MeasureSpec by instrument.as_str;
    Proscription by activity.name;
    DeclaredTask by token.as_str;
    ParticipantSpec by relation.name;
    Adjustment by code.as_str;
    ModuleSpec by token.as_str;
    EntryScore by instrument.as_str;
    AreaLabel by area.name;
    TechniqueSpec by technique.name;
    ContactSpec by with.name;
    AnchorSpec by anchor.name;
    StepSpec by criterion.as_str;
}

impl Entry for Indication {
    fn key(&self, _: usize) -> String {
        format!("{}:{}", self.system, self.stem)
    }
}

impl Entry for Stretch {
    fn key(&self, at: usize) -> String {
        (at + 1).to_string()
    }
}

impl Entry for SourceId {
    fn key(&self, _: usize) -> String {
        self.to_string()
    }
}
