//! Which of two protocols asks for more.

use super::{
    Adjustment, AnchorSpec, Cited, ContactSpec, DeclaredTask, Dose, EndingPolicy, EntryScore,
    FocusPolicy, Fraction, GroupPolicy, Indication, InitialPolicy, Level, MaintenancePolicy,
    MeasurePolicy, MeasureSpec, MedicationPolicy, MiddlePolicy, ModuleSpec, ParticipantSpec,
    PhaseSpec, Population, Proscription, Protocol, ProtocolSpec, SafetyPolicy, Span,
    SpecialisationSpec, StepSpec, Stretch, TechniqueSpec, TimingPolicy, TrackSpec, WorkPolicy,
};
use crate::{
    record::patient::DiagnosisMade,
    vocabulary::{Label, Phase, ProblemArea, RuleCode, Severity},
};

impl Protocol {
    /// Whether whatever conforms to this protocol conforms to the other: its ranges lie within the
    /// other's, what is indispensable there is so here, what is allowed here is allowed there, and
    /// no rule is graded more lightly.
    ///
    /// `false` also when it cannot be shown. Names, labels and sources bind nobody and are not
    /// compared; the typical number of sessions, neither.
    ///
    /// ```
    /// use interpersonal::protocol::{
    ///     Cited, Protocol, Span,
    ///     preset::{ACUTE_16, B_8},
    /// };
    ///
    /// let mut ours = ACUTE_16.spec().clone();
    /// ours.dose.minutes = Cited::design(Span::new(50, 50, 50));
    /// let ours = Protocol::new(ours)?;
    /// assert!(ours.entails(&ACUTE_16));
    /// assert!(!ACUTE_16.entails(&ours));
    /// assert!(!B_8.entails(&ACUTE_16), "eight sessions are fewer than twelve");
    /// # Ok::<(), interpersonal::protocol::ProtocolError>(())
    /// ```
    #[must_use]
    pub fn entails(&self, other: &Self) -> bool {
        self.spec().entails(other.spec())
    }
}

/// Each comparison is reflexive and transitive, so the whole is. Structs are taken apart in full: a
/// field that is added does not compile until it is compared here.
trait Entails {
    fn entails(&self, other: &Self) -> bool;
}

impl Entails for ProtocolSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            id: _,
            version: _,
            title: _,
            parent: _,
            for_whom: _,
            format,
            channels,
            group,
            phases,
            modules,
            population,
            indications,
            contraindications,
            entry_scores,
            dose,
            cadence,
            tracks,
            focus,
            area_labels: _,
            specialisations,
            initial,
            middle,
            ending,
            maintenance,
            safety,
            timing,
            measurement,
            measures,
            work,
            techniques,
            proscribed,
            tasks,
            participants,
            contacts,
            anchors,
            steps,
            adjustments,
            sources: _,
        } = self;
        *format == other.format
            && other.channels.value.includes(channels.value)
            && groups_entail(group.as_ref(), other.group.as_ref())
            && phases.len() == other.phases.len()
            && phases.iter().zip(&*other.phases).all(|(ours, theirs)| ours.entails(theirs))
            && same_lengths(self, other)
            && (other.modules.is_empty() || modules.iter().map(ModuleSpec::stretch).eq(other.modules.iter().map(ModuleSpec::stretch)))
            && population.entails(&other.population)
            && indicated(indications, &other.indications)
            && other.contraindications.iter().all(|theirs| contraindications.iter().any(|ours| covered(theirs, ours)))
            && other.entry_scores.iter().all(|theirs| entry_scores.iter().any(|ours| ours.entails(theirs)))
            && dose.entails(&other.dose)
            && same_spacing(cadence, &other.cadence)
            // What a protocol does not list is not part of it, so what is listed here must be
            // listed there.
            && all_listed(tracks, &other.tracks, TrackSpec::entails)
            && all_met(&other.tracks, tracks, |track| track.level, TrackSpec::entails)
            && focus.entails(&other.focus)
            && all_listed(specialisations, &other.specialisations, SpecialisationSpec::entails)
            && initial.entails(&other.initial)
            && middle.entails(&other.middle)
            && ending.entails(&other.ending)
            && maintenance.entails(&other.maintenance)
            && safety.entails(&other.safety)
            && timing.entails(&other.timing)
            && measurement.entails(&other.measurement)
            && all_met(&other.measures, measures, |measure| measure.level, MeasureSpec::entails)
            && work.entails(&other.work)
            && all_met(&other.techniques, techniques, |spec| spec.level, TechniqueSpec::entails)
            && other.proscribed.iter().all(|theirs| proscribed.iter().any(|ours| ours.entails(theirs)))
            && all_listed(tasks, &other.tasks, DeclaredTask::entails)
            && all_met(&other.tasks, tasks, |task| task.level, DeclaredTask::entails)
            && all_listed(participants, &other.participants, ParticipantSpec::entails)
            && all_met(&other.participants, participants, |person| person.level, ParticipantSpec::entails)
            && all_met(&other.contacts, contacts, |contact| contact.level, ContactSpec::entails)
            && other.anchors.iter().all(|theirs| anchors.iter().any(|ours| ours.entails(theirs)))
            && other.steps.iter().all(|theirs| steps.iter().any(|ours| ours.entails(theirs)))
            && grades_entail(adjustments, &other.adjustments)
    }
}

