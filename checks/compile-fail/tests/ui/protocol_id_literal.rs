//! A literal that is no identifier is found when the program is compiled.

use interpersonal::vocabulary::ProtocolId;

const ID: ProtocolId = ProtocolId::from_static("not a token!");

fn main() {
    let _ = ID;
}
