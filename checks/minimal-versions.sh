#!/usr/bin/env bash
# Builds everything with the lowest version of each direct dependency that the manifest allows. Only nightly cargo can choose
# those; the compiler is the usual one. Works in a copy, so that Cargo.lock stays.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never RUSTUP_AUTO_INSTALL=0

if ! cargo +nightly --version 2>/dev/null; then
    echo "SKIPPED: no nightly cargo"
    exit 0
fi

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/minimal-versions
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | tar --null --files-from - --create | tar --extract --directory "$copy"
cd "$copy"

cargo +nightly update -Zdirect-minimal-versions
cargo check --locked --all-features --all-targets --target-dir "$target"
cargo check --locked --no-default-features --target-dir "$target"
echo "the lowest versions allowed will do"