impl Entails for PhaseSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            phase,
            label: _,
            typical: _,
            optional,
            ends_on,
        } = self;
        *phase == other.phase
            && (other.optional || !optional)
            && other
                .ends_on
                .is_none_or(|theirs| ends_on.is_some_and(|ours| ours.value == theirs.value))
    }
}

impl ModuleSpec {
    /// What binds: its label in the record, its phase and its sessions.
    fn stretch(&self) -> (Label, Phase, u16, u16) {
        let Self {
            token,
            label: _,
            phase,
            from,
            to,
            source: _,
            basis: _,
        } = self;
        (*token, *phase, *from, *to)
    }
}

impl Entails for GroupPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            members,
            facilitators,
            entry,
            late_until,
        } = self;
        within(*members, other.members)
            && within(*facilitators, other.facilitators)
            && entry.value == other.entry.value
            && other
                .late_until
                .is_none_or(|theirs| late_until.is_some_and(|ours| ours.value <= theirs.value))
    }
}

impl Entails for EntryScore {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            instrument,
            min,
            max,
            firm,
            source: _,
            basis: _,
        } = self;
        *instrument == other.instrument
            && other
                .min
                .is_none_or(|theirs| min.is_some_and(|ours| ours >= theirs))
            && other
                .max
                .is_none_or(|theirs| max.is_some_and(|ours| ours <= theirs))
            && (*firm || !other.firm)
    }
}

impl Entails for TechniqueSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            technique,
            level,
            source: _,
            basis: _,
        } = self;
        *technique == other.technique && level.entails(&other.level)
    }
}

impl Entails for ContactSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            with,
            level,
            source: _,
            basis: _,
        } = self;
        *with == other.with && level.entails(&other.level)
    }
}

impl Entails for AnchorSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            anchor,
            over,
            source: _,
            basis: _,
        } = self;
        *anchor == other.anchor && *over == other.over
    }
}

impl Entails for StepSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            criterion,
            label: _,
            by_session,
            by_week,
            options,
            source: _,
            basis: _,
        } = self;
        let by = |ours: Option<u16>, theirs: Option<u16>| {
            theirs.is_none_or(|theirs| ours.is_some_and(|ours| ours <= theirs))
        };
        *criterion == other.criterion
            && by(*by_session, other.by_session)
            && by(*by_week, other.by_week)
            && other.options.includes(*options)
    }
}

