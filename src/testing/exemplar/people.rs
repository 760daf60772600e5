//! The people and events of an exemplary course, and what they have to do with its focus.

use alloc::{format, vec::Vec};

use chrono::NaiveDate;

use super::{Draft, initial::text};
use crate::{
    base::{
        date::{ApproxDate, Precision},
        days::earlier,
    },
    plan::schedule::asked,
    record::{
        focus::{
            AreaConsidered, DeficitsDetailed, DisputeDetailed, DisputeStaged, GriefDetailed,
            Manner, TransitionDetailed,
        },
        inventory::{
            Closeness, InventoryCompleted, LifeEvent, LifeEventRecorded, OnsetDated,
            PersonInventoried, Relation, RoleInEpisode, Support,
        },
    },
    vocabulary::{DisputeStage, FocusItem, PersonRef, ProblemArea},
};

/// Days from the event to the first session, and from the onset: the event comes a month before.
const EVENT_BEFORE: u32 = 150;
const ONSET_BEFORE: u32 = 120;
/// With remission at entry, the episode lies this much further back.
const EPISODE_BEFORE: u32 = 540;

const PARTNER: PersonRef = PersonRef::from_static("p1");
const MOTHER: PersonRef = PersonRef::from_static("p4");

impl Draft<'_> {
    /// The people of the inventory, one fact each.
    pub(super) fn people(&self) -> Vec<PersonInventoried> {
        let mut people = Vec::from([
            living(PARTNER, Relation::Partner)
                .with_closeness(Closeness::Inner)
                .with_support(Support::Practical),
            living(PersonRef::from_static("p2"), Relation::Friend)
                .with_closeness(Closeness::Middle)
                .with_support(Support::Confidant),
            living(PersonRef::from_static("p3"), Relation::Sibling)
                .with_closeness(Closeness::Middle)
                .with_support(Support::Practical),
        ]);
        // In a dispute the partner is the other side; otherwise somebody to lean on.
        if let Some(partner) = people.first_mut() {
            let dispute = self.area == ProblemArea::RoleDispute;
            partner.changed_near_onset = Some(dispute);
            partner.role_in_episode = Some(if dispute {
                RoleInEpisode::Maintaining
            } else {
                RoleInEpisode::Protective
            });
        }
        if self.area == ProblemArea::Grief {
            people.push(self.deceased());
        }
        // Whoever takes part in sessions is known from the inventory.
        for participant in self
            .protocol
            .spec()
            .participants
            .iter()
            .filter(|participant| asked(participant.level))
        {
            if !people
                .iter()
                .any(|person| person.relation == participant.relation && person.alive == Some(true))
            {
                people.push(
                    living(label(people.len() + 2), participant.relation)
                        .with_support(Support::Practical),
                );
            }
        }
        // A protocol may ask for a longer inventory.
        while people.len() < self.protocol.spec().initial.inventory_min.value.into() {
            people.push(living(label(people.len() + 2), Relation::Colleague));
        }
        people
    }

    /// The person of the inventory who takes part in joint sessions in that relation.
    pub(super) fn person_in(&self, relation: Relation) -> Option<PersonRef> {
        let mut people = self.people().into_iter();
        people
            .find(|person| person.relation == relation && person.alive == Some(true))
            .map(|person| person.person)
    }

    fn deceased(&self) -> PersonInventoried {
        let mut mother = living(MOTHER, Relation::Parent);
        mother.alive = Some(false);
        mother.currently_involved = Some(false);
        mother
            .with_died(ApproxDate::exactly(self.event_on()))
            .with_contact(text("saw each other each week until the death"))
            .with_closeness(Closeness::Inner)
            .with_support(Support::None)
            .with_changed_near_onset(true)
            .with_knows_about_illness(false)
            .with_role_in_episode(RoleInEpisode::Cause)
    }

    pub(super) fn inventory_completed() -> InventoryCompleted {
        InventoryCompleted::new()
            .with_patterns(text("keeps wishes to themselves until it is too late"))
            .with_omissions(text("nobody of importance is left out"))
    }

    /// The timeline: a life event where the area has one, and the onset.
    pub(super) fn timeline(&self) -> (Option<LifeEventRecorded>, OnsetDated) {
        let event =
            |event| LifeEventRecorded::new(event).with_when(ApproxDate::exactly(self.event_on()));
        let event = match self.area {
            ProblemArea::Grief => Some(
                event(LifeEvent::Death)
                    .with_person(MOTHER)
                    .with_note(text("the mother died")),
            ),
            ProblemArea::RoleDispute => Some(
                event(LifeEvent::Conflict)
                    .with_person(PARTNER)
                    .with_note(text("quarrels about the household")),
            ),
            ProblemArea::RoleTransition => Some(
                event(LifeEvent::RoleChange)
                    .with_note(text("moved to another town for a new post")),
            ),
            ProblemArea::InterpersonalDeficits => None,
        };
        let onset = ApproxDate::new(self.before_start(ONSET_BEFORE), Precision::Month);
        let onset = OnsetDated::new(onset).with_no_event_found(event.is_none());
        (event, onset)
    }

    /// Each area of the protocol, with evidence for the one that is chosen and the reason against
    /// the others.
    pub(super) fn candidates(&self) -> Vec<AreaConsidered> {
        let areas = self.protocol.spec().focus.areas.value.with(self.area);
        let considered = |area| {
            if area == self.area {
                AreaConsidered::new(area, true)
                    .with_evidence_note(text("stands close to the onset and moves the patient"))
            } else {
                AreaConsidered::new(area, false)
                    .with_exclusion_note(text("asked about; nothing of that kind was found"))
            }
        };
        areas.iter().map(considered).collect()
    }

    /// The detail of the area, complete.
    pub(super) fn area_detail(&mut self, day: NaiveDate) {
        // Complete, so that no rule about the detail of an area finds anything: a proof takes out
        // what it is about.
        let event_on = ApproxDate::exactly(self.event_on());
        match self.area {
            ProblemArea::Grief => self.before(
                day,
                GriefDetailed::new()
                    .with_person(MOTHER)
                    .with_died(true)
                    .with_when(event_on)
                    .with_maintaining_link(text("mourning has not begun"))
                    .with_circumstances(text(
                        "died after a short illness; the patient did not go to the funeral",
                    ))
                    .with_unfinished(text("a last visit that was put off"))
                    .with_avoided(text("the flat, photographs, talking about her"))
                    .with_anniversary_plan(text(
                        "spends the day with the sibling, and visits the grave",
                    )),
            ),
            ProblemArea::RoleDispute => self.before(
                day,
                DisputeDetailed::new()
                    .with_person(PARTNER)
                    .with_currently_involved(true)
                    .with_since(event_on)
                    .with_issues(text("who does what at home"))
                    .with_expectations_of_other(text("to share the household without being asked"))
                    .with_expectations_by_other(text("to be told what is needed"))
                    .with_tried(text("hints, silence"))
                    .with_coercion(false)
                    .with_safety_assessed(true),
            ),
            ProblemArea::RoleTransition => self.before(
                day,
                TransitionDetailed::new()
                    .with_old_role(text("one of a team of old friends"))
                    .with_new_role(text("head of a team of strangers"))
                    .with_changed(event_on)
                    .with_event(LifeEvent::RoleChange)
                    .with_manner(Manner::Mixed)
                    .with_old_positive(text("known and liked"))
                    .with_old_negative(text("no say in anything"))
                    .with_new_positive(text("own decisions"))
                    .with_new_negative(text("alone with them"))
                    .with_skills(text("asking for help, saying no"))
                    .with_supports(text("lost the lunch table; needs a colleague to talk to"))
                    .with_steps(text("asks a colleague to lunch")),
            ),
            ProblemArea::InterpersonalDeficits => self.before(
                day,
                DeficitsDetailed::new()
                    .with_since(ApproxDate::new(self.before_start(6 * 365), Precision::Year))
                    .with_best_past_tie(text("a friend from school"))
                    .with_patterns(text("withdraws before others can turn away"))
                    .with_feared(text("being a burden"))
                    .with_contacts(text("a choir; went twice and was asked to stay")),
            ),
        }
    }

    /// The stage of a dispute, at its first middle session.
    pub(super) fn dispute_stage(&mut self, day: NaiveDate) {
        if self.area == ProblemArea::RoleDispute {
            let plan = text("both say what they expect, and try a new arrangement");
            self.before(
                day,
                DisputeStaged::new(DisputeStage::Renegotiation).with_plan(plan),
            );
        }
    }

    /// The one item of the focus.
    pub(super) fn focus_item(&self) -> FocusItem {
        let (link, goals) = match self.area {
            ProblemArea::Grief => (
                "the symptoms came after the death and mourning stands still",
                ["mourn", "be with people again"],
            ),
            ProblemArea::RoleDispute => (
                "the quarrels came before the symptoms and keep them up",
                ["say what is wished", "a new arrangement"],
            ),
            ProblemArea::RoleTransition => (
                "the symptoms came with the new role",
                ["take leave of the old role", "manage the new one"],
            ),
            ProblemArea::InterpersonalDeficits => (
                "being alone keeps the symptoms up",
                ["understand what keeps others away", "one tie to rely on"],
            ),
        };
        FocusItem::area(self.area)
            .with_link(text(link))
            .with_goals(goals.map(text).to_vec())
    }

    fn event_on(&self) -> NaiveDate {
        self.before_start(EVENT_BEFORE)
    }

    fn before_start(&self, days: u32) -> NaiveDate {
        let further = if self.begins_in_remission() {
            EPISODE_BEFORE
        } else {
            0
        };
        earlier(self.plan.opened, days + further)
    }
}

/// Somebody alive and around, with every question answered.
fn living(person: PersonRef, relation: Relation) -> PersonInventoried {
    PersonInventoried::new(person, relation)
        .with_alive(true)
        .with_currently_involved(true)
        .with_contact(text("each week, mostly by telephone"))
        .with_closeness(Closeness::Outer)
        .with_expectations_of_other(text("to be listened to"))
        .with_expectations_by_other(text("to be told how things are"))
        .with_satisfying(text("they laugh about the same things"))
        .with_unsatisfying(text("nothing"))
        .with_desired_change(text("to meet more often"))
        .with_communication(text("disagreements are put off"))
        .with_changed_near_onset(false)
        .with_support(Support::None)
        .with_knows_about_illness(true)
        .with_role_in_episode(RoleInEpisode::Unclear)
        .with_coercion(false)
}

fn label(number: usize) -> PersonRef {
    PersonRef::new(&format!("p{number}")).unwrap_or(PARTNER)
}
