//! How a variant is delivered, read from the protocol's own data: IPT-250, IPT-251, IPT-253 to IPT-266. Where a protocol says
//! nothing of a matter, its rule does not apply.
//!
//! Spacing stretch by stretch has no rule here: IPT-155 to IPT-160 read the stretch of the session's number.

use chrono::NaiveDate;

use super::{
    due::{bound, each},
    middle::lacks_both,
    old_rules, pace,
};
use crate::{
    phase::Phase,
    protocol::{GroupEntry, Level, StepSpec, TrackSpec},
    record::{
        contract::TimeFrame,
        ending::EndMode,
        session::{Attendance, SessionKind, Track},
    },
    rule::{Ctx, FactRow, OldEvidence, Place, SessionRow, Severity, Sink},
    source::SourceId,
    topic::Topic,
};

old_rules! {
    /// A contract without a number of sessions leads to a number within the protocol's range.
    ///
    /// ## Why
    /// A frame of weeks lets the number float, and the dose that was tested is still one of sessions. More of them than
    /// the source publishes, with nothing agreed to cover them, is an error; fewer, in a course that is closed as
    /// contracted, is a short course and a warning.
    ///
    /// ## When it does not apply
    /// Contracts that fix a number: the number, sessions beyond it, sessions left and sessions missed have rules of their
    /// own. Sessions given to a crisis are not counted against the range.
    HELD_WITHIN_DOSE = {
        code: "IPT-250", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        moments: [Recording, Closing], topics: [Sessions, Agreements], holds_if_reported: [Sessions],
        parameters: ["dose.sessions", "phases"],
        basis: Trial,
        sources: [
            SourceId::LUTY_2007.at("sixteen weeks that hold 8 to 19 sessions"), SourceId::WEISSMAN_2000.at("ch. 7"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let range = ctx.spec().dose.sessions;
            let fixed = each!(ctx, ContractAgreed).any(|(_, contract)| contract.frame.sessions().is_some())
                || each!(ctx, ContractAmended)
                    .any(|(_, amended)| amended.frame.and_then(TimeFrame::sessions).is_some());
            if fixed {
                return out.does_not_apply();
            }
            if main_track(ctx).next().is_none() {
                return out.has_none(Topic::Sessions);
            }
            let as_contracted =
                ctx.closing().is_some_and(|(_, closed)| closed.mode == EndMode::CompletedAsContracted);
            if as_contracted && held(ctx) < range.value.min {
                let evidence = OldEvidence::TooFew { found: held(ctx).into(), least: range.value.min.into() };
                let topic = if ctx.reporting().contains(Topic::Agreements) { Topic::Sessions } else { Topic::Agreements };
                out.old_lacks_as(Severity::Warning, topic, Place::Course, evidence);
            }
        },
    };

    /// Where the protocol ends treatment after a number of weeks, no session lies beyond them.
    ///
    /// ## Why
    /// Of two limits the first one reached holds. An error where the source publishes both the number and that it is a
    /// limit, and nothing that was agreed covers it; otherwise a warning.
    ///
    /// ## When it does not apply
    /// Protocols whose weeks are no limit. Sessions given to a crisis. A frame or a last day that was agreed anew by then
    /// covers it; agreed later, the finding is remedied.
    WITHIN_WEEKS = {
        code: "IPT-251", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Agreements], holds_if_reported: [Sessions],
        parameters: ["dose.weeks", "dose.weeks_are_cap", "phases"],
        basis: Trial,
        sources: [
            SourceId::LUTY_2007.at("sixteen weeks, whatever the number of sessions"),
            SourceId::ELKIN_1989.at("sixteen weeks"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let dose = &ctx.spec().dose;
            if !dose.weeks_are_cap.value {
                return out.does_not_apply();
            }
            let Some(first) = main_track(ctx).next() else { return out.has_none(Topic::Sessions) };
            if let Some((_, late)) = past_weeks(ctx) {
                let weight = bound(dose.weeks.basis).min(bound(dose.weeks_are_cap.basis));
                let limit = u32::from(dose.weeks.value.max) * 7;
                let evidence = OldEvidence::Days { from: first.on, to: late.on, limit };
                let finding = out.old_lacks_as(weight, Topic::Agreements, ctx.place(late), evidence).see(ctx.place(first));
                if let Some(later) = amendments(ctx).next() {
                    finding.remedied_by(later.seq);
                }
            } else if ctx.began_midway() {
                // When treatment began is unknown.
                out.cannot_tell(Topic::Sessions, ctx.place(first));
            }
        },
    };

    /// A session beside the main track takes as long as the protocol has it.
    ///
    /// ## Why
    /// A meeting before a group or a booster has a length of its own.
    ///
    /// ## When it does not apply
    /// The main track and its first session, which have a rule of their own. Tracks that the protocol does not have;
    /// sessions whose minutes are not recorded, crisis and joint sessions, and a session that is short because the patient
    /// came late.
    LENGTH_OF_OTHER_TRACKS = {
        code: "IPT-253", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [], parameters: ["tracks", "dose.minutes"],
        basis: Design, sources: [SourceId::DESIGN.at("minutes of further tracks")], since: FIRST,
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for track in ctx.spec().tracks.iter().filter(|track| track.track != Track::Main) {
                let span = track.minutes.unwrap_or(ctx.spec().dose.minutes).value;
                for row in held_on(ctx, track.track).filter(|row| row.kind == SessionKind::Ordinary) {
                    let Some(note) = ctx.note(row) else { continue };
                    let Some(found) = note.minutes else { continue };
                    any = true;
                    let late = found < span.min && note.attendance == Attendance::Late;
                    if !span.contains(found) && !late {
                        let (least, most) = (span.min.into(), span.max.into());
                        out.old_finds(ctx.place(row), OldEvidence::Outside { found: found.into(), least, most });
                    }
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// What the protocol holds before the main track is held before it.
    ///
    /// ## Why
    /// Engagement and preparation for a group come first, since the main track builds on them. Never held, it is an error
    /// where a published source makes them indispensable; late, too few, or only usual, a warning.
    ///
    /// ## When it does not apply
    /// Protocols without such sessions, or that leave them open; before the first session of the main track. On the day of
    /// that session counts as before. What came before a record that begins in mid-course cannot be told.
    PREPARED_BEFORE = {
        code: "IPT-254", severity: Error, clause: PublishedBound, kind: Order,
        moments: [Recording], topics: [Sessions], parameters: ["tracks", "phases"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("two individual meetings before the group"),
            SourceId::SWARTZ_2014.at("engagement session"), SourceId::CEBC_IPT_AST.at("sessions before the group"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let Some(track) = asked(ctx, Track::PreTreatment) else { return out.does_not_apply() };
            let Some(first) = main_track(ctx).next() else { return out.has_none(Topic::Sessions) };
            held_by(ctx, out, track, first.on, Some(ctx.place(first)));
        },
    };

    /// The meeting that the protocol has in the middle of the main track is held while it runs.
    ///
    /// ## Why
    /// In mid-course there is still time to act on it. Never held, it is an error where a published source makes it
    /// indispensable; late, too few, or only usual, a warning.
    ///
    /// ## When it does not apply
    /// Protocols without such a meeting, or that leave it open; while the main track runs, and courses that were broken
    /// off.
    MEETING_IN_THE_MIDDLE = {
        code: "IPT-255", severity: Error, clause: PublishedBound, kind: Order,
        moments: [PhaseChange, Closing], topics: [Sessions], parameters: ["tracks", "phases"],
        basis: Trial,
        sources: [
            SourceId::PRISON_TRIAL.at("an individual session in the middle"),
            SourceId::BLUEPRINTS_IPT_AST.at("a session in the middle of the programme"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let Some(track) = asked(ctx, Track::MidTreatment) else { return out.does_not_apply() };
            let numbered = |phase| ctx.protocol().phase(phase).is_some_and(|spec| spec.typical.is_some());
            let after = |phase: Phase| phase > Phase::Termination && phase != Phase::Closed && !numbered(phase);
            let over = ctx.completion().is_some() || ctx.steps().iter().any(|step| after(step.to));
            match main_track(ctx).next_back().filter(|_| over) {
                Some(last) => held_by(ctx, out, track, last.on, None),
                None => out.does_not_apply(),
            }
        },
    };

    /// The meeting that the protocol has after the main track is held before a completed course is closed.
    ///
    /// ## Why
    /// It looks back and decides what follows. Never held, it is an error where a published source makes it indispensable;
    /// too few, or only usual, a warning.
    ///
    /// ## When it does not apply
    /// Protocols without such a meeting, or that leave it open; courses that did not run to an agreed end.
    MEETING_AFTERWARDS = {
        code: "IPT-256", severity: Error, clause: PublishedBound, kind: Order,
        moments: [Closing], topics: [Sessions], parameters: ["tracks"],
        basis: Trial, sources: [SourceId::PRISON_TRIAL.at("an individual session at the end")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let Some(track) = asked(ctx, Track::PostTreatment) else { return out.does_not_apply() };
            match ctx.completion() {
                Some((row, _)) => held_by(ctx, out, track, row.on, None),
                None => out.does_not_apply(),
            }
        },
    };

    /// Boosters, follow-ups and sessions beside the main track are held as the protocol has them.
    ///
    /// ## Why
    /// A group beside individual sessions is half of the treatment, and a booster is how it is kept. Never held, it is an
    /// error where a published source makes them indispensable; too few, or only usual, a warning.
    ///
    /// ## When it does not apply
    /// Protocols without them, or that leave them open; courses that did not run to an agreed end. Sessions before, in the
    /// middle of and after the main track have rules of their own.
    OTHER_TRACKS_HELD = {
        code: "IPT-257", severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        moments: [Closing], topics: [Sessions], parameters: ["tracks"],
        basis: Trial,
        sources: [
            SourceId::PERINATAL_LOSS_TRIALS.at("a booster after one month"), SourceId::BRANDON_2012.at("follow-up"),
            SourceId::BLUEPRINTS_IPT_AST.at("boosters"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            if let Some((row, _)) = ctx.completion() {
                let ours = |track: &&TrackSpec| {
                    !matches!(
                        track.track,
                        Track::Main | Track::PreTreatment | Track::MidTreatment | Track::PostTreatment
                    )
                };
                for track in ctx.spec().tracks.iter().filter(ours).filter(|track| is_asked(track.level)) {
                    any = true;
                    held_by(ctx, out, track, row.on, None);
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// A phase ends about where the protocol has its end.
    ///
    /// ## Why
    /// Two accounts of one variant seldom draw the line at the same session, so that one session more or less is a note.
    /// Further away, one phase takes the time of another.
    ///
    /// ## When it does not apply
    /// Contracts of another length than the typical one; phases without numbers, those that end on a judgement, and the
    /// last one, which ends with the contract; while the phase lasts. Sessions given to a crisis are not counted,
    /// and missed ones as the contract counts them. A long initial phase, an early ending, a short one and going back have
    /// rules of their own.
    PHASE_ENDS_WHERE_USUAL = {
        code: "IPT-258", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [PhaseChange], topics: [Sessions, Agreements], holds_if_reported: [Sessions, Agreements],
        parameters: [
            "phases", "timing.phase_tolerance", "dose.sessions", "initial.sessions_usual", "ending.sessions_min",
            "ending.sessions_max",
        ],
        basis: Design,
        sources: [
            SourceId::DESIGN.at("one session either way"), SourceId::MUFSON_2004.at("three phases of four sessions"),
            SourceId::CASEBOOK_2012.at("a case of the same treatment in four, five and three"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, DiscussInSupervision, JustifyByWaiver],
        check: phase_ends,
    };

    /// A phase that ends on a judgement is left after it was judged so.
    ///
    /// ## Why
    /// Where the patient's state ends a phase and no number does, a person says that it is reached.
    ///
    /// ## When it does not apply
    /// Phases that end with a number; closing the course. A judgement of the day of the step counts, and later ones replace
    /// earlier ones. What was judged before a record that begins in mid-course cannot be told.
    LEFT_ON_JUDGEMENT = {
        code: "IPT-259", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [Measures, Agreements], holds_if_reported: [Agreements],
        parameters: ["phases"],
        basis: Manual, sources: [SourceId::FRANK_2007_IPSRT.at("phases")], since: FIRST,
        remedies: [RecordIt, ReviewProgress, JustifyByWaiver],
        check: |ctx, out| {
            if !ctx.spec().phases.iter().any(|phase| phase.ends_on.is_some()) {
                return out.does_not_apply();
            }
            let mut any = false;
            for step in ctx.steps().iter().filter(|step| step.from < step.to && step.to != Phase::Closed) {
                let Some(criterion) = ctx.protocol().phase(step.from).and_then(|phase| phase.ends_on) else { continue };
                any = true;
                let judged = || each!(ctx, JudgementMade).filter(|(_, made)| made.criterion == criterion.value);
                let latest = judged().filter(|(row, _)| row.on <= step.on).map(|(row, _)| row.on).max();
                // Within one day no order is assumed.
                let met = latest.is_some_and(|day| judged().any(|(row, made)| row.on == day && made.met));
                if met {
                    continue;
                }
                let place = ctx.place_of(step.seq);
                let later = judged().find(|(row, made)| row.on > step.on && made.met).map(|(row, _)| row.seq);
                let finding = if let Some(day) = latest {
                    out.old_finds(place, OldEvidence::On { day })
                } else if ctx.began_midway() {
                    out.cannot_tell(Topic::Measures, place);
                    continue;
                } else {
                    out.old_lacks(Topic::Measures, place, OldEvidence::Nothing {})
                };
                if let Some(by) = later {
                    finding.remedied_by(by);
                }
            }
            if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// Modules follow the protocol's list.
    ///
    /// ## Why
    /// Each stretch builds on the one before it. In a group that members join at any time the topics come round, and each
    /// is a right one to begin with.
    ///
    /// ## When it does not apply
    /// Protocols without modules, and records that name none. How long a module takes is asked at the typical length alone,
    /// by the member's own sessions, and in no group that members join at any time.
    MODULES_IN_ORDER = {
        code: "IPT-260", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [Agreements, Sessions], holds_if_reported: [Agreements],
        parameters: ["modules", "group", "timing.phase_tolerance", "dose.sessions"],
        basis: Trial, sources: [SourceId::PERINATAL_LOSS_TRIALS.at("four topics, each met three times")], since: FIRST,
        remedies: [CorrectEntry, DiscussInSupervision, JustifyByWaiver],
        check: modules,
    };

    /// A member joins a group by the session until which the protocol lets members in.
    ///
    /// ## Why
    /// A closed group begins together; one that lets in late-comers says until when.
    ///
    /// ## When it does not apply
    /// Protocols without a group, groups that members join at any time, and groups without a last session for joining. Where
    /// the note gives no number of the group's session, and in a record that begins in mid-course, it cannot be told.
    JOINED_IN_TIME = {
        code: "IPT-261", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], parameters: ["group"],
        basis: Trial,
        sources: [
            SourceId::MUTAMBA_2018_CONTEXT.at("two joined after the start"),
            SourceId::PERINATAL_LOSS_TRIALS.at("entry every four weeks"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let Some(group) = ctx.spec().group else { return out.does_not_apply() };
            let until = match group.entry.value {
                GroupEntry::Closed => Some(1),
                GroupEntry::Late => group.late_until.map(|until| until.value),
                GroupEntry::Rolling => None,
            };
            let Some(until) = until else { return out.does_not_apply() };
            let track = if ctx.spec().format.is_group() { Track::Main } else { Track::AddedGroup };
            // A member who missed the first sessions had joined all the same.
            let mut rows = ctx.sessions().iter().filter(|row| row.track == track && row.phase != Phase::Assessment);
            let Some(first) = rows.next() else { return out.has_none(Topic::Sessions) };
            match ctx.note(first).and_then(|note| note.group_number) {
                Some(number) if number <= until => {}
                Some(number) if !ctx.began_midway() => {
                    let evidence = OldEvidence::TooMany { found: number.into(), most: until.into() };
                    out.old_lacks(Topic::Sessions, ctx.place(first), evidence);
                }
                _ => out.cannot_tell(Topic::Sessions, ctx.place(first)),
            }
        },
    };

    /// Sessions are held in a way that the protocol provides for.
    ///
    /// ## Why
    /// A treatment tried by telephone is known by telephone. One session held otherwise is an event; more of them are another
    /// form of treatment.
    ///
    /// ## When it does not apply
    /// Sessions beside the main track, and notes that do not say how the session was held.
    HELD_AS_PROVIDED_FOR = {
        code: "IPT-262", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], holds_if_reported: [Sessions], parameters: ["channels", "phases"],
        basis: Trial,
        sources: [
            SourceId::TELEPHONE_POSTPARTUM.at("by telephone"), SourceId::MILLER_2005.at("a session by telephone"),
        ],
        since: FIRST,
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let channels = ctx.spec().channels.value;
            if channels.is_empty() {
                return out.does_not_apply();
            }
            let (mut any, mut weight) = (false, Severity::Note);
            for row in main_track(ctx) {
                let Some(modality) = ctx.note(row).and_then(|note| note.modality) else { continue };
                any = true;
                if !channels.contains(modality) {
                    out.old_finds_as(weight, ctx.place(row), OldEvidence::Matter { name: modality.name() });
                    weight = Severity::Warning;
                }
            }
            if !any {
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// A phase that is to be over by an event outside treatment is over by then.
    ///
    /// ## Why
    /// A birth or a release comes when it comes, and the work planned for before it is not done after it. When the date
    /// moves, the plan is looked at anew: a note. That no date is on record by the middle phase is a note as well.
    ///
    /// ## When it does not apply
    /// Protocols whose end hangs on no such event. Sessions given to a crisis; a frame or a last day that was agreed anew
    /// since the date became known; a date that moved and that the agreed last day still keeps.
    OVER_BY_THE_EVENT = {
        code: "IPT-263", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Agreements, Sessions], holds_if_reported: [Sessions],
        parameters: ["anchors"],
        basis: Manual,
        sources: [
            SourceId::CASEBOOK_2012.at("a treatment that aims at remission before birth"),
            SourceId::PRISON_TRIAL.at("release"),
        ],
        since: FIRST,
        remedies: [AgreeAmendment, RecordIt, ReviewProgress, JustifyByWaiver],
        check: anchors,
    };

    /// By the time that the protocol names, it is judged whether to change course.
    ///
    /// ## Why
    /// A step in treatment hangs on a person's judgement; the protocol says by when it is due. Where the answer is no, one of
    /// the protocol's options is recorded in a review: that it is not is a note.
    ///
    /// ## When it does not apply
    /// Protocols without such steps; before the time, and courses that ended before it. A judgement that came later is late: a
    /// warning that stands remedied. A closing that hands over to another treatment answers too.
    STEP_IS_JUDGED = {
        code: "IPT-264", severity: Warning, clause: Deviation, kind: Measure,
        moments: [Recording, DaysPass], topics: [Measures, Sessions], holds_if_reported: [Sessions],
        parameters: ["steps"],
        basis: Trial,
        sources: [
            SourceId::DEPICS.at("augmentation after two months"), SourceId::SWARTZ_2009.at("medication for non-response"),
        ],
        since: FIRST,
        remedies: [ReviewProgress, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for step in ctx.spec().steps.iter() {
                any |= judged(ctx, out, step);
            }
            if ctx.spec().steps.is_empty() {
                out.does_not_apply();
            } else if !any {
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// A course that is closed as completed has the sessions and weeks that make a completed course.
    ///
    /// ## Why
    /// Where the source says who has completed treatment, both limits are asked for. After an early end that was agreed, it
    /// is a note.
    ///
    /// ## When it does not apply
    /// Protocols whose source does not say; courses that did not run to an agreed end.
    COMPLETED_AS_DEFINED = {
        code: "IPT-265", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Closing], topics: [Sessions],
        parameters: ["ending.completion_sessions", "ending.completion_weeks", "phases"],
        basis: Unseen,
        sources: [SourceId::KNOWLEDGE.at("completers of the TDCRP"), SourceId::LINARDON_2019.at("definitions")],
        since: FIRST,
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver],
        check: |ctx, out| {
            let ending = &ctx.spec().ending;
            let (sessions, weeks) = (ending.completion_sessions, ending.completion_weeks);
            let Some((_, closed)) = ctx.completion().filter(|_| sessions.is_some() || weeks.is_some()) else {
                return out.does_not_apply();
            };
            let as_contracted = closed.mode == EndMode::CompletedAsContracted;
            let weight = if as_contracted { Severity::Warning } else { Severity::Note };
            if let Some(least) = sessions.filter(|least| held(ctx) < least.value) {
                let evidence = OldEvidence::TooFew { found: held(ctx).into(), least: least.value.into() };
                out.old_lacks_as(weight, Topic::Sessions, Place::Course, evidence);
            }
            let (Some(least), Some(first), Some(last)) = (weeks, main_track(ctx).next(), main_track(ctx).next_back())
            else {
                return;
            };
            let limit = u32::from(least.value) * 7;
            if pace::between(first.on, last.on) < limit {
                let evidence = OldEvidence::Days { from: first.on, to: last.on, limit };
                out.old_lacks_as(weight, Topic::Sessions, Place::Course, evidence);
            }
        },
    };

    /// Where the protocol makes up for sessions that were missed, a completed course holds all of its sessions.
    ///
    /// ## Why
    /// A session that counts against the contract and was not held is made up for in some studies; a reader wants to see that
    /// it was not.
    ///
    /// ## When it does not apply
    /// Protocols that do not say so; courses that were not closed as contracted, contracts that fix no number of sessions,
    /// contracts with sessions left, which have a rule of their own, and courses without a missed session.
    MISSED_ARE_MADE_UP_FOR = {
        code: "IPT-266", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Closing], topics: [Sessions], holds_if_reported: [Sessions],
        parameters: ["ending.missed_made_up"],
        basis: Design, sources: [SourceId::DESIGN.at("sessions made up for")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let made_up = ctx.spec().ending.missed_made_up.is_some_and(|made_up| made_up.value);
            let closed = ctx.closing().filter(|(_, closed)| closed.mode == EndMode::CompletedAsContracted);
            let (true, Some(_), Some(planned)) = (made_up, closed, ctx.state().planned()) else {
                return out.does_not_apply();
            };
            if ctx.state().remaining() != Some(0) {
                return out.does_not_apply();
            }
            let missed = ctx.sessions().iter().rev().find(|row| row.acute && !row.held);
            let found = ctx.state().held();
            if let Some(row) = missed.filter(|_| found < planned) {
                let evidence = OldEvidence::TooFew { found: found.into(), least: planned.into() };
                out.old_lacks(Topic::Sessions, ctx.place(row), evidence);
            }
        },
    };
}

/// The sessions held on the main track: those of acute treatment, and those of later phases that the protocol numbers with
/// them. What was held in the assessment lies before it.
fn main_track<'a>(ctx: &Ctx<'a>) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
    let protocol = ctx.protocol();
    let within = move |row: &SessionRow| {
        row.acute && row.phase != Phase::Assessment
            || row.track == Track::Main && protocol.phase(row.phase).is_some_and(|phase| phase.typical.is_some())
    };
    ctx.sessions().iter().filter(move |row| row.held && within(row))
}

/// How many sessions of the main track were held, those before the record included where it says so.
fn held(ctx: &Ctx<'_>) -> u16 {
    u16::try_from(main_track(ctx).count()).unwrap_or(u16::MAX).max(ctx.state().held())
}

/// The sessions held on another track.
fn held_on<'a>(ctx: &Ctx<'a>, track: Track) -> impl DoubleEndedIterator<Item = &'a SessionRow> + Clone + use<'a> {
    ctx.sessions().iter().filter(move |row| row.held && row.track == track)
}

/// The amendments by which a frame or a last day was agreed anew, in order.
fn amendments<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = FactRow> + use<'a> {
    each!(ctx, ContractAmended).filter(|(_, amended)| amended.moves_the_end()).map(|(row, _)| row)
}

/// The first session of the main track, and the first one beyond the weeks after which the protocol ends treatment, if
/// nothing that was agreed covers it.
pub(super) fn past_weeks<'a>(ctx: &Ctx<'a>) -> Option<(&'a SessionRow, &'a SessionRow)> {
    let first = main_track(ctx).next()?;
    let until = ctx.protocol().ends_by_weeks(first.on)?;
    let beyond = |row: &&SessionRow| row.on > until && row.kind != SessionKind::Crisis;
    let late = main_track(ctx).find(beyond)?;
    (!amendments(ctx).any(|row| row.on <= late.on)).then_some((first, late))
}

const fn is_asked(level: Level) -> bool {
    matches!(level, Level::Must | Level::Should)
}

/// What the protocol says of a track that it asks for.
fn asked<'a>(ctx: &Ctx<'a>, track: Track) -> Option<&'a TrackSpec> {
    ctx.spec().tracks.iter().find(|spec| spec.track == track && is_asked(spec.level))
}

/// Finds that a track has fewer sessions by a day than the protocol asks for.
fn held_by(ctx: &Ctx<'_>, out: &mut Sink<'_>, track: &TrackSpec, day: NaiveDate, place: Option<Place>) {
    let least = track.sessions.value.min.max(1);
    let found = held_on(ctx, track.track).filter(|row| row.on <= day).count();
    let found = u16::try_from(found).unwrap_or(u16::MAX);
    if found >= least {
        return;
    }
    let place = place.unwrap_or(Place::Course);
    if ctx.began_midway() {
        return out.cannot_tell(Topic::Sessions, place);
    }
    let never = held_on(ctx, track.track).next().is_none();
    let weight = if never && track.level == Level::Must { bound(track.sessions.basis) } else { Severity::Warning };
    let evidence = if never {
        OldEvidence::Matter { name: track.track.name() }
    } else {
        OldEvidence::TooFew { found: found.into(), least: least.into() }
    };
    let finding = out.old_lacks_as(weight, Topic::Sessions, place, evidence);
    if let Some(row) = held_on(ctx, track.track).nth(usize::from(least) - 1) {
        finding.remedied_by(row.seq);
    }
}

/// The number of the last acute session at the typical length, if the contract in force has that length.
fn typical_length(ctx: &Ctx<'_>) -> Option<u16> {
    let acute = ctx.spec().phases.iter().filter(|phase| phase.phase.is_acute());
    let last = acute.filter_map(|phase| phase.typical).map(|typical| typical.value.1).max()?;
    (ctx.state().planned() == Some(last)).then_some(last)
}

fn phase_ends(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let spec = ctx.spec();
    let Some(length) = typical_length(ctx) else {
        let numbered = spec.phases.iter().any(|phase| phase.typical.is_some() && phase.phase.is_acute());
        return if numbered && ctx.state().planned().is_none() {
            out.has_none(Topic::Agreements);
        } else {
            out.does_not_apply();
        };
    };
    let ordinary = || ctx.held().filter(|row| row.kind != SessionKind::Crisis && row.phase != Phase::Assessment);
    // What the contract counts before a session: missed sessions that count are not taken from a phase.
    let counted_before = |next: &SessionRow| {
        let extra = |row: &&SessionRow| row.kind == SessionKind::Crisis || row.phase == Phase::Assessment;
        let extra = ctx.held().take_while(|row| row.seq != next.seq).filter(extra).count();
        next.slots.saturating_sub(1).saturating_sub(u16::try_from(extra).unwrap_or(u16::MAX))
    };
    let numbered = spec.phases.iter().filter_map(|phase| Some((phase, phase.typical?.value.1)));
    let tolerance = spec.timing.phase_tolerance.value;
    // After a phase that ends on a judgement, sessions are counted from its end.
    let (mut from_usual, mut from_found) = (0, 0);
    let mut any = false;
    for (phase, last) in numbered.filter(|(phase, last)| phase.phase.is_acute() && *last < length) {
        let next = ordinary().find(|row| row.phase > phase.phase);
        let (Some(next), Some(end)) = (next, ordinary().rfind(|row| row.phase == phase.phase)) else { continue };
        // Going back has a rule of its own.
        if (end.on, end.seq) > (next.on, next.seq) || ctx.state().phase() <= phase.phase {
            continue;
        }
        let found = counted_before(next);
        if phase.ends_on.is_some() {
            (from_usual, from_found) = (last, found);
            continue;
        }
        any = true;
        let (usual, found) = (last.saturating_sub(from_usual), found.saturating_sub(from_found));
        let ending = length.saturating_sub(last).saturating_add(usual).saturating_sub(found);
        let spoken_of = match next.phase {
            Phase::Middle => found > spec.initial.sessions_usual.value,
            Phase::Termination => ending < spec.ending.sessions_min.value || ending > spec.ending.sessions_max.value,
            _ => false,
        };
        if found == usual || spoken_of {
            continue;
        }
        let place = ctx.place(end);
        if ctx.began_midway() {
            out.cannot_tell(Topic::Sessions, place);
            continue;
        }
        let weight = if found.abs_diff(usual) <= tolerance { Severity::Note } else { Severity::Warning };
        let evidence = if found < usual {
            OldEvidence::TooFew { found: found.into(), least: usual.into() }
        } else {
            OldEvidence::TooMany { found: found.into(), most: usual.into() }
        };
        let topic = if ctx.reports(Topic::Agreements, end.on) { Topic::Sessions } else { Topic::Agreements };
        out.old_lacks_as(weight, topic, place, evidence).see(ctx.place(next));
    }
    if !any {
        out.has_none(Topic::Sessions);
    }
}

fn modules(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let spec = ctx.spec();
    let modules = &spec.modules;
    if modules.is_empty() {
        return out.does_not_apply();
    }
    let rolling = spec.group.is_some_and(|group| group.entry.value == GroupEntry::Rolling);
    let measured = !rolling && typical_length(ctx).is_some();
    let mut before: Option<(usize, NaiveDate)> = None;
    let mut any = false;
    for (row, begun) in each!(ctx, PhaseBegun) {
        let Some(token) = begun.module else { continue };
        any = true;
        let place = ctx.place_of(row.seq);
        let Some((at, module)) = modules.iter().enumerate().find(|(_, module)| module.token == token) else {
            out.old_finds(place, OldEvidence::Nothing {});
            continue;
        };
        if module.phase != begun.phase {
            out.old_finds(place, OldEvidence::Phases { written: begun.phase, derived: module.phase });
        }
        let due = match before {
            // Where the member, or the record, came in.
            None if rolling || ctx.began_midway() => at,
            None => 0,
            // It goes on.
            Some((last, _)) if last == at => continue,
            Some((last, _)) if rolling => (last + 1) % modules.len(),
            Some((last, _)) => last + 1,
        };
        if at < due && !rolling {
            out.old_finds(place, OldEvidence::Nothing {});
        } else if at != due {
            // One that was passed over may have begun unwritten.
            out.old_lacks(Topic::Agreements, place, OldEvidence::Nothing {});
        } else if let Some((module, since)) = before.and_then(|(last, since)| Some((modules.get(last)?, since))) {
            let within = |session: &&SessionRow| since <= session.on && session.on < row.on;
            let found = u16::try_from(main_track(ctx).filter(within).count()).unwrap_or(u16::MAX);
            let usual = module.to.saturating_sub(module.from).saturating_add(1);
            if measured && found.abs_diff(usual) > spec.timing.phase_tolerance.value {
                let (found, least, most) = (found.into(), usual.into(), usual.into());
                let evidence = if found < least {
                    OldEvidence::TooFew { found, least }
                } else {
                    OldEvidence::TooMany { found, most }
                };
                lacks_both(ctx, out, [Topic::Agreements, Topic::Sessions], place, evidence);
            }
        }
        before = Some((at, row.on));
    }
    if !any {
        out.has_none(Topic::Agreements);
    }
}

fn anchors(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let anchors = &ctx.spec().anchors;
    if anchors.is_empty() {
        return out.does_not_apply();
    }
    for anchor in anchors.iter() {
        let dates = || each!(ctx, ExternalDate).filter(|(_, date)| date.anchor == anchor.anchor);
        let Some((row, latest)) = dates().next_back() else {
            // No topic says that outside dates are reported in full; that the frame is agreed on without one is worth a look.
            if ctx.sessions().iter().any(|row| row.held && row.phase >= Phase::Middle) {
                let evidence = OldEvidence::Matter { name: anchor.anchor.name() };
                out.old_lacks_as(Severity::Note, Topic::Agreements, Place::Course, evidence);
            }
            continue;
        };
        if amendments(ctx).any(|amended| row.on <= amended.on) {
            continue;
        }
        let day = latest.date;
        let passed = latest.happened || day < ctx.as_of();
        let after = main_track(ctx)
            .find(|row| row.phase <= anchor.over && row.on > day && row.kind != SessionKind::Crisis)
            .filter(|_| passed);
        let runs = ctx.state().phase() <= anchor.over;
        if after.is_some() || passed && runs && day < ctx.as_of() {
            let place = after.map_or(Place::Entry(row.seq), |row| ctx.place(row));
            out.old_lacks(Topic::Agreements, place, OldEvidence::On { day });
        } else if runs && dates().any(|(_, date)| date.date != day) {
            let kept = each!(ctx, ContractAgreed)
                .next_back()
                .is_some_and(|(_, contract)| contract.ends_on.is_some_and(|end| end <= day));
            if !kept {
                out.old_lacks_as(Severity::Note, Topic::Agreements, Place::Entry(row.seq), OldEvidence::On { day });
            }
        }
    }
}

/// Asks for the judgement of a step, and says whether it was due.
fn judged(ctx: &Ctx<'_>, out: &mut Sink<'_>, step: &StepSpec) -> bool {
    let mut main = main_track(ctx);
    let Some(first) = main.next() else { return false };
    let by_session = step.by_session.and_then(|number| {
        let row = main_track(ctx).nth(usize::from(number.max(1)) - 1)?;
        Some((row.on, ctx.place(row)))
    });
    let ended = ctx.closing().map(|(row, _)| row.on);
    let by_week = step.by_week.and_then(|week| {
        let day = first.on.checked_add_days(chrono::Days::new(u64::from(week) * 7))?;
        let passed = day < ctx.as_of() && ended.is_none_or(|ended| day < ended);
        passed.then_some((day, Place::Day(day)))
    });
    let Some((day, place)) = by_session.into_iter().chain(by_week).min_by_key(|&(day, _)| day) else { return false };
    let made = || each!(ctx, JudgementMade).filter(|(_, made)| made.criterion == step.criterion);
    if made().any(|(row, _)| row.on <= day) {
    } else if ctx.began_midway() {
        out.cannot_tell(Topic::Measures, place);
    } else {
        let finding = out.old_lacks(Topic::Measures, place, OldEvidence::On { day });
        if let Some((row, _)) = made().next() {
            finding.remedied_by(row.seq);
        }
    }
    if let Some((row, _)) = made().next_back().filter(|(_, made)| !made.met && !step.options.is_empty()) {
        let reviewed = each!(ctx, ReviewHeld)
            .any(|(review, held)| row.on <= review.on && !held.options.intersection(step.options).is_empty());
        let handed_over = ctx.closing().is_some_and(|(_, closed)| closed.disposition.is_alternative());
        // The decision may take until the next session.
        let went_on = ended.is_some() || ctx.sessions().iter().any(|session| session.held && session.on > row.on);
        if went_on && !reviewed && !handed_over {
            out.old_lacks_as(Severity::Note, Topic::Measures, ctx.place_of(row.seq), OldEvidence::On { day: row.on });
        }
    }
    true
}