impl Entails for Population {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            age_min,
            age_max,
            remission_at_entry,
            excluded,
            cautioned,
        } = self;
        let least = other
            .age_min
            .is_none_or(|theirs| age_min.is_some_and(|ours| ours.value >= theirs.value));
        let most = other
            .age_max
            .is_none_or(|theirs| age_max.is_some_and(|ours| ours.value <= theirs.value));
        least
            && most
            && demands(*remission_at_entry, other.remission_at_entry)
            && excluded.value.includes(other.excluded.value)
            && cautioned.value.includes(other.cautioned.value)
    }
}

impl Entails for Dose {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            sessions,
            minutes,
            first_minutes,
            weeks,
            time_frames,
            weeks_are_cap,
        } = self;
        within(*sessions, other.sessions)
            && within(*minutes, other.minutes)
            && within(
                first_minutes.unwrap_or(*minutes),
                other.first_minutes.unwrap_or(other.minutes),
            )
            && within(*weeks, other.weeks)
            && other.time_frames.value.includes(time_frames.value)
            && demands(*weeks_are_cap, other.weeks_are_cap)
    }
}

impl Entails for TrackSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            track,
            level,
            sessions,
            minutes,
        } = self;
        *track == other.track
            && level.entails(&other.level)
            && within(*sessions, other.sessions)
            && other
                .minutes
                .is_none_or(|theirs| minutes.is_some_and(|ours| within(ours, theirs)))
    }
}

impl Entails for Level {
    fn entails(&self, other: &Self) -> bool {
        self == other || *other == Self::May || (*self == Self::Must && *other == Self::Should)
    }
}

impl Entails for FocusPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            areas,
            max_active,
            advised,
            grief_requires_death,
            deficits_last_resort,
            secondary_share,
            off_focus_run,
            onset_window_months,
            parked_until,
        } = self;
        // A condition on an area that may not be chosen binds nobody.
        let open = |area| areas.value.contains(area);
        other.areas.value.includes(areas.value)
            && max_active.value <= other.max_active.value
            && advised.value <= other.advised.value
            && (!open(ProblemArea::Grief)
                || demands(*grief_requires_death, other.grief_requires_death))
            && (!open(ProblemArea::InterpersonalDeficits)
                || demands(*deficits_last_resort, other.deficits_last_resort))
            && at_most_part(*secondary_share, other.secondary_share)
            && at_most(*off_focus_run, other.off_focus_run)
            && at_most(*onset_window_months, other.onset_window_months)
            && parked_until.map(|ours| ours.value) == other.parked_until.map(|theirs| theirs.value)
    }
}

impl Entails for SpecialisationSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            token,
            area,
            label: _,
            source: _,
            basis: _,
        } = self;
        *token == other.token && *area == other.area
    }
}

impl Entails for InitialPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            sessions_usual,
            sessions_most,
            tasks,
            sick_role,
            inventory_min,
            frame_by_session,
            contract_terms,
        } = self;
        at_most(*sessions_usual, other.sessions_usual)
            && at_most(*sessions_most, other.sessions_most)
            && tasks.value.includes(other.tasks.value)
            && sick_role.value == other.sick_role.value
            && at_most(other.inventory_min, *inventory_min)
            && at_most(*frame_by_session, other.frame_by_session)
            && contract_terms.value.includes(other.contract_terms.value)
    }
}

impl Entails for MiddlePolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            incident_run,
            affect_by,
            stage_by,
            analysis_by,
            explored_by,
            acting_by,
            settled_by,
            changes_max,
            unmentioned_run,
            crisis_share,
            joint_max,
            late_share,
        } = self;
        at_most(*incident_run, other.incident_run)
            && at_most(*affect_by, other.affect_by)
            && at_most(*stage_by, other.stage_by)
            && at_most(*analysis_by, other.analysis_by)
            && at_most_part(*explored_by, other.explored_by)
            && at_most_part(*acting_by, other.acting_by)
            && at_most_part(*settled_by, other.settled_by)
            && at_most(*changes_max, other.changes_max)
            && at_most(*unmentioned_run, other.unmentioned_run)
            && at_most_part(*crisis_share, other.crisis_share)
            && at_most(*joint_max, other.joint_max)
            && at_most_part(*late_share, other.late_share)
    }
}

