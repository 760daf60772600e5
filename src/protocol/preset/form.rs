//! The form in which a variant is written: `protocols!` and what its lines mean.
//!
//! A page becomes one `static`, made while the crate is compiled. It begins as the page that it
//! extends, and each line sets one field. Which lines a field takes follows from the field's type:
//! a [`Slot`] on it has the methods that fit, so a line that does not fit does not compile. The
//! recipe stands in [`preset`](super).

use alloc::borrow::Cow;
use core::mem::{forget, replace};

use crate::{
    protocol::{
        Cited, Format, Fraction, GroupEntry, GroupPolicy, MaintenanceOffer, MedicationPolicy,
        Proscription, ProtocolSpec, Span, spec::Blank,
    },
    record::{
        contract::{ContractTerm, ContractTerms, TimeFrameKind, TimeFrameKinds},
        session::{Modality, ModalitySet},
        setting::{ScreenItem, ScreenSet},
    },
    source::{Basis, Citation},
    vocabulary::{
        AreaSet, EndingTask, EndingTaskSet, InitialTask, InitialTaskSet, OffModel, Phase,
        ProblemArea, SickRole, WorkKind, WorkSet,
    },
};

/// The vocabulary of each field whose value is a name, or several. A field with names that is added
/// has its row here.
#[allow(
    non_camel_case_types,
    reason = "a module and a type are named as the field is"
)]
pub(super) mod names {
    pub(crate) type format = crate::protocol::Format;
    pub(crate) type channels = crate::record::session::Modality;
    pub(crate) type sources = crate::source::SourceId;

    pub(crate) mod group {
        pub(crate) type entry = crate::protocol::GroupEntry;
    }
    pub(crate) mod population {
        pub(crate) type excluded = crate::record::setting::ScreenItem;
        pub(crate) type cautioned = crate::record::setting::ScreenItem;
    }
    pub(crate) mod dose {
        pub(crate) type time_frames = crate::record::contract::TimeFrameKind;
    }
    pub(crate) mod focus {
        pub(crate) type areas = crate::vocabulary::ProblemArea;
        pub(crate) type parked_until = crate::vocabulary::Phase;
    }
    pub(crate) mod initial {
        pub(crate) type tasks = crate::vocabulary::InitialTask;
        pub(crate) type sick_role = crate::vocabulary::SickRole;
        pub(crate) type contract_terms = crate::record::contract::ContractTerm;
    }
    pub(crate) mod ending {
        pub(crate) type tasks = crate::vocabulary::EndingTask;
        pub(crate) type maintenance = crate::protocol::MaintenanceOffer;
    }
    pub(crate) mod work {
        pub(crate) type between_sessions = crate::vocabulary::WorkKind;
        pub(crate) type medication = crate::protocol::MedicationPolicy;
    }
}

/// Where a line's value comes from.
pub(super) type Cite = (Citation, Basis);

/// A field of the page that is being written.
pub(super) struct Slot<'a, T>(pub(super) &'a mut T);

impl<T> Slot<'_, T> {
    /// Sets the field. What stood there is forgotten and not dropped, which a `const` cannot do;
    /// it was borrowed.
    const fn set(self, value: T) {
        forget(replace(self.0, value));
    }
}

impl<T: Copy> Slot<'_, Cited<T>> {
    pub(super) const fn cited(self, value: T, (source, basis): Cite) {
        *self.0 = Cited {
            value,
            source,
            basis,
        };
    }
}

impl<T: Copy> Slot<'_, Option<Cited<T>>> {
    pub(super) const fn cited(self, value: T, (source, basis): Cite) {
        *self.0 = Some(Cited {
            value,
            source,
            basis,
        });
    }
}

impl<T: Copy> Slot<'_, Option<T>> {
    /// The protocol says nothing of it.
    pub(super) const fn none(self) {
        *self.0 = None;
    }
}

impl Slot<'_, Option<GroupPolicy>> {
    /// What is said of groups so far.
    pub(super) const fn begun(self) -> GroupPolicy {
        match *self.0 {
            Some(group) => group,
            None => <GroupPolicy as Blank>::BLANK,
        }
    }

    pub(super) const fn plain(self, group: GroupPolicy) {
        *self.0 = Some(group);
    }
}

impl Slot<'_, Cow<'static, str>> {
    pub(super) const fn plain(self, text: &'static str) {
        self.set(Cow::Borrowed(text));
    }
}

