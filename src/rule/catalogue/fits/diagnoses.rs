//! Diagnoses, and the screen that asked about them.

use crate::{
    record::{
        focus::DisputeDetailed,
        inventory::PersonInventoried,
        patient::{DiagnosisMade, DiagnosisRole, MedicationNoted},
        safety::ConcernRaised,
        setting::{ScreenItem, ScreeningDone},
    },
    rule::{Ctx, FactRow, catalogue::rules, values},
    source::SourceId,
    vocabulary::{Classification, Place, Severity, lies_under},
};

rules! {
    kind: Record;

    /// What the exclusion screen found should agree with the diagnoses, and with what else is on record.
    ///
    /// ## Why
    /// The screen decides whether IPT alone is right. Where it says no and a diagnosis says yes, one
    /// of them was wrong, or things have changed and the screen was not asked again.
    ///
    /// ## When it does not apply
    /// Diagnoses that were ruled out, and codes of classifications that are not known. A bipolar
    /// disorder under a mood stabiliser, which the screen does not ask about. The latest screen
    /// counts. Violence counts in a relationship that goes on; known only after the screen, it is a
    /// note.
    SCREEN_FITS = {
        code: "IPT-310", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("screen and diagnosis")],
        remedies: [AskDirectly, CorrectEntry, RecordIt], record: ["screening_done", "diagnosis_made.role"],
        says: {
            finds DIAGNOSED: "The screen of {other} was answered with no for one question ({item}), and a diagnosis of {day} says otherwise \
                ({diagnosis}).";
            finds YES_AND_NO: "In the screen of {day} questions were answered both with yes and with no: {items}.";
            finds DANGER: "The screen of {other} found no imminent danger, and a concern of {day} was recorded as immediate danger.";
            finds VIOLENCE: "The screen of {other} found no ongoing violence, and violence or coercion in a relationship was recorded on {day}.";
        },
        check: |ctx, out| {
            let Some((screened, screen)) = ctx.last::<ScreeningDone>() else { return };
            let at = Place::Entry(screened.seq);
            let items = screen.present.intersection(screen.absent);
            if !items.is_empty() {
                out.finds(YES_AND_NO, at, values! { items });
            }
            let denied = screen.absent.difference(screen.present);
            for (row, made) in standing(ctx) {
                // The question is about a bipolar disorder that nothing stabilises.
                let is_asked = |item| item != ScreenItem::Bipolar || !ctx.all::<MedicationNoted>().any(|(_, it)| it.stabilises_mood());
                if let Some(item) = made.answers().filter(|&item| denied.contains(item) && is_asked(item)) {
                    out.finds(DIAGNOSED, Place::Entry(row.seq), values! { item, diagnosis: made.code }).see(at);
                }
            }
            if denied.contains(ScreenItem::ImminentDanger) {
                let mut raised = ctx.all::<ConcernRaised>();
                if let Some((row, _)) = raised.find(|(row, it)| row.on == screened.on && it.immediate_danger) {
                    out.finds(DANGER, Place::Entry(row.seq), values! {}).see(at);
                }
            }
            if denied.contains(ScreenItem::OngoingViolence) {
                if let Some(row) = violence(ctx) {
                    let weight = if row.on > screened.on { Severity::Note } else { Severity::Warning };
                    out.weighing(weight).finds(VIOLENCE, Place::Entry(row.seq), values! {}).see(at);
                }
            }
        },
    };

    /// The code of a diagnosis should have the form of its classification's codes.
    ///
    /// ## Why
    /// A code of another classification, or a word in its place, is found by no rule that looks for
    /// diagnoses.
    ///
    /// ## When it does not apply
    /// Classifications that are not known. Whether there is such a code is not looked up.
    DIAGNOSIS_HAS_FORM = {
        code: "IPT-311", severity: Warning, clause: Deviation, since: SECOND,
        topics: [], basis: Design, sources: [SourceId::DESIGN.at("codes of diagnoses")],
        remedies: [CorrectEntry],
        says: {
            finds OTHER_FORM: "The code of the diagnosis of {day} ({diagnosis}) did not have the form of a code of its classification ({system}).";
        },
        check: |ctx, out| {
            for (row, made) in ctx.all::<DiagnosisMade>() {
                let Some(system) = Classification::named(made.system.as_str()) else { continue };
                if !system.has_form(made.code.as_str()) {
                    out.finds(OTHER_FORM, Place::Entry(row.seq), values! { diagnosis: made.code, system });
                }
            }
        },
    };
}

/// The diagnoses that were not ruled out later.
fn standing<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (FactRow, &'a DiagnosisMade)> + use<'a> {
    let ctx = *ctx;
    ctx.all::<DiagnosisMade>().filter(move |(row, made)| {
        let ruled_out = |(later, other): (FactRow, &DiagnosisMade)| {
            later.on >= row.on
                && other.role == DiagnosisRole::RuledOut
                && other.classification() == made.classification()
                && lies_under(made.code.as_str(), other.code.as_str())
        };
        !ctx.all::<DiagnosisMade>().any(ruled_out)
    })
}

/// The first entry on violence or coercion in a relationship that goes on.
fn violence(ctx: &Ctx<'_>) -> Option<FactRow> {
    let goes_on = |it: &PersonInventoried| {
        it.alive != Some(false) && it.died.is_none() && it.currently_involved != Some(false)
    };
    let people = ctx.all::<PersonInventoried>();
    let people = people.filter(|(_, it)| it.coercion == Some(true) && goes_on(it));
    let disputes = ctx.all::<DisputeDetailed>();
    let disputes = disputes
        .filter(|(_, it)| it.coercion == Some(true) && it.currently_involved != Some(false));
    let rows = people
        .map(|(row, _)| row)
        .chain(disputes.map(|(row, _)| row));
    rows.min_by_key(|row| (row.on, row.seq))
}
