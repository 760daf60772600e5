//! Who has died, and who is spoken of as alive.

use chrono::NaiveDate;

use crate::{
    record::{
        Fact,
        contact::{ContactWith, OutreachMade},
        ending::EndMode,
        focus::{DisputeDetailed, GriefDetailed},
        inventory::{LifeEvent, LifeEventRecorded, PersonInventoried},
        safety::{EnquiryResult, Incident, IncidentRecorded},
    },
    rule::{Ctx, FactRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{ApproxDate, PersonRef, Place, Stated},
};

rules! {
    kind: Record;

    /// Somebody who has died should not be on record as alive, as part of the patient's life or as met afterwards.
    ///
    /// ## Why
    /// Whether somebody is alive decides whether the work is grief or a dispute. Two people under
    /// one label, or a wrong day, make the map of relationships wrong.
    ///
    /// ## When it does not apply
    /// People whose death is not on record. A later entry about a person replaces an earlier one.
    /// Days that are known to the month or the year contradict each other only where they cannot be
    /// the same.
    DEATHS_FIT = {
        code: "IPT-302", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("deaths")],
        remedies: [CorrectEntry],
        says: {
            finds ALIVE: "A person was recorded on {day} as alive, and as having died by {died}.";
            finds INVOLVED: "A person was recorded on {day} as part of the patient's life, and as having died by {died}.";
            finds MET: "On {day} somebody was met or spoken to who, by another entry, had died by {died}.";
            finds TWO_DAYS: "One person's death was dated {found} on {day}, and {before} on {other}.";
        },
        check: |ctx, out| {
            if deaths(ctx).next().is_none() {
                return;
            }
            for (at, death) in deaths(ctx).enumerate() {
                let dated = deaths(ctx).take(at).find(|other| other.person == death.person && other.differs(&death));
                if let (Some(other), Some(found)) = (dated, death.when) {
                    let before = other.when.map_or(other.row.on, |when| when.on);
                    let values = values! { found: found.on, before };
                    out.finds(TWO_DAYS, Place::Entry(death.row.seq), values).see(Place::Entry(other.row.seq));
                }
            }
            // Of a person's deaths the earliest is asked; that there are two is said above.
            let dead = |person: PersonRef, row: FactRow| {
                let known = deaths(ctx).filter(|death| death.person == person);
                known.filter(|death| death.row.seq == row.seq || death.by() < row.on).min_by_key(Death::by)
            };
            for (row, fact) in ctx.all_facts() {
                let (case, person) = match fact {
                    Fact::PersonInventoried(it) if is_last(row, it, ctx) && it.alive == Some(true) => (ALIVE, it.person),
                    Fact::PersonInventoried(it) if is_last(row, it, ctx) && it.currently_involved == Some(true) => (INVOLVED, it.person),
                    Fact::DisputeDetailed(it) if it.currently_involved == Some(true) && ctx.last::<DisputeDetailed>().is_some_and(|(last, _)| last.seq == row.seq) => {
                        let Some(person) = it.person else { continue };
                        (INVOLVED, person)
                    }
                    Fact::Contact(it) if it.reached != Stated::NotDone => {
                        let Some(person) = it.person else { continue };
                        (MET, person)
                    }
                    Fact::Session(note) if note.attendance.is_held() => {
                        let mut people = note.participants.iter().filter_map(|it| it.person);
                        let Some(person) = people.find(|&person| dead(person, row).is_some()) else { continue };
                        (MET, person)
                    }
                    _ => continue,
                };
                if let Some(death) = dead(person, row) {
                    let finding = out.finds(case, ctx.place_of(row.seq), values! { died: death.by() });
                    if death.row.seq != row.seq {
                        finding.see(Place::Entry(death.row.seq));
                    }
                }
            }
        },
    };

    /// After the patient's death nothing should be on record that only a living patient does, and the course should be closed for it.
    ///
    /// ## Why
    /// A score or an answer after the death stands in the wrong course or under a wrong day, or the
    /// death does.
    ///
    /// ## When it does not apply
    /// Courses without the patient's death on record. Treatment that goes on after it has a rule of
    /// its own; so has what happens on the day itself.
    NOTHING_AFTER_OWN_DEATH = {
        code: "IPT-303", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("the patient's death")],
        remedies: [CorrectEntry],
        says: {
            finds ALIVE: "The patient's death was on record for {other}, and {found:entry|entries} after it {found|tells|tell} of a living patient, from \
                {day} on.";
            finds OTHER_END: "The patient's death was recorded for {other}, and the course was closed on {day} with another end ({mode}).";
        },
        check: |ctx, out| {
            let incident = ctx.all::<IncidentRecorded>().find(|(_, it)| it.incident == Incident::Death).map(|(row, _)| row);
            let closing = ctx.closing();
            let closed = closing.filter(|(_, closed)| closed.mode == EndMode::Died).map(|(row, _)| row);
            let Some(death) = incident.into_iter().chain(closed).min_by_key(|row| row.on) else { return };
            let mut after = ctx.all_facts().filter(|(row, fact)| row.on > death.on && is_of_the_living(fact)).map(|(row, _)| row);
            if let Some(first) = after.next() {
                let values = values! { found: 1 + after.count() };
                out.finds(ALIVE, ctx.place_of(first.seq), values).see(Place::Entry(death.seq));
            }
            let other_end = closing.filter(|(_, closed)| ![EndMode::Died, EndMode::AdministrativeError].contains(&closed.mode));
            if let (Some(death), Some((row, closed))) = (incident, other_end) {
                out.finds(OTHER_END, Place::Entry(row.seq), values! { mode: closed.mode }).see(Place::Entry(death.seq));
            }
        },
    };
}