impl Slot<'_, u16> {
    pub(super) const fn plain(self, number: u16) {
        *self.0 = number;
    }
}

impl Slot<'_, Format> {
    pub(super) const fn plain(self, format: Format) {
        *self.0 = format;
    }
}

impl<T: Clone> Slot<'_, Cow<'static, [T]>> {
    pub(super) const fn list(self, entries: &'static [T]) {
        self.set(Cow::Borrowed(entries));
    }
}

/// Lines that say a value in fewer tokens than its type has: `14` for a span, `3/4` for a fraction.
macro_rules! said {
    ($($Type:ty { $($method:ident($($arg:ident: $Arg:ty),+) => $value:expr;)+ })+) => { $(
        impl Slot<'_, Cited<$Type>> {
            $(#[allow(dead_code, reason = "some fields are always optional")]
            pub(super) const fn $method(self, $($arg: $Arg,)+ cite: Cite) { self.cited($value, cite); })+
        }

        impl Slot<'_, Option<Cited<$Type>>> {
            $(#[allow(dead_code, reason = "some fields are never optional")]
            pub(super) const fn $method(self, $($arg: $Arg,)+ cite: Cite) { self.cited($value, cite); })+
        }
    )+ };
}

said! {
    u8 { number(number: u8) => number; }
    u16 { number(number: u16) => number; }
    bool { truth(truth: bool) => truth; }
    Span {
        number(number: u16) => Span::new(number, number, number);
        range(min: u16, max: u16, typical: u16) => Span::new(min, typical, max);
    }
    Fraction {
        number(number: u16) => Fraction::new(number, 1);
        part(num: u16, den: u16) => Fraction::new(num, den);
    }
    GroupEntry { name(name: GroupEntry) => name; }
    Phase { name(name: Phase) => name; }
    MaintenanceOffer { name(name: MaintenanceOffer) => name; }
    MedicationPolicy { name(name: MedicationPolicy) => name; }
    Option<SickRole> { name(name: SickRole) => Some(name); }
    ModalitySet { members(names: &[Modality]) => ModalitySet::of(names); }
    ScreenSet { members(names: &[ScreenItem]) => ScreenSet::of(names); }
    TimeFrameKinds { members(names: &[TimeFrameKind]) => TimeFrameKinds::of(names); }
    AreaSet { members(names: &[ProblemArea]) => AreaSet::of(names); }
    InitialTaskSet { members(names: &[InitialTask]) => InitialTaskSet::of(names); }
    ContractTerms { members(names: &[ContractTerm]) => ContractTerms::of(names); }
    EndingTaskSet { members(names: &[EndingTask]) => EndingTaskSet::of(names); }
    WorkSet { members(names: &[WorkKind]) => WorkSet::of(names); }
}

impl Slot<'_, Cited<Option<SickRole>>> {
    /// A source says that there is none.
    pub(super) const fn nothing(self, cite: Cite) {
        self.cited(None, cite);
    }
}

/// The entries of a list of a page, which are always borrowed.
#[allow(clippy::ptr_arg, reason = "a `Cow` does not deref in a `const`")]
pub(super) const fn entries<T: Clone>(list: &'static Cow<'static, [T]>) -> &'static [T] {
    match list {
        Cow::Borrowed(entries) => entries,
        Cow::Owned(_) => panic!("a page borrows its lists"),
    }
}

#[allow(clippy::ptr_arg, reason = "a `Cow` does not deref in a `const`")]
const fn text(text: &'static Cow<'static, str>) -> Cow<'static, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text),
        Cow::Owned(_) => panic!("a page borrows its texts"),
    }
}

/// The entries of two lists.
pub(super) const fn joined<T: Copy, const N: usize>(first: &[T], more: &[T]) -> [T; N] {
    let mut all = [if first.is_empty() { more[0] } else { first[0] }; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() {
            first[at]
        } else {
            more[at - first.len()]
        };
        at += 1;
    }
    all
}

/// The activities that are off the model but some, each of which must stand there.
pub(super) const fn without<const N: usize>(
    all: &[Proscription],
    some: &[OffModel],
) -> [Proscription; N] {
    let mut kept = [all[0]; N];
    let (mut from, mut to) = (0, 0);
    while from < all.len() {
        let (mut leave, mut i) = (false, 0);
        while i < some.len() {
            leave |= all[from].activity as u8 == some[i] as u8;
            i += 1;
        }
        if !leave {
            kept[to] = all[from];
            to += 1;
        }
        from += 1;
    }
    assert!(
        to == N,
        "an activity that is taken out does not stand in the list"
    );
    kept
}

