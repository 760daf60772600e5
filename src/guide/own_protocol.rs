//! Write a protocol of your own: as a file that says what differs, or in Rust.
//!
//! A protocol of your own begins with the published one that is nearest.
//! [`Search`](crate::protocol::Search) finds it; `cargo run --example protocols` lists, compares
//! and explains all of them. Every number in a protocol has a source and a basis, yours too.
//!
//! # A file
//!
//! The file names what it `extends`, has an `id` and a `title`, and holds the fields that differ. A
//! number that differs is given with its own source and basis. A list is replaced by a list, or
//! changed with `remove` and `add`; `null` takes an optional value away.
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
//! assert_eq!(ours.spec().dose.minutes.value.typical, 45);
//! // What is not mentioned is as in the other.
//! assert_eq!(ours.spec().dose.sessions, preset::ACUTE_16.spec().dose.sessions);
//!
//! // What differs, as a table in an application may show it.
//! for difference in preset::ACUTE_16.diff(&ours) {
//!     println!("{}: {} instead of {}", difference.parameter, difference.right, difference.left);
//! }
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
//! A file can extend another file of yours: [`wire::Bases`](crate::wire::Bases) holds them.
//!
//! # In Rust
//!
//! [`ProtocolSpec`](crate::protocol::ProtocolSpec) is the open form with public fields. Change a
//! copy and let [`Protocol::new`](crate::Protocol::new) check that its parts agree; its error names
//! every place where they do not.
//!
//! ```
//! use interpersonal::{prelude::*, protocol::{Cited, Span}};
//! use interpersonal::{source::{Basis, SourceId}, vocabulary::ProtocolId};
//!
//! let mut spec = preset::ACUTE_16.spec().clone();
//! spec.id = ProtocolId::new("our-clinic")?;
//! spec.parent = Some(preset::ACUTE_16.id());
//! spec.title = "IPT at our clinic".into();
//! let ours = SourceId::new("our-clinic-2026")?;
//! spec.dose.minutes = Cited::new(Span::new(45, 45, 50), ours, Basis::Practice);
//! let protocol = Protocol::new(spec.clone())?;
//! assert_eq!(protocol.id().as_str(), "our-clinic");
//!
//! // The least is more than the greatest.
//! spec.dose.minutes.value = Span::new(60, 45, 50);
//! assert!(Protocol::new(spec).is_err());
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
