//! The assessment and the initial phase of an exemplary course: what is found and agreed before the
//! work on the focus.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Draft, Exemplar};
use crate::{
    base::{
        days::{earlier, later},
        text::FreeText,
    },
    pace::Pace,
    plan::{
        schedule::{Slot, asked},
        work,
    },
    record::{
        contact::{BreakAnnounced, Channel, Contact, ContactPurpose, ContactWith, ExternalDate},
        contract::{
            ContractAgreed, ContractScope, ContractTerm, ContractTerms, FrameAnnounced,
            MissedSessionPolicy, TimeFrame, TimeFrameKind,
        },
        focus::{
            FocusAgreed, FormulationAnswered, FormulationGiven, FormulationParts, PatientResponse,
        },
        patient::{
            AgeRecorded, DiagnosisMade, HistoryTaken, MedicationChange, MedicationNoted,
            PriorResponse,
        },
        review::JudgementMade,
        safety::{Enquiry, EnquirySubjects},
        setting::{
            ConsentRecorded, ConsentState, Document, DocumentFiled, Opened, ScreenSet,
            ScreeningDone, Suitability, SuitabilityDecided, TherapistAssigned, TherapistKind,
        },
    },
    vocabulary::{
        Criterion, DiagnosisCode, InitialTask as T, Label, MedicationClass, MedicationDecision,
        Phase, Reporting, Stated, TaskNote,
    },
};

/// A usual adult age, moved into the range of the protocol.
const AGE: u8 = 38;
/// Hours of notice below which a cancellation is late. Our choice: a day.
const NOTICE_HOURS: u16 = 24;
/// Days from the end of a course to the event that it is to be over by. Our choice: two weeks.
const AFTER_THE_END: u32 = 14;

pub(super) fn text(words: &str) -> FreeText {
    FreeText::from(words)
}