/// What a page calls a phase: the standard form's word, if it has none of its own.
pub(super) const fn called(phase: Phase, own: &'static str) -> Cow<'static, str> {
    Cow::Borrowed(match phase {
        _ if !own.is_empty() => own,
        Phase::Assessment => "Assessment",
        Phase::Initial => "Initial phase",
        Phase::Middle => "Middle phase",
        Phase::Termination => "Termination",
        Phase::Concluded => "Conclusion of acute treatment",
        Phase::Continuation => "Continuation",
        Phase::Maintenance => "Maintenance",
        Phase::Closed => panic!("no page has this phase"),
    })
}

impl ProtocolSpec {
    /// The same page once more, for one that extends it; `Clone` is not `const`.
    pub(super) const fn extended(&'static self) -> Self {
        Self {
            id: self.id,
            version: self.version,
            title: text(&self.title),
            parent: Some(self.id),
            for_whom: text(&self.for_whom),
            format: self.format,
            channels: self.channels,
            group: self.group,
            phases: Cow::Borrowed(entries(&self.phases)),
            modules: Cow::Borrowed(entries(&self.modules)),
            population: self.population,
            indications: Cow::Borrowed(entries(&self.indications)),
            contraindications: Cow::Borrowed(entries(&self.contraindications)),
            entry_scores: Cow::Borrowed(entries(&self.entry_scores)),
            dose: self.dose,
            cadence: Cow::Borrowed(entries(&self.cadence)),
            tracks: Cow::Borrowed(entries(&self.tracks)),
            focus: self.focus,
            area_labels: Cow::Borrowed(entries(&self.area_labels)),
            specialisations: Cow::Borrowed(entries(&self.specialisations)),
            initial: self.initial,
            middle: self.middle,
            ending: self.ending,
            maintenance: self.maintenance,
            safety: self.safety,
            timing: self.timing,
            measurement: self.measurement,
            measures: Cow::Borrowed(entries(&self.measures)),
            work: self.work,
            techniques: Cow::Borrowed(entries(&self.techniques)),
            proscribed: Cow::Borrowed(entries(&self.proscribed)),
            tasks: Cow::Borrowed(entries(&self.tasks)),
            participants: Cow::Borrowed(entries(&self.participants)),
            contacts: Cow::Borrowed(entries(&self.contacts)),
            anchors: Cow::Borrowed(entries(&self.anchors)),
            steps: Cow::Borrowed(entries(&self.steps)),
            adjustments: Cow::Borrowed(entries(&self.adjustments)),
            sources: Cow::Borrowed(entries(&self.sources)),
        }
    }
}

/// The pages of a family.
macro_rules! protocols {
    ($(
        $(#[doc = $doc:literal])+
        $NAME:ident $id:literal $(extends $Base:ident)? { $($page:tt)* }
    )+) => {
        $(
            $(#[doc = $doc])+
            pub static $NAME: $crate::protocol::Protocol = $crate::protocol::Protocol({
                #[allow(unused_mut, reason = "a page may say what it is called and nothing else")]
                let mut spec = begun!($($Base)?);
                spec.id = $crate::vocabulary::ProtocolId::from_static($id);
                page! { spec [$($Base)?] $($page)* }
                spec
            });
        )+

        /// The variants of the family, in the order of reading.
        pub(super) const FAMILY: &[&$crate::protocol::Protocol] = &[$(&$NAME),+];
    };
}

macro_rules! begun {
    () => {
        <$crate::protocol::ProtocolSpec as $crate::protocol::spec::Blank>::BLANK
    };
    ($Base:ident) => {
        $Base.0.extended()
    };
}

/// The lines of a page.
macro_rules! page {
    ($spec:ident $base:tt $(
        $field:ident $(. $part:ident)?
        $(: $($lit:literal)? $(..= $max:literal)? $(, usually $typical:literal)? $(/ $den:literal)?
            $([$($name:ident),* $(,)?])? $($word:ident)* $(.at($at:literal))? ;)?
        $({ $($rows:tt)* })?
        $(+ { $($more:tt)* })?
        $(- [$($less:ident),+ $(,)?] ;)?
    )*) => { $(
        statement! {
            $spec $base [$field $($part)?]
            [$([$($lit)?] [$($max)?] [$($typical)?] [$($den)?] [$([$($name)*])?] [$($word)* $($at)?])?]
            [$({ $($rows)* })?] [$({ $($more)* })?] [$({ $($less)+ })?]
        }
    )* };
}

/// A line, a list or the group in its place, entries more, entries less.
macro_rules! statement {
    ($spec:ident $base:tt [$($path:ident)+] [$($value:tt)+] [] [] []) => {
        line! { $spec [$($path)+] $($value)+ }
    };
    ($spec:ident $base:tt [group] [] [{ $($lines:tt)* }] [] []) => {
        let mut group = $crate::protocol::preset::form::Slot(&mut $spec.group).begun();
        group! { group $($lines)* }
        $crate::protocol::preset::form::Slot(&mut $spec.group).plain(group);
    };
    ($spec:ident $base:tt [$list:ident] [] [{ $($rows:tt)* }] [] []) => {
        $crate::protocol::preset::form::Slot(&mut $spec.$list).list({
            const ROWS: &[entry!($list)] = rows!($list $($rows)*);
            ROWS
        });
    };
    ($spec:ident [$Base:ident] [$list:ident] [] [] [{ $($rows:tt)* }] []) => {
        $crate::protocol::preset::form::Slot(&mut $spec.$list).list({
            type Row = entry!($list);
            const FIRST: &[Row] = $crate::protocol::preset::form::entries(&$Base.0.$list);
            const MORE: &[Row] = rows!($list $($rows)*);
            const ALL: [Row; FIRST.len() + MORE.len()] =
                $crate::protocol::preset::form::joined(FIRST, MORE);
            &ALL
        });
    };
    ($spec:ident [$Base:ident] [proscribed] [] [] [] [{ $($less:ident)+ }]) => {
        $crate::protocol::preset::form::Slot(&mut $spec.proscribed).list({
            type Row = $crate::protocol::Proscription;
            const ALL: &[Row] = $crate::protocol::preset::form::entries(&$Base.0.proscribed);
            const LESS: &[$crate::vocabulary::OffModel] = &[$($crate::vocabulary::OffModel::$less),+];
            const KEPT: [Row; ALL.len() - LESS.len()] =
                $crate::protocol::preset::form::without(ALL, LESS);
            &KEPT
        });
    };
}

/// The lines of the group, whose names are all of one vocabulary.
macro_rules! group {
    ($group:ident $(
        $part:ident : $($lit:literal)? $(..= $max:literal)? $(, usually $typical:literal)?
            $($word:ident)+ $(.at($at:literal))? ;
    )*) => { $(
        group_line! { $group $part [$($lit)?] [$($max)?] [$($typical)?] [$($word)+ $($at)?] }
    )* };
}

macro_rules! group_line {
    ($group:ident entry [] [] [] [$name:ident $($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $group.entry)
            .name(<named!(group entry)>::$name, cite!($($cite)+));
    };
    ($group:ident $part:ident $lit:tt $max:tt $typical:tt $words:tt) => {
        line! { $group [$part] $lit $max $typical [] [] $words }
    };
}

/// One line: the field, then what stands after the colon, part by part.
macro_rules! line {
    ($s:ident [$($p:ident)+] [$value:literal] [] [] [] [] []) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).plain($value);
    };
    ($s:ident [$($p:ident)+] [$value:literal] [] [] [] [] [$($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).number($value, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [$min:literal] [$max:literal] [$typical:literal] [] [] [$($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+)
            .range($min, $max, $typical, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [$num:literal] [] [] [$den:literal] [] [$($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).part($num, $den, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [[$($name:ident)*]] []) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+)
            .list({
                #[allow(dead_code, reason = "the list may be empty")]
                type Of = named!($($p)+);
                &[$(Of::$name),*]
            });
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [[$($name:ident)*]] [$($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+)
            .members({ type Of = named!($($p)+); &[$(Of::$name),*] }, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [none]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).none();
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [none $($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).nothing(cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [yes $($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).truth(true, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [no $($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).truth(false, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [all $($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+)
            .members(<named!($($p)+)>::ALL, cite!($($cite)+));
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [$name:ident]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+).plain(<named!($($p)+)>::$name);
    };
    ($s:ident [$($p:ident)+] [] [] [] [] [] [$name:ident $($cite:tt)+]) => {
        $crate::protocol::preset::form::Slot(&mut $s$(.$p)+)
            .name(<named!($($p)+)>::$name, cite!($($cite)+));
    };
    // What no line above reads is mostly a value without a source; `macro_rules` would point at the
    // whole page.
    ($s:ident [$($p:ident)+] $($rest:tt)*) => {
        compile_error!(concat!(
            stringify!($($p).+),
            ": no value of a page looks like that; a number is followed by where it comes from, such as \
             `16 trial LUTY_2007;` or `16 design;` (see the top of src/protocol/preset/mod.rs)"
        ));
    };
}

/// The vocabulary of a field.
macro_rules! named {
    ($field:ident) => {
        $crate::protocol::preset::form::names::$field
    };
    ($field:ident $part:ident) => {
        $crate::protocol::preset::form::names::$field::$part
    };
}

/// A source and a basis: `design` and `unseen` have no work.
macro_rules! cite {
    (design) => {
        cite!(@ DESIGN Design)
    };
    (unseen) => {
        cite!(@ KNOWLEDGE Unseen)
    };
    (manual $($source:tt)+) => {
        cite!(@ $($source)+ Manual)
    };
    (guideline $($source:tt)+) => {
        cite!(@ $($source)+ Guideline)
    };
    (trial $($source:tt)+) => {
        cite!(@ $($source)+ Trial)
    };
    (practice $($source:tt)+) => {
        cite!(@ $($source)+ Practice)
    };
    (unseen $($source:tt)+) => {
        cite!(@ $($source)+ Unseen)
    };
    (@ $work:ident $basis:ident) => {
        (
            $crate::source::SourceId::$work.whole(),
            $crate::source::Basis::$basis,
        )
    };
    (@ $work:ident $at:literal $basis:ident) => {
        (
            $crate::source::SourceId::$work.at($at),
            $crate::source::Basis::$basis,
        )
    };
}

/// A value with its citation.
macro_rules! cited {
    ($value:expr, $($cite:tt)+) => {
        $crate::protocol::Cited { value: $value, source: cite!($($cite)+).0, basis: cite!($($cite)+).1 }
    };
}

/// The type of the entries of a list.
macro_rules! entry {
    (phases) => {
        $crate::protocol::PhaseSpec
    };
    (modules) => {
        $crate::protocol::ModuleSpec
    };
    (indications) => {
        $crate::protocol::Indication
    };
    (contraindications) => {
        $crate::protocol::Indication
    };
    (entry_scores) => {
        $crate::protocol::EntryScore
    };
    (cadence) => {
        $crate::protocol::Stretch
    };
    (tracks) => {
        $crate::protocol::TrackSpec
    };
    (area_labels) => {
        $crate::protocol::AreaLabel
    };
    (specialisations) => {
        $crate::protocol::SpecialisationSpec
    };
    (measures) => {
        $crate::protocol::MeasureSpec
    };
    (techniques) => {
        $crate::protocol::TechniqueSpec
    };
    (proscribed) => {
        $crate::protocol::Proscription
    };
    (tasks) => {
        $crate::protocol::DeclaredTask
    };
    (participants) => {
        $crate::protocol::ParticipantSpec
    };
    (contacts) => {
        $crate::protocol::ContactSpec
    };
    (anchors) => {
        $crate::protocol::AnchorSpec
    };
    (steps) => {
        $crate::protocol::StepSpec
    };
    (adjustments) => {
        $crate::protocol::Adjustment
    };
    (sources) => {
        $crate::source::SourceId
    };
}

/// The rows of a list, each list in its own words.
macro_rules! rows {
    (phases $(
        $phase:ident $($label:literal)? $(, $optional:ident)?
        $(: $from:literal ..= $to:literal $($cite:ident)+ $(.at($at:literal))?)?
        $(=> $criterion:literal $($judged:ident)+ $(.at($judged_at:literal))?)? ;
    )*) => { &[$($crate::protocol::PhaseSpec {
        phase: $crate::vocabulary::Phase::$phase,
        label: $crate::protocol::preset::form::called(
            $crate::vocabulary::Phase::$phase,
            concat!($($label)?),
        ),
        typical: optional!($(cited!(($from, $to), $($cite)+ $($at)?))?),
        optional: flag!($($optional)?),
        ends_on: optional!(
            $(cited!($crate::vocabulary::Criterion::from_static($criterion), $($judged)+ $($judged_at)?))?
        ),
    }),*] };
    (modules $($token:literal $label:literal : $phase:ident $from:literal ..= $to:literal $($cite:ident)+ $(.at($at:literal))? ;)*) => {
        &[$($crate::protocol::ModuleSpec {
            token: $crate::vocabulary::Label::from_static($token),
            label: alloc::borrow::Cow::Borrowed($label),
            phase: $crate::vocabulary::Phase::$phase,
            from: $from,
            to: $to,
            source: cite!($($cite)+ $($at)?).0,
            basis: cite!($($cite)+ $($at)?).1,
        }),*]
    };
    (indications $($rows:tt)*) => { codes!($($rows)*) };
    (contraindications $($rows:tt)*) => { codes!($($rows)*) };
    (entry_scores $(
        $instrument:literal : $(at least $min:literal)? $(at most $max:literal)? , $firm:ident $($cite:ident)+ $(.at($at:literal))? ;
    )*) => { &[$($crate::protocol::EntryScore {
        instrument: $crate::measure::InstrumentId::from_static($instrument),
        min: optional!($($min)?),
        max: optional!($($max)?),
        firm: flag!($firm),
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (cadence $($from:literal ..= $to:literal : $sessions:literal in $days:literal days $($cite:ident)+ $(.at($at:literal))? ;)*) => {
        &[$($crate::protocol::Stretch {
            from: $from,
            to: $to,
            sessions: $sessions,
            days: $days,
            source: cite!($($cite)+ $($at)?).0,
            basis: cite!($($cite)+ $($at)?).1,
        }),*]
    };
    (tracks $(
        $track:ident : $level:ident , $least:literal $(..= $most:literal , usually $typical:literal)? sessions $($cite:ident)+ $(.at($at:literal))?
        $(, of $minutes:literal $(..= $longest:literal , usually $usual:literal)? minutes $($timed:ident)+ $(.at($timed_at:literal))?)? ;
    )*) => { &[$($crate::protocol::TrackSpec {
        track: $crate::vocabulary::Track::$track,
        level: $crate::protocol::Level::$level,
        sessions: cited!(span!($least $($most $typical)?), $($cite)+ $($at)?),
        minutes: optional!($(cited!(span!($minutes $($longest $usual)?), $($timed)+ $($timed_at)?))?),
    }),*] };
    (area_labels $($area:ident : $label:literal $($cite:ident)+ $(.at($at:literal))? ;)*) => { &[$($crate::protocol::AreaLabel {
        area: $crate::vocabulary::ProblemArea::$area,
        label: alloc::borrow::Cow::Borrowed($label),
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (specialisations $($token:literal $label:literal : $area:ident $($cite:ident)+ $(.at($at:literal))? ;)*) => {
        &[$($crate::protocol::SpecialisationSpec {
            token: $crate::vocabulary::Specialisation::from_static($token),
            area: $crate::vocabulary::ProblemArea::$area,
            label: alloc::borrow::Cow::Borrowed($label),
            source: cite!($($cite)+ $($at)?).0,
            basis: cite!($($cite)+ $($at)?).1,
        }),*]
    };
    (measures $($instrument:literal : $level:ident , $cadence:ident $($every:literal)? $($cite:ident)+ $(.at($at:literal))? ;)*) => {
        &[$($crate::protocol::MeasureSpec {
            instrument: $crate::measure::InstrumentId::from_static($instrument),
            level: $crate::protocol::Level::$level,
            cadence: $crate::protocol::Cadence::$cadence,
            every: optional!($($every)?),
            source: cite!($($cite)+ $($at)?).0,
            basis: cite!($($cite)+ $($at)?).1,
        }),*]
    };
    (techniques $($technique:ident : $level:ident $($cite:ident)+ $(.at($at:literal))? ;)*) => { &[$($crate::protocol::TechniqueSpec {
        technique: $crate::vocabulary::Technique::$technique,
        level: $crate::protocol::Level::$level,
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (proscribed $($activity:ident $(, $outright:ident)? $(after $phase:ident)? : $($cite:ident)+ $(.at($at:literal))? ;)*) => {
        &[$($crate::protocol::Proscription {
            activity: $crate::vocabulary::OffModel::$activity,
            outright: flag!($($outright)?),
            after: optional!($($crate::vocabulary::Phase::$phase)?),
            source: cite!($($cite)+ $($at)?).0,
            basis: cite!($($cite)+ $($at)?).1,
        }),*]
    };
    (tasks $(
        $token:literal $label:literal : $level:ident , $phase:ident $(, by session $by:literal)? $($cite:ident)+ $(.at($at:literal))? ;
    )*) => { &[$($crate::protocol::DeclaredTask {
        token: $crate::vocabulary::TaskToken::from_static($token),
        label: alloc::borrow::Cow::Borrowed($label),
        phase: $crate::vocabulary::Phase::$phase,
        by_session: optional!($($by)?),
        level: $crate::protocol::Level::$level,
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (participants $($relation:ident : $level:ident $(, in $sessions:literal sessions)? $($cite:ident)+ $(.at($at:literal))? ;)*) => {
        &[$($crate::protocol::ParticipantSpec {
            relation: $crate::record::inventory::Relation::$relation,
            level: $crate::protocol::Level::$level,
            sessions: optional!($($sessions)?),
            source: cite!($($cite)+ $($at)?).0,
            basis: cite!($($cite)+ $($at)?).1,
        }),*]
    };
    (contacts $($with:ident : $level:ident $($cite:ident)+ $(.at($at:literal))? ;)*) => { &[$($crate::protocol::ContactSpec {
        with: $crate::record::contact::ContactWith::$with,
        level: $crate::protocol::Level::$level,
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (anchors $($anchor:ident ends $phase:ident $($cite:ident)+ $(.at($at:literal))? ;)*) => { &[$($crate::protocol::AnchorSpec {
        anchor: $crate::record::contact::Anchor::$anchor,
        over: $crate::vocabulary::Phase::$phase,
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (steps $(
        $criterion:literal $label:literal : $(by session $session:literal ,)? $(by week $week:literal ,)?
        [$($option:ident),*] $($cite:ident)+ $(.at($at:literal))? ;
    )*) => { &[$($crate::protocol::StepSpec {
        criterion: $crate::vocabulary::Criterion::from_static($criterion),
        label: alloc::borrow::Cow::Borrowed($label),
        by_session: optional!($($session)?),
        by_week: optional!($($week)?),
        options: $crate::record::review::ReviewOptions::of(&[$($crate::record::review::ReviewOption::$option),*]),
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
    (adjustments $($code:literal : $severity:ident $($cite:ident)+ $(.at($at:literal))? ;)*) => { &[$($crate::protocol::Adjustment {
        code: $crate::vocabulary::RuleCode::from_static($code),
        severity: severity!($severity),
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
}

/// Codes of diagnoses: a row a classification where the codes are known in the field, a row a code
/// where a work gives it.
macro_rules! codes {
    ($($system:literal : $($stem:literal),+ unseen ;)*) => { &[$($($crate::protocol::Indication {
        system: $crate::vocabulary::Label::from_static($system),
        stem: $crate::vocabulary::DiagnosisCode::from_static($stem),
        source: cite!(unseen).0,
        basis: cite!(unseen).1,
    }),+),*] };
    ($($system:literal : $stem:literal $($cite:ident)+ $(.at($at:literal))? ;)*) => { &[$($crate::protocol::Indication {
        system: $crate::vocabulary::Label::from_static($system),
        stem: $crate::vocabulary::DiagnosisCode::from_static($stem),
        source: cite!($($cite)+ $($at)?).0,
        basis: cite!($($cite)+ $($at)?).1,
    }),*] };
}

macro_rules! optional {
    () => { None };
    ($($value:tt)+) => { Some($($value)+) };
}

macro_rules! flag {
    () => {
        false
    };
    (optional) => {
        true
    };
    (outright) => {
        true
    };
    (firm) => {
        true
    };
    (guide) => {
        false
    };
}

macro_rules! severity {
    (Off) => {
        None
    };
    ($severity:ident) => {
        Some($crate::vocabulary::Severity::$severity)
    };
}

macro_rules! span {
    ($number:literal) => {
        $crate::protocol::Span::new($number, $number, $number)
    };
    ($min:literal $max:literal $typical:literal) => {
        $crate::protocol::Span::new($min, $typical, $max)
    };
}
