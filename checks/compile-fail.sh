#!/usr/bin/env bash
# What must not compile does not. The compiler's words are compared when it is the one whose words are on record; with any other
# the cases still have to fail.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never
here=checks/compile-fail

cargo clippy --package interpersonal-compile-fail --all-targets -- -D warnings

recorded=$(<"$here/rustc-version")
running=$(rustc --version | cut -d ' ' -f 2)
# With the source of std installed the compiler quotes it, and its words differ.
if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
    running="$running with rust-src"
fi

if [ "$running" = "$recorded" ]; then
    cargo test --package interpersonal-compile-fail
else
    echo "SKIPPED: the wording of errors (on record for rustc $recorded; this is $running). That they are errors is checked."
    cases=$(mktemp -d)
    trap 'rm -rf "$cases"' EXIT
    cp "$here"/tests/ui/*.rs "$cases"
    TRYBUILD=overwrite COMPILE_FAIL_CASES=$cases cargo test --package interpersonal-compile-fail
fi