/// That somebody died, as an entry has it.
struct Death {
    person: PersonRef,
    row: FactRow,
    when: Option<ApproxDate>,
}

impl Death {
    /// The day by which the person had died.
    fn by(&self) -> NaiveDate {
        self.when.map_or(self.row.on, ApproxDate::latest)
    }

    /// Whether two days cannot be the same.
    fn differs(&self, other: &Self) -> bool {
        self.when.zip(other.when).is_some_and(|(ours, theirs)| {
            ours.latest() < theirs.earliest() || theirs.latest() < ours.earliest()
        })
    }
}

/// Every death of a person that stands on record and was not replaced by a later entry.
fn deaths<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = Death> + use<'a> {
    let ctx = *ctx;
    let people = ctx.all::<PersonInventoried>().filter_map(move |(row, it)| {
        let died = it.alive == Some(false) || it.died.is_some();
        (died && is_last(row, it, &ctx)).then_some((row, it.person, it.died))
    });
    let events = ctx.all::<LifeEventRecorded>().filter_map(|(row, it)| {
        let (person, when) = of_event(it)?;
        Some((row, person, Some(when)))
    });
    let grief = ctx.last::<GriefDetailed>().into_iter();
    let grief =
        grief.filter_map(|(row, it)| (it.died == Some(true)).then_some((row, it.person?, it.when)));
    people
        .chain(events)
        .chain(grief)
        .map(|(row, person, when)| Death { person, row, when })
}

/// A death without a day says nothing that could be against another entry.
fn of_event(it: &LifeEventRecorded) -> Option<(PersonRef, ApproxDate)> {
    match it.event {
        LifeEvent::Death => it.person.zip(it.when),
        _ => None,
    }
}

/// Whether no later entry replaces this one about the same person.
fn is_last(row: FactRow, it: &PersonInventoried, ctx: &Ctx<'_>) -> bool {
    let last = ctx
        .all::<PersonInventoried>()
        .rfind(|(_, other)| other.person == it.person);
    last.is_some_and(|(last, _)| last.seq == row.seq)
}

/// Whether a fact tells of a patient who lives, beside treatment itself.
fn is_of_the_living(fact: &Fact) -> bool {
    match fact {
        Fact::Scored(_) => true,
        Fact::EnquiryMade(enquiry) => enquiry.result != EnquiryResult::NotAsked,
        Fact::Contact(contact) => {
            contact.with == ContactWith::Patient && contact.reached == Stated::Done
        }
        Fact::OutreachMade(OutreachMade { reached, .. }) => *reached == Stated::Done,
        _ => false,
    }
}
