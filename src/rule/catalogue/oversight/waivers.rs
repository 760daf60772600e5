//! What was said when the protocol was left: waivers, and a change of protocol.

use alloc::vec::Vec;

use crate::{
    course::{
        entry::{Content, Entry, Origin, Waive, WaiverScope},
        history::WaiverRow,
    },
    record::setting::{SupervisionHeld, TherapistAssigned, TherapistKind},
    rule::{
        Ctx, Remedy, Sink,
        catalogue::{CATALOGUE, rules},
        validator::reaches,
        values,
    },
    source::SourceId,
    vocabulary::{Place, RuleCode, Topic},
};

rules! {
    kind: Supervision;

    /// A waiver should say in a sentence why the protocol was left.
    ///
    /// ## Why
    /// Code, category, scope, author and day are part of every waiver, and the category says why in
    /// short. A sentence lets others understand it.
    ///
    /// ## When it does not apply
    /// Records without a waiver.
    WAIVER_HAS_REASON = {
        code: "IPT-240", severity: Warning, clause: Deviation,
        topics: [],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")],
        remedies: [CorrectEntry],
        says: {
            finds NO_REASON: "The waiver of {rule}, written on {day}, gave no reason in words.";
        },
        check: |ctx, out| {
            if ctx.waivers().is_empty() {
                return out.does_not_apply();
            }
            for (row, _, waive) in waivers(ctx) {
                if waive.reason.as_ref().is_none_or(crate::FreeText::is_blank) {
                    out.finds(NO_REASON, Place::Entry(row.seq), values! { rule: row.code });
                }
            }
        },
    };

    /// Many waivers at a time, or a rule waived again, should be talked over in supervision.
    ///
    /// ## Why
    /// Repeated departures say something about the case, or about the protocol. Seeing them blocks
    /// nothing.
    ///
    /// ## When it does not apply
    /// Waivers that cover nothing are not counted. A supervision on the day of the latest waiver or
    /// later is enough.
    WAIVERS_SUPERVISED = {
        code: "IPT-243", severity: Warning, clause: OwnNumber,
        topics: [
            Sessions, Contacts, Agreements, InitialTasks, SessionContent, Measures, Safety, Medication, Ending, Supervision,
        ],
        parameters: ["work.waivers_max"],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")],
        remedies: [DiscussInSupervision, RecordIt], record: ["supervision_held"],
        reads_findings: true,
        says: {
            lacks MANY: "On {day}, {found:waiver was|waivers were} in force, and no supervision from that day on is on record; the protocol allows at most {most}.";
            lacks AGAIN: "On {day} a rule was waived again, {rule}, and no supervision from that day on is on record.";
        },
        check: |ctx, out| {
            let (used, idle): (Vec<_>, Vec<_>) = waivers(ctx).partition(|(row, ..)| covers(ctx, row, out));
            // A waiver that covers nothing as far as can be told may still cover something.
            let open = idle.iter().find_map(|(row, ..)| Some((untold(out, row.code)?, Place::Entry(row.seq))));
            let Some(&(latest, written, _)) = used.last() else {
                return match open {
                    Some((topic, place)) => out.cannot_tell(topic, place),
                    None => out.does_not_apply(),
                };
            };
            let since = written.recorded_at.date_naive();
            if ctx.all::<SupervisionHeld>().any(|(row, _)| row.on >= since) {
                return;
            }
            let is_over = |row: &WaiverRow| matches!(row.scope, WaiverScope::Until(until) if until < ctx.as_of());
            let found = used.iter().filter(|(row, ..)| !is_over(row)).count();
            let most = ctx.spec().work.waivers_max.value;
            let mut before = Vec::new();
            let again = used.iter().map(|(row, ..)| row.code).find(|code| {
                let known = before.contains(code);
                before.push(*code);
                known
            });
            let place = Place::Entry(latest.seq);
            if found > usize::from(most) {
                out.lacks(MANY, Topic::Supervision, place, values! { found, most });
            } else if let Some(rule) = again {
                out.lacks(AGAIN, Topic::Supervision, place, values! { rule });
            } else if let Some((topic, place)) = open {
                out.cannot_tell(topic, place);
            }
        },
    };

    /// Where a waiver changes what the patient agreed to, the patient should agree.
    ///
    /// ## Why
    /// Contract and focus belong to both; one side alone cannot set them aside.
    ///
    /// ## When it does not apply
    /// Waivers of rules that touch no agreement: those for which an agreed amendment would be no
    /// way to deal with it.
    WAIVER_AGREED = {
        code: "IPT-244", severity: Warning, clause: Deviation,
        topics: [Agreements],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        remedies: [AgreeAmendment, RecordIt],
        says: {
            finds NOT_AGREED: "The waiver of {rule}, written on {day}, was recorded as not agreed with the patient.";
            lacks SILENT: "Whether the patient agreed to the waiver of {rule}, written on {day}, is not on record.";
        },
        check: |ctx, out| {
            let mut touching = waivers(ctx).filter(|(row, ..)| touches_agreement(row.code)).peekable();
            if touching.peek().is_none() {
                return out.does_not_apply();
            }
            for (row, _, waive) in touching {
                let values = values! { rule: row.code };
                out.stated(waive.patient_agreed, [NOT_AGREED, SILENT], Topic::Agreements, Place::Entry(row.seq), values);
            }
        },
    };

    /// A waiver must be written by a person.
    ///
    /// ## Why
    /// Leaving a protocol is a judgement. What was inferred from other data, or written by
    /// software, is no judgement.
    ///
    /// ## When it does not apply
    /// Records without a waiver. Who may write one at a site, the site says.
    WAIVED_BY_A_PERSON = {
        code: "IPT-245", severity: Error, clause: Integrity,
        topics: [],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")],
        remedies: [CorrectEntry],
        says: {
            finds SOFTWARE: "The waiver of {rule} of {day} was written by software and not by a person.";
            finds INFERRED: "The waiver of {rule} of {day} was inferred from other data and not written by a person.";
        },
        check: |ctx, out| {
            if ctx.waivers().is_empty() {
                return out.does_not_apply();
            }
            for (row, entry, _) in waivers(ctx) {
                let is_software = ctx.all::<TherapistAssigned>().any(|(_, assigned)| {
                    assigned.therapist == entry.by && assigned.kind == Some(TherapistKind::Software)
                });
                if is_software || entry.origin == Origin::Inferred {
                    let case = if is_software { SOFTWARE } else { INFERRED };
                    out.finds(case, Place::Entry(row.seq), values! { rule: row.code });
                }
            }
        },
    };

    /// A change of protocol in mid-course should say why.
    ///
    /// ## Why
    /// A reader sees what the course is measured by, and why that changed. Steps stay judged by the
    /// protocol of their day, everything else by the one in force.
    ///
    /// ## When it does not apply
    /// Courses that keep their protocol, and a change on the day of the opening.
    PROTOCOL_CHANGE_HAS_REASON = {
        code: "IPT-246", severity: Warning, clause: Deviation,
        topics: [],
        basis: Design, sources: [SourceId::DESIGN.at("change of protocol")],
        remedies: [CorrectEntry],
        says: {
            finds CHANGED: "From {day} on the course went on under {after} instead of {before}, and the record gives no reason.";
            finds RENEWED: "On {day} the course was put under {after}, version {version}, once more, and the record gives no reason.";
        },
        check: |ctx, out| {
            let mut changes = ctx.protocol_changes().iter().filter(|(on, _)| *on > ctx.state().opened_on()).peekable();
            if changes.peek().is_none() {
                return out.does_not_apply();
            }
            for &(on, seq) in changes {
                let Some(Content::ChangeProtocol { change, .. }) = ctx.entry(seq).map(|entry| &entry.content) else { continue };
                if change.reason.is_some() {
                    continue;
                }
                let before = ctx.course.protocol_on(on.pred_opt().unwrap_or(on)).id();
                let (after, version) = (change.protocol.id(), change.protocol.spec().version);
                if before == after {
                    out.finds(RENEWED, Place::Entry(seq), values! { after, version });
                } else {
                    out.finds(CHANGED, Place::Entry(seq), values! { before, after });
                }
            }
        },
    };

    /// A waiver that covers nothing
    ///
    /// ## Why
    /// A waiver may be written before what it is for, so that one that covers nothing is no fault;
    /// a reader may want to tidy it up.
    ///
    /// ## When it does not apply
    /// Records without a waiver, and waivers of rules that the protocol leaves out, or that are
    /// about waivers themselves.
    WAIVER_COVERS_SOMETHING = {
        code: "IPT-248", severity: Note, clause: Event,
        topics: [
            Sessions, Contacts, Agreements, InitialTasks, SessionContent, Measures, Safety, Medication, Ending, Supervision,
        ],
        parameters: ["adjustments"],
        basis: Design, sources: [SourceId::DESIGN.at("waivers")],
        remedies: [ForInformation],
        reads_findings: true,
        says: {
            finds IDLE: "The waiver of {rule}, written on {day}, covered nothing that was found.";
        },
        check: |ctx, out| {
            let is_left_out = |code| {
                ctx.spec().adjustments.iter().any(|adjustment| adjustment.code == code && adjustment.severity.is_none())
            };
            let mut applies = false;
            for row in ctx.waivers().iter().filter(|row| !is_read_later(row.code) && !is_left_out(row.code)) {
                applies = true;
                let place = Place::Entry(row.seq);
                match untold(out, row.code) {
                    _ if covers(ctx, row, out) => {}
                    Some(topic) => out.cannot_tell(topic, place),
                    None => { out.finds(IDLE, place, values! { rule: row.code }); }
                }
            }
            if !applies {
                out.does_not_apply();
            }
        },
    };
}

