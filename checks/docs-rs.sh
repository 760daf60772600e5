#!/usr/bin/env bash
# Builds the documentation as docs.rs does: nightly, all features, `--cfg docsrs`.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never RUSTUP_AUTO_INSTALL=0

if ! cargo +nightly --version 2>/dev/null; then
    echo "SKIPPED: no nightly toolchain"
    exit 0
fi
RUSTDOCFLAGS='-D warnings --cfg docsrs' cargo +nightly doc --no-deps --all-features \
    --target-dir "${CARGO_TARGET_DIR:-target}/docs-rs"
