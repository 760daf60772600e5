//! Therapists: their training, their supervision, and how somebody from outside rated a session.

use crate::{
    record::setting::{AdherenceRated, SupervisionHeld, TherapistAssigned, TherapistKind},
    rule::{
        Ctx, Matter, Matters, SessionRow,
        catalogue::{due::none_shown, rules},
        values,
    },
    source::SourceId,
    vocabulary::{Place, Stated, Topic},
};

rules! {
    kind: Supervision;

    /// Who holds the sessions should be on record, with their training, and their supervision should be arranged.
    ///
    /// ## Why
    /// Guidelines ask that therapists are trained in what they do and keep being supervised in it.
    /// What a register of staff holds already is a note here; that no supervision was arranged is
    /// more.
    ///
    /// ## When it does not apply
    /// Software without a therapist; courses in which no session was held. A session whose note
    /// names nobody was held by the therapist who had taken on the course by then.
    THERAPIST_TRAINED = {
        code: "IPT-020", severity: Warning, clause: Deviation,
        topics: [Supervision, Sessions],
        basis: Guideline,
        sources: [
            SourceId::NICE_NG222.at("1.4.7"), SourceId::TRAINING_LEVEL_B.at("supervised sessions"),
            SourceId::DESIGN.at("therapist of a session"),
        ],
        remedies: [RecordIt, DiscussInSupervision], record: ["therapist_assigned", "session.therapist"],
        says: {
            finds NOT_ARRANGED: "The record says that no supervision was arranged for the therapist who took on the course on {day}.";
            lacks NOT_TOLD Note: "Not on record for the therapist who took on the course on {day}: {missing}.";
            lacks NOBODY Note: "Who held {found:session|sessions}, {found|on|the last of them on} {day}, is not on record.";
            lacks NOT_ASSIGNED Note: "No therapist is on record as having taken on the course, so that training and supervision are not on record \
                either.";
        },
        check: |ctx, out| {
            if !ctx.sessions().iter().any(|row| row.held) {
                return none_shown(Topic::Sessions, ctx, out);
            }
            for (row, therapist) in ctx.all::<TherapistAssigned>().filter(|(_, it)| it.kind != Some(TherapistKind::Software)) {
                let place = ctx.place_of(row.seq);
                if therapist.supervision == Stated::NotDone {
                    out.finds(NOT_ARRANGED, place, values! {});
                }
                let silent = [
                    (Matter::Training, therapist.training.is_none()),
                    (Matter::Supervision, therapist.supervision == Stated::NotReported),
                ];
                let missing: Matters = silent.into_iter().filter(|(_, is_silent)| *is_silent).map(|(matter, _)| matter).collect();
                if !missing.is_empty() {
                    out.lacks(NOT_TOLD, Topic::Supervision, place, values! { missing });
                }
            }
            let assigned = ctx.first::<TherapistAssigned>().map(|(row, _)| row.on);
            let names_nobody = |row: &&SessionRow| ctx.note(row).is_some_and(|note| note.therapist.is_none());
            let unnamed = ctx.held().filter(|row| assigned.is_none_or(|day| row.on < day)).filter(names_nobody);
            // Who held a session stands in its note, or with who took on the course.
            if let Some(last) = unnamed.clone().next_back() {
                let found = unnamed.count();
                out.lacks(NOBODY, [Topic::Supervision, Topic::Sessions], ctx.place(last), values! { found });
            } else if assigned.is_none() {
                out.lacks(NOT_ASSIGNED, Topic::Supervision, Place::Course, values! {});
            }
        },
    };

    /// The sessions of a therapist in training, or of one who works under supervision, should be supervised without long stretches in between.
    ///
    /// ## Why
    /// Skill in IPT is learned on one's own cases with somebody who looks at them. Who is no
    /// specialist works under supervision.
    ///
    /// ## When it does not apply
    /// Other therapists, and those whose standing is not on record. How much of their sessions
    /// supervision covered is asked of therapists in training, in completed courses whose
    /// supervisions say how many sessions they covered.
    TRAINEE_IS_SUPERVISED = {
        code: "IPT-230", severity: Warning, clause: Deviation,
        topics: [Supervision], parameters: ["work.supervision_gap", "work.supervised_share"],
        basis: Practice,
        sources: [SourceId::TRAINING_LEVEL_B.at("supervised sessions"), SourceId::DESIGN.at("how often")],
        remedies: [DiscussInSupervision, RecordIt, JustifyByWaiver], record: ["supervision_held"],
        says: {
            lacks STRETCH: "Up to {day}, {found:session|sessions} in a row held by a {standing} had no supervision on record; the protocol allows at most {most}.";
            lacks SHARE: "Supervision on record covered {part} of the {whole} sessions held by a therapist in training; the protocol asks \
                for {least}.";
        },
        check: |ctx, out| {
            let mut sessions = ctx.sessions().iter().filter(|row| row.held).filter_map(|row| Some((row, supervised(ctx, row)?))).peekable();
            if sessions.peek().is_none() {
                let told = ctx.all::<TherapistAssigned>().any(|(_, assigned)| assigned.kind.is_some());
                return if told { out.does_not_apply() } else { out.has_none(Topic::Supervision) };
            }
            let most = ctx.spec().work.supervision_gap.value;
            let (mut found, mut whole, mut before) = (0, 0_u16, None);
            for (row, standing) in sessions {
                whole += u16::from(standing == TherapistKind::Trainee);
                let mut since = ctx.all::<SupervisionHeld>().filter(|(held, _)| before.is_none_or(|day| held.on > day));
                // A supervision on the day of the session covers it; one before it, what came
                // before.
                found = match since.find(|(held, _)| held.on <= row.on) {
                    Some(_) if ctx.all::<SupervisionHeld>().any(|(held, _)| held.on == row.on) => 0,
                    Some(_) => 1,
                    None => found + 1,
                };
                if found == most + 1 {
                    out.lacks(STRETCH, Topic::Supervision, ctx.place(row), values! { found, most, standing });
                }
                before = Some(row.on);
            }
            let covered = ctx.all::<SupervisionHeld>().map(|(_, held)| held.sessions_covered);
            // Where one of them does not say how many sessions it covered, nobody knows.
            let (Some(_), Some(covered)) = (ctx.completion(), covered.sum::<Option<u16>>()) else { return };
            let (share, covered) = (ctx.spec().work.supervised_share.value, covered.min(whole));
            if !share.is_reached_by(covered.into(), whole.into()) {
                out.lacks(SHARE, Topic::Supervision, Place::Course, values! { part: covered, whole, least: share.part(whole) });
            }
        },
    };

    /// An outside rating of adherence should reach the level that certification asks for.
    ///
    /// ## Why
    /// The rating is somebody else's; the crate computes none and grades nobody.
    ///
    /// ## When it does not apply
    /// Records without a rating, and ratings on another scale than the one for which the level is
    /// published.
    ADHERENCE_RATING = {
        code: "IPT-232", severity: Note, clause: Deviation,
        topics: [Supervision], looks_for: [Supervision], holds_if_reported: [Supervision], parameters: ["work.adherence_min"],
        basis: Practice, sources: [SourceId::IPTINSTITUTE_LEVEL_B.at("at least 3.0 of 5")],
        remedies: [DiscussInSupervision, ForInformation],
        says: {
            finds BELOW: "An outside rating of adherence of {day} was {whole}.{tenths} of {of}; certification asks for {least}.0.";
        },
        check: |ctx, out| {
            let least = ctx.spec().work.adherence_min.value;
            // A level is published for one scale; what it comes to on another nobody has said.
            for (row, rated) in ctx.all::<AdherenceRated>().filter(|(_, rated)| u16::from(rated.of) == least.den) {
                out.applies();
                let (whole, tenths, of) = (rated.tenths / 10, rated.tenths % 10, rated.of);
                if !least.is_reached_by(rated.tenths.into(), 10 * u32::from(of)) {
                    out.finds(BELOW, Place::Entry(row.seq), values! { whole, tenths, of, least: least.num });
                }
            }
        },
    };
}

/// The standing of the therapist in charge on the day of a session, who is the one assigned last,
/// if it is one of those who are supervised.
fn supervised(ctx: &Ctx<'_>, session: &SessionRow) -> Option<TherapistKind> {
    use TherapistKind::{Lay, SupervisedNonspecialist, Trainee};
    let (_, assigned) = ctx
        .all::<TherapistAssigned>()
        .rfind(|(row, _)| row.on <= session.on)?;
    assigned
        .kind
        .filter(|kind| matches!(kind, Trainee | SupervisedNonspecialist | Lay))
}
