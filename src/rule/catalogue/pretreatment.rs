//! Before treatment: IPT-015 to IPT-023.

use super::{
    condition, condition_as,
    due::{bound, due_by_first_session, each, indispensable, none_shown},
    guaranteed, old_rules,
};
use crate::{
    machine::Guard,
    record::{
        patient::DiagnosisRole,
        setting::{ConsentState, ScreenItem, ScreenSet, TherapistKind},
    },
    rule::{OldEvidence, Place, Severity},
    source::SourceId,
    task::{InitialTask, Stated},
    topic::Topic,
};

/// What a source was seen to exclude from IPT alone, whatever the ground of a protocol's own list.
const SEEN: ScreenSet = ScreenSet::EXCLUDING.difference(ScreenSet::of(&[ScreenItem::MedicalMimic]));

old_rules! {
    /// The patient was found suitable before treatment begins.
    ///
    /// ## Why
    /// A time-limited therapy fits some problems at some times. Whether it fits here is a person's decision, never a
    /// score's, and the record shows that it was taken. Not yet taken, it is late; taken against IPT, somebody should
    /// see that treatment began.
    ///
    /// ## When it does not apply
    /// Courses without an assessment phase, whose record begins with treatment itself.
    FOUND_SUITABLE = {
        code: "IPT-015", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [InitialTasks], parameters: [],
        basis: Manual,
        sources: [SourceId::STUART_ROBERTSON_2012.at("ch. 3"), SourceId::TIME_LIMITED_THERAPY.at("selection")],
        since: FIRST,
        remedies: [RecordIt, DiscussInSupervision, JustifyByWaiver],
        check: |ctx, out| condition(Guard::FoundSuitable, Topic::InitialTasks, ctx, out),
    };

    /// Each exclusion question of the screen is answered before the middle phase begins.
    ///
    /// ## Why
    /// Mania, psychosis, dependence, physical causes and imminent danger change what treatment is right. An open
    /// question is no answer.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for the screen, or exclude nobody on its ground; while the initial phase lasts.
    SCREEN_ANSWERED = {
        code: "IPT-016", severity: Warning, clause: Deviation, kind: Order,
        moments: [PhaseChange], topics: [InitialTasks],
        parameters: ["initial.tasks", "population.excluded"],
        basis: Trial,
        sources: [SourceId::TDCRP.at("exclusions"), SourceId::GRIGORIADIS_RAVITZ_2007.at("for whom")], since: FIRST,
        remedies: [AskDirectly, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let spec = ctx.spec();
            if !spec.initial.tasks.value.contains(InitialTask::Screening) || spec.population.excluded.value.is_empty() {
                return out.does_not_apply();
            }
            condition(Guard::ScreenAnswered, Topic::InitialTasks, ctx, out);
        },
    };

    /// What the screen found beyond IPT alone is covered by a specialist plan before the middle phase begins.
    ///
    /// ## Why
    /// Those whom trials of IPT left out need something beside it or before it. With a plan of those who treat that,
    /// IPT may go on. Planned later, it is late: a warning that stands remedied. What no source was seen to exclude, such
    /// as a physical illness that mimics the disorder, is a warning too. Which questions exclude is the protocol's to say.
    ///
    /// ## When it does not apply
    /// Protocols that exclude nobody on the ground of the screen. When no excluding question was answered yes; while the initial phase lasts. Where the record does not say
    /// whether there is a plan, silence is no absence: only a record that reports the initial tasks in full lacks one.
    SCREEN_CLEAR = {
        code: "IPT-017", severity: Error, clause: PublishedBound, kind: Order,
        moments: [PhaseChange], topics: [InitialTasks], parameters: ["population.excluded"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_HANDBOOK.at("other applications"), SourceId::TIME_LIMITED_THERAPY.at("selection"),
            SourceId::TDCRP.at("exclusions"),
        ],
        since: FIRST,
        remedies: [HandOver, RecordIt, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let excluded = ctx.spec().population.excluded;
            if excluded.value.is_empty() || !ctx.index.judged.contains(Guard::ScreenClear) {
                return out.does_not_apply();
            }
            let excluding = |present: ScreenSet| present.intersection(excluded.value);
            let latest = each!(ctx, ScreeningDone).next_back().map(|(_, screen)| screen);
            if !each!(ctx, ScreeningDone).any(|(_, screen)| !excluding(screen.present).is_empty()) {
                let clear = latest.is_some_and(|screen| screen.absent.includes(excluded.value));
                return if clear { out.does_not_apply() } else { none_shown(Topic::InitialTasks, ctx, out) };
            }
            let found = latest.map_or(ScreenSet::EMPTY, |screen| excluding(screen.present));
            let seen = excluded.basis.is_published() || found.is_empty() || !found.intersection(SEEN).is_empty();
            let weight = if seen { Severity::Error } else { Severity::Warning };
            condition_as(weight, Guard::ScreenClear, Topic::InitialTasks, ctx, out);
        },
    };

    /// Where IPT works less clearly, a reason for offering it is on record.
    ///
    /// ## Why
    /// With chronic depression or marked symptoms of personality disorder it may still be right; the reason guides
    /// review.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no such reason. When the latest screen found nothing of the kind. The reason may stand with the screen or with the decision on suitability.
    CAUTION_HAS_REASON = {
        code: "IPT-018", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks], parameters: ["population.cautioned"],
        basis: Practice,
        sources: [
            SourceId::ISIPT_QUESTIONS.at("chronic depression"), SourceId::CARTER_2011.at("personality"),
            SourceId::BERNECKER_2017.at("moderators"),
        ],
        since: FIRST,
        remedies: [RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            let cautioned = ctx.spec().population.cautioned.value;
            if cautioned.is_empty() {
                return out.does_not_apply();
            }
            let Some((row, screen)) = each!(ctx, ScreeningDone).next_back() else {
                return none_shown(Topic::InitialTasks, ctx, out);
            };
            let items = screen.present.intersection(cautioned);
            if items.is_empty() {
                let clear = screen.absent.includes(cautioned);
                return if clear { out.does_not_apply() } else { none_shown(Topic::InitialTasks, ctx, out) };
            }
            let said = screen.reason.as_ref().is_some_and(|reason| !reason.is_blank());
            let decided = each!(ctx, SuitabilityDecided)
                .any(|(_, decided)| decided.reason.as_ref().is_some_and(|reason| !reason.is_blank()));
            if !said && !decided {
                out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Screen { items });
            }
        },
    };

    /// Consent is on record and the limits of confidentiality are explained by the end of the first session.
    ///
    /// ## Why
    /// The patient knows from the start what is kept and what is not. Until the middle phase begins it is late, and a
    /// warning; still absent then, a task of the protocol is missing. Consent without a word on the limits is thin, and
    /// a warning.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for it; before the first session.
    CONSENT_AT_START = {
        code: "IPT-019", severity: Error, clause: PublishedBound, kind: Order,
        moments: [Recording, PhaseChange], topics: [Agreements, Sessions], parameters: ["initial.tasks"],
        basis: Manual, sources: [SourceId::MARKOWITZ_2017.at("p. 133")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
        check: |ctx, out| {
            let given = each!(ctx, ConsentRecorded).next_back().is_some_and(|(_, consent)| {
                consent.state != ConsentState::Withdrawn && consent.limits_explained != Stated::NotDone
            });
            let never = if given { Severity::Warning } else { indispensable(ctx) };
            due_by_first_session(InitialTask::ConsentAndLimits, never, ctx, out);
        },
    };

    /// The therapist's level of training is on record, and supervision is arranged.
    ///
    /// ## Why
    /// Guidelines ask that therapists are trained in what they do and keep being supervised in it.
    ///
    /// ## When it does not apply
    /// Software without a therapist; courses in which no session was held.
    THERAPIST_TRAINED = {
        code: "IPT-020", severity: Warning, clause: Deviation, kind: Supervision,
        moments: [Recording], topics: [Supervision, Sessions], parameters: [],
        basis: Guideline,
        sources: [SourceId::NICE_NG222.at("1.4.7"), SourceId::TRAINING_LEVEL_B.at("supervised sessions")], since: FIRST,
        remedies: [RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            if !ctx.sessions().iter().any(|row| row.held) {
                return none_shown(Topic::Sessions, ctx, out);
            }
            let mut assigned = false;
            for (row, therapist) in each!(ctx, TherapistAssigned) {
                assigned = true;
                if therapist.kind == Some(TherapistKind::Software) {
                    continue;
                }
                let place = ctx.place_of(row.seq);
                if therapist.supervision == Stated::NotDone {
                    out.old_finds(place, OldEvidence::Matter { name: "supervision" });
                } else if therapist.supervision == Stated::NotReported {
                    out.old_lacks(Topic::Supervision, place, OldEvidence::Matter { name: "supervision" });
                }
                if therapist.training.is_none() {
                    out.old_lacks(Topic::Supervision, place, OldEvidence::Matter { name: "training" });
                }
            }
            if !assigned {
                out.old_lacks(Topic::Supervision, Place::Course, OldEvidence::Matter { name: "therapist" });
            }
        },
    };

    /// The patient's age at entry lies within the protocol's range.
    ///
    /// ## Why
    /// Outside the range another protocol may fit better. An error where the protocol's source publishes whom it is
    /// for, a warning where the bound is ours.
    ///
    /// ## When it does not apply
    /// Protocols without a range of ages. Where no age is recorded, it cannot be told.
    AGE_FITS = {
        code: "IPT-021", severity: Error, clause: PublishedBound, kind: Content,
        moments: [Recording], topics: [], parameters: ["population.age_min", "population.age_max"],
        basis: Manual,
        sources: [SourceId::TDCRP.at("adults"), SourceId::DIETZ_2018.at("ages"), SourceId::MTLLD.at("entry")],
        since: FIRST,
        remedies: [CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let population = &ctx.spec().population;
            let (min, max) = (population.age_min, population.age_max);
            if min.is_none() && max.is_none() {
                return out.does_not_apply();
            }
            let Some((row, age)) = each!(ctx, AgeRecorded).next() else {
                return out.cannot_tell(Topic::InitialTasks, Place::Course);
            };
            let passed = match (min, max) {
                (Some(min), _) if age.years < min.value => min,
                (_, Some(max)) if age.years > max.value => max,
                _ => return,
            };
            let found = age.years.into();
            let evidence = match (min, max) {
                (Some(min), Some(max)) => {
                    OldEvidence::Outside { found, least: min.value.into(), most: max.value.into() }
                }
                (Some(min), None) => OldEvidence::TooFew { found, least: min.value.into() },
                (None, max) => OldEvidence::TooMany { found, most: max.map_or(found, |max| max.value.into()) },
            };
            out.old_finds_as(bound(passed.basis), ctx.place_of(row.seq), evidence);
        },
    };

    /// The diagnosis that treatment is for is one that the protocol is for.
    ///
    /// ## Why
    /// What is known of a variant is known for the people it was tried with; for others a different protocol may fit
    /// better.
    ///
    /// ## When it does not apply
    /// Protocols whose source ties them to no diagnosis. One diagnosis of the protocol is enough, so that other ones
    /// beside it are no matter. Where none is recorded, or in a classification that the protocol does not name, it
    /// cannot be told.
    DIAGNOSIS_INDICATED = {
        code: "IPT-022", severity: Warning, clause: Deviation, kind: Content,
        moments: [Recording], topics: [InitialTasks], parameters: ["indications"],
        basis: Trial, sources: [SourceId::CUIJPERS_2016.at("what it was tried for"), SourceId::TDCRP.at("entry")],
        since: FIRST,
        remedies: [CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let indications = &ctx.spec().indications;
            if indications.is_empty() {
                return out.does_not_apply();
            }
            let mut targets = each!(ctx, DiagnosisMade)
                .filter(|(_, diagnosis)| diagnosis.role == DiagnosisRole::Target)
                .peekable();
            if targets.peek().is_none() {
                return out.cannot_tell(Topic::InitialTasks, Place::Course);
            }
            let mut outside = None;
            for (row, diagnosis) in targets {
                if indications.iter().any(|indication| indication.covers(diagnosis)) {
                    return;
                }
                outside = Some((row, indications.iter().any(|indication| indication.system == diagnosis.system)));
            }
            match outside {
                Some((row, true)) => {
                    out.old_lacks(Topic::InitialTasks, ctx.place_of(row.seq), OldEvidence::Nothing {});
                }
                Some((row, false)) => out.cannot_tell(Topic::InitialTasks, ctx.place_of(row.seq)),
                None => {}
            }
        },
    };

    /// A session held before the main track is not counted as an acute session.
    ///
    /// ## Why
    /// Brief IPT has an engagement session before its eight; counting it would take one away.
    ///
    /// ## When it does not apply
    /// It always applies. Protocols without such a session have nothing to count.
    ENGAGEMENT_NOT_COUNTED = {
        code: "IPT-023", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording], topics: [], parameters: [],
        basis: Manual, sources: [SourceId::IPTINSTITUTE_BRIEF.at("engagement session")], since: FIRST,
        remedies: [ForInformation],
        guaranteed_by: "each track counts its own sessions; only the main track counts as acute",
        check: guaranteed,
    };
}