/// The waivers that stand, in order of writing.
fn waivers<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (&'a WaiverRow, &'a Entry, &'a Waive)> + use<'a> {
    let course = ctx.course;
    ctx.waivers().iter().filter_map(move |row| {
        let entry = course.entry(row.seq)?;
        match &entry.content {
            Content::Waive(waive) => Some((row, entry, &**waive)),
            _ => None,
        }
    })
}

/// Whether a waiver reaches something that was found, be it remedied since or covered by another
/// waiver too.
fn covers(ctx: &Ctx<'_>, waiver: &WaiverRow, out: &Sink<'_>) -> bool {
    out.found()
        .iter()
        .any(|finding| finding.code == waiver.code && reaches(ctx, waiver.scope, finding))
}

/// The topic without which it cannot be told what a rule would find, if there is one.
fn untold(out: &Sink<'_>, code: RuleCode) -> Option<Topic> {
    let unknown = out
        .unknown
        .iter()
        .find(|unknown| unknown.code == code)
        .map(|unknown| unknown.topic);
    // An open question may yet be a finding.
    unknown.or_else(|| {
        out.questions
            .iter()
            .find(|asked| asked.code() == code)?
            .topics()
            .iter()
            .next()
    })
}

/// Whether a rule is one of those that read findings: what they find is not there yet when they
/// run.
fn is_read_later(code: RuleCode) -> bool {
    CATALOGUE
        .iter()
        .any(|rule| rule.reads_findings && rule.meta.code == code)
}

/// Whether leaving a rule changes what the patient agreed to: an agreed amendment would be a way to
/// deal with it.
fn touches_agreement(code: RuleCode) -> bool {
    crate::rule::RuleMeta::get(code)
        .is_some_and(|meta| meta.remedies.contains(&Remedy::AgreeAmendment))
}
