//! Correct what was written, withdraw it, give reasons, and record what did not take place.
//!
//! Nothing in a record is changed or erased. Each of these is an entry of its own, with its writer
//! and its moment.
//!
//! # Corrections and strikes
//!
//! [`correct`](crate::Course::correct) replaces a fact; the day of `at` is the day of the corrected
//! fact. [`strike`](crate::Course::strike) withdraws an entry. Both name the entry by its number,
//! which `record` returned and which never changes. If a later fact rests on the entry, they are
//! refused, and the error names that fact.
//!
//! **A correction replaces the whole fact.** What the new one does not hold is no longer on record,
//! so begin with a copy of the old one.
//!
//! ```
//! use interpersonal::prelude::*;
//!
//! # let (first, second) = ("2026-01-05".parse()?, "2026-01-06".parse()?);
//! let at = At::new("2026-01-12T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, first);
//! let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! let noted = Session::attended().with_minutes(30).with_enquiry(Enquiry::no_concern());
//! let session = course.record(at, noted)?.entry();
//! let other = course.record(at, Session::attended())?.entry();
//!
//! // It was the day after, and took 50 minutes; the question about safety stays.
//! let noted = course.entry(session).and_then(Entry::stated);
//! let Some((_, Fact::Session(noted))) = noted else { return Err("it is a session".into()) };
//! let mended = Correction::of(noted.clone().with_minutes(50)).with_reason("a slip of the pen");
//! course.correct(at.on(second), session, mended)?;
//! course.strike(at, Strike::new(other).with_reason("belongs to another course"))?;
//! assert_eq!((course.state().held(), course.revision()), (1, 5));
//! assert!(course.is_struck(session) && course.is_struck(other));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`facts`](crate::Course::facts) gives what counts, [`entries`](crate::Course::entries)
//! everything that was written, and [`known_on`](crate::Course::known_on) the state as it was known
//! at a moment.
//!
//! # Waivers
//!
//! A waiver gives the reason for departing from one rule, for one entry, until a day, or for the
//! whole course. Its findings are shown as waived and no longer stand. Rules of safety and
//! integrity cannot be waived.
//!
//! ```
//! use interpersonal::{course::{RecordError, WaiverScope}, record::setting::DeviationCategory};
//! # use interpersonal::{course::Origin, prelude::*};
//! # let (first, last) = ("2026-01-05".parse()?, "2026-02-09".parse()?);
//! # let at = At::new("2026-02-09T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, first);
//! # let opened = Opened::in_phase(Phase::Initial).with_reporting([Topic::Sessions, Topic::Contacts]);
//! # let mut course = Course::open(&preset::ACUTE_16, at.with_origin(Origin::Imported), opened)?;
//! # course.record(at.with_origin(Origin::Imported), Session::attended())?;
//! course.record(at.on(last), Session::attended())?;
//! let gap = course.check(last).standing().find(|finding| finding.code.as_str() == "IPT-156").unwrap().clone();
//!
//! let scope = WaiverScope::Entry(gap.place.entry().unwrap());
//! let waive = Waive::new(gap.code, scope, DeviationCategory::PhysicalIllnessOrPregnancy);
//! course.waive(at, waive.with_reason("in bed with influenza"))?;
//! let report = course.check(last);
//! assert_eq!(report.of(gap.code).filter(|finding| finding.stands()).count(), 0);
//!
//! let safety = Waive::new(RuleCode::new("IPT-189")?, WaiverScope::Course {}, DeviationCategory::SafetyCrisis);
//! assert!(matches!(course.waive(at, safety), Err(RecordError::NotWaivable { .. })));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Late entries
//!
//! Facts take effect in the order of their days, so a late entry comes where it belongs, and
//! sessions are counted anew. An entry must not be written before its day; one day of tolerance
//! covers time zones. IPT-005 finds entries that were written many days after. Say with
//! [`Origin::Imported`](crate::course::Origin::Imported) what was taken over from elsewhere: that
//! rule leaves it out.
//!
//! ```
//! # use interpersonal::prelude::*;
//! use interpersonal::course::Origin;
//!
//! let (first, second) = ("2026-01-05".parse()?, "2026-01-12".parse()?);
//! let at = At::new("2026-03-02T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, first);
//! let imported = at.with_origin(Origin::Imported);
//! let mut course = Course::open(&preset::ACUTE_16, imported, Opened::in_phase(Phase::Initial))?;
//! course.record(imported.on(second), Session::attended())?;
//! course.record(at.on(first), Session::attended())?; // written live, and eight weeks late
//!
//! let report = course.check("2026-03-02".parse()?);
//! let late: Vec<_> = report.of("IPT-005".parse()?).collect();
//! assert_eq!((late.len(), late[0].on), (1, Some(first)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A concern and its response
//!
//! A session in which a concern came up and the response to it are two facts and one act.
//! [`At::with_response`](crate::course::At::with_response) makes both entries, and `record_all` takes both or neither. Where concerns
//! of several kinds stand, a response says which of them it answers.
//!
//! ```
//! # use interpersonal::prelude::*;
//! use interpersonal::record::safety::{
//!     ConcernKind, ConcernKinds, Enquiry, EnquiryResult, SafetyAction, SafetyResponse,
//! };
//!
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! # let opened = Opened::in_phase(Phase::Initial).with_reporting(Topic::Safety);
//! # let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
//! let note = Session::attended().with_enquiry(Enquiry::new(EnquiryResult::Concern));
//! let response = SafetyResponse::new([SafetyAction::SafetyPlan, SafetyAction::Consultation])
//!     .with_answers(ConcernKinds::from(ConcernKind::SuicidalIdeation))
//!     .with_review_on(interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 9));
//! course.record_all(at.with_response(note, response))?;
//! assert!(course.check(at.day).of("IPT-189".parse()?).next().is_none());
//!
//! // What is to be done on a day between sessions is an answer of its own.
//! assert_eq!(course.today("2026-01-09".parse()?).items.len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Sessions that were not held
//!
//! A missed session is a session with another attendance. It has a day, and no content: whatever its
//! note holds is kept and does nothing. After one that was missed without a word the protocol asks
//! for an attempt to reach the patient.
//!
//! ```
//! # use interpersonal::prelude::*;
//! use interpersonal::record::contact::OutreachMade;
//!
//! # let at = At::new("2026-01-19T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! course.record(at, Session::new(Attendance::DidNotAttend))?;
//! course.record(at, OutreachMade::new().with_reached(Stated::Done))?;
//! let cancelled = Session::new(Attendance::CancelledByPatient).with_notice_hours(48);
//! course.record(at.on("2026-01-12".parse()?), cancelled)?;
//! course.record(at.on("2026-01-19".parse()?), Session::new(Attendance::Late).with_minutes(35))?;
//! assert_eq!(course.state().held(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
