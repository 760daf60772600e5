//! Courses by the book in which one thing was planted.

use proptest::{prelude::*, sample::Index};

use super::conforming;
use crate::{
    course::Course,
    protocol::Protocol,
    testing::plant::{Fault, Legitimate, Planted},
};

/// A conforming course, one fault, and the course with that fault planted at a session of it. What
/// has no place in a course of the protocol is not drawn.
///
/// The fault is found there, under a code of its kind, and no error is found that does not follow
/// from it.
pub fn planted(protocol: Protocol) -> BoxedStrategy<(Course, &'static Fault, Planted)> {
    (conforming(protocol), any::<Index>(), any::<Index>())
        .prop_filter_map("the course has a place for it", |(course, which, at)| {
            let fault = which.get(Fault::ALL);
            let planted = fault.plant(course.protocol(), course.entries(), at.index(64))?;
            Some((course, fault, planted))
        })
        .boxed()
}

/// A conforming course, something legitimate, and the course with it: nothing heavier than a note
/// is found that was not found before.
pub fn legitimate(protocol: Protocol) -> BoxedStrategy<(Course, &'static Legitimate, Planted)> {
    (conforming(protocol), any::<Index>(), any::<Index>())
        .prop_filter_map("the course has a place for it", |(course, which, at)| {
            let legitimate = which.get(Legitimate::ALL);
            let planted = legitimate.plant(course.protocol(), course.entries(), at.index(64))?;
            Some((course, legitimate, planted))
        })
        .boxed()
}
