//! Draw the form of any fact, check what is typed, and read it back.
//!
//! # Fields
//!
//! Every type of the record describes itself as a [`Shape`](crate::shape::Shape): which fields
//! there are, which input each calls for, its limits and its choices.
//! [`Language::part`](crate::text::Language::part) has the label of each, by the name of the type
//! and its own. So an application needs one piece of code for all facts.
//! [`examples/form.rs`][form] is one.
//!
//! [form]: https://docs.rs/crate/interpersonal/latest/source/examples/form.rs
//!
//! ```
//! use interpersonal::{Fact, record::FactKind, text::Language};
//! use interpersonal::shape::{Documented, Plain, Shape};
//!
//! // The facts there are, for a menu.
//! let Shape::OneOf(of, kinds) = Fact::SHAPE else { unreachable!() };
//! assert_eq!(kinds.len(), FactKind::ALL.len());
//! let language = Language::parse("de")?;
//! assert_eq!(language.part(of, "session"), Some("Sitzung"));
//!
//! // The fields of one fact.
//! let (.., session) = kinds.iter().find(|(name, ..)| *name == "session").ok_or("a session")?;
//! let Shape::Object(of, _, fields) = session else { unreachable!() };
//! for field in *fields {
//!     let label = language.part(of, field.name).unwrap_or(field.name);
//!     let star = if field.required { "*" } else { "" };
//!     let input = match field.shape.inner() {
//!         Shape::Plain(_, Plain::Number { least, most }) => format!("number from {least} to {most}"),
//!         Shape::Plain(_, Plain::Day) => "date".into(),
//!         Shape::Plain(..) => "text".into(),
//!         Shape::Names(_, names) => format!("one of {} choices", names.len()),
//!         Shape::List(_) => "several".into(),
//!         _ => "a group of fields".into(),
//!     };
//!     println!("{label}{star}: {input}");
//! }
//! # let attendance = fields.iter().find(|field| field.name == "attendance").ok_or("attendance")?;
//! # assert!(attendance.required && matches!(attendance.shape.inner(), Shape::Names(..)));
//! # assert_eq!(language.part(of, "minutes"), Some("Minuten"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A field that may be left out is an [`Optional`](crate::shape::Shape::Optional);
//! [`inner`](crate::shape::Shape::inner) is the shape of its value. The shapes are those of the
//! stored form, so the names of fields and choices are the keys and values to store.
//!
//! # What is typed
//!
//! [`check`](crate::shape::Shape::check) judges one text for one field, while somebody types. It
//! does not repeat the text. It is for plain values and for one of several names; a list is checked
//! element by element.
//!
//! ```
//! use interpersonal::{Session, shape::{Documented, Shape}};
//!
//! let Shape::Object(_, _, fields) = Session::SHAPE else { unreachable!() };
//! let field = |name| fields.iter().find(|field| field.name == name);
//! let minutes = field("minutes").ok_or("minutes")?;
//! assert!(minutes.shape.check("50").is_ok());
//! let unfit = minutes.shape.check("fifty").unwrap_err();
//! assert_eq!(unfit.to_string(), "holds a string and must hold a whole number from 0 to 65535");
//! assert!(field("attendance").ok_or("attendance")?.shape.check("late").is_ok());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is sent
//!
//! With the feature `serde` a filled form is read as a fact. `wire::faults` says what is wrong with
//! it as a whole, each fault with the path of its field; without a fault it can be read and
//! recorded.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use interpersonal::{Fact, wire};
//! use serde_json::json;
//!
//! let sent = json!({"session": {"attendance": "came", "minutes": "fifty"}});
//! let faults = wire::faults::<Fact, _>(&sent)?;
//! assert_eq!(faults.len(), 2);
//! assert!(faults[1].to_string().starts_with("`session.minutes` holds a string"));
//!
//! let sent = json!({"session": {"attendance": "attended", "minutes": 50}});
//! let fact: Fact = serde_json::from_value(sent)?;
//! assert!(matches!(fact, Fact::Session(note) if note.minutes == Some(50)));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