impl Entails for MaintenancePolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            interval_days,
            off_focus_run,
            months,
        } = self;
        within(*interval_days, other.interval_days)
            && at_most(*off_focus_run, other.off_focus_run)
            && other
                .months
                .is_none_or(|theirs| months.is_some_and(|ours| within(ours, theirs)))
    }
}

impl Entails for SafetyPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            close_days,
            enquiry_run,
            remedy_days,
            cancelled_run,
        } = self;
        at_most(other.close_days, *close_days)
            && at_most(*enquiry_run, other.enquiry_run)
            && at_most(*remedy_days, other.remedy_days)
            && other
                .cancelled_run
                .is_none_or(|theirs| cancelled_run.is_some_and(|ours| at_most(ours, theirs)))
    }
}

impl Entails for EndingPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            sessions_min,
            sessions_min_early,
            sessions_max,
            announce_note_below,
            announce_warn_below,
            tasks,
            completion,
            maintenance,
            maintenance_with_all,
            settled_sessions,
            final_score_within,
            outreach_min,
            completion_sessions,
            completion_weeks,
            missed_made_up,
        } = self;
        let at_least = |ours: Option<Cited<u16>>, theirs: Option<Cited<u16>>| {
            theirs.is_none_or(|theirs| ours.is_some_and(|ours| ours.value >= theirs.value))
        };
        at_most(other.sessions_min, *sessions_min)
            && at_most(other.sessions_min_early, *sessions_min_early)
            && at_most(*sessions_max, other.sessions_max)
            && at_most(other.announce_note_below, *announce_note_below)
            && at_most(other.announce_warn_below, *announce_warn_below)
            && tasks.value.includes(other.tasks.value)
            && at_most_part(other.completion, *completion)
            && maintenance.value == other.maintenance.value
            && demands(*maintenance_with_all, other.maintenance_with_all)
            && at_most(other.settled_sessions, *settled_sessions)
            && at_most(*final_score_within, other.final_score_within)
            && at_most(other.outreach_min, *outreach_min)
            && at_least(*completion_sessions, other.completion_sessions)
            && at_least(*completion_weeks, other.completion_weeks)
            && other
                .missed_made_up
                .is_none_or(|theirs| missed_made_up.is_some_and(|ours| ours.value == theirs.value))
    }
}

impl Entails for TimingPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            gap_note,
            gap_warn,
            gap_break,
            gap_min_days,
            twice_weekly,
            taper,
            overrun_weeks,
            overrun_most,
            extensions_max,
            extension_sessions_max,
            pace_gaps,
            pace_fast,
            outreach_after,
            outreach_days,
            missed_run,
            silence_days,
            decision_days,
            early_session,
            early_outreach_days,
            planned_end_weeks,
            late_entry_days,
            prescriber_days,
        } = self;
        at_most_part(*gap_note, other.gap_note)
            && at_most_part(*gap_warn, other.gap_warn)
            && at_most_part(*gap_break, other.gap_break)
            && at_most(other.gap_min_days, *gap_min_days)
            // What is allowed here must be allowed there.
            && demands(other.twice_weekly, *twice_weekly)
            && demands(other.taper, *taper)
            && at_most(*overrun_weeks, other.overrun_weeks)
            && at_most_part(*overrun_most, other.overrun_most)
            && at_most(*extensions_max, other.extensions_max)
            && at_most(*extension_sessions_max, other.extension_sessions_max)
            // A pace over more sessions is another question, not a stricter one.
            && pace_gaps.value == other.pace_gaps.value
            && at_most_part(*pace_fast, other.pace_fast)
            && at_most(*outreach_after, other.outreach_after)
            && at_most(*outreach_days, other.outreach_days)
            && at_most(*missed_run, other.missed_run)
            && at_most(*silence_days, other.silence_days)
            && at_most(*decision_days, other.decision_days)
            && at_most(other.early_session, *early_session)
            && at_most(*early_outreach_days, other.early_outreach_days)
            && at_most(*planned_end_weeks, other.planned_end_weeks)
            && at_most(*late_entry_days, other.late_entry_days)
            && at_most(*prescriber_days, other.prescriber_days)
    }
}

