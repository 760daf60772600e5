//! What treatment begins with: a question about suicide, a first rating, and a contact for a
//! crisis.

use super::super::{
    due::{
        Beginning, beginning, first_or_none, indispensable, open_after_first_session,
        open_when_beginning_was_over,
    },
    rules,
    safety::shared::{asked_after, next_held, remedied},
};
use crate::{
    record::safety::{Enquiry, EnquiryBasis, EnquiryResult},
    rule::values,
    source::SourceId,
    vocabulary::{InitialTask as T, Severity, Stated, Topic},
};

rules! {
    kind: Content;

    /// By the end of the first session the patient must be asked directly about suicide.
    ///
    /// ## Why
    /// Everybody who is depressed is asked, at the start and again. An item of a questionnaire does
    /// not ask. To decline is an answer, and one that calls for the question to be put again.
    ///
    /// ## When it does not apply
    /// Before the first session. No protocol switches it off by leaving the task out. A question
    /// recorded by itself on the day counts.
    ASKED_AT_START = {
        code: "IPT-032", severity: Error, clause: Integrity, kind: Safety,
        topics: [Safety, Sessions],
        basis: Guideline, sources: [SourceId::NICE_NG222.at("1.2.8")],
        remedies: [AskDirectly, RecordIt], record: ["session.enquiry"],
        says: {
            finds NOT_ASKED: "The record says that the patient was not asked directly about suicide in the first session, on {day}.";
            finds ITEM_ALONE: "In the first session, on {day}, an item of a questionnaire stood in for the question about suicide, and by the \
                note nobody asked the patient directly.";
            lacks SILENT: "No direct question about suicide is on record for the first session, on {day}.";
            calls_for DECLINED Warning: "In the first session, on {day}, the patient was asked about suicide and declined to answer, and no \
                further direct question is on record by the session of {other}."
                asks "In the first session, on {day}, the patient was asked about suicide and declined to answer. Was the question put again \
                by the session of {other}?";
        },
        check: |ctx, out| {
            let asked = ctx.initial_task(T::SuicideEnquiry);
            let Some(first) = first_or_none(T::SuicideEnquiry, ctx, out) else { return };
            let place = ctx.place(first);
            let noted = ctx.note(first).and_then(|note| note.enquiry.as_ref());
            if asked.is_none_or(|(day, _)| day > first.on) {
                let finding = match noted.map(|enquiry| (enquiry.basis, enquiry.result)) {
                    Some((_, EnquiryResult::NotAsked)) => out.finds(NOT_ASKED, place, values! {}),
                    Some((EnquiryBasis::QuestionnaireItem, _)) => out.finds(ITEM_ALONE, place, values! {}),
                    _ if ctx.initial_stated(T::SuicideEnquiry) == Stated::NotDone => out.finds(NOT_ASKED, place, values! {}),
                    _ => out.lacks(SILENT, Topic::Safety, place, values! {}),
                };
                return remedied(finding, asked);
            }
            let beside = ctx.all::<Enquiry>().filter(|(row, _)| row.on == first.on).map(|(_, enquiry)| enquiry);
            let mut direct = noted.into_iter().chain(beside).filter(|enquiry| enquiry.was_direct()).peekable();
            let declined = direct.peek().is_some() && direct.all(|enquiry| enquiry.result == EnquiryResult::Declined);
            if let Some(next) = next_held(ctx, first.on).filter(|_| declined) {
                let again = asked_after(ctx, first.on);
                if again.is_none_or(|(day, _)| day > next.on) {
                    remedied(out.calls_for(DECLINED, Topic::Safety, place, values! {}).see(ctx.place(next)), again);
                }
            }
        },
    };

    /// By the end of the first session the symptoms must be rated on a scale.
    ///
    /// ## Why
    /// Change is measured from it. All variants follow the symptoms; with neither a score nor a
    /// check once the middle phase has begun, that is absent altogether. With checks alone it is an
    /// error where the protocol's source asks for a scale. Later than the first session it is late,
    /// and a warning.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; before the first session.
    BASELINE_TAKEN = {
        code: "IPT-033", severity: Error, clause: Shared, kind: Measure,
        topics: [Measures, Sessions], parameters: ["initial.tasks"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_2006.at("rating scales"), SourceId::IPTINSTITUTE_LEVEL_B.at("at intake"),
            SourceId::MARKOWITZ_2017.at("ch. 3"),
        ],
        remedies: [RecordIt, DoItNext, JustifyByWaiver], record: ["session.scores", "scored"],
        says: {
            finds NOT_TAKEN: "The record says that the symptoms were not rated by the end of the first session, on {day}.";
            lacks LATE Warning: "No rating of the symptoms was on record by the end of the first session, on {day}.";
            lacks NEVER: "No rating of the symptoms is on record since the first session, on {day}; they were followed by checks alone.";
            lacks UNFOLLOWED: "Neither a rating nor a check of the symptoms is on record since the first session, on {day}.";
        },
        check: |ctx, out| {
            let followed = ctx.held().any(|row| ctx.note(row).is_some_and(|note| note.symptom_check.is_done()));
            let (never, silent) = if followed { (indispensable(ctx), NEVER) } else { (Severity::Error, UNFOLLOWED) };
            let still = matches!(beginning(ctx), Beginning::Lasts) || ctx.initial_task(T::BaselineSeverity).is_some();
            let silent = if still { LATE } else { silent };
            open_after_first_session(T::BaselineSeverity, never, [NOT_TAKEN, silent], ctx, out);
        },
    };

    /// Before the middle phase begins, the patient should know whom to reach in a crisis.
    ///
    /// ## Why
    /// Between sessions the patient is alone with it. A contract that names the contact in a crisis
    /// shows that it was said.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; while the initial phase lasts.
    CRISIS_CONTACT_GIVEN = {
        code: "IPT-048", severity: Warning, clause: Deviation,
        topics: [InitialTasks, Agreements], parameters: ["initial.tasks"],
        basis: Guideline, sources: [
            SourceId::NICE_NG222.at("1.2.8"), SourceId::PTSD_HANDOUT_UK.at("contingencies"),
            SourceId::MARKOWITZ_2017.at("p. 138, in a copy"),
        ],
        remedies: [RecordIt, DoItNext], record: ["session.tasks", "contract_agreed.terms"],
        says: {
            finds NOT_GIVEN: "By the note of {noted} nothing was arranged for a crisis, nor had anything been {due}.";
            lacks NONE: "{due}, it was not on record whom the patient could reach in a crisis.";
        },
        check: |ctx, out| open_when_beginning_was_over(T::ContingencyTalk, Severity::Warning, [NOT_GIVEN, NONE], ctx, out),
    };
}
