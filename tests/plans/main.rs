//! What comes next: course plans, session plans, look-ahead, and the forms in which people read
//! them.

#[cfg(feature = "proptest1")]
mod course_plan;
mod due;
mod forms;
#[path = "../shared/generated.rs"]
mod generated;
mod preview;
#[cfg(all(feature = "proptest1", feature = "serde"))]
mod session_plan;
mod today;
mod way;
