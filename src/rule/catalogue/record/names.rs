//! Names that are open: instruments, criteria, tasks that a protocol declares, classes of
//! medication, classifications. Whatever stands there is recorded; a name that nobody knows is
//! read by no rule.

use alloc::vec::Vec;

use crate::{
    base::near,
    measure::{Instrument, InstrumentId},
    protocol::ProtocolSpec,
    record::{Fact, patient::DiagnosisMade, session::Session},
    rule::{Ctx, Sink, Value, catalogue::rules, evidence::Evidence, values},
    source::SourceId,
    vocabulary::{
        Classification, CodeSystem, Criterion, EndingTask, InitialTask, MedicationClass, Place,
        Task, TaskNote,
    },
};

rules! {
    kind: Record;

    /// A name should be written as it is known.
    ///
    /// ## Why
    /// A scale, a task or a judgement under a name that differs by a dash or a letter is read by no
    /// rule: its thresholds are not looked at, and what was done seems not to have been done.
    ///
    /// ## When it does not apply
    /// Names that are known, and names that are like none that is. A digit more or less, or another
    /// one, makes another name.
    NAME_ALMOST_KNOWN = {
        code: "IPT-298", severity: Warning, clause: OwnNumber,
        topics: [],
        basis: Design, sources: [SourceId::DESIGN.at("names that are open")],
        remedies: [CorrectEntry, JustifyByWaiver],
        says: {
            finds INSTRUMENT: "A score of {day} was recorded under the name “{found}”, which is not known; the nearest known one is {known}.";
            finds TASK: "A task was recorded on {day} under the name “{found}”, which {protocol} does not declare; the nearest known one is “{known}”.";
            finds CRITERION: "A judgement of {day} was recorded under the name “{found}”, which is not known; the nearest known one is “{known}”.";
            finds MEDICATION: "Medication was recorded on {day} under the name “{found}”, which is not known; the nearest known one is “{known}”.";
            finds SYSTEM: "A diagnosis of {day} was recorded under a classification that is not known by its name; the nearest known one is “{known}”.";
        },
        check: |ctx, out| {
            open_names(ctx, out, |out, name, place| {
                let Some(known) = name.nearest else { return };
                match name.kind {
                    Kind::Instrument(found) => out.finds(INSTRUMENT, place, pair(found, known)),
                    Kind::Task(found) => out.finds(TASK, place, pair(found, known)),
                    Kind::Criterion(found) => out.finds(CRITERION, place, pair(found, known)),
                    Kind::Medication(found) => out.finds(MEDICATION, place, pair(found, known)),
                    Kind::System(_) => out.finds(SYSTEM, place, values! { known }),
                };
            });
        },
    };

    /// A name that is not known
    ///
    /// ## Why
    /// An instrument of the site, a judgement of its own or a class of medication is recorded like
    /// any other. A reader should see that no rule reads it.
    ///
    /// ## When it does not apply
    /// Names that are known, to the crate or to the protocol, and names that are almost so.
    NAME_NOT_KNOWN = {
        code: "IPT-299", severity: Note, clause: Event,
        topics: [],
        basis: Design, sources: [SourceId::DESIGN.at("names that are open")],
        remedies: [CorrectEntry, ForInformation],
        says: {
            finds INSTRUMENT: "From {day} on, scores were recorded under the name “{found}”, about which nothing is known here; their totals were not judged.";
            finds TASK: "A task was recorded on {day} under the name “{found}”, which {protocol} does not declare; nothing was made of it.";
            finds CRITERION: "A judgement of {day} was recorded under the name “{found}”, about which nothing is known here; nothing was made of it.";
            finds MEDICATION: "Medication was recorded on {day} under the name “{found}”, about which nothing is known here.";
            finds SYSTEM: "A diagnosis of {day} was recorded under a classification that is not known by its name; what its code means was not judged.";
        },
        check: |ctx, out| {
            open_names(ctx, out, |out, name, place| {
                if name.nearest.is_some() {
                    return;
                }
                match name.kind {
                    Kind::Instrument(found) => out.finds(INSTRUMENT, place, values! { found }),
                    Kind::Task(found) => out.finds(TASK, place, values! { found }),
                    Kind::Criterion(found) => out.finds(CRITERION, place, values! { found }),
                    Kind::Medication(found) => out.finds(MEDICATION, place, values! { found }),
                    Kind::System(_) => out.finds(SYSTEM, place, values! {}),
                };
            });
        },
    };
}

