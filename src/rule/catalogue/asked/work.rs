//! Tasks and techniques that a protocol names, and the kinds of work between sessions that it
//! provides for.

use chrono::NaiveDate;

use super::{
    super::{
        due::{at_most, is_asked, is_over, main_track, never, thin},
        rules,
    },
    measures::{diaries, held_notes},
};
use crate::{
    protocol::{DeclaredTask, Level},
    record::{
        contract::{ContractAgreed, ContractScope, ContractTerm},
        session::Session,
    },
    rule::{Ctx, values},
    source::SourceId,
    vocabulary::{
        Phase, Place, Seq, Stated, Task, TaskNote, TechniqueSet, Topic, WorkKind, WorkSet,
    },
};

rules! {
    kind: Content;

    /// Work between sessions of a kind that the protocol does not provide for
    ///
    /// ## Why
    /// A suggestion to try and a sheet to fill in are different treatments, and schools differ on
    /// which is IPT. What separates them is the purpose, so the kind is what the note says.
    ///
    /// ## When it does not apply
    /// Sessions in which nothing was agreed. A diary that is a measure of the protocol. Systematic
    /// homework that the contract names is noted where no session has work of another kind.
    /// Homework that displaces the work of a session has a rule of its own.
    WORK_OF_THE_PROTOCOL = {
        code: "IPT-279", severity: Note, clause: Event,
        topics: [SessionContent, Agreements], holds_if_reported: [SessionContent],
        parameters: ["work.between_sessions", "measures"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("p. 62"), SourceId::NEW_OXFORD_TEXTBOOK.at("techniques"),
            SourceId::CGT_TEXTBOOK.at("no systematic homework"), SourceId::IPT_A_CHAPTER.at("work at home"),
            SourceId::BLANCO_HOMEWORK.at("the case for homework"),
        ],
        remedies: [CorrectEntry, AgreeAmendment, DiscussInSupervision, ForInformation], record: ["session.agreed"],
        says: {
            finds AGREED: "In {sessions:session|sessions}, the last on {day}, tasks for the time between sessions were agreed ({kinds}); {protocol} does not provide for such tasks.";
            finds PROMISED: "The contract of {day} named systematic homework, which {protocol} does not provide for.";
        },
        check: |ctx, out| {
            let mut provided = ctx.spec().work.between_sessions.value;
            if diaries(ctx).next().is_some() {
                provided = provided.with(WorkKind::Diary);
            }
            let others = || held_notes(ctx).filter(|(_, note)| !note.agreed.difference(provided).is_empty());
            if let (Some((first, _)), Some((last, _))) = (others().next(), others().last()) {
                let kinds = others().fold(WorkSet::EMPTY, |kinds, (_, note)| kinds.union(note.agreed.difference(provided)));
                let finding = out.finds(AGREED, ctx.place(last), values! { sessions: others().count(), kinds });
                if first.seq != last.seq {
                    finding.see(ctx.place(first));
                }
            } else if !provided.contains(WorkKind::Structured) {
                let acute = ctx.all::<ContractAgreed>().rfind(|(_, contract)| contract.scope == ContractScope::Acute);
                let names = |contract: &ContractAgreed| {
                    contract.terms.is_some_and(|terms| terms.contains(ContractTerm::SystematicHomework))
                };
                if let Some((row, _)) = acute.filter(|(_, contract)| names(contract)) {
                    out.finds(PROMISED, ctx.place_of(row.seq), values! {});
                }
            }
        },
    };

    /// A task that the protocol declares should be done by its session.
    ///
    /// ## Why
    /// A source that numbers its sessions says what each is for; what comes late leaves less time
    /// for what follows.
    ///
    /// ## When it does not apply
    /// Tasks without a session, and those that may be done; courses that did not get so far. Done
    /// later, the finding stays and is marked as remedied. Once the course is over, a task that was
    /// never done has a rule of its own.
    DECLARED_TASK_IN_TIME = {
        code: "IPT-281", severity: Warning, clause: Deviation, kind: Order,
        topics: [InitialTasks, SessionContent, Ending, Sessions], parameters: ["tasks"],
        basis: Manual,
        sources: [SourceId::DIETZ_2018.at("session by session"), SourceId::IPT_A_SCI.at("safety plan")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.tasks", "task_recorded"],
        says: {
            finds STATED: "By session {by}, on {day}, the record said of a task of {protocol} that it was not done ({task}).";
            lacks LATE: "By session {by}, on {day}, a task that {protocol} has by then was not on record as done ({task}).";
        },
        check: |ctx, out| {
            let asked = ctx.spec().tasks.iter().filter(|task| is_asked(task.level));
            let mut named = asked.filter_map(|task| Some((task, task.by_session?))).peekable();
            if named.peek().is_none() {
                return out.does_not_apply();
            }
            for (task, by) in named {
                let (done, denied) = said_of(task, ctx);
                let Some(due) = main_track(ctx).nth(usize::from(by.max(1)) - 1) else {
                    if done.is_none() {
                        out.has_none(Topic::Sessions);
                    }
                    continue;
                };
                if done.is_some_and(|(on, _)| on <= due.on) {
                    continue;
                }
                let (place, topic) = (ctx.place(due), topic_of(task));
                if ctx.began_midway() {
                    out.cannot_tell(topic, place);
                    continue;
                }
                if done.is_none() && is_over(ctx) && at_most(ctx).is_some() {
                    // Never done at all: that has a rule of its own.
                    continue;
                }
                let name = Task::Declared(task.token);
                let (out, values) = (out.weighing(thin(task.level, task.basis)), values! { by, task: name });
                let is_denied = denied && done.is_none();
                let finding =
                    if is_denied { out.finds(STATED, place, values) } else { out.lacks(LATE, topic, place, values) };
                finding.see(Place::Task(name));
                if let Some((_, by)) = done {
                    finding.remedied_by(by);
                }
            }
        },
    };

    /// A task that the protocol declares must be done by the end, and one that it leaves out must not.
    ///
    /// ## Why
    /// What a variant adds to the common tasks is what makes it this variant. Never done, in a
    /// course that is over and had sessions enough, a task that a source makes indispensable is an
    /// error; one that is usual, or was left undone in a course that ended early, is a warning.
    ///
    /// ## When it does not apply
    /// Protocols that declare no task, and tasks that may be done; courses that are not over; tasks
    /// of a phase that may be passed over and was.
    DECLARED_TASK_DONE = {
        code: "IPT-282", severity: Error, clause: PublishedBound,
        topics: [InitialTasks, SessionContent, Ending], parameters: ["tasks"],
        basis: Manual,
        sources: [SourceId::DIETZ_2018.at("session by session"), SourceId::IPT_A_SCI.at("safety plan")],
        remedies: [RecordIt, JustifyByWaiver], record: ["session.tasks", "task_recorded"],
        says: {
            finds STATED: "By {as_of} the record said of a task of {protocol} that it was not done ({task}).";
            lacks NEVER: "By {as_of} a task of {protocol} was not on record as done ({task}).";
            finds LEFT_OUT Warning: "On {day} a task was recorded as done that {protocol} leaves out ({task}).";
        },
        check: |ctx, out| {
            let mut applies = false;
            for task in ctx.spec().tasks.iter().filter(|task| task.level != Level::May) {
                let (name, topic) = (Task::Declared(task.token), topic_of(task));
                let (place, values) = (Place::Task(name), values! { task: name });
                let (done, denied) = said_of(task, ctx);
                if task.level == Level::MustNot {
                    applies = true;
                    if let Some((_, seq)) = done {
                        out.finds(LEFT_OUT, ctx.place_of(seq), values).see(place);
                    } else if !ctx.reporting().contains(topic) {
                        out.cannot_tell(topic, Place::Course);
                    }
                    continue;
                }
                let came = ctx.protocol().phase(task.phase).is_some_and(|phase| !phase.optional)
                    || ctx.history.facts.iter().any(|row| row.phase == task.phase);
                let most = at_most(ctx).filter(|_| came && is_over(ctx));
                applies |= done.is_some() || most.is_some();
                if let (None, Some(most)) = (done, most) {
                    let out = out.weighing(never(task.level, task.basis).min(most));
                    if denied { out.finds(STATED, place, values) } else { out.lacks(NEVER, topic, place, values) };
                }
            }
            if !applies {
                out.does_not_apply();
            }
        },
    };

    /// A technique that the protocol favours should be used, and one that it leaves out should not.
    ///
    /// ## Why
    /// Techniques are shared with other therapies, so that what a variant favours or leaves out
    /// shows in them. That a favoured one was never used is no fault, and a note.
    ///
    /// ## When it does not apply
    /// Protocols without a word on techniques, and techniques that may be used; for those that are
    /// favoured, courses that did not run to an agreed end.
    TECHNIQUES_OF_THE_PROTOCOL = {
        code: "IPT-283", severity: Warning, clause: Deviation,
        topics: [SessionContent], parameters: ["techniques"],
        basis: Manual,
        sources: [SourceId::NEW_OXFORD_TEXTBOOK.at("techniques"), SourceId::CEBC_IPT_A.at("techniques for adolescents")],
        remedies: [RecordIt, DoItNext, DiscussInSupervision, JustifyByWaiver], record: ["session.techniques"],
        says: {
            lacks NEVER Note: "The course was closed on {closed}, and {missing|a technique|techniques} that {protocol} favours \
                {missing|was|were} never on record ({missing}).";
            finds LEFT_OUT: "In {sessions:session|sessions}, last on {day}, {found|a technique was|techniques were} used that {protocol} leaves \
                out ({found}).";
        },
        check: |ctx, out| {
            let named = |is_it: fn(Level) -> bool| -> TechniqueSet {
                ctx.spec().techniques.iter().filter(|spec| is_it(spec.level)).map(|spec| spec.technique).collect()
            };
            let (favoured, left_out) = (named(is_asked), named(|level| level == Level::MustNot));
            let closed = ctx.completion().filter(|_| !favoured.is_empty());
            if left_out.is_empty() && closed.is_none() {
                return out.does_not_apply();
            }
            let used = held_notes(ctx).fold(TechniqueSet::EMPTY, |used, (_, note)| used.union(note.techniques));
            let missing = favoured.difference(used);
            if let Some((row, _)) = closed.filter(|_| !missing.is_empty()) {
                out.lacks(NEVER, Topic::SessionContent, Place::Course, values! { missing, closed: row.on });
            }
            let found = left_out.intersection(used);
            let uses = || held_notes(ctx).filter(|(_, note)| !note.techniques.intersection(left_out).is_empty());
            if let Some((last, _)) = uses().last() {
                out.finds(LEFT_OUT, ctx.place(last), values! { sessions: uses().count(), found });
            } else if !left_out.is_empty() && !ctx.reporting().contains(Topic::SessionContent) {
                out.cannot_tell(Topic::SessionContent, Place::Course);
            }
        },
    };
}

/// What the record says of a declared task: when and where it was first done, and whether it says
/// that it was not.
fn said_of(task: &DeclaredTask, ctx: &Ctx<'_>) -> (Option<(NaiveDate, Seq)>, bool) {
    let within = ctx
        .all::<Session>()
        .filter_map(|(row, session)| Some((row, session.content()?)))
        .flat_map(|(row, session)| session.tasks.iter().map(move |note| (row, note)));
    let notes = ctx
        .all::<TaskNote>()
        .chain(within)
        .filter(|(_, note)| note.task == Task::Declared(task.token));
    let of = |status| notes.clone().filter(move |(_, note)| note.status == status);
    (
        of(Stated::Done).map(|(row, _)| (row.on, row.seq)).min(),
        of(Stated::NotDone).next().is_some(),
    )
}

/// The topic that a declared task belongs to.
const fn topic_of(task: &DeclaredTask) -> Topic {
    match task.phase {
        Phase::Assessment | Phase::Initial => Topic::InitialTasks,
        Phase::Middle | Phase::Continuation | Phase::Maintenance => Topic::SessionContent,
        Phase::Termination | Phase::Concluded | Phase::Closed => Topic::Ending,
    }
}
