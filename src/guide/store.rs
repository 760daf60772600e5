//! Store a course and load it, notice who else has written, and take over rows of another system.
//!
//! The crate writes no file and knows no database. It gives you what to store, through serde.
//!
//! # A whole course
//!
//! A course is stored with its protocol whole, so a preset that changes later does not change how
//! the course is judged. Reading replays the entries and checks each.
//!
//! ```
//! use interpersonal::prelude::*;
//!
//! let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! course.record(at, Session::attended())?;
//!
//! let stored = serde_json::to_string(&course)?;
//! assert_eq!(serde_json::from_str::<Course>(&stored)?, course);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Reading ends at the first fault. [`wire::sift`](crate::wire::sift) tells all faults of a file
//! and makes a course of the rest. Whoever loads many courses reads them through one
//! [`wire::Protocols`](crate::wire::Protocols): courses with the same protocol then share it.
//!
//! ```
//! # use interpersonal::prelude::*;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! # let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! use interpersonal::wire::Protocols;
//!
//! let rows = [serde_json::to_string(&course)?, serde_json::to_string(&course)?];
//! let mut protocols = Protocols::new();
//! for row in &rows {
//!     let read = protocols.read(&mut serde_json::Deserializer::from_str(row))?;
//!     assert_eq!(read, course);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # One entry a row
//!
//! Entries are only ever added: a correction is a further entry. So a table may hold one row for
//! each. Store the [`Protocol`](crate::Protocol) beside them, and
//! [`replay`](crate::Course::replay) the rows in the order of writing. A change of protocol during
//! the course is an entry and needs no row elsewhere.
//!
//! [`revision`](crate::Course::revision) is the number of entries. Write only if the stored number
//! is still the one that you read; otherwise somebody has written in between: load the course again
//! and record again.
//!
//! ```
//! # use interpersonal::prelude::*;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! let protocol = serde_json::to_string(course.opening_protocol().spec())?;
//! let mut rows = vec![serde_json::to_string(&course.entries()[0])?]; // the table, so far
//!
//! let read = course.revision();
//! course.record(at, Session::attended())?;
//! // One transaction: insert the new rows, and
//! // update courses set revision = :now where id = :id and revision = :read
//! for entry in &course.entries()[read as usize..] {
//!     rows.push(serde_json::to_string(entry)?);
//! }
//!
//! let protocol: Protocol = serde_json::from_str(&protocol)?;
//! let entries: Vec<Entry> = rows.iter().map(|row| serde_json::from_str(row)).collect::<Result<_, _>>()?;
//! assert_eq!(Course::replay(protocol, entries)?, course);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Keys of the application
//!
//! A key stands for one entry. The same fact under the same key is ignored the second time, so a
//! request that is sent twice does no harm. Another fact under the key is refused: the entry has to
//! be [corrected](crate::Course::correct). [`record_all`](crate::Course::record_all) records
//! several entries or none.
//!
//! ```
//! # use interpersonal::prelude::*;
//! # let at = At::new("2026-01-12T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! use interpersonal::RecordError;
//!
//! let keyed = at.with_key("row-1".parse()?);
//! course.record(keyed, Session::attended())?;
//! let again = course.record(keyed, Session::attended())?;
//! assert!(matches!(again, Recorded::Ignored { .. }));
//! let other = course.record(keyed, Session::attended().with_minutes(50));
//! assert!(matches!(other, Err(RecordError::KeyTaken { .. })));
//!
//! let next = at.on("2026-01-12".parse()?).with_key("row-2".parse()?);
//! let both = [next.entry(Session::attended()), keyed.entry(Session::attended().with_minutes(50))];
//! assert!(course.record_all(both).is_err());
//! assert_eq!(course.revision(), 2, "the first of the two is not recorded either");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rows of another system
//!
//! [`import`](crate::Course::import) makes a course of entries of any quality, and
//! [`import_into`](crate::Course::import_into) adds to one that is open. What contradicts the
//! record is set aside with its place, its key and the error. [`examples/ehr_import.rs`][import]
//! reads a whole table.
//!
//! [import]: https://docs.rs/crate/interpersonal/latest/source/examples/ehr_import.rs
//!
//! ```
//! # use interpersonal::prelude::*;
//! # let at = At::new("2026-01-12T17:00:00Z".parse()?, ActorRef::new("import-job")?, "2026-01-05".parse()?);
//! let session = |n| at.entry(Session::attended().with_number(n));
//! let opening = at.entry(Opened::in_phase(Phase::Initial));
//! let mut imported = Course::import(&preset::ACUTE_16, [opening, session(1), session(1)])?;
//! assert_eq!((imported.course.state().held(), imported.aside[0].position), (1, 3));
//!
//! let aside = imported.course.import_into([session(2)]);
//! assert!(aside.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Export
//!
//! A course, a report and a plan are data; [`docs`][docs] in the package holds a JSON schema of
//! each. A report is text as well. For a log there are counts, without anything of the record.
//! [`plan`](super::plan#a-plan-for-others) has calendar, page and picture.
//!
//! [docs]: https://docs.rs/crate/interpersonal/latest/source/docs/
//!
//! ```
//! # use interpersonal::prelude::*;
//! # let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, "2026-01-05".parse()?);
//! # let course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
//! let report = course.check(course.state().last_day());
//! let (data, text, counts) = (serde_json::to_value(&report)?, report.text().to_string(), report.counts());
//! assert!(data.is_object() && text.contains("acute") && counts.questions == 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
