//! The ending does not begin from the initial phase.
use interpersonal::{At, typed::{In, stage::Initial}};

fn end(course: In<Initial>, at: At) {
    let _ = course.begin_termination(at);
}

fn main() {}
