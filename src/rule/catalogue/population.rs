//! Whom a protocol is for, what it says of medication, and who takes part: IPT-270 to IPT-276 and IPT-285.

use super::{
    Ctx, OldEvidence, Sink,
    due::{
        Middle, at_most, bound, each, first_session, is_asked, is_over, main_track, middle, never, none_shown, thin,
    },
    middle::lacks_both_as,
    old_rules,
};
use crate::{
    phase::Phase,
    protocol::{ContactSpec, EntryScore, Level, MedicationPolicy, ParticipantSpec},
    record::{
        contact::ContactWith,
        inventory::Relation,
        patient::{DiagnosisRole, MedicationChange},
    },
    rule::{FactRow, Place, SessionRow, Severity, index::ScoreRow},
    source::SourceId,
    task::{EndingTask, InitialTask, Stated},
    topic::Topic,
};

old_rules! {
    /// The score at entry lies within the protocol's range.
    ///
    /// ## Why
    /// What is known of a variant is known for people who were as ill as those of its studies. A total outside a bound
    /// that a source was seen to hold to is an error; outside a bound of ours it is a warning, and where the source
    /// calls its number a guide, a note. A score that was not taken by the first session is a warning at most.
    ///
    /// ## When it does not apply
    /// Protocols that name no score at entry; before the first session. Taken later, the finding stays and is marked as
    /// remedied.
    ENTRY_SCORE_FITS = {
        code: "IPT-270", severity: Error, clause: PublishedBound, kind: Measure,
        moments: [Recording], topics: [Measures, Sessions], holds_if_reported: [Measures],
        parameters: ["entry_scores"],
        basis: Trial,
        sources: [
            SourceId::TDCRP.at("entry"), SourceId::DEPICS.at("entry"), SourceId::RAFAELI_2021.at("scores at entry"),
            SourceId::ICALM.at("a cut-off as a guide"),
        ],
        since: FIRST,
        remedies: [RecordIt, CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let asked = &ctx.spec().entry_scores;
            if asked.is_empty() {
                return out.does_not_apply();
            }
            let Some(first) = first_session_or_silence(Topic::Measures, ctx, out) else { return };
            for entry in asked.iter() {
                let mut scores = ctx.index.scores.iter().filter(|row| row.score.instrument == entry.instrument);
                match scores.next() {
                    Some(row) if row.on <= first.on => outside(entry, row, ctx, out),
                    later => {
                        let weight = if entry.firm { Severity::Warning } else { Severity::Note };
                        let evidence = OldEvidence::Instrument { instrument: entry.instrument };
                        let finding = out.old_lacks_as(weight, Topic::Measures, ctx.place(first), evidence);
                        if let Some(row) = later {
                            finding.remedied_by(row.seq);
                        }
                    }
                }
            }
        },
    };

    /// A diagnosis that the protocol excludes is covered by a specialist plan, or a reason for offering it is on record.
    ///
    /// ## Why
    /// Those whom the studies of a variant left out need something else, or something beside it. Somebody decided on it
    /// knowingly, and the record shows that. An error where a source was seen to exclude the diagnosis, a warning
    /// elsewhere.
    ///
    /// ## When it does not apply
    /// Protocols that exclude no diagnosis; diagnoses that were ruled out. The reason may stand with the screen or with
    /// the decision on suitability.
    EXCLUDED_DIAGNOSIS_COVERED = {
        code: "IPT-271", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Recording], topics: [InitialTasks], holds_if_reported: [InitialTasks],
        parameters: ["contraindications"],
        basis: Trial, sources: [SourceId::TDCRP.at("exclusions"), SourceId::NREPP_IPT_A.at("for whom it is not")],
        since: FIRST,
        remedies: [RecordIt, HandOver, CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let excluded = &ctx.spec().contraindications;
            if excluded.is_empty() {
                return out.does_not_apply();
            }
            let mut diagnosed = each!(ctx, DiagnosisMade).filter(|(_, made)| made.role != DiagnosisRole::RuledOut).peekable();
            if diagnosed.peek().is_none() {
                return none_shown(Topic::InitialTasks, ctx, out);
            }
            let said = |reason: Option<&crate::FreeText>| reason.is_some_and(|reason| !reason.is_blank());
            let covered = each!(ctx, ScreeningDone)
                .any(|(_, screen)| screen.specialist_plan.is_done() || said(screen.reason.as_ref()))
                || each!(ctx, SuitabilityDecided).any(|(_, decided)| said(decided.reason.as_ref()));
            if covered {
                return;
            }
            for (row, diagnosis) in diagnosed {
                let stems = excluded.iter().filter(|stem| stem.covers(diagnosis));
                if let Some(weight) = stems.map(|stem| bound(stem.basis)).max() {
                    out.old_lacks_as(weight, Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Nothing {});
                }
            }
        },
    };

    /// Where medication is part of the treatment, it is on record by the beginning of the middle phase.
    ///
    /// ## Why
    /// A variant that was studied together with medication is another treatment without it.
    ///
    /// ## When it does not apply
    /// Protocols that do not expect medication; while the initial phase lasts, or before the first session where there
    /// is no middle phase. Noted later, the finding stays and is marked as remedied.
    MEDICATION_ON_RECORD = {
        code: "IPT-272", severity: Warning, clause: Deviation, kind: Content,
        moments: [PhaseChange], topics: [Medication, Sessions], parameters: ["work.medication"],
        basis: Trial,
        sources: [SourceId::MTLLD.at("treatment"), SourceId::IPSRT_HANDBOOK.at("combination with medication")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            if ctx.spec().work.medication.value != MedicationPolicy::Expected {
                return out.does_not_apply();
            }
            let noted = each!(ctx, MedicationNoted).find(|(_, noted)| noted.change != MedicationChange::NoneTaken);
            let (due, place) = match middle(ctx) {
                Middle::Began(step) => (step.on, ctx.place_of(step.seq)),
                Middle::BeforeRecord if noted.is_some() => return,
                Middle::BeforeRecord => return out.cannot_tell(Topic::Medication, Place::Course),
                Middle::Ahead if ctx.protocol().phase(Phase::Middle).is_some() => return out.does_not_apply(),
                Middle::Ahead => match first_session_or_silence(Topic::Medication, ctx, out) {
                    Some(first) => (first.on, ctx.place(first)),
                    None => return,
                },
            };
            match noted {
                Some((row, _)) if row.on <= due => {}
                Some((row, _)) => {
                    out.old_lacks(Topic::Medication, place, OldEvidence::Nothing {}).remedied_by(row.seq);
                }
                None => {
                    out.old_lacks(Topic::Medication, place, OldEvidence::Nothing {});
                }
            }
        },
    };

    /// Where medication is withheld at first, none is taken in that time.
    ///
    /// ## Why
    /// The design finds out whether the therapy is enough by itself; with a medicine from the start nobody can say.
    ///
    /// ## When it does not apply
    /// Protocols that withhold none; before the first session. Where the source gives no weeks, until the middle phase
    /// begins. What was taken at entry and stopped by the first session.
    MEDICATION_WITHHELD_AT_FIRST = {
        code: "IPT-273", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Medication, Sessions], holds_if_reported: [Medication],
        parameters: ["work.medication", "work.medication_withheld_weeks"],
        basis: Trial, sources: [SourceId::SWARTZ_2009.at("treatment")], since: FIRST,
        remedies: [CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let work = &ctx.spec().work;
            if work.medication.value != MedicationPolicy::WithheldFirst {
                return out.does_not_apply();
            }
            let Some(first) = first_session_or_silence(Topic::Medication, ctx, out) else { return };
            let until = match work.medication_withheld_weeks {
                Some(weeks) => Some(super::pace::after(first.on, weeks.value.saturating_mul(7))),
                None => match middle(ctx) {
                    Middle::Began(step) => Some(step.on),
                    Middle::Ahead | Middle::BeforeRecord => None,
                },
            };
            let stopped = |from: FactRow| {
                each!(ctx, MedicationNoted).any(|(row, noted)| {
                    noted.change == MedicationChange::Stopped && from.on <= row.on && row.on <= first.on
                })
            };
            for (row, noted) in each!(ctx, MedicationNoted) {
                let early = until.is_none_or(|until| row.on < until);
                if shows_taken(noted.change) && early && !stopped(row) {
                    out.old_finds(ctx.place_of(row.seq), OldEvidence::Matter { name: noted.change.name() });
                }
            }
        },
    };

    /// Where the therapy was studied alone, no medication is taken beside it.
    ///
    /// ## Why
    /// Nothing is wrong with medication. What was found for the therapy alone was found without it, and whoever reads
    /// the result wants to know.
    ///
    /// ## When it does not apply
    /// Protocols that do not say so. What changes later in the course has a rule of its own.
    STUDIED_WITHOUT_MEDICATION = {
        code: "IPT-274", severity: Note, clause: Event, kind: Content,
        moments: [Recording], topics: [Medication], holds_if_reported: [Medication], parameters: ["work.medication"],
        basis: Trial, sources: [SourceId::ELKIN_1989.at("treatment arms")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            if ctx.spec().work.medication.value != MedicationPolicy::StudiedAlone {
                return out.does_not_apply();
            }
            if let Some((row, noted)) = each!(ctx, MedicationNoted).find(|(_, noted)| shows_taken(noted.change)) {
                out.old_finds(ctx.place_of(row.seq), OldEvidence::Matter { name: noted.change.name() });
            }
        },
    };

    /// Somebody whom the protocol involves takes part, and somebody whom it keeps out does not.
    ///
    /// ## Why
    /// A couple's treatment without the partner, or a child's without a parent, is another treatment. Never there, in a
    /// course that is over and had sessions enough, somebody whom a source makes indispensable is an error; fewer
    /// sessions than it says, or a course that is not over, is a warning.
    ///
    /// ## When it does not apply
    /// Protocols that involve nobody, and people who may come. Until the protocol's least number of sessions was held.
    /// Consent to a joint session has a rule of its own.
    PEOPLE_TAKE_PART = {
        code: "IPT-275", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Recording, Closing], topics: [SessionContent, Sessions], parameters: ["participants"],
        basis: Manual,
        sources: [
            SourceId::DIETZ_2018.at("parents in the programme"), SourceId::BRANDON_2012.at("the partner in sessions"),
            SourceId::PERINATAL_LOSS_TRIALS.at("a supporter in sessions"),
        ],
        since: FIRST,
        remedies: [RecordIt, DoItNext, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for person in ctx.spec().participants.iter().filter(|person| person.level != Level::May) {
                any = true;
                if person.level == Level::MustNot { keeps_out(person, ctx, out) } else { takes_part(person, ctx, out) }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// Somebody whom the protocol keeps in touch was in touch by the time the course is closed.
    ///
    /// ## Why
    /// School, prescriber, referrer or ward carry on what therapy begins, and have to know of each other. A contact with
    /// somebody whom the protocol leaves out is found too.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no such contact, and those that only allow it; courses that are open, or were broken off
    /// before the protocol's least number of sessions. Somebody who took part in a session was in touch; a prescriber
    /// also by a note on medication, a referrer also by the closing or the report to them.
    CONTACTS_MADE = {
        code: "IPT-276", severity: Warning, clause: Deviation, kind: Content,
        moments: [Closing], topics: [Contacts], parameters: ["contacts"],
        basis: Unseen,
        sources: [SourceId::KNOWLEDGE.at("contact with the school"), SourceId::IPSRT_HANDBOOK.at("the psychiatrist")],
        since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let mut any = false;
            for contact in ctx.spec().contacts.iter().filter(|contact| contact.level != Level::May) {
                any = true;
                contact_made(contact, ctx, out);
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// Where medication is allowed at a stable dose, it is on record since when the dose has been stable.
    ///
    /// ## Why
    /// Without that day nobody can tell whether the therapy or the medicine did what the scores show.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no stable dose; courses without medication at entry. A change of dose later has a rule of
    /// its own.
    STABLE_DOSE_DATED = {
        code: "IPT-285", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [Medication], parameters: ["work.medication"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("stable doses in trials")], since: FIRST,
        remedies: [RecordIt, AskDirectly],
        check: |ctx, out| {
            if ctx.spec().work.medication.value != MedicationPolicy::Stable {
                return out.does_not_apply();
            }
            let mut any = false;
            for (row, noted) in each!(ctx, MedicationNoted).filter(|(_, noted)| noted.change == MedicationChange::AtEntry) {
                any = true;
                if noted.stable_since.is_none() {
                    out.old_lacks(Topic::Medication, ctx.place_of(row.seq), OldEvidence::Nothing {});
                }
            }
            if !any {
                out.has_none(Topic::Medication);
            }
        },
    };
}

/// The first session of treatment. Without it nothing is due yet; what came before a record that begins in mid-course
/// is unknown.
fn first_session_or_silence<'a>(topic: Topic, ctx: &Ctx<'a>, out: &mut Sink<'_>) -> Option<&'a SessionRow> {
    let first = first_session(ctx);
    if first.is_none() {
        if ctx.began_midway() {
            out.cannot_tell(topic, Place::Course);
        } else {
            out.has_none(Topic::Sessions);
        }
    }
    first
}

/// Finds a total at entry that lies outside the range.
fn outside(entry: &EntryScore, row: &ScoreRow, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let total = row.score.total;
    let below = entry.min.is_some_and(|min| total < min);
    let above = entry.max.is_some_and(|max| total > max);
    if !below && !above {
        return;
    }
    let found = total.into();
    let evidence = match (entry.min, entry.max) {
        (Some(min), Some(max)) => OldEvidence::Outside { found, least: min.into(), most: max.into() },
        (Some(min), None) => OldEvidence::TooFew { found, least: min.into() },
        (None, max) => OldEvidence::TooMany { found, most: max.map_or(found, Into::into) },
    };
    let weight = if entry.firm { bound(entry.basis) } else { Severity::Note };
    out.old_finds_as(weight, ctx.place_of(row.seq), evidence);
}

/// Whether a note on medication shows that some is taken.
const fn shows_taken(change: MedicationChange) -> bool {
    matches!(
        change,
        MedicationChange::AtEntry
            | MedicationChange::Started
            | MedicationChange::DoseChanged
            | MedicationChange::Switched
    )
}

/// The sessions held, of any track, in which somebody in that relation took part.
fn with<'a>(relation: Relation, ctx: &Ctx<'a>) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    let ctx = *ctx;
    ctx.sessions().iter().filter(move |row| {
        let there =
            |note: &crate::record::session::Session| note.participants.iter().any(|person| person.relation == relation);
        row.held && ctx.note(row).is_some_and(there)
    })
}

fn takes_part(person: &ParticipantSpec, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    const TOPICS: [Topic; 2] = [Topic::Sessions, Topic::SessionContent];
    let found = u16::try_from(with(person.relation, ctx).count()).unwrap_or(u16::MAX);
    let Some(most) = at_most(ctx) else {
        return if found == 0 {
            out.has_none(Topic::Sessions);
        };
    };
    let held = u16::try_from(main_track(ctx).count()).unwrap_or(u16::MAX);
    let least = person.sessions.unwrap_or(1).min(held);
    if found == 0 {
        let weight = never(person.level, person.basis).min(most);
        lacks_both_as(weight, ctx, out, TOPICS, Place::Course, OldEvidence::Matter { name: person.relation.name() });
    } else if found < least && is_over(ctx) {
        let evidence = OldEvidence::TooFew { found: found.into(), least: least.into() };
        lacks_both_as(thin(person.level, person.basis), ctx, out, TOPICS, Place::Course, evidence);
    }
}

fn keeps_out(person: &ParticipantSpec, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let mut any = false;
    for row in with(person.relation, ctx) {
        any = true;
        out.old_finds_as(Severity::Warning, ctx.place(row), OldEvidence::Matter { name: person.relation.name() });
    }
    if !any && !ctx.reporting().contains(Topic::SessionContent) {
        out.cannot_tell(Topic::SessionContent, Place::Course);
    }
}

fn contact_made(asked: &ContactSpec, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let evidence = OldEvidence::Matter { name: asked.with.name() };
    let mut made = each!(ctx, Contact)
        .filter(|(_, contact)| contact.with == asked.with && contact.reached != Stated::NotDone)
        .map(|(row, _)| row);
    if !is_asked(asked.level) {
        match made.next() {
            Some(row) => {
                out.old_finds(ctx.place_of(row.seq), evidence);
            }
            None if !ctx.reporting().contains(Topic::Contacts) => out.cannot_tell(Topic::Contacts, Place::Course),
            None => {}
        }
        return;
    }
    let (Some((closing, closed)), Some(_)) = (ctx.closing(), at_most(ctx)) else { return out.does_not_apply() };
    let elsewhere = match asked.with {
        ContactWith::Prescriber => each!(ctx, MedicationNoted).any(|(_, noted)| noted.prescriber_contacted.is_done()),
        ContactWith::Referrer => closed.referrer_informed.is_done() || ctx.ending_task(EndingTask::Handover).is_some(),
        ContactWith::SignificantOther => ctx.initial_task(InitialTask::SignificantOtherContact).is_some(),
        ContactWith::Parent => with(Relation::Parent, ctx).next().is_some(),
        ContactWith::School => with(Relation::School, ctx).next().is_some(),
        ContactWith::WardTeam => with(Relation::WardTeam, ctx).next().is_some(),
        _ => false,
    };
    if !elsewhere && made.next().is_none() {
        out.old_lacks_as(thin(asked.level, asked.basis), Topic::Contacts, ctx.place_of(closing.seq), evidence);
    }
}
