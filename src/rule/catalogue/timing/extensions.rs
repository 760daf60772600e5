//! Extensions of the acute contract: how often, how far, when, and why.

use crate::{
    record::{
        Fact, FactKind,
        contract::{AmendmentReason, ContractAmended, ContractScope, TimeFrame},
        review::JudgementMade,
    },
    rule::{
        Ctx, FactRow, SessionRow,
        catalogue::{pace::between, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Criterion, EndingTask, Phase, Place, Stated, Topic},
};

rules! {
    kind: DoseAndTiming;

    /// The contract should be extended no more often, and by no more sessions, than the protocol provides for.
    ///
    /// ## Why
    /// The limit is part of the treatment. A few sessions complete what was begun; more of them are
    /// another course of treatment, with a contract of its own. A course that is extended once more
    /// is a sign to review it, or to agree on what follows.
    ///
    /// ## When it does not apply
    /// Amendments that leave the number of sessions, such as those in weeks; contracts of
    /// continuation and maintenance.
    FEW_EXTENSIONS = {
        code: "IPT-170", severity: Warning, clause: OwnNumber,
        topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["timing.extensions_max", "timing.extension_sessions_max"],
        basis: Design,
        sources: [SourceId::DESIGN.at("extensions"), SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        remedies: [ReviewProgress, ConsiderOtherProtocol, JustifyByWaiver],
        says: {
            finds ONCE_MORE: "On {day} the contract was extended from {before} to {sessions} sessions; this was extension number {found} of the course, \
                and {protocol} provides for {most:extension|extensions}.";
            finds BY_MANY: "On {day} the contract was extended from {before} to {sessions} sessions, by {found}; {protocol} provides for an extension \
                by {most} at most.";
        },
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let (often, far) = (u32::from(timing.extensions_max.value), timing.extension_sessions_max.value);
            for (found, extension) in (1..).zip(extensions(ctx)) {
                let Extension { row, before, sessions, .. } = extension;
                let (place, added) = (Place::Entry(row.seq), sessions - before);
                if found > often {
                    out.finds(ONCE_MORE, place, values! { before, sessions, found: found, most: often });
                } else if added > far && far > 0 {
                    out.finds(BY_MANY, place, values! { before, sessions, found: added, most: far });
                }
            }
            // How often it was extended before the record begins is unknown.
            if ctx.began_midway() && extensions(ctx).count() <= usize::from(timing.extensions_max.value) {
                out.cannot_tell(Topic::Agreements, Place::Course);
            }
        },
    };

    /// An extension should be agreed before the last session of the contract is over.
    ///
    /// ## Why
    /// The end holds until both have agreed on another one. Sessions held beyond the contract have
    /// a rule of their own.
    ///
    /// ## When it does not apply
    /// An agreement on the day of the last session counts as in time. That the patient agreed has a
    /// rule of its own.
    EXTENSION_IN_TIME = {
        code: "IPT-172", severity: Warning, clause: Deviation,
        topics: [Agreements, Sessions], holds_if_reported: [Agreements],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        follows_here: ["IPT-107"],
        says: {
            finds AFTER_THE_END: "On {day} the contract was extended from {before} to {sessions} sessions, after it had run out on {end}.";
        },
        check: |ctx, out| {
            for extension in extensions(ctx) {
                let Extension { row, before, sessions, .. } = extension;
                let place = Place::Entry(row.seq);
                if let Some((end, last)) = extension.ran_out(ctx) {
                    out.finds(AFTER_THE_END, place, values! { before, sessions, end: end.on }).see(ctx.place(last));
                } else if !ctx.reports(Topic::Sessions, row.on) {
                    // More of them may have been held.
                    out.cannot_tell(Topic::Sessions, place);
                }
            }
        },
    };

    /// Before treatment is extended because symptoms came back near its end, the reaction to the ending should be considered.
    ///
    /// ## Why
    /// Symptoms often return as the end comes near. Extending by reflex takes away the experience
    /// of managing it.
    ///
    /// ## When it does not apply
    /// Extensions for another reason. Talking about feelings at the ending counts.
    ENDING_REACTION_CONSIDERED = {
        code: "IPT-173", severity: Warning, clause: Deviation,
        topics: [Agreements, Measures, Ending], looks_for: [Agreements], holds_if_reported: [Agreements],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, symptoms at the end")],
        remedies: [RecordIt, DiscussInSupervision, JustifyByWaiver], record: ["judgement_made"],
        says: {
            calls_for NOT_CONSIDERED: "On {day} the contract was extended because symptoms had come back near the end, and no look at the reaction to \
                the ending was on record by then."
                asks "On {day} the contract was extended because symptoms had come back near the end. Had the reaction to the ending been looked \
                at before?";
        },
        check: |ctx, out| {
            let returned = |extension: &Extension<'_>| extension.amended.reason == Some(AmendmentReason::SymptomReturnNearEnd);
            for Extension { row, .. } in extensions(ctx).filter(returned) {
                out.applies();
                let judged = |made: &JudgementMade| made.criterion == Criterion::ENDING_REACTION;
                let felt = ctx.ending_task(EndingTask::FeelingsAboutEnding).is_some_and(|(day, _)| day <= row.on);
                if !felt && !ctx.all::<JudgementMade>().any(|(at, made)| at.on <= row.on && judged(made)) {
                    out.calls_for(NOT_CONSIDERED, [Topic::Measures, Topic::Ending], Place::Entry(row.seq), values! {});
                }
            }
        },
    };

    /// An extension of the contract by agreement
    ///
    /// ## Why
    /// An extension that both agreed on in time is good practice, and an event that a reader of the
    /// course wants to see.
    ///
    /// ## When it does not apply
    /// Extensions that are late, too long, one too many, or to which the patient's agreement is not
    /// on record: rules of their own speak of these. An end that was moved forward is no extension.
    EXTENDED_BY_AGREEMENT = {
        code: "IPT-175", severity: Note, clause: Event,
        topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["timing.extensions_max", "timing.extension_sessions_max"],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        remedies: [ForInformation],
        says: {
            finds EXTENDED: "On {day} the contract was extended by agreement from {before} to {sessions} sessions ({reason}).";
            finds WITHOUT_REASON: "On {day} the contract was extended by agreement from {before} to {sessions} sessions; a reason is not on record.";
            finds IN_WEEKS: "On {day} the contract was extended by agreement from {before} to {weeks} weeks.";
        },
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let mut others = false;
            for (number, extension) in (1..).zip(extensions(ctx)) {
                let Extension { row, amended, before, sessions } = extension;
                let few = number <= u32::from(timing.extensions_max.value);
                let short = sessions - before <= timing.extension_sessions_max.value;
                if !(few && short && amended.patient_agreed == Stated::Done && extension.ran_out(ctx).is_none()) {
                    others = true;
                } else if let Some(reason) = amended.reason {
                    out.finds(EXTENDED, Place::Entry(row.seq), values! { before, sessions, reason });
                } else {
                    out.finds(WITHOUT_REASON, Place::Entry(row.seq), values! { before, sessions });
                }
            }
            for (row, amended, [before, weeks]) in extensions_in_weeks(ctx) {
                if amended.patient_agreed == Stated::Done {
                    out.finds(IN_WEEKS, Place::Entry(row.seq), values! { before, weeks });
                } else {
                    others = true;
                }
            }
            if others {
                out.does_not_apply();
            }
        },
    };
}

