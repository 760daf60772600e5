//! A closed course has no step: a recurrence is a new course.
use interpersonal::{At, typed::{In, stage::Closed}};

fn reopen(course: In<Closed>, at: At) {
    let _ = course.begin_middle(at);
}

fn main() {}
