//! What the rules on the initial phase read in common.

use crate::{
    record::session::Session,
    rule::{Ctx, FactRow},
    vocabulary::{InitialTask, Task, TaskNote},
};

/// What the record states of a task as done, in sessions and outside them.
pub(super) fn notes<'a>(
    ctx: &Ctx<'a>,
    task: InitialTask,
) -> impl Iterator<Item = (FactRow, &'a TaskNote)> + use<'a> {
    let is = move |note: &TaskNote| note.task == Task::Initial(task) && note.status.is_done();
    let apart = ctx.all::<TaskNote>().filter(move |(_, note)| is(note));
    let held = ctx
        .all::<Session>()
        .filter_map(|(row, session)| Some((row, session.content()?)));
    let within = held.flat_map(move |(row, session)| {
        session
            .tasks
            .iter()
            .filter(move |note| is(note))
            .map(move |note| (row, note))
    });
    apart.chain(within)
}
