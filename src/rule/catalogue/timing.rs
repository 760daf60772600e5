//! Timing: IPT-155 to IPT-174.

use super::{
    absence,
    middle::{lacks_both, only_where_told},
    pace::{self, Rung},
    rules,
};
use crate::{
    id::Criterion,
    phase::Phase,
    record::{
        Fact, FactKind,
        contract::{AmendmentReason, MissedSessionPolicy, TimeFrame},
        session::{Attendance, SessionKind},
    },
    rule::{Ctx, Evidence, Place, SessionRow},
    source::SourceId,
    task::{EndingTask, Stated},
    topic::Topic,
};

rules! {
    /// Sessions follow each other about as closely as agreed.
    ///
    /// ## Why
    /// A week or more without a session is an event that a reader wants to see. Longer gaps have rules of their own.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. Where contacts are not reported, a longer
    /// gap is noted here, since nobody can tell what covered it.
    GAP_WORTH_A_NOTE = {
        code: "IPT-155", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions], parameters: ["timing.gap_note", "cadence", "timing.taper"],
        basis: Design, sources: [SourceId::DESIGN.at("gaps"), SourceId::ISIPT_STRATEGIES.at("weekly sessions")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| pace::report(ctx, out, Rung::Note),
    };

    /// No gap between sessions is long unless something covers it.
    ///
    /// ## Why
    /// A time-limited treatment lives on its rhythm; what was begun in one session cools down.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. An even longer gap has a rule of its own.
    LONG_GAP = {
        code: "IPT-156", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: ["timing.gap_warn", "timing.gap_break", "cadence", "timing.taper"],
        basis: Design, sources: [SourceId::DESIGN.at("gaps")], since: FIRST,
        remedies: [RecordIt, SeekPatient, JustifyByWaiver],
        check: |ctx, out| pace::report(ctx, out, Rung::Long),
    };

    /// No gap between sessions is as long as a break in treatment unless something covers it.
    ///
    /// ## Why
    /// After so long a gap treatment is in fact begun again; pausing it openly keeps the contract.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count.
    BREAK_WITHOUT_PAUSE = {
        code: "IPT-157", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: ["timing.gap_break", "cadence", "timing.taper"],
        basis: Design, sources: [SourceId::DESIGN.at("gaps")], since: FIRST,
        remedies: [RecordIt, SeekPatient, JustifyByWaiver],
        check: |ctx, out| pace::report(ctx, out, Rung::Break),
    };

    /// Sessions do not crowd.
    ///
    /// ## Why
    /// Between sessions the patient tries things out with people; that takes days.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and contracts that agree on more than the protocol's usual pace.
    SESSIONS_NOT_CROWDED = {
        code: "IPT-158", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], parameters: ["timing.gap_min_days"],
        basis: Design, sources: [SourceId::DESIGN.at("smallest gap")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let least = ctx.spec().timing.gap_min_days.value;
            for gap in pace::gaps(ctx) {
                let Some(row) = gap.before else { continue };
                let crisis = row.kind == SessionKind::Crisis || gap.after.kind == SessionKind::Crisis;
                if crisis || gap.days() >= least.into() {
                    continue;
                }
                let usual = pace::of_protocol(ctx, row.ordinal);
                if pace::agreed_interval(ctx, row.on).is_some_and(|(_, agreed)| usual.is_wider(agreed)) {
                    continue;
                }
                let evidence = Evidence::Days { from: gap.from, to: gap.to, limit: least.into() };
                out.finds(ctx.place(row), evidence).see(ctx.place(gap.after));
            }
        },
    };

    /// The spacing of sessions does not drift away from what was agreed.
    ///
    /// ## Why
    /// No single gap may be long, and treatment still runs at another pace than agreed.
    ///
    /// ## When it does not apply
    /// Stretches with a gap that is long by itself: it has its own rule. Days that something covers do not count.
    SPACING_DOES_NOT_DRIFT = {
        code: "IPT-159", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Contacts],
        parameters: ["timing.gap_note", "timing.gap_warn", "timing.missed_run", "cadence", "timing.taper"],
        basis: Design, sources: [SourceId::DESIGN.at("drifting spacing")], since: FIRST,
        remedies: [AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let gaps = timing.missed_run.value.max(1);
            let mut drifting = false;
            for (first, last) in stretches(ctx, gaps) {
                let interval = pace::interval(ctx, last).wider(pace::interval(ctx, first));
                let mean_exceeds = |days| interval.of(gaps).is_exceeded(timing.gap_note.value, days);
                let whole = pace::between(first.on, last.on);
                let drifts = mean_exceeds(whole)
                    && mean_exceeds(whole.saturating_sub(pace::covered(ctx, first.on, last.on)))
                    && !pace::gaps(ctx)
                        .filter(|gap| first.on <= gap.from && gap.to <= last.on)
                        .any(|gap| interval.is_exceeded(timing.gap_warn.value, gap.days()));
                if drifts && !drifting {
                    let limit = interval.of(gaps).limit(timing.gap_note.value);
                    let evidence = Evidence::Days { from: first.on, to: last.on, limit };
                    lacks_both(ctx, out, [Topic::Contacts, Topic::Sessions], ctx.place(last), evidence)
                        .see(ctx.place(first));
                }
                drifting = drifts;
            }
        },
    };

    /// Treatment runs faster than usual only where the contract says so.
    ///
    /// ## Why
    /// Two sessions a week are a recognised form; they use up the contract in half the time, so they are agreed.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and sessions that follow each other at the protocol's own pace.
    FASTER_PACE_IS_AGREED = {
        code: "IPT-160", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Agreements],
        parameters: ["timing.twice_weekly", "timing.gap_note", "timing.missed_run", "cadence"],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, once or sometimes twice weekly"), SourceId::BRUIJNIKS_2020.at("twice weekly"),
        ],
        since: FIRST,
        remedies: [AgreeAmendment, CorrectEntry, ConsiderOtherProtocol],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let gaps = timing.missed_run.value.max(1);
            if let Some((entry, agreed)) = pace::agreed_interval(ctx, ctx.as_of()) {
                let faster = agreed.is_exceeded(timing.gap_note.value, pace::of_protocol(ctx, 1).limit_once());
                if faster && !timing.twice_weekly.value {
                    out.finds(Place::Entry(entry), Evidence::Matter { name: "more_often_than_the_protocol_provides_for" });
                }
            }
            let mut fast = false;
            for (first, last) in stretches(ctx, gaps) {
                let between = pace::between(first.on, last.on);
                let agreed = pace::interval(ctx, last).narrower(pace::interval(ctx, first));
                let limit = agreed.narrower(pace::of_protocol(ctx, last.ordinal)).of(gaps).limit_once();
                let runs = timing.gap_note.value.of_is_exceeded_by(between, limit)
                    && !ctx.held().any(|row| {
                        row.kind == SessionKind::Crisis && first.ordinal <= row.ordinal && row.ordinal <= last.ordinal
                    });
                if runs && !fast {
                    let evidence = Evidence::Days { from: first.on, to: last.on, limit };
                    out.lacks(Topic::Agreements, ctx.place(last), evidence).see(ctx.place(first));
                }
                fast = runs;
            }
        },
    };

    /// Within acute treatment the spacing of sessions is not widened.
    ///
    /// ## Why
    /// Sessions further apart towards the end belong to other models; where it is agreed, a reader wants to see it. No source was
    /// found that forbids it.
    ///
    /// ## When it does not apply
    /// Protocols that widen the spacing themselves.
    NO_TAPER = {
        code: "IPT-161", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], parameters: ["timing.taper"],
        basis: Unseen, sources: [SourceId::KNOWLEDGE.at("tapering"), SourceId::GERMAN_PAGES.at("one describes it")], since: FIRST,
        remedies: [ForInformation, ConsiderOtherProtocol],
        check: |ctx, out| {
            if ctx.spec().timing.taper.value {
                return out.does_not_apply();
            }
            for (row, fact) in ctx.facts(FactKind::ContractAmended) {
                let Fact::ContractAmended(amended) = fact else { continue };
                let (Some(days), false) = (amended.interval_days, row.phase.has_own_contract()) else { continue };
                let Some(yesterday) = row.on.pred_opt() else { continue };
                let before = pace::agreed_interval(ctx, yesterday)
                    .map_or_else(|| pace::of_protocol(ctx, 1), |(_, interval)| interval);
                if before.limit_once() < days.into() {
                    let evidence = Evidence::TooMany { found: days.into(), most: before.limit_once() };
                    out.finds(Place::Entry(row.seq), evidence);
                }
            }
            only_where_told(ctx, out, Topic::Agreements);
        },
    };

    /// Acute treatment takes little longer than planned.
    ///
    /// ## Why
    /// The limit in time is part of the treatment as the number of sessions is.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. A long overrun has its own rule.
    LITTLE_OVERRUN = {
        code: "IPT-162", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts, Agreements],
        parameters: ["timing.overrun_weeks", "timing.overrun_most", "dose.weeks", "cadence"],
        basis: Design, sources: [SourceId::DESIGN.at("overrun"), SourceId::EARLY_LEAVERS_TRIAL.at("sixteen sessions in five months")],
        since: FIRST,
        remedies: [AgreeAmendment, ReviewProgress, JustifyByWaiver],
        check: |ctx, out| overrun(ctx, out, false),
    };

    /// Acute treatment does not take much longer than planned.
    ///
    /// ## Why
    /// So long an overrun is another treatment than the one agreed.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count.
    NO_LONG_OVERRUN = {
        code: "IPT-163", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts, Agreements],
        parameters: ["timing.overrun_most", "dose.weeks", "cadence"],
        basis: Design, sources: [SourceId::DESIGN.at("overrun")], since: FIRST,
        remedies: [AgreeAmendment, ReviewProgress, JustifyByWaiver],
        check: |ctx, out| overrun(ctx, out, true),
    };

    /// A patient who stays away is sought.
    ///
    /// ## Why
    /// Sessions missed one after another are how most courses are lost.
    ///
    /// ## When it does not apply
    /// One missed session; cancellations by therapist or service; a patient who came back meanwhile. Telephoning after the first
    /// missed session counts.
    OUTREACH_AFTER_MISSED_SESSIONS = {
        code: "IPT-164", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: ["timing.outreach_days", "timing.missed_run"],
        basis: Design, sources: [SourceId::DESIGN.at("outreach"), SourceId::NONATTENDANCE_STUDY.at("missed sessions")],
        since: FIRST,
        remedies: [SeekPatient, RecordIt],
        check: |ctx, out| {
            let run = ctx.spec().timing.missed_run.value.saturating_sub(1).max(1);
            let days = ctx.spec().timing.outreach_days.value;
            for missed in absence::runs_of_missed(ctx, run) {
                let due = absence::after(missed.row.on, days);
                let back = ctx.held().any(|row| missed.row.on < row.on && row.on <= due);
                let sought = absence::was_sought(ctx, missed.since, due);
                if due < ctx.as_of() && !back && !sought {
                    let evidence = Evidence::Days { from: missed.since, to: due, limit: days.into() };
                    out.lacks(Topic::Contacts, ctx.place(missed.row), evidence);
                }
            }
            only_where_told(ctx, out, Topic::Sessions);
        },
    };

    /// When contact breaks off it is decided how to go on.
    ///
    /// ## Why
    /// A course that nobody ended and nobody pursues leaves the patient without an answer.
    ///
    /// ## When it does not apply
    /// Time that a pause, a stay in hospital or an announced break covers; the time after acute treatment, unless it has a contract
    /// of its own.
    DECISION_WHEN_CONTACT_BREAKS = {
        code: "IPT-165", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: ["timing.missed_run", "timing.silence_days", "timing.outreach_days", "timing.gap_break"],
        basis: Design, sources: [SourceId::DESIGN.at("decision on how to go on")], since: FIRST,
        remedies: [SeekPatient, RecordIt],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let mut open = None;
            for missed in absence::runs_of_missed(ctx, timing.missed_run.value.max(1)) {
                let due = absence::after(missed.row.on, timing.outreach_days.value);
                if due < ctx.as_of() && !absence::was_decided(ctx, missed.since, due) {
                    let evidence =
                        Evidence::Days { from: missed.since, to: due, limit: timing.outreach_days.value.into() };
                    out.lacks(Topic::Contacts, ctx.place(missed.row), evidence);
                    open = Some(missed.row.on);
                }
            }
            absence::silences(ctx, |from, to, limit, place| {
                // Sessions missed in a row were found above.
                if open.is_some_and(|day| from < day && day <= to) || absence::was_decided(ctx, from, to) {
                    return;
                }
                lacks_both(ctx, out, [Topic::Sessions, Topic::Contacts], place, Evidence::Days { from, to, limit });
            });
            only_where_told(ctx, out, Topic::Sessions);
        },
    };

    /// A patient who misses an early session is contacted.
    ///
    /// ## Why
    /// Most of those who leave do so in the first sessions, and a missed session without a word is the sign.
    ///
    /// ## When it does not apply
    /// Once as many sessions were held as an initial phase usually has; cancellations.
    EARLY_NO_SHOW_IS_FOLLOWED = {
        code: "IPT-166", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: ["timing.outreach_days", "initial.sessions_usual"],
        basis: Practice, sources: [SourceId::NONATTENDANCE_STUDY.at("no-shows before the third session")], since: FIRST,
        remedies: [SeekPatient, RecordIt],
        check: |ctx, out| {
            let days = ctx.spec().timing.outreach_days.value;
            let early = ctx.spec().initial.sessions_usual.value;
            let mut held = 0;
            for row in ctx.sessions().iter().filter(|row| row.acute) {
                if row.held {
                    held = row.ordinal;
                }
                let silent = ctx.note(row).is_some_and(|note| note.attendance == Attendance::DidNotAttend);
                let due = absence::after(row.on, days);
                if !silent || held >= early || due >= ctx.as_of() {
                    continue;
                }
                // The next regular session is not a contact about this one.
                let back = ctx.held().any(|later| row.on < later.on && later.on < due);
                if !back && !absence::was_sought(ctx, row.on, due) {
                    let evidence = Evidence::Days { from: row.on, to: due, limit: days.into() };
                    out.lacks(Topic::Contacts, ctx.place(row), evidence);
                }
            }
            only_where_told(ctx, out, Topic::Sessions);
        },
    };

    /// Whether a missed session counts can be told from contract and note.
    ///
    /// ## Why
    /// The crate counts by the policy of the contract in force, and by nothing else. Where only late cancellations count, a
    /// note says how late the cancellation came, and the contract what late is.
    ///
    /// ## When it does not apply
    /// Contracts without a policy, and policies that do not ask how late a cancellation came.
    MISSED_SESSIONS_COUNT_AS_AGREED = {
        code: "IPT-167", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Agreements], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("slots"), SourceId::PSYCHIATRIC_TIMES.at("initial arrangements")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment],
        check: |ctx, out| {
            let mut asks = None;
            let mut hours = false;
            for (row, fact) in ctx.all_facts() {
                match fact {
                    Fact::ContractAgreed(agreed) => {
                        hours |= agreed.notice_hours.is_some();
                        asks = agreed.missed_sessions.or(asks);
                    }
                    Fact::ContractAmended(amended) => asks = amended.missed_sessions.or(asks),
                    Fact::Session(note)
                        if asks == Some(MissedSessionPolicy::LateCancelAndNoShow)
                            && note.attendance == Attendance::CancelledByPatient =>
                    {
                        if !hours {
                            out.lacks(Topic::Agreements, ctx.place_of(row.seq), Evidence::Matter { name: "what_late_is" });
                        } else if note.notice_hours.is_none() {
                            let evidence = Evidence::Matter { name: "how_late_it_was_cancelled" };
                            out.lacks(Topic::Sessions, ctx.place_of(row.seq), evidence);
                        }
                    }
                    _ => {}
                }
            }
            if asks != Some(MissedSessionPolicy::LateCancelAndNoShow) {
                out.does_not_apply();
            }
        },
    };

    /// A long planned break is announced in a session before it, with a contact for a crisis.
    ///
    /// ## When it does not apply
    /// Breaks shorter than a long gap.
    BREAK_IS_ANNOUNCED = {
        code: "IPT-168", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Contacts], parameters: ["timing.gap_warn", "cadence"],
        basis: Design, sources: [SourceId::DESIGN.at("announced breaks")], since: FIRST,
        remedies: [RecordIt, DoItNext],
        check: |ctx, out| {
            let mut any = false;
            for (row, fact) in ctx.facts(FactKind::BreakAnnounced) {
                let Fact::BreakAnnounced(announced) = fact else { continue };
                let Some(last) = ctx.held().take_while(|held| held.on < announced.from).last() else { continue };
                let limit = pace::interval(ctx, last).limit(ctx.spec().timing.gap_warn.value);
                // The last day of the break belongs to it.
                if pace::between(announced.from, announced.until) + 1 < limit {
                    continue;
                }
                any = true;
                let place = Place::Entry(row.seq);
                if last.on < row.on {
                    let evidence = Evidence::Matter { name: "after_the_last_session_before_it" };
                    out.lacks(Topic::Sessions, place, evidence).see(ctx.place(last));
                }
                let evidence = Evidence::Matter { name: "crisis_contact" };
                match announced.crisis_contact {
                    Stated::Done => {}
                    Stated::NotDone => {
                        out.finds(place, evidence);
                    }
                    Stated::NotReported => {
                        out.lacks(Topic::Contacts, place, evidence);
                    }
                }
            }
            if !any && ctx.reporting().contains(Topic::Contacts) {
                out.does_not_apply();
            }
            only_where_told(ctx, out, Topic::Contacts);
        },
    };

    /// A pause has a reason and a day on which it is looked at again, and on that day it is.
    ///
    /// ## Why
    /// A pause without an end is a course that stops without an ending.
    PAUSE_HAS_REASON_AND_REVIEW = {
        code: "IPT-169", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Contacts], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("pauses")], since: FIRST,
        remedies: [CorrectEntry, SeekPatient, RecordIt],
        check: |ctx, out| {
            if !ctx.kinds().contains(FactKind::Paused) {
                return out.does_not_apply();
            }
            for (row, fact) in ctx.facts(FactKind::Paused) {
                let Fact::Paused(paused) = fact else { continue };
                let place = Place::Entry(row.seq);
                if paused.reason.is_none() {
                    out.lacks(Topic::Contacts, place, Evidence::Matter { name: "reason" });
                }
                let Some(day) = paused.review_on else {
                    out.lacks(Topic::Contacts, place, Evidence::Matter { name: "review_day" });
                    continue;
                };
                let went_on = [FactKind::Resumed, FactKind::Paused, FactKind::EngagementDecided, FactKind::Closed]
                    .into_iter()
                    .any(|kind| ctx.facts(kind).any(|(later, _)| later.on >= row.on && later.seq != row.seq))
                    || ctx.sessions().iter().any(|session| session.held && session.on >= row.on);
                if day < ctx.as_of() && !went_on {
                    out.lacks(Topic::Contacts, place, Evidence::On { day });
                }
            }
        },
    };

    /// The contract is not extended again and again.
    ///
    /// ## Why
    /// The limit is part of the treatment. A course that is extended once more is a sign to review it, or to agree on what follows.
    FEW_EXTENSIONS = {
        code: "IPT-170", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], parameters: ["timing.extensions_max"],
        basis: Design, sources: [SourceId::DESIGN.at("extensions"), SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        since: FIRST,
        remedies: [ReviewProgress, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let most = ctx.spec().timing.extensions_max.value;
            for (found, extension) in (1..).zip(pace::extensions(ctx)) {
                if found > u32::from(most) {
                    out.finds(Place::Entry(extension.row.seq), Evidence::TooMany { found, most: most.into() });
                }
            }
            only_where_told(ctx, out, Topic::Agreements);
        },
    };

    /// An extension is short.
    ///
    /// ## When it does not apply
    /// Protocols that do not provide for any: that the contract was extended at all has its own rule.
    SHORT_EXTENSION = {
        code: "IPT-171", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], parameters: ["timing.extension_sessions_max"],
        basis: Design, sources: [SourceId::DESIGN.at("extensions")], since: FIRST,
        remedies: [ReviewProgress, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let most = ctx.spec().timing.extension_sessions_max.value;
            if most == 0 {
                return out.does_not_apply();
            }
            for extension in pace::extensions(ctx) {
                let found = extension.sessions - extension.before;
                if found > most {
                    let evidence = Evidence::TooMany { found: found.into(), most: most.into() };
                    out.finds(Place::Entry(extension.row.seq), evidence);
                }
            }
            only_where_told(ctx, out, Topic::Agreements);
        },
    };

    /// An extension is agreed before the last session of the contract is over.
    ///
    /// ## Why
    /// The end holds until both have agreed on another one. Sessions held beyond the contract have a rule of their own.
    ///
    /// ## When it does not apply
    /// An agreement on the day of the last session counts as in time.
    EXTENSION_IN_TIME = {
        code: "IPT-172", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements, Sessions], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment],
        check: |ctx, out| {
            for extension in pace::extensions(ctx) {
                let place = Place::Entry(extension.row.seq);
                let mut acute = ctx.sessions().iter().rev().filter(|row| row.acute);
                let used_up = acute.find(|row| row.on < extension.row.on);
                if let Some(last) = used_up.filter(|row| row.slots >= extension.before) {
                    out.finds(place, Evidence::On { day: last.on }).see(ctx.place(last));
                }
                if extension.amended.patient_agreed == Stated::NotDone {
                    out.finds(place, Evidence::Matter { name: "patient_did_not_agree" });
                }
            }
            only_where_told(ctx, out, Topic::Agreements);
        },
    };

    /// Before treatment is extended because symptoms came back near its end, the reaction to the ending is considered.
    ///
    /// ## Why
    /// Symptoms often return as the end comes near. Extending by reflex takes away the experience of managing it.
    ///
    /// ## When it does not apply
    /// Extensions for another reason. Talking about feelings at the ending counts.
    ENDING_REACTION_CONSIDERED = {
        code: "IPT-173", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements, Measures, Ending], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, symptoms at the end")], since: FIRST,
        remedies: [RecordIt, DiscussInSupervision],
        check: |ctx, out| {
            let near_end = |extension: &pace::Extension<'_>| {
                extension.amended.reason == Some(AmendmentReason::SymptomReturnNearEnd)
            };
            let mut any = false;
            for extension in pace::extensions(ctx).filter(near_end) {
                any = true;
                let by = extension.row.on;
                let judged = ctx.facts(FactKind::JudgementMade).any(|(row, fact)| {
                    row.on <= by
                        && matches!(fact, Fact::JudgementMade(made) if made.criterion == Criterion::ENDING_REACTION)
                });
                let felt = ctx.ending_task(EndingTask::FeelingsAboutEnding).is_some_and(|(day, _)| day <= by);
                if !judged && !felt {
                    let place = Place::Entry(extension.row.seq);
                    lacks_both(ctx, out, [Topic::Measures, Topic::Ending], place, Evidence::Nothing {});
                }
            }
            if !any {
                out.does_not_apply();
            }
        },
    };

    /// The last two sessions lie no further apart than those before.
    ///
    /// ## Why
    /// A last session put off, agreed or not, changes the ending. It is measured at the protocol's own pace.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and protocols that widen the spacing themselves.
    LAST_SESSIONS_CLOSE = {
        code: "IPT-174", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Closing], topics: [Sessions], parameters: ["timing.gap_warn", "timing.taper", "cadence"],
        basis: Design, sources: [SourceId::DESIGN.at("spacing near the end")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let mut held = ctx.held().rev();
            let (Some(last), Some(before)) = (held.next(), held.next()) else { return out.does_not_apply() };
            if ctx.spec().timing.taper.value || ctx.completion().is_none() {
                return out.does_not_apply();
            }
            let interval = pace::of_protocol(ctx, last.ordinal);
            let times = ctx.spec().timing.gap_warn.value;
            if interval.is_exceeded(times, pace::between(before.on, last.on)) {
                let evidence = Evidence::Days { from: before.on, to: last.on, limit: interval.limit(times) };
                out.lacks(Topic::Sessions, ctx.place(last), evidence).see(ctx.place(before));
            }
        },
    };
}

