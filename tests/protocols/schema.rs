//! `docs/protocol.schema.json` describes a protocol as data, from what its types say of themselves.
//! That protocols are what it says is checked under `checks/`.

use interpersonal::{shape::Documented, wire::ProtocolFile};

use crate::{generated::assert_stored, schemas};

#[test]
fn the_schema_of_a_protocol_is_generated() {
    let schema = schemas::document(
        &ProtocolFile::SHAPE,
        "Protocol",
        "A variant of IPT as data: whole, or as what differs from the one that it `extends`. That its parts agree is more \
         than a schema can say: reading it as a `Protocol` finds every two parts that disagree.",
    );
    let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    assert_stored("docs/protocol.schema.json", &schema);
}
