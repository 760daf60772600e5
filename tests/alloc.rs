//! Checking a course without findings allocates nothing once the scratch is warm.

#![expect(unsafe_code, reason = "counting allocations needs an allocator")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use interpersonal::{
    ProblemArea,
    chrono::NaiveDate,
    protocol::preset,
    rule::{Scratch, Validator},
    testing::exemplar::Exemplar,
};

struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call goes to the system's allocator unchanged; counting touches a thread-local
// number only.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = COUNT.try_with(|count| count.set(count.get() + 1));
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(work: impl FnOnce()) -> usize {
    let before = COUNT.with(Cell::get);
    work();
    COUNT.with(Cell::get) - before
}

#[test]
fn checking_a_clean_course_allocates_nothing_once_warm() {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let course = Exemplar::new(&preset::ACUTE_16, ProblemArea::RoleDispute, monday)
        .course()
        .unwrap();
    let as_of = course.state().last_day();
    let validator = Validator::new();
    let mut scratch = Scratch::default();
    let first = allocations(|| {
        validator.validate_into(&course, as_of, &mut scratch);
    });
    assert!(first > 0, "the counter counts");
    let again = allocations(|| {
        validator.validate_into(&course, as_of, &mut scratch);
    });
    assert_eq!(again, 0);
}

#[test]
fn asking_the_machine_allocates_nothing() {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let course = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, monday)
        .course()
        .unwrap();
    let (_, on, fact) = course.facts().last().unwrap();
    let mut by_the_book = false;
    assert_eq!(
        allocations(|| by_the_book = course.decide(fact, on).is_by_the_book()),
        0
    );
    let mut choices = 0;
    assert_eq!(allocations(|| choices = course.choices().count()), 0);
    assert!(!by_the_book, "a closed course is not closed again");
    assert_eq!(choices, 3, "scores, safety and administration");
}
