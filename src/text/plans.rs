//! The sentences of plans, and what they are in English.

use alloc::vec::Vec;

use super::phrases::phrases;

phrases! {
    /// Sentences and headings of plans. A name in braces stands for a value.
    pub struct PlanPhrases {
        /// A session of the main track.
        session = "Session {number} on {day}";
        /// A session of another track.
        session_beside = "{track}: session {number} on {day}";
        /// A session that was not held.
        session_missed = "Session of {day}, not held";
        /// Its phase and length.
        phase_and_minutes = "{phase}, {minutes} minutes";
        /// How many sessions are left.
        left = "Sessions left, this one included: {left}";
        /// Nothing is to come.
        no_session = "As of {day} no session is to come.";
        /// Between which days it lies.
        between = "Between {from} ({why_from}) and {until} ({why_until})";
        /// No day meets both demands.
        no_day = "No day meets both demands: not before {from} ({why_from}), nor after {until} ({why_until})";
        /// How safety and engagement stand.
        stands = "Safety: {safety}. Engagement: {engagement}.";
        /// Over the agenda as text.
        consider = "Consider, in this order:";
        /// What comes before everything else.
        first = "first: {item}";
        /// An item of the agenda, why and how pressing.
        item = "{what} ({pressing}): {reason}";
        /// The same, with the rule that finds something if it is left out.
        item_otherwise = "{what} ({pressing}): {reason}; if it is left out: {otherwise}";
        /// It is due in this session.
        due = "due";
        /// It is due by a session.
        due_by = "due by session {session}";
        /// It may be done.
        optional = "optional";
        /// A reason: a parameter of the protocol.
        by_protocol = "by the protocol: {what}";
        /// A reason: a rule.
        by_rule = "{norm}, {code}";
        /// A reason: it was agreed.
        agreed_in = "agreed in {entry}";
        /// A reason: a region is open.
        region_open = "{region} is open";
        /// A reason: on which days sessions can be held.
        availability = "days that are available";
        /// A reason: terms that were asked for and not agreed.
        terms = "as asked for";
        /// A reason: a limit of the planner.
        planner = "a limit of the planner";
        /// Work between sessions that is not reviewed yet.
        work_promised = "Agreed in {entry} and not reviewed: {work}";
        /// A concern that is looked at again.
        review_promised = "Agreed in {entry}: the safety concern is looked at again on {day}";
        /// Strategies that a session has taken up.
        touched = "Focus {item}, {area}: touched: {strategies}";
        /// Strategies that none has.
        untouched = "Focus {item}, {area}: not touched yet: {strategies}";
        /// A focus that is none of the four areas.
        unlisted = "Focus {item}: none of the four areas";
        /// Initial tasks that are open.
        open_initial = "Initial tasks open: {tasks}";
        /// Tasks of the ending that are open.
        open_ending = "Tasks of the ending open: {tasks}";
        /// Tasks that the protocol declares and that are open.
        open_declared = "Tasks of the protocol open: {tasks}";
        /// The end is announced.
        announced = "The end is announced";
        /// The end can still be announced in time.
        announce_by = "The end is not announced; session {by} is the last for it";
        /// The end can no longer be announced in time.
        announce_was = "The end is not announced; session {by} was the last for it";
        /// An early end was agreed.
        early_end = "An early end is agreed";
        /// A rule that finds something whatever the session brings.
        regardless = "Whatever the session brings, {code} will find something: {title}";
        /// Under a page.
        offer = "An offer to somebody who knows the patient. What comes up in the session goes first.";
        /// Over an open concern.
        heading_safety = "First: safety";
        /// Over the agenda.
        heading_agenda = "To consider, in this order";
        /// Over tasks that are open.
        heading_open = "Open tasks";
        /// Over the strategies.
        heading_focus = "Strategies";
        /// Over scores that are due.
        heading_scores = "Scores due";
        /// Over what was agreed.
        heading_agreed = "Agreed, and not taken up again yet";
        /// Over the ending.
        heading_ending = "Ending";
        /// Over what is found regardless.
        heading_regardless = "Found whatever the session brings";
        /// Over the work of a planned session.
        heading_work = "Work";
        /// Over what a planned session brings beside.
        heading_brings = "Brings";
        /// Over who takes part.
        heading_with = "With";
        /// A column: the part of the session.
        column_part = "Part";
        /// A column: what.
        column_what = "Consider";
        /// A column: how pressing.
        column_pressing = "How pressing";
        /// A column: why.
        column_why = "Why";
        /// A column: the rule that finds something otherwise.
        column_otherwise = "If left out, this rule speaks";
        /// An item: a response.
        what_safety_response = "the open safety concern: a response, and its documentation";
        /// An item: a reassessment.
        what_safety_reassessment = "the safety concern: a reassessment after the response";
        /// An item: a hand-over.
        what_hand_over_follow_up = "the safety concern: whether the hand-over arrived";
        /// An item: the opening.
        what_opening = "opening: the time since the last session, or what brings the patient now";
        /// An item: a review of what was agreed.
        what_attempt_review = "what came of the work agreed last time";
        /// An item: symptoms.
        what_symptom_check = "symptoms and mood";
        /// An item: a score.
        what_score = "a score on {instrument}, reported back";
        /// An item: the enquiry.
        what_enquiry = "direct questions about safety";
        /// An item: mood and events.
        what_mood_event_link = "the link between mood and events, both ways";
        /// An item: somebody else.
        what_participant = "taking part: {relation}";
        /// An item: a phase.
        what_phase = "the {phase} phase may begin with this session";
        /// An item: the frame.
        what_frame = "the time limit, voiced";
        /// An item: a contract of its own.
        what_own_contract = "a contract of its own for what follows acute treatment";
        /// An item: an incident.
        what_incident = "a recent incident, as concretely as it happened";
        /// An item: affect.
        what_affect = "the feelings that come with it";
        /// An item: an item of the focus.
        what_focus_item = "item {item} of the focus";
        /// An item: the stage.
        what_dispute_stage = "the stage of the dispute";
        /// An item: events.
        what_events_reasked = "life events since they were last asked about";
        /// An item: a review.
        what_progress_review = "a review of progress";
        /// An item: another option.
        what_another_option = "in the review, an option other than going on as before";
        /// An item: markers.
        what_markers = "how far {area} is worked through";
        /// An item: a judgement on a criterion.
        what_judgement = "the judgement whether {criterion} is reached";
        /// An item: a module that begins.
        what_module = "the module {module} may begin with this session";
        /// An item: a diary.
        what_diary = "beginning the diary that the protocol keeps";
        /// An item: contact with somebody.
        what_contact = "contact with {with}";
        /// An item: the day of an event outside treatment.
        what_external_date = "the day of {anchor}";
        /// An item: a session beside the main track.
        what_meeting = "a session beside the main track ({track})";
        /// An item: options.
        what_options = "options, and where each may lead";
        /// An item: a rehearsal.
        what_rehearsal = "a rehearsal of what the patient wants to say or do";
        /// An item: a summary.
        what_summary = "a summary by patient and therapist";
        /// An item: work until next time.
        what_between_session_plan = "what the patient takes up until next time";
        /// An item: sessions left.
        what_sessions_left = "how many sessions are left";
        /// A deadline that is met.
        deadline_met = "{milestone}: done";
        /// A deadline with more than one session left.
        deadline_open = "{milestone}: by session {by} ({why})";
        /// A deadline that the next session is the last to meet.
        deadline_last = "{milestone}: the next session, {by}, is the last that is in time ({why})";
        /// A deadline that has passed.
        deadline_passed = "{milestone}: no longer possible in time; session {by} was the last ({why})";
        /// Over a course plan.
        plan_title = "Course plan";
        /// What a plan is of.
        plan_of = "Protocol {protocol}, revision {revision} of the plan, in force from {day}.";
        /// How many sessions there are.
        plan_sessions = "Sessions: {all} ({held} held, {missed} missed and counted, {ahead} ahead), from {from} to {until}";
        /// Days between sessions.
        plan_interval = "Days from one session to the next: {days}";
        /// Weeks of treatment.
        plan_weeks = "Weeks after which treatment is over: {weeks}";
        /// The terms are agreed.
        plan_agreed = "Terms: agreed ({entry})";
        /// The terms are those of the protocol.
        plan_typical = "Terms: typical of the protocol, not agreed yet";
        /// Days of the week.
        plan_weekdays = "Days of the week: {days}";
        /// A break.
        plan_break = "Break: {from} to {until}";
        /// The day that the last session may not pass.
        plan_not_after = "Not after: {day}";
        /// The same, with what it hangs on.
        plan_anchor = "Not after: {day} ({anchor})";
        /// The focus.
        plan_focus = "Focus: {area}";
        /// No focus is agreed.
        plan_no_focus = "Focus: not agreed yet";
        /// A column of a course plan.
        column_number = "No.";
        /// A column of a course plan.
        column_phase = "Phase";
        /// A column of a course plan.
        column_day = "Day";
        /// A column of a course plan.
        column_window = "Window";
        /// A column of a course plan.
        column_minutes = "Minutes";
        /// A column of a course plan.
        column_work = "Work";
        /// A column of a course plan.
        column_brings = "Brings";
        /// A column of a course plan.
        column_with = "With";
        /// A column of a course plan.
        column_measures = "Measures";
        /// A column of a course plan.
        column_status = "Status";
        /// A window.
        window = "{from} to {until}";
        /// A window without a day.
        window_none = "not before {from}, nor after {until}";
        /// The work of an assessment.
        assessment = "whether IPT fits";
        /// A session that is ahead.
        status_ahead = "planned";
        /// A session that cannot be held by the book.
        status_against = "planned, against {code}";
        /// A session that was held.
        status_held = "held ({entry})";
        /// A session that was missed and counts.
        status_missed = "missed and counted ({entry})";
        /// Over the reasons.
        why_windows = "Why the windows";
        /// Which sessions a reason bounds from below.
        earliest_of = "earliest day of {sessions}";
        /// Which sessions a reason bounds from above.
        latest_of = "latest day of {sessions}";
        /// Sessions without a day of the week.
        collision_no_weekday = "no day of the week is available for {sessions} sessions ({why}); at least one must be available";
        /// Fewer sessions than the phases take.
        collision_too_few = "there are {sessions} sessions ({why}); the phases of the protocol must have at least {least}";
        /// More sessions than a plan takes.
        collision_too_many = "there are {sessions} sessions ({why}); a plan must have at most {most}";
        /// A session without room.
        collision_no_room = "session {session} must not be before {from} ({why_from}) and must not be after {until} ({why_until}); no day meets both demands";
        /// A session without an available day.
        collision_no_day = "session {session} must be between {from} ({why_from}) and {until} ({why_until}); no day of that time is available";
        /// A session of another track without an available day.
        collision_beside = "session {session} of the {track} track must be between {from} and {until}; no day of that time is available";
        /// Sessions beyond a day.
        collision_past_end = "{sessions} sessions, {interval} days apart ({why}), end on {last}; the last must not be after {until}";
        /// Sessions beyond the weeks.
        collision_past_weeks = "{sessions} sessions, {interval} days apart, end on {last}; they must end by {until}, after {weeks} weeks ({why})";
        /// The calendar ends.
        collision_calendar = "session {session} would be after the last day of the calendar; the plan must begin earlier";
        /// Of a picture: title.
        picture_title = "Course plan, {protocol}, revision {revision}, in force from {day}";
        /// Of a picture: held.
        picture_held = "held";
        /// Of a picture: late.
        picture_late = "held, patient late";
        /// Of a picture: missed.
        picture_missed = "missed";
        /// Of a picture: cancelled.
        picture_cancelled = "cancelled";
        /// Of a picture: planned.
        picture_planned = "planned";
        /// Of a picture: against.
        picture_against = "planned, not by the book";
        /// Of a picture: as of.
        picture_as_of = "as of {day}";
        /// Of a picture: from.
        picture_from = "from";
        /// Of a picture: week.
        picture_week = "week";
        /// Of a picture: phases.
        picture_phases = "phases";
        /// Of a picture: phase.
        picture_phase = "{phase}, from {day}";
        /// Of a picture: pauses.
        picture_pauses = "pauses";
        /// Of a picture: pause.
        picture_pause = "pause from {from} to {until}";
        /// Of a picture: sessions.
        picture_sessions = "sessions";
        /// Of a picture: beside.
        picture_beside = "beside";
        /// Of a picture: lower.
        picture_lower = "total, lower is better";
        /// Of a picture: higher.
        picture_higher = "total, higher is better";
        /// Of a picture: total.
        picture_total = "total";
        /// Of a picture: score.
        picture_score = "{instrument}, {day}: {total}";
        /// Of a picture: undated.
        picture_undated = "{n} undated";
        /// Of a picture: found.
        picture_found = "{code} on {day}";
        /// Of a picture: legend.
        picture_legend = "legend";
        /// Of a picture: pause mark.
        picture_pause_mark = "pause or break";
        /// Of a picture: stands.
        picture_stands = "{severity} that stands";
        /// Of a picture: many.
        picture_many = "beside it: how many in that week";
        /// Of a picture: told.
        picture_told = "{n:session|sessions} until {day}";
        /// Of a picture: days.
        picture_days = "Days from {from} to {until}.";
        /// Of a picture: since.
        picture_since = "As of {day}.";
        /// Of a picture: span.
        picture_span = "{what}: {from} to {until}.";
        /// Of a picture: series.
        picture_series = "{instrument}: {first} on {from}, {last} on {until}.";
        /// Of a picture: standing.
        picture_standing = "Findings that stand, {severity}: {n}.";
    }
}