/// The acute contract is extended by a number of sessions.
#[derive(Debug, Clone, Copy)]
struct Extension<'a> {
    row: FactRow,
    amended: &'a ContractAmended,
    /// Sessions before it.
    before: u16,
    /// Sessions with it.
    sessions: u16,
}

impl Extension<'_> {
    /// The session with which those of the contract were used up, and the last one before the
    /// extension; none if some were left.
    fn ran_out<'a>(&self, ctx: &Ctx<'a>) -> Option<(&'a SessionRow, &'a SessionRow)> {
        let mut beyond = ctx
            .sessions()
            .iter()
            .filter(|row| row.acute && row.on < self.row.on && row.slots >= self.before);
        let end = beyond.next()?;
        Some((end, beyond.next_back().unwrap_or(end)))
    }
}

/// The frames of the acute contract, each with the one before it, in order.
fn changes_of_frame<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (FactRow, &'a ContractAmended, [TimeFrame; 2])> + use<'a> {
    // A contract that was never amended was never extended: nothing is looked at.
    let amended = ctx.kinds().contains(FactKind::ContractAmended);
    let mut frame: Option<TimeFrame> = None;
    ctx.all_facts()
        .take_while(move |_| amended)
        .filter_map(move |(row, fact)| match fact {
            Fact::ContractAgreed(agreed) if agreed.scope == ContractScope::Acute => {
                frame = Some(agreed.frame);
                None
            }
            Fact::ContractAmended(amended) if !row.phase.has_own_contract() => {
                let new = amended.frame?;
                Some((row, &**amended, [frame.replace(new)?, new]))
            }
            _ => None,
        })
}

/// The extensions of the acute contract, in order.
fn extensions<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Extension<'a>> + use<'a> {
    // An amendment in weeks leaves the number of sessions that was agreed.
    let mut planned = 0;
    changes_of_frame(ctx).filter_map(move |(row, amended, [old, new])| {
        planned = old.sessions().unwrap_or(planned);
        let sessions = new.sessions()?;
        let before = core::mem::replace(&mut planned, sessions);
        (before > 0 && sessions > before).then_some(Extension {
            row,
            amended,
            before,
            sessions,
        })
    })
}

/// The amendments that add weeks to the acute contract and leave its number of sessions, with the
/// weeks before and after, in order.
fn extensions_in_weeks<'a>(
    ctx: &Ctx<'a>,
) -> impl Iterator<Item = (FactRow, &'a ContractAmended, [u16; 2])> + use<'a> {
    let begins = ctx
        .held()
        .find(|row| row.phase != Phase::Assessment)
        .map(|row| row.on);
    changes_of_frame(ctx).filter_map(move |(row, amended, [old, new])| {
        let (before, weeks) = (old.weeks()?, new.weeks()?);
        let in_time = begins.is_none_or(|begins| between(begins, row.on) <= u32::from(before) * 7);
        (weeks > before && new.sessions() <= old.sessions() && in_time).then_some((
            row,
            amended,
            [before, weeks],
        ))
    })
}
