//! The patient's consent: given at the start, and not withdrawn while treatment goes on.

use crate::{
    record::{
        session::SessionKind,
        setting::{ConsentRecorded, ConsentState},
    },
    rule::{
        catalogue::{
            due::{first_session, indispensable, open_after_first_session},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{InitialTask, Place, Severity, Stated, Topic},
};

rules! {
    kind: Order;

    /// By the end of the first session, the patient must have consented and know the limits of confidentiality.
    ///
    /// ## Why
    /// The patient knows from the start what is kept and what is not. Where the record says that
    /// this was not done, a task of the protocol is missing once the middle phase begins; what was
    /// never written down is a warning.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; before the first session.
    CONSENT_AT_START = {
        code: "IPT-019", severity: Error, clause: PublishedBound,
        topics: [Agreements, Sessions], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("p. 133")],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["consent_recorded"],
        says: {
            finds NOT_GIVEN: "The record says that consent and the limits of confidentiality had not been talked through by the end of the first \
                session, on {day}.";
            finds LIMITS_NOT_EXPLAINED: "Consent was on record by the first session, on {day}, and the record says that the limits of \
                confidentiality had not been explained.";
            lacks NO_CONSENT Warning: "By the end of the first session, on {day}, no consent was on record.";
            lacks LIMITS_SILENT Warning: "Consent was on record by the first session, on {day}, and nothing on the limits of confidentiality.";
        },
        check: |ctx, out| {
            let task = InitialTask::ConsentAndLimits;
            let by_then = first_session(ctx)
                .and_then(|first| ctx.all::<ConsentRecorded>().rfind(|(row, _)| row.on <= first.on));
            let given = by_then.is_some_and(|(_, consent)| consent.state != ConsentState::Withdrawn);
            let cases = if given { [LIMITS_NOT_EXPLAINED, LIMITS_SILENT] } else { [NOT_GIVEN, NO_CONSENT] };
            let is_stated = ctx.initial_stated(task) == Stated::NotDone;
            let never = if is_stated { indispensable(ctx) } else { Severity::Warning };
            open_after_first_session(task, never, cases, ctx, out);
        },
    };

    /// No session must be held after the patient withdrew consent, unless consent was given again.
    ///
    /// ## Why
    /// Treatment rests on consent. Once it is withdrawn, the next step is to ask the patient, not
    /// to go on.
    ///
    /// ## When it does not apply
    /// Sessions on the day of the withdrawal, since within one day no order is assumed, and those
    /// given to a crisis: help in an emergency does not wait. Consent with limits is consent.
    NO_SESSION_WITHOUT_CONSENT = {
        code: "IPT-025", severity: Error, clause: Integrity, since: SECOND,
        topics: [Agreements, Sessions], looks_for: [Agreements],
        basis: Design, sources: [SourceId::DESIGN.at("care while consent is withdrawn")],
        remedies: [RecordIt, CorrectEntry], record: ["consent_recorded"],
        says: {
            calls_for WITHDRAWN: "The session of {day} was held after consent had been withdrawn on {withdrawn}, and no new consent was on \
                record by then."
                asks "Consent was withdrawn on {withdrawn}, and a session was held on {day}. Had the patient consented again by then?";
        },
        check: |ctx, out| {
            let is_withdrawn = |consent: &ConsentRecorded| consent.state == ConsentState::Withdrawn;
            if ctx.all::<ConsentRecorded>().any(|(_, consent)| is_withdrawn(consent)) {
                out.applies();
            }
            for row in ctx.sessions().iter().filter(|row| row.held && row.kind != SessionKind::Crisis) {
                let latest = ctx.all::<ConsentRecorded>().rfind(|(consent, _)| consent.on <= row.on);
                let Some((withdrawn, _)) = latest.filter(|(at, consent)| is_withdrawn(consent) && at.on < row.on) else { continue };
                out.calls_for(WITHDRAWN, Topic::Agreements, ctx.place(row), values! { withdrawn: withdrawn.on })
                    .see(Place::Entry(withdrawn.seq));
            }
        },
    };
}