/// A name of one of the open kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Instrument(InstrumentId),
    Task(Task),
    Criterion(Criterion),
    Medication(MedicationClass),
    System(CodeSystem),
}

/// A name that is not known, and the known one from which it differs in next to nothing.
struct Unknown {
    kind: Kind,
    nearest: Option<Value>,
}

fn pair(found: impl Into<Value>, known: Value) -> Evidence {
    Evidence::from([("found", found.into()), ("known", known)])
}

/// Shows each name of the record that is not known, once, where it first stands.
fn open_names(
    ctx: &Ctx<'_>,
    out: &mut Sink<'_>,
    mut show: impl FnMut(&mut Sink<'_>, Unknown, Place),
) {
    let (mut seen, mut last): (Vec<Kind>, Option<Kind>) = (Vec::new(), None);
    for (row, fact) in ctx.all_facts() {
        let own = ctx.course.protocol_on(row.on).spec();
        names(fact, &mut |kind| {
            // A scale that is given in each session is looked up once.
            if last.replace(kind) == Some(kind) || seen.contains(&kind) {
                return;
            }
            if let Some(unknown) = unknown(kind, [ctx.spec(), own]) {
                seen.push(kind);
                show(out, unknown, ctx.place_of(row.seq));
            }
        });
    }
}

/// The open names of a fact.
fn names(fact: &Fact, tell: &mut dyn FnMut(Kind)) {
    let declared = |note: &TaskNote| match note.task {
        Task::Declared(_) => Some(Kind::Task(note.task)),
        _ => None,
    };
    match fact {
        Fact::Session(session) => {
            let Session { scores, tasks, .. } = &**session;
            for score in scores {
                tell(Kind::Instrument(score.instrument));
            }
            tasks.iter().filter_map(declared).for_each(tell);
        }
        Fact::Scored(score) => tell(Kind::Instrument(score.instrument)),
        Fact::TaskRecorded(note) => declared(note).into_iter().for_each(tell),
        Fact::JudgementMade(judgement) => tell(Kind::Criterion(judgement.criterion)),
        Fact::MedicationNoted(noted) => {
            noted.class.into_iter().map(Kind::Medication).for_each(tell);
        }
        Fact::DiagnosisMade(made) => {
            let DiagnosisMade { system, .. } = **made;
            tell(Kind::System(system));
        }
        _ => {}
    }
}

/// What becomes of a name under the protocol that the record is checked against and the one of its
/// day; none if it is known.
fn unknown(kind: Kind, specs: [&ProtocolSpec; 2]) -> Option<Unknown> {
    let mut nearest = None;
    let is_known = match kind {
        Kind::Instrument(found) => {
            let of_protocol = specs.into_iter().flat_map(|spec| {
                let measured = spec.measures.iter().map(|it| it.instrument);
                measured.chain(spec.entry_scores.iter().map(|it| it.instrument))
            });
            let known = Instrument::ALL.iter().map(|it| it.id).chain(of_protocol);
            seek(found.as_str(), known, &mut nearest, InstrumentId::as_str) || is_other(found)
        }
        Kind::Task(found) => {
            let token = match &found {
                Task::Declared(token) => token.as_str(),
                _ => return None,
            };
            let declared = specs
                .into_iter()
                .flat_map(|spec| spec.tasks.iter().map(|it| Task::Declared(it.token)));
            // A task of every protocol has a key of its own; under this one it is not read.
            let of_all = InitialTask::ALL.iter().map(|&it| Task::from(it));
            let of_all = of_all.chain(EndingTask::ALL.iter().map(|&it| Task::from(it)));
            let is_declared = seek(token, declared, &mut nearest, |task| match task {
                Task::Declared(token) => token.as_str(),
                _ => "",
            });
            if !is_declared && nearest.is_none() {
                let same =
                    of_all.filter(|task| name_of(*task).is_some_and(|name| is_near(token, name)));
                nearest = same.map(Value::Task).next();
            }
            is_declared
        }
        Kind::Criterion(found) => {
            let of_protocol = specs.into_iter().flat_map(|spec| {
                let ends = spec.phases.iter().filter_map(|it| it.ends_on.as_ref());
                let ends = ends.map(|it| it.value);
                spec.steps.iter().map(|it| it.criterion).chain(ends)
            });
            let known = Criterion::KNOWN.iter().copied().chain(of_protocol);
            seek(found.as_str(), known, &mut nearest, Criterion::as_str)
        }
        Kind::Medication(found) => {
            let known = MedicationClass::KNOWN.iter().copied();
            seek(found.as_str(), known, &mut nearest, MedicationClass::as_str)
        }
        Kind::System(found) => {
            Classification::named(found.as_str()).is_some() || {
                let known = CodeSystem::USUAL.iter().copied();
                seek(
                    found.as_str(),
                    known,
                    &mut nearest,
                    crate::vocabulary::Label::as_str,
                )
            }
        }
    };
    (!is_known).then_some(Unknown { kind, nearest })
}

const fn name_of(task: Task) -> Option<&'static str> {
    match task {
        Task::Initial(task) => Some(task.name()),
        Task::Ending(task) => Some(task.name()),
        Task::Declared(_) => None,
    }
}

