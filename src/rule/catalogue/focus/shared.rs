//! What the rules about the focus read: the agreements, the item in an area, and what the record
//! says of a person.

use crate::{
    base::{
        date::{ApproxDate, Precision},
        text::FreeText,
    },
    record::{FactKind, focus::FocusAgreed, inventory::PersonInventoried},
    rule::{Ctx, FactRow, Finding, Matter, Matters, Sink, catalogue::due::none_shown},
    vocabulary::{FocusItem, FocusStatus, PersonRef, ProblemArea, Seq, Topic},
};

/// The agreements on a focus. That there was none is known only where agreements are reported, and
/// since the beginning.
pub(in crate::rule::catalogue) fn agreements<'a>(
    ctx: &Ctx<'a>,
    out: &mut Sink<'_>,
) -> impl DoubleEndedIterator<Item = (FactRow, &'a FocusAgreed)> + Clone + use<'a> {
    if !ctx.kinds().contains(FactKind::FocusAgreed) {
        none_shown(Topic::Agreements, ctx, out);
    }
    ctx.all()
}

/// The active items of a focus, the primary one first.
pub(in crate::rule::catalogue) fn active(
    agreed: &FocusAgreed,
) -> impl Iterator<Item = &FocusItem> + Clone {
    agreed
        .items
        .iter()
        .filter(|item| item.status == FocusStatus::Active)
}

/// The agreement by which an area first became active, and the item.
pub(in crate::rule::catalogue) fn chosen<'a>(
    ctx: &Ctx<'a>,
    area: ProblemArea,
) -> Option<(FactRow, &'a FocusItem)> {
    ctx.all::<FocusAgreed>().find_map(|(row, agreed)| {
        let item = active(agreed).find(|item| item.on.area() == Some(area))?;
        Some((row, item))
    })
}

/// The same, for a rule that is about this area alone: it does not apply where the focus is
/// another.
pub(super) fn focus_on<'a>(
    area: ProblemArea,
    ctx: &Ctx<'a>,
    out: &mut Sink<'_>,
) -> Option<(FactRow, &'a FocusItem)> {
    let chosen = chosen(ctx, area);
    if chosen.is_none() {
        let _ = agreements(ctx, out);
        out.does_not_apply();
    }
    chosen
}

/// Whether a fact took effect after another.
pub(in crate::rule::catalogue) fn comes_later(at: FactRow, than: FactRow) -> bool {
    (at.on, at.seq) > (than.on, than.seq)
}

/// The first later agreement on the focus of which something holds.
pub(super) fn agreed_later(
    ctx: &Ctx<'_>,
    than: FactRow,
    holds: impl Fn(&FocusAgreed) -> bool,
) -> Option<Seq> {
    ctx.all::<FocusAgreed>()
        .find(|(row, agreed)| comes_later(*row, than) && holds(agreed))
        .map(|(row, _)| row.seq)
}

/// Makes a note of what made a finding good, if something did.
pub(in crate::rule::catalogue) fn mended(finding: &mut Finding, by: Option<Seq>) {
    if let Some(by) = by {
        finding.remedied_by(by);
    }
}

/// Those of the matters that are open.
pub(in crate::rule::catalogue) fn open<const N: usize>(matters: [(Matter, bool); N]) -> Matters {
    matters
        .into_iter()
        .filter(|(_, is_open)| *is_open)
        .map(|(matter, _)| matter)
        .collect()
}

/// Whether a text says something.
pub(in crate::rule::catalogue) fn said(text: Option<&FreeText>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}

/// What the inventory says last of a person.
pub(in crate::rule::catalogue) fn inventoried<'a>(
    ctx: &Ctx<'a>,
    person: PersonRef,
) -> Option<&'a PersonInventoried> {
    ctx.all::<PersonInventoried>()
        .rev()
        .find(|(_, entry)| entry.person == person)
        .map(|(_, entry)| entry)
}

/// Whether a day lies after another for certain, as exactly as both are known.
pub(super) fn is_after(day: ApproxDate, than: ApproxDate) -> bool {
    use chrono::Datelike;
    let year = |date: ApproxDate| date.on.year();
    match day.precision.max(than.precision) {
        Precision::Day => day.on > than.on,
        Precision::Month => than.months_until(day) > 0,
        Precision::Year => year(day) > year(than),
    }
}
