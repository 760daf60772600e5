//! A course in a phase is one course: a copy would stay behind when the phase changes.
use interpersonal::typed::{In, stage::Middle};

fn copied<T: Clone>() {}

fn main() {
    copied::<In<Middle>>();
}
