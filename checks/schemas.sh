#!/usr/bin/env bash
# Holds what the library writes against its published JSON schemas, by a validator of somebody else's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo test --package interpersonal-schemas "$@"
