#!/usr/bin/env bash
# Proves that the library and everything below it do without std, and that the proof notices std.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never

# On its own, by manifest path: together with the library's tests, features would be unified and std come in by that door. What
# std brings in is known when crates are loaded, so that no machine code is needed.
build() {
    cargo check --manifest-path checks/no-std/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-target}/no-std" "$@"
}

echo "--- no features: must build"
build
echo "--- feature serde: must build"
build --features serde

echo "--- feature std: must not build"
if said=$(build --features std 2>&1); then
    echo "it built: the proof does not notice std"
    exit 1
fi
# For this reason and no other: std has a panic handler of its own.
if ! grep -F 'E0152' <<<"$said" | grep -F 'panic_impl'; then
    echo "$said"
    echo "it failed, and not because std came in"
    exit 1
fi
echo "--- as expected"