impl Entails for MeasurePolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            max_gap,
            review_by,
            review_response,
        } = self;
        at_most(*max_gap, other.max_gap)
            && at_most(*review_by, other.review_by)
            && at_most_part(other.review_response, *review_response)
    }
}

impl Entails for MeasureSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            instrument,
            level,
            cadence,
            every,
            source: _,
            basis: _,
        } = self;
        *instrument == other.instrument
            && level.entails(&other.level)
            && *cadence == other.cadence
            && *every == other.every
    }
}

impl Entails for WorkPolicy {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            between_sessions,
            proscribed_error_from,
            contact_minutes_min,
            medication,
            medication_withheld_weeks,
            supervision_gap,
            supervised_share,
            adherence_min,
            waivers_max,
        } = self;
        other
            .between_sessions
            .value
            .includes(between_sessions.value)
            && at_most(*proscribed_error_from, other.proscribed_error_from)
            && at_most(other.contact_minutes_min, *contact_minutes_min)
            && (medication.value == other.medication.value
                || other.medication.value == MedicationPolicy::Allowed)
            && other.medication_withheld_weeks.is_none_or(|theirs| {
                medication_withheld_weeks.is_some_and(|ours| ours.value >= theirs.value)
            })
            && at_most(*supervision_gap, other.supervision_gap)
            && at_most_part(other.supervised_share, *supervised_share)
            && at_most_part(other.adherence_min, *adherence_min)
            && at_most(*waivers_max, other.waivers_max)
    }
}

impl Entails for Proscription {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            activity,
            outright,
            after,
            source: _,
            basis: _,
        } = self;
        // What is done at no time is not done after a phase either.
        *activity == other.activity
            && (*outright || !other.outright)
            && after.is_none_or(|ours| other.after >= Some(ours))
    }
}

impl Entails for DeclaredTask {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            token,
            label: _,
            phase,
            by_session,
            level,
            source: _,
            basis: _,
        } = self;
        *token == other.token
            && *phase == other.phase
            && other
                .by_session
                .is_none_or(|theirs| by_session.is_some_and(|ours| ours <= theirs))
            && level.entails(&other.level)
    }
}

impl Entails for ParticipantSpec {
    fn entails(&self, other: &Self) -> bool {
        let Self {
            relation,
            level,
            sessions,
            source: _,
            basis: _,
        } = self;
        *relation == other.relation && level.entails(&other.level) && *sessions == other.sessions
    }
}

/// Whether each entry of the first list stands in the second, with no more asked there.
fn all_listed<T>(ours: &[T], theirs: &[T], entails: impl Fn(&T, &T) -> bool) -> bool {
    ours.iter()
        .all(|ours| theirs.iter().any(|theirs| entails(ours, theirs)))
}

/// Whether each entry of the first list that binds somebody is met by one of the second.
fn all_met<T>(
    asked: &[T],
    met: &[T],
    level: impl Fn(&T) -> Level,
    entails: impl Fn(&T, &T) -> bool,
) -> bool {
    asked
        .iter()
        .all(|theirs| level(theirs) == Level::May || met.iter().any(|ours| entails(ours, theirs)))
}

/// Whether the phases are as long here as there wherever it is asked there: in a course of the
/// length that is typical there.
fn same_lengths(ours: &ProtocolSpec, theirs: &ProtocolSpec) -> bool {
    fn numbers(spec: &ProtocolSpec) -> impl Iterator<Item = Option<(u16, u16)>> {
        spec.phases
            .iter()
            .map(|phase| phase.typical.map(|sessions| sessions.value))
    }
    let asked = theirs.dose.sessions.value.typical;
    !ours.dose.sessions.value.contains(asked)
        || numbers(theirs).all(|sessions| sessions.is_none())
        || (ours.dose.sessions.value.typical == asked && numbers(ours).eq(numbers(theirs)))
}

