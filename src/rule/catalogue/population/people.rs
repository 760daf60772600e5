//! Who takes part beside patient and therapist, and who is kept in touch.

use super::super::{
    due::{at_most, is_asked, is_over, main_track, never, thin},
    rules,
};
use crate::{
    protocol::Level,
    record::{
        contact::{Contact, ContactWith},
        ending::Closed,
        focus::DisputeDetailed,
        inventory::{PersonInventoried, Relation},
        patient::MedicationNoted,
        safety::{ConcernKind, ConcernRaised},
        setting::{ScreenItem, ScreeningDone},
    },
    rule::{Ctx, SessionRow, values},
    source::SourceId,
    vocabulary::{EndingTask, InitialTask, Place, Stated, Topic},
};

rules! {
    kind: Content;

    /// Somebody whom the protocol involves must take part, and somebody whom it keeps out must not.
    ///
    /// ## Why
    /// A couple's treatment without the partner, or a child's without a parent, is another
    /// treatment. Never there, in a course that is over and had sessions enough, somebody whom a
    /// source makes indispensable is an error; fewer sessions than it says, or a course that is not
    /// over, is a warning.
    ///
    /// ## When it does not apply
    /// Protocols that involve nobody, and people who may come. Until the protocol's least number of
    /// sessions was held. Where violence, coercion or a concern about somebody's protection is on
    /// record, nobody is asked to come. Consent to a joint session has a rule of its own.
    PEOPLE_TAKE_PART = {
        code: "IPT-275", severity: Error, clause: PublishedBound,
        topics: [SessionContent, Sessions], parameters: ["participants"],
        basis: Manual,
        sources: [
            SourceId::DIETZ_2018.at("parents in the programme"), SourceId::BRANDON_2012.at("the partner in sessions"),
            SourceId::PERINATAL_LOSS_TRIALS.at("a supporter in sessions"),
        ],
        remedies: [RecordIt, DoItNext, ConsiderOtherProtocol, JustifyByWaiver], record: ["session.participants"],
        says: {
            lacks NEVER: "By {as_of} no session was on record in which a person took part whom {protocol} involves ({relation}).";
            lacks TOO_FEW Warning: "There {found|was|were} {found:session|sessions} on record in which a person took part whom {protocol} involves ({relation}); \
                {protocol} provides for {least}.";
            finds KEPT_OUT Warning: "In the session of {day} a person took part whom {protocol} leaves out ({relation}).";
        },
        check: |ctx, out| {
            let mut named = ctx.spec().participants.iter().filter(|person| person.level != Level::May).peekable();
            if named.peek().is_none() {
                return out.does_not_apply();
            }
            for person in named {
                let relation = person.relation;
                let found = with(relation, ctx).count();
                if person.level == Level::MustNot {
                    for row in with(relation, ctx) {
                        out.finds(KEPT_OUT, ctx.place(row), values! { relation });
                    }
                    if found == 0 && !ctx.reporting().contains(Topic::SessionContent) {
                        out.cannot_tell(Topic::SessionContent, Place::Course);
                    }
                    continue;
                }
                if is_kept_apart(relation, ctx) {
                    out.does_not_apply();
                    continue;
                }
                let Some(most) = at_most(ctx) else {
                    if found == 0 {
                        out.has_none(Topic::Sessions);
                    }
                    continue;
                };
                let topics = [Topic::Sessions, Topic::SessionContent];
                let least = usize::from(person.sessions.unwrap_or(1)).min(main_track(ctx).count());
                if found == 0 {
                    let weight = never(person.level, person.basis).min(most);
                    out.weighing(weight).lacks(NEVER, topics, Place::Course, values! { relation });
                } else if found < least && is_over(ctx) {
                    let values = values! { relation, found, least };
                    out.weighing(thin(person.level, person.basis)).lacks(TOO_FEW, topics, Place::Course, values);
                }
            }
        },
    };

    /// Contacts outside sessions that the protocol provides for, or leaves out
    ///
    /// ## Why
    /// School, prescriber, referrer or ward carry on what therapy begins. Contact needs the
    /// patient's consent, which the record does not tell, so that a contact which was not made is
    /// no fault. One with somebody whom the protocol leaves out is noted too.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no such contact, and those that only allow it; courses that are open,
    /// or were broken off before the protocol's least number of sessions. Somebody who took part in
    /// a session was in touch; a prescriber also by a note on medication, a referrer also by the
    /// closing or the report to them.
    CONTACTS_MADE = {
        code: "IPT-276", severity: Note, clause: Event,
        topics: [Contacts], parameters: ["contacts"],
        basis: Unseen,
        sources: [SourceId::KNOWLEDGE.at("contact with the school"), SourceId::IPSRT_HANDBOOK.at("the psychiatrist")],
        remedies: [RecordIt, DoItNext, ForInformation], record: ["contact"],
        says: {
            lacks NOT_MADE: "When the course was closed on {day}, a contact that {protocol} provides for was not on record ({with}).";
            finds LEFT_OUT: "On {day} a contact was on record that {protocol} leaves out ({with}).";
        },
        check: |ctx, out| {
            let mut named = ctx.spec().contacts.iter().filter(|contact| contact.level != Level::May).peekable();
            if named.peek().is_none() {
                return out.does_not_apply();
            }
            for contact in named {
                let with = contact.with;
                let is_it = |made: &Contact| made.with == with && made.reached != Stated::NotDone;
                let made = ctx.all::<Contact>().find(|(_, made)| is_it(made)).map(|(row, _)| row);
                if is_asked(contact.level) {
                    let (Some((closing, closed)), Some(_)) = (ctx.closing(), at_most(ctx)) else {
                        out.does_not_apply();
                        continue;
                    };
                    if made.is_none() && !was_in_touch(with, closed, ctx) {
                        out.lacks(NOT_MADE, Topic::Contacts, ctx.place_of(closing.seq), values! { with });
                    }
                } else if let Some(row) = made {
                    out.finds(LEFT_OUT, ctx.place_of(row.seq), values! { with });
                } else if !ctx.reporting().contains(Topic::Contacts) {
                    out.cannot_tell(Topic::Contacts, Place::Course);
                }
            }
        },
    };
}