impl Draft<'_> {
    pub(super) fn initial_phase(&mut self) {
        let days = self.initial_days();
        let day = |n: usize| {
            days.get(n.min(days.len() - 1))
                .copied()
                .unwrap_or(self.plan.opened)
        };
        let (first, second, last) = (day(0), day(1), day(usize::MAX));
        self.opening();
        self.breaks();
        self.history(first);
        self.inventory(second, last);
        self.agreements(first, last);
        self.contacts(last);
        self.anchors();
        if self.plan.of(Phase::Initial).next().is_none() {
            self.tasks_without_sessions(first);
        }
    }

    /// Contacts outside sessions that the protocol asks for.
    fn contacts(&mut self, day: NaiveDate) {
        for contact in self
            .protocol
            .spec()
            .contacts
            .iter()
            .filter(|contact| asked(contact.level))
        {
            let purpose = match contact.with {
                ContactWith::Prescriber => ContactPurpose::Medication,
                _ => ContactPurpose::Information,
            };
            self.after(
                day,
                Contact::new(contact.with)
                    .with_channel(Channel::Telephone)
                    .with_purpose(purpose)
                    .with_reached(Stated::Done),
            );
        }
    }

    /// The days on which initial work is done: those of the initial sessions, or that of the
    /// assessment.
    fn initial_days(&self) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.plan.of(Phase::Initial).map(|slot| slot.day).collect();
        if days.is_empty() {
            days.push(self.plan.opened);
        }
        days
    }

    /// Whether the patient is well when the course begins.
    pub(super) fn begins_in_remission(&self) -> bool {
        let acute = self.plan.slots.iter().any(|slot| slot.phase.is_acute());
        self.protocol.spec().population.remission_at_entry.value
            || !acute && self.plan.of(Phase::Maintenance).next().is_some()
    }

    pub(super) fn on_medication(&self) -> bool {
        work::on_medication(self.protocol)
    }

    /// What stands at the door: who, with whose consent, and whether IPT fits.
    fn opening(&mut self) {
        let day = self.plan.opened;
        let population = self.protocol.spec().population;
        let least = population.age_min.map_or(0, |age| age.value);
        let greatest = population.age_max.map_or(u8::MAX, |age| age.value);
        self.before(day, Opened::new(self.plan.opens_in, Reporting::COMPLETE));
        self.before(
            day,
            TherapistAssigned::new(Exemplar::THERAPIST)
                .with_kind(TherapistKind::Specialist)
                .with_training(Label::from_static("certified"))
                .with_supervision(Stated::Done),
        );
        self.before(
            day,
            ConsentRecorded::new(ConsentState::Given).with_limits_explained(Stated::Done),
        );
        self.before(day, AgeRecorded::new(AGE.clamp(least, greatest)));
        self.before(day, self.screen());
        self.before(
            day,
            SuitabilityDecided::new(Suitability::Suitable).with_reason(text(
                "a depressive episode in an interpersonal context; wants to work on it",
            )),
        );
        if self.begins_in_remission() {
            let reason = text("no symptom of weight for two months");
            self.before(
                day,
                JudgementMade::new(Criterion::REMISSION, true).with_reason(reason),
            );
        }
    }

    /// The breaks that are known beforehand, with somebody to call.
    fn breaks(&mut self) {
        let opened = self.plan.opened;
        for span in self
            .plan
            .breaks
            .clone()
            .iter()
            .filter(|span| span.until >= opened)
        {
            self.before(
                opened,
                BreakAnnounced::new(span.from, span.until).with_crisis_contact(Stated::Done),
            );
        }
    }

    /// The events that the end hangs on, expected when everything is over.
    fn anchors(&mut self) {
        let (opened, expected) = (self.plan.opened, later(self.plan.closes(), AFTER_THE_END));
        for anchor in self
            .protocol
            .spec()
            .anchors
            .iter()
            .map(|spec| spec.anchor)
            .collect::<Vec<_>>()
        {
            self.before(opened, ExternalDate::new(anchor, expected));
        }
    }

    /// A depression that the protocol is for, else the first diagnosis that it names.
    fn diagnosis(&self) -> DiagnosisMade {
        let usual = if self.begins_in_remission() {
            "F33.4"
        } else {
            "F32.1"
        };
        let usual = DiagnosisMade::new(
            DiagnosisCode::from_static(usual),
            Label::from_static("icd-10"),
        );
        let indications = &self.protocol.spec().indications;
        match indications.first() {
            Some(first)
                if !indications
                    .iter()
                    .any(|indication| indication.covers(&usual)) =>
            {
                DiagnosisMade::new(first.stem, first.system)
            }
            _ => usual,
        }
    }

    /// The screen finds what the protocol is for, if it asks about that, and nothing else.
    fn screen(&self) -> ScreeningDone {
        let present: ScreenSet = self.diagnosis().answers().into_iter().collect();
        ScreeningDone::new()
            .with_present(present)
            .with_absent(ScreenSet::ALL.difference(present))
    }

    fn history(&mut self, day: NaiveDate) {
        let well = self.begins_in_remission();
        self.before(
            day,
            HistoryTaken::new()
                .with_earlier_episodes(if well { 2 } else { 0 })
                .with_chronic(false)
                .with_earlier_therapy(well)
                .with_prior_response(if well {
                    PriorResponse::Remitted
                } else {
                    PriorResponse::Unknown
                })
                .with_remitted_only_with_medication(false)
                .with_note(text("physical health is good; nothing in the family")),
        );
        let diagnosis = self.diagnosis();
        self.before(day, diagnosis);
        let medication = if self.on_medication() {
            MedicationNoted::new(MedicationChange::AtEntry)
                .with_class(MedicationClass::from_static("mood_stabiliser"))
                .with_stable_since(crate::vocabulary::ApproxDate::exactly(earlier(day, 90)))
                .with_prescriber_contacted(Stated::Done)
        } else {
            MedicationNoted::new(MedicationChange::NoneTaken)
        };
        self.before(day, medication);
    }

    fn inventory(&mut self, begun: NaiveDate, done: NaiveDate) {
        for person in self.people() {
            self.before(begun, person);
        }
        let (event, onset) = self.timeline();
        if let Some(event) = event {
            self.before(begun, event);
        }
        self.before(begun, onset);
        self.before(done, Self::inventory_completed());
        for candidate in self.candidates() {
            self.before(done, candidate);
        }
        self.area_detail(done);
        self.before(done, DocumentFiled::new(Document::Inventory));
    }

    fn agreements(&mut self, first: NaiveDate, last: NaiveDate) {
        let item = self.focus_item();
        let acute = self.plan.under_contract(None);
        if !acute.is_empty() {
            self.before(first, FrameAnnounced::new(self.frame(&acute)));
        }
        self.before(
            last,
            FormulationGiven::new([item.on].to_vec())
                .with_parts(FormulationParts::ALL)
                .with_wording(text(
                    "it is an illness, it came with what happened, and that is what we can work on",
                )),
        );
        self.before(last, FormulationAnswered::new(PatientResponse::Accepted));
        self.before(last, FocusAgreed::new([item].to_vec()));
        self.before(last, DocumentFiled::new(Document::Formulation));
        if acute.is_empty() {
            // A protocol that does not treat an acute episode begins on the contract of its first
            // phase.
            if let Some(phase) = self.plan.slots.first().map(|slot| slot.phase) {
                self.own_contract(phase, last);
            }
        } else {
            let contract = self.contract(&acute, ContractScope::Acute);
            self.before(last, contract);
        }
    }

    /// The contract of a numbered phase that has one of its own.
    pub(super) fn own_contract(&mut self, phase: Phase, day: NaiveDate) {
        let slots = self.plan.under_contract(Some(phase));
        let scope = if phase == Phase::Continuation {
            ContractScope::Continuation
        } else {
            ContractScope::Maintenance
        };
        let contract = self.contract(&slots, scope);
        self.before(day, contract);
    }

    fn contract(&self, slots: &[Slot], scope: ContractScope) -> ContractAgreed {
        let ends_on = slots.last().map_or(self.plan.last_day(), |slot| slot.day);
        let mut contract = self.terms(
            ContractAgreed::new(self.frame(slots)),
            scope,
            self.interval(),
            ends_on,
        );
        if scope == ContractScope::Acute {
            contract.aim = Some(text("no depression, and the goals of the focus"));
        }
        contract
    }

    /// A contract with everything that a contract settles.
    pub(super) fn terms(
        &self,
        contract: ContractAgreed,
        scope: ContractScope,
        interval_days: u16,
        ends_on: NaiveDate,
    ) -> ContractAgreed {
        // Homework is promised only where the protocol gives it.
        let structured = self
            .protocol
            .spec()
            .work
            .between_sessions
            .value
            .contains(crate::vocabulary::WorkKind::Structured);
        let terms = if structured {
            ContractTerms::ALL
        } else {
            ContractTerms::ALL.without(ContractTerm::SystematicHomework)
        };
        contract
            .with_scope(scope)
            .with_interval_days(interval_days)
            .with_minutes(
                self.plan
                    .terms
                    .minutes
                    .unwrap_or(self.protocol.spec().dose.minutes.value.typical),
            )
            .with_ends_on(ends_on)
            .with_missed_sessions(
                self.plan
                    .terms
                    .missed_sessions
                    .unwrap_or(MissedSessionPolicy::NoShowOnly),
            )
            .with_notice_hours(NOTICE_HOURS)
            .with_terms(terms)
            .with_modality(self.modality())
            .with_aim(text("to stay well"))
    }

    /// Days from one session to the next.
    fn interval(&self) -> u16 {
        self.plan
            .terms
            .interval_days
            .unwrap_or_else(|| Pace::of(self.protocol).prevailing())
    }

    /// A frame for these sessions, of a kind that the protocol allows.
    fn frame(&self, slots: &[Slot]) -> TimeFrame {
        // Missed sessions that count belong to the contract on which the course begins.
        let begins = slots.first().map(|slot| slot.number)
            == self.plan.slots.first().map(|slot| slot.number);
        let missed = if begins { self.plan.missed.len() } else { 0 };
        let sessions = u16::try_from(slots.len() + missed)
            .unwrap_or(u16::MAX)
            .max(1);
        let days = match (slots.first(), slots.last()) {
            (Some(first), Some(last)) => (last.day - first.day).num_days(),
            _ => 0,
        };
        let days = u16::try_from(days).unwrap_or(u16::MAX);
        let weeks = (days / 7 + 1).max(self.protocol.spec().dose.weeks.value.typical);
        let allowed = self.protocol.spec().dose.time_frames.value;
        if allowed.contains(TimeFrameKind::Sessions) {
            TimeFrame::Sessions(sessions)
        } else if allowed.contains(TimeFrameKind::SessionsWithinWeeks) {
            TimeFrame::SessionsWithinWeeks(sessions, weeks)
        } else if allowed.contains(TimeFrameKind::Weeks) {
            TimeFrame::Weeks(weeks)
        } else {
            TimeFrame::UntilReview(days.saturating_add(self.interval()))
        }
    }

    /// The tasks of an initial session that its note names. Those that have a fact of their own are
    /// done by it.
    pub(super) fn initial_tasks(&self, session: u16) -> Vec<TaskNote> {
        let sessions = u16::try_from(self.plan.of(Phase::Initial).count()).unwrap_or(u16::MAX);
        let tasks = self.plan.talk_in(self.protocol, session, sessions);
        tasks
            .into_iter()
            .map(|task| self.initial_note(task))
            .collect()
    }

    fn initial_note(&self, task: T) -> TaskNote {
        let note = TaskNote::done(task);
        match task {
            T::SickRole => TaskNote {
                sick_role: self.protocol.spec().initial.sick_role.value,
                ..note
            },
            T::MedicationEvaluation if self.on_medication() => {
                note.with_medication(MedicationDecision::AlreadyTaking)
            }
            T::MedicationEvaluation => note.with_medication(MedicationDecision::NotIndicated),
            _ => note,
        }
    }

    /// What initial sessions would do, in a protocol that has none: at the assessment.
    fn tasks_without_sessions(&mut self, day: NaiveDate) {
        let due = work::talked_over(self.protocol);
        for &task in work::FIRST
            .iter()
            .chain(work::LATER)
            .filter(|&&task| due.contains(task))
        {
            let note = self.initial_note(task);
            self.before(day, note);
        }
        self.before(
            day,
            Enquiry::no_concern().with_subjects(EnquirySubjects::ALL),
        );
        let score = self.first_score();
        self.before(day, score);
    }

    fn first_score(&self) -> crate::measure::Score {
        let first = Slot {
            number: 1,
            day: self.plan.opened,
            phase: Phase::Assessment,
        };
        self.scores(first)
            .into_iter()
            .next()
            .unwrap_or_else(|| self.score_when_well())
    }
}
