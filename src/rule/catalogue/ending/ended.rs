//! How a course came to its end: completed, broken off, lost.

use chrono::NaiveDate;

use crate::{
    record::{
        contact::{Contact, ContactPurpose, ContactWith, OutreachMade},
        ending::EndMode,
    },
    rule::{
        Ctx,
        catalogue::{
            dose,
            due::{bound, main_track},
            pace, rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{Place, Seq, Severity, Stated, Topic},
};

rules! {
    kind: Ending;

    /// A course that is closed as completed must have the sessions that make a completed course.
    ///
    /// ## Why
    /// That treatment was completed is a claim, and the protocol's own least is what it is held to,
    /// whether the contract fixes sessions, weeks or both: below a least that a source publishes it
    /// is an error. Where missed sessions count, or weeks end the contract, it can run out with few
    /// sessions held. Definitions of completing vary from half of the sessions to all. Where the
    /// protocol's source says who has completed treatment, its limits are asked for instead; some
    /// studies make up for what was missed, and a reader wants to see that it was not.
    ///
    /// ## When it does not apply
    /// Any other end. An early end by agreement is asked for the limits of the source alone, and
    /// what is short of them is a note. Missed sessions that the contract counts are counted,
    /// except those after the last session held; a member who joined a group under way had the rest
    /// of it. Shortened by agreement, it is a warning; a contract for fewer sessions than the
    /// protocol has is another finding.
    COMPLETED = {
        code: COMPLETED, severity: Error, clause: PublishedBound, kind: DoseAndTiming,
        topics: [Sessions, Agreements],
        parameters: [
            "ending.completion", "ending.completion_sessions", "ending.completion_weeks", "ending.missed_made_up", "dose.sessions",
        ],
        basis: Practice,
        sources: [
            SourceId::TRAINING_LEVEL_B.at("completed cases"), SourceId::LINARDON_2019.at("definitions"),
            SourceId::KNOWLEDGE.at("completers of the TDCRP"), SourceId::DESIGN.at("which share"),
        ],
        remedies: [CorrectEntry, ForInformation, JustifyByWaiver],
        says: {
            lacks MOSTLY_MISSED Warning: "The course was closed as completed on {closed} with {part} of {whole} agreed sessions held; a completed course \
                was expected to have {least}.";
            lacks FEW Warning: "The course was closed as completed on {closed} with {found:session|sessions} held; {protocol} counts a course as completed \
                from {least} sessions on.";
            lacks SHORT Warning: "The course was closed as completed on {closed} with {days:day|days} from its first to its last session; {protocol} \
                counts a course as completed from {least} days on.";
            lacks BELOW_RANGE: "The course was closed as completed on {closed} with {found:session|sessions}; {protocol} provides for {least} or more.";
            lacks NOT_MADE_UP Note: "The course was closed as completed on {closed} with {part} of {whole} agreed sessions held, and the session \
                missed on {missed} was not made up on record.";
        },
        check: |ctx, out| {
            let Some((row, closed)) = ctx.completion() else { return out.does_not_apply() };
            let (place, closed, as_contracted) = (Place::Course, row.on, closed.mode == EndMode::CompletedAsContracted);
            let ending = &ctx.spec().ending;
            let (sessions, weeks) = (ending.completion_sessions, ending.completion_weeks);
            let held = main_track(ctx).count();
            let ends = main_track(ctx).next().zip(main_track(ctx).next_back()).map(|(first, last)| (first.on, last.on));
            let weight = if as_contracted { Severity::Warning } else { Severity::Note };
            if let Some(least) = sessions.filter(|least| held < least.value.into()) {
                let values = values! { closed, found: held, least: least.value };
                out.weighing(weight).lacks(FEW, Topic::Sessions, place, values);
                return;
            }
            let lasted = pace::of(ctx).completed().zip(ends);
            if let Some((least, (first, last))) = lasted.filter(|(least, (first, last))| least.is_undercut(*first, *last)) {
                let values = values! { closed, days: pace::between(first, last), least: least.days };
                out.weighing(weight).lacks(SHORT, Topic::Sessions, place, values);
                return;
            }
            if !as_contracted {
                return if sessions.is_none() && weeks.is_none() { out.does_not_apply() };
            }
            let ((least, basis), planned) = (dose::least(ctx), ctx.state().planned());
            let Some(found) = dose::used(ctx) else { return out.cannot_tell(Topic::Sessions, place) };
            if sessions.is_none() && found < least.into() && planned.is_none_or(|planned| planned >= least) {
                // Another number may have been agreed without a word in the record.
                let most = if dose::is_amended(ctx) { Severity::Warning } else { Severity::Error };
                let values = values! { closed, found, least };
                out.weighing(bound(basis).min(most)).lacks(BELOW_RANGE, [Topic::Agreements, Topic::Sessions], place, values);
                return;
            }
            let Some(planned) = planned else { return };
            let part = ctx.state().held();
            let missed = ctx.sessions().iter().rev().find(|row| row.acute && !row.held);
            let makes_up = ending.missed_made_up.is_some_and(|made_up| made_up.value) && ctx.state().remaining() == Some(0);
            // Where the protocol says a number, it was asked for above.
            let least = pace::of(ctx).completed_of(planned);
            if sessions.is_none() && part < least.sessions {
                let values = values! { closed, part, whole: planned, least: least.sessions };
                out.lacks(MOSTLY_MISSED, Topic::Sessions, place, values);
            } else if let Some(row) = missed.filter(|_| makes_up && part < planned) {
                out.lacks(NOT_MADE_UP, Topic::Sessions, place, values! { closed, part, whole: planned, missed: row.on });
            }
        },
    };

    /// A patient with whom contact was lost should have been sought before the course is closed.
    ///
    /// ## Why
    /// Staying away can mean many things, and being looked for is what makes a return possible. How
    /// many attempts are enough is our own number.
    ///
    /// ## When it does not apply
    /// Other ends. Any contact or attempt since the last session counts. Whether the patient
    /// consented to informing the referrer is not on record, so that the referrer was not informed
    /// is a note, where it is stated.
    LOST_PATIENT_WAS_SOUGHT = {
        code: "IPT-212", severity: Warning, clause: OwnNumber,
        topics: [Contacts], parameters: ["ending.outreach_min"],
        basis: Design, sources: [SourceId::DESIGN.at("outreach before closing")],
        remedies: [SeekPatient, RecordIt, JustifyByWaiver], record: ["outreach_made", "contact"],
        follows: ["IPT-194", "IPT-166", "IPT-164"],
        says: {
            lacks TOO_FEW: "Contact with the patient was lost, and {found:attempt|attempts} to reach them {found|is|are} on record between the \
                last session held and the closing on {day}; {least} were expected.";
            finds REFERRER_NOT_TOLD Note: "Contact with the patient was lost, and when the course was closed on {day} it was recorded that the \
                referrer was not informed.";
        },
        check: |ctx, out| {
            let lost = ctx.closing().filter(|(_, closed)| closed.mode == EndMode::DroppedOut);
            let Some((row, closed)) = lost else { return out.does_not_apply() };
            let place = ctx.place_of(row.seq);
            let (found, least) = (attempts(ctx), ctx.spec().ending.outreach_min.value);
            if found < least.into() {
                out.lacks(TOO_FEW, Topic::Contacts, place, values! { found, least });
            }
            if closed.referrer_informed == Stated::NotDone {
                out.finds(REFERRER_NOT_TOLD, place, values! {});
            }
        },
    };

    /// The reason of a patient who ends treatment
    ///
    /// ## Why
    /// The answer is worth having, for the patient's next treatment and for the service.
    ///
    /// ## When it does not apply
    /// Other ends.
    REASON_WAS_ASKED = {
        code: "IPT-213", severity: Note, clause: Event,
        topics: [Ending],
        basis: Design, sources: [SourceId::DESIGN.at("ends by the patient's decision")],
        remedies: [RecordIt, ForInformation], record: ["closed.reason_asked", "closed.reason"],
        says: {
            finds NOT_ASKED: "The patient ended treatment on {day}, and it was recorded that nobody asked for the reason.";
            calls_for SILENT: "The patient ended treatment on {day}, and no reason is on record."
                asks "The patient ended treatment on {day}. What was the reason?";
        },
        check: |ctx, out| {
            let by_patient = ctx.closing().filter(|(_, closed)| closed.mode == EndMode::EndedByPatientDecision);
            let Some((row, closed)) = by_patient else { return out.does_not_apply() };
            let said = closed.reason_asked == Stated::NotReported && closed.reason.is_some();
            let asked = if said { Stated::Done } else { closed.reason_asked };
            out.stated(asked, [NOT_ASKED, SILENT], Topic::Ending, ctx.place_of(row.seq), values! {});
        },
    };

    /// The early end of a course
    ///
    /// ## Why
    /// An end that came sooner because both found it time is by the book. That one side ended
    /// treatment, that contact was lost, or that other care took over, is no fault of anybody's. A
    /// reader wants to see either.
    ///
    /// ## When it does not apply
    /// Courses that are not closed, that never started, or were opened by mistake; the patient's
    /// death; contracts that fix no number of sessions; and ends after acute treatment without a
    /// contract for what follows.
    ENDED_BEFORE_CONTRACT = {
        code: "IPT-236", severity: Note, clause: Event,
        topics: [Sessions],
        basis: Design, sources: [SourceId::DESIGN.at("end modes")],
        remedies: [ForInformation],
        says: {
            finds EARLY_BY_AGREEMENT: "The course was closed early by agreement on {day} (result: {result}).";
            lacks BROKEN_OFF: "The course was closed on {day} with {left} of {planned} agreed sessions left ({mode}; result: {result}).";
            lacks BROKEN_OFF_MISSED: "The course was closed on {day} with {held:session|sessions} held of {planned} agreed; {counted} not held \
                {counted|counts|count} by the contract, which leaves {left} ({mode}; result: {result}).";
        },
        check: |ctx, out| {
            let Some((row, closed)) = ctx.closing() else { return out.does_not_apply() };
            let (place, mode, result) = (ctx.place_of(row.seq), closed.mode, closed.result);
            if mode == EndMode::CompletedEarlyByAgreement {
                out.finds(EARLY_BY_AGREEMENT, place, values! { result });
            } else if !mode.is_completed() {
                let Some((left, planned)) = left_at(ctx, row.seq).filter(|_| is_broken_off(mode)) else {
                    return out.does_not_apply();
                };
                let held = usize::from(ctx.state().held());
                let counted = usize::from(planned.saturating_sub(left)).saturating_sub(held);
                if left > 0 && counted > 0 {
                    let values = values! { held, planned, counted, left, mode, result };
                    out.lacks(BROKEN_OFF_MISSED, Topic::Sessions, place, values);
                } else if left > 0 {
                    out.lacks(BROKEN_OFF, Topic::Sessions, place, values! { left, planned, mode, result });
                }
            }
        },
    };
}

/// Whether a course that began ended in another way than by agreement or death.
const fn is_broken_off(mode: EndMode) -> bool {
    !mode.is_completed()
        && !matches!(
            mode,
            EndMode::Died
                | EndMode::NeverStarted
                | EndMode::AdministrativeError
                | EndMode::SingleConsultation
        )
}

/// The sessions that the contract in force at the closing leaves, and those it has, if it fixes a
/// number.
fn left_at(ctx: &Ctx<'_>, closing: Seq) -> Option<(u16, u16)> {
    let from = ctx.steps().iter().find(|step| step.seq == closing)?.from;
    if from.has_own_contract() {
        ctx.state()
            .own_contract()
            .map(|(planned, used)| (planned.saturating_sub(used), planned))
    } else {
        ctx.state()
            .remaining()
            .zip(ctx.state().planned())
            .filter(|_| from.is_acute())
    }
}

/// The attempts to reach the patient, and contacts with them, since the last session held.
fn attempts(ctx: &Ctx<'_>) -> usize {
    let since = ctx
        .sessions()
        .iter()
        .rfind(|row| row.held)
        .map_or(NaiveDate::MIN, |row| row.on);
    let seeks = |contact: &Contact| {
        contact.with == ContactWith::Patient || contact.purpose == Some(ContactPurpose::Outreach)
    };
    let contacts = ctx
        .all::<Contact>()
        .filter(|(_, contact)| seeks(contact))
        .map(|(row, _)| row);
    ctx.all::<OutreachMade>()
        .map(|(row, _)| row)
        .chain(contacts)
        .filter(|row| row.on >= since)
        .count()
}
