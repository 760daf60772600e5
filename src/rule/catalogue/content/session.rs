//! What sessions take up: symptoms, the link of mood and events, something that happened, feelings,
//! what was agreed last time.

use crate::{
    measure::Score,
    record::session::SessionKind,
    rule::{
        SessionRow,
        catalogue::{
            middle::{held_notes, is_most_of, notes, runs, runs_without, treatment_notes, without},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{Phase, Place, Severity, Stated, Strategy, StrategySet, Technique, Topic},
};

/// A loss is told as it was, and needs no incident of the last days.
const A_STORY_TOLD: StrategySet =
    StrategySet::of(&[Strategy::GriefRelationship, Strategy::GriefDeathSequence]);

rules! {
    kind: Content;

    /// Symptoms must be followed through treatment, by asking about them or rating them.
    ///
    /// ## Why
    /// All variants follow the symptoms through treatment, and rare sessions afterwards are there
    /// to see a relapse come. One session without is a note; more in a row than may pass without a
    /// score a deviation; that nobody ever asked or rated is more than that.
    ///
    /// ## When it does not apply
    /// Courses in which no session was held. A score of the day of the session counts as asking.
    SYMPTOMS_ARE_FOLLOWED = {
        code: "IPT-111", severity: Error, clause: Shared,
        topics: [SessionContent, Measures], parameters: ["measurement.max_gap", "initial.sessions_most"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("scales, repeated"), SourceId::THERAPY_YORK.at("symptom review"),
            SourceId::MAINTENANCE_REVIEW.at("early signs"),
        ],
        remedies: [RecordIt, DoItNext], record: ["session.symptom_check", "session.scores"],
        says: {
            finds NOT_ASKED Note: "In the session of {day}, by its note, symptoms were not asked about, and no score of that day is on record.";
            lacks SILENT Note: "Neither a question about symptoms nor a score is on record for the session of {day}.";
            finds RUN_NOT_ASKED Warning: "In {found:session|sessions} in a row, from {from} to {day}, by their notes, symptoms were not asked \
                about, and no score is on record; the protocol allows at most {most}.";
            lacks RUN_SILENT Warning: "For {found:session|sessions} in a row, from {from} to {day}, neither a question about symptoms nor a \
                score is on record; the protocol allows at most {most}.";
            finds NEVER_ASKED: "By their notes, none of the {whole} sessions held, from {from} to {until}, asked about symptoms, and no score is \
                on record.";
            lacks NEVER: "For none of the {whole} sessions held, from {from} to {until}, is a question about symptoms or a score on record.";
        },
        check: |ctx, out| {
            let topics = [Topic::SessionContent, Topic::Measures];
            let sessions = || treatment_notes(ctx).map(|(row, note)| {
                let rated = !note.scores.is_empty() || ctx.all::<Score>().any(|(score, _)| score.on == row.on);
                (row, if rated { Stated::Done } else { note.symptom_check })
            });
            let (whole, most) = (sessions().count(), ctx.spec().measurement.max_gap.value);
            if whole == 0 {
                return out.does_not_apply();
            }
            // Until the initial phase has had its time it may still come.
            let had_time = ctx.state().phase() > Phase::Initial || whole > ctx.spec().initial.sessions_most.value.into();
            let never = without(sessions()).filter(|all| {
                had_time && whole > most.into() && usize::try_from(all.found) == Ok(whole) && ctx.first::<Score>().is_none()
            });
            if let Some(never) = never.filter(|never| never.is_told(ctx, topics)) {
                let values = values! { whole, from: never.first.on, until: never.last.on };
                if sessions().all(|(_, said)| said == Stated::NotDone) && !ctx.began_midway() {
                    out.finds(NEVER_ASKED, Place::Course, values);
                } else {
                    out.lacks(NEVER, topics, Place::Course, values);
                }
                return;
            }
            for run in runs(sessions()) {
                if run.found > most.into() && run.is_told(ctx, topics) {
                    let values = values! { found: run.found, most, from: run.first.on };
                    run.say(ctx, out, [RUN_NOT_ASKED, RUN_SILENT], topics, values);
                    continue;
                }
                for (row, said) in sessions().filter(|(row, _)| run.contains(row)) {
                    out.stated(said, [NOT_ASKED, SILENT], topics, ctx.place(row), values! {});
                }
            }
        },
    };

    /// A session of the middle phase should begin with the time since the last one and link mood and events.
    ///
    /// ## Why
    /// What happened between sessions, how it felt, and how each brought about the other is the
    /// thread of the treatment. One session without the link is a note; more than the protocol's
    /// share of the phase is a deviation.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis. The technique of that name counts, and where the link was made
    /// the session had its opening.
    MOOD_AND_EVENTS_ARE_LINKED = {
        code: "IPT-112", severity: Warning, clause: Deviation,
        topics: [SessionContent], parameters: ["middle.late_share"],
        basis: Manual, sources: [SourceId::IPT_UK.at("middle sessions"), SourceId::MARKOWITZ_2017.at("ch. 3, ch. 6")],
        remedies: [RecordIt, DoItNext], record: ["session.mood_event_link", "session.opening"],
        says: {
            finds NOT_LINKED Note: "In the session of {day}, by its note, mood and events were not linked.";
            lacks SILENT Note: "No link between mood and events is on record for the session of {day}.";
            finds NO_OPENING Note: "The session of {day}, by its note, did not begin with the time since the last one.";
            finds MOSTLY_NOT_LINKED: "In {part} of the {whole} sessions of the {middle}, from {from} to {day}, by their notes, mood and events \
                were not linked.";
            lacks MOSTLY_SILENT: "For {part} of the {whole} sessions of the {middle}, from {from} to {day}, no link between mood and events is on \
                record.";
        },
        check: |ctx, out| {
            let sessions = || notes(ctx).map(|(row, note)| {
                (row, if note.techniques.contains(Technique::LinkingMoodEvent) { Stated::Done } else { note.mood_event_link })
            });
            let Ok(whole @ 1..) = u32::try_from(sessions().count()) else { return out.does_not_apply() };
            let known = |(row, said): &(&SessionRow, Stated)| {
                *said != Stated::NotReported || ctx.reports(Topic::SessionContent, row.on)
            };
            let mostly = without(sessions().filter(known)).filter(|all| is_most_of(ctx, Phase::Middle, all.found, whole));
            if let Some(mostly) = mostly {
                let values = values! { part: mostly.found, whole, from: mostly.first.on };
                mostly.say(ctx, out, [MOSTLY_NOT_LINKED, MOSTLY_SILENT], Topic::SessionContent, values);
                return;
            }
            for ((row, said), (_, note)) in sessions().zip(notes(ctx)) {
                let found = out.stated(said, [NOT_LINKED, SILENT], Topic::SessionContent, ctx.place(row), values! {});
                if found.is_none() && note.opening == Stated::NotDone {
                    out.finds(NO_OPENING, ctx.place(row), values! {});
                }
            }
        },
    };

    /// Sessions of the middle phase should take up something that happened.
    ///
    /// ## Why
    /// A concrete incident of the last days shows feelings, wishes and what was said; generalities
    /// do not.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and those in which a loss is told, neither count nor end a run.
    RECENT_INCIDENTS = {
        code: "IPT-117", severity: Warning, clause: OwnNumber,
        topics: [SessionContent], parameters: ["middle.incident_run"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("ch. 6, recent incidents"), SourceId::DESIGN.at("how many sessions")],
        remedies: [RecordIt, DoItNext], record: ["session.incident"],
        says: {
            finds GENERAL: "In {found:session|sessions} of the {middle} in a row, from {from} to {day}, by their notes, no recent incident was \
                taken up; the protocol allows at most {most}.";
            lacks SILENT: "For {found:session|sessions} of the {middle} in a row, from {from} to {day}, no recent incident is on record; the protocol allows at most {most}.";
        },
        check: |ctx, out| {
            let sessions = notes(ctx).filter(|(_, note)| note.strategies.intersection(A_STORY_TOLD).is_empty());
            if sessions.clone().next().is_none() {
                out.does_not_apply();
            }
            let sessions = sessions.map(|(row, note)| (row, note.incident));
            runs_without(ctx, out, [GENERAL, SILENT], ctx.spec().middle.incident_run.value, sessions);
        },
    };

    /// Feelings should be expressed in one of the first sessions of the middle phase.
    ///
    /// ## Why
    /// Feelings about what happens between people are the material of the work. Expressed later, it
    /// is a note, for the number is our own.
    ///
    /// ## When it does not apply
    /// Before so many sessions of the middle phase were held. Sessions given to a crisis do not
    /// count. What was felt in middle sessions before a record that begins in mid-course cannot be
    /// told.
    AFFECT_EARLY = {
        code: "IPT-118", severity: Warning, clause: OwnNumber,
        topics: [SessionContent], parameters: ["middle.affect_by"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2017.at("ch. 6"), SourceId::AMOLE_2016.at("early focus on feelings"),
            SourceId::DESIGN.at("how many sessions"),
        ],
        remedies: [RecordIt, DoItNext, DiscussInSupervision], record: ["session.affect"],
        says: {
            finds FLAT: "In the first {found:session|sessions} of the {middle}, from {from} to {day}, by their notes, no feelings were expressed.";
            lacks SILENT: "For the first {found:session|sessions} of the {middle}, from {from} to {day}, no expression of feelings is on record.";
        },
        check: |ctx, out| {
            let by = ctx.spec().middle.affect_by.value.max(1);
            // What was felt in middle sessions before the record begins is unknown.
            if ctx.began_midway() && ctx.ordinary_middle().next().is_some() {
                return out.cannot_tell(Topic::SessionContent, Place::Phase(Phase::Middle));
            }
            let sessions = || notes(ctx).map(|(row, note)| {
                let shown = note.techniques.contains(Technique::EncouragementOfAffect);
                (row, if shown { Stated::Done } else { note.affect })
            });
            if sessions().count() < by.into() {
                return out.does_not_apply();
            }
            let flat = without(sessions().take(by.into())).filter(|flat| flat.found == u32::from(by));
            let Some(flat) = flat else { return };
            let later = sessions().find(|(_, said)| said.is_done());
            let out = if later.is_some() { out.weighing(Severity::Note) } else { out };
            let values = values! { found: flat.found, from: flat.first.on };
            let finding = flat.say(ctx, out, [FLAT, SILENT], Topic::SessionContent, values);
            if let Some((row, _)) = later {
                finding.remedied_by(row.seq);
            }
        },
    };

    /// What was agreed for the time between sessions should be reviewed in the next one.
    ///
    /// ## Why
    /// An attempt that nobody asks about is not tried again; what came of it is the next incident.
    ///
    /// ## When it does not apply
    /// Where nothing was agreed, or no session followed. A next session given to a crisis puts the
    /// review off to the one after it.
    ATTEMPT_IS_REVIEWED = {
        code: "IPT-119", severity: Warning, clause: Deviation,
        topics: [SessionContent], looks_for: [SessionContent], holds_if_reported: [SessionContent],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("between sessions"), SourceId::CGT_TEXTBOOK.at("between sessions")],
        remedies: [RecordIt, DoItNext], record: ["session.reviewed"],
        says: {
            finds NOT_REVIEWED: "In the session of {day}, by its note, what had been agreed on {other} for the time between sessions ({kinds}) was \
                not reviewed.";
            calls_for NO_REVIEW: "In the session of {other} work between sessions was agreed ({kinds}), and no review of it is on record for the \
                session of {day}."
                asks "In the session of {other} work between sessions was agreed ({kinds}). What had come of it by the session of {day}?";
        },
        check: |ctx, out| {
            let mut agreed = None;
            for (row, note) in held_notes(ctx) {
                if row.kind == SessionKind::Crisis && !note.reviewed.is_done() {
                    continue;
                }
                if let Some((before, kinds)) = agreed.take() {
                    out.applies();
                    let cases = [NOT_REVIEWED, NO_REVIEW];
                    let place = ctx.place(row);
                    let finding = out.stated(note.reviewed, cases, Topic::SessionContent, place, values! { kinds });
                    finding.map(|finding| finding.see(ctx.place(before)));
                }
                if !note.agreed.is_empty() {
                    agreed = Some((row, note.agreed));
                }
            }
        },
    };
}
