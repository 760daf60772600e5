//! A reference to a person has no `Display`: it cannot slip into a message.
use interpersonal::vocabulary::PersonRef;

fn main() {
    println!("{}", PersonRef::from_static("p1"));
}
