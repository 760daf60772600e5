//! What a protocol asks for in lists of its own, measures, diary, work, tasks, techniques: IPT-277 to IPT-284.

use chrono::NaiveDate;

use super::{
    Ctx, OldEvidence, Sink,
    due::{Middle, at_most, each, is_asked, is_over, main_track, middle, never, none_shown, thin},
    middle::{agreements, lacks_both_as},
    old_rules, pace,
};
use crate::{
    area::{FocusItem, FocusStatus},
    entry::Seq,
    phase::Phase,
    protocol::{Cadence, DeclaredTask, Level, MeasureSpec, TechniqueSpec},
    record::session::Session,
    rule::{Place, SessionRow, Severity},
    source::SourceId,
    task::{Stated, Task},
    technique::{WorkKind, WorkSet},
    topic::Topic,
};

old_rules! {
    /// A measure that the protocol takes is taken as often as it says.
    ///
    /// ## Why
    /// A variant steers by the measures that it was studied with. One that a source makes indispensable and that was
    /// never taken, in a course that is over and had sessions enough, is an error; late, missed or taken once too few,
    /// it is a warning; and where it is only usual and no source was read, a note.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no measure by name, and measures that may be taken; diaries, which have a rule of their
    /// own. A score between two sessions counts for both.
    MEASURE_AT_ITS_CADENCE = {
        code: "IPT-277", severity: Error, clause: PublishedBound, kind: Measure,
        moments: [Recording, Closing, DaysPass], topics: [Measures, Sessions],
        parameters: ["measures", "ending.final_score_within"],
        basis: Practice,
        sources: [
            SourceId::IPTINSTITUTE_SLIDES.at("every four sessions"), SourceId::RAFAELI_2021.at("in each session"),
            SourceId::OHARA_2000.at("every four weeks"), SourceId::SWARTZ_2008.at("before and after"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            let measures = ctx.spec().measures.iter();
            for measure in measures.filter(|measure| is_asked(measure.level) && measure.cadence != Cadence::Daily) {
                any = true;
                taken_at_cadence(measure, ctx, out);
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A diary that the protocol keeps is begun in the initial phase.
    ///
    /// ## Why
    /// Where a rhythm of days is treated, the diary is what shows it. Never kept, in a course that is over and had
    /// sessions enough, one that a source makes indispensable is an error; begun late it is a warning.
    ///
    /// ## When it does not apply
    /// Protocols without a diary; while the initial phase lasts, or until the second session where there is no middle
    /// phase. Agreed as work between sessions it counts, and so does a score of it.
    DIARY_IS_KEPT = {
        code: "IPT-278", severity: Error, clause: PublishedBound, kind: Measure,
        moments: [Recording, PhaseChange, Closing], topics: [SessionContent, Measures, Sessions],
        parameters: ["measures"],
        basis: Practice, sources: [SourceId::IPSRT_HANDBOOK.at("social rhythm metric from the initial phase on")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for diary in diaries(ctx).filter(|measure| is_asked(measure.level)) {
                any = true;
                diary_begun(diary, ctx, out);
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// Work between sessions is of the kinds that the protocol provides for.
    ///
    /// ## Why
    /// A suggestion to try and a sheet to fill in are different treatments, and schools differ on which is IPT. What
    /// separates them is the purpose, so the kind is what the note says. A single session with another kind is a note.
    ///
    /// ## When it does not apply
    /// Sessions in which nothing was agreed. A diary that is a measure of the protocol. What the contract promises, and
    /// homework that displaces the work of a session, have rules of their own.
    WORK_OF_THE_PROTOCOL = {
        code: "IPT-279", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [SessionContent], holds_if_reported: [SessionContent],
        parameters: ["work.between_sessions", "measures"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("p. 62"), SourceId::IPT_A_CHAPTER.at("work at home"),
            SourceId::BLANCO_HOMEWORK.at("the case for homework"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, DiscussInSupervision, JustifyByWaiver],
        check: |ctx, out| {
            let mut allowed = ctx.spec().work.between_sessions.value;
            if diaries(ctx).next().is_some() {
                allowed = allowed.with(WorkKind::Diary);
            }
            let mut kinds = WorkSet::EMPTY;
            let (mut sessions, mut first, mut last) = (0_u32, None, None);
            for (row, note) in all_notes(ctx) {
                let other = note.agreed.difference(allowed);
                if !other.is_empty() {
                    kinds = kinds.union(other);
                    sessions += 1;
                    first = first.or(Some(row));
                    last = Some(row);
                }
            }
            let (Some(first), Some(last)) = (first, last) else { return };
            let weight = if sessions > 1 { Severity::Warning } else { Severity::Note };
            let finding = out.old_finds_as(weight, ctx.place(last), OldEvidence::Work { kinds });
            if first.seq != last.seq {
                finding.see(ctx.place(first));
            }
        },
    };

    /// An item that was set aside until later is not taken up before.
    ///
    /// ## Why
    /// A second problem is put off so that the first gets the time that there is.
    ///
    /// ## When it does not apply
    /// Items that were set aside without saying until when, under a protocol that does not say it either. Work on an
    /// item while it is set aside has a rule of its own, and so has the change of focus.
    PARKED_ITEM_WAITS = {
        code: "IPT-280", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["focus.parked_until"],
        basis: Practice, sources: [SourceId::IPTINSTITUTE_MAINTENANCE.at("further problems in maintenance")], since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation, JustifyByWaiver],
        check: |ctx, out| {
            let same = |a: &FocusItem, b: &FocusItem| a.on == b.on && a.specialisation == b.specialisation;
            let set_aside = |item: &&FocusItem| item.status == FocusStatus::Parked;
            let waits = |item: &FocusItem| {
                let named = item.until.and_then(|label| Phase::ALL.iter().copied().find(|phase| phase.name() == label.as_str()));
                named.or(ctx.spec().focus.parked_until.map(|phase| phase.value))
            };
            if !agreements(ctx).any(|(_, agreed)| agreed.items.iter().filter(set_aside).any(|item| waits(item).is_some())) {
                return out.has_none(Topic::Agreements);
            }
            for ((before, old), (row, new)) in agreements(ctx).zip(agreements(ctx).skip(1)) {
                for item in new.items.iter().filter(|item| item.status == FocusStatus::Active) {
                    let Some(known) = old.items.iter().filter(set_aside).find(|known| same(known, item)) else { continue };
                    let Some(until) = waits(known) else { continue };
                    let begun = row.phase >= until || ctx.steps().iter().any(|step| step.to >= until && step.on <= row.on);
                    if !begun {
                        let evidence = item.on.area().map_or(OldEvidence::Nothing {}, |area| OldEvidence::Area { area });
                        out.old_finds(Place::Entry(row.seq), evidence).see(Place::Entry(before.seq));
                    }
                }
            }
        },
    };

    /// A task that the protocol declares is done by its session.
    ///
    /// ## Why
    /// A source that numbers its sessions says what each is for; what comes late leaves less time for what follows.
    ///
    /// ## When it does not apply
    /// Tasks without a session, and those that may be done; courses that did not get so far. Done later, the finding
    /// stays and is marked as remedied. Once the course is over, a task that was never done has a rule of its own.
    DECLARED_TASK_IN_TIME = {
        code: "IPT-281", severity: Warning, clause: Deviation, kind: Order,
        moments: [Recording], topics: [InitialTasks, SessionContent, Ending, Sessions], parameters: ["tasks"],
        basis: Manual,
        sources: [SourceId::DIETZ_2018.at("session by session"), SourceId::IPT_A_SCI.at("safety plan")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for task in ctx.spec().tasks.iter().filter(|task| is_asked(task.level)) {
                if let Some(by) = task.by_session {
                    any = true;
                    done_in_time(task, by, ctx, out);
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A task that the protocol declares is done by the end, and one that it leaves out is not.
    ///
    /// ## Why
    /// What a variant adds to the common tasks is what makes it this variant. Never done, in a course that is over and
    /// had sessions enough, a task that a source makes indispensable is an error; one that is usual, or was left
    /// undone in a course that ended early, is a warning.
    ///
    /// ## When it does not apply
    /// Protocols that declare no task, and tasks that may be done; courses that are not over; tasks of a phase that may be
    /// passed over and was.
    DECLARED_TASK_DONE = {
        code: "IPT-282", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Closing], topics: [InitialTasks, SessionContent, Ending], parameters: ["tasks"],
        basis: Manual,
        sources: [SourceId::DIETZ_2018.at("session by session"), SourceId::IPT_A_SCI.at("safety plan")], since: FIRST,
        remedies: [RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for task in ctx.spec().tasks.iter().filter(|task| task.level != Level::May) {
                any |= if task.level == Level::MustNot { left_out(task, ctx, out) } else { done_at_all(task, ctx, out) };
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A technique that the protocol favours is used, and one that it leaves out is not.
    ///
    /// ## Why
    /// Techniques are shared with other therapies, so that what a variant favours or leaves out shows in them. One that
    /// is indispensable and was never used is a warning, one that is usual a note.
    ///
    /// ## When it does not apply
    /// Protocols without a word on techniques, and techniques that may be used; for those that are favoured, courses that
    /// did not run to an agreed end.
    TECHNIQUES_OF_THE_PROTOCOL = {
        code: "IPT-283", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording, Closing], topics: [SessionContent], parameters: ["techniques"],
        basis: Manual,
        sources: [SourceId::NEW_OXFORD_TEXTBOOK.at("techniques"), SourceId::CEBC_IPT_A.at("techniques for adolescents")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, DiscussInSupervision, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for technique in ctx.spec().techniques.iter().filter(|technique| technique.level != Level::May) {
                any |= used(technique, ctx, out);
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A specialisation of the focus is one that the protocol names.
    ///
    /// ## Why
    /// A named specialisation changes what the work on an area is, and belongs to the variant that describes it.
    ///
    /// ## When it does not apply
    /// Protocols that name none; items that are set aside or ended. The area itself has a rule of its own.
    SPECIALISATION_OF_PROTOCOL = {
        code: "IPT-284", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements], parameters: ["specialisations"],
        basis: Manual, sources: [SourceId::STUART_ROBERTSON_2012.at("grief and loss")], since: FIRST,
        remedies: [CorrectEntry, ReviewFormulation, ConsiderOtherProtocol],
        check: |ctx, out| {
            let known = &ctx.spec().specialisations;
            if known.is_empty() {
                return out.does_not_apply();
            }
            let mut any = false;
            for (row, agreed) in agreements(ctx) {
                any = true;
                for item in agreed.items.iter().filter(|item| item.status == FocusStatus::Active) {
                    let (Some(token), Some(area)) = (item.specialisation, item.on.area()) else { continue };
                    if !known.iter().any(|spec| spec.token == token && spec.area == area) {
                        out.old_finds(Place::Entry(row.seq), OldEvidence::Area { area });
                    }
                }
            }
            if !any {
                none_shown(Topic::Agreements, ctx, out);
            }
        },
    };
}

/// All sessions held, of any track, with their notes.
fn all_notes<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (&'a SessionRow, &'a Session)> + use<'a> {
    let ctx = *ctx;
    ctx.sessions().iter().filter(|row| row.held).filter_map(move |row| Some((row, ctx.note(row)?)))
}

/// The measures that are kept day by day.
fn diaries<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = &'a MeasureSpec> + use<'a> {
    ctx.spec().measures.iter().filter(|measure| measure.cadence == Cadence::Daily && measure.level != Level::MustNot)
}

/// The days and entries of the scores of a measure, in order.
fn scores<'a>(measure: &MeasureSpec, ctx: &Ctx<'a>) -> impl Iterator<Item = (NaiveDate, Seq)> + Clone + use<'a> {
    let instrument = measure.instrument;
    ctx.index.scores.iter().filter(move |row| row.score.instrument == instrument).map(|row| (row.on, row.seq))
}

fn taken_at_cadence(measure: &MeasureSpec, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let Some(first) = main_track(ctx).next() else { return out.has_none(Topic::Sessions) };
    let evidence = OldEvidence::Instrument { instrument: measure.instrument };
    let weight = thin(measure.level, measure.basis);
    let missed = missed(measure, first, ctx);
    if scores(measure, ctx).next().is_none() {
        if let Some(most) = at_most(ctx) {
            out.old_lacks_as(never(measure.level, measure.basis).min(most), Topic::Measures, Place::Course, evidence);
        } else if let Some(row) = missed {
            out.old_lacks_as(weight, Topic::Measures, ctx.place(row), evidence);
        }
        return;
    }
    let Some(row) = missed else { return };
    if measure.cadence == Cadence::BeforeAndAfter && row.seq == first.seq {
        // It may have been taken before the record begins.
        if ctx.began_midway() {
            return out.cannot_tell(Topic::Measures, ctx.place(row));
        }
        let finding = out.old_lacks_as(weight, Topic::Measures, ctx.place(row), evidence);
        if let Some((_, seq)) = scores(measure, ctx).next() {
            finding.remedied_by(seq);
        }
    } else {
        out.old_lacks_as(weight, Topic::Measures, ctx.place(row), evidence);
    }
}

/// The session of the main track at which a measure was due and not taken, if there is one.
fn missed<'a>(measure: &MeasureSpec, first: &'a SessionRow, ctx: &Ctx<'a>) -> Option<&'a SessionRow> {
    let every = measure.every.unwrap_or(1).max(1);
    match measure.cadence {
        Cadence::EverySession => run_without(measure, 1, ctx),
        Cadence::EverySessions => run_without(measure, every, ctx),
        Cadence::EveryWeeks => {
            let (mut since, mut last) = (first.on, None);
            for row in main_track(ctx) {
                since = scores(measure, ctx).map(|(on, _)| on).take_while(|on| *on <= row.on).last().unwrap_or(since);
                if pace::after(since, every.saturating_mul(7)) <= row.on && last != Some(row.on) {
                    return Some(row);
                }
                last = Some(row.on);
            }
            None
        }
        Cadence::BeforeAndAfter => {
            if scores(measure, ctx).next().is_none_or(|(on, _)| on > first.on) {
                return Some(first);
            }
            let (closing, _) = ctx.completion()?;
            let within = usize::from(ctx.spec().ending.final_score_within.value.max(1));
            let from = main_track(ctx).rev().take(within).last()?;
            let after = scores(measure, ctx).any(|(on, _)| from.on <= on && on <= closing.on);
            if after { None } else { Some(from) }
        }
        _ => None,
    }
}

/// The session that makes so many of them in a row without a score.
fn run_without<'a>(measure: &MeasureSpec, sessions: u16, ctx: &Ctx<'a>) -> Option<&'a SessionRow> {
    let mut run = 0_u16;
    let mut before: Option<NaiveDate> = None;
    let next = main_track(ctx).skip(1).map(|row| Some(row.on)).chain([None]);
    for (row, next) in main_track(ctx).zip(next) {
        let rated = scores(measure, ctx).any(|(on, _)| {
            on == row.on || before.is_none_or(|before| before < on) && next.is_none_or(|next| on < next)
        });
        run = if rated { 0 } else { run.saturating_add(1) };
        before = Some(row.on);
        if run == sessions {
            return Some(row);
        }
    }
    None
}

fn diary_begun(diary: &MeasureSpec, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    const TOPICS: [Topic; 2] = [Topic::Measures, Topic::SessionContent];
    let agreed =
        all_notes(ctx).find(|(_, note)| note.agreed.contains(WorkKind::Diary)).map(|(row, _)| (row.on, row.seq));
    let begun = agreed.into_iter().chain(scores(diary, ctx).next()).min();
    let (due, place) = match middle(ctx) {
        Middle::Began(step) => (step.on, ctx.place_of(step.seq)),
        Middle::BeforeRecord if begun.is_some() => return,
        Middle::BeforeRecord => return out.cannot_tell(Topic::SessionContent, Place::Course),
        Middle::Ahead if ctx.protocol().phase(Phase::Middle).is_some() => return out.does_not_apply(),
        Middle::Ahead => match main_track(ctx).nth(1) {
            Some(second) => (second.on, ctx.place(second)),
            None => return out.has_none(Topic::Sessions),
        },
    };
    let evidence = OldEvidence::Instrument { instrument: diary.instrument };
    let weight = thin(diary.level, diary.basis);
    match (begun, at_most(ctx)) {
        (Some((on, _)), _) if on <= due => {}
        (Some((_, by)), _) => {
            lacks_both_as(weight, ctx, out, TOPICS, place, evidence).remedied_by(by);
        }
        (None, Some(most)) => {
            let weight = never(diary.level, diary.basis).min(most);
            lacks_both_as(weight, ctx, out, TOPICS, Place::Course, evidence);
        }
        (None, None) => {
            lacks_both_as(weight, ctx, out, TOPICS, place, evidence);
        }
    }
}

/// What the record says of a declared task: when and where it was first done, and whether it says that it was not.
fn declared(task: &DeclaredTask, ctx: &Ctx<'_>) -> (Option<(NaiveDate, Seq)>, bool) {
    let apart = each!(ctx, TaskRecorded);
    let within = each!(ctx, Session).flat_map(|(row, session)| session.tasks.iter().map(move |note| (row, note)));
    let (mut done, mut denied) = (None, false);
    for (row, note) in apart.chain(within).filter(|(_, note)| note.task == Task::Declared(task.token)) {
        match note.status {
            Stated::Done => done = done.into_iter().chain([(row.on, row.seq)]).min(),
            Stated::NotDone => denied = true,
            Stated::NotReported => {}
        }
    }
    (done, denied)
}

/// The topic that a declared task belongs to.
const fn topic_of(task: &DeclaredTask) -> Topic {
    match task.phase {
        Phase::Assessment | Phase::Initial => Topic::InitialTasks,
        Phase::Middle | Phase::Continuation | Phase::Maintenance => Topic::SessionContent,
        Phase::Termination | Phase::Concluded | Phase::Closed => Topic::Ending,
    }
}

fn done_in_time(task: &DeclaredTask, by: u16, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let (done, denied) = declared(task, ctx);
    let due = main_track(ctx).nth(usize::from(by.max(1)) - 1);
    let Some(row) = due else {
        return if done.is_none() {
            out.has_none(Topic::Sessions);
        };
    };
    if done.is_some_and(|(on, _)| on <= row.on) {
        return;
    }
    let (place, topic) = (ctx.place(row), topic_of(task));
    if ctx.began_midway() {
        return out.cannot_tell(topic, place);
    }
    if done.is_none() && is_over(ctx) && at_most(ctx).is_some() {
        // Never done at all: that has a rule of its own.
        return;
    }
    let weight = thin(task.level, task.basis);
    let finding = if denied && done.is_none() {
        out.old_finds_as(weight, place, OldEvidence::Nothing {})
    } else {
        out.old_lacks_as(weight, topic, place, OldEvidence::Nothing {})
    };
    finding.see(Place::Task(Task::Declared(task.token)));
    if let Some((_, by)) = done {
        finding.remedied_by(by);
    }
}

/// Whether there was anything to ask.
fn done_at_all(task: &DeclaredTask, ctx: &Ctx<'_>, out: &mut Sink<'_>) -> bool {
    let (done, denied) = declared(task, ctx);
    if done.is_some() {
        return true;
    }
    let came = ctx.protocol().phase(task.phase).is_some_and(|phase| !phase.optional)
        || ctx.index.facts.iter().any(|row| row.phase == task.phase);
    let Some(most) = at_most(ctx).filter(|_| came && is_over(ctx)) else { return false };
    let (place, weight) = (Place::Task(Task::Declared(task.token)), never(task.level, task.basis).min(most));
    if denied {
        out.old_finds_as(weight, place, OldEvidence::Nothing {});
    } else {
        out.old_lacks_as(weight, topic_of(task), place, OldEvidence::Nothing {});
    }
    true
}

fn left_out(task: &DeclaredTask, ctx: &Ctx<'_>, out: &mut Sink<'_>) -> bool {
    match declared(task, ctx).0 {
        Some((_, seq)) => {
            let place = ctx.place_of(seq);
            out.old_finds_as(Severity::Warning, place, OldEvidence::Nothing {}).see(Place::Task(Task::Declared(task.token)));
        }
        None if !ctx.reporting().contains(topic_of(task)) => out.cannot_tell(topic_of(task), Place::Course),
        None => {}
    }
    true
}

/// Whether there was anything to ask.
fn used(technique: &TechniqueSpec, ctx: &Ctx<'_>, out: &mut Sink<'_>) -> bool {
    let evidence = OldEvidence::Matter { name: technique.technique.name() };
    let last = all_notes(ctx).filter(|(_, note)| note.techniques.contains(technique.technique)).last();
    if technique.level == Level::MustNot {
        match last {
            Some((row, _)) => {
                out.old_finds(ctx.place(row), evidence);
            }
            None if !ctx.reporting().contains(Topic::SessionContent) => {
                out.cannot_tell(Topic::SessionContent, Place::Course);
            }
            None => {}
        }
        return true;
    }
    if last.is_none() && ctx.completion().is_none() {
        return false;
    }
    if last.is_none() {
        let weight = if technique.level == Level::Must { Severity::Warning } else { Severity::Note };
        out.old_lacks_as(weight, Topic::SessionContent, Place::Course, evidence);
    }
    true
}
