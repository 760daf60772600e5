//! Timing: IPT-154 to IPT-175.

use super::{
    absence, delivery,
    middle::lacks_both,
    pace::{self, Rung},
    old_rules,
};
use crate::{
    id::Criterion,
    phase::Phase,
    record::{
        Fact, FactKind,
        contract::{AmendmentReason, ContractAmended, MissedSessionPolicy, TimeFrame},
        session::{Attendance, SessionKind},
    },
    rule::{Ctx, OldEvidence, FactRow, Place, SessionRow, Sink},
    source::SourceId,
    task::{EndingTask, Stated},
    topic::Topic,
};

old_rules! {
    /// Each session that was planned was held.
    ///
    /// ## Why
    /// A session that was missed or cancelled is an event that a reader wants to see. Whether it counts, the contract
    /// says; whether the patient was sought has rules of its own.
    ///
    /// ## When it does not apply
    /// It always applies; a session that was put off and held on another day is no missed one unless the record says
    /// so.
    SLOT_MISSED_OR_CANCELLED = {
        code: "IPT-154", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions], holds_if_reported: [Sessions], parameters: [],
        basis: Practice, sources: [SourceId::NONATTENDANCE_STUDY.at("missed sessions")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            for row in ctx.sessions().iter().filter(|row| !row.held) {
                let Some(note) = ctx.note(row) else { continue };
                out.old_finds(ctx.place(row), OldEvidence::Matter { name: note.attendance.name() });
            }
        },
    };

    /// Sessions follow each other about as closely as agreed.
    ///
    /// ## Why
    /// A gap somewhat longer than agreed is an event that a reader wants to see. Longer gaps have rules of their own.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. Courses in which no second
    /// session was held, and the time between the assessment and treatment.
    GAP_WORTH_A_NOTE = {
        code: "IPT-155", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: [
            "timing.gap_note", "timing.gap_warn", "timing.gap_break", "cadence", "timing.taper", "dose.sessions",
            "dose.weeks",
        ],
        basis: Design,
        sources: [SourceId::DESIGN.at("gaps"), SourceId::ISIPT_STRATEGIES.at("weekly sessions")],
        since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| pace::report(ctx, out, Rung::Note),
    };

    /// No gap between sessions is long unless something covers it.
    ///
    /// ## Why
    /// A time-limited treatment lives on its rhythm; what was begun in one session cools down.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. An even longer gap has a rule
    /// of its own.
    LONG_GAP = {
        code: "IPT-156", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts],
        parameters: [
            "timing.gap_note", "timing.gap_warn", "timing.gap_break", "cadence", "timing.taper", "dose.sessions",
            "dose.weeks",
        ],
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
        parameters: [
            "timing.gap_note", "timing.gap_warn", "timing.gap_break", "cadence", "timing.taper", "dose.sessions",
            "dose.weeks",
        ],
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
    /// Sessions given to a crisis, sessions of another track, and contracts that agree on more than the protocol's usual
    /// pace.
    SESSIONS_NOT_CROWDED = {
        code: "IPT-158", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Agreements], holds_if_reported: [Sessions],
        parameters: ["timing.gap_min_days", "cadence", "dose.sessions", "dose.weeks"],
        basis: Design, sources: [SourceId::DESIGN.at("smallest gap")], since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let least = ctx.spec().timing.gap_min_days.value;
            for gap in pace::gaps(ctx) {
                let Some(row) = gap.before else { continue };
                let crisis = row.kind == SessionKind::Crisis || gap.after.kind == SessionKind::Crisis;
                let from = gap.after.on;
                if crisis || pace::between(from, gap.to) >= least.into() {
                    continue;
                }
                let usual = pace::of_protocol(ctx, row.ordinal);
                if pace::agreed_interval(ctx, row.on).is_some_and(|(_, agreed)| usual.is_wider(agreed)) {
                    continue;
                }
                let evidence = OldEvidence::Days { from, to: gap.to, limit: least.into() };
                out.old_lacks(Topic::Agreements, ctx.place(row), evidence).see(ctx.place(gap.after));
            }
        },
    };

    /// The spacing of sessions does not drift away from what was agreed.
    ///
    /// ## Why
    /// No single gap may be long, and treatment still runs at another pace than agreed.
    ///
    /// ## When it does not apply
    /// Stretches with a gap that is long by itself: it has its own rule. Days that a pause, a stay in hospital or an
    /// announced break covers do not count. Courses with fewer sessions than the pace is looked at over.
    SPACING_DOES_NOT_DRIFT = {
        code: "IPT-159", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Contacts],
        parameters: [
            "timing.pace_gaps", "timing.gap_note", "timing.gap_warn", "cadence", "timing.taper", "dose.sessions",
            "dose.weeks",
        ],
        basis: Design, sources: [SourceId::DESIGN.at("drifting spacing")], since: FIRST,
        remedies: [AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let gaps = timing.pace_gaps.value.max(1);
            let (mut any, mut drifting) = (false, false);
            for (first, last) in stretches(ctx, gaps) {
                any = true;
                let interval = pace::interval(ctx, last).wider(pace::interval(ctx, first));
                let mean_exceeds = |days| interval.of(gaps).is_exceeded(timing.gap_note.value, days);
                let whole = pace::between(first.on, last.on);
                let drifts = mean_exceeds(whole)
                    && mean_exceeds(whole.saturating_sub(pace::covered(ctx, first.on, last.on)))
                    && !pace::gaps(ctx)
                        .filter(|gap| first.on <= gap.from && gap.to <= last.on)
                        .any(|gap| {
                            let uncovered = gap.days().saturating_sub(pace::covered(ctx, gap.from, gap.to));
                            interval.is_exceeded(timing.gap_warn.value, uncovered)
                        });
                if drifts && !drifting {
                    let limit = interval.of(gaps).limit(timing.gap_note.value);
                    let evidence = OldEvidence::Days { from: first.on, to: last.on, limit };
                    lacks_both(ctx, out, [Topic::Contacts, Topic::Sessions], ctx.place(last), evidence)
                        .see(ctx.place(first));
                }
                drifting = drifts;
            }
            if !any {
                out.has_none(Topic::Sessions);
            }
        },
    };

    /// Treatment runs faster than usual only where contract and protocol provide for it.
    ///
    /// ## Why
    /// Two sessions a week are a recognised form; they use up the contract in half the time, so they are agreed.
    ///
    /// ## When it does not apply
    /// Sessions given to a crisis, and sessions that follow each other at the protocol's own pace. The spacing of the
    /// first contract has a rule of its own; amendments are looked at here.
    FASTER_PACE_IS_AGREED = {
        code: "IPT-160", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Agreements], holds_if_reported: [Sessions, Agreements],
        parameters: [
            "timing.twice_weekly", "timing.pace_gaps", "timing.pace_fast", "cadence", "timing.taper",
            "dose.sessions", "dose.weeks",
        ],
        basis: Manual,
        sources: [
            SourceId::WEISSMAN_2000.at("ch. 7, once or sometimes twice weekly"),
            SourceId::BRUIJNIKS_2020.at("twice weekly"),
        ],
        since: FIRST,
        remedies: [AgreeAmendment, CorrectEntry, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let gaps = timing.pace_gaps.value.max(1);
            if let Some((entry, agreed)) = pace::agreed_interval(ctx, ctx.as_of()) {
                let amended = ctx.entry(entry).and_then(crate::Entry::stated).map(|(_, fact)| fact.kind());
                let usual = pace::of_protocol(ctx, 1).limit_once();
                let faster = timing.pace_fast.value.is_reached_by(usual, agreed.limit_once());
                if faster && amended == Some(FactKind::ContractAmended) && !timing.twice_weekly.value {
                    let evidence = OldEvidence::Matter { name: "more_often_than_the_protocol_provides_for" };
                    out.old_finds(Place::Entry(entry), evidence);
                }
            }
            let mut fast = false;
            for (first, last) in stretches(ctx, gaps) {
                let between = pace::between(first.on, last.on);
                let agreed = pace::interval(ctx, last).narrower(pace::interval(ctx, first));
                let limit =
                    agreed.of(gaps).limit_once().min(pace::days_of_protocol(ctx, first.ordinal, last.ordinal));
                let runs = timing.pace_fast.value.is_reached_by(limit, between)
                    && !ctx.held().any(|row| {
                        row.kind == SessionKind::Crisis && first.ordinal <= row.ordinal && row.ordinal <= last.ordinal
                    });
                if runs && !fast {
                    let evidence = OldEvidence::Days { from: first.on, to: last.on, limit };
                    out.old_lacks(Topic::Agreements, ctx.place(last), evidence).see(ctx.place(first));
                }
                fast = runs;
            }
        },
    };

    /// No amendment spaces acute sessions further apart than both contract and protocol have them.
    ///
    /// ## Why
    /// Sessions further apart towards the end belong to other models of IPT; where it is agreed, a reader wants to see it.
    /// No source was found that forbids it.
    ///
    /// ## When it does not apply
    /// Protocols that widen the spacing themselves. Going back to the protocol's spacing after sessions closer together.
    NO_TAPER = {
        code: "IPT-161", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["cadence", "timing.taper", "dose.sessions", "dose.weeks"],
        basis: Unseen,
        sources: [SourceId::KNOWLEDGE.at("tapering"), SourceId::GERMAN_PAGES.at("one describes it")],
        since: FIRST,
        remedies: [ForInformation, ConsiderOtherProtocol],
        check: |ctx, out| {
            if ctx.spec().timing.taper.value {
                return out.does_not_apply();
            }
            for (row, fact) in ctx.facts(FactKind::ContractAmended) {
                let Fact::ContractAmended(amended) = fact else { continue };
                let (Some(days), false) = (amended.interval_days, row.phase.has_own_contract()) else { continue };
                let Some(yesterday) = row.on.pred_opt() else { continue };
                let next = ctx.held().rfind(|held| held.on <= row.on).map_or(1, |held| held.ordinal.saturating_add(1));
                let protocol = pace::of_protocol(ctx, next);
                let before =
                    pace::agreed_interval(ctx, yesterday).map_or(protocol, |(_, agreed)| agreed.wider(protocol));
                if before.limit_once() < days.into() {
                    let evidence = OldEvidence::TooMany { found: days.into(), most: before.limit_once() };
                    out.old_finds(Place::Entry(row.seq), evidence);
                }
            }
        },
    };

    /// Acute treatment takes little longer than planned.
    ///
    /// ## Why
    /// The limit in time is part of the treatment as the number of sessions is.
    ///
    /// ## When it does not apply
    /// Days that a pause, a stay in hospital or an announced break covers do not count. A long overrun has its own
    /// rule, and so has one beyond the weeks after which the protocol ends treatment.
    LITTLE_OVERRUN = {
        code: "IPT-162", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Contacts, Agreements], holds_if_reported: [Sessions],
        parameters: [
            "timing.overrun_weeks", "timing.overrun_most", "cadence", "timing.taper", "dose.sessions", "dose.weeks",
            "dose.weeks_are_cap",
        ],
        basis: Design,
        sources: [SourceId::DESIGN.at("overrun"), SourceId::EARLY_LEAVERS_TRIAL.at("sixteen sessions in five months")],
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
    /// Days that a pause, a stay in hospital or an announced break covers do not count. Going on beyond the weeks after
    /// which the protocol ends treatment has its own rule.
    NO_LONG_OVERRUN = {
        code: "IPT-163", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Contacts, Agreements], holds_if_reported: [Sessions],
        parameters: [
            "timing.overrun_weeks", "timing.overrun_most", "cadence", "timing.taper", "dose.sessions", "dose.weeks",
            "dose.weeks_are_cap",
        ],
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
    /// Fewer missed sessions in a row than the protocol names; cancellations by therapist or service; a patient who
    /// came back meanwhile, or died; a pause, a stay in hospital or an announced break. Telephoning after the first
    /// missed session counts.
    OUTREACH_AFTER_MISSED_SESSIONS = {
        code: "IPT-164", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts], holds_if_reported: [Sessions],
        parameters: ["timing.outreach_after", "timing.outreach_days"],
        basis: Design, sources: [SourceId::DESIGN.at("outreach"), SourceId::NONATTENDANCE_STUDY.at("missed sessions")],
        since: FIRST,
        remedies: [SeekPatient, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let run = ctx.spec().timing.outreach_after.value.max(1);
            let days = ctx.spec().timing.outreach_days.value;
            for missed in absence::runs_of_missed(ctx, run) {
                let due = absence::after(missed.row.on, days);
                let back = ctx.held().any(|row| missed.row.on < row.on && row.on <= due);
                let sought = absence::was_sought(ctx, missed.since, due);
                if due < ctx.as_of() && !back && !sought && !absence::is_covered(ctx, missed.row.on) {
                    let evidence = OldEvidence::Days { from: missed.since, to: due, limit: days.into() };
                    out.old_lacks(Topic::Contacts, ctx.place(missed.row), evidence);
                }
            }
        },
    };

    /// When contact breaks off it is decided how to go on.
    ///
    /// ## Why
    /// A course that nobody ended and nobody pursues leaves the patient without an answer.
    ///
    /// ## When it does not apply
    /// Time that a pause, a stay in hospital or an announced break covers; the time after acute treatment, unless it
    /// has a contract of its own; the time after a death. Where sessions lie far apart by agreement, so may contacts.
    DECISION_WHEN_CONTACT_BREAKS = {
        code: "IPT-165", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts], holds_if_reported: [Sessions],
        parameters: [
            "timing.missed_run", "timing.decision_days", "timing.silence_days", "timing.gap_break", "cadence",
            "dose.sessions", "dose.weeks",
        ],
        basis: Design, sources: [SourceId::DESIGN.at("decision on how to go on")], since: FIRST,
        remedies: [SeekPatient, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let mut open = None;
            for missed in absence::runs_of_missed(ctx, timing.missed_run.value.max(1)) {
                let due = absence::after(missed.row.on, timing.decision_days.value);
                let settled =
                    absence::was_decided(ctx, missed.since, due) || absence::is_covered(ctx, missed.row.on);
                if due < ctx.as_of() && !settled {
                    let evidence =
                        OldEvidence::Days { from: missed.since, to: due, limit: timing.decision_days.value.into() };
                    out.old_lacks(Topic::Contacts, ctx.place(missed.row), evidence);
                    open = Some(missed.row.on);
                }
            }
            absence::silences(ctx, |from, to, limit, place| {
                // Sessions missed in a row were found above.
                if open.is_some_and(|day| from < day && day <= to) || absence::was_decided(ctx, from, to) {
                    return;
                }
                lacks_both(ctx, out, [Topic::Sessions, Topic::Contacts], place, OldEvidence::Days { from, to, limit });
            });
        },
    };

    /// A patient who misses an early session without a word is contacted within days.
    ///
    /// ## Why
    /// Most of those who leave do so in the first sessions, and a missed session without a word is the sign.
    ///
    /// ## When it does not apply
    /// Later sessions; cancellations; a patient who came back or died meanwhile; a pause, a stay in hospital or an
    /// announced break. Days are those from Monday to Friday: of holidays nothing is known.
    EARLY_NO_SHOW_IS_FOLLOWED = {
        code: "IPT-166", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Sessions, Contacts], holds_if_reported: [Sessions],
        parameters: ["timing.early_session", "timing.early_outreach_days"],
        basis: Trial,
        sources: [
            SourceId::NONATTENDANCE_STUDY.at("no-shows before the third session"),
            SourceId::DESIGN.at("within how many days"),
        ],
        since: FIRST,
        remedies: [SeekPatient, RecordIt, JustifyByWaiver],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let days = timing.early_outreach_days.value;
            for row in ctx.sessions().iter().filter(|row| row.acute && !row.held) {
                // It would have been the next after those held by then.
                let next = ctx.held().take_while(|held| held.on <= row.on).last().map_or(1, |held| held.ordinal + 1);
                let silent = ctx.note(row).is_some_and(|note| note.attendance == Attendance::DidNotAttend);
                let due = absence::after_working_days(row.on, days);
                if !silent || next >= timing.early_session.value || due >= ctx.as_of() {
                    continue;
                }
                let back = ctx.held().any(|later| row.on < later.on && later.on <= due);
                if !back && !absence::was_sought(ctx, row.on, due) && !absence::is_covered(ctx, row.on) {
                    let evidence = OldEvidence::Days { from: row.on, to: due, limit: days.into() };
                    out.old_lacks(Topic::Contacts, ctx.place(row), evidence);
                }
            }
        },
    };

    /// Whether a missed session counts can be told from contract and note.
    ///
    /// ## Why
    /// The crate counts by the policy of the contract in force, and by nothing else. Where only late cancellations
    /// count, a note says how late the cancellation came, and the contract what late is.
    ///
    /// ## When it does not apply
    /// Contracts without a policy, and policies that do not ask how late a cancellation came.
    MISSED_SESSIONS_COUNT_AS_AGREED = {
        code: "IPT-167", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Agreements], holds_if_reported: [Sessions], parameters: [],
        basis: Design,
        sources: [SourceId::DESIGN.at("slots"), SourceId::PSYCHIATRIC_TIMES.at("initial arrangements")],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
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
                            let evidence = OldEvidence::Matter { name: "what_late_is" };
                            out.old_lacks(Topic::Agreements, ctx.place_of(row.seq), evidence);
                        } else if note.notice_hours.is_none() {
                            let evidence = OldEvidence::Matter { name: "how_late_it_was_cancelled" };
                            out.old_lacks(Topic::Sessions, ctx.place_of(row.seq), evidence);
                        }
                    }
                    _ => {}
                }
            }
            if asks != Some(MissedSessionPolicy::LateCancelAndNoShow) {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// A long planned break is announced in a session before it, with a contact for a crisis.
    ///
    /// ## Why
    /// Who knows of a break beforehand can prepare for it, and knows whom to call.
    ///
    /// ## When it does not apply
    /// Breaks shorter than a long gap, and breaks before the first session.
    BREAK_IS_ANNOUNCED = {
        code: "IPT-168", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Sessions, Contacts], holds_if_reported: [Contacts],
        parameters: ["timing.gap_warn", "cadence", "timing.taper", "dose.sessions", "dose.weeks"],
        basis: Design, sources: [SourceId::DESIGN.at("announced breaks")], since: FIRST,
        remedies: [RecordIt, DoItNext, JustifyByWaiver],
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
                    let evidence = OldEvidence::Matter { name: "after_the_last_session_before_it" };
                    out.old_lacks(Topic::Sessions, place, evidence).see(ctx.place(last));
                }
                let evidence = OldEvidence::Matter { name: "crisis_contact" };
                match announced.crisis_contact {
                    Stated::Done => {}
                    Stated::NotDone => {
                        out.old_finds(place, evidence);
                    }
                    Stated::NotReported => {
                        out.old_lacks(Topic::Contacts, place, evidence);
                    }
                }
            }
            if !any {
                out.has_none(Topic::Contacts);
            }
        },
    };

    /// A pause has a reason and a day on which it is looked at again, and on that day it is.
    ///
    /// ## Why
    /// A pause without an end is a course that stops without an ending.
    ///
    /// ## When it does not apply
    /// Courses without a pause. A session, another pause, a decision, a transfer or the closing shows that the pause
    /// was looked at again, whenever it came; until the day has passed, nothing is asked.
    PAUSE_HAS_REASON_AND_REVIEW = {
        code: "IPT-169", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording, DaysPass], topics: [Contacts], holds_if_reported: [Contacts], parameters: [],
        basis: Design, sources: [SourceId::DESIGN.at("pauses")], since: FIRST,
        remedies: [CorrectEntry, SeekPatient, RecordIt],
        check: |ctx, out| {
            if !ctx.kinds().contains(FactKind::Paused) {
                return out.has_none(Topic::Contacts);
            }
            for (row, fact) in ctx.facts(FactKind::Paused) {
                let Fact::Paused(paused) = fact else { continue };
                let place = Place::Entry(row.seq);
                if paused.reason.is_none() {
                    out.old_lacks(Topic::Contacts, place, OldEvidence::Matter { name: "reason" });
                }
                let Some(day) = paused.review_on else {
                    out.old_lacks(Topic::Contacts, place, OldEvidence::Matter { name: "review_day" });
                    continue;
                };
                let shows = [
                    FactKind::Resumed,
                    FactKind::Paused,
                    FactKind::EngagementDecided,
                    FactKind::Transferred,
                    FactKind::Closed,
                ];
                let went_on = shows
                    .into_iter()
                    .any(|kind| ctx.facts(kind).any(|(later, _)| later.on >= row.on && later.seq != row.seq))
                    || ctx.sessions().iter().any(|session| session.held && session.on >= row.on);
                if day < ctx.as_of() && !went_on {
                    out.old_lacks(Topic::Contacts, place, OldEvidence::On { day });
                }
            }
        },
    };

    /// The contract is extended no more often than the protocol provides for.
    ///
    /// ## Why
    /// The limit is part of the treatment. A course that is extended once more is a sign to review it, or to agree on
    /// what follows.
    ///
    /// ## When it does not apply
    /// Amendments that leave the number of sessions; contracts of continuation and maintenance.
    FEW_EXTENSIONS = {
        code: "IPT-170", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["timing.extensions_max"],
        basis: Design,
        sources: [SourceId::DESIGN.at("extensions"), SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated")],
        since: FIRST,
        remedies: [ReviewProgress, ConsiderOtherProtocol, JustifyByWaiver],
        check: |ctx, out| {
            let most = ctx.spec().timing.extensions_max.value;
            for (found, extension) in (1..).zip(pace::extensions(ctx)) {
                if found > u32::from(most) {
                    out.old_finds(Place::Entry(extension.row.seq), OldEvidence::TooMany { found, most: most.into() });
                }
            }
            // How often it was extended before the record begins is unknown.
            if ctx.began_midway() && pace::extensions(ctx).count() <= usize::from(most) {
                out.cannot_tell(Topic::Agreements, Place::Course);
            }
        },
    };

    /// An extension adds no more sessions than the protocol provides for.
    ///
    /// ## Why
    /// A few sessions complete what was begun; more of them are another course of treatment, with a contract of its
    /// own.
    ///
    /// ## When it does not apply
    /// Protocols that do not provide for any: that the contract was extended at all has its own rule. Extensions that leave the
    /// number of sessions, such as those in weeks.
    SHORT_EXTENSION = {
        code: "IPT-171", severity: Warning, clause: OwnNumber, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["timing.extension_sessions_max"],
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
                    let evidence = OldEvidence::TooMany { found: found.into(), most: most.into() };
                    out.old_finds(Place::Entry(extension.row.seq), evidence);
                }
            }
        },
    };

    /// An extension is agreed before the last session of the contract is over.
    ///
    /// ## Why
    /// The end holds until both have agreed on another one. Sessions held beyond the contract have a rule of their own.
    ///
    /// ## When it does not apply
    /// An agreement on the day of the last session counts as in time. That the patient agreed has a rule of its own.
    EXTENSION_IN_TIME = {
        code: "IPT-172", severity: Warning, clause: Deviation, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements, Sessions], holds_if_reported: [Agreements], parameters: [],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")],
        since: FIRST,
        remedies: [CorrectEntry, AgreeAmendment, JustifyByWaiver],
        check: |ctx, out| {
            for extension in pace::extensions(ctx) {
                let place = Place::Entry(extension.row.seq);
                if let Some(last) = extension.used_up(ctx) {
                    out.old_finds(place, OldEvidence::On { day: last.on }).see(ctx.place(last));
                } else if !ctx.reports(Topic::Sessions, extension.row.on) {
                    // More of them may have been held.
                    out.cannot_tell(Topic::Sessions, place);
                }
            }
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
        moments: [Recording], topics: [Agreements, Measures, Ending], holds_if_reported: [Agreements], parameters: [],
        basis: Manual, sources: [SourceId::WEISSMAN_2000.at("ch. 7, symptoms at the end")], since: FIRST,
        remedies: [RecordIt, DiscussInSupervision, JustifyByWaiver],
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
                    lacks_both(ctx, out, [Topic::Measures, Topic::Ending], place, OldEvidence::Nothing {});
                }
            }
            if !any {
                out.has_none(Topic::Agreements);
            }
        },
    };

    /// The last two sessions of a completed course do not lie far apart.
    ///
    /// ## Why
    /// A last session put off, agreed or not, changes the ending. It is measured at the protocol's own pace.
    ///
    /// ## When it does not apply
    /// Courses that did not run to an agreed end, and protocols that widen the spacing themselves.
    LAST_SESSIONS_CLOSE = {
        code: "IPT-174", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Closing], topics: [Sessions],
        parameters: ["timing.gap_warn", "cadence", "timing.taper", "dose.sessions", "dose.weeks"],
        basis: Design, sources: [SourceId::DESIGN.at("spacing near the end")], since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            if ctx.spec().timing.taper.value || ctx.completion().is_none() {
                return out.does_not_apply();
            }
            let mut held = ctx.held().rev();
            let (Some(last), Some(before)) = (held.next(), held.next()) else { return out.has_none(Topic::Sessions) };
            let interval = pace::of_protocol(ctx, last.ordinal);
            let times = ctx.spec().timing.gap_warn.value;
            if interval.is_exceeded(times, pace::between(before.on, last.on)) {
                let evidence = OldEvidence::Days { from: before.on, to: last.on, limit: interval.limit(times) };
                out.old_lacks(Topic::Sessions, ctx.place(last), evidence).see(ctx.place(before));
            }
        },
    };

    /// The contract stays as it was first agreed.
    ///
    /// ## Why
    /// An extension that both agreed on in time is good practice, and an event that a reader of the course wants to
    /// see.
    ///
    /// ## When it does not apply
    /// Extensions that are late, too long, one too many, or to which the patient's agreement is not on record: rules of
    /// their own speak of these. An end that was moved forward is no extension.
    EXTENDED_BY_AGREEMENT = {
        code: "IPT-175", severity: Note, clause: Event, kind: DoseAndTiming,
        moments: [Recording], topics: [Agreements], holds_if_reported: [Agreements],
        parameters: ["timing.extensions_max", "timing.extension_sessions_max"],
        basis: Manual,
        sources: [SourceId::WEISSMAN_2000.at("ch. 7, changes are renegotiated explicitly")],
        since: FIRST,
        remedies: [ForInformation],
        check: |ctx, out| {
            let timing = &ctx.spec().timing;
            let mut note = |row: FactRow, amended: &ContractAmended, by_the_book: bool| {
                if by_the_book && amended.patient_agreed == Stated::Done {
                    let why = amended.reason.map(|reason| OldEvidence::Matter { name: reason.name() });
                    out.old_finds(Place::Entry(row.seq), why.unwrap_or(OldEvidence::Nothing {}));
                } else {
                    out.does_not_apply();
                }
            };
            for (number, extension) in (1..).zip(pace::extensions(ctx)) {
                let few = number <= u32::from(timing.extensions_max.value);
                let short = extension.sessions - extension.before <= timing.extension_sessions_max.value;
                note(extension.row, extension.amended, few && short && extension.used_up(ctx).is_none());
            }
            for (row, amended) in pace::extensions_in_weeks(ctx) {
                note(row, amended, true);
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
fn overrun(ctx: &Ctx<'_>, out: &mut Sink<'_>, long: bool) {
    let mut held = ctx.held().filter(|row| row.phase != Phase::Assessment);
    let (Some(first), Some(last)) = (held.next(), held.next_back()) else {
        return out.has_none(Topic::Sessions);
    };
    if delivery::past_weeks(ctx).is_some() {
        return out.does_not_apply();
    }
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
    if is_long && !long && !ctx.reports(Topic::Contacts, last.on) {
        // What is not reported may have covered a part of it.
        return out.cannot_tell(Topic::Contacts, ctx.place(last));
    }
    if is_long != long || (!long && days <= limit) {
        return;
    }
    let limit = if long { planned * u32::from(most.num) / u32::from(most.den) } else { limit };
    let evidence = OldEvidence::Days { from: first.on, to: last.on, limit };
    lacks_both(ctx, out, [Topic::Contacts, Topic::Agreements], ctx.place(last), evidence).see(ctx.place(first));
}
