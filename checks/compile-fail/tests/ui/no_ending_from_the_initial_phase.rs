//! The ending does not begin from the initial phase.
use interpersonal::{At, In, machine::GuardSet, stage::Initial};

fn end(course: In<Initial>, at: At) {
    let _ = course.begin_termination(at, GuardSet::EMPTY);
}

fn main() {}
