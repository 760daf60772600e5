//! Write a protocol of your own: as a file that says what differs, or in Rust.
//!
//! A protocol of your own begins with the published one that is nearest.
//! [`Search`](crate::protocol::Search) finds it; `cargo run --example protocols` lists, compares
//! and explains all of them. Every number in a protocol has a source and a basis, yours too.
//!
//! # The number of sessions
//!
//! A number rarely changes alone. Where a treatment has other sessions, the phases that the base
//! numbers, and the stretches of its cadence, have to end with the new length, and the weeks have
//! to hold them; until then the protocol is refused, and the error names every place. The file
//! names what it `extends`, has an `id` and a `title`, and holds what differs:
//!
//! ```
//! use interpersonal::prelude::*;
//!
//! let file = r#"{
//!     "extends": "acute-16", "id": "our-clinic", "title": "IPT at our clinic",
//!     "source": "our-clinic-2026", "basis": "practice",
//!     "dose": {"sessions": {"value": {"min": 10, "typical": 12, "max": 14}},
//!              "weeks": {"value": {"min": 10, "typical": 12, "max": 16}}},
//!     "phases": {"change": [{"phase": "middle", "typical": {"value": [4, 10]}},
//!                           {"phase": "termination", "typical": {"value": [11, 12]}}]},
//!     "cadence": [{"from": 1, "to": 12, "sessions": 1, "days": 7}]
//! }"#;
//! let from_file: Protocol = serde_json::from_str(file)?;
//!
//! // The same in Rust.
//! let (source, basis) = (SourceId::new("our-clinic-2026")?, Basis::Practice);
//! let mut spec = preset::ACUTE_16.spec().clone();
//! spec.id = ProtocolId::new("our-clinic")?;
//! spec.parent = Some(preset::ACUTE_16.id());
//! spec.title = "IPT at our clinic".into();
//! spec.dose.sessions = Cited::new(Span::new(10, 12, 14), source, basis);
//! spec.dose.weeks = Cited::new(Span::new(10, 12, 16), source, basis);
//! for phase in spec.phases.to_mut() {
//!     let typical = match phase.phase {
//!         Phase::Middle => (4, 10),
//!         Phase::Termination => (11, 12),
//!         _ => continue,
//!     };
//!     phase.typical = Some(Cited::new(typical, source, basis));
//! }
//! let weekly = &mut spec.cadence.to_mut()[0];
//! (weekly.to, weekly.source, weekly.basis) = (12, source.whole(), basis);
//! let protocol = Protocol::new(spec)?;
//! assert_eq!(protocol, from_file);
//! assert_eq!(protocol.spec().dose.sessions.value.typical, 12);
//! // What is not mentioned is as in the other.
//! assert_eq!(protocol.spec().dose.minutes, preset::ACUTE_16.spec().dose.minutes);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A file
//!
//! - A number is written with its `source` and `basis`. Both can stand once, beside `extends`, for
//!   all that the file says without them. What is taken over keeps the source that it has.
//! - A list is replaced by a list, or changed by an object with any of `remove`, `change` and
//!   `add`. Entries go by what they are about: `{"remove": ["ham-d-17"]}`. One under `change` holds
//!   that and the fields that differ: `{"change": [{"instrument": "phq-9", "level": "must"}]}`; one
//!   under `add` is whole. To put another in the place of an entry, remove it and add the other.
//!   The stretches of `cadence` have no names, so that list is replaced.
//! - `null` takes an optional value away.
//!
//! In the package, [Fields of a file] lists every field, what a list goes by, and the names that
//! are accepted, such as `must`, `should`, `may` and `must_not` for a `level`;
//! [protocol.schema.json] says the same to an editor.
//!
//! [Fields of a file]: https://docs.rs/crate/interpersonal/latest/source/docs/PROTOCOLS.md
//! [protocol.schema.json]: https://docs.rs/crate/interpersonal/latest/source/docs/protocol.schema.json
//!
//! ```
//! use interpersonal::prelude::*;
//!
//! let file = r#"{
//!     "extends": "acute-16", "id": "our-clinic", "title": "IPT at our clinic",
//!     "dose": {"minutes": {"value": {"min": 45, "typical": 45, "max": 50},
//!                          "source": "our-clinic-2026", "basis": "practice"}},
//!     "measures": {"remove": ["ham-d-17"]}
//! }"#;
//! let ours: Protocol = serde_json::from_str(file)?;
//!
//! // What differs, as a table in an application may show it: ours on the left.
//! for difference in ours.diff(&preset::ACUTE_16) {
//!     println!("{}: {} instead of {}", difference.parameter, difference.left, difference.right);
//! }
//! // In words, ours is *here* and the other *there*.
//! let text = ours.compare(&preset::ACUTE_16).to_string();
//! assert!(text.contains("Minutes of a session: 45 to 50, usually 45; there 45 to 60"));
//! assert!(text.contains("only there: ham-d-17"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Reading ends with an error at what cannot be understood.
//! [`wire::protocol_faults`](crate::wire::protocol_faults) tells every fault, with its place and
//! what is accepted.
//!
//! ```
//! use interpersonal::wire;
//!
//! let file = r#"{"extends": "acute-16", "id": "our-clinic", "title": "Ours",
//!     "dose": {"minutes": 45}, "measures": {"remove": ["ham-d"]}}"#;
//! let faults = wire::protocol_faults(&mut serde_json::Deserializer::from_str(file))?;
//! for fault in &faults {
//!     println!("{fault}");
//! }
//! assert_eq!(faults.len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The place is the path to the field, such as `dose.minutes`. A line and a column are known only
//! of what the format itself cannot read, such as a bracket that is missing: a protocol is put
//! together after the file was read. Show the error by `Display`, since the `Debug` of `serde_json`
//! writes `line: 0` where it knows none.
//!
//! A file can extend another file of yours: [`wire::Bases`](crate::wire::Bases) holds them.
//!
//! # In Rust
//!
//! [`ProtocolSpec`](crate::protocol::ProtocolSpec) is the open form with public fields. Change a
//! copy, as above, and let [`Protocol::new`](crate::Protocol::new) check that its parts agree; its
//! error names every place where they do not.
//!
//! ```
//! use interpersonal::prelude::*;
//!
//! let mut spec = preset::ACUTE_16.spec().clone();
//! // The length alone: the phases and the cadence still end with session 16.
//! spec.dose.sessions.value = Span::new(10, 12, 14);
//! let error = Protocol::new(spec).unwrap_err();
//! println!("{error}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Under your protocol
//!
//! [`Course::open`](crate::Course::open) takes it as it takes a preset. For many courses share one:
//! a [`SharedProtocol`](crate::protocol::SharedProtocol) is cheap to clone. An open course changes
//! its protocol with [`change_protocol`](crate::Course::change_protocol) from a day on, and
//! [`Validator::under`](crate::rule::Validator::under) says what another protocol would have found.
//!
//! ```
//! # use interpersonal::prelude::*;
//! # let protocol = Protocol::new(preset::ACUTE_16.spec().clone())?;
//! use interpersonal::protocol::SharedProtocol;
//!
//! let shared = SharedProtocol::from(protocol);
//! let day = "2026-01-05".parse()?;
//! let at = At::new("2026-01-05T17:00:00Z".parse()?, ActorRef::new("therapist-1")?, day);
//! let course = Course::open(shared.clone(), at, Opened::in_phase(Phase::Initial))?;
//! assert!(course.opening_protocol().is_same(&shared));
//!
//! let elsewhere = Validator::new().under(&preset::UK_16).validate(&course, day);
//! assert_eq!(elsewhere.protocol.as_str(), "uk-16");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
