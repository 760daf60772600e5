//! Fidelity, supervision, waivers: IPT-230 to IPT-248.
//!
//! Rules about waivers read what the other rules found: a waiver is judged by what it covers. Where those cannot be told, neither
//! can these, so that they need every topic.

use super::{guaranteed, old_rules};
use crate::{
    area::ProblemArea,
    entry::{Content, Entry, Origin, Waive, WaiverScope},
    record::{
        Fact, FactKind,
        setting::{Document, TherapistKind},
    },
    rule::{Ctx, OldEvidence, Finding, Place, Remedy, RuleCode, Severity, Sink, index::WaiverRow, validator::reaches},
    source::SourceId,
    task::Stated,
    technique::{Technique, TechniqueSet},
    topic::Topic,
};

old_rules! {
    /// A trainee's sessions are supervised, without long stretches in between and for the most part.
    ///
    /// ## Why
    /// Skill in IPT is learned on one's own cases with somebody who looks at them.
    ///
    /// ## When it does not apply
    /// Therapists who are not in training, or whose standing is not on record. The share is looked at in completed courses whose
    /// supervisions say how many sessions they covered.
    TRAINEE_IS_SUPERVISED = {
        code: "IPT-230", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [Recording, Closing], topics: [Supervision], parameters: ["work.supervision_gap", "work.supervised_share"],
        basis: Practice, sources: [SourceId::TRAINING_LEVEL_B.at("supervised sessions"), SourceId::DESIGN.at("how often")],
        since: FIRST,
        remedies: [DiscussInSupervision, RecordIt, JustifyByWaiver],
        check: trainee_is_supervised,
    };

    /// The case file holds report, inventory, formulation, summary, ratings and self-rating.
    ///
    /// ## Why
    /// That is what certification asks to see, and what a supervisor works with.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and records in which no document is filed: the file is kept elsewhere. An inventory, a formulation or scores in the record itself
    /// count.
    CASE_FILE_COMPLETE = {
        code: "IPT-231", severity: Note, clause: Event, kind: Supervision,
        moments: [Closing], topics: [Supervision], parameters: [],
        basis: Practice, sources: [SourceId::IPTINSTITUTE_LEVEL_B.at("case file")], since: FIRST,
        remedies: [RecordIt, ForInformation],
        check: |ctx, out| {
            let Some((closing, _)) = ctx.completion() else { return out.does_not_apply() };
            if !ctx.kinds().contains(FactKind::DocumentFiled) {
                return out.has_none(Topic::Supervision);
            }
            let filed = |wanted: Document| {
                ctx.facts(FactKind::DocumentFiled).any(|(_, fact)| {
                    matches!(fact, Fact::DocumentFiled(filed) if filed.document == wanted)
                })
            };
            let recorded = |wanted: Document| match wanted {
                Document::Inventory => ctx.kinds().contains(FactKind::InventoryCompleted),
                Document::Formulation => ctx.kinds().contains(FactKind::FormulationGiven),
                Document::CaseReport | Document::Summary | Document::Ratings | Document::SelfRating => false,
            };
            for &wanted in Document::ALL.iter().filter(|&&wanted| !filed(wanted) && !recorded(wanted)) {
                let evidence = OldEvidence::Matter { name: wanted.name() };
                out.old_lacks(Topic::Supervision, ctx.place_of(closing.seq), evidence);
            }
        },
    };

    /// An external rating of adherence reaches the level that certification asks for.
    ///
    /// ## Why
    /// The rating is somebody else's; the crate computes none and grades nobody.
    ///
    /// ## When it does not apply
    /// Records without a rating, and ratings on another scale than the one for which the level is published.
    ADHERENCE_RATING = {
        code: "IPT-232", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [Recording], topics: [Supervision], holds_if_reported: [Supervision], parameters: ["work.adherence_min"],
        basis: Practice, sources: [SourceId::IPTINSTITUTE_LEVEL_B.at("at least 3.0 of 5")], since: FIRST,
        remedies: [DiscussInSupervision, ForInformation],
        check: |ctx, out| {
            let least = ctx.spec().work.adherence_min.value;
            let mut applies = false;
            for (row, fact) in ctx.facts(FactKind::AdherenceRated) {
                let Fact::AdherenceRated(rated) = fact else { continue };
                // A level is published for one scale; what it comes to on another nobody has said.
                if u16::from(rated.of) != least.den {
                    continue;
                }
                applies = true;
                let (part, whole) = (u32::from(rated.tenths), 10 * u32::from(rated.of));
                if !least.is_reached_by(part, whole) {
                    let (num, den) = (least.num.into(), least.den.into());
                    out.old_finds(Place::Entry(row.seq), OldEvidence::Share { part, whole, num, den });
                }
            }
            if !applies {
                out.has_none(Topic::Supervision);
            }
        },
    };

    /// Work on a dispute uses role play or the analysis of communication.
    ///
    /// ## Why
    /// A dispute is carried out in words; these two techniques work on them.
    ///
    /// ## When it does not apply
    /// Courses without a dispute among the foci, and those that did not run to an agreed end.
    DISPUTE_TECHNIQUES = {
        code: "IPT-233", severity: Note, clause: Event, kind: Content,
        moments: [Closing], topics: [SessionContent, Agreements], parameters: [],
        basis: Manual, sources: [SourceId::CASEBOOK_2012.at("role disputes")], since: FIRST,
        remedies: [RecordIt, ForInformation],
        check: |ctx, out| {
            if ctx.completion().is_none() {
                return out.does_not_apply();
            }
            if !ctx.state().active_areas().contains(ProblemArea::RoleDispute) {
                return out.has_none(Topic::Agreements);
            }
            let wanted = TechniqueSet::of(&[Technique::RolePlay, Technique::CommunicationAnalysis]);
            let used = ctx.held().any(|row| {
                ctx.note(row).is_some_and(|note| !note.techniques.intersection(wanted).is_empty())
            });
            if !used {
                out.old_lacks(Topic::SessionContent, Place::Course, OldEvidence::Nothing {});
            }
        },
    };

    /// A waiver says in a sentence why the protocol was left.
    ///
    /// ## Why
    /// Code, category, scope, author and day are part of every waiver, and the category says why in short. A sentence lets others
    /// understand it.
    ///
    /// ## When it does not apply
    /// Records without a waiver.
    WAIVER_HAS_REASON = {
        code: "IPT-240", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")], since: FIRST,
        remedies: [CorrectEntry],
        check: |ctx, out| {
            let mut waivers = waivers(ctx).peekable();
            if waivers.peek().is_none() {
                return out.does_not_apply();
            }
            for (row, ..) in waivers.filter(|(_, _, waive)| waive.reason.as_ref().is_none_or(crate::FreeText::is_blank)) {
                out.old_finds(Place::Entry(row.seq), OldEvidence::Rule { code: row.code });
            }
        },
    };

    /// Rules of safety and integrity are not waived.
    ///
    /// ## Why
    /// They are remedied: what they ask for is done.
    ///
    /// ## When it does not apply
    /// It always applies.
    PROTECTED_RULES_STAND = {
        code: "IPT-241", severity: Error, clause: Integrity, kind: Supervision,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")], since: FIRST,
        remedies: [DocumentResponse, CorrectEntry],
        guaranteed_by: "record refuses to waive a protected rule",
        check: guaranteed,
    };

    /// What a waiver covered until a day does not go on beyond it.
    ///
    /// ## Why
    /// A day was set so that the matter would be looked at again.
    ///
    /// ## When it does not apply
    /// Waivers for one entry or the whole course, and waivers whose matter is over or no more than a note.
    WAIVER_NOT_EXPIRED = {
        code: "IPT-242", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [DaysPass],
        topics: [
            Sessions, Contacts, Agreements, InitialTasks, SessionContent, Measures, Safety, Medication, Ending, Supervision,
        ],
        parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")], since: FIRST,
        remedies: [JustifyByWaiver, DoItNext],
        reads_findings: true,
        check: |ctx, out| {
            let mut applies = false;
            for row in ctx.waivers() {
                let WaiverScope::Until(until) = row.scope else { continue };
                applies = true;
                let beyond = |finding: &&Finding| {
                    let weighs = finding.stands() && finding.severity > Severity::Note;
                    finding.code == row.code && weighs && finding.on.unwrap_or(ctx.as_of()) > until
                };
                if until >= ctx.as_of() {
                    continue;
                }
                let place = out.found().iter().find(beyond).map(|finding| finding.place);
                match (place, untold(out, row.code)) {
                    (Some(place), _) => {
                        out.old_finds(Place::Entry(row.seq), OldEvidence::Rule { code: row.code }).see(place);
                    }
                    (None, Some(topic)) => out.cannot_tell(topic, Place::Entry(row.seq)),
                    (None, None) => {}
                }
            }
            if !applies {
                out.does_not_apply();
            }
        },
    };

    /// Many waivers at a time, or a rule waived again, are talked over in supervision.
    ///
    /// ## Why
    /// Repeated departures say something about the case, or about the protocol. Seeing them blocks nothing.
    ///
    /// ## When it does not apply
    /// Waivers that cover nothing are not counted. A supervision on the day of the latest waiver or later is enough.
    WAIVERS_SUPERVISED = {
        code: "IPT-243", severity: Warning, clause: OwnNumber, kind: Supervision,
        moments: [Recording],
        topics: [
            Sessions, Contacts, Agreements, InitialTasks, SessionContent, Measures, Safety, Medication, Ending, Supervision,
        ],
        parameters: ["work.waivers_max"],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")], since: FIRST,
        remedies: [DiscussInSupervision, RecordIt],
        reads_findings: true,
        check: waivers_supervised,
    };

    /// Where a waiver changes what the patient agreed to, the patient agrees.
    ///
    /// ## Why
    /// Contract and focus belong to both; one side alone cannot set them aside.
    ///
    /// ## When it does not apply
    /// Waivers of rules that touch no agreement: those for which an agreed amendment would be no way to deal with it.
    WAIVER_AGREED = {
        code: "IPT-244", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [Recording], topics: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")], since: FIRST,
        remedies: [AgreeAmendment, RecordIt],
        check: |ctx, out| {
            let mut applies = false;
            for (row, _, waive) in waivers(ctx) {
                let (place, evidence) = (Place::Entry(row.seq), OldEvidence::Rule { code: row.code });
                let touches = touches_agreement(row.code);
                applies |= touches;
                match waive.patient_agreed {
                    Stated::NotDone if touches => { out.old_finds(place, evidence); }
                    Stated::NotReported if touches => { out.old_lacks(Topic::Agreements, place, evidence); }
                    _ => {}
                }
            }
            if !applies {
                out.does_not_apply();
            }
        },
    };

    /// A waiver is written by a person.
    ///
    /// ## Why
    /// Leaving a protocol is a judgement. A waiver that was inferred from other data, or whose author treats as software, is none.
    ///
    /// ## When it does not apply
    /// Records without a waiver. Who may write one at a site, the site says.
    WAIVED_BY_A_PERSON = {
        code: "IPT-245", severity: Error, clause: Integrity, kind: Supervision,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")], since: FIRST,
        remedies: [CorrectEntry],
        check: |ctx, out| {
            let mut waivers = waivers(ctx).peekable();
            if waivers.peek().is_none() {
                return out.does_not_apply();
            }
            for (row, entry, _) in waivers {
                let software = ctx.facts(FactKind::TherapistAssigned).any(|(_, fact)| {
                    matches!(fact, Fact::TherapistAssigned(assigned)
                        if assigned.therapist == entry.by && assigned.kind == Some(TherapistKind::Software))
                });
                if software || entry.origin == Origin::Inferred {
                    out.old_finds(Place::Entry(row.seq), OldEvidence::Rule { code: row.code });
                }
            }
        },
    };

    /// A change of protocol in mid-course says why.
    ///
    /// ## Why
    /// A reader sees what the course is measured by, and why that changed. Steps stay judged by the protocol of their day,
    /// everything else by the one in force.
    ///
    /// ## When it does not apply
    /// Courses that keep their protocol, and a change on the day of the opening.
    PROTOCOL_CHANGE_HAS_REASON = {
        code: "IPT-246", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [Recording], topics: [], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("change of protocol")], since: FIRST,
        remedies: [CorrectEntry],
        check: |ctx, out| {
            let mut changes = ctx.protocol_changes().iter().filter(|(on, _)| *on > ctx.state().opened_on()).peekable();
            if changes.peek().is_none() {
                return out.does_not_apply();
            }
            for &(on, seq) in changes {
                let unreasoned = ctx.entry(seq).is_some_and(|entry| {
                    matches!(&entry.content, Content::ChangeProtocol { change, .. } if change.reason.is_none())
                });
                if unreasoned {
                    out.old_finds(Place::Entry(seq), OldEvidence::On { day: on });
                }
            }
        },
    };

    /// A course closes with no finding left that is neither remedied nor waived.
    ///
    /// ## Why
    /// At the end it is good to see at a glance what stands, and to say a word on it where one is due.
    ///
    /// ## When it does not apply
    /// Open courses. Notes are not counted.
    FINDINGS_AT_CLOSING = {
        code: "IPT-247", severity: Note, clause: Event, kind: Supervision,
        moments: [Closing],
        topics: [
            Sessions, Contacts, Agreements, InitialTasks, SessionContent, Measures, Safety, Medication, Ending, Supervision,
        ],
        parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("closing")], since: FIRST,
        remedies: [JustifyByWaiver, DiscussInSupervision],
        reads_findings: true,
        check: |ctx, out| {
            let Some((closing, _)) = ctx.closing() else { return out.does_not_apply() };
            let open = out.found().iter().filter(|finding| finding.stands() && finding.severity > Severity::Note).count();
            // Rules that read findings are left aside here too, and of several topics it is the least, so that the order
            // in which rules are asked does not matter.
            let weighs = |code| crate::rule::explain(code).is_none_or(|meta| meta.severity > Severity::Note);
            let untold = out.unknown.iter().filter(|unknown| weighs(unknown.code) && !is_read_later(unknown.code));
            let untold = untold.map(|unknown| unknown.topic).min();
            let place = ctx.place_of(closing.seq);
            if open > 0 {
                out.old_finds(place, OldEvidence::TooMany { found: count(open), most: 0 });
            } else if let Some(topic) = untold {
                out.cannot_tell(topic, place);
            }
        },
    };

    /// A waiver covers something that was found.
    ///
    /// ## Why
    /// A waiver may be written before what it is for, so that one that covers nothing is no fault; a reader may want to tidy it up.
    ///
    /// ## When it does not apply
    /// Records without a waiver, and waivers of rules that the protocol leaves out, or that are about waivers themselves.
    WAIVER_COVERS_SOMETHING = {
        code: "IPT-248", severity: Note, clause: Event, kind: Supervision,
        moments: [Recording],
        topics: [
            Sessions, Contacts, Agreements, InitialTasks, SessionContent, Measures, Safety, Medication, Ending, Supervision,
        ],
        parameters: ["adjustments"],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")], since: FIRST,
        remedies: [ForInformation],
        reads_findings: true,
        check: |ctx, out| {
            let mut applies = false;
            let asked = |row: &&WaiverRow| !is_read_later(row.code) && !is_left_out(ctx, row.code);
            for row in ctx.waivers().iter().filter(asked) {
                applies = true;
                if covers(ctx, row, out) {
                    continue;
                }
                match untold(out, row.code) {
                    Some(topic) => out.cannot_tell(topic, Place::Entry(row.seq)),
                    None => { out.old_finds(Place::Entry(row.seq), OldEvidence::Rule { code: row.code }); }
                }
            }
            if !applies {
                out.does_not_apply();
            }
        },
    };
}