/// The first and the last session of each stretch of so many gaps.
fn stretches<'a>(ctx: &Ctx<'a>, gaps: u16) -> impl Iterator<Item = (&'a SessionRow, &'a SessionRow)> + use<'a> {
    let pairs = ctx.held().zip(ctx.held().skip(gaps.into()));
    pairs.filter(|(first, _)| first.phase != Phase::Assessment)
}

/// The overrun of acute treatment: of the long one, or of the one that is worth a warning and not long.
fn overrun(ctx: &Ctx<'_>, out: &mut crate::rule::Sink<'_>, long: bool) {
    let mut held = ctx.held().filter(|row| row.phase != Phase::Assessment);
    let (Some(first), Some(last)) = (held.next(), held.next_back()) else { return out.does_not_apply() };
    let timing = &ctx.spec().timing;
    let weeks = |weeks: u16| u32::from(weeks) * 7;
    let planned = match pace::frame(ctx) {
        Some(TimeFrame::Weeks(n) | TimeFrame::SessionsWithinWeeks(_, n)) => weeks(n),
        Some(TimeFrame::Sessions(n)) => pace::interval(ctx, last).of(n).limit_once(),
        Some(TimeFrame::UntilReview(days)) => days.into(),
        None => weeks(ctx.spec().dose.weeks.value.typical),
    };
    let most = timing.overrun_most.value;
    let whole = pace::between(first.on, last.on);
    let limit = planned + weeks(timing.overrun_weeks.value);
    if whole <= limit && !most.of_is_exceeded_by(planned, whole) {
        return;
    }
    let days = whole.saturating_sub(pace::covered(ctx, first.on, last.on));
    let is_long = most.of_is_exceeded_by(planned, days);
    if is_long != long || (!long && days <= limit) {
        return;
    }
    let limit = if long { planned * u32::from(most.num) / u32::from(most.den) } else { limit };
    let evidence = Evidence::Days { from: first.on, to: last.on, limit };
    lacks_both(ctx, out, [Topic::Contacts, Topic::Agreements], ctx.place(last), evidence).see(ctx.place(first));
}
