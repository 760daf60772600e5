//! Whether IPT fits this patient now: suitability, the exclusion screen, age and diagnosis.

use crate::{
    FreeText,
    machine::Guard,
    record::{
        patient::{AgeRecorded, DiagnosisMade, DiagnosisRole},
        setting::{ScreenItem, ScreenSet, ScreeningDone, Suitability, SuitabilityDecided},
    },
    rule::{
        catalogue::{
            due::{bound, none_shown, open_when_beginning_was_over},
            rules,
        },
        values,
    },
    source::SourceId,
    vocabulary::{InitialTask, Place, Severity, Stated, Topic},
};

/// What a source was seen to exclude from IPT alone, whatever the ground of a protocol's own list.
const SEEN: ScreenSet = ScreenSet::EXCLUDING.difference(ScreenSet::of(&[ScreenItem::MedicalMimic]));

rules! {
    kind: Order;

    /// Before treatment begins, the patient should be found suitable for it.
    ///
    /// ## Why
    /// A time-limited therapy fits some problems at some times. Whether it fits here is a person's
    /// decision, never a score's, and the record shows that it was taken. Taken against IPT,
    /// somebody should see that treatment began.
    ///
    /// ## When it does not apply
    /// Courses without an assessment phase, whose record begins with treatment itself.
    FOUND_SUITABLE = {
        code: "IPT-015", severity: Warning, clause: Deviation,
        topics: [InitialTasks],
        basis: Manual,
        sources: [SourceId::STUART_ROBERTSON_2012.at("ch. 3"), SourceId::TIME_LIMITED_THERAPY.at("selection")],
        remedies: [RecordIt, DiscussInSupervision, JustifyByWaiver], record: ["suitability_decided"],
        says: {
            finds UNSUITABLE: "The patient was found unsuitable for IPT on {decided}, and the {initial} began on {day}.";
            lacks UNDECIDED Note: "The {initial} began on {day}, and no decision on whether IPT suits the patient was on record by then.";
        },
        check: |ctx, out| out.condition(Guard::FoundSuitable, Topic::InitialTasks, |step| {
            let decision = ctx.all::<SuitabilityDecided>().rfind(|(row, _)| row.on <= step.on);
            match decision {
                Some((row, it)) if it.decision == Suitability::Unsuitable => (UNSUITABLE, values! { decided: row.on }),
                _ => (UNDECIDED, values! {}),
            }
        }),
    };

    /// Before the middle phase begins, each exclusion question of the screen should be answered, and physical causes considered.
    ///
    /// ## Why
    /// Mania, psychosis, dependence, physical causes and imminent danger change what treatment is
    /// right. An open question is no answer.
    ///
    /// ## When it does not apply
    /// Protocols that do not ask for the screen, or exclude nobody on its ground; physical causes
    /// where the protocol does not name them as a task; while the initial phase lasts.
    SCREEN_ANSWERED = {
        code: "IPT-016", severity: Warning, clause: Deviation,
        topics: [InitialTasks], parameters: ["initial.tasks", "population.excluded"],
        basis: Trial,
        sources: [
            SourceId::TDCRP.at("exclusions"), SourceId::GRIGORIADIS_RAVITZ_2007.at("for whom"),
            SourceId::MILLER_2005.at("late-life depression"),
        ],
        remedies: [AskDirectly, RecordIt, DoItNext, JustifyByWaiver], record: ["screening_done"],
        says: {
            finds NOT_SCREENED: "The record says that the exclusion screen had not been done {due}.";
            lacks NO_SCREEN: "{due}, no exclusion screen was on record.";
            lacks OPEN: "{due}, the exclusion screen had no answer on record to these questions: {items}.";
            finds NOT_CONSIDERED: "The record says that physical causes had not been considered {due}.";
            lacks NO_CHECK: "{due}, it was not on record whether physical causes had been considered.";
        },
        check: |ctx, out| {
            let (spec, excluded) = (ctx.spec(), ctx.spec().population.excluded.value);
            let asks_for = |task| spec.initial.tasks.value.contains(task);
            let screens = asks_for(InitialTask::Screening) && !excluded.is_empty();
            if !screens && !asks_for(InitialTask::MedicalCheck) {
                return out.does_not_apply();
            }
            if screens {
                out.condition(Guard::ScreenAnswered, Topic::InitialTasks, |step| {
                    match ctx.all::<ScreeningDone>().rfind(|(row, _)| row.on <= step.on) {
                        Some((_, screen)) => {
                            (OPEN, values! { items: excluded.difference(screen.present.union(screen.absent)) })
                        }
                        None if ctx.initial_stated(InitialTask::Screening) == Stated::NotDone => (NOT_SCREENED, values! {}),
                        None => (NO_SCREEN, values! {}),
                    }
                });
            }
            if asks_for(InitialTask::MedicalCheck) {
                open_when_beginning_was_over(InitialTask::MedicalCheck, Severity::Warning, [NOT_CONSIDERED, NO_CHECK], ctx, out);
            }
        },
    };

    /// Before the middle phase begins, a specialist plan must cover what the screen found beyond IPT alone.
    ///
    /// ## Why
    /// Those whom trials of IPT left out need something beside it or before it. With a plan of
    /// those who treat that, IPT may go on. What no source was seen to exclude, such as a physical
    /// illness with similar symptoms, weighs less. Which questions exclude is the protocol's to
    /// say.
    ///
    /// ## When it does not apply
    /// Protocols that exclude nobody on the ground of the screen. When no excluding question was
    /// answered yes; while the initial phase lasts. Immediate danger that the screen found is a
    /// matter of its day and has a rule of its own.
    SCREEN_CLEAR = {
        code: "IPT-017", severity: Error, clause: PublishedBound,
        topics: [InitialTasks], parameters: ["population.excluded"],
        basis: Manual,
        sources: [
            SourceId::MARKOWITZ_HANDBOOK.at("other applications"), SourceId::TIME_LIMITED_THERAPY.at("selection"),
            SourceId::TDCRP.at("exclusions"),
        ],
        remedies: [HandOver, RecordIt, ConsiderOtherProtocol, JustifyByWaiver], record: ["screening_done.specialist_plan"],
        follows_here: ["IPT-271"],
        says: {
            finds NO_PLAN: "The screen of {screened} found {items}, and the record says that no specialist plan covered that {due}.";
            calls_for PLAN_UNKNOWN: "The screen of {screened} found {items}, and no specialist plan for that was on record {due}."
                asks "The screen of {screened} found {items}. Who treated that beside IPT {due}?";
            finds NO_PLAN_BESIDE Warning: "The screen of {screened} found {items}, and the record says that nobody had planned how to treat that \
                {due}.";
            calls_for PLAN_BESIDE_UNKNOWN Warning: "The screen of {screened} found {items}, and no plan of how to treat that was on record \
                {due}."
                asks "The screen of {screened} found {items}. Had it been planned how to treat that {due}?";
        },
        check: |ctx, out| {
            let excluded = ctx.spec().population.excluded;
            let asked = excluded.value.without(ScreenItem::ImminentDanger);
            if asked.is_empty() || !ctx.history.judged.contains(Guard::ScreenClear) {
                return out.does_not_apply();
            }
            let found_by = |screen: &ScreeningDone| screen.present.intersection(asked);
            if !ctx.all::<ScreeningDone>().any(|(_, screen)| !found_by(screen).is_empty()) {
                let clear = ctx.last::<ScreeningDone>().is_some_and(|(_, screen)| screen.absent.includes(asked));
                return if clear { out.does_not_apply() } else { none_shown(Topic::InitialTasks, ctx, out) };
            }
            out.condition(Guard::ScreenClear, Topic::InitialTasks, |step| {
                let latest = ctx.all::<ScreeningDone>().rfind(|(row, _)| row.on <= step.on);
                let items = latest.map_or(ScreenSet::EMPTY, |(_, screen)| found_by(screen));
                let screened = latest.map_or(step.on, |(row, _)| row.on);
                let is_stated = latest.is_some_and(|(_, screen)| screen.specialist_plan == Stated::NotDone);
                let seen = excluded.basis.is_published() || !items.intersection(SEEN).is_empty();
                let case = match (seen, is_stated) {
                    (true, true) => NO_PLAN,
                    (true, false) => PLAN_UNKNOWN,
                    (false, true) => NO_PLAN_BESIDE,
                    (false, false) => PLAN_BESIDE_UNKNOWN,
                };
                (case, values! { screened, items })
            });
        },
    };

    /// Where IPT works less clearly, a reason for offering it should be on record.
    ///
    /// ## Why
    /// With chronic depression or marked symptoms of personality disorder it may still be right;
    /// the reason guides review.
    ///
    /// ## When it does not apply
    /// Protocols that ask for no such reason. When the latest screen found nothing of the kind. The
    /// reason may stand with the screen, or with a decision on suitability of its day or later.
    CAUTION_HAS_REASON = {
        code: "IPT-018", severity: Warning, clause: Deviation, kind: Content,
        topics: [InitialTasks], parameters: ["population.cautioned"],
        basis: Practice,
        sources: [
            SourceId::ISIPT_QUESTIONS.at("chronic depression"), SourceId::CARTER_2011.at("personality"),
            SourceId::BERNECKER_2017.at("moderators"),
        ],
        remedies: [RecordIt, DiscussInSupervision], record: ["suitability_decided.reason", "screening_done.reason"],
        says: {
            calls_for NO_REASON: "The screen of {day} found {items}, and no reason for offering IPT all the same is on record."
                asks "The screen of {day} found {items}. Why is IPT offered all the same?";
        },
        check: |ctx, out| {
            let cautioned = ctx.spec().population.cautioned.value;
            if cautioned.is_empty() {
                return out.does_not_apply();
            }
            let Some((row, screen)) = ctx.last::<ScreeningDone>() else {
                return none_shown(Topic::InitialTasks, ctx, out);
            };
            let items = screen.present.intersection(cautioned);
            if items.is_empty() {
                let clear = screen.absent.includes(cautioned);
                return if clear { out.does_not_apply() } else { none_shown(Topic::InitialTasks, ctx, out) };
            }
            // What was written before the screen gives no reason for what it found.
            let mut decisions = ctx.all::<SuitabilityDecided>().filter(|(decided, _)| decided.on >= row.on);
            if !is_given(screen.reason.as_ref()) && !decisions.any(|(_, decided)| is_given(decided.reason.as_ref())) {
                out.calls_for(NO_REASON, Topic::InitialTasks, ctx.place_of(row.seq), values! { items });
            }
        },
    };

    /// The patient's age at entry must lie within the protocol's range.
    ///
    /// ## Why
    /// Outside the range another protocol may fit better. An error where the protocol's source
    /// publishes whom it is for, a warning where the bound is ours or the age an estimate.
    ///
    /// ## When it does not apply
    /// Protocols without a range of ages. Where no age is recorded, it cannot be told.
    AGE_FITS = {
        code: "IPT-021", severity: Error, clause: PublishedBound, kind: Content,
        topics: [], parameters: ["population.age_min", "population.age_max"],
        basis: Manual,
        sources: [SourceId::TDCRP.at("adults"), SourceId::DIETZ_2018.at("ages"), SourceId::MTLLD.at("entry")],
        remedies: [CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        follows_here: ["IPT-301"],
        says: {
            finds TOO_YOUNG: "The first age on record, that of {day}, was {found:year|years}; {protocol} is for people of {least:year|years} \
                and more.";
            finds TOO_OLD: "The first age on record, that of {day}, was {found:year|years}; {protocol} is for people of up to {most:year|years}.";
            finds OUTSIDE: "The first age on record, that of {day}, was {found:year|years}; {protocol} is for people of {least} to \
                {most:year|years}.";
        },
        check: |ctx, out| {
            let (min, max) = (ctx.spec().population.age_min, ctx.spec().population.age_max);
            if min.is_none() && max.is_none() {
                return out.does_not_apply();
            }
            let Some((row, age)) = ctx.first::<AgeRecorded>() else {
                return out.cannot_tell(Topic::InitialTasks, Place::Course);
            };
            let found = age.years;
            let passed = min.filter(|min| found < min.value).or(max.filter(|max| found > max.value));
            let Some(passed) = passed else { return };
            if ctx.began_midway() && max.is_some_and(|max| found > max.value) {
                // The patient may have been younger when treatment began.
                return out.cannot_tell(Topic::InitialTasks, ctx.place_of(row.seq));
            }
            let (case, values) = match (min, max) {
                (Some(min), Some(max)) => (OUTSIDE, values! { found, least: min.value, most: max.value }),
                (Some(min), None) => (TOO_YOUNG, values! { found, least: min.value }),
                _ => (TOO_OLD, values! { found, most: passed.value }),
            };
            // An estimate may lie on the other side.
            let most = if age.about { Severity::Warning } else { Severity::Error };
            out.weighing(bound(passed.basis).min(most)).finds(case, ctx.place_of(row.seq), values);
        },
    };

    /// The diagnosis that treatment is for should be one that the protocol is for.
    ///
    /// ## Why
    /// What is known of a variant is known for the people it was tried with; for others a different
    /// protocol may fit better.
    ///
    /// ## When it does not apply
    /// Protocols whose source ties them to no diagnosis. One diagnosis of the protocol is enough,
    /// so that other ones beside it are no matter. Where none is recorded, or in a classification
    /// that the protocol does not name, it cannot be told.
    DIAGNOSIS_INDICATED = {
        code: "IPT-022", severity: Warning, clause: Deviation, kind: Content,
        topics: [InitialTasks], parameters: ["indications"],
        basis: Trial, sources: [SourceId::CUIJPERS_2016.at("what it was tried for"), SourceId::TDCRP.at("entry")],
        remedies: [CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver], record: ["diagnosis_made"],
        follows_here: ["IPT-271"],
        says: {
            lacks OTHER: "Treatment was for the diagnosis {code} of {day}, and none on record is among those that {protocol} names.";
        },
        check: |ctx, out| {
            let indications = &ctx.spec().indications;
            if indications.is_empty() {
                return out.does_not_apply();
            }
            let targets = || ctx.all::<DiagnosisMade>().filter(|(_, diagnosis)| diagnosis.role == DiagnosisRole::Target);
            if targets().any(|(_, diagnosis)| indications.iter().any(|indication| indication.covers(diagnosis))) {
                return;
            }
            let Some((row, diagnosis)) = targets().next_back() else {
                return out.cannot_tell(Topic::InitialTasks, Place::Course);
            };
            let place = ctx.place_of(row.seq);
            if indications.iter().any(|indication| indication.is_told_by(diagnosis)) {
                out.lacks(OTHER, Topic::InitialTasks, place, values! { code: diagnosis.code });
            } else {
                out.cannot_tell(Topic::InitialTasks, place);
            }
        },
    };
}

fn is_given(reason: Option<&FreeText>) -> bool {
    reason.is_some_and(|reason| !reason.is_blank())
}