/// The waivers that stand, in order of writing.
fn waivers<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (&'a WaiverRow, &'a Entry, &'a Waive)> + use<'a> {
    let course = ctx.course;
    ctx.waivers().iter().filter_map(move |row| {
        let entry = course.entry(row.seq)?;
        match &entry.content {
            Content::Waive(waive) => Some((row, entry, &**waive)),
            _ => None,
        }
    })
}

/// Whether a waiver reaches something that was found, be it remedied since or covered by another waiver too.
fn covers(ctx: &Ctx<'_>, waiver: &WaiverRow, out: &Sink<'_>) -> bool {
    out.found().iter().any(|finding| finding.code == waiver.code && reaches(ctx, waiver.scope, finding))
}

/// The topic without which it cannot be told what a rule would find, if there is one.
fn untold(out: &Sink<'_>, code: RuleCode) -> Option<Topic> {
    let unknown = out.unknown.iter().find(|unknown| unknown.code == code).map(|unknown| unknown.topic);
    let asked = || out.questions.iter().find(|question| question.code() == code)?.topics().iter().next();
    unknown.or_else(asked)
}

/// Whether the protocol leaves a rule out.
fn is_left_out(ctx: &Ctx<'_>, code: RuleCode) -> bool {
    ctx.spec().adjustments.iter().any(|adjustment| adjustment.code == code && adjustment.severity.is_none())
}

/// Whether a rule is one of those that read findings: what they find is not there yet when they run.
fn is_read_later(code: RuleCode) -> bool {
    super::CATALOGUE.iter().any(|rule| rule.reads_findings && rule.meta.code == code)
}

/// Whether leaving a rule changes what the patient agreed to: an agreed amendment would be a way to deal with it.
fn touches_agreement(code: RuleCode) -> bool {
    crate::rule::explain(code).is_some_and(|meta| meta.remedies.contains(&Remedy::AgreeAmendment))
}

fn waivers_supervised(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    let most = usize::from(ctx.spec().work.waivers_max.value);
    let used = || waivers(ctx).filter(|(row, ..)| covers(ctx, row, out)).map(|(row, entry, _)| (row, entry));
    // A waiver that covers nothing as far as can be told may still cover something.
    let mut idle = ctx.waivers().iter().filter(|row| !covers(ctx, row, out));
    let open = idle.find_map(|row| Some((row.seq, untold(out, row.code)?)));
    let Some((latest, entry)) = used().last() else {
        return match open {
            Some((seq, topic)) => out.cannot_tell(topic, Place::Entry(seq)),
            None => out.does_not_apply(),
        };
    };
    let active = used().filter(|(row, _)| match row.scope {
        WaiverScope::Until(until) => until >= ctx.as_of(),
        WaiverScope::Entry(_) | WaiverScope::Course {} => true,
    });
    let active = active.count();
    let again = used().find(|(row, _)| used().any(|(first, _)| first.seq < row.seq && first.code == row.code));
    let again = again.map(|(row, _)| row.code);
    let since = entry.recorded_at.date_naive();
    if ctx.facts(FactKind::SupervisionHeld).any(|(row, _)| row.on >= since) {
        return;
    }
    let evidence = if active > most {
        OldEvidence::TooMany { found: count(active), most: count(most) }
    } else if let Some(code) = again {
        OldEvidence::Rule { code }
    } else {
        if let Some((seq, topic)) = open {
            out.cannot_tell(topic, Place::Entry(seq));
        }
        return;
    };
    out.old_lacks(Topic::Supervision, Place::Entry(latest.seq), evidence);
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn trainee_is_supervised(ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    // The therapist in charge on a day is the one assigned last.
    let in_training = |row: &&crate::rule::SessionRow| {
        let assigned = ctx.facts(FactKind::TherapistAssigned).rfind(|(assigned, _)| assigned.on <= row.on);
        matches!(assigned, Some((_, Fact::TherapistAssigned(assigned))) if assigned.kind == Some(TherapistKind::Trainee))
    };
    let mut sessions = ctx.sessions().iter().filter(|row| row.held).filter(in_training).peekable();
    if sessions.peek().is_none() {
        let standing = ctx
            .facts(FactKind::TherapistAssigned)
            .any(|(_, fact)| matches!(fact, Fact::TherapistAssigned(assigned) if assigned.kind.is_some()));
        return if standing { out.does_not_apply() } else { out.has_none(Topic::Supervision) };
    }
    let gap = ctx.spec().work.supervision_gap.value;
    let (mut run, mut trained, mut before) = (0, 0_u32, None);
    for row in sessions {
        trained += 1;
        let supervised = ctx
            .facts(FactKind::SupervisionHeld)
            .any(|(held, _)| held.on <= row.on && before.is_none_or(|before| held.on > before));
        // A supervision on the day of the session covers it; one before it, what came before.
        let same_day = ctx.facts(FactKind::SupervisionHeld).any(|(held, _)| held.on == row.on);
        run = match (same_day, supervised) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => run + 1,
        };
        if run == gap + 1 {
            let evidence = OldEvidence::TooMany { found: u32::from(run), most: u32::from(gap) };
            out.old_lacks(Topic::Supervision, ctx.place(row), evidence);
        }
        before = Some(row.on);
    }
    let (mut covered, mut told) = (0_u32, ctx.completion().is_some());
    for (_, fact) in ctx.facts(FactKind::SupervisionHeld) {
        let Fact::SupervisionHeld(held) = fact else { continue };
        told &= held.sessions_covered.is_some();
        covered = covered.saturating_add(held.sessions_covered.unwrap_or(0).into());
    }
    let share = ctx.spec().work.supervised_share.value;
    if told && !share.is_reached_by(covered.min(trained), trained) {
        let (num, den) = (share.num.into(), share.den.into());
        out.old_lacks(
            Topic::Supervision,
            Place::Course,
            OldEvidence::Share { part: covered.min(trained), whole: trained, num, den },
        );
    }
}