fn groups_entail(ours: Option<&GroupPolicy>, theirs: Option<&GroupPolicy>) -> bool {
    theirs.is_none_or(|theirs| ours.is_some_and(|ours| ours.entails(theirs)))
}

/// Whether every diagnosis of the first lies within the second.
fn covered(inner: &Indication, outer: &Indication) -> bool {
    outer.covers(&DiagnosisMade::new(inner.stem, inner.system))
}

/// Whether each diagnosis that the first is for lies within what the second is for. A list without
/// entries binds nobody.
fn indicated(ours: &[Indication], theirs: &[Indication]) -> bool {
    theirs.is_empty()
        || (!ours.is_empty()
            && ours
                .iter()
                .all(|ours| theirs.iter().any(|theirs| covered(ours, theirs))))
}

/// Whether both have the same interval before each session, however it is cut into stretches. Gaps
/// are counted in intervals, and a wider one allows more in one place and less in another.
fn same_spacing(ours: &[Stretch], theirs: &[Stretch]) -> bool {
    fn at(stretches: &[Stretch], session: u16) -> Option<&Stretch> {
        stretches
            .iter()
            .find(|stretch| session <= stretch.to)
            .or(stretches.last())
    }
    let same = |a: &Stretch, b: &Stretch| {
        let Stretch {
            from: _,
            to: _,
            sessions,
            days,
            source: _,
            basis: _,
        } = *a;
        u32::from(sessions) * u32::from(b.days) == u32::from(b.sessions) * u32::from(days)
    };
    // The interval changes after the last session of a stretch, if anywhere.
    let sessions = ours
        .iter()
        .chain(theirs)
        .flat_map(|stretch| [stretch.to, stretch.to.saturating_add(1)]);
    ours.is_empty() == theirs.is_empty()
        && sessions
            .into_iter()
            .all(|session| match (at(ours, session), at(theirs, session)) {
                (Some(a), Some(b)) => same(a, b),
                _ => false,
            })
}

/// Whether no rule weighs more in the second list than in the first.
fn grades_entail(ours: &[Adjustment], theirs: &[Adjustment]) -> bool {
    let grade = |list: &[Adjustment], wanted: RuleCode| {
        let found = list.iter().find(|adjustment| {
            let Adjustment {
                code,
                severity: _,
                source: _,
                basis: _,
            } = adjustment;
            *code == wanted
        });
        match found.map(|adjustment| adjustment.severity) {
            None => Grade::AsIs,
            Some(None) => Grade::Off,
            Some(Some(severity)) => Grade::Set(severity),
        }
    };
    ours.iter()
        .chain(theirs)
        .all(|adjustment| grade(theirs, adjustment.code).at_most(grade(ours, adjustment.code)))
}

/// What a protocol makes of a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    Off,
    AsIs,
    Set(Severity),
}

impl Grade {
    /// Whether this weighs no more than the other. How much a rule weighs as it is, is not known
    /// here: not less than a note, not more than an error.
    fn at_most(self, other: Self) -> bool {
        match (self, other) {
            (Self::Off, _)
            | (Self::AsIs, Self::AsIs | Self::Set(Severity::Error))
            | (Self::Set(Severity::Note), Self::AsIs) => true,
            (Self::Set(ours), Self::Set(theirs)) => ours <= theirs,
            _ => false,
        }
    }
}

fn within(ours: Cited<Span>, theirs: Cited<Span>) -> bool {
    let Span {
        min,
        typical: _,
        max,
    } = ours.value;
    theirs.value.min <= min && max <= theirs.value.max
}

fn at_most(ours: Cited<u16>, theirs: Cited<u16>) -> bool {
    ours.value <= theirs.value
}

fn at_most_part(ours: Cited<Fraction>, theirs: Cited<Fraction>) -> bool {
    ours.value.is_at_most(theirs.value)
}

/// Whether the first asks for something if the second does.
fn demands(ours: Cited<bool>, theirs: Cited<bool>) -> bool {
    ours.value || !theirs.value
}