/// Whether a name is among the known ones. If not, the nearest is noted.
fn seek<T: Copy + Into<Value>>(
    found: &str,
    mut known: impl Iterator<Item = T> + Clone,
    nearest: &mut Option<Value>,
    name: impl Fn(&T) -> &str,
) -> bool {
    // Nearly every name is known, and to compare those that are near takes memory.
    if known.clone().any(|known| name(&known) == found) {
        return true;
    }
    *nearest = known
        .find(|known| is_near(found, name(known)))
        .map(Into::into);
    false
}

/// Instruments of the field that are other ones, however like the name of a known one is.
const OTHER_INSTRUMENTS: &[&str] = &["ces-dc", "wsas-y", "p-ymrs", "cdrs", "gads"];

fn is_other(instrument: InstrumentId) -> bool {
    OTHER_INSTRUMENTS.contains(&instrument.as_str())
}

/// Other usual names of the Hamilton scale, and others that no dash or letter tells.
const ALIASES: &[(&str, &str)] = &[("hrsd", "hamd"), ("hdrs", "hamd"), ("bdi2", "bdiii")];

/// Whether two names differ only in case, in what stands between letters, or in one letter. Digits
/// tell versions apart, and of a short name a letter is too much.
fn is_near(one: &str, other: &str) -> bool {
    const SHORT: usize = 5;
    let (one, other) = (plain(one), plain(other));
    if one == other {
        return true;
    }
    let digits =
        |text: &[u8]| -> Vec<u8> { text.iter().copied().filter(u8::is_ascii_digit).collect() };
    let letters = |text: &[u8]| text.len() - digits(text).len();
    let text = |bytes| core::str::from_utf8(bytes).unwrap_or_default();
    digits(&one) == digits(&other)
        && letters(&one).min(letters(&other)) >= SHORT
        && near::changes(text(&one), text(&other)) == 1
}

/// A name without case and without what stands between letters, under its usual form.
fn plain(name: &str) -> Vec<u8> {
    let mut plain: Vec<u8> = name
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    for (alias, usual) in ALIASES {
        if plain.starts_with(alias.as_bytes()) {
            let rest = plain.split_off(alias.len());
            plain = [usual.as_bytes(), &rest].concat();
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn a_dash_a_letter_or_the_case_is_near_and_a_digit_is_not() {
        for (one, other) in [
            ("phq9", "phq-9"),
            ("PHQ_9", "phq-9"),
            ("hrsd-17", "ham-d-17"),
            ("hamd17", "ham-d-17"),
            ("bdi2", "bdi-ii"),
            ("mood-termometer", "mood-thermometer"),
            ("remision", "remission"),
            // Of five letters one may be a slip.
            ("madrz-1", "madrs-1"),
            ("SSRI", "ssri"),
        ] {
            assert!(is_near(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("phq-8", "phq-9"),
            ("phq-15", "phq-9"),
            ("bai", "bdi"),
            ("snri", "ssri"),
            ("cdrz-1", "cdrs-1"),
            ("gds-30", "gds-15"),
            ("hrsd", "ham-d-17"),
            ("response", "remission"),
        ] {
            assert!(!is_near(one, other), "{one} {other}");
        }
    }
}
