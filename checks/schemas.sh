#!/usr/bin/env bash
# Holds what the library writes against its published JSON schemas, by a validator of somebody else's. `.ci/run` does this along
# with the tests of all features, whose library it shares.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo test --package interpersonal-schemas "$@"
