//! A preset whose parts disagree does not compile.
use interpersonal::protocol::{Cited, FocusPolicy, Protocol, ProtocolSpec, preset::ACUTE_16};

static NO_FOCUS: Protocol = Protocol::from_static(ProtocolSpec {
    focus: FocusPolicy { max_active: Cited::design(0), ..ACUTE_16.spec().focus },
    ..ACUTE_16.spec().clone()
});

fn main() {
    let _ = &NO_FOCUS;
}