/// The sessions held, of any track, in which somebody in that relation took part.
fn with<'a>(relation: Relation, ctx: &Ctx<'a>) -> impl Iterator<Item = &'a SessionRow> + use<'a> {
    let ctx = *ctx;
    ctx.sessions().iter().filter(move |row| {
        let mut participants = ctx
            .note(row)
            .into_iter()
            .flat_map(|note| note.participants.iter());
        row.held && participants.any(|person| person.relation == relation)
    })
}

/// Whether the record gives a reason not to bring somebody into the room: violence or coercion, by
/// them or in a relationship that it does not name, or a concern about somebody's protection.
fn is_kept_apart(relation: Relation, ctx: &Ctx<'_>) -> bool {
    use ConcernKind::{HarmToOthers, Safeguarding, Victimisation};
    ctx.all::<PersonInventoried>()
        .any(|(_, person)| person.relation == relation && person.coercion == Some(true))
        || ctx
            .all::<DisputeDetailed>()
            .any(|(_, dispute)| dispute.coercion == Some(true))
        || ctx
            .all::<ScreeningDone>()
            .any(|(_, screen)| screen.present.contains(ScreenItem::OngoingViolence))
        || ctx
            .all::<ConcernRaised>()
            .any(|(_, it)| matches!(it.kind, HarmToOthers | Safeguarding | Victimisation))
}

/// Whether somebody was in touch otherwise than by a contact of their own.
fn was_in_touch(who: ContactWith, closed: &Closed, ctx: &Ctx<'_>) -> bool {
    match who {
        ContactWith::Prescriber => ctx
            .all::<MedicationNoted>()
            .any(|(_, noted)| noted.prescriber_contacted.is_done()),
        ContactWith::Referrer => {
            closed.referrer_informed.is_done() || ctx.ending_task(EndingTask::Handover).is_some()
        }
        ContactWith::SignificantOther => ctx
            .initial_task(InitialTask::SignificantOtherContact)
            .is_some(),
        ContactWith::Parent => with(Relation::Parent, ctx).next().is_some(),
        ContactWith::School => with(Relation::School, ctx).next().is_some(),
        ContactWith::WardTeam => with(Relation::WardTeam, ctx).next().is_some(),
        _ => false,
    }
}
